"""What counsel's notes say that the client does about a comment: comply, point to the filing, take out, supply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Move
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import Plan

_REPORT = r"(?:Form )?(?:10-[KQ]|20-F|40-F|6-K|proxy|annual report|quarterly report)"
COMPLIES = re.compile(
    r"\bwill (?:no longer|revise|disclose|include|give|provide|present|"
    r"add|expand|remove|recast|rely|list|say|state|rename|describe|separate|split|correct|update|quantify|define|"
    r"explain|identify|restore|shorten|cross-refer|call (?:it|them|this|that|the)\b|be (?:included|disclosed|corrected"
    r"|revised|removed|added|filed)|file|amend|make|comply|use|begin)\b"
    r"|\b(?:10-[KQ]|20-F)/A\b|\bfrom (?:the )?next (?:Form )?(?:10-|20-F|annual|proxy)|"
    r"^next (?:Form )?(?:10-[KQ]|20-F|proxy|release|amendment)\b|"
    r"^(?:Agreed|Will do|Done|Fine,? confirm|Ok(?:ay)? to (?:revise|disclose|add|comply))\b|\bagrees? to (?:disclose|"
    r"revise|comply|add|include|remove)\b|\bfirst filing\b"
    r"|\b(?:do|make|give|add|include) (?:the|this|that) (?:\w+ )?"
    r"(?:disclosure|change|sensitivity|table|language|text)\b"
    rf"|\b(?:go(?:es|ing)?|put(?:ting)?|will be|comes?) in(?:to)? (?:the |our |its )?(?:next )?"
    rf"(?:(?:FY ?|fiscal )?(?:20)?\d\d )?{_REPORT}\b"
    r"|\b(?:starting (?:in|with)|beginning with|from) (?:the |our )?(?:next )?(?:(?:FY ?|fiscal )?(?:20)?\d\d )?"
    rf"{_REPORT}"
    r"(?: for| on| onwards?)?\b"
    r"|\b(?:fine|ok(?:ay)?|happy|content|good) (?:with|to) (?:disclos|add|includ|revis|giv|provid|expand|comply)"
    r"|\b(?:is|are|we're|we are) (?:adding|revising|expanding|disclosing)\b|^adding\b"
    r"|\bnew [a-z][\w -]{2,40}?(?: is| are| appears?)?(?: on| at| in)? p(?:p?\.|p|ages?) ?\d"
    r"|\b(?:[Rr]evised|[Rr]edone|[Aa]dded|[Ee]xpanded|[Rr]ewritten)\b[^.]{0,60}\bp(?:p?\.|ages?) ?\d",
    re.I | re.M,
)
"""“Will disclose”, “do the disclosure”, “goes in the FY27 10-K”, “fine with disclosing”, “redone at pages 8 and 9”."""
POINTS = re.compile(
    r"\b(?:is|are|was|were) (?:already )?(?:there|included|disclosed|"
    r"given|provided|presented|found|described|set out|set forth)\b"
    r"[^.]{0,60}\b(?:page|note|item)s? [\dF]|\balready (?:disclose|given|in)\b|"
    r"\b(?:is|are|was|were|stands?|appears?) (?:[a-z]+ed )?(?:in|on|at|under|among) (?:(?:the|our|its) )?"
    r"(?:(?:[a-z]+ )?table (?:on|in|at) (?:the )?)?"
    r"(?:(?:exhibit )?index\b|(?:exhibit|page|note|item)s? [\dF]|exhibits\b)|"
    r"^(?:page|note|item)s? [\dF][\w.-]* (?:already )?(?:has|have|gives?|says?|shows?|states?|lists?|discloses?)\b",
    re.I | re.M,
)
"""“Is disclosed in Note 4”, “is in the index on page 60”, “Page 40 has the statement”."""
THERE = re.compile(
    r"\b(?:it|that|this|they)(?:[’']s|[’']re| is| are) (?:all )?(?:already )?"
    r"(?:there|in there|in the (?:filing|10-|20-F|proxy|prospectus|S-|F-))\b"
    r"|\balready (?:there|in there|says?|said|discloses?|disclosed|states?|has it|covers?|covered|gives?|given|in)\b"
    r"|\bhas (?:it|this|that|them) already\b|\b(?:staff|they|SEC) (?:\w+ )?(?:missed|overlooked)\b",
    re.I,
)
"""“It's there”, “already in the 10-K”: the premise of the comment is not right."""
WRONG = re.compile(
    r"\b(?:is the correct|is not correct|is incorrect|did not include|"
    r"(?:was|were|been|inadvertently) omitted(?! (?:under|because|as|since)\b)|"
    r"errors?|misstate\w*|should have (?:been|read|said)|will be corrected"
    r"|transposed|typo|(?:was|were|is) wrong)\b",
    re.I,
)
ERRED = re.compile(
    r"\b(?:over|under)stated\b|\bmisstate(?:d|ment)\b|\brestate(?:d|ment|s)?\b|\bmaterial weakness\b|\bnon-?reliance\b",
    re.I,
)
"""What only an error in filed statements brings."""
UNUSED = re.compile(
    r"\b(?:do(?:es)? not|no longer) (?:use|monitor|manage|review|track(?![^.;\n]* by ))\b|\bnot used (?:by|to)\b|"
    r"\b(?:nobody|no one) (?:\w+ )?(?:uses|monitors|manages|tracks|reviews)\b|"
    r"(?:\bnot|n[’']t) (?:regard\w* as )?(?:a )?key (?:performance )?(?:metric|measure|indicator)",
    re.I,
)
SMALL_AMOUNT = re.compile(
    r"\b(?:immaterial|n.t material|not (?:quantitatively |qualitatively "
    r")?material|less than \d+(?:\.\d+)? ?(?:percent|%)(?= of (?!(?:the |our |its )?(?:shares|stock|voting|units))))",
    re.I,
)
EXEMPT = re.compile(
    r"\b(?:not required|exempt|does not (?:apply to (?:the company|"
    r"us)|call for)|exception (?:applies|is met)|not subject to)\b",
    re.I,
)
SEPARATELY = re.compile(r"\bunder separate cover\b|\bby separate letter\b|\bsupplementally\b", re.I)
AMENDS = re.compile(
    r"\b(?:10-[KQ]|20-F|40-F|8-K)/A\b|\bwill amend\b|\bamending (?:the|our|its)\b|^will amend\b"
    r"|\b(?:in|with) (?:the )?Amendment No\. ?\d+\b(?! to (?:the|our|its) (?!Form))",
    re.I | re.M,
)
"""“Will amend”, “goes with the 10-K/A”, “will be included in Amendment No. 1”."""
AMENDS_NOT = re.compile(
    r"(?:\b(?:no|not|without|rather than|instead of)|n[’']t)\b[^.;]{0,30}(?:\b(?:10-[KQ]|20-F|8-K)/A\b|\bamend)|"
    r"/A\b[^.;-]{0,40}(?:\bnot|n[’']t) (?:needed|necessary|required)",
    re.I,
)
REFUSES_AMENDING = re.compile(
    r"\bno (?:further |such )?amendment (?:to the [\w -]{3,20} )?(?:is|was|will be|seems) "
    r"(?:called for|needed|required|necessary|filed|made|planned|proposed)\b|"
    r"\b(?:no|not an?) (?:10-[KQ]|20-F|40-F|8-K)/A\b",
    re.I,
)
"""“No amendment is called for”; not “the lease was not amended”, which is of another paper."""
REFUSES = re.compile(
    r"^(?:so |then )?(?:(?:we|they|(?:the )?client|(?:the )?company)(?:[’']re| are| is)? )?"
    r"(?:not |won[’']t |will not |do(?:es)? not (?:plan|intend|propose) to )(?:be )?"
    r"(?:fil(?:e|ing)|disclos(?:e|ing)|includ(?:e|ing)|provid(?:e|ing)|add(?:ing)?)\b"
    r"(?: (?:it|them|this|that|(?:the|this|that|either|both|any) (?:[\w-]+ ){0,2}(?:agreements?|contracts?|leases?|"
    r"exhibits?|disclosures?|tables?)))?(?: as (?:an )?exhibits?)?\W*$",
    re.I | re.M,
)
"""“Not filing”, “We will not file the agreement”: the client does not do what the staff asks."""
GIVES_UP = re.compile(r"\bwill (?:no longer|cease|stop|discontinue)\b", re.I)
"""A promise that makes the question why moot."""
_NOT = (
    r"(?<!not )(?<!n[’']t )(?<!not be )(?<!not been )(?<!not being )(?<!never )"
    r"(?<!should have )(?<!should have been )(?<!ought to have been )(?<!ought to have )"
)
_WORDS = (
    r"(?:[“\"]|\b(?:sentence|statement|claim|wording|word|phrase|language|text|paragraph|passage|bullet|reference|"
    r"mention|assertion|quotation|quote|caption|title|heading|column|row|table|chart|graph|graphic|figure|image|measure|"
    r"metric|ratio|adjustment|reconciliation|disclosure|disclaimer|legend|footnote|risk factor|comparison)s?\b)"
)
"""What a filing consists of, so that it can be taken out of it."""
_TAKES = re.compile(
    rf"{_NOT}\b(?:(?:taking|take|took|pulling|pulled) (?=[^.;:]* out\b(?! of (?:service|use)))|"
    r"(?:striking|strike|struck|cutting|cut|dropping|drop|dropped|deleting|delete|deleted|removing|remove|removed) )"
    rf"(?:(?:it|them|this|that|those|these)\b|(?:the|this|that|these|those|our|its) (?:[\w-]+ ){{0,4}}?{_WORDS})|"
    rf"{_NOT}\b(?:tak(?:e|ing)|took|drop|delete|remove) (?:[\w-]+ ){{1,6}}?(?:out of|from) "
    r"(?:(?:the|its|our|all|future|next|any) )*(?:earnings )?(?:releases?|filings?|prospectus|proxy|reports?|Forms?)\b|"
    r"\b(?:The Company|We) (?:will remove|ha(?:s|ve) removed) (?!it\b)",
    re.I,
)
_GO = re.compile(
    rf"{_NOT}\b(?:removed|deleted|taken out|given up|"
    r"(?:(?:is|are|was|were|be|been|being|gets?) |^)(?:dropped|cut|struck)|"
    r"no longer (?:appears?|there)|com(?:es?|ing) out)\b",
    re.I,
)
_THEY = re.compile(
    r"(?:(?:it|this|that|they|these|those|both|all|now|also|already|has|have|been|being|is|are|was|were|will|be|to|"
    r"going|agreed|[a-z]+ly)[\s,]*)*",
    re.I,
)
_OUT_THERE = re.compile(
    r"\W*$|,? (?:throughout|everywhere|wherever|altogether|too|also|now|as well|already|and)\b|"
    r",? (?:from|in|on|at|with|of) (?:(?:the|our|its|all|both|this|future|next) )*(?:amendment|filings?|prospectus|"
    r"registration|proxy|summary|pages?|form|10-|20-|[SF]-\d|A-\d|annual|quarterly|report|release|document|section|"
    r"MD&A|business)",
    re.I,
)
_PAST = re.compile(r"[a-z]+ed\b|took\b|struck\b|cut\b", re.I)
_OURS = re.compile(r"(?:^|\b(?:we|they|client|company|has|have|and|also|now|already|agreed))\W*$", re.I)
"""Before a verb in the past: nobody else than the company did it, with its filing."""
_ASKED = re.compile(r"\b(?:why|when|where|how|whether|if|unless|until|once)\b", re.I)


