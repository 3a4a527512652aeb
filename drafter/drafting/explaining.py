"""Questions of the staff turned into the statements that answer them, with a blank for what only the client knows."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.clauses import MATTER
from drafter.drafting.nouns import DETERMINER, HEAD, LONGEST, OPEN, named_thing, plural, shortly
from drafter.drafting.scene import Scene, owned
from drafter.drafting.topic import topic
from drafter.drafting.turning import base_form

_BE = r"(?:is|are|was|were|has been|have been|had been)"
_WHO = r"(?:the [A-Z]\w+|we|it|management|the board)"
_CONCLUDED = re.compile(
    rf"^how (?P<who>{_WHO}) (?P<done>determined|concluded|decided)(?P<that> that| it was appropriate to)? "
    r"(?P<what>.+)$",
    re.S,
)
_HOW_DONE = re.compile(
    rf"^how (?P<thing>[A-Za-z][\w-]*(?: (?!(?:you|we|it)\b)[^\s,;:]+)*?) "
    rf"(?P<be>{_BE}) (?P<done>[a-z]+(?:ed|en|ade|one|old|et)\b.*)$",
    re.S,
)
_HOW_WE = re.compile(
    rf"^how (?P<who>{_WHO}) (?P<does>(?!considered|decided|did|does|do\b|has|have|had|is|are|was|were|"
    rf"will|would|could|"
    rf"can|may|might|intends?|plans?|expects?|anticipates?|believes?|complies|met|satisf|[a-z]+ly\b|[a-z]+ed\b)[a-z]+)\b(?P<rest>.*)$",
    re.S,
)
_WHETHER_IS = re.compile(
    rf"^whether (?:or not )?(?P<thing>[^,;]+?) (?P<be>{_BE}|will be) (?P<rest>.+)$", re.S
)
_WHETHER_DOES = re.compile(
    rf"^whether (?:or not )?(?P<who>{_WHO}) (?P<ly>[a-z]+ly )?(?P<does>(?!(?:has|have|had|is|are|was|were|will|would|"
    rf"did|do|does|may|can|could|should|believes?|[a-z]+ed|gave|made)\b)[a-z]+)\b(?P<rest>.+)$",
    re.S,
)
_WHETHER_HAS = re.compile(
    rf"^whether (?:or not )?(?P<who>{_WHO}) (?P<has>has|have|had|will|did) (?P<rest>.+)$", re.S
)
_BELIEVES = re.compile(rf"^why (?P<who>{_WHO}) believes? (?:that )?(?P<what>.+)$", re.S)
_PLAIN_SUBJECT = re.compile(
    r"^(?:(?:the|its|our|any|such|these|those|each|this|there|further|additional|[A-Z])|"
    r"[a-z-]+ (?!(?:and|or|of|to|is|are)\b)[a-z-]+(?= (?:held|in|on|of|for)\b))"
    r"(?!.*\b(?:that|which|who|typically|generally)\b)[\w' ,-]*$"
)
LEAST = 3
"""Words of a conclusion that is said whole."""


def explanation(thing: str, scene: Scene, authority: str = "") -> str:
    """The statement that answers that question of the staff, with blanks; "" where no shape fits.

    `thing` is the request in the person of the letter; the blank refers to the authority, if there is one.
    """
    if said := _given(thing, scene, f", with reference to {authority}" if authority else ""):
        return owned(said, thing)
    if len(thing.split()) > LONGEST or OPEN.search(thing) or "•" in thing or thing == MATTER:
        return ""
    thing = re.sub(r"^if\b", "whether", thing.rstrip(" .?"))
    limit = f", with reference to {authority}" if authority and authority not in thing else ""
    return owned(next((said for shape in _SHAPES if (said := shape(thing, scene, limit))), ""), thing)


def heading(thing: str) -> str:
    """The clause under which facts on how something is done stand: “The rent is assessed as follows”; else ""."""
    if len(thing.split()) > LONGEST or OPEN.search(thing) or re.search(r"\bif\b", thing):
        return ""
    for pattern in (_HOW_DONE, _HOW_WE):
        found = pattern.match(thing)
        if found and (pattern is _HOW_WE or not re.match(_WHO + r"\b(?!')", found["thing"])):
            return f"{raised(thing.removeprefix('how ').rstrip(' .'))} as follows"
    return ""


def _concluded(thing: str, scene: Scene, limit: str) -> str:
    """The facts, then whether and how the guidance was applied to them; that a conclusion was reached is left open."""
    found = _CONCLUDED.match(thing)
    if found is None or len(found["what"].split()) < LEAST:
        return ""
    facts = scene.blank(f"facts on which {thing.removeprefix('how ').rstrip()}")
    law = limit.removeprefix(", with reference to ") or "the guidance"
    asked_ = f"whether and how {law} was applied to those facts, with the alternatives considered, by whom and when"
    return f"{facts}. {scene.blank(asked_)}."


_HELD = re.compile(r"(?:considered|deemed|believed|expected|intended|supposed)\b")
"""What nobody does step by step."""


def _done(thing: str, scene: Scene, limit: str) -> str:
    found = _HOW_DONE.match(thing)
    if found is None or re.match(_WHO + r"\b(?!')", found["thing"]) or _HELD.match(found["done"]):
        return ""
    done = found["done"].split()[0].rstrip(",")
    often = ", by whom and how often" if _REPEATED.match(done) else ""
    blank = scene.blank(f"how {shortly(found['thing'])} {found['be']} {done}{often}{limit}")
    return f"{raised(found['thing'].strip())} {found['be']} {found['done'].rstrip()} as follows: {blank}."


_REPEATED = re.compile(
    r"(?:monitor|review|determin|calculat|measur|estimat|assess|evaluat|approv|allocat|test|updat)"
)
"""What somebody does again and again."""


def _does(thing: str, scene: Scene, limit: str) -> str:
    found = _HOW_WE.match(thing)
    if found is None:
        return ""
    under = re.split(r",? (?:under|in accordance with|pursuant to) ", found["rest"])[0]
    rest = shortly(under.strip()).removeprefix("for ")  # of "earns and accounts for"
    plain = re.match(r"(?:it|them|this|these)$|(?:whether|between|among|how|what|which)\b", rest)
    what = "method" if plain else f"method for {rest}"
    blank = scene.blank(f"{what}, step by step, and by whom{limit}")
    return f"{raised(found['who'])} {found['does']}{found['rest'].rstrip()} as follows: {blank}."


def _is(thing: str, scene: Scene, limit: str) -> str:
    found = _WHETHER_IS.match(thing)
    if found is None or not _PLAIN_SUBJECT.match(found["thing"]) or re.match(_WHO + r"$", found["thing"]):
        return ""
    head = HEAD.split(found["thing"])[0]
    if found["thing"] != "there" and topic(head) != head:
        return ""
    first, _, rest = found["be"].partition(" ")
    if found["thing"].lower() == "there" and found["rest"].startswith("any "):
        blank = scene.blank(f"basis, with amounts and dates, as to {shortly(found['rest'][4:])}{limit}")
        return f"There [●: {first} or {first} no] {found['rest'][4:].rstrip()}. {blank}."
    choice = f"[●: {first} or {first} not]{f' {rest}' if rest else ''}"
    about = shortly(found["rest"] if found["thing"].lower() == "there" else found["thing"])
    blank = scene.blank(f"basis, with amounts and dates, as to {about}{limit}")
    return f"{raised(found['thing'])} {choice} {found['rest'].rstrip()}. {blank}."


_ONE_OF_THREE = re.compile(r"(?P<before>.*?) (?P<choice>[a-z-]+, [a-z-]+,? or [a-z-]+)$", re.S)


def _one_of_three(thing: str, scene: Scene, limit: str) -> str:
    """A choice of three put as such: “an outflow [●: probable, possible or remote]”."""
    found = _WHETHER_DOES.match(thing) or _WHETHER_IS.match(thing)
    three = _ONE_OF_THREE.match(f" {found['rest'].strip()}") if found else None
    if found is None or three is None:
        return ""
    said = re.sub(r"^whether (?:or not )?", "", thing.rstrip())[: -len(three["choice"])]
    basis = scene.blank(f"basis, with amounts and dates{limit}")
    return f"{raised(said)}[●: {three['choice']}]. {basis}."


def _uses(thing: str, scene: Scene, limit: str) -> str:
    found = _WHETHER_DOES.match(thing)
    if found is None:
        return ""
    plural = found["who"] == "we"
    choice = "[●: do or do not]" if plural else "[●: does or does not]"
    about = shortly(found["rest"].strip())
    blank = scene.blank(f"basis, with amounts and dates, as to {about}{limit}")
    ly = found["ly"] or ""
    pair = re.sub(r"^ (or|and) ([a-z]+s)\b", lambda m: f" {m[1]} {base_form(m[2])}", found["rest"])
    return f"{raised(found['who'])} {choice} {ly}{base_form(found['does'])}{pair.rstrip()}. {blank}."


def _has(thing: str, scene: Scene, limit: str) -> str:
    found = _WHETHER_HAS.match(thing)
    if found is None or re.match(r"considered\b", found["rest"]):
        return ""
    about = shortly(re.sub(r"^(?:[a-z]+ed|be|been|have)\b ?", "", found["rest"]))
    blank = scene.blank(f"basis, with amounts and dates, as to {about}{limit}")
    return (
        f"{raised(found['who'])} [●: {found['has']} or {found['has']} not] {found['rest'].rstrip()}. {blank}."
    )


_GIVEN = re.compile(
    r"^(?:what )?consideration (?:it|we|the [A-Z]\w+) (?:gave|has given|have given) to "
    r"(?P<doing>[a-z]+ing)\b,?(?P<as> as [^,]+,)? (?P<what>.+)$",
    re.S,
)


def _given(thing: str, scene: Scene, limit: str) -> str:
    """The facts on what might have been disclosed, then whether that was considered; neither is taken as given."""
    found = _GIVEN.match(thing)
    if found is None:
        return ""
    what = topic(found["what"]) or HEAD.split(found["what"])[0]
    facts = scene.blank(
        f"description of {re.sub(rf'^{DETERMINER}', '', what)} to date and as expected, with amounts"
    )
    asked_ = scene.blank(
        f"whether {found['doing']} it was considered, by whom, when and with what conclusion{limit}"
    )
    head = "are" if plural(found["what"]) else "is"
    said = f"{raised(found['what'].rstrip())} {head} as follows: {facts}."
    return f"{said} As to the consideration given to {found['doing']} it: {asked_}."


def _believes(thing: str, scene: Scene, limit: str) -> str:
    found = _BELIEVES.match(thing)
    if found is None or re.search(r"\bnot\b", found["what"]):
        return ""
    choice = "[●: believe or do not believe]" if found["who"] == "we" else "[●: believes or does not believe]"
    blank = scene.blank(f"facts and reasoning that carry this view{limit}")
    return f"{raised(found['who'])} {choice} that {found['what'].rstrip()}. {blank}."


def _why(thing: str, scene: Scene, limit: str) -> str:
    if not re.match(r"why \w+ \w", thing):
        return ""
    name = topic(thing)
    name = (
        name
        if re.match(r"(?:the|its|our|such|these|those|this|each|any|[A-Z])", name) and name[-2:] != "ly"
        else ""
    )
    blank = scene.blank(f"each reason{f' as to {name}' if name else ''}, with the facts that carry it{limit}")
    return f"The reasons {thing.rstrip()} are as follows: {blank}."


def _what(thing: str, scene: Scene, limit: str) -> str:
    found = re.match(r"^what (?P<thing>(?:the|these|those|such|its|our) .+?) (?P<be>is|are|was|were)$", thing)
    if found is None:
        return ""
    blank = scene.blank(f"description of {shortly(found['thing'])}{limit}")
    return f"{raised(found['thing'])} {found['be']} as follows: {blank}."


_WHEN_WE = re.compile(rf"^when (?P<who>{_WHO}) (?P<does>[a-z]+s?)\b(?P<rest>.*)$", re.S)


def _when(thing: str, scene: Scene, limit: str) -> str:
    found = _WHEN_WE.match(thing)
    if found is None or found["does"] in {
        "will",
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "intends",
        "plans",
        "expects",
    }:
        return ""
    return f"{scene.blank(f'{thing.rstrip()}, and on what facts or event{limit}', owner=False)}."


_SHAPES = (
    _concluded,
    _when,
    _done,
    _does,
    _one_of_three,
    _is,
    _uses,
    _has,
    _believes,
    _why,
    _what,
    named_thing,
)
