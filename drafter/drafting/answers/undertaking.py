"""What will be disclosed: the promise, its condition, and the proposed words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.answers.deeds import done, limit_of, of_each
from drafter.drafting.answers.fulfilling import PROMISING
from drafter.drafting.disclosure import blocks
from drafter.drafting.disclosure.revising import set_on_filing
from drafter.drafting.language.clauses import MATTER, asked, bare, says_that
from drafter.drafting.language.together import together
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.departures import RESISTING
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.eligible import for_block
from drafter.drafting.planning.intents import HOLDS_ON, promise_of
from drafter.drafting.planning.ordering import by_place
from drafter.drafting.planning.plan import EARLIER, OF_RESPONSE, Plan, Task, Treat, groups, stated, stems
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.awaiting import awaits, open_condition
from drafter.drafting.sentences.desk import (
    Desk,
    indices,
    open_blanks,
    premise,
    regarding,
    resolved,
    sources,
    verb_of,
)


def undertake(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What will be disclosed and from when, then facts for the staff, then the proposed words."""
    plan = desk.plan
    promise = _own_promise(plan, group) if _first(plan, group) else ()
    if all(asked(t.request) == MATTER for t in group) and not any(stated(t) for t in group):
        open_ = any(t.treat is Treat.TELL for t in plan.tasks) and any(_as_needed(t) for t in group)
        text = desk.say("undertake", "appropriate", due=plan.place.due) if open_ else general(desk, group[0])
        yield Passage(text, ("comment", "matter"), indices(group))
        return
    told = by_place([t for task in group for t in stated(task) if t not in (*promise, *promise_of(plan))])
    if awaits(plan, group, first=not desk.written):
        yield from open_condition(desk, group)
        return
    if not promise and not told and _appropriate(group[0]):
        text = desk.say("undertake", "appropriate", due=plan.place.due)
        yield Passage(text, ("comment", "matter"), indices(group))
        return
    weighed = [t for t in group if verb_of(t) == "consider" and ASKING.match(asked(t.request))]
    if weighed and not told and not promise:
        yield from _weighed(desk, weighed)
        group = [t for t in group if t not in weighed]
        if not group:
            return
    lead = _promised(desk, group, promise) if promise else _headline(desk, group)
    text = regarding(lead, plan, group) + "".join(f" {t.text}" for t in promise[1:])
    yield Passage(text, sources(promise, "comment", "matter"), indices(group))
    in_block = plan.place.target in _BLOCKED and any(t.treat is Treat.UNDERTAKE for t in group)
    inside = blocks.taken(_written(plan), plan.comment) if in_block else frozenset()
    yield from _letter_facts(group, told, inside)
    waiting = [t for task in group for t in task.told if t not in inside]
    if opens := open_blanks(waiting):
        yield Passage(opens, ("comment",), indices(group))


def _own_promise(plan: Plan, group: Sequence[Task]) -> tuple[Told, ...]:
    """The client's promise of what the group asks for; of a removal under another move what goes, by its name."""
    answers = [t for o in plan.tasks if o.treat is Treat.TELL for t in o.told]
    elsewhere = [t for t in answers if " will remove " in t.text or HOLDS_ON.search(t.text)]
    named = (
        t for task in group if task.treat is Treat.REMOVE for t in stated(task) if _BY_NAME.match(t.text)
    )
    return tuple(p for p in promise_of(plan) if p not in elsewhere) or tuple(named)


_BY_NAME = re.compile(r"(?:The [A-Z]\w+|We) will (?:no longer adjust for|remove) ")
"""How it is said which of several adjustments goes."""


def _first(plan: Plan, group: Sequence[Task]) -> bool:
    """Whether the group is the first in which the answer promises: there the client's own promise stands."""
    promising = (t.index for t in plan.tasks if t.treat in PROMISING and not t.closed)
    return group[0].index == next(promising, -1)


