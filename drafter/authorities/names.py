"""Names of Acts and regulations as letters write them, and patterns kept once compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Found = Iterator[tuple[str, int, int]]
"""Canonical citation, first character, character after the last."""

REGULATION = (
    r"(?:SEC\s+)?(?:Regulation|Reg\.?)\s+(?P<reg>S-?\s?[KXTBP]|M-A|AB|FD|BTR|[ADGMS]"
    r"|Crowdfunding|13D-G|14A|14C)\b"
)

ACT = (
    r"(?P<act>Securities\s+Exchange\s+Act|Securities\s+Act|Exchange\s+Act"
    r"|Sarbanes[-\s]Oxley(?:\s+Act)?|Investment\s+Company\s+Act|JOBS\s+Act"
    r"|Internal\s+Revenue\s+Code)"
)

ACTS = {
    "securities act": "Securities Act",
    "exchange act": "Exchange Act",
    "securities exchange act": "Exchange Act",
    "sarbanes-oxley act": "Sarbanes-Oxley Act",
    "investment company act": "Investment Company Act",
    "jobs act": "JOBS Act",
    "internal revenue code": "Internal Revenue Code",
}


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use: a command that cites nothing does not pay for it."""
    return re.compile(pattern, flags)


def act_named(name: str) -> str:
    """The Act's short name, "" for one that is not known: "Securities Exchange Act" -> "Exchange Act"."""
    key = re.sub(r"[\s]+", " ", name).lower().replace("sarbanes oxley", "sarbanes-oxley")
    return ACTS.get(key if key.endswith(("act", "code")) else key + " act", "")


def regulation_named(name: str) -> str:
    """The regulation's name with its hyphen: "SK" -> "S-K"."""
    return re.sub(r"^S-?\s?([KXTBP])$", r"S-\1", name)
