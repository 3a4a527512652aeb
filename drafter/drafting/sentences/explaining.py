"""Questions of the staff turned into the statements that answer them, with a blank for what only the client knows."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import raised
from drafter.drafting.language.choosing import answered
from drafter.drafting.language.clauses import MATTER, weighed
from drafter.drafting.language.nouns import DETERMINER, LONGEST, OPEN, closed, named_thing, shortly
from drafter.drafting.language.scene import Scene, owned
from drafter.drafting.sentences.enquiring import MEASURED, bears, caused, how_much, plainly, represents, which
from drafter.drafting.sentences.judging import (
    WHO,
    analysed,
    believes,
    conclusion,
    elements_of,
    gone_through,
    judged,
    rests,
    thought,
    why,
)

_BE = r"(?:is|are|was|were|has been|have been|had been)"
_HOW_DONE = re.compile(
    rf"^how (?P<thing>[A-Za-z][\w-]*(?:,? (?!(?:you|we|it|if|when|which|as)\b)[^\s,;:]+)*?) "
    rf"(?P<be>{_BE}) (?P<done>[a-z]+(?:ed|en|ade|one|old|et)\b.*)$",
    re.S,
)
_ON_RECORD = (
    "(?:determined|calculated|computed|measured|valued|estimated|quantified|accounted|classified|recorded|recognized|"
    "presented|allocated|treated|identified|selected|defined|derived|attributed|arrived|reached)"
)
"""What has been done if the filing says what it says."""
_HOW_WE = re.compile(
    rf"^how (?P<who>{WHO}|[A-Z][\w-]+) (?P<does>(?!considered|decided|did|does|do\b|has|have|had|is|are|was|were|"
    rf"will|would|could|"
    rf"can|may|might|intends?|plans?|expects?|anticipates?|believes?|complies|met|satisf|[a-z]+ly\b|(?!{_ON_RECORD}\b)[a-z]+ed\b)[a-z]+)\b(?P<rest>.*)$",
    re.S,
)


def explanation(thing: str, scene: Scene, authority: str = "") -> str:
    """The statement that answers that question of the staff, with blanks; "" where no shape fits.

    `thing` is the request in the person of the letter; the blank refers to the authority, if there is one.
    """
    thing = _plainly(thing)
    if two := _TWO.match(thing):
        one, other = explanation(two["one"], scene, authority), explanation(two["other"], scene)
        return f"{one} {other}" if one and other else ""
    under = f", with reference to {authority}" if authority and authority not in thing else ""
    if "•" not in thing and (said := _tabulated(thing, scene, under) or thought(thing, scene, under)):
        return said
    thing, further = _without_tail(thing)
    if (
        len(thing.split()) > LONGEST
        or OPEN.search(thing)
        or "•" in thing
        or _NO_STATEMENT.match(thing)
        or weighed(thing)
    ):
        return ""
    limit = further + under
    shapes = (how_much, plainly) if MEASURED.match(thing) else _SHAPES
    said = next((said for shape in shapes if (said := shape(thing, scene, limit))), "")
    if under and under in said:
        said = re.sub(
            rf"(^|[.\]] )\[●: ([^\]]*?){re.escape(under)}", rf"\1Under {authority}, [●: \2", said, count=1
        )
    return owned(said, thing)


_TWO = re.compile(
    r"^(?P<one>(?:the |its |our )?(?:reasons?|causes?) for (?:(?! and ).)+),? "
    r"and (?P<other>the (?:impact|effect)s?\b.+)$",
    re.S,
)
"""“The reasons for the differences and the impact on the statements” are two."""
_NO_STATEMENT = re.compile(rf"(?:{MATTER}|(?:the )?reasons? why(?: not)?)$")


def _plainly(thing: str) -> str:
    """What is asked, without the noun of asking before it."""
    thing = re.sub(
        r",? in (?:more|greater|further|reasonable|sufficient) detail(?:,|$)",
        "",
        re.sub(r"^if\b", "whether", thing.rstrip(" .,?")),
    )
    return _REFERENCES.sub("the ", _REASON_WHY.sub("why ", _NOUN_OF_ASKING.sub("", thing)))


_REFERENCES = re.compile(
    r"^(?:the |any |specific )?(?:references?|citations?) (?:to|of) (?:the |any |specific )?(?=[\w ]*guidance\b)"
)


def _without_tail(thing: str) -> tuple[str, str]:
    """A long thing up to what its blank can ask for beside it: “contacts with them, whether direct or not”."""
    found = _FURTHER.search(thing)
    short = found and len(thing.split()) > LONGEST_PLAIN and re.match(DETERMINER, thing)
    return (thing[: found.start()], f", {found['tail']}") if found and short else (thing, "")


LONGEST_PLAIN = 22
"""Words of a thing that a sentence carries whole."""
_FURTHER = re.compile(
    r", (?P<tail>(?:including|such as|in (?:both )?(?:quantitative|qualitative)|"
    r"whether (?:through|by|direct|directly|held))\b.+)$",
    re.S,
)
_NOUN_OF_ASKING = re.compile(
    r"^(?:an?|the|any) (?:(?!nature\b)[\w-]+ (?:and [\w-]+ )?){0,2}?"
    r"(?:discussion|description|explanation|summary|overview) (?:of|as to|regarding|about) "
    r"(?=(?:the|its|our|how|why|whether|these|those|such|any|each)\b)"
)
"""“A specific discussion of the nature of the incentives” asks for their nature."""
_REASON_WHY = re.compile(
    r"^(?:the |its |our |each )?(?:specific |underlying )?(?:reasons?|basis) (?:why|that) (?=\w+ \w)"
)


def heading(thing: str) -> str:
    """The clause under which facts on how something is done stand: “The rent is assessed as follows”; else ""."""
    if len(thing.split()) > LONGEST or OPEN.search(thing) or re.search(r"\bif\b|\bdetermined\b", thing):
        return ""
    for pattern in (_HOW_DONE, _HOW_WE):
        found = pattern.match(thing)
        if found and (pattern is _HOW_WE or not re.match(WHO + r"\b(?!')", found["thing"])):
            return f"{raised(thing.removeprefix('how ').rstrip(' .'))} as follows"
    return ""


_HELD = re.compile(r"(?:considered|deemed|believed|expected|intended|supposed)\b")
"""What nobody does step by step."""


def _done(thing: str, scene: Scene, limit: str) -> str:
    found = _HOW_DONE.match(thing)
    if found is None or re.match(WHO + r"\b(?!')", found["thing"]) or _HELD.match(found["done"]):
        return ""
    done = found["done"].split()[0].rstrip(",")
    blank = scene.blank(_means(done, found["thing"].strip()) + limit, owner=False)
    done = closed(found["done"].rstrip())
    return f"{raised(found['thing'].strip())} {found['be']} {done} as follows: {blank}."


_MEANS = tuple(
    (re.compile(rf"(?:\w+ and )?(?:{verbs})"), what)
    for verbs, what in (
        ("calculat|comput|measur|estimat|valu|quantif", "inputs and each step of the calculation{of}"),
        ("defin", "definition{of}, with what is included and what is excluded"),
        ("determin|deriv", "method{for}, and its key inputs"),
        ("arriv|reach", "steps taken, and the facts and guidance considered, by whom and when"),
        (
            "allocat|distinguish|classif|categori|identif|select|group|assign",
            "criteria{for}, and what falls under each",
        ),
        (
            "monitor|review|manag|test|approv|oversee|track|assess|evaluat|analy[sz]",
            "steps{for}, by whom and how often",
        ),
        ("present|reflect|report", "statement, line item and amounts by period"),
        (
            "account|recogni|record|adjust",
            "timing of recognition, basis of measurement, line item and amounts by period",
        ),
        ("treat", "whether included or excluded, in which line item or measure, with amounts"),
        (r"us(?:es?|ed)\b", "who uses it, in which reports and decisions, and how often"),
        ("fund|financ", "each source{of}, with its amount"),
        ("", "each step, by whom and when, with the inputs and amounts"),
    )
)
"""What a blank on how something is done asks for, by the verb."""


def _means(verb: str, thing: str) -> str:
    """What has to be known of how that is done to the thing, which is named where it is a noun."""
    about = "" if _NO_NOUN.match(thing) else shortly(thing.split(" to ")[0])
    about = "" if len(about.split()) > LONGEST_NAME else about
    said = next(what for begins, what in _MEANS if begins.match(verb))
    named = {name: f" {name} {re.sub(r'^for ', '', about)}" if about else "" for name in ("of", "for")}
    return said.format_map(named)


def _does(thing: str, scene: Scene, limit: str) -> str:
    found = _HOW_WE.match(thing)
    if found is None or re.match(r"determined that\b", found["does"] + found["rest"]):
        return ""
    under = re.split(r",? (?:under|in accordance with|pursuant to) ", found["rest"].strip())[0]
    asks = _means(found["does"] + found["rest"], under)
    if re.match(r" wh(?!at is\b)", found["rest"]):
        if elements := elements_of(thing + limit):
            of_law = limit.replace(", with reference to", " under", 1)
            said = f"{raised(found['who'])} {found['does']}{found['rest'].rstrip()}{of_law} as follows."
            return f"{said} {gone_through(elements, scene, thing + limit)}."
        past = found["does"] == "determined"
        asks = f"criteria, {'with the facts they were applied to' if past else 'and who decides'}"
    blank = scene.blank(asks + limit, owner=False)
    done = closed(f"{found['does']}{found['rest'].rstrip()}")
    return f"{raised(found['who'])} {done} as follows: {blank}."


_NO_NOUN = re.compile(
    r"(?:it|them|this|these|between|among|that|"
    r"whether|how|why|to|under|in|from|for|with|on|as|by|at|only|not|be|been|also)\b|[a-z]+ly |.* to be$"
)
"""How what follows a verb begins where it names no thing: “identify clearly”, “to be”."""
LONGEST_NAME = 6
"""Words of a thing that is named again in the blank behind it."""


def _what(thing: str, scene: Scene, limit: str) -> str:
    found = re.match(r"^what (?P<thing>(?:the|these|those|such|its|our) .+?) (?P<be>is|are|was|were)$", thing)
    if found is None:
        return ""
    return named_thing(found["thing"], scene, limit)


def _tabulated(thing: str, scene: Scene, limit: str) -> str:
    """A table that the staff describes by its columns: “a schedule of the grants, showing the date of each”."""
    found = _TABLE.match(thing.rstrip())
    if found is None:
        return ""
    joint = "," if found["columns"].startswith("for ") else " with"
    blank = scene.blank(f"{found['kind']}{joint} {found['columns']}{limit}")
    return f"The {found['kind']} of {found['rows']} is as follows: {blank}."


_TABLE = re.compile(
    r"(?:an?|the) (?P<kind>(?:[a-z]+ )?(?:schedule|table|list|breakdown|roll-?forward)) of "
    r"(?P<rows>[^,;]+(?:, \d{4})?),? (?:(?:that|which) (?:shows?|sets? (?:out|forth)|lists?)|"
    r"showing|setting (?:out|forth)|listing) (?P<columns>.+)$",
    re.S,
)
_SHAPES = (
    judged,
    conclusion,
    _done,
    _does,
    answered,
    believes,
    why,
    _what,
    caused,
    represents,
    which,
    plainly,
    rests,
    bears,
    analysed,
    named_thing,
)
