"""What the staff wants done to a filing, whole: the verb with its manner, and the text that is revised."""

from __future__ import annotations

import re

from drafter.drafting.language.asides import closed
from drafter.drafting.language.clauses import SAID_VERB
from drafter.drafting.language.tagging import UNSEEN, leans
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import Voice, turn
from drafter.drafting.planning.plan import Task
from drafter.drafting.sentences.desk import verb_of
from drafter.matters import sentences
from drafter.requests.verbs import VERBS

_MANNER = (
    r"clearly|separately|prominently|expressly|explicitly|affirmatively|specifically|briefly|concisely|fully|"
    r"more clearly|more fully|more prominently|more specifically"
)
_BEFORE = re.compile(rf"\b(?P<how>{_MANNER}) (?P<verb>[a-z]+)\b", re.I)
_AFTER = re.compile(
    rf"^,? ?(?P<how>{_MANNER}|in (?:greater|more|further|additional) detail|in (?:both )?(?:qualitative|quantitative) "
    r"and (?:qualitative|quantitative) terms)(?:,| (?=\w))",
    re.I,
)
"""How it is to be said, between the verb and what is said: “describe in greater detail how ...”."""
_ELSEWHERE = re.compile(
    r"\bhere,? (?:and|as well as) (?:also )?(?:in|under|on) (?P<where>(?:the|your|earnings) [^.;:,]{3,60}?)"
    r"(?<! of)(?<! to)(?<! in)(?<! on)(?<! for)"
    r"(?=,| (?:the|any|all|how|why|whether|that|each|a|an|your|what)\b|[.;:]|$)",
    re.I,
)
"""A second place of the filing: “disclose here and in the Summary the fee”."""


def manner_of(task: Task) -> tuple[str, str]:
    """The adverb that stands before the verb, and the phrase behind it: “separately”, “in greater detail”."""
    text, verb = task.request.text, verb_of(task)
    before = next((m["how"].lower() for m in _BEFORE.finditer(text) if m["verb"].lower() == verb), "")
    after = _AFTER.match(task.request.object)
    how = after["how"].lower() if after else ""
    adverb = how if how.endswith("ly") else ""
    return before or adverb, "" if adverb else how


def done(task: Task, thing: str) -> tuple[str, str]:
    """The verb with its manner, and the thing: ("separately disclose", "the fee")."""
    if (told := _ELSEWHERE.search(task.request.text)) and thing.startswith(told["where"]):
        thing = thing.removeprefix(told["where"]).lstrip(" ,")
    elif told:
        thing = re.sub(
            rf"^(?:here,? )?(?:and|as well as) (?:also )?(?:in|under|on) {re.escape(told['where'])},? ",
            "",
            thing,
        )
    verb, thing = _plain(verb_of(task), _bare(thing), task.request.text)
    verb = f"{_beside(verb, task.request.text)}{verb}"
    verb = f"{verb}," if _OF_EACH_FIRST.match(thing) else verb
    before, after = manner_of(task)
    verb = f"{before} {verb}" if before and not re.search(rf"\b{before}\b", thing) else verb
    return f"{verb} {after}" if after and after not in thing else verb, thing


def _beside(verb: str, text: str) -> str:
    """The staff's other verb of the same object, with its “and”: “recharacterize and substantiate the claim”."""
    found = next((m for m in _PAIR.finditer(text) if m["two"].lower() == verb), None)
    other = found["one"].lower() if found else ""
    return f"{other} {found['or'] or 'and'} " if found and other in VERBS else ""


_PAIR = re.compile(
    r"(?<!\byou )(?<!\bwe )(?<!\bthe )(?<!\byour )\b(?P<one>[a-z]+),? and(?:/(?P<or>or))? (?P<two>\w+)\b",
    re.I,
)
_OF_EACH_FIRST = re.compile(r"(?:for|as to|with respect to) (?:each|both|all|every)\b[^,;]*, (?!and\b|or\b)")
"""For each of what the thing that follows is wanted: “quantify, for each of the banks, the deposits”."""


def _bare(thing: str) -> str:
    """The thing without why the staff wants it, and without “here”."""
    thing = _HERE.sub("", _REASON.sub("", thing))
    thing = _PROMINENT.sub(r"\g<what> with \g<how>", _BROKEN.sub(r"\1 ", thing))
    return f"{thing[:1].lower()}{thing[1:]}" if ASKING.match(thing) else thing


def _plain(verb: str, thing: str, text: str) -> tuple[str, str]:
    """The verb as the company says it of itself: “consider relabeling it” -> “relabel it”."""
    if verb == "be" and (passive := _PASSIVE.match(thing)):
        return passive["verb"], passive["thing"]
    if verb in _REWRITING and thing.startswith("by "):
        verb, thing = "consider", thing.removeprefix("by ")
    if verb == "consider":
        return _considered(thing)
    if told := _AS_FOLLOWS.match(thing):
        return told["verb"], told["thing"]
    if ASKING.match(thing) and verb in {*_REWRITING, "provide", "include", "present"}:
        return "disclose" if verb in {"provide", "include", "present"} else "explain", thing
    if verb == "expand" and _UPON.search(text) and not thing.startswith("upon"):
        return "expand upon", thing
    return verb, thing


