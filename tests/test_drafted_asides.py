"""What of the staff's words an answer does not carry over: asides, pointers and marks on a quotation."""

from __future__ import annotations

import pytest

from drafter.domain import Filing, MatterFile
from drafter.drafting.language.asides import closed
from tests.test_drafted_branches import FILED_S1, answered, drafted


@pytest.mark.parametrize(
    ("comment", "gone", "stays"),
    [
        (
            "Tell us how you weighed the board's plan for 2026, which presumably is cautious.",
            "presumably",
            "the board's plan for 2026",
        ),
        (
            "In future filings, disclose the closest GAAP measure, presumably gross profit, before fleet margin.",
            "presumably",
            "GAAP measure, gross profit, before fleet margin",
        ),
        (
            "Explain why your tonnage was lower in 2025 (recognizing that one lock was shut).",
            "recognizing",
            "was lower in 2025",
        ),
        (
            "Tell us the vendor that supplied the aforementioned cranes and the price of the lease noted above.",
            "aforementioned|noted above",
            "the price of the lease",
        ),
        (
            "Tell us how these seemingly unrelated charges were grouped.",
            "seemingly",
            "charges were grouped as follows",
        ),
        (
            "Explain why freight cost per ton was so much higher in Port Elm.",
            "so much",
            "was higher in Port Elm because",
        ),
        (
            'Tell us why you did not provide tables for "coastal routes" and "river routes."',
            'routes." because',
            'and "river routes" because',
        ),
        (
            "Please disclose the shares left under the plan, which we were unable to locate, and the vesting terms.",
            "unable|locate",
            "the shares left under the plan and the vesting terms",
        ),
        (
            "You discuss barge margin by river without presenting the margin calculated from the most directly "
            "comparable IFRS measure. Please revise to present the comparable margin with equal prominence.",
            "GAAP",
            "IFRS measure",
        ),
        (
            "Two growers took 31% of sales. Tell us whether you have written agreements with either and, if so, "
            "describe their material terms.",
            "has not|with either and|’s",
            "the material terms of",
        ),
        (
            "Please revise future filings to present coastal and river sales separately for each period.",
            "separately for each period, $",
            "Coastal sales, $[●]; river sales, $[●].",
        ),
        (
            "Please tell us whether kilns closed during a year stay in the yield.",
            "did or did not",
            "whether kilns closed during a year stay in the yield",
        ),
        (
            "Please disclose the reasons for the change and its effect on income.",
            "of the reasons",
            "The effect on income of the change is",
        ),
        (
            "Please present occupied nights for each period.",
            "$[●]",
            "Occupied nights for each period, [●].",
        ),
    ],
)
def test_the_staffs_asides_stay_out_of_the_answer(comment: str, gone: str, stays: str) -> None:
    text = answered(comment).text
    assert stays in text
    assert not any(words in text for words in gone.split("|"))


def test_the_filing_speaks_for_itself_in_its_quotation() -> None:
    comment = (
        'We note that you "lease [to growers] further storage services that cut losses." Disclose how [you] bill '
        'growers for these further services and how they "show the room that [you] have in grain alone."'
    )
    text = answered(comment, "", FILED_S1).text
    assert "growers]" not in text
    assert '"show the room that we have in grain alone' in text


@pytest.mark.parametrize(
    ("comment", "question"),
    [
        (
            "Please tell us why you did not present the terminals separately in accordance with ASC 205-20-45-3.",
            "ASC 205-20-45-3 [●: did or did not] require the Company to present the terminals separately",
        ),
        (
            "Tell us why you have not provided the disclosures required by Item 305 of Regulation S-K.",
            "Item 305 of Regulation S-K [●: did or did not] call for the disclosures",
        ),
        (
            "Tell us why you have not separately recognized the levy as required by ASC 405-30-25-1.",
            "ASC 405-30-25-1 [●: did or did not] require the Company to separately recognize the levy",
        ),
    ],
)
def test_a_question_that_supposes_a_breach_leaves_open_what_the_rule_asks(
    comment: str, question: str
) -> None:
    assert question in answered(comment).text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('the basis for "twice the yield”', "the basis for “twice the yield”"),
        ('that say it "owes no duty', 'that say it "owes no duty"'),
        ("the words “net of ice", "the words “net of ice”"),
        ("the 5' and “6”", "the 5' and “6”"),
    ],
)
def test_an_open_quotation_is_closed(text: str, whole: str) -> None:
    assert closed(text) == whole


def test_a_slip_in_a_citation_is_put_right_and_told() -> None:
    made = drafted(
        "In future filings, quantify the effect of the quay purchase. Refer to Item 303(a) of Regulation S-X."
    )
    assert "consistent with Item 303(a) of Regulation S-K" in made.answers[0].text
    assert "Regulation S-X" in made.answers[0].comment.text
    assert "draft.authority_slip" in [f.check for f in made.findings]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        (
            "Disclose here, and in earnings releases furnished on Form 8-K, how the berth margin is calculated.",
            "in future filings, including earnings releases furnished on Form 8-K, beginning",
        ),
        ("Please disclose in the filing what your policy is on docking.", "disclose what its policy is"),
        (
            "Disclose a rollforward of the accrual here or in Schedule II.",
            "a rollforward of the accrual in future filings",
        ),
        (
            "Explain why the yields disclosed here do not agree to page 12.",
            "The yields [●: do or do not] agree to page 12, because",
        ),
    ],
)
def test_the_place_of_the_comment_is_none_in_the_answer(comment: str, told: str) -> None:
    assert told in answered(comment).text


@pytest.mark.parametrize(
    ("form", "own"), [("DFAN14A", "We acknowledge"), ("DEFA14A", "The Company acknowledges")]
)
def test_in_a_contest_only_the_registrant_is_the_company(form: str, own: str) -> None:
    matter = MatterFile(filings=(Filing(form, None),))
    comment = (
        "In future filings, avoid statements that the Company's board broke the law without support for them."
    )
    text = answered(comment, "", matter).text
    assert own in text
    assert "the Company's board" in text


def test_a_quotation_with_brackets_stays_as_it_is() -> None:
    comment = 'We note the claim that "[t]he orchards lead every market." Tell us the support for this claim.'
    assert "[t]he orchards lead" in answered(comment).text
