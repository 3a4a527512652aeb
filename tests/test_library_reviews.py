"""Reviews in the library: rounds, what became of each answer, and that the order of adding does not matter."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.domain import FollowUp, Known, Matter, Outcome, Pair, Status
from drafter.errors import LibraryMismatch
from drafter.library import Incoming, Library
from drafter.library.coding import known_from, known_json
from drafter.library.schema import LATER
from drafter.providers.hashing import HashingEmbedder
from tests.shelf import THE_PARSER, a_letter, a_review, export, many_letters, opened

S1, C1, S2, C2, DONE = a_review()
BACK = FollowUp("s2", "1", "We note your response to prior comment 2. How?", date(2021, 3, 15))


def content(library: Library) -> dict[str, object]:
    """All that is kept; BM25 counts what was replaced until Tantivy merges its parts."""
    return {name: held for name, held in export(library).items() if name != "search"}


def kept_in(folder: Path, *letters: Incoming) -> dict[str, Pair]:
    library = opened(folder)
    library.add(letters)
    return {p.id: p for p in library.pairs()}


def test_an_answer_is_answered_until_the_staff_comes_back_or_ends_the_review(tmp_path: Path) -> None:
    pairs = kept_in(tmp_path / "one", S1, C1)
    assert pairs["c1#2"].outcome == Outcome(Status.ANSWERED, "answered in the letter of 2021-02-15")
    pairs = kept_in(tmp_path / "one", S2)
    returned = Outcome(Status.FOLLOWED_UP, "comment 1 of the letter of 2021-03-15 returns to it", BACK)
    assert pairs["c1#2"].outcome == returned
    assert pairs["c1#1"].outcome.status is Status.ANSWERED
    pairs = kept_in(tmp_path / "one", DONE)
    ended = Outcome(Status.CLOSED, "the staff completed its review on 2021-05-10", BACK, date(2021, 5, 10))
    assert pairs["c1#2"].outcome == ended


def test_rounds_are_counted_and_the_earlier_pair_is_named(tmp_path: Path) -> None:
    pairs = kept_in(tmp_path / "library", *a_review())
    assert {id_: (p.review, p.round, p.prior) for id_, p in pairs.items()} == {
        "c1#1": ("s1", 1, ""),
        "c1#2": ("s1", 1, ""),
        "c2#1": ("s1", 2, "c1#2"),
    }


def test_rounds_are_counted_where_the_staff_letters_are_not_at_hand(tmp_path: Path) -> None:
    recited = replace(
        C2, lines=(C2.lines[0], replace(C2.lines[1], text="1|Tax|As to prior comment 2, how?|Thus."))
    )
    pairs = kept_in(tmp_path / "library", C1, recited)
    assert (pairs["c2#1"].round, pairs["c2#1"].prior) == (2, "c1#2")
    assert pairs["c1#2"].outcome.follow_up == FollowUp(
        "c2", "1", "As to prior comment 2, how?", date(2021, 3, 15)
    )


def test_letters_are_public_twenty_business_days_after_the_review(tmp_path: Path) -> None:
    """Memorial Day of 2021 is the one holiday between."""
    pairs = kept_in(tmp_path / "known", *a_review())
    assert {p.released for p in pairs.values()} == {date(2021, 6, 8)}
    assert {p.released for p in kept_in(tmp_path / "open", S1, C1).values()} == {date(2021, 3, 15)}


def test_a_day_of_release_that_edgar_tells_is_taken(tmp_path: Path) -> None:
    told = replace(C1, known=Known(released=date(2021, 7, 1)))
    assert {p.released for p in kept_in(tmp_path / "library", S1, told, DONE).values()} == {date(2021, 7, 1)}


def test_pairs_are_labelled_with_round_and_outcome(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add(a_review())
    labels = library.labels(["c1#1", "c1#2", "c2#1"])
    standing = {i: sorted(x for x in ls if x.startswith(("round:", "outcome:"))) for i, ls in labels.items()}
    assert standing == {
        "c1#1": ["outcome:closed", "outcome:settled", "round:1"],
        "c1#2": ["outcome:closed", "outcome:followed_up", "round:1"],
        "c2#1": ["outcome:closed", "outcome:settled", "round:2"],
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    library = opened(tmp_path_factory.mktemp("whole"))
    library.add(a_review())
    return content(library)


@pytest.mark.parametrize("order", list(permutations(a_review()))[::11])
def test_letters_added_one_by_one_in_any_order_end_the_same(
    order: Sequence[Incoming], whole: dict[str, object], tmp_path: Path
) -> None:
    library = opened(tmp_path / "library")
    for letter in order:
        library.add([letter])
    assert content(library) == whole


@given(data=st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reviews_of_many_companies_end_the_same_in_any_order_and_batches(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    letters = [*many_letters(6), *a_review()]
    clean = opened(tmp_path_factory.mktemp("clean"))
    clean.add(letters)
    library, left = opened(tmp_path_factory.mktemp("drawn")), data.draw(st.permutations(letters))
    while left:
        count = data.draw(st.integers(1, len(left)))
        library.add(left[:count])
        left = left[count:]
    assert content(library) == content(clean)


def test_a_letter_without_a_day_is_of_the_latest_review_whenever_it_is_added(tmp_path: Path) -> None:
    undated = a_letter("company", "u", "Harrowgate Tools, Inc.", "0009800000", "", "1|Tax|Why?|So.")
    later = a_letter("staff", "later", "Harrowgate Tools, Inc.", "0009800000", "2024-02-01", "1|Tax|Why?|")
    for name, order in {"first": [undated, later], "last": [later, undated]}.items():
        assert kept_in(tmp_path / name, *a_review(), *order)["u#1"].review == "later"


def test_adding_a_letter_leaves_other_reviews_as_they_are(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add([*many_letters(8), S1, C1])
    seen: list[str] = []
    rows = library._records.reviews._rows
    library._records.reviews._rows = lambda letters: seen.extend(letters) or rows(letters)  # type: ignore[method-assign,func-returns-value]
    library.add([S2])
    assert seen == ["s1", "c1", "s2"]


def test_reviews_survive_a_rebuild(whole: dict[str, object], tmp_path: Path) -> None:
    opened(tmp_path / "library").add(a_review())
    assert content(Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER)) == whole


def test_the_library_counts_reviews_and_how_answers_stand(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add([*a_review(), *many_letters(2)])
    assert library.standings() == {
        "reviews": 3,
        "open": 0,
        "answered": 6,
        "followed_up": 1,
        "closed": 3,
        "settled": 2,
    }


# What EDGAR says


EDGAR = Known(Matter("HARROWGATE TOOLS INC", "0009800000"), date(2021, 2, 15), date(2021, 6, 30))


def test_what_edgar_says_of_a_letter_is_kept_through_add_and_rebuild(tmp_path: Path) -> None:
    bare = a_letter("company", "c", "Harrowgate Tools", "", "", "1|Tax|Why?|So.")
    library = opened(tmp_path / "library")
    library.add([replace(bare, known=EDGAR)])
    assert [(p.matter.cik, p.sent) for p in library.pairs()] == [("0009800000", date(2021, 2, 15))]
    library.close()
    rebuilt = Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER)
    assert [(p.matter.cik, p.sent) for p in rebuilt.pairs()] == [("0009800000", date(2021, 2, 15))]


def test_what_edgar_says_is_learnt_from_a_later_copy(tmp_path: Path) -> None:
    bare = a_letter("company", "c", "Harrowgate Tools", "", "", "1|Tax|Why?|So.")
    told = replace(bare, known=EDGAR, industry="3420", lines=())
    library = opened(tmp_path / "library")
    library.add([bare])
    assert library.add([told]).unchanged == 1
    for name, order in {"first": [0, 1], "last": [1, 0]}.items():
        other = opened(tmp_path / name)
        other.add([[bare, replace(told, lines=bare.lines)][n] for n in order])
        assert content(library) == content(other)
    assert [(p.matter.cik, p.industry, p.released) for p in library.pairs()] == [
        ("0009800000", "3420", date(2021, 6, 30))
    ]


@pytest.mark.parametrize("known", [Known(), EDGAR])
def test_what_edgar_says_comes_back_from_json_as_it_was(known: Known) -> None:
    assert known_from(known_json(known)) == known


def test_a_library_of_the_first_layout_says_to_rebuild_and_that_brings_it_up(
    whole: dict[str, object], tmp_path: Path
) -> None:
    opened(tmp_path / "library").add(a_review())
    with sqlite3.connect(tmp_path / "library" / "record.sqlite", isolation_level=None) as db:
        for index in ("letters_company", "letters_review", "companies_company"):
            db.execute(f"DROP INDEX {index}")
        for table, columns in LATER.items():
            for name in columns:
                db.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        db.execute("DROP TABLE companies")
        db.execute("UPDATE meta SET value = '1' WHERE name = 'layout'")
    db.close()
    with pytest.raises(LibraryMismatch, match="run drafter rebuild"):
        opened(tmp_path / "library")
    assert content(Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER)) == whole


# Whose letters they are


def companies(folder: Path, letters: Sequence[Incoming]) -> list[set[str]]:
    """The letters of each company, added one by one."""
    library = opened(folder)
    for letter in letters:
        library.add([letter])
    rows = library._records._db.execute("SELECT company, id FROM letters").fetchall()
    return sorted(({id_ for c, id_ in rows if c == company} for company in {c for c, _ in rows}), key=min)


def a_note(name: str, company: str, cik: str = "") -> Incoming:
    return a_letter("staff", name, company, cik, "2021-02-01", "1|Tax|Why?|")


NAMESAKES = [
    a_note("a", "Harrowgate Tools", "0009800001"),
    a_note("b", "Harrowgate Tools", "0009800002"),
    a_note("c", "Harrowgate Tools"),
    a_note("d", "Harrowgate Tools, Inc."),
    a_note("e", "Bramlin Foods", "0009800001"),
]


@pytest.mark.parametrize("order", list(permutations(NAMESAKES))[::13])
def test_a_name_that_two_ciks_bear_joins_neither(order: Sequence[Incoming], tmp_path: Path) -> None:
    assert companies(tmp_path / "library", order) == [{"a", "e"}, {"b"}, {"c", "d"}]


def test_a_name_that_one_cik_bears_joins_letters_without_it(tmp_path: Path) -> None:
    a, _, c, d, e = NAMESAKES
    assert companies(tmp_path / "library", [c, d, a, e]) == [{"a", "c", "d", "e"}]
