"""What a note leaves open by a bare word, asked for in the staff's words: “FP&A has the quarters”, “Party C”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import raised
from drafter.drafting.language.nouns import valued
from drafter.drafting.language.turning import Voice, turn
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import Task, stated, stems
from drafter.drafting.planning.settling import things


def in_their_words(tasks: Sequence[Task], voice: Voice) -> tuple[Task, ...]:
    """The tasks, each blank that names its thing by a bare word with what the staff asks of it."""
    every = [thing for task in tasks for thing in things(task)]
    return tuple(replace(t, told=tuple(_named(one, t, every, voice) for one in t.told)) for t in tasks)


def _named(told: Told, task: Task, every: Sequence[str], voice: Voice) -> Told:
    found = _OWNED.fullmatch(told.text)
    if told.use is not Use.OPEN or found is None:
        return told
    said, thing, who = found["thing"], told.thing, found["who"] or ""
    of_part = _FOR.match(said) or _NAME.fullmatch(said)
    if of_part:
        part = said.removeprefix(of_part["at"] or "")
        near = [t for t in every if stems(part) & stems(t) or (_US.search(part) and "you" in t)]
        thing = near[0] if near and thing not in near else thing
        who = f", as to {_US.sub(voice.noun, part)}{who}"
    elif _part(said, thing):
        thing, who = _CUT.split(_ANALYSIS.sub("", thing))[0], f", as to {_the(said)}{who}"
    elif not _bare(said, thing) or any(s.thing == thing for s in stated(task)):
        return told
    return replace(told, text=f"{turn(thing, voice)}{who}") if _NAMED.fullmatch(thing) else told


def _bare(said: str, thing: str) -> bool:
    """Whether the words say no more than a few of those by which the staff names the thing."""
    few = len(stems(said)) <= BARE and len(said.split()) < len(thing.split())
    return few and stems(said) <= stems(thing) and not _QUESTION.match(said)


def _part(said: str, thing: str) -> bool:
    """Whether the words name but some of what the staff asks about: “other units”, “Dutch plan” of “each plan”."""
    if len(said.split()) > BARE or len(thing.split()) <= BARE or valued(said) or _QUESTION.match(said):
        return False
    kind, _, head = said.rpartition(" ")
    of_its_kind = stems(kind) and stems(head) & stems(thing) and not stems(kind) & stems(thing)
    return bool(_OTHERS.match(said) or of_its_kind or (said[:1].isupper() and said in thing))


def _the(part: str) -> str:
    """The part with its article; a name has none."""
    name = part == raised(part) and " " not in part
    return part if name or re.match(r"(?:the|all|any|both|its) ", part, re.I) else f"the {part}"


_OWNED = re.compile(r"(?P<thing>[^()]+)(?P<who> \([^()]+\))?")
_CUT = re.compile(r", (?!and )|,? (?:for|in|on|to|under) (?:each of|which|whom)\b")
"""Where what is asked has its tail: “..., addressing”, “for each of”, “to which”."""
_ANALYSIS = re.compile(
    r"^(?:your|an|the) (?:[a-z]+ )?(?:analysis|explanation) (?:of|as to) (?=whether\b|how\b|why\b)"
)
_FOR = re.compile(r"(?P<at>(?:for|from|by|on|of|to) )", re.I)
_NAME = re.compile(r"(?P<at>)(?:[A-Z][\w’'&-]+|[A-Z])(?: [A-Z][\w’'&-]*)+")
_OTHERS = re.compile(r"(?:the )?(?:rest|others?|remainder|remaining)\b", re.I)
_US = re.compile(r"\b(?:us|we)\b")
_QUESTION = re.compile(r"(?:whether|how|what|which|when|where|who|why)\b", re.I)
_NAMED = re.compile(r"(?!(?:it|they|them|this|these|those)\b)\S+(?:\s+\S+){0,23}", re.I)
"""What a blank can ask for: a thing that is named, and in few words."""
BARE = 3
"""Content words of a bare name."""
