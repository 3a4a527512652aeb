"""The two indexes of a library, and how they follow its record."""

from __future__ import annotations

import shutil
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from drafter.errors import LibraryAway, LibraryBusy
from drafter.library.entries import Entry
from drafter.library.filters import Sieve
from drafter.library.joining import Kept
from drafter.library.records import INDEXES, Records
from drafter.library.vectors import NAME, Place, Vectors
from drafter.library.words import Words
from drafter.providers.embedding import Embedder
from drafter.providers.embedding import Vectors as Rows

PAIRS_AT_ONCE = 2000  # embedded and indexed together
FEW = 5000  # pairs of a library up to which each is compared, in less time than Chroma takes to load
NARROW = 1000  # pairs that a filter keeps up to which each is compared; beyond, Chroma is asked
LARGE = 200_000  # pairs beyond which the record reads a page of the disk for each: the word index is asked
MOST = 1000  # nearest ones asked for at once
SPARE = 1.25  # times as many asked for as should do
AHEAD = 2  # parts begun while the record goes on
WIDER = 4  # times as many asked for, when too few of the nearest pass


@dataclass(frozen=True, slots=True)
class Changed:
    """A pair that an index has yet to follow: the change's number, the company's key, pair and labels."""

    seq: int
    company: str
    kept: Kept


Apply = Callable[[list[str], list[Changed]], Callable[[], None]]


class Trail:
    """One index on its way to the record's last change, in a thread of its own.

    `apply` is given what is gone and what has changed; what it gives back is called, in the thread of the
    one who follows, before the ledger says how far the index has come.
    """

    def __init__(self, records: Records, name: str, upto: int, apply: Apply) -> None:
        self._records = records
        self._name = name
        self._upto = upto
        self._apply = apply
        self._thread = ThreadPoolExecutor(1)
        self._begun: deque[tuple[int, Future[Callable[[], None]]]] = deque()

    def __enter__(self) -> Self:
        """Begins."""
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        """Waits for what was begun; after a failure, but that of a server, the ledger is left as it is."""
        with self._thread:
            while self._begun and failed in (None, LibraryAway):
                self._end_one()

    def go_on(self) -> None:
        """Begins all that the record has; waits only where the index is far behind."""
        while self._upto < (latest := self._records.latest()):
            gone = self._records.gone_since(self._upto)
            changed = [Changed(*row) for row in self._records.changed_since(self._upto, PAIRS_AT_ONCE)]
            self._upto = changed[-1].seq if len(changed) == PAIRS_AT_ONCE else latest
            self._begun.append((self._upto, self._thread.submit(self._apply, gone, changed)))
            if len(self._begun) > AHEAD:
                self._end_one()

    def _end_one(self) -> None:
        upto, work = self._begun.popleft()
        work.result()()
        self._records.set_reached(self._name, upto)


