"""Bytes to lines: one letter in every format, the looks that matter, and files that are no letters."""

from __future__ import annotations

import binascii
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import letter as letter_page
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from drafter.domain import Line
from drafter.errors import DrafterError, NoText, TooLarge, Unreadable
from drafter.reading import READERS, read, reader_of
from drafter.reading.looks import BULLET, NUMBER, OPENING_BULLET
from drafter.reading.markdown import BREAK, DAMAGE, STARS
from drafter.reading.pdf import OPENS_NUMBER
from drafter.reading.tables import FIGURE, LABEL

LETTER = (
    ("March 4, 2021", ""),
    ("Via EDGAR", ""),
    ("Re: Harrowgate Tools, Inc.", ""),
    ("Form 10-K for the Fiscal Year Ended December 31, 2020", ""),
    ("Ladies and Gentlemen:", ""),
    (
        "Set forth below is the response of Harrowgate Tools, Inc. (the “Company”) to the comment in your "
        "letter dated February 18, 2021, which we have repeated in bold for your convenience.",
        "",
    ),
    ("Results of Operations, page 31", "b"),
    (
        "1. We note that your revenue rose by 14% and that you name price and volume as the causes. Please "
        "quantify each of them. Refer to Item 303(b) of Regulation S-K.",
        "b",
    ),
    (
        "The Company acknowledges the Staff’s comment. Of the increase of $4.2 million, $3.0 million came "
        "from volume and $1.2 million from price. In future filings the Company will quantify both.",
        "",
    ),
    ("Sincerely,", ""),
    ("Ada Marlowe", ""),
)
"""A letter of an invented company: paragraphs with "b" where they are bold."""


def as_text(wrapped: int = 0) -> bytes:
    rows: list[str] = []
    for text, _ in LETTER:
        if wrapped and len(text) > wrapped:
            rows += simpleSplit(text, "Courier", 10, wrapped * 6.01)
        else:
            rows.append(text)
        rows.append("")
    return "\n".join(rows).encode()


def as_html() -> bytes:
    body = "".join(f"<p>{'<b>' + t + '</b>' if b else t}</p>\n" for t, b in LETTER)
    return f"<html><head><title>Letter</title></head><body>{body}</body></html>".encode()


def as_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter_page)
    y = 720.0
    for text, bold in LETTER:
        font = "Times-Bold" if bold else "Times-Roman"
        for row in simpleSplit(text, font, 12, 468):
            canvas.setFont(font, 12)
            canvas.drawString(72, y, row)
            y -= 14
        y -= 14
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 40, "FirstName LastNameAda Marlowe")
    canvas.save()
    return out.getvalue()


def as_docx() -> bytes:
    document = docx.Document()
    for text, bold in LETTER:
        document.add_paragraph().add_run(text).bold = bool(bold)
    return saved(document)


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def html(body: str) -> tuple[Line, ...]:
    return read(f"<html><body>{body}</body></html>".encode())


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


# One letter, every format


@pytest.mark.parametrize("form", [as_text, as_html, as_pdf, as_docx], ids=["text", "html", "pdf", "docx"])
def test_one_letter_gives_the_same_lines_in_every_format(form: Callable[[], bytes]) -> None:
    assert texts(read(form())) == [text for text, _ in LETTER]


@pytest.mark.parametrize("form", [as_html, as_pdf, as_docx], ids=["html", "pdf", "docx"])
def test_bold_is_told_in_every_format_that_has_it(form: Callable[[], bytes]) -> None:
    assert [line.bold for line in read(form())] == [bool(bold) for _, bold in LETTER]


@pytest.mark.parametrize("width", [62, 70, 79, 90, 115, 132])
def test_wrapping_changes_nothing(width: int) -> None:
    assert texts(read(as_text(width))) == [text for text, _ in LETTER]


@pytest.mark.parametrize(
    ("form", "name"), [(as_text, "plain"), (as_html, "html"), (as_pdf, "pdf"), (as_docx, "docx")]
)
def test_the_bytes_tell_the_format(form: Callable[[], bytes], name: str) -> None:
    assert reader_of(form()).name == name


