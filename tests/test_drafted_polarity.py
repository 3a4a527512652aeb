"""That a branch is followed where a note says that its condition holds, and closed only where a note denies it."""

from __future__ import annotations

import pytest

from drafter.domain import Filing, MatterFile
from drafter.drafting.planning.polarity import holds
from tests.test_drafted_branches import answered

ROWS = [
    (
        "whether you consider a kiln claim probable, possible or remote",
        "If it is possible",
        "Possible, not probable.",
        True,
    ),
    (
        "whether you consider a kiln claim probable, possible or remote",
        "If it is possible",
        "Remote. No provision.",
        False,
    ),
    (
        "whether you consider a kiln claim probable, possible or remote",
        "If it is probable",
        "Reasonably possible, no provision.",
        False,
    ),
    ("whether you will be a controlled company", "If so", "Controlled company, yes.", True),
    ("whether you will be a controlled company", "If so", "We will not rely on the exemptions.", None),
    ("whether you will be a controlled company", "If so", "We will not be a controlled company.", False),
    ("", "If you rely on paragraph 92 of IAS 37", "We do not rely on paragraph 92.", False),
    (
        "",
        "If you rely on the exemption in Rule 12g3",
        "We rely on the Rule 12g3 exemption, not on any other.",
        True,
    ),
    ("", "If any of the loans were modified", "No loans were modified in 2025.", False),
    ("", "If any of the loans were modified", "Two loans were modified; no losses on either.", True),
    ("", "If any of the loans were modified", "Loans are all to local builders. No losses.", None),
    ("", "If you do not track churn", "We do not track churn.", True),
    ("", "If you do not track churn", "We track churn by month, but not by product.", False),
    ("", "If there are no customers above 10 percent", "No customer was above 10 percent.", True),
    ("", "If the plan was terminated", "The plan was not terminated, it was frozen.", False),
    ("", "If the plan was terminated", "Plan terminated on May 3; no payments since.", True),
    ("", "If the plan was terminated", "No payments since May under the plan.", None),
    (
        "",
        "If a third party prepared the report",
        "Third party did not prepare it; engineers of ours prepared the report.",
        False,
    ),
    (
        "",
        "If a third party prepared the report",
        "Report was prepared by a third party, Halvard Survey; no consent yet.",
        True,
    ),
    (
        "whether any supplier accounts for more than a tenth of purchases",
        "If so",
        "No supplier accounts for more than a tenth.",
        False,
    ),
    (
        "whether any supplier accounts for more than a tenth of purchases",
        "If so",
        "One supplier accounts for 14 percent of purchases, not under contract.",
        True,
    ),
    (
        "whether any supplier accounts for more than a tenth of purchases",
        "If so",
        "Contract with the largest does not expire before 2029.",
        None,
    ),
    ("whether you have adopted a clawback policy", "If so", "Policy adopted in 2023. No recoveries.", True),
    ("whether you have adopted a clawback policy", "If so", "No clawback policy adopted.", False),
    ("whether you have adopted a clawback policy", "If so", "Board meets in June; not yet discussed.", None),
    ("", "If you intend to sell the Dalby plant", "We do not intend to sell the Dalby plant.", False),
    ("", "If you intend to sell the Dalby plant", "We intend to sell the plant, not to lease it.", True),
    ("", "If you intend to sell the Dalby plant", "Dalby plant is not insured.", None),
    ("", "To the extent material", "Not material: $0.2 million against $410 million.", False),
    ("", "To the extent material", "It is material to the segment, not immaterial.", True),
    ("", "To the extent material", "The effect is immaterial.", False),
    ("", "Unless you are exempt", "We are exempt under Rule 3a-4.", False),
    ("", "Unless you are exempt", "We are not exempt.", True),
    ("", "If the agreements contain covenants", "The agreements contain no financial covenants.", False),
    (
        "",
        "If the agreements contain covenants",
        "The agreements contain two covenants, neither breached.",
        True,
    ),
    (
        "",
        "If the warrants are classified as equity",
        "The warrants are classified as liabilities, not as equity.",
        False,
    ),
    (
        "",
        "If the warrants are classified as equity",
        "The warrants are classified as equity, not as liabilities.",
        True,
    ),
    (
        "whether management or the board uses this measure",
        "If so",
        "Neither management nor the board uses it.",
        False,
    ),
    (
        "whether management or the board uses this measure",
        "If so",
        "The board uses it, management does not.",
        True,
    ),
    ("", "If you have not obtained consent", "Consent has not been obtained.", True),
    ("", "If you have not obtained consent", "Consent was obtained on June 2.", False),
    ("", "If you hold crypto assets", "No crypto assets are held.", False),
    ("", "If you hold crypto assets", "We hold no derivatives.", None),
    ("", "If you hold crypto assets", "We hold 40 bitcoin as crypto assets; no lending.", True),
    (
        "whether the amounts are recoverable",
        "If they are not recoverable",
        "We do not know yet whether they are recoverable.",
        None,
    ),
    ("", "If you continue to use the measure", "We will no longer use the measure.", False),
    (
        "",
        "If you continue to use the measure",
        "We will continue to use the measure. No change to the label.",
        True,
    ),
    ("", "If a breach occurred", "No breach occurred, but one waiver was given.", False),
    ("", "If a breach occurred", "No fewer than two breaches occurred.", True),
    ("", "If the lease has been renewed", "Lease renewed in March, no rent increase.", True),
    ("", "If the lease has been renewed", "Lease has not been renewed.", False),
    ("", "If you plan to issue notes", "No decision on notes.", None),
    ("", "If you plan to issue notes", "We have no plan to issue notes.", False),
    ("", "If you do not track churn", "Churn is tracked weekly.", False),
    ("", "If you are unable to obtain the report", "The Company obtained the report on May 2.", False),
    (
        "",
        "If counsel is not able to opine without qualification",
        "Counsel gives an unqualified opinion.",
        False,
    ),
    ("", "If you did not test the license", "The Company did not test the license.", True),
    ("", "If you cannot estimate the loss", "The loss concerns the Dorlin plant.", None),
    ("", "If you commissioned any of the traffic studies that you cite", "Nothing was commissioned.", False),
    ("", "If you paid for the rating or it was prepared for you", "The Company did not pay for it.", False),
    ("", "If you guarantee the debt of the ferry venture", "No guarantees.", False),
    ("", "If you guarantee the debt of the ferry venture", "No debt was repaid.", None),
    ("", "If you believe that disclosure would cause competitive harm", "Income was $4.2 million.", None),
    ("", "that the lender is an affiliate of a director, here and in the summary of the offering",
     "Oakmere Trust is not an affiliate of a director.", False),
]  # fmt: skip
"""What the staff asks before, the condition, a note, and whether it says that the condition holds; None for neither."""


@pytest.mark.parametrize(("question", "condition", "note", "held"), ROWS)
def test_a_note_decides_a_condition_by_its_own_predicate(
    question: str, condition: str, note: str, held: bool | None
) -> None:
    assert holds(condition, question, note) is held


def test_what_is_not_read_leaves_the_condition_open() -> None:
    assert holds("If you do not track churn", "", "Churn is a word of marketing.") is None
    assert holds("If so", "", "No kilns were sold.") is None


def test_an_answer_to_whether_denies_no_condition_and_is_disclosed() -> None:
    answer = answered(
        "Please disclose the votes that your chair will hold and whether you will be a controlled company. "
        "If so, state whether you intend to rely on the exemptions.",
        "## Comment 1\nWill not rely on the exemptions. Cover and page 9 say so now.",
        MatterFile(company="Windrush Kilns, Inc.", filings=(Filing("S-1"),)),
    )
    assert "has not revised" not in answer.text
    assert "also states whether the Company intends to rely on the exemptions" in answer.text
    assert "will not rely on the exemptions" in answer.text
