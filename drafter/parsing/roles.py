"""One role for every line: the likeliest walk through a letter's parts, by numbers, labels, looks and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from drafter.domain import Line, Role, Side
from drafter.parsing.cues import ANNEX, BREAK, SIGNATURE, Words, words
from drafter.parsing.furniture import after_salutation, furniture
from drafter.parsing.headings import heading_score, is_heading
from drafter.parsing.marks import BULLET, NUMBER, Mark, bare_label, comment_mark, response_mark
from drafter.parsing.numbering import Candidate, Look, answer_candidates, candidates, chain, look, total

NEVER = -1e6

AFTERWORD = 12
"""Lines: a closing after a break is not longer."""


class Part(IntEnum):
    """A part of the letter's body. START is the first line of a comment."""

    OPENING = 0
    HEADING = 1
    START = 2
    COMMENT = 3
    RESPONSE = 4
    CLOSING = 5


ROLES = (Role.OPENING, Role.HEADING, Role.COMMENT, Role.COMMENT, Role.RESPONSE, Role.CLOSING)

_O, _H, _S, _C, _R, _X = Part
STEPS: tuple[tuple[float, ...], ...] = (
    # to:  O      H      S      C      R      X
    (0.0, -0.5, -0.5, NEVER, NEVER, -6.0),  # from OPENING
    (NEVER, 0.0, 0.8, -12.0, -5.0, -6.0),  # from HEADING
    (NEVER, -4.0, -2.0, 0.0, 0.0, -4.0),  # from START
    (NEVER, -4.0, -2.0, 0.0, 0.0, -4.0),  # from COMMENT
    (NEVER, -0.5, 0.0, -4.5, 0.0, -1.5),  # from RESPONSE
    (NEVER, -9.0, -9.0, NEVER, NEVER, 0.0),  # from CLOSING
)
"""What it costs to go from one part to the next; a heading is followed by a comment, a closing by nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a letter sets its comments apart. `look` is theirs, None where looks tell nothing; `labelled` says
    that answers have labels; `numbered` that comments have numbers, `unanswered` that it is the staff's own letter.
    """

    look: Look | None = None
    plain_comments: bool = False
    labelled: bool = False
    numbered: bool = False
    unanswered: bool = False


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
    first = signed if taken and taken[0].line > signed else begin
    last = _end(lines, first + 1 if first == signed else signed, taken) if first == signed else signed
    body = [i for i in range(first, last) if i not in skip]
    manner = Manner(numbered=True, unanswered=True) if answers_only else _manner(lines, body, taken, side)
    starts = {c.line: c.mark.number for c in taken}
    leaning = _leaning(lines, body, recital) if recital else {}
    open_ended = unnumbered and not recital
    parts = (
        walk(lines, body, said, Walk(starts, manner, side, open_ended, leaning))
        if taken or unnumbered
        else {}
    )
    if answers_only:
        parts = {i: _R if part in (_S, _C) else part for i, part in parts.items()}
    return _settle(lines, skip, parts, starts, manner, (first, last))


def _settle(
    lines: Sequence[Line],
    skip: frozenset[int],
    parts: Mapping[int, Part],
    starts: Mapping[int, int],
    manner: Manner,
    bounds: tuple[int, int],
) -> Reading:
    """Every line's role, the lines before and after the body among them."""
    first, last = bounds
    after = _annex(lines, last)
    roles = []
    for i in range(len(lines)):
        if i in skip and i < last:
            roles.append(Role.FURNITURE)
        elif i in parts:
            roles.append(ROLES[parts[i]])
        elif i < last:
            roles.append(Role.OPENING)
        else:
            roles.append(Role.ANNEX if i >= after else Role.CLOSING)
    begun = {i: starts.get(i, 0) for i, part in parts.items() if part is Part.START or i in starts}
    return Reading(tuple(roles), begun, manner)


def _extent(
    lines: Sequence[Line], skip: frozenset[int], said: Sequence[Words], begin: int, side: Side
) -> tuple[int, list[Candidate], bool]:
    """Where the signature stands (the end where there is none), the numbered comments before it, else those
    after it, as in an annex, and whether what is numbered is answers and no comments.
    """
    marks = [i for i in range(begin, len(lines)) if i not in skip and SIGNATURE.match(lines[i].text)]
    signed = marks[0] if marks else len(lines)
    restarts = side is Side.COMPANY
    for start, stop in ((begin, signed), (signed, len(lines))):
        body = [i for i in range(start, stop) if i not in skip]
        taken = chain(candidates(lines, body, said, not restarts), restarts)
        answers = chain(answer_candidates(lines, body, said), restarts) if restarts else []
        if len(answers) > max(1, len(taken)) and total(answers) > total(taken):
            return signed, answers, True
        if taken and (start == begin or len(taken) > 1 or taken[0].weight > 1):
            return signed, taken, False
    return signed, [], False


