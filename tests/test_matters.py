"""matter.toml and facts notes as they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Fact, Filing, MatterFile, Move
from drafter.errors import BadMatter
from drafter.matters import placed, read_facts, read_matter, sentences, stance_set

WHOLE = """
confidential = true
[company]
name = "Harrowgate Tools, Inc."
short = "the Company"
cik = "9800001"
address = ["1 Mill Lane", "Dover, DE 19901"]
fiscal_year_end = "last Saturday of June"
fiscal_year_names = { "2026-06-27" = "fiscal 2026" }
[filing]
form = "10-K"
period = 2025-06-28
filed = 2025-08-22
file_number = "001-98001"
also = [ { form = "8-K", furnished = 2025-11-04 } ]
next_annual = { form = "10-K", period = 2026-06-27 }
next_interim = { form = "10-Q", period = 2025-12-27 }
amendment = { name = "Amendment No. 2", with_letter = true }
[letter]
staff_date = 2025-12-03
date = "2025-12-15"
delivery = "VIA EDGAR"
letterhead = "counsel"
rule_83 = { requester = "Harrowgate Tools, Inc.", control = "HGT" }
[signatory]
name = "Ada Quill"
title = "Chief Financial Officer"
[counsel]
firm = "Moss & Pell LLP"
attorneys = ["Ida Moss"]
copies = ["Ida Moss, Moss & Pell LLP"]
[terms]
staff = "the Staff"
[format]
recital = "bold"
label = ""
person = "we"
[[stance]]
comment = "5"
move = "comply_now"
"""


def test_every_part_of_a_matter_file_finds_its_place() -> None:
    matter = read_matter(WHOLE)
    assert (matter.company, matter.cik) == ("Harrowgate Tools, Inc.", "0009800001")
    assert matter.filings == (
        Filing("10-K", date(2025, 6, 28), date(2025, 8, 22)),
        Filing("8-K", None, date(2025, 11, 4)),
    )
    assert matter.next_interim == Filing("10-Q", date(2025, 12, 27))
    assert matter.fiscal_year_names == ((date(2026, 6, 27), "fiscal 2026"),)
    assert (matter.staff_date, matter.sent) == (date(2025, 12, 3), date(2025, 12, 15))
    assert matter.stances == (("5", Move.COMPLY_NOW),)
    assert dict(matter.amendment) == {"name": "Amendment No. 2", "with_letter": "true"}
    assert matter.term("company", "") == "the Company"
    assert (matter.person, matter.label, matter.recital) == ("we", "", "bold")
    assert (matter.signatory.name, matter.counsel.firm) == ("Ada Quill", "Moss & Pell LLP")
    assert matter.confidential is True


def test_every_key_is_optional() -> None:
    assert read_matter("") == MatterFile()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[filing]\nperiod = 'soon'", "line 2: 'period' is 'soon', which is no date"),
        ("[company]\nname = 5", "line 2: 'name' wants text"),
        ("[company]\ncik = 'abc'", "a CIK has up to ten digits"),
        ("[format]\nperson = 'they'", "must be one of: company, we"),
        ("[[stance]]\ncomment = '1'\nmove = 'comply_futur'", "did you mean 'comply_future'?"),
        ("stance = 'explain'", "write [[stance]]"),
        ("confidential = 'yes'", "true or false"),
        ("company = 'Harrowgate'", "write [company]"),
        ("[filing]\nnext_annual = '10-K'", "wants a table"),
        ("[company]\naddress = [1]", "wants a list of texts"),
        ("[filing]\nalso = '10-Q'", "wants a list of tables"),
        ("[letter]\ndate = '12/11/2025'", "which is no date"),
        ("[letter]\ndate = '31 June 2025'", "which is no date"),
        ("[[stance]]\nmove = 'explain'", "wants the number of a comment"),
        ("a = ", "is not valid TOML"),
    ],
)
def test_a_value_that_cannot_be_used_says_where_and_what_to_do(text: str, said: str) -> None:
    with pytest.raises(BadMatter) as raised:
        read_matter(text)
    assert said in str(raised.value)


@pytest.mark.parametrize("written", ["December 21, 2025", "21 Dec. 2025", "dec 21st 2025", "2025-12-21"])
def test_a_date_may_name_its_month(written: str) -> None:
    assert read_matter(f"[letter]\ndate = '{written}'").sent == date(2025, 12, 21)


@pytest.mark.parametrize(
    ("comment", "move"), [("3", "comply_future"), ("Comment 3", "Comply future"), ("#3", "COMPLY-FUTURE")]
)
def test_a_stance_may_be_written_as_people_write(comment: str, move: str) -> None:
    expected = ("3", Move.COMPLY_FUTURE)
    assert read_matter(f"[[stance]]\ncomment = '{comment}'\nmove = '{move}'").stances == (expected,)
    assert stance_set(f"{comment}={move}") == expected


def test_a_cik_and_the_end_of_a_year_may_be_written_in_full() -> None:
    matter = read_matter("[company]\ncik = 'CIK No. 9800001'\nfiscal_year_end = 2025-06-30")
    assert (matter.cik, matter.fiscal_year_end) == ("0009800001", "06-30")


def test_an_unknown_key_does_no_harm_and_is_named_with_the_nearest_right_one() -> None:
    text = "[company]\nnaem = 'x'\n[letter]\nweather = 'fine'"
    file = read_matter(text)
    assert replace(file, unknown=()) == MatterFile()
    assert len(file.unknown) == 2
    assert "Did you mean 'name'?" in file.unknown[0]
    assert "The keys there are: date," in file.unknown[1]


def test_a_stance_is_set_by_hand_as_comment_and_move() -> None:
    assert stance_set(" 3 = explain ") == ("3", Move.EXPLAIN)


@pytest.mark.parametrize(
    ("text", "said"),
    [("3", "as 3=explain"), ("=explain", "as 3=explain"), ("3=explian", "did you mean 'explain'")],
)
def test_a_stance_that_is_none_says_what_to_write(text: str, said: str) -> None:
    with pytest.raises(BadMatter, match=said):
        stance_set(text)


def test_notes_stand_under_their_comment_whatever_the_heading_looks_like() -> None:
    notes = (
        "# Notes\n\nGeneral.\n\n## Comment 3\n- One.\n- Two\n  goes on.\n\n### 4\nThree.\n\n## 5\n\nFour.\n"
    )
    assert read_facts(notes) == (
        Fact("fact:1", "", "General."),
        Fact("fact:2", "3", "One."),
        Fact("fact:3", "3", "Two goes on."),
        Fact("fact:4", "4", "Three."),
        Fact("fact:5", "5", "Four."),
    )


@pytest.mark.parametrize(
    ("note", "fact"),
    [
        ("Not for the letter: sales will fall.", ("not for the letter", False, False)),
        ("Privileged. We may lose.", ("privileged", False, False)),
        (
            "Confidential supervisory information: a rating.",
            ("confidential supervisory information", False, False),
        ),
        ("Rule 83: the tenant is Ambrose Mills.", ("", True, False)),
        ("To be confirmed: headroom was 12 percent.", ("", False, True)),
        ("Headroom was 12 percent (to be confirmed).", ("", False, True)),
        ("We will ask for Rule 83 treatment.", ("", False, False)),
    ],
)
def test_an_opener_says_what_may_be_done_with_a_note(note: str, fact: tuple[str, bool, bool]) -> None:
    (read,) = read_facts(f"## 1\n{note}")
    assert (read.held, read.redacted, read.tentative) == fact


def test_an_opener_within_a_note_splits_it_there() -> None:
    facts = read_facts("## 1\n- The table is right. Privileged: our exposure is large. It is really large.")
    assert [(f.text, f.held) for f in facts] == [
        ("The table is right.", ""),
        ("Privileged: our exposure is large. It is really large.", "privileged"),
    ]


def test_facts_are_numbered_through_all_files() -> None:
    assert [f.id for f in read_facts("## 1\nA.", "## 2\nB.")] == ["fact:1", "fact:2"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("See Note No. 5. It is there.", ("See Note No. 5.", "It is there.")),
        (
            "It goes into the Form 10-K. The name does not.",
            ("It goes into the Form 10-K.", "The name does not."),
        ),
        ("Quill Inc. grew 1.5 percent.", ("Quill Inc. grew 1.5 percent.",)),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize("opener", ["Not for the letter:", "### Privileged"])
def test_an_opener_on_its_own_line_holds_for_what_follows_it(opener: str) -> None:
    facts = read_facts(
        f"## Comment 2\n- Open.\n\n{opener}\n- The odds are even.\n- The reserve is low.\n\n## 3\nOpen again."
    )
    assert [(f.comment, bool(f.held)) for f in facts] == [
        ("2", False),
        ("2", True),
        ("2", True),
        ("3", False),
    ]


def test_a_deeper_heading_stays_with_its_comment() -> None:
    facts = read_facts("## Comment 2\n### Background\nA fact.\n# General\nAnother.")
    assert [f.comment for f in facts] == ["2", ""]


@pytest.mark.parametrize(
    "heading",
    [
        "## Comment 3", "### 3", "## 3. Segments", "## #3", "## Staff comment no. 3", "## Segments (comment 3)",
        "## Comment three", "Comment 3", "COMMENT NO. 3:", "**Comment 3**", "**Comment 3: Segment Reporting**",
        "Comment 3\n---------", "Re: comment 3", "Response to Comment 3:", "3.", "3)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_heading_names_its_comment_however_it_is_typed(heading: str, end: str) -> None:
    text = f"{heading}\n\nThe rate was 9%.\n".replace("\n", end)
    assert [(f.comment, f.text) for f in read_facts(text)] == [("3", "The rate was 9%.")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Comment 3: The rate was 9%.", [("3", "The rate was 9%.")]),
        ("Re comment 3 - the rate was 9%.", [("3", "The rate was 9%.")]),
        ("On comment 3, the rate was 9%.", [("3", "The rate was 9%.")]),
        ("1. It rose.\n2. It fell.", [("1", "It rose."), ("2", "It fell.")]),
        ("## 3\n1. It rose.\n2. It fell.", [("3", "It rose."), ("3", "It fell.")]),
        ("## Comment 3\nA.\n### 2024 figures\nB.", [("3", "A."), ("3", "B.")]),
        ("## Comment 3\nA.\n### 12 months ended June\nB.", [("3", "A."), ("3", "B.")]),
        ("## 1\nIt is as we said under\ncomment 2. It rose.", [("1", "It is as we said under comment 2. It rose.")]),
        ("## 1\nComment 2 was answered by phone.", [("1", "Comment 2 was answered by phone.")]),
        ("c1\nIt rose.\nC2: It fell.", [("1", "It rose."), ("2", "It fell.")]),
        ("c. 12 kilns were idle.", [("", "c. 12 kilns were idle.")]),
        ("# c2\nIt fell in Q3.", [("2", "It fell in Q3.")]),
        ("We sell tools.", [("", "We sell tools.")]),
    ],
)  # fmt: skip
def test_notes_without_marks_of_headings_find_their_comment(text: str, facts: list[tuple[str, str]]) -> None:
    assert [(f.comment, f.text) for f in read_facts(text)] == facts


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("- **Orders fell** by *9%*, see `note 3`.", ["Orders fell by 9%, see note 3."]),
        ("> It fell.\n> It rose.", ["It fell. It rose."]),
        ("It fell.\n\n---\n\nIt rose.\n\n* * *", ["It fell.", "It rose."]),
        ("```\nIt fell.\n```", ["It fell."]),
        ("The price is [***] for ______ units.", ["The price is [***] for ______ units."]),
        (
            "| Cause | 2024 | 2023 |\n|---|---:|---|\n| Price | $3 | $2 |\n| Volume | $4 | |",
            ["Price amounted to $3 in 2024 and $2 in 2023.", "Volume amounted to $4 in 2024."],
        ),
        ("| Cause | Amount | Share |\n|---|---|---|\n| Price | $3 | 40% |", ["Price: $3 (Amount) and 40% (Share)."]),
    ],
)  # fmt: skip
def test_marks_of_markdown_are_no_part_of_a_note(text: str, notes: list[str]) -> None:
    assert [f.text for f in read_facts(f"## 1\n{text}")] == notes


def test_a_mark_behind_a_sentence_is_on_that_sentence() -> None:
    facts = read_facts(
        "## 1\nKilns rose. About 35 percent of them were idle. To be confirmed by the Controller."
    )
    assert [(f.text, f.tentative) for f in facts] == [
        ("Kilns rose.", False),
        ("About 35 percent of them were idle – Controller.", True),
    ]


def test_a_mark_is_on_its_own_sentence_and_keeps_who_confirms_it() -> None:
    facts = read_facts(
        "## 1\n- To be confirmed by its surveyors: 81 percent for 2025; none yet for 2024. Kilns rose.\n"
        "- Clay cost 4 percent, to be confirmed by HR."
    )
    assert [(f.text, f.tentative) for f in facts] == [
        ("81 percent for 2025 – by its surveyors.", True),
        ("none yet for 2024.", True),
        ("Kilns rose.", False),
        ("Clay cost 4 percent – by HR.", True),
    ]


def test_a_remark_that_markdown_hides_is_held_back() -> None:
    facts = read_facts("## 1\n<!-- ask the\ncontroller -->\nIt fell.")
    assert [(f.text, f.held) for f in facts] == [
        ("Internal: ask the controller", "internal"),
        ("It fell.", ""),
    ]


def test_notes_under_no_heading_are_for_the_only_comment() -> None:
    facts = read_facts("It fell.\n## Comment 4\nIt rose.")
    assert [f.comment for f in placed(facts, ["1"])] == ["1", "4"]
    assert [f.comment for f in placed(facts, ["1", "4"])] == ["", "4"]


def test_a_line_that_its_writer_ended_is_a_note_of_its_own() -> None:
    text = (
        "# Notes of the call on Tuesday, with all the figures that finance sent\n## 1\nSales by year are in the table\n"
        "stand-alone: not practicable\nnew text is on p. 71, and it runs on to the\nend of the page\n"
    )
    assert [f.text for f in read_facts(text)] == [
        "Sales by year are in the table",
        "stand-alone: not practicable",
        "new text is on p. 71, and it runs on to the end of the page",
    ]


def test_only_the_clause_that_is_to_be_confirmed_is_tentative() -> None:
    facts = read_facts(
        "## 1\n- Rates: a three-year curve; the daily figure To be confirmed: $21,400.\n- Stock fell. sold later: none"
    )
    assert [(f.text, f.tentative) for f in facts] == [
        ("Rates: a three-year curve.", False),
        ("The daily figure $21,400.", True),
        ("Stock fell. Sold later: none", False),
    ]


def test_the_answer_no_is_a_sentence_and_a_number_is_none() -> None:
    text = "No. The trustee signed. Amendment No. 2 is filed. No. 3 pit is closed."
    assert sentences(text) == (
        "No.",
        "The trustee signed.",
        "Amendment No. 2 is filed.",
        "No. 3 pit is closed.",
    )
