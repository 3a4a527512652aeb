"""Companies' names as different letters write them."""

from __future__ import annotations

import re

FORMALITIES = frozenset(
    "inc incorporated corp corporation co company plc ltd limited llc lp nv sa ag se the".split()  # noqa: SIM905
)
"""Words of a company's name that others may leave out."""

BESIDE = re.compile(
    r"\s*\((?=f/?k/?a|formerly|the |“|\")|,?\s+(?:f/?k/?a|formerly|d/?b/?a)\b|\s*/[A-Z]{2,3}/?\s*$"
    r"|,?\s+(?:and|&)\s+(?:(?:its|certain|other|the|consolidated|subsidiary)\s+)*"
    r"(?:co-?registrants?|co-?issuers?|guarantors?|subsidiar\w+|affiliates)\b|,?\s+et\s+al\b",
    re.I,
)
"""What stands beside a company's name. Examples: "and Co-Registrants", "(formerly Harrow Inc.)", "/DE/"."""


def plain_name(company: str) -> str:
    """A company's name as others may write it: lower case, without punctuation, "Inc." and the like.

    "Harrowgate Tools, Inc." and "HARROWGATE TOOLS INC /DE/" are one; a name of formalities alone stays as it
    is.
    """
    return " ".join(_words(company, own=True) or _words(company, own=False))


def own_name(company: str) -> str:
    """The words of the plain name that are a company's own, "" for "The Company, Inc." and the like."""
    return " ".join(_words(company, own=True))


def _words(company: str, own: bool) -> list[str]:
    name = BESIDE.split(company, maxsplit=1)[0].lower()
    words = re.findall(r"[a-z0-9]+", name.replace("'", "").replace("’", "").replace("&", " and "))
    return [w for w in words if not (own and w in FORMALITIES)]
