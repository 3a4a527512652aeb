"""A thing that the staff asks for by its noun, as the statement that gives it, with a blank for what it is."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import raised
from drafter.drafting.language.clauses import MATTER
from drafter.drafting.language.kinds import MEASURE
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.topic import ASKING, topic

DETERMINER = r"(?:the [A-Z]\w+'s |the |its |our |any |each |such |these |those )"
_NOUN = re.compile(
    rf"^(?:{DETERMINER}|an? (?=(?:[\w-]+ )?(?:breakdown|summary|list|schedule|table|description|discussion|analysis|"
    r"reconciliation|explanation|rollforward|roll-forward|example|calculation)\b))(?P<noun>[a-z].*)$",
    re.S,
)
_PLURAL_NOUN = re.compile(
    r"^(?P<noun>(?:material |significant |other |further |additional )?[a-z][a-z-]*s\b.*)$", re.S
)
_WIDE = re.compile(r"^(?:the )?(?:absence|consideration|response|detail|more|additional|fact\b|proposed)")
OPEN = re.compile(
    r"\b(?:and|or|if so|if not)\b,? (?:how|why|whether|what|when|if|the (?:extent|reasons?|basis))\b|"
    r", (?:and )?(?:how|why|whether|over what|for what|"
    r"the (?:carrying |total |dollar )?(?:amount|number|nature|date|extent|percentage)s?)\b|;|: "
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
    several = " and the " in _PERIOD.sub("", subject)
    short = re.sub(
        rf"^{DETERMINER}", "", subject if several and len(subject.split()) <= SHORT else _cut(name)
    )
    wants = f"{short}{_unit(short, subject)}{', or none' if thing.startswith('any ') else ''}"
    blank = scene.blank(wants, of=thing)
    return f"{raised(subject)} {'were' if several or plural(subject) else 'was'} {blank}."


def _cut(name: str) -> str:
    """The name without the subject of a clause that hangs on it: “percentage of revenue the Company”."""
    words = name.split() or [""]
    owner = 2 if words[-2:-1] == ["the"] and words[-1][:1].isupper() else words[-1] in {"we", "it", "they"}
    return (
        name
        if len(words) <= owner + 1 or words[-owner - 1] in _TAKES_NOUN
        else " ".join(words[: len(words) - owner])
    )


_TAKES_NOUN = frozenset(str.split("of on to by for in at with from against and or as"))


def _unit(short: str, thing: str, alone: bool = False) -> str:
    """The unit that a blank for an amount asks for, and its periods, whole where the blank stands `alone`."""
    plain = re.match(r"(?:[\w-]+ ){0,3}amounts?\b(?! and)", short)
    kinds = [
        unit for words, unit in _UNITS if re.search(words, short, re.I) and not (plain and "percent" in unit)
    ]
    counts = _COUNT.search(short)
    mixed = len(kinds) > 1 or (
        (kinds or counts) and re.search(r"\bamounts? and\b|\band .*\bamounts?\b", short)
    )
    one = kinds[0] if kinds else " in millions"
    unit = " each in its unit" if mixed else "" if counts else one
    said = period(thing)
    flows = not said and _FLOW.search(short) and not _ONCE.search(thing)
    by = " for each period presented" if flows else ", by period" if _PERIODS.search(said) else ""
    by = f"{',' if unit else ''}{period(thing, short)}" if alone and period(thing, short) else by
    return f",{unit}{by}".replace(",,", ",") if unit or by else ""


def period(thing: str, short: str = "") -> str:
    """The periods that the staff names for that, behind a space; "" where it names none, or the short name has them."""
    found = _PERIOD.search(thing)
    said = re.sub(r"(?:[ ,]+(?:and|to|through|the|covered))+$", "", found[0].strip(" ,")) if found else ""
    return f" {said}" if said and said not in short else ""


_PERIODS = re.compile(r"\b(?:each|and|through|periods|years|quarters|months|dates)\b")
"""Periods of which there are several."""
_COUNT = re.compile(r"\b(?:numbers?|counts?|volumes?|ratios?)\b|^amounts?$", re.I)
_UNITS = (
    (r"\bper (?:\w+ )?(?:share|unit|barrel|ton|acre|square foot)\b", " in dollars"),
    (
        r"\b(?:percentages?|rates?|margins?|yields?)\b|(?<!sales )(?<!tax )\breturn(?:s? on\b|$)",
        " in percent",
    ),
    (r"\b(?:penalt(?:y|ies)|fees?|fines?|bonus(?:es)?|price)\b", " in dollars"),
)
"""What is not given in millions."""
_FLOW = re.compile(
    r"\b(?:revenues?|sales|incomes?|expenses?|expenditures?|costs?|charges?|gains?|loss(?:es)?|payments?|purchases|proceeds|"
    r"receipts|impacts?|effects?|damages?|adjustments?|write-offs?|changes?)\b",
    re.I,
)
MONEY = re.compile(
    rf"{_FLOW.pattern}|\b(?:cash|assets|equity|earnings|profits?|fees|amounts?|debt|deposits|loans|backlog|EBITDA|"
    r"receivables?|payables?|inventor(?:y|ies)|liabilit(?:y|ies)|dividends|balances?|values?)\b",
    re.I,
)
"""What is told in a currency."""
_ONCE = re.compile(
    r"\b(?:maximum|minimum|range|expected|estimates?|estimated|initial|updated|potential|penalt(?:y|ies)|"
    r"carrying|fair value|merger|acquisition|offer|offering|transactions?|intended|shares|would|will|termination|"
    r"expects?|(?:19|20)\d\d)\b",
    re.I,
)
"""What is an amount on one day, of one year or deal, or to come."""
_PERIOD = re.compile(
    r"(?:^|,? )(?:for|during|over|in|as of|at) (?:each of )?(?:(?:the|fiscal|our|its|each) )*"
    r"(?:(?:last|past|most|recent|latest|first|second|third|fourth|prior|current|previous|subsequent|interim|fiscal|"
    r"two|three|four|five|six|nine|twelve|year-to-date|annual) )*"
    r"(?:(?:year|period|quarter)[ -]ends?|years?|quarters?|periods?|months?|(?:19|20)\d\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}|"
    r"(?:balance sheet|reporting|period) dates?)\b"
    r"(?:,? (?:and|through|to|ended|presented|covered|20\d\d|the|subsequent|interim|periods?|years?|months?|quarters?|"
    r"[A-Z][a-z]+ \d{1,2},? \d{4}|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{1,2}|nine|six|three))*"
)
"""The periods that the staff itself names: “for the last three fiscal years and the subsequent interim period”."""


def valued(thing: str, quantified: bool = False) -> str:
    """The figure, date or name that is asked for, with its unit; "" for what has to be described.

    Where it is to be `quantified`, a thing of money is an amount too: “the synergies”.
    """
    noun = _HANGING.sub("", re.sub(rf"^{DETERMINER}", "", _ASIDE.split(thing)[0]))
    head = HEAD.split(noun)[0].partition(" per ")[0]
    named = _VALUE.search(head)
    money = quantified and noun != thing and _MONEY.search(head) and not _MANY.search(thing)
    long = len(head.split()) > LONGEST_HEAD or len(noun.split()) > LONGEST_VALUE
    if not (named or money) or long or ASKING.match(thing) or thing.startswith("their ") or _TOLD.match(noun):
        return ""
    short = _PERIOD.sub("", noun)
    if named and _NO_UNIT.search(head):
        return f"{short}{period(thing, short)}"
    dates = " at each date" if len(_DAY.findall(thing)) > 1 and not _PERIOD.search(thing) else ""
    return f"{short}{_unit(head if _unit(head, head) != _unit('', '') else short, thing, alone=True)}{dates}"


_ASIDE = re.compile(r", (?!and\b)|,? (?:such as|including|based on|assuming)\b")
_VALUE = re.compile(
    r"\b(?:percentages?|amounts?|numbers?|rates?|ratios?|values?|fees?|prices?|portion|proceeds|costs?|balances?|rents?|"
    r"margins?|volumes?|salary|premium|discount|threshold|capacity|size|"
    r"dates?|names?|address|symbol|term|maturity|life|lives|duration)(?: payable| outstanding| due| required)?$"
)
"""What a few words or one figure give."""
_NO_UNIT = re.compile(
    r"\b(?:dates?|names?|address|symbol|term|maturity|life|lives|duration|exchange ratio|portion)$"
)
_MONEY = re.compile(
    r"\b(?:savings|synergies|liabilit(?:y|ies)|debt|deposits|obligations?|payments?|backlog|gains?|loss(?:es)?)$"
)
_TOLD = re.compile(r"(?:(?!that\b|which\b|who\b)[^ ]+ )+(?:may|will|would|could|is|are|was|were)\b")
"""A statement and no name: “number of shares may differ”."""
_MANY = re.compile(r"\b(?:each (?:of|factor|item|type|component)|due to)\b")
"""What makes a table of an amount."""
_DAY = re.compile(r"\b(?:date|day)\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}")
LONGEST_HEAD = 6
"""Words before the preposition of a value's name."""
LONGEST_VALUE = 24
"""Words of a value's name; a longer one says the request over again."""