def _end(lines: Sequence[Line], start: int, taken: Sequence[Candidate]) -> int:
    """Where the comments after a signature end."""
    later = (i for i in range(max(start, taken[-1].line + 1), len(lines)) if SIGNATURE.match(lines[i].text))
    return next(later, len(lines))


def _annex(lines: Sequence[Line], last: int) -> int:
    """Where the annexes begin: the first title of one after the signature."""
    for i in range(last, len(lines)):
        if i > last + 1 and ANNEX.match(lines[i].text) and len(lines[i].text) < 120:
            return i
    return len(lines)


def _manner(lines: Sequence[Line], body: Sequence[int], taken: Sequence[Candidate], side: Side) -> Manner:
    """How the letter tells its comments from its answers, judged from the comments with numbers."""
    if side is Side.STAFF:
        return Manner(numbered=bool(taken), unanswered=True)
    labels = sum(response_mark(lines[i].text) is not None for i in body)
    labelled = labels > 0 and labels * 2 >= len(taken)
    if not taken:
        return Manner(labelled=labelled)
    looks = Counter(c.look for c in taken)
    common, count = looks.most_common(1)[0]
    if count * 2 <= len(taken):
        return Manner(labelled=labelled, numbered=True)
    others = _others(lines, body, taken)
    unlike = sum(n for seen, n in others.items() if seen != common)
    tells = unlike * 3 >= sum(others.values()) and unlike > 0
    if not any(common):
        return Manner(
            look=None,
            plain_comments=tells and unlike * 2 > sum(others.values()),
            labelled=labelled,
            numbered=True,
        )
    return Manner(look=common if tells else None, labelled=labelled, numbered=True)


def _others(lines: Sequence[Line], body: Sequence[int], taken: Sequence[Candidate]) -> Counter[Look]:
    """The looks of the long lines that open no comment."""
    starts = {c.line for c in taken}
    after = [i for i in body if i > taken[0].line and i not in starts and len(lines[i].text.split()) > 12]
    return Counter(look(lines[i]) for i in after)


@dataclass(frozen=True, slots=True)
class Walk:
    """What is known before the walk: the lines that start a comment, the letter's manner and side, whether
    further comments may start, and what the staff letter says for or against single lines.
    """

    starts: Mapping[int, int]
    manner: Manner
    side: Side
    unnumbered: bool = True
    leaning: Mapping[int, float] = field(default_factory=dict)


def _leaning(lines: Sequence[Line], body: Sequence[int], recital: Recital) -> dict[int, float]:
    """How much the staff letter speaks for each line's being part of a comment."""
    return {
        i: 12.0 if i in recital.lines else -6.0 if len(lines[i].text.split()) > 5 else 0.0
        for i in body
        if i not in recital.starts
    }


def walk(lines: Sequence[Line], body: Sequence[int], said: Sequence[Words], known: Walk) -> dict[int, Part]:
    """The likeliest part of every line of the body."""
    manner, starts = known.manner, known.starts
    if not body:
        return {}
    gaps = _gaps(body, starts)
    score = [NEVER] * len(Part)
    score[_O] = 0.0
    trail: list[list[int]] = []
    marks = [response_mark(lines[i].text) is not None for i in body]
    broken = _last_break(lines, body, said, starts)
    for at, i in enumerate(body):
        here = evidence(lines[i], said[i], manner, known.side)
        here[_C] += known.leaning.get(i, 0.0)
        here[_S] += _start_bonus(i, known, gaps[at]) + 8.0 * (
            at > 0 and bare_label(lines[body[at - 1]].text) == 0
        )
        here[_R] -= 6.0 * (at > broken)
        if i in starts:
            here = [20.0 if p is _S else NEVER for p in Part]
        turns = _turns(lines[i], said[i], manner, marks[at], any(marks[at + 1 : at + 4]))
        row, score = _further(score, here, turns)
        trail.append(row)
    return _back(body, score, trail)


def _further(
    score: Sequence[float], here: Sequence[float], turns: Mapping[tuple[Part, Part], float]
) -> tuple[list[int], list[float]]:
    """One line further: for every part the best part before it, and the score so reached."""
    back, reached = [], []
    for to in Part:
        best, origin = NEVER * 10, 0
        for before in Part:
            total = score[before] + STEPS[before][to] + turns.get((before, to), 0.0)
            if total > best:
                best, origin = total, int(before)
        back.append(origin)
        reached.append(best + here[to])
    return back, reached


