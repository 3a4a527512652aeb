"""The letter as plain text in lines of EDGAR's length, alone, without notes for counsel."""

from __future__ import annotations

import textwrap
from pathlib import Path

from drafter.rendering.letter_view import LetterView
from drafter.rendering.pages import page
from drafter.templates import sandbox

TEMPLATE = "letter.txt.j2"

WIDTH = 79
"""EDGAR takes lines of 80 characters."""


def render(letter: LetterView, template: Path | None = None) -> bytes:
    """The letter as plain text. Raises BadTemplate."""
    environment = sandbox()
    environment.filters["set_in"] = set_in
    return page(letter, template, TEMPLATE, environment)


def set_in(text: str, left: int = 0, hang: int = 0) -> str:
    """The text wrapped, `left` spaces from the margin, its first line `hang` spaces less."""
    wrapped = textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * (left - hang),
        subsequent_indent=" " * left,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped or ""
