"""Lines to comments and responses: one invented snippet for each way in which letters are laid out."""

from __future__ import annotations

import re
import textwrap
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain import Line, Role, Side
from drafter.parsing import Parsed, Unread, parse
from drafter.parsing.comments import FOLLOWS, comment_text, follows, headed, numbered, prose
from drafter.parsing.cues import (
    ANNEX,
    ANSWERS,
    ASKS,
    BREAK,
    CLOSES,
    INTRODUCES,
    OPENS_ANSWER,
    OPENS_COMMENT,
    SIGNATURE,
)
from drafter.parsing.furniture import (
    ADDRESSED,
    BANNER,
    CITIES,
    COMMISSION,
    CONTACT,
    DATE,
    PAGE_NUMBER,
    RE,
    RULE,
    SALUTATION,
    SITE,
    TRADEMARK,
    furniture,
)
from drafter.parsing.headings import (
    FORM,
    KNOWN,
    NOTE,
    NOTES,
    PAGE,
    WHOLE,
    is_heading,
    parted,
    path,
    split_page,
)
from drafter.parsing.marks import (
    BULLET,
    COMMENT_LABEL,
    INNER_LABEL,
    NUMBER,
    RESPONSE_LABEL,
    bare_label,
    comment_mark,
    numbers_in,
    response_mark,
)
from drafter.parsing.notes import table_notes
from drafter.reading import read
from tests.conftest import a_comment, some_lines

LOOKS = {"B": (True, False), "I": (False, True), "X": (True, True)}

HEAD = """
March 4, 2021
VIA EDGAR
U.S. Securities and Exchange Commission
Division of Corporation Finance
100 F Street, N.E.
Washington, D.C. 20549
Re: Harrowgate Tools, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2019
File No. 001-98001
Dear Ms. Ashdown:
Harrowgate Tools (the “Company”) submits this letter in response to your letter dated February 18, 2021.
"""

TAIL = """
* * *
If you have any questions, please contact me at (312) 555-0142.
Sincerely,
/s/ Edwin Marl
Edwin Marl
Chief Financial Officer
cc: Ash & Marlowe LLP
"""

STAFF_HEAD = """
February 18, 2021
Edwin Marl
Chief Financial Officer
Harrowgate Tools, Inc.
40 Quarry Road
Harrowgate, IL 60601
Re: Harrowgate Tools, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2019
File No. 001-98001
Dear Mr. Marl:
We have reviewed your filing and have the following comments.
Please respond to these comments within ten business days.
"""

STAFF_TAIL = """
We remind you that the company is responsible for the accuracy and adequacy of its disclosures.
You may contact Ada Ashdown at (202) 551-0100 with any questions.
Sincerely,
Division of Corporation Finance
"""


def lines(text: str) -> tuple[Line, ...]:
    """Lines of a snippet: `B|`, `I|` and `X|` before one make it bold, italic or both, `T|` a table row."""
    return tuple(_line(row) for row in text.strip().splitlines() if row.strip())


def _line(row: str) -> Line:
    mark, _, rest = row.strip().partition("|")
    if mark == "T":
        return Line(rest, table=1)
    bold, italic = LOOKS.get(mark, (False, False))
    return Line(rest if mark in LOOKS else row.strip(), bold, italic)


def company(body: str, head: str = HEAD, tail: str = TAIL) -> Parsed:
    return parse(lines(head + body + tail), "company")


def staff(body: str) -> Parsed:
    return parse(lines(STAFF_HEAD + body + STAFF_TAIL), "staff")


ONE = "Please tell us how you measure the return rate that you disclose on page 12."
TWO = "We note that you present adjusted margin. Please revise to present gross margin first."
THREE = "Quantify the effect of price and volume on your net sales."
FOUR = "Please file the supply agreement as an exhibit, or tell us why you need not."
SAY = "The Company measures returns by units shipped within the quarter."
SHOW = "In response to the Staff’s comment, the Company will present gross margin first."
SUM = "The Company advises the Staff that price added $4 million and volume $2 million."
FILE = "The Company acknowledges the Staff’s comment and will file the agreement."


