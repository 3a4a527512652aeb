"""One writer for each way to treat a request: from a group of like tasks to the passages of the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.domain import Passage
from drafter.drafting import blocks
from drafter.drafting.clauses import ASKING, asked, bare, elements, ended, lowered, raised, topic, wanted
from drafter.drafting.dues import Target, spoken
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Plan, Task, Treat, stated, stems
from drafter.drafting.scene import Scene
from drafter.drafting.turning import turn
from drafter.matters import sentences


@dataclass(frozen=True, slots=True)
class Desk:
    """The plan being written, with its scene and how many passages stand already."""

    plan: Plan
    scene: Scene
    written: int = 0

    def say(self, table: str, frame: str, **parts: str) -> str:
        """The frame, with the opening whose turn it is, or a plain one after the first passage."""
        turn_ = self.plan.turn + self.written if table in {"tell"} else self.plan.turn
        return self.scene.say(table, frame, turn_ if not self.written or table == "tell" else 2, **parts)


Writer = Callable[[Desk, Sequence[Task]], Iterator[Passage]]


def write(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The passages that answer a group of consecutive tasks of one treatment."""
    yield from WRITERS[group[0].treat](desk, group)


def indices(group: Sequence[Task]) -> tuple[int, ...]:
    """The requests that a group answers."""
    return tuple(t.index for t in group)


def sources(told: Sequence[Told], *more: str) -> tuple[str, ...]:
    """Where a passage comes from: the notes it sets, and what else is named."""
    return tuple(dict.fromkeys([*more, *(t.fact for t in told)]))


# -- facts -----------------------------------------------------------------------------------------------


def told_text(desk: Desk, told: Sequence[Told], further: bool = False) -> str:
    """Sentences of the notes as running text, opened as an answer opens."""
    texts = [t.text for t in told]
    if further:
        texts[0] = desk.say("tell", "further", fact=lowered(texts[0]))
    elif (
        not desk.written and not desk.scene.voice.plural and not re.match(r"(?:The )?Company will", texts[0])
    ):
        texts[0] = (
            desk.say("tell", "fact", states="", fact=lowered(texts[0])) if False else opened(desk, texts[0])
        )
    return " ".join(texts)


def opened(desk: Desk, sentence: str) -> str:
    """The sentence after the opening of an explanation."""
    return desk.scene.say("tell", "fact", desk.plan.turn, fact=lowered(sentence))


def open_blanks(desk: Desk, told: Sequence[Told]) -> str:
    """A blank for each fact still to come, and one that proposes each fact to be confirmed."""
    texts = []
    for t in told:
        thing, _, where = t.said.partition(":")
        if t.use is Use.OPEN:
            place = f" ({bare(where)})" if where else ""
            texts.append(f"{desk.scene.blank(thing[:1].lower() + bare(thing)[1:] + place)}.")
        elif t.use is Use.CONFIRM:
            proposed = bare(re.sub(r"[\[\]●]", "", t.said))
            texts.append(f"[●: to be confirmed: {proposed}].")
    return " ".join(texts)


# -- writing ---------------------------------------------------------------------------------------------

_PROMISE = re.compile(r"^(?:The \w+|We) will (?!request\b)")
_DANGLING = re.compile(r"\b(?:it|them|they|this|these|those)\b", re.I)


def promise_of(plan: Plan) -> tuple[Told, ...]:
    """The sentences of the notes in which the company itself promises the change, fit to open an answer."""
    noun = (plan.place.due and "") or ""
    said = [t for task in plan.tasks for t in stated(task)] + [t for t in plan.loose if t.use is Use.STATE]
    return tuple(
        t for t in said if _PROMISE.match(t.text + noun) and not _DANGLING.search(t.text) and not t.redacted
    )


