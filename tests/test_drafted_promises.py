"""What a promise and a revision name: verb, manner, thing, limit, the text revised, and what the text says."""

from __future__ import annotations

import pytest

from drafter.domain import MatterFile
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered
from tests.test_drafted_changes import S1


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please disclose what kiln days are, why they help investors to judge the works and how you use the "
            "number to run the works from day to day.",
            "disclose what kiln days are, why they help investors to judge the works and how it uses the number",
        ),
        ("Please separately present kiln rent and kiln repairs.", "will separately present kiln rent"),
        (
            "Please describe in greater detail how you fire kilns.",
            "describe in greater detail how it fires kilns",
        ),
        (
            "Please consider disclosing kiln orders by region.",
            "will disclose kiln orders by region in future",
        ),
        ("Please describe and quantify the types of kilns.", "will describe and quantify the types of kilns"),
        (
            "Please recharacterize and provide support for this claim.",
            "will recharacterize and provide support",
        ),
        (
            "Please discuss the effects that are reasonably likely to be material.",
            "ending June 30, 2026, discuss the effects that are reasonably likely to be material.",
        ),
        (
            "Please do not call the kilns modern in future filings.",
            "will not call the kilns modern in future filings",
        ),
        ("Please identify and rank the kilns by size.", "will identify and rank the kilns by size"),
        ("Please define and quantify kiln backlog.", "will define and quantify kiln backlog in future"),
        (
            "Please quantify, on a stand-alone basis, the cost of the kilns.",
            "quantify the cost of the kilns on a stand-alone basis in future",
        ),
        (
            "Please quantify here and in your quarterly reports each cause of kiln wear.",
            "quantify each cause of kiln wear in future filings, including its quarterly reports, beginning with",
        ),
        (
            "In future filings that call the kilns modern, please clarify that two were built in 1961.",
            "in future filings that call the kilns modern, beginning with",
        ),
        (
            "Please quantify kiln rent. Discuss kiln wear. Describe how you insure kilns. State who owns them.",
            "In those filings, it will also discuss kiln wear, describe how it insures kilns and state who owns",
        ),
    ],
)
def test_a_promise_names_what_is_done(comment: str, said: str) -> None:
    text = answered(comment).text
    assert said in text
    assert "the requested disclosure" not in text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please revise your discussion of kiln rent on page 7 to quantify the effect of idle kilns.",
            "revised its discussion of kiln rent on page [●: page number] of",
        ),
        ("Please revise the kiln chart to show each owner.", "revised the kiln chart on page"),
        ("Please revise your disclosure to show each owner.", "revised the disclosure on page"),
        ("Please update the kiln table so that it speaks as of May.", "updated the kiln table on page"),
    ],
)
def test_a_revision_names_the_text_that_is_revised(comment: str, said: str) -> None:
    assert said in answered(comment, matter=S1).text


@pytest.mark.parametrize(
    ("comment", "values"),
    [
        (
            "Please disclose the fee payable to Gable & Co., the portion that is contingent on the firing, and any tie "
            "with the kiln owner.",
            "the following: [●: fee payable to Gable & Co., in dollars]; [●: portion that is contingent on the firing]"
            "; and [●: any tie with the kiln owner]",
        ),
        (
            "Please disclose the reasons for the sale of the kiln, and quantify the synergies.",
            "the following: [●: reasons for the sale of the kiln]; and [●: synergies, in millions]",
        ),
        (
            "Please disclose how you estimated the fair value and the useful life, and describe the data still needed.",
            "the following: [●: how the Company estimated the fair value and the useful life]; and [●: data still "
            "needed]",
        ),
        (
            "Please disclose: • the interest rate of the kiln note; • the holder of the note; and • the number of "
            "kilns pledged.",
            "the following: [●: interest rate of the kiln note, in percent]; [●: holder of the note]; and [●: number "
            "of kilns pledged]",
        ),
        (
            "Please state the percentage of the votes that is held by Mr. Tarn and the Tarn trusts.",
            "[●: percentage of the votes that is held by Mr. Tarn and the Tarn trusts, in percent]",
        ),
        ("Please disclose how you fund the kilns.", ""),
        ("Please provide more detail about the wear of kilns.", ""),
        ("Please disclose the assumptions behind it, including the rate of wear and the kiln plan.", ""),
        ("Please state that the number of kilns may fall.", ""),
        ("Please delete the amount of the rent.", ""),
    ],
)
def test_revised_text_has_a_blank_for_each_value_and_none_for_what_it_describes(
    comment: str, values: str
) -> None:
    text = answered(comment, matter=S1).text
    assert (f"As revised, the text states {values}." in text) == bool(values)
    assert ("As revised" in text) == bool(values)


@pytest.mark.parametrize("comment", ["Please discuss the effect of drought on the company."])
def test_the_company_of_the_comment_is_never_the_staff(comment: str) -> None:
    block = next(p.text for p in answered(comment).passages if p.block)
    assert " us" in block
    assert "Staff" not in block


def test_a_second_place_has_a_page_of_its_own() -> None:
    text = answered("Please disclose here and in the Summary the kiln rate.", matter=S1).text
    assert "on page [●: page number] and in the Summary on page [●: page number] of" in text
    assert "to disclose the kiln rate" in text


