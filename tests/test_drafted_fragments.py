"""Notes that are labels, fragments and names with a participle, written as sentences and not pasted."""

from __future__ import annotations

import pytest

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.fragments import completed
from drafter.drafting.notes.ready import Told, Use, proposed, tell
from drafter.drafting.planning.prose import running, stands
from drafter.matters import read_facts
from tests.test_drafted_branches import FILED_S1, answered

COMPANY = Voice("the Company", "the Company’s", "it", "it", "its")


def told(note: str, comment: str = "Please explain the item.") -> tuple[Told, ...]:
    return tell(read_facts(f"## Comment 1\n- {note}\n"), Setting(COMPANY, comment, comment))


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Left out by oversight.", "This was omitted by oversight."),
        ("Margin up $5.2 million.", "The margin increased $5.2 million."),
        ("Both lowered net fares.", "Both lowered net fares."),
        ("Fares booked net.", "Fares were booked net."),
        ("Norwick opened at 0.30.", "Norwick opened at 0.30."),
        ("We lent it $3 million in 2024.", "The Company lent it $3 million in 2024."),
        ("We put up $2 million in May 2025.", "The Company put up $2 million in May 2025."),
        ("We set the fare each January.", "The Company sets the fare each January."),
        ("Takes off the tolls paid by boats.", "It takes off the tolls paid by boats."),
        ("Holds 14 percent, bought in 2019.", "It holds 14 percent, bought in 2019."),
        ("Nine of ten directors independent.", "Nine of ten directors are independent."),
        ("The ferries got sold in May 2025.", "The ferries were sold in May 2025."),
        ("The ferry was at the yard and got sold.", "The ferry was at the yard and was sold."),
        ("The pilots get it each week.", "The pilots receive it each week."),
        ("They come out of a 2023 port order.", "They come out of a 2023 port order."),
        ("The permit request went in on May 4, 2026.", "The permit request was submitted on May 4, 2026."),
        (
            "Not the lessor, because the port sets the berth.",
            "It is not the lessor, because the port sets the berth.",
        ),
        (
            'Not "firm", because either side may end it.',
            'It is not "firm", because either side may end it.',
        ),
        (
            '"Clean" opinion, Exhibit 5.1, filed with Amendment No. 1.',
            'A "clean" opinion was filed as Exhibit 5.1 with Amendment No. 1.',
        ),
        (
            "Fiscal 2025: $6 million, 2 percent of fares, came from earlier trips.",
            "In fiscal 2025, $6 million, 2 percent of fares, came from earlier trips.",
        ),
        (
            "Bridge loan of $22 million from Oxley, 11.5 percent, due in 2026.",
            "The bridge loan was $22 million from Oxley, 11.5 percent, due in 2026.",
        ),
        ("Adjusted Store EBITDA stays.", "Adjusted Store EBITDA remains."),
        ("Costs before the vote are expensed.", "The costs before the vote are expensed."),
        ("The 14 percent stays; it is from a survey.", "The 14 percent remains; it is from a survey."),
        (
            "Until 2024 a van was counted by the axle.",
            "Until 2024 a van was counted by the axle.",
        ),
        (
            "Reason: the new kilns wear evenly over their lives.",
            "The reason is that the new kilns wear evenly over their lives.",
        ),
        (
            "Basis: title passes when the carrier takes the goods.",
            "The basis is that title passes when the carrier takes the goods.",
        ),
        (
            "Effect: bookings for 2025 were $9.1 million higher.",
            "Bookings for 2025 were $9.1 million higher.",
        ),
        ("Timing: tests are run each October 1.", "Tests are run each October 1."),
        (
            "Bridge loan: SOFR plus 3.75 percent, matures June 2, 2029.",
            "The bridge loan bears interest at SOFR plus 3.75 percent and matures on June 2, 2029.",
        ),
        (
            "Senior notes: 6.25%, due July 1, 2031.",
            "Senior notes bear interest at 6.25% and are due on July 1, 2031.",
        ),
        (
            "Facility: EURIBOR plus 210 basis points, expires on March 1, 2028.",
            "The facility bears interest at EURIBOR plus 210 basis points and expires on March 1, 2028.",
        ),
        ("Market leader: comes out.", "The words “market leader” will be removed."),
        ("Revolver: base rate plus 1.5%.", "The revolver bears interest at the base rate plus 1.5%."),
        (
            "Terms: seven years to June 30, 2031, no minimum, either side may end it on a year's notice.",
            "The terms are as follows: seven years to June 30, 2031; no minimum; and either side may end it on a "
            "year's notice.",
        ),
        ("Fees paid in 2025: $218,000.", "Fees paid in 2025 were $218,000."),
        (
            "Relining program: $31 million over four years.",
            "The relining program is for $31 million over four years.",
        ),
        ("In Nevada that needs a permit.", "In Nevada, that needs a permit."),
        (
            "The Company will give lives from the Form 10-Q for the quarter ending June 30, 2026; rates only from "
            "the Form 10-K for 2026.",
            "The Company will give lives, beginning with the Form 10-Q for the quarter ending June 30, 2026, and "
            "rates only from the Form 10-K for 2026.",
        ),
        (
            "First disclosure in the Form 10-K for 2026.",
            "The first disclosure will be included in the Form 10-K for 2026.",
        ),
        (
            "Past two years: $3.6 million from Aldane, for a notes offering.",
            "In the past two years, the amount was $3.6 million from Aldane, for a notes offering.",
        ),
        (
            "Quickest-drying: comes out, throughout.",
            "The words “quickest-drying” will be removed throughout.",
        ),
        ("The word leading goes from page 3.", "The word leading will be removed from page 3."),
        (
            "Useful lives went from 12 years to 7 years on April 1, 2025.",
            "Useful lives were changed from 12 years to 7 years on April 1, 2025.",
        ),
        (
            "The Company takes tooling grants as a reduction of cost.",
            "The Company accounts for tooling grants as a reduction of cost.",
        ),
        ("Already given: Note 12, page F-40.", "This is disclosed in Note 12 (page F-40)."),
        (
            "Test results go to the Staff as supplemental material.",
            "Test results will be provided to the Staff supplementally.",
        ),
    ],
)
def test_a_label_or_a_fragment_becomes_a_sentence_that_stands(note: str, written: str) -> None:
    (one,) = told(note)
    assert (one.text, stands(one)) == (written, True)
    assert running([one]) == written


