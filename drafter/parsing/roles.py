"""One role for every line of a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.domain import Line, Role, Side
from drafter.parsing.cues import ANNEX, SIGNATURE, Words, words
from drafter.parsing.evidence import Manner, Part, manner_of
from drafter.parsing.furniture import after_salutation, furniture, is_footnote
from drafter.parsing.headings import is_heading
from drafter.parsing.marks import Mark, response_mark
from drafter.parsing.notes import table_notes
from drafter.parsing.numbering import Candidate, answer_candidates, candidates, chain, look, total
from drafter.parsing.walk import Walk, walk

CLEAR = 1.0
"""Weight: numbered lines of more on average are comments, not answers."""

SEVERAL = 2
"""Numbered lines that show a manner at least."""

ASKING = 0.3
"""Weight of the words from which a line asks."""

TITLE = 5
"""Words that the title of a closing has at most."""

PREAMBLE = 12
"""Lines: the introduction and headings before a first answer are not more."""

ROLES = (Role.OPENING, Role.HEADING, Role.COMMENT, Role.COMMENT, Role.RESPONSE, Role.CLOSING)
"""The role of each part, in the order of Part."""


@dataclass(frozen=True, slots=True)
class Recital:
    """Where a company letter repeats the staff's comments: the lines that do, and those where comments start
    with the staff letter's numbers.
    """

    starts: Mapping[int, int]
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """The role of every line, the lines where comments start with their numbers (0: none was legible), and
    the lines where answers start.
    """

    roles: tuple[Role, ...]
    starts: Mapping[int, int] = field(default_factory=dict)
    manner: Manner = field(default_factory=Manner)


def read_roles(
    lines: Sequence[Line], side: Side, unnumbered: bool = True, recital: Recital | None = None
) -> Reading:
    """The roles of a letter's lines. `unnumbered` allows comments that nothing numbers or labels; `recital`,
    from the staff letter, says where the comments are.
    """
    skip = furniture(lines)
    said = tuple(words(line.text) for line in lines)
    begin = after_salutation(lines)
    signed, taken, answers_only = _extent(lines, skip, said, begin, side)
    if recital:
        answers_only = False
        taken = [Candidate(i, Mark(n, 0), 0.0, look(lines[i])) for i, n in sorted(recital.starts.items())]
    after = bool(taken) and taken[0].line > signed
    first, last = (signed, _end(lines, taken)) if after else (begin, signed)
    body = [i for i in range(first, last) if i not in skip]
    manner = Manner(numbered=True, unanswered=True) if answers_only else manner_of(lines, body, taken, side)
    starts = {c.line: c.mark.number for c in taken}
    notes = table_notes(lines) - set(starts)
    known = Walk(starts, manner, side, unnumbered and not recital, _leaning(lines, body, recital), notes)
    parts = _closed(lines, body, walk(lines, body, said, known)) if taken or unnumbered else {}
    if answers_only:
        parts = {
            i: Part.RESPONSE if part in (Part.START, Part.COMMENT) else part for i, part in parts.items()
        }
    return Reading(_settled(lines, skip, parts, last), _numbers(lines, body, parts, starts), manner)


def _closed(lines: Sequence[Line], body: Sequence[int], parts: Mapping[int, Part]) -> dict[int, Part]:
    """The parts, a title that the last answer would end with put over the closing: `Conclusion`, `Contacts`."""
    at = next((at for at, i in enumerate(body) if parts[i] is Part.CLOSING), 0)
    titled = body[at - 1] if at and parts[body[at - 1]] is Part.RESPONSE else -1
    return {i: Part.CLOSING if i == titled and _is_title(lines[i]) else part for i, part in parts.items()}


def _is_title(line: Line) -> bool:
    """Whether a line is a few words set apart, and no label."""
    few = len(line.text.split()) <= TITLE and line.table is None
    return few and any(look(line)) and is_heading(line.text, True) and not response_mark(line.text)


def _numbers(
    lines: Sequence[Line], body: Sequence[int], parts: Mapping[int, Part], starts: Mapping[int, int]
) -> dict[int, int]:
    """The lines where comments start with their numbers; one without is told by its answer's label, else 0."""
    numbers: dict[int, int] = {}
    last = -1
    for i in body:
        if i in starts or parts.get(i) is Part.START:
            numbers[i], last = starts.get(i, 0), i
        elif last >= 0 and parts.get(i) is Part.RESPONSE:
            mark = response_mark(lines[i].text)
            numbers[last] = numbers[last] or (int(mark[0][0]) if mark and len(mark[0]) == 1 else 0)
            last = -1
    return numbers


