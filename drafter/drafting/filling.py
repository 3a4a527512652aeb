"""The bare answers among the sentences placed with a request, each made whole with the thing that it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.articles import Setting
from drafter.drafting.plan import Task
from drafter.drafting.prose import stands
from drafter.drafting.replying import answered
from drafter.drafting.told import Told, Use

_STANDS_IN = re.compile(r"(?:There|This|It|They|These|The amount)\b")
"""A subject put before a bare answer, where nothing is known of what it answers."""
_LEAD = re.compile(r"^.+? (?:as follows|following reasons?):")


def filled(tasks: Sequence[Task], setting: Setting) -> tuple[Task, ...]:
    """The tasks, their bare answers as whole sentences; what stands as a sentence already is left as it is."""
    return tuple(replace(t, told=_filled(t, setting)) if t.told else t for t in tasks)


def _filled(task: Task, setting: Setting) -> tuple[Told, ...]:
    done: list[Told] = []
    for told in task.told:
        whole = answered(told.thing, told.said, setting) if told.thing and _lacks(told) else ""
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


def _lacks(told: Told) -> bool:
    """Whether the sentence has no subject of its own yet."""
    stated = told.use is Use.STATE and not told.redacted and not told.why
    return stated and (not stands(told) or bool(_STANDS_IN.match(told.text) or _LEAD.match(told.text)))
