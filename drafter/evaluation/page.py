"""The page that shows what suites found: figures, plots, and the worst cases with their texts side by side. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from drafter.evaluation.intervals import Interval
from drafter.evaluation.plots import Bar, bars
from drafter.evaluation.report import Case, Item
from drafter.evaluation.results import LOWER, NEUTRAL
from drafter.templates import autoescaped

TEMPLATE = "evaluation.html.j2"

HEADLINE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "backtest": (("answer", "stance"), ("answer", "rouge_l"), ("answer", "nearness")),
    "drafts.letters": (("answer", "recited"),),
    "drafts.format": (("part", "same"),),
}
"""The marks that plots show and by which cases are ranked; else every mark counts alike."""

GROUPS = (("topic", "By topic"), ("move", "By move drafted"), ("filed_move", "By move filed"), ("form", "By form"),
          ("company", "By company"), ("part", "By part"), ("kind", "By kind"))  # fmt: skip
FEWEST = 3
"""Items of a group that are shown as a bar of their own."""
MOST = 30
"""Bars of one plot."""
WORST = 40
"""Cases that are shown."""
TOGETHER = ("comment", "draft", "filed", "earlier", "findings")
"""Texts in the order in which they stand side by side."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one suite found, as the page takes it. `gates` are lines that say what was missed."""

    suite: str
    metrics: Mapping[str, float | None]
    intervals: Mapping[str, Interval]
    cases: Sequence[Case]
    missed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the table of figures: what we have, its interval, and the same figure of what it must beat."""

    name: str
    value: str
    interval: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with its title."""

    title: str
    drawn: Markup


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item of a case: its marks as text, and its texts by name, side by side."""

    name: str
    marks: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with what it scored, None where nothing could be scored."""

    id: str
    score: float | None
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One suite on the page."""

    suite: str
    cases: int
    failures: tuple[tuple[str, str], ...]
    beside: tuple[str, ...]
    figures: tuple[Figure, ...]
    missed: tuple[str, ...]
    plots: tuple[Plot, ...]
    matrix: tuple[tuple[str, ...], ...]
    worst: tuple[ShownCase, ...]


def page(runs: Sequence[Run]) -> bytes:
    """The page for those runs, as UTF-8; it needs nothing else, and every text in it is escaped."""
    return autoescaped(TEMPLATE).render(sections=[section(run) for run in runs]).encode("utf-8")


def section(run: Run) -> Section:
    """One suite as the page shows it, its worst cases first."""
    done = [c for c in run.cases if c.items]
    scored = [(_score(run.suite, c.items), c) for c in done]
    ranked = sorted(scored, key=lambda s: (s[0] is None, s[0] or 0.0, s[1].id))
    return Section(
        run.suite,
        len(run.cases),
        tuple((c.id, c.failed) for c in run.cases if c.failed),
        tuple(_beside(run.metrics)),
        tuple(_figures(run)),
        tuple(run.missed),
        tuple(_plots(run)),
        _matrix([i for c in done for i in c.items]),
        tuple(ShownCase(c.id, score, tuple(map(_shown, _own(c.items)))) for score, c in ranked[:WORST]),
    )


def _beside(metrics: Mapping[str, float | None]) -> list[str]:
    """What the figures stand beside: the names before the dot, such as a floor's or another ranker's."""
    return list(dict.fromkeys(name.split(".")[0] for name in metrics if "." in name))


def _figures(run: Run) -> Iterator[Figure]:
    """Figures with those of the same name beside them; then what has none of ours."""
    beside = _beside(run.metrics)
    names = dict.fromkeys(name.split(".")[-1] for name in run.metrics)
    for name in names:
        interval = run.intervals.get(name)
        told = f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else ""
        others = tuple(_value(run.metrics, f"{other}.{name}") for other in beside)
        yield Figure(name, _value(run.metrics, name), told, others)


def _value(metrics: Mapping[str, float | None], name: str) -> str:
    """The figure as text; "" where the suite has none of that name."""
    if name not in metrics:
        return ""
    value = metrics[name]
    return "not scored" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _own(items: Sequence[Item]) -> list[Item]:
    """The items that have texts to show; all of them where none has."""
    return [i for i in items if i.shown] or list(items)


def _score(suite: str, items: Sequence[Item]) -> float | None:
    """The mean of the headline marks, better being higher; None where none is scored."""
    marks = [m for i in items for m in _headline(suite, i)]
    return sum(marks) / len(marks) if marks else None


def _headline(suite: str, item: Item) -> Iterator[float]:
    chosen = HEADLINE.get(suite)
    for name, mark in item.marks.items():
        counted = (item.kind, name) in chosen if chosen else name not in NEUTRAL
        if counted and mark is not None:
            yield 1.0 - min(1.0, mark) if name in LOWER else mark


def _plots(run: Run) -> Iterator[Plot]:
    items = [i for c in run.cases for i in c.items]
    for tag, title in GROUPS:
        groups: dict[str, list[float]] = defaultdict(list)
        for item in (i for i in items if i.tags.get(tag)):
            groups[item.tags[tag]] += _plotted(run.suite, item)
        rows = [Bar(name, sum(m) / len(m), len(m)) for name, m in groups.items() if len(m) >= FEWEST]
        if len(rows) > 1:
            ranked = sorted(rows, key=lambda r: (-r.count, r.label))[:MOST]
            yield Plot(f"{title}: {_named(run.suite)}", bars(ranked))


def _plotted(suite: str, item: Item) -> list[float]:
    """The mark of an item that plots show: the first headline's, else all that are scored."""
    if suite not in HEADLINE:
        return list(_headline(suite, item))
    kind, name = HEADLINE[suite][0]
    mark = item.marks.get(name) if item.kind == kind else None
    return [] if mark is None else [mark]


def _named(suite: str) -> str:
    return HEADLINE[suite][0][1] if suite in HEADLINE else "right"


def _matrix(items: Sequence[Item]) -> tuple[tuple[str, ...], ...]:
    """How often each move drafted met each move filed, with names in the first row and column; () for none."""
    met: dict[tuple[str, str], int] = defaultdict(int)
    for item in items:
        if item.shown and "filed_move" in item.tags:
            met[item.tags["move"], item.tags["filed_move"]] += 1
    columns = sorted({theirs for _, theirs in met})
    rows = [(ours, *(str(met.get((ours, c), "")) for c in columns)) for ours in sorted({o for o, _ in met})]
    return (("drafted \\ filed", *columns), *rows) if rows else ()


def _shown(item: Item) -> ShownItem:
    marks = tuple((n, "not scored" if m is None else f"{m:.3g}") for n, m in sorted(item.marks.items()))
    texts = tuple((name, item.shown[name]) for name in TOGETHER if item.shown.get(name))
    return ShownItem(f"{item.kind} {item.id}", marks, tuple(v for v in item.tags.values() if v), texts)
