"""What stands under a label that names a thing, where no figure stands alone: what it is or consists of."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.drafting.language.articles import (
    DETERMINED,
    Setting,
    article,
    is_common,
    many,
    small,
    subject_of,
)
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.tagging import words
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.fragments import completed

Clauses = Callable[[str, Setting], str]
"""What makes the clauses of a text whole."""

_DESCRIBING = re.compile(
    r"\b(?:terms|assumptions|inputs|factors|reasons|components|drivers|criteria|steps|changes|measures|elements|"
    r"indicators|amounts|figures|values|names|members|locations|dates|conditions|uses|causes|items|products|services|"
    r"customers|segments|triggers|features|duties|roles|controls|procedures|peers|information|evidence|factor)\b",
    re.I,
)
"""What a list under a label spells out."""
_PROVIDING = re.compile(
    r"\b(?:charter|agreement|lease|contract|policy|plan|bylaws|indenture|code|rule|section [\d.]+)s?$", re.I
)
_ARRANGED = re.compile(r"\b(?:program|arrangement|facilit(?:y|ie)|scheme|undertaking|covenant)s?$", re.I)
"""Under what something holds that says so of itself."""
_CONSISTING = re.compile(
    r"\b(?:package|report|deck|portfolio|board|committee|team|group|consideration|compensation|award|network|fleet|"
    r"pipeline|book|binder|pack|materials|table|plan)$",
    re.I,
)
_SHORT = 7
"""Words that a label can have for its predicate without a colon."""
MOST_PLAIN = 2
"""Words that a package or a board can simply be."""
_DEFINES = re.compile(
    r"(?:anyone|any|the number|those|all|each|every|an?(?! (?:third|half|quarter|fifth)\b)|"
    r"users|customers|patients|members) ",
    re.I,
)
_FORMULA = re.compile(
    r"[a-z)] (?:divided by|multiplied by|as a (?:percentage|percent|share|multiple) of) |^(\w+s) .* over \1\b"
)
"""How a measure is calculated."""
_SHARE = re.compile(r"\d[\d.]*(?:%| percent) [a-z]+$")
"""A percentage as a label, of which the words under it are the basis: “71% retention: subscription data”."""
_PAID = re.compile(r"\b(?:bonus|bonuses|incentives?|pay|payout|award|PSUs|earn-?out)$", re.I)
_LAST = {"matures": "maturity", "due": "maturity", "expires": "expiry", "ends": "an end"}
_ONE_THING = re.compile(
    r"^(?:the )?(?:cause|reason|driver|purpose|basis|source|trigger|method|approach|outcome|status|main driver|"
    r"main reason|root cause|(?:new |old |other )?(?:metric|measure))$",
    re.I,
)
"""A label of one thing, which is what stands under it."""
_OFFICE = re.compile(
    r"\b(?:CISO|CEO|CFO|officer|director|auditor|appraiser|specialist|chair|QP|qualified person)$", re.I
)


def names_person(label: str) -> bool:
    """Whether the label names an office: not “option awards for the chief executive officer”."""
    return bool(_OFFICE.search(re.split(r" (?:for|of|to|by|from|with) ", label)[0]))


def described(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label and what is said under it, where neither figure nor date stands alone."""
    subject, be = subject_of(label, setting), "are" if many(label) else "is"
    if _FORMULA.search(rest):
        return f"{subject} {be} {lowered(rest)}"
    if _SHARE.match(label):
        return f"{subject} figure is based on {lowered(rest)}"
    if _DEFINES.match(rest) and be == "is" and re.search(r"\b[Dd]efin", setting.comment):
        return f"{re.sub('^the (?=[aeiou])', 'an ', subject).replace('the ', 'a ', 1)} means {lowered(rest)}"
    if said := "" if finite(rest) else _stated(label, rest, setting):
        return f"{subject} {said}"
    head, _, more = rest.partition("; ")
    if more and _ONE_THING.search(label) and not finite(head):
        return f"{subject} {be} {lowered(head)}; {lowered(clauses(more, setting))}"
    if tail := _TAIL.match(rest):
        return f"{subject} {be} {tail['head']}, with {_LAST[tail['verb']]} on {tail['day']}"
    return _clause_under(label, rest, setting, clauses)


