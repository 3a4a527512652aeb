"""What counsel’s notes refuse, explain or cannot give: no draft promises it or makes an error of it."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import FILED_S1, answered

LEASE = (
    "Please revise future filings to describe the renewal terms of your kiln lease. File the kiln lease as an "
    "exhibit, or tell us why it is not required. Refer to Item 601(b)(10) of Regulation S-K."
)
AMENDS = (
    "Please amend your filing to include the royalty agreement or tell us why you believe it is not required."
)
COSTS = "Please revise your segment note in future filings to disclose cost of sales by segment."


@pytest.mark.parametrize(
    ("text", "notes", "says", "never"),
    [
        (
            LEASE,
            "Client will describe the terms from the Form 10-K for 2026 but does not want to file it. Two like sites "
            "are for rent.",
            "The Company does not propose to file the kiln lease",
            "will file",
        ),
        (
            LEASE,
            "Renews for five years. We'd rather not file it: will describe the terms in the next Form 10-K.",
            "The Company does not propose to file the kiln lease",
            "will file",
        ),
        (
            AMENDS,
            "Client would rather not amend: will file it as Exhibit 10.3 to the Form 10-Q for the quarter ending "
            "June 30, 2026.",
            "it does not propose to amend its filing",
            "Amendment No.",
        ),
        (
            COSTS,
            "Client is reluctant to give cost of sales by segment.",
            "does not propose to give",
            "will disclose",
        ),
        (
            "Please disclose in future filings the kilns sold and the effect of a closure.",
            "Will give the kilns sold from the Form 10-Q for the quarter ending June 30, 2026. Effect of a closure not "
            "needed then, in our view.",
            "The Company does not propose to disclose the effect of a closure.",
            "not needed",
        ),
        (
            "Please revise future filings to disclose the kilns sold and the price of each kiln.",
            "Client is unwilling to give the price of each kiln. 40 kilns were sold in 2025.",
            "does not propose to give the price",
            "will disclose the price",
        ),
    ],
)
def test_what_the_notes_refuse_is_not_promised(text: str, notes: str, says: str, never: str) -> None:
    answer = answered(text, f"## 1\n{notes}")
    assert says in answer.text
    assert never not in answer.text


def test_a_difference_that_the_notes_explain_is_no_error() -> None:
    answer = answered(
        "You report a kiln backlog of $88 million. In future filings, please disclose how the backlog is calculated. "
        "Please also tell us why it differs from the $51 million of remaining performance obligations in Note 3.",
        "## 1\nBacklog is the unfilled part of signed orders.\n- Note 3 is lower because orders of a year or less are "
        "left out under ASC 606-10-50-14.\n- All of it goes into the Form 10-K for the year ending December 31, 2026.",
    )
    assert "disclose how the backlog is calculated" in answer.text
    assert "Note 3 is lower because" in answer.text
    assert "materiality" not in answer.text


def test_one_figure_that_is_not_tracked_refuses_no_other() -> None:
    answer = answered(
        "Please revise to disclose the number of kilns idled, the gas saved and the effect on your revenue.",
        "## 1\n7 kilns of 40 were idled in 2025. Gas saved was $2 million. Company does not track revenue by kiln.",
        FILED_S1,
    )
    assert answer.stance == "comply_now"
    assert "has revised the disclosure" in answer.text
    assert "does not track revenue by kiln" in answer.text
