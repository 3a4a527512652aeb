"""What the cover of a filing says it is."""

from __future__ import annotations

import re
from datetime import date, datetime

from drafter.filings.filed import Filed

COVER = 120
"""Paragraphs in which the cover stands."""

ENDED = re.compile(
    r"(?:fiscal\s+year|quarterly\s+period|transition\s+period|quarter|year|period)\s+ended:?\s*"
    r"(?P<day>[A-Z][a-z]+\s+\d{1,2},?\s+\d{4})",
    re.I,
)
"""The period on a cover: "For the fiscal year ended December 31, 2024"."""


def periods(filing: Filed) -> tuple[date, ...]:
    """The ends of the periods that the cover names, in order, each once; () where it names none."""
    found = (m for p in filing.paragraphs[:COVER] for m in ENDED.finditer(p.text))
    days = (_day(" ".join(m["day"].replace(",", " ").split())) for m in found)
    return tuple(dict.fromkeys(day for day in days if day))


def _day(said: str) -> date | None:
    try:
        return datetime.strptime(said.title(), "%B %d %Y").date()
    except ValueError:
        return None
