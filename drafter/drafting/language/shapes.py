"""The shape of a sentence: its small words as they are, and of the others only what each is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from drafter.drafting.language import tagging

LONGEST = 4
"""Words of a shape."""
PEOPLE = frozenset(
    str.split(
        "controller cfo ceo coo cao cto cio gc counsel lawyer lawyers treasurer treasury finance tax accounting legal "
        "hr ir audit auditor auditors actuary actuaries appraiser appraisers valuer valuers bank banks banker bankers "
        "lender lenders broker brokers trustee custodian carrier insurer insurers underwriter underwriters agent "
        "agency administrator admin team group dept department desk office people consultant consultants accountant "
        "accountants secretary paralegal management mgmt client board committee chair chairman procurement purchasing "
        "payroll operations ops logistics sales marketing engineering compliance facilities servicer vendor supplier "
        "lab plant manager managers staff somebody someone nobody he she they them her him"
    )
)
_MONTH = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
WHO, THING, FIGURE = "WHO", "THING", "0"
"""A person or a group of them; any other noun; a number."""


def shapes(text: str) -> Iterator[str]:
    """The runs of one to `LONGEST` words of the shape of the text, with its beginning and end.

    “Lena is pulling the 2024 split” has, among others, "^ WHO is G" and "0 THING $".
    """
    found = ("^", *_shape(text), "$")
    for size in range(1, LONGEST + 1):
        yield from (" ".join(found[at : at + size]) for at in range(len(found) - size + 1))


@lru_cache(maxsize=4096)
def _shape(text: str) -> tuple[str, ...]:
    shape: list[str] = []
    for one in map(_told, tagging.words(text)):
        before = shape[-1] if shape else ""
        if one == WHO and before == THING:
            shape[-1] = WHO
        elif one != before or one not in {WHO, THING, "J"}:
            shape.append(one)
    return tuple(shape)


def _told(word: tagging.Word) -> str:
    """What stands for the word."""
    name = word.start > 0 and word.said.istitle() and not _MONTH.match(word.said)
    if word.low in PEOPLE or (word.kind == "N" and name):
        return WHO
    if word.kind in "NS":
        return THING
    if word.kind == "#" or word.low[0] in "$0123456789":
        return FIGURE
    return word.kind if word.kind in "ZBVEGIJ" else word.low


def beside(before: str, after: str) -> Iterator[str]:
    """The shapes and words of the sentences on either side, each with its side."""
    for side, text in (("before", before), ("after", after)):
        if text:
            yield from (f"{side} {one}" for one in chain(shapes(text), re.findall(r"[a-z']+", text.lower())))
