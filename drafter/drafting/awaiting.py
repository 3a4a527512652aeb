"""A condition that nobody has decided yet: one blank in the letter, and for counsel what the answer says either way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Finding, Passage, Severity
from drafter.drafting.casing import lowered, raised
from drafter.drafting.clauses import MATTER, asked, bare, wanted
from drafter.drafting.desk import (
    Desk,
    follows_question,
    indices,
    material,
    open_question,
    resolved,
    under_condition,
    verb_of,
    whether,
)
from drafter.drafting.intents import promise_of
from drafter.drafting.nouns import plural
from drafter.drafting.plan import Plan, Task, Treat, groups, stated, stems
from drafter.drafting.scene import Scene
from drafter.drafting.topic import topic
from drafter.drafting.turning import turn


def awaits(plan: Plan, group: Sequence[Task], first: bool) -> bool:
    """Whether the change that the group asks for waits for a condition that neither notes nor counsel decide.

    The client's own promise of the change, which stands in the `first` group, decides it.
    """
    open_ = bool(group[0].condition) and not group[0].closed and not any(stated(t) for t in group)
    return open_ and not (first and promise_of(plan))


def undecided(group: Sequence[Task]) -> list[Task]:
    """Those of the requests for revised pages whose condition no sentence of the notes speaks to."""
    said = stems(" ".join(t.text for task in group for t in stated(task)))
    return [t for t in group if t.condition and not stems(t.condition) & said]


def open_condition(desk: Desk, group: Sequence[Task]) -> Passage:
    """The condition as a blank that also asks for what hangs on it; nothing is promised under it."""
    first, scene = group[0], desk.scene
    if follows_question(desk.plan, first):
        text = f"{scene.blank(_if_so(desk, group))}."
    elif material(first.condition):
        text = _if_material(desk, group)
    else:
        things = "; ".join(_wanted(desk, t) for t in group)
        limit = _inside(first).search(asked(first.request))
        question = whether(limit[0].strip(" ,"), scene) if limit else open_question(desk, first)
        text = _on_request(desk, group, f"{question}; if so, {things}")
    return Passage(text, ("comment",), indices(group))


def _wanted(desk: Desk, task: Task) -> str:
    """What hangs on the condition, as a noun phrase of the blank."""
    if _THAT.match(task.request.object):
        return f"a statement that {_without_condition(desk, task)}"
    thing = wanted(task.request, resolved(desk, task), desk.scene.voice, known=True)
    return _inside(task).sub("", thing) + _points(desk, task)


_THAT = re.compile(r"(?P<manner>[a-z]+ly )?that\b")


def _inside(task: Task) -> re.Pattern[str]:
    """The condition where it stands at the end of what is asked for: “... if significant in relation to capital”."""
    limit = rf",? {re.escape(bare(task.condition))}(?: (?:in relation|relative|compared) to .+)?$"
    return re.compile(limit, re.I)


def _without_condition(desk: Desk, task: Task) -> str:
    """What is asked for in the person of the letter, without a leading “that” and without its condition."""
    thing = turn(resolved(desk, task), desk.scene.voice, known=True)
    return _inside(task).sub("", thing).removeprefix("that ")


def _points(desk: Desk, task: Task) -> str:
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    return f": {points}" if points else ""


def _on_request(desk: Desk, group: Sequence[Task], open_: str) -> str:
    """The blank for what is open behind the request that waits for it, or with that in it where it is long."""
    things = " and ".join(f"{verb_of(t)} {_said(desk, t)}" for t in group)
    if any(t.points for t in group) or len(things.split()) > LONGEST_REQUEST or MATTER in things:
        wants = _materiality(desk, group) if material(group[0].condition) else open_
        return desk.say("condition", "first", blank=desk.scene.blank(wants))
    case = lowered(under_condition(group[0].condition, desk.scene))
    foregoing = "accordingly" in things and material(group[0].condition)
    blank = desk.scene.blank(_materiality(desk, group) if foregoing else open_)
    return desk.say("condition", "asked", things=things, case=case, blank=blank)


LONGEST_REQUEST = 34
"""Words; what is longer is not said over again."""


def _if_so(desk: Desk, group: Sequence[Task]) -> str:
    """What a change under “if so” needs, behind the question that has its own blank."""
    case = re.match(r"(?:and )?(if (?:so|not|true)|in that case)", group[0].condition, re.I)
    things = "; ".join(_wanted(desk, t) for t in group)
    weight = (
        ", and whether that is material, with the quantitative and qualitative basis"
        if "material" in group[0].condition.lower()
        else ""
    )
    return f"{case[1].lower() if case else 'if so'}, {things}{weight}"


def _if_material(desk: Desk, group: Sequence[Task]) -> str:
    """Whether the condition of materiality is met, for the client to decide, with its basis."""
    scene = desk.scene
    thing = _without_condition(desk, group[0]) if len(group) == 1 and not group[0].points else ""
    if not _NAMED.fullmatch(thing) or len(thing.split()) > LONGEST_NAMED:
        return _on_request(desk, group, "whether material, with the quantitative and qualitative basis")
    be = "are" if plural(topic(thing) or thing) else "is"
    basis = scene.blank(f"quantitative and qualitative basis for the conclusion on {topic(thing) or thing}")
    return f"{raised(thing)} [●: {be} or {be} not] material. {basis}."


_NAMED = re.compile(
    r"(?:the|its|our|any) (?!(?:\w+ )?(?:disclosures?|filings?)\b)(?!.*\b(?:that|which|who|whose|if|we|it|\w+gly)\b)"
    r"[\w'’ -]+"
)
"""A noun phrase without a clause in it, of which an answer can say that it is material."""
LONGEST_NAMED = 16
"""Words of it."""


def _materiality(desk: Desk, group: Sequence[Task]) -> str:
    voice = desk.scene.voice
    parts = [p for task in group for p in _things(desk, task)]
    if any(re.match(r"your? \w+ accordingly|your (?:disclosure|filing)s?\b", p) for p in parts):
        return "whether any of the foregoing is material, with the quantitative and qualitative basis"
    spoken = [_inside(task).sub("", turn(p, voice)) for task in group for p in _things(desk, task)]
    many = len(spoken) > 1
    things = "; ".join((topic(p) if many else "") or p for p in spoken)
    stem = topic(turn(resolved(desk, group[0]), voice)) if group[0].points else ""
    of = f": {stem}, as to " if stem else ": "
    return f"whether material, with the quantitative and qualitative basis{of}{things}"


def _things(desk: Desk, task: Task) -> tuple[str, ...]:
    return task.points or (resolved(desk, task),)


# What counsel is told


def either_way(plan: Plan, scene: Scene) -> tuple[Finding, ...]:
    """For each condition that is open, what the answer says if it is met and what if it is not."""
    return tuple(_either_way(plan, scene))


def _either_way(plan: Plan, scene: Scene) -> Iterator[Finding]:
    desk = Desk(plan, scene, written=1)
    for at, group in enumerate(groups(plan.tasks)):
        if group[0].treat in _FILED and awaits(plan, group, first=not at):
            yield _continued(desk, group)
        elif group[0].treat is Treat.REVISE:
            for task in undecided(group):
                yield _continued(desk, [task])


_FILED = frozenset({Treat.UNDERTAKE, Treat.REMOVE})


def _continued(desk: Desk, group: Sequence[Task]) -> Finding:
    voice, plan = desk.scene.voice, desk.plan
    things = " and ".join(f"{verb_of(t)} {_said(desk, t)}" for t in group)
    if group[0].treat is Treat.REVISE:
        when = f"on page [●: page number] of {plan.place.amendment}"
    else:
        when = f"in future filings, beginning with {plan.place.due}"
    case = lowered(under_condition(group[0].condition, desk.scene))
    does = "do" if voice.plural else "does"
    message = (
        f"The Staff's condition “{case}” is left open, as the notes do not decide it. "
        f"If it is met: “{raised(voice.noun)} will {things} {when}.” "
        f"If it is not: “As [●: the fact by which it is not], {voice.noun} {does} not propose to {things}.”"
    )
    return Finding("draft.condition", Severity.NOTE, message, plan.comment.number)


def _said(desk: Desk, task: Task) -> str:
    """What would be written, in the person of the letter and without the condition."""
    that = _THAT.match(task.request.object)
    manner = f"{that['manner'] or ''}that " if that else ""
    return f"{manner}{_without_condition(desk, task)}{_points(desk, task)}"
