"""Accounting literature: the Codification, its updates, what it replaced, and Staff Accounting Bulletins."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.authorities.lists import inherited, paragraphs
from drafter.authorities.names import Found, compiled


def codification(text: str) -> Found:
    """ASC 280-10-50-41, with the elided paragraphs after it, and bare ones elsewhere in the same text."""
    head = compiled(
        r"\b(?:FASB\s+)?(?:ASC|Accounting\s+Standards\s+Codification"
        r"|FASB\s+Codification)(?:\s*\(\s*[\"“”'‘]?ASC[\"“”'’]?\s*\))?,?\s*"
        r"(?:(?:Sub-?)?(?:Topics?|topics?|paragraphs?|Paragraphs?|Sections?))?\s*(?:Nos?\.\s*)?"
        r"(?P<n>\d{3}(?:-\s?\d{2,3}(?:-\s?S?\d{2}(?:-\s?\d{1,3}[A-Z]{0,2})?)?)?)(?![\d-]*\d)"
    )
    bare = compiled(
        r"(?:(?:Sub-?)?[Tt]opics?\s+(?P<t>\d{3}(?:-\d{2,3})?)"
        r"|(?<![\d/-])(?P<p>[2-9]\d{2}-\d{2,3}-\s?S?\d{2}(?:-\d{1,3}[A-Z]{0,2})?))(?![\d-]*\d)"
    )
    heads = list(head.finditer(text))
    for match in heads:
        yield from _with_list(text, match, match["n"])
    if heads or any(word in text for word in ("FASB", "ASU", "Codification")):
        for match in bare.finditer(text):
            yield from _with_list(text, match, match["t"] or match["p"])


def _with_list(text: str, match: re.Match[str], number: str) -> Found:
    previous, position = re.sub(r"\s", "", number), match.end()
    yield f"ASC {previous}", match.start(), position
    while following := paragraphs().match(text, position):
        previous = inherited(previous, following["item"])
        yield f"ASC {previous}", following.start("item"), following.end()
        position = following.end()


def updates(text: str) -> Found:
    """ASU 2023-07."""
    pattern = compiled(
        r"\b(?:FASB\s+)?(?:ASU|Accounting\s+Standards\s+Updates?)(?:\s*\([\"“]?ASU[\"”]?\))?\s*(?:Nos?\.?\s*)?(?P<n>20\d\d\s?-\s?\d{2})\b"
    )
    more = compiled(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:ASU\s+)?(?:No\.\s*)?(?P<n>20\d\d-\d{2})\b")
    for match in pattern.finditer(text):
        yield f"ASU {re.sub(chr(32), '', match['n'])}", match.start(), match.end()
        position = match.end()
        while following := more.match(text, position):
            yield f"ASU {following['n']}", following.start("n"), following.end()
            position = following.end()


REVISED = r"(?:\s?\(?R\)?)?"

LEGACY = (
    (
        "FAS",
        ("FAS", "Standards"),
        r"\b(?:SFAS|FAS|FASB\s+Statement|Statement\s+of\s+Financial\s+Accounting\s+Standards)\s*"
        rf"(?:\(?[\"“]?SFAS[\"”]?\)?\s*)?(?:Nos?\.?\s*)?(?P<n>\d{{1,3}}{REVISED})(?![\d-])",
    ),
    (
        "EITF",
        ("EITF",),
        r"\bEITF(?:\s+Issue)?\s*(?:Nos?\.?\s*)?(?:Topic\s+)?(?P<n>\d{2}-\d{1,2}|D-\d{1,3})\b",
    ),
    ("SOP", ("SOP",), r"\bSOP\s*(?:No\.?\s*)?(?P<n>\d{2}-\d{1,2})\b"),
    ("FSP", ("FSP",), r"\bFSP\s*(?:FAS\s*|No\.?\s*)*(?P<n>\d{2,3}-\d{1,2})\b"),
    (
        "FIN",
        ("FIN", "FASB"),
        rf"\b(?:FIN|FASB\s+Interpretation)\s*(?:No\.?\s*)?(?P<n>\d{{1,2}}{REVISED})(?![\d-])",
    ),
    ("APB", ("APB",), r"\b(?:APB(?:\s+Opinion)?)\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b"),
    ("ARB", ("ARB",), r"\bARB\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b"),
)
"""What the Codification replaced (FAS 123(R), EITF 00-21, SOP 97-2): its name, the words, the pattern."""


def legacy(kind: str, pattern: str) -> Callable[[str], Found]:
    """The family of that name and pattern."""

    def find(text: str) -> Found:
        for match in compiled(pattern).finditer(text):
            number = re.sub(r"\s?\(?R\)?$", "(R)", match["n"])
            yield f"{kind} {number}", match.start(), match.end()

    return find


_FURTHER_TOPIC = r"(?:,\s*(?:and\s+)?|\s+(?:and|or)\s+)(?P<n>\d{1,2})[.:](?P<l>[A-Z]{1,2})\b(?!-)"
"""What goes on a list of topics: “Topics 1.M and 1.N”."""


def bulletins(text: str) -> Found:
    """SAB 99, and SAB Topics in any of their spellings: "SAB Topic 11:B", "Topic 5.Y"."""
    topic = compiled(
        r"(?:\b(?:SAB|Staff\s+Accounting\s+Bulletin)(?:\s*\(?[\"“]?SAB[\"”]?\)?)?(?:\s+(?:No\.?\s*)?(?:Series\s+)?)?,?\s*)?\bTopics?\s+"
        r"(?P<n>\d{1,2})(?P<mark>\s?[.:]\s?|\s|(?=[A-Z]\b))(?P<l>[A-Z]{1,2})(?:\.\s?(?P<q>\d{1,2}))?\b(?!-)"
    )
    for match in topic.finditer(text):
        tail = f".{match['q']}" if match["q"] else ""
        yield f"SAB Topic {match['n']}.{match['l']}{tail}", match.start(), match.end()
        at = match.end()
        while further := compiled(_FURTHER_TOPIC).match(text, at):
            yield f"SAB Topic {further['n']}.{further['l']}", further.start("n"), further.end()
            at = further.end()
    for match in compiled(
        r"\b(?:SAB|Staff\s+Accounting\s+Bulletin)\s+Topic\s+(?P<n>\d{1,2})(?![\d.:A-Z]|\s+[A-Z]\b)"
    ).finditer(text):
        yield f"SAB Topic {match['n']}", match.start(), match.end()
    for match in compiled(
        r"\b(?:SABs?|Staff\s+Accounting\s+Bulletins?)\s*(?:\(?[\"“]?SAB[\"”]?\)?\s*)?(?:Nos?\.?\s*)?(?P<list>\d{2,3}(?:(?:,|\s+and|\s+or)\s+(?:SAB\s+)?(?:No\.\s*)?\d{2,3})*)(?![\d-])"
    ).finditer(text):
        for number in re.finditer(r"\d{2,3}", match["list"]):
            first = number.start() == 0
            at = match.start("list") + number.start()
            yield f"SAB {number.group()}", match.start() if first else at, at + len(number.group())
