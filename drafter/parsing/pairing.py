"""Comments joined to their answers, with the staff letter as the spine where it is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.domain import Comment, Pair, Response, Side
from drafter.parsing.alignment import Difference, differences, likeness, recital
from drafter.parsing.comments import comments
from drafter.parsing.furniture import after_salutation, furniture
from drafter.parsing.letter import Parsed
from drafter.parsing.responses import responses
from drafter.parsing.roles import Recital, read_roles

ASKED = 0.5
"""A recital at least this like a comment repeats it."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs in order; the numbers of comments that no answer was found for; answers to what this staff letter
    did not ask; and where the recital departs from the staff's words.
    """

    pairs: tuple[Pair, ...]
    unanswered: tuple[str, ...] = ()
    unasked: tuple[Response, ...] = ()
    differences: tuple[Difference, ...] = ()


def pair(company: Parsed, staff: Parsed | None = None) -> Paired:
    """The comments of a response letter with their answers.

    With the staff letter the comments, their numbers and headings are the staff's own, and they are found in
    the response letter by their words. A pair's id is the response letter's id and the comment's number.
    """
    if staff is None or not staff.comments or company.letter.side is not Side.COMPANY:
        return _alone(company)
    lines = company.letter.lines
    found = recital(lines, staff.comments, furniture(lines) | frozenset(range(after_salutation(lines))))
    if not found.starts:
        return _by_number(company, staff)
    return _along(company, staff, found)


def _alone(company: Parsed) -> Paired:
    """Pairs of a letter read by itself; what it answers without repeating it is unasked."""
    untold = {c.number for c in company.comments if not c.text}
    joined = _paired(company, [c for c in company.comments if c.text], company.responses)
    return replace(joined, unasked=tuple(a for a in company.responses if set(a.numbers) & untold))


def _paired(company: Parsed, asked: Sequence[Comment], answers: Sequence[Response]) -> Paired:
    """Each comment with the answer that bears its number; of several of one number the answers go in turn."""
    used: Counter[str] = Counter()
    pairs, unanswered = [], []
    for comment in asked:
        bearing = [a for a in answers if comment.number in a.numbers]
        turn = used[comment.number]
        used[comment.number] += 1
        if turn >= len(bearing):
            unanswered.append(comment.number)
            continue
        suffix = f"-{turn + 1}" if turn else ""
        name = f"{company.letter.id}#{comment.number}{suffix}"
        pairs.append(Pair(name, company.letter.matter, comment, bearing[turn], company.letter.sent))
    return Paired(tuple(pairs), tuple(unanswered))


def _along(company: Parsed, staff: Parsed, found: Recital) -> Paired:
    """Pairs where the response letter repeats the comments."""
    lines = company.letter.lines
    reading = read_roles(lines, Side.COMPANY, recital=found)
    recited = comments(lines, reading.roles, reading.starts, company.letter.id)
    answers = responses(lines, reading.roles, recited, company.letter.id)
    texts = {c.number: c.text for c in recited}
    missing = [c for c in staff.comments if c.number not in texts]
    answers = (*answers, *(a for c in missing for a in company.responses if c.number in a.numbers))
    joined = _paired(company, staff.comments, answers)
    changed = (d for c in staff.comments if c.number in texts for d in differences(c, texts[c.number]))
    return replace(joined, unasked=_unasked(company, staff), differences=tuple(changed))


def _unasked(company: Parsed, staff: Parsed) -> tuple[Response, ...]:
    """Answers to recitals that are none of the staff letter's comments, as where two letters are answered."""
    strange = [
        c
        for c in company.comments
        if all(likeness(c.text, s.text) < ASKED for s in staff.comments) and c.number not in _numbers(staff)
    ]
    return tuple(a for c in strange for a in company.responses if c.number in a.numbers)


def _numbers(staff: Parsed) -> frozenset[str]:
    return frozenset(c.number for c in staff.comments)


def _by_number(company: Parsed, staff: Parsed) -> Paired:
    """Pairs where the response letter repeats no comment: its answers bear the comments' numbers."""
    extra = tuple(a for a in company.responses if not set(a.numbers) & _numbers(staff))
    return replace(_paired(company, staff.comments, company.responses), unasked=extra)
