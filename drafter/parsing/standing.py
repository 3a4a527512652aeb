"""Where each comment of a review stands: open, answered, followed up or closed, and on what that rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from drafter.domain import Comment, FollowUp, Kind, Letter, Side, Status
from drafter.parsing.comments import returned_to
from drafter.parsing.dates import dates
from drafter.parsing.threads import DRAFT, Thread, base_form, tied

OPENING = 500
"""Characters of a comment in which it names what it returns to."""

PRIOR = re.compile(
    r"\b(?:prior|previous)\s+(?:written\s+)?comments?\b|\bresponses?\s+to\s+(?:our|the)\s+comments?\b", re.I
)
"""A comment that returns to another. Examples: "response to our comment". Not: "we comment"."""

PERIODIC = frozenset({"10-K", "10-KT", "10-Q", "10-QT", "20-F", "40-F", "6-K", "8-K"})
"""Reports that the staff reviews together: what is asked on one is often completed in the name of another."""

Place = tuple[str, str]
"""A comment: the id of its letter, and its number."""


class Read(Protocol):
    """What a letter asks and answers."""

    @property
    def comments(self) -> Sequence[Comment]:
        """Its comments, in order."""

    def response_to(self, number: str) -> object:
        """Something true where the letter answers the comment of that number."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the comment of that letter and number stands. `by` is the id of the letter that shows it, "" for
    an open comment; `basis` says it in words.

    `follow_up` is the first later comment that returns to it, `closed` the day on which the review was
    completed, whichever of them decides; `priors` are the comments of earlier letters that it returns to.
    """

    letter: str
    number: str
    round: int
    status: Status
    basis: str
    by: str = ""
    follow_up: FollowUp | None = None
    closed: date | None = None
    priors: tuple[Place, ...] = ()


Return = tuple[Letter, Comment]
"""A later comment with its letter."""


def standings(thread: Thread, read: Mapping[str, Read]) -> tuple[Standing, ...]:
    """Where every comment of the review's staff letters stands, in their order.

    `read` holds the review's letters by id; letters not in it are passed over. A later comment that returns
    to one outweighs its answer, and the end of the review outweighs both.
    """
    asking = [letter for letter in thread.letters if _asks(letter) and letter.id in read]
    back = {
        (letter.id, comment.number): [
            (earlier.id, asked.number) for earlier, asked in priors(comment, letter, thread, read)
        ]
        for letter in asking
        for comment in read[letter.id].comments
    }
    returns: dict[Place, Return] = {}
    for letter in asking:
        for comment in read[letter.id].comments:
            for place in back[letter.id, comment.number]:
                returns.setdefault(place, (letter, comment))
    return tuple(
        _standing(letter, comment, _shown(letter, comment, thread, read, returns), tuple(back[place]))
        for letter in asking
        for comment in read[letter.id].comments
        for place in [(letter.id, comment.number)]
    )


def comes_back(comment: Comment) -> bool:
    """Whether a comment says that it returns to an earlier one."""
    return bool(comment.follows or PRIOR.search(comment.text[:OPENING]))


def priors(
    comment: Comment, letter: Letter, thread: Thread, read: Mapping[str, Read]
) -> tuple[tuple[Letter, Comment], ...]:
    """The earlier comments, each with its letter, that a staff letter's comment returns to.

    Each is looked for in the letter whose date, or whose response's date, the comment names; else in those of
    the same filing before it, the latest first. A prior comment
    without a number is known where that letter has one alone.
    """
    if not comes_back(comment):
        return ()
    earlier = [e for e in _earlier(comment.text[:OPENING], letter, thread) if e.id in read]
    if not comment.follows:
        only = [(e, read[e.id].comments[0]) for e in earlier[:1] if len(read[e.id].comments) == 1]
        return tuple(only)
    found = (
        next(((e, c) for e in earlier for c in read[e.id].comments if c.number == number), None)
        for number in returned_to(comment.text) or (comment.follows,)
    )
    return tuple(prior for prior in found if prior)


def _asks(letter: Letter) -> bool:
    return letter.side is Side.STAFF and letter.kind is Kind.COMMENTS


def _earlier(opening: str, letter: Letter, thread: Thread) -> list[Letter]:
    """The staff letters before, those first that the comment names by date, then those on the same filing."""
    named = {day for _, day in dates(opening)}
    before = [other for other in thread.letters[: _at(letter, thread)] if _asks(other)]
    told = {day for r in thread.letters[: _at(letter, thread)] if r.sent in named for day in r.answers}
    latest_first = before[::-1]
    return sorted(latest_first, key=lambda b: (b.sent not in named, b.sent not in told, not tied(b, letter)))


def _at(letter: Letter, thread: Thread) -> int:
    return next((i for i, other in enumerate(thread.letters) if other.id == letter.id), 0)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The letters that show where a comment stands."""

    closing: Letter | None
    returning: Return | None
    answering: Letter | None


