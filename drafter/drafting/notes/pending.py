"""A sentence that says that something is still to come, as what a blank asks for: the thing, and who has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.shapes import PEOPLE
from drafter.drafting.language.tagging import Word, words
from drafter.drafting.language.verbs import finite
from drafter.templates import load_patterns


@dataclass(frozen=True, slots=True)
class Pending:
    """What is still to come, "" where the sentence does not name it, and who is to give it, "" for nobody named.

    `told` is whether the sentence has words that say so.
    """

    thing: str
    who: str
    told: bool = True


def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of that kind in pending.toml, which says what they are."""
    return load_patterns("offline/pending.toml", kind)


_PRONOUN = re.compile(r"(?:I|we|you|he|she|it|they|them|us|who|and|but|so)\b", re.I)
_LABELLED = re.compile(r"(?P<thing>[^:?;]{3,90}?)(?::| -| –| --) (?P<rest>.+)")
_VALUE = re.compile(
    r"[$€£] ?\d|\d ?%|\b\d[\d,]*(?:\.\d+)? ?(?:percent|million|billion|m|mm|bn|k|bps|basis points)\b|"
    r"(?<!Exhibit )\b\d+\.\d+\b(?!-)|\b\d{1,3}(?:,\d{3})+\b",
    re.I,
)
"""A figure that a blank can propose; no day, year, page or number of a rule."""


def valued(text: str) -> bool:
    """Whether the text gives a figure that a blank can propose."""
    return bool(_VALUE.search(text))


_SO_OPEN = re.compile(
    r"(?::|,? (?:so|and)) (?:please )?leave (?:it |this |that |them )?(?:open|blank)$", re.I
)
"""What follows from it for the letter: “finance is still confirming it, so leave it open”."""
NAMES = re.compile(r"[A-Z][\w ]+: [A-Z][\w.]+(?:, (?:and )?[A-Z][\w.]+)+")
"""A list of names under its label: “States: Ohio, Texas, Utah”."""
_DECIDED = re.compile(r"\b(?:client|company) (?:gives? (?:it |this |that )?up|agrees|will)\b", re.I)


def pending(sentence: str) -> Pending:
    """What the sentence says is still to come, and who has it; where one of the two is not surely whole, the
    sentence's own words, parted only behind a label.
    """
    found, own = _parsed(sentence), sentence.strip(" .;,!?()-–")
    if not found.told or not found.thing or (is_thing(found.thing) and is_person(found.who)):
        return found
    label = _LABELLED.fullmatch(own)
    return Pending(label["thing"], label["rest"]) if label and is_thing(label["thing"]) else Pending(own, "")


def is_thing(text: str) -> bool:
    """Whether the words are a whole question or the whole name of a thing, which ends where a phrase ends."""
    said = words(text)
    if not _ends(said):
        return False
    if _ASKS.match(text):
        return not re.search("[PNS]D", "".join(w.kind for w in said))
    return said[0].kind not in "pCUtxK" and text.lower() not in _NO_THING and not finite(text)


def is_person(text: str) -> bool:
    """Whether the words are the whole name of somebody; "" is."""
    said = words(text)
    return not text or (_ends(said) and not {w.kind for w in said} & set("ZVPWtx") and not finite(text))


def _ends(said: Sequence[Word]) -> bool:
    """Whether a phrase can end with the last of the words."""
    return bool(said) and said[-1].kind not in "pDCUAtx" and said[-1].low not in _GOES_ON


_NO_THING = frozenset({"none", "nothing", "some", "all", "both", "neither", "no"})
_GOES_ON = frozenset({"still", "yet", "now", "also", "only", "not", "already"})
_ASKS = re.compile(r"(?:whether|how|what|which|when|where|who|whose|why)\b", re.I)


