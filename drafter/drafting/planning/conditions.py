"""Conditions that counsel's notes decide: then the branch is followed or closed, and no "if so" is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Request
from drafter.drafting.language.casing import raised
from drafter.drafting.language.clauses import OR_NONE, asked
from drafter.drafting.notes.ready import ASSENT, Told, Use
from drafter.drafting.planning.deciding import (
    DENIES,
    IF_NOT,
    IF_SO,
    POSITIVE,
    decider,
    one_is_in,
    presupposed,
    takes_up,
    way,
    with_its_question,
)
from drafter.drafting.planning.intents import COMPLIES, KEPT, takes_out
from drafter.drafting.planning.plan import CHANGING, Task, Treat, stated, stems
from drafter.drafting.planning.polarity import content, holds
from drafter.drafting.planning.presuming import lacks
from drafter.drafting.planning.provisos import CLAUSE, relied_on
from drafter.drafting.planning.refusing import NOT_DONE
from drafter.drafting.planning.settling import left_open, things
from drafter.requests.nature import ADDS

_MATERIAL = re.compile(r"\bmaterial", re.I)
_SETTLES = re.compile(
    r"\bnothing (?:more |else |further )?to (?:add|disclose|report|say)\b|\bnothing material\b|"
    r"^not (?:adding|disclosing|changing|revising)\b|^no (?:change|addition|disclosure|revision)s?\b",
    re.I,
)
"""Counsel's word that an effect is not to be disclosed."""
_ASKS = re.compile(r"(?:whether|if)\b", re.I)
_BOUNDS = re.compile(r"\b(?:if|so|to the extent|where|when|unless|you|your)\b", re.I)
ENOUGH = 0.33
"""Share of a question's content words that a denial must hold to be its answer."""


