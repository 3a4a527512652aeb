"""Finding precedents: candidates from both searches, then ranked together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from drafter.domain import Comment, Pair, Precedent
from drafter.library import Filter, Library, Sieve
from drafter.retrieval.asking import typed
from drafter.retrieval.duplicates import gathered
from drafter.retrieval.ranking import Asked, Scored, asked, ranked, together
from drafter.retrieval.reasons import SAME_ASK, SUPERSEDED, reasons, superseded

CANDIDATES = 200  # taken from each search before they are ranked together
CLOSE = 0.78  # nearness from which a precedent is near enough to rely on: docs/decisions/004-ranking.md
NOTHING_SO = "No pair is as the operators, fields and quotes ask."
WORDS_ONLY = "Only pairs that share words were looked for."


@dataclass(frozen=True, slots=True)
class Query:
    """A comment, a phrase or a question to find precedents for.

    `company` (name or CIK, or several as in `Filter`) is whose letter is being answered, "" where it is not
    known: its pairs are its own positions and never precedents. `heading` is the comment's heading path.
    `returns_to` is the comment of an earlier round that this one returns to: a later round seldom says anew
    what it is about.
    """

    text: str
    heading: tuple[str, ...] = ()
    company: str = ""
    filter: Filter = field(default_factory=Filter)
    returns_to: Comment | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Precedents, best first. `close` says that at least one of them is near enough to rely on.

    `note` says what the search could not do, "" where it did all.
    """

    precedents: tuple[Precedent, ...] = ()
    close: bool = False
    note: str = ""


def precedents(library: Library, query: Query, count: int, collapse: bool = False) -> Found:
    """Up to `count` pairs of other companies, best first; none for a text without words.

    With `collapse`, comments sent to many companies in the same words are one precedent with its duplicates.
    """
    sieve = library.sieve(query.filter)
    if query.company.strip():
        own = library.sieve(Filter(not_company=query.company)).never
        sieve = replace(sieve, never=sieve.never | own)
    found = _found(library, query, sieve, count, collapse)
    note = f"{WORDS_ONLY} {library.away}" if library.away else ""
    nothing = NOTHING_SO if not found and typed(query.text).wanted else ""
    return Found(found, any(p.close for p in found), note or nothing)


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


def _found(
    library: Library, query: Query, sieve: Sieve, count: int, collapse: bool = False
) -> tuple[Precedent, ...]:
    if not query.text.strip() or count < 1:
        return ()
    said = typed(query.text)
    question = _question(said.text, query)
    best = ranked(library, question, replace(sieve, wanted=said.wanted), CANDIDATES)
    scored: dict[str, Scored] = {}
    pairs = _read(library, best, count, scored)
    groups = gathered(pairs, count) if collapse else [(pair,) for pair in islice(pairs, count)]
    labels = library.labels([group[0].id for group in groups])
    day = query.filter.as_of or query.filter.before or date.today()

    def told(pair: Pair, duplicates: tuple[Pair, ...]) -> Precedent:
        score = scored[pair.id]
        return Precedent(
            pair,
            score.score,
            score.found_by,
            (*reasons(question, pair, labels[pair.id]), *superseded(pair, day)),
            score.nearness >= CLOSE,
            duplicates,
        )

    return tuple(told(first, tuple(others)) for first, *others in groups)


def _question(text: str, query: Query) -> Asked:
    """The text as it is asked, with the comment that it returns to."""
    one, earlier = asked(text, query.heading), query.returns_to
    return together(one, asked(earlier.text, earlier.heading)) if earlier else one


def _read(
    library: Library, best: Iterator[Scored], at_once: int, scored: dict[str, Scored]
) -> Iterator[Pair]:
    """The pairs in that order, so many read together; one that has gone meanwhile is left out.

    What was scored of each that was read is put into `scored`, by id.
    """
    while some := {s.id: s for s in islice(best, at_once)}:
        scored.update(some)
        pairs = library.some(list(some))
        yield from (pairs[id_] for id_ in some if id_ in pairs)
