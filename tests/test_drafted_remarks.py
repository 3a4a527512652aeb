"""That what counsel jots to a colleague is no text of the letter, and that a bare answer is."""

from __future__ import annotations

import pytest

from drafter.domain import MatterFile
from tests.test_drafted_branches import FILED_S1, PERIODIC, drafted

LEASES = "Please revise future filings to disclose the average remaining term of your leases and the rate."
RISK = "Please tell us how you concluded that the loss of the dealer should be presented as hypothetical."
PLANT = "Please tell us why output fell and whether the kiln has been repaired."
NOTE = "Please disclose the interest rate of the note and that the holder is an affiliate of a director."


@pytest.mark.parametrize(
    ("matter", "comment", "fact", "aside"),
    [
        (PERIODIC, RISK, "The dealer gave notice on October 6, 2025.", "So hardly hypothetical now."),
        (PERIODIC, LEASES, "Term 6.2 years, rate 5.4 percent.", "Not the 10-Qs, too crowded already."),
        (PERIODIC, LEASES, "Term 6.2 years, rate 5.4 percent.", "Explain it in a line, no more."),
        (PERIODIC, PLANT, "Output fell by 4 percent.", "Same as always."),
        (FILED_S1, NOTE, "The rate is 11 percent.", "All in the amendment."),
        (FILED_S1, NOTE, "The rate is 11 percent.", "Wrong on the affiliate."),
        (FILED_S1, NOTE, "The rate is 11 percent.", "Amendment silent on this; tell the staff why."),
        (FILED_S1, NOTE, "The rate is 11 percent.", "Going concern memo same."),
    ],
)
def test_what_is_no_sentence_and_states_nothing_stays_out(
    matter: MatterFile, comment: str, fact: str, aside: str
) -> None:
    made = drafted(comment, f"## 1\n- {fact} {aside}", matter)
    first, *_ = aside.split(",")
    assert first.rstrip(".").lower() not in made.answers[0].text.lower()
    assert any(aside in f.message for f in made.findings if f.check == "draft.remark")


@pytest.mark.parametrize(
    ("comment", "note", "says"),
    [
        ("Please tell us how you measure progress on your contracts.", "Cost-to-cost.", "ost-to-cost"),
        (PLANT, "Lower grades.", "ower grades"),
        ("Please tell us who directs the venture.", "Our partner, as manager.", "as manager"),
        ("Please tell us where the gain is presented.", "In other income, net.", "n other income, net"),
        (RISK, "For the letter: So hardly hypothetical now.", "o hardly hypothetical now"),
    ],
)
def test_a_bare_answer_to_what_is_asked_stands(comment: str, note: str, says: str) -> None:
    assert says in drafted(comment, f"## 1\n- {note}").answers[0].text
