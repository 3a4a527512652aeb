"""What a note says is to be done in a filing to come, without a verb or without who does it, as a promise."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import DETERMINED, Setting, many
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import heads_many, leans, rather, words
from drafter.drafting.language.verbs import finite

_TO_COME = re.compile(
    r"(?P<thing>(?:[A-Z][a-z-]*(?: [a-z-]+){0,2}? )?(?:[Tt]able|[Rr]ollforward|[Rr]econciliation|[Bb]reakdown|"
    r"[Ss]chedule|[Ss]ensitivity|[Cc]hart|[Ll]anguage|[Dd]isclosure|[Ss]plit)s?(?: (?:by|of|for) [a-z -]+?)?),? "
    r"(?:from|beginning with|starting with) "
    r"(?P<filing>(?:the|our|its) (?:next )?(?:Form|annual|quarterly|proxy|20).*)$",
    re.S,
)
"""What a filing to come will have: “Table by property type from the Form 10-Q for ...”."""


def indefinite(thing: str) -> str:
    """The thing that a filing is to have: “Maturity table” -> “a maturity table”."""
    small = lowered(thing)
    if (
        DETERMINED.match(small)
        or re.match(r"\W|\d|both|new [a-z]+s\b", small)
        or " and " in small
        or ", " in small
    ):
        return small
    if (
        many(thing)
        or heads_many(thing)
        or re.search(
            r"\b(?:language|disclosure|wording|text|discussion)\b(?! (?:table|sentence|paragraph|page))",
            small,
        )
    ):
        return small
    return f"{'an' if small[0] in 'aeiou' else 'a'} {small}"


_FILING = (
    r"(?P<filing>(?:the |our |its )?(?:next |coming |following |first quarter |second quarter |third quarter |"
    r"fiscal 20\d\d |"
    r"20\d\d |next year['’]s |earnings |annual |quarterly |January |February |March |April |May |June |July |"
    r"August |September |"
    r"October |November |December )*(?:Form (?:10-[KQ]|20-F|40-F|6-K)|report|proxy(?: statement| materials)?|"
    r"release|filing|amendment|Amendment No\. \d)\b(?P<of>(?:[^,;:$]|, (?=20\d\d)){0,60})?)"
)
_TO_BE_IN = re.compile(
    rf"(?P<thing>[A-Z\d\"“][^;:$]{{2,110}}?),? (?P<lead>from|beginning with|beginning in|beginning|"
    rf"starting with|starting in|"
    rf"starting from|in|with)? ?{_FILING}(?P<rest>, (?:with|but|as|not) [^;:]+)?$"
)
"""A thing and the filing to come that is to have it: “One sentence in Note 8 beginning with the next Form 10-Q”."""
_COMING = re.compile(r"\b(?:next|coming)\b")
_FROM = re.compile(r"from|beginning|starting")
_DEED_OF = re.compile(
    r"(?P<deed>Correction|Removal|Deletion|Revision|Addition|Expansion|Clarification) (?:of|to) (?P<what>.+)$"
)
_DEEDS = {
    "Correction": "correct", "Removal": "remove", "Deletion": "delete", "Revision": "revise", "Addition": "add",
    "Expansion": "expand", "Clarification": "clarify",
}  # fmt: skip
_AMENDING = re.compile(
    r"(?:Form )?(?P<form>10-[KQ]/A) (?P<when>(?:within|by) .+)$|Amendment to (?P<what>.+?,? (?:within|by) .+)$"
)
LONGEST = 16
"""Words of a thing that a filing is to have."""


def _of_a_filing(text: str) -> str:
    """The promise of a thing in a filing to come; "" where the filing may have been made or more is said of it."""
    if amending := _AMENDING.match(text):
        what = (
            f"on Form {amending['form']} {amending['when']}" if amending["form"] else f"to {amending['what']}"
        )
        return f"The Company will file an amendment {what}"
    found = _TO_BE_IN.match(text)
    if found is None or finite(text) or len(found["thing"].split()) > LONGEST:
        return ""
    lead, thing = found["lead"] or "", found["thing"].rstrip(" ,")
    if not (_COMING.search(found["filing"]) or _FROM.match(lead)) or not _names_thing(thing):
        return ""
    filing = (
        found["filing"]
        if re.match(r"the |our |its |next year", found["filing"])
        else f"the {found['filing']}"
    )
    where = f", beginning with {filing}" if _FROM.match(lead) else f" in {filing}"
    if deed := _DEED_OF.match(thing):
        return f"The Company will {_DEEDS[deed['deed']]} {deed['what']}{where}{found['rest'] or ''}"
    return f"The Company will include {indefinite(thing)}{where}{found['rest'] or ''}"


_NO_THING = re.compile(
    r"(?:same|see|per|as|not|only|also|agreed|yes|no|none|nothing|fixed|in|on|at|by|for|from|with|it|this|"
    r"that|they|out|"
    r"exhibits?|pages?|notes?|items?|forms?|disclosed|filed|added|included|removed|exception|next|will|to|"
    r"amendment)\b",
    re.I,
)


def _names_thing(thing: str) -> bool:
    """Whether the words name one thing or several, with nothing done to them."""
    kinds = "".join(w.kind for w in words(thing))
    if re.search(r"\bto\b", thing):
        return False
    return (
        not _NO_THING.match(thing) and not re.match("[pUCWtRGEVBIA]", kinds) and not re.search("[AZB]", kinds)
    )


_FROM_WHEN = re.compile(
    r"(?P<verb>[A-Z][a-z]+) (?P<rest>(?:in|from|with|by|beginning|starting) .*(?:Q[1-4]|quarter|Form|prox(?:y|ies)|"
    r"release|filings?|20\d\d)\b.*)$",
    re.S,
)
"""A deed and the filing it falls due in: “Fix in the next proxy”."""


def in_a_filing(text: str) -> str:
    """The whole text as the promise of a thing in a filing to come; "" for anything else."""
    if (table := _TO_COME.match(text)) and not finite(text):
        return f"The Company will provide {indefinite(table['thing'])}, beginning with {table['filing']}"
    return _of_a_filing(text)


def promised(text: str, _: Setting, __: str) -> str:
    """What counsel says is to be done in a filing to come, as the company's promise; "" for anything else."""
    if in_filing := in_a_filing(text):
        return in_filing
    if re.match(r"Exhibit \d+\.\d+ (?:to|with) ", text) and not finite(text):
        return f"It will be filed as {text}"
    found = _FROM_WHEN.match(text)
    plain = found["verb"].lower() if found else ""
    if found is None or finite(text) or rather(plain, "VVI", "NN1") < 0 or "VVI" not in leans(plain):
        return ""
    return f"The Company will {plain} this {found['rest']}"
