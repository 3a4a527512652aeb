"""What the comment names itself, for the lines of proposed disclosure: an event, a unit, a measure, a business."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.language.being import MONTHS
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.turning import WE, turn
from drafter.drafting.language.verbs import is_clause
from drafter.matters import sentences

_WHEN = rf"(?P<when>(?:[Ii]n|[Oo]n) (?:{MONTHS})(?: \d{{1,2}},)? (?:19|20)\d\d)\b"
_HAPPENED = re.compile(rf"\b(?P<what>an? (?:(?!(?:19|20)\d\d)[^\s.;]+ ){{1,16}}?){_WHEN}")
_DID = re.compile(
    rf"(?:You (?:also )?(?:state|disclose) that )?(?P<said>[Yy]our? (?:(?!\b(?:and|but|while|could|may)\b).)*{_WHEN}"
    r"(?:(?!\b(?:and|but|while|could|may)\b).)*?)\.?$"
)
"""“A fire at your plant in March 2025”, “you suspended shipments in March 2025”."""
_EFFECT = "which [●: its effect on our business and results, with amounts]"


def occurred(before: str, notes: Sequence[str], facts: Sequence[str]) -> str:
    """Each event that the comment names before the request, if not denied, and the facts; a blank for none."""
    named = [line for s in sentences(before) for line in _events(s, notes)]
    events = named or [f"In [●: month and year], [●: what occurred], {_EFFECT}."]
    return " ".join([*events, *facts, "Similar events could [●: their further effect on us]."])


def _events(sentence: str, notes: Sequence[str]) -> list[str]:
    if (did := _DID.match(sentence)) and is_clause(did["said"]):
        return [f"{raised(turn(did['said'], WE))}, {_EFFECT}."]
    found = [(turn(m["what"].strip(" ,"), WE), m["when"]) for m in _HAPPENED.finditer(sentence)]
    return [
        f"{raised(when)}, {what if is_clause(what) else f'[●: what occurred: {what}]'}, {_EFFECT}."
        for what, when in found
        if not any(re.search(r"\bnot\b", n) and set(_OWN.findall(n)) & set(_OWN.findall(what)) for n in notes)
    ]


_OWN = re.compile(r"\b(?:[A-Z][a-z]{3,}|\d+)\b")
"""A name or a number, by which a note denies an event: “the 483 was not ours”."""
_UNIT = re.compile(
    r"\b[Tt]he ([A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)* (?:cash-generating unit|CGU|unit))\b"
)


def unit(comment: str) -> str:
    """The one cash-generating unit that the comment names; a blank where it names none or several."""
    names = set(_UNIT.findall(comment))
    return f"the {names.pop()}" if len(names) == 1 else "[●: cash-generating unit]"


_TOOK_OVER = re.compile(
    r"\b[Yy]ou (?:also )?(?P<did>acquired|bought|sold) (?P<name>[A-Z][\w’'-]*(?: (?:(?:of|and|&) )?[A-Z][\w’'-]*)*)"
)


def identified(thing: str, before: str) -> str:
    """Which business is meant that the comment has named: “The business is Tarl AG, which we bought in May 2025.”"""
    found, when = _TOOK_OVER.search(before), re.findall(_WHEN, before)
    meant = re.fullmatch(r"(?:the|this|that) (?:acquired )?(?:business|company|entity|subsidiary)", thing)
    if found is None or len(when) != 1 or not meant:
        return ""
    return f"{raised(thing)} is {found['name']}, which we {found['did']} {lowered(when[0])}."
