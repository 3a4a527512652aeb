"""Answers without a fact: statements with blanks, conditions that are open, and blanks that stand by themselves."""

from __future__ import annotations

import re

import pytest

from tests.test_drafting import answered

DUE = "in future filings, beginning with its Form 10-Q for the quarter ending June 30, 2026"

OPEN = {
    "If material, please disclose the cost of the recall.": (
        "The cost of the recall [●: is or is not] material. [●: quantitative and qualitative basis for the conclusion "
        "on the cost of the recall]. To the extent that it concludes that it is material, the Company will disclose it "
        f"{DUE}."
    ),
    "If the recall has affected your margins, please disclose how it did.": (
        "[●: whether the recall has affected the Company's margins, with the basis]. If so, the Company "
        f"will disclose how it did {DUE}."
    ),
    "To the extent you continue to present this measure, please define EBITDA.": (
        f"To the extent the Company continues to present this measure, the Company will define EBITDA {DUE}."
    ),
    "Please tell us whether you lease ships and, if so, disclose the terms of the leases.": (
        f"If so, the Company will disclose the terms of the leases {DUE}."
    ),
}


@pytest.mark.parametrize(("comment", "said"), OPEN.items())
def test_a_condition_that_nobody_has_decided_is_left_open_and_then_closed(comment: str, said: str) -> None:
    assert said in answered(comment).text


def test_each_point_under_a_condition_of_materiality_has_its_own_blank() -> None:
    comment = "If material, please discuss how drought affects you, for example by: • lower crops; or • dearer water."
    text = answered(comment).text
    assert "• lower crops: [●: whether material, with the quantitative and qualitative basis];" in text
    assert "• dearer water: [●: whether material, with the quantitative and qualitative basis]." in text
    assert f"{DUE}." in text


UNKNOWN = {
    "Please quantify for us the damage to your warehouses.": (
        "The damage to the Company's warehouses was [●: damage to the Company's warehouses, in millions for each "
        "period presented, or none"
    ),
    "Please tell us how you determined that the barges are one asset. Refer to ASC 360-10-20.": (
        "[●: facts on which the Company determined that the barges are one asset (Controller)]. [●: whether and how "
        "ASC 360-10-20 was applied to those facts, with the alternatives considered, by whom and when (Controller)]."
    ),
    "Please confirm whether restricted cash held for growers is included in the balance.": (
        "Restricted cash held for growers [●: is or is not] included in the balance."
    ),
}


@pytest.mark.parametrize(("comment", "said"), UNKNOWN.items())
def test_a_question_becomes_a_statement_that_takes_nothing_as_given(comment: str, said: str) -> None:
    assert said in answered(comment).text


def test_the_owner_of_a_blank_is_found_in_the_whole_request() -> None:
    text = answered("Please tell us how such costs comply with the policy on revenue and inventory.").text
    assert text.endswith("(Controller)].")


@pytest.mark.parametrize(
    "comment",
    [
        "Please tell us how these plans are incremental to your core activities.",
        "Please tell us why the two rates differ. Also tell us how you considered ASC 740-10-50-12.",
        "Please explain to us the nature of the fee.",
    ],
)
def test_no_frame_says_the_request_over_before_its_blank(comment: str) -> None:
    text = answered(comment).text
    assert not re.search(r"(?:As to|With respect to|Regarding) [^,]+, the Company", text)
    assert text.count("advises the Staff") <= 1


def test_an_answer_that_is_all_blanks_has_one_opening() -> None:
    text = answered("Please tell us how these plans are incremental to your core activities.").text
    assert re.match(r"(?:The|In response)[^\[]* advises the Staff as follows: \[●: how these plans", text)


def test_a_request_pointed_at_the_response_is_answered_in_the_letter() -> None:
    comment = "Please discuss the weight of any sales you describe in response to the comment above."
    assert answered(comment).stance == "explain"


def test_two_provisions_stand_in_one_reference() -> None:
    comment = (
        "ASC 280-10-50-22 requires one measure and ASC 280-10-50-28 says which. Please tell us which of the two sets "
        "is your measure."
    )
    text = answered(comment).text
    assert text.count("with reference to") + text.count("with respect to") == 1
    assert "50-22" in text
    assert "50-28" in text
