"""Submissions as EDGAR keeps them: what their header says, and which document is the letter."""

from __future__ import annotations

import binascii
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from drafter.domain import Line, Matter
from drafter.errors import Unreadable
from drafter.parsing import parse
from drafter.reading import read
from drafter.reading.sgml import NO_LETTER, PATTERNS, STATE, SgmlHeader, header

DISSEMINATED = b"""<SEC-DOCUMENT>0000980001-21-000012.txt : 20210511
<SEC-HEADER>0000980001-21-000012.hdr.sgml : 20210511
<ACCEPTANCE-DATETIME>20210304161123
ACCESSION NUMBER:\t\t0000980001-21-000012
CONFORMED SUBMISSION TYPE:\tCORRESP
PUBLIC DOCUMENT COUNT:\t\t2
FILED AS OF DATE:\t\t20210304

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tHARROWGATE TOOLS, INC. /DE/
\t\tCENTRAL INDEX KEY:\t\t\t0009800001
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tCUTLERY, HANDTOOLS & GENERAL HARDWARE [3420]
\t\tIRS NUMBER:\t\t\t\t980000001
\t\tSTATE OF INCORPORATION:\t\t\tDE
</SEC-HEADER>
"""
SUBMITTED = b"""<SUBMISSION>
<ACCESSION-NUMBER>0000980001-21-000012
<TYPE>CORRESP
<PUBLIC-DOCUMENT-COUNT>2
<FILING-DATE>20210304
<PUBLIC-REL-DATE>20210511
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>HARROWGATE TOOLS, INC. /DE/
<CIK>0009800001
<ASSIGNED-SIC>3420
</COMPANY-DATA>
</FILER>
"""
SEALED = (
    b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nMIC-Info: RSA-MD5,RSA,\n abc=\n\n"
)
TOLD = SgmlHeader(
    "HARROWGATE TOOLS, INC.",
    "0009800001",
    "3420",
    date(2021, 3, 4),
    "0000980001-21-000012",
    "CORRESP",
    date(2021, 5, 11),
)


def document(kind: str, text: bytes) -> bytes:
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>1\n<TEXT>\n".encode() + text + b"\n</TEXT>\n</DOCUMENT>\n"


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("head", [DISSEMINATED, SUBMITTED, SEALED + DISSEMINATED, b"\n\n" + DISSEMINATED])
def test_the_header_tells_whose_letter_it_is(head: bytes) -> None:
    assert header(head + document("CORRESP", b"A letter.")) == TOLD


def test_only_the_first_company_is_told() -> None:
    second = DISSEMINATED[DISSEMINATED.index(b"FILER:") : DISSEMINATED.index(b"</SEC-HEADER>")]
    second = second.replace(b"HARROWGATE", b"OTHERGATE").replace(b"9800001", b"9800002")
    both = DISSEMINATED.replace(b"</SEC-HEADER>", second + b"</SEC-HEADER>")
    assert header(both) == TOLD


def test_fields_of_a_letter_are_not_taken_for_the_headers() -> None:
    assert header(document("CORRESP", DISSEMINATED)) == SgmlHeader()


def test_what_is_no_submission_has_no_header() -> None:
    assert header(b"March 4, 2021\n\nACCESSION NUMBER: 0000980001-21-000012") is None


@pytest.mark.parametrize("day", [b"20211399", b"00000000"])
def test_a_day_that_the_calendar_lacks_is_unknown(day: bytes) -> None:
    told = header(SUBMITTED.replace(b"20210304", day))
    assert told == replace(TOLD, filed=None)


