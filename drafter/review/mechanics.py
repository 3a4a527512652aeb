"""What goes with the letter: amendments, other filings, who has seen it, how it is submitted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafter.authorities import authorities
from drafter.business_days import spoken
from drafter.domain import Severity
from drafter.matters import sentences
from drafter.review.periods import fiscal_year_end
from drafter.review.reviewed import Mark, Reviewed, excerpt

TOGETHER = re.compile(
    r"\b(?:concurrently|simultaneously|herewith|together with this letter|today|contemporaneously)\b", re.I
)
AMENDMENT = re.compile(r"\bAmendment\s+No\.?\s*(?P<number>\d{1,2})\b", re.I)
MARKED = re.compile(r"\b(?:marked|redline\w*|blackline\w*|changed pages|comparison)\b", re.I)
"""How a letter says that changes are shown. Example: "copies marked against Amendment No. 1"."""

APPLIES = re.compile(
    r"\b(?:this|these|the above|our) comments?\b[^.;]{0,60}\b(?:also )?appl(?:y|ies)\b(?P<where>[^.;]*)"
    r"|\balso appl(?:y|ies) to\b(?P<where2>[^.;]*)",
    re.I,
)
"""A comment that reaches further. Example: "This comment also applies to your earnings releases"."""

ELSEWHERE = (
    ("earnings releases", re.compile(r"\b(?:earnings|press) releases?\b|\b8-K\b", re.I)),
    ("Forms 10-Q", re.compile(r"\b10-Qs?\b|\bquarterly\b|\binterim\b", re.I)),
    ("the Form 10-K", re.compile(r"\b10-Ks?\b|\bannual report", re.I)),
    ("the proxy statement", re.compile(r"\bproxy\b", re.I)),
    ("the website", re.compile(r"\bweb ?sites?\b", re.I)),
)
"""Where else a comment can apply, and how an answer shows that it was thought of."""

EVERYWHERE = re.compile(
    r"\b(?:all|future|other|each) (?:\w+ ){0,3}(?:filings?|reports?|disclosures?)\b", re.I
)

ACCOUNTING = ("ASC ", "SAB ", "Regulation S-X", "SAB Topic", "ASU ")
SEEN = re.compile(
    r"\b(?:auditors?|audit committee|disclosure committee|accounting firm|national office)\b[^.\n]{0,120}"
    r"\b(?:agree|concur|review|seen|saw|clear|approv|sign)\w*",
    re.I,
)
"""A note that says who has seen the answer. Example: "the audit committee reviewed it on May 3"."""

UNRESOLVED_AFTER = timedelta(days=180)
"""Item 1B of Form 10-K and Item 4A of Form 20-F: comments received so long before the year's end."""

NEAR_END = timedelta(days=45)
DRAFT_FORM = re.compile(r"\bDRS\b|\bdraft registration statement\b|\bconfidentially submitted\b", re.I)


def amendments(reviewed: Reviewed) -> Iterator[Mark]:
    """An amendment said to go with the letter: it is the one the answers speak of, and its changes are marked."""
    spoken_of = {int(m["number"]) for s in reviewed.spoken for m in AMENDMENT.finditer(s.text)}
    for i, text in ((i, s) for i, line in reviewed.frame for s in sentences(line.text)):
        numbers = {int(m["number"]) for m in AMENDMENT.finditer(text)}
        if not numbers or not TOGETHER.search(text):
            continue
        said, last = " and ".join(str(n) for n in sorted(numbers)), max(numbers)
        if spoken_of and last < min(spoken_of):
            yield Mark(
                f"The letter goes with Amendment No. {said}, and its answers speak of No. {min(spoken_of)}. "
                "Say which it is.",
                span=(i, i + 1),
                evidence=excerpt(text),
            )
        elif not MARKED.search(reviewed.text):
            yield Mark(
                f"Amendment No. {said} goes with the letter: file both the same day, with a copy marked to show "
                "the changes, and say so.",
                span=(i, i + 1),
                evidence=excerpt(text),
                severity=Severity.NOTE,
            )
        return


def also(reviewed: Reviewed) -> Iterator[Mark]:
    """Other filings to which a comment applies and which its answer does not take up."""
    for reply in reviewed.replies:
        for found in APPLIES.finditer(reply.comment.text):
            where = found["where"] or found["where2"] or ""
            lacking = [name for name, said in ELSEWHERE if said.search(where) and not said.search(reply.text)]
            if lacking and not EVERYWHERE.search(reply.own_text):
                yield Mark(
                    f"The comment applies to {' and '.join(lacking)} as well, and the answer does not take that up. "
                    "Say what is done there.",
                    reply.comment.number,
                    reply.span,
                    excerpt(found.group()),
                )


def record(reviewed: Reviewed) -> Iterator[Mark]:
    """Accounting questions for which no note says that auditor and audit committee have seen the answer."""
    if any(SEEN.search(f.text) for f in reviewed.facts):
        return
    numbers = [r.comment.number for r in reviewed.replies if _of_accounting(r.comment.text)]
    if numbers:
        yield Mark(
            f"Accounting is asked about in comment{'s' * (len(numbers) > 1)} {', '.join(numbers)}: have the "
            "auditor and the audit committee see the answers, and keep a note that they did.",
            severity=Severity.NOTE,
        )


def _of_accounting(text: str) -> bool:
    return any(c.canonical.startswith(ACCOUNTING) for c in authorities(text))


def unresolved(reviewed: Reviewed) -> Iterator[Mark]:
    """Comments received 180 days before the fiscal year's end and open near it, which Item 1B asks about."""
    end = _next_end(reviewed)
    if not end or not reviewed.asked or not reviewed.sent:
        return
    if end - reviewed.asked >= UNRESOLVED_AFTER and reviewed.sent > end - NEAR_END:
        yield Mark(
            f"The staff wrote more than 180 days before {spoken(end)}. If a comment is still open when the annual "
            "report for that year is filed and is material, Item 1B (Form 20-F: Item 4A) asks for it.",
        )


def _next_end(reviewed: Reviewed) -> date | None:
    """The first end of a fiscal year at least 180 days after the staff letter, as far as can be told."""
    known, asked = fiscal_year_end(reviewed), reviewed.asked
    if known is None or asked is None:
        return None
    ends = (date(y, known.month, min(known.day, 28)) for y in (asked.year, asked.year + 1, asked.year + 2))
    return next((e for e in ends if e - asked >= UNRESOLVED_AFTER), None)


def submission(reviewed: Reviewed) -> Iterator[Mark]:
    """A form type of the submission that does not fit its subject."""
    told = reviewed.matter.submission_type.upper() if reviewed.matter else ""
    head = reviewed.staff or reviewed.draft
    named = " ".join(f.form for f in head.letter.matter.filings)
    opening = " ".join(x.text for x in head.letter.lines[:40])
    wanted = "DRSLTR" if DRAFT_FORM.search(f"{named} {opening}") else "CORRESP"
    if told in ("DRSLTR", "CORRESP") and told != wanted:
        yield Mark(
            f"The matter file submits the letter as {told}; for this filing it is {wanted}.", evidence=told
        )
