"""A draft set as a letter: Word, HTML, markdown and plain text, each through a template fed a LetterView."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafter.domain import Draft, Fact, Line, Review
from drafter.errors import BadTemplate
from drafter.formats import Format
from drafter.rendering.compose import view
from drafter.rendering.dressing import dressed
from drafter.rendering.files import write
from drafter.rendering.letter_view import LetterView
from drafter.rendering.rule83 import views

if TYPE_CHECKING:
    from drafter.rendering.redrafting import Redrafted

__all__ = [
    "RENDERERS",
    "REVIEWS",
    "LetterView",
    "ReadLetter",
    "Renderer",
    "clean",
    "dressed",
    "redraft",
    "render",
    "versions",
    "view",
    "write",
]


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A letter that was reviewed: its file's name and bytes, its lines, and the staff letter's name or ""."""

    name: str
    data: bytes
    lines: tuple[Line, ...]
    asked: str = ""


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


def _commented(read: ReadLetter, review: Review, when: datetime) -> bytes:
    module = import_module("drafter.rendering.commenting")
    made: bytes = module.commented(read.data, read.lines, review, when)
    return made


def _page(read: ReadLetter, review: Review, when: datetime) -> bytes:
    module = import_module("drafter.rendering.findings")
    made: bytes = module.page(read.name, read.asked, read.lines, review, when)
    return made


REVIEWS: Mapping[str, Callable[[ReadLetter, Review, datetime], bytes]] = MappingProxyType(
    {".html": _page, ".docx": _commented}
)
"""How a review is set, by the suffix of its file: a page, or the letter's own Word file with comments."""


def render(draft: Draft, suffix: str, template: Path | None = None, form: Format | None = None) -> bytes:
    """The draft as a letter in the format of that suffix, such as ".docx", in the company's own `form`.

    Raises BadTemplate where there is no such format, or the template cannot be used.
    """
    renderer = _renderer_of(suffix)
    return renderer(dressed(draft, form) if form else view(draft), template)


def clean(data: bytes, suffix: str, when: datetime) -> bytes:
    """The letter without comments, metadata and tracked changes; see `drafter.rendering.cleaning`.

    Raises Refused, listing them, where blanks remain.
    """
    cleaned: bytes = import_module("drafter.rendering.cleaning").clean(data, suffix, when)
    return cleaned


def versions(
    draft: Draft, facts: Sequence[Fact], suffix: str, template: Path | None = None, form: Format | None = None
) -> Mapping[str, bytes]:
    """The letter's versions under Rule 83 by the words that their files' names add: "" (for EDGAR),
    "unredacted" and "foia-request"; only "" where nothing is redacted.

    Raises BadTemplate as `render` does.
    """
    renderer = _renderer_of(suffix)
    return {name: renderer(letter, template) for name, letter in views(draft, facts, form).items()}


def _renderer_of(suffix: str) -> Renderer:
    renderer = RENDERERS.get(suffix.lower())
    if renderer is None:
        raise BadTemplate(f"A letter cannot be written as {suffix!r}. Use one of: {', '.join(RENDERERS)}.")
    return renderer


def redraft(edited: bytes, before: Mapping[str, Any], new: Draft, form: Format | None = None) -> Redrafted:
    """The edited .docx with the new draft's answers where counsel changed nothing; see
    `drafter.rendering.redrafting`. `before` is the review JSON of the draft that was edited.

    Raises Unreadable, and Refused where the letter's answers cannot be told apart.
    """
    made: Redrafted = import_module("drafter.rendering.redrafting").redraft(edited, before, new, form)
    return made
