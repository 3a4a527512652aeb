"""Comments that the staff sent to many in the same words are one hit, and others stay apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.contract import found_shape
from drafter.library import Library
from drafter.providers.hashing import HashingEmbedder
from drafter.retrieval import Query, own_positions, precedents
from drafter.retrieval.duplicates import MASKS, alike, gathered, signature
from tests.conftest import a_pair
from tests.shelf import THE_PARSER, a_letter

TEMPLATE = (
    "We note that your report of {day} gives more about the weather than your Form {form} does. Please tell us how "
    "{name} considered giving the same in its filings, and quantify the cost of {amount} of storms on page {page}."
)
SENT = (
    ("Harrowgate Tools, Inc.", "May 3, 2021", "10-K", "Harrowgate", "$3.2 million", "41"),
    ("Bramlin Foods Corp", "June 12, 2020", "20-F", "Bramlin Foods", "€14 million", "7"),
    ("Quellmar Shipping plc", "August 1, 2022", "10-K", "Quellmar Shipping", "$900", "F-12"),
)
OTHER = "Please tell us how you determined your operating segments and whether you aggregate any of them."


def comment(n: int) -> str:
    _, day, form, name, amount, page = SENT[n]
    return TEMPLATE.format(day=day, form=form, name=name, amount=amount, page=page)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library.open(tmp_path, HashingEmbedder(), THE_PARSER)
    for n, (name, *_) in enumerate(SENT):
        rows = (
            f"1|Weather|{comment(n)}|We did.",
            f"2|Segments|{OTHER} See note {'abc'[n] * 9}.|We have one.",
        )
        library.add([a_letter("company", f"c{n}", name, f"000980000{n}", f"2021-03-0{n + 1}", *rows)])
    return library


@pytest.mark.parametrize("other", [1, 2])
def test_copies_of_a_template_are_alike(other: int) -> None:
    assert alike(signature(comment(0)), signature(comment(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (comment(0), OTHER),
        ("Please tell us why.", "Please tell us when."),
        ("Please disclose the number of shares.", "Please disclose the number of options."),
        (
            OTHER,
            OTHER.replace("operating segments", "reporting units for goodwill").replace("aggregate", "test"),
        ),
    ],
)
def test_other_comments_are_not(one: str, other: str) -> None:
    assert not alike(signature(one), signature(other))


@given(st.text())
def test_every_text_of_words_is_like_itself(text: str) -> None:
    mine = signature(text)
    assert alike(mine, mine) is bool(mine)


def test_the_first_of_each_template_stands_for_the_others() -> None:
    pairs = [a_pair(comment(0), id="a"), a_pair(OTHER, id="b"), a_pair(comment(1), id="c")]
    assert [[p.id for p in group] for group in gathered(pairs, 2)] == [["a", "c"], ["b"]]
    assert [[p.id for p in group] for group in gathered(pairs, 1)] == [["a", "c"]]


def test_copies_are_one_hit_only_where_that_is_asked(library: Library) -> None:
    apart = precedents(library, Query(comment(0)), 3)
    assert [len(p.duplicates) for p in apart.precedents] == [0, 0, 0]
    found = precedents(library, Query(comment(0)), 2, collapse=True)
    first, second = found_shape(found.precedents, found.close)["precedents"]
    assert (first["pair"], first["count"], second["count"]) == ("c0#1", 3, 3)
    assert sorted(first["duplicates"], key=lambda copy: copy["sent"]) == [
        {"pair": "c1#1", "company": "Bramlin Foods Corp", "sent": "2021-03-02"},
        {"pair": "c2#1", "company": "Quellmar Shipping plc", "sent": "2021-03-03"},
    ]


def test_the_companys_own_positions_all_stand(library: Library) -> None:
    twice = a_letter("company", "d", SENT[0][0], "0009800000", "2022-03-01", f"1|Weather|{comment(0)}|Again.")
    library.add([twice])
    own = own_positions(library, Query(comment(0), ("Weather",), SENT[0][0]), 5)
    assert {"c0#1", "d#1"} <= {p.pair.id for p in own}


@pytest.mark.parametrize(
    ("mask", "example", "near_miss"),
    [
        (MASKS[0][0], "on May 3, 2021", "you may tell us"),
        (MASKS[1][0], "$3.2 million", "three million"),
        (MASKS[2][0], "that Bramlin Foods sells", "Please tell us"),
        (MASKS[3][0], "“core earnings”", "core earnings"),
    ],
)
def test_a_mask_covers_its_example_alone(mask: re.Pattern[str], example: str, near_miss: str) -> None:
    assert mask.search(example)
    assert not mask.search(near_miss)
