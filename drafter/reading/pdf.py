"""PDF with a text layer to lines, by place, font and colour of each sign. pdfium reads; nothing is run."""

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafter.domain import Line
from drafter.errors import NoText, TooLarge, Unreadable
from drafter.parsing.wrapping import is_torn
from drafter.reading import streams
from drafter.reading.bounds import LETTER, Bounds
from drafter.reading.looks import BULLETS, Run, line

WHITE = 250
"""Red, green and blue all at least this: ink on white paper that nobody sees, as in staff letter forms."""

HEAVY = 600
PITCH = 12.0
"""Points from row to row where a letter has too few rows to tell."""

SMALL = 0.8
"""Share of a page's usual size under which a sign may be raised or lowered, as in "8th"."""

REACH = 0.4
"""How far beyond its row such a sign may stand, in its own size."""

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
ITALIC = re.compile(r"italic|oblique", re.I)
OPENS_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?:\s|$)|\(?\d{1,3}[.)](?=[“\"]?[A-Z][a-z]+[\s,])"
)
"""A number that opens a row. Examples: "2. We", "(a) why", "2.We note". Not: "2.5 million", "2.B of"."""
OPENS_BULLET = re.compile(rf"[{BULLETS}\ue000-\uf8ff–—-](?:\s|$)|o\s")
ENDS = ".:;!?"
FORM_FIELDS = re.compile(r"\s*FirstName LastName|\s*Comapany Name")
"""Names of form fields, printed unseen in staff letters. Examples: "FirstName LastNameRodney Ash"."""


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool
    italic: bool
    hidden: bool


@dataclass(slots=True)
class _Sign:
    """One visible sign and its box as high as its font, `size` points; `y` runs upward."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    style: _Style
    spaced: bool  # the file has a space before it


@dataclass(slots=True)
class _Row:
    """One printed row: its cells, where it begins and ends, its base line, and its largest sign's size."""

    cells: list[list[Run]]
    page: int
    left: float
    right: float
    base: float
    size: float
    figures: bool = False  # set in columns, with neighbours that are

    @property
    def text(self) -> str:
        return " | ".join("".join(r.text for r in c) for c in self.cells)


def _style(text: pdfium.PdfTextPage, index: int) -> _Style:
    """The looks of the sign at that index."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    hidden = bool(told) and min(red.value, green.value, blue.value) >= WHITE
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
    font = name.value.decode("utf-8", "replace")
    bold = bool(BOLD.search(font)) or raw.FPDFText_GetFontWeight(text, index) >= HEAVY
    return _Style(bold, bool(ITALIC.search(font)), hidden)


def _signs(text: pdfium.PdfTextPage) -> Iterator[_Sign]:
    """The visible signs of a page in the order of the file."""
    styles: dict[int | None, _Style] = {}  # one for each text object
    spaced = False
    box = raw.FS_RECTF()
    for i in range(raw.FPDFText_CountChars(text)):
        code = ord("-") if raw.FPDFText_IsHyphen(text, i) == 1 else raw.FPDFText_GetUnicode(text, i)
        if code <= ord(" ") or code in (0xA0, 0xFFFE, 0xFFFF):
            spaced = True
            continue
        key = ctypes.cast(raw.FPDFText_GetTextObject(text, i), ctypes.c_void_p).value
        style = styles.get(key) or styles.setdefault(key, _style(text, i))
        if not style.hidden and raw.FPDFText_GetLooseCharBox(text, i, box):
            size = max(box.top - box.bottom, 1.0)
            yield _Sign(chr(code), box.left, box.right, box.bottom, box.top, size, style, spaced)
            spaced = False


def _rows(signs: Sequence[_Sign], number: int) -> list[_Row]:
    """Signs gathered into rows from the top of the page down; raised and lowered signs join their row."""
    if not signs:
        return []
    small = SMALL * median(s.size for s in signs)
    rows: list[list[_Sign]] = []
    for sign in sorted(signs, key=lambda s: (s.size < small, -(s.bottom + s.top))):
        middle = (sign.bottom + sign.top) / 2
        reach = REACH * sign.size if sign.size < small else 0.0
        nearby = rows if reach else rows[-3:]
        near = next((r for r in nearby if r[0].bottom - reach < middle < r[0].top + reach), None)
        if near is None:
            rows.append([sign])
        else:
            near.append(sign)
    made = [_row(sorted(r, key=lambda s: s.left), number) for r in rows]
    return sorted(made, key=lambda r: -r.base)


def _row(signs: Sequence[_Sign], number: int) -> _Row:
    """The row that those signs make, from left to right."""
    base, size = median(s.bottom for s in signs), max(s.size for s in signs)
    return _Row(_worded(signs), number, signs[0].left, signs[-1].right, base, size)


def _worded(signs: Sequence[_Sign]) -> list[list[Run]]:
    """The words and cells of a row's signs, told by the gaps between them."""
    cells: list[list[tuple[str, _Style]]] = [[]]
    last: _Sign | None = None
    for sign in signs:
        gap = sign.left - last.right if last else 0.0
        if last and gap > 2.5 * sign.size:
            cells.append([])
        elif last and (gap > 0.16 * sign.size or (sign.spaced and gap > 0)):
            cells[-1].append((" ", last.style))
        cells[-1].append((sign.text, sign.style))
        last = sign
    return [list(_runs(cell)) for cell in cells]


def _runs(signs: Sequence[tuple[str, _Style]]) -> Iterator[Run]:
    """The signs of one look after another as one run, letters apart from other signs."""
    for (style, _), same in groupby(signs, key=lambda sign: (sign[1], sign[0].isalpha())):
        yield Run("".join(text for text, _ in same), style.bold, style.italic)


def _goes_on(row: _Row, following: _Row, margin: float, pitch: float, first: bool) -> bool:
    """Whether the next row is the same paragraph: near, in line, and its first word had no room before."""
    drop = row.base - following.base
    if row.page != following.page or drop > 1.3 * max(pitch, row.size) or OPENS_BULLET.match(following.text):
        return False
    if row.left > 0.55 * margin:
        return False
    numbered = bool(OPENS_NUMBER.match(row.text) or OPENS_BULLET.match(row.text))
    if following.text[:1].islower() and row.text[-1:] not in ENDS:
        return True
    if OPENS_NUMBER.match(following.text) and not (first is False and abs(following.left - row.left) < 3):
        return False
    if following.left > row.left + 8 and not (first and numbered):
        return False
    if following.left < row.left - 8 and not first:
        return False
    word = following.text.split(maxsplit=1)[0]
    width = (following.right - following.left) * len(word) / max(len(following.text), 1)
    return row.right + width + 0.25 * row.size > margin


def _is_figure_row(rows: Sequence[_Row], i: int) -> bool:
    """Whether a row is set in columns, together with a neighbour."""
    near = [r for r in rows[max(0, i - 1) : i + 2] if r.page == rows[i].page]
    return len(rows[i].cells) > 1 and not _marked(rows[i]) and sum(len(r.cells) > 1 for r in near) > 1


def _marked(row: _Row) -> bool:
    """Whether what stands before the gap only numbers, bullets or labels the rest."""
    mark = "".join(r.text for r in row.cells[0])
    return len(row.cells) == 2 and (
        bool(OPENS_NUMBER.fullmatch(mark) or OPENS_BULLET.fullmatch(mark)) or mark.endswith(":")
    )


def _abreast(row: _Row, between: str) -> list[Run]:
    """The row's cells as one paragraph."""
    return [r for j, cell in enumerate(row.cells) for r in ([Run(between), *cell] if j else cell)]


def _paragraphs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows gathered into paragraphs; a row of figures is one by itself."""
    drops = sorted(a.base - b.base for a, b in pairwise(rows) if a.page == b.page)
    drops = [drop for drop in drops if drop > 0.6 * PITCH]
    pitch = drops[len(drops) // 20] if drops else PITCH
    margin = sorted(r.right for r in rows)[int(len(rows) * 0.97)]
    paragraph = [rows[0]]
    for row, following in pairwise(rows):
        apart = row.figures or following.figures
        if apart or not _goes_on(row, following, margin, pitch, len(paragraph) == 1):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    yield paragraph


def _lines(rows: Sequence[_Row]) -> list[Line]:
    """Rows as lines."""
    for i, row in enumerate(rows):
        row.figures = _is_figure_row(rows, i)
    out: list[Line | None] = []
    tables, before = 0, False
    for paragraph in _paragraphs(rows):
        row = paragraph[0]
        tables += row.figures and not before
        before = row.figures
        between = " | " if row.figures else " "
        runs = _abreast(row, between)
        for above, below in pairwise(paragraph):
            runs += [Run("" if is_torn(above.text, below.text) else " "), *_abreast(below, between)]
        out.append(line(runs, tables if row.figures else None, row.page))
    return [made for made in out if made and not FORM_FIELDS.match(made.text)]


HEAD = re.compile(rb"%PDF-\d")
LOST = b"%PDF-1.7\n"


def _headed(data: bytes) -> bytes:
    """The file from its head on; with a head before it where it has lost its own."""
    head = HEAD.search(data)
    return data[head.start() :] if head else LOST + data


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as broken:
        if "password" in str(broken).lower():
            raise Unreadable("This PDF wants a password: save it without one and retry.") from broken
        raise Unreadable("This PDF is damaged: open it, print it to a new PDF and retry.") from broken


def _printed(document: pdfium.PdfDocument, bounds: Bounds) -> Iterator[_Row]:
    """The rows of all pages, from the top of each down."""
    left = bounds.signs
    ends = time.thread_time() + bounds.seconds
    for number, page in enumerate(document, 1):
        if time.thread_time() > ends:
            raise TooLarge("The pages of this PDF take too long to read: print it to a new PDF and retry.")
        text = page.get_textpage()
        left -= raw.FPDFText_CountChars(text)
        if left < 0:
            raise TooLarge(
                f"This PDF holds more text than any {bounds.what}: give the {bounds.what}'s pages alone."
            )
        yield from _rows(list(_signs(text)), number)
        text.close()
        page.close()


def lines(data: bytes, bounds: Bounds = LETTER) -> list[Line]:
    """The lines of a PDF's text layer, page by page. Raises TooLarge over a bound, NoText for a scan."""
    data = _headed(data)
    streams.check(data)
    document = _opened(data)
    try:
        if len(document) > bounds.pages:
            raise TooLarge(
                f"This PDF has {len(document)} pages, which no {bounds.what} has: give the {bounds.what}'s alone."
            )
        rows = list(_printed(document, bounds))
    except pdfium.PdfiumError as broken:
        raise Unreadable(
            "A page of this PDF is damaged: open it, print it to a new PDF and retry."
        ) from broken
    finally:
        document.close()
    if not rows:
        raise NoText("This PDF is a scan without text: run text recognition (OCR) over it and retry.")
    return _lines(rows)
