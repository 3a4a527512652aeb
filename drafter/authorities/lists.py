"""Lists of numbers as letters cite them: "303(a) and (b)", "35-1 and 50-2", "13a-15(e) and 15d-15(e)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

PARENS = r"(?:\([A-Za-z0-9]{1,5}\))"
JOIN = r"(?:\s*[,;]\s*(?:(?:and/or|and|or)\s+)?|\s+(?:and/or|and|or|through|to|as\s+well\s+as)\s+|\s*[–&]\s*)"

_ASC_ITEM = (
    r"(?:\d{3}-\s?\d{2,3}(?:-\s?S?\d{2}(?:-\s?\d{1,3}[A-Z]{0,2})?)?"
    r"|S?\d{2}-\s?\d{1,3}[A-Z]{0,2}|S99)(?![\d-]*\d)"
)


@cache
def numbers(item: str) -> re.Pattern[str]:
    """A list whose items look like `item`; later ones may be bare paragraphs: "(b)"."""
    return re.compile(rf"{item}{PARENS}*(?:{JOIN}(?:{item}{PARENS}*|{PARENS}+)(?![\w%]))*")


@cache
def _item(item: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{item})?(?P<parens>{PARENS}*)")


def each(listed: str, start: int, item: str) -> Iterator[tuple[str, int, int]]:
    """The numbers of a list written out, with their spans; `start` is where `listed` begins in the text."""
    last: list[str] = []
    number = ""
    position = 0
    for joint in [*re.finditer(JOIN, listed), None]:
        end = joint.start() if joint else len(listed)
        match = _item(item).fullmatch(listed[position:end])
        if match is not None and match.group():
            parts = re.findall(PARENS, match["parens"])
            if match["number"]:
                number, last = match["number"], parts
            else:
                last = [*last[: max(0, len(last) - len(parts))], *parts]
            yield number + "".join(last), start + position, start + end
        position = joint.end() if joint else end


@cache
def paragraphs() -> re.Pattern[str]:
    """What may follow a Codification citation: "and 50-4", ", 280-10-50-41", "through 12"."""
    return re.compile(
        rf"{JOIN}(?P<item>{_ASC_ITEM}|(?<=through )\d{{1,3}}[A-Z]{{0,2}}(?![\d-])"
        rf"|(?<= to )\d{{1,3}}[A-Z]{{0,2}}\b(?![-%]))"
    )


def inherited(previous: str, item: str) -> str:
    """An elided Codification paragraph written out: "450-20-50-3", "50-4" -> "450-20-50-4"."""
    parts = previous.split("-")
    item = re.sub(r"\s+", "", item)
    if re.match(r"\d{3}-", item):
        return item
    if "-" in item or item == "S99":
        return "-".join([*parts[:2], item])
    return "-".join([*parts[:3], item]) if len(parts) > 3 else "-".join([*parts, item])
