"""An analysis gone through by the elements of its guidance: the facts on each, a blank where there are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.authorities import authorities
from drafter.domain import Move, Passage
from drafter.drafting.answers.telling import told_text
from drafter.drafting.answers.writers import write
from drafter.drafting.language.casing import ended, raised
from drafter.drafting.language.clauses import asked
from drafter.drafting.language.scene import analyses
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.answering import STRONG, fit
from drafter.drafting.planning.departures import COMPLYING
from drafter.drafting.planning.ordering import POINTS_BACK
from drafter.drafting.planning.plan import Plan, Task, Treat, groups, stated, stems
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.settling import MANY, single_things
from drafter.drafting.sentences.desk import Desk, indices, open_blanks, sources


def gathered(plan: Plan) -> Plan:
    """The plan, where guidance is gone through, with each loose note on an element of it under its question."""
    guided = guided_by(plan)
    if guided is None:
        return plan
    mine = [t for t in plan.loose if t.use is not Use.STATE or any(_by_element(guided[1], [t])[0])]
    first = next(t for t in plan.tasks if t.treat is Treat.TELL)
    tasks = tuple(replace(t, told=(*t.told, *mine)) if t is first else t for t in plan.tasks)
    return replace(plan, tasks=tasks, loose=tuple(t for t in plan.loose if t not in mine))


def guided_by(plan: Plan) -> tuple[str, list[dict[str, str]]] | None:
    """The guidance that the analysis goes through, with its elements; None for an answer that is no analysis, or for
    which counsel lists the reasons or the staff its own points.
    """
    tells = [t for t in plan.tasks if t.treat is Treat.TELL]
    beside = plan.stance in COMPLYING and any(_ITS_ANALYSIS.search(t.request.text) for t in tells)
    if not tells or not (plan.stance is Move.ANALYSIS or beside):
        return None
    given = [s for t in plan.tasks for s in stated(t)]
    answered_why = given and any(t.treat is Treat.TELL and _FOLLOWS.match(t.condition) for t in plan.tasks)
    own_points = any(t.points for t in tells) or (len(tells) >= LISTED <= plan.comment.text.count("•"))
    own_points = own_points or _tells_apart(tells)
    if answered_why or own_points or any(s.listed for s in given):
        return None
    for row in analyses()["guidance"]:
        if re.search(row["cited"], plan.comment.text, re.I):
            under = [t for t in plan.tasks if t.condition and re.search(row["cited"], t.request.text, re.I)]
            return (
                None
                if under or _beside_it(row["elements"], given, tells)
                else (_as_cited(row["cited"], plan.comment.text), row["elements"])
            )
    return None


def _as_cited(cited: str, text: str) -> str:
    """The guidance as the comment cites it, with all its paragraphs."""
    at = [m.span() for m in re.finditer(cited, text, re.I)]
    found = next((c for c in authorities(text) if any(c.start < b and a < c.end for a, b in at)), None)
    if found is None:
        return "the guidance that the Staff cites"
    paragraph = re.search(r"\bparagraphs? [\w(), .-]{1,40} (?:of|in) $", text[: found.start])
    further = re.match(_FURTHER, text[found.end :])
    return (
        (paragraph[0] if paragraph else "") + text[found.start : found.end] + (further[0] if further else "")
    )


_ITS_ANALYSIS = re.compile(
    r"\b(?:provide|give|send|furnish) (?:to )?us (?:with )?(?:\w+ ){0,3}analysis\b|"
    r"\b(?:conclu|determin)\w+ .*\baddressing\b",
    re.I | re.S,
)
"""What asks for an analysis by its name or its limbs, which a promise beside it does not answer."""


def _tells_apart(tells: Sequence[Task]) -> bool:
    """Whether the staff list three things or more to be told, and none of them is the analysis itself."""
    listed = sum(len(single_things(t.request)) for t in tells) >= LISTED
    return listed and not any(_OF_ANALYSIS.search(t.request.text) for t in tells)


def _beside_it(elements: Sequence[dict[str, str]], given: Sequence[Told], tells: Sequence[Task]) -> bool:
    """Whether most of what counsel gives bears on no element, where the staff do not ask for each of them."""
    each = any(_EACH.search(t.request.text) for t in tells)
    other = sum(_element_of(elements, s.text) is None for s in given)
    return not each and len(given) >= MANY and 2 * other > len(given)


_FURTHER = r"(?:(?:,| and| through| to) \d\d-\d+\w?)*(?![-\d])"
LISTED = 3
"""Questions in as many points of a list are the staff's own order."""
_FOLLOWS = re.compile(r"(?:and )?if (?:not|so)\b", re.I)
"""How the condition of a question begins that follows another: “and, if not, explain why”."""


