"""How sure a figure is: intervals by resampling whole letters, and whether two runs differ. Pure."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence

from drafter.evaluation.report import DIGITS, Case, Item, Metric

SEED = 20161005
"""Of the resampling, so that two runs give the same interval."""

DRAWS = 500
"""Resamples of the letters."""

COVER = 0.95
"""The share of resamples that an interval holds."""

Interval = tuple[float, float] | None
"""From, to; None where the figure is unscored in some resample or there is one letter only."""


def intervals(cases: Sequence[Case], table: Mapping[str, Metric], draws: int = DRAWS) -> dict[str, Interval]:
    """The bootstrap interval of each figure (percentile method, Efron 1979), letters drawn whole.

    Answers of one letter are alike, so they are drawn together, and so are all cases of one company where
    their items say whose they are.
    """
    judged = list(_together(cases))
    if len(judged) < 2:
        return dict.fromkeys(table)
    chance = random.Random(SEED)
    drawn: dict[str, list[float | None]] = {name: [] for name in table}
    for _ in range(draws):
        sample = [item for drawn_one in chance.choices(judged, k=len(judged)) for item in drawn_one]
        for name, metric in table.items():
            drawn[name].append(metric(sample))
    return {name: _middle(found) for name, found in drawn.items()}


def _together(cases: Sequence[Case]) -> Iterable[list[Item]]:
    """The items of each company, or of each case where no company is told."""
    found: dict[str, list[Item]] = {}
    for case in cases:
        for item in case.items:
            found.setdefault(item.tags.get("company") or case.id, []).append(item)
    return found.values()


def _middle(found: Sequence[float | None]) -> Interval:
    scored = sorted(f for f in found if f is not None)
    if not scored or len(scored) < len(found):
        return None
    edge = int((1 - COVER) / 2 * len(scored))
    return round(scored[edge], DIGITS), round(scored[-1 - edge], DIGITS)


def difference(
    before: Mapping[str, Sequence[float]], now: Mapping[str, Sequence[float]]
) -> tuple[float, Interval]:
    """The change of a mean between two runs and its interval, paired by letter (key) and clustered by it.

    Each letter has the same marks in the same order in both; letters of one run alone are left out.
    """
    both = sorted(before.keys() & now.keys())
    pairs = [(sum(now[k]) - sum(before[k]), len(before[k])) for k in both if len(before[k]) == len(now[k])]
    if not pairs:
        return 0.0, None
    change = _per_mark(pairs)
    chance = random.Random(SEED)
    drawn: list[float | None] = [
        _per_mark(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS * (len(pairs) > 1))
    ]
    return round(change, DIGITS), _middle(drawn)


def _per_mark(pairs: Sequence[tuple[float, int]]) -> float:
    marks = sum(n for _, n in pairs)
    return sum(d for d, _ in pairs) / marks if marks else 0.0


def sign_test(better: int, worse: int) -> float:
    """The two-sided probability of so uneven a split of changed letters by chance alone, in [0, 1]."""
    changed = better + worse
    tail = sum(math.comb(changed, k) for k in range(min(better, worse) + 1)) / int(2**changed)
    return min(1.0, 2.0 * float(tail))


def weighted_kappa(ours: Sequence[int], theirs: Sequence[int], grades: int) -> float | None:
    """Cohen's kappa with squared weights (Cohen 1968) of two readers' grades 0 to `grades` - 1, 1 is agreement.

    None where there is nothing to compare or both gave one and the same grade throughout.
    """
    count = len(ours)
    seen = sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True)) / count if count else 0.0
    chance = sum(
        (a - b) ** 2 * ours.count(a) * theirs.count(b) for a in range(grades) for b in range(grades)
    ) / max(1, count * count)
    return 1 - seen / chance if chance else None


def marks_of(cases: Sequence[Case], kind: str, mark: str) -> dict[str, list[float]]:
    """The marks of a kind by case, those that are scored."""
    return {c.id: found for c in cases if (found := [*_scored(c.items, kind, mark)])}


def _scored(items: Sequence[Item], kind: str, mark: str) -> list[float]:
    return [m for i in items if i.kind == kind and (m := i.marks.get(mark)) is not None]
