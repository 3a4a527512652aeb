"""EDGAR HTML of any generator to lines. lxml parses; nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.domain import Line
from drafter.errors import TooLarge, Unreadable
from drafter.reading.looks import BULLET, NUMBER, Run, clean, is_bullet, line

MAX_BYTES = 20_000_000
"""The largest correspondence on EDGAR is a few megabytes; beyond this it is no letter."""

MAX_DEPTH = 250
"""Tags inside tags. Real letters stay under 40."""

BLOCKS = frozenset(
    "address article blockquote body br caption center dd dir div dl dt fieldset footer form h1 h2 h3 h4 h5 h6"
    " header hr html li main menu ol p pre section table tbody td tfoot th thead title tr ul".split()
)
SILENT = frozenset("head script style title noscript template object iframe".split())
BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
ITALIC = frozenset("i em cite dfn var".split())
UNDERLINED = frozenset("u ins".split())

WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})|\bfont\s*:[^;]*\b(bold|[6-9]00)\b", re.I)
SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)|\bfont\s*:[^;]*\b(italic|oblique)\b", re.I)
RULED = re.compile(r"text-decoration(?:-line)?\s*:\s*[^;]*?(underline|none)", re.I)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
BROKEN = re.compile(r"page-break-(?:before|after)\s*:\s*always|\bbreak-(?:before|after)\s*:\s*page", re.I)

LABEL = re.compile(r"[^\d|]{1,40}(?:\bNo\.?|#)?\s*\d{0,3}\s*[:.]|(?:RE|Re|CC|cc|Cc|By|BY|Via|VIA)", re.S)
"""A cell that labels the one beside it. Examples: "Re:", "Response:", "Comment No. 4:". Not: "Revenue"."""

FIGURE = re.compile(r"[\W\d_]*(?:[\d—–-]|n/?[am]\b)[\W\d_]*", re.I)
"""A cell that holds a figure. Examples: "$ 1,204", "(3.1)%", "—". Not: "May 4, 2020"."""


@dataclass(slots=True)
class _Looks:
    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(slots=True)
class _Row:
    """The cells of one table row; a cell is its paragraphs, a paragraph its runs."""

    cells: list[list[list[Run]]] = field(default_factory=list)
    page: int = 1


@dataclass(slots=True)
class _Table:
    rows: list[_Row] = field(default_factory=list)


def _look(style: str, pattern: re.Pattern[str], on: Sequence[str], inherited: bool) -> bool:
    """What the style says of one look; `inherited` where it says nothing."""
    if not (found := pattern.search(style)):
        return inherited
    said = (found.group(1) or found.group(found.lastindex or 1)).lower()
    return said in on or (said.isdigit() and int(said) >= 600)


def _looks(tag: str, style: str, above: _Looks) -> _Looks:
    """The looks inside an element, given those around it."""
    bold = above.bold or tag in BOLD
    italic = above.italic or tag in ITALIC
    underlined = above.underlined or tag in UNDERLINED
    if not style:
        return _Looks(bold, italic, underlined) if tag in BOLD | ITALIC | UNDERLINED else above
    return _Looks(
        _look(style, WEIGHT, ("bold", "bolder"), bold),
        _look(style, SLANT, ("italic", "oblique"), italic),
        underlined or _look(style, RULED, ("underline",), underlined),
    )


class _Page:
    """Gathers runs into paragraphs, paragraphs into cells, cells into rows, and all of them into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.paragraph: list[Run] = []
        self.tables: list[_Table] = []
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
        if self.tables and self.tables[-1].rows and self.tables[-1].rows[-1].cells:
            self.tables[-1].rows[-1].cells[-1].append(paragraph)
        else:
            self.put(paragraph)

    def put(self, runs: Sequence[Run], table: int | None = None, page: int | None = None) -> None:
        """Set one line down."""
        if made := line(runs, table, page or self.page):
            self.lines.append(made)

    def open(self, tag: str) -> None:
        """An element of that name begins."""
        if tag in BLOCKS:
            self.flush()
        if tag == "table":
            self.tables.append(_Table())
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append(_Row(page=self.page))
        elif tag in ("td", "th") and self.tables:
            if not self.tables[-1].rows:
                self.tables[-1].rows.append(_Row(page=self.page))
            self.tables[-1].rows[-1].cells.append([])

    def close(self, tag: str) -> None:
        """An element of that name ends."""
        if tag in BLOCKS:
            self.flush()
        if tag == "table" and self.tables:
            self._settle(self.tables.pop())

    def _settle(self, table: _Table) -> None:
        """Turn a table that has ended into lines, or into paragraphs of the cell that it stands in."""
        rows = [r for r in map(_filled, table.rows) if r.cells]
        figures = [len(r.cells) > 1 and not _is_layout(r) for r in rows]
        if outer := next((t for t in reversed(self.tables) if t.rows and t.rows[-1].cells), None):
            cell = outer.rows[-1].cells[-1]
            for row in rows:
                cell += _paragraphs(row, layout=False) if len(row.cells) > 1 and not _is_layout(row) else _paragraphs(row)
            return
        mostly = sum(figures) * 2 >= len(rows)
        self.counted += any(figures)
        for row, figure in zip(rows, figures, strict=True):
            for paragraph in _paragraphs(row, layout=not figure):
                self.put(paragraph, self.counted if figure or (any(figures) and mostly) else None, row.page)


