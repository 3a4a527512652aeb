"""Templates fed a LetterView and nothing else: sandboxed, strict, and clear about a wrong field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as parts
from difflib import get_close_matches

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from drafter.errors import BadTemplate
from drafter.filings.comparing import Change
from drafter.rendering.letter_view import (
    Block,
    Cell,
    FilingNote,
    FindingNote,
    Item,
    LetterView,
    Notes,
    PrecedentNote,
    SourceNote,
    TieNote,
)

LETTER_FIELDS = (*(p.name for p in parts(LetterView)), "letter_blanks")
"""Every field that stands at the top of a template: {{ date }}, {% for item in items %}."""

PART_FIELDS = tuple(
    p.name
    for kind in (
        Item,
        Block,
        Change,
        Cell,
        Notes,
        SourceNote,
        PrecedentNote,
        FilingNote,
        TieNote,
        FindingNote,
    )
    for p in parts(kind)
)
"""Every field of the letter's parts: {{ item.number }}, {{ block.text }}."""

FAULTS = (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError)
"""What filling a template that someone else wrote can raise."""

OTHER_WORDS = {
    "client": "company", "issuer": "company", "registrant": "company", "subject": "re", "cc": "copies",
    "comments": "items", "responses": "items", "answers": "items", "recipient": "addressee",
    "sender": "letterhead", "dear": "salutation", "signatory": "signature", "intro": "introduction",
}  # fmt: skip
"""What others call a field, and its name."""

WRONG_NAME = re.compile(r"^'(?P<top>\w+)' is undefined$|has no attribute '(?P<part>\w+)'$")
"""What jinja says of a field that does not exist."""


def context(letter: LetterView) -> dict[str, object]:
    """The letter's fields by name, as templates see them."""
    return {name: getattr(letter, name) for name in LETTER_FIELDS}


def fill(environment: Environment, source: str, values: Mapping[str, object], name: str) -> str:
    """The template's text with the values set in; raises BadTemplate saying what to mend."""
    try:
        return environment.from_string(source).render(values)
    except FAULTS as error:
        raise broken(error, name) from None


def broken(error: Exception, name: str) -> BadTemplate:
    """The error for counsel: the wrong field and the nearest right one, or the line that cannot be read."""
    said = str(error).strip().rstrip(".")
    wrong = WRONG_NAME.search(said)
    if wrong:
        return BadTemplate(_misnamed(wrong["top"] or wrong["part"], wrong["top"] is not None, name))
    line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    return BadTemplate(
        f"{name}{line} cannot be filled: {said}. Mend the template; docs/templates.md lists its fields."
    )


def _misnamed(field: str, top: bool, name: str) -> str:
    known = LETTER_FIELDS if top else PART_FIELDS
    near = [OTHER_WORDS[word] for word in field.lower().split("_") if word in OTHER_WORDS] or (
        get_close_matches(field, known, 1, 0.5)
        or get_close_matches(field, (*LETTER_FIELDS, *PART_FIELDS), 1, 0.5)
    )
    hint = f"the nearest field is {near[0]!r}" if near else "docs/templates.md lists the fields"
    return f"{name} names a field {field!r} that a letter does not have; {hint}. Mend the template."
