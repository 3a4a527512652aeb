import importlib.util
import re
import sys
import time
import zipfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import meta

from drafter.domain import (
    BLANK,
    Answer,
    Comment,
    Draft,
    Filing,
    Finding,
    Line,
    Move,
    Passage,
    Person,
    Severity,
)
from drafter.errors import BadTemplate, DrafterError, WouldOverwrite
from drafter.packaged import folder
from drafter.parsing import parse
from drafter.reading import read
from drafter.rendering import RENDERERS, LetterView, blocks, filings, opening, render, view, write
from drafter.rendering import letter_view as parts
from drafter.rendering.columns import column_widths
from drafter.rendering.compose import headings
from drafter.rendering.fields import LETTER_FIELDS, PART_FIELDS
from drafter.rendering.letter_view import BlockKind
from drafter.rendering.markdown import escaped
from drafter.rendering.notes import SOURCES, STANCES
from drafter.templates import sandbox
from tests.letter_draft import DRAFT, FORM_10K, LETTER, MATTER, MDNA, PROVENANCE

ROOT = Path(__file__).parent.parent
GOLDENS = Path(__file__).parent / "goldens"


def words(text: str) -> str:
    return " ".join(text.split())


def with_matter(**changes: object) -> Draft:
    return replace(DRAFT, matter=replace(MATTER, **changes))  # type: ignore[arg-type]


def one_answer(comment: str, answer: str = "The Company will.", **matter: object) -> Draft:
    made = Answer(Comment("staff", "1", comment), Move.EXPLAIN, (Passage(answer),))
    return replace(with_matter(**matter), answers=(made,), findings=())


def word(data: bytes) -> "docx.document.Document":
    return docx.Document(BytesIO(data))


def paragraphs(draft: Draft, style: str) -> list[str]:
    found = word(render(draft, ".docx")).paragraphs
    return [p.text for p in found if p.style and p.style.name == style]


def comments_beside(draft: Draft) -> list[str]:
    return [c.text for c in word(render(draft, ".docx")).comments]


# blocks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("• the amount", ["•"]),
        ("- the amount", ["-"]),
        ("(ii) the amount", ["(ii)"]),
        ("(a) the amount", ["(a)"]),
        ("o the amount", ["o"]),
        ("on the amount", [""]),
        ("(in part) the amount", [""]),
        ("-5% is the amount", [""]),
        ("address the following: • the amount; • the date", ["", "•", "•"]),
        ("We use the • sign alone.", ["", "•"]),
        ("one•two", [""]),
    ],
)
def test_a_bullet_is_known_by_its_mark(text: str, marks: list[str]) -> None:
    assert [b.mark for b in blocks.blocks(text)] == marks


def test_no_word_of_a_text_is_lost_in_blocks() -> None:
    text = "First.\n\n• a;\n• b | c\nCountry | 2026\nGermany | 5\nLast  line. • run in"
    shown = [
        " ".join([b.mark, b.text, *(c.text for row in b.rows for c in row)]) for b in blocks.blocks(text)
    ]
    assert words(" ".join(shown)).replace("|", "").split() == text.replace("|", "").split()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a | b\nc | d", [["a", "b"], ["c", "d"]]),
        ("| 2026 | 2025\nSales | 5 | 4", [["", "2026", "2025"], ["Sales", "5", "4"]]),
        ("| a | b |\n|---|---|\n| c | d |", [["a", "b"], ["c", "d"]]),
        ("a | b | c\nd | e", [["a", "b", "c"], ["d", "e", ""]]),
    ],
)
def test_neighbouring_rows_are_one_table(text: str, rows: list[list[str]]) -> None:
    (table,) = blocks.blocks(text)
    assert [[c.text for c in row] for row in table.rows] == rows


def test_a_lone_row_stays_a_paragraph() -> None:
    assert [b.kind for b in blocks.blocks("one | two")] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "figure", ["$ 1,234", "(3.4)", "12%", "—", "$[●]", "[●: share, percent]%", "1.5x", "(12)%"]
)
def test_a_figure_is_set_flush_right(figure: str) -> None:
    assert blocks.is_figure(figure)


@pytest.mark.parametrize("text", ["Total", "Note 6", "June 28, 2025", "", "two"])
def test_words_are_no_figure(text: str) -> None:
    assert not blocks.is_figure(text)


def test_a_row_of_years_heads_a_table_and_a_row_of_amounts_does_not() -> None:
    years, amounts = blocks.blocks("x | 2025\nSales | $5"), blocks.blocks("Cost | $3\nSales | $5")
    assert (years[0].rows[0][1].head, amounts[0].rows[0][1].head) == (True, False)


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert blocks.clean("a\x00b\x0bc\ufdd0d\ud800e\r\nf\tg") == "ab\ncde\nf\tg"


# the letter


def test_the_subject_block_is_the_staff_letters_own() -> None:
    assert view(DRAFT).re == (
        "Brackenridge Instruments, Inc.",
        FORM_10K,
        "Filed February 20, 2026",
        "Form 10-Q for the Quarterly Period Ended March 31, 2026",
        "Filed May 6, 2026",
        "File No. 001-99231",
    )


