"""Sentences of the notes as running text: whole ones as they stand, what no rule can put into words as a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.articles import many
from drafter.drafting.casing import lowered, raised
from drafter.drafting.notes import Told
from drafter.drafting.tagging import words
from drafter.drafting.verbs import sound


def running(told: Sequence[Told], name: str = "") -> str:
    """The sentences in their order, things without a verb as one list behind the name of what they are.

    What is neither stands last, as a blank that proposes it. The name is a noun phrase such as “the material terms
    of its leases”.
    """
    things = bool(re.search(r"\b(?!the\b)[a-z]{3,}", name))
    told = [replace(t, text=_named(t.text, name)) for t in told] if name else list(told)
    whole = [t for t in told if stands(t)]
    listed = [t for t in told if t not in whole and things and _listable(t)]
    rest = [t for t in told if t not in whole and t not in listed]
    lead = [f"{_lead(name)}: {'; '.join(lowered(t.text.rstrip(' .')) for t in listed)}."] if listed else []
    return " ".join([*lead, *(t.text for t in whole), *([unworded(rest)] if rest else [])])


def _listable(told: Told) -> bool:
    """Whether it names a thing: not in shorthand, and no command."""
    commands = any(word.kind in "BI" for word in words(told.text)[:1])
    return not told.rough and not commands and bool(_LISTABLE.match(told.text))


_LISTABLE = re.compile(
    r"^(?!(?:Both|Yes|No|Not|Also|And|Or|But|So|See|All|Only|Full|Exhibits?|Oversight|\d+\.\d+)\b)[A-Z\d$][^!?=<>:]*$"
)
"""A thing that can stand in a list behind a name."""


def unworded(told: Sequence[Told]) -> str:
    """A blank that proposes what the notes say and no rule can turn into a sentence: better open than misstated."""
    notes = "; ".join(re.sub(r"[\[\]●]", "", t.said).strip(" .") for t in told)
    return f"[●: to be put into words: {notes}]."


_AMOUNT = re.compile(r"^The amount (?P<verb>was|represented) ")
LONGEST_NAME = 10
"""Words of a name that a figure can stand behind."""


def _named(text: str, name: str) -> str:
    """The sentence, “the amount” with the name of what was asked for."""
    found = _AMOUNT.match(text)
    if found is None or len(name.split()) > LONGEST_NAME:
        return text
    verb = "were" if found["verb"] == "was" and many(name) else found["verb"]
    return f"{raised(name)} {verb} {text[found.end() :]}"


def stands(told: Told) -> bool:
    """Whether the sentence may stand as prose."""
    return (sound(told.text) and not told.rough) or told.redacted


def _lead(name: str) -> str:
    return f"{raised(name)} {'are' if many(name) else 'is'} as follows"
