"""What a text is about among the subjects of staff comments: its words and its meaning, held against theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from drafter.providers.embedding import Vectors, clean, scaled_rows
from drafter.providers.terms import terms, with_families

SHARPNESS = 2  # the subjects shared most count most
MEANT = 0.3  # what nearness in meaning to a subject counts beside the words shared with it


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """Several hundred subjects, each by the words that the staff uses for it.

    `weights` has a row a word and a column a subject (BM25 of the word in the subject's own words), `places`
    says which row is whose, `anchors` has a row a subject (the direction of its words by word vectors).
    `usual` and `usually_meant` are what the staff's comments have of each subject on the average, by words and
    by meaning, and `turn` brings the subjects to fewer numbers.
    """

    places: Mapping[str, int]
    weights: Vectors
    usual: Vectors
    anchors: Vectors
    usually_meant: Vectors
    turn: Vectors

    def directions(self, texts: Sequence[str], meant: Vectors) -> Vectors:
        """A row of length 1 for each text, zeros for one without a subject; `meant` is as in `shares`."""
        return scaled_rows(self.shares(texts, meant) @ self.turn)

    def shares(self, texts: Sequence[str], meant: Vectors) -> Vectors:
        """How much more than usual each text has of each subject, 0 or above.

        `meant` has each text's direction by word vectors, of length 1, or zeros.
        """
        said = _above(scaled_rows(self.sums(texts)), self.usual)
        return said + MEANT * _above(meant @ self.anchors.T, self.usually_meant)

    def sums(self, texts: Sequence[str]) -> Vectors:
        """The weights of each text's words added up, a word said again counting once."""
        rows = np.zeros((len(texts), self.weights.shape[1]), np.float32)
        for row, text in zip(rows, texts, strict=True):
            said = {self.places[t] for t in with_families(terms(clean(text))) if t in self.places}
            if said:
                row[:] = self.weights[sorted(said)].sum(axis=0)
        return rows


def _above(rows: Vectors, usual: Vectors) -> Vectors:
    """What the rows have above the usual, the most of it counting most: rows of length 1, or zeros."""
    return scaled_rows(np.maximum(rows - usual, 0) ** SHARPNESS)
