"""Names that a text gives, which keep their capital inside a sentence."""

from __future__ import annotations

import pytest

from drafter.drafting.language.heads import names_in
from tests.test_drafted_branches import answered


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gus gets a monthly pack.", {"Gus"}),
        ("The kilns were sold. Pascoe was not.", {"Pascoe"}),
        ("Wells are drilled. Chilean law asks. Pro forma figures are given. Headroom was 4.", set()),
        ("The lessor is Tolwe.", {"Tolwe"}),
        ("Rose is a color; the rose is red.", set()),
    ],
)
def test_names_are_known_within_and_at_the_beginning_of_sentences(text: str, names: set[str]) -> None:
    assert names_in(text) == names


def test_a_name_that_begins_a_note_keeps_its_capital_in_the_letter() -> None:
    answer = answered("Please tell us whether any bye-law asks for it.", "## 1\nBermuda does not ask for it.")
    assert "Bermuda does not ask for it" in answer.text
