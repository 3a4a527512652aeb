"""What the notes say that the client will not do, however they put it: such an act is not promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.clauses import asked, elements
from drafter.drafting.language.turning import Voice, turn, turn_own
from drafter.drafting.notes.told import Told, Use
from drafter.drafting.planning.intents import EXEMPT, REFUSES_AMENDING, SMALL_AMOUNT, refuses, said_of
from drafter.drafting.planning.limbs import without_element
from drafter.drafting.planning.plan import CHANGING, WRITING, Task, Treat, stems

_ACTS = {
    "file": "file refile",
    "amend": "amend restate",
    "remove": "remove delete drop omit cut strike discontinue",
    "disclose": "disclose give provide include present quantify show add name identify state report publish break "
    "split describe discuss separate expand revise change rename relabel define reconcile restore",
}
_KINDS = {verb: kind for kind, verbs in _ACTS.items() for verb in verbs.split()}
"""What is done to a filing, by the kind of the act."""
NOT_DONE = re.compile(
    r"(?:^|\b(?:The [A-Z]\w+|We|[Cc]lient|but|and) )(?:will not|won[’']t|do(?:es)? not (?:propose|plan|intend) to|Not) "
    r"(?:be )?(?P<verb>[a-z]+?)(?:ing)?\b(?P<object>[^.;:]*)"
)
NEEDLESS = re.compile(
    r"(?P<thing>[A-Z][^.;:]{2,80}?) (?:(?:is|are|would be|will be) )?not (?:needed|necessary|called for)"
    r"(?: (?:then|here|either|in that case))?(?:,? in (?:our|its|the [A-Z]\w+[’']s) view)?\."
)
"""What the client regards as needless: “The consequences are not needed then, in our view.”"""
_PRONOUN = re.compile(
    r"\W*(?:it|them|this|that|these|those|so|either|both|any)?(?: (?:now|yet|as (?:an )?exhibits?))?\W*"
)
_FILING = re.compile(
    r"(?:(?:(?:the|its|our|that|this) )?(?:filing|report|registration statement|(?:Form )?(?:10|20|40|8)-\S+|it)\b.*)?"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that a sentence of the notes refuses: its kind and verb, and what it would be done to."""

    kind: str
    verb: str
    object: str
    told: Told

    @property
    def unnamed(self) -> bool:
        """Whether only the comment names what it is on."""
        return bool(_PRONOUN.fullmatch(self.object))


def _refusals(told: Sequence[Told]) -> Iterator[Refusal]:
    """The acts that those sentences refuse."""
    for one in told:
        if one.use in {Use.STATE, Use.REMARK} and not one.redacted:
            for found in (*NOT_DONE.finditer(one.text), *NOT_DONE.finditer(one.said)):
                verb = next((v for v in (found["verb"], f"{found['verb']}e") if v in _KINDS), found["verb"])
                yield Refusal(_KINDS.get(verb, verb), verb, found["object"].strip(" ,"), one)
            if needless := NEEDLESS.fullmatch(one.text):
                yield Refusal("disclose", "disclose", lowered(needless["thing"]), one)


def refused(task: Task, told: Sequence[Told]) -> Refusal | None:
    """The refusal of what the task asks to be done, or of a part of it; None where the notes refuse nothing of it."""
    kind = {Treat.AMEND: "amend", Treat.FILE: "file"}.get(task.treat, "disclose")
    kind = "remove" if task.request.action in _ACTS["remove"].split() else kind
    return next((r for r in _refusals(told) if r.kind == kind and _meets(r, task, told)), None)


def _meets(refusal: Refusal, task: Task, told: Sequence[Told]) -> bool:
    """Whether what is refused is what the task is on; “it” may be only a part of it beside a promise of the note."""
    if task.treat is Treat.AMEND or task.treat not in WRITING:
        return task.treat is Treat.AMEND and bool(_FILING.fullmatch(refusal.object))
    if refusal.unnamed:
        beside = any(" will " in t.text for t in told if t.fact == refusal.told.fact and t != refusal.told)
        return refusal.kind != "disclose" or not beside
    return bool(stems(refusal.object) & stems(asked(task.request)))


def spoken(told: Sequence[Told], tasks: Sequence[Task], voice: Voice) -> tuple[Told, ...]:
    """The sentences, a bare refusal of what the staff ask as one of the letter, where the answer does not push back as
    a whole.
    """
    acts = {r.told: (r, t) for t in tasks if (r := refused(t, told)) and _only_refuses(r.told)}
    if refuses(told):
        return tuple(told)
    return tuple(_said(t, *acts[t], voice) if t in acts else t for t in told)


def _only_refuses(told: Told) -> bool:
    return bool(_BARE.fullmatch(told.said) or NEEDLESS.fullmatch(told.text))


_BARE = re.compile(
    r"(?:(?:The )?(?:[A-Z]\w+|[Cc]lient) (?:will not|do(?:es)? not [a-z]+ to)|Not) \w+(?:\W+\w+){0,5}\W*"
)
"""A sentence that only refuses."""


def _said(told: Told, refusal: Refusal, task: Task, voice: Voice) -> Told:
    """The refusal as a sentence of the letter, a paper that the company does not file by its name."""
    paper = refusal.unnamed and task.treat is Treat.FILE
    if told.use is Use.STATE and not paper and not NEEDLESS.fullmatch(told.text):
        return told
    thing = turn_own(refusal.object, voice) or f"{voice.possessive} filing"
    thing = (
        turn(re.sub(r",? as (?:an )?exhibits?\b.*", "", asked(task.request)), voice, known=True)
        if paper
        else thing
    )
    do = "do" if voice.plural else "does"
    text = f"{raised(voice.noun)} {do} not propose to {refusal.verb} {thing}."
    return replace(told, use=Use.STATE, text=text, why="")


def unrefused(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, what the notes refuse answered in the letter, or not taken where it stands under a condition; of
    several things that are asked for only the one refused. Where the notes give a ground, the answer pushes back.
    """
    said = said_of(told)
    if SMALL_AMOUNT.search(said) or EXEMPT.search(said):
        return tuple(tasks)
    amends = bool(REFUSES_AMENDING.search(said))
    return tuple(_unrefused(t, tasks, told, amends) if t.treat in WRITING else t for t in tasks)


def _unrefused(task: Task, tasks: Sequence[Task], told: Sequence[Told], amends: bool) -> Task:
    no = refused(task, told)
    if no is None and not (amends and re.search(r"\bamend(?:ment)?\b", task.request.text, re.I)):
        return task
    if no and not no.unnamed and task.treat in CHANGING and len(elements(task.request)) > 1:
        return without_element(task, no.object)
    beside = any(t.treat is Treat.TELL and t.request.alternative_of is not None for t in tasks)
    return replace(task, treat=Treat.NOT_TAKEN if task.condition or beside else Treat.TELL)
