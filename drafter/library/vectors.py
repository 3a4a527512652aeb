"""The vectors (Chroma, embedded): derived from the record. Given to it by us, never computed by it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.providers.embedding import Vectors as Rows

AT_ONCE = 5000  # rows in one upsert: Chroma takes at most 5,461
PREFIX = "pairs-"


class Vectors:
    """The vectors of one library. `generation` says which rebuild they belong to.

    Chroma is imported when they are first used. An open Chroma does not see what another process writes:
    `reopen` when the record says that something was written.
    """

    def __init__(self, folder: Path, generation: int) -> None:
        self._folder = folder
        self._generation = generation
        self._client: Any = None
        self._rows: Any = None

    def reopen(self, generation: int) -> None:
        """Lets go of what was read; the next use sees the disk as it is."""
        if self._client is not None:
            self._client.close()
        self._client = self._rows = None
        self._generation = generation

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

    def clear(self) -> None:
        """Throws all vectors of every generation away."""
        self.reopen(self._generation)
        shutil.rmtree(self._folder, ignore_errors=True)

    def drop_older(self) -> None:
        """Takes out the vectors of earlier generations."""
        self._open()
        for other in self._client.list_collections():
            if other.name != f"{PREFIX}{self._generation}":
                self._client.delete_collection(other.name)

    def _open(self) -> Any:
        if self._rows is None:
            import chromadb

            quiet = chromadb.config.Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(path=str(self._folder), settings=quiet)
            self._rows = self._client.get_or_create_collection(
                f"{PREFIX}{self._generation}",
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
            )
        return self._rows
