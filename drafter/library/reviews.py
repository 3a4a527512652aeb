"""The reviews of kept letters: which letters a change concerns, and where each of their pairs stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from drafter.domain import Comment, Filing, Kind, Letter, Matter, Side
from drafter.library.coding import a_date
from drafter.library.joining import Kept, keys, standing_labels

if TYPE_CHECKING:
    from drafter.parsing.reviews import Review, Told

Row = tuple[Any, ...]
STANDING = ("round:", "outcome:")
COLUMNS = "id, side, kind, sent, header, spine, said, released, review, open, facts"
AT_ONCE = 500  # ids in one question


def header_json(letter: Letter) -> str:
    """What a review takes of a letter's head, as JSON."""
    matter = letter.matter
    return json.dumps(
        {
            "answers": [d.isoformat() for d in letter.answers],
            "company": matter.company,
            "cik": matter.cik,
            "file_numbers": matter.file_numbers,
            "filings": [[f.form, iso(f.period), iso(f.filed)] for f in matter.filings],
            "round": letter.round,
        }
    )


def said_json(comments: Sequence[Comment]) -> str:
    """What a review takes of a letter's comments: their numbers, and those whole that return to another."""
    from drafter.parsing.standing import comes_back

    return json.dumps([[c.number, c.follows, c.text if comes_back(c) else ""] for c in comments])


@dataclass(frozen=True, slots=True)
class Stand:
    """What is put down of a letter: its review, its comments without an answer at hand, and a digest of all
    that its pairs take from the review.
    """

    review: str = ""
    open: int = 0
    facts: str = ""


class Reviews:
    """The record's letters by company and by time. Every change happens inside the record's own.

    A company's letters share file numbers, CIK or name. A name that letters of two CIKs bear is no sign of
    either, and joins only letters without a CIK.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def forget(self) -> None:
        """No letter belongs to any company: for a rebuild, in which every letter is placed again."""
        for table in ("companies", "bearers"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - one of the two
        self._db.execute("UPDATE letters SET company = '', facts = ''")

    def enter(self, letter: str, of: Collection[str]) -> set[str]:
        """The letter of those keys is of the company that any of them stands for; companies so joined are one.

        Gives the letters whose company may now be another.
        """
        name, cik = _of("name:", of), _of("cik:", of)
        if not (name and cik):
            return self._join(letter, of)
        borne = {row[0] for row in self._db.execute("SELECT cik FROM bearers WHERE name = ?", (name,))}
        if cik not in borne:
            self._db.execute("INSERT INTO bearers VALUES (?, ?)", (name, cik))
        moved = self._join(letter, of if borne <= {cik} else set(of) - {name})
        return moved | self._part(name) if len(borne) == 1 and cik not in borne else moved

    def _join(self, letter: str, of: Collection[str]) -> set[str]:
        of = sorted(of) or [f"letter:{letter}"]
        known = self._db.execute(f"SELECT DISTINCT company FROM companies WHERE key IN ({_marks(of)})", of)  # noqa: S608 - marks only
        one, *others = sorted(row[0] for row in known) or [letter]
        moved = {letter}
        for other in others:
            moved |= {r[0] for r in self._db.execute("SELECT id FROM letters WHERE company = ?", (other,))}
            for table in ("companies", "letters"):
                self._db.execute(f"UPDATE {table} SET company = ? WHERE company = ?", (one, other))  # noqa: S608
        self._db.executemany("INSERT OR IGNORE INTO companies VALUES (?, ?)", [(key, one) for key in of])
        self._db.execute("UPDATE letters SET company = ? WHERE id = ?", (one, letter))
        return moved

    def _part(self, name: str) -> set[str]:
        """Letters of several CIKs that only this name has joined are of different companies again."""
        rows = self._db.execute(
            "SELECT l.id, k.key FROM letters l JOIN companies c ON c.company = l.company "
            "JOIN keys k ON k.letter = l.id WHERE c.key = ? ORDER BY l.id",
            (name,),
        )
        of: dict[str, set[str]] = {}
        for id_, key in rows:
            of.setdefault(id_, set()).add(key)
        self._db.executemany(
            "DELETE FROM companies WHERE key = ?", [(key,) for key in set().union(*of.values())]
        )
        for id_, mine in of.items():
            self._join(id_, mine - {name} if _of("cik:", mine) else mine)
        return set(of)

    def concerned(
        self, letters: Collection[str], fresh: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[Review, Mapping[str, Stand]]]:
        """The reviews of all letters whose standing may have changed with those, and what was put down of
        each letter before.

        `fresh` are the numbers that company letters answer whose pairs are not yet in the record.
        """
        from drafter.parsing.reviews import reviews

        spells = self._spells(letters)
        rows = self._rows([id_ for spell in spells for id_ in spell])
        answered = {**self._answered([i for i, r in rows.items() if r[1] == Side.COMPANY]), **fresh}
        for spell in spells:
            told = [_told(rows[id_], answered.get(id_, ())) for id_ in spell]
            before = {id_: Stand(*rows[id_][-3:]) for id_ in spell}
            for review in reviews(told):
                yield review, before

    def beside(self, told: Told) -> Review:
        """The review to which a letter belongs that need not be kept."""
        from drafter.parsing.reviews import reviews

        rows = self._rows([id_ for id_ in self._of_company(told.letter) if id_ != told.letter.id])
        answered = self._answered([i for i, r in rows.items() if r[1] == Side.COMPANY])
        kept = [_told(row, answered.get(id_, ())) for id_, row in rows.items()]
        return next(
            r for r in reviews([*kept, told]) if any(letter.id == told.letter.id for letter in r.letters)
        )

    def names(self, letter: Letter) -> list[str]:
        """The names and CIKs that the letters of its company bear."""
        query = "SELECT DISTINCT cik, name FROM pairs WHERE letter IN"
        found = {name for row in self._among(query, self._of_company(letter)) for name in row}
        return sorted(found - {""})

    def _of_company(self, letter: Letter) -> list[str]:
        of = self._among("SELECT DISTINCT company FROM companies WHERE key IN", sorted(keys(letter)))
        query = "SELECT id FROM letters WHERE NOT stale AND company IN"
        return [row[0] for row in self._among(query, sorted({row[0] for row in of}))]

    def put(self, stands: Mapping[str, Stand]) -> None:
        """Puts down where those letters stand."""
        self._db.executemany(
            "UPDATE letters SET review = ?, open = ?, facts = ? WHERE id = ?",
            [(s.review, s.open, s.facts, id_) for id_, s in stands.items()],
        )

    def totals(self) -> tuple[int, int]:
        """How many reviews there are, and how many comments of staff letters have no answer at hand."""
        row = self._db.execute(
            "SELECT count(DISTINCT review), coalesce(sum(open), 0) FROM letters"
        ).fetchone()
        return int(row[0]), int(row[1])

    def _spells(self, letters: Collection[str]) -> list[list[str]]:
        """The letters of each spell of a company's that holds one of the letters."""
        of = {row[0] for row in self._among("SELECT company FROM letters WHERE id IN", sorted(letters))}
        dated: dict[str, list[tuple[str, str]]] = {}
        query = "SELECT company, sent, id FROM letters WHERE NOT stale AND company IN"
        for company, sent, id_ in sorted(self._among(query, sorted(of))):
            dated.setdefault(company, []).append((sent, id_))
        runs = (run for rows in dated.values() for run in _runs(rows))
        return [run for run in runs if not set(run).isdisjoint(letters)]

    def _rows(self, letters: Sequence[str]) -> dict[str, Row]:
        return {row[0]: row for row in self._among(f"SELECT {COLUMNS} FROM letters WHERE id IN", letters)}  # noqa: S608

    def _answered(self, letters: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for _, id_, number in sorted(
            self._among("SELECT id, letter, number FROM pairs WHERE letter IN", letters)
        ):
            found.setdefault(id_, []).append(number)
        return found

    def _among(self, query: str, values: Sequence[str]) -> list[Row]:
        found: list[Row] = []
        for start in range(0, len(values), AT_ONCE):
            some = values[start : start + AT_ONCE]
            found += self._db.execute(f"{query} ({_marks(some)})", some).fetchall()
        return found


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _of(kind: str, of: Collection[str]) -> str:
    """The key of that kind, "" for none."""
    return next((key for key in of if key.startswith(kind)), "")


def stand(review: Review, letter: Letter) -> Stand:
    """What is put down of a letter of that review."""
    told = [
        (n, review.outcome(letter, n), review.prior(letter, n), review.released_of(letter, n))
        for n in review.answered[letter.id]
    ]
    text = repr((review.id, letter.round, told))
    return Stand(review.id, review.open[letter.id], blake2b(text.encode(), digest_size=12).hexdigest())


def placed(kept: Kept, review: Review, letter: Letter, named: Callable[[str, str], str]) -> Kept:
    """The pair of that letter with its place in the review. `named` gives a pair's id by letter and number."""
    number = kept.pair.comment.number
    before = review.prior(letter, number)
    pair = replace(
        kept.pair,
        review=review.id,
        round=letter.round,
        prior=named(*before) if before else "",
        outcome=review.outcome(letter, number),
        released=review.released_of(letter, number),
    )
    others = frozenset(x for x in kept.labels if not x.startswith(STANDING))
    return Kept(pair, others | standing_labels(pair))


def _runs(dated: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The ids of a company's letters, given by day and id in order, parted where none was written for a
    SPELL; one run where a letter has no day, since that may belong to any.
    """
    from drafter.parsing.threads import SPELL

    if not dated[0][0]:
        return [[id_ for _, id_ in dated]]
    found = [[dated[0][1]]]
    for (before, _), (day, id_) in pairwise(dated):
        if before != day and _gap(before, day) > SPELL:
            found.append([])
        found[-1].append(id_)
    return found


def _gap(before: str, day: str) -> timedelta:
    return date.fromisoformat(day) - date.fromisoformat(before)


def _told(row: Row, answered: Sequence[str]) -> Told:
    from drafter.parsing.reviews import Told

    id_, side, kind, sent, header, spine, said, released = row[:-3]
    head = json.loads(header)
    filings = tuple(Filing(form, a_date(period), a_date(filed)) for form, period, filed in head["filings"])
    matter = Matter(head["company"], head["cik"], tuple(head["file_numbers"]), filings)
    answers = tuple(date.fromisoformat(d) for d in head["answers"])
    letter = Letter(id_, Side(side), Kind(kind), matter, a_date(sent), answers, head["round"])
    comments = tuple(
        Comment(id_, number, text, follows=follows) for number, follows, text in json.loads(said)
    )
    return Told(letter, comments, tuple(answered), spine, a_date(released))


def iso(day: date | None) -> str:
    """The day as it is stored, "" for none."""
    return day.isoformat() if day else ""
