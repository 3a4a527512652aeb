"""That notes keep counsel's order, that what points back stays with what it points to, and nothing is said twice."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import FILED_S1, PERIODIC, answered

YARD = (
    "Please explain to us the circumstances of the closure of the Redcar yard, and revise future filings to quantify "
    "kiln scrap."
)


def test_a_sentence_that_points_back_stays_behind_the_one_before_it() -> None:
    text = "Please tell us which kiln method you use, and how the scrap described in Note 2 arose."
    notes = "## 1\nThe Company uses the tunnel method. It says so in Note 2 on scrap.\nScrap arose from test firings."
    said = answered(text, notes).text
    assert "uses the tunnel method. It says so in Note 2 on scrap." in said


@pytest.mark.parametrize(
    "notes",
    [
        "Kiln scrap was $3.1 million in 2025. The same figures for 2024 have not been computed yet.",
        "Kiln scrap was $3.1 million in 2025. The amounts for 2024 are not yet in hand.",
    ],
)
def test_a_figure_that_is_still_missing_is_a_blank_and_never_text(notes: str) -> None:
    answer = answered("In future filings quantify kiln scrap for each period presented.", f"## 1\n{notes}")
    assert "computed yet" not in answer.text.replace("(not been computed yet)", "")
    assert any("2024" in b for b in answer.blanks)


def test_an_amendment_takes_its_contents_and_its_day_from_the_notes() -> None:
    text = (
        "Please amend your Form 10-K to provide the report, and tell us whether management tested the kilns."
    )
    notes = """## 1
- Management tested the kilns as of December 31, 2025.
- Amendment No. 1 on Form 10-K/A will contain Item 9A, a revised Exhibit 99.1 and new certifications.
- To be confirmed: filing on March 6, 2026."""
    answer = answered(text, notes, PERIODIC)
    assert (
        "The amendment will consist of Item 9A, a revised Exhibit 99.1 and new certifications." in answer.text
    )
    assert "filing date of the amendment; proposed: March 6, 2026, to be confirmed" in answer.blanks
    assert len(answer.blanks) == 1


UNTRACKED = (
    "Please revise future filings to break out kiln costs by site for each period presented. If you do not track costs "
    "by site, disclose that fact and explain why, and provide a breakdown by type of cost."
)


def test_that_fact_is_what_the_condition_says_and_is_met_by_the_notes() -> None:
    notes = """## 1
- The Company does not track internal costs by site because the crews work across all three sites.
- External costs are tracked: Redcar $14.6 million in 2025 and $11.9 million in 2024; Whitby $6.2 million in 2025."""
    answer = answered(UNTRACKED, notes)
    (block,) = [p.text for p in answer.passages if p.block]
    assert "External costs are tracked: Redcar $14.6 million" in block
    assert "We do not track internal costs by site because" in block
    assert "Fact" not in answer.text


def test_without_a_fact_that_fact_is_still_said_in_full() -> None:
    blanks = " | ".join(answered(UNTRACKED).blanks)
    assert "track" in blanks
    assert "that fact" not in blanks.replace("[●", "")


def test_a_reason_why_something_was_not_needed_takes_the_place_of_the_frame_of_elements() -> None:
    text = (
        "Please tell us whether you performed an interim goodwill impairment test for the Redcar unit and, if not, "
        "explain why you concluded that none was needed. Refer to ASC 350-20-35-30."
    )
    notes = """## 1
- No interim test was performed.
- Operating income of Redcar was 12% above budget.
- The last annual test showed fair value 38% above carrying amount.
- The share price had recovered by October 20, 2025."""
    answer = answered(text, notes)
    assert (
        answer.text.index("No interim test") < answer.text.index("12%")
        if "No interim" in answer.text
        else True
    )
    assert "no interim test was performed" in answer.text.lower()
    assert not any("macroeconomic" in b for b in answer.blanks)


def test_a_definition_and_what_it_leaves_out_stand_where_they_are_asked_for() -> None:
    text = (
        "Please revise future filings to define the average cost to fire one kiln, explain which kiln "
        "costs are excluded and why, and "
        "present the cost to fire one kiln including depreciation for each period presented."
    )
    notes = """## 1
