"""What a request takes for granted, and the sentence of the notes that denies it: “They have no swaps.”"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import raised
from drafter.drafting.language.clauses import SAID_VERB, asked, says_that
from drafter.drafting.language.tagging import words
from drafter.drafting.language.together import together
from drafter.drafting.language.turning import Voice, turn, turn_own
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.intents import COMPLIES
from drafter.drafting.planning.plan import WRITING, Task, Treat, stated
from drafter.drafting.planning.polarity import content, holds, pieces
from drafter.drafting.planning.settling import things

_LIGHT = content(
    "have hold own use keep maintain operate offer make sell track prepare publish receive issue grant provide pay "
    "sign enter acted acts served exist need require due file report outstanding present current place date "
    "year end quarter then either party kind sort more anymore record"
)
"""Words that only say that there is a thing, or when: “does not hold any”, “never signed”."""
_KEPT_FOR = re.compile(
    r"\b(?:polic(?:y|ies)|allowances?|reserves?|provisions?|plans?|process\w*|procedures?) for\b"
)
"""What there is of a thing although there is none of it: an allowance for losses."""
_WRONG = re.compile(
    r"(?:(?:the )?(?:staff|SEC|comment|premise|they)(?:'s| is| are| has| have)?(?: this| it)? )?"
    r"(?:wrong|mistaken|misread\w*|off|not (?:right|correct|true|so))(?: (?:on|about|as to|there|the)\b.{0,50})?$",
    re.I,
)
"""“Wrong on the affiliate”, “Staff has it wrong”: talk that says that what follows it denies the premise."""
_BARE_WRONG = re.compile(r"(?:wrong|mistaken|misread\w*|off|not)\b(?! (?:on|about|as to)\b)", re.I)


def on_premises(told: Sequence[Told], tasks: Sequence[Task], voice: Voice) -> tuple[Told, ...]:
    """The sentences, one that only says that the staff is wrong kept out of the letter, and the company named in one
    that says that it has none of what is asked about: “They have no swaps.”
    """
    asks = [thing for t in tasks for thing in things(t)]
    return tuple(
        replace(t, use=Use.REMARK, why=PREMISE)
        if _reproaches(t)
        else replace(t, text=raised(turn_own(f"We{t.text[4:]}", voice)))
        if t.text.startswith("They ") and any(lacks(thing, t) for thing in asks)
        else t
        for t in told
    )


PREMISE = "it says that the Staff's premise is wrong"


def _reproaches(told: Told) -> bool:
    said = told.said.replace("’", "'").strip(" .!")
    return told.use is Use.STATE and bool(_WRONG.match(said)) and not _BARE_WRONG.match(said)


def denial_of(task: Task, told: Sequence[Told]) -> Told | None:
    """The sentence that denies what the task takes for granted as a whole; None for none, or where the client promises
    the disclosure all the same.
    """
    if task.treat not in _CHANGES or task.request.conditional or any(map(_discloses, told)):
        return None
    facts = [t for t in told if t.use in _SAID and not t.redacted]
    if says_that(task.request):
        clause = f"that {_BESIDE.split(asked(task.request).removeprefix('that '))[0]}"
        verdicts = {holds(clause, "", t.text): t for t in reversed(facts)}
        return None if True in verdicts or _UNSURE.search(clause) else verdicts.get(False)
    every = things(task)
    if out := TAKEN_OUT.match(f"to {task.request.action} {task.request.object}"):
        heads = heads_of(re.split(r" (?:that|to|of|for|as|in) ", out["thing"])[0])
        return next((t for t in facts if _OUT_ALREADY.search(t.text) and heads & content(t.text)), None)
    told_of = {t.thing for t in stated(task) if not lacks(every[0], t)}
    rest = [e for e in every[1:] if e in told_of and not _ANAPHOR.search(e)]
    whole = (t for t in facts if not _of_one(every[0], t.text))
    return next((t for t in whole if all(lacks(e, t) for e in (every[0], *rest))), None)


def _of_one(thing: str, text: str) -> bool:
    """Whether the text speaks of one of the names of a series and not of another: “Party B made none” of both."""
    said = {*_NAME.findall(text)}
    series = [{*_NAME.findall(part)} for part in re.split(r",? (?:and|or) |, ", thing)]
    return any(one & said and other - one and not (other - one) & said for one in series for other in series)


_NAME = re.compile(r"\b[A-Z]\w*")
TAKEN_OUT = re.compile(r"(?:to revise )?to (?:exclude|remove|omit|eliminate) (?P<thing>.+?)(?: from .+)?$")
"""“Revise to exclude it”: what is taken for granted is that it is in."""
_OUT_ALREADY = re.compile(
    r"\b(?:never|not|n[’']t)\b(?: been| ever| and (?:has|have) never been| currently)* (?:in\b|part of\b|included?\b)|"
    r"\b(?:never|not|n[’']t) (?:counted|reflected) in\b"
)
"""“It has never been in the figure”; not “it will not be”, which is a promise."""
_CHANGES = WRITING | {Treat.SUPPLY}
_BESIDE = re.compile(rf",? and (?:also )?(?:{SAID_VERB})\b| (?:that|which|who|whose|because|if|when|unless) ")
"""Where a proposition ends: at a further request, or a clause within it."""
_UNSURE = re.compile(r"\b(?:may|might|could|would|cannot|without)\b", re.I)
"""What makes a proposition one that no fact denies outright: “that you may need more funds”."""


def _discloses(told: Told) -> bool:
    """Whether the sentence promises words on the thing, and not only another name or a clearer word for it."""
    return (
        told.use in {Use.STATE, Use.REMARK}
        and bool(COMPLIES.search(told.text) or _REPORT_WILL.search(told.text))
        and not _RENAMES.search(told.text)
    )


_REPORT_WILL = re.compile(
    r"\b(?:Form (?:10-[KQ]|20-F)|proxy statement|next report)\b[^.;]{0,60} will (?!not\b|no\b)"
)
"""“Note 7 does not discuss it; the next Form 10-Q will discuss it.”"""
_RENAMES = re.compile(
    r"\b(?:renam\w+|chang\w+|replac\w+|correct\w*|clarif\w+|cut\w*|drop\w*|remov\w+|delet\w+)\b", re.I
)


def lacks(thing: str, told: Told) -> bool:
    """Whether the sentence says that there is none of what the thing asked for is or is of: “They have no swaps.”"""
    if re.match(r"(?:whether|if|any)\b", thing) or told.use not in _SAID:
        return False
    own, heads = content(thing), heads_of(_KEPT_FOR.split(thing)[0])
    agreed = frozenset().union(*(piece.denied for piece in pieces(thing)))
    for piece in (*pieces(told.said), *pieces(told.text)):
        denied, beside = piece.denied - _LIGHT, piece.beside - _LIGHT - _COMPANY
        light = piece.denied & _LIGHT or re.search(r"\bno\b", told.text, re.I)
        most = light and len(denied | beside) >= HALF * len(own - _LIGHT - _LOOSE)
        if denied - agreed and denied | beside <= own and (denied & heads or most):
            return True
    return False


_SAID = frozenset({Use.STATE, Use.REMARK, Use.HELD})
"""What counsel says to be so, though not all of it to the staff."""
_COMPANY = content(
    "company client they deal transaction agreement contract merger acquisition lease loan note plan"
)
"""Of what it is said that there is none of a thing in it, without another place or party."""
_LOOSE = content("arrangements agreements contracts provisions obligations transactions features terms")
"""Nouns behind a thing that are nothing without it: “earn-out arrangements”."""
HALF = 0.5
"""Share of a thing's content words that a denial of it has, where it has none of its nouns."""


