"""Whether a pair rests on other rules than a comment does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from drafter.authorities import parents
from drafter.library.filters import label

CITED = label("authority", "")
BODY = re.compile(rf"{CITED}(.+?)(?= (?:item|rule|question|topic|article|section|part|instruction)\b| \d|$)")
"""What an authority is a place of. Examples: "regulation s-k" of "regulation s-k item 303", "asc" of "asc 280"."""
CODIFICATION = "asc"  # its topics are subjects


def cited_labels(cited: Iterable[str]) -> frozenset[str]:
    """How pairs are marked that cite these, or what they belong to."""
    return frozenset(label("authority", name) for one in cited for name in (one, *parents(one)))


def on_other_rules(cited: Collection[str], about: Collection[str], labels: Collection[str]) -> bool:
    """Whether a pair with those labels cites, and none of the labels `cited`, but rules on another subject.

    Other topics of the Codification are on another subject. Another body of rules is where the pair has none of
    the labels `about` either. Within one body, as Regulation S-K, other items may well be on the same subject.
    """
    theirs = {value for value in labels if value.startswith(CITED)}
    if not cited or not theirs or not theirs.isdisjoint(cited):
        return False
    shared = _bodies(cited) & _bodies(theirs)
    return CODIFICATION in shared or not (shared or any(value in labels for value in about))


def _bodies(cited: Iterable[str]) -> set[str]:
    return {found[1] for value in cited if (found := BODY.match(value))}
