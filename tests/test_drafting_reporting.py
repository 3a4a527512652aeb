"""An earlier statement told in the past."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.drafting.reporting import dated, reported
from drafter.drafting.turning import WE, Voice

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Management does not use churn to run the business.",
            "management did not use churn to run the business",
        ),
        (
            "The Company believes that it has one operating segment.",
            "it believed that it had one operating segment",
        ),
        ("The amounts are not material.", "the amounts were not material"),
        ("The Company will disclose backlog by region.", "it would disclose backlog by region"),
        (
            "The Company concluded that the costs were not recurring.",
            "it concluded that the costs were not recurring",
        ),
    ],
)
def test_a_statement_goes_back_with_its_verbs(said: str, told: str) -> None:
    assert reported(said, COMPANY) == told


def test_the_company_is_we_where_the_letter_says_so() -> None:
    assert reported("The Company was not required to present it.", WE) == ""
    assert reported("The Company has one segment.", WE) == "we had one segment"
    assert reported("The Company is not an investment company.", WE) == "we were not an investment company"


@pytest.mark.parametrize(
    "said",
    [
        "The ratio moves with the mix, and management follows volume instead.",
        "We do not use churn.",
        "Management does not currently use churn.",
        "Churn (as defined) is not used.",
        "The Company takes another view.",
        "No change.",
    ],
)
def test_what_does_not_surely_turn_is_left_to_be_quoted(said: str) -> None:
    assert reported(said, COMPANY) == ""


def test_an_earlier_letter_is_named_by_its_date_where_one_fits() -> None:
    letters = (date(2016, 5, 12), date(2021, 9, 9), date(2021, 10, 4))
    assert dated("The split promised in the 2016 letter was given.", COMPANY, letters) == (
        "The split promised in the Company's letter dated May 12, 2016, was given."
    )
    assert dated("Our September 2021 letter said so.", COMPANY, letters) == (
        "The Company's letter dated September 9, 2021, said so."
    )
    assert (
        dated("The 2021 letter and the 2019 letter.", COMPANY, letters)
        == "The 2021 letter and the 2019 letter."
    )
