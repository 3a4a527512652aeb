"""Which of the things that the staff ask for a sentence of counsel's notes answers: a scale learned of invented notes.

What it weighs are shared words, likeness of meaning (the offline embedder), the place of both in their order, and
which signs of the one go with which of the other: a “when” with a date, a “why” with a “because”. The sentences are
placed together, as they go on from one another. The weights are made by benchmarks/learn_matching.py and kept in
matching.npz: numbers only.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting.language.verbs import finite
from drafter.drafting.planning.plan import Treat, stems
from drafter.providers import wordllama
from drafter.providers.wordllama import wordllama_embedder
from drafter.templates import load_table

FILE = "matching.npz"
Numbers = NDArray[np.float64]
Joints = list[NDArray[np.int64]]
JOINTS = 6
"""Ways from one sentence to the next: in the same note to the same thing or another, in the next note to the same
thing, the next, one further on, one before.
"""
BRIEF, LONG = 3, 15
"""Words of a sentence that is brief, and of one that is long."""
_TREATS = tuple(Treat)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing asked for, in which request (`task`) and how that is treated, with the words of the whole request."""

    task: int
    treat: Treat
    text: str
    request: str
    condition: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Matcher:
    """The weight of each feature, after its mean is taken off and in its unit; and of each joint."""

    weights: Numbers
    mean: Numbers
    unit: Numbers
    joints: Numbers

    def scores(self, found: Numbers) -> Numbers:
        """What speaks for each thing (columns) as that of each sentence (rows)."""
        scored: Numbers = ((found - self.mean) / self.unit) @ self.weights
        return scored

    def path(self, found: Numbers, joints: Joints) -> list[int]:
        """The thing of each sentence, on the likeliest of all ways through."""
        rows = self.scores(found)
        best, ways = rows[0], []
        for row, joint in zip(rows[1:], joints[1:], strict=True):
            onward = best[:, None] + self.joints[joint]
            ways.append(onward.argmax(axis=0))
            best = onward.max(axis=0) + row
        at = [int(best.argmax())]
        for way in reversed(ways):
            at.append(int(way[at[-1]]))
        return at[::-1]


def matched(
    things: Sequence[Thing], said: Sequence[str], notes: Sequence[str], apart: frozenset[int] = frozenset()
) -> list[int]:
    """For each sentence the place of the thing it answers among `things`; `notes` name the note each is from.

    Those at the places `apart` go on from none: what is still to come is written last, whatever it is of.
    """
    if not said:
        return []
    found, chain = features(things, said), [n for n in range(len(said)) if n not in apart]
    placed = [int(at) for at in matcher().scores(found).argmax(axis=1)]
    if chain:
        path = matcher().path(found[chain], joints(things, [notes[n] for n in chain]))
        for n, at in zip(chain, path, strict=True):
            placed[n] = at
    return placed


@functools.cache
def matcher() -> Matcher:
    """The matcher with the weights that came with the package."""
    return knowing(np.load(Path(__file__).with_name(FILE)))


def knowing(learned: Mapping[str, NDArray[Any]]) -> Matcher:
    """The matcher with those weights."""
    return Matcher(*(learned[n].astype(np.float64) for n in ("weights", "mean", "unit", "joints")))


def joints(things: Sequence[Thing], notes: Sequence[str]) -> Joints:
    """For each sentence the kind of each way (from, to) from the sentence before it."""
    places = np.arange(len(things))
    step = places[None, :] - places[:, None]
    inside = np.where(step == 0, 0, 1)
    onward = np.select([step == 0, step == 1, step > 1], [2, 3, 4], 5)
    return [onward, *(inside if a == b else onward for a, b in pairwise(notes))]


def features(things: Sequence[Thing], said: Sequence[str]) -> Numbers:
    """What each sentence (first axis) has with each thing (second axis)."""
    asked, told = [asks(t) for t in things], [says(s) for s in said]
    crossed = [[np.outer(a, s).ravel() for a in asked] for s in told]
    return np.concatenate([_shared(things, said), np.array(crossed)], axis=2)


