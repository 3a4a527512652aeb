"""What a line by itself says for each part of a letter, given the letter's manner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from drafter.domain import Line, Side
from drafter.parsing.cues import BREAK, Words
from drafter.parsing.headings import heading_score, is_heading
from drafter.parsing.marks import BULLET, bare_label, comment_mark, response_mark
from drafter.parsing.numbering import Candidate, Look, look

NEVER = -1e6
"""What cannot be."""


class Part(IntEnum):
    """A part of the letter's body. START is the first line of a comment."""

    OPENING = 0
    HEADING = 1
    START = 2
    COMMENT = 3
    RESPONSE = 4
    CLOSING = 5


LONG, SHORT = 12, 4
"""Words: a line of more is a paragraph and no heading; may be one in a letter that has no longer."""

TELLING = 0.3
"""Weight of a line that asks nothing, where neither labels nor looks say whose it is."""

_O, _H, _S, _C, _R, _X = Part


@dataclass(frozen=True, slots=True)
class Manner:
    """How a letter sets its comments apart.

    `look` is theirs, None where looks tell nothing; `plain_comments` says that the answers are set apart
    instead; `labelled` that answers have labels, `numbered` that comments have numbers, and `unanswered` that
    only headings stand between what is numbered.
    """

    look: Look | None = None
    plain_comments: bool = False
    labelled: bool = False
    numbered: bool = False
    unanswered: bool = False


def manner_of(lines: Sequence[Line], body: Sequence[int], taken: Sequence[Candidate], side: Side) -> Manner:
    """How the letter tells its comments from its answers, judged from the comments with numbers."""
    if side is Side.STAFF:
        return Manner(numbered=bool(taken), unanswered=True)
    labels = sum(response_mark(lines[i].text) is not None for i in body)
    labelled = labels > 0 and labels * 2 >= len(taken)
    if not taken:
        return Manner(look=None if labelled else _apart(lines, body), labelled=labelled)
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


def _apart(lines: Sequence[Line], body: Sequence[int]) -> Look | None:
    """The look that sets some paragraphs of a letter apart from the most, None where there is none."""
    seen = Counter(look(lines[i]) for i in body if len(lines[i].text.split()) > LONG)
    styled = [(n, seen_look) for seen_look, n in seen.items() if any(seen_look)]
    if not styled or max(styled)[0] * 4 > sum(seen.values()) * 3:
        return None
    return max(styled)[1]


def _others(lines: Sequence[Line], body: Sequence[int], taken: Sequence[Candidate]) -> Counter[Look]:
    """The looks of the long lines that open no comment; of shorter ones where none is long."""
    starts = {c.line for c in taken}
    after = [lines[i] for i in body if i > taken[0].line and i not in starts]
    long = [line for line in after if len(line.text.split()) > LONG]
    return Counter(map(look, long or (line for line in after if len(line.text.split()) > SHORT)))


def evidence(line: Line, said: Words, manner: Manner, side: Side) -> list[float]:
    """What a line by itself says for each part."""
    text = line.text
    ask = said.asks + _set_apart(line, manner)
    here = [0.0] * len(Part)
    here[_H] = max(-6.0, min(5.0, heading_score(text, any(look(line))))) - 2.0 * bool(BULLET.match(text))
    here[_S] = ask + (1.5 if said.opens_comment else -0.5)
    here[_C] = ask
    here[_R] = -ask + 0.7 * said.opens_answer + 0.4 * (" | " in text)
    apart = manner.labelled or manner.look or manner.plain_comments
    if not (apart or said.asks > 0 or said.opens_comment):
        here[_R] += TELLING
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
