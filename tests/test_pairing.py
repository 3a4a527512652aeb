"""Comments joined to their answers, with and without the staff letter."""

from __future__ import annotations

import pytest

from drafter.parsing import pair
from drafter.parsing.alignment import likeness, plain_words, recital
from tests.test_parsing import FILE, FOUR, ONE, SAY, SHOW, SUM, THREE, TWO, company, lines, staff

QUOTED = "We note that you state on page 9 that “demand is strong” – please tell us why [sic]."
REQUOTED = 'We note that you state on page 9 that "demand is strong" - please tell us why.'


def test_a_letter_read_alone_pairs_each_comment_with_its_answer() -> None:
    joined = pair(company(f"B|1. {ONE}\n{SAY}\nB|2. {TWO}\n{SHOW}"))
    assert [(p.id, p.comment.text, p.response.text) for p in joined.pairs] == [
        ("company#1", ONE, SAY),
        ("company#2", TWO, SHOW),
    ]
    assert (joined.unanswered, joined.unasked) == ((), ())


def test_pair_ids_are_the_same_on_every_reading() -> None:
    body = f"B|1. {ONE}\n{SAY}\nB|2. {TWO}\n{SHOW}"
    first, again = pair(company(body)), pair(company(body))
    assert [p.id for p in first.pairs] == [p.id for p in again.pairs] == ["company#1", "company#2"]


def test_two_letters_in_one_answer_give_ids_of_their_own() -> None:
    body = (
        f"B|1. {ONE}\nResponse: {SAY}\nB|2. {TWO}\nResponse: {SHOW}\n"
        f"B|Letter dated February 18, 2021\nB|1. {THREE}\nResponse: {SUM}\nB|2. {FOUR}\nResponse: {FILE}"
    )
    joined = pair(company(body))
    assert [(p.id, p.response.text) for p in joined.pairs] == [
        ("company#1", SAY),
        ("company#2", SHOW),
        ("company#1-2", SUM),
        ("company#2-2", FILE),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{ONE}\n{SAY}\n{TWO}\n{SHOW}\n{THREE}\n{SUM}",
        f"I|• {ONE}\n{SAY}\n2. {TWO}\n{SHOW}\nB|7. {THREE}\n{SUM}",
        f"Item A\n{ONE}\nAnswer\n{SAY}\nItem B\n{TWO}\nAnswer\n{SHOW}\nItem C\n{THREE}\nAnswer\n{SUM}",
    ],
    ids=["neither numbers nor looks", "numbers and looks lost", "unusual labels"],
)
def test_the_staff_letter_finds_its_comments_by_their_words(body: str) -> None:
    joined = pair(company(body), staff(f"1. {ONE}\n2. {TWO}\n3. {THREE}"))
    assert [(p.comment.number, p.response.text) for p in joined.pairs] == [
        ("1", SAY),
        ("2", SHOW),
        ("3", SUM),
    ]
    assert (joined.unanswered, joined.differences) == ((), ())


def test_the_staff_letter_gives_the_text_the_number_and_the_headings() -> None:
    asked = staff(f"General\n4. {QUOTED}\nRisk Factors, page 9\n5. {TWO}")
    joined = pair(company(f"B|1. {REQUOTED}\n{SAY}\nB|2. {TWO}\n{SHOW}"), asked)
    assert [(p.id, p.comment.heading, p.comment.page) for p in joined.pairs] == [
        ("company#4", ("General",), ""),
        ("company#5", ("Risk Factors",), "9"),
    ]
    assert joined.pairs[0].comment.text == QUOTED
    assert joined.differences == ()


def test_a_changed_word_in_the_recital_is_reported() -> None:
    joined = pair(company(f"B|1. {ONE.replace('page 12', 'page 21')}\n{SAY}"), staff(f"1. {ONE}"))
    assert [(d.number, d.staff, d.recital) for d in joined.differences] == [("1", "12", "21")]


def test_comments_left_out_are_unanswered() -> None:
    joined = pair(company(f"B|1. {ONE}\n{SAY}"), staff(f"1. {ONE}\n2. {TWO}\n3. {THREE}"))
    assert joined.unanswered == ("2", "3")
    assert [p.comment.number for p in joined.pairs] == ["1"]


def test_answers_to_another_letter_are_unasked() -> None:
    joined = pair(company(f"B|1. {ONE}\n{SAY}\nB|2. {TWO}\n{SHOW}"), staff(f"1. {ONE}"))
    assert [(a.numbers, a.text) for a in joined.unasked] == [(("2",), SHOW)]


def test_answers_without_recitals_are_joined_by_number() -> None:
    joined = pair(company(f"1. {SAY}\n2. {SHOW}\n3. {SUM}"), staff(f"1. {ONE}\n2. {TWO}\n3. {THREE}"))
    assert [(p.comment.text, p.response.text) for p in joined.pairs] == [
        (ONE, SAY),
        (TWO, SHOW),
        (THREE, SUM),
    ]


def test_answers_without_recitals_are_unasked_where_no_staff_letter_is_at_hand() -> None:
    joined = pair(company(f"1. {SAY}\n2. {SHOW}\n3. {SUM}"))
    assert joined.pairs == ()
    assert [a.text for a in joined.unasked] == [SAY, SHOW, SUM]


def test_one_answer_for_two_comments_makes_two_pairs() -> None:
    body = f"B|1. {ONE}\nB|2. {TWO}\nResponse to Comments 1 and 2: {SHOW}"
    joined = pair(company(body), staff(f"1. {ONE}\n2. {TWO}"))
    assert [(p.comment.number, p.response.text) for p in joined.pairs] == [("1", SHOW), ("2", SHOW)]


def test_an_answer_that_echoes_the_comment_stays_an_answer() -> None:
    asked = "Please revise your future filings to present your segments in the order of their net sales."
    echo = (
        "The Company will revise its future filings to present its segments in the order of their net sales."
    )
    joined = pair(company(f"B|1. {asked}\n{echo}"), staff(f"1. {asked}"))
    assert [p.response.text for p in joined.pairs] == [echo]


def test_words_are_compared_without_case_quotes_and_signs() -> None:
    assert plain_words("“[y]our” Company’s [sic] S-K") == ["your", "companys", "s", "k"]
    assert likeness(QUOTED, REQUOTED) == 1.0


def test_a_recital_is_found_by_lines() -> None:
    found = recital(lines(f"B|{TWO}\n{SHOW}\n{ONE}"), staff(f"1. {ONE}\n2. {TWO}").comments)
    assert (dict(found.starts), found.lines) == ({0: 2, 2: 1}, frozenset({0, 2}))
