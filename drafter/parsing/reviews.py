"""A review as a whole: its letters by round, where each comment stands, when its letters became public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.business_days import business_days_after
from drafter.domain import Comment, Kind, Letter, Outcome, Side, Status
from drafter.parsing.letter import Parsed
from drafter.parsing.standing import Place, Standing, comes_back, standings
from drafter.parsing.threads import Thread, threads

RELEASE = 20
"""Business days from the end of a review until its letters are made public, at the earliest."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a review takes of a letter: its head, the comments that it asks or recites, the numbers that it
    answers, and the id of the staff letter that it answers, "" where that is not at hand.

    `released` is the day on which the letter was made public, None where that is not known.
    """

    letter: Letter
    comments: tuple[Comment, ...] = ()
    answered: tuple[str, ...] = ()
    spine: str = ""
    released: date | None = None

    def response_to(self, number: str) -> bool:
        """Whether it answers the comment of that number."""
        return number in self.answered


def told(read: Parsed, released: date | None = None) -> Told:
    """What a review takes of a letter that was read."""
    numbers = tuple(dict.fromkeys(n for answer in read.responses for n in answer.numbers))
    return Told(replace(read.letter, lines=()), read.comments, numbers, released=released)


@dataclass(frozen=True, slots=True)
class Review:
    """One review. `id` is that of its first letter; `standings` are by the comment's letter and number.

    Where the staff letter is not at hand, a comment is the one that the company's letter recites. `asked`
    gives for each company letter the id of the letter that its comments stand in, `answered` for each letter
    the numbers it answers, `answering` for each comment the company letters that do. `public` are the days on
    which letters are known to have been made public, `released` is the first on which all can have been, None
    where no date is known.
    """

    id: str
    letters: tuple[Letter, ...]
    standings: Mapping[Place, Standing]
    asked: Mapping[str, str]
    answered: Mapping[str, tuple[str, ...]]
    answering: Mapping[Place, tuple[str, ...]]
    public: Mapping[str, date]
    released: date | None = None

    def outcome(self, letter: Letter, number: str) -> Outcome:
        """What became of the answer that this company letter gives to the comment of that number."""
        at = self.standing(letter, number)
        if at is None or at.status in (Status.OPEN, Status.ANSWERED):
            day = letter.sent.isoformat() if letter.sent else "an unknown date"
            return Outcome(Status.ANSWERED, f"answered in the letter of {day}")
        return Outcome(at.status, at.basis, at.follow_up, at.closed)

    def released_of(self, letter: Letter, number: str) -> date | None:
        """The first day on which the answer can have been public: each filing's review ends by itself."""
        at = self.standing(letter, number)
        ended = at.closed if at and at.closed and at.closed.year < date.max.year else None
        return self.public.get(letter.id) or (business_days_after(ended, RELEASE) if ended else self.released)

    def standing(self, letter: Letter, number: str) -> Standing | None:
        """Where the comment of that number stands, that a letter asks, recites or answers; None for none."""
        return self.standings.get((self.asked.get(letter.id, letter.id), number))

    def prior(self, letter: Letter, number: str) -> Place | None:
        """The first earlier answer that the comment returns to."""
        return next(iter(self.priors(letter, number)), None)

    def priors(self, letter: Letter, number: str) -> tuple[Place, ...]:
        """The earlier answers that the comment returns to: the id of each one's company letter, its number."""
        at = self.standing(letter, number)
        found = (
            (place, [id_ for id_ in self.answering.get(place, ()) if id_ != letter.id])
            for place in (at.priors if at else ())
        )
        return tuple((before[-1], place[1]) for place, before in found if before)

    @property
    def open(self) -> Mapping[str, int]:
        """How many comments of each staff letter have no answer at hand."""
        counts = dict.fromkeys((letter.id for letter in self.letters), 0)
        for standing in self.standings.values():
            counts[standing.letter] += standing.status is Status.OPEN
        return counts


def reviews(letters: Sequence[Told]) -> tuple[Review, ...]:
    """The reviews that the letters belong to, oldest first; every letter is in exactly one."""
    by_id = {one.letter.id: one for one in letters}
    return tuple(_review(thread, by_id) for thread in threads([_headed(one) for one in letters]))


def _headed(one: Told) -> Letter:
    """The letter's head, of a later round where one of its comments returns to another."""
    later = one.letter.side is Side.STAFF and any(map(comes_back, one.comments))
    return replace(one.letter, round=2) if later and one.letter.round == 1 else one.letter


def _review(thread: Thread, told: Mapping[str, Told]) -> Review:
    mine = {letter.id: told[letter.id] for letter in thread.letters}
    asked = {one.letter.id: _asked(one, mine) for one in mine.values() if one.letter.side is Side.COMPANY}
    alone = {id_ for id_, letter in asked.items() if id_ == letter and mine[id_].comments}
    told_of = standings(Thread(tuple(_with_stand_ins(thread, alone))), mine)
    return Review(
        thread.letters[0].id,
        thread.letters,
        {(s.letter, s.number): s for s in told_of},
        asked,
        {id_: one.answered for id_, one in mine.items()},
        _answering(thread, asked, mine),
        {id_: one.released for id_, one in mine.items() if one.released},
        _released(thread, mine.values()),
    )


def _asked(one: Told, mine: Mapping[str, Told]) -> str:
    """The letter in which the comments stand that a company letter answers: the staff's, else its own."""
    staff = mine.get(one.spine)
    return one.spine if staff and staff.comments else one.letter.id


def _with_stand_ins(thread: Thread, alone: Iterable[str]) -> Iterator[Letter]:
    """The letters, before each of those answers one that stands in for the staff letter not at hand: of the
    same id, since what it asks is what the answer recites.
    """
    for letter in thread.letters:
        if letter.id in alone:
            day = max(letter.answers, default=letter.sent)
            yield replace(letter, side=Side.STAFF, kind=Kind.COMMENTS, sent=day, answers=())
        yield letter


def _answering(
    thread: Thread, asked: Mapping[str, str], mine: Mapping[str, Told]
) -> dict[Place, tuple[str, ...]]:
    """For each comment the company letters that answer it, in order."""
    found: dict[Place, tuple[str, ...]] = {}
    for letter in thread.letters:
        for number in mine[letter.id].answered if letter.id in asked else ():
            place = (asked[letter.id], number)
            found[place] = (*found.get(place, ()), letter.id)
    return found


def _released(thread: Thread, told: Iterable[Told]) -> date | None:
    """The day on which the letters were made public, where one says so; else RELEASE business days after the
    staff completed the review, or after the last letter known.
    """
    if public := [one.released for one in told if one.released]:
        return max(public)
    dated = [(a.kind, a.sent) for a in thread.letters if a.sent and a.sent.year < date.max.year]
    known = [day for kind, day in dated if kind is Kind.REVIEW_COMPLETED] or [day for _, day in dated]
    return business_days_after(max(known), RELEASE) if known else None
