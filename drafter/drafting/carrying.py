"""To which other comment a request carries over: “apply comment 4 to your Form 10-Q as well”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Comment
from drafter.drafting.plan import stems

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
