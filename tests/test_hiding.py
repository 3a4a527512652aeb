"""What a note under Rule 83 shows to the public."""

from __future__ import annotations

import pytest

from drafter.drafting.notes.hiding import hidden


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Fourteen dealers; rebates run from 3 to 9 percent.",
            "[***] dealers; rebates run from [***] to [***].",
        ),
        ("Two dealers take two thirds of volume.", "[***] dealers take [***] of volume."),
        ("Some thirty-one depots closed.", "Some [***] depots closed."),
        ("No one dealer stands out.", "The information requested is [***]"),
    ],
)
def test_a_number_in_words_is_hidden_like_one_in_figures(said: str, shown: str) -> None:
    assert hidden(said, "", first=True) == shown
