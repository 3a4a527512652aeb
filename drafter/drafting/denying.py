"""What a note denies without a verb: “No assets in sanctioned countries”, “No opinions relied on”."""

from __future__ import annotations

import re

from drafter.drafting.articles import MASS, Setting, is_common, many
from drafter.drafting.fragments import passive_subject, plural
from drafter.drafting.tagging import heads_many, may_act, words
from drafter.drafting.verbs import finite, is_clause

_NO = re.compile(r"[Nn]o (?P<thing>[^.;:]+?)(?P<yet> yet)?$")
_HEAD = re.compile(r"(?P<head>.*?)(?P<rest>(?:,| (?:in|of|for|to|over|before|with|at|below|above)\b).*|)$")
_DONE = re.compile(r"(?P<noun>(?:[\w-]+ )+?)(?P<done>[a-z]+(?:ed|en|made|held|paid)(?: on| upon)?)$")
_THIRD = {"have": "has"}
_SINCE = re.compile(r"\bsince (?:19|20|[A-Z]|fiscal|the)|\b(?:so far|to date|ever)\b")


def denied(text: str, setting: Setting, _: str) -> str:
    """The denial as a clause: of what the comment asks whether the company has it, of what was done, or of a thing."""
    if found := re.match(r"None (?P<rest>(?:in|of|at|for|from|to|by|since|other|so)\b.*)$", text, re.S):
        be = "have been" if _SINCE.search(text) else "were"
        return "" if finite(text) else f"There {be} none {found['rest']}"
    if found := re.match(r"Nothing (?P<rest>since\b.*|yet|so far\b.*)$", text):
        return f"There has been nothing {found['rest']}"
    none = _NO.match(text)
    if none is None or finite(text) or passive_subject(text):
        return ""
    parts = _HEAD.match(none["thing"])
    head, rest = (parts["head"], parts["rest"]) if parts else (none["thing"], "")
    if done := _DONE.match(head):
        noun = done["noun"].strip()
        return f"No {noun} {'were' if many(noun) else 'was'} {done['done']}{rest}"
    if verb := _held(head, setting.comment):
        return f"The Company {verb} no {none['thing']}"
    if _SINCE.search(none["thing"]):
        ever = re.sub(r",? ever$", "", none["thing"])
        return f"There {'have' if plural(head) or heads_many(head) else 'has'} been no {ever}"
    if any(word.kind in "VZB" for word in words(none["thing"])):
        return ""
    past = "before" in rest or re.search(r"\b20\d\d\b", rest)
    be = ("were" if past else "are") if plural(head) else ("was" if past else "is")
    return f"There {be} no {none['thing']}{' at this time' if none['yet'] else ''}"


_THING = re.compile(
    r"^(?P<head>(?:[A-Za-z][\w'’-]*|\d+-[a-z-]+)(?: [a-z][\w'’-]*){1,4}?)(?P<rest>(?:,| "
    r"(?:of|for|in|with|to|on|by|at|from|over|under|between|per|that|which)\b).*|)$",
    re.S,
)
_NO_THING = re.compile(
    r"(?:also|only|just|see|per|not|as|in|on|at|for|of|about|over|under|[a-z]+ly|[a-z]+ed|[a-z]+ing|"
    r"first|last|next|same|new|"
    r"reasonably|same|exhibits?|pages?|notes?|items?|full|form|draft|copy|text|language)\b",
    re.I,
)
"""How words begin that name no thing there is."""
LONGEST_THING = 10
"""Words of a thing that “there is”."""


def existing(text: str, setting: Setting, before: str) -> str:
    """A thing without a verb as a clause: “Price list for both” -> “There is a price list for both”."""
    found = _THING.match(text) if not before or is_clause(before) else None
    if (
        found is None
        or not _names(found["head"])
        or finite(text)
        or _NO_THING.match(text)
        or ":" in text
        or re.search(r", (?!not\b)", text)
        or len(text.split()) > LONGEST_THING
    ):
        return ""
    if not (is_common(text, setting) or re.match(r"(?:\w+|\d+)-(?:year|month|day)\b", text)):
        return ""
    small = f"{text[:1].lower()}{text[1:]}"
    if many(found["head"]) or heads_many(found["head"]):
        return f"There are {small}"
    mass = MASS.search(found["head"].split()[-1])
    return f"There is {'' if mass else 'an ' if small[0] in 'aeiou' else 'a '}{small}"


def _names(head: str) -> bool:
    """Whether the words are the name of a thing: nouns with what qualifies them, and a noun at the end."""
    kinds = "".join(w.kind for w in words(head))
    other = re.search(r"\b(?:only|all|net|year|month|quarter)$|^(?:only|all|net)\b", head, re.I)
    return bool(re.fullmatch(r"[NSJ#GEOK]*[NS]", kinds)) and not other and not may_act(head)


def _held(head: str, comment: str) -> str:
    """The verb by which the comment asks whether the company has such a thing: “whether you hold any assets”."""
    first = re.escape(head.split()[0].lower())
    found = re.search(
        rf"\byou (?P<verb>have|hold|own|maintain|use|conduct|engage) (?:any )?(?:[\w-]+ )?{first}", comment
    )
    return _THIRD.get(found["verb"], f"{found['verb']}s") if found else ""
