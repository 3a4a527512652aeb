"""How a draft is scored: nearness, support, leaks, intervals, results compared, thresholds, and the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import BadSettings, Unreadable
from drafter.evaluation.intervals import difference, intervals, sign_test, weighted_kappa
from drafter.evaluation.nearness import echo, filled, length_ratio, longest_run, overlap, rouge_l
from drafter.evaluation.page import Run, page, section
from drafter.evaluation.plots import Bar, bars
from drafter.evaluation.report import Case, Item, Report, mean, most, total
from drafter.evaluation.results import as_file, compare, lost_and_found, read_result, recorded
from drafter.evaluation.support import borrowed, named, unsupported
from drafter.evaluation.thresholds import missed, thresholds

# Nearness


def test_rouge_l_is_the_longest_common_sequence_of_words_between_both_lengths() -> None:
    assert rouge_l("The tolls rose by four per cent.", "Tolls rose again by six per cent.") == pytest.approx(
        2 * 5 / (7 + 7)
    )
    assert rouge_l("[●: amount]", "Tolls rose.") is None


def test_a_ratio_of_lengths_leaves_blanks_out() -> None:
    assert length_ratio("Tolls rose [●: by how much].", "Tolls rose last year.") == 0.5
    assert length_ratio("Tolls rose.", "") is None


def test_two_empty_sets_are_not_compared() -> None:
    assert overlap((), ()) is None
    assert overlap(("ASC 280",), ()) == 0.0
    assert overlap(("ASC 280", "ASC 606"), ("ASC 280",)) == pytest.approx(2 / 3)


def test_the_longest_run_leaves_out_what_a_source_says_set_formulas_and_what_a_blank_parts() -> None:
    def never(_: tuple[str, ...]) -> bool:
        return False

    theirs = (
        "Each lock keeper counts the barges twice a day and sends the count to the harbour office by noon."
    )
    draft = "As said, each lock keeper counts the barges twice a day and sends it on."
    assert longest_run(draft, [theirs], [], never) == 11
    assert longest_run(draft, [theirs], [draft], never) == 0
    assert longest_run(draft, [theirs], [], lambda run: True) == 0
    assert longest_run(draft.replace("barges", "[●: what]"), [theirs], [], never) == 5
    assert longest_run(draft, [], [], never) == 0


def test_an_echo_is_the_share_of_words_in_runs_of_the_comment() -> None:
    comment = "Please tell us how you count the barges that pass each lock in a day."
    assert echo("We count the barges by hand.", comment) == 0.0
    assert echo(comment, comment) == 1.0
    assert echo("", comment) is None


@pytest.mark.parametrize(
    ("blank", "filed", "is_filled"),
    [
        ("number of barges per lock", "The number of barges at each lock was 41.", True),
        ("number of barges per lock", "Tolls rose by four per cent.", False),
        ("", "Tolls rose.", None),
    ],
)
def test_a_blank_is_filled_where_a_sentence_speaks_of_what_it_asks_for(
    blank: str, filed: str, is_filled: bool | None
) -> None:
    assert filled(blank, filed) is is_filled


@given(st.text(max_size=80), st.text(max_size=80))
def test_measures_of_nearness_stay_in_bounds(one: str, other: str) -> None:
    assert 0.0 <= (rouge_l(one, other) or 0.0) <= 1.0
    assert 0.0 <= (echo(one, other) or 0.0) <= 1.0
    assert longest_run(one, [other], [], lambda run: False) <= len(one.split()) + len(one)


# What no source holds

SOURCE = "Form 10-K for the Fiscal Year Ended December 31, 2024. Tolls of $41.2 million, p. 9. See ASC 280-10-50-41."


@pytest.mark.parametrize(
    ("draft", "strange"),
    [
        ("Tolls were $41.2 million.", ()),
        ("Tolls were $41.3 million, or 6%.", ("$41.3", "6%")),
        ("The Company will say so in its Form 10-K for the year ending December 31, 2025.", ()),
        ("The Company will say so in its Form 10-K for the year ending December 31, 2031.", ("2031",)),
        ("Tolls were [●: $99 million].", ()),
        ("This follows ASC 280-10-50-41 and Item 303(b) of Regulation S-K.", ()),
        ("This follows ASC 999-10-50-1.", ("ASC 999-10-50-1",)),
        ("The keeper is Wendeline Marrow, and the Chief Financial Officer agrees.", ("Wendeline Marrow",)),
        ("See the response to comment 7.", ()),
    ],
)
def test_what_no_source_holds_is_found_in_a_draft(draft: str, strange: tuple[str, ...]) -> None:
    assert unsupported(draft, [SOURCE]).told == strange


def test_what_is_unsupported_and_stands_in_a_precedent_came_from_it() -> None:
    found = unsupported("Tolls were $41.3 million, or 6%.", [SOURCE])
    assert borrowed(found, ["At Pellarbour, ferry fares were $41.3 million."]) == ("$41.3",)
    assert found.count == 2


def test_another_company_is_found_by_its_name_without_its_legal_form() -> None:
    others = ["Pellarbour Ferries, Inc.", "Ore Co"]
    assert named("As at Pellarbour Ferries, tolls rose.", others, [SOURCE]) == ("Pellarbour Ferries, Inc.",)
    assert named("As at Pellarbour Ferries, tolls rose.", others, ["pellarbour ferries is named"]) == ()
    assert named("More ore was carried by other pellarbour ferries.", others, []) == ()


# How sure a figure is


def a_case(id_: str, *marks: float | None, **more: str) -> Case:
    items = tuple(
        Item("answer", f"{id_}#{n}", marks={"stance": m, "leaks": 0.0}, tags=more)
        for n, m in enumerate(marks)
    )
    return Case(id_, items)


TABLE = {
    "stance": mean("answer", "stance"),
    "leaks": total("answer", "leaks"),
    "most": most("answer", "leaks"),
}


def test_an_interval_holds_its_figure_and_is_the_same_twice() -> None:
    cases = [a_case(f"c{n}", 1.0, float(n % 2)) for n in range(12)]
    found = intervals(cases, TABLE)
    assert found == intervals(cases, TABLE)
    low, high = found["stance"] or (0, 0)
    assert low < 0.75 < high
    assert found["leaks"] == (0.0, 0.0)


def test_one_letter_has_no_interval() -> None:
    assert intervals([a_case("c", 1.0), Case("failed", failed="It holds no text.")], TABLE) == dict.fromkeys(
        TABLE
    )


def test_a_figure_that_is_unscored_in_some_resample_has_no_interval() -> None:
    assert intervals([a_case("c", None), a_case("d", 1.0)], TABLE)["stance"] is None


def test_a_difference_is_paired_by_letter() -> None:
    before = {"a": [0.0, 0.0], "b": [1.0], "gone": [1.0]}
    by, interval = difference(before, {"a": [1.0, 0.0], "b": [1.0], "new": [0.0]})
    assert by == pytest.approx(1 / 3, abs=1e-4)
    assert interval == (0.0, 0.5)
    assert difference({}, {}) == (0.0, None)


def test_the_sign_test_is_that_of_a_fair_coin() -> None:
    assert sign_test(0, 0) == 1.0
    assert sign_test(6, 0) == pytest.approx(2 / 2**6)
    assert sign_test(3, 3) == 1.0


def test_kappa_is_1_for_agreement_and_about_0_for_chance() -> None:
    assert weighted_kappa([0, 2, 4], [0, 2, 4], 5) == 1.0
    assert weighted_kappa([0, 0, 4, 4], [0, 4, 0, 4], 5) == 0.0
    assert weighted_kappa([3, 3], [3, 3], 5) is None
    assert weighted_kappa([], [], 5) is None


# Results


def a_result(tmp_path: Path, name: str, cases: list[Case]) -> Path:
    path = tmp_path / name
    path.write_bytes(as_file(recorded(Report.over("backtest", cases, TABLE), TABLE, "p")))
    return path


def test_a_recorded_result_holds_figures_and_ids_and_no_text_and_no_company(tmp_path: Path) -> None:
    item = replace(
        a_case("c", 1.0).items[0], tags={"company": "Tollgate plc", "topic": "x"}, shown={"filed": "Secret."}
    )
    path = a_result(tmp_path, "a.json", [Case("c", (item,)), Case("d", failed="It holds no text.")])
    written = path.read_text(encoding="utf-8")
    assert "Secret" not in written
    assert "Tollgate" not in written
    row, cases = read_result(path)
    assert (row["metrics"]["stance"], row["failed"]) == (1.0, 1)
    assert [(c.id, bool(c.failed), len(c.items)) for c in cases] == [("c", False, 1), ("d", True, 0)]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"marks": [1]}'])
def test_a_file_that_is_no_result_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match="no recorded result"):
        read_result(path)
    with pytest.raises(Unreadable, match="cannot be opened"):
        read_result(tmp_path / "none.json")


def test_a_comparison_names_the_cases_that_moved_and_whether_that_is_chance() -> None:
    before = tuple(a_case(f"c{n}", 0.0, 0.0) for n in range(10))
    now = tuple(a_case(f"c{n}", 1.0, 0.0 if n else None) for n in range(10))
    changes = {c.mark: c for c in compare(before, now)}
    stance = changes["stance"]
    assert (stance.before, stance.now) == (0.0, round(10 / 19, 4))
    assert (len(stance.better), stance.worse) == (10, ())
    assert stance.significant
    assert not changes["leaks"].significant


def test_fewer_leaks_are_better_and_a_length_is_neither() -> None:
    def one(leaks: float, ratio: float) -> tuple[Case, ...]:
        return (Case("c", (Item("answer", "c#1", marks={"leaks": leaks, "length_ratio": ratio}),)),)

    changes = {c.mark: c for c in compare(one(2.0, 0.5), one(0.0, 0.9))}
    assert changes["leaks"].better == ("c",)
    assert (changes["length_ratio"].better, changes["length_ratio"].worse) == ((), ())


def test_what_only_one_run_has_is_told_apart() -> None:
    before = (a_case("a", 1.0), a_case("b", 1.0))
    now = (a_case("b", 1.0).__class__("b", (), "It holds no text."), a_case("c", 1.0))
    assert list(lost_and_found(before, now)) == [
        "only before: a",
        "only now: c",
        "done before, failed now: b",
    ]


# Thresholds


def gates(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "thresholds.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_figure_below_its_gate_above_it_or_unscored_misses(tmp_path: Path) -> None:
    found = thresholds(
        gates(tmp_path, "[s]\na = { least = 0.9 }\nb = { most = 0 }\nc = { least = 1 }\nd = { least = 1 }")
    )
    assert missed("s", {"a": 0.89, "b": 1.0, "c": None, "d": 1.0}, found) == (
        "a is 0.89; at least 0.9 is wanted",
        "b is 1; at most 0 is wanted",
        "c was not scored",
    )


@pytest.mark.parametrize("text", ["[s]\na = 1", "[s]\na = { last = 1 }", "[s]\na = {}", "s = ["])
def test_a_file_of_thresholds_that_says_something_else_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"wants least|not valid TOML"):
        thresholds(gates(tmp_path, text))


def test_a_suite_without_a_gate_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="no gate for 't'"):
        missed("t", {}, thresholds(gates(tmp_path, "[s]\na = { least = 1 }")))
    with pytest.raises(Unreadable, match="cannot be opened"):
        thresholds(tmp_path / "none.toml")


# The page


def a_run(cases: list[Case]) -> Run:
    return Run(
        "backtest", {"stance": 0.5, "paste.stance": None}, {"stance": (0.4, 0.6)}, cases, ["stance is low"]
    )


def test_the_worst_case_stands_first_and_opens_to_its_texts_side_by_side() -> None:
    texts = {"comment": "Why?", "draft": "Because.", "filed": "See page 2."}
    bad = Case("bad", tuple(replace(i, shown=texts) for i in a_case("bad", 0.0).items))
    told = section(a_run([a_case("good", 1.0), bad, Case("lost", failed="It holds no text.")]))
    assert [c.id for c in told.worst] == ["bad", "good"]
    assert told.worst[0].items[0].texts == (
        ("comment", "Why?"),
        ("draft", "Because."),
        ("filed", "See page 2."),
    )
    assert told.failures == (("lost", "It holds no text."),)


def test_figures_stand_beside_those_that_they_must_beat() -> None:
    told = section(a_run([a_case("a", 1.0)]))
    assert told.beside == ("paste",)
    assert (told.figures[0].value, told.figures[0].interval, told.figures[0].beside) == (
        "0.5",
        "0.400 to 0.600",
        ("not scored",),
    )


def test_moves_drafted_are_counted_against_moves_filed_and_groups_are_plotted() -> None:
    def one(n: int, topic: str) -> Case:
        item = a_case(f"c{n}", 1.0).items[0]
        tags = {"move": "explain", "filed_move": "refer", "topic": topic}
        return Case(f"c{n}", (replace(item, tags=tags, shown={"draft": "x"}),))

    told = section(a_run([one(n, "leases" if n % 2 else "tolls") for n in range(8)]))
    assert told.matrix == (("drafted \\ filed", "refer"), ("explain", "8"))
    assert [p.title for p in told.plots] == ["By topic: stance"]


def test_nothing_in_a_letter_becomes_markup_on_the_page() -> None:
    text = "<script>alert(1)</script>"
    item = replace(a_case("c", 0.0).items[0], shown={"draft": text}, tags={"topic": text})
    made = page([a_run([Case("c", (item,))])]).decode("utf-8")
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert "http" not in made.replace("http-equiv", "")
    assert "<script" not in bars([Bar(text, 0.5, 3, (0.4, 0.6))], line=0.6)
