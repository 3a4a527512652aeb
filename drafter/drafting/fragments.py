"""Notes without a verb of their own made into sentences: “Permit granted in March”, “1,140 customers”."""

from __future__ import annotations

import re

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|cannot|could|may|might|must|shall|should|"
    r"exists?|came|became|began|took|gave|grew|rose|fell|went|ran|lost|won|left|sent|spent|drew|led|saw|wrote|closed|opened|increased|decreased|declined|remained|exceeded|owns|"
    r"holds|sets|uses|shows|gives|covers|excludes|includes|requires|provides|contains|applies|relies)\b"
    r"|\b[a-z]{2,}[a-rt-z]s (?!(?:for|and|of|under|from|in|at|to|by|or|on|with|as|per|than|that|which|not|[a-z]+ed)\b)"
    r"[a-z$\d(]"
)
"""A verb in a form that can carry a sentence; of a word in -s, one that an object follows."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IRREGULAR = (
    "made|held|given|sold|paid|frozen|kept|built|found|met|taken|drawn|shown|sent|bought|told|sworn|written"
)
_ACTIVE = frozenset(
    str.split(
        "increased decreased declined occurred remained exceeded resulted agreed represented totaled consisted ended "
        "expired continued changed moved entered opened closed followed contracted improved related depended grew "
        "appeared happened arrived proceeded succeeded failed belonged existed voted dropped worked served stayed "
        "attributed need needed based compared weighted unaudited limited combined adjusted restricted "
        "accelerated accounted accrued amounted appealed attained averaged climbed commenced competed complied "
        "comprised converged crossed departed deteriorated differed dipped doubled eased emerged equaled equalled "
        "evolved fluctuated halved intensified jumped lagged lapsed lasted launched matured merged migrated missed "
        "narrowed normalized operated originated outpaced passed peaked persisted plateaued plunged "
        "ranged reached rebounded recovered relocated reopened resigned responded resumed retired returned reverted "
        "shifted slipped slowed soared softened stabilized stalled started stopped strengthened surged tightened "
        "topped totalled traded trailed transitioned tripled varied vested weakened widened"
    )
)
"""Participles that say what a thing does, or that belong to its name."""
_AGENT = re.compile(
    r"\b(?:company|corporation|partnership|registrant|board|committee|auditors?|management|team|we|they|it|CEO|CFO|"
    r"CODM|controller|counsel|directors|staff|who|customers|merchants|tenants|banks?)$",
    re.I,
)
_WHOLE = re.compile(
    r"(?:The|An?|Each|Every|All|Both|This|That|These|Those|Its|Our|Their|Some|Most|Many|Any)\b"
)
"""How a sentence begins: whoever writes the article does not leave the verb out."""
_FOLLOWING = (
    "by|on|in|at|from|since|under|to|within|before|after|as|each|every|with|through|throughout|for|only|centrally|"
    f"separately|annually|quarterly|monthly|effective|{_MONTHS}"
)
_PASSIVE = re.compile(
    rf"^(?P<thing>(?:[A-Z]|\d)[\w'’&(),./%$-]*(?: [\w'’&()./%$-]+){{0,7}}?) (?P<not>not |never )?"
    rf"(?P<done>[a-z]{{2,}}ed|{_IRREGULAR})"
    rf"(?P<rest>(?: (?:up|on|out|off))?(?: (?:{_FOLLOWING}|\d{{1,2}} (?:{_MONTHS})|(?:19|20)\d\d)\b.*|[.;:,].*|))$",
    re.S,
)
_STANDING = re.compile(
    r"(?:tracked|insured|secured|reserved|segregated|required|commingled|monitored|maintained|located|owned|held)$"
)
"""What holds now rather than happened once."""
_HABIT = re.compile(r"\b(?:each|every|always|annually|quarterly|monthly|weekly|centrally)\b")
_TO_BE = re.compile(r"^(?P<thing>[^.,;:]{2,80}?) to be (?P<done>[a-z]+(?:ed|en|ade|eld|ent|old)\b.*)$", re.S)
_COUNT = re.compile(
    r"^(?P<about>(?:about|approximately|some|over|nearly) )?(?P<count>\d[\d,]*) (?!(?:million|billion|percent|thousand|"
    r"basis|times|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?P<thing>[a-z][^.;,$%:]*)$",
    re.I,
)
_POLICY = re.compile(
    r"^(?P<noun>[A-Z][a-z'’ -]+?) (?P<figure>\$?\d[\d.,]*(?: million| billion| percent|%)?), (?P<rest>(?:excludes|"
    r"includes|covers|expires|matures|bears|runs|is|was)\b.*)$"
)


_QUALITY = re.compile(
    r"^(?P<thing>(?!.*\b(?:is|are|was|were|be|been)\b)[^.;:,]{2,60}?)(?P<rest> (?:not |still )?"
    r"(?:probable|possible|material|available|known|required|significant|estimable|remote|public|applicable|current|unchanged|immaterial|confidential)"
    r"(?: (?:to|in|at|for|from|until|under|before)\b.*)?)$"
)


_BY_METHOD = re.compile(
    r"^(?P<thing>[A-Z][\w'’ -]{2,40}?) by (?P<method>(?:discounted|market|income|cost|option|reference|the|an?|Black|"
    r"Monte|relative|third|independent|actuar|quoted)\b.*)$",
    re.S,
)
"""“Fair value by discounted cash flow”."""


def completed(text: str, plural: bool) -> str:
    """The fragment as a sentence with a verb; "" where it has one or is of no known shape.

    `plural` says whether the noun it begins with is in the plural.
    """
    text = text.rstrip(" .")
    if count := _COUNT.match(text):
        return f"There {'is' if count['count'] == '1' else 'are'} {_small(text)}"
    if re.match(r"\d[\d.]* ?(?:percent|%) (?:within|in|at|over|under|after|before|through)\b", text):
        return f"The portion is {text}"
    if policy := _POLICY.match(text):
        return f"The {_small(policy['noun'])} is {policy['figure']} and {policy['rest']}"
    text = re.sub(r", no (?=[a-z][a-z -]*$)", " with no ", text)
    if (by := _BY_METHOD.match(text)) and not passive_subject(text):
        said = not FINITE.search(by["thing"])
        return f"{by['thing']} {'are' if plural else 'is'} determined by {by['method']}" if said else ""
    due = _TO_BE.match(text)
    if (quality := _QUALITY.match(text)) and not FINITE.search(quality.group(0)):
        return f"{quality['thing']} {'are' if plural else 'is'}{quality['rest']}"
    if due and not FINITE.search(due["thing"]):
        return f"{due['thing']} will be {due['done']}"
    return _passive(text, plural)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def passive_subject(text: str) -> str:
    """What a passive fragment is about: “Permit” of “Permit granted in March”; "" where it is none."""
    found = _PASSIVE.match(text)
    if found is None or found["done"] in _ACTIVE or FINITE.search(found["thing"]) or _WHOLE.match(text):
        return ""
    if FINITE.search(re.split(r"[;,.]", found["rest"])[0]):
        return ""
    return "" if _AGENT.search(found["thing"]) else found["thing"]


def _passive(text: str, plural: bool) -> str:
    found = _PASSIVE.match(text)
    if found is None or not passive_subject(text):
        return ""
    if re.search(r"\bsince\b", found["rest"]):
        be = "have been" if plural else "has been"
    elif _STANDING.search(found["done"]) or _HABIT.search(found["rest"]):
        be = "are" if plural else "is"
    else:
        be = "were" if plural else "was"
    first, _, second = be.partition(" ")
    denied = f" {found['not'].strip()}" if found["not"] else ""
    rest = re.sub(rf"^ (?=(?:{_MONTHS}) \d)", " on ", found["rest"])
    return f"{found['thing']} {first}{denied}{f' {second}' if second else ''} {found['done']}{rest}"


def listed(rest: str) -> str:
    """Names and figures after a colon with their marks: “office $2 million, hotel $1 million” -> “office, ...”."""
    parts = [
        re.match(r"(?:and )?(?P<name>[A-Za-z][^$\d]*?) (?P<figure>\$?\d[^,;]*)$", p) for p in _parts(rest)
    ]
    found = [p for p in parts if p]
    if len(found) < 2 or len(found) < len(parts):
        return ""
    return "; ".join(f"{p['name'].rstrip(',: ')}, {p['figure']}" for p in found)


_PER_PERIOD = re.compile(
    r"(?:and )?(?P<figure>\$?\d[\d.,]*(?: million| billion| percent|%)?)(?: (?:for|in|at))? "
    r"(?P<when>(?:fiscal |the )?(?:[a-z]+ quarter of )?(?:[A-Z][a-z]+ \d{1,2}, )?20\d\d)$"
)


def by_period(rest: str) -> str:
    """Figures by period as running text: “108% fiscal 2026, 113% fiscal 2025”; "" for anything else."""
    found = [m for p in _parts(rest) if (m := _PER_PERIOD.match(p))]
    if len(found) < 2 or len(found) < len(_parts(rest)):
        return ""
    said = [f"{m['figure']} {'at' if re.match('[A-Z]', m['when']) else 'for'} {m['when']}" for m in found]
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _parts(rest: str) -> list[str]:
    return [p.strip(" .") for p in re.split(r";\s+|,\s+(?!20\d\d)", rest) if p.strip(" .")]
