"""Whether the words before a colon or a figure name a thing: “Fees to the firm”, not “Sold in 2025” or “Nearly all”."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import NATIONAL
from drafter.drafting.language.tagging import NEVER_SEEN, UNSEEN, Word, leans, rather, words
from drafter.drafting.language.verbs import INTRANSITIVE, finite

_OF_A_NAME = frozenset(
    str.split(
        "adjusted discounted capitalized recognized unrecognized realized unrealized invested diluted unbilled billed"
    )
)
"""Participles that a measure begins with."""
_RATHER_DONE = 2.5
"""How much likelier, in logarithms, a word in -ed is what was done than a part of a name: “invited holders”."""
_BREAKS = "pUWtKCAZ"
"""Kinds of words behind the first noun phrase of a name."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(r" (?:in|for|at|during|through) (?:fiscal )?(?:19|20)\d\d")


def names_thing(text: str) -> bool:
    """Whether the text is the name of a thing, of which a figure or a clause can be told: with a noun at its head,
    without a verb, and without a count before it (“43 restaurants”, which is a figure itself).
    """
    text = _DATE.sub("2000", text.strip())
    said = words(text)
    if (
        not said
        or finite(text)
        or any(w.kind in "UW" and w.low != "as" for w in said)
        or re.search(r"\b(?:who|which|that)$|, ?\d", text)
    ):
        return False
    end = next((at for at, word in enumerate(said) if at and word.kind in _BREAKS), len(said))
    chunk = said[:end]
    first, last = chunk[0], chunk[-1]
    if first.kind == "R" and chunk[1:] and chunk[1].kind in "NSJ":
        return "NN1" in leans(first.low) and _can_head(last, chunk)
    verbal = first.kind in "VZBRUxPCtWpAI" and not (_thing_too(first) or _MEASURE.search(text))
    if verbal or not _can_head(
        last, chunk if end == len(said) or _IN_YEAR.fullmatch(text[last.end :]) else ()
    ):
        return False
    return (
        not _counts(chunk)
        and (_MEASURE.search(text) or not _was_done(first))
        and not any(w.kind in "EV" for w in chunk[1:-1])
    )


def headed(text: str) -> bool:
    """Whether the text begins with the name of a thing, whatever is told of it behind: “Fees forgone in 2025”."""
    said = words(text)
    end = next((at for at, word in enumerate(said) if at and word.kind in _BREAKS), len(said))
    while end > 1 and said[end - 1].kind in "EVBRJ" and said[end - 1].low not in INTRANSITIVE:
        end -= 1
    plain = not any(word.kind in "AUWP" for word in said[end:])
    return names_thing(text) or (bool(said) and plain and names_thing(text[: said[end - 1].end]))


_MEASURE = re.compile(r"^\w+ (?:ratio|share|rate|margin|yield|loss|value|income|price|capital)$")
"""A measure, of whose name a participle is a part: “combined ratio”."""
_DONE = re.compile(r"(?:ed|taken|paid|made|held|sold|drawn|lost|spent)$")


_DATE = re.compile(r"(?:\b[A-Z][a-z]+ \d{1,2}, )?\b(?:19|20)\d\d\b")
_AS_LIKELY = 3.0
"""How much likelier, in logarithms, a word may be a verb that is still taken for a thing: “claims”, “reserve”."""


def _thing_too(word: Word) -> bool:
    """Whether a word read as a verb is nearly as often the name of a thing."""
    seen = leans(word.low)
    verb = max(seen.get(tag, UNSEEN) for tag in ("VVZ", "VVB", "VVI"))
    thing = max(seen.get(tag, UNSEEN) for tag in ("NN1", "NN2"))
    return word.kind in "ZBI" and thing > verb - _AS_LIKELY


def _can_head(word: Word, chunk: tuple[Word, ...]) -> bool:
    if _thing_too(word):
        return True
    after_noun = len(chunk) > 1 and word.kind in "EV" and _DONE.search(word.low) and chunk[-2].kind in "NS"
    noun = (
        word.kind in "NSOG"
        or word.low in {"due", "outstanding", "remaining", "available"}
        or (
            word.kind == "J"
            and "NN1" in leans(word.low)
            and (bool(chunk) or rather(word.low, "NN1", "AJ0") > -_AS_LIKELY)
        )
    )
    return noun or after_noun or bool(_YEAR.fullmatch(word.said))


def _counts(chunk: tuple[Word, ...]) -> bool:
    """Whether a count and what is counted are all there is: “43 restaurants”, not “the 5 percent tier”."""
    first = chunk[0]
    if first.kind != "#" or (_YEAR.fullmatch(first.said) and len(chunk) > 1):
        return False
    measured = chunk[-1].low in {"percent", "million", "billion", "thousand", "points"}
    return len(chunk) == 1 or measured or any(word.kind == "S" or word.low.endswith("s") for word in chunk)


def _was_done(first: Word) -> bool:
    """Whether the word at the head rather says what was done: “invited holders of 63 percent”."""
    if not first.low.endswith("ed") and first.kind != "E":
        return False
    if first.low in _OF_A_NAME:
        return False
    seen = leans(first.low)
    done = max(seen.get("VVN", UNSEEN), seen.get("VVD", UNSEEN))
    return done - seen.get("AJ0", UNSEEN) > _RATHER_DONE


def is_name(word: str) -> bool:
    """Whether the corpus has the word above all as a name: “Vietnam”, “September”."""
    seen = leans(word.lower())
    best = max(seen, key=lambda tag: seen[tag])
    return best == "NP0" and seen[best] > NEVER_SEEN


def names_in(text: str) -> frozenset[str]:
    """The names of the text: unusual words with a capital within a sentence that it never writes small, and words that
    begin one and are known as names alone: “Gus receives a monthly report”.
    """
    small = set(re.findall(r"\b[a-z]+\b", text))
    inside = (word for word in set(_WITHIN.findall(text)) if _unusual(word.lower()))
    first = (word for word in set(_OPENS.findall(text)) if _is_name(word.lower()))
    return frozenset(word for word in (*inside, *first) if word.lower() not in small)


_WITHIN = re.compile(r"(?:[a-z,;:&(]|\b[A-Z]\.) ?([A-Z][a-z]+)\b")
"""A word with a capital behind a small one, a comma, a colon or an initial."""


_OPENS = re.compile(r"(?:^|[.!?] |\n)([A-Z][a-z]+) (?=[a-z])(?!forma\b)")
"""A word with a capital that begins a sentence."""


def _is_name(low: str) -> bool:
    """Whether the corpus has the word above all as a name, and it is no plural of another: “wells”."""
    seen, one = leans(low), leans(low.removesuffix("s"))
    plural = low.endswith("s") and max(one.values()) > NEVER_SEEN and not _unusual(low.removesuffix("s"))
    return max(seen, key=lambda tag: seen[tag]) == "NP0" and not plural and not NATIONAL.match(low.title())


def _unusual(low: str) -> bool:
    """Whether the corpus has the word above all as a name, or hardly at all."""
    seen = leans(low)
    best = max(seen, key=lambda tag: seen[tag])
    return best == "NP0" or seen[best] < NEVER_SEEN