def _weighed(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What the staff only wants considered, as what the client has to decide."""
    for task in group:
        thing = turn(asked(task.request), desk.scene.voice)
        yield Passage(f"{desk.scene.blank(f'{thing}, with the conclusion')}.", ("comment",), (task.index,))


_AS_NEEDED = re.compile(r"\b(?:appropriate|necessary|required|applicable|needed|warranted)\b", re.I)


def _as_needed(task: Task) -> bool:
    """Whether a revision is asked for only as far as it is called for."""
    return bool(_AS_NEEDED.search(f"{task.request.text} {task.request.conditional or ''}"))


def proposal(desk: Desk) -> Iterator[Passage]:
    """The proposed words of all that the answer undertakes to disclose, as one block behind one sentence."""
    plan = desk.plan
    if plan.place.target not in _BLOCKED or plan.stance in RESISTING:
        return
    if text := _proposed(plan):
        yield Passage(desk.scene.say("block", "lead"), ("comment",), text.answers)
        yield set_on_filing(text, plan)


def _proposed(plan: Plan) -> Passage | None:
    """The proposed words as a block; None where nothing is undertaken whose words a filing would have."""
    writing = _written(plan)
    letter = [t for task in plan.tasks if task.treat is Treat.TELL for t in task.told if t.use in _LENT]
    return blocks.block(plan.comment, writing, letter, plan.sign, plan.place.due) if writing else None


_LENT = frozenset({Use.STATE, Use.OPEN})
"""What the letter tells that the filing may have to tell as well."""


def _written(plan: Plan) -> list[Task]:
    """The undertakings whose words the proposed disclosure has, with the facts of their twins."""
    if plan.place.target not in _BLOCKED or plan.stance in RESISTING:
        return []
    undertaken = [g for g in groups(plan.tasks) if g[0].treat is Treat.UNDERTAKE]
    return [
        _with_twin(plan, replace(t, met=True) if _firm(plan, g) else t)
        for g in undertaken
        if _firm(plan, g) or _under_a_case(g)
        for t in g
        if not (_told_by_promise(t) or _RETITLES.search(t.request.text))
    ]


_RETITLES = re.compile(r"\b(?:please|to|and|or) re-?(?:title|name|label)\b", re.I)
"""A request for another title, which leaves no words to propose."""


def _told_by_promise(task: Task) -> bool:
    """Whether the promise under the request leaves no words to propose: a new name, or another place."""
    promised = any(n.text.startswith(("We will ", "The ")) and " will " in n.text for n in stated(task))
    return any(_RENAMES.match(n.text) for n in task.told) or bool(
        promised and _OTHER_PLACE.search(asked(task.request))
    )


_OTHER_PLACE = re.compile(r"\bonly (?:as|for)\b|\bapart from\b|\bin a separate\b|\bunder (?:its|their) own\b")
_RENAMES = re.compile(r"(?:We|The \w+) will (?:rename|change the (?:caption|title|name|label|heading))\b")
"""A promise that has the new name, which needs no words of its own in the filing."""


def _with_twin(plan: Plan, task: Task) -> Task:
    """The task with the facts told to the staff on the same thing: “tell us, and disclose, the rate”, “if so, name”."""
    whole = OF_RESPONSE.match(task.request.object)
    so = _IF_SO.match(task.request.conditional or "") and not (stated(task) or task.condition)
    twins = [
        t
        for t in plan.tasks
        if t.treat is Treat.TELL
        and (
            whole
            or asked(t.request) == asked(task.request)
            or (so and t.index == task.index - 1)
            or (_WHY.match(asked(t.request)) and _WHY.match(asked(task.request)))
        )
    ]
    told = tuple(s for t in twins for s in stated(t) if s not in task.told and for_block(s))
    return replace(task, told=(*task.told, *told)) if told else task


_WHY = re.compile(r"why\b|(?:the |your )?(?:\w+ )?reasons?\b")
_IF_SO = re.compile(r"(?:and,? )?if so\b", re.I)


def _firm(plan: Plan, group: Sequence[Task]) -> bool:
    """Whether the undertaking stands, and does not hang on a condition that is still open or has failed."""
    if group[0].closed:
        return False
    told = any(stated(task) for task in group)
    return bool(promise_of(plan) or told or not (group[0].condition or _appropriate(group[0])))


def _under_a_case(group: Sequence[Task]) -> bool:
    """Whether the undertaking hangs on a condition that is still open, under which its words can be proposed."""
    return bool(group[0].condition) and not (group[0].closed or _appropriate(group[0]))


def _promised(desk: Desk, group: Sequence[Task], promise: Sequence[Told]) -> str:
    """The client's own promise as the headline, behind the opening whose turn it is, and what it leaves unsaid."""
    lead = promise[0].text
    opening = desk.scene.say("openers", "will", 2 if desk.written else desk.plan.turn)
    return " ".join(
        [opening + re.sub(r"^(?:The \w+|We) will ", "", lead), *_unpromised(desk, group, promise)]
    )


def _unpromised(desk: Desk, group: Sequence[Task], promise: Sequence[Told]) -> list[str]:
    """The further things that are asked for, where the promise names only another of them and no note tells of it."""
    said = stems(" ".join(t.said for t in promise))
    named = [t for t in group if said & stems(asked(t.request))]
    left = [
        t
        for t in group
        if named and t not in named and not t.told and not _NO_MORE.fullmatch(thing_of(desk, t)[0])
    ]
    return list(_also(desk, [d for t in left if (d := _doing(desk, t))]))


def _appropriate(task: Task) -> bool:
    limit = task.request.conditional or ""
    return bool(
        re.fullmatch(r"(?:as|where|if|when) (?:appropriate|necessary|required|applicable)", bare(limit), re.I)
    ) and bool(
        re.match(
            r"(?:future filings|your (?:filings?|disclosures?)|the (?:filing|disclosure))\b",
            asked(task.request) or "future filings",
        )
        or len(asked(task.request).split()) <= 3
    )


_BLOCKED = frozenset({Target.PERIODIC, Target.PROXY})


def _letter_facts(group: Sequence[Task], told: Sequence[Told], inside: frozenset[Told]) -> Iterator[Passage]:
    if left := [t for t in told if t not in inside]:
        yield Passage(running(left), sources(left), indices(group))


LONGEST_THING = 20
"""Words; a longer thing to be removed is only referred to."""
NEAR = 12
"""Words; of a longer thing the filing is named before it."""
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|how|why|whether|what|if|because|so|not|to|reasonably|"
    r"attributable|due)\b"
)
"""What a filing named behind it would seem to belong to."""
FEW = 2
"""Further things; of so many none is named in the promise, where all are set out below it."""
LONGEST_PROMISE = 45
"""Words of all that one promise names; what goes beyond is set out below it."""
LONGEST_LIST = 32
"""The same where it names more things than that."""


