"""What is changed now: revised pages of an amendment, amended reports, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Filing, Passage
from drafter.drafting.awaiting import open_condition, undecided
from drafter.drafting.clauses import ASKING, MATTER, asked, bare, topic
from drafter.drafting.days import spelled
from drafter.drafting.desk import (
    Desk,
    indices,
    open_blanks,
    regarding,
    resolved,
    sources,
    verb_of,
)
from drafter.drafting.dues import Target, spoken
from drafter.drafting.notes import Told, Use
from drafter.drafting.places import BLANK, joined, pages_in, place_only
from drafter.drafting.plan import Task, Treat, stated
from drafter.drafting.prose import running
from drafter.drafting.turning import third_person, turn
from drafter.drafting.verbs import is_clause

FEW = 2
"""Requests; more of them are taken point by point."""
LONG = 34
"""Words; what is longer is not said over again."""


def revise(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What the amendment filed with the letter has changed, by page."""
    plan, scene = desk.plan, desk.scene
    told = [t for task in group for t in stated(task)]
    page, amendment = _page(desk, group), plan.place.amendment
    told = [t for t in told if not place_only(t.said) and not _SAID_ALREADY.match(t.text)]
    waiting = undecided(group)
    certain = [t for t in group if t not in waiting]
    if certain:
        frame = "revised" if len(certain) <= FEW else "revised_many"
        text = (
            _revised(desk, certain, page)
            if frame == "revised"
            else desk.say("amend", frame, page=page, amendment=amendment)
        )
        yield Passage(
            regarding(text, plan, certain) if frame == "revised" else text,
            ("comment", "matter"),
            indices(certain),
        )
        for task in certain if frame == "revised_many" else ():
            end = "." if task is certain[-1] else ";"
            thing = turn(resolved(desk, task), scene.voice, known=True)
            yield Passage(f"• to {verb_of(task)} {thing}{end}", ("comment",), (task.index,))
    if told:
        name = topic(turn(resolved(desk, certain[0]), scene.voice, known=True)) if certain else ""
        yield Passage(running(told, name), sources(told), indices(group))
    for task in waiting:
        yield open_condition(desk, [task])


STATEMENT = "the statement on which the Staff comments"


