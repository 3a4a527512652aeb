"""Whom or what the comment says a thing of, where a note says it without its subject: “Repaid in full” of the loans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.language.tagging import Word, plain_form, words

_BE = r"(?:is|are|was|were|be|been|being)"
_BEFORE_BE = r"(?:(?:has|have|had|will|should|could|may|can|would|must)(?: not)? )?"
_BETWEEN = r"(?: (?:not|also|ever|already|yet|otherwise|[a-z]+ly|[a-z]+ed and|[a-z]+ed or))*"
_WHO = (
    r"(?:you|the (?:company|parties|sponsor|board|committee|bidder|filing persons|reporting persons))"
    r"(?: have| has| had| not| also| ever| do| does| did)*"
)
_OBJECT = re.compile(
    r"(?P<thing>(?:(?:the|your|any|an?|this|that|these|those|such|certain|"
    r"all) )?(?:[A-Za-z][\w'’-]* ){0,4}?[A-Za-z\d][\w'’-]*"
    r"(?: (?:for|of) (?:the|an?|your) (?:[a-z-]+ ){0,2}?[a-z-]+)?)"
    r"(?=[,.;?]| (?:and|or|by|from|to|in|on|at|for|with|as|under|over|of|not|because|given|when|if|that|which|"
    r"who|is|are|was|were|elsewhere|outside|between|during|before|after|your|so|separately)\b|$)"
)
_LEAD = re.compile(
    r".*\b(?:whether|how|why|when|where|that|which|if|because|and|or|tell us|disclose|describe|explain|state|clarify|"
    r"identify|including|includes?|contain|contains|[a-z]+s that) ",
    re.I | re.S,
)
"""What stands before the name of a thing in a comment."""
_CUT = re.compile(
    r" (?:(?:sold|issued|paid|provided|granted|made|held|used|valued|presented|described|included|referred|"
    r"disclosed|of \$)\b.*|for (?:each|the) .*)$"
)
"""What a comment adds to a thing and an answer need not say again."""
_PRONOUN = re.compile(
    r"(?:it|they|you|we|there|this|that|these|those|which|who|what|and|or|us|them|any|each|all|some)$", re.I
)
_INDEFINITE = re.compile(r"(?:your|any|this|that|these|those|such|an?|the|all|certain|related|each) ")
LONGEST = 8
"""Words of a thing that is named again."""
_LIKE = (
    "booked recorded account_for record classify present treat recognize",
    "recorded account_for record classify treat recognize",
    "treated account_for treat",
    "bought purchased purchase buy",
    "set chosen determined fixed",
    "picked chosen selected",
    "dropped removed deleted remove delete",
    "deleted removed remove delete",
    "removed deleted delete remove",
    "refiled filed file",
    "looked reviewed",
)
"""What a note has done to a thing, and how a comment says it."""


@dataclass(frozen=True, slots=True)
class Undergoer:
    """What the comment says something is done to; whether it says so of now, and whether of none in particular."""

    thing: str
    now: bool
    any: bool

    @property
    def named(self) -> str:
        """The thing as an answer names it: “your plans” and “any report” with “the”, “breakage” as it stands."""
        bare = _INDEFINITE.sub("", self.thing, count=1)
        return bare if bare == self.thing else f"the {bare}"


def undergoer(done: str, comment: str) -> Undergoer | None:
    """The thing that the comment says was `done`: “whether the loans were repaid”; None where it says so of none."""
    forms = [done, *next((row.split()[1:] for row in _LIKE if row.split()[0] == done), ())]
    found = (_passive(form, comment) or _active(form, comment) for form in forms)
    return next((u for u in found if u), None) or (
        _bidden(comment) if done in {"added", "included"} else None
    )


def _bidden(comment: str) -> Undergoer | None:
    """What the comment bids to be put in: “include risk factor disclosure on how ...”."""
    said = re.search(r"\b(?:[Aa]dd|[Ii]nclude) (?P<rest>.+)", comment, re.S)
    found = _OBJECT.match(said["rest"]) if said else None
    thing = _named(found["thing"]) if found else ""
    return Undergoer(thing, now=False, any=_is_any(thing)) if thing else None


def _passive(done: str, comment: str) -> Undergoer | None:
    for said in re.finditer(
        rf"(?P<before>[^.;?]*?) (?P<be>{_BEFORE_BE}{_BE}){_BETWEEN} {re.escape(done)}\b", comment
    ):
        if thing := _named(said["before"]):
            now = bool(re.match(r"(?:is|are|should|may|can)\b", said["be"]))
            return Undergoer(thing, now, _is_any(thing))
    return None


def _active(done: str, comment: str) -> Undergoer | None:
    """“Whether you commissioned the report”, “how you account for prepayments”, “file the lease”."""
    forms = {done.replace("_", " "), plain_form(done)} - {"file", ""}
    said = re.search(
        rf"\b(?:{_WHO}|[Pp]lease|or|to) (?P<verb>{'|'.join(sorted(forms))}) (?P<rest>.+)", comment, re.S
    )
    found = _OBJECT.match(said["rest"]) if said else None
    thing = _named(found["thing"]) if found else ""
    return Undergoer(thing, bool(said and said["verb"] != done), _is_any(thing)) if thing else None


def _is_any(thing: str) -> bool:
    return bool(re.match(r"(?:any|an?) ", thing))


def _named(before: str) -> str:
    """The name of a thing that the words before a verb end with; "" for a pronoun, a clause or a long one."""
    thing = _CUT.sub("", _LEAD.sub("", before.strip()).strip(" ,"))
    said = words(thing)
    kinds = "".join(w.kind for w in said)
    if not thing or _PRONOUN.match(thing) or len(thing.split()) > LONGEST or re.search("[AZBtWKU]|DD", kinds):
        return ""
    return thing if kinds[-1:] in "NS#" and re.match("[DNSJ]", kinds) else ""


def done_by(done: str, comment: str) -> str:
    """Who, other than the company, the comment says has `done` it: “whether the sponsor purchased shares”."""
    like = next((row.split()[1:] for row in _LIKE if row.split()[0] == done), ())
    forms = {done, plain_form(done) or done, *like}
    said = re.search(
        rf"\b(?:whether|if|how|why|that|when) (?P<who>you|(?:the|your|any) [a-z'’ -]{{3,40}}?) (?:(?:has|have|"
        rf"had|also|ever|may|will|intends? to|plans? to) )*(?:{'|'.join(sorted(map(re.escape, forms)))})\b",
        comment,
    )
    return _named(said["who"]) if said and said["who"] != "you" else ""


def actor(verb: str, comment: str) -> str:
    """Who or what the comment says does it: “when capitalization begins”; "" where it says so of none."""
    stem = re.sub(r"(?<=[a-z]{3})(?:ies|es|s)$", "", verb)
    for said in re.finditer(
        rf"\b(?:when|whether|how|how long|why|if|that) (?P<who>[^,.;?]{{3,60}}?) "
        rf"(?:(?:will|would|may|can|could|does|do|to) )?{re.escape(stem)}(?:s|es|e|ies|y)?\b",
        comment,
    ):
        if thing := _named(said["who"]):
            return thing
    return ""


_POINTS = frozenset(str.split("the your this these that those its such"))
_NO_MATTER = frozenset(
    str.split(
        "company registrant partnership trust fund staff board management comment response disclosure filing page note "
        "section statement exhibit form report paragraph table information discussion analysis basis reason nature "
        "extent term amount number percentage effect year quarter period date item rule view conclusion file part end "
        "use business operation prospectus letter registration total type level status committee auditor counsel "
        "director officer engineer bidder advisor holder person partner minimum city supplier customer vendor tenant"
    )
)
"""Nouns of what a comment speaks by the way, and of people."""
_ASKED_ABOUT = re.compile(
    r"\b(?:whether|how|why|when|(?:nature|terms?|status|reasons?|purpose|circumstances|basis|details) (?:of|for)) "
    r"(?:the|your|this|these|those) (?:\$[\d.,]+ (?:million |billion )?)?(?P<thing>[a-z][^.,;?]*)"
)
"""What the comment asks about, named once: “whether the breach affected customers”."""
LONGEST_MATTER = 4
"""Words of a name that stands for “this”."""


def matter(comment: str) -> str:
    """The thing that the comment speaks of most, or asks about: “the agreement”; "" where none leads."""
    named: dict[str, list[str]] = {}
    said, last = words(comment), ""
    for at, word in enumerate(said):
        if word.low in {"it", "they", "them"} and last:
            named[last].append(named[last][-1])
        thing = _thing_at(said[at + 1 :]) if word.low in _POINTS else ()
        if thing:
            last = thing[-1].low
            named.setdefault(last, []).append(comment[thing[0].start : thing[-1].end])
    known = sorted(named.values(), key=len)
    if known and len(known[-1]) > max([1, *(len(found) for found in known[:-1])]):
        return f"the {min(known[-1], key=len)}"
    once = _ASKED_ABOUT.search(comment)
    thing = _thing_at(words(once["thing"])) if once else ()
    return f"the {once['thing'][: thing[-1].end]}" if once and thing else ""


def _thing_at(said: Sequence[Word]) -> Sequence[Word]:
    """The words of the thing that those words begin with; none for people, papers and what is said by the way."""
    end = next((n for n, w in enumerate(said) if w.kind not in "NSJ" and (n or w.kind != "E")), len(said))
    head = said[end - 1] if end else None
    good = head and head.kind in "NS" and head.said.islower() and head.low.removesuffix("s") not in _NO_MATTER
    return said[:end] if good and end <= LONGEST_MATTER else ()
