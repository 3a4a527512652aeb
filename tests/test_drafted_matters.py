"""Whole matters of invented companies, drafted without a language model and read for what counsel expects."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from drafter.domain import BLANK, Answer, Draft
from drafter.drafting import Case, draft
from drafter.matters import read_facts, read_matter
from drafter.parsing import parse
from drafter.reading import read

MATTERS = sorted((Path(__file__).parent / "letters").glob("*/expected.toml"))
EXPECTED = [
    pytest.param(path.parent, number, says, id=f"{path.parent.name}-{number}")
    for path in MATTERS
    for number, says in tomllib.loads(path.read_text(encoding="utf-8")).items()
]


def the_draft(folder: Path) -> Draft:
    staff = parse(read((folder / "staff.txt").read_bytes(), "staff.txt"), "staff")
    matter = read_matter((folder / "matter.toml").read_text(encoding="utf-8"))
    facts = read_facts((folder / "facts.md").read_text(encoding="utf-8"))
    return draft(Case(staff.letter, staff.comments, matter, facts))


def the_answer(folder: Path, number: str) -> Answer:
    return next(a for a in the_draft(folder).answers if a.comment.number == number)


@pytest.mark.parametrize(("folder", "number", "says"), EXPECTED)
def test_an_answer_has_what_counsel_expects_and_nothing_held_back(
    folder: Path, number: str, says: dict[str, Any]
) -> None:
    answer = the_answer(folder, number)
    stated = BLANK.sub(" ", answer.text)
    blanks = " | ".join(answer.blanks)
    assert [p for p in says.get("open", []) if not re.search(p, stated)] == []
    assert [p for p in says.get("blank", []) if not re.search(p, blanks)] == []
    assert [p for p in says.get("never", []) if re.search(p, answer.text)] == []
    assert answer.stance == says.get("move", answer.stance)
    assert sum(p.block for p in answer.passages) == says.get("blocks", sum(p.block for p in answer.passages))


@pytest.mark.parametrize("folder", [p.parent for p in MATTERS], ids=lambda f: f.name)
def test_a_whole_matter_is_answered_and_nothing_has_to_be_struck(folder: Path) -> None:
    made = the_draft(folder)
    assert [a.unanswered_requests for a in made.answers] == [() for _ in made.answers]
    assert [f.message for f in made.findings if f.check.startswith("grounding")] == []


def test_a_figure_on_which_notes_and_comment_disagree_is_shown_to_counsel() -> None:
    folder = next(p.parent for p in MATTERS if p.parent.name == "pellarbour-foods")
    (found,) = [f for f in the_draft(folder).findings if f.check == "draft.figures_disagree"]
    assert found.comment == "3"
    assert "the comment says 11.8% where the notes say 12.1 percent" in found.message
