"""Which sentences of the notes a filing can say: those that surely answer something that it is asked to disclose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.hiding import REDACTION
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import OF_RESPONSE, stems

_LETTER_ONLY = re.compile(
    r"\bwill\b|\bletter\b|(?-i:\bStaff\b)|\bstatement\b|\bpromised\b|\bbefore "
    r"that\b|\brelevant facts are\b|\b(?:was|were|been|had) (?:excluded|omitted)\b|\bdid not include\b|"
    r"^(?:from|beginning with|starting with) the (?:next )?Form\b|"
    r"\b(?:20\d\d|earlier|old) (?:letter|argument|position)\b|\balready (?:given|disclosed|included|provided|there)\b|"
    r"\b(?:taking|leaving|keeping) (?:it|this|that|them|these|those|the \w+) (?:in|out)\b|"
    r"^(?:it|this|that) does not (?:fit|apply)\b|\bchange came\b|\bpage \d|\bconsent\b|\bnot tracked\b",
    re.I,
)
"""A sentence that speaks to the staff or of the past belongs in the letter and not in the filing."""
_INTERNAL = re.compile(
    r"\b(?:Forms? (?:8-K|10-[KQ]|20-F|40-F)|proxy statement|MD&A|footnotes?|disclosures?(?! controls)|"
    r"(?:in|of|from) (?:the|our|that|this|last)(?: \w+)? filings?|"
    r"drafts?|drafted|printer|deck|memo|binder|(?:board|operating) (?:book|package|pack|materials)|tables?(?! games)|"
    r"transcript|on the call|nobody|somebody|someone|no one here|everyone|auditors?|counsel|lawyers?|controller|CFO|"
    r"treasurer|FP&A|on leave|(?:took|takes) (?:weeks|months)|asked|typo|yet|he|she|him|his|her)\b|"
    r"\b(?i:is|are) with (?:(?:the )?[a-z]+$|[A-Z])|^(?:The |Our )?(?:IR|[Ii]nvestor relations)\b"
)
"""What a company says among its own people, of its papers, or of how its filing came about."""


def for_block(told: Told) -> bool:
    """Whether a sentence of the notes can stand in the filing itself."""
    unfit = told.redacted or REDACTION in told.text or _LETTER_ONLY.search(told.text)
    return not (unfit or _INTERNAL.search(told.text))


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing asked for, what a sentence has that gives it, and what gives it though no word is shared."""

    asked: re.Pattern[str]
    given: re.Pattern[str]
    alone: re.Pattern[str]


_FIGURE = (
    r"[$€£] ?\d|\d ?(?:%|(?:percent|million|billion|thousand|points?|basis)\b)|"
    r"\b\d{1,3}(?:,\d{3})*(?:\.\d+)? (?!(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)[A-Za-z]{2}"
)
_BARE_FIGURES = re.compile(
    r"(?:the )?(?:values?|figures?|amounts?|numbers?|prior[ -](?:year|period)|(?:fiscal |calendar )?20\d\d)\b",
    re.I,
)
"""What is still to come of a figure that it does not name: “values for the periods”, “fiscal 2023”."""
_NEVER = re.compile(r"(?!)")
_FIGURES = _Kind(
    re.compile(
        r"(?!how|wh)(?:[\w-]+ ){0,5}?(?:percentages?|amounts?|numbers?|rates?|totals?|ratios?|values?|margins?|"
        r"averages?|portions?)\b|how (?:sensitive|much|many|long|often|far)\b|"
        r".*\bfor each (?:period|year|quarter)"
    ),
    re.compile(_FIGURE),
    re.compile(rf"^(?:The (?:amounts?|figures?) \w+ |about |approximately |[A-Z]{{2,5}}:? )?(?:{_FIGURE})"),
)
_KINDS = (
    _FIGURES,
    _Kind(
        re.compile(
            r"how\b.*\b(?:calculat|comput|deriv|defin)|(?:the |an? )?(?:definition|calculation|formula|method)"
        ),
        re.compile(
            r"\b(?:divided|multiplied|less|minus|plus|times|sum|ratio|before|after|calculated|computed|defined|means?|weighted|"
            r"methods? (?:is|was)|based on|excludes?|excluding|includes?|net of|as a percentage|"
            r"(?:is|are) (?:the|an?))\b| [x×/*] "
        ),
        _NEVER,
    ),
    _Kind(
        re.compile(
            r"(?:why|what (?:caused|led|drove))\b|.*\b(?:reasons?|causes?|drivers?)\b|"
            r".*\b(?:factors|events|circumstances|information)\b.* (?:led|caused|drove|gave|resulted|contributed)\b"
        ),
        re.compile(r""),
        re.compile(
            r"^(?![\d$€£]|The (?:amount|figure)).*?\b(?:because|due to|driven|reflect\w*|result\w*|led|caused|"
            r"attribut\w+|following|so|(?:fell|rose|declined|decreased|increased|up|down|lower|higher|fewer)\b.*\d|"
            r"in .*20\d\d)\b"
        ),
    ),
    _Kind(
        re.compile(r"(?!how|wh)(?:[\w-]+ ){0,5}?(?:effects?|impacts?)\b"),
        re.compile(""),
        _FIGURES.alone,
    ),
    _Kind(
        re.compile(r".*\bassumptions?\b"),
        re.compile(""),
        re.compile(r"\b(?:rates?|growth|prices?|volatility|multiples?|margins?)\b.*\d"),
    ),
    _Kind(
        re.compile(r".*\b(?:actions|steps|measures|efforts|initiatives)\b|how .*\b(?:manage|use)"),
        re.compile(r""),
        re.compile(r"^(?:We|The Company|Management) [a-z]+"),
    ),
)
"""The kinds of things that a filing is asked for, the first that fits; of any other a word must be shared."""


