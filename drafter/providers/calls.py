"""Calls to a chat: tried again where that helps, remembered by everything said, counted and logged."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from drafter.domain import Spent
from drafter.errors import LibraryError, ProviderError, Unreachable
from drafter.providers.chat import Ask, Chat, Reply

LOG, REPLIES = "calls.jsonl", "replies.sqlite"
TRIES = 4
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
"""Seconds between tries: twice as long each time, at random below that so that parallel asks part ways."""


class Replies:
    """What chats answered, by the digest of all that was said; in one file, which may be removed at any time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def remembered(self, digest: str) -> Reply | None:
        """The reply to that ask, None where it was not asked before. Raises LibraryError for a broken file."""
        row = self._run("SELECT value, tokens_in, tokens_out FROM replies WHERE ask = ?", digest)
        return Reply(json.loads(row[0]), row[1], row[2]) if row else None

    def remember(self, digest: str, reply: Reply) -> None:
        """Keeps the reply to that ask."""
        value = json.dumps(reply.value, ensure_ascii=False)
        row = (digest, value, reply.tokens_in, reply.tokens_out)
        self._run("INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)", *row)

    def _run(self, sql: str, *values: object) -> tuple[str, int, int] | None:
        try:
            with self._lock, closing(sqlite3.connect(self._file, timeout=30)) as db, db:
                db.execute(
                    "CREATE TABLE IF NOT EXISTS replies "
                    "(ask TEXT PRIMARY KEY, value TEXT, tokens_in INTEGER, tokens_out INTEGER) WITHOUT ROWID"
                )
                row: tuple[str, int, int] | None = db.execute(sql, values).fetchone()
                return row
        except sqlite3.Error as error:
            raise LibraryError(
                f"{self._file} cannot be used ({error}). Remove it: it only saves asking twice."
            ) from None


@dataclass(slots=True)
class CalledChat:
    """`chat`, each call of which is logged in `folder`, and none made twice where `remember`.

    `url` is where it was set to be. `spent` counts what its calls took so far.
    """

    chat: Chat
    folder: Path
    url: str = ""
    remember: bool = True
    first_wait: float = FIRST_WAIT
    spent: Spent = field(default_factory=Spent)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _replies: Replies = field(init=False)

    def __post_init__(self) -> None:
        self._replies = Replies(self.folder / REPLIES)

    @property
    def name(self) -> str:
        """The chat's name."""
        return self.chat.name

    @property
    def goes_to(self) -> str:
        """Where its asks go, "" when nothing leaves the machine."""
        return self.chat.goes_to

    def write(self, ask: Ask) -> Reply:
        """The reply, from memory where the very same was asked before.

        Unreachable is tried again up to `TRIES` times; raises what the chat raises.
        """
        digest = self._digest(ask)
        known = self._replies.remembered(digest) if self.remember else None
        if known is not None:
            self._count(Spent(remembered=1))
            self._log("remembered", digest, reply=known)
            return known
        reply = self._patiently(ask, digest)
        if self.remember:
            self._replies.remember(digest, reply)
        return reply

    def _patiently(self, ask: Ask, digest: str) -> Reply:
        tries = Retrying(
            retry=retry_if_exception_type(Unreachable),
            stop=stop_after_attempt(TRIES),
            wait=self._wait,
            reraise=True,
        )
        return tries(self._once, ask, digest)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked_for = error.after if isinstance(error, Unreachable) else 0.0
        grown = wait_random_exponential(multiplier=self.first_wait, max=LONGEST_WAIT)(state)
        return max(grown, min(asked_for, LONGEST_WAIT))

    def _once(self, ask: Ask, digest: str) -> Reply:
        start = time.perf_counter()
        try:
            reply = self.chat.write(ask)
        except ProviderError as error:
            self._count(Spent(asked=1, seconds=time.perf_counter() - start))
            self._log(type(error).__name__, digest, time.perf_counter() - start)
            raise
        seconds = time.perf_counter() - start
        self._count(Spent(1, 0, reply.tokens_in, reply.tokens_out, seconds))
        self._log("answered", digest, seconds, reply)
        return reply

    def _digest(self, ask: Ask) -> str:
        said = [self.name, self.url, ask.system, ask.text, ask.schema]
        return _digest(json.dumps(said, sort_keys=True))

    def _count(self, more: Spent) -> None:
        with self._lock:
            self.spent = self.spent.and_(more)

    def _log(self, outcome: str, digest: str, seconds: float = 0.0, reply: Reply | None = None) -> None:
        """One line for each call: digests of what was said, never its words, and no secret."""
        row = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "provider": self.goes_to or "this machine",
            "chat": self.name,
            "outcome": outcome,
            "ask": digest,
            "reply": _digest(json.dumps(reply.value, sort_keys=True)) if reply else None,
            "tokens_in": reply.tokens_in if reply else None,
            "tokens_out": reply.tokens_out if reply else None,
            "seconds": round(seconds, 3),
        }
        with self._lock, (self.folder / LOG).open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
