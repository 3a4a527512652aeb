"""What a whole letter brings to each answer: its introduction, an undertaking made before, the question first."""

from __future__ import annotations

from drafter.domain import Move
from tests.test_drafted_branches import PROXY, answered

CONFIRMING = (
    "Please respond to these comments by confirming that you will revise your future proxy disclosures in accordance "
    "with the topics discussed below."
)


def test_an_introduction_that_asks_for_future_disclosure_governs_every_comment() -> None:
    comment = "Explain how your board oversees the risks of firing."
    assert answered(comment, "", PROXY).stance is Move.EXPLAIN
    governed = answered(comment, "", PROXY, CONFIRMING)
    assert governed.stance is Move.COMPLY_FUTURE
    assert "proxy statement for the 2027 annual meeting" in governed.text


def test_what_the_staff_alone_is_told_stays_told() -> None:
    comment = "Please tell us why you have not provided the disclosure of fees."
    assert answered(comment, "", PROXY, CONFIRMING).stance is Move.EXPLAIN


def test_an_earlier_undertaking_is_told_first_and_in_the_companys_own_voice() -> None:
    comment = (
        "In your letter dated March 2, 2023 you undertook to disclose the length of your kiln leases. We are unable to "
        "locate this disclosure. Please advise or revise."
    )
    notes = "## 1\nThe leases run through 2034."
    assert answered(comment, notes).text.startswith(
        "In its letter dated March 2, 2023, the Company undertook to disclose the length of its kiln leases."
    )
    assert "[●: whether and where that disclosure was made" in answered(comment).text


def test_what_is_asked_for_on_a_supplemental_basis_is_no_disclosure() -> None:
    comment = (
        "Please disclose the targets, or provide on a supplemental basis a detailed explanation of why disclosure "
        "would do harm."
    )
    text = answered(comment, "## 1\nWill disclose the targets. The target was 40 firings.", PROXY).text
    assert "will disclose the targets" in text
    assert "do harm" not in text


def test_the_question_of_an_analysis_stands_before_the_facts() -> None:
    comment = (
        "Please provide us with your analysis of whether you are the principal in sales of glaze. "
        "Refer to ASC 606-10-55-39."
    )
    text = answered(comment, "## 1\nBuyers have no contract with the glaze works.").text
    assert text.index("The question addressed below") < text.index("no contract")


def test_an_analysis_whose_notes_draw_no_conclusion_leaves_it_open_under_the_provision_cited() -> None:
    comment = (
        "Please provide us with your analysis of whether the pledged kilns should be derecognized. "
        "Refer to ASC 860-10-40-24."
    )
    text = answered(
        comment, "## 1\nThe lender may not sell or lend the kilns unless there is a default."
    ).text
    assert (
        "As to whether the pledged kilns should be derecognized, the Company's conclusion is as follows: [●"
        in text
    )
    assert "conclusion under ASC 860-10-40-24" in text
    concluded = answered(comment, "## 1\nWe concluded that the kilns stay on our books.").text
    assert "conclusion is as follows" not in concluded


def test_a_question_of_going_concern_has_a_blank_for_each_step() -> None:
    comment = (
        "Please tell us how management evaluated whether there is substantial doubt about your ability to continue as "
        "a going concern. Refer to ASC 205-40-50-1 through 50-5."
    )
    text = answered(comment).text
    assert "Conditions and events considered in the aggregate. [●: cash, debt due, covenants" in text
    assert text.count("[●") >= 4


def test_them_behind_a_condition_stands_for_what_it_supposes() -> None:
    comment = (
        "Please reconcile your statement with the schedule for us; where you have cash policies that dictate how funds "
        "move, summarize them in future filings."
    )
    text = answered(comment).text
    assert "summarize the cash policies" in text
    assert "summarize your statement" not in text
