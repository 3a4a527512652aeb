"""How a sentence begins and ends: capitals that are its own and those of names, and its full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NAMES: ContextVar[frozenset[str]] = ContextVar("names", default=frozenset())


@contextmanager
def keeping(names: frozenset[str]) -> Iterator[None]:
    """Those names keep their capital wherever a sentence is lowered, as long as this is open."""
    token = _NAMES.set(names)
    try:
        yield
    finally:
        _NAMES.reset(token)


def is_kept(word: str) -> bool:
    """Whether the word is one of the names that keep their capital, also as “Tolwe's” or “Tolwe:”."""
    return re.sub(r"(?:['’]s?)?[,;:.)]*$", "", word) in _NAMES.get()


def lowered(sentence: str) -> str:
    """The sentence as it stands after "that": its first letter small, unless it begins a name or a figure."""
    first = sentence.split(" ", 1)[0]
    if first in {"I", "A"} or not first[:1].isupper() or (len(first) > 1 and not first[1:].islower()):
        return sentence if first != "A" else f"a{sentence[1:]}"
    if is_kept(first) or _NAME_OF.match(sentence) or CALENDAR.match(sentence) or NATIONAL.match(sentence):
        return sentence
    second = sentence.split(" ", 2)[1:2]
    if second and second[0][:1].isupper() and first not in _OPENING_WORDS:
        return sentence
    return sentence[:1].lower() + sentence[1:]


CALENDAR = re.compile(
    r"(?:January|February|March|April|May(?= \d)|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""Months and days of the week, which keep their capital."""
NATIONAL = re.compile(
    r"(?:American|Asian|Australian|Austrian|Belgian|Brazilian|British|Canadian|Chilean|Chinese|Danish|Dutch|"
    r"English|European|"
    r"Finnish|French|German|Greek|Indian|Indonesian|Irish|Israeli|Italian|Japanese|Korean|Latin|Mexican|"
    r"Nordic|Norwegian|"
    r"Polish|Portuguese|Russian|Spanish|Swedish|Swiss|Taiwanese|Thai|Turkish|Vietnamese)\b(?! [a-z]+ly\b)"
)
"""Adjectives of countries, which keep their capital."""
_NAME_OF = re.compile(
    r"(?:Court|Bank|State|Commonwealth|Department|Office|Bureau|Ministry|University|Republic|Secretary|Code|District|"
    r"County|City|Province|Port) of (?:the )?[A-Z]|"
    r"(?:Form|Rule|Item|Section|Note|Exhibit|Question|Regulation|Release|Schedule|Amendment|Level) (?:No\. )?\d|"
    r"[A-Z][a-z]+ & [A-Z]"
)
"""A name that begins with a common noun: “Court of Chancery”, “Rule 144”."""
_OPENING_WORDS = frozenset(
    str.split(
        "The A An In On At For By Both Each All No Its Our To As With From These Those This That Since Before After "
        "During Under Over When While Where If Because Until Through Throughout Within Without Upon Although There It "
        "They Neither Either None Some Most Many Any Only Not One Two Three Four Five Other Another Such About "
        "Approximately Management Revenue Revenues Further"
    )
)


def raised(text: str) -> str:
    """The text as a sentence begins: its first letter a capital."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """The text as a sentence ends: with one full stop."""
    return f"{text.rstrip(' ,;:.')}." if not re.search(r"[.!?][\"”)]?$", text.rstrip()) else text.rstrip()
