"""Blocks to PDF: letter size, Times, a running head from the second page, the same bytes at every run."""

from __future__ import annotations

from html import escape
from io import BytesIO
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from letterpress.blocks import MARK, Block, Run, Sheet

INCH = 72
SIZE = 12
LEADING = 13.8


def as_pdf(sheet: Sheet) -> bytes:
    """The letter in PDF, uncompressed, without dates of its own making."""
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=LETTER, leftMargin=INCH, rightMargin=INCH, topMargin=1.15 * INCH, bottomMargin=INCH,
        title=sheet.title, subject=MARK, author=MARK, invariant=1, pageCompression=0,
    )  # fmt: skip
    story = [flowable for block in sheet.blocks for flowable in flowables(block)]
    document.build(
        story, onFirstPage=lambda c, d: margins(c, sheet), onLaterPages=lambda c, d: later(c, sheet, d.page)
    )
    return out.getvalue()


def margins(canvas: Canvas, sheet: Sheet) -> None:
    """The banner, and the merge words in white."""
    canvas.setFont("Times-Bold", 9)
    if sheet.banner:
        canvas.drawCentredString(4.25 * INCH, 0.6 * INCH, sheet.banner)
    if sheet.hidden:
        canvas.setFillColor(white)
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(INCH, 0.4 * INCH, sheet.hidden)


def later(canvas: Canvas, sheet: Sheet, page: int) -> None:
    """The running head of a later page."""
    canvas.setFont("Times-Roman", SIZE)
    for i, words in enumerate(sheet.running):
        canvas.drawString(INCH, 10.6 * INCH - i * LEADING, words.format(page=page))
    margins(canvas, sheet)


def flowables(block: Block) -> list[Any]:
    """What reportlab lays out for the block."""
    before: list[Any] = [PageBreak()] if block.page else []
    if block.rows:
        return [*before, figures(block)]
    words = "".join(tagged(r) for r in block.runs)
    return [*before, Paragraph(words, style(block), bulletText=block.number or None)]


def style(block: Block) -> ParagraphStyle:
    """Indents and gaps of the block."""
    signed = block.place == "right"
    return ParagraphStyle(
        "letter",
        fontName="Times-Roman",
        bulletFontName="Times-Roman",
        fontSize=SIZE,
        bulletFontSize=SIZE,
        leading=LEADING,
        alignment=TA_CENTER if block.place == "center" else TA_LEFT,
        leftIndent=3.5 * INCH if signed else 0.5 * INCH * block.indent,
        bulletIndent=0,
        keepWithNext=bool(block.runs and block.runs[0].look == "u"),
        spaceAfter=0 if block.tight else LEADING,
    )


def tagged(run: Run) -> str:
    """The run in reportlab's markup."""
    words = escape(run.text, quote=False)
    for tag in run.look:
        words = f"<{tag}>{words}</{tag}>"
    return words


def figures(block: Block) -> Table:
    """A table of figures, to the right."""
    made = Table([list(r) for r in block.rows], hAlign="LEFT", spaceAfter=LEADING)
    made.setStyle([("FONT", (0, 0), (-1, -1), "Times-Roman", 11), ("ALIGN", (1, 0), (-1, -1), "RIGHT")])
    return made
