"""Any chat that LangChain knows by name: "langchain:anthropic:MODEL", "langchain:ollama:MODEL" and so on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.errors import BadReply, NotConfigured, ProviderError, Unreachable
from drafter.providers.chat import ITS_OWN, NO_KEY, Ask, Endpoint, Reply, host_outside

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TAKES_BOUNDS = {"openai", "azure_openai", "anthropic", "mistralai", "groq"}
REFUSALS = {401, 402, 403, 404}
"""HTTP statuses that a retry does not mend: a key, a plan, a right or a name is wrong."""
UNFIT = {400, 413, 422}
"""HTTP statuses of a question that the server cannot take."""


@dataclass(frozen=True, slots=True)
class LangChainChat:
    """A LangChain chat. `provider` is the name LangChain knows; the URL is for those that take one."""

    provider: str
    model: str
    at: Endpoint = ITS_OWN

    @property
    def name(self) -> str:
        """As the user names it, "langchain:PROVIDER:MODEL"."""
        return f"langchain:{self.provider}:{self.model}"

    @property
    def goes_to(self) -> str:
        """The endpoint's host; the provider's name where only LangChain knows the host; "" on loopback."""
        return host_outside(self.at.url) if self.at.url else self.provider

    def write(self, ask: Ask) -> Reply:
        """The reply, held to the schema. Raises Unreachable, NotConfigured or BadReply."""
        schema = {"title": "answer", "description": "The answer to one comment.", **ask.schema}
        how = {"method": "json_schema"} if self.provider == "openai" else {}
        chat = self._chat()
        try:
            chain = chat.with_structured_output(schema, include_raw=True, **how)
            done: Any = chain.invoke([("system", ask.system), ("human", ask.text)])
        except NotImplementedError as error:
            raise BadReply(f"{self.name} cannot answer by schema: {error}") from None
        except Exception as error:  # LangChain passes on each provider's own kinds of error
            raise _told(self.name, error) from error
        value = done["parsed"]
        self.at.heard(len(str(done["raw"].content)))
        if not isinstance(value, dict):
            raise BadReply(f"{self.name} did not answer by the schema. Ask again, or use another chat.")
        usage = getattr(done["raw"], "usage_metadata", None) or {}
        return Reply(value, usage.get("input_tokens", 0), usage.get("output_tokens", 0))

    def _chat(self) -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        try:
            chat: BaseChatModel = init_chat_model(self.model, model_provider=self.provider, **self._options())
            return chat
        except ImportError as error:
            raise NotConfigured(
                f"{self.name} needs another package ({error}). Install it beside drafter."
            ) from None
        except (ValueError, OSError) as error:
            raise NotConfigured(f"{self.name} cannot be set up: {error}") from None

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {"temperature": 0}
        if self.provider in TAKES_BOUNDS:
            options |= {"timeout": self.at.timeout, "max_tokens": self.at.tokens, "max_retries": 0}
        if self.at.url:
            options["base_url"] = self.at.url
        if self.at.url and not self.goes_to and self.provider == "openai":
            options["api_key"] = NO_KEY
        return options


def langchain_chat(model: str, at: Endpoint = ITS_OWN) -> LangChainChat:
    """The chat of "PROVIDER:MODEL". Raises NotConfigured where either part is missing."""
    provider, _, rest = model.partition(":")
    if not provider or not rest:
        raise NotConfigured(
            'A LangChain chat is named "langchain:PROVIDER:MODEL", as langchain:ollama:llama3.'
        )
    return LangChainChat(provider, rest, at)


def _told(name: str, error: Exception) -> ProviderError:
    """A provider's own error in our words, by the HTTP status it carries; without one a retry may help."""
    status = getattr(error, "status_code", None) or getattr(
        getattr(error, "response", None), "status_code", 0
    )
    said = " ".join(str(error).split())[:200]
    if status in REFUSALS:
        return NotConfigured(f"{name} refused: {said}. Check the key and model name.")
    if status in UNFIT:
        return BadReply(f"{name} could not take the question: {said}.")
    return Unreachable(f"{name} did not answer: {said}. Try again later.")
