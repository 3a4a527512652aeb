"""What counsel has agreed to send where: asked once for each library and provider, kept beside the library."""

from __future__ import annotations

import json
from collections.abc import Sequence

from drafter import providers
from drafter.domain import MatterFile
from drafter.errors import Refused
from drafter.providers.chat import Chat, Endpoint
from drafter.providers.embedding import Embedder
from drafter.settings import Settings

FILE = "agreed.json"


def chat_of(settings: Settings) -> Chat | None:
    """The chat that is set, None for offline drafting. Raises NotConfigured."""
    at = Endpoint(settings.chat_url, settings.timeout, settings.reply_tokens)
    return providers.chat(settings.chat, at)


def embedder_of(settings: Settings) -> Embedder:
    """The embedder that is set. Raises NotConfigured."""
    return providers.embedder(settings.embedder, settings.embedder_url, settings.timeout)


def leaves_for(settings: Settings) -> tuple[str, ...]:
    """The hosts that work with these settings sends text to; () when nothing leaves the machine."""
    chat = chat_of(settings)
    hosts = (chat.goes_to if chat else "", embedder_of(settings).goes_to)
    return tuple(dict.fromkeys(h for h in hosts if h))


def missing(settings: Settings) -> tuple[str, ...]:
    """Those hosts that counsel has not yet agreed to for this library."""
    path = settings.library / FILE
    agreed = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return tuple(h for h in leaves_for(settings) if h not in agreed)


def agree(settings: Settings) -> None:
    """Remembers that counsel agrees to every host of these settings, for this library."""
    from drafter.rendering import write

    path = settings.library / FILE
    agreed = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    write(path, json.dumps(sorted({*agreed, *leaves_for(settings)}), indent=2).encode(), force=True)


def check_confidential(file: MatterFile, used: Sequence[Chat | Embedder | None]) -> None:
    """Raises Refused for a confidential matter where one of those used is not on this machine."""
    away = next((one for one in used if one and one.goes_to), None)
    if file.confidential and away:
        raise Refused(
            f"This matter is marked confidential, and {away.name} would send it to {away.goes_to}. "
            "Use --chat offline and the offline embedder, or ones on this machine, or change the mark."
        )