@pytest.mark.parametrize("name", READERS)
def test_every_reader_refuses_or_reads_what_is_not_its_format(name: str) -> None:
    for data in (b"", b"\x00", b"PK\x03\x04", b"%PDF-1.4", b"<html>", "Zur Kenntnis: [●]".encode()):
        try:
            lines = READERS[name].lines(data)
        except DrafterError:
            continue
        assert all(line.text.strip() for line in lines)


# Wrappers


def test_a_submission_gives_its_letter_and_not_its_exhibits() -> None:
    wrapped = (
        b"<SEC-DOCUMENT>0001.txt\n<SEC-HEADER>\nCOMPANY CONFORMED NAME: HARROWGATE TOOLS\n</SEC-HEADER>\n"
        b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nAn exhibit.\n</TEXT>\n</DOCUMENT>\n"
        b"<DOCUMENT>\n<TYPE>CORRESP\n<SEQUENCE>1\n<TEXT>\n"
        + as_html()
        + b"\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>"
    )
    assert texts(read(wrapped)) == [text for text, _ in LETTER]


def test_a_uuencoded_pdf_in_a_submission_is_read() -> None:
    data = as_pdf()
    rows = b"".join(binascii.b2a_uu(data[i : i + 45]) for i in range(0, len(data), 45))
    body = b"<PDF>\nbegin 644 filename1.pdf\n" + rows + b"`\nend\n</PDF>"
    wrapped = b"<DOCUMENT>\n<TYPE>LETTER\n<TEXT>\n" + body + b"\n</TEXT>\n</DOCUMENT>\n"
    assert texts(read(wrapped)) == [text for text, _ in LETTER]


# HTML


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td>1.</td><td>We note your table.</td></tr></table>", ["1. We note your table."]),
        ("<table><tr><td>&nbsp;</td><td>&#8226;</td><td>why; and</td></tr></table>", ["• why; and"]),
        ("<table><tr><td>Re:</td><td>Harrowgate Tools, Inc.</td></tr>"
         "<tr><td></td><td>Form 10-K</td></tr></table>", ["Re: Harrowgate Tools, Inc.", "Form 10-K"]),
        ("<table><tr><td>Response:</td><td><p>We agree.</p><p>We will.</p></td></tr></table>",
         ["Response: We agree.", "We will."]),
        ("<table><tr><td>1.</td><td>a)</td><td>Tell us.</td></tr></table>", ["1. a) Tell us."]),
        ("<table><tr><td>Sales</td><td>$</td><td>12</td><td>)</td><td>4.1</td><td>%</td></tr></table>",
         ["Sales | $12) | 4.1%"]),
        ("<table><tr><td></td><td>2020</td><td>2019</td></tr><tr><td>Net income</td><td>7</td><td>5</td></tr>"
         "<tr><td>Loss per share</td><td>—</td><td>—</td></tr></table>",
         ["2020 | 2019", "Net income | 7 | 5", "Loss per share | — | —"]),
        ("<table><tr><td>Commission<br>100 F Street, N.E.<br>Washington</td><td>Paris</td></tr></table>",
         ["Commission", "100 F Street, N.E.", "Washington", "Paris"]),
        ("<ol start=3><li>Third.</li><li><p>Fourth.</p></li></ol><ul><li>Last.</li></ul>",
         ["3. Third.", "4. Fourth.", "• Last."]),
        ("<ul style='list-style-type:none'><li>Unmarked.</li></ul>", ["Unmarked."]),
        ("one<br>two<div>three</div>four", ["one", "two", "three", "four"]),
        ("<p>The &#147;Company&#148; pays &amp; earns&nbsp;&nbsp;$5\n more.</p>",
         ["The “Company” pays & earns $5 more."]),
        ("<p>seen<span style='display:none'>unseen</span> text<!-- remark --> here</p>", ["seen text here"]),
        ("<p>§&nbsp;&nbsp;why not</p><p>§ 229.303 applies</p>", ["• why not", "§ 229.303 applies"]),
        ("<p>\uf0b7 a private bullet</p>", ["• a private bullet"]),
    ],
)  # fmt: skip
def test_html_gives_the_lines_that_a_reader_of_the_page_sees(body: str, expected: list[str]) -> None:
    assert texts(html(body)) == expected


