"""Builds letter.docx, the Word template of the response letter: its paragraphs, in the styles of letter_styles.py.

Run by hand after a change:  python prompts/build_letter_template.py
The same script gives the same bytes. A firm that wants its own looks edits the styles of letter.docx in
Word, or gives its own template; docs/templates.md lists the fields.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from letter_styles import add_styles, face

from drafter.rendering.packing import settled

MADE = datetime(2026, 1, 1)
KEPT = {"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"}


@dataclass
class Row:
    """A paragraph of the template: its style and its text; a table where `cells` (the styles of
    a heading figure, a heading, a figure and words) is given, `indent` inches from the margin.
    """

    style: str
    text: str = ""
    cells: tuple[str, ...] = ()
    indent: float = 0


def letter() -> Iterator[Row]:
    """The letter from top to bottom."""
    yield from _each("legend", "Legend")
    yield from _if("legend", Row("Legend"))
    yield from _each("letterhead", "Letterhead", first="Letterhead Name")
    yield Row("Letterhead Rule")
    yield from _if("delivery and delivery_first", Row("Delivery", "{{ delivery }}"))
    yield Row("Date", "{{ date }}")
    yield from _if("delivery and not delivery_first", Row("Delivery", "{{ delivery }}"))
    yield from _each("addressee", "Addressee")
    yield Row("Addressee")
    yield from _hung("attention", "Attention", "{{ attention_label }}")
    yield from _if("attention", Row("Addressee"))
    yield from _hung("re", "Re Block", "{{ re_label }}")
    yield Row("Salutation", "{{ salutation }}")
    yield from _each("introduction", "Body")
    yield from _if("convention", Row("Body", "{{ convention }}"))
    yield Row("", "{%p for item in items %}")
    yield from _each("item.headings", "Heading Carried Over")
    yield from _blocks("item.comment", _comment())
    yield from _if("item.label", Row("Response Label", "{{ item.label }}"))
    yield from _blocks("item.answer", _answer())
    yield Row("", "{%p endfor %}")
    yield from _if("items and parting", Row("Break", "{{ parting }}"))
    yield Row("Body", "{{ contact }}")
    yield Row("Closing", "{{ closing }}")
    yield Row("", "{%p for line in signature %}")
    yield from _if('"______" in line', Row("Signature Line", "{{ line }}"), Row("Signature", "{{ line }}"))
    yield Row("", "{%p endfor %}")
    yield from _if("copies", Row("Addressee"))
    yield from _hung("copies", "cc", "{{ copies_label }}")


def _each(name: str, style: str, first: str = "") -> Iterator[Row]:
    yield Row("", f"{{%p for line in {name} %}}")
    if first:
        yield from _if("loop.first", Row(first, "{{ line }}"), Row(style, "{{ line }}"))
    else:
        yield Row(style, "{{ line }}")
    yield Row("", "{%p endfor %}")


def _hung(name: str, style: str, label: str) -> Iterator[Row]:
    yield Row("", f"{{%p for line in {name} %}}")
    yield from _if("loop.first", Row(style, f"{label}\t{{{{ line }}}}"), Row(style, "\t{{ line }}"))
    yield Row("", "{%p endfor %}")


def _if(condition: str, then: Row, other: Row | None = None) -> Iterator[Row]:
    yield Row("", f"{{%p if {condition} %}}")
    yield then
    if other:
        yield Row("", "{%p else %}")
        yield other
    yield Row("", "{%p endif %}")


def _blocks(name: str, cases: list[tuple[str, list[Row]]]) -> Iterator[Row]:
    yield Row("", f"{{%p for block in {name} %}}")
    for n, (condition, rows) in enumerate(cases):
        word = "if" if n == 0 else "elif" if condition else "else"
        yield Row("", f"{{%p {word} {condition} %}}".replace("  ", " "))
        yield from rows
    yield Row("", "{%p endif %}")
    yield Row("", "{%p endfor %}")


RECITED = ("Staff Comment Head Number", "Staff Comment Head", "Staff Comment Number", "Staff Comment Table")
ANSWERED = ("Table Head Number", "Table Head", "Table Number", "Table Text")
"""The styles of a heading figure, a heading, a figure and words in a table of the Staff's and of ours."""


def _comment() -> list[tuple[str, list[Row]]]:
    numbered = "{% if item.number %}{{ item.number }}.{% endif %}\t{{ block.text }}"
    return [
        ('block.kind == "table"', _table(RECITED, indent=0.5)),
        ('block.kind == "bullet"', [Row("Staff Comment Bullet", "{{ block.mark }}\t{{ block.text }}")]),
        ("loop.first", [Row("Staff Comment", numbered)]),
        ("", [Row("Staff Comment Continued", "{{ block.text }}")]),
    ]


