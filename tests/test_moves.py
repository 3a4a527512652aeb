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
    ],
)
def test_the_moves_of_an_answer_are_read_from_its_words(answer: str, moves: tuple[Move, ...]) -> None:
    assert moves_of(answer) == moves


@given(st.text())
def test_every_answer_makes_a_move(answer: str) -> None:
    assert set(moves_of(answer)) <= set(Move)
    assert len(moves_of(answer)) >= 1
