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
    r"^(?:the )?(?:absence|consideration|basis|rationale|response|detail|more|additional|fact\b|"
    r"proposed|methodology for)"
)
OPEN = re.compile(
    r"\b(?:and|or|if so|if not)\b,? (?:how|why|whether|what|when|if|the (?:extent|reasons?|basis))\b|"
    r", (?:and )?(?:how|why|whether|over what|for what|the (?:amount|number|nature|date|extent|percentage)s?)\b|;|: "
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
    be = "were" if plural(subject) else "was"
    blank = scene.blank(f"{short}{_unit(short)}, or none", of=thing)
    return f"{raised(subject)} {be} {blank}."


def _unit(short: str) -> str:
    """The unit and the periods that a blank for that amount asks for."""
    by = "" if "period" in short else " for each period presented"
    unit = "" if _COUNT.search(short) else " in percent" if _SHARE.search(short) else " in millions"
    return f",{unit}{by}" if unit or by else ""


_COUNT = re.compile(r"\b(?:numbers?|counts?)\b", re.I)
_SHARE = re.compile(r"\b(?:percentages?|rates?|ratios?|margins?)\b", re.I)
"""What is given in percent."""


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
        rest = scene.blank(
            _sought(thing, HEAD.split(one)[0], f"{HEAD.split(one)[0]} {other}".rstrip(" .")), of=thing
        )
        return f"{first} Those {other.rstrip()} are as follows: {rest}."
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
    what = scene.blank(_sought(thing, found["noun"], _specific(short, thing)) + limit, of=thing)
    return f"{raised(subject)} {'are' if many else 'is'} as follows: {what}."


def _sought(thing: str, noun: str, short: str) -> str:
    """What the blank for a thing asks for: its facts, its amounts, or what carries it."""
    if _REASON.match(noun):
        return f"{'each of the ' if plural(noun) else 'the '}{short}, with its amount and the facts that carry it"
    if re.match(r"(?:basis|rationale|support)\b", noun):
        return f"facts and guidance that carry the {short}"
    if MEASURE.match(thing):
        return f"{short}{_unit(short)}"
    if re.match(r"(?:\w+ )?analysis\b", noun):
        return (
            "facts, the paragraphs applied to each, alternatives considered and conclusion, by whom and when"
        )
    return f"description of {short}{', with amounts and dates' if _COUNTED.search(short) else ''}"


_COUNTED = re.compile(
    r"\b(?:contacts|transactions|agreements|arrangements|items|drivers|adjustments|trends|commitments|"
    r"expenditures?|expenses?|costs?|charges?|payments?|revenues?|sales|receipts|loans?|loss(?:es)?|gains?|fees|"
    r"impacts?|effects?|changes?|fluctuations?|acquisitions?|breakdown|rollforward|amounts?)\b"
)
"""What has amounts and dates."""


def _specific(short: str, thing: str) -> str:
    """The short name, of a general one (“nature and extent”) with what it is the nature of, up to `SPECIFIC` words."""
    if not _GENERAL.fullmatch(short):
        return short
    whole = re.sub(rf"^{DETERMINER}", "", thing)
    whole = re.split(r",? (?:whether|including|such as|since|that would be)\b", whole)[0]
    kept = " ".join(whole.split()[:SPECIFIC])
    kept = kept if kept == whole or ", " not in kept else kept[: kept.rfind(", ")]
    return _HANGING.sub("", kept.rstrip(" ,."))


_GENERAL = re.compile(
    r"(?:\w+ )?(?:nature(?: and \w+)?|extent|terms|status|role|information|relationship|impact|effects?|amounts?|"
    r"facts(?: and \w+)?|circumstances|details?|components?|types?|number|class)",
    re.I,
)
SPECIFIC = 16
"""Words."""


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
    r"(?<!\band)(?<!\bor)\s(?:as|of|for|that|which|at|in|on|by|to|from|with|used|regularly|attributable|related|we|it|the|"
    r"exclusive|inclusive|set|held|made|[a-z]+ed|"
    r"(?:caus|reflect|support|relat|regard|concern|show|explain|describ|includ|contribut|driv|aris|affect|impact|result)ing)\b"
)


def shortly(thing: str) -> str:
    """The thing by its short name, else by its first words."""
    thing = re.sub(r"^(?:or|and) [a-z]+ ", "", thing)
    return topic(thing) or _HANGING.sub("", " ".join(thing.split()[:8]).rstrip(",."))


_HANGING = re.compile(
    r"(?:\s+(?:of|and|or|for|to|with|the|an?|its|our|their|each|any|in|on|by|from|that|which))+$"
)
"""Words that a cut leaves without what they belong to."""
