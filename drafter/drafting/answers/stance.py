"""Which move an answer makes: counsel's word first, then the notes, then the default for what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.authorities import authorities
from drafter.domain import Move
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.intents import (
    COMPLIES,
    ERRED,
    EXEMPT,
    GIVES_UP,
    POINTS,
    SEPARATELY,
    SMALL_AMOUNT,
    THERE,
    UNUSED,
    WRONG,
    points,
    refuses,
    said_of,
)
from drafter.drafting.planning.limbs import declines
from drafter.drafting.planning.plan import WRITING, Task, Treat

COMPLYING = frozenset({Move.COMPLY_FUTURE, Move.COMPLY_NOW})
"""Moves that change a filing."""

DEFAULTS = {
    Treat.TELL: Move.EXPLAIN, Treat.UNDERTAKE: Move.COMPLY_FUTURE, Treat.REMOVE: Move.COMPLY_FUTURE,
    Treat.AMEND: Move.COMPLY_NOW, Treat.REVISE: Move.COMPLY_NOW, Treat.FILE: Move.COMPLY_NOW,
    Treat.CONFIRM: Move.CONFIRM, Treat.RECONCILE: Move.EXPLAIN, Treat.SUPPLY: Move.SUPPLEMENTAL,
    Treat.WITHDRAW: Move.COMPLY_FUTURE, Treat.REFER: Move.REFER, Treat.HEED: Move.COMPLY_FUTURE,
}  # fmt: skip
"""The move where counsel gave neither stance nor facts."""

_ANALYSIS = re.compile(
    r"\b(?:provide|give|submit|furnish|send)\b[^.]{0,60}\banalysis\b"
    r"|\bbasis in GAAP\b|\bapplicable accounting guidance\b",
    re.I,
)
_REASONS = re.compile(
    r"\b(?:how|why|basis|support|considered|considering|consideration|conclu\w+|determin\w+|appl(?:y|ied)|compl(?:y|ies))\b",
    re.I,
)
_CONSIDERED = re.compile(r"\b(?:what|your) consideration\b|\bhow you (?:have )?considered\b", re.I)
_ACCOUNTING = ("ASC", "ASU", "FAS", "IAS", "IFRS", "SAB")
"""How the accounting literature is cited."""

_MATERIAL_FACTS = re.compile(
    r"\b(?:if|where|when|to the extent) (?:it is |they are )?(?:material|significant)\b"
    r"|\bany material\b|\bmateriality of\b|\bmaterial (?:expenditures|litigation|past|pending|increased)\b",
    re.I,
)
_OF_THE_FILING = re.compile(
    r"\bfuture (?:\w+ )*(?:disclosures?|filings?|releases?|reports?)\b|\bin (?:the )?future\b"
    r"|\brevis|\bexpand|\benhance|\bnext (?:filing|earnings|10-)|\bamend",
    re.I,
)
"""What asks for other words in a filing, and not only for the facts."""


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
    said = _NONE_WRONG.sub("", said_of(told))
    in_part = any(declines(t, tasks) for t in tasks) and any(t.treat in WRITING for t in tasks)
    if refuses(told) and not in_part and any(t.treat in WRITING or t.treat is Treat.NOT_TAKEN for t in tasks):
        return Move.PUSH_BACK_NOT_REQUIRED, "The notes say so: the client does not do what the Staff asks."
    if any(t.treat is Treat.WITHDRAW for t in tasks):
        return _for_target(Move.COMPLY_FUTURE, target, tasks), "The notes say so: the statement is taken out."
    if GIVES_UP.search(said) and not any(t.treat in WRITING for t in tasks):
        return _for_target(
            Move.COMPLY_FUTURE, target, tasks
        ), "The notes say that the client gives the practice up."
    promised = any(t.use is Use.STATE and _FIRM.match(t.text) and COMPLIES.search(t.text) for t in told)
    for pattern, move, reason in _FROM_NOTES:
        spoken = points(said) and not promised if pattern is POINTS else pattern.search(said)
        if spoken and _fits(move, tasks):
            return _for_target(move, target, tasks), f"The notes say so: {reason}."
    return _default(tasks, target, comment)


_NONE_WRONG = re.compile(
    r"\b(?:neither|no|none|nothing)\b[^.;\n]*\b(?:is|was|are|were) (?:wrong|incorrect|in error|misstated)\b",
    re.I,
)
"""That no figure is wrong."""
_FIRM = re.compile(r"(?:The [A-Z]\w+|We) will (?!refer\b|request\b)")
"""A promise of the company's own, beside which “already given” speaks of a part."""


