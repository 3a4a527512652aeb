"""Authorities that the staff cites and that no longer hold: today's citation instead, and a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.authorities import Standing, authorities, in_force, known


def lapsed(text: str, on: date | None) -> Iterator[tuple[str, str]]:
    """Each authority in the text that is superseded on that day, as cited, with what took its place."""
    for citation in authorities(text) if on else ():
        row = known(citation.canonical)
        if row and row.superseded_by and on and in_force(citation.canonical, on) is Standing.SUPERSEDED:
            yield text[citation.start : citation.end], row.superseded_by


def current(text: str, on: date | None) -> str:
    """The text with each superseded authority replaced by the one that took its place."""
    for old, new in lapsed(text, on):
        text = text.replace(old, new.split("; ")[0], 1)
    return text
