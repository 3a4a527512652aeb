"""Where an answer departs from what the company told the staff before, and what would bridge the two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.business_days import spoken
from drafter.domain import BLANK, Answer, Move, Precedent
from drafter.drafting.language.turning import Voice
from drafter.drafting.planning.plan import stems
from drafter.matters import sentences
from drafter.moves import moves_of

RESISTING = frozenset({Move.PUSH_BACK_IMMATERIAL, Move.PUSH_BACK_NOT_REQUIRED, Move.PUSH_BACK_NOT_USED})
COMPLYING = frozenset({Move.COMPLY_FUTURE, Move.COMPLY_NOW})

SHARED = 2
"""Content words in common from which two sentences speak of one thing."""

SHARE = 0.4
"""Share of the shorter sentence's content words that they have in common then."""

LONGEST = 45
"""Words of a sentence that a note repeats."""

_DENIES = re.compile(
    r"\b(?:not|never|no|none|neither|nor|cannot|without)\b(?! only\b)|\bn['’]t\b|\bimmaterial\b", re.I
)
_POSITION = re.compile(
    r"\b(?:[Mm]anagement|[Cc]ompany|[Ww]e|[Ii]t|[Rr]egistrant|[Pp]artnership)(?: also| further| therefore)? "
    r"(?:(?:does|do|did|is|are|was|were|has|have|had|will) not\b|believes?\b|concluded\b|considers?\b|determined\b|"
    r"will\b|no longer\b|uses?\b|monitors?\b|tracks?\b)|\b(?:is|are|was|were) (?:not |im)material\b|"
    r"\bnot (?:required|used)\b"
)
"""How a sentence states a position: "management does not use", "is not material", "the Company will"."""

ADDRESS = re.compile(
    r"^(?:[^.]{1,90}, )?(?:[Tt]he \w+|[Ww]e) (?:(?:respectfully|further|also|supplementally) )*"
    r"(?:advises?|notes?|submits?|informs?|confirms?) (?:the Staff )?that ",
)
"""What only addresses the staff: "The Company respectfully advises the Staff that"."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What the company said then, what the answer says now, and the sentence that would bridge the two."""

    then: str
    now: str
    bridge: str


def departure(answer: Answer, earlier: Precedent, voice: Voice) -> Departure | None:
    """The departure of the answer from that earlier one; None where it is none.

    It departs where a sentence denies what the other says of the same thing, or where the earlier answer pushed
    back and this one complies.
    """
    before = sentences(" ".join(earlier.pair.response.text.split()))
    told_first = sorted(answer.passages, key=lambda p: p.block)
    after = [s for p in told_first for line in p.text.split("\n") for s in sentences(line)]
    found = _opposed(before, after) or _given_up(before, after, answer.stance, earlier)
    if found is None:
        return None
    then, now = (_short(said) for said in found)
    return Departure(then, now, _bridge(then, earlier, voice))


def _opposed(before: tuple[str, ...], after: list[str]) -> tuple[str, str] | None:
    """A sentence of each on one thing, of which one denies and the other does not; a stated fact before a blank."""
    for then in filter(_POSITION.search, before):
        against = [s for s in after if s.endswith((".", "?")) and _denied(then) != _denied(s)]
        against = sorted((s for s in against if _on_one_thing(then, s)), key=lambda s: "[●" in s)
        if against:
            return then, against[0]
    return None


def _denied(sentence: str) -> bool:
    return bool(_DENIES.search(BLANK.sub(" ", sentence)))


def _on_one_thing(then: str, now: str) -> bool:
    one, other = stems(ADDRESS.sub("", then)), stems(ADDRESS.sub("", BLANK.sub(" ", now)))
    common = len(one & other)
    return common >= SHARED and common >= SHARE * min(len(one), len(other))


def _given_up(
    before: tuple[str, ...], after: list[str], stance: Move, earlier: Precedent
) -> tuple[str, str] | None:
    """The position that the earlier answer pushed back with, and the promise of this one."""
    moves = moves_of(earlier.pair.response.text)
    if stance not in COMPLYING or not RESISTING & set(moves[:1]):
        return None
    then = next((s for s in before if _denied(s) and _POSITION.search(s)), before[0] if before else "")
    now = next((s for s in after if re.search(r"\b(?:will|has revised|have revised)\b", s)), "")
    return (then, now) if then and now else None


def _short(sentence: str) -> str:
    words = sentence.split()
    return sentence if len(words) <= LONGEST else " ".join(words[:LONGEST]) + " ..."


def _bridge(then: str, earlier: Precedent, voice: Voice) -> str:
    """The sentence that says what was told, that it spoke as of its day, and what has changed since."""
    sent = earlier.pair.sent
    day = spoken(sent) if sent else "[●: date of the earlier letter]"
    told = ADDRESS.sub("", then).rstrip(". ")
    held = "its" if not voice.plural else "our"
    who = voice.noun if not voice.plural else "we"
    return (
        f"In {held} letter dated {day}, {who} told the Staff: ‘{told}.’ That described {held} position as of that "
        "date. [●: what has changed since, and when]."
    )
