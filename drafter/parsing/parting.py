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
