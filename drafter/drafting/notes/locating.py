"""Where the filing has a thing, in a sentence: “The split is there: second table on page 9”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import words
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import finite

_UNIT = re.compile(
    r"\b(?:[Pp]ages?|[Nn]otes?|[Ii]tems?|[Ss]ection|[Ee]xhibit|[Pp]art|[Ff]ootnote) "
    r"\(?(?:[A-Z]{0,2}-?\d[\w.-]*|[IVX]+\b|[A-Z]\b)(?:\(\w+\))*"
)
_THERE = re.compile(
    r"(?:(?P<thing>[A-Za-z][^:;,]{1,90}?) (?P<be>is|are) )?(?i:already |all )*"
    r"(?P<there>(?i:disclosed|given|shown|presented|discussed|described|explained|there|in there|in the filing|here)"
    r"(?:: |; |, | [–—-]+ ))?(?:in |on |at )?(?P<place>[^:;]+)(?P<told>: [^:;]*\d[^:;]*)?$"
)
_LOCATED = re.compile(
    r"(?P<thing>[A-Z][^:;,]{1,140}?) (?:is|are) "
    r"(?:disclosed (?:in|on) |(?:in|on) (?=the (?:[a-z]+ )?table (?:in|on) |[A-Z]))"
    r"(?P<place>[^:;]+?)(?:, (?:and (?:has|have) been (?:so |there )?)?(?P<since>(?:every|each|for|since) [^:;]+))?"
    r"(?P<told>:.*)?\.$"
)


def located(text: str, setting: Setting) -> str:
    """The sentence that says where the filing has a thing, its place behind a preposition; any other as it is."""
    found = _THERE.match(text.rstrip(" ."))
    place = _place(found["place"]) if found and (found["there"] or found["told"]) else ""
    if found is None or not place or finite(found["told"] or ""):
        return text
    amounts = re.sub(r", (?:and )?(?=[$€£]?\d[^,]*$)", " and ", found["told"] or "")
    thing = _whole(found["thing"], setting) if found["thing"] else "This"
    return f"{thing} {found['be'] or 'is'} disclosed {place}{amounts}."


def reference(text: str) -> tuple[str, str]:
    """The place that a sentence says the filing has a thing in, and the thing; both "" for any other sentence."""
    found = _LOCATED.match(text)
    if found is None or not _UNIT.search(found["place"]):
        return "", ""
    since = f", as has been the case {found['since']}" if found["since"] else ""
    return found["place"], f"{lowered(found['thing'])}{found['told'] or ''}{since}"


_COMPLEMENT = (
    r" (?:of|between|on|from|to) [^,.;:()]+?(?=[,.;:?]| (?:as|or|is|are|that|which|under|for|pursuant|if|"
    r"in (?:your|the|this|each|future)|and (?:how|why|whether|when|tell|revise|disclose))\b)"
)


def _whole(thing: str, setting: Setting) -> str:
    """The thing with what the comment says it is of: “The effect” where it asks for “the effect of the change”."""
    noun = re.sub("^the ", "", thing, flags=re.I)
    found = re.search(
        rf"\b(?:the|an?|any|your) {re.escape(noun)}(?P<of>{_COMPLEMENT})", setting.comment, re.I
    )
    return f"{thing}{turn(found['of'], setting.voice)}" if found else thing


def _place(text: str) -> str:
    """The place as a sentence names it: “in Note 5 (page 68, second paragraph)”; "" where the words name none."""
    first, *within = text.split(", ")
    if not _UNIT.search(text) or finite(text) or re.search(r"[\d$]", _UNIT.sub("", text)):
        return ""
    numbered = _UNIT.match(first) or re.match(r"(?:the|an?|our|its) ", first) or words(first)[0].kind == "P"
    place = f"{'on' if re.match('[Pp]age', first) else 'in'} {'' if numbered else 'the '}{first}"
    return f"{place} ({', '.join(within)})" if within else place