def analyse(desk: Desk, authority: str, elements: list[dict[str, str]]) -> Iterator[Passage]:
    """What is promised before the analysis, the analysis by the elements of its guidance, and what else is asked."""
    plan = desk.plan
    before, tells = _from_the_analysis([t for t in plan.tasks if t.treat is Treat.TELL])
    others = [t for t in plan.tasks if t.treat not in {Treat.TELL, Treat.NOT_TAKEN}]
    first = [t for t in others if plan.stance in COMPLYING and t.index < tells[0].index]
    ahead = list(_ahead(desk, first))
    yield from ahead
    desk = replace(desk, written=len(ahead))
    yield from write(desk, before) if before else ()
    yield from _gone_through(desk, tells, authority, elements)
    for group in groups([t for t in others if t not in first]):
        yield from write(replace(desk, written=3), group)


def _ahead(desk: Desk, first: Sequence[Task]) -> Iterator[Passage]:
    """What the answer promises before its analysis, each group after the one before."""
    for group in groups(first):
        for passage in write(desk, group):
            desk = replace(desk, written=desk.written + 1)
            yield passage


def _gone_through(
    desk: Desk, tells: Sequence[Task], named: str, elements: list[dict[str, str]]
) -> Iterator[Passage]:
    """The facts by element of the guidance, a blank for each element without one, then the conclusion."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in tells for t in stated(task)]
    tells, included = (tells, []) if told else _included(tells)
    opens = open_blanks([t for task in tells for t in task.told])
    apart = [t for t in tells[1:] if t.told and not _EACH.search(t.request.text)]
    elements = [e for e in elements if re.search(e.get("under", ""), plan.comment.text)]
    placed, over = _by_element(elements, told)
    moved = [t for mine in placed for t in mine]
    aside = [t for task in apart for t in stated(task)]
    left = [t for t in over if t not in aside]
    yield Passage(_opening(desk, tells[0], left, named), sources(left, "comment", "law"), indices(tells))
    named_facts, further = _of_staff(elements, tells)
    for element, mine, facts in zip(elements, placed, named_facts, strict=True):
        text = running(mine) or f"{scene.blank(element['asks'] + _including(desk, facts))}."
        yield Passage(f"{element['name']}. {text}", sources(mine, "law"), indices(tells))
    yield from _asides(desk, apart, moved)
    beyond = [t for t in tells[1:] if t not in apart and not _NO_FACT.match(t.request.object)]
    yield from _beyond(desk, [t for t in beyond if _OF_ANALYSIS.search(t.request.text)])
    if further and not told:
        bore = f"how {turn(' and '.join(further), scene.voice)} bore on the conclusion"
        yield Passage(f"{scene.blank(bore)}.", ("comment",), indices(tells[:1]))
    yield from _beyond(desk, included)
    conclusion = scene.blank(f"conclusion under {named}, and who reached it and when (Controller)")
    text = f"{opens} {scene.say('analysis', 'conclusion', blank=conclusion)}".strip()
    yield Passage(text, ("comment", "law"), indices(tells))
    yield from _beyond(desk, [t for t in beyond if not _OF_ANALYSIS.search(t.request.text)])


_INCLUDED = re.compile(r",? including (?P<asked>(?:whether|how|why|when|what|which|who)\b.+)$", re.S)
"""“Your analysis under ASC 606, including whether a buyer may renew”: questions of their own beside the elements."""


def _included(tells: Sequence[Task]) -> tuple[list[Task], list[Task]]:
    """The requests without the questions that they include, and these as requests; but not how a thing was considered,
    which the elements ask.
    """
    left, beside = list(tells), list[Task]()
    for at, task in enumerate(tells):
        found = _INCLUDED.search(task.request.object)
        if found and not _OF_ANALYSIS.search(found["asked"]):
            left[at] = replace(
                task, request=replace(task.request, object=task.request.object[: found.start()])
            )
            beside.append(
                replace(task, request=replace(task.request, text=found["asked"], object=found["asked"]))
            )
    return left, beside


def _opening(desk: Desk, task: Task, left: Sequence[Told], named: str) -> str:
    """The question of the analysis, where the staff put one, and that its elements follow."""
    scene = desk.scene
    of = _ANALYSIS_OF.search(task.request.object)
    of_what = f" {turn(of['of'], scene.voice)}" if of and not authorities(of["of"]) else ""
    lead = scene.say("analysis", "guidance", authority=named, of=of_what)
    first = told_text(desk, left) if left else ""
    if question := _QUESTION.search(task.request.object) or _HELD_THAT.search(task.request.object):
        asks = turn(f"whether {question['asks']}", scene.voice)
        first = f"{scene.say('analysis', 'question', question=asks)} {first}".strip()
    return f"{first} {lead}".strip()


def _asides(desk: Desk, apart: Sequence[Task], moved: Sequence[Told]) -> Iterator[Passage]:
    """The facts under further questions that bear on no element, behind what they are asked as to."""
    for task in (one for t in apart for one in t.beside or (t,)):
        mine = [t for t in stated(task) if t not in moved]
        if mine:
            matter = _WHETHER.sub("", turn(asked(task.request), desk.scene.voice))
            text = running(mine)
            if stems(matter) & stems(text) or any(fit(t.thing, t.said) >= STRONG for t in mine):
                text = desk.scene.say("analysis", "aside", question=matter, facts=text)
            yield Passage(text, sources(mine, "comment"), (task.index,))


def _including(desk: Desk, facts: Sequence[str]) -> str:
    """What the blank of an element names of what the staff name."""
    return f", including {turn(' and '.join(facts), desk.scene.voice)}" if facts else ""


_OF_ANALYSIS = re.compile(
    r"\b(?:analy[sz]|determin|conclu|consider|evaluat|assess|appropriate|principal|aggregat|support|apply|applied|meets?\b)",
    re.I,
)
"""What asks for the analysis itself and for no fact beside it."""


def _from_the_analysis(tells: Sequence[Task]) -> tuple[list[Task], list[Task]]:
    """The questions without facts before that of the analysis, which are answered first, and those from it on."""
    at = next((n for n, t in enumerate(tells) if t.told or _OF_ANALYSIS.search(t.request.text)), 0)
    return list(tells[:at]), list(tells[at:])


_STAFF_FACTS = re.compile(
    r"\b(?:considered|evaluated|assessed|took into account|in light of|including) "
    r"(?P<facts>(?!(?:whether|how|why|when|what|which|who|if|that)\b)[^.;?]+?)"
    r"(?=,? (?:in (?:determining|concluding|assessing|your|reaching|evaluating)|when|"
    r"to (?:conclude|determine|assess|support|reach))\b|[.;?]|$)",
    re.S,
)
"""“How you considered the fall in sales and the loss of a customer in determining that no test was needed”."""
_EACH_FACT = re.compile(r",? and (?=(?:the|your|that|any|an?)\b)|, (?=(?:the|your|any|an?)\b)|,? as well as ")
_NO_FACT = re.compile(
    r"\b(?:ASC|IFRS|IAS|guidance|paragraphs?|factors?|indicators?|criteria|definition|requirements?|elements?)\b"
)


def _of_staff(elements: Sequence[dict[str, str]], tells: Sequence[Task]) -> tuple[list[list[str]], list[str]]:
    """The facts that the staff name, by the element on which each bears, and those that bear on none."""
    placed: list[list[str]] = [[] for _ in elements]
    left: list[str] = []
    found = [m["facts"] for t in tells for m in _STAFF_FACTS.finditer(t.request.text)]
    for fact in (f.strip(" ,") for facts in found for f in _EACH_FACT.split(facts)):
        if not fact or _NO_FACT.search(fact):
            continue
        best = _element_of(elements, fact)
        (left if best is None else placed[best]).append(fact)
    return placed, left


def _by_element(
    elements: Sequence[dict[str, str]], told: Sequence[Told]
) -> tuple[list[list[Told]], list[Told]]:
    """The sentences by element, and those on none; what points back stands with what it points to."""
    placed: list[list[Told]] = [[] for _ in elements]
    left: list[Told] = []
    sentences = [part for one in told for part in _parted(elements, one)]
    best = [_element_of(elements, s.text.removeprefix(_PRODUCTS)) for s in sentences]
    for n, (before, one) in enumerate(itertools.pairwise(sentences), 1):
        if one.place == before.place + 1 and POINTS_BACK.match(one.text):
            home = best[n] if best[n - 1] is None else best[n - 1]
            best[n - 1 : n + 1] = [home, home]
    for at, sentence in zip(best, sentences, strict=True):
        (left if at is None else placed[at]).append(sentence)
    return placed, left


def _element_of(elements: Sequence[dict[str, str]], text: str) -> int | None:
    """The element to which the words of a text speak the most, the first of several; None for none."""
    return next(iter(_elements_of(elements, text)), None)


def _elements_of(elements: Sequence[dict[str, str]], text: str) -> list[int]:
    """The elements to which the words of a text speak the most."""
    said = re.findall(r"[a-z][a-z-]{2,}", text.lower())
    said += ["regulat"] if _OF_INDUSTRY.search(text) else []
    scores = [sum(any(_is_of(w, begun) for w in set(said)) for begun in e["words"].split()) for e in elements]
    return [n for n, score in enumerate(scores) if score and score == max(scores)]


def _is_of(word: str, begun: str) -> bool:
    """Whether a word is that word of an element, or begins with it where it is no short one."""
    return word in {begun, f"{begun}s"} or (len(begun) >= BEGUN and word.startswith(begun))


BEGUN = 5
"""Letters by which longer forms of a word are known."""
_OF_INDUSTRY = re.compile(r"\bregulations?\b(?! [A-Z])")
"""Regulation of a business, and not "Regulation S-K"."""
_CLAUSE = re.compile(
    r",? and (?=(?:the )?same )|, (?=(?:the )?same |(?:sold|made|produced|distributed|marketed|shipped) )"
)
_WHOLE = re.compile(r"\b(?:is|are|was|were|has|have|share|use|buy|sell)\b")
"""A verb that makes a note a sentence already."""
_PRODUCTS = "Their products"
_OF_SEGMENTS = "class of customer"
_SAME = re.compile(r"(?:the )?same (?P<what>.+)", re.I)


def _parted(elements: Sequence[dict[str, str]], told: Told) -> tuple[Told, ...]:
    """A note as the sentences that bear on one element each: its clauses, or its shorthand written out."""
    if told.use is Use.STATE and not told.redacted and (clauses := _in_clauses(elements, told)):
        return clauses
    parts = _CLAUSE.split(told.said.strip(" ."))
    if told.use is not Use.STATE or told.redacted or not _SAME.match(parts[0]) or _WHOLE.search(told.said):
        return (told,)
    if not any(_OF_SEGMENTS in e["name"] for e in elements) or any(
        _element_of(elements, p) is None for p in parts
    ):
        return (told,)
    return tuple(replace(told, text=_in_common(p), rough=False) for p in parts)


def _in_clauses(elements: Sequence[dict[str, str]], told: Told) -> tuple[Told, ...]:
    """The two clauses of a sentence as sentences where they bear on two elements; none for other sentences."""
    for joint in _CLAUSES.finditer(told.text):
        parts = [told.text[: joint.start()], told.text[joint.end() :].rstrip(".")]
        homes = [h for p in parts if len(h := _elements_of(elements, p)) == 1]
        if all(map(is_clause, parts)) and len(homes) == len(parts) and homes[0] != homes[1]:
            return tuple(replace(told, text=ended(raised(p)), part=n) for n, p in enumerate(parts))
    return ()


_CLAUSES = re.compile(r"(?:; |, and |, but )(?!(?:it|its|they|their|he|she|his|her|this|these|both)\b)")
"""Where a second clause begins that leans on no word of the first."""


def _in_common(part: str) -> str:
    same = _SAME.match(part)
    return f"The segments have the same {same['what']}." if same else f"{_PRODUCTS} are {part}."


_EACH = re.compile(
    r"\beach (?:of the )?(?:indicator|factor|criteri|element|condition)|"
    r"\bthe (?:indicators?|factors|criteria|elements|conditions) (?:in|of|under|set (?:forth|out)|listed|enumerated)\b",
    re.I,
)


_QUESTION = re.compile(r"\bwhether (?P<asks>(?!(?:it|they|these|those|this|that)\b).+)$", re.S)
_HELD_THAT = re.compile(
    r"^how [\w ]{2,20} (?:concluded|determined) that (?P<asks>(?!(?:it|they|these|those|this|that|no|none|neither)\b)"
    r"(?:(?! not\b).)+?)(?=,? (?:under|in accordance with|pursuant to|in light of|based on|given)\b|$)",
    re.S,
)
_ANALYSIS_OF = re.compile(
    r"\banalysis\b.*?\b(?P<of>of (?:the|your|its|our|this) "
    r"(?!(?:guidance|criteri|factors|elements|definition|indicators|conditions|requirements)\b).+?)"
    r"(?=,? (?:under|in accordance with|pursuant to|including|in light of)\b|$)",
    re.S,
)
"""What an analysis is of: “your analysis under ASC 805-10-55-5A of the purchase of the mill”."""


_WHETHER = re.compile(
    r"^how the \w+ (?:considered|determined|concluded|evaluated) (?=whether|"
    r"that)|^how we (?:considered|determined) (?=whether)"
)


def _beyond(desk: Desk, tells: Sequence[Task]) -> Iterator[Passage]:
    """Requests of the same comment that no element covers."""
    for task in tells:
        if not _EACH.search(task.request.text):
            yield from write(Desk(desk.plan, desk.scene, 2), [replace(task, told=())])
