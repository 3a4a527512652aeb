"""A new draft laid into the letter that counsel has edited: only answers left untouched are replaced."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.run import Run

from drafter.domain import Answer, Draft, Finding, Passage, Severity
from drafter.errors import Refused
from drafter.formats import Format
from drafter.rendering.cleaning import accepted_text, opened
from drafter.rendering.compose import NOTHING
from drafter.rendering.docx import attach_note, render
from drafter.rendering.dressing import dressed
from drafter.rendering.margin import marginal_notes
from drafter.rendering.marking import number_blanks
from drafter.rendering.packing import AUTHOR, settled

COMMENT, LABEL, GAP = "Staff Comment", "Response Label", "After Table"
ENDS = ("Heading Carried Over", "Break", "Closing")
"""Paragraph styles after which an answer is over."""

NUMBER = re.compile(r"^\s*(\w+)\.\s")
WORDS = re.compile(r"\w+|[●$%]")
"""What an answer says, apart from bullets, cells and white space: "The", "5", "%", "●"."""

MINE = "counsel"
"""The source of words that counsel wrote into an earlier draft."""

TOUCHES = tuple(
    qn(f"w:{n}")
    for n in (
        *("ins", "del", "b", "i", "u", "strike", "highlight", "color"),
        *("footnoteReference", "endnoteReference", "hyperlink", "drawing", "pict", "object", "fldSimple"),
    )
)
"""Tracked changes, looks of single words, notes at the foot, links and pictures: no answer of ours has them."""

NOTE_MARKS = tuple(qn(f"w:{n}") for n in ("commentRangeStart", "commentRangeEnd", "commentReference"))
STYLES = tuple(qn(f"w:{n}") for n in ("pStyle", "rStyle", "tblStyle"))


@dataclass(frozen=True, slots=True)
class Redrafted:
    """An edited letter with a new draft laid in. `kept` and `replaced` are numbers of comments."""

    letter: bytes
    draft: Draft
    kept: tuple[str, ...]
    replaced: tuple[str, ...]


@dataclass(slots=True)
class _Section:
    """One comment of a Word letter, and the paragraphs and tables of its answer."""

    number: str
    answer: list[Any] = field(default_factory=list)


def redraft(edited: bytes, before: Mapping[str, Any], new: Draft, form: Format | None = None) -> Redrafted:
    """The edited .docx with the new draft's answers where counsel changed nothing.

    `before` is the review JSON written beside the letter that was edited. Whatever else counsel changed in the
    letter stays as well. The draft's findings say which answers were kept, and which comments the letter no
    longer shows. Raises Unreadable, and Refused where the letter has not our paragraph styles.
    """
    document = opened(edited)
    sections = {s.number: s for s in _sections(document)}
    if not sections:
        raise Refused(
            "No comment was found in the edited letter by its paragraph styles, so its answers "
            "cannot be told "
            "from the old draft. Draft to another file, and compare the two in Word."
        )
    old = {a["number"]: a for a in before.get("answers", ())}
    kept = tuple(n for n, s in sections.items() if n not in old or _touched(s, old[n], _others(document)))
    shown = [a for a in new.answers if a.comment.number in sections]
    replaced = tuple(a.comment.number for a in shown if a.comment.number not in kept)
    merged = replace(
        new,
        answers=tuple(
            _kept(a, sections[a.comment.number], old) if a.comment.number in kept else a for a in shown
        ),
        findings=(*_said(new, sections, kept, old), *new.findings),
    )
    _lay_in(document, sections, new, replaced, form or Format())
    return Redrafted(settled(document, new.provenance.drafted), merged, kept, replaced)


def _sections(document: Word) -> Iterator[_Section]:
    names = {s.style_id: s.name or "" for s in document.styles}
    section: _Section | None = None
    for element in document.element.body:
        style = _style(element, names)
        number = NUMBER.match(accepted_text(element)) if style == COMMENT else None
        if number or style in ENDS:
            if section:
                yield section
            section = _Section(number[1]) if number else None
        elif section and _answers(style, section):
            section.answer.append(element)
    if section:
        yield section


def _answers(style: str, section: _Section) -> bool:
    """Whether a paragraph or table of that style belongs to the section's answer."""
    recital = style.startswith(COMMENT) or (style == GAP and not section.answer)
    return not recital and style != LABEL


def _style(element: Any, names: Mapping[str, str]) -> str:
    """The name of the style of a paragraph, or of a table's first paragraph."""
    found = next(element.iter(qn("w:pStyle")), None)
    return names.get(found.get(qn("w:val")), "") if found is not None else ""


def _others(document: Word) -> frozenset[str]:
    """The ids of Word comments that others than we wrote."""
    return frozenset(str(c.comment_id) for c in document.comments if c.author != AUTHOR)


def _touched(section: _Section, old: Mapping[str, Any], others: frozenset[str]) -> bool:
    """Whether counsel changed the answer's words or looks, or wrote a comment on it, now or before."""
    if any(MINE in p["sources"] for p in old["passages"]):
        return True
    if WORDS.findall(_text(section)) != WORDS.findall(old["text"] or NOTHING):
        return True
    parts = [e for element in section.answer for e in element.iter()]
    noted = any(e.tag in NOTE_MARKS and e.get(qn("w:id")) in others for e in parts)
    return noted or any(e.tag in TOUCHES for e in parts)


