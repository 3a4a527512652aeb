"""The word index (Tantivy): derived from the record, thrown away and rebuilt at will."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import tantivy

from drafter.errors import LibraryError
from drafter.library.filters import Sieve

WORD = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*")  # "280-10-50-41", "10-K" and "13.a" stay whole
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 4
COMMON = frozenset(
    (  # noqa: SIM905
        "a an and are as at be by for from has have if in into is it its of on or our that the their these "
        "this those to was we were which will with you your"
    ).split()
)
FIELDS = ("comment", "whole")  # the comment alone; heading, comment and response together
K1 = 1.2  # Tantivy's BM25
MEMORY = 64_000_000  # bytes for a writer
MOST_REPEATS = 8  # a word said more often in a query adds no more


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of one pair. `day` is its date's ordinal, 0 where unknown."""

    id: str
    company: str
    labels: tuple[str, ...]
    day: int
    heading: str
    comment: str
    response: str


def terms(text: str) -> list[str]:
    """The words that count, in order: lower case, common words left out, endings off, citations whole."""
    return [term for term in map(_term, WORD.findall(text.lower())) if term]


@lru_cache(1 << 17)
def _term(word: str) -> str:
    """The word without its ending, "" for a common one."""
    if word in COMMON:
        return ""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


class Words:
    """The index in one folder, opened for searching; writing takes Tantivy's own lock as well."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._index = tantivy.Index(_schema(), path=str(folder))
        except ValueError as error:
            raise LibraryError(
                f"The word index in {folder} cannot be read ({error}). The letters are safe: "
                "run drafter rebuild."
            ) from None
        self._index.register_tokenizer("terms", _whitespace())

    def refresh(self) -> None:
        """Sees what any process has written since."""
        self._index.reload()

    def count(self) -> int:
        """How many pairs it holds."""
        return int(self._index.searcher().num_docs)

    def apply(self, gone: Iterable[str], entries: Sequence[Entry]) -> None:
        """Takes out what is gone, puts in or replaces the entries, and commits."""
        writer: Any = self._index.writer(heap_size=MEMORY, num_threads=1)
        for id_ in (*gone, *(e.id for e in entries)):
            writer.delete_documents_by_term("id", id_)
        for entry in entries:
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self.refresh()

    def clear(self) -> None:
        """Empties it."""
        writer: Any = self._index.writer(heap_size=MEMORY, num_threads=1)
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()
        self.refresh()

    def scores(self, query: Sequence[str], field: str, sieve: Sieve, count: int) -> Mapping[str, float]:
        """BM25 of the best `count` pairs for those terms in that field, by id; empty for no terms."""
        asked = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(field, term), float(n)))
            for term, n in _repeats(query)
        ]
        if not asked:
            return {}
        return self._found([(tantivy.Occur.Must, tantivy.Query.boolean_query(asked))], sieve, count)

    def full_score(self, query: Sequence[str], field: str) -> float:
        """BM25 of a pair of usual length that says just what the query says: what to measure others by."""
        searcher = self._index.searcher()
        total = searcher.num_docs
        return sum(
            repeats * _rarity(total, searcher.doc_freq(field, term)) * repeats * (K1 + 1) / (repeats + K1)
            for term, repeats in _repeats(query)
        )

    def passing(self, sieve: Sieve, count: int) -> frozenset[str]:
        """Ids of up to `count` pairs that pass."""
        everything = [(tantivy.Occur.Must, tantivy.Query.all_query())]
        return frozenset(self._found(everything, sieve, count))

    def _found(self, must: list[Any], sieve: Sieve, count: int) -> dict[str, float]:
        searcher = self._index.searcher()
        query = tantivy.Query.boolean_query(must + self._clauses(sieve))
        hits = searcher.search(query, limit=count, count=False).hits
        return {str(searcher.doc(at)["id"][0]): float(score) for score, at in hits}

    def _clauses(self, sieve: Sieve) -> list[Any]:
        must = [self._term("label", value) for value in sieve.labels]
        if sieve.only is not None:
            must.append(self._any("company", sieve.only))
        if sieve.since or sieve.before:
            must.append(self._days(sieve.since, sieve.before))
        clauses = [(tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)) for query in must]
        if sieve.never:
            clauses.append((tantivy.Occur.MustNot, self._any("company", sieve.never)))
        return clauses

    def _term(self, field: str, value: str) -> Any:
        return tantivy.Query.term_query(self._index.schema, field, value)

    def _any(self, field: str, values: Iterable[str]) -> Any:
        shoulds = [(tantivy.Occur.Should, self._term(field, value)) for value in values]
        return tantivy.Query.boolean_query(shoulds) if shoulds else tantivy.Query.empty_query()

    def _days(self, since: date | None, before: date | None) -> Any:
        return tantivy.Query.range_query(
            self._index.schema,
            "day",
            tantivy.FieldType.Integer,
            since.toordinal() if since else 1,  # 0 is an unknown day
            before.toordinal() if before else date.max.toordinal(),
            include_upper=not before,
        )


def _repeats(query: Sequence[str]) -> list[tuple[str, int]]:
    """Each term with how often it counts."""
    return [(term, min(n, MOST_REPEATS)) for term, n in Counter(query).items()]


def _rarity(total: int, carrying: int) -> float:
    """BM25's weight of a term that so many of all documents carry; one that none does counts as in one."""
    carrying = max(carrying, 1)
    return math.log1p(max(total - carrying + 0.5, 0) / (carrying + 0.5))


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("company", "label"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="terms", index_option="freq")
    return builder.build()


def _whitespace() -> Any:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def _document(entry: Entry) -> Any:
    document = tantivy.Document(id=entry.id, company=entry.company)
    for value in entry.labels:
        document.add_text("label", value)
    document.add_integer("day", entry.day)
    comment = " ".join(terms(entry.comment))
    document.add_text("comment", comment)
    document.add_text("whole", " ".join([*terms(entry.heading), comment, *terms(entry.response)]))
    return document
