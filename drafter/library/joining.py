"""How kept letters become pairs: which staff letter one answers, and what marks a pair carries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from drafter.authorities import authorities, parents
from drafter.domain import Comment, Kind, Known, Letter, Line, Pair, Side, Status
from drafter.library.filters import label, move_group
from drafter.moves import moves_of
from drafter.names import own_name, plain_name
from drafter.sections import section
from drafter.topics import topics

if TYPE_CHECKING:
    from drafter.parsing.reviews import Told

LEADING_ZEROS = re.compile(r"(?<!\d)0+")  # "001-98001" and "1-98001" are one
LONGEST_REVIEW_GAP = timedelta(days=150)  # a response that names no staff letter answers none older than this


class Parsed(Protocol):
    """A letter taken apart."""

    @property
    def letter(self) -> Letter:
        """The letter with its header read."""

    @property
    def comments(self) -> Sequence[Comment]:
        """The comments that it asks, or recites."""


class Paired(Protocol):
    """A company letter read beside its staff letter."""

    @property
    def pairs(self) -> Sequence[Pair]:
        """Each comment with its answer."""


@dataclass(frozen=True, slots=True)
class Parser:
    """The two steps of parsing that the library takes: a letter apart, and two letters together."""

    parse: Callable[[Sequence[Line], str, Known], Parsed]
    pair: Callable[[Any, Any], Paired]  # of what `parse` gave: the company letter, the staff letter or None


def _parse(lines: Sequence[Line], id_: str, known: Known) -> Parsed:
    from drafter.parsing import parse

    return parse(lines, id_, known.matter, known.filed)


def _pair(company: Parsed, staff: Parsed | None) -> Paired:
    from drafter.parsing import pair

    return pair(company, staff)  # type: ignore[arg-type]  # what _parse gave


THE_PARSER = Parser(_parse, _pair)
"""drafter's own, loaded when the first letter is parsed: a search needs none."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A pair with the labels that filters and ranking look at."""

    pair: Pair
    labels: frozenset[str]


def keys(letter: Letter) -> frozenset[str]:
    """What a letter shares with the other letters of its matter."""
    matter = letter.matter
    found = {f"file:{LEADING_ZEROS.sub('', number)}" for number in matter.file_numbers}
    found |= {f"cik:{matter.cik}"} if matter.cik else set()
    name = own_name(matter.company)
    return frozenset(found | ({f"name:{name}"} if name else set()))


def spine(sent: date | None, answers: Sequence[date], staff: Iterable[tuple[str, date | None]]) -> str:
    """Id of the staff letter that a company letter of that date answers, "" where none of `staff` is it.

    `staff` are id and date of each. It is the one of a date in `answers`, the latest of several; where it
    names no date, the last one before the company letter.
    """
    dated = sorted((day, id_) for id_, day in staff if day)
    named = [id_ for day, id_ in dated if day in answers]
    if answers or not sent:
        return named[-1] if named else ""
    before = [id_ for day, id_ in dated if sent - LONGEST_REVIEW_GAP <= day <= sent]
    return before[-1] if before else ""


def with_spines(told: Sequence[Told]) -> list[Told]:
    """The letters, each company letter with the staff letter among them that it answers."""
    asking: dict[str, set[tuple[str, date | None]]] = defaultdict(set)
    for one in told:
        if one.letter.side is Side.STAFF and one.letter.kind is Kind.COMMENTS:
            for key in keys(one.letter):
                asking[key].add((one.letter.id, one.letter.sent))
    return [
        replace(one, spine=spine(one.letter.sent, one.letter.answers, _kin(one.letter, asking)))
        if one.letter.side is Side.COMPANY
        else one
        for one in told
    ]


def _kin(letter: Letter, asking: Mapping[str, set[tuple[str, date | None]]]) -> set[tuple[str, date | None]]:
    return set().union(*(asking.get(key, set()) for key in keys(letter)))


def kept(pair: Pair) -> Kept:
    """The pair with its labels: topics and authorities with what they belong to, and so on."""
    comment = pair.comment
    cited = {c.canonical for c in authorities("\n".join([comment.text, *comment.heading]))}
    part = section(comment.heading)
    about = set(topics(comment.text, comment.heading, sorted(cited)))
    marks: dict[str, Iterable[str]] = {
        "authority": cited | {parent for name in cited for parent in parents(name)},
        "topic": about | {topic.split(".")[0] for topic in about},
        "section": {part, part.split(".")[0]} - {""},
        "stance": {s for move in moves_of(pair.response.text) for s in (move.value, move_group(move))},
        "form": {filing.form for filing in pair.matter.filings if filing.form},
        "industry": {pair.industry} - {""},
    }
    return Kept(pair, _labels(marks) | standing_labels(pair))


def standing_labels(pair: Pair) -> frozenset[str]:
    """What marks where a pair stands in its review: "round:2", and an "outcome:" for each that is so.

    An outcome is open, answered or closed; followed_up where the staff came back on the answer, whatever
    became of it; settled where the review was completed and the staff had not come back.
    """
    outcome = pair.outcome
    found = {outcome.status.value}
    found |= {"followed_up"} if outcome.follow_up else set()
    found |= {"settled"} if outcome.status is Status.CLOSED and not outcome.follow_up else set()
    return _labels({"round": {str(pair.round)}, "outcome": found})


def _labels(marks: Mapping[str, Iterable[str]]) -> frozenset[str]:
    return frozenset(label(kind, value) for kind, values in marks.items() for value in values)


def company_key(pair: Pair) -> str:
    """What pairs of one company share: its CIK, else its plain name, else the letter itself."""
    matter = pair.matter
    return matter.cik or f"name:{plain_name(matter.company) or pair.response.letter}"
