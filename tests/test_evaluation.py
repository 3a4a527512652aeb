"""Figures over gold: what is right, wrong, missed, not asked for, and what cannot be scored."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain import Comment, Request
from drafter.errors import BadSettings, Unreadable
from drafter.evaluation import METRICS, SUITES, Case, Item, Report, run
from drafter.evaluation.bless import main as bless
from drafter.evaluation.gold import left_out, rows
from drafter.evaluation.intervals import intervals
from drafter.evaluation.likeness import (
    PAGE,
    TORN,
    both_ends,
    heading_page,
    last_heading,
    same_company,
    same_number,
)
from drafter.evaluation.parsing import parsing_suite
from drafter.evaluation.ranking import judged_only, ndcg, precision, recall, reciprocal_rank
from drafter.evaluation.report import f1, mean
from drafter.evaluation.requests import one_to_one, request_items
from drafter.evaluation.retrieval import judgments, measured, reciprocal
from drafter.intake import parsed
from drafter.parsing import pair
from tests.conftest import ROOT

Row = dict[str, Any]

# Figures


def test_f1_counts_what_was_missed_and_what_was_not_asked_for() -> None:
    judged = [
        Item("pair", "1"),
        Item("pair", "2"),
        Item("pair", "3", found=False),
        Item("pair", "4", wanted=False),
    ]
    assert f1("pair")(judged) == pytest.approx(2 * 2 / (3 + 3))


def test_f1_counts_a_thing_found_wrong_as_not_found() -> None:
    judged = [Item("comment", "1", marks={"text": 1.0}), Item("comment", "2", marks={"text": 0.0})]
    assert f1("comment", "text")(judged) == 0.5
    assert f1("comment")(judged) == 1.0


def test_what_is_unscored_is_no_zero_and_is_counted() -> None:
    case = Case(
        "a", (Item("head", "a", marks={"cik": None, "kind": 1.0}), Item("head", "b", marks={"kind": 0.0}))
    )
    report = Report.over("parsing", [case], {"cik": mean("head", "cik"), "kind": mean("head", "kind")})
    assert report.metrics == {"cik": None, "kind": 0.5}
    assert report.unscored == {"head.cik": 1}


def test_a_report_counts_its_cases_and_names_those_that_failed() -> None:
    report = Report.over("parsing", [Case("a"), Case("b", failed="It holds no text.")], {})
    assert report.shape() == {
        "suite": "parsing",
        "metrics": {},
        "cases": 2,
        "failed": 1,
        "unscored": {},
        "failures": [{"case": "b", "why": "It holds no text."}],
    }


def test_cases_are_told_worst_first() -> None:
    cases = [Case(n, (Item("head", n, marks={"kind": m}),)) for n, m in (("a", 1.0), ("b", 0.0))]
    table = {"kind": mean("head", "kind")}
    told = Report.over("parsing", cases, table).shape(table)["by_case"]
    assert told == [{"case": "b", "metrics": {"kind": 0.0}}, {"case": "a", "metrics": {"kind": 1.0}}]


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from([None, 0.0, 1.0])), max_size=12))
def test_every_figure_lies_between_0_and_1(drawn: list[tuple[bool, bool, float | None]]) -> None:
    judged = [
        Item("pair", str(n), wanted, found, {"text": mark}) for n, (wanted, found, mark) in enumerate(drawn)
    ]
    for metric in (f1("pair"), f1("pair", "text"), mean("pair", "text")):
        value = metric(judged)
        assert value is None or 0 <= value <= 1


def test_every_suite_has_its_table_of_figures() -> None:
    assert list(SUITES) == list(METRICS)


def test_a_suite_that_does_not_exist_is_refused_with_the_names_of_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="parsing, requests, retrieval"):
        run("spelling", tmp_path)


# Likeness

LONG = "We note your disclosure on page nine and ask you to tell us why the kilns stood idle"


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (LONG, True),
        (f"1. {LONG}", True),
        (f"Harrowgate Tools Page 4 {LONG}", False),
        (LONG.removesuffix(" stood idle"), True),
        (LONG.removesuffix(" why the kilns stood idle"), False),
        (LONG.replace("page", "side"), True),
        ("", False),
    ],
)
def test_both_ends_are_right_within_two_words(read: str, right: bool) -> None:
    assert both_ends(read, LONG) is right


def test_a_text_shorter_than_a_run_is_compared_whole() -> None:
    assert both_ends("Please advise.", "Please advise.") is True
    assert both_ends("Please advise.", "Please revise.") is False


@pytest.mark.parametrize(
    ("heading", "page", "gold", "right"),
    [
        (("Form 10-K", "Key Metrics"), "41", "Form 10-K / Key Metrics, page 41", (True, True)),
        (("Form 10-K", "Key Metrics"), "41", "Key Metrics, page / 41", (True, True)),
        (("Key Metrics",), "F-1", "Key Metrics, / page F-1", (True, True)),
        (
            ("Interests (See Page 71)",),
            "5",
            "Summary, page 1 / Interests (See Page 71), page 5",
            (True, True),
        ),
        (("Key Metrics",), "42", "Key Metrics, page 41", (True, False)),
        (("Revenue",), "", "Key Metrics", (False, None)),
        (("Revenue",), "9", "page 9", (None, True)),
    ],
)
def test_the_last_heading_and_its_page_are_judged_apart(
    heading: tuple[str, ...], page: str, gold: str, right: tuple[bool | None, bool | None]
) -> None:
    comment = Comment("a", "1", LONG, heading, page)
    assert (last_heading(comment, gold), heading_page(comment, gold)) == right


@pytest.mark.parametrize(
    ("text", "torn"),
    [("Results, page / 41", True), ("Results, / page F-1", True), ("Results / Revenue", False)],
)
def test_a_heading_is_torn_at_its_page(text: str, torn: bool) -> None:
    assert bool(TORN.search(text)) is torn


@pytest.mark.parametrize(
    ("text", "page"),
    [("Results, page 41", "41"), ("Notes, pages F-20 and F-21", "F-20"), ("Interests (page 7)", None)],
)
def test_the_page_stands_at_the_end_of_a_heading(text: str, page: str | None) -> None:
    found = PAGE.search(text)
    assert (found["page"] if found else None) == page


@pytest.mark.parametrize(
    ("read", "gold", "same"),
    [
        ("HARROWGATE TOOLS, INC.", "Harrowgate Tools", True),
        ("Harrowgate", "Harrowgate Tools Corp", True),
        ("Northern Kiln Works plc", "NKW", True),
        ("Wexcombe Kilns plc", "Harrowgate Tools", False),
        ("", "Harrowgate Tools", False),
    ],
)
def test_two_names_of_one_company(read: str, gold: str, same: bool) -> None:
    assert same_company(read, gold) is same


def test_zeros_in_front_make_no_other_file_number() -> None:
    assert same_number("1-8940", "001-08940") is True
    assert same_number("1-8940", "1-8941") is False


# Parsing


def as_gold(rows_: list[Row]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows_)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Two letters of the sample library with gold that says what is read from them."""
    source = ROOT / "corpus" / "letters" / "quenbright-software"
    names = ("2021-09-16-staff.pdf", "2021-09-30-company.htm")
    for name in names:
        (tmp_path / name).write_bytes((source / name).read_bytes())
    staff, company = (parsed(tmp_path / name) for name in names)
    heads = zip(names, ("UPLOAD", "CORRESP"), ("comments", "response"), (staff, company), strict=True)
    manifest = [
        {"path": name, "form_type": form, "kind": kind, "company": "Quenbright", "cik": "", "thread": "q1"}
        | {"date": str(read.letter.sent), "file_numbers": list(read.letter.matter.file_numbers)}
        for name, form, kind, read in heads
    ]
    comments = [
        {"path": names[0], "number": int(c.number), "heading": " / ".join(c.heading), "text": c.text}
        for c in staff.comments
    ]
    pairs = [
        {"id": f"2021-09-30-company#{p.comment.number}", "response_path": names[1], "staff_path": names[0]}
        | {"comment_no": int(p.comment.number), "comment": p.comment.text, "comment_as_restated": ""}
        | {"response": p.response.text, "heading": "", "staff_heading": " / ".join(p.comment.heading)}
        for p in pair(company, staff).pairs
    ]
    gold: dict[str, list[Row]] = {"manifest": manifest, "staff_comments": comments, "pairs": pairs}
    for name, rows_ in gold.items():
        (tmp_path / f"{name}.jsonl").write_text(as_gold(rows_), encoding="utf-8")
    return tmp_path


def change(path: Path, at: int, **values: object) -> None:
    """Change one row of a gold file."""
    found = rows(path)
    found[at].update(values)
    path.write_text(as_gold(found), encoding="utf-8")


RIGHT = (
    "staff_comments_f1",
    "pairs_f1",
    "pair_comment",
    "pair_response",
    "alone_pairs_f1",
    "kind",
    "company",
    "threads",
)


def test_a_reading_measured_by_itself_is_right_throughout(suite: Path) -> None:
    report = run("parsing", suite)
    assert {name: report.metrics[name] for name in RIGHT} == dict.fromkeys(RIGHT, 1.0)
    assert (report.metrics["form"], report.failed, len(report.cases)) == (None, 0, 2)
    assert report.metrics["file_number"] == 1.0


def test_a_wrong_end_takes_from_the_figure_of_its_text_alone(suite: Path) -> None:
    pairs = len(rows(suite / "pairs.jsonl"))
    change(suite / "pairs.jsonl", 0, response="Something else was said here.")
    report = parsing_suite(suite)
    assert report.metrics["pair_response"] == pytest.approx((pairs - 1) / pairs, abs=1e-4)
    assert report.metrics["pairs_f1"] == 1.0


def test_a_row_left_out_is_unscored(suite: Path) -> None:
    change(suite / "pairs.jsonl", 0, response="Something else was said here.")
    report = parsing_suite(suite, out=frozenset({("2021-09-30-company#1", "response")}))
    assert report.metrics["pair_response"] == 1.0
    assert report.unscored["pair.response"] == 1


