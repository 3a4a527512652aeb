"""How near a reading is to the gold: the ends of texts, headings, names. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Comment
from drafter.parsing.alignment import plain_words

SLACK = 2
"""Words: a boundary is right within two of normalised text."""

RUN = 4
"""Words that must be the same at a boundary."""

LEGAL_FORM = frozenset(
    "the inc incorporated corp corporation company companies co ltd limited plc llc lp sa nv group "  # noqa: SIM905
    "holdings holding and of".split()
)
"""Words of a company's name that a list of companies leaves out."""


def both_ends(read: str, gold: str) -> bool:
    """Whether two texts begin and end with the same words, within SLACK words."""
    a, b = plain_words(read), plain_words(gold)
    return one_end(a, b) and one_end(a[::-1], b[::-1])


def one_end(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two texts begin alike: the same RUN of words, or all of a shorter text, within SLACK words."""
    shifts = range(SLACK + 1)
    run = min(RUN, len(a), len(b))
    return run > 0 and any(
        a[i : i + run] == b[j : j + run] for i in shifts for j in shifts if len(a[i:]) >= run
    )


def last_heading(comment: Comment, gold: str) -> bool | None:
    """Whether the last heading line is the gold's, which may hold only the end of it, the page aside.

    None where the gold names a page alone.
    """
    ours, theirs = plain_words(comment.heading[-1] if comment.heading else ""), _parted(gold)[0]
    return ours[len(ours) - len(theirs) :] == theirs if theirs else None


def heading_page(comment: Comment, gold: str) -> bool | None:
    """Whether the page is the gold's; None where neither names one."""
    page = _parted(gold)[1]
    if not page and not comment.page:
        return None
    return plain_words(comment.page)[: len(page)] == page


TORN = re.compile(r"(,|\bpages?)\s+/\s+(?=pages?\b|[A-Z]?-?\d)", re.I)
"""A gold heading torn before or after the word page. Examples: ", page / 41", ", / page F-1"."""

PAGE = re.compile(r"[\s,;:–—-]*\bpages?\.?\s+(?P<page>[A-Z]{0,3}[-–]?\d+|[ivxlc]+)\b(?!\))[^/]*$", re.I)
"""The page at the end of a gold heading. Examples: ", page 41", ", pages F-20 and F-21". Not: "(page 7)"."""


def _parted(gold: str) -> tuple[list[str], list[str]]:
    """The words of the last line of a gold heading path, and those of its page."""
    last = TORN.sub(r"\1 ", gold).split(" / ")[-1]
    named = PAGE.search(last)
    words = plain_words(last[: named.start()] if named else last)
    return words, plain_words(named.group("page")) if named else []


def same_company(read: str, gold: str) -> bool:
    """Whether two names are of one company: one's words, legal forms aside, are the start of the other's."""
    ours, theirs = (_name(n) for n in (read, gold))
    return bool(ours and theirs) and (
        ours.startswith(theirs) or theirs.startswith(ours) or _short(gold) in _initials(read)
    )


def _name(company: str) -> str:
    return "".join(w for w in plain_words(company) if w not in LEGAL_FORM)


def _short(name: str) -> str:
    return "".join(plain_words(name))


def _initials(name: str) -> tuple[str, ...]:
    words = plain_words(name)
    return tuple("".join(w[0] for w in words[:n]) for n in range(2, len(words) + 1))


def same_number(one: str, other: str) -> bool:
    """Whether two file numbers are one, zeros in front aside: "1-8940" and "001-08940"."""
    return [p.lstrip("0") for p in one.split("-")] == [p.lstrip("0") for p in other.split("-")]
