"""What counsel is told beside the letter: the move, the alternative, own earlier positions, notes held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.business_days import spoken
from drafter.domain import Answer, Finding, Move, Severity
from drafter.drafting.answers.otherwise import alternatives
from drafter.drafting.checks.cautions import Note, cautions, other_ways
from drafter.drafting.language.asides import SLIP, corrected
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.notes.silences import BESIDE
from drafter.drafting.planning.bearing import bearing
from drafter.drafting.planning.citing import lapsed
from drafter.drafting.planning.departures import Departure, departure
from drafter.drafting.planning.intents import DECIDING, DECISIONS
from drafter.drafting.planning.plan import Plan, stems
from drafter.drafting.planning.settling import left_open, unspoken
from drafter.drafting.sentences.desk import Desk

SHOWN = 30
"""Words of an earlier answer that a note repeats; the whole stands beside the draft and in the library."""


def notes_on(plan: Plan, answer: Answer, scene: Scene) -> tuple[Finding, ...]:
    """The findings on one answer, the weightier first."""
    number = plan.comment.number
    every = (
        *_held(plan, answer),
        *cautions(plan, scene),
        *_uncovered(answer),
        *_own(plan, answer, scene.voice),
        *_lapsed(plan),
        *_moves(plan, scene),
        *_unstated(plan, answer),
        *_law(plan),
        *other_ways(plan),
    )
    return tuple(Finding(check, severity, message, number) for check, severity, message in every)


def _held(plan: Plan, answer: Answer) -> Iterator[Note]:
    for told in plan.told:
        if told.use is Use.HELD:
            yield "draft.held_back", Severity.WARNING, f"Kept out of the letter ({told.why}): {told.said}"
        elif told.use is Use.REMARK:
            yield "draft.remark", Severity.NOTE, _remark(told, answer)
        elif told.why.startswith(("the comment says", "its parts come to")):
            message = f"Left as a blank, because {told.why}. Which figure is right? The note: {told.said}"
            yield "draft.figures_disagree", Severity.WARNING, message
        elif told.why == BESIDE:
            message = f"Left as a blank, because {told.why}, and it may be untrue: {told.said}"
            yield "draft.denial_beside_silence", Severity.ERROR, message
        elif _left_open(told):
            yield "draft.open_point", Severity.NOTE, f"Left as a blank ({told.why}): {told.said}"
        elif told.redacted:
            message = (
                f"Rule 83: the public letter says “{told.text}”. Check "
                f"that nothing else in the note must be redacted,"
                " and send the unredacted letter and the FOIA request with it."
            )
            yield "draft.rule_83", Severity.WARNING, message


def _remark(told: Told, answer: Answer) -> str:
    """What became of a remark: it decided what the answer does, is said there in other words, or is kept out."""
    if DECIDING.search(told.said) or told.why in DECISIONS:
        return f"Not set in as it stands; it was read for what the answer does: {told.said}"
    words = stems(told.said)
    if len(words) >= FEWEST and len(words & stems(" ".join(p.text for p in answer.passages))) >= SAID * len(
        words
    ):
        return f"Not set in as it stands; the answer says it in other words: {told.said}"
    return f"Kept out of the letter ({told.why}): {told.said}"


FEWEST, SAID = 3, 0.6
"""Content words of a remark, and the share of them by which an answer says it in other words."""


def _left_open(told: Told) -> bool:
    if told.use is Use.OPEN:
        return told.text != told.said
    return told.use is Use.CONFIRM and told.why not in {"", "to be confirmed"}


def _uncovered(answer: Answer) -> Iterator[Note]:
    for index in answer.unanswered_requests:
        yield (
            "draft.unanswered",
            Severity.ERROR,
            f"No passage answers this request: “{answer.requests[index].text}”.",
        )


def _own(plan: Plan, answer: Answer, voice: Voice) -> Iterator[Note]:
    for earlier in bearing(plan):
        pair = earlier.pair
        date = spoken(pair.sent) if pair.sent else "[●: date]"
        parts = departure(answer, earlier, voice)
        said = parts.then if parts else shortest(" ".join(pair.response.text.split()))
        message = (
            f"The company's letter dated {date}, comment {pair.comment.number}, bears on this: “{said}” "
        )
        yield "draft.own_position", Severity.WARNING, message + _what_to_do(parts, answer, pair.id)


def _what_to_do(parts: Departure | None, answer: Answer, pair_id: str) -> str:
    """Where the answer departs from the earlier one, its words and the bridge to consider; else what to check."""
    if parts is None:
        return "If that has changed, say what changed and when; if it promised disclosure, check that it was given."
    bridged = next((p.text for p in answer.passages if f"own:{pair_id}" in p.sources), "")
    if bridged:
        return f"The answer departs from it: “{parts.now}” It bridges the two: “{bridged}”"
    return f"The answer departs from it: “{parts.now}” A bridging sentence to consider: “{parts.bridge}”"


def shortest(text: str) -> str:
    """The first `SHOWN` words of the text, whole sentences where they fit."""
    words = text.split()
    if len(words) <= SHOWN:
        return text
    head = " ".join(words[:SHOWN])
    stop = head.rfind(". ")
    return head[: stop + 1] if stop > len(head) // 3 else f"{head} ..."


_LAPSED = re.compile(
    r"\b(?:promised|undertook|undertaking|agreed|committed)\b.*\b(?:dropped|lapsed|stopped|discontinued|"
    r"not kept|not done|left out|missed|omitted|overlooked)\b",
    re.I,
)


def _lapsed(plan: Plan) -> Iterator[Note]:
    for told in plan.told:
        if told.use is not Use.HELD and _LAPSED.search(told.said):
            message = (
                f"The notes say that an undertaking lapsed: “{told.said}” Whether to say so to the Staff, "
                "and in which words, is counsel's call. Give a cause only if somebody knows it."
            )
            yield "draft.undertaking_lapsed", Severity.WARNING, message


def _moves(plan: Plan, scene: Scene) -> Iterator[Note]:
    move = plan.stance
    yield "draft.move", Severity.NOTE, f"Move chosen: {move.replace('_', ' ')}. {plan.reason}"
    for check, message in alternatives(Desk(plan, scene)):
        yield check, Severity.NOTE, message
    if move is Move.EXPLAIN and "already" in plan.reason:
        message = (
            "The Staff's premise looks wrong: the filing seems to "
            "have what the comment misses. The answer refers to it."
        )
        yield "draft.premise", Severity.NOTE, message


def _law(plan: Plan) -> Iterator[Note]:
    for old, new in lapsed(plan.comment.text, plan.on):
        message = (
            f"The comment cites {old}, which is superseded by {new}. The answer cites what is in force; "
            "check that the paragraph still says what the Staff relies on."
        )
        yield "draft.authority_superseded", Severity.WARNING, message
    for slip in SLIP.finditer(plan.comment.text):
        yield "draft.authority_slip", Severity.NOTE, f"For {slip[0]} the answer cites {corrected(slip[0])}."


def _unstated(plan: Plan, answer: Answer) -> Iterator[Note]:
    asked = stems(plan.comment.text)
    for task in plan.tasks:
        apart = [t for t in task.told if t.use is Use.STATE and not (t.redacted or stems(t.text) & asked)]
        for told in apart if len(apart) == len(task.told) else ():
            message = f"Nothing that the Staff asks by name is answered by this; see whether it belongs: {told.said}"
            yield "draft.unplaced", Severity.NOTE, message
        for thing in () if left_open(task) else unspoken(task):
            message = (
                f"No note stands with “{thing}”. Check that what is said to the request answers that too."
            )
            yield "draft.unspoken", Severity.NOTE, message
