"""What an answer says where no note answers a question: the statement that would, with its blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.domain import Passage
from drafter.drafting.casing import lowered, raised
from drafter.drafting.clauses import MATTER, wanted
from drafter.drafting.desk import (
    Desk,
    authority_of,
    follows_question,
    open_question,
    premise,
    resolved,
    under_condition,
    verb_of,
)
from drafter.drafting.explaining import explanation
from drafter.drafting.nouns import quantity
from drafter.drafting.plan import Task
from drafter.drafting.resolving import whole_elements
from drafter.drafting.settling import named, single_things
from drafter.drafting.topic import topic
from drafter.drafting.turning import turn


def opened(desk: Desk, sentence: str) -> str:
    """The sentence after the opening of an explanation."""
    voice = desk.scene.voice
    named = re.match(rf"{re.escape(raised(voice.noun))} (?=[a-z])", sentence)
    sentence = f"{raised(voice.subject)} {sentence[named.end() :]}" if named else sentence
    return desk.scene.say("tell", "fact", desk.plan.turn, fact=lowered(sentence))


def about(desk: Desk, task: Task) -> str:
    """The short name of what a request is about, else of what the comment starts from, else ""."""
    voice = desk.scene.voice
    general = resolved(desk, task) == MATTER
    name = "" if general else topic(turn(resolved(desk, task), voice, known=True))
    if not name and (start := premise(desk.plan.comment.text)):
        name = turn(start, voice)
    if not name and desk.plan.comment.heading:
        last = re.sub(r"^\(\w+\) ?|,? pages? [\w-]+$", "", desk.plan.comment.heading[-1])
        name = (
            ""
            if re.match(r"(?:Form|General|Exhibit)\b|.*\b(?:[Cc]omment|[Rr]esponse)\b", last)
            or len(last) > 60
            else f"the disclosure under “{last}”"
        )
    return (name if len(name) < LONGEST_ABOUT else "") or (MATTER if general else "")


LONGEST_ABOUT = 90
"""Characters; a longer opening says the request over again."""


def wants(desk: Desk, task: Task, left: Sequence[str] = ()) -> str:
    """What the blank for that request asks for: all of it, or those of its things that are `left` open."""
    opening = under_condition(task.condition, desk.scene) if task.condition else ""
    condition = f"{opening[:1].lower()}{opening[1:]}, " if opening else ""
    every = single_things(task.request)
    whole = len(left) in {0, len(every)}
    things = (resolved(desk, task),) if whole else [named(t, every) for t in left]
    thing = "; ".join(wanted(task.request, t, desk.scene.voice) for t in things)
    thing = f"explanation of {thing}" if thing == MATTER else thing
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    what = authority_of(desk.plan, [task])
    if what and re.match(r"(?:how|why)\b", thing) and what not in thing and not points:
        thing = f"{thing}, with reference to {what}"
    return condition + thing + (f": {points}" if points else "")


def either_way(group: Sequence[Task]) -> tuple[Task, ...]:
    """Two requests “if so” and “if not” of which the notes decide neither; () for none."""
    for one, other in pairwise(group):
        if re.match(r"if so\b", one.condition, re.I) and re.match(r"if not\b", other.condition, re.I):
            return () if one.told or other.told else (one, other)
    return ()


def both_ways(desk: Desk, one: Task, other: Task) -> Passage:
    """One blank for what follows either way, and for the condition where no question before it has its own blank."""
    ways = f"if so, {_sought(desk, one)}; if not, {_sought(desk, other)}"
    before = desk.plan.tasks[one.index - 1] if one.index else None
    answers = (one.index, other.index)
    if before and not before.condition and re.match(r"whether\b|if\b", resolved(desk, before)):
        return Passage(f"{desk.scene.blank(ways)}.", ("comment",), answers)
    question = open_question(desk, one).removesuffix(", with the basis")
    about_ = topic(question)
    blank = desk.scene.blank(f"{question}; {ways}")
    text = (
        desk.say("tell", "topic", topic=about_, blank=blank)
        if about_
        else desk.say("tell", "plain", blank=blank)
    )
    return Passage(text, ("comment",), answers)


def unknown(desk: Desk, task: Task) -> str:
    """The answer to a question without a fact: its statement with blanks, or one blank that names its condition too."""
    scene, condition = desk.scene, task.condition
    if re.match(r"if (?:so|not)\b", condition, re.I) and follows_question(desk.plan, task):
        return f"{scene.blank(f'{condition.lower()}, {_sought(desk, task)}')}."
    if condition:
        thing = _sought(desk, task)
        case = "if not" if re.match(r"\W*(?:and )?if not\b", task.request.text, re.I) else "if so"
        blank = scene.blank(f"{open_question(desk, task)}; {case}, {thing}")
        return desk.say("condition", "first", blank=blank)
    if said := explained(desk, task):
        return said
    blank = scene.blank(wants(desk, task))
    name = about(desk, task)
    return (
        desk.say("tell", "topic", topic=name, blank=blank) if name else desk.say("tell", "plain", blank=blank)
    )


def _sought(desk: Desk, task: Task) -> str:
    """What a question under a condition wants, as a noun phrase."""
    thing = wanted(task.request, resolved(desk, task), desk.scene.voice, known=True)
    bare_why = re.fullmatch(r"(?:explanation of )?why(?: not)?", thing)
    return "each reason, with the facts that carry it" if bare_why else thing


def explained(desk: Desk, task: Task) -> str:
    """The statement that the question becomes, with its blanks; "" where it can only be named."""
    if task.condition or task.points:
        return ""
    voice = desk.scene.voice
    opens = not desk.written and not voice.plural
    thing = turn(resolved(desk, task), voice, known=opens)
    if task.request.action == "quantify":
        said = quantity(thing, desk.scene)
    elif re.match(r"itemize\b", verb_of(task)):
        said = f"{raised(thing.split(',')[0])} is made up as follows: {desk.scene.blank(wants(desk, task))}."
    else:
        said = _by_element(desk, task, opens) or explanation(
            thing, desk.scene, authority_of(desk.plan, [task])
        )
    if not any(re.search(r"\b(?:CODM|chief operating decision maker) is\b", t.text) for t in desk.plan.told):
        said = _MAKER.sub(r"\g<0> ([●: title of the chief operating decision maker])", said, count=1)
    return opened(desk, said) if said and opens else said


def _by_element(desk: Desk, task: Task, known: bool) -> str:
    """A statement for each thing of a request for several; "" where one of them makes none."""
    parts = whole_elements(task.request)
    if len(parts) < SEVERAL:
        return ""
    said = [
        explanation(turn(p, desk.scene.voice, known=known or n > 0), desk.scene) for n, p in enumerate(parts)
    ]
    return " ".join(said) if all(said) else ""


SEVERAL = 2
_MAKER = re.compile(r"\bchief operating decision maker\b(?! \()(?=[^\[\]]*(?:\[|$))")
"""Named outside a blank, the person is to be identified."""
