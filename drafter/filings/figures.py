"""Figures: read from sentences, and found again in a filing at whatever scale its tables are in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from drafter.filings.filed import Filed
from drafter.filings.words import stems

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}

FIGURE = re.compile(
    r"(?<![\w.,-])(?P<sign>(?:US)?[$€£]\s?)?\(?(?P<digits>\d[\d,]*(?:\.\d+)?)(?![\w-]|\.\d)\)?\s?"
    r"(?P<scale>(?:thousand|million|billion)\b|percent\b|%)?"
)
"""Amounts, shares and counts: "$38.6 million", "8 percent", "14%", "1,204"; no "10-K", no "280-10-50"."""

LABELLED = re.compile(
    r"\b(?:pages?|notes?|items?|rules?|questions?|topics?|comments?|nos?\.|sections?|asc)\s*$", re.I
)
"""What stands before a number that only numbers something."""

CELL = re.compile(r"^\W*(?P<digits>\d[\d,]*(?:\.\d+)?)\W*(?P<percent>%|\bpercent\b)?\W*$")
"""A cell that holds one figure: "$ 1,204", "(3.1)%"."""

IN_SCALE = re.compile(
    r"\bin\s+(?P<scale>thousand|million|billion)s\b|\(\s*\$?\s*(?P<zeros>000|000,000)[’']?s?\s*\)", re.I
)
"""The scale that a table says it is in: "(in thousands)", "($000s)"."""

BEFORE, HEAD = 5, 3
"""Paragraphs before a table, and its first rows, in which its scale may stand."""

MOST = 8
"""Places found for one figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence. `kind` is "money", "percent" or "count"; `unit` is its last digit's worth."""

    said: str
    kind: str
    value: Decimal
    unit: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a filing that holds a figure: the printed page ("" where unknown), the paragraph or row, and
    its place among the filing's paragraphs. `exact` says that it stands there as written; else it is the
    table's figure, rounded or scaled.
    """

    page: str
    line: str
    place: int
    exact: bool


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order: amounts of money, percentages, and counts with a thousands' comma."""
    return tuple(f for m in FIGURE.finditer(text) if (f := _figure(m, text)))


def _figure(found: re.Match[str], text: str) -> Figure | None:
    digits, scale = found["digits"].rstrip(","), found["scale"] or ""
    if LABELLED.search(text[max(0, found.start() - 12) : found.start()]):
        return None
    kind = "percent" if scale in {"percent", "%"} else "money" if found["sign"] or scale else "count"
    if kind == "count" and "," not in digits:
        return None
    times = SCALES.get(scale, 1)
    value = Decimal(digits.replace(",", "")) * times
    unit = Decimal(10) ** -len(digits.partition(".")[2]) * times
    said = text[found.start() : found.end()].strip(" ()")
    return Figure(said, kind, value, unit, found.start(), found.end())


def find_number(filing: Filed, said: str, near: str = "") -> tuple[Found, ...]:
    """The places of the filing that hold that figure, at most `MOST`: "$38.6 million" also as 38,612 in a table
    in thousands. Those nearest in words to `near` come first, else the filing's order. () where none does, or
    where `said` holds no figure.
    """
    figures = figures_in(said) or figures_in(f"${said}")
    if not figures:
        return ()
    wanted = stems(near)
    places = sorted(stands_on(filing, figures[0]), key=lambda i: (-_nearness(filing, i, wanted), i))
    return tuple(
        Found(filing.page_of(i), filing.paragraphs[i].text, i, said.strip() in filing.paragraphs[i].text)
        for i in places[:MOST]
    )


def _nearness(filing: Filed, place: int, wanted: frozenset[str]) -> int:
    """Shared words with the row, and half as many with the heading lines of its table."""
    rows = filing.rows(place)
    above = range(max(0, rows.start - 2), min(rows.start + 2, place))
    head = stems(" ".join(filing.paragraphs[i].text for i in above)) if len(rows) > 1 else frozenset()
    return 2 * len(stems(filing.paragraphs[place].text) & wanted) + len(head & wanted)


