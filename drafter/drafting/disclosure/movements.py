"""Lines of proposed disclosure on what moved and what moved it: changes, their drivers, effects, and captions."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import raised
from drafter.drafting.language.clearing import items
from drafter.drafting.language.nouns import MONEY
from drafter.drafting.language.turning import WE, turn
from drafter.drafting.language.verbs import finite
from drafter.matters import sentences

_SIZE = (
    r"(?:(?:any|the|these|those|such|our|material|significant|various|underlying|specific|main|principal|key|primary|"
    r"intermediate|year-over-year|period-over-period|quarterly|annual|other|business|each|changes|amounts?|nature|magnitude|and)\s+)*"
)
_MOVE = r"(?:changes?|variances?|fluctuations?|increases?(?: (?:or|and) decreases?)?|decreases?|movements?|declines?)"
_CHANGE = re.compile(
    rf"{_SIZE}(?P<cause>(?:reasons?|causes?|drivers?|factors?)(?: [a-z]+ing(?: in| to)?)? ?"
    rf"(?:for|of|behind|in|to|that (?:caused|drove|resulted in|contributed to|led to))? ?)?{_SIZE}{_MOVE} in "
    rf"(?P<what>.+)",
    re.S,
)
_DRIVERS = re.compile(
    rf"{_SIZE}(?P<cause>drivers?|factors?|causes?) (?:of|for|behind|affecting|driving|impacting|underlying) "
    rf"(?P<what>.+)",
    re.S,
)
_MONEY = re.compile(
    r"\b(?:revenues?|sales|expenses?|costs?|income|margins?|profits?|profitability|rates?|earnings|cash flows?|"
    r"receivables?|surrenders|withdrawals|premiums|inventor(?:y|ies)|balances?|backlog|prices?|pricing|volumes?|loss(?:es)?|charges?|fees|tax(?:es)?|"
    r"results|NOI|line items?|accounts?|allowances?|reserves?|deposits?|liabilities)\b"
)
"""What a filing says of that it increased or decreased."""
_OF_EACH = re.compile(
    r"^(?:the |our |its )?(?=(?:[\w-]+ )*(?:line items|components|accounts|measures)\b)|^each (?:of )?"
)
_SHARE = re.compile(r"\b(?:margins?|rates?|ratios?|percentages?)\b")
_COUNT = re.compile(r"\b(?:days|volumes?|numbers?|headcount|units)\b")
_NAMES = re.compile(r"^(?:including|such as|for example,?|e\.g\.,?) ")
_TEXT = re.compile(r"\b(?:discussion|analysis|information|disclosure|description|explanation|whether|how)\b")
_UP_OR_DOWN = "[●: increased or decreased]"


_ALONE = re.compile(
    rf"(?:all )?(?:the )?(?:amounts? (?:of|associated with|attributable to|related to|for) )?(?:all )?{_SIZE}factors?"
    r"(?! (?:used|considered|we)\b)(?: .+)?"
)
"""“The amounts associated with the various factors”, which the staff asks for and does not name."""
_POINTED = re.compile(rf"{_SIZE}{_MOVE}(?: (?:at|within|among|between) (?:this|these|those|that|such) .+)?")


def change(thing: str, aside: str, quantified: bool) -> str:
    """The line for each thing that changed, with what changed it; "" where the staff asks for something else."""
    if _ALONE.fullmatch(thing) and (quantified or "amount" in thing):
        return "Of the change in [●: line item], $[●] was attributable to [●: each factor, with its amount]."
    if _POINTED.fullmatch(thing) and re.search(r"\b(?:variances?|fluctuations?)\b", thing):
        return _moved("[●: each item]")
    found = _CHANGE.fullmatch(thing) or _DRIVERS.fullmatch(thing)
    if (
        found is None
        or not _MONEY.search(found["what"])
        or re.search(r"\bcircumstances\b", found["what"][:40])
    ):
        return ""
    names = items(_NAMES.sub("", aside)) if _NAMES.match(aside) and not _TEXT.search(aside) else ()
    what = re.sub(r"\b(and|or) in (?=our |the |[a-z]+s\b)", r"\1 ", found["what"])
    if names and not found["cause"] and _MONEY.search(aside):
        return " ".join(_moved(name) for name in names)
    every = items(what)
    subjects = every if len(every) > 1 and all(_MONEY.search(one) for one in every) else (what,)
    return " ".join(_moved(one, aside if names else "") for one in subjects)


def _moved(what: str, examples: str = "") -> str:
    each = _OF_EACH.match(what)
    subject = (
        f"[●: {'each' if each[0].startswith('each') else 'each of the'} {what[each.end() :]}]"
        if each
        else what
    )
    amount = "[●]" if _SHARE.search(what) or _COUNT.search(what) else "$[●]"
    by = "[●] percentage points" if _SHARE.search(what) else f"{amount}, or [●] percent,"
    factors = f"each factor, {examples}" if examples else "each factor"
    return f"{raised(subject)} {_UP_OR_DOWN} by {by} from the prior period because [●: {factors}, with its amount]."


_WENT = (
    r"(?:has |have |had )?(?:rose|risen|fell|fallen|grew|grown|declined|dropped|increased|decreased|improved|went|"
    r"(?:was|were) (?:higher|lower|up|down))\b"
)
_MOVERS = (
    re.compile(
        rf"(?:^|[,;] |\b(?:that|while|as|because) )"
        rf"(?P<thing>[A-Za-z](?:(?! (?:that|while|as|because) )[^.,;:]){{2,80}}?) {_WENT}"
    ),
    re.compile(
        r"\b(?:increases?|decreases?|changes?|growth|declines?|rise|fall|drop|reduction|improvement)"
        r"(?: of [^,;]{1,40}?)? in (?P<thing>(?:(?!\b(?:in|for|during|from)\b|\bof [\d$])[^,;.])+?)"
        r"(?= (?:in|for|during|from)\b| of [\d$]|[,;.]|$)"
    ),
)
"""“Surrenders rose 41%”, “the 41% increase in surrenders”."""


def what_moved(text: str) -> str:
    """The one thing that the last sentence to say so says rose or fell, in the filing's person and without figures;
    "" for none, and where it says so of several.
    """
    for said in reversed(sentences(text)):
        found = [
            m["thing"].strip() for pattern in _MOVERS for m in pattern.finditer(said) if _names(m["thing"])
        ]
        if found:
            return turn(found[0], WE) if len({thing.lower() for thing in found}) == 1 else ""
    return ""


def _names(thing: str) -> bool:
    """Whether the words name a thing, without a clause in it: not “what you say of revenue”."""
    return not finite(thing) and not _IN_CLAUSE.search(thing)


_IN_CLAUSE = re.compile(
    r"\b(?:you|we|it|they|that|which|who|these|this|us|please|whether|why|how|what)\b|\d", re.I
)


DISCUSSING = frozenset(str.split("discuss analyze address describe include provide"))
_OF_MONEY = re.compile(
    r"(?:the |our )?(?:(?!(?:of|for|in|on|to|from|that|which)\b)[\w&'’-]+ ){0,4}?"
    r"(?:revenues?|sales|expenses?|costs? of \w+|costs?|profits?)(?! \w+(?:y|ies|s)\b)\b"
)


_MANY = re.compile(r"(?:the |our )?(?:(?!of\b)[\w&'’-]+ ){0,4}?(?:revenues|sales|expenses|costs|profits)\b")


def discussed(thing: str) -> str:
    """The line for each amount of the statements that is to be discussed: what it was, and why it changed; else ""."""
    whole = re.sub(r"^their (?:respective )?|,? on an? [\w-]+ basis$", "", thing)
    every = items(whole)
    if not every or not all(_OF_MONEY.match(one) for one in every):
        return ""
    return " ".join(
        f"{raised(one)} {'were' if _MANY.match(one) else 'was'} $[●] in [●: period], compared with $[●] in "
        "[●: prior period], because of [●: each factor, with its amount]."
        for one in every
    )


_EFFECT = re.compile(
    r"(?:the |any |our )?(?P<kind>(?:[a-z-]+ ){0,3}?)(?:effects?|impacts?|implications?|consequences?) (?:of|from) "
    r"(?P<rest>.+)",
    re.S,
)
_ON_US_OF = re.compile(
    r"(?:the |any )?(?:effects?|impacts?) on (?P<on>(?:our|us)(?: results of operations|(?: (?!of\b)[\w-]+){1,4})?) "
    r"of (?P<cause>.+)"
)
"""“The effect on our operations of the act”."""
_ON = re.compile(r"(?<!rel[iy] )(?<!based )(?<!reliance )(?<!depend )(?<!focus ) (?:on|upon|to (?=our|us)) ")
_TO_COME = re.compile(
    r"\b(?:potential|possible|expected|anticipated|future|planned|proposed|pending|may|might|could|if|will|would)\b"
)


def effect(thing: str, aside: str, quantified: bool) -> str:
    """The line for what something does to something else; "" where the staff does not say to what."""
    if turned := _ON_US_OF.fullmatch(thing):
        thing = f"the effect of {turned['cause']} on {turned['on']}"
    found = _EFFECT.fullmatch(thing.replace(" and on ", " and "))
    if found is None:
        return ""
    places = list(_ON.finditer(found["rest"]))
    at = places[-1] if places else None
    if quantified and len(causes := items(found["rest"][: at.start()] if at else found["rest"])) > 1:
        parts = [f"{cause}, $[●]" for cause in causes]
        on = f" on {found['rest'][at.end() :]}" if at else ""
        return f"The effects{on} were as follows: {'; '.join(parts[:-1])}; and {parts[-1]}."
    if at is None or (len(places) > 1 and not re.match(r"(?:our|us|the)\b", found["rest"][at.end() :])):
        return ""
    cause, on = found["rest"][: at.start()], found["rest"][at.end() :]
    if re.search(r"\b(?:which|that|you|we|has|have)\b", cause) and len(cause.split()) > LONGEST:
        return ""
    verb = "could affect" if _TO_COME.search(thing) else "affected"
    lines, _, split = on.partition(", in total and by ")
    if quantified and len(each := items(lines)) > 1 and all(_MONEY.search(one) for one in each):
        by = [f"{one} by {'[●] percentage points' if _SHARE.search(one) else '$[●]'}" for one in each]
        split = f", and in [●: each {split}] as follows: [●: amounts]" if split else ""
        return f"{raised(re.sub(r'^any ', '', cause))} {verb} {', '.join(by[:-1])} and {by[-1]}{split}."
    what = "amounts, by period" if quantified or "dollar" in found["kind"] else "effects, with amounts"
    return f"{raised(re.sub(r'^any ', '', cause))} {verb} {on} as follows: [●: {what}{f', {aside}' if aside else ''}]."


LONGEST = 14
"""Words of a cause with a clause in it."""
PRESENTING = frozenset(
    str.split("present separate break breakout disaggregate report show split itemize distinguish")
)
"""Verbs that ask for captions or rows, each with its amount."""
_PLACE = re.compile(
    r"(?: on the face of| in| within| on|,? as) (?:the |our |your |its )?(?:separate )?(?:[\w-]+ )*"
    r"(?:statements?|tables?|balance sheets?|notes?|footnotes?|line items?|captions?|reconciliations?|rows?|columns?)\b"
    r"(?: of [\w ]+)?$",
    re.I,
)
_BETWEEN = re.compile(
    r"(?P<what>.+?),? (?:separately )?(?:between|into) (?:its |the )?(?P<kinds>.+?)"
    r"(?: (?:categories|components|parts|portions|elements))?(?:, similar .+)?",
    re.S,
)
_SEPARATELY = re.compile(r"^(?:out )?(?:separately )?|,? (?:separately|gross)$|\bseparately (?=between|into)")


PARTING = PRESENTING - {"present", "report", "show"}


def captions(thing: str, verb: str) -> str:
    """The captions or rows that the staff asks to see apart, each with its amount; "" where none are named."""
    thing = re.sub(r",? separately(?= (?:for|in) )", "", thing)
    bare = _SEPARATELY.sub("", _PLACE.sub("", _SEPARATELY.sub("", thing))).strip(" ,")
    if between := _BETWEEN.fullmatch(bare):
        kinds, whats = items(between["kinds"]), items(between["what"]) or (between["what"],)
        if len(kinds) > 1:
            rows = "; ".join(f"{kind}, $[●]" for kind in kinds)
            return " ".join(f"{raised(what)}: {rows}." for what in whats)
    named = items(bare)
    shared = re.fullmatch(r"(?P<one>[a-z-]+) and (?P<other>[a-z-]+) (?P<noun>[a-z]+s)(?: for each .+)?", bare)
    if shared:
        named = (f"{shared['one']} {shared['noun']}", f"{shared['other']} {shared['noun']}")
    if len(named) == 1 and verb in PARTING:
        return f"{raised(named[0])}: [●: each component], $[●]."
    sign = "$" if len(named) > 1 or MONEY.search(bare) else ""
    return raised("; ".join(f"{name}, {sign}[●]" for name in named)) + "." if named else ""
