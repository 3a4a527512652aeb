"""Figures on which counsel's notes and the comment disagree: neither is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.bridges import amounts
from drafter.drafting.planning.plan import stems
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
    of: frozenset[str]
    """What a percentage is taken of, or the one before it in its sentence."""


def unsettled(told: Sequence[Told], comment: str) -> tuple[Told, ...]:
    """The sentences, each that gives another figure than the comment for one thing marked to be confirmed."""
    theirs = [f for s in sentences(comment) for f in _figures(s)]
    moves = [m for s in sentences(comment) for m in _moves(s)]
    return tuple(_checked(t, theirs, moves) for t in told)


def _checked(told: Told, theirs: Sequence[_Said], moves: Sequence[_Move]) -> Told:
    if told.use is not Use.STATE or decides(told.said) or _makes_up(told.said, theirs):
        return told
    values = {f.value for f in theirs}
    pairs = [(other, mine) for mine in _moves(told.said) for other in moves if mine.departs_from(other)]
    found = [(o.figures[n], m.figures[n]) for o, m in pairs for n in (0, 1) if o.values[n] != m.values[n]]
    for mine in (f for f in _figures(told.said) if f.value not in values):
        found += [(other.figure, mine.figure) for other in theirs if _differs(mine, other)]
    if not found:
        return told
    why = f"the comment says {found[0][0]} where the notes say {found[0][1]}"
    return replace(told, use=Use.CONFIRM, why=why)


def _makes_up(said: str, theirs: Sequence[_Said]) -> bool:
    """Whether the sentence parts an amount of the comment into others that come to it: “$88 million is A and B”."""
    mine, known = list(amounts(said).values()), {v for f in theirs for v in amounts(f.figure).values()}
    return any(value in known and sum(mine) == 2 * value for value in mine)


def decides(said: str) -> bool:
    """Whether a note says itself which of two figures is right."""
    return bool(_DECIDES.search(said))


_AMOUNT = (
    r"\$ ?\d[\d,.]*\d(?: ?(?:million|billion|thousand))?|\d[\d,.]*\d? ?(?:%|percent)|\d[\d,]*\.\d+|\d[\d,]+"
)
_MOVED = re.compile(
    rf"\bfrom (?P<first>{_AMOUNT})(?: (?:in|at|for|on) [^.;]{{2,40}}?)? to (?P<last>{_AMOUNT})|"
    rf"\bto (?P<end>{_AMOUNT})(?: (?:in|at|for|on) [^.;]{{2,40}}?)? from (?P<start>{_AMOUNT})",
    re.I,
)
"""“rose from $12.3 million to $21.9 million”, “to 8.1 percent from 7.4 percent”."""


@dataclass(frozen=True, slots=True)
class _Move:
    """Where a figure moved from and where to; `values` are the two without signs and units."""

    figures: tuple[str, str]
    values: tuple[str, str]
    label: frozenset[str]

    def departs_from(self, other: _Move) -> bool:
        """Whether it starts or ends where the other does, and does not end or start there."""
        alike = [v for v, o in zip(self.values, other.values, strict=True) if v == o]
        if len(alike) != 1:
            return False
        return len(re.sub(r"\D", "", alike[0])) >= TELLING or bool(self.label & other.label)


TELLING = 3
"""Digits; a shorter figure can be that of another thing by chance."""


def _moves(sentence: str) -> Iterator[_Move]:
    for found in _MOVED.finditer(sentence):
        both = (found["first"] or found["start"], found["last"] or found["end"])
        if not all(_YEAR.fullmatch(figure) for figure in both):
            label = stems(" ".join(sentence[: found.start()].split()[-LABEL:]))
            yield _Move(both, (_bare(both[0]), _bare(both[1])), label)


LABEL = 10
"""Words before a movement that say what moved."""


def _bare(figure: str) -> str:
    return re.sub(r"[^\d.]", "", figure).rstrip(".")


def _differs(mine: _Said, other: _Said) -> bool:
    common = len(mine.label & other.label)
    one_period = not mine.years or not other.years or mine.years == other.years
    near = common >= LEAST and common >= SAME * min(len(mine.label), len(other.label))
    alike = mine.label & _QUALIFIERS == other.label & _QUALIFIERS
    rounded = mine.kind == other.kind and _rounds_to(mine.value, other.value)
    of_one = not mine.of or not other.of or bool(mine.of & other.of)
    return near and alike and one_period and of_one and mine.kind == other.kind and not rounded


def _rounds_to(mine: str, other: str) -> bool:
    """Whether a figure is another or, said with more digits, rounds to it: “61.3 %” and “61 %”."""
    (one, unit), (two, its_unit) = ((*v.split(" "), "")[:2] for v in (mine, other))
    places = len(two.partition(".")[2])
    return unit == its_unit and round(Decimal(one), places) == Decimal(two)


def _figures(sentence: str) -> Iterator[_Said]:
    of = frozenset[str]()
    for found in _FIGURE.finditer(sentence):
        unit = (found["unit"] or "").lower().replace("percent", "%")
        kind = "%" if unit == "%" else "$" if found["dollar"] else ""
        if not kind:
            continue
        before = " ".join(_TAKEN_OFF.split(sentence[: found.start()])[-1].split()[-BEFORE:])
        value = f"{found['digits'].replace(',', '')} {unit}".strip()
        years = frozenset(_YEAR.findall(sentence))
        whole = _OF.match(sentence, found.end()) if kind == "%" else None
        of = stems(whole["whole"]) if whole else of
        yield _Said(found.group(0).strip(), value, kind, stems(_YEAR.sub("", before)), years, of)


_TAKEN_OFF = re.compile(r", (?:after|less|plus|excluding|net of|of which|including) ")
"""What parts a figure from the measure before it, whose figure it is not: “income, after $5.6 million for taxes”."""
_OF = re.compile(r" of (?P<whole>[^,.;:]+?)(?= (?:in|at|for|on|and|as|during)\b|[,.;:]|$)")
"""What stands behind a percentage: “17% of invested assets”."""