@dataclass(frozen=True)
class Layout:
    """A way to lay a response letter out, and what must be read from it."""

    name: str
    body: str
    comments: Sequence[tuple[str, str]]
    responses: Sequence[tuple[tuple[str, ...], str]]


BOTH = (("1", ONE), ("2", TWO))
ANSWERS_BOTH = ((("1",), SAY), (("2",), SHOW))

LAYOUTS = (
    Layout("labels run in", f"1. {ONE}\nResponse: {SAY}\n2. {TWO}\nResponse: {SHOW}", BOTH, ANSWERS_BOTH),
    Layout("labels alone", f"1. {ONE}\nRESPONSE\n{SAY}\n2. {TWO}\nRESPONSE\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout(
        "labels with numbers",
        f"1. {ONE}\nResponse to Comment No. 1:\n{SAY}\n2. {TWO}\nResponse to Comment No. 2:\n{SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout(
        "labels that name the company",
        f"1. {ONE}\nHarrowgate’s Response: {SAY}\n2. {TWO}\nHarrowgate’s Response: {SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout("no space after the number", f"B|1.{ONE}\n{SAY}\nB|2.{TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout("bold comments, no label", f"B|1. {ONE}\n{SAY}\nB|2. {TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout("italic comments, no label", f"I|1. {ONE}\n{SAY}\nI|2. {TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout("plain comments, styled answers", f"1. {ONE}\nI|{SAY}\n2. {TWO}\nI|{SHOW}", BOTH, ANSWERS_BOTH),
    Layout("words alone tell", f"1. {ONE}\n{SAY}\n2. {TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout("numbers with brackets", f"B|1) {ONE}\n{SAY}\nB|2) {TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout(
        "comment label run in",
        f"Comment No. 1: {ONE}\nResponse: {SAY}\nComment No. 2: {TWO}\nResponse: {SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout(
        "comment label on its own line",
        f"B|Comment No. 1\n{ONE}\nB|Response\n{SAY}\nB|Comment No. 2\n{TWO}\nB|Response\n{SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout(
        "label above the number",
        f"COMMENT:\nI|1. {ONE}\nRESPONSE:\n{SAY}\nCOMMENT:\nI|2. {TWO}\nRESPONSE:\n{SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout(
        "number and label",
        f"1. Staff’s comment: {ONE}\nResponse: {SAY}\n2. Staff’s comment: {TWO}\nResponse: {SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout("number alone on its line", f"1.\nB|{ONE}\n{SAY}\n2.\nB|{TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout(
        "labels without numbers",
        f"Comment: {ONE}\nResponse: {SAY}\nComment: {TWO}\nResponse: {SHOW}",
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout("looks alone", f"B|{ONE}\n{SAY}\nB|{TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout(
        "a lost number",
        f"B|1. {ONE}\n{SAY}\nB|{TWO}\n{SHOW}\nB|3. {THREE}\n{SUM}",
        (*BOTH, ("3", THREE)),
        (*ANSWERS_BOTH, (("3",), SUM)),
    ),
    Layout("the first number lost", f"B|• {ONE}\n{SAY}\nB|2. {TWO}\n{SHOW}", BOTH, ANSWERS_BOTH),
    Layout(
        "numbers from eight",
        f"B|8. {ONE}\n{SAY}\nB|9. {TWO}\n{SHOW}",
        (("8", ONE), ("9", TWO)),
        ((("8",), SAY), (("9",), SHOW)),
    ),
    Layout(
        "one answer for two",
        f"B|1. {ONE}\nB|2. {TWO}\nResponse to Comments 1 and 2: {SHOW}\nB|3. {THREE}\nResponse: {SUM}",
        (*BOTH, ("3", THREE)),
        ((("1", "2"), SHOW), (("3",), SUM)),
    ),
    Layout(
        "all comments first",
        f"1. {ONE}\n2. {TWO}\n3. {THREE}\nResponse to Comment 1: {SAY}\nResponse to Comment 2: {SHOW}\n"
        f"Response to Comment 3: {SUM}",
        (*BOTH, ("3", THREE)),
        (*ANSWERS_BOTH, (("3",), SUM)),
    ),
    Layout(
        "bullets answered one by one",
        f"B|1. {ONE} In your answer:\nB|• explain the rate for each channel; and\n{SAY}\n"
        f"B|• tell us who reviews it.\n{SUM}\nB|2. {TWO}\n{SHOW}",
        (
            (
                "1",
                f"{ONE} In your answer:\n• explain the rate for each channel; and\n• tell us who reviews it.",
            ),
            ("2", TWO),
        ),
        ((("1",), f"{SAY}\n{SUM}"), (("2",), SHOW)),
    ),
    Layout(
        "a list inside an answer",
        f"B|1. {ONE}\n{SAY} The steps are:\n1. The plant counts units.\n2. The clerk enters them.\n"
        f"3. The controller reviews them.\nB|2. {TWO}\n{SHOW}",
        BOTH,
        (
            (
                ("1",),
                f"{SAY} The steps are:\n1. The plant counts units.\n2. The clerk enters them.\n"
                f"3. The controller reviews them.",
            ),
            (("2",), SHOW),
        ),
    ),
    Layout(
        "a table and a proposed disclosure inside an answer",
        f"B|1. {ONE}\n{SAY} It will disclose:\nI|Return Rates\nI|Our return rate was [●]% in 2021.\n"
        f"T|Channel | 2020 | 2019\nT|Stores | 4% | 5%\nB|2. {TWO}\n{SHOW}",
        BOTH,
        (
            (
                ("1",),
                f"{SAY} It will disclose:\nReturn Rates\nOur return rate was [●]% in 2021.\n"
                f"Channel | 2020 | 2019\nStores | 4% | 5%",
            ),
            (("2",), SHOW),
        ),
    ),
    Layout(
        "a numbered heading",
        f"U|x\n3. Significant Accounting Policies\nB|1. {ONE}\n{SAY}\n4. Revenue Recognition, page 61\n"
        f"B|2. {TWO}\n{SHOW}".replace("U|x\n", ""),
        BOTH,
        ANSWERS_BOTH,
    ),
    Layout(
        "answers only",
        f"1. {SAY}\n2. {SHOW}\n3. {SUM}",
        (("1", ""), ("2", ""), ("3", "")),
        (*ANSWERS_BOTH, (("3",), SUM)),
    ),
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_gives_its_comments_and_answers(layout: Layout) -> None:
    read_so = company(layout.body)
    assert [(c.number, c.text) for c in read_so.comments] == list(layout.comments)
    assert [(r.numbers, r.text) for r in read_so.responses] == list(layout.responses)


def test_two_staff_letters_in_one_answer_keep_their_own_numbers() -> None:
    body = (
        f"B|Letter dated January 5, 2021\nB|1. {ONE}\nResponse: {SAY}\nB|2. {TWO}\nResponse: {SHOW}\n"
        f"B|Letter dated February 18, 2021\nB|1. {THREE}\nResponse: {SUM}\nB|2. {FOUR}\nResponse: {FILE}"
    )
    read_so = company(body)
    assert [c.number for c in read_so.comments] == ["1", "2", "1", "2"]
    assert [r.text for r in read_so.responses] == [SAY, SHOW, SUM, FILE]


def test_comments_in_an_annex_after_the_signature_are_read() -> None:
    annex = f"ANNEX A\nB|1. {ONE}\nResponse: {SAY}\nB|2. {TWO}\nResponse: {SHOW}"
    read_so = parse(lines(HEAD + "Our responses are set out in Annex A." + TAIL + annex), "x")
    assert [c.text for c in read_so.comments] == [ONE, TWO]
    assert [r.text for r in read_so.responses] == [SAY, SHOW]


def test_what_follows_the_last_answer_is_in_no_response() -> None:
    tandy = (
        "The Company acknowledges that:\n"
        "• the Company is responsible for the adequacy and accuracy of the disclosure in the filing;\n"
        "• Staff comments do not foreclose the Commission from taking any action; and\n"
        "• the Company may not assert Staff comments as a defense in any proceeding."
    )
    read_so = company(
        f"B|1. {ONE}\n{SAY}\n{tandy}", tail=TAIL + "ANNEX A\nA schedule of return rates by month.\n"
    )
    assert [r.text for r in read_so.responses] == [SAY]
    after = read_so.roles[read_so.responses[0].lines[1] :]
    assert set(after) == {Role.CLOSING, Role.ANNEX}


def test_headings_stand_over_the_comments_with_their_page() -> None:
    read_so = staff(
        f"Form 10-K for the Fiscal Year Ended December 31, 2019\nKey Metrics, page 41\n1. {ONE}\n"
        f"Notes to Consolidated Financial Statements\nNote 2. Fair Value, page 62\n2. {TWO}\n"
        f"Note 13. Segments, pages F-20 and F-21\n3. {THREE}\n4. {FOUR}"
    )
    form = "Form 10-K for the Fiscal Year Ended December 31, 2019"
    notes = "Notes to Consolidated Financial Statements"
    assert [(c.heading, c.page) for c in read_so.comments] == [
        ((form, "Key Metrics"), "41"),
        ((form, notes, "Note 2. Fair Value"), "62"),
        ((form, notes, "Note 13. Segments"), "F-20"),
        ((form, notes, "Note 13. Segments"), "F-20"),
    ]
    assert [c.text for c in read_so.comments] == [ONE, TWO, THREE, FOUR]


def test_a_staff_letter_has_no_responses() -> None:
    read_so = staff(f"1. {ONE}\n2. {TWO}")
    assert (read_so.letter.side, read_so.responses) == (Side.STAFF, ())
    assert read_so.comments[-1].text == TWO


def test_a_list_inside_a_comment_opens_no_comment() -> None:
    read_so = staff(
        f"1. {ONE} Tell us:\n• the rate;\n• its trend; and\n• its cause.\nAlso disclose it.\n2. {TWO}"
    )
    assert [c.number for c in read_so.comments] == ["1", "2"]
    assert read_so.comments[0].text.endswith("• its cause.\nAlso disclose it.")


def test_a_comment_torn_by_a_page_break_is_joined() -> None:
    header = "Edwin Marl\nHarrowgate Tools, Inc.\nFebruary 18, 2021\nPage 2"
    torn = f"1. Please tell us how you\n{header}\nmeasure returns."
    assert staff(f"{torn}\n2. {TWO}").comments[0].text == "Please tell us how you measure returns."


def test_letterhead_between_comment_and_answer_is_in_neither() -> None:
    letterhead = (
        "Harrowgate Tools, Inc.\n40 Quarry Road, Harrowgate, IL 60601\nT 312 555 0142 www.harrowgate.example"
    )
    read_so = company(f"I|1. {ONE}\n{letterhead}\n{SAY}\nI|2. {TWO}\n{SHOW}")
    assert [c.text for c in read_so.comments] == [ONE, TWO]
    assert [r.text for r in read_so.responses] == [SAY, SHOW]


def test_a_letter_without_comments_says_what_stayed_unread() -> None:
    read_so = company("This matter was discussed by telephone.")
    assert read_so.comments == ()
    assert read_so.unread[-1] == Unread(
        "This matter was discussed by telephone.", "no comment was found that it could belong to"
    )


def test_a_single_comment_without_a_number_is_number_one() -> None:
    read_so = staff(f"Risk Factors, page 9\n{ONE}")
    assert [(c.number, c.heading, c.page, c.text) for c in read_so.comments] == [
        ("1", ("Risk Factors",), "9", ONE)
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We note your response to prior comment 2.", "2"),
        ("We note your response to comment number six in our letter.", "6"),
        ("We refer to comment 3 in our letter dated May 1, 2020.", "3"),
        ("Please tell us about your comments on page 4.", ""),
    ],
)
def test_a_comment_names_the_prior_one_it_follows(text: str, number: str) -> None:
    assert follows(text) == number


def test_lost_numbers_are_inferred_from_their_neighbours() -> None:
    assert list(numbered({3: 0, 9: 0, 12: 3, 20: 0}).values()) == ["1", "2", "3", "4"]


def test_prose_joins_only_what_was_torn() -> None:
    assert prose(["It was torn", "by a page. And", "Ended."]) == "It was torn by a page. And\nEnded."


FURNITURE = (
    "Page 2",
    "- 3 -",
    "U.S. Securities and Exchange Commission",
    "March 4, 2021",
    "CONFIDENTIAL TREATMENT REQUESTED BY HARROWGATE TOOLS, INC.",
)
BODY = tuple(f"B|1. {ONE}\n{SAY}\n{SUM}\nB|2. {TWO}\n{SHOW}\nB|3. {THREE}\n{SUM}\n{FILE}".splitlines())


@settings(max_examples=40, deadline=None)
@given(places=st.lists(st.tuples(st.integers(0, len(BODY)), st.sampled_from(FURNITURE)), max_size=4))
def test_furniture_added_changes_nothing(places: list[tuple[int, str]]) -> None:
    rows = list(BODY)
    for place, text in sorted(places, reverse=True):
        rows.insert(place, text)
    bare, added = company("\n".join(BODY)), company("\n".join(rows))
    assert [(c.number, c.text) for c in added.comments] == [(c.number, c.text) for c in bare.comments]
    assert [(r.numbers, r.text) for r in added.responses] == [(r.numbers, r.text) for r in bare.responses]


WORDS = st.sampled_from(
    [
        "1. We note",
        "Response:",
        "Dear Sir:",
        "Sincerely,",
        "* * *",
        "Page 2",
        "General",
        "• why",
        "a | b",
        "It is.",
        "",
    ]
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=25))
def test_every_line_has_exactly_one_role(rows: list[tuple[str, bool, bool]]) -> None:
    read_so = parse(tuple(Line(text, bold, italic) for text, bold, italic in rows), "x")
    assert len(read_so.roles) == len(rows)
    assert all(isinstance(role, Role) for role in read_so.roles)


@settings(max_examples=15, deadline=None)
@given(width=st.integers(60, 100))
def test_wrapping_plain_text_anew_changes_no_comment(width: int) -> None:
    paragraphs = (
        HEAD + "\n".join(row.partition("|")[2] or row for row in BODY).replace(SAY, f"Response: {SAY}")
    ).strip()
    paragraphs = (
        paragraphs.replace(SHOW, f"Response: {SHOW}").replace(f"{SUM}\n{FILE}", f"Response: {SUM}") + TAIL
    )
    wrapped = "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs.splitlines() if p
    )
    read_so = parse(read(wrapped.encode(), "x.txt"), "x")
    assert [(c.number, c.text) for c in read_so.comments] == [("1", ONE), ("2", TWO), ("3", THREE)]


PATTERNS = (
    (BULLET, "• why", "Why •"),
    (NUMBER, "- 2. In", "10-K for"),
    (NUMBER, "3. | We", "1.5 million"),
    (COMMENT_LABEL, "SEC Comment 4:", "Comments were received"),
    (RESPONSE_LABEL, "Company’s Response 2:", "In response to the comment:"),
    (RESPONSE_LABEL, "RESPONSE TO COMMENT NO. 4", "Response times fell"),
    (INNER_LABEL, "Staff’s comment: We", "Comments"),
    (SALUTATION, "Dear Ms. Ash:", "Endear"),
    (DATE, "March 18th, 2011", "March 2011"),
    (PAGE_NUMBER, "Page 4 of 9", "4 units"),
    (BANNER, "Confidential Treatment Requested by X", "Confidential information"),
    (COMMISSION, "United States Securities and Exchange Commission", "Stock Exchange"),
    (CONTACT, "Harrowgate, IL 60601", "than 60601 units"),
    (SITE, "www.harrowgate.example", "https://www.harrowgate.example/returns"),
    (CITIES, "London", "Londoner"),
    (ADDRESSED, "Attn: Ada Ashdown", "Attendance"),
    (TRADEMARK, "OAKEN is a registered trademark of Oaken Ltd.", "trademarks"),
    (RE, "Re: Harrowgate", "Regarding"),
    (RULE, "_____", "___ percent"),
    (PAGE, "Key Metrics, page 41", "the pages that follow"),
    (KNOWN, "Item 7. Management", "Returns"),
    (FORM, "Amendment No. 2 to Form S-1", "Formation"),
    (NOTE, "Note 13. Segment", "Notes to"),
    (NOTES, "Notes to Consolidated", "Key Metrics"),
    (
        WHOLE,
        "Management’s Discussion and Analysis of Financial Condition and Results of Operations Revenue",
        "Results of Operations",
    ),
    (FOLLOWS, "prior comment 2", "comment on page 2"),
    (ASKS, "please tell us", "it is"),
    (ANSWERS, "the company", "a company"),
    (OPENS_COMMENT, "we note that", "the company"),
    (OPENS_ANSWER, "in response to the staff", "tell us"),
    (INTRODUCES, "in your letter dated", "the letter carrier"),
    (CLOSES, "if you have any questions", "if prices rise"),
    (BREAK, "* * *", "* 2020"),
    (SIGNATURE, "Very truly yours,", "Respectfully, we disagree"),
    (ANNEX, "Annex A", "Annual report"),
)


WHOLE_LINES = (PAGE_NUMBER, RULE, BREAK)
ANYWHERE = (
    TRADEMARK,
    DATE,
    BANNER,
    COMMISSION,
    CONTACT,
    CITIES,
    PAGE,
    FOLLOWS,
    ASKS,
    ANSWERS,
    INTRODUCES,
    CLOSES,
)


@pytest.mark.parametrize(("pattern", "example", "miss"), PATTERNS, ids=[p[1][:30] for p in PATTERNS])
def test_a_pattern_matches_its_example_and_not_its_neighbour(
    pattern: re.Pattern[str], example: str, miss: str
) -> None:
    seek = (
        pattern.fullmatch
        if pattern in WHOLE_LINES
        else pattern.search
        if pattern in ANYWHERE
        else pattern.match
    )
    assert seek(example)
    assert not seek(miss)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. We note", 1, "We note"),
        ("1.We note", 1, "We note"),
        ("12) Tell us", 12, "Tell us"),
        ("Comment No. 3: Please", 3, "Please"),
        ("4. Staff’s comment: Please", 4, "Please"),
        ("l. We note", 1, "We note"),
        ("Comment: Please", 0, "Please"),
        ("SEC Oral Comment #1: Please", 1, "Please"),
    ],
)
def test_a_mark_gives_the_number_and_where_the_text_begins(text: str, number: int, rest: str) -> None:
    mark = comment_mark(text)
    assert mark is not None
    assert (mark.number, text[mark.end :]) == (number, rest)


@pytest.mark.parametrize("text", ["10-K for 2020", "1.5 million", "Response 2: We", "2021 was a year"])
def test_other_figures_are_no_marks(text: str) -> None:
    assert comment_mark(text) is None


def test_a_label_names_the_comments_it_answers() -> None:
    assert response_mark("Response to Comments 3, 4 and 6 through 8: We") == (("3", "4", "6", "7", "8"), 43)
    assert numbers_in("1 and 2") == ("1", "2")
    assert bare_label("Comment No. 3") == 3
    assert bare_label("3. We") is None


def test_a_heading_is_told_from_a_sentence() -> None:
    assert is_heading("Liquidity and Capital Resources, page 38")
    assert is_heading("“We may not grow as we have . . .”, page 24")
    assert not is_heading("The Company does not measure returns by channel.")
    assert split_page("Note 7. Acquisitions, pages F-20 and F-21") == ("Note 7. Acquisitions", "F-20")
    assert path(("Form 10-K", "Item 7"), ["General"]) == ("Form 10-K", "General")


def test_two_headings_run_together_are_parted() -> None:
    whole = "Management’s Discussion and Analysis of Financial Condition and Results of Operations"
    assert parted([f"{whole} Revenue, page 31"]) == [whole, "Revenue, page 31"]


@pytest.mark.parametrize(
    "row", ["Some short line", "1. We note that. Please tell us why.", "- 2 -", "Response:"]
)
def test_a_letter_of_eight_thousand_lines_alike_is_parsed_in_seconds(row: str) -> None:
    began = time.process_time()
    parse(lines(HEAD) + tuple(Line(row, page=i // 40) for i in range(8000)))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("(1) All amounts are in thousands.", True),
        ("* Not meaningful.", True),
        ("(3) All amounts are in thousands.", False),
        ("(1) Please tell us why.", False),
        ("1. All amounts are in thousands.", False),
    ],
)
def test_a_note_of_a_table_bears_a_mark_of_its_rows(text: str, is_note: bool) -> None:
    rows = (Line("Stores(1) | 4%", table=1), Line("Others | *", table=1), Line("2"), Line(text))
    assert table_notes(rows) == ({3} if is_note else set())


def test_the_notes_of_a_table_end_with_the_next_paragraph() -> None:
    between = Line("The table shows the rates of the year by channel.")
    assert table_notes((Line("Stores(1) | 4%", table=1), between, Line("(1) All amounts."))) == set()


def test_a_list_of_offices_is_furniture_wherever_it_stands() -> None:
    offices = "Boston Chicago Dallas Hong Kong Houston London Paris Washington, D.C."
    read_so = company(f"B|1. {ONE}\n{offices}\nB|{THREE}\n{SUM}")
    assert [(c.text, r.text) for c, r in zip(read_so.comments, read_so.responses, strict=True)] == [
        (f"{ONE}\n{THREE}", SUM)
    ]


@pytest.mark.parametrize("last", ["September 24, 2007).", "December 31, 2025.", "May 4, 2026?"])
def test_a_date_that_ends_a_wrapped_sentence_is_no_furniture(last: str) -> None:
    said = [Line("Dear Ms. Vane:"), Line("1. Please tell us the rate in the report (revised"), Line(last)]
    assert furniture(said) == frozenset()
    assert furniture([*said[:2], Line("May 4, 2026"), Line("Page 2")]) == {2, 3}
    assert furniture([*said[:2], Line("May 4, 2026"), Line("and the rate before it.")]) == frozenset()


def test_a_row_of_a_table_is_no_furniture() -> None:
    rows = (Line("Dear Sir:"), Line("December 31, 2020 | $4", table=1), Line("December 31, 2020", table=1))
    assert furniture(rows) == frozenset()


FOOTED = (
    "Dear Ms. Ash:",
    "On behalf of Harrowgate Tools, Inc. and its affiliates1 we respond to your letter dated May 4, 2020.",
    "1. We note that revenue rose by 14%. Please tell us why.",
    "{note}",
    "2",
    "Response: Volume rose.",
    "Sincerely,",
)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("1 This term leaves out companies in which it has no vote.", ""),
        ("2 This note is referred to nowhere.", "\n2 This note is referred to nowhere."),
        ("• name each cause.", "\n• name each cause."),
    ],
)
def test_a_note_at_the_foot_of_a_page_is_no_part_of_a_comment(note: str, kept: str) -> None:
    (comment,) = parse(some_lines("\n".join(FOOTED).format(note=note))).comments
    assert comment.text == "We note that revenue rose by 14%. Please tell us why." + kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Key Metrics, page 41. We note it.", (("Key Metrics",), "41", "We note it.")),
        ("Note 8. Debt, page F-12: Tell us why.", ((), "", "Note 8. Debt, page F-12: Tell us why.")),
        ("Description of Warrants, page F-12: Tell us.", (("Description of Warrants",), "F-12", "Tell us.")),
        (
            "You say so in your report, page 41. We differ.",
            ((), "", "You say so in your report, page 41. We differ."),
        ),
        ("Key Metrics, page 41, is unclear.", ((), "", "Key Metrics, page 41, is unclear.")),
    ],
)
def test_a_heading_that_runs_in_before_a_comment_is_its_heading(
    text: str, expected: tuple[tuple[str, ...], str, str]
) -> None:
    found = headed(a_comment(text))
    assert (found.heading, found.page, found.text) == expected


def test_a_heading_over_a_comment_leaves_its_text_whole() -> None:
    comment = a_comment("Key Metrics, page 41. We note it.", heading=("General",))
    assert headed(comment) == comment


def test_a_comment_torn_in_mid_sentence_before_a_capital_is_one_paragraph_and_its_points_are_not() -> None:
    text = (
        "1. Please tell us why this is permitted under Rule 100(b) of",
        "Regulation G. Refer to",
        "Question 100.01 and address",
        "• the amounts of",
        "Orders; and",
        "• the reasons.",
    )
    assert comment_text(text).split("\n") == [
        "Please tell us why this is permitted under Rule 100(b) of Regulation G. Refer to Question 100.01 and address",
        "• the amounts of Orders; and",
        "• the reasons.",
    ]
