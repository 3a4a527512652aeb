"""EDGAR's submission wrappers, `<SEC-DOCUMENT>` and `<DOCUMENT>`, off the letter inside."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

WRAPPER = re.compile(rb"<(?:SEC-DOCUMENT|SUBMISSION|IMS-DOCUMENT|DOCUMENT)\b", re.I)
DOCUMENT = re.compile(rb"<DOCUMENT>(.*?)(?:</DOCUMENT>|\Z)", re.I | re.S)
TYPE = re.compile(rb"^[ \t]*<TYPE>[ \t]*([^\r\n<]+)", re.I | re.M)
TEXT = re.compile(rb"<TEXT>\r?\n?(.*?)(?:</TEXT>|\Z)", re.I | re.S)
UUENCODED = re.compile(rb"^begin [0-7]{3,4} [^\r\n]*\r?\n(.*?)^(?:`|[ \t]*)\r?\n?^end", re.M | re.S)

LETTERS = ("UPLOAD", "CORRESP", "LETTER", "DRSLTR", "SEC STAFF LETTER", "SEC STAFF ACTION")
"""Document types that are letters, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a submission: its type, in capitals, and its bytes, no longer uuencoded."""

    type: str
    content: bytes


def is_wrapped(data: bytes) -> bool:
    """Whether the bytes begin with EDGAR's wrapper."""
    return bool(WRAPPER.match(data.lstrip()[:200]))


def _decoded(body: bytes) -> bytes:
    found = UUENCODED.search(body)
    if not found:
        return body
    rows = [row for row in found.group(1).splitlines() if row.strip(b"`")]
    try:
        return b"".join(binascii.a2b_uu(row) for row in rows)
    except binascii.Error:
        return body


def documents(data: bytes) -> list[Document]:
    """The documents of a submission in order; [] where none is marked."""
    found = []
    for match in DOCUMENT.finditer(data):
        kind, body = TYPE.search(match.group(1)), TEXT.search(match.group(1))
        if body:
            name = kind.group(1).decode("ascii", "replace").strip().upper() if kind else ""
            found.append(Document(name, _decoded(body.group(1))))
    return found


def letter(data: bytes) -> bytes:
    """The document of a submission that is the letter: the first of a letter's type, else the first."""
    found = documents(data)
    if not found:
        return data
    return next((d.content for kind in LETTERS for d in found if d.type == kind), found[0].content)
