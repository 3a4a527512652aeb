"""The families of authority that letters cite, each a function that finds its own citations."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.authorities.accounting import bulletins, codification, legacy, updates
from drafter.authorities.guidance import interpretations, releases
from drafter.authorities.items import items
from drafter.authorities.lists import PARENS
from drafter.authorities.names import Found, compiled
from drafter.authorities.rules import articles, regulations, rules, statutes


def _single(pattern: str, canonical: str) -> Callable[[str], Found]:
    """A family whose canonical form is a template over the pattern's named groups."""

    def find(text: str) -> Found:
        for match in compiled(pattern).finditer(text):
            groups = {k: re.sub(r"\s+", " ", v or "") for k, v in match.groupdict().items()}
            yield canonical.format(**groups), match.start(), match.end()

    return find


FAMILIES: tuple[Callable[[str], Found], ...] = (
    codification,
    updates,
    legacy,
    items,
    rules,
    articles,
    statutes,
    bulletins,
    interpretations,
    releases,
    regulations,
    _single(
        r"\b(?:FRC|FRR|Financial\s+Reporting\s+Codification)\s*(?:[Ss]ection\s*)?(?P<n>\d{3}\.\d{2}(?:\.[a-z])?)",
        "FRC {n}",
    ),
    _single(r"\bSection\s+(?P<n>[45]\d\d\.\d{2}(?:\.[a-z])?)", "FRC {n}"),
    _single(
        rf"\b17\s*C\.?F\.?R\.?\s*(?:Part\s*|§+\s*)?(?P<n>\d{{3}}(?:\.\d+[\w-]*)?{PARENS}*)", "17 CFR {n}"
    ),
    _single(r"\b(?:SEC\s+)?Industry\s+Guide\s+(?P<n>\d)\b", "Industry Guide {n}"),
    _single(r"\bGuide\s+(?P<n>[2-7])\b", "Industry Guide {n}"),
    _single(
        r"\b(?:Concepts\s+Statement|Statement\s+of\s+Financial\s+Accounting\s+Concepts"
        r"|FASB\s+Concepts\s+Statement)\s*(?:No\.?\s*)?(?P<n>\d)\b",
        "FASB Concepts Statement {n}",
    ),
    _single(r"\b(?:PCAOB\s+)?(?:AS|Auditing\s+Standard)\s*(?P<n>\d{4})\b", "PCAOB AS {n}"),
    _single(
        r"\b(?:PCAOB\s+)?Auditing\s+Standard\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b(?!\d)",
        "PCAOB Auditing Standard No. {n}",
    ),
    _single(
        r"\b(?:Staff\s+Legal\s+Bulletin|SLB)\s*(?:Nos?\.?\s*)?(?P<n>\d{1,2}[A-Z]?)\b",
        "Staff Legal Bulletin {n}",
    ),
    _single(
        r"\b(?:CF\s+)?Disclosure\s+Guidance:?,?\s*Topic\s*(?:No\.?\s*)?(?P<n>\d{1,2}A?)\b",
        "CF Disclosure Guidance Topic {n}",
    ),
    _single(r"\b(?P<k>IFRS|IAS|IFRIC|SIC)[\s-]*(?P<n>\d{1,2})\b", "{k} {n}"),
)
"""Every family; each finds its own citations, in the order of the text."""
