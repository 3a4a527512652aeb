"""Notes however counsel types them, put as plain Markdown: a heading a comment, then items and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

WRITTEN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

_COMMENT = r"(?:(?:the\s+)?(?:staff(?:[’']s)?|sec)\s+)?comments?\s*(?:(?:nos?|numbers?)\b\.?|\#)?\s*"
_NUMBER = rf"(?:\d{{1,3}}[A-Za-z]?|{'|'.join(WRITTEN)})\b"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,\s*and|,|and|&|to|through|-|–)\s*(?:comments?\s+)?{_NUMBER})*"

NAMED = re.compile(rf"\b{_COMMENT}(?P<numbers>{_NUMBERS})", re.I)
"""A comment named by its number. Examples: "Comment #3", "staff comments 4 and 5", "comment two"."""

COUNTED = re.compile(rf"(?:\#|c|cmt)?\s*(?P<numbers>{_NUMBERS})(?=\s*(?:[.:)(–—-]|$|\s(?-i:[A-Z])))", re.I)
"""A heading that opens with a number. Examples: "3", "#3", "3. Segments". Not: "2024", "12 months ended"."""

HEADED = re.compile(
    rf"\s*(?P<lead>(?:re|on|for|as\s+to|response\s+to|answer\s+to)\b\s*:?\s*)?{_COMMENT}(?P<numbers>{_NUMBERS})"
    r"(?P<title>\s*\([^()]*\))?(?P<end>\s*(?:[.:)–—]|-(?=\s)|$))?,?(?:\s+|$)(?P<rest>.*)$",
    re.I,
)
"""A line that names its comment. Examples: "Comment 3", "Re: comment 4 - it rose", "On comment 3, we". Not:
"Comment 3 was discussed", which has neither a sign nor a word before.
"""

ENDED = re.compile(r"^\s*$|^#|[.!?:;]\W*$")
"""A line after which another sentence begins."""

ITEM = re.compile(
    r"\(?(?P<short>c(?=\d)|(?:cmt|cmnt|comm)\.?\s?)?(?P<numbers>\d{1,3})(?(short)[.):]?|[.)])(?:\s+(?P<rest>.*))?$",
    re.I,
)
"""A line that only its number puts under a comment. Examples: "3.", "3) It rose", "c3". Not: "3.5 million", "Q3"."""

REMARK = re.compile(r"<!--\s*(.*?)\s*-->", re.S)
FENCE = re.compile(r"\s*(?:```|~~~)")
RULE = re.compile(r"\s*(?:(?:[-_*]\s*){3,}|=+\s*)$")
QUOTED = re.compile(r"^\s*>\s?")
ROW = re.compile(r"\s*\|.*\|\s*$")
DASHES = re.compile(r"[\s|:-]+$")
YEAR = re.compile(r"(?:19|20)\d\d$")
EMPHASIS = (
    re.compile(r"\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*"),
    re.compile(r"__(?=[^\s_])(.+?)(?<=[^\s_])__"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"),
    re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"),
    re.compile(r"`([^`]+)`"),
)
"""Marks of emphasis, which are no part of a note. Not: "[***]", "______"."""

TITLE = 6
"""Words: what stands in capitals behind a comment's number is its title up to here."""


def plain(text: str) -> str:
    """The notes as Markdown that has headings, list items and paragraphs and nothing else.

    A remark that Markdown hides becomes a note for nobody but counsel; the rows of a table become sentences.
    Lines that name their comment become headings; where nothing does, numbers at the head of lines are taken
    for the comments'.
    """
    rows = [QUOTED.sub("", row) for row in REMARK.sub(r"\n\nInternal: \1\n\n", text).splitlines()]
    rows = [_unstressed(row) for row in _sentences(rows) if not FENCE.match(row) and not RULE.match(row)]
    made = [part for before, row in pairwise(["", *rows]) for part in _headed(row, before)]
    if not any(row.startswith("#") and NAMED.search(row) for row in made):
        made = [part for row in rows for part in _counted(row)]
    return "\n".join(made)


def _unstressed(row: str) -> str:
    for mark in EMPHASIS:
        row = mark.sub(r"\1", row)
    return row


def _headed(row: str, before: str) -> tuple[str, ...]:
    """A line, put as the heading that it is, with what stands behind it as a note; a line that goes on with a
    sentence of the line before is none.
    """
    if row.startswith("#"):
        return (_titled(row),)
    found = HEADED.match(row) if ENDED.search(before) else None
    if not found or (found["end"] is None and not found["lead"]):
        return (row,)
    rest = found["rest"].strip()
    note = () if _is_title(rest) else (rest[:1].upper() + rest[1:],)
    return (f"# Comment {_figures(found['numbers'])}", *note)


def _titled(row: str) -> str:
    """A heading of Markdown with the comment that it names in front."""
    marks, title = row[: len(row) - len(row.lstrip("#"))], row.lstrip("#").strip()
    found = NAMED.search(title) or COUNTED.match(title)
    return f"{marks} Comment {_figures(found['numbers'])} {title}" if found else f"{marks} – {title}"


def _counted(row: str) -> tuple[str, ...]:
    found = ITEM.match(row)
    if not found:
        return (row,)
    return (f"# Comment {found['numbers']}", *filter(None, [found["rest"]]))


def _figures(numbers: str) -> str:
    """The numbers in figures: "three and 4" is "3 and 4"."""
    return re.sub(
        r"[A-Za-z]+\b",
        lambda m: str(WRITTEN.index(m[0].lower()) + 1) if m[0].lower() in WRITTEN else m[0],
        numbers,
    )


def _is_title(rest: str) -> bool:
    """Whether what stands behind a comment's number says nothing: nothing, or a few words in capitals."""
    words = [w for w in rest.split() if len(w) > 3]
    few = len(rest.split()) <= TITLE and not rest.endswith(".") and not re.search(r"\d", rest)
    return not rest or (few and all(w[0].isupper() for w in words))


def _sentences(rows: Sequence[str]) -> Iterator[str]:
    """The rows, those of a table as sentences of the cells under its heads."""
    for in_table, some in groupby(rows, lambda row: bool(ROW.match(row))):
        block = list(some)
        if in_table and len(block) > 2 and DASHES.match(block[1]):
            heads = _cells(block[0])
            yield from ("- " + _sentence(heads, _cells(row)) for row in block[2:])
        else:
            yield from block


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _sentence(heads: Sequence[str], cells: Sequence[str]) -> str:
    """One row of a table said: "Price amounted to $3 in 2024 and $2 in 2023."."""
    said = [(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=False) if cell]
    if said and all(YEAR.match(head) for head, _ in said):
        return f"{cells[0]} amounted to {_joined([f'{cell} in {head}' for head, cell in said])}."
    return f"{cells[0]}: {_joined([f'{cell} ({head})' if head else cell for head, cell in said])}."


def _joined(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
