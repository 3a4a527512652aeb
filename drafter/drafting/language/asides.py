"""Requests without what only the staff can say: asides, pointers into the comment, marks set on a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.drafting.language.turning import WE, turn

_TOLD = (
    r"(?:noted|referenced|referred to|mentioned|described|discussed|cited|identified|quoted|stated|listed)"
)
_ASIDES = re.compile(
    r" ?\((?:recognizing|noting|acknowledging|we|although we|emphasis)\b[^()]*\)|"
    r",? which,? (?:presumably|apparently|we (?:assume|presume|understand|note))\b[^,;.]*(?:,(?= )|(?=[;.]|$))|"
    r", which (?:we|the staff|you (?:omit|(?:do|did|have) not))\b[^,;.]*(?:,(?= )|(?=[;.]|$))|"
    r",? presumably (?:under|because|since|as|due|on|in|to|for|based|given)\b[^,;.]*|\b(?:presumably,?|supposedly) |"
    r"\bseemingly (?!incon|contra|confli)[a-z]+ |\b(?:aforementioned|above-(?:mentioned|referenced|noted)) |"
    rf"(?:,? (?:including|and) (?:[\w ]{{3,40}} )?(?:requirements|guidance|comments?))?,? (?:as )?{_TOLD} "
    r"(?:above|previously)(?=\W*$|[,;)]| (?:and|or|so|to|in|as)\b)|"
    r"(?<!comments)(?<!comment)(?<=[a-z]) above(?=\W*$|[;)])|"
    r"(?: disclosed| presented| shown|(?<=disclosure)) here(?= (?:do|is|are|was|were))|"
    r",? in (?:such|sufficient|enough) detail (?:as (?:is |may be )?(?:necessary|required)|(?=(?:so|to)\b))[^,;.]*|"
    r"(?<= )in (?:such|sufficient|enough) detail |,? in (?:such|sufficient|enough) detail(?=[,;.]|$)"
)
"""What the staff says by the way, where in its own comment a thing stands, and how fully to write: “noted above”."""
_QUOTATION = re.compile(r"“[^“”]*”|(?<!\w)\"[^\"“”]*[\"”]")
_OF_STAFF = re.compile(r"\[(you|your|yours)\]|\[(y)\](?=our\b)", re.I)


def unadorned(found: Sequence[Request]) -> tuple[Request, ...]:
    """The requests without the staff's asides, the company's own “we” back in what is quoted from it."""
    return tuple(replace(r, text=_plain(r.text), object=_STOP.sub("", _plain(r.object))) for r in found)


def _plain(text: str) -> str:
    filed = _QUOTATION.sub(_as_filed, _ASIDES.sub("", text))
    return closed(_OF_STAFF.sub(lambda m: m[1] or m[2], filed))


_STOP = re.compile(r"(?<!\.)[.,](?=[”\"]$)")
"""The staff's stop inside the quotation that ends its sentence."""


def _as_filed(quotation: re.Match[str]) -> str:
    """The quotation, “[you]” that the staff put for the filing's “we” turned back."""
    quoted = quotation[0]
    put = _OF_STAFF.sub(lambda m: m[1] or m[2], quoted)
    return quoted if put == quoted else quoted[0] + turn(put[1:-1], WE) + quoted[-1]


def closed(text: str) -> str:
    """The text, a quotation that has lost its end closed, and one between marks of two kinds in curly ones."""
    if text.count('"') % 2 and text.count("“") < text.count("”"):
        return "“".join(text.rsplit('"', 1))
    if text.count('"') % 2 and "“" not in text:
        return f'{text}"'
    return f"{text}”" if text.count("“") > text.count("”") else text


_PARTS = r"(?:\([\w-]+\))*"
SLIP = re.compile(
    rf"\b(Items? \d{{3,4}}{_PARTS}(?:,? and \d{{3,4}}{_PARTS})* of Regulation S-)X\b|"
    rf"\b(Rules? \d{{1,2}}-\d\d{_PARTS} of Regulation S-)K\b"
)
"""An Item that Regulation S-X does not have, or a Rule that Regulation S-K does not: surely the other is meant."""


def corrected(text: str) -> str:
    """The text, such a slip of the staff put right."""
    return SLIP.sub(lambda m: f"{m[1]}K" if m[1] else f"{m[2]}X", text)


_GAAP = re.compile(r"(?<!non-)(?<!Non-)(?<!U\.S\. )\bGAAP (?=measure|recogni)")
_IFRS = re.compile(r"\bIFRS\b|\bIAS \d")


def in_framework(text: str, comment: str) -> str:
    """The text, the GAAP of a frame as the IFRS of a comment that speaks of no other."""
    return _GAAP.sub("IFRS ", text) if _IFRS.search(comment) and not _GAAP.search(comment) else text
