"""The short noun phrase that a request is about."""

from __future__ import annotations

import re

from drafter.drafting.language.verbs import finite

ASKING = re.compile(
    r"^(?:how|why|whether|what|which|who|when|where|to what extent|the (?:extent|degree) to which|if|"
    r"(?:in|to|by|at|under) (?:which|what|whom))\b",
    re.I,
)
"""An indirect question: "how you calculate", not "the amount of"."""
_STOPS = (
    "is are was were be been will would should has have had "
    "does do did can could may might must which that who whom"
    " whose rather because when where while during pursuant "
    "than including such belong belongs exceed exceeds appear"
    " appears apply applies meet meets qualify qualifies represent represents include includes relate relates"
    " constitute constitutes result results resulting remain remains not in under if unless "
    "since so before after as at by on from given within"
    " despite throughout upon into considering using through "
    "but though although consistent regularly provided held"
    " attached arising allocated used disclosed presented included described recorded recognized made required issued"
)
_INNER = "".join(
    f"(?<!{noun})(?<!{noun}s)" for noun in ("change", "increase", "decrease", "interest", "investment")
)
"""Nouns whose "in" belongs to them."""
_STOP = re.compile(
    r"(?:\s+(?:you|we|it|they|the [A-Z]\w+) (?=(?:has|have|had|is|are|was|were|will|do|does|did|uses?|"
    r"took|takes?|plans?)\b)|"
    rf"\s*[,;:](?!\d)|\s\(|{_INNER}\s+in\b|\s+(?:{'|'.join(w for w in _STOPS.split() if w != 'in')})\b)"
)
_SUBJECT = (
    r"(?:it|we|you|management|they|the (?:company|partnership|"
    r"registrant|trust|fund|board|staff|auditor|committee))"
)
_AUX = r"(?:has|have|had|does|did|do|is|are|was|were|will|would|gave|gives?|can|could|may|should)"
_VERBAL = (
    r"(?:[a-z]+ed|[a-z]+ing|determine|conclude|consider|believe|"
    r"made|gave|given|assess|evaluate|use|apply|account"
    r"|calculate|define|intend|plan|monitor|measure|present|classify|arrive at)"
)
_ACTIVE = r"(?:did|does|do|will|would|can|could|may|should|have|has|had)"
_ASKED = re.compile(
    r"^(?:how|why|whether|what|which|when|where|who|if|to what extent|the (?:extent|degree) to which)"
    r"(?:\s+(?:consideration|impact|effect|basis|factors|steps|measures|extent|specific\w*|part))?"
    rf"(?:\s+{_SUBJECT}(?:\s+[a-z]+ly)?(?:\s+{_ACTIVE}(?:\s+not)?(?:\s+[a-z]+ly)?\s+[a-z-]+|"
    rf"\s+{_AUX}(?:\s+not)?(?:\s+[a-z]+ly)?(?:\s+{_VERBAL}\b)?|"
    rf"\s+[a-z-]+))?\s+"
    r"(?:(?:that|whether|if|how|why|to|for|about|in)\s+)*",
    re.I,
)
_TRAILING = frozenset(
    str.split(
        "of and or for to with the a an its our each any in on by between we it they you why how around regarding "
        "concerning about over towards into"
    )
)


def _noun_phrase(words: list[str]) -> list[str]:
    """The words up to their verb, without what trails; [] where a verb opens them or they say nothing in particular."""
    if not words or _HAPPENED.match(words[0]):
        return []
    if verb := finite(" ".join(words)):
        words = " ".join(words)[: verb.start].split()
    while words and words[-1] in _TRAILING:
        words = words[:-1]
    return [] if " ".join(words).lower() in _TOO_GENERAL else words


_HAPPENED = re.compile(
    r"(?:gave|led|caused|drove|made|prompted|resulted|triggered|changed|happened|occurred|explains?)$"
)
"""A verb that “what” is the subject of."""
_TOO_GENERAL = frozenset(
    f"the {noun}"
    for noun in [
        "basis",
        "reason",
        "reasons",
        "nature",
        "extent",
        "facts",
        "information",
        "analysis",
        "impact",
        "effect",
        "effects",
    ]
)
"""What says nothing of what an answer is about."""
_HALF = frozenset(str.split("past current present future historical actual potential direct other key main"))
"""Adjectives that a list of adjectives breaks off after."""
_NO_TOPIC = frozenset(
    str.split(
        "not with please it they them this these those that you we us he "
        "she there to be so each and or more how why whether what"
        " your its our which if"
    )
)
LONGEST_TOPIC = 9
"""Words; a longer noun phrase is no topic but the request over again."""


_CAUSED = re.compile(r"what (?:gave|caused|drove|led|happened|makes|made)\b", re.I)
"""A question whose subject is what it asks for: “what gave rise to the revision”."""


def topic(text: str) -> str:
    """The short noun phrase that a turned request is about; "" where none can be cut out safely."""
    return "" if _CAUSED.match(text) else _named(text)


def _named(text: str) -> str:
    rest = _ASKED.sub("", text, count=1) if ASKING.match(text) else text
    if text.startswith("how "):
        rest = re.sub(r"^[a-z]+ (?=(?:our|your|the|its|these|those|such)\b)", "", rest)
    rest = re.sub(
        r"^(?:analysis|basis|consideration|explanation) (?:of|for) (?:whether |how |why )?", "", rest
    )
    stop = _STOP.search(rest)
    words = (rest[: stop.start()] if stop else rest).split()
    if (stop and stop.group(0).strip() == "than") or re.match(
        r"[a-z]+ed (?:the|this|these|your|its|our|a)\b", rest
    ):
        return ""
    words = _noun_phrase(words)
    pointed = len(words) > 1 and words[0].lower() in {"these", "those", "such"}
    if not words or len(words) > LONGEST_TOPIC or (words[0].lower() in _NO_TOPIC and not pointed):
        return ""
    opened = _ASKED.match(text) if ASKING.match(text) else None
    if opened and opened.group(0).endswith(" to ") and _BARE_VERB.match(words[0]):
        return ""
    if re.search(r"[“”\"]", " ".join(words)) or words[-1].lower() in _HALF:
        return ""
    words[0] = "the" if words[0] == "The" else words[0]
    return " ".join(words) if len(words) > 1 or words[0][0].isupper() else ""


_BARE_VERB = re.compile(
    r"(?:file|amend|include|provide|disclose|revise|complete|remediate|comply|adopt|register|issue|make)\b"
)
"""A verb that “when you intend to” leaves over."""