def test_without_a_subject_block_it_is_composed_of_what_is_known() -> None:
    draft = replace(DRAFT, letter=replace(LETTER, lines=()))
    assert view(draft).re == (
        "Brackenridge Instruments, Inc.",
        "Form 10-K for the period ended December 31, 2025",
        "Filed February 20, 2026",
        "Form 10-Q for the period ended March 31, 2026",
        "Filed May 6, 2026",
        "File No. 001-99231",
    )


@pytest.mark.parametrize(("number", "said"), [("001-99231", "001-99231"), ("", "[●: file number]")])
def test_a_subject_block_without_a_file_number_gets_one(number: str, said: str) -> None:
    lines = tuple(line for line in LETTER.lines if "File No" not in line.text)
    letter = replace(LETTER, lines=lines, matter=replace(LETTER.matter, file_numbers=()))
    assert view(replace(with_matter(file_number=number), letter=letter)).re[-1] == f"File No. {said}"


@pytest.mark.parametrize(
    ("line", "numbered"), [("File No. 1-16769", True), ("CIK 0009900231", True), ("Filed May 6, 2026", False)]
)
def test_a_file_number_is_known_by_its_name(line: str, numbered: bool) -> None:
    assert bool(opening.FILE_NUMBER.search(line)) is numbered


def test_a_draft_registration_statement_goes_by_its_cik() -> None:
    matter = replace(MATTER, filings=(Filing("DRS (Form S-1)", None, date(2026, 2, 27)),), file_number="")
    letter = replace(LETTER, lines=(), matter=replace(LETTER.matter, filings=(), file_numbers=()))
    assert view(replace(DRAFT, letter=letter, matter=matter)).re == (
        "Brackenridge Instruments, Inc.",
        "Draft Registration Statement on Form S-1",
        "Submitted February 27, 2026",
        "CIK No. 0009900231",
    )


def test_the_introduction_defines_each_term_once() -> None:
    letter = view(DRAFT)
    assert letter.introduction == (
        "Brackenridge Instruments, Inc. (the “Company”) submits this letter in response to the "
        "comments of the "
        "staff (the “Staff”) of the Division of Corporation Finance of the Securities and Exchange "
        "Commission "
        "(the “Commission”) contained in the Staff’s letter dated June 9, 2026, relating to the "
        "Company’s Annual "
        "Report on Form 10-K for the fiscal year ended December 31, 2025, filed with the Commission on "
        "February 20, 2026 (the “Form 10-K”), and Quarterly Report on Form 10-Q for the quarterly "
        "period ended "
        "March 31, 2026, filed with the Commission on May 6, 2026 (the “Form 10-Q”).",
    )
    assert letter.defined == ("Company", "Staff", "Commission", "Form 10-K", "Form 10-Q")


def test_counsel_writes_on_behalf_of_its_client_and_signs_for_the_firm() -> None:
    draft = with_matter(
        letterhead="counsel",
        signatory=Person("Tobias Strand", "Partner", firm="Penhallow Strand LLP", phone="(212) 555-0118"),
    )
    letter = view(draft)
    assert letter.letterhead[:2] == ("Penhallow Strand LLP", "[●: address of Penhallow Strand LLP]")
    assert letter.introduction[0].startswith(
        "On behalf of our client, Brackenridge Instruments, Inc. (the “Company”), we submit this letter"
    )
    assert letter.signature == (
        "Penhallow Strand LLP",
        "By: ______________________",
        "Tobias Strand",
        "Partner",
    )
    assert letter.contact.endswith("to the undersigned at (212) 555-0118.")


def test_a_company_that_says_we_is_defined_so() -> None:
    letter = view(with_matter(person="we", terms=(("company", "we"),)))
    assert letter.introduction[0].startswith(
        "Brackenridge Instruments, Inc. (“we,” “us” or “our”) submits this letter"
    )
    assert "relating to our Annual Report" in letter.introduction[0]
    assert letter.convention.endswith("and is followed by our response.")
    assert "Tobias Strand of Penhallow Strand LLP, our counsel, at (212) 555-0118" in letter.contact


def test_a_partnership_is_called_a_partnership_and_its_general_partner_signs() -> None:
    letter = view(
        with_matter(
            terms=(("company", "the Partnership"),),
            signatory=replace(MATTER.signatory, entity="Brackenridge GP LLC, its general partner"),
        )
    )
    assert "relating to the Partnership’s Annual Report" in letter.introduction[0]
    assert letter.signature[:3] == (
        "Brackenridge Instruments, Inc.",
        "By: Brackenridge GP LLC, its general partner",
        "By: ______________________",
    )


AMENDMENT = (("name", "Amendment No. 2"), ("to", "the Registration Statement"), ("with_letter", "true"))


def test_an_amendment_gives_the_pages_and_the_terms() -> None:
    s1 = (Filing("S-1", None, date(2026, 3, 2)),)
    said = view(with_matter(filings=s1, amendment=AMENDMENT)).introduction[1]
    assert said.startswith(
        "Concurrently with this letter, the Company is filing Amendment No. 2 to the Registration Statement "
        "(“Amendment No. 2”)"
    )
    assert "Page references in the responses are to the pages of Amendment No. 2" in said


