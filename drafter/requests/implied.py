"""Sentences that ask for something without a directive: “that fact should be disclosed”, “it is unclear why ...”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.requests.acts import Act, directives, to_others
from drafter.requests.cues import IMPLICIT, OPENERS, pattern
from drafter.requests.units import Unit
from drafter.requests.units import units as units_of
from drafter.requests.verbs import VERBS

_LEAD = (
    rf"^(?P<lead>(?:{OPENERS})"
    r"(?:(?:if|to the extent|where|when|in this regard)\b[^;:?]*?(?:,|\bthen\b)\s+)?(?:then,? )?)"
)
_DONE = {
    "disclosed": "disclose", "discussed": "discuss", "described": "describe", "explained": "explain",
    "quantified": "quantify", "identified": "identify", "clarified": "clarify", "addressed": "address",
    "filed": "file", "included": "include", "removed": "remove", "shown": "present",
}  # fmt: skip
_PASSIVE = re.compile(
    _LEAD + r"(?:(?:we believe|it appears) (?:that )?)?"
    r"(?P<thing>(?:(?!should\b|we\b|states?\b|requires?\b|notes?\b)[^\s,;:?]+ ){1,16}?)"
    r"(?:(?:is|are) (?:[^\s,;:]+ ){1,12}?and )?"
    r"should (?:also )?(?:[a-z]+ly )?be (?:also |[a-z]+ly |[a-z]+ed or )*(?P<done>"
    + "|".join(_DONE)
    + r")\b(?! or\b)(?P<where>(?:(?! so that | in order )[^.;])*)",
    re.I | re.S,
)
"""“If it is owed by one customer, then that fact should be clearly disclosed in MD&A.”"""
_THEN = re.compile(r",? then,?\s*$", re.I)
_DOUBT = re.compile(
    r"(?:^(?P<lead>" + OPENERS + r")|, but )it (?:is|remains)(?: still)? (?:unclear|not clear)(?: to us)? "
    r"(?P<thing>(?P<word>how|why|whether|what|which)\b[^.;]+)",
    re.I | re.S,
)
"""“It is unclear why you believe the measure is meaningful.”"""
_GUIDANCE = re.compile(
    _LEAD
    + r"(?:in (?:providing )?your response,? )?(?:please )?(?:also )?(?:refer to|cite|reference|specify) "
    r"(?P<thing>(?:the |any |all )?(?:(?:applicable|specific|authoritative|accounting|relevant|technical|GAAP|"
    r"professional|supporting) )*(?:guidance|literature|standards?|authority))"
    r" (?:that |which |upon which |on which )?(?:you|the company|management)\b"
    r"[^.;]*\b(?:reli|rely|appl|consider|us)[a-z]+",
    re.I | re.S,
)
"""“Please refer to the applicable guidance you relied on.”"""
_MEANT = re.compile(
    _LEAD + r"(?:we (?:continue to )?believe (?:that )?|it appears (?:that )?|"
    r"(?:your|the) [^,;:]{3,80}? (?:mentions|discusses|discussed|refers to|presents|includes|included) )"
    r"(?P<thing>(?!it\b|this\b|that\b|these\b|those\b)[^;:]+?),? "
    r"(?:that )?(?:appears? )?(?:to )?(?:would|may|could|might) be "
    r"(?:meaningful|useful|helpful|material|important|relevant)\b",
    re.I | re.S,
)
"""“We believe that the share of online orders and the number of sellers would be meaningful disclosure.”"""
_COVERED = re.compile(
    _LEAD
    + r"(?:please )?(?:note (?:that )?)?information responsive to (?:our|this|the)[^,;:]*? (?:would|should) "
    r"include (?P<thing>[^;]+?)[\s.]*$",
    re.I | re.S,
)
"""“Information responsive to our request would include sales by licensees.”"""
_REMINDED = re.compile(
    r"^(?P<lead>)(?:please )?(?:also )?(?:note|be (?:aware|reminded|mindful) of|be advised of) "
    r"(?:the|your) (?:requirement|obligation|need) to (?P<verb>[a-z]+) (?P<thing>[^;]+?)[\s.]*$",
    re.I | re.S,
)
"""“Please note the requirement to file the opinion before effectiveness.”"""
_NONE = re.compile(
    r"^(?P<lead>(?:and |or )?(?:if|where) (?:there (?:is|are) |you have |you had )?(?:none|no such [a-z ]+), )"
    r"(?:please )?(?:also )?(?:so (?:state|indicate|disclose)|"
    r"(?:state|say|disclose|indicate) (?:so|(?:that|this) fact))\b",
    re.I,
)
"""“If there are none, so state.”"""
OBSERVED = "response to the observation that"
_RAISED = re.compile(
    r"^(?!(?:(?:please|also|in addition|in this regard|similarly),? )*"
    r"(?:refer|see(?! also comment)|note(?! that)|reference|for guidance|we (?:refer|remind))\b)"
    r"(?P<adds>(?:in addition|additionally|further(?:more)?|moreover|also|similarly|finally),? |"
    r"(?=(?:it|we) (?:also|further) |see also comment))?(?:(?:for (?:instance|example)|in this regard),? )?"
    r"(?:(?:we|it|please) (?:also |further )?(?:note|see|observe|appears?)(?: to us)?(?: that)? )?"
    r"(?P<thing>(?:(?!letter dated|response dated|further comments?\b|you may\b|suffic|object)[^?])+?)[\s.]*$",
    re.I | re.S,
)
"""“In addition, the opinion speaks of 500 shares but the fee table of 600”; nothing of letters and permissions."""
_LACKS = re.compile(
    r"\b(?:but|yet|although|whereas|while|however|not?|without|nor|cannot|should|differs?)\b|n[’']t\b", re.I
)
_CALLED_FOR = re.compile(
    r"\b(?:requires? you to|(?:is|are) (?:required|unclear|responsive)|calls for)\b", re.I
)
_TAKES_UP = frozenset({"revise", "clarify", "explain", "expand", "advise", "amend", "tell"})
SHORT = 6
"""Words of a directive that has no object of its own: “please revise accordingly”."""


def acts(units: Sequence[Unit]) -> list[Act]:
    """Everything that a comment's units ask for, in order and disjoint, in a directive or without one."""
    found = directives(units)
    implied = _implied(units, found)
    return sorted([*(a for here in found for a in here), *implied], key=lambda a: a.start) or _implicit(units)


