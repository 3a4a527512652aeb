"""The other way to answer a comment, in a sentence that counsel can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Move
from drafter.drafting.clauses import MATTER
from drafter.drafting.desk import Desk, resolved, verb_of
from drafter.drafting.dues import Target
from drafter.drafting.places import BLANK
from drafter.drafting.plan import WRITING, Task, Treat
from drafter.drafting.scene import frames
from drafter.drafting.turning import turn

LONGEST = 30
"""Words of a request that the sentence repeats; a longer one is only referred to."""


_REVISED, _TOLD = "revised_disclosure", "explanation"
"""The deliverables of requests whose answers change the words of a filing, and stand in the letter itself."""


def alternatives(desk: Desk) -> Iterator[tuple[str, str]]:
    """Each other way to answer, by the check it is told under: the branches not taken, else another move where neither
    counsel nor the notes chose the one made.
    """
    tasks = desk.plan.tasks
    others = {t.request.alternative_of for t in tasks} - {None}
    branches = [t for t in tasks if t.treat is Treat.NOT_TAKEN and not t.met and _parted(t, others)]
    for task in branches:
        said, read = task.request.text.rstrip(" ,;"), _branch(desk, task)
        taken = f" Taken, it would read: “{read}”" if read else ""
        yield "draft.branch", f"The other branch was not taken: “{said}”{taken}"
    table = frames()["alternative"]
    moves = (f"{desk.plan.stance}_{desk.plan.place.target}", str(desk.plan.stance))
    other = table.get(next((m for m in moves if m in table), ""), {"sentence": ""})
    usable = _named(desk) or "{do}" not in other["sentence"]
    if other["sentence"] and usable and not branches and not _SETTLED.match(desk.plan.reason):
        yield "draft.alternative", f"Alternative: “{_say(desk, other['sentence'])}” ({other['needs']})."


_SETTLED = re.compile(r"The stance was set by counsel|The notes say")
"""Why a move was chosen that nobody wants an alternative to."""


def _parted(task: Task, others: set[int | None]) -> bool:
    """Whether the request stands against another or hangs on a condition, so that it is no part of what is said."""
    return task.index in others or task.request.alternative_of is not None or bool(task.condition)


def _branch(desk: Desk, task: Task) -> str:
    """How the answer would begin on the branch not taken, "" where it would send papers and not words."""
    branch = frames()["branch"]
    if task.request.deliverable == _REVISED:
        revised = "revised" if desk.plan.place.target is Target.REGISTRATION else "promised"
        return _say(desk, branch[revised], task)
    if task.request.deliverable != _TOLD:
        return ""
    wanted = turn(resolved(desk, task), desk.scene.voice, known=True)
    if len(wanted.split()) == 1:
        wanted = "each reason, with the facts that carry it"
    return _say(desk, branch["told"], blank=desk.scene.blank(wanted))


def _say(desk: Desk, sentence: str, task: Task | None = None, **parts: str) -> str:
    place = desk.plan.place
    do = doing(desk, task) if task else _named(desk) or doing(desk)
    parts |= {"do": do, "due": place.due, "page": BLANK, "amendment": place.amendment}
    return desk.scene.fill(sentence, **parts)


def _named(desk: Desk) -> str:
    """What the other answer does, by name, "" where that cannot be said: for a change, the change; for what is told,
    to disclose it, where nothing else is asked for.
    """
    if desk.plan.stance not in {Move.EXPLAIN, Move.ANALYSIS}:
        return doing(desk).replace(UNNAMED, "")
    tasks = [t for t in desk.plan.tasks if t.treat is not Treat.NOT_TAKEN]
    thing = turn(resolved(desk, tasks[0]), desk.scene.voice, known=True).rstrip(" ,;.") if tasks else ""
    told = all(t.treat is Treat.TELL for t in tasks) and thing != MATTER
    return f"disclose {thing}" if told and 0 < len(thing.split()) <= LONGEST else ""


UNNAMED = "make the requested change"


def doing(desk: Desk, task: Task | None = None) -> str:
    """What the task, else the first that changes a filing, would have the company do: "quantify each factor"."""
    task = task or next((t for t in desk.plan.tasks if t.treat in WRITING), None)
    thing = turn(resolved(desk, task), desk.scene.voice, known=True).rstrip(" ,;.") if task else ""
    thing = _WHERE.sub("", _OR_ELSE.sub("", thing))
    if task is None or thing in {"", MATTER} or task.treat in _FILED or len(thing.split()) > LONGEST:
        return UNNAMED
    return f"{verb_of(task)} {thing}"


_FILED = frozenset({Treat.AMEND, Treat.FILE})
_WHERE = re.compile(r",? (?:in|from) (?:(?:its|our|all|any) )?future filings\b")
_OR_ELSE = re.compile(r",? or, .*$")
