"""The factors that a comment quotes from the filing as the causes of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.matters import sentences

_FACTORS = re.compile(
    r"\b(?:(?:attribut|ascrib)\w+ (?P<what>.{3,120}?)(?: primarily| mainly| largely)?(?: due)? to(?! [\d$])|"
    r"which you (?:attribute|ascribe) to|"
    r"(?:due(?: \w+ly)? to|driven (?:\w+ly )?by|as a result of|because of|resulting (?:\w+ly )?from|reflecting))\s+"
    r"(?P<list>[^.;”\"]+)",
    re.I,
)
_FACTOR_WORDS = re.compile(
    r"^(?:(?:and|or|to a lesser (?:extent|degree)|primarily|mainly|to|such as|"
    r"(?:several|various|multiple|certain|a number of|"
    r"a variety of|a combination of|many|other) factors|among other (?:things|factors))\b,?\s*)+",
    re.I,
)
_ELSE = re.compile(r",? (?:while|whereas|although|even though|but|without)\b")
"""Where what moved ends and what else happened begins: “because of hosting costs, while revenue rose 14%”."""
_OFFSET = re.compile(r",?(?: and)?\s+(?:(?:partially|partly) |in part )?offset(?: in part)? by\s+")
UNNAMED = re.compile(
    r"(?:the |our |certain )?(?:others?|items?|matters?|factors?|things?|various|discussed|described|noted)\b|"
    r"as well as$",
    re.I,
)
"""What a list of factors ends with and does not name: “the other matters discussed”."""


class Causes(NamedTuple):
    """Where a comment names causes: what it says, the factors that moved the figure, and those that offset it."""

    found: re.Match[str]
    moving: Sequence[str]
    against: Sequence[str]


def causes(text: str) -> Causes | None:
    """The causes that the first sentence with any gives, but no request; None where there is none."""
    plain = (s for s in sentences(text) if not re.search(r"\bplease\b", s, re.I))
    found = next((m for s in plain if (m := _FACTORS.search(s))), None)
    if found is None:
        return None
    moving, *against = _OFFSET.split(_ELSE.split(found["list"])[0])
    return Causes(found, factor_names(moving), [n for part in against for n in factor_names(part)])


_BETWEEN = re.compile(r",?\s+as well as\b,?\s*|,\s*(?:and\b,?\s*)?|\s+and\b,?\s+")
_AND_TO = re.compile(r"(?:,|,?\s+and)\s+to\s+(?!a lesser\b)")
"""What parts factors each of which may be a pair: “to the number and cost of repairs and to idle ships”."""
_OWN_PARTS = re.compile(
    r"(?<=[a-z])(?<!factors)(?<!items)(?<!drivers)(?<!matters),? (?:including|such as) [^,;]+(?=,|$)"
)
"""What a factor includes, which is no factor beside it: “higher incentives, including rate buydowns, and”."""


def factor_names(listed: str) -> list[str]:
    """The factors of "higher volumes and, to a lesser extent, pricing" by name."""
    listed = _OWN_PARTS.sub("", listed).replace(", net of ", " net of ")
    parts = (_AND_TO if _AND_TO.search(listed) else _BETWEEN).split(listed)
    names = [_FACTOR_WORDS.sub("", part.strip()).strip(' ,"”“') for part in parts]
    return [n for n in names if re.search(r"[a-z]{2}", n) and len(n.split()) <= 12]
