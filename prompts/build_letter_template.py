"""Builds letter.docx, the Word template of the response letter, from the styles and paragraphs below.

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
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from drafter.rendering.packing import settled

FACE = "Times New Roman"
MADE = datetime(2026, 1, 1)
KEPT = {"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"}


@dataclass(frozen=True)
class Look:
    """A paragraph style: lengths in inches, spaces and size in points; `tab` is where its tab stop stands."""

    base: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    align: WD_ALIGN_PARAGRAPH | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    tab: float | None = None
    keep: bool | None = None
    rule: bool = False


LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
RIGHT, BOTH = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY

STYLES = {
    "Legend": Look(size=9.5, bold=True, align=CENTER, after=4),
    "Letterhead Name": Look(size=15, bold=True, caps=True, align=CENTER, after=2, keep=True),
    "Letterhead": Look(size=9.5, align=CENTER, after=0),
    "Letterhead Rule": Look(size=4, after=14, rule=True),
    "Date": Look(after=12),
    "Delivery": Look(bold=True, underline=True, after=12),
    "Addressee": Look(after=0),
    "Attention": Look(left=1.0, first=-1.0, after=0, tab=1.0),
    "Re Block": Look(bold=True, left=1.0, first=-0.5, after=0, tab=1.0),
    "Salutation": Look(before=14, after=10, keep=True),
    "Body": Look(align=BOTH, after=10),
    "Heading Carried Over": Look(bold=True, underline=True, before=4, after=8, keep=True),
    "Staff Comment": Look(bold=True, italic=True, align=BOTH, left=0.5, first=-0.5, after=8, tab=0.5),
    "Staff Comment Continued": Look("Staff Comment", first=0),
    "Staff Comment Bullet": Look("Staff Comment", left=0.85, first=-0.35, after=5, tab=0.85),
    "Staff Comment Table": Look("Staff Comment", size=10, align=LEFT, first=0, left=0, before=1, after=1),
    "Staff Comment Number": Look("Staff Comment Table", align=RIGHT),
    "Staff Comment Head": Look("Staff Comment Table", keep=True, rule=True),
    "Staff Comment Head Number": Look("Staff Comment Head", align=RIGHT),
    "Response Label": Look(bold=True, underline=True, before=8, after=6, keep=True),
    "Response": Look("Body"),
    "Response Bullet": Look("Response", left=0.5, first=-0.25, after=6, tab=0.5),
    "Proposed Disclosure": Look("Body", left=0.5, right=0.5),
    "Proposed Disclosure Bullet": Look("Proposed Disclosure", left=0.85, first=-0.25, after=6, tab=0.85),
    "Table Text": Look(size=10, before=1, after=1),
    "Table Number": Look("Table Text", align=RIGHT),
    "Table Head": Look("Table Text", bold=True, keep=True, rule=True),
    "Table Head Number": Look("Table Head", align=RIGHT),
    "After Table": Look(size=5, after=4, line=6),
    "Break": Look(align=CENTER, before=6, after=12),
    "Closing": Look(left=3.25, before=10, after=14, keep=True),
    "Signature": Look(left=3.25, after=0, keep=True),
    "Signature Line": Look("Signature", before=20),
    "cc": Look(left=0.5, first=-0.5, after=0, tab=0.5),
    "Page Mark": Look(size=9, align=CENTER, after=0),
}  # fmt: skip

CHARACTERS = {
    "Blank": {"shade": "FFF200"},
    "Defined Term": {"bold": True},
    "Inserted": {"underline": True},
    "Deleted": {"strike": True},
    "Inserted Blank": {"shade": "FFF200", "underline": True},
}


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
    for name, look in STYLES.items():
        _style(document, name, look)
    for name, marks in CHARACTERS.items():
        _character(document, name, marks)
    _comment_styles(document)
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
    _face(normal, 11)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for name in ("Header", "Footer"):
        _face(document.styles[name], 9)


def _face(style: Any, size: float) -> None:
    style.font.name, style.font.size = FACE, Pt(size)
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FACE)


def _style(document: Any, name: str, look: Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[look.base]
    style.quick_style = True
    font, form = style.font, style.paragraph_format
    font.size = Pt(look.size) if look.size else None
    font.bold, font.italic, font.small_caps, font.underline = (
        look.bold,
        look.italic,
        look.caps,
        look.underline,
    )
    form.alignment, form.keep_with_next = look.align, look.keep
    form.left_indent, form.right_indent = _inches(look.left), _inches(look.right)
    form.first_line_indent = _inches(look.first)
    form.space_before, form.space_after = _points(look.before), _points(look.after)
    form.line_spacing = _points(look.line)
    if look.tab:
        form.tab_stops.add_tab_stop(Inches(look.tab), WD_TAB_ALIGNMENT.LEFT)
    if look.rule:
        _rule(style)


def _inches(length: float | None) -> Inches | None:
    return None if length is None else Inches(length)


def _points(length: float | None) -> Pt | None:
    return None if length is None else Pt(length)


def _rule(style: Any) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "444444")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties = style.element.get_or_add_pPr()
    later = [
        c for c in properties if c.tag not in {qn("w:keepNext"), qn("w:keepLines"), qn("w:widowControl")}
    ]
    later[0].addprevious(borders) if later else properties.append(borders)


def _character(document: Any, name: str, marks: dict[str, Any]) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.quick_style = True
    for look in ("bold", "underline", "strike"):
        setattr(style.font, look, marks.get(look))
    if "shade" in marks:  # Word ignores a highlight inside a style, and honours shading
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", marks["shade"])):
            shade.set(qn(f"w:{key}"), value)
        style.element.get_or_add_rPr().append(shade)


def _comment_styles(document: Any) -> None:
    text = document.styles.add_style("annotation text", WD_STYLE_TYPE.PARAGRAPH)
    text.style_id, text.base_style, text.font.size = "CommentText", document.styles["Normal"], Pt(10)
    reference = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER)
    reference.style_id, reference.font.size = "CommentReference", Pt(8)


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
