"""How the letter speaks: privilege, tone, concessions, the staff's own pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Severity
from drafter.review.reviewed import Mark, Reviewed

GRAVE_PRIVILEGE = re.compile(
    r"\bprivileged (?:and|&) confidential\b|\battorney[- ]client (?:privileged?|communication)\b"
    r"|\b(?:attorney )?work[- ]product\b|\bprivileged (?:draft|memorand\w+|communication|analysis)\b"
    r"|\b(?:our|its|the company[’']s|outside|inside|in-house|external|legal|litigation) (?:legal |outside )?"
    r"(?:counsel|litigators|attorneys|lawyers)\b[^.;]{0,60}?"
    r"\b(?:advis(?:ed|es)|believes?|concluded|put|estimates?|warned|cautioned|recommended|told|explained"
    r"|informed)\b"
    r"|\b(?:on|upon|based on) (?:the )?advice of (?:our |its |outside |legal )*counsel\b"
    r"|\b(?:advised|informed|told|warned) by (?:\w+ ){0,2}?(?:counsel|attorneys|lawyers)\b"
    r"|\bcounsel (?:to|for) the company\b[^.;]{0,40}\b(?:opined|advised|believes|concluded)\b"
    r"|\b(?:obtained|received|sought|based on|following) (?:\w+ )?legal advice\b",
    re.I,
)
"""Words that give privilege away. Examples: "our counsel advised", "attorney-client privilege"."""

NEAR_PRIVILEGE = re.compile(
    r"\b(?:discuss\w+|consult\w+|conferr\w+|confer) with (?:\w+ ){0,3}?(?:counsel|attorneys|lawyers)\b"
    r"|\binvestigation\b[^.]{0,60}\bcounsel\b[^.]{0,60}\b(?:found|conclud|determin|identif)\w*"
    r"|\b(?:prepared|drafted|conducted|reviewed) by (?:\w+ ){0,2}?(?:counsel|attorneys|lawyers)\b"
    r"|\bper (?:our |the )?(?:general |outside |legal )*counsel\b"
    r"|\bcounsel[’']s (?:view|advice|memorandum|analysis|conclusion)s?\b",
    re.I,
)
"""Words that come near it. Examples: "in consultation with counsel", "counsel's analysis"."""

DEFENDED = re.compile(
    r"\b(?:not|without)\b[^.]{0,60}\b(?:waiv|privilege)|\bopinion of counsel\b"
    r"|\bsubject to\b[^.]{0,40}privilege"
    r"|\btax counsel\b|\bunderwriters?[’']? counsel\b",
    re.I,
)

SHARP = re.compile(
    r"\b(?:clearly|obviously|plainly|evidently|undoubtedly|needless to say|of course|as any (?:reader"
    r"|investor) can see"
    r"|baseless|unfounded|frivolous|absurd|nonsens\w+|disagree(?:s)? strongly|strongly disagrees?"
    r"|(?:staff|comment) (?:is|was) (?:mistaken|wrong|confused|incorrect)|misunderst(?:ands?|ood)"
    r"|misread(?:s)?|fails? to (?:see|understand)|with all due respect|self[- ]evident"
    r"|(?:comment|request) (?:is|was|seems) (?:\w+ )?(?:unreasonable|unwarranted|irrelevant|unfair)"
    r"|(?:comment|request) is without merit|strongly objects?|should be obvious|inexcusabl\w+|deeply sorry"
    r"|makes? no sense|frankly|(?:surprised|puzzled|disappointed) (?:by|at|that)|takes? issue with|any reasonable"
    r" (?:reader|investor|person) (?:can|could|would|will) see)\b",
    re.I,
)
"""Examples: "clearly", "the comment is mistaken". Not: "more clearly describe"."""

NOT_SHARP = re.compile(
    r"\b(?:more|as|to|be|so|very|how|will|would|state|and|disclose|describe|present|label|identify"
    r"|most)\s+clearly\b"
    r"|\bclearly and\b|\bclearly (?:state|disclos|describ|identif|label|defin|set|explain|indicat"
    r"|distinguish|present)",
    re.I,
)
GROVEL = re.compile(
    r"\b(?:sincerely apologi[sz]es?|deeply (?:regrets?|apologi[sz]es?)|beg(?:s)? (?:the staff|your)|humbly"
    r"|(?:is|are) (?:most|deeply|extremely|truly) grateful|thoughtful and (?:insightful|careful)"
    r"|excellent (?:comment|point)"
    r"|unreservedly|profoundly)\b",
    re.I,
)

CONCEDES = re.compile(
    r"\b(?:the staff is (?:right|correct)|(?:was|were|is|are|may have been|could have been) misleading"
    r"|admits?|admitted|concedes?|(?:should|ought to) have (?:been )?(?:disclos|includ|report|present"
    r"|provid|record|classif)\w+"
    r"|failed to (?:comply|disclose|include|file|provide|reconcile)|violat(?:ed|es|ion of)"
    r"|(?:was|were|is|are) (?:deficient|inadequate|non-?compliant)|not in compliance with|did not comply with"
    r"|(?:was|were) required to [^.]{0,60}\b(?:and|but) (?:did|was|were) not"
    r"|(?:was|were|is|are) inconsistent with (?:Item|Rule|Regulation|Section)"
    r"|agrees? with the staff(?:[’']s)? (?:that|comment|view|observation|position))\b",
    re.I,
)
"""Examples: "the Staff is right", "should have been disclosed", "agrees with the Staff that"."""

NOT_CONCEDED = re.compile(
    r"\b(?:not|nor|never|no|did not|does not|do not|neither)\b[^.,;]{0,40}$|\b(?:admitted to|whether|if"
    r"|any)\b[^.,;]{0,40}$",
    re.I,
)
STAFFS_OWN = re.compile(
    r"\byour?\s+(?:management|compan(?:y|ies)|disclosures?|filings?|financial statements|auditors?|chief"
    r"|CODM|operations"
    r"|policy|policies|segments?|revenues?|analysis|business|form 10|annual report|proxy|definition"
    r"|discussion|statement"
    r"|determination|conclusion|basis|results)\b",
    re.I,
)
"""The staff's "your" in the company's mouth. Examples: "your management". Not: "your letter"."""


DOUBLED = re.compile(r"\b(?P<word>[a-z]{2,})\s+(?P=word)\b")
"""A word typed twice. Example: "the the"."""

TWICE_RIGHT = frozenset({"that", "had", "is", "so", "very", "no"})
"""Words that may stand twice. Example: "the fact that that entity"."""


def privilege(reviewed: Reviewed) -> Iterator[Mark]:
    """Words that give away advice of counsel."""
    for said in reviewed.sentences:
        grave = GRAVE_PRIVILEGE.search(said.text)
        found = grave or NEAR_PRIVILEGE.search(said.text)
        if found and not DEFENDED.search(said.text):
            yield Mark.at(
                said,
                f"“{found.group()}” may waive privilege: letters are published. Take it out or clear it "
                f"with counsel.",
                None if grave else Severity.WARNING,
            )


def tone(reviewed: Reviewed) -> Iterator[Mark]:
    """Sharp or grovelling words."""
    for said in reviewed.spoken:
        if (found := SHARP.search(said.text)) and not NOT_SHARP.search(said.text):
            yield Mark.at(said, f"“{found.group()}” argues instead of showing. Leave it out.")
        elif found := GROVEL.search(said.text):
            yield Mark.at(said, f"“{found.group()}” is more than courtesy asks. Leave it out.")


def concessions(reviewed: Reviewed) -> Iterator[Mark]:
    """Concessions of law that the answer does not need."""
    for said in reviewed.spoken:
        found = CONCEDES.search(said.text)
        if found and not NOT_CONCEDED.search(said.text[: found.start()]):
            grave = not found.group().lower().startswith("agree")
            yield Mark.at(
                said,
                f"“{found.group()}” concedes more than the answer needs. Say that the Company "
                f"acknowledges the "
                "comment, and what it will do.",
                None if grave else Severity.NOTE,
            )


def pronouns(reviewed: Reviewed) -> Iterator[Mark]:
    """The staff's own "your" left in an answer."""
    for said in reviewed.spoken:
        bare = re.sub(r"[“\"][^”\"]*[”\"]", " ", said.text)
        if (found := STAFFS_OWN.search(bare)) and "“" not in said.text[: said.text.find(found.group())]:
            yield Mark.at(
                said, f"“{found.group()}” is the staff's way of speaking. Turn it to “its” or “our”."
            )


def doubled(reviewed: Reviewed) -> Iterator[Mark]:
    """Words typed twice."""
    for said in reviewed.sentences:
        found = DOUBLED.search(said.text)
        if found and found["word"] not in TWICE_RIGHT:
            yield Mark.at(said, f"“{found.group()}”: the word stands twice.")
