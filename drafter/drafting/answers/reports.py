"""Amendments of filed reports: form, number, day, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from drafter.authorities import authorities
from drafter.business_days import spoken
from drafter.domain import Filing, MatterFile, Passage
from drafter.drafting.answers.papers import paper_meant
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clauses import SAID_VERB, asked, bare
from drafter.drafting.language.days import MONTHS, spelled
from drafter.drafting.language.together import together
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import base_form, turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.places import exhibits_in, listed, numbers_of
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import Plan, Task, Treat, stated
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.awaiting import awaits, behind, case, question, under
from drafter.drafting.sentences.desk import (
    Desk,
    authority_of,
    indices,
    open_blanks,
    regarding,
    resolved,
    sources,
    under_condition,
    verb_of,
)
from drafter.templates import load_table

_FORM = re.compile(r"\b(?P<form>10-[KQ]|20-F|40-F|8-K)\b")


_CONSISTS = re.compile(r"\bconsist\w* of (?P<thing>[^.]+)")
_ASKED = (
    re.compile(
        r"\b(?P<verb>file|submit|include|provide) (?P<thing>(?:(?!\b(?:file|amend\w*)\b)[^.;])+?),? "
        r"(?:with|in|to|by|by way of) (?:an|your|the) (?:[\w-]+ )?amend[a-z]+",
        re.I,
    ),
    re.compile(
        r"\b[Aa]mend[a-z]*\b[^.;]*? "
        r"(?:(?:to|that|which) (?P<verb>[a-z]+)(?:, (?:if [^,.;]+|(?P<aside>[a-z][^,.;]{2,40})),)?|with(?! [A-Z])) "
        r"(?P<thing>(?!(?:respect|regard|reference|us)\b)[^.;]+)"
    ),
    re.compile(
        r"\b(?P<verb>file) (?P<thing>(?:an?|the|your) (?:revised|amended|updated|corrected|signed|complete|full)\b"
        r"(?! (?:Form|amendment|filing|report|registration|annual|quarterly|current)\b)[^.;]+)"
    ),
)
"""“File it with an amendment”, “amend your Form 10-K to include ...”, “file a revised ...”, “an amendment with ...”."""


def amend(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The amendment of a filed report: form, period, content, date."""
    scene = desk.scene
    if otherwise := _otherwise(desk, group):
        yield otherwise(desk, group)
        return
    said = " ".join(t.request.text for t in group)
    told = [t for task in group for t in stated(task)]
    with_letter = next((t for t in told if _WITH_LETTER.search(t.said)), None)
    texts = [_announced(desk, group, bool(with_letter))]
    if with_letter and _ONLY_WITH_LETTER.search(with_letter.said):
        told.remove(with_letter)
    filed = next((t for t in told if _FILED.search(t.text)), None)
    if filed:
        texts[0], holds = _as_filed(texts[0], filed)
        texts += [scene.say("amend", "contents", thing=holds)] if holds else []
        told.remove(filed)
    texts += _as_the_staff_says(desk, said)
    told = [t for t in told if not (_DAY_OF_FILING.match(t.said) or _AMENDS_ONLY.match(t.said))]
    given = next((t for t in told if _held(t)), None)
    if given and len(texts) == 1:
        texts.append(scene.say("amend", "contents", thing=_BY_DAY.sub("", _held(given))))
        told = _without_contents(told, given)
    comes = any(_COMES_WITH.search(t.text) for t in told)
    texts += _contents(desk, group, bool(with_letter or told)) if len(texts) == 1 and not comes else []
    yield Passage(
        " ".join([*texts, running(told)]).strip(),
        sources([*told, *([filed] if filed else [])], "comment", "matter"),
        indices(group),
    )
    waiting = [
        t for task in group for t in task.told if not (_day_of(t.said) or _DAY_OF_FILING.match(t.said))
    ]
    if opens := open_blanks(waiting):
        yield Passage(opens, ("comment",), indices(group))


def _otherwise(desk: Desk, group: Sequence[Task]) -> Callable[[Desk, Sequence[Task]], Passage] | None:
    """What is written in place of an announcement: under a condition that failed or is open, or of a second time."""
    if any(t.treat is Treat.AMEND and not t.condition for t in desk.plan.tasks[: group[0].index]):
        return _also_amended
    return _if_so if awaits(desk.plan, group, first=not desk.written) else None