def withdraw(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Words taken out instead of explained, with what the notes say stands there now."""
    told = [t for task in group for t in stated(task) if not place_only(t.said)]
    thing = STATEMENT.replace("the Staff", desk.scene.staff)
    if desk.plan.place.target is Target.REGISTRATION:
        page = _page(desk, group)
        text = desk.say("amend", "withdrawn", thing=thing, page=page, amendment=desk.plan.place.amendment)
    else:
        text = desk.say("undertake", "withdrawn", thing=thing, due=desk.plan.place.due)
    yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", "matter"), indices(group))


_SAID_ALREADY = re.compile(
    r"(?:The [A-Z]\w+|We) (?:has|have) (?:removed|deleted|added|revised|included|corrected|made) "
    r"(?:it|them|this|that|the (?:change|sentence|statement|adjustment|disclosure))\.$"
)
"""A note that says no more than that the words were changed."""
_CONFORMING = re.compile(
    r"(?:any )?(?:corresponding|conforming|similar|appropriate|consistent) (?:revisions?|changes?)\b"
)


def _page(desk: Desk, group: Sequence[Task]) -> str:
    """The pages that the notes give for these requests, else for the comment, else a blank for them."""
    near = [t.said for task in group for t in task.told] or [t.said for t in desk.plan.loose]
    every = [t.said for t in desk.plan.told if t.use is not Use.HELD]
    for said in (near, every):
        places = [p for t in said if place_only(t) and (p := pages_in(t))]
        if found := joined(places) or next((p for t in said if (p := pages_in(t))), ""):
            return found
    return BLANK


def _revised(desk: Desk, certain: Sequence[Task], page: str) -> str:
    """That the pages are revised and what to do, one sentence a request."""
    parts = {"page": page, "amendment": desk.plan.place.amendment}
    said: list[str] = []
    for task in certain:
        thing = _said(desk, task)
        again = verb_of(task) == "revise" and " to " in thing
        if _CONFORMING.match(thing):
            said.append(desk.scene.say("amend", "conforming", **parts))
        elif (
            verb_of(task) == "consider" or len(thing.split()) > LONG or asked(task.request) == MATTER or again
        ):
            said += [desk.say("amend", "requested", **parts)] if not said else []
        elif not said:
            said.append(desk.say("amend", "revised", verb=verb_of(task), thing=thing, **parts))
        else:
            said.append(desk.scene.say("amend", "also", verb=_third(verb_of(task)), thing=thing))
    return " ".join(said)


def _said(desk: Desk, task: Task) -> str:
    """What the request wants in the person of the letter, with the "that" of a statement."""
    thing = turn(resolved(desk, task), desk.scene.voice, known=True)
    that = re.match(r"(?P<manner>[a-z]+ly )?that\b", task.request.object)
    if that is None or thing.startswith("that "):
        return thing
    return f"{that['manner'] or ''}that {thing}"


def _third(verb: str) -> str:
    """The verb of a phrase in the third person: “begin with” -> “begins with”, “quantify or explain”."""
    first, _, rest = verb.partition(" ")
    both = re.sub(r"^or (\w+)", lambda m: f"or {third_person(m[1])}", rest)
    return f"{third_person(first)} {both}".strip()


_FORM = re.compile(r"\bForms? (?P<form>10-[KQ]|20-F|40-F|8-K)\b")


_CONSISTS = re.compile(r"\bconsist\w* of (?P<thing>[^.]+)")


_INCLUDING = re.compile(
    r"\bto (?:include|provide|disclose|add|state|describe|discuss|identify|quantify|explain) (?P<thing>[^.;]+)"
)
_FILES = re.compile(
    r"\bfile (?P<thing>(?:an?|the|your) (?:revised|amended|updated|corrected|signed|complete|full)\b[^.;]+)"
)
_WITH = re.compile(
    r"(?<!disagreements )(?<!accordance )(?<!consistent )(?<!comply )"
    r"\bwith (?P<thing>(?!(?:respect|regard|reference|us)\b|[A-Z])[^.;]+)"
)


def amend(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """The amendment of a filed report: form, period, content, date."""
    plan, scene = desk.plan, desk.scene
    if any(t.treat is Treat.AMEND and t.index < group[0].index for t in plan.tasks):
        yield _also_amended(desk, group)
        return
    said = " ".join(t.request.text for t in group)
    told = [t for task in group for t in stated(task)]
    with_letter = next((t for t in told if _WITH_LETTER.search(t.said)), None)
    texts = [_announced(desk, group, bool(with_letter))]
    if with_letter and _ONLY_WITH_LETTER.search(with_letter.said):
        told.remove(with_letter)
    filed = next((t for t in told if _FILED.search(t.text)), None)
    if filed:
        texts[0], holds = _as_filed(texts[0], filed.text)
        texts += [scene.say("amend", "contents", thing=holds)] if holds else []
        told.remove(filed)
    if consists := _CONSISTS.search(plan.comment.text):
        texts.append(scene.say("amend", "contents", thing=turn(bare(consists["thing"]), scene.voice)))
    joined = _FILES.search(said) or _WITH.search(said)
    if joined and not re.search(r"\b(?:by|with) (?:the )?qualified person\b", joined.group(0)):
        texts.append(scene.say("amend", "conform", thing=turn(bare(joined["thing"]), scene.voice)))
    told = [t for t in told if not (_DAY_OF_FILING.match(t.said) or _AMENDS_ONLY.match(t.said))]
    given = next((t for t in told if _held(t)), None)
    if given and len(texts) == 1:
        texts.append(scene.say("amend", "contents", thing=_held(given)))
        told = _without_contents(told, given)
    texts += _contents(desk, said, bool(with_letter or told)) if len(texts) == 1 else []
    yield Passage(
        " ".join([*texts, running(told)]).strip(),
        sources([*told, *([filed] if filed else [])], "comment", "matter"),
        indices(group),
    )
    waiting = [t for task in group for t in task.told if not _PLANNED.search(t.said)]
    if opens := open_blanks(waiting):
        yield Passage(opens, ("comment",), indices(group))


def _also_amended(desk: Desk, group: Sequence[Task]) -> Passage:
    """What the amendment that is announced already is asked to hold as well: the facts, else a promise."""
    told = [t for task in group for t in stated(task)]
    things = " and ".join(f"{verb_of(t)} {_said(desk, t)}" for t in group)
    text = running(told) or desk.say("amend", "as_well", things=things)
    opens = open_blanks([t for task in group for t in task.told if not _PLANNED.search(t.said)])
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
    r"\b(?:Amendment No\. ?\d+|/A)\b[^.;]*?\b(?:will (?:contain|consist of|include|hold)|contains|with|containing|"
    r"including) (?P<what>(?!(?:this|the|our) (?:letter|response)\b)(?:[^.;]|\.(?=\d))+)\.?$"
)
"""“Amendment No. 1 will contain the whole of Item 9A and new certifications.”"""
_AFTER_FORM = re.compile(
    r"\b(?:10-[KQ]|20-F|8-K)/A(?: No\. ?\d+)?[,:] (?P<what>(?:Items?|[Ff]ull|[Cc]omplete|[Cc]over)\b[^.;]*)\.?$"
)
"""“10-K/A No. 1, Item 2 only, certs.”"""
_FORM_TAIL = re.compile(r"[.:;,]? (?:[Tt]he )?[Ff]orm (?:10-[KQ]|20-F|8-K)/A(?: No\. ?\d+)?[,:] .*$")


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
    plan, matter = desk.plan, desk.scene.matter
    said = " ".join(t.request.text for t in group)
    form = (
        _FORM.search(said) or _FORM.search(" ".join(plan.comment.heading)) or _FORM.search(plan.comment.text)
    )
    filings = matter.filings
    filing = next(
        (f for f in filings if form and f.form == form["form"]), filings[0] if filings and not form else None
    )
    name = form["form"] if form else (filing.form if filing else "[●: form]")
    number = re.search(r"\d+", dict(matter.amendment).get("name", ""))
    return desk.say(
        "amend",
        "file_now" if with_letter else "file",
        number=number.group(0) if number else "1",
        form=name,
        period=_of_period(name, filing),
        date=f"[●: filing date of the amendment{_planned(group)}]",
    )


def _of_period(name: str, filing: Filing | None) -> str:
    """The period of the report, or the day of filing of a report on an event, behind its form."""
    if filing and filing.period:
        return f" for the {'fiscal year' if 'Q' not in name else 'quarterly period'} ended {spoken(filing.period)}"
    return f" filed on {spoken(filing.filed)}" if filing and filing.filed and name == "8-K" else ""


def _contents(desk: Desk, said: str, given: bool) -> list[str]:
    """What the amendment will have in it: what the staff asks for, and a blank for the rest that nobody gave."""
    scene = desk.scene
    included = _INCLUDING.search(said) or _FILES.search(said)
    what = turn(bare(included["thing"]), scene.voice) if included else ""
    what = "" if re.fullmatch(r"it|them|this|these|so", what) else what
    texts = [scene.say("amend", "state" if ASKING.match(what) else "conform", thing=what)] if what else []
    if given and desk.plan.place.target is Target.CURRENT:
        return texts
    content = scene.blank(
        "content of the amendment (full item or abbreviated), explanatory note, certifications"
    )
    return [*texts, scene.say("amend", "contents", thing=content)]


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
    r"\b(?:planned|targeted|target|scheduled|expected|aim(?:ing)?|fil(?:ed|ing|e))\b[^.;]*?\b(?:for|by|on|of) "
    r"(?P<when>(?:the )?week of [^-.;,]+|"
    r"(?:early |mid-|late )?(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?(?:, \d{4})?)"
)


_DAY_OF_FILING = re.compile(
    r"^(?:the )?(?:file|filing) date (?:depends on (?P<what>[^,;.–-]+)|(?:is |still )*(?:open|unknown|not set|tbd))",
    re.I,
)


def _planned(group: Sequence[Task]) -> str:
    """What the notes propose for the day of filing, to be confirmed; "" for nothing."""
    unsure = [t.said for task in group for t in task.told if t.use in {Use.CONFIRM, Use.OPEN}]
    found = next((m for said in unsure if (m := _PLANNED.search(said))), None)
    if found is None:
        depends = next((m for t in group for s in t.told if (m := _DAY_OF_FILING.match(s.text))), None)
        return f", which depends on {depends['what']}" if depends and depends["what"] else ""
    return f"; proposed: {spelled(found['when'].strip())}, to be confirmed"


_FILED = re.compile(
    r"\b(?:10-[KQ]|20-F|40-F|[Aa]mendment)(?:/A)?\b.*\bfiled?\b.*?\b(?P<when>(?:by|on or about|on|before|in) "
    r"(?:[A-Z][a-z]+ (?:\d{1,2}, )?\d{4}|[A-Z][a-z]+ \d{1,2}\b))(?:,? (?:with|containing|including) (?P<what>[^.;]+))?"
)
"""A note that says when the amendment will be filed, and with what."""


def _as_filed(headline: str, note: str) -> tuple[str, str]:
    """The headline with the note's day in place of the blank, and the contents that the note gives."""
    found = _FILED.search(note)
    when, what = (found["when"], found["what"] or "") if found else ("", "")
    return headline.replace("on or about [●: filing date of the amendment]", when), what
