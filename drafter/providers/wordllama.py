"""The offline default: wordllama's word vectors, read from its own wheel, averaged and centred.

Only the two data files of the wordllama package are used (its code is never imported, and so can never
download): 32,000 word pieces with 256 numbers each. The average of a text's pieces is its direction, less
what every staff comment shares; without that, all comments point much the same way.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from drafter.errors import NotConfigured
from drafter.providers.embedding import Vectors, clean, unit_rows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
DIGESTS = {
    WEIGHTS: "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    PIECES: "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
SIZE = 256
LONGEST = 1024  # pieces read of one text: four times the longest usual comment
STOCK = (
    "We note your disclosure on page. Please tell us how you considered this.",
    "Please revise your future filings to provide this disclosure and show us what it will look like.",
    "We note from your response to our prior comment that you believe. Please explain to us why.",
    "Please tell us and disclose in more detail. In this regard, please quantify the amount for each period "
    "presented.",
    "Refer to the guidance in the applicable paragraph of the standard or item of the regulation.",
    "Form 10-K for the Fiscal Year Ended December 31",
    "Form 10-Q for the Quarterly Period Ended June 30",
    "Notes to Consolidated Financial Statements, page",
    "Management's Discussion and Analysis of Financial Condition and Results of Operations, page",
    "Please provide us with your analysis supporting your conclusion, including the factors you considered.",
    "If material, expand your disclosure in future filings to clarify, or tell us why you do not believe "
    "it is required.",
    "You state that the company. It appears that. It is unclear how this is consistent with your "
    "statement elsewhere in the filing.",
    "Please provide us with proposed revised disclosure. Include a discussion of the reasons for the change.",
    "As a related matter, we also note that. To the extent applicable, please address.",
)
"""Phrases any staff comment may hold, whatever it is about. Their mean is what comments share."""


@dataclass(frozen=True, slots=True, eq=False)
class WordLlamaEmbedder:
    """Averaged word vectors. `weights` has a row a word piece; `centre` is taken off every text's average."""

    pieces: Tokenizer
    weights: Vectors
    centre: Vectors
    name: str = "wordllama:l2_supercat_256:1"
    size: int = SIZE

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text."""
        return unit_rows(unit_rows(_averages(self.pieces, self.weights, texts)) - self.centre)


def wordllama_embedder(model: str = "", url: str = "", timeout: float = 0.0) -> WordLlamaEmbedder:
    """The offline embedder (arguments are not used). Raises NotConfigured for files it does not know."""
    return _opened()


@functools.cache
def _opened() -> WordLlamaEmbedder:
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_str(_checked(PIECES).decode("utf-8"))
    pieces.no_padding()
    pieces.enable_truncation(LONGEST)
    weights = _table(_checked(WEIGHTS))
    centre = unit_rows(_averages(pieces, weights, STOCK)).mean(axis=0)
    return WordLlamaEmbedder(pieces, weights, centre)


def _checked(name: str) -> bytes:
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise NotConfigured("The offline embedder's package is missing: run pip install wordllama.")
    path = Path(spec.submodule_search_locations[0]) / name
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != DIGESTS[name]:
        raise NotConfigured(
            f"{path} is not the file drafter was built with. Run pip install --force-reinstall wordllama, "
            "or set another embedder."
        )
    return content


def _table(content: bytes) -> Vectors:
    """The one tensor of a safetensors file: a length, a JSON header, then the numbers."""
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    tensor = next(v for k, v in header.items() if k != "__metadata__")
    first, last = tensor["data_offsets"]
    numbers = np.frombuffer(content[start + first : start + last], np.float16)
    return numbers.reshape(tensor["shape"]).astype(np.float32)


def _averages(pieces: Tokenizer, weights: Vectors, texts: Sequence[str]) -> Vectors:
    rows = np.zeros((len(texts), weights.shape[1]), np.float32)
    coded_texts = pieces.encode_batch([clean(t) for t in texts], add_special_tokens=False)
    for row, coded in zip(rows, coded_texts, strict=True):
        if coded.ids:
            row[:] = weights[coded.ids].mean(axis=0)
    return rows
