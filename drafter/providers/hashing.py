"""An embedder for tests: it needs no weights and knows no meaning, only which words two texts share."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from drafter.providers.embedding import Vectors, unit_rows


@dataclass(frozen=True, slots=True)
class HashingEmbedder:
    """Every word adds one to the place its digest names."""

    size: int = 64
    goes_to: str = ""

    @property
    def name(self) -> str:
        """The word hashing, a colon, and the size."""
        return f"hashing:{self.size}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text."""
        rows = np.zeros((len(texts), self.size), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4]) % self.size] += 1
        return unit_rows(rows)


def hashing_embedder(model: str = "", url: str = "", timeout: float = 0.0) -> HashingEmbedder:
    """The hashing embedder of that size (`url` and `timeout` are not used)."""
    return HashingEmbedder(int(model or 64))
