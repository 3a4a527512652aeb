"""Defined terms, and who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.review.reviewed import Mark, Reviewed, excerpt

DEFINED = re.compile(
    r"\([^()“\"]{0,60}?[“\"](?:the )?(?P<term>[A-Z][^“”\"]{1,50}?)[,.]?[”\"]"
    r"(?:[^()]{0,60}[“\"](?:the )?(?P<also>[A-Z][^“”\"]{1,40}?)[,.]?[”\"])*[^()]{0,60}\)"
)
"""A definition. Examples: "(the “Company”)", "(“Form 10-K”)". Not: "“gross margin”"."""

SPOKEN_FOR = ("Company", "Staff", "Registrant", "Partnership", "Commission")
"""Terms that letters use throughout and that want one definition."""

LONG_FORM = {
    "Staff": re.compile(
        r"\bstaff of the\b|\bthe staff\b[^.]{0,40}\b(?:of|division)\b|\bDivision of Corporation Finance\b",
        re.I,
    ),
    "Commission": re.compile(r"\bSecurities and Exchange Commission\b", re.I),
}
NAMED = re.compile(
    r"\bthe (?P<term>(?:(?:19|20)\d\d |Original |First |Second |Third |Initial |Amended )?"
    r"(?:Comment Letter|Staff Letter|Response Letter|Prior Response|Subject Filing|Filing|Credit Agreement"
    r"|Merger Agreement"
    r"|Registration Statement|Draft Registration Statement|Proxy Statement|Prospectus|Annual Report|Plan"
    r"|Transaction|Merger|Offering|Notes))"
    r"(?=[\s.,;:’'])(?! (?:on|of|to|No)\b)"
)
WE = re.compile(r"\b(?:we|our|us|ours)\b(?! (?:letter|responses?)\b)", re.I)
IT = re.compile(r"\b[Tt]he (?:Company|Registrant|Partnership)\b(?![’']s (?:Form|Annual|Quarterly|proxy))")
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
DEFINES_WE = re.compile(r"[“\"](?:we|us|our)[,.]?[”\"]", re.I)
MINOR = 0.2
"""Below this share of the words, the other person is a slip and no habit."""


def _definitions(reviewed: Reviewed) -> list[tuple[str, int]]:
    told = {i for r in reviewed.replies for i in r.block}
    roles = zip(reviewed.draft.letter.lines, reviewed.draft.roles, strict=True)
    return [
        (term, i)
        for i, (line, role) in enumerate(roles)
        if i not in told and role.value in ("opening", "response", "closing", "unread")
        for m in DEFINED.finditer(line.text)
        for term in filter(None, (m["term"].strip(), (m["also"] or "").strip()))
    ]


def twice(reviewed: Reviewed) -> Iterator[Mark]:
    """Terms defined more than once."""
    found = _definitions(reviewed)
    counted = Counter(term for term, _ in found)
    for term, times in counted.items():
        if times > 1:
            last = [i for t, i in found if t == term][-1]
            yield Mark(
                f"“{term}” is defined {times} times. Define it once and use it.",
                span=(last, last + 1),
                evidence=excerpt(reviewed.draft.letter.lines[last].text),
            )


def undefined(reviewed: Reviewed) -> Iterator[Mark]:
    """Terms used and not defined."""
    defined = {t.lower() for t, _ in _definitions(reviewed)}
    spoken = "\n".join(s.text for s in reviewed.spoken)
    for term in SPOKEN_FOR:
        used = re.search(rf"\bthe {term}\b", spoken)
        explained = term.lower() in defined or (term in LONG_FORM and LONG_FORM[term].search(reviewed.text))
        if used and not explained and not re.search(rf"[“\"](?:the )?{term}\b", reviewed.text):
            yield Mark(
                f"“The {term}” is used and not defined. Define it at its first use.", evidence=f"the {term}"
            )
    for term in dict.fromkeys(m["term"] for m in NAMED.finditer(QUOTED.sub(" ", spoken))):
        if (
            not any(term.lower() in d or d in term.lower() for d in defined)
            and f"“{term}”" not in reviewed.text
        ):
            yield Mark(f"“The {term}” is used as a term and not defined.", evidence=f"the {term}")


def person(reviewed: Reviewed) -> Iterator[Mark]:
    """“We” among “the Company”, or the other way about."""
    if DEFINES_WE.search(reviewed.text):
        return
    ours = [s for s in reviewed.spoken if WE.search(QUOTED.sub(" ", s.text))]
    its = [s for s in reviewed.spoken if IT.search(QUOTED.sub(" ", s.text))]
    fewer, more = sorted((ours, its), key=len)
    if not fewer or len(fewer) > MINOR * (len(fewer) + len(more)):
        return
    other = "“the Company”" if fewer is ours else "“we”"
    for said in fewer[:3]:
        yield Mark.at(said, f"The letter speaks as {other} and otherwise here. Keep one person throughout.")
