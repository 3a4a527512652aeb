"""Conditions that counsel's notes decide: then the branch is followed or closed, and no "if so" is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.clauses import asked
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import CHANGING, Task, Treat, stated, stems

_IF_SO = re.compile(r"^(?:and )?(?:if so|if true|if yes|if you do|in that case)\b", re.I)
_MATERIAL = re.compile(r"\bmaterial", re.I)
_DENIES = re.compile(r"\b(?:no|none|not|neither|never|nor|cannot)\b", re.I)
_BOUNDS = re.compile(r"\b(?:if|so|to the extent|where|when|unless|you|your)\b", re.I)
ENOUGH = 0.33
"""Share of a question's content words that a denial must hold to be its answer."""


def with_shared_conditions(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, one that goes on with a conditional list under the list's condition.

    “If so, disclose X, describe Y and explain Z” sets three things under one condition.
    """
    done: list[Task] = []
    for task in tasks:
        before = done[-1] if done else None
        if before and before.condition and not task.condition and _goes_on(before, task):
            shared = replace(task.request, conditional=before.request.conditional)
            done.append(replace(task, request=shared))
        else:
            done.append(task)
    return tuple(done)


def _goes_on(before: Task, task: Task) -> bool:
    inside = before.request.text.rstrip().endswith(",") or re.match(r"(?:and |to )", task.request.text)
    return bool(inside) and before.treat is task.treat and before.request.end >= task.request.start - 2


def decide(tasks: Sequence[Task], promised: bool) -> tuple[Task, ...]:
    """The tasks, each condition that the notes decide marked as met or closed by the words that deny it.

    Where the client has `promised` the change no branch is closed.
    """
    done = list(tasks)
    for task in tasks:
        if not task.condition or task.treat not in CHANGING:
            continue
        question = _question(done, task)
        denial = _denial(question, task)
        if denial and not promised:
            others = tuple(t for t in task.told if t is not denial)
            done[task.index] = replace(task, closed=denial.text, told=(*others, denial))
            if not question:
                continue
            left = tuple(t for t in question.told if t is not denial)
            if any(t.use is Use.STATE for t in left):
                done[question.index] = replace(question, told=left)
        elif (question and _affirmed(question, task)) or _stated(task, tasks):
            done[task.index] = replace(task, met=True)
    return tuple(done)


HALF = 0.5
"""Share of a condition's content words in one sentence that states it."""


def _stated(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether the notes say outright that the condition holds: “a report that the Company commissioned”."""
    words = stems(_BOUNDS.sub(" ", task.condition))
    if len(words) < 2 or _IF_SO.match(task.condition) or _MATERIAL.search(task.condition):
        return False
    facts = [s.text for t in tasks for s in stated(t) if not _DENIES.search(s.text)]
    return not _DENIES.search(task.condition) and any(
        len(words & stems(f)) >= HALF * len(words) for f in facts
    )


def _question(tasks: Sequence[Task], task: Task) -> Task | None:
    """The “tell us whether” that the condition hangs on: the last answer in the letter before it."""
    before = [t for t in tasks if t.index < task.index and t.treat in {Treat.TELL, Treat.CONFIRM}]
    last = before[-1] if before else None
    return last if last and (_IF_SO.match(task.condition) or _MATERIAL.search(task.condition)) else None


def _denial(question: Task | None, task: Task) -> Told | None:
    words = stems(asked(question.request)) if question else stems(_BOUNDS.sub(" ", task.condition))
    words = words | stems(_BOUNDS.sub(" ", task.condition)) if _MATERIAL.search(task.condition) else words
    scored = [
        (len(words & stems(t.text)), t)
        for t in (*(stated(question) if question else ()), *stated(task))
        if _DENIES.search(t.text) and not t.redacted
    ]
    best = max(scored, key=lambda s: s[0], default=None)
    return best[1] if best and best[0] >= max(min(2, len(words)), ENOUGH * len(words)) else None


def _affirmed(question: Task, task: Task) -> bool:
    """Whether the notes state what the question asks: then "if so" is so; materiality stays open."""
    facts = stated(question)
    return (
        bool(facts)
        and not any(_DENIES.search(t.text) for t in facts)
        and not _MATERIAL.search(task.condition)
        and bool(_IF_SO.match(task.condition))
    )
