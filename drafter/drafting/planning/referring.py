"""Sentences of the notes that open with a pronoun of which nothing stands before it, each with the thing named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.drafting.language.casing import raised
from drafter.drafting.language.salient import things
from drafter.drafting.language.tagging import Word, heads_many
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import Task, Treat

_PAPERS = frozenset({Treat.FILE, Treat.AMEND})
"""What is done with the paper that the request itself names."""
_OPENS = re.compile(
    r"(?P<it>It|This|They|Those|These) "
    r"(?!(?:is|was|will be|would be|has been) [a-z]+ (?:that|to|for|whether|if)\b)(?=[a-z])"
)
"""A sentence with a pronoun for its subject, but not “It is likely that ...”."""
_QUESTION = re.compile(r"(?:whether|how|why|when|where|what|if)(?: or not| many| much)? ", re.I)
_POINTS = re.compile(r"\b(?:it|they|them)\b|^$")
"""What is asked of a thing that only the words of the request before it name."""
_USES = re.compile(
    r"((?:The|Our) (?:[a-z]+ )*(?:management|board|committee|officers?|team|CODM|CEO|CFO) "
    r"(?:receives?|reviews?|uses?|sees?|monitors?) )it\b"
)
"""Somebody of the company who has something before him: “The board reviews it monthly”."""
_IN_USE = re.compile(
    r"\bhow (?:you|management|your [a-z ]+?) (?:use|review|monitor|evaluate)s? "
    r"(the [a-z -]+?)(?=[,.;]| (?:and|in|to|for|when)\b)"
)
_BE = re.compile(r"This (is|was|has)\b")
_MANY = {"is": "are", "was": "were", "has": "have"}
_YOU_DID = re.compile(r"\b[Yy]ou (?:(?:have|had|also) )?[a-z]+ (?=[a-z])")


def named(tasks: Sequence[Task], comment: str) -> tuple[Task, ...]:
    """The tasks, a sentence that opens its note with “it” or “they” with the one thing of the request that it can be;
    where none or several can be, or the sentence before it stands there as well, it is left as it is.
    """
    first: dict[str, int] = {}
    every = {(t.fact, t.place): t for task in tasks for t in task.told if t.use is Use.STATE}
    for told in (t for task in tasks for t in task.told):
        first[told.fact] = min(told.place, first.get(told.fact, told.place))

    def one(told: Told, before: Told | None, task: Task) -> Told:
        if not _follows(told, before, told.place == first[told.fact]):
            return _named(told, task, comment)
        apart = before is None or before.place != told.place - 1
        stays = not apart or told.redacted or task.treat in _PAPERS
        return told if stays else _with_subject(told, every)

    return tuple(
        replace(
            task,
            told=tuple(
                one(t, before, task) for t, before in zip(task.told, (None, *task.told), strict=False)
            ),
        )
        for task in tasks
    )


def _with_subject(told: Told, every: Mapping[tuple[str, int], Told]) -> Told:
    """The sentence that goes on from one which stands elsewhere, its pronoun as the subject of that one."""
    opens = _OPENS.match(told.text)
    before = every.get((told.fact, told.place - 1))
    if opens is None or before is None or before.redacted:
        return told
    name = _subject(before.text) or _subject(_with_subject(before, every).text)
    several = opens["it"] not in {"It", "This"}
    fits = name and heads_many(name) == several
    return replace(told, text=f"{raised(name)}{told.text[opens.end('it') :]}") if fits else told


def _subject(text: str) -> str:
    """The thing that the sentence tells of, "" for a pronoun or a long one: “In May the duty is ...” -> “the duty”."""
    verb = finite(text)
    said = text[: verb.start].strip() if verb else ""
    last = _LAST.search(said)
    name = last["name"] if last else said
    short = len(name.split()) <= LONGEST_SUBJECT and not re.search(r"[,;:’']|\b(?:not|never|also)$", name)
    return name if short and not _PRONOUN.match(name) else ""


_LAST = re.compile(
    r"^(?:In|At|As of|For|On|Under|Since|By|Until) .*?\b(?P<name>(?:the|our|its) (?:[\w-]+ ){0,2}[\w-]+)$"
)
_PRONOUN = re.compile(
    r"(?:It|This|That|They|These|Those|There|He|She|We|Both|Neither|None|Each|All|What|Nothing)\b", re.I
)
LONGEST_SUBJECT = 7
"""Words of a thing that is named again."""


def _follows(told: Told, before: Told | None, first: bool) -> bool:
    """Whether the sentence may go on from the one before it: its own note's, unless it has its pronoun from us, or the
    last of the note before.
    """
    if not first and told.said.split(" ")[0] == told.text.split(" ")[0]:
        return True
    return before is not None and before.place == told.place - 1 and before.thing == told.thing


def _named(told: Told, task: Task, comment: str) -> Told:
    if told.use is not Use.STATE or told.redacted or task.treat in _PAPERS:
        return told
    if (used := _USES.match(told.text)) and len(things := set(_IN_USE.findall(comment))) == 1:
        return replace(told, text=f"{used[1]}{things.pop()}{told.text[used.end() :]}")
    opens = _OPENS.match(told.text)
    if opens is None or (opens["it"] == "This" and told.said.startswith("This")):
        return told
    several = opens["it"] not in {"It", "This"}
    asked = task.request.object if _POINTS.search(told.thing) else told.thing
    name = _thing(asked, several)
    if not name and (be := _BE.match(told.text)) and (name := _thing(asked, several=True)):
        return replace(told, text=f"The {name} {_MANY[be[1]]}{told.text[be.end() :]}")
    if not name and opens["it"] in {"Those", "These"} and (did := list(_YOU_DID.finditer(comment))):
        name = _thing(f"whether {comment[did[0].end() :]}", several=True)
    if not name:
        return told
    article = opens["it"] if opens["it"] in {"Those", "These"} else "The"
    return replace(told, text=f"{article} {name}{told.text[opens.end('it') :]}")


def _thing(asked: str, several: bool) -> str:
    """The one thing of what is asked for that is one or `several`: the first of a question, or of what the company did
    something to; "" for none, a name, and what need not be: “any approval”.
    """
    clause = re.split(r"[,;]", asked)[0]
    if re.match(r"(?:who|which)", clause, re.I):
        return ""
    question = _QUESTION.match(clause)
    after = _COMPANY_DID.match(clause, question.end()) if question else None
    start = (after or question).end() if question else 0
    found = [t for t in things(clause, start) if not _BESIDE.search(clause[: t.said[0].start])]
    if question:
        found = found[:1]
    fit = [t for t in found if t.several == several]
    return _spoken(fit[0].said, clause) if len(fit) == 1 else ""


_COMPANY_DID = re.compile(
    r"(?:you|management)\b(?: [a-z]+n['’]t| not| have| has| had| did| do)*(?: [a-z]+ly)? [a-z]+"
)
_BESIDE = re.compile(r"\b(?:with|to|by|from|in|at|on|for|under|between|against|as) $")
"""What leads to a thing that only tells more of another: “the contract with the port”."""


def _spoken(phrase: Sequence[Word], text: str) -> str:
    """The phrase without its article; "" for a name, a figure, and what need not be: “any approval”."""
    first = phrase[0]
    own = phrase[1:] if first.kind == "D" else phrase
    if first.kind == "D" and first.low not in {"the", "your", "this", "these", "those", "that"}:
        return ""
    mass = first.kind != "D" and phrase[-1].kind != "S"
    return "" if mass or any(not w.said.islower() for w in own) else text[own[0].start : own[-1].end]
