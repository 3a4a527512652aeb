"""EDGAR HTML of any generator to lines. lxml parses; nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from drafter.domain import Line
from drafter.errors import TooLarge, Unreadable
from drafter.reading.looks import BULLET, Run, clean, line
from drafter.reading.plain import paragraphs
from drafter.reading.tables import Cell, Row, laid_out

MAX_BYTES = 8_000_000
"""The largest correspondence on EDGAR stays below; so does the longest text that libxml2 keeps whole."""

MAX_TAGS = 400_000
"""A letter of 450 kB has 10,000."""

MAX_DEPTH = 250
"""Tags inside tags. Real letters stay under 40."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LAID = (
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "dir",
    "menu",
)
DIVIDED = (
    "article",
    "div",
    "footer",
    "form",
    "header",
    "main",
    "p",
    "section",
    "address",
    "blockquote",
    "center",
)
BLOCKS = HEADINGS.union(LAID, DIVIDED, ("body", "br", "caption", "hr", "html", "pre"))
SILENT = frozenset(("head", "iframe", "noscript", "object", "script", "style", "template", "title"))
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
class _Looks:
    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style attribute says; None where it leaves a look as it is."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool = False
    behind: bool = False
    unmarked: bool = False
    turns: frozenset[str] = frozenset()  # where the page turns: "before" or "after" the element


UNCOUNTED, BULLETED = -2, -1
"""Counts of lists that set no mark before their items, or a bullet."""

PLAIN = _Style()
LONG = 500
"""Characters of a style that are read; those of real letters are shorter."""


@lru_cache(maxsize=512)
def _style(text: str) -> _Style:
    return _Style(
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


def _style_of(node: etree._Element) -> _Style:
    text = node.get("style")
    return _style(text[:LONG]) if text else PLAIN


def _looks(tag: str, style: _Style, above: _Looks) -> _Looks:
    """The looks inside an element, given those around it."""
    if style is PLAIN and tag not in STYLED:
        return above
    return _Looks(
        (above.bold or tag in BOLD) if style.bold is None else style.bold,
        (above.italic or tag in ITALIC) if style.italic is None else style.italic,
        (above.underlined or tag in UNDERLINED) if style.underlined is None else style.underlined,
    )


class _Page:
    """Gathers runs into paragraphs, paragraphs into cells, cells into rows, and all of them into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.paragraph: list[Run] = []
        self.tables: list[list[Row]] = []
        self.lists: list[int] = []  # how far each open list has counted
        self.mark = ""
        self.counted = 0
        self.page = 1

    def say(self, text: str | None, looks: _Looks) -> None:
        """Add text to the paragraph in hand."""
        if text:
            self.paragraph.append(Run(text, looks.bold, looks.italic, looks.underlined))

    def flush(self) -> None:
        """End the paragraph in hand."""
        paragraph, self.paragraph = self.paragraph, []
        if not any(clean(r.text).strip() for r in paragraph):
            return
        if self.mark:
            paragraph.insert(0, Run(self.mark + " "))
            self.mark = ""
        cell = self._cell()
        if cell is None:
            self.put(paragraph)
        else:
            cell.append(paragraph)

    def _cell(self) -> Cell | None:
        """The cell in hand; None outside of tables and between their cells."""
        rows = self.tables[-1] if self.tables else []
        return rows[-1].cells[-1] if rows and rows[-1].cells else None

    def behind(self, text: str) -> None:
        """Add the text that stands behind the image of a page."""
        for paragraph in paragraphs(text.replace("  ", "\n")):
            self.say(paragraph, _Looks())
            self.flush()

    def put(self, runs: Sequence[Run], table: int | None = None, page: int | None = None) -> None:
        """Set one line down."""
        if made := line(runs, table, page or self.page):
            self.lines.append(made)

    def open(self, tag: str) -> None:
        """An element of that name begins."""
        if tag in BLOCKS:
            self.flush()
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append(Row(page=self.page))
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self.tables[-1][-1].cells.append([])

    def close(self, tag: str) -> None:
        """An element of that name ends."""
        if tag in BLOCKS:
            self.flush()
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        if tag == "table" and self.tables:
            self._settle(self.tables.pop())

    def item(self) -> None:
        """An item of the list in hand begins: its number or bullet goes before its first paragraph."""
        count = self.lists[-1] if self.lists else BULLETED
        if count == UNCOUNTED:
            return
        self.mark = BULLET if count == BULLETED else f"{count}."
        if count > 0:
            self.lists[-1] = count + 1

    def turn(self) -> None:
        """A new page of paper begins."""
        self.flush()
        self.page += 1

    def _settle(self, table: list[Row]) -> None:
        """Turn a table that has ended into lines, or into paragraphs of the cell that it stands in."""
        laid = list(laid_out(table))
        cell = self._cell()
        if cell is not None:
            cell += [made.runs for made in laid]
            return
        self.counted += any(made.figures for made in laid)
        for made in laid:
            self.put(made.runs, self.counted if made.figures else None, made.page)


def _events(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Start and end of every element in document order; of what nobody sees, only the text after it."""
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    passed_over = False
    for event, node in walk:
        if event == "comment" or passed_over:
            passed_over = False
            yield "tail", node
        elif event == "start" and (node.tag in SILENT or _style_of(node).hidden):
            walk.skip_subtree()
            passed_over = True
        else:
            yield event, node


def _parsed(data: bytes) -> etree._Element:
    parser = etree.HTMLParser(encoding=_encoding(data), no_network=True, remove_pis=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable(
            "This page is broken HTML: open it in a browser, save it again and retry."
        ) from broken
    if root is None:
        raise Unreadable("This page is empty: fetch the letter again.")
    return root


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def lines(data: bytes) -> list[Line]:
    """The lines of an HTML page in reading order. Raises TooLarge over a bound."""
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise TooLarge("This page is larger than any letter: give the letter without its exhibits.")
    page, looks = _Page(), [_Looks()]
    for event, node in _events(_parsed(data)):
        if event == "tail":
            page.say(node.tail, looks[-1])
        elif event == "start":
            _begin(page, node, looks)
        else:
            _end(page, node, looks)
    page.flush()
    return page.lines if page.page > 1 else [replace(made, page=None) for made in page.lines]


def _first(node: etree._Element) -> int:
    """The number at which a numbered list starts."""
    said = node.get("start") or "1"
    return int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _begin(page: _Page, node: etree._Element, looks: list[_Looks]) -> None:
    if len(looks) > MAX_DEPTH:
        raise TooLarge(
            "This page nests its tags too deeply for a letter: open it, save it as text and retry."
        )
    style = _style_of(node)
    if "before" in style.turns:
        page.turn()
    tag = str(node.tag)
    page.open(tag)
    if tag in ("ol", "ul"):
        page.lists.append(UNCOUNTED if style.unmarked else BULLETED if tag == "ul" else _first(node))
    elif tag == "li" and not style.unmarked:
        page.item()
    looks.append(_looks(tag, style, looks[-1]))
    if style.behind and node.text:
        page.behind(node.text)
    else:
        page.say(node.text, looks[-1])


def _end(page: _Page, node: etree._Element, looks: list[_Looks]) -> None:
    page.close(str(node.tag))
    if "after" in _style_of(node).turns:
        page.turn()
    looks.pop()
    page.say(node.tail, looks[-1])
