"""Sentences of the notes that only say something together: a list without a verb, “leave open”, “we will add them”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.told import Told, Use


def joined(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences in order, each whole: one that goes on from another joined to it or given its noun."""
    return _with_nouns(_listed_after(_left_open(_not_had(told))))


def _not_had(told: Sequence[Told]) -> list[Told]:
    """The sentences, “Have not.” behind what is still to come as talk of it."""
    pairs = zip((None, *told), told, strict=False)
    return [
        replace(one, use=Use.REMARK, why="it says again that a fact is still to come")
        if last and last.use is Use.OPEN and one.use is Use.STATE and _HAVE_NOT.match(one.said)
        else one
        for last, one in pairs
    ]


_HAVE_NOT = re.compile(r"(?:I |we )?(?:have|has|had|did)(?: not|n['’]t)(?: yet)?\W*$", re.I)


def _left_open(told: Sequence[Told]) -> list[Told]:
    """The sentences, one that “leave open” follows as a fact that is still to come."""
    done: list[Told] = []
    for one in told:
        if _LEAVE.match(one.said) and done and done[-1].use in {Use.STATE, Use.OPEN}:
            done[-1] = replace(done[-1], text=done[-1].said, use=Use.OPEN, why="still to come")
        else:
            done.append(one)
    return done


_LEAVE = re.compile(r"^leave (?:it |this |that |them )?(?:open|blank)\W*$", re.I)


def _listed_after(told: Sequence[Told]) -> list[Told]:
    """The sentences, a bare list joined to the clause before it of the same note: “variable costs only: fuel, ...”."""
    done: list[Told] = []
    for one in told:
        last = done[-1] if done else None
        if (
            last
            and _bare_list(one)
            and _LEADS_ON.search(last.text)
            and last.fact == one.fact
            and last.use is Use.STATE
            and ":" not in last.text
        ):
            text = f"{last.text.rstrip('.')}: {lowered(one.text)}"
            done[-1] = replace(last, text=text, said=f"{last.said} {one.said}")
        else:
            done.append(one)
    return done


_LEADS_ON = re.compile(
    r"\b(?:only|these|following|one|two|three|four|five|six|seven|eight|nine|ten)(?: [a-z-]+s)?(?: only)?\.$",
    re.I,
)
"""How a sentence ends that a list goes on from: “variable costs only.”, “The Company tested three things.”"""


def _bare_list(told: Told) -> bool:
    commas = told.text.count(", ") >= ITEMS - 1
    return (
        told.use is Use.STATE
        and commas
        and not is_clause(told.text)
        and not told.redacted
        and ":" not in told.text
    )


ITEMS = 3
"""Things of a list that stands without a verb."""


_PROMISE = re.compile(r"^(?:The [A-Z]\w+|We) will\b")
_OBJECT = re.compile(
    r"(?<= will )(?:also |no longer |not )?[a-z]+ (?P<it>them|it)\b(?! (?:is|are|was|were|will|has|have)\b)"
)
_SUBJECT = re.compile(
    r"^(?P<noun>(?!There\b|This\b|It\b|They\b|We\b)[^,;:.]{3,60}?) (?P<be>was|were|is|are|has|have)\b"
)


def _with_nouns(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences, "them" in a promise replaced by the subject of the sentence before it."""
    done: list[Told] = []
    subject = ("", False)
    for one in told:
        if one.use is Use.STATE and _PROMISE.match(one.text) and subject[0]:
            found = _OBJECT.search(one.text)
            if found and (found["it"] == "them") == subject[1]:
                text = f"{one.text[: found.start('it')]}{subject[0]}{one.text[found.end() :]}"
                done.append(replace(one, text=text))
                continue
        elif one.use is Use.STATE and (named := _SUBJECT.match(one.text)):
            subject = (lowered(named["noun"]), named["be"] in {"were", "are", "have"})
        done.append(one)
    return tuple(done)
