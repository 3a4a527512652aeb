"""What an answer does, read from its words: it complies, explains, points elsewhere and so on. Pure."""

from __future__ import annotations

import re

from drafter.domain import Move

_MADE = (
    (Move.REFER, re.compile(r"^\W*(?:please )?(?:see|refer to) (?:the |our )?response", re.I)),
    (
        Move.COMPLY_NOW,
        re.compile(r"\bhas revised\b|\bhave revised\b|\bAmendment No\b|\b(?:10-[KQ]|20-F)/A\b"),
    ),
    (
        Move.SUPPLEMENTAL,
        re.compile(r"\bseparate cover\b|\bsupplementally provid|\bRule (?:12b-4|418)\b", re.I),
    ),
    (
        Move.COMPLY_FUTURE,
        re.compile(
            r"\bfuture filings\b|\bbeginning with (?:its|our|the)\b|\bwill (?:disclose|revise|include)\b",
            re.I,
        ),
    ),
    (Move.CONFIRM, re.compile(r"\bconfirms? that\b", re.I)),
    (Move.ANALYSIS, re.compile(r"\bASC \d{3}|\banaly[sz]", re.I)),
)
"""How an answer shows its move."""


def moves_of(response: str) -> tuple[Move, ...]:
    """The moves that an answer seems to make; one that shows none explains."""
    return tuple(move for move, shown in _MADE if shown.search(response)) or (Move.EXPLAIN,)
