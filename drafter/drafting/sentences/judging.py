"""Reasons and judgements that the staff asks about: what is on record is said, what may be doubted stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from drafter.authorities import authorities
from drafter.drafting.language.casing import raised
from drafter.drafting.language.choosing import carried, choice, reasons, who_concluded
from drafter.drafting.language.clauses import WEIGHED, considered
from drafter.drafting.language.nouns import OPEN, plural
from drafter.drafting.language.scene import Scene, analyses, owned
from drafter.drafting.language.tagging import plain_form
from drafter.drafting.language.verbs import finite

WHO = r"(?:the [A-Z]\w+|we|it|management|the board)"
_BELIEVES = re.compile(rf"^why (?P<who>{WHO}) believes? (?:that )?(?P<what>.+)$", re.S)


def believes(thing: str, scene: Scene, limit: str) -> str:
    """“Why you believe X”, with the belief left open."""
    found = _BELIEVES.match(thing)
    if found is None or re.search(r"\bnot\b", found["what"]):
        return ""
    choice = "[●: believe or do not believe]" if found["who"] == "we" else "[●: believes or does not believe]"
    said = f"{raised(found['who'])} {choice} that {found['what'].rstrip()}"
    return carried(said, ", because", scene.blank(reasons(limit)))


_JUDGED = (
    r"(?:(?:im|in|un|ir)?(?:appropriate|reasonable|adequate|sufficient|consistent|material|necessary|relevant)|"
    r"useful|meaningful|comparable|misleading|"
    r"required|normal|recurring|compliant|in compliance|permitted|representative|indicative|"
    r"(?:an? |the )(?!result\b)[\w-]+)"
)
_CONTESTED = re.compile(
    rf"(?:is|are|was|were|remains?) (?:not )?(?:[a-z]+ly )?(?:considered |deemed |both )?{_JUDGED}|"
    r"(?:is|are|was|were) (?!(?:[a-z]+ed|so|much|only|more|less|not|held)\b)[a-z-]+ [a-z]+s$|"
    r"(?:is|are|was|were) not (?!(?:[a-z]+(?:ed|en|ing)|made|shown|set|put|held)\b)|"
    r"(?:complies|comply|qualifies|qualify|constitutes?|meets?|satisf(?:y|ies)|believes?|considers?|regards?|"
    r"should|would|could|may|might)\b|concluded that\b",
    re.I,
)
"""A judgement that the staff may doubt, from its verb: “is a liquidity measure”, “is appropriate”; no act on record."""
_OWN = re.compile(WHO)


def _contested(clause: str) -> bool:
    verb = finite(clause)
    if verb is None:
        return True
    subject, said = clause[: verb.start].strip(), clause[verb.start :]
    theirs = not _OWN.fullmatch(subject) and re.match(r"(?:does|do) not\b", said)
    return bool(_CONTESTED.match(said) or theirs)


def why(thing: str, scene: Scene, limit: str) -> str:
    """What is on record with its reasons; what is only held, in the blank as a question."""
    if not re.match(r"why (?!not\b|or\b)\w+ \w", thing):
        return ""
    clause = _DEGREE.sub("", thing.removeprefix("why ").rstrip(" ."))
    if conceding := _CONCEDES.fullmatch(clause):
        said = f"{conceding['rule']} [●: did or did not] {_calls_for(conceding)}"
        return _so_far(said, clause, scene, limit)
    if re.search(r"\b(?:appears?|seems?)\b", clause):
        return f"{scene.blank(f'each reason why {clause}, if that is so{limit}')}."
    if _contested(clause):
        return _whether(clause, scene, limit)
    return f"{raised(clause)} because {scene.blank(f'each reason, with the facts that carry it{limit}')}."


_DEGREE = re.compile(r"\bso (?:significantly|substantially|materially|dramatically|much|far|greatly) ?")
"""How much the staff wonders at what is on record: “so much lower”, “differs so significantly”."""
_CONCEDES = re.compile(
    rf"(?P<who>{WHO}) (?:(?P<base>(?:did|do|does) not|(?:ha(?:s|ve) )?failed to)|ha(?:s|ve) not) (?P<ly>[a-z]+ly )?"
    r"(?P<do>[a-z]+) (?P<what>.+?),? (?:(?P<noun>(?:required|prescribed|called for) (?:by|under|in))|"
    r"in accordance with|as (?:required|prescribed|called for) (?:by|under|in)|pursuant to) (?:the )?"
    r"(?P<rule>(?:(?:guidance|requirements?) (?:in|of) )?(?:Items?|Rules?|ASC|Article|Section|Regulation|IFRS)\b.+)",
    re.S,
)
"""“Why you did not report X in accordance with ASC 205-20-45-3” supposes that the rule asks for it."""


def _calls_for(found: re.Match[str]) -> str:
    """What the clause supposes that the rule asks for: the thing that was not given, or what was not done."""
    if found["noun"]:
        return f"call for {found['what']}"
    does = found["do"] if found["base"] else plain_form(found["do"])
    return f"require {found['who']} to {found['ly'] or ''}{does} {found['what']}"


def _whether(clause: str, scene: Scene, limit: str, concluded: str = "") -> str:
    """A choice that leaves open whether the clause is so, and the blank for what carries it."""
    if said := "" if _POINTS.match(clause) else choice(clause):
        return _so_far(said, clause, scene, limit, concluded)
    if re.search(r"\b(?:does|do) not\b", clause):
        return f"{scene.blank(f'basis, if any, on which {clause}{limit}{concluded}')}."
    positive = _positive(clause)
    if elements_of(clause + limit):
        return f"{scene.blank(f'whether {positive}')}. {_rests_on(clause, scene, limit)}."
    return f"{scene.blank(f'whether {positive}, and {reasons(limit)}{concluded}', of=clause)}."


def _positive(clause: str) -> str:
    """The clause without its “not”."""
    return re.sub(r"\b(is|are|was|were) not ", r"\1 ", clause, count=1)


_DEFENDED = re.compile(r"\b(?:un)?(?:reasonable|adequate|misleading)\b")
"""What no letter says that its own disclosure is or is not."""


FACTS_FOLLOW = "the facts are as follows"


def _so_far(said: str, clause: str, scene: Scene, limit: str, concluded: str = "") -> str:
    """The sentence with its choice and what carries it: the tests of the guidance, or each reason."""
    if elements_of(clause + limit):
        last = f" {scene.blank(who_concluded(said), of=clause)}." if concluded else ""
        positive = _positive(clause)
        if _DEFENDED.search(clause) and " not " not in positive:
            said = f"As to whether {positive}, {FACTS_FOLLOW}"
            last = f" {scene.blank('conclusion, and who reached it and when', of=clause)}."
        facts = f"{raised(said.rstrip(' .'))}. {_rests_on(clause, scene, limit)}.{last}"
        return facts.replace(f"{FACTS_FOLLOW}. The facts", "the facts")
    return carried(said, ", because", scene.blank(f"{reasons(limit, said)}{concluded}", of=clause))


_POINTS = re.compile(
    r"it (?!(?:is|was) (?:not )?\w+(?<!ed) (?:that|to)\b)|they |"
    r"(?:this|these|those) (?:is|are|was|were|do|does|did|has|have|should|would|must) ",
    re.I,
)
"""What points to a noun that the sentence may not have before it, and not the “it” of “it was necessary to”."""


def thought(thing: str, scene: Scene, limit: str) -> str:
    """Whether something was considered, left open in one blank; a conclusion as the question that it answers, with
    what that rests on and who came to it.
    """
    if (found := considered(thing)) and OPEN.search(found[2]) is None:
        elements = elements_of(thing + limit)
        rests = f" {gone_through(elements, scene, thing)}." if elements else ""
        return f"{_as_to(thing, found, limit, scene)}{rests}"
    judged = None if found else _CONCLUDED.match(thing)
    if judged is None or re.match(r"wh", judged["what"]):
        return ""
    if not (judged["that"] or judged["it"] or finite(judged["what"])):
        return ""
    whose = f"{judged['who']}'s " if judged["who"].startswith("the ") else "its "
    clause = f"{judged['it'] or ''}{re.sub('^its ', whose, judged['what']).rstrip(' .')}"
    return owned(_whether(clause, scene, limit, ", and who so concluded and when"), thing)


def _as_to(thing: str, found: tuple[str, str, str], limit: str, scene: Scene) -> str:
    """“As to X,” and the blank for whether and how X was considered."""
    who, did, what = found
    what = re.sub(r"^that ", "whether ", what)
    tail = _FOR_WHAT.search(what)
    name, purpose = (what[: tail.start()], tail[0]) if tail else (what.rstrip(" ."), "")
    name = re.sub(r"\bits\b", f"{who}'s", name, count=1) if who.startswith("the C") else name
    this = "these were" if plural(name) and not re.match(r"\w+ing\b|whether ", name) else "this was"
    done = "considered" if did.startswith("been") else did
    asks = f"whether and how {this} {done}{purpose.rstrip(' .')}, {WEIGHED}"
    return f"As to {name}{limit}, {scene.blank(asks, of=thing)}."


_FOR_WHAT = re.compile(
    r",? (?:in|when|while|for purposes of) (?:not |its )?(?:determin|conclud|conclus|evaluat|assess|prepar|present|"
    r"provid|reach|mak|perform|account|includ|exclud|select|classify|apply|calculat|measur|record|recogni|disclos|"
    r"decid)(?!ed\b).*$",
    re.S,
)
"""What a thing was considered for: “ASC 280-10-50-26A in determining that no expense is significant”."""


@lru_cache(maxsize=1024)
def elements_of(said: str) -> tuple[str, ...]:
    """What is to be known on each element of the guidance that the words cite, else of what they are about, as “name:
    what” or without a name; none where nothing is known of its kind.
    """
    guided = next((row for row in analyses()["guidance"] if re.search(row["cited"], said, re.I)), None)
    if guided is not None:
        elements = [e for e in guided["elements"] if re.search(e.get("under", ""), said)]
        return tuple(f"{e['name']}: {e['asks']}" for e in elements)
    laws = authorities(said)
    rows = [(row, found) for row in analyses()["bearing"] if (found := re.search(row["on"], said, re.I))]
    cited = [r for r, m in rows if any(law.start < m.end() and m.start() < law.end for law in laws)]
    row = next(iter([*cited, *(r for r, _ in rows)]), {})
    return elements_of(row["as"]) if "as" in row else tuple(row.get("facts", ()))


def gone_through(elements: Sequence[str], scene: Scene, of: str = "") -> str:
    """Each element by its name with its blank, as sentences without the last stop."""
    named = (e.partition(": ") for e in elements)
    return ". ".join(
        f"{name}: {scene.blank(asks, of=of)}" if asks else scene.blank(name, of=of) for name, _, asks in named
    )


def under(law: str, facts: str) -> str:
    """The facts with the provision that they are asked under before them, and not in their blank."""
    if not law:
        return facts
    return (
        f"Under {law}, {facts}" if facts.startswith("[") else f"The facts under {law} are as follows. {facts}"
    )


def _rests_on(thing: str, scene: Scene, limit: str) -> str:
    """The blanks for what an answer of that kind rests on."""
    reference = _REFERENCE.match(limit)
    if elements := elements_of(thing + limit):
        facts = gone_through(elements, scene, thing + limit)
    else:
        cited = authorities(thing)
        law = thing[cited[0].start : cited[0].end] if cited else ""
        asks = f"each element of {law} that bears on this, with the facts on it" if law else _FACTS
        facts = scene.blank(f"{asks}{'' if reference else limit}", of=thing)
    return under(reference["law"] if reference else "", facts)


_FACTS = "facts considered, with their source"
_REFERENCE = re.compile(r", with reference to (?P<law>.+)$", re.S)
"""What limits a request by the provision that the staff cites."""


_ANALYSIS = re.compile(
    r"(?:an?|the|its|our|the [A-Z]\w+'s) (?:[\w-]+ ){0,3}?(?:analysis|assessment|evaluation|(?P<basis>basis|support)) "
    r"(?:of|as to|on|regarding|under|supporting|to support|for|in) (?P<what>.+)$",
    re.S,
)


def analysed(thing: str, scene: Scene, limit: str) -> str:
    """“Its analysis of the term” with what it rests on and its conclusion."""
    found = _ANALYSIS.match(thing)
    if found is None or (found["basis"] and not elements_of(thing + limit)):
        return ""
    reference = _REFERENCE.match(limit)
    facts = _rests_on(f"{thing}{limit}", scene, "" if reference else limit)
    law = f" under {reference['law']}" if reference else ""
    opens = f"{raised(thing)}{law} is as follows{':' if facts.startswith('[') else '.'}"
    last = "alternatives considered, and the conclusion, with who reached it and when"
    return f"{opens} {facts}." if found["basis"] else f"{opens} {facts}. {scene.blank(last, of=thing)}."


_CONCLUDED = re.compile(
    rf"^how(?: and why)? (?P<who>{WHO}) (?P<done>determined|concluded|decided)"
    r"(?P<that> that)? (?P<it>it (?:is|was) appropriate to )?(?P<what>.+)$",
    re.S,
)


_HOW_JUDGED = re.compile(
    rf"^how (?!{WHO} determined\b)(?P<what>[^;]+?(?<! to) (?:compl(?:y|ies)\b|(?:meets?|satisf(?:y|ies))\b|"
    rf"(?:is|are|was|were) (?:[a-z]+ly )?(?:considered )?{_JUDGED}).*)$",
    re.S,
)


def judged(thing: str, scene: Scene, limit: str) -> str:
    """“How the note complies with the rule” as the question that it is."""
    found = _HOW_JUDGED.match(thing)
    return _whether(found["what"].rstrip(" ."), scene, limit) if found else ""


_CONCLUSION = re.compile(
    r"^(?:(?:its|our|the|the [A-Z]\w+'s) (?:basis|reasons?|support) for )?(?:its|our|the [A-Z]\w+'s) "
    r"(?:conclusion|belief|view|determination|assertion|position|statement) that (?P<what>.+)$",
    re.S,
)


def conclusion(thing: str, scene: Scene, limit: str) -> str:
    """“Its conclusion that the items are separate”: the proposition as a question."""
    found = _CONCLUSION.match(thing)
    return _whether(found["what"].rstrip(" ."), scene, limit) if found else ""


_RESTS = re.compile(
    r"^(?:the |any )?(?:additional |further |more |quantitative |specific )*"
    r"(?:details?|information|support|analysis|data) "
    r"(?:supporting|to support|in support of|that supports?) (?P<thing>[^,;]+)(?P<with>, including .+)?$",
    re.S,
)


def rests(thing: str, scene: Scene, limit: str) -> str:
    """“Detail to support the statement” as what the statement rests on."""
    found = _RESTS.match(thing)
    if found is None:
        return ""
    if concluded := conclusion(found["thing"], scene, f"{found['with'] or ''}{limit}"):
        return concluded
    rest = "rest" if plural(found["thing"]) else "rests"
    blank = scene.blank(f"facts and figures that support {found['thing']}{found['with'] or ''}{limit}")
    return f"{raised(found['thing'])} {rest} on {blank}."
