"""One thing that the staff asks to see, as the lines of a filing: its parts, and a table by category."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import raised
from drafter.drafting.language.tagging import heads_many

_SAID_OF = (
    r"(?:the|any|our|its|their|an?) "
    r"(?:(?:material|significant|potential|related|specific|probable|likely|anticipated|expected) ){0,2}"
    r"(?:amounts?|reasons?|effects?|impacts?|extent|nature|basis|estimates?(?= of)|sources? of|processes by|"
    r"causes?|drivers?|factors|number|percentage|"
    r"consequences?|measures|dates? (?:on|as of|of|at)|waivers|frequency|allocation|carrying (?:amounts?|"
    r"values?)|fair values?|segments?|terms|status|timing|risks?|steps|comparison|significance|"
    r"purposes|additional purposes|credit ratings)\b(?! and\b)"
)
_ASKS = r"(?:(?:on|under|for|in|over) what|who|how|why|whether|to whom|when|where|over what|what)\b(?! and\b)"
_ANY = r"any (?:known\b|(?:[a-z-]+ ){0,2}[a-z-]+s\b)"
_SHOWN = (
    r"(?:the|our|its) (?:(?:[\w-]+ )?(?:average|total|aggregate)\b|"
    r"(?:[\w-]+ ){0,3}?(?:aging|roll-?forward|information|maturity|schedule|reconciliation)\b)"
)
"""What is shown by itself, behind whatever else is."""
_AND = re.compile(
    rf",? (?:and|as well as) (?=(?:{_SAID_OF}|{_SHOWN}|{_ANY}|{_ASKS}))|, (?=the facts and circumstances\\b)"
)
_VERBS = r"(?:describe|discuss|explain|address|disclose|quantify|identify|clarify)"
_VERBALS = r"(?:describing|discussing|explaining|addressing|disclosing|quantifying|identifying|clarifying)"
_VERB_AGAIN = re.compile(
    rf"(?:, (?:and )?|,? (?:and|as well as) )(?:considering [^,]+, )?(?:also )?(?:{_VERBS}|(?<!, ){_VERBALS}) "
    rf"(?=(?:the|our|any|its|how|why|amounts)\b)"
)
"""A further verb of asking within one object: “..., describe the implications of X and address Y”."""
_MEANS = re.compile(
    r"^.+?(?<! or) by (?:also )?(?:providing|including|quantifying|disclosing|discussing|describing|"
    r"addressing|presenting|"
    r"explaining|identifying) (?P<what>.+)$",
    re.S,
)
"""“The segment results by providing a discussion of X” asks for X."""
_INCLUDING = re.compile(rf", including (?={_SAID_OF} (?:of|on|by which)\b)")
SHORTEST = 3
"""Words of a part that stands by itself: “the nature” of “the nature and the amount of” does not."""
_BY = re.compile(
    r"(?P<what>(?:the |our )?[a-z](?:[\w’'-]| ){3,80}?)(?P<both>,? gross and net)? by "
    r"(?P<kind>(?:[a-z-]+ ){0,2}?(?:event|category|type|class|year|vintage|segment|region|country|state|product|"
    r"industry|currency|customer|lender|property|site|mine|market|channel|grade|tier|month|quarter|service|component|function|nature)"
    r"(?: (?:or|and) (?:product|service|region|country))?)"
)
_QUESTION = re.compile(r"(?:how|why|whether|what|when|where|which|who|if|that)\b")
_VERB = re.compile(
    r"\b(?:out|down|apart|is|are|was|were|by which|divided|multiplied|followed|held|owned|used|made|given|provided)\b"
)


def parts_of(thing: str) -> tuple[str, ...]:
    """The things that one object names, “X, and the reasons for Y” as two; itself where it names one."""
    if means := _MEANS.match(thing):
        thing = means["what"]
    again = [p for p in _VERB_AGAIN.split(thing) if p]
    if len(again) > 1:
        return tuple(again)
    if shared := _SHARED.match(thing):
        return f"{shared['one']} {shared['what']}", f"the {shared['other']} {shared['what']}"
    if _QUESTION.match(thing) or ";" in thing:
        return tuple(_BESIDE.split(thing, maxsplit=1))
    parts = [p.strip(" ,") for half in _AND.split(thing) for p in _INCLUDING.split(half)]
    apart = all(len(p.split()) >= SHORTEST or _ASKED.match(p) for p in parts) and not re.search(
        r"\bboth\b|\bbetween\b", parts[0]
    )
    return tuple(_with_what(parts)) if apart else (thing,)


_SHARED = re.compile(
    r"(?P<one>.+? (?:of|for|to)),? and (?:the )?(?P<other>.+? (?:of|for|to|from)),? (?P<what>(?:the|our|any|each) .+)$"
)
"""“The amount of, and reasons for, the reclassification”."""
_BESIDE = re.compile(
    rf", and (?={_SAID_OF})|,? and (?=(?:the|our|any) (?:steps|consequences|reasons|measures|policies|methods|basis|"
    r"title)\b)"
)
"""Where a thing follows a question: “how seasons affect our needs and the steps we take”."""
_ASKED = re.compile(rf"{_ASKS} |(?:its|their) \w+|(?!{_SAID_OF})(?:the|our) [a-z]+(?<!s)$")
_ITS = re.compile(r"(?P<its>its|their) (?P<what>[\w ]+)$")
_PLAIN = re.compile(r"(?:the|our) [\w' -]+$")


def _with_what(parts: list[str]) -> list[str]:
    """The parts, “its probable significance” with what it is the significance of."""
    return [
        f"the {own['what']} of {_cause_of(parts[n - 1]) if own['its'] == 'its' else parts[n - 1]}"
        if n and (own := _ITS.match(p)) and _PLAIN.match(parts[n - 1])
        else p
        for n, p in enumerate(parts)
    ]


def _cause_of(thing: str) -> str:
    """What the causes that are asked for are of, so that “its effect” is the effect of that: “the change”."""
    return re.sub(
        r"^(?:the|our) (?:reasons|causes|factors|drivers) (?:for|of|behind) (?=(?:the|our) )", "", thing
    )


_NO_AMOUNT = re.compile(
    r"\b(?:reasons?|ranges?|methods?|terms|policies|policy|factors|changes|nature|status|risks?|plans|assumptions|types?|"
    r"useful lives|methodolog\w+|results)\b"
)
"""What is told for each category, and has no total."""


_KIND = (
    r"(?!(?:the|our|an?|any|each|us|which|you|both|management|law|means|reference|way)\b|\w+ing\b)"
    r"[a-z][\w’'-]*(?: (?!(?:and|or|by|with)\b)[\w’'-]+){0,4}"
)
_BY_SEVERAL = re.compile(
    r"(?:down |out )?(?:(?:an? |the |our )?(?:further |more detailed )?(?:break-?(?:down|out)|composition|split|table|"
    r"disaggregation|stratification|analysis|disclosures?|discussion) of )?"
    r"(?P<what>(?:the |our )?[A-Za-z](?:[\w’'-]| ){3,80}?)"
    rf"(?<!ed)(?<!ed down)(?: down| out)? by (?P<kinds>{_KIND}(?:, (?:by )?{_KIND})*,? and (?:by )?{_KIND})"
    r"(?:,? (?:together )?with (?:the |its |their )?(?P<more>[a-z][\w’' -]+?))?,?"
)
"""What is asked for by several categories: “the portfolio down by property type and state, with loan-to-value”."""


def by_several(thing: str, aside: str = "") -> str:
    """The line for what is asked for by several categories, a blank for each with the particulars; "" for any other."""
    found = _BY_SEVERAL.fullmatch(thing)
    if found is None or any(p.search(found["what"]) for p in (_VERB, _NO_AMOUNT)) or _QUESTION.match(thing):
        return ""
    what = found["what"].strip()
    kinds = [re.sub(r"^by ", "", k) for k in re.split(r",? and (?:by )?|, (?:by )?", found["kinds"])]
    more = f" and {found['more']}" if found["more"] else ""
    more += f", {aside}" if aside else ""
    each = [f"by {k}, [●: each {k}, with figures{more}]" for k in kinds]
    subject = what if re.match(r"(?:the|our) ", what) else f"the {what}"
    verb = "were" if many(what) else "was"
    return f"{raised(subject)} {verb} as follows: {'; '.join(each[:-1])}; and {each[-1]}."


def table(thing: str) -> str:
    """The lines of a table for what is asked for by category, “losses gross and net by event”; "" for any other."""
    found = _BY.fullmatch(thing)
    if found is None or _VERB.search(found["what"]) or _QUESTION.match(thing):
        return ""
    amount = "gross, [●], and net, [●]" if found["both"] else "[●]"
    what = re.sub(r"^(?:each|any) (?P<one>[\w-]+)$", r"\g<one>s", found["what"].strip())
    if _NO_AMOUNT.search(what):
        return f"{raised(what)} for each {found['kind']} {'are' if heads_many(what) else 'is'} [●]."
    verb = "were" if heads_many(what) or re.search(r"[^s]s$", what) else "was"
    kind = found["kind"]
    return f"{raised(what)} by {kind} {verb} as follows: [●: each {kind}], {amount}; and total, {amount}."
