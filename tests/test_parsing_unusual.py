"""Letters set out in ways that few letters are: each must be read like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter import contract
from drafter.domain import Line
from drafter.intake import staff_letter
from drafter.parsing import Parsed, pair, parse
from drafter.parsing.furniture import PERSON, TITLE
from drafter.parsing.marks import response_mark
from drafter.parsing.numbering import PART
from drafter.parsing.parting import COLUMN_HEADS, GRIDDED, ungridded
from drafter.parsing.wording import SENTENCE
from drafter.reading import read
from tests.lettering import ASKED, HEAD, TAIL, Asked, Style, expected, found, laid, letter

CASES = Path(__file__).parents[1] / "evals" / "cases"
PLAIN = tuple(replace(one, heading="") for one in ASKED)


def opened_with(sentence: str) -> tuple[Asked, ...]:
    """The comments, every answer opening with that sentence."""
    return tuple(replace(one, answer=(f"{sentence} {one.answer[0]}", *one.answer[1:])) for one in PLAIN)


def lines_of(*rows: str) -> list[Line]:
    """The lines of a response letter with that body; "B|", "I|" and "U|" set a line apart."""
    cut = (row.partition("|") if row[:2] in ("B|", "I|", "U|") else ("", "", row) for row in rows)
    return [*(laid(*row) for row in HEAD), *(laid(text, looks) for looks, _, text in cut)] + [
        laid(*row) for row in TAIL
    ]


def shown(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The comments of a company letter as `show` prints them."""
    letter_read = parse(lines)
    comments: list[dict[str, Any]] = contract.letter_shape("a", letter_read, pair(letter_read))["comments"]
    return comments


@pytest.mark.parametrize(
    "sentence",
    ["We agree.", "Comment noted.", "The comment is noted.", "Complied.", "We respond as follows:", "Yes."],
)
def test_a_sentence_that_answers_share_is_no_label(sentence: str) -> None:
    asked = opened_with(sentence)
    assert found(parse(letter(Style("{n}. ", "", "B"), asked))) == expected(Style(), asked)


def test_a_label_in_a_cell_of_its_own_is_none_of_the_answer() -> None:
    rows = "".join(
        f"<table border=1><tr><td>{n}.</td><td>{one.comment[0]}</td></tr>"
        f"<tr><td>Response</td><td>{one.answer[0]}</td></tr></table>"
        for n, one in enumerate(ASKED[3:6], 1)
    )
    opening = "".join(f"<p>{text}</p>" for text, _ in HEAD)
    ending = "".join(f"<p>{text}</p>" for text, _ in TAIL)
    html = f"<html><body>{opening}{rows}{ending}</body></html>".encode()
    assert found(parse(read(html))) == [
        (str(n), one.comment[0], one.answer[0]) for n, one in enumerate(ASKED[3:6], 1)
    ]


@pytest.mark.parametrize(
    ("heads", "number"),
    [
        ("<th>No.</th><th>Staff comment</th><th>Company response</th>", "<td>{n}</td><td>"),
        ("<th>Comment</th><th>Response</th>", "<td>{n}. "),
        ("<th>Comment</th><th>Response</th>", "<td>"),
    ],
)
def test_comments_beside_their_answers_in_a_table_are_pairs(heads: str, number: str) -> None:
    rows = "".join(
        f"<tr>{number.format(n=n)}{one.comment[0]}</td><td><p>{one.answer[0]}</p></td></tr>"
        f"<tr>{heads}</tr>"  # as at the top of a further page
        for n, one in enumerate(ASKED[3:6], 1)
    )
    opening, ending = ("".join(f"<p>{text}</p>" for text, _ in part) for part in (HEAD, TAIL))
    html = f"<html><body>{opening}<table border=1><tr>{heads}</tr>{rows}</table>{ending}</body></html>"
    assert found(parse(read(html.encode()))) == [
        (str(n), one.comment[0], one.answer[0]) for n, one in enumerate(ASKED[3:6], 1)
    ]


def test_a_table_of_figures_sets_no_comment_beside_an_answer() -> None:
    rows = (
        Line(
            "Your total orders for tools in the year that ended | the Company’s own estimate of them", table=1
        ),
    )
    assert ungridded(rows) == rows