def _settled(
    lines: Sequence[Line], skip: frozenset[int], parts: Mapping[int, Part], last: int
) -> tuple[Role, ...]:
    """Every line's role, those of the lines before and after the body among them."""
    annex = _annex(lines, last)
    roles = [_role(i, skip, parts, last, annex) for i in range(len(lines))]
    return tuple(
        Role.FURNITURE if role is Role.COMMENT and is_footnote(lines, i) else role
        for i, role in enumerate(roles)
    )


def _role(i: int, skip: frozenset[int], parts: Mapping[int, Part], last: int, annex: int) -> Role:
    if i < last:
        return Role.FURNITURE if i in skip else ROLES[parts.get(i, Part.OPENING)]
    return Role.ANNEX if i >= annex else Role.CLOSING


def _extent(
    lines: Sequence[Line], skip: frozenset[int], said: Sequence[Words], begin: int, side: Side
) -> tuple[int, list[Candidate], bool]:
    """Where the signature stands (the end where there is none), the numbered comments before it, else those
    after it, as in an annex, and whether what is numbered is answers and no comments.
    """
    marks = [i for i in range(begin, len(lines)) if i not in skip and SIGNATURE.match(lines[i].text)]
    signed = marks[0] if marks else len(lines)
    restarts = side is Side.COMPANY
    notes = table_notes(lines)
    for start, stop in ((begin, signed), (signed, len(lines))):
        body = [i for i in range(start, stop) if i not in skip and i not in notes]
        taken = chain(candidates(lines, body, said, not restarts), restarts)
        answers = chain(answer_candidates(lines, body, said), restarts) if restarts else []
        if (
            _only_answers(answers, taken, said)
            and body.index(answers[0].line) <= PREAMBLE
            and not _asked_before(body, said, answers)
        ):
            return signed, answers, True
        if taken and (start == begin or len(taken) > 1 or taken[0].weight > 1):
            return signed, taken, False
    return signed, [], False


def _only_answers(answers: Sequence[Candidate], taken: Sequence[Candidate], said: Sequence[Words]) -> bool:
    """Whether numbered lines read as answers and nothing reads clearly as a comment."""
    if len(answers) < SEVERAL or total(answers) <= 0:
        return False
    if len(answers) > len(taken) and total(taken) <= CLEAR * len(taken):
        return True
    return not any(said[c.line].asks > ASKING or said[c.line].opens_comment for c in (*answers, *taken))


def _asked_before(body: Sequence[int], said: Sequence[Words], answers: Sequence[Candidate]) -> bool:
    """Whether something that reads as a comment stands before most of the answers."""
    bounds = [-1, *(a.line for a in answers)]
    gaps = ([i for i in body if a < i < b] for a, b in pairwise(bounds))
    asked = sum(any(said[i].asks > 0 and not said[i].opens_answer for i in gap) for gap in gaps)
    return asked * 2 > len(answers)


def _end(lines: Sequence[Line], taken: Sequence[Candidate]) -> int:
    """Where the comments after a signature end."""
    later = (i for i in range(taken[-1].line + 1, len(lines)) if SIGNATURE.match(lines[i].text))
    return next(later, len(lines))


def _annex(lines: Sequence[Line], last: int) -> int:
    """Where the annexes begin: the first title of one after the signature."""
    for i in range(last, len(lines)):
        if i > last + 1 and ANNEX.match(lines[i].text) and len(lines[i].text) < 120:
            return i
    return len(lines)


def _leaning(lines: Sequence[Line], body: Sequence[int], recital: Recital | None) -> dict[int, float]:
    """How much the staff letter speaks for each line's being part of a comment."""
    if recital is None:
        return {}
    return {
        i: 12.0 if i in recital.lines else -6.0 if len(lines[i].text.split()) > 5 else 0.0
        for i in body
        if i not in recital.starts
    }