def _answer() -> list[tuple[str, list[Row]]]:
    marked = "{{ block.mark }}\t{{ block.text }}"
    return [
        ('block.kind == "table" and block.proposed', _table(ANSWERED, indent=0.5)),
        ('block.kind == "table"', _table(ANSWERED)),
        ('block.kind == "bullet" and block.proposed', [Row("Proposed Disclosure Bullet", marked)]),
        ('block.kind == "bullet"', [Row("Response Bullet", marked)]),
        ("block.proposed", [Row("Proposed Disclosure", "{{ block.text }}")]),
        ("", [Row("Response", "{{ block.text }}")]),
    ]


def _table(styles: tuple[str, ...], indent: float = 0) -> list[Row]:
    return [Row("", "", cells=styles, indent=indent), Row("After Table")]


def build() -> bytes:
    """The template's bytes."""
    document = Document()
    _strip(document)
    _page(document)
    add_styles(document)
    for row in letter():
        _put(document, row)
    _continuation(document)
    return settled(document, MADE)


def _strip(document: Any) -> None:
    """Leave of python-docx's own template only what a letter needs."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    properties = document.core_properties
    properties.author, properties.comments = "drafter", ""
    package = document.part.package
    for key in [k for k, r in package.rels.items() if r.reltype.endswith("/thumbnail")]:
        del package.rels[key]
    compat = document.settings.element.find(qn("w:compat"))
    for setting in compat.iterchildren(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    body = document.element.body
    for child in [c for c in body if c.tag != qn("w:sectPr")]:
        body.remove(child)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(1)
    section.header_distance = section.footer_distance = Inches(0.5)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    face(normal, 11)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for name in ("Header", "Footer"):
        face(document.styles[name], 9)


def _put(document: Any, row: Row) -> None:
    if row.cells:
        _put_table(document, row)
    else:
        document.add_paragraph(row.text, style=row.style or None)


def _put_table(document: Any, row: Row) -> None:
    """A table that grows by rows and cells; its cells' paragraphs choose head, figure or text."""
    table = document.add_table(3, 3)
    table.autofit = False
    if row.indent:
        _indent(table, Inches(row.indent))
    table.rows[0].cells[0].text = "{%tr for row in block.rows %}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    opening, middle, closing = table.rows[1].cells
    opening.text, closing.text = "{%tc for cell in row %}", "{%tc endfor %}"
    conditions = ("cell.head and cell.number", "cell.head", "cell.number", "")
    lines = [
        Row("", "{%p " + ("if " if n == 0 else "elif ") + c + " %}") if c else Row("", "{%p else %}")
        for n, c in enumerate(conditions)
    ]
    middle.paragraphs[0].text = lines[0].text
    for n, style in enumerate(row.cells):
        if n:
            middle.add_paragraph(lines[n].text)
        middle.add_paragraph("{{ cell.text }}", style=style)
    middle.add_paragraph("{%p endif %}")


def _indent(table: Any, width: Inches) -> None:
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(width.twips))
    indent.set(qn("w:type"), "dxa")
    later = [c for c in table._tbl.tblPr if c.tag in {qn("w:tblLayout"), qn("w:tblLook")}]
    later[0].addprevious(indent)


def _continuation(document: Any) -> None:
    """Head and foot: the addressee and date from the second page on, the page's number, Rule 83's marks."""
    section = document.sections[0]
    section.first_page_header.paragraphs[0].text = ""
    head = section.header.paragraphs[0]
    head.text = "{{ addressee[0] }}"
    section.header.add_paragraph("{{ date }}", style="Header")
    section.header.add_paragraph("", style="Header")
    for foot, numbered in ((section.first_page_footer, False), (section.footer, True)):
        first = foot.paragraphs[0]
        first.style = document.styles["Page Mark"]
        if numbered:
            _field(first, "PAGE")
        foot.add_paragraph("{%p if running_legend %}")
        foot.add_paragraph("{{ running_legend }}", style="Page Mark")
        foot.add_paragraph("{%p endif %}")
        foot.add_paragraph("{%p if control %}")
        _field(foot.add_paragraph("{{ control }}-", style="Page Mark"), 'PAGE \\# "0000"')
        foot.add_paragraph("{%p endif %}")


def _field(paragraph: Any, instruction: str) -> None:
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("shown", "2"), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")._r
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        elif not kind:
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {text} "
            run.append(told)


if __name__ == "__main__":
    place = Path(__file__).parent / "letter.docx"
    place.write_bytes(build())
    sys.stdout.write(f"{place}: {place.stat().st_size} bytes\n")