def test_an_amended_report_contains_what_the_answers_say_that_it_amends() -> None:
    amends = (
        "The Company is filing Amendment No. 1 on Form 10-K/A to its Form 10-K concurrently with this letter."
    )
    first, *others = DRAFT.answers
    passages = (replace(first.passages[0], text=amends),)
    draft = replace(with_matter(amendment=AMENDMENT), answers=(replace(first, passages=passages), *others))
    said = view(draft).introduction[1]
    assert said.endswith(
        f"contains the revision described in the response to comment {first.comment.number}."
    )


def test_complying_now_before_effectiveness_leaves_the_amendments_number_blank() -> None:
    answers = tuple(replace(a, stance=Move.COMPLY_NOW) for a in DRAFT.answers)
    draft = replace(with_matter(filings=(Filing("S-1", None, date(2026, 3, 2)),)), answers=answers)
    assert "Amendment No. [●: number of the amendment]" in view(draft).introduction[1]


@pytest.mark.parametrize("changes", [{}, {"amendment": (*AMENDMENT[:2], ("with_letter", "false"))}])
def test_no_amendment_with_the_letter_is_no_sentence(changes: dict[str, object]) -> None:
    assert len(view(with_matter(**changes)).introduction) == 1


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("10-K", "Annual Report on Form 10-K"),
        ("Form 10-K/A", "Annual Report on Form 10-K/A"),
        ("20-F", "Annual Report on Form 20-F"),
        ("10-Q", "Quarterly Report on Form 10-Q"),
        ("8-K", "Current Report on Form 8-K"),
        ("S-1", "Registration Statement on Form S-1"),
        ("F-4", "Registration Statement on Form F-4"),
        ("DRS (Form F-1)", "Draft Registration Statement on Form F-1"),
        ("DRS", "Draft Registration Statement"),
        ("DEF 14A", "Definitive Proxy Statement on Schedule 14A"),
        ("PREM14A", "Preliminary Proxy Statement on Schedule 14A"),
        ("Schedule TO-I", "Schedule TO-I"),
        ("SC 13E3", "Schedule 13E-3"),
        ("SC 14D9/A", "Schedule 14D-9/A"),
        ("1-A", "Offering Statement on Form 1-A"),
        ("Item 2.02 report", "Item 2.02 report"),
    ],
)
def test_a_form_has_its_full_title(form: str, title: str) -> None:
    assert filings.title_of(form) == title


@pytest.mark.parametrize(
    ("form", "before_effect"), [("S-1", True), ("DRS (Form S-1)", True), ("10-K", False), ("DEF 14A", True)]
)
def test_statements_are_amended_and_reports_are_not(form: str, before_effect: bool) -> None:
    assert filings.is_registration(form) is before_effect


def test_two_reports_on_one_form_get_terms_of_their_own() -> None:
    two = (
        Filing("10-Q", date(2026, 3, 31), date(2026, 5, 6)),
        Filing("10-Q", date(2026, 6, 30), date(2026, 8, 5)),
    )
    letter = replace(LETTER, matter=replace(LETTER.matter, filings=()))
    draft = replace(with_matter(filings=two, terms=()), letter=letter)
    assert view(draft).defined[3:] == ("March 2026 Form 10-Q", "June 2026 Form 10-Q")


def test_a_report_that_the_staff_says_was_furnished_was_furnished() -> None:
    filing = Filing("8-K", None, date(2026, 5, 21))
    draft = replace(
        with_matter(filings=(filing,)), letter=replace(LETTER, matter=replace(LETTER.matter, filings=()))
    )
    (named,) = filings.named_filings(draft, ["Form 8-K Furnished May 21, 2026"])
    assert named.described("the Commission") == (
        "Current Report on Form 8-K, furnished to the Commission on May 21, 2026"
    )


def test_dates_that_the_matter_file_lacks_are_the_staff_letters() -> None:
    draft = with_matter(filings=(Filing("10-K"), Filing("10-Q")))
    assert filings.named_filings(draft, ()) == filings.named_filings(DRAFT, ())


def test_a_filing_is_one_by_the_code_of_the_system_and_by_its_name() -> None:
    day = date(2026, 2, 20)
    theirs = (Filing("Schedule 13E-3", None, day), Filing("PRE 14A", None, day))
    letter = replace(LETTER, matter=replace(LETTER.matter, filings=theirs))
    mine = (Filing("SC 13E3", None, day), Filing("PREM14A", None, day))
    named = filings.named_filings(replace(with_matter(filings=mine), letter=letter), ())
    assert [filings.title_of(n.filing.form) for n in named] == [
        "Schedule 13E-3",
        "Preliminary Proxy Statement on Schedule 14A",
    ]


def test_a_draft_registration_statement_is_one_filing_by_either_name() -> None:
    day = date(2026, 1, 9)
    theirs = replace(DRAFT.letter.matter, filings=(Filing("DRS", None, day),))
    draft = replace(DRAFT, letter=replace(DRAFT.letter, matter=theirs))
    draft = replace(draft, matter=replace(draft.matter, filings=(Filing("F-1", None, day),)))
    (named,) = filings.named_filings(draft, ["Submitted January 9, 2026"])
    assert named.described("the Commission") == (
        "Draft Registration Statement on Form F-1, confidentially submitted to the Commission on January 9, 2026"
    )
    other = replace(draft, matter=replace(draft.matter, filings=(Filing("F-1", None, date(2026, 3, 2)),)))
    assert len(filings.named_filings(other, ())) == 2


