"""A later round of comments: an answer that returns to the company's earlier letter names it and bridges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Precedent
from drafter.drafting.language.days import day_in
from drafter.drafting.planning.rounds import answered_before, of_this_comment, priors
from tests.conftest import a_comment, a_pair
from tests.test_drafting import drafted

ASKED = "Please describe how you estimate uninsured kiln deposits and the allowance for them."


def earlier(number: str, response: str, sent: date = date(2026, 5, 4)) -> Precedent:
    pair = a_pair(ASKED, response)
    return Precedent(replace(pair, comment=replace(pair.comment, number=number), sent=sent), 0.9)


def text_of(comment: str, own: Precedent, notes: str = "") -> str:
    return "\n".join(p.text for p in drafted(comment, notes=notes, own=(own,)).answers[0].passages)


@pytest.mark.parametrize(
    ("comment", "numbers"),
    [
        ("We note your response to prior comment 4.", {"4"}),
        ("In response to prior comment 2 you say that. See also previous comment 12.", {"2", "12"}),
        ("We note your response to comment 3 of our letter dated May 4, 2026.", {"3"}),
        ("Refer to comment 3 above.", set()),
    ],
)
def test_prior_comments_are_known_by_number(comment: str, numbers: set[str]) -> None:
    assert priors(comment) == numbers


def test_the_answer_returned_to_is_that_of_the_last_letter_with_the_number() -> None:
    own = (earlier("4", "Old.", date(2022, 5, 4)), earlier("4", "New."), earlier("3", "Other."))
    assert answered_before(a_comment("We note your response to prior comment 4."), own) == own[1]
    assert answered_before(a_comment("See prior comment 4 and prior comment 3."), own) is None


def test_an_answer_to_which_another_comment_returns_bears_on_that_one() -> None:
    one, other = a_comment("See prior comment 4."), a_comment("Please describe the deposits.")
    own = (earlier("4", "New."), earlier("5", "Next."), earlier("4", "Old.", date(2022, 5, 4)))
    assert of_this_comment(other, (one, other), own) == own[1:]
    assert of_this_comment(one, (one, other), own) == own


def test_an_undertaking_of_that_letter_is_named_and_fixes_the_period() -> None:
    due = "Form 10-K for the fiscal year ending December 31, 2026"
    own = earlier("4", f"Beginning with our {due}, we will disclose the deposit betas used.")
    comment = "We note your response to prior comment 4. Please expand future filings to disclose the kiln deposits."
    text = text_of(comment, own)
    assert (
        "In its letter dated May 4, 2026 (response to comment 4), the Company undertook to disclose the deposit betas "
        f"used, beginning with its {due}."
    ) in text
    assert "Form 10-Q" not in text


def test_an_undertaking_whose_period_has_ended_is_asked_after_and_fixes_no_other() -> None:
    own = earlier("4", "We will disclose the betas in our Form 10-Q for the quarter ended March 31, 2026.")
    comment = "We note your response to prior comment 4. Please expand future filings to disclose the kiln deposits."
    text = text_of(comment, own)
    assert "[●: whether and where that disclosure was made" in text
    assert "beginning with its Form 10-Q for the quarter ending June 30, 2026" in text


def test_what_the_staff_holds_against_an_answer_is_told_before_the_facts() -> None:
    own = earlier("2", "The Company estimates uninsured kiln deposits at each quarter end.")
    comment = (
        "In response to prior comment 2 you say that you estimate uninsured kiln deposits at quarter end. "
        "Please reconcile these statements with your presentation."
    )
    text = text_of(
        comment, own, "## 1\n- The Company began a monthly estimate of uninsured deposits in April 2026."
    )
    said = "In its letter dated May 4, 2026 (response to comment 2), the Company advised the Staff that it estimated"
    assert text.find(said) < text.find("began a monthly estimate")
    assert said in text


def test_an_answer_that_still_holds_is_given_as_described_there() -> None:
    own = earlier(
        "1", "The Company advises the Staff that it groups kiln deposits by lender, nets collateral in trust, and "
        "measures the allowance on the rest."
    )  # fmt: skip
    comment = "Please tell us how you estimate the allowance for kiln deposits. We note your letter dated May 4, 2026."
    text = text_of(comment, own, "## 1\n- The description still holds for kiln deposits and the allowance.")
    assert text.startswith(
        "As described in its letter dated May 4, 2026 (response to comment 1), the Company groups kiln deposits"
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the quarter ended June 30, 2026, of", date(2026, 6, 30)),
        ("February 30, 2026", None),
        ("June 2026", None),
    ],
)
def test_a_date_is_read_as_letters_write_it(said: str, day: date | None) -> None:
    assert day_in(said) == day


def test_a_question_that_the_bridge_answers_is_not_asked_again() -> None:
    own = earlier("2", "The Company estimates uninsured kiln deposits at each quarter end.")
    comment = (
        "Uninsured kiln deposits are $4 million here and $6 million in the call report. Please explain the change in "
        "basis to us and tell us how the amount on page 9 was determined. Refer to your letter dated May 4, 2026."
    )
    notes = (
        "## 1\n- The amount on page 9 was determined without $2 million of kiln deposits of dealers.\n"
        "- The basis of the May 2026 letter was used until June 2026. It was changed then, to match the board's report."
    )
    text = text_of(comment, own, notes)
    assert text.index("was used until June 2026. It was changed then, to match") > text.index(
        "determined without"
    )
    assert "[●" not in text
