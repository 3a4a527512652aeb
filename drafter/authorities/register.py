"""The register of authorities: what each is about, what it belongs to, and from when it no longer holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path


class Standing(StrEnum):
    """Whether an authority can be relied on. `POSSIBLY_SUPERSEDED` rests on a change that
    no source confirmed, or whose date is not known, and must not block anything.
    """

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    POSSIBLY_SUPERSEDED = "possibly superseded"
    NOT_IN_FORCE = "not in force"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Authority:
    """One row of the register. `citation` is canonical; `when` the words of its effective date, "" for none.

    `since` is the date in them, where there is one; `unverified` says that no source confirmed the row.
    `exact` is False where the register lists only something that the citation looked up belongs to.
    """

    citation: str
    subject: str
    superseded: bool = False
    superseded_by: str = ""
    when: str = ""
    since: date | None = None
    unverified: bool = False
    stayed: bool = False
    exact: bool = True


_DATE = re.compile(r"(?<!ASU )\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-([0-3]\d))?\b")


_TWINS = (
    ("SAB 99", "SAB Topic 1.M"),
    ("SAB 108", "SAB Topic 1.N"),
    ("SAB 74", "SAB Topic 11.M"),
    ("SAB 104", "SAB Topic 13"),
    ("SAB 107", "SAB Topic 14"),
    ("SAB 121", "SAB Topic 5.FF"),
    ("Release 33-10751", "Release 34-88094", "Release FR-87"),
    ("Release 33-8350", "Release 34-48960", "Release FR-72"),
    ("Exchange Act Rule 12b-20", "Securities Act Rule 408"),
)
"""One text under several names: bulletins and the Topics they stand in, one action's releases, twin rules."""


def _since(when: str) -> date | None:
    """The last date named: the day from which the change holds for all."""
    found = _DATE.findall(when)
    if not found:
        return None
    year, month, day = found[-1]
    return date(int(year), int(month), int(day or 1))


@cache
def _register() -> dict[str, Authority]:
    rows = json.loads((Path(__file__).parent / "register.json").read_text(encoding="utf-8"))
    return {
        row["cite"]: Authority(
            row["cite"],
            row["subject"],
            row.get("status", "current") != "current",
            row.get("by", ""),
            row.get("when", ""),
            _since(row.get("when", "")),
            row.get("unverified", False),
            row.get("in_force") is False,
        )
        for row in rows
    }


def twins(canonical: str) -> tuple[str, ...]:
    """Other citations of the same text: "SAB 99" -> "SAB Topic 1.M"; () for most."""
    return tuple(name for group in _TWINS if canonical in group for name in group if name != canonical)


@lru_cache(1 << 14)
def parents(canonical: str) -> tuple[str, ...]:
    """What a citation belongs to, nearest first.

    "ASC 280-10-50-41" -> "ASC 280-10-50", "ASC 280-10", "ASC 280".
    """
    found: list[str] = []
    name = canonical
    while shorter := _shorter(name):
        found.append(shorter)
        name = shorter
    return tuple(found)


def _shorter(name: str) -> str:
    """The citation one level up, "" at the top."""
    if name.endswith(")") and not name.endswith("(R)"):
        return name[: name.rindex("(")]
    if re.match(r"ASC \d{3}-", name):
        return name.rsplit("-", 1)[0]
    topic = re.match(r"(SAB Topic \d+(?:\.[A-Z]+)?)\.\w+$", name)
    if topic:
        return topic.group(1)
    item = re.match(r"(Regulation S-K Item )(1[2-6])\d{2}$", name)
    if item and not name.endswith("00"):
        return f"{item.group(1)}{item.group(2)}00"
    if re.match(r"Regulation (?:G|FD) Rule \d+$", name):
        return name[: name.index(" Rule")]
    rule = re.match(r"(Regulation S-X) Rule (\d{1,2})-\d{2}[A-Z]?$", name)
    return f"{rule.group(1)} Article {rule.group(2)}" if rule else ""


def known(canonical: str) -> Authority | None:
    """The register's row for the citation, else for the nearest thing it belongs to (`exact` False).

    None means that nothing is known of it, not that it is wrong.
    """
    register = _register()
    for name in (canonical, *parents(canonical)):
        if name in register:
            return replace(register[name], exact=name == canonical)
    return None


def in_force(canonical: str, on: date) -> Standing:
    """Whether the authority could be relied on for a filing or period of that date.

    `known` says by what it was superseded. Of a change whose date is not known, or that no source confirmed,
    it is only said that it may matter.
    """
    row = known(canonical)
    if row is None:
        return Standing.UNKNOWN
    if row.stayed:
        return Standing.NOT_IN_FORCE
    if not row.superseded or (row.since is not None and on < row.since):
        return Standing.IN_FORCE
    return Standing.POSSIBLY_SUPERSEDED if row.unverified or row.since is None else Standing.SUPERSEDED
