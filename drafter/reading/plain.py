"""Plain text to lines, wrapped or marked down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Line
from drafter.errors import TooLarge, Unreadable
from drafter.parsing.wrapping import together
from drafter.reading import markdown
from drafter.reading.bounds import LETTER, Bounds
from drafter.reading.encodings import text_of
from drafter.reading.looks import Run, line
from drafter.reading.markdown import Rows

CONTROLS = frozenset((*range(9), *range(14, 27), *range(28, 32), 0x7F))
SAMPLE = 4_000
BINARY = 0.1
"""Share of control codes among the first SAMPLE bytes from which they are no text."""

PAGE = re.compile(r"^\s*<PAGE>\s*\d*\s*$", re.I)
TAG = re.compile(r"^\s*</?(?:TABLE|CAPTION|S|C|FN|PRE|TEXT)>.*$", re.I)
GAP = re.compile(r"\s{3,}|\t+")
COLUMNS = 2
"""Gaps of a row that is set in columns."""
OPENS = re.compile(r"[\s*_#]*(?:[•·●▪■○◦*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")
WRAPS = range(50, 141)
"""Widths at which text is wrapped by hand, by an editor or by EDGAR; longer lines were never wrapped."""
LONG = 0.6
"""Part of the width from which a row is too long to be an address or a title that was kept short."""
NEARLY = 0.9
"""Part of the width from which a row of a numbered or marked paragraph goes on in a row set in under it."""
OVERLONG = 0.1
"""Part of a wrapped text that may stand in rows of twice its width: addresses of pages, rows of tables."""
BULLET = re.compile(r"[\s*_#]*[•·●▪■○◦]\s")
CITES = re.compile(
    r"\b(?:Notes?|Items?|Rules?|Sections?|Questions?|[Pp]ages?|[Pp]aragraphs?|Exhibits?|Part|No\.)$"
)
"""An end that the number of what it names follows."""
ENDED = re.compile(r"[.;:?!]$")
OPEN_END = re.compile(r"(?:(?<=\s)[a-z][a-z'’-]*|,)$")
"""An end in mid-sentence. Examples: "Refer to Item 106(b) of", "a comment". Not: "of Operations"."""


def _wrap(rows: Sequence[str]) -> int:
    """The width at which the text is wrapped, its columns aside; 0 where it is not."""
    lengths = sorted(
        len(row.rstrip()) for row in rows if row.strip() and len(GAP.findall(row.strip())) < COLUMNS
    )
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) > 20 else lengths[-1]
    full = sum(1 for n in lengths if 0.8 * width <= n <= width)
    overlong = sum(n for n in lengths if n >= 2 * width)
    wrapped = overlong <= OVERLONG * sum(lengths) and full >= len(lengths) / 5
    return width if width in WRAPS and wrapped else 0


def _joined(block: Sequence[str], width: int, hard: bool = False) -> list[str]:
    """Rows of a block with wrapped ones joined.

    A row goes on where the next word would not have fitted, or where it is long and stops short of an end;
    with `hard`, not where two spaces at its end keep it short.
    """
    out: list[list[str]] = []
    for row in block:
        kept = hard and bool(out) and out[-1][-1].endswith("  ")
        if out and width and not kept and not _opens(row, out[-1][-1]) and _goes_on(out[-1], row, width):
            out[-1].append(row)
        else:
            out.append([row])
    return [rows[0] if len(rows) == 1 else together(rows) for rows in out]


def _opens(row: str, before: str) -> bool:
    """Whether a row begins an item of a list, and not with the number that the row before leads to: “in Note / 27.”."""
    return bool(OPENS.match(row)) and not (re.match(r"\s*\d", row) and CITES.search(before.rstrip()))


def _goes_on(rows: Sequence[str], after: str, width: int) -> bool:
    """Whether the row after those of a paragraph is its next one."""
    row, opening = rows[-1].rstrip(), OPENS.match(rows[0])
    inside = opening is not None and _indent(after) > _indent(rows[0])
    if BULLET.match(rows[0]) and not inside and ENDED.search(row) and after.strip()[:1].isupper():
        return False
    full = len(row) + 1 + len(after.split(maxsplit=1)[0]) > width or (inside and len(row) > NEARLY * width)
    return full or (len(row) > LONG * width and bool(OPEN_END.search(row)))


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Stretches of lines without an empty one, each with its page."""
    page = 1
    block: list[str] = []
    for row in text.split("\n"):
        turns = "\f" in row or PAGE.match(row)
        kept = "" if PAGE.match(row) or TAG.match(row) else row.replace("\f", "")
        if block and (turns or not kept.strip()):
            yield page, block
            block = []
        page += bool(turns)
        if kept.strip():
            block.append(kept)
    if block:
        yield page, block


def _cells(rows: Sequence[str]) -> list[bool]:
    """Which rows of a block are set in columns: two gaps or more, or one beside a neighbour that has them.

    A row of signs, such as "*   *   *", is none.
    """
    gaps = [len(GAP.findall(row.strip())) if re.search(r"\w", row) else 0 for row in rows]
    return [n > 1 or (n == 1 and max(gaps[max(0, i - 1) : i + 2]) > 1) for i, n in enumerate(gaps)]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without looks or columns, wrapped rows joined."""
    width = _wrap(text.split("\n"))
    return [row for _, block in _blocks(text) for row in _joined(block, width)]


def _rows(block: Sequence[str], width: int, marked_down: bool) -> Rows:
    """The rows of a block, each with whether it is a row of a table."""
    if marked_down:
        return markdown.rows(block if markdown.is_table(block) else _joined(block, width, hard=True))
    columns = _cells(block)
    if not any(columns):
        return [([Run(row)], False) for row in _joined(block, width)]
    cells = zip(block, columns, strict=True)
    return [([Run(GAP.sub(" | ", row.strip()) if c else row)], c) for row, c in cells]


def set_out(text: str) -> list[Line]:
    """The lines of a text; pages are counted by form feeds and `<PAGE>` marks where it has them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    marked_down = markdown.is_marked_down(text)
    if marked_down:
        text = markdown.unquoted(text)
    paged = "\f" in text or bool(re.search(r"(?im)^\s*<PAGE>", text))
    width = _wrap(text.split("\n"))
    out: list[Line] = []
    tables = 0
    for page, block in _blocks(text):
        rows = _rows(block, width, marked_down)
        tables += any(c for _, c in rows)
        made = (line(row, tables if c else None, page if paged else None) for row, c in rows)
        out += [m for m in made if m]
    return out


def lines(data: bytes, bounds: Bounds = LETTER) -> list[Line]:
    """The lines of a text. Raises TooLarge over a bound, Unreadable where the bytes are no text."""
    if len(data) > bounds.text_bytes or data.count(b"\n") > bounds.text_lines:
        raise TooLarge(bounds.refusal("This text"))
    sample = data[:SAMPLE]
    if sum(byte in CONTROLS for byte in sample) > BINARY * len(sample):
        raise Unreadable("This file holds no text that can be read: give the letter as PDF, Word or text.")
    return set_out(text_of(data))
