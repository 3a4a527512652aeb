"""The order of counsel's notes against the order of the staff's requests."""

from __future__ import annotations

from collections.abc import Sequence

ONWARD, BACK, STAY = 0.35, -1.6, 0.0
"""What it weighs that the next note is for the next thing, for one before, or for the same one."""
SKIP = -0.15
"""What each thing left out on the way weighs."""


def in_order(scores: Sequence[Sequence[float]]) -> list[int]:
    """For each note, with its score for each thing, the thing that it belongs to: the likeliest of all ways through,
    where counsel mostly writes in the staff's order.
    """
    if not scores or not scores[0]:
        return []
    best = list(scores[0])
    ways: list[list[int]] = []
    for row in scores[1:]:
        steps = [_best_before(best, k) for k in range(len(row))]
        ways.append(steps)
        best = [best[steps[k]] + _step(steps[k], k) + row[k] for k in range(len(row))]
    at = max(range(len(best)), key=lambda j: (best[j], -j))
    path = [at]
    for steps in reversed(ways):
        at = steps[at]
        path.append(at)
    return path[::-1]


def _best_before(best: Sequence[float], at: int) -> int:
    """The thing of the note before from which the way to this one is likeliest."""
    return max(range(len(best)), key=lambda j: best[j] + _step(j, at))


def _step(before: int, after: int) -> float:
    if after == before:
        return STAY
    return BACK if after < before else ONWARD + SKIP * (after - before - 1)
