"""The staff's interpretations and the Commission's releases."""

from __future__ import annotations

import re

from drafter.authorities.names import Found, compiled

CORPORA = (
    ("Non-GAAP", r"non-?\s?GAAP"),
    ("Tender Offer Rules and Schedules", r"Tender\s+Offer"),
    ("Proxy Rules and Schedules 14A/14C", r"Proxy\s+Rules"),
    ("Going Private", r"Going\s+Private"),
    ("Regulation S-K", r"Regulation\s+S-K"),
    ("Regulation FD", r"Regulation\s+FD"),
    ("Form 8-K", r"Form\s+8-K|Exchange\s+Act\s+Form\s+8-K"),
    ("Securities Act Rules", r"Securities\s+Act\s+Rules"),
    ("Securities Act Forms", r"Securities\s+Act\s+Forms"),
    ("Securities Act Sections", r"Securities\s+Act\s+Sections"),
    ("Exchange Act Rules", r"Exchange\s+Act\s+Rules"),
    ("Exchange Act Forms", r"Exchange\s+Act\s+Forms"),
    ("Exchange Act Sections", r"Exchange\s+Act\s+Sections"),
)
"""Names of the staff's collections of questions, and how letters name them."""

_NEAR = 160
"""Characters on either side in which a collection of questions is named."""


def interpretations(text: str) -> Found:
    """Questions of the staff's Compliance and Disclosure Interpretations, with the collection named nearby.

    Questions 100 to 104 are those on non-GAAP measures unless another collection than that on Regulation S-K,
    which Item 10(e) brings into every such comment, is named.
    """
    pattern = compiled(
        r"\b(?:Questions?|C&DIs?|Interpretations?)\s+(?:Nos?\.?\s*)?(?P<list>\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|through|to)\s+)(?:Questions?\s+)?(?:No\.\s*)?\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*)*)",
        re.I,
    )
    for match in pattern.finditer(text):
        corpus = _corpus(text, match.start(), match.end())
        for number in re.finditer(r"\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*", match["list"]):
            at = match.start("list") + number.start()
            name = corpus
            if corpus in {"", "Regulation S-K"} and re.match(r"10[0-4]\.", number.group()):
                name = "Non-GAAP"
            yield (
                f"{name} C&DI Question {number.group()}".strip(),
                match.start() if number.start() == 0 else at,
                at + len(number.group()),
            )


def _corpus(text: str, start: int, end: int) -> str:
    """The collection of questions named nearest to a question: after it first, else before."""
    for window, last in ((text[end : end + _NEAR], False), (text[max(0, start - _NEAR) : start], True)):
        hits = [
            (m.start(), name) for name, pattern in CORPORA for m in compiled(pattern, re.I).finditer(window)
        ]
        if hits:
            return (max(hits) if last else min(hits))[1]
    return ""


def releases(text: str) -> Found:
    """Commission releases: Release 33-10751, one for each number given."""
    pattern = compiled(
        r"\b(?:(?P<act>Securities\s+Act|Exchange\s+Act)\s+)?Releases?\s*(?:Nos?\.?\s*)?(?P<list>(?:(?:33|34|IC|IA|FR)\s?[-–]\s?)?\d{2,6}[A-Z]?(?:(?:\s*[,;/]\s*(?:and\s+)?|\s+and\s+)(?:33|34|IC|IA|FR)[-–]\d{2,6}[A-Z]?)*)(?!\d|\.\d)"
    )
    for match in pattern.finditer(text):
        for number in re.finditer(r"(?:(?P<s>33|34|IC|IA|FR)\s?[-–]\s?)?(?P<n>\d{2,6}[A-Z]?)", match["list"]):
            series = number["s"] or {"S": "33", "E": "34"}.get((match["act"] or " ")[0], "")
            at = match.start("list") + number.start()
            if series:
                yield (
                    f"Release {series}-{number['n']}",
                    match.start() if number.start() == 0 else at,
                    at + len(number.group()),
                )
