"""Invented drafting cases kept outside the project, drafted offline and scored by their own scorer."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.domain import Comment, Draft, Precedent
from drafter.drafting import Case, draft
from drafter.matters import read_facts, read_matter
from drafter.parsing import pair, parse
from drafter.reading import read
from tests.conftest import SHARED

CASES = SHARED / "drafting" / "cases"
GATES = {
    "answered": 1.0,
    "recital": 1.0,
    "no_echo": 1.0,
    "prose": 1.0,
    "traps_avoided": 1.0,
    "periods": 1.0,
    "no_dead_authority": 1.0,
    "requests": 0.96,
    "facts": 0.95,
    "blanks": 0.95,
    "move": 0.85,
    "notes": 1.0,
}
"""Least share of each of the scorer's marks, over all cases together."""

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not CASES.is_dir(), reason="the drafting cases are not at hand"),
]


def _pairs(paths: Sequence[Path]) -> Iterator[Precedent]:
    for path in paths:
        for one in pair(parse(read(path.read_bytes(), path.name), path.stem)).pairs:
            yield Precedent(one, 0.9)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:()").lower() for w in text.split() if len(w) > 4)


def _near(comment: Comment, kept: Sequence[Precedent], least: int) -> list[Precedent]:
    shared = [(len(_words(comment.text) & _words(p.pair.comment.text)), p) for p in kept]
    return [p for n, p in sorted(shared, key=lambda s: -s[0]) if n >= least][:4]


def _draft(folder: Path) -> Draft:
    staff = parse(read((folder / "staff.txt").read_bytes(), "staff.txt"), "staff")
    matter = read_matter((folder / "matter.toml").read_text(encoding="utf-8"))
    facts = read_facts((folder / "facts.md").read_text(encoding="utf-8"))
    decoys = list(_pairs(sorted((CASES / "library").glob("*.txt"))))
    earlier = list(_pairs(sorted(folder.glob("earlier.txt"))))
    case = Case(staff.letter, staff.comments, matter, facts)
    return draft(case, lambda c: _near(c, decoys, 1), lambda c: _near(c, earlier, 3))


def _published(made: Draft) -> dict[str, Any]:
    answers = [
        {
            "number": a.comment.number,
            "comment": a.comment.text,
            "text": a.text,
            "stance": str(a.stance),
            "block": any(p.block for p in a.passages),
        }
        for a in made.answers
    ]
    findings = [{"comment": f.comment, "message": f.message} for f in made.findings]
    return {"answers": answers, "findings": findings}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CASES / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_offline_drafts_of_the_cases_pass_the_gates() -> None:
    scorer = _scorer()
    total: dict[str, list[int]] = {}
    failed: list[str] = []
    for folder in sorted(p.parent for p in CASES.glob("*/expected.toml")):
        shape = json.loads(json.dumps(_published(_draft(folder))))
        tally, fails = scorer.score(folder, shape)
        failed += [f"{folder.name} {f}" for f in fails]
        for mark, (good, of) in tally.items():
            seen = total.setdefault(mark, [0, 0])
            seen[0] += good
            seen[1] += of
    reached = {mark: good / of for mark, (good, of) in total.items()}
    below = {mark: (reached[mark], least) for mark, least in GATES.items() if reached[mark] < least}
    assert not below, "\n".join(failed)


def test_nothing_of_an_offline_draft_of_a_case_has_to_be_struck() -> None:
    for folder in sorted(p.parent for p in CASES.glob("*/expected.toml")):
        made = _draft(folder)
        assert [f.message for f in made.findings if f.check.startswith("grounding")] == []
        assert [a.unanswered_requests for a in made.answers] == [() for _ in made.answers]
