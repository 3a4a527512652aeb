"""A bare yes, no or none made the proposition that it answers: “It does not” -> “The Company does not own mines”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.days import MONTHS
from drafter.drafting.language.tagging import leans, plain_form, words
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.soundness import sound

_BE = "is are was were"
_HAVE = "has have had"
_MODALS = frozenset(str.split("will would can could may might must shall"))
_KINDS = {word: words.split()[0] for words in (_BE, _HAVE, "do does did") for word in words.split()}
_PAST = frozenset(str.split("was were had did"))
_REPLY = re.compile(
    r"(?:(?P<yes>yes|correct|confirmed)|(?P<no>no|never|not at all|not yet|neither)|(?P<none>none|not any|nothing))\b"
    r"(?:[.,;:–—-]+ ?| (?=(?:as of|in|on|at|since|for|during|to date|through|under|by|with|so far|from)\b)|$)"
    r"(?P<rest>.*)$",
    re.I | re.S,
)
"""“Yes, in May 2025”: the answer, and what it adds."""
_ELLIPTIC = re.compile(
    r"(?P<who>it|we|they|client|the company|company) (?P<verb>is|are|was|were|has|have|had|do|does|did|will|"
    r"would|can|"
    r"could|may|might|must|shall)(?P<no>n['’]t| not)?$",
    re.I,
)
"""“It does not”."""
_LAST = re.compile(r"(?P<said>[A-Z]\w+), (?:yes|(?P<no>no))$")
"""“Contingent, yes”."""
_ADDED = re.compile(
    r"(?:as of|in (?=(?:the )?(?:fiscal|early|late|mid|first|second|third|fourth|last|19|20|[A-Z]))|"
    r"on (?=[A-Z])|at (?=year|the end|[A-Z])|since|during|"
    r"to date|so far|through (?=[A-Z0-9])|at this time|at present|currently)\b"
)
"""What says when, and may follow the proposition."""
_TANGLED = re.compile(
    r"\b(?:not|no|never|neither|without|fails?|failed|should|it|them|he|she|why|how|whether|if so)\b|[;:]|"
    r", (?:if|and)\b|"
    r" and (?:provide|explain|describe|disclose|discuss|quantify|identify|tell|revise|file|clarify|state)s?\b"
)
"""What a proposition must not hold to be said or denied as a whole."""
_LONGEST = 32
"""Words of a proposition that is still clear when it is denied."""
_DETERMINER = re.compile(r" (?:any|an?|the|its|our|other|in place|more)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause taken apart: who or what, its first verb in a form that carries it, and the rest with its space."""

    subject: str
    verb: str
    rest: str

    @property
    def kind(self) -> str:
        """“is”, “has” or a modal for what stands as an auxiliary; “do” for every other verb."""
        if self.verb in _MODALS:
            return self.verb
        owns = _KINDS.get(self.verb) == "has" and _DETERMINER.match(self.rest)
        return "do" if owns else _KINDS.get(self.verb, "do")

    @property
    def past(self) -> bool:
        """Whether the verb is a past form."""
        lean = leans(self.verb)
        return self.verb in _PAST or max(lean, key=lean.__getitem__) in {"VVD", "VVN"}

    def said(self) -> str:
        """The clause as it was."""
        return f"{self.subject} {self.verb}{self.rest}"


def parsed(text: str) -> Clause | None:
    """The clause with its parts; None where it has no subject or no verb."""
    verb = finite(text)
    if verb is None or not verb.start:
        return None
    return Clause(text[: verb.start].strip(), verb.said, text[verb.end :].rstrip(" ."))


_WHO = r"^(?:(?:the )?(?:client|company|management|board)|we|our)"
_VIEW = re.compile(
    rf"{_WHO}(?:['’]s)? (?:own )?(?:view|position|conclusion|assessment)(?: is)?[\s:,–—-]+(?!that\b)", re.I
)
_NOT_SO = re.compile(rf"{_WHO} (?:do|does)(?: not|n['’]t) (?:think|believe) so\b", re.I)


def verdict(said: str) -> str:
    """The bare answer in “client's view: not material” or “we do not think so”; other words as they are."""
    return _VIEW.sub("", _NOT_SO.sub("No", said))


def decided(proposition: str, said: str) -> str:
    """The proposition affirmed or denied as the answer says, without its full stop; "" where that is not certain."""
    clause, said = parsed(proposition), said.strip(" .")
    if clause is None or _TANGLED.search(proposition) or len(proposition.split()) > _LONGEST:
        return ""
    if found := _ELLIPTIC.match(said):
        return _as_said(clause, found["verb"].lower(), bool(found["no"]))
    if found := _LAST.match(said):
        said = f"{'Not ' if found['no'] else ''}{lowered(found['said'])}"
    if re.search(r"\bincluded?s?\b", proposition) and re.fullmatch(r"in|out", said, re.I):
        said = "Yes" if said.lower() == "in" else "No"
    if (part := re.match(r"Not (.+)$", said)) and f" {part[1].lower()}" in f"{clause.rest.lower()} ":
        said = "No"
    if found := _REPLY.match(said):
        if found["none"] and not re.search(r"\b(?:any|an?)\b", proposition):
            return ""
        whole = affirmed(clause) if found["yes"] else denied(clause)
        return _with(whole, found["rest"].strip(" .")) if whole else ""
    return _repeated(clause, said) or _none_such(clause, said)


def _as_said(clause: Clause, verb: str, no: bool) -> str:
    """What “it did not” says, where its verb is of the kind and time of the clause's."""
    kind = _KINDS.get(verb, verb).replace("does", "do")
    if kind != clause.kind or (verb in _PAST) != clause.past:
        return ""
    return denied(clause) if no else affirmed(clause)


