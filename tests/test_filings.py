"""The filing under review in every format: pages as printed, Items, Notes, passages, figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain import Line
from drafter.errors import DrafterError
from drafter.filings import Filed, filed, find_number, missed, passages, periods, statements
from drafter.filings.figures import figures_in
from drafter.filings.passages import concerns, pages_named
from drafter.filings.printed import sheets
from drafter.reading import FILING, read
from tests.conftest import a_comment
from tests.invented_filing import FORMATS, REPORT, Sheet, as_html

PRINTED = ["i", "1", "2", "3", "4", "5", "6", "7", "F-1", "F-2"]
OPENING = ("Form 10-K for the Fiscal Year Ended December 31, 2024",)


@lru_cache
def opened(name: str = "html") -> Filed:
    return filed(read(FORMATS[name], name, FILING))


def a_filing(*texts: str, page: int | None = None) -> Filed:
    return filed([Line(t, page=page) for t in texts])


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "docx"])
def test_pages_bear_the_numbers_that_the_filing_prints(name: str) -> None:
    assert list(opened(name).pages) == PRINTED


def test_a_word_file_has_the_pages_whose_typed_numbers_count_on() -> None:
    assert list(opened("docx").pages)[:7] == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize("name", FORMATS)
def test_items_and_notes_begin_at_their_headings_and_not_in_the_contents(name: str) -> None:
    filing = opened(name)
    starts = {
        k: filing.paragraphs[p.start].text.lower()[:9] for k, p in {**filing.items, **filing.notes}.items()
    }
    assert list(filing.items) == ["1", "7", "8"]
    assert list(filing.notes) == ["1", "5", "13"]
    assert starts == {
        "1": "note 1. b",
        "7": "item 7. m",
        "8": "item 8. f",
        "5": "note 5. i",
        "13": "note 13. ",
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_opens_with_the_cells_of_its_tables_joined(name: str) -> None:
    filing = opened(name)
    page = filing.page("6")
    assert page is not None
    assert filing.text(page).lower().splitlines() == [
        "note 5. inventories",
        "inventories are stated at the lower of cost and net realizable value.",
        "(in thousands) | 2024 | 2023",
        *("raw materials | $ 12,410 | $ 11,905", "work in process | 8,222 | 7,640"),
        *("finished goods | 38,612 | 35,001", "total inventories | $ 59,244 | $ 54,546"),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_paragraph_that_runs_over_a_page_is_one_and_stands_on_both(name: str) -> None:
    (over,) = [p for p in opened(name).paragraphs if len(p.pages) > 1]
    assert over.pages == ("3", "4")
    assert "and new dealers, and we expect this increase" in over.text


@pytest.mark.parametrize("name", FORMATS)
def test_running_heads_page_numbers_and_hidden_data_are_no_text_of_the_filing(name: str) -> None:
    words = "\n".join(p.text for p in opened(name).paragraphs)
    assert "99,999,999" not in words
    assert [p.text for p in opened(name).paragraphs if p.text in {*PRINTED[1:8], "Table of Contents"}] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_figure_is_found_at_the_scale_of_its_table(name: str) -> None:
    (found,) = find_number(opened(name), "$38.6 million", "finished goods")
    assert (found.page, found.line.lower(), found.exact) == ("6", "finished goods | 38,612 | 35,001", False)


@pytest.mark.parametrize(
    ("said", "pages"),
    [("$34.9 million", ["4"]), ("41.5%", ["3"]), ("41.5 percent", ["3"]), ("1,204", ["2"]), ("$99.9 million", []),
     ("38,612", ["6"]), ("no figure", []), ("6%", ["3"]), ("$59.2 million", ["6"])],
)  # fmt: skip
def test_a_figure_is_found_on_the_page_where_its_paragraph_begins(said: str, pages: list[str]) -> None:
    assert [f.page for f in find_number(opened(), said)] == pages


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("You show stock on page 6.", ["filing:p6"]),
        ("Refer to pages 3-4.", ["filing:p3", "filing:p4"]),
        ("Refer to pages 3 and 6, and to page F-2.", ["filing:p3", "filing:p6", "filing:pF-2"]),
        ("We note Note 13.", ["filing:note13"]),
        ("We note Notes 5 and 13.", ["filing:note5", "filing:note13"]),
        ("Please revise Item 7 of your filing.", ["filing:item7"]),
        ("You say “price increases and new dealers” drove it.", ["filing:p3"]),
        ("Refer to Item 303 of Regulation S-K, Item 10(e) and Item 4.02 of Form 8-K.", []),
        ("See page 6 of your response letter and page 4 of your proxy statement.", []),
        ("See page 6 of your Form 10-Q.", []),
        ("See page 6 of your Form 10-K.", ["filing:p6"]),
        ("Item 5-03(b) of Regulation S-X and Item 1 of Form S-4 apply.", []),
        ("Please tell us why.", []),
    ],
)
def test_a_comment_opens_what_it_points_to(text: str, opens: list[str]) -> None:
    found = passages(opened(), a_comment(text, heading=OPENING), "10-K")
    assert [e.source for e in found] == opens


def test_a_page_in_the_heading_opens_too() -> None:
    comment = a_comment("Please tell us why.", heading=(*OPENING, "Liquidity"), page="4")
    (found,) = passages(opened(), comment, "10-K")
    assert (found.name, found.text.splitlines()[-1][:25]) == ("page 4", "Cash and cash equivalents")


def test_without_a_page_the_caption_opens_its_section() -> None:
    comment = a_comment("Please tell us of your cash.", heading=(*OPENING, "Liquidity and Capital Resources"))
    (found,) = passages(opened(), comment, "10-K")
    assert found.source == "filing:p4"
    assert found.text.splitlines()[0] == "Liquidity and Capital Resources"


def test_a_comment_on_another_filing_opens_nothing() -> None:
    comment = a_comment("See page 6.", heading=("Form 8-K Filed February 13, 2025",))
    assert passages(opened(), comment, "10-K") == ()
    assert missed(opened(), comment, "10-K") == ()


@pytest.mark.parametrize(
    ("heading", "form", "concerns_it"),
    [
        ("Form 10-K for the Fiscal Year Ended December 31, 2024", "10-K/A", True),
        ("Draft Registration Statement on Form S-1", "DRS", True),
        ("Form 10-Q for the Quarterly Period Ended March 31, 2025", "10-K", False),
        ("Definitive Proxy Statement on Schedule 14A", "DEF 14A", True),
        ("General", "10-K", True),
    ],
)
def test_a_heading_tells_which_filing_a_comment_is_on(heading: str, form: str, concerns_it: bool) -> None:
    assert concerns(a_comment("Why?", heading=(heading,)), form) is concerns_it


def test_a_proxy_statements_own_pages_are_its_own() -> None:
    assert [label for label, _ in pages_named("page 12 of the Proxy Statement", "DEF 14A")] == ["12"]


def test_a_long_page_gives_the_paragraphs_that_bear_on_the_comment() -> None:
    filler = tuple(f"Weather in valley {n} was mild, and " + "rain fell softly. " * 12 for n in range(20))
    long = (Sheet("8", ("# Overview", *filler, "Kiln firing costs rose by $4.1 million in 2024.", *filler)),)
    filing = filed(read(as_html((*REPORT[:-2], *long)), "long", FILING))
    (found,) = passages(filing, a_comment("On page 8, explain why kiln firing costs rose."))
    assert "Kiln firing costs rose by $4.1 million in 2024." in found.text.splitlines()
    assert found.text.startswith("[...]")
    assert len(found.text.split()) < 400


def test_of_a_long_table_come_its_head_and_the_rows_that_the_comment_speaks_of() -> None:
    places = [
        f"{a} {b} warehouse lease" for a in ("Elm", "Oak", "Yew", "Ash") for b in ("hill", "dale", "ford")
    ]
    rows = [
        ("(in thousands)", "2024", "2023"),
        *((place, f"{n}0", f"{n}1") for n, place in enumerate(6 * places)),
    ]
    rows.insert(40, ("Yarmouth kiln", "4,100", "3,900"))
    filing = filed(read(as_html((Sheet("8", ("# Leases", tuple(rows))),)), "long", FILING))
    comment = a_comment("On page 8, tell us why rent of the Yarmouth kiln rose to $4.1 million.")
    (found,) = passages(filing, comment)
    lines = found.text.splitlines()
    assert lines[:2] == ["Leases", "(in thousands) | 2024 | 2023"]
    assert "[...]" in lines
    assert "Yarmouth kiln | 4,100 | 3,900" in lines
    assert len(found.text.split()) < 420


def test_what_is_shown_already_is_not_shown_again() -> None:
    comment = a_comment("Page 6 and Note 5 show finished goods; page 7 and Note 13 segments.")
    found = passages(opened(), comment)
    assert [e.source for e in found] == ["filing:p6", "filing:p7"]


def test_a_paragraph_of_a_whole_page_is_cut_where_it_is_too_long() -> None:
    filing = filed([Line("Kilns cool. " * 400, page=1), Line("7", page=1)])
    (found,) = passages(filing, a_comment("Page 7 says that kilns cool."))
    assert (len(found.text.split()), found.text[-5:]) == (251, "[...]")


@pytest.mark.parametrize(
    ("cover", "days"),
    [
        ("For the fiscal year ended December 31, 2024", [date(2024, 12, 31)]),
        ("For the quarterly period ended MARCH 31, 2025", [date(2025, 3, 31)]),
        ("For the fiscal year ended February 30, 2024", []),
        ("Annual report", []),
    ],
)
def test_the_cover_tells_the_period(cover: str, days: list[date]) -> None:
    assert list(periods(filed([Line(cover)]))) == days


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("See page 19.", "the filing at hand prints no page 19"),
        ("We note Note 6.", "the filing at hand has no Note 6"),
        ("Page 6 shows cash of $34.9 million.",
         "it does not stand on page 6 of the filing at hand, but on page 4"),
        ("On page 7 you say “price increases and new dealers”.",
         "it does not stand on page 7 of the filing at hand, but on page 3"),
    ],
)  # fmt: skip
def test_a_reference_that_the_filing_does_not_bear_out_is_missed(text: str, why: str) -> None:
    assert [m.why for m in missed(opened(), a_comment(text), "10-K")] == [why]


@pytest.mark.parametrize(
    "text",
    ["Page 6 shows finished goods of $38.6 million.", "Page 4 says “and new dealers, and we expect”.",
     "Page 6 shows $77.7 million, which stands nowhere."],
)  # fmt: skip
def test_a_reference_that_holds_or_cannot_be_looked_up_is_not_missed(text: str) -> None:
    assert missed(opened(), a_comment(text), "10-K") == ()


def test_statements_of_a_table_have_the_year_of_their_column_and_the_tables_scale() -> None:
    filing = opened()
    page = filing.page("6")
    assert page is not None
    goods = [s for s in statements(filing, page) if s.subject == {"finish", "good"}]
    assert [(s.year, s.value, s.kind, s.page) for s in goods] == [
        ("2024", Decimal(38_612_000), "money", "6"),
        ("2023", Decimal(35_001_000), "money", "6"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sales were $1.2 million, or 8 percent, of 1,204 orders.", ["$1.2 million", "8 percent", "1,204"]),
        ("See page 41, Note 5, Item 303, ASC 280-10-50-41, Form 10-K of 2024 and May 4, 2025.", []),
        ("It fell (3.1)% and $(4,200).", ["3.1)%", "$(4,200"]),
    ],
)
def test_figures_are_read_and_labels_are_not(text: str, said: list[str]) -> None:
    assert [f.said for f in figures_in(text)] == said


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("pages 62-64", ["62", "63", "64"]),
        ("page F-12", ["F-12"]),
        ("pages 62, 63 and F-9", ["62", "63", "F-9"]),
        ("pages 62 through 64", ["62", "63", "64"]),
        ("pages 5 to 500", [str(n) for n in range(5, 15)]),
        ("page 4 of your earnings release", []),
        ("homepage 12", []),
        ("page F- 25", ["F-25"]),
        ("the Q&A on page xiii", ["xiii"]),
        ("pages v (“intended to qualify”) and 46", ["v"]),
        ("page 9 to the Marketplace feature of your website", ["9"]),
        ("page 12 of the Proxy Statement", []),
    ],
)
def test_page_numbers_are_read_as_comments_write_them(text: str, labels: list[str]) -> None:
    assert [label for label, _ in pages_named(text)] == labels


@pytest.mark.parametrize(
    ("feet", "labels"),
    [
        (["41", "42", "", "44"], ["41", "42", "43", "44"]),  # a page that prints none lies between
        (["- 3 -", "- 4 -"], ["3", "4"]),
        (["Page 3 of 9", "Page 4 of 9"], ["3", "4"]),
        ([f"{n} | Harrowgate 2024 Form 10-K" for n in (7, 8, 9)], ["7", "8", "9"]),
        ([f"2024 Form 10-K {n}" for n in (7, 8, 9)], ["7", "8", "9"]),
        ([f"{n} Harrowgate Tools, Inc." for n in (7, 8, 9)], ["7", "8", "9"]),
        (["Sales of 7", "Costs of 8", "Kilns"], ["", "", ""]),  # two are chance
        (["2023", "2024", "2025"], ["", "", ""]),  # years
        (["X", "Kilns", "X"], ["", "", ""]),  # boxes ticked
        (["iii", "iv", "v"], ["iii", "iv", "v"]),
        (["F-9", "F-10"], ["F-9", "F-10"]),
        (["41", "45", "71"], ["41", "45", "71"]),  # an excerpt
        (["", "", ""], ["", "", ""]),
    ],
)
def test_the_number_of_a_page_is_told_from_its_foot(feet: list[str], labels: list[str]) -> None:
    lines = [
        Line(text, page=n)
        for n, foot in enumerate(feet, 1)
        for text in (f"A page on subject {'abcdefg'[n]}.", "More of it.", foot)
        if text
    ]
    assert [s.label for s in sheets(lines)] == labels


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Note 13. Segments", "13", "Segments"),
        ("NOTE 13 — SEGMENTS:", "13", "SEGMENTS"),
        ("13. Segments", "13", "Segments"),
        ("(13) Segments", "13", "Segments"),
        ("13) Segments", "13", "Segments"),
        ("Note 13 - Segments (continued)", "", ""),
        ("Note 13 describes our segments and how we tell them apart.", "", ""),
    ],
)
def test_notes_are_told_by_their_headings(heading: str, number: str, title: str) -> None:
    lines = [Line("Notes to the Consolidated Financial Statements", bold=True), Line(heading, bold=True)]
    notes = filed([*lines, Line("We have two segments.")]).notes
    assert {n: p.title for n, p in notes.items()} == ({number: title} if number else {})


def test_a_heading_that_runs_into_its_text_opens_a_note() -> None:
    head = "Note 13. Segments."
    lines = [
        Line("Notes to Financial Statements", bold=True),
        Line(f"{head} We have two segments.", lead=len(head) + 1),
    ]
    filing = filed(lines)
    assert filing.text(filing.notes["13"]).splitlines() == [head, "We have two segments."]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Item 7A. Quantitative and Qualitative Disclosures", "7A"),
        ("PART II, ITEM 7: MANAGEMENT’S DISCUSSION", "7"),
        ("Item 16K. Cybersecurity", "16K"),
        ("Item 5 Operating and Financial Review", "5"),
    ],
)
def test_items_are_told_by_their_headings(heading: str, number: str) -> None:
    assert list(filed([Line(heading, bold=True), Line("We own kilns.")]).items) == [number]


def test_a_row_of_a_table_of_contents_is_no_item() -> None:
    assert filed([Line("Item 16. | Form 10-K Summary | 98", table=1), Line("We own kilns.")]).items == {}


WORDS = [f"{a}{b}{c}" for a in "kst" for b in "aeiou" for c in "lmnr"]


def _paged(foot: str, after: str = '<p style="page-break-before:always"></p>', before: str = "") -> bytes:
    """Thirty pages of HTML, numbered from 30, each with that foot."""
    pages = (
        f"{before}<p>Of {WORDS[n]} kilns.</p><p>On {WORDS[n]} tools.</p>{foot.format(n=n)}{after}"
        for n in range(30, 60)
    )
    return f"<html><body>{''.join(pages)}</body></html>".encode()


@pytest.mark.parametrize(
    "page",
    [
        _paged(
            '<p align="center">{n}</p>', '<p style="page-break-before:always"></p><h5>Table of Contents</h5>'
        ),
        _paged("<table><tr><td>Harrowgate Tools, Inc.</td><td>{n}</td></tr></table>"),
        _paged("<table><tr><td>{n}</td><td></td><td>Harrowgate 2024 Annual Report</td></tr></table>"),
        _paged("<p>- {n} -</p>", "<hr>"),  # nothing but a rule between pages
        _paged("<p>Page {n} of 300</p>", "</div>", '<div style="break-before:page">'),
    ],
)
def test_pages_of_any_generator_are_told(page: bytes) -> None:
    filing = filed(read(page, "page.htm", FILING))
    assert list(filing.pages) == [str(n) for n in range(30, 60)]
    assert {len(list(filing.within(part))) for part in filing.pages.values()} == {2}


def test_what_heads_many_tables_is_no_running_head() -> None:
    lines = [
        Line(text, page=n, table=n if " | " in text else None)
        for n in range(1, 12)
        for text in ("Harrowgate Tools, Inc.", "(in thousands)", "Rent | 2024", f"{WORDS[n]} | 4", str(n))
    ]
    page = filed(lines).page("5")
    assert page is not None
    assert filed(lines).text(page) == f"(in thousands)\nRent | 2024\n{WORDS[5]} | 4"


def test_pages_without_breaks_are_cut_at_numbers_that_count_on() -> None:
    lines = [Line(t) for n in range(1, 6) for t in (f"Of subject {'abcdef'[n]}.", str(n))]
    assert [(s.label, len(s.lines)) for s in sheets(lines)] == [(str(n), 1) for n in range(1, 6)]


def test_a_submission_gives_its_main_document() -> None:
    wrapped = (
        b"<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n" + FORMATS["html"] + b"\n</TEXT>\n</DOCUMENT>\n"
        b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nLETTER of an exhibit\n</TEXT>\n</DOCUMENT>\n"
    )
    assert list(filed(read(wrapped, "full", FILING)).pages) == PRINTED


TEXTS = st.lists(
    st.text(alphabet="Item Note 0123456789.|-$%(),“”F\n")
    | st.sampled_from(["41", "F-2", "Note 5. Stock", "a | 1,2"]),
    max_size=40,
)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.booleans(), TEXTS)
def test_any_lines_make_a_filing_that_can_be_asked_anything(
    texts: list[str], paged: bool, asked: list[str]
) -> None:
    lines = [Line(t, page=n // 3 + 1 if paged else None, table=n // 5 or None) for n, t in enumerate(texts)]
    filing = filed(lines)
    comment = a_comment(" ".join(asked) or "Why?", heading=OPENING)
    for part in (*filing.pages.values(), *filing.items.values(), *filing.notes.values()):
        assert 0 <= part.start <= part.end <= len(filing.paragraphs)
        list(statements(filing, part))
    assert all(e.source.startswith("filing") for e in passages(filing, comment))
    missed(filing, comment)
    find_number(filing, comment.text)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(list(FORMATS)), st.integers(0, 4000), st.binary(max_size=40))
def test_a_damaged_file_is_read_or_refused_with_a_message(name: str, at: int, noise: bytes) -> None:
    data = FORMATS[name]
    try:
        filing = filed(read(data[:at] + noise + data[at + len(noise) :], "damaged", FILING))
    except DrafterError:
        return
    assert all(p.text for p in filing.paragraphs)


def test_a_filing_is_read_in_bounded_time_and_larger_ones_are_refused() -> None:
    page = (
        "<p>"
        + "Revenue rose because of new dealers. " * 60
        + '</p><p>{}</p><hr style="page-break-after:always">'
    )
    large = ("<html><body>" + "".join(page.format(n) for n in range(1, 1500)) + "</body></html>").encode()
    filing = filed(read(large, "large.htm", FILING))
    assert (len(filing.pages), len(large) > 3_000_000) == (1499, True)
    with pytest.raises(DrafterError, match="larger than any filing: give the filing without its exhibits"):
        read(b"<html>" + b"<p>x</p>" * 900_000, "huge.htm", FILING)
