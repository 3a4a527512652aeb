"""Limbs of a comment that the notes settle: what cannot be given and is stated instead, and why a thing is not done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.clauses import elements
from drafter.drafting.language.together import together
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.intents import said_of
from drafter.drafting.planning.plan import WRITING, Task, Treat, stated, stems
from drafter.drafting.planning.resolving import CANNOT


def unable(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """The tasks, “if you cannot make one, say so” met where the notes say so, and what it stands for not taken; and the
    notes without a bare promise to “say so”, which the answer to it is.
    """
    said = [t.text for t in told if t.use is Use.STATE and CANNOT.search(t.text)]
    done = [_stating(t) if said else t for t in tasks]
    for task in tasks:
        first = task.request.alternative_of
        if first is None:
            first = next((t.index for t in reversed(tasks[: task.index]) if not t.condition), None)
        case = task.condition or (task.request.object if task.request.alternative_of is not None else "")
        if first is None or not CANNOT.search(case):
            continue
        words = stems(f"{case} {tasks[first].request.object}")
        alone = all(t.index == first or t.condition for t in tasks)
        if any(alone or words & stems(s) or CANNOT.match(s) for s in said):
            if not CANNOT.search(tasks[first].request.object):
                done[first] = without_element(done[first], task.condition)
            request = replace(task.request, alternative_of=None)
            done[task.index] = replace(task, request=request, met=True)
    if any(t.treat is Treat.NOT_TAKEN and t.met for t in done):
        done = [replace(t, met=True) if _LATTER.match(t.condition) else t for t in done]
    states = any(_is_statement(t) for t in done)
    return tuple(done), tuple(t for t in told if not (states and _SAYS_SO_THERE.match(t.text)))


_OR_STATES = re.compile(
    r"(?P<one>(?:an?|the) (?:[\w-]+ )?(?P<noun>[a-z]+)\b.*), or (?:a |the )?statement that "
    r"(?:such an?|the|any such) (?P=noun) (?P<cannot>.+)"
)


def _stating(task: Task) -> Task:
    """The task, “disclose an estimate, or a statement that such an estimate cannot be made” as the latter."""
    found = _OR_STATES.fullmatch(task.request.object)
    if found is None or not CANNOT.search(found["cannot"]):
        return task
    thing = f"that {found['one']} {found['cannot']}"
    return replace(
        task, met=True, request=replace(task.request, action="state", object=thing, text=f"state {thing}")
    )


_SUCH = re.compile(
    r"(?:that )?(?:(?:such an?|any such) (?P<noun>[a-z]+)|(?P<none>none))(?= (?:cannot|can|is not|could)\b)"
)


def named_again(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, “such an estimate” or “none” of a second branch as what the first asks for."""
    done: list[Task] = []
    for task in tasks:
        asks = task.request
        such = _SUCH.match(asks.object)
        of = rf"(?:an?|the|any) (?P<what>(?:[\w-]+ )?{such['noun'] or '' if such else ''}\b.*)"
        first = next((m for t in done if such and (m := re.fullmatch(of, t.request.object))), None)
        if such and first:
            article = "no" if such["none"] else "an" if first["what"][0] in "aeiou" else "a"
            one = f"{article} {first['what']}"
            asks = replace(asks, object=f"that {one}{asks.object[such.end() :]}")
        done.append(replace(task, request=asks))
    return tuple(done)


_LATTER = re.compile(r"if (?:it is )?the latter\b", re.I)
"""The condition that the second branch is taken."""


def without_element(first: Task, said: str) -> Task:
    """The task without the thing of which that is said; not taken where it asks for nothing else."""
    parts = elements(first.request)
    if len(parts) < SEVERAL:
        return replace(first, treat=Treat.NOT_TAKEN, met=True)
    words = stems(said)
    out = max(range(len(parts)), key=lambda n: (len(words & stems(parts[n])), n))
    rest = [p for n, p in enumerate(parts) if n != out]
    return replace(first, request=replace(first.request, object=together(rest)))


SEVERAL = 2
"""Things of a request, of which one may be all that cannot be given."""


