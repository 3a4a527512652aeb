"""What a filing states in figures: of which subject, for which year, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.filings.figures import Figure, cells_of, figures_in, scale_of
from drafter.filings.filed import Filed, Part
from drafter.filings.words import stems
from drafter.matters import sentences

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
HEAD = 4
"""First rows of a table in which its years may stand."""

SAME, NEAR = 0.75, 2
"""Share of their words in common, and the least of such words, from which two statements speak of one thing."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure said of one subject. `subject` are the stems of what it is said of, `year` its year ("" where
    none is said), `kind` "money", "percent" or "count", `unit` the worth of its last digit; `line` the words and
    `page` the printed page ("" where unknown).
    """

    subject: frozenset[str]
    year: str
    kind: str
    value: Decimal
    unit: Decimal
    line: str
    page: str = ""


def said_in(text: str, page: str = "") -> Iterator[Statement]:
    """The statements of a running text: each figure with the words before it and the year nearest to it."""
    for sentence in sentences(text):
        before = 0
        figures = figures_in(sentence)
        ends = [*(f.start for f in figures[1:]), len(sentence)][: len(figures)]
        subject: frozenset[str] = frozenset()
        for figure, end in zip(figures, ends, strict=True):
            subject = stems(sentence[before : figure.start]) or subject
            year = _year(sentence, figure, before, end)
            yield Statement(subject, year, figure.kind, figure.value, figure.unit, sentence, page)
            before = figure.end


def _year(sentence: str, figure: Figure, before: int, end: int) -> str:
    """The year after the figure, else the one before it, else the sentence's only one."""
    after, ahead = YEAR.search(sentence, figure.end, end), YEAR.findall(sentence[before : figure.start])
    every = set(YEAR.findall(sentence))
    return after.group() if after else ahead[-1] if ahead else every.pop() if len(every) == 1 else ""


def statements(filing: Filed, part: Part) -> Iterator[Statement]:
    """The statements of that part: rows of tables by the years at their heads, and sentences."""
    years: Sequence[str] = ()
    table: int | None = None
    for place, paragraph in filing.within(part):
        if paragraph.table is None:
            yield from said_in(paragraph.text, filing.page_of(place))
            continue
        if paragraph.table != table:
            table = paragraph.table
            years = _years(filing, place)
        yield from _row(filing, place, years)


def _years(filing: Filed, place: int) -> Sequence[str]:
    """The years at the head of the table, in the order of its columns; () where none is said."""
    for row in filing.rows(place)[:HEAD]:
        if found := YEAR.findall(filing.paragraphs[row].text):
            return tuple(found)
    return ()


def _row(filing: Filed, place: int, years: Sequence[str]) -> Iterator[Statement]:
    paragraph = filing.paragraphs[place]
    label, cells = paragraph.text.split("|")[0], cells_of(paragraph.text)
    if len(cells) != len(years) or YEAR.search(paragraph.text):
        return
    scale = scale_of(filing, paragraph.table or 0)
    for year, (value, percent) in zip(years, cells, strict=True):
        kind, times = ("percent", 1) if percent else ("money", scale)
        unit = Decimal(10) ** min(0, int(value.as_tuple().exponent)) * times
        yield Statement(stems(label), year, kind, value * times, unit, paragraph.text, filing.page_of(place))


def rival(said: Statement, there: Sequence[Statement]) -> Statement | None:
    """The first statement on the same thing with another figure; None where one of them agrees."""
    same = [s for s in there if _same_thing(said, s)]
    if any(_agree(said, s) for s in same):
        return None
    return next(iter(same), None)


def _same_thing(one: Statement, other: Statement) -> bool:
    if one.kind != other.kind or (one.year and other.year and one.year != other.year):
        return False
    both, common = one.subject | other.subject, one.subject & other.subject
    return len(common) >= NEAR and len(common) >= SAME * len(both)


def _agree(one: Statement, other: Statement) -> bool:
    return abs(one.value - other.value) <= max(one.unit, other.unit) / 2
