"""The word index (Tantivy): derived from the record, thrown away and rebuilt at will."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import tantivy

from drafter.errors import LibraryError
from drafter.library.entries import ASKED, PARTS, Entry, document, schema, whitespace
from drafter.library.filters import AllOf, AnyOf, Carries, Said, Sieve, Wanted, Without
from drafter.providers.terms import terms

MOST_REPEATS = 8  # a word said more often in a query adds no more
EVENED = 0.3  # scores in `ASKED` are divided by the length, as a part of the usual one, to this power
USUAL = 70  # words that heading and comment have together
KNOWN = 1  # the first day there is: 0 stands for one that is not known
K1 = 1.2  # Tantivy's BM25
MEMORY = 64_000_000  # bytes for a writer
BITS = 20  # labels told by one score: it keeps whole numbers below 2 to the 24th
AFFORDABLE = 2_000_000  # places looked at for one query, about 15 ms: its commonest words are left out beyond


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term of a query: how often it is said there, what it counts, and about how many pairs have it."""

    term: str
    repeats: int
    weight: float
    carrying: int


class Seen:
    """The index as it stood at one moment. What it was asked once it remembers: a search asks for the same."""

    def __init__(self, searcher: Any) -> None:
        self.total = int(searcher.num_docs)
        self.search = searcher.search
        self._searcher = searcher
        self._ids: dict[tuple[int, int], str] = {}
        self._carrying: dict[tuple[str, str], int] = {}

    def id(self, at: Any) -> str:
        """The id of the pair at that place."""
        place = at.segment_ord, at.doc
        if place not in self._ids:
            self._ids[place] = str(self._searcher.doc(at)["id"][0])
        return self._ids[place]

    def carrying(self, field: str, term: str) -> int:
        """About how many pairs have that term in that field; what was taken out lately may still count."""
        if (field, term) not in self._carrying:
            self._carrying[field, term] = int(self._searcher.doc_freq(field, term))
        return self._carrying[field, term]

    def evened(self, hits: Sequence[tuple[float, Any]]) -> Iterator[tuple[float, Any]]:
        """The hits with their scores as `EVENED` says."""
        sizes = self._searcher.fast_field_values("size", [at for _, at in hits])
        for (score, at), size in zip(hits, sizes, strict=True):
            yield score * _evening(size), at


