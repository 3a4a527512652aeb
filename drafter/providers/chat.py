"""What every chat is: an ask goes in, a reply of the asked shape comes out."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from drafter.errors import BadReply

NO_KEY = "no-key"  # servers on this machine ask for none, but their clients insist on sending one


Heard = Callable[[int], None]
"""Told, as a reply comes in, how many characters of it have come since it was last told."""


def unheard(_: int) -> None:
    """For those who do not listen."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a chat is, how much it may take, and who hears its replies come in.

    A base URL ("" is the provider's own), the seconds to wait for the next of a reply, and the most tokens of
    one.
    """

    url: str = ""
    timeout: float = 120.0
    tokens: int = 8000
    heard: Heard = unheard


ITS_OWN = Endpoint()
"""The provider's own endpoint, with the usual bounds."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a chat: standing orders, the text at hand, and the JSON schema of the reply."""

    system: str
    text: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a chat answered: an object of the schema, and the tokens it counted (0 where it did not say)."""

    value: Mapping[str, object]
    tokens_in: int = 0
    tokens_out: int = 0


class Chat(Protocol):
    """A language model behind a name."""

    @property
    def name(self) -> str:
        """As the user names it: "openai:gpt-5"."""

    @property
    def goes_to(self) -> str:
        """The host that the asks are sent to, "" when nothing leaves the machine."""

    def write(self, ask: Ask) -> Reply:
        """The reply. Raises Unreachable where a retry may help, NotConfigured, or BadReply."""


def host_outside(url: str) -> str:
    """The host of that URL, or "" when it is this machine itself (loopback)."""
    host = urlsplit(url).hostname or url
    if host == "localhost":
        return ""
    try:
        return "" if ipaddress.ip_address(host).is_loopback else host
    except ValueError:
        return host


def parsed(text: str | None, who: str) -> Mapping[str, object]:
    """The JSON object in that reply. Raises BadReply for anything else: JSON is never mended."""
    try:
        value = json.loads(text or "")
    except json.JSONDecodeError as error:
        raise BadReply(
            f"{who} did not answer with JSON ({error.msg}). Ask again, or use another chat."
        ) from None
    if not isinstance(value, dict):
        raise BadReply(f"{who} answered with JSON that is no object. Ask again, or use another chat.")
    return value
