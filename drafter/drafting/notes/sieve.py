"""What a sentence of counsel's notes sounds like: a fact, talk between colleagues, or something still to come.

Three scales learned of invented notes weigh words, their neighbours and parts, their meaning (the word pieces of the
offline embedder), the shape of the sentence and of those beside it, the cues in it, and signs such as who speaks,
whether there is a figure, and whether the sentence has a word of the comment. The weights are made by
benchmarks/learn_sieve.py and kept in sieve.npz: numbers only.
"""

from __future__ import annotations

import functools
import math
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting.language.shapes import beside, shapes
from drafter.drafting.notes.cues import typed
from drafter.drafting.notes.signs import signs
from drafter.providers.wordllama import coded, pieces

BUCKETS = {"words": 1 << 14, "shapes": 1 << 13, "beside": 1 << 13, "signs": 1 << 10}
SCALES = ("talk", "waits", "held")
"""Whether it is talk; whether it says that something is still to come; whether talk is of what is not public."""
FILE = "sieve.npz"
PARTS = range(2, 6)
"""Letters of a part of a word."""
DOUBT = 3
"""Word pieces that say nothing, added to each sentence, so that the meaning of a short one counts less."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a note, with those before and after it in the note, and the comment ("" for none)."""

    text: str
    comment: str = ""
    before: str = ""
    after: str = ""


Features = dict[str, NDArray[np.int64]]
"""By the name of what they are, the buckets of what a line has; under "pieces" its word pieces."""
Sound = dict[str, float]
"""How far a line lies on each scale: above 0 it is more likely so than not."""


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """The weights of what a line has, a row for each scale."""

    weights: Mapping[str, NDArray[np.float32]]
    bias: NDArray[np.float32]

    def weigh(self, found: Features) -> Sound:
        """How far a line with those features lies on each scale."""
        told = self.bias + sum(
            self.weights[kind][:, buckets].sum(axis=1) / share(kind, len(buckets))
            for kind, buckets in found.items()
        )
        return dict(zip(SCALES, map(float, told), strict=True))


def share(kind: str, count: int) -> float:
    """By what the weight of each of so many features of a kind is divided."""
    if kind == "signs":
        return 1.0
    return count + DOUBT if kind == "pieces" else float(max(count, 1)) ** 0.5


def side_by_side(said: Sequence[str], comment: str) -> Iterator[Line]:
    """The sentences of a note on that comment, each beside those before and after it."""
    for before, text, after in zip(("", *said), said, (*said[1:], ""), strict=False):
        yield Line(text, comment, before, after)


def talk(text: str, comment: str = "") -> float:
    """How much a clause by itself sounds like talk between colleagues."""
    return sounds(Line(text, comment))["talk"]


def likeliest(sound: Sound, aside: Sequence[Sound] = ()) -> str:
    """What a line that sounds so is best taken for beside lines that sound so: "state", "open", "remark" or "held".

    What is not public weighs more where it is shown than another line where it is kept out; of two blanks the needless
    one costs less; and a note is rarely half talk.
    """
    secret = 1 / (1 + math.exp(-sound["held"]))
    others = [max(-FARTHEST, min(FARTHEST, other["talk"])) for other in aside]
    near = TOGETHER * sum(others) / len(others) if others else 0.0
    talk = sound["talk"] + math.log(1 + (LEAK - 1) * secret) + near - SPARED
    waits = sound["waits"] + NEEDLESS
    if max(talk, waits) <= 0:
        return "state"
    return "open" if waits > talk else "held" if secret > EVEN else "remark"


LEAK = 4
"""How many facts withheld are as bad as one thing shown that is not public."""
SPARED = 1.3
"""How far above the middle of its scale a line must lie to be taken for talk."""
NEEDLESS = 0.5
"""How far below the middle of its scale a line is still taken for one that waits."""
TOGETHER, FARTHEST = 0.45, 3.0
"""How much the lines beside it move a line on the scale of talk, and how far they count at most."""
EVEN = 0.35
"""How surely talk is of what is not public, to be marked so."""


@functools.lru_cache(maxsize=4096)
def sounds(line: Line) -> Sound:
    """How the line sounds on each scale."""
    return sieve().weigh(features(line))


@functools.cache
def sieve() -> Sieve:
    """The sieve with the weights that came with the package."""
    return knowing(np.load(Path(__file__).with_name(FILE)))


def knowing(learned: Mapping[str, NDArray[Any]]) -> Sieve:
    """The sieve with those weights."""
    kinds = (*BUCKETS, "pieces")
    return Sieve(
        {kind: learned[kind].astype(np.float32) for kind in kinds}, learned["bias"].astype(np.float32)
    )


def features(line: Line) -> Features:
    """What the line has."""
    text, *aside = (_NUMBER.sub("0", typed(t)) for t in (line.text, line.before, line.after))
    said = {
        "words": _words(text.lower()),
        "shapes": shapes(line.text),
        "beside": beside(line.before, line.after),
        "signs": signs(text, line.comment, aside),
    }
    found = {kind: _buckets(every, BUCKETS[kind]) for kind, every in said.items()}
    (ids,) = coded(pieces(), [text])
    return {**found, "pieces": np.array(ids, np.int64)}


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
