"""OpenAI, and every server that speaks its protocol (vLLM, llama.cpp, Ollama), through the openai package."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from drafter.errors import BadReply, NotConfigured, Unreachable
from drafter.providers.chat import ITS_OWN, NO_KEY, Ask, Endpoint, Reply, host_outside, parsed

if TYPE_CHECKING:
    from openai import OpenAI
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
            done = self._client().chat.completions.create(
                model=self.model,
                messages=[{"role": "system", "content": ask.system}, {"role": "user", "content": ask.text}],
                response_format=_schema_format(ask),
                temperature=0,
                max_completion_tokens=self.at.tokens,
            )
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError) as error:
            raise NotConfigured(
                f"{self.name} refused: {_short(error)}. Check the key and model name."
            ) from None
        except (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError) as error:
            raise Unreachable(f"{self.name} did not answer: {_short(error)}. Try again later.") from None
        except openai.APIStatusError as error:
            raise BadReply(f"{self.name} could not take the question: {_short(error)}.") from None
        usage = done.usage
        return Reply(
            parsed(done.choices[0].message.content if done.choices else None, self.name),
            usage.prompt_tokens if usage else 0,
            usage.completion_tokens if usage else 0,
        )

    def _client(self) -> OpenAI:
        from openai import OpenAI

        key = os.environ.get("OPENAI_API_KEY", "")
        if not key and self.goes_to:
            raise NotConfigured(f"{self.name} needs a key. Set OPENAI_API_KEY, or draft with --chat offline.")
        return OpenAI(api_key=key or NO_KEY, base_url=self.at.url or API, timeout=self.at.timeout)


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