def _with(whole: str, rest: str) -> str:
    if rest.startswith("for ") and " for " not in whole and not re.search(r"[,;]", rest):
        return f"{whole} {rest}"
    if not rest or (_ADDED.match(rest) and finite(rest) is None and "," not in rest.replace(", 20", " 20")):
        return f"{whole} {rest}".strip()
    return f"{whole}; {lowered(rest)}" if sound(raised(rest)) and ";" not in rest else ""


def affirmed(clause: Clause) -> str:
    """That it is so; "" where the question offers a choice or asks for any one of its kind."""
    text = clause.said()
    if re.search(r" or (?!more\b|less\b|not\b)", text) or re.match(r"any\b", clause.subject):
        return ""
    one = re.search(r"\bany (?P<noun>(?!of\b|other\b|one\b|such\b).+)$", text)
    if one and not many(one["noun"]):
        return ""
    return "" if " any " in text and one is None else re.sub(r"\bany (?=\w)", "", text, count=1)


def denied(clause: Clause) -> str:
    """That it is not so; "" where the denial might be of one part only, or the verb has no certain form."""
    if re.search(r"\band\b|\bboth\b|\ball\b|\beach\b|\bevery\b|\balso\b|\bonly\b", clause.said()):
        return ""
    if none := re.match(r"any (?P<of>of )?", clause.subject):
        return (
            f"{'none of' if none['of'] else 'no'} {clause.subject[none.end() :]} {clause.verb}{clause.rest}"
        )
    if clause.subject == "there":
        return f"there {clause.verb}{re.sub('^ (?:an?|any) ', ' no ', clause.rest)}" if clause.rest else ""
    if clause.kind != "do":
        return f"{clause.subject} {clause.verb} not{clause.rest}".replace(" can not", " cannot")
    verb = "have" if clause.verb in _HAVE.split() else plain_form(clause.verb)
    helper = "did" if clause.past else "does" if clause.verb.endswith("s") else "do"
    rest = re.sub(r"^ or ([a-z]+s)\b", lambda m: f" or {plain_form(m[1])}", clause.rest)
    again = any("VVZ" in leans(w) and "NN2" not in leans(w) for w in re.findall(r" or ([a-z]+s)\b", rest))
    return f"{clause.subject} {helper} not {verb}{rest}" if verb and not again else ""


def _repeated(clause: Clause, said: str) -> str:
    """The answer that says the clause's verb again: “Not recast in 2024” of whether the figures were recast."""
    again = re.match(r"(?P<no>[Nn]ot |[Nn]ever )?(?P<done>\w+),?(?: (?P<rest>.+))?$", said, re.S)
    if again and clause.kind == "is" and clause.rest.startswith(f" {again['done'].lower()}"):
        tail = f"{again['done']} {again['rest'] or ''}".strip().lower()
        if clause.rest.strip().lower().startswith(tail):
            return denied(clause) if again["no"] else affirmed(clause)
    main = next((w.low for w in words(clause.said()[len(clause.subject) :]) if w.kind in "VZBEI"), "")
    if (
        again is None
        or not main
        or not (form := plain_form(again["done"].lower()))
        or plain_form(main) != form
    ):
        return ""
    if leans(again["done"].lower()).keys().isdisjoint({"VVD", "VVN"}) or again["done"].lower().endswith(
        "ing"
    ):
        return ""
    rest = again["rest"] or ""
    rest = f"on {rest}" if re.match(rf"(?:{_MONTHS}) \d{{1,2}}\b", rest) else rest
    year = re.search(r" in (?:19|20)\d\d$", clause.rest)
    if year and year.group()[-4:] in rest:
        clause = replace(clause, rest=clause.rest[: year.start()])
    whole = denied(clause) if again["no"] else affirmed(clause)
    further = _FURTHER.match(rest)
    twice = further and any(f" {lead} " in clause.rest for lead in _LEADS if f" {lead} " in f" {rest} ")
    if not whole or (rest and (not further or twice or finite(rest) or "," in clause.rest)):
        return ""
    return f"{whole} {rest}".strip()


_MONTHS = "|".join(MONTHS)
_LEADS = ("by", "in", "on", "at", "for", "with", "under")
_FURTHER = re.compile(
    r"(?:in|on|at|by|for|since|during|as|with|under|to|from|before|after|through|via|within)\b|[a-z]+ly\b"
)
"""What tells more of what was done: when, by whom, for what."""


def _none_such(clause: Clause, said: str) -> str:
    """“No written policy” of whether the company has any policies: what there is not, in the answer's words."""
    none = re.match(r"[Nn]o (?P<noun>[a-z]+(?: [a-z]+){0,3})$", said)
    if none is None:
        return ""
    head = _stem(none["noun"].split()[-1])
    if found := re.match(r"any (?P<noun>[a-z]+)$", clause.subject):
        return denied(clause) if _stem(found["noun"]) == head and " " not in none["noun"] else ""
    found = re.match(
        r" (?:any |an? )?(?P<noun>(?:[a-z-]+ ){0,3}?[a-z]+?)(?= (?:that|which|to|for|on|of|in|with)\b|$)",
        clause.rest,
    )
    owns = clause.verb in {"has", "have", "had", "maintains", "owns", "holds"} or clause.subject == "there"
    if (
        not (owns or clause.rest.startswith(" any "))
        or found is None
        or _stem(found["noun"].split()[-1]) != head
    ):
        return ""
    return f"{clause.subject} {clause.verb} {lowered(said)}{clause.rest[found.end() :]}"


def _stem(noun: str) -> str:
    return re.sub(r"(?:ies|y|es|s)$", "", noun)
