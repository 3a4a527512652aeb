"""A comment and its answer in one line are two."""

from __future__ import annotations

import pytest

from drafter.domain import Line
from drafter.parsing import parse
from drafter.parsing.parting import INLINE, taken_apart
from drafter.reading import read

ASKED = "We note that your revenue rose by 14%. Please tell us why it did."
SAID = "The Company respectfully advises the Staff that volume rose."


def a_letter(*paragraphs: str) -> bytes:
    head = (
        "<p>March 4, 2021</p><p>Via EDGAR</p><p>Re: Harrowgate Tools, Inc.</p><p>Form 10-K</p>"
        "<p>Ladies and Gentlemen:</p>"
        "<p>Set forth below are our responses to the comments in your letter dated February 18, 2021.</p>"
    )
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<html><body>{head}{body}<p>Sincerely,</p><p>Ada Marlowe</p></body></html>".encode()


@pytest.mark.parametrize(
    "paragraph",
    [
        f"<b>{{n}}. {ASKED}</b> {SAID}",
        f"{{n}}. <i>{ASKED}</i> {SAID}",
        f"{{n}}. {ASKED} Response: {SAID}",
        f"{{n}}. {ASKED} Company’s Response: {SAID}",
        f"<b>{{n}}. {ASKED}</b> <b>Response:</b> {SAID}",
    ],
)
def test_a_recital_and_its_answer_in_one_paragraph_are_a_pair(paragraph: str) -> None:
    found = parse(read(a_letter(*(paragraph.format(n=n) for n in (1, 2)))))
    assert [(c.number, c.text) for c in found.comments] == [("1", ASKED), ("2", ASKED)]
    assert [(r.numbers, r.text) for r in found.responses] == [(("1",), SAID), (("2",), SAID)]


@pytest.mark.parametrize(
    "line",
    [
        Line(f"Response: {SAID}", lead=len("Response: ")),
        Line("Harrowgate Tools, Inc. is a maker of tools. It sells them.", lead=len("Harrowgate Tools, Inc. ")),
        Line("1. In response: the staff may ask for more of it. We will answer."),
        Line(f"{ASKED} {SAID}", table=1, lead=len(ASKED)),
        Line("We note your response to comment 4. Please tell us why it is so."),
    ],
)  # fmt: skip
def test_any_other_line_is_left_whole(line: Line) -> None:
    assert taken_apart([line]) == (line,)


@pytest.mark.parametrize("text", ["Tell us why. Response: We", "“why?” Company’s Response to Comment 4: We"])
def test_a_label_after_a_sentence_is_found(text: str) -> None:
    assert INLINE.search(text)


@pytest.mark.parametrize("text", ["Tell us why in response: We", "See Response. We", "Your Response: we"])
def test_the_word_response_in_a_sentence_is_no_label(text: str) -> None:
    assert not INLINE.search(text)