class Words:
    """The index in one folder, opened for searching; writing takes Tantivy's own lock as well."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._index = tantivy.Index(schema(), path=str(folder))
        except ValueError as error:
            raise LibraryError(
                f"The word index in {folder} cannot be read ({error}). The letters are safe: "
                "run drafter rebuild."
            ) from None
        self._index.register_tokenizer("terms", whitespace())
        self.refresh()

    def refresh(self) -> None:
        """Sees what any process has written since."""
        self._index.reload()
        self._seen = Seen(self._index.searcher())

    def count(self) -> int:
        """How many pairs it holds."""
        return self._seen.total

    def apply(self, gone: Iterable[str], entries: Sequence[Entry]) -> None:
        """Takes out what is gone, puts in or replaces the entries, and commits."""
        writer: Any = self._index.writer(heap_size=MEMORY, num_threads=1)
        for id_ in (*gone, *(e.id for e in entries)):
            writer.delete_documents_by_term("id", id_)
        for entry in entries:
            writer.add_document(document(entry))
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

    def scores(
        self, query: Sequence[str], field: str, sieve: Sieve, count: int, places: int = AFFORDABLE
    ) -> Mapping[str, float]:
        """BM25 of the best `count` pairs for those terms in that field, by id; empty for no terms.

        In `ASKED`, a term said again in the query counts by the root of its number, and long pairs have less: BM25
        gives them too much of a query of many words.
        """
        asked = self._asked(query, field, places)
        if not asked:
            return {}
        hits = self._hits(asked, sieve, count)
        return self._told(self._seen.evened(hits) if field == ASKED else hits)

    def scores_of(
        self, query: Sequence[str], field: str, ids: Sequence[str], most: int
    ) -> Mapping[str, float]:
        """BM25 of those pairs alone for the `most` telling terms, by id; one without any of these is left out."""
        telling = sorted(self._weighed(query, field), key=self._tells, reverse=True)[:most]
        return self._of_each(ids, [self._scoring(field, one) for one in telling])

    def full_score(self, query: Sequence[str], field: str) -> float:
        """BM25 of a pair that says just what the query says: what to measure others by."""
        evening = _evening(len(query)) if field == ASKED else 1.0
        return evening * sum(
            self._tells(one) * one.repeats * (K1 + 1) / (one.repeats + K1)
            for one in self._affordable(query, field, AFFORDABLE)
        )

    def carrying(self, label: str) -> int:
        """About how many pairs carry that label; what was taken out lately may still count."""
        return self._seen.carrying("label", label)

    def carried(self, ids: Sequence[str], wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each of those pairs that carries any of the wanted labels, which; the others are left out.

        Each label scores a power of two, so that one search tells of all; the record would read a page of the
        disk for each pair.
        """
        found: dict[str, tuple[str, ...]] = {}
        several = list(dict.fromkeys(wanted))
        for start in range(0, len(several), BITS):
            some = several[start : start + BITS]
            marks = [self._bit(value, at) for at, value in enumerate(some)]
            for id_, score in self._of_each(ids, marks).items():
                mine = (value for at, value in enumerate(some) if int(score) >> at & 1)
                found[id_] = (*found.get(id_, ()), *mine)
        return found

    def _bit(self, label: str, at: int) -> Any:
        return tantivy.Query.const_score_query(self._term("label", label), float(1 << at))

    def _of_each(self, ids: Sequence[str], several: Iterable[Any]) -> dict[str, float]:
        """What each of those pairs scores in the several queries together, by id; one that scores in none is left out.

        One inside the other, each is looked up for those pairs alone: beside each other Tantivy would look up all of
        them for the next 4,096 pairs at each.
        """
        if not ids:
            return {}
        query = tantivy.Query.const_score_query(self._any("id", ids), 0.0)
        for one in several:
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Should, one)])
        hits = self._seen.search(query, limit=len(ids), count=False).hits
        return self._told((score, at) for score, at in hits if score > 0)

    def passing(self, sieve: Sieve, count: int) -> frozenset[str]:
        """Ids of up to `count` pairs that pass."""
        everything = [(tantivy.Occur.Must, tantivy.Query.all_query())]
        return frozenset(self._found(everything, sieve, count))

    def number(self, sieve: Sieve) -> int:
        """How many pairs pass."""
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, tantivy.Query.all_query()), *self._clauses(sieve)]
        )
        return int(self._seen.search(query, limit=1, count=True).count)

    def of_those(self, ids: Iterable[str], sieve: Sieve) -> frozenset[str]:
        """Those of the ids that pass."""
        some = [self._term("id", id_) for id_ in ids]
        shoulds = [(tantivy.Occur.Should, one) for one in some]
        asked = [(tantivy.Occur.Must, tantivy.Query.boolean_query(shoulds))]
        return frozenset(self._found(asked, sieve, len(some))) if some else frozenset()

    def _asked(self, query: Sequence[str], field: str, places: int) -> list[Any]:
        """The clause for those terms in that field; [] for no terms."""
        asked = [
            (tantivy.Occur.Should, self._scoring(field, one))
            for one in self._affordable(query, field, places)
        ]
        return [(tantivy.Occur.Must, _together(asked))] if asked else []

    def _affordable(self, query: Sequence[str], field: str, places: int) -> list[Weighed]:
        """As many of the most telling terms as can be looked up at so many places, all of them where they can."""
        found = self._weighed(query, field)
        if sum(one.carrying for one in found) > places:
            found.sort(key=self._tells, reverse=True)
        spent = accumulate(one.carrying for one in found)
        return [one for one, sum_ in zip(found, spent, strict=True) if sum_ <= places]

    def _weighed(self, query: Sequence[str], field: str) -> list[Weighed]:
        return [
            Weighed(term, n, _weight(n, field), self._seen.carrying(field, term))
            for term, n in Counter(query).items()
        ]

    def _tells(self, one: Weighed) -> float:
        return one.weight * _rarity(self._seen.total, one.carrying)

    def _scoring(self, field: str, one: Weighed) -> Any:
        return tantivy.Query.boost_query(self._term(field, one.term), one.weight)

    def _found(self, must: list[Any], sieve: Sieve, count: int) -> dict[str, float]:
        return self._told(self._hits(must, sieve, count))

    def _hits(self, must: list[Any], sieve: Sieve, count: int) -> list[tuple[float, Any]]:
        query = _together(must + self._clauses(sieve))
        return list(self._seen.search(query, limit=count, count=False).hits)

    def _told(self, hits: Iterable[tuple[float, Any]]) -> dict[str, float]:
        return {self._seen.id(at): float(score) for score, at in hits}

    def _clauses(self, sieve: Sieve) -> list[Any]:
        must = [self._term("label", value) for value in sieve.labels]
        if sieve.only is not None:
            must.append(self._any("company", sieve.only))
        if sieve.since or sieve.before:
            first = sieve.since.toordinal() if sieve.since else KNOWN
            last = sieve.before.toordinal() - 1 if sieve.before else date.max.toordinal()
            must.append(self._days("day", first, last))
        if sieve.as_of:
            must.append(self._days("released", KNOWN, sieve.as_of.toordinal()))
        if sieve.wanted:
            must.append(self._wanted(sieve.wanted))
        clauses = [(tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)) for query in must]
        if sieve.never:
            clauses.append((tantivy.Occur.MustNot, self._any("company", sieve.never)))
        return clauses

    def _term(self, field: str, value: str) -> Any:
        return tantivy.Query.term_query(self._index.schema, field, value)

    def _any(self, field: str, values: Iterable[str]) -> Any:
        shoulds = [(tantivy.Occur.Should, self._term(field, value)) for value in values]
        return tantivy.Query.boolean_query(shoulds) if shoulds else tantivy.Query.empty_query()

    def _days(self, field: str, first: int, last: int) -> Any:
        return tantivy.Query.range_query(self._index.schema, field, tantivy.FieldType.Integer, first, last)

    def _wanted(self, wanted: Wanted) -> Any:
        """What counsel asks of a pair's words; words that no field keeps ("the") hold everywhere."""
        match wanted:
            case Said(words, field):
                return self._said(terms(words), (field,) if field else PARTS)
            case Carries(label):
                return self._term("label", label)
            case AllOf(of):
                return _together((tantivy.Occur.Must, self._wanted(one)) for one in of)
            case AnyOf(of):
                return _together((tantivy.Occur.Should, self._wanted(one)) for one in of)
            case Without(of):
                everything = (tantivy.Occur.Must, tantivy.Query.all_query())
                return _together([everything, (tantivy.Occur.MustNot, self._wanted(of))])

    def _said(self, words: list[str], fields: Sequence[str]) -> Any:
        if not words:
            return tantivy.Query.all_query()
        if len(words) == 1:
            return _together((tantivy.Occur.Should, self._term(field, words[0])) for field in fields)
        fields_of, phrase = self._index.schema, list[Any](words)
        return _together(
            (tantivy.Occur.Should, tantivy.Query.phrase_query(fields_of, field, phrase)) for field in fields
        )


def _together(clauses: Iterable[tuple[Any, Any]]) -> Any:
    match list(clauses):
        case [(tantivy.Occur.Must | tantivy.Occur.Should, alone)]:
            return alone
        case several:
            return tantivy.Query.boolean_query(several)


def _rarity(total: int, carrying: int) -> float:
    """BM25's weight of a term that so many of all documents carry; one that none does counts as in one."""
    carrying = max(carrying, 1)
    return math.log1p(max(total - carrying + 0.5, 0) / (carrying + 0.5))


def _weight(repeats: int, field: str) -> float:
    """What a term counts that a query says so often."""
    return math.sqrt(repeats) if field == ASKED else float(min(repeats, MOST_REPEATS))


def _evening(size: int) -> float:
    """What scores in `ASKED` are multiplied by for a pair of so many words."""
    return float((USUAL / max(size, 1)) ** EVENED)
