"""Bars and dots as SVG text, drawn by ourselves: nothing is loaded, and every label is escaped. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

ROW, LABEL, WIDTH, AFTER = 20, 215, 250, 95
"""Pixels: the height of a row, and the widths of labels, of the plot and of the values after it."""


LONGEST = 32
"""Characters of a label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share in [0, 1] with its label, how many it is of, and its interval where there is one."""

    label: str
    share: float
    count: int
    interval: tuple[float, float] | None = None


def bars(rows: Sequence[Bar], line: float | None = None) -> Markup:
    """Horizontal bars, a row each, as an SVG; `line` marks a share across all of them, such as a threshold."""
    height = ROW * len(rows) + 4
    drawn = Markup("").join(_row(n, row) for n, row in enumerate(rows))
    mark = _line(line, height) if line is not None else Markup("")
    told = Markup('<svg class="bars" role="img" viewBox="0 0 {} {}" width="{}" height="{}">{}{}</svg>')
    wide = LABEL + WIDTH + AFTER
    return told.format(wide, height, wide, height, drawn, mark)


def _row(n: int, row: Bar) -> Markup:
    top = n * ROW
    share = min(1.0, max(0.0, row.share))
    whisker = Markup("")
    if row.interval:
        low, high = (LABEL + WIDTH * min(1.0, max(0.0, edge)) for edge in row.interval)
        whisker = Markup('<path class="whisker" d="M{:.1f} {}H{:.1f}"/>').format(low, top + ROW / 2, high)
    return Markup(
        '<text class="label" x="{}" y="{}">{}</text><rect class="bar" x="{}" y="{}" width="{:.1f}" height="{}"/>'
        '{}<text class="value" x="{}" y="{}">{:.2f} of {}</text>'
    ).format(
        LABEL - 8, top + 14, _short(row.label), LABEL, top + 4, WIDTH * share, ROW - 8, whisker,
        LABEL + WIDTH + 10, top + 14, row.share, row.count,
    )  # fmt: skip


def _line(share: float, height: int) -> Markup:
    return Markup('<path class="line" d="M{:.1f} 0V{}"/>').format(LABEL + WIDTH * share, height)


def _short(label: str) -> Markup:
    return escape(label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…")
