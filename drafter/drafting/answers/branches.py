"""Which branch of an alternative an answer takes, as counsel, the notes or the default have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Move, Request
from drafter.drafting.answers.stance import COMPLYING
from drafter.drafting.language.articles import many
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.intents import (
    AMENDS,
    AMENDS_NOT,
    COMPLIES,
    KEPT,
    SEPARATELY,
    THERE,
    points,
    refuses,
    said_of,
    said_or_proposed,
    takes_out,
)
from drafter.drafting.planning.plan import CHANGING, WRITING, Task, Treat, stems
from drafter.drafting.planning.presuming import denial_of, gives, names
from drafter.drafting.planning.provisos import relied_on
from drafter.drafting.planning.refusing import refused
from drafter.drafting.planning.settling import things


def take_branches(
    tasks: Sequence[Task], told: Sequence[Told], set_by_counsel: Move | None, text: str
) -> tuple[Task, ...]:
    """The tasks with one branch of each alternative of that comment left, as counsel, the notes or the default take
    it.
    """
    taken = [_unless_denied(t, tasks) for t in tasks]
    for first in sorted({t.request.alternative_of for t in tasks if t.request.alternative_of is not None}):
        second = [t.index for t in tasks if t.request.alternative_of == first]
        second += _further(tasks, second[-1])
        group = _group(tasks, first, second[0])
        branches = ([tasks[i] for i in group], [tasks[i] for i in second])
        spoken = _spoken_to(branches, without_other_parts(told, text), text)
        lose = group if _second_wins(*branches, spoken, set_by_counsel) else second
        others = [i for i in _chain(tasks, first)[1:] if i not in lose]
        for index in (*lose, *others):
            taken[index] = replace(taken[index], treat=Treat.NOT_TAKEN)
    return tuple(taken)


def amended(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, changed words that the notes or another request bring into an amendment carried out there."""
    said = said_or_proposed(told)
    by_notes = bool(AMENDS.search(said)) and not AMENDS_NOT.search(said)
    by_staff = any(t.treat is Treat.AMEND for t in tasks)
    if not (by_notes or by_staff):
        return tuple(tasks)
    return tuple(
        replace(t, treat=Treat.AMEND)
        if t.treat is Treat.UNDERTAKE and (by_notes or t.request.timing != "future")
        else t
        for t in tasks
    )


_RESTS = re.compile(
    r"^(?:the |your )?(?:\w+ )?(?:basis|support|reasons?|rationale|grounds?|sources?|stud(?:y|ies)|measures?)\b|"
    r"^(?:how|why)\b",
    re.I,
)
"""What is asked about a statement, and falls away with it."""


