"""Ranking: each candidate's likeness in six respects, weighed and added."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from drafter.authorities import authorities
from drafter.library import Library, Sieve, asked_text
from drafter.library.filters import label
from drafter.requests import requests
from drafter.retrieval.rules import cited_labels, on_other_rules
from drafter.topics import topics

COMPARED = 60  # of the candidates that their words alone found: each is a page of the disk
LOOKED_AT = 150  # candidates whose words are all looked up
HELD_AGAINST = 60  # of these, those whose authorities are all read
AT_A_GLANCE = 300_000  # places looked at for candidates by the words of heading, comment and answer
TELLING = 48  # words of the comment that are looked up of them, the most telling ones

WEIGHTS: Mapping[str, float] = {
    "comment": 0.5,
    "whole": 0.75,
    "answer": 0.25,
    "meaning": 2.5,
    "authorities": 0.2,
    "topics": 0.2,
}
"""What each respect counts. Set on judged queries, in round numbers, so that they hold for others too:

comment      words of the comment in the candidate's heading and comment (BM25, long ones less)
whole        words of heading and comment in the candidate's heading, comment and response (BM25)
answer       words of the comment in the candidate's response alone (BM25)
meaning      cosine of heading and comment, and of its requests, with the candidate's heading and comment
authorities  authorities both cite, with what they belong to, rare ones counting more
topics       topics both are about, rare ones counting more

Each is divided by the best candidate's before it is weighed: reciprocal ranks would lose by how much one is
better than the next.
"""
OTHER_RULES = 0.6  # taken off where a candidate rests on rules on another subject


@dataclass(frozen=True, slots=True)
class Asked:
    """A comment as a search asks it: its text, the same with heading, what it cites, is about, asks for.

    `meant` are the texts whose meaning is looked for: heading and comment, and, as much as it, its requests.
    """

    text: str
    whole: str
    meant: tuple[str, *tuple[str, ...]]
    heading: tuple[str, ...]
    cited: tuple[str, ...]
    about: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate: `score` in [0, 1] ranks it among its fellows, `nearness` says how near it is by itself.

    Nearness is its cosine (below 0 counts as 0) plus its BM25 as a part of that of a pair that says the very
    same: about 2 for the same comment, about 0 for one that shares nothing.
    """

    id: str
    score: float
    nearness: float
    found_by: tuple[str, ...]


def asked(text: str, heading: tuple[str, ...]) -> Asked:
    """The comment, read for a search."""
    cited = dict.fromkeys(c.canonical for part in (text, *heading) for c in authorities(part))
    asks, whole = requests(text), asked_text(heading, text)
    return Asked(
        text=text,
        whole=whole,
        meant=(whole, *(r.text for r in asks)),
        heading=heading,
        cited=tuple(cited),
        about=topics(text, heading, sorted(cited)),
        actions=tuple(dict.fromkeys(r.action for r in asks)),
    )


def together(one: Asked, earlier: Asked) -> Asked:
    """The comment with the earlier one that it returns to. Both say what it is about; its requests are its own."""
    whole = f"{one.whole} {earlier.whole}"
    return replace(
        one,
        text=f"{one.text} {earlier.text}",
        whole=whole,
        meant=(whole, *one.meant[1:]),
        heading=(*earlier.heading, *one.heading),
        cited=tuple(dict.fromkeys((*one.cited, *earlier.cited))),
        about=tuple(dict.fromkeys((*one.about, *earlier.about))),
    )


