"""A label made a part of what stands under it: “Recall: started June 9, 2025”, “Why dropped: it left them out”."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.drafting.language.articles import Setting, many, subject_of
from drafter.drafting.language.being import MONTHS
from drafter.drafting.language.casing import raised
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.tagging import Word, plain_form, rather, words
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import INTRANSITIVE, finite, is_clause
from drafter.drafting.notes.promising import indefinite

_LABELLED = re.compile(
    r"(?P<label>(?!Fiscal|First|Second|Third|Fourth)[A-Z][^,:;.$“\"]{1,60})(?<!\d{4})"
    r"(?:: (?:agreed[,;] )?(?=[a-z])|, (?=(?:we )?will (?:add|include|provide|disclose|give|show)\b))"
    r"(?:we (?=will))?(?P<rest>.+)$",
    re.S,
)
_PRONOUN = re.compile(r"^(will [a-z]+) (?:it|them|one|this information)\b")
_ADDS = frozenset(str.split("add include provide"))
_BEGAN = INTRANSITIVE - {"agreed"} | frozenset(str.split("began ran led"))
"""Past forms of what a thing does."""
_OF_PEOPLE = frozenset(
    str.split("relies uses says wants thinks believes knows owes wonders suggests holds comes goes")
)
"""Forms in -s of what somebody does whom the note does not name, and of what happens to words."""
_BE = {"is": False, "was": False, "are": True, "were": True}
"""Forms of “be”, and whether they are said of many."""
_WHEN = re.compile(rf"^(?P<did>[a-z]+) (?=(?:{MONTHS}) (?P<year>(?:19|20)\d\d\b)?)")
_COUNTS = re.compile(
    r"(?<=[a-z\d]), (?P<pieces>(?!(?:19|20)\d\d\b)(?:[\d,]+(?!\.)|one|two|three|four|five|six|both|all) "
    r"(?:[a-z-]+ ?){1,4}(?:, [\w -]+)*)(?=\.?$)"
)
"""How much of it there was, behind what the thing did: “started June 9, 2025, 1,840 units, one lot”."""
_REASON = re.compile(
    r"(?:the |their |its |[\w-]+['’]s )?(?P<noun>(?:main )?(?:reason|cause|ground|rationale|purpose|basis)|why)"
    r"(?: not [“\"][a-z]+[”\"]|(?: (?:we|it was|they were|was it))? (?:[a-z]+(?:ed|t)|left out)|"
    r" (?:for|of) [a-z]+ing(?: (?:it|them|this))?| for the change)?: (?P<rest>.+)$",
    re.I | re.S,
)
"""A label under which the reason stands."""
_PLACE = re.compile(
    r"(?P<at>Page [\w-]+|Note \d+), (?P<where>[a-z ]*(?:paragraph|sentence|table|row)\b[^:“\"]*): (?P<rest>.+)$",
    re.S,
)
"""A place in the filing that tells what stands behind it."""
_WHY = re.compile(
    r"\bwhy (?P<clause>(?!not\b|or\b|that\b|this\b|it\b|these\b|they\b)[^.;:?•]+?)"
    r"(?=[.;?•,]|,? (?:and|or) (?:how|why|whether|what|when|if|tell|revise|describe|disclose|explain|quantify)\b|$)"
)
_HELD = re.compile(r"\b(?:believes?d?|consider|concluded|should|would|could|might|appropriate|useful)\b")
"""What makes a clause an opinion."""


def unlabelled(text: str, setting: Setting) -> str:
    """The text with its label as the subject or the object, or as the clause of a reason; else as it was."""
    if (reason := _REASON.match(text)) and finite(reason["rest"].split("; ")[0]):
        lead = _asked_why(setting) or f"The {reason['noun'].lower().replace('why', 'reason')} is that"
        return f"{lead} {reason['rest']}"
    if (place := _PLACE.match(text)) and place["at"] not in setting.comment and is_clause(place["rest"]):
        return f"{place['at']} ({place['where']}) states that {place['rest']}"
    found = _LABELLED.match(text)
    if found is None or not names_thing(found["label"]):
        return text
    label, rest = found["label"], _PRONOUN.sub(r"\1", found["rest"])
    said = words(rest)
    if _is_said_of(label, rest, said):
        rest = _WHEN.sub(lambda m: f"{m['did']} {'in' if m['year'] else 'on'} ", rest)
        return _COUNTS.sub(r" (\g<pieces>)", f"{label} {rest}")
    if said[0].low == "will" and re.match("A[IB](?:$|[pRKxU])", "".join(w.kind for w in said)):
        thing = indefinite(label) if said[1].low in _ADDS else subject_of(label, setting)
        return f"The Company will {said[1].said} {thing}{rest[said[1].end :]}"
    return text


def _asked_why(setting: Setting) -> str:
    """The clause of which the comment asks the reason, with “because”; "" where it asks of several or of an opinion."""
    asked = [m["clause"] for m in _WHY.finditer(setting.comment)]
    one = len(asked) == 1 and not _HELD.search(asked[0]) and asked[0].count(" ") > 1
    return f"{raised(turn(asked[0], setting.voice))} because" if one else ""


def _is_said_of(label: str, rest: str, said: tuple[Word, ...]) -> bool:
    """Whether the rest begins with what the thing of the label does, or what it is or will be."""
    first, after = said[0].low, [w.low for w in said[1:] if w.low != "not"][:1]
    if first in {"will", "would", "may", "must", "can", "cannot", "should"}:
        return after == ["be"] or _goes().issuperset(after)
    if first in _BE:
        return _BE[first] == many(label)
    if first in _BEGAN:
        return not said[1:] or said[1].kind in "pRKxU" or bool(_WHEN.match(rest))
    in_s = said[0].kind == "Z" and first not in _OF_PEOPLE and rather(first, "VVZ", "NN2") >= 0
    return in_s and not many(label) and finite(re.split("[,;]", rest)[0]) is None


@lru_cache(maxsize=1)
def _goes() -> frozenset[str]:
    """The plain forms of what a thing does."""
    return frozenset(plain_form(verb) for verb in _BEGAN) | {"begin", "run", "lead", "come", "go"}
