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


@pytest.mark.parametrize(
    ("note", "stays"),
    [
        ("The unit was tested. Auditors have seen it.", "unit was tested"),
        (
            "The kiln was tested; the mill is too small to matter, say nothing unless asked.",
            "kiln was tested",
        ),
        ("Their lawyers have sent a rewritten section; goes into the amendment.", ""),
        ("Supplier C stays Supplier C. NDA.", ""),
        ("The table was in the draft that went to the printer and not in the proof that came back.", ""),
        ("The staff is right on that. The rate is 6 percent.", "rate is 6 percent"),
        ("The plan runs (life of mine to 2039) with yearly cash flows.", "life of mine to 2039"),
        ("Tooling stays with us until first article approval, then title passes.", "until first article"),
        ("The description goes in the 2027 proxy either way.", "proxy"),
    ],
)
def test_how_the_text_came_about_stays_out_and_the_fact_beside_it_stands(note: str, stays: str) -> None:
    text = drafted("Please tell us about the mill.", f"## 1\n- {note}").answers[0].text
    assert stays in text
    assert not any(
        w in text for w in ("seen it", "unless", "rewritten", "Supplier C", "printer", "either way")
    )
    assert "right on that" not in text


def test_what_nobody_has_is_a_blank_that_names_it() -> None:
    comment = "Please tell us the loans that mature in the next twelve months."
    answer = drafted(comment, "## 1\n- Maturing in next twelve months: don't have it.").answers[0]
    assert "have it" not in answer.text
    assert any("maturing in next twelve months" in blank for blank in answer.blanks)


def test_a_bare_word_that_the_statement_is_out_stands_once() -> None:
    comment = "Please tell us the basis for your claim that the kilns are the cleanest or delete it."
    text = (
        drafted(comment, "## 1\n- Struck. The cover now gives the emission rate.", FILED_S1).answers[0].text
    )
    assert "to delete" in text
    assert "This was struck" not in text
    assert "gives the emission rate" in text


def test_what_others_deleted_for_themselves_takes_nothing_out_of_the_filing() -> None:
    comment = (
        "Please tell us why the claim was deleted from your website and revise future filings to support it."
    )
    answer = drafted(comment, "## 1\n- Marketing deleted it in a redesign.").answers[0]
    assert "no longer include" not in answer.text


def test_an_annual_report_only_is_where_the_promise_falls_due() -> None:
    comment = "Please revise future filings to describe the seasonality of your business."
    answer = drafted(comment, "## 1\n- The peak is May to August.\n- Agreed, annual report only.").answers[0]
    assert "beginning with its Form 10-K for the fiscal year ending December 31, 2026" in answer.text


@pytest.mark.parametrize(
    ("note", "stays", "out"),
    [
        ("Retail partners report weekly. CFO has blessed the method.", "report weekly", "blessed"),
        ("No split by reason exists, nobody codes it.", "plit by reason", "codes"),
        ("The lease was remeasured. Landlord wanted it quiet, no longer matters.", "remeasured", "quiet"),
        (
            "Either side may leave for an uncured breach.",
            "may leave for an uncured breach",
            "left as a blank",
        ),
        ("Decisions are taken by region, five of them.", "five of them", "left as a blank"),
        ("The owner may call the loan, without recourse.", "without recourse", "left as a blank"),
    ],
)
def test_what_names_and_counts_nothing_is_heard_by_itself(note: str, stays: str, out: str) -> None:
    text = drafted(
        "Please describe the terms of the lease.", f"## 1\n- The term is five years.\n- {note}"
    ).answers[0]
    assert stays in text.text
    assert out not in text.text