@pytest.mark.parametrize(
    ("body", "looks"),
    [
        ("<p><b>All bold.</b></p>", (True, False, False)),
        ("<p style='font-weight:bold;font-style:italic'>Both</p>", (True, True, False)),
        (
            "<div style='font-weight:700'><p><font style='font-weight:normal'>Neither</font></p></div>",
            (False,) * 3,
        ),
        ("<p>1.&nbsp;<i>Only the number is plain</i></p>", (False, True, False)),
        ("<p><u>Heading</u></p>", (False, False, True)),
        ("<p style='text-decoration: underline'>Heading</p>", (False, False, True)),
        ("<p style='font: italic bold 10pt Times'>Both</p>", (True, True, False)),
        ("<p><b>Response:</b> We agree with all of it.</p>", (False, False, False)),
    ],
)
def test_looks_are_inherited_from_tags_and_styles(body: str, looks: tuple[bool, bool, bool]) -> None:
    (line,) = html(body)
    assert (line.bold, line.italic, line.underlined) == looks


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("<p><b>Response:</b> We agree.</p>", len("Response: ")),
        ("<p>2. <i>We note it.</i> The Company agrees.</p>", len("2. We note it. ")),
        ("<p>The <i>Company</i> agrees.</p>", 0),
        ("<p><b>All of it.</b></p>", len("All of it.")),
        ("<p>2020</p>", 0),
    ],
)
def test_the_lead_ends_where_plain_text_begins(body: str, lead: int) -> None:
    (line,) = html(body)
    assert line.lead in (lead, lead - 1)


def test_rows_of_figures_carry_the_number_of_their_table() -> None:
    body = (
        "<table><tr><td>1.</td><td>We note.</td></tr></table>"
        "<table><tr><td>Sales</td><td>5</td></tr></table><p>and</p><table><tr><td>Costs</td><td>4</td></tr></table>"
    )
    assert [line.table for line in html(body)] == [None, 1, None, 2]


def test_page_breaks_are_counted_and_absent_pages_are_none() -> None:
    broken = html(
        "<p>one</p><hr style='page-break-after:always'><p>two</p><p style='page-break-before:always'>3</p>"
    )
    assert [line.page for line in broken] == [1, 2, 3]
    assert [line.page for line in html("<p>one</p><hr><p>two</p>")] == [None, None]


def test_the_text_behind_a_page_image_is_read_line_by_line() -> None:
    hidden = "May 4, 2020  Ada Marlowe  100 F Street    Dear Ms. Marlowe:"
    body = f"<img src='p1.jpg'><div><font style='font-size:1pt;color:white'>{hidden}</font></div>"
    assert texts(html(body)) == ["May 4, 2020", "Ada Marlowe", "100 F Street", "Dear Ms. Marlowe:"]


# Plain text


@pytest.mark.parametrize(
    ("text", "expected", "looks"),
    [
        ("**Re: Harrowgate Tools, Inc.\nForm 10-K**", ["Re: Harrowgate Tools, Inc.", "Form 10-K"], "bb"),
        ("- 1. *We note your risk factor.*", ["1. We note your risk factor."], "i"),
        ("- 2. We note your risk factor.***", ["2. We note your risk factor."], "x"),
        ("**Key Metrics**  \n**Page 41**", ["Key Metrics", "Page 41"], "bb"),
        (
            "It cost \\$\\* million, or *% of sales and *% of costs.",
            ["It cost $* million, or *% of sales and *% of costs."],
            "-",
        ),
        ("\\* \\* \\* \\*\n\n**x**", ["* * * *", "x"], "-b"),
        (
            "*Refer to Item 303.*\n\n- *omitting the word; and*",
            ["Refer to Item 303.", "• omitting the word; and"],
            "ii",
        ),
        ("Rates rose by 5*3 in 2020 and * in 2019", ["Rates rose by 5*3 in 2020 and * in 2019"], "-"),
    ],
)
def test_markdown_damage_becomes_looks(text: str, expected: list[str], looks: str) -> None:
    lines = read(text.encode())
    assert texts(lines) == expected
    assert (
        "".join(
            {(0, 0): "-", (1, 0): "b", (0, 1): "i", (1, 1): "x"}[line.bold, line.italic] for line in lines
        )
        == looks
    )


def test_text_without_markdown_is_left_alone() -> None:
    assert texts(read(b"* a starred note\n\nUnits_sold * price")) == [
        "* a starred note",
        "Units_sold * price",
    ]


