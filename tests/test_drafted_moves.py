"""That the branch the notes choose is the one that is written, and that a promise is made once."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import answered

CLAIMS = "Please disclose an estimate of the loss on the kiln claims, or state that such an estimate cannot be made."
QUARTER = "the Form 10-Q for the quarter ending June 30, 2026"


@pytest.mark.parametrize(
    ("comment", "notes", "says", "never"),
    [
        (
            "Please quantify each factor in future filings.",
            f"- Clay cost 80 basis points.\n- We give the split from {QUARTER}.",
            "will quantify each factor in future filings, beginning with its Form 10-Q",
            "the split",
        ),
        (
            CLAIMS,
            f"- Two claims are pending. No estimate can be made and {QUARTER} will say so.",
            "state that an estimate of the loss on the kiln claims cannot be made",
            "say so",
        ),
        (
            "Please revise future filings to disclose an estimate of the loss on the kilns, or a statement that such "
            "an estimate cannot be made.",
            f"- No estimate can be made yet.\n- Will say so in {QUARTER}.",
            "state that an estimate of the loss on the kilns cannot be made",
            "say so",
        ),
        (
            "Please tell us whether you insure the kilns.",
            f"- The kilns are not insured, and we will say so in {QUARTER}.",
            "will state that the kilns are not insured, beginning with its Form 10-Q",
            "say so",
        ),
        (
            "Please disclose the kilns by region in future filings.",
            f"- Client stops counting leased kilns from {QUARTER}.",
            "will stop counting leased kilns, beginning with its Form 10-Q",
            "stops",
        ),
    ],
)
def test_a_promise_is_made_once_and_as_a_promise(comment: str, notes: str, says: str, never: str) -> None:
    said = answered(comment, f"## 1\n{notes}").text
    assert says in said
    assert never not in said
