"""Nouns of counsel's shorthand with their articles, and whether they are many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.drafting.turning import Voice


@dataclass(frozen=True, slots=True)
class Setting:
    """What notes are read against: the person of the letter, the words of the comment, all admitted text."""

    voice: Voice
    comment: str
    admitted: str


def subject_of(noun: str, setting: Setting) -> str:
    """The noun as a subject: with its article, unless it is a name, a mass or a plural."""
    first = noun.split()[0]
    if re.match(r"[A-Z]\w+ [A-Z]", noun):
        return f"the {noun}" if noun.split()[-1].islower() and not many(noun) else noun
    proper = (
        re.search(rf"(?<=[a-z,] ){re.escape(first)}\b", setting.admitted) or first[1:] != first[1:].lower()
    )
    small = noun if proper else noun[:1].lower() + noun[1:]
    bare = DETERMINED.match(small) or _MASS.match(small) or small.endswith("growth") or many(small)
    return small if bare or proper else f"the {small}"


def many(noun: str) -> bool:
    """Whether the name is in the plural: "costs", not "basis"."""
    head = re.split(r" (?:of|to|for|in|at|on|from|by|with|allocated|held|paid|related|attributable)\b", noun)[
        0
    ]
    return bool(re.search(r"(?<![siu])s$", head.rstrip()))


def is_common(text: str, setting: Setting) -> bool:
    """Whether the text begins with a common noun, as far as the sources show, and with no name."""
    word = re.match(r"[A-Za-z-]+", text)
    known = set(re.findall(r"(?<![A-Za-z])[a-z][a-z-]+", f"{setting.admitted} {_COMMON}"))
    return word is not None and word.group(0)[1:].islower() and word.group(0).lower() in known


_COMMON = (
    "table charter analysis deck disclosure agreement amount "
    "copy note list letter report memo contract lease policy"
    " plan board audit committee management summary schedule "
    "goodwill receivable straight-line testing-the-waters"
    " balance rate number measure metric change error program "
    "transaction facility provision threshold figure name sponsor permit incident impairment complaint trial court "
    "vendor tenant lender borrower trustee auditor determination reserve warranty exclusion increase decrease"
)


DETERMINED = re.compile(
    r"^(?:the|a|an|this|that|these|those|each|every|all|both|no|"
    r"none|some|any|our|its|their|we|it|they|there|he|she|one"
    r"|two|three|in|on|at|for|as|by|from|since|until|before|"
    r"after|during|under|with|what|when|where|if|because|"
    r"although|while|management|merchants|most|more|less|"
    r"only|neither|either|not|to|of|according|following)\b",
    re.I,
)


_MASS = re.compile(
    r"^(?:price|revenue|inventory|interest|cash|income|equity|debt|traffic|volume|pricing|goodwill|compliance|occupancy)\b",
    re.I,
)


_ARTICLED = re.compile(
    r"^(?P<noun>[A-Z][a-z-]+(?: [a-z-]+){0,3}?)(?= (?:of|is|are|"
    r"was|were|has|have|had|will|does|did|exists?|in|per|by)\b|$)"
)


_SUPERLATIVE = re.compile(
    r"(?:[A-Z][a-z]{2,}est|Next|Main|Principal|Primary|Remaining|Total|Average|Current)$"
)


def article(text: str, setting: Setting) -> str:
    """The article that shorthand drops: “Table will be” -> “The table will be”; names have none."""
    first = text.split(" ", 1)[0]
    if DETERMINED.match(text) or _MASS.match(text) or not first[:1].isupper():
        return text
    if re.match(
        r"(?:Page|Note|Item) [\w-]+ (?:tables?|text|discussion|disclosure|chart|figures?|amounts?|total)\b",
        text,
    ):
        return f"The {text[:1].lower() if first == 'Page' else text[:1]}{text[1:]}"
    if first.lower() in {"company", "partnership", "registrant"}:
        return f"The {text}" if not text.startswith("The") else text
    noun = _ARTICLED.match(text)
    if noun and _SUPERLATIVE.match(first) and not many(noun["noun"]):
        return f"The {text[:1].lower()}{text[1:]}"
    if noun and not re.search(r"(?<![siu])s$", noun["noun"].split(" of ")[0]) and is_common(text, setting):
        return f"The {text[:1].lower()}{text[1:]}"
    if re.search(rf"\bthe (?:[a-z]+ )?{re.escape(first.lower())}\b", setting.comment) and first.isalpha():
        return f"The {text[:1].lower()}{text[1:]}"
    return text


def small(label: str, setting: Setting) -> str:
    """The label with a small first letter, unless it is a name."""
    named = re.match(r"[A-Z]\w+ [A-Z]", label)
    return label[:1].lower() + label[1:] if is_common(label, setting) and not named else label
