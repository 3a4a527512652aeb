"""What is answered in the letter: explanations, confirmations, papers, bridges, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.authorities import authorities
from drafter.domain import Move, Passage
from drafter.drafting.answers.filing import not_filed
from drafter.drafting.answers.pointing import REFERS
from drafter.drafting.answers.unknowns import (
    explained,
    formally,
    opened,
    unknown,
    wants,
)
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clauses import asked
from drafter.drafting.language.nouns import HEAD
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.places import joined, pages_in, place_only
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.departures import COMPLYING
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import Task, stated, stems
from drafter.drafting.planning.prose import running, speaks, stands
from drafter.drafting.planning.settling import MANY, left_open, named, things, unspoken, untold
from drafter.drafting.sentences.desk import (
    Desk,
    authority_of,
    beside,
    indices,
    open_blanks,
    resolved,
    sources,
)
from drafter.drafting.sentences.explaining import explanation, heading


def told_text(desk: Desk, told: Sequence[Told], further: bool = False, name: str = "") -> str:
    """Sentences of the notes as running text, opened as an answer opens; `name` says what bare things in it are."""
    text = running(told, name)
    if further:
        return desk.say("tell", "further", fact=lowered(text))
    if desk.written or desk.scene.voice.plural or _OPENS_ITSELF.match(text):
        return text
    if text.startswith(told[0].text) and not stands(told[0]):
        return f"{desk.say('tell', 'all_open')} {lowered(text)}"
    return opened(desk, text)


_OPENS_ITSELF = re.compile(
    r"The (?:[A-Z]\w+ (?:will|respectfully refers)|(?:reason|cause|basis|purpose|rationale) is that)\b"
)
"""A sentence that says itself who speaks."""


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
    for task in _facts_first(desk, group):
        if task.index in merged and len(merged) < len(group):
            continue
        passage = _tell(desk, task)
        yield replace(passage, answers=(*passage.answers, *merged)) if len(merged) < len(group) else passage
        desk = replace(desk, written=desk.written + 1)


def _facts_first(desk: Desk, group: Sequence[Task]) -> list[Task]:
    """The requests in the staff's order, those that only a bare blank could answer behind the last with facts."""
    last = max((n for n, t in enumerate(group) if stated(t)), default=0)
    bare = [t for t in group[:last] if not t.told and _OPEN.match(unknown(desk, t))]
    return [*(t for t in group[: last + 1] if t not in bare), *bare, *group[last + 1 :]]


def _tell(desk: Desk, task: Task) -> Passage:
    told, waiting = beside(task.told)
    opens = open_blanks(waiting)
    page = joined([p for t in told if t.why != REFERS and place_only(t.said) and (p := pages_in(t.said))])
    if page and desk.plan.place.target is Target.REGISTRATION:
        rest = replace(task, told=tuple(t for t in task.told if not place_only(t.said)))
        said = _tell(desk, rest)
        place = desk.scene.say("amend", "facts", page=page, amendment=desk.plan.place.amendment)
        return replace(said, text=f"{said.text} {place}")
    if not told:
        return _unstated(desk, task, waiting)
    later = [t for t in told if not (t is told[0] and " not propose " in t.text)]
    promised = tuple(t for t in later if _PROMISED.match(t.text)) if not task.condition else ()
    first = tuple(t for t in told if t not in promised) or told
    headed = "" if task.beside else _headed(desk, task, first)
    plainly = _DEFINED.sub("", resolved(desk, task))
    name = "" if _ASKING.match(plainly) else topic(turn(plainly, desk.scene.voice, known=True))
    text = headed or _under_law(desk, task, first) or told_text(desk, _pointed(desk, first), name=name)
    if any(t.why == REFERS for t in first):
        text = " ".join(t.text for t in first)
    left = () if any(t.why == REFERS or t.listed for t in told) else _left(desk, task)
    missing = () if opens else untold(task, told, bool(left))
    wanting = [_wanting(desk, one, things) for one, things in left]
    wanting += [_stating(desk, m) or f"{desk.scene.blank(turn(m, desk.scene.voice))}." for m in missing]
    opens = " ".join(filter(None, [opens, *wanting]))
    falls = not_filed(desk, task)
    opens = "" if falls else opens
    concludes = "" if falls or "conclusion" in opens else _concludes(desk, task, told, opens)
    last = running([t for t in promised if t not in first]) or falls
    parts = (text, opens, concludes, last)
    return Passage(" ".join(filter(None, parts)), sources(told, "comment"), indices([task]))


