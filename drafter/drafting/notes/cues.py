"""The cues by which a piece of counsel's notes is known: data of prompts/offline/sifting.toml, ready to search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from drafter.templates import load_table


class Kind(StrEnum):
    """What a piece of a note is."""

    FACT = "fact"  # may stand in the letter
    OPEN = "open"  # a question: a blank that names the thing
    DOUBT = "doubt"  # a fact that nobody vouches for: a blank that proposes it
    ASSENT = "assent"  # the client's decision: it settles the stance
    REMARK = "remark"  # said between colleagues
    PRIVATE = "private"  # must stay out


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a note. `text` is what may be used of it: a fact, or what a blank asks for or proposes, or an
    assent means; "" for what stays out. `said` is counsel's own words, `why` why they do not stand as they are.
    """

    text: str
    kind: Kind
    said: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words by which a piece is known: it matches what it is `like` and not what it is `unlike`. Where the comment
    itself has `asked` for such things it does not hold. `means` is what an assent says in plain words,
    `reach` "note" where the cue governs what follows it in its note, "all" where it governs the whole note, "line"
    where it decides by itself.
    """

    kind: Kind
    why: str
    words: re.Pattern[str]
    asked: re.Pattern[str] | None
    means: str = ""
    reach: str = ""
    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """The cues, the weightier first."""
    return tuple(_cue_of(row) for row in _table()["cue"])


def _cue_of(row: dict[str, Any]) -> Cue:
    asked = _any([row["asked"]]) if "asked" in row else None
    examples = tuple(row["like"]), tuple(row["unlike"])
    return Cue(
        Kind(row["kind"]),
        row["why"],
        _any(row["any"]),
        asked,
        row.get("means", ""),
        row.get("reach", ""),
        *examples,
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return load_table("offline/sifting.toml")


def _any(patterns: Sequence[str], before: str = "", after: str = "") -> re.Pattern[str]:
    table = _table()
    names = dict(table["words"])
    names["given"] = f"(?-i:(?:{'|'.join(names['given'].split())}))"
    names["slang"] = "|".join(names["slang"].split())
    joined = "|".join(f"(?:{p})" for p in patterns)
    for _ in range(2):  # a word may be made of words
        for name, stands in names.items():
            joined = joined.replace(f"{{{name}}}", stands)
    return re.compile(f"{before}(?:{joined}){after}", re.I)


@lru_cache(maxsize=8)
def words(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The words of that name which are cut from an otherwise good sentence."""
    return _any(_table()["cut"][name], before, after)


WHOLE = "all"
"""The reach of a cue that governs all of its note."""


def over_all(text: str) -> Cue | None:
    """The cue in the text that governs the whole note in which it stands; None for none."""
    return next((cue for cue in found_in(text) if cue.reach == WHOLE), None)


def decides(text: str) -> bool:
    """Whether a cue in the text decides what it is, whatever it sounds like."""
    return any(cue.reach == "line" for cue in found_in(text))


def found_in(text: str) -> tuple[Cue, ...]:
    """The cues in the text, the weightier first."""
    return _marks(typed(text.strip(" ()“”\"'.!;,")))


def cue_in(text: str, comment: str, kinds: frozenset[Kind]) -> Cue | None:
    """The weightiest cue of those kinds in the text, None where there is none; of what governs a whole note none."""
    found = (c for c in found_in(text) if c.kind in kinds and c.reach != WHOLE)
    return next((cue for cue in found if cue.asked is None or not cue.asked.search(comment)), None)


_UNTYPED = re.compile(r"\b(do|does|did|ca|wo|is|are|was|were|have|has|had|would|could|should|must)nt\b", re.I)


def typed(text: str) -> str:
    """The text with plain apostrophes, and with those left out in haste: “dont” as “don't”; a numeral behind a
    name (“Corp. I”) is not the pronoun.
    """
    return _NUMERAL.sub(r"\1 1", _UNTYPED.sub(r"\1n't", text.replace("’", "'")))


_NUMERAL = re.compile(
    r"\b((?!And|But|So|If|As|That|When|Then|Because|What|Yes|No)[A-Z][a-z]+\.?) I\b"
    r"(?! (?:am|was|have|had|think|would|will|said|told|asked|can|could|do|did|don't|need|want|know|spoke|see)\b)"
)


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues() if cue.words.search(text))


def quietly(text: str, comment: str) -> str:
    """The words without capitals for emphasis; those that the comment has so, stay."""
    if not re.search(r"[a-z]", text):
        return text
    loud = re.compile(str(_table()["cut"]["emphasis"]))
    return loud.sub(
        lambda m: m.group(0) if m.group(0) in comment or not m.start() else m.group(0).lower(), text
    )
