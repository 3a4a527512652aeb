"""Whether given facts meet one element of proposed disclosure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.kinds import FIGURE, MEASURE, settles
from drafter.drafting.plan import stems

_ASKS = re.compile(r"^(?:how|why|whether|when|where)\b", re.I)


def met_by(element: str, facts: Sequence[str], every: Sequence[str]) -> bool:
    """Whether the facts placed under the element, or with `every` sentence before them, are its answer."""
    kind = settles(element, " ".join(f for f in every if "[●" not in f))
    if kind is not None:
        return kind
    if element.startswith("why ") and any(_reasons(element, f) for f in every):
        return True
    needed = 2 if re.search(r"\beach period|\bperiods presented|\ball periods", element) else 1
    if needed > 1 and any(len(FIGURE.findall(f)) > needed for f in facts):
        return True
    if MEASURE.match(element):
        counted = re.match(r"the number\b", element)
        facts = [f for f in every if len((_COUNT if counted else FIGURE).findall(f)) >= needed]
    return any(_speaks(element, f) for f in facts)


def _reasons(element: str, fact: str) -> bool:
    """Whether a fact gives the reason for what the element asks why."""
    words = stems(element)
    because = re.search(r"\b(?:because|since|as a result of|due to)\b", fact)
    return bool(because) and len(words & stems(fact)) * 2 >= len(words)


_COUNT = re.compile(r"(?<![\w.,$])(?!(?:19|20)\d\d\b)\d[\d,]*\b")
"""A number of things, and no year."""


def _speaks(element: str, fact: str) -> bool:
    """Whether a fact has enough of the element's words to be its answer, its first noun above all."""
    words = stems(element)
    common = len(words & stems(fact))
    if _NAMED_ELEMENT.match(element) and not _ASKS.match(element.removeprefix("whether")):
        first = next((w for w in re.findall(r"[a-z]+", element.lower()) if stems(w)), "")
        return bool(stems(first) & stems(fact)) or common * 4 >= len(words) > 0
    return common * 3 >= len(words)


_NAMED_ELEMENT = re.compile(r"whether\b|(?:the|our|its|any) (?!amount|number|percentage|rate|value)")
"""An element that a statement meets, and not a figure or an account of how something is done."""
