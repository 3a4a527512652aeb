"""Errands in notes: a blank asks for what somebody is to find out, and what others are bound to do stays a fact."""

import pytest

from drafter.drafting.notes.errands import errand, stated_before


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        ("Property management to confirm that no tenant missed a payment.", "whether any tenant missed a payment"),
        ("Loan review to verify that none of these loans lapsed.", "whether any of these loans lapsed (Loan review)"),
        ("Leasing needs to check with the auditor whether any lease changed.", "whether any lease changed (auditor)"),
        ("Quotes for two stores awaited from Pemberton's office.", "quotes for two stores (Pemberton's office)"),
        ("Reconciliation to the balance sheet: see finance's table.", "reconciliation to the balance sheet (finance)"),
        ("Promotional plan count TBC by Oluwaseun's team.", "promotional plan count (Oluwaseun's team)"),
        ("Once Greta is back we can say whether it may end.", "whether it may end (Greta)"),
        ("Quality department to split the rest.", "the split of the rest (Quality department)"),
        ("Controller will get the claim counts by model year.", "the claim counts by model year (Controller)"),
        ("Whether insurance covers it is with the broker.", "whether insurance covers it (broker)"),
        ("Percent of online sales - Deirdre's group is working it out.", "percent of online sales (Deirdre's group)"),
        ("Litigation counsel's estimate pending.", "litigation counsel's estimate"),
        ("DSCR to come from portfolio management by Friday.", "DSCR (portfolio management)"),
        ("Need Ulla to confirm it was paid in March.", "whether it was paid in March (Ulla)"),
        ("Tax partner to word the risk.", "the wording of the risk (Tax partner)"),
        ("General counsel to settle the wording.", "the wording (General counsel)"),
        ("Tarn's counsel is to tell us what was bid; nothing yet.", "what was bid (Tarn's counsel)"),
        ("The lender is to tell us whether it waives; no answer yet.", "whether it waives (lender)"),
        ("Real estate to say how many.", "how many (Real estate)"),
        ("Benefits counsel to choose the words.", "the words (Benefits counsel)"),
        ("Asked Tarn's counsel what was bid; no reply.", "what was bid (Tarn's counsel)"),
        ("Tax partner to sort out the risk.", "the risk (Tax partner)"),
        ("Finance to describe the expected benefits.", "the expected benefits (Finance)"),
        ("From Oldcastle: ask Ines.", "from Oldcastle (Ines)"),
        ("Rebates: ask Ines whether a liability is booked.", "whether a liability is booked (Ines)"),
    ],
)  # fmt: skip
def test_an_errand_is_a_blank_for_what_is_to_be_found_out(note: str, blank: str) -> None:
    assert errand(note).startswith(blank)


@pytest.mark.parametrize(
    "fact",
    [
        "The lender must provide 30 days' notice of default.",
        "Asked each year by the controller when the note is drawn up.",
        "The right to verify the count lies with the buyer.",
        "Management will confirm the classification each quarter.",
        "The FDA was asked for guidance in March 2025.",
        "The application is pending with the Bureau of Land Management.",
        "The price is to be determined by an independent appraiser.",
        "Subscribers can get a refund within 30 days.",
        "Most of the growth is to come from new stores.",
        "How the price is set is for the committee.",
        "Company to split segment into two from 2026.",
        "Marketing is to run claims by us first.",
        "Bank to provide a loan; the rate floats.",
        "Treasury to confirm it.",
        "The contract allows the buyer to say whether it renews.",
        "Management to write the kilns down to their scrap value.",
    ],
)
def test_what_others_do_or_are_bound_to_do_is_no_errand(fact: str) -> None:
    assert errand(fact) == ""


def test_an_order_between_colleagues_is_none_where_it_is_on_the_letter() -> None:
    assert errand("Check whether the fee was paid.") == "whether the fee was paid"
    assert errand("Check whether the fee was paid.", orders=False) == ""
    assert errand("Ask audit whether anybody wrote this up.") == ""


def test_an_errand_behind_a_statement_is_parted_from_it() -> None:
    note = "Claims were 41 in 2025, the 2024 count to be supplied by marketing."
    assert note[stated_before(note) :] == "the 2024 count to be supplied by marketing."
    assert stated_before("Claims were 41 in 2025, the 2024 count was 38.") == 0
    note = "In Nevada that needs a permit; Ines in tax accounting to say whether it matters."
    assert note[stated_before(note) :].startswith("Ines")