def with_shared_conditions(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, one that goes on with a conditional list under the list's condition.

    “If so, disclose X, describe Y and explain Z” sets three things under one condition.
    """
    done: list[Task] = []
    for task in tasks:
        before = done[-1] if done else None
        if before and before.condition and not task.condition and _goes_on(before, task):
            shared = replace(task.request, conditional=before.request.conditional)
            done.append(replace(task, request=shared))
        else:
            done.append(task)
    return tuple(done)


def _goes_on(before: Task, task: Task) -> bool:
    text = before.request.text.rstrip()
    listed = text.endswith(",") and not text.endswith(f"{before.condition},")
    inside = listed or re.match(r"(?:and |to )", task.request.text)
    alone = ADDS.match(task.request.text) or before.condition.startswith("any ")
    return (
        bool(inside)
        and not alone
        and before.treat is task.treat
        and before.request.end >= task.request.start - 2
    )


RETAINED = re.compile(
    r"\b(?:retain\w*|keep|kept|(?:continue|elect|choose|intend) to (?:retain|keep|present|use|report|include|disclose|"
    r"provide|show|make|refer))\b",
    re.I,
)
"""“If retained”, “if you continue to present it”: a condition on what becomes of the words in question."""


def decided_by_fate(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, a condition that the words stay met where the notes say that they are kept, and the branch not
    taken where they go out.
    """
    said = "\n".join(t.said for t in told if t.use in {Use.STATE, Use.REMARK})
    kept, out = bool(KEPT.search(said)), takes_out(said)
    if kept == out:
        return tuple(tasks)
    return tuple(_by_fate(t, kept) if RETAINED.search(t.condition) else t for t in tasks)


def _by_fate(task: Task, kept: bool) -> Task:
    stays = kept != bool(DENIES.search(task.condition))
    return replace(task, met=True) if stays else replace(task, treat=Treat.NOT_TAKEN)


_SO_STATE = re.compile(
    r"^\W*(?:and |or )?if (?:not|(?:there (?:is|are) |you have |you had )?none|there (?:is|are) no|"
    r"you (?:have|do|did) not)\b[^,]*,? (?:please )?"
    r"(?:so state|state so|say so|disclose (?:that|this) fact|state (?:that|this) fact|so disclose)\W*$",
    re.I,
)
"""“And, if not, so state”: the answer to the question is the statement."""


def _so_state(request: Request) -> str:
    """“If not, so state” with its condition, and "" for any other request."""
    bare = request.text.lower().startswith(("please", "so ", "state", "say"))
    said = f"{request.conditional}, {request.text}" if bare else request.text
    return said if _SO_STATE.match(said) else ""


def said_with_the_question(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, “and, if not, so state” answered with the question before it, “if there are none” with its promise."""
    done: list[Task] = []
    for task in tasks:
        said = _so_state(task.request) if done else ""
        if said and _NONE.search(said) and done[-1].treat in CHANGING:
            thing = f"{done[-1].request.object.rstrip(' .;')}{OR_NONE}"
            done[-1] = replace(done[-1], request=replace(done[-1].request, object=thing))
        done.append(replace(task, treat=Treat.NOT_TAKEN, met=True) if said else task)
    return tuple(done)


_NONE = re.compile(r"\bnone\b|\bthere (?:is|are) no\b", re.I)


_CLOSED = CHANGING | {Treat.FILE, Treat.AMEND}
"""What is not done where its condition fails."""


_CONDUCT = re.compile(r"(?:and )?if you (?:rely|intend|choose|elect|decide|plan|wish|propose)\b", re.I)
"""A condition on what the client does, which the notes decide by saying that it does it."""


def decide(tasks: Sequence[Task], promised: bool) -> tuple[Task, ...]:
    """The tasks, each condition that the notes decide marked as met or closed by the words that deny it.

    Where the client has `promised` the change no branch of a report to come is closed, unless the promise may be of
    what the other case asks for: “if they are, amend; if they are not, remove it”.
    """
    tasks = _at_will(_unfailed(_with_open_questions(tasks)))
    promised = promised and not any(IF_NOT.match(t.condition) for t in tasks)
    tasks = _denied_first([_denied_by_any(t, tasks, promised) for t in tasks])
    done = list(presupposed(with_its_question(_followed(list(_one_way(tasks))))))
    said = " ".join(t.text for task in tasks for t in stated(task))
    for task in tuple(done):
        if task.closed or _left_open(task, done):
            continue
        given = relied_on(task.condition, said) or _short_of_will(task, done)
        if given or not task.condition or task.treat not in _CLOSED:
            if given or _case_told(task, done) or (_CONDUCT.match(task.condition) and _stated(task, tasks)):
                done[task.index] = replace(task, met=True)
            continue
        whole = task.condition if CLAUSE.match(task.condition) else ""
        denials = [t for t in stated(task) if holds(task.condition, whole, t.text) is False]
        lesser = (t for t in stated(task) if _settles(task, t) or _refutes(task, t))
        settled = denials[0] if denials else next(lesser, None)
        if settled:
            last = (*(t for t in task.told if t is not settled), settled)
            done[task.index] = replace(task, closed=settled.text, told=last)
            continue
        question = _question(done, task)
        if (denial := _denial(question, task)) and not (
            promised and task.treat in {Treat.UNDERTAKE, Treat.REMOVE}
        ):
            _close(done, task, question, denial)
        elif (
            (stated(task) and task.treat is not Treat.REMOVE)
            or (question and _affirmed(question, task))
            or _stated(task, tasks)
            or _holds(task, done)
            or _not_done(task, done)
        ):
            done[task.index] = replace(task, met=True)
    done = _with_its_answer(done)
    done = [_said_after(_closed_alike(t, done), done) for t in done]
    done = [
        replace(t, treat=Treat.TELL, closed="") if t.closed and _promised_itself(t, done) else t for t in done
    ]
    return tuple(_freed(t) for t in _without_papers(done))


def _promised_itself(task: Task, done: Sequence[Task]) -> bool:
    """Whether a sentence of the notes says, with all its words, that what is asked under the condition will be done."""
    words = stems(asked(task.request))
    told = (t.text for other in done for t in stated(other))
    return len(words) > 1 and any(words <= stems(t) and _WILL_DO.match(t) for t in told)


_WILL_DO = re.compile(r"(?:The [A-Z]\w+|We) will (?!not\b|no\b)")


def _without_papers(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, the filing of a paper closed where a sentence of the notes says that no such paper is required."""
    done = list(tasks)
    for told in [t for task in tasks for t in stated(task) if not t.redacted]:
        none = _NO_PAPER.fullmatch(told.text)
        for at, task in enumerate(done):
            files = task.treat is Treat.FILE and not task.closed
            if none and files and none["paper"] in asked(task.request):
                done = [replace(t, told=tuple(o for o in t.told if o is not told)) for t in done]
                why = none["why"] or f"no {none['paper']} is required"
                done[at] = replace(
                    done[at], closed=why, told=(*done[at].told, replace(told, text=f"{raised(why)}."))
                )
    return tuple(done)


_NO_PAPER = re.compile(
    r"(?:(?P<why>[^;]+?)(?:, so|, and|;) )?(?:[Ss]o )?[Nn]o (?:[a-z]+ ){0,2}?(?P<paper>consent|opinion|exhibit)s?"
    r"(?: (?:is|are|was|were))?(?: (?:needed|required|necessary|due))?\."
)
"""“We did not commission it, so no consent is required.”"""


def _at_will(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, the case of an opinion in doubt not taken where counsel opines at the “will” level by the notes."""
    told = " ".join(t.text for task in tasks for t in stated(task))
    if not _WILL.search(told) or _LESS_THAN_WILL.search(told):
        return tuple(tasks)
    doubted = (bool(_OPINION_IN_DOUBT.search(t.condition)) and not stated(t) for t in tasks)
    return tuple(replace(t, treat=Treat.NOT_TAKEN) if d else t for t, d in zip(tasks, doubted, strict=True))


def _short_of_will(task: Task, done: Sequence[Task]) -> bool:
    """Whether the case of an opinion in doubt is met: counsel opines at less than the “will” level by the notes."""
    told = " ".join(t.text for o in done for t in stated(o))
    return bool(_OPINION_IN_DOUBT.search(task.condition) and _LESS_THAN_WILL.search(told))


_OPINION_IN_DOUBT = re.compile(
    r"\bopinions?\b[^,;]*\b(?:uncertain|doubt)|\bcannot\b[^,;]*\b[“\"]?will[”\"]? opinion", re.I
)
_WILL = re.compile(r"[“\"]will[”\"] (?:level|opinions?)", re.I)
_LESS_THAN_WILL = re.compile(
    r"[“\"]should[”\"] (?:level|opinion)|[“\"]?more likely than not[”\"]? (?:level|opinion)", re.I
)


def _not_done(task: Task, done: Sequence[Task]) -> bool:
    """Whether “if it did not” is met: the answer to the question before it denies the verb of that question."""
    before = _asked_before(done, task) if IF_NOT.match(task.condition) else None
    words = stems(asked(before.request)) if before else frozenset()
    told = [t.text for t in stated(before)] if before else []
    return any(stems(found[1]) & words for text in told for found in _DENIED_VERB.finditer(text))


_DENIED_VERB = re.compile(r"\b(?:not|never)(?: been| yet)? ([a-z]+)")


def _case_told(task: Task, done: Sequence[Task]) -> bool:
    """Whether the notes show that what is to be told under a condition is to be told."""
    if IF_NOT.match(task.condition):
        before = _asked_before(done, task)
        told = before is not None and way(asked(before.request), stated(before)) is False
    else:
        question = _question(done, task)
        told = bool(stated(task)) and not any(_refutes(task, t) for t in stated(task))
        told = told or bool(question and not POSITIVE.match(task.condition) and _affirmed(question, task))
    return told or (len(stems(_BOUNDS.sub(" ", task.condition))) > 1 and _holds(task, done))


def _with_open_questions(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, the facts under a condition that the notes leave open told with the question it hangs on."""
    homes = {t.index: q.index for t in tasks if _left_open(t, tasks) and (q := _question(tasks, t))}
    moved = {at: [f for t in tasks if homes.get(t.index) == at for f in stated(t)] for at in homes.values()}
    kept = (
        replace(t, told=tuple(f for f in t.told if f.use is not Use.STATE)) if t.index in homes else t
        for t in tasks
    )
    return tuple(replace(t, told=(*t.told, *moved.get(t.index, ()))) for t in kept)


def _left_open(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether the notes say that nobody has decided yet what the condition of the task hangs on: “whether he has an
    interest is with the committee”.
    """
    if not task.condition:
        return False
    question = _question(tasks, task)
    asks = asked(question.request) if question else ""
    waits = [t for o in tasks for t in o.told if t.use is Use.OPEN and _ASKS.match(t.text)]
    if question and takes_up(task.condition, asks):
        beside = stated(task) and not any(
            content(asked(task.request)) & content(t.text) for t in stated(task)
        )
        answered = any(_answers(asks, t) for t in (*stated(question), *stated(task)))
        return any(t in (*question.told, *task.told) for t in waits) or (bool(beside) and not answered)
    words = stems(_BOUNDS.sub(" ", task.condition))
    return any(len(words & stems(t.text)) >= HALF * len(words) > 0 for t in waits)


def believed(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, “if you believe that it would cause harm” met where the notes refuse, the refusal and what follows
    it in the same note with it.
    """
    refused = next((t for t in told if t.use in {Use.STATE, Use.REMARK} and NOT_DONE.search(t.said)), None)
    home = next((t for t in tasks if t.treat is Treat.TELL and BELIEVES.match(t.condition)), None)
    if refused is None or home is None:
        return tuple(tasks)

    def goes(one: Told) -> bool:
        follows = one.fact == refused.fact and one.place >= refused.place
        return follows and one.use is Use.STATE and not COMPLIES.search(one.text)

    moved = tuple(t for o in tasks for t in o.told if goes(t))
    rest = (replace(t, told=tuple(s for s in t.told if s not in moved)) for t in tasks)
    return tuple(replace(t, met=True, told=(*t.told, *moved)) if t.index == home.index else t for t in rest)


BELIEVES = re.compile(
    r"(?:and )?if you (?:believe|conclude|determine|think|feel|are of the (?:view|opinion))\b", re.I
)
"""A condition on what the client holds, which a refusal bears out."""


def _freed(task: Task) -> Task:
    """The task, a condition within what it asks for left out where the notes decide it."""
    said, thing = task.request.conditional or "", task.request.object
    if not (task.met and said and said in thing) or thing.startswith(said):
        return task
    rest = re.sub(rf",? ?{re.escape(said)},? ?", " ", thing).strip()
    own = stems(_BOUNDS.sub(" ", said)) - stems(rest)
    dated = _OF_TIME.search(said) and any(_DATED.search(t.text) for t in stated(task))
    spoken = dated or any(own & stems(t.text) for t in stated(task))
    return replace(task, request=replace(task.request, object=rest)) if spoken else task


_OF_TIME = re.compile(r"\b(?:within|since|during|last|past|recent(?:ly)?|years?|months?)\b", re.I)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


def _denied_by_any(task: Task, done: Sequence[Task], promised: bool) -> Task:
    """The task, closed where its condition, in its own words, is denied by a sentence under any request."""
    said = task.condition
    open_ = said and not task.closed and not (promised and task.treat is Treat.UNDERTAKE)
    if not open_ or not CLAUSE.match(said) or _MATERIAL.search(said) or DENIES.search(said):
        return task
    facts = [t for o in done for t in stated(o) if not t.redacted]
    verdicts = {holds(said, "", t.text): t for t in facts}
    denial = verdicts.get(False)
    return task if True in verdicts or denial is None else replace(task, closed=denial.text)


def _unfailed(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, one for the case that something is not so not taken where the notes say that it is so.

    “If counsel cannot give the opinion, disclose why” falls away where counsel gives it; what stood with it goes to
    the last task before it that stays.
    """
    facts = [s for t in tasks for s in stated(t) if not s.redacted]
    done: list[Task] = []
    for task in tasks:
        stays = next((n for n in reversed(range(len(done))) if done[n].treat is not Treat.NOT_TAKEN), None)
        wants = [e for t in tasks if t.condition == task.condition for e in things(t)]
        if stays is None or not any(_fails(task, wants, f) for f in facts):
            done.append(task)
            continue
        done[stays] = replace(done[stays], told=(*done[stays].told, *task.told))
        done.append(replace(task, treat=Treat.NOT_TAKEN, met=True, told=()))
    return tuple(done)


_SUPPOSING = ("if ", "and if ", "or if ")
_UNABLE = re.compile(rf"{DENIES.pattern}|\bunable to\b", re.I)
_FIRM = re.compile(r"[“\"‘']will[”\"’'](?:-level)? (?:level )?opinions?\b", re.I)
"""An opinion of counsel that leaves nothing open."""


def _fails(task: Task, wants: Sequence[str], told: Told) -> bool:
    """Whether the sentence says that the condition, as it stands in its own words, is not so, or that there is none of
    what the staff `wants` for that case.
    """
    if not (_UNABLE.search(task.condition) and task.condition.lower().startswith(_SUPPOSING)):
        return False
    firm = re.search(r"\bopin", task.condition) and _FIRM.search(told.said)
    none = any(lacks(thing, told) for thing in wants)
    return bool(firm or none) or holds(task.condition, "", told.text) is False


def _denied_first(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, a denial under “if so” with the question before it that no other sentence answers."""
    done = list(tasks)
    for before, after in pairwise(tasks):
        denials = tuple(t for t in stated(after) if DENIES.search(t.text))
        silent = asked(before.request).startswith("whether") and not stated(before)
        if silent and denials and IF_SO.match(after.request.conditional or ""):
            done[before.index] = replace(done[before.index], told=(*before.told, *denials))
            rest = tuple(t for t in done[after.index].told if t not in denials)
            done[after.index] = replace(done[after.index], told=rest)
    return tuple(done)


def _said_after(task: Task, done: Sequence[Task]) -> Task:
    """The task; a question without facts is answered by those of the “if so” after it, which take it to be so."""
    after = next((t for t in done if t.index == task.index + 1), None)
    silent = task.treat is Treat.TELL and not task.told and asked(task.request).startswith("whether")
    if after is None or not silent or not IF_SO.match(after.request.conditional or ""):
        return task
    return replace(task, treat=Treat.NOT_TAKEN) if after.met and stated(after) else task


def _close(done: list[Task], task: Task, question: Task | None, denial: Told) -> None:
    """Closes the task by that denial, the facts under it told with what its question leaves open; “and, if so, the
    extent of it” is answered with the page before it.
    """
    others = tuple(t for t in task.told if t is not denial)
    if question and question.treat is Treat.REVISE and IF_SO.match(task.condition):
        done[task.index] = replace(task, treat=Treat.NOT_TAKEN, told=others)
        return
    if question and question.treat is Treat.TELL and left_open(question):
        facts = tuple(t for t in others if t.use is Use.STATE)
        done[question.index] = replace(question, told=(*question.told, *facts))
        others = tuple(t for t in others if t not in facts)
    done[task.index] = replace(task, closed=denial.text, told=(*others, denial))


def _closed_alike(task: Task, done: Sequence[Task]) -> Task:
    """The task, closed where another under the same condition is."""
    said = (task.request.conditional or "").lower()
    same = [t.closed for t in done if t.closed and (t.request.conditional or "").lower() == said]
    follows = not task.told or IF_SO.match(said)
    return replace(task, closed=same[0], met=False) if same and task.treat in _CLOSED and follows else task


def _followed(tasks: list[Task]) -> list[Task]:
    """The tasks, a question under “if so” free of its condition where the notes say that it is so, and answered with
    the question before it where they say more than that.
    """
    for task in tuple(tasks):
        question = _question(tasks, task) if task.treat is Treat.TELL else None
        if question and _affirmed(question, task):
            more = len(re.findall(r"[.;](?: |$)", " ".join(t.text for t in stated(question)))) > 1
            treat = Treat.NOT_TAKEN if more and not task.told else task.treat
            tasks[task.index] = replace(task, met=True, treat=treat)
    return tasks


def _settles(task: Task, told: Told) -> bool:
    """Whether counsel's words close a condition of materiality: “... so nothing to add on that”."""
    return bool(_MATERIAL.search(task.condition) and _SETTLES.search(told.said))


_CASE = re.compile(r"(?:and )?(?:if|to the extent|where|when)\b", re.I)
"""How a condition begins that may fail, and does not only limit what is asked: “any pledges”."""


def _refutes(task: Task, told: Told) -> bool:
    """Whether a sentence denies the case that the condition supposes, in its words: “no resources are given”.

    A refusal denies nothing of what the client believes.
    """
    said = task.condition
    supposes = _CASE.match(said) and not (DENIES.search(said) or BELIEVES.match(said))
    return bool(supposes and DENIES.search(told.text) and stems(said) & stems(told.text))


def _one_way(tasks: Sequence[Task]) -> Iterator[Task]:
    """The tasks, of “if not, ...; if so, ...” the one left out that the answer to the question rules out.

    What fails because the answer is no is closed in a sentence, once for each question.
    """
    moved: dict[int, tuple[Told, ...]] = {}
    out: dict[int, str] = {}
    closed: set[int] = set()
    for task in tasks:
        question = _asked_before(tasks, task)
        said = _ruling(question, task) if question and task.treat is Treat.TELL else None
        if question and said:
            denied = IF_NOT.match(task.condition) is None and question.index not in closed
            out[task.index] = said.text if denied else ""
            closed |= {question.index} if denied else set()
            moved[question.index] = (*moved.get(question.index, ()), *task.told)
    for task in tasks:
        if out.get(task.index):
            yield replace(task, closed=out[task.index], told=())
        elif task.index in out:
            yield replace(task, treat=Treat.NOT_TAKEN, told=())
        else:
            yield replace(task, told=(*task.told, *moved.get(task.index, ())))


def _ruling(question: Task, task: Task) -> Told | None:
    """The sentence of the notes that rules out the case for which the task asks; None for none."""
    thing = asked(question.request)
    if one_is_in(thing, stated(task)):
        return None
    said, so = decider(thing, stated(question)), way(thing, stated(question))
    against = (so is True and IF_NOT.match(task.condition)) or (
        so is False and POSITIVE.match(task.condition)
    )
    return said if said and against and not _tells_further(task, question, said) else None


def _tells_further(task: Task, question: Task, told: Told) -> bool:
    """Whether the sentence, told of a question, answers the “if so” behind it: it has the words that only that has."""
    own = stems(asked(task.request)) - stems(asked(question.request))
    return bool(IF_SO.match(task.condition)) and len(own & stems(told.text)) >= ANSWERS


def _with_its_answer(tasks: Sequence[Task]) -> list[Task]:
    """The tasks, an “if so” with the sentence that answers it, where that was told of the question before it."""
    done = list(tasks)
    for task in tasks:
        question = _asked_before(tasks, task)
        silent = question and task.treat is Treat.TELL and not (task.told or task.closed)
        found = (
            tuple(t for t in stated(question) if _tells_further(task, question, t))
            if question and silent
            else ()
        )
        if question and found:
            rest = tuple(t for t in question.told if t not in found)
            done[question.index] = replace(done[question.index], told=rest)
            done[task.index] = replace(task, told=found, met=True)
    return done


ANSWERS = 2
"""Words that only the second question has, by which a sentence answers that one and denies nothing of the first."""


def _asked_before(tasks: Sequence[Task], task: Task) -> Task | None:
    """The “tell us whether” before the task that its condition takes up."""
    before = [
        t
        for t in tasks
        if t.index < task.index and t.treat in {Treat.TELL, Treat.CONFIRM} and not t.condition
    ]
    last = before[-1] if before else None
    return last if last and task.condition and re.match(r"whether\b|if\b", asked(last.request)) else None


HALF = 0.5
"""Share of a condition's content words in one sentence that states it."""


def _stated(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether the notes say outright that the condition holds: “a report that the Company commissioned”.

    A condition that something is not so is met by a sentence that denies it.
    """
    words = stems(_BOUNDS.sub(" ", task.condition))
    if len(words) < 2 or IF_SO.match(task.condition) or _MATERIAL.search(task.condition):
        return False
    denied = bool(DENIES.search(task.condition))
    facts = [s.text for t in tasks for s in stated(t) if bool(DENIES.search(s.text)) == denied]
    return any(len(words & stems(f)) >= HALF * len(words) for f in facts)


def _question(tasks: Sequence[Task], task: Task) -> Task | None:
    """The “tell us whether” that the condition hangs on: the last answer in the letter before it."""
    before = [
        t
        for t in tasks
        if t.index < task.index
        and (
            t.treat in {Treat.TELL, Treat.CONFIRM, Treat.WITHDRAW}
            or (t.treat in CHANGING and _ASKS.match(asked(t.request)))
        )
        and not IF_SO.match(t.request.conditional or "")
    ]
    last = before[-1] if before else None
    if last is None:
        return None
    follows = takes_up(task.condition, asked(last.request)) or _MATERIAL.search(task.condition)
    return last if follows else None


def _denial(question: Task | None, task: Task) -> Told | None:
    if DENIES.search(task.condition):
        return None
    if question and takes_up(task.condition, asked(question.request)):
        thing = (_WHETHER.findall(asked(question.request)) or [asked(question.request)])[-1]
        said = decider(thing, stated(question))
        if said and way(thing, [said]) is False and not said.redacted:
            return said
    words = stems(asked(question.request)) if question else stems(_BOUNDS.sub(" ", task.condition))
    words = words | stems(_BOUNDS.sub(" ", task.condition)) if _MATERIAL.search(task.condition) else words
    scored = [
        (_common(words, t.text), t)
        for t in (*(stated(question) if question else ()), *stated(task))
        if DENIES.search(t.text) and not t.redacted and words and _against(question, task, t)
    ]
    best = max(scored, key=lambda s: s[0], default=None)
    if best is None:
        return None
    enough = best[0] >= ENOUGH * len(words) or best[0] >= MOST * len(stems(best[1].text))
    return best[1] if enough and best[0] >= min(2, len(words)) else None


def _holds(task: Task, tasks: Sequence[Task]) -> bool:
    """Whether a note says that the condition holds, or answers the “whether” that is asked under it."""
    if _MATERIAL.search(task.condition):
        return False
    told = [t for o in tasks for t in stated(o) if not t.redacted]
    before = _whether_before(tasks, task)
    answered = _ASKS.match(wants := asked(task.request)) and any(
        holds(wants, "", t.text) is not None for t in told
    )
    said = [holds(task.condition, before, text) for t in told for text in (t.text, t.said)]
    return (bool(answered) or True in said) and False not in said


def _whether_before(tasks: Sequence[Task], task: Task) -> str:
    """The last “whether” that a request before the task asks; "" for none."""
    before = [m for t in tasks if t.index < task.index for m in _WHETHER.findall(asked(t.request))]
    return before[-1] if before else ""


_WHETHER = re.compile(r"\b(?:whether|if) [^;:]+")


def _against(question: Task | None, task: Task, told: Told) -> bool:
    """Whether the sentence denies the condition: not one that affirms it, or that answers the request itself."""
    before = asked(question.request) if question else ""
    if holds(task.condition, before, told.text) or holds(task.condition, before, told.said):
        return False
    wants = asked(task.request)
    answers = _ASKS.match(wants) and holds(wants, "", told.text) is not None
    return not answers or holds(task.condition, before, told.text) is False


MOST = 0.4
"""Share of a denial's own content words that a long condition must hold."""


def _common(words: frozenset[str], text: str) -> int:
    """How many of the words the text has in some form: “offer” in “offered”."""
    said = stems(text)
    return sum(any(w == s or (len(w) > SHORTEST and s.startswith(w)) for s in said) for w in words)


SHORTEST = 3
"""Letters; a shorter word may begin any other."""


def _affirmed(question: Task, task: Task) -> bool:
    """Whether the notes state what the question asks: then "if so" is so; materiality stays open."""
    facts = stated(question)
    return bool(
        any(_answers(asked(question.request), t) for t in facts)
        and (one_is_in(asked(question.request), facts) or not any(DENIES.search(t.text) for t in facts))
        and not _MATERIAL.search(task.condition)
        and takes_up(task.condition, asked(question.request))
    )


def _answers(thing: str, told: Told) -> bool:
    """Whether the sentence may be the yes to the question: it has words of it, or is all that is said of it."""
    return bool(content(thing) & content(told.text) - _MONTHS) or told.why == ASSENT


_MONTHS = content("January February March April June July August September October November December")
"""What a question and a fact may both name by chance."""