@pytest.mark.parametrize(
    ("recital", "words_said", "bold", "italic"),
    [
        ("", "set out below in bold italic type", True, True),
        ("bold italic", "set out below in bold italic type", True, True),
        ("bold", "set out below in bold type", True, False),
        ("Italics", "set out below in italic type", False, True),
        ("plain", "reproduced below", False, False),
    ],
)
def test_the_recital_sentence_says_what_the_letter_does(
    recital: str, words_said: str, bold: bool, italic: bool
) -> None:
    draft = with_matter(recital=recital)
    assert words_said in view(draft).convention
    style = word(render(draft, ".docx")).styles["Staff Comment"]
    assert (bool(style.font.bold), bool(style.font.italic)) == (bold, italic)


def test_plain_text_claims_no_type_that_it_cannot_show() -> None:
    text = words(render(with_matter(label=""), ".txt").decode())
    assert "each of the Staff’s comments is reproduced below, numbered" in text
    assert "Response:" not in text
    assert words(render(with_matter(), ".txt").decode()).count("Response:") == 5


def test_one_comment_is_spoken_of_as_one() -> None:
    assert view(one_answer("Please tell us why.")).convention == (
        "For ease of reference, the Staff’s comment is set out below in bold italic type and is "
        "followed by the "
        "Company’s response."
    )


def test_what_the_matter_file_does_not_say_is_a_visible_blank() -> None:
    bare = replace(
        one_answer("Why?"), matter=type(MATTER)(), letter=replace(LETTER, lines=(), attention=(), sent=None)
    )
    letter = view(replace(bare, letter=replace(bare.letter, matter=type(LETTER.matter)())))
    assert letter.letter_blanks == (
        "name of the Company",
        "address of the Company",
        "date of the letter",
        "Staff contacts named in the letter",
        "name of the Company",
        "file number",
        "name of the Company",
        "date of the Staff’s letter",
        "filing under review",
        "telephone number of the signatory",
        "name of the Company",
        "name of the signatory",
        "title of the signatory",
    )


def test_the_letter_goes_to_100_f_street_and_to_the_office_that_wrote() -> None:
    assert view(DRAFT).addressee == (
        "U.S. Securities and Exchange Commission",
        "Division of Corporation Finance",
        "Office of Industrial Applications and Services",
        "100 F Street, N.E.",
        "Washington, D.C. 20549",
    )


@pytest.mark.parametrize(
    "line", ["Office of Life Sciences", "Office of Trade & Services", "Disclosure Review Program"]
)
def test_an_office_is_known_by_its_name(line: str) -> None:
    assert opening.OFFICE.match(line)


@pytest.mark.parametrize(
    "line", ["Office of the filing on which we commented in our letter of May 5", "office of Harold"]
)
def test_a_sentence_is_no_office(line: str) -> None:
    assert not opening.OFFICE.match(line)


@pytest.mark.parametrize(
    ("line", "opens"), [("Re:  Acme", True), ("RE: Acme", True), ("Regarding: x", False)]
)
def test_the_subject_block_opens_with_re(line: str, opens: bool) -> None:
    assert bool(opening.RE_OPENS.match(line)) is opens


@pytest.mark.parametrize(
    ("line", "ends"), [("Dear Ms. Aas:", True), ("Ladies and Gentlemen:", True), ("Filed May 6", False)]
)
def test_the_subject_block_ends_with_the_salutation(line: str, ends: bool) -> None:
    assert bool(opening.RE_ENDS.match(line)) is ends


def test_headings_stand_once_and_the_page_with_the_last() -> None:
    assert [item.headings for item in view(DRAFT).items] == [
        (FORM_10K, MDNA, "Net Sales, page 41"),
        ("Liquidity and Capital Resources, page 44",),
        ("Notes to Consolidated Financial Statements", "Note 14. Segment Information, page F-31"),
        ("Exhibits",),
        ("Form 10-Q for the Quarterly Period Ended March 31, 2026", "General"),
    ]


def test_a_page_already_in_the_heading_is_not_said_twice() -> None:
    assert headings(Comment("staff", "1", "", ("Key Metrics, page 41",), "41")) == ("Key Metrics, page 41",)


def test_a_return_to_the_heading_above_is_said() -> None:
    first = Answer(Comment("staff", "1", "a", ("Form", "Notes", "Note 1")), Move.EXPLAIN, (Passage("x"),))
    second = replace(first, comment=Comment("staff", "2", "b", ("Form", "Notes")))
    assert view(replace(DRAFT, answers=(first, second))).items[1].headings == ("Notes",)


def test_a_label_may_carry_the_number_of_its_comment() -> None:
    letter = view(with_matter(label="Response to Comment No. {number}:"))
    assert [item.label for item in letter.items][:2] == [
        "Response to Comment No. 1:",
        "Response to Comment No. 2:",
    ]