@pytest.mark.parametrize("first", [1, 4])
def test_numbers_on_the_headings_are_the_comments_and_no_part_of_the_headings(first: int) -> None:
    rows = [
        row
        for n, one in enumerate(ASKED[2:6], first)
        for row in (f"B|{n}. {one.heading}", *(f"I|{c}" for c in one.comment), *one.answer)
    ]
    comments = shown(lines_of(*rows))
    assert [(c["number"], c["heading"], c["page"]) for c in comments] == [
        (str(first), ["Liquidity and Capital Resources"], "35"),
        (str(first + 1), ["Note 2. Revenue Recognition"], "F-9"),
        (str(first + 2), ["Exhibits 31.1 and 31.2"], None),
        (str(first + 3), ["General"], None),
    ]


def test_a_caption_after_a_comment_opens_its_answer() -> None:
    comments = shown(
        lines_of(
            f"B|1. {ASKED[3].comment[0]}",
            "U|Background",
            "The Company sells tools with a right of return.",
            "U|Analysis",
            "The Company considered ASC 606-10-55-22.",
            f"B|2. {ASKED[4].comment[0]}",
            *ASKED[4].answer,
        )
    )
    assert [(c["text"], c["response"].split("\n")[0]) for c in comments] == [
        (ASKED[3].comment[0], "Background"),
        (ASKED[4].comment[0], ASKED[4].answer[0]),
    ]