def stands_on(filing: Filed, figure: Figure) -> Iterator[int]:
    """The places of the paragraphs that hold that figure, in order, each once."""
    values = _values(filing)
    half = figure.unit / 2
    at = bisect_left(values, (figure.value - half, 0, ""))
    found: set[int] = set()
    while at < len(values) and values[at][0] <= figure.value + half:
        value, place, kind = values[at]
        if _same_kind(kind, figure.kind) and (figure.kind != "count" or value == figure.value):
            found.add(place)
        at += 1
    yield from sorted(found)


def _same_kind(there: str, here: str) -> bool:
    return there == here or (there == "cell" and here != "percent")


@lru_cache(maxsize=4)
def _values(filing: Filed) -> list[tuple[Decimal, int, str]]:
    """Every figure of the filing at its full worth, by value, with its place and kind; "cell" for a cell's."""
    scales = _scales(filing)
    return sorted(row for place in range(len(filing.paragraphs)) for row in _valued(filing, place, scales))


def _valued(filing: Filed, place: int, scales: dict[int, int]) -> Iterator[tuple[Decimal, int, str]]:
    paragraph = filing.paragraphs[place]
    if paragraph.table is None:
        yield from ((f.value, place, f.kind) for f in figures_in(paragraph.text))
        return
    for value, percent in cells_of(paragraph.text):
        if percent:
            yield value, place, "percent"
        else:
            yield value, place, "cell"
            scale = scales.get(paragraph.table, 1)
            if scale > 1:
                yield value * scale, place, "cell"


def cells_of(row: str) -> list[tuple[Decimal, bool]]:
    """The figures of a row's cells after its first, each with whether it is a percentage."""
    found = (CELL.match(cell.strip()) for cell in row.split("|")[1:])
    return [(Decimal(m["digits"].replace(",", "").rstrip(".") or 0), bool(m["percent"])) for m in found if m]


@lru_cache(maxsize=4)
def _scales(filing: Filed) -> dict[int, int]:
    """The scale of each table by its number: its own, else the one that most tables of the filing are in."""
    firsts: dict[int, int] = {}
    for place, paragraph in enumerate(filing.paragraphs):
        if paragraph.table is not None:
            firsts.setdefault(paragraph.table, place)
    told = {table: _scale(filing, first) for table, first in firsts.items()}
    most = Counter(s for s in told.values() if s).most_common(1)
    usual = most[0][0] if most else 1
    return {table: scale or usual for table, scale in told.items()}


def restated(filing: Filed, text: str) -> str:
    """The amounts of the table rows in that text of the filing, written out as letters write them:
    "$38.6 million" for 38,612 in a table in thousands. "" where it has no such rows.
    """
    rows = {line for line in text.splitlines() if " | " in line}
    tables = (
        {p.text: p.table for p in filing.paragraphs if p.table is not None and p.text in rows} if rows else {}
    )
    return " ".join(
        said
        for row, table in tables.items()
        for value, percent in cells_of(row)
        if not percent
        for said in _spelled(value * scale_of(filing, table or 0))
    )


def _spelled(value: Decimal) -> Iterator[str]:
    for word, worth in (("billion", 10**9), ("million", 10**6)):
        if value >= worth:
            tenths = (value / worth).quantize(Decimal("0.1"), ROUND_HALF_UP)
            yield f"${tenths} {word}"
            return


def scale_of(filing: Filed, table: int) -> int:
    """What a figure of that table is to be multiplied with."""
    return _scales(filing).get(table, 1)


def _scale(filing: Filed, first: int) -> int:
    """The scale that a table states in its first rows or shortly before; 0 where it states none."""
    rows = filing.rows(first)
    for place in (*rows[:HEAD], *range(first - 1, max(first - 1 - BEFORE, -1), -1)):
        if found := IN_SCALE.search(filing.paragraphs[place].text):
            return (
                SCALES[found["scale"].lower()]
                if found["scale"]
                else 10 ** len(found["zeros"].replace(",", ""))
            )
    return 0