_REWRITING = frozenset({"revise", "amend", "update", "modify"})
_PASSIVE = re.compile(
    rf"(?:revised|expanded|amended|enhanced|updated|clarified|modified) to (?P<verb>{SAID_VERB}) (?P<thing>.+)$",
    re.S,
)
_AS_FOLLOWS = re.compile(rf"as follows: (?P<verb>{SAID_VERB}) (?P<thing>.+)$", re.S)
_UPON = re.compile(r"\bexpand (?:up)?on\b", re.I)
_BROKEN = re.compile(r"^([a-z]+ly(?: and [a-z]+ly)?), (?=the\b|any\b|how\b)")
_PROMINENT = re.compile(r"^(?:with )?(?P<how>equal or greater prominence),? (?P<what>the [^,;]+)$")
"""Manners before the thing, with the slips of the staff."""
_HERE = re.compile(
    r" (?:presented |provided |discussed )?here(?:,? (?:and |or |as well as )?(?:in|under|on|elsewhere|throughout|"
    r"where)\b[^;,]*,?)?(?=\.?$| to\b)"
)
_REASON = re.compile(
    r"(?<!\bthat), (?:as|because|since|given that) (?:the|it|its|your|you|this|that|these|we)\b[^;]*$"
)
"""Why the staff wants it, which the company does not say over again."""


def limit_of(task: Task, comment: str, voice: Voice) -> str:
    """Which filings to come the staff speaks of, "" where of all: “that describe the line as committed”."""
    told = next((s for s in sentences(comment) if task.request.text[:40] in s), task.request.text)
    found = _LIMIT.search(told)
    if (other := elsewhere(task.request.text, voice)) and re.search(
        r"\b(?:reports|filings|releases|10-Qs?|8-K(?: disclosure)?)$", other
    ):
        return f", including {other}"
    return f" {closed(turn(found['which'], voice, known=True))}" if found else ""


_LIMIT = re.compile(
    r"\bfuture (?:[a-z]+ )?(?:filings|reports|releases) (?P<which>(?:that|in which|where) (?!clearly\b)[^,.;]+?)"
    rf"(?=[,.;]|$| please\b| to (?:{SAID_VERB})\b)",
    re.I,
)


def of_each(comment: str, voice: Voice) -> str:
    """For each of what the staff wants a list of things: “disclose, for each line with a reserve:”; "" for none."""
    found = _OF_EACH.search(comment)
    return f" {turn(found['which'], voice, known=True)}" if found else ""


_OF_EACH = re.compile(
    rf"\b(?:{SAID_VERB})(?: the following)?,? (?P<which>for (?:each|every|all) [^,:;.•]{{3,80}}?),?:", re.I
)


def elsewhere(text: str, voice: Voice) -> str:
    """The second place that the staff names, "" for none."""
    found = _ELSEWHERE.search(text)
    return turn(found["where"], voice, known=True) if found else ""


def _considered(thing: str) -> tuple[str, str]:
    first, _, rest = thing.partition(" ")
    low = first.lower().replace("-", "")
    stem = low.removesuffix("ing")
    guessed = max((f"{stem}e", stem), key=lambda v: leans(v).get("VVI", UNSEEN)) if stem != low else ""
    if plain := _PLAIN.get(low.replace("ll", "l")) or guessed:
        return plain, rest
    return ("provide" if re.match(r"(?:an?|additional|further|more)\b", thing) else "address"), thing


def _gerund(verb: str) -> str:
    if re.search(r"(?:omit|submit)$", verb):
        return f"{verb}ting"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


_PLAIN = {
    _gerund(v): v
    for v in (
        *SAID_VERB.split("|"),
        "use",
        "move",
        "change",
        "replace",
        "delete",
        "make",
        "relocate",
        "attach",
    )
}
"""The plain form behind a gerund of doing something to the words of a filing."""
_PLAIN.update({_gerund(v).replace("ll", "l"): v for v in ("label", "relabel", "retitle", "call", "tell")})


_REVISES = r"revise|expand|amend|update|modify|enhance|supplement|augment|restructure|reorganize"
_OBJECT = re.compile(
    rf"\b(?:{_REVISES}) (?P<what>(?:your|the) (?:(?! to | not to | in order | so (?:that|it|as) | by )[^.;:])"
    r"{3,110}?),? (?=(?:(?:in order )?(?:not )?to|so that|so it|so as (?:not )?to|by)\b)",
    re.I,
)
_AT_PAGE = re.compile(
    r",? (?:(?:that )?appear\w* )?(?:on|at|beginning on|starting on) (?:the (?:top|bottom) of )?pages? [\w-]+"
    r"(?:(?:,| and|,? and) (?:[A-Z]-)?\d[\d-]*)*| in this section| accordingly\b",
    re.I,
)
_WHOLE = re.compile(
    r"(?:your|the) (?:[a-z-]+ )?(?:disclosures?|filings?|documents?|prospectus|registration statement|"
    r"proxy statement|offer (?:to purchase|document|to exchange)|submission|text|form [\w-]+)"
    r"(?: (?:here|throughout))?",
    re.I,
)
MOST = 16
"""Words of the text that is revised; a longer name says more than which it is."""


def revised_text(task: Task, voice: Voice) -> str:
    """The text of the filing that the staff wants revised, "" where it names none: “your discussion of rents”."""
    found = _OBJECT.search(task.request.text)
    what = _AT_PAGE.sub("", found["what"]).strip(" ,") if found else ""
    if not what or _WHOLE.fullmatch(what) or len(what.split()) > MOST:
        return ""
    return turn(what, voice, known=True)
