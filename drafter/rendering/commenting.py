"""The findings as Word comments in the letter's own file; not a word or a look of the letter changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn

from drafter.domain import Finding, Line, Review
from drafter.rendering.cleaning import opened
from drafter.rendering.docx import INITIALS
from drafter.rendering.packing import AUTHOR, packed
from drafter.rendering.places import P, Place, Text, spots, text_of, within

REFERENCE, CHAR = qn("w:commentReference"), qn("w:fldChar")
STEPS = {"begin": 1, "end": -1}
"""How a field's marks lead into it and out of it: no comment may begin or end inside."""


def commented(data: bytes, lines: Sequence[Line], review: Review, when: datetime) -> bytes:
    """The .docx of those bytes with a Word comment for each finding, at its words where the text holds them,
    else at its lines, else at the letter's first; what was not checked stands in one more comment there.

    `lines` are the letter's lines as they were read from it. Comments and tracked changes that are there stay.
    Raises Unreadable where it is no Word file.
    """
    document = opened(data)
    body: Any = document.element.body
    text = text_of(body)
    where = spots(text, lines)
    for finding in review.findings:
        _attach(document, _place(body, text, where, finding), _told(finding), when)
    if review.unchecked:
        said = "\n".join(("Not checked:", *(f"Whether {u.title} ({u.why})" for u in review.unchecked)))
        _attach(document, _opening(body, text), said, when)
    return packed(document)


def _told(finding: Finding) -> str:
    lead = f"{finding.severity.value.capitalize()} ({finding.check})"
    about = f", comment {finding.comment}" if finding.comment else ""
    return f"{lead}{about}: {finding.message}"


def _place(body: Any, text: Text, where: Sequence[tuple[int, int] | None], finding: Finding) -> Place | None:
    """The words of the finding's evidence, else the lines of its span, else the letter's first line."""
    if finding.span is None:
        return _opening(body, text)
    known = [s for s in where[slice(*finding.span)] if s]
    if not known:
        known = [s for s in where[: finding.span[0]] if s][-1:]  # a footnote: the line that refers to it
    words = finding.evidence.rstrip("…")
    exact = next((w for s in known if (w := within(text, s, words))), None)
    if exact:
        return text.place(*exact)
    return text.place(known[0][0], known[-1][1]) if known else _opening(body, text)


def _opening(body: Any, text: Text) -> Place | None:
    """The first paragraph with words, else the first there is."""
    if text.at:
        paragraph = text.at[0][0]
        last = next(child for p, child in reversed(text.at) if p is paragraph)
        return Place(paragraph, text.at[0][1], paragraph, last)
    paragraph = next(body.iter(P), None)
    return Place(paragraph, None, paragraph, None) if paragraph is not None else None


def _attach(document: Word, place: Place | None, said: str, when: datetime) -> None:
    if place is None:
        return
    comment = document.comments.add_comment(said, AUTHOR, INITIALS)
    element: Any = comment._comment_elm
    element.date = when.astimezone(UTC)
    start, end, run = (_made(place.start, name) for name in ("commentRangeStart", "commentRangeEnd", "r"))
    run.append(_made(place.start, "commentReference"))
    for mark in (start, end, run[0]):
        mark.set(qn("w:id"), str(comment.comment_id))
    if place.first is None:
        place.start.extend((start, end, run))
        return
    _outside(place.first, -1).addprevious(start)
    last = _outside(place.last, 1)
    last.addnext(run)
    last.addnext(end)


def _made(near: Any, name: str) -> Any:
    return near.makeelement(qn(f"w:{name}"))


def _outside(child: Any, way: int) -> Any:
    """The child itself, or the first before it (-1) or after it (1) that stands in no field."""
    depth, siblings = 0, list(child.getparent())
    depths = []
    for sibling in siblings:
        before = depth
        depth += sum(STEPS.get(str(c.get(qn("w:fldCharType"))), 0) for c in sibling.iter(CHAR))
        depths.append((before, depth))
    at = siblings.index(child)
    edge = 0 if way < 0 else 1
    while depths[at][edge] > 0 and 0 <= at + way < len(siblings):
        at += way
    return siblings[at]
