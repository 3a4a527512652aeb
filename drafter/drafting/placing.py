"""Where each sentence of counsel's notes belongs: with the request it speaks to, or with none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.drafting.belonging import homes_of
from drafter.drafting.clauses import asked
from drafter.drafting.neighbours import beside, reunited
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, stems


def place_notes(
    tasks: Sequence[Task], told: Sequence[Told], comment: str = ""
) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """Each sentence of the notes with the request it speaks to, and those that speak to none.

    A sentence without a word in common with any request follows the sentence before it from the same note;
    one that has a word of the `comment` answers the first question that no other sentence answers.
    """
    live = [t for t in tasks if t.treat is not Treat.NOT_TAKEN and not t.closed]
    homes: dict[int, list[Told]] = {t.index: [] for t in live}
    loose: list[Told] = []
    last: tuple[str, int] | None = None
    told, assents = [s for s in told if s.use is not Use.ASSENT], [s for s in told if s.use is Use.ASSENT]
    homes |= {t.index: list(assents) for t in live if t.treat is Treat.CONFIRM}
    found = homes_of(told, live)
    for at, sentence in enumerate(told):
        home = found[at]
        if last and sentence.use is Use.CONFIRM and _BARE_FIGURE.match(sentence.said):
            home = last[1]
        if home is None and last and (last[0] == sentence.fact or _LEANS.match(sentence.text)):
            home = last[1]
        if home is None and len(live) == 1:
            home = live[0].index
        if home is None:
            home = next(
                (
                    h
                    for s, h in zip(told[at:], found[at:], strict=True)
                    if s.fact == sentence.fact and h is not None
                ),
                None,
            )
        (loose if home is None else homes[home]).append(sentence)
        last = (sentence.fact, home) if home is not None else last
    loose = beside(told, homes, live, loose)
    _reasoned(live, homes)
    loose = _first_heard(live, homes, loose, stems(comment))
    loose = beside(told, homes, live, loose)
    homes, loose = reunited(told, homes, loose)
    return tuple(_with(t, tuple(homes.get(t.index, ()))) for t in tasks), tuple(loose)


def _first_heard(
    live: Sequence[Task], homes: dict[int, list[Told]], loose: Sequence[Told], words: frozenset[str]
) -> list[Told]:
    """What is still loose once the first question without a fact has those that share words with the comment."""
    unheard = next((t.index for t in live if t.treat in _ANSWERING and not _states(homes[t.index])), None)
    if unheard is None:
        unheard = next(
            (t.index for t in live if t.treat is Treat.UNDERTAKE and _FACTORS.search(t.request.text)), None
        )
    if unheard is None:
        return list(loose)
    mine = [s for s in loose if s.use is Use.STATE and not s.redacted and words & stems(s.text)]
    homes[unheard] += mine
    return [s for s in loose if s not in mine]


_REASONING = re.compile(r"^(?:how|why)\b|^(?:the |your )?(?:basis|analysis|rationale|reasons?)\b", re.I)


def _reasoned(live: Sequence[Task], homes: dict[int, list[Told]]) -> None:
    """Gives a “how” without facts those of the “who” or “what” before it that do not speak to that."""
    for before, task in pairwise(live):
        told = before.treat is Treat.TELL and task.treat is Treat.TELL and not task.condition
        if told and _REASONING.match(asked(task.request)) and not _REASONING.match(asked(before.request)):
            _shared(before, task, homes)


_OF_THAT = re.compile(
    r"^(?:the |your )?(?:basis|reasons?|support|grounds) (?:for|of|behind) (?:that|this|your|such|the) "
    r"(?:conclusion|determination|view|belief|assessment|judgment|decision|position)\b"
)
"""The grounds of what the request before it asks about."""


def _shared(before: Task, task: Task, homes: dict[int, list[Told]]) -> None:
    asks, mine = asked(before.request), homes[before.index]
    if _OF_THAT.search(asked(task.request)) and not homes[task.index]:
        homes[task.index] = moved = mine[1:]
    elif homes[task.index]:
        moved = _of_reasons(asks, mine)
        homes[task.index] = [*moved, *homes[task.index]]
    elif len(mine) >= MANY:
        words = stems(asks)
        kept = [s for s in mine if len(words & stems(s.text)) * 2 >= len(words)] or mine[:1]
        moved = [s for s in mine if s not in kept]
        homes[task.index] = moved
    else:
        return
    homes[before.index] = [s for s in mine if s not in moved]


def _of_reasons(asks: str, mine: Sequence[Told]) -> list[Told]:
    """Of the sentences under a request for an amount those without a figure that do not name it."""
    if not re.search(r"\b(?:amounts?|values?|number|gains?|loss(?:es)?|balances?|percentages?)\b", asks):
        return []
    words = stems(asks)
    return [
        s
        for s in mine
        if not re.search(r"\d|\*", s.text)
        and len(words & stems(s.text)) * 2 < len(words)
        and s.use is Use.STATE
    ]


MANY = 3
"""Sentences that say more than who or what something is."""


_BARE_FIGURE = re.compile(r"(?:about |approximately )?[$\d](?!\d?-[KQF])")
"""A figure without its name, which belongs to the sentence before it."""
_FACTORS = re.compile(r"\b(?:factors?|drivers?|each of (?:these|them|the))\b", re.I)
"""A request whose things the comment names before it."""
_ANSWERING = frozenset({Treat.TELL, Treat.REVISE, Treat.CONFIRM})
"""Treatments under which a note that fits no request still answers the first of them without one."""


def _states(told: Sequence[Told]) -> bool:
    return any(t.use is Use.STATE for t in told)


def _with(task: Task, told: tuple[Told, ...]) -> Task:
    return replace(task, told=told)


_LEANS = re.compile(r"(?:This|It|They|These|The question)\b")
"""How a sentence begins that goes on with the one before it."""
