"""Review: each check finds its planted fault and leaves its clean twin alone, and real letters in peace."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.business_days import business_days_after, is_business_day
from drafter.domain import Finding, Line, Pair, Severity
from drafter.errors import Unreadable
from drafter.parsing import Parsed, parse
from drafter.reading import read
from drafter.review import BEYOND, CHECKS, Reviewed, judged, review
from drafter.review.authority import missing
from drafter.review.file import FILE_CHECKS, review_file
from drafter.review.leftovers import EMPTY, NOTE
from drafter.review.periods import year_end
from drafter.review.reviewed import LEADS_IN, SPEAKS
from drafter.review.sums import amount
from tests.conftest import ROOT, a_pair
from tests.reviewed_letters import COMPANY, STAFF, a_letter, changed, findings

Change = tuple[str, str]
PROMISE = "beginning with its Form 10-Q for the quarter ending March 31, 2021"
ANSWER_1 = "The Company acknowledges the Staff's comment."
ANSWER_2 = "The Company advises the Staff that management uses free cash flow in managing the business"
ANSWER_3 = "The reasons for the difference lie in the classification by maturity."
BEFORE_STARS = "See also our response to comment 2."


def said(text: str) -> Change:
    """One more sentence in the third answer."""
    return ANSWER_3, f"{ANSWER_3} {text}"


PLANTED: dict[str, tuple[Change, Change, str]] = {
    "recital.verbatim": (
        ("Please tell us how you use this measure in managing the business and why", "Please tell us why"),
        ("Please tell us how you use", "Please  tell us how you use"),
        "how you use this measure",
    ),
    "recital.headings": (("Note 9. Leases, page 62", "Note 8. Debt, page 62"), ("", ""), "Note 9. Leases"),
    "answers.requests": (
        (
            "management uses free cash flow in managing the business, to decide how much cash can go to "
            "dividends and "
            "debt. The Company believes that the measure is useful to investors because it shows the cash "
            "left after "
            "capital expenditures.",
            "it has read the guidance of the Division with care.",
        ),
        ("to decide how much cash can go", "to determine how much cash goes"),
        "useful to investors",
    ),
    "answers.referrals": (("response to comment 2.", "response to comment 7."), ("", ""), "comment 7"),
    "answers.shown": (
        (
            ', as follows:\n\n"Net sales in the first quarter of 2021 increased by $[●] million from the '
            "first quarter of "
            '2020, of which $[●] million was due to higher volume and $[●] million to higher prices."',
            ".",
        ),
        ("as follows:", "with these words:"),
        "proposed disclosure",
    ),
    "answers.attachments": (
        said("The analysis is attached hereto as Annex A."),
        ("cc: Tobias", "Annex A\n\nThe analysis.\n\ncc: Tobias"),
        "Annex A",
    ),
    "answers.oral": (
        said("As discussed by telephone, the Company will wait."),
        said("As discussed by telephone with Mr. Petrel on March 9, 2021, the tables are alike."),
        "telephone",
    ),
    "answers.supplemental": (
        said("The Company is providing its memorandum under separate cover."),
        said(
            "The Company is providing its memorandum under separate cover and asks for its return under "
            "Rule 12b-4."
        ),
        "Rule 418",
    ),
    "leftovers.blanks": (("$13.0 million of other", "$[●] million of other"), ("", ""), "[●]"),
    "leftovers.notes": (
        said("NTD: ask the auditor."),
        said("See the notes to the financial statements."),
        "NTD",
    ),
    "leftovers.names": (
        said("Calderon Fixtures classifies by maturity as well."),
        said("The delta is small."),
        "Calderon Fixtures",
    ),
    "leftovers.broken": (
        said("See Error! Reference source not found. for the tables."),
        said("No error was found, and the reference source is public."),
        "a reference is broken",
    ),
    "leftovers.stamps": (
        ("March 17, 2021\n\nVIA EDGAR", "DRAFT 3/17/2021\n\nMarch 17, 2021\n\nVIA EDGAR"),
        said("The draft registration statement is being prepared."),
        "stamps the letter",
    ),
    "leftovers.tandy": (
        (
            BEFORE_STARS,
            BEFORE_STARS + "\n\nThe Company may not assert staff comments as a defense in any proceeding.",
        ),
        said("The defense of the suit is in the hands of the insurer."),
        "October 5, 2016",
    ),
    "leftovers.acceleration": (
        (BEFORE_STARS, BEFORE_STARS + "\n\nThe Company hereby requests acceleration of the effective date."),
        said("The Company notes an acceleration of payments."),
        "Rule 461",
    ),
    "leftovers.rule_83": (
        ("$13.0 million of other", "[***] of other"),
        (
            "VIA EDGAR",
            "VIA EDGAR\n\nConfidential Treatment Requested by Harrowgate Tools, Inc. under Rule 83",
        ),
        "Rule 83 legend",
    ),
    "wording.privilege": (
        said("Our outside counsel advised that the position is sound."),
        said("The opinion of counsel is filed as Exhibit 5.1."),
        "privilege",
    ),
    "wording.tone": (
        said("This is obviously right."),
        said("The table will more clearly describe the leases."),
        "obviously",
    ),
    "wording.concessions": (
        said("The Staff is right that the note was misleading."),
        said("The Company does not believe that the note was misleading."),
        "concedes",
    ),
    "wording.doubled": (
        said("The tables lie in the the annex."),
        said("The Company notes that that annex is short, and had had no table."),
        "twice",
    ),
    "wording.pronouns": (
        said("It explains how your management reads the table."),
        said("Thank you for your letter."),
        "your management",
    ),
    "caption.file_number": (
        ("File No. 001-98001", "File No. 001-98010"),
        ("001-98001", "1-98001"),
        "001-98010",
    ),
    "caption.filings": (
        (
            "Form 10-K for the Fiscal Year Ended December 31, 2020\n\nFiled",
            "Form 10-K for the Fiscal Year Ended December 31, 2019\n\nFiled",
        ),
        ("Fiscal Year Ended December 31, 2020\n\nFiled", "fiscal year ended December 31, 2020\n\nFiled"),
        "December 31, 2019",
    ),
    "caption.company": (
        ("Re:\tHarrowgate Tools, Inc.", "Re:\tCalderon Fixtures, Inc."),
        ("Re:\tHarrowgate Tools, Inc.", "Re:\tHARROWGATE TOOLS INC"),
        "Calderon",
    ),
    "caption.attention": (
        ("Jonas Petrel", "Olga Brandt"),
        ("Attention: Jonas", "Attention: Mr. Jonas"),
        "Olga Brandt",
    ),
    "caption.salutation": (
        ("Dear Mr. Petrel and Ms. Castell", "Dear Ms. Brandt"),
        ("Dear Mr. Petrel and Ms. Castell", "Dear Ms. Mira Castell and Mr. Petrel"),
        "Ms. Brandt",
    ),
    "caption.signatory": (
        ("/s/ Ada Marlowe\n\nAda Marlowe", "/s/ Odo Finch\n\nOdo Finch"),
        ("/s/ Ada Marlowe", "/s/ A. Marlowe"),
        "Ada Marlowe",
    ),
    "caption.address": (("100 F Street, N.E.", "450 Fifth Street, N.W."), ("", ""), "100 F Street"),
    "caption.staff_date": (
        ("letter dated March 4, 2021", "letter dated February 11, 2021"),
        ("", ""),
        "February 11",
    ),
    "caption.sequence": (("March 17, 2021", "March 1, 2021"), ("March 17, 2021", "March 4, 2021"), "before"),
    "caption.weekday": (
        ("March 17, 2021", "March 14, 2021"),
        ("March 17, 2021", "March 15, 2021"),
        "no business day",
    ),
    "caption.clock": (
        ("March 17, 2021", "March 19, 2021"),
        ("March 17, 2021", "March 18, 2021"),
        "March 18, 2021",
    ),
    "caption.signature": (
        (
            "Sincerely,\n\n/s/ Ada Marlowe\n\nAda Marlowe\nChief Financial Officer\n\ncc: Tobias Renn, Ash & "
            "Marlowe "
            "Partners",
            "cc: Tobias Renn",
        ),
        ("Chief Financial Officer\n\ncc", "Controller\n\ncc"),
        "no signature",
    ),
    "caption.contacts": (
        ("(937) 555-0140", "(212) 555-0199"),
        ("(937) 555-0140", "937-555-0140"),
        "(212) 555-0199",
    ),
    "caption.copies": (
        ("cc: Tobias Renn, Ash & Marlowe Partners", ""),
        ("Ash & Marlowe Partners", "A&M"),
        "Tobias",
    ),
    "figures.words": (
        ("$5.0 million of current", "$4.0 million of current"),
        ("$5.0 million of", "$5 million of"),
        "$17 million",
    ),
    "figures.tied": (
        ("$13.0 million of other", "$13.4 million of other"),
        ("10%", "10 percent"),
        "$13.4 million",
    ),
    "periods.filed": (
        (PROMISE, "beginning with its Form 10-K for the fiscal year ending December 31, 2020"),
        ("", ""),
        "under review",
    ),
    "periods.calendar": (
        (PROMISE, "beginning with its Form 10-Q for the quarter ending February 28, 2021"),
        (PROMISE, "beginning with its Form 10-Q for the quarter ending April 3, 2021"),
        "no quarter ends then",
    ),
    "periods.next": (
        (PROMISE, "beginning with its Form 10-Q for the quarter ending September 30, 2020"),
        ("", ""),
        "next Form 10-Q",
    ),
    "periods.to_come": (
        said("The balance was $18.0 million as of June 30, 2021."),
        said("The balance will be reported as of June 30, 2021."),
        "told as past",
    ),
    "authority.exists": (said("ASC 281-10-50-1 applies."), said("ASC 280-10-50-1 applies."), "no ASC 281"),
    "authority.superseded": (
        said("The Company follows ASC 840-10-25-1."),
        said("The Company follows ASC 842-10-25-2."),
        "superseded",
    ),
    "authority.unknown": (said("ASC 280-10-50-99 applies."), said("SAB Topic 1.M applies."), "Look it up"),
    "positions.admission": (
        said("The amount in the table was misclassified due to a clerical error."),
        said(
            "The amount in the table was misclassified due to a clerical error, which is not material: "
            "$0.1 million."
        ),
        "admits an error",
    ),
    "positions.immaterial": (
        (
            ANSWER_2,
            "The Company respectfully advises that the effect is not material, and that management "
            "uses free cash "
            "flow in managing the business",
        ),
        (
            ANSWER_2,
            "The Company respectfully advises that the effect, 0.2% of sales, is not material, and "
            "that management "
            "uses free cash flow in managing the business",
        ),
        "SAB 99",
    ),
    "positions.not_used": (
        said("Management does not use renewal rates to run the business."),
        said("Management uses cash."),
        "renewal rates",
    ),
    "positions.harm": (
        said("Disclosure would cause competitive harm."),
        said(
            "Disclosure would cause competitive harm because competitors could read the price of each part."
        ),
        "Instruction 4",
    ),
    "promises.endless": (
        (f", to the extent material, {PROMISE}", " for each and every factor in future filings"),
        ("to the extent material", "where material"),
        "more than was asked",
    ),
    "promises.unplaced": (
        (
            f"to the extent material, {PROMISE}, as follows",
            "to the extent material, in its disclosure, as follows",
        ),
        (PROMISE, "in its next Form 10-Q"),
        "names no filing",
    ),
    "promises.register": (
        ("", ""),
        ("The Company will quantify", "The Company quantifies"),
        "quantify the effect",
    ),
    "terms.twice": (
        said('Harrowgate Tools, Inc. (the "Company") owns one plant.'),
        said("The Company owns one plant."),
        "2 times",
    ),
    "terms.undefined": (
        said("It is described in the Credit Agreement and its annexes."),
        said(
            'It is described in the credit agreement of May 1, 2020 (the "Credit Agreement"). The Credit '
            "Agreement ends "
            "in 2025."
        ),
        "Credit Agreement",
    ),
    "terms.person": (said("We lease two plants."), said("The Company leases two plants."), "one person"),
}
"""For each check: the fault, the clean twin, and words of the finding. ("", "") changes nothing."""

ELSEWHERE = {
    "answers.also", "answers.amendments", "answers.record", "caption.submission", "caption.unresolved",
    "positions.departed",
    "filing.figures", "filing.references", "filing.quoted", "filing.offerings",
    "recital.missing", "recital.numbers", "recital.slips", "answers.future_only", "figures.tables",
    "positions.earlier", "promises.touched", "disclosure.elements", "disclosure.non_gaap", "disclosure.oversized",
}  # fmt: skip
"""Checks whose fault takes more than one change; each has a test of its own below."""


def of(check: str, found: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in found if f.check == check]


def test_every_check_has_a_planted_fault() -> None:
    assert {c.id for c in CHECKS} == set(PLANTED) | ELSEWHERE


def test_the_clean_letter_has_no_error_and_no_warning() -> None:
    assert [f for f in findings() if f.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("check", PLANTED)
def test_a_planted_fault_is_found(check: str) -> None:
    fault, _, words = PLANTED[check]
    found = of(check, findings(changed(COMPANY, fault)))
    assert found
    assert any(words in f.message + f.evidence for f in found)


@pytest.mark.parametrize("check", PLANTED)
def test_its_clean_twin_is_left_alone(check: str) -> None:
    _, twin, _ = PLANTED[check]
    grave = next(c.severity for c in CHECKS if c.id == check)
    assert [f for f in of(check, findings(changed(COMPANY, twin))) if f.severity is grave] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_a_check_keeps_to_its_gravest_severity(check: Any) -> None:
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    fault = PLANTED[check.id][0] if check.id in PLANTED else ("", "")
    for found in of(check.id, findings(changed(COMPANY, fault))):
        assert order.index(found.severity) >= order.index(check.severity)


def test_what_is_not_at_hand_is_said_to_be_unchecked() -> None:
    unchecked = {u.check for u in judged(Reviewed(a_letter(COMPANY))).unchecked}
    assert unchecked == {c.id for c in CHECKS if c.needs} | {b.check for b in BEYOND}


def test_the_same_letter_gives_the_same_findings_errors_first() -> None:
    text = changed(COMPANY, PLANTED["wording.tone"][0], PLANTED["leftovers.blanks"][0])
    found = findings(text)
    assert found == findings(text)
    ranks = [list(Severity).index(f.severity) for f in found]
    assert ranks == sorted(ranks)


def test_a_span_covers_the_words_of_its_evidence() -> None:
    text = changed(COMPANY, PLANTED["wording.tone"][0])
    (found,) = of("wording.tone", findings(text))
    lines = a_letter(text).letter.lines
    assert found.span is not None
    assert found.evidence in " ".join(x.text for x in lines[slice(*found.span)])


def without_answer(number: str, following: str) -> str:
    start = COMPANY.index(f"\n{number}. ")
    return COMPANY[:start] + COMPANY[COMPANY.index(following, start) :]


def test_a_comment_without_an_answer_is_an_error() -> None:
    found = of("recital.missing", findings(without_answer("2", "Note 9. Leases")))
    assert [(f.comment, f.severity) for f in found if f.severity is Severity.ERROR] == [("2", Severity.ERROR)]


def test_a_letter_that_says_it_answers_one_comment_is_only_noted() -> None:
    text = changed(
        without_answer("2", "Note 9. Leases"),
        ("Each comment is repeated before its answer.", "This letter responds to comments numbered 1 and 3."),
    )
    assert {f.severity for f in of("recital.missing", findings(text))} <= {Severity.NOTE, Severity.WARNING}


def test_a_comment_under_another_number_is_found() -> None:
    text = changed(COMPANY, ("\n3. Please reconcile", "\n4. Please reconcile"))
    assert of("recital.numbers", findings(text))[0].comment == "3"


def test_a_long_omission_is_an_error_and_a_changed_word_a_warning() -> None:
    left_out = (
        "Please revise your disclosure in future filings to quantify the effect of volume and "
        "price on net sales "
        "for each period presented. Please provide",
        "Please provide",
    )
    (grave,) = of("recital.verbatim", findings(changed(COMPANY, left_out)))
    (slight,) = of(
        "recital.verbatim",
        findings(changed(COMPANY, ("useful to investors.\n\nResponse", "of use to investors.\n\nResponse"))),
    )
    assert (grave.severity, slight.severity) == (Severity.ERROR, Severity.WARNING)


def test_a_slip_of_the_staffs_is_pointed_out() -> None:
    slip = (
        "We note that you present free cash flow.",
        "We note the call held on May 6, 2021 on free cash flow.",
    )
    found = of("recital.slips", findings(changed(COMPANY, slip), changed(STAFF, slip)))
    assert "May 6, 2021" in found[0].message


def test_answers_in_a_circle_are_an_error() -> None:
    second = COMPANY[COMPANY.index(ANSWER_2) : COMPANY.index("Note 9. Leases, page 62\n\n3.")]
    third = COMPANY[COMPANY.index("The lease liability of") : COMPANY.index("* * *")]
    text = changed(
        COMPANY,
        (second, "Please see our response to comment 3.\n\n"),
        (third, "Please see our response to comment 2.\n\n"),
    )
    assert "2 → 3 → 2" in of("answers.referrals", findings(text))[0].message


def test_an_amendment_put_off_is_found_and_one_filed_is_not() -> None:
    asked = ("Please revise your disclosure in future filings", "Please amend your Form 10-K")
    filed = (
        "The Company will quantify",
        "The Company has filed Amendment No. 1 to quantify, and will quantify",
    )
    later = (PROMISE, "in future filings")
    assert of("answers.future_only", findings(changed(COMPANY, asked, later), changed(STAFF, asked)))
    twin = findings(changed(COMPANY, asked, later, filed), changed(STAFF, asked))
    assert of("answers.future_only", twin) == []


def with_table(*rows: str) -> Parsed:
    """The clean letter with those rows as a table at the end of its first answer."""
    draft = a_letter(COMPANY)
    lines = list(draft.letter.lines)
    at = next(i for i, x in enumerate(lines) if x.text.startswith('"Net sales in the first'))
    lines[at : at + 1] = [Line(r, table=1) for r in rows]
    return parse(lines, "letter")


def test_a_total_that_does_not_come_out_is_found() -> None:
    rows = ("Volume | 4.0 | 3.0", "Price | 5.0 | 4.0", "Mix | 1.0 | 2.0")
    (found,) = of("figures.tables", review(with_table(*rows, "Total | 10.0 | 9.9"), a_letter(STAFF)))
    assert found.evidence == "Total | 10.0 | 9.9"
    wrong_unit = with_table(*rows, "Total | 10.0 | 9.0")
    assert of("figures.tables", review(wrong_unit, a_letter(STAFF))) == []


def test_a_departure_from_an_earlier_letter_names_it() -> None:
    told: Pair = a_pair(
        "Tell us whether you use free cash flow.",
        "The Company does not use free cash flow to manage its business.",
        sent=date(2019, 5, 6),
    )
    (found,) = of("positions.earlier", findings(own=(told,)))
    assert "May 6, 2019" in found.message
    same = replace(told, response=replace(told.response, text="Management uses free cash flow."))
    assert of("positions.earlier", findings(own=(same,))) == []


def test_an_earlier_promise_that_a_comment_touches_is_told() -> None:
    told = a_pair(
        "Tell us about free cash flow.",
        "In its Form 10-K for the year ending December 31, 2019 the Company will define free cash flow and say how "
        "managing the business with it is useful to investors.",
        sent=date(2019, 5, 6),
    )
    (found,) = of("promises.touched", findings(own=(told,)))
    assert (found.comment, found.severity) == ("2", Severity.WARNING)
    assert "10-K for December 31, 2019" in found.message
    elsewhere = replace(
        told,
        response=replace(told.response, text="We will list plants, warehouses and stores in future filings."),
    )
    assert of("promises.touched", findings(own=(elsewhere,))) == []


BLOCK = "Net sales in the first quarter of 2021 increased by"


def test_an_element_asked_for_and_not_shown_is_found() -> None:
    asked = ("for each period presented.", "and to disclose how it is calculated.")
    found = of("disclosure.elements", findings(changed(COMPANY, asked), changed(STAFF, asked)))
    assert "how it is calculated" in found[0].message
    shown = (BLOCK, "We calculate volume as units sold. " + BLOCK)
    twin = findings(changed(COMPANY, asked, shown), changed(STAFF, asked))
    assert of("disclosure.elements", twin) == []


def test_a_measure_per_share_in_proposed_text_is_found() -> None:
    text = changed(COMPANY, (BLOCK, "Our free cash flow per share was $[●]. " + BLOCK))
    assert "per share" in of("disclosure.non_gaap", findings(text))[0].message


def test_proposed_text_far_longer_than_the_comment_is_noted() -> None:
    text = changed(COMPANY, (BLOCK, "\n\n".join(["We set out the drivers here. " * 40] * 5) + BLOCK))
    assert [f.severity for f in of("disclosure.oversized", findings(text))] == [Severity.NOTE]


def test_a_blank_in_proposed_disclosure_is_noted_only() -> None:
    assert {f.severity for f in of("leftovers.blanks", findings())} == {Severity.NOTE}


def test_unverified_data_never_blocks() -> None:
    text = changed(COMPANY, said("FAS 123 and EITF 00-21 and ASC 280-10-50-99 say so."))
    assert all(f.severity is not Severity.ERROR for f in findings(text) if f.check.startswith("authority."))


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2021, 3, 4), 10, date(2021, 3, 18)),
        (date(2021, 12, 22), 10, date(2022, 1, 7)),  # Christmas Eve and New Year's Eve, as observed
        (date(2021, 6, 17), 1, date(2021, 6, 21)),  # Juneteenth, observed on the Friday
        (date(2018, 11, 9), 1, date(2018, 11, 13)),  # Veterans Day, observed on the Monday
    ],
)
def test_business_days_leave_out_federal_holidays(day: date, count: int, last: date) -> None:
    assert business_days_after(day, count) == last
    assert is_business_day(last)


@pytest.mark.parametrize(
    ("said_so", "month", "day"),
    [
        ("12-31", 12, 31),
        ("June 30", 6, 30),
        ("last Saturday of June", 6, 30),
        ("Saturday nearest January 31", 1, 31),
    ],
)
def test_a_fiscal_year_end_is_read_in_any_words(said_so: str, month: int, day: int) -> None:
    found = year_end(said_so)
    assert found is not None
    assert (found.month, found.day) == (month, day)


@pytest.mark.parametrize(
    "text", ["[●]", "[ ]", "$XX", "*%", "[___]", "$[  ]", "[TBD]", "[insert date]", "$●"]
)
def test_a_place_to_fill_is_seen(text: str) -> None:
    assert EMPTY.search(f"The amount is {text} in all.")


@pytest.mark.parametrize("text", ["[sic]", "[***]", "[Staff's emphasis]", "MAXX", "2%", "* * *", "[1]"])
def test_what_only_looks_like_a_place_to_fill_is_not(text: str) -> None:
    assert not EMPTY.search(f"The amount is {text} in all.")


@pytest.mark.parametrize("text", ["NTD:", "Note to draft:", "[Client to confirm]", "TBD", "lorem ipsum"])
def test_a_note_to_the_draft_is_seen(text: str) -> None:
    assert NOTE.search(text)


@pytest.mark.parametrize(
    "text", ["notes to the financial statements", "[sic]", "to be determined", "a draft of"]
)
def test_what_only_looks_like_a_note_is_not(text: str) -> None:
    assert not NOTE.search(text)


@pytest.mark.parametrize("canonical", ["ASC 999-10", "Regulation S-K Item 999", "Regulation S-X Rule 99-01"])
def test_what_was_never_issued_is_missing(canonical: str) -> None:
    assert missing(canonical)


@pytest.mark.parametrize(
    "canonical",
    ["ASC 280-10-50-41", "ASC 840", "Regulation S-K Item 303(b)", "Regulation S-X Rule 3-05", "SAB 99"],
)
def test_what_was_issued_is_not(canonical: str) -> None:
    assert not missing(canonical)


def test_an_amount_knows_how_far_it_may_be_rounded() -> None:
    found = amount("about $18.0 million of it")
    assert found is not None
    assert (int(found.value), int(found.slack)) == (18_000_000, 50_000)
    assert amount("18 units") is None


def test_what_leads_in_proposed_disclosure() -> None:
    assert LEADS_IN.search("The Company will revise its disclosure as follows:")
    assert not LEADS_IN.search("The Company notes the following.")
    assert SPEAKS.search("The Company also advises the Staff that")
    assert not SPEAKS.search("Net sales increased because of prices.")


def test_a_bullet_of_the_comment_in_the_answer_is_no_word_of_the_companys() -> None:
    text = changed(
        COMPANY,
        (
            "Response: The Company acknowledges",
            "Response: We note that you present free cash flow.\n\nThe Company acknowledges",
        ),
    )
    assert of("wording.pronouns", findings(text)) == []


def a_word_file(change: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    document.add_paragraph("Response: The Company acknowledges the comment.")
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_comment(document: Any) -> None:
    document.add_comment(document.paragraphs[0].runs, text="Is this so?", author="Ada", initials="AM")


def with_insertion(document: Any) -> None:
    inserted = OxmlElement("w:ins")
    inserted.append(document.paragraphs[0].runs[0]._r)
    document.paragraphs[0]._p.append(inserted)


def with_hidden_words(document: Any) -> None:
    document.paragraphs[0].add_run(" Ask the client.").font.hidden = True


def with_highlight(document: Any) -> None:
    mark = OxmlElement("w:highlight")
    mark.set(qn("w:val"), "yellow")
    document.paragraphs[0].runs[0]._r.get_or_add_rPr().append(mark)


def with_title(document: Any) -> None:
    document.core_properties.title = "Calderon response, second draft"


def with_stamp(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].text = "4812-3301-2207 v.3"


def with_clock(document: Any) -> None:
    instruction = OxmlElement("w:instrText")
    instruction.text = ' DATE \\@ "MMMM d, yyyy" '
    document.paragraphs[0].add_run()._r.append(instruction)


def with_link(document: Any) -> None:
    document.part.relate_to("file:///S:/drafts/old.docx", RT.HYPERLINK, is_external=True)


WORD_FAULTS = {
    "file.stamps": (with_stamp, "4812-3301-2207"),
    "file.fields": (with_clock, "Type the date"),
    "file.links": (with_link, "S:/drafts"),
    "file.comments": (with_comment, "Is this so?"),
    "file.changes": (with_insertion, "acknowledges"),
    "file.hidden": (with_hidden_words, "Ask the client."),
    "file.highlighted": (with_highlight, "acknowledges"),
    "file.properties": (with_title, "Calderon"),
}


def test_every_check_of_the_file_has_a_planted_fault() -> None:
    assert {c.id for c in FILE_CHECKS} == set(WORD_FAULTS)


@pytest.mark.parametrize("check", WORD_FAULTS)
def test_what_is_left_in_a_word_file_is_found(check: str) -> None:
    plant, words = WORD_FAULTS[check]
    found = review_file(a_word_file(plant))
    assert [f.check for f in found] == [check]
    assert words in found[0].message


def with_what_every_letter_has(document: Any) -> None:
    """A page number, a running head with the company's name and a date, and a link to the Commission."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "U.S. Securities and Exchange Commission, March 17, 2021, Page 3"
    section.footer.paragraphs[0].text = "Harrowgate Tools, Inc. 12 Mill Lane, Dayton, OH 45402 937-555-0140"
    instruction = OxmlElement("w:instrText")
    instruction.text = " PAGE "
    document.paragraphs[0].add_run()._r.append(instruction)
    document.part.relate_to("https://www.sec.gov/rules", RT.HYPERLINK, is_external=True)


