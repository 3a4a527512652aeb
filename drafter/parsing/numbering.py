"""Which numbers of a letter number its comments: the best ascending chain among all that might."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.domain import Line
from drafter.parsing.cues import Words
from drafter.parsing.headings import FORM, is_heading
from drafter.parsing.marks import BULLET, Mark, bare_label, comment_mark, response_mark

Look = tuple[bool, bool, bool]

REACH = 60
"""How many candidates back a chain may look for the number before."""

LENIENCE = 1.0

NEW_PART = 3.0
"""What speaks for a first comment right below the name of a filing or letter: numbers begin again there."""

PART = re.compile(
    rf"(?:{FORM.pattern}|(?:staff[’']s\s+|comment\s+|your\s+)*letter\s+(?:dated|of)\b|part\s+[IVX\d])",
    re.IGNORECASE,
)
"""A heading that opens a part. Examples: "Form 8-K filed May 1", "Comment letter dated June 4", "Part II"."""

HIGHEST = 150
"""No staff letter measured has more comments."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that a number or label opens. `weight` says how much it reads like a comment."""

    line: int
    mark: Mark
    weight: float
    look: Look


def look(line: Line) -> Look:
    """How a line is set: bold, italic, underlined."""
    return line.bold, line.italic, line.underlined


def candidates(
    lines: Sequence[Line], body: Sequence[int], said: Sequence[Words], lenient: bool = False
) -> list[Candidate]:
    """Every line of the body that a number opens, or a numbered label just above it, with its weight.

    `said` has the words of every line. `lenient` takes numbers for comments more readily: a staff letter
    numbers little else.
    """
    found: list[Candidate] = []
    above = 0
    for at, i in enumerate(body):
        label = bare_label(lines[i].text)
        if label:
            above = label
        mark = _mark(lines[i], above if label is None else 0)
        if label is not None or not mark or not 0 < mark.number <= HIGHEST:
            continue
        above = 0
        weight = _weight(lines[i], mark, said[i], lines[body[at - 1]] if at else None)
        weight += _answered(lines, body, said, at) + LENIENCE * lenient
        found.append(Candidate(i, mark, weight, look(lines[i])))
    return found


def answer_candidates(lines: Sequence[Line], body: Sequence[int], said: Sequence[Words]) -> list[Candidate]:
    """Every line that a number or a numbered label opens, or one that stands just above it, weighed as the
    beginning of an answer.
    """
    found: list[Candidate] = []
    above = 0
    silent = not any(_asks(said[i]) for i in body)
    for i in body:
        label = bare_label(lines[i].text)
        mark = _answer_mark(lines[i], above) if label is None else None
        above = label or 0
        if mark and 0 < mark.number <= HIGHEST:
            weight = 3.0 * mark.labelled + 1.5 * said[i].opens_answer - said[i].asks - 1.2 * (not silent)
            found.append(Candidate(i, mark, weight, look(lines[i])))
    return found


def _asks(said: Words) -> bool:
    return said.asks > 0 and not (said.opens_answer or said.closes or said.introduces)


def _answer_mark(line: Line, above: int) -> Mark | None:
    """The mark that numbers an answer; that of the label above it counts where the line is no heading."""
    label = response_mark(line.text)
    if label and label[0]:
        return Mark(int(label[0][0]), label[1], labelled=True)
    return _mark(line, above)


def total(taken: Sequence[Candidate]) -> float:
    """What a chain weighs in all."""
    return sum(c.weight for c in taken)


def _mark(line: Line, above: int) -> Mark | None:
    """The mark that numbers a line; that of the label above it counts where the line is no heading."""
    mark = comment_mark(line.text)
    if not above or is_heading(line.text, any(look(line))):
        return mark
    return Mark(above, mark.end if mark and mark.number in (0, above) else 0, labelled=True)


def _answered(lines: Sequence[Line], body: Sequence[int], said: Sequence[Words], at: int) -> float:
    """What the lines after a candidate say: an answer before the next number speaks for a comment."""
    for i in body[at + 1 : at + 8]:
        if response_mark(lines[i].text):
            return 2.0
        if said[i].opens_answer:
            return 0.7
        if comment_mark(lines[i].text):
            return 0.0
    return 0.0


def _weight(line: Line, mark: Mark, said: Words, before: Line | None) -> float:
    rest = line.text[mark.end :]
    weight = max(-1.5, min(2.0, said.asks)) - 1.2
    weight += 3.0 * mark.labelled + 1.5 * said.opens_comment - 1.0 * said.opens_answer
    weight -= 3.0 * (rest.count(" | ") > 0) + 1.5 * (rest[:1].islower()) + 1.5 * line.text.startswith("(")
    if rest and is_heading(rest) and len(rest.split()) < 16:
        weight -= 3.0
    if before is not None:
        if is_heading(before.text, any(look(before))):
            weight += 0.7
        if mark.number == 1 and PART.match(before.text) and is_heading(before.text, any(look(before))):
            weight += NEW_PART
        if mark.number == 1 and before.text.rstrip().endswith(":") and BULLET.match(before.text) is None:
            weight -= 1.5
    return weight


def chain(found: Sequence[Candidate], restarts: bool) -> list[Candidate]:
    """The ascending run of candidates that weighs most; empty when none weighs anything.

    `restarts` allows numbering to begin anew, as where one letter answers two.
    """
    first = _heaviest(found, restarts)
    shared = Counter(c.look for c in first).most_common(1)
    if not shared or not any(shared[0][0]) or shared[0][1] * 2 <= len(first):
        return first
    common = shared[0][0]
    swayed = [
        Candidate(c.line, c.mark, c.weight + (1.0 if c.look == common else -1.0), c.look) for c in found
    ]
    return _heaviest(swayed, restarts)


def _heaviest(found: Sequence[Candidate], restarts: bool) -> list[Candidate]:
    best: list[float] = []
    back: list[int] = []
    for j, one in enumerate(found):
        total, origin = one.weight + _start(one.mark.number), -1
        for i in range(max(0, j - REACH), j):
            step = best[i] + one.weight + _step(found[i].mark.number, one.mark.number, restarts)
            if step > total:
                total, origin = step, i
        best.append(total)
        back.append(origin)
    if not best or max(best) <= 0:
        return []
    at = best.index(max(best))
    taken: list[Candidate] = []
    while at >= 0:
        taken.append(found[at])
        at = back[at]
    return taken[::-1]


def _start(number: int) -> float:
    return 0.5 if number == 1 else -0.3 if number <= 3 else -1.0


def _step(before: int, after: int, restarts: bool) -> float:
    gap = after - before
    if gap == 1:
        return 1.0
    if gap > 1:
        return -0.7 * (gap - 1) if gap <= 4 else -2.5 - 0.1 * gap
    if not restarts:
        return -50.0
    return -4.0 if after == 1 else -6.0
