"""Reconciliations that add up: the figures of comment and notes, joined into a bridge and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

AMOUNT = re.compile(
    r"\$ ?(?P<digits>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>million|billion|thousand|MM|bn|[MBK](?=\b)))?"
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two totals and the items between them: `low` plus the `items` is `high`. Each as it was written."""

    low: str
    items: tuple[str, ...]
    high: str

    def spoken(self) -> str:
        """The bridge as a sentence's end: "$141.8 million plus $6.8 million equals $148.6 million"."""
        return f"{' plus '.join((self.low, *self.items))} equals {self.high}"


def amounts(text: str) -> dict[str, Decimal]:
    """Each dollar amount of the text as written, with its value, in order."""
    scales = {"million": 10**6, "billion": 10**9, "thousand": 10**3, "MM": 10**6, "M": 10**6}
    scales |= {"bn": 10**9, "B": 10**9, "K": 10**3}
    return {
        m.group(0).strip(): Decimal(m["digits"].replace(",", "").rstrip("."))
        * scales.get(m["scale"] or "", 1)
        for m in AMOUNT.finditer(text)
    }


def bridge(comment: str, notes: str) -> Bridge | None:
    """The bridge between two amounts of the comment by amounts that the notes alone give.

    None where nothing adds up: then no bridge may be written.
    """
    asked, given = amounts(comment), amounts(notes)
    items = {said: value for said, value in given.items() if value not in asked.values()}
    for (a, low), (b, high) in combinations(sorted(asked.items(), key=lambda kv: kv[1]), 2):
        for count in range(1, min(len(items), 4) + 1):
            for chosen in combinations(items.items(), count):
                if low + sum(value for _, value in chosen) == high:
                    return Bridge(a, tuple(said for said, _ in chosen), b)
    return None