def _stated(label: str, rest: str, setting: Setting) -> str:
    """What is said of the label in words without a verb; "" where they are more than that."""
    return _valued(label, rest, setting) or _predicate(label, rest, setting) or _done(label, rest, setting)


def _valued(label: str, rest: str, setting: Setting) -> str:
    """How what the label names was arrived at: “Trade name: relief-from-royalty method”; "" for anything else."""
    rest = _AT_FIGURE.sub(r", using a \g<of> of ", rest)
    if not _METHOD.fullmatch(rest) or _METHOD.fullmatch(label) or _ONE_THING.search(label):
        return ""
    valued = "valued" if re.search(r"\bvalu", setting.comment) else "determined"
    return f"{'were' if many(label) else 'was'} {valued} by the {lowered(rest).removeprefix('the ')}"


def _done(label: str, rest: str, setting: Setting) -> str:
    """What is or was done to what the label names: “Consent: taken from the parent”; "" for anything else."""
    done = is_common(label, setting) and bool(words(rest)) and words(rest)[0].kind == "E"
    whole = completed(f"{label} {rest}") if done else ""
    return whole.removeprefix(label).strip() if whole.startswith(label) else ""


def _predicate(label: str, rest: str, setting: Setting) -> str:
    """What the label is, is based on or consists of; "" where the words under it are more than that."""
    several = many(label)
    be = "are" if several else "is"
    short = not re.search("[,;]", rest) and len(rest.split()) <= _SHORT
    if rest.startswith("only ") and len(rest.split()) > MOST_PLAIN:
        return f"{'consist' if several else 'consists'} only of {rest[5:]}"
    if names_person(label) and re.match(
        r"(?:(?:Mr|Ms|Mrs|Dr)\. )?[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+\b", rest
    ):
        return f"{be} {re.sub(r', (?=(?:employee|officer|director|consultant)$)', ', an ', rest)}"
    if _PAID.search(label) and not re.search(r"\d", rest):
        return f"{be} based on {lowered(rest)}"
    if _ONE_THING.search(label):
        return f"{be} {lowered(rest)}"
    if _DEFINES.match(rest) or re.fullmatch('[“"][^“”"]+[”"]', rest):
        return f"{be} {lowered(rest)}"
    if _CONSISTING.search(label) and len(rest.split()) > MOST_PLAIN:
        return f"{'consist' if several else 'consists'} of {lowered(rest)}"
    if short and _can_be(rest):
        return f"{be} {small(rest, setting)}"
    return f"has the following background: {rest}" if names_person(label) else ""


_METHOD = re.compile(r"(?!no )[^,;:]{3,60}\b(?:method|approach|model|technique)(?:, using a [^,;:]+)?")
_AT_FIGURE = re.compile(
    r"(?:(?<=method)|(?<=approach)|(?<=model)), (?P<of>[a-z]+ (?:rate|factor|margin|multiple))(?: of)? (?=\d)"
)


def _can_be(rest: str) -> bool:
    """Whether a thing can be what the words name or how they say it is dealt with: not “various from 2028”."""
    first = words(rest)[:1]
    if (
        re.match(r"(?:no|open|used|all|each|only|said|(?:an?|one) (?:third|half|quarter|fifth))\b", rest)
        or not first
    ):
        return False
    if re.fullmatch(r"[a-z-]+", rest):
        return True
    return bool(
        names_thing(rest)
        or first[0].kind in "#VEK"
        or rest[:1] in '“"$'
        or _IS_DAY.match(rest)
        or _NAMES_ONE.match(rest)
    )


_IS_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?"
    r"(?:,? \d{4})?$"
)
_NAMES_ONE = re.compile(r"(?:[Tt]he|[Aa]n?|our|its) [a-z]")


