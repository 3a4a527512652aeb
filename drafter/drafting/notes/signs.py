"""Signs of who speaks in a sentence, to whom, of what and when, and of what is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.drafting.notes.cues import found_in

STEM = 5
"""Letters by which two forms of a word are one."""


def signs(text: str, comment: str, aside: Sequence[str]) -> Iterator[str]:
    """The signs in the text on that comment, and some of those in the sentences before and after it."""
    yield from (name for name, sign in _SIGNS.items() if sign.search(text))
    yield from (f"{cue.kind} {cue.why}" for cue in found_in(text))
    for side, other in zip(("before", "after"), aside, strict=True):
        yield f"{side} {bool(other)}"
        yield from (f"{side} {name}" for name in _WAITS if _SIGNS[name].search(other))
    length = len(text.split())
    yield f"length {min(length // 3, 8)}"
    if comment:
        yield f"of the comment {min(len(stems(text) & stems(comment)), 3)}"


def stems(text: str) -> set[str]:
    """The longer words of a text, cut so that two forms of a word are one."""
    return {word[:STEM] for word in re.findall(r"[a-z]{4,}", text.lower())}


_SIGNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "figure": r"0",
        "no figure": r"^[^0]*$",
        "two figures": r"0.*0",
        "money": r"[$€£%]|\b(?:percent|per cent|million|billion)\b",
        "a month": r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
        "I": r"\b(?:I|[Mm]e|[Mm]y|I'\w+)\b",
        "we": r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Ww]e'\w+)\b",
        "you": r"\b[Yy]our?\b",
        "he": r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)\b",
        "they": r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|[Tt]hey'\w+)\b",
        "may": r"\b(?:might|could|would|may|should)\b|'d\b",
        "will": r"\b(?:will|won't|going to|about to)\b|'ll\b",
        "is doing": r"(?:\b(?:is|are|am)|'s|'re|'m) (?:\w+ )?\w+ing\b",
        "was done": r"\b(?:was|were|is|are|been) (?:\w+ )?\w+ed\b",
        "past": r"\b(?:was|were|had)\b|\w\wed\b",
        "short forms": r"\w'(?:t|re|ve|ll|d|m)\b",
        "small letter": r"^[a-z]",
        "names": r"(?<=[a-z,] )[A-Z][a-z]+",
        "many names": r"(?<=[a-z,] )[A-Z][a-z]+.*(?<=[a-z,] )[A-Z][a-z]+",
        "a place": r"\b(?:[Pp]ages?|pp?\.|[Pp]p?|Exhibits?|Exh?\.|Items?|Notes?|[Ss]ection) ?\(?(?:[A-Z]-)?0",
        "somebody": r"\b(?:[Ss]ome(?:one|body)|[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody|[Aa]pparently)\b",
        "colon": r":",
        "stress": r"!",
        "brackets": r"\(",
        "asks": r"\?",
        "to do it": r"\b(?:to|must|should|has to|have to|needs? to|will|'ll) (?:confirm|check|verify|send|supply|say|"
        r"give|get|pull|follow|come|settle|decide|firm|tell|find|dig|look|provide|compute|price|draft|write|build|run)\b",
        "at it": r"\b(?:pulling|compiling|checking|running|building|confirming|redoing|re-?running|reconciling|tying|"
        r"looking|rebuilding|searching|preparing|drafting|writing|gathering|collecting|working|getting|digging|polling|"
        r"counting|closing|picking|verifying)\b",
        "being done": r"\b(?:being|to be) \w+(?:ed|n|t)\b",
        "not yet": r"\bnot (?:yet|in|done|here|through|final|finished|answered|back|settled|scheduled|fixed|signed)\b|"
        r"\byet\b|\b[Nn]o answer\b|\b[Ss]till\b",
        "has it": r"\b(?:has|have|owes?) (?:the|it|them|a|this)\b",
        "awaited": r"\b(?:promise[ds]|owed?|due|expected|waits?|waiting|awaiting|pending|blank|unknown|tentative|"
        r"preliminary|guess|tbd|tbc|TBD|TBC)\b",
        "a weekday": r"\b(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri)(?:day)?\b|\b(?:tomorrow|next week|this week|any day)\b",
        "one or the other": r"0 or 0",
        "a thing first": r"^[^:,]{3,60}[:,] \w",
        "a name last": r"[,:.] (?:the )?\w+(?: \w+){0,2}\W*$",
        "to do first": r"^(?:[Pp]lease |[Pp]ls )?(?:[Dd]on't|[Dd]o not|[Kk]eep|[Ll]et|[Ll]eave|[Ss]kip|[Aa]void|[Ss]ay|"
        r"[Tt]ell|[Aa]sk|[Cc]all|[Mm]ake|[Tt]ake|[Gg]et|[Tt]ry|[Hh]ave|[Pp]ut|[Rr]un|[Cc]heck|[Ss]tay|[Ww]atch|[Bb]e)\b",
    }.items()
}
"""Signs of who speaks, to whom, of what and when; numbers are already written as 0."""
_WAITS = (
    "asks",
    "to do it",
    "at it",
    "being done",
    "not yet",
    "has it",
    "awaited",
    "a weekday",
    "to do first",
    "a name last",
)
"""Signs that tell something of the line before or after too."""
