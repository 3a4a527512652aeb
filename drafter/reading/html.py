"""EDGAR HTML of any generator to lines. lxml parses; nothing is fetched or run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from drafter.domain import Line
from drafter.errors import TooLarge, Unreadable
from drafter.reading.bounds import LETTER, Bounds
from drafter.reading.encodings import text_of
from drafter.reading.looks import BULLET, Run, clean, line
from drafter.reading.plain import paragraphs, set_out
from drafter.reading.styles import HEADINGS, Looks, looks_in, style_of
from drafter.reading.tables import Cell, Row, laid_out

MAX_DEPTH = 250
"""Tags inside tags. Real letters stay under 40."""

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
SILENT = frozenset(
    (
        "head",
        "iframe",
        "noscript",
        "object",
        "script",
        "style",
        "template",
        "title",
        "ix:header",
        "ix:hidden",
        "del",
    )
)

UNCOUNTED, BULLETED = -2, -1
"""Counts of lists that set no mark before their items, or a bullet."""


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

    def say(self, text: str | None, looks: Looks) -> None:
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
            self.say(paragraph, Looks())
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
        if tag == "pre":
            self._set_out()
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

    def _set_out(self) -> None:
        """Turn preformatted text into lines; in a cell, into its paragraphs."""
        text = "".join(run.text for run in self.paragraph)
        if "\n" not in text.strip():
            return
        self.paragraph = []
        made = set_out(text)
        cell = self._cell()
        if cell is not None:
            cell += [[Run(row.text)] for row in made]
            return
        self.lines += [replace(row, page=self.page, table=self._table(row.table)) for row in made]
        self.counted += max((row.table for row in made if row.table), default=0)

    def _table(self, number: int | None) -> int | None:
        return self.counted + number if number else None

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
        elif event == "start" and (node.tag in SILENT or style_of(node.get("style")).hidden):
            walk.skip_subtree()
            passed_over = True
        else:
            yield event, node


def _parsed(data: bytes, huge: bool) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, recover=True, huge_tree=huge
    )
    try:
        root = etree.fromstring(text_of(data).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable(
            "This page is broken HTML: open it in a browser, save it again and retry."
        ) from broken
    if root is None:
        raise Unreadable("This page is empty: fetch the letter again.")
    return root


LONGEST_TEXT = 9_000_000
"""Bytes below which libxml2 keeps every text whole without being told that it is huge."""


def lines(data: bytes, bounds: Bounds = LETTER) -> list[Line]:
    """The lines of an HTML page in reading order. Raises TooLarge over a bound."""
    if len(data) > bounds.html_bytes or data.count(b"<") > bounds.html_tags:
        raise TooLarge(bounds.refusal("This page"))
    page, looks = _Page(), [Looks()]
    for event, node in _events(_parsed(data, huge=len(data) > LONGEST_TEXT)):
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


def _begin(page: _Page, node: etree._Element, looks: list[Looks]) -> None:
    if len(looks) > MAX_DEPTH:
        raise TooLarge(
            "This page nests its tags too deeply for a letter: open it, save it as text and retry."
        )
    style = style_of(node.get("style"))
    if "before" in style.turns:
        page.turn()
    tag = str(node.tag)
    page.open(tag)
    if tag in ("ol", "ul"):
        page.lists.append(UNCOUNTED if style.unmarked else BULLETED if tag == "ul" else _first(node))
    elif tag == "li" and not style.unmarked:
        page.item()
    looks.append(looks_in(tag, style, looks[-1]))
    if style.behind and node.text:
        page.behind(node.text)
    else:
        page.say(node.text, looks[-1])


def _end(page: _Page, node: etree._Element, looks: list[Looks]) -> None:
    page.close(str(node.tag))
    if "after" in style_of(node.get("style")).turns:
        page.turn()
    looks.pop()
    page.say(node.tail, looks[-1])
