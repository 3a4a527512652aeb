"""OpenAI, and every server that speaks its protocol (vLLM, llama.cpp, Ollama), through the openai package."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from drafter.errors import BadReply, NotConfigured, Unreachable
from drafter.providers.chat import ITS_OWN, NO_KEY, Ask, Endpoint, Reply, host_outside, parsed

if TYPE_CHECKING:
    from openai import OpenAI, RateLimitError
    from openai.types.shared_params import ResponseFormatJSONSchema

API = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class OpenAIChat:
    """A chat behind an OpenAI-compatible endpoint; without a URL it is OpenAI itself."""

    model: str
    at: Endpoint = ITS_OWN

    @property
    def name(self) -> str:
        """As the user names it, "openai:MODEL"."""
        return f"openai:{self.model}"

    @property
    def goes_to(self) -> str:
        """The endpoint's host, "" on loopback."""
        return host_outside(self.at.url or API)

    def write(self, ask: Ask) -> Reply:
        """The reply, held to the schema by the server. Raises Unreachable, NotConfigured or BadReply."""
        import openai

        try:
            return self._reply(ask)
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError) as error:
            raise NotConfigured(
                f"{self.name} refused: {_short(error)}. Check the key and model name."
            ) from None
        except openai.RateLimitError as error:
            raise _too_much(self.name, error) from None
        except openai.InternalServerError as error:
            raise Unreachable(f"{self.name} did not answer: {_short(error)}. Try again later.") from None
        except openai.APIStatusError as error:
            raise BadReply(f"{self.name} could not take the question: {_short(error)}.") from None
        except openai.APIError as error:  # the connection, or an error told in the middle of a reply
            raise Unreachable(f"{self.name} did not answer: {_short(error)}. Try again later.") from None
        except json.JSONDecodeError as error:
            raise BadReply(f"{self.name} sent a broken stream ({error.msg}). Use another chat.") from None

    def _reply(self, ask: Ask) -> Reply:
        """The reply, gathered as it comes in: a long one is not cut off by the time it takes to write."""
        pieces, used, cut = [], (0, 0), False
        with self._client().chat.completions.create(
            model=self.model,
            messages=[{"role": "system", "content": ask.system}, {"role": "user", "content": ask.text}],
            response_format=_schema_format(ask),
            temperature=0,
            max_completion_tokens=self.at.tokens,
            stream=True,
            stream_options={"include_usage": True},
        ) as stream:
            for event in stream:
                for choice in event.choices[:1]:
                    pieces.append(choice.delta.content or "")
                    cut = cut or choice.finish_reason == "length"
                    self.at.heard(len(pieces[-1]))
                if event.usage:
                    used = (event.usage.prompt_tokens, event.usage.completion_tokens)
        if cut:
            raise BadReply(
                f"{self.name} ran past {self.at.tokens} tokens. Raise the setting reply_tokens, or use another chat."
            )
        return Reply(parsed("".join(pieces), self.name), *used)

    def _client(self) -> OpenAI:
        from openai import OpenAI

        key = os.environ.get("OPENAI_API_KEY", "")
        if not key and self.goes_to:
            raise NotConfigured(f"{self.name} needs a key. Set OPENAI_API_KEY, or draft with --chat offline.")
        return OpenAI(
            api_key=key or NO_KEY, base_url=self.at.url or API, timeout=self.at.timeout, max_retries=0
        )


def openai_chat(model: str, at: Endpoint = ITS_OWN) -> OpenAIChat:
    """The chat of that model at that endpoint."""
    return OpenAIChat(model, at)


def _schema_format(ask: Ask) -> ResponseFormatJSONSchema:
    form = {
        "type": "json_schema",
        "json_schema": {"name": "answer", "schema": dict(ask.schema), "strict": True},
    }
    return cast("ResponseFormatJSONSchema", form)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _too_much(name: str, error: RateLimitError) -> NotConfigured | Unreachable:
    """A spent quota stays spent; a rate limit passes."""
    if error.code == "insufficient_quota":
        return NotConfigured(f"{name} has no quota left: {_short(error)}. Check the plan behind the key.")
    said = error.response.headers.get("retry-after", "")
    after = float(said) if said.replace(".", "", 1).isdigit() else 0.0
    return Unreachable(f"{name} did not answer: {_short(error)}. Try again later.", after)