@pytest.mark.parametrize("change", [lambda document: None, with_what_every_letter_has])
def test_a_clean_word_file_has_no_finding(change: Callable[[Any], None]) -> None:
    assert review_file(a_word_file(change)) == ()


@pytest.mark.parametrize("data", [b"", b"no word file", b"PK\x03\x04 broken"])
def test_bytes_that_are_no_word_file_are_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        review_file(data)


def sample_letters() -> list[tuple[Path, Path | None]]:
    found = []
    for folder in sorted(p for p in (ROOT / "corpus" / "letters").iterdir() if p.is_dir()):
        staff = sorted(folder.glob("*staff*"))
        for company in sorted(folder.glob("*company*")):
            before = [s for s in staff if s.name[:10] < company.name[:10]]
            found.append((company, before[-1] if before else None))
    return found


def parsed(path: Path) -> Parsed:
    return parse(read(path.read_bytes(), path.name), path.stem)


def test_the_sample_letters_raise_no_error() -> None:
    raised = [
        (company.name, f.check, f.message)
        for company, staff in sample_letters()
        for f in review(parsed(company), parsed(staff) if staff else None)
        if f.severity is Severity.ERROR
    ]
    assert raised == []


TRUE = frozenset(
    {
        (
            "2024-04-18_CORRESP_0001193125-24-100967",
            "recital.verbatim",
        ),  # a sentence of the comment is left out
        (
            "2017-04-13_CORRESP_0001104659-17-023430",
            "recital.verbatim",
        ),  # a sentence of the comment is left out
        (
            "2019-09-26_CORRESP_0001193125-19-256073",
            "caption.filings",
        ),  # the staff letter names another year end
        ("2024-03-08_CORRESP_0001193125-24-063297", "caption.file_number"),  # a digit of the number differs
        ("2024-01-31_CORRESP_0000202058-24-000012", "caption.company"),  # the staff letter bears another name
    }
)
"""Errors over real letters that are true, each read beside both letters."""

