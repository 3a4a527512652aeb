"""A denial beside something that counsel keeps out of the letter: it may be untrue, and is not said unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.notes import Told, Use
from drafter.drafting.sieve import stems

BESIDE = "a note kept out of the letter bears on it"
SHARED = 2
"""Words that a denial and a note kept out must share to be of one thing."""

_DENIES = re.compile(
    r"\b(?:ha(?:s|ve) no|there (?:is|are) no|no) (?:[a-z]+ )?(?:plans?|intentions?|agreements?|arrangements?|"
    r"understandings?|commitments?|offers?|discussions?|negotiations?|proposals?|inquir(?:y|ies)|investigations?|"
    r"claims?|knowledge|reasons?|indications?|expectations?)\b|"
    r"\b(?:do(?:es)? not|doesn.t|don.t) (?:[a-z]+ )?(?:plan|intend|expect|anticipate|know|believe|foresee)\b|"
    r"\bnot (?:[a-z]+ )?aware\b|\bunaware\b|\bnot (?:in|engaged in) (?:talks|discussions|negotiations)\b",
    re.I,
)
"""What a company says it does not plan, expect or know of."""


def beside_silences(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences, a denial left to counsel where a note that stays out is of the same thing."""
    held = [stems(t.said) for t in told if t.use is Use.HELD]
    return tuple(_left(one) if one.use is Use.STATE and _shadowed(one, held) else one for one in told)


def _shadowed(told: Told, held: Sequence[set[str]]) -> bool:
    return bool(_DENIES.search(told.said)) and any(len(stems(told.said) & of) >= SHARED for of in held)


def _left(told: Told) -> Told:
    return replace(told, use=Use.CONFIRM, why=BESIDE)
