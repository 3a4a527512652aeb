"""That each thing of a request has its passage or its blank, and that no blank stands over what is given."""

from __future__ import annotations

import pytest

from drafter.drafting.notes.footing import rollforward
from tests.test_drafted_branches import FILED_S1, answered

FELL = (
    "Your kiln restoration provision fell from €9.0 million to €6.4 million. Please reconcile these balances for us, "
    "explain the reasons for the decrease, and tell us the discount rate used and how you determined it."
)
ROLLS = "## 1\n- Opening €9.0 million; additions €1.1 million; unwinding of discount €0.3 million; used €4.0 million; "
CLOSES = "closing €6.4 million.\n- Discount rate: 5.1 percent – treasury to confirm."


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (
            "Name the owners of Elm Kilns. If you are a shell company, say so on the cover page and explain what "
            "follows under Rule 144.",
            "[If so: The Company has revised the disclosure on the cover page of Amendment No. [●: amendment number] "
            "to state that the Company is a shell company and explain what follows under Rule 144.]",
        ),
        (
            "Disclose the fair value assigned to the kiln name, how you determined it, the amortization method and the "
            "remaining life.",
            "the following: [●: fair value assigned to the kiln name, in millions]; [●: how the Company determined "
            "it]; [●: amortization method]; and [●: remaining life].",
        ),
    ],
)
def test_no_thing_of_a_comment_on_a_prospectus_is_lost(text: str, holds: str) -> None:
    said = answered(text, "", FILED_S1).text
    assert holds in said
    assert said.count("cover page") <= 1


def test_the_last_of_the_named_factors_has_its_amount() -> None:
    text = "You attribute the rise in kiln sales to prices, traffic and the opening of two works in the Elm Valley. "
    said = answered(text + "Please quantify each factor.").text
    assert "$[●] to [traffic] and $[●] to [the opening of two works in the Elm Valley], offset" in said


@pytest.mark.parametrize(
    ("note", "items"),
    [
        (
            "Opened at $14.0 million, additions $16.0 million, claims paid $9.0 million, closed at $21.0 million.",
            "opening balance, $14.0 million; additions, $16.0 million; claims paid, $9.0 million; and closing balance, "
            "$21.0 million",
        ),
        ("The provision fell in 2025; opening at $3 million, it closed at $2 million.", ""),
        ("Additions were $2 million and $3 million.", ""),
    ],
)
def test_a_balance_is_told_item_by_item(note: str, items: str) -> None:
    assert rollforward(note) == items


def test_a_rollforward_reconciles_and_is_no_rate() -> None:
    said = answered(FELL, ROLLS + CLOSES).text
    assert said.startswith(
        "The balance moved as follows: opening balance, €9.0 million; additions, €1.1 million;"
    )
    assert "reconciling item" not in said
    rate, _, method = said.partition("discount rate, proposed as 5.1 percent")[2].partition("]. ")
    assert rate
    assert method.startswith("The Company determined it as follows: [●: method")


@pytest.mark.parametrize(
    ("asks", "note"),
    [
        (
            "the components of the charge and the line items in which they are presented",
            "$4.0 million severance (cost of sales) and $2.0 million write-downs (within other expense)",
        ),
        (
            "the line items in which the gains are recorded and when you sold the kilns",
            "Kilns sold in May 2025, shown within other income",
        ),
    ],
)
def test_what_a_note_shows_without_its_noun_is_not_asked_for_again(asks: str, note: str) -> None:
    said = answered(
        f"You recorded $6.0 million for two kilns. Please tell us {asks}.", f"## 1\n- {note}."
    ).text
    assert "[●: each of" not in said


@pytest.mark.parametrize(
    ("comment", "notes", "wanted"),
    [
        (
            "Please tell us the nature of the kiln costs and how you determined that they are not normal, recurring, "
            "cash operating expenses. Refer to Question 100.01 of the Non-GAAP C&DIs.",
            "The costs are kiln relining and crane hire. / Recast of prior periods not decided.",
            "[●: whether they are normal, recurring, cash operating expenses",
        ),
        (
            "Please tell us when you recognize revenue for kilns, how you considered paragraph 38(e) of IFRS 15, and "
            "the number of kilns delivered but not accepted.",
            "What we said in 2023 still holds for sheds. / Revenue for kilns is recognized on signed acceptance. / "
            "Seven were delivered and not accepted.",
            "[●: whether and how the Company considered paragraph 38(e) of IFRS 15",
        ),
        (
            "Please tell us which amount is correct, and confirm that the disclosures in ASC 310-10-50-42 will be "
            "complete in future filings.",
            "Both are right. / The table covers the quarter.",
            "The Company confirms that the disclosures in ASC 310-10-50-42 will be complete in future filings",
        ),
        (
            "If a loss is reasonably possible, disclose an estimate of the loss, or state that an estimate cannot be "
            "made. If you cannot make an estimate, explain to us what you have done to develop one.",
            "Nothing accrued. / We will say, from the Form 10-Q for the quarter ending June 30, 2026, that an "
            "estimate cannot be made.",
            "[●: what the Company has done to develop an estimate of the loss]",
        ),
    ],
)
def test_a_note_on_something_else_answers_no_further_limb(comment: str, notes: str, wanted: str) -> None:
    text = answered(comment, "## 1\n" + "\n".join(f"- {n}" for n in notes.split(" / "))).text
    assert wanted in text
    assert "does not propose" not in text


def test_what_is_not_done_from_a_filing_to_come_is_no_past_fact() -> None:
    notes = "## 1\n- No adjustment for 2025 costs, from the Form 10-Q for the quarter ending June 30, 2026."
    assert (
        "there will be no adjustment for 2025 costs, beginning with its Form 10-Q"
        in answered("Please tell us the nature of the kiln costs.", notes).text
    )
