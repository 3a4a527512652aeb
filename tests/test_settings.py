from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import BadSettings
from drafter.settings import Settings, read_settings


def test_a_flag_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "drafter.toml"
    file.write_text('chat = "openai:a"\nparallel = 2\ntimeout = 5\n', encoding="utf-8")
    read = read_settings({"chat": "openai:c"}, {"DRAFTER_CHAT": "openai:b", "DRAFTER_PARALLEL": "3"}, (file,))
    assert (read.chat, read.parallel, read.timeout) == ("openai:c", 3, 5.0)


def test_a_flag_that_was_not_given_sets_nothing() -> None:
    assert read_settings({"chat": None}, {}, ()).chat == "offline"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paralel = 2", "no setting named 'paralel'"),
        ("parallel = 0", "'parallel' in"),
        ("parallel = ", "not valid TOML"),
    ],
)
def test_a_bad_file_says_what_is_wrong_and_where(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "drafter.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=message) as caught:
        read_settings({}, {}, (file,))
    assert "drafter.toml" in str(caught.value)


def test_there_are_at_most_twenty_settings() -> None:
    assert len(Settings.model_fields) <= 20


def test_no_setting_holds_a_secret() -> None:
    assert [n for n in Settings.model_fields if "key" in n or "password" in n or "secret" in n] == []
