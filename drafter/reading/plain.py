"""Plain text to lines, also text that a converter left marked down, as in "**Re:**" or "- 1. We note"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Line
from drafter.errors import TooLarge
from drafter.reading.looks import BULLET, Run, line

MAX_BYTES = 5_000_000
"""A thousand pages of text."""

MAX_LINES = 100_000

DAMAGE = (
    re.compile(r"\\[$*_#\[\]().-]"),
    re.compile(r"(?m)^\s*[-*] \d{1,3}\. "),
    re.compile(r"\*\*[^\s*][^*]{0,300}\*\*"),
    re.compile(r"(?m)(?:^|\s)\*[A-Za-z“\"][^*\n]{3,}\*(?:\s|$)"),
)
"""Marks of markdown, any of which gives it away. Examples: "\\$5", "- 1. We", "**Re:**", "*We note.*"."""

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!$|~<>-])")
ITEM = re.compile(r"^(\s*)[-*+]\s+(?=\S)")
NUMBERED = re.compile(r"^(\s*)[-*+]\s+(?=\**\d{1,3}[.)])")
BREAK = re.compile(r"^(?:\\?\*\s*){3,}$|^(?:[-_]\s*){3,}$")
"""A line that only divides. Examples: "* * *", "\\* \\* \\*", "-----"."""

STARS = re.compile(r"(?<![\\\w$])(\*{1,3})(?=[^\s*%])|(?<=[^\s*$\\])(\*{1,3})(?![\w*%])")
"""Emphasis that opens before a word or closes after one. Not: "*%", "$* million", "* * *"."""

PAGE = re.compile(r"^\s*<PAGE>\s*\d*\s*$", re.I)
TAG = re.compile(r"^\s*</?(?:TABLE|CAPTION|S|C|FN|PRE|TEXT)>.*$", re.I)
GAP = re.compile(r"\s{3,}|\t+")
OPENS = re.compile(r"\s*(?:[•·●▪■○◦*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")
WRAPS = range(50, 110)
"""Widths at which text is wrapped by hand or by EDGAR; longer lines were never wrapped."""
LONG = 0.6
"""Part of the width from which a row is too long to be an address or a title that was kept short."""
OPEN_END = re.compile(r"(?:(?<=\s)[a-z][a-z'’-]*|,)$")
"""An end in mid-sentence. Examples: "Refer to Item 106(b) of", "a comment". Not: "of Operations", "page 3"."""


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "windows-1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _shield(text: str) -> str:
    """Escaped signs moved out of the way of emphasis."""
    return ESCAPED.sub(lambda m: chr(0xF0000 + ord(m.group(1))), text)


def _unshield(text: str) -> str:
    return "".join(chr(ord(c) - 0xF0000) if 0xF0000 <= ord(c) < 0xF0100 else c for c in text)


def _paired(block: str) -> list[tuple[int, int, int, int]]:
    """Stretches of emphasis: start, text start, text end, end. A mark without partner runs to the edge."""
    spans: list[tuple[int, int, int, int]] = []
    opened: re.Match[str] | None = None
    for mark in STARS.finditer(block):
        if mark.group(1) and not opened:
            opened = mark
        elif mark.group(2) and opened:
            spans.append((opened.start(), opened.end(), mark.start(), mark.end()))
            opened = None
        elif mark.group(2) and not block[mark.end() :].strip():
            spans.append((0, 0, mark.start(), mark.end()))
    if opened and not block[: opened.start()].strip(" -0123456789."):
        spans.append((opened.start(), opened.end(), len(block), len(block)))
    return spans


def _runs(block: str) -> list[Run]:
    """A block of marked-down text as runs."""
    runs: list[Run] = []
    at = 0
    for start, opened, closed, end in sorted(_paired(block)):
        if start < at:
            continue
        stars = max(opened - start, end - closed)
        runs.append(Run(_unshield(block[at:start])))
        runs.append(Run(_unshield(block[opened:closed]), stars >= 2, stars in (1, 3)))
        at = end
    return [*runs, Run(_unshield(block[at:]))]


def _split(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs cut at line ends."""
    row: list[Run] = []
    for run in runs:
        head, *rest = run.text.split("\n")
        row.append(Run(head, run.bold, run.italic))
        for part in rest:
            yield row
            row = [Run(part, run.bold, run.italic)]
    yield row