@pytest.mark.parametrize(
    ("documents", "letter"),
    [
        ([("EX-99", "An exhibit."), ("CORRESP", "A letter.")], "A letter."),
        ([("COVER", "A note."), ("LETTER", "A letter.")], "A letter."),
        ([("COVER", "A note."), ("CORRESP", "A letter.")], "A letter."),
        ([("COVER", "A note."), ("EX-99.1", "An exhibit.")], "A note."),
        ([("GRAPHIC", "pixels"), ("S-1/A", "A letter."), ("EX-5", "An opinion.")], "A letter."),
        ([("CORRESP", "A letter."), ("CORRESP", "Marked pages.")], "A letter."),
        ([("EX-1", "An exhibit.")], "An exhibit."),
    ],
)  # fmt: skip
def test_of_several_documents_the_letter_is_read(documents: list[tuple[str, str]], letter: str) -> None:
    wrapped = DISSEMINATED + b"".join(document(kind, text.encode()) for kind, text in documents)
    assert texts(read(wrapped + b"</SEC-DOCUMENT>\n")) == [letter]


def test_a_submission_without_marked_documents_loses_its_header() -> None:
    assert texts(read(DISSEMINATED + b"A letter.")) == ["A letter."]


def a_pdf(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, text)
    canvas.save()
    return out.getvalue()


def uuencoded(data: bytes) -> bytes:
    rows = b"".join(binascii.b2a_uu(data[i : i + 45]) for i in range(0, len(data), 45))
    return b"<PDF>\nbegin 644 filename1.pdf\n" + rows + b"`\nend\n</PDF>"


def test_a_sealed_submission_gives_its_uuencoded_pdf() -> None:
    wrapped = SEALED + DISSEMINATED + document("LETTER", uuencoded(a_pdf("We note it.")))
    assert texts(read(wrapped)) == ["We note it."]


def test_blanks_lost_at_the_ends_of_uuencoded_rows_lose_nothing() -> None:
    body = b"\n".join(row.rstrip() for row in uuencoded(a_pdf("We note it.")).splitlines())
    assert texts(read(DISSEMINATED + document("LETTER", body))) == ["We note it."]


def test_a_damaged_pdf_is_refused_and_a_damaged_picture_is_not() -> None:
    damaged = b"begin 644 a.pdf\n~~~ no code ~~~\n`\nend"
    with pytest.raises(Unreadable, match="fetch the submission anew"):
        read(DISSEMINATED + document("LETTER", damaged))
    assert texts(read(DISSEMINATED + document("GRAPHIC", damaged) + document("LETTER", b"Fine."))) == [
        "Fine."
    ]


# What is known beside the letter


def test_what_a_letter_leaves_out_of_its_matter_is_taken_from_what_is_known() -> None:
    known = Matter("HARROWGATE TOOLS, INC.", "0009800001", ("001-98001",))
    bare = parse((Line("March 4, 2021"), Line("Dear Ms. Ash:"), Line("1. Please tell us why.")), known=known)
    assert bare.letter.matter == known


def test_what_a_letter_says_of_its_matter_stands() -> None:
    lines = [
        Line(t)
        for t in ("Re: Ombrel Looms, Inc.", "CIK No. 0009800002", "File No. 001-98002", "Dear Ms. Ash:")
    ]
    matter = parse(lines, known=Matter("HARROWGATE TOOLS", "0009800001", ("001-98001",))).letter.matter
    assert (matter.company, matter.cik, matter.file_numbers) == (
        "Ombrel Looms, Inc.",
        "0009800002",
        ("001-98002",),
    )


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (PATTERNS["cik"].search, ("CENTRAL INDEX KEY:\t\t0009800001", "<CIK>9800001"), ("CIK: 98", "KEY: 1")),
        (PATTERNS["sic"].search, ("STANDARD INDUSTRIAL CLASSIFICATION:\tTOOLS [3420]", "<ASSIGNED-SIC>3420"),
         ("STANDARD INDUSTRIAL CLASSIFICATION:\tTOOLS\n[3420]", "SIC 3420")),
        (STATE.search, ("TOOLS INC /DE/", "TOOLS INC /NY"), ("A/B TOOLS INC", "TOOLS")),
        (NO_LETTER.match, ("EX-99.1", "GRAPHIC"), ("CORRESP", "S-1/A")),
    ],
)  # fmt: skip
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Callable[[str], object], matches: tuple[str, ...], not_matches: tuple[str, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []
