"""What is changed now: revised pages of an amendment, amended reports, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from drafter.domain import Passage
from drafter.drafting.answers.audits import is_of_auditor, report_included
from drafter.drafting.answers.deeds import done, elsewhere, revised_text
from drafter.drafting.answers.unknowns import kept_small
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clauses import MATTER, asked, says_that
from drafter.drafting.language.nouns import valued
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import Voice, third_person, turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.places import BLANK, BLANKS, joined, pages_in, place_only
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.enacting import LATER, THERE, where_revised
from drafter.drafting.planning.ordering import by_place
from drafter.drafting.planning.plan import Task, Treat, stated, stems
from drafter.drafting.planning.prose import running, stands
from drafter.drafting.planning.settling import in_words, single_things, things, ungiven
from drafter.drafting.sentences.awaiting import ACCORDINGLY, open_condition, undecided
from drafter.drafting.sentences.desk import (
    Desk,
    beside,
    done_to,
    indices,
    regarding,
    resolved,
    sources,
    verb_of,
)
from drafter.matters import sentences

FEW = 2
"""Requests; more of them are taken point by point."""
LONG = 60
"""Words; what is longer is not said over again."""


def revise(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What the amendment filed with the letter has changed, by page, in the staff's order, and is yet to say."""
    where = where_revised(desk.plan.told, group)
    for passage in _revise(desk, group):
        yield replace(passage, text=passage.text.replace(f"revised {THERE} on ", f"revised {where} on ", 1))
    asked_ = [t for t in group if verb_of(t) in _DISCLOSES and not (t.closed or _later(t))]
    if left := [turn(thing, desk.scene.voice) for thing in ungiven(asked_)]:
        text = desk.scene.say("amend", "states_too", blanks=_series([desk.scene.blank(t) for t in left]))
        yield Passage(text, ("comment",), ())


def _revise(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What is changed, and what the notes tell of it."""
    told, _ = beside([t for task in group for t in task.told])
    group = _whole(group)
    page = _page(desk, group)
    said = [s for t in group if (s := _statement(desk, t))]
    told = [t for t in told if not (place_only(t.said) or t in said)]
    if _is_stated(desk, group, told) and not said:
        yield from _stating(desk, group, told, page)
        return
    waiting = undecided(group)
    certain = [t for t in group if t not in waiting]
    own = [t for t in told if _REMOVES.match(t.text)]
    out = [t for t in certain if own and t.request.action == "remove"][:1]
    if out:
        text = " ".join([_opened(desk, own[0]), *(t.text for t in own[1:])])
        group, told = [t for t in group if t not in out], [t for t in told if t not in own]
        text = text if group else regarding(text, desk.plan, out)
        yield Passage(text, sources(own, "matter"), indices(out))
        desk = replace(desk, written=desk.written + 1)
    opened = bool(out)
    for run in _runs([t for t in group if not _later(t)], waiting):
        place = page if page in {BLANK, BLANKS} else _page(desk, run)
        yield from _run(desk, run, place, opened, run[0] in waiting)
        opened = opened or run[0] not in waiting
        desk = replace(desk, written=desk.written + 1)
        if told and (opened or not certain):
            thing = turn(resolved(desk, run[0]), desk.scene.voice, known=True) if opened else ""
            yield Passage(_told_there(desk, group, told, topic(thing)), sources(told), indices(group))
            told = []
    if told:
        yield Passage(running(told), sources(told), indices(group))


def _run(desk: Desk, run: Sequence[Task], page: str, opened: bool, waits: bool) -> Iterator[Passage]:
    """What is said of requests that are carried out together, or wait for the same condition."""
    if is_of_auditor(run[0].request) and len(run) == 1:
        text = regarding(report_included(desk, run[0]), desk.plan, run)
        yield Passage(text, ("comment", "matter"), indices(run))
    else:
        yield from open_condition(desk, run, page) if waits else _changed(desk, run, page, opened)


def _told_there(desk: Desk, group: Sequence[Task], told: Sequence[Told], name: str) -> str:
    """What the notes tell of those requests: as what the revised text states, where all of it belongs there."""
    text = running(told, name)
    if not (desk.written and _of_the_text(group, told) and _whole_from_its_start(text)):
        return text
    return desk.scene.say("amend", "states_fact", fact=kept_small(desk, text))


def _is_stated(desk: Desk, group: Sequence[Task], told: Sequence[Told]) -> bool:
    """Whether the notes tell for each thing of the requests what the revised text says, so that none need be named."""
    plain = not any(t.condition or _later(t) or is_of_auditor(t.request) for t in group)
    given = all(n.use is Use.STATE for t in group for n in t.told)
    each = all(any(n in told for n in stated(t)) and _spoken_to(t) for t in group)
    return plain and given and each and _of_the_text(group, told) and _whole_from_its_start(running(told))


def _spoken_to(task: Task) -> bool:
    """Whether a fact has words of each thing of the request, where it is for several."""
    several = things(task)
    return len(several) == 1 or all(in_words(task, thing) for thing in several)


def _stating(desk: Desk, group: Sequence[Task], told: Sequence[Told], page: str) -> Iterator[Passage]:
    """That the pages are revised to state what the notes tell."""
    fact, parts = running(told), {"page": page, "amendment": desk.plan.place.amendment}
    one = len(sentences(fact)) == 1 and len(fact.split()) <= LONG
    what = f"that {kept_small(desk, fact).rstrip('.')}" if one else "the following"
    text = regarding(_first(desk, group[0], f"to state {what}", parts), desk.plan, group)
    if one:
        yield Passage(text, sources(told, "comment", "matter"), indices(group))
        return
    yield Passage(text, ("comment", "matter"), indices(group))
    yield Passage(fact, sources(told), indices(group))


def _of_the_text(group: Sequence[Task], told: Sequence[Told]) -> bool:
    """Whether the requests are for words in the document, and what is told would stand among them."""
    return all(verb_of(t) in _DISCLOSES for t in group) and not any(
        _OF_THE_PAPER.search(t.text) for t in told
    )


def _whole_from_its_start(text: str) -> bool:
    return is_clause(sentences(text)[0].split(":")[0]) and not _POINTS_BACK.match(text)


_DISCLOSES = frozenset(
    str.split(
        "disclose state describe discuss identify name quantify provide specify indicate give explain expand"
    )
)
_OF_THE_PAPER = re.compile(
    r"\b(?:pages?|tables?|drafts?|sentences?|sections?|paragraphs?|background|prospectus|disclosures?|exhibits?|filed|"
    r"opinions?|now|typo\w*|errors?|amendment|removed|deleted|replaced|corrected|rewritten|Staff|letter|will)\b",
    re.I,
)
"""What is said of the document and its change, and not by it."""


def _later(task: Task) -> bool:
    """Whether the notes say that only a further amendment will do what the request asks for."""
    return any(LATER in t.text for t in stated(task))


def _runs(group: Sequence[Task], waiting: Sequence[Task]) -> Iterator[list[Task]]:
    """Consecutive requests that are carried out, or wait for the same condition."""
    for _, run in groupby(group, key=lambda t: t.condition.lower() if t in waiting else None):
        yield list(run)


def _whole(group: Sequence[Task]) -> list[Task]:
    """The tasks, “and, if so, the extent of it” put back on the question before it: “disclose whether ...”."""
    done: list[Task] = []
    for task in group:
        before = done[-1] if done else None
        if before is None or not _hangs_on(task, before):
            done.append(task)
            continue
        other = f"to {verb_of(task)} " if verb_of(task) not in {verb_of(before), "explain"} else ""
        rest = f" and, {task.condition.lower().removeprefix('and ')}, {other}{task.request.object}"
        asks = replace(before.request, text=before.request.text + rest, object=before.request.object + rest)
        mine = (*(before.beside or (before,)), task)
        done[-1] = replace(before, request=asks, told=(*before.told, *task.told), beside=mine)
    return done


def _hangs_on(task: Task, before: Task) -> bool:
    """Whether the request goes on the question that the one before it ends in: “and, if so, the extent of it”."""
    follows = before.index == task.index - 1 and not before.condition
    asks = re.match(r"whether\b", single_things(before.request)[-1])
    return bool(follows and asks and re.fullmatch(r"(?:and )?if (?:so|not)", task.condition, re.I))


def _statement(desk: Desk, task: Task) -> Told | None:
    """The sentence of the notes that the revised page states where the staff asks whether something is so."""
    asks = re.match(r"(?:whether|if)\b", asked(task.request)) and verb_of(task) in _STATES
    words = stems(asked(task.request))
    others = (
        t for t in desk.plan.tasks if t.treat is Treat.REVISE and not t.closed and t.index != task.index
    )
    near = (s for t in others for s in stated(t) if len(words & stems(s.text)) >= SHARED)
    first = next(iter(stated(task)), None) or next(near, None)
    whole = first and stands(first) and is_clause(first.text) and not _POINTS_BACK.match(first.text)
    return first if asks and whole and first and len(first.text.split()) <= LONG else None


SHARED = 2
"""Content words that a sentence under another request shares with the question that it answers."""
_STATES = frozenset({"disclose", "state", "clarify", "indicate", "specify"})
_POINTS_BACK = re.compile(
    r"(?:It|This|That|They|These|Those|Accordingly|As|If|Page)\b|.*(?:\bwill\b|\bon pages? |Amendment No\.)"
)


def _changed(desk: Desk, run: Sequence[Task], page: str, opened: bool) -> Iterator[Passage]:
    """That the pages are revised and what to do; point by point where much is asked."""
    parts = {"page": page, "amendment": desk.plan.place.amendment}
    if len(run) <= FEW:
        text = regarding(_revised(desk, run, page, opened), desk.plan, run)
        yield Passage(f"{text} {_as_revised(desk, run)}".strip(), ("comment", "matter"), indices(run))
        return
    doings = [to_do(desk, t).removeprefix("to ") for t in run]
    verbs = {d.split(" ", 1)[0] for d in doings}
    shared = f"{verbs.pop()} " if len(verbs) == 1 else ""
    frame, to = ("revised_alike", "") if shared else ("revised_many", "to ")
    text = desk.say("amend", frame, verb=shared.strip(), **parts)
    yield Passage(text, ("comment", "matter"), indices(run))
    for task, doing in zip(run, doings, strict=True):
        end = "." if task is run[-1] else "; and" if task is run[-2] else ";"
        yield Passage(f"• {to}{doing.removeprefix(shared)}{end}", ("comment",), (task.index,))
    if figures := _as_revised(desk, run):
        yield Passage(figures, ("comment",), ())


STATEMENT = "the statement on which the Staff comments"


def withdraw(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Words taken out instead of explained, with what the notes say stands there now."""
    told = by_place([t for task in group for t in stated(task) if not place_only(t.said)])
    thing = STATEMENT.replace("the Staff", desk.scene.staff)
    if own := next((t for t in told if _REMOVES.match(t.text)), None):
        told = [t for t in told if t is not own]
        text = _opened(desk, own)
    elif desk.plan.place.target is Target.REGISTRATION:
        page = _page(desk, group)
        text = desk.say("amend", "withdrawn", thing=thing, page=page, amendment=desk.plan.place.amendment)
    else:
        text = desk.say("undertake", "withdrawn", thing=thing, due=desk.plan.place.due)
    yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", "matter"), indices(group))


_REMOVES = re.compile(r"(?:The [A-Z]\w+|We) (?:will|has|have) removed? (?!(?:it|them|this|that)\b)")


def _opened(desk: Desk, told: Told) -> str:
    """The company's own sentence on what it takes out, behind the opening whose turn it is."""
    opener = "will" if " will " in told.text[:15] else "has"
    opening = desk.scene.say("openers", opener, 2 if desk.written else desk.plan.turn)
    return opening + re.sub(r"^(?:The \w+|We) (?:will|has|have) ", "", told.text)


_CONFORMING = re.compile(
    r"(?:any )?(?:corresponding|conforming|similar|appropriate|consistent) (?:revisions?|changes?)\b"
)


def _page(desk: Desk, group: Sequence[Task]) -> str:
    """The pages that the notes give for these requests, and a second place that the staff names with its own."""
    page = _pages(desk, group)
    where = next((w for t in group if (w := elsewhere(t.request.text, desk.scene.voice))), "")
    if _COVER.search(where) and _COVER.search(page):
        return f"{BLANK} and {page}"
    return f"{page} and in {where} on {BLANK}" if where and page == BLANK else page


def _pages(desk: Desk, group: Sequence[Task]) -> str:
    """The pages that the notes give for these requests, else for the comment, else a blank for them."""
    near = [t.said for task in group for t in task.told] or [t.said for t in desk.plan.loose]
    denied = {t.closed for t in desk.plan.tasks}
    every = [t.said for t in desk.plan.told if t.use is not Use.HELD and t.text not in denied]
    for said in (near, every):
        places = [p for t in said if place_only(t) and (p := pages_in(t))]
        here = (p for t in said if not _ELSEWHERE.search(t) and (p := pages_in(t)))
        if found := joined(places) or next(here, ""):
            return found
    asked_ = " ".join([*(t.request.text for t in group), *desk.plan.comment.heading[-1:]])
    if cover := _COVER.search(asked_):
        return f"the {cover.group(0).lower()}"
    return BLANKS if len(group) > FEW or _THROUGHOUT.search(asked_) else BLANK


_ELSEWHERE = re.compile(r"\b[Ss]ee (?!pages?\b|pp?\.)")
"""What points to another page than the one that is revised."""
_COVER = re.compile(r"\b(?:prospectus )?cover page\b", re.I)
_THROUGHOUT = re.compile(
    r"\bthroughout\b|\belsewhere\b|\b(?:corresponding|conforming|similar) (?:revisions|changes|statements)\b",
    re.I,
)
"""What asks for changes on more pages than one."""


def _revised(desk: Desk, certain: Sequence[Task], page: str, opened: bool) -> str:
    """That the pages are revised and what to do, one sentence a request; `opened` where a sentence says so already."""
    parts = {"page": page, "amendment": desk.plan.place.amendment}
    said: list[str] = []
    for task in certain:
        thing = _said(desk, task)
        if _CONFORMING.match(thing):
            said.append(desk.scene.say("amend", "conforming", **parts))
        elif thing.startswith("Please ") or len(thing.split()) > LONG or asked(task.request) == MATTER:
            said += [_cured(desk, task, parts)] if not (said or opened) else []
        elif not (said or opened):
            things = to_do(desk, task)
            things = "accordingly" if ACCORDINGLY.match(things) else things
            said.append(_first(desk, task, things, parts))
        else:
            said.append(_also(desk, task))
    return " ".join(said)


def _cured(desk: Desk, task: Task, parts: dict[str, str]) -> str:
    """That a defect is cured which the staff describes before “please advise or revise”."""
    told = sentences(" ".join(desk.plan.comment.text.split()[: task.request.start]))
    before = [s for s in told if not s.startswith("Please")]
    noted = _NOTED.sub("", before[-1]).strip(" .") if before else ""
    disclaimed = _FILED.match(before[-2]) if len(before) > 1 and _NOT_ALLOWED.search(noted) else None
    if disclaimed and _DISCLAIMS.search(f"{disclaimed['what']} {noted}") and not stated(task):
        thing = f"the statement that {turn(disclaimed['what'], desk.scene.voice, known=True)}"
        return desk.say("amend", "removed", verb="remove", thing=thing, **parts)
    plain = (
        (is_clause(f"{noted}.") or _SAYS.match(noted))
        and len(noted.split()) <= LONGEST_DEFECT
        and "?" not in noted
    )
    if asked(task.request) != MATTER or stated(task) or not plain:
        return desk.say("amend", "requested", **parts)
    clause = lowered(turn(noted, desk.scene.voice).removeprefix("• "))
    wants = f"the correction made, where {desk.scene.staff} observes that {clause}"
    return desk.say("amend", "cured", blank=desk.scene.blank(wants, owner=False), **parts)


_FILED = re.compile(
    r"(?:We (?:also )?note (?:your |the )?(?:statement|disclosure) that|"
    r"(?:We (?:also )?note that )?[Yy]ou (?:say|state|disclose|indicate) that|"
    r"The (?:\w+ ){1,4}(?:says|states) that) (?P<what>[^;]+?)\.?$"
)
_NOT_ALLOWED = re.compile(
    r"\b(?:not appropriate|inappropriate|may not|cannot|not permitted|entitled to rely)\b"
)
_DISCLAIMS = re.compile(r"\b(?:rel(?:y|ied|iance)|responsib\w+|disclaim\w*|limitations?|qualif\w+)\b")
"""A statement that the staff say a document may not make: the cure is that it goes."""
_NOTED = re.compile(
    r"^(?:(?:However|Further|Additionally|In this regard|In addition),? )?"
    r"(?:(?:[Ww]e (?:also )?note|[Ii]t (?:appears|seems)) that )?"
)
_SAYS = re.compile(
    r"(?:[Tt]he|[Yy]our|[Tt]his|[Tt]hese|[Tt]here|An?|Each) [^.;:]*"
    r"\b(?:is|are|was|were|do|does|did|has|have|seems?|appears?|leads?)\b"
)
LONGEST_DEFECT = 45
"""Words of a defect that is said over again."""


def _as_revised(desk: Desk, run: Sequence[Task]) -> str:
    """What the revised text states, a blank for each thing that is asked for; "" where no figure, date or name is
    among them, where a thing is too long for a blank, or where the notes say what the text says.
    """
    if any(t.told for t in run):
        return ""
    asking = [t for t in run if verb_of(t) in _TELLS and not (t.condition or says_that(t.request))]
    voice = desk.scene.voice
    values = {t.index: _values(t, voice) for t in asking}
    rest = {
        t.index: [turn(thing, voice) for thing in _determined(single_things(t.request))]
        for t in asking
        if not values[t.index]
    }
    others = [thing for told in rest.values() for thing in told]
    given = any(values[t.index] and verb_of(t) in _GIVES for t in asking) or any(map(_ARRIVED.match, others))
    told = (w for t in asking for w in (values[t.index] or rest[t.index]))
    wants = list(dict.fromkeys(w.removeprefix("the ") for w in told))
    long = len(wants) > MOST or any(len(w.split()) > LONGEST_THING or _CUT.search(w) for w in wants)
    if not given or long or not all(map(_WHOLE.match, others)):
        return ""
    blanks = [desk.scene.blank(w, owner=False) for w in wants]
    if len(blanks) == 1:
        return desk.scene.say("amend", "states", blanks=blanks[0])
    return desk.scene.say("amend", "states_all", blanks=f"{'; '.join(blanks[:-1])}; and {blanks[-1]}")


_CUT = re.compile(r" (?:if|and|or|how|when|of|to)$")
MOST, LONGEST_THING = 6, 24
"""Things, and words of one, that blanks can ask for without saying the request over again."""


def _series(blanks: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(blanks[:-1]), *blanks[-1:])))


