"""What a comment asks for, one thing at a time, with conditions and alternatives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from drafter.domain import Request
from drafter.requests.acts import Act
from drafter.requests.implied import acts
from drafter.requests.nature import Nature, natures
from drafter.requests.units import units

__all__ = ["requests"]


def requests(comment_text: str) -> tuple[Request, ...]:
    """What the comment asks for, in the order of the text; () for a comment that asks for nothing.

    Spans are disjoint. `text` is the words from `start` to `end` of `comment_text.split()`, each followed by
    a space but the last.
    """
    words = [m.span() for m in re.finditer(r"\S+", comment_text)]
    pieces = units(comment_text)
    found = acts(pieces)
    spans = _word_spans(found, words)
    kept = [(act, span) for act, span in zip(found, spans, strict=True) if span[0] < span[1]]
    tokens = comment_text.split()
    return tuple(
        _request(nature, span, tokens)
        for nature, (_, span) in zip(natures(comment_text, pieces, [a for a, _ in kept]), kept, strict=True)
    )


def _request(nature: Nature, span: tuple[int, int], tokens: list[str]) -> Request:
    return Request(
        " ".join(tokens[span[0] : span[1]]),
        span[0],
        span[1],
        nature.action,
        nature.deliverable,
        nature.condition or None,
        nature.alternative_of,
        nature.timing,
        nature.object,
    )


def _word_spans(found: list[Act], words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Acts in words instead of characters; a word that two acts touch belongs to the later one's start."""
    starts = [a for a, _ in words]
    spans: list[tuple[int, int]] = []
    for act in found:
        first = max(bisect_right(starts, act.start) - 1, spans[-1][1] if spans else 0)
        spans.append((first, max(first, bisect_left(starts, act.end))))
    return spans
