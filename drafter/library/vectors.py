"""The vectors (Chroma): derived from the record. Given to it by us, never computed by it.

They lie in a folder, or in a Chroma server that several machines share.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from drafter.errors import BadSettings, LibraryAway, LibraryError

if TYPE_CHECKING:
    from drafter.providers.embedding import Vectors as Rows

SYNC = 5000  # rows after which Chroma writes its whole graph anew: at its own 1000, a million rows take days
AT_ONCE = 5000  # rows in one upsert: Chroma takes at most 5,461
NAME = "pairs"
PATIENCE = 5.0  # seconds for a server to take a connection
PORTS = {"http": 8000, "https": 443}


@dataclass(frozen=True, slots=True)
class Place:
    """Where vectors lie: in that folder, or in the server's collection of that name."""

    folder: Path
    server: str = ""
    name: str = NAME

    def __str__(self) -> str:
        return f"{self.server}/{self.name}" if self.server else ""


UNWRITABLE = re.compile(r"disk is full|no space left|read-?only", re.I)
"""What Chroma says where its folder cannot be written to. Not: "Query error: no such table"."""


class Vectors:
    """The vectors in one place. Chroma is imported when they are first used.

    An open folder does not show what another process writes: close this and make another when it has. A server
    shows everything. What is asked of a server that does not answer raises LibraryAway.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._client: Any = None
        self._rows: Any = None

    @property
    def shared(self) -> bool:
        """Whether they lie in a server."""
        return bool(self._place.server)

    def close(self) -> None:
        """Lets go of the files or the connection."""
        if self._client is not None:
            for one in (self._client, self._client._admin_client) if self.shared else ():
                one._server._session.close()  # Chroma 1.5 leaves its connections open
            self._client.close()
        self._client = self._rows = None

    def count(self) -> int:
        """How many vectors there are."""
        with self._asked() as kept:
            return int(kept.count())

    def apply(self, gone: Sequence[str], ids: Sequence[str], rows: Rows) -> None:
        """Takes out what is gone and puts in or replaces the rows of those ids."""
        with self._asked() as kept:
            for start in range(0, len(gone), AT_ONCE):
                kept.delete(ids=list(gone[start : start + AT_ONCE]))
            for start in range(0, len(ids), AT_ONCE):
                end = start + AT_ONCE
                kept.upsert(ids=list(ids[start:end]), embeddings=rows[start:end])

    def nearest(self, vector: Rows, count: int) -> Mapping[str, float]:
        """Cosine of the nearest `count` rows to that unit vector, by id."""
        if count < 1:
            return {}
        with self._asked() as kept:
            found = kept.query(query_embeddings=vector[None, :], n_results=count, include=["distances"])
        return {id_: 1 - float(d) for id_, d in zip(found["ids"][0], found["distances"][0], strict=True)}

    def empty(self) -> None:
        """Takes all vectors out."""
        with self._asked():
            self._client.delete_collection(self._place.name)
            self._rows = None

    def drop(self, name: str) -> None:
        """Takes away the server's collection of that name, where there is one."""
        with self._asked():
            if name in {c.name for c in self._client.list_collections()}:
                self._client.delete_collection(name)

    @contextmanager
    def _asked(self) -> Iterator[Any]:
        """The collection, opened where it is not; what goes wrong on the way is said in our words."""
        import chromadb
        import httpx

        try:
            yield self._open(chromadb)
        except (httpx.HTTPError, OSError) as error:
            if not self.shared:
                raise
            self.close()
            raise self._away(error) from None
        except (chromadb.errors.ChromaError, ValueError) as error:
            self.close()
            if self.shared:
                raise self._away(error) from None
            if UNWRITABLE.search(str(error)):
                raise OSError(str(error)) from error
            raise LibraryError(
                f"The vectors in {self._place.folder} cannot be read ({error}). The letters are safe: "
                "run drafter rebuild."
            ) from None

    def _away(self, error: Exception) -> LibraryAway:
        return LibraryAway(
            f"The vectors' server {self._place.server} does not answer ({error}). Start it (chroma run) or mend "
            "the setting vectors; what was added is kept and its vectors follow when it is back."
        )

    def _open(self, chromadb: Any) -> Any:
        if self._client is None:
            quiet = chromadb.config.Settings(anonymized_telemetry=False)
            self._client = (
                _client(chromadb, self._place.server, quiet)
                if self.shared
                else chromadb.PersistentClient(path=str(self._place.folder), settings=quiet)
            )
        if self._rows is None:
            self._rows = self._client.get_or_create_collection(
                self._place.name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "sync_threshold": SYNC}},
            )
        return self._rows


def _client(chromadb: Any, server: str, quiet: Any) -> Any:
    """A client of that server. Raises OSError where nothing listens there, BadSettings for no address."""
    parts = urlsplit(server)
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadSettings(
            f"vectors = {server!r} is no address of a Chroma server, such as http://127.0.0.1:8000."
        )
    port = parts.port or PORTS[parts.scheme]
    with socket.create_connection(
        (parts.hostname, port), PATIENCE
    ):  # Chroma's own client would wait for ever
        pass
    return chromadb.HttpClient(parts.hostname, port, ssl=parts.scheme == "https", settings=quiet)
