"""Which move an answer makes: counsel's word first, then the notes, then the default for what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.authorities import authorities
from drafter.domain import Move
from drafter.drafting.dues import Target
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, stems

WRITING = frozenset({Treat.UNDERTAKE, Treat.REMOVE, Treat.REVISE, Treat.AMEND, Treat.FILE})
"""Treatments that change a filing."""

COMPLYING = frozenset({Move.COMPLY_FUTURE, Move.COMPLY_NOW})
"""Moves that change a filing."""

DEFAULTS = {
    Treat.TELL: Move.EXPLAIN, Treat.UNDERTAKE: Move.COMPLY_FUTURE, Treat.REMOVE: Move.COMPLY_FUTURE,
    Treat.AMEND: Move.COMPLY_NOW, Treat.REVISE: Move.COMPLY_NOW, Treat.FILE: Move.COMPLY_NOW,
    Treat.CONFIRM: Move.CONFIRM, Treat.RECONCILE: Move.EXPLAIN, Treat.SUPPLY: Move.SUPPLEMENTAL,
    Treat.REFER: Move.REFER, Treat.HEED: Move.COMPLY_FUTURE,
}  # fmt: skip
"""The move where counsel gave neither stance nor facts."""

_COMPLIES = re.compile(
    r"\bwill (?:no longer|revise|disclose|include|give|provide|present|"
    r"add|expand|remove|recast|rely|be (?:included|disclosed|corrected"
    r"|revised|removed|added|filed)|file|amend|make|comply|use|begin)\b"
    r"|\b(?:10-[KQ]|20-F)/A\b|\bfrom (?:the )?next (?:Form )?(?:10-|20-F|annual|proxy)|"
    r"^(?:Agreed|Will do|Done)\b|\bagrees? to (?:disclose|"
    r"revise|comply|add|include|remove)\b|\bfirst filing\b",
    re.I | re.M,
)
_POINTS = re.compile(
    r"\b(?:is|are|was|were) (?:already )?(?:there|included|disclosed|"
    r"given|provided|presented|found|described|set out|set forth)\b"
    r"[^.]{0,60}\b(?:page|note|item)s? [\dF]|\balready (?:disclose|given|in)\b",
    re.I,
)
_WRONG = re.compile(
    r"\b(?:is the correct|is not correct|is incorrect|did not include|was "
    r"omitted|error|misstat|should have (?:been|read)|will be corrected"
    r"|transposed|typo)",
    re.I,
)
_UNUSED = re.compile(
    r"\b(?:do(?:es)? not|no longer) (?:use|monitor|manage|track|review)\b|\bnot used (?:by|to)\b", re.I
)
_SMALL_AMOUNT = re.compile(
    r"\b(?:immaterial|n.t material|not (?:quantitatively |qualitatively "
    r")?material|less than \d+(?:\.\d+)? ?(?:percent|%))",
    re.I,
)
_EXEMPT = re.compile(
    r"\b(?:not required|exempt|does not (?:apply to (?:the company|"
    r"us)|call for)|exception (?:applies|is met)|not subject to)\b",
    re.I,
)
_SEPARATELY = re.compile(r"\bunder separate cover\b|\bby separate letter\b|\bsupplementally\b", re.I)
_ANALYSIS = re.compile(
    r"\b(?:provide|give|submit|furnish|send)\b[^.]{0,60}\banalysis\b"
    r"|\bbasis in GAAP\b|\bapplicable accounting guidance\b",
    re.I,
)
_REASONS = re.compile(
    r"\b(?:how|why|basis|support|considered|considering|consideration|conclu\w+|determin\w+|appl(?:y|ied)|compl(?:y|ies))\b",
    re.I,
)
_ACCOUNTING = ("ASC", "ASU", "FAS", "IAS", "IFRS", "SAB")
"""How the accounting literature is cited."""

_MATERIAL_FACTS = re.compile(
    r"\b(?:if|where|when|to the extent) (?:it is |they are )?material\b|\bany material\b|\bmateriality of\b"
    r"|\bmaterial (?:expenditures|litigation|past|pending|increased)\b",
    re.I,
)
_OF_THE_FILING = re.compile(
    r"\bfuture (?:\w+ )*(?:disclosures?|filings?|releases?|reports?)\b|\bin (?:the )?future\b"
    r"|\brevis|\bexpand|\benhance|\bnext (?:filing|earnings|10-)|\bamend",
    re.I,
)
"""What asks for other words in a filing, and not only for the facts."""


GIVES_UP = re.compile(r"\bwill (?:no longer|cease|stop|discontinue)\b", re.I)
"""A promise that makes the question why moot."""


def choose(
    tasks: Sequence[Task],
    told: Sequence[Told],
    target: Target,
    set_by_counsel: Move | None,
    comment: str = "",
) -> tuple[Move, str]:
    """The stance of the answer to that comment, and why in words for counsel."""
    if set_by_counsel:
        return set_by_counsel, "The stance was set by counsel in the matter file."
    said = "\n".join(t.said + " " + t.text for t in told if t.use in {Use.STATE, Use.REMARK})
    if GIVES_UP.search(said) and not any(t.treat in WRITING for t in tasks):
        return _for_target(
            Move.COMPLY_FUTURE, target, tasks
        ), "The notes say that the client gives the practice up."
    for pattern, move, reason in _FROM_NOTES:
        if pattern.search(said) and _fits(move, tasks):
            return _for_target(move, target, tasks), f"The notes say so: {reason}."
    return _default(tasks, target, comment)


def promises(told: Sequence[Told]) -> bool:
    """Whether the notes say that the client will make the change."""
    return any(t.use in {Use.STATE, Use.REMARK} and _COMPLIES.search(f"{t.said} {t.text}") for t in told)


def after_conditions(tasks: Sequence[Task], stance: Move, reason: str) -> tuple[Move, str]:
    """The stance once conditions are decided: where every change falls away, the answer explains why."""
    writing = [t for t in tasks if t.treat in WRITING]
    if writing and all(t.closed for t in writing) and stance in COMPLYING:
        return Move.EXPLAIN, "The notes say that the Staff's condition is not met."
    return stance, reason


def _fits(move: Move, tasks: Sequence[Task]) -> bool:
    treats = [t.treat for t in tasks]
    if move is Move.CORRECT_ERROR:
        return Treat.RECONCILE in treats or any(
            re.search(r"\bcorrect\b|\bdiffer", t.request.text) for t in tasks
        )
    if move is Move.COMPLY_FUTURE:
        return any(t in WRITING for t in treats)
    if move is Move.SUPPLEMENTAL:
        return not any(t in WRITING for t in treats)
    if move is Move.EXPLAIN:
        return treats[:1] != [Treat.SUPPLY]
    return any(t in WRITING or t is Treat.TELL for t in treats)


_FROM_NOTES = (
    (_WRONG, Move.CORRECT_ERROR, "one of the figures is not right"),
    (_POINTS, Move.EXPLAIN, "the filing already has what is asked for"),
    (_COMPLIES, Move.COMPLY_FUTURE, "the client will make the change"),
    (_SEPARATELY, Move.SUPPLEMENTAL, "the material goes under separate cover"),
    (_EXEMPT, Move.PUSH_BACK_NOT_REQUIRED, "the provision does not call for it"),
    (_SMALL_AMOUNT, Move.PUSH_BACK_IMMATERIAL, "the amount is said to be immaterial"),
    (_UNUSED, Move.PUSH_BACK_NOT_USED, "management does not use the measure"),
)


def _for_target(move: Move, target: Target, tasks: Sequence[Task]) -> Move:
    """The move where it is carried out: in an amendment, what is complied with is complied with now."""
    writing = {t.treat for t in tasks if t.treat in WRITING}
    now = target is Target.REGISTRATION or (writing and writing <= {Treat.AMEND, Treat.FILE, Treat.REVISE})
    return Move.COMPLY_NOW if move is Move.COMPLY_FUTURE and now else move


def _default(tasks: Sequence[Task], target: Target, comment: str) -> tuple[Move, str]:
    live = [t for t in tasks if t.treat is not Treat.NOT_TAKEN]
    if not live:
        return Move.EXPLAIN, "The comment asks for nothing in particular."
    first = next((t for t in live if t.treat in WRITING and not t.condition and t.index == 0), live[0])
    if first.treat is Treat.TELL and _analysed(comment or first.request.text):
        return Move.ANALYSIS, "The Staff asks for the reasoning."
    if first.treat is Treat.UNDERTAKE and target is not Target.REGISTRATION and _only_if_material(comment):
        return Move.EXPLAIN, "The Staff asks for material facts; whether there are any is told first."
    if first.treat is Treat.CONFIRM and len(live) > 1:
        first = live[1] if live[1].treat is not Treat.CONFIRM else first
    return DEFAULTS[first.treat], "The default for what the comment asks first; no fact points elsewhere."


def _only_if_material(comment: str) -> bool:
    """Whether it asks for material facts and names no filing: “Disclose any material litigation risks.”"""
    return bool(_MATERIAL_FACTS.search(comment)) and not _OF_THE_FILING.search(comment)


def _analysed(comment: str) -> bool:
    """Whether the answer is an analysis: one is asked for, or the reasons under accounting literature."""
    cited = (c.canonical for c in authorities(comment))
    reasons = _REASONS.search(comment) and any(c.startswith(_ACCOUNTING) for c in cited)
    return bool(reasons or _ANALYSIS.search(comment))


def take_branches(
    tasks: Sequence[Task], told: Sequence[Told], set_by_counsel: Move | None
) -> tuple[Task, ...]:
    """The tasks with one branch of each alternative left, as counsel, the notes or the default take it."""
    taken = [_unless_denied(t, tasks) for t in tasks]
    for first in sorted({t.request.alternative_of for t in tasks if t.request.alternative_of is not None}):
        second = [t.index for t in tasks if t.request.alternative_of == first]
        group = _group(tasks, first, second[0])
        lose = (
            group
            if _second_wins([tasks[i] for i in group], [tasks[i] for i in second], told, set_by_counsel)
            else second
        )
        others = [i for i in _chain(tasks, first)[1:] if i not in lose]
        for index in (*lose, *others):
            taken[index] = replace(taken[index], treat=Treat.NOT_TAKEN)
    return tuple(taken)


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
    """The requests that a branch replaces: from the first on, those of the same kind up to the branch."""
    kind = tasks[first].treat in WRITING
    return [i for i in range(first, second) if (tasks[i].treat in WRITING) == kind]


_TAKEN_OUT = re.compile(r"\b(?:removed|deleted|taken out|dropped|no longer (?:appears?|there))\b", re.I)


def _removes(task: Task) -> bool:
    return task.request.action in {"remove", "delete", "omit"}


def _second_wins(
    first: Sequence[Task], second: Sequence[Task], told: Sequence[Told], stance: Move | None
) -> bool:
    writes = (any(t.treat in WRITING for t in first), any(t.treat in WRITING for t in second))
    if stance:
        wants = stance in COMPLYING
        return writes[1] == wants and writes[0] != wants
    said = "\n".join(t.said + " " + t.text for t in told if t.use in {Use.STATE, Use.REMARK})
    if _TAKEN_OUT.search(said) and any(_removes(t) for t in (*first, *second)):
        return any(_removes(t) for t in second)
    if any(t.treat is Treat.FILE for t in first) and re.search(r"\bfiled as Exhibits?\b", said):
        return False
    if said and writes[0] != writes[1]:
        if _POINTS.search(said) or not _COMPLIES.search(said):
            return writes[0]
        return writes[1]
    if said:
        words = stems(said)
        mine, other = (len(words & stems(" ".join(t.request.text for t in g))) for g in (first, second))
        return other > mine
    return not writes[0] and writes[1] and first[0].treat is not Treat.SUPPLY
