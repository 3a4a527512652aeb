"""Reports that notes name loosely, by the period that the matter file gives."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.domain import Fact, MatterFile
from drafter.drafting.disclosure.dating import dated
from drafter.drafting.language.periods import named_before, with_periods
from tests.test_drafting import MATTER, drafted

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("note", "named"),
    [
        (
            "Will give it from the next 10-K.",
            "Will give it from the Form 10-K for the fiscal year ending December 31, 2026.",
        ),
        (
            "Exhibit 10.2 to the next Q.",
            "Exhibit 10.2 to the Form 10-Q for the quarter ending June 30, 2026.",
        ),
        ("In from the June 10-Q.", "In from the Form 10-Q for the quarter ending June 30, 2026."),
        ("In from the June quarter.", "In from the Form 10-Q for the quarter ending June 30, 2026."),
        ("In from the March quarter.", "In from the March quarter."),
        ("Sales in the June quarter 2025 fell.", "Sales in the June quarter 2025 fell."),
        (
            "Table in the 10-K for 2026.",
            "Table in the Form 10-K for the fiscal year ending December 31, 2026.",
        ),
        ("Table is in the 10-K for 2025.", "Table is in the 10-K for 2025."),
        (
            "First in the 10-Q for September 30, 2026.",
            "First in the Form 10-Q for the quarter ending September 30, 2026.",
        ),
        ("The next one is due in May.", "The next one is due in May."),
    ],
)
def test_a_report_is_named_by_its_period(note: str, named: str) -> None:
    assert with_periods(Fact("fact:1", "1", note), MATTER, TODAY).text == named


def test_a_report_whose_period_nobody_gave_keeps_its_name() -> None:
    note = Fact("fact:1", "1", "Will give it from the next 10-K.")
    assert with_periods(note, MatterFile(), TODAY) == note


def test_the_day_of_an_amendment_that_is_to_be_confirmed_stands_in_its_sentence() -> None:
    asked = "Please file the report as an exhibit to an amended Form 10-K."
    notes = "## 1\n- To be confirmed: Form 10-K/A with the new Exhibit 96.1 by July 20, 2026."
    text = " ".join(p.text for p in drafted(asked, notes=notes).answers[0].passages)
    assert "[●: filing date of the amendment; proposed: July 20, 2026, to be confirmed]" in text
    assert "[●: Form 10-K/A" not in text


ASKED = "Please revise future filings to disclose how sensitive the kiln reserve is to a change in the discount rate."
DUE = "Form 10-K for the fiscal year ending December 31, 2026"


@pytest.mark.parametrize("note", ["Goes into the 2026 Form 10-K.", f"Table goes into the {DUE}."])
def test_a_note_on_where_a_disclosure_goes_fixes_the_due_date_and_is_no_sentence(note: str) -> None:
    text = " ".join(
        p.text for p in drafted(ASKED, notes=f"## 1\n- The rate was 6 percent. {note}").answers[0].passages
    )
    assert text.count(DUE) == 1
    assert "Form 10-Q" not in text
    assert "included" not in text


def test_the_same_report_is_the_one_that_the_notes_named_last() -> None:
    notes = (
        Fact("fact:1", "1", f"Table goes into the {DUE}."),
        Fact("fact:2", "2", "Trend will be disclosed, same Form 10-K."),
        Fact("fact:3", "2", "Trend will be disclosed in the same Form 10-Q."),
    )
    _, second, third = (f.text for f in named_before(notes, MATTER, TODAY))
    assert second == f"Trend will be disclosed in the {DUE}."
    assert third == "Trend will be disclosed in the same Form 10-Q."


def test_a_day_behind_what_an_amendment_holds_is_proposed_for_its_filing() -> None:
    asked = "Please amend your filing to provide a complete report."
    notes = "## 1\n- 10-K/A with full Item 9A, new Exhibits 31 and 32, by mid August. Date not fixed."
    text = " ".join(p.text for p in drafted(asked, notes=notes).answers[0].passages)
    assert "proposed: mid August, to be confirmed]" in text
    assert "new Exhibits 31 and 32." in text
    assert "date has not been fixed" not in text
    assert "[●: date]" not in text


def test_a_disclosure_that_only_the_notes_promise_has_its_report_and_no_words_that_nobody_asked_for() -> None:
    notes = f"## 1\n- The kilns are counted monthly.\n- Trend will be disclosed in the {DUE}."
    passages = drafted("Please tell us how you count the kilns.", notes=notes).answers[0].passages
    assert f"The trend will be disclosed in the {DUE}." in " ".join(p.text for p in passages)
    assert not [p for p in passages if p.block]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (
            "its Form 10-K for the fiscal year ending March 31, 2027",
            "Tolls were $[●] in the year ended March 31, 2027, compared with $[●] in the preceding fiscal year.",
        ),
        (
            "its Form 10-K for the fiscal year ending December 31, 2026",
            "Tolls were $[●] in the year ended December 31, 2026, compared with $[●] in the year ended "
            "December 31, 2025.",
        ),
        (
            "our Form 10-K for the fiscal year ending January 30, 2027 (fiscal 2026)",
            "Tolls were $[●] in fiscal 2026, compared with $[●] in fiscal 2025.",
        ),
        (
            "the release for the quarter ending June 30, 2026",
            "Tolls were $[●] in the quarter ended June 30, 2026, compared with $[●] in the same quarter of the "
            "preceding year.",
        ),
        (
            "our proxy statement for the 2027 annual meeting",
            "Tolls were $[●] in [●: period], compared with $[●] in [●: prior period].",
        ),
    ],
)
def test_proposed_disclosure_has_the_periods_of_the_report_in_which_it_falls_due(due: str, said: str) -> None:
    assert dated("Tolls were $[●] in [●: period], compared with $[●] in [●: prior period].", due) == said
