"""Results as they are recorded, figures and ids without a sentence of any letter, and two of them compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafter.errors import Unreadable
from drafter.evaluation.intervals import Interval, difference, intervals, marks_of, sign_test
from drafter.evaluation.report import DIGITS, Case, Item, Metric, Report

LOWER = frozenset({"unsupported", "leaks", "copied", "echo", "sprung", "obeyed", "tandy", "unjudged@10"})
"""Marks of which less is better."""

NEUTRAL = frozenset({"length_ratio", "blanks", "requests"})
"""Marks that are neither good nor bad."""

NAMED = frozenset({"company", "part"})
"""Tags that stay out of what is recorded."""

SURE = 0.05
"""The probability by chance under which a change is called significant."""


def recorded(report: Report, table: Mapping[str, Metric], program: str) -> dict[str, Any]:
    """The report as a file keeps it: figures with intervals, and the marks of every item."""
    return {
        **report.shape(),
        "intervals": intervals(report.cases, table),
        "program": program,
        "marks": [
            {"case": c.id, "failed": bool(c.failed), "items": [_row(i) for i in c.items]}
            for c in report.cases
        ],
    }


def as_file(shape: Mapping[str, Any]) -> bytes:
    """A recorded result as its file holds it: a case a line, so that two versions can be compared."""
    head = json.dumps({k: v for k, v in shape.items() if k != "marks"}, ensure_ascii=False, indent=1)
    cases = ",\n  ".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in shape["marks"])
    return f'{head[:-2]},\n "marks": [\n  {cases}\n ]\n}}\n'.encode()


def _row(item: Item) -> dict[str, Any]:
    marks = {k: None if m is None else round(m, DIGITS) for k, m in item.marks.items()}
    tags = {k: v for k, v in item.tags.items() if k not in NAMED and v}
    told = {"kind": item.kind, "id": item.id, "marks": marks, "tags": tags}
    return told if item.wanted and item.found else {**told, "wanted": item.wanted, "found": item.found}


def read_result(path: Path) -> tuple[dict[str, Any], tuple[Case, ...]]:
    """A recorded result and its cases. Raises Unreadable where the file is none."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return row, tuple(
            Case(c["case"], tuple(Item(**i) for i in c["items"]), "failed" if c["failed"] else "")
            for c in row["marks"]
        )
    except OSError as error:
        raise Unreadable(f"{path} cannot be opened ({error.strerror}). Give what eval --out wrote.") from None
    except (ValueError, KeyError, TypeError):
        raise Unreadable(f"{path} is no recorded result. Give what eval --out wrote.") from None


@dataclass(frozen=True, slots=True)
class Change:
    """How one mark changed: its means before and now, the interval of the difference, and letters by outcome.

    `chance` is the probability of so uneven a split of better and worse letters by chance (sign test).
    """

    kind: str
    mark: str
    before: float
    now: float
    difference: float
    interval: Interval
    better: tuple[str, ...]
    worse: tuple[str, ...]
    chance: float

    @property
    def significant(self) -> bool:
        """Whether the interval leaves out no change and the split is not chance."""
        outside = self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]
        return outside and self.chance < SURE


def compare(before: tuple[Case, ...], now: tuple[Case, ...]) -> list[Change]:
    """Every mark of the items that both runs have, those that changed most surely first."""
    old, new = _shared(before, now), _shared(now, before)
    kinds = dict.fromkeys((i.kind, m) for c in old for i in c.items for m in i.marks)
    found = [c for kind, mark in kinds if (c := _change(old, new, kind, mark))]
    return sorted(found, key=lambda c: (not c.significant, c.chance, c.kind, c.mark))


def _shared(one: tuple[Case, ...], other: tuple[Case, ...]) -> list[Case]:
    """The cases with the items that the other run has too and in which it scored the same marks."""
    scored = {
        (c.id, i.kind, i.id, m) for c in other for i in c.items for m, v in i.marks.items() if v is not None
    }
    return [Case(c.id, tuple(_only(c.id, i, scored) for i in c.items), c.failed) for c in one]


def _only(case: str, item: Item, scored: set[tuple[str, str, str, str]]) -> Item:
    kept = {m: v for m, v in item.marks.items() if (case, item.kind, item.id, m) in scored}
    return Item(item.kind, item.id, item.wanted, item.found, kept)


def _change(old: list[Case], new: list[Case], kind: str, mark: str) -> Change | None:
    before, now = marks_of(old, kind, mark), marks_of(new, kind, mark)
    was, is_ = ([m for marks in side.values() for m in marks] for side in (before, now))
    if not was or not is_:
        return None
    moved = [(id_, sum(now[id_]) - sum(before[id_])) for id_ in sorted(before.keys() & now.keys())]
    sign = {True: -1, False: 1}[mark in LOWER] if mark not in NEUTRAL else 0
    better = tuple(id_ for id_, by in moved if by * sign > 0)
    worse = tuple(id_ for id_, by in moved if by * sign < 0)
    by, interval = difference(before, now)
    chance = round(sign_test(len(better), len(worse)), DIGITS)
    return Change(kind, mark, _mean(was), _mean(is_), by, interval, better, worse, chance)


def _mean(marks: list[float]) -> float:
    return round(sum(marks) / len(marks), DIGITS)


def change_shape(change: Change) -> dict[str, Any]:
    """The change as JSON knows it."""
    return {**asdict(change), "significant": change.significant}


def lost_and_found(before: tuple[Case, ...], now: tuple[Case, ...]) -> Iterator[str]:
    """What one run has and the other lacks, a line each."""
    old, new = ({c.id: c for c in side} for side in (before, now))
    yield from (f"only before: {id_}" for id_ in sorted(old.keys() - new.keys()))
    yield from (f"only now: {id_}" for id_ in sorted(new.keys() - old.keys()))
    for id_ in sorted(old.keys() & new.keys()):
        if bool(old[id_].failed) != bool(new[id_].failed):
            yield f"{'failed before, done' if old[id_].failed else 'done before, failed'} now: {id_}"
