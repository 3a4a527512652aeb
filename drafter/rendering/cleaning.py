"""A letter made ready to leave the house: no notes, no metadata, no tracked changes, and no blank left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.domain import BLANK
from drafter.errors import Refused, Unreadable
from drafter.rendering.packing import packed, properties_of

NOTED = re.compile(r"/(?:comments\w*|people|customXml|custom-properties|thumbnail|glossaryDocument)$")
"""Relations to what a letter does not need: notes, who wrote them, properties of the firm's own."""

DELETED = "Deleted"
"""The character style of filed words that proposed disclosure deletes."""

FILLED = {"Blank": "", "Inserted Blank": "Inserted"}
"""The character style that takes the place of a blank's once it is filled, "" for none."""

STRUCK = ("del", "moveFrom")
ADDED = ("ins", "moveTo")
GONE = (
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange"),
    *("tblGridChange", "tblPrExChange", "rsids", "trackRevisions", "docVars", "attachedTemplate"),
)
"""Elements that hold notes, earlier looks or the machine's traces."""

PROPERTIES = ("author", "last_modified_by", "comments", "keywords", "category", "subject", "title", "version",
              "content_status", "identifier")  # fmt: skip
TRACES = re.compile(rb"<(Template|Manager|Company|TotalTime|HyperlinkBase)>[^<]*</\1>")
"""What docProps/app.xml tells of a firm and its hours."""

PANEL = re.compile(r'<aside class="notes">.*?</aside>\n?|<a class="to-notes"[^>]*></a>\n?', re.S)
"""The notes for counsel in a letter as HTML, and the marks that lead to them."""


def clean(data: bytes, suffix: str, when: datetime) -> bytes:
    """The letter of that format without comments, metadata and tracked changes, which are accepted.

    Its properties say `when`. Raises Refused, listing them, where blanks remain; Unreadable where a .docx
    cannot be opened.
    """
    cleaner = CLEANERS.get(suffix.lower())
    if cleaner:
        return cleaner(data, when)
    _refuse(data.decode("utf-8"))
    return data


def _clean_html(data: bytes, when: datetime) -> bytes:
    text = PANEL.sub("", data.decode("utf-8")).replace(": response letter (draft)</title>", "</title>")
    _refuse(unescape(text))
    return text.encode("utf-8")


def _clean_docx(data: bytes, when: datetime) -> bytes:
    document = opened(data)
    foot = {part: parse_xml(part.blob) for part in _noted_at_foot(document)}
    roots = [*(part.element for part in _parts(document)), *foot.values()]
    for root in roots:
        _accept(root)
    _refuse("\n".join(accepted_text(p) for root in roots for p in root.iter(qn("w:p"))))
    _drop_parts(document)
    looks = {document.styles[name].style_id: over for name, over in FILLED.items() if name in document.styles}
    for root in (*roots, document.settings.element):
        _strip(root)
        _settle(root, looks)
    for part, root in foot.items():
        part._blob = serialize_part_xml(root)
    properties = properties_of(document)
    for name in PROPERTIES:
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = when.astimezone(UTC).replace(tzinfo=None)
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = TRACES.sub(b"", part.blob)
    return packed(document)


CLEANERS: Mapping[str, Callable[[bytes, datetime], bytes]] = {".docx": _clean_docx, ".html": _clean_html}
"""How a letter is cleaned, by its suffix; markdown and plain text hold nothing but the letter."""


def opened(data: bytes) -> Word:
    """The Word document of those bytes. Raises Unreadable."""
    try:
        return docx.Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(f"This is no Word document ({error}). Save it in Word as .docx.") from None


def accepted_text(paragraph: Any) -> str:
    """The paragraph's words as they stand with every tracked change accepted, filed words that proposed
    disclosure deletes left out.
    """
    return "".join(
        t.text or ("\t" if t.tag == qn("w:tab") else "")
        for t in paragraph.iter(qn("w:t"), qn("w:tab"))
        if not any(map(_is_gone, t.iterancestors()))
    )


