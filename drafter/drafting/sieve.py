"""How much a sentence of counsel's notes sounds like talk between colleagues: a scale learned of invented notes.

What it weighs are words, their neighbours and parts, their meaning (the word pieces of the offline embedder), and
signs such as who speaks, whether there is a figure, and whether the sentence has a word of the comment. The weights
are made by benchmarks/learn_sieve.py and kept in sieve.npz: numbers only.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting.cues import typed
from drafter.providers.wordllama import coded, pieces

BUCKETS = {"words": 1 << 14, "signs": 1 << 9}
FILE = "sieve.npz"
PARTS = range(2, 6)
"""Letters of a part of a word."""
DOUBT = 3
"""Word pieces that say nothing, added to each sentence, so that the meaning of a short one counts less."""
STEM = 5
"""Letters by which two forms of a word are one."""

Features = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Buckets of words and their parts, buckets of signs, word pieces."""


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """The weights of what a sentence has; the sum of them is above 0 where it sounds like talk."""

    words: NDArray[np.float32]
    signs: NDArray[np.float32]
    pieces: NDArray[np.float32]
    bias: float

    def weigh(self, found: Features) -> float:
        """What those features weigh together."""
        words, signs, said = found
        return float(
            self.bias
            + self.words[words].sum() / max(len(words), 1) ** 0.5
            + self.signs[signs].sum()
            + self.pieces[said].sum() / (len(said) + DOUBT)
        )


def talk(text: str, comment: str = "") -> float:
    """How much a sentence sounds like talk between colleagues: above 0 more than a letter can bear."""
    return sieve().weigh(features([text], comment)[0])


@functools.cache
def sieve() -> Sieve:
    """The sieve with the weights that came with the package."""
    return knowing(np.load(Path(__file__).with_name(FILE)))


def knowing(learned: Mapping[str, NDArray[Any]]) -> Sieve:
    """The sieve with those weights."""
    words, signs, said = (learned[n].astype(np.float32) for n in ("words", "signs", "pieces"))
    return Sieve(words, signs, said, float(learned["bias"]))


def features(texts: Sequence[str], comment: str = "") -> list[Features]:
    """What each sentence has, beside that comment ("" for none)."""
    told = [_NUMBER.sub("0", typed(t)) for t in texts]
    return [
        (
            _buckets(_words(text.lower()), BUCKETS["words"]),
            _buckets(_signs(text, comment), BUCKETS["signs"]),
            np.array(ids, np.int64),
        )
        for text, ids in zip(told, coded(pieces(), told), strict=True)
    ]


_NUMBER = re.compile(r"\d[\d,.]*(?<=\d)")


def _buckets(said: Iterator[str], count: int) -> NDArray[np.int64]:
    return np.array(sorted(zlib.crc32(one.encode()) % count for one in set(said)), np.int64)


def _words(text: str) -> Iterator[str]:
    """The words, neighbours and parts of words."""
    found = re.findall(r"[a-z']+|0|[^\w\s]", text)
    yield from found
    yield from map(" ".join, zip(["^", *found], [*found, "$"], strict=True))
    for word in text.split():
        whole = f" {word} "
        yield from (whole[at : at + n] for n in PARTS for at in range(len(whole) - n + 1))


def _signs(text: str, comment: str) -> Iterator[str]:
    yield from (name for name, sign in _SIGNS.items() if sign.search(text))
    length = len(text.split())
    yield f"length {min(length // 3, 8)}"
    if comment:
        yield f"of the comment {min(len(stems(text) & stems(comment)), 3)}"


def stems(text: str) -> set[str]:
    """The longer words of a text, cut so that two forms of a word are one."""
    return {word[:STEM] for word in re.findall(r"[a-z]{4,}", text.lower())}


_SIGNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "figure": r"0",
        "no figure": r"^[^0]*$",
        "two figures": r"0.*0",
        "money": r"[$€£%]|\b(?:percent|per cent|million|billion)\b",
        "a month": r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
        "I": r"\b(?:I|[Mm]e|[Mm]y|I'\w+)\b",
        "we": r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Ww]e'\w+)\b",
        "you": r"\b[Yy]our?\b",
        "he": r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)\b",
        "they": r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|[Tt]hey'\w+)\b",
        "may": r"\b(?:might|could|would|may|should)\b|'d\b",
        "will": r"\b(?:will|won't|going to|about to)\b|'ll\b",
        "is doing": r"(?:\b(?:is|are|am)|'s|'re|'m) (?:\w+ )?\w+ing\b",
        "was done": r"\b(?:was|were|is|are|been) (?:\w+ )?\w+ed\b",
        "past": r"\b(?:was|were|had)\b|\w\wed\b",
        "short forms": r"\w'(?:t|re|ve|ll|d|m)\b",
        "small letter": r"^[a-z]",
        "names": r"(?<=[a-z,] )[A-Z][a-z]+",
        "many names": r"(?<=[a-z,] )[A-Z][a-z]+.*(?<=[a-z,] )[A-Z][a-z]+",
        "a place": r"\b(?:[Pp]ages?|pp?\.|[Pp]p?|Exhibits?|Exh?\.|Items?|Notes?|[Ss]ection) ?\(?(?:[A-Z]-)?0",
        "somebody": r"\b(?:[Ss]ome(?:one|body)|[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody|[Aa]pparently)\b",
        "colon": r":",
        "stress": r"!",
        "brackets": r"\(",
        "to do first": r"^(?:[Pp]lease |[Pp]ls )?(?:[Dd]on't|[Dd]o not|[Kk]eep|[Ll]et|[Ll]eave|[Ss]kip|[Aa]void|[Ss]ay|"
        r"[Tt]ell|[Aa]sk|[Cc]all|[Mm]ake|[Tt]ake|[Gg]et|[Tt]ry|[Hh]ave|[Pp]ut|[Rr]un|[Cc]heck|[Ss]tay|[Ww]atch|[Bb]e)\b",
    }.items()
}
"""Signs of who speaks, to whom, of what and when; numbers are already written as 0."""
