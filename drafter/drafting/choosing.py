"""A note that names one of the alternatives asked about, as the sentence that answers: “Possible, not probable.”"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.casing import lowered, raised
from drafter.drafting.clauses import asked
from drafter.drafting.kinds import FIGURE
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, stems
from drafter.drafting.settling import things
from drafter.drafting.turning import Voice, turn

_THREE = re.compile(
    r"^(?:whether|if) (?:or not )?(?P<before>[^,;]+?) (?P<one>[a-z-]+), (?P<two>[a-z-]+),? or (?P<three>[a-z-]+)\W*$",
    re.S,
)
SHORT = 8
"""Words of a note that is no more than a choice."""


def with_choices(told: Sequence[Told], tasks: Sequence[Task], voice: Voice) -> tuple[Told, ...]:
    """The sentences, a bare choice among what is asked as a whole one: “The Company considers an outflow possible”."""
    asks = [m for t in tasks if (m := _THREE.match(asked(t.request)))]
    return tuple(next((c for m in asks if (c := _chosen(t, m, voice)) is not t), t) for t in told)


def _chosen(told: Told, asks: re.Match[str], voice: Voice) -> Told:
    said = told.said.strip()
    first = re.match(
        r"(?:reasonably |only |merely )?(?P<word>[A-Za-z-]+)(?=$|[,.;]| (?:but|and|not)\b)", said, re.I
    )
    usable = told.use in {Use.STATE, Use.OPEN} and len(said.split()) <= SHORT and not told.redacted
    if not (first and usable and first["word"].lower() in {asks["one"], asks["two"], asks["three"]}):
        return told
    text = f"{raised(turn(asks['before'], voice))} {lowered(said).rstrip('.')}."
    return replace(told, text=text, use=Use.STATE)


def at_their_questions(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, each choice with the question that it answers, and a short sentence that follows it in the note, and
    figures with the request for them.
    """
    tasks = [_but_the_rest(t) for t in _with_their_amounts(tasks)]
    done = list(tasks)
    for task in tasks:
        asks = _THREE.match(asked(task.request))
        for other in tasks if asks else ():
            moved = _of(other, asks) if asks and other is not task else ()
            if moved:
                kept = tuple(t for t in other.told if t not in moved)
                done[other.index] = replace(done[other.index], told=kept)
                done[task.index] = replace(done[task.index], told=(*moved, *done[task.index].told))
    return tuple(done)


_OUTLOOK = re.compile(
    r"^(?:whether|if|how|what)\b.*\b(?:expect|anticipat|continu|persist|recur|trend|outlook|future|likely)\w*",
    re.I | re.S,
)
"""What is asked of the time to come: “whether you expect the trend to continue”."""
_QUANTIFIES = re.compile(r"\b(?:quantif|amounts?\b|how much\b|break out|disaggregat)", re.I)
_FORESEES = re.compile(
    r"\b(?:expect|anticipat|continu|persist|recur|will|may|should|likely|until|next|forecast|budget|plan|outlook|"
    r"one-time|non-?recurring|not repeat)",
    re.I,
)


def _with_their_amounts(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, figures of the past that stand with a question on the time to come given to the request before it
    that asks for amounts.
    """
    done = list(tasks)
    for task in tasks:
        before = [t for t in done if t.index < task.index and _QUANTIFIES.search(t.request.text)]
        if not before or not _OUTLOOK.match(asked(task.request)):
            continue
        moved = tuple(t for t in task.told if t.use is Use.STATE and _of_the_past(t.said))
        home = before[-1]
        done[home.index] = replace(home, told=(*home.told, *moved))
        done[task.index] = replace(task, told=tuple(t for t in task.told if t not in moved))
    return tuple(done)


def _but_the_rest(task: Task) -> Task:
    """The task, what does not speak of other things with one of those named and not with “any other terms”."""
    named = [t for t in things(task) if not _OTHERS.match(t)]
    if not named or not any(_OTHERS.match(t.thing) for t in task.told):
        return task
    return replace(task, told=tuple(_at_a_named(t, named) for t in task.told))


def _at_a_named(told: Told, named: Sequence[str]) -> Told:
    if not _OTHERS.match(told.thing) or _SPEAKS_OF_OTHERS.search(told.said):
        return told
    return replace(told, thing=max(named, key=lambda n: len(stems(n) & stems(told.said))))


_OTHERS = re.compile(r"(?:any|the|all|each|and)? ?(?:other|additional|further)\b", re.I)
_SPEAKS_OF_OTHERS = re.compile(r"\b(?:other|others|else|further|additional|none|also|no more)\b", re.I)


def _of_the_past(said: str) -> bool:
    return bool(FIGURE.search(said)) and not _FORESEES.search(said)


def _of(task: Task, asks: re.Match[str]) -> tuple[Told, ...]:
    """Those of the task's sentences that choose among what is asked there, each with a short one behind it."""
    names = {asks["one"], asks["two"], asks["three"]}
    found: list[Told] = []
    for at, told in enumerate(task.told):
        first = re.match(r"(?:reasonably |only |merely )?(\w+)", told.said.lower())
        chooses = first and first[1] in names and len(told.said.split()) <= SHORT
        before = task.told[at - 1] if at else None
        follows = (
            before in found
            and before is not None
            and before.fact == told.fact
            and len(told.said.split()) <= SHORT
        )
        if told.use is Use.STATE and (chooses or follows):
            found.append(told)
    return tuple(found)
