"""The register of undertakings: what was promised the staff, when it falls due, and whether it was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from drafter.domain import Comment, Pair
from drafter.register.due import Due, conditional, due
from drafter.register.later import Later, Looked, falls_in, look
from drafter.register.subjects import shared, subject
from drafter.undertakings import Undertaking, undertakings

__all__ = ["Due", "Entry", "Later", "Standing", "entries", "looked_up", "reminder", "touched"]

TOUCHING = 0.5
"""The share of a promise's own words that a comment on its subject holds, at the least."""

FEW = 3
"""A promise with fewer words of its own is known by those of the comment it answered."""


class Standing(StrEnum):
    """Where a promise stands. OPEN: not due yet, on no day that can be told, or on an event; OVERDUE: the filing
    that it names has passed and was not given; KEPT; NOT_FOUND: that filing was given and does not show it.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    KEPT = "kept"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise in the register, with the pair it stands in. `id` is stable while letter and promise are.

    `evidence` is the passage of a later filing that shows it kept, or comes nearest; `filing` names that
    filing. `marked` says that counsel and no program set the standing.
    """

    id: str
    pair: Pair
    promise: Undertaking
    due: Due
    standing: Standing
    evidence: str = ""
    filing: str = ""
    marked: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody still has to see to it."""
        return self.standing is not Standing.KEPT


def entries(pairs: Iterable[Pair], today: date, marks: Mapping[str, str]) -> tuple[Entry, ...]:
    """The promises of those pairs, in the order of the letters' dates. `marks` are standings that counsel set,
    by the promises' ids.
    """
    ordered = sorted(pairs, key=lambda p: (p.sent or date.min, p.id))
    found = (_entry(p, u, today) for p in ordered for u in undertakings(p.response.text))
    return tuple(
        replace(e, standing=Standing(marks[e.id]), marked=True) if e.id in marks else e for e in found
    )


def _entry(pair: Pair, promise: Undertaking, today: date) -> Entry:
    falls = due(promise, pair.sent)
    late = falls.by is not None and falls.by < today and not conditional(promise)
    said = f"{pair.id}\n{promise.text}".encode()
    standing = Standing.OVERDUE if late else Standing.OPEN
    return Entry(hashlib.sha256(said).hexdigest()[:10], pair, promise, falls, standing)


def looked_up(register: Sequence[Entry], filing: Later) -> tuple[Entry, ...]:
    """The register with every promise that falls due in that filing kept or not found, the passage beside it.

    What counsel marked, and what was found kept before, stays as it is.
    """
    return tuple(_looked_up(entry, filing) for entry in register)


def _looked_up(entry: Entry, filing: Later) -> Entry:
    if entry.marked or not entry.open or not falls_in(entry.due, entry.pair.sent, filing):
        return entry
    seen: Looked | None = look(entry.promise, entry.pair, filing)
    if seen is None or (not seen.kept and conditional(entry.promise)):
        return entry
    standing = Standing.KEPT if seen.kept else Standing.NOT_FOUND
    return replace(entry, standing=standing, evidence=seen.passage, filing=filing.name)


def touched(register: Sequence[Entry], comment: Comment) -> tuple[Entry, ...]:
    """The promises whose subject the comment is about, those nearest to it first.

    Pure, and by words alone: `TOUCHING` of the words that say what was promised stand in the comment or in the
    headings over it.
    """
    asked = subject(" ".join((*comment.heading, comment.text)))
    near = [(share, entry) for entry in register if (share := _nearness(entry, asked)) >= TOUCHING]
    return tuple(entry for _, entry in sorted(near, key=lambda found: -found[0]))


def reminder(entry: Entry) -> str:
    """What counsel should know of a promise that a new comment touches."""
    sent = entry.pair.sent
    when = f"on {sent:%B} {sent.day}, {sent.year}" if sent else "in an earlier letter"
    standing = {
        Standing.OVERDUE: f"It was due in {entry.due.words}: see whether it was kept, and say so.",
        Standing.NOT_FOUND: f"{entry.filing or 'The later filing'} does not show it: say why.",
        Standing.KEPT: "It was kept: refer to it.",
    }.get(entry.standing, f"It is due in {entry.due.words}: keep to it, or say what has changed.")
    said = " ".join(entry.promise.text.split())
    return f"The company promised the staff {when} (comment {entry.pair.comment.number}): “{said}” {standing}"


def _nearness(entry: Entry, asked: frozenset[str]) -> float:
    own = subject(entry.promise.what)
    if len(own) < FEW:
        own |= subject(entry.pair.comment.text)
    return shared(own, asked)
