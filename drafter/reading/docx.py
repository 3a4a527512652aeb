"""Word documents to lines, from the package's own XML; nothing in it is run or fetched."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.domain import Line
from drafter.errors import TooLarge, Unreadable
from drafter.reading.bounds import LETTER, Bounds
from drafter.reading.looks import BULLET, Run, line
from drafter.reading.tables import Cell, Paragraph, Row, laid_out

MAX_DEPTH = 200

PACKED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""How Word packs its parts; other ways may take any amount of memory to unpack."""

DAMAGE = (
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the unpacking of a damaged, locked or strangely packed file raises."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset(("0", "false", "off", "none"))
UNSEEN = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sectPr", f"{W}instrText", f"{W}tblPr")
)
"""What a reader of the page does not see: deletions, properties, field codes."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LOOKS = (("bold", "b"), ("italic", "i"), ("underlined", "u"), ("hidden", "vanish"), ("struck", "strike"))
ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

Node = etree._Element
Looks = dict[str, bool]


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts ("decimal"), and its pattern ("%1.")."""

    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class _Package:
    """A document's styles, lists and notes, and how far each list has counted."""

    styles: dict[str, Node] = field(default_factory=dict)
    default: str = ""
    lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    notes: dict[str, Node] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)


def _value(node: Node | None, default: str = "") -> str:
    return default if node is None else str(node.get(f"{W}val", default))


def _whole(text: str, default: int = 0) -> int:
    """The whole number a text says; `default` where it says none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


def _part(package: zipfile.ZipFile, name: str, bounds: Bounds) -> Node | None:
    """A part of the package as XML; None where it has none of that name."""
    try:
        told = package.getinfo(name)
    except KeyError:
        return None
    what = bounds.what
    if told.file_size > bounds.part_bytes:
        raise TooLarge(
            f"This Word file unpacks to more than a {what} holds: save the {what} alone and retry."
        )
    if told.compress_type not in PACKED:
        raise Unreadable("This Word file is packed in a way that Word does not use: save it anew and retry.")
    content = package.read(told)
    if content.count(b"<") > bounds.part_tags:
        raise TooLarge(f"This Word file holds more than any {what}: save the {what} alone and retry.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def _by_id(root: Node | None, tag: str, key: str) -> dict[str, Node]:
    return {str(n.get(W + key, "")): n for n in root.iter(W + tag)} if root is not None else {}


def _levels(node: Node) -> dict[int, _Level]:
    return {
        _whole(str(lvl.get(f"{W}ilvl", "0"))): _Level(
            _whole(_value(lvl.find(f"{W}start"), "1"), 1),
            _value(lvl.find(f"{W}numFmt"), "decimal"),
            _value(lvl.find(f"{W}lvlText")),
        )
        for lvl in node.iter(f"{W}lvl")
    }


def _lists(root: Node | None) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Each list by its number: the counter that it shares with others, and its levels."""
    abstract = _by_id(root, "abstractNum", "abstractNumId")
    out: dict[str, tuple[str, dict[int, _Level]]] = {}
    for key, node in _by_id(root, "num", "numId").items():
        shared = _value(node.find(f"{W}abstractNumId"))
        levels = _levels(abstract[shared]) if shared in abstract else {}
        begun = node.find(f"{W}lvlOverride/{W}startOverride")
        if begun is not None and 0 in levels:
            levels[0] = _Level(_whole(_value(begun), 1), levels[0].form, levels[0].pattern)
        out[key] = (key if begun is not None else f"shared {shared}", {**levels, **_levels(node)})
    return out


def _said(properties: Node | None) -> Looks:
    """The looks that a set of run properties says; a look that it does not name is missing."""
    if properties is None:
        return {}
    found = ((look, properties.find(W + tag)) for look, tag in LOOKS)
    return {look: _value(node, "1") not in OFF for look, node in found if node is not None}


def _styled(package: _Package, style: str) -> Looks:
    """The looks of a style, those of the styles that it is based on included."""
    said: Looks = {}
    for node in _lineage(package, style):
        said = {**_said(node.find(f"{W}rPr")), **said}
    return said


def _lineage(package: _Package, style: str) -> Iterator[Node]:
    seen: set[str] = set()
    while style in package.styles and style not in seen:
        seen.add(style)
        yield package.styles[style]
        style = _value(package.styles[style].find(f"{W}basedOn"))


def _roman(number: int) -> str:
    out = ""
    for worth, sign in (*ROMANS, *ROMAN_ONES):
        while number >= worth:
            out, number = out + sign, number - worth
    return out


def _counted(number: int, form: str) -> str:
    """A count as its list writes it."""
    letters = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 3) if number > 0 else "0"
    small = {"lowerLetter": letters, "upperLetter": letters, "lowerRoman": _roman(min(number, 3999))}
    small["upperRoman"] = small["lowerRoman"]
    text = small.get(form, str(number))
    return text.upper() if form.startswith("upper") else text


def _label(package: _Package, paragraph: Node) -> str:
    """The number or bullet that Word sets before a paragraph of a list; "" where it sets none."""
    places = [paragraph.find(f"{W}pPr/{W}numPr")]
    style = _value(paragraph.find(f"{W}pPr/{W}pStyle"), package.default)
    places += [node.find(f"{W}pPr/{W}numPr") for node in _lineage(package, style)]
    at = next((p for p in places if p is not None), None)
    if at is None:
        return ""
    counter, levels = package.lists.get(_value(at.find(f"{W}numId")), ("", {}))
    depth = _whole(_value(at.find(f"{W}ilvl"), "0"))
    if depth not in levels or levels[depth].form == "none":
        return ""
    if levels[depth].form == "bullet":
        return BULLET
    _count(package, counter, depth, levels[depth].start)
    text = levels[depth].pattern
    for n, level in levels.items():
        text = text.replace(f"%{n + 1}", _counted(package.counts.get((counter, n), level.start), level.form))
    return text


