"""What a heading looks like, the filing's page that it names, and the path of headings over a comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

PAGE = re.compile(
    r"[\s,;:–—-]*\(?\b(?:at\s+|on\s+|beginning\s+on\s+|starting\s+on\s+)?pages?\.?\s*"
    r"(?P<page>[A-Z]{0,3}[-–]?\d+|[ivxlc]+)\b"
    r"(?:\s*(?:[-–—,&]|and|to|through)\s*[A-Z]{0,2}[-–]?\d+)*(?:\s+of\b.{0,60})?\)?[.:]?\s*$",
    re.IGNORECASE,
)
"""The page at the end of a heading: `Key Metrics, page 41`, `Note 7. Acquisitions, pages F-20 and F-21`"""

KNOWN = re.compile(
    r"(?:(?:amendment\s+(?:no\.?\s*)?\d+\s+to\s+(?:the\s+)?)?(?:draft\s+|preliminary\s+|definitive\s+|"
    r"amended\s+)*"
    r"(?:annual\s+report|quarterly\s+report|registration\s+statement|proxy\s+statement|forms?\s+\d|"
    r"form\s+[a-z]|"
    r"schedule\s+(?:14|13|to)|prec?\s?14|def\s?14|offering\s+(?:circular|statement)|prospectus)|"
    r"general\b|item\s+\d|part\s+i|notes?\s+(?:to|\d)|note\s+[\dA-Z]|risk\s+factors|exhibits?\b|"
    r"signatures?\b|"
    r"management[’'`]?s\s+discussion|results\s+of\s+operations|liquidity|critical\s+accounting|business\b|"
    r"consolidated\s|financial\s+statements|statements?\s+of|report\s+of|compensation|executive\s+comp|"
    r"non-gaap|controls?\s+and|definition|earnings\s+release|summary\b|cover\s+page|other\b|liquidity)",
    re.IGNORECASE,
)
"""How headings of staff letters mostly begin: `Item 7.`, `Notes to Consolidated`, `General`"""

FORM = re.compile(
    r"\s*(?:amendment\s+(?:no\.?\s*)?\d+\s+to\s+(?:the\s+)?)?(?:the\s+)?(?:draft\s+|preliminary\s+|"
    r"definitive\s+|amended\s+)*"
    r"(?:annual\s+reports?|quarterly\s+reports?|current\s+reports?|registration\s+statement|"
    r"(?:proxy|information|offering)\s+(?:statement|circular)|forms?\s+(?:\d|[a-z]\b|[a-z]+-)|"
    r"schedule\s+(?:14|13|to)|prec?\s?14|prer\s?14|def[am]?\s?14)",
    re.IGNORECASE,
)
"""A heading that names the filing itself: `Form 10-K for Fiscal Year Ended`, `Amendment No. 2 to Form S-1`"""

NOTE = re.compile(r"\(?notes?\s+\(?(?:\d|[a-z]\b)", re.IGNORECASE)
"""A note of the financial statements: `Note 13. Segment`, `(Note 2)`"""

NOTES = re.compile(r"(?:item\s+8|notes?\s+to|.*financial\s+statements)", re.IGNORECASE)
"""What notes stand under: `Notes to Consolidated Financial Statements`, `Item 8`"""

WHOLE = re.compile(
    r"^(.*\bdiscussion\s+and\s+analysis\s+of\s+financial\s+conditions?\s+and\s+results\s+of\s+operations)\s+(?=[A-Z])(?!\(MD)",
    re.IGNORECASE,
)
"""A heading that is whole, with another run on to it: `... Results of Operations Revenue, page 31`"""

_SMALL = frozenset(
    "a an and as at by for from in into of on or our per the to vs with its your is are we".split()  # noqa: SIM905
)
_WORD = re.compile(r"[A-Za-z][\w’'/-]*")
_SENTENCE_END = re.compile(
    r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bNo)(?<!\bLtd)(?<!\bU\.S)[.?!;:,][\"”’')*]*\s*$"
)
LONGEST = 40
"""Words: no heading of the letters measured is longer."""


def capitals(text: str) -> float:
    """The share of a text's words, small ones aside, that begin with a capital or a digit."""
    words = [w for w in _WORD.findall(PAGE.sub("", text)) if w.lower() not in _SMALL]
    return sum(w[0].isupper() for w in words) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def heading_score(text: str, styled: bool = False) -> float:
    """How much a text looks like a heading: above 0 it does, below it does not."""
    words = text.split()
    if not words or len(words) > LONGEST or text[0].islower():
        return -6.0
    score = 4.0 * (capitals(text) - 0.75) + (0.7 if styled else 0.0) - max(0, len(words) - 14) * 0.12
    if PAGE.search(text):
        score += 1.5 if text.rstrip().endswith(".") else 4.5
    elif _SENTENCE_END.search(text):
        score -= 1.2 if capitals(text) > 0.9 and KNOWN.match(text) else 3.0
    if KNOWN.match(text):
        score += 1.2
    if FORM.match(text) and len(words) < 20:
        score += 1.5
    if " | " in text:
        score -= 3.0
    return score


def is_heading(text: str, styled: bool = False) -> bool:
    """Whether a line by itself reads as a heading."""
    return heading_score(text, styled) > 1.0


def split_page(text: str) -> tuple[str, str]:
    """A heading without its page, and the page, "" for none: `("Key Metrics", "41")`."""
    match = PAGE.search(text)
    if not match:
        return text.strip(), ""
    return text[: match.start()].strip(" ,;:–—-"), match["page"].replace("–", "-")


def parted(texts: Sequence[str]) -> list[str]:
    """The headings one by one where two ran together in a line of full length."""
    return [part for text in texts for part in _parts(text)]


def _parts(text: str) -> list[str]:
    whole = WHOLE.match(text)
    return [whole[1], text[whole.end() :]] if whole and text[whole.end()].isupper() else [text]


def path(before: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """The headings over a comment once `new` ones stand below the path `before`.

    A form opens a new path; a note stays under the notes, and all else stays under its form.
    """
    if not new or FORM.match(new[0]):
        return tuple(new) or tuple(before)
    kept = list(before[:1]) if before and FORM.match(before[0]) else []
    if NOTE.match(new[0]):
        kept += [h for h in before[len(kept) :] if NOTES.match(h) and not NOTE.match(h)][:1]
    return (*kept, *new)
