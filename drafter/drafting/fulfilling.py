"""When and where a disclosure will be made, as counsel's notes say it: its due date and no sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.casing import lowered, raised
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, stems
from drafter.drafting.turning import Voice

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


_DISCLOSED = re.compile(
    rf"(?P<thing>(?:The|Our|Its) [^,;.]{{3,60}}?) will be disclosed,? (?:in|from|beginning with) (?:the |our |its )?"
    rf"(?P<report>{_REPORT})\."
)
"""“The trend will be disclosed in the Form 10-Q for ...”."""


def in_those_filings(told: Sequence[Told], voice: Voice) -> tuple[Told, ...]:
    """The sentences: what “goes first” as done in the filings that are promised, what “will be” as a promise."""
    return tuple(_active(_placed(t), voice) for t in told)


def _active(told: Told, voice: Voice) -> Told:
    found = _DISCLOSED.fullmatch(told.text) if told.use is Use.STATE and not told.redacted else None
    if found is None:
        return told
    due = f"beginning with {voice.possessive} {found['report']}"
    text = f"{raised(voice.noun)} will disclose {lowered(found['thing'])}, {due}."
    return replace(told, text=text, rough=False)


_VOLUNTEERED = re.compile(
    r"(?:We|The \w+) will disclose (?P<thing>(?:the|our|its) [^,;.]{3,60}), beginning with (?:our|its) Form .+"
)


def volunteered(told: Sequence[Told]) -> tuple[str, ...]:
    """What the notes promise to disclose by name, from a report on."""
    stated = (_VOLUNTEERED.fullmatch(t.text) for t in told if t.use is Use.STATE)
    return tuple(m["thing"] for m in stated if m)


def _placed(told: Told) -> Told:
    found = _FIRST.fullmatch(told.said.strip()) if told.use is Use.STATE else None
    if found is None or told.redacted:
        return told
    thing = re.sub(r"^(?:the )?", "the ", lowered(found["thing"]), count=1)
    return replace(told, text=f"{_IN_THOSE}{thing} will be presented {found['how'].strip()}.", rough=False)
