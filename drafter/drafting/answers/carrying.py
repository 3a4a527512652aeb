"""What a letter carries from one place to another: from comment to comment, and from its introduction to all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Comment, Letter
from drafter.drafting.answers.treating import OPEN
from drafter.drafting.planning.plan import Task, Treat, stems

_REFERRED_BY_NUMBER = re.compile(r"\bcomments? (?:no\. ?)?(\d+)\b", re.I)


def refers_to(comment: Comment, comments: Sequence[Comment]) -> str:
    """The number of the comment that this one carries over to another filing, "" where none is near."""
    others = [c for c in comments if c.number != comment.number]
    named = _REFERRED_BY_NUMBER.search(comment.text)
    if named and any(c.number == named.group(1) for c in others):
        return named.group(1)
    if re.search(
        r"\bcomments? (?:above|immediately above)|\b(?:above|preceding|foregoing) comment", comment.text
    ):
        nearest = max((c for c in others if _order(c) < _order(comment)), key=_order, default=None)
        if nearest:
            return nearest.number
    mine = stems(f"{comment.text}")
    scored = [
        (len(mine & stems(f"{' '.join(c.heading)} {c.text}")), -abs(_order(c) - _order(comment)), c)
        for c in others
    ]
    before = [s for s in scored if _order(s[2]) < _order(comment)] or scored
    best = max(before, key=lambda s: s[:2], default=None)
    return best[2].number if best and best[0] >= 1 else ""


def _order(comment: Comment) -> int:
    digits = re.match(r"\d+", comment.number)
    return int(digits.group()) if digits else 0


_GOVERNS = re.compile(
    r"\brespond to (?:this|these|our|the) (?:comments?|letter) by confirming that you will "
    r"(?:revise|enhance|expand|provide|include|amend)\b[^.]{0,60}\bfuture\b",
    re.I,
)
"""What the introduction asks of every comment: “by confirming that you will revise your future disclosures”."""


def for_the_future(letter: Letter, tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, open verbs promised for filings to come where the letter's introduction asks for that."""
    if not _GOVERNS.search(" ".join(" ".join(line.text for line in letter.lines).split())):
        return tuple(tasks)
    return tuple(
        replace(t, treat=Treat.UNDERTAKE)
        if t.treat is Treat.TELL and t.request.action in OPEN and not _TOLD.search(t.request.text)
        else t
        for t in tasks
    )


_TOLD = re.compile(r"\b(?:tell|advise|inform|help|for|to|provide|give) us\b|\bsupplemental|\bwhy you\b", re.I)
"""What is told to the staff whatever the introduction asks."""
