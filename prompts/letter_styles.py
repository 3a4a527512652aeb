"""The paragraph and character styles of letter.docx, and how they are put into a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

FACE = "Times New Roman"


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


def add_styles(document: Any) -> None:
    """Every style of the letter, and those of Word's comments."""
    for name, look in STYLES.items():
        _style(document, name, look)
    for name, marks in CHARACTERS.items():
        _character(document, name, marks)
    _comment_styles(document)


def face(style: Any, size: float) -> None:
    """Set the style in the letter's type, at that size in points."""
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
