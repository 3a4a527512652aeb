"""A question of the staff as the sentence of a filing that answers it, in its own person, with a blank."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import qualifies
from drafter.drafting.language.casing import raised
from drafter.drafting.language.choosing import choice
from drafter.drafting.language.inverting import inverted
from drafter.drafting.language.tagging import heads_many
from drafter.drafting.language.verbs import finite

_WHAT = re.compile(
    r"^what (?P<clause>(?:the|our|these|those|such|any|this) [^,;]+ "
    r"(?:is|are|was|were|represents?|means?|includes?|covers?|reflects?|measures?|comprises?))$"
)
_HOW = re.compile(
    r"^how(?: and when)? (?P<clause>(?!it\b|they\b)\w+(?! (?:considered|decided)\b)"
    r"(?!.*\b(?:intend|plan|expect)s?\b)[^;]*)$",
    re.I,
)
_WHY = re.compile(r"^why (?P<clause>(?!it\b|they\b)(?!.*\bnot\b)[^;]*)$", re.I)
_WHEN = re.compile(r"^when (?P<clause>(?!it\b|they\b)(?!.*\bnot\b)[^\s;]+(?: [^\s;]+){1,15} ?)$", re.I)
_OPENS = re.compile(r"(?:we|management|the|our|any|such|this|these|those|each|other|certain)\b", re.I)


def statement(thing: str) -> str:
    """The sentence that answers that question, its first letter a capital; "" where no shape fits."""
    return next((said for shape in _SHAPES if (said := shape(thing))), "")


_SECOND = re.compile(
    r"\b(?:and|or) (?:how|whether|what|why|to whom|the (?:kinds?|types?|amounts?|nature|reasons?|basis|extent|terms))\b"
)
"""A second question behind “whether”."""


def _whether(thing: str) -> str:
    """“Whether we hedge” as “We [●: do or do not] hedge.”; "" where no one verb surely carries the choice."""
    found = re.fullmatch(r"whether (?:or not )?(?P<clause>[^;]+?) ?", thing, re.I)
    clause = found["clause"] if found and not _SECOND.search(thing) else ""
    said = choice(re.sub(r",? and,? if not,? why$", "", clause))
    why = " [●: if not, why]" if said and clause.endswith("why") else ""
    return f"{raised(said)}{why}." if said else ""


_DEGREE = re.compile(r"how (?P<degree>[a-z]+) (?P<clause>.+)$", re.S)
_SUBJECT_OF = re.compile(r"(?:we|they|it|the|our|any|such|this|these|those|each)\b")


def _to_what_degree(thing: str) -> str:
    """“How accurate our estimates have been” with the question word kept at its adjective, in the blank."""
    how = _DEGREE.match(thing)
    often = how and re.fullmatch(r"often|long|soon|[a-z]+ly", how["degree"])
    if how is None or _SUBJECT_OF.match(how["degree"]):
        return ""
    moved = qualifies(how["degree"]) and re.search(
        r" (?:is|are|was|were)(?: to\b| on\b|$)", how["clause"].rstrip()
    )
    if not (often or _SUBJECT_OF.match(how["clause"]) or moved):
        return ""
    clause = how["clause"].rstrip()
    if how["degree"] in {"much", "many"} and not re.search(
        r"\b(?:changed|increased|decreased|varied)\b", clause
    ):
        return ""
    being = re.match(r"(?P<head>[^,;]+? (?:has been|have been|is|are|was|were))(?P<rest>\b.*)$", clause)
    if being and not often:
        return f"{raised(being['head'])} [●: how {how['degree']}]{being['rest']}."
    return f"{raised(clause)} [●: how {how['degree']}]."


def _how(thing: str) -> str:
    """“How we measure it” as “We measure it as follows: [●].”."""
    if said := _to_what_degree(thing):
        return said
    if re.match(r"how (?:much|many|often|long)\b", thing):
        return ""
    how = _HOW.match(thing)
    return f"{raised(how['clause'].rstrip())} as follows: [●]." if how and _is_clause(how["clause"]) else ""


_WHAT_ON = re.compile(
    r"what (?P<noun>(?:the|our) [\w -]+?) (?P<be>is|are) (?P<on>(?:regarding|for|on|as to|with respect to) [^;]+)$"
)
_WHAT_MOVES = re.compile(
    r"what (?:is|are|was|were|has been|have been) (?P<verb>driving|causing|affecting|behind) (?P<what>.+)$"
)


def _what_on(thing: str) -> str:
    """“What our policy is regarding X” and “what is driving X” as the nouns that they ask for."""
    if on := _WHAT_ON.match(thing):
        return f"{raised(on['noun'])} {on['on']} {on['be']} as follows: [●]."
    moves = _WHAT_MOVES.match(thing)
    return f"The factors {moves['verb']} {moves['what']} are [●: each, with its amount]." if moves else ""


def _what(thing: str) -> str:
    what = _WHAT.match(thing)
    return f"{raised(what['clause'])} [●]." if what else ""


_WHICH_WE = re.compile(
    r"(?P<noun>[a-z/-]+(?: [a-z/-]+){0,3}?) (?P<rest>(?:we|they|the|our|its|each|these|those)\b .+)$", re.S
)
_WHICH_OF = re.compile(
    r"which of (?P<noun>(?:the|our|these|those) [^,;]+?) (?P<be>is|are|was|were) (?P<rest>[^;]+)$"
)


def _which_of(thing: str) -> str:
    """“Which of our sites are leased” as “Of our sites, the following are leased: [●].”."""
    of = _WHICH_OF.match(thing)
    return f"Of {of['noun']}, the following {of['be']} {of['rest'].rstrip()}: [●]." if of else ""


def _where(thing: str) -> str:
    """“Where costs are classified in the statement” as a sentence that a place in brackets ends."""
    where = _PLACED.match(thing)
    if where is None or not _is_clause(where["clause"]):
        return ""
    place = (
        "[●: where]"
        if where["where"]
        else "to [●]"
        if where["whom"]
        else (f"{where['prep']} the following {where['noun']}: [●]")
    )
    return f"{raised(where['clause'].rstrip())} {place}."


_PLACED = re.compile(
    r"(?:(?P<where>where)|(?P<whom>to whom)|(?P<prep>on|under|for|in|over|at) "
    r"(?:what|which) (?P<noun>[a-z]+(?: [a-z]+){1,3}?(?= (?:the|our|its|this|these|such|each)\b)|(?:time )?[a-z]+)) "
    r"(?P<clause>[^;]+)$"
)


def _who(thing: str) -> str:
    """“Who approves loans” as “[●: who] approves loans.”."""
    who = re.match(r"who (?P<rest>[a-z]+s\b [^;]+)$", thing)
    return f"[●: who] {who['rest'].rstrip()}." if who else ""


def _which(thing: str) -> str:
    """“Which contracts contain X” as “The contracts that contain X are [●].”; "" where no verb is found."""
    if ", if any," in thing:
        return ""
    clause = re.sub(
        r"^(?:which|what) (?=[a-z])(?!(?:of|the|our|these|those|such|any|this|it|they|we)\b)", "", thing
    )
    verb, ours = finite(clause) if clause != thing else None, _WHICH_WE.match(clause)
    if verb is None or not verb.start:
        return ""
    at = ours.start("rest") if ours and ours.start("rest") <= verb.start else verb.start
    noun, rest = clause[:at].rstrip(), clause[at:].rstrip()
    return (
        inverted(f"the {noun} that {rest}")
        or f"The {noun} that {rest} {'are' if heads_many(noun) else 'is'} [●]."
    )


def _why(thing: str) -> str:
    why = _WHY.match(thing)
    return f"{raised(why['clause'].rstrip())} because [●]." if why and _is_clause(why["clause"]) else ""


def _when(thing: str) -> str:
    when = _WHEN.match(thing)
    return f"{raised(when['clause'].rstrip())} when [●]." if when and _is_clause(when["clause"]) else ""


def _is_clause(text: str) -> bool:
    return bool(_OPENS.match(text) or finite(text))


_SHAPES = (
    _whether,
    _how,
    _what_on,
    _what,
    _which_of,
    _which,
    _where,
    _who,
    _why,
    _when,
)
