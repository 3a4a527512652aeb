"""One writer for each way to treat a request: from a group of like tasks to the passages of the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.answers.amending import revise, withdraw
from drafter.drafting.answers.closing import close
from drafter.drafting.answers.filing import file
from drafter.drafting.answers.reports import amend
from drafter.drafting.answers.supplying import confirm, reconcile, refer, supply
from drafter.drafting.answers.telling import tell
from drafter.drafting.answers.undertaking import heed, remove, undertake
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import Task, Treat
from drafter.drafting.sentences.awaiting import TRUE, behind, case, under
from drafter.drafting.sentences.desk import Desk, beside, indices, open_blanks

Writer = Callable[[Desk, Sequence[Task]], Iterator[Passage]]


def write(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The passages that answer a group of consecutive tasks of one treatment."""
    treat = group[0].treat
    if group[0].closed:
        yield close(desk, group)
    elif _waits(group):
        yield from _under_condition(desk, group)
    else:
        yield from WRITERS[treat](desk, group)
    told = [t for task in group for t in task.told]
    waiting = beside(told)[1] if treat is Treat.REVISE else told
    opens = open_blanks(waiting) if treat not in _OPENING or group[0].closed else ""
    if opens:
        yield Passage(opens, ("comment",), indices(group))


def _waits(group: Sequence[Task]) -> bool:
    """Whether the group is one request that waits for a condition, and is not “confirm, if true”."""
    task, *more = group
    true = task.treat is Treat.CONFIRM and TRUE.match(task.condition)
    return bool(task.treat in _WAITING and task.condition and not (more or task.told or true))


_WAITING = frozenset({Treat.FILE, Treat.CONFIRM})
"""Treatments whose writers leave a condition to this room."""


def _under_condition(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The condition as a blank, then what is done or said where it is met."""
    opens = case(desk, group[0])
    free = replace(group[0], request=replace(group[0].request, conditional=None))
    first, *rest = WRITERS[free.treat](replace(desk, written=desk.written + 1), [free])
    now = free.treat is Treat.FILE and desk.plan.place.target is Target.REGISTRATION
    said = f"[{opens}: {first.text}]" if now else under(opens, first.text)
    yield replace(first, text=behind(desk, group, said))
    yield from rest


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
