"""What falls away with a condition that the notes answer with no: in one sentence, for all that hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Passage
from drafter.drafting.answers.amending import to_do
from drafter.drafting.answers.filing import paper_of
from drafter.drafting.answers.telling import told_text
from drafter.drafting.answers.undertaking import thing_of
from drafter.drafting.answers.unknowns import sought
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clauses import WEIGHED, bare
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import Task, Treat, stated
from drafter.drafting.planning.presuming import TAKEN_OUT
from drafter.drafting.planning.prose import stands
from drafter.drafting.sentences.desk import Desk, authority_of, done_to, indices, sources, verb_of


def close(desk: Desk, group: Sequence[Task]) -> Passage:
    """The denial, where it does not stand yet, and that what is asked under the condition is not done."""
    denial = group[0].closed
    if not group[0].request.conditional:
        told = list(dict.fromkeys(t for task in group for t in stated(task)))
        return Passage(
            f"{told_text(desk, told) if told else ''} {_without(desk, group)}".strip(),
            sources(told, "comment"),
            indices(group),
        )
    live = [t for t in desk.plan.tasks[: group[0].index] if t.treat is not Treat.NOT_TAKEN]
    before = any(s.text == denial for t in live for s in stated(t))
    whole = [t for t in desk.plan.tasks if t in group or (t.closed == denial and t.treat is Treat.NOT_TAKEN)]
    told = [t for task in whole for t in stated(task) if t.text != denial or not (before or _says_only_no(t))]
    told = list(dict.fromkeys(told))
    said = _falls(desk, group)
    others = [t for t in told if t.text != denial]
    if (
        len(others) < len(told)
        and said.startswith(_SO)
        and is_clause(denial)
        and not denial.startswith("As ")
    ):
        said = f"As {_SO_NOT.sub('', lowered(denial).rstrip('.'))}, {said.removeprefix(_SO)}"
    else:
        others = told
    text = f"{told_text(desk, others) if others else ''} {said}".strip()
    return Passage(text, sources(told, "comment"), indices(group))


def _without(desk: Desk, group: Sequence[Task]) -> str:
    """That nothing follows of a thing that there is not."""
    treats = {t.treat for t in group}
    if treats == {Treat.AMEND}:
        return desk.scene.say("amend", "not_amended")
    if treats & {Treat.FILE, Treat.SUPPLY}:
        return desk.scene.say("amend", "nothing_filed", do="file" if Treat.FILE in treats else "provide")
    stays = all(TAKEN_OUT.match(f"to {t.request.action} {t.request.object}") for t in group)
    where = "amend" if Treat.REVISE in treats else "condition"
    return desk.scene.say(where, "unchanged" if stays else "not_added")


_SO = "Accordingly, "
_SO_NOT = re.compile(
    r",? (?:and )?(?:so|hence|therefore|thus),? (?:there (?:is|was) )?(?:no|not|nothing|none)\b[^,;.]*$"
)
"""What a note infers for the answer: “we did not commission it, so no consent”."""


def _says_only_no(told: Told) -> bool:
    """Whether the note only says that nothing is done: “Not adding anything.”"""
    return not (stands(told) and is_clause(told.text)) and len(told.text.split()) <= FEW


FEW = 4
"""Words that say no more than that."""


def _falls(desk: Desk, group: Sequence[Task]) -> str:
    """That nothing of it is done, with the authority that the staff names for it."""
    scene, place = desk.scene, desk.plan.place
    acts = [d for t in group if (d := _doing(desk, t))]
    if not acts:
        return _unasked(desk, group[0])
    if all(t.treat is Treat.AMEND for t in group):
        return scene.say("amend", "not_amended")
    things = " or to ".join(acts)
    law = authority_of(desk.plan, group)
    if _BINDS.match(law):
        done = "closed_now" if place.target is Target.REGISTRATION else "closed_later"
        return scene.say("condition", done, law=law, things=things)
    if all(t.treat is Treat.REVISE for t in group):
        return scene.say("amend", "not_done", things=f"to {things}")
    if all(t.treat is Treat.FILE for t in group):
        return scene.say("amend", "not_filed", thing=" or ".join(paper_of(desk, t) for t in group))
    return scene.say("condition", "closed", things=things)


_BINDS = re.compile(r"(?:the )?(?:Rules?|Items?|Sections?|Instructions?|Regulation|Article|ASC|FASB ASC)\b")


def _doing(desk: Desk, task: Task) -> str:
    """What is not done, as an infinitive; "" for a question that falls away without an answer."""
    if task.treat is Treat.FILE:
        return f"file {paper_of(desk, task)}"
    if task.treat is Treat.AMEND:
        return "amend the filing"
    if task.treat is Treat.REVISE:
        return to_do(desk, task).removeprefix("to ")
    if task.treat is Treat.TELL:
        named = not ASKING.match(_sought(desk, task)) and _NAMES.match(verb_of(task))
        return f"{verb_of(task)} {turn(task.request.object, desk.scene.voice, known=True)}" if named else ""
    return done_to(verb_of(task), thing_of(desk, task)[0].rstrip(","))


_NAMES = re.compile(r"(?:identify|name|list)\b")
"""What is told of a thing and not asked: “identify the author as an expert”."""


def _sought(desk: Desk, task: Task) -> str:
    return re.sub(rf"^whether and (?=how\b)|, {WEIGHED}$", "", sought(desk, task))


def _unasked(desk: Desk, task: Task) -> str:
    """That a question falls away."""
    thing = _sought(desk, task)
    if task.closed == task.condition:
        said = re.sub(r"^(?:[Ii]f|[Tt]o the extent(?: that)?) ", "", bare(task.condition))
        return desk.scene.say("condition", "not_kept_to", case=turn(said, desk.scene.voice, known=True))
    return desk.scene.say("condition", "no_question" if ASKING.match(thing) else "no_further", thing=thing)