def test_rule_83_marks_the_first_page_and_every_page() -> None:
    draft = with_matter(rule_83=(("requester", "Brackenridge Instruments, Inc."), ("control", "BI")))
    letter = view(draft)
    assert letter.legend[0] == (
        "FOIA CONFIDENTIAL TREATMENT REQUESTED BY BRACKENRIDGE INSTRUMENTS, INC. PURSUANT TO 17 "
        "C.F.R. § 200.83"
    )
    section = word(render(draft, ".docx")).sections[0]
    for footer in (section.first_page_footer, section.footer):
        texts = [p.text for p in footer.paragraphs]
        assert "Confidential Treatment Requested by Brackenridge Instruments, Inc." in texts
        assert any(t.startswith("BI-") for t in texts)


@pytest.mark.parametrize("suffix", list(RENDERERS))
def test_no_letter_holds_tandy_words_or_an_acceleration_request(suffix: str) -> None:
    data = render(DRAFT, suffix)
    text = "\n".join(line.text for line in read(data, f"letter{suffix}"))
    assert not re.search(r"may not assert|foreclose the Commission|acceleration", text, re.I)


def test_every_move_and_source_has_its_words() -> None:
    assert set(STANCES) == set(Move)
    assert set(SOURCES) == {"comment", "fact", "matter", "precedent", "own", "law", "filing", "counsel"}


# every format

RECITALS = [("bold italic", "Response:"), ("bold", ""), ("italic", ""), ("plain", "Response:")]


@pytest.mark.parametrize("suffix", list(RENDERERS))
@pytest.mark.parametrize(("recital", "label"), RECITALS)
def test_a_letter_read_back_gives_the_same_comments_and_answers(
    suffix: str, recital: str, label: str
) -> None:
    draft = with_matter(recital=recital, label=label)
    found = parse(read(render(draft, suffix), f"letter{suffix}"), "back")
    assert [words(c.text) for c in found.comments] == [words(a.comment.text) for a in draft.answers]
    assert [c.number for c in found.comments] == [a.comment.number for a in draft.answers]
    assert [words(r.text) for r in found.responses] == [words(a.text) for a in draft.answers]


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_a_letter_looks_as_it_did(suffix: str) -> None:
    assert render(DRAFT, suffix).decode("utf-8") == (GOLDENS / f"letter{suffix}").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", list(RENDERERS))
def test_the_same_draft_gives_the_same_bytes(suffix: str) -> None:
    assert render(DRAFT, suffix) == render(DRAFT, suffix)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(BadTemplate, match=r"'\.pdf'.*\.docx, \.html, \.md, \.txt"):
        render(DRAFT, ".pdf")


HOSTILE = (
    "See {{ company }}, {% for x in y %}, {_{ x }_}, {_% y %_}, {# z #} and ${x}.",
    "A <script>alert(1)</script> & <w:p/> ]]> \"q\" 'r'",
    "[click](http://example.test) ![img](x) **bold** __x__ `code` ~~s~~ | pipe",
    "# heading? 1. list - dash > quote\n2) two\n+ plus",
    "control \x00\x08\x1f\ufffe\ud800 gone",
)


@pytest.mark.parametrize("suffix", list(RENDERERS))
@pytest.mark.parametrize("text", HOSTILE)
def test_a_staff_comment_stands_word_for_word_whatever_it_holds(suffix: str, text: str) -> None:
    data = render(one_answer(text), suffix)
    lines = [line.text for line in read(data, f"letter{suffix}")]
    shown = (
        data.decode() if suffix == ".txt" else " ".join(lines)
    )  # read back, stars in a text pass for markdown
    assert words(blocks.clean(text)) in words(shown)


@settings(max_examples=20, deadline=None)
@given(
    st.text(st.one_of(st.sampled_from("{}%_#|*\\<>&[]•● \n\tab1.\x07\ufdd0"), st.characters()), max_size=80)
)
def test_no_text_breaks_a_letter_or_is_lost_from_it(text: str) -> None:
    draft = one_answer(f"Why {text} so?", f"Since {text} so.")
    body = word(render(draft, ".docx")).element.body
    shown = "".join(t.text or "" for t in body.iter() if t.tag.endswith("}t"))
    kept = blocks.clean(f"Why {text} so?")
    assert _inked(kept) in _inked(shown)
    for suffix in (".html", ".md", ".txt"):
        assert "Sincerely," in render(draft, suffix).decode("utf-8")


def _inked(text: str) -> str:
    """The text without white space, and without what may become the edges of a table."""
    return re.sub(r"[\s|]+|(?<=\W)-{2,}(?=\W|$)", "", text)


def test_html_in_a_letter_is_text() -> None:
    page = render(one_answer(HOSTILE[1], HOSTILE[1], company="<b>Acme</b>"), ".html").decode()
    assert "<script" not in page
    assert "<b>Acme" not in page


