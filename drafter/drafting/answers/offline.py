"""The offline composer: from the plan of an answer to its passages, without a language model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Move, Passage
from drafter.drafting.answers.analysing import analyse, gathered, guided_by
from drafter.drafting.answers.erring import consequences, correct, reconciles
from drafter.drafting.answers.fates import below, listed
from drafter.drafting.answers.reports import on_the_amendment
from drafter.drafting.answers.resisting import RESISTING, no_change, resist
from drafter.drafting.answers.telling import told_text
from drafter.drafting.answers.undertaking import proposal
from drafter.drafting.answers.writers import write
from drafter.drafting.language.articles import many
from drafter.drafting.language.asides import corrected, in_framework
from drafter.drafting.language.casing import raised
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.turning import turn
from drafter.drafting.language.undergoing import matter
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.bearing import (
    bridging,
    described,
    earlier_date,
    near_on,
    position_then,
    undertaken,
)
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.intents import GIVES_UP, HOLDS_ON, promise_of
from drafter.drafting.planning.ordering import in_counsels_order
from drafter.drafting.planning.placing import who_is_who
from drafter.drafting.planning.plan import CHANGING, WRITING, Plan, Treat, groups, stated
from drafter.drafting.planning.premises import also_applies_to
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.repeating import said_once
from drafter.drafting.planning.rounds import answered_before, undertook
from drafter.drafting.sentences.desk import Desk, indices, open_blanks, sources
from drafter.drafting.sentences.naming import named
from drafter.moves import moves_of


def compose(plan: Plan, scene: Scene) -> tuple[Passage, ...]:
    """The passages of the answer in the order of the letter; every live request is answered or blanked."""
    passages: list[Passage] = []
    date = earlier_date(plan)
    apart = who_is_who(plan.tasks)
    then = bridging([t for t in plan.told if t not in apart], date) if date else ()
    plan, bridged = _without(plan, then)
    plan = in_counsels_order(_of_its_matter(on_the_amendment(gathered(_surrendered(plan)))))
    for step in (_body, _statements, _loose, _also, proposal, _confidential):
        passages += step(Desk(plan, scene, len(passages)))
    passages += no_change(Desk(plan, scene), [p.text for p in passages])
    if date:
        earlier = list(_earlier(Desk(plan, scene, len(passages)), date, then))
        earlier[:1] = [replace(p, answers=(*p.answers, *bridged)) for p in earlier[:1]]
        passages = _bridged(passages, earlier, plan, scene)
    whole = [
        replace(_numbered(p, plan), text=_placed(_tidied(p.text), plan)) for p in passages if p.text.strip()
    ]
    if points := listed(plan.comment.text, plan.tasks):
        whole = [p if p.text in points else replace(p, text=below(p.text, points)) for p in whole]
    said = _with_opening(said_once(whole, plan.place.due), plan, scene)
    told = plan.comment.text
    cited = (replace(p, text=in_framework(corrected(p.text), told)) for p in named(plan, said, scene))
    return _following(plan, tuple(cited))


_THIS = re.compile(
    r"This (?P<be>is|was|has been) (?P<rest>(?:(?:not|never) )?(?P<done>(?!(?:filed|added|included|removed|"
    r"revised|deleted|disclosed|reported|described|shown|done|known)\b)"
    r"[a-z]+(?:ed|en|wn|ade|eld|aid|old|ught)\b).*|not an?\b.*)",
    re.S,
)
"""A note whose subject was left out, said of no words of a filing: “Made in the ordinary course”."""


def _of_its_matter(plan: Plan) -> Plan:
    """The plan, a note without a subject said of the thing that the comment is about: “The agreement was made ...”."""
    about, spoken = matter(plan.comment.text), {t.place for t in plan.told if t.said.startswith("This")}

    def put(told: Told) -> Told:
        found = _THIS.fullmatch(told.text)
        if not found or not about or told.place in spoken or (found["done"] or "This")[:4] in about:
            return told
        be = (
            {"is": "are", "was": "were", "has been": "have been"}[found["be"]] if many(about) else found["be"]
        )
        return replace(told, text=f"{raised(about)} {be} {found['rest']}")

    tasks = tuple(replace(t, told=tuple(map(put, t.told))) for t in plan.tasks)
    return replace(plan, tasks=tasks, loose=tuple(map(put, plan.loose)))


def _bridged(passages: list[Passage], earlier: list[Passage], plan: Plan, scene: Scene) -> list[Passage]:
    """The passages with the bridge before what was undertaken, in place of a first blank that it fills, or second."""
    if not earlier or not passages:
        return [*earlier, *passages]
    if undertaken(plan, scene.voice) or undertook(plan, scene.voice)[0]:
        return [*earlier, *passages]
    if earlier[0].text.startswith("As described"):
        first = bool(_ALL_BLANK.fullmatch(passages[0].text.strip()))
        given = passages[0].answers if first else ()
        lead = replace(earlier[0], answers=(*earlier[0].answers, *given))
        return [lead, *earlier[1:], *passages[first:]]
    known = any(stated(t) for t in plan.tasks)
    if known and _ALL_BLANK.fullmatch(passages[0].text.strip()):
        lead = replace(earlier[0], answers=(*earlier[0].answers, *passages[0].answers))
        return [lead, *earlier[1:], *passages[1:]]
    told_first = plan.tasks and plan.tasks[0].treat not in WRITING
    if known and told_first and answered_before(plan.comment, plan.own):
        return [*earlier, *passages]
    return [passages[0], *earlier, *passages[1:]]


_ALL_BLANK = re.compile(r"[^.\[\]]* as follows: \[●[^\]]*\]\.")
"""A question met with nothing but a blank."""


def _tidied(text: str) -> str:
    """The text with one mark where the end of a quotation meets that of a sentence or a point."""
    text = re.sub(r"[.,]([”\"])([.,])", r"\2\1", text)
    text = re.sub(r"( in each [\w -]{3,40}(?:reports?|10-[KQ])) in future filings,", r"\1,", text)
    return re.sub(r"(?<=\w\.)\.(?!\.)", "", re.sub(r"[.,;]([”\"]);", r"\1;", text))


def _placed(text: str, plan: Plan) -> str:
    """The text, a promise of a proxy statement one of those to come, in a contest for votes or shares of all papers."""
    if plan.place.target is Target.PROXY and "proxy statement" in plan.place.due:
        return re.sub(r"\b([Ii]n (?:future|those)) filings(?=, beginning|[.,])", r"\1 proxy statements", text)
    if plan.place.target is not Target.SOLICITING:
        return text
    text = text.replace(f", beginning with {plan.place.due}", "")
    text = re.sub(r"\bfuture (?:earnings )?(?:filings|releases)\b", "future soliciting materials", text)
    text = _TWICE.sub(r"\g<said>", text)
    return re.sub(r"\bthose (?:filings|releases)\b", "those materials", text)


_TWICE = re.compile(
    r"(?P<said> in (?:(?:revised|amended|any future|future soliciting) (?:[\w-]+ )?materials|"
    r"an? (?:new|revised|amended|corrected) (?:[\w-]+ )?(?:release|letter|presentation|filing))\b[^.;]*) "
    r"in future soliciting materials"
)


def _following(plan: Plan, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, the first with the nearest precedent that makes the same move as its source of structure."""
    like = next(
        (p for p in plan.precedents if p.close and plan.stance in moves_of(p.pair.response.text)), None
    )
    if like is None or not passages:
        return passages
    first = replace(passages[0], sources=(*passages[0].sources, f"precedent:{like.pair.id}"))
    return (first, *passages[1:])


