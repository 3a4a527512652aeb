"""What words of the staff that point back stand for, and how a choice of three is answered."""

from __future__ import annotations

import pytest

from drafter.drafting.planning.resolving import resolved_requests
from drafter.requests import requests
from tests.test_drafted_branches import FILED_S1, answered


@pytest.mark.parametrize(
    ("comment", "at", "thing"),
    [
        (
            "You disclose that three growers supplied most of your clay in 2025. Please name them.",
            0,
            "the three growers",
        ),
        (
            "Please quantify for us the part of the reserve that you judge by hand, explain the reasons for its rise, "
            "and revise future filings to disclose this information.",
            2,
            "the part of the reserve that you judge by hand, and the reasons for the rise of the part of the reserve",
        ),
        (
            "You report storm losses of $4 million. Please revise future filings to present these losses by site.",
            0,
            "the storm losses by site",
        ),
        (
            "You have commercial kiln estate loans. Please disaggregate these loans by county.",
            0,
            "the commercial kiln estate loans by county",
        ),
        (
            "Your key metric, Glazed Tile Hours, is no measure under GAAP. Please disclose how it is calculated.",
            0,
            "how Glazed Tile Hours is calculated",
        ),
        (
            "We note the strategic review of your Polish business. Please disclose its status in future filings.",
            0,
            "the status of the strategic review of your Polish business",
        ),
        (
            "You describe the link between pay and return, but not the link between pay and net sales. Please provide "
            "a clear description of that link.",
            0,
            "a clear description of the link between pay and net sales",
        ),
        (
            "You add back losses on barges but do not deduct the gains on sales of permits that you report. Please "
            "quantify those gains.",
            0,
            "the gains on sales of permits",
        ),
        (
            "You lower revenue for breakage, kiln rebates and returns. Please tell us how you estimate each of them.",
            0,
            "how you estimate each of breakage, kiln rebates and returns",
        ),
        (
            "You exclude kiln relining costs from Core Earnings. Please tell us why these are not recurring expenses.",
            0,
            "why the kiln relining costs are not recurring expenses",
        ),
        (
            "Please present the margin under GAAP. If you regard Kiln Profit as a liquidity measure, reconcile it to "
            "cash flows.",
            1,
            "Kiln Profit to cash flows",
        ),
        (
            "Please tell us the fine and, if you apply a threshold other than $300,000, disclose it in each report.",
            1,
            "the threshold in each report",
        ),
        (
            "Your selected measure, core kiln margin, is no measure under GAAP. Please disclose how it is calculated.",
            0,
            "how core kiln margin is calculated",
        ),
        (
            "You disclose that lenders limit the dividends your kiln subsidiary may pay. Please tell us the amount of "
            "its restricted net assets.",
            0,
            "the amount of the restricted net assets of your kiln subsidiary",
        ),
        (
            "Please show the tax effect as a separate line and explain clearly how it was determined.",
            1,
            "clearly how the tax effect was determined",
        ),
        (
            "Your pro forma income statement cuts costs by $3 million. Please tell us how this adjustment is fair, or "
            "remove it. If you retain it, present it in a note.",
            2,
            "the adjustment in a note",
        ),
        (
            "You state that you have adopted kiln rules, but we do not find them in the index. Please file them.",
            0,
            "the kiln rules",
        ),
        (
            "You sold a kiln to a lender. Please tell us how you valued it.",
            0,
            "how you valued the kiln",
        ),
        (
            "You sold kilns to a lender with a quarry. Please tell us how you valued it.",
            0,
            "how you valued it",
        ),
        (
            "You disclose that Bidder D made a revised offer for the kilns. Please explain why your board rejected it.",
            0,
            "why your board rejected the revised offer",
        ),
        (
            "Please disclose the range of loss, or state that no estimate can be made. In the latter case, tell us "
            "what you have done to develop one.",
            2,
            "what you have done to develop an estimate",
        ),
        (
            "You state that your kilns comply with all permits. Please tell us the basis for that statement.",
            0,
            "the basis for the statement that your kilns comply with all permits",
        ),
        (
            "Please tell us why you believe it is appropriate to do so.",
            0,
            "why you believe it is appropriate to do so",
        ),
        (
            "Please disclose an estimate of the damage or state that it is not practicable to do so.",
            1,
            "that it is not practicable to disclose an estimate of the damage",
        ),
        (
            "We are unable to locate a reconciliation of kiln cash to net cash from operations in your report. Please "
            "provide it in future filings.",
            0,
            "a reconciliation of kiln cash to net cash from operations",
        ),
        (
            "Please tell us where you have disclosed the aging of loans and the discount rate, or revise future "
            "filings to provide them.",
            1,
            "the aging of loans and the discount rate",
        ),
        (
            "It appears that same-kiln sales include online orders, which you began to take in 2024. Please revise to "
            "exclude them or to present them separately.",
            0,
            "to exclude online orders",
        ),
        (
            "It appears that kiln income excludes share compensation, which recurs. Please revise to include it.",
            0,
            "share compensation",
        ),
        (
            "You discuss kiln margin without presenting the margin calculated under GAAP. Please revise to present the "
            "comparable margin with equal prominence.",
            0,
            "the margin calculated under GAAP with equal prominence",
        ),
        (
            "Your lenders waived the covenant at June 30, 2025. Please tell us the actual ratio at that date.",
            0,
            "the actual ratio at June 30, 2025",
        ),
        (
            "Two growers supplied 31% of your clay. Please tell us whether you have contracts with either.",
            0,
            "whether you have contracts with either of the two growers",
        ),
        (
            "You use one mason under the contract filed as Exhibit 10.9. Please describe the terms of this contract.",
            0,
            "the terms of the contract filed as Exhibit 10.9",
        ),
        (
            "You replaced booked nights with let nights as your volume metric. Please present the metric by month.",
            0,
            "let nights by month",
        ),
        (
            "You disclose value at risk for clay only. Please revise to disclose it for each risk that is material.",
            0,
            "value at risk for each risk that is material",
        ),
    ],
)
def test_what_points_back_is_the_object_of_what_was_asked_before(comment: str, at: int, thing: str) -> None:
    assert resolved_requests(requests(comment), comment)[at].object == thing


