"""Learns to tell facts for a letter from talk and from what is to come, and writes drafter/drafting/notes/sieve.npz.

    python benchmarks/learn_sieve.py            learns and writes the weights
    python benchmarks/learn_sieve.py --check    measures instead: each hand of answered.txt is set aside in turn

Five tables, all invented. Of colleagues.txt and remarks.txt a head "= voice | trade | comment" is followed by lines of
notes on that comment, "+ " for what may stand in a letter, "- " for what may not, "? " for what is still to come.
answered.txt has records of a comment with its notes, the use of each and the sentences of the letter. The whole lines
of evals/notes.tsv are learned as well.
Weights are those of a logistic regression for each scale, found by Newton's method over the lines' likenesses.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting.notes import sieve, signs
from drafter.matters import sentences
from drafter.providers import wordllama

HERE = Path(__file__).parent
TALK = frozenset({"remark", "held", "talk", "private"})
KINDS = {
    "fact": "state",
    "open": "open",
    "private": "private",
    "staff": "private",
    "work": "talk",
    "who": "talk",
}
SIGNS = {"+": "state", "-": "talk", "?": "open"}
WEIGHT = {
    "words": 9.0,
    "shapes": 4.2,
    "beside": 4.0,
    "signs": 1.0,
    "pieces": 2.0,
}  # of each part beside the others
STRENGTH = 0.3  # what a line may pull against keeping all weights small
FREE = 1e4  # likeness of all lines: the bias is free to move
STEPS = 5
OLDER = 0.3  # what a line without a known answer counts beside one with it
STATED, ASKED = 0.7, 0.5  # of its words, so many stand in the letter or in its blank
OUT, SHOWN = 0.3, 0.4

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a note with its use; `hand` is who wrote it, "" for one of the tables without answers."""

    line: sieve.Line
    use: str
    hand: str = ""


def rows() -> list[Row]:
    """The sentences of all tables."""
    return [*_answered(), *_jotted("colleagues.txt"), *_jotted("remarks.txt", "remarks"), *_notes()]


def _jotted(table: str, hand: str = "") -> Iterator[Row]:
    """Those of that table of single lines; of every third voice the comment is not told."""
    comment, voice = "", 0
    for row in (HERE / table).read_text(encoding="utf-8").splitlines():
        sign, _, text = row.partition(" ")
        if sign == "=":
            comment, voice = text.split(" | ")[2], voice + 1
        elif text:
            yield from _parts(text, comment if voice % 3 else "", SIGNS[sign], hand)


