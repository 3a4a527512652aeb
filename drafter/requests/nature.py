"""What each request is: its action, what it wants back, its condition, its alternative and its timing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.requests.acts import Act
from drafter.requests.cues import pattern, word_end
from drafter.requests.units import Unit
from drafter.requests.verbs import VERBS


@dataclass(frozen=True, slots=True)
class Nature:
    """The judged side of a request. `timing` is "future", "now" or ""; `object` what is asked for, alone."""

    action: str
    deliverable: str
    condition: str = ""
    alternative_of: int | None = None
    timing: str = ""
    object: str = ""


_LEADING = (
    r"(?:^|[\s,])((?:if|to\s+the\s+extent|where|when|once|unless|in\s+the\s+event"
    r"|as\s+applicable|assuming|should)\b.*?)"
    r"(?:,\s*(?:please|then|also|either|\(?[ivx]+\))?\s*)?$"
)
"""The condition before a directive: "To the extent material, "."""

_TRAILING = (
    r"\b(?<!so )(?<!soon )((?:if|where|when|as)\s+(?:any|available|true|so|not|material|appropriate|applicable|known"
    r"|possible|practicable|significant|needed)\b(?!:)|(?:if|to\s+the\s+extent)\s+(?:you|the|it|they"
    r"|that|such|your|this|there"
    r"|material|applicable|possible|practicable|known|available|significant|any|these|either"
    r"|one)\b(?!:)(?:[^,;:]|,(?=\d{3}\b))*)"
)
"""A condition inside or after the directive: "if available", "to the extent material"."""

_WHETHER = (
    r"\b(?:tell\s+us|advise\s+us|indicate|disclose|confirm|state|clarify|explain|know|determine|or)\s+$"
)
"""Before "if" where it means "whether": "tell us if these are the only costs"."""

_OF_THE_LAST = r", including [^.;]*, $"
"""Before a condition on the last of what an object includes: “the outages, including their cost, if material”."""

_OPEN_OBJECT = (
    r"\b(?:explain|describe|discuss|quantify|disclose|identify|disclosing"
    r"|for)\s+(any\s+(?!of\b|individual\b)[^,;]{3,80})$"
)
"""An object that may not exist: "explain any significant fluctuations"."""

_ALTERNATIVE = r"^\W*(?:alternatively|in the alternative)\b"
_OTHERWISE = r"^\W*otherwise\b"
_IN_THAT_CASE = r"\bin\s+(?:that|such)\s+(?:case|event)\b"

_FUTURE = (
    r"\bfuture\b[^.]{0,40}\b(?:filings?|statements?|reports?|10-[KQ]s?|disclosures?"
    r"|periods?)\b|\bgoing\s+forward\b|\bprospectively\b|\bnext\s+(?:periodic|quarterly"
    r"|annual|Form)"
)
_LEAD_FUTURE = r"(?:^|[,.]\s)in\s+(?:all\s+|your\s+|any\s+)?future\s+[^,;]{1,40},?\s*$"
"""“In future filings,” right before the directive, and not in a condition of it."""
_NOW = r"\bamend(?:ed|ment|ing)?\b|\bnext\s+amendment\b|\bprior\s+to\s+effectiveness\b"

_TO_US = (
    r"\b(?:(?:for|to|with)\s+us|tell\s+us|advise\s+us|supplementally|supplemental\s+basis"
    r"|(?:in|of)\s+your\s+(?:supplemental\s+)?response|(?:provide|give|furnish|send|show"
    r"|help)\s+us)\b"
)
"""The staff is the reader, so the answer stands in the letter and not in the filing."""

_CHAIN = (
    r"\b(?:revise|expand|amend|enhance|modify|supplement|update|ensure|consider"
    r"|clarify)\b(?P<via>[^,;:]{0,140}?)(?<!not )\b(?:to|that\s+you)\s+"
    r"(?:also\s+|further\s+|clearly\s+|specifically\s+|separately\s+|so\s+|more\s+fully\s+"
    r"|better\s+|[a-z]+ly\s+)*(?P<verb>[a-z]+)\b"
)
"""A verb of change that only carries another: "revise future filings to disclose", but no "so as not to present"."""

_PAPERS = (
    r"\b(?:cop(?:y|ies)|schedules?|support\s+for|documentation|memorand(?:um|a)|memo"
    r"|agreements?|reports?|materials|spreadsheets?|correspondence)\b"
)
_PROPOSED_OF = (
    r"\b(?:the\s+text\s+of\s+)?(?:(?:your|the|any)\s+)?(?:proposed|draft)\s+(?:revised\s+)?disclosures?\s+"
    r"(?:of|about|regarding|on|concerning)\s+"
)
"""Words of a filing to come, which the answer shows: what they are on is what is to be disclosed."""
_PROPOSED = rf"^{_PROPOSED_OF}"
_SHOWING = (
    r"(?:an?|the)\s+(?:\w+\s+)?(?:schedule|table|list|breakdown|summary)\b.{0,200}\b(?:that\s+)?"
    r"(?:show|set(?:s|ting)\s+(?:out|forth)|list(?:s|ing)|with)"
)
"""A table that the staff describes by its columns, which the letter itself can hold."""
_DISCLOSURE = r"\b(?:disclosures?|discussion|amendment|wording)\b"
_BRIDGE = r"^\W*(?:us\s+)?(?:with\s+)?(?:an?|the|your)?\s*(?:[\w-]+\s+)?reconciliation\b"
_STATEMENTS = r"\b(?:amend(?:ed|ment)?|financial\s+statements|Form\s+(?:8|10|20|6)-[KQF]|Form\s+8|report)\b"

_LEAD_IN = (
    r"^(?:\W*(?:and|or|but|please|also|either|similarly|further|in\s+that\s+case|otherwise"
    r"|if\s+so|[a-z]{3,}ly)\b,?\s*)*"
)
_AUDIENCE = (
    r"^(?:\s*(?:to|for|with)?\s*us\b(?:\s+supplementally)?)?(?:,[^,]*(?:supplemental basis"
    r"|supplementally)[^,]*,)?\s*(?:with\s+)?(?:(?:,?\s*(?:in"
    r"|for)\s+(?:your\s+)?future\s+(?:\w+\s+){0,2}?filings,?)\s*)?"
)
_SECOND_VERB = r"^\s*and(?:/or)?\s+[a-z]+\b"
"""What is left of "describe and quantify the losses" after its first verb."""

_LIMIT = (
    r"^,?\s*\b(?:if|to\s+the\s+extent|where|when)\s+(?:material|applicable|known|practicable|significant|any|so|available"
    r"|possible|necessary|appropriate),\s+"
)
"""A condition between the verb and its object; it is told by `condition`."""
_EXAMPLE = r"\W*(?:for example|as an example|by way of example|in this regard|in particular)\b"
"""How a sentence begins that says on what the request before it bears."""
_LATER = r",?\s+in\s+(?:your\s+)?(?:any\s+)?future\s+(?:\w+\s+){0,2}?filings$"
"""The timing at the end of an object; it is told by `timing`."""

_IN_A_FILING = r"\b(?:revis|expand|amend|disclos|filings?\b|releases?\b|reports?\b)"

ADDS = re.compile(r"(?:please )?(?:also )?add (?:an?|additional|appropriate)\b", re.I)
"""What is asked for in any case behind “and, if so, which of them”."""

_MOVABLE = frozenset({"describe", "discuss", "quantify", "clarify", "identify", "disclose", "explain"})
"""Actions that take their reader from the directive they are joined to."""


def natures(text: str, units: Sequence[Unit], acts: Sequence[Act]) -> list[Nature]:
    """One nature for each act, in their order; `alternative_of` is an index into them."""
    found: list[Nature] = []
    for index, act in enumerate(acts):
        words = " ".join(text[act.start : act.end].split())
        goes_on = index and (
            acts[index - 1].unit == act.unit or (act.link == "implied" and pattern(_EXAMPLE).match(words))
        )
        before = acts[index - 1] if goes_on else None
        nature = _nature(act, words, found[-1] if before else None, _listed(units, acts, found, index))
        if (
            index + 1 < len(acts)
            and acts[index + 1].link == "ellipsis"
            and acts[index + 1].lead.startswith("if you")
        ):
            nature = replace(nature, object=_LAST_JOINT.sub(", and ", nature.object, count=1))
        shared = found[-1].condition if before and act.link == "and" else ""
        alone = shared.startswith("any ") or (before and before.link == "ellipsis" and ADDS.match(words))
        condition = "" if act.link == "raised" else _condition(act, words, "" if alone else shared)
        found.append(
            replace(
                nature,
                condition=condition,
                alternative_of=_alternative(units[act.unit], acts, found, index),
                timing=_timing(units[act.unit].text, words, nature.deliverable),
            )
        )
    return _with_shared_objects(text, acts, _with_shared_readers(text, acts, found))


_LAST_JOINT = re.compile(r",\s+(?!(?:and|or|if|where|when)\b)(?=[^,]+$)")
"""The last comma of a list whose last member, behind “and, if you ...”, is a request of its own."""


def _with_shared_readers(text: str, acts: Sequence[Act], found: list[Nature]) -> list[Nature]:
    """The natures, “identify X” answered to the staff where “and explain to us” follows in its sentence."""
    shared = list(found)
    for i in range(len(shared) - 1):
        here, after = acts[i], acts[i + 1]
        joined = (
            after.link == "and" and after.unit == here.unit and shared[i + 1].deliverable == "explanation"
        )
        told = pattern(_TO_US).search(text[after.start : after.end][:60])
        filed = pattern(_IN_A_FILING).search(text[here.start : here.end])
        if (
            joined
            and told
            and not filed
            and (shared[i].action == "identify" or (shared[i].action == "clarify" and not shared[i].object))
        ):
            shared[i] = replace(shared[i], deliverable="explanation", timing="")
    return shared


def _with_shared_objects(text: str, acts: Sequence[Act], found: list[Nature]) -> list[Nature]:
    """The natures, those without an object with that of the next: "Please tell us and disclose X", but not "Please
    revise, and disclose X".
    """
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = acts[i], acts[i + 1]
        apart = here.verb == "revise" and "," in text[here.end : after.start]
        if not (shared[i].object or apart) and after.link == "and" and after.unit == here.unit:
            shared[i] = replace(shared[i], object=shared[i + 1].object)
    return shared


def _listed(units: Sequence[Unit], acts: Sequence[Act], found: list[Nature], index: int) -> Nature | None:
    """The nature of the first point of the bulleted list that the act stands in, None outside one."""
    stem = units[acts[index].unit].stem
    if stem < 0:
        return None
    return next((n for n, a in zip(found, acts, strict=False) if units[a.unit].stem == stem), None)


def _nature(act: Act, words: str, before: Nature | None, listed: Nature | None) -> Nature:
    verb, thing = _verb_and_object(act, words)
    action, deliverable = VERBS.get(
        verb, ("tell_us", "explanation") if act.link == "question" else ("revise", "revised_disclosure")
    )
    if act.thing:
        return Nature(action, before.deliverable if before else deliverable, object=thing)
    if act.link in {"ellipsis", "implicit"} or (act.link == "inherited" and listed):
        model = before or listed
        action = model.action if model and act.lead not in {"", "if so", "if not"} else action
        action, deliverable = _of_ellipsis(words, action), model.deliverable if model else "explanation"
    else:
        action, deliverable = _refined(action, deliverable, words, thing)
        deliverable = _reader(
            (action, deliverable), act.lead, words, before if act.link == "and" else None, listed
        )
        if action == "provide" and deliverable == "explanation" and pattern(_LEAD_FUTURE).search(act.lead):
            action, deliverable = "disclose", "revised_disclosure"
    return Nature(action, deliverable, object=thing)


def _of_ellipsis(words: str, action: str) -> str:
    if re.search(r"\bbasis\b|\brationale\b", words[:40]):
        return "explain"
    return "describe" if re.match(r"(?:along|together) with", words) else action


def _verb_and_object(act: Act, words: str) -> tuple[str, str]:
    """The verb that counts, and what it is about, without directive, audience and closing mark."""
    if act.thing:
        return act.verb, act.thing.rstrip(" .;:,")
    if act.link in {"inherited", "ellipsis", "question", "implicit"}:
        return act.verb, pattern(_LEAD_IN).sub("", words, count=1).rstrip(" .;:,")
    chain = pattern(_CHAIN).search(words)
    verb, rest = act.verb, words
    if chain and chain.start() <= 60 and chain["verb"].lower() in VERBS.keys() - {"conform", "align"}:
        if chain["verb"].lower() not in {"include", "present", "address"}:
            verb = chain["verb"].lower()
        rest = words[chain.end() :]
    else:
        rest = words[max(word_end(words, act.verb), 0) :]
    rest = pattern(_LIMIT).sub(" ", rest, count=1)
    thing = pattern(_AUDIENCE).sub("", pattern(_SECOND_VERB).sub("", rest, count=1), count=1)
    thing = pattern(_LIMIT).sub("", thing, count=1)
    thing = re.sub(r"[;,]\s*(?:and|or)\s*$", "", thing)
    said = pattern(_LATER).sub("", thing.strip(" .;:,"), count=1)
    return verb, pattern(_PROPOSED).sub("", re.sub(r"^(?:also|separately|too),? ", "", said), count=1)


def _refined(action: str, deliverable: str, words: str, thing: str) -> tuple[str, str]:
    """Action and deliverable where the object decides: a bridge, papers, an exhibit or an amended filing."""
    if action == "provide":
        return _provided(words, thing)
    if action == "file" or re.search(r"\b(?:have\b.{0,40}|obtain and )\bfile\b", words, re.I):
        if re.search(r"^(?:an?|the|your)\s+amend|\bin\s+an\s+amend", thing, re.I):
            return "amend", "amendment"
        return "file", "amendment" if pattern(_STATEMENTS).search(
            thing
        ) and "exhibit" not in thing.lower() else "exhibit"
    if re.match(r"(?:please\s+)?do\s+not\b", words, re.I):
        return "refrain", "revised_disclosure"
    if action == "describe" and re.match(r"why\b", thing):
        return "explain", deliverable
    if action == "disclose" and re.match(r"(?:the\s+)?(?:dollar|amount|percentage|number)\b", thing):
        return "quantify", deliverable
    if re.search(r"\bauditor\b.{0,40}\brevise\b", words):
        return "revise", "amendment"
    return action, deliverable


def _provided(words: str, thing: str) -> tuple[str, str]:
    """What "provide" wants: an analysis in the letter, papers beside it, or disclosure in the filing."""
    if pattern(_BRIDGE).match(thing):
        return "reconcile", "explanation"
    to_us = bool(pattern(_TO_US).search(words))
    start = thing[:70]
    if pattern(_PROPOSED_OF).search(words):
        return "revise", "revised_disclosure"
    if to_us and pattern(_SHOWING).match(thing):
        return "provide", "explanation"
    if pattern(_PAPERS).search(start) and not pattern(_DISCLOSURE).search(start):
        return "provide", "supplemental"
    if re.match(r"(?:the|an?)\s+(?:\w+\s+)?consent\b", start):
        return "file", "exhibit"
    if to_us or re.search(r"\b(?:literature|analysis|computations?|assessment)\b", start):
        return "provide", "explanation"
    if re.search(r"\b(?:submit|furnish)\b", words[:20], re.I):
        return "provide", "supplemental"
    return "disclose", "revised_disclosure"


def _reader(
    kind: tuple[str, str], lead: str, words: str, before: Nature | None, listed: Nature | None
) -> str:
    """Who reads the answer: the staff (an explanation) or investors (revised disclosure)."""
    action, deliverable = kind
    if action not in _MOVABLE:
        return deliverable
    if pattern(_TO_US).search(lead) or pattern(_TO_US).search(words[:60]):
        return "explanation"
    if pattern(_LEAD_FUTURE).search(lead) or re.search(
        r"\b(?:revise|expand|future\s+filings|your\s+disclosures?)\b", words[:60], re.I
    ):
        return "revised_disclosure"
    model = before or (listed if action != "disclose" else None)
    if model and action != "disclose" and model.deliverable in {"explanation", "revised_disclosure"}:
        return model.deliverable
    return deliverable


def _condition(act: Act, words: str, inherited: str) -> str:
    """The condition's own words: before the directive, inside it, or shared with the directive before."""
    leading = pattern(_LEADING).search(act.lead)
    if leading:
        return " ".join(leading.group(1).split()).rstrip(" ,")
    if re.match(r"if\s+(?:so|not)\b", words, re.I):
        return " ".join(words.split()[:2]).rstrip(",")
    if re.match(r"otherwise\b", words, re.I) or pattern(_OTHERWISE).search(act.lead):
        return "otherwise"
    if pattern(_IN_THAT_CASE).search(words[:40]):
        return "in that case"
    bare = words.rstrip(" .;:,")
    trailing = pattern(_TRAILING).search(bare)
    if trailing and pattern(_OF_THE_LAST).search(bare[: trailing.start(1)]):
        return inherited
    if trailing is None or pattern(_WHETHER).search(bare[: trailing.start(1)]):
        trailing = pattern(_OPEN_OBJECT).search(bare)
    return trailing.group(1) if trailing else inherited


