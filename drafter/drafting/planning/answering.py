"""What kind of note answers what kind of question, though the two share no word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.planning.plan import stems

STRONG = 3.0
"""What a note of just the kind that is asked for weighs: “Every eighteen months” for “how often”."""
FAIR = 1.0
"""What a note weighs that may be the answer."""
AGAINST = -4.0
"""What a note weighs that cannot be the answer: a bare figure for “why”."""

_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
FIGURED = re.compile(
    r"[$€£¥]\s?\d|\b(?:EUR|RMB|USD|GBP|CHF|CAD|AUD|JPY) ?\d|"
    r"\d ?(?:%|(?:percent|percentage points?|basis points|million|billion|thousand|times|cents|tonnes|barrels|BOE|"
    r"MMBoe|MWh?|square feet|acres)\b)|\*\*\*"
)
_MONEY = re.compile(
    r"[$€£¥]\s?\d|\b(?:EUR|RMB|USD|GBP|CHF|CAD|AUD|JPY) ?\d|\d ?(?:million|billion|thousand|cents)\b|\*\*\*|"
    r"\b(?:none|nil|zero|no effect)\b",
    re.I,
)
_WORD_NUMBER = (
    r"none|nobody|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|dozen"
)
_COUNT = re.compile(
    rf"(?<![\w.,$€£/-])(?!(?:19|20)\d\d\b)\d[\d,]*\b(?![.,]?\d|/|-[A-Z]| ?(?:%|percent|million|billion)\b)|"
    rf"\b(?:{_WORD_NUMBER})\b",
    re.I,
)
_DATE = re.compile(
    rf"\b(?:{_MONTH})\b|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:spring|summer|fall|autumn|winter)\b|"
    r"\b(?:days?|weeks?|months?|years?|quarters?)\b|\b(?:next|first|last) (?:Form|filing|amendment|report)\b|"
    r"\b(?:midnight|noon)\b",
    re.I,
)
_OFTEN = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:day|week|month|quarter|year)s?\b|\b(?:twice|once|annually|yearly|monthly|weekly|"
    r"daily|quarterly|continuously|regularly)\b|\b(?:times|per|a) (?:a )?(?:day|week|month|quarter|year)\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|since (?!(?:\w+ )?(?:19|20)\d\d)|(?:so|as) (?:the|it|its|we|our|they|no|these|there|that|a)\b|"
    r"due to|owing to|to avoid|in order to|therefore|as a result|reflects?)",
    re.I,
)
_SPOT = (
    r"(?:p(?:ages?|p?\.) ?[\dF]|(?:Section|Note|Item|Exhibit) ?\d|(?:the )?(?:caption|line item|table)\b|"
    r"other (?:income|expense)|cost of (?:sales|revenue)|selling, general|general and administrative)"
)
_PLACE = re.compile(
    rf"^{_SPOT}|\b(?:is|are|was|were|appears?|stands?|included|disclosed|presented|shown|given|found|described|"
    rf"recorded)\b[^.;:]{{0,60}}\b(?:in|on|at|under|within) (?:the |our |its )?{_SPOT}",
    re.I,
)
"""That something stands at a place: “is disclosed in Note 6”, “Other income (expense), net”."""
_SAYS_WHETHER = re.compile(
    r"^(?:yes|no(?=\W*$|[,;.:–—-])|none(?! of these)|neither|nor|never|not|nothing|nobody|correct|done|"
    r"it (?:is|was|did|does|has|had|will)|they (?:are|were|did|do|have|had|will)|there (?:is|are|was|were)|"
    r"one (?:was|is|has)|all|both|each)\b",
    re.I,
)
_DENIAL = re.compile(r"\b(?:not|never|no longer|no|none|neither)\b", re.I)
_PARTICIPLE = re.compile(
    r"^(?:(?:The )?[A-Z][\w'’]*(?: [a-z]+){0,3} )?[A-Za-z]*(?:ed|done|sold|paid|met|made|kept)\b"
)
_NAMED = re.compile(
    r"(?:^|[a-z,] )(?:the )?[A-Z][\w'’&.-]+(?: (?:&|and|of)? ?[A-Z][\w'’&.-]*)+|^[A-Z][a-z]+(?: [A-Z]\w+)*\W*$"
)
"""A name of two words, or one that is the whole note: “Ostrow Rail”."""
_WEIGHED = re.compile(
    r"\b(?:consider\w*|conclu\w*|evaluat\w*|assess\w*|determin\w*|analy[sz]\w*|judg\w*|looked at|took up|went through|"
    r"tested|discussed|reviewed|weighed|applies|applied|committee|board)\b",
    re.I,
)
_STAYS_WITH_IT = re.compile(r"\bservic(?:ers?|ing|es? the)\b|\bretain\w*|\b(?:keeps?|kept) \d", re.I)
"""What a seller still has to do with what it sold."""
_STANDING = re.compile(
    r"\b(?:pending|accepted|approved|granted|denied|rejected|withdrawn|submitted|filed|heard|awaiting|under review|"
    r"still|since then|response|answered|signed|completed?|second round|closed)\b",
    re.I,
)
"""How a review or an application goes."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A kind of thing that is asked for; a note that has `meets` is `STRONG`, one that has not weighs `else_`."""

    asks: re.Pattern[str]
    meets: re.Pattern[str]
    else_: float
    bare_figure: float = 0.0
    """What a note that is only a figure or a date weighs beside that."""
    value: float = STRONG


