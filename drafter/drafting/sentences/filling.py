"""The bare answers among the sentences placed with a request, each made whole with the thing that it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import ended, lowered, raised
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.tagging import begins_aside, words
from drafter.drafting.language.turning import turn
from drafter.drafting.notes.affirming import verdict
from drafter.drafting.notes.ready import ASSENT
from drafter.drafting.notes.told import Told, Use
from drafter.drafting.planning.answering import suits
from drafter.drafting.planning.plan import Task, stems
from drafter.drafting.planning.prose import speaks, stands
from drafter.drafting.planning.referring import named
from drafter.drafting.sentences.explaining import explanation
from drafter.drafting.sentences.replying import answered

_STANDS_IN = re.compile(r"(?:There|This|It|They|These|The amount)\b")
"""A subject put before a bare answer, where nothing is known of what it answers."""
_DENIES = re.compile(r"Not so\.?|(?:It|They) (?:is|are|was|were|has|have|does|do|did)\b(?: not|n['’]t)?\.?")
"""That what the question takes for granted is otherwise, so that no sentence of its words can be put together."""
_LEAD = re.compile(r"^.+? (?:as follows|following reasons?):")


def filled(tasks: Sequence[Task], setting: Setting, scene: Scene) -> tuple[Task, ...]:
    """The tasks, their bare answers as whole sentences; what stands as a sentence already is left as it is."""
    whole = [replace(t, told=_filled(t, setting, scene)) if t.told else t for t in tasks]
    return named(whole, setting.comment)


def _filled(task: Task, setting: Setting, scene: Scene) -> tuple[Told, ...]:
    done: list[Told] = []
    denied = any(t.thing.startswith("why") and _DENIES.fullmatch(t.said) for t in task.told)
    for told in task.told:
        said = verdict(told.said)
        bare = told.thing and (_lacks(told) or said != told.said) and not denied
        whole = (answered(told.thing, said, setting) or _in_its_blank(told, scene)) if bare else ""
        whole = whole or _assented(told, setting) or _otherwise(told, scene)
        lead = _LEAD.match(whole)
        last = done[-1] if done else None
        if last and lead and last.text.startswith(lead.group()) and last.fact == told.fact:
            further = whole[lead.end() :]
            done[-1] = replace(
                last, text=f"{last.text.rstrip('.')};{further}", said=f"{last.said} {told.said}"
            )
        elif not whole or (lead and any(d.text.startswith(lead.group()) for d in done)):
            done.append(told)
        else:
            done.append(replace(told, text=whole, rough=False))
    return tuple(done)


def _assented(told: Told, setting: Setting) -> str:
    """The question as the fact that a yes makes of it, where the words behind the yes only name it again; else ""."""
    again = stems(told.text) and all(
        any(w[:BEGUN] == t[:BEGUN] for t in stems(told.thing)) for w in stems(told.text)
    )
    return answered(told.thing, "Yes.", setting) if told.why == ASSENT and again and not speaks(told) else ""


def _otherwise(told: Told, scene: Scene) -> str:
    """“Not so” to why something was not done as the sentence that it was; "" for anything else."""
    asked = re.fullmatch(
        r"why (?P<clause>[^,;]+? (?:is|are|was|were|has|have) )not (?P<rest>[^,;]+)", told.thing
    )
    if asked is None or not _DENIES.fullmatch(told.said) or re.search(r" not|n['’]t", told.said):
        return ""
    return ended(raised(turn(f"{asked['clause']}{asked['rest']}", scene.voice)))


BEGUN = 5
"""Letters by which forms of one word are known: “indicator” and “indication”."""
_ONE_BLANK = re.compile(r"(?P<lead>[^\[\]]+)(?<! because) \[●[^\]]*\]\.")
"""A statement that lacks one thing, at its end."""
LONGEST = 20
"""Words of what a blank takes."""


def _in_its_blank(told: Told, scene: Scene) -> str:
    """The statement that the question becomes, with the bare answer in place of its blank; "" where it is of another
    kind than what is asked for.
    """
    said = told.said if _STANDS_IN.match(told.text) else told.text
    acts = any(word.kind in "ABVZ" for word in words(said))
    several = ", " in told.thing or ":" in said
    if speaks(told) or acts or several or len(said.split()) > LONGEST or not suits(told.thing, told.said):
        return ""
    statement = _ONE_BLANK.fullmatch(explanation(turn(told.thing, scene.voice), scene))
    if statement is None:
        return ""
    at = " in" if told.thing.startswith("where ") and not begins_aside(lowered(said)) else ""
    return ended(f"{statement['lead']}{at} {lowered(said)}")


def _lacks(told: Told) -> bool:
    """Whether the sentence has no subject of its own yet."""
    verb = re.escape(told.said.split(" ")[0].lower())
    acts = re.match(rf"(?:It|They) {verb}\b", told.text)
    stated = told.use is Use.STATE and not told.redacted and not told.why and not acts
    return stated and (not stands(told) or bool(_STANDS_IN.match(told.text) or _LEAD.match(told.text)))