def _values(task: Task, voice: Voice) -> list[str]:
    """The values that the request asks for, each with what “and” joins to its end, and the things listed with them."""
    asked_ = replace(task.request, object=_EXAMPLES.split(task.request.object)[0])
    things = [turn(t, voice) for whole in single_things(asked_) for t in _NEXT.split(whole)]
    quantified = verb_of(task) == "quantify"
    things = _determined(things)
    values: dict[str, str] = {}
    for thing, after in zip_longest(things, things[1:], fillvalue=""):
        if _ASKED.match(thing) and verb_of(task) != "clarify":
            values[thing] = thing
        if thing != things[0] and (not _THING.match(thing) or _CAUSED.search(things[0])):
            continue
        goes_on = _BARE.fullmatch(after) and not valued(after)
        if value := valued(f"{thing} and {after}" if goes_on else thing, quantified):
            values |= {thing: value, after: ""} if goes_on else {thing: value}
    if not all(t in values or _WHOLE.match(t) for t in things):
        return []
    return [v for t in things if values and (v := values.get(t, t.removeprefix("the ")))]


_WHOLE = re.compile(
    r"(?:the|its|our|his|her|their|each|any|all|an?|these|those|this|whether|how|why|what|when|who|which|where)\b"
    r"(?! [a-z]+ed$)(?!.* of (?:Mr|Ms|Mrs)\. [A-Z]\w+$)"
)
"""How a thing begins that no cut has taken from the middle of a clause."""