def test_columns_of_plain_text_are_a_table() -> None:
    lines = read(
        b"As follows:\n\n            2020     2019\nSales       12       11\nCosts        9        8\n\nEnd."
    )
    assert [(line.text, line.table) for line in lines] == [
        ("As follows:", None), ("2020 | 2019", 1), ("Sales | 12 | 11", 1), ("Costs | 9 | 8", 1),
        ("End.", None),
    ]  # fmt: skip


def test_form_feeds_turn_the_page() -> None:
    assert [(line.text, line.page) for line in read(b"one\n\x0ctwo\n\nthree")] == [
        ("one", 1),
        ("two", 2),
        ("three", 2),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert texts(read("The Company’s “Plan” — 5 €".encode(encoding))) == ["The Company’s “Plan” — 5 €"]


# Word


def test_automatic_numbers_of_word_are_spelled_out() -> None:
    document = docx.Document()
    for text, style in (
        ("We note.", "List Number"),
        ("The Company agrees.", "Normal"),
        ("Tell us.", "List Number"),
    ):
        document.add_paragraph(text, style)
    document.add_paragraph("why", "List Bullet")
    assert texts(read(saved(document))) == ["1. We note.", "The Company agrees.", "2. Tell us.", "• why"]


def test_looks_of_word_come_from_styles_too() -> None:
    document = docx.Document()
    heading = document.styles["Heading 1"]
    heading.font.bold, heading.font.italic = True, True
    document.add_paragraph("Key Metrics", "Heading 1")
    plain = document.add_paragraph("Not bold", "Heading 1")
    plain.runs[0].bold, plain.runs[0].italic = False, False
    assert [(line.bold, line.italic) for line in read(saved(document))] == [(True, True), (False, False)]


def test_word_tables_stand_where_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for r in table.rows for c in r.cells), ("", "2020", "Sales", "12"), strict=True):
        cell.text = text
    layout = document.add_table(rows=1, cols=2)
    layout.rows[0].cells[0].text, layout.rows[0].cells[1].text = "1.", "We note."
    document.add_paragraph("After")
    lines = read(saved(document))
    assert [(line.text, line.table) for line in lines] == [
        ("Before", None), ("2020", 1), ("Sales | 12", 1), ("1. We note.", None), ("After", None),
    ]  # fmt: skip


def test_insertions_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The Company ")
    for tag, text in (("w:del", "may "), ("w:ins", "will ")):
        mark, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        mark.append(run)
        paragraph._p.append(mark)
    paragraph.add_run("disclose.")
    paragraph.add_run(" (hidden)").font.hidden = True
    paragraph.runs[-2].add_break(WD_BREAK.LINE)
    assert texts(read(saved(document))) == ["The Company will disclose."]


# PDF


def pdf(*placed: tuple[float, float, str], font: str = "Helvetica", size: float = 10) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter_page)
    for x, y, text in placed:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.save()
    return out.getvalue()


def test_a_number_apart_from_its_comment_is_one_line_with_it() -> None:
    assert texts(read(pdf((72, 700, "1."), (120, 700, "We note your table.")))) == ["1. We note your table."]


def test_columns_of_a_pdf_are_a_table() -> None:
    rows = (
        (72, 700, "Sales"),
        (300, 700, "12"),
        (400, 700, "11"),
        (72, 686, "Costs"),
        (300, 686, "9"),
        (400, 686, "8"),
    )
    assert [(line.text, line.table) for line in read(pdf(*rows))] == [
        ("Sales | 12 | 11", 1),
        ("Costs | 9 | 8", 1),
    ]


def test_pages_are_numbered_and_slant_is_told() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Italic", 10)
    canvas.drawString(72, 700, "Recital")
    canvas.showPage()
    canvas.drawString(72, 700, "Answer")
    canvas.save()
    assert [(line.text, line.italic, line.page) for line in read(out.getvalue())] == [
        ("Recital", True, 1),
        ("Answer", False, 2),
    ]


def test_a_scan_is_refused_with_what_to_do() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    with pytest.raises(NoText, match="OCR"):
        read(out.getvalue())


# What is no letter


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


