"""The reviews of kept letters: which letters a change concerns, and where each of their pairs stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
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
COLUMNS = "id, side, kind, sent, header, spine, said, released"


def header_json(letter: Letter) -> str:
    """What a review takes of a letter's head, as JSON."""
    matter = letter.matter
    return json.dumps(
        {
            "answers": [d.isoformat() for d in letter.answers],
            "company": matter.company,
            "cik": matter.cik,
            "file_numbers": matter.file_numbers,
            "filings": [[f.form, _iso(f.period), _iso(f.filed)] for f in matter.filings],
            "round": letter.round,
        }
    )


def said_json(comments: Sequence[Comment]) -> str:
    """What a review takes of a letter's comments: their numbers, and those whole that return to another."""
    from drafter.parsing.standing import comes_back

    return json.dumps([[c.number, c.follows, c.text if comes_back(c) else ""] for c in comments])


class Reviews:
    """The record's letters by company and by time. Every change happens inside the record's own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def forget(self) -> None:
        """No letter belongs to any company: for a rebuild, in which every letter is placed again."""
        self._db.execute("DELETE FROM companies")
        self._db.execute("UPDATE letters SET company = '', facts = ''")

    def enter(self, letter: Letter) -> None:
        """The letter is of the company that any of its keys stands for; companies so joined become one."""
        of = sorted(keys(letter)) or [f"letter:{letter.id}"]
        marks = ",".join("?" * len(of))
        known = self._db.execute(f"SELECT DISTINCT company FROM companies WHERE key IN ({marks})", of)  # noqa: S608 - marks only
        one, *others = sorted(row[0] for row in known) or [letter.id]
        for other in others:
            self._db.execute("UPDATE companies SET company = ? WHERE company = ?", (one, other))
            self._db.execute("UPDATE letters SET company = ? WHERE company = ?", (one, other))
        self._db.executemany("INSERT OR IGNORE INTO companies VALUES (?, ?)", [(key, one) for key in of])
        self._db.execute("UPDATE letters SET company = ? WHERE id = ?", (one, letter.id))

    def concerned(self, letters: Collection[str], fresh: Mapping[str, Sequence[str]]) -> Iterator[Review]:
        """The reviews of all letters whose standing may have changed with those.

        `fresh` are the numbers that company letters answer whose pairs are not yet in the record.
        """
        from drafter.parsing.reviews import reviews

        days: dict[str, set[str]] = {}
        for id_ in letters:
            company, sent = self._db.execute(
                "SELECT company, sent FROM letters WHERE id = ?", (id_,)
            ).fetchone()
            days.setdefault(company, set()).add(sent)
        for company, touched in days.items():
            for first, last in self._spells(company, touched):
                yield from reviews(self._told(company, first, last, fresh))

    def place(self, review: Review, letter: str, standing: str) -> bool:
        """Puts the letter down as one of that review; whether its standing is another than before."""
        old = self._db.execute("SELECT review, open, facts FROM letters WHERE id = ?", (letter,)).fetchone()
        new = (review.id, review.open[letter], blake2b(standing.encode(), digest_size=12).hexdigest())
        if old != new:
            self._db.execute(
                "UPDATE letters SET review = ?, open = ?, facts = ? WHERE id = ?", (*new, letter)
            )
        return bool(old[2] != new[2])

    def totals(self) -> tuple[int, int]:
        """How many reviews there are, and how many comments of staff letters have no answer at hand."""
        row = self._db.execute(
            "SELECT count(DISTINCT review), coalesce(sum(open), 0) FROM letters"
        ).fetchone()
        return int(row[0]), int(row[1])

    def _spells(self, company: str, touched: set[str]) -> list[tuple[str, str]]:
        """First and last day of the spells that hold one of the days; all of it where a letter has no day."""
        query = "SELECT DISTINCT sent FROM letters WHERE company = ? AND NOT stale ORDER BY sent"
        days = [row[0] for row in self._db.execute(query, (company,))]
        if not days or "" in days:
            return [("", days[-1])] if days else []
        return [(s[0], s[-1]) for s in _runs(days) if touched & set(s)]

    def _told(self, company: str, first: str, last: str, fresh: Mapping[str, Sequence[str]]) -> list[Told]:
        query = (
            f"SELECT {COLUMNS} FROM letters WHERE company = ? AND NOT stale AND sent BETWEEN ? AND ?"  # noqa: S608
            " ORDER BY id"
        )
        rows = self._db.execute(query, (company, first, last)).fetchall()
        answered = {**self._answered([r[0] for r in rows if r[1] == Side.COMPANY]), **fresh}
        return [_told(row, answered.get(row[0], ())) for row in rows]

    def _answered(self, letters: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_ in letters:
            rows = self._db.execute("SELECT number FROM pairs WHERE letter = ? ORDER BY id", (id_,))
            found[id_] = [row[0] for row in rows]
        return found


def standing_of(review: Review, letter: Letter) -> str:
    """All that the pairs of that letter take from the review, as one text: alike where nothing has changed."""
    told = [(n, review.outcome(letter, n), review.prior(letter, n)) for n in review.answered[letter.id]]
    return repr((review.id, letter.round, review.released, told))


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
        released=review.released,
    )
    others = frozenset(x for x in kept.labels if not x.startswith(STANDING))
    return Kept(pair, others | standing_labels(pair))


def _runs(days: Sequence[str]) -> list[list[str]]:
    """The days in order, parted where no letter was written for a SPELL."""
    from drafter.parsing.threads import SPELL

    found = [[days[0]]]
    for before, day in pairwise(days):
        if _gap(before, day) > SPELL:
            found.append([])
        found[-1].append(day)
    return found


def _gap(before: str, day: str) -> timedelta:
    return date.fromisoformat(day) - date.fromisoformat(before)


def _told(row: Row, answered: Sequence[str]) -> Told:
    from drafter.parsing.reviews import Told

    id_, side, kind, sent, header, spine, said, released = row
    head = json.loads(header)
    filings = tuple(Filing(form, a_date(period), a_date(filed)) for form, period, filed in head["filings"])
    matter = Matter(head["company"], head["cik"], tuple(head["file_numbers"]), filings)
    answers = tuple(date.fromisoformat(d) for d in head["answers"])
    letter = Letter(id_, Side(side), Kind(kind), matter, a_date(sent), answers, head["round"])
    comments = tuple(
        Comment(id_, number, text, follows=follows) for number, follows, text in json.loads(said)
    )
    return Told(letter, comments, tuple(answered), spine, a_date(released))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
