"""What the notes decide of a condition that follows a question: “if it did”, “if so”, “if you continue to rely”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.drafting.language.clauses import asked
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.affirming import verdict
from drafter.drafting.notes.ready import Told
from drafter.drafting.planning.answering import STRONG, fit
from drafter.drafting.planning.intents import promises
from drafter.drafting.planning.plan import Task, Treat, stated, stems

DENIES = re.compile(r"\b(?:no(?!\. ?\d)|none|not|neither|never|nor|cannot|nothing|nobody)\b|n[’']t\b", re.I)
_AUXILIARY = r"(?:did|do|does|is|are|was|were|has|have|had|can|will)"
_IF = r"(?:if|to the extent(?: that)?)"
_WHO = r"(?:you|it|they|one|any|there|this|that)"
IF_SO = re.compile(rf"^(?:and )?(?:if (?:so|true|yes)\b|{_IF} {_WHO} {_AUXILIARY}\W*$|in that case\b)", re.I)
"""“If so”, “if it did”: the case that what was asked before is so, and no more."""
POSITIVE = re.compile(rf"^(?:and )?(?:if (?:so|true|yes)\b|{_IF} {_WHO} {_AUXILIARY}\b(?! not\b))", re.I)
"""The same with words of its own: “if it is an affiliate”."""
IF_NOT = re.compile(
    rf"^(?:and )?if (?:no\b|not\b|none\b|{_WHO} {_AUXILIARY} not\b|there (?:is|was|are|were) no\b)",
    re.I,
)
_CONTINUES = re.compile(
    r"\bcontinues? to (?:rely|omit|exclude|withhold|believe|assert|claim|maintain|take the position)\b", re.I
)
"""A condition that the company keeps to what the staff doubts."""


def decider(thing: str, facts: Sequence[Told]) -> Told | None:
    """The sentence of the notes that says whether the thing asked is so; None where none does."""
    words = stems(thing)
    near = [f for f in facts if words & stems(f.text) or f.thing == thing]
    bare = next((f for f in near if re.match(r"(?:yes|no)\b", verdict(f.said), re.I)), None)
    by_words = sorted(near, key=lambda f: (-len(words & stems(f.text)), not DENIES.search(f.text)))
    return one_is_in(thing, near) or bare or next(iter(by_words), None)


_HOLDS_ANY = re.compile(r"whether\b.*\b(?:includ|compris|cover|contain|reflect)\w* (?P<any>.+)")


def one_is_in(thing: str, facts: Sequence[Told]) -> Told | None:
    """The sentence of which the subject is one of the things that may be in something, and is not denied: “whether it
    includes options or letters of intent” is so of “Options are in”, whatever else is not in.
    """
    found = _HOLDS_ANY.match(thing)
    wanted = stems(found["any"]) if found else frozenset()
    verbs = ((f, finite(f.text)) for f in facts if not DENIES.search(_CLAUSES.split(f.text)[0]))
    return next((f for f, verb in verbs if verb and stems(f.text[: verb.start]) & wanted), None)


def way(thing: str, facts: Sequence[Told]) -> bool | None:
    """Whether the notes say that the thing asked is so; None where no sentence does."""
    said = decider(thing, facts)
    if said is None:
        return None
    words = stems(thing)
    clause = max(_CLAUSES.split(said.text), key=lambda c: len(words & stems(c)))
    return not DENIES.search(clause)


_CLAUSES = re.compile(r"[;:](?=\s)|,? but ")


_BOUNDS = re.compile(r"\b(?:if|so|to the extent|where|when|unless|you|your)\b", re.I)


def takes_up(condition: str, thing: str) -> bool:
    """Whether the condition is that what a question asks is so: “if so”, “if it is an affiliate”."""
    own = stems(_BOUNDS.sub(" ", condition))
    return bool(IF_SO.match(condition) or (POSITIVE.match(condition) and own and own <= stems(thing)))


def not_kept_to(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, “if you continue to rely on the exception” closed where the client makes the disclosure instead."""
    free = any(t.treat is Treat.UNDERTAKE and not t.condition for t in tasks)
    if not (free and promises(told)):
        return tuple(tasks)
    return tuple(_closed_once([t for t in tasks if _CONTINUES.search(t.condition)], tasks, ""))


def _closed_once(over: Sequence[Task], tasks: Sequence[Task], why: str) -> Iterator[Task]:
    """The tasks, of those whose condition fails the first answered with the reason and the rest with it."""
    for task in tasks:
        if task not in over:
            yield task
        elif task is over[0]:
            yield replace(task, treat=Treat.TELL, closed=why or task.condition, told=())
        else:
            yield replace(task, treat=Treat.NOT_TAKEN, told=())


def with_its_question(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, “if so, where it stands” answered with the question where the sentence there says that too."""
    return tuple(replace(t, treat=Treat.NOT_TAKEN) if _said_before(t, tasks) else t for t in tasks)


def _said_before(task: Task, tasks: Sequence[Task]) -> bool:
    if task.treat is not Treat.TELL or task.told or task.closed or not IF_SO.match(task.condition):
        return False
    before = next((t for t in reversed(tasks[: task.index]) if not t.condition), None)
    facts = [f.said for f in stated(before)] if before else []
    return any(fit(asked(task.request), said) >= STRONG for said in facts)


def presupposed(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, a condition met where the notes do or name what hangs on it: “counsel is Junhe Tang Law Firm”."""
    open_ = [t for t in tasks if t.condition and not _MATERIAL.search(t.condition)]
    met = {t.condition.lower() for t in open_ if any(_names(t, f) for f in stated(t))}
    return tuple(replace(t, met=True) if t.condition.lower() in met else t for t in tasks)


_MATERIAL = re.compile(r"\b(?:material|significant)", re.I)


def _names(task: Task, fact: Told) -> bool:
    """Whether a fact under the task says what only holds where its condition does."""
    words = stems(f"{task.condition} {asked(task.request)}")
    return not DENIES.search(fact.text) and bool(words & stems(fact.text))
