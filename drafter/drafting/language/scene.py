"""What the offline composer writes with: the frames of prompts/offline and the words of the matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafter.domain import MatterFile
from drafter.drafting.language.casing import raised
from drafter.drafting.language.turning import Voice, voice_of
from drafter.templates import load_table


@dataclass(frozen=True, slots=True)
class Scene:
    """The voice and the defined terms of one letter."""

    voice: Voice
    staff: str
    matter: MatterFile

    @classmethod
    def of(cls, matter: MatterFile) -> Scene:
        """The scene that the matter file sets."""
        return cls(voice_of(matter), matter.term("staff", "the Staff"), matter)

    def say(self, table: str, frame: str, turn: int = 0, /, **parts: str) -> str:
        """The frame of that table, filled; of a list of frames the one whose turn it is."""
        said = frames()[table][frame]
        text: str = said[turn % len(said)] if isinstance(said, list) else said
        return self._fill(text, turn, parts)

    def fill(self, sentence: str, **parts: str) -> str:
        """A sentence that is no frame of its own table, filled like one."""
        return self._fill(sentence, 0, parts)

    def blank(self, wanted: str, owner: bool = True, of: str = "") -> str:
        """The blank for that noun phrase, with the likely owner of the fact, which may stand in the request `of` it."""
        thing = re.sub(r"\s+", " ", re.sub(r"[\[\]●]", "", wanted)).strip(" ,;:.")
        thing = _LEADS_ON.sub(r"\g<thing>", shortened(_FIRST.sub(lambda m: m[0].lower(), thing)))
        who = (likely_owner(thing) or likely_owner(of)) if owner and not thing.endswith(")") else ""
        return f"[●: {thing}{f' ({who})' if who else ''}]"

    def _fill(self, text: str, turn: int, parts: dict[str, str]) -> str:
        openers = {
            name: self._plain(said[turn % len(said)])
            for name, said in frames()["openers"].items()
            if f"{{{name}}}" in text
        }
        return self._plain(text, **openers, **parts)

    def _plain(self, text: str, **parts: str) -> str:
        voice = self.voice
        words = {
            "company": voice.noun,
            "It": raised(voice.subject),
            "Company": raised(voice.noun),
            "staff": self.staff,
            "it": voice.subject,
            "its": voice.possessive,
            "In": "In",
        }
        return re.sub(r"\.([”\"])\.", r".\1", agreed(text.format_map(words | parts), voice))


_LEADS_ON = re.compile(
    r"^(?P<thing>(?!how\b|why\b|whe|what\b|who|which\b)(?:[\w-]+ ){0,4}[\w-]+) "
    r"(?:over|at|in|on|by|for|from|of|with|under)$"
)
"""A thing with the preposition that led to the question on it: “the period over (which)”."""
_AGREE = (
    *(("is providing", "are providing"), ("advises", "advise"), ("acknowledges", "acknowledge")),
    *(("confirms", "confirm"), ("requests", "request"), ("has", "have"), ("reconciles", "reconcile")),
    *(("proposes", "propose"), ("does not", "do not"), ("notes", "note"), ("is required", "are required")),
)


def agreed(text: str, voice: Voice) -> str:
    """The frame with its verbs in the plural after "we", and "we's" made "our"."""
    if not voice.plural:
        return text
    for one, many in _AGREE:
        text = re.sub(
            rf"\b([Ww]e (?:further |respectfully |supplementally |also )?){one}\b", rf"\g<1>{many}", text
        )
    text = re.sub(r"^(We acknowledge [^.]*? and) has\b", r"\1 have", text)
    return re.sub(r"\b([Ww])e's\b", lambda m: "Our" if m.group(1) == "W" else "our", text)


@lru_cache(maxsize=1)
def frames() -> dict[str, Any]:
    """The frames of the offline composer by table."""
    return load_table("offline/frames.toml")


@lru_cache(maxsize=1)
def analyses() -> dict[str, list[dict[str, Any]]]:
    """What analyses go through: `guidance` with its elements, and `bearing`, what a conclusion on a thing rests on."""
    return load_table("offline/elements.toml")


def owned(text: str, of: str) -> str:
    """The text with the likely owner of what the request is `of` in its blanks that ask for more than a word."""
    who = likely_owner(of)

    def with_owner(found: re.Match[str]) -> str:
        thing = found["thing"]
        short = len(thing.split()) < SHORTEST_OWNED or thing.endswith(")") or re.match(r"\w+ or ", thing)
        return found[0] if short else f"[●: {thing} ({who})]"

    return _BLANK.sub(with_owner, text) if who else text


_FIRST = re.compile(r"^(?:An?|The|For|Each|Any|All|How|Why|Whether|What|When|Which|Your|Its|Our)\b")
"""What begins a point of a list with a capital, and a noun phrase without."""
SHORTEST_OWNED = 4
"""Words; a shorter blank is a choice between two."""
_BLANK = re.compile(r"\[●: (?P<thing>[^\]]+)\]")


LONGEST_BLANK = 80
"""Words; a longer blank says the comment over again."""


def shortened(thing: str) -> str:
    """The noun phrase cut at its last comma or "and" before `LONGEST_BLANK`, and said to go on."""
    words = thing.split()
    if len(words) <= LONGEST_BLANK + 5:
        return thing
    head = " ".join(words[:LONGEST_BLANK])
    cut = max(head.rfind(", "), head.rfind(" and "), head.rfind("; "))
    kept = (head[:cut] if cut > len(head) // 3 else head).rstrip(" ,;:.(")
    return f"{kept}{')' if kept.count('(') > kept.count(')') else ''}, and the other points of this request"


def likely_owner(thing: str) -> str:
    """Who at the client is likely to know that, "" where no one stands out."""
    owners: dict[str, str] = frames()["owners"]
    return next((who for who, words in owners.items() if re.search(rf"\b(?:{words})", thing, re.I)), "")