SHORT = 14
"""Words of an amount's name that a blank can repeat whole."""


def plural(noun: str) -> bool:
    """Whether the noun phrase is in the plural: “the effects of it”, and not “the effect on amounts”."""
    noun = _HUNG_ON.split(re.sub(rf"^{DETERMINER}", "", noun))[0]
    head = re.split(r" (?:between|among)\b", HEAD.split(noun)[0])[0]
    return bool(re.search(r"(?:(?<![siu])s|data|criteria)$", head)) or " and " in head


_HUNG_ON = re.compile(r", (?:in|if|with|as|including|where|when|by|for|to|but|such)\b")
_SECOND = re.compile(
    r"(?P<one>(?:(?!\b(?:between|among|both|each of)\b).)+?), and (?P<other>(?:the|its|our|their) .+)$", re.S
)
"""Two things, each with its own noun: “the amount accrued, if any, and our retention”."""
_VALUES = re.compile(r"(?P<one>(?:the|its|our) [^,]+?) and (?P<other>(?:the|its|our) (?:[^,]|, (?=\d{4}))+)$")


def named_thing(thing: str, scene: Scene, limit: str) -> str:
    """The statement of a thing that a noun phrase names; "" where it is a question or unclear."""
    one, those, other = thing.partition(" and those ")
    if those and ASKING.match(thing) is None and (first := named_thing(one.rstrip(","), scene, limit)):
        rest = scene.blank(
            _sought(thing, HEAD.split(one)[0], f"{HEAD.split(one)[0]} {other}".rstrip(" .")), of=thing
        )
        return f"{first} Those {other.rstrip()} are {rest}."
    values = _VALUES.match(thing)
    two = _SECOND.match(thing) or (values if values and all(valued(v) for v in values.groups()) else None)
    dated = f"{two['one']}{'' if period(two['one']) else period(two['other'])}" if two else ""
    if two and (first := named_thing(dated, scene, limit)) and ASKING.match(thing) is None:
        second = named_thing(two["other"], scene, limit)
        return f"{first} {second}" if second else ""
    found = _NOUN.match(thing) or _PLURAL_NOUN.match(thing)
    name = _cut(topic(thing)) or (HEAD.split(found["noun"])[0] if found else "")
    if found is None or ASKING.match(thing) or not name or _WIDE.match(found["noun"]):
        return ""
    many = plural(found["noun"])
    if not many and found.re is _PLURAL_NOUN:
        return ""
    if found.re is _PLURAL_NOUN or thing.startswith("any "):
        amounts = (
            ", with amounts by period"
            if COUNTED.search(HEAD.split(found["noun"])[0])
            else ", with particulars"
        )
        return f"{scene.blank(found['noun'] + amounts + ', or that there were none')}."
    short = re.sub(rf"^{DETERMINER}", "", name)
    head = HEAD.split(found["noun"])[0]
    short = re.sub(r",? if any,?$", "", _listed(found["noun"], short if short.startswith(head) else head))
    subject = closed(re.sub(r", if any$", ", if any,", re.sub(r"^any ", "the ", thing)))
    what = scene.blank(_sought(thing, found["noun"], _specific(short, thing)) + limit, of=thing)
    be = "is as follows:" if thing.startswith("each ") else "are" if many else "is"
    return f"{raised(subject)} {be} {what}."


