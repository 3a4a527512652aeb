"""Counsel's acronyms in the words of the comment: “ACL” where the staff writes “allowance for credit losses”."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered

_ACRONYM = re.compile(r"(?<![\w/&.-])(?P<letters>[A-Z]{3,6}|GM|BU|RU|PO)(?P<many>s)?(?![\w/&]|-\d)")
_KNOWN = frozenset(
    str.split("GAAP SEC CEO CFO COO CTO PCAOB FASB IFRS ASC ASU SAB USA EDGAR FINRA NYSE PCAOB LLC LLP INC")
)
"""Acronyms that letters use as they are."""
_BETWEEN = r"(?:[\s-]+(?:of|for|and|the|to|in|on))*[\s-]+"
_NO_PARTICLE = r"(?!(?:and|the|for|any|are|all|its|our|but|not|that|this|to|of|in|on)\b)"
_GOES_ON = re.compile(r"\s+(?P<noun>rate|ratio|margin|measure)s?\b")


def in_words(text: str, comment: str) -> str:
    """The text, each acronym that the comment does not use replaced by the words of the comment it stands for."""
    cut = _CUT.sub(lambda m: _whole_word(m, comment), text)
    return _ACRONYM.sub(lambda m: _words_of(m, comment), cut)


_CUT = re.compile(
    r"(?<![\w'’./-])(?P<cut>sub|dist|cust|pref|conv|maint|amort|depr|accel|admin|rep|inv|mfg|distrib|recon|alloc|obs|"
    r"acct|acq|disc|invest|reg|cert|spec|promo|auth)(?P<many>s)?(?:\.(?= [a-z$\d]))?(?![\w'’/-])"
)
"""Words that haste cuts short."""


def _whole_word(found: re.Match[str], comment: str) -> str:
    """The word of the comment that the cut one begins, where all that begin so are forms of one."""
    begun = {word.lower() for word in re.findall(rf"\b{found['cut']}[a-z]{{2,}}\b", comment, re.I)}
    stems = {re.sub(r"(?<!s)s$", "", word) for word in begun}
    return f"{stems.pop()}{found['many'] or ''}" if len(stems) == 1 else found.group(0)


def _words_of(found: re.Match[str], comment: str) -> str:
    letters = found["letters"]
    if letters in _KNOWN or re.search(rf"\b{letters}", comment):
        return found.group(0)
    run = re.search(
        r"\b" + _BETWEEN.join(f"{_NO_PARTICLE}{letter}[a-z]+" for letter in letters), comment, re.I
    )
    if run is None:
        return found.group(0)
    after = _GOES_ON.match(comment[run.end() :])
    said = _as_inside(re.sub(r"\s+", " ", run.group(0)), found, comment)
    if found["many"] and not said.endswith("s"):
        said = f"{said[:-1]}ies" if re.search(r"[^aeiou]y$", said) else f"{said}s"
    return f"{said} {after['noun']}" if after else said


def _as_inside(said: str, found: re.Match[str], comment: str) -> str:
    """The words as they stand where the acronym did: within a sentence small, unless the comment raises them there."""
    inside = re.search(rf"[a-z,] {re.escape(said)}", comment)
    return said if inside or not found.string[: found.start()].strip() else lowered(said)
