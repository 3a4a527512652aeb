"""A sentence that says that something is still to come, as what a blank asks for: the thing, and who has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.drafting.shapes import PEOPLE


@dataclass(frozen=True, slots=True)
class Pending:
    """What is still to come, "" where the sentence does not name it, and who is to give it, "" for nobody named.

    `told` is whether the sentence has words that say so.
    """

    thing: str
    who: str
    told: bool = True


_WORD = r"[\w&'’./]+(?:-\w+)*"
_WHO = rf"(?P<who>(?:(?:the|our|my|its|their|outside) )?{_WORD}(?: (?:of|in|at) {_WORD}| {_WORD}){{0,3}}?)"
_WORKS = (
    r"(?:(?:(?:is|are|'s) )?(?:still |now |already )?(?:(?:the|a|an|its|his|her) )?(?:\w+-)?"
    r"(?!(?:accounting|marketing|purchasing|engineering|leasing|banking|pricing|planning|reporting)\b)\w+ing\b|"
    r"(?:has|have|had) (?:(?:all|still|not|yet|been|to) )*(?:it|them|this|that|the|a|\w+)\b|"
    r"(?:has|have|had|does|did|is|are)(?: not|n't)\b|"
    r"(?:to|will|must|should|can|would|may|might|needs to|ought to) (?!the\b)\w+|"
    r"(?:knows|says|said|owes|keeps|runs|reruns|promises|promised|wants|expects|checks|picks|has|sends|decides|sets|"
    r"does|computes|finalizes|completes|verifies|clarifies|confirms|reports|(?:double|cross)[ -]checks)\b|on it\b)"
)
_LATER = (
    r"(?:(?:(?:is|are|was|were|has|have|had|must|needs?|remains?|isn't|aren't|hasn't|haven't|wasn't) (?:still |now )?)?"
    r"(?:be(?:en|ing)?\b|to (?:be|come|follow|determine)\b|not (?:yet|in|been|done|final\w*|finished|received|here|"
    r"available|answered|back|settled|scheduled|fixed|signed|started|complete\w*|through|ready|known|decided|determined|told)\b|pending\b|awaiting\b|awaited\b|outstanding\b|"
    r"missing\b|unknown\b|unsigned\b|unavailable\b|preliminary\b|open\b|promised\b|expected\b|due\b|owed\b|coming\b|"
    r"en route\b|in (?:process|progress|drafts?(?:ing)?|the works|prep)\b|under (?:review|way)\b|yet to\b|waits?\b|"
    r"waiting\b|needs?\b|tb[dca]\b|n/a\b|leave (?:blank|open)\b|nothing\b|no (?:answer|reply|figure|word|number)\b|"
    r"(?:some(?:body|one)) (?:must|has|should|will)\b)|(?:still|yet)\b)"
)
_JOINT = r"(?:\s*(?:\?+|:|;|,|->|→|--|—|–)\s*|\s+-\s+|(?<!\b[A-Z])\.\s+)"
_VERB_OF_STATE = r"(?:is|are|was|were|has|have|had|must|needs?|remains?|isn't|aren't|hasn't|haven't|wasn't)"
_GIVES = (
    r"(?:give|send|supply|provide|tell|get|bring|deliver|show|pull|compile|compute|check|confirm|verify|find|look up|"
    r"dig (?:out|up)|run|price|draft|write|build|count)"
)
_GIVING = (
    r"(?:pulling|compiling|computing|checking|confirming|verifying|finding|looking (?:for|up|into)|"
    r"digging (?:out|up|for)|"
    r"(?:re-?)?running|drafting|writing|building|rebuilding|counting|reconciling|preparing|gathering|collecting|"
    r"working on|getting|splitting|pricing|tying|reconstructing|tallying|recounting|recalculating|calculating)"
)
_TAIL = r"(?:,? (?:by|on|before|next|this|tomorrow|maybe|as|once|when|if)\b.*)?"
_NAMED = r"(?P<thing>(?!(?:it|them|this|that|us|me|by|for|on)\b).+?)"
"""A thing behind the verb."""
_SHALL = r"(?:(?:has|have|needs?) to|to|will|must|should|can)"
_FROM = r"(?:to come|to follow|coming|due|expected|awaited|outstanding) from"
_WAITING = r"(?:need|waiting (?:for|on)|awaiting|chasing|missing)"
_ASK = rf"(?:please )?(?:ask|check with|see|{_WAITING}|need(?:ed)? from|subject to confirmation by)"
_WEEKDAY = r"(?:tomorrow|tonight|by \w+|(?:on )?(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri)(?:day)?s?)"
_FORMS = tuple(
    re.compile(form, flags)
    for form, flags in (
        (rf"^(?P<thing>.+?)(?:,| -| –)? {_FROM} {_WHO}{_TAIL}$", 0),
        (rf"^(?P<thing>.+?) (?:will )?comes? from {_WHO}(?:,? (?:and|but) .*{_LATER}.*|{_TAIL})$", 0),
        (rf"^(?P<thing>.+?) {_VERB_OF_STATE} (?:still )?(?:to be|being) \w+(?: \w+)? by {_WHO}{_TAIL}$", 0),
        (rf"^(?:{_WHO} ){_SHALL} {_GIVES} (?:us |me |you )?{_NAMED}{_TAIL}$", 0),
        (rf"^{_WHO} (?:(?:is|are)(?: still| now)? )?{_GIVING} {_NAMED}{_TAIL}$", 0),
        (rf"^(?P<thing>.+?){_JOINT}{_ASK} {_WHO}(?:[,;.].*)?$", re.I),
        (rf"^(?P<thing>.+?){_JOINT}{_WHO} {_WORKS}.*$", 0),
        (rf"^(?P<thing>.+?) {_VERB_OF_STATE} (?:still )?(?:with|at|in) {_WHO}(?:['’]s? .*|[,;.].*| and .*)?$", 0),
        (rf"^(?P<thing>.+?){_JOINT}{_LATER}.*$", re.I),
        (rf"^(?P<thing>.+?) {_VERB_OF_STATE} (?:still )?{_LATER}.*$", re.I),
        (rf"^(?P<thing>(?:(?!\b{_VERB_OF_STATE}\b).)+?) {_LATER}.*$", re.I),
        (rf"^(?P<thing>.+?){_JOINT}(?P<who>(?:the |our )?[\w&'-]+(?: [\w&'.-]+){{0,2}})(?:,? {_WEEKDAY})?$", 0),
    )
)  # fmt: skip
"""How notes say that a thing is still to come; the first that fits decides."""
_PRONOUN = re.compile(r"(?:I|we|you|he|she|it|they|them|us|who|and|but|so)\b", re.I)
_LABELLED = re.compile(r"(?P<thing>[^:?;]{3,90}?)(?::| -| –| --) (?P<rest>.+)")
_BESIDE = re.compile(r"(?P<thing>[^,:;?]{3,90}), (?P<rest>.+)")
_STATUS = re.compile(rf"(?:^|[,;:–-] ?){_LATER}", re.I)
_VALUE = re.compile(
    r"[$€£] ?\d|\d ?%|"
    r"\b\d[\d,]*(?:\.\d+)? ?(?:percent|million|billion|m|mm|bn|k|bps|basis points)\b|"
    r"\b\d+\.\d+\b(?!-)|\b\d{1,3}(?:,\d{3})+\b",
    re.I,
)
"""A figure that a blank can propose; no day, year, page or number of a rule."""
_SOME = re.compile(rf"\b(?:{'|'.join(sorted(PEOPLE - {'he', 'she', 'they', 'them', 'her', 'him'}))})\b", re.I)


_LEFT = re.compile(r"leave (?:it |this |that |them )?(?:open|blank)", re.I)


def valued(text: str) -> bool:
    """Whether the text gives a figure that a blank can propose."""
    return bool(_VALUE.search(text))


_SO_OPEN = re.compile(
    r",? (?:so|and|please)(?: please)? leave (?:it |this |that |them )?(?:open|blank)$", re.I
)
"""What follows from it for the letter: “finance is still confirming it, so leave it open”."""


def pending(sentence: str) -> Pending:
    """What the sentence says is still to come, and who has it."""
    said = _SO_OPEN.sub("", sentence.replace("’", "'").strip(" .;,!?()-–"))
    label = _LABELLED.fullmatch(said)
    if label and _LEFT.fullmatch(label["rest"]):
        return replace(pending(label["thing"]), told=True)
    if label and not valued(label["rest"]):
        by = re.search(rf"\bby {_WHO}(?:[,;.]|$)", label["rest"])
        who = _anybody(label["rest"]) or (by["who"].strip() if by and _is_somebody(by["who"]) else "")
        return Pending(label["thing"].strip(), who, bool(who or _STATUS.search(label["rest"])))
    for form in _FORMS:
        found = form.match(said)
        if found and (told := _of(found)):
            return told
    beside = _BESIDE.fullmatch(said)
    who = _anybody(beside["rest"]) if beside else ""
    return Pending(beside["thing"] if beside else "", who, bool(who))


def _anybody(status: str) -> str:
    """Who is spoken of first in what is said of a thing; "" for nobody."""
    form = re.match(rf"{_WHO}(?: {_WORKS}|(?:[,;.]|$))", status)
    return _person(form["who"]) if form and _is_somebody(form["who"]) else ""


def speaker(said: str) -> str:
    """Who is to answer, where a sentence says of somebody that he is at it, "" for nobody: “IR to decide.”"""
    form = re.match(rf"{_WHO} {_WORKS}", said.replace("’", "'"))
    return _person(form["who"]) if form and _is_somebody(form["who"]) else ""


def _person(who: str) -> str:
    return (
        ""
        if who.lower() in _NOBODY
        else re.sub(
            r"^(?:but|and) |(?:'s)? (?:is|are|has|says|workpapers|files?|desk|hands)$", "", who.strip()
        )
    )


def _of(found: re.Match[str]) -> Pending | None:
    """What the form found, where what it takes for a person is one."""
    said = found.groupdict()
    who, thing = (said.get("who") or "").strip(), said["thing"].strip(" ,;:-–?")
    if who and not _is_somebody(who):
        return None
    if not thing or _PRONOUN.match(thing):
        return Pending("", _person(who))
    if not who and _SOME.search(thing.split()[-1]) and len(thing.split()) <= MOST:
        return Pending("", thing)
    return Pending(thing, _person(who))


MOST = 4
"""Words of the name of those who are to give an answer."""


_NOBODY = frozenset({"somebody", "someone", "nobody", "he", "she", "they", "people"})


def _is_somebody(who: str) -> bool:
    if _PRONOUN.match(who):
        return False
    words = [w.strip("'’.,").removesuffix("'s") for w in who.split()]
    return any(w.lower() in PEOPLE or (w[:1].isupper() and not _DATED.match(w)) for w in words)


_DATED = re.compile(
    r"(?:Notes?$|Items?$|Exhibits?$|Form$|Part$|Section$|Pages?$|Schedule$|Annex$|Appendix$|Amendment$|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Q\d|FY|\d|I$)"
)
