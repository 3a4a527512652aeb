"""Confirmations, papers under separate cover, references to other answers, and bridges of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Passage
from drafter.drafting.answers.telling import told_text
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clauses import asked, bare
from drafter.drafting.language.nouns import plural
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.footing import rollforward
from drafter.drafting.notes.ready import ASSENT, Use
from drafter.drafting.planning.bridges import PAIR, amounts, between_amounts, bridged, spanned
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.placing import CONDUCT
from drafter.drafting.planning.plan import Plan, Task, Treat, stated
from drafter.drafting.planning.premises import also_applies_to
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.awaiting import DENIED, TRUE
from drafter.drafting.sentences.desk import Desk, indices, sources, whether
from drafter.drafting.sentences.explaining import explanation

_FUTURE_CONDUCT = re.compile(
    r"^(?:(?:that|whether|if)\s+)?(?:you|your future filings|future [\w ]{3,30}?|"
    r"in (?:your |all )?(?:future|subsequent) [\w ,-]{0,60}?\byou) (?:will|intend to|plan to)\b",
    re.I,
)


_FUTURE_WORDS = re.compile(
    r"^(?:that|whether|if)\s+(?:the|your|all|any|each|these|those|this|such)\b[^;]*? will (?:also |not |no longer )?"
    r"(?:(?:be|continue to be) (?:given|disclosed|presented|included|provided|described|shown|stated|labell?ed|named|"
    r"filed|quantified|explained|identified|discussed|revised|updated|removed|reconciled|reported|"
    r"broken (?:out|down)|set out)|"
    r"(?:include|contain|disclose|present|state|describe|identify|reconcile|show|reflect|quantify|name|explain)) ?\b",
    re.I,
)
"""“Confirm that the rates will be given by region”: a proposition on words to come, which is assented to."""


def _is_to_come(task: Task, thing: str) -> bool:
    """Whether what is to be confirmed is what the company will do, or how its filings will read."""
    in_filings = CONDUCT.match(thing) and _IN_FUTURE.search(task.request.text)
    return bool(_FUTURE_CONDUCT.match(thing) or _FUTURE_WORDS.match(thing) or in_filings)


def _when(desk: Desk, task: Task, clause: str) -> str:
    """In which filings what is confirmed will be done, as the staff say it, and from which on."""
    if not _IN_FUTURE.search(task.request.text):
        return ""
    due, said = desk.plan.place.due, "" if _IN_FUTURE.search(clause) else " in future filings"
    promised = any(t.treat is Treat.UNDERTAKE for t in desk.plan.tasks)
    return said if promised or "[●" in due else f"{said}, beginning with {due}"


_IN_FUTURE = re.compile(r"\bfuture (?:[a-z-]+ )?filings\b", re.I)
_PRONOUN_ONLY = re.compile(r"^(?:that|this|it|so|the foregoing)?(?: (?:to|for) us)?$|^that to us$", re.I)


def confirm(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A sentence of assent where it concerns the future, a blank where it asserts a fact."""
    scene = desk.scene
    for task in group:
        thing = bare(task.request.object or task.request.text)
        told = stated(task)
        said_yes = any(t.why == ASSENT for t in task.told)
        if said_yes and not _PRONOUN_ONLY.match(thing):
            clause = turn(re.sub(r"^that\s+", "", thing), scene.voice, known=True)
            text = f"{scene.say('confirm', 'future', clause=clause)} {running(told)}".strip()
            yield Passage(text, sources(told, "comment"), (task.index,))
        elif len(told) > 1 and re.match(r"Not all\b", told[0].text):
            yield Passage(told_text(desk, told[1:]), sources(told, "comment"), (task.index,))
        elif told and not is_clause(told[0].text):
            yield Passage(told_text(desk, told), sources(told, "comment"), (task.index,))
        elif told:
            first = scene.say("confirm", "future", clause=lowered(told[0].text).rstrip("."))
            text = f"{first} {running(told[1:])}".strip()
            yield Passage(text, sources(told, "comment"), (task.index,))
        elif _is_to_come(task, thing):
            clause = re.sub(r"^(?:that|whether|if)\s+", "", thing)
            clause = f"{turn(clause, scene.voice, known=True)}{_when(desk, task, clause)}"
            yield Passage(scene.say("confirm", "future", clause=clause), ("comment",), (task.index,))
        elif understood := _UNDERSTANDING.match(thing):
            clause = turn(understood["clause"], scene.voice, known=True)
            text = scene.say("confirm", "understood", clause=clause)
            yield Passage(text, ("comment",), (task.index,))
        else:
            yield Passage(_open(desk, task, thing), ("comment",), (task.index,))


def _open(desk: Desk, task: Task, thing: str) -> str:
    """A fact to be confirmed, as a blank; the sentence of assent in it where the staff says what follows if not."""
    scene = desk.scene
    if thing.startswith("that ") and _either_way(desk.plan, task):
        clause = turn(thing.removeprefix("that "), scene.voice)
        return f"{scene.blank(f'if true: {scene.voice.noun} {_CONFIRMS[scene.voice.plural]} that {clause}')}."
    wants = (
        whether(task.condition or thing, scene).removesuffix(", with the basis")
        if _PRONOUN_ONLY.match(thing)
        else _confirmed(thing, scene)
    )
    return explanation(wants, scene) or f"{scene.blank(wants, of=task.request.text)}."


