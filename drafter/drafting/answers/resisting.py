"""Pushing back: what the company does not believe it must do, and the showing that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Move, Passage
from drafter.drafting.answers.telling import told_text
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.ready import Use
from drafter.drafting.planning.departures import COMPLYING
from drafter.drafting.planning.intents import EXEMPT, refuses
from drafter.drafting.planning.ordering import by_place
from drafter.drafting.planning.plan import WRITING, Task, Treat, stated
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.desk import (
    Desk,
    authority_of,
    indices,
    open_blanks,
    resolved,
    sources,
    verb_of,
)

RESISTING = {
    Move.PUSH_BACK_IMMATERIAL: (
        "immaterial",
        "amount, base and percentage for each period presented, with the trend (Controller)",
    ),
    Move.PUSH_BACK_NOT_REQUIRED: (
        "not_required",
        "each element of the provision with the fact that meets it, and whether Rule 12b-20 calls for more",
    ),
    Move.PUSH_BACK_NOT_USED: (
        "not_used",
        "what management looks at instead, who receives it and how often, and what happens if that changes",
    ),
}
"""The frame of each way to push back, and the showing it cannot do without."""
DECLINED = "The notes are taken to decline the change."
"""The reason of a stance that no word of the notes names."""


_QUALITATIVE = re.compile(
    r"\b(?:covenants?|bonus|compensation|trend|segments?|analysts?|loss into|regulat\w+)\b", re.I
)


def resist(desk: Desk) -> Iterator[Passage]:
    """The showing that a push back rests on: the facts given, else a blank; never the bare claim."""
    plan, scene = desk.plan, desk.scene
    frame, showing = RESISTING[plan.stance]
    live = [t for t in plan.tasks if t.treat is not Treat.NOT_TAKEN]
    told = list(dict.fromkeys(t for task in live for t in stated(task)))
    if head := _refusal(desk):
        yield Passage(head, ("comment",), indices(live))
    lead = (
        (running(told) if head else told_text(desk, told))
        if told
        else scene.say("push_back", frame, plan.turn, blank=scene.blank(showing))
    )
    opens = open_blanks([t for task in live for t in task.told])
    shown = _conclusion(desk) if head and told else ""
    yield Passage(" ".join(filter(None, (lead, opens, shown))), sources(told, "comment"), indices(live))
    if plan.stance is Move.PUSH_BACK_IMMATERIAL:
        given = any(_QUALITATIVE.search(t.text) for t in told)
        more = "further " if given else ""
        what = f"{more}qualitative factors bearing on materiality under SAB Topic 1.M (Controller)"
        yield Passage(scene.say("push_back", "qualitative", blank=scene.blank(what)), ("law",), indices(live))
        if any(re.search(r"\d ?(?:%|percent)", t.text) for t in told):
            yield Passage(scene.say("push_back", "conclusion"), sources(told, "comment"), indices(live))
    if plan.reason != DECLINED and any(t.treat is Treat.UNDERTAKE for t in plan.tasks):
        yield Passage(scene.say("push_back", "monitor"), ("comment",), ())


def as_decided(
    tasks: Sequence[Task], chosen: tuple[Move, str], set_by_counsel: Move | None, declines: bool
) -> tuple[tuple[Task, ...], Move, str]:
    """The tasks, the stance and its reason, with no promise where counsel explains or the notes decline."""
    if set_by_counsel is Move.EXPLAIN:
        return _explained(tasks), *chosen
    if set_by_counsel is not None:
        return tuple(tasks), *chosen
    return _unchanged(tasks, *chosen, tasks if declines else ())


def _explained(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks where counsel has the answer explain: what was to be disclosed is told, and nothing is filed."""
    return tuple(
        replace(t, treat=Treat.TELL if t.treat in _TOLD or t.told else Treat.NOT_TAKEN)
        if t.treat in WRITING and not t.closed
        else t
        for t in tasks
    )


_TOLD = frozenset({Treat.UNDERTAKE, Treat.REVISE})
"""Changes of which the letter can tell the substance."""


def _unchanged(
    tasks: Sequence[Task], stance: Move, reason: str, refused: Sequence[Task]
) -> tuple[tuple[Task, ...], Move, str]:
    """The tasks, the stance and its reason where the notes decline those changes: what else is asked is answered,
    beside what is said of them; where nothing else is, the answer pushes back. What fell with a condition explains all.
    """
    changes = [t for t in tasks if t.treat in WRITING and not t.closed]
    without = [t for t in changes if t in refused]
    home = next((t for t in reversed(tasks) if t.treat is Treat.TELL and not t.closed), None)
    alone = home is None and (stance not in COMPLYING or without != changes)
    if not without or any(t.closed for t in tasks) or alone:
        return tuple(tasks), stance, reason
    if home is None:
        return tuple(tasks), Move.PUSH_BACK_NOT_REQUIRED, DECLINED
    told = tuple(s for t in without for s in t.told if s not in home.told)
    done = {t.index: replace(t, treat=Treat.NOT_TAKEN, told=(), met=True) for t in without}
    done[home.index] = replace(home, told=tuple(by_place([*home.told, *told])))
    left = tuple(done.get(t.index, t) for t in tasks)
    if without != changes:
        return left, stance, reason
    return left, Move.EXPLAIN if stance in COMPLYING else stance, DECLINED


def no_change(desk: Desk, written: Sequence[str]) -> Iterator[Passage]:
    """That nothing is to be changed, where the notes decline it and nothing written says so yet."""
    told = [t for t in desk.plan.told if t.use is Use.STATE]
    if desk.plan.reason == DECLINED and told and not any(map(_SAYS_SO.search, written)):
        yield Passage(desk.scene.say("push_back", "no_change"), sources(told, "comment"), ())


_SAYS_SO = re.compile(
    r"\bno (?:\w+ )?(?:change|amendment|revision|disclosure)s?\b|\bnothing (?:to|further|more)\b|"
    r"\bnot (?:believe|required|necessary|need|propose|intend)|\bwill not\b",
    re.I,
)


def _refusal(desk: Desk) -> str:
    """The conclusion first, where the notes refuse what the staff asks: that the company need not do it; else ""."""
    plan = desk.plan
    task = next((t for t in plan.tasks if t.treat in WRITING or t.treat is Treat.NOT_TAKEN), None)
    if task is None or not refuses(plan.told) or any(EXEMPT.search(t.text) for t in plan.told):
        return ""
    thing = turn(resolved(desk, task), desk.scene.voice, known=True).rstrip(" ,;.")
    what = authority_of(plan, plan.tasks)
    return desk.say(
        "push_back", "refused", do=f"{verb_of(task)} {thing}", under=f" under {what}" if what else ""
    )


def _conclusion(desk: Desk) -> str:
    """The blank for what the facts given do not show of the provision."""
    what = authority_of(desk.plan, desk.plan.tasks) or "the provision"
    return f"{desk.scene.blank(f'conclusion under {what}, with any element that these facts do not show')}."
