"""Why a pair was found, in counsel's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from drafter.authorities import Standing, authorities, in_force, known, parents
from drafter.domain import Pair
from drafter.library.filters import label
from drafter.requests import requests
from drafter.retrieval.ranking import Asked
from drafter.topics import label as topic_name

PAGE = re.compile(r",?\s*\bpages?\s+(?=[\w-]*\d)[\w-].*$", re.IGNORECASE)
"""The page at a heading's end: ", page 41", " pages F-12 and F-13"."""
NOTE = re.compile(r"^(?:Notes?|Items?)\s+\d+[A-Z]?(?:\([a-z]\))?\s*[.:–—-]*\s*", re.IGNORECASE)
"""A heading's number: "Note 12. ", "Item 7A - "."""
FORM = re.compile(
    r"\b(?:Form|Schedule)\s+\d*[A-Z]?\w*-?\w+|^Exhibit\b|\bfiled\b|\bfurnished\b", re.IGNORECASE
)
"""A heading that names a filing, which says nothing of the subject."""

SAME_ASK = "asks for the same"
SUPERSEDED = "rests on guidance superseded since"
EVERY_ASK = frozenset({"tell_us", "explain"})  # nearly every comment asks for these
READ = 1024  # texts whose reading is remembered: comments of one letter find the same pairs


def reasons(question: Asked, pair: Pair, labels: frozenset[str]) -> tuple[str, ...]:
    """What the comment and the pair share, the most telling first; empty where only the wording is near."""
    cited = [a for a in question.cited if label("authority", a) in labels]
    broader = [
        p for a in question.cited if a not in cited for p in parents(a)[:1] if label("authority", p) in labels
    ]
    heading = _shared_heading(question.heading, pair.comment.heading)
    about = [topic_name(t) for t in question.about if label("topic", t) in labels]
    asked = [a for a in question.actions if a not in EVERY_ASK]
    theirs = _actions(pair.comment.text) if asked else frozenset()
    actions = [a.replace("_", " ") for a in asked if a in theirs]
    found = (
        *(f"cites {a}" for a in cited),
        *(f"cites {p}, as does the comment in part" for p in dict.fromkeys(broader) if p not in cited),
        *([f"same heading: {heading}"] if heading else []),
        *([f"on the same subject: {', '.join(about)}"] if about else []),
        *([f"{SAME_ASK}: {', '.join(actions)}"] if actions else []),
    )
    return tuple(found)


def superseded(pair: Pair, on: date) -> tuple[str, ...]:
    """What the comment or its answer cites that no longer holds on that day, a reason each, to be careful.

    A change that no source confirmed, or whose date is not known, is not told.
    """
    cited = dict.fromkeys((*_cited(pair.comment.text), *_cited(pair.response.text)))
    gone = (name for name in cited if in_force(name, on) is Standing.SUPERSEDED)
    return tuple(f"{SUPERSEDED}: {_told(name)}" for name in gone)


@lru_cache(READ)
def _actions(text: str) -> frozenset[str]:
    return frozenset(r.action for r in requests(text))


@lru_cache(READ)
def _cited(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.canonical for c in authorities(text)))


def _told(name: str) -> str:
    row = known(name)
    return f"{name} (now {row.superseded_by})" if row and row.superseded_by else name


def _shared_heading(mine: Iterable[str], theirs: Iterable[str]) -> str:
    """The deepest heading of `mine` that stands in `theirs` too, "" for none."""
    others = {_bare(h).casefold() for h in theirs} - {""}
    same = [_bare(h) for h in mine if _bare(h).casefold() in others]
    return same[-1] if same else ""


def _bare(heading: str) -> str:
    """A heading without its number and page, "" for one that names a filing."""
    if FORM.search(heading):
        return ""
    return NOTE.sub("", PAGE.sub("", heading)).strip(" .,:;–—-")
