"""Notes without a verb of their own made into sentences: “Permit granted in March”, “1,140 customers”."""

from __future__ import annotations

import re

from drafter.drafting.articles import many
from drafter.drafting.tagging import words
from drafter.drafting.verbs import INTRANSITIVE, finite

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IRREGULAR = (
    "made|held|given|sold|paid|frozen|kept|built|found|met|taken|drawn|shown|sent|bought|told|sworn|"
    "written|set|done|let|"
    "hired|cut|lost|won|withdrawn|begun|spent|put"
)
_ACTIVE = INTRANSITIVE - {
    "opened",
    "closed",
    "moved",
    "changed",
    "served",
    "retired",
    "improved",
    "dropped",
    "continued",
}
"""Participles that say what a thing does, or that belong to its name."""
_NAMING = frozenset(
    str.split(
        "attributed need needed based compared weighted unaudited limited combined adjusted restricted "
        "accelerated accrued"
    )
)
"""Participles that belong to a name."""
_AGENT = re.compile(
    r"\b(?:company|corporation|partnership|registrant|board|committee|auditors?|management|team|we|they|it|CEO|CFO|"
    r"CODM|controller|counsel|directors|staff|who|customers|merchants|tenants|banks?)$",
    re.I,
)
_NOBODY = re.compile(r"(?:Neither|None|Nothing|It|They|This|That|These|Those)$")
_WHOLE = re.compile(
    r"(?:The|An?|Each|Every|All|Both|This|That|These|Those|Its|Our|Their|Some|Most|Many|Any)\b"
)
"""How a sentence begins: whoever writes the article does not leave the verb out."""
_FOLLOWING = (
    "by|on|in|at|from|since|under|to|within|before|after|as|each|every|with|through|throughout|for|only|"
    "centrally|over|"
    "because|once|twice|when|where|until|due|against|into|pro rata|using|upon|without|last|at least|so far|ratably|"
    f"[a-z]+ly|separately|annually|quarterly|monthly|weekly|daily|together|net|gross|effective|until|"
    f"effective|{_MONTHS}"
)
_PASSIVE = re.compile(
    rf"^(?P<thing>(?:[A-Z]|\d|\$\d)[\w'’&(),./%$-]*(?: [\w'’&()./%$-]+){{0,7}}?) (?P<not>not |never )?"
    rf"(?P<done>[a-z]{{2,}}ed|{_IRREGULAR})"
    rf"(?P<rest>(?: (?:up|on|out|off|go))?(?: (?:{_FOLLOWING}|\d{{1,2}} (?:{_MONTHS})|(?:19|20)\d\d)\b.*|[.;:,].*|))$",
    re.S,
)
_STANDING = re.compile(
    r"(?:tracked|insured|secured|reserved|segregated|required|commingled|monitored|maintained|located|owned|held)$"
)
"""What holds now rather than happened once."""
_HABIT = re.compile(r"\b(?:each|every|always|annually|quarterly|monthly|weekly|centrally)\b")
_POLICY_VERB = re.compile(
    r"(?:recogni[sz]ed|measured|counted|classified|recorded|amortized|calculated|presented|translated|"
    r"depreciated|valued|"
    r"charged|included|excluded|treated|defined|allocated|expensed|capitalized|determined|accounted|based|expected|"
    r"weighted|insured|needed|permitted|prohibited|eliminated|consolidated|listed|regulated|licensed|set)$"
)
"""What a policy does, unless the note says when it was done."""
_WHEN = re.compile(
    rf"\b(?:(?:19|20)\d\d|{_MONTHS}|quarter|previously|ago|before|after|earlier|mistake|error)\b"
)


def _standing(found: re.Match[str]) -> bool:
    return bool(_HABIT.search(found["rest"])) or holds(found["done"], f"{found['thing']} {found['rest']}")


def holds(done: str, rest: str) -> bool:
    """Whether the participle says what holds now, a state or a policy, and no day stands beside it."""
    return not _WHEN.search(rest) and bool(_STANDING.search(done) or _POLICY_VERB.search(done))