def _asks(said: str) -> re.Pattern[str]:
    return re.compile(said, re.I)


_THE = (
    r"^(?:(?:the|your|its|our|their|any|each|all|total|actual|aggregate|average|weighted) )*(?:[\w-]+ ){0,2}?"
)
_QUESTIONS = (
    _Question(
        _asks(
            r"^(?:whether and )?how (?:\w+ ){1,4}?(?:have |has |had )?(?:considered|applied|complied)\b(?! whether\b).*"
            r"\b(?:ASC|ASU|IAS|IFRS|SAB|Item|Rule|Section|Regulation|Topic|Question|Instruction|guidance)\b"
        ),
        _WEIGHED,
        AGAINST,
        AGAINST,
    ),
    _Question(
        _asks(r"^(?:whether and )?how (?:\w+ ){1,4}?(?:have |has |had )?considered\b|^what consideration\b"),
        _WEIGHED,
        0.0,
        AGAINST,
    ),
    _Question(_asks(r"\bcontinuing involvement\b"), _STAYS_WITH_IT, 0.0),
    _Question(_asks(r"^how often\b|^the frequency\b"), _OFTEN, AGAINST),
    _Question(_asks(r"^how many\b|^the number\b"), _COUNT, AGAINST),
    _Question(_asks(r"^how much\b"), FIGURED, AGAINST),
    _Question(
        _asks(r"^when\b|^how long\b|^the (?:[\w-]+ )?(?:dates?|timing|maturity|duration|time of day)\b"),
        _DATE,
        AGAINST,
    ),
    _Question(_asks(r"^where .+ stands?$|^the (?:current )?(?:status|stage)\b"), _STANDING, 0.0, AGAINST),
    _Question(_asks(r"^where\b"), _PLACE, 0.0, AGAINST),
    _Question(_asks(r"^who(?:m|se)?\b|^the (?:name|identity)\b"), _NAMED, 0.0, AGAINST),
    _Question(
        _asks(
            r"^why\b|^(?:the |your |any )?(?:underlying )?"
            r"(?:reasons?|basis|rationale|circumstances|events|causes?|grounds)\b"
        ),
        _REASON,
        FAIR,
        1.5 * AGAINST,
    ),
    _Question(_asks(r"^whether\b|^if\b"), _SAYS_WHETHER, 0.0, AGAINST),
    _Question(
        _asks(_THE + r"(?:rates?|percentages?|shares?|margins?|headroom|ratios?|levels?)\b"),
        FIGURED,
        -FAIR,
        0.0,
        1.5,
    ),
    _Question(
        _asks(
            _THE
            + r"(?:amounts?|values?|costs?|charges?|prices?|fees?|principal|rent|revenues?|balances?|proceeds|"
            r"losses|loss|gains?|effects?)\b"
        ),
        _MONEY,
        -2 * FAIR,
        0.0,
        1.5,
    ),
    _Question(
        _asks(
            r"^how\b|^(?:the |your )(?:[\w-]+ ){0,2}?(?:methods?|methodology|techniques?|policy|process)\b"
        ),
        re.compile(
            r"\b(?:by(?! [$\d])|using|based on|on the basis|in step|over the|as a|from the|cost-to-cost|follows?)\b",
            re.I,
        ),
        FAIR,
        AGAINST,
    ),
    _Question(
        _asks(r"^(?:the |your )(?:material )?(?:terms|nature|components?|composition)\b"),
        re.compile(
            r"\b(?:terms?|years?|months?|rent|royalt\w+|milestones?|interest|matur\w+|notice|renews?|expires?|terminat\w*|either|minimum|consists?|piece|component|includes?)\b|%|percent",
            re.I,
        ),
        FAIR,
    ),
)
"""Kinds of things asked for, the more particular before the more general."""

