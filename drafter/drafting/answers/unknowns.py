"""What an answer says where no note answers a question: the statement that would, with its blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.choosing import put
from drafter.drafting.language.clauses import MATTER, considered, wanted
from drafter.drafting.language.nouns import quantity
from drafter.drafting.language.together import together
from drafter.drafting.language.turning import turn
from drafter.drafting.planning.bridges import spanned
from drafter.drafting.planning.plan import Task
from drafter.drafting.planning.resolving import whole_elements
from drafter.drafting.planning.settling import named, single_things
from drafter.drafting.sentences.awaiting import behind, case, under
from drafter.drafting.sentences.desk import (
    Desk,
    open_under,
    resolved,
    under_condition,
    verb_of,
)
from drafter.drafting.sentences.explaining import explanation


def opened(desk: Desk, sentence: str) -> str:
    """The sentence after the opening of an explanation."""
    voice = desk.scene.voice
    if not formally(desk) or sentence.startswith("["):
        return sentence
    named = re.match(rf"{re.escape(raised(voice.noun))} (?=[a-z])", sentence)
    sentence = f"{raised(voice.subject)} {sentence[named.end() :]}" if named else sentence
    return desk.scene.say("tell", "fact", desk.plan.turn, fact=kept_small(desk, sentence))


def kept_small(desk: Desk, sentence: str) -> str:
    """The sentence as it stands after “that”; a first word that the comment writes with a capital inside a sentence is
    a name.
    """
    first = re.match(r"[A-Z][a-z]+\b", sentence)
    name = first and re.search(rf"[\w,] {first.group(0)}\b", desk.plan.comment.text)
    return sentence if name else lowered(sentence)


def formally(desk: Desk) -> bool:
    """Whether the answer begins with words that name the company and the staff, and not with the point itself."""
    return (
        not desk.written
        and not desk.scene.voice.plural
        and bool(desk.scene.say("openers", "states", desk.plan.turn))
    )


def wants(desk: Desk, task: Task, left: Sequence[str] = ()) -> str:
    """What the blank for that request asks for: all of it, or those of its things that are `left` open."""
    opening = under_condition(task.condition, desk.scene) if task.condition else ""
    condition = f"{opening[:1].lower()}{opening[1:]}, " if opening else ""
    every = single_things(task.request)
    whole = len(left) in {0, len(every)}
    things = (resolved(desk, task),) if whole else [named(t, every) for t in left]
    thing = "; ".join(wanted(task.request, _PARTICLE.sub("", t), desk.scene.voice) for t in things)
    thing = f"explanation of {thing}" if thing == MATTER else _pointed(thing)
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    what = open_under(desk, task)
    if what and re.match(r"(?:whether and )?(?:how|why)\b", thing) and what not in thing and not points:
        thing = f"{thing}, with reference to {what}"
    return condition + thing + (f": {points}" if points else "")


_PARTICLE = re.compile(r"^(?:out|down|up|apart) (?=the\b|your\b)")
"""What is left of “break out the category”."""


def _pointed(thing: str) -> str:
    """The question with what its answer must show."""
    return f"{thing}, with the basis" if re.match(r"whether\b(?!.*\b(?:basis|conclusion)$)", thing) else thing


def _where_met(desk: Desk, task: Task) -> str:
    """The answer to a question under a condition, for where the condition is met."""
    free = replace(task, request=replace(task.request, conditional=None))
    said = explained(replace(desk, written=1), free)
    if not said or said.startswith("["):
        alone = re.match(r"\[●: whether\b", said)
        blank = said.rstrip(".") if alone else desk.scene.blank(sought(desk, task))
        said = desk.scene.say("condition", "told", blank=blank)
    return under(case(desk, task), said)


def unknown(desk: Desk, task: Task) -> str:
    """The answer to a question without a fact: its statement with blanks, or one blank that names its condition too."""
    if _LATER.match(task.condition):
        return _in_time(desk, task)
    if task.condition:
        return behind(desk, [task], _where_met(desk, task))
    return explained(desk, task) or put(wants(desk, task), desk.scene, of=task.request.text)


_LATER = re.compile(r"(?:once|as soon as)\b|when (?:you|it|they) ha(?:s|ve)\b", re.I)
"""A time that is to come and no case to be decided: “once you have an estimated price range”."""


def _in_time(desk: Desk, task: Task) -> str:
    """What the company will tell the staff, and after what."""
    voice = desk.scene.voice
    verb = verb_of(task)
    do = _SPOKEN.get(verb, verb).format(staff=desk.scene.staff)
    thing = turn(resolved(desk, task), voice, known=True).rstrip(" ,;.")
    when = lowered(turn(task.condition, voice, known=True))
    return desk.scene.say("condition", "in_time", things=f"{do} {thing}", when=when)


_SPOKEN = {
    "tell": "advise {staff}",
    "advise": "advise {staff}",
    "provide": "provide {staff} with",
    "": "address",
}


def sought(desk: Desk, task: Task) -> str:
    """What a question under a condition wants, as a noun phrase."""
    thing = wanted(task.request, resolved(desk, task), desk.scene.voice, known=True)
    bare_why = re.fullmatch(r"(?:explanation of )?(?:the )?(?:reasons? )?why(?: not)?", thing)
    return "each reason, with the facts that carry it" if bare_why else thing


def explained(desk: Desk, task: Task) -> str:
    """The statement that the question becomes, with its blanks; "" where it can only be named."""
    if task.condition or task.points:
        return ""
    voice = desk.scene.voice
    thing = turn(resolved(desk, task), voice)
    if re.match(r"how (?:to|\S+ \S+)(?: can| could)? reconcile", thing) and (
        said := spanned(thing, desk.scene)
    ):
        return said
    if task.request.action == "quantify":
        said = quantity(thing, desk.scene)
    elif re.match(r"itemize\b", verb_of(task)):
        said = f"{raised(thing.split(',')[0])} is made up as follows: {desk.scene.blank(wants(desk, task))}."
    else:
        said = _by_element(desk, task) or explanation(thing, desk.scene, open_under(desk, task))
    said = _met(desk.plan.comment.text, thing, said)
    if not any(re.search(r"\b(?:CODM|chief operating decision maker) is\b", t.text) for t in desk.plan.told):
        said = _MAKER.sub(r"\g<0> ([●: title of the chief operating decision maker])", said, count=1)
    return said


_RECITED = re.compile(
    r"\b(?P<what>news articles?|websites?|press reports?|news reports?)\b"
    r"(?=[^.]{0,60}\b(?:stat|report|show|indicat|list|provid))",
    re.I,
)


def _met(comment: str, thing: str, said: str) -> str:
    """The statement on contacts, its blank also for what the staff recites of them from elsewhere."""
    found = [f"the {what}" for what in dict.fromkeys(m["what"].lower() for m in _RECITED.finditer(comment))]
    if not found or not _CONTACTS.match(thing):
        return said
    recited = f", and the matters that the Staff recites from {together(found)}"
    return re.sub(r"(?=(?: \([A-Z][\w ]+\))?\]\.$)", recited, said, count=1)


_CONTACTS = re.compile(r"(?:the )?nature and extent of\b.*\b(?:contacts|dealings)\b")


def _by_element(desk: Desk, task: Task) -> str:
    """A statement for each thing of a request for several; "" where one of them makes none."""
    parts = whole_elements(task.request)
    if len(parts) < SEVERAL or (considered(parts[0]) and not all(_ASKED_APART.match(p) for p in parts[1:])):
        return ""
    said: list[str] = []
    voice = desk.scene.voice
    for part in parts:
        named = bool(said) and said[-1].startswith(f"{raised(voice.noun)} ")
        said.append(
            explanation(turn(part, voice, known=named), desk.scene)
            or put(wanted(task.request, part, voice), desk.scene, known=bool(said))
        )
    apart = any(not s.startswith("[") for s in said) or all(_ASKED_APART.match(p) for p in parts)
    return " ".join(said) if apart else ""


_ASKED_APART = re.compile(r"(?:how|why|whether|what|when|which|where|who|if)\b", re.I)
"""A question that has a blank of its own."""
SEVERAL = 2
_MAKER = re.compile(r"\bchief operating decision maker\b(?! \()(?=[^\[\]]*(?:\[|$))")
"""Named outside a blank, the person is to be identified."""
