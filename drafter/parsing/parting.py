"""Lines of a company letter that hold a recital and its answer, taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Line
from drafter.parsing.cues import words
from drafter.parsing.marks import comment_mark, opens_comment, response_mark

INLINE = re.compile(
    r"(?<=[.?!”\")\]])\s+(?=(?:(?:The\s+)?(?:Company|Management|Registrant)(?:[’']s)?\s+)?"
    r"(?:Response|RESPONSE|Answer|ANSWER|Reply)(?:\s+to\s+[Cc]omment)?(?:\s+(?:No\.?\s*)?\d{1,3})?\s*:\s)"
)
"""Where an answer's label follows a comment in its line. Example: "why. Response: We". Not: "In response:"."""

ENDS = re.compile(r"[.?!][”\")\]]*\s*$")
RECITED, ANSWERED = 8, 4
"""Words that a recital and an answer in one line have at least."""


GRIDDED = re.compile(r"(?:\(?(?P<number>\d{1,3})[.):]?\s*\|\s*)?(?P<asked>[^|]+?)\s*\|\s*(?P<answer>[^|]+)")
"""A row of a table that sets comments beside their answers. Examples: "3 | Tell us why. | It fell.", "Why? | So"."""

COLUMN_HEADS = re.compile(
    r"(?:[^|]{0,12}\|)?[^|]{0,24}\bcomments?\b[^|]{0,12}\|[^|]{0,24}\bresponses?\b[^|]{0,12}", re.I
)
"""The heads of such a table's columns. Example: "No. | Staff comment | Company response"."""

SIDE_BY_SIDE = 2
"""Rows in a row, of a table, that set a comment beside its answer, from which the table does."""


def ungridded(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, every row of a table that sets comments beside their answers as two, the answer labelled, and
    the heads of its columns gone.
    """
    counted = Counter(line.table for line in lines if _gridded(line))
    grids = {table for table, rows in counted.items() if rows >= SIDE_BY_SIDE}
    return tuple(part for line in lines for part in (_columns(line) if line.table in grids else (line,)))


def _gridded(line: Line) -> bool:
    """Whether a row holds a comment and beside it what does not ask."""
    row = GRIDDED.fullmatch(line.text) if line.table is not None else None
    if not row or min(len(row["asked"].split()) - RECITED, len(row["answer"].split()) - ANSWERED) < 0:
        return False
    asks = words(row["asked"])
    return (asks.asks > 0 or asks.opens_comment) and words(row["answer"]).asks <= 0


def _columns(line: Line) -> Iterator[Line]:
    row = GRIDDED.fullmatch(line.text) if _gridded(line) else None
    if row is None:
        yield from () if COLUMN_HEADS.fullmatch(line.text) else (line,)
    else:
        number = f"{row['number']}. " if row["number"] else "" if comment_mark(row["asked"]) else "Comment: "
        yield replace(line, text=f"{number}{row['asked']}", table=None, lead=0)
        yield replace(line, text=f"Response: {row['answer']}", table=None, lead=0)


def taken_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each that holds a comment and then its answer as two.

    The answer is told by its label, or where the comment is set apart, by where plain text begins.
    """
    return tuple(part for line in lines for part in _parts(line, lines))


def _parts(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    at = _turn(line)
    if not at:
        yield line
        return
    bold, italic, underlined = _usual(lines) if 0 < line.lead < len(line.text) else (False, False, False)
    recital = line.text[:at].rstrip()
    yield replace(
        line, text=recital, bold=bold, italic=italic, underlined=underlined, lead=min(line.lead, len(recital))
    )
    yield replace(line, text=line.text[at:].lstrip(), lead=0)


def _turn(line: Line) -> int:
    """Where in a line the answer begins; 0 where it holds no comment or no answer to it."""
    if line.table is not None:
        return 0
    if opens_comment(line.text) and (label := INLINE.search(line.text)):
        return label.end()
    recital, answer = line.text[: line.lead], line.text[line.lead :]
    if len(recital.split()) < RECITED or len(answer.split()) < ANSWERED or not ENDS.search(recital):
        return 0
    asks = comment_mark(recital) or words(recital).asks > 0
    return line.lead if asks and (words(answer).opens_answer or response_mark(answer)) else 0


def _usual(lines: Sequence[Line]) -> tuple[bool, bool, bool]:
    """How the letter mostly sets its longer lines apart; bold where no line is."""
    looks = Counter((ln.bold, ln.italic, ln.underlined) for ln in lines if len(ln.text.split()) >= RECITED)
    styled = [(n, seen) for seen, n in looks.items() if any(seen)]
    return max(styled)[1] if styled else (True, False, False)
