"""Letters that belong to one review, put together and numbered by round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drafter.domain import Filing, Kind, Letter, Side
from drafter.names import own_name

QUIET = timedelta(days=120)
"""After so long without a letter a review is over, unless the next letter is tied to it by what it names."""

SPELL = timedelta(days=540)
"""After so long without any letter nothing that a company writes belongs to a review from before."""

LONGEST = timedelta(days=365)
"""No two letters of one registration, the later taking up the earlier, are further apart."""

OPENS = frozenset(
    {
        (Side.STAFF, Kind.COMMENTS),
        (Side.STAFF, Kind.NO_REVIEW),
        (Side.STAFF, Kind.REVIEW_COMPLETED),
        (Side.COMPANY, Kind.RESPONSE),
        (Side.COMPANY, Kind.EXTENSION),
    }
)
"""Letters that show a review: the staff's, and what answers it where the staff's letter is not at hand."""

DRAFT = "DRS"
"""A draft registration statement: what is filed after it bears its form's own name."""

OF_ONE_FILING = re.compile(r"(?:333|377)-")
"""File numbers given to one registration statement. Examples: "333-237157". Not: "001-39220"."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One review of one company: its letters by date, the staff's first on one day, each with its round.

    A round opens with a staff letter that has comments; what answers it and what closes it share its number, as does
    a copy of it in another format.
    A review in which the staff comments on several filings counts the rounds of each.
    """

    letters: tuple[Letter, ...]

    @property
    def opened(self) -> date | None:
        """The date of its first dated letter."""
        return next((letter.sent for letter in self.letters if letter.sent), None)


def threads(letters: Sequence[Letter]) -> tuple[Thread, ...]:
    """The reviews that the letters belong to, oldest first; every letter is in exactly one.

    A letter belongs to a review of its company that deals with the same filing (form and period, form and
    filing date, registration number) or whose letter it answers. Otherwise it goes to the latest one, unless
    QUIET has passed and it is one of OPENS: then it opens its own. A registrant's file
    number alone joins a company's letters, never its reviews. A letter without a date belongs where it is tied
    to, else to the latest. Letters apart by SPELL never meet, so that a spell can be read by itself.
    """
    found = [review for company in _companies(letters) for review in _reviews(company)]
    return tuple(sorted(map(_with_rounds, found), key=lambda t: t.opened or date.max))


def tied(one: Letter, other: Letter) -> bool:
    """Whether two letters of one company deal with the same filing, or one answers the other."""
    numbers = set(filter(OF_ONE_FILING.match, one.matter.file_numbers))
    return bool(
        numbers & set(other.matter.file_numbers)
        or _signs(one.matter.filings) & _signs(other.matter.filings)
        or _answers(one, other)
        or _answers(other, one)
    )


def base_form(filing: Filing) -> str:
    """The form without the mark of an amendment: "S-4" of "S-4/A"."""
    return filing.form.split("/")[0]


def _signs(filings: Iterable[Filing]) -> set[tuple[str, str, date]]:
    """What tells a filing from others of its form."""
    periods = {(base_form(f), "period", f.period) for f in filings if f.period}
    return periods | {(base_form(f), "filed", f.filed) for f in filings if f.filed}


def _answers(one: Letter, other: Letter) -> bool:
    return other.side is Side.STAFF is not one.side and other.sent in one.answers


def _keys(letter: Letter, place: int, shared: Collection[str]) -> list[str]:
    """What shows whose letter it is, names that are `shared` only without a CIK; its place in the list where
    nothing does.
    """
    matter = letter.matter
    numbers = [re.sub(r"(?<![0-9])0+", "", n) for n in matter.file_numbers]
    keys = [f"file {n}" for n in numbers]
    keys += [f"cik {matter.cik}"] * bool(matter.cik)
    name = own_name(matter.company)
    keys += [f"name {name}"] * bool(name and not (matter.cik and name in shared))
    return keys or [f"place {place}"]


