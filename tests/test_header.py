"""The head of a letter: who writes to whom, when, about which filings, and what for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drafter.domain import Filing, Kind, Side
from drafter.parsing.caption import (
    CIK,
    FILE,
    FORM,
    NAME_ENDS,
    NOT_A_NAME,
    RE,
    SALUTATION,
    file_numbers,
    filings,
)
from drafter.parsing.dates import DATE, dates
from drafter.parsing.header import ALONE, FIRM, Header, header
from drafter.parsing.marks import opens_comment, response_mark
from drafter.parsing.purpose import (
    ACCELERATED,
    DEFERRED,
    PROLONGED,
    RESPONDS,
    SUPPLEMENTED,
    UNREVIEWED,
    WITHDRAWN,
)
from drafter.reading import read
from tests.conftest import some_lines

RESPONSE = """March 4, 2021
VIA EDGAR
U.S. Securities and Exchange Commission
Division of Corporation Finance
100 F Street, N.E.
Washington, D.C. 20549
Attention: Ms. Ada Marlowe
Bertram Quill
Re: Harrowgate Tools, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2020
Filed February 1, 2021
File No. 001-98001
Ladies and Gentlemen:
On behalf of Harrowgate Tools, Inc. (the “Company”), set forth below are responses to the comments of \
the staff in its letter dated February 18, 2021, on the Form 10-K filed on February 1, 2021, as discussed in \
our letter dated January 5, 2021.
1. We note your revenue. Please quantify.
Response: The Company will do so.
In closing, the Company will request acceleration of effectiveness in due course.
Sincerely,
/s/ Cora Vale"""

STAFF = """February 18, 2021
Cora Vale
Chief Financial Officer
Harrowgate Tools, Inc.
1 Mill Lane
Ashby, OH 44000
Re: Harrowgate Tools, Inc.
Form 10-K for the Fiscal Year Ended December 31, 2020
Filed February 1, 2021
File No. 001-98001
Dear Ms. Vale:
We have reviewed your filing and have the following comments. We have no further comments until you amend.
Please respond to these comments within ten business days.
1. We note your revenue. Please quantify.
You may contact Ada Marlowe, Staff Accountant, at (202) 551-0001 or Bertram Quill (Staff Attorney) at \
202-551-0002.
Sincerely,
Division of Corporation Finance"""


def head(text: str) -> Header:
    return header(some_lines(text))


def body(text: str, staff: bool = False) -> Header:
    """A letter of the sample's opening and this body."""
    opening = (STAFF if staff else RESPONSE).split("Dear Ms. Vale:" if staff else "Ladies and Gentlemen:")[0]
    return head(f"{opening}Dear Ms. Vale:\n{text}\nSincerely,\nCora Vale")


def test_a_response_letter_is_read_as_it_stands() -> None:
    assert head(RESPONSE) == Header(
        side=Side.COMPANY,
        kind=Kind.RESPONSE,
        company="Harrowgate Tools, Inc.",
        file_numbers=("001-98001",),
        filings=(Filing("10-K", date(2020, 12, 31), date(2021, 2, 1)),),
        sent=date(2021, 3, 4),
        answers=(date(2021, 2, 18),),
        attention=("Ada Marlowe", "Bertram Quill"),
        round=2,
    )


def test_a_staff_letter_is_read_as_it_stands() -> None:
    assert head(STAFF) == Header(
        side=Side.STAFF,
        kind=Kind.COMMENTS,
        company="Harrowgate Tools, Inc.",
        file_numbers=("001-98001",),
        filings=(Filing("10-K", date(2020, 12, 31), date(2021, 2, 1)),),
        sent=date(2021, 2, 18),
        attention=("Ada Marlowe", "Bertram Quill"),
    )


