"""A sentence of counsel's notes, and what it may be used for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Use(StrEnum):
    """What a sentence of the notes may be used for."""

    STATE = "state"  # goes into the answer
    OPEN = "open"  # says that a fact is still to come: a blank
    CONFIRM = "confirm"  # to be confirmed: a blank that proposes it
    ASSENT = "assent"  # a bare yes to what the staff asks to have confirmed
    REMARK = "remark"  # said between colleagues
    HELD = "held"  # must stay out


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of counsel's notes. `fact` is the id of its note, `said` counsel's own words.

    `rough` says that shorthand is left in the text.
    """

    fact: str
    text: str
    said: str
    use: Use
    why: str = ""
    redacted: bool = False
    rough: bool = False
    listed: bool = False
    """Whether it is a list, which stays together."""
    thing: str = field(default="", compare=False)
    """The single thing asked for that it answers, once it is placed."""
    place: int = field(default=0, compare=False)
    """Its place among the sentences of the notes, from 0."""
    part: int = field(default=0, compare=False)
    """Its place among the clauses that one sentence was parted into, from 0."""