- The average cost to fire one kiln is fuel cost of the period divided by the number of firings in it.
- Depreciation is excluded because it does not change with the number of firings."""
    answer = answered(text, notes)
    (block,) = [p.text for p in answer.passages if p.block]
    assert "The average cost to fire one kiln is fuel cost" in block
    assert "Depreciation is excluded because" in block


def test_a_period_before_an_object_is_no_part_of_it() -> None:
    text = (
        "Please quantify, for each year presented, the cash transferred among the holding company and its "
        "subsidiaries, by type of transfer, and revise your future filings to include this information."
    )
    said = answered(text).text
    assert "for each year information" not in said
    assert "The for each" not in said
    assert "the cash transferred among the holding company and its subsidiaries" in said


def test_explanations_that_cross_in_the_notes_are_told_in_counsels_order() -> None:
    text = (
        "Kiln scrap is $4 million in the table and $7 million in the text. Please explain the difference to us, and "
        "tell us how the amount in the table was determined."
    )
    notes = (
        "## 1\n- The text counts $3 million of scrap sold to dealers. The amount in the table leaves it out.\n"
        "- The difference arose in 2024, when the dealers began to pay for scrap."
    )
    said = answered(text, notes).text
    assert said.index("counts $3 million") < said.index("leaves it out") < said.index("arose in 2024")


def test_what_points_back_to_proposed_words_has_them_before_it_in_the_letter_too() -> None:
    text = "Please tell us what accounts for the difference and revise future filings to say which kilns are counted."
    notes = (
        "## 1\n- Kilns under repair are counted in the table and not in the text.\n"
        "- That is the whole of the difference."
    )
    answer = answered(text, notes)
    letter = " ".join(p.text for p in answer.passages if not p.block)
    assert "are counted in the table and not in the text. That is the whole of the difference." in letter


def test_facts_on_one_revision_stand_in_counsels_order() -> None:
    comment = (
        "Please disclose the basis for this statement. If it rests on a study that you commissioned, say so."
    )
    notes = "## 1\nThe study was commissioned from Pell in May. It supports the statement for Wales only."
    said = answered(comment, notes, FILED_S1).text
    assert said.index("was commissioned from Pell") < said.index("supports the statement for Wales")


@pytest.mark.parametrize(
    ("text", "notes", "said"),
    [
        (
            "Please tell us the method you used to value the options and where the change in fair value is presented.",
            "- Binomial lattice.\n- Other income (expense), net.",
            "The change in fair value is presented in other income (expense), net.",
        ),
        (
            "Please tell us how often the kiln is inspected and the amount that you spent on repairs.",
            "- Twice a year, June and December.\n- $1.2 million in 2025.",
            "the kiln is inspected twice a year, June and December.",
        ),
        (
            "Please tell us why the kiln was idled and the basis for your estimate of its life.",
            "- Idled for want of clay. Same crew as before.",
            "Same crew as before.",
        ),
    ],
)
def test_a_bare_answer_takes_the_blank_of_its_question_or_stands_as_counsel_wrote_it(
    text: str, notes: str, said: str
) -> None:
    answer = answered(text, f"## 1\n{notes}").text
    assert said in answer
    assert "details are as follows" not in answer


def test_a_blank_stands_behind_the_sentence_of_its_own_note() -> None:
    notes = (
        "## 1\n- Kiln revenue was $4.1 million in 2025. 2024 to be confirmed by finance.\n"
        "- Two kilns were rebuilt in March 2025."
    )
    answer = answered("Please tell us the revenue of each kiln and which kilns you rebuilt.", notes).text
    assert answer.index("$4.1 million") < answer.index("[●: ") < answer.index("rebuilt in March")


def test_facts_come_before_what_is_left_open_and_not_by_elements_that_do_not_fit() -> None:
    text = (
        "Please tell us how you accounted for the sale of the quarry and how you considered ASC 606-10-55-66. "
        "Also tell us whether the buyer is a variable interest entity and, if so, how you "
        "determined that you are not the "
        "primary beneficiary. Refer to ASC 810-10-25."
    )
    notes = (
        "## 1\n- The buyer is a variable interest entity.\n- The Company has no say over its budget, its crews "
        "or its prices.\n- The repurchase price is above the sale price.\n"
        "- Proceeds of $12 million are in other liabilities.\n"
        "- The quarry stayed in property, plant and equipment."
    )
    answer = answered(text, notes).text
    assert "each element" not in answer
    assert "facts on which it accounted" not in answer
    assert answer.index("$12 million") < answer.index("[●: ")


def test_a_note_of_the_kind_that_one_question_asks_for_answers_that_one() -> None:
    text = (
        "Please tell us how the kiln rate was set and how often it is reassessed. In future filings, show the "
        "effect of the rate as a separate line and clearly explain it."
    )
    notes = "## 1\n- The rate was set in May 2025.\n- Looked at once a year, and sooner if the law changes."
    answer = answered(text, notes).text
    assert (
        answer.index("set in May 2025")
        < answer.index("looked at once a year")
        < answer.index("separate line")
    )
    assert "[●: how often" not in answer


def test_a_thing_that_moved_another_by_an_amount_is_a_sentence() -> None:
    notes = "## 1\nThe strike reduced kiln revenue by $6.3 million in 2025."
    answer = answered("Please quantify for us the effect of the strike on revenue.", notes).text
    assert "that the strike reduced kiln revenue by $6.3 million in 2025." in answer


def test_a_definition_answers_what_is_to_be_defined() -> None:
    text = (
        "Please revise future filings to define the measure and quantify kilns leased through partners. If one partner "
        "leases many, tell us which."
    )
    notes = "## 1\nA kiln is a furnace in use on the last day, whether ours or leased through a partner."
    answer = answered(text, notes).text
    assert answer.index("read substantially as follows") < answer.index("a furnace in use on the last day")
