"""What one sentence of a note makes of the sentence before it or after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from drafter.drafting.notes.cues import Kind, Piece
from drafter.drafting.notes.pending import speaker
from drafter.drafting.notes.questions import owner, proposal

SOUND = "it sounds like talk between colleagues; begin the note with “For the letter:” to use it"
"""Why a piece is private that no cue knows."""

GOES_ON = re.compile(
    r"(?:they|he|she|it|that|this|those|these|would|which|and|so|but|also|same|if so|otherwise)\b"
    r"(?! (?:filing|form|comment))",
    re.I,
)


def carried(piece: Piece, before: Piece | None) -> Piece:
    """A sentence that goes on with private talk is private like it; after what only sounds so it stands for itself."""
    goes_on = (
        before is not None
        and before.kind is Kind.PRIVATE
        and before.why != SOUND
        and GOES_ON.match(piece.said)
    )
    if before is None or not goes_on or piece.kind not in {Kind.FACT, Kind.REMARK}:
        return piece
    return Piece("", Kind.PRIVATE, piece.said, before.why)


def pointed_at(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a fact held back that the next one keeps out: “They might file in May. Steer clear of that.”"""
    done = list(pieces)
    for at, (one, after) in enumerate(itertools.pairwise(pieces)):
        aside = after.kind in {Kind.PRIVATE, Kind.REMARK}
        every = aside and bool(_WHOLE_NOTE.match(after.said))
        if every or (one.kind in _LOOSE and ((aside and _points(after.said)) or _DISOWNS.match(after.said))):
            first = 0 if every else at
            for n in (n for n in range(first, at + 1) if done[n].kind in _LOOSE):
                done[n] = Piece("", Kind.PRIVATE, done[n].said, "the next sentence keeps it out")
            done[at + 1] = (
                after if aside else Piece("", Kind.PRIVATE, after.said, "it keeps out what is before it")
            )
    return done


_LOOSE = frozenset({Kind.FACT, Kind.REMARK})
"""Kinds of pieces that the next can keep out."""
_DISOWNS = re.compile(
    r"(?:please )?(?:do not|don.t|never) (?:use|copy|borrow|reuse|lift|rely on|quote|cite|repeat) (?:from )?"
    r"(?:it|this|that|them)\b|"
    r"(?:(?:that|this|it) (?:is|was) |that.s )(?:for |about )?(?:another|a different|the other) (?:client|matter)\b|"
    r"(?:another|a different|diff|the other) client\W*$|"
    r"(?:that|this|it) is not the (?:figure|number|amount)\b",
    re.I,
)
"""What says that the sentence before it is not to be used."""


_WHOLE_NOTE = re.compile(
    r"(?:please )?(?:keep|stays?|all|strictly|just)?(?: (?:this|that|it|all))?(?: of (?:this|that|it))? ?"
    r"(?:(?:between|btwn|btw|b/w) (?:us|ourselves)|in(?: this)? house|not public|confidential)\W*$",
    re.I,
)
"""A mark at the end of a note that is on all of it."""


def _points(said: str) -> bool:
    """Whether it says of the sentence before it that it stays out."""
    return bool(_POINTS.search(said) or _WHOLE_NOTE.match(said)) or (
        len(re.split(r"[.;]", said)[0].split()) <= BARE and bool(_STAYS.match(said))
    )


BARE = 6
"""Words of a sentence that is no more than a mark."""
_STAYS = re.compile(
    r"(?:it |that |this )?stays?\b|(?:keep|hold|leave) (?:all )?(?:that|this|it)\b(?! (?:open|blank))|not for\b",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:away from|clear of|off|avoid|skip|know|mention|say|tell|ignore|forget|bury|drop|"
    r"(?:quiet|mum|dark) (?:on|about)|keep|leave) (?:(?:any of|about|out) )?(?:that|this|it)(?: out| quiet| back)?\W*$",
    re.I,
)


def _with_the_next(
    pieces: Sequence[Piece], kind: Kind, joined: Callable[[Piece, Piece], Piece | None]
) -> Iterator[Piece]:
    """The pieces, one of that kind made one with the next where the two can be `joined`."""
    held: Piece | None = None
    for piece in pieces:
        if held and (one := joined(held, piece)):
            held = one
            continue
        if held:
            yield held
        held = piece if piece.kind is kind else None
        if not held:
            yield piece
    if held:
        yield held


def doubted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a fact with a figure doubtful where the next says who checks it: “Audit is checking the count.”"""
    return _with_the_next(pieces, Kind.FACT, _checked)


def _checked(fact: Piece, after: Piece) -> Piece | None:
    checks = _CHECKS.match(after.said)
    text = proposal(fact.said) if checks else ""
    if not checks or not text:
        return None
    said = f"{fact.said} {after.said}"
    return Piece(f"{text} ({checks['who']})", Kind.DOUBT, said, "it is being checked")


_CHECKS = re.compile(
    r"(?:the )?(?P<who>[\w&'’-]+(?: [\w&'’-]+){0,2}) (?:is|are) (?:still )?(?:checking|confirming|verifying|tying out|"
    r"recounting|reviewing|going over|to (?:check|confirm|verify)) (?:it|this|that|them|these|those|"
    r"the (?:counts?|numbers?|figures?|amounts?|totals?|dates?|split))\W*$",
    re.I,
)
"""What says of the figure before it that it is not final."""


def owned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a question with the name of who is to answer it from the sentence after it."""
    return _with_the_next(pieces, Kind.OPEN, _asked_of)


def _asked_of(question: Piece, after: Piece) -> Piece | None:
    waits = after.kind in {Kind.OPEN, Kind.REMARK} or after.why == SOUND
    who = owner(after.said) or (speaker(after.said) if waits else "")
    if not who or question.text.endswith(")"):
        return None
    return replace(question, text=f"{question.text} ({who})", said=f"{question.said} {after.said}")


def settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, what is open without a thing to name a remark: what the comment asks for is asked for anyway."""
    yield from (replace(p, kind=Kind.REMARK) if p.kind is Kind.OPEN and not p.text else p for p in pieces)