PLAIN = 18
"""How many of the features are no crossed signs."""


def _shared(things: Sequence[Thing], said: Sequence[str]) -> Numbers:
    """The features of words, meaning and order; of a thing that names nothing (“that to us”) those of its condition."""
    named = [t.text if stems(t.text) else f"{t.text} {t.condition}" for t in things]
    words = [stems(n) for n in named]
    nearness = [meant(n) @ np.array([meant(s) for s in said]).T for n in named]
    asked = [meant(t.request) @ np.array([meant(s) for s in said]).T for t in things]
    found = np.zeros((len(said), len(things), PLAIN))
    for row, sentence in enumerate(said):
        told = stems(sentence)
        for at, thing in enumerate(things):
            both = words[at] & told
            own = both.difference(*(w for n, w in enumerate(words) if n != at))
            away = (row + 0.5) / len(said) - (at + 0.5) / len(things)
            found[row, at] = (
                len(both),
                len(own),
                len(own) / max(1, len(told)),
                len(both) / max(1, len(words[at])),
                *_decided(thing.condition, sentence),
                nearness[at][row],
                asked[at][row],
                *near(named[at], sentence),
                abs(away),
                max(away, 0.0),
                max(-away, 0.0),
                at == 0,
                at == len(things) - 1,
                row == 0,
            )
    return found


_DENIES = re.compile(r"\b(?:no|not|none|neither|nor|never|nothing|nobody|cannot)\b|n't\b", re.I)


def _decided(condition: str, sentence: str) -> tuple[float, float, float]:
    """How many words of the condition the sentence has, which share of its own they are, and those of a denial."""
    told = stems(sentence)
    both = len(stems(condition) & told)
    return both, both / max(1, len(told)), both * bool(_DENIES.search(sentence))


@functools.lru_cache(maxsize=4096)
def meant(text: str) -> Numbers:
    """The direction of what a text means, of length 1."""
    direction: Numbers = wordllama_embedder().embed([text])[0].astype(np.float64)
    return direction


def near(thing: str, sentence: str) -> tuple[float, float, float]:
    """How near the words of either have one of the other, in the mean, and the nearest two of all."""
    alike = _each_word(thing) @ _each_word(sentence).T
    if not alike.size:
        return 0.0, 0.0, 0.0
    return float(alike.max(axis=0).mean()), float(alike.max(axis=1).mean()), float(alike.max())


_WORD = re.compile(r"[a-z][a-z-]{2,}")
_FORMAL = frozenset(
    str.split(
        "the and for are was were with that this its has have had been will not from you your our tell please each any "
        "which what how why when who whether also does did"
    )
)


@functools.lru_cache(maxsize=4096)
def _each_word(text: str) -> Numbers:
    """The directions of the words of a text that mean something, a row each."""
    words = [w for w in _WORD.findall(text.lower()) if w not in _FORMAL]
    table = wordllama_embedder().weights
    rows = [
        table[ids].astype(np.float64).mean(axis=0)
        for ids in wordllama.coded(wordllama.pieces(), words)
        if ids
    ]
    made = np.array(rows).reshape(len(rows), table.shape[1])
    unit: Numbers = made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
    return unit


@functools.cache
def _signs(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in load_table("offline/matching.toml")[kind].values())


@functools.lru_cache(maxsize=4096)
def asks(thing: Thing) -> Numbers:
    """The signs of what is asked: a constant, those of the table, and how the request is treated."""
    treats = [thing.treat is t for t in _TREATS]
    return np.array([True, *(bool(s.search(thing.text)) for s in _signs("asks")), *treats], float)


@functools.lru_cache(maxsize=4096)
def says(sentence: str) -> Numbers:
    """The signs of what is said: a constant, those of the table, a verb, and length."""
    length = len(sentence.split())
    form = (finite(sentence) is not None, length <= BRIEF, length >= LONG)
    return np.array([True, *(bool(s.search(sentence)) for s in _signs("says")), *form], float)
