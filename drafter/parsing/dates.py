"""Dates as letters write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip

DATE = re.compile(
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{4})\b"
    r"|\b(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<m2>January|February|March|April|May|June|July|August"
    r"|September|October|November|December),?\s+(?P<y2>\d{4})\b"
    r"|\b(?P<y4>(?:19|20)\d\d)[/-](?P<m4>\d{1,2})[/-](?P<d4>\d{1,2})\b"
    r"|\b(?P<d5>\d{1,2})-(?P<m5>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*-(?P<y5>\d{4})\b"
    r"|\b(?P<m3>\d{1,2})[/-](?P<d3>\d{1,2})[/-](?P<y3>\d{4}|\d{2})\b",
    re.I,
)
"""A date. Examples: "March 18th, 2011", "18 March 2011", "12/31/08", "2011-03-18". Not: "March 2011", "001-35662"."""

PIVOT = 70
"""Two-digit years from here on are of the last century: no letter speaks of filings before."""


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= PIVOT else 2000)


def the_date(found: re.Match[str]) -> date | None:
    """The date that a match of DATE says; None where the calendar has no such day."""
    said = {name[0]: text for name, text in found.groupdict().items() if text}
    month = said["m"].lower()
    number = int(month) if month.isdigit() else next(i for i, m in enumerate(MONTHS, 1) if m[:3] == month[:3])
    try:
        return date(_year(said["y"]), number, int(said["d"]))
    except ValueError:
        return None


def dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Every date in the text with its place, in order."""
    for found in DATE.finditer(text):
        if day := the_date(found):
            yield found, day