def _marked_down(block: Sequence[str]) -> list[list[Run]]:
    """The rows of a block whose stars and escapes are markdown."""
    listed = [NUMBERED.sub("", row) for row in block]
    listed = [row if BREAK.match(row.strip()) else ITEM.sub(BULLET + " ", row) for row in listed]
    out: list[list[Run]] = []
    if any(BREAK.match(row.strip()) for row in listed):
        return [[Run(ESCAPED.sub(r"\1", row))] for row in listed]
    start = 0
    for i in range(1, len(listed) + 1):
        if i == len(listed) or listed[i].startswith(BULLET):
            out += _split(_runs(_shield("\n".join(listed[start:i]))))
            start = i
    return out


def _wrap(rows: Sequence[str]) -> int:
    """The width at which the text is wrapped; 0 where it is not."""
    lengths = sorted(len(row.rstrip()) for row in rows if row.strip())
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) > 20 else lengths[-1]
    full = sum(1 for n in lengths if 0.8 * width <= n <= width)
    return width if width in WRAPS and lengths[-1] < 2 * width and full >= len(lengths) / 5 else 0


def _joined(block: Sequence[str], width: int) -> list[str]:
    """Rows of a block with wrapped ones joined.

    A row goes on where the next word would not have fitted, or where it is long and stops short of an end.
    """
    out: list[str] = []
    before = ""
    for row in block:
        if out and width and not OPENS.match(row) and _goes_on(before, row, width):
            out[-1] = f"{out[-1].rstrip()} {row.strip()}"
        else:
            out.append(row)
        before = row.rstrip()
    return out


def _goes_on(row: str, after: str, width: int) -> bool:
    full = len(row) + 1 + len(after.split(maxsplit=1)[0]) > width
    return full or (len(row) > LONG * width and bool(OPEN_END.search(row)))


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
    """Which rows of a block are set in columns: two gaps or more, or one beside a neighbour that has them."""
    gaps = [len(GAP.findall(row.strip())) for row in rows]
    return [n > 1 or (n == 1 and max(gaps[max(0, i - 1) : i + 2]) > 1) for i, n in enumerate(gaps)]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without looks or columns, wrapped rows joined."""
    width = _wrap(text.split("\n"))
    return [row for _, block in _blocks(text) for row in _joined(block, width)]


def lines(data: bytes) -> list[Line]:
    """The lines of a text; pages are counted by form feeds and `<PAGE>` marks where it has them.

    Raises TooLarge over a bound.
    """
    if len(data) > MAX_BYTES or data.count(b"\n") > MAX_LINES:
        raise TooLarge("This text is larger than any letter: give the letter without its exhibits.")
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    damaged = any(mark.search(text) for mark in DAMAGE)
    paged = "\f" in text or bool(re.search(r"(?im)^\s*<PAGE>", text))
    width = _wrap(text.split("\n"))
    out: list[Line] = []
    tables = 0
    for page, block in _blocks(text):
        columns = _cells(block) if not damaged else [False] * len(block)
        tables += any(columns)
        if any(columns):
            rows = [
                [Run(GAP.sub(" | ", row.strip()) if c else row)]
                for row, c in zip(block, columns, strict=True)
            ]
        else:
            rows = _marked_down(block) if damaged else [[Run(row)] for row in _joined(block, width)]
        marks = columns if any(columns) else [False] * len(rows)
        made = (
            line(r, tables if c else None, page if paged else None) for r, c in zip(rows, marks, strict=True)
        )
        out += [m for m in made if m]
    return out
