"""A fact that nobody vouches for, as a blank proposes it: “amount for fiscal 2024, proposed as $6.1 million (Tax)”."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.days import spelled
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.tagging import words
from drafter.drafting.language.topic import topic
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.pending import is_thing, subject, valued


def put_at(said: str) -> str:
    """The one figure or day that clauses behind a label put the thing at, and who is to confirm it; "" for no such:
    “Rate: tax suggests 24 percent, Ingrid has yet to agree” -> “rate, proposed as 24 percent (Ingrid)”.
    """
    found = _PUT.fullmatch(said.strip(_EDGES))
    figures = [] if found is None else list(_ONE.finditer(found["rest"]))
    if found is None or len(figures) != 1 or not (finite(found["rest"]) and is_thing(found["thing"])):
        return ""
    (figure,) = figures
    led = words(found["rest"][: figure.start()])
    day = figure["day"] and not re.search(r"\b(?:date|day|timing)\b", found["thing"], re.I)
    if day or (led and led[-1].kind not in "ZBVI" and led[-1].low not in {"a", "an", "at"}):
        return ""
    who = next(filter(None, (subject(part) for part in reversed(found["rest"].split(", ")))), "")
    return f"{lowered(found['thing'].strip())}, proposed as {figure[0]}{f' ({who})' if who else ''}"


def proposed_fact(said: str) -> str:
    """The unconfirmed fact with what it is of before it, and behind it who is to confirm it, as far as it says so."""
    text = re.sub(r"\s+(?=,)|,\s*(?=\()|(?<=,)\s*,", lambda m: " " if m[0].startswith(",") else "", said)
    text = re.sub(r"(\$\d[\d.,]*) ?(?:mm?|M)\b", r"\1 million", spelled(text.strip(_EDGES)))
    text = re.sub(r"\s+[-–—]\s+((?:against|with|by|per|from|in) [^()]+)$", r" (\1)", text)
    text = re.sub(r"\s+-\s*(?:date|amount|figure|number)?\s*$", "", text)
    text, who = _owned(re.sub(r"\s*([:;,])(?:\s*[;,])+", r"\1", text))
    return _named(text) + (f" ({raised(who)})" if who else "")


def valued_by(said: str) -> bool:
    """Whether the words say at what somebody puts a figure: “controller thinks 80”."""
    return bool(_OPINION.match(said.strip())) and bool(re.search(r"\d", said))


_EDGES = " -–—,;:."
_PERSON = (
    r"(?:the |our )?(?P<who>(?i:controller|CFO|CEO|COO|CAO|GC|general counsel|treasurer|treasury|finance|tax|"
    r"accounting|legal|HR|IR|internal audit|audit)|[A-Z][a-z]+)"
)
_THINKS = (
    r"(?:thinks?|says?|said|reckons?|guesses|assumes?|believes?|suspects?|seems? to (?:recall|remember)|puts? it at|"
    r"has it at)(?: that)?(?: (?:it is|it's|it was))?"
)
_OPINION = re.compile(rf"{_PERSON} {_THINKS},? ")
_WHOSE = tuple(
    re.compile(p)
    for p in (
        rf"^(?P<before>[^()]{{3,80}}) \({_PERSON} {_THINKS},? (?P<fact>[^()]*\d[^()]*)\)$",
        rf"^(?P<before>(?:[^:;]{{2,60}}[:,] ?)?){_PERSON} {_THINKS},? (?P<fact>.+)$",
        rf"^(?P<before>)(?P<fact>.+?),? {_PERSON} (?:thinks?|reckons?|believes?|guesses)$",
    )
)
"""Who thinks so: he is the one to ask."""


def _owned(text: str) -> tuple[str, str]:
    for form in _WHOSE:
        if found := form.match(text):
            joint = ": " if found["before"] and found["before"][-1].isalnum() else ""
            named = re.sub(r"( is| was),(?= )", r"\1", f"{found['before']}{joint}{found['fact']}")
            return named.strip(_EDGES), found["who"]
    return text, ""


_PUT = re.compile(r"(?P<thing>[^:;,$\d]{3,60})(?::|,(?= [$€£]?\d)) (?P<rest>[^:;]+)")
_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},"
_PERIOD = r"(?:the )?(?:fiscal (?:year )?|(?:first|second|third|fourth) quarter of (?:fiscal )?)?20\d\d"
_ONE = re.compile(
    rf"(?P<day>{_DAY} 20\d\d)|(?:\b(?:about|approximately|[a-z]+ed) )?"
    r"(?:[$€£] ?\d[\d,.]*\d?(?: (?:million|billion))?|"
    r"\b\d[\d,.]*(?: ?%| (?:percent|million|billion|basis points|years|months|days)\b))"
    r"(?! (?!(?:is|but|and|or|for|in|per)\b)[a-z])"
)
"""A day or a figure with its unit, with no noun behind it."""
_OF_PERIOD = re.compile(rf"^(?P<when>{_PERIOD})(?:: ?| )(?P<figure>(?=[^:]*\d).+)$", re.I)
_LABELLED = re.compile(
    rf"^(?P<thing>(?:(?!\b(?:thinks?|says?|believes?|that|which)\b)[^:;$\d]){{3,60}}(?:(?:{_DAY} )?(?:19|20)\d\d)?)"
    r"(?::| (?:is|are|was|were)) (?P<figure>(?=.*\d).+)$"
)
_FIGURE = re.compile(
    r"^(?:a |an )?(?:about |net |roughly |approximately |some |[a-z]+(?:able|ed|ve) ){0,3}\$?\d"
)


_APPOSED = re.compile(r"(?P<thing>[^:;,$€£\d]{3,60}?) (?P<figure>[$€£]?\d[^:;,]*)")
"""A figure straight behind its name: “break-even discount rate 15 percent”."""


def _named(text: str) -> str:
    """The figure behind the name of what it is, with what else is said of it; else the text's own words."""
    if (found := _OF_PERIOD.match(text)) and _FIGURE.match(found["figure"].lower()):
        return f"amount for {lowered(found['when'])}, proposed as {lowered(found['figure'])}"
    if (found := _LABELLED.match(text)) and _FIGURE.match(found["figure"].lower()):
        thing = re.sub(
            r"(?<=[a-z])(?<! in)(?<! for)(?<! of)(?<!fiscal)(?= (?:fiscal )?20\d\d$)", " in", found["thing"]
        )
        figure, _, more = found["figure"].partition(", ")
        if finite(figure):
            return lowered(text)
        said_of = f" ({subject(more) or more})" if finite(more) else f", {more}" if more else ""
        return f"{lowered(thing)}, proposed as {figure}{said_of}"
    found = _APPOSED.fullmatch(text)
    if found and names_thing(found["thing"]) and valued(found["figure"]) and not finite(found["figure"]):
        return f"{lowered(found['thing'])}, proposed as {found['figure']}"
    return lowered(text)


def to_confirm(fact: str, asked: str = "") -> str:
    """The proposed fact as what a blank wants, with who is to confirm it; a bare figure is one of what is `asked`."""
    if (bare := _BARE.fullmatch(fact)) and (thing := topic(asked).removeprefix("the ")):
        fact = f"{thing} {bare['when']}, proposed as {bare['figure']}{bare['by'] or ''}"
    if by := _BY.fullmatch(fact):
        return f"{by['fact']}, to be confirmed {by['by']}"
    return fact if _SAYS_SO.search(fact) else f"{fact}, to be confirmed"


_BARE = re.compile(
    rf"(?P<figure>[$€£]?\d[^,;:()]*?),? (?P<when>(?:for|in|at) {_PERIOD})(?P<by> \([^()]*\))?", re.I
)
_BY = re.compile(r"(?P<fact>.+) \((?P<by>(?:by|with|against) [^()]+)\)")
_SAYS_SO = re.compile(
    r"^(?:no|none|nothing)\b|\b(?:confirm|unconfirmed|check|verify|sign(?:ed)?[ -]off|subject to)\b", re.I
)
"""What says that a figure is to be confirmed, or that there is none."""
