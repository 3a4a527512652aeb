"""A condition that nobody has decided yet: a blank, what is done where it is met, and for counsel both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Finding, Passage, Severity
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.choosing import materiality, put
from drafter.drafting.language.clauses import MATTER, asked, bare, says_that
from drafter.drafting.language.nouns import plural
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.together import together
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import turn
from drafter.drafting.planning.intents import promise_of
from drafter.drafting.planning.plan import Plan, Task, Treat, groups, stated, stems
from drafter.drafting.planning.provisos import denies, supposed
from drafter.drafting.sentences.desk import (
    Desk,
    done_to,
    follows_question,
    indices,
    material,
    named_whole,
    open_question,
    resolved,
    under_condition,
    verb_of,
    whether,
)


def awaits(plan: Plan, group: Sequence[Task], first: bool) -> bool:
    """Whether the change that the group asks for waits for a condition that neither notes nor counsel decide.

    The client's own promise of the change, which stands in the `first` group, decides it.
    """
    open_ = bool(group[0].condition) and not group[0].closed and not any(stated(t) for t in group)
    return open_ and not (first and promise_of(plan))


def undecided(group: Sequence[Task]) -> list[Task]:
    """Those of the requests for revised pages whose condition no sentence of the notes speaks to."""
    told = [t.text for task in group for t in stated(task)]
    return [t for t in group if t.condition and not t.closed and not _spoken_to(t, told)]


def _spoken_to(task: Task, told: Sequence[str]) -> bool:
    """Whether a sentence of the notes speaks to the condition of the task, and does not deny it."""
    mine = [t for t in told if stems(task.condition) & stems(t)]
    return bool(mine) and not any(_DENIES.search(t) for t in mine)


_DENIES = re.compile(r"\b(?:no|none|not|neither|never|nor|cannot)\b", re.I)


def open_condition(desk: Desk, group: Sequence[Task], page: str = "") -> Iterator[Passage]:
    """What has to be known before the condition is decided, as a blank, then what is done where it is met.

    `page` names the pages of an amendment on which it is done; "" for filings to come.
    """
    if points := [(t, p) for t in group for p in t.points if material(t.condition)]:
        yield Passage(desk.say("condition", "each"), ("comment",), ())
        for task, point in points:
            blank = desk.scene.blank(f"whether {_WEIGHED}")
            end = "." if point == points[-1][1] else ";"
            said = f"• {turn(point, desk.scene.voice, known=True)}: {blank}{end}"
            yield Passage(said, ("comment",), (task.index,))
    limits = not page and bool(_TO_COME.search(group[0].condition))
    then = _then(desk, group, page)
    yield Passage(then if points or limits else behind(desk, group, then), ("comment",), indices(group))


def behind(desk: Desk, group: Sequence[Task], then: str) -> str:
    """What is said where the condition is met, behind the blank for it."""
    return f"{question(desk, group)} {then}".strip()


def under(opens: str, said: str) -> str:
    """The sentence for where a condition is met: of a branch in brackets until counsel has taken it."""
    return f"[{opens}: {raised(said)}]" if opens in _BRANCHES else f"{opens}, {lowered(said)}"


_TO_COME = re.compile(r"\bfuture (?:\w+ )?(?:filings|reports|releases|periods)\b|\bcontinue to\b", re.I)
"""“If you continue to present it”: a limit of the promise, which nothing has to be found out for."""


def question(desk: Desk, group: Sequence[Task]) -> str:
    """The open condition of those requests as sentences with a blank; "" where a question before it has the blank."""
    first, scene = group[0], desk.scene
    if any(_same(first, t) or _denied(first, t) for t in desk.plan.tasks[: first.index]):
        return ""
    if TRUE.match(first.condition) and says_that(first.request):
        wants = f"whether {_without_condition(desk, first, known=False)}, with the basis"
        return put(wants, scene)
    if follows_question(desk.plan, first):
        return (
            f"{scene.blank(f'whether that is {_WEIGHED}')}." if "material" in first.condition.lower() else ""
        )
    if thing := _named_thing(desk, group):
        be = "are" if _many(thing) else "is"
        thing = _without_condition(desk, first, known=bool(desk.written))
        said = f"{raised(thing)} [●: {be} or {be} not] material"
        return f"{said}, because {scene.blank(materiality(said), of=thing)}."
    if material(first.condition):
        return put(_materiality(desk, group), scene)
    limit = _inside(first).search(asked(first.request))
    wants = (
        whether(limit[0].strip(" ,"), scene, named_whole(desk, first))
        if limit
        else open_question(desk, first)
    )
    return put(wants, scene, bare=True)


def _same(task: Task, other: Task) -> bool:
    """Whether the other request waits for the same condition and has its blank."""
    live = other.treat is not Treat.NOT_TAKEN and not other.closed and not stated(other)
    anaphor = re.match(r"(?:and )?(?:if (?:so|not|true)|in that case)\b", task.condition, re.I)
    return live and not anaphor and task.condition.lower() == other.condition.lower() != ""


def _denied(task: Task, other: Task) -> bool:
    """Whether the task is for the case that what the other request has its blank for is not so."""
    said = asked(other.request)
    has_blank = other.condition or re.match(r"(?:whether|if)\b", said)
    if other.treat is Treat.NOT_TAKEN or stated(other) or not has_blank:
        return False
    what = said if TRUE.match(other.condition) or not other.condition else supposed(other.condition)[0]
    return denies(task.condition, what)


TRUE = re.compile(
    r"(?:and )?(?:if|to the extent) (?:that is |this is |it is )?(?:true|accurate|correct|appropriate|the case)\b",
    re.I,
)
"""“State, if true, that you hold the rights”: what is to be stated is the condition."""
_WEIGHED = "material, with the quantitative and qualitative basis"


def case(desk: Desk, task: Task) -> str:
    """How the sentence begins that goes on where the condition is met."""
    said = task.condition.lower()
    if DENIED.match(said) or supposed(said)[1]:
        return "If not"
    if re.match(r"(?:and )?if (?:so|yes|true)\b", said) and "material" in said:
        return "If so, and to the extent material"
    return "To the extent material" if material(task.condition) else "If so"


DENIED = re.compile(
    r"(?:and )?if (?:not|no|none|(?:it|they|you|one|this|that|any(?: \w+)?) \w+ not\W*$)", re.I
)
"""“If not”, “if it did not”: the case that what was asked before is not so."""


def _then(desk: Desk, group: Sequence[Task], page: str) -> str:
    """What the company does where the condition is met."""
    said = (_without_condition(desk, t, whole=True, known=not page) for t in group)
    things = together([done_to(verb_of(t), thing) for t, thing in zip(group, said, strict=True)])
    if TRUE.match(group[0].condition) and len(group) == 1 and says_that(group[0].request):
        things = "state this"
    named = _named_thing(desk, group)
    opens = case(desk, group[0])
    if opens == "If so" and any(_same(group[0], t) for t in desk.plan.tasks[: group[0].index]):
        opens = "In that case"
    if opens == "To the extent material":
        name, voice = named or _matter(desk, group), desk.scene.voice
        what = "the matter is" if not name else "they are" if _many(name) else "it is"
        what = "any of the foregoing is" if "accordingly" in things else what
        what = "any of these matters is" if any(t.points for t in group) else what
        who = "" if page else f"{voice.subject} {'conclude' if voice.plural else 'concludes'} that "
        opens = f"To the extent that {who}{what} material"
        things = f"{verb_of(group[0])} {'them' if _many(named) else 'it'}" if named else things
    if len(things.split()) > LONGEST_REQUEST or MATTER in things:
        things = "provide the requested disclosure"
    place = desk.plan.place
    if not page:
        if _TO_COME.search(group[0].condition):
            opens = under_condition(group[0].condition, desk.scene)
        things = _IN_FUTURE.sub("revise the disclosure", things)
        near = len(things.split()) <= SHORT or _IN_EACH.search(things)
        frame = "met_later" if near else "met_later_long"
        return under(opens, desk.scene.say("undertake", frame, things=things, due=place.due))
    things = "accordingly" if ACCORDINGLY.match(things) else f"to {things}"
    frame = "met" if opens in _BRANCHES else "met_as_far"
    return desk.scene.say("amend", frame, case=opens, things=things, page=page, amendment=place.amendment)


_BRANCHES = frozenset({"If so", "If not", "In that case"})
"""How a branch begins that stands in brackets until the blank before it is filled."""
_IN_FUTURE = re.compile(
    r"(?:revise|amend|expand|update) (?:its |our )?future (?:\w+ )?(?:filings|reports)(?= accordingly$|$)"
)
ACCORDINGLY = re.compile(r"(?:to )?(?:revise|amend|expand|update) [\w' ]{3,40} accordingly$")
"""What says no more than that the words were changed."""


SHORT = 5
"""Words of what is done, behind which the filings can be named; they stand before what is longer."""
_IN_EACH = re.compile(r" in each [\w -]*(?:reports?|10-[KQ])$")
LONGEST_REQUEST = 45
"""Words; what is longer is not said over again."""


def _inside(task: Task) -> re.Pattern[str]:
    """The condition where it stands at the end of what is asked for: “... if significant in relation to capital”."""
    limit = rf",? {re.escape(bare(task.condition))}(?: (?:in relation|relative|compared) to .+)?$"
    return re.compile(limit, re.I)


def _without_condition(desk: Desk, task: Task, whole: bool = False, known: bool = True) -> str:
    """What is asked for in the person of the letter without its condition; with its leading “that” if `whole`."""
    thing = turn(resolved(desk, task), desk.scene.voice, known)
    thing = _inside(task).sub("", thing).removeprefix("that ")
    return f"that {thing}" if whole and says_that(task.request) else thing


def _named_thing(desk: Desk, group: Sequence[Task]) -> str:
    """The one thing that the condition of materiality is on, where an answer can say of it that it is material."""
    said = group[0].condition
    if len(group) > 1 or group[0].points or not material(said) or "applicable" in said.lower():
        return ""
    thing = _without_condition(desk, group[0])
    return thing if _NAMED.fullmatch(thing) and len(thing.split()) <= LONGEST_NAMED else ""


def _many(thing: str) -> bool:
    several = re.search(r" and (?:the|any|its|our) ", thing)
    return bool(several) or bool(re.match(r"the reasons\b", thing)) or plural(topic(thing) or thing)


_NAMED = re.compile(
    r"(?:the|its|our|any) (?!(?:\w+ )?(?:disclosures?|filings?)\b)(?!.*\b(?:which|who|whose|if|we|it|\w+gly)\b)"
    r"[\w'’ -]+"
)
"""A noun phrase without a clause in it, of which an answer can say that it is material."""
LONGEST_NAMED = 16
"""Words of it."""


def _materiality(desk: Desk, group: Sequence[Task]) -> str:
    parts = [resolved(desk, t) for t in group]
    if any(re.match(r"your? \w+ accordingly|your (?:disclosure|filing)s?\b", p) for p in parts):
        return f"whether any of the foregoing is {_WEIGHED}"
    matter = _matter(desk, group)
    if not matter:
        return f"whether the matter is {_WEIGHED}"
    both = "applicable and " if re.search(r"\bapplicable\b", group[0].condition) else ""
    return f"whether {matter} {'are' if _many(matter) else 'is'} {both}{_WEIGHED}"


def _matter(desk: Desk, group: Sequence[Task]) -> str:
    """What the requests ask for, named as what may be material; "" where one of them names nothing."""
    names = [named_whole(desk, t) for t in group]
    return " and ".join(names) if all(names) else ""


# What counsel is told


def either_way(plan: Plan, scene: Scene) -> tuple[Finding, ...]:
    """For each condition that is open, what the answer says if it is met and what if it is not."""
    return tuple(_either_way(plan, scene))


def _either_way(plan: Plan, scene: Scene) -> Iterator[Finding]:
    desk = Desk(plan, scene, written=1)
    for at, group in enumerate(groups(plan.tasks)):
        if group[0].treat in _FILED and awaits(plan, group, first=not at):
            yield _continued(desk, group)
        elif group[0].treat is Treat.REVISE:
            for task in undecided(group):
                yield _continued(desk, [task])


_FILED = frozenset({Treat.UNDERTAKE, Treat.REMOVE})


def _continued(desk: Desk, group: Sequence[Task]) -> Finding:
    voice, plan = desk.scene.voice, desk.plan
    things = " and ".join(f"{verb_of(t)} {_without_condition(desk, t, whole=True)}" for t in group)
    if group[0].treat is Treat.REVISE:
        when = f"on page [●: page number] of {plan.place.amendment}"
    else:
        when = f"in future filings, beginning with {plan.place.due}"
    said = lowered(under_condition(group[0].condition, desk.scene))
    does = "do" if voice.plural else "does"
    message = (
        f"The Staff's condition “{said}” is left open, as the notes do not decide it. "
        f"If it is met: “{raised(voice.noun)} will {things} {when}.” "
        f"If it is not: “As [●: the fact by which it is not], {voice.noun} {does} not propose to {things}.”"
    )
    return Finding("draft.condition", Severity.NOTE, message, plan.comment.number)
