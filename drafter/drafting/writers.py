"""One writer for each way to treat a request: from a group of like tasks to the passages of the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.authorities import authorities
from drafter.domain import Move, Passage
from drafter.drafting import blocks
from drafter.drafting.clauses import ASKING, MATTER, asked, bare, elements, lowered, raised, topic, wanted
from drafter.drafting.dues import Target, spoken
from drafter.drafting.notes import Told, Use, proposed
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
    treat = group[0].treat
    yield from WRITERS[treat](desk, group)
    opens = open_blanks([t for task in group for t in task.told]) if treat not in _OPENING else ""
    if opens:
        yield Passage(opens, ("comment",), indices(group))


_OPENING = frozenset({Treat.TELL, Treat.UNDERTAKE, Treat.REMOVE})
"""Treatments whose writers set the blanks of facts still to come themselves."""


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


def open_blanks(told: Sequence[Told]) -> str:
    """A blank for each fact still to come, and one that proposes each fact to be confirmed."""
    return " ".join(proposed(t) for t in told if t.use in {Use.OPEN, Use.CONFIRM})


def resolved(desk: Desk, task: Task) -> str:
    """What the request wants, with a bare "it" or "them" replaced by what it stands for."""
    thing = asked(task.request)
    if not _BARE_PRONOUN.match(thing):
        return thing
    first = task.request.alternative_of
    earlier = [
        desk.plan.tasks[i] for i in ([first] if first is not None else []) + [task.index - 1] if i >= 0
    ]
    for other in earlier:
        if name := topic(asked(other.request)):
            return name
    return premise(desk.plan.comment.text) or "the disclosure"


_BARE_PRONOUN = re.compile(r"^(?:it|them|this|these|those|so|the same)$", re.I)
_PREMISE = re.compile(
    r"^(?:(?:We|we) (?:note|see|refer to)(?: that)? |It (?:appears|seems) that |In this regard, )*(?P<thing>[Yy]our (?:[\w&'’-]+ ){1,6}?)"
    r"(?:is|are|was|were|has|have|includes?|shows|presents|does|do|indicates?|omits?|appears?|contains?)\b"
)


def premise(text: str) -> str:
    """The company's document or measure that the comment starts from: "your sustainability report"."""
    found = next((m for s in sentences(text) if (m := _PREMISE.match(s))), None)
    return found["thing"].strip() if found else ""


def about(desk: Desk, task: Task) -> str:
    """The short name of what a request is about, else of what the comment starts from, else ""."""
    voice = desk.scene.voice
    general = resolved(desk, task) == MATTER
    name = "" if general else topic(turn(resolved(desk, task), voice, known=True))
    if not name and (start := premise(desk.plan.comment.text)):
        name = turn(start, voice)
    if not name and desk.plan.comment.heading:
        last = re.sub(r",? pages? [\w-]+$", "", desk.plan.comment.heading[-1])
        name = (
            ""
            if re.match(r"(?:Form|General|Exhibit)\b", last) or len(last) > 60
            else f"the disclosure under “{last}”"
        )
    return (name if len(name) < LONGEST_ABOUT else "") or (MATTER if general else "")


LONGEST_ABOUT = 90
"""Characters; a longer opening says the request over again."""


# -- writing ---------------------------------------------------------------------------------------------

_PROMISE = re.compile(r"^(?:The \w+|We) will (?!request\b)")
_DANGLING = re.compile(r"\b(?:it|them|they|this|these|those)\b", re.I)


def promise_of(plan: Plan) -> tuple[Told, ...]:
    """The sentences of the notes in which the company itself promises the change, fit to open an answer."""
    if plan.stance not in {Move.COMPLY_FUTURE, Move.COMPLY_NOW}:
        return ()
    return tuple(
        t
        for t in plan.told
        if t.use is Use.STATE and _PROMISE.match(t.text) and not _DANGLING.search(t.text) and not t.redacted
    )


