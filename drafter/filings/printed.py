"""The page numbers that a filing prints, told from its running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.domain import Line

HEAD, FOOT = 3, 4
"""Lines at the top and bottom of a page among which its number stands."""

LABEL = r"(?:[A-Z]{1,3}-)?\d{1,4}|[ivxl]{1,7}"
LONE = re.compile(rf"[-–—\s]*(?:page\s+)?(?P<label>{LABEL})(?:\s+of\s+\d+)?[-–—\s]*", re.I)
"""A line that is the number: "41", "- 41 -", "F-12", "Page 41 of 120", "iv"."""

WITHIN = (
    re.compile(rf"(?P<label>{LABEL})(?:\s*\|\s*|\s+)\S.*", re.I),
    re.compile(rf".*\S(?:\s*\|\s*|\s+)(?P<label>{LABEL})", re.I),
)
"""The number at either end of a running head or foot: "41 | Harrowgate Tools, Inc.", "2024 Form 10-K 41"."""

LONGEST_FOOT = 120
"""Characters of a running head or foot."""

WITNESSES = 2
"""Neighbours that must bear out a number that shares its line with words; one is enough for a lone number."""

FRONT = 3
"""The largest roman number that is believed alone; others, as "x", may be boxes ticked."""

LARGEST = 1_500
"""The largest number of a page; what is larger is a year."""

REACH = 6
"""Pages to either side that can bear a number out."""

RUN = 3
"""Numbers in a row that make lines which are numbers the feet of pages, where nothing else marks pages."""

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the number printed on it ("" for none), and its lines without number and running heads."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that may be the page's: its series ("" or "F-" or "i"), its value, and the line it is on."""

    series: str
    value: int
    line: int
    lone: bool

    @property
    def label(self) -> str:
        return _roman(self.value) if self.series == "i" else f"{self.series}{self.value}"


def sheets(lines: Sequence[Line]) -> list[Sheet]:
    """The pages of a filing in order; one without a label where it prints no numbers."""
    cut = _by_breaks(lines) if any(line.page for line in lines) else _by_numbers(lines)
    numbers = _numbered(cut)
    repeated = _running(cut)
    return [
        Sheet(number.label if number else "", _body(sheet, number, repeated))
        for sheet, number in zip(cut, numbers, strict=True)
    ]


def _by_breaks(lines: Sequence[Line]) -> list[list[Line]]:
    cut: list[list[Line]] = []
    page: int | None = None
    for line in lines:
        if not cut or line.page != page:
            cut.append([])
            page = line.page
        cut[-1].append(line)
    return cut


