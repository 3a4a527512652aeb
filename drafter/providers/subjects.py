"""What a text is about among the subjects of staff comments: how much of its words each of them shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from drafter.providers.embedding import Vectors, clean, scaled_rows
from drafter.providers.terms import terms, with_families

SHARPNESS = 2  # the subjects shared most count most


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """Several hundred subjects, each by the words that the staff uses for it.

    `weights` has a row a word and a column a subject (BM25 of the word in the subject's own words), `places`
    says which row is whose, `usual` is what the staff's comments have of each subject on the average, and
    `turn` brings the subjects to fewer numbers.
    """

    places: Mapping[str, int]
    weights: Vectors
    usual: Vectors
    turn: Vectors

    def directions(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text, zeros for one without a subject."""
        return scaled_rows(self.shares(texts) @ self.turn)

    def shares(self, texts: Sequence[str]) -> Vectors:
        """How much more than usual each text has of each subject, 0 or above: a row of length 1, or zeros."""
        above = np.maximum(scaled_rows(self.sums(texts)) - self.usual, 0)
        return scaled_rows(above**SHARPNESS)

    def sums(self, texts: Sequence[str]) -> Vectors:
        """The weights of each text's words added up, a word said again counting once."""
        rows = np.zeros((len(texts), self.weights.shape[1]), np.float32)
        for row, text in zip(rows, texts, strict=True):
            said = {self.places[t] for t in with_families(terms(clean(text))) if t in self.places}
            if said:
                row[:] = self.weights[sorted(said)].sum(axis=0)
        return rows
