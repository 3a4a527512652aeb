"""Comments from lines with roles: number, text, headings, page, and the prior comment that one returns to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Comment, Line, Role
from drafter.parsing.headings import capitals, parted, path, split_page
from drafter.parsing.marks import BULLET, NUMBER, comment_mark, number_mark, unlabelled
from drafter.parsing.wrapping import is_torn, together

ENDS = re.compile(r"[.?!:;…][\"”’')\]*_\s]*$")
"""A line that does not run on: `Regulation S-K.”` but not `Regulation`."""

STRAY = re.compile(r"^(?:[-–—•]\s+|[|*\s]+)+|[|*\s]+$")
"""What conversions leave around a text: a list dash, stars of emphasis, an empty cell."""

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FOLLOWS = re.compile(
    r"\b(?:(?:prior|previous)\s+(?:written\s+)?comments?|responses?\s+to\s+(?:our\s+|your\s+|the\s+)?comments?|"
    r"comments?(?=\s+(?:number\s+|no\.?\s*)?\w+\s+(?:in|from|of)\s+our))\s+(?:number\s+|no\.?\s*|\#\s*)?"
    rf"(\d{{1,3}}|{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)
"""The prior comment named: `prior comment 2`, `response to comment six`, `comment 3 in our letter`"""

SEVERAL = 2
"""Headings with numbers that number the comments below them at least; one may be that of a note."""

NAMED = 400
"""Characters of a comment in which it names what it returns to."""

ANOTHER = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|\s*&\s*|\s*(through|to|[-–])\s*)(\d{1,3})\b(?![-–%.]\w|%)"
)
"""A further number after the first. Examples: "2, 3 and 4", "2 through 4". Not: "2 and 10-K"."""

POINT = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s")
"""A point of a list that a small letter opens. Examples: "c. state", "(ii) why". Not: "e.g. in"."""

LISTED = re.compile(r"\b(?:and|or),?$")
"""The end of a point before the last one. Examples: "2017; and", "increases, or"."""

RUN_IN = re.compile(r"([A-Z][^.:;?!]{2,140},?\s+pages?\s+[A-Z]?-?\d+(?:\s*[-–]\s*\d+)?)[.:]\s+(?=[A-Z])")
"""A heading with its page in the comment's own line: `Key Metrics, page 41. We note` but not `page 41, is`."""
TITLED = 0.75
"""The share of capital words from which it is a heading and no sentence."""


def follows(text: str) -> str:
    """The number of the prior comment that this one returns to, the first of several, "" for none."""
    return next(iter(returned_to(text)), "")


def returned_to(text: str) -> tuple[str, ...]:
    """The numbers of all prior comments that a comment returns to, in its order."""
    found: list[str] = []
    for match in FOLLOWS.finditer(text[:NAMED]):
        named = match[1].lower()
        found.append(str(_WORDS.index(named) + 1) if named in _WORDS else named)
        at = match.end()
        while more := ANOTHER.match(text, at):
            first = int(found[-1]) + 1 if more[1] else int(more[2])
            found += map(str, range(first, int(more[2]) + 1))
            at = more.end()
    return tuple(dict.fromkeys(found))


def numbered(starts: Mapping[int, int]) -> dict[int, str]:
    """The number of every comment, those that were lost inferred from their neighbours."""
    order = sorted(starts)
    numbers: dict[int, str] = {}
    before = 0
    for at, line in enumerate(order):
        number = starts[line] or _inferred(order[at:], starts, before)
        numbers[line] = str(number)
        before = number
    return numbers


def _inferred(ahead: Sequence[int], starts: Mapping[int, int], before: int) -> int:
    """A lost number: the one before the next legible one, where that leaves room, else the next in turn."""
    lost = next((k for k, line in enumerate(ahead) if starts[line]), 0)
    fitting = starts[ahead[lost]] - lost if lost else 0
    return fitting if fitting > before else before + 1


