"""What counsel's notes say that is done governs: the frame beside it falls away."""

from __future__ import annotations

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
        ("No study was paid for.", "Accordingly, the Company has not filed the consent of its author."),
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
