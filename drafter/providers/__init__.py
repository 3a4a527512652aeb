"""Chats and embedders, by name. A provider is one function and one row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from drafter.errors import NotConfigured
from drafter.providers.chat import ITS_OWN, Chat, Endpoint

if TYPE_CHECKING:
    from drafter.providers.embedding import Embedder

OFFLINE_EMBEDDER = "wordllama"
OFFLINE = "offline"


def _wordllama(model: str, url: str, timeout: float) -> Embedder:
    from drafter.providers.wordllama import wordllama_embedder

    return wordllama_embedder(model, url, timeout)


def _openai_embedder(model: str, url: str, timeout: float) -> Embedder:
    from drafter.providers.openai_embedder import openai_embedder

    return openai_embedder(model, url, timeout)


def _hashing(model: str, url: str, timeout: float) -> Embedder:
    from drafter.providers.hashing import hashing_embedder

    return hashing_embedder(model, url, timeout)


def _openai_chat(model: str, at: Endpoint) -> Chat:
    from drafter.providers.openai import openai_chat

    return openai_chat(model, at)


def _langchain_chat(model: str, at: Endpoint) -> Chat:
    from drafter.providers.langchain import langchain_chat

    return langchain_chat(model, at)


def _replay_chat(model: str, at: Endpoint) -> Chat:
    from drafter.providers.replay import replay_chat

    return replay_chat(model, at)


CHATS: Mapping[str, Callable[[str, Endpoint], Chat]] = {
    "openai": _openai_chat,
    "langchain": _langchain_chat,
    "replay": _replay_chat,  # plays a file of replies, for tests
}
"""Name before the colon -> its maker, called with the model and the endpoint."""

EMBEDDERS: Mapping[str, Callable[[str, str, float], Embedder]] = {
    "wordllama": _wordllama,
    "openai": _openai_embedder,
    "hashing": _hashing,  # for tests: it knows no meaning
}
"""As CHATS; called with the model, base URL ("" for its own) and seconds to wait. Each maker loads its
libraries only when it is called."""


def embedder(name: str = "", url: str = "", timeout: float = 120.0) -> Embedder:
    """The embedder of that name, "KIND" or "KIND:MODEL"; "" is the offline default.

    Raises NotConfigured where there is none of that kind.
    """
    kind, _, model = (name or OFFLINE_EMBEDDER).partition(":")
    if kind not in EMBEDDERS:
        known = ", ".join(sorted(EMBEDDERS))
        raise NotConfigured(f"There is no embedder {kind!r}. The setting embedder may begin with: {known}.")
    return EMBEDDERS[kind](model, url, timeout)


def chat(name: str, at: Endpoint = ITS_OWN) -> Chat | None:
    """The chat of that name, "KIND:MODEL"; None for "offline", which is no chat.

    Raises NotConfigured where there is none of that kind, or no model is named.
    """
    kind, _, model = name.partition(":")
    if kind == OFFLINE:
        return None
    if kind not in CHATS or not model:
        raise NotConfigured(
            f"There is no chat {name!r}. Use offline, openai:MODEL or langchain:PROVIDER:MODEL."
        )
    return CHATS[kind](model, at)
