"""How near a draft is to what was filed, and what it holds that no source does. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from drafter.domain import BLANK

WORD = re.compile(r"[a-z0-9]+(?:[.'’-][a-z0-9]+)*")

RUN = 8
"""Words in a row from which two texts share more than a formula."""

FILLED = 0.5
"""The share of a blank's content words that one sentence of the filed answer must hold to fill it."""


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs; blanks are left out."""
    return WORD.findall(BLANK.sub(" ", text).lower().replace("’", "'"))


def rouge_l(draft: str, filed: str) -> float | None:
    """ROUGE-L (Lin 2004), F with equal weights, over words; None where either has none."""
    ours, theirs = words(draft), words(filed)
    if not ours or not theirs:
        return None
    return 2 * LCSseq.similarity(ours, theirs) / (len(ours) + len(theirs))


def length_ratio(draft: str, filed: str) -> float | None:
    """How many words the draft has for each of the filed answer's; None where that has none."""
    theirs = words(filed)
    return len(words(draft)) / len(theirs) if theirs else None


def overlap(ours: Collection[str], theirs: Collection[str]) -> float | None:
    """F1 of one set against another; None where both are empty."""
    together = len(set(ours)) + len(set(theirs))
    return 2 * len(set(ours) & set(theirs)) / together if together else None


def longest_run(
    draft: str, others: Iterable[str], allowed: Sequence[str], formula: Callable[[tuple[str, ...]], bool]
) -> int:
    """The most words in a row that the draft shares with one of the others.

    Runs of RUN words that stand in `allowed` or are a set formula do not count, and a blank ends a run.
    """
    ours = words(BLANK.sub(" zzblankzz ", draft))
    free = set(_runs(" \n ".join(allowed), RUN))
    runs = [tuple(ours[n : n + RUN]) for n in range(len(ours) - RUN + 1)]
    taken = [n for n, run in enumerate(runs) if run in free or formula(run)]
    inside = {m for n in taken for m in range(n, n + RUN)}
    return max((_longest(ours, words(other), inside) for other in others), default=0)


def _longest(ours: Sequence[str], theirs: Sequence[str], inside: Collection[int]) -> int:
    """The longest common run of words, those at the places `inside` not counted."""
    best = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for m, word in enumerate(theirs):
        places.setdefault(word, []).append(m)
    for n, word in enumerate(ours):
        here = {} if n in inside else {m: before.get(m - 1, 0) + 1 for m in places.get(word, ())}
        best = max(best, max(here.values(), default=0))
        before = here
    return best


def _runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    said = words(text)
    return (tuple(said[n : n + size]) for n in range(len(said) - size + 1))


def echo(draft: str, comment: str) -> float | None:
    """The share of the draft's words that stand in runs of RUN words of the comment; None where it has none."""
    ours, theirs = words(draft), set(_runs(comment, RUN))
    if not ours:
        return None
    at = [n for n in range(len(ours) - RUN + 1) if tuple(ours[n : n + RUN]) in theirs]
    return len({m for n in at for m in range(n, n + RUN)}) / len(ours)


def filled(blank: str, filed: str) -> bool | None:
    """Whether a sentence of the filed answer speaks of what the blank asks for; None for a bare blank."""
    wanted = _content(blank)
    if not wanted:
        return None
    sentences = re.split(r"(?<=[.;:?!])\s+|\n+", filed)
    return any(len(wanted & _content(s)) >= FILLED * len(wanted) for s in sentences)


_SMALL = frozenset(
    str.split(
        "the and for are was were has have had its our their this that these those with from into each "
        "any all how why whether which what who when where not including basis company staff will would "
        "been being such other than there they them under upon over between during "
    )
)


def _content(text: str) -> set[str]:
    """Words that say what a text is about, cut to six letters so that forms of one word meet."""
    return {w[:6] for w in words(text) if len(w) > 2 and w not in _SMALL}
