"""Templates of prompts/ as they are loaded, checked and filled."""

from __future__ import annotations

import hashlib

import pytest

from drafter import templates
from drafter.errors import BadTemplate

GOOD = "---\nname: answer\nversion: 2\nvariables: [thing]\n---\nThe {{ thing }}.\n"


def test_a_template_is_filled_with_exactly_its_variables() -> None:
    template = templates.read(GOOD, "answer.md")
    assert template.render(thing="answer") == "The answer."
    assert (template.name, template.version) == ("answer", "2")
    assert template.digest == hashlib.sha256(GOOD.encode()).hexdigest()


@pytest.mark.parametrize(
    ("values", "said"),
    [({}, "lacks thing"), ({"thing": "x", "other": "y"}, "does not know other")],
)
def test_a_missing_or_a_strange_value_is_refused(values: dict[str, str], said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        templates.read(GOOD, "answer.md").render(**values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The {{ thing }}.", "lacks front matter"),
        ("---\nname: a\n---\nText", "must give name, version"),
        ("---\nversion: 1\nvariables: [thing]\n---\nText", "declares but never uses: thing"),
        ("---\nversion: 1\nvariables: []\n---\n{{ thing }}", "uses undeclared variables: thing"),
        ("---\nversion: 1\nvariables: []\n---\n{% if %}", "is broken"),
        ("---\nversion: 1\ncolour: red\n---\nText", "unknown keys: colour"),
        ("---\nversion: 1\nvariables: x\n---\nText", "must be a list of names"),
        ("---\n: : :\n---\nText", "not valid YAML"),
    ],
)
def test_a_broken_template_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        templates.read(text, "broken.md")


def test_a_template_cannot_reach_into_python() -> None:
    text = "---\nversion: 1\nvariables: [thing]\n---\n{{ thing.__class__.__mro__ }}"
    with pytest.raises(BadTemplate, match="cannot be filled"):
        templates.read(text, "sly.md").render(thing="x")


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(BadTemplate, match=r"offline/frames\.toml"):
        templates.load("nothing.md")


def test_a_name_cannot_leave_the_folder() -> None:
    with pytest.raises(BadTemplate, match="There is no template"):
        templates.load("../pyproject.toml")


def test_the_tables_of_the_offline_composer_can_be_read() -> None:
    assert templates.load_table("offline/frames.toml")["name"] == "frames"
