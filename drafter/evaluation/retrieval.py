"""How good the precedents are that are found: against judged queries, beside plain rankings in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from drafter.domain import Comment, Kind, Known, Letter, Line, Matter, Pair, Response, Side
from drafter.evaluation.gold import Row, rows
from drafter.evaluation.ranking import Grades, gain, judged_only, ndcg, precision, recall, reciprocal_rank
from drafter.evaluation.report import Case, Item, Metric, Report, mean
from drafter.library import Filter, Incoming, Library, Parser, asked_text
from drafter.providers import embedder
from drafter.retrieval import Query, precedents

DEEP = 10
EVERY = 400
"""Precedents asked for, so that enough judged ones are among them."""

FUSING = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""

MEANT = 0.5
"""What meaning counts beside words where an answer looks for its comment: it repeats the comment's words."""

RANKERS = ("drafter", "bm25_comment", "bm25_heading_and_comment", "embedder", "reciprocal_rank_fusion")
LEAD = "over_bm25_comment"
"""Ours less BM25's, query by query."""

OWN = ("r@1", "r@10")
MEASURES = ("ndcg@10", "p@1", "p@3", "r@10", "mrr", "unjudged@10")
LED = ("ndcg@10", "p@1", "r@10", "mrr")

METRICS: dict[str, Metric] = {
    **{m: mean("drafter", m) for m in MEASURES},
    **{f"{ranker}.{m}": mean(ranker, m) for ranker in RANKERS[1:] for m in MEASURES},
    **{f"{LEAD}.{m}": mean(LEAD, m) for m in LED},
    "none_close": mean("without", "told"),
    **{f"own_comment_{by}.{m}": mean(f"own_{by}", m) for by in ("bm25", "embedder", "both") for m in OWN},
}
"""The figures of the suite. Queries without a candidate of use count only in `none_close`."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A gold row standing in for a letter that was read."""

    letter: Letter
    pairs: tuple[Pair, ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The one comment of each pair."""
        return tuple(p.comment for p in self.pairs)


def retrieval_suite(folder: Path) -> Report:
    """The figures over a folder with pairs.jsonl and the judgments of qrels*.tsv. Raises Unreadable."""
    pairs = {row["id"]: row for row in rows(folder / "pairs.jsonl")}
    judged = judgments(folder, pairs)
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as place,
        closing(Library.open(Path(place) / "library", embedder(), AS_IT_IS)) as library,
    ):
        library.add(incoming(pairs))
        cases = [Case(id_, tuple(_query_items(library, pairs[id_], g))) for id_, g in judged.items()]
        cases += [Case(f"own {id_}", tuple(_own_items(library, row))) for id_, row in pairs.items()]
    return Report.over("retrieval", cases, METRICS)


def judgments(folder: Path, pairs: Mapping[str, Row]) -> dict[str, dict[str, int]]:
    """The grades of each query's candidates; those of the query's own company and unknown ones left out."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for path in sorted(folder.glob("qrels*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            query, candidate, grade = line.split("\t")
            known = query in pairs and candidate in pairs
            if known and pairs[query]["cik"] != pairs[candidate]["cik"]:
                grades[query][candidate] = int(grade)
    return dict(grades)


def heading_of(row: Row) -> tuple[str, ...]:
    """The heading path of a gold row, the staff letter's where it has one."""
    return tuple(h for h in (row["staff_heading"] or row["heading"] or "").split(" / ") if h)


def _cut(lines: Sequence[Line], id_: str, _: Known) -> Cut:
    """The pair that a gold row holds; its fields are the lines."""
    company, cik, number, sent, comment, response, *heading = (line.text for line in lines)
    matter = Matter(company, cik)
    pair = Pair(
        id_,
        matter,
        Comment(id_, number, comment, tuple(heading)),
        Response(id_, (number,), response),
        date.fromisoformat(sent),
    )
    return Cut(Letter(id_, Side.COMPANY, Kind.RESPONSE, matter, pair.sent), (pair,))


def _as_it_is(company: Any, staff: Any) -> Any:
    """A cut row is a pair already."""
    return company


AS_IT_IS = Parser(_cut, _as_it_is)
"""The parser of a library of gold rows."""


def incoming(pairs: Mapping[str, Row]) -> Iterable[Incoming]:
    """The gold rows as letters to keep, each its own."""
    for id_, row in pairs.items():
        fields = (
            row["company"],
            row["cik"],
            str(row["comment_no"]),
            row["date"],
            row["comment"],
            row["response"],
        )
        yield Incoming(id_, id_, id_, tuple(map(Line, (*fields, *heading_of(row)))))


def rankings(library: Library, row: Row) -> dict[str, Callable[[], list[str]]]:
    """How each ranker orders the pairs of other companies for the comment of a row, best first."""
    asked, sieve = asked_text(heading_of(row), row["comment"]), library.sieve(Filter(not_company=row["cik"]))

    def ours() -> list[str]:
        found = precedents(library, Query(row["comment"], heading_of(row), row["cik"]), EVERY)
        return [p.pair.id for p in found.precedents]

    def by_comment() -> list[str]:
        return list(library.by_words(row["comment"], "comment", sieve, EVERY))

    def by_both() -> list[str]:
        return list(library.by_words(asked, "comment", sieve, EVERY))

    def by_meaning() -> list[str]:
        return list(library.by_meaning(library.direction(asked), sieve, EVERY))

    def fused() -> list[str]:
        return reciprocal(by_comment(), by_meaning())

    return dict(zip(RANKERS, (ours, by_comment, by_both, by_meaning, fused), strict=True))


def reciprocal(*orders: Sequence[str]) -> list[str]:
    """Several orders as one by reciprocal rank fusion."""
    scores: dict[str, float] = defaultdict(float)
    for order in orders:
        for place, id_ in enumerate(order, 1):
            scores[id_] += 1 / (FUSING + place)
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def _query_items(library: Library, row: Row, grades: Grades) -> list[Item]:
    """The measures of each ranker for a query, or whether one without precedent is told to have none."""
    company = {"company": row["cik"]}
    if not any(map(gain, grades.values())):
        found = precedents(library, Query(row["comment"], heading_of(row), row["cik"]), DEEP)
        return [Item("without", row["id"], marks={"told": float(not found.close)}, tags=company)]
    by_ranker = [
        replace(measured(name, row["id"], ranked(), grades), tags=company)
        for name, ranked in rankings(library, row).items()
    ]
    ours, plain = (one.marks for one in by_ranker[:2])
    lead = {m: (ours[m] or 0.0) - (plain[m] or 0.0) for m in LED}
    return [*by_ranker, Item(LEAD, row["id"], marks=lead, tags=company)]


def measured(ranker: str, query: str, ranking: Sequence[str], grades: Grades) -> Item:
    """One ranking against the grades; what nobody judged is dropped first, and counted."""
    known = judged_only(ranking, grades)
    marks = (
        ndcg(known, grades),
        precision(known, grades, 1),
        precision(known, grades, 3),
        recall(known, grades, DEEP),
        reciprocal_rank(known, grades),
        float(sum(id_ not in grades for id_ in ranking[:DEEP])),
    )
    return Item(ranker, query, marks=dict(zip(MEASURES, marks, strict=True)))


def _own_items(library: Library, row: Row) -> list[Item]:
    """Whether a response finds its own comment among the comments of all pairs, no answer being looked at."""
    sieve = library.sieve(Filter())
    words = library.by_words(row["response"], "asked", sieve, EVERY)
    meaning = library.by_meaning(library.direction(row["response"]), sieve, EVERY)
    orders = {
        "bm25": list(library.by_words(row["response"], "comment", sieve, EVERY)),
        "embedder": list(meaning),
        "both": _mixed((1.0, words), (MEANT, meaning)),
    }
    return [
        Item(
            f"own_{by}",
            row["id"],
            marks={"r@1": float(row["id"] in o[:1]), "r@10": float(row["id"] in o[:DEEP])},
            tags={"company": row["cik"]},
        )
        for by, o in orders.items()
    ]


def _mixed(*rankings: tuple[float, Mapping[str, float]]) -> list[str]:
    """Several rankings as one: scores as parts of each ranking's best, times what it counts, added."""
    added: dict[str, float] = defaultdict(float)
    for counting, scores in rankings:
        best = max(scores.values(), default=0.0)
        for id_, score in scores.items():
            added[id_] += counting * score / best if best > 0 else 0.0
    return sorted(added, key=lambda id_: (-added[id_], id_))
