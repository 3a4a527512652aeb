"""When and where a disclosure will be made, as counsel's notes say it: its due date and no sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.drafting.casing import lowered, raised
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, stems
from drafter.drafting.resolving import CANNOT
from drafter.drafting.turning import Voice
from drafter.drafting.verbs import is_clause

_REPORT = (
    r"(?:[Ff]orm (?:10-[KQ]|20-F|40-F)(?!/A)|(?:annual|quarterly) report|proxy statement)"
    r"(?: for the (?:fiscal year|quarter|quarterly period) end(?:ing|ed) [A-Z][a-z]+ \d{1,2}, \d{4})?"
    r"(?: on(?:wards?)?)?"
)
_WHEN = (
    r"(?:(?:starting|beginning) (?:with|in)|first(?: time)? in|from|in(?:to)?|with effect from|as of|with) "
    rf"(?:the |our |its )?(?:next )?(?:\d{{4}} )?{_REPORT}"
)
_DUE_ONLY = re.compile(
    r"(?:(?:the |our |this |that )?(?:(?!\bexhibit)[\w-]+ ){0,3}?"
    r"(?:goes|going|go|will go|to go|comes|will (?:first )?(?:appear|"
    r"be (?:included|disclosed|added|provided|given|made))"
    rf"|is (?:to be )?included|first appears),? )?{_WHEN}\W*|"
    r"(?:(?:we|(?:the )?[a-z]+) )?(?:will|agrees? to) (?:do|say|state|disclose|add|include|give|provide|make) "
    rf"(?:this|it|so|that|them|these)(?!.*\bproxy\b),? {_WHEN}\W*",
    re.I,
)
"""“Goes into the Form 10-K for ...”, “Table will be included in the Form 10-Q for ...”: the due date alone."""
_FIRST = re.compile(
    r"(?P<thing>[^.;:]{3,80}?) (?:goes|go|will go|comes?|will come) (?P<how>(?:first|last|before|ahead of|after)\b"
    rf"(?:[^.;]|\.(?=\d))*?)(?:,? {_WHEN})?\W*",
    re.I,
)
"""“The combined ratio goes first in every table, from the Form 10-Q for ...”."""


def without_dues(tasks: Sequence[Task], loose: Sequence[Told]) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """The tasks and the notes beside them without what only repeats the due date that the promise gives."""
    promised = [t for t in tasks if t.treat is Treat.UNDERTAKE and not t.condition]
    if not promised:
        return tuple(tasks), tuple(loose)
    tasks = _with_their_promise(tasks, promised)
    kept = tuple(t if t.condition else replace(t, told=_beyond(t.told)) for t in tasks)
    return kept, _beyond(loose)


_IN_THOSE = "In those filings, "


def _with_their_promise(tasks: Sequence[Task], promised: Sequence[Task]) -> list[Task]:
    """The tasks, what will be done in the filings that are promised with the promise that it speaks to."""
    moved = [n for t in tasks if t.treat is not Treat.UNDERTAKE for n in t.told if _of_the_promise(n)]
    homes = [_nearest(n, promised) for n in moved]
    return [
        replace(
            t,
            told=(
                *(n for n in t.told if n not in moved),
                *(n for n, home in zip(moved, homes, strict=True) if home == t.index),
            ),
        )
        for t in tasks
    ]


def _of_the_promise(told: Told) -> bool:
    """Whether the sentence is the promise itself with its filing, or says how it is carried out there."""
    promised = told.use is Use.STATE and not told.redacted and _DATED_PROMISE.match(told.text)
    return bool(promised) or told.text.startswith(_IN_THOSE)


_DATED_PROMISE = re.compile(
    r"(?:We|The [A-Z]\w+) will (?!request\b|refer\b)[^.;]+, beginning with (?:our|its|the) "
)


def _nearest(told: Told, promised: Sequence[Task]) -> int:
    words = stems(told.text)
    return max(promised, key=lambda t: len(stems(t.request.text) & words)).index


def _beyond(told: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(t for t in told if t.use is not Use.STATE or not only_due(t))


def only_due(told: Told) -> bool:
    """Whether the sentence says no more than where something will be disclosed: “We will add it from the Form 10-Q”."""
    said = _DUE_ONLY.fullmatch(told.said.strip()) and " will state that " not in told.text
    return bool(said or _DUE_ONLY.fullmatch(told.text))


_PERIOD = r"(?: for the (?:fiscal year|quarter|quarterly period) end(?:ing|ed) [A-Z][a-z]+ \d{1,2}, \d{4})?"
_PAPER = rf"(?:the |our |its )?(?P<report>{_REPORT}|(?:earnings|press) release{_PERIOD})"
_DISCLOSED = re.compile(
    r"(?P<thing>(?:The|Our|Its) [^,;.]{3,60}?) (?:will|is to|are to) be disclosed,? (?:in|from|beginning with) "
    rf"{_PAPER}"
    r"(?P<how>, with(?:out)? [^,;.]+)?\."
)
"""“The trend will be disclosed in the Form 10-Q for ...”."""
_FROM = rf"(?:From|Starting with|Beginning with) {_PAPER},? "
_FRONTED = re.compile(rf"{_FROM}(?:we|the [A-Z]\w+) will (?P<rest>[^;]+)\.")
"""“From the Form 10-Q for ... we will show X for the latest period only.”"""
_FRONTED_PASSIVE = re.compile(
    rf"{_FROM}(?P<thing>(?:the|our|its) [^,;.]{{3,60}}?) will be (?P<done>included|shown|presented|given|disclosed|"
    r"reported|described|quantified)(?P<how> [^;]+)?\."
)
_TO_DO = {
    "shown": "show",
    "given": "give",
    "included": "include",
    "quantified": "quantify",
    "described": "describe",
}
_NAME = r"(?P<name>[A-Z][^,;.]{2,60}?)"
_RENAMED = re.compile(
    r"(?P<what>It|The [\w ]{2,40}?) will be (?:(?:re)?named|called|(?:re)?titled|(?:re)?labell?ed|captioned) "
    rf"{_NAME}(?:,? (?:from|starting with|beginning with) {_PAPER})?\."
)
"""“The measure will be called Adjusted Free Cash Flow from the earnings release for ...”."""
_RECAPTIONED = re.compile(
    rf"{_FROM}(?P<what>the (?:caption|title|name|label|heading)) will be (?:called |changed to )?{_NAME}\."
)


def in_those_filings(told: Sequence[Told], voice: Voice, text: str) -> tuple[Told, ...]:
    """The sentences: what “goes first” as done in the filings that are promised, what “will be” as a promise.

    `text` is the comment's.
    """
    whole = [_active(_placed(t), voice, text) for t in told]
    if CANNOT.search(text):
        return tuple(whole)
    return tuple(_saying(t, whole[n - 1] if n else None, voice) for n, t in enumerate(whole))


_SAY_SO = re.compile(
    rf"(?:We|The [A-Z]\w+) will (?:say|state) (?:so|this|that),? (?:in|from|beginning with) {_PAPER}\."
)
_HELD = re.compile(r"[\d$;:]|^(?:It|This|That|They|These|Those|We will|The \w+ will)\b")
"""What does not stand behind “state that”: a figure of its date, a pronoun, a promise, several clauses."""
LONGEST = 24
"""Words of a sentence that a promise can be said to state."""


def _saying(told: Told, before: Told | None, voice: Voice) -> Told:
    """The sentence, “will say so” as the promise to state what the sentence before it says."""
    found = _SAY_SO.fullmatch(told.text) if told.use is Use.STATE and not told.redacted else None
    if found is None or before is None or before.use is not Use.STATE or before.redacted:
        return told
    fact = re.sub(r"\b(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?20\d\d\b", "", before.text)
    if _HELD.search(fact) or len(before.text.split()) > LONGEST or not is_clause(before.text):
        return told
    said = lowered(before.text.rstrip("."))
    due = f"beginning with {voice.possessive} {found['report']}"
    return replace(told, text=f"{raised(voice.noun)} will state that {said}, {due}.", rough=False)


def _active(told: Told, voice: Voice, text: str) -> Told:
    if told.use is not Use.STATE or told.redacted:
        return told
    tried = ((m, say) for pattern, say in _PROMISES if (m := pattern.fullmatch(told.text)))
    found, deed = next(((m, d) for m, say in tried if (d := say(m, text))), (None, ""))
    if found is None:
        return told
    due = f", beginning with {voice.possessive} {found['report']}" if found["report"] else ""
    return replace(told, text=f"{raised(voice.noun)} will {deed}{due}.", rough=False)


def _included(found: re.Match[str], _: str) -> str:
    done = found["done"]
    return f"{_TO_DO.get(done, done.removesuffix('ed'))} {found['thing']}{found['how'] or ''}"


def _renamed(found: re.Match[str], text: str) -> str:
    what = found["what"]
    if what == "It":
        what = "the measure" if re.search(r"\bmeasure\b", text) else ""
    titled = re.search(r"\b(?:caption|title|name|label|heading)$", what)
    return (
        what
        and f"{'change' if titled else 'rename'} {lowered(what)}{' to' if titled else ''} {found['name']}"
    )


_PROMISES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (_DISCLOSED, lambda m, _: f"disclose {lowered(m['thing'])}{(m['how'] or '').lstrip(',')}"),
    (_FRONTED, lambda m, _: m["rest"]),
    (_FRONTED_PASSIVE, _included),
    (_RENAMED, _renamed),
    (_RECAPTIONED, _renamed),
)


_VOLUNTEERED = re.compile(
    r"(?:We|The \w+) will disclose (?P<thing>(?:the|our|its) [^,;.]{3,60}), beginning with (?:our|its) Form .+"
)


def volunteered(told: Sequence[Told]) -> tuple[str, ...]:
    """What the notes promise to disclose by name, from a report on."""
    stated = (_VOLUNTEERED.fullmatch(t.text) for t in told if t.use is Use.STATE)
    return tuple(m["thing"] for m in stated if m)


def _placed(told: Told) -> Told:
    found = _FIRST.fullmatch(told.said.strip()) if told.use is Use.STATE else None
    if found is None or told.redacted:
        return told
    thing = re.sub(r"^(?:the )?", "the ", lowered(found["thing"]), count=1)
    return replace(told, text=f"{_IN_THOSE}{thing} will be presented {found['how'].strip()}.", rough=False)
