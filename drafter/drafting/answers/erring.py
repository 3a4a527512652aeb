"""An error in filed figures: which is right, the bridge, the correction, and what must be settled with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Passage
from drafter.drafting.answers.telling import told_text
from drafter.drafting.disclosure.revising import corrected as corrected_text
from drafter.drafting.notes.ready import Use
from drafter.drafting.planning.bridges import amounts, between_amounts, bridged
from drafter.drafting.planning.plan import Plan, Treat
from drafter.drafting.sentences.desk import Desk, indices, open_blanks, sources


def reconciles(plan: Plan) -> bool:
    """Whether the answer sets two amounts against each other, and not only an account of what went wrong."""
    live = [t for t in plan.tasks if t.treat is not Treat.NOT_TAKEN]
    if (
        live
        and all(t.treat is Treat.TELL for t in live)
        and any(t.request.action == "reconcile" for t in live)
    ):
        return False
    return any(t.treat is not Treat.TELL for t in live) or len(amounts(plan.comment.text)) > 1 or not live


def correct(desk: Desk) -> Iterator[Passage]:
    """Which figure is right, the bridge, what follows, and blanks for materiality and controls."""
    plan, scene = desk.plan, desk.scene
    live = [t for t in plan.tasks if t.treat is not Treat.NOT_TAKEN]
    told = [t for t in plan.told if t.use is Use.STATE]
    corrected = [t for t in told if re.search(r"\bwill be corrected\b|\bwill correct\b", t.text)]
    facts = [t for t in told if t not in corrected]
    opens = open_blanks(plan.told)
    if facts or opens:
        text = f"{told_text(desk, facts) if facts else ''} {opens}".strip()
        yield Passage(text, sources(facts, "comment"), indices(live))
    if text := bridged(plan, scene):
        yield Passage(text, sources(facts, "comment"), indices(live))
    elif len(list(amounts(plan.comment.text))) > 1:
        yield Passage(between_amounts(plan, scene), sources(facts, "comment"), indices(live))
    if corrected:
        yield Passage(" ".join(t.text for t in corrected), sources(corrected), indices(live))
        yield from corrected_text(plan)
    yield from consequences(desk)


MATERIALITY = (
    "whether and how materiality of the error was assessed, quantitatively and qualitatively, "
    "and with what result (Controller, auditor)"
)
CONTROLS = (
    "effect, if any, on the conclusions on disclosure controls and procedures and on internal control "
    "over financial reporting, and whether the auditor and the audit committee were informed (Controller)"
)
INFORMED = "whether the auditor and the audit committee were informed, and when (Controller)"
_CONTROLS_TOLD = re.compile(r"\bmaterial weakness|\bdisclosure controls\b|\bDC&P\b|\bICFR\b", re.I)
_INFORMED_TOLD = re.compile(r"\baudit committee\b", re.I)


def consequences(desk: Desk) -> Iterator[Passage]:
    """What an error brings with it, materiality, and what of controls and who was informed the notes do not tell."""
    told = "\n".join(t.said for t in desk.plan.told if t.use is not Use.HELD)
    controls = INFORMED if _CONTROLS_TOLD.search(told) else CONTROLS
    wanted = [("materiality", MATERIALITY)]
    if not (controls is INFORMED and _INFORMED_TOLD.search(told)):
        wanted.append(("controls", controls))
    for frame, want in wanted:
        yield Passage(desk.scene.say("reconcile", frame, blank=desk.scene.blank(want)), ("comment",), ())