BOMB = (
    b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + b" " * 40_000_000
)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", NoText, "empty"),
        (b" \n\t ", NoText, "empty"),
        (b"<html><body><img src='scan.jpg'></body></html>", NoText, "OCR"),
        (b"%PDF-1.7\nnothing more", Unreadable, "print it to a new PDF"),
        (b"PK\x03\x04 and nothing more", Unreadable, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\x00" * 600, Unreadable, "save it as .docx"),
        (b"{\\rtf1\\ansi We note.}", Unreadable, "save it as .docx"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, Unreadable, "OCR"),
        (b"\x1f\x8b\x08" + b"\x00" * 60, Unreadable, "unpack it"),
        (bytes(range(1, 32)) * 9, Unreadable, "no text that can be read"),
        (zipped(readme_txt=b"x"), Unreadable, "no Word document"),
        (b"<html>" + b"x" * 50_000_000, TooLarge, "without its exhibits"),
        (b"<html>" + b"<div>" * 30_000 + b"x", TooLarge, "nests"),
        (b"<html>" + b"<b><table>" * 30_000 + b"x", TooLarge, "nests"),
        (zipped(word__document_xml=BOMB), TooLarge, "unpacks"),
        (b"x" * 45_000_000, TooLarge, "40 MB"),
    ],
    ids=lambda v: f"{len(v)} bytes" if isinstance(v, bytes) else None,
)
def test_what_is_no_letter_is_refused_in_time_with_what_to_do(
    data: bytes, error: type[DrafterError], says: str
) -> None:
    began = time.monotonic()
    with pytest.raises(error, match=says):
        read(data)
    assert time.monotonic() - began < 10


def test_a_pdf_of_ten_thousand_pages_is_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(10_000):
        canvas.showPage()
    canvas.save()
    with pytest.raises(TooLarge, match="10000 pages"):
        read(out.getvalue())


# A file damaged on its way


@pytest.mark.parametrize(
    "damaged",
    [
        as_pdf()[9:],
        as_pdf()[200:],
        b"mail header\n" * 3 + as_pdf(),
        b"mail header\n" * 300 + as_pdf(),
    ],
    ids=["head lost", "first object lost", "little before its head", "much before its head"],
)
def test_a_pdf_is_read_without_its_head_and_with_anything_before_it(damaged: bytes) -> None:
    assert reader_of(damaged).name == "pdf"
    assert texts(read(damaged)) == [text for text, _ in LETTER]