def ranked(library: Library, question: Asked, sieve: Sieve, candidates: int) -> Iterator[Scored]:
    """The best of the searches, best first; pairs that score alike stand by id.

    The searches give candidates. Of those that meaning did not find, the first by their words are compared with the
    comment too; of all, the first by what is known so far are looked at again for all their words.
    """
    vector = library.direction(*question.meant)
    cited, about = sorted(cited_labels(question.cited)), [label("topic", t) for t in question.about]
    with ThreadPoolExecutor(1) as aside:  # the word index works without Python, beside the rest
        commented = aside.submit(library.by_words, question.text, "asked", sieve, candidates)
        glanced = library.by_words(question.whole, "whole", sieve, candidates, AT_A_GLANCE)
        by_meaning = library.by_meaning(vector, sieve, candidates)
        by_comment = commented.result()
        ids = sorted({*by_comment, *glanced, *by_meaning})
        marked = aside.submit(library.carried, ids, (*cited, *about))
        worded = {"comment": by_comment, "whole": glanced}
        others = [id_ for id_ in ids if id_ not in by_meaning]
        far = _first(others, worded, COMPARED + max(candidates - len(by_meaning), 0))
        cosines = {**library.likeness(vector, far), **by_meaning}
        carried = marked.result()
        known = {
            "comment": by_comment,
            "meaning": cosines,
            "authorities": _shared(library, carried, cited),
            "topics": _shared(library, carried, about),
        }
        first = _first(ids, {**known, "whole": glanced}, LOOKED_AT)
        answered = aside.submit(library.words_of, question.text, "response", first, TELLING)
        by_whole = library.words_of(question.whole, "whole", first, TELLING)
    respects = {**known, "whole": by_whole, "answer": answered.result()}
    full = library.full_score(question.text, "asked")
    found_by = {"words": {*by_comment, *glanced}, "meaning": set(by_meaning)}
    totals = _fused(ids, respects) - _taken_off(ids, _apart(library, first[:HELD_AGAINST], cited, about))
    for id_, score in _in_order(ids, np.maximum(totals, 0)):
        nearness = max(cosines.get(id_, 0), 0) + (by_comment.get(id_, 0) / full if full else 0)
        yield Scored(id_, score, nearness, tuple(name for name, hits in found_by.items() if id_ in hits))


def _first(ids: Sequence[str], found: Mapping[str, Mapping[str, float]], count: int) -> list[str]:
    """The first of the ids by what is known of them."""
    return [id_ for id_, _ in islice(_in_order(ids, _fused(ids, found)), count)]


def _in_order(ids: Sequence[str], totals: NDArray[np.float64]) -> Iterator[tuple[str, float]]:
    """The ids, which stand in order, with their totals: the best first, and those that are alike by id."""
    for at in np.argsort(-totals, kind="stable").tolist():
        yield ids[at], float(totals[at])


def _fused(ids: Sequence[str], respects: Mapping[str, Mapping[str, float]]) -> NDArray[np.float64]:
    """The weighed sum of each candidate's part of the best, in [0, 1], in the order of the ids."""
    totals = np.zeros(len(ids))
    for name, scores in respects.items():
        best = max(scores.values(), default=0)
        if best > 0:
            row = np.array([scores.get(id_, 0.0) for id_ in ids])
            totals += WEIGHTS[name] * np.maximum(row, 0) / best
    return totals / sum(WEIGHTS.values())


def _apart(
    library: Library, ids: Sequence[str], cited: Collection[str], about: Collection[str]
) -> frozenset[str]:
    """Those of the pairs that rest on rules on another subject."""
    labels = library.labels(ids) if cited else {}
    return frozenset(id_ for id_, theirs in labels.items() if on_other_rules(cited, about, theirs))


def _taken_off(ids: Sequence[str], apart: Collection[str]) -> NDArray[np.float64]:
    """What each of the ids loses."""
    return np.array([OTHER_RULES * (id_ in apart) for id_ in ids]) / sum(WEIGHTS.values())


def _shared(
    library: Library, carried: Mapping[str, tuple[str, ...]], wanted: Iterable[str]
) -> dict[str, float]:
    """For each pair that carries wanted labels, these, each counting the more the fewer pairs carry it."""
    weights = {value: -math.log(library.share(value)) for value in wanted}
    sums = {labels: sum(weights.get(value, 0.0) for value in labels) for labels in set(carried.values())}
    return {id_: sums[labels] for id_, labels in carried.items()}