def takes_out(said: str) -> bool:
    """Whether the notes say that words of the filing go out: “taking it out”, “the sentence is deleted”; not why a
    thing of the business was dropped, nor where something comes out.
    """
    return any(_takes_out(clause) for clause in re.split(r"(?:[.;:\n]|\s[–—-]+)(?:\s+|$)", said))


def _takes_out(clause: str) -> bool:
    found = _TAKES.search(clause) or _GO.search(clause)
    before = clause[: found.start()] if found else ""
    if found is None or _ASKED.search(before):
        return False
    if found.re is _TAKES:
        return not _PAST.match(found.group(0)) or bool(_OURS.search(before))
    if re.search(_WORDS, before, re.I):
        return True
    return bool(_THEY.fullmatch(before) and _OUT_THERE.match(clause[found.end() :]))


_STAYS = r"(?:it|them|this|that|these|those|both|the (?:[\w-]+ ){0,3}?[\w-]+)"
KEPT = re.compile(
    rf"(?<!not )(?<!n[’']t )(?<!no longer )\b(?:keep(?:s|ing)?|kept|retain(?:s|ed|ing)?) {_STAYS}\b"
    r"(?![^.;]{0,30}\b(?:out|off|quiet|confidential|private|internal|between|back|away|short|from|until|open|blank)\b)"
    rf"|\bleav(?:e|ing) {_STAYS} (?:in|as (?:it|they) (?:is|are))\b"
    r"|\b(?:will|would|to|shall) (?:continue to|still) (?:present|use|report|include|disclose|show|give|make)\b"
    r"|\b(?:stays?|staying|remains?) in\b(?! touch)"
    r"|(?:\bnot|n[’']t|\bwithout|\bnever|\bno (?:plans?|intention|wish) to) (?:be )?"
    r"(?:remov|delet|dropp?|tak(?:e|ing)\b[^.;]{0,20}\bout\b)",
    re.I,
)
"""“We will keep the measure”, “not removing it”, “the sentence stays in”: what the staff doubts is retained."""
HOLDS_ON = re.compile(r"\b(?:keeps?|retains?|(?:stays?|remains?) in)\b(?! (?:out|away|off|force)\b)", re.I)
"""That the client keeps one of the things that the staff doubts: “Keeps the litigation adjustment.”"""
DECISIONS = frozenset(
    {"the client's decision", "the client would rather not", "it decides what the answer does"}
)
"""Why a remark is one that decides."""
DECIDING = re.compile(
    rf"^(?:next|first) filing\b|{COMPLIES.pattern}|{AMENDS.pattern}|{REFUSES.pattern}", re.I | re.M
)
"""What settles what the answer does, though the letter does not say it so."""


