"""What counsel’s notes refuse to do: no draft promises it."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import answered

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