def _text(section: _Section) -> str:
    """The answer's words as they stand, a table's cells joined by " | "."""
    return "\n\n".join(filter(None, map(_said_by, section.answer)))


def _said_by(element: Any) -> str:
    if element.tag != qn("w:tbl"):
        return accepted_text(element).replace("\t", " ").strip()
    rows = element.iter(qn("w:tr"))
    return "\n".join(
        " | ".join(" ".join(map(accepted_text, c.iter(qn("w:p")))) for c in r.iter(qn("w:tc"))) for r in rows
    )


def _kept(answer: Answer, section: _Section, old: Mapping[str, Any]) -> Answer:
    """The new answer with counsel's words for its own; the requests answered before stay answered."""
    passages = old.get(section.number, {}).get("passages", ())
    answered = sorted({i for p in passages for i in p["answers"] if i < len(answer.requests)})
    return replace(answer, passages=(Passage(_text(section), (MINE,), tuple(answered)),))


def _said(
    new: Draft, sections: Mapping[str, _Section], kept: Sequence[str], old: Mapping[str, Any]
) -> Iterator[Finding]:
    """What counsel should know of the merging, comment by comment."""
    known = {a.comment.number: a for a in new.answers}
    for number in kept:
        yield _note(number, f"The answer to comment {number} stays as counsel edited it.", Severity.NOTE)
        if number not in known:
            why = (
                f"The letter answers a comment {number} that the Staff’s letter does not hold. Look at both."
            )
            yield _note(number, why, Severity.WARNING)
        elif number in old and _other_words(old[number]["comment"], known[number].comment.text):
            why = (
                f"Comment {number} has changed since the edited draft. Check that the answer still meets it."
            )
            yield _note(number, why, Severity.WARNING)
    for number in known:
        if number not in sections:
            why = f"The edited letter does not show comment {number}, so its answer was not laid in. Restore it."
            yield _note(number, why, Severity.ERROR)


def _other_words(one: str, other: str) -> bool:
    return WORDS.findall(one) != WORDS.findall(other)


def _note(number: str, message: str, severity: Severity) -> Finding:
    return Finding(
        "redraft.kept" if severity is Severity.NOTE else "redraft.check", severity, message, number
    )


def _lay_in(
    document: Word, sections: Mapping[str, _Section], new: Draft, numbers: Sequence[str], form: Format
) -> None:
    letter = dressed(new, form)
    fresh_document = opened(render(letter))
    fresh = {s.number: s for s in _sections(fresh_document)}
    notes = {item.number: marginal_notes(item) for item in letter.items}
    styles = _same_styles(fresh_document, document)
    laid: dict[str, list[Any]] = {}
    for number in (n for n in numbers if n in fresh):
        laid[number] = [_bare(copy.deepcopy(e), styles) for e in fresh[number].answer]
        _swap(sections[number].answer, laid[number])
    _drop_orphans(document)
    for number, elements in laid.items():
        runs = [Run(r, document._body) for e in elements[:1] for r in e.iter(qn("w:r"))]
        for note in notes[number] if runs else ():
            attach_note(document, (runs[0], runs[-1]), note, letter)
    for mark in [b for b in document.element.body.iter(qn("w:bookmarkStart")) if _is_blank(b)]:
        _remove_bookmark(document, mark)
    number_blanks(document)


def _same_styles(fresh: Word, document: Word) -> dict[str, str]:
    """The ids of styles in the edited letter by their ids in the fresh one."""
    known = {s.name: s.style_id for s in document.styles}
    return {s.style_id: known[s.name] for s in fresh.styles if s.name in known}


def _bare(element: Any, styles: Mapping[str, str]) -> Any:
    """The element without notes and bookmarks, its styles those of the edited letter."""
    for name in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd"):
        for mark in list(element.iter(qn(f"w:{name}"))):
            mark.getparent().remove(mark)
    for reference in list(element.iter(qn("w:commentReference"))):
        run = reference.getparent()
        run.getparent().remove(run)
    for mark in [m for m in element.iter() if m.tag in STYLES]:
        mark.set(qn("w:val"), styles.get(mark.get(qn("w:val")), mark.get(qn("w:val"))))
    return element


def _swap(old: Sequence[Any], new: Sequence[Any]) -> None:
    for element in new:
        old[0].addprevious(element)
    for element in old:
        element.getparent().remove(element)


def _drop_orphans(document: Word) -> None:
    """Take out our own notes that no longer stand beside anything, and marks whose note is gone."""
    body: Any = document.element.body
    anchored = {r.get(qn("w:id")) for r in body.iter(qn("w:commentReference"))}
    for note in list(document.comments):
        if note.author == AUTHOR and str(note.comment_id) not in anchored:
            element: Any = note._comment_elm
            element.getparent().remove(element)
    left = {str(c.comment_id) for c in document.comments}
    for mark in [m for m in body.iter() if m.tag in NOTE_MARKS and m.get(qn("w:id")) not in left]:
        mark.getparent().remove(mark)


def _is_blank(mark: Any) -> bool:
    return str(mark.get(qn("w:name"))).startswith("Blank_")


def _remove_bookmark(document: Word, start: Any) -> None:
    ends: Any = document.element.body.iter(qn("w:bookmarkEnd"))
    for end in [e for e in ends if e.get(qn("w:id")) == start.get(qn("w:id"))]:
        end.getparent().remove(end)
    start.getparent().remove(start)