def test_the_html_letter_needs_nothing_from_outside() -> None:
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|<script|<link", render(DRAFT, ".html").decode())


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_a_letter_template_declares_the_fields_that_it_uses(suffix: str) -> None:
    head, body = (folder("prompts") / f"letter{suffix}.j2").read_text(encoding="utf-8").split("\n---\n", 1)
    environment = sandbox()
    own = ("marked", "defined", "dressed", "looks", "table", "set_in")
    environment.filters.update(dict.fromkeys(own, str))
    used = meta.find_undeclared_variables(environment.parse(body))
    assert set(yaml.safe_load(head.removeprefix("---\n"))["variables"]) == used
    assert used <= set(LETTER_FIELDS)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a*b_c", r"a\*b\_c"),
        ("1. one", r"1\. one"),
        ("1.5 times", "1.5 times"),
        ("- dash", r"\- dash"),
        ("-5%", "-5%"),
        ("# head", r"\# head"),
        ("[●: what]", "[●: what]"),
        ("[a](b)", r"[a\](b)"),
        ("4% & more", "4% & more"),
        ("&lt;", r"\&lt;"),
        ("a < b", r"a \< b"),
    ],
)
def test_markdown_marks_are_escaped_and_other_signs_left(text: str, safe: str) -> None:
    assert escaped(text) == safe


# Word


def test_every_paragraph_of_the_word_letter_has_a_style_of_the_letter() -> None:
    styles = {p.style.name for p in word(render(DRAFT, ".docx")).paragraphs if p.style}
    assert "Normal" not in styles
    assert {
        "Date",
        "Delivery",
        "Re Block",
        "Staff Comment",
        "Staff Comment Bullet",
        "Response Label",
    } <= styles


def test_nothing_is_formatted_by_hand_in_the_word_letter() -> None:
    body = word(render(DRAFT, ".docx")).element.body
    looks = body.xpath(".//w:p//w:rPr/*[not(self::w:rStyle)] | .//w:p/w:pPr/*[not(self::w:pStyle)]")
    assert [node.tag for node in looks] == []


def test_a_comment_is_numbered_once_and_its_bullets_keep_their_marks() -> None:
    assert paragraphs(DRAFT, "Staff Comment")[1].startswith("2.\tThe table on page 44 shows")
    assert paragraphs(DRAFT, "Staff Comment Bullet")[0] == (
        "•\tdescribe any known trends in orders from semiconductor customers;"
    )
    assert paragraphs(DRAFT, "Staff Comment Continued") == ["Refer to Item 303(b) of Regulation S-K."]


def test_proposed_disclosure_is_set_apart() -> None:
    assert paragraphs(DRAFT, "Proposed Disclosure")[1:] == [
        "Geographic information",
        "The following table presents revenue by country:",
    ]
    assert paragraphs(DRAFT, "Proposed Disclosure Bullet") == [
        "•\tWe attribute revenue to the country to which we ship."
    ]


def test_rows_become_a_table_with_figures_flush_right() -> None:
    table = word(render(DRAFT, ".docx")).tables[0]
    assert [[c.text for c in row.cells] for row in table.rows][2] == [
        "Demonstration units, included twice",
        "(2.8)",
        "—",
    ]
    assert [c.paragraphs[0].style.name for c in table.rows[2].cells] == [
        "Table Text",
        "Table Number",
        "Table Number",
    ]


def test_every_blank_is_marked_whole() -> None:
    document = word(render(DRAFT, ".docx"))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs]
    everywhere = [*document.paragraphs, *cells]
    marked = [r.text for p in everywhere for r in p.runs if r.style and r.style.name == "Blank"]
    assert sorted(marked) == sorted(m[0] for p in everywhere for m in BLANK.finditer(p.text))
    assert len(marked) == 13


def test_word_can_step_through_the_blanks() -> None:
    body = word(render(DRAFT, ".docx")).element.body
    assert body.xpath(".//w:bookmarkStart/@w:name") == [f"Blank_{n:02}" for n in range(1, 14)]
    ids = [str(i) for i in body.xpath(".//w:bookmarkStart/@w:id | .//w:bookmarkEnd/@w:id")]
    assert sorted(ids, key=int) == [str(n) for n in range(1, 14) for _ in "ab"]
    assert len(body.xpath(".//w:bookmarkStart/following-sibling::*[1][self::w:r]/w:rPr/w:rStyle")) == 13


def test_defined_terms_are_bold_where_they_are_defined_only() -> None:
    runs = [r for p in word(render(DRAFT, ".docx")).paragraphs for r in p.runs]
    assert [r.text for r in runs if r.style and r.style.name == "Defined Term"] == [
        "Company",
        "Staff",
        "Commission",
        "Form 10-K",
        "Form 10-Q",
    ]