_TO_BE = re.compile(r"^(?P<thing>[^.,;:]{2,80}?) to be (?P<done>[a-z]+(?:ed|en|ade|eld|ent|old)\b.*)$", re.S)
_COUNT = re.compile(
    r"^(?P<about>(?:about|approximately|some|over|nearly) )?(?P<count>\d[\d,]*|one|two|three|four|five|"
    r"six|seven|eight|nine|ten) (?!(?:million|billion|percent|thousand|"
    r"basis|times|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?P<thing>[a-z][^.;$%:]*)$",
    re.I,
)
_POLICY = re.compile(
    r"^(?P<noun>[A-Z][a-z'’ -]+?) (?P<figure>\$?\d[\d.,]*(?: million| billion| percent|%)?), (?P<rest>(?:excludes|"
    r"includes|covers|expires|matures|bears|runs|is|was)\b.*)$"
)


_QUALITY = re.compile(
    r"^(?P<thing>(?!.*\b(?:is|are|was|were|be|been)\b)[^.;:,]{2,60}?(?<! not)(?<!ed))(?P<rest> (?:not |"
    r"still )?(?:[a-z]+ly )?"
    r"(?:(?:less|more|most|very|highly) [a-z]+|effective|ineffective|adequate|complete|independent|"
    r"recurring|restricted|cancellable|cancelable|refundable|"
    r"practicable|measurable|certain|probable|possible|material|available|known|required|significant|"
    r"estimable|remote|public|applicable|current|unchanged|immaterial|confidential)"
    r"(?: (?:to|in|at|for|from|until|under|before)\b.*)?)$"
)


_PUT = re.compile(
    r"^(?P<thing>[^;:]{4,180}?) (?P<done>added|removed|revised|updated|included|deleted|corrected|"
    r"expanded)(?P<rest>(?: \([^)]*\))?)$"
)
"""What has been done to the words of a filing: “Pages 31 and 57 revised”."""
_MISSTATED = re.compile(
    r"^(?P<thing>[^;:,]{3,60}?) (?P<done>overstated|understated|misstated|overcharged|underaccrued) (?P<rest>\$?\d.*)$"
)


def _and_last(text: str) -> str:
    """The last of several figures by period joined with “and”."""
    return re.sub(r", (?=\$?\d[^,]*$)", " and ", text)


