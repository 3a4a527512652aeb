"""Years and periods: promises for reports already filed, ends that the fiscal calendar does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from drafter.business_days import spoken
from drafter.domain import Filing, Severity
from drafter.parsing.dates import MONTHS, dates
from drafter.review.reviewed import Mark, Reviewed, Sentence
from drafter.undertakings import undertakings

REPORT = re.compile(r"\b(?P<form>10-[KQ]|20-F|40-F)\b(?!/A)[^;]*$", re.I)
DUE_DAYS = {"10-K": 95, "10-Q": 50, "20-F": 125, "40-F": 125}
"""Days after its period by which the slowest filer's report is due, with five to spare."""

DRIFT = 8
"""Days by which a year of 52 or 53 weeks moves about the same day."""

OF_PERIOD = re.compile(
    r"^.{0,20}\bfor (?:the|its|our) [^.;,]{0,60}\b(?:end(?:ed|ing)|period)(?: on)?\s*$", re.I
)
"""What stands between a form and its period. Example: "10-K for the year ending "."""

MENTIONED = re.compile(
    r"(?<!be )(?<!is )\b(?:noted|disclosed|included|contained|described|stated|presented|filed"
    r"|shown|set forth|reported|provided)\b(?! beginning)[^;]{0,90}?\b(?:in|on|of|with)\s+"
    r"(?:(?:its|our|the|[A-Z]\w+[’']s)\s+)?[^;,]{0,60}$",
    re.I,
)
"""A filing that is only pointed to. Example: "as noted in our "."""

SHORTEST = 28
"""From this day of a month on, a fiscal year ends with the month."""

AMENDING = re.compile(r"\bamend\w*\b|/A\b|\bre-?file", re.I)
PAST = re.compile(
    r"\b(?:was|were|had|recorded|recognized|reported|disclosed|increased|decreased|totaled|amounted"
    r"|incurred)\b",
    re.I,
)
AS_OF = re.compile(r"\b(?:as of|ended|at)\s*$", re.I)
FORWARD = re.compile(
    r"\b(?:will|would|expect\w*|project\w*|forecast\w*|scheduled|matur\w*|through|until|until|ending|by)\b",
    re.I,
)
ANNUAL = frozenset({"10-K", "20-F", "40-F"})


@dataclass(frozen=True, slots=True)
class Promised:
    """A report that a promise names."""

    said: Sentence
    form: str
    period: date


def promised(reviewed: Reviewed) -> Iterator[Promised]:
    """The reports that the answers' promises name, with their periods."""
    for said in reviewed.spoken:
        if AMENDING.search(said.text):
            continue
        for promise in undertakings(said.text):
            for found, day in dates(promise.text):
                if form := _report(promise.text[: found.start()]):
                    yield Promised(said, form, day)


def _report(before: str) -> str:
    """The form of the report whose period comes after those words, "" where it is another date."""
    found = REPORT.search(before)
    if not found or not OF_PERIOD.search(found.group()) or MENTIONED.search(before[: found.start()]):
        return ""
    form = found["form"].upper()
    return "" if form == "10-Q" and re.search(r"\byear\b", found.group()) else form


def _reviewed_filings(reviewed: Reviewed) -> tuple[Filing, ...]:
    return (
        *(reviewed.staff.letter.matter.filings if reviewed.staff else reviewed.draft.letter.matter.filings),
        *(reviewed.matter.filings if reviewed.matter else ()),
    )


def already_filed(reviewed: Reviewed) -> Iterator[Mark]:
    """Promises for the very report under review, or for one that was due before the letter."""
    done = {(f.form.split("/")[0], f.period) for f in _reviewed_filings(reviewed) if f.period}
    for due in promised(reviewed):
        if (due.form, due.period) in done:
            yield Mark.at(
                due.said,
                f"The Form {due.form} for {spoken(due.period)} is the one under review and filed already. "
                f"Name the "
                "next report, or amend.",
            )
        elif reviewed.sent and reviewed.sent > due.period + timedelta(days=DUE_DAYS.get(due.form, 125)):
            yield Mark.at(
                due.said,
                f"The Form {due.form} for {spoken(due.period)} was due before this letter of "
                f"{spoken(reviewed.sent)}. "
                "Name the next report.",
                Severity.WARNING,
            )


