"""That whole sentences of the notes stay whole, and that words cut from a comment are what they were in it."""

from __future__ import annotations

import pytest

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.statements import statement
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.ready import Use, tell
from drafter.matters import read_facts
from tests.test_drafted_branches import answered

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "It does not intend to use the kiln exemption, but will follow Welsh practice instead of the rule.",
            "It does not intend to use the kiln exemption, but will follow Welsh practice instead of the rule.",
        ),
        ("Lender is Tarrant Re Ltd., rated A- by A.M. Pell.", "The lender is Tarrant Re Ltd., rated A- by A.M. Pell."),
        ("The cover page and page 9 now say all of this.", "The cover page and page 9 now say all of this."),
        (
            "The reason was the two new kilns, the first the Company had built on land it owned.",
            "The reason was the two new kilns, the first the Company had built on land it owned.",
        ),
        (
            "The framework was Internal Firing - Integrated Framework (2013).",
            "The framework was Internal Firing - Integrated Framework (2013).",
        ),
    ],
)  # fmt: skip
def test_a_whole_sentence_of_the_notes_is_told_as_it_stands(note: str, said: str) -> None:
    setting = Setting(COMPANY, "Please tell us about the kilns.", note)
    (told,) = tell(read_facts(f"## 1\n- {note}"), setting)
    assert (told.use, told.text) == (Use.STATE, said)


def test_what_is_to_be_left_open_is_a_blank_without_the_words_that_say_so() -> None:
    notes = "## 1\n- Finance is still confirming the scrap of 2024, so leave it open."
    said = answered("Please tell us the scrap of 2024 and of 2025.", notes).text
    assert "leave" not in said
    assert "the scrap of 2024 (Finance)" in said


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        (
            "Tell us how much of the decrease relates to scrap sold.",
            "[●: amount] of the decrease relates to scrap sold.",
        ),
        ("Tell us how many of the kilns were closed.", "[●: number] of the kilns were closed."),
        (
            "Tell us what services, if any, you provide to potters.",
            "[●: what services, if any, the Company provides to",
        ),
        (
            "Tell us whether you expect kiln margins to continue to fall. If so, disclose this as a known trend.",
            "disclose this as a known trend",
        ),
        (
            "Costs rose because of gas and wages, while revenue rose 4%. In future filings quantify each factor.",
            "$[●] was attributable to [gas] and $[●] to [wages], offset by",
        ),
    ],
)
def test_a_question_is_answered_in_the_words_that_it_has(comment: str, says: str) -> None:
    assert says in answered(comment).text


def test_an_amendment_has_the_day_and_the_contents_that_the_notes_give() -> None:
    notes = (
        "## 1\n- A Form 10-Q/A with a revised Item 4 and new certifications will be filed by October 3, 2026."
    )
    said = answered("Please amend your Form 10-Q to state whether the controls were effective.", notes).text
    assert (
        "by October 3, 2026. The amendment will consist of a revised Item 4 and new certifications." in said
    )
    assert "[●" not in said


def test_a_promise_that_only_repeats_the_request_is_made_in_the_words_of_the_staff() -> None:
    notes = "## 1\n- We will name it and give these figures from the Form 10-Q for the quarter ending June 30, 2026."
    said = answered("Please identify the lender in future filings and disclose the loan.", notes).text
    assert said.count(" will ") == 2
    assert "will identify the lender in future filings, beginning with" in said


def test_a_promise_before_an_analysis_leaves_it_its_elements() -> None:
    said = answered(
        "Please present the kiln table in future filings. Please give us your analysis of whether the kilns were "
        "impaired under paragraph 12 of IAS 36."
    ).text
    promise, analysis = (
        said.index("will present the kiln table"),
        said.index("Obsolescence or physical damage. [●"),
    )
    assert promise < analysis < said.index("conclusion is as follows") < said.index("expected to read")


