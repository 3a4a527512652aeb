"""What the cells of a table hold: a numbered comment or bullet, columns side by side, or figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.reading.looks import BULLET, NUMBER, Run, clean, is_bullet

Paragraph = list[Run]
Cell = list[Paragraph]

LABEL = re.compile(r"[^\d|]{1,40}(?:\bNo\.?|#)?\s*\d{0,3}\s*[:.]|(?:RE|Re|CC|cc|Cc|By|BY|Via|VIA)", re.S)
"""A cell that labels the one beside it. Examples: "Re:", "Response:", "Comment No. 4:". Not: "Revenue"."""

FIGURE = re.compile(r"[\W\d_]*(?:[\d—–-]|n/?[am]\b)[\W\d_]*", re.I)
"""A cell that holds a figure. Examples: "$ 1,204", "(3.1)%", "—". Not: "May 4, 2020"."""

BEFORE = frozenset(("$", "€", "£", "¥", "(", "$(", "US$"))
"""Signs in a cell of their own that belong to the figure after them."""

AFTER = frozenset((")", "%", ")%"))
"""Signs in a cell of their own that belong to the figure before them."""

BLOCK = 3
"""So many paragraphs in one cell may be an address."""

ADDRESS = re.compile(
    r"\b(?:street|avenue|suite|floor|plaza|blvd|boulevard|commission|LLP)\b|\b[A-Z]{2}\s+\d{5}\b", re.I
)
"""What tells an address. Examples: "100 F Street, N.E.", "Foster City, CA 94404"."""


@dataclass(slots=True)
class Row:
    """The cells of one row and the page that they stand on."""

    cells: list[Cell] = field(default_factory=list)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """One line of a table: its runs, whether it belongs to a table of figures, and its page."""

    runs: Paragraph
    figures: bool
    page: int | None


def _text(cell: Iterable[Paragraph]) -> str:
    return " ".join(clean("".join(r.text for r in p)).strip() for p in cell).strip()


def _filled(row: Row) -> Row:
    """The row without its empty cells, currency and percent signs joined to their figures."""
    cells: list[Cell] = []
    before: Paragraph = []
    for cell in row.cells:
        text = _text(cell)
        if text in BEFORE:
            before = [*before, *(replace(r, text=r.text.strip()) for p in cell for r in p)]
        elif text in AFTER and cells:
            cells[-1][-1] = [*cells[-1][-1], Run(text)]
        elif text:
            cells.append([[*before, *cell[0]], *cell[1:]])
            before = []
    return Row([*cells, [before]] if before else cells, row.page)


def _marks(cell: Cell) -> bool:
    """Whether a cell only numbers, bullets or labels the one beside it."""
    text = _text(cell)
    return is_bullet(text) or bool(NUMBER.fullmatch(text) or LABEL.fullmatch(text))


def _is_marked(row: Row) -> bool:
    """Whether all cells but the last only mark it: the number of a comment, a bullet, "Re:"."""
    *marks, last = row.cells
    return all(map(_marks, marks)) and not (marks and FIGURE.fullmatch(_text(last)))


def _marked(row: Row) -> list[Paragraph]:
    """The paragraphs of a row's last cell, with the marks before the first."""
    *marks, last = row.cells
    opening: Paragraph = []
    for mark in marks:
        opening += [Run(BULLET)] if is_bullet(_text(mark)) else [r for p in mark for r in p]
        opening.append(Run(" "))
    return [[*opening, *last[0]], *last[1:]]


def _abreast(row: Row) -> Paragraph:
    """A row's cells as one paragraph, " | " between them."""
    flat = [[r for i, p in enumerate(c) for r in ([Run(" "), *p] if i else p)] for c in row.cells]
    return [r for i, c in enumerate(flat) for r in ([Run(" | "), *c] if i else c)]


def _is_address(cell: Cell) -> bool:
    return len(cell) >= BLOCK and bool(ADDRESS.search(_text(cell)))


def _unfolded(rows: list[Row]) -> list[Row]:
    """The rows; or, in a table that sets an address beside other blocks, each cell by itself."""
    if any(_is_address(c) for r in rows if len(r.cells) > 1 for c in r.cells):
        return [part for row in rows for part in ([row] if _is_marked(row) else _apart(row))]
    return rows


def _apart(row: Row) -> list[Row]:
    return [Row([cell], row.page) for cell in row.cells]


def laid_out(table: Sequence[Row]) -> Iterator[Laid]:
    """The lines of a table from the top down.

    Where half of its rows or more hold figures or words in columns, all of them are its rows; else only
    those are, and the table did nothing but lay text out.
    """
    rows = _unfolded([r for r in map(_filled, table) if r.cells])
    columns = [not _is_marked(r) for r in rows]
    mostly = any(columns) and 2 * sum(columns) >= len(rows)
    for row, in_columns in zip(rows, columns, strict=True):
        for paragraph in [_abreast(row)] if in_columns else _marked(row):
            yield Laid(paragraph, in_columns or mostly, row.page)
