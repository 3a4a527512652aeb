"""The library: the record and the two indexes that follow it, as one thing to add to and to search."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Self

from drafter.domain import Comment, Known, Letter, Pair, Side
from drafter.errors import LibraryAway, LibraryBusy, LibraryMismatch
from drafter.library.filters import Filter, Sieve, label
from drafter.library.following import Indexes
from drafter.library.joining import THE_PARSER, Kept, Parsed, Parser, kept, spine
from drafter.library.records import INDEXES, Incoming, Records, writing
from drafter.library.reviews import Stand, placed, stand
from drafter.library.schema import LAYOUT
from drafter.library.words import AFFORDABLE
from drafter.providers.embedding import Embedder, midway
from drafter.providers.embedding import Vectors as Rows
from drafter.providers.terms import terms

OWNER_ONLY = 0o700
STANDS = ("answered", "followed_up", "closed", "settled")
LETTERS_AT_ONCE = 400  # kept while other processes wait
LETTERS_A_CHANGE = 100  # kept in one transaction, which the indexes follow while the next is made


@dataclass(frozen=True, slots=True)
class Added:
    """How many letters were new, and how many were known."""

    added: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """What a library holds."""

    letters: int
    pairs: int
    companies: int
    embedder: str


class Library:
    """Letters, the pairs made of them, and the searches over them. Several processes may use one folder."""

    def __init__(
        self, folder: Path, embedder: Embedder, parser: Parser, records: Records, server: str = ""
    ) -> None:
        self._folder = folder
        self._embedder = embedder
        self._parser = parser
        self._records = records
        self._indexes = Indexes(folder, records, embedder, server)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, parser: Parser = THE_PARSER, server: str = "") -> Self:
        """The library in that folder, made where there is none, for its owner alone.

        Its vectors lie in the Chroma server of that address, "" for the folder itself.

        What an interrupted process left undone is finished. Raises LibraryMismatch for a library of another
        embedder or layout, LibraryError for a folder that holds something else.
        """
        with writing(folder):
            library = cls(folder, embedder, parser, _records(folder, embedder), server)
            library._follow_if_free(library._behind() or not library._indexes.words_whole())
        return library

    @classmethod
    def rebuild(
        cls,
        folder: Path,
        embedder: Embedder,
        parser: Parser = THE_PARSER,
        told: Callable[[int], None] = lambda _: None,
        server: str = "",
    ) -> Self:
        """The library with every letter parsed again and every index made anew, now with that embedder.

        `told` hears how many letters are left. An interrupted rebuild is finished by the next `open`.
        """
        with writing(folder):
            _make(folder)
            records = Records(folder)
            with records.hold():
                _begin_again(records, embedder)
                library = cls(folder, embedder, parser, records, server)
                library._indexes.drop_older()
                library._settle(told)
        return library

    def close(self) -> None:
        """Lets go of all files."""
        self._indexes.close()
        self._records.close()

    def knows(self, letter: Incoming) -> bool:
        """Whether the letter is kept: the same bytes, or another copy of the same accession."""
        return self._records.knows(letter)

    def add(self, letters: Iterable[Incoming]) -> Added:
        """Keeps the letters and joins them into pairs; letters that are known change nothing, unless EDGAR's
        word on one comes only now.

        Raises LibraryBusy where another process holds the library for too long.
        """
        total = Added()
        source = iter(letters)
        while batch := sorted(islice(source, LETTERS_AT_ONCE), key=_untold):
            new = {letter.id: letter for letter in reversed(batch) if not self._records.knows(letter)}
            parsed = {i: x.parsed or self._parser.parse(x.lines, i, x.known) for i, x in new.items()}
            with writing(self._folder), self._records.hold(), self._indexes.following() as go_on:
                for start in range(0, len(batch), LETTERS_A_CHANGE):
                    some = batch[start : start + LETTERS_A_CHANGE]
                    with self._records.change():
                        fresh = [letter.id for letter in some if self._records.put(letter)]
                        self._join(fresh, parsed)
                    total = Added(total.added + len(fresh), total.unchanged + len(some) - len(fresh))
                    go_on()
        with writing(self._folder):
            self._follow_if_free(bool(self._records.stale(1)))
        return total

    # What is here

    def status(self) -> Status:
        """What the library holds now."""
        return Status(*self._records.totals(), embedder=self._embedder.name)

    def standings(self) -> dict[str, int]:
        """How many reviews there are, how many comments have no answer at hand, and how many answers stand how
        with the staff; one that it came back on before the review was completed is both followed up and closed.
        """
        reviews, unanswered = self._records.reviews.totals()
        stands = {kind: self._records.carrying(label("outcome", kind)) for kind in STANDS}
        return {"reviews": reviews, "open": unanswered, **stands}

    def digest(self) -> str:
        """A digest of the kept letters and the embedder: the same for the same content in any order."""
        total = hashlib.sha256(self._embedder.name.encode())
        for digest in self._records.digests():
            total.update(digest.encode())
        return total.hexdigest()

    def pairs(self) -> Iterator[Pair]:
        """Every pair, by id."""
        return self._records.all_pairs()

    def company_names(self) -> tuple[str, ...]:
        """The names of the companies whose pairs are kept, each once."""
        pairs = self._records.pairs(self._records.one_of_each())
        return tuple(p.matter.company for p in pairs.values())

    def some(self, ids: Sequence[str]) -> Mapping[str, Pair]:
        """Those pairs, by id; unknown ids are left out."""
        return self._records.pairs(ids)

    def names(self, letter: Letter) -> list[str]:
        """Every plain name and CIK that the kept letters of that letter's company bear, by their file numbers
        too: a company may have been renamed.
        """
        return self._records.reviews.names(letter)

    def earlier(self, letter: Letter, comments: Sequence[Comment]) -> dict[str, list[Pair]]:
        """The pairs of earlier rounds that the comments of a staff letter return to, by its own number."""
        from drafter.parsing.reviews import Told

        review = self._records.reviews.beside(Told(letter, tuple(comments)))
        places = {c.number: review.priors(letter, c.number) for c in comments}
        ids = {n: [self._records.pair_id(*place) for place in found] for n, found in places.items()}
        pairs = self._records.pairs([id_ for found in ids.values() for id_ in found])
        return {n: [pairs[id_] for id_ in found if id_ in pairs] for n, found in ids.items() if found}

    def labels(self, ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """What each of those pairs is marked with: "topic:...", "authority:...", "action:...", "form:..."."""
        return self._records.labels(ids)

    def carried(self, ids: Sequence[str], wanted: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """For each of those pairs that carries any of the wanted labels, which; the others are left out."""
        return self._indexes.words.carried(ids, wanted)

    def share(self, label: str) -> float:
        """The part of all pairs that carry that label, in (0, 1]; one that none carries counts as on one."""
        return min(max(self._indexes.words.carrying(label), 1) / max(self._indexes.words.count(), 1), 1.0)

    # Searches

    @property
    def away(self) -> str:
        """Why the last search could not look by meaning, "" where it did."""
        return self._indexes.away

    def sieve(self, asked: Filter) -> Sieve:
        """The filter with its companies looked up. Sees what other processes have added."""
        self._follow_if_free(self._behind())
        self._indexes.refresh()
        return self._records.sieve(asked)

    def passing(self, sieve: Sieve) -> list[str]:
        """Ids of the pairs that pass, by id."""
        return self._records.passing(sieve)

    def by_words(
        self, text: str, field: str, sieve: Sieve, count: int, places: int = AFFORDABLE
    ) -> Mapping[str, float]:
        """BM25 of the best `count` pairs that pass, by id.

        `field` is "comment"; "asked" with heading, where long ones count less; "whole" with answer too.
        """
        return self._indexes.words.scores(terms(text), field, sieve, count, places)

    def words_of(self, text: str, field: str, ids: Sequence[str], most: int) -> Mapping[str, float]:
        """BM25 of those pairs alone for the `most` telling words, by id; `field` may be "response" too."""
        return self._indexes.words.scores_of(terms(text), field, ids, most)

    def full_score(self, text: str, field: str) -> float:
        """The BM25 of a pair that says just what the text says."""
        return self._indexes.words.full_score(terms(text), field)

    def words_passing(self, sieve: Sieve, count: int) -> frozenset[str]:
        """Ids of up to `count` pairs that the word index lets pass: those of `passing`."""
        return self._indexes.words.passing(sieve, count)

    def direction(self, text: str, *parts: str) -> Rows:
        """The unit vector of a text, or the one midway between it and that of these parts of it together."""
        return midway(self._embedder.embed([text, *parts]))

    def by_meaning(self, vector: Rows, sieve: Sieve, count: int) -> Mapping[str, float]:
        """Cosine of the nearest `count` pairs that pass, by id."""
        return self._indexes.by_meaning(vector, sieve, count)

    def likeness(self, vector: Rows, ids: Sequence[str]) -> Mapping[str, float]:
        """Cosine of each of those pairs to the vector, by id; pairs not yet embedded are left out."""
        return self._indexes.likeness(vector, ids)

    # Following the letters

    def _follow_if_free(self, wanted: bool) -> None:
        """Finishes what was left undone, where that is wanted, possible and no other process is at it."""
        if not wanted:
            return
        with suppress(LibraryBusy, LibraryAway), self._records.hold(patience=0):
            self._settle()

    def _behind(self) -> bool:
        return bool(self._indexes.lag() or self._records.stale(1))

    def _settle(self, told: Callable[[int], None] = lambda _: None) -> None:
        """Parses and joins the letters that wait for it, and brings the indexes up to the record."""
        left = len(self._records.stale(-1))
        with self._indexes.following() as go_on:
            while batch := self._records.stale(LETTERS_A_CHANGE):
                told(left)
                left -= len(batch)
                with self._records.change():
                    self._join(batch, {id_: self._parsed(id_) for id_ in batch})
                go_on()
            go_on()

    def _parsed(self, letter: str) -> Parsed:
        return self._parser.parse(self._records.lines(letter), letter, self._records.known(letter))

    def _join(self, fresh: Sequence[str], parsed: dict[str, Parsed]) -> None:
        """Makes the pairs of the fresh letters, and of the company letters whose staff letter is fresh."""
        moved = set(fresh)
        for id_ in fresh:
            moved |= self._records.set_header(replace(parsed[id_].letter, id=id_), parsed[id_].comments)
        waiting = {id_ for id_ in fresh if parsed[id_].letter.side is Side.COMPANY}
        staff = {id_ for id_ in fresh if parsed[id_].letter.side is Side.STAFF}
        answering = {id_ for letter in staff for id_, _ in self._records.kin(letter, Side.COMPANY)}
        made: dict[str, list[Kept]] = {}
        for id_ in sorted(waiting | answering):
            back = self._spine(id_)
            if id_ in waiting or back in staff or back != self._records.spine(id_):
                self._records.set_spine(id_, back)
                made[id_] = self._kept(id_, back, parsed)
        self._place(moved.union(made), made)

    def _place(self, letters: Collection[str], made: Mapping[str, list[Kept]]) -> None:
        """Writes the pairs that were made, and those of the same reviews that now stand otherwise."""
        fresh = {id_: [k.pair.comment.number for k in kept] for id_, kept in made.items()}

        def named(letter: str, number: str) -> str:
            if letter not in made:
                return self._records.pair_id(letter, number)
            return min((k.pair.id for k in made[letter] if k.pair.comment.number == number), default="")

        stands: dict[str, Stand] = {}
        for review, before in self._records.reviews.concerned(letters, fresh):
            for letter in review.letters:
                now = stand(review, letter)
                if now == before[letter.id] and letter.id not in made:
                    continue
                stands[letter.id] = now
                if letter.side is Side.COMPANY:
                    mine = made[letter.id] if letter.id in made else self._records.kept(letter.id)
                    self._records.set_pairs(letter.id, [placed(k, review, letter, named) for k in mine])
        self._records.reviews.put(stands)

    def _spine(self, letter: str) -> str:
        sent, answers = self._records.header(letter)
        return spine(sent, answers, self._records.kin(letter, Side.STAFF))

    def _kept(self, letter: str, back: str, parsed: dict[str, Parsed]) -> list[Kept]:
        for id_ in (letter, back):
            if id_ and id_ not in parsed:
                parsed[id_] = self._parsed(id_)
        path, industry = self._records.path(letter)
        paired = self._parser.pair(parsed[letter], parsed[back] if back else None)
        return [kept(replace(p, source=path, industry=p.industry or industry)) for p in paired.pairs]


def _untold(letter: Incoming) -> bool:
    """Of two copies of a letter, the one on which EDGAR's word is known is kept."""
    return letter.known == Known()


