"""Labels that a letter words in its own way, told by how they repeat and by what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Line
from drafter.parsing.cues import words
from drafter.parsing.marks import comment_mark, response_mark

LABEL = re.compile(
    r"\s*[\[(]?(?P<label>[A-Z][A-Za-z’'&]*(?:\s+[A-Za-z’'&]+){0,3})(?:\s+(?:No\.?|\#))?\s?(?P<number>\d{1,3})?"
    r"\s*(?:[\])]\s*[:.]?|[:.]|[–—]|$)(?:\s+|$)"
)
"""What may be a label. Examples: "Company: We", "Q. Why", "Our view 3 – The". Not: "We note that"."""

SENTENCE = re.compile(
    r"\s*(?:(?:We|I|It|They|In|As|Please|See)\s[^.:]*[.:]|(?:[A-Z][a-z]+ed|Yes|No|None|Done|Understood)\."
    r"|[^.:]*\s[a-z][\w’']*\.)"
)
"""A short sentence that answers may share. Examples: "We agree.", "Comment noted.", "Complied.". Not: "Our view:"."""

OFTEN = 2
"""Times that a label stands in a letter at least."""

MOSTLY = 0.6
"""The share of its places in which a label must stand as its kind does."""

Spots = Sequence[int]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def worded(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The lines, with labels of the letter's own wording from line `start` on put as "Comment" and "Response".

    Only a letter without labels or numbers of the usual wording in that place has its own.
    """
    spots = _places(lines, start)
    usual = [i for i in range(start, len(lines)) if response_mark(lines[i].text)]
    found = () if len(usual) >= OFTEN else _longest(s for s in spots if _answers(lines, s))
    asks: Spots = ()
    if sum(_usual(line.text) for line in lines[start:]) < OFTEN:
        answers = found or usual
        asks = _longest(s for s in spots if _alternates(lines, s, answers) or _counts(lines, s))
    own = {**dict.fromkeys(found, "Response"), **dict.fromkeys(asks, "Comment")}
    return tuple(_put(line, own[i]) if i in own else line for i, line in enumerate(lines))


def _longest(spots: Iterable[Spots]) -> Spots:
    return max(spots, key=len, default=())


def _usual(text: str) -> bool:
    """Whether a mark of the usual wording opens a comment here."""
    mark = comment_mark(text)
    return mark is not None and words(text[mark.end :]).asks > 0


def _places(lines: Sequence[Line], start: int) -> list[Spots]:
    """The lines that each possible label opens, where it opens several; Roman numbers are one label."""
    found: dict[str, list[int]] = defaultdict(list)
    for i in range(start, len(lines)):
        label = LABEL.match(lines[i].text) if lines[i].table is None else None
        if label and not SENTENCE.match(label.group()):
            found["" if label["label"] in _ROMAN else label["label"]].append(i)
    return [spots for spots in found.values() if len(spots) >= OFTEN]


def _asks(lines: Sequence[Line], i: int) -> float:
    """How much what follows the label at line `i` asks; the next line's words where it stands alone."""
    label = LABEL.match(lines[i].text)
    rest = lines[i].text[label.end() :] if label else ""
    return words(rest or (lines[i + 1].text if i + 1 < len(lines) else "")).asks


def _answers(lines: Sequence[Line], spots: Spots) -> bool:
    """Whether a label opens answers: what stands before it mostly asks, and what follows it never does."""
    before = sum(words(lines[i - 1].text).asks > 0 for i in spots if i)
    return before >= MOSTLY * len(spots) and all(_asks(lines, i) <= 0 for i in spots)


def _alternates(lines: Sequence[Line], spots: Spots, answers: Spots) -> bool:
    """Whether a label opens comments: what follows it mostly asks, and an answer comes before it returns."""
    turns = sorted([*((i, 0) for i in spots), *((i, 1) for i in answers)])
    order = [kind for _, kind in turns]
    return _asking(lines, spots) and order == [0, 1] * len(spots)


def _asking(lines: Sequence[Line], spots: Spots) -> bool:
    return sum(_asks(lines, i) > 0 for i in spots) >= MOSTLY * len(spots)


def _counts(lines: Sequence[Line], spots: Spots) -> bool:
    """Whether a label counts one by one, and what follows it mostly asks."""
    numbers = [_number(lines[i].text) for i in spots]
    return all(b - a == 1 for a, b in pairwise(numbers)) and _asking(lines, spots)


def _number(text: str) -> int:
    """The number of the label that opens a text; 0 where it has none."""
    label = LABEL.match(text)
    if not label:
        return 0
    return _ROMAN.index(label["label"]) + 1 if label["label"] in _ROMAN else int(label["number"] or 0)


def _put(line: Line, usual: str) -> Line:
    """The line with its label in the usual words."""
    label = LABEL.match(line.text)
    if not label:
        return line
    number = _number(line.text)
    opening = f"{usual} {number}: " if number else f"{usual}: "
    text = opening + line.text[label.end() :]
    lead = (
        line.lead + len(text) - len(line.text) if line.lead >= label.end() else min(line.lead, len(opening))
    )
    return replace(line, text=text.rstrip(), lead=min(lead, len(text.rstrip())))
