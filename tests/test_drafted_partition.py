"""Lines of proposed disclosure: one for each part of a thing, and a table for amounts by category."""

from __future__ import annotations

import pytest

from drafter.drafting.partition import parts_of, table
from tests.test_drafted_branches import answered


@pytest.mark.parametrize(
    ("thing", "parts"),
    [
        (
            "the values assigned to kiln lives and the amount by which each must change",
            ("the values assigned to kiln lives", "the amount by which each must change"),
        ),
        (
            "the underlying reasons, including the effect of any sale of kilns",
            ("the underlying reasons", "the effect of any sale of kilns"),
        ),
        ("the nature and the amount of the loss", ("the nature and the amount of the loss",)),
        ("how it is measured, and the reasons for it", ("how it is measured, and the reasons for it",)),
    ],
)
def test_a_noun_phrase_has_a_line_for_each_thing_that_it_names(thing: str, parts: tuple[str, ...]) -> None:
    assert parts_of(thing) == parts


@pytest.mark.parametrize(
    ("thing", "lines"),
    [
        (
            "the kiln losses gross and net by significant event",
            "The kiln losses by significant event were as follows: [●: each significant event], gross, [●], and net, "
            "[●]; and total, gross, [●], and net, [●].",
        ),
        (
            "the development by accident year",
            "The development by accident year was as follows: [●: each accident year], [●]; and total, [●].",
        ),
        ("the method used by year", ""),
        ("the amount of kilns sold", ""),
    ],
)
def test_amounts_by_category_are_a_table(thing: str, lines: str) -> None:
    assert table(thing) == lines


def test_a_measure_that_is_to_stand_first_has_its_figure_in_the_block() -> None:
    text = answered("In future filings, present the combined ratio with equal or greater prominence.").text
    assert "Our combined ratio was [●]." in text
