"""Precedents over real letters: the ranking against judged queries, beside plain BM25 in the same run."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.domain import Comment, Kind, Known, Letter, Line, Matter, Pair, Response, Side
from drafter.library import Filter, Incoming, Library, Parser
from drafter.providers import embedder
from drafter.retrieval import Query, precedents

pytestmark = pytest.mark.real
GAIN = {2: 2, 3: 3}
FLOORS = {"ndcg@10": 0.85, "p@1": 0.86, "r@10": 0.92}


@dataclass(frozen=True)
class Cut:
    """A row of pairs.jsonl, standing in for a parsed letter."""

    letter: Letter
    pairs: tuple[Pair, ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(p.comment for p in self.pairs)


def cut(lines: Sequence[Line], id_: str, known: Known) -> Cut:
    row = json.loads(lines[0].text)
    matter = Matter(row["company"], row["cik"])
    heading = tuple((row["staff_heading"] or row["heading"] or "").split(" / "))
    comment = Comment(id_, str(row["comment_no"]), row["comment"], tuple(h for h in heading if h))
    pair = Pair(id_, matter, comment, Response(id_, ("1",), row["response"]), date.fromisoformat(row["date"]))
    return Cut(Letter(id_, Side.COMPANY, Kind.RESPONSE, matter, pair.sent), (pair,))


def as_it_is(company: Any, staff: Any) -> Any:
    return company


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    from tests.conftest import SHARED

    path = SHARED / "letters" / "pairs.jsonl"
    if not path.is_file():
        pytest.skip("the real letters are kept outside the project and are not at hand here")
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


@pytest.fixture(scope="module")
def library(rows: dict[str, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("real"), embedder(), Parser(cut, as_it_is))
    library.add(Incoming(i, i, i, (Line(json.dumps(row)),)) for i, row in rows.items())
    return library


@pytest.fixture(scope="module")
def judged(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, int]]:
    from tests.conftest import SHARED

    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (SHARED / "letters" / "qrels_dev.tsv").read_text(encoding="utf-8").splitlines():
        query, candidate, grade = line.split("\t")
        if rows[candidate]["cik"] != rows[query]["cik"]:
            grades[query][candidate] = int(grade)
    return grades


def figures(judged: dict[str, dict[str, int]], ranking: Callable[[str], list[str]]) -> dict[str, float]:
    """Means over the queries that have a precedent; what was not judged is left out of each ranking."""
    totals: dict[str, list[float]] = defaultdict(list)
    for query, grades in judged.items():
        good = sum(g in GAIN for g in grades.values())
        if not good:
            continue
        ids = ranking(query)
        totals["unjudged in ten"].append(sum(i not in grades for i in ids[:10]))
        found = [GAIN.get(grades[i], 0) for i in ids if i in grades]
        best = sorted((GAIN.get(g, 0) for g in grades.values()), reverse=True)
        totals["ndcg@10"].append(discounted(found) / discounted(best))
        totals["p@1"].append(float(found[0] > 0))
        totals["r@10"].append(sum(g > 0 for g in found[:10]) / good)
    return {name: round(sum(values) / len(values), 3) for name, values in totals.items()}


def discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains[:10]))


def heading_of(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(h for h in (row["staff_heading"] or row["heading"] or "").split(" / ") if h)


def test_precedents_are_ranked_better_than_words_alone(
    library: Library,
    rows: dict[str, dict[str, Any]],
    judged: dict[str, dict[str, int]],
) -> None:
    def ours(id_: str) -> list[str]:
        row = rows[id_]
        found = precedents(library, Query(row["comment"], heading_of(row), row["cik"]), 400)
        return [p.pair.id for p in found.precedents]

    def bm25(id_: str) -> list[str]:
        sieve = library.sieve(Filter(not_company=rows[id_]["cik"]))
        return list(library.by_words(rows[id_]["comment"], "comment", sieve, 400))

    measured, plain = figures(judged, ours), figures(judged, bm25)
    assert {n: measured[n] for n in FLOORS if measured[n] < FLOORS[n]} == {}, (measured, plain)
    assert {n: measured[n] for n in FLOORS if measured[n] < plain[n]} == {}


def test_a_comment_without_precedent_is_mostly_said_to_have_none(
    library: Library,
    rows: dict[str, dict[str, Any]],
    judged: dict[str, dict[str, int]],
) -> None:
    told: dict[tuple[bool, bool], int] = defaultdict(int)
    for id_, grades in judged.items():
        query = Query(rows[id_]["comment"], heading_of(rows[id_]), rows[id_]["cik"])
        has = any(g in GAIN for g in grades.values())
        told[has, precedents(library, query, 10).close] += 1
    precision = told[False, False] / max(told[False, False] + told[True, False], 1)
    recall = told[False, False] / (told[False, False] + told[False, True])
    assert precision >= 0.65, (precision, recall)
    assert recall >= 0.85, (precision, recall)


def test_a_response_finds_its_own_comment(library: Library, rows: dict[str, dict[str, Any]]) -> None:
    sieve = library.sieve(Filter())
    ranks = []
    for id_, row in rows.items():
        words = library.by_words(row["response"], "asked", sieve, len(rows))
        meaning = library.likeness(library.direction(row["response"]), list(rows))
        best = max(words.values()), max(meaning.values())
        score = {i: words.get(i, 0) / best[0] + 0.5 * meaning[i] / best[1] for i in rows}
        ranks.append(sum(s > score[id_] for s in score.values()))
    first, ten = (sum(r < n for r in ranks) / len(ranks) for n in (1, 10))
    assert (first >= 0.74, ten >= 0.94) == (True, True), (first, ten)


def test_the_files_are_only_read(rows: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    assert len(rows) == len(set(rows))
