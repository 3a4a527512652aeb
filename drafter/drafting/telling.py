"""What is answered in the letter: explanations, confirmations, papers, bridges, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.clauses import ASKING, MATTER, asked, bare, lowered, topic, wanted
from drafter.drafting.desk import (
    Desk,
    authority_of,
    follows_question,
    indices,
    open_blanks,
    premise,
    resolved,
    sources,
    under_condition,
    whether,
)
from drafter.drafting.dues import Target
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, stated, stems
from drafter.drafting.scene import Scene
from drafter.drafting.turning import turn


def told_text(desk: Desk, told: Sequence[Told], further: bool = False) -> str:
    """Sentences of the notes as running text, opened as an answer opens."""
    texts = [t.text for t in told]
    if further:
        texts[0] = desk.say("tell", "further", fact=lowered(texts[0]))
    elif not desk.written and not desk.scene.voice.plural and not re.match(r"The [A-Z]\w+ will\b", texts[0]):
        texts[0] = opened(desk, texts[0])
    return " ".join(texts)


def opened(desk: Desk, sentence: str) -> str:
    """The sentence after the opening of an explanation."""
    return desk.scene.say("tell", "fact", desk.plan.turn, fact=lowered(sentence))


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
            if re.match(r"(?:Form|General|Exhibit)\b|.*\b(?:[Cc]omment|[Rr]esponse)\b", last)
            or len(last) > 60
            else f"the disclosure under “{last}”"
        )
    return (name if len(name) < LONGEST_ABOUT else "") or (MATTER if general else "")


LONGEST_ABOUT = 90
"""Characters; a longer opening says the request over again."""


_BULLETS = 3


def tell(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """An answer in the letter: the facts given, then a blank for what they leave open."""
    if len(group) >= _BULLETS and "•" in desk.plan.comment.text and not any(t.told for t in group):
        yield Passage(desk.scene.say("tell", "bullets"), ("comment",), ())
        for task in group:
            yield Passage(f"• {desk.scene.blank(wants(desk, task))}.", ("comment",), (task.index,))
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


def wants(desk: Desk, task: Task) -> str:
    """What the blank for that request asks for."""
    opening = under_condition(task.condition, desk.scene) if task.condition else ""
    condition = f"{opening[:1].lower()}{opening[1:]}, " if opening else ""
    thing = wanted(task.request, resolved(desk, task), desk.scene.voice)
    thing = f"explanation of {thing}" if thing == MATTER else thing
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    what = authority_of(desk.plan, [task])
    if what and re.match(r"(?:how|why)\b", thing) and what not in thing and not points:
        thing = f"{thing}, with reference to {what}"
    return condition + thing + (f": {points}" if points else "")


def _tell(desk: Desk, task: Task) -> Passage:
    told, opens = stated(task), open_blanks(task.told)
    if not told:
        text = _unknown(desk, task)
        return Passage(f"{text} {opens}".strip(), ("comment",), (task.index,))
    text = told_text(desk, told)
    if not _settled(task, told):
        opens = f"{opens} {desk.scene.blank(wants(desk, task))}.".strip()
    return Passage(f"{text} {opens}".strip(), sources(told, "comment"), (task.index,))


def _unknown(desk: Desk, task: Task) -> str:
    scene, condition = desk.scene, task.condition
    if condition and not follows_question(desk.plan, task):
        answer = scene.blank(wanted(task.request, resolved(desk, task), scene.voice, known=True))
        first = desk.say("condition", "first", blank=scene.blank(whether(condition, scene)))
        return f"{first} {under_condition(condition, scene)}, {answer}."
    blank = scene.blank(wants(desk, task))
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


_FUTURE_CONDUCT = re.compile(
    r"^(?:that\s+)?(?:you|your future filings|future filings|"
    r"in future filings,? you) (?:will|intend to|plan to)\b",
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
        r"\b(?:to|in|on|for) (?P<where>your (?:quarterly|annual|"
        r"periodic|future|other|interim|earnings|Forms?)[^.;]*)",
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
