"""Guards that every test runs under, and builders that tests share."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.domain import Comment, Line, Matter, Pair, Response

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DRAFTER_SHARED", ROOT.parent / "shared"))


@pytest.fixture(autouse=True)
def _a_clean_world(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No DRAFTER_* variable and no user folder of the machine reaches a test."""
    for name in [n for n in os.environ if n.startswith(("DRAFTER_", "OPENAI_", "LANGCHAIN_", "LANGSMITH_"))]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def letters() -> Path:
    """The folder of real letters; the test is skipped where it is not at hand."""
    folder = SHARED / "letters"
    if not folder.is_dir():
        pytest.skip("the real letters are kept outside the project and are not at hand here")
    return folder


def some_lines(text: str) -> tuple[Line, ...]:
    """Plain lines of that text."""
    return tuple(Line(t) for t in text.split("\n"))


def a_comment(text: str = "Please tell us why.", number: str = "1", **changes: object) -> Comment:
    """A staff comment; `changes` name further fields."""
    return replace(Comment(letter="staff", number=number, text=text), **changes)  # type: ignore[arg-type]


def a_pair(comment: str = "Please tell us why.", response: str = "Because.", **changes: object) -> Pair:
    """A comment/response pair of an invented company; `changes` name further fields."""
    pair = Pair(
        id="pair-1",
        matter=Matter("Harrowgate Tools, Inc.", "0009800001", ("001-98001",)),
        comment=a_comment(comment),
        response=Response("company", ("1",), response),
        sent=date(2021, 3, 4),
        source="harrowgate.txt",
    )
    return replace(pair, **changes)  # type: ignore[arg-type]
