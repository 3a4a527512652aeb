"""Counsel's own order: explanations that the notes give in another order than the staff asks, told as the notes go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import CHANGING, Plan, Task, Treat, stated

POINTS_BACK = re.compile(
    r"(?:That|This|These|Those|They|He|She|It|Its|Their|Both|Neither|Such|Since then|"
    r"The (?:rest|remainder|balance|others?))\b"
)
"""How a sentence begins that cannot stand without the one before it."""


def in_counsels_order(plan: Plan) -> Plan:
    """The plan, its explanations told together where the notes give them in another order than they are asked.

    What points back to a sentence that was placed with a change of the filing has that sentence before it here too.
    """
    tasks = _with_antecedents(plan.tasks)
    free = [t for t in tasks if t.treat is Treat.TELL and stated(t) and not (t.condition or t.closed)]
    return replace(plan, tasks=_together(tasks, _crossing(free)))


def by_place(told: Sequence[Told]) -> list[Told]:
    """The sentences of several requests in the order of the notes."""
    return sorted(told, key=lambda t: (t.place, t.part))


def _with_antecedents(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, an explanation that begins by pointing back with what it points to, where that stands elsewhere."""
    changing = {s.place: s for t in tasks if t.treat in CHANGING for s in stated(t)}

    def led(task: Task) -> Task:
        here = {s.place for s in task.told}
        sentences: list[Told] = []
        for said in task.told:
            run = [said]
            while (
                task.treat is Treat.TELL
                and POINTS_BACK.match(run[0].text)
                and run[0].use is Use.STATE
                and run[0].place - 1 not in here
                and (before := changing.get(run[0].place - 1))
                and is_clause(before.text)
            ):
                run.insert(0, before)
            sentences += run
        return replace(task, told=tuple(sentences))

    return tuple(map(led, tasks))


def _crossing(tells: Sequence[Task]) -> list[Task]:
    """The explanations from the first to the last that stand in another order than their sentences in the notes."""
    places = [[s.place for s in stated(t)] for t in tells]
    crossed = [(i, j) for j in range(len(tells)) for i in range(j) if max(places[i]) > min(places[j])]
    if not crossed:
        return []
    return list(tells[min(i for i, _ in crossed) : max(j for _, j in crossed) + 1])


def _together(tasks: Sequence[Task], crossing: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, those that cross as one at the place of the first."""
    if not crossing:
        return tuple(tasks)
    first, *others = crossing
    told = by_place([s for t in crossing for s in t.told])
    one = replace(first, told=tuple(told), beside=tuple(crossing))
    return tuple(one if t is first else t for t in tasks if t not in others)