_PLAIN = re.compile(
    rf"about|approximately|some|over|against|versus|compared|with|by|in|at|on|from|until|through|since|the|end|early|mid|late|of|and|to|first|fiscal|"
    rf"year|quarter|{_MONTH}|million|billion|thousand|percent|EUR|RMB|USD|GBP|[$€£]?\d[\d.%]*",
    re.I,
)


def _bare(note: str) -> bool:
    """Whether the note is a figure or a date and nothing more."""
    return all(_PLAIN.fullmatch(w) for w in re.split(r"[\s,;:()-]+", note.strip(" .")) if w)


def fit(thing: str, note: str) -> float:
    """How far a note is of the kind that the thing asks for: `STRONG`, `FAIR`, 0 for neither, `AGAINST` for another."""
    question = next((q for q in _QUESTIONS if q.asks.search(thing)), None)
    if question is None:
        return 0.0
    value = question.value if question.meets.search(note) else question.else_
    if question.asks.match("whether") and value == 0.0 and _says_it(thing, note):
        value = FAIR
    return value + (question.bare_figure if _bare(note) else 0.0)


def misses(thing: str, notes: Sequence[str]) -> bool:
    """Whether the thing is a figure or an outlook, and none of the notes gives one or denies it."""
    if _EXPECTED.match(thing):
        return not any(_OUTLOOK.search(n) for n in notes)
    kind = next((q for q in _QUESTIONS if q.asks.search(thing)), None)
    if kind is None or not MEASURED.match(thing):
        return False
    return not any(kind.meets.search(n) or (_DENIAL.search(n) and stems(thing) & stems(n)) for n in notes)


MEASURED = re.compile(
    r"(?=(?:\S+ ){2}\S)(?:how (?:often|many|long)|(?:the|your|its|any) (?:[\w-]+ ){0,2}?"
    r"(?:amounts?|numbers?|percentages?|rates?|dates?|costs?|fees?|prices?|revenues?|balances?))\b"
)
"""What only a figure or a time answers, of a named thing."""
_EXPECTED = re.compile(r"(?:whether|if|how|when) (?:you|management) (?:expects?|anticipates?)\b")
_OUTLOOK = re.compile(
    r"\b(?:expect\w*|anticipat\w*|will|would|should|likely|unlikely|(?-i:may)|might|could|plan\w*|intends?|foresee\w*|"
    r"forecast\w*|budget\w*|project(?:s|ed|ions?)|continu\w+|no longer|next|through|until|by (?:the end|20\d\d)|"
    r"last|final|ended|used up|not (?:known|decided|determined|modeled|estimated))\b",
    re.I,
)
"""How one speaks of what is to come, or is over."""


def shows(thing: str, note: str) -> bool:
    """Whether a note gives line items by their captions, or the parts of an amount by theirs, without saying so."""
    parts = _PARTS.match(thing) and re.search(r"\d.* and \D*\d", note)
    return bool(parts or (_LINES.match(thing) and _CAPTION.search(note)))


_LINES = re.compile(r"(?:the|each|any|what|which|your) (?:[\w-]+ ){0,3}?(?:line items?|captions?)\b")
_CAPTION = re.compile(
    r"(?:\b(?:in|within|against|under|as|through|both|to)|\() ?(?:the )?(?:cost of \w+|selling|SG&A|general and|"
    r"research and|accrued|impairment|(?:net |other |interest |operating )?(?:sales|revenues?|income|expenses?)\b)",
    re.I,
)
_PARTS = re.compile(r"(?:the|its|your|each) (?:\w+ )?(?:components?|breakdown|composition|make-?up)\b")


def suits(thing: str, note: str) -> bool:
    """Whether a note without a verb is of the kind that the thing asks for, so that it can be said of it."""
    return fit(thing, note) > (FAIR if _GROUNDS.match(thing) else 0.0)


_GROUNDS = re.compile(
    r"why\b|how\b|(?:[\w-]+ ){0,3}?"
    r"(?:basis|reasons?|rationale|circumstances|events|causes?|grounds|terms|nature|components?|composition)\b"
)
"""What asks for more than a name, which not every note can be."""


def _says_it(thing: str, note: str) -> bool:
    """Whether a note without a yes or no still tells whether: “Repaid in full”, “no analysis was required”."""
    words = stems(thing)
    denied = _DENIAL.search(note) and len(words & stems(note)) >= min(LEAST, len(words))
    return bool(_PARTICIPLE.match(note) or denied)


LEAST = 2
"""Words that a denial must share with what it denies."""
