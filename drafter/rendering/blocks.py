"""A text cut into paragraphs, bullets and tables, as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from drafter.rendering.letter_view import Block, BlockKind, Cell

BULLET = re.compile(
    r"^(?P<mark>[•·●▪■◦‣○\uf0b7]|[-–—*o](?=\s)|\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)(?=\s))\s*(?=\S)"
)
"""A line that opens with a list's mark: "• the amount", "- the amount", "(ii) the amount"."""

RUN_IN_BULLET = re.compile(r"(?<=\S)[ \t]+(?=[•▪■◦‣\uf0b7]\s)")
"""The gap before a bullet that a conversion ran into the line before it: "following: • the amount"."""

NUMBER = re.compile(
    r"^(?:[$€£¥]\s*)?[(\-–—]?(?:[$€£¥]\s*)?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s*(?:%|x|bps)?\)?\s*%?$|^[—–-]$"
)
"""A figure as tables hold it: "$ 1,234", "(3.4)", "12%", "—"."""

YEAR = re.compile(r"^(?:19|20)\d\d$")
"""A cell that heads a column although it is a number."""

BLANK_FIGURE = re.compile(r"^[$(]?\s*\[●(?::[^\[\]]*)?\]\s*%?\)?$")
"""A cell that is one blank."""

RULE_CELL = re.compile(r"^:?-{2,}:?$")
"""A cell of the rule under a markdown table's head."""

ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML forbids or that no text holds."""

CELLS = " | "


def clean(text: str) -> str:
    """The text without characters that no document may hold; every line end is one newline, tabs stay."""
    plain = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return ILLEGAL.sub("", plain)


def one_line(text: str) -> str:
    """The text on one line, its white space single."""
    return " ".join(clean(text).split())


def blocks(text: str, proposed: bool = False) -> tuple[Block, ...]:
    """The text as blocks in order: each line a paragraph or bullet, neighbouring rows "a | b" one table.

    No word is lost or changed, but the rule under a markdown table's head; white space inside a line becomes
    single. A lone row stays a paragraph.
    """
    lines = [one_line(part) for line in clean(text).split("\n") for part in RUN_IN_BULLET.split(line)]
    return tuple(
        b for rows, run in groupby(filter(None, lines), _is_row) for b in _run(list(run), rows, proposed)
    )


def _is_row(line: str) -> bool:
    return CELLS in line or (line.startswith("|") and line.endswith("|"))


def _run(lines: list[str], rows: bool, proposed: bool) -> Iterator[Block]:
    if rows and len(lines) > 1:
        piped = all(line.startswith("|") and line.endswith("|") for line in lines)
        cells = [_cells(line.strip("|") if piped else line) for line in lines]
        yield Block(BlockKind.TABLE, rows=_table(cells), proposed=proposed)
    else:
        yield from (_prose(line, proposed) for line in lines)


def _prose(line: str, proposed: bool) -> Block:
    found = BULLET.match(line)
    if not found:
        return Block(BlockKind.PARAGRAPH, line, proposed=proposed)
    return Block(BlockKind.BULLET, line[found.end() :], found["mark"], proposed=proposed)


def _cells(line: str) -> list[str]:
    return [c.strip() for c in line.split("|")]


def _table(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    kept = [r for r in rows if not all(RULE_CELL.match(c) for c in r)]
    width = max(len(r) for r in kept) if kept else 0
    heads = len(kept) > 1 and not any(is_figure(c) and not YEAR.match(c) for c in kept[0])
    return tuple(
        tuple(_cell(c, i, head=heads and n == 0) for i, c in enumerate(row + [""] * (width - len(row))))
        for n, row in enumerate(kept)
    )


def _cell(text: str, column: int, head: bool) -> Cell:
    return Cell(text, number=column > 0 and (head or is_figure(text)), head=head)


def is_figure(cell: str) -> bool:
    """Whether a cell holds one figure, or the blank for one."""
    return bool(NUMBER.match(cell) or BLANK_FIGURE.match(cell))
