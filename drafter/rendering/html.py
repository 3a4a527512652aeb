"""The letter as one HTML file that needs nothing else, notes for counsel in a panel apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup, escape

from drafter.domain import BLANK
from drafter.filings.comparing import Kind
from drafter.rendering.letter_view import Block, LetterView
from drafter.rendering.pages import page
from drafter.templates import sandbox

TEMPLATE = "letter.html.j2"


def render(letter: LetterView, template: Path | None = None) -> bytes:
    """The letter as HTML; every text is escaped, whatever the template does. Raises BadTemplate."""
    environment = sandbox()
    environment.autoescape = True
    environment.filters.update(marked=marked, defined=defined, dressed=dressed, shown=shown)
    return page(letter, template, TEMPLATE, environment)


def marked(text: str) -> Markup:
    """The text escaped, with each blank in <mark>."""
    return Markup(BLANK.sub(lambda m: f"<mark>{m[0]}</mark>", str(escape(text))))  # noqa: S704 - escaped before


TAGS = {Kind.INSERTED: "ins", Kind.DELETED: "del"}


def shown(block: Block) -> Markup:
    """The block's text escaped and its blanks marked, insertions and deletions in <ins> and <del>."""
    if not block.changes:
        return marked(block.text)
    said = (
        (TAGS.get(c.kind), marked(c.text.rstrip()), " " * (len(c.text) - len(c.text.rstrip())))
        for c in block.changes
    )
    return Markup("".join(f"<{t}>{s}</{t}>{gap}" if t else f"{s}{gap}" for t, s, gap in said))  # noqa: S704


def defined(text: str, terms: Iterable[str]) -> Markup:
    """The text escaped and its blanks marked, with those terms bold where quotation marks define them."""
    known = [re.escape(str(escape(t))) for t in terms]
    if not known:
        return marked(text)
    quoted = re.compile("(?<=“)(?:" + "|".join(known) + ")(?=,?”)")
    return Markup(quoted.sub(lambda m: f"<b>{m[0]}</b>", str(marked(text))))  # noqa: S704 - escaped before


def dressed(text: str, looks: str) -> Markup:
    """The text escaped and its blanks marked, in those looks; bold and underlined where they are ""."""
    said = marked(text)
    for word, tag in (("underline", "u"), ("italic", "i"), ("bold", "b")):
        if word in (looks or "bold underline"):
            said = Markup(f"<{tag}>{said}</{tag}>")  # noqa: S704 - escaped before
    return said