def _determined(things: Sequence[str]) -> list[str]:
    """The things, a bare noun back behind what asks how another was arrived at: “how it estimated value and life”."""
    done: list[str] = []
    for thing in things:
        hangs = done and (_ARRIVED.match(done[-1]) or (done[-1].startswith("whether ")))
        if hangs and _BARE.fullmatch(thing):
            done[-1] = f"{done[-1]} and {thing}"
        else:
            done.append(thing)
    return done


_ARRIVED = re.compile(
    r"how (?:[\w'’-]+ )+?(?:estimat|determin|calculat|valu|measur|comput|deriv)\w+ (?:the|its|our) "
)


_EXAMPLES = re.compile(r",? (?:including|such as|for example)\b| and, if (?:so|not),")
_NEXT = re.compile(r", (?=(?:the|its|our|any) )")
_ASKED = re.compile(r"(?:whether|how (?:long|many|much))\b")
"""A question that a few words answer."""
_CAUSED = re.compile(r"\b(?:due|attributable|owing) to\b")
_THING = re.compile(r"(?:the|its|our|any|each|an?)\b")
"""How a thing begins that is no further noun of the one before: not “assumptions about growth, margin and losses”."""
_BARE = re.compile(r"(?:the|its|our|any) [\w'-]+(?: [\w'-]+)?")
_GIVES = _STATES | {"quantify", "include", "provide", "give", "present", "show", "identify"}
"""Verbs after which the filing says what only the client knows."""
_TELLS = _GIVES | {"describe", "discuss", "explain", "name"}
"""The same, and those of what is told at length."""