THREE = (
    "Please tell us whether you consider a kiln claim probable, possible or remote. If it is possible, disclose an "
    "estimate of its effect in future filings or state that it is not practicable to do so."
)


def test_a_choice_of_three_is_one_blank_of_three() -> None:
    assert "considers a kiln claim [●: probable, possible or remote]" in answered(THREE).text


def test_a_note_that_names_one_of_three_answers_and_meets_the_condition() -> None:
    notes = "## Comment 1\n- Possible, not probable. No provision.\n- Will say that it is not practicable to estimate."
    text = answered(THREE, notes).text
    assert "possible, not probable. There is no provision." in text
    assert "[●: probable" not in text
    assert "does not propose" not in text
    assert "will disclose an estimate" not in text


@pytest.mark.parametrize(
    ("proposition", "assented"),
    [
        ("the kiln rates that you offer to disclose will be given by region", True),
        ("your table will include the kilns at Dalby", True),
        ("the kiln notes will be repaid in 2027", False),
    ],
)
def test_what_future_disclosure_will_hold_is_assented_to_and_a_fact_is_a_blank(
    proposition: str, assented: bool
) -> None:
    text = answered(f"Please confirm that {proposition}.").text
    assert text.startswith("The Company confirms that ") is assented
    assert ("[●" in text) is not assented


@pytest.mark.parametrize(
    ("comment", "notes", "said"),
    [
        (
            "Please tell us the nature of the liens on the barges and how long you expect them to last.",
            "They come from a 2021 port order.",
            "the liens come from a 2021 port order",
        ),
        (
            "Please tell us the material terms of your berth contract with Oxley Docks, including its term.",
            "Runs to June 30, 2029.",
            "the berth contract runs to June 30, 2029",
        ),
        (
            "Please tell us whether the retirement costs are included in your estimate.",
            "They are recorded in the cost line.",
            "the retirement costs are recorded in the cost line",
        ),
        (
            "You granted phantom units to your pilots in May 2025. Please tell us why the table leaves them out.",
            "Those were cash awards.",
            "those phantom units were cash awards",
        ),
        (
            "Please disclose in future filings how management uses the fare index.",
            "The route committee gets it monthly.",
            "The route committee receives the fare index monthly",
        ),
        (
            "Please tell us how tow subsidies are accounted for.",
            "Taken off tow costs as earned.",
            "the tow subsidies were taken off tow costs as earned",
        ),
        (
            "Please tell us how tow subsidies are booked and the balance at each year end.",
            "Taken off tow costs as earned. $9.8 million at the end of 2025; 2024 was $8.1 million.",
            "The balance was $9.8 million at the end of 2025",
        ),
        (
            "Please tell us why your tugs were not tested for impairment.",
            "They were. Tested at June 30, 2025 and every tug passed.",
            "that the Company's tugs were tested for impairment. They were tested at June 30, 2025",
        ),
        (
            "Please tell us why the Oxley receivable has not been reserved.",
            "Not so. Oxley paid $4 million in May 2025.",
            "that the Oxley receivable has been reserved. Oxley paid $4 million in May 2025.",
        ),
        (
            "Please tell us the terms of the berth lease.",
            "Ends May 31, 2041.",
            "the berth lease ends May 31, 2041",
        ),
        (
            "Please tell us where the closed stands were.",
            "Most of them were in malls, where traffic dropped off.",
            "in malls, where traffic dropped off",
        ),
        ("Please tell us who holds the notes.", "They have no vote.", "they have no vote"),
        ("Please tell us how the barge loan and the tug loan rank.", "It is secured.", "it is secured"),
        ("Please tell us the status of any port permit.", "It is pending.", "it is pending"),
        (
            "Please tell us why the tug was idle and whether the tug is insured.",
            "The engine failed. It is being repaired.",
            "It is being repaired",
        ),
    ],
)
def test_a_pronoun_that_opens_a_note_is_named_by_the_one_thing_it_can_be(
    comment: str, notes: str, said: str
) -> None:
    assert said in answered(comment, f"## 1\n- {notes}").text