def test_the_factors_of_the_paragraph_that_the_staff_cite_are_gone_through() -> None:
    comment = (
        "Please provide us with your analysis of whether the two promises are distinct in the context of the contract. "
        "Address the factors in ASC 606-10-25-21."
    )
    said = answered(comment, "## 1\n- The kiln is not customized for the glaze.").text
    assert "Modification or customization. The kiln is not customized for the glaze." in said
    assert "The factors in ASC" not in said


@pytest.mark.parametrize(
    ("effect", "says"),
    [
        (
            "the effect of changes on it",
            "disclose, for each kiln with a material loss, the key assumptions",
        ),
        (
            "the effect that reasonably likely changes in those assumptions would have on the loss, on results and on "
            "the cash that the kiln is expected to need until it is closed, repaired or sold to another",
            "set out below for each kiln with a material loss in future filings",
        ),
    ],
)
def test_what_the_staff_want_for_each_of_several_is_promised_for_each(effect: str, says: str) -> None:
    comment = (
        "Please revise future filings to disclose, for each kiln with a material loss: • the key assumptions and how "
        f"they changed; • {effect}; and • how the best estimate compares with that of the potters."
    )
    assert says in answered(comment).text


def test_what_is_confirmed_of_future_filings_is_confirmed_of_them_and_from_which_on() -> None:
    said = answered("Please confirm that you will provide the rent in future filings.").text
    assert said.endswith("it will provide the rent in future filings, beginning with its Form 10-Q for the quarter "
                         "ending June 30, 2026.")  # fmt: skip


def test_a_question_without_end_is_given_up_at_once() -> None:
    assert statement(f"when {'k' * 400};") == ""
    assert statement("when the kilns " + "k" * 60 + "\n" + "are fired " * 30) == ""


SUIT = (
    "Please disclose an estimate of the possible loss of kilns, or state that such an estimate cannot be made. If you "
    "conclude that it cannot be made, explain to us the procedures you follow each quarter to develop one."
)


def test_what_cannot_be_estimated_is_stated_though_a_note_is_held_back_beside_it() -> None:
    notes = (
        "## 1\n- The Company believes that a loss of kilns is possible but cannot be estimated, and will say so from "
        "the Form 10-Q for the quarter ending June 30, 2026.\n"
        "- Outside litigation counsel reviews the case with finance every quarter.\n"
        "- Not for the letter: mediation is set for July and the carrier has offered to contribute."
    )
    said = answered(SUIT, notes).text
    assert "state that an estimate of the possible loss of kilns cannot be made" in said
    assert "will disclose an estimate" not in said
    assert "reviews the case with finance every quarter" in said
    assert "mediation" not in said


def test_the_latter_branch_is_that_which_is_taken() -> None:
    comment = (
        SUIT.partition("If you")[0]
        + "If the latter, describe for us the steps you have taken to develop one."
    )
    notes = (
        "## 1\n- No estimate of the loss can be made.\n"
        "- The Form 10-Q for the quarter ending June 30, 2026 will state that no estimate can be made."
    )
    said = answered(comment, notes).text
    assert "The steps the Company has taken to develop an estimate are [●" in said
    assert "latter" not in said


def test_what_is_confirmed_of_conduct_to_come_is_no_fact_of_the_past() -> None:
    comment = (
        "Please tell us how you reached that conclusion, and confirm that you will disclose changes of kilns."
    )
    notes = (
        "## 1\n- The kiln went live in May at one site. Management judged the change not material.\n"
        "- The Form 10-Q for that quarter will say so."
    )
    said = answered(comment, notes).text
    assert "confirms that management judged" not in said
    assert "Management judged the change not material." in said


