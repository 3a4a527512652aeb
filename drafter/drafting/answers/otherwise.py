"""The other way to answer a comment, in a sentence that counsel can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.authorities import authorities
from drafter.domain import Move
from drafter.drafting.answers.branches import ADVISES, is_bare
from drafter.drafting.answers.pointing import REFERS
from drafter.drafting.answers.writers import write
from drafter.drafting.language.clauses import MATTER, says_that
from drafter.drafting.language.scene import frames
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.places import BLANK
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import WRITING, Task, Treat
from drafter.drafting.sentences.desk import Desk, authority_of, resolved, verb_of

_REVISED, _TOLD = "revised_disclosure", "explanation"
"""The deliverables of requests whose answers change the words of a filing, and stand in the letter itself."""
LONGEST = 30
"""Words of a request that the sentence repeats; a longer one is only referred to."""


def alternatives(desk: Desk) -> Iterator[tuple[str, str]]:
    """Each other way to answer, by the check it is told under: the branches not taken, else another move where neither
    counsel nor the notes chose the one made.
    """
    tasks = desk.plan.tasks
    others = {t.request.alternative_of for t in tasks} - {None}
    branches = [t for t in tasks if t.treat is Treat.NOT_TAKEN and not t.met and _parted(t, others)]
    shown = any(told.why == REFERS for t in tasks for told in t.told)
    for task in branches:
        if shown and "where" in task.request.text:
            continue
        said, read = task.request.text.rstrip(" ,;"), _branch(desk, task)
        taken = f" Taken, it would read: “{read}”" if read else ""
        cost = frames()["branch"]["cost"] if is_bare(task.request) and read else ""
        yield "draft.branch", f"The other branch was not taken: “{said}”{taken}{cost}"
    if branches or _SETTLED.match(desk.plan.reason):
        return
    row = _other_move(desk)
    do = row.get("do") or _named(desk)
    if row and (do or not re.search(r"\{(?:do|change)\}", row["sentence"])):
        yield "draft.alternative", f"Alternative: “{_say(desk, row['sentence'], do)}” ({row['needs']})."


_SETTLED = re.compile(r"The stance was set by counsel|The notes say")
"""Why a move was chosen that nobody wants an alternative to."""


def _parted(task: Task, others: set[int | None]) -> bool:
    """Whether the request stands against another or hangs on a condition, so that it is no part of what is said."""
    return task.index in others or task.request.alternative_of is not None or bool(task.condition)


def _other_move(desk: Desk) -> dict[str, str]:
    """The row of the other move that is open on this comment; an empty one for none."""
    stance = Move.EXPLAIN if desk.plan.stance is Move.ANALYSIS else desk.plan.stance
    table: dict[str, list[dict[str, str]]] = frames()["alternative"]
    rows = table.get(f"{stance}_{desk.plan.place.target}", table.get(str(stance), []))
    cited = [c.canonical for c in authorities(desk.plan.comment.text)]
    text = "; ".join([*cited, *(t.request.text for t in desk.plan.tasks)])
    seen = {"", *(name for name, cue in frames()["cues"].items() if re.search(cue, text, re.I))}
    return next((r for r in rows if r.get("unless") not in seen and r.get("where", "") in seen), {})


def _branch(desk: Desk, task: Task) -> str:
    """How the answer would read on the branch not taken, "" where it would send papers and not words."""
    if task.request.deliverable == _REVISED:
        if is_bare(task.request) and desk.plan.place.target is not Target.REGISTRATION:
            return _written(desk, task, Treat.UNDERTAKE)
        return _say(desk, "{change}", doing(desk, task))
    if task.request.deliverable != _TOLD:
        return ""
    if ADVISES.fullmatch(task.request.text):
        return _say(desk, frames()["branch"]["declined"], doing(desk))
    thing = turn(resolved(desk, task), desk.scene.voice, known=True)
    if why := re.match(r"why (?=.+ )", thing):
        clause = thing[why.end() :].rstrip(" ,;.")
        return desk.scene.say("branch", "because", clause=clause, showing=_showing(desk, task, clause))
    return _written(desk, task, Treat.TELL)


def _showing(desk: Desk, task: Task, clause: str) -> str:
    """What has to be shown for the refusal that the clause states."""
    kind = "material" if _IMMATERIAL.search(clause) else "not" if _UNCALLED.search(clause) else "other"
    law = authority_of(desk.plan, [task]) or "the provision"
    return desk.scene.fill(frames()["showing"][kind], law=law)


_IMMATERIAL = re.compile(r"\b(?:not|is|are|was|were)(?: \w+)? material\b|\bimmaterial\b")
_UNCALLED = re.compile(r"\b(?:not|no|nothing)\b.*\b(?:required?|needed|appl(?:y|ies)|called for|filed)\b")


def _written(desk: Desk, task: Task, treat: Treat) -> str:
    """The answer to the request by itself, so treated."""
    free = replace(task, treat=treat, met=True)
    text = " ".join(p.text for p in write(replace(desk, written=0), [free]))
    return f"{desk.scene.say('tell', 'all_open')} {text}" if text.startswith("[●") else text


def _say(desk: Desk, sentence: str, do: str) -> str:
    place = desk.plan.place
    change = frames()["branch"]["revised" if place.target is Target.REGISTRATION else "promised"]
    filings = "earnings releases" if place.target is Target.RELEASE else "filings"
    asked_ = [t for t in desk.plan.tasks if t.treat is not Treat.NOT_TAKEN][-1:]
    law = asked_ and authority_of(desk.plan, asked_)
    parts = {"due": place.due, "page": BLANK, "amendment": place.amendment, "law": law or "the provision"}
    return desk.scene.fill(sentence.replace("{change}", change), do=do, filings=filings, **parts)


def _named(desk: Desk) -> str:
    """What the other answer does, by name, "" where that cannot be said: for a change, the change; for what is told,
    the disclosure that the question is after, where nothing else is asked for.
    """
    if desk.plan.stance not in {Move.EXPLAIN, Move.ANALYSIS}:
        return doing(desk).replace(UNNAMED, "")
    tasks = [t for t in desk.plan.tasks if t.treat is not Treat.NOT_TAKEN]
    thing = resolved(desk, tasks[0]).rstrip(" ,;.") if {t.treat for t in tasks} == {Treat.TELL} else ""
    do = f"disclose {thing}" if _OF_POLICY.match(thing) else ""
    if found := _SOUGHT.match(thing):
        verb = re.sub(r"(?<=[iou][bdls])(?:ing|ed)$", "e", found["verb"])
        do = f"{re.sub('(?:ing|ed)$', '', verb)} {found['thing']}"
    return turn(do, desk.scene.voice, known=True) if len(do.split()) <= LONGEST else ""


_SOUGHT = re.compile(
    r"(?:how you (?:have )?considered|(?:what|the|your) consideration\b(?: you (?:have given|gave|give))? "
    r"(?:to|of|for)|why you (?:do|did|have|had) not)(?: separately)? "
    r"(?P<verb>(?:disclos|provid|present|includ|discuss|describ|expand|reconcil)(?:e|ing|ed)?|"
    r"(?:quant|ident)ify(?:ing)?) (?P<thing>.+?)(?:,? (?:and (?:how|why|whether)|or (?:how|why))\b.*)?$",
    re.I,
)
"""A question that is after a disclosure: “why you did not quantify the effect”."""
_OF_POLICY = re.compile(
    r"(?!.*\b(?:19|20)\d\d\b)(?:(?:the |a )?(?:nature|components?|composition|definition|types|breakdown)\b|"
    r"what [^,;]+ (?:represents?|means?)$|how you (?:currently )?(?:define|calculate|compute|measure|estimate|earn|use|"
    r"recognize|classify|present|account for|record|identify|test|determine(?! that\b| whether\b| it\b))\b)",
    re.I,
)
"""What an accounting policy or a definition says, which a filing may say as well, of no year gone by."""


UNNAMED = "make the requested change"


def doing(desk: Desk, task: Task | None = None) -> str:
    """What the task, else the first that changes a filing in any case, would have done: "quantify each factor"."""
    task = task or next((t for t in desk.plan.tasks if t.treat in WRITING and not t.condition), None)
    thing = turn(resolved(desk, task), desk.scene.voice, known=True).rstrip(" ,;.") if task else ""
    thing = _WHERE.sub("", _OR_ELSE.sub("", thing))
    vague = thing in {"", MATTER} or re.match(r"be [a-z]+ed\b", thing)
    if task is None or vague or task.treat is Treat.AMEND or len(thing.split()) > LONGEST:
        return UNNAMED
    return f"{verb_of(task)} that {thing}" if says_that(task.request) else f"{verb_of(task)} {thing}"


_WHERE = re.compile(r",? (?:in|from) (?:(?:its|our|all|any) )?future filings\b")
_OR_ELSE = re.compile(r",? or, .*$")
