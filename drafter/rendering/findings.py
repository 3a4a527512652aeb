"""The findings as one HTML page that needs nothing else: by severity, each with its place in the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from markupsafe import Markup, escape

from drafter.domain import Finding, Line, Review, Severity
from drafter.templates import autoescaped

TEMPLATE = "findings.html.j2"
SEVERITIES = (
    (Severity.ERROR, "Errors", "Mend these before the letter is sent."),
    (Severity.WARNING, "Warnings", "Look at each; mend it, or know why it stays."),
    (Severity.NOTE, "Notes", "For counsel to know and keep track of."),
)
SHOWN = 3
"""Lines of a longer span that are shown with a finding; all of them are marked in the letter."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding as the page shows it. `place` are the lines it is about, the evidence marked; `first` is the
    index of the first of them, None where the finding is about the letter as a whole; `apart` is evidence that
    those lines do not hold, such as words of the staff's left out.
    """

    number: int
    finding: Finding
    place: tuple[Markup, ...]
    more: int
    first: int | None
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity."""

    severity: str
    title: str
    advice: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the letter, or the cells of one row; `worst` is the gravest severity that marks it."""

    index: int
    text: Markup
    cells: tuple[str, ...]
    worst: str
    numbers: tuple[int, ...]


def page(name: str, asked: str, lines: Sequence[Line], review: Review, when: datetime) -> bytes:
    """The page for the letter of that name, beside the staff letter `asked` ("" for none), as UTF-8.

    `lines` are the letter's lines, which the findings' spans count.
    """
    told = tuple(_told(n, f, lines) for n, f in enumerate(review.findings, 1))
    groups = tuple(
        Group(severity.value, title, advice, tuple(t for t in told if t.finding.severity is severity))
        for severity, title, advice in SEVERITIES
    )
    values: Mapping[str, object] = {
        "name": name,
        "asked": asked,
        "groups": groups,
        "unchecked": review.unchecked,
        "tables": _letter(lines, told),
        "reviewed": when,
    }
    return autoescaped(TEMPLATE).render(**values).encode("utf-8")


def _told(number: int, finding: Finding, lines: Sequence[Line]) -> Told:
    if finding.span is None or finding.span[0] >= len(lines):
        return Told(number, finding, (), 0, None, finding.evidence)
    start, end = finding.span
    within = lines[start:end]
    at = next((i for i, x in enumerate(within) if _bare(finding) and _bare(finding) in x.text), 0)
    at = min(at, max(0, len(within) - SHOWN))
    shown = within[at : at + SHOWN]
    place = tuple(marked(x.text, _bare(finding)) for x in shown)
    held = any(_bare(finding) in x.text for x in shown)
    return Told(number, finding, place, len(within) - len(shown), start, "" if held else finding.evidence)


def _bare(finding: Finding) -> str:
    return finding.evidence.rstrip("…").strip()


def marked(text: str, words: str) -> Markup:
    """The text escaped, with the words in <mark> where they stand in it."""
    said, sought = str(escape(text)), str(escape(words))
    if not words or words == text or sought not in said:
        return Markup(said)  # noqa: S704 - escaped before
    return Markup(said.replace(sought, f"<mark>{sought}</mark>", 1))  # noqa: S704 - escaped before


def _letter(lines: Sequence[Line], told: Sequence[Told]) -> tuple[tuple[bool, tuple[Shown, ...]], ...]:
    """The letter's lines in order, rows of one table together: whether it is a table, and its lines."""
    shown = _shown(lines, told)
    grouped = groupby(shown, key=lambda pair: pair[0])
    return tuple((table is not None, tuple(s for _, s in group)) for table, group in grouped)


def _shown(lines: Sequence[Line], told: Sequence[Told]) -> Iterator[tuple[int | None, Shown]]:
    for i, line in enumerate(lines):
        here = [t for t in told if t.finding.span and t.finding.span[0] <= i < t.finding.span[1]]
        worst = here[0].finding.severity.value if here else ""
        opening = tuple(t.number for t in here if t.finding.span and t.finding.span[0] == i)
        text = Markup(escape(line.text))  # noqa: S704 - escaped
        for found in here:
            text = text if "<mark>" in text else marked(line.text, _bare(found.finding))
        cells = tuple(line.text.split(" | ")) if line.table is not None else ()
        yield line.table, Shown(i, text, cells, worst, opening)
