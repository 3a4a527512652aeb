"""Totals of tables recomputed, and numbers that no source holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from drafter.domain import Line
from drafter.filings import Filed, find_number
from drafter.review.reviewed import Mark, Reply, Reviewed, excerpt
from drafter.review.sums import AMOUNT, PERCENT

TOTAL = re.compile(r"^\W*(?:sub)?total\b", re.I)
CELL = re.compile(r"^\W{0,3}\(?\s*[-–—−]?\s*\$?\s*\(?(?P<digits>\d[\d,]*(?:\.\d+)?)\s*\)?\s*(?:\(\w\))?$")
NOTHING = re.compile(r"^[$\s]*[-–—−]+\s*$")
SMALLEST = 3
"""Parts of a table's total below which it is not added up."""


def in_tables(reviewed: Reviewed) -> Iterator[Mark]:
    """Totals of tables that do not come out in one column while the same rows do in another."""
    for reply in reviewed.replies:
        rows = [(i, x) for i, x in reply.lines if x.table is not None]
        for _, table in groupby(rows, key=lambda r: r[1].table):
            yield from _table(reply, list(table))


def _table(reply: Reply, rows: Sequence[tuple[int, Line]]) -> Iterator[Mark]:
    read = [_cells(line.text) for _, line in rows]
    for at, (i, line) in enumerate(rows):
        if not TOTAL.match(line.text) or len(read[at]) < 2:
            continue
        for column in _off(read[:at], read[at]):
            yield Mark(
                f"The total {read[at][column]} of column {column + 1} does not come out from the rows "
                f"above, while "
                "another column's does. Tie it out.",
                reply.comment.number,
                (i, i + 1),
                excerpt(line.text),
            )


def _cells(text: str) -> list[Decimal]:
    """The numbers of a row after its label; [] where a cell is neither number nor empty."""
    out: list[Decimal] = []
    for cell in (c.strip() for c in text.split(" | ")[1:]):
        if NOTHING.match(cell):
            out.append(Decimal(0))
        elif found := CELL.match(cell):
            value = Decimal(found["digits"].replace(",", ""))
            out.append(-value if "(" in cell or re.match(r"[$\s]*[-–−]", cell) else value)
        elif cell and cell not in "$%)":
            return []
    return out


def _off(above: Sequence[Sequence[Decimal]], total: Sequence[Decimal]) -> list[int]:
    """The columns whose total is wrong: the rows that make another column's total do not make theirs."""
    run: list[Sequence[Decimal]] = []
    best: list[int] = []
    for row in reversed(above):
        if len(row) != len(total):
            break
        run.append(row)
        if len(run) < SMALLEST:
            continue
        sums = [sum(c) for c in zip(*run, strict=True)]
        slack = [len(run) * _last_place(column) / 2 for column in zip(*run, total, strict=True)]
        right = [k for k, t in enumerate(total) if t and abs(sums[k] - t) <= slack[k]]
        if len(right) == sum(t != 0 for t in total):
            return []
        if 2 * len(right) >= len(total) and any(total[k] != 0 for k in right):
            best = [k for k, t in enumerate(total) if t and k not in right]
    return best


def _last_place(numbers: Sequence[Decimal]) -> Decimal:
    """The unit of the last digit of the numbers."""
    return Decimal(10) ** min(0, *(int(n.as_tuple().exponent) for n in numbers))


def tied(reviewed: Reviewed) -> Iterator[Mark]:
    """Amounts and percentages of an answer that neither the filing nor a note or letter at hand holds."""
    sources = [x.text for x in reviewed.staff.letter.lines] if reviewed.staff else []
    sources += [f.text for f in reviewed.facts]
    sources += [t for p in reviewed.own for t in (p.comment.text, p.response.text)]
    known = {_bare(n) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", "\n".join(sources))}
    for reply in reviewed.replies:
        told = [m.group() for p in (AMOUNT, PERCENT) for m in p.finditer(reply.text)]
        strange = [t for t in dict.fromkeys(told) if not _held(t, known, reviewed.filed)]
        if strange:
            yield Mark(
                f"No source at hand holds these figures: {excerpt(', '.join(strange))}. Tie them out.",
                reply.comment.number,
                reply.span,
                excerpt(", ".join(strange)),
            )


def _held(said: str, known: set[str], filed: Filed | None) -> bool:
    if _bare(re.sub(r"[^\d.,]", "", said)) in known:
        return True
    return filed is not None and bool(find_number(filed, said))


def _bare(number: str) -> str:
    digits = number.replace(",", "").rstrip(".")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
