"""What an answer says was changed, and where: the page, the cover page, the exhibit, in the staff's words and order."""

from __future__ import annotations

import re

import pytest

from drafter.domain import Filing, MatterFile, Move
from drafter.requests import requests
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered

S1 = MatterFile(company="Windrush Kilns, Inc.", filings=(Filing("S-1"),))


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please disclose on the cover page whether your kilns are leased.",
            "on the cover page of Amendment",
        ),
        ("Please disclose the kiln rate throughout.", "on pages [●: page numbers] of Amendment"),
        ("Please disclose the kiln rate.", "on page [●: page number] of Amendment"),
        (
            "Please amend your filing to more prominently disclose the kiln rate.",
            "to more prominently disclose",
        ),
        ("Please clarify for investors that kilns may crack.", "to clarify that kilns may crack"),
        ("Please revise the language so that it is not promotional.", "so that it is not promotional"),
        (
            "Please expand your discussion of the risks of kilns.",
            "has expanded its discussion of the risks of kilns on page",
        ),
        ("Please disclose how drought could affect your company.", "how drought could affect the Company"),
    ],
)
def test_a_change_is_named_with_its_place(comment: str, said: str) -> None:
    assert said in answered(comment, matter=S1).text


def test_a_further_change_of_a_document_is_done_by_the_company() -> None:
    text = answered("Please disclose the kiln rate. Please also revise the table on page 9.", matter=S1).text
    assert "The Company has also revised the table on page 9." in text


@pytest.mark.parametrize(
    ("matter", "says"),
    [
        (
            PERIODIC,
            "revise its disclosure to [●: the correction to be made]",
        ),
        (S1, "[●: the correction made, where the Staff observes that the kiln count is not clear]"),
    ],
)
def test_a_bare_request_to_revise_stands_beside_what_is_to_be_disclosed(
    matter: MatterFile, says: str
) -> None:
    text = answered("The kiln count is not clear. Please revise, and disclose the rent.", matter=matter).text
    assert says in text
    assert "disclose the rent" in text or "discloses the rent" in text


def test_if_so_goes_on_the_question_that_is_disclosed() -> None:
    text = answered("Please disclose whether you lease kilns and, if so, the rent.", matter=S1).text
    assert "to disclose whether it leases kilns and, if so, the rent" in text


def test_a_list_that_ends_in_a_question_keeps_what_hangs_on_it() -> None:
    comment = (
        "Please disclose the kiln rent, whether you rely on the waiver and, if so, which one, add a risk factor, and "
        "describe the clay."
    )
    texts = [p.text for p in answered(comment, matter=S1).passages]
    assert texts[1:4] == [
        "• to disclose the kiln rent, whether it relies on the waiver and, if so, which one;",
        "• to add a risk factor; and",
        "• to describe the clay.",
    ]


def test_what_was_changed_follows_the_staffs_order_around_an_open_condition() -> None:
    comment = "If kilns are leased, disclose the rent. Please also describe the kiln."
    first, second = answered(comment, matter=S1).passages
    assert first.text.startswith("Kilns [●: are or are not] leased. [If so: The Company has revised")
    assert "to describe the kiln" in second.text


@pytest.mark.parametrize(
    ("comment", "number"),
    [
        ("Please file the kiln lease as Exhibit 10.4.", "filed the kiln lease as Exhibit 10.4 to Amendment"),
        ("Please have counsel file a revised opinion.", "as Exhibit 5.1 to Amendment"),
    ],
)
def test_an_exhibit_has_the_number_of_the_request_or_of_its_caption(comment: str, number: str) -> None:
    text = answered(comment, matter=S1, heading=("Exhibit 5.1",)).text
    assert number in text


