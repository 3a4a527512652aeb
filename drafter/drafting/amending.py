"""What is changed now: revised pages of an amendment, amended reports, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Passage
from drafter.drafting.awaiting import open_condition, undecided
from drafter.drafting.clauses import MATTER, asked
from drafter.drafting.desk import (
    Desk,
    indices,
    regarding,
    resolved,
    sources,
    verb_of,
)
from drafter.drafting.dues import Target
from drafter.drafting.notes import Use
from drafter.drafting.places import BLANK, joined, pages_in, place_only
from drafter.drafting.plan import Task, stated
from drafter.drafting.prose import running
from drafter.drafting.topic import topic
from drafter.drafting.turning import third_person, turn

FEW = 2
"""Requests; more of them are taken point by point."""
LONG = 34
"""Words; what is longer is not said over again."""


def revise(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What the amendment filed with the letter has changed, by page."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in group for t in stated(task)]
    page, amendment = _page(desk, group), plan.place.amendment
    told = [t for t in told if not place_only(t.said) and not _SAID_ALREADY.match(t.text)]
    waiting = undecided(group)
    certain = [t for t in group if t not in waiting]
    if certain:
        frame = "revised" if len(certain) <= FEW else "revised_many"
        text = (
            _revised(desk, certain, page)
            if frame == "revised"
            else desk.say("amend", frame, page=page, amendment=amendment)
        )
        yield Passage(
            regarding(text, plan, certain) if frame == "revised" else text,
            ("comment", "matter"),
            indices(certain),
        )
        for task in certain if frame == "revised_many" else ():
            end = "." if task is certain[-1] else ";"
            thing = turn(resolved(desk, task), scene.voice, known=True)
            yield Passage(f"• to {verb_of(task)} {thing}{end}", ("comment",), (task.index,))
    if told:
        name = topic(turn(resolved(desk, certain[0]), scene.voice, known=True)) if certain else ""
        yield Passage(running(told, name), sources(told), indices(group))
    for task in waiting:
        yield open_condition(desk, [task])


STATEMENT = "the statement on which the Staff comments"


def withdraw(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Words taken out instead of explained, with what the notes say stands there now."""
    told = [t for task in group for t in stated(task) if not place_only(t.said)]
    thing = STATEMENT.replace("the Staff", desk.scene.staff)
    if desk.plan.place.target is Target.REGISTRATION:
        page = _page(desk, group)
        text = desk.say("amend", "withdrawn", thing=thing, page=page, amendment=desk.plan.place.amendment)
    else:
        text = desk.say("undertake", "withdrawn", thing=thing, due=desk.plan.place.due)
    yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", "matter"), indices(group))


_SAID_ALREADY = re.compile(
    r"(?:The [A-Z]\w+|We) (?:has|have) (?:removed|deleted|added|revised|included|corrected|made) "
    r"(?:it|them|this|that|the (?:change|sentence|statement|adjustment|disclosure))\.$"
)
"""A note that says no more than that the words were changed."""
_CONFORMING = re.compile(
    r"(?:any )?(?:corresponding|conforming|similar|appropriate|consistent) (?:revisions?|changes?)\b"
)


def _page(desk: Desk, group: Sequence[Task]) -> str:
    """The pages that the notes give for these requests, else for the comment, else a blank for them."""
    near = [t.said for task in group for t in task.told] or [t.said for t in desk.plan.loose]
    every = [t.said for t in desk.plan.told if t.use is not Use.HELD]
    for said in (near, every):
        places = [p for t in said if place_only(t) and (p := pages_in(t))]
        if found := joined(places) or next((p for t in said if (p := pages_in(t))), ""):
            return found
    return BLANK


def _revised(desk: Desk, certain: Sequence[Task], page: str) -> str:
    """That the pages are revised and what to do, one sentence a request."""
    parts = {"page": page, "amendment": desk.plan.place.amendment}
    said: list[str] = []
    for task in certain:
        thing = _said(desk, task)
        again = verb_of(task) == "revise" and " to " in thing
        if _CONFORMING.match(thing):
            said.append(desk.scene.say("amend", "conforming", **parts))
        elif (
            verb_of(task) == "consider" or len(thing.split()) > LONG or asked(task.request) == MATTER or again
        ):
            said += [desk.say("amend", "requested", **parts)] if not said else []
        elif not said:
            said.append(desk.say("amend", "revised", verb=verb_of(task), thing=thing, **parts))
        else:
            said.append(desk.scene.say("amend", "also", verb=_third(verb_of(task)), thing=thing))
    return " ".join(said)


def _said(desk: Desk, task: Task) -> str:
    """What the request wants in the person of the letter, with the "that" of a statement."""
    thing = turn(resolved(desk, task), desk.scene.voice, known=True)
    that = re.match(r"(?P<manner>[a-z]+ly )?that\b", task.request.object)
    if that is None or thing.startswith("that "):
        return thing
    return f"{that['manner'] or ''}that {thing}"


def _third(verb: str) -> str:
    """The verb of a phrase in the third person: “begin with” -> “begins with”, “quantify or explain”."""
    first, _, rest = verb.partition(" ")
    both = re.sub(r"^or (\w+)", lambda m: f"or {third_person(m[1])}", rest)
    return f"{third_person(first)} {both}".strip()