_BLANKS = re.compile(r"(?:[A-Z][\w ,'-]+: )?\[●[^\]]*\]")
"""A blank, with the name of its element."""
FEWEST = 8
"""Words outside blanks; an answer of fewer needs a sentence that the blanks complete."""


def _with_opening(passages: Sequence[Passage], plan: Plan, scene: Scene) -> list[Passage]:
    """The passages, the first behind an opening where the answer is all blanks."""
    words = " ".join(_BLANKS.sub(" ", p.text) for p in passages).split()
    if not passages or len(words) >= FEWEST or not passages[0].text.startswith("[●"):
        return list(passages)
    lead = scene.say("tell", "all_open", plan.turn)
    return [replace(passages[0], text=f"{lead} {passages[0].text}"), *passages[1:]]


def _without(plan: Plan, said: Sequence[Told]) -> tuple[Plan, tuple[int, ...]]:
    """The plan without sentences that stand in the bridge from an earlier letter, and without the questions that
    nothing else answers; and which these are.
    """
    bridged = [
        t
        for t in plan.tasks
        if t.treat is Treat.TELL and t.told and all(s in said for s in t.told) and len(plan.tasks) > 1
    ]
    tasks = tuple(
        replace(t, told=tuple(s for s in t.told if s not in said)) for t in plan.tasks if t not in bridged
    )
    loose = tuple(s for s in plan.loose if s not in said)
    return replace(plan, tasks=tasks, loose=loose), tuple(t.index for t in bridged)