def _is_gone(element: Any) -> bool:
    """Whether what stands in the element is deleted, or no text but a tab stop."""
    style = element.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") if element.tag == qn("w:r") else None
    struck = style is not None and style.get(qn("w:val")) == DELETED
    return struck or element.tag in {*(qn(f"w:{s}") for s in STRUCK), qn("w:tabs")}


def _refuse(text: str) -> None:
    """Raises Refused where the text has blanks."""
    left = [f"“{(m[1] or '').strip() or 'not described'}”" for m in BLANK.finditer(text)]
    left += ["“●” without brackets"] * BLANK.sub("", text).count("●")
    if left:
        many = f"{len(left)} blanks remain" if len(left) > 1 else "A blank remains"
        raise Refused(f"{many}: {'; '.join(left)}. Fill each of them, then make the clean letter.")


def _parts(document: Word) -> Iterator[Any]:
    """The parts that hold text of the letter: the body, headers and footers."""
    yield document.part
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part


def _noted_at_foot(document: Word) -> Iterator[Any]:
    """The parts with footnotes and endnotes, which are bytes to python-docx."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")):
            yield relation.target_part


def _drop_parts(document: Word) -> None:
    for owner in (document.part, document.part.package):
        for key in [k for k, r in owner.rels.items() if NOTED.search(r.reltype)]:
            del owner.rels[key]


def _accept(root: Any) -> None:
    """Every tracked change accepted: what was struck goes, what was added stays."""
    for paragraph in list(root.iter(qn("w:p"))):
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
        if mark is not None:
            _join_next(paragraph, mark)
    for row in [
        m.getparent().getparent() for m in root.iter(qn("w:del")) if m.getparent().tag == qn("w:trPr")
    ]:
        row.getparent().remove(row)
    for name in STRUCK:
        for struck in list(root.iter(qn(f"w:{name}"))):
            struck.getparent().remove(struck)
    for name in ADDED:
        for added in list(root.iter(qn(f"w:{name}"))):
            _unwrap(added)


def _join_next(paragraph: Any, mark: Any) -> None:
    """Take out a paragraph whose end was struck: its words, where any stay, open the next paragraph."""
    following = paragraph.getnext()
    if following is None or following.tag != qn("w:p"):
        mark.getparent().remove(mark)
        return
    words = [child for child in paragraph if child.tag != qn("w:pPr")]
    at = 1 if following.find(qn("w:pPr")) is not None else 0
    for child in reversed(words):
        following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def _unwrap(element: Any) -> None:
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)


def _settle(root: Any, looks: Mapping[str, str]) -> None:
    """Give words that filled a blank the looks of those around them, and take out hidden words."""
    for style in list(root.iter(qn("w:rStyle"))):
        over = looks.get(str(style.get(qn("w:val"))))
        if over:
            style.set(qn("w:val"), over)
        elif over == "":
            style.getparent().remove(style)
    for hidden in list(root.iter(qn("w:vanish"))):
        run = hidden.getparent().getparent()
        if run.tag == qn("w:r") and hidden.get(qn("w:val")) not in {"0", "false"}:
            run.getparent().remove(run)


def _strip(root: Any) -> None:
    """Take out notes, earlier looks, marks of blanks and the ids of editing sessions."""
    for name in GONE:
        for element in list(root.iter(qn(f"w:{name}"))):
            run = element.getparent()
            run.remove(element)
            if name == "commentReference" and not any(c.tag != qn("w:rPr") for c in run):
                run.getparent().remove(run)
    for element in list(root.iter()):
        for key in [k for k in element.attrib if "}rsid" in k]:
            del element.attrib[key]
    blanks = [b for b in root.iter(qn("w:bookmarkStart")) if str(b.get(qn("w:name"))).startswith("Blank_")]
    ids = {b.get(qn("w:id")) for b in blanks}
    ends = [e for e in root.iter(qn("w:bookmarkEnd")) if e.get(qn("w:id")) in ids]
    for mark in (*blanks, *ends):
        mark.getparent().remove(mark)
