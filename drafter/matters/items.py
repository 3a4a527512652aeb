"""The notes of a text one by one: list items, paragraphs, and a numbered list together with what leads to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_ORDINAL = r"\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)\)|\d{1,2}\.(?=\s)"
_ITEM = re.compile(rf"^(?P<indent>\s*)(?P<mark>[-*•+–—]|{_ORDINAL})\s+")
_COUNTED = re.compile(_ORDINAL)
_LISTING = re.compile(
    r"\b(?:reasons?|factors?|grounds|because|basis|bases|considerations?|following|as follows|steps|indicators|"
    r"criteria|assumptions|components|elements)\b[^.;]*:$",
    re.I,
)
"""A lead that says of what kind the items under it are: “Reasons:”, “for the following reasons:”."""

Status = Callable[[str], object]
"""What an opener says of what follows it; equal for two lines that may be used alike."""


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    mark: str = ""
    indent: int = 0


def blocks(text: str, status: Status) -> Iterator[str]:
    """Headings, list items and paragraphs, each joined into one line, without their marks.

    Items that are numbered from one on under a lead that ends in a colon are one note with it, as “lead: (1) ...; (2)
    ...”; so are bullets under a lead that says of what kind they are.
    """
    found = list(_blocks(text, status))
    at = 0
    while at < len(found):
        items = _under(found, at, status)
        yield _listed(found[at], items) if items else found[at].text
        at += 1 + len(items)


def _under(found: Sequence[_Block], at: int, status: Status) -> Sequence[_Block]:
    """The items of the list that the block leads to; () for none, or where one of them must be read by itself."""
    lead = found[at]
    if not lead.text.rstrip().endswith(":") or lead.text.startswith("#") or status(lead.text) != status(""):
        return ()
    end = at + 1
    while end < len(found) and _goes_on(found[at + 1 : end + 1], lead):
        end += 1
    items = found[at + 1 : end]
    apart = any(status(i.text) != status("") for i in items)
    return items if len(items) >= FEWEST and not apart else ()


FEWEST = 2
"""Items of a list."""


def _goes_on(items: Sequence[_Block], lead: _Block) -> bool:
    """Whether the last of those blocks is the next item of one list under the lead."""
    last = items[-1]
    if _COUNTED.match(last.mark):
        return _value(last.mark) == len(items) and all(_COUNTED.match(i.mark) for i in items)
    bullet = last.mark and last.mark == items[0].mark and _LISTING.search(lead.text)
    return bool(bullet and (not lead.mark or last.indent > lead.indent))


def _value(mark: str) -> int:
    """The number that an ordinal stands for: 2 for “2)”, “(b)” and “ii)”."""
    said = mark.strip("().")
    if said.isdigit():
        return int(said)
    roman = ("i", "ii", "iii", "iv", "v")
    return roman.index(said) + 1 if said in roman else ord(said) - ord("a") + 1


def _listed(lead: _Block, items: Sequence[_Block]) -> str:
    numbered = (f"({n}) {item.text.rstrip(' .;,')}" for n, item in enumerate(items, 1))
    return f"{lead.text} {'; '.join(numbered)}."


def _blocks(text: str, status: Status) -> Iterator[_Block]:
    lines: list[str] = []
    mark: tuple[str, int] = ("", 0)
    page = _Page.of(text)
    for line in (*text.splitlines(), ""):
        item = _ITEM.match(line)
        opens = line.startswith("#") or item or (lines and _ended(lines[-1], line, page, mark[0], status))
        if (opens or not line.strip() or (lines and lines[0].startswith("#"))) and lines:
            yield _Block(" ".join(lines), *mark)
            lines, mark = [], ("", 0)
        if item:
            mark = (item["mark"], len(item["indent"]))
        if line.strip():
            lines.append(_ITEM.sub("", line).strip() if not line.startswith("#") else line.strip())


@dataclass(frozen=True, slots=True)
class _Page:
    """How wide the lines of a text run, and whether so many of them come near to that that it was wrapped there."""

    width: int
    wrapped: bool

    @classmethod
    def of(cls, text: str) -> _Page:
        lengths = [len(line) for line in text.splitlines() if line.strip() and not line.startswith("#")] or [
            0
        ]
        near = sum(length >= max(lengths) - NEAR for length in lengths)
        return cls(max(lengths), near > 1 and near >= WRAPPED * len(lengths))


NEAR = 15
"""Characters; the longest word that a line can lack."""
WRAPPED = 0.25
"""Share of lines near the width from which a text was wrapped there, and not typed line by line."""


def _ended(line: str, following: str, page: _Page, mark: str, status: Status) -> bool:
    """Whether a line of running notes ends a note: there was room for the first word of the next line.

    After a full stop it matters only where one of the two may not be used like the other, or the line is of an item
    and the next is not set in under it. The longest line of a text that is not wrapped may end a note too.
    """
    if mark and re.match(r"\s", following):
        return False
    if re.search(r"[.!?]$", line) and not mark and page.wrapped:
        return status(line) != status("") or status(following) != status("")
    room = len(line) + 1 + len(following.strip().split(" ", 1)[0]) <= page.width
    alone = not page.wrapped and re.match(r"[A-Z]|\d(?! )" if mark else r"[A-Z\d(]", following)
    return bool(room or alone) and not re.search(r"[,:;-]$|\b(?:and|or|of|the|to)$", line)
