"""The families of authority that letters cite, each a function that finds its own citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.authorities.accounting import LEGACY, bulletins, codification, legacy, updates
from drafter.authorities.guidance import interpretations, releases
from drafter.authorities.items import items
from drafter.authorities.lists import PARENS
from drafter.authorities.names import Found, compiled
from drafter.authorities.rules import articles, regulations, rules, statutes


@dataclass(frozen=True, slots=True)
class Family:
    """How one family is found. Every citation of it holds one of `words`: a text without has none."""

    words: tuple[str, ...]
    find: Callable[[str], Found]

    def may_stand_in(self, text: str) -> bool:
        """Whether one of its words does."""
        for word in self.words:  # noqa: SIM110 - any() takes twice as long, and this is asked often
            if word in text:
                return True
        return False


def _single(pattern: str, canonical: str) -> Callable[[str], Found]:
    """A family whose canonical form is a template over the pattern's named groups."""

    def find(text: str) -> Found:
        for match in compiled(pattern).finditer(text):
            groups = {k: re.sub(r"\s+", " ", v or "") for k, v in match.groupdict().items()}
            yield canonical.format(**groups), match.start(), match.end()

    return find


SINGLES = (
    (
        ("FRC", "FRR", "Codification"),
        r"\b(?:FRC|FRR|Financial\s+Reporting\s+Codification)\s*(?:[Ss]ection\s*)?(?P<n>\d{3}\.\d{2}(?:\.[a-z])?)",
        "FRC {n}",
    ),
    (("Section",), r"\bSection\s+(?P<n>[45]\d\d\.\d{2}(?:\.[a-z])?)", "FRC {n}"),
    (
        ("17",),
        rf"\b17\s*C\.?F\.?R\.?\s*(?:Part\s*|§+\s*)?(?P<n>\d{{3}}(?:\.\d+[\w-]*)?{PARENS}*)",
        "17 CFR {n}",
    ),
    (("Guide",), r"\b(?:SEC\s+)?Industry\s+Guide\s+(?P<n>\d)\b", "Industry Guide {n}"),
    (("Guide",), r"\bGuide\s+(?P<n>[2-7])\b", "Industry Guide {n}"),
    (
        ("Concepts",),
        r"\b(?:Concepts\s+Statement|Statement\s+of\s+Financial\s+Accounting\s+Concepts"
        r"|FASB\s+Concepts\s+Statement)\s*(?:No\.?\s*)?(?P<n>\d)\b",
        "FASB Concepts Statement {n}",
    ),
    (("AS", "Auditing"), r"\b(?:PCAOB\s+)?(?:AS|Auditing\s+Standard)\s*(?P<n>\d{4})\b", "PCAOB AS {n}"),
    (
        ("Auditing",),
        r"\b(?:PCAOB\s+)?Auditing\s+Standard\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b(?!\d)",
        "PCAOB Auditing Standard No. {n}",
    ),
    (
        ("Bulletin", "SLB"),
        r"\b(?:Staff\s+Legal\s+Bulletin|SLB)\s*(?:Nos?\.?\s*)?(?P<n>\d{1,2}[A-Z]?)\b",
        "Staff Legal Bulletin {n}",
    ),
    (
        ("Guidance",),
        r"\b(?:CF\s+)?Disclosure\s+Guidance:?,?\s*Topic\s*(?:No\.?\s*)?(?P<n>\d{1,2}A?)\b",
        "CF Disclosure Guidance Topic {n}",
    ),
    (("IFR", "IAS", "SIC"), r"\b(?P<k>IFRS|IAS|IFRIC|SIC)[\s-]*(?P<n>\d{1,2})\b", "{k} {n}"),
)
"""Families that one pattern finds: their words, the pattern, the canonical form over its groups."""

FAMILIES: tuple[Family, ...] = (
    Family(("ASC", "Codification", "FASB", "ASU"), codification),
    Family(("ASU", "Update"), updates),
    *(Family(words, legacy(kind, pattern)) for kind, words, pattern in LEGACY),
    Family(("Item", "S-K"), items),
    Family(("Rule", "Article", "Section"), rules),
    Family(("Article",), articles),
    Family(("Section",), statutes),
    Family(("Topic", "SAB", "Bulletin"), bulletins),
    Family(("uestion", "UESTION", "nterpretation", "NTERPRETATION", "C&DI", "c&di"), interpretations),
    Family(("Release",), releases),
    Family(("Regulation",), regulations),
    *(Family(words, _single(pattern, canonical)) for words, pattern, canonical in SINGLES),
)
"""Every family; each finds its own citations, in the order of the text."""
