"""An invented annual report, a few pages of it, in every format that a filing comes in."""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import escape

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """A page of the report: the number printed on it, and its blocks: "# heading", text, or rows of a table."""

    label: str
    blocks: tuple[str | Rows, ...]


INVENTORIES: Rows = (
    ("(in thousands)", "2024", "2023"),
    ("Raw materials", "$ 12,410", "$ 11,905"),
    ("Work in process", "8,222", "7,640"),
    ("Finished goods", "38,612", "35,001"),
    ("Total inventories", "$ 59,244", "$ 54,546"),
)
SEGMENTS: Rows = (
    ("(in thousands)", "2024", "2023"),
    ("Hand tools revenue", "$ 201,300", "$ 190,100"),
    ("Kiln services revenue", "48,800", "44,150"),
)

REPORT = (
    Sheet("", ("# HARROWGATE TOOLS, INC.", "Annual Report on Form 10-K for the fiscal year ended December 31, 2024")),
    Sheet("i", ("# TABLE OF CONTENTS", (("Item 1.", "Business", "1"), ("Item 7.", "Management’s Discussion", "3"),
                                          ("Item 8.", "Financial Statements", "5")))),
    Sheet("1", ("# Item 1. Business", "Harrowgate Tools makes hand tools and services kilns.")),
    Sheet("2", ("# Human Capital", "We employed 1,204 people at the end of 2024.")),
    Sheet("3", ("# Item 7. Management’s Discussion and Analysis", "# Results of Operations",
                "Revenue from hand tools increased 6% due to price increases and new dealers, and we")),
    Sheet("4", ("expect this increase to continue. Gross margin was 41.5% in 2024.",
                "# Liquidity and Capital Resources",
                "Cash and cash equivalents were $34.9 million at December 31, 2024. Our “growth runway” is described "
                "in Item 1.")),
    Sheet("5", ("# Item 8. Financial Statements", "# Notes to Consolidated Financial Statements",
                "# Note 1. Basis of Presentation", "The statements are in thousands of dollars.")),
    Sheet("6", ("# Note 5. Inventories", "Inventories are stated at the lower of cost and net realizable value.",
                INVENTORIES)),
    Sheet("7", ("# Note 13. Segments", "We have two reportable segments.", SEGMENTS)),
    Sheet("F-1", ("# Schedule II", "Valuation accounts of the parent.")),
    Sheet("F-2", ("Additions charged to costs were $1.2 million.",)),
)  # fmt: skip


def as_html(report: tuple[Sheet, ...] = REPORT, tagged: bool = False) -> bytes:
    """EDGAR's modern HTML, with inline XBRL around the figures where `tagged`."""
    hidden = (
        '<div style="display:none"><ix:header><ix:hidden>99,999,999</ix:hidden></ix:header></div>'
        if tagged
        else ""
    )
    body = "".join(_page(sheet, tagged) for sheet in report)
    head = '<?xml version="1.0" encoding="utf-8"?>\n' if tagged else ""
    return f"{head}<html><head><title>10-K</title></head><body>{hidden}{body}</body></html>".encode()


def _page(sheet: Sheet, tagged: bool) -> str:
    blocks = "".join(_html(block, tagged) for block in sheet.blocks)
    foot = f'<div style="text-align:center">{sheet.label}</div>' if sheet.label else ""
    return (
        f'<div><a href="#toc">Table of Contents</a></div>{blocks}{foot}<hr style="page-break-after:always"/>'
    )


def _html(block: str | Rows, tagged: bool) -> str:
    if isinstance(block, tuple):
        cells = ("".join(f"<td>{_value(c, tagged)}</td><td></td>" for c in row) for row in block)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    if block.startswith("# "):
        return f'<div><span style="font-weight:700">{escape(block[2:])}</span></div>'
    return f"<div>{escape(block)}</div>"


def _value(cell: str, tagged: bool) -> str:
    return (
        f'<ix:nonFraction name="x:Y">{escape(cell)}</ix:nonFraction>'
        if tagged and cell[-1:].isdigit()
        else escape(cell)
    )


def as_text(report: tuple[Sheet, ...] = REPORT) -> bytes:
    """EDGAR's plain text of before 2001, pages apart by <PAGE>."""
    pages = []
    for sheet in report:
        said = [_text(block) for block in sheet.blocks]
        pages.append("\n\n".join([*said, f"{sheet.label:>40}" if sheet.label else ""]))
    return "\n\n<PAGE>\n\n".join(pages).encode()


def _text(block: str | Rows) -> str:
    if isinstance(block, tuple):
        return "\n".join(
            "".join(f"{c:<30}" if i == 0 else f"{c:>15}" for i, c in enumerate(row)) for row in block
        )
    return block[2:].upper() if block.startswith("# ") else block


def as_pdf(report: tuple[Sheet, ...] = REPORT) -> bytes:
    """A printed report: its number at the foot of each page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0)
    for sheet in report:
        y = 740
        for block in sheet.blocks:
            for row in block if isinstance(block, tuple) else _wrapped(block):
                _draw(canvas, row, y)
                y -= 14
            y -= 14
        canvas.setFont("Times-Roman", 10)
        canvas.drawCentredString(306, 40, sheet.label)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _wrapped(block: str) -> list[str]:
    import textwrap

    mark = "# " if block.startswith("# ") else ""
    return [mark + row for row in textwrap.wrap(block.removeprefix("# "), 80)]


def _draw(canvas: object, row: str | tuple[str, ...], y: int) -> None:
    canvas.setFont("Times-Bold" if str(row).startswith("# ") else "Times-Roman", 11)  # type: ignore[attr-defined]
    cells = row if isinstance(row, tuple) else (row.removeprefix("# "),)
    for n, cell in enumerate(cells):
        canvas.drawString(72 + 180 * n, y, cell.replace("“", '"').replace("”", '"').replace("’", "'"))  # type: ignore[attr-defined]


def as_docx(report: tuple[Sheet, ...] = REPORT) -> bytes:
    """A Word file, its page numbers typed below each page."""
    from docx import Document

    document = Document()
    for sheet in report:
        for block in sheet.blocks:
            if isinstance(block, tuple):
                table = document.add_table(len(block), len(block[0]))
                for cells, row in zip(table.rows, block, strict=True):
                    for cell, said in zip(cells.cells, row, strict=True):
                        cell.text = said
            elif block.startswith("# "):
                document.add_paragraph().add_run(block[2:]).bold = True
            else:
                document.add_paragraph(block)
        document.add_paragraph(sheet.label)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FORMATS = {
    "html": as_html(),
    "inline XBRL": as_html(tagged=True),
    "text": as_text(),
    "pdf": as_pdf(),
    "docx": as_docx(),
}
