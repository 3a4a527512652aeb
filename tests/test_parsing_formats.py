"""One response letter, with a list, a table and a heading, gives the same pairs in every format and wrapping."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import letter as letter_page
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from drafter.parsing import parse
from drafter.reading import read
from tests.lettering import ASKED, HEAD, TAIL, Style, expected, found, letter

STYLE = Style("{n}. ", "Response: ")
LINES = letter(STYLE)
WIDTH = 72


def rows_of(table: list[str]) -> list[list[str]]:
    return [row.split(" | ") for row in table]


def blocks() -> list[str | list[list[str]]]:
    """The letter's paragraphs, and its tables as rows of cells."""
    out: list[str | list[list[str]]] = []
    for line in LINES:
        last = out[-1] if out else ""
        if line.table is None:
            out.append(line.text)
        elif isinstance(last, list):
            last += rows_of([line.text])
        else:
            out.append(rows_of([line.text]))
    return out


def as_text(width: int = WIDTH) -> bytes:
    parts = []
    for block in blocks():
        if isinstance(block, list):
            parts.append(
                "\n".join(f"{row[0]:36}" + "".join(f"{cell:>14}" for cell in row[1:]) for row in block)
            )
        else:
            parts.append("\n".join(simpleSplit(block, "Courier", 10, width * 6.01)))
    return "\n\n".join(parts).encode()


def as_html() -> bytes:
    def shown(block: str | list[list[str]]) -> str:
        if isinstance(block, str):
            return f"<p>{block.replace('&', '&amp;')}</p>"
        rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in block)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"

    return f"<html><body>{''.join(map(shown, blocks()))}</body></html>".encode()


def as_docx() -> bytes:
    document = docx.Document()
    for block in blocks():
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter_page)
    y = 740.0
    for block in blocks():
        rows: list[list[str]] = (
            block if isinstance(block, list) else [[r] for r in simpleSplit(block, "Times-Roman", 11, 468)]
        )
        for row in rows:
            if y < 60:
                canvas.showPage()
                y = 740.0
            canvas.setFont("Times-Roman", 11)
            for place, cell in zip((72, 330, 450), row, strict=False):
                canvas.drawString(place, y, cell)
            y -= 13
        y -= 13
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("form", [as_text, as_html, as_pdf, as_docx], ids=["text", "html", "pdf", "docx"])
def test_a_letter_gives_the_same_pairs_in_every_format(form: Callable[[], bytes]) -> None:
    assert found(parse(read(form()), "letter")) == expected(STYLE)


@settings(max_examples=25, deadline=None)
@given(st.integers(55, 108))
def test_a_letter_gives_the_same_pairs_however_it_is_wrapped(width: int) -> None:
    assert found(parse(read(as_text(width)), "letter")) == expected(STYLE)


def test_the_letter_holds_all_that_may_differ() -> None:
    texts = [line.text for line in LINES]
    assert len(texts) > len(HEAD) + len(TAIL) + 2 * len(ASKED)
    assert any(t.startswith("•") for t in texts)
    assert any(line.table for line in LINES)
