"""What every letter shares: set formulas, told from the words of a precedent by runs of eight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.drafting.language.scene import frames

RUN = 8
"""Words in a row that may not be a precedent's, set formulas apart."""

_WORD = re.compile(r"[a-z0-9$%.'-]+")


def plain(text: str) -> str:
    """The text with straight quotes and hyphens, single spaces and small letters: the form of comparison."""
    for a, b in (
        ("“", '"'),
        ("”", '"'),
        ("’", "'"),
        ("‘", "'"),
        ("–", "-"),
        ("—", "-"),
        ("‑", "-"),
        ("\u00a0", " "),
    ):
        text = text.replace(a, b)
    return re.sub(r"\s+", " ", text).strip().lower()


FORMULA = frozenset(
    str.split(
        "the a an its our their it we of to in for with and that "
        "on at by as or from under will has have is are been"
        " company company's partnership staff staff's comment "
        "response beginning form 10-k 10-q 20-f fiscal year"
        " quarter quarterly annual report period ending ended "
        "future filings acknowledges advises respectfully"
        " supplementally consistent business financial condition results operations management management's "
        "discussion analysis disclosure follows refers refer see earnings release releases "
        "equal greater prominence calculated presented accordance gaap comparable directly measure measures "
        "regulation item securities exchange act rule respect"
        " january february march april may june july august september october november december"
    )
)
"""Words of set formulas, which every letter shares."""


OWN_WORDS = 3
"""Words of a run that must be the precedent's own before the run is its text and not a set formula."""


SHORT = 2
"""Letters; a shorter word is a paragraph of a rule or a particle."""


@lru_cache(maxsize=1)
def _formulas() -> frozenset[str]:
    """The words of set formulas: those that every letter shares, and those of our own frames."""
    ours = plain(
        " ".join(_strings({k: v for k, v in frames().items() if k not in {"owners", "alternative"}}))
    )
    return FORMULA | frozenset(_WORD.findall(ours))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\{\w+\}", " ", value)
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def is_formula(run: tuple[str, ...]) -> bool:
    """Whether a run is a set formula: fewer than `OWN_WORDS` of its words are anybody's own."""
    return sum(len(w) > SHORT and w not in _formulas() and not w[0].isdigit() for w in run) < OWN_WORDS


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `RUN` words of a plain text, in order."""
    words = [w.strip(".'-") for w in _WORD.findall(text)]
    yield from (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