def _first(desk: Desk, task: Task, things: str, parts: dict[str, str]) -> str:
    """The first change: of the text that the staff names, or of a document that the change is made to."""
    cover = "cover page" in parts["page"]
    if (made := _REWRITTEN.fullmatch(things)) and not (cover and "cover page" in made["what"]):
        what = made["what"] if not _GENERAL.fullmatch(made["what"]) else "the disclosure"
        rest, verb = made["rest"] or "", _REWRITES[made["verb"]]
    else:
        named = revised_text(task, desk.scene.voice)
        what = named if named and not (cover and "cover page" in named) else "the disclosure"
        rest, verb = f" {things}", "revised"
    return desk.say("amend", "text", verb=verb, what=what, rest=rest, **parts)


_REWRITTEN = re.compile(
    r"to (?P<verb>revise|expand|amend|update|modify|correct|conform) (?P<what>(?:its|our|the|each) .+?)"
    r"(?: (?:on|at) pages? [\w, -]*\d)?(?P<rest> (?:(?:in order )?(?:not )?to|so that|so it|so as (?:not )?to|by) .+)?",
    re.S,
)
_GENERAL = re.compile(r"(?:its|our|the) (?:disclosures?|filing|document|prospectus|registration statement)")


def to_do(desk: Desk, task: Task, known: bool = True) -> str:
    """The change as an infinitive: “to state the amounts and sources”. Whether the company is `known` from before."""
    verb, thing = done(task, _HERE_AND.sub("", _said(desk, task, known)))
    return (
        thing
        if thing.startswith(("so that ", "so as ", "in order ", "not to "))
        else f"to {done_to(verb, thing)}"
    )


