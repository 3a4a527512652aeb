"""Sentences of the notes beside their neighbours: what points back stays with what it points to, in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat


def beside(
    told: Sequence[Told], homes: dict[int, list[Told]], live: Sequence[Task], loose: Sequence[Told]
) -> list[Told]:
    """What is still loose once each sentence that stands next to one which answers a question has joined it."""
    telling = {t.index for t in live if t.treat in _OPEN_TO_MORE and homes[t.index]}
    where = {id(s): index for index, mine in homes.items() for s in mine if index in telling}
    order = {id(s): at for at, s in enumerate(told)}
    left = list(loose)
    for sentence in (*loose, *reversed(loose)):
        if sentence not in left:
            continue
        at = order[id(sentence)]
        near = [where.get(id(s)) for s in (*told[max(at - 1, 0) : at], *told[at + 1 : at + 2])]
        home = next((h for h in near if h is not None), None)
        if sentence.use in {Use.OPEN, Use.CONFIRM}:
            home = next((i for s in reversed(told[:at]) for i, mine in homes.items() if s in mine), home)
        if home is None or sentence.redacted:
            continue
        homes[home] = sorted([*homes[home], sentence], key=lambda s: order[id(s)])
        where[id(sentence)] = home
        left.remove(sentence)
    return left


_OPEN_TO_MORE = frozenset({Treat.TELL, Treat.REVISE})
"""Treatments under which a further fact on the same matter can stand."""

_BACKWARD = re.compile(
    r"(?:It|They|This|These|That|Those|He|She|Its|Their|His|Her|Both|Such)\b(?! (?:Item|Note)\b)"
)
"""How a sentence begins that says nothing without the one before it."""


def reunited(
    told: Sequence[Told], homes: dict[int, list[Told]], loose: Sequence[Told]
) -> tuple[dict[int, list[Told]], list[Told]]:
    """The homes and what is loose, a sentence that points back beside the one before it in the same note, and all in
    counsel's order.
    """
    where: dict[int, int | None] = {id(s): i for i, mine in homes.items() for s in mine} | {
        id(s): None for s in loose
    }
    assents = {i: [s for s in mine if s.use is Use.ASSENT] for i, mine in homes.items()}
    for before, sentence in pairwise(told):
        if before.fact != sentence.fact or not _BACKWARD.match(sentence.text) or before.use is not Use.STATE:
            continue
        home = where.get(id(before))
        if home is None:
            where[id(before)] = where.get(id(sentence))
        else:
            where[id(sentence)] = home
    placed = {i: [*assents[i], *(s for s in told if id(s) in where and where[id(s)] == i)] for i in homes}
    return placed, [s for s in told if id(s) in where and where[id(s)] is None]
