"""Response letters in every wording of numbers and labels, and every look, give the same comments and answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from drafter.domain import Kind
from drafter.parsing import parse
from drafter.parsing.caption import LED
from drafter.parsing.comments import POINT
from drafter.parsing.furniture import SENTENCE
from drafter.parsing.header import OPENERS, STATE
from drafter.parsing.notes import MARKS, NOTE
from drafter.parsing.walk import UNENDED
from drafter.parsing.wording import LABEL
from drafter.reading.pdf import HEAD
from tests.lettering import Style, expected, found, letter

NUMBERS = (
    "{n}. ", "{n}.", "{n}) ", "({n}) ", "{n} - ", "{n} – ", "No. {n} ", "No. {n}: ", "{n}: ", "[{n}] ", "#{n} ",
    "#{n}. ", "Comment {n}: ", "Comment {n}. ", "Comment #{n}: ", "Comment {n} – ", "Comment Number {n}: ",
    "SEC Comment {n}: ", "SEC Comment No. {n}: ", "Staff’s Comment {n}: ", "Staff Comment #{n} — ",
    "Your Comment #{n}. ", "Staff Comment: ", "SEC Comment: ", "{n}. Staff Comment: ", "{n}. SEC Comment: ",
    "Question {n}: ", "Q{n}: ", "Q{n}. ", "Q: ", "Item {n}: ", "{n}.\n", "Comment {n}\n", "COMMENT NO. {n}\n",
    "Comment #{n}:\n", "Staff Comment No. {n}\n", "SEC Comment\n", "Comment:\n", "The Staff’s Comment:\n",
)  # fmt: skip
"""How comments may be numbered or labelled."""

LABELS = (
    "Response: ", "RESPONSE: ", "Company Response: ", "The Company’s Response: ", "Management’s response: ",
    "Registrant’s Response: ", "Harrowgate’s Response: ", "Harrowgate Tools, Inc. Response: ", "Our Response: ",
    "Issuer’s Response: ", "Response to Comment {n}: ", "RESPONSE TO COMMENT {n}: ", "Response No. {n}: ",
    "Response {n}: ", "Response #{n}: ", "Response to {n}: ", "Response to Staff Comment {n}: ",
    "Response to SEC Comment No. {n}: ", "Response to Question {n}: ", "Response to the Staff’s Comment: ",
    "Company response to comment {n}: ", "Our response to comment {n} is as follows: ", "{n}. Response: ",
    "Response of the Company: ", "Response from the Company: ", "Response – ", "Response. ", "Response; ",
    "Response—", "(Response) ", "[Response]: ", "Resp.: ", "Answer: ", "Answer {n}: ", "Reply: ", "Company Reply: ",
    "A: ", "A{n}: ", "A. ", "R: ", "Company: ", "Response\n", "RESPONSE\n", "Company Response\n",
    "Response to Comment No. {n}\n", "RESPONSE TO COMMENT {n}:\n", "Response {n}\n", "Answer\n", "Reply\n",
    "Management’s Response\n", "Response of Harrowgate\n", "Response to Comment {n} (Revenue)\n",
)  # fmt: skip
"""How answers may be labelled."""


def check(style: Style) -> None:
    read_so = parse(letter(style), "letter")
    assert found(read_so) == expected(style)
    assert read_so.letter.kind is Kind.RESPONSE


@pytest.mark.parametrize("label", ["Response: ", "Response\n", ""], ids=["run in", "alone", "none"])
@pytest.mark.parametrize("number", NUMBERS)
def test_comments_are_found_however_they_are_numbered(number: str, label: str) -> None:
    check(Style(number, label))


@pytest.mark.parametrize(("comment", "heading"), [("B", "U"), ("I", "BI"), ("BI", "B"), ("U", "B")])
@pytest.mark.parametrize("number", NUMBERS)
def test_comments_are_found_by_number_and_look(number: str, comment: str, heading: str) -> None:
    check(Style(number, "", comment=comment, heading=heading))


@pytest.mark.parametrize("number", ["{n}. ", "Comment {n}: "])
@pytest.mark.parametrize("label", LABELS)
def test_answers_are_found_however_they_are_labelled(label: str, number: str) -> None:
    check(Style(number, label))


@pytest.mark.parametrize("comment", ["B", "I"])
@pytest.mark.parametrize("label", LABELS)
def test_answers_are_found_by_label_where_no_comment_has_a_number(label: str, comment: str) -> None:
    check(Style("", label, comment=comment))


@pytest.mark.parametrize("label", LABELS)
def test_bold_labels_are_found(label: str) -> None:
    check(Style("{n}. ", label, mark="B"))


@pytest.mark.parametrize(
    "style", [Style("", "Response to Comment {n}: ", "I"), Style("{n}. ", "", "B"), Style()]
)
def test_numbers_may_begin_anywhere(style: Style) -> None:
    check(Style(style.number, style.label, style.comment, first=8))


@pytest.mark.parametrize(("label", "comment"), [("Response: ", ""), ("", "B"), ("", "")])
def test_comments_may_bear_roman_numbers(label: str, comment: str) -> None:
    check(Style("{n}. ", label, comment=comment, roman=True))


def test_plain_comments_and_styled_answers_are_told_apart() -> None:
    check(Style("{n}. ", "", answer="I"))


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (LABEL.match, ("Company: We", "Q. Why", "Our view 3 – The", "III. We"), ("We note that it fell", "1. We")),
        (UNENDED.search, ("discuss:", "them; and", "rates,"), ("a breach.", "its brand")),
        (NOTE.match, ("(1) All amounts", "* Not meaningful", "(a) Restated"), ("1. We note", "(1) | Sales", "All (1)")),
        (MARKS.search, ("Sales(1)", "Total †"), ("Sales (net)", "2019")),
        (POINT.match, ("c. state", "(ii) why"), ("e.g. in", "state")),
        (SENTENCE.search, ("in Boston",), ("Boston Dallas Washington, D.C.",)),
        (LED.match, ("Regarding Vale Mills", "Registrant: Vale Mills"), ("Company Mills, Inc.", "Vale Mills")),
        (STATE.search, ("Vale Mills, Inc., a Delaware corporation",), ("Vale Mills, Inc.",)),
        (OPENERS.match, ("On Vale Mills", "In this"), ("Online Mills",)),
        (HEAD.search, (b"%PDF-1.7", b"junk %PDF-2"), (b"%PDF", b"PDF-1.7")),
    ],
)  # fmt: skip
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Callable[[Any], object], matches: tuple[Any, ...], not_matches: tuple[Any, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []
