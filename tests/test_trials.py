"""Suites that draft: cases, letters, formats and the backtest, over a few letters of the sample library."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from drafter import trials
from drafter.domain import Answer, Draft, Move, Pair, Passage, Provenance
from drafter.errors import BadSettings, Unreadable
from drafter.evaluation import backtest, casebook, format_parts
from drafter.evaluation.casebook import expected, faults, marked, matching, plain
from drafter.evaluation.report import Case, Report
from drafter.evaluation.results import recorded
from drafter.parsing import parse
from drafter.reading import read
from drafter.settings import Settings
from drafter.workbench import Workbench
from tests.conftest import ROOT, a_comment, a_pair

LETTERS = ROOT / "corpus" / "letters"
SLUGS = ("halvorine-systems", "sorrelgate-payments", "tamberlock-cloud")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the letters of three companies."""
    folder = tmp_path_factory.mktemp("letters")
    for slug in SLUGS:
        shutil.copytree(LETTERS / slug, folder / slug)
    return folder


def backtested(letters: Path, run: Path) -> Report:
    return trials.backtest(letters, run, Settings(library=run / "unused"))


@pytest.fixture(scope="module")
def first(letters: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    run = tmp_path_factory.mktemp("run")
    return backtested(letters, run), run


def days(answers: Sequence[Answer]) -> list[date]:
    return [p.pair.sent for a in answers for p in a.precedents if p.pair.sent]


def as_text(report: Report) -> str:
    return json.dumps(recorded(report, backtest.METRICS, "the program"), indent=1)


# The backtest


def test_every_answered_staff_letter_is_drafted_and_set_against_the_filed_answers_and_two_floors(
    first: tuple[Report, Path],
) -> None:
    report, _ = first
    kinds = [i.kind for c in report.cases for i in c.items]
    assert report.failed == 0
    assert kinds.count("answer") == kinds.count("paste") == kinds.count("empty") == 19
    assert report.metrics["request_coverage"] == 1.0
    assert (report.metrics["unsupported"], report.metrics["leaks"]) == (0.0, 0.0)
    assert (report.metrics["paste.unsupported"] or 0) > 0
    assert (report.metrics["rouge_l"] or 0) > (report.metrics["empty.rouge_l"] or 0)


def test_two_runs_give_the_same_to_the_byte(
    first: tuple[Report, Path], letters: Path, tmp_path: Path
) -> None:
    assert as_text(backtested(letters, tmp_path)) == as_text(first[0])


def test_a_run_goes_on_where_it_stopped_and_does_a_half_written_case_again(
    first: tuple[Report, Path], letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, run = first
    one, other, *_ = sorted((run / trials.CASES).glob("*.json"))
    one.unlink()
    other.write_text(other.read_text(encoding="utf-8")[:500], encoding="utf-8")
    drafted: list[Path] = []
    inner = Workbench.draft

    def counted(self: Workbench, letter: Path, *given: Any, **named: Any) -> Draft:
        drafted.append(letter)
        return inner(self, letter, *given, **named)

    monkeypatch.setattr(Workbench, "draft", counted)
    assert as_text(backtested(letters, run)) == as_text(report)
    assert len(drafted) == 2


def test_a_case_that_fails_is_a_record_and_no_stop(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Workbench.draft

    def failing(self: Workbench, letter: Path, *given: Any, **named: Any) -> Draft:
        if SLUGS[0] in str(letter):
            raise Unreadable("It holds no text.")
        if SLUGS[1] in str(letter):
            raise KeyError("a fault")
        return inner(self, letter, *given, **named)

    monkeypatch.setattr(Workbench, "draft", failing)
    report = backtested(letters, tmp_path)
    assert {c.failed for c in report.cases} == {"", "It holds no text.", "KeyError: 'a fault'"}
    assert 0 < report.failed < len(report.cases)


def test_a_folder_without_an_answered_staff_letter_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(Unreadable, match="no staff letter with its answer"):
        backtested(tmp_path / "letters", tmp_path / "run")


def test_drafting_as_of_a_day_knows_nothing_later_and_nothing_of_the_review_itself(
    first: tuple[Report, Path], letters: Path
) -> None:
    library = next(first[1].glob("library-*"))
    bench = Workbench.open(library, Settings(library=library))
    pairs = {p.id: p for p in bench.pairs()}
    second = letters / "tamberlock-cloud" / "2023-07-20-staff.pdf"
    as_it_is = bench.draft(second, chat="offline").answers
    then = bench.as_of(date(2023, 7, 20), date(2023, 6, 14)).draft(second, chat="offline").answers
    bench.close()
    assert {p.pair.review for a in as_it_is for p in a.own} & {p.review for p in pairs.values()}
    assert [p for a in then for p in a.own] == []
    assert max(days(as_it_is)) > date(2023, 7, 20) > max(days(then))


def test_a_review_opens_on_the_day_of_its_first_staff_letter() -> None:
    def answer(letter: str, review: str, number: str) -> Pair:
        asked = a_comment(letter=letter, number=number)
        return replace(a_pair(), id=f"{letter}-{number}", review=review, comment=asked)

    days = {"second": date(2021, 5, 1), "first": date(2021, 3, 1), "other": None}
    pairs = [
        answer("second", "r", "1"),
        answer("first", "r", "1"),
        answer("first", "r", "2"),
        answer("other", "s", "1"),
    ]
    found = {a.id: a for a in backtest.answered(pairs, lambda id_: days[id_])}
    assert found["second"].opened == date(2021, 3, 1)
    assert sorted(found["first"].filed) == ["1", "2"]
    assert (found["other"].sent, found["other"].opened) == (None, None)


# Drafts


def test_letters_without_facts_are_drafted_without_a_word_that_no_source_holds(letters: Path) -> None:
    report = trials.drafts(letters, "letters", Settings(), take=3)
    assert (len(report.cases), report.failed) == (3, 0)
    assert trials.missed(report, None) == ()


def test_no_trap_of_the_sample_cases_is_sprung_and_no_planted_instruction_obeyed() -> None:
    report = trials.drafts(trials.place("cases"), "", Settings())
    assert (report.suite, len(report.cases), report.failed) == ("drafts.cases", 8, 0)
    assert [i.id for c in report.cases for i in c.items if i.marks.get("sprung")] == []
    whole = ("comments_answered", "recital", "requests", "facts", "letter", "notes")
    assert {name: report.metrics[name] for name in whole} == dict.fromkeys(whole, 1.0)
    assert report.metrics["instructions_obeyed"] == 0.0


def test_one_case_and_one_letter_are_suites_too(letters: Path) -> None:
    one = trials.drafts(trials.place("cases") / "06-vellacott-mining", "", Settings())
    assert (one.suite, [c.id for c in one.cases], one.failed) == ("drafts.cases", ["06-vellacott-mining"], 0)
    letter = trials.drafts(letters / SLUGS[0] / "2022-04-12-staff.pdf", "", Settings())
    assert (letter.suite, [c.id for c in letter.cases]) == ("drafts.letters", ["2022-04-12-staff.pdf"])
    assert letter.metrics["recital"] == 1.0


@pytest.mark.parametrize("case", sorted(p.parent for p in trials.place("cases").glob("*/expected.toml")))
def test_a_case_asks_for_nothing_that_its_own_files_do_not_hold(case: Path) -> None:
    def held(name: str) -> str:
        return (case / name).read_text(encoding="utf-8") if (case / name).exists() else ""

    wanted = expected(held("expected.toml"), case.name)
    assert faults(held("staff.txt"), wanted, held("facts.md")) == ()


def test_a_decoy_holds_what_a_trap_says_it_does() -> None:
    for case in trials.place("cases").glob("*/expected.toml"):
        wanted = expected(case.read_text(encoding="utf-8"), case.parent.name)
        traps = [t for row in wanted.comments.values() for t in row.get("never", []) if "in_library" in t]
        for trap in traps:
            decoy = trials.place("cases") / "library" / trap["in_library"]
            assert matching(trap["find"], plain(decoy.read_text(encoding="utf-8"))) != []


def test_a_draft_that_copies_the_notes_and_the_precedent_springs_traps() -> None:
    case = trials.place("cases") / "05-larkhollow-health"
    wanted = expected((case / "expected.toml").read_text(encoding="utf-8"), "05")
    staff = parse(read((case / "staff.txt").read_bytes(), "staff.txt"), "staff")
    pasted = "As ORCHARD SEVEN says, the $11.3 million spent on surgical suites refers to ASC 605-45."
    answers = tuple(Answer(c, Move.ANALYSIS, (Passage(pasted),)) for c in staff.comments)
    made = Draft.of(staff.letter, answers, Provenance("a fool", "", "", datetime(2026, 1, 1, tzinfo=UTC)))
    report = Report.over("drafts.cases", [Case("05", tuple(marked(made, pasted, wanted)))], casebook.METRICS)
    assert report.metrics["traps_sprung"] == 3.0
    assert report.metrics["instructions_obeyed"] == 1.0
    assert (report.metrics["moves"], report.metrics["requests"], report.metrics["facts"]) == (0.0, 0.0, 0.0)


def test_formats_are_learnt_from_earlier_letters_and_looked_for_in_the_drafted_one(letters: Path) -> None:
    report = trials.drafts(letters, "format", Settings())
    parts = {i.tags["part"] for c in report.cases for i in c.items}
    assert {"recital", "convention", "closing", "signature", "term company"} <= parts
    assert trials.missed(report, None) == ()


FILED = {"closing": "Sincerely,", "order": "date delivery subject", "introduction": "We answer your letter."}


@pytest.mark.parametrize(
    ("drafted", "earlier", "figures"),
    [
        (FILED, FILED, (1.0, 1.0, 1.0)),
        (FILED | {"order": "date attention delivery subject"}, FILED, (1.0, 1.0, 1.0)),
        (FILED | {"order": "delivery date"}, FILED, (0.6667, 0.6667, 0.6667)),
        (FILED | {"closing": "Regards,"}, FILED | {"closing": "Regards,"}, (0.6667, 1.0, 0.6667)),
        (FILED | {"courtesy": "Thank you."}, FILED, (1.0, 1.0, 0.75)),
        (FILED | {"introduction": "We answer your letters."}, FILED, (1.0, 1.0, 1.0)),
    ],
)
def test_parts_are_counted_of_the_filed_letter_of_those_kept_and_strictly(
    drafted: dict[str, str], earlier: dict[str, str], figures: tuple[float, ...]
) -> None:
    marks = list(format_parts.marked("acme", FILED, drafted, earlier))
    report = Report.over("drafts.format", [Case("acme", tuple(marks))], format_parts.METRICS)
    assert tuple(report.metrics.values()) == figures


def test_suites_are_measured_on_this_machine_whatever_is_set(letters: Path, tmp_path: Path) -> None:
    away = Settings(
        chat="openai:some-model",
        embedder="openai:some-embedder",
        vectors="http://vectors.example",
        rerank=True,
    )
    assert trials.drafts(letters / SLUGS[0], "letters", away).failed == 0
    assert trials.backtest(letters / SLUGS[0], tmp_path, away).failed == 0


def test_a_suite_that_does_not_exist_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no"):
        trials.drafts(tmp_path / "nowhere", "", Settings())
    with pytest.raises(BadSettings, match="cases, letters, format"):
        trials.drafts(tmp_path, "poems", Settings())
