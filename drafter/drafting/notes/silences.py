"""A denial beside something that counsel keeps out of the letter: it may be untrue, and is not said unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.notes.signs import stems

BESIDE = "a note kept out of the letter bears on it"
SHARED = 2
"""Words that a denial and a note kept out must share to be of one thing; one where the note tells of a dealing."""

_DENIES = re.compile(
    r"\b(?:ha(?:s|ve) no|there (?:is|are) no|no) (?:[a-z]+ )?(?:plans?|intentions?|agreements?|arrangements?|"
    r"understandings?|commitments?|offers?|discussions?|negotiations?|proposals?|inquir(?:y|ies)|investigations?|"
    r"claims?|knowledge|reasons?|indications?|expectations?)\b|"
    r"\b(?:do(?:es)? not|doesn.t|don.t) (?:[a-z]+ )?(?:plan|intend|expect|anticipate|know|believe|foresee)\b|"
    r"\bnot (?:[a-z]+ )?aware\b|\bunaware\b|\bnot (?:in|engaged in) (?:talks|discussions|negotiations)\b",
    re.I,
)
"""What a company says it does not plan, expect or know of."""
_FORESEES = re.compile(
    r"\b(?:expects?|anticipates?|believes?|intends?|plans?) (?:to (?:remain|stay|continue|meet|satisfy|comply|be able)|"
    r"that)\b|\b(?:will|to) (?:remain|stay|continue to be) \b",
    re.I,
)
"""What a company expects to go on: “expects to remain in compliance”."""
_PENDING = re.compile(
    r"\b(?:no|not an?y?)\b[^.;:]{0,60}\b(?:pending|threatened|contemplated|under way|underway|open)\b", re.I
)
"""“No action is pending or threatened.”"""
_GUARDED = re.compile(
    r"\b(?:privileged?|attorney-client|work product|supervisory|settlement|counsel)\b", re.I
)


_DEALING = re.compile(
    r"\b(?:term sheet|letters? of intent|LOI|signed|agreed|offer\w*|approach\w*|talks|negotiat\w*|placement|plan\w*|"
    r"intend\w*|consider\w*|thinking of|wants?|hired|exploring)\b",
    re.I,
)
_EVERYWHERE = stems(
    "company would about other under that this with from have which there their been letter plans"
)


_TO_BE_SAID = re.compile(r"\bwill (?:say|state|disclose|report) (?:so|this|that|it|as much)\b", re.I)
"""What the client has decided to disclose."""


def beside_silences(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences, a denial left to counsel where a note that stays out is of the same thing."""
    held = [t.said for t in told if t.use is Use.HELD]
    left = [_left(one) if one.use is Use.STATE and _shadowed(one.said, held) else one for one in told]
    if not any(t.why.startswith("marked") and _VALUED.search(t.said) for t in told if t.use is Use.HELD):
        return tuple(left)
    return tuple(replace(t, text=_ALONE.sub(r"\g<0> [●: to be confirmed]", t.text)) for t in left)


ESTIMATED = re.compile(
    r"\b(?:no|not|cannot|unable)\b[^.;:,]{0,40}?\bestimat(?:(?! (?:and|as|because|since) )[^.;:,])*",
    re.I,
)
"""That something cannot be estimated."""
_ALONE = re.compile(rf"{ESTIMATED.pattern}(?=[.;:,]|$| and )", re.I)
_VALUED = re.compile(r"[$€£] ?\d|\d ?(?:%|percent\b|million\b|billion\b)")
"""A figure in a note that is kept out, which may be the estimate: “counsel puts it at $8 million”."""


def _shadowed(said: str, held: Sequence[str]) -> bool:
    """Whether it denies something that one of the notes kept out tells of, and is not to be disclosed itself."""
    if _TO_BE_SAID.search(said):
        return False
    named = stems(said) - _EVERYWHERE
    guarded = any(_GUARDED.search(note) for note in held)
    if (_FORESEES.search(said) and any(guarded or named & stems(n) for n in held)) or (
        guarded and _PENDING.search(said)
    ):
        return True
    enough = ((named & stems(note), 1 if _DEALING.search(note) else SHARED) for note in held)
    return bool(_DENIES.search(said)) and any(len(both) >= count for both, count in enough)


def _left(told: Told) -> Told:
    """An outlook or a denial of what is pending stays out, and its question open; other words counsel may confirm."""
    use = Use.HELD if _PENDING.search(told.said) or _FORESEES.search(told.said) else Use.CONFIRM
    return replace(told, use=use, why=BESIDE)