def _implied(units: Sequence[Unit], found: Sequence[Sequence[Act]]) -> Iterator[Act]:
    """What the units without a directive ask for all the same; `found` are the acts of each unit."""
    others = set(to_others(units))
    for index, unit in enumerate(units):
        if found[index] or index in others:
            continue
        if act := _said(unit, index):
            again = act.verb == "file" and any(a.verb == "file" for here in found for a in here)
            yield from () if again else (act,)
        elif (doubt := _DOUBT.search(unit.text)) and not _taken_up(doubt, units, found[index + 1 :]):
            yield _act(unit, index, "explain", doubt["thing"])
        elif any(found[:index]):
            yield from _raised(units, index, found)


def _raised(units: Sequence[Unit], index: int, found: Sequence[Sequence[Act]]) -> Iterator[Act]:
    """What an observation raises by itself: a point of a list, or one added to what was asked, that finds a lack."""
    unit, said = units[index], _RAISED.match(units[index].text)
    end = next((i for i in range(index + 1, len(units)) if units[i].bullet), len(units))
    if said is None or any(found[index:end]) or not unit.text[0].isupper() or unit.text[-1] in ":;":
        return
    if _CALLED_FOR.search(unit.text) or (
        (unit.bullet or said["adds"] is not None) and _LACKS.search(unit.text)
    ):
        clause = re.sub(r"^(?:The|Your|This|These|You|It|We|In)\b", lambda m: m[0].lower(), said["thing"])
        yield _act(unit, index, "tell", f"{OBSERVED} {clause}", link="raised")


def perhaps_asking(text: str) -> Iterator[str]:
    """The sentences behind the requests of a comment that are added, or find a lack, and may ask for something."""
    every = units_of(text)
    asked = max((act.unit for act in acts(every)), default=len(every))
    for unit in every[asked + 1 :]:
        said = _RAISED.match(unit.text) if unit.text[0].isupper() else None
        if said and (said["adds"] is not None or _LACKS.search(said["thing"])):
            yield unit.text


def _said(unit: Unit, index: int) -> Act | None:
    text = unit.text
    if passive := _PASSIVE.match(text):
        thing = f"{passive['thing'].strip()}{passive['where']}"
        thing = re.sub(r"^(?:The|Your|This|These|Each|All|Any)\b", lambda m: m[0].lower(), thing)
        return _act(unit, index, _DONE[passive["done"].lower()], thing, _THEN.sub(", ", passive["lead"]))
    if guidance := _GUIDANCE.match(text):
        return _act(unit, index, "cite", f"{guidance['thing']} relied on")
    if meant := _MEANT.match(text):
        return _act(unit, index, "disclose", meant["thing"])
    if none := _NONE.match(text):
        return _act(unit, index, "state", "that there are none", none["lead"])
    if (reminded := _REMINDED.match(text)) and reminded["verb"].lower() in VERBS:
        return _act(unit, index, reminded["verb"].lower(), reminded["thing"])
    covered = _COVERED.match(text)
    return _act(unit, index, "tell", covered["thing"]) if covered else None


def _act(unit: Unit, index: int, verb: str, thing: str, lead: str = "", link: str = "implied") -> Act:
    return Act(unit.start, unit.end, verb, index, link, lead, " ".join(thing.split()))


def _taken_up(doubt: re.Match[str], units: Sequence[Unit], after: Sequence[Sequence[Act]]) -> bool:
    """Whether the directive after the doubt asks the same: “It is unclear why. Please revise.”

    What the company believes is a question of its own, unless the directive asks the same of it.
    """
    following = next((act for here in after for act in here), None)
    if following is None:
        return False
    said = units[following.unit].text
    same = following.verb in _TAKES_UP and bool(re.search(rf"\b{doubt['word']}\b", said, re.I))
    return same or len(said.split()) <= SHORT or not _REASONING.match(doubt["thing"])


_REASONING = re.compile(r"(?:why|how) you (?:believe|conclude|consider|determine)", re.I)


def _implicit(units: Sequence[Unit]) -> list[Act]:
    """A comment without any directive asks through what the staff does not understand."""
    for index, unit in enumerate(units):
        if pattern(IMPLICIT).search(unit.text):
            return [Act(unit.start, unit.end, "explain", index, "implicit")]
    return []