def calendar(reviewed: Reviewed) -> Iterator[Mark]:
    """Periods of promised reports that the company's fiscal calendar does not have."""
    end = fiscal_year_end(reviewed)
    if end is None:
        return
    for due in promised(reviewed):
        months = _months_between(end, due.period)
        if due.form in ANNUAL and months != 0:
            yield Mark.at(
                due.said,
                f"The fiscal year ends about {end:%B} {end.day}, not on {spoken(due.period)}. Check the "
                f"period.",
            )
        elif due.form == "10-Q" and months not in (3, 6, 9):
            why = "the fourth quarter has no Form 10-Q" if months == 0 else "no quarter ends then"
            yield Mark.at(
                due.said,
                f"With a fiscal year ending about {end:%B} {end.day}, {why}: {spoken(due.period)}. Check "
                f"the period.",
            )


def fiscal_year_end(reviewed: Reviewed) -> date | None:
    """A day on which a fiscal year ends, from the matter file, else from an annual report under review."""
    told = year_end(reviewed.matter.fiscal_year_end) if reviewed.matter else None
    if told:
        return told
    return next(
        (f.period for f in _reviewed_filings(reviewed) if f.form.split("/")[0] in ANNUAL and f.period), None
    )


def year_end(said: str) -> date | None:
    """The fiscal year's end, the year without meaning: from "12-31", "June 30", "last Saturday of June"."""
    if found := re.fullmatch(r"\s*(0?[1-9]|1[0-2])[-/](\d{1,2})\s*", said):
        return _same_day(2001, int(found.group(1)), int(found.group(2)))
    if found := re.search(rf"\b({'|'.join(MONTHS)})\b\s*(\d{{1,2}})?", said, re.I):
        month = MONTHS.index(found.group(1).lower()) + 1
        return _same_day(2001, month, int(found.group(2) or 31))
    return None


def _months_between(end: date, day: date) -> int | None:
    """Months (0 to 11) from the fiscal year's end to the day, None where the day is near none."""
    for months in range(12):
        month = (end.month + months - 1) % 12 + 1
        for year in (day.year - 1, day.year, day.year + 1):
            if abs((_same_day(year, month, end.day) - day).days) <= DRIFT:
                return months
    return None


def _same_day(year: int, month: int, day: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = first_of_next - timedelta(days=1)
    return last if day >= SHORTEST else date(year, month, day)


def next_reports(reviewed: Reviewed) -> Iterator[Mark]:
    """Promised reports before the next one that the matter file names."""
    matter = reviewed.matter
    coming = (
        {f.form: f.period for f in (matter.next_annual, matter.next_interim) if f and f.period}
        if matter
        else {}
    )
    for due in promised(reviewed):
        first = coming.get(due.form)
        if first and due.period < first - timedelta(days=DRIFT):
            yield Mark.at(
                due.said,
                f"The next Form {due.form} is for {spoken(first)}; the letter promises one for "
                f"{spoken(due.period)}.",
            )


def to_come(reviewed: Reviewed) -> Iterator[Mark]:
    """Periods that end after the letter, told as past."""
    for said in reviewed.spoken:
        if not reviewed.sent or FORWARD.search(said.text) or not PAST.search(said.text):
            continue
        for found, day in dates(said.text):
            if day > reviewed.sent and AS_OF.search(said.text[: found.start()]):
                yield Mark.at(
                    said,
                    f"{spoken(day)} lies after the letter of {spoken(reviewed.sent)} and is told as past.",
                )
