"""Who wrote a letter, and what for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Kind, Side
from drafter.parsing.cues import words
from drafter.parsing.marks import bare_label, opens_comment, response_mark

STAFF_CUES = (
    re.compile(
        r"\bwe have (?:completed|limited|reviewed|conducted|not reviewed)\b[^.]{0,80}\b(?:your|the)\b", re.I
    ),
    re.compile(r"\bwe (?:issued|have issued) comments to you\b", re.I),
    re.compile(r"\bwe have not reviewed and will not review\b", re.I),
    re.compile(r"\bwe remind you that the compan(?:y|ies)\b", re.I),
    re.compile(r"\bplease (?:respond|file|amend|provide)\b[^.]{0,90}\bwithin ten business days\b", re.I),
    re.compile(r"\bwe may have (?:additional|further) comments\b", re.I),
    re.compile(r"\bplease contact\b[^.]{0,80}\bat\s+\(?202\)?[ -]?551-\d{4}", re.I),
    re.compile(r"^division of corporation finance$|^before the$", re.I),
)
"""What only the staff writes of itself."""

COMPANY_CUES = (
    re.compile(r"\b100 F\.? Street|\b450 Fifth Street|\bjudiciary plaza\b", re.I),
    re.compile(
        r"^\W*(?:via|by)\b[^.]{0,40}\bedgar\b|\bedgar (?:correspondence|transmission|submission|filing)\b",
        re.I,
    ),
    re.compile(r"^\W*att(?:entio)?n\.?\s*:", re.I),
    re.compile(r"^\W*(?:ladies|gentlemen)\b", re.I),
    re.compile(
        r"\b(?:on behalf of|the (?:company|registrant)[’']s response|our responses?\b"
        r"|hereby (?:requests?|submits?))",
        re.I,
    ),
    re.compile(
        r"\b(?:the )?staff of the (?:division|securities)|\b(?:the|your) staff[’']s (?:comment|letter)", re.I
    ),
)
"""What only a company or its counsel writes."""

COMMENTED = (
    re.compile(r"\b(?:the )?following (?:additional |further )?comments?\b(?! remain)", re.I),
    re.compile(
        r"\b(?:have|has) (?:the )?(?:additional |further |one )?comments? (?:set forth |listed )?"
        r"(?:below|that follow)",
        re.I,
    ),
    re.compile(r"\b(?:please respond|respond) to (?:this|these|our|the) (?:letter|comments?)\b", re.I),
    re.compile(r"\bafter reviewing (?:any amendment|your response|the information|your amendment)", re.I),
)
"""How a staff letter with comments announces them. Example: "have the following comment."."""

UNREVIEWED = re.compile(
    r"\b(?:have not|did not|do not|will not|not)\b(?: \w+){0,4}"
    r" (?:review|monitor)\w*(?: and will not review)?\b[^.]{0,60}"
    r"\b(?:your|the) (?:\w+ ){0,4}(?:statement|filing|report|offering|proxy|form|amendment|document)",
    re.I,
)
"""Example: "we have not reviewed and will not review your registration statement"."""

COMPLETED = re.compile(
    r"\b(?:completed|concluded|terminated) (?:our|the|its) review\b"
    r"|\breview (?:is|has been) (?:now )?complete",
    re.I,
)
ACCELERATED = re.compile(
    r"\b(?:request(?:s|ed|ing)?|asks?|would like|wish(?:es)?)\b.{0,400}?"
    r"\b(?:accelerat\w+|(?:declared?|made|become) effective|effective date|effectiveness)\b"
    r"|\b(?:accelerat\w+)\b.{0,80}\b(?:is |are )?(?:hereby )?request",
    re.I | re.S,
)
"""Example: "requests that the effective date be accelerated". Not: "accelerated filer"."""

WITHDRAWN = re.compile(
    r"(?<!or )\bwithdraws?\b.{0,80}\brequest"
    r"|\brequests?\b.{0,60}\b(?:(?:the |its )?withdrawal of|(?:be |is |are )(?:hereby )?withdrawn|to withdraw)\b",
    re.I | re.S,
)
"""Examples: "withdraws its request", "requests the withdrawal of". Not: "to modify or withdraw this request"."""

PROLONGED = re.compile(
    r"\b(?:an? (?:\w+[ -]){0,4}extension|extension of (?:time|the)|(?:be|is|been|was) extended|extend the"
    r"|(?:additional|more|further) time|(?:additional|more|further)(?: \(?\w+\)?){0,3} days)\b",
    re.I,
)
"""Examples: "requests an extension of ten business days", "needs more time", "an additional ten (10) days"."""

DEFERRED = re.compile(
    r"\b(?:respond|response|responses|reply|replies|amendment|submit|provide|providing)\b[^.]{0,120}?"
    r"\b(?:by|before|no later than|not later than|within|on or about|on or before|during the week)\b[^.]{0,30}?"
    r"\b(?:\d{1,2}/|(?:\w+ )?(?:\(\d+\) )?(?:business|calendar) days|(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b)",
    re.I,
)
"""Example: "intends to respond no later than May 15". Not: "as follows", "response ... the quarter"."""

RESPONDS = re.compile(
    r"\bthis letter (?:\w+ ){0,2}(?:responds?|is (?:submitted|written|sent|provided) in response|sets forth)"
    r"|\bresponses? (?:\w+ ){0,12}(?:is|are) (?:set (?:out|forth)|provided|included|attached|given) (?:below|in)",
    re.I,
)
"""Examples: "This letter responds to", "the Company's response is set out below"."""

SUPPLEMENTED = re.compile(
    r"\bsupplemental (?:letter|response|submission|information|correspondence|filing|materials?)\b"
    r"|\bsupplements?\b.{0,60}\b(?:letter|response|submission)\b|\bto supplement\b|\bexchange offers?\b"
    r"|\b(?:furnish|provid|submitt)\w*\b.{0,60}\bsupplementally\b"
    r"|\bsupplementally (?:furnish|provid|submit)",
    re.I | re.S,
)
"""Examples: "this supplemental letter", "supplements our letter dated May 4, 2020"."""

ANSWERED = (
    re.compile(
        r"\b(?:respon(?:se|ses|ds?|ding)|repl(?:y|ies|ying)|answers?)\b.{0,160}\b(?:comments?|letter|questions?)\b",
        re.I | re.S,
    ),
    re.compile(
        r"\b(?:comments?|letter)\b.{0,200}\b(?:respon(?:se|ses|ds?|d|ding)|repl(?:y|ies))\b", re.I | re.S
    ),
)
"""How a response says that it answers. Example: "in response to the comments set forth in your letter"."""

NAMED = re.compile(r"\b(?:comment|staff[’']s|your) (?:comment )?letter\b", re.I)
"""How a letter names the staff's. Examples: "your comment letter dated", "the Staff’s letter of"."""

