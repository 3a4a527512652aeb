"""Pushing back: what the company does not believe it must do, and the showing that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Move, Passage
from drafter.drafting.desk import Desk, authority_of, indices, open_blanks, resolved, sources, verb_of
from drafter.drafting.intents import EXEMPT, refuses
from drafter.drafting.plan import WRITING, Treat, stated
from drafter.drafting.prose import running
from drafter.drafting.telling import told_text
from drafter.drafting.turning import turn

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
    if any(t.treat is Treat.UNDERTAKE for t in plan.tasks):
        yield Passage(scene.say("push_back", "monitor"), ("comment",), ())


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