def _begin_again(records: Records, embedder: Embedder) -> None:
    """Marks every letter as to be parsed again, and begins the next generation of indexes with that embedder."""
    generation = str(int(records.meta("generation") or 0) + 1)
    with records.change():
        records.make_stale()
        records.set_meta(layout=LAYOUT, embedder=embedder.name, generation=generation)
        for name in INDEXES:
            records.set_reached(name, 0)


def _make(folder: Path) -> None:
    """Makes the folder for its owner alone, unless a library is there already."""
    fresh = not (folder / "record.sqlite").exists()
    folder.mkdir(parents=True, exist_ok=True)
    if fresh:
        folder.chmod(OWNER_ONLY)


def _records(folder: Path, embedder: Embedder) -> Records:
    _make(folder)
    records = Records(folder)
    with records.change():
        if not records.meta("layout"):
            records.set_meta(layout=LAYOUT, embedder=embedder.name, generation="1")
    made_with, layout = records.meta("embedder"), records.meta("layout")
    if (made_with, layout) != (embedder.name, LAYOUT):
        records.close()
        raise LibraryMismatch(
            f"The library in {folder} was built with the embedder {made_with} (layout {layout}); this is "
            f"{embedder.name} (layout {LAYOUT}). Set that embedder again, or run drafter rebuild."
        )
    return records