def _headline(desk: Desk, group: Sequence[Task]) -> str:
    """The promise by name: the first thing with the filing, the others after it, or set out below where many."""
    place = desk.plan.place
    filings = "earnings releases" if place.target is Target.RELEASE else "filings"
    filings += limit_of(group[0], desk.plan.comment.text, desk.scene.voice)
    if group[0].treat is Treat.REMOVE and (group[0].points or _long(asked(group[0].request))):
        thing = f"the statements that {desk.scene.staff} identifies"
        return desk.say(
            "undertake", "one", verb=verb_of(group[0]), thing=thing, due=place.due, filings=filings
        )
    deeds = [d for t in group if (d := _doing(desk, t))]
    if not deeds:
        return general(desk, group[0])
    if asked(group[0].request) == MATTER and group[0].request.action == "revise":
        text = turn("your disclosure", desk.scene.voice, known=True)
        deeds.insert(0, ("revise", f"{text} to [●: the correction to be made]", ""))
    (verb, thing, tail), *more = deeds
    due, filings = place.due, filings + tail
    count = len(thing.split())
    below = _proposed(desk.plan) is not None
    limit = of_each(desk.plan.comment.text, desk.scene.voice)
    if count > LONGEST_PROMISE or any(t.points for t in group):
        return desk.say("undertake", "set_out" if below else "several", due=due, filings=filings, limit=limit)
    words = sum(len(d[1].split()) for d in deeds)
    far = count > NEAR or (_CLAUSE.search(thing) and place.target is not Target.SOLICITING)
    frame = "long" if far and not (verb == "do" or "future filings" in thing) else "one"
    if more and words > (LONGEST_PROMISE if len(more) <= FEW else LONGEST_LIST) and below:
        frame = "below" if len(more) < FEW else "set_out"
        more = []
    named = thing if frame == "one" else thing.rstrip(",")
    verb = f"{verb},{limit}," if limit and frame != "set_out" else verb
    lead = desk.say("undertake", frame, verb=verb, thing=named, due=due, filings=filings, limit=limit)
    return " ".join([lead, *_also(desk, more)])


