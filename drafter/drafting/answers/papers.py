"""Papers of others, which counsel or an auditor revises and the company files: opinions and consents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Passage, Request
from drafter.drafting.language.casing import raised
from drafter.drafting.language.tagging import words
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.places import exhibits_in, listed, numbers_of
from drafter.drafting.planning.antecedents import mentions
from drafter.drafting.planning.plan import Plan, Task, stated
from drafter.drafting.planning.prose import running
from drafter.drafting.sentences.desk import Desk, indices, regarding, sources
from drafter.matters import sentences

_PAPER = r"(?:opinions?|consents?)"
_OTHER = r"(?:(?:your|each|the|its|legal|tax|special|outside|local|independent) )*(?:counsel|auditors?|accountants?)"
_ASKED = re.compile(
    rf"\b(?:have|ask|request|arrange for|get) (?P<who>{_OTHER}) (?:to )?"
    r"(?P<verb>revise|remove|delete|state|clarify|confirm|consent|opine|include|limit|amend)\b(?P<what>[^.;]*)",
    re.I,
)
_FILED = re.compile(
    r"\bfile (?P<thing>(?:an? )?(?:revised|new|updated|corrected|amended|signed|dated) (?:legal |tax |legality )?"
    rf"{_PAPER}\b(?P<tail> (?:that|which|without) [^.;]+)?)",
    re.I,
)
_REVISED = re.compile(
    rf"\brevise (?:the|your|its|this) (?P<paper>(?:legal |tax |legality )?{_PAPER}) to (?P<what>[^.;]*)", re.I
)


def is_of_others(request: Request, heading: str) -> bool:
    """Whether the request is for a paper of counsel or an auditor: “have counsel revise its opinion”."""
    if found := _ASKED.search(request.text):
        return not found["what"] or bool(re.search(rf"\b{_PAPER}\b", f"{request.text} {heading}", re.I))
    return bool(_FILED.search(request.text) or _REVISED.search(request.text))


def with_papers(desk: Desk, group: Sequence[Task]) -> Iterator[Passage]:
    """What was revised, by whom, and the exhibit as which it is filed; counsel's own sentences where they say so."""
    order = list(desk.plan.told)
    told = sorted((t for task in group for t in stated(task)), key=order.index)
    if any(_DONE.search(t.said) and not _ONLY_FILED.match(t.said.strip()) for t in told):
        yield Passage(running(told), sources(told), indices(group))
        return
    for task in group:
        mine = stated(task)
        more = [t for t in mine if not _ONLY_FILED.match(t.said.strip())]
        text = f"{regarding(_frame(desk, task), desk.plan, [task])} {running(more)}".strip()
        yield Passage(text, sources(mine, "comment", "matter"), (task.index,))


_ONLY_FILED = re.compile(
    rf"(?:the )?(?:(?:revised|new|amended|updated|corrected) )?(?:[a-z]+ )?{_PAPER} (?:(?:is|was|has been|will be) )?"
    r"(?:now )?filed as (?:Exhibit|Ex\.) ?[\d.]+(?: to Amendment No\. \d+)?\W*$",
    re.I,
)
"""A note that says no more than under which number a revised paper is filed."""


_DONE = re.compile(r"\bfiled\b[^.;]*\b(?:Exhibit|Ex\.)|\b(?:Exhibit|Ex\.) ?\d[^.;]*\bfiled\b", re.I)
"""A note that says under which number a paper is filed."""


def _frame(desk: Desk, task: Task) -> str:
    """The sentences on a paper of which the notes say nothing."""
    said, scene = task.request.text, desk.scene
    paper = _paper(task.request, desk.plan)
    numbers = exhibits_in("\n".join(t.said for t in task.told)) or numbers_of(said, desk.plan.comment)
    number = listed("Exhibit", numbers) if numbers else "Exhibit [●: exhibit number]"
    parts = {"paper": paper, "exhibit": number, "amendment": desk.plan.place.amendment}
    asked, revised = _ASKED.search(said), _REVISED.search(said)
    if revised and not asked:
        what = turn(revised["what"].strip(" ,"), scene.voice, known=True)
        return f"Counsel has revised its {paper} to {what}. {scene.say('amend', 'paper', **parts)}"
    if asked is None:
        filed = _FILED.search(said)
        thing = turn(filed["thing"].strip(" ,") if filed else paper, scene.voice, known=True)
        if assumed := _ASSUMES.search(desk.plan.comment.text):
            thing = re.sub(r"\bthis assumption\b", f"the assumption that {assumed['what'].strip()}", thing)
        frame = "exhibit_told" if filed and filed["tail"] else "exhibit_now"
        return desk.say(
            "amend", frame, **(parts | {"thing": thing, "exhibit": f" as {number}", "redacted": ""})
        )
    who, what = _who(asked["who"], desk), turn(asked["what"].strip(" ,"), scene.voice, known=True)
    if " or " in what:
        return f"[●: which of them was revised, and how]. {scene.say('amend', 'paper_new', 2, **parts)}"
    if asked["verb"].lower() == "revise":
        done = f"revised {what or f'its {paper}'}"
    else:
        done = f"revised its {paper} to {asked['verb'].lower()} {what}"
        done = re.sub(rf" from its (?:\w+ )?{_PAPER}$", "", done)
    return f"{who} has {done}. {scene.say('amend', 'paper', **parts)}"


_ASSUMES = re.compile(r"\bassum(?:es|ing) that (?P<what>[^.;]+)")


def _who(who: str, desk: Desk) -> str:
    """Who revised it, as the letter says it."""
    if re.search(r"counsel", who, re.I):
        return "Each counsel" if who.lower().startswith("each") else "Counsel"
    noun = re.sub(r"^(?:your|the|its) ", "", who, flags=re.I)
    voice = desk.scene.voice
    owner = "Our" if voice.plural else raised(f"{voice.noun}'s")
    return f"{owner} {noun}"


def _paper(request: Request, plan: Plan) -> str:
    """The paper's name as the request has it, or its comment."""
    for text in (request.text, plan.comment.text):
        if found := re.search(rf"\b(?:(?:legal|tax|legality) )?{_PAPER}\b", text, re.I):
            return found.group(0).lower()
    return "opinion"


_NAMED = re.compile(
    r"polic(?:y|ies)|(?:code|agreement|contract|lease|plan|opinion|consent|certification|list|letter|charter|bylaw|"
    r"indenture|report|description|certificate|warrant|note|summary)s?"
)
_OWN = re.compile(r"\b[Yy]ou (?:have |had )?(?:adopt|maintain|implement|establish)")


def paper_meant(pronoun: str, comment: str) -> str:
    """The paper that “it” or “them” stands for, as the comment names it; the same where it names none."""
    many = {"it": False, "this": False, "them": True, "these": True}.get(pronoun.lower())
    for sentence in sentences(comment):
        for word in words(sentence):
            fits = _NAMED.fullmatch(word.low) and word.low.endswith("s") == many
            of = re.match(r"[a-z]+ of [a-z]+", sentence[word.start :])
            if fits and (name := next(mentions(word.low, sentence), f"the {of[0]}" if of else "")):
                with_it = re.match(r" and [a-z]+s\b", sentence[word.end :]) if many else None
                name = name.replace("the ", "your ", 1) if _OWN.search(sentence) else name
                return f"{name}{with_it[0] if with_it else ''}"
    return pronoun