def test_notes_for_counsel_are_word_comments_and_the_letter_stays_clean() -> None:
    document = word(render(DRAFT, ".docx"))
    beside = [c.text for c in document.comments]
    assert beside[0].split("\n") == [
        "Notes to counsel on the letter as a whole:",
        "Note (letter.clock): Ten business days end on June 24, 2026.",
        "Blank to fill: date of the letter",
        "Every blank is a bookmark, Blank_01 onwards: Go To (Ctrl+G), Bookmark finds them in order.",
    ]
    assert beside[1].split("\n")[:4] == [
        "Notes to counsel on comment 1. Stance taken: comply in future filings.",
        "Error (requests.open): The question on backlog is not answered.",
        "Warning (own.position): In 2021 the company said that it does not use backlog.",
        "Not answered yet: tell us whether <backlog> is used in managing the business",
    ]
    assert (
        "1. Brackenridge Instruments, Inc., September 2, 2021, comment 2: same subject: backlog." in beside[2]
    )
    assert (
        "1. Ferncliff Optics Corp., August 14, 2023, comment 3: cites Regulation S-K Item 303(b);"
        in beside[3]
    )
    assert "2. Oxbow Gauge Ltd., May 3, 2021, comment 7: same heading (not close)." in beside[3]
    assert "because [●: reason (Service Division)].”: no source; verify before filing" in beside[4]
    letter = "\n".join(p.text for p in document.paragraphs)
    assert not re.search("Ferncliff|Oxbow|backlog as|Stance|verify before", letter)


def test_a_word_comment_stands_at_the_answer_that_it_is_about() -> None:
    document = word(render(DRAFT, ".docx"))
    spans = document.element.body.xpath(".//w:p[w:commentRangeStart]")
    starts = ["".join(t.text for t in p.xpath(".//w:t"))[:24] for p in spans]
    assert starts == [
        "Re:Brackenridge Instrume",
        "The Company acknowledges",
        "The amount in Note 6 is ",
        "The Company respectfully",
        "The Company confirms tha",
        "Please see the responses",
    ]


def test_an_answer_that_opens_with_a_table_keeps_its_notes() -> None:
    draft = one_answer("Why?", "Country | 2026\nGermany | 5")
    assert any("Notes to counsel on comment 1" in c for c in comments_beside(draft))


def test_the_file_tells_nothing_of_the_machine_or_the_hour() -> None:
    data = render(DRAFT, ".docx")
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [n for n in package.namelist() if "thumbnail" in n]
    properties = word(data).core_properties
    assert (properties.created, properties.modified) == (
        PROVENANCE.drafted.replace(tzinfo=None),
        PROVENANCE.drafted.replace(tzinfo=None),
    ) or properties.created == PROVENANCE.drafted
    assert {c.timestamp for c in word(data).comments} == {PROVENANCE.drafted}


def test_the_word_template_is_what_its_script_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location(
        "build_letter_template", ROOT / "prompts" / "build_letter_template.py"
    )
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "build_letter_template", script)
    monkeypatch.syspath_prepend(ROOT / "prompts")
    spec.loader.exec_module(script)
    assert _xml(script.build()) == _xml((folder("prompts") / "letter.docx").read_bytes())


def _xml(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_letter_of_ten_comments_is_set_in_half_a_second() -> None:
    letter = view(replace(DRAFT, answers=DRAFT.answers * 2))
    RENDERERS[".docx"](letter, None)
    began = time.process_time()
    RENDERERS[".docx"](letter, None)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("figures", "room", "widths"),
    [
        ([False, True, True], 9360, [5960, 1700, 1700]),
        ([False, True, True, True, True, True, True], 9360, [3120, 1040, 1040, 1040, 1040, 1040, 1040]),
        ([False, False], 9001, [4501, 4500]),
        ([True, True], 9000, [4500, 4500]),
        ([], 9000, []),
    ],
)
def test_columns_of_figures_are_narrow(figures: list[bool], room: int, widths: list[int]) -> None:
    assert column_widths(figures, room) == widths


# templates of the user's own


def a_word_template(folder_: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder_ / "firm.docx"
    document.save(str(path))
    return path


FIRM = (
    "{{ company }}, {{ date }}",
    "{%p for item in items %}",
    "{%p for block in item.comment %}",
    "{{ item.number }}: {{ block.text }}",
    "{%p endfor %}",
    "{%p for block in item.answer %}",
    "{{ block.text }}",
    "{%p endfor %}",
    "{%p endfor %}",
)


def test_a_firms_own_word_template_is_filled_as_it_is(tmp_path: Path) -> None:
    document = word(render(DRAFT, ".docx", a_word_template(tmp_path, *FIRM)))
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "Brackenridge Instruments, Inc., [●: date of the letter]"
    assert "5: Please apply the comments above to your quarterly reports." in texts
    assert (
        "4: We note the template text {{ company }} and {% raw %} in Exhibit 99.1, and {_{this}_}"
        in texts[[t.startswith("4:") for t in texts].index(True)]
    )
    assert [r.text for r in document.paragraphs[0].runs if r.style and r.style.name == "Blank"] == [
        "[●: date of the letter]"
    ]
    assert len([c for c in document.comments if c.text.startswith("Notes to counsel on comment")]) == 5


def test_a_template_that_prints_no_answers_loses_no_notes(tmp_path: Path) -> None:
    document = word(render(DRAFT, ".docx", a_word_template(tmp_path, "Covering note, {{ date }}")))
    assert len([c for c in document.comments if c.text.startswith("Notes to counsel on comment")]) == 5


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("{{ salutaton }}", "salutation"),
        ("{{ letter_head }}", "letterhead"),
        ("{{ items[0].numbr }}", "number"),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_wrong_field_names_the_nearest_right_one(
    tmp_path: Path, line: str, nearest: str, suffix: str
) -> None:
    path = a_word_template(tmp_path, line)
    if suffix == ".txt":
        path = tmp_path / "firm.txt"
        path.write_text(line, encoding="utf-8")
    with pytest.raises(BadTemplate, match=rf"{path.name} names a field .* the nearest field is '{nearest}'"):
        render(DRAFT, suffix, path)


@pytest.mark.parametrize(
    "line", ["{{ date.__class__.__mro__ }}", "{% for x in items %}", "{{ 1 / 0 }}", "{{ items.append(1) }}"]
)
def test_a_template_that_breaks_or_reaches_out_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTemplate, match=r"firm\.docx"):
        render(DRAFT, ".docx", a_word_template(tmp_path, line))