_OPEN = re.compile(r"\[●|(?:(?:As to [^\[]*|[^\[]* as follows: )\[●[^\]]*\]\.\s*)+$")
"""An answer that is no more than its blank."""


def _unstated(desk: Desk, task: Task, waiting: Sequence[Told]) -> Passage:
    """The answer without a fact: what the notes leave open, or the request's own blank where they ask it again."""
    again = [t for t in waiting if _same_question(t, task, wants(desk, task))]
    opens = open_blanks([t for t in waiting if t not in again])
    more = unspoken(task) if opens and not (again or task.condition) else things(task)
    said = unknown(desk, task)
    who = next((m[0] for t in again if (m := re.search(r" \([^()]+\)$", t.text))), "")
    if again and (who or said.count("[●") > 1):
        said = f"{desk.scene.blank(wants(desk, task) + who)}."
    rest = _wanting(desk, task, more) if more and len(more) < len(things(task)) else ""
    text = f"{said} {opens}" if len(more) == len(things(task)) else f"{opens} {rest}"
    return Passage(text.strip(), ("comment",), (task.index,))


def _same_question(told: Told, task: Task, wanted: str) -> bool:
    """Whether what the notes leave open is the question of the request, in fewer or other words than are `wanted`."""
    word = re.match(r"(?:whether|why|how|where|when|who)\b", told.text) if told.use is Use.OPEN else None
    same, own = stems(told.text), stems(re.sub(r",? with the basis$", "", wanted))
    return bool(word and re.search(rf"\b{word[0]}\b", task.request.text) and same & own and not own <= same)


def _left(desk: Desk, task: Task) -> list[tuple[Task, tuple[str, ...]]]:
    """What the notes leave open, by request."""
    said = desk.plan.told
    return [(one, things) for one in task.beside or (task,) if (things := left_open(one, said))]


def _wanting(desk: Desk, task: Task, left: Sequence[str]) -> str:
    """What the notes leave open of a request: each thing as the sentence it becomes, or all of it in one blank."""
    plain = not (task.condition or task.points)
    if plain and all(said := [_stating(desk, named(t, things(task))) for t in left]):
        return " ".join(said)
    return f"{desk.scene.blank(wants(desk, task, left), of=task.request.text)}."


def _stating(desk: Desk, thing: str) -> str:
    """The sentence that the thing becomes, its blank for what the sentence does not name itself; "" for none."""
    said = "" if _WEIGHED.match(thing) else explanation(turn(thing, desk.scene.voice), desk.scene)
    found = _NAMES.fullmatch(said)
    if found is None or not stems(found["what"]) <= stems(found["said"]):
        return said
    if not found["each"] and found["more"]:
        return f"{found['said']} [●: {HEAD.split(found['what'])[0].split()[-1]}{found['more']}]."
    return said if found["more"] else ""


_WEIGHED = re.compile(r"(?:whether and )?how\b[^,;]* (?:considered|evaluated|assessed)\b")
"""What no yes or no answers."""
_NAMES = re.compile(
    r"(?P<said>[^\[]+ (?:is|are|was|were)) \[●: (?P<each>each of the )?(?P<what>[^\],(]+?)(?P<more>(?:, [^\]]+)?)\]\.",
)
"""A sentence that names a thing before the blank for it."""


