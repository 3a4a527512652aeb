"""Lines laid out as a filing: paragraphs that run over pages joined, and the parts that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Line
from drafter.filings.filed import Filed, Paragraph, Part
from drafter.filings.printed import Sheet, sheets

LONGEST_HEADING = 160
ENDED = re.compile(r"[.:;!?]\W*$")
GOES_ON = re.compile(r"[a-z($]|\d")
"""How the rest of a paragraph begins on the next page."""

ITEM = re.compile(
    r"(?:part\s+[ivx]+\s*[,.–—-]*\s*)?item\s*(?P<number>\d{1,2}[a-k]?)(?![\d(])\s*[.:|–—-]*\s*(?P<title>.*)",
    re.I,
)
"""The heading of an Item: "Item 7A. Quantitative and Qualitative Disclosures", "PART II, ITEM 7 | ..."."""

NOTE = re.compile(
    r"(?:(?P<named>notes?)\s+(?P<number>\d{1,2})|\(?(?P<bare>\d{1,2})[.)])\s*[.:)|–—-]*\s*(?P<title>.*)", re.I
)
"""The heading of a Note: "Note 13. Segments", "NOTE 13 - SEGMENTS"; among the Notes also "13. Segments"."""

TURNED = re.compile(r"\|\s*(?:[A-Z]-)?\d{1,3}\s*$")
"""A row of a table of contents, which ends in a page number."""

NOTES_BEGIN = re.compile(r"notes\s+to\b.*\bfinancial\s+statements?", re.I)
AFTER_NOTES = re.compile(
    r"schedule\s+[IVX\d]|report\s+of\s+independent|signatures?$|exhibits?\b|index\s+to|supplement", re.I
)
"""Headings that end the last Note: "Schedule II", "SIGNATURES"."""

CONTINUED = re.compile(r"\s*[-–—]?\s*\((?:continued|cont[’'.]?d?\.?)\)\s*", re.I)


def filed(lines: Sequence[Line]) -> Filed:
    """The filing that these lines make up; what it does not print (pages, Items, Notes) is empty."""
    paragraphs, pages = _paragraphs(sheets(lines))
    items = _longest(_items(paragraphs), len(paragraphs), "item")
    stops = [i for i, p in enumerate(paragraphs) if p.heading and AFTER_NOTES.match(p.text)]
    stops += [p.start for p in items.values()]
    notes = _longest(_notes(paragraphs), len(paragraphs), "note", stops)
    return Filed(tuple(paragraphs), pages, items, notes)


def _paragraphs(pages: Sequence[Sheet]) -> tuple[list[Paragraph], dict[str, Part]]:
    paragraphs: list[Paragraph] = []
    parts: dict[str, Part] = {}
    for sheet in pages:
        start = len(paragraphs)
        rows = list(_laid(sheet))
        if rows and paragraphs and _runs_over(paragraphs[-1], rows[0]):
            last, first = paragraphs.pop(), rows.pop(0)
            start -= 1
            paragraphs.append(replace(last, text=f"{last.text} {first.text}", pages=last.pages + first.pages))
        paragraphs += rows
        if sheet.label and sheet.label not in parts:
            source, name = f"filing:p{sheet.label}", f"page {sheet.label}"
            parts[sheet.label] = Part(source, name, "", start, len(paragraphs))
    return paragraphs, parts


def _laid(sheet: Sheet) -> Iterator[Paragraph]:
    pages = (sheet.label,) if sheet.label else ()
    for line in (part for whole in sheet.lines for part in _run_in(whole)):
        yield Paragraph(line.text, pages, line.table, _is_heading(line))


def _run_in(line: Line) -> tuple[Line, ...]:
    """The line; a heading of an Item or Note that runs into its text apart from it."""
    head = line.text[: line.lead].rstrip()
    if not head or line.lead >= len(line.text) or not re.match(r"(?:item|note)\s+\d", head, re.I):
        return (line,)
    return replace(line, text=head, bold=True), replace(line, text=line.text[line.lead :].strip(), lead=0)


def _is_heading(line: Line) -> bool:
    if line.table is not None or len(line.text) > LONGEST_HEADING:
        return False
    if re.match(r"(?:item|note)\s+\d", line.text, re.I) and not re.search(r"[a-z]\.$", line.text):
        return True
    set_apart = line.bold or line.underlined or line.italic or line.text.isupper()
    return set_apart and bool(re.search(r"[A-Za-z]{3}", line.text)) and not re.search(r"[;,]$", line.text)


def _runs_over(last: Paragraph, first: Paragraph) -> bool:
    """Whether the first paragraph of a page goes on with the last one of the page before."""
    prose = last.table is None and first.table is None and not last.heading and not first.heading
    return prose and not ENDED.search(last.text) and bool(GOES_ON.match(first.text))


_Heading = tuple[int, str, str]
"""Where a part begins, its number, and its title."""


def _items(paragraphs: Sequence[Paragraph]) -> Iterator[_Heading]:
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if not text[:5].lower().startswith(("item", "part")) or len(text) > 2 * LONGEST_HEADING:
            continue
        found = ITEM.match(text)
        if found and _is_title(found["title"], paragraph):
            yield at, found["number"].upper(), _title(found["title"])


def _is_title(title: str, paragraph: Paragraph) -> bool:
    """Whether what follows a number is a title and no sentence, and no row of a table of contents."""
    if TURNED.search(paragraph.text) or not re.match(r"\W*(?:[A-Z]|$)", title):
        return False
    return paragraph.heading or paragraph.table is not None or len(title) < LONGEST_HEADING


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[_Heading]:
    among = False
    for at, paragraph in enumerate(paragraphs):
        among = among or (paragraph.heading and bool(NOTES_BEGIN.search(paragraph.text)))
        found = NOTE.match(paragraph.text)
        if found is None or CONTINUED.search(paragraph.text):
            continue
        named = found["named"] and (paragraph.heading or paragraph.table is not None)
        if (named or (among and paragraph.heading)) and _is_title(found["title"], paragraph):
            yield at, str(int(found["number"] or found["bare"])), _title(found["title"])


def _title(said: str) -> str:
    return CONTINUED.sub("", said).strip(" |.:–—-")


def _longest(headings: Iterator[_Heading], end: int, kind: str, stops: Sequence[int] = ()) -> dict[str, Part]:
    """Of each number the heading over the longest stretch: the others are contents and cross-references."""
    found = list(headings)
    starts = sorted({*(at for at, _, _ in found), *stops, end})
    following = dict(pairwise(starts))
    best: dict[str, Part] = {}
    for at, number, title in found:
        part = Part(f"filing:{kind}{number}", f"{kind.title()} {number}", title, at, following[at])
        if number not in best or part.end - part.start > best[number].end - best[number].start:
            best[number] = part
    return dict(sorted(best.items(), key=lambda row: row[1].start))