class Indexes:
    """Words and vectors of the record's generation. A rebuild begins the next, in folders of its own."""

    def __init__(self, folder: Path, records: Records, embedder: Embedder, server: str = "") -> None:
        self._folder = folder
        self._server = server
        self._identity = records.identity() if server else ""
        self.away = ""  # why the last search could not ask for the vectors
        self._records = records
        self._embedder = embedder
        self._generation = records.meta("generation")
        self.words = Words(folder / "words" / self._generation)
        self.vectors = Vectors(self._place(self._generation))
        self._vectors_at = records.reached()["vectors"]
        self._guard = threading.RLock()
        self._counted = False

    def close(self) -> None:
        """Lets go of the files."""
        self.vectors.close()

    def refresh(self) -> None:
        """Sees what other processes have written."""
        with self._guard:
            self.words.refresh()
            self._look_again()

    def lag(self) -> int:
        """How many changes the index furthest behind has yet to follow."""
        reached = self._records.reached()
        return self._records.latest() - min(reached["words"], 0 if self._moved() else reached["vectors"])

    def words_whole(self) -> bool:
        """Whether the word index holds as many pairs as the record."""
        return self.words.count() == self._records.count()

    def drop_older(self) -> None:
        """Takes away the indexes of earlier generations; what another process still reads may stay."""
        for name in INDEXES:
            for older in (self._folder / name).glob("*"):
                if older.name != self._generation:
                    shutil.rmtree(older, ignore_errors=True)
        if self._server:
            self.vectors.drop(self._place(str(int(self._generation) - 1)).name)

    def follow(self) -> None:
        """Brings both indexes up to the record. Inside `hold` only; doing a part of it twice is harmless."""
        with self.following() as go_on:
            go_on()

    @contextmanager
    def following(self) -> Iterator[Callable[[], None]]:
        """Inside `hold` only: what it gives starts the indexes on all that the record has; at the end they
        have followed. They work in threads of their own; the record is touched by the caller's alone.
        """
        with self._guard:
            self._look_again()
        reached = self._records.reached()
        if reached["words"] >= self._records.latest() and not self.words_whole():
            self.words.clear()
            reached = {**reached, "words": 0}
        start = 0 if self._moved() else reached["vectors"]
        with (
            Trail(self._records, "words", reached["words"], self._to_words) as words,
            Trail(self._records, "vectors", start, self._to_vectors) as vectors,
        ):

            def go_on() -> None:
                words.go_on()
                if self._moved():
                    self._forget_vectors()
                vectors.go_on()

            yield go_on
        self._vectors_at = self._records.reached()["vectors"]

    def _to_words(self, gone: list[str], changed: list[Changed]) -> Callable[[], None]:
        self.words.apply(gone, [_entry(c) for c in changed])
        return lambda: None

    def _to_vectors(self, gone: list[str], changed: list[Changed]) -> Callable[[], None]:
        pairs = [c.kept.pair for c in changed]
        ids = [p.id for p in pairs]
        rows = self._embedder.embed([asked_text(p.comment.heading, p.comment.text) for p in pairs])
        self.vectors.apply(gone, ids, rows)
        return lambda: self._records.put_rows(gone, ids, rows)

    def by_meaning(self, vector: Rows, sieve: Sieve, count: int) -> Mapping[str, float]:
        """Cosine of the nearest `count` pairs that pass, by id.

        Of a filter that keeps many pairs but few of the nearest, only those among the nearest `MOST` are given.
        """
        try:
            found = self._by_meaning(vector, sieve, count)
        except LibraryAway as error:
            self.away = str(error)
            return {}
        self.away = ""
        return found

    def _by_meaning(self, vector: Rows, sieve: Sieve, count: int) -> Mapping[str, float]:
        total = self.words.count()
        passing = self.words.number(sieve) if _narrow(sieve) else total
        one_by_one = total <= FEW or (_narrow(sieve) and passing <= NARROW)
        if self.vectors.shared or not one_by_one:
            with self._guard:
                self._check_vectors()
        if one_by_one:
            few = sorted(self.words.passing(sieve, passing)) if passing else ()
            return _best(self.likeness(vector, few), count)
        with self._guard:
            return self._nearest_passing(vector, sieve, count, (passing, total))

    def likeness(self, vector: Rows, ids: Sequence[str]) -> Mapping[str, float]:
        """Cosine of each of those pairs to the vector, by id; pairs not yet embedded are left out."""
        found, rows = self._records.rows(ids)
        return dict(zip(found, (rows @ vector).tolist(), strict=True)) if found else {}

    def _nearest_passing(
        self, vector: Rows, sieve: Sieve, count: int, of: tuple[int, int]
    ) -> Mapping[str, float]:
        """Asks once for so many that `count` of them should pass where so many of all do."""
        passing, total = of
        spared = count if sieve.open else int(SPARE * count)
        asked = min(spared * total // passing, max(MOST, spared), total)
        while True:
            near = self.vectors.nearest(vector, asked)
            found = set(near) if sieve.open else self._of_those(list(near), sieve)
            if len(found) >= count or asked >= min(total, MOST):
                return _best({id_: near[id_] for id_ in found}, count)
            asked = min(asked * WIDER, total, MOST)

    def _of_those(self, ids: Sequence[str], sieve: Sieve) -> frozenset[str]:
        by_words = sieve.wanted or self.words.count() > LARGE
        return (self.words if by_words else self._records).of_those(ids, sieve)

    def _look_again(self) -> None:
        """Opens the indexes anew where another process has rebuilt them, or written vectors."""
        generation, vectors_at = self._records.meta("generation"), self._records.reached()["vectors"]
        if generation != self._generation:
            self.words = Words(self._folder / "words" / generation)
        written = vectors_at != self._vectors_at and not self._server
        if written or generation != self._generation:
            self.vectors.close()
            self.vectors = Vectors(self._place(generation))
        self._generation, self._vectors_at = generation, vectors_at

    def _check_vectors(self) -> None:
        """Once a process: vectors that do not match the record are made anew, where no other is at it."""
        if self._counted and not self._server:
            return
        held = self.vectors.count()  # asked of a server each time: it may be away
        if self._counted or self.lag():
            return
        self._counted = True
        if held == self._records.count():
            return
        with suppress(LibraryBusy), self._records.hold(patience=0):
            self._forget_vectors()
            self.follow()

    def _forget_vectors(self) -> None:
        self.vectors.empty()
        self._records.set_reached("vectors", 0)
        self._records.set_meta(vectors_in=str(self._place(self._generation)))

    def _moved(self) -> bool:
        """Whether the setting names another place for the vectors than where they were put."""
        return self._records.meta("vectors_in") != str(self._place(self._generation))

    def _place(self, generation: str) -> Place:
        """Where the vectors of that generation lie."""
        name = f"drafter-{self._identity}-{generation}" if self._server else NAME
        return Place(self._folder / "vectors" / generation, self._server, name)


def asked_text(heading: Sequence[str], text: str) -> str:
    """A comment as it is embedded: its heading path, then its text."""
    return "\n".join([*heading, text])


def _narrow(sieve: Sieve) -> bool:
    """Whether a filter keeps a part: one that only leaves companies out keeps nearly all."""
    return sieve != Sieve(never=sieve.never)


def _best(scores: Mapping[str, float], count: int) -> Mapping[str, float]:
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:count])


def _entry(changed: Changed) -> Entry:
    pair = changed.kept.pair
    return Entry(
        id=pair.id,
        company=changed.company,
        name=f"{pair.matter.company} {pair.matter.cik}",
        labels=tuple(sorted(changed.kept.labels)),
        day=pair.sent.toordinal() if pair.sent else 0,
        released=pair.released.toordinal() if pair.released else 0,
        heading=" ".join(pair.comment.heading),
        comment=pair.comment.text,
        response=pair.response.text,
    )