SHORT = 260
"""Words of a letter that only names a date or asks for one: the longest of them stay below."""

INTRODUCTION = 6
"""Paragraphs after the salutation in which a letter says what it is for."""


def side(texts: Sequence[str], opening: int) -> Side:
    """Who wrote the letter whose salutation stands at `opening`."""
    head, body = texts[: opening + 1], texts[opening + 1 :]
    told = " ".join(body[:INTRODUCTION])
    staff = sum(bool(c.search(told)) for c in STAFF_CUES) + any(_signed_by_staff(t) for t in body[-14:])
    company = sum(any(c.search(t) for t in head) for c in COMPANY_CUES) + sum(
        bool(c.search(told)) for c in COMPANY_CUES
    )
    return (
        Side.STAFF
        if staff > company or (not company and any(STAFF_CUES[-1].search(t) for t in texts[:12]))
        else Side.COMPANY
    )


SIGNED = re.compile(
    r"^(?:division of corporation finance|(?:senior )?assistant director|(?:\w+ )?branch chief"
    r"|office chief)\b",
    re.I,
)


def _signed_by_staff(text: str) -> bool:
    return bool(SIGNED.match(text))


def _staff_kind(body: Sequence[str]) -> Kind:
    told = " ".join(body[:INTRODUCTION])
    numbered = any(opens_comment(t) for t in body)
    if any(c.search(told) for c in COMMENTED[:2]) or (numbered and any(c.search(told) for c in COMMENTED)):
        return Kind.COMMENTS
    if UNREVIEWED.search(told):
        return Kind.NO_REVIEW
    if COMPLETED.search(told):
        return Kind.REVIEW_COMPLETED
    return Kind.COMMENTS if numbered else Kind.OTHER


def _company_kind(body: Sequence[str]) -> Kind:
    told = "\n".join(body[:INTRODUCTION])
    recited = any(opens_comment(t) for t in body)
    answers = recited or any(response_mark(t) for t in body) or sum(bool(bare_label(t)) for t in body) > 1
    answering = any(c.search(told) for c in ANSWERED) or (_asked(body) and bool(NAMED.search(told)))
    short = not answers and sum(len(t.split()) for t in body) < SHORT
    cases = (
        (Kind.OTHER, short and WITHDRAWN.search(told)),
        (Kind.ACCELERATION, ACCELERATED.search(told) and not (answers and answering)),
        (Kind.EXTENSION, short and PROLONGED.search(told)),
        (Kind.EXTENSION, short and DEFERRED.search(told) and not RESPONDS.search(told)),
        (Kind.RESPONSE, recited and answering),
        (Kind.SUPPLEMENTAL, SUPPLEMENTED.search(told)),
        (Kind.RESPONSE, answers or answering),
    )
    return next((case for case, holds in cases if holds), Kind.OTHER)


def _asked(body: Sequence[str]) -> bool:
    """Whether a numbered paragraph asks something."""
    return any(opens_comment(t) and words(t).asks > 0 for t in body)


def kind(texts: Sequence[str], opening: int, writer: Side) -> Kind:
    """What the letter is for, by who wrote it and what it says after its salutation at `opening`."""
    body = texts[opening + 1 :] or texts
    return _staff_kind(body) if writer is Side.STAFF else _company_kind(body)
