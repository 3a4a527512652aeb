"""Words of a Word letter that bear looks of their own: blanks, changes to filed text, defined terms."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.text.run import Run

from drafter.domain import BLANK
from drafter.filings.comparing import Kind
from drafter.rendering.letter_view import LetterView

FENCES = {Kind.INSERTED: "\ufdd3", Kind.DELETED: "\ufdd4"}
END = "\ufdd5"
CHANGED = {Kind.INSERTED: "Inserted", Kind.DELETED: "Deleted"}
"""The character styles of words inserted into filed text and deleted from it."""

BLANKS = {"": "Blank", "Inserted": "Inserted Blank"}
"""The character style of a blank, by that of the words around it."""


def mark_changes(document: Word) -> None:
    """Set the insertions and deletions off by their character styles; the marks around them go."""
    for root in roots(document):
        for kind, name in CHANGED.items():
            texts = list(root.iter(qn("w:t")))
            _style_all(document, texts, re.compile(f"{FENCES[kind]}[^{END}]*{END}"), name)
        for text in root.iter(qn("w:t")):
            text.text = re.sub(f"[{''.join(FENCES.values())}{END}]", "", text.text or "")


def roots(document: Word) -> Iterator[Any]:
    """The body, then headers and footers."""
    yield document.element.body
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def mark(document: Word, letter: LetterView) -> None:
    """Set blanks off from the text, and the terms that the introduction defines."""
    for root in roots(document):
        _style_all(document, list(root.iter(qn("w:t"))), BLANK, "Blank")
    if not letter.defined:
        return
    terms = re.compile("(?<=“)(?:" + "|".join(map(re.escape, letter.defined)) + ")(?=,?”)")
    opening = [p for p in document.paragraphs if p.text in letter.introduction]
    _style_all(document, [t for p in opening for t in p._p.iter(qn("w:t"))], terms, "Defined Term")


def number_blanks(document: Word) -> None:
    """Bookmark each blank, Blank_01 onwards, so that Word's Go To finds them in the letter's order.

    Text stays text: a content control or a MACROBUTTON field would hide the blank from whatever reads the
    paragraph's runs.
    """
    body: Any = document.element.body
    taken = [int(mark.get(qn("w:id"), "0")) for mark in body.iter(qn("w:bookmarkStart"))]
    styles = {document.styles[name].style_id for name in BLANKS.values() if name in document.styles}
    runs = [
        mark.getparent().getparent() for mark in body.iter(qn("w:rStyle")) if mark.get(qn("w:val")) in styles
    ]
    for n, run in enumerate(runs, 1):
        start, end = run.makeelement(qn("w:bookmarkStart")), run.makeelement(qn("w:bookmarkEnd"))
        start.set(qn("w:name"), f"Blank_{n:0{max(2, len(str(len(runs))))}}")
        for mark in (start, end):
            mark.set(qn("w:id"), str(max(taken, default=0) + n))
        run.addprevious(start)
        run.addnext(end)


def _style_all(document: Word, texts: list[Any], pattern: re.Pattern[str], name: str) -> None:
    for text in texts:
        if pattern.search(text.text or ""):
            _style(document, text, pattern, name)


def _style(document: Word, text: Any, pattern: re.Pattern[str], name: str) -> None:
    """Cut the run of this text so that what the pattern finds stands in a run of its own, in that style."""
    run = text.getparent()
    looks = run.find(qn("w:rPr"))
    at = 0
    said = text.text
    for found in pattern.finditer(said):
        _before(run, text, looks, said[at : found.start()])
        marked = _before(run, text, looks, said[found.start() : found.end()])
        around = Run(marked, document._body).style.name or ""
        Run(marked, document._body).style = _character_style(
            document, BLANKS.get(around, name) if name == "Blank" else name
        )
        at = found.end()
    text.text = said[at:]
    text.set(qn("xml:space"), "preserve")


def _before(run: Any, text: Any, looks: Any, said: str) -> Any:
    """A new run of these looks with what stands before `text` in its run, then these words."""
    made = run.makeelement(run.tag)
    if looks is not None:
        made.append(copy.deepcopy(looks))
    for child in list(run.iterchildren()):
        if child is text:
            break
        if child is not looks:
            made.append(child)
    piece = text.makeelement(text.tag)
    piece.text = said
    piece.set(qn("xml:space"), "preserve")
    made.append(piece)
    run.addprevious(made)
    return made


def _character_style(document: Word, name: str) -> Any:
    """The template's own style of that name, else one made for it."""
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.font.bold = name == "Defined Term" or None
    style.font.underline = name.startswith("Inserted") or None
    style.font.strike = name == "Deleted" or None
    if name not in BLANKS.values():
        return style
    shade = style.element.makeelement(qn("w:shd"))
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF200")):
        shade.set(qn(f"w:{key}"), value)
    style.element.get_or_add_rPr().append(shade)
    return style
