"""What kind of sentence meets what kind of request, though they may share no word."""

from __future__ import annotations

import re

FIGURE = re.compile(r"\$ ?\d|\d ?(?:%|percent)")
"""An amount or a percentage."""

MEASURE = re.compile(
    r"^(?:the |our |its )?(?:(?!(?:within|of|for|in|to|by|on|at)\b)[\w-]+ ){0,4}?(?P<head>percentages?|amounts?|"
    r"numbers?|rates?|totals?|ratios?|values?|margins?|volumes?)\b(?! risk)",
    re.I,
)
"""Something that a figure answers."""

KINDS = (
    (
        re.compile(r"\bcalculated\b|\bcomputed\b|\bcalculations?\b|\bcalculate\b"),
        re.compile(r"\bdivided|\bcalculated|\bcomputed|\bmultiplied|\bsum of|\bless\b"),
    ),
    (
        re.compile(r"\bdefinition\b|\bdefined?\b"),
        re.compile(
            r"\bis\b(?! (?:excluded|included|recorded|reported|not)\b)(?!.*\b(?:percent|%))|\bmeans\b|\bdefined\b"
        ),
    ),
    (
        re.compile(r"\b(?:management|you|we) uses?\b|\bused by management\b"),
        re.compile(r"\bboard\b|\bbonus\b|\bmanagement\b|\buses?\b|\bscorecard\b"),
    ),
    (
        re.compile(
            r"^(?:the |our |any |each |of )*(?:\w+ and )?(?:key |significant |material |principal |main )*"
            r"assumptions?\b",
            re.I,
        ),
        re.compile(r"\bdiscount rate|\bgrowth\b|\bmultiples?\b|\bterminal\b|\bassum|\bvolatility\b", re.I),
    ),
    (
        re.compile(
            r"^(?:the |any |its |their )?(?:[\w-]+[’']s )?(?:actual |potential |material )?(?:effects?|impacts?)\b",
            re.I,
        ),
        re.compile(
            r"(?<!-)\b(?:raised|reduced|increased|decreased|lowered|delayed|affected|added)\b|"
            r"\bcost (?=(?:us|the|it|about|under|over|some|nearly|less|more|between)\b|[$\d])"
        ),
    ),
    (
        re.compile(r"^how\b.*\b(?:determin|calculat|estimat|deriv)", re.I),
        re.compile(
            r"\b(?:built from|based on|derived from|(?:determined|calculated|estimated) (?:by|from|using|on|each))\b"
        ),
    ),
    (
        re.compile(r"\brelief (?:sought|requested)\b|\bdamages (?:sought|claimed)\b", re.I),
        re.compile(r"\bseeks?\b|\bsought\b|\bdamages\b|\binjunct", re.I),
    ),
    (
        re.compile(
            r"^(?:the )?(?:name of the )?court\b|\bjurisdiction\b|\bdate instituted\b|\bforum\b", re.I
        ),
        re.compile(
            r"\b[Cc]ourt\b|\b[NSEWMCD]\.D\.|\b(?:filed|pending|instituted|set) (?:on|in|for|before)\b|\bDistrict\b"
        ),
    ),
    (
        re.compile(
            r"\b(?:factual basis|allegations?|claims? (?:asserted|alleged)|nature of the (?:claims?|action))\b",
            re.I,
        ),
        re.compile(r"\balleg|\bclaims that\b|\basserts\b", re.I),
    ),
    (
        re.compile(r"\brisk management (?:polic|action|practice|procedure|program)", re.I),
        re.compile(
            r"\blimits?\b|\bthresholds?\b|\bstress|\bmonitors?\b|\breviews?\b|\btighten|\bapproved\b|\bhedg",
            re.I,
        ),
    ),
    (
        re.compile(r"\bsensitivit", re.I),
        re.compile(
            r"\bheadroom\b|\b(?:percentage|basis) points?\b|\b(?:increase|decrease) of (?:one|\d)", re.I
        ),
    ),
    (
        re.compile(r"^when\b|^the (?:date|timing)\b", re.I),
        re.compile(
            r"(?=.*\b(?:fil(?:e|ed|ing)|/A|target\w*|plan\w*|expect\w*|will|by|before|week of)\b)"
            r".*\b(?:by|on|in|before|after|week of) (?:the )?"
            r"(?:(?:early|mid|late)[- ])?(?:January|February|March|April|May|June|"
            r"July|August|September|October|November|December|Q[1-4])\b"
        ),
    ),
    (
        re.compile(r"^what (?:gave rise|caused|drove|led)|^the (?:cause|reason)s? (?:for|of|why)", re.I),
        re.compile(
            r"\b(?:is|was|were|came|arose|result\w*) (?:from|because)\b|"
            r"\bbecause\b|\bdue to\b|\bdriven by\b|\bapproved\b|\bfor [a-z]+ing\b|\bas a result\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\bnature of the (?:error|misstatement|restatement)", re.I),
        re.compile(
            r"\bomitted\b|\bleft out\b|\b(?:over|under)stated\b|\bmis\w+ed\b|\btwice\b|\bwrong\w*\b", re.I
        ),
    ),
    (
        re.compile(r"\bmethods?\b.*\b(?:used|value|valu)|\bvaluation (?:method|technique)", re.I),
        re.compile(
            r"\bdiscounted cash flow|\bmarket (?:approach|multiples)|\bincome approach|\bBlack-Scholes|\bMonte Carlo",
            re.I,
        ),
    ),
)
"""A kind of element, and what a sentence says that meets it."""

UNLIKE = 0
"""The score of a sentence that has nothing of an element's kind."""
LIKE = 3
"""How much more than one shared word a sentence of an element's kind weighs."""


def of_kind(element: str, sentence: str) -> bool:
    """Whether the sentence is of the kind that the element asks for, figures apart."""
    return any(wants.search(element) and meets.search(sentence) for wants, meets in KINDS)


def likeness(element: str, sentence: str) -> int:
    """How much the sentence is of the kind that the element asks for: `UNLIKE`, or at least `LIKE`."""
    if of_kind(element, sentence):
        return LIKE + 1
    if measures(element) and FIGURE.search(sentence) and not _DIVIDES.search(sentence):
        return LIKE
    return UNLIKE


def measures(element: str) -> bool:
    """Whether a figure answers the element."""
    return bool(MEASURE.match(element) or re.search(r"\beach period|\bperiods presented", element))


_DIVIDES = re.compile(r"\bdivided by\b|\bweight(?:ed|s|ing)?\b")


def settles(element: str, sentence: str) -> bool | None:
    """Whether the sentence meets the element by its kind; None where the element is of no known kind."""
    for wants, meets in KINDS:
        if wants.search(element):
            return bool(meets.search(sentence))
    return None
