"""Exhibits: what is filed, under which number, with which filing, and what of it is redacted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Passage
from drafter.drafting.answers.papers import is_of_others, paper_meant, with_papers
from drafter.drafting.answers.reports import amend, form_of
from drafter.drafting.language.articles import many
from drafter.drafting.language.turning import turn
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.places import exhibits_in, listed, numbers_of
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.intents import AMENDS, AMENDS_NOT
from drafter.drafting.planning.limbs import GROUND, NOT_FILED, declines, papers_against
from drafter.drafting.planning.plan import Task, Treat, stems
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.desk import Desk, regarding, resolved, sources

_PLACED = re.compile(
    r",?\s+(?:(?:prior to|before) (?:the )?effectiveness|as (?:an )?exhibits?|as soon as \w+|as Exhibits? [\d.]+|"
    r"(?:with|to|in) (?:its|our|the) next (?:(?:pre-effective|periodic|annual|quarterly) )?"
    r"(?:amendment|filing|report|Form (?:10-[KQ]|20-F|40-F)))\b(?:(?P<more>, together with [^,;.]+)|.*)$"
)
_SEVERAL = re.compile(r"\b(?:exhibits|documents|agreements|opinions|consents|contracts)\b")
_BY_COUNSEL = re.compile(r"^(?:(?:the|its|our|your) )?(?:[a-z]+ )?counsel (?:to )?file ")
"""“Have counsel file an opinion” asks for the opinion."""
_SAID_OF = re.compile(
    r"(?:the |a |an )?(?:[a-z]+ )?(?:terms|provisions|conditions|features|summary|description)(?: and \w+)? of "
    r"(?P<paper>(?:the|this|that|its|our|each|any|these|those) .+)$"
)
"""What is disclosed of a paper, of which the paper is filed: “the material terms of this agreement”."""
_UNNAMED = {
    **dict.fromkeys(("the exhibit", "an exhibit", "it", "this"), "the document named in the comment"),
    **dict.fromkeys(("the exhibits", "them", "these", "those"), "the documents named in the comment"),
}
_LATER = re.compile(
    r"\b(?:will|to) (?:be )?filed?\b|\bby amendment\b|\blater\b|\bbefore effectiveness\b", re.I
)
"""A note that puts the filing off: what has been filed already is said to be."""
_WHEN = re.compile(
    r"\bfiled? (?P<when>(?:within|before|prior to|promptly|upon|once|when|after|by (?!amendment))[^.;]+)",
    re.I,
)
_IN_ACCORDANCE = re.compile(r", (?:per |under |see )?(?P<law>Item \d{3}(?:\([\w]+\))*)$")
"""The rule at a note's end: “within two days of receipt, Item 304(a)(3)”."""


def _law(found: re.Match[str]) -> str:
    return f", in accordance with {found['law']} of Regulation S-K"


_REDACTED = re.compile(
    r"\bredact\w*\b(?:[^.;]{0,30}?\b(?P<law>(?:Item )?601\(b\)\(\d+\)(?:\([ivx]+\))*))?", re.I
)
_EACH = re.compile(r"^each (?P<one>[\w ]+)$")
_FORMS_OF = re.compile(r"\bforms? of\b", re.I)
_FILING = re.compile(
    r"\b(?:fil(?:e|ed|ing)|exhibits?|exh?\.|redact\w*)\b|\bwith (?:the )?(?:A-\d|amendment)\b|\bgo(?:es)? in\b",
    re.I,
)