@pytest.mark.parametrize(
    ("comment", "notes", "says"),
    [
        (
            "Tell us which business you excluded, Skelwith Kilns or Ullock & Roe, and its significance.",
            "The excluded business is Skelwith Kilns, bought in May. / Skelwith: 3.4 percent of total assets.",
            "Skelwith represented 3.4 percent of total assets.",
        ),
        (
            "Tell us about the testing of the Morvane and Kestle quarries.",
            "Morvane was tested; Kestle had no indicators.",
            "that Morvane was tested; Kestle had no indicators.",
        ),
        ("Tell us about the fund.", "Ullock & Roe audits the fund.", "Staff that Ullock & Roe audits the fund."),
        (
            "Commercial kiln loans grew. Please tell us the limit on your commercial kiln loans.",
            "In June the bank cut its limit to 10 percent of CKL.",
            "10 percent of commercial kiln loans",
        ),
        (
            "Please tell us about the proposals of Company C.",
            "Company C, March 3, 2025: $21.00 a share, all cash. / Company C withdrew on March 19.",
            "the proposal of Company C on March 3, 2025 was $21.00 a share, all cash. Company C withdrew",
        ),
        (
            "Tell us about the director's interest.",
            "He holds 12 percent of Ormond Freight; not a manager there.",
            "Freight; he is not a manager there.",
        ),
        (
            "Tell us about the rate, and compare it with the prior rate.",
            "Rate is built off a plan, leaves out stock comp shortfalls, takes tax credits out.",
            "is built off a plan and leaves out stock compensation shortfalls and takes tax credits out.",
        ),
        ("Tell us about the rate.", "Looked at once a year.", "is looked at once a year."),
        ("Why did you stop showing bookings?", "Why stopped: half the orders are monthly.", "The reason is that half"),
        (
            "Tell us the basis for the statement that 64% of members renew.",
            "64% renewal: the member database, members who joined in 2023.",
            "the 64% renewal figure is based on the member database",
        ),
        (
            "Define adjusted ROIC.",
            "Adjusted ROIC: adjusted income (after tax) divided by average invested capital.",
            "Adjusted ROIC is adjusted income (after tax) divided by",
        ),
        ("Tell us about Kittrick and its fee.", "Kittrick fee was $2 million.", "the Kittrick fee was $2 million."),
        ("Disclose his role.", "Mr. Ord joined us in 2021, owns no kiln.", "joined us in 2021 and owns no kiln."),
        ("Tell us of the vow.", "2023 vow was kept in May.", "that the 2023 vow was kept in May."),
        ("Tell us of the memo.", "Signed memo dated May 12, 2026.", "that the signed memo was dated May 12, 2026."),
        ("Tell us the amount.", "So amount involved is over $120,000.", "that the amount involved is over $120,000."),
        ("Tell us the basis.", "Basis now stated next to the yield.", "basis is now stated next to the yield."),
        ("Tell us the basis.", "Goes in as Exhibit 96.1.", "will be filed as Exhibit 96.1"),
        ("Define churn.", "Churn: accounts lost over accounts at the start.", "Churn is accounts lost over accounts"),
        (
            "Tell us about Varley.",
            "Left out: Varley Cordage. / Varley: 5.6 percent of gross profit in 2025.",
            "Varley represented 5.6 percent of gross profit in 2025.",
        ),
        (
            "Tell us the combined ratio by line.",
            "Combined ratio: trucks 97 percent, boats 88 percent. Reinsurance team owes us the others.",
            "ratio was 97 percent for trucks and 88 percent for boats. [●: combined ratio for the others",
        ),
        (
            "You present Cash Yield Before Upkeep. Tell us why, or delete it in future filings, including decks.",
            "Client will delete it.",
            "will delete Cash Yield Before Upkeep in future filings, including decks",
        ),
        (
            "Tell us the terms of the loan.",
            "Loan: $40 million, SOFR plus 3 percent, matures May 1, 2028.",
            "the loan is for $40 million, bears interest at SOFR plus 3 percent and matures on May 1, 2028.",
        ),
        ("Define active rider.", "Active rider: anyone with a paid trip.", "An active rider means anyone with"),
        ("Describe the steps you have taken and plan to take.", "", "the steps it has taken and plans to take"),
    ],
)  # fmt: skip
def test_names_subjects_and_labels_of_notes_are_joined_as_a_letter_joins_them(
    comment: str, notes: str, says: str
) -> None:
    listed = "\n".join(f"- {note}" for note in notes.split(" / ") if note)
    assert says in answered(comment, f"## 1\n{listed}").text
