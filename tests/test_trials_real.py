"""What drafts of real letters and of the shared matters reach; the letters are only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import evaluation, trials
from drafter.evaluation.gold import rows
from drafter.moves import moves_of
from drafter.settings import Settings
from drafter.workbench import Workbench
from tests.conftest import ROOT, SHARED

pytestmark = pytest.mark.real


def test_the_shared_matters_reach_every_threshold(letters: Path) -> None:
    report = trials.drafts(SHARED / "drafting" / "cases", "cases", Settings())
    assert [i.id for c in report.cases for i in c.items if i.marks.get("sprung")] == []
    assert trials.missed(report, None) == ()


def test_a_format_learnt_from_an_earlier_letter_gives_back_what_the_company_kept(letters: Path) -> None:
    report = trials.drafts(letters / "seeds", "format", Settings())
    assert (report.metrics["parts_kept"] or 0) >= 0.95


@pytest.mark.slow
def test_real_staff_letters_are_drafted_without_a_word_that_no_source_holds(letters: Path) -> None:
    report = trials.drafts(letters / "open", "letters", Settings(), take=100)
    assert (len(report.cases), report.failed) == (100, 0)
    assert trials.missed(report, None) == ()


def test_requests_reach_their_thresholds(letters: Path) -> None:
    report = evaluation.run("requests", SHARED / "domain")
    assert trials.missed(report, None) == ()


@pytest.mark.slow
@pytest.mark.parametrize("suite", ["parsing", "retrieval"])
def test_reading_and_finding_reach_their_thresholds(suite: str, letters: Path) -> None:
    report = evaluation.run(suite, letters)
    assert trials.missed(report, None) == ()


def test_the_moves_of_filed_answers_are_read_as_a_person_reads_them(letters: Path, tmp_path: Path) -> None:
    labels = {row["id"]: row["moves"] for row in rows(ROOT / "evals" / "moves.jsonl")}
    bench = Workbench.open(tmp_path / "library", Settings())
    bench.add([letters / "open"])
    found = {p.id: moves_of(p.response.text)[0].value for p in bench.pairs() if p.id in labels}
    bench.close()
    acceptable = sum(found[id_] in labels[id_] for id_ in found) / len(found)
    first = sum(found[id_] == labels[id_][0] for id_ in found) / len(found)
    assert len(found) > 150
    assert (first >= 0.7, acceptable >= 0.88) == (True, True)
