"""The offline default: wordllama's word vectors, weighed and widened for the language of comment letters.

Only the two data files of the wordllama package are used (its code is never imported, and so can never
download): 32,000 word pieces with 256 numbers each. A text's vector has three parts: the average of its
pieces, common ones counting less, less what every staff comment shares, in the directions that tell one issue
from another; which pieces stand together in comments and their answers; and which subjects of staff comments it
belongs to, by its words and by the first part. What the parts need is made by benchmarks/learn_language.py and
kept in language.npz: numbers, and the words of the subjects.
"""

from __future__ import annotations

import functools
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from drafter.errors import NotConfigured
from drafter.providers.embedding import Vectors, clean, scaled_rows, unit_rows
from drafter.providers.subjects import Subjects

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
DIGESTS = {
    WEIGHTS: "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    PIECES: "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
LANGUAGE = "language.npz"
LANGUAGE_DIGEST = "1fab482ae2f013affe8da611c0a2107dce134cb9670fae40e045e64688605ed3"
LONGEST = 1024  # pieces read of one text: four times the longest usual comment
SHARES = (0.4, 0.2, 0.4)  # of a likeness that the word vectors, the language and the subjects have


@dataclass(frozen=True, slots=True, eq=False)
class WordLlamaEmbedder:
    """`weights`, `even` (what a piece counts) and `language` have a row a word piece; `centre` is taken off
    every text's average, which `turn` then brings to fewer numbers.
    """

    pieces: Tokenizer
    weights: NDArray[np.float16]
    even: Vectors
    centre: Vectors
    turn: Vectors
    language: Vectors
    subjects: Subjects
    name: str = "wordllama:l2_supercat_256:4"
    goes_to: str = ""

    @property
    def size(self) -> int:
        """Numbers in one vector."""
        return int(sum(part.shape[1] for part in (self.turn, self.language, self.subjects.turn)))

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text."""
        ids = coded(self.pieces, texts)
        general: Vectors = unit_rows(averages(self.weights, self.even, ids)) - self.centre
        meant = scaled_rows(general @ self.turn)
        parts = (meant, scaled_rows(_sums(self.language, ids)), self.subjects.directions(texts, meant))
        return unit_rows(np.hstack([np.sqrt(s) * part for s, part in zip(SHARES, parts, strict=True)]))


@functools.cache
def wordllama_embedder(model: str = "", url: str = "", timeout: float = 0.0) -> WordLlamaEmbedder:
    """The offline embedder (arguments are not used). Raises NotConfigured for files it does not know."""
    return knowing(np.load(io.BytesIO(_language())))


def knowing(learned: Mapping[str, NDArray[Any]]) -> WordLlamaEmbedder:
    """The embedder with what benchmarks/learn_language.py learned. Raises NotConfigured as above."""
    weights = table()
    even = np.ones(len(weights), np.float32)
    even[learned["ids"]] = learned["even"]
    language = np.zeros((len(weights), learned["rows"].shape[1]), np.float32)
    language[learned["ids"]] = learned["rows"]
    return WordLlamaEmbedder(
        pieces(), weights, even, learned["centre"], learned["turn"], language, subjects(learned)
    )


def subjects(learned: Mapping[str, NDArray[Any]]) -> Subjects:
    """The subjects, whose weights are kept as places (word, subject) and values."""
    words = bytes(learned["words"]).decode("utf-8").split(" ")
    weights = np.zeros((len(words), len(learned["usual"])), np.float32)
    weights[learned["word"], learned["subject"]] = learned["weight"]
    places = {word: at for at, word in enumerate(words)}
    anchors = learned["anchors"].astype(np.float32)
    return Subjects(
        places, weights, learned["usual"], anchors, learned["usually_meant"], learned["subject_turn"]
    )


@functools.cache
def pieces() -> Tokenizer:
    """What cuts a text into word pieces."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_str(_checked(PIECES).decode("utf-8"))
    found.no_padding()
    found.enable_truncation(LONGEST)
    return found


def coded(pieces: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """The word pieces of each text, in lower case."""
    found = pieces.encode_batch_fast([clean(t).lower() for t in texts], add_special_tokens=False)
    return [one.ids for one in found]


def _language() -> bytes:
    path = Path(__file__).with_name(LANGUAGE)
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != LANGUAGE_DIGEST:
        raise NotConfigured(f"{path} is not the file drafter came with. Install drafter again.")
    return content


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


def table() -> NDArray[np.float16]:
    """A row a word piece. The file (safetensors) is a length, a JSON header, then the numbers."""
    content = _checked(WEIGHTS)
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    tensor = next(v for k, v in header.items() if k != "__metadata__")
    first, last = tensor["data_offsets"]
    numbers = np.frombuffer(content[start + first : start + last], np.float16)
    return numbers.reshape(tensor["shape"])


def averages(weights: NDArray[np.float16], even: Vectors, coded_texts: Sequence[Sequence[int]]) -> Vectors:
    """The mean of each text's rows, each times its `even`; zeros for a text without pieces."""
    rows = np.zeros((len(coded_texts), weights.shape[1]), np.float32)
    for row, ids in zip(rows, coded_texts, strict=True):
        if ids:
            row[:] = even[ids] @ weights[ids].astype(np.float32) / len(ids)
    return rows


def _sums(language: Vectors, coded_texts: Sequence[Sequence[int]]) -> Vectors:
    """Each text's rows added up, a piece said again counting less each time."""
    rows = np.zeros((len(coded_texts), language.shape[1]), np.float32)
    for row, ids in zip(rows, coded_texts, strict=True):
        if ids:
            said, times = np.unique(ids, return_counts=True)
            row[:] = (1 + np.log(times)).astype(np.float32) @ language[said]
    return rows