def withdrawn(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, the question on which a statement rests answered by its removal where the notes take it out."""
    if not takes_out(said_of(told)) or any(_removes(t) for t in tasks):
        return tuple(tasks)
    asked_of = next(
        (t for t in tasks if t.treat in {Treat.TELL, Treat.SUPPLY} and _RESTS.match(t.request.object)), None
    )
    return tuple(replace(t, treat=Treat.WITHDRAW) if t is asked_of else t for t in tasks)


def _further(tasks: Sequence[Task], last: int) -> list[int]:
    """The requests that a branch ends with: “or state that there is none and explain why that is not material”."""
    found: list[int] = []
    for task in tasks[last + 1 :]:
        before = tasks[task.index - 1].request
        ended = (
            re.search(r"[.,;:?]\W*$|[.;] (?:and|or)\W*$", before.text) or task.request.start - before.end > 1
        )
        if ended or task.request.conditional or task.request.alternative_of is not None:
            break
        found.append(task.index)
    return found


_GOES_ON = re.compile(r"\W*(?:and|or|to|also|as well)\b", re.I)


def _chain(tasks: Sequence[Task], last: int) -> list[int]:
    """The requests of “do A, do B, or do C” before the last: each is an alternative to the others."""
    found = [last]
    while found[0] > 0:
        before, here = tasks[found[0] - 1].request, tasks[found[0]].request
        if not before.text.rstrip().endswith(",") or _GOES_ON.match(here.text) or here.start != before.end:
            break
        found.insert(0, found[0] - 1)
    return found


_DENIED = re.compile(
    r"\b(?:if|to the extent(?: that)?) you (?:do not (?:believe|agree|think)|disagree|believe\b[^,]*\bnot|"
    r"conclude\b[^,]*\bnot)\b",
    re.I,
)


def _unless_denied(task: Task, tasks: Sequence[Task]) -> Task:
    """“If you do not believe that it is needed, explain why” is a branch not taken by who discloses."""
    denied = (
        task.treat is Treat.TELL and _DENIED.search(task.condition) and any(t.treat in WRITING for t in tasks)
    )
    return replace(task, treat=Treat.NOT_TAKEN) if denied and not task.told else task


def _group(tasks: Sequence[Task], first: int, second: int) -> list[int]:
    """The requests that a branch replaces: from the first on, those of the same kind up to the branch; a removal all
    of its sentence that ask on what the words rest.
    """
    kind = tasks[first].treat in WRITING
    if not _removes(tasks[second]):
        return [i for i in range(first, second) if (tasks[i].treat in WRITING) == kind]
    start = first
    while start and tasks[start].request.start - tasks[start - 1].request.end == 1:  # “and” between them
        start -= 1
    several = many(tasks[second].request.object)
    return [i for i in range(start, second) if i >= first or several or _RESTS.match(tasks[i].request.object)]


_PARTS = re.compile(
    r"\b(?P<part>table|column|row|chart|graph|graphic|figure|image|footnote|caption|heading|title|legend)s?\b",
    re.I,
)
"""What of a page can go while the words or the measure stay."""


def without_other_parts(told: Sequence[Told], text: str) -> list[Told]:
    """The sentences without what takes out a part of a page that the comment does not speak of, beside others that
    stand for what it does.
    """

    def other(clause: str) -> bool:
        found = _PARTS.search(clause)
        return found is not None and found["part"].lower() not in text.lower() and takes_out(clause)

    clauses = {t: t.said.split("; ") for t in told}
    if all(takes_out(c) for t in told if t.use is Use.STATE for c in clauses[t]):
        return list(told)
    rest = {t: "; ".join(c for c in said if not other(c)) for t, said in clauses.items()}
    return [t if said == t.said else replace(t, said=said, text=said) for t, said in rest.items() if said]


def _removes(task: Task) -> bool:
    return task.request.action in {"remove", "delete", "omit"}


def _second_wins(
    first: Sequence[Task], second: Sequence[Task], told: Sequence[Told], stance: Move | None
) -> bool:
    writes = (_writes(first), _writes(second))
    if stance:
        wants = stance in COMPLYING
        return writes[1] == wants and writes[0] != wants
    if writes[0] != writes[1] and any(map(_removes, (*first, *second))) and _would_keep(told):
        return writes[0]
    if (wins := _withheld(first, second, told)) is not None:
        return wins
    said = said_of(told)
    if not said:
        return _explains_difference(first, second) or _by_default(first, second)
    for chosen in (_relying, _removed, _supplied, _filed):
        wins = chosen(first, second, said)
        if wins is not None:
            return wins
    complied = _complied(first, second, told)
    if complied is not None:
        return complied
    words = stems(said)
    mine, other = (len(words & stems(" ".join(t.request.text for t in g))) for g in (first, second))
    return other > mine


def _relying(_: Sequence[Task], second: Sequence[Task], said: str) -> bool | None:
    """True where the second branch is for what the company relies on by the notes; None for any other."""
    return relied_on(second[0].condition, said) or None


_NOTHING = re.compile(r"(?:so )?nothing (?:more |else )?to (?P<verb>[a-z]+)(?: there| here)?\W*", re.I)


def _withheld(first: Sequence[Task], second: Sequence[Task], told: Sequence[Told]) -> bool | None:
    """Whether the second branch is taken because the notes refuse one or deny what it supposes; None for neither."""
    nothing = {m["verb"] for t in told if (m := _NOTHING.fullmatch(t.said))}
    held = [any(refused(t, told) or nothing & {*t.request.text.split()} for t in g) for g in (first, second)]
    if held[0] != held[1]:
        return held[0]
    denied = any(denial_of(t, told) for t in (*first, *second))
    return _writes(first) if (refuses(told) or denied) and _writes(first) != _writes(second) else None


def _spoken_to(branches: Sequence[Sequence[Task]], told: Sequence[Told], text: str) -> list[Told]:
    """The sentences without each promise that has more in common with what the comment says after those branches."""
    requests = [t.request for group in branches for t in group]
    here = stems(" ".join(r.text for r in requests))
    rest = re.split(r"(?<=[.?]) ", " ".join(text.split()[max(r.end for r in requests) :]))

    def elsewhere(one: Told) -> bool:
        words = stems(one.said)
        return any(len(words & stems(r)) > len(words & here) for r in rest)

    return [t for t in told if refuses([t]) or not (COMPLIES.search(f"{t.said}\n{t.text}") and elsewhere(t))]


def _would_keep(told: Sequence[Told]) -> bool:
    """Whether the client would rather keep what the staff ask to be removed, also where only colleagues say so."""
    return any(_KEEPS.search(t.said) for t in told)


_KEEPS = re.compile(
    r"\b(?:wants?|wanted|would like|would rather|prefers?|hopes?|intends?|plans?|likes?) (?:to )?(?:keep|retain)\b|"
    r"\b(?:do(?:es)? not|don['’]t) commit\b",
    re.I,
)


def _explains_difference(first: Sequence[Task], second: Sequence[Task]) -> bool:
    """Whether the second branch explains amounts that do not agree, or weighs an error, in a report on file: to
    revise it would be to admit.
    """
    filed = any(t.treat in {Treat.UNDERTAKE, Treat.AMEND} for t in first)
    weighs = _OF_ERROR.search(first[0].request.text) and _WEIGHS.search(second[0].request.text)
    differs = _DIFFERS.search(second[0].request.text)
    return filed and second[0].treat is Treat.TELL and bool(differs or weighs)


def _by_default(first: Sequence[Task], second: Sequence[Task]) -> bool:
    """Whether the second branch is taken where nothing speaks for either: the one that changes words, unless it is for
    those who cannot give the first, or restates what is on file.
    """
    failing = _FAILING.match(second[0].request.text) or _FAILING.match(second[0].request.conditional or "")
    bare = is_bare(second[0].request) and not ADVISES.fullmatch(first[0].request.text)
    restates = any(t.treat is not Treat.REVISE and _RESTATES.search(t.request.text) for t in second)
    return bool(
        not (_writes(first) or failing or bare or restates)
        and _writes(second)
        and first[0].treat is not Treat.SUPPLY
    )


def is_bare(request: Request) -> bool:
    """Whether a request names no change, but only what is to be changed: “or revise your segment disclosure”."""
    return bool(_BARE.fullmatch(request.text))


_BARE = re.compile(
    r"\W*(?:(?:or|otherwise|alternatively|please),? )*(?:revise|amend|restate)"
    r"(?: (?:your|the|its)(?: (?!to\b|so\b)[\w'-]+){1,4}?| future (?:filings|releases|reports))?"
    r"(?: accordingly| as (?:necessary|appropriate|needed))?\W*",
    re.I,
)
ADVISES = re.compile(
    r"\W*(?:(?:or|otherwise|please|alternatively),? )*(?:advise|explain|tell|clarify)(?: us)?(?: why)?(?: not)?\W*",
    re.I,
)
"""A question without an object of its own: “please advise”, “or tell us why not”."""
_RESTATES = re.compile(r"\b(?:restate|errors?|amend)\b", re.I)
_DIFFERS = re.compile(
    r"\bwhy\b[^.;]*\b(?:differs?|do(?:es)? not (?:agree|tie|match|reconcile|equal|add)|"
    r"(?:is|are) (?:not the same|different))\b|"
    r"\b(?:the|this|these|any) (?:\w+ )?(?:differences?|discrepanc(?:y|ies)|inconsistenc(?:y|ies))\b",
    re.I,
)
_OF_ERROR = re.compile(r"\b(?:correct|errors?|restate|amend|misstatements?)\b", re.I)
_WEIGHS = re.compile(r"\bmateriality (?:analysis|assessment)\b|\bSAB\b", re.I)
_FAILING = re.compile(r"(?:please )?(?:otherwise|if not|if you cannot|if you are unable)\b", re.I)
"""How the branch begins that is for those who cannot give the first: “Otherwise, please remove it”."""


def _writes(group: Sequence[Task]) -> bool:
    return any(t.treat in WRITING for t in group)


def _removed(first: Sequence[Task], second: Sequence[Task], said: str) -> bool | None:
    """Whether the second branch is taken because the words go out, or stay in; None where nothing says either."""
    removals = [t for t in (*first, *second) if _removes(t)]
    removes, several = bool(removals), any(many(t.request.object) for t in removals)
    if removes and KEPT.search(said) and (several or not takes_out(said)):
        return not any(_removes(t) for t in second)
    return any(_removes(t) for t in second) if removes and takes_out(said) else None


def _supplied(first: Sequence[Task], second: Sequence[Task], said: str) -> bool | None:
    """Whether the second branch is taken because papers go to the staff; None where nothing says so."""
    supplies = [any(t.treat is Treat.SUPPLY for t in group) for group in (first, second)]
    if supplies[0] != supplies[1] and _SENDS_NONE.search(said):
        return supplies[0]
    return supplies[1] if supplies[0] != supplies[1] and SEPARATELY.search(said) else None


_SENDS_NONE = re.compile(
    r"\bno (?:[\w-]+ ){0,3}(?:goes|going|sent|given|provided|to (?:go|be (?:sent|given|provided))) "
    r"to (?:the )?(?:staff|SEC)\b|"
    r"\bno (?:support|back-?up|papers|materials?)\b[^.;]{0,20}\b(?:staff|SEC)\b",
    re.I,
)


def _filed(first: Sequence[Task], _: Sequence[Task], said: str) -> bool | None:
    files = any(t.treat is Treat.FILE for t in first)
    return False if files and _AS_EXHIBIT.search(said) else None


_AS_EXHIBIT = re.compile(
    r"\bas (?:an )?Ex(?:hibit|h?\.)s?\b|^(?:to (?:be )?filed?|filing|will file)\b.*\bEx(?:hibit|h?\.)s? ?\d",
    re.M | re.I,
)
"""What decides for the exhibit: “filed as Exhibit 10.8”, “To file: Exhibit 10.8”."""


_TAKEN = re.compile(
    r"^(?:we|they|(?:the )?(?:client|company)) agrees?(?! [a-z])|"
    r"\b(?:revised|amended|updated|corrected|replacement) (?:[a-z]+ ){0,2}"
    r"(?:proxy|prospectus|filing|report|release|notice|exhibit|statements?|10-[KQ]|20-F)\b(?! (?:was|were|is|are)\b)",
    re.I,
)
"""That the client agrees, or that a paper with it comes: “Revised proxy statement next week.”"""


def _complied(first: Sequence[Task], second: Sequence[Task], told: Sequence[Told]) -> bool | None:
    """Whether the second branch is taken: of change and explanation the change where the notes promise it or give what
    it asks for, and else the explanation, which is what they say.
    """
    writes = (_writes(first), _writes(second))
    if writes[0] == writes[1]:
        return None
    said, facts = said_of(told), [t for t in told if t.use is Use.STATE]
    changed = [t for t in (*first, *second) if t.treat in CHANGING and not _removes(t)]
    asked_for = [thing for t in changed for thing in things(t)]
    changes = bool(COMPLIES.search(said)) or any(_TAKEN.search(t.said) for t in told)
    if not changes:
        changes = any(_gives(thing, facts) for thing in asked_for) if facts else writes[0]
    return writes[1] if changes and not (points(said) or THERE.search(said)) else writes[0]


def _gives(thing: str, facts: Sequence[Told]) -> bool:
    """Whether a sentence gives the thing itself, or the first one does as “it” or without a verb, and they are not only
    reasons that name it: “The reserve is $3 million”.
    """
    subjects = [f.said[: verb.start].strip() if (verb := finite(f.said)) else "" for f in facts]
    opens = subjects[0].lower() in {"", "it", "they"} and gives(thing, facts[0])
    return opens or any(names(thing, s) and gives(thing, f) for s, f in zip(subjects, facts, strict=True))