def _text(cell: Sequence[Sequence[Run]]) -> str:
    return " ".join(clean("".join(r.text for r in p)).strip() for p in cell).strip()


def _filled(row: _Row) -> _Row:
    """The row without its empty cells, currency and percent signs joined to their figures."""
    cells: list[list[list[Run]]] = []
    prefix: list[Run] = []
    for cell in row.cells:
        text = _text(cell)
        if not text:
            continue
        if text in ("$", "€", "£", "¥", "(", "$(", "US$"):
            prefix = [*prefix, *(replace(r, text=r.text.strip()) for p in cell for r in p)]
        elif text in (")", "%", ")%") and cells:
            cells[-1][-1] = [*cells[-1][-1], Run(text)]
        else:
            cells.append([[*prefix, *cell[0]], *cell[1:]] if prefix else cell)
            prefix = []
    if prefix:
        cells.append([prefix])
    return _Row(cells, row.page)


def _marks(cell: Sequence[Sequence[Run]]) -> bool:
    """Whether a cell only numbers, bullets or labels the one beside it."""
    text = _text(cell)
    return is_bullet(text) or bool(NUMBER.fullmatch(text) or LABEL.fullmatch(text))


def _is_layout(row: _Row) -> bool:
    """Whether all cells but the last are there to set a mark before it: a numbered comment, a bullet, "Re:"."""
    *marks, last = row.cells
    return bool(marks) and all(map(_marks, marks)) and not FIGURE.fullmatch(_text(last))


def _paragraphs(row: _Row, layout: bool = True) -> list[list[Run]]:
    """A layout row as the paragraphs of its last cell, its marks before the first; else one paragraph of cells."""
    if not layout:
        flat = [[r for i, p in enumerate(c) for r in ([Run(" "), *p] if i else p)] for c in row.cells]
        return [[r for i, c in enumerate(flat) for r in ([Run(" | "), *c] if i else c)]]
    *marks, last = row.cells
    opening: list[Run] = []
    for mark in marks:
        runs = [r for p in mark for r in p]
        opening += [Run(BULLET + " ")] if is_bullet(_text(mark)) else [*runs, Run(" ")]
    return [[*opening, *last[0]], *last[1:]]


def _events(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Start and end of every element in document order; what a reader of the page does not see is passed over."""
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    passed_over = False
    for event, node in walk:
        if event == "comment" or passed_over:
            passed_over = False
            yield "tail", node
        elif event == "start" and (node.tag in SILENT or HIDDEN.search(node.get("style") or "")):
            walk.skip_subtree()
            passed_over = True
        else:
            yield event, node


def _parsed(data: bytes) -> etree._Element:
    parser = etree.HTMLParser(encoding=_encoding(data), no_network=True, remove_pis=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable("This page is broken HTML: open it in a browser, save it again and retry.") from broken
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
    """The lines of an HTML page in reading order. Raises TooLarge over MAX_BYTES or MAX_DEPTH."""
    if len(data) > MAX_BYTES:
        raise TooLarge("This page is over 20 MB, which no letter is: send the letter without its exhibits.")
    page, looks = _Page(), [_Looks()]
    for event, node in _events(_parsed(data)):
        if event == "tail":
            page.say(node.tail, looks[-1])
        elif event == "start":
            _begin(page, node, looks)
        else:
            _end(page, node, looks)
    page.flush()
    return page.lines


def _begin(page: _Page, node: etree._Element, looks: list[_Looks]) -> None:
    if len(looks) > MAX_DEPTH:
        raise TooLarge("This page nests its tags too deeply for a letter: open it, save it as text and retry.")
    style = node.get("style") or ""
    if style and BROKEN.search(style):
        page.flush()
        page.page += 1
    tag = str(node.tag)
    page.open(tag)
    looks.append(_looks(tag, style, looks[-1]))
    page.say(node.text, looks[-1])


def _end(page: _Page, node: etree._Element, looks: list[_Looks]) -> None:
    page.close(str(node.tag))
    looks.pop()
    page.say(node.tail, looks[-1])