FALSE_ALARMS = 0.2
"""Errors a letter that are not true, at the most."""


@pytest.mark.real
@pytest.mark.slow
def test_real_letters_raise_few_false_errors(letters: Path) -> None:
    rows = [json.loads(x) for x in (letters / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    staff_of = {r["response_path"]: r["staff_path"] for r in rows}
    false = [
        (path, f.check)
        for path, staff in sorted(staff_of.items())
        if (letters / path).is_file()
        for f in review(parsed(letters / path), parsed(letters / staff))
        if f.severity is Severity.ERROR and (Path(path).stem, f.check) not in TRUE
    ]
    assert len(staff_of) >= 100
    assert len(false) <= FALSE_ALARMS * len(staff_of), false


def test_the_list_of_checks_names_each_check_under_the_numbers_that_it_serves() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    rows = {int(m[1]): m[2] for m in re.finditer(r"^\| (\d+) \|(.*)$", page, re.M)}
    assert list(rows) == list(range(1, 52))
    for check in CHECKS:
        assert check.meets
        assert all(f"`{check.id}`" in rows[number] for number in check.meets)
    named = set(re.findall(r"`([a-z_]+\.[a-z_\d]+)`", "".join(rows.values())))
    assert named == {c.id for c in CHECKS} | {c.id for c in FILE_CHECKS}


@pytest.mark.parametrize("words", ["plus $1 ", "“", "consisting of $1 ", "from $1 to ", "[● "])
def test_a_sentence_without_end_costs_little_time(words: str) -> None:
    lines = [Line("1. Please explain."), Line("Response: We will " + words * 20_000)]
    started = time.perf_counter()
    review(parse(lines, "letter"))
    assert time.perf_counter() - started < 10