_ASKING = re.compile(r"(?:whether|when|where|who|whom|which|what|if|no)\b", re.I)
"""How a question begins that names no fact."""
_DEFINED = re.compile(
    r",? as (?:so )?defined(?: (?:in|by|under) [^,]*)?,?|,? at the (?:most recent|latest) [^,]*$"
)
_QUESTION = re.compile(r"\banalysis (?:of|as to|on|regarding) (?P<question>whether .+)$", re.S)
_HELD_AGAINST = re.compile(
    r"how (?P<thing>[^,;]+?) (?P<is>(?:is|are|was|were) (?:consistent|in (?:compliance|accordance)|appropriate)|"
    r"compl(?:y|ies|ied)|conforms?|satisf(?:y|ies|ied)|meets?|met) (?P<what>(?:(?:with|under|to) )?[^,;]*\d.*)$",
    re.S,
)
"""“How the exclusion is consistent with Question 3” wants the provision held against the facts."""
_CLAIMED = re.compile(
    r"(?:(?:your |an )?analysis of why|how you (?:concluded|determined) that) (?P<claim>(?:(?!, and\b|;).)+)",
    re.S,
)
_REASONED = re.compile(r"\b(?:because|since(?! \d| [A-Z])|so (?!far)|therefore)\b")
_UNDER = re.compile(r" (?:under|within|in (?:the )?(?:scope|accordance|light)|for purposes) ")
_CONCLUDED = re.compile(r"\b(?:conclu|determin|therefore|accordingly|as a result|on that basis)", re.I)


def _concludes(desk: Desk, task: Task, told: Sequence[Told], opens: str) -> str:
    """The open conclusion of an analysis of whether something is so, where the facts draw none; else ""."""
    said = " ".join(t.text for t in told)
    if _CONCLUDED.search(said):
        return ""
    question = asked(task.request)
    claim = _CLAIMED.match(question) if desk.plan.stance not in COMPLYING else None
    if claim or _HELD_AGAINST.match(question):
        plain = claim["claim"] if claim else question.removeprefix("how ")
        if claim and (
            _REASONED.search(said) or stems(_UNDER.split(plain)[0]) <= stems(f"you {said} {opens}")
        ):
            return ""
        thing = turn(plain.rstrip(" ."), desk.scene.voice, known=True)
        return f"{desk.scene.blank(f'why, on these facts, {thing}')}."
    found = _QUESTION.search(asked(task.request))
    if found is None:
        return ""
    head = sorted(stems(" ".join(found["question"].split()[-1:])))
    if head and head[0] in stems(said):
        return ""
    what = authority_of(desk.plan, [task])
    under = f" under {what}" if what else ""
    blank = desk.scene.blank(f"conclusion{under}, and who reached it and when (Controller)")
    question = turn(found["question"].rstrip(" ."), desk.scene.voice, known=True)
    return desk.scene.say("analysis", "open", question=question, blank=blank)


def _headed(desk: Desk, task: Task, told: Sequence[Told]) -> str:
    """Facts on how something is done under the sentence that says so; "" where they can stand alone."""
    thing = turn(resolved(desk, task), desk.scene.voice, known=formally(desk))
    if len(told) < MANY and not authorities(thing):
        return ""
    head = heading(thing) or _founded(thing, told)
    if not head:
        return ""
    lead = opened(desk, f"{head}:") if formally(desk) else f"{head}:"
    said = running(told)
    return f"{lead[:-1]}. {said}" if speaks(told[0]) else f"{lead} {lowered(said)}"


_JUDGED = re.compile(
    r"^how (?P<judged>(?:the [A-Z]\w+|we|it|management) (?:[a-z]+ly )?(?!considered|decided|accounted)[a-z]+ed "
    r"(?!whether)(?:(?!, | and (?:how|why|when|whether|the|its|our)\b).)+)$",
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
    """The facts of an analysis behind the one provision that the staff cites; "" where it cites none, or several."""
    what = authority_of(desk.plan, [task])
    one = what and " and " not in what and len(what.split()) <= SHORT_CITATION
    if desk.written or desk.plan.stance is not Move.ANALYSIS or not one or not speaks(told[0]):
        return ""
    said = running(told)
    return "" if what in said else desk.say("tell", "under", authority=what, fact=lowered(said))


def _pointed(desk: Desk, told: Sequence[Told]) -> list[Told]:
    """The sentences, “the disclosure is included” with the authority that the comment says calls for it."""
    text = desk.plan.comment.text
    cited = authorities(text)
    if len(cited) != 1 or not told:
        return list(told)
    said = text[cited[0].start : cited[0].end]
    first = re.sub(r"^The disclosure is\b", f"The disclosure called for by {said} is", told[0].text)
    return [replace(told[0], text=first), *told[1:]]


_PROMISED = re.compile(r"(?:The [A-Z]\w+|We) (?:will(?! remove)|does not propose|do not propose)\b")
"""What stands last in an answer: what the company will do, but for what it takes out."""
