"""What the sound of a sentence makes of its pieces: the scales decide where no mark does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.cues import Kind, Piece
from drafter.drafting.notes.pending import NAMES, pending, valued
from drafter.drafting.notes.questions import proposal
from drafter.drafting.notes.sequels import SOUND
from drafter.drafting.notes.sieve import Line, likeliest, sounds

AWAITED = "the notes leave it open"
SURELY = 1.0
"""How surely a sentence that names no thing must say that something is to come, to state nothing."""
AMONG_US = "said from one colleague to another"


def use_of(lines: Sequence[Line], at: int) -> str:
    """What that line of a note is best taken for: "state", "open", "remark" or "held".

    Facts beside it do not vouch for a line that names and counts nothing. A list of names is a fact.
    """
    if NAMES.fullmatch(lines[at].text.strip(" .")):
        return "state"
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    if not exact(lines[at].text):
        return likeliest(sounds(lines[at]))
    return likeliest(sounds(lines[at]), [sounds(other) for other in beside])


_FORMS = re.compile(r"\b(?:Forms? )?(?:10-[KQ]|20-F|40-F|8-K|6-K|[SF]-\d{1,2})s?(?:/A)?\b|\b(?:19|20)\d\d\b")
"""A filing or a year, which alone makes no remark a fact."""
_EXACT = re.compile(
    r"\d|[“”\"]|(?<=[\w,;:] )(?!Staff\b|SEC\b|Company\b|Form|Amendment\b|[A-Z]+\b)[A-Z][a-z]|\w.* [A-Z]{2,}s?\b"
)
"""A figure, a date, a name, a page or a quotation."""


def exact(text: str) -> bool:
    """Whether the text has something exact to say: a figure, a day, a name, a page or a quotation."""
    return bool(_EXACT.search(_FORMS.sub("", text)))


def heard(line: Line, use: str, pieces: Sequence[Piece]) -> list[tuple[Piece, str]]:
    """The pieces that the cues make of a line of that use, each with its own use.

    What waits is a blank, and talk asks for none; what is left where the cues cut something off is heard by itself.
    """
    sound, kinds = sounds(line), [p.kind for p in pieces]
    asked = bool(set(kinds) & _BLANK)
    if use and asked and sound["talk"] > max(sound["waits"], 0.0):
        aside = "remark" if use in _STAYS else use
        pieces = [talked(p.said, aside) if p.kind in _BLANK else p for p in pieces]
    named = "?" in line.text or any(p.text.endswith(")") for p in pieces)
    if use == "open" and _UNMARKED.issuperset(kinds) and (not named if asked else len(kinds) == 1):
        pieces = _awaited(line, pieces)
    return [
        (p, use if len(pieces) == 1 or not use else likeliest(sounds(Line(p.text or p.said, line.comment))))
        for p in pieces
    ]


def talked(said: str, use: str) -> Piece:
    """Those words of a line of that use as something kept out."""
    return Piece("", Kind.REMARK, said, AMONG_US) if use == "remark" else Piece("", Kind.PRIVATE, said, SOUND)


_BLANK = frozenset({Kind.OPEN, Kind.DOUBT})
_UNMARKED = frozenset({Kind.FACT, Kind.REMARK, Kind.OPEN})
"""Kinds of pieces that say no more than that something waits."""
_STAYS = frozenset({"state", "open"})


def _awaited(line: Line, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """One blank for all of the sentence: it proposes its figure, or names the thing; else the pieces as they are."""
    found, waits = pending(line.text), sounds(line)["waits"]
    if waits <= SURELY and not found.thing:
        return pieces
    if (
        any(p.kind in _BLANK for p in pieces)
        if not found.thing
        else not found.told and is_clause(found.thing)
    ):
        return pieces
    who = f" ({found.who})" if found.who else ""
    if valued(found.thing or line.text) and (text := proposal(found.thing or line.text)):
        return [Piece(f"{text}{who}", Kind.DOUBT, line.text, AWAITED)]
    return [Piece(f"{lowered(found.thing)}{who}" if found.thing else "", Kind.OPEN, line.text, AWAITED)]
