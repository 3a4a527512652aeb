"""A draft set as a letter: Word, HTML, markdown and plain text, each through a template fed a LetterView."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from drafter.domain import Draft
from drafter.errors import BadTemplate
from drafter.formats import Format
from drafter.rendering.compose import view
from drafter.rendering.dressing import dressed
from drafter.rendering.files import write
from drafter.rendering.letter_view import LetterView

__all__ = ["RENDERERS", "LetterView", "Renderer", "clean", "dressed", "render", "view", "write"]

Renderer = Callable[[LetterView, Path | None], bytes]
"""A letter and a template (None is our own) to the bytes of a file."""


def _renderer(module: str) -> Renderer:
    """The `render` of that module, imported on first use: Word's libraries are slow to load."""

    def rendered(letter: LetterView, template: Path | None = None) -> bytes:
        made: bytes = import_module(f"drafter.rendering.{module}").render(letter, template)
        return made

    return rendered


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        ".docx": _renderer("docx"),
        ".html": _renderer("html"),
        ".md": _renderer("markdown"),
        ".txt": _renderer("plain"),
    }
)
"""How a letter is set, by the suffix of its file."""


def render(draft: Draft, suffix: str, template: Path | None = None, form: Format | None = None) -> bytes:
    """The draft as a letter in the format of that suffix, such as ".docx", in the company's own `form`.

    Raises BadTemplate where there is no such format, or the template cannot be used.
    """
    renderer = RENDERERS.get(suffix.lower())
    if renderer is None:
        raise BadTemplate(f"A letter cannot be written as {suffix!r}. Use one of: {', '.join(RENDERERS)}.")
    return renderer(dressed(draft, form) if form else view(draft), template)


def clean(data: bytes, suffix: str, when: datetime) -> bytes:
    """The letter without comments, metadata and tracked changes; see `drafter.rendering.cleaning`.

    Raises Refused, listing them, where blanks remain.
    """
    cleaned: bytes = import_module("drafter.rendering.cleaning").clean(data, suffix, when)
    return cleaned
