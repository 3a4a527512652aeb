"""Which part of a filing a comment is about, from the headings it stands under. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

SECTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "financial_statements.notes",
        r"^(?:\w+ )?(?:foot)?notes? (?:to\b|\d|[A-Z]\b)|^\(?\d{1,2}[.)]\s+[A-Z]|^\W*note\b",
        "Notes to Consolidated Financial Statements",
    ),
    ("risk_factors", r"\brisk factors?\b|\bitem 1A\b|\bitem 3\.?D\b", "Item 1A. Risk Factors"),
    ("cybersecurity", r"\bcyber-?security\b|\bitem 1C\b", "Item 1C. Cybersecurity"),
    ("legal_proceedings", r"\blegal proceedings\b", "Item 3. Legal Proceedings"),
    (
        "properties",
        r"^(?:item 2\W+)?(?:mineral |description of )?propert(?:y|ies)(?=\W*(?:$|,|page))",
        "Item 2. Properties",
    ),
    (
        "market_risk",
        r"\b(?:quantitative and qualitative disclosures? about )?market risks?\b|\bitem 7A\b",
        "Item 7A. Quantitative and Qualitative Disclosures About Market Risk",
    ),
    (
        "controls",
        r"\bcontrols? and procedures\b|\binternal controls?\b|\bdisclosure controls\b|\bitem 9A\b",
        "Item 9A. Controls and Procedures",
    ),
    (
        "financial_statements.audit_report",
        r"\breports? of (?:the )?independent\b|\baudit(?:or'?s?'?)? reports?\b",
        "Report of Independent Registered Public Accounting Firm",
    ),
    (
        "mdna",
        r"\bmanagement.{0,2}s? discussion and\b|\bMD ?& ?A\b|\bresults of operations?\b|^liquidity\b"
        r"|\bcapital resources\b|\bcritical accounting\b|\boperating and financial review\b|\bitem 7\b"
        r"|\boperations review\b",
        "Item 7. Management's Discussion and Analysis",
    ),
    ("pro_forma", r"\bpro forma\b", "Unaudited Pro Forma Condensed Combined Financial Information"),
    (
        "financial_statements",
        r"\bfinancial statements?\b|\b(?:balance sheets?|income statements?)\b|\bitem 8\b"
        r"|\bstatements? of (?:\w+ )?(?:operations|income|earnings|cash flows|comprehensive|financial position"
        r"|(?:stock|share)holders|changes in)",
        "Consolidated Statements of Cash Flows",
    ),
    (
        "compensation",
        r"\b(?:executive|director) compensation\b|\bcompensation discussion\b|\bcompensation tables?\b"
        r"|\bpay versus performance\b|\bitem 11\b",
        "Executive Compensation",
    ),
    (
        "ownership",
        r"\bbeneficial owner|\b(?:principal|security) (?:stock|share)?(?:holders|owners|ownership)\b"
        r"|\bcertain relationships\b|\brelated (?:party|person) transactions?\b|\bitem 1[23]\b",
        "Certain Relationships and Related Party Transactions",
    ),
    (
        "governance",
        r"\bdirectors\b|\bexecutive officers\b|\bcorporate governance\b|\bboard leadership\b|\bitem 10\b",
        "Item 10. Directors, Executive Officers and Corporate Governance",
    ),
    ("exhibits.99", r"\bexhibits? 99\b|\b(?:earnings|press) release\b", "Exhibit 99.1"),
    ("exhibits", r"^(?:item \d+\W+)?exhibits?\b(?! 13\b)|\bexhibit index\b|\bitem 15\b", "Exhibit 5.1"),
    (
        "offering",
        r"\buse of proceeds\b|\bdilution\b|^capitalization\b|\bplan of distribution\b|\bunderwriting\b"
        r"|^the offering\b|\bselling (?:stock|share|security)\s?holders?\b"
        r"|\bdescription of (?:\w+ )?(?:securities|capital stock|warrants)\b",
        "Use of Proceeds",
    ),
    ("summary", r"\bprospectus summary\b|^summary\b|\bquestions and answers\b", "Prospectus Summary"),
    ("cover", r"\bcover page\b|^cover\b|\bprospectus cover\b", "Prospectus Cover Page"),
    (
        "transaction",
        r"\bbackground (?:of|to) the\b|\bopinions? of\b|^the (?:merger|transaction|business combination|offer)\b"
        r"|\bmerger agreement\b|\bmerger consideration\b",
        "Background of the Merger",
    ),
    ("signatures", r"^signatures?\b|^certifications?\b", "Signatures"),
    (
        "business",
        r"^(?:item 1\W+)?(?:our |description of (?:our )?)?business(?=\W*(?:$|,|page))|\binformation on the company\b",
        "Item 1. Business",
    ),
)
"""Each section with how its headings read, and a heading of it. The first that fits is taken.

A section after a dot is a part of the one before it: asking for "financial_statements" finds the notes too.
"""

FORMS: tuple[tuple[str, str, str], ...] = (
    (
        "proxy",
        r"\bproxy (?:statement|soliciting)\b|\bSchedule 14A\b|\b(?:DEF|PRE)[A-Z]* ?14A\b",
        "Definitive Proxy Statement on Schedule 14A",
    ),
    ("exhibits.99", r"\bForm 8-K\b|\b8-K (?:filed|furnished|dated)\b", "Form 8-K furnished May 3, 2021"),
)
"""What a filing itself says of its part, where no heading below it does."""

_FILING = re.compile(
    r"^(?:amendment\b.{0,30}\b)?(?:(?:annual|quarterly|current|transition) report|definitive|preliminary"
    r"|(?:draft )?(?:registration|offering|proxy) statement|(?:form|schedule) \d*[A-Z]?)",
    re.IGNORECASE,
)
"""A heading that names a filing: "Form 10-K for the Fiscal Year Ended December 31, 2021"."""


def section(heading: Sequence[str]) -> str:
    """The part of the filing that a comment under that heading path is about, "" where none is known.

    The first heading below the filing's name says it, and a deeper one may name a part of that part.
    """
    below = [h for h in heading if not _FILING.search(h)]
    found = [id_ for h in below if (id_ := _of("sections", h))]
    if found:
        return next((f for f in found if f.startswith(f"{found[0]}.")), found[0])
    return next((id_ for h in heading if (id_ := _of("forms", h))), "")


def names() -> tuple[str, ...]:
    """Every section there is, in alphabetical order."""
    return tuple(sorted({id_ for id_, _, _ in (*SECTIONS, *FORMS)} | {"financial_statements"}))


@cache
def _read(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rows of a table, their patterns compiled when the first heading is read."""
    rows = {"sections": SECTIONS, "forms": FORMS}[table]
    return tuple((id_, re.compile(pattern, re.IGNORECASE)) for id_, pattern, _ in rows)


def _of(table: str, heading: str) -> str:
    """The first row of a table that a heading fits, "" for none."""
    return next((id_ for id_, pattern in _read(table) if pattern.search(heading)), "")
