"""A fact that nobody vouches for, as a blank proposes it: “amount for fiscal 2024, proposed as $6.1 million (Tax)”."""

from __future__ import annotations

import re

from drafter.drafting.casing import lowered, raised
from drafter.drafting.days import spelled


def proposed_fact(said: str) -> str:
    """The unconfirmed fact with what it is of before it, and behind it who is to confirm it, as far as it says so."""
    text = re.sub(r"\s+(?=,)|,\s*(?=\()|(?<=,)\s*,", lambda m: " " if m[0].startswith(",") else "", said)
    text = re.sub(r"(\$\d[\d.,]*) ?(?:mm?|M)\b", r"\1 million", spelled(text.strip(_EDGES)))
    text = re.sub(r"\s+[-–—]\s+((?:against|with|by|per|from|in) [^()]+)$", r" (\1)", text)
    text = re.sub(r"\s+-\s*(?:date|amount|figure|number)?\s*$", "", text)
    text, who = _owned(re.sub(r"\s*([:;,])(?:\s*[;,])+", r"\1", text))
    return _named(text) + (f" ({raised(who)})" if who else "")


def valued_by(said: str) -> bool:
    """Whether the words say at what somebody puts a figure: “controller thinks 80”."""
    return bool(_OPINION.match(said.strip())) and bool(re.search(r"\d", said))


_EDGES = " -–—,;:."
_PERSON = (
    r"(?:the |our )?(?P<who>(?i:controller|CFO|CEO|COO|CAO|GC|general counsel|treasurer|treasury|finance|tax|"
    r"accounting|legal|HR|IR|internal audit|audit)|[A-Z][a-z]+)"
)
_THINKS = (
    r"(?:thinks?|says?|said|reckons?|guesses|assumes?|believes?|suspects?|seems? to (?:recall|remember)|puts? it at|"
    r"has it at)"
    r"(?: that)?(?: (?:it is|it's|it was))?"
)
_OPINION = re.compile(rf"{_PERSON} {_THINKS},? ")
_WHOSE = tuple(
    re.compile(p)
    for p in (
        rf"^(?P<before>[^()]{{3,80}}) \({_PERSON} {_THINKS},? (?P<fact>[^()]*\d[^()]*)\)$",
        rf"^(?P<before>(?:[^:;]{{2,60}}[:,] ?)?){_PERSON} {_THINKS},? (?P<fact>.+)$",
        rf"^(?P<before>)(?P<fact>.+?),? {_PERSON} (?:thinks?|reckons?|believes?|guesses)$",
        r"^(?P<before>)(?P<fact>.+?),? subject to (?:the |our |an? )?(?P<who>[\w’' -]{2,30}?)(?:['’]s?)? "
        r"(?:final )?(?:count|recount|tie.?out|check|sign.?off|numbers?)$",
        rf"^(?P<before>)(?P<fact>.+?)[;,]? needs? {_PERSON} to (?:tie|check|verify|confirm|sign off)(?: it| out)?$",
    )
)
"""Who thinks so, or is to check it: he is the one to ask."""


def _owned(text: str) -> tuple[str, str]:
    for form in _WHOSE:
        if found := form.match(text):
            joint = ": " if found["before"] and found["before"][-1].isalnum() else ""
            return f"{found['before']}{joint}{found['fact']}".strip(_EDGES), found["who"]
    return text, ""


_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},"
_PERIOD = r"(?:the )?(?:fiscal (?:year )?|(?:first|second|third|fourth) quarter of (?:fiscal )?)?20\d\d"
_OF_PERIOD = re.compile(rf"^(?P<when>{_PERIOD})(?:: ?| )(?P<figure>(?=[^:]*\d).+)$", re.I)
_LABELLED = re.compile(
    rf"^(?P<thing>(?:(?!\b(?:thinks?|says?|believes?|that|which)\b)[^:;$\d]){{3,60}}(?:(?:{_DAY} )?(?:19|20)\d\d)?)"
    r"(?::| (?:is|are|was|were)) (?P<figure>(?=.*\d).+)$"
)
_IN_A_DRAFT = re.compile(
    r"^(?P<thing>[^:;$\d]{3,60}), (?P<figure>[^,;]*\d[^,;]*?) is (?:the|our) (?:number|figure|amount)\b.*$"
)
"""A figure that stands in a draft until it is known: “effect of the change, $31 million is the number in the draft”."""
_FIGURE = re.compile(
    r"^(?:a |an )?(?:about |net |roughly |approximately |some |[a-z]+(?:able|ed|ve) ){0,3}\$?\d"
)


def _named(text: str) -> str:
    """The figure behind the name of what it is; a bare period stands for its amount."""
    if (found := _OF_PERIOD.match(text)) and _FIGURE.match(found["figure"].lower()):
        return f"amount for {lowered(found['when'])}, proposed as {lowered(found['figure'])}"
    if found := _IN_A_DRAFT.match(text):
        return f"{lowered(found['thing'])}, proposed as {found['figure']}"
    if (found := _LABELLED.match(text)) and _FIGURE.match(found["figure"].lower()):
        thing = re.sub(
            r"(?<=[a-z])(?<! in)(?<! for)(?<! of)(?<!fiscal)(?= (?:fiscal )?20\d\d$)", " in", found["thing"]
        )
        return f"{lowered(thing)}, proposed as {found['figure']}"
    return lowered(text)
