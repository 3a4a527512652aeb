"""When and where a disclosure will be made, as counsel's notes say it: its due date and no sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.casing import lowered
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, stems

_REPORT = (
    r"(?:[Ff]orm (?:10-[KQ]|20-F|40-F)(?!/A)|(?:annual|quarterly) report|proxy statement)"
    r"(?: for the (?:fiscal year|quarter|quarterly period) end(?:ing|ed) [A-Z][a-z]+ \d{1,2}, \d{4})?"
    r"(?: on(?:wards?)?)?"
)
_WHEN = (
    r"(?:(?:starting|beginning) (?:with|in)|first in|from|in(?:to)?|with effect from|as of|with) "
    rf"(?:the |our |its )?(?:next )?(?:\d{{4}} )?{_REPORT}"
)
_DUE_ONLY = re.compile(
    r"(?:(?:the |our |this |that )?(?:(?!\bexhibit)[\w-]+ ){0,3}?"
    r"(?:goes|going|go|will go|to go|comes|will (?:first )?(?:appear|"
    r"be (?:included|disclosed|added|provided|given|made))"
    rf"|is (?:to be )?included|first appears),? )?{_WHEN}\W*",
    re.I,
)
"""“Goes into the Form 10-K for ...”, “Table will be included in the Form 10-Q for ...”: the due date alone."""
_FIRST = re.compile(
    r"(?P<thing>[^.;:]{3,80}?) (?:goes|go|will go|comes?|will come) (?P<how>(?:first|last|before|ahead of|after)\b"
    rf"(?:[^.;]|\.(?=\d))*?)(?:,? {_WHEN})?\W*",
    re.I,
)
"""“The combined ratio goes first in every table, from the Form 10-Q for ...”."""


def without_dues(tasks: Sequence[Task], loose: Sequence[Told]) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """The tasks and the notes beside them without what only repeats the due date that the promise gives."""
    promised = [t for t in tasks if t.treat is Treat.UNDERTAKE and not t.condition]
    if not promised:
        return tuple(tasks), tuple(loose)
    tasks = _with_their_promise(tasks, promised)
    kept = tuple(t if t.condition else replace(t, told=_beyond(t.told)) for t in tasks)
    return kept, _beyond(loose)


_IN_THOSE = "In those filings, "


def _with_their_promise(tasks: Sequence[Task], promised: Sequence[Task]) -> list[Task]:
    """The tasks, what will be done in the filings that are promised with the promise that it speaks to."""
    moved = [
        n for t in tasks if t.treat is not Treat.UNDERTAKE for n in t.told if n.text.startswith(_IN_THOSE)
    ]
    homes = [_nearest(n, promised) for n in moved]
    return [
        replace(
            t,
            told=(
                *(n for n in t.told if n not in moved),
                *(n for n, home in zip(moved, homes, strict=True) if home == t.index),
            ),
        )
        for t in tasks
    ]


def _nearest(told: Told, promised: Sequence[Task]) -> int:
    words = stems(told.text)
    return max(promised, key=lambda t: len(stems(t.request.text) & words)).index


def _beyond(told: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(t for t in told if t.use is not Use.STATE or not _DUE_ONLY.fullmatch(t.said.strip()))


def in_those_filings(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences, where a thing “goes first” as what will be done in the filings that are promised."""
    return tuple(_placed(t) for t in told)


def _placed(told: Told) -> Told:
    found = _FIRST.fullmatch(told.said.strip()) if told.use is Use.STATE else None
    if found is None or told.redacted:
        return told
    thing = re.sub(r"^(?:the )?", "the ", lowered(found["thing"]), count=1)
    return replace(told, text=f"{_IN_THOSE}{thing} will be presented {found['how'].strip()}.", rough=False)
