"""One thing that the staff asks to see, as the lines of a filing: its parts, and a table by category."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.tagging import heads_many

_SAID_OF = (
    r"the (?:amounts?|reasons?|effects?|impacts?|extent|nature|basis|causes?|drivers?|factors|number|percentage|"
    r"carrying amounts?|fair values?)\b(?! and\b)"
)
_AND = re.compile(rf",? and (?={_SAID_OF})")
_INCLUDING = re.compile(rf", including (?={_SAID_OF} (?:of|on|by which)\b)")
SHORTEST = 3
"""Words of a part that stands by itself: “the nature” of “the nature and the amount of” does not."""
_BY = re.compile(
    r"(?P<what>(?:the |our )?[a-z](?:[\w’'-]| ){3,80}?)(?P<both>,? gross and net)? by "
    r"(?P<kind>(?:[a-z-]+ ){0,2}?(?:event|category|type|class|year|vintage|segment|region|country|state|product|"
    r"industry|currency|customer|lender|property|site|mine|market|channel|grade|tier|month|quarter))"
)
_QUESTION = re.compile(r"(?:how|why|whether|what|when|where|which|who|if|that)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|by which|divided|multiplied|followed|held|owned|used|made|given|provided)\b"
)


def parts_of(thing: str) -> tuple[str, ...]:
    """The things that one noun phrase names, “X, and the reasons for Y” as two; itself where it names one."""
    if _QUESTION.match(thing) or ";" in thing:
        return (thing,)
    parts = [p.strip(" ,") for half in _AND.split(thing) for p in _INCLUDING.split(half)]
    apart = all(len(p.split()) >= SHORTEST for p in parts) and not re.search(
        r"\bboth\b|\bbetween\b", parts[0]
    )
    return tuple(parts) if apart else (thing,)


def table(thing: str) -> str:
    """The lines of a table for what is asked for by category, “losses gross and net by event”; "" for any other."""
    found = _BY.fullmatch(thing)
    if found is None or _VERB.search(found["what"]) or _QUESTION.match(thing):
        return ""
    amount = "gross, [●], and net, [●]" if found["both"] else "[●]"
    what = found["what"].strip()
    subject = what if re.match(r"(?:the|our) ", what) else f"the {what}"
    verb = "were" if heads_many(what) or re.search(r"[^s]s$", what) else "was"
    kind = found["kind"]
    return f"{raised(subject)} by {kind} {verb} as follows: [●: each {kind}], {amount}; and total, {amount}."
