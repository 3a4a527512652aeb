"""What an evaluation gives: items with their marks, cases, and figures over them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

DIGITS = 4
"""Figures are rounded to so many digits, so that two machines give the same report."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is judged: a comment, a pair, a header, a request.

    `wanted` says that the gold has it, `found` that it was read. `marks` hold 1.0 for right and 0.0 for
    wrong by what is judged, or a measure; None is unscored: the gold does not say, which is not 0.
    `tags` say what it belongs to (topic, move, company); `shown` are the texts that a person reads beside the
    marks, by what they are called. Texts stay out of recorded results.
    """

    kind: str
    id: str
    wanted: bool = True
    found: bool = True
    marks: Mapping[str, float | None] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One letter, comment or query with its items. `failed` says why it could not be done, "" for done."""

    id: str
    items: tuple[Item, ...] = ()
    failed: str = ""


Metric = Callable[[Sequence[Item]], float | None]
"""A figure over items; None where no item could be scored."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one suite. A metric is None where nothing could be scored."""

    suite: str
    metrics: Mapping[str, float | None]
    cases: tuple[Case, ...]

    @classmethod
    def over(cls, suite: str, cases: Sequence[Case], table: Mapping[str, Metric]) -> Report:
        """The report of a suite's cases, by the metrics of its table."""
        return cls(suite, figures(cases, table), tuple(cases))

    @property
    def failed(self) -> int:
        """Cases that could not be done."""
        return sum(bool(c.failed) for c in self.cases)

    @property
    def unscored(self) -> dict[str, int]:
        """How many marks of each kind are None, by "kind.mark"; those with none are left out."""
        counted: dict[str, int] = {}
        for item in items(self.cases):
            for name in (n for n, mark in item.marks.items() if mark is None):
                counted[f"{item.kind}.{name}"] = counted.get(f"{item.kind}.{name}", 0) + 1
        return counted

    def shape(self, table: Mapping[str, Metric] | None = None) -> dict[str, Any]:
        """The report as JSON knows it; with a table also the figures of each case, worst first."""
        shape: dict[str, Any] = {
            "suite": self.suite,
            "metrics": dict(self.metrics),
            "cases": len(self.cases),
            "failed": self.failed,
            "unscored": self.unscored,
            "failures": [{"case": c.id, "why": c.failed} for c in self.cases if c.failed],
        }
        if table is not None:
            told = [(c.id, figures([c], table)) for c in self.cases if c.items]
            shape["by_case"] = [{"case": id_, "metrics": found} for id_, found in sorted(told, key=_worst)]
        return shape


def items(cases: Iterable[Case]) -> Iterator[Item]:
    """Every item of the cases, in order."""
    for case in cases:
        yield from case.items


def figures(cases: Sequence[Case], table: Mapping[str, Metric]) -> dict[str, float | None]:
    """Each metric of a table over the items of those cases."""
    judged = list(items(cases))
    measured = {name: metric(judged) for name, metric in table.items()}
    return {name: None if value is None else round(value, DIGITS) for name, value in measured.items()}


def mean(kind: str, mark: str) -> Metric:
    """The mean of a mark over the items of a kind that were found; with 1 and 0 the share that is right."""

    def metric(judged: Sequence[Item]) -> float | None:
        marks = [m for i in judged if i.kind == kind and (m := i.marks.get(mark)) is not None]
        return sum(marks) / len(marks) if marks else None

    return metric


def total(kind: str, mark: str) -> Metric:
    """The sum of a mark over the items of a kind; None where no item has one."""

    def metric(judged: Sequence[Item]) -> float | None:
        marks = [m for i in judged if i.kind == kind and (m := i.marks.get(mark)) is not None]
        return sum(marks) if marks else None

    return metric


def most(kind: str, mark: str) -> Metric:
    """The largest of a mark over the items of a kind; None where no item has one."""

    def metric(judged: Sequence[Item]) -> float | None:
        return max(
            (m for i in judged if i.kind == kind and (m := i.marks.get(mark)) is not None), default=None
        )

    return metric


def f1(kind: str, *right: str) -> Metric:
    """F1 of finding the items of a kind; one counts as found right where its marks named in `right` are 1.

    A mark that is None does not count against an item.
    """

    def metric(judged: Sequence[Item]) -> float | None:
        of_kind = [i for i in judged if i.kind == kind]
        total = sum(i.wanted for i in of_kind) + sum(i.found for i in of_kind)
        agreed = sum(i.wanted and i.found and all(i.marks.get(r) != 0 for r in right) for i in of_kind)
        return 2 * agreed / total if total else None

    return metric


def _worst(told: tuple[str, Mapping[str, float | None]]) -> tuple[float, str]:
    scored = [v for v in told[1].values() if v is not None]
    return (sum(scored) / len(scored) if scored else 1.0, told[0])