def test_an_empty_letter_has_an_empty_head() -> None:
    assert header([]) == Header(Side.COMPANY, Kind.OTHER)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We have completed our review of your filing.", Kind.REVIEW_COMPLETED),
        ("This is to advise you that we have not reviewed and will not review your registration statement.",
         Kind.NO_REVIEW),
        ("We have reviewed your response and have the following comment.\n1. Please revise.", Kind.COMMENTS),
        ("We issued comments to you on January 5, 2021. They remain outstanding.", Kind.OTHER),
    ],
)  # fmt: skip
def test_staff_letters_are_told_apart(text: str, kind: Kind) -> None:
    found = body(text, staff=True)
    assert (found.side, found.kind) == (Side.STAFF, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Company hereby requests that the effective date be accelerated to 4:00 p.m. on March 8, 2021.",
         Kind.ACCELERATION),
        ("The Company hereby requests that the Registration Statement be made effective on June 6, 2021.",
         Kind.ACCELERATION),
        ("The Company confirms that it will respond to the letter by March 19, 2021.", Kind.EXTENSION),
        ("We ask that our response date be extended.", Kind.EXTENSION),
        ("We submit this supplemental letter on the price range of the offering.", Kind.SUPPLEMENTAL),
        ("The Company hereby withdraws its request for acceleration.", Kind.OTHER),
        ("We respond to the Staff’s comments below.\n1. We note it.\nThe Company agrees.", Kind.RESPONSE),
    ],
)  # fmt: skip
def test_company_letters_are_told_apart(text: str, kind: Kind) -> None:
    found = body(text)
    assert (found.side, found.kind) == (Side.COMPANY, kind)


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ("to the Staff’s letters dated May 4, 2020 and June 5, 2020.", [date(2020, 5, 4), date(2020, 6, 5)]),
        (
            "to your comments received on May 4, 2020 on the Form 10-K filed on March 1, 2020.",
            [date(2020, 5, 4)],
        ),
        ("to the Staff’s May 4, 2020 comment letter.", [date(2020, 5, 4)]),
        ("to your letter dated May 4, 2020 on our response, dated April 1, 2020.", [date(2020, 5, 4)]),
        ("to the comments given by telephone on May 4, 2020.", []),
    ],
)
def test_the_letters_answered_are_those_of_the_staff(told: str, answers: list[date]) -> None:
    assert list(body(f"The Company responds below {told}").answers) == answers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Form 10-K for the Year Ended May 31, 2020\nFiled July 1, 2020",
         (Filing("10-K", date(2020, 5, 31), date(2020, 7, 1)),)),
        ("Forms 10-K and 10-Q", (Filing("10-K"), Filing("10-Q"))),
        ("Form 10-K FYE 12/31/08", (Filing("10-K", date(2008, 12, 31)),)),
        ("Amendment No. 1 to Registration Statement on Form S-4", (Filing("S-4"),)),
        ("Draft Registration Statement on Form S-1\nSubmitted May 4, 2020",
         (Filing("DRS", None, date(2020, 5, 4)),)),
        ("Definitive Proxy Statement on Schedule 14A\nFiled April 6, 2022",
         (Filing("DEF 14A", None, date(2022, 4, 6)),)),
        ("Schedule TO-I\nPREC14A", (Filing("SC TO-I"), Filing("PREC14A"))),
        ("10-K for Fiscal Year Ended December 31, 2018", (Filing("10-K", date(2018, 12, 31)),)),
        ("Form 8-K furnished May 4, 2020\nResponse dated June 5, 2020",
         (Filing("8-K", None, date(2020, 5, 4)),)),
        ("Form 10K/A\nForm 20-F", (Filing("10-K/A"), Filing("20-F"))),
    ],
)  # fmt: skip
def test_filings_carry_the_dates_that_follow_them(text: str, expected: tuple[Filing, ...]) -> None:
    assert filings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("File No. 1-8940", ("1-8940",)),
        ("File Nos. 001-98001, 333-123456 and 333-123456-01", ("001-98001", "333-123456", "333-123456-01")),
        ("Commission File Number: 0-22832", ("0-22832",)),
        ("Form S-3 (No. 333-216372)", ("333-216372",)),
        ("001-04797", ("001-04797",)),
        ("Direct dial 212-373-3161; ASC 280-10-50", ()),
    ],
)
def test_file_numbers_are_read_in_lists_and_alone(text: str, expected: tuple[str, ...]) -> None:
    assert file_numbers(text) == expected


@pytest.mark.parametrize(
    ("rows", "company"),
    [
        ("Re: Harrowgate Tools, Inc. Form 10-K", "Harrowgate Tools, Inc."),
        ("Re:\nHarrowgate Tools, Inc.\nForm 10-K", "Harrowgate Tools, Inc."),
        (
            "Re: The Ashby and Mill Lane Tool Group,\nInc.\nForm 10-K",
            "The Ashby and Mill Lane Tool Group, Inc.",
        ),
        ("Re: Harrowgate Tools, Inc. (CIK No. 9800001)", "Harrowgate Tools, Inc."),
        (
            "Harrowgate Tools, Inc.\nRegistration Statement on Form S-4\nFile No. 333-277342",
            "Harrowgate Tools, Inc.",
        ),
        ("Re: Comment letter dated May 4, 2020", "Vale Mills Ltd."),
    ],
)
def test_the_company_is_named_by_the_block_else_by_the_letter(rows: str, company: str) -> None:
    text = f"May 4, 2020\n{rows}\nDear Ms. Vale:\nVale Mills Ltd. (the “Company”) responds to your letter."
    assert head(text).company == company


def test_a_cik_is_ten_digits() -> None:
    assert (
        head("Re: Vale Mills Ltd.\nDraft Registration Statement on Form S-1\nCIK No. 9800001").cik
        == "0009800001"
    )


