"""Bytes to lines with looks, whatever format the letter came in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from drafter.domain import Line
from drafter.errors import NoText, TooLarge, Unreadable
from drafter.reading import sgml
from drafter.reading.bounds import FILING, LETTER, Bounds
from drafter.reading.encodings import narrowed

MAX_LINE = 200_000
"""Characters of one line; the longest paragraph measured has 10,000."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: how its files end, how its bytes show it, and the module whose `lines` reads it."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]

    def lines(self, data: bytes, bounds: Bounds = LETTER) -> list[Line]:
        """The lines of a document in this format."""
        read: Callable[[bytes, Bounds], list[Line]] = import_module(f"drafter.reading.{self.name}").lines
        return read(data, bounds)


TAGS = (b"<html", b"<!doctype html", b"<body", b"<p>", b"<p ", b"<div", b"<table", b"<font", b"<br")


def _is_html(data: bytes) -> bool:
    head = data[:20_000].lower()
    return sum(tag in head for tag in TAGS[:3]) >= 1 or sum(head.count(tag) for tag in TAGS[3:]) >= 3


PDF_HEAD = b"%PDF-"


def _is_pdf(data: bytes) -> bool:
    """Whether the bytes open as a PDF, or hold its objects though their head is lost or far down."""
    return PDF_HEAD in data[:1024] or (b"endobj" in data and b"endstream" in data)


READERS: dict[str, Reader] = {
    "pdf": Reader("pdf", (".pdf",), _is_pdf),
    "docx": Reader("docx", (".docx",), lambda data: data.startswith(b"PK\x03\x04")),
    "html": Reader("html", (".htm", ".html", ".xhtml"), _is_html),
    "plain": Reader("plain", (".txt", ".md", ".text"), lambda data: True),
}
"""Every format, in the order in which its bytes are tried; the last takes what is left."""


FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is of an old kind of Word or mail file: save it as .docx or PDF"),
    (b"{\\rtf", "is rich text: save it as .docx or PDF"),
    (b"\x89PNG", "is a picture: run text recognition (OCR) over it, or give the letter itself"),
    (b"\xff\xd8\xff", "is a picture: run text recognition (OCR) over it, or give the letter itself"),
    (b"GIF8", "is a picture: run text recognition (OCR) over it, or give the letter itself"),
    (b"II*\x00", "is a picture: run text recognition (OCR) over it, or give the letter itself"),
    (b"MM\x00*", "is a picture: run text recognition (OCR) over it, or give the letter itself"),
    (b"\x1f\x8b", "is packed: unpack it and give the letter inside"),
    (b"Rar!", "is packed: unpack it and give the letter inside"),
    (b"7z\xbc\xaf", "is packed: unpack it and give the letter inside"),
)
"""How files begin that hold no letter a reader knows, and what to do with them."""


def _refuse_foreign(data: bytes, called: str) -> None:
    """Raises Unreadable where the bytes are of a kind that no reader knows."""
    for opening, says in FOREIGN:
        if data.startswith(opening):
            raise Unreadable(f"{called} {says}.")
    if data.startswith(b"PK") and data[30:38] == b"mimetype":
        raise Unreadable(f"{called} is an OpenDocument file: save it as .docx or PDF.")


def reader_of(data: bytes) -> Reader:
    """The format that the bytes show, whatever the file is called."""
    return next(r for r in READERS.values() if r.sniff(data))


def read(data: bytes, name: str = "", bounds: Bounds = LETTER) -> tuple[Line, ...]:
    """The lines of a letter, or of a filing where `bounds` are FILING; `name` is only used in messages.

    Of a submission with several documents the letter is read, or the filing's main document. Raises TooLarge,
    NoText or Unreadable; each message says what to do.
    """
    called = name or "This file"
    if not data.strip():
        raise NoText(f"{called} is empty: fetch the {bounds.what} again.")
    if len(data) > bounds.all_bytes:
        most = f"{bounds.all_bytes // 1_000_000} MB"
        raise TooLarge(
            f"{called} is over {most}, which no {bounds.what} is: give the {bounds.what} without its exhibits."
        )
    data = narrowed(data)
    content = _content(data, bounds) if sgml.is_wrapped(data) else data
    _refuse_foreign(content, called)
    found = _told(content, bounds, name)
    if len(found) > bounds.lines or any(len(line.text) > MAX_LINE for line in found):
        raise TooLarge(
            f"{called} holds more than any {bounds.what}: give the {bounds.what} without its exhibits."
        )
    if not found:
        raise NoText(f"{called} holds no text: if it is a scan, run text recognition (OCR) over it first.")
    return found


def _told(data: bytes, bounds: Bounds, name: str) -> tuple[Line, ...]:
    """The lines of a document; where it is refused, the message begins with the file's name."""
    try:
        return tuple(reader_of(data).lines(data, bounds))
    except Unreadable as refused:
        said = str(refused)
        raise type(refused)(f"{name}: t{said[1:]}" if name and said.startswith("This") else said) from refused


def _content(data: bytes, bounds: Bounds) -> bytes:
    return sgml.main(data) if bounds is FILING else sgml.letter(data)


__all__ = ["FILING", "LETTER", "READERS", "Bounds", "Reader", "Unreadable", "read", "reader_of"]