def prose(texts: Sequence[str]) -> str:
    """Lines as one text: a sentence torn by a page break is joined, all else keeps its line."""
    out: list[list[str]] = []
    for text in texts:
        if out and not ENDS.search(out[-1][-1]) and (_runs_on(text) or is_torn(out[-1][-1], text)):
            out[-1].append(text)
        elif text:
            out.append([text])
    return "\n".join(part[0] if len(part) == 1 else together(part) for part in out)


def _runs_on(text: str) -> bool:
    return " | " not in text and text[:1].islower() and not POINT.match(text)


def comments(
    lines: Sequence[Line], roles: Sequence[Role], starts: Mapping[int, int], letter: str = ""
) -> tuple[Comment, ...]:
    """The comments of a letter in order; text is "" where the letter answers one without repeating it."""
    led = _led(lines, roles, starts)
    numbers = {start: number for start, (number, _) in led.items()} or numbered(starts)
    order = sorted(starts)
    found: list[Comment] = []
    over: tuple[str, ...] = ()
    page = ""
    for at, start in enumerate(order):
        stop = order[at + 1] if at + 1 < len(order) else len(lines)
        taken = [i for i in range(start, stop) if roles[i] is Role.COMMENT]
        headings = _headings_over(lines, roles, start)
        if led:
            headings[-1] = headings[-1][led[start][1] :]
        if headings:
            parts = [split_page(h) for h in headings]
            over, page = path(over, [h for h, _ in parts if h]), parts[-1][1]
        text = comment_text(tuple(lines[i].text for i in taken))
        end = taken[-1] + 1 if taken else start
        found.append(Comment(letter, numbers[start], text, over, page, (start, end), follows(text)))
    return tuple(found)


def _led(
    lines: Sequence[Line], roles: Sequence[Role], starts: Mapping[int, int]
) -> dict[int, tuple[str, int]]:
    """The comments' numbers where their headings bear them, and where the headings' words begin; {} elsewhere.

    That is where no comment has a number of its own, and the heading over each bears one more than that before.
    """
    if len(starts) < SEVERAL or any(starts.values()):
        return {}
    over = ((start, _headings_over(lines, roles, start)) for start in sorted(starts))
    marks = {start: mark for start, headings in over if headings and (mark := number_mark(headings[-1]))}
    numbers = [int(number) for number, _ in marks.values()]
    in_turn = all(after == before + 1 for before, after in pairwise(numbers))
    return marks if len(marks) == len(starts) and in_turn else {}


def headed(comment: Comment) -> Comment:
    """The comment with the heading that runs in before its text, where no heading stands over it."""
    run_in = None if comment.heading else RUN_IN.match(comment.text)
    if not run_in or capitals(run_in[1]) < TITLED:
        return comment
    heading, page = split_page(run_in[1])
    return replace(comment, heading=(heading,), page=page, text=comment.text[run_in.end() :])


def comment_text(texts: Sequence[str]) -> str:
    """The comment alone: the mark of its first line gone. "" for no lines."""
    if not texts:
        return ""
    mark = comment_mark(texts[0])
    first = texts[0][mark.end :] if mark else texts[0]
    return STRAY.sub("", prose(_unbroken([first, *texts[1:]])))


def _unbroken(texts: Sequence[str]) -> list[str]:
    """A comment's lines with those joined that break in mid-sentence, wherever the next one begins.

    The staff set no captions inside a comment: a line without an end goes on, but before a point of a list or a
    row of a table.
    """
    out: list[list[str]] = []
    for text in texts:
        if out and _goes_on(out[-1][-1], text):
            out[-1].append(text)
        else:
            out.append([text])
    return [part[0] if len(part) == 1 else together(part) for part in out]


def _goes_on(before: str, after: str) -> bool:
    point = BULLET.match(after) or NUMBER.match(after)
    return not (point or ENDS.search(before) or LISTED.search(before) or " | " in before + after)


def _headings_over(lines: Sequence[Line], roles: Sequence[Role], start: int) -> list[str]:
    """The headings directly above a comment, from the top down."""
    at, found = start - 1, []
    while at >= 0 and roles[at] in (Role.HEADING, Role.FURNITURE):
        if roles[at] is Role.HEADING:
            found += unlabelled(lines[at].text)
        at -= 1
    return parted(prose(found[::-1]).split("\n")) if found else []
