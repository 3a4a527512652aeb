"""EDGAR's submission wrappers, `<SEC-DOCUMENT>` and `<DOCUMENT>`: what they say, and the letter inside."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from datetime import date

from drafter.errors import Unreadable
from drafter.reading.encodings import text_of

WRAPPER = re.compile(
    rb"(?:-----BEGIN PRIVACY-ENHANCED MESSAGE-----.{0,3000}?)?"
    rb"<(?:SEC-DOCUMENT|SEC-HEADER|SUBMISSION|IMS-DOCUMENT|IMS-HEADER|DOCUMENT)\b",
    re.I | re.S,
)
DOCUMENT = re.compile(rb"<DOCUMENT>(.*?)(?:</DOCUMENT>|\Z)", re.I | re.S)
TYPE = re.compile(rb"^[ \t]*<TYPE>[ \t]*([^\r\n<]+)", re.I | re.M)
TEXT = re.compile(rb"<TEXT>\r?\n?(.*?)(?:</TEXT>|\Z)", re.I | re.S)
BEGIN = re.compile(rb"^begin [0-7]{3,4} [^\r\n]*\r?\n", re.M)
END = re.compile(rb"^end[ \t]*\r?$", re.M)
"""Where a uuencoded file begins and ends. Examples: "begin 644 filename1.pdf", "end"."""


LETTERS = ("LETTER", "UPLOAD", "CORRESP", "DRSLTR", "SEC STAFF LETTER", "SEC STAFF ACTION", "COVER")
"""Document types that are letters, the likeliest first; a cover letter goes with the letter itself."""

NO_LETTER = re.compile(r"EX-|GRAPHIC|XML|ZIP|EXCEL|JSON")
"""Document types that are none. Examples: "EX-99.1", "GRAPHIC"."""

HEAD = 20_000
"""Bytes before the first document that are looked at."""

FIELDS = {
    "accession": r"(?:ACCESSION NUMBER:\s*|<ACCESSION-NUMBER>\s*|<SEC-(?:DOCUMENT|HEADER)>\s*)"
    r"(\d{10}-\d\d-\d{6})",
    "form": r"(?:CONFORMED SUBMISSION TYPE:[ \t]*|^<TYPE>[ \t]*)(\S[^\n<]*)",
    "filed": r"(?:FILED AS OF DATE:\s*|<FILING-DATE>\s*)(\d{8})\b",
    "released": r"(?:<SEC-(?:DOCUMENT|HEADER)>[^\n]*:\s*|<PUBLIC-REL-DATE>\s*)(\d{8})\b",
    "company": r"(?:COMPANY CONFORMED NAME:[ \t]*|<CONFORMED-NAME>[ \t]*)(\S[^\n<]*)",
    "cik": r"(?:CENTRAL INDEX KEY:\s*|<CIK>\s*)(\d{1,10})\b",
    "sic": r"(?:STANDARD INDUSTRIAL CLASSIFICATION:[^\n\[]*\[\s*|<ASSIGNED-SIC>\s*)(\d{3,4})\b",
}
"""Where a header says what, in EDGAR's two ways of writing it. Example: "CENTRAL INDEX KEY:  0009800001"."""

PATTERNS = {name: re.compile(pattern, re.I | re.M) for name, pattern in FIELDS.items()}

STATE = re.compile(r"\s*/[A-Z]{2,3}/?\s*$", re.I)
"""The state after a conformed name. Example: "HARROWGATE TOOLS INC /DE/"."""


@dataclass(frozen=True, slots=True)
class SgmlHeader:
    """What a submission's header says of its first company; "" and None where it says nothing.

    `company` is EDGAR's conformed name, mostly in capitals; `cik` has ten digits, `sic` four; `form` is the
    submission's type: "UPLOAD", "CORRESP", "LETTER". `filed` is the day of the letter, `released` the day on
    which EDGAR made it public.
    """

    company: str = ""
    cik: str = ""
    sic: str = ""
    filed: date | None = None
    accession: str = ""
    form: str = ""
    released: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a submission: its type, in capitals, and its bytes as the submission has them."""

    type: str
    body: bytes

    @property
    def content(self) -> bytes:
        """The document's own bytes, no longer uuencoded. Raises Unreadable where they are damaged."""
        return _decoded(self.body)


def is_wrapped(data: bytes) -> bool:
    """Whether the bytes begin with EDGAR's wrapper."""
    return bool(WRAPPER.match(data[: HEAD // 2].lstrip()))


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None


def header(data: bytes) -> SgmlHeader | None:
    """What the header of a submission says; None where the bytes are no submission."""
    if not is_wrapped(data):
        return None
    told = text_of(re.split(rb"<DOCUMENT>", data[:HEAD], maxsplit=1, flags=re.I)[0])
    found = {name: pattern.search(told) for name, pattern in PATTERNS.items()}
    said = {name: match.group(1).strip() if match else "" for name, match in found.items()}
    return SgmlHeader(
        STATE.sub("", said["company"]),
        said["cik"].zfill(10) if said["cik"] else "",
        said["sic"].zfill(4) if said["sic"] else "",
        _day(said["filed"]),
        said["accession"],
        said["form"].upper(),
        _day(said["released"]),
    )


def _decoded(body: bytes) -> bytes:
    begins = BEGIN.search(body)
    ends = END.search(body, begins.end()) if begins else None
    if not begins or not ends:
        return body
    rows = (row for row in body[begins.end() : ends.start()].splitlines() if row.strip(b"` \t"))
    try:
        return b"".join(binascii.a2b_uu(row) for row in rows)
    except binascii.Error as broken:
        raise Unreadable(
            "The file inside this submission is damaged: fetch the submission anew, or give the PDF itself."
        ) from broken


def documents(data: bytes) -> list[Document]:
    """The documents of a submission in order; [] where none is marked."""
    found = []
    for match in DOCUMENT.finditer(data):
        kind, body = TYPE.search(match.group(1)), TEXT.search(match.group(1))
        if body:
            name = kind.group(1).decode("ascii", "replace").strip().upper() if kind else ""
            found.append(Document(name, body.group(1)))
    return found


def letter(data: bytes) -> bytes:
    """The document of a submission that is the letter: the likeliest by type, else the first that may be.

    Where a submission marks no documents, what follows its header.
    """
    found = documents(data)
    if not found:
        return re.split(rb"</(?:SEC|IMS)-HEADER>", data, maxsplit=1, flags=re.I)[-1]
    typed = (d for kind in LETTERS for d in found if d.type == kind)
    may_be = (d for d in found if not NO_LETTER.match(d.type))
    return next(typed, next(may_be, found[0])).content


def main(data: bytes) -> bytes:
    """The main document of a submission, which EDGAR sets first: the filing itself and no exhibit."""
    found = documents(data)
    return (
        next((d for d in found if not NO_LETTER.match(d.type)), found[0]).content if found else letter(data)
    )