@pytest.mark.parametrize(
    ("comment", "said", "unsaid"),
    [
        (
            "Tell us the terms of the kiln lease. Please provide more detail regarding how you determined its value.",
            "Company determined its value",
            "future filings",
        ),
        (
            "Provide us with detail on kiln rebates. As part of your response, include detail on kiln returns.",
            "[●: detail on kiln returns]",
            "future filings",
        ),
        (
            "In future filings please provide a separate analysis of each cause of kiln wear. Please tell us what "
            "this disclosure will look like.",
            "will provide a separate analysis of each cause of kiln wear in future filings",
            "look like",
        ),
        (
            "Please revise the title of this kiln measure. In your letter, please show your proposed revisions, "
            "including how you will speak of the measure in MD&A.",
            "will revise the title of this kiln measure in future filings",
            "proposed revisions",
        ),
        (
            "Please disclose in the filing what your policy is regarding kiln deposits.",
            "disclose what its policy is regarding kiln deposits.",
            "in the filing",
        ),
        (
            "Please disclose kiln rent by site. Please revise in future filings beginning with your "
            "December 31, 2026 Annual Report on Form 10-K.",
            "kiln rent by site in future filings, beginning with its December 31, 2026 Annual Report on Form 10-K.",
            "revise",
        ),
        (
            "Please arrange with your auditors to obtain a new consent. Please file the new consent.",
            "will file the new consent as Exhibit",
            "arrange",
        ),
    ],
)
def test_a_request_is_answered_where_the_staff_wants_the_answer(comment: str, said: str, unsaid: str) -> None:
    text = answered(comment, "", PERIODIC).text
    assert said in text
    assert unsaid not in text


def test_a_position_is_no_disclosure_and_an_explanation_behind_one_is() -> None:
    position = "Please clarify whether it is your position that the memo is no report."
    assert (
        "[●: whether it is the Company's position that the memo is no report"
        in answered(position, "", S1).text
    )
    decree = "Please disclose how you determined the charge. Specifically, clearly explain how the decree affected it."
    assert (
        "The revised disclosure also clearly explains how the decree affected"
        in answered(decree, "", S1).text
    )


def test_for_each_period_behind_a_comma_belongs_to_the_thing_before_it() -> None:
    comment = "Quantify the fees, for each period presented, identify any port that you use, and describe the tolls."
    assert [r.text.split()[0] for r in requests(comment)] == ["Quantify", "identify", "describe"]


def test_what_is_to_be_filed_before_effectiveness_is_filed_by_then_and_the_rest_with_the_amendment() -> None:
    due = answered("Please note the requirement to file the opinion prior to effectiveness.", "", S1).text
    assert "will file the opinion as Exhibit [●: exhibit number] before effectiveness." in due
    rest = answered(
        "Please file all of your other exhibits with your next amendment or as soon as possible.", "", S1
    )
    assert "has filed all of its other exhibits as exhibits to Amendment No." in rest.text


@pytest.mark.parametrize(
    "comment",
    [
        "Please provide this information in future filings.",
        "Please provide support for these statements in your revised report.",
    ],
)
def test_what_is_given_in_a_filing_is_not_sent_to_the_staff(comment: str) -> None:
    answer = answered(comment, matter=PERIODIC)
    assert answer.stance is Move.COMPLY_FUTURE
    assert "under separate cover" not in answer.text


def test_several_questions_of_one_sentence_have_a_blank_each() -> None:
    answer = answered(
        "Please tell us why the kilns were sold, how you chose the buyer and over what period you sold."
    )
    assert len(answer.blanks) == 3


# What the notes say of a change


def test_a_page_states_what_the_notes_say_where_the_staff_asks_whether() -> None:
    comment = "Please disclose whether you lease kilns."
    text = answered(comment, "## 1\nThe Company leases all of its kilns.", S1).text
    assert text.endswith("to disclose that the Company leases all of its kilns.")


@pytest.mark.parametrize(
    ("comment", "notes"),
    [
        ("If you offer units, list them separately and describe their terms.", "Units are not offered."),
        (
            "To the extent material, describe the kiln fires.",
            "The fires were not costly. Not adding anything.",
        ),
    ],
)
def test_what_hangs_on_a_condition_that_fails_is_not_done(comment: str, notes: str) -> None:
    answer = answered(comment, f"## 1\n{notes}", S1)
    assert re.search(r"(?:Accordingly|As [^.,]+), the Company has not revised the disclosure to", answer.text)
    assert "to be put into words" not in answer.text
    assert answer.unanswered_requests == ()


def test_an_exhibit_under_a_condition_that_fails_is_not_filed() -> None:
    comment = "Please tell us whether you commissioned the kiln survey. If so, please file the consent of its author."
    text = answered(comment, "## 1\nThe kiln survey was not commissioned by the Company.", S1).text
    assert "Accordingly, the Company has not filed the consent of the author of the kiln survey." in text


def test_the_extent_of_what_is_not_so_is_left_out() -> None:
    comment = "Please disclose whether you lease kilns and, if so, the rent."
    answer = answered(comment, "## 1\nThe Company does not lease kilns.", S1)
    assert "rent" not in answer.text
    assert answer.unanswered_requests == ()


