"""What tags and style attributes of HTML say about the looks of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BOLD = HEADINGS | {"b", "strong", "th"}
ITALIC = frozenset(("cite", "dfn", "em", "i", "var"))
UNDERLINED = frozenset(("ins", "u"))
STYLED = BOLD | ITALIC | UNDERLINED
HEAVY = 600

WEIGHT = re.compile(
    r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})|\bfont\s*:[^;]*\b(bold|[6-9]00)\b", re.I
)
SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)|\bfont\s*:[^;]*\b(italic|oblique)\b", re.I)
RULED = re.compile(r"text-decoration(?:-line)?\s*:\s*[^;]*?(underline|none)", re.I)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
TURNED = re.compile(r"(?:page-)?break-(before|after)\s*:\s*(?:always|page)", re.I)
"""A page break of paper. Examples: "page-break-after: always". Not: "page-break-inside: avoid"."""

BEHIND = re.compile(
    r"^(?=.*font-size\s*:\s*[0-2](?:\.\d+)?p[tx])(?=.*(?<!-)color\s*:\s*(?:white|#fff))", re.I
)
"""White text of one point: the words of a page that is shown as an image, two spaces at each line's end."""

UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)


@dataclass(frozen=True, slots=True)
class Looks:
    """How text is set apart."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What a style attribute says; None where it leaves a look as it is."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool = False
    behind: bool = False
    unmarked: bool = False
    turns: frozenset[str] = frozenset()  # where the page turns: "before" or "after" the element


PLAIN = Style()
LONG = 500
"""Characters of a style that are read; those of real letters are shorter."""


@lru_cache(maxsize=512)
def _style(text: str) -> Style:
    return Style(
        _said(text, WEIGHT, "bold"),
        _said(text, SLANT, "italic"),
        _said(text, RULED, "underline") or None,
        hidden=bool(HIDDEN.search(text)),
        behind=bool(BEHIND.search(text)),
        unmarked=bool(UNMARKED.search(text)),
        turns=frozenset(said.lower() for said in TURNED.findall(text)),
    )


def _said(text: str, pattern: re.Pattern[str], on: str) -> bool | None:
    """Whether the style turns a look on or off; None where it does not speak of it."""
    if not (found := pattern.search(text)):
        return None
    word = (found.group(1) or found.group(found.lastindex or 1)).lower()
    return word.startswith((on, "oblique")) or (word.isdigit() and int(word) >= HEAVY)


def style_of(said: str | None) -> Style:
    """What a style attribute says, given its text."""
    return _style(said[:LONG]) if said else PLAIN


def looks_in(tag: str, style: Style, above: Looks) -> Looks:
    """The looks inside an element, given those around it."""
    if style is PLAIN and tag not in STYLED:
        return above
    return Looks(
        (above.bold or tag in BOLD) if style.bold is None else style.bold,
        (above.italic or tag in ITALIC) if style.italic is None else style.italic,
        (above.underlined or tag in UNDERLINED) if style.underlined is None else style.underlined,
    )
