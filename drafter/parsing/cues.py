"""What the words of a line say about its role. Weights are steps of evidence, about one natural unit each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HEAD = 600
"""Characters of a line that are looked at: its role shows early."""

ASKS = re.compile(
    r"\byou(?:r|rs)?\b|\bplease\b|\btell us\b|\b(?:provide|describe|explain|clarify|advise|confirm|"
    r"discuss)\b"
    r"(?: to| for)? us\b|\bwe (?:note|see|reissue|re-issue|remind|are unable|were unable)\b|"
    r"\bour (?:prior )?comment"
)
"""Words of the staff: `your disclosure`, `tell us`, `We note that`"""

ANSWERS = re.compile(
    r"\bthe (?:staff|company|registrant|partnership|trust|fund|bank)\b|\b(?:respectfully|"
    r"supplementally)\b|\bstaff[’']s\b|"
    r"\bour\b(?! (?:prior )?comment)|\bwe (?!note|see|re-?issue|remind|are unable|were unable|may|"
    r"also note|further note)|"
    r"\badvises? the\b"
)
"""Words of a company: `the Staff’s comment`, `respectfully`, `our results`"""

OPENS_COMMENT = re.compile(
    r"[^a-z]*(?:we (?:note|see|understand|have (?:read|reviewed)|are unable|continue|did not|reissue|"
    r"re-issue)|please|"
    r"tell us|you (?!will find)|your|disclose|quantify|explain|describe|discuss|clarify|revise|provide|"
    r"file|identify|"
    r"expand|confirm|reconcile|refer(?:ence)? (?:to|is)|with (?:respect|regard) to your|it (?:appears|"
    r"is unclear|is not clear)|"
    r"where you|when you|to the extent|given |we refer|in (?:your|future filings|light of your)|on page|"
    r"here you|"
    r"so that|for each|considering|notwithstanding your|although you|as a related)"
)
"""How comments begin: `Please`, `We note`, `Revise`, `On page`"""

OPENS_ANSWER = re.compile(
    r"[^a-z]*(?:in response to (?:the|your|comment|this)|(?:the|our) (?:company|registrant|staff)|"
    r"we (?:respectfully|acknowledge|advise|confirm|have (?:revised|considered|reviewed|not|updated|"
    r"included|added|"
    r"amended|provided|expanded|modified)|will|believe|supplementally|intend|do not|did not|would|hereby|"
    r"agree|propose|"
    r"appreciate|note (?:the|your) (?:staff|comment)|understand the staff|considered|define|determined|"
    r"concluded)|"
    r"as (?:requested|noted|discussed|described|disclosed|stated)|thank|(?:to|for) the staff[’']s|"
    r"please (?:see our|be advised|note|refer to our|see the response)|"
    r"(?:[a-z.,&’']+ ){1,4}(?:respectfully|acknowledges|advises|notes|confirms|believes|considered|"
    r"has revised|will)\b)"
)
"""How answers begin: `The Company respectfully`, `In response to the Staff’s comment`"""

INTRODUCES = re.compile(
    r"\b(?:this letter|letters? (?:dated|of)\b|comment letter|hereby (?:submit|respond|provide|"
    r"acknowledge)|"
    r"for (?:your|the staff[’']s|ease|the convenience|convenience)|we (?:have reviewed|have completed|"
    r"have limited) (?:our|your)|"
    r"we are (?:writing|responding|submitting|providing|filing)|reproduced|recited|set forth below|"
    r"in response to (?:the |your )?comments|"
    r"\(the [“\"”]|\(collectively|respond to (?:this|these|the|our) (?:comment|letter)|"
    r"after reviewing (?:your|any)|"
    r"we (?:may|will) (?:have|ask)|on behalf of|capitalized terms|page (?:numbers|references))"
)
"""What stands before the first comment: `in response to comments`, `letter dated`, `For your convenience`"""

CLOSES = re.compile(
    r"(?:if|should) (?:you|the staff|there|any)\b.{0,90}(?:question|comment|further|additional|require|"
    r"need|wish)|"
    r"\bplease (?:do not hesitate|don[’']t hesitate|contact|direct (?:any|your|all|questions|inquiries|"
    r"further)|call|feel free|"
    r"address (?:any|all|questions|further)|telephone)\b|you may (?:contact|reach|call|direct)|"
    r"(?:any )?questions .{0,60}(?:may be directed|should be directed|contact)|"
    r"\bwe (?:hope|trust|appreciate your|thank|would appreciate|very much appreciate|greatly appreciate|"
    r"look forward)\b|"
    r"^\W*(?:thank you\b|sincerely|very truly|yours|respectfully (?:submitted|yours)|best regards|regards|"
    r"cordially)|"
    r"acknowledge(?:s|d|ment)?\b.{0,90}(?:the following|that:?$|responsible|staff comments)|"
    r"responsib(?:le|ility) for the (?:adequacy|accuracy|content)|(?:do|does|will|shall|can|"
    r"should) not foreclose|"
    r"(?:may|can|will|shall|should) not (?:assert|use|rely on) (?:the )?(?:staff|comments?|any)|"
    r"^\W*(?:in closing|we (?:remind|urge) (?:you|all)|notwithstanding our comments|closing comments?\W*$)|"
    r"we (?:direct|refer) you(?:r attention)? to rules? 46[01]|\brules 460 and 461\b|"
    r"we will (?:consider|act on) (?:a|the|"
    r"your) (?:written )?request|"
    r"company is in possession of all facts|provides? us with (?:a|the) (?:written )?(?:statement|"
    r"acknowledg)|"
    r"(?:division of enforcement|defense in any proceeding)|please allow adequate time|"
    r"all (?:material )?information investors require|"
    r"responsive to the (?:comment letter|staff[’']s comment)|(?:are|am) available to discuss"
)
"""What stands after the last answer: `If you have any questions`, `may not assert staff comments`"""

BREAK = re.compile(
    r"\W*(?:\*\s*){3,}\W*|\W*(?:#\s*){3,}\W*|\W*\[?signature page follows\]?\W*", re.IGNORECASE
)
"""A break that the text makes: `* * *`"""

SIGNATURE = re.compile(
    r"\W*(?:(?:sincerely|(?:very |respectfully )?truly yours|very truly(?: yours)?|"
    r"respectfully(?: submitted| yours)?|"
    r"(?:best|kind|warm)? ?regards|yours (?:very )?(?:truly|sincerely)|cordially)\W*(?:\||$)|"
    r"by ?: *\|? ?/s/|/s/)",
    re.IGNORECASE,
)
"""The signature: `Sincerely,`, `/s/ Jane Roe`"""

ANNEX = re.compile(
    r"\W*(?:annex|appendix|exhibit|schedule|attachment)(?:e?s)?\b(?:\s+(?:[A-Z]|\d{1,2}|"
    r"[IVX]+)\b)?[\s:.–—-]*",
    re.IGNORECASE,
)
"""The title of what is attached: `Annex A`, `APPENDIX`, `Exhibit 1`"""


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of one line weigh: `asks` above 0 speaks for a comment, below for an answer."""

    asks: float
    opens_comment: bool
    opens_answer: bool
    closes: bool
    introduces: bool


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """The evidence of a line's words."""
    head = text[:HEAD].lower()
    asks, answers = len(ASKS.findall(head)), len(ANSWERS.findall(head))
    return Words(
        0.6 * min(asks, 4) - 0.5 * min(answers, 4),
        bool(OPENS_COMMENT.match(head)),
        bool(OPENS_ANSWER.match(head)),
        bool(CLOSES.search(head)),
        bool(INTRODUCES.search(head)),
    )