def with_their_exhibits(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, a sentence on an exhibit's filing with the request to file it, where no other says so there.

    What that request has on other things goes to the request before it that gave its sentence.
    """
    done = list(tasks)
    papers = [t for t in tasks if t.treat is Treat.FILE and not any(map(_numbers_it, t.told))]
    givers = [t for t in tasks if t.treat is not Treat.FILE and any(map(_numbers_it, t.told))]
    if len(papers) != 1 or len(givers) != 1 or not givers[0].told:
        return tuple(tasks)
    paper, giver = papers[0], givers[0]
    moved = tuple(t for t in giver.told if _numbers_it(t))
    kept = tuple(t for t in giver.told if t not in moved)
    back = paper.told if not kept and giver.index < paper.index else ()
    done[giver.index] = replace(giver, told=kept or back)
    done[paper.index] = replace(paper, told=(*moved, *(t for t in paper.told if t not in back)))
    return tuple(done)


def _numbers_it(told: Told) -> bool:
    """Whether the sentence says as which exhibit a paper is filed."""
    return told.use is Use.STATE and bool(exhibits_in(told.said)) and not re.match(r"No\b", told.said)


def file(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """Exhibits to be filed."""
    registered = desk.plan.place.target is Target.REGISTRATION
    heading = " ".join(desk.plan.comment.heading)
    papers = [t for t in group if registered and is_of_others(t.request, heading)]
    yield from with_papers(desk, papers)
    for task in (t for t in group if t not in papers):
        remarks = [t for t in desk.plan.told if t.use is Use.REMARK and exhibits_in(t.said)]
        told = [*(t for t in task.told if t.use is Use.STATE and not t.redacted), *remarks]
        on_filing = [t for t in told if _FILING.search(t.said)]
        rest = [t for t in told if t.use is Use.STATE and t not in on_filing]
        itself = [t for t in on_filing if _says_itself(t)]
        if not told and _comes_with_report(desk, task):
            yield from amend(desk, [task])
            continue
        there = {t: said for t in on_filing if (said := _on_file(desk, task, t))}
        first = [there.get(t) or _with_the_amendment(desk, t) for t in (*there, *itself)]
        first = list(dict.fromkeys(first)) or [regarding(_filed(desk, task, on_filing), desk.plan, [task])]
        text = " ".join([*first, running(rest)]).strip()
        yield Passage(text, sources([*on_filing, *rest], "comment", "matter"), (task.index,))
        desk = replace(desk, written=desk.written + 1)


_BARE_NUMBER = re.compile(
    r"\b(?:(?P<be>is|are|was|were|will be) filed as|(?P<later>will be)(?: an?)?) "
    r"(?P<number>Exhibits? [\d.]*\d(?: and [\d.]*\d)?)"
    r"(?: (?:with|to) (?:the )?[Aa]mendment(?: No\. ?\d+)?)?"
    r"(?=[,;]|\.?$| with (?!(?:[a-z]+ ){1,3}(?:amendment|filing)\b))"
)


def _now_is(found: re.Match[str]) -> str:
    many = found["be"] in {"are", "were"} or found["number"].startswith("Exhibits")
    return "are" if many else "is"


def _with_the_amendment(desk: Desk, told: Told) -> str:
    """The sentence of the notes, an exhibit filed now with the amendment that has it."""
    if desk.plan.place.target is not Target.REGISTRATION or re.search(r"\b(?:was|were|already)\b", told.said):
        return told.text
    to = desk.plan.place.amendment
    return _BARE_NUMBER.sub(lambda m: f"{_now_is(m)} filed as {m['number']} to {to}", told.text)


_WAS_FILED = re.compile(
    r"(?:(?:It|This|They|These|Both|All) )?(?:(?:is|are|has|have) )?(?:(?:already|previously|was|were|on) )+(?:been )?"
    r"filed?(?P<where> (?:as|with|to|under|in)\b(?![^;]*\bamendment\b)[^;]+)$",
    re.I,
)
"""A note without a name that says where a paper is on file: “Already filed as Exhibit 10.6 to the Form 10-K.”"""


def _on_file(desk: Desk, task: Task, told: Told) -> str:
    """That the paper asked for is on file already, and where, as that note has it; "" where it does not say so."""
    found = _WAS_FILED.match(told.said.strip(" ."))
    if found is None:
        return ""
    paper, where = paper_of(desk, task), (_WAS_FILED.match(told.text.strip(" .")) or found)["where"]
    return f"{desk.scene.say('openers', 'states', 0)}{paper} {'were' if many(paper) else 'was'} filed{where}."


def not_filed(desk: Desk, task: Task) -> str:
    """That a paper is not filed, as the conclusion from the reasons given for it; "" where it is not asked why."""
    said = " ".join(t.text for t in task.told)
    if not (declines(task, desk.plan.tasks) and GROUND.search(said)):
        return ""
    paper = paper_of(desk, papers_against(task, desk.plan.tasks)[0])
    law = _UNDER.search(task.request.object)
    known = NOT_FILED.search(said)
    if law is None:
        return "" if known else desk.scene.say("amend", "not_filed", thing=paper)
    frame = "closed_later" if known else "closed_now"
    return desk.scene.say("condition", frame, law=law["law"].rstrip(" ."), things=f"file {paper}")


_UNDER = re.compile(r"\b(?:under|by|pursuant to) (?P<law>(?:Item|Rule|Section|Instruction|Regulation)\b.+)$")


def _says_itself(told: Told) -> bool:
    """Whether a note is a whole sentence on who files what: “Tax counsel will file the opinion.”"""
    subject = re.match(r"(?:The Company|We|It|This|They|Exhibits?)\b|.{0,40}:", told.text)
    labelled = re.match(
        r"[^:]{3,60}: (?:now |filed as |as )?Exhibits? [\d.]*\d(?:, (?:now )?filed\b[^.;]*)?\W*$", told.said
    )
    return subject is None and not labelled and told.use is Use.STATE and is_clause(told.text)


def _filed(desk: Desk, task: Task, told: Sequence[Told]) -> str:
    """The sentence that files the paper, with what the notes give of number, day and redaction."""
    said = "\n".join(t.said for t in told)
    thing = paper_of(desk, task)
    first = next((t for t in desk.plan.tasks if t.treat is Treat.FILE and not t.closed), task)
    named = numbers_of(task.request.text, desk.plan.comment, alone=task.index == first.index)
    of_one = len(named) == 1 and bool(_TWO_PAPERS.search(thing))
    numbers = exhibits_in(said) or (() if thing.startswith("all ") or of_one else named)
    both = bool(_SEVERAL.search(thing) or _TWO_PAPERS.search(thing))
    several = of_one or len(numbers) > 1 or (not numbers and both)
    if len(numbers) > 1:
        thing = _EACH.sub(r"the \g<one>s", thing)
        thing = f"forms of {thing}" if _FORMS_OF.search(said) else thing
    number = (
        listed("Exhibit", numbers) if numbers else "exhibits" if several else "Exhibit [●: exhibit number]"
    )
    when = _WHEN.search(said) if desk.plan.place.target in _NOW else None
    where = f" {_IN_ACCORDANCE.sub(_law, when['when'].strip())}" if when else ""
    if not told and desk.plan.place.target is Target.REGISTRATION and _BEFORE.search(task.request.text):
        where = " before effectiveness"
    awaited = any(t.use in {Use.OPEN, Use.CONFIRM} and stems(t.text) & stems(thing) for t in desk.plan.told)
    alone = not numbers and bool(_A_FILING.match(thing))
    frame = "exhibit_later" if alone else _frame(desk, thing, said, where, awaited)
    return desk.say(
        "amend", frame, thing=thing, exhibit="" if alone else f" as {number}", redacted=_redaction(said), when=where,
        due=desk.plan.place.due, form=form_of(desk, [task]), amendment=desk.plan.place.amendment,
    )  # fmt: skip


_A_FILING = re.compile(
    r"(?:the |its |our |an? |any )?(?:[a-z-]+ ){0,2}?(?:(?:proxy|information|registration) statements?|amendments?|"
    r"(?:annual|quarterly|current|transition|periodic) reports?|Forms? (?:10|20|40|8|6|S|F)-\w+|Schedules? 1\d\w+)\b"
    r"(?! (?:of|to) (?:the |your |its )?(?:agreement|charter|lease|contract))"
)
"""A paper that is filed for itself and as no exhibit: “the definitive proxy statement”, “the missing reports”."""
_TWO_PAPERS = re.compile(
    r" and (?:the|its|our|an?) (?:[\w’'-]+ ){0,4}(?:consents?|opinions?|agreements?|reports?|summary)"
    r"(?= (?:described|referred|dated|between|with|for|of)\b|,|$)"
)
"""Two papers, of which one number is that of one alone: “the report and the engineer's consent”."""


def _comes_with_report(desk: Desk, task: Task) -> bool:
    """Whether the paper is an exhibit that only annual reports have, and no amendment of one is announced yet."""
    numbers, reports = numbers_of(task.request.text, desk.plan.comment), {Target.PERIODIC, Target.PROXY}
    amends = any(t.treat is Treat.AMEND for t in desk.plan.tasks)
    return desk.plan.place.target in reports and not amends and bool(_ANNUAL & {*numbers})


_ANNUAL = frozenset({"11", "19", "21", "23", "96", "97"})
"""Exhibits of annual reports: policies, subsidiaries, consents, technical reports."""
_BEFORE = re.compile(r"\b(?:prior to|before) (?:the )?effectiveness\b", re.I)
_NOW = frozenset({Target.REGISTRATION, Target.CURRENT})
"""Filings whose exhibits come by amendment."""


def _frame(desk: Desk, thing: str, said: str, when: str, awaited: bool) -> str:
    """How it is said that the paper is filed, not yet where the notes put it off or the paper itself is `awaited`."""
    target = desk.plan.place.target
    if target is Target.CURRENT:
        return "exhibit_current"
    if target is Target.REGISTRATION:
        later = when or awaited or _LATER.search(said)
        of_clause = re.search(r"\b(?:that|which|without) ", thing)
        return "exhibit_later" if later else "exhibit_told" if of_clause else "exhibit_now"
    asked_to = any(t.treat is Treat.AMEND for t in desk.plan.tasks)
    if asked_to or (AMENDS.search(f"{desk.plan.comment.text}\n{said}") and not AMENDS_NOT.search(said)):
        return "exhibit_amended"
    return "exhibit"


def _redaction(said: str) -> str:
    found = _REDACTED.search(said)
    if found is None:
        return ""
    law = found["law"] or ""
    law = law if law.startswith("Item") or not law else f"Item {law}"
    return (
        f", with portions redacted pursuant to {law} of Regulation S-K" if law else ", with portions redacted"
    )


def paper_of(desk: Desk, task: Task) -> str:
    """The paper that is to be filed, as the company names it."""
    thing = _PLACED.sub(
        lambda m: f"{m['more']}," if m["more"] else "",
        turn(resolved(desk, task), desk.scene.voice, known=True),
    )
    thing = turn(paper_meant(thing, desk.plan.comment.text), desk.scene.voice, known=True)
    thing = _BY_COUNSEL.sub("", thing)
    if inside := _SAID_OF.match(thing):
        thing = re.sub(r"^th(?:is|at)\b", "the", inside["paper"])
    return _UNNAMED.get(thing, thing)