def test_a_missed_comment_and_one_too_many_are_told_apart(suite: Path) -> None:
    change(suite / "staff_comments.jsonl", 0, number=99)
    items = [i for c in parsing_suite(suite).cases for i in c.items if i.kind == "comment"]
    assert [i.id for i in items if not i.found] == ["2021-09-16-staff#99"]
    assert [i.id for i in items if not i.wanted] == ["2021-09-16-staff#1"]


def test_a_letter_that_cannot_be_read_is_a_failed_case(suite: Path) -> None:
    (suite / "2021-09-16-staff.pdf").write_bytes(b"")
    report = parsing_suite(suite)
    assert report.failed == 1
    assert "is empty" in report.shape()["failures"][0]["why"]


def test_a_former_name_is_right_where_its_thread_bears_it(suite: Path) -> None:
    for at in (0, 1):
        change(suite / "manifest.jsonl", at, company="Renamed Software")
    assert parsing_suite(suite).metrics["company"] == 1.0


def test_gold_that_is_missing_or_broken_is_said_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"manifest\.jsonl cannot be opened"):
        parsing_suite(tmp_path)
    (tmp_path / "manifest.jsonl").write_text("{not json", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"manifest\.jsonl is not made of JSON lines"):
        parsing_suite(tmp_path)


def test_rows_left_out_say_why() -> None:
    found = rows(ROOT / "evals" / "left_out.jsonl")
    assert all(row["id"] and row["why"] for row in found)
    assert len(left_out()) == len(found)


