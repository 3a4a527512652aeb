"""The letter as markdown, alone: notes for counsel are in the Word and HTML letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafter.rendering.letter_view import Cell, LetterView
from drafter.rendering.pages import page
from drafter.templates import sandbox

TEMPLATE = "letter.md.j2"

SIGNS = re.compile(r"[\\`*_<~|]|&(?=#?\w+;)|(?<=!)\[|\](?=[(\[:])")
"""What markdown would read as a mark inside a text: "*", "_", "<", "](", "&amp;"."""

OPENING = re.compile(r"^(?:(?=#{1,6}(?:\s|$))|(?=[-+>=](?:\s|$))|(?P<count>\d{1,9})(?=[.)](?:\s|$)))")
"""What would open a heading, list, quotation or rule at the start of a text: "# ", "- ", "1. "."""


class Verbatim(str):
    """Markdown that goes out as it is."""

    __slots__ = ()


def render(letter: LetterView, template: Path | None = None) -> bytes:
    """The letter as markdown; every value a template prints is escaped. Raises BadTemplate."""
    environment = sandbox()
    environment.finalize = _safe
    environment.filters.update(looks=looks, table=table)
    return page(letter, template, TEMPLATE, environment)


def escaped(text: str) -> str:
    """The text with every sign that markdown would take for a mark escaped; its words stay."""
    plain = SIGNS.sub(lambda m: f"\\{m[0]}", text)
    return OPENING.sub(lambda m: f"{m['count'] or ''}\\", plain)


def looks(text: str, bold: bool, italic: bool) -> Verbatim:
    """The text escaped, in bold, italic or both; an empty text stays empty."""
    stars = "*" * (2 * bold + italic)
    said = escaped(text.strip()) if not stars else SIGNS.sub(lambda m: f"\\{m[0]}", text.strip())
    return Verbatim(f"{stars}{said}{stars}" if said else "")


def table(rows: Sequence[Sequence[Cell]], quoted: bool = False) -> Verbatim:
    """The rows as a markdown table, an empty head above them where they have none; quoted where asked for."""
    head, *body = rows if rows[0][0].head else ([Cell("")] * len(rows[0]), *rows)
    rule = " | ".join("---:" if cell.number else "---" for cell in rows[-1])
    lines = [_row(head), rule, *map(_row, body)]
    return Verbatim("\n".join(f"> {line}" if quoted else line for line in lines))


def _row(cells: Sequence[Cell]) -> str:
    """Cells apart by bars, and bars at both ends where an end cell is empty and would be lost."""
    said = " | ".join(SIGNS.sub(lambda m: f"\\{m[0]}", cell.text) for cell in cells)
    return said if cells[0].text and cells[-1].text else f"| {said} |"


def _safe(value: object) -> object:
    return value if isinstance(value, Verbatim) or not isinstance(value, str) else escaped(value)
