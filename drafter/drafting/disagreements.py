"""Figures on which counsel's notes and the comment disagree: neither is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import stems
from drafter.matters import sentences

_FIGURE = re.compile(
    r"(?P<dollar>\$ ?)?(?P<digits>\d[\d,]*(?:\.\d+)?) ?(?P<unit>million|billion|thousand|percent|%)?", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DECIDES = re.compile(
    r"\b(?:not|wrong|correct|right|instead|rather|error|typo|should|restated|revised|will)\b", re.I
)
_QUALIFIERS = stems(
    "adjusted gross total average diluted basic core organic non-gaap constant annualized recurring net"
)
"""Words that make another measure of the same name."""
BEFORE = 6
"""Words before a figure that say what it measures."""
SAME = 0.75
"""Share of the shorter label that two figures of one thing have in common."""
LEAST = 2
"""Content words that they share at least."""


@dataclass(frozen=True, slots=True)
class _Said:
    figure: str
    value: str
    kind: str
    label: frozenset[str]
    years: frozenset[str]


def unsettled(told: Sequence[Told], comment: str) -> tuple[Told, ...]:
    """The sentences, each that gives another figure than the comment for one thing marked to be confirmed."""
    theirs = [f for s in sentences(comment) for f in _figures(s)]
    values = {f.value for f in theirs}
    return tuple(_checked(t, theirs, values) for t in told)


def _checked(told: Told, theirs: Sequence[_Said], values: set[str]) -> Told:
    if told.use is not Use.STATE or _DECIDES.search(told.said):
        return told
    for mine in _figures(told.said):
        if mine.value in values:
            continue
        other = next((f for f in theirs if _differs(mine, f)), None)
        if other:
            why = f"the comment says {other.figure} where the notes say {mine.figure}"
            return replace(told, use=Use.CONFIRM, why=why)
    return told


def _differs(mine: _Said, other: _Said) -> bool:
    common = len(mine.label & other.label)
    one_period = not mine.years or not other.years or mine.years == other.years
    near = common >= LEAST and common >= SAME * min(len(mine.label), len(other.label))
    alike = mine.label & _QUALIFIERS == other.label & _QUALIFIERS
    return near and alike and one_period and mine.kind == other.kind and mine.value != other.value


def _figures(sentence: str) -> Iterator[_Said]:
    for found in _FIGURE.finditer(sentence):
        unit = (found["unit"] or "").lower().replace("percent", "%")
        kind = "%" if unit == "%" else "$" if found["dollar"] else ""
        if not kind:
            continue
        before = " ".join(sentence[: found.start()].split()[-BEFORE:])
        value = f"{found['digits'].replace(',', '')} {unit}".strip()
        years = frozenset(_YEAR.findall(sentence))
        yield _Said(found.group(0).strip(), value, kind, stems(_YEAR.sub("", before)), years)
