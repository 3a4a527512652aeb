"""A thing with a clause in it as the sentence of that clause: “the steps we take”, “We take the following steps”."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import raised
from drafter.drafting.language.nouns import LONGEST
from drafter.drafting.language.tagging import AUXILIARY, Word, begins_aside, heads_many, words
from drafter.drafting.language.verbs import finite

_POINTS = "that|which|who|whose|the|our|their|its|each|those|these|this|such|an?|we"
_NOUN = rf"(?:the |our |any |all )?(?P<noun>(?:(?!(?:{_POINTS})\b)[\w’'/-]+ ){{0,5}}?[\w-]+)"
_CLAUSED = re.compile(
    rf"{_NOUN},? (?:(?P<at>in|on|under|for|by|at|from|with|through|over|upon) which |(?:that|which) |"
    r"(?=(?:we|it|they|management|our board|the board)\b(?!['’])))(?P<clause>[^;:]+)"
)
_DONE = re.compile(
    rf"{_NOUN} (?P<done>used|considered|applied|made)(?P<rest>(?: (?!by\b|[^;:]* and (?:the|our|any) )[^;:]+)?)"
)
"""“The factors used to identify them” are those that we use to identify them."""
_MEASURE = re.compile(r"\b(?:portion|share|percentage|proportion|amount|number)s?$")
_GOES_ON = frozenset(str.split("expect plan intend need seek anticipate propose hope have aim"))
"""Verbs that another one goes on: “we expect to perform”."""


def inverted(thing: str) -> str:
    """The sentence, with a blank for what the thing names; "" for a thing without a clause that makes one."""
    if done := _DONE.fullmatch(thing):
        does = "use" if done["done"] == "used" and done["rest"].startswith(" to ") else done["done"]
        thing = f"{done['noun']} that we {does}{done['rest']}"
    found = _CLAUSED.fullmatch(thing) if len(thing.split()) <= LONGEST and not begins_aside(thing) else None
    if found is None or finite(found["noun"]) or words(found["noun"])[-1].kind not in "NS":
        return ""
    noun, clause = found["noun"], found["clause"].rstrip(" ,")
    verb = _verb(noun, clause)
    if verb is None or (not verb.start and (found["at"] or not heads_many(noun))):
        return ""
    if not verb.start:
        return f"The following {noun} {clause}: [●]."
    ends = _ends(clause, verb)
    said, rest = clause[:ends], clause[ends:].strip()
    hangs = not rest or begins_aside(rest) or rest.startswith("to ")
    doubled = verb.kind != "A" and said.split()[-1] in AUXILIARY
    if doubled or not (hangs or found["at"]):
        return ""
    if _MEASURE.search(noun):
        figure = f"{found['at']} [●: {noun}]" if found["at"] else f"[●: {noun}]"
        return f"{raised(said)} {' '.join(filter(None, (figure, rest) if hangs else (rest, figure)))}."
    named = f"{found['at']} the following {noun}" if found["at"] else f"the following {noun}"
    return f"{raised(said)} {' '.join(filter(None, (rest, named) if found['at'] else (named, rest)))}: [●]."


def _verb(noun: str, clause: str) -> Word | None:
    """The verb of the clause, read with the noun where the clause begins with it: “steps that our board take”."""
    acts = finite(f"The {noun} {clause}")
    if acts and acts.start == len(f"The {noun} "):
        return words(clause)[0]
    return finite(clause) or next((w for w in words(clause)[1:] if w.kind in "BVE"), None)


def _ends(clause: str, verb: Word) -> int:
    """Where the verb of the clause ends, with the verb that it goes on to."""
    ends, last = verb.end, verb.low
    said = [w for w in words(clause) if w.start > verb.start]
    for word, then in zip(said, [*(w.kind for w in said[1:]), "K"], strict=False):
        joins = (word.kind == "t" and last in _GOES_ON) or (word.kind == "C" and then in "AV")
        if not (joins or word.kind in "AVZBEIRx" or (word.kind == "G" and last in AUXILIARY)):
            break
        ends, last = (ends if joins else word.end), word.low
    return ends