def _words(text: str) -> frozenset[str]:
    """The content words of the text, of which one and many meet."""
    return frozenset(w.rstrip("es") for w in stems(text))


_GENERAL = _words(
    "you your amount number total period year fiscal quarter company business management material significant certain "
    "related description definition method calculation key effect impact change changes basis measure measures given "
    "including known used using respective similar annual"
)
"""What is said of every thing, and tells none from another."""
_POINTS_BACK = re.compile(r"\b(?:it|its|their|they|them|this|such|these|those|the measures?)\b")


_WIDE = re.compile(r"\b(?:factors?|effects?|impacts?)\b")
"""What is told of the things that the comment names."""


def asked_words(things: Sequence[str], at: int, comment: str) -> frozenset[str]:
    """The words of one of the things, with those of the thing before it that it points to; the comment's for none."""
    words = _words(things[at]) - _GENERAL
    if _POINTS_BACK.search(things[at]) and at:
        words |= asked_words(things, at - 1, comment)
    wide = _WIDE.search(things[at]) or (not words and _KINDS[1].asked.match(things[at]))
    return words | _words(comment) - _GENERAL if wide else words


def fit(told: Told, thing: str, words: frozenset[str], placed: bool = False) -> int:
    """How surely the sentence answers that thing: 0 not, 1 by a word, 2 by its kind, 3 by both.

    With a thing of no kind that it was `placed` with, a fact with a figure or a date needs no word.
    """
    if told.use is not Use.STATE:
        proposes = told.use is Use.OPEN or re.search(r"\d", told.said)
        bare = _BARE_FIGURES.match(told.said) and _FIGURES.asked.match(thing)
        return int(bool(proposes and (bare or _words(told.said) & (words | _words(thing)))))
    if not for_block(told):
        return 0
    if OF_RESPONSE.match(thing):
        return 1
    said = _words(f"{told.text} {told.said}")
    parts = _NEXT.split(thing)
    dated = placed and bool(re.search(r"\d", told.text)) and not _BARE.match(told.said)
    return max(_fit(told, p, said, words if len(parts) == 1 else words & _words(p), dated) for p in parts)


_BARE = re.compile(r"[$€£]?\d")
_NEXT = re.compile(
    r",? and (?=(?:how|why|whether|what)\b)|, (?:and )?(?=(?:the|any|your|its|their|how|why|whether)\b)"
)
"""Where a further thing begins in what is asked for in one."""


def _fit(told: Told, thing: str, said: frozenset[str], words: frozenset[str], dated: bool) -> int:
    kind = next((k for k in _KINDS if k.asked.match(thing)), None)
    if kind is None and thing.startswith("whether"):
        own = words & _words(thing)
        return int(2 * len(said & own) >= len(own) > 0)
    if kind is None:
        return int(dated or bool(said & words))
    if not kind.given.search(told.text):
        return int(dated and bool(said & words))
    return 3 if said & words else 2 if kind.alone.search(told.text) or kind.alone.search(told.said) else 0


_GOES_ON = re.compile(
    r"(?:It|They|These|Those|There|Both|All|None|No|Of (?:this|these|that|the)|About|Roughly)\b"
)


def goes_on(told: Told, before: Told | None) -> bool:
    """Whether the sentence goes on, in the same note, from the one before it, which the filing says."""
    if before is None or told.fact != before.fact or told.use is not Use.STATE or not for_block(told):
        return False
    return bool(_GOES_ON.match(told.text) or _GOES_ON.match(told.said) or re.search(_FIGURE, told.said))
