"""Learns the language of comment letters for the offline embedder, and writes drafter/providers/language.npz.

    python benchmarks/learn_language.py pairs.jsonl comments.jsonl

The first file's rows hold "comment", "response", "heading" and "company"; the second's "text" and "company".
Of letters only numbers are written: of each word piece that several companies use, how common it is and where
it lies among the main directions of comments with their answers (latent semantic analysis); what comments
have in common; and along which directions they differ. The subjects are those of subjects.txt beside this
file, which was written for this purpose: one a line, its name and the words that the staff uses for it.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from drafter.providers import wordllama
from drafter.providers.embedding import Vectors, unit_rows
from drafter.providers.subjects import Subjects
from drafter.providers.terms import terms, with_families

SUBJECTS = Path(__file__).with_name("subjects.txt")
DIRECTIONS = 64
KEPT_GENERAL = 96  # main directions of the word vectors: as good as all 256 (docs/decisions/004-ranking.md)
KEPT_SUBJECTS = 128
COMPANIES = 4  # a piece of fewer is left out: it may be a name
LETTERS = 5
EVENNESS = 1e-3  # a piece as common as this in letters weighs half
K1, B = 1.2, 0.75  # BM25


def main(pairs: Path, comments: Path) -> None:
    answered, asked = _rows(pairs), _rows(comments)
    alone = [r["text"] for r in asked]
    learned = {**language(answered, asked), **_subjects(alone)}
    np.savez_compressed(Path(wordllama.__file__).with_name(wordllama.LANGUAGE), **learned)


def _rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


# Word pieces


def language(answered: Sequence[Mapping[str, str]], asked: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """What the word vectors and the language of letters need."""
    headed = [" ".join([r.get("heading", ""), r["comment"]]) for r in answered]
    whole = [f"{h} {r['response']}" for h, r in zip(headed, answered, strict=True)]
    alone = [r["text"] for r in asked]
    coded = wordllama.coded(wordllama.pieces(), [*whole, *alone])
    kept = _kept(coded, [r["company"] for r in (*answered, *asked)])
    counts = Counter(i for ids in wordllama.coded(wordllama.pieces(), [*headed, *alone]) for i in ids)
    total = sum(counts.values())
    even = np.array([EVENNESS / (EVENNESS + counts[i] / total) for i in kept], np.float32)
    weights = wordllama.table()
    counting = np.ones(len(weights), np.float32)
    counting[kept] = even
    apart = unit_rows(wordllama.averages(weights, counting, wordllama.coded(wordllama.pieces(), alone)))
    centre = apart.mean(axis=0)
    return {
        "ids": np.array(kept, np.int32),
        "even": even.astype(np.float16),
        "rows": _directions(coded, kept).astype(np.float16),
        "centre": centre.astype(np.float32),
        "turn": _main(unit_rows(apart - centre), KEPT_GENERAL),
    }


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


def _main(rows: Vectors, count: int) -> Vectors:
    """The main directions of the rows, a column each."""
    _, vectors = np.linalg.eigh(rows.astype(np.float64).T @ rows)
    return vectors[:, : -count - 1 : -1].astype(np.float32)


# Subjects


def _subjects(comments: Sequence[str]) -> dict[str, Any]:
    """What the subjects need; `comments` say what is usual and along which directions they differ."""
    weights = _weighed([line.partition(": ")[2] for line in SUBJECTS.read_text("utf-8").splitlines()])
    words = sorted({word for word, _ in weights})
    place = {word: at for at, word in enumerate(words)}
    word, subject, weight = zip(*((place[w], s, value) for (w, s), value in weights.items()), strict=True)
    count = max(subject) + 1
    table = np.zeros((len(words), count), np.float32)
    table[word, subject] = weight = np.array(weight, np.float16)
    plain = Subjects(place, table, np.zeros(count, np.float32), np.eye(count, dtype=np.float32))
    usual = unit_rows(plain.sums(comments)).mean(axis=0)
    shares = Subjects(place, table, usual, plain.turn).shares(comments)
    return {
        "words": np.frombuffer(" ".join(words).encode("utf-8"), np.uint8),
        "word": np.array(word, np.int16),
        "subject": np.array(subject, np.int16),
        "weight": weight,
        "usual": usual.astype(np.float32),
        "subject_turn": _main(shares, KEPT_SUBJECTS).astype(np.float16).astype(np.float32),
    }


def _weighed(subjects: Sequence[str]) -> dict[tuple[str, int], float]:
    """BM25 of each word of each subject."""
    said = [Counter(with_families(terms(text))) for text in subjects]
    carrying = Counter(word for one in said for word in one)
    lengths = [sum(one.values()) for one in said]
    usual = sum(lengths) / len(lengths)
    return {
        (word, at): math.log1p((len(said) - carrying[word] + 0.5) / (carrying[word] + 0.5))
        * (n * (K1 + 1) / (n + K1 * (1 - B + B * lengths[at] / usual)))
        for at, one in enumerate(said)
        for word, n in one.items()
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
