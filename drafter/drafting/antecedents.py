"""What a pronoun of the staff stands for: the object of the request before, or what the comment counts before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Request
from drafter.drafting.clauses import asked
from drafter.drafting.tagging import words

_ALL = re.compile(
    r"(?:this|the above|the foregoing|that|such) information\b|(?:these|those) (?:matters|items)\b", re.I
)
_FOR_US = re.compile(r"^(?:for|to) us\W* ")
LONGEST = 45
"""Words of what was asked before that is said over again."""
_SUBJECT_TO = re.compile(
    r"^(?:whether|if)\b.*?\b(?:are|is|were|was|be|been) (?:subject to|party to|parties to|bound by) "
    r"(?:any|an?) (?P<thing>.+)$",
    re.S,
)
_HAS = re.compile(
    r"^(?:whether|if) (?:or not )?(?:you|the company|it|they)(?: or [a-z' ]+?)? (?:have|has|had|hold|holds|own|owns|"
    r"entered into|have entered into|use|uses|maintain|maintains|received|have received) (?:any|an?) (?P<thing>.+)$",
    re.S,
)
_PAIR = re.compile(r"(?P<one>[a-z]+) (?:with|of|by|from|to),? or (?P<two>[a-z]+) (?:with|of|by|from|to),")
_NOUN = re.compile(
    r"(?:[a-z-]+ ){0,3}?[a-z-]+(?=,| (?:that|which|with|of|in|for|to|from|by|on|under|and|or|as)\b|\W*$)"
)
_COUNTED = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten|several|certain) (?P<noun>(?:[a-z-]+ ){0,2}?[a-z-]+s)\b"
    r"(?= (?!and\b|or\b))"
)


def everything(before: Sequence[Request], thing: str) -> str:
    """What “this information” is: all that the requests before ask for; "" where it is another thing or too long."""
    if not _ALL.match(thing):
        return ""
    things = [_FOR_US.sub("", asked(r)) for r in before if _noun_phrase(asked(r))]
    said = ", and ".join(things)
    return said if len(things) > 1 and len(said.split()) <= LONGEST else ""


def _noun_phrase(thing: str) -> bool:
    return bool(re.match(r"(?:the|your|any|each|an?) [a-z]", thing))


def of_question(thing: str) -> str:
    """What a later “it” is of a question whether one is subject to or has something: “any such agreement”."""
    found = _SUBJECT_TO.match(thing) or _HAS.match(thing)
    if found is None:
        return ""
    if pair := _PAIR.match(found["thing"]):
        return f"any such {pair['one']} or {pair['two']}"
    noun = _NOUN.match(found["thing"])
    return f"any such {noun[0]}" if noun else ""


def counted(comment: str, start: int) -> str:
    """The things that the comment counts before the request: “two customers accounted for ...”; "" for none."""
    before = " ".join(comment.split()[:start])
    found = [m for m in _COUNTED.finditer(before) if words(m["noun"].split()[-1])[0].kind in "NS"]
    return f"the {found[-1]['count']} {found[-1]['noun']}".replace("the certain", "the") if found else ""


def with_modifier(thing: str, comment: str, start: int) -> str:
    """The thing, “these losses” with the word that the comment has before it: “the catastrophe losses”."""
    found = re.match(r"(?:these|those|such) (?P<noun>[a-z]+s)\b", thing)
    if found is None:
        return thing
    before = " ".join(comment.split()[:start])
    named = re.findall(rf"(?:(?:\b[Yy]ou [a-z]+|\b([A-Za-z-]+)) )?\b([a-z-]+) {found['noun']}\b", before)
    word = next((w for b, w in named if _names(w) and not (b and _names(b))), "")
    return f"the {word} {found['noun']}{thing[found.end() :]}" if word else thing


def _names(word: str) -> bool:
    return words(word)[0].kind in "NJ"