def gives(thing: str, told: Told) -> bool:
    """Whether the sentence says something of a thing that is asked for, by its name, as “it” or in words without a
    verb, and not only that there is none of it.
    """
    of_it = _OF_IT.match(told.said) or not is_clause(told.said)
    return names(thing, told.said) or (bool(of_it) and any(piece.said for piece in pieces(told.said)))


def names(thing: str, text: str) -> bool:
    """Whether the words have a noun of the thing, and not only that there is none of it."""
    return any(piece.said & heads_of(thing) for piece in pieces(text))


_OF_IT = re.compile(r"(?:it|they|he|she)\b", re.I)


def heads_of(thing: str) -> frozenset[str]:
    """The nouns of a phrase with no noun behind them: “loans” of “commercial loans by year”."""
    read = words(thing)
    heads = (
        w.said
        for w, after in zip(read, [*read[1:], None], strict=True)
        if w.kind in "NS" and (after is None or after.kind not in "NSG")
    )
    return content(" ".join(heads))


def unpresumed(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, a change closed by the sentence that denies what it takes for granted, and what hangs on it too; one
    that a later answer denies not taken.
    """
    done: list[Task] = []
    denial: Told | None = None
    for task in tasks:
        elsewhere = [s for t in tasks if t is not task for s in stated(t)[1:] if _discloses(s)]
        near = [s for s in told if s not in elsewhere]
        own = None if task.closed else denial_of(task, near) or _reproached(task, near)
        denial = own or denial
        if denial is None or not (own or _hangs(task, denial)):
            done.append(task)
        elif not task.told and any(denial in t.told for t in tasks[task.index + 1 :]):
            done.append(replace(task, treat=Treat.NOT_TAKEN, met=True))
        else:
            done.append(replace(task, closed=denial.text))
    return tuple(done)


def _reproached(task: Task, told: Sequence[Told]) -> Told | None:
    """The first fact under the task from a note that says that the staff is wrong; None for none."""
    notes = {t.fact for t in told if t.why == PREMISE}
    if task.treat not in _CHANGES or any(map(_discloses, told)):
        return None
    return next((t for t in stated(task) if t.fact in notes), None)


def _hangs(task: Task, denial: Told) -> bool:
    """Whether the task changes a filing for what is of the thing that the sentence denies, and has no facts."""
    if task.closed or task.request.conditional or task.treat not in _CHANGES or stated(task):
        return False
    thing = asked(task.request)
    short = len(content(thing)) <= 1 and task.treat is not Treat.FILE
    own = (p.denied - _LIGHT for p in pieces(denial.text))
    return short or any(d and d <= content(thing) for d in own) or bool(_ANAPHOR.search(thing))


_ANAPHOR = re.compile(
    r"\b(?:its?|their|them|such|these|those|him|her|his|(?:the|any) (?:related |resulting )?(?:consequences|effects?|"
    r"impact|implications|risks|reasons?)(?! (?:of|for)))\b",
    re.I,
)
"""How a thing is named that is another thing's."""


def as_far_as_known(tasks: Sequence[Task], voice: Voice) -> tuple[Task, ...]:
    """The tasks, of what changed pages are said to state only what the notes neither leave open nor deny, and what
    hangs on an open question in the blank for it.
    """
    done = list(tasks)
    for task in tasks:
        if task.treat is not Treat.REVISE or task.closed:
            continue
        facts, every = stated(task), things(task)
        waits = {t.thing: t for t in task.told if t.use is Use.OPEN}
        known = {t.thing for t in facts}
        gone = [e for e in every if (e in waits and e not in known) or any(lacks(e, t) for t in facts)]
        gone += [e for e in every if e in waits and e not in gone and _ASKS.match(e)]
        if not gone:
            continue
        rest = _cut(asked(task.request), every, gone)
        then = done[task.index + 1] if task.index + 1 < len(done) else None
        if (
            then
            and _ASKS.match(gone[-1])
            and gone[-1] in waits
            and _IF_SO.match(then.request.conditional or "")
        ):
            done[then.index] = replace(then, treat=Treat.NOT_TAKEN, met=True)
        else:
            then = None
        told = tuple(_named(t, voice, then) if t.thing in gone else t for t in task.told)
        request = replace(task.request, object=rest) if rest else task.request
        done[task.index] = replace(task, request=request, told=told, treat=task.treat if rest else Treat.TELL)
    return tuple(done)


_ASKS = re.compile(r"whether\b", re.I)
_IF_SO = re.compile(r"(?:and )?if (?:so|not)\b", re.I)


def _cut(whole: str, every: Sequence[str], gone: Sequence[str]) -> str:
    """What is asked for without those of its things; "" where nothing else is."""
    if len(gone) == len(every):
        return ""
    if not all(e in whole for e in gone):
        return together([e for e in every if e not in gone])
    for thing in gone:
        whole = re.sub(rf"(?:^|,? (?:and |as well as )?){re.escape(thing)}", "", whole, count=1)
    return _LAST.sub(" and ", whole.strip(" ,")) if gone[-1] == every[-1] else whole.strip(" ,")


_LAST = re.compile(r", (?=(?:the|any|your|its|how|why|whether|each)\b[^,]*$)")


def _named(told: Told, voice: Voice, then: Task | None) -> Told:
    """The open question in the staff's words, with what hangs on it."""
    if told.use is not Use.OPEN or not _ASKS.match(told.thing):
        return told
    who = re.search(r" \([^()]+\)$", told.text)
    so = (
        f" and, {then.request.conditional}, {_IF_SO.sub('', asked(then.request)).strip(' ,')}" if then else ""
    )
    return replace(told, text=turn(f"{told.thing}{so}", voice) + (who[0] if who else ""))
