"""Learns the language of comment letters for the offline embedder, and writes drafter/providers/language.npz.

    python benchmarks/learn_language.py pairs.jsonl comments.jsonl

The first file's rows hold "comment", "response", "heading" and "company"; the second's "text" and "company".
Of letters only numbers are written: of each word piece that several companies use, how common it is and where
it lies among the main directions of comments with their answers (latent semantic analysis); what comments
have in common; and along which directions their word vectors differ.

The subjects stand in three files beside this one, written for this purpose, one `name: words` a line, and the
lines of one name are one subject: subjects.txt describes them in the staff's words, twins.txt holds invented
comments, most issues in two or three that share the issue and little else, and subjects_in_view.txt what was
added after letters of the sample were read (it holds no sentence of them).
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
from drafter.providers.embedding import Vectors, scaled_rows, unit_rows
from drafter.providers.terms import terms, with_families

TWINS = "twins.txt"
BLIND = ("subjects.txt", TWINS)
SUBJECTS = (*BLIND, "subjects_in_view.txt")
DIRECTIONS = 64
KEPT_GENERAL = 96  # main directions of the word vectors: as good as all 256 (docs/decisions/004-ranking.md)
KEPT_SUBJECTS = 160
EVENED = 0.2  # main directions of the subjects are divided by what they hold, to this power
STEADIED = 1.0  # what is added to how twins differ, as a part of its mean
COMPANIES = 4  # a piece of fewer is left out: it may be a name
LETTERS = 5
EVENNESS = 1e-3  # a piece as common as this in letters weighs half
K1, B = 1.2, 0.75  # BM25


def main(pairs: Path, comments: Path) -> None:
    np.savez_compressed(
        Path(wordllama.__file__).with_name(wordllama.LANGUAGE), **learned(_rows(pairs), _rows(comments))
    )


def learned(
    answered: Sequence[Mapping[str, str]],
    asked: Sequence[Mapping[str, str]],
    files: Sequence[str] = SUBJECTS,
) -> dict[str, Any]:
    """All that the embedder needs, with the subjects of those files."""
    words = _language(answered, asked)
    return {**words, **_subjects(_described(files), [r["text"] for r in asked], words)}


def _described(files: Sequence[str]) -> dict[str, str]:
    """The words of each subject."""
    found: dict[str, list[str]] = {}
    for file in files:
        for name, words in _lines(file):
            found.setdefault(name, []).append(words)
    return {name: " ".join(words) for name, words in found.items()}


def _lines(file: str) -> list[tuple[str, str]]:
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return [(name, words) for name, _, words in (line.partition(": ") for line in lines)]


def _rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


# Word pieces


def _language(answered: Sequence[Mapping[str, str]], asked: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """What the word vectors and the language of letters need."""
    headed = [" ".join([r.get("heading", ""), r["comment"]]) for r in answered]
    whole = [f"{h} {r['response']}" for h, r in zip(headed, answered, strict=True)]
    alone = [r["text"] for r in asked]
    coded = wordllama.coded(wordllama.pieces(), [*whole, *alone])
    kept = _kept(coded, [r["company"] for r in (*answered, *asked)])
    counts = Counter(i for ids in wordllama.coded(wordllama.pieces(), [*headed, *alone]) for i in ids)
    total = sum(counts.values())
    even = np.array([EVENNESS / (EVENNESS + counts[i] / total) for i in kept], np.float32)
    counting = np.ones(len(wordllama.table()), np.float32)
    counting[kept] = even
    apart = _averages(alone, counting)
    centre = apart.mean(axis=0)
    telling = _telling(_averages([text for _, text in _lines(TWINS)], counting) - centre)
    main_ones = _main(scaled_rows(scaled_rows(apart - centre) @ telling), KEPT_GENERAL)
    return {
        "ids": np.array(kept, np.int32),
        "even": even.astype(np.float16),
        "rows": _directions(coded, kept).astype(np.float16),
        "centre": centre.astype(np.float32),
        "turn": (telling @ main_ones).astype(np.float32),
    }


def _averages(texts: Sequence[str], counting: Vectors) -> Vectors:
    return unit_rows(
        wordllama.averages(wordllama.table(), counting, wordllama.coded(wordllama.pieces(), texts))
    )


def _telling(twins: Vectors) -> Vectors:
    """Brings close what twins differ by (within-class covariance normalization, Hatch and others 2006)."""
    rows, names = scaled_rows(twins), [name for name, _ in _lines(TWINS)]
    groups = [rows[[at for at, other in enumerate(names) if other == name]] for name in dict.fromkeys(names)]
    apart = np.concatenate([group - group.mean(axis=0) for group in groups if len(group) > 1])
    spread = apart.astype(np.float64).T @ apart
    values, vectors = np.linalg.eigh(spread)
    return (vectors / np.sqrt(values + STEADIED * values.mean())).astype(np.float32)


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


def _subjects(
    described: Mapping[str, str], comments: Sequence[str], words: Mapping[str, Any]
) -> dict[str, Any]:
    """What the subjects need; `comments` say what is usual.

    Along which directions texts differ is learned of our own alone: of letters it would be their subjects'.
    """
    own, theirs = (_meant(texts, words) for texts in (list(described.values()), comments))
    found = {
        **_weighed_words(list(described.values())),
        "anchors": own.astype(np.float16),
        "usual": np.zeros(len(own), np.float32),
        "usually_meant": np.maximum((theirs @ own.astype(np.float16).T.astype(np.float32)).mean(axis=0), 0),
        "subject_turn": np.eye(len(own), dtype=np.float32),
    }
    found["usual"] = scaled_rows(wordllama.subjects(found).sums(comments)).mean(axis=0)
    ours = [text for _, text in _lines(TWINS)] + list(described.values())
    shares = wordllama.subjects(found).shares(ours, _meant(ours, words))
    return {**found, "subject_turn": _evened(shares, KEPT_SUBJECTS)}


def _meant(texts: Sequence[str], words: Mapping[str, Any]) -> Vectors:
    """Directions by word vectors."""
    counting = np.ones(len(wordllama.table()), np.float32)
    counting[words["ids"]] = words["even"]
    return scaled_rows((_averages(texts, counting) - words["centre"]) @ words["turn"])


def _evened(rows: Vectors, count: int) -> Vectors:
    """The main directions of the rows, a column each, those that hold much being shortened."""
    values, vectors = np.linalg.eigh(rows.astype(np.float64).T @ rows / len(rows))
    turn = vectors[:, : -count - 1 : -1] / values[: -count - 1 : -1] ** EVENED
    return np.asarray(turn.astype(np.float16).astype(np.float32))


def _weighed_words(texts: Sequence[str]) -> dict[str, Any]:
    """BM25 of words in subjects, as places and values."""
    weights = _weighed(texts)
    words = sorted({word for word, _ in weights})
    place = {word: at for at, word in enumerate(words)}
    word, subject, weight = zip(*((place[w], s, value) for (w, s), value in weights.items()), strict=True)
    return {
        "words": np.frombuffer(" ".join(words).encode("utf-8"), np.uint8),
        "word": np.array(word, np.int16),
        "subject": np.array(subject, np.int16),
        "weight": np.array(weight, np.float16),
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