def _if_so(desk: Desk, group: Sequence[Task]) -> Passage:
    """What is amended where a condition is met that is still open, behind its blank."""
    opens = under_condition(group[0].condition, desk.scene)
    first = _announced(replace(desk, written=max(desk.written, 1)), group, with_letter=False)
    says = any(form.search(group[0].request.text) for form in _ASKED)
    things = _included(desk, group[0], given=False) if says else ""
    holds = desk.scene.say("amend", "does", things=things) if things else ""
    text = f"{question(desk, group)} {opens}, {lowered(first)} {holds}"
    return Passage(text.strip(), ("comment", "matter"), indices(group))


def _as_the_staff_says(desk: Desk, said: str) -> Iterator[str]:
    """What the amendment will hold in the staff's own words, a sentence for each."""
    scene = desk.scene
    if consists := _CONSISTS.search(desk.plan.comment.text):
        yield scene.say("amend", "contents", thing=turn(bare(consists["thing"]), scene.voice))
    if revised := _HAVE_REVISED.search(said):
        numbers = [n for t in desk.plan.told if t.use is not Use.HELD for n in exhibits_in(t.said)]
        number = numbers[0] if numbers else "[●: exhibit number]"
        whose = turn(revised["who"], scene.voice, known=True)
        yield scene.say("amend", "as_revised", number=number, thing=revised["what"], whose=whose)
        yield scene.say("amend", "contents", thing=_held_by_rule(desk, "exhibit"))


def _also_amended(desk: Desk, group: Sequence[Task]) -> Passage:
    """What the amendment that is announced already is asked to hold as well: the facts, else a promise."""
    told = [t for task in group for t in stated(task)]
    voice = desk.scene.voice
    things = " and ".join(f"{verb_of(t)} {turn(resolved(desk, t), voice, known=True)}" for t in group)
    text = running(told) or desk.say("amend", "as_well", things=things)
    if group[0].condition and not told:
        return Passage(behind(desk, group, under(case(desk, group[0]), text)), ("comment",), indices(group))
    opens = open_blanks([t for task in group for t in task.told if not _day_of(t.said)])
    return Passage(f"{text} {opens}".strip(), sources(told, "comment"), indices(group))


