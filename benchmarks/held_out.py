"""The ranking against judged queries with nothing learned from the companies that are compared.

    python benchmarks/held_out.py LETTERS [--blind]

LETTERS holds pairs.jsonl and qrels*.tsv as `drafter eval retrieval` takes them (evals/README.md), and
comments.jsonl with the "text" and "company" of further staff comments. Companies are put into eight folds; what
the embedder has learned of letters is learned anew for each pair of folds without the letters of either, and a
query is compared with a candidate by what was learned without both. With --blind, subjects that were written
after letters of the sample were read are left out. Weights stay as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import combinations_with_replacement
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import learn_language
import numpy as np

from drafter.evaluation.gold import Row, rows
from drafter.evaluation.ranking import gain
from drafter.evaluation.retrieval import (
    AS_IT_IS,
    EVERY,
    MEASURES,
    heading_of,
    incoming,
    judgments,
    measured,
)
from drafter.library import Filter, Library, asked_text
from drafter.providers import wordllama
from drafter.providers.embedding import Vectors, midway
from drafter.retrieval.ranking import asked, ranked

FOLDS = 8


class HeldOut:
    """The library, which compares by meaning as `cosines` of the query at hand say."""

    def __init__(self, library: Library, places: Mapping[str, int]) -> None:
        self._library = library
        self._places = places
        self.cosines: Vectors = np.zeros(len(places), np.float32)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def by_meaning(self, vector: Vectors, sieve: Any, count: int) -> dict[str, float]:
        """Cosine of the nearest that pass."""
        found = self.likeness(vector, self._library.passing(sieve))
        return dict(sorted(found.items(), key=lambda one: -one[1])[:count])

    def likeness(self, vector: Vectors, ids: Sequence[str]) -> dict[str, float]:
        """Cosine of each."""
        return {id_: float(self.cosines[self._places[id_]]) for id_ in ids}


def main(folder: Path, files: Sequence[str]) -> None:
    pairs = {row["id"]: row for row in rows(folder / "pairs.jsonl")}
    cosines = held_out(list(pairs.values()), list(rows(folder / "comments.jsonl")), files)
    places = {id_: at for at, id_ in enumerate(pairs)}
    marks = []
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as place,
        closing(Library.open(Path(place), wordllama.wordllama_embedder(), AS_IT_IS)) as library,
    ):
        library.add(incoming(pairs))
        kept: Any = HeldOut(library, places)
        for id_, grades in judgments(folder, pairs).items():
            if any(map(gain, grades.values())):
                kept.cosines = cosines[places[id_]]
                question = asked(pairs[id_]["comment"], heading_of(pairs[id_]))
                sieve = library.sieve(Filter(not_company=pairs[id_]["cik"]))
                order = [s.id for s in ranked(kept, question, sieve, EVERY)]
                marks.append(measured("held out", id_, order, grades).marks)
    for name in MEASURES:
        print(f"{name:12} {np.mean([m[name] or 0 for m in marks]):.3f}")


def held_out(pairs: Sequence[Row], comments: Sequence[Row], files: Sequence[str]) -> Vectors:
    """Cosines of all comments as they are asked (rows) with the pairs, by what was learned without either's fold."""
    companies = sorted({r["company"] for r in (*pairs, *comments)})
    fold = {name: at % FOLDS for at, name in enumerate(companies)}
    mine = np.array([fold[r["company"]] for r in pairs])
    texts = [asked_text(heading_of(r), r["comment"]) for r in pairs]
    meant = [asked(r["comment"], heading_of(r)).meant for r in pairs]
    cosines = np.zeros((len(pairs), len(pairs)), np.float32)
    for one, other in combinations_with_replacement(range(FOLDS), 2):
        answered = [r for r in pairs if fold[r["company"]] not in (one, other)]
        asked_too = [r for r in comments if fold[r["company"]] not in (one, other)]
        embedder = wordllama.knowing(learn_language.learned(answered, asked_too, files))
        found = embedder.embed(texts)
        near = np.array([midway(embedder.embed(one)) for one in meant]) @ found.T
        for block in (np.ix_(mine == one, mine == other), np.ix_(mine == other, mine == one)):
            cosines[block] = near[block]
    return cosines


if __name__ == "__main__":
    main(Path(sys.argv[1]), learn_language.BLIND if "--blind" in sys.argv else learn_language.SUBJECTS)
