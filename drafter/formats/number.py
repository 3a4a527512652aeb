"""Set sentences about one comment or about many: how many there are is a fact of the letter at hand. Pure."""

from __future__ import annotations

import re

OWNED = r"(?:the|your|its|our|following|numbered|[\w{}]+’s|\{possessive\})"
"""A word before "comment" or "response" that goes with one as with many."""

SEVERAL = re.compile(r"\b(?:comments(?! letter)|each|following are)\b", re.I)
"""A sentence that has one of these speaks of many comments."""

WHOLE = re.compile(r"\b(?:text|each) of\b", re.I)
"""With these the verb does not go with "comments": "the text of the comments is set forth"."""

NAMED = re.compile(r"\bletter of comments\b|\bcomment letter\b|“[^“”]*”", re.I)
"""Where the number stays: names of the Staff's letter, and defined terms."""

TO_ONE = (
    (r"\beach of (the |your )?((?:\S+’s )?(?:numbered )?)comments\b", r"\1\2comment"),
    (r"\b(?:each|every|such) (numbered )?comment\b", r"the \1comment"),
    (r",? in each (?:case|instance)\b", ""),
    (r"\bfollowing are\b", "following is"),
    (rf"\b(below )are (?={OWNED} |responses)", r"\1is "),
    (r"\bcomments\b", "comment"),
    (r"\bresponses\b", "response"),
)
TO_MANY = (
    (r"\b(?:such|that) comment\b", "each comment"),
    (r"\bfollowing is\b", "following are"),
    (rf"\b(below )is (?={OWNED} (?:\w+ )?response\b)", r"\1are "),
    (rf"\b({OWNED} (?:numbered )?)comment\b(?! letter| no\.)", r"\1comments"),
    (rf"\b({OWNED} )response(?= (?:to|of)\b)(?! (?:to|of) (?:your|the) [^.]{{0,12}}letter)", r"\1responses"),
)
"""Phrases on many comments and on one, and what stands in their place."""

VERBS_TO_ONE = (
    (r"\b(comment|response) are\b", r"\1 is"),
    (r"\b(comment|response) were\b", r"\1 was"),
    (r"\b(comment|response) have\b", r"\1 has"),
    (r"\b(and|which) are\b", r"\1 is"),
)
VERBS_TO_MANY = (
    (r"\b(comments|responses) is\b", r"\1 are"),
    (r"\b(comments|responses) was\b", r"\1 were"),
    (r"\b(comments|responses) has\b", r"\1 have"),
    (r"\b(and|which) is\b", r"\1 are"),
)


ABOVE = re.compile(r"\b((?:above[- ])?(?:referenced|captioned|above) )filings?\b", re.I)
"""How a sentence points to the filings named above it."""


def on_filings(sentence: str, many: bool) -> str:
    """The sentence as it points to several filings, or to one."""
    return ABOVE.sub(rf"\1filing{'s' if many else ''}", sentence)


def about(sentence: str, many: bool) -> str:
    """The sentence as it speaks of several comments, or of one; one that speaks so already stays as it is."""
    if many is bool(SEVERAL.search(NAMED.sub("", sentence))):
        return sentence
    verbs = () if WHOLE.search(sentence) and many else VERBS_TO_MANY if many else VERBS_TO_ONE
    kept = NAMED.findall(sentence)
    said = NAMED.sub("\0", sentence)
    for pattern, words in (*(TO_MANY if many else TO_ONE), *verbs):
        said = re.sub(pattern, words, said, flags=re.I)
    for name in kept:
        said = said.replace("\0", name, 1)
    return said