def _notes() -> Iterator[Row]:
    for row in (HERE / "../evals/notes.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, text, stays = row.split("\t")
        if kind in KINDS and (stays == "=" or not stays):
            yield from _parts(text, "", "state" if stays == "=" else KINDS[kind])


def _parts(text: str, comment: str, use: str, hand: str = "") -> Iterator[Row]:
    """The sentences of a line, of those with something to come each with what it is beside."""
    said = sentences(text) if use == "open" else (text,)
    yield from (Row(line, use, hand) for line in sieve.side_by_side(said, comment))


def _answered() -> Iterator[Row]:
    comment, hand = "", ""
    for row in (HERE / "answered.txt").read_text(encoding="utf-8").splitlines():
        mark, *fields = row.split("\t")
        if mark.startswith("= "):
            hand = mark.split(" | ")[0]
        elif mark == "C":
            comment = fields[0]
        elif mark == "N":
            use, _, note, letter = fields
            said = list(sieve.side_by_side(sentences(note), comment))
            yield from (Row(line, _use(line.text, use, letter, len(said)), hand) for line in said)


def _use(text: str, use: str, letter: str, count: int) -> str:
    """The use of one sentence of a note, by where its words stand in the letter."""
    stated, asked = (
        _shown(text, re.sub(r"\[●[^\]]*\]", " ", letter)),
        _shown(text, " ".join(_BLANK.findall(letter))),
    )
    if use == "open":
        settled = count > 1 and len(_terms(text)) > 1 and stated >= STATED and asked < ASKED
        return "state" if settled else "open"
    if use == "mixed":
        return "open" if asked > stated and asked >= OUT else "state" if stated >= SHOWN else "talk"
    return "state" if use == "promise" else use


_BLANK = re.compile(r"\[●([^\]]*)\]")
_SMALL = frozenset(
    str.split(
        "the a an of to in on at by for and or is are was were be been it its we our they their this that these those "
        "as with from not no has have had will would there which who all any"
    )
)


def _terms(text: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+(?:[.,]\d+)*", text.lower())
    return [word[: signs.STEM] for word in found if word not in _SMALL]


def _shown(text: str, letter: str) -> float:
    """The share of the words of the text that the letter has."""
    there, said = set(_terms(letter)), _terms(text)
    return sum(word in there for word in said) / max(len(said), 1)


@dataclass(frozen=True, slots=True)
class Learner:
    """The lines as rows of numbers, a matrix for each kind of feature, and how alike each two of them are."""

    parts: dict[str, NDArray[np.float32]]
    alike: Numbers
    centre: NDArray[np.float32]

    def told(self, some: Any, pull: Numbers, others: Any) -> Numbers:
        """How far the others lie on the scale that the pull of some makes."""
        return np.asarray((self.alike[np.ix_(others, some)] * STRENGTH + FREE) @ pull)

    def weights(self, kind: str, some: Any, pull: Numbers) -> Numbers:
        """The weight of each feature of that kind."""
        return np.asarray(STRENGTH * WEIGHT[kind] ** 2 * (self.parts[kind][some].T @ pull))


def learner(table: Sequence[Row]) -> Learner:
    meaning = wordllama.table().astype(np.float32)
    sizes = {**sieve.BUCKETS, "pieces": meaning.shape[1]}
    parts = {kind: np.zeros((len(table), size), np.float32) for kind, size in sizes.items()}
    for at, row in enumerate(table):
        for kind, found in sieve.features(row.line).items():
            share = sieve.share(kind, len(found))
            if kind == "pieces":
                parts[kind][at] = meaning[found].sum(axis=0) / share
            else:
                parts[kind][at, found] = 1 / share
    centre = parts["pieces"].mean(axis=0)
    parts["pieces"] -= centre
    alike = sum(WEIGHT[kind] ** 2 * (part @ part.T).astype(np.float64) for kind, part in parts.items())
    return Learner(parts, np.asarray(alike), centre)


def fitted(alike: Numbers, known: Numbers, counts: Numbers) -> Numbers:
    """How much each line pulls in a logistic regression, where each counts so much."""
    near = alike * STRENGTH + FREE
    pull: Numbers = np.zeros(len(known))
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-near @ pull))
        sure = np.maximum(told * (1 - told), 1e-9) * counts
        aim: Numbers = near @ pull + counts * (known - told) / sure
        pull = np.asarray(np.linalg.solve(near + np.diag(1 / sure), aim), np.float64)
    return pull


def scales(table: Sequence[Row]) -> Iterator[tuple[Numbers, NDArray[np.bool_]]]:
    """For each scale which lines lie above 0 on it, and which lines it is learned of."""
    uses, known = np.array([r.use for r in table]), np.array([bool(r.hand) for r in table])
    talk = np.isin(uses, list(TALK))
    yield talk.astype(float), np.ones(len(table), bool)
    yield (uses == "open").astype(float), known | (uses != "talk")
    yield (uses == "held").astype(float), np.isin(uses, ["held", "remark"])


def counts(table: Sequence[Row]) -> Numbers:
    return np.array([1.0 if r.hand or r.use == "open" else OLDER for r in table])


def learned(table: Sequence[Row], made: Learner, aside: str = "none") -> dict[str, Any]:
    """The weights, learned of all hands but the one set aside."""
    here = np.array([r.hand != aside for r in table])
    found: dict[str, list[Numbers]] = {kind: [] for kind in (*made.parts, "bias")}
    for known, of in scales(table):
        some = np.where(here & of)[0]
        pull = fitted(made.alike[np.ix_(some, some)], known[some], counts(table)[some])
        each = {kind: made.weights(kind, some, pull) for kind in made.parts}
        found["bias"].append(np.array(FREE * pull.sum() - made.centre @ each["pieces"]))
        each["pieces"] = wordllama.table().astype(np.float64) @ each["pieces"]
        for kind, weights in each.items():
            found[kind].append(weights)
    return {
        kind: np.array(rows, np.float32 if kind == "bias" else np.float16) for kind, rows in found.items()
    }


def check(table: Sequence[Row]) -> None:
    """Prints what lines of each use sound like, each hand set aside in turn."""
    made, told = learner(table), Counter[tuple[str, str]]()
    for hand, some in groupby((r for r in table if r.hand), key=lambda r: r.hand):
        known = sieve.knowing(learned(table, made, hand))
        told.update((row.use, sieve.likeliest(known.weigh(sieve.features(row.line)))) for row in some)
    for use in ("state", "open", "remark", "held", "talk"):
        heard = {sound: told[use, sound] for sound in ("state", "open", "remark", "held")}
        print(f"{use:8}{sum(heard.values()):6}  {heard}")


if __name__ == "__main__":
    every = rows()
    if "--check" in sys.argv:
        check(every)
    else:
        np.savez_compressed(Path(sieve.__file__).with_name(sieve.FILE), **learned(every, learner(every)))
