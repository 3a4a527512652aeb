"""Parts as one series of words."""

from __future__ import annotations

from collections.abc import Sequence


def together(said: Sequence[str]) -> str:
    """The parts as one row of words: “a, b and c”; "" for none."""
    *first, last = said or ("",)
    return f"{', '.join(first)} and {last}" if first else last