def test_a_point_that_names_a_thing_is_promised() -> None:
    comment = (
        "Please expand your disclosure to include: • The timing of kiln repairs; and • How you insure kilns."
    )
    text = answered(comment).text
    assert "the timing of kiln repairs" in text
    assert "disclosure accordingly" not in text


@pytest.mark.parametrize(
    ("comment", "matter", "says"),
    [
        (
            "Please remove the kiln load from the measure in future filings, including earnings releases.",
            PERIODIC,
            "in future filings, including earnings releases, beginning with its Form 10-Q",
        ),
        (
            "Please revise to quantify, for each of Rook and Sable as of the latest date, deposits and losses.",
            FILED_S1,
            "to quantify, for each of Rook and Sable as of the latest date, deposits and losses.",
        ),
        (
            "You present Gross Sales Before Glaze. Tell us how you saw whether this measure is fair, or remove it.",
            FILED_S1,
            "to remove Gross Sales Before Glaze",
        ),
        (
            "Please disclose that the holder is an affiliate, here and in the summary of the offering.",
            FILED_S1,
            "and in the summary of the offering on page [●: page number] of Amendment No. [●: amendment number] to "
            "disclose that the holder is an affiliate.",
        ),
    ],
)
def test_a_promise_names_its_thing_its_filings_and_its_places(
    comment: str, matter: MatterFile, says: str
) -> None:
    assert says in answered(comment, "", matter).text


SLOGANS = (
    "• “Our ferries are the most punctual in the North” (emphasis added) (page 4);\n"
    "• “[e]very crew member holds a master\u2019s ticket.”"
)


@pytest.mark.parametrize(
    ("asks", "lead", "blank"),
    [
        (
            "Please provide support for the following statements, or characterize them as beliefs:\n{}",
            "support for those not recast as an opinion or belief of the statements listed below, consisting of",
            "[●: support for it, with its source, or its text as an opinion or belief, with the facts it rests on]",
        ),
        (
            "Refer to your website:\n{}\nPlease remove these claims.",
            "the claims listed below",
            "[●: that it is taken out]",
        ),
    ],
)
def test_each_statement_that_the_staff_quotes_has_its_own_point(asks: str, lead: str, blank: str) -> None:
    text = answered(asks.format(SLOGANS), matter=FILED_S1).text
    assert lead in text
    assert f"• “Our ferries are the most punctual in the North” (page 4): {blank};" in text
    assert f"• “[e]very crew member holds a master\u2019s ticket”: {blank}." in text


@pytest.mark.parametrize(
    "comment",
    [
        "Tell us how you considered the tides. Include the tide tables as part of your response.",
        "In your response to the second point, ensure you include a description of the tides.",
    ],
)
def test_what_the_response_is_to_hold_is_promised_in_no_filing(comment: str) -> None:
    text = answered(comment).text
    assert "future filings" not in text
    assert "of the tides" in text or "tide tables" in text


@pytest.mark.parametrize(
    ("comment", "head", "promised"),
    [
        ("Please describe how pilots and deck hands are paid.", "Note 12. Segments", False),
        ("Please describe how pilots and deck hands are paid.", "Item 1. Business", True),
        (
            "Please describe how pilots are paid. Also disclose the number of pilots.",
            "Note 12. Segments",
            True,
        ),
    ],
)
def test_a_question_on_a_note_without_a_word_of_disclosure_is_answered_in_the_letter(
    comment: str, head: str, promised: bool
) -> None:
    assert ("future filings" in answered(comment, heading=("Form 10-K", head)).text) is promised


def test_a_revision_as_necessary_waits_for_the_answer_before_it() -> None:
    text = answered("Tell us whether the kiln fee is refundable. Please revise, as necessary.", "").text
    assert "To the extent that this analysis calls for additional disclosure" in text


def test_a_half_year_report_that_the_notes_name_is_where_the_promise_falls_due() -> None:
    notes = "## 1\n- Agreed; from the half-year report on Form 6-K for June 30, 2026."
    text = answered("Please present the kiln rate separately in future filings.", notes).text
    assert "beginning with its half-year report on Form 6-K for June 30, 2026." in text
    assert "From the half-year report" not in text


BACKLOG = "You report orders of $90 million. Please tell us whether options are included. Please define the measure in "
TWO = "Please disclose in future filings the timing of the dredging and the major assumptions made about it."


@pytest.mark.parametrize(
    ("comment", "note", "said", "left_out"),
    [
        (
            TWO,
            "Half falls in 2027. Timing and assumptions will be added in the next 10-K.",
            "",
            "will be added",
        ),
        (
            TWO,
            "Half falls in 2027. All of this goes into the 10-K for 2026, as of that year's survey.",
            "2026, as of that year's survey.",
            "All of this",
        ),
        (
            BACKLOG + "future filings.",
            "No options. The definition goes in the next 10-K.",
            "",
            "definition will",
        ),
        (
            BACKLOG + "future filings.",
            "No options. Orders will be defined, and leases taken out, from the 10-K for 2026.",
            "Leases will be taken out",
            "Orders will be defined",
        ),
        (
            TWO,
            "None was given so far. They will be in the 10-K for 2026, as charts.",
            "2026, as charts.",
            "They will be included",
        ),
    ],
)
def test_a_promise_is_made_once_and_keeps_what_a_note_adds(
    comment: str, note: str, said: str, left_out: str
) -> None:
    text = answered(comment, f"## 1\n- {note}").text
    assert said in text
    assert left_out not in text
    assert text.count("future filings, beginning with") == 1
