"""What is answered in the letter: explanations, confirmations, papers, bridges, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.authorities import authorities
from drafter.domain import Move, Passage
from drafter.drafting.clauses import MATTER, lowered, raised, topic, wanted
from drafter.drafting.desk import (
    Desk,
    authority_of,
    follows_question,
    open_blanks,
    open_question,
    premise,
    resolved,
    sources,
    under_condition,
    verb_of,
)
from drafter.drafting.explaining import explanation, heading, quantity
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, stated
from drafter.drafting.pointing import REFERS
from drafter.drafting.prose import running
from drafter.drafting.resolving import whole_elements
from drafter.drafting.settling import MANY, left_open, named, single_things
from drafter.drafting.turning import turn


def told_text(desk: Desk, told: Sequence[Told], further: bool = False, name: str = "") -> str:
    """Sentences of the notes as running text, opened as an answer opens; `name` says what bare things in it are."""
    text = running(told, name)
    if further:
        return desk.say("tell", "further", fact=lowered(text))
    if desk.written or desk.scene.voice.plural or _OPENS_ITSELF.match(text):
        return text
    return opened(desk, text)


_OPENS_ITSELF = re.compile(r"The [A-Z]\w+ (?:will|respectfully refers)\b")
"""A sentence that says itself who speaks."""


def opened(desk: Desk, sentence: str) -> str:
    """The sentence after the opening of an explanation."""
    voice = desk.scene.voice
    named = re.match(rf"{re.escape(raised(voice.noun))} (?=[a-z])", sentence)
    sentence = f"{raised(voice.subject)} {sentence[named.end() :]}" if named else sentence
    return desk.scene.say("tell", "fact", desk.plan.turn, fact=lowered(sentence))


def about(desk: Desk, task: Task) -> str:
    """The short name of what a request is about, else of what the comment starts from, else ""."""
    voice = desk.scene.voice
    general = resolved(desk, task) == MATTER
    name = "" if general else topic(turn(resolved(desk, task), voice, known=True))
    if not name and (start := premise(desk.plan.comment.text)):
        name = turn(start, voice)
    if not name and desk.plan.comment.heading:
        last = re.sub(r"^\(\w+\) ?|,? pages? [\w-]+$", "", desk.plan.comment.heading[-1])
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
            said = explained(replace(desk, written=1), task) or f"{desk.scene.blank(wants(desk, task))}."
            yield Passage(f"• {said}", ("comment",), (task.index,))
        return
    apart = any(
        re.search(r"\b(?:separate (?:cover|letter)|supplementally)\b", t.text)
        for t in desk.plan.told
        if t.use is Use.STATE
    )
    merged = tuple(t.index for t in group if apart and not t.told)
    pair = _either_way(group)
    if pair:
        yield _both_ways(desk, *pair)
    for task in group:
        if task in pair or (task.index in merged and len(merged) < len(group)):
            continue
        passage = _tell(desk, task)
        yield replace(passage, answers=(*passage.answers, *merged)) if len(merged) < len(group) else passage
        desk = replace(desk, written=desk.written + 1)


def _either_way(group: Sequence[Task]) -> tuple[Task, ...]:
    """Two requests “if so” and “if not” of which the notes decide neither; () for none."""
    for one, other in pairwise(group):
        if re.match(r"if so\b", one.condition, re.I) and re.match(r"if not\b", other.condition, re.I):
            return () if one.told or other.told else (one, other)
    return ()


def _both_ways(desk: Desk, one: Task, other: Task) -> Passage:
    """One blank for the condition and for what follows from it either way."""
    voice = desk.scene.voice
    so, no = (wanted(t.request, resolved(desk, t), voice, known=True) for t in (one, other))
    question = open_question(desk, one).removesuffix(", with the basis")
    about = topic(question)
    blank = desk.scene.blank(f"{question}; if so, {so}; if not, {no}")
    text = (
        desk.say("tell", "topic", topic=about, blank=blank)
        if about
        else desk.say("tell", "plain", blank=blank)
    )
    return Passage(text, ("comment",), (one.index, other.index))


def wants(desk: Desk, task: Task, left: Sequence[str] = ()) -> str:
    """What the blank for that request asks for: all of it, or those of its things that are `left` open."""
    opening = under_condition(task.condition, desk.scene) if task.condition else ""
    condition = f"{opening[:1].lower()}{opening[1:]}, " if opening else ""
    every = single_things(task.request)
    whole = len(left) in {0, len(every)}
    things = (resolved(desk, task),) if whole else [named(t, every) for t in left]
    thing = "; ".join(wanted(task.request, t, desk.scene.voice) for t in things)
    thing = f"explanation of {thing}" if thing == MATTER else thing
    points = "; ".join(turn(p, desk.scene.voice, known=True) for p in task.points)
    what = authority_of(desk.plan, [task])
    if what and re.match(r"(?:how|why)\b", thing) and what not in thing and not points:
        thing = f"{thing}, with reference to {what}"
    return condition + thing + (f": {points}" if points else "")


def _tell(desk: Desk, task: Task) -> Passage:
    told, opens = stated(task), open_blanks(task.told)
    if not told:
        proposes = opens and not task.condition and len(task.told) == 1
        text = (
            desk.say("tell", "plain", blank=opens.rstrip("."))
            if proposes
            else f"{_unknown(desk, task)} {opens}"
        )
        return Passage(text.strip(), ("comment",), (task.index,))
    promised = tuple(t for t in told if _PROMISED.match(t.text)) if not task.condition else ()
    first = tuple(t for t in told if t not in promised) or told
    headed = _headed(desk, task, first)
    plainly = _DEFINED.sub("", resolved(desk, task))
    name = re.sub(r"^no .*", "", topic(turn(plainly, desk.scene.voice, known=True)))
    text = headed or _under_law(desk, task, first) or told_text(desk, _pointed(desk, first), name=name)
    if any(t.why == REFERS for t in first):
        text = " ".join(t.text for t in first)
    left = () if headed and len(first) > 1 else left_open(task, told)
    if left:
        opens = f"{opens} {desk.scene.blank(wants(desk, task, left))}.".strip()
    falls = _not_arising(desk, task, told)
    opens = "" if falls else opens
    last = running([t for t in promised if t not in first]) or falls
    return Passage(" ".join(s for s in (text, opens, last) if s), sources(told, "comment"), (task.index,))


_DEFINED = re.compile(
    r",? as (?:so )?defined(?: (?:in|by|under) [^,]*)?,?|,? at the (?:most recent|latest) [^,]*$"
)
_OPEN_CASE = re.compile(r"^(?:if|to the extent(?: that)?) (?:you|any|there|the)\b(?!.*\b(?:not|no)\b)", re.I)
_DENIES = re.compile(r"\b(?:no|not|none|never|neither)\b", re.I)


def _not_arising(desk: Desk, task: Task, told: Sequence[Told]) -> str:
    """That a request under a condition falls away with it, where the facts deny the condition; else ""."""
    if not _OPEN_CASE.match(task.condition) or not _DENIES.search(told[0].text):
        return ""
    case = turn(task.condition[:1].lower() + task.condition[1:], desk.scene.voice, known=True)
    return desk.scene.say("condition", "not_arising", case=case)


def _headed(desk: Desk, task: Task, told: Sequence[Told]) -> str:
    """Facts on how something is done under the sentence that says so; "" where they can stand alone."""
    thing = turn(
        resolved(desk, task), desk.scene.voice, known=not desk.written and not desk.scene.voice.plural
    )
    if len(told) < MANY and not authorities(thing):
        return ""
    head = heading(thing) or _founded(thing, told)
    if not head:
        return ""
    lead = opened(desk, f"{head}:") if not desk.written and not desk.scene.voice.plural else f"{head}:"
    return f"{lead.removesuffix(':')}. {running(told)}"


_JUDGED = re.compile(
    r"^how (?P<judged>(?:the [A-Z]\w+|we|it|management) (?:[a-z]+ly )?(?!considered|decided)[a-z]+ed (?!whether).+)$",
    re.S,
)


def _founded(thing: str, told: Sequence[Told]) -> str:
    """What several facts on a judgement are: “The facts on which we identified our segments are as follows”."""
    found = _JUDGED.match(thing)
    if re.match(r"There (?:is|are) no\b", told[0].text) or any(_PROMISED.match(t.text) for t in told):
        return ""
    return (
        f"The facts on which {found['judged'].rstrip(' .')} are as follows"
        if found and len(told) >= MANY
        else ""
    )


SHORT_CITATION = 8
"""Words of an authority that an answer can open with."""


def _under_law(desk: Desk, task: Task, told: Sequence[Told]) -> str:
    """The facts of an analysis behind the authority that the staff cites; "" where it cites none, or at length."""
    what = authority_of(desk.plan, [task])
    if (
        desk.written
        or desk.plan.stance is not Move.ANALYSIS
        or not what
        or len(what.split()) > SHORT_CITATION
        or what in running(told)
    ):
        return ""
    return desk.say("tell", "under", authority=what, fact=lowered(running(told)))


def _pointed(desk: Desk, told: Sequence[Told]) -> list[Told]:
    """The sentences, “the disclosure is included” with the authority that the comment says calls for it."""
    text = desk.plan.comment.text
    cited = authorities(text)
    if len(cited) != 1 or not told:
        return list(told)
    said = text[cited[0].start : cited[0].end]
    first = re.sub(r"^The disclosure is\b", f"The disclosure called for by {said} is", told[0].text)
    return [replace(told[0], text=first), *told[1:]]


_PROMISED = re.compile(r"(?:The [A-Z]\w+|We) will\b")
"""What stands last in an answer: what the company will do."""


def _unknown(desk: Desk, task: Task) -> str:
    scene, condition = desk.scene, task.condition
    if condition and not follows_question(desk.plan, task):
        first = desk.say("condition", "first", blank=scene.blank(open_question(desk, task)))
        return f"{first} {_under(desk, task)}"
    if re.match(r"if (?:so|not)\b", condition, re.I):
        return _under(desk, task)
    if said := explained(desk, task):
        return said
    blank = scene.blank(wants(desk, task))
    name = about(desk, task)
    return (
        desk.say("tell", "topic", topic=name, blank=blank) if name else desk.say("tell", "plain", blank=blank)
    )


def _under(desk: Desk, task: Task) -> str:
    """The answer under its condition: “If not, the reasons why ... are as follows: [●]”."""
    voice, scene = desk.scene.voice, desk.scene
    opening = (
        "If not"
        if re.match(r"\W*(?:and )?if not\b", task.request.text, re.I)
        else under_condition(task.condition, scene)
    )
    thing = turn(resolved(desk, task), voice)
    if re.fullmatch(r"why(?: not)?", thing):
        return f"{opening}, the reasons are as follows: {scene.blank('each reason, with the facts that carry it')}."
    said = explanation(thing, scene, authority_of(desk.plan, [task]))
    if said:
        return f"{opening}, {lowered(said)}"
    blank = scene.blank(wanted(task.request, resolved(desk, task), voice, known=True))
    return f"{opening}, {voice.noun} {'advise' if voice.plural else 'advises'} {scene.staff} as follows: {blank}."


def explained(desk: Desk, task: Task) -> str:
    """The statement that the question becomes, with its blanks; "" where it can only be named."""
    if task.condition or task.points:
        return ""
    voice = desk.scene.voice
    opens = not desk.written and not voice.plural
    thing = turn(resolved(desk, task), voice, known=opens)
    if task.request.action == "quantify":
        said = quantity(thing, desk.scene)
    elif re.match(r"itemize\b", verb_of(task)):
        said = f"{raised(thing.split(',')[0])} is made up as follows: {desk.scene.blank(wants(desk, task))}."
    else:
        said = _by_element(desk, task, opens) or explanation(
            thing, desk.scene, authority_of(desk.plan, [task])
        )
    if not any(re.search(r"\b(?:CODM|chief operating decision maker) is\b", t.text) for t in desk.plan.told):
        said = _MAKER.sub(r"\g<0> ([●: title of the chief operating decision maker])", said, count=1)
    return opened(desk, said) if said and opens else said


def _by_element(desk: Desk, task: Task, known: bool) -> str:
    """A statement for each thing of a request for several; "" where one of them makes none."""
    parts = whole_elements(task.request)
    if len(parts) < SEVERAL:
        return ""
    said = [
        explanation(turn(p, desk.scene.voice, known=known or n > 0), desk.scene) for n, p in enumerate(parts)
    ]
    return " ".join(said) if all(said) else ""


SEVERAL = 2
_MAKER = re.compile(r"\bchief operating decision maker\b(?! \()(?=[^\[\]]*(?:\[|$))")
"""Named outside a blank, the person is to be identified."""
