"""Finding precedents: candidates from both searches, then ranked together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from drafter.domain import Precedent
from drafter.library import Filter, Library, Sieve
from drafter.retrieval.ranking import asked, ranked
from drafter.retrieval.reasons import SAME_ASK, SUPERSEDED, reasons, superseded

CANDIDATES = 200  # taken from each search before they are ranked together
CLOSE = 0.75  # nearness from which a precedent is near enough to rely on: docs/decisions/004-ranking.md


@dataclass(frozen=True, slots=True)
class Query:
    """A comment, a phrase or a question to find precedents for.

    `company` (name or CIK, or several as in `Filter`) is whose letter is being answered, "" where it is not
    known: its pairs are its own positions and never precedents. `heading` is the comment's heading path.
    """

    text: str
    heading: tuple[str, ...] = ()
    company: str = ""
    filter: Filter = field(default_factory=Filter)


@dataclass(frozen=True, slots=True)
class Found:
    """Precedents, best first. `close` says that at least one of them is near enough to rely on."""

    precedents: tuple[Precedent, ...] = ()
    close: bool = False


def precedents(library: Library, query: Query, count: int) -> Found:
    """Up to `count` pairs of other companies, best first; none for a text without words."""
    sieve = library.sieve(query.filter)
    own = library.sieve(Filter(not_company=query.company)).never
    found = _found(library, query, replace(sieve, never=sieve.never | own), count)
    return Found(found, any(p.close for p in found))


def own_positions(library: Library, query: Query, count: int) -> tuple[Precedent, ...]:
    """Up to `count` earlier pairs of `query.company` on the subject, best first, each with its date.

    Empty where the company is not known or has none.
    """
    if not query.company.strip():
        return ()
    sieve = library.sieve(replace(query.filter, company=query.company, not_company=""))
    return tuple(p for p in _found(library, query, sieve, count) if p.close or _on_the_subject(p))


def _on_the_subject(found: Precedent) -> bool:
    """Whether anything but the kind of request is shared."""
    return any(not reason.startswith((SAME_ASK, SUPERSEDED)) for reason in found.reasons)


def _found(library: Library, query: Query, sieve: Sieve, count: int) -> tuple[Precedent, ...]:
    if not query.text.strip() or count < 1:
        return ()
    question = asked(query.text, query.heading)
    best = ranked(library, question, sieve, CANDIDATES)[:count]
    pairs = library.some([s.id for s in best])
    labels = library.labels([s.id for s in best])
    day = query.filter.before or date.today()
    return tuple(
        Precedent(
            pairs[s.id],
            s.score,
            s.found_by,
            (*reasons(question, pairs[s.id], labels[s.id]), *superseded(pairs[s.id], day)),
            s.nearness >= CLOSE,
        )
        for s in best
    )
