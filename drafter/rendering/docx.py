"""The letter in Word: docxtpl sets the fields into a template; then blanks are marked and notes attached.

Notes for counsel become Word comments, so that the letter's own text stays clean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar, cast

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.run import Run

from drafter.packaged import folder
from drafter.rendering.columns import column_widths
from drafter.rendering.letter_view import Block, Item, LetterView
from drafter.rendering.margin import marginal_notes, on_the_letter
from drafter.rendering.marking import END, FENCES, mark, mark_changes, number_blanks, roots
from drafter.rendering.packing import AUTHOR, settled
from drafter.rendering.word_template import filled

TEMPLATE = "letter.docx"
INITIALS = "D"

FIGURE_STYLES = frozenset(
    {"Table Number", "Table Head Number", "Staff Comment Number", "Staff Comment Head Number"}
)
TABLE_STYLES = FIGURE_STYLES | {"Table Text", "Table Head", "Staff Comment Table", "Staff Comment Head"}
FULL_WIDTH = 9360
"""Twips between the margins of a letter page."""

# Noncharacters, which `blocks.clean` keeps out of every text, mark places until they are found again.
OPEN, SHUT, WEDGE = "\ufdd0", "\ufdd1", "\ufdd2"

ANCHOR = re.compile(f"{OPEN}(\\d+){SHUT}")
"""The place of the notes on answer N, from 1; 0 is the letter as a whole."""

DOCXTPL_ESCAPES = re.compile("_(?=[{}%])")
"""Where docxtpl would turn "{_{" of a letter's text into "{{"."""

T = TypeVar("T")


def render(letter: LetterView, template: Path | None = None) -> bytes:
    """The letter as a .docx; the same letter and template give the same bytes.

    Raises BadTemplate where the template is no Word document or names a field that does not exist.
    """
    path = template or folder("prompts") / TEMPLATE
    document = filled(path, _each_text(_anchored(_revised(letter)), _wedged))
    _settle_looks(document, letter)
    _settle_columns(document)
    anchors = _anchors(document)
    mark_changes(document)
    mark(document, letter)
    number_blanks(document)
    _attach(document, letter, anchors)
    return settled(document, letter.drafted)


def _revised(letter: LetterView) -> LetterView:
    """The letter with insertions and deletions set between marks in the text of its blocks."""
    items = (replace(i, answer=tuple(map(_with_changes, i.answer))) for i in letter.items)
    return replace(letter, items=tuple(items))


def _with_changes(block: Block) -> Block:
    if not block.changes:
        return block
    said = (f"{FENCES[c.kind]}{c.text.rstrip()}{END}{c.text[len(c.text.rstrip()):]}"
            if c.kind in FENCES else c.text for c in block.changes)  # fmt: skip
    return replace(block, text="".join(said))


def _anchored(letter: LetterView) -> LetterView:
    """The letter with the places of its notes marked: its subject block and each answer's first block."""
    items = tuple(_with_anchor(item, n) for n, item in enumerate(letter.items, 1))
    re_block = (f"{OPEN}0{SHUT}{letter.re[0]}", *letter.re[1:]) if letter.re else ()
    return replace(letter, re=re_block, items=items)


def _with_anchor(item: Item, number: int) -> Item:
    first, *rest = item.answer
    mark = f"{OPEN}{number}{SHUT}"
    if first.rows:
        (corner, *cells), *rows = first.rows
        marked = replace(first, rows=((replace(corner, text=mark + corner.text), *cells), *rows))
    else:
        marked = replace(first, text=mark + first.text)
    return replace(item, answer=(marked, *rest))


def _wedged(text: str) -> str:
    return DOCXTPL_ESCAPES.sub(f"_{WEDGE}", text)


def _each_text(value: T, change: Callable[[str], str]) -> T:
    """The value with every text in it changed; enums and dates stay."""
    if isinstance(value, str) and type(value) is str:
        return cast("T", change(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_each_text(v, change) for v in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _each_text(getattr(value, f.name), change) for f in fields(value)})
    return value


def _settle_looks(document: Word, letter: LetterView) -> None:
    """Give comments the type that the recital sentence names; headings and labels that of the company."""
    recital = " ".join(w for w in ("bold", "italic") if getattr(letter, f"recital_{w}")) or "plain"
    looks = {
        "Staff Comment": recital,
        "Heading Carried Over": letter.heading_looks,
        "Response Label": letter.label_looks,
    }
    for name, words in looks.items():
        if not words or name not in document.styles:
            continue
        font = document.styles[name].font
        font.bold, font.italic = "bold" in words, "italic" in words
        if name != "Staff Comment":
            font.underline = "underline" in words


def _settle_columns(document: Word) -> None:
    """Give the tables that came from rows of text their columns: figures narrow, words wide."""
    for table in document.tables:
        styles = [
            {p.style.name for c in column.cells for p in c.paragraphs if p.style} for column in table.columns
        ]
        if not set().union(*styles) <= TABLE_STYLES:
            continue
        indent: Any = table._tbl.tblPr.find(qn("w:tblInd"))
        room = FULL_WIDTH - 2 * (int(indent.get(qn("w:w"))) if indent is not None else 0)
        figures = [names <= FIGURE_STYLES for names in styles]
        for column, width in zip(table.columns, column_widths(figures, room), strict=True):
            column.width = Twips(width)
            for cell in column.cells:
                cell.width = Twips(width)


def _anchors(document: Word) -> dict[int, Any]:
    """The paragraph of each set of notes by number; every mark is taken out again, everywhere."""
    found: dict[int, Any] = {}
    for root in roots(document):
        for text in root.iter(qn("w:t")):
            said = (text.text or "").replace(WEDGE, "")
            for place in ANCHOR.finditer(said):
                if root is document.element.body:
                    found.setdefault(int(place[1]), text.getparent().getparent())
            text.text = ANCHOR.sub("", said)
    return found


def _attach(document: Word, letter: LetterView, anchors: dict[int, Any]) -> None:
    """Put the notes beside their answers; those without a place of their own beside the first line."""
    texts = {0: on_the_letter(letter), **{n: marginal_notes(i) for n, i in enumerate(letter.items, 1)}}
    runs = [r for r in document.element.body.iter(qn("w:r")) if r.find(qn("w:t")) is not None]
    for number, notes in texts.items():
        paragraph = anchors.get(number)
        here = list(paragraph.iterchildren(qn("w:r"))) if paragraph is not None else runs[:1]
        for note in notes:
            span = [Run(r, document._body) for r in (here[0], here[-1])]
            attach_note(document, (span[0], span[-1]), note, letter)


def attach_note(document: Word, span: tuple[Run, Run], note: str, letter: LetterView) -> None:
    """Put a note of ours beside the runs from the first of the span to the last."""
    comment = document.add_comment(list(span), note, AUTHOR, INITIALS)
    comment._comment_elm.date = letter.drafted.astimezone(UTC)
