"""Proposed disclosure and promises: what was asked stands in them, and no rule is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.domain import Severity
from drafter.parsing.alignment import plain_words
from drafter.register import Standing, entries, reminder
from drafter.register import touched as promises_on
from drafter.requests import requests
from drafter.review.reviewed import Mark, Reply, Reviewed, excerpt
from drafter.undertakings import Undertaking, undertakings

ELEMENTS = (
    ("each period presented", re.compile(r"\b(?:each|all) (?:of the )?periods? presented\b", re.I),
     re.compile(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|\bperiods?\b|\[●?", re.I | re.S)),
    ("a definition", re.compile(r"\b(?:define|definition of|how you define)\b", re.I),
     re.compile(r"\b(?:define|defined|means|refers? to|represents?|consists? of|is calculated"
            r"|include[sd]?)\b", re.I)),
    ("how it is calculated", re.compile(r"\bhow (?:\w+\s){0,4}(?:is|are|you) calculat\w+\b"
            r"|\bmethod of calculation\b", re.I),
     re.compile(r"\bcalculat\w+|\bdivid\w+|\bcomput\w+|\bless\b|\bplus\b|\bminus\b|\bdetermin\w+"
            r"|\bsum of\b", re.I)),
    ("a reconciliation", re.compile(r"\breconcil\w+", re.I),
     re.compile(r"\breconcil\w+|\||\badd(?:ed)?\b|\bless\b|\bplus\b", re.I)),
    ("the reasons for the changes", re.compile(r"\breasons? (?:for|underlying)\b|\bunderlying (?:causes?"
            r"|drivers?)\b", re.I),
     re.compile(r"\b(?:due to|driven by|because|attributable|result(?:ed|ing)? (?:of|from)|reflect\w*"
            r"|primarily|\[●)", re.I)),
    ("quantified amounts", re.compile(r"\bquantif\w+", re.I), re.compile(r"\d|\[", re.I)),
)  # fmt: skip
"""What staff comments ask of disclosure: its name, how it is asked for, and how it shows in the text."""

MEASURE = re.compile(
    r"\b(?:non-GAAP|adjusted (?:EBITDA|net income|operating income|earnings|diluted|EPS|gross|free)|EBITDA"
    r"|free cash flow"
    r"|organic (?:revenue|sales|growth)|constant[- ]currency|core earnings|net debt|funds from operations"
    r"|FFO)\b",
    re.I,
)
"""A measure outside GAAP. Examples: "Adjusted EBITDA", "free cash flow". Not: "net income"."""

GAAP = re.compile(
    r"\b(?:net (?:income|loss|earnings)|operating income|income from operations|gross (?:profit|margin)"
    r"|revenues?|net sales"
    r"|cash (?:flows? )?(?:provided by|from|used in) operat\w+|operating cash flows?|earnings per share"
    r"|GAAP)\b",
    re.I,
)
RULES = (
    ("names no comparable GAAP measure (Item 10(e)(1)(i)(A))", GAAP),
    (
        "does not say why the measure is useful (Item 10(e)(1)(i)(C))",
        re.compile(
            r"\buseful\w*|\bhelp\w*|\bassist\w*|\bmeaningful|\bbelieve\w*|\bprovid\w+ (?:investors|users)"
            r"|\b(?:not|no) meant\b",
            re.I,
        ),
    ),
    (
        "reconciles nothing",
        re.compile(r"\breconcil\w+|\||\bplus\b|\bless\b|\badjusted to exclude|\bexclud\w+|\bdefin\w+", re.I),
    ),
)
PER_SHARE = re.compile(r"\b(?:EBITDA|free cash flow|cash flow) per (?:diluted )?share\b", re.I)
DENIED = re.compile(
    r"\b(?:not|no longer|discontinu\w+|remov\w+|without|ceas\w+|delet\w+|eliminat\w+|omit\w*)\b", re.I
)
LONG_BLOCK = 60
"""Words from which a block on a measure is judged whole: shorter ones mend one sentence."""

SPOKEN_OF = 3
"""Mentions from which a block presents a measure, and does not name it in passing."""

ENDLESS = re.compile(
    r"\b(?:in )?(?:all|any|each|every) (?:of (?:its|our) )?(?:future|subsequent) (?:\w+ ){0,2}(?:filings?"
    r"|reports?|periods?|releases?)\b"
    r"|\b(?:each|every|all) (?:and every )?(?:factors?|segments?|items?|changes?|variances?|causes?"
    r"|drivers?)\b(?! that (?:is|are) material)",
    re.I,
)
LIMITED = re.compile(
    r"\bmaterial\w*|\bsignificant\w*|\bto the extent\b|\bas (?:appropriate|applicable|necessary|required)\b"
    r"|\bwhere\b|\bif\b|\bwhen\b"
    r"|\bbeginning\b|\bstarting\b|\bcommencing\b",
    re.I,
)
MOST = 3
"""Earlier promises told beside one comment."""

REFERS_BACK = re.compile(
    r"^\W*(?:this|that|these|such|the (?:expanded|revised|additional|following)|also|in addition)\b|\balso\b",
    re.I,
)


def elements(reviewed: Reviewed) -> Iterator[Mark]:
    """Elements asked for that the proposed disclosure does not show."""
    for reply in reviewed.replies:
        block = reply.block_text
        if len(block.split()) < 15:
            continue
        asked = [r for r in requests(reply.comment.text) if _of_disclosure(r.action, r.timing)]
        said = " ".join(r.text for r in asked)
        for name, sought, shown in ELEMENTS:
            if sought.search(said) and not shown.search(block) and not shown.search(reply.own_text):
                yield Mark(
                    f"The staff asks for {name}, and the proposed disclosure does not show it. Add it, or "
                    f"say why not.",
                    reply.comment.number,
                    reply.span,
                    excerpt(block),
                )


def _of_disclosure(action: str, timing: str) -> bool:
    return timing in ("future", "now") or action in (
        "revise",
        "disclose",
        "expand",
        "quantify",
        "clarify",
        "amend",
    )


def non_gaap(reviewed: Reviewed) -> Iterator[Mark]:
    """Proposed text on a measure outside GAAP that breaks the rules on such measures."""
    for reply in reviewed.replies:
        block = reply.block_text
        if found := PER_SHARE.search(block):
            yield _broken(
                reply, f"“{found.group()}” is a liquidity measure per share, which may not be presented"
            )
        found = MEASURE.search(block)
        if found is None or len(block.split()) < LONG_BLOCK or len(MEASURE.findall(block)) < SPOKEN_OF:
            continue
        for fault, shown in RULES:
            if not shown.search(block):
                yield _broken(reply, f"The proposed disclosure on “{found.group()}” {fault}")


def _broken(reply: Reply, what: str) -> Mark:
    return Mark(f"{what}. Mend the text.", reply.comment.number, reply.span, excerpt(reply.block_text))


def endless(reviewed: Reviewed) -> Iterator[Mark]:
    """Promises broader than the comment asked for, without a limit."""
    asked = {r.comment.number: r.comment.text for r in reviewed.replies}
    for said in reviewed.spoken:
        for promise in undertakings(said.text):
            found = ENDLESS.search(promise.text)
            if (
                found
                and not LIMITED.search(promise.text)
                and found.group().lower() not in asked[said.comment].lower()
            ):
                yield Mark.at(
                    said,
                    f"“{found.group()}” promises more than was asked. Name the first filing, and limit it "
                    f"to what is "
                    "material or applicable.",
                )


def unplaced(reviewed: Reviewed) -> Iterator[Mark]:
    """Promises that name no filing."""
    for reply in reviewed.replies:
        placed = False
        for said in (s for s in reply.sentences if not s.block):
            for promise in undertakings(said.text):
                named = bool(promise.filing or promise.since) or bool(
                    re.search(r"\bamend", promise.text, re.I)
                )
                if not (named or placed or REFERS_BACK.search(promise.text) or _elsewhere(reply)):
                    yield Mark.at(
                        said,
                        "The promise names no filing. Say in which report it is carried out, and from when.",
                    )
                placed = placed or named


def _elsewhere(reply: Reply) -> bool:
    """Whether the answer names the filing somewhere else."""
    return bool(
        re.search(
            r"\bfuture (?:\w+ ){0,3}(?:filings?|reports?)\b|\b(?:next|upcoming) (?:\w+ ){0,3}(?:10-|report"
            r"|filing)",
            reply.own_text,
            re.I,
        )
    )


def register(reviewed: Reviewed) -> Iterator[Mark]:
    """Each promise, for the register of undertakings."""
    for said in reviewed.spoken:
        for promise in undertakings(said.text):
            yield Mark.at(
                said, f"A promise to keep track of{_when(promise)}: “{excerpt(promise.what, 110)}”."
            )


def touched(reviewed: Reviewed) -> Iterator[Mark]:
    """Earlier promises that a comment touches: they were kept, or the answer says why not."""
    day = reviewed.sent or reviewed.asked or date.min
    known = entries(reviewed.own, day, {})
    for reply in reviewed.replies:
        for entry in promises_on(known, reply.comment)[:MOST]:
            late = entry.standing is Standing.OVERDUE
            yield Mark(
                reminder(entry),
                reply.comment.number,
                reply.span,
                excerpt(entry.promise.text),
                None if late else Severity.NOTE,
            )


def _when(promise: Undertaking) -> str:
    place = promise.filing or promise.since
    return f" ({place})" if place else ""


def oversized(reviewed: Reviewed) -> Iterator[Mark]:
    """Proposed text many times as long as the comment: each line is a new duty."""
    for reply in reviewed.replies:
        asked, block = len(plain_words(reply.comment.text)), len(plain_words(reply.block_text))
        if block > 12 * asked and block > 600 and len(reply.block) > 3:
            yield Mark(
                f"The proposed disclosure has {block} words for a comment of {asked}. See that it holds "
                f"nothing that was not "
                "asked for.",
                reply.comment.number,
                reply.span,
                severity=Severity.NOTE,
            )
