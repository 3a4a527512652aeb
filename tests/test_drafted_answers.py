"""Bare answers of counsel's notes as sentences of the draft."""

from __future__ import annotations

import pytest

from drafter.drafting import Case, draft
from drafter.matters import read_facts
from tests.conftest import a_comment
from tests.test_drafted_branches import FILED_S1, PERIODIC, a_letter, answered


def drafted(comment: str, *notes: str) -> str:
    facts = read_facts("## Comment 1\n" + "".join(f"- {n}\n" for n in notes))
    answer = draft(Case(a_letter(comment), (a_comment(comment),), PERIODIC, facts)).answers[0]
    return " ".join(p.text for p in answer.passages)


@pytest.mark.parametrize(
    ("comment", "note", "sentence"),
    [
        ("Tell us how the ore price was set.", "Set in May 2024.", "The ore price was set in May 2024."),
        (
            "Please tell us how you allocate shared yard costs.",
            "By floor space.",
            "The Company allocates shared yard costs by floor space.",
        ),
        (
            "Tell us why the kiln schedule was left out of the filing.",
            "Oversight.",
            "The kiln schedule was left out of the filing for the following reason: oversight.",
        ),
        (
            "Please tell us whether the use of the lodge is a perquisite.",
            "It is not.",
            "The use of the lodge is not a perquisite.",
        ),
    ],
)
def test_a_bare_answer_is_drafted_as_a_sentence_on_what_was_asked(
    comment: str, note: str, sentence: str
) -> None:
    said = drafted(comment, note)
    inside = (
        sentence.replace("The Company", "it")
        if sentence.startswith("The C")
        else f"{sentence[:1].lower()}{sentence[1:]}"
    )
    assert sentence in said or f"that {inside}" in said


def test_a_second_bare_answer_has_no_second_opening() -> None:
    said = drafted("Please tell us the reasons for the decline.", "Mostly price.", "Two lost orders.")
    assert said.lower().count("are as follows") == 1


def test_facts_asked_to_be_held_against_a_provision_end_in_a_blank_for_why_they_meet_it() -> None:
    asked = "Please tell us how the exclusion of the quarry is consistent with Question 3 of the staff's FAQ."
    open_ = "[●: why, on these facts, the exclusion of the quarry is consistent with Question 3"
    notes = "## 1\nThe quarry was bought on May 3, 2025. The Company will name it next time."
    text = answered(asked, notes).text
    assert text.index("May 3, 2025") < text.index(open_) < text.index("will name")
    assert open_ not in answered(asked, "## 1\nThe auditor concluded that the quarry may be left out.").text


def test_targets_that_may_be_disclosed_are_promised_beside_those_told_under_rule_83() -> None:
    asked = "Please disclose in future filings the target and the actual result for each measure."
    notes = "## 1\n- Kiln income, in millions: target 40.0; actual 38.5.\n- Rule 83: glaze target was 64, actual 61."
    text = answered(asked, notes).text
    assert "will disclose the target and the actual result for each measure" in text
    assert "[***]" in text
    assert "64" not in text
    hidden = answered(
        "Please identify the tenant in future filings.", "## 1\nRule 83: the tenant is Corva Glaze."
    ).text
    assert "will identify the tenant" not in hidden


def test_no_provision_is_named_with_a_refusal() -> None:
    asked = "Please revise future filings to give the kiln count. Refer to Item 303(b) of Regulation S-K."
    text = answered(asked, "## 1\nClient will not bring the kiln count back.").text
    assert "back, consistent with" not in text


def test_a_yes_that_names_the_thing_again_affirms_what_is_asked() -> None:
    asked = "Please tell us whether you identified an indication of impairment for the kiln."
    text = answered(asked, "## 1\nYes, an indicator. It was tested in May 2025.").text
    assert "The Company identified an indication of impairment for the kiln." in text or (
        "it identified an indication of impairment for the kiln." in text
    )


@pytest.mark.parametrize(
    ("comment", "notes", "left"),
    [
        (
            "Tell us how you classify the kiln leases and the amount of lease expense in 2025.",
            ("They are operating leases.", "Kilns are 40 percent of plant."),
            "The amount of lease expense in 2025 is [●: amount, in millions",
        ),
        (
            "Tell us what caused the breakage and whether you expect it to recur.",
            ("A crane failed in May.", "Breakage was 3 percent of output."),
            "The Company [●: does or does not] expect it to recur, because [●: plans",
        ),
        (
            "Tell us the amount of glaze sold to Orla in each period presented.",
            ("Glaze sold to Orla was $2.1 million in 2025.",),
            "The amount of glaze sold to Orla in each other period presented is [●: amount, in millions",
        ),
    ],
)
def test_a_figure_or_an_outlook_that_no_note_gives_is_left_open_in_a_sentence(
    comment: str, notes: tuple[str, ...], left: str
) -> None:
    assert left in drafted(comment, *notes)


def test_what_the_notes_give_or_deny_is_not_left_open() -> None:
    assert "[●" not in drafted(
        "Tell us the effect of the recall on each annual and interim period.",
        "Cost of sales rose by $3.0 million in 2024 and $1.2 million in 2025.",
    )
    assert "[●" not in drafted(
        "Tell us the fees paid to Orla in each period presented.", "No fees were paid to Orla."
    )
    assert "[●" not in drafted(
        "Tell us why sales fell and whether you expect the fall to go on.",
        "Two customers left.",
        "Sales have been level again since May and will stay so.",
    )


