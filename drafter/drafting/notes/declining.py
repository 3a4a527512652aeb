"""Whether counsel's notes decline what the staff wants changed, however they put it: "It is on page 44 already".

A scale learned of invented comments and notes weighs the words of both with their neighbours, the signs of each
sentence, and the meaning of the notes (the word pieces of the offline embedder). The weights are made by
benchmarks/learn_declining.py and kept in declining.npz: numbers only.
"""

from __future__ import annotations

import functools
import math
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.drafting.notes.cues import typed
from drafter.drafting.notes.sieve import Features, share
from drafter.drafting.notes.signs import signs
from drafter.providers.wordllama import coded, pieces

FILE = "declining.npz"
BUCKETS = {"notes": 1 << 14, "comment": 1 << 13, "signs": 1 << 10}
BAR = 0.3
"""How far above the middle of its scale a note must lie to be taken for a refusal; a needless one is the costlier."""
DOUBT = -0.15
"""From where on a note may be meant for a refusal."""
FEWEST = 20
"""Words; of shorter notes the scale was not learned."""


def declined(comment: str, notes: Sequence[str]) -> bool:
    """Whether those sentences of the notes on that comment decline the change that it asks for."""
    return _far(comment, notes) > BAR


def doubtful(comment: str, notes: Sequence[str]) -> bool:
    """Whether they may decline it, though not surely enough to answer so."""
    return DOUBT < _far(comment, notes) <= BAR


def _far(comment: str, notes: Sequence[str]) -> float:
    enough = sum(len(said.split()) for said in notes) >= FEWEST
    return how_far(features(comment, notes), _learned()) if enough else -math.inf


def how_far(found: Features, learned: Mapping[str, NDArray[Any]]) -> float:
    """How far notes with those features lie on the scale with those weights: above 0 they are more likely a refusal."""
    parts = (learned[kind][at].astype(np.float32).sum() / share(kind, len(at)) for kind, at in found.items())
    return float(learned["bias"] + sum(parts))


def features(comment: str, notes: Sequence[str]) -> Features:
    """What the notes and the comment have: by the name of what it is, its buckets; under "pieces" the word pieces."""
    said = [_plain(text) for text in notes]
    found = {
        "notes": (run for text in said for run in _runs(text, 3)),
        "comment": _runs(_plain(comment), 2),
        "signs": (sign for text in said for sign in signs(text, comment, ("", ""))),
    }
    (ids,) = coded(pieces(), [" ".join(said)])
    return {
        **{kind: _buckets(every, BUCKETS[kind]) for kind, every in found.items()},
        "pieces": np.array(ids, np.int64),
    }


def _plain(text: str) -> str:
    return re.sub(r"\d[\d,.]*(?<=\d)", "0", typed(text))


def _runs(text: str, most: int) -> list[str]:
    """Each run of up to that many words, the ends of the text among them."""
    said = ["^", *re.findall(r"[a-z']+|0|[^\w\s]", text.lower()), "$"]
    return [" ".join(said[at : at + n]) for n in range(1, most + 1) for at in range(len(said) - n + 1)]


def _buckets(said: Iterable[str], count: int) -> NDArray[np.int64]:
    return np.array(sorted({zlib.crc32(one.encode()) % count for one in said}), np.int64)


@functools.cache
def _learned() -> dict[str, NDArray[Any]]:
    return dict(np.load(Path(__file__).with_name(FILE)))
