"""A later round of comments: the answer to “prior comment 4”, what the company undertook and said there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drafter.domain import Comment, Precedent
from drafter.drafting.language.days import day_in
from drafter.drafting.language.turning import Voice, turn_own
from drafter.drafting.planning.dues import NAMED_DUE
from drafter.drafting.planning.plan import Plan
from drafter.matters import sentences

_PRIOR = re.compile(
    r"\b(?:prior|previous|earlier) comments? (?P<number>\d{1,3})\b|"
    r"\bresponse to comment (?P<of_letter>\d{1,3}) (?:of|in|from) (?:our|your|the) (?:prior |previous )?letter\b",
    re.I,
)
_DOUBTED = re.compile(
    r"\breconcile\b|\b(?:in)?consistent\b|\bhowever\b|\bcontradict|\byou(?:r response)? "
    r"(?:say|stated?|told|indicated?s?|asserts?|advised?|explain(?:ed)?|believed?|conclude[ds]?)\b",
    re.I,
)
_WILL = re.compile(
    r"^(?P<before>.*?)\b(?:we|it|the \w+) will (?P<what>(?:disclose|provide|include|present|add|expand|revise|"
    r"quantify|discuss|describe|state|identify|separate|file)\b[^“”\"\[\]]*?)\.?$",
    re.I,
)


def priors(text: str) -> frozenset[str]:
    """The numbers of the prior comments that a comment names."""
    return frozenset(m["number"] or m["of_letter"] for m in _PRIOR.finditer(text))


def answered_before(comment: Comment, own: Sequence[Precedent]) -> Precedent | None:
    """The own earlier answer to the one prior comment that the comment names; None for none or for several."""
    named = priors(comment.text)
    found = [p for p in own if p.pair.sent and p.pair.comment.number in named]
    return max(found, key=lambda p: p.pair.sent or date.min) if found and len(named) == 1 else None


def of_this_comment(
    comment: Comment, every: Sequence[Comment], own: Sequence[Precedent]
) -> tuple[Precedent, ...]:
    """The own earlier answers without those of the last letter to which another comment returns by number."""
    mine, theirs = priors(comment.text), frozenset(n for c in every for n in priors(c.text))
    last = max((p.pair.sent for p in own if p.pair.sent), default=None)
    return tuple(
        p for p in own if p.pair.sent != last or p.pair.comment.number not in theirs - mine or last is None
    )


def promises_due(comment: Comment, own: Sequence[Precedent], today: date | None) -> tuple[str, ...]:
    """What that answer promised for a report whose period has not ended: it is where the answer falls due."""
    return tuple(s for s in _promised(answered_before(comment, own)) if not _past(s, today))


def undertook(plan: Plan, voice: Voice) -> tuple[str, bool]:
    """What the company undertook there, as it follows "undertook to", and whether its period has ended."""
    for said in _promised(answered_before(plan.comment, plan.own)):
        if found := _WILL.match(said):
            due = NAMED_DUE.search(said)
            what = turn_own(found["what"].rstrip(" ."), voice)
            begin = (
                f", beginning with {voice.possessive} {due.group(0)}"
                if due and due.group(0) not in what
                else ""
            )
            return f"{what}{begin}", _past(said, plan.on)
    return "", False


def doubted(plan: Plan) -> bool:
    """Whether the comment holds against the company what it said in that answer."""
    return bool(_DOUBTED.search(plan.comment.text))


def _promised(earlier: Precedent | None) -> tuple[str, ...]:
    said = sentences(" ".join(earlier.pair.response.text.split())) if earlier else ()
    return tuple(s for s in said if NAMED_DUE.search(s) and re.search(r"\bwill\b", s))


def _past(said: str, today: date | None) -> bool:
    due = NAMED_DUE.search(said)
    day = day_in(due["day"]) if due else None
    return bool(day and today and day < today)
