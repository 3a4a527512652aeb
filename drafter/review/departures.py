"""Where the draft departs from what the company told the staff before: materiality, segments, promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.business_days import spoken
from drafter.domain import Pair
from drafter.matters import sentences
from drafter.register import entries, touched
from drafter.register.subjects import shared, subject
from drafter.review.reviewed import Mark, Reviewed, Sentence, excerpt

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SEGMENTS = re.compile(
    r"\b(?:ha[sd]|have|operates?(?:\s+in|\s+as)?|identified|into|our|its|compris\w+(?:\s+of)?"
    r"|consists?\s+of)\s+(?:only\s+)?"
    rf"(?P<count>single|{'|'.join(NUMBERS)}|\d{{1,2}})\s+(?:[a-z]+\s+(?:and\s+)?){{0,2}}?"
    r"(?P<kind>reportable|operating|reporting)\s+(?:segments?|units?)\b",
    re.I,
)
"""How many there are. Examples: "has one operating segment", "operates in three reportable segments".
Not: "to aggregate two or more operating segments"."""

IMMATERIAL = re.compile(
    r"^(?P<what>[^,;]{3,120}?)\b(?:is|are|was|were|has been|have been)\s+(?:also\s+|currently\s+)?"
    r"(?:not\s+(?:\w+\s+)?(?:material|significant)|immaterial|insignificant)\b",
    re.I,
)
"""Example: "returns of merchandise are not material"."""

MATERIAL = re.compile(
    r"^(?P<what>[^,;]{3,120}?)\b(?:is|are|was|were|has been|have been|became|has become)\s+(?:also\s+|now\s+)?"
    r"(?:a\s+|an\s+)?(?:material|significant)\b",
    re.I,
)
"""Example: "returns of merchandise are material to sales"."""

DECLINES = re.compile(
    r"\b(?:do(?:es)?|did)\s+not\s+(?:believe|consider|think|intend|plan)\b"
    r"|\b(?:not|neither)\s+(?:\w+\s+)?(?:required|necessary|meaningful|helpful|useful|appropriate)\b"
    r"|\bno (?:further|additional) (?:disclosure|revision)",
    re.I,
)
"""An answer that declines. Examples: "does not believe that it would be useful", "is not required"."""

ALIKE = 0.6
"""The share of words in common from which two statements speak of one thing."""


def departed(reviewed: Reviewed) -> Iterator[Mark]:
    """Statements that contradict earlier ones on materiality, on segments, or on what was promised."""
    told = [(pair, s) for pair in _latest_first(reviewed.own) for s in sentences(pair.response.text)]
    yield from _segments(reviewed, told)
    for said in reviewed.spoken:
        for here, there in ((MATERIAL, IMMATERIAL), (IMMATERIAL, MATERIAL)):
            yield from _opposed(said, told, here, there)
    yield from _declined(reviewed)


def _latest_first(own: tuple[Pair, ...]) -> list[Pair]:
    return sorted(own, key=lambda p: p.sent or date.min, reverse=True)


def _segments(reviewed: Reviewed, told: list[tuple[Pair, str]]) -> Iterator[Mark]:
    for kind in ("operating", "reportable", "reporting"):
        now = [(s, n) for s in reviewed.spoken for n in _counts(s.text, kind)]
        before = [(pair, text, n) for pair, text in told for n in _counts(text, kind)]
        latest = [b for b in before if b[0].sent == before[0][0].sent]
        if now and latest and not {n for _, n in now} & {n for *_, n in latest}:
            yield _against(now[0][0], latest[0][0], latest[0][1])


def _counts(text: str, kind: str) -> list[int]:
    found = (m for m in SEGMENTS.finditer(text) if m["kind"].lower() == kind)
    return [_number(m["count"].lower()) for m in found]


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word == "single" else NUMBERS.index(word)


def _opposed(
    said: Sentence, told: list[tuple[Pair, str]], here: re.Pattern[str], there: re.Pattern[str]
) -> Iterator[Mark]:
    now = here.search(said.text)
    about = subject(now["what"]) if now else frozenset()
    for pair, text in told if about else ():
        before = there.search(text)
        if before and _alike(about, subject(before["what"])):
            yield _against(said, pair, text)
            return


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(shared(one, other), shared(other, one)) >= ALIKE


def _declined(reviewed: Reviewed) -> Iterator[Mark]:
    """Promises on the comment's subject that the answer now declines to keep."""
    known = entries(reviewed.own, date.min, {})
    for reply in reviewed.replies:
        for entry in touched(known, reply.comment):
            own = subject(entry.promise.what)
            for said in (s for s in reply.sentences if not s.block and DECLINES.search(s.text)):
                if shared(own, subject(said.text)) >= ALIKE:
                    yield _against(said, entry.pair, entry.promise.text)
                    break


def _against(said: Sentence, pair: Pair, words: str) -> Mark:
    when = spoken(pair.sent) if pair.sent else "an earlier letter"
    return Mark.at(
        said,
        f"The company told the staff on {when} (comment {pair.comment.number}): “{excerpt(words)}”. The answer now "
        "says otherwise: say what has changed since, or keep to it.",
    )