def general(desk: Desk, task: Task) -> str:
    """The promise to revise something, what is to be changed in it as a blank."""
    thing = turn(resolved(desk, task), desk.scene.voice, known=True).removesuffix(" accordingly")
    thing = thing if re.fullmatch(r"(?:its|our) [\w' -]+", thing) else desk.scene.fill("{its} disclosure")
    return desk.say("undertake", "general", thing=thing, due=desk.plan.place.due)


def _also(desk: Desk, deeds: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """The further things of a promise: in one sentence where they are short, else a sentence for each."""
    said = [f"{verb} {thing.rstrip(',')}" for verb, thing, _ in deeds]
    if sum(len(d.split()) for d in said) <= LONGEST_ALSO:
        said = [together(said)] if said else []
    where = "releases" if desk.plan.place.target is Target.RELEASE else "filings"
    for at, thing in enumerate(said):
        frame = "further" if at else "also"
        yield desk.scene.say("undertake", frame, thing=thing, filings=where)


LONGEST_ALSO = 45
"""Words of one sentence with the further things of a promise."""


def _doing(desk: Desk, task: Task) -> tuple[str, str, str] | None:
    """Verb, thing and what follows the filing; nothing where the request names no thing."""
    thing, tail = thing_of(desk, task)
    vague = _VAGUE.fullmatch(asked(task.request)) and task.request.action != "remove"
    if _NO_MORE.fullmatch(thing) or vague or asked(task.request) == MATTER:
        return None
    verb, thing = done(task, _IN_FUTURE.sub("", thing))
    return verb, thing, tail


_IN_FUTURE = re.compile(
    r",? (?:in|from) (?:(?:its|our|any|all) )?future (?:earnings |press )?(?:releases|filings|reports)(?=,?$)"
)
"""The filings to come, which the promise names itself."""


def _long(thing: str) -> bool:
    return len(thing.split()) > LONGEST_THING


_NO_MORE = re.compile(
    r"(?:its|our|the) (?:\w+ )?(?:disclosures?|filings?|presentation|discussion)(?: accordingly)?,?"
)
"""What says no more than that something will be revised."""


_VAGUE = re.compile(
    r"(?:them|it|that|this|these|those|you)(?: accordingly)?|your? \w+ accordingly|"
    r"(?:an? )?(?:copy|draft|text) of .+|support|this error",
    re.I,
)
"""What names nothing that a promise could be of."""


_AFTERTHOUGHT = re.compile(
    r", (?:including|together with|along with|as well as|such as|rather than|whether)\b"
)


def thing_of(desk: Desk, task: Task) -> tuple[str, str]:
    """What will be written, and what of it belongs to the filings: “, including earnings releases”."""
    said = turn(resolved(desk, task), desk.scene.voice, known=True)
    if not EARLIER.match(desk.plan.comment.text):
        said = re.sub(r"\bin (?:its|our) response\b", "in this response", said)
    said = f"that {said}" if says_that(task.request) and not said.startswith("that ") else said
    if re.match(r"to comply\b", said) and verb_of(task) == "revise":
        said = f"{turn(premise(desk.plan.comment.text) or 'your disclosure', desk.scene.voice, known=True)} {said}"
    whole = task.request.object or ""
    head, including, tail = said.partition(", including ")
    if including and re.search(r"future [^,]*, including", whole):
        return (premise(desk.plan.comment.text) or head) if head == "it" else head, f", including {tail}"
    return (f"{said}," if _AFTERTHOUGHT.search(said) else said), ""


def heed(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Guidance that the company will bear in mind, as the staff asks."""
    for task in group:
        verb = "consider" if re.search(r"\bconsider\b", task.request.text, re.I) else "review"
        thing = turn(asked(task.request), desk.scene.voice, known=True)
        told = stated(task)
        text = f"{desk.say('undertake', 'heed', verb=verb, thing=thing)} {running(told)}".strip()
        yield Passage(text, sources(told, "comment"), (task.index,))
        desk = replace(desk, written=desk.written + 1)


def remove(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Words that will no longer appear."""
    yield from undertake(desk, group)