def closed(thing: str) -> str:
    """The subject with the comma that ends an insertion at its end: “the terms, including dates,”."""
    return f"{thing}," if _INSERTED.search(thing) else thing


_INSERTED = re.compile(
    r", (?:(?:including|such as|for example|e\.g|addressing|aside from|excluding|other than)\b[^.;]*|"
    r"(?:as|if|which)\b[^.;,]*)(?<!,)$"
)


def _listed(noun: str, short: str) -> str:
    """The short name with the list that it breaks off in: “ties with Cuba” of “ties with Cuba, Iran and Syria”."""
    goes_on = noun.startswith(short) and re.match(
        r", (?!which\b|that\b|if\b|as\b|in\b|with\b|includ|such\b)", noun[len(short) :]
    )
    return noun if goes_on and len(noun.split()) <= SPECIFIC else short


def _sought(thing: str, noun: str, short: str) -> str:
    """What the blank for a thing asks for: each of several, its amounts, or what carries it."""
    head = re.sub(r",? if any,?$", "", HEAD.split(noun)[0])
    many = plural(noun) and not re.search(r"\b(?:and|or|data|facts|circumstances)\b", head)
    each = f"each of the {re.sub(r'^(?:each|all|any) (?:of the )?', '', short)}" if many else short
    if re.match(r"(?:basis|rationale|support)\b", noun):
        return "each reason, with the facts, amounts and guidance that carry it"
    if MEASURE.match(thing):
        whole = re.sub(rf"^{DETERMINER}", "", _PERIOD.sub("", thing))
        short = whole if len(whole.split()) <= SPECIFIC and ASKING.search(whole) is None else short
        return f"{short}{_unit(short, thing)}"
    found = next((tail for words, tail in _TAILS if re.search(words, head)), None)
    with_ = found or ""
    dated = ", with amounts and dates" if COUNTED.search(short) and found is None else ""
    if contacts := _OF_CONTACTS.match(short):
        return f"{short[contacts.end() :]}, with their nature, dates and amounts"
    with_ = with_.replace("its", "their") if plural(noun) and not many else with_
    return f"{each}{with_}{dated}"


