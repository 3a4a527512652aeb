"""Notes that decline a change without saying so, and answers that counsel has explain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.domain import Move
from drafter.drafting.checks import cautions
from drafter.drafting.notes.declining import declined
from tests.test_drafted_branches import PERIODIC, answered, drafted

LEASES = (
    "You do not appear to disclose the maturity analysis of your kiln leases. Please revise future filings to present "
    "the undiscounted cash flows for each of the first five years, as ASC 842-20-50-6 requires."
)
THERE = (
    "## 1\n- The table is in Note 14, page 81, below the lease cost, with all five years and the total.\n"
    "- It ties to the balance sheet. The Staff stopped at page 80, and no further table is called for."
)
GIVEN = (
    "## 1\n- Kiln leases fall due as to $4.1 million in 2026, $3.8 million in 2027 and $2.9 million in 2028.\n"
    "- The table starts with the Form 10-K for 2026 and has all five years and the total."
)


def test_what_is_there_already_is_not_promised_again() -> None:
    answer = answered(LEASES, THERE)
    assert "page 81" in answer.text
    assert "future filings" not in answer.text
    assert "[●" not in answer.text
    assert answer.unanswered_requests == ()


def test_the_other_way_stands_in_the_notes_to_counsel() -> None:
    comment = "Please revise to quantify the effect of the kiln strike on results. Refer to Item 303(b)."
    notes = (
        "## 1\n- The strike lasted two days and ended before a single order was late.\n"
        "- Controller puts the whole cost at $40,000 on results of $212 million, and we leave the page as it stands."
    )
    made = drafted(comment, notes)
    assert "The Company will" not in made.answers[0].text
    assert "no change is required in response to this comment" in made.answers[0].text
    assert any("In response to the Staff's comment" in f.message for f in made.findings)


def test_a_question_beside_the_change_is_answered_all_the_same() -> None:
    comment = (
        "Please tell us who appraised the clay pits, and revise your filing to name the appraiser and to file its "
        "consent as an exhibit, or explain why no consent is needed."
    )
    notes = (
        "## 1\n- Tessford Partners looked at the pits for the insurers in 2023. Nothing in the accounts is theirs.\n"
        "- They are not named or summarized anywhere in the filing, so section 7 does not come into it."
    )
    answer = answered(comment, notes)
    assert "Tessford Partners" in answer.text
    assert "will file" not in answer.text


def test_what_the_client_agrees_to_is_still_promised() -> None:
    text = answered(LEASES, GIVEN).text
    assert "will in future filings" in text
    assert ", present the undiscounted cash flows" in text


def test_notes_too_short_for_the_scale_decide_nothing() -> None:
    assert not declined(LEASES, ["It is on page 81."])


@pytest.mark.parametrize(
    ("comment", "notes", "said"),
    [
        ("Please revise to disclose your backlog.", "", "[●: backlog]"),
        (
            "Please revise to disclose your backlog or tell us why you do not.",
            "## 1\nBacklog is $4 million.",
            "backlog is $4 million",
        ),
        ("Please file the kiln lease as an exhibit.", "", "[●: response, if any"),
        (
            "Please file the kiln lease as an exhibit.",
            "## 1\nThe kiln lease ended in May 2025.",
            "kiln lease ended",
        ),
    ],
)
def test_where_counsel_has_the_answer_explain_nothing_is_promised(
    comment: str, notes: str, said: str
) -> None:
    answer = answered(comment, notes, replace(PERIODIC, stances=(("1", Move.EXPLAIN),)))
    assert said in answer.text
    assert " will " not in answer.text
    assert answer.unanswered_requests == ()


def test_a_change_that_the_notes_refuse_by_its_verb_is_not_promised_beside_the_refusal() -> None:
    comment = "Please tell us why you removed the kiln index, and revise future filings to restore it."
    notes = "## 1\n- The kiln index was left out because no buyer orders by it any more.\n- Client will not restore it."
    text = answered(comment, notes).text
    assert "The Company will not restore" in text
    assert "future filings" not in text


def test_counsel_is_warned_of_a_promise_that_the_notes_may_decline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cautions, "doubtful", lambda _comment, _notes: True)
    silent = "## 1\n- The kiln leases were signed in 2021 and carry no option to renew."
    warned = [
        [f.message for f in drafted(LEASES, notes).findings if f.check == "draft.perhaps_declined"]
        for notes in (silent, "## 1\n- The client will include the table in the Form 10-K for 2026.")
    ]
    assert ["--stance 1=explain" in message for message in warned[0]] == [True]
    assert warned[1] == []


def test_a_paper_is_not_filed_beside_the_grounds_for_not_filing_it() -> None:
    comment = (
        "Please name the clay supplier, describe the material terms of your agreement with it, and file the agreement "
        "as an exhibit. Alternatively, tell us why you believe that you are not substantially dependent on it."
    )
    notes = (
        "## 1\n- The supplier is Tarn Clays. We are not substantially dependent.\n"
        "- The term is two years. The terms go into the Form 10-K for 2026."
    )
    text = answered(comment, notes).text
    assert "not substantially dependent" in text
    assert "describe the material terms" in text
    assert "Exhibit" not in text
    filed = answered(comment, f"{notes}\n- The agreement will be filed as Exhibit 10.9 to the Form 10-K.")
    assert "Exhibit 10.9" in filed.text