def points(said: str) -> bool:
    """Whether a line of what the notes say points to where the filing has it, and promises nothing: no “new text on
    page 9”.
    """
    return any(POINTS.search(line) and not COMPLIES.search(line) for line in said.split("\n"))


def said_of(told: Sequence[Told]) -> str:
    """All that the notes say, in counsel's words and in the letter's, one sentence a line."""
    return "\n".join(f"{t.said} {t.text}" for t in told if t.use in {Use.STATE, Use.REMARK})


def refuses(told: Sequence[Told]) -> bool:
    """Whether the notes say that the client does not do what the staff asks, and promise nothing else."""
    decided = any(t.use in {Use.STATE, Use.REMARK} and REFUSES.search(t.said) for t in told)
    return decided and not promises(told)


def said_or_proposed(told: Sequence[Told]) -> str:
    """All that the notes say, also what is to be confirmed."""
    proposed = (f"{t.said} {t.text}" for t in told if t.use is Use.CONFIRM)
    return "\n".join((said_of(told), *proposed))


def promises(told: Sequence[Told]) -> bool:
    """Whether the notes say that the client makes the change."""
    return any(t.use in {Use.STATE, Use.REMARK} and COMPLIES.search(f"{t.said}\n{t.text}") for t in told)


_PROMISE = re.compile(r"^(?:The [A-Z]\w+|We) will (?!request\b|not\b)")
_DANGLING = re.compile(
    r"^(?:The \w+|We) will (?:do (?:this|so|that)\b|(?:say|state) (?:so|this)\b|"
    r"(?:(?!\b(?:the|its|our|an?|these|those|all|each|any)\b).)*"
    r"\b(?:it|them|they|that(?= (?:in|to|from|with)\b|[.,]))\b)"
)
"""A pronoun before anything that it could stand for in the same sentence."""


def promise_of(plan: Plan) -> tuple[Told, ...]:
    """The sentences of the notes in which the company itself promises the change, fit to open an answer."""
    if plan.stance not in {Move.COMPLY_FUTURE, Move.COMPLY_NOW}:
        return ()
    return tuple(
        t
        for t in plan.told
        if t.use is Use.STATE and _PROMISE.match(t.text) and not _DANGLING.search(t.text) and not t.redacted
    )
