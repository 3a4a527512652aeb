"""What every embedder is: texts go in, unit vectors come out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into directions, so that texts of one meaning point the same way."""

    @property
    def name(self) -> str:
        """What a library is marked with: it changes whenever the same text would give another vector."""

    @property
    def goes_to(self) -> str:
        """The host that texts are sent to, "" when nothing leaves the machine."""

    @property
    def size(self) -> int:
        """Numbers in one vector."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text, in order; shape (len(texts), size)."""


def unit_rows(rows: Vectors) -> Vectors:
    """The rows at length 1. A row of zeros points along the first axis, so that it has a direction too."""
    scaled = scaled_rows(rows)
    scaled[~scaled.any(axis=1), 0] = 1
    return scaled


def scaled_rows(rows: Vectors) -> Vectors:
    """The rows at length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    known = lengths > np.finfo(np.float32).eps
    return np.where(known, rows / np.where(known, lengths, 1), 0).astype(np.float32)


def midway(rows: Vectors) -> Vectors:
    """The unit vector midway between the first row and that of the others together; the first where it is alone."""
    between: Vectors = unit_rows(rows[:1] + scaled_rows(rows[1:].sum(axis=0, keepdims=True)))[0]
    return between


def clean(text: str) -> str:
    """The text without halves of surrogate pairs, which no tokenizer and no server takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
