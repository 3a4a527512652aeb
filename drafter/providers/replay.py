"""A chat that plays replies from a script, for tests and for showing what a chat would do."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import NotConfigured
from drafter.providers.chat import ITS_OWN, Ask, Endpoint, Reply, parsed

Script = Mapping[str, object] | Callable[[Ask], Mapping[str, object]]


@dataclass(slots=True)
class ReplayChat:
    """Answers each ask from `script`: a function of the ask, or the first entry whose key is in its text.

    `asked` keeps the asks, in order.
    """

    script: Script
    asked: list[Ask] = field(default_factory=list)
    name: str = "replay"
    goes_to: str = ""

    def write(self, ask: Ask) -> Reply:
        """The scripted reply. Raises NotConfigured where the script has none."""
        self.asked.append(ask)
        if callable(self.script):
            return Reply(self.script(ask))
        for key, value in self.script.items():
            if key in ask.text:
                return Reply(parsed(json.dumps(value), self.name))
        raise NotConfigured("The script has no reply to this ask: add an entry whose key stands in its text.")


def replay_chat(model: str, at: Endpoint = ITS_OWN) -> ReplayChat:
    """The chat that plays the JSON file at that path, wherever it is said to be."""
    path = Path(model)
    if not path.is_file():
        raise NotConfigured(f"There is no replay file at {path}.")
    return ReplayChat(json.loads(path.read_text(encoding="utf-8")), name=f"replay:{path.name}")
