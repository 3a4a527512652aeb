"""Learns what tells talk between colleagues from facts for a letter, and writes drafter/drafting/sieve.npz.

    python benchmarks/learn_sieve.py            learns from colleagues.txt and writes the weights
    python benchmarks/learn_sieve.py --check    measures instead: each voice with its trade is set aside in turn

colleagues.txt was written for this purpose; nothing in it comes from a letter. A head "= voice | trade | comment"
is followed by lines of notes on that comment, "+ " for what may stand in a letter and "- " for what may not. The
whole lines of evals/notes.tsv are learned as well.
Weights are those of a logistic regression, found by Newton's method over the lines' likenesses.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting import sieve
from drafter.providers import wordllama

LINES = "colleagues.txt"
NOTES = "../evals/notes.tsv"
TOGETHER = 20  # lines of it that are set aside together
TALK = {"private", "staff", "work", "who"}
WEIGHT = {"words": 9.0, "signs": 1.0, "pieces": 2.0}  # of each part beside the others
STRENGTH = 0.3  # what a line may pull against keeping all weights small
FOLDS = 6
STEPS = 7
WITHHELD = 0.025  # of the facts set aside, these may be taken for talk: they were written to look like it

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of notes: whether it is talk, on which comment, of which voice."""

    text: str
    talk: bool
    comment: str
    voice: int


def lines() -> Iterator[Line]:
    """The lines of the two tables."""
    told = list(_colleagues())
    yield from told
    rows = (Path(__file__).parent / NOTES).read_text(encoding="utf-8").splitlines()[1:]
    for at, (kind, text, stays) in enumerate(row.split("\t") for row in rows):
        if stays == "=" or (not stays and kind in TALK):
            yield Line(text, stays != "=", "", told[-1].voice + 1 + at // TOGETHER)


def _colleagues() -> Iterator[Line]:
    """The lines of the first table; of every third voice the comment is not told."""
    comment, voice = "", 0
    for row in Path(__file__).with_name(LINES).read_text(encoding="utf-8").splitlines():
        sign, _, text = row.partition(" ")
        if sign == "=":
            comment, voice = text.split(" | ")[2], voice + 1
        elif text:
            yield Line(text, sign == "-", comment if voice % 3 else "", voice)


def matrix(rows: Sequence[Line]) -> tuple[Numbers, Numbers]:
    """What each line has: a row of words, signs and pieces; and the mean of its pieces."""
    table = wordllama.table().astype(np.float64)
    found = [sieve.features([row.text], row.comment)[0] for row in rows]
    words, signs = (np.zeros((len(rows), count)) for count in sieve.BUCKETS.values())
    meant = np.zeros((len(rows), table.shape[1]))
    for at, (word, sign, said) in enumerate(found):
        words[at, word] = WEIGHT["words"] / max(len(word), 1) ** 0.5
        signs[at, sign] = WEIGHT["signs"]
        meant[at] = table[said].sum(axis=0) / (len(said) + sieve.DOUBT)
    centre = meant.mean(axis=0)
    return np.hstack([words, signs, (meant - centre) * WEIGHT["pieces"]]), centre


def fitted(rows: Numbers, talk: Numbers) -> tuple[Numbers, float]:
    """The weights and the bias of a logistic regression."""
    alike = rows @ rows.T * STRENGTH + 1e4  # the constant stands for a bias that is free to move
    pull = np.zeros(len(rows))
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-alike @ pull))
        sure = np.maximum(told * (1 - told), 1e-9)
        aim = alike @ pull + (talk - told) / sure
        pull = np.linalg.solve(alike + np.diag(1 / sure), aim)
    return STRENGTH * rows.T @ pull, 1e4 * float(pull.sum())


def scale(rows: Sequence[Line]) -> tuple[Numbers, Numbers]:
    """How much each line sounds like talk, learned from the other voices alone."""
    has, _ = matrix(rows)
    talk, voice = np.array([r.talk for r in rows], float), np.array([r.voice for r in rows])
    told = np.zeros(len(rows))
    for fold in range(FOLDS):
        aside = voice % FOLDS == fold
        weights, bias = fitted(has[~aside], talk[~aside])
        told[aside] = has[aside] @ weights + bias
    return told, talk


def learned(rows: Sequence[Line]) -> dict[str, Any]:
    """The weights, 0 being where no more of the facts are withheld than WITHHELD."""
    has, centre = matrix(rows)
    told, talk = scale(rows)
    weights, bias = fitted(has, np.array([r.talk for r in rows], float))
    words, signs, meant = np.split(weights, np.cumsum(list(sieve.BUCKETS.values())))
    meant *= WEIGHT["pieces"]
    return {
        "words": (words * WEIGHT["words"]).astype(np.float16),
        "signs": (signs * WEIGHT["signs"]).astype(np.float16),
        "pieces": (wordllama.table().astype(np.float64) @ meant).astype(np.float16),
        "bias": np.float32(bias - centre @ meant - np.quantile(told[talk == 0], 1 - WITHHELD)),
    }


def check(rows: Sequence[Line]) -> None:
    told, talk = scale(rows)
    print(f"{int(talk.sum())} lines of talk and {int((1 - talk).sum())} facts, {rows[-1].voice} voices")
    for withheld in (0.01, 0.02, 0.03, 0.04, 0.06, 0.08):
        held = told > np.quantile(told[talk == 0], 1 - withheld)
        print(f"facts withheld {withheld:.2f}  talk held back {held[talk == 1].mean():.2f}")


if __name__ == "__main__":
    table = list(lines())
    if "--check" in sys.argv:
        check(table)
    else:
        np.savez_compressed(Path(sieve.__file__).with_name(sieve.FILE), **learned(table))
