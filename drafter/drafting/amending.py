"""What is changed now: revised pages of an amendment, amended reports, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.clauses import MATTER, asked, bare, topic
from drafter.drafting.desk import (
    Desk,
    follows_question,
    indices,
    regarding,
    resolved,
    sources,
    under_condition,
    verb_of,
    whether,
)
from drafter.drafting.dues import Target, spoken
from drafter.drafting.notes import Use
from drafter.drafting.places import BLANK, joined, pages_in, place_only
from drafter.drafting.plan import Task, stated, stems
from drafter.drafting.prose import running
from drafter.drafting.telling import told_text
from drafter.drafting.turning import turn

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
    said = stems(" ".join(t.text for t in told))
    undecided = [t for t in group if t.condition and not stems(t.condition) & said]
    certain = [t for t in group if t not in undecided]
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
    for task in undecided:
        first = scene.say("condition", "first", blank=scene.blank(whether(task.condition, scene)))
        lead = "" if follows_question(plan, task) else f"{first} "
        yield Passage(
            f"{lead}{under_condition(task.condition, scene)}, "
            f"{scene.voice.noun} will {verb_of(task)} {turn(resolved(desk, task), scene.voice, known=True)} "
            f"on {page} of {amendment}.",
            ("comment",),
            (task.index,),
        )


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
        thing = turn(resolved(desk, task), desk.scene.voice, known=True)
        that = "that " if re.match(r"that\b", task.request.object) and not thing.startswith("that ") else ""
        again = verb_of(task) == "revise" and " to " in thing
        if _CONFORMING.match(thing):
            said.append(desk.scene.say("amend", "conforming", **parts))
        elif (
            verb_of(task) == "consider" or len(thing.split()) > LONG or asked(task.request) == MATTER or again
        ):
            said += [desk.say("amend", "requested", **parts)] if not said else []
        elif not said:
            said.append(desk.say("amend", "revised", verb=verb_of(task), thing=that + thing, **parts))
        else:
            said.append(desk.scene.say("amend", "also", verb=verb_of(task), thing=that + thing))
    return " ".join(said)


_FORM = re.compile(r"\bForms? (?P<form>10-[KQ]|20-F|40-F|8-K)\b")


_CONSISTS = re.compile(r"\bconsist\w* of (?P<thing>[^.]+)")


_INCLUDING = re.compile(r"\bto (?:include|provide|disclose|add|state) (?P<thing>[^.;]+)")
_FILES = re.compile(
    r"\bfile (?P<thing>(?:an?|the|your) (?:revised|amended|updated|corrected|signed|complete|full)\b[^.;]+)"
)
_WITH = re.compile(r"\bwith (?P<thing>(?!(?:respect|regard|reference|us)\b|[A-Z])[^.;]+)")


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
    told = [t for task in group for t in stated(task)]
    filed = next((t for t in told if _FILED.search(t.text)), None)
    if filed:
        texts[0], given = _as_filed(texts[0], filed.text)
        texts += [desk.scene.say("amend", "contents", thing=given)] if given else []
        told.remove(filed)
    if consists := _CONSISTS.search(plan.comment.text):
        texts.append(desk.scene.say("amend", "contents", thing=turn(bare(consists["thing"]), scene.voice)))
    joined = _FILES.search(said) or _WITH.search(said)
    if joined and not re.search(r"\b(?:by|with) (?:the )?qualified person\b", joined.group(0)):
        texts.append(desk.scene.say("amend", "conform", thing=turn(bare(joined["thing"]), scene.voice)))
    if len(texts) == 1:
        included = _INCLUDING.search(said) or _FILES.search(said)
        what = turn(bare(included["thing"]), scene.voice) if included else ""
        content = scene.blank(
            "content of the amendment (full item or abbreviated), explanatory note, certifications"
        )
        texts += [scene.say("amend", "conform", thing=what)] if what else []
        texts.append(scene.say("amend", "contents", thing=content))
    yield Passage(
        " ".join([*texts, running(told)]).strip(),
        sources([*told, *([filed] if filed else [])], "comment", "matter"),
        indices(group),
    )


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


def file(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Exhibits to be filed."""
    plan, scene = desk.plan, desk.scene
    for task in group:
        thing = re.sub(
            r"\s+(?:as (?:an )?exhibits?|with (?:its|our|the) next (?:amendment|filing))\b.*$",
            "",
            turn(resolved(desk, task), scene.voice, known=True),
        )
        thing = (
            resolved(desk, replace(task, request=replace(task.request, object=thing)))
            if thing == "them"
            else thing
        )
        thing = "the document named in the comment" if thing in {"the exhibit", "an exhibit"} else thing
        several = re.search(r"\b(?:exhibits|agreements|opinions|consents|contracts)\b", thing)
        now = "exhibits_now" if several else "exhibit_now"
        frame = now if plan.place.target is Target.REGISTRATION else "exhibit"
        text = desk.say(
            "amend",
            frame,
            thing=thing,
            due=plan.place.due,
            amendment=plan.place.amendment,
            exhibit="as Exhibit [●: exhibit number]",
        )
        told = stated(task)
        if any(re.search(r"\b(?:fil\w+|exhibits?)\b", t.text, re.I) for t in told):
            yield Passage(told_text(desk, told), sources(told, "comment", "matter"), (task.index,))
            continue
        yield Passage(f"{text} {running(told)}".strip(), sources(told, "comment", "matter"), (task.index,))
