"""Learns which notes decline what the staff wants changed, and writes drafter/drafting/notes/declining.npz.

    python benchmarks/learn_declining.py            learns of decided.txt and writes the weights
    python benchmarks/learn_declining.py --check    measures instead: each writer is set aside in turn

decided.txt was written for this purpose; nothing in it comes from a letter. A line "== writer" begins the items of one
writer, who saw nothing of the program. An item is a comment ("= form | comment"), notes on it ("N "), and what the
notes decide ("D "): "does" the change, "not", "part" of it, "open", or "facts" that leave it to a plain undertaking.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from learn_sieve import FREE, STRENGTH, Numbers, fitted

from drafter.drafting.notes import declining, sieve
from drafter.matters import sentences
from drafter.providers import wordllama

TABLE = Path(__file__).with_name("decided.txt")
WEIGHT = {"notes": 6.0, "comment": 2.0, "signs": 0.3, "pieces": 2.0}
LEARNED = ("not", "does", "facts", "open")
"""What is learned of: where a part is declined, neither answer is right."""
FALSE = (0.01, 0.03, 0.05, 0.1)


@dataclass
class Item:
    """A comment with the sentences of the notes on it, and what they decide."""

    writer: str
    comment: str
    notes: list[str]
    decides: str = ""


def items() -> Iterator[Item]:
    writer, item = "", Item("", "", [])
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        mark, _, text = row.partition(" ")
        if mark == "==":
            writer = text
        elif mark == "=":
            item = Item(writer, text.split(" | ", 1)[1], [])
        elif mark == "N":
            item.notes += sentences(text)
        elif mark == "D":
            item.decides = text
            yield item


def parts_of(found: list[sieve.Features]) -> dict[str, Numbers]:
    """The items as rows of numbers, for each kind of feature."""
    meaning = wordllama.table().astype(np.float32)
    sizes = {**declining.BUCKETS, "pieces": meaning.shape[1]}
    parts = {kind: np.zeros((len(found), size)) for kind, size in sizes.items()}
    for at, features in enumerate(found):
        for kind, buckets in features.items():
            share = sieve.share(kind, len(buckets))
            if kind == "pieces":
                parts[kind][at] = meaning[buckets].sum(axis=0) / share
            else:
                parts[kind][at, buckets] = 1 / share
    return parts


def learned(parts: dict[str, Numbers], known: Numbers) -> dict[str, Any]:
    """The weights of a logistic regression that tells the items marked from the others."""
    centre = parts["pieces"].mean(axis=0)
    rows = {**parts, "pieces": parts["pieces"] - centre}
    alike = np.asarray(sum(WEIGHT[kind] ** 2 * (part @ part.T) for kind, part in rows.items()))
    pull = fitted(alike, known, np.ones(len(known)))
    each = {kind: STRENGTH * WEIGHT[kind] ** 2 * (part.T @ pull) for kind, part in rows.items()}
    bias = FREE * pull.sum() - centre @ each["pieces"]
    each["pieces"] = wordllama.table().astype(np.float64) @ each["pieces"]
    return {"bias": np.float32(bias), **{kind: weights.astype(np.float16) for kind, weights in each.items()}}


def check() -> None:
    """Prints what the items of each label come to, each writer set aside in turn."""
    every = list(items())
    found = [declining.features(i.comment, i.notes) for i in every]
    parts, far = parts_of(found), np.zeros(len(every))
    labels, writers = np.array([i.decides for i in every]), np.array([i.writer for i in every])
    for writer in dict.fromkeys(writers):
        some = (writers != writer) & np.isin(labels, LEARNED)
        weights = learned({k: p[some] for k, p in parts.items()}, (labels[some] == "not").astype(float))
        for at in np.where(writers == writer)[0]:
            far[at] = declining.how_far(found[at], weights)
    for label in dict.fromkeys(labels):
        here = far[labels == label]
        print(f"{label:6}{len(here):5}  above {declining.BAR}: {(here > declining.BAR).mean():.2f}")
    others = np.sort(far[np.isin(labels, ("does", "facts"))])
    for share in FALSE:
        bar = others[int(len(others) * (1 - share))]
        print(f"at {share:.2f} false (bar {bar:.2f}): {(far[labels == 'not'] > bar).mean():.2f} found")


if __name__ == "__main__":
    if "--check" in sys.argv:
        check()
    else:
        chosen = [i for i in items() if i.decides in LEARNED]
        made = parts_of([declining.features(i.comment, i.notes) for i in chosen])
        weights = learned(made, np.array([float(i.decides == "not") for i in chosen]))
        np.savez_compressed(Path(declining.__file__).with_name(declining.FILE), **weights)