def undertake(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What will be disclosed and from when, then facts for the staff, then the proposed words."""
    plan = desk.plan
    promise = promise_of(plan) if not group[0].condition or stated(group[0]) else ()
    told = [t for task in group for t in stated(task) if t not in promise]
    if promise and not desk.written:
        first = desk.scene.say("openers", "will", plan.turn) if plan.turn % 3 == 1 else ""
        lead = " ".join(t.text for t in promise)
        lead = first + re.sub(r"^(?:The \w+|We) will ", "", lead) if first else lead
    elif group[0].condition and not told:
        yield from _conditional(desk, group)
        return
    else:
        lead = _headline(desk, group)
    yield Passage(lead, sources(promise, "comment", "matter"), indices(group))
    proposed = blocks.block(plan.comment, group) if plan.place.target in _BLOCKED else None
    yield from _letter_facts(desk, group, told, in_block=proposed is not None)
    if proposed:
        yield Passage(desk.scene.say("block", "lead"), ("comment",), proposed.answers)
        yield proposed
    elif opens := open_blanks(desk, [t for task in group for t in task.told]):
        yield Passage(opens, ("comment",), indices(group))


_BLOCKED = frozenset({Target.PERIODIC, Target.PROXY})


def _letter_facts(
    desk: Desk, group: Sequence[Task], told: Sequence[Told], in_block: bool
) -> Iterator[Passage]:
    left = [t for t in told if not (in_block and blocks.for_block(t))]
    if left:
        yield Passage(" ".join(t.text for t in left), sources(left), indices(group))


def _headline(desk: Desk, group: Sequence[Task]) -> str:
    plan, voice = desk.plan, desk.scene.voice
    release = "release" if plan.place.target is Target.RELEASE else "one"
    parts = [e for task in group for e in elements(task.request)]
    if len(parts) > 2 or any(_vague(e) for e in parts):
        return desk.say("undertake", "several", due=plan.place.due)
    first = group[0]
    lead = desk.say("undertake", release, verb=verb_of(first), thing=_thing(first, voice), due=plan.place.due)
    rest = [desk.say("undertake", "also", verb=verb_of(t), thing=_thing(t, voice)) for t in group[1:]]
    return " ".join([lead, *rest])


def _vague(element: str) -> bool:
    return len(element.split()) < 2 or bool(
        re.match(r"(?:them|it|that|this|these|your? \w+ accordingly)\b", element)
    )


def _thing(task: Task, voice: object) -> str:
    from drafter.drafting.turning import Voice

    assert isinstance(voice, Voice)
    return turn(asked(task.request), voice, known=True)


_VERBS = {
    "tell_us": "explain",
    "revise": "revise",
    "provide": "provide",
    "other": "address",
    "support": "support",
}
_SAID_VERB = re.compile(
    r"\b(?P<verb>disclose|state|present|include|quantify|discuss|describe|explain|identify|clarify|remove|delete|refrain|avoid|address|provide|"
    r"reconcile|define|separate|label|present|expand|revise|omit|discontinue|highlight|disaggregate|itemize|balance|indicate|specify|list|"
    r"name|summarize|update|correct|conform|report|show|give|add|say|limit|analyze|apply|consider|ensure|file|submit)\b",
    re.I,
)


def verb_of(task: Task) -> str:
    """The verb of the undertaking, in the staff's own word where it can be repeated."""
    thing = task.request.object
    before = (
        task.request.text[: task.request.text.find(thing)]
        if thing and thing in task.request.text
        else task.request.text
    )
    said = [m["verb"].lower() for m in _SAID_VERB.finditer(before)]
    verb = said[-1] if said else _VERBS.get(task.request.action, task.request.action)
    verb = {"say": "state", "consider": "address", "ensure": "ensure"}.get(verb, verb)
    return "refrain" if verb == "avoid" and asked(task.request).startswith("from ") else verb


def _conditional(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A change that depends on something: the condition as a blank, then the promise under it."""
    plan, first = desk.plan, group[0]
    condition = first.condition
    if re.fullmatch(r"(?:as|where|if|when) (?:appropriate|necessary|required)", condition, re.I):
        yield Passage(
            desk.say("undertake", "appropriate", due=plan.place.due), ("comment", "matter"), indices(group)
        )
        return
    things = [turn(e, desk.scene.voice) for task in group for e in elements(task.request)]
    verb, due = verb_of(first), plan.place.due
    same = (
        turn(things[0], desk.scene.voice, known=True)
        if len(things) == 1
        else "each of the matters named in the comment"
    )
    will = f"{desk.scene.voice.noun} will {verb} {same} in future filings, beginning with {due}"
    if _material(condition):
        what = [
            f"whether {t} {'are' if t.endswith('s') else 'is'} material, with the basis"
            for t in map(_named, things)
        ]
        for task_thing, task in zip(what, _spread(group), strict=False):
            yield Passage(f"{desk.scene.blank(task_thing)}.", ("comment",), (task.index,))
    elif not _follows_question(plan, first):
        yield Passage(f"{desk.scene.blank(whether(condition, desk.scene))}.", ("comment",), indices(group))
    yield Passage(f"{_under(condition, desk.scene)}, {will}.", ("comment", "matter"), indices(group))


def _named(thing: str) -> str:
    return topic(thing) or thing


def _spread(group: Sequence[Task]) -> list[Task]:
    return [task for task in group for _ in elements(task.request)]


def _material(condition: str) -> bool:
    return "material" in condition.lower() and not re.search(r"\bif so\b", condition, re.I)


def _follows_question(plan: Plan, task: Task) -> bool:
    """ "Tell us whether ... and, if so, ...": the question before has the blank already."""
    return task.index > 0 and bool(re.match(r"(?:if so|if not|if true|in that case)\b", task.condition, re.I))


def _under(condition: str, scene: Scene) -> str:
    low = condition.lower()
    if re.match(r"if so\b", low):
        return "If so, and to the extent material" if "material" in low else "If so"
    if _material(low):
        return "To the extent material"
    return raised(turn(bare(condition), scene.voice))


def whether(condition: str, scene: Scene) -> str:
    """The condition as what has to be known: "if you hold any" -> "whether the Company holds any"."""
    clause = re.sub(
        r"^(?:if|when|where|once|unless|to the extent(?: that)?|in the event(?: that)?|should)\s+",
        "",
        bare(condition),
        flags=re.I,
    )
    return f"whether {turn(clause, scene.voice)}, with the basis"


# -- telling ---------------------------------------------------------------------------------------------

_BULLETS = 3


def tell(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """An answer in the letter: the facts given, then a blank for what they leave open."""
    if len(group) >= _BULLETS and "•" in desk.plan.comment.text and not any(t.told for t in group):
        yield Passage(desk.scene.say("tell", "bullets"), ("comment",), ())
        for task in group:
            yield Passage(f"• {desk.scene.blank(_wants(desk, task))}.", ("comment",), (task.index,))
        return
    for task in group:
        yield _tell(desk, task)
        desk = Desk(desk.plan, desk.scene, desk.written + 1)


def _wants(desk: Desk, task: Task) -> str:
    condition = f"{_under(task.condition, desk.scene).lower()}, " if task.condition else ""
    thing = asked(task.request)
    return condition + wanted(task.request, thing, desk.scene.voice)


def _tell(desk: Desk, task: Task) -> Passage:
    told, opens = stated(task), open_blanks(desk, task.told)
    if not told:
        text = _unknown(desk, task)
        return Passage(f"{text} {opens}".strip(), ("comment",), (task.index,))
    text = told_text(desk, told)
    if not _settled(task, told):
        opens = f"{opens} {desk.scene.blank(_wants(desk, task))}."
    return Passage(f"{text} {opens}".strip(), sources(told, "comment"), (task.index,))


def _unknown(desk: Desk, task: Task) -> str:
    if (
        task.condition
        and re.match(r"(?:once|when|if)\b", task.condition, re.I)
        and not _follows_question(desk.plan, task)
    ):
        return f"{desk.scene.blank(whether(task.condition, desk.scene))}. {_under(task.condition, desk.scene)}, {desk.scene.blank(wanted(task.request, asked(task.request), desk.scene.voice, known=True))}."
    blank = desk.scene.blank(_wants(desk, task))
    about = topic(turn(asked(task.request), desk.scene.voice, known=True))
    if about and len(about) < 80:
        return desk.say("tell", "topic", topic=about, blank=blank)
    return desk.say("tell", "plain", blank=blank)


_BY = re.compile(r"\b(?:by|for each|per|between|and whether|each) (?:the )?(?P<cut>[\w-]+(?: [\w-]+)?)", re.I)
SETTLED = 0.25
"""Share of a request's content words that the facts must meet; below it they are about something else."""


def _settled(task: Task, told: Sequence[Told]) -> bool:
    """Whether the facts seem to answer the request whole, so that no blank need follow them."""
    said = stems(" ".join(t.text for t in told))
    if re.search(r"\b(?:no|not|does not|did not)\b", " ".join(t.text for t in told)) and task.condition:
        return True
    words = stems(asked(task.request))
    cut = _BY.search(task.request.text)
    if (
        task.request.action == "quantify"
        and cut
        and not stems(cut["cut"]) & (said - stems("tenant customer product"))
    ):
        return False
    return not words or len(words & said) >= SETTLED * len(words)


# -- other treatments ------------------------------------------------------------------------------------


def remove(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Words that will no longer appear."""
    yield from undertake(desk, group)


def revise(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What the amendment filed with the letter has changed, by page."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in group for t in stated(task)]
    page, amendment = "[●: page number]", plan.place.amendment
    undecided = [t for t in group if t.condition and not told]
    certain = [t for t in group if t not in undecided]
    if certain:
        frame = "revised" if len(certain) <= 2 else "revised_many"
        thing = " and to ".join(
            f"{verb_of(t)} {turn(asked(t.request), scene.voice, known=True)}" for t in certain
        )
        verb, _, rest = thing.partition(" ")
        parts = {"verb": verb, "thing": rest} if frame == "revised" else {}
        yield Passage(
            desk.say("amend", frame, page=page, amendment=amendment, **parts),
            ("comment", "matter"),
            indices(certain),
        )
        for task in certain if frame == "revised_many" else ():
            yield Passage(
                f"• {wanted(task.request, asked(task.request), scene.voice)};", ("comment",), (task.index,)
            )
    if told:
        yield Passage(" ".join(t.text for t in told), sources(told), indices(group))
    elif certain and certain[0].request.action not in {"remove", "delete"}:
        wants = "; ".join(_wants(desk, t) for t in certain)
        yield Passage(
            f"{desk.scene.blank(f'facts for the revised disclosure: {wants}')}.",
            ("comment",),
            indices(certain),
        )
    for task in undecided:
        yield Passage(
            f"{scene.blank(whether(task.condition, scene))}. {_under(task.condition, scene)}, {scene.voice.noun} will {verb_of(task)} {turn(asked(task.request), scene.voice, known=True)} on page {page} of {amendment}.",
            ("comment",),
            (task.index,),
        )


_FORM = re.compile(r"\bForms? (?P<form>10-[KQ]|20-F|40-F|8-K)\b")
_CONSISTS = re.compile(r"\bconsist\w* of (?P<thing>[^.]+)")
_WITH = re.compile(r"\bwith (?P<thing>[^.;]+)")


def amend(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The amendment of a filed report: form, period, content, date."""
    plan, scene = desk.plan, desk.scene
    said = " ".join(t.request.text for t in group)
    form = (
        _FORM.search(said) or _FORM.search(" ".join(plan.comment.heading)) or _FORM.search(plan.comment.text)
    )
    filings = scene.matter.filings
    filing = next(
        (f for f in filings if form and f.form == form["form"]), filings[0] if filings and not form else None
    )
    name = form["form"] if form else (filing.form if filing else "[●: form]")
    period = (
        f" for the {'fiscal year' if 'Q' not in name else 'quarterly period'} ended {spoken(filing.period)}"
        if filing and filing.period
        else ""
    )
    number = re.search(r"\d+", dict(scene.matter.amendment).get("name", "")) or re.search(r"\d", "1")
    texts = [
        desk.say(
            "amend",
            "file",
            number=number.group(0) if number else "1",
            form=name,
            period=period,
            date="[●: filing date of the amendment]",
        )
    ]
    if consists := _CONSISTS.search(plan.comment.text):
        texts.append(desk.scene.say("amend", "contents", thing=turn(bare(consists["thing"]), scene.voice)))
    if joined := _WITH.search(said):
        texts.append(desk.scene.say("amend", "conform", thing=turn(bare(joined["thing"]), scene.voice)))
    told = [t for task in group for t in stated(task)]
    yield Passage(
        " ".join([*texts, *(t.text for t in told)]), sources(told, "comment", "matter"), indices(group)
    )


def file(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Exhibits to be filed."""
    plan, scene = desk.plan, desk.scene
    for task in group:
        thing = re.sub(
            r"\s+as (?:an )?exhibits?\b.*$", "", turn(asked(task.request), scene.voice, known=True)
        )
        frame = "exhibit_now" if plan.place.target is Target.REGISTRATION else "exhibit"
        text = desk.say(
            "amend",
            frame,
            thing=thing,
            due=plan.place.due,
            amendment=plan.place.amendment,
            exhibit="as Exhibit [●: exhibit number]",
        )
        told = stated(task)
        yield Passage(
            " ".join([text, *(t.text for t in told)]), sources(told, "comment", "matter"), (task.index,)
        )


_FUTURE_CONDUCT = re.compile(
    r"^(?:that\s+)?(?:you|your future filings|future filings|in future filings,? you) (?:will|intend to|plan to)\b",
    re.I,
)
_PRONOUN_ONLY = re.compile(r"^(?:that|this|it|so|the foregoing)?(?: (?:to|for) us)?$|^that to us$", re.I)


def confirm(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A sentence of assent where it concerns the future, a blank where it asserts a fact."""
    scene = desk.scene
    for task in group:
        thing = bare(task.request.object or task.request.text)
        told = stated(task)
        if told:
            yield Passage(told_text(desk, told), sources(told, "comment"), (task.index,))
        elif _FUTURE_CONDUCT.match(thing):
            clause = re.sub(r"^that\s+", "", thing)
            text = scene.say(
                "confirm",
                "future",
                clause=f"that {turn(clause, scene.voice, known=True)}".removeprefix("that "),
            )
            yield Passage(text, ("comment",), (task.index,))
        else:
            wants = (
                whether(task.condition or thing, scene).removesuffix(", with the basis")
                if _PRONOUN_ONLY.match(thing)
                else _confirmed(thing, scene)
            )
            about = topic(turn(thing, scene.voice, known=True)) if not _PRONOUN_ONLY.match(thing) else ""
            blank = scene.blank(wants)
            text = (
                desk.say("tell", "topic", topic=about, blank=blank)
                if about
                else desk.scene.say("confirm", "fact", blank=blank)
            )
            yield Passage(text, ("comment",), (task.index,))


def _confirmed(thing: str, scene: Scene) -> str:
    said = turn(re.sub(r"^that\s+", "", thing), scene.voice)
    return (
        said
        if ASKING.match(said)
        else f"whether {said}"
        if re.match(r"that\b", thing)
        else f"confirmation of {said}"
    )


def supply(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Papers under separate cover, with the request to have them back."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in group for t in stated(task)]
    returned = "return_securities" if plan.place.target is Target.REGISTRATION else "return_exchange"
    if told:
        texts = [told_text(desk, told)]
        if not any("separate cover" in t.text for t in told):
            texts.append(scene.say("supply", "told"))
    else:
        thing = turn(asked(group[0].request), scene.voice, known=True)
        thing = "the materials requested" if len(thing.split()) > 18 else thing
        blank = scene.blank("description of the materials and number of pages", owner=False)
        texts = [scene.say("supply", "lead", thing=thing, blank=blank)]
    texts.append(scene.say("supply", returned))
    yield Passage(" ".join(texts), sources(told, "comment", "law"), indices(group))


def refer(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The answer under another comment, and the sentence that carries it over."""
    plan, scene = desk.plan, desk.scene
    said = re.search(
        r"\b(?:to|in|on|for) (?P<where>your (?:quarterly|annual|periodic|future|other|interim|earnings|Forms?)[^.;]*)",
        plan.comment.text,
        re.I,
    )
    thing = (
        turn(bare(said["where"]), scene.voice, known=True)
        if said
        else "each filing to which this comment extends"
    )
    number = plan.refer_to or "[●: number of the comment referred to]"
    frame = "see_now" if plan.place.target is Target.REGISTRATION else "see"
    parts = (
        {"page": "[●: page number]", "amendment": plan.place.amendment}
        if frame == "see_now"
        else {"due": plan.place.due}
    )
    told = [t for task in group for t in stated(task)]
    text = scene.say("refer", frame, number=number, thing=thing, **parts)
    yield Passage(
        " ".join([text, *(t.text for t in told)]), sources(told, "comment", "matter"), indices(group)
    )


def reconcile(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A bridge of blanks between the two amounts; a bridge from the notes is written by the error writer."""
    from drafter.drafting.bridges import amounts

    scene, told = desk.scene, [t for task in group for t in stated(task)]
    figures = list(amounts(desk.plan.comment.text))
    blank = scene.blank("each reconciling item, with its amount")
    if told:
        yield Passage(told_text(desk, told), sources(told, "comment"), indices(group))
    if len(figures) >= 2:
        text = scene.say("reconcile", "open", left=figures[0], right=figures[1], blank=blank)
    else:
        text = scene.say(
            "reconcile",
            "open_plain",
            blank=scene.blank("opening amount, each reconciling item with its amount, and closing amount"),
        )
    yield Passage(text, ("comment",), indices(group))


WRITERS: Mapping[Treat, Writer] = {
    Treat.TELL: tell, Treat.UNDERTAKE: undertake, Treat.REMOVE: remove, Treat.AMEND: amend, Treat.REVISE: revise,
    Treat.FILE: file, Treat.CONFIRM: confirm, Treat.RECONCILE: reconcile, Treat.SUPPLY: supply, Treat.REFER: refer,
}  # fmt: skip

_ = (ended, sentences)