def test_a_file_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "firm.docx"
    path.write_text("no zip", encoding="utf-8")
    with pytest.raises(BadTemplate, match="is not a Word document"):
        render(DRAFT, ".docx", path)
    with pytest.raises(BadTemplate, match="cannot be read"):
        render(DRAFT, ".docx", tmp_path / "missing.docx")
    with pytest.raises(BadTemplate, match="cannot be read"):
        render(DRAFT, ".txt", tmp_path / "missing.txt")


def test_every_field_of_the_letter_is_documented() -> None:
    said = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    missing = [name for name in (*LETTER_FIELDS, *PART_FIELDS) if not re.search(rf"[`.]{name}`", said)]
    assert missing == []


def test_a_template_sees_every_part_of_the_view_and_nothing_else() -> None:
    kinds = [v for v in vars(parts).values() if is_dataclass(v) and isinstance(v, type)]
    known = {f.name for kind in kinds for f in fields(kind)} | {"letter_blanks"}
    assert known == {*LETTER_FIELDS, *PART_FIELDS}
    assert {f.name for f in fields(LetterView)} | {"letter_blanks"} == set(LETTER_FIELDS)


# on disk


def test_a_letter_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "out" / "letter.md"
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["letter.md"]


def test_a_letter_is_not_written_over_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(b"counsel's edits")
    with pytest.raises(WouldOverwrite, match="--force"):
        write(path, b"new")
    assert path.read_bytes() == b"counsel's edits"
    write(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DrafterError, match="could not be written"):
        write(tmp_path / "file" / "letter.md", b"new")


def test_a_failed_write_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DrafterError, match="close it"):
        write(tmp_path / "letter.md", b"new")
    assert list(tmp_path.iterdir()) == []


def test_findings_on_a_comment_that_has_no_answer_are_shown_for_the_letter() -> None:
    draft = replace(DRAFT, findings=(Finding("x", Severity.ERROR, "Comment 9 was not answered.", "9"),))
    assert [f.message for f in view(draft).findings] == ["Comment 9 was not answered."]


def test_an_answer_without_a_passage_is_a_blank() -> None:
    bare = replace(DRAFT.answers[0], passages=())
    assert view(replace(DRAFT, answers=(bare,))).items[0].answer[0].text == "[●: response to this comment]"


def test_a_subject_block_without_an_end_is_not_trusted() -> None:
    lines = tuple(Line(f"line {n}") for n in range(60))
    draft = replace(DRAFT, letter=replace(LETTER, lines=(Line("Re: Brackenridge"), *lines)))
    assert view(draft).re[-1] == "File No. 001-99231"
    assert len(view(draft).re) == 6


@pytest.mark.real
def test_the_subject_blocks_of_real_staff_letters_are_copied_whole(letters: Path) -> None:
    paths = sorted((letters / "open").glob("*/*_UPLOAD_*.pdf"))[::40]
    found = [parse(read(path.read_bytes(), path.name), path.name).letter for path in paths]
    made = [view(replace(DRAFT, letter=letter)).re for letter in found if letter.kind == "comments"]
    assert len(made) > 3
    assert [block for block in made if not re.search(r"File No|CIK", " ".join(block))] == []
    assert [block for block in made if re.search(r"[Dd]ear |\[●|Page \d", " ".join(block))] == []


def test_apostrophes_of_answers_are_set_and_those_of_comments_stay() -> None:
    text = set_plain(one_answer("Explain the Company's plan.", "The Company's subsidiaries' plan is 'so'."))
    assert ("the Company's plan" in text, "The Company’s subsidiaries’ plan" in text) == (True, True)


def set_plain(draft: Draft) -> str:
    return words(render(draft, ".txt").decode())


def test_an_amended_registration_statement_is_introduced_once_by_its_number() -> None:
    lines = ("Re: Brackenridge Instruments, Inc.", "Amendment No. 1 to Registration Statement on Form F-1")
    letter = replace(
        DRAFT.letter, matter=replace(DRAFT.letter.matter, filings=(Filing("F-1", filed=date(2026, 5, 8)),))
    )
    draft = replace(with_matter(filings=(Filing("F-1/A", filed=date(2026, 5, 8)),)), letter=letter)
    (named,) = filings.named_filings(draft, lines)
    assert named.described("the Commission") == (
        "Amendment No. 1 to Registration Statement on Form F-1, filed with the Commission on May 8, 2026"
    )