def test_a_later_round_is_told() -> None:
    assert (
        body(
            "We have reviewed your response letter and have the following comments.\n1. Why?", staff=True
        ).round
        == 2
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 18th, 2011", date(2011, 3, 18)),
        ("18 March 2011", date(2011, 3, 18)),
        ("12/31/08", date(2008, 12, 31)),
        ("Sept. 5, 2019", date(2019, 9, 5)),
    ],
)
def test_dates_are_read_as_letters_write_them(text: str, day: date) -> None:
    assert [d for _, d in dates(text)] == [day]


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert list(dates("February 30, 2020 and 13/45/2020")) == []


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (DATE.search, ("May 4, 2020", "4 May 2020"), ("May 2020", "001-35662")),
        (RE.match, ("Re: Vale", "RE Vale", "Subject: Vale"), ("Reference is made", "Regarding")),
        (SALUTATION.match, ("Dear Ms. Ash:", "Ladies and Gentlemen:"),
         ("Deare Corporation", "Messrs. Ash and Vale")),
        (FORM.search, ("Form 10-K/A", "DEF 14A", "Schedule TO-I"), ("format", "Form of proxy")),
        (FILE.search, ("File No. 1-8940", "File 000-04690"), ("Filed May 1", "File Nora")),
        (CIK.search, ("CIK No. 0001107843",), ("CIKOR 12", "CIK")),
        (NOT_A_NAME.match, ("Form 10-K", "Filed May 1, 2019"), ("Formosa Mills", "Vale Mills")),
        (NAME_ENDS.search, (" Form 10-K", " (the “Company”)"), ("Formula Mills, Inc.",)),
        (ALONE.match, ("May 9, 2017", "Date: May 9, 2017"), ("Filed May 9, 2017",)),
        (FIRM.search, ("HARROWGATE TOOLS, INC.",), ("Ash & Marlowe LLP", "Ada Marlowe")),
        (opens_comment, ("1. We note", "Comment No. 3: You say", "4.Please"), ("2022 was", "1.5 million")),
        (response_mark, ("Response:", "Company Response 4.", "Response to Comment No. 2"),
         ("The following are the responses of the Company to", "Responses will follow")),
        (ACCELERATED.search, ("requests that the effective date be accelerated",), ("an accelerated filer",)),
        (PROLONGED.search, ("an extension", "needs additional time", "an additional ten (10) business days"),
         ("extended warranties", "more to say")),
        (DEFERRED.search, ("intends to respond no later than May 4",), ("as follows", "responses by segment")),
        (RESPONDS.search, ("This letter responds to",), ("will respond by",)),
        (WITHDRAWN.search, ("withdraws its request",), ("modify or withdraw this request",)),
        (SUPPLEMENTED.search, ("this supplemental letter",), ("supplemental executive plan",)),
        (UNREVIEWED.search, ("we have not reviewed and will not review your registration statement",),
         ("we have reviewed your filing",)),
    ],
)  # fmt: skip
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Callable[[str], object], matches: tuple[str, ...], not_matches: tuple[str, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []


KINDS = {"timing": "extension", "other_or_supplemental": "supplemental", "sec_staff_action": "other"}


@pytest.mark.real
@pytest.mark.slow
def test_heads_of_real_letters_are_right_nearly_always(letters: Path) -> None:
    rows = [json.loads(row) for row in (letters / "manifest.jsonl").read_text("utf-8").splitlines()]
    right = {"side": 0, "kind": 0, "company": 0, "date": 0, "file number": 0, "form": 0}
    for row in rows:
        found = header(read((letters / row["path"]).read_bytes()))
        kind = KINDS.get(row["kind"], row["kind"])
        right["side"] += found.side == ("company" if row["form_type"] == "CORRESP" else "staff")
        right["kind"] += found.kind == kind or (kind == "supplemental" and found.kind == Kind.OTHER)
        right["company"] += bool(_words(row["company"]) & _words(found.company))
        right["date"] += (
            found.sent is not None and abs((date.fromisoformat(row["date"]) - found.sent).days) <= 7
        )
        right["file number"] += bool(found.file_numbers or found.cik)
        right["form"] += bool(found.filings)
    share = {name: n / len(rows) for name, n in right.items()}
    wanted = {
        "side": 0.995,
        "kind": 0.98,
        "company": 0.92,
        "date": 0.985,
        "file number": 0.985,
        "form": 0.985,
    }
    assert {name: got for name, got in share.items() if got < wanted[name]} == {}


def _words(name: str) -> set[str]:
    """The words of a name. The list has renamed companies under their later name, hence the low bound."""
    return set(re.findall(r"[a-z0-9]+", name.lower())) - {
        "inc",
        "corp",
        "corporation",
        "company",
        "co",
        "the",
        "plc",
    }
