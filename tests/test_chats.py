from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from drafter.errors import BadReply, NotConfigured, Unreachable
from drafter.providers.chat import Ask, Chat, Endpoint, host_outside
from drafter.providers.langchain import langchain_chat
from drafter.providers.openai import openai_chat
from drafter.providers.replay import ReplayChat

SCHEMA = {
    "type": "object",
    "properties": {"word": {"type": "string"}},
    "required": ["word"],
    "additionalProperties": False,
}
ASK = Ask("Answer in one word.", "What colour is the sky?", SCHEMA)


class Server:
    """An OpenAI-compatible server on loopback: it answers what it was told to, and keeps what was asked."""

    def __init__(self) -> None:
        self.status, self.content = 200, '{"word": "blue"}'
        self.error = {"message": "no", "type": "t", "code": "c"}
        self.headers: dict[str, str] = {}
        self.ended = "stop"
        self.bodies: list[dict[str, Any]] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                endpoint.bodies.append(body)
                streams = body.get("stream") and endpoint.status == 200
                answer = endpoint.stream() if streams else json.dumps(endpoint.reply()).encode()
                self.send_response(endpoint.status)
                self.send_header("Content-Type", "text/event-stream" if streams else "application/json")
                self.send_header("Content-Length", str(len(answer)))
                for name, value in endpoint.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *args: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def reply(self) -> dict[str, Any]:
        if self.status != 200:
            return {"error": self.error}
        return {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": self.content},
                }
            ],
            "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14},
        }

    def stream(self) -> bytes:
        """The same reply in pieces of five characters, the count of tokens last."""
        whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        pieces = [self.content[at : at + 5] for at in range(0, len(self.content), 5)]
        deltas: list[tuple[dict[str, str], str | None]] = [({"content": p}, None) for p in pieces]
        events: list[dict[str, Any]] = [
            {**whole, "choices": [{"index": 0, "delta": delta, "finish_reason": why}]}
            for delta, why in [*deltas, ({}, self.ended)]
        ]
        events.append({**whole, "choices": [], "usage": self.reply()["usage"]})
        said = "".join(f"data: {json.dumps(e)}\n\n" for e in events)
        return (said + "data: [DONE]\n\n").encode()


@pytest.fixture
def endpoint() -> Iterator[Server]:
    endpoint = Server()
    yield endpoint
    endpoint.server.shutdown()
    endpoint.server.server_close()


@pytest.fixture(params=["openai", "langchain"])
def chat(request: pytest.FixtureRequest, endpoint: Server) -> Chat:
    if request.param == "openai":
        return openai_chat("m", Endpoint(endpoint.url, 5.0))
    return langchain_chat("openai:m", Endpoint(endpoint.url, 5.0))


def test_a_reply_is_the_object_that_was_asked_for_with_its_tokens(chat: Chat, endpoint: Server) -> None:
    reply = chat.write(ASK)
    assert (reply.value, reply.tokens_in, reply.tokens_out) == ({"word": "blue"}, 11, 3)


def test_the_schema_and_both_texts_are_sent(chat: Chat, endpoint: Server) -> None:
    chat.write(ASK)
    body = endpoint.bodies[0]
    assert [m["content"] for m in body["messages"]] == [ASK.system, ASK.text]
    assert body["response_format"]["json_schema"]["schema"]["properties"] == SCHEMA["properties"]


def test_a_reply_that_is_no_json_is_a_bad_reply(endpoint: Server) -> None:
    endpoint.content = "blue, I should say"
    with pytest.raises(BadReply, match="did not answer with JSON"):
        openai_chat("m", Endpoint(endpoint.url, 5.0)).write(ASK)


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, NotConfigured), (404, NotConfigured), (400, BadReply), (500, Unreachable), (429, Unreachable)],
)
def test_a_refusal_is_told_apart_from_what_a_retry_mends(
    chat: Chat, endpoint: Server, status: int, error: type[Exception]
) -> None:
    endpoint.status = status
    with pytest.raises(error):
        chat.write(ASK)
    assert len(endpoint.bodies) == 1  # the client itself does not try again


def test_a_server_that_is_busy_says_when_to_come_back(endpoint: Server) -> None:
    endpoint.status, endpoint.headers = 429, {"Retry-After": "7"}
    with pytest.raises(Unreachable) as told:
        openai_chat("m", Endpoint(endpoint.url, 5.0)).write(ASK)
    assert told.value.after == 7.0


def test_a_spent_quota_is_not_tried_again(endpoint: Server) -> None:
    endpoint.status, endpoint.error = 429, {"message": "no", "type": "t", "code": "insufficient_quota"}
    with pytest.raises(NotConfigured, match="quota"):
        openai_chat("m", Endpoint(endpoint.url, 5.0)).write(ASK)


def test_a_reply_is_heard_as_it_comes_in(endpoint: Server) -> None:
    heard: list[int] = []
    openai_chat("m", Endpoint(endpoint.url, 5.0, heard=heard.append)).write(ASK)
    assert [n for n in heard if n] == [5, 5, 5, 1]


def test_a_reply_that_is_cut_off_is_a_bad_reply(endpoint: Server) -> None:
    endpoint.content, endpoint.ended = '{"word": "bl', "length"
    with pytest.raises(BadReply, match="reply_tokens"):
        openai_chat("m", Endpoint(endpoint.url, 5.0)).write(ASK)


def test_an_endpoint_that_is_away_is_unreachable() -> None:
    with pytest.raises(Unreachable, match="Try again later"):
        openai_chat("m", Endpoint("http://127.0.0.1:9/v1", 1.0)).write(ASK)


def test_openai_itself_needs_a_key() -> None:
    with pytest.raises(NotConfigured, match="OPENAI_API_KEY"):
        openai_chat("m").write(ASK)


def test_a_langchain_chat_needs_its_provider_and_model() -> None:
    with pytest.raises(NotConfigured, match="langchain:PROVIDER:MODEL"):
        langchain_chat("ollama")


def test_a_langchain_provider_that_is_not_installed_says_so() -> None:
    with pytest.raises(NotConfigured, match="another package"):
        langchain_chat("ollama:llama3").write(ASK)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://127.0.0.1:11434/v1", ""),
        ("http://localhost:8000", ""),
        ("http://[::1]:8000/v1", ""),
        ("https://api.openai.com/v1", "api.openai.com"),
        ("http://10.0.0.7:8000/v1", "10.0.0.7"),
        ("http://localhost.example.com/v1", "localhost.example.com"),
    ],
)
def test_only_loopback_stays_on_the_machine(url: str, host: str) -> None:
    assert host_outside(url) == host
    assert openai_chat("m", Endpoint(url)).goes_to == host


def test_a_script_answers_by_what_stands_in_the_ask() -> None:
    chat = ReplayChat({"colour": {"word": "green"}})
    assert chat.write(ASK).value == {"word": "green"}
    with pytest.raises(NotConfigured, match="no reply"):
        chat.write(Ask("", "something else", SCHEMA))