_OF_CONTACTS = re.compile(r"nature and extent of (?:any )?(?=.*\b(?:contacts|dealings)\b)")
_TAILS = (
    (r"\b(?:reasons?|causes?)$", ", with the facts that carry it"),
    (r"\b(?:factors?|drivers?|differences?|components?|adjustments?)$", ", with its amount"),
    (r"\bnature$", ", with the facts that show it"),
    (r"\b(?:guidance|literature)$", ", by paragraph, and how each applies"),
    (r"\bstatus$", ", as of the date of this letter"),
    (r"\b(?:accounting|treatment)$", " applied, with the guidance and amounts"),
    (r"\b(?:impacts?|effects?|consequences|influence)$", ", with amounts where they can be given"),
    (r"\b(?:class|type|classification|categor(?:y|ies))$", ", with the criteria applied"),
    (r"\b(?:contacts|transactions|agreements|arrangements)$", ", with its parties, date and amount"),
    (r"\b(?:jurisdictions|locations|countries|segments|products)$", ", with its amount"),
    (r"\bchanges$", ", with its date and effect"),
    (
        r"\b(?:materiality|terms|policy|policies|litigation risks|risks|trends|initiatives|strategies|methodolog\w+)$",
        "",
    ),
)
"""What the blank for a thing asks for beside it, by its noun."""


COUNTED = re.compile(
    r"\b(?:contacts|transactions|agreements|arrangements|items|drivers|adjustments|trends|commitments|"
    r"purchases|proceeds|expenditures?|expenses?|costs?|charges?|payments?|revenues?|sales|receipts|loans?|loss(?:es)?|gains?|fees|"
    r"fluctuations?|acquisitions?|breakdown|rollforward|amounts?)\b"
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


HEAD = re.compile(
    r"(?<!\band)(?<!\bor)\s(?:as|of|for|that|which|at|in|on|by|to|from|with|used|regularly|attributable|related|we|it|they|the|"
    r"exclusive|inclusive|set|held|made|taken|given|paid|sold|drawn|spent|kept|lost|forgone|borne|built|bought|[a-z]+ed|"
    r"(?:caus|reflect|support|relat|regard|concern|show|explain|describ|includ|contribut|driv|aris|affect|impact|result)ing)\b"
)


def shortly(thing: str) -> str:
    """The thing by its short name, else by its first words."""
    thing = re.sub(r"^(?:or|and) [a-z]+ ", "", thing)
    return topic(thing) or _HANGING.sub("", " ".join(thing.split()[:8]).rstrip(",."))


_HANGING = re.compile(
    r"(?:,?\s+(?:if|if any|of|and|or|for|to|with|the|an?|its|our|their|each|any|in|on|by|from|that|which))+$"
)
"""Words that a cut leaves without what they belong to."""
