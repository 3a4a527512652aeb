"""What an answer does, read from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.domain import Move
from drafter.moves import moves_of


@pytest.mark.parametrize(
    ("answer", "moves"),
    [
        ("Please see the response to comment 3.", (Move.REFER,)),
        ("Our response to you follows.", (Move.EXPLAIN,)),
        ("The Company has revised page 12.", (Move.COMPLY_NOW,)),
        ("The Company will revise it.", (Move.COMPLY_FUTURE,)),
        ("In future filings we will give both.", (Move.COMPLY_FUTURE,)),
        ("The support goes to you under separate cover.", (Move.SUPPLEMENTAL,)),
        ("The Company confirms that it has no such plan.", (Move.CONFIRM,)),
        ("We analyzed the arrangement under ASC 606.", (Move.ANALYSIS,)),
        ("The decrease came from lower volumes.", (Move.EXPLAIN,)),
        ("We considered ASC 450 and, in future filings, will say so.", (Move.COMPLY_FUTURE, Move.ANALYSIS)),
        ("We note the Staff’s comment and the legend on page 4 has been changed.", (Move.COMPLY_NOW,)),
        ("In the future, the Company will name each lender.", (Move.COMPLY_FUTURE,)),
        (
            "The Company confirms that its future proxy statements will include it.",
            (Move.COMPLY_FUTURE, Move.CONFIRM),
        ),
        ("If the ratio falls, we will revise it. It has not fallen.", (Move.EXPLAIN,)),
        (
            "The note states “we will revise our disclosure in future filings”, which was done.",
            (Move.EXPLAIN,),
        ),
        ("Ferry costs are not material to any segment.", (Move.PUSH_BACK_IMMATERIAL,)),
        ("The agreement is not required to be filed.", (Move.PUSH_BACK_NOT_REQUIRED,)),
        ("The CODM does not review margin by port.", (Move.PUSH_BACK_NOT_USED,)),
        ("The total on page 9 was a typographical error.", (Move.CORRECT_ERROR,)),
        ("The Company acknowledges the Staff’s comment.", (Move.EXPLAIN,)),
    ],
)
def test_the_moves_of_an_answer_are_read_from_its_words(answer: str, moves: tuple[Move, ...]) -> None:
    assert moves_of(answer) == moves


def test_a_promise_far_down_is_the_stance_of_a_short_answer_and_not_of_a_long_one() -> None:
    told = "Tolls are billed when a vessel leaves the lock and are earned on that day. " * 5
    promise = "In future filings, we will disclose this policy."
    assert moves_of(told + promise)[0] is Move.COMPLY_FUTURE
    assert moves_of(told * 4 + promise) == (Move.EXPLAIN, Move.COMPLY_FUTURE)


def test_an_answer_that_cites_guidance_again_and_again_is_an_analysis() -> None:
    answer = (
        "ASC 842-10-15-3 asks for control. Under ASC 842-10-15-4 that is so. We then applied ASC 842-20-25-1."
    )
    assert moves_of(answer) == (Move.ANALYSIS,)


@given(st.text())
def test_every_answer_makes_a_move(answer: str) -> None:
    assert set(moves_of(answer)) <= set(Move)
    assert len(moves_of(answer)) >= 1
