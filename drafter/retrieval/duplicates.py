"""Comments that the staff sent to many companies in nearly the same words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from drafter.domain import Pair

ALIKE = 0.6
"""The part of their neighbouring words that two comments share from which they are one template.

Of 84,000 couples of real comments to different companies, 14 share so much, and by reading each is one template;
six that share between 0.45 and 0.6 ask something further of one of the two.
"""
DEPTH = 3  # times as many are looked through for copies as are shown
FEWEST = 12  # words below which comments are alike only if they are the same: "Please tell us why."
SAME = 1.0
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MASKS = (
    (re.compile(rf"\b(?:{MONTHS})\b(?: \d{{1,2}})?,?(?: \d{{4}})?"), " # "),
    (re.compile(r"[$€£]?\d[\d,.\-/()A-Z]*%?"), " # "),
    (
        re.compile(
            r"(?<![.?!:] )(?<!^)\b[A-Z][\w&'’.-]*(?: (?:of|and|the|&) [A-Z][\w&'’.-]*| [A-Z][\w&'’.-]*)*"
        ),
        " @ ",
    ),
    (re.compile(r"[“\"][^”\"]{1,200}[”\"]"), " @ "),
)
"""Dates and numbers, names, and quotations: what differs between two copies of one template."""
WORD = re.compile(r"[a-z]+|[#@]")


def signature(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words of a comment, names, numbers, dates and quotations masked."""
    masked = text.replace("\n", " ")
    for pattern, mask in MASKS:
        masked = pattern.sub(mask, masked)
    words = WORD.findall(masked.lower())
    kept = [word for word, after in pairwise([*words, ""]) if word != after]
    return frozenset(pairwise(kept)) or frozenset((word, "") for word in kept)


def alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two signatures are of one template."""
    both, either = len(one & other), len(one | other)
    return both >= (ALIKE if min(len(one), len(other)) >= FEWEST else SAME) * either > 0


def gathered(pairs: Iterable[Pair], count: int) -> list[tuple[Pair, ...]]:
    """The first `count` pairs whose comments differ, each followed by the copies among those looked through."""
    found: list[tuple[frozenset[tuple[str, str]], list[Pair]]] = []
    for looked, pair in enumerate(pairs):
        if len(found) >= count and looked >= DEPTH * count:
            break
        mine = signature(pair.comment.text)
        same = next((group for theirs, group in found if alike(mine, theirs)), None)
        if same is not None:
            same.append(pair)
        elif len(found) < count:
            found.append((mine, [pair]))
    return [tuple(group) for _, group in found]