_UNSUPPORTED = re.compile(
    r"\bif you (?:cannot|can't|can not|are (?:unable|not able)|conclude|"
    r"(?:do not|don't) (?:have|believe|agree|support))\b",
    re.I,
)


def _surrendered(plan: Plan) -> Plan:
    """The plan with the promise first where the client gives up all that the staff asks it to support.

    "Tell us how you concluded ...; if you cannot support that, remove it": the promise answers both.
    """
    promise = promise_of(plan)
    if not promise or any(HOLDS_ON.search(t.said) for t in plan.told):
        return plan
    given_up = next((t for t in plan.tasks if t.treat in CHANGING and _UNSUPPORTED.search(t.condition)), None)
    if given_up is None:
        return _moot(plan, promise)
    free = replace(given_up, request=replace(given_up.request, conditional=None), treat=Treat.REMOVE)
    before = [
        replace(t, treat=Treat.REMOVE)
        for t in plan.tasks[: given_up.index]
        if t.treat is Treat.TELL and all(said in promise for said in t.told)
    ]
    kept = [t for t in plan.tasks if t.index != given_up.index and all(t.index != b.index for b in before)]
    return replace(plan, tasks=(*before, free, *kept))


def _moot(plan: Plan, promise: Sequence[Told]) -> Plan:
    """The plan with the promise as the answer to the question that it makes moot."""
    asked_of = next(
        (t for t in plan.tasks if t.treat is Treat.TELL and any(p in t.told for p in promise)), None
    )
    if asked_of is None or not any(GIVES_UP.search(p.text) for p in promise):
        return plan
    return replace(
        plan, tasks=tuple(replace(t, treat=Treat.REMOVE) if t is asked_of else t for t in plan.tasks)
    )


def _statements(desk: Desk) -> Iterator[Passage]:
    """The statements that the comment quotes in a list, each with what becomes of it."""
    for point in listed(desk.plan.comment.text, desk.plan.tasks):
        yield Passage(point, ("comment",), indices(desk.plan.tasks))


def _body(desk: Desk) -> Iterator[Passage]:
    if desk.plan.stance is Move.CORRECT_ERROR and reconciles(desk.plan):
        yield from correct(desk)
        return
    if desk.plan.stance in RESISTING:
        yield from resist(desk)
        return
    elements = guided_by(desk.plan)
    if elements:
        yield from analyse(desk, *elements)
        return
    if not any(t.treat is not Treat.NOT_TAKEN for t in desk.plan.tasks) and not desk.plan.loose:
        blank = desk.scene.blank("response, if any, to the matter raised in this comment", owner=False)
        yield Passage(
            desk.scene.say("tell", "nothing_asked", blank=blank), ("comment",), indices(desk.plan.tasks)
        )
    written = desk.written
    for group in groups(desk.plan.tasks):
        for passage in write(Desk(desk.plan, desk.scene, written), group):
            written += 1
            yield passage
    if desk.plan.stance is Move.CORRECT_ERROR:
        yield from consequences(desk)


# -- what stands beside the requests ---------------------------------------------------------------------


