"""The parser gate: real letters are read no worse than the committed baseline says."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.evaluation.gate import compare, recorded
from drafter.evaluation.parsing import parsing_suite
from tests.conftest import ROOT

BASELINE = ROOT / "evals" / "baseline" / "parsing.json"
BLESS = f"python -m drafter.evaluation.bless LETTERS {BASELINE.relative_to(ROOT).as_posix()}"


@pytest.mark.real
@pytest.mark.slow
def test_no_letter_is_read_worse_than_the_baseline(
    letters: Path, record_property: Callable[[str, object], None]
) -> None:
    report = parsing_suite(letters, processes=2)
    change = compare(json.loads(BASELINE.read_text(encoding="utf-8"))["items"], recorded(report))
    sys.stdout.write(change.told())
    for name, value in report.metrics.items():
        record_property(name, value)
    assert report.failed == 0
    assert not change.lost, f"{change.told()}\nIf each loss is right, bless it in this change: {BLESS}"


def test_what_became_right_is_gained_and_what_became_wrong_is_lost() -> None:
    before = {"pair": {"a#1": "comment+ response-", "a#2": "missed", "a#3": "comment+", "a#4": "extra"}}
    now = {"pair": {"a#1": "comment- response+", "a#2": "comment+", "a#3": "missed", "a#5": "extra"}}
    change = compare(before, now)
    assert change.gained == ("pair a#1 response", "pair a#2", "pair a#4 extra")
    assert change.lost == ("pair a#1 comment", "pair a#3", "pair a#5 extra")


def test_new_gold_and_marks_newly_unscored_are_neither_gained_nor_lost() -> None:
    before = {"head": {"a": "kind+ sent-"}}
    now = {"head": {"a": "kind+", "b": "kind-"}}
    assert compare(before, now).told() == ""


def test_losses_are_told_first() -> None:
    change = compare(
        {"thread": {"a": "review+", "b": "review-"}}, {"thread": {"a": "review-", "b": "review+"}}
    )
    assert change.told() == "lost   thread a review\ngained thread b review"
