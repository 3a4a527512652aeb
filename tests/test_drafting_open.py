"""Answers without a fact: statements with blanks, conditions that are open, and blanks that stand by themselves."""

from __future__ import annotations

import re

import pytest

from tests.test_drafting import answered

DUE = "in future filings, beginning with its Form 10-Q for the quarter ending June 30, 2026"

OPEN = {
    "If material, please disclose the cost of the recall.": (
        "The cost of the recall [●: is or is not] material, because [●: amounts of the cost of the recall by period, "
        "the figure each is compared with, and the qualitative factors]. To the extent that it concludes "
        "that it is material, the Company will disclose it "
        f"{DUE}."
    ),
    "If the recall has affected your margins, please disclose how it did.": (
        "The recall [●: has or has not] affected the Company's margins. "
        f"[If so: The Company will disclose how it did {DUE}.]"
    ),
    "To the extent you continue to present this measure, please define EBITDA.": (
        f"To the extent the Company continues to present this measure, the Company will define EBITDA {DUE}."
    ),
    "Please tell us whether you lease ships and, if so, disclose the terms of the leases.": (
        f"[If so: The Company will {DUE}, disclose the terms of the leases.]"
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
    assert f"will {DUE}, " in text


UNKNOWN = {
    "Please quantify for us the damage to your warehouses.": (
        "The damage to the Company's warehouses was [●: damage to the Company's warehouses, in millions for each "
        "period presented"
    ),
    "Please tell us how you determined that the barges are one asset. Refer to ASC 360-10-20.": (
        "The barges [●: are or are not] one asset, because [●: each reason under ASC 360-10-20, with the facts and "
        "amounts on the barges that carry it, and who so concluded and when (Controller)]."
    ),
    "Please tell us how you determined that title passes to the kiln buyer at dispatch. Refer to ASC 606-10-25-30.": (
        "Title [●: does or does not] pass to the kiln buyer at dispatch. The facts under ASC 606-10-25-30 are as "
        "follows. Right to payment: [●: when the present right to payment arises"
    ),
    "Please confirm whether restricted cash held for growers is included in the balance.": (
        "Restricted cash held for growers [●: is or is not] included in the balance: [●: facts on restricted cash "
        "held for growers: when, how"
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
        "ASC 280-10-50-22 requires one measure and ASC 280-10-50-28 says which. Please tell us to what extent you "
        "follow both."
    )
    text = answered(comment).text
    assert text.count("with reference to") + text.count("with respect to") == 1
    assert "50-22" in text
    assert "50-28" in text


BLOCKS = {
    "Please disclose how your board oversees cargo risk.": "Our board oversees cargo risk as follows: [●].",
    "Please disclose why the two fleets differ.": "The two fleets differ because [●].",
    "Please disclose when control is transferred to the buyer.": "Control is transferred to the buyer when [●].",
    "Please disclose whether your board consults outside advisers.": (
        "Our board [●: does or does not] consult outside advisers."
    ),
    "Please disclose whether you will seek holders' views.": "We [●: will or will not] seek holders' views.",
    "Please identify cargo margin as a non-GAAP measure.": (
        "Cargo margin is a non-GAAP measure [●: client to confirm this statement]."
    ),
    "Please discuss and, to the extent practical, quantify the impact of the planned sale.": (
        "The impact of the planned sale is [●]."
    ),
    "Please disclose whether you have a chief of safety.": "We [●: have or do not have] a chief of safety.",
    "Please disclose which routes carry fuel.": "The following routes carry fuel: [●].",
    "Please disclose what the measure represents.": "The measure represents [●].",
    "Please disclose the terms of these rebates.": "The terms of [●: description of these rebates] are as "
    "follows: [●].",
    "Please provide a more robust discussion of the risks of drought.": "The risks of drought are as follows: [●].",
    "Please describe in sufficient detail the causes of the delay.": "The causes of the delay are as follows: [●].",
}


@pytest.mark.parametrize(("comment", "line"), BLOCKS.items())
def test_proposed_disclosure_is_a_sentence_of_the_filing(comment: str, line: str) -> None:
    (block,) = [p for p in answered(comment).passages if p.block]
    assert block.text.split("\n")[-1] == line


def test_the_points_of_a_list_go_on_from_the_question_before_them() -> None:
    comment = (
        "Please disclose whether or not your chair may: • sign charters; or • approve repairs of the fleet."
    )
    (block,) = [p for p in answered(comment).passages if p.block]
    assert "Our chair [●: may or may not] sign charters." in block.text
    assert "Our chair [●: may or may not] approve repairs of the fleet." in block.text


def test_what_the_staff_wants_so_stated_is_what_the_sentence_before_says() -> None:
    comment = (
        "It appears that the awards were made at the discretion of the committee. Please revise to so state."
    )
    assert "state that the awards were made at the discretion of the committee" in answered(comment).text


def test_whether_and_if_so_how_is_one_question_and_then_another() -> None:
    text = answered("Please tell us whether and, if so, how you considered the use of another caption.").text
    assert "The Company [●: did or did not] consider the use of another caption: [●: when" in text


def test_consideration_that_nobody_confirmed_is_inside_the_blank() -> None:
    text = answered(
        "Please tell us your consideration for expanding your disclosure to provide the table."
    ).text
    assert (
        "As to expanding the Company's disclosure to provide the table, [●: whether and how this was" in text
    )


def test_future_conduct_is_confirmed_and_not_asked_of_the_client() -> None:
    text = answered("Please confirm whether you will quantify each charge in the notes.").text
    assert "The Company confirms that it will quantify each charge in the notes." in text


def test_a_change_is_told_without_the_figure_and_period_of_the_filing_under_review() -> None:
    comment = (
        "You attribute the 9% increase in freight revenue in fiscal 2025 to higher rates and longer voyages. Please "
        "quantify each factor."
    )
    (block,) = [p for p in answered(comment).passages if p.block]
    assert block.text.startswith(
        "Freight revenue [●: increased or decreased] by $[●], or [●] percent, in the quarter ended "
        "June 30, 2026 compared with the same quarter of the preceding year."
    )
    assert "9%" not in block.text
    assert "2025" not in block.text


def test_what_the_notes_rely_on_is_no_condition_any_more() -> None:
    comment = (
        "Please provide the table in future filings or, if you rely on the harbor exemption, say so and identify the "
        "information that is unavailable and its probable significance."
    )
    notes = "## 1\nWill rely on the harbor exemption. Unavailable: fuel costs and tolls."
    text = answered(comment, notes).text
    assert "[●: if the Company relies" not in text
    assert "probable significance" in text


def test_the_reasons_for_a_change_are_what_it_was_due_to() -> None:
    comment = (
        "Please explain in future filings the underlying reasons for the change in freight, including tolls."
    )
    (block,) = [p for p in answered(comment).passages if p.block]
    assert block.text.split("\n")[-1] == (
        "The change in freight was due to [●: each factor, with its amount, including tolls]."
    )


def test_disclosures_with_amounts_that_differ_are_bridged() -> None:
    comment = "Page 9 has tolls of $4.1 million and page 30 tolls of $4.6 million. Please reconcile these disclosures."
    assert "$4.1 million; [●: each reconciling item, with its amount" in answered(comment).text


def test_a_point_of_a_list_keeps_its_own_verb() -> None:
    comment = "Please revise future filings to: • describe the fleet; and • give current toll rates by route."
    assert "give give" not in answered(comment).text
    assert "disclose give" not in answered(comment).text


def test_a_directive_behind_also_is_asked_for_without_an_article() -> None:
    (first, second) = answered(
        "Please define net freight. Also present net income margin beside it."
    ).requests
    assert second.object == "net income margin beside it"
    assert first.object == "net freight"


def test_what_the_notes_say_under_a_request_answers_it() -> None:
    comment = "Please tell us how the harbor dues of foreign ports are passed on to your charterers."
    answer = answered(comment, "## 1\nInvoices are sent each month by the agents.")
    assert answer.text.endswith("that invoices are sent each month by the agents.")
    assert answer.blanks == ()


def test_a_question_under_a_condition_that_the_notes_deny_does_not_arise() -> None:
    comment = "If net tolls is meant as a measure of profit, tell us how you considered another caption."
    text = answered(comment, "## 1\nNet tolls is not meant as a measure of profit.").text
    assert text.endswith("does not arise.")


def test_what_leads_to_the_next_point_is_no_part_of_the_blank_before_it() -> None:
    comment = (
        "Please address the following: • Provide us with a full description of the slip. • In your response to the "
        "above bullet, discuss who found it. • Your consideration for disclosing the cause."
    )
    text = answered(comment).text
    assert "above bullet" not in text
    assert "• As to disclosing the cause, [●: whether" in text


def test_a_blank_begins_small() -> None:
    comment = "Please tell us your consideration of the following: • A list of the routes. • For each route, the toll."
    text = answered(comment).text
    assert "[●: A " not in text
    assert "[●: For " not in text


IDENTIFIED = (
    "Please tell us whether you have been identified by the Commission under the statute. If so, please amend your "
    "filing to provide the disclosure that Item 9C of Form 10-K requires."
)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Not identified.", "the Company does not propose to amend the filing."),
        ("", "If so, the Company will file Amendment No. 1 on Form 10-K/A"),
    ],
)
def test_no_amendment_is_promised_under_a_condition_that_fails_or_is_open(note: str, said: str) -> None:
    text = answered(IDENTIFIED, f"## 1\n- {note}\n" if note else "").text
    assert said in text
    assert "\nThe Company will file Amendment" not in text


def test_a_note_on_a_comment_that_asks_nothing_is_not_lost() -> None:
    assert "the kiln is idle." in answered("We have read your letter.", "## 1\n- The kiln is idle.\n").text


def test_a_redacted_amount_stays_the_subject_of_its_sentence() -> None:
    notes = "## 1\n- Rule 83: $11.5 million was accrued at December 31, 2024."
    assert "[***] was accrued" in answered("Please disclose the loss.", notes).text
