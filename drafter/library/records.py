"""The record (SQLite): every letter and pair that is kept, and how far each index has followed. The truth."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np

from drafter.domain import Comment, Known, Letter, Line, Pair
from drafter.errors import LibraryBusy, LibraryError
from drafter.library.coding import (
    a_date,
    known_from,
    known_json,
    packed_lines,
    pair_from,
    pair_json,
    unpacked_lines,
)
from drafter.library.filters import Filter, Sieve, as_cik, labels, storable
from drafter.library.joining import Kept, Parsed, company_key, keys
from drafter.library.reviews import Reviews, header_json, iso, said_json
from drafter.library.schema import prepare
from drafter.names import plain_name
from drafter.providers.embedding import Vectors as Rows

INDEXES = ("words", "vectors")
NOTHING = Known()
PATIENCE = 120.0  # seconds to wait for another process that adds
LATELY = 5000  # pairs remembered as they were written
NO_LABELS: frozenset[str] = frozenset()
PAGES = 10_000  # written before they go from the log to the file, many of them at once
MEMORY = 64_000  # KiB of pages kept at hand
AT_ONCE = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class Incoming:
    """A letter to keep. `digest` is that of its bytes; `id` its accession number, else the digest.

    `known` is what EDGAR says of it; `parsed` the letter taken apart, where that was done before.
    """

    id: str
    digest: str
    path: str
    lines: tuple[Line, ...]
    industry: str = ""
    known: Known = NOTHING
    parsed: Parsed | None = field(default=None, compare=False)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What is done in here writes into the library. Raises LibraryError where its disk is full or refuses."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise LibraryError(
            f"The library in {folder} cannot be written to ({error}). Check that its disk has room and that you may "
            "write there, then run the same command again: what it held is safe. Or name another with --library."
        ) from error


class Records:
    """The record in one folder. Every change happens inside `hold` and `change`."""

    def __init__(self, folder: Path) -> None:
        self._lock = folder / "lock.sqlite"
        self._lately: dict[str, tuple[str, Kept]] = {}
        self._db = sqlite3.connect(
            folder / "record.sqlite", isolation_level=None, check_same_thread=False, timeout=PATIENCE
        )
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(f"PRAGMA cache_size = -{MEMORY}")
            self._db.execute(f"PRAGMA wal_autocheckpoint = {PAGES}")
            prepare(self._db)
        except sqlite3.OperationalError:  # no right to write, or no room
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise LibraryError(
                f"{folder} does not hold a drafter library ({error}). Choose another folder with --library, "
                "or move this one away and add the letters again."
            ) from None

        self.reviews = Reviews(self._db)

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    @contextmanager
    def hold(self, patience: float = PATIENCE) -> Iterator[None]:
        """Only one process at a time is in here. Raises LibraryBusy after `patience` seconds."""
        with closing(sqlite3.connect(self._lock, isolation_level=None, timeout=patience)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise LibraryBusy(
                    "Another drafter process is adding to this library. Wait until it is done and try again."
                ) from None
            yield

    @contextmanager
    def change(self) -> Iterator[None]:
        """All of it is written, or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.OperationalError):  # a full disk has rolled it back
                self._db.execute("ROLLBACK")
            raise

    def meta(self, name: str) -> str:
        """A named value, "" where none was set."""
        return str(self._one("SELECT value FROM meta WHERE name = ?", name) or "")

    def set_meta(self, **values: str) -> None:
        """Sets named values."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def identity(self) -> str:
        """A name of this library that no other has, the same for ever."""
        with self.change():
            self._db.execute("INSERT OR IGNORE INTO meta VALUES ('identity', ?)", (uuid4().hex,))
        return self.meta("identity")

    # Letters

    def knows(self, letter: Incoming) -> bool:
        """Whether the letter is kept: the same bytes, or another copy of the same accession."""
        found = self._one("SELECT 1 FROM digests WHERE digest = ?", letter.digest)
        return bool(found or self._one("SELECT 1 FROM letters WHERE id = ?", letter.id))

    def put(self, letter: Incoming) -> bool:
        """Keeps the letter, still to be parsed; False where it was known.

        A letter of which EDGAR's word was not known takes it from its copy, and is to be parsed again.
        """
        known = self.knows(letter)
        if known and letter.known != NOTHING:
            self._learn(letter)
        self._db.execute("INSERT OR IGNORE INTO digests VALUES (?, ?)", (letter.digest, letter.id))
        if not known:
            self._db.execute(
                "INSERT INTO letters (id, digest, path, industry, known, released, lines) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    letter.id,
                    letter.digest,
                    storable(letter.path),
                    letter.industry,
                    known_json(letter.known),
                    iso(letter.known.released),
                    packed_lines(letter.lines),
                ),
            )
        return not known

    def _learn(self, letter: Incoming) -> None:
        told = (known_json(letter.known), iso(letter.known.released), letter.industry)
        self._db.execute(
            "UPDATE letters SET known = ?, released = ?, industry = coalesce(nullif(?, ''), industry), "
            "stale = 1 WHERE known = '' AND (id = ? OR id IN (SELECT letter FROM digests WHERE digest = ?))",
            (*told, letter.id, letter.digest),
        )

    def make_stale(self) -> None:
        """Every letter is to be parsed again; its pairs and what an older layout kept beside are let go."""
        self._db.execute("DROP TABLE IF EXISTS labels")
        for table in ("pairs", "marks", "called", "vectors", "gone"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - one of these
        self._lately.clear()
        for index in ("pairs_company", "pairs_cik", "pairs_name"):
            self._db.execute(f"DROP INDEX IF EXISTS {index}")
        self._db.execute("UPDATE letters SET stale = 1")
        self.reviews.forget()

    def stale(self, count: int) -> list[str]:
        """Ids of up to `count` letters to be parsed, in order."""
        return [
            r[0] for r in self._db.execute("SELECT id FROM letters WHERE stale ORDER BY id LIMIT ?", (count,))
        ]

    def lines(self, letter: str) -> tuple[Line, ...]:
        """The lines of that letter."""
        return unpacked_lines(self._one("SELECT lines FROM letters WHERE id = ?", letter))  # type: ignore[arg-type]

    def known(self, letter: str) -> Known:
        """What EDGAR says of that letter."""
        return known_from(str(self._one("SELECT known FROM letters WHERE id = ?", letter)))

    def path(self, letter: str) -> tuple[str, str]:
        """The path of that letter as it was added, and its industry."""
        row = self._db.execute("SELECT path, industry FROM letters WHERE id = ?", (letter,)).fetchone()
        return str(row[0]), str(row[1])

    def set_header(self, letter: Letter, comments: Sequence[Comment]) -> set[str]:
        """Marks the letter as parsed, with what was read of it; gives the letters that may now be another
        company's.
        """
        sent = letter.sent.isoformat() if letter.sent else ""
        self._db.execute(
            "UPDATE letters SET stale = 0, side = ?, kind = ?, sent = ?, header = ?, said = ? WHERE id = ?",
            (letter.side, letter.kind, sent, header_json(letter), said_json(comments), letter.id),
        )
        of = keys(letter)
        self._db.execute("DELETE FROM keys WHERE letter = ?", (letter.id,))
        self._db.executemany("INSERT INTO keys VALUES (?, ?)", [(key, letter.id) for key in of])
        return self.reviews.enter(letter.id, of)

    def kin(self, letter: str, side: str) -> list[tuple[str, date | None]]:
        """Id and date of the parsed letters of that side that share a key with `letter`, by id."""
        rows = self._db.execute(
            "SELECT DISTINCT l.id, l.sent FROM keys a JOIN keys b ON a.key = b.key "
            "JOIN letters l ON l.id = b.letter WHERE a.letter = ? AND l.side = ? "
            "AND (l.side = 'company' OR l.kind = 'comments') AND NOT l.stale ORDER BY l.id",
            (letter, side),
        )
        return [(id_, a_date(sent)) for id_, sent in rows]

    def header(self, letter: str) -> tuple[date | None, tuple[date, ...]]:
        """The date of that letter, and of the staff letters it says it answers."""
        sent, header = self._db.execute("SELECT sent, header FROM letters WHERE id = ?", (letter,)).fetchone()
        return a_date(sent), tuple(date.fromisoformat(d) for d in json.loads(header)["answers"])

    def spine(self, letter: str) -> str:
        """Id of the staff letter it was paired with, "" for none."""
        return str(self._one("SELECT spine FROM letters WHERE id = ?", letter))

    # Pairs

    def set_spine(self, letter: str, spine: str) -> None:
        """The company letter is paired with that staff letter."""
        self._db.execute("UPDATE letters SET spine = ? WHERE id = ?", (spine, letter))

    def set_pairs(self, letter: str, kept: Sequence[Kept]) -> None:
        """The pairs of that company letter are these; only what differs is marked as changed."""
        old = dict(self._db.execute("SELECT id, pair FROM pairs WHERE letter = ?", (letter,)))
        labels = self.labels(list(old))
        changed = []
        for k in kept:
            text = pair_json(k.pair)
            self._remember(text, k)
            if old.pop(k.pair.id, None) != text or labels[k.pair.id] != k.labels:
                changed.append((k, text))
        seq = self.latest() + 1
        self._drop([(id_, at) for at, id_ in enumerate(old, seq)])
        self._put_pairs(letter, changed, seq + len(old))
        if old or changed:
            self.set_meta(seq=str(seq + len(old) + len(changed) - 1))

    def _drop(self, gone: Sequence[tuple[str, int]]) -> None:
        for table, column in (("pairs", "id"), ("marks", "pair")) if gone else ():
            self._db.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(id_,) for id_, _ in gone])  # noqa: S608
        self._db.executemany("INSERT OR REPLACE INTO gone VALUES (?, ?)", gone)

    def _put_pairs(self, letter: str, changed: Sequence[tuple[Kept, str]], seq: int) -> None:
        """Writes the pairs with their texts, from that change on."""
        rows = [
            (
                k.pair.id,
                letter,
                at,
                company_key(k.pair),
                k.pair.matter.cik,
                plain_name(k.pair.matter.company),
                _ordinal(k.pair.sent),
                text,
                k.pair.comment.number,
                _ordinal(k.pair.released),
            )
            for at, (k, text) in enumerate(changed, seq)
        ]
        self._db.executemany(
            "INSERT OR REPLACE INTO pairs (id, letter, seq, company, cik, name, day, pair, number, released) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        called = {(row[4], row[5], row[3]) for row in rows}
        self._db.executemany("INSERT OR IGNORE INTO called VALUES (?, ?, ?)", called)
        self._db.executemany("DELETE FROM gone WHERE id = ?", [(row[0],) for row in rows])
        marks = [
            (k.pair.id, company_key(k.pair), _ordinal(k.pair.sent), _ordinal(k.pair.released), _row(k.labels))
            for k, _ in changed
        ]
        self._db.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", marks)

    def kept(self, letter: str) -> list[Kept]:
        """The pairs of that company letter, by id."""
        rows = self._db.execute(
            "SELECT id, pair FROM pairs WHERE letter = ? ORDER BY id", (letter,)
        ).fetchall()
        return list(self._known(rows).values())

    def pair_id(self, letter: str, number: str) -> str:
        """The id of the pair of that company letter and comment, "" for none."""
        query = "SELECT min(id) FROM pairs WHERE letter = ? AND number = ?"
        return str(self._one(query, letter, number) or "")

    def count(self) -> int:
        """How many pairs there are."""
        return int(str(self._one("SELECT count(*) FROM pairs")))

    def pairs(self, ids: Sequence[str]) -> dict[str, Pair]:
        """Those pairs, by id; unknown ids are left out."""
        return {
            row[0]: pair_from(row[1]) for row in self._of_ids("SELECT id, pair FROM pairs WHERE id IN", ids)
        }

    def labels(self, ids: Sequence[str]) -> dict[str, frozenset[str]]:
        """The labels of each of those pairs."""
        found = self._of_ids("SELECT pair, labels FROM marks WHERE pair IN", ids)
        return {
            **dict.fromkeys(ids, NO_LABELS),
            **{id_: frozenset(row.split("\n")[1:-1]) for id_, row in found},
        }

    def carrying(self, label: str) -> int:
        """How many pairs carry that label."""
        return int(str(self._one("SELECT count(*) FROM marks WHERE instr(labels, ?)", f"\n{label}\n")))

    def all_pairs(self) -> Iterator[Pair]:
        """Every pair, by id."""
        for (text,) in self._db.execute("SELECT pair FROM pairs ORDER BY id"):
            yield pair_from(text)

    # Filters

    def sieve(self, asked: Filter) -> Sieve:
        """The filter with its companies looked up. A company that is not here lets nothing pass."""
        return Sieve(
            only=self._companies(asked.company) if asked.company.strip() else None,
            never=self._companies(asked.not_company),
            labels=labels(asked),
            since=asked.since,
            before=asked.before,
            as_of=asked.as_of,
        )

    def _companies(self, text: str) -> frozenset[str]:
        """Keys of the companies of those names and CIKs, apart by "|"."""
        return frozenset().union(*(self._company(one) for one in text.split("|")))

    def _company(self, text: str) -> frozenset[str]:
        """Keys of the company of that name or CIK: its letters may carry the one, the other, or both."""
        cik, name = as_cik(text), plain_name(text)
        if not name:
            return frozenset()
        mine = "cik = ?" if cik else "name = ?"
        found = self._names(mine, cik or name)
        if not found and not cik:
            found = self._names("name >= ? AND name < ?", f"{name} ", f"{name}!")
        ciks, names = {c for c, _, _ in found} - {""}, {n for _, n, _ in found} - {""}
        for one in ciks:
            found |= self._names("cik = ?", one)
        for one in names:
            found |= self._names("name = ? AND cik = ''", one)
        return frozenset(key for _, _, key in found)

    def _names(self, where: str, *values: str) -> set[tuple[str, str, str]]:
        return set(self._db.execute(f"SELECT cik, name, company FROM called WHERE {where}", values))  # noqa: S608 - `where` is one of the four above

    def passing(self, sieve: Sieve, count: int = -1) -> list[str]:
        """Ids of up to `count` pairs (-1: all) that pass, by id."""
        where, values = _where(sieve)
        query = f"SELECT pair FROM marks WHERE {where} ORDER BY pair LIMIT ?"  # noqa: S608 - _where writes only marks
        return [row[0] for row in self._db.execute(query, (*values, count))]

    def of_those(self, ids: Sequence[str], sieve: Sieve) -> frozenset[str]:
        """Those of the ids that pass."""
        where, values = _where(sieve)
        found = self._of_ids(f"SELECT pair FROM marks WHERE {where} AND pair IN", ids, values)  # noqa: S608 - as above
        return frozenset(row[0] for row in found)

    # Vectors, as they were given to the index

    def put_rows(self, gone: Iterable[str], ids: Sequence[str], rows: Rows) -> None:
        """Takes out the rows of what is gone, and keeps those of the ids."""
        with self.change():
            self._db.executemany("DELETE FROM vectors WHERE pair = ?", [(id_,) for id_ in gone])
            self._db.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                ((id_, row.tobytes()) for id_, row in zip(ids, rows, strict=True)),
            )

    def rows(self, ids: Sequence[str]) -> tuple[list[str], Rows]:
        """Those of the ids that have a row, and their rows in the same order."""
        found = self._of_ids("SELECT pair, row FROM vectors WHERE pair IN", ids)
        together = b"".join(row for _, row in found)
        flat = np.frombuffer(together, np.float32)
        return [id_ for id_, _ in found], flat.reshape(len(found), -1) if found else flat.reshape(0, 0)

    # Ledger

    def reached(self) -> Mapping[str, int]:
        """Up to which change each index has followed."""
        return {**dict.fromkeys(INDEXES, 0), **dict(self._db.execute("SELECT name, upto FROM ledger"))}

    def set_reached(self, name: str, upto: int) -> None:
        """The index of that name has followed up to that change."""
        self._db.execute("INSERT OR REPLACE INTO ledger VALUES (?, ?)", (name, upto))

    def latest(self) -> int:
        """The number of the last change."""
        return int(self.meta("seq") or 0)

    def gone_since(self, seq: int) -> list[str]:
        """Ids of pairs taken out after that change."""
        return [row[0] for row in self._db.execute("SELECT id FROM gone WHERE seq > ? ORDER BY seq", (seq,))]

    def changed_since(self, seq: int, count: int) -> list[tuple[int, str, Kept]]:
        """Change number, company key and content of the next `count` pairs after that change, in order."""
        rows = self._db.execute(
            "SELECT seq, company, id, pair FROM pairs WHERE seq > ? ORDER BY seq LIMIT ?", (seq, count)
        ).fetchall()
        kept = self._known([(id_, text) for _, _, id_, text in rows])
        return [(at, company, kept[id_]) for at, company, id_, _ in rows]

    def _remember(self, text: str, kept: Kept) -> None:
        """What was just written need not be read again by the indexes that follow."""
        if len(self._lately) >= LATELY:
            self._lately.clear()
        self._lately[kept.pair.id] = text, kept

    def _known(self, rows: Sequence[tuple[str, str]]) -> dict[str, Kept]:
        """The pairs of those ids and texts with their labels, read only where they were not just written."""
        fresh = {id_: self._lately[id_][1] for id_, text in rows if self._lately.get(id_, ("",))[0] == text}
        others = {id_: pair_from(text) for id_, text in rows if id_ not in fresh}
        labels = self.labels(list(others))
        return {**fresh, **{id_: Kept(pair, labels[id_]) for id_, pair in others.items()}}

    def totals(self) -> tuple[int, int, int]:
        """How many letters, pairs and companies there are."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM letters), count(*), count(DISTINCT company) FROM marks"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def one_of_each(self) -> list[str]:
        """The id of one pair of each company's name, in the order of the names."""
        found = self._db.execute("SELECT min(id) FROM pairs WHERE name <> '' GROUP BY name ORDER BY name")
        return [id_ for (id_,) in found]

    def digests(self) -> Iterator[str]:
        """The digest of every letter, in order."""
        for (digest,) in self._db.execute("SELECT digest FROM letters ORDER BY digest"):
            yield digest

    def _one(self, query: str, *values: object) -> object:
        row = self._db.execute(query, values).fetchone()
        return row[0] if row else None

    def _of_ids(self, query: str, ids: Sequence[str], before: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(ids), AT_ONCE):
            chunk = ids[start : start + AT_ONCE]
            marks = ",".join("?" * len(chunk))
            found += self._db.execute(f"{query} ({marks})", (*before, *chunk)).fetchall()
        return found


def _row(labels: Iterable[str]) -> str:
    """The labels as one text, each between two line ends."""
    return "\n".join(["", *sorted(labels), ""])


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _where(sieve: Sieve) -> tuple[str, list[object]]:
    """The sieve as SQL with its values."""
    clauses: list[tuple[str, list[object]]] = [("1", [])]
    if sieve.only is not None:
        clauses.append((f"company IN ({','.join('?' * len(sieve.only))})", list(sieve.only)))
    if sieve.never:
        clauses.append((f"company NOT IN ({','.join('?' * len(sieve.never))})", list(sieve.never)))
    clauses += [("instr(labels, ?)", [f"\n{value}\n"]) for value in sieve.labels]
    if sieve.since or sieve.before:
        last = sieve.before.toordinal() if sieve.before else date.max.toordinal() + 1
        clauses.append(("day >= ? AND day < ?", [sieve.since.toordinal() if sieve.since else 1, last]))
    if sieve.as_of:
        clauses.append(("released BETWEEN 1 AND ?", [sieve.as_of.toordinal()]))
    return " AND ".join(c for c, _ in clauses), [value for _, values in clauses for value in values]
