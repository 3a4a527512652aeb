"""“This” and “these” in what is asked: the noun phrase or the quotation that they point to."""

from __future__ import annotations

import pytest

from drafter.drafting.antecedents import named_again


@pytest.mark.parametrize(
    ("before", "thing", "said"),
    [
        (
            "You entered into kiln sharing agreements with two potters. Please describe",
            "the terms of these agreements",
            "the terms of the kiln sharing agreements with two potters",
        ),
        (
            'You state that "no kiln is alike." Provide',
            "support for this statement",
            "support for the statement “no kiln is alike”",
        ),
        (
            'You present "Kiln Index." Disclose',
            "how this metric is calculated",
            "how Kiln Index is calculated",
        ),
        ("You exclude pre-firing costs. Explain", "why these costs recur", "why the pre-firing costs recur"),
        ("We note your kiln leases. Discuss", "the end of such leases", "the end of your kiln leases"),
        ("We note the material costs. Explain", "why these costs recur", "why these costs recur"),
        ("You hold kiln leases. Disclose", "the value of any such leases", "the value of any such leases"),
        ("You hold kiln leases. Disclose", "those leases that end soon", "those leases that end soon"),
        ("You lost a kiln. Explain", "how this matter ended", "how this matter ended"),
        ("We see costs of services. Explain", "these costs", "these costs"),
        ("We see past and likely kiln losses. Explain", "these losses", "these losses"),
        ('You say "firing" often. Explain', "this measure", "this measure"),
    ],
)
def test_a_pointing_word_is_named(before: str, thing: str, said: str) -> None:
    assert named_again(thing, f"{before} {thing}.", len(before.split())) == said
