from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from drafter.domain import Spent
from drafter.errors import BadReply, LibraryError, NotConfigured, Unreachable
from drafter.providers.calls import LOG, REPLIES, TRIES, CalledChat
from drafter.providers.chat import Ask, Reply

ASK = Ask("Answer in one word.", "What did the client tell us in confidence?", {"type": "object"})


@dataclass
class Moody:
    """A chat that first raises what it was given, then answers."""

    moods: list[Exception] = field(default_factory=list)
    name: str = "openai:some-model"
    goes_to: str = "api.example.com"
    asked: int = 0

    def write(self, ask: Ask) -> Reply:
        self.asked += 1
        if self.moods:
            raise self.moods.pop(0)
        return Reply({"word": f"answer {self.asked}"}, 100, 20)


def called(chat: Moody, folder: Path, remember: bool = True) -> CalledChat:
    return CalledChat(chat, folder, remember=remember, first_wait=0.001)


def log(folder: Path) -> list[Mapping[str, object]]:
    return [json.loads(line) for line in (folder / LOG).read_text(encoding="utf-8").splitlines()]


def test_the_very_same_is_asked_once_also_by_the_next_run(tmp_path: Path) -> None:
    chat = Moody()
    first = called(chat, tmp_path).write(ASK)
    later = called(chat, tmp_path)
    assert later.write(ASK) == first
    assert chat.asked == 1
    assert (later.spent.asked, later.spent.remembered) == (0, 1)


@pytest.mark.parametrize(
    "other",
    [
        Ask("Answer at length.", ASK.text, ASK.schema),
        Ask(ASK.system, "Another question.", ASK.schema),
        Ask(ASK.system, ASK.text, {"type": "array"}),
    ],
)
def test_whatever_is_said_otherwise_is_another_ask(tmp_path: Path, other: Ask) -> None:
    chat = Moody()
    one = called(chat, tmp_path)
    one.write(ASK)
    one.write(other)
    assert chat.asked == 2


def test_another_chat_or_place_has_not_answered_yet(tmp_path: Path) -> None:
    chat, other = Moody(), Moody(name="openai:other-model")
    called(chat, tmp_path).write(ASK)
    called(other, tmp_path).write(ASK)
    CalledChat(chat, tmp_path, url="http://127.0.0.1:1/v1").write(ASK)
    assert (chat.asked, other.asked) == (2, 1)


def test_without_a_memory_it_is_asked_again_and_nothing_is_kept(tmp_path: Path) -> None:
    chat = Moody()
    for _ in range(2):
        called(chat, tmp_path, remember=False).write(ASK)
    assert chat.asked == 2
    assert not (tmp_path / REPLIES).exists()


def test_a_chat_that_was_away_is_tried_again(tmp_path: Path) -> None:
    chat = Moody([Unreachable("away"), Unreachable("still away")])
    one = called(chat, tmp_path)
    assert one.write(ASK).value == {"word": "answer 3"}
    assert [row["outcome"] for row in log(tmp_path)] == ["Unreachable", "Unreachable", "answered"]
    assert (one.spent.asked, one.spent.tokens_in, one.spent.tokens_out) == (3, 100, 20)


def test_a_chat_that_stays_away_is_given_up(tmp_path: Path) -> None:
    chat = Moody([Unreachable("away")] * 10)
    with pytest.raises(Unreachable):
        called(chat, tmp_path).write(ASK)
    assert chat.asked == TRIES


@pytest.mark.parametrize("error", [BadReply("no JSON"), NotConfigured("no key")])
def test_what_a_retry_does_not_mend_is_not_tried_again(tmp_path: Path, error: Exception) -> None:
    chat = Moody([error])
    with pytest.raises(type(error)):
        called(chat, tmp_path).write(ASK)
    assert chat.asked == 1
    assert called(chat, tmp_path).write(ASK).value == {"word": "answer 2"}


def test_the_wait_that_a_server_asks_for_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("tenacity.nap.time.sleep", waited.append)
    called(Moody([Unreachable("busy", after=7.0)]), tmp_path).write(ASK)
    assert waited == [7.0]


def test_the_log_names_every_call_and_no_word_of_it(tmp_path: Path) -> None:
    one = called(Moody(), tmp_path)
    one.write(ASK)
    one.write(ASK)
    rows = log(tmp_path)
    assert [row["outcome"] for row in rows] == ["answered", "remembered"]
    assert rows[0]["provider"] == "api.example.com"
    assert rows[0]["ask"] == rows[1]["ask"]
    assert rows[0]["reply"] == rows[1]["reply"]
    assert "confidence" not in (tmp_path / LOG).read_text(encoding="utf-8")


def test_a_broken_memory_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / REPLIES).write_bytes(b"no database" * 100)
    with pytest.raises(LibraryError, match="Remove it"):
        called(Moody(), tmp_path).write(ASK)


def test_what_was_spent_adds_up() -> None:
    assert Spent(1, 2, 3, 4, 5.0).and_(Spent(1, 1, 1, 1, 1.0)) == Spent(2, 3, 4, 5, 6.0)
