"""Words as they are compared: without case, quotes and endings."""

from __future__ import annotations

import re
from functools import lru_cache

SIGNS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
STEM = 6
"""Letters of a word that are compared, so that forms of one word meet: "inventory", "inventories"."""

SMALL = frozenset(
    str.split(
        "the and for that with from this these those which your you our its their are was were has have had been "
        "not but any all each such other than also into per may will would should could can please tell explain "
        "describe disclose revise provide discuss note see refer page pages filing filings form future company "
        "staff comment response disclosure disclosures disclosed discussion period periods year years ended "
        "ending december january february march april june july august september october november item more "
        "how why whether what where when who did does use used using include included including regarding "
        "thousand million billion percent thousands millions amount amounts table"
    )
)
"""Words that say nothing of the subject."""

QUOTED = re.compile(r"[“\"](?P<said>[^”\"]{10,})[”\"]")
EDGES = " .,;:…"
LEAST = 3
"""Words of a quotation that can be looked up; a shorter one is a term."""


def quotations(text: str) -> tuple[str, ...]:
    """The quotations of a text that are long enough to be looked up, without marks at their ends."""
    said = (q["said"].strip(EDGES) for q in QUOTED.finditer(text))
    return tuple(s for s in said if len(s.split()) >= LEAST)


def plain(text: str) -> str:
    """The text in small letters, with straight quotes, hyphens and single spaces."""
    return " ".join(text.translate(SIGNS).split()).lower()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The first letters of a small word, without an ending that only counts or tells the time."""
    for ending, left in (("ies", "y"), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word.removesuffix(ending) + left
            break
    return word[:STEM]


WORD = re.compile(r"[a-z][a-z'&-]{2,}")


def stems(text: str) -> frozenset[str]:
    """The content words of a text, so cut that forms of one word meet; figures are none."""
    return frozenset(stem(w.removesuffix("'s")) for w in WORD.findall(plain(text)) if w not in SMALL)
