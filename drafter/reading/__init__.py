"""Bytes to lines with looks, whatever format the letter came in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from drafter.domain import Line
from drafter.errors import NoText, TooLarge, Unreadable
from drafter.reading import sgml
from drafter.reading.encodings import narrowed

MAX_BYTES = 40_000_000
"""No letter is larger, its exhibits included."""


MAX_LINES = 30_000
"""Lines of a letter; the longest measured has 3,000."""

MAX_LINE = 200_000
"""Characters of one line; the longest paragraph measured has 10,000."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: how its files end, how its bytes show it, and the module whose `lines` reads it."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]

    def lines(self, data: bytes) -> list[Line]:
        """The lines of a letter in this format."""
        read: Callable[[bytes], list[Line]] = import_module(f"drafter.reading.{self.name}").lines
        return read(data)


TAGS = (b"<html", b"<!doctype html", b"<body", b"<p>", b"<p ", b"<div", b"<table", b"<font", b"<br")


def _is_html(data: bytes) -> bool:
    head = data[:20_000].lower()
    return sum(tag in head for tag in TAGS[:3]) >= 1 or sum(head.count(tag) for tag in TAGS[3:]) >= 3


READERS: dict[str, Reader] = {
    "pdf": Reader("pdf", (".pdf",), lambda data: b"%PDF-" in data[:1024]),
    "docx": Reader("docx", (".docx",), lambda data: data.startswith(b"PK\x03\x04")),
    "html": Reader("html", (".htm", ".html", ".xhtml"), _is_html),
    "plain": Reader("plain", (".txt", ".md", ".text"), lambda data: True),
}
"""Every format, in the order in which its bytes are tried; the last takes what is left."""


def reader_of(data: bytes) -> Reader:
    """The format that the bytes show, whatever the file is called."""
    return next(r for r in READERS.values() if r.sniff(data))


def read(data: bytes, name: str = "") -> tuple[Line, ...]:
    """The lines of a letter; `name` is only used in messages.

    Raises TooLarge, NoText or Unreadable; each message says what to do.
    """
    called = name or "This file"
    if not data.strip():
        raise NoText(f"{called} is empty: fetch the letter again.")
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{called} is over 40 MB, which no letter is: give the letter without its exhibits.")
    data = narrowed(data)
    content = sgml.letter(data) if sgml.is_wrapped(data) else data
    found = tuple(reader_of(content).lines(content))
    if len(found) > MAX_LINES or any(len(line.text) > MAX_LINE for line in found):
        raise TooLarge(f"{called} holds more than any letter: give the letter without its exhibits.")
    if not found:
        raise NoText(f"{called} holds no text: if it is a scan, run text recognition (OCR) over it first.")
    return found


__all__ = ["READERS", "Reader", "Unreadable", "read", "reader_of"]