def undertake(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What will be disclosed and from when, then facts for the staff, then the proposed words."""
    plan = desk.plan
    promise = promise_of(plan) if not desk.written else ()
    told = [t for task in group for t in stated(task) if t not in promise]
    if not promise and not told and (group[0].condition or _appropriate(group[0])):
        yield from _conditional(desk, group)
        return
    lead = _promised(desk, promise) if promise else _headline(desk, group)
    yield Passage(regarding(lead, plan, group), sources(promise, "comment", "matter"), indices(group))
    kept = [t for t in group if not (promise and t.treat is Treat.REMOVE)]
    proposed_text = blocks.block(plan.comment, kept) if plan.place.target in _BLOCKED else None
    yield from _letter_facts(group, told, in_block=proposed_text is not None)
    if proposed_text:
        yield Passage(desk.scene.say("block", "lead"), ("comment",), proposed_text.answers)
        yield proposed_text
    elif opens := open_blanks([t for task in group for t in task.told]):
        yield Passage(opens, ("comment",), indices(group))


def _promised(desk: Desk, promise: Sequence[Told]) -> str:
    """The client's own promise as the headline, behind the opening whose turn it is."""
    lead = " ".join(t.text for t in promise)
    opening = desk.scene.say("openers", "will", desk.plan.turn)
    return opening + re.sub(r"^(?:The \w+|We) will ", "", lead)


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


def _letter_facts(group: Sequence[Task], told: Sequence[Told], in_block: bool) -> Iterator[Passage]:
    left = [t for t in told if not (in_block and blocks.for_block(t))]
    if left:
        yield Passage(" ".join(t.text for t in left), sources(left), indices(group))


def _headline(desk: Desk, group: Sequence[Task]) -> str:
    plan = desk.plan
    release = "release" if plan.place.target is Target.RELEASE else "one"
    parts = [e for task in group for e in elements(task.request)]
    if len(parts) > 2 or any(_vague(e) for e in parts) or any(t.points for t in group):
        return desk.say("undertake", "several", due=plan.place.due)
    first = group[0]
    thing, tail = _thing(desk, first)
    lead = desk.say("undertake", release, verb=verb_of(first), thing=thing, due=tail + plan.place.due)
    rest = [desk.say("undertake", "also", verb=verb_of(t), thing=_thing(desk, t)[0]) for t in group[1:]]
    return " ".join([lead, *rest])


def _vague(element: str) -> bool:
    return len(element.split()) < 2 or bool(
        re.match(r"(?:them|it|that|this|these|your? \w+ accordingly)\b", element)
    )


_MEASURE_LEFT_OUT = re.compile(
    r"\bwithout (?:also |first )?(?:presenting |disclosing |including )?(?:the )?(?P<gaap>(?:net|gross|operating|income|cash)[\w -]*?)(?=[.,;]| with| in )"
)


_AFTERTHOUGHT = re.compile(
    r", (?:including|together with|along with|as well as|such as|rather than|whether)\b"
)


def _thing(desk: Desk, task: Task) -> tuple[str, str]:
    """What will be written, and what of it has to follow the filing: "including earnings releases"."""
    said = turn(resolved(desk, task), desk.scene.voice, known=True)
    left_out = _MEASURE_LEFT_OUT.search(desk.plan.comment.text)
    if left_out and "comparable GAAP measure" in said:
        said = said.replace(
            "comparable GAAP measure", f"comparable GAAP measure, {left_out['gaap'].strip()},", 1
        )
    whole = task.request.object or ""
    head, including, tail = said.partition(", including ")
    if including and re.search(r"future [^,]*, including", whole):
        return head, f"including {tail}, "
    return (f"{said}," if _AFTERTHOUGHT.search(said) else said), ""


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


_NO_VERB = frozenset("please to us and or also for with that of the in you your by from as if so".split())


def verb_of(task: Task) -> str:
    """The verb of the undertaking, in the staff's own word where it can be repeated."""
    thing = task.request.object
    before = (
        task.request.text[: task.request.text.find(thing)]
        if thing and thing in task.request.text
        else task.request.text
    )
    said = [m["verb"].lower() for m in _SAID_VERB.finditer(before)]
    last = re.findall(r"[a-z]+", before.lower())[-1:]
    plain = last[0] if last and last[0] not in _NO_VERB and thing and before != task.request.text else ""
    verb = said[-1] if said else plain or _VERBS.get(task.request.action, task.request.action)
    verb = {"say": "state", "consider": "address", "ensure": "ensure"}.get(verb, verb)
    return "refrain" if verb == "avoid" and asked(task.request).startswith("from ") else verb


def _conditional(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A change that depends on something: the condition as a blank, then the promise under it."""
    plan, first, scene = desk.plan, group[0], desk.scene
    if _appropriate(first) and not first.condition:
        yield Passage(
            desk.say("undertake", "appropriate", due=plan.place.due), ("comment", "matter"), indices(group)
        )
        return
    if _material(first.condition):
        yield Passage(f"{scene.blank(_materiality(desk, group))}.", ("comment",), indices(group))
    elif not _follows_question(plan, first):
        yield Passage(f"{scene.blank(whether(first.condition, scene))}.", ("comment",), indices(group))
    things = [_thing(desk, task)[0] for task in group]
    single = len(things) == 1
    thing = things[0] if single else "each of the matters named in the comment"
    tail = _thing(desk, first)[1] if single else ""
    under = _under(first.condition, scene)
    named = re.search(rf"{re.escape(scene.voice.noun)}\b(?!')", under, re.I)
    who = scene.voice.subject if named else scene.voice.noun
    will = f"{under}, {who} will {verb_of(first)} {thing} in future filings, {tail}beginning with {plan.place.due}."
    yield Passage(regarding(will, plan, group), ("comment", "matter"), indices(group))


def _materiality(desk: Desk, group: Sequence[Task]) -> str:
    voice = desk.scene.voice
    parts = [p for task in group for p in (task.points or (resolved(desk, task),))]
    if any(re.match(r"your? \w+ accordingly|your (?:disclosure|filing)s?\b", p) for p in parts):
        return "whether any of the foregoing is material, with the quantitative and qualitative basis"
    things = "; ".join(topic(turn(p, voice)) or turn(p, voice) for p in parts)
    return f"whether material, with the quantitative and qualitative basis: {things}"


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
    positive = re.sub(r"\b(you) cannot\b", r"\1 can", clause)
    return f"whether {turn(positive, scene.voice)}, with the basis"


_REFER = re.compile(
    r"\b(?:[Rr]efer(?:ence is made)? to|[Ss]ee(?: also)?|[Ww]e (?:refer|direct) you to)\s+(?P<what>[^.]*?(?:\.\d[^.]*?|No\. [^.]*?)*)\.(?:\s|$)"
)


def authority_of(plan: Plan, group: Sequence[Task]) -> str:
    """The authority that the staff points to for these requests, in its own words; "" for none or a long one.

    It stands between the last of the requests and the next one.
    """
    words = plan.comment.text.split()
    end = max(t.request.end for t in group)
    following = min((t.request.start for t in plan.tasks if t.request.start >= end), default=len(words))
    for found in _REFER.finditer(f"{' '.join(words[end:following])} "):
        what = re.sub(
            r"^(?:the )?(?:guidance|requirements?|disclosure requirements) (?:in|of|at|under) ",
            "",
            bare(found["what"]),
        )
        if authorities(what) and len(what.split()) <= LONGEST_CITATION and not _NO_CITATION.search(what):
            return what
    return ""


LONGEST_CITATION = 22
"""Words; what is longer lectures and does not cite."""
_NO_CITATION = re.compile(r"\b(?:your|our|page|you|we)\b|http")


def regarding(text: str, plan: Plan, group: Sequence[Task]) -> str:
    """The sentence with the authority that the staff points to, unless it stands there already."""
    what = authority_of(plan, group)
    return f"{text.removesuffix('.')}, having regard to {what}." if what and what not in text else text


# -- telling ---------------------------------------------------------------------------------------------

_BULLETS = 3


def tell(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """An answer in the letter: the facts given, then a blank for what they leave open."""
    if len(group) >= _BULLETS and "•" in desk.plan.comment.text and not any(t.told for t in group):
        yield Passage(desk.scene.say("tell", "bullets"), ("comment",), ())
        for task in group:
            yield Passage(f"• {desk.scene.blank(_wants(desk, task))}.", ("comment",), (task.index,))
        return
    apart = any(
        re.search(r"\b(?:separate (?:cover|letter)|supplementally)\b", t.text)
        for t in desk.plan.told
        if t.use is Use.STATE
    )
    merged = tuple(t.index for t in group if apart and not t.told)
    for task in group:
        if task.index in merged and len(merged) < len(group):
            continue
        passage = _tell(desk, task)
        yield replace(passage, answers=(*passage.answers, *merged)) if len(merged) < len(group) else passage
        desk = replace(desk, written=desk.written + 1)


def _wants(desk: Desk, task: Task) -> str:
    condition = f"{_under(task.condition, desk.scene).lower()}, " if task.condition else ""
    thing = wanted(task.request, resolved(desk, task), desk.scene.voice)
    thing = f"explanation of {thing}" if thing == MATTER else thing
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    what = authority_of(desk.plan, [task])
    if what and re.match(r"(?:how|why)\b", thing) and what not in thing and not points:
        thing = f"{thing}, having regard to {what}"
    return condition + thing + (f": {points}" if points else "")


def _tell(desk: Desk, task: Task) -> Passage:
    told, opens = stated(task), open_blanks(task.told)
    if not told:
        text = _unknown(desk, task)
        return Passage(f"{text} {opens}".strip(), ("comment",), (task.index,))
    text = told_text(desk, told)
    if not _settled(task, told):
        opens = f"{opens} {desk.scene.blank(_wants(desk, task))}.".strip()
    return Passage(f"{text} {opens}".strip(), sources(told, "comment"), (task.index,))


def _unknown(desk: Desk, task: Task) -> str:
    scene, condition = desk.scene, task.condition
    if condition and not _follows_question(desk.plan, task):
        answer = scene.blank(wanted(task.request, resolved(desk, task), scene.voice, known=True))
        return f"{scene.blank(whether(condition, scene))}. {_under(condition, scene)}, {answer}."
    blank = scene.blank(_wants(desk, task))
    name = about(desk, task)
    return (
        desk.say("tell", "topic", topic=name, blank=blank) if name else desk.say("tell", "plain", blank=blank)
    )


_BY = re.compile(r"\b(?:by|for each|per|between|and whether|each) (?:the )?(?P<cut>[\w-]+(?: [\w-]+)?)", re.I)
SETTLED = 0.25
"""Share of a request's content words that the facts must meet; below it they are about something else."""


def _settled(task: Task, told: Sequence[Told]) -> bool:
    """Whether the facts seem to answer the request whole, so that no blank need follow them."""
    said = stems(" ".join(t.text for t in told))
    if re.search(r"\b(?:no|not|does not|did not)\b", " ".join(t.text for t in told)) and task.condition:
        return True
    words = frozenset(w for w in stems(asked(task.request)) if not re.search(r"\d", w))
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
            f"{verb_of(t)} {turn(resolved(desk, t), scene.voice, known=True)}" for t in certain
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
                f"• {wanted(task.request, resolved(desk, task), scene.voice)};", ("comment",), (task.index,)
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
            f"{scene.blank(whether(task.condition, scene))}. {_under(task.condition, scene)}, {scene.voice.noun} will {verb_of(task)} {turn(resolved(desk, task), scene.voice, known=True)} on page {page} of {amendment}.",
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
            r"\s+(?:as (?:an )?exhibits?|with (?:its|our|the) next (?:amendment|filing))\b.*$",
            "",
            turn(resolved(desk, task), scene.voice, known=True),
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
