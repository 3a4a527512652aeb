"""Where the lines of a letter stand in its Word file: each character of the text by paragraph and child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from drafter.domain import Line

P, R, T, BOX = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:txbxContent")
UNSEEN = frozenset(
    {
        *(qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""What a reader of the page does not see, or sees a second time."""

OFF = frozenset({"0", "false", "off", "none"})
LABEL = re.compile(r"^\W*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]{1,2}|[•\d]{1,3})\s+")
"""A number or bullet that Word sets by itself and the text does not hold. Examples: "1. ", "• "."""

SURE = 12
"""Letters from which a line found further on is that line, and not another of the same few words."""

NEAR = 600
"""Letters within which the place of a shorter line is looked for."""

HEAD = 30
"""Letters of a line's beginning or end by which it is found where the rest differs."""

MORE = 4
"""Times as many letters as are read of a line may the file hold of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """From the child `first` of one paragraph to the child `last` of the same or a later one."""

    start: Any
    first: Any
    end: Any
    last: Any


@dataclass(frozen=True, slots=True)
class Text:
    """The letters and digits of a document in reading order, and of each the paragraph and its child."""

    letters: str
    at: tuple[tuple[Any, Any], ...]

    def paragraph_end(self, at: int) -> int:
        """Where the paragraph of that letter ends, exclusive."""
        paragraph = self.at[at][0]
        return next((i for i in range(at, len(self.at)) if self.at[i][0] is not paragraph), len(self.at))

    def place(self, start: int, end: int) -> Place:
        """The place of those letters; `end` is exclusive."""
        return Place(*self.at[start], *self.at[end - 1])


def text_of(body: Any) -> Text:
    """The text of a document's body; words in a text box belong to the paragraph that holds the box."""
    letters: list[str] = []
    at: list[tuple[Any, Any]] = []
    for paragraph in _paragraphs(body):
        for child in paragraph:
            said = _key("".join(_said(child)))
            letters.append(said)
            at += [(paragraph, child)] * len(said)
    return Text("".join(letters), tuple(at))


def _paragraphs(body: Any) -> Iterator[Any]:
    """Every paragraph that stands in no text box and is not struck."""
    for paragraph in body.iter(P):
        if not any(a.tag == BOX or a.tag in UNSEEN for a in paragraph.iterancestors()):
            yield paragraph


def _said(node: Any) -> Iterator[str]:
    if node.tag in UNSEEN or (node.tag == R and any(_on(node, look) for look in ("vanish", "strike"))):
        return
    if node.tag == T:
        yield node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            yield from _said(child)


def _on(run: Any, look: str) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn(f'w:{look}')}")
    return mark is not None and mark.get(qn("w:val"), "true") not in OFF


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def spots(text: Text, lines: Sequence[Line]) -> tuple[tuple[int, int] | None, ...]:
    """For each line the half-open range of the text's letters that it takes up, None where it has none
    there: a footnote, a number that Word sets.
    """
    found: list[tuple[int, int] | None] = []
    cursor = 0
    for line in lines:
        spot = _spot(text, line.text, cursor)
        found.append(spot)
        cursor = spot[1] if spot else cursor
    return tuple(found)


def _spot(text: Text, said: str, cursor: int) -> tuple[int, int] | None:
    whole, bare = _key(said), _key(LABEL.sub("", said))
    for key in dict.fromkeys((whole, bare)):
        at = _find(text.letters, key, cursor)
        if at >= 0:
            return at, at + len(key)
    return _by_ends(text, bare, cursor)


def _by_ends(text: Text, key: str, cursor: int) -> tuple[int, int] | None:
    """The place of a line of which the file holds more than is read, such as words struck by a style."""
    if len(key) < HEAD:
        return None
    start, end = (text.letters.find(part, cursor) for part in (key[:HEAD], key[-HEAD:]))
    if start < 0 and end < 0:
        return None
    start = max(cursor, end + HEAD - len(key)) if start < 0 else start
    if start <= end <= start + MORE * len(key):
        return start, end + HEAD
    return start, text.paragraph_end(min(start + len(key), len(text.at)) - 1)


def _find(letters: str, key: str, cursor: int) -> int:
    stop = len(letters) if len(key) >= SURE else cursor + NEAR
    return letters.find(key, cursor, stop) if key else -1


def within(text: Text, spot: tuple[int, int], words: str) -> tuple[int, int] | None:
    """Where in that range the words stand, None where they do not."""
    key = _key(words)
    at = text.letters.find(key, *spot) if key else -1
    return (at, at + len(key)) if at >= 0 else None
