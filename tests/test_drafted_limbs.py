"""Analyses that the staff want by their limbs: each under its own words, and the conclusion behind them."""

import pytest

from tests.test_drafted_branches import answered

_SOLD = (
    "Please tell us how each program meets the conditions in ASC 860-10-40-5, addressing isolation of the loans, the "
    "banks' right to pledge or exchange them, and effective control. Also tell us the amount of loans outstanding, "
    "and describe your continuing involvement."
)
_SOLD_NOTES = (
    "## 1\n- Banks may pledge or resell freely, and we cannot call the loans back. We stay on as servicer.\n"
    "- $14.7 million outstanding at December 31, 2025.\n- True sale opinion exists for the U.S. program."
)
_POWER = (
    "Please provide us with your analysis under ASC 810-10-25-38A, addressing separately the power to direct the "
    "activities that most significantly affect the clinics' economic performance and the obligation to absorb "
    "losses or right to receive benefits. Please also disclose in future filings the carrying amounts of the "
    "clinics' assets. Refer to ASC 810-10-50-3."
)


@pytest.mark.parametrize(
    ("comment", "notes", "said"),
    [
        (_SOLD, _SOLD_NOTES, "what it received. The banks may pledge or resell freely."),
        (
            _SOLD,
            _SOLD_NOTES,
            "Effective control over the transferred assets. The Company cannot call the loans back.",
        ),
        (
            _SOLD,
            _SOLD_NOTES,
            "continuing involvement, the Company notes the following. The Company remains on as ",
        ),
        (
            _POWER,
            "## 1\n- We approve the budgets and hire the staff. Our fee takes what is left, and we fund any shortfall.",
            "right to receive benefits. The Company's fee takes what is left",
        ),
        (
            _POWER,
            "## 1\n- We approve the budgets and hire the staff.",
            "right to receive benefits. [●: facts on the obligation to absorb losses or the right",
        ),
        (
            _POWER,
            "## 1\n- We approve the budgets.",
            "conclusion is as follows: [●: conclusion under ASC 810-10-25-38A",
        ),
        (
            "Please provide us with your analysis of whether each depot is an operating segment under "
            "ASC 280-10-50-1.",
            "## 1\n- What we said held until May 2024. Since then the monthly package shows their revenue.",
            "decision maker. What the Company said held until May 2024. Since then the monthly package",
        ),
    ],
)
def test_each_fact_stands_with_the_limb_it_bears_on(comment: str, notes: str, said: str) -> None:
    assert said in " ".join(answered(comment, notes).text.split())


def test_who_a_person_is_stands_with_the_question_who_that_is() -> None:
    comment = (
        "Please tell us who your chief operating decision maker is and what that person reviews. Tell us also whether "
        "your position remains as stated in your letter dated October 11, 2023."
    )
    notes = (
        "## 1\n- Position is still that of October 2023. The CODM is the Chief Executive Officer.\n"
        "- He gets a monthly package: gross premiums by line."
    )
    text = answered(comment, notes).text
    assert "[●: who" not in text
    assert text.index("decision maker is the Chief Executive Officer") < text.index("He receives")


@pytest.mark.parametrize(
    ("notes", "blank"),
    [
        ("We hold 40 percent of the votes. Each budget needs 75 percent.", True),
        ("We do not control the venture. Each budget needs 75 percent.", False),
        ("Each budget needs 75 percent, so no member decides alone.", False),
    ],
)
def test_the_claim_of_an_analysis_is_left_open_where_the_facts_do_not_state_it(
    notes: str, blank: bool
) -> None:
    comment = "Please tell us how you concluded that you do not control the venture under IFRS 10."
    left = "[●: why, on these facts, it does not control the venture under IFRS 10]."
    assert (left in answered(comment, f"## 1\n- {notes}").text) is blank


def test_the_claim_stays_open_where_the_staff_cite_no_guidance() -> None:
    comment = (
        "Please tell us how you determined that you are not the primary beneficiary of the grower unions."
    )
    text = answered(comment, "## 1\n- We have no seat on their boards and no guarantee of their debt.").text
    assert "[●: why, on these facts, it is not the primary beneficiary of the grower unions" in text
