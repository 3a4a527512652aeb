"""A percentage in a comment that does not fit the two amounts it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.drafting.planning.plan import stems
from drafter.matters import sentences

_SHARE = re.compile(
    r"(?P<part>[A-Za-z][\w’' -]{2,60}?) (?:was|were|is|are|represents?|represented|comprised?|accounted for|made up) "
    r"(?:approximately |about |nearly )?(?P<percent>\d+(?:\.\d+)?) ?(?:%|percent) of "
    r"(?:your |the |its |all )?(?P<whole>[A-Za-z][\w’ -]{2,40}?)(?=[,.;)]| (?:at|in|for|as|and|on|during|while)\b)"
)
_AMOUNT = re.compile(r"[$€£](?P<digits>\d[\d,]*(?:\.\d+)?) (?P<unit>thousand|million|billion)")
_UNITS = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
BEFORE = 9
"""Words before an amount that say what it is of."""
TOLERANCE = 1.5
"""Percentage points by which rounding may differ."""


@dataclass(frozen=True, slots=True)
class _Amount:
    text: str
    value: float
    label: frozenset[str]


def shares_that_differ(comment: str) -> Iterator[str]:
    """What to say of each percentage whose two amounts, told by their names, come to another one."""
    amounts = [a for s in sentences(comment) for a in _amounts(s)]
    for share in _SHARE.finditer(comment):
        part, whole = stems(share["part"]), stems(share["whole"])
        one, all_of = _only(amounts, part - whole), _only(amounts, whole - part)
        if one is None or all_of is None or not 0 < one.value < all_of.value:
            continue
        comes_to = 100 * one.value / all_of.value
        if abs(comes_to - float(share["percent"])) > TOLERANCE:
            yield (
                f"The figures in the comment do not fit: {one.text} is {comes_to:.0f} percent of {all_of.text}, where "
                f"it speaks of {share['percent']} percent. Which is right, and on which base?"
            )


def _amounts(sentence: str) -> Iterator[_Amount]:
    last = 0
    for found in _AMOUNT.finditer(sentence):
        words = sentence[last : found.start()].split()[-BEFORE:]
        value = float(found["digits"].replace(",", "")) * _UNITS[found["unit"]]
        yield _Amount(found.group(0), value, stems(" ".join(words)))
        last = found.end()


def _only(amounts: list[_Amount], name: frozenset[str]) -> _Amount | None:
    """The one amount with a word of the name before it; None for none or several."""
    found = [a for a in amounts if a.label & name]
    return found[0] if len({a.value for a in found}) == 1 else None