@pytest.mark.parametrize(
    "last", ["Please say how the kilns are counted.", "Please say how the kilns are counted"]
)
def test_a_line_over_a_heading_heads_the_next_comment_and_ends_none(last: str) -> None:
    opening = ["UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "March 4, 2021", "Dear Ms. Marl:"]
    body = [
        "We have read your filing and have the following comments.",
        "Notes, page 11",
        f"1. {ASKED[3].comment[0]}",
    ]
    body += ["Information about Kilnworth", "Regulation, page 12", f"2. You describe two permits. {last}"]
    parsed = parse(
        [laid(text) for text in (*opening, *body, "Sincerely,", "Division of Corporation Finance")]
    )
    assert [c.text for c in parsed.comments] == [ASKED[3].comment[0], f"You describe two permits. {last}"]
    assert parsed.comments[1].heading == ("Information about Kilnworth", "Regulation")


def test_each_comment_has_its_own_answer_where_numbers_begin_again() -> None:
    one, two = ASKED[3], ASKED[4]
    comments = shown(
        lines_of(
            "B|Form 10-K for the Fiscal Year Ended December 31, 2019",
            f"B|1. {one.comment[0]}",
            one.answer[0],
            "B|Form 8-K filed February 2, 2020",
            f"B|1. {two.comment[0]}",
            two.answer[0],
        )
    )
    assert [(c["number"], c["response"]) for c in comments] == [("1", one.answer[0]), ("1", two.answer[0])]


def test_a_title_over_the_closing_is_none_of_the_last_answer() -> None:
    rows = [f"B|1. {ASKED[3].comment[0]}", ASKED[4].answer[0], "B|Conclusion"]
    lines = [ln for ln in lines_of(*rows) if ln.text != "* * *"]
    assert [c["response"] for c in shown(lines)] == [ASKED[4].answer[0]]


def test_the_addressee_of_a_running_header_is_in_no_comment() -> None:
    torn = ASKED[3].comment[0].partition(" under ")
    lines = [
        *(laid(*row) for row in HEAD),
        laid(f"1. {torn[0]}", "B"),
        laid("4"),
        laid("Ms. Rosa Quill"),
        laid("March 4, 2021"),
        laid("Page 5"),
        laid(f"under {torn[2]}", "B"),
        laid(f"Response: {ASKED[4].answer[0]}"),
        *(laid(*row) for row in TAIL),
    ]
    assert [c["text"] for c in shown(lines)] == [ASKED[3].comment[0]]


def test_two_lines_of_the_opening_run_together_are_a_running_header() -> None:
    torn = "1. Please tell us whether the rates are set for", "each port served."
    head = [*STAFF[:10], torn[0], "Edwin Marl Harrowgate Tools, Inc.", "March 6, 2007", "Page 2", torn[1]]
    assert [c["text"] for c in shown([laid(t) for t in head])] == [f"{torn[0][3:]} {torn[1]}"]


STAFF = (
    "DIVISION OF CORPORATION FINANCE",
    "March 6, 2007",
    "Mr. Edwin Marl",
    "Chief Financial Officer",
    "Harrowgate Tools, Inc.",
    "Re: Harrowgate Tools, Inc.",
    "Form 10-K for the Fiscal Year Ended December 31, 2006",
    "File No. 001-98001",
    "Dear Mr. Marl:",
    "We have reviewed your filing and have the following comments.",
    "1. Please tell us why the rate fell.",
    "2. Explain why your Item 9A refers to 2005.",
    "* * * *",
    "Please respond to these comments within 10 business days, or tell us when you will respond.",
    "Please submit a letter that keys your responses to our comments.",
    "Edwin Marl",
    "Harrowgate Tools, Inc.",
    "March 6, 2007",
    "Page 2",
    "We urge all persons who are responsible for the disclosure to be certain that it is complete.",
    "In connection with responding, please provide a statement acknowledging that:",
    "• the company is responsible for the adequacy and accuracy of the disclosure;",
    "• staff comments do not foreclose the Commission from taking any action; and",
    "• the company may not assert staff comments as a defense.",
    "Sincerely,",
    "Rufus Decker",
    "Branch Chief",
)


def staff_read() -> Parsed:
    return parse([Line(text) for text in STAFF])


def test_what_the_staff_says_after_a_break_is_none_of_the_last_comment() -> None:
    assert [c.text for c in staff_read().comments] == [
        "Please tell us why the rate fell.",
        "Explain why your Item 9A refers to 2005.",
    ]


def test_letters_drawn_as_one_are_letters() -> None:
    html = "<p>The e\ufb00ect was signi\ufb01cant.</p><p>A\ufb03rm it</p><p>Why</p>"
    assert [ln.text for ln in read(html.encode())] == ["The effect was significant.", "Affirm it", "Why"]


@pytest.mark.parametrize(
    ("pattern", "matches", "not_matches"),
    [
        (SENTENCE.match, ("We agree.", "Comment noted.", "Complied."), ("Our view:", "Company:", "Q.", "III.")),
        (PERSON.fullmatch, ("Ms. Rosa Quill", "Mr. Vane and Ms. Quill"), ("Mr. Vane resigned.", "Rosa Quill")),
        (PART.match, ("Form 8-K filed May 1, 2020", "Comment letter dated June 4", "Part II"), ("Formed in 2019",)),
        (GRIDDED.fullmatch, ("3 | Tell us why. | It fell.", "Why? | So"), ("Sales", "1 | 2 | 3 | 4")),
        (COLUMN_HEADS.fullmatch, ("No. | Staff comment | Company response", "Comment | Response"), ("Comment | 2019",)),
        (TITLE.match, ("Mr. Marl",), ("Marl", "Drake Mills")),
        (response_mark, ("Response | We sell it to all who ask.",), ("Response | 4%", "Response rate | We sold a few")),
    ],
)  # fmt: skip
def test_each_pattern_matches_its_examples_and_not_their_neighbours(
    pattern: Any, matches: tuple[str, ...], not_matches: tuple[str, ...]
) -> None:
    assert [t for t in matches if not pattern(t)] == []
    assert [t for t in not_matches if pattern(t)] == []


def test_the_staffs_word_on_acceleration_ends_the_last_comment(tmp_path: Path) -> None:
    letter = (CASES / "01-quarrelby-ferries/staff.txt").read_text(encoding="utf-8")
    end = "The company and its management remain"
    told = (
        "Please see Rules 460 and 461 for requests for acceleration, and leave us time to read any amendment."
    )
    path = tmp_path / "staff.txt"
    path.write_text(letter.replace(end, f"{told}\n\n     {end}"), encoding="utf-8")
    assert "460" not in staff_letter(path).comments[-1].text
