"""Where a company letter repeats the staff's comments, found by their words and not by number or look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from drafter.domain import Comment, Line
from drafter.parsing.marks import comment_mark
from drafter.parsing.roles import Recital

GRAM = 3
"""Words in a row that a line and a comment must share to be alike there."""

ALIKE = 0.6
"""The share of a line's runs of words that must stand in the comment."""

OPENS = 12
"""Words of a comment among which the first line that repeats it must begin."""

_WORD = re.compile(r"[a-z0-9]+")
_FOLD = str.maketrans({"’": None, "‘": None, "'": None, "[": None, "]": None})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the recital departs from the staff's words: `staff` was written as `recital`; either may be ""."""

    number: str
    staff: str
    recital: str


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without quotes, brackets, dashes, signs or `[sic]`."""
    return _WORD.findall(text.replace("[sic]", " ").lower().translate(_FOLD))


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[k:] for k in range(GRAM)), strict=False)


def recital(lines: Sequence[Line], spine: Sequence[Comment], skip: frozenset[int] = frozenset()) -> Recital:
    """The lines that repeat comments of the staff letter, and where each of them starts."""
    told = [plain_words(c.text) for c in spine]
    known = [set(_grams(words)) for words in told]
    starts: dict[int, int] = {}
    matched: set[int] = set()
    started: set[int] = set()
    current = -1
    for i, line in enumerate(lines):
        if i in skip:
            continue
        mark = comment_mark(line.text)
        said = plain_words(line.text[mark.end :] if mark else line.text)
        at = _comment_of(said, told, known, current)
        if at is None:
            continue
        if at not in started and _begins(said, told[at]):
            started.add(at)
            starts[i] = int(spine[at].number)
            current = at
        if at in started:
            matched.add(i)
    return Recital(starts, frozenset(matched))


def _comment_of(
    said: Sequence[str], told: Sequence[Sequence[str]], known: Sequence[set[tuple[str, ...]]], current: int
) -> int | None:
    """Which comment a line repeats; where several hold its words the one in hand, then the next."""
    if len(said) < GRAM:
        return None
    grams = list(_grams(said))
    shares = [sum(g in own for g in grams) / len(grams) for own in known]
    best = max(shares, default=0.0)
    if best < ALIKE:
        return None
    near = [k for k, share in enumerate(shares) if share > best - 0.05]
    opening = [k for k in near if k > current and _begins(said, told[k])]
    if opening:
        return opening[0]
    return current if current in near else near[0]


def _begins(said: Sequence[str], told: Sequence[str]) -> bool:
    """Whether a line begins where the comment does."""
    head = list(said[: GRAM + 1])
    return any(_close(head, told[k : k + len(head)]) for k in range(min(OPENS, len(told))))


def _close(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one) and Levenshtein.distance(one, other) <= (len(one) > GRAM)


def likeness(one: str, other: str) -> float:
    """How much two texts say the same in the same words, in [0, 1]."""
    return Levenshtein.normalized_similarity(plain_words(one), plain_words(other))


def differences(comment: Comment, recited: str) -> tuple[Difference, ...]:
    """Where the recital departs from the staff's own words, case, quotes and punctuation aside."""
    ours, theirs = plain_words(comment.text), plain_words(recited)
    return tuple(
        Difference(comment.number, " ".join(ours[a:b]), " ".join(theirs[c:d]))
        for tag, a, b, c, d in Levenshtein.opcodes(ours, theirs)
        if tag != "equal"
    )
