"""The vectors (Chroma, embedded): derived from the record. Given to it by us, never computed by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import LibraryError

if TYPE_CHECKING:
    from drafter.providers.embedding import Vectors as Rows

AT_ONCE = 5000  # rows in one upsert: Chroma takes at most 5,461
NAME = "pairs"


class Vectors:
    """The vectors in one folder. Chroma is imported when they are first used.

    An open Chroma does not see what another process writes: close this and make another when it has.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Any = None
        self._rows: Any = None

    def close(self) -> None:
        """Lets go of the files."""
        if self._client is not None:
            self._client.close()
        self._client = self._rows = None

    def count(self) -> int:
        """How many vectors there are."""
        return int(self._open().count())

    def apply(self, gone: Sequence[str], ids: Sequence[str], rows: Rows) -> None:
        """Takes out what is gone and puts in or replaces the rows of those ids."""
        kept = self._open()
        for start in range(0, len(gone), AT_ONCE):
            kept.delete(ids=list(gone[start : start + AT_ONCE]))
        for start in range(0, len(ids), AT_ONCE):
            end = start + AT_ONCE
            kept.upsert(ids=list(ids[start:end]), embeddings=rows[start:end])

    def nearest(self, vector: Rows, count: int) -> Mapping[str, float]:
        """Cosine of the nearest `count` rows to that unit vector, by id."""
        if count < 1:
            return {}
        found = self._open().query(query_embeddings=vector[None, :], n_results=count, include=["distances"])
        return {id_: 1 - float(d) for id_, d in zip(found["ids"][0], found["distances"][0], strict=True)}

    def empty(self) -> None:
        """Takes all vectors out."""
        self._open()
        self._client.delete_collection(NAME)
        self._rows = None

    def _open(self) -> Any:
        if self._rows is None:
            import chromadb

            quiet = chromadb.config.Settings(anonymized_telemetry=False)
            try:
                self._client = chromadb.PersistentClient(path=str(self._folder), settings=quiet)
                self._rows = self._client.get_or_create_collection(
                    NAME,
                    embedding_function=None,
                    configuration={"hnsw": {"space": "cosine"}},
                )
            except (chromadb.errors.ChromaError, ValueError) as error:
                raise LibraryError(
                    f"The vectors in {self._folder} cannot be read ({error}). The letters are safe: "
                    "run drafter rebuild."
                ) from None
        return self._rows
