"""The likeliest walk through a letter's body, line by line: each line's part, and the steps between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafter.domain import Line, Side
from drafter.parsing.cues import BREAK, Words
from drafter.parsing.evidence import NEVER, Manner, Part, evidence
from drafter.parsing.headings import is_heading
from drafter.parsing.marks import BULLET, NUMBER, bare_label, response_mark
from drafter.parsing.numbering import look

AFTERWORD, STAFFS_AFTERWORD = 12, 24
"""Lines: a closing after a break is not longer; the staff's once asked for acknowledgements one by one."""


LISTED = 5.0
"""What speaks against an answer's beginning in the midst of a list."""

CAPTIONED = 3.0
"""What speaks against a comment's going on with a caption: the staff sets none inside a comment."""

UNENDED = re.compile(r"(?:[:;,]|\b(?:and|or))\W*$")
"""The end of a line that a list follows or goes on after. Examples: "discuss:", "them; and"."""

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
class Walk:
    """What is known before the walk: the lines that start a comment, the letter's manner and side, whether
    further comments may start, what the staff letter says for or against single lines, and the notes of tables.
    """

    starts: Mapping[int, int]
    manner: Manner
    side: Side
    unnumbered: bool = True
    leaning: Mapping[int, float] = field(default_factory=dict)
    notes: frozenset[int] = frozenset()


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
    broken = _last_break(lines, body, said, known)
    for at, i in enumerate(body):
        here = evidence(lines[i], said[i], manner, known.side)
        here[_C] += known.leaning.get(i, 0.0)
        here[_S] += _start_bonus(i, known, gaps[at]) + 8.0 * (
            at > 0 and bare_label(lines[body[at - 1]].text) == 0
        )
        here[_R] -= 6.0 * (at > broken)
        here[_C] -= 6.0 * (at >= broken and known.side is Side.STAFF)
        if i in starts:
            here = [20.0 if p is _S else NEVER for p in Part]
        turns = _turns(lines[i], said[i], manner, marks[at], marks[at + 1 : at + 4])
        if at and _goes_on(lines[body[at - 1]].text, lines[i].text):
            turns = {**turns, (_S, _R): -LISTED, (_C, _R): -LISTED}
        if at and known.side is Side.COMPANY and _captions(lines[body[at - 1]], lines[i]):
            turns = {**turns, **{(p, _C): turns.get((p, _C), 0.0) - CAPTIONED for p in (_S, _C)}}
        if at and known.side is Side.STAFF and _heads(lines, body[at - 1 : at + 2], starts):
            here[_C] -= CAPTIONED
        if i in known.notes:
            here, turns = [0.0 if p in (_C, _R) else NEVER for p in Part], {(_R, _C): NEVER, (_C, _R): NEVER}
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
    line: Line, said: Words, manner: Manner, label: bool, ahead: Sequence[bool]
) -> dict[tuple[Part, Part], float]:
    """What the letter's manner adds to the steps that lead to a line.

    In a staff letter headings follow comments; a letter that labels its answers turns to them at labels only,
    and back to a comment at nothing but a mark; any other turns back where the line asks something.
    """
    if manner.unanswered:
        return {(p, to): 3.0 for p in (_S, _C) for to in (_H, _X)}
    away = -5.0 if manner.labelled and not label else 0.0
    return {(_S, _R): away, (_C, _R): away, (_R, _C): _turn_back(line, said, manner, ahead)}


def _goes_on(before: str, text: str) -> bool:
    """Whether a text is a further point of a list that the line before it has not ended."""
    return bool(BULLET.match(text) and UNENDED.search(before))


def _captions(before: Line, line: Line) -> bool:
    """Whether a line is a caption set apart, after a sentence that has ended."""
    ended = before.text.rstrip(' *_"”’)').endswith((".", "?"))
    return ended and any(look(line)) and is_heading(line.text, True) and not BULLET.match(line.text)


def _heads(lines: Sequence[Line], around: Sequence[int], starts: Mapping[int, int]) -> bool:
    """Whether the middle one of three lines heads the next, a heading or a comment, after a sentence that has ended."""
    before, text, *_ = (lines[i].text for i in around)
    whole = before.rstrip(' *_"”’)').endswith((".", "?")) and text[:1].isupper()
    opens = any(i in starts or is_heading(lines[i].text, any(look(lines[i]))) for i in around[2:])
    return whole and opens and len(text.split()) <= LONGEST_CAPTION and not _ENDED.search(text)


_ENDED = re.compile(r"[.?!;:,][\"”’')*]*\s*$|\b(?:and|or)$")
LONGEST_CAPTION = 12
"""Words of a line that heads the next without looking like a heading."""


def _turn_back(line: Line, said: Words, manner: Manner, ahead: Sequence[bool]) -> float:
    """What speaks for a comment's going on after an answer, as where its bullets are answered one by one.

    `ahead` says of the lines after this one whether a label opens them.
    """
    styled = manner.look is not None and look(line) == manner.look
    asking = said.asks > 0 or said.opens_comment
    if " | " in line.text:
        return -12.0
    if manner.labelled and any(ahead[:1]) and BULLET.match(line.text):
        return 5.0
    if manner.labelled and not (any(ahead) and (asking or styled)):
        return -1.0 if styled and said.opens_comment else -8.0
    return 2.0 * (manner.look is not None) - 3.0 * (not asking) - 5.0 * bool(NUMBER.match(line.text))


def _back(body: Sequence[int], score: Sequence[float], trail: Sequence[Sequence[int]]) -> dict[int, Part]:
    final = list(score)
    final[_H] -= 6.0
    at = max(Part, key=lambda p: final[p])
    parts: dict[int, Part] = {}
    for i, row in zip(reversed(body), reversed(trail), strict=True):
        parts[i] = at
        at = Part(row[at])
    return parts


def _last_break(lines: Sequence[Line], body: Sequence[int], said: Sequence[Words], known: Walk) -> int:
    """Where in the body the last break stands, if a closing and no comment follows it; else its length."""
    breaks = [at for at, i in enumerate(body) if "*" in lines[i].text and BREAK.fullmatch(lines[i].text)]
    if not breaks or any(i in known.starts for i in body[breaks[-1] :]):
        return len(body)
    staff = known.side is Side.STAFF
    if len(body) - breaks[-1] > (STAFFS_AFTERWORD if staff else AFTERWORD):
        return len(body)
    after = (said[i] for i in body[breaks[-1] + 1 : breaks[-1] + 4])
    return breaks[-1] if any(w.closes or (staff and w.introduces) for w in after) else len(body)


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