def _count(package: _Package, counter: str, depth: int, start: int) -> None:
    """Count one on at that depth, and begin anew below it."""
    package.counts[counter, depth] = package.counts.get((counter, depth), start - 1) + 1
    for key in [k for k in package.counts if k[0] == counter and k[1] > depth]:
        del package.counts[key]


def _signs(run: Node) -> str:
    """What a run prints, a line break as a line break."""
    printed = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": BULLET, "ptab": " "}
    parts = []
    for node in run:
        name = str(node.tag).removeprefix(W)
        parts.append((node.text or "") if name == "t" else printed.get(name, ""))
    return "".join(parts)


def _within(node: Node, tags: frozenset[str], depth: int = 0) -> Iterator[Node]:
    """The outermost descendants of those tags that a reader of the page sees, in order."""
    if depth > MAX_DEPTH:
        raise TooLarge("This Word file nests too deeply for a letter: save it as text and retry.")
    for child in node:
        if child.tag in tags:
            yield child
        elif isinstance(child.tag, str) and child.tag not in UNSEEN and child.tag != FALLBACK:
            yield from _within(child, tags, depth + 1)


def _paragraphs(package: _Package, paragraph: Node) -> list[Paragraph]:
    """A Word paragraph as one paragraph for each of its line breaks, its footnotes after it."""
    style = _styled(package, _value(paragraph.find(f"{W}pPr/{W}pStyle"), package.default))
    label = _label(package, paragraph)
    rows: list[Paragraph] = [[Run(f"{label} ")] if label else []]
    notes: list[Paragraph] = []
    for node in _within(paragraph, frozenset((f"{W}r",))):
        said = _said(node.find(f"{W}rPr"))
        own = _styled(package, _value(node.find(f"{W}rPr/{W}rStyle")))
        looks = {**style, **own, **said}
        unseen = [looks.pop(look, False) for look in ("hidden", "struck")]
        if any(unseen):
            continue
        head, *rest = _signs(node).split("\n")
        rows[-1].append(Run(head, **looks))
        rows += [[Run(part, **looks)] for part in rest]
        for mark in node.iter(f"{W}footnoteReference"):
            notes += _note(package, rows[-1], str(mark.get(f"{W}id", "")))
    return rows + notes


def _note(package: _Package, row: Paragraph, key: str) -> list[Paragraph]:
    """The paragraphs of a footnote, its number set where it is referred to and before its text."""
    note = package.notes.pop(key, None)
    if note is None:
        return []
    number = package.counts["footnote", 0] = package.counts.get(("footnote", 0), 0) + 1
    row.append(Run(str(number)))
    first, *more = [p for n in note.iter(f"{W}p") for p in _paragraphs(package, n)] or [[]]
    return [[Run(f"{number} "), *first], *more]


def _rows(package: _Package, table: Node) -> list[Row]:
    return [
        Row([_cell(package, cell) for cell in _within(row, frozenset((f"{W}tc",)))])
        for row in _within(table, frozenset((f"{W}tr",)))
    ]


def _cell(package: _Package, cell: Node) -> Cell:
    """The paragraphs of a cell, with those of tables inside it."""
    out: Cell = []
    for block in _within(cell, frozenset((f"{W}p", f"{W}tbl"))):
        if block.tag == f"{W}p":
            out += [p for p in _paragraphs(package, block) if any(r.text.strip() for r in p)]
        else:
            out += [laid.runs for laid in laid_out(_rows(package, block))]
    return out


def _opened(data: bytes, bounds: Bounds) -> tuple[Node, _Package]:
    """The document's body, and what is needed to read it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = _part(package, "word/document.xml", bounds)
        if document is None:
            raise Unreadable("This is a zip file and no Word document: unpack it and give the letter inside.")
        styles = _part(package, "word/styles.xml", bounds)
        read = _Package(
            styles=_by_id(styles, "style", "styleId"),
            lists=_lists(_part(package, "word/numbering.xml", bounds)),
            notes=_by_id(_part(package, "word/footnotes.xml", bounds), "footnote", "id"),
        )
    paragraph_styles = (s for s in read.styles.values() if s.get(f"{W}type") == "paragraph")
    read.default = next(
        (str(s.get(f"{W}styleId")) for s in paragraph_styles if s.get(f"{W}default") == "1"), ""
    )
    return document, read


def lines(data: bytes, bounds: Bounds = LETTER) -> list[Line]:
    """The lines of a Word document's body, footnotes after the paragraph that refers to them.

    Insertions are read; deletions, words struck through and hidden text are not. Raises TooLarge when it
    unpacks to too much.
    """
    try:
        document, package = _opened(data, bounds)
    except DAMAGE as broken:
        raise Unreadable(
            "This Word file is damaged or locked: open it in Word, save it anew and retry."
        ) from broken
    out: list[Line | None] = []
    tables = 0
    for block in _within(document, frozenset((f"{W}p", f"{W}tbl"))):
        if block.tag == f"{W}p":
            out += [line(p) for p in _paragraphs(package, block)]
            continue
        laid = list(laid_out(_rows(package, block)))
        tables += any(made.figures for made in laid)
        out += [line(made.runs, tables if made.figures else None) for made in laid]
    return [made for made in out if made]
