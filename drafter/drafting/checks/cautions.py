"""What counsel is warned of on an answer: an unconfirmed act, an error, figures that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.business_days import spoken
from drafter.domain import Move, Precedent, Request, Severity
from drafter.drafting.answers.otherwise import doing
from drafter.drafting.language.scene import Scene
from drafter.drafting.notes.declining import doubtful
from drafter.drafting.notes.ready import Use
from drafter.drafting.notes.silences import ESTIMATED
from drafter.drafting.planning.departures import COMPLYING
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.intents import promises, refuses
from drafter.drafting.planning.plan import Plan, Treat, stems
from drafter.drafting.planning.shares import shares_that_differ
from drafter.drafting.sentences.desk import Desk
from drafter.moves import moves_of
from drafter.requests.implied import perhaps_asking

Note = tuple[str, Severity, str]


def cautions(plan: Plan, scene: Scene) -> Iterator[Note]:
    """What to look at before the answer goes, the weightier first."""
    yield from _beside_what_is_kept_out(plan)
    yield from _not_estimated(plan)
    yield from _done_by_default(plan, scene)
    yield from _denied(plan)
    yield from _perhaps_declined(plan)
    yield from _error(plan)
    for sentence in perhaps_asking(plan.comment.text):
        yield (
            "draft.perhaps_asks",
            Severity.NOTE,
            f"This may ask for something, and is not answered: “{sentence}”",
        )
    for message in shares_that_differ(plan.comment.text):
        yield "draft.figures_disagree", Severity.NOTE, message


# -- what is kept out -------------------------------------------------------------------------------------

_ONLY_NAMES = re.compile(r"(?:[^.;:]+: )?[^.;:]+ is [A-Z][\w&'’-]*(?:[ .]+[A-Z][\w&'’-]*)*\W*")
"""“Party B is Kiln Power.”"""
_AHEAD = re.compile(r"\bexpect|\banticipat|\bplan|\bintend|\bfurther\b|\bfuture\b|\bother\b|\blikely\b", re.I)


def _beside_what_is_kept_out(plan: Plan) -> Iterator[Note]:
    """A request whose answer a marked note that stays out may make untrue."""
    kept = [t for t in plan.told if t.use is Use.HELD and t.why.startswith(("marked", "it is not public"))]
    for told in kept:
        if not _ONLY_NAMES.fullmatch(told.said) and (asked := _asked_of(plan, stems(told.said))):
            message = (
                f"A note that is kept out bears on this request: “{asked.text.strip(' ,;')}” A denial here may be "
                f"untrue, and silence may mislead. The note: {told.said}"
            )
            yield "draft.silence_bears", Severity.WARNING, message


def _not_estimated(plan: Plan) -> Iterator[Note]:
    """That nothing can be estimated, said beside a note that may hold an estimate."""
    said = next((t.said for t in plan.told if t.use is Use.STATE and ESTIMATED.search(t.said)), "")
    kept = next((t.said for t in plan.told if t.use is Use.HELD and t.why.startswith("marked")), "")
    if said and kept:
        message = f"The answer says “{said}” Check it first against a note that is kept out: {kept}"
        yield "draft.estimate_kept_out", Severity.WARNING, message


def _asked_of(plan: Plan, said: frozenset[str]) -> Request | None:
    """The request on which such a note bears: the nearest to it in words, else one that asks what is ahead."""
    live = [t for t in plan.tasks if t.treat is not Treat.NOT_TAKEN]
    near = sorted(live, key=lambda t: -len(stems(t.request.text) & said))
    if near and stems(near[0].request.text) & said:
        return near[0].request
    return next((t.request for t in live if _AHEAD.search(t.request.text)), None)


# -- what nobody said ---------------------------------------------------------------------------------------

_DEFAULT = "The default"
_SAID_DONE = frozenset({Treat.REVISE, Treat.REMOVE, Treat.UNDERTAKE, Treat.FILE})
"""What an answer on a registration statement says is done in the amendment."""


_TOLD_DONE = re.compile(
    r"\bnow (?:say|state|speak|describe|disclose|include|give)s?\b|\b(?:is|are|been) (?:rewritten|revised|added)\b"
)
"""What a note says of words that the amendment has."""


def _done_by_default(plan: Plan, scene: Scene) -> Iterator[Note]:
    """That an amendment is said to be made though no note says so."""
    acts = [t for t in plan.tasks if t.treat in _SAID_DONE and not (t.told or t.condition)]
    now = plan.stance is Move.COMPLY_NOW and plan.place.target is Target.REGISTRATION
    silent = not any(t.use in {Use.ASSENT, Use.REMARK} or _TOLD_DONE.search(t.said) for t in plan.told)
    if now and plan.reason.startswith(_DEFAULT) and acts and silent:
        done = "; ".join(dict.fromkeys(doing(Desk(plan, scene), t) for t in acts))
        message = (
            f"The notes do not say that this is done; the answer says so by default: {done}. "
            "Confirm each with the client before the letter goes."
        )
        yield "draft.unconfirmed_act", Severity.WARNING, message


def _denied(plan: Plan) -> Iterator[Note]:
    """What the staff takes for granted and the notes deny."""
    for denial in dict.fromkeys(t.closed for t in plan.tasks if t.closed and not t.request.conditional):
        message = (
            f"The notes deny what the Staff takes for granted (“{denial}”). The answer explains this and promises no "
            "disclosure of it. Check which words of the filing led the Staff to it, and whether they should change."
        )
        yield "draft.premise_denied", Severity.WARNING, message


def _perhaps_declined(plan: Plan) -> Iterator[Note]:
    """A promise beside notes that may be meant to decline it."""
    said = [t.said for t in plan.told if t.use is not Use.HELD]
    decided = promises(plan.told) or refuses(plan.told) or not plan.reason.startswith(_DEFAULT)
    if plan.stance in COMPLYING and not decided and doubtful(plan.comment.text, said):
        message = (
            "No note promises this change, and the notes may be meant to decline it; the answer makes it by default. "
            f"If the client does not make it, draft again with --stance {plan.comment.number}=explain."
        )
        yield "draft.perhaps_declined", Severity.WARNING, message


# -- errors -------------------------------------------------------------------------------------------------

_UNAFFECTED = re.compile(
    r"\b(?:statements|financials|balance sheet|cash flow statement|reserves?|tonnes|footnotes?|notes?)\b[^.;]{0,40}"
    r"\b(?:(?:was|were|is|are) (?:not (?:affected|misstated|wrong|changed|touched)|unaffected|unchanged|right|correct)|"
    r"do(?:es)? not change)|\b(?:does|did|do) not affect the (?:[\w-]+ ){0,2}statements\b|"
    r"\bno (?:effect|impact) on the (?:[\w-]+ ){0,2}statements\b",
    re.I,
)
_IN_STATEMENTS = (
    "An error in filed statements. Before this goes: materiality for each period (SAB Topics 1.M and 1.N, SAB 99), "
    "whether earlier statements may still be relied on (Form 8-K, Item 4.02), the audit committee and the auditor "
    "informed, and the conclusions on disclosure controls and on internal control (Items 307 and 308)."
)
_OUTSIDE = (
    "An error outside the financial statements, as the notes have it. Before this goes: whether the disclosure was "
    "materially wrong as filed and in which other filings it stands, the conclusion on disclosure controls (Item 307), "
    "and that the auditor is told."
)


def _error(plan: Plan) -> Iterator[Note]:
    if plan.stance is Move.CORRECT_ERROR:
        outside = any(_UNAFFECTED.search(t.said) for t in plan.told if t.use is not Use.HELD)
        yield "draft.error", Severity.WARNING, _OUTSIDE if outside else _IN_STATEMENTS


# -- what others did ----------------------------------------------------------------------------------------

_RESISTANCE = (Move.PUSH_BACK_IMMATERIAL, Move.PUSH_BACK_NOT_REQUIRED, Move.PUSH_BACK_NOT_USED)
_OFFERED = {
    Move.COMPLY_FUTURE: _RESISTANCE,
    Move.COMPLY_NOW: _RESISTANCE,
    Move.EXPLAIN: (Move.COMPLY_FUTURE, *_RESISTANCE),
    Move.ANALYSIS: (Move.COMPLY_FUTURE,),
}
"""The moves that could stand in place of one chosen by default."""


def other_ways(plan: Plan) -> Iterator[Note]:
    """The nearest precedent with a move that could stand in place of a default, and which it is."""
    near = [(moves_of(p.pair.response.text)[0], p) for p in plan.precedents if p.close]
    if not plan.reason.startswith(_DEFAULT) or any(move is plan.stance for move, _ in near):
        return
    offered = [m for m in _OFFERED.get(plan.stance, ()) if _possible(m, plan)]
    for move, precedent in near:
        if move in offered:
            message = (
                f"A near precedent takes another way, {move.replace('_', ' ')}: {_name(precedent)}. "
                "The Staff's silence on it approves nothing."
            )
            yield "draft.precedents_differ", Severity.NOTE, message
            return


def _possible(move: Move, plan: Plan) -> bool:
    """Whether the move can be made here: a registration statement waits for no later filing."""
    return move is not Move.COMPLY_FUTURE or plan.place.target is not Target.REGISTRATION


def _name(precedent: Precedent) -> str:
    pair = precedent.pair
    sent = f", letter of {spoken(pair.sent)}" if pair.sent else ""
    return f"{pair.matter.company}{sent}, comment {pair.comment.number}"