def _parsed(sentence: str) -> Pending:
    said = _SO_OPEN.sub("", sentence.replace("’", "'").strip(" .;,!?()-–"))
    if NAMES.fullmatch(said) or _DECIDED.search(said):
        return Pending("", "", told=False)
    label = _LABELLED.fullmatch(said)
    if label and not valued(label["rest"]):
        by = _forms("by_whom")[0].search(label["rest"])
        who = next(filter(None, map(_anybody, label["rest"].split(", "))), "") or (
            by["who"].strip() if by and _is_somebody(by["who"]) else ""
        )
        return Pending(label["thing"].strip(), who, bool(who or _forms("status")[0].search(label["rest"])))
    for form in _forms("pending"):
        found = form.match(said)
        if found and (told := _of(found)):
            return told
    return Pending(said.split(", ")[0] if ", " in said else "", "", told=False)


_WHETHER = re.compile(
    r"(?P<thing>whether (?!or not\b)[^:?;]{3,110}?)(?:: | --? | – | (?=(?:is|are|remains?|has|have|will)\b"
    r"(?: (?:still|not|now|yet|all|something|be|been))*(?: (?:open|with|at|undecided|unclear|being|to be|up|for|"
    r"pending|outstanding|unresolved|unsettled|decided|settled|looked|on|known|clear|under|before)\b)))(?P<rest>.+)",
    re.I,
)
_ANSWERS = re.compile(
    r"(?:yes|no|none|neither|both|all|only|every|each|they|it|we|he|she|there|this|that|does|do|did|is|are|was|were|"
    r"has|have|had|[$€£]?\d|not(?! (?:yet|known|clear|sure|decided|settled|determined)))\b(?! open)",
    re.I,
)
"""How what stands behind “whether ...:” begins where it is the answer."""
_WITH = re.compile(
    r"\b(?:with|up to|before|for|by) (?P<who>(?:(?:the|our|their|outside) )?[\w&'-]+(?: [\w&'-]+){0,2})$"
)
_STILL = re.compile(
    r"(?:(?:so |still |left |it is |this is )*(?:open|undecided|unresolved|unsettled)(?: (?:until|till|for)\b.*)?|"
    r"(?:so )?nothing (?:to say|to report|more|firm|final|definite)? ?(?:yet|now|until\b.*|before\b.*)|"
    r"not (?:yet )?(?:decided|settled|known)(?: yet)?|nothing (?:received|heard|back|came)(?: yet| so far)?|"
    r"no (?:answer|reply|response|word|news|view|decision)(?: (?:received|back|yet|so far))*)"
)
"""What says again of the thing before it that it is open."""
_SAME = re.compile(
    r"same (?:for|with|goes for) (?P<after>.{3,60})|(?P<before>(?:(?!\b(?:is|are|the)\b).){3,60}?)[,:]? "
    r"(?:same|likewise|ditto)(?: (?:there|here|again|story|thing))?"
)
"""“Same for the memo”, “Memo the same” behind what is open."""
_OUTSIDE = re.compile(
    r"(?:(?:the|that) )?(?:\w+ )?(?:Commission|Staff|FDA|EPA|IRS|FERC|FTC|DOJ|CMS|agency|authority|authorities|courts?|"
    r"regulators?|ministry|department|government|customers?|company|plaintiffs?|defendants?)$",
    re.I,
)
"""Who is asked nothing for the answer: what such a one has not answered is a fact."""


def undecided(sentence: str, before: str = "") -> str:
    """What a sentence says that nobody has decided, and who is to; "" where it says no such thing.

    `before` is what the sentence before it leaves open, of which it may say only that again.
    """
    said = sentence.replace("’", "'").strip(" .;,!?-–")
    if found := _WHETHER.fullmatch(said):
        answered = found["rest"] and _ANSWERS.match(found["rest"]) and ":" in said[: found.start("rest")]
        who = _somebody(found["rest"]) or pending(sentence).who
        return "" if answered else lowered(found["thing"]) + (f" ({who})" if who else "")
    if asks := _enquired(said):
        return asks
    if before and (same := _SAME.fullmatch(lowered(said))):
        return same["after"] or same["before"]
    return before if before and _STILL.fullmatch(lowered(said)) else ""