def _alternative(unit: Unit, acts: Sequence[Act], found: list[Nature], index: int) -> int | None:
    """The request that this one may replace.

    "or" replaces the nearest, "Alternatively" and "Otherwise" the whole group before it, named by its first request.
    """
    act = acts[index]
    earlier = [i for i in range(index) if acts[i].unit != act.unit]
    if len(earlier) < index and act.link != "head":
        return _joined_alternative(unit, acts, found, index)
    if earlier and (pattern(_OTHERWISE).match(unit.text) or pattern(_ALTERNATIVE).match(unit.text)):
        return next(i for i in earlier if acts[i].unit == acts[earlier[-1]].unit)
    return None


def _joined_alternative(unit: Unit, acts: Sequence[Act], found: list[Nature], index: int) -> int | None:
    """The same for an act that is joined to another of its sentence by "or", "and" or an ellipsis."""
    replaced = found[index - 1].alternative_of
    if acts[index].link == "or":
        return replaced if replaced is not None and acts[index - 1].link == "or" else index - 1
    before = unit.text[: acts[index].end - unit.start]
    if pattern(_ALTERNATIVE).match(unit.text) or pattern(_IN_THAT_CASE).search(before[-200:]):
        return replaced
    return None


def _timing(unit: str, words: str, deliverable: str) -> str:
    """When: "future" for filings to come, "now" for an amendment, "" where nothing is said."""
    if deliverable not in {"revised_disclosure", "amendment", "exhibit"}:
        return ""
    if pattern(_FUTURE).search(unit):
        return "future"
    return "now" if deliverable == "amendment" or pattern(_NOW).search(words) else ""