def altered(changes: dict[int, bytes]) -> bytes:
    """A Word file of one small part, bytes of its directory replaced, counted from where its entry begins."""
    whole = bytearray(zipped(word__document_xml=b"<w:document xmlns:w='w'>" + b"We note. " * 200))
    entry = whole.index(b"PK\x01\x02")
    for at, put in changes.items():
        whole[entry + at : entry + at + len(put)] = put
    return bytes(whole)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({42: b"\xff\xff\xff\x7f"}, "damaged or locked"),
        ({24: b"\x00\x09\x00\x00"}, "damaged or locked"),
        ({8: b"\x01\x00"}, "damaged or locked"),
        ({10: b"\x0e\x00"}, "packed in a way"),
        ({10: b"\x63\x00"}, "packed in a way"),
        ({30 + 16: b"\xff\xfe"}, "damaged or locked|no Word document"),
        ({24: b"\xff\xff\xff\x7f"}, "unpacks to more"),
    ],
    ids=["no such place", "wrong size", "locked", "LZMA", "unknown packing", "broken name", "too large"],
)
def test_a_damaged_word_file_is_refused_with_what_to_do(changes: dict[int, bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(altered(changes))


def test_a_word_file_whose_packed_bytes_are_damaged_is_refused() -> None:
    whole = bytearray(as_docx())
    start = whole.index(b"word/document.xml") + 60
    whole[start : start + 40] = b"\xff" * 40
    with pytest.raises(Unreadable, match="damaged"):
        read(bytes(whole))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    at=st.integers(0, 80),
    mark=st.sampled_from([b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"]),
    put=st.binary(min_size=1, max_size=6),
)
def test_no_damage_to_the_frame_of_a_word_file_breaks_the_reader(at: int, mark: bytes, put: bytes) -> None:
    whole = bytearray(as_docx())
    place = whole.index(mark) + at
    whole[place : place + len(put)] = put
    try:
        lines = read(bytes(whole))
    except DrafterError:
        return
    assert texts(lines)[0] == LETTER[0][0]


SAMPLES = [as_text(), as_html(), as_pdf(), as_docx()]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.binary(max_size=400),
    prefix=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<DOCUMENT><TEXT>"]),
)
def test_no_bytes_break_a_reader(data: bytes, prefix: bytes) -> None:
    try:
        lines = read(prefix + data)
    except DrafterError:
        return
    assert all(line.text == line.text.strip() and line.text.encode() for line in lines)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sample=st.sampled_from(SAMPLES), at=st.floats(0, 1), put=st.binary(max_size=6), cut=st.integers(0, 40))
def test_no_damage_to_a_letter_breaks_a_reader(sample: bytes, at: float, put: bytes, cut: int) -> None:
    place = int(at * len(sample))
    try:
        lines = read(sample[:place] + put + sample[place + cut :])
    except DrafterError:
        return
    assert all(0 <= line.lead <= len(line.text) for line in lines)


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (NUMBER.fullmatch, ("1.", "(a)", "iv)", "12", "**"), ("Total", "1,204", "2020")),
        (OPENING_BULLET.match, ("· why", "§  why", "o  why"), ("§ 229.303", "o why", "Øresund")),
        (LABEL.fullmatch, ("Re:", "Response:", "Comment No. 4:", "cc"), ("Revenue", "2019:", "Net sales")),
        (FIGURE.fullmatch, ("$ 1,204", "(3.1)%", "—", "n/a"), ("May 4, 2020", "Harrowgate")),
        (OPENS_NUMBER.match, ("2. We", "(a) why", "2.We note", "3)Please, tell"), ("2.5 million", "2.B of", "2.the")),
        (DAMAGE[0].search, ("\\$5", "\\*"), ("$5", "C:\\new")),
        (DAMAGE[1].search, ("- 1. We note",), ("1. We note", "- one. We")),
        (DAMAGE[2].search, ("**Re:**",), ("** not meaningful", "* * *")),
        (DAMAGE[3].search, ("*We note.*",), ("*% and *%", "a * b * c")),
        (BREAK.match, ("* * *", "\\* \\* \\*", "-----"), ("* note", "- item")),
        (STARS.search, ("*word", "word*", "**x**"), ("*%", "$* million", "* * *")),
    ],
)  # fmt: skip
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Callable[[str], object], matches: tuple[str, ...], not_matches: tuple[str, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []


def test_a_bullet_is_one_sign() -> None:
    assert BULLET == "•"


# Real letters


@pytest.mark.real
@pytest.mark.slow
def test_every_real_letter_is_read(letters: Path) -> None:
    unread = []
    for path in sorted((letters / "open").rglob("*.*")):
        try:
            lines = read(path.read_bytes(), path.name)
        except DrafterError as error:
            unread.append((path.name, str(error)))
            continue
        if len(lines) < 8 or any("LastName" in line.text for line in lines):
            unread.append((path.name, lines[0].text))
    assert unread == []


@pytest.mark.real
def test_the_seeds_keep_their_emphasis_and_lose_their_markdown(letters: Path) -> None:
    for path in sorted((letters / "seeds").glob("*.txt")):
        lines = read(path.read_bytes())
        assert [line.text for line in lines if "**" in line.text or "\\" in line.text] == []
        assert sum(line.italic for line in lines) >= 5


def test_a_long_row_that_stops_in_mid_sentence_goes_on_though_the_next_word_would_have_fitted() -> None:
    text = (
        b"1. Please revise future filings to state whether you engage assessors, consultants or other third\n"
        b"parties in connection with your risk processes. Refer to Item 106(b)(1)(ii) of\n"
        b"Regulation S-K. We also note press reports of an intrusion into your loyalty system in\n"
        b"November 2025, about which we may have further comments once we have read your answer to it.\n"
        b"\n"
        b"Management's Discussion and Analysis of Financial Condition and Results\n"
        b"Key Metrics, page 41\n"
    )
    found = [line.text for line in read(text)]
    assert found[0].endswith("read your answer to it.")
    assert found[1:] == [
        "Management's Discussion and Analysis of Financial Condition and Results",
        "Key Metrics, page 41",
    ]


def test_a_row_of_signs_is_no_row_of_a_table() -> None:
    (row,) = [
        line for line in read(b"We will comply.\n\n     *       *       *\n\nSincerely,") if "*" in line.text
    ]
    assert (row.text, row.table) == ("* * *", None)