def test_a_note_of_the_page_alone_says_where_the_answer_stands() -> None:
    text = answered("Please tell us who owns the kilns.", "## 1\nAlder owns the kilns. Page 61.", S1).text
    assert text.endswith("The revised disclosure appears on page 61 of Amendment No. [●: amendment number].")


def test_a_name_of_the_comment_keeps_its_capital() -> None:
    text = answered("Please tell us whether the Tyrone survey was yours.", "## 1\nTyrone was not ours.").text
    assert "that Tyrone was not" in text


# Lists


def test_points_of_one_verb_have_it_once() -> None:
    comment = "Please disclose: • the kiln rate; • the kiln rent; and • the number of kilns."
    texts = [p.text for p in answered(comment, matter=S1).passages]
    assert texts[0].endswith("to disclose the following:")
    assert texts[1:4] == ["• the kiln rate;", "• the kiln rent; and", "• the number of kilns."]
    assert texts[4].endswith(
        "states the following: [●: kiln rate, in percent]; [●: kiln rent, in millions]; and [●: number of kilns]."
    )


def test_a_list_of_what_the_response_should_hold_is_told_in_the_letter() -> None:
    comment = (
        "Please tell us how you value kilns. Your response should address: • when a kiln is valued; and • the time of "
        "day at which you value it."
    )
    answer = answered(comment)
    assert answer.stance is not Move.COMPLY_FUTURE
    assert "future filings" not in answer.text


def test_a_provision_stands_with_the_request_before_it_and_not_with_another_kind() -> None:
    comment = "Please describe the kiln lease and file it as an exhibit. Refer to Item 601(b)(10) of Regulation S-K."
    first, second = (p.text for p in answered(comment, matter=S1).passages)
    assert "601(b)(10)" not in first
    assert "consistent with Item 601(b)(10) of Regulation S-K" in second


def test_make_clear_is_to_clarify() -> None:
    text = answered("Please revise the language to make clear that kilns may crack.", matter=S1).text
    assert "to clarify that kilns may crack" in text


def test_a_report_that_somebody_revises_comes_with_the_amendment() -> None:
    comment = "Please have your qualified person revise the report and file it as an exhibit to an amended Form 10-K."
    answer = answered(
        comment, "## 1\nTo be confirmed: Form 10-K/A with Exhibit 96.1 by March 20, 2026.", PERIODIC
    )
    assert answer.stance is Move.COMPLY_NOW
    assert "It will include as Exhibit 96.1 the report as revised by its qualified person." in answer.text
    assert "proposed: March 20, 2026, to be confirmed" in answer.text
    assert "future filings" not in answer.text


def test_support_or_other_words_are_two_branches() -> None:
    comment = "Please provide support for these statements, or characterize them as your opinions."
    answer = answered(comment, matter=S1)
    assert "characterize" not in answer.text
    assert len(answer.requests) == 2


def test_a_note_in_the_requests_own_verb_meets_its_condition() -> None:
    comment = "Please describe the permits. If you rely on the advice of counsel, please name counsel."
    answer = answered(comment, "## 1\nFor the letter: counsel is Alder Hay LLP and will be named.", S1)
    assert "names counsel" in answer.text
    assert not any(b.startswith("whether") for b in answer.blanks)


def test_statements_of_a_prospectus_are_reconciled_in_it() -> None:
    comment = "You state $3 million on page 2 and $4 million on page 9. Please reconcile these statements."
    assert "has revised the disclosure" in answered(comment, matter=S1).text
    assert "reconciles" in answered(comment, matter=PERIODIC).text


@pytest.mark.parametrize(
    ("cited", "element"),
    [
        ("ASC 815-40-15", "Settlement provisions."),
        ("ASC 360-10-35-21", "Grouping of the assets."),
        ("ASC 740-10-30-21", "Sources of taxable income."),
        (
            "ASC 606-10-25-19",
            "Benefit on its own or with readily available resources. [●: what the customer can do with",
        ),
        ("ASC 805-10-55-5A", "Concentration of the fair value"),
    ],
)
def test_an_analysis_goes_by_the_elements_of_its_guidance(cited: str, element: str) -> None:
    texts = [
        p.text for p in answered(f"Please provide us with your analysis of the kilns under {cited}.").passages
    ]
    assert any(t.startswith(element) for t in texts)


