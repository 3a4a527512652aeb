"""What a comment is about: from its heading, what it cites and its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["ids", "label", "topics"]

_HEADING = 2.5
"""A word of the heading counts so many times a word of the text."""
_CITED = 6.0
"""What a cited authority counts, before it is shared among the topics that claim it."""
_ENOUGH = 1.0
"""Below this a comment is about none of the topics."""
_BESIDE = 0.62
"""A further topic stands beside the best from this part of its score on."""
_MOST = 2
"""So many topics at most."""

_WORD = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Topic:
    id: str
    label: str
    authorities: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _topics() -> dict[str, _Topic]:
    rows = json.loads((Path(__file__).parent / "topics.json").read_text(encoding="utf-8"))
    return {r["id"]: _Topic(r["id"], r["label"], tuple(r["authorities"]), tuple(r["words"])) for r in rows}


def _tokens(text: str) -> list[str]:
    """Small words without plural endings; a hyphen parts two."""
    words = _WORD.findall(text.lower())
    return [w[:-1] if w[-1] == "s" and len(w) > 3 and w[-2] != "s" else w for w in words]


def _claims(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Which topics claim a phrase or an authority."""
    claimed: dict[str, list[str]] = {}
    for name, topic in pairs:
        claimed.setdefault(name, []).append(topic)
    return {name: tuple(dict.fromkeys(ids)) for name, ids in claimed.items()}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return _claims((" ".join(_tokens(w)), t.id) for t in _topics().values() for w in t.words)


@cache
def _authorities() -> dict[str, tuple[str, ...]]:
    return _claims((a, t.id) for t in _topics().values() for a in t.authorities)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that begin with a word, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in _phrases():
        words = phrase.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _hits(text: str) -> Iterator[tuple[str, float]]:
    """Topics whose phrases stand in the text, each phrase once; longer phrases weigh more."""
    phrases = _phrases()
    for phrase, size in dict.fromkeys(_phrases_in(_tokens(text))):
        weight = (0.5, 1.2, 1.8, 2.2)[min(size, 4) - 1]
        yield from ((topic, weight / len(phrases[phrase])) for topic in phrases[phrase])


def _phrases_in(tokens: list[str]) -> Iterator[tuple[str, int]]:
    """The longest phrase from each place on, with its length; what one covers opens no other."""
    phrases, lengths = _phrases(), _lengths()
    after = 0
    for at, token in enumerate(tokens):
        if at < after or token not in lengths:
            continue
        for size in lengths[token]:
            phrase = " ".join(tokens[at : at + size])
            if phrase in phrases:
                after = at + phrase.count(" ") + 1
                yield phrase, after - at
                break


def _cited(cited: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Topics that claim a cited authority or the nearest thing it belongs to."""
    claimed = _authorities()
    for citation in dict.fromkeys(cited):
        for distance, name in enumerate((citation, *_wider(citation))):
            if name in claimed:
                weight = _CITED * (0.8**distance) / len(claimed[name])
                yield from ((topic, weight) for topic in claimed[name])
                break


def _wider(citation: str) -> Iterator[str]:
    """What a citation belongs to: "ASC 280-10-50-41" -> "ASC 280-10-50", ... , "Regulation S-K Item 1300"."""
    name = citation
    while shorter := re.sub(r"(?:\([^()]*\)|-\w+|\.\w+)$", "", name):
        if shorter == name:
            break
        yield shorter
        name = shorter
    subpart = re.match(r"(Regulation S-K Item 1[2-6])\d\d", citation)
    if subpart:
        yield subpart.group(1) + "00"


def topics(text: str, heading: Sequence[str] = (), cited: Sequence[str] = ()) -> tuple[str, ...]:
    """Identifiers of what the comment is about, best first, at most two; () where nothing fits.

    `cited` are the canonical authorities that the text cites. They weigh most, then the heading, of which the
    last line weighs most, then the words.
    """
    scores: dict[str, float] = {}
    for weight, hits in (
        (1.0, _hits(text)),
        *((_HEADING * (1.0 if i == len(heading) - 1 else 0.4), _hits(h)) for i, h in enumerate(heading)),
        (1.0, _cited(cited)),
    ):
        for topic, score in hits:
            scores[topic] = scores.get(topic, 0.0) + weight * score
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(t for t, s in ranked[:_MOST] if s >= _ENOUGH and s >= _BESIDE * ranked[0][1])


def ids() -> frozenset[str]:
    """Every topic there is."""
    return frozenset(_topics())


def label(topic_id: str) -> str:
    """The topic's name for people: "mdna.metrics" -> "Key performance indicators"; the id where unknown."""
    topic = _topics().get(topic_id)
    return topic.label if topic else topic_id