_HERE_AND = re.compile(r",? here,? (?:and|as well as) (?:also )?(?:in|under|on) (?:the|its|our) [^.;:,]+$")
"""The places behind what is changed, which the pages say: “, here and in the summary of the offering”."""


def _also(desk: Desk, task: Task) -> str:
    """A further change: what the revised disclosure also says, or what the company has also done to a document."""
    doing = to_do(desk, task).removeprefix("to ")
    verb, _, rest = doing.partition(" ")
    if verb in _REWRITES:
        return desk.scene.say("amend", "also_done", done=f"{_REWRITES[verb]} {rest}")
    said = to_do(desk, task, known=desk.scene.voice.plural).removeprefix("to ")
    return desk.scene.say("amend", "also", done=_third(said))


_REWRITES = {
    "revise": "revised", "amend": "amended", "expand": "expanded", "update": "updated", "correct": "corrected",
    "modify": "modified", "make": "made", "conform": "conformed", "remove": "removed", "delete": "deleted",
    "reconcile": "reconciled", "recharacterize": "recharacterized", "eliminate": "eliminated", "add": "added",
}  # fmt: skip
"""What is done to a document and not said by it, with its participle."""


def _said(desk: Desk, task: Task, known: bool = True) -> str:
    """What the request wants in the person of the letter, with the "that" of a statement, or what the notes state."""
    if statement := _statement(desk, task):
        return f"that {kept_small(desk, statement.text).rstrip('.')}"
    thing = turn(resolved(desk, task), desk.scene.voice, known)
    if (listed := _LISTED.search(thing)) and f"{listed['what']}:" in desk.plan.comment.text:
        thing = f"{thing[: listed.start()]}the {listed['what']} that {desk.scene.staff} identifies"
    return f"that {thing}" if says_that(task.request) and not re.match(r"that\b", thing) else thing


_LISTED = re.compile(r"\bthe following (?P<what>\w+s)$")
"""What a list of the comment spells out: “the basis for the following statements:”."""


def _third(verb: str) -> str:
    """The verb of a phrase in the third person: “begin with” -> “begins with”, “quantify or explain”."""
    adverb = re.match(r"(?:more )?[a-z]+ly (?=[a-z])", verb)
    first, _, rest = verb.removeprefix(adverb[0] if adverb else "").partition(" ")
    both = re.sub(r"^(or|and) (\w+)", lambda m: f"{m[1]} {third_person(m[2])}", rest)
    comma = "," if first.endswith(",") else ""
    return f"{adverb[0] if adverb else ''}{third_person(first.rstrip(','))}{comma} {both}".strip()
