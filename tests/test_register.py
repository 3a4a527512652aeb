"""The register: when promises fall due, whether later filings keep them, and which a new comment touches."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from drafter.cli import app
from drafter.domain import Line, Pair
from drafter.errors import BadSettings, LibraryError
from drafter.promises import MARKS, mark, marks
from drafter.reading import FILING, read
from drafter.register import Due, Entry, Later, Standing, entries, looked_up, reminder, touched
from drafter.register.due import due
from drafter.undertakings import undertakings
from tests.conftest import a_comment, a_pair
from tests.invented_filing import as_html
from tests.reviewed_letters import HERE

SENT = date(2021, 3, 17)
TODAY = date(2021, 4, 1)


def a_promise(text: str, comment: str = "Please tell us why.", **changes: object) -> Pair:
    return a_pair(comment, text, **{"sent": SENT, **changes})


def the_entry(text: str, comment: str = "Please tell us why.", today: date = TODAY) -> Entry:
    (entry,) = entries([a_promise(text, comment)], today, {})
    return entry


def falls(text: str) -> Due:
    (promise,) = undertakings(text)
    return due(promise, SENT)


@pytest.mark.parametrize(
    ("text", "form", "by"),
    [
        (
            "We will disclose it in our Form 10-Q for the quarter ending March 31, 2021.",
            "10-Q",
            date(2021, 5, 20),
        ),
        (
            "We will disclose it, beginning with our Form 10-K for the year ending December 31, 2021.",
            "10-K",
            date(2022, 4, 5),
        ),
        ("We will add the table in our 2022 proxy statement.", "proxy statement", date(2022, 12, 31)),
        ("We will add the disclosure in our 2021 Form 10-K.", "10-K", date(2022, 5, 31)),
        (
            "We will add the disclosure, beginning with our second quarter 2021 Form 10-Q.",
            "10-Q",
            date(2021, 12, 31),
        ),
        ("We will disclose it in our next Form 10-Q.", "10-Q", date(2021, 11, 12)),
        ("We will disclose it in future filings.", "", date(2022, 6, 21)),
        ("We will disclose it in our future quarterly and annual reports.", "", date(2022, 6, 21)),
        ("We will reconcile it in future earnings releases.", "earnings release", date(2021, 7, 25)),
        (
            "We will reconcile it in the earnings release for the third quarter of 2021.",
            "earnings release",
            date(2022, 3, 31),
        ),
        ("We will file amendments to our reports with new certifications.", "amendment", None),
        ("We will also add a table of commitments.", "", None),
    ],
)  # fmt: skip
def test_a_promise_falls_due_in_the_filing_it_names(text: str, form: str, by: date | None) -> None:
    found = falls(text)
    assert (found.form, found.by) == (form, by)


def test_a_filing_made_before_the_letter_is_not_the_one_promised() -> None:
    found = falls("In future filings we will expand the disclosure in our 2019 Form 10-K to add the table.")
    assert found.words == "the next 10-K after March 17, 2021"


def test_due_words_name_form_and_period() -> None:
    text = "We will disclose it in our Form 10-K for the year ending December 31, 2021."
    assert falls(text).words == "10-K for December 31, 2021"
    text = (
        "We will disclose it in our annual report on Form 20-F for the fiscal year ending December 31, 2021."
    )
    assert falls(text).words == "20-F for December 31, 2021"


@pytest.mark.parametrize(
    ("today", "standing"), [(date(2022, 4, 5), Standing.OPEN), (date(2022, 4, 6), Standing.OVERDUE)]
)
def test_a_promise_is_overdue_once_its_filing_has_passed(today: date, standing: Standing) -> None:
    text = "We will disclose it in our Form 10-K for the year ending December 31, 2021."
    assert the_entry(text, today=today).standing is standing


def test_a_promise_on_an_event_is_never_overdue_and_never_missing() -> None:
    text = "If lease liabilities mature early, we will disclose their maturity in our next Form 10-K."
    entry = the_entry(text, today=date(2030, 1, 1))
    assert entry.standing is Standing.OPEN
    assert looked_up([entry], a_filing("Leases are long.")) == (entry,)
    (kept,) = looked_up([entry], a_filing("The maturity of lease liabilities came early."))
    assert kept.standing is Standing.KEPT


def test_a_promise_keeps_its_id() -> None:
    text = "We will disclose it in future filings."
    assert the_entry(text).id == the_entry(text, today=date(2030, 1, 1)).id
    assert the_entry(text).id != the_entry("We will disclose them in future filings.").id


def test_promises_stand_in_the_order_of_their_letters() -> None:
    later = a_promise("We will disclose prices in future filings.", id="a", sent=date(2022, 1, 3))
    first = a_promise("We will disclose volumes in future filings.", id="b")
    assert [e.pair.id for e in entries([later, first], TODAY, {})] == ["b", "a"]


def test_counsels_mark_stands_above_the_calendar() -> None:
    pair = a_promise("We will disclose it in future filings.")
    (entry,) = entries([pair], date(2030, 1, 1), {the_entry(pair.response.text).id: "kept"})
    assert (entry.standing, entry.marked, entry.open) == (Standing.KEPT, True, False)


def a_filing(*lines: str, form: str = "10-K", period: str = "December 31, 2021") -> Later:
    cover = (f"FORM {form}", "ANNUAL REPORT", f"For the period ended {period}", "Harrowgate Tools, Inc.")
    rest = ("We make hand tools.", "Our plant is in Dayton.", "Competition is keen.", "Steel is dear.")
    return Later.of("filing.htm", [Line(t) for t in (*cover, *rest, *lines)])


LEASES = "We will disclose the maturity of our lease liabilities by year in future filings."
SHOWN = "The maturities of our lease liabilities were: 2022, $4.0 million; 2023, $3.0 million."


def test_a_cover_names_form_and_period() -> None:
    found = a_filing()
    assert (found.form, found.period) == ("10-K", date(2021, 12, 31))


@pytest.mark.parametrize(
    ("lines", "form", "period"),
    [
        (("SCHEDULE 14A", "Notice of annual meeting"), "proxy statement", None),
        (("FORM 8-K", "Harrowgate reports results of the second quarter"), "earnings release", None),
        (("Form 10-Q", "For the quarterly period ended", "June 30, 2021"), "10-Q", date(2021, 6, 30)),
        (("An essay.",), "", None),
    ],
)
def test_other_covers_are_read_as_well(lines: tuple[str, ...], form: str, period: date | None) -> None:
    found = Later.of("filing.htm", [Line(t) for t in lines])
    assert (found.form, found.period) == (form, period)


def test_a_promise_is_kept_where_the_filing_shows_it() -> None:
    (entry,) = looked_up([the_entry(LEASES)], a_filing(SHOWN))
    assert (entry.standing, entry.filing) == (Standing.KEPT, "filing.htm")
    assert entry.evidence.startswith(SHOWN)


def test_the_passage_names_the_page_that_the_filing_prints() -> None:
    report = Later.of("report.htm", read(as_html(), "report.htm", FILING))
    entry = the_entry("We will disclose raw materials, work in process and finished goods in future filings.")
    (found,) = looked_up([entry], report)
    assert (found.standing, report.form, report.period) == (Standing.KEPT, "10-K", date(2024, 12, 31))
    assert found.evidence.startswith("page 6: Raw materials | $ 12,410")


def test_a_promise_is_not_found_where_the_filing_is_silent() -> None:
    (entry,) = looked_up([the_entry(LEASES)], a_filing("Our leases are long."))
    assert entry.standing is Standing.NOT_FOUND


def test_the_words_must_stand_together() -> None:
    apart = (
        "Our maturity is high.",
        "Steel.",
        "Iron.",
        "Tin.",
        "Lease.",
        "Zinc.",
        "Lead.",
        "Coal.",
        "A liability.",
    )
    (entry,) = looked_up([the_entry(LEASES)], a_filing(*apart))
    assert entry.standing is Standing.NOT_FOUND


PROPOSED = (
    "We will quantify the drivers in future filings as follows:\n"
    "“Sales of torque wrenches rose because distributors in Ohio replaced older inventory before the merger.”"
)


def test_proposed_disclosure_is_what_is_looked_for() -> None:
    shown = (
        "Sales of torque wrenches rose as distributors in Ohio replaced older inventory before their merger."
    )
    (kept,) = looked_up([the_entry(PROPOSED)], a_filing(shown))
    (missing,) = looked_up([the_entry(PROPOSED)], a_filing("We quantify drivers of sales."))
    assert (kept.standing, missing.standing) == (Standing.KEPT, Standing.NOT_FOUND)


def test_what_was_to_be_removed_is_kept_where_it_is_gone() -> None:
    entry = the_entry("We will remove Velocity Margin and Torque Yield from our future filings.")
    still = "Velocity margin was 12% and torque yield was 8%."
    (gone,), (there,) = looked_up([entry], a_filing()), looked_up([entry], a_filing(still))
    assert (gone.standing, there.standing) == (Standing.KEPT, Standing.NOT_FOUND)
    assert there.evidence.startswith(still)


def test_a_promise_of_few_words_is_known_by_the_comment_that_it_answers() -> None:
    entry = the_entry(
        "We will revise our disclosure in future filings.", "Disclose warranty reserves and returns."
    )
    (found,) = looked_up([entry], a_filing("Warranty reserves and returns were small."))
    assert found.standing is Standing.KEPT


def test_a_promise_without_a_subject_stays_as_it_is() -> None:
    entry = the_entry("We will revise our disclosure in future filings.", "Please revise.")
    assert looked_up([entry], a_filing(SHOWN)) == (entry,)


@pytest.mark.parametrize(
    ("text", "form", "period", "looked"),
    [
        ("in future filings", "10-K", "December 31, 2021", True),
        ("in future filings", "10-K", "December 31, 2019", False),
        ("in our next Form 10-Q", "10-K", "December 31, 2021", False),
        ("in our Form 10-K for the year ending December 31, 2022", "10-K", "December 31, 2021", False),
        (
            "in our Form 10-K for the year ending December 31, 2020, to be filed soon",
            "10-K",
            "January 2, 2021",
            True,
        ),
    ],
)
def test_only_a_filing_in_which_it_falls_due_is_looked_at(
    text: str, form: str, period: str, looked: bool
) -> None:
    entry = the_entry(f"We will disclose the maturity of our lease liabilities {text}.")
    (found,) = looked_up([entry], a_filing(SHOWN, form=form, period=period))
    assert (found.standing is Standing.KEPT) is looked


def test_a_mark_is_not_looked_up_again() -> None:
    marked = replace(the_entry(LEASES), standing=Standing.NOT_FOUND, marked=True)
    assert looked_up([marked], a_filing(SHOWN)) == (marked,)


RETENTION = the_entry(
    "In its next Form 10-K the Company will disclose the percentage change in revenues from existing customers."
)


@pytest.mark.parametrize(
    ("comment", "near"),
    [
        ("Tell us the growth in revenues from new versus existing customers as a percentage.", True),
        ("Tell us about your existing leases.", False),
        ("Please amend your Form 10-K to include the certification.", False),
        ("", False),
    ],
)
def test_a_comment_touches_a_promise_on_its_subject(comment: str, near: bool) -> None:
    assert touched([RETENTION], a_comment(comment)) == ((RETENTION,) if near else ())


def test_the_nearest_promise_comes_first() -> None:
    other = the_entry(
        "In future filings the Company will disclose revenues from existing customers by plant and brand."
    )
    comment = a_comment("Quantify the percentage change in revenues from existing customers.")
    assert touched([other, RETENTION], comment) == (RETENTION, other)


def test_the_heading_counts_as_well() -> None:
    entry = the_entry("We will disclose warranty reserves in future filings.")
    asked = a_comment("Please tell us more.", heading=("Warranty Reserves, page 4",))
    assert touched([entry], asked) == (entry,)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.OPEN, "It is due in"),
        (Standing.OVERDUE, "see whether it was kept"),
        (Standing.NOT_FOUND, "does not show it"),
        (Standing.KEPT, "It was kept"),
    ],
)
def test_a_reminder_says_where_the_promise_stands(standing: Standing, words: str) -> None:
    said = reminder(replace(RETENTION, standing=standing))
    assert words in said
    assert "on March 17, 2021 (comment 1)" in said


def test_a_reminder_of_an_undated_letter_says_so() -> None:
    undated = replace(RETENTION, pair=replace(RETENTION.pair, sent=None))
    assert "in an earlier letter" in reminder(undated)


def test_marks_are_kept_and_taken_back(tmp_path: Path) -> None:
    assert marks(tmp_path) == {}
    mark(tmp_path, [RETENTION], RETENTION.id, "kept")
    assert marks(tmp_path) == {RETENTION.id: "kept"}
    mark(tmp_path, [RETENTION], RETENTION.id, "open")
    assert marks(tmp_path) == {}


@pytest.mark.parametrize(
    ("id_", "word", "says"), [("nobody", "kept", "no undertaking"), ("", "done", "one of")]
)
def test_a_mark_that_cannot_be_says_what_to_give(tmp_path: Path, id_: str, word: str, says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        mark(tmp_path, [RETENTION], id_, word)


@pytest.mark.parametrize("text", ["{", "[]", '{"a": "lost"}'])
def test_broken_marks_say_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / MARKS).write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match="Mend it"):
        marks(tmp_path)


def run(*said: object) -> Any:
    made = CliRunner().invoke(app, [str(s) for s in said])
    assert made.exit_code == 0, made.output
    return made.stdout


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    run("add", HERE / "staff.txt", HERE / "company.txt", "--library", folder)
    return folder


def test_the_command_lists_holds_against_and_marks(shelf: Path, tmp_path: Path) -> None:
    filing = tmp_path / "q1.txt"
    shown = "Net sales rose in the first quarter of 2021 due to higher volume and higher prices: volume $4.0 million."
    filing.write_text(
        f"FORM 10-Q\n\nFor the quarterly period ended March 31, 2021\n\n{shown}\n", encoding="utf-8"
    )
    command = ("undertakings", "--company", "Harrowgate", "--library", shelf, "--json")
    (before,) = json.loads(run(*command))["undertakings"]
    (after,) = json.loads(run(*command, "--filing", filing))["undertakings"]
    assert (before["standing"], before["due"]["form"]) == ("overdue", "10-Q")
    assert (after["standing"], after["shown_by"]) == ("kept", "q1.txt")
    assert json.loads(run(*command, "--open", "--filing", filing))["undertakings"] == []
    (marked,) = json.loads(run(*command, "--mark", before["id"], "not_found"))["undertakings"]
    assert (marked["standing"], marked["marked"]) == ("not_found", True)
    assert "not found: due in 10-Q for March 31, 2021" in run(*command[:-1])


def test_a_search_of_a_company_shows_what_it_promised_on_the_subject(shelf: Path) -> None:
    text = "Quantify the effect of volume and price on net sales."
    command = ("search", text, "--library", shelf, "--json")
    found = json.loads(run(*command, "--company", "Harrowgate"))
    assert [u["number"] for u in found["undertakings"]] == ["1"]
    assert "undertakings" not in json.loads(run(*command))


def test_a_draft_reminds_of_a_promise_that_a_comment_touches(shelf: Path, tmp_path: Path) -> None:
    later = (HERE / "staff.txt").read_text(encoding="utf-8").replace("March 4, 2021", "March 4, 2022")
    (tmp_path / "staff.txt").write_text(later, encoding="utf-8")
    made = CliRunner().invoke(
        app,
        [
            str(s)
            for s in (
                "draft",
                tmp_path / "staff.txt",
                "-o",
                tmp_path / "r.docx",
                "--library",
                shelf,
                "--json",
            )
        ],
    )
    findings = json.loads(made.stdout)["findings"]
    (told,) = [f for f in findings if f["check"] == "promises.touched"]
    assert (told["comment"], told["severity"]) == ("1", "warning")
    assert "due in 10-Q for March 31, 2021" in told["message"]


def test_a_review_knows_the_companies_and_the_promises_of_the_library(shelf: Path, tmp_path: Path) -> None:
    other = (
        (HERE / "company.txt").read_text(encoding="utf-8").replace("Harrowgate Tools", "Calderon Fixtures")
    )
    (tmp_path / "letter.txt").write_text(other.replace("March 17, 2021", "March 17, 2022"), encoding="utf-8")
    staff = (HERE / "staff.txt").read_text(encoding="utf-8").replace("Harrowgate Tools", "Calderon Fixtures")
    (tmp_path / "staff.txt").write_text(staff.replace("March 4, 2021", "March 4, 2022"), encoding="utf-8")
    command = [
        "review",
        tmp_path / "letter.txt",
        "--letter",
        tmp_path / "staff.txt",
        "--library",
        shelf,
        "--json",
    ]
    made = CliRunner().invoke(app, [str(s) for s in command])
    unchecked = {u["check"] for u in json.loads(made.stdout)["unchecked"]}
    assert "leftovers.names" not in unchecked
    assert "positions.departed" in unchecked
