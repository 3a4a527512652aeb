"""A fact that nobody vouches for, as a blank proposes it: “amount for fiscal 2024, proposed as $6.1 million (Tax)”."""

from __future__ import annotations

import re

from drafter.drafting.casing import lowered, raised
from drafter.drafting.days import spelled


def proposed_fact(said: str) -> str:
    """The unconfirmed fact with what it is of before it, and behind it who is to confirm it, as far as it says so."""
    text = re.sub(r"(\$\d[\d.,]*) ?(?:mm?|M)\b", r"\1 million", spelled(said.strip(_EDGES)))
    text = re.sub(r"\s+-\s*(?:date|amount|figure|number)?\s*$", "", text)
    text, who = _owned(re.sub(r"\s*([:;,])(?:\s*[;,])+", r"\1", text))
    return _named(text) + (f" ({raised(who)})" if who else "")


_EDGES = " -–—,;:."
_PERSON = (
    r"(?:the |our )?(?P<who>(?i:controller|CFO|CEO|COO|CAO|GC|general counsel|treasurer|treasury|finance|tax|"
    r"accounting|legal|HR|IR|internal audit|audit)|[A-Z][a-z]+)"
)
_THINKS = (
    r"(?:thinks?|reckons?|guesses|assumes?|believes?|suspects?|seems? to (?:recall|remember)|puts? it at|has it at)"
    r"(?: that)?(?: (?:it is|it's|it was))?"
)
_WHOSE = tuple(
    re.compile(p)
    for p in (
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
            return f"{found['before']}{found['fact']}".strip(_EDGES), found["who"]
    return text, ""


_PERIOD = r"(?:the )?(?:fiscal (?:year )?|(?:first|second|third|fourth) quarter of (?:fiscal )?)?20\d\d"
_OF_PERIOD = re.compile(rf"^(?P<when>{_PERIOD})(?:: ?| )(?P<figure>(?=[^:]*\d).+)$", re.I)
_LABELLED = re.compile(r"^(?P<thing>[^:;$\d]{3,40}): (?P<figure>(?=.*\d).+)$")
_FIGURE = re.compile(
    r"^(?:a |an )?(?:about |net |roughly |approximately |some |[a-z]+(?:able|ed|ve) ){0,3}\$?\d"
)


def _named(text: str) -> str:
    """The figure behind the name of what it is; a bare period stands for its amount."""
    if (found := _OF_PERIOD.match(text)) and _FIGURE.match(found["figure"].lower()):
        return f"amount for {lowered(found['when'])}, proposed as {lowered(found['figure'])}"
    if (found := _LABELLED.match(text)) and _FIGURE.match(found["figure"].lower()):
        return f"{lowered(found['thing'])}, proposed as {found['figure']}"
    return lowered(text)
