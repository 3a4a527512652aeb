"""Where each comment of a review stands: open, answered, followed up or closed, and on what that rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.domain import Comment, Kind, Letter, Side, Status
from drafter.parsing.dates import dates
from drafter.parsing.letter import Parsed
from drafter.parsing.threads import Thread, tied

OPENING = 500
"""Characters of a comment in which it names what it returns to."""

PRIOR = re.compile(
    r"\b(?:prior|previous)\s+(?:written\s+)?comments?\b|\bresponses?\s+to\s+(?:our|the)\s+comments?\b", re.I
)
"""A comment that returns to another. Examples: "response to our comment". Not: "we comment"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the comment of that letter and number stands. `by` is the id of the letter that shows it, "" for
    an open comment; `basis` says it in words.
    """

    letter: str
    number: str
    round: int
    status: Status
    basis: str
    by: str = ""


def standings(thread: Thread, read: Mapping[str, Parsed]) -> tuple[Standing, ...]:
    """Where every comment of the review's staff letters stands, in their order.

    `read` holds the review's letters by id; letters not in it are passed over. A later comment that returns
    to one outweighs its answer, and the staff's word that the review is completed outweighs both.
    """
    asking = [letter for letter in thread.letters if _asks(letter) and letter.id in read]
    return tuple(
        _standing(letter, comment, thread, read) for letter in asking for comment in read[letter.id].comments
    )


def prior(
    comment: Comment, letter: Letter, thread: Thread, read: Mapping[str, Parsed]
) -> tuple[Letter, Comment] | None:
    """The earlier comment, with its letter, that a staff letter's comment returns to; None for none.

    It is looked for in the letter whose date, or whose response's date, the comment names; else in those of
    the same filing before it, the latest first. A prior comment
    without a number is known where that letter has one alone.
    """
    opening = comment.text[:OPENING]
    if not (comment.follows or PRIOR.search(opening)):
        return None
    for earlier in _earlier(opening, letter, thread):
        asked = read[earlier.id].comments if earlier.id in read else ()
        if not comment.follows:
            return (earlier, asked[0]) if len(asked) == 1 else None
        if found := next((c for c in asked if c.number == comment.follows), None):
            return earlier, found
    return None


def _asks(letter: Letter) -> bool:
    return letter.side is Side.STAFF and letter.kind is Kind.COMMENTS


def _earlier(opening: str, letter: Letter, thread: Thread) -> list[Letter]:
    """The staff letters before, those first that the comment names by date, then those on the same filing."""
    named = {day for _, day in dates(opening)}
    at = next((i for i, other in enumerate(thread.letters) if other.id == letter.id), 0)
    before = [other for other in thread.letters[:at] if _asks(other)]
    told = {day for r in thread.letters[:at] if r.sent in named for day in r.answers}
    latest_first = before[::-1]
    return sorted(latest_first, key=lambda b: (b.sent not in named, b.sent not in told, not tied(b, letter)))


def _standing(letter: Letter, comment: Comment, thread: Thread, read: Mapping[str, Parsed]) -> Standing:
    after = thread.letters[[other.id for other in thread.letters].index(letter.id) + 1 :]
    shown = (
        _closed(letter, after)
        or _followed(letter, comment, thread, read)
        or _answered(letter, comment, after, read)
    )
    status, by, basis = shown or (Status.OPEN, "", "no answer to it is at hand")
    return Standing(letter.id, comment.number, letter.round, status, basis, by)


_Shown = tuple[Status, str, str]


def _closed(letter: Letter, after: Sequence[Letter]) -> _Shown | None:
    """The staff's word that its review of the same filing is completed."""
    done = [a for a in after if a.side is Side.STAFF and a.kind is Kind.REVIEW_COMPLETED and tied(letter, a)]
    return (Status.CLOSED, done[0].id, f"the staff completed its review on {_day(done[0])}") if done else None


def _followed(letter: Letter, comment: Comment, thread: Thread, read: Mapping[str, Parsed]) -> _Shown | None:
    """A later comment that returns to this one."""
    for later, again in _later(letter, thread, read):
        if prior(again, later, thread, read) == (letter, comment):
            basis = f"comment {again.number} of the letter of {_day(later)} returns to it"
            return Status.FOLLOWED_UP, later.id, basis
    return None


def _later(letter: Letter, thread: Thread, read: Mapping[str, Parsed]) -> Iterator[tuple[Letter, Comment]]:
    at = [other.id for other in thread.letters].index(letter.id)
    for later in thread.letters[at + 1 :]:
        if _asks(later) and later.id in read:
            yield from ((later, again) for again in read[later.id].comments)


def _answered(
    letter: Letter, comment: Comment, after: Sequence[Letter], read: Mapping[str, Parsed]
) -> _Shown | None:
    """A response letter of this round that answers the comment's number."""
    for reply in after:
        if reply.side is not Side.COMPANY or reply.round != letter.round or reply.id not in read:
            continue
        if reply.answers and letter.sent not in reply.answers and not tied(letter, reply):
            continue
        if read[reply.id].response_to(comment.number):
            return Status.ANSWERED, reply.id, f"answered in the letter of {_day(reply)}"
    return None


def _day(letter: Letter) -> str:
    return letter.sent.isoformat() if letter.sent else "an unknown date"
