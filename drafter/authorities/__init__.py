"""What a passage cites, in canonical form, and whether it is in force on a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.authorities.families import FAMILIES
from drafter.authorities.register import Authority, Standing, in_force, known, parents, twins

__all__ = ["Authority", "Citation", "Standing", "authorities", "in_force", "known", "parents", "twins"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One authority cited: `start` and `end` are the characters of the text that cite it."""

    canonical: str
    start: int
    end: int


def authorities(text: str) -> tuple[Citation, ...]:
    """What the text cites, in its order, each mention with its own span; spans are disjoint.

    Lists are written out ("450-20-50-3 and 50-4" are two citations); of a range both ends are cited.
    """
    candidates = [
        Citation(canonical, start, end)
        for family in FAMILIES
        if family.may_stand_in(text)
        for canonical, start, end in family.find(text)
    ]
    return tuple(_disjoint(sorted(candidates, key=lambda c: (c.start, -c.end))))


def _disjoint(candidates: list[Citation]) -> Iterator[Citation]:
    """The first and longest of overlapping candidates."""
    end = -1
    for citation in candidates:
        if citation.start >= end:
            end = citation.end
            yield citation
