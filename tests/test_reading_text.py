"""Text as it was wrapped, marked down or encoded: the same lines come out."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import letter as letter_page
from reportlab.pdfgen.canvas import Canvas

from drafter.domain import Line
from drafter.parsing.comments import prose
from drafter.parsing.wrapping import SUSPENDED, TORN, together
from drafter.reading import read
from drafter.reading.encodings import text_of
from drafter.reading.markdown import ESCAPED, QUOTED, RULED, TITLE, UNDERSCORES
from drafter.reading.plain import set_out


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


# Rows of a wrapped paragraph

ROWS = [
    ("the percentage-of-", "completion method", "the percentage-of-completion method"),
    ("your non-", "GAAP measures", "your non-GAAP measures"),
    ("Item 303 of Regulation S-", "K as well", "Item 303 of Regulation S-K as well"),
    ("the years 2019–", "2021", "the years 2019–2021"),
    ("its customers and/", "or suppliers", "its customers and/or suppliers"),
    ("with one-, three-", "and five-year averages", "with one-, three- and five-year averages"),
    ("short-", "to medium-term goals", "short- to medium-term goals"),
    ("current-", "or prior-period amounts", "current- or prior-period amounts"),
    ("a day-", "to-day basis", "a day-to-day basis"),
    ("Harrowgate Tools, Inc. -", "Form 10-K", "Harrowgate Tools, Inc. - Form 10-K"),
    ("one --", "or two", "one -- or two"),
    ("as follows:", "sales rose", "as follows: sales rose"),
]


@pytest.mark.parametrize(("row", "after", "whole"), ROWS)
def test_rows_join_as_they_were_before_they_were_wrapped(row: str, after: str, whole: str) -> None:
    assert together([row, after]) == whole


@pytest.mark.parametrize(("row", "after", "whole"), [r for r in ROWS if r[1][0].islower()])
def test_a_sentence_torn_by_a_page_break_joins_alike(row: str, after: str, whole: str) -> None:
    assert prose([row, after] if not row.endswith(":") else [whole]) == whole


FILLING = "We note that you describe your results and the measures that you use to judge"


def as_text(row: str, after: str) -> bytes:
    return f"{FILLING}\n{FILLING[: 76 - len(row)]} {row}\n{after} {FILLING[:40]}\n".encode()


def as_pdf(row: str, after: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter_page)
    canvas.setFont("Courier", 10)
    for at, text in enumerate(as_text(row, after).decode().splitlines()):
        canvas.drawString(72, 700 - 12 * at, text)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("form", [as_text, as_pdf], ids=["text", "pdf"])
@pytest.mark.parametrize(("row", "after", "whole"), ROWS[:2] + ROWS[5:9])
def test_every_format_that_joins_rows_joins_them_alike(
    form: Callable[[str, str], bytes], row: str, after: str, whole: str
) -> None:
    (line,) = read(form(row, after))
    assert f" {whole} We note" in line.text


# Marked down


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Response:**\n\n> We grew.\n\n> • We ship.", ["Response:", "We grew.", "• We ship."]),
        ("**Response:**\n\n> > nested\n>\n> after", ["Response:", "nested", "after"]),
        ("**As follows:**\n\nif a > b", ["As follows:", "if a > b"]),
        ("Sales fell \\& costs \\_did\\_ not \\<rise\\>\\~", ["Sales fell & costs _did_ not <rise>~"]),
        ("Kept in C:\\new\\files", ["Kept in C:\\new\\files"]),
        ("## Response\n\nWe agree.", ["Response", "We agree."]),
        ("# 1 item", ["# 1 item"]),
        ("**Note**\n\n_We note units_sold._", ["Note", "We note units_sold."]),
        ("**By:**\n\n________________", ["By:", "________________"]),
        (
            "**Re: Harrowgate**  \nForm 10-K\n\nWe note that your revenue rose by a large share in the year"
            " and that you name\nprice alone as its cause. Please quantify each of the several causes"
            " that\nyou name.",
            ["Re: Harrowgate", "Form 10-K",
             "We note that your revenue rose by a large share in the year and that you name price alone as "
             "its cause. Please quantify each of the several causes that you name."],
        ),
    ],
)  # fmt: skip
def test_marks_of_markdown_are_gone_and_all_else_is_left(text: str, expected: list[str]) -> None:
    assert texts(read(text.encode())) == expected


@pytest.mark.parametrize(
    "table",
    [
        "(in millions) | 2025 | 2024\n--- | ---: | ---:\nTools \\| parts | 12 | 11",
        "| (in millions) | 2025 | 2024 |\n|:--|--:|--:|\n| Tools \\| parts | **12** | 11 |",
        "> (in millions) | 2025 | 2024\n> --- | --- | ---\n> Tools \\| parts | 12 | 11",
    ],
)
def test_a_table_of_markdown_keeps_its_cells_and_loses_its_rule(table: str) -> None:
    lines = read(f"As follows:\n\n{table}\n\nThe end.".encode())
    assert [(line.text, line.table) for line in lines] == [
        ("As follows:", None),
        ("(in millions) | 2025 | 2024", 1),
        ("Tools | parts | 12 | 11", 1),
        ("The end.", None),
    ]


def test_a_table_without_a_head_loses_its_empty_one() -> None:
    lines = read(b"**x**\n\n|  |  |\n| --- | ---: |\n| Tools | 12 |\n")
    assert [(line.text, line.table) for line in lines] == [("x", None), ("Tools | 12", 1)]


def test_a_heading_of_markdown_is_bold() -> None:
    assert [(line.text, line.bold) for line in read(b"## Key Metrics, page 41 ##\n\nWe note.")] == [
        ("Key Metrics, page 41", True),
        ("We note.", False),
    ]


# Encodings

SENTENCE = "The Company’s “Plan” — 5 €, naïve"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
@pytest.mark.parametrize(
    "body", ["{}", "<html><head><meta charset='latin-1'></head><body><p>{}</p></body></html>"]
)
def test_every_encoding_gives_the_same_text_and_page(encoding: str, body: str) -> None:
    assert texts(read(body.format(SENTENCE).encode(encoding))) == [SENTENCE]


def test_strays_of_windows_in_utf_8_are_read_as_what_they_are() -> None:
    assert (
        text_of("“One” and ".encode() + b"\x93two\x94" + " — “three”".encode()) == "“One” and “two” — “three”"
    )


def test_windows_capitals_before_a_quote_are_no_utf_8() -> None:
    assert text_of(b"the \x93CAF\xc9\x94 chain\x92s \x93menu\x94") == "the “CAFÉ” chain’s “menu”"


def test_codes_that_stand_for_no_sign_are_dropped() -> None:
    assert text_of(b"a\x81b\xff") == "abÿ"


# Preformatted text


def test_preformatted_text_is_read_like_text() -> None:
    text = "\nMarch 4, 2021\n\nDear Ms. Ash:\n\n           2020   2019\nSales      12     11\n"
    lines = read(f"<html><body><pre>{text}</pre><p>End.</p>".encode())
    assert [(line.text, line.table) for line in lines] == [
        ("March 4, 2021", None),
        ("Dear Ms. Ash:", None),
        ("2020 | 2019", 1),
        ("Sales | 12 | 11", 1),
        ("End.", None),
    ]


def test_a_preformatted_word_stays_in_its_paragraph() -> None:
    cell = b"<table><tr><td>1.</td><td><pre>We note.\n\nTell us.</pre></td></tr></table>"
    lines = read(b"<html><body>" + cell + b"<pre><b>Total</b></pre>")
    assert [(line.text, line.bold) for line in lines] == [
        ("1. We note.", False),
        ("Tell us.", False),
        ("Total", True),
    ]


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (TORN.search, ("percentage-of-", "and/", "2019–"), ("Inc. -", "one --", "word")),
        (SUSPENDED.match, ("and five-year", "or", "to medium"), ("to-day", "order", "android")),
        (ESCAPED.search, ("\\*", "\\&", "\\_"), ("C:\\new", "&")),
        (QUOTED.search, ("> We attribute", ">", "  > We"), ("a > b", "     > code")),
        (RULED.search, ("--- | ---:", "|---|---|", "| --- |"), ("-----", "a | b", "- | -")),
        (TITLE.search, ("## Response", "# A"), ("#1", "####### seven")),
        (UNDERSCORES[0].search, ("_We note", "__Re: us"), ("units_sold_net", "____", "By: ______")),
        (UNDERSCORES[1].search, ("note it._", "Re: us__"), ("units_sold_net", "____", "By: ______")),
    ],
)
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Callable[[str], object], matches: tuple[str, ...], not_matches: tuple[str, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []


def test_the_number_of_a_note_at_the_head_of_a_row_begins_no_item() -> None:
    text = (
        "3.   The advances that you disclose on this page do not agree with those shown in Note\n"
        "27. Please reconcile the two amounts, and tell us the terms of the advances to each of\n"
        "the kilns in the period that is presented in the filing on which we comment here now.\n"
    )
    assert [line.text for line in set_out(text)] == [" ".join(text.split())]
