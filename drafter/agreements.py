"""What counsel has agreed to send where: asked once for each library and provider, kept beside the library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafter import providers
from drafter.domain import MatterFile
from drafter.errors import Refused
from drafter.providers.chat import Chat, Endpoint, Heard, host_outside, unheard
from drafter.providers.embedding import Embedder
from drafter.settings import Settings

FILE = "agreed.json"


class Work(StrEnum):
    """What is done that may send text elsewhere: the value says which text."""

    ADD = "the comments of the letters"
    SEARCH = "what you search for (and the comments found first, where a chat orders them)"
    DRAFT = "the comments, your notes for them and the excerpts of the filing and of precedents used"
    JUDGE = "the comments, the drafts and the filed answers that are marked"


@dataclass(frozen=True, slots=True)
class VectorServer:
    """Where vectors, which are made from texts, are kept and asked for."""

    goes_to: str
    name: str = "the server of the vectors"


def chat_of(settings: Settings, heard: Heard = unheard) -> Chat | None:
    """The chat that is set, None for offline drafting; `heard` listens to its replies. Raises NotConfigured."""
    at = Endpoint(settings.chat_url, settings.timeout, settings.reply_tokens, heard)
    return providers.chat(settings.chat, at)


def embedder_of(settings: Settings) -> Embedder:
    """The embedder that is set. Raises NotConfigured."""
    return providers.embedder(settings.embedder, settings.embedder_url, settings.timeout)


def server_of(settings: Settings) -> VectorServer:
    """The server that keeps the vectors; it goes nowhere where they are kept in the library's folder."""
    return VectorServer(host_outside(settings.vectors) if settings.vectors else "")


def leaves_for(settings: Settings, work: Work) -> tuple[str, ...]:
    """The hosts that such work with these settings sends text to; () when nothing leaves the machine."""
    asked = work in {Work.DRAFT, Work.JUDGE} or (work is Work.SEARCH and settings.rerank)
    chat = chat_of(settings) if asked else None
    hosts = (chat.goes_to if chat else "", embedder_of(settings).goes_to, server_of(settings).goes_to)
    return tuple(dict.fromkeys(h for h in hosts if h))


def agreed(settings: Settings) -> frozenset[str]:
    """The hosts that counsel has agreed to for this library."""
    path = settings.library / FILE
    return frozenset(json.loads(path.read_text(encoding="utf-8")) if path.is_file() else ())


def agree(settings: Settings, hosts: Sequence[str]) -> None:
    """Remembers that counsel agrees to those hosts, for this library."""
    from drafter.rendering import write

    every = sorted({*agreed(settings), *hosts})
    write(settings.library / FILE, json.dumps(every, indent=2).encode(), force=True)


def check_confidential(file: MatterFile, used: Sequence[Chat | Embedder | VectorServer | None]) -> None:
    """Raises Refused for a confidential matter where one of those used is not on this machine."""
    away = next((one for one in used if one and one.goes_to), None)
    if file.confidential and away:
        raise Refused(
            f"This matter is marked confidential, and {away.name} would send it to {away.goes_to}. "
            "Use --chat offline, the offline embedder and no server for vectors, or ones on this machine, or "
            "change the mark."
        )
