"""The words of a comment that count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

WORD = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*")  # "280-10-50-41", "10-K" and "13.a" stay whole
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 4
COMMON = frozenset(
    (  # noqa: SIM905
        "a an and are as at be by for from has have if in into is it its of on or our that the their these "
        "this those to was we were which will with you your"
    ).split()
)
PARAGRAPH = re.compile(r"(\d{3})-(\d+)(?:-(s?\d+))?")
"""An accounting paragraph with its topic, subtopic and section: "280-10-50-41", "205-20", "480-10-s99-3a"."""


def terms(text: str) -> list[str]:
    """The words that count, in order: lower case, common words left out, endings off, citations whole."""
    return [term for term in map(_term, WORD.findall(text.lower())) if term]


def with_families(found: Sequence[str]) -> Iterator[str]:
    """The terms, and beside each accounting paragraph what it belongs to.

    "280-10-50-41" is followed by "asc280" and "asc280-10-50".
    """
    for term in found:
        yield term
        if cited := PARAGRAPH.match(term):
            yield f"asc{cited[1]}"
            yield "asc" + "-".join(part for part in cited.groups() if part)


@lru_cache(1 << 17)
def _term(word: str) -> str:
    """The word without its ending, "" for a common one."""
    if word in COMMON:
        return ""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
