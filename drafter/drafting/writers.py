"""One writer for each way to treat a request: from a group of like tasks to the passages of the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from drafter.domain import Passage
from drafter.drafting.amending import revise, withdraw
from drafter.drafting.desk import Desk, indices, open_blanks
from drafter.drafting.filing import file
from drafter.drafting.plan import Task, Treat
from drafter.drafting.reports import amend
from drafter.drafting.supplying import confirm, reconcile, refer, supply
from drafter.drafting.telling import tell
from drafter.drafting.undertaking import heed, remove, undertake

Writer = Callable[[Desk, Sequence[Task]], Iterator[Passage]]


def write(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The passages that answer a group of consecutive tasks of one treatment."""
    treat = group[0].treat
    yield from WRITERS[treat](desk, group)
    opens = open_blanks([t for task in group for t in task.told]) if treat not in _OPENING else ""
    if opens:
        yield Passage(opens, ("comment",), indices(group))


_OPENING = frozenset({Treat.TELL, Treat.UNDERTAKE, Treat.REMOVE, Treat.AMEND})
"""Treatments whose writers set the blanks of facts still to come themselves."""


WRITERS: Mapping[Treat, Writer] = {
    Treat.TELL: tell,
    Treat.UNDERTAKE: undertake,
    Treat.REMOVE: remove,
    Treat.WITHDRAW: withdraw,
    Treat.AMEND: amend,
    Treat.REVISE: revise,
    Treat.FILE: file,
    Treat.CONFIRM: confirm,
    Treat.RECONCILE: reconcile,
    Treat.SUPPLY: supply,
    Treat.REFER: refer,
    Treat.HEED: heed,
}
