"""What a figure is, and what it answers."""

from __future__ import annotations

import re

FIGURE = re.compile(r"\$ ?\d|\d ?(?:%|percent)")
"""An amount or a percentage."""

MEASURE = re.compile(
    r"^(?:the |our |its )?(?:(?!(?:within|of|for|in|to|by|on|at|between|among|with|regarding|about|whether)\b)[\w-]+ "
    r"){0,4}?(?P<head>percentages?|amounts?|"
    r"numbers?|rates?|totals?|ratios?|values?|margins?|volumes?)\b(?! risk)",
    re.I,
)
"""Something that a figure answers."""