def test_a_baseline_is_written_and_told_against_the_one_before(
    suite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = tmp_path / "baseline" / "parsing.json"
    assert bless([str(suite), str(baseline)]) == 0
    assert capsys.readouterr().out == "nothing changed\n"
    change(suite / "pairs.jsonl", 0, response="Something else was said here.")
    assert bless([str(suite), str(baseline)]) == 0
    assert "lost   pair 2021-09-30-company#1 response" in capsys.readouterr().out
    assert bless([str(suite), str(baseline)]) == 0
    assert capsys.readouterr().out == "nothing changed\n"


def test_blessing_says_how_it_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bless([]) == 2
    assert bless([str(tmp_path), str(tmp_path / "b.json")]) == 3
    assert "usage: " in capsys.readouterr().err


# Requests

ASKED = "Please tell us why the kilns stood idle and describe how you count them"


def a_request(start: int, end: int, **changes: object) -> Request:
    request = Request(" ".join(ASKED.split()[start:end]), start, end, "tell_us", "explanation")
    return replace(request, **changes)  # type: ignore[arg-type]


GOLD = {
    "id": "q",
    "comment": ASKED,
    "requests": [
        {"text": "Please tell us why the kilns stood idle", "action": "tell_us", "deliverable": "explanation"}
        | {"conditional": None, "alternative_of": None},
        {"text": "describe how you count them", "action": "describe", "deliverable": "explanation"}
        | {"conditional": None, "alternative_of": 0},
    ],
}


@pytest.mark.parametrize(
    ("wanted", "found", "match"),
    [
        ([(0, 8)], [(0, 4)], {0: 0}),
        ([(0, 8)], [(0, 3)], {}),
        ([(0, 8)], [(0, 5), (0, 8)], {0: 1}),
        ([(0, 4), (4, 8)], [(0, 8)], {0: 0}),
        ([(0, 0)], [(0, 0)], {}),
    ],
)
def test_spans_are_matched_one_to_one_at_half_of_the_longer(
    wanted: list[tuple[int, int]], found: list[tuple[int, int]], match: dict[int, int]
) -> None:
    assert one_to_one(wanted, found) == match


def test_a_request_is_judged_by_action_deliverable_condition_and_alternative() -> None:
    found = [a_request(0, 8), a_request(9, 14, action="describe", alternative_of=0, conditional="if any")]
    first, second = request_items(GOLD, found)
    assert first.marks == {"action": 1, "deliverable": 1, "conditional": 1, "alternative": 1}
    assert second.marks == {"action": 1, "deliverable": 1, "conditional": 0, "alternative": 1}


def test_a_request_too_many_and_one_missed_are_told_apart() -> None:
    items = request_items(GOLD, [a_request(0, 8), a_request(8, 9)])
    assert [(i.id, i.wanted, i.found) for i in items] == [
        ("q#0", True, True),
        ("q#1", True, False),
        ("q+1", False, True),
    ]


def test_the_requests_suite_reads_a_file_or_its_folder(tmp_path: Path) -> None:
    gold = {**GOLD, "heading": "Kilns", "authorities": [], "topics": []}
    path = tmp_path / "requests_gold.jsonl"
    path.write_text(as_gold([gold]), encoding="utf-8")
    report = run("requests", tmp_path)
    assert report.metrics["spans_f1"] == 1.0
    assert report.metrics["first_topic"] is None
    assert run("requests", path) == report


# Retrieval

GRADES = {"a": 3, "b": 2, "c": 1, "d": 0}


def test_ndcg_gives_nothing_for_grades_of_no_use() -> None:
    best = 3 + 2 / math.log2(3)
    assert ndcg(["a", "b"], GRADES) == 1.0
    assert ndcg(["c", "b", "a"], GRADES) == pytest.approx((2 / math.log2(3) + 3 / 2) / best)
    assert ndcg(["c", "d"], GRADES) == 0.0
    assert ndcg(["c"], {"c": 1}) is None


def test_precision_and_recall_count_candidates_of_use() -> None:
    assert precision(["a", "c", "b"], GRADES, 3) == pytest.approx(2 / 3)
    assert precision(["a"], GRADES, 3) == pytest.approx(1 / 3)
    assert recall(["a", "c"], GRADES) == 0.5
    assert recall(["c"], {"c": 1}) is None


def test_the_reciprocal_rank_is_that_of_the_first_of_use() -> None:
    assert reciprocal_rank(["c", "b", "a"], GRADES) == 0.5
    assert reciprocal_rank(["c"], GRADES) == 0.0


RANKINGS = st.permutations("abcdef").flatmap(lambda ids: st.integers(1, 6).map(lambda n: list(ids[:n])))


@given(ranking=RANKINGS, given_grades=st.lists(st.integers(0, 3), min_size=6, max_size=6))
@settings(deadline=None)
def test_our_measures_are_those_of_ir_measures(ranking: list[str], given_grades: list[int]) -> None:
    ir = pytest.importorskip("ir_measures")
    grades = dict(zip("abcdef", given_grades, strict=True))
    gains = {id_: grade if grade >= 2 else 0 for id_, grade in grades.items()}
    wanted = (ir.nDCG @ 10, ir.P(rel=2) @ 3, ir.R(rel=2) @ 10, ir.RR(rel=2))
    run = {"q": {id_: -place for place, id_ in enumerate(ranking)}}
    theirs = ir.calc_aggregate(wanted, {"q": gains}, run)
    ours = (
        ndcg(ranking, grades),
        precision(ranking, grades, 3),
        recall(ranking, grades),
        reciprocal_rank(ranking, grades),
    )
    if any(gains.values()):
        assert [theirs[m] for m in wanted] == pytest.approx(ours, abs=1e-9)


def test_queries_of_one_company_are_drawn_together() -> None:
    def case(id_: str, company: str, mark: float) -> Case:
        return Case(id_, (Item("drafter", id_, marks={"p@1": mark}, tags={"company": company}),))

    table = {"p@1": mean("drafter", "p@1")}
    apart = [case("a", "1", 0.0), case("b", "2", 1.0), case("c", "3", 0.0), case("d", "4", 1.0)]
    together = [case("a", "1", 0.0), case("b", "2", 1.0), case("c", "1", 0.0), case("d", "2", 1.0)]
    one = [case("a", "1", 0.0), case("b", "1", 1.0)]
    bounds = intervals(apart, table)["p@1"]
    assert bounds == (0.0, 1.0)
    assert intervals(together, table)["p@1"] == (0.0, 1.0)
    assert intervals(one, table) == {"p@1": None}


def test_what_nobody_judged_is_dropped_and_counted() -> None:
    assert judged_only(["x", "a", "y"], GRADES) == ["a"]
    item = measured("drafter", "q", ["x", "a", "y", "b"], GRADES)
    assert item.marks == {
        "ndcg@10": 1.0,
        "p@1": 1.0,
        "p@3": pytest.approx(2 / 3),
        "r@10": 1.0,
        "mrr": 1.0,
        "unjudged@10": 2.0,
    }


def test_fusion_prefers_what_two_rankings_share() -> None:
    assert reciprocal(["a", "b"], ["c", "b"]) == ["b", "a", "c"]


def test_a_candidate_of_the_own_company_is_not_judged(tmp_path: Path) -> None:
    pairs = {"q": {"cik": "1"}, "own": {"cik": "1"}, "other": {"cik": "2"}}
    (tmp_path / "qrels_dev.tsv").write_text("q\town\t3\nq\tother\t2\nq\tunknown\t3\n", encoding="utf-8")
    assert judgments(tmp_path, pairs) == {"q": {"other": 2}}


COMMENTS = (
    (
        "Please tell us how you tested the goodwill of the kiln unit for impairment.",
        "We tested goodwill by unit.",
    ),
    (
        "Please explain how you tested goodwill of each reporting unit for impairment.",
        "Each unit was tested.",
    ),
    (
        "Describe the revenue that you recognize over time for subscriptions.",
        "Revenue is recognized monthly.",
    ),
)


def test_the_retrieval_suite_sets_plain_rankings_beside_ours(tmp_path: Path) -> None:
    gold = [
        {"id": f"p{n}", "company": f"Kiln {n}", "cik": f"{n:010d}", "date": "2021-03-04", "comment_no": 1}
        | {"comment": comment, "response": response, "heading": "Goodwill", "staff_heading": ""}
        for n, (comment, response) in enumerate(COMMENTS, 1)
    ]
    (tmp_path / "pairs.jsonl").write_text(as_gold(gold), encoding="utf-8")
    judged = "p1\tp2\t3\np1\tp3\t0\np2\tp1\t3\np3\tp1\t0\n"
    (tmp_path / "qrels.tsv").write_text(judged, encoding="utf-8")
    report = run("retrieval", tmp_path)
    assert report.metrics["over_bm25_comment.mrr"] == 0.0
    assert (report.metrics["ndcg@10"], report.metrics["bm25_comment.p@1"]) == (1.0, 1.0)
    assert report.metrics["none_close"] == 1.0
    assert report.metrics["own_comment_bm25.r@10"] is not None
    assert report.failed == 0