def _companies(letters: Sequence[Letter]) -> list[list[Letter]]:
    """The letters of each company, in order of date, the staff's first on one day, undated ones last.

    A name that letters of two CIKs bear is no sign of either, and joins only letters without a CIK.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for letter in letters:
        bearers[own_name(letter.matter.company)] |= {letter.matter.cik} - {""}
    shared = {name for name, ciks in bearers.items() if len(ciks) > 1}
    leader: dict[str, str] = {}

    def led(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    keyed = [_keys(letter, place, shared) for place, letter in enumerate(letters)]
    for keys in keyed:
        for key in keys[1:]:
            leader[led(key)] = led(keys[0])
    groups: dict[str, list[Letter]] = defaultdict(list)
    for letter, keys in zip(letters, keyed, strict=True):
        groups[led(keys[0])].append(letter)
    return [sorted(group, key=_order) for group in groups.values()]


def _order(letter: Letter) -> tuple[date, bool, str]:
    return (letter.sent or date.max, letter.side is not Side.STAFF, letter.id)


def _reviews(company: Sequence[Letter]) -> list[list[Letter]]:
    """A company's letters by review."""
    found: list[list[Letter]] = []
    spell, last = 0, None
    for letter in company:
        if letter.sent and last and letter.sent - last > SPELL:
            spell = len(found)
        home = _home(letter, found[spell if letter.sent else 0 :])
        last = letter.sent or last
        if home is None:
            found.append([letter])
        else:
            home.append(letter)
    return found


def _home(letter: Letter, reviews: Sequence[list[Letter]]) -> list[Letter] | None:
    """The review that a letter belongs to, None where it opens one."""
    for review in reversed(reviews):
        if any(tied(letter, other) or _goes_on(letter, other) for other in review):
            return review
    latest = max(reviews, key=lambda review: review[-1].sent or date.min, default=None)
    if latest is None or (_opens(letter) and _quiet(letter, latest[-1])):
        return None
    return latest


def _opens(letter: Letter) -> bool:
    return (letter.side, letter.kind) in OPENS


def _quiet(letter: Letter, last: Letter) -> bool:
    return bool(letter.sent and last.sent) and letter.sent - last.sent > QUIET  # type: ignore[operator]


def _with_rounds(review: Sequence[Letter]) -> Thread:
    """The review with the round of each letter."""
    counted: list[Letter] = []
    for letter in review:
        counted.append(replace(letter, round=_round(letter, counted)))
    return Thread(tuple(counted))


def _round(letter: Letter, before: Sequence[Letter]) -> int:
    """The round of a letter, given the letters before it with theirs."""
    asking = [b for b in before if b.side is Side.STAFF and b.kind is Kind.COMMENTS]
    if letter.kind is Kind.COMMENTS and letter.side is Side.STAFF:
        same = [b for b in asking if _goes_on(letter, b)]
        copied = next((b.round for b in same if b.sent and b.sent == letter.sent), 0)
        return copied or 1 + max((b.round for b in same), default=0)
    answered = [b for b in asking if _answers(letter, b)]
    near = answered or [b for b in asking if tied(letter, b)] or asking
    return near[-1].round if near else _unasked_round(letter, before)


def _goes_on(letter: Letter, before: Letter) -> bool:
    """Whether a staff letter takes up an earlier one: on the same filing, or by its own words on its form."""
    if letter.side is not Side.STAFF or before.side is not Side.STAFF:
        return False
    earlier = {base_form(f) for f in before.matter.filings}
    same = earlier & {base_form(f) for f in letter.matter.filings} or DRAFT in earlier
    near = letter.sent and before.sent and letter.sent - before.sent <= LONGEST
    return tied(letter, before) or bool(letter.round > 1 and same and near)


def _unasked_round(letter: Letter, before: Sequence[Letter]) -> int:
    """The round of a letter before which no staff letter is at hand: counted by the responses."""
    told = [b for b in before if b.kind is Kind.RESPONSE and tied(letter, b) and b.answers != letter.answers]
    return max((b.round for b in told), default=0) + 1 if letter.kind is Kind.RESPONSE else len(told) or 1
