"""A thing that the staff asks for by its noun, as the statement that gives it, with a blank for what it is."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.clauses import MATTER
from drafter.drafting.kinds import MEASURE
from drafter.drafting.scene import Scene
from drafter.drafting.topic import ASKING, topic

DETERMINER = r"(?:the [A-Z]\w+'s |the |its |our |any |each |such |these |those )"
_NOUN = re.compile(
    rf"^(?:{DETERMINER}|an? (?=(?:[\w-]+ )?(?:breakdown|summary|list|schedule|table|description|discussion|analysis|"
    r"reconciliation|explanation|rollforward|roll-forward|example|calculation)\b))(?P<noun>[a-z].*)$",
    re.S,
)
_PLURAL_NOUN = re.compile(
    r"^(?P<noun>(?:material |significant |other |further |additional )?[a-z][a-z-]*s\b.*)$", re.S
)
_WIDE = re.compile(
    r"^(?:the )?(?:consideration|basis|rationale|response|detail|more|additional|fact\b|proposed|methodology for)"
)
OPEN = re.compile(
    r"\b(?:and|or|if so|if not)\b,? (?:how|why|whether|what|when|if|the (?:extent|reasons?|basis))\b|;|: "
)
"""Where one question runs into another, so that a single statement would answer only the first."""
LONGEST = 34
"""Words; a longer question is named by its topic and asked in the blank."""


def quantity(thing: str, scene: Scene) -> str:
    """The statement of an amount that the staff asks to have quantified; "" where it is a question or unclear."""
    if ASKING.match(thing) or OPEN.search(thing) or len(thing.split()) > LONGEST:
        return ""
    name = topic(thing) or (thing if len(thing.split()) <= SHORT else "")
    if not name or name == MATTER:
        return ""
    subject = re.sub(r"^any ", "the ", thing.rstrip(" ."))
    short = re.sub(rf"^{DETERMINER}", "", name)
    by = "" if "period" in short else " and by period"
    be = "were" if plural(subject) else "was"
    none = (
        "" if re.match(DETERMINER, thing) and not thing.startswith("any ") else f", or that there {be} none"
    )
    return f"{raised(subject)} {be} {scene.blank(f'amount of {short}, with its unit{by}{none}')}."


SHORT = 14
"""Words of an amount's name that a blank can repeat whole."""


def plural(noun: str) -> bool:
    """Whether the noun phrase is in the plural: “the effects of it”, and not “the effect on amounts”."""
    noun = re.sub(rf"^{DETERMINER}", "", noun)
    head = HEAD.split(noun)[0]
    return bool(re.search(r"(?:(?<![siu])s|data|criteria)$", head)) or " and " in head


def named_thing(thing: str, scene: Scene, limit: str) -> str:
    """The statement of a thing that a noun phrase names; "" where it is a question or unclear."""
    one, those, other = thing.partition(" and those ")
    if those and ASKING.match(thing) is None and (first := named_thing(one.rstrip(","), scene, limit)):
        return f"{first} {scene.blank(f'those {other.rstrip()}, with amounts by period, or that there are none')}."
    found = _NOUN.match(thing) or _PLURAL_NOUN.match(thing)
    name = topic(thing) or (HEAD.split(found["noun"])[0] if found else "")
    if found is None or ASKING.match(thing) or not name or _WIDE.match(found["noun"]):
        return ""
    many = plural(found["noun"])
    if not many and found.re is _PLURAL_NOUN:
        return ""
    if found.re is _PLURAL_NOUN or thing.startswith("any "):
        return f"{scene.blank(found['noun'] + ', with amounts by period, or that there were none')}."
    if _ABSTRACT.match(found["noun"]):
        return f"{scene.blank(f'{thing}, with amounts by period')}."
    short = re.sub(rf"^{DETERMINER}", "", name)
    if _SIMPLE.match(found["noun"]) and not many:
        return f"{raised(re.sub(r'^any ', 'the ', thing))} is {scene.blank(short)}."
    subject = re.sub(r"^any ", "the ", thing)
    what = scene.blank(_sought(thing, found["noun"], short) + limit)
    return f"{raised(subject)} {'are' if many else 'is'} as follows: {what}."


def _sought(thing: str, noun: str, short: str) -> str:
    """What the blank for a thing asks for: its facts, its amounts, or what carries it."""
    if _REASON.match(noun):
        return f"{'each of the ' if plural(noun) else 'the '}{short}, with its amount and the facts that carry it"
    if re.match(r"(?:basis|rationale|support)\b", noun):
        return f"facts and guidance that carry the {short}"
    if MEASURE.match(thing):
        return f"{short}, for each period presented, with its unit"
    if re.match(r"(?:\w+ )?analysis\b", noun):
        return (
            "facts, the paragraphs applied to each, alternatives considered and conclusion, by whom and when"
        )
    return f"description of {short}, with amounts and dates"


_ABSTRACT = re.compile(
    r"(?:[\w-]+ )?(?:severity|extent|level|frequency|likelihood|significance|degree)s? (?:of|on)\b"
)
"""What a sentence can hardly say that it “is as follows”."""
_REASON = re.compile(r"(?:underlying |specific |business )*(?:reason|cause|factor)s?\b")
_SIMPLE = re.compile(
    r"(?:\w+ )?(?:dates?|names?|title|location|identity|maturity|currency|jurisdiction|"
    r"court|address)\b"
)
"""What one word or day answers."""
HEAD = re.compile(
    r"\s(?:as|of|for|that|which|at|in|on|by|to|from|with|used|regularly|attributable|related|we|it|the|"
    r"exclusive|inclusive|set|[a-z]+ed|[a-z]+ing)\b"
)


def shortly(thing: str) -> str:
    """The thing by its short name, else by its first words."""
    thing = re.sub(r"^(?:or|and) [a-z]+ ", "", thing)
    return topic(thing) or " ".join(thing.split()[:8]).rstrip(",.")