def _begun(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() and not text.startswith("Item") else text


_HOLDS = re.compile(
    r"\bcert(?:ification)?s?\b|\bfull (?:[Ii]tem|document|report)|\bexplanatory note\b|\babbreviated\b"
)
"""A note that says what the amendment holds: “Full Item 15 and new certifications.”"""


def _without_contents(told: Sequence[Told], given: Told) -> list[Told]:
    """The sentences without what the amendment holds, which stands before them."""
    after = _AFTER_FORM.search(given.said) and not _CONTAINS.search(given.text)
    left = _FORM_TAIL.sub(".", given.text) if after else ""
    kept = [replace(given, text=left)] if len(left.split()) > 2 else []
    return [k for t in told for k in (kept if t is given else [t])]


_AMENDS_ONLY = re.compile(r"^(?:will|we will|they will|to) amend\.?$|^agreed\b.{0,3}$", re.I)
_INSTEAD = re.compile(
    r"/A\b[^-–:;]*(?:\bnot|n[’']t) (?:needed|necessary|required)\s*(?:--|[-–:;])\s*(?P<what>.+)$", re.I
)
"""“20-F/A with the full document isn't needed - certifications, cover, explanatory note.”"""


_CONTAINS = re.compile(
    r"\b(?:Amendment No\. ?\d+|/A)\b[^.;]*?\b(?:will have|with|containing|including|"
    r"(?:will )?(?:contains?|consists? of|includes?|holds?|carr(?:y|ies))) "
    r"(?P<what>(?!(?:this|the|our) (?:letter|response)\b)(?:[^.;]|\.(?=\d))+?)"
    r"(?: (?:is|are|was|were|will be|goes|to be|(?:has|have) been) (?:being )?(?:filed|furnished|submitted)\b"
    r"(?:[^.;]|\.(?=\d))*)?\.?$"
)
"""“Amendment No. 1 will contain the whole of Item 9A and new certifications.”"""
_AFTER_FORM = re.compile(
    r"\b(?:10-[KQ]|20-F|8-K)/A(?: No\. ?\d+)?[,:] (?P<what>(?:Items?|[Ff]ull|[Cc]omplete|[Cc]over)\b[^.;]*)\.?$"
)
"""“10-K/A No. 1, Item 2 only, certs.”"""
_FORM_TAIL = re.compile(
    r"(?:\b(?:The [A-Z]\w+|We) will (?:file|submit|make)|[.:;,])?(?: (?:the|an?|its|our))? ?[Ff]orm "
    r"(?:10-[KQ]|20-F|8-K)/A(?: No\. ?\d+)?[,:] .*$",
    re.I,
)


_COMES_WITH = re.compile(r"\bin (?:the )?[Aa]mendment(?: No\. ?\d+)?, (?:together )?with\b")
"""“It will be included in Amendment No. 1, with the complete Item 8.”"""


_UNSURE = frozenset({Use.CONFIRM, Use.OPEN})


def on_the_amendment(plan: Plan) -> Plan:
    """The plan, what the notes say of the amendment and its day under the request that it meets."""
    first = next((t for t in plan.tasks if t.treat is Treat.AMEND), None)
    every = [*plan.loose, *(n for t in plan.tasks if t is not first for n in t.told)]
    mine = [n for n in every if _ON_IT.search(n.text) or (n.use in _UNSURE and _day_of(n.said))]
    if first is None or not mine:
        return plan
    put = [replace(n, text=_DONE_IN.sub(r"\g<deed> that amendment", n.text)) for n in mine]
    tasks = (replace(t, told=tuple(n for n in t.told if t is first or n not in mine)) for t in plan.tasks)
    return replace(
        plan,
        tasks=tuple(replace(t, told=(*t.told, *put)) if t.index == first.index else t for t in tasks),
        loose=tuple(n for n in plan.loose if n not in mine),
    )


_DONE_IN = re.compile(
    r"(?P<deed>\bwill [^.;]+? (?:in|with|by)) (?:an? |the )?(?:Amendment No\. ?\d+|Form [\w-]+/A)(?=[,.]|$)"
)
"""“The Company will mark the box in an Amendment No. 2.”"""
_ON_IT = re.compile(f"{_CONTAINS.pattern}|{_DONE_IN.pattern}")


def _held(told: Told) -> str:
    """What a note says that the amendment holds, "" where it says nothing of it."""
    if found := _INSTEAD.search(told.said):
        return re.sub(r" [+&] ", " and ", found["what"]).rstrip(" .")
    if found := _CONTAINS.search(told.text):
        return found["what"].rstrip(" .")
    if found := _AFTER_FORM.search(told.said):
        return _begun(re.sub(r"\bcerts\b", "certifications", found["what"]))
    return _begun(told.text).rstrip(".") if _HOLDS.search(told.said) and not is_clause(told.text) else ""


def _announced(desk: Desk, group: Sequence[Task], with_letter: bool) -> str:
    """The sentence that announces the amendment, with its number, form and day."""
    matter, name = desk.scene.matter, form_of(desk, group)
    filing = next((f for f in matter.filings if f.form.removesuffix("/A") == name), None)
    return desk.say(
        "amend",
        "file_now" if with_letter else "file",
        number=number_of(desk.plan, matter, name),
        form=name,
        period=_of_period(name, filing),
        date=f"[●: filing date of the amendment{_planned(group)}]",
    )


def form_of(desk: Desk, group: Sequence[Task]) -> str:
    """The form that is amended, as the requests, the heading, the comment or else the matter names it."""
    named = "\n".join([*(t.request.text for t in group), *desk.plan.comment.heading, desk.plan.comment.text])
    if found := _FORM.search(named):
        return found["form"]
    if desk.plan.place.target is Target.PROXY:
        return "10-K"
    filings = desk.scene.matter.filings
    return filings[0].form.removesuffix("/A") if filings else "[●: form]"


_NUMBERED = re.compile(r"\bAmendment No\. ?(\d+)", re.I)


def number_of(plan: Plan, matter: MatterFile, form: str = "") -> str:
    """The number of the amendment: as given, else the next after one under review, whose own may be a blank."""
    reviewed = " ".join([*plan.comment.heading, *(f.form for f in matter.filings)])
    last = max(map(int, _NUMBERED.findall(reviewed)), default=0)
    said = [dict(matter.amendment).get("name", ""), *(n.said for n in plan.told if n.use is not Use.HELD)]
    later = [n for n in _NUMBERED.findall(" ".join(said)) if int(n) > last]
    if f"{form}/A" in reviewed and not (last or later):
        return "[●: amendment number]"
    return later[0] if later else str(last + 1)


def _of_period(name: str, filing: Filing | None) -> str:
    """The period of the report, or the day of filing of a report on an event, behind its form."""
    if filing and filing.period:
        return f" for the {'fiscal year' if 'Q' not in name else 'quarterly period'} ended {spoken(filing.period)}"
    return f" filed on {spoken(filing.filed)}" if filing and filing.filed and name == "8-K" else ""


def _contents(desk: Desk, group: Sequence[Task], given: bool) -> list[str]:
    """What the amendment will have in it: what the staff asks for, and what the rules have such an amendment hold."""
    scene = desk.scene
    first, voice = _included(desk, group[0], given), scene.voice
    more = [f"{verb_of(t)} {turn(resolved(desk, t), voice, known=True)}" for t in group[1:]]
    things = together([first, *more] if first else more)
    texts = [regarding(scene.say("amend", "does", things=things), desk.plan, group)] if things else []
    event = form_of(desk, group) == "8-K"
    if (given and desk.plan.place.target is Target.CURRENT) or (event and things):
        return texts
    if event:
        content = scene.blank("items and exhibits of the amendment, explanatory note")
        return [scene.say("amend", "contents", thing=content)]
    said = scene.say("amend", "contents", thing=_held_by_rule(desk, things))
    return [*texts, said.replace("The amendment", "It", 1) if texts else said]


def _held_by_rule(desk: Desk, things: str) -> str:
    """What the rules have an amendment hold that is filed for those things, with the Item that the comment names."""
    named = set(_FORM_ITEM.findall(desk.plan.comment.text))
    item = f"Item {named.pop()}" if len(named) == 1 else "each item amended"
    kind = next((k for k in ("certification", "exhibit") if k in things.lower()), "item")
    return desk.scene.say("amend", f"holds_{kind}", item=item)


_FORM_ITEM = re.compile(r"\bItem (1?\d(?:[A-K]\b)?)(?![\d.]|\((?:\w+\)\()*\w+\) of Reg|\(e\))")
"""An Item of a form, and none of a regulation: “Item 9A”, “Item 15(a) of Form 20-F”."""
_HAVE_REVISED = re.compile(
    r"\bhave (?P<who>(?:your|the) [\w ]{3,40}?) (?:revise|amend|update|correct) (?:the|its|their|that) "
    r"(?P<what>[\w ]{3,40}?)(?=(?: and)? (?:file|include)\b|[.,;]| Please|$)"
)
"""“Have your qualified person revise the report.”"""


_PRONOUN = re.compile(
    r"(?:it|them|this|these|that|those|so)(?: [a-z]+)?$|"
    r"whether (?:it|they|this|that) (?:is|are|was|were|has|have|had|does|do|did)\W*$",
    re.I,
)
_MISSING = re.compile(
    r"\b(?:(?:do|does|did|has|have) not|fail(?:s|ed)? to) (?:appear to )?(?:have )?"
    r"(?P<verb>include|provide|contain|disclose|state|identify|name|specify|indicate|describe|say|give)d? "
    r"(?P<thing>(?:[^.;,]|, \d{4})+)|\b(?:omit(?:s|ted)?|without|lacks?) (?P<omitted>(?:[^.;,]|, \d{4})+)|"
    r"\bbut not (?P<untold>(?:when|whether|who|how|why|where)\b[^.;,]+)"
)
"""What a comment finds missing, for which "it" stands in "amend your filing to provide it"."""
_TELLS = frozenset(str.split("state identify name specify indicate say disclose describe explain quantify"))
_FACT = re.compile(
    r"(?:(?!of\b|on\b|that\b)[\w’'-]+ ){0,4}?(?:conclusion|determination|framework|identity)\b"
)
"""What no paper holds and only the client knows."""
_AS_DONE = {"file": "include", "provide": "include", "give": "include", "say": "state"}
"""What an amendment does, by the verb of the request or of what is missing."""
_OR = re.compile(r",? or (?=(?:when|whether|who|how|why|where|the)\b)")
_AND = re.compile(
    rf",? and (?:to )?(?=(?:{SAID_VERB}) (?:the|your|its|any|all|an?|how|why|whether|which|when|management)\b)"
)
"""What joins two things that are asked of one amendment."""
_AS_EXHIBIT = re.compile(r",? (?:as|among) (?:an? |the |your )?exhibits?\b(?: [\d.]*\d)?.*$", re.I)
_BY_ITEM = re.compile(
    r"\b(?:it|this|that|statement|disclosure|information|conclusion|framework|assessment|attestation)\b"
)
"""What the Item that the staff cites for it tells better."""


def _included(desk: Desk, task: Task, given: bool) -> str:
    """What the amendment will do by the request, by the Item that it cites or by what the comment finds missing; a
    fact that nobody gave is a blank; "" where the comment names nothing.
    """
    said, text = task.request.text, desk.plan.comment.text
    asks = next((m for form in _ASKED if (m := form.search(said))), None)
    verb, thing = (base_form((asks["verb"] or "include").lower()), bare(asks["thing"])) if asks else ("", "")
    if asks and asks.re is _ASKED[1] and asks["aside"]:
        thing = f"{thing}, {asks['aside']}"
    files = task.treat is Treat.FILE
    thing = thing or (asked(task.request) if files else "")
    meant = paper_meant(_AS_EXHIBIT.sub("", thing), text)
    numbers = numbers_of(said, desk.plan.comment)
    if _AS_EXHIBIT.search(thing) or (numbers and (files or (asks and asks.re is _ASKED[0]))):
        paper = "the document named in the comment" if _PRONOUN.match(meant) else meant
        number = listed("Exhibit", numbers or ("[●: exhibit number]",))
        return f"include {turn(paper, desk.scene.voice)} as {number}"
    if (not thing or _PRONOUN.match(thing)) and (found := _MISSING.search(text)):
        verb = found["verb"] or ("state" if found["untold"] else "include")
        missing = _OR.sub(" and ", found["thing"] or found["omitted"] or found["untold"])
        thing = re.sub(r"^any ", "", bare(missing))
    elif not thing or _PRONOUN.match(thing):
        return "" if meant == thing else f"include {turn(meant, desk.scene.voice)}"
    called = [] if given else list(_called_for(desk, task))
    parts = [p for p in _AND.split(f"{verb} {thing}") if not (called and _BY_ITEM.search(p))]
    return together([*called, *(_does(desk, part, given) for part in parts)])


def _called_for(desk: Desk, task: Task) -> Iterator[str]:
    """What the amendment will do for each Item of the table that the staff cites for it."""
    cited = authorities(f"{task.request.text} {authority_of(desk.plan, [task])}")
    form = form_of(desk, [task])
    period = next((f.period for f in desk.scene.matter.filings if f.form.removesuffix("/A") == form), None)
    day = spoken(period) if period else "the end of the period covered"
    rows: list[dict[str, str]] = load_table("offline/items.toml")["item"]
    for row in rows:
        if any(c.canonical in row["cited"].split("; ") for c in cited):
            yield row["does"].format(its=desk.scene.voice.possessive, day=day)


def _does(desk: Desk, part: str, given: bool) -> str:
    """One thing that the amendment will do, the fact in it that nobody gave as a blank."""
    verb, _, thing = part.partition(" ")
    thing = re.sub(r"^M(?=anagement\b)", "m", re.sub(r"\b(and|or) to (?=[a-z])", r"\1 ", thing))
    thing = turn(thing, desk.scene.voice)
    fact = ASKING.match(thing) or _FACT.match(thing) or (verb in _TELLS and not thing.startswith("that "))
    if given or not fact:
        return f"{_AS_DONE.get(verb, verb)} {thing}"
    return f"{_AS_DONE.get(verb, verb) if verb in _TELLS else 'state'} {desk.scene.blank(thing)}"


_WITH_LETTER = re.compile(
    r"/A\b[^.;]*\b(?:with (?:the|this|our) (?:letter|response)|concurrently|same day|at the same time|today)\b|"
    r"^(?:filing|filed|goes|going)(?: in| out)?(?: today)? (?:with|together with|concurrently with) (?:the|this|our) "
    r"(?:letter|response)\b",
    re.I,
)
"""“8-K/A goes in with the letter.”"""
_ONLY_WITH_LETTER = re.compile(
    r"^(?:the )?(?:(?:Form )?[\w-]+/A )?(?:is )?(?:goes|going|go|filing|filed|(?:to|will) be filed|will go)"
    r"(?: in| out)? [\w ]+\.?$",
    re.I,
)
_PLANNED = re.compile(
    r"(?:\b(?:planned|targeted|target|scheduled|expected|aim(?:ing)?|fil(?:ed|ing|e))\b|/A\b)(?:[^.;]|\.(?=\d))*?"
    r"\b(?:for|by|on|of) (?P<when>(?:the )?week of [^-.;,]+|"
    r"(?:early |mid-|late )?(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?(?:, \d{4})?)"
)


_WEEK = re.compile(
    r"\b(?P<when>(?:(?:the )?week of |(?<=^Date )|(?<=^date )|(?<=iling date ))[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)"
)
"""“The week of June 8”; “date June 8”, which is to be confirmed."""


def _day_of(said: str) -> re.Match[str] | None:
    """When a note that is still to be confirmed expects the amendment: “Audit says end October”."""
    return _PLANNED.search(said) or _WEEK.search(said) or _SOME_TIME.search(said)


_DAY_OF_FILING = re.compile(
    r"^(?:the )?(?:(?:file|filing) )?date (?:depends on (?P<what>[^,;.–-]+)|"
    r"(?:is |still |has )*(?:open|unknown|not (?:yet )?(?:been )?(?:set|fixed|agreed|settled|decided|known)|tbd|"
    r"to be (?:set|fixed|agreed|settled|decided|confirmed|determined)))",
    re.I,
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_BY_DAY = re.compile(
    rf",? (?:by|on or about|around|about|in) (?P<when>(?:(?:early|mid|late|the end of)[ -])?{_MONTH}"
    r"(?: \d{1,2})?(?:,? \d{4})?)\W*$",
    re.I,
)
"""When an amendment is expected behind what it holds: “full Item 15, new Exhibits 12 and 13, by mid August”."""


_SOME_TIME = re.compile(
    rf"\b(?P<when>(?i:(?:the )?(?:end|middle|beginning) (?:of )?|(?:early|mid|late)[ -]){_MONTH}(?: \d{{4}})?)\W*$"
)
"""A part of a month, at the end of a note on an amendment."""


def _planned(group: Sequence[Task]) -> str:
    """What the notes propose for the day of filing, to be confirmed; "" for nothing."""
    unsure = [t.said for task in group for t in task.told if t.use in {Use.CONFIRM, Use.OPEN}]
    found = next((m for said in unsure if (m := _day_of(said))), None)
    if found is None:
        sure = [t.said for task in group for t in task.told if t.use is Use.STATE and "/A" in t.said]
        found = next((m for said in sure if (m := _BY_DAY.search(said) or _WEEK.search(said))), None)
    if found is None:
        depends = next((m for t in group for s in t.told if (m := _DAY_OF_FILING.match(s.text))), None)
        return f", which depends on {depends['what']}" if depends and depends["what"] else ""
    when = re.sub(rf"^(?!{_MONTH})[A-Z]", lambda m: m[0].lower(), spelled(found["when"].strip()))
    return f"; proposed: {when}, to be confirmed"


_FILED = re.compile(
    r"\b(?:10-[KQ]|20-F|40-F|[Aa]mendment)(?:/A)?\b.*\bfiled?\b.*?\b(?P<when>(?:by|on or about|on|before|in) "
    r"(?:[A-Z][a-z]+ (?:\d{1,2}, )?\d{4}|[A-Z][a-z]+ \d{1,2}\b))(?:,? (?:with|containing|including) (?P<what>[^.;]+))?"
)
"""A note that says when the amendment will be filed, and with what."""


def _as_filed(headline: str, note: Told) -> tuple[str, str]:
    """The headline with the note's day in place of the blank, and the contents that the note gives."""
    found = _FILED.search(note.text)
    when, what = (found["when"], found["what"] or "") if found else ("", "")
    dated = re.sub(r"on or about \[●: filing date of the amendment[^\]]*\]", when, headline)
    return dated, what or _held(note)