def _shown(
    letter: Letter,
    comment: Comment,
    thread: Thread,
    read: Mapping[str, Read],
    returns: Mapping[Place, Return],
) -> _Shown:
    after = thread.letters[_at(letter, thread) + 1 :]
    return _Shown(
        _closing(letter, thread, after),
        returns.get((letter.id, comment.number)),
        next((r for r in after if r.id in read and _answers(r, letter, comment, read[r.id])), None),
    )


def _standing(letter: Letter, comment: Comment, shown: _Shown, back: tuple[Place, ...]) -> Standing:
    follow_up = _follow_up(shown.returning)
    status, by, basis = _decided(shown)
    closed = shown.closing.sent if shown.closing else None
    return Standing(letter.id, comment.number, letter.round, status, basis, by, follow_up, closed, back)


def _follow_up(returning: Return | None) -> FollowUp | None:
    if not returning:
        return None
    later, again = returning
    return FollowUp(later.id, again.number, again.text, later.sent)


def _decided(shown: _Shown) -> tuple[Status, str, str]:
    if closing := shown.closing:
        ends = closing.kind is Kind.REVIEW_COMPLETED
        what = (
            "the staff completed its review" if ends else "effectiveness was asked for without more comments"
        )
        return Status.CLOSED, closing.id, f"{what} on {_day(closing)}"
    if shown.returning:
        later, again = shown.returning
        return (
            Status.FOLLOWED_UP,
            later.id,
            f"comment {again.number} of the letter of {_day(later)} returns to it",
        )
    if reply := shown.answering:
        return Status.ANSWERED, reply.id, f"answered in the letter of {_day(reply)}"
    return Status.OPEN, "", "no answer to it is at hand"


def _closing(letter: Letter, thread: Thread, after: Sequence[Letter]) -> Letter | None:
    """The letter that ends the review of what that letter asks about: the staff's word that it is completed,
    or the request to declare the registration effective, which follows the last comments on it.
    """
    return next(_completing(letter, thread, after), None) or next(_accelerating(letter, after), None)


def _completing(letter: Letter, thread: Thread, after: Sequence[Letter]) -> Iterator[Letter]:
    """The staff's completions on that filing, or on reports as it is one; a completion that is tied to no
    comments ends all of the review.
    """
    for done in after:
        if done.side is Side.STAFF and done.kind is Kind.REVIEW_COMPLETED:
            of_others = any(tied(asked, done) for asked in thread.letters if _asks(asked))
            if tied(letter, done) or not of_others or (_forms(letter) & PERIODIC and _forms(done) & PERIODIC):
                yield done


def _accelerating(letter: Letter, after: Sequence[Letter]) -> Iterator[Letter]:
    """The requests for effectiveness of that registration after which the staff has no more comments on it."""
    draft = DRAFT in _forms(letter)
    for at, asked in enumerate(after):
        ours = asked.kind is Kind.ACCELERATION and (draft or tied(letter, asked))
        if ours and not any(_asks(later) and (draft or tied(later, asked)) for later in after[at + 1 :]):
            yield asked


def _forms(letter: Letter) -> frozenset[str]:
    return frozenset(base_form(f) for f in letter.matter.filings)


def _answers(reply: Letter, letter: Letter, comment: Comment, said: Read) -> bool:
    """Whether that is a response letter of this round that answers the comment's number."""
    if reply.side is not Side.COMPANY or reply.round != letter.round:
        return False
    if reply.answers and letter.sent not in reply.answers and not tied(letter, reply):
        return False
    return bool(said.response_to(comment.number))


def _day(letter: Letter) -> str:
    return letter.sent.isoformat() if letter.sent else "an unknown date"
