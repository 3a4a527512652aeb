"""Reasons and judgements that the staff asks about: what is on record is said, what may be doubted stays open."""

from __future__ import annotations

import re

from drafter.drafting.casing import raised
from drafter.drafting.nouns import plural
from drafter.drafting.scene import Scene
from drafter.drafting.verbs import finite

WHO = r"(?:the [A-Z]\w+|we|it|management|the board)"
_BELIEVES = re.compile(rf"^why (?P<who>{WHO}) believes? (?:that )?(?P<what>.+)$", re.S)


def believes(thing: str, scene: Scene, limit: str) -> str:
    """“Why you believe X”, with the belief left open."""
    found = _BELIEVES.match(thing)
    if found is None or re.search(r"\bnot\b", found["what"]):
        return ""
    choice = "[●: believe or do not believe]" if found["who"] == "we" else "[●: believes or does not believe]"
    blank = scene.blank(f"facts and reasoning that carry this view{limit}")
    return f"{raised(found['who'])} {choice} that {found['what'].rstrip()}. {blank}."


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
    clause = thing.removeprefix("why ").rstrip(" .")
    if re.search(r"\b(?:appears?|seems?)\b", clause):
        return f"{scene.blank(f'each reason why {clause}, if that is so{limit}')}."
    if _contested(clause):
        return f"{_whether(clause, scene, limit)}."
    return f"{raised(clause)} because {scene.blank(f'each reason, with the facts that carry it{limit}')}."


def _whether(clause: str, scene: Scene, limit: str) -> str:
    """The blank that leaves open whether the clause is so, and asks for its basis."""
    verb = finite(clause)
    main = re.match(r"(?:is|are|was|were) (?P<not>not )", clause[verb.start :]) if verb else None
    at = verb.start + main.start("not") if verb and main else 0
    positive = f"{clause[:at]}{clause[at:].removeprefix('not ')}"
    if re.search(r"\b(?:does|do) not\b", positive):
        return scene.blank(f"basis, if any, on which {positive}{limit}")
    return scene.blank(f"whether {positive}, and on what basis{limit}")


_HOW_JUDGED = re.compile(
    rf"^how (?P<what>[^;]+?(?<! to) (?:compl(?:y|ies)\b|(?:meets?|satisf(?:y|ies))\b|"
    rf"(?:is|are|was|were) (?:[a-z]+ly )?(?:considered )?{_JUDGED}).*)$",
    re.S,
)


def judged(thing: str, scene: Scene, limit: str) -> str:
    """“How the note complies with the rule” as the question that it is."""
    found = _HOW_JUDGED.match(thing)
    return f"{_whether(found['what'].rstrip(' .'), scene, limit)}." if found else ""


_CONCLUSION = re.compile(
    r"^(?:(?:its|our|the|the [A-Z]\w+'s) (?:basis|reasons?|support) for )?(?:its|our|the [A-Z]\w+'s) "
    r"(?:conclusion|belief|view|determination|assertion|position|statement) that (?P<what>.+)$",
    re.S,
)


def conclusion(thing: str, scene: Scene, limit: str) -> str:
    """“Its conclusion that the items are separate”: the proposition as a question."""
    found = _CONCLUSION.match(thing)
    return f"{_whether(found['what'].rstrip(' .'), scene, limit)}." if found else ""


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
