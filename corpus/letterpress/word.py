"""Blocks to Word, zipped with fixed times so that the same letter gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from letterpress.blocks import MARK, Block, Sheet

PLACES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
ZIPPED = (2000, 1, 1, 0, 0, 0)


def as_word(sheet: Sheet) -> bytes:
    """The letter in Word, its running head in the page header."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(11)
    sign(document, sheet)
    document.sections[0].header.paragraphs[0].text = "\n".join(
        t for t in (sheet.banner, *sheet.running[:-1]) if t
    )
    for block in sheet.blocks:
        put(document, block)
    out = BytesIO()
    document.save(out)
    return zipped_again(out.getvalue())


def sign(document: WordDocument, sheet: Sheet) -> None:
    """Title and mark in the properties, with the letter's own date."""
    facts = document.core_properties
    facts.title, facts.subject, facts.comments, facts.author = sheet.title, MARK, MARK, MARK
    facts.created = facts.modified = datetime(sheet.sent.year, sheet.sent.month, sheet.sent.day)


def put(document: WordDocument, block: Block) -> None:
    """The block at the document's end."""
    if block.rows:
        return tabulate(document, block)
    paragraph = document.add_paragraph()
    shape(paragraph, block)
    if block.page:
        paragraph.add_run().add_break(WD_BREAK.PAGE)
    if block.number:
        paragraph.add_run(f"{block.number}\t").bold = "b" in block.runs[0].look
    for run in block.runs:
        made = paragraph.add_run(run.text)
        made.bold, made.italic, made.underline = ("b" in run.look, "i" in run.look, "u" in run.look)
    return None


def shape(paragraph: Paragraph, block: Block) -> None:
    """Place, indents and gap."""
    paragraph.alignment = PLACES[block.place]
    form = paragraph.paragraph_format
    form.space_after = Pt(0 if block.tight else 11)
    form.left_indent = Inches(0.5 * block.indent)
    if block.number:
        form.first_line_indent = Inches(-0.5)


def tabulate(document: WordDocument, block: Block) -> None:
    """A table of figures and an empty line below."""
    made = document.add_table(rows=0, cols=len(block.rows[0]))
    for row in block.rows:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph()


def zipped_again(package: bytes) -> bytes:
    """The same package with fixed times."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, ZIPPED)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
