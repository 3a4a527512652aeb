"""Sentences of the notes as running text: whole ones as they stand, what has no verb gathered behind one lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.articles import many
from drafter.drafting.clauses import lowered, raised
from drafter.drafting.notes import Told
from drafter.drafting.verbs import is_clause

LEADS = ("The relevant particulars are as follows", "Further particulars are as follows")
"""What stands before things without a verb, first and after a whole sentence, where nothing names them."""


def running(told: Sequence[Told], name: str = "") -> str:
    """The sentences in their order; things without a verb as one list behind the name of what they are.

    The name is a noun phrase such as “the material terms of its leases”.
    """
    told = [replace(t, text=_named(t.text, name)) for t in told] if name else told
    said: list[str] = []
    listed = [t.text.rstrip(" .") for t in told if not _whole(t)]
    for one in told:
        if _whole(one):
            said.append(one.text)
        elif listed:
            said.append(
                f"{_lead(name, bool(said))}: {'; '.join([lowered(listed[0]), *map(lowered, listed[1:])])}."
            )
            listed = []
    return " ".join(said)


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


def _whole(told: Told) -> bool:
    return is_clause(told.text) or told.redacted or told.text.startswith("For ")


def _lead(name: str, after: bool) -> str:
    if name:
        return f"{raised(name)} {'are' if many(name) else 'is'} as follows"
    return LEADS[after]
