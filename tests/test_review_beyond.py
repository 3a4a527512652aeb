"""Review beside other documents: the filing under review, the record, what goes with the letter, earlier letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Finding, Pair, Severity
from drafter.filings import filed
from drafter.reading import FILING, read
from drafter.review import Reviewed, judged
from tests.conftest import a_pair
from tests.invented_filing import as_html
from tests.reviewed_letters import COMPANY, FACTS, MATTER, STAFF, a_letter, changed, findings, the_matter
from tests.test_review import of, said

REPORT = filed(read(as_html(), "report.htm", FILING))


def beside(company: str, staff: str = STAFF) -> tuple[Finding, ...]:
    """The review of that letter beside the invented report."""
    about = Reviewed(a_letter(company), a_letter(staff, "staff.txt"), the_matter(), filed=REPORT)
    return judged(about).findings


@pytest.mark.parametrize(
    ("check", "fault", "twin", "words"),
    [
        (
            "filing.references",
            "This is described on page 45 of the Form 10-K.",
            "This is described on page 4 of the Form 10-K.",
            "no page 45",
        ),
        (
            "filing.references",
            "This is described in Note 12 to the statements.",
            "This is described in Note 13 to the statements.",
            "no Note 12",
        ),
        (
            "filing.references",
            "This is described on page 45 of the Form 10-K.",
            "This is described on page 45 of Amendment No. 1.",
            "no page 45",
        ),
        (
            "filing.quoted",
            "The Form 10-K states that “inventories are carried at the lower of cost or market price.”",
            "The Form 10-K states that “inventories are stated at the lower of cost and net realizable value.”",
            "word for word",
        ),
        (
            "filing.figures",
            "Total inventories were $61.0 million in 2024.",
            "Total inventories were $59.2 million in 2024.",
            "59,244",
        ),
    ],
)
def test_what_the_filing_does_not_bear_out_is_found(check: str, fault: str, twin: str, words: str) -> None:
    (found, *_) = of(check, beside(changed(COMPANY, said(fault))))
    assert words in found.message
    assert of(check, beside(changed(COMPANY, said(twin)))) == []


@pytest.mark.parametrize(
    ("figure", "strange"),
    [
        ("$38.6 million of finished goods", False),
        ("$38.9 million of finished goods", True),
        ("41.5% of it", False),
        ("$18.0 million of it", False),  # the staff letter holds it
    ],
)
def test_a_figure_is_tied_to_the_filing_at_its_scale(figure: str, strange: bool) -> None:
    found = of("figures.tied", beside(changed(COMPANY, said(f"It is {figure}."))))
    assert any(figure.split()[0] in f.evidence for f in found) is strange


def test_without_the_filing_its_checks_are_unchecked() -> None:
    unchecked = {u.check: u.why for u in judged(Reviewed(a_letter(COMPANY), a_letter(STAFF))).unchecked}
    assert unchecked["filing.figures"] == "not at hand: the filing under review"
    assert unchecked["figures.tied"] == "not at hand: the facts notes or the filing under review"


def test_an_offering_under_a_registration_statement_is_thought_of() -> None:
    named = ("Dear Ms. Marlowe:", "Registration Statement on Form S-3\n\nDear Ms. Marlowe:")
    (found,) = of("filing.offerings", beside(COMPANY, changed(STAFF, named)))
    assert "Form S-3" in found.message
    assert of("filing.offerings", beside(COMPANY)) == []


def letter_with(*changes: tuple[str, str], asked: tuple[tuple[str, str], ...] = ()) -> tuple[Finding, ...]:
    return findings(changed(COMPANY, *changes), changed(STAFF, *asked))


TOGETHER = (
    "Each comment is repeated",
    "The Company is concurrently filing Amendment No. 1. Each comment is repeated",
)


def test_the_amendment_filed_is_the_one_spoken_of() -> None:
    (found,) = of("answers.amendments", letter_with(TOGETHER, said("It is on page 4 of Amendment No. 2.")))
    assert found.severity is Severity.WARNING
    assert "No. 2" in found.message
    (twin,) = of("answers.amendments", letter_with(TOGETHER, said("It is on page 4 of Amendment No. 1.")))
    assert twin.severity is Severity.NOTE


def test_an_amendment_with_a_marked_copy_needs_no_word() -> None:
    marked = (TOGETHER[0], TOGETHER[1].replace("No. 1.", "No. 1 and a copy marked to show changes."))
    assert of("answers.amendments", letter_with(marked)) == []


ALSO = "Please provide us with your proposed disclosure."
WIDER = (ALSO, f"{ALSO} This comment also applies to your earnings releases.")


def test_a_comment_that_reaches_further_is_answered_there() -> None:
    (found,) = of("answers.also", letter_with(WIDER, asked=(WIDER,)))
    assert "earnings releases" in found.message
    done = (
        "The Company will quantify",
        "The Company will do so in its earnings releases. The Company will quantify",
    )
    assert of("answers.also", letter_with(WIDER, done, asked=(WIDER,))) == []


CITED = ("Please reconcile for us", "Refer to ASC 842-20-50-1. Please reconcile for us")


def test_an_accounting_question_is_seen_by_the_auditor() -> None:
    letters = changed(COMPANY, CITED), changed(STAFF, CITED)
    (found,) = of("answers.record", findings(*letters))
    assert "comment 3" in found.message
    seen = FACTS + "- Not for the letter: the audit committee reviewed the answer on March 15.\n"
    assert of("answers.record", findings(*letters, facts=seen)) == []
    assert of("answers.record", findings()) == []


@pytest.mark.parametrize(
    ("told", "form", "wrong"),
    [
        ("CORRESP", "Form 10-K", False),
        ("DRSLTR", "Form 10-K", True),
        ("CORRESP", "Draft Registration Statement", True),
    ],
)
def test_the_form_type_of_the_submission_fits(told: str, form: str, wrong: bool) -> None:
    matter = MATTER + f'[letter]\nsubmission_type = "{told}"\n'
    staff = STAFF.replace(
        "Form 10-K for the Fiscal Year Ended December 31, 2020\n\nFiled", f"{form}\n\nFiled"
    )
    assert bool(of("caption.submission", findings(staff=staff, matter=matter))) is wrong


@pytest.mark.parametrize(("asked", "sent", "told"), [
    ("March 4, 2021", "March 17, 2021", False),
    ("March 4, 2021", "December 10, 2021", True),
    ("August 4, 2021", "December 10, 2021", False),
])  # fmt: skip
def test_comments_open_at_the_years_end_are_thought_of(asked: str, sent: str, told: bool) -> None:
    company = COMPANY.replace("March 4, 2021", asked).replace("March 17, 2021", sent)
    found = of("caption.unresolved", findings(company, STAFF.replace("March 4, 2021", asked)))
    assert bool(found) is told


EARLIER = date(2019, 5, 6)


def told_before(text: str, comment: str = "Tell us more.") -> tuple[Pair, ...]:
    return (a_pair(comment, text, sent=EARLIER),)


@pytest.mark.parametrize(
    ("before", "now", "departs"),
    [
        (
            "Sales returns of power tools are not material.",
            "Sales returns of power tools are material.",
            True,
        ),
        ("Sales returns of power tools are material.", "Sales returns of power tools are immaterial.", True),
        (
            "Sales returns of power tools are not material.",
            "Sales returns of power tools are immaterial.",
            False,
        ),
        ("Sales returns of power tools are not material.", "Import duties of hand saws are material.", False),
        ("The Company has one operating segment.", "The Company has two operating segments.", True),
        ("The Company has one operating segment.", "The Company has a single operating segment.", False),
        ("The Company has 2 reportable segments.", "The Company has one operating segment.", False),
        (
            "ASC 280 lets one aggregate two or more operating segments.",
            "The Company has one operating segment.",
            False,
        ),
    ],
)
def test_a_statement_against_an_earlier_one_is_found(before: str, now: str, departs: bool) -> None:
    found = of("positions.departed", findings(changed(COMPANY, said(now)), own=told_before(before)))
    assert bool(found) is departs
    assert all("May 6, 2019" in f.message for f in found)


@pytest.mark.parametrize(
    ("before", "now", "departs"),
    [
        (
            "Management uses renewal rates to run the business.",
            "Management does not use renewal rates.",
            True,
        ),
        ("Management does not use renewal rates.", "Management monitors renewal rates each month.", True),
        ("Renewal rates are not a metric used by management.", "Management tracks renewal rates.", True),
        ("Management does not use renewal rates.", "Management does not monitor renewal rates.", False),
        (
            "Management uses renewal rates to run the business.",
            "Management does not use backlog data.",
            False,
        ),
    ],
)
def test_what_is_used_is_held_against_earlier_letters(before: str, now: str, departs: bool) -> None:
    found = of("positions.earlier", findings(changed(COMPANY, said(now)), own=told_before(before)))
    assert bool(found) is departs


def test_a_promise_declined_is_a_departure() -> None:
    own = told_before(
        "In future filings the Company will quantify the volume and price effect on net sales of each plant."
    )
    declined = (
        "The Company acknowledges the Staff's comment.",
        "The Company does not believe that to quantify volume and price effects on sales is useful.",
    )
    (found,) = of("positions.departed", findings(changed(COMPANY, declined), own=own))
    assert found.comment == "1"
    assert of("positions.departed", findings(own=own)) == []


def test_an_undated_letter_is_named_as_earlier() -> None:
    undated = tuple(replace(p, sent=None) for p in told_before("The Company has one operating segment."))
    now = said("The Company has two operating segments.")
    (found,) = of("positions.departed", findings(changed(COMPANY, now), own=undated))
    assert "an earlier letter" in found.message


@pytest.mark.parametrize(
    ("sentence", "grave"),
    [
        ("Calderon Fixtures respectfully advises the Staff that it agrees.", True),
        ("Sales to Calderon Fixtures rose.", True),
        ("Our largest competitors are Calderon Fixtures and others.", False),
        ("The chart shows returns for the Company, Calderon Fixtures and others.", False),
        ("The merger agreement with Calderon Fixtures was signed.", False),
    ],
)
def test_a_company_named_for_a_reason_is_a_warning_only(sentence: str, grave: bool) -> None:
    (found,) = of("leftovers.names", findings(changed(COMPANY, said(sentence))))
    assert (found.severity is Severity.ERROR) is grave
