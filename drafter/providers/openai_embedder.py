"""Embeddings from OpenAI, or from any server that speaks its protocol, through the openai package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from drafter.errors import BadReply, NotConfigured, Unreachable
from drafter.providers.chat import NO_KEY, host_outside
from drafter.providers.embedding import Vectors, clean, unit_rows

if TYPE_CHECKING:
    from openai import OpenAI

API = "https://api.openai.com/v1"
SIZES = {"text-embedding-3-small": 1536, "text-embedding-3-large": 3072, "text-embedding-ada-002": 1536}
AT_ONCE = 64  # texts in one request
LONGEST = 24_000  # letters of one text: under the service's 8,191 tokens


@dataclass(slots=True)
class OpenAIEmbedder:
    """An embedding model behind an OpenAI-compatible endpoint. `url` "" is OpenAI itself."""

    model: str
    url: str = ""
    timeout: float = 120.0
    known_size: int = 0

    @property
    def name(self) -> str:
        """The word openai, a colon, and the model."""
        return f"openai:{self.model}"

    @property
    def goes_to(self) -> str:
        """The host that texts are sent to, "" on loopback."""
        return host_outside(self.url or API)

    @property
    def size(self) -> int:
        """Numbers in one vector; asked of the server once where the model is not a known one."""
        if not self.known_size:
            self.known_size = SIZES.get(self.model) or self.embed(["size"]).shape[1]
        return self.known_size

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text. Raises Unreachable, NotConfigured or BadReply."""
        rows = [row for chunk in _chunks(texts) for row in self._ask(chunk)]
        return unit_rows(np.array(rows, np.float32)) if rows else np.zeros((0, self.size), np.float32)

    def _ask(self, texts: list[str]) -> list[list[float]]:
        import openai

        try:
            done = self._client().embeddings.create(model=self.model, input=texts, encoding_format="float")
        except (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError) as error:
            raise Unreachable(f"{self.name} did not answer: {error}. Try again later.") from None
        except openai.APIStatusError as error:
            raise NotConfigured(f"{self.name} refused: {error}. Check the key and model name.") from None
        if len(done.data) != len(texts):
            raise BadReply(f"{self.name} gave {len(done.data)} vectors for {len(texts)} texts. Try again.")
        return [row.embedding for row in sorted(done.data, key=lambda row: row.index)]

    def _client(self) -> OpenAI:
        from openai import OpenAI

        key = os.environ.get("OPENAI_API_KEY", "")
        if not key and self.goes_to:
            raise NotConfigured(
                f"{self.name} needs a key. Set OPENAI_API_KEY, or leave the setting embedder empty: "
                "the offline default needs none."
            )
        return OpenAI(api_key=key or NO_KEY, base_url=self.url or API, timeout=self.timeout)


def openai_embedder(model: str, url: str = "", timeout: float = 120.0) -> OpenAIEmbedder:
    """The embedder of that model at that endpoint. Raises NotConfigured without a model."""
    if not model:
        raise NotConfigured('An OpenAI embedder is named with its model: "openai:text-embedding-3-small".')
    return OpenAIEmbedder(model, url, timeout)


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(texts), AT_ONCE):
        yield [clean(text[:LONGEST]) or " " for text in texts[start : start + AT_ONCE]]