def test_what_is_taken_from_is_no_part_of_what_is_taken() -> None:
    text = "You exclude losses on disposals of trucks from segment profit. Please quantify those losses."
    assert "trucks from segment profit" not in answered(text).text


@pytest.mark.parametrize(
    ("comment", "last"),
    [
        (
            "Please disclose the amounts paid to the kiln manager. It also appears that you have not filed the kiln "
            "contract. Please file it.",
            "the kiln contract",
        ),
        (
            "Please quantify the fees paid for other services. We note the statement that only the board may rely on "
            "the appraisal. Please remove it.",
            "the statement",
        ),
        (
            "Please provide us with your analysis of whether they are similar, or revise to report them separately.",
            "them separately",
        ),
        (
            "Please revise future filings to reconcile kiln revenue to revenue and explain why it is useful.",
            "why kiln revenue is useful",
        ),
        (
            "Your report on the kilns does not state management's conclusion on them. Please amend it to provide it.",
            "management's conclusion on the kilns",
        ),
    ],
)
def test_a_pronoun_stands_for_what_the_sentence_since_the_last_request_is_on(comment: str, last: str) -> None:
    assert resolved_requests(requests(comment), comment)[-1].object == last


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please revise to state prominently that you are a kiln issuer.",
            "The revised disclosure also prominently states that the Company is a kiln issuer",
        ),
        (
            "Please revise future filings to quantify each input, and explain what loss led you to change it.",
            "what loss led the Company to change it",
        ),
        (
            "Please tell us the amounts of the rebates granted in each period, and how you determined whether each is "
            "a reduction of revenue.",
            "The Company determined whether each is a reduction of revenue",
        ),
        (
            "Please tell us the number of kilns at year end and how you concluded that a list is not required.",
            "A list [●: is or is not] required, because [●: each reason",
        ),
    ],
)
def test_the_company_is_no_pronoun_where_the_sentence_before_is_on_another_thing(
    comment: str, said: str
) -> None:
    first = "Please revise to list your kilns. "
    text = answered(f"{first}{comment}", matter=FILED_S1).text if "also" in said else answered(comment).text
    assert said in text


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "In Norway and Chile the levy is a separate line of the invoice. It is not refunded if a buyer defaults.",
            "The levy is not refunded if a buyer defaults.",
        ),
        (
            "Levies are a separate line of the invoice. They are not refunded if a buyer defaults.",
            "The levies are not refunded",
        ),
        ("The kiln's levy is a separate line. It is not refunded if a buyer defaults.", "It is not refunded"),
    ],
)
def test_a_pronoun_parted_from_its_sentence_is_the_subject_of_that(note: str, told: str) -> None:
    asked = (
        "Please provide us with your analysis of whether the levies are collected on behalf of third parties, for each "
        "of Norway and Chile, and tell us what happens to the levy when a buyer defaults."
    )
    assert told in answered(asked, f"## 1\n- {note}").text


@pytest.mark.parametrize(
    ("told", "then"),
    [
        (
            "We note the statement in your letter dated March 21, 2023 that you depend on no single kiln.",
            "it depended on no",
        ),
        (
            "You told us in your letter dated March 21, 2023 that Glaze was idle.",
            "advised the Staff that Glaze was idle.",
        ),
        (
            "In your letter dated March 21, 2023, you stated that the kiln is not shared.",
            "that the kiln was not shared.",
        ),
    ],
)
def test_what_the_staff_says_of_an_earlier_letter_is_what_it_said(told: str, then: str) -> None:
    asked = f"{told} Please tell us whether this is still so."
    said = answered(asked, "## 1\n- What we said in March 2023 was right then. It changed in May 2024.").text
    assert "In its letter dated March 21, 2023, the Company advised the Staff that" in said
    assert then in said


def test_a_shortened_verb_is_written_whole() -> None:
    asked = "Please tell us why the table was left out."
    assert "it had cut the table" in answered(asked, "## 1\n- We'd cut the table since it was long.").text