def _clause_under(label: str, rest: str, setting: Setting, clauses: Clauses) -> str:
    """A label with a clause under it, or with what it provides for or spells out."""
    subject, several = subject_of(label, setting), many(label)
    if re.match(r"[$€£]\d|[\d.]+ ?(?:%|percent\b)", rest) and not is_clause(rest.split(", ")[0]):
        return ""
    if _DESCRIBING.search(label) and re.search(r"[,;] ", rest) and not finite(re.split("[,;] ", rest)[0]):
        be = "are" if several else "is"
        return f"the {subject.removeprefix('the ')} {be} as follows: {_parted(inside(rest, setting))}"
    whole = clauses(rest, setting)
    providing = _PROVIDING.search(label)
    if is_clause(re.split(r"[,;] ", whole)[0]) and not (providing and not finite(rest)):
        return _for(label, rest, whole, setting)
    if providing:
        parts = [p for p in whole.split("; ") if not finite(p)]
        whole = whole if len(parts) < whole.count("; ") + 1 else " and ".join(parts)
        return f"{subject} {'provide' if several else 'provides'} for {lowered(article(whole, setting))}"
    if _DESCRIBING.search(label) or several:
        return f"{subject} {'are' if several else 'is'} as follows: {inside(rest, setting)}"
    return ""


FEWEST = 3
"""Terms that are parted by semicolons."""


def _parted(rest: str) -> str:
    """Terms that commas part, parted as a letter does it; what has semicolons, or fewer, as it stands."""
    terms = re.split(r", (?:and )?(?!(?:19|20)\d\d\b|which\b|who\b|with\b|or\b)(?![^(]*\))", rest)
    if ";" in rest or len(terms) < FEWEST:
        return rest
    return f"{'; '.join(terms[:-1])}; and {terms[-1]}"


def _for(label: str, rest: str, whole: str, setting: Setting) -> str:
    """A clause with the thing of which it holds before it; what is quoted or denied of the thing is said of it."""
    about = _about(label, setting)
    named = about[:1].isupper() and not label.isupper()
    thing = about if named or DETERMINED.match(about) else subject_of(raised(about), setting)
    if rest[:1] in '“"':
        return f"{thing} {'are' if many(label) else 'is'} as follows: {rest}"
    if _SUPPLIED.match(whole) and not _SUPPLIED.match(rest):
        return ""
    if not finite(rest) and completed(raised(rest)) and not whole.lower().startswith("there"):
        return ""
    if re.match(r"[Tt]here (?:is|are|was|were) no [a-z -]+$", whole):
        return f"{whole} for {thing}"
    if re.match(r"No [a-z]", label):
        return f"there is {lowered(label)}, as {inside(whole, setting)}"
    head = re.split(r" (?:of|with|for|to) ", label)[0]
    if not named and (_PROVIDING.search(head) or _ARRANGED.search(head)):
        return f"under {thing}, {inside(whole, setting)}"
    return (
        f"{'with respect to' if re.match('the |page ', thing) else 'for'} {thing}, {inside(whole, setting)}"
    )


_SUPPLIED = re.compile(
    r"(?:this|it|they|the amounts?|the figures?) (?:is|are|was|were|has|have|does|represented)\b", re.I
)
"""A subject that the words under a label lack."""


def inside(whole: str, setting: Setting) -> str:
    """The clause as it stands behind other words: with a small letter, unless a name begins it."""
    return lowered(whole) if DETERMINED.match(whole) or is_common(whole, setting) else whole


def _about(label: str, setting: Setting) -> str:
    """The label with a small letter, unless it is a name."""
    words = re.fullmatch(r"(?:[A-Z][\w&.]*|[\w-]+) [a-z][\w '-]*", label)
    if is_common(label, setting):
        return small(label, setting)
    known = re.search(rf"[a-z,] {re.escape(label.split()[0])}\b", setting.admitted)
    return lowered(label) if words and not known else label


_TAIL = re.compile(r"(?P<head>[^,;]{2,40}), (?P<verb>matures|expires|due|ends) (?:on )?(?P<day>[A-Z].*)$")
"""“SOFR plus 7.25%, matures March 14, 2029”."""
