"""A Word letter with fields, as a firm typed it: opened, filled in the sandbox, and its faults told by place."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from docx.document import Document as Word
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError

from drafter.errors import BadTemplate
from drafter.rendering.fields import FAULTS, broken, context
from drafter.rendering.letter_view import LetterView
from drafter.rendering.marking import roots
from drafter.templates import sandbox

OTHERS = (
    (b"macroEnabled", "may hold macros, which a letter must not"),
    (b"template.main+xml", "is a Word template of the kind that opens as a new document"),
)
"""What the kinds of a Word file tell of it, where it is not a plain document."""

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
KIND = re.compile(r"\{%-?(?P<over>p|tr|tc|r)?\s*(?P<word>\w+)")
"""What a tag repeats, and its first word: "tr" and "for" of "{%tr for item in items %}"."""

CLOSED_BY = {"for": "endfor", "if": "endif", "macro": "endmacro"}
MARKS = ("{{", "}}", "{%", "%}")
SHOWN = 80
"""Letters of a paragraph that an error shows."""


def filled(path: Path, letter: LetterView) -> Word:
    """The document with the letter's fields set in.

    Raises BadTemplate where the file is no Word document, has no field, or has one that cannot be filled.
    """
    template = _opened(path)
    environment = sandbox()
    environment.autoescape = True
    texts = _texts(template.docx)
    if not any(mark in text for text in texts for mark in MARKS):
        raise BadTemplate(
            f"{path.name} has no field, so that no letter would stand in it. Type fields such as {{{{ date }}}} "
            "where they belong; docs/templates.md lists them."
        )
    try:
        template.render(context(letter), environment, autoescape=True)
    except TemplateSyntaxError as error:
        raise broken(_placed(texts, error, environment), path.name) from None
    except FAULTS as error:
        raise broken(error, path.name) from None
    document: Word = template.docx
    return document


def _opened(path: Path) -> DocxTemplate:
    data = _bytes(path)
    template = DocxTemplate(BytesIO(data))
    try:
        template.init_docx()
    except (ValueError, KeyError):
        raise BadTemplate(f"{path.name} {_other(data)}. Save it in Word as .docx and try again.") from None
    return template


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadTemplate(
            f"{path} cannot be read ({error.strerror}). Give the path of a .docx template."
        ) from None
    if not zipfile.is_zipfile(BytesIO(data)):
        raise BadTemplate(f"{path.name} is not a Word document. Save it in Word as .docx and try again.")
    return data


def _other(data: bytes) -> str:
    """What a zip file is that python-docx does not open."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        kinds = parts.read("[Content_Types].xml") if "[Content_Types].xml" in parts.namelist() else b""
    return next((said for kind, said in OTHERS if kind in kinds), "is not a Word document")


def _texts(document: Word) -> list[str]:
    """The paragraphs of the document, its header and footer, in order."""
    return [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for root in roots(document)
        for p in root.iter(qn("w:p"))
    ]


def _placed(texts: Sequence[str], error: TemplateSyntaxError, environment: Environment) -> ValueError:
    """The fault in the words of whoever typed the template: lines of its XML would say nothing."""
    found = (*_cut(texts), *_unclosed(texts), *_unread(texts, environment))
    return ValueError(found[0] if found else str(error.message))


def _cut(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if any(mark in TAG.sub("", text) for mark in MARKS):
            yield f"the braces in {_quoted(text)} are not whole; a field is typed {{{{ date }}}}"


def _unclosed(texts: Sequence[str]) -> Iterator[str]:
    """Loops and conditions that nothing closes, and what closes none."""
    opened: list[tuple[str, str, str]] = []
    for text, tag in ((t, m) for t in texts for found in TAG.findall(t) if (m := KIND.match(found))):
        word = tag["word"]
        if word in CLOSED_BY:
            opened.append((text, CLOSED_BY[word], tag["over"] or ""))
        elif word.startswith("end") and (not opened or opened.pop()[1] != word):
            yield f"{_quoted(text)} closes nothing that is open there"
            return
    for text, end, over in opened[-1:]:
        yield f"{_quoted(text)} is never closed; its end is typed {{%{over} {end} %}}"


def _unread(texts: Sequence[str], environment: Environment) -> Iterator[str]:
    for text in texts:
        for tag in (t for t in TAG.findall(text) if t.startswith("{{")):
            try:
                environment.parse(tag)
            except TemplateSyntaxError as error:
                yield f"{_quoted(tag)}: {error.message}"


def _quoted(text: str) -> str:
    return f"“{text.strip()[:SHOWN]}”"