_EXPECTED = re.compile(
    r"^(?P<thing>[^.,;:]{2,60}?) (?P<done>expected|estimated|projected|anticipated|forecast) "
    r"(?P<rest>(?:about |approximately )?\$?\d.*)$"
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
    text = re.sub(r", no (?=[a-z][a-z -]*$)", " with no ", text.rstrip(" ."))
    return next((said for shape in _FRAGMENTS if (said := shape(text, plural))), "")


def _counted(text: str, _: bool) -> str:
    count = _COUNT.match(text)
    if count is None or passive_subject(text) or finite(text.split(", so ")[0]):
        return ""
    one, past = count["count"].lower() in {"1", "one"}, _WHEN.search(count["thing"])
    return f"There {('was' if past else 'is') if one else ('were' if past else 'are')} {_small(text)}"


def _portion(text: str, _: bool) -> str:
    found = re.match(r"\d[\d.]* ?(?:percent|%) (?:within|in|at|over|under|after|before|through)\b", text)
    return f"The portion is {text}" if found else ""


def _insured(text: str, _: bool) -> str:
    policy = _POLICY.match(text)
    return f"The {_small(policy['noun'])} is {policy['figure']} and {policy['rest']}" if policy else ""


def _by_method(text: str, plural: bool) -> str:
    by = _BY_METHOD.match(text)
    if (
        by is None
        or passive_subject(text)
        or finite(by["thing"])
        or re.fullmatch(r"(?:Not )?[A-Z][a-z]+ed", by["thing"])
    ):
        return ""
    return f"{by['thing']} {'are' if plural else 'is'} determined by {by['method']}"


def _expected(text: str, _: bool) -> str:
    found = _EXPECTED.match(text)
    if found is None or finite(found["thing"]):
        return ""
    return f"{found['thing']} {'are' if many(found['thing']) else 'is'} {found['done']} to be {found['rest']}"


def _none(text: str, _: bool) -> str:
    if found := re.match(r"None (?P<done>[a-z]+(?:ed|en|made|held|paid))\b(?P<rest>.*)$", text):
        return f"None has been {found['done']}{found['rest']}"
    there = re.match(r"None (?:in|of|at|for|from|to|by|since|other)\b", text) and not finite(text)
    return f"There were {_small(text)}" if there else ""


def _put(text: str, plural: bool) -> str:
    put = _PUT.match(text)
    if put is None or finite(text):
        return ""
    several = plural or " and " in put["thing"] or put["thing"].startswith(("Pages", "pages"))
    return f"{put['thing']} {'have' if several else 'has'} been {put['done']}{put['rest']}"


def _misstated(text: str, _: bool) -> str:
    wrong = _MISSTATED.match(text)
    if wrong is None or finite(text):
        return ""
    be = "were" if many(wrong["thing"]) else "was"
    return f"{wrong['thing']} {be} {wrong['done']} by {_and_last(wrong['rest'])}"


def _quality(text: str, _: bool) -> str:
    quality = _QUALITY.match(text)
    if quality is None or finite(text):
        return ""
    past = _WHEN.search(quality["rest"])
    be = ("were" if past else "are") if many(quality["thing"]) else ("was" if past else "is")
    return f"{quality['thing']} {be}{quality['rest']}"


def _due(text: str, _: bool) -> str:
    due = _TO_BE.match(text)
    return f"{due['thing']} will be {due['done']}" if due and not finite(due["thing"]) else ""


_AMOUNT = (
    r"(?:(?:about|approximately|under|over|less than|more than|only|some) )?\$?\d[\d.,]*"
    r"(?: (?:million|billion|percent|basis points)|%)?"
)
_BARE_FIGURE = re.compile(
    rf"^(?P<figure>{_AMOUNT})(?P<rest>(?:,? (?:of|in|for|at|as of|to|on|total|and|or|per|a year|was|"
    rf"all)\b.*| \(.*)?)$",
    re.I | re.S,
)


def bare_figure(text: str, before: str) -> str:
    """A figure without its name: “$1.2 million in 2025, $0.9 million in 2024” -> “The amount was ...”; else ""."""
    found = _BARE_FIGURE.match(text)
    if found is None or finite(text) or not re.search(r"\$|%|percent|million|billion", found["figure"]):
        return ""
    text = re.sub(rf", (?={_AMOUNT} (?:in|for|at|to) )(?!.*, )", " and ", _small(text))
    told = re.search(r"^(?!There\b|No\b)[^.;]{3,60}?\b(is|was|are|were|has|have|had)\b", before)
    subject = "It" if told and told[1] not in {"are", "were", "have"} else "The amount"
    verb = "represented" if re.search(r"(?:%|percent) of\b", found.group(0)) else "was"
    return f"{subject} {verb} {text}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def passive_subject(text: str) -> str:
    """What a passive fragment is about: “Permit” of “Permit granted in March”; "" where it is none."""
    found = _PASSIVE.match(text)
    if found is None or found["done"] in _ACTIVE | _NAMING or finite(found["thing"]) or _WHOLE.match(text):
        return ""
    last = words(found["thing"])[-1]
    if last.kind in "pUCtWD" or last.low == "being":
        return ""
    if found["done"] == "dropped" and found["rest"].startswith(" out"):
        return ""
    if finite(re.split(r"[;.]|,(?! (?:19|20)\d\d\b)", found["rest"])[0]):
        return ""
    return "" if _AGENT.search(found["thing"]) or _NOBODY.match(found["thing"]) else found["thing"]


def _passive(text: str, plural: bool) -> str:
    found = _PASSIVE.match(text)
    if found is None or not passive_subject(text):
        return ""
    if re.search(r"\bsince (?:19|20|[A-Z])|\b(?:so far|to date)\b", found["rest"]):
        be = "have been" if plural else "has been"
    elif _standing(found):
        be = "are" if plural else "is"
    else:
        be = "were" if plural else "was"
    first, _, second = be.partition(" ")
    denied = f" {found['not'].strip()}" if found["not"] else ""
    rest = re.sub(rf"^ (?=(?:{_MONTHS}) \d)", " on ", found["rest"])
    rest = re.sub(r"^ (?=(?:mid-|late |early )?20\d\d\b)", " in ", rest)
    rest = re.sub(rf"^ on (?=(?:{_MONTHS}) (?:19|20)\d\d)", " in ", rest)
    return f"{found['thing']} {first}{denied}{f' {second}' if second else ''} {found['done']}{rest}"


_FRAGMENTS = (
    *(_counted, _portion, _insured, _by_method, _expected, _none),
    *(_put, _misstated, _quality, _due, _passive),
)
"""What a fragment can be, the more particular first."""


def listed_after(rest: str) -> str:
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