def test_a_reconciliation_holds_both_totals_and_the_item_to_be_confirmed() -> None:
    asked = "The table shows stock of $41.0 million, the balance sheet $46.5 million. Please reconcile the amounts."
    missing = "The balance sheet is right. The table left out kiln stock of $4.0 million."
    unsure = "The other $1.5 million should be glaze in transit, to be confirmed by the Controller."
    text = answered(asked, f"## 1\n- {missing}\n- {unsure}").text
    assert (
        "$41.0 million plus $4.0 million plus [●: $1.5 million, to be confirmed] equals $46.5 million" in text
    )
    assert "glaze in transit, to be confirmed by the Controller]" in text
    counts = (
        "Your table reports 41,200 kilns, while Exhibit 99.1 reports 38,900. Please reconcile these amounts."
    )
    assert "41,200; [●: each reconciling item" in answered(counts, "## 1\n- The exhibit is right.").text
    crowns = (
        "You report kiln orders of SEK 8.4 billion while Note 5 gives SEK 7.1 billion. Please reconcile these amounts "
        "for us and, in future filings, explain how kiln orders differ from the amount in Note 5."
    )
    items = "The difference is SEK 1.3 billion: options, SEK 0.9 billion, and repairs, SEK 0.4 billion."
    summed = (
        "SEK 7.1 billion plus SEK 0.9 billion plus SEK 0.4 billion equals SEK 8.4 billion. The difference is"
    )
    assert summed in answered(crowns, f"## 1\n- {items}").text


def test_a_count_and_a_sum_that_one_sentence_gives_are_not_asked_for_again() -> None:
    asked = "Tell us the number and cost of the kilns that you closed."
    assert "[●" not in answered(asked, "## 1\n- Fourteen kilns, $6.2 million in all, were closed.").text
    assert "[●: the number" in answered(asked, "## 1\n- Kilns of $6.2 million in all were closed.").text


def test_what_one_note_lacks_and_the_next_report_will_have_is_not_declined() -> None:
    text = answered(
        "Please revise future filings to discuss the scrap trend.",
        "## 1\n- Note 7 does not discuss the scrap trend; the next Form 10-Q will.",
    ).text
    assert "will discuss the scrap trend" in text
    assert "does not propose" not in text


def test_what_happened_with_its_day_answers_when_it_did() -> None:
    asked = "Tell us when the kiln reached completion and when you decided to close it."
    text = answered(asked, "## 1\n- Completion June 2023, on trial; decision to close March 6, 2025.").text
    assert "completion was in June 2023, on trial; the decision to close was on March 6, 2025." in text


def test_facts_answer_the_question_that_they_bear_on_and_no_figure_or_failed_condition() -> None:
    asked = (
        "Please tell us whether your kiln routes are material under Item 101 and how you reached that conclusion. "
        "If they are, please amend your filing to list each permit."
    )
    text = answered(asked, "## 1\n- Not material.\n- All four routes gave 3 percent of revenue in 2025.").text
    assert "All four routes gave 3 percent of revenue in 2025." in text
    assert "[●: how" not in text
    analysis = (
        "Please provide us with your analysis of when control of the kilns transfers, and quantify the revenue "
        "recognized in 2025 before delivery."
    )
    notes = (
        "## 1\n- Title passes on firing, with a surveyor present.\n- Revenue so recognized was $14.2 million."
    )
    assert "facts considered" not in answered(analysis, notes).text


def test_an_element_of_guidance_takes_the_fact_that_bears_on_it() -> None:
    asked = (
        "Provide us with your analysis of whether the kiln and the glaze are distinct under ASC 606-10-25-21."
    )
    text = answered(asked, "## 1\n- If the glaze contract lapses the kiln goes on firing.").text
    assert "Interdependence. If the glaze contract lapses the kiln goes on firing." in text
    agent = "Provide us with your analysis of each factor in ASC 606-10-55-39 for the kilns that you resell."
    text = answered(agent, "## 1\n- The Company buys the kilns before any customer orders.").text
    assert "Inventory risk. The Company buys the kilns before any customer orders." in text


def test_a_definition_is_gone_through_under_the_rule_that_has_it() -> None:
    asked = (
        "Please provide us with your analysis of each element of the definition of “foreign private issuer” in "
        "Securities Act Rule 405."
    )
    text = answered(asked).text
    assert text.startswith("The Company's analysis under Securities Act Rule 405 is as follows.")
    assert "Executive officers and directors. [●: if that is more than half, the citizenship" in text


def test_what_no_note_speaks_of_is_left_open_in_the_revised_text() -> None:
    asked = "Please disclose who proposed the higher ratio, why the talks with Orla ended and what was given in return."
    text = answered(asked, "## 1\n- Orla withdrew in May 2025 because it had no financing.", FILED_S1).text
    assert (
        "The revised text also states [●: who proposed the higher ratio] and [●: what was given in return]."
        in text
    )
    told = "## 1\n- Orla withdrew in May 2025 because it had no financing.\n- The trustees proposed the higher ratio."
    assert "[●: who" not in answered(asked, told, FILED_S1).text
    labelled = "Please disclose the milestone payments, the royalty term and the termination provisions."
    text = answered(
        labelled, "## 1\n- Milestones of up to $6 million. Term: ten years from first sale.", FILED_S1
    ).text
    assert "The revised text also states [●: the termination provisions]." in text


def test_a_request_to_do_so_that_the_filing_has_met_leaves_no_blank() -> None:
    asked = (
        "Tell us why the kiln rate fell. It appears that you have not disclosed the effect on net income. "
        "Please revise future filings to do so, or tell us why you believe ASC 250-10-50-4 does not require it."
    )
    assert "[●" not in drafted(
        asked, "The effect is in Note 5, page 68.", "The rate fell because output rose."
    )
