"""How the rows of a wrapped text go together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

TORN = re.compile(r"(?<=[^\s–—‐‑/-])[–—‐‑/-]$")
"""An end at which a compound was broken. Examples: "percentage-of-", "and/". Not: "Inc. -", "--"."""

SUSPENDED = re.compile(r"(?:and|or|nor|to|versus|vs\.)(?:\s|$)", re.I)
"""What goes on after a hyphen that stands for a word to come. Examples: "and five-year". Not: "to-day"."""


def is_torn(row: str, after: str) -> bool:
    """Whether a compound was broken between the two rows, so that no space belongs there."""
    suspended = not row.endswith("/") and SUSPENDED.match(after)
    return bool(TORN.search(row)) and after[:1].isalnum() and not suspended


def together(rows: Sequence[str]) -> str:
    """All rows of one paragraph as one: "percentage-of-completion", but "one-, three- and five-year"."""
    parts = [row.strip() if at else row.rstrip() for at, row in enumerate(rows)]
    gaps = ["" if is_torn(row, after) else " " for row, after in pairwise(parts)]
    return "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))
