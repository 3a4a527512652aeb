"""An earlier statement told in the past."""

from __future__ import annotations

import pytest

from drafter.drafting.language.turning import WE, Voice
from drafter.drafting.notes.reporting import reported

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