def _turns(
    line: Line, said: Words, manner: Manner, label: bool, label_near: bool
) -> dict[tuple[Part, Part], float]:
    """What the letter's manner adds to the steps that lead to a line.

    In a staff letter headings follow comments; a letter that labels its answers turns to them at labels only,
    and back to a comment at nothing but a mark; any other turns back where the line asks something.
    """
    if manner.unanswered:
        return {(p, to): 3.0 for p in (_S, _C) for to in (_H, _X)}
    if manner.labelled and not (label_near and said.asks > 0):
        styled = manner.look is not None and look(line) == manner.look and said.opens_comment
        back = -1.0 if styled else -8.0
    else:
        back = (2.0 if manner.look else 0.0) - 3.0 * (said.asks <= 0 and not said.opens_comment)
        back -= 5.0 * bool(NUMBER.match(line.text)) + 9.0 * (" | " in line.text)
    ahead = -5.0 if manner.labelled and not label else 0.0
    return {(_S, _R): ahead, (_C, _R): ahead, (_R, _C): back}


def _back(body: Sequence[int], score: Sequence[float], trail: Sequence[Sequence[int]]) -> dict[int, Part]:
    final = list(score)
    final[_H] -= 6.0
    at = max(Part, key=lambda p: final[p])
    parts: dict[int, Part] = {}
    for i, row in zip(reversed(body), reversed(trail), strict=True):
        parts[i] = at
        at = Part(row[at])
    return parts


def _last_break(
    lines: Sequence[Line], body: Sequence[int], said: Sequence[Words], starts: Mapping[int, int]
) -> int:
    """Where in the body the last break stands, if a closing and no comment follows it; else its length."""
    breaks = [at for at, i in enumerate(body) if BREAK.fullmatch(lines[i].text)]
    if not breaks or len(body) - breaks[-1] > AFTERWORD or any(i in starts for i in body[breaks[-1] :]):
        return len(body)
    closes = any(said[i].closes for i in body[breaks[-1] + 1 : breaks[-1] + 4])
    return breaks[-1] if closes else len(body)


def _gaps(body: Sequence[int], starts: Mapping[int, int]) -> list[bool]:
    """For every line of the body whether a number is missing between the comments around it."""
    out, before = [], 0
    ahead = [i for i in body if i in starts]
    nearest = iter([*ahead, None])
    coming = next(nearest)
    for i in body:
        if i == coming:
            before, coming = starts[i], next(nearest)
        out.append(coming is not None and starts[coming] > before + 1)
    return out


def _start_bonus(i: int, known: Walk, gap: bool) -> float:
    """What speaks for a comment starting at a line that has no number in the chain."""
    if i in known.starts:
        return 0.0
    if not known.unnumbered:
        return NEVER
    if gap:
        return -1.0
    return -10.0 if known.manner.numbered else -2.0


def evidence(line: Line, said: Words, manner: Manner, side: Side) -> list[float]:
    """What a line by itself says for each part."""
    text = line.text
    ask = said.asks + _set_apart(line, manner)
    here = [0.0] * len(Part)
    here[_H] = max(-6.0, min(5.0, heading_score(text, any(look(line))))) - 2.0 * bool(BULLET.match(text))
    here[_S] = ask + (1.5 if said.opens_comment else -0.5)
    here[_C] = ask
    here[_R] = -ask + 0.7 * said.opens_answer + 0.4 * (" | " in text)
    here[_X] = _closing(text, said)
    here[_O] = 4.0 if said.introduces else 0.0
    if response_mark(text):
        here[_R] += 9.0
    if bare_label(text) is not None:
        return [NEVER, 12.0, NEVER, 2.0, 0.0, NEVER]
    mark = comment_mark(text)
    if mark and mark.labelled:
        here[_S] += 7.0
    if text[:1].islower():
        here[_H] -= 4.0
        here[_S] -= 4.0
    if side is Side.STAFF:
        here[_R] = NEVER
        here[_C] = max(here[_C], 0.3)
    return here


def _closing(text: str, said: Words) -> float:
    if said.closes:
        return 7.0
    if BREAK.fullmatch(text):
        return 2.0
    return -0.3 if len(text.split()) < 12 else -1.5


def _set_apart(line: Line, manner: Manner) -> float:
    """What a line's look says for its being a comment's, as far as looks tell anything in this letter."""
    weight = min(1.0, len(line.text.split()) / 10)
    seen = look(line)
    if " | " in line.text:
        weight *= 0.2
    if is_heading(line.text, any(seen)):
        weight *= 0.3
    if manner.look:
        shared = sum(a and b for a, b in zip(seen, manner.look, strict=True))
        return weight * (2.5 if seen == manner.look else 0.7 if shared else -2.5)
    if manner.plain_comments:
        return weight * (-2.0 if any(seen) else 1.5)
    return 0.0