def _enquired(said: str) -> str:
    """The thing of which the sentence says how far the enquiry into it has come, and who is at it; "" for no such."""
    for form in _forms("enquiry"):
        found = form.fullmatch(said)
        who = (found and found.groupdict().get("who")) or ""
        asked = not who or (_is_somebody(who) and not _OUTSIDE.match(who))
        if found and asked and not valued(found["thing"]):
            role = lowered(who) if PEOPLE & set(who.lower().split()) and not _OF_NAMED.match(who) else who
            thing = re.sub(r"^(?:[Ss]o|[Aa]nd|[Bb]ut) ", "", found["thing"].strip())
            by_choice = (
                ", as the Company decides" if " or " in thing and not (who or _ASKS.match(thing)) else ""
            )
            small = lowered(thing[0]) + thing[1:] if _ASKS.match(thing) else lowered(thing)
            return small + (f" ({role})" if who else by_choice)
    return ""


_OF_NAMED = re.compile(r"[A-Z][\w&-]*(?:'s| (?:in|at|from)) ")
"""Somebody's people, or one of them by name: “Tarn's counsel”, “Ada in tax”."""


def _somebody(rest: str) -> str:
    """Who is at it: the subject of what is said of the thing, or with whom it is; "" for nobody."""
    beside = _WITH.search(rest)
    return subject(rest) or (_person(beside["who"]) if beside and _is_somebody(beside["who"]) else "")


def subject(clause: str) -> str:
    """The somebody of whom the clause tells; "" for nobody."""
    verb = finite(clause)
    before = clause[: verb.start].strip() if verb else ""
    who = re.sub(r"^(?:which|but|and|so|although|though|while) | (?:still|now|also)$", "", before)
    known = who and len(who.split()) <= MOST and is_person(who) and _is_somebody(who)
    return "" if not known or _NOBODY & set(who.lower().split()) else _person(who)


def _anybody(status: str) -> str:
    """Who is spoken of first in what is said of a thing; "" for nobody."""
    form = _forms("anybody")[0].match(status)
    return _person(form["who"]) if form and _is_somebody(form["who"]) else ""


def speaker(said: str) -> str:
    """Who is to answer, where a sentence says of somebody that he is at it, "" for nobody: “IR to decide.”"""
    form = _forms("speaker")[0].match(said.replace("’", "'"))
    return _person(form["who"]) if form and _is_somebody(form["who"]) else ""


def _person(who: str) -> str:
    return (
        ""
        if who.lower() in _NOBODY
        else re.sub(
            r"^(?:but|and|needs?) |(?:'s)? (?:is|are|was|were|will|had|has|says|workpapers|files?|desk|hands)$",
            "",
            who.strip(),
        )
    )


def _of(found: re.Match[str]) -> Pending | None:
    """What the form found, where what it takes for a person is one."""
    said = found.groupdict()
    who, thing = (said.get("who") or "").strip(), _TO_COME.sub("", said["thing"].strip(" ,;:-–?"))
    if who and not _is_somebody(who):
        return None
    if not thing or _PRONOUN.match(thing):
        return Pending("", _person(who))
    if not who and thing.split()[-1].lower() in PEOPLE and len(thing.split()) <= MOST:
        return Pending("", thing)
    return Pending(thing, _person(who))


_TO_COME = re.compile(r" to(?: come| follow)?$")
MOST = 4
"""Words of the name of those who are to give an answer."""


_NOBODY = frozenset({"somebody", "someone", "nobody", "he", "she", "they", "people"})


def _is_somebody(who: str) -> bool:
    if _PRONOUN.match(who):
        return False
    words = [w.strip("'’.,").removesuffix("'s") for w in who.split()]
    return any(w.lower() in PEOPLE or (w[:1].isupper() and not _DATED.match(w)) for w in words)


_DATED = re.compile(
    r"(?:Notes?$|Items?$|Exhibits?$|Form$|Part$|Section$|Pages?$|Schedule$|Annex$|Appendix$|Amendment$|"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri)(?:day)?)$|Q\d|FY|\d|I$)"
)