def after_conditions(tasks: Sequence[Task], stance: Move, reason: str) -> tuple[Move, str]:
    """The stance once conditions are decided: where every change falls away, the answer explains why."""
    writing = [t for t in tasks if t.treat in WRITING]
    if writing and all(t.closed for t in writing) and stance in COMPLYING:
        return Move.EXPLAIN, "The notes say that the Staff's condition is not met."
    return stance, reason


_OF_ERROR = re.compile(r"\bcorrect\b|\breconcile\b|\bdiffer|\berrors?\b|\bmisstate|\brestate", re.I)
"""What a request says that is on an error."""


_OF_DISCLOSURE = re.compile(r"\bconsider|\bwhy\b[^.;]*\b(?:not|no)\b|\bmaterial|\bdisclos|\brequired\b", re.I)
"""A question on disclosure, which an immaterial amount answers."""


def _fits(move: Move, tasks: Sequence[Task]) -> bool:
    treats = [t.treat for t in tasks]
    if move is Move.CORRECT_ERROR:
        return Treat.RECONCILE in treats or any(_OF_ERROR.search(t.request.text) for t in tasks)
    if move is Move.COMPLY_FUTURE:
        return any(t in WRITING for t in treats)
    if move is Move.PUSH_BACK_NOT_USED and any(UNUSED.search(t.request.conditional or "") for t in tasks):
        return False
    if move is Move.SUPPLEMENTAL:
        return not any(t in WRITING for t in treats)
    if move is Move.EXPLAIN:
        return treats[:1] != [Treat.SUPPLY]
    if move is Move.PUSH_BACK_IMMATERIAL and not any(t in WRITING for t in treats):
        return any(_OF_DISCLOSURE.search(t.request.text) for t in tasks[:1])
    return any(t in WRITING or t is Treat.TELL for t in treats)


_FROM_NOTES = (
    (WRONG, Move.CORRECT_ERROR, "one of the figures is not right"),
    (POINTS, Move.EXPLAIN, "the filing already has what is asked for"),
    (ERRED, Move.CORRECT_ERROR, "filed statements are in error"),
    (COMPLIES, Move.COMPLY_FUTURE, "the client will make the change"),
    (THERE, Move.EXPLAIN, "the filing already has what is asked for"),
    (SEPARATELY, Move.SUPPLEMENTAL, "the material goes under separate cover"),
    (EXEMPT, Move.PUSH_BACK_NOT_REQUIRED, "the provision does not call for it"),
    (SMALL_AMOUNT, Move.PUSH_BACK_IMMATERIAL, "the amount is said to be immaterial"),
    (UNUSED, Move.PUSH_BACK_NOT_USED, "management does not use the measure"),
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
    first = next((t for t in live if not _RULE.match(t.request.text)), live[0])
    if first.treat is Treat.TELL and _analysed(comment or first.request.text):
        return Move.ANALYSIS, "The Staff asks for the reasoning."
    if (
        first.treat is Treat.UNDERTAKE
        and target is not Target.REGISTRATION
        and _only_if_material(first, comment)
    ):
        return Move.EXPLAIN, "The Staff asks for material facts; whether there are any is told first."
    if first.treat is Treat.CONFIRM and len(live) > 1:
        first = live[1] if live[1].treat is not Treat.CONFIRM else first
    return DEFAULTS[first.treat], "The default for what the comment asks first; no fact points elsewhere."


_RULE = re.compile(r"\W*you (?:must|are required to|need to)\b", re.I)
"""A sentence that tells the rule before “please tell us and revise”: “you must disclose how ... is calculated”."""


def _only_if_material(first: Task, comment: str) -> bool:
    """Whether it asks for material facts and names no filing: “Disclose any material litigation risks.”"""
    asked = f"{first.request.conditional or ''} {first.request.text}"
    return bool(_MATERIAL_FACTS.search(asked)) and not _OF_THE_FILING.search(comment)


def _analysed(comment: str) -> bool:
    """Whether the answer is an analysis: one is asked for, or the reasons under accounting literature."""
    cited = [c.canonical for c in authorities(comment)]
    if _CONSIDERED.search(comment) and cited:
        return True
    reasons = _REASONS.search(comment) and any(c.startswith(_ACCOUNTING) for c in cited)
    return bool(reasons or _ANALYSIS.search(comment))