def _earlier(desk: Desk, date: str, told: Sequence[Told]) -> Iterator[Passage]:
    """A bridge from the company's earlier letter to what holds now; what it undertook there in its own voice."""
    near = [p.pair for p in near_on(desk.plan, date)]
    own = tuple(f"own:{pair.id}" for pair in near)
    day = f"{date} (response to comment {near[0].comment.number})" if len(near) == 1 else date
    if done := undertaken(desk.plan, desk.scene.voice):
        text = desk.scene.say("own", "undertook", date=day, thing=done)
        known = told or any(stated(t) for t in desk.plan.tasks)
        rest = running(told) if known else f"{desk.scene.blank(_KEPT, owner=False)}."
        yield Passage(f"{text} {rest}".strip(), sources(told, "comment", *own), ())
        return
    thing, late = undertook(desk.plan, desk.scene.voice)
    if thing:
        text = desk.scene.say("own", "undertook", date=day, thing=thing)
        open_ = late and not told and not any(stated(t) for t in desk.plan.tasks)
        rest = f"{desk.scene.blank(_KEPT, owner=False)}." if open_ else running(told)
        yield Passage(f"{text} {rest}".strip(), sources(told, "comment", *own), ())
        return
    if holds := described(desk.plan, date, desk.scene.voice):
        text = desk.scene.say("own", "described", date=day, said=holds)
        yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", *own), ())
        return
    said = position_then(desk.plan, date, desk.scene.voice)
    frame = "bridge" if told or (said and any(stated(t) for t in desk.plan.tasks)) else "open"
    if frame == "open" and not said:  # nothing to bridge from: the request itself asks what has to be known
        return
    wants = "whether that is still so and, if not, what changed and when"
    if re.search(r"\b(?:will|would)\b", said):
        wants = _KEPT
    blank = desk.scene.blank(wants, owner=False)
    text = desk.scene.say("own", f"{frame}_said" if said else frame, date=day, said=said, blank=blank)
    yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", *own), ())


_KEPT = "whether and where that disclosure was made and, if it was not, what will be done"
"""What has to be known of an undertaking."""


def _loose(desk: Desk) -> Iterator[Passage]:
    """Notes that fit no request, each as its own sentence."""
    told = [t for t in desk.plan.loose if t.use is Use.STATE and t not in _used(desk.plan)]
    if told:
        yield Passage(told_text(desk, told, further=True), sources(told), ())
    if opens := open_blanks([t for t in desk.plan.loose if t.use in {Use.OPEN, Use.CONFIRM}]):
        yield Passage(opens, ("comment",), ())


def _used(plan: Plan) -> tuple[Told, ...]:
    """Loose notes that have found their place all the same."""
    return plan.told if plan.stance is Move.CORRECT_ERROR and reconciles(plan) else promise_of(plan)


def _confidential(desk: Desk) -> Iterator[Passage]:
    """That what is redacted goes to the staff alone, with who asks for that and the code of its pages."""
    if any(t.redacted for t in desk.plan.told):
        matter, rule = desk.scene.matter, dict(desk.scene.matter.rule_83)
        by = rule.get("requester") or matter.company
        code = rule.get("control")
        said = desk.scene.say(
            "supply",
            "rule_83",
            by=f" by {by}" if by else "",
            code=f", identifying code {code}" if code else "",
        )
        yield Passage(said, ("law", "matter"), ())


def _also(desk: Desk) -> Iterator[Passage]:
    """What else the comment says it applies to, carried along in one sentence."""
    where = also_applies_to(desk.plan.comment.text)
    if not where or any(t.treat is Treat.REFER for t in desk.plan.tasks) or desk.plan.stance in RESISTING:
        return
    frame = {Move.COMPLY_NOW: "also_now", Move.COMPLY_FUTURE: "also_future"}.get(
        desk.plan.stance, "also_holds"
    )
    thing = turn(where, desk.scene.voice, known=True)
    yield Passage(desk.scene.say("refer", frame, thing=thing), ("comment",), ())


def _numbered(passage: Passage, plan: Plan) -> Passage:
    """The passage with the requests of the branch not taken beside those of the branch that is."""
    answered = set(passage.answers)
    for task in plan.tasks:
        first = task.request.alternative_of
        if first is None:
            if task.treat is Treat.NOT_TAKEN and answered:
                answered.add(task.index)
            continue
        taken, other = (first, task.index) if task.treat is Treat.NOT_TAKEN else (task.index, first)
        if taken in answered:
            answered.add(other)
    return replace(passage, answers=tuple(sorted(answered)))
