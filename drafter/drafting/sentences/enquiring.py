"""What, which and how one thing bears on another: questions by what they ask to have named."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import raised
from drafter.drafting.language.nouns import plural
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.statements import statement
from drafter.drafting.language.verbs import finite
from drafter.drafting.sentences.judging import WHO

_CAUSED = {
    "caused": "caused by",
    "drove": "driven by",
    "triggered": "triggered by",
    "prompted": "prompted by",
}
_FACTS = "(?:facts|events|circumstances|factors|conditions|changes|indicators|(?:new )?information)"
_WHAT_CAUSED = re.compile(
    rf"^what (?:(?P<noun>{_FACTS}(?: (?:and|or) {_FACTS})?) )?"
    rf"(?P<did>{'|'.join(_CAUSED)}|led to|gave rise to|accounts for) (?P<thing>.+)$",
    re.S,
)


def caused(thing: str, scene: Scene, limit: str) -> str:
    """“What drove the decline” with each cause."""
    found = _WHAT_CAUSED.match(thing)
    if found is None or re.search(rf",(?: and)? {_ASKS}", found["thing"]):
        return ""
    were = "were" if plural(found["thing"]) else "was"
    done = f"{were} {_CAUSED[found['did']]}" if found["did"] in _CAUSED else "resulted from"
    each = f"the {found['noun']}, with dates and amounts" if found["noun"] else "each cause, with its amount"
    return f"{raised(found['thing'].rstrip(' .'))} {done} {scene.blank(f'{each}{limit}')}."


_WHICH = re.compile(
    r"^(?:which|what) (?!of\b)(?P<noun>(?:(?!that\b)[a-z][\w/-]* ){0,4}?[a-z][\w-]*s) (?P<rest>.+)$", re.S
)


def which(thing: str, scene: Scene, limit: str) -> str:
    """“Which contracts contain a rebate” with each of them."""
    found = _WHICH.match(thing)
    if (
        found is None
        or re.search(r"\bones$|\band\b", found["noun"])
        or re.search(r" and which |i\.e\.", thing)
    ):
        return ""
    verb = finite(f"{found['noun']} {found['rest']}")
    if verb is None or verb.start < len(found["noun"]):
        return ""
    if re.match(r"that [a-z]+ (?:[a-z]+ly )?[a-z]+s$", found["rest"]):
        return f"The {found['noun']} {found['rest']} are {scene.blank(f'each of them{limit}')}."
    joint = " that" if verb.start == len(found["noun"]) + 1 or re.match(WHO, found["rest"]) else ""
    blank = scene.blank(f"each of the {found['noun']}{limit}")
    return f"The {found['noun']}{joint} {found['rest'].rstrip(' .')} are {blank}." if joint else ""


_WHAT_IT_IS = re.compile(r"^what (?P<thing>[^,;]+?) (?P<does>represents?|means?|comprises?|measures?)$")


def represents(thing: str, scene: Scene, limit: str) -> str:
    """“What gross orders represents” as the sentence that says so."""
    found = _WHAT_IT_IS.match(thing)
    if found is None:
        return ""
    return f"{raised(found['thing'])} {found['does']} {scene.blank(thing + limit)}."


_HOW_MUCH = re.compile(r"(?:how|what) (?P<many>much|many|portion|share) (?P<of>of (?!wh)(?s:.+))$")


def how_much(thing: str, scene: Scene, limit: str) -> str:
    """“How much of the decrease relates to scrap” with the amount where the question has it."""
    found = _HOW_MUCH.match(thing)
    if found is None or finite(found["of"]) is None:
        return ""
    asks = {"much": "amount", "many": "number"}.get(found["many"], f"{found['many']}, with the amount")
    blank = scene.blank(f"{asks}{limit}")
    return f"{blank} {found['of'].rstrip(' .')}."


_RELATED = (
    (r"(?:has |have |had )?chang", "each change, with its date and effect"),
    (r"(?:compare|differ)", "each line item, with both amounts and the difference"),
    (r"(?:relate|align|correlat|correspond|tie|agree)", "how the two are related, with the amounts"),
)
"""What is to be known of one thing's bearing on another."""


def bears(thing: str, scene: Scene, limit: str) -> str:
    """“How the closure affected the margin” with the effect."""
    clause = thing.removeprefix("how ").rstrip(" .")
    verb = finite(clause) if clause != thing else None
    if verb is None or not verb.start:
        return ""
    if re.search(r"\b(?:may|might|could|would|can)\b", clause):
        return f"{scene.blank(f'whether and how {clause}, with amounts where they can be given{limit}')}."
    if found := _AFFECTS.match(clause[verb.start :]):
        did = {"s": "does", "": "do"}.get(found["end"], "did")
        choice = f"[●: {found['verb']} or {did} not {found['base']}]"
        if found["has"]:
            choice = f"[●: {found['has']} or {found['has']} not] {found['verb']}"
        kept = "reasons for this answer" if _JUDGEMENT.search(found["rest"]) else "effect, with its amount"
        subject = raised(clause[: verb.start].rstrip())
        return f"{subject} {choice}{found['rest']}. {scene.blank(kept + limit, of=thing)}."
    what = next((asks for begins, asks in _RELATED if re.match(begins, clause[verb.start :])), "")
    return f"{raised(clause)} as follows: {scene.blank(what + limit, owner=False)}." if what else ""


_AFFECTS = re.compile(
    r"(?:(?P<has>has|have|had) )?(?P<verb>(?P<base>affect|impact|influence)(?P<end>s|d|ed|))\b(?P<rest>.*)$",
    re.S,
)
_JUDGEMENT = re.compile(r"\b(?:conclusions?|assessments?|determination|evaluation|analysis|disclosures?)\b")


_ASKS = (
    r"(?:which|what|when|where|who|to whom|how (?:long|often|soon|many|much)|"
    r"(?:on|under|for|in|over|at) (?:what|which))\b"
)
MEASURED = re.compile(r"how (?:long|often|soon|many|much)\b")
_BARE = (
    (r" when \[●\]\.$", "when"),
    (r" are(?: [^\[\]:]+:)? \[●\]\.$", "each of them"),
    (r"^The (?P<noun>[a-z-]+) .+ is \[●\]\.$", ""),
    (r" the following (?P<noun>[a-z ]+): \[●\]\.$", ""),
    (r"\[●\]\.$", "description, with amounts"),
)
"""What a blank at the end of a sentence asks for, by what stands before it."""


def plainly(thing: str, scene: Scene, limit: str) -> str:
    """Questions by when, who, where, which or how many as sentences of their own; "" where one of them makes none."""
    parts = re.split(rf",? and (?={_ASKS})", thing)
    said = [
        how_much(p, scene, limit) or _filled(statement(p), scene, limit) if re.match(_ASKS, p) else ""
        for p in parts
    ]
    return " ".join(said) if all(said) else ""


def _filled(said: str, scene: Scene, limit: str) -> str:
    found, what = next(((m, w) for ends, w in _BARE if (m := re.search(ends, said))), (None, ""))
    if found is None:
        return said
    head = said[: said.find("[●]")].removesuffix("when ")
    return f"{head}{scene.blank((what or found['noun']) + limit, owner=False)}."
