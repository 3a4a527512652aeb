"""Learns which word pieces the staff and companies use together, and writes drafter/providers/language.npz.

    python benchmarks/learn_language.py pairs.jsonl comments.jsonl

The first file's rows hold "comment", "response", "heading" and "company"; the second's "text" and "company".
Only numbers are written: of each piece that letters of several companies use, how common it is and where it
lies among the main directions of the letters (latent semantic analysis). No text can be read back from them.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from drafter.providers import wordllama
from drafter.providers.embedding import unit_rows

DIRECTIONS = 64
COMPANIES = 4  # a piece of fewer is left out: it may be a name
LETTERS = 5
EVENNESS = 1e-3  # a piece as common as this in letters weighs half


def main(pairs: Path, comments: Path) -> None:
    answered, asked = _rows(pairs), _rows(comments)
    headed = [" ".join([r.get("heading", ""), r["comment"]]) for r in answered]
    whole = [f"{h} {r['response']}" for h, r in zip(headed, answered, strict=True)]
    companies = [r["company"] for r in (*answered, *asked)]
    alone = [r["text"] for r in asked]
    coded = wordllama.coded(wordllama.pieces(), [*whole, *alone])
    kept = _kept(coded, companies)
    counts = Counter(i for ids in wordllama.coded(wordllama.pieces(), [*headed, *alone]) for i in ids)
    total = sum(counts.values())
    even = np.array([EVENNESS / (EVENNESS + counts[i] / total) for i in kept], np.float32)
    weights = wordllama.table()
    counting = np.ones(len(weights), np.float32)
    counting[kept] = even
    apart = wordllama.coded(wordllama.pieces(), alone)
    centre = unit_rows(wordllama.averages(weights, counting, apart)).mean(axis=0)
    rows = _directions(coded, kept)
    np.savez_compressed(
        Path(wordllama.__file__).with_name(wordllama.LANGUAGE),
        ids=np.array(kept, np.int32),
        even=even.astype(np.float16),
        rows=rows.astype(np.float16),
        centre=centre.astype(np.float32),
    )


def _rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _kept(coded: Sequence[Sequence[int]], companies: Iterable[str]) -> list[int]:
    users: dict[int, set[str]] = {}
    letters = Counter(i for ids in coded for i in set(ids))
    for ids, company in zip(coded, companies, strict=True):
        for i in set(ids):
            users.setdefault(i, set()).add(company)
    return sorted(i for i in users if len(users[i]) >= COMPANIES and letters[i] >= LETTERS)


def _directions(coded: Sequence[Sequence[int]], kept: Sequence[int]) -> np.ndarray:
    place = {id_: at for at, id_ in enumerate(kept)}
    found = Counter(i for ids in coded for i in set(ids))
    rarity = np.array([math.log(len(coded) / found[i]) for i in kept])
    said = np.zeros((len(coded), len(kept)))
    for row, ids in zip(said, coded, strict=True):
        for id_, n in Counter(ids).items():
            if id_ in place:
                row[place[id_]] = (1 + math.log(n)) * rarity[place[id_]]
    said /= np.maximum(np.linalg.norm(said, axis=1, keepdims=True), 1e-9)
    values, vectors = np.linalg.eigh(said @ said.T)
    main_ones = np.argsort(-values)[:DIRECTIONS]
    words = said.T @ vectors[:, main_ones] / np.sqrt(values[main_ones])
    return np.asarray(words * rarity[:, None])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
