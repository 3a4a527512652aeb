"""The periods of proposed disclosure: those of the report in which the promise falls due, where that is known."""

from __future__ import annotations

import re

from drafter.business_days import spoken
from drafter.drafting.language.days import day_in

_DUE = re.compile(
    r"\bfor the (?P<span>fiscal year|quarter) end(?:ing|ed) (?P<day>[A-Z][a-z]+ \d{1,2}, 20\d\d)"
    r"(?: \(fiscal (?P<year>20\d\d)\))?"
)
COVERED = "the period that the filing covers"
"""How a blank names the period of the report, whichever it is."""
_FROM_PRIOR = re.compile(
    r"(?P<by>\[●\] (?:percent,|(?:percentage|basis) points)) from the prior period(?P<why> because\b)?"
)
"""How a line of ours, and no fact, compares with the period before."""


def dated(said: str, due: str) -> str:
    """The line with the period of the report in which it is `due`; as it is where that is not known."""
    periods = _periods(due)
    if not periods:
        return said
    now, before = periods["period"], periods["prior period"]
    said = _FROM_PRIOR.sub(
        lambda m: f"{m['by']} in {now} compared with {before}{', because' if m['why'] else ''}", said
    )
    said = said.replace(COVERED, now)
    for blank, words in periods.items():
        said = said.replace(f"[●: {blank}]", words)
    return said


def _periods(due: str) -> dict[str, str]:
    """What stands for each blank of a period in a report; nothing for a report whose period is not named."""
    named = _DUE.search(due)
    day = day_in(named["day"]) if named else None
    if named is None or day is None:
        return {}
    if named["year"]:
        year = int(named["year"])
        now, before, end = f"fiscal {year}", f"fiscal {year - 1}", f"the end of fiscal {year - 1}"
    elif named["span"] == "quarter":
        now, before = f"the quarter ended {spoken(day)}", "the same quarter of the preceding year"
        end = "the end of the preceding fiscal year"
    else:
        calendar = (day.month, day.day) == (12, 31)
        end = f"December 31, {day.year - 1}" if calendar else "the end of the preceding fiscal year"
        now = f"the year ended {spoken(day)}"
        before = f"the year ended {end}" if calendar else "the preceding fiscal year"
    return {
        "period": now,
        "prior period": before,
        "balance sheet date": spoken(day),
        "prior balance sheet date": end,
    }
