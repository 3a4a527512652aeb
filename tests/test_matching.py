"""Which thing asked for a sentence of counsel's notes answers."""

from __future__ import annotations

import numpy as np
import pytest

from drafter.drafting.notes.told import Told, Use
from drafter.drafting.planning.matching import (
    FILE,
    JOINTS,
    PLAIN,
    Matcher,
    Thing,
    features,
    joints,
    matched,
    matcher,
)
from drafter.drafting.planning.plan import Task, Treat
from drafter.drafting.planning.settling import left_open, single_things, unspoken
from drafter.requests import requests


def things(*texts: str) -> list[Thing]:
    return [Thing(at, Treat.TELL, text, f"tell us {text}") for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("asked", "said", "right"),
    [
        (
            ("when the kiln was closed", "why it was closed"),
            ("May 4, 2026.", "Because its only buyer left."),
            [0, 1],
        ),
        (
            ("the amount of the reserve", "how it is determined"),
            ("$4.2 million.", "By age of the stock."),
            [0, 1],
        ),
        (("who reviews leases", "how often they are reviewed"), ("The treasurer.", "Each quarter."), [0, 1]),
        (
            ("whether the loan was repaid", "the status of the suit"),
            ("It was, in full.", "Stayed in May."),
            [0, 1],
        ),
    ],
)
def test_a_sentence_goes_to_what_it_answers(
    asked: tuple[str, ...], said: tuple[str, ...], right: list[int]
) -> None:
    assert matched(things(*asked), said, [str(n) for n in range(len(said))]) == right


def test_without_sentences_nothing_is_placed() -> None:
    assert matched(things("the rate"), [], []) == []


def test_the_likeliest_way_through_weighs_what_follows_on_what() -> None:
    ways = np.zeros(JOINTS)
    ways[3] = 5.0
    made = Matcher(np.ones(1), np.zeros(1), np.ones(1), ways)
    found = np.array([[[1.0], [0.0]], [[0.5], [0.0]]])
    assert made.path(found, joints(things("one", "two"), ["a", "b"])) == [0, 1]
    assert made.path(found, joints(things("one", "two"), ["a", "a"])) == [0, 0]


def test_each_sentence_has_its_features_with_each_thing() -> None:
    found = features(things("the rate of the loan", "the fee"), ["The rate is 4.1 percent."])
    assert found.shape == (1, 2, len(matcher().weights))
    assert found[0, 0, 0] == 1
    assert found[0, 1, 0] == 0
    assert found.shape[2] > PLAIN


def test_the_weights_came_with_the_package() -> None:
    assert FILE == "matching.npz"
    assert matcher().joints.shape == (JOINTS,)


def test_a_thing_without_a_note_of_its_own_is_unspoken_and_open_only_where_notes_are_few() -> None:
    (request,) = requests("Please tell us the rate and the maturity of the loan.")
    rate, maturity = single_things(request)
    one, other = (
        Told("fact:1", text, text, Use.STATE, thing=rate) for text in ("It is 4.1 percent.", "It is fixed.")
    )
    few, many = (Task(0, request, Treat.TELL, told) for told in ((one,), (one, other)))
    assert (left_open(few), unspoken(few)) == ((maturity,), (maturity,))
    assert (left_open(many), unspoken(many)) == ((), (maturity,))
    assert left_open(Task(0, request, Treat.TELL)) == (rate, maturity)