_CONFIRMS = {False: "confirms", True: "confirm"}


def _either_way(plan: Plan, task: Task) -> bool:
    """Whether the staff asks for the confirmation only if it is true, or says what follows if it is not."""
    after = next((t for t in plan.tasks if t.index == task.index + 1), None)
    return bool(TRUE.match(task.condition) or (after and DENIED.match(after.condition)))


_UNDERSTANDING = re.compile(
    r"your (?:understanding|awareness)(?: of the fact)? that (?P<clause>.+)$", re.I | re.S
)
"""What the staff has confirmed of law and not of facts."""


def _confirmed(thing: str, scene: Scene) -> str:
    understood = re.match(r"(?:our|the) understanding that (?=\w)", thing)
    thing = f"that {thing[understood.end() :]}" if understood else thing
    said = turn(re.sub(r"^that\s+", "", thing), scene.voice)
    return (
        said
        if ASKING.match(said)
        else f"whether {lowered(said)}"
        if re.match(r"that\b", thing) or finite(said)
        else f"whether {said} {'are' if plural(said) else 'is'} correct"
    )


LONGEST = 18
"""Words; papers with a longer name are those requested."""


_SENDS = re.compile(r"\bseparate (?:cover|letter)\b|\bsupplementally\b")
_EXCHANGE_ACT = re.compile(
    r"\b12b-4\b|\b(?:Schedule|Rule|Item \w+ of Schedule) 14[aA]|\bproxy (?:statement(?!/)|card|contest)\b|"
    r"\b(?:PRE|DEF)\w*14[AC]\b|\b10-12[BG]?\b|\bSC (?:TO|14D9|13E3)\b"
)
"""What shows that the papers belong to a filing under the Exchange Act."""


def supply(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Papers under separate cover, with the request to have them back."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in group for t in stated(task)]
    said = " ".join(t.said for t in plan.told)
    filed = " ".join([*plan.comment.heading[:1], *(f.form for f in scene.matter.filings[:1])])
    offers = plan.place.target is Target.REGISTRATION and not _EXCHANGE_ACT.search(
        f"{filed} {plan.comment.text} {said}"
    )
    returned = "return_securities" if offers else "return_exchange"
    if told:
        texts = [told_text(desk, told)]
        if not any(_SENDS.search(t.text) for t in told):
            texts.append(scene.say("supply", "told"))
    else:
        thing = turn(asked(group[0].request), scene.voice, known=True)
        if len(thing.split()) > LONGEST:
            support = thing.startswith("support")
            thing = (
                "support for the statements that the Staff identifies"
                if support
                else "the materials requested"
            )
        blank = scene.blank("description of the materials and number of pages", owner=False)
        texts = [scene.say("supply", "lead", thing=thing, blank=blank)]
    texts.append(scene.say("supply", returned))
    yield Passage(" ".join(texts), sources(told, "comment", "law"), indices(group))


_THIS = re.compile(r"\bthis comment\b(?! above)", re.I)
"""“Address this comment in your annual report as well”: no other answer is meant."""


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
        turn(bare(where), scene.voice, known=True)
        if (where := also_applies_to(plan.comment.text) or (said and said["where"]))
        else "each filing to which this comment extends"
    )
    number = plan.refer_to or "[●: number of the comment referred to]"
    frame = "see_now" if plan.place.target is Target.REGISTRATION else "see"
    parts = (
        {"page": "page [●: page number]", "amendment": plan.place.amendment}
        if frame == "see_now"
        else {"due": plan.place.due}
    )
    told = [t for task in group for t in stated(task)]
    if _THIS.search(" ".join(t.request.text for t in group)):
        frame = "also_now" if frame == "see_now" else "also_future"
        thing = re.sub(r" (?:as well|also|too)$", "", thing)
    text = scene.say("refer", frame, number=number, thing=thing, **parts)
    yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", "matter"), indices(group))


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def reconcile(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """A bridge from the notes, else one of blanks for each pair of amounts that is to be reconciled."""
    scene, told = desk.scene, [t for task in group for t in stated(task)]
    if text := bridged(desk.plan, scene):
        ends = [(t, amounts(text).keys() - amounts(t.said).keys()) for t in desk.plan.told]
        told = told or [t for t, left in ends if t.use is Use.STATE and len(left) <= PAIR]
        besides = [t for t in told if set(_DIGITS.findall(t.said)) != set(_DIGITS.findall(text))]
        yield Passage(f"{text} {running(besides)}".strip(), sources(told, "comment"), indices(group))
        return
    if moved := [scene.say("reconcile", "moved", items=m) for t in told if (m := rollforward(t.said))]:
        rest = running([t for t in told if not rollforward(t.said)])
        yield Passage(f"{moved[0]} {rest}".strip(), sources(told, "comment"), indices(group))
        return
    if told:
        yield Passage(told_text(desk, told), sources(told, "comment"), indices(group))
    for task in group:
        thing = turn(asked(task.request), scene.voice, known=True)
        text = spanned(thing, scene) or between_amounts(desk.plan, scene, task.request.text)
        yield Passage(text, ("comment",), (task.index,))
