"""The law firm's own voice in its notes on an opinion: there “we” and “ours” are the firm, never the company."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Fact
from drafter.drafting.language.casing import raised
from drafter.drafting.language.turning import third_person
from drafter.matters import sentences

_ON_OPINION = re.compile(
    r"\bopinions? (?:of|from|by|as|on)\b|\b(?:counsel's|tax|legal|legality) opinion|601\(b\)\([58]\)"
)
_OURS = re.compile(r"\bour(?: own)? (?P<kind>(?:tax |legal |legality )?opinions?)\b|\bours\b", re.I)
_GIVES = re.compile(r"\b[Ww]e (?:\w+ ){0,2}?(?:giv|gave|render|deliver|issue|opine|sign|express)[^.;]*\bopin")
_WE = re.compile(r"\bwe (?!(?:have |will |also |now )*(?:fil|add|includ|disclos|stat))(?P<does>[a-z]+)", re.I)
"""Counsel as the one who acts; it is the company that files and discloses."""


def in_firms_voice(facts: Sequence[Fact], comment: str, firm: str) -> list[Fact]:
    """The notes on a comment about counsel's opinion with the `firm` where they say “we” or “ours” of it."""
    if not _ON_OPINION.search(comment):
        return list(facts)
    return [replace(f, text=" ".join(_named(s, firm or "counsel") for s in sentences(f.text))) for f in facts]


def _named(sentence: str, firm: str) -> str:
    """The sentence of a note with the firm for the first person, where an opinion is spoken of."""
    if not (_OURS.search(sentence) or _GIVES.search(sentence)):
        return sentence
    said = _WE.sub(lambda m: f"{firm} {third_person(m['does'])}", sentence)
    return raised(_OURS.sub(lambda m: f"the {m['kind'] or 'opinion'} of {firm}", said))
