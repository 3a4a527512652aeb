"""A letter before it has a format: blocks of runs, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

MARK = "Invented sample letter"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look: "" or any of the letters b (bold), i (italic), u (underlined)."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table where it has `rows`.

    `place` is left, center or right; `indent` counts half inches; `number` stands in the margin, in a table
    cell of its own where `cell`; `tight` leaves no gap below; `page` starts a new page; `still` must not be
    broken over pages. `foot` is the number printed at the foot of a page of a filing, which ends there.
    """

    runs: tuple[Run, ...] = ()
    place: str = "left"
    indent: int = 0
    number: str = ""
    cell: bool = False
    tight: bool = False
    page: bool = False
    still: bool = True
    rows: tuple[tuple[str, ...], ...] = ()
    foot: str = ""

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(r.text for r in self.runs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A composed letter. `running` are the lines at the head of later pages (none: no page furniture);
    `banner` stands on every page; `hidden` is text in white that newer staff letters carry in their margins.
    """

    title: str
    form: str
    look: str
    sent: date
    blocks: tuple[Block, ...]
    running: tuple[str, ...] = ()
    banner: str = ""
    hidden: str = ""


def para(text: str, look: str = "", **changes: object) -> Block:
    """A paragraph of one look."""
    return replace(Block((Run(text, look),)), **changes)  # type: ignore[arg-type]


def lines(texts: list[str], look: str = "", **changes: object) -> list[Block]:
    """Lines set close together, with a gap after the last."""
    last = len(texts) - 1
    return [para(t, look, **{"tight": i < last, **changes}) for i, t in enumerate(texts)]


def long_date(day: date) -> str:
    """As in "March 4, 2021"."""
    return f"{day:%B} {day.day}, {day.year}"
