"""What counsel is warned of beside an answer, and what becomes of a remark in the notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Draft, Move, Pair, Precedent, Severity
from drafter.drafting import Case, draft
from drafter.drafting.planning.shares import shares_that_differ
from drafter.matters import read_facts
from tests.conftest import a_comment, a_pair
from tests.test_drafting import DRAFT_S1, MATTER, a_letter, drafted


def told(made: Draft, check: str) -> list[str]:
    return [f.message for f in made.findings if f.check == check]


def beside(precedent: Pair, text: str, notes: str = "") -> Draft:
    comment = a_comment(text, "1")
    case = Case(a_letter(comment), (comment,), MATTER, read_facts(notes))
    return draft(case, find=lambda _: (Precedent(precedent, 0.9),))


FILE = (
    "Please file your steam agreement as an exhibit, or tell us why you are not required to do so. "
    "Refer to Item 601(b)(10) of Regulation S-K."
)


def test_a_refusal_in_the_notes_is_the_headline_and_leaves_the_conclusion_open() -> None:
    answer = drafted(FILE, notes="## 1\n- Not filing. Either side may end it on 60 days' notice.").answers[0]
    assert answer.stance is Move.PUSH_BACK_NOT_REQUIRED
    assert answer.passages[0].text == (
        "The Company respectfully advises the Staff that it does not believe that it is required to file its steam "
        "agreement as an exhibit under Item 601(b)(10) of Regulation S-K."
    )
    assert "Either side may end it on 60 days" in answer.text
    assert "[●: conclusion under Item 601(b)(10) of Regulation S-K" in answer.text
    assert "Not filing" not in answer.text


def test_a_refusal_beside_a_promise_refuses_nothing() -> None:
    notes = "## 1\n- Not filing it. Will file a summary of it with the next Form 10-K."
    assert drafted(FILE, notes=notes).answers[0].stance is not Move.PUSH_BACK_NOT_REQUIRED


@pytest.mark.parametrize(
    ("note", "told_as"),
    [
        ("Client agrees to disclose.", "Not set in as it stands; it was read for what the answer does"),
        ("First filing: Form 10-Q for the quarter ending June 30, 2026.", "Not set in as it stands"),
        ("Nobody here recalls a decision.", "Kept out of the letter (a working remark)"),
    ],
)
def test_a_remark_is_told_for_what_became_of_it(note: str, told_as: str) -> None:
    made = drafted("In future filings disclose your take rate.", notes=f"## 1\n- {note}")
    (message,) = told(made, "draft.remark")
    assert message.startswith(told_as)


def test_an_act_that_no_note_confirms_is_to_be_confirmed_with_the_client() -> None:
    asked = "Please remove the product that you have not identified from your pipeline table."
    (message,) = told(drafted(asked, matter=DRAFT_S1), "draft.unconfirmed_act")
    assert "remove the product" in message
    several = f"{asked} Please describe the kiln leases and file the form of lease as an exhibit."
    (message,) = told(drafted(several, matter=DRAFT_S1), "draft.unconfirmed_act")
    assert "; describe the kiln leases; file the form of lease" in message
    assert told(drafted(asked, notes="## 1\n- Removed.", matter=DRAFT_S1), "draft.unconfirmed_act") == []
    assert told(drafted(asked), "draft.unconfirmed_act") == []


@pytest.mark.parametrize(
    ("more", "non_reliance"),
    [("", True), (" The financial statements were not affected.", False)],
)
def test_reliance_on_statements_is_in_question_only_where_they_are_wrong(
    more: str, non_reliance: bool
) -> None:
    asked = (
        "Finished goods are $9 million on page 4 and $8 million on page 6. Please reconcile these amounts."
    )
    made = drafted(asked, notes=f"## 1\n- $9 million is the correct amount; page 6 is wrong.{more}")
    (message,) = told(made, "draft.error")
    assert ("Item 4.02" in message) is non_reliance


def test_a_note_kept_out_is_tied_to_the_question_that_it_may_make_untrue() -> None:
    asked = "Please tell us the reasons for the increase and whether you expect further increases."
    made = drafted(asked, notes="## 1\n- Not for the letter: the regulator wants the cover redesigned.")
    (message,) = told(made, "draft.silence_bears")
    assert "whether you expect further increases" in message
    (named,) = told(
        drafted("Disclose your kiln lining.", notes="## 1\n- Not for the letter: the lining failed."),
        "draft.silence_bears",
    )
    assert "Disclose your kiln lining" in named
    only_named = "## 1\n- Not for the letter: Party Kiln is Norl Power."
    assert told(drafted("Disclose whether Party Kiln bid.", notes=only_named), "draft.silence_bears") == []
    (finding,) = [f for f in made.findings if f.check == "draft.silence_bears"]
    assert finding.severity is Severity.WARNING
    assert (
        told(
            drafted("Disclose your take rate.", notes="## 1\n- Not for the letter: x."), "draft.silence_bears"
        )
        == []
    )


SHARE = (
    "You disclose uninsured deposits of $1.1 billion and state that uninsured deposits were {} of total deposits. "
    "Total deposits are $3.4 billion."
)


@pytest.mark.parametrize(("percent", "found"), [("38%", 1), ("32%", 0), ("32.4 percent", 0)])
def test_a_percentage_that_does_not_fit_its_amounts_is_told(percent: str, found: int) -> None:
    messages = list(shares_that_differ(SHARE.format(percent)))
    assert len(messages) == found
    assert all("$1.1 billion is 32 percent of $3.4 billion" in m for m in messages)


def test_amounts_of_other_things_say_nothing_of_a_percentage() -> None:
    said = "Revenue was $4 million and costs were $3 million. Sales to Hale were 12% of revenue."
    assert list(shares_that_differ(said)) == []


RESISTED = replace(
    a_pair("Disclose your take rate.", "The Company does not use take rate to manage its business."),
    sent=date(2023, 5, 1),
)


def test_another_way_is_named_with_its_precedent_and_only_beside_a_default() -> None:
    asked = "In future filings disclose your take rate."
    (message,) = told(beside(RESISTED, asked), "draft.precedents_differ")
    assert "push back not used" in message
    assert "May 1, 2023" in message
    assert (
        told(beside(RESISTED, asked, "## 1\n- Client agrees to disclose."), "draft.precedents_differ") == []
    )


def test_counsel_is_told_of_an_estimate_that_is_kept_out_beside_none() -> None:
    asked = (
        "Please disclose the possible loss or range of loss, or state that such an estimate cannot be made."
    )
    none = "## 1\n- No estimate can be made: the kiln inquiry is open and most claimants have not stated damages."
    kept = f"{none}\n- Privileged: the likely settlement is $90 to $130 million."
    made = drafted(asked, notes=kept)
    assert "state that such an estimate cannot be made" in made.answers[0].text
    assert "made [●: to be confirmed]" in drafted("Tell us whether it can be.", notes=kept).answers[0].text
    assert "$90" not in made.answers[0].text
    met = f"{none}\n- Privileged: mediation is set for May 4."
    assert "to be confirmed" not in drafted("Tell us whether it can be.", notes=met).answers[0].text
    assert ["$90 to $130 million" in m for m in told(made, "draft.estimate_kept_out")] == [True]
    assert told(drafted(asked, notes=none), "draft.estimate_kept_out") == []


def test_a_sentence_behind_the_requests_that_may_ask_for_something_is_named() -> None:
    said = "The page on fees does not say."
    assert told(beside(a_pair(), f"Please tell us who pays for the clay. {said}"), "draft.perhaps_asks") == [
        f"This may ask for something, and is not answered: “{said}”"
    ]


def test_the_branch_that_is_taken_and_what_the_notes_say_is_done_are_not_named_as_open() -> None:
    comment = (
        "Please revise to disclose the kiln yield used for the reserve, or tell us where it is disclosed."
    )
    made = drafted(
        comment, notes="## 1\n- It's there: Note 3, page F-27, second paragraph. No change proposed."
    )
    assert "refers the Staff to" in made.answers[0].text
    assert told(made, "draft.branch") == []
    asked = "Please revise to attribute the yield to the engineer and file the report."
    said = "## 1\n- Report is Exhibit 96.1, and the section now speaks as the engineer's."
    assert told(drafted(asked, notes=said, matter=DRAFT_S1), "draft.unconfirmed_act") == []