def _by_numbers(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut after lines that are numbers counting on from one another; one page where there are none."""
    runs: dict[tuple[str, int], list[int]] = {}
    best: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        number = _lone(line.text, at)
        if number is None or line.table is not None:
            continue
        run = [*runs.get((number.series, number.value - 1), ()), at]
        if len(run) >= len(runs.get((number.series, number.value), ())):
            runs[number.series, number.value] = run
        if len(run) > len(best.get(number.series, ())):
            best[number.series] = run
    ends = sorted(at + 1 for run in best.values() if len(run) >= RUN for at in run)
    cut = [list(lines[a:b]) for a, b in pairwise([0, *ends, len(lines)])]
    return [sheet for sheet in cut if sheet]


def _lone(text: str, at: int) -> _Number | None:
    found = LONE.fullmatch(text.strip()) if len(text) < 30 else None
    return _number(found["label"], at, lone=True) if found else None


def _number(label: str, at: int, lone: bool) -> _Number | None:
    digits = re.search(r"\d+$", label)
    if digits:
        value = int(digits.group())
        return _Number(label[: digits.start()].upper(), value, at, lone) if value <= LARGEST else None
    value = _arabic(label.lower())
    return _Number("i", value, at, lone) if value and _roman(value) == label.lower() else None


def _arabic(roman: str) -> int:
    values = [ROMAN[sign] for sign in roman]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def _roman(value: int) -> str:
    said = ""
    for worth, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        said += sign * (value // worth)
        value %= worth
    return said


def _edges(sheet: Sequence[Line]) -> Iterator[int]:
    """The places of the lines at foot and head of a page, the foot first, from the edges inward."""
    last = len(sheet)
    yield from range(last - 1, max(last - 1 - FOOT, -1), -1)
    yield from range(min(HEAD, max(last - FOOT, 0)))


def _candidates(sheet: Sequence[Line]) -> list[_Number]:
    found: list[_Number] = []
    for at in _edges(sheet):
        text = sheet[at].text.strip()
        if number := _lone(text, at):
            found.append(number)
        elif len(text) < LONGEST_FOOT:
            ends = (m["label"] for pattern in WITHIN if (m := pattern.fullmatch(text)))
            found += [number for end in ends if (number := _number(end, at, lone=False))]
    return found


def _numbered(cut: Sequence[Sequence[Line]]) -> list[_Number | None]:
    """The number of each page: what its neighbours bear out, else what stands alone and goes on upward."""
    candidates = [_candidates(sheet) for sheet in cut]
    known = [{(n.series, n.value) for n in numbers} for numbers in candidates]
    chosen: list[_Number | None] = []
    for at, numbers in enumerate(candidates):
        borne = [(_borne_out(n, at, known), n) for n in numbers]
        sure = [(times, n) for times, n in borne if times >= (1 if n.lone else WITNESSES)]
        chosen.append(max(sure, key=lambda pair: pair[0])[1] if sure else None)
    _add_lone(chosen, candidates)
    _fill_gaps(chosen)
    return chosen


def _borne_out(number: _Number, at: int, known: Sequence[set[tuple[str, int]]]) -> int:
    near = range(max(0, at - REACH), min(len(known), at + REACH + 1))
    return sum((number.series, number.value + other - at) in known[other] for other in near if other != at)


def _add_lone(chosen: list[_Number | None], candidates: Sequence[Sequence[_Number]]) -> None:
    """Give pages of an excerpt their lone numbers, as far as they count upward between those known."""
    last: dict[str, int] = {}
    for at, numbers in enumerate(candidates):
        lone = next((n for n in numbers if n.lone and (n.series != "i" or n.value <= FRONT)), None)
        number = chosen[at]
        if number is None and lone is not None and last.get(lone.series, 0) < lone.value:
            following = next(
                (n.value for n in chosen[at + 1 :] if n and n.series == lone.series), lone.value + 1
            )
            number = chosen[at] = lone if lone.value < following else None
        if number is not None:
            last[number.series] = number.value


def _fill_gaps(chosen: list[_Number | None]) -> None:
    """Number the pages between two numbered ones that are as far apart as their numbers."""
    before: tuple[int, _Number] | None = None
    for at, number in enumerate(list(chosen)):
        if number is None:
            continue
        if before and number.series == before[1].series and number.value - before[1].value == at - before[0]:
            for between in range(before[0] + 1, at):
                value = before[1].value + between - before[0]
                chosen[between] = _Number(number.series, value, -1, lone=False)
        before = (at, number)


def _skeleton(text: str) -> str:
    return re.sub(r"[\W\d]+", " ", text).strip().lower()


def _running(cut: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Heads and feet that stand on many pages, without their digits."""
    seen: Counter[str] = Counter()
    for sheet in cut:
        seen.update({_skeleton(sheet[at].text) for at in _edges(sheet) if _may_run(sheet[at])})
    least = max(RUN, len(cut) // 5)
    return frozenset(text for text, times in seen.items() if text and times >= least) | {"table of contents"}


def _may_run(line: Line) -> bool:
    """Whether a line can be a running head: no row of a table, no scale over one."""
    return line.table is None and len(line.text) < LONGEST_FOOT and not SCALE.search(line.text)


SCALE = re.compile(r"\b(?:thousands|millions|billions)\b", re.I)


def _body(sheet: Sequence[Line], number: _Number | None, running: frozenset[str]) -> tuple[Line, ...]:
    gone = {at for at in _edges(sheet) if _may_run(sheet[at]) and _skeleton(sheet[at].text) in running}
    gone |= {number.line} if number else set()
    return tuple(line for at, line in enumerate(sheet) if at not in gone)
