"""Text that is marked down, or that a converter left so: "**Re:**", "- 1. We note", "--- | ---:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.reading.looks import BULLET, Run

DAMAGE = (
    re.compile(r"\\[$*_#\[\]().&<>|`~-]"),
    re.compile(r"(?m)^\s*[-*] \d{1,3}\. "),
    re.compile(r"\*\*[^\s*][^*]{0,300}\*\*"),
    re.compile(r"(?m)(?:^|\s)\*[A-Za-z“\"][^*\n]{3,}\*(?:\s|$)"),
    re.compile(r"(?m)^#{2,6} \S"),
)
"""Marks of markdown, any of which gives it away. Examples: "\\$5", "- 1. We", "**Re:**", "*We.*", "## 1."."""

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that markdown would take for a mark. Examples: "\\*", "\\&". Not: "C:\\new"."""

QUOTED = re.compile(r"(?m)^[ \t]{0,3}(?:>[ \t]?)+")
"""The mark of a quotation. Examples: "> We attribute", ">". Not: "a > b"."""

_DASHES = r"[ \t]*(?::-+:?|-{3,}:?|-{1,2}:)[ \t]*"
RULED = re.compile(rf"(?m)^[ \t]*\|?{_DASHES}(?:\|{_DASHES})+\|?[ \t]*$|^[ \t]*\|{_DASHES}\|[ \t]*$")
"""The rule under a table's head. Examples: "--- | ---:", "|---|---|". Not: "-----"."""

TITLE = re.compile(r"^(#{1,6}) +(?=\S)")
"""The mark of a heading. Examples: "## Response". Not: "#1"."""

ITEM = re.compile(r"^(\s*)[-*+]\s+(?=\S)")
NUMBERED = re.compile(r"^(\s*)[-*+]\s+(?=\**\d{1,3}[.)])")
BREAK = re.compile(r"^(?:\\?\*\s*){3,}$|^(?:[-_]\s*){3,}$")
"""A line that only divides. Examples: "* * *", "\\* \\* \\*", "-----"."""

STARS = re.compile(r"(?<![\\\w$])(\*{1,3})(?=[^\s*%])|(?<=[^\s*$\\])(\*{1,3})(?![\w*%])")
"""Emphasis that opens before a word or closes after one. Not: "*%", "$* million", "* * *"."""

UNDERSCORES = (re.compile(r"(?<![\w\\*])_{1,2}(?=[^\s_])"), re.compile(r"(?<=[^\s_\\])_{1,2}(?![\w_])"))
"""Emphasis by underscores that opens and closes. Examples: "_We", "it._". Not: "units_sold", "____"."""

SHIELD = 0xF0000
"""Where escaped signs are put out of the way of emphasis: a private plane that no letter uses."""

BARED = {SHIELD + code: code for code in range(0x80)}

Rows = list[tuple[list[Run], bool]]
"""Rows as runs, each with whether it is a row of a table."""


def is_marked_down(text: str) -> bool:
    """Whether anything in the text gives markdown away."""
    return any(mark.search(text) for mark in (*DAMAGE, RULED))


def unquoted(text: str) -> str:
    """The text without the marks of quotations."""
    return QUOTED.sub("", text)


def is_table(block: Sequence[str]) -> bool:
    """Whether a block is a table: it has a rule under its head."""
    return any(RULED.match(row) for row in block)


def rows(block: Sequence[str]) -> Rows:
    """The rows of a block, its marks turned into looks, bullets and cells."""
    if is_table(block):
        kept = [_cells(row) for row in block if not RULED.match(row)]
        return [(row, True) for row in kept]
    return [(row, False) for row in _marked_down(block)]


def _cells(row: str) -> list[Run]:
    """A row of a table, its empty cells gone."""
    cells = (c.strip() for c in _shield(row).split("|"))
    return _runs(" | ".join(c for c in cells if c))


def _shield(text: str) -> str:
    """Escaped signs moved out of the way of emphasis."""
    return ESCAPED.sub(lambda m: chr(SHIELD + ord(m[1])), text)


def _unshield(text: str) -> str:
    return text.translate(BARED) if max(text, default="") >= "\U000f0000" else text


def _starred(block: str) -> str:
    """The block with emphasis by stars where it has pairs of underscores."""
    opening, closing = UNDERSCORES
    marks = len(opening.findall(block))
    if not marks or marks != len(closing.findall(block)):
        return block
    return closing.sub(lambda m: "*" * len(m[0]), opening.sub(lambda m: "*" * len(m[0]), block))


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
    block = _starred(block)
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
        if i == len(listed) or listed[i].startswith(BULLET) or TITLE.match(listed[i]):
            out += _titled(listed[start:i])
            start = i
    return out


def _titled(block: Sequence[str]) -> Iterator[list[Run]]:
    """The rows of a part of a block; a heading is bold."""
    head, *more = block
    if title := TITLE.match(head):
        yield [Run(run.text, True, run.italic) for run in _runs(_shield(head[title.end() :].rstrip("# ")))]
        block = more
    if block:
        yield from _split(_runs(_shield("\n".join(block))))
