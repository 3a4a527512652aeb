"""The Commission's days of work: no weekend, no federal holiday. Terms given to companies count in them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

FRIDAY = 4


@cache
def _federal(year: int) -> frozenset[date]:
    import holidays  # 0.1 s and every country: only where a day is counted

    return frozenset(holidays.country_holidays("US", years=(year,)))


def is_business_day(day: date) -> bool:
    """Whether the Commission works: no weekend and no federal holiday, as observed."""
    return day.weekday() <= FRIDAY and day not in _federal(day.year) and day not in _federal(day.year + 1)


@cache
def business_days_after(day: date, count: int) -> date:
    """The last of that many business days, the first being the one after `day`."""
    while count:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def spoken(day: date) -> str:
    """The date as letters write it: "June 30, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"