def test_what_a_charter_provides_for_is_one_clause_of_the_page() -> None:
    comment = (
        "Please disclose whether the forum provision applies to actions under the Securities Act. Also say that a "
        "court may not enforce it."
    )
    notes = (
        "Charter: Court of Chancery for state law claims; federal district courts for Securities Act claims."
    )
    text = answered(comment, f"## 1\n{notes}", S1).text
    assert (
        "to disclose that the charter provides for the Court of Chancery for state law claims and federal"
        in text
    )


@pytest.mark.parametrize("matter", [PERIODIC, FILED_S1])
def test_a_change_that_is_to_avoid_something_is_never_promised_as_that_thing(matter: MatterFile) -> None:
    text = "Please revise future filings so as not to present as hypothetical a fire that has occurred."
    said = answered(text, matter=matter).text
    assert "so as not to present as hypothetical a fire that has occurred" in said
    assert "will present" not in said


@pytest.mark.parametrize(
    ("comment", "note", "said"),
    [
        (  # all that is asked is told: the request is not said over again
            "Please revise to describe the terms of the clay offer, and explain why the board did not accept it.",
            "The clay offer was $12.00 a share in cash. The board did not accept it because no bank stood behind it.",
            "Amendment No. [●: amendment number] to state the following.\n\nThe clay offer was",
        ),
        (  # one of the things has no fact: all are named
            "Please disclose the rent, the term of the kiln lease and the deposit.",
            "The rent is $2 million a year. The term of the kiln lease ends in 2031.",
            "to disclose the rent, the term of the kiln lease and the deposit.",
        ),
    ],
)
def test_a_revision_that_the_notes_tell_whole_states_it(comment: str, note: str, said: str) -> None:
    assert said in answered(comment, f"## 1\n- {note}", FILED_S1).text


def test_a_consent_that_the_notes_leave_open_is_not_said_to_be_filed() -> None:
    text = "Please name the author of the kiln study and file its consent as an exhibit."
    said = answered(
        text, "## 1\n- Author: Orrin Kiln Research. Consent is promised but not signed.", FILED_S1
    ).text
    assert "has filed" not in said
    assert "will file" in said


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "The kiln lease runs to 2031. It has no renewal right.",
            " of Amendment No. [●: amendment number] to state the following.\n\n"
            "The kiln lease runs to 2031. It has no renewal right.",
        ),
        ("The kiln lease runs to 2031.", " to state that the kiln lease runs to 2031."),
        ("The kiln lease runs to 2031, as page 12 of the draft had it.", "The kiln lease runs to 2031, as"),
        ("It runs to 2031.", "It runs to 2031."),
    ],
)
def test_what_the_revised_text_discloses_is_told_as_what_it_states(note: str, told: str) -> None:
    text = answered("Please disclose the term of the kiln lease.", f"## 1\n- {note}", FILED_S1).text
    assert told in text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "You state that readers should not rely on the kiln plan. It is not appropriate to disclaim responsibility "
            "for your document. Please revise.",
            " to remove the statement that readers should not rely on the kiln plan.",
        ),
        (
            "You state that the kiln is approved. It is not appropriate to predict a decision. Please revise.",
            "where the Staff observes that it is not appropriate to predict a decision].",
        ),
    ],
)
def test_a_statement_that_may_not_stand_is_removed(comment: str, said: str) -> None:
    assert answered(comment, matter=S1).text.endswith(said)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please state whether each kiln owner believes that the sale is fair.",
            "the text states [●: whether each kiln owner believes that the sale is fair].",
        ),
        (
            "Please disclose how long your clay will last and the rent of the pit.",
            "following: [●: how long the Company's clay will last]; and [●: rent of the pit, in millions].",
        ),
        ("Please disclose the assumptions about clay growth, net kiln margin, and losses.", "and losses."),
        (
            "Please file the kiln report and the engineer's consent as exhibits. Refer to Item 601(b)(96).",
            "has filed the kiln report and the engineer's consent as exhibits to",
        ),
        (
            "Please quantify changes in sales due to the price of bricks and the number of bricks sold.",
            "bricks sold.",
        ),
        ("Please revise so that the kiln count should be consistent with Note 2.", "consistent with Note 2"),
    ],
)
def test_a_revision_blanks_only_what_it_is_asked_to_give(comment: str, said: str) -> None:
    text = answered(comment, matter=FILED_S1).text
    assert said in text
    assert "bes consistent" not in text
    assert "margin, in percent" not in text
    assert "[●: number of bricks" not in text
