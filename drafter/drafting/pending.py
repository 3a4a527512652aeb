"""A sentence that says that something is still to come, as what a blank asks for: the thing, and who has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.drafting.shapes import PEOPLE
from drafter.drafting.verbs import finite
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
_BESIDE = re.compile(r"(?P<thing>[^,:;?]{3,90}), (?P<rest>.+)")
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


NAMES = re.compile(r"[A-Z][\w ]+: [A-Z][\w.]+(?:, (?:and )?[A-Z][\w.]+)+")
"""A list of names under its label: “States: Ohio, Texas, Utah”."""
_DECIDED = re.compile(r"\b(?:client|company) (?:gives? (?:it |this |that )?up|agrees|will)\b", re.I)


def pending(sentence: str) -> Pending:
    """What the sentence says is still to come, and who has it."""
    said = _SO_OPEN.sub("", sentence.replace("’", "'").strip(" .;,!?()-–"))
    if NAMES.fullmatch(said) or _DECIDED.search(said):
        return Pending("", "", told=False)
    label = _LABELLED.fullmatch(said)
    if label and _LEFT.fullmatch(label["rest"]):
        return replace(pending(label["thing"]), told=True)
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
    beside = _BESIDE.fullmatch(said)
    who = _anybody(beside["rest"]) if beside else ""
    return Pending(beside["thing"] if beside else "", who, bool(who))


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
    r"not (?:yet )?(?:decided|settled|known)(?: yet)?|no (?:answer|view|decision) yet)"
)
"""What says again of the thing before it that it is open."""
AT_IT = re.compile(
    r"[^,;:]{2,40}? (?:(?:is|are|'s) )?still (?:working|looking|checking|digging|going|busy) "
    r"(?:on|at|into|through|with) (?:it|this|that|them)\b.*"
)
"""What says only that somebody is looking for the answer."""
_SAME = re.compile(
    r"(?:same (?:for|with|goes for) (?P<after>.{3,60})|(?P<before>(?:(?!\b(?:is|are|the)\b).){3,60}?)[,:]? "
    r"(?:same|likewise|ditto)(?: (?:there|here|again|story|thing))?)"
)
"""“Same for the memo”, “Memo the same” behind what is open."""


_NO_REPLY = re.compile(
    r"(?P<who>[^,;:]{2,40}?) (?:ha(?:s|ve)(?: not|n't)|did(?: not|n't)|never) (?:yet )?"
    r"(?:(?:c[oa]me|got(?:ten)?|get) back(?: to (?:us|me))?(?: yet)? (?:on|with|about)|"
    r"(?:told|tell|given?|sen[dt]|let) us(?: have| know)?(?: yet)?) (?P<thing>[^;:]+)|"
    r"(?P<late>(?!it\b|that\b|this\b)[^,;:]{3,60}?) (?:is |are )?(?:still )?not (?:in|here|back|to hand|with us)"
    r"(?: yet)?"
)
_DECISION = re.compile(
    r"(?:the )?(?P<late>)(?P<thing>(?:decision|vote|ruling|conclusion) (?:on|about|as to) [^,;:]{3,60}?) "
    r"(?:goes|is|comes|rests|sits|will be|has not|falls)\b(?P<rest>.+)"
)


def undecided(sentence: str, before: str = "") -> str:
    """What a sentence says that nobody has decided, and who is to; "" where it says no such thing.

    `before` is what the sentence before it leaves open, of which it may say only that again.
    """
    said = sentence.replace("’", "'").strip(" .;,!-–")
    if found := _WHETHER.fullmatch(said):
        answered = found["rest"] and _ANSWERS.match(found["rest"]) and ":" in said[: found.start("rest")]
        who = _somebody(found["rest"]) or pending(sentence).who
        return "" if answered else _lowered(found["thing"]) + (f" ({who})" if who else "")
    if found := _NO_REPLY.fullmatch(said) or _DECISION.fullmatch(_lowered(said)):
        who = found.groupdict().get("who") or _somebody(found.groupdict().get("rest") or "")
        return _lowered(found["thing"] or found["late"]) + (f" ({_lowered(who)})" if who else "")
    if before and (same := _SAME.fullmatch(_lowered(said))):
        return same["after"] or same["before"]
    return before if before and _STILL.fullmatch(_lowered(said)) else ""


def _somebody(rest: str) -> str:
    """Who is at it: the subject of what is said of the thing, or with whom it is; "" for nobody."""
    verb, beside = finite(rest), _WITH.search(rest)
    who = rest[: verb.start].strip() if verb and verb.start else beside["who"] if beside else ""
    return _person(who) if len(who.split()) <= MOST and _is_somebody(who) else ""


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


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
            r"^(?:but|and|needs?) |(?:'s)? (?:is|are|has|says|workpapers|files?|desk|hands)$", "", who.strip()
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