def test_what_is_done_under_a_label_stands_beside_its_sum_and_who_told_it_falls() -> None:
    (one,) = told("Relining program: $31 million over 2025 to 2028, new linings at six kilns.")
    assert one.text == "The relining program is for $31 million over 2025 to 2028 (new linings at six kilns)."
    assert [t.text for t in told("From Tarn's counsel: the bid lapsed in May.") if t.use is Use.STATE] == [
        "The bid lapsed in May."
    ]
    (bidden,) = told("No floor is agreed; tax partner to weigh the risk.")
    assert "there is" not in bidden.text
    assert completed("Oldcastle Glass brought most of the tooling") == ""


@pytest.mark.parametrize(
    "note",
    [
        "Name to the Staff only.",
        "Total may be given openly.",
        "See Marlowe's email of April 3.",
        "Client to decide whether to file the lease.",
        "So Rule 100(b) should be no problem.",
        "Being drafted, nothing yet.",
        "He has his own lawyer.",
    ],
)
def test_an_instruction_or_a_status_states_nothing(note: str) -> None:
    assert {t.use for t in told(note)} <= {Use.REMARK, Use.HELD}


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        ("The royalty rate comes from the appraiser and is still open.", "[●: the royalty rate (the appraiser)]."),
        ("Its share of the loan is still to be confirmed by the agent.", "[●: its share of the loan (agent)]."),
        ("2024 figures on the new basis: finance has them in draft, to be confirmed.",
         "[●: 2024 figures on the new basis (finance)]."),
        ("Spending by year: to be confirmed by the mine office.", "[●: spending by year (mine office)]."),
        ("The discount rate is with treasury and not final.", "[●: the discount rate (treasury)]."),
        ("Open: whether the option is a derivative.", "[●: whether the option is a derivative]."),
        ("See the appraiser's table, due with us the week of May 4.", "[●: the amounts (the appraiser)]."),
        ("Values for the years are still being tied out by finance: leave open.",
         "[●: values for the years (finance)]."),
    ],
)  # fmt: skip
def test_what_is_open_is_a_blank_for_the_thing_and_not_for_its_status(note: str, blank: str) -> None:
    (one,) = told(note)
    assert proposed(one) == blank


def test_a_part_that_is_open_takes_the_fact_beside_it_with_it_no_more() -> None:
    method, rate = told(
        "Relief-from-royalty method; the royalty rate comes from the appraiser and is still open."
    )
    assert (method.text, method.use) == ("Relief-from-royalty method.", Use.STATE)
    assert (rate.text, rate.use) == ("the royalty rate (the appraiser)", Use.OPEN)


@pytest.mark.parametrize(
    "note",
    [
        "Ferris paid down $4.0 million.",
        "2C needs a majority of the votes cast.",
        "Bad for the fares: fog, fewer tours.",
    ],
)
def test_what_no_rule_knows_stands_in_counsel_s_words(note: str) -> None:
    assert told(note)[0].text == note


@pytest.mark.parametrize(
    "said",
    [
        "Corvane asked for 14 percent.",
        "Surveyors now put repair cost at $8 million.",
        "The bidder offered $9.",
    ],
)
def test_what_somebody_did_is_not_turned_into_what_was_done_to_him(said: str) -> None:
    assert said[1:] in answered("Please describe the negotiations.", f"## 1\n- {said}", FILED_S1).text
