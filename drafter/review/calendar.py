"""Dates as letters write them."""

from __future__ import annotations

from datetime import date


def spoken(day: date) -> str:
    """The date as letters write it: "June 30, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"
