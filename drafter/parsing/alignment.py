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

OPENS = 8
"""Words of a comment among which the first line that repeats it must begin."""

_WORD = re.compile(r"[a-z0-9]+")
_FOLD = str.maketrans({"’": None, "‘": None, "'": None, "[": None, "]": None})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the recital departs from the staff's words: `staff` became `recital`, either perhaps ""."""

    number: str
    staff: str
    recital: str


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without quotes, brackets, dashes, signs or `[sic]`."""
    return _WORD.findall(text.replace("[sic]", " ").lower().translate(_FOLD))


@dataclass(slots=True)
class _Told:
    """A comment's words, and how far the lines before have repeated them."""

    words: list[str]
    grams: frozenset[tuple[str, ...]]
    opening: frozenset[str]  # the words among which a first line begins
    reached: int = 0
    begun: bool = False

    def share(self, grams: Sequence[tuple[str, ...]]) -> float:
        """How much of a line, given by its runs of words, stands in what is still to be repeated."""
        if sum(g in self.grams for g in grams) < ALIKE * len(grams):
            return 0.0
        ahead = set(_grams(self.words[max(0, self.reached - GRAM) :]))
        return sum(g in ahead for g in grams) / len(grams) if grams else 0.0

    def take(self, said: Sequence[str]) -> None:
        """Note that a line repeats this comment up to the line's own last words."""
        last = tuple(said[-GRAM:])
        ahead = (k + GRAM for k, g in enumerate(_grams(self.words)) if g == last and k >= self.reached)
        self.reached = next(ahead, self.reached + len(said) // 2)
        self.begun = True


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[k:] for k in range(GRAM)), strict=False)


def recital(lines: Sequence[Line], spine: Sequence[Comment], skip: frozenset[int] = frozenset()) -> Recital:
    """The lines that repeat comments of the staff letter, and where each of them starts."""
    spoken = (plain_words(c.text) for c in spine)
    told = [_Told(own, frozenset(_grams(own)), frozenset(own[: OPENS + GRAM])) for own in spoken]
    starts: dict[int, int] = {}
    matched: set[int] = set()
    current = -1
    for i, line in enumerate(lines):
        mark = comment_mark(line.text)
        said = plain_words(line.text[mark.end :] if mark else line.text)
        at = None if i in skip else _repeated(said, told, current)
        if at is None:
            continue
        if not told[at].begun:
            starts[i] = int(spine[at].number)
            current = at
        told[at].take(said)
        matched.add(i)
    return Recital(starts, frozenset(matched))


def _repeated(said: Sequence[str], told: Sequence[_Told], current: int) -> int | None:
    """Which comment a line repeats: one that it opens, the next first, or the one in hand."""
    if len(said) < GRAM:
        return None
    runs = list(_grams(said))
    fresh = [k for k, t in enumerate(told) if not t.begun and _begins(said, t) and t.share(runs) >= ALIKE]
    if fresh:
        return next((k for k in fresh if k > current), fresh[0])
    begun = [k for k, t in enumerate(told) if t.begun and t.share(runs) >= ALIKE]
    return current if current in begun else next(iter(begun), None)


def _begins(said: Sequence[str], told: _Told) -> bool:
    """Whether a line begins where the comment does."""
    head = list(said[: GRAM + 1])
    if sum(word in told.opening for word in head) < len(head) - 1:
        return False
    return any(_close(head, told.words[k : k + len(head)]) for k in range(min(OPENS, len(told.words))))


def _close(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one) and Levenshtein.distance(one, other) <= (len(one) > GRAM)


def likeness(one: str, other: str) -> float:
    """How much two texts say the same in the same words, in [0, 1]."""
    return Levenshtein.normalized_similarity(plain_words(one), plain_words(other))


def differences(comment: Comment, recited: str) -> tuple[Difference, ...]:
    """Where the recital departs from the staff's own words, case, quotes and punctuation aside."""
    ours, theirs = plain_words(comment.text), plain_words(recited)
    changes = (op for op in Levenshtein.opcodes(ours, theirs) if op.tag != "equal")
    return tuple(
        Difference(
            comment.number,
            " ".join(ours[op.src_start : op.src_end]),
            " ".join(theirs[op.dest_start : op.dest_end]),
        )
        for op in changes
    )
