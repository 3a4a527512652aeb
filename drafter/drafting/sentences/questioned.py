"""Questions by their first word, each with the sentence that a bare answer to it makes."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.drafting.language.articles import is_common, many, subject_of
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.days import MONTHS
from drafter.drafting.language.tagging import NEVER_SEEN, Word, leans, plain_form, words
from drafter.drafting.notes.affirming import decided, parsed
from drafter.drafting.sentences.manners import (
    OPEN_CLAUSE,
    how,
    how_long,
    how_many,
    how_often,
    what_caused,
    what_is,
    where,
    which,
    why,
)
from drafter.drafting.sentences.replies import OPENS_OTHERWISE, Reply


def whether(rest: str, reply: Reply) -> str:
    """“whether the notes are secured” with yes, no, or its own words again."""
    return decided(re.sub(r"^or not ", "", rest), reply.said)


def who(rest: str, reply: Reply) -> str:
    """“who approved the plan” with who did, or “who the trustee is” with the name."""
    if reply.denies or ":" in reply.said or OPENS_OTHERWISE.match(reply.said) or not _party(reply.said):
        return ""
    first, *others = re.split(r"(?=,| and )", reply.said, maxsplit=1)
    common = is_common(first, reply.setting) and "NP0" not in leans(first.split()[0])
    party = f"{subject_of(first, reply.setting) if common else first}{''.join(others)}"
    if is_whom := _IS_WHOM.match(rest):
        return f"{is_whom['what']} {is_whom['be']} {party}"
    verb = words(rest)[0]
    done = _done_by(verb, bool(others) or many(first))
    told = re.sub(r"\bany (?=\w)", "the ", rest[verb.end :], count=1)
    return f"{party} {done}{told}" if done else ""


_IS_WHOM = re.compile(r"(?P<what>(?:the|its|our) .+) (?P<be>is|are|was|were)$")
_ONE_MANY = (("is", "are"), ("was", "were"), ("has", "have"))


def _done_by(verb: Word, several: bool) -> str:
    """The verb of the question in the number of those who did it; "" where it is no verb."""
    lean = leans(verb.low)
    for one, of_many in _ONE_MANY:
        if verb.low in {one, of_many}:
            return of_many if several else one
    if lean.get("VVD", NEVER_SEEN) > NEVER_SEEN:
        return verb.low
    if lean.get("VVZ", NEVER_SEEN) <= NEVER_SEEN:
        return ""
    return plain_form(verb.low) if several else verb.low


def _party(text: str) -> bool:
    """Whether the words name who does things: nouns and names alone, with no figure and no time."""
    kinds = "".join(w.kind for w in words(text))
    named = re.fullmatch(r"[DNSJOCpKG#]*[NS]", kinds)
    return bool(named) and not kinds.startswith("p") and not re.search(r"\d", text)


_MONTH = "|".join(MONTHS)
_ON = rf"(?:{_MONTH}) \d{{1,2}}(?:, (?:19|20)\d\d)?"
_IN = (
    rf"(?:the )?(?:early |late |mid-?|spring |summer |autumn |fall |winter )?(?:of )?(?:{_MONTH})(?: (?:19|20)\d\d)?|"
    r"(?:the )?(?:early |late |mid-?)?(?:fiscal (?:year )?)?(?:19|20)\d\d|"
    r"(?:the )?(?:first|second|third|fourth|last|next) (?:quarter|half)(?: of (?:fiscal )?(?:year )?(?:19|20)\d\d)?|"
    rf"(?:the )?week of {_ON}"
)
_LEADS = (
    rf"(?:in|on|by(?= (?:the|\d|early|late|mid|year|{_MONTH}))|at|before|after|since|during|until|upon|within|"
    r"not (?:before|until)|no later than|about)"
)
_TAIL = r"(?P<tail>|,? (?:when|before|after|at|upon|following|by|with|in|as|on|during|under)\b.*)$"
_WHEN = tuple(
    (re.compile(rf"(?P<day>{said}){_TAIL}", flags), lead)
    for said, flags, lead in ((_ON, 0, "on "), (_IN, re.I, "in "), (rf"{_LEADS} [^,;:]+", re.I, ""))
)
"""When something was, and the preposition that stands before it."""


def _dated(said: str) -> str:
    """The time that the answer gives, with its preposition; "" where it gives none."""
    found = next(((m, lead) for pattern, lead in _WHEN if (m := pattern.match(said))), None)
    if found is None:
        return ""
    day, lead = found[0]["day"], found[1]
    named = re.match(_MONTH, day)
    whole = day if named else lowered(day)
    the = "the " if re.match(r"(?:week|first|second|third|fourth|last|next)\b", whole) else ""
    return f"{lead}{the}{whole}{found[0]['tail']}"


def when(rest: str, reply: Reply) -> str:
    """“when the plans were formed” with the day, and its preposition."""
    clause, day = parsed(rest), _dated(reply.said)
    if clause is None or not day or OPEN_CLAUSE.search(rest):
        return ""
    return f"{clause.said()} {day}"


def day_of(rest: str, reply: Reply) -> str:
    """“the date of the last study” with the day."""
    day = re.fullmatch(rf"{_ON}|(?:{_MONTH}) (?:19|20)\d\d", reply.said)
    if not day or re.search(r"\b(?:and|any|each)\b", rest):
        return ""
    past = any(w.kind in "VE" for w in words(rest)) or re.search(r"\b(?:last|latest|prior|previous)\b", rest)
    return f"{rest} {'was' if past else 'is'} {reply.said}"


Say = Callable[[str, Reply], str]
QUESTIONS: tuple[tuple[re.Pattern[str], Say], ...] = tuple(
    (re.compile(rf"{opens}(?P<rest>.+)$", re.S), say)
    for opens, say in (
        (r"(?:whether|if) ", whether),
        (r"who ", who),
        (r"when ", when),
        (r"(?=the (?:[\w-]+ )?date\b)", day_of),
        (r"how often ", how_often),
        (r"how long ", how_long),
        (r"how many ", how_many),
        (r"how (?!much|long|frequently)", how),
        (r"(?:the (?:reasons?|basis) )?why ", why),
        (r"where ", where),
        (r"what (?:caused|drove|led to|gave rise to|triggered|accounts? for|contributed to) ", what_caused),
        (r"what (?=(?:the|its|our)\b)", what_is),
        (r"(?:what|which) ", which),
    )
)
"""Kinds of questions with what makes the sentence of what follows their first words, the more particular first."""
