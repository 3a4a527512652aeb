"""What counsel's notes say that is done governs: the frame beside it falls away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Filing, MatterFile, Move
from drafter.drafting import Case, draft
from drafter.matters import read_facts
from tests.conftest import a_comment
from tests.test_drafted_branches import PERIODIC, a_letter

REGISTRATION = MatterFile(
    company="Windrush Kilns, Inc.",
    filings=(Filing("S-1", None, date(2026, 4, 3)),),
    amendment=(("name", "Amendment No. 1"),),
    staff_date=date(2026, 5, 20),
)
CLAIMS = (
    "You state that you are the leading maker of kilns, that your kilns last twice as long as others and that "
    "nine of ten potters prefer them. Please provide us with support for each of these statements. If any rests on a "
    "study that you paid for, file the consent of its author."
)


def drafted(comment: str, *notes: str, matter: MatterFile = REGISTRATION) -> str:
    facts = read_facts("## Comment 1\n" + "".join(f"- {n}\n" for n in notes))
    answer = draft(Case(a_letter(comment), (a_comment(comment),), matter, facts)).answers[0]
    return " ".join(p.text for p in answer.passages)


@pytest.mark.parametrize(
    ("comment", "notes", "says"),
    [
        (
            "Please describe the material terms of your agreement with the mill and file it as an exhibit.",
            ("Agreement is filed with the amendment as Exhibit 10.9.", "Terms: ten years, no exclusivity."),
            "agreement is filed with the amendment as Exhibit 10.9",
        ),
        (
            "Please describe the terms of the lease and file it as an exhibit.",
            ("Lease will be filed as Exhibit 10.4 with the rent redacted.", "It runs to 2031."),
            "is filed as Exhibit 10.4 to Amendment No. 1 with the rent redacted",
        ),
    ],
)
def test_an_exhibit_is_filed_once_under_the_number_of_the_notes(
    comment: str, notes: tuple[str, ...], says: str
) -> None:
    said = drafted(comment, *notes)
    assert says in said
    assert "exhibit number" not in said
    assert said.count("filed") == 1


def test_the_case_for_what_cannot_be_falls_away_where_it_can() -> None:
    said = drafted(
        "Please file the legality opinion. If counsel is not able to opine without qualification, revise to explain "
        "the qualification and describe the risk to holders.",
        "Counsel gives an unqualified opinion. It is filed as Exhibit 5.1.",
    )
    assert "legality opinion as Exhibit 5.1 to Amendment No. 1" in said
    assert "Counsel gives an unqualified opinion." in said
    assert "qualification" not in said


def test_what_should_have_been_taken_out_removes_nothing() -> None:
    said = drafted(
        "Please either present the unfunded part of backlog in a separate line, or remove the figure from future "
        "filings.",
        "The combined figure should have been taken out.",
        "From the Form 10-Q for the quarter ending June 30, 2026 the unfunded part will be in a separate line.",
        matter=PERIODIC,
    )
    assert "separate line" in said
    assert "will remove" not in said


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("Leading maker: deleted wherever it appears.", "deleted the “leading maker” statement throughout."),
        ("Nine of ten stays.", "The Company has retained the nine of ten statement."),
        (
            "Twice as long: this rests on a test of 2025.",
            "The “twice as long” statement rests on a test of 2025.",
        ),
        (
            "Order records go to the Staff as supplemental material.",
            "The Company is providing the order records to the Staff supplementally.",
        ),
        (
            "No study was paid for.",
            "As no study was paid for, the Company has not filed the consent of its author.",
        ),
    ],
)
def test_each_statement_has_its_own_fate(note: str, sentence: str) -> None:
    notes = (
        "Leading maker: deleted wherever it appears.",
        "Twice as long: this rests on a test of 2025.",
        "Nine of ten stays.",
        "Order records go to the Staff as supplemental material.",
        "No study was paid for.",
    )
    said = drafted(CLAIMS, *notes)
    assert note in notes
    assert sentence in said
    assert "has removed the statement on which" not in said


def test_support_that_counsel_sets_is_supplied_without_a_word_of_it_in_the_notes() -> None:
    matter = replace(REGISTRATION, stances=(("1", Move.SUPPLEMENTAL),))
    said = drafted(
        "Please provide us with support for your statement that your kilns last twice as long.",
        "It rests on a test of 2025.",
        matter=matter,
    )
    assert "to the Staff under separate cover" in said


@pytest.mark.parametrize(
    ("asked", "note", "says"),
    [
        (
            "Please revise the title of the measure.",
            "It will be renamed Adjusted Kiln Profit from the Form 10-Q for the quarter ending June 30, 2026.",
            "will rename the measure Adjusted Kiln Profit, beginning with its Form 10-Q",
        ),
        (
            "Please change the caption Net Yield, since it excludes losses.",
            "From the Form 10-Q for the quarter ending June 30, 2026 the caption will be Yield Before Losses.",
            "will change the caption to Yield Before Losses, beginning with its Form 10-Q",
        ),
        (
            "In future filings, please present kiln profit only as a measure of value, for the latest period.",
            "From the Form 10-Q for the quarter ending June 30, 2026 we will show kiln profit for the latest period.",
            "will show kiln profit for the latest period, beginning with its Form 10-Q",
        ),
        (
            "Please disclose the amount of rebates in future filings.",
            "The amount is to be disclosed from the Form 10-Q for the quarter ending June 30, 2026, without the names.",
            "beginning with its Form 10-Q for the quarter ending June 30, 2026, without the names.",
        ),
        (
            "Please disclose the share of rejects in future filings.",
            "Client takes both points, from the Form 10-Q for the quarter ending June 30, 2026, prior year included.",
            "will disclose the share of rejects in future filings, beginning with its Form 10-Q for the quarter "
            "ending June 30, 2026, with the prior year included.",
        ),
        (
            "Please disclose the loss that is reasonably possible, or state that no estimate can be made.",
            "The note is going to say, from the Form 10-Q for the quarter ending June 30, 2026, that no estimate can "
            "be made.",
            "will state in the note that no estimate can be made, beginning with its Form 10-Q",
        ),
        (
            "Please remove the claim that your bricks never crack from future filings.",
            "The never-crack claim comes out, starting with the Form 10-Q for the quarter ending June 30, 2026.",
            "remove the claim that its bricks never crack",
        ),
        (
            "Please disclose the age of the kilns in future filings.",
            "To be confirmed: client to disclose the age of the kilns from the Form 10-Q for the quarter ending "
            "June 30, 2026.",
            "will disclose the age of the kilns in future filings, beginning with its Form 10-Q",
        ),
        (
            "Please include a table of firing costs in future filings.",
            "The table will be in Note 9 from the Form 10-Q for the quarter ending June 30, 2026.",
            "The table will be in Note 9.",
        ),
        (
            "Please disclose the lives of the kilns in future filings.",
            "Note 4 to carry the lives from the Form 10-Q for the quarter ending June 30, 2026.",
            "Note 4 will carry the lives.",
        ),
    ],
)
def test_the_promise_of_the_notes_is_the_only_one(asked: str, note: str, says: str) -> None:
    said = drafted(f"{asked} Also tell us why you fire twice.", note, "The clay is wet.", matter=PERIODIC)
    assert says in said
    assert said.count("beginning with") == 1
    assert not re.search(r"to be confirmed|comes out|points|client to", said)


@pytest.mark.parametrize(
    ("comment", "notes", "says", "never"),
    [
        (
            "Please revise future filings to quantify each factor and discuss whether you expect the rise to last.",
            ("Of the $7.3 million rise, diesel was $4.4 million and new lanes $2.9 million.",),
            "[●: do or do not] expect the rise to last",
            "factor was [●]",
        ),
        (
            "Tell us what led to the change and why it was made when it was.",
            ("Lives were cut on April 1, 2025, when the board approved the plan to close the line.",),
            "April 1, 2025",
            "[●",
        ),
        (
            "Please quantify the effect on income from continuing operations, net income and earnings per share in "
            "future filings.",
            ("Net income fell by $6.0 million, or $0.11 per diluted share.",),
            "The effect on income from continuing operations was [●].",
            "effect on net income was",
        ),
        (
            "Please disclose your loans by collateral, the weighted average interest rate, and any other terms that "
            "management tracks in future filings.",
            (
                "Kilns $12.4 million, buildings $30.2 million. The rate was 7.4 percent.",
                "By region: see Note 9.",
            ),
            "ther terms that management tracks",
            "The rate is [●]",
        ),
        (
            "Tell us whether you expect to remain in compliance and whether any action is pending.",
            (
                "The Company expects to remain in compliance.",
                "No action is pending or threatened.",
                "Privileged: the forecast shows a breach in the third quarter.",
            ),
            "[●: does or does not] expect to remain in compliance",
            "No action is pending",
        ),
    ],
)
def test_what_the_notes_leave_open_beside_a_given_fact_stays_a_blank(
    comment: str, notes: tuple[str, ...], says: str, never: str
) -> None:
    said = drafted(comment, *notes, matter=PERIODIC)
    assert says in said
    assert never not in said
