"""Measures of a ranking against judged candidates. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

DEEP = 10
"""Places of a ranking that are looked at."""

USEFUL = 2
"""The lowest grade of a candidate that is of use; it and higher grades are its gain, lower ones none."""

Grades = Mapping[str, int]


def judged_only(ranking: Sequence[str], grades: Grades) -> list[str]:
    """The ranking without candidates that nobody judged."""
    return [id_ for id_ in ranking if id_ in grades]


def gain(grade: int) -> int:
    """What a candidate of that grade is worth."""
    return grade if grade >= USEFUL else 0


def ndcg(ranking: Sequence[str], grades: Grades, deep: int = DEEP) -> float | None:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), in [0, 1]; None without gain."""
    best = _discounted(sorted(map(gain, grades.values()), reverse=True)[:deep])
    return _discounted([gain(grades.get(id_, 0)) for id_ in ranking[:deep]]) / best if best else None


def precision(ranking: Sequence[str], grades: Grades, deep: int) -> float:
    """The share of the first places held by candidates of use; a place left empty counts as not of use."""
    return sum(gain(grades.get(id_, 0)) > 0 for id_ in ranking[:deep]) / deep


def recall(ranking: Sequence[str], grades: Grades, deep: int = DEEP) -> float | None:
    """The share of the candidates of use that stand in the first places; None where there are none."""
    useful = {id_ for id_, grade in grades.items() if gain(grade)}
    return len(useful & set(ranking[:deep])) / len(useful) if useful else None


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """One by the place of the first candidate of use, 0 where none is ranked."""
    places = (place for place, id_ in enumerate(ranking, 1) if gain(grades.get(id_, 0)))
    return 1 / next(places, math.inf)


def _discounted(gains: Sequence[int]) -> float:
    return sum(g / math.log2(place + 2) for place, g in enumerate(gains))