def _is_statement(task: Task) -> bool:
    """Whether the task is to state that something cannot be done, which the notes say."""
    return task.met and task.treat in WRITING and bool(CANNOT.search(task.request.conditional or ""))


_SAYS_SO_THERE = re.compile(
    r"(?:The [A-Z]\w+|We) will (?:say|state|disclose|add|include) "
    r"(?:so|that|this|it)(?= (?:in|from|on|with|at|starting|beginning)\b|\W*$)"
)


def with_inability(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, what cannot be done told with the request to state it."""
    home = next((t for t in tasks if _is_statement(t)), None)
    if home is None:
        return tuple(tasks)
    moved = tuple(
        t for o in tasks if o is not home for t in o.told if t.use is Use.STATE and CANNOT.search(t.text)
    )
    rest = [replace(t, told=tuple(s for s in t.told if s not in moved)) for t in tasks]
    return tuple(replace(t, told=(*t.told, *moved)) if t.index == home.index else t for t in rest)


def declines(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether the task is “or tell us why you need not file it”, and the answer takes that branch."""
    why = task.treat is Treat.TELL and _WHY_NOT.search(task.request.object)
    return bool(why and any(t.treat is Treat.NOT_TAKEN for t in papers_against(task, tasks)))


def papers_against(task: Task, tasks: Sequence[Task]) -> list[Task]:
    """The requests for exhibits to which that one is the alternative."""
    first = task.request.alternative_of
    before = tasks[first : task.index] if first is not None else ()
    return [t for t in before if t.request.deliverable == "exhibit"]


def on_their_grounds(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, a paper that no note files not filed where the notes give the grounds that the comment asks for,
    though the rest of that branch is taken: “We are not substantially dependent.”
    """
    said = said_of(told)
    if not GROUND.search(said) or re.search(r"\b(?:re)?fil(?:e|ed|es|ing)\b|\b[Ee]xhibit", said):
        return tuple(tasks)
    done = list(tasks)
    for why in tasks:
        papers = [t for t in papers_against(why, tasks) if t.treat is Treat.FILE]
        if papers and why.treat is Treat.NOT_TAKEN and _WHY_NOT.search(why.request.object):
            done[why.index] = replace(why, treat=Treat.TELL)
            for paper in papers:
                done[paper.index] = replace(paper, treat=Treat.NOT_TAKEN)
    return tuple(done)


_WHY_NOT = re.compile(r"\bwhy\b.*\b(?:not|need)\b|\b(?:basis|grounds?) (?:for|on|upon)\b", re.I)
GROUND = re.compile(
    r"\bordinary course\b|\bnot (?:\w+ly )?(?:depend\w*|material|required)\b|\bimmaterial\b|\breplac|"
    r"\b(?:no single|none|each) (?:above|over|under|below|of|place|is|accounts?)\b|\balternative (?:source|supplier)|"
    r"\b(?:less|fewer|no more) than\b|\bpurchase orders?\b",
    re.I,
)
"""What speaks for not filing a paper."""


NOT_FILED = re.compile(r"\bnot (?:being |been |be )?fil(?:ed|ing)\b|\bnot propose to (?:re)?file\b")
"""What says that a paper is not filed."""


def with_grounds(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, the reasons why a paper is not filed with the request for them, and what is no reason with what is
    written of it.
    """
    why = next((t for t in tasks if declines(t, tasks)), None)
    beside = next((t for t in tasks if t.treat in WRITING and not t.closed), None)
    if why is None or beside is None:
        return tuple(tasks)
    facts = sorted((*stated(beside), *stated(why)), key=lambda t: t.fact)
    grounds = tuple(t for t in facts if GROUND.search(t.text)) or stated(why)
    grounds = tuple(t for t in facts if t in grounds or NOT_FILED.search(t.text))
    homes = {why.index: grounds, beside.index: tuple(t for t in facts if t not in grounds)}
    waiting = {t.index: tuple(s for s in t.told if s.use is not Use.STATE) for t in tasks}
    return tuple(
        replace(t, told=(*homes[t.index], *waiting[t.index])) if t.index in homes else t for t in tasks
    )
