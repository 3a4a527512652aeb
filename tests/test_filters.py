"""Each filter keeps what it names, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafter.errors import BadSettings
from drafter.library import Filter, Library
from drafter.library.filters import FORM, labels
from tests.shelf import a_letter, opened

HARROWGATE = ("Harrowgate Tools, Inc.", "0009800000")
BRAMLIN = ("Bramlin Foods Corp", "0009800001")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = opened(tmp_path_factory.mktemp("library"))
    library.add(
        [
            a_letter(
                "company",
                "h",
                *HARROWGATE,
                "2021-02-15",
                "1|Item 1A. Risk Factors|Explain your risks.|We will revise our risk factors in future filings.",
                "2|Note 4. Goodwill|Explain goodwill.|We are not required to test it under ASC 350.",
            ),
            a_letter(
                "company",
                "b",
                *BRAMLIN,
                "2021-06-15",
                "1|Consolidated Statements of Cash Flows|Explain the outflow.|The outflow came from taxes paid.",
            ),
        ]
    )
    return library


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(section="risk_factors"), {"h#1"}),
        (Filter(section="Risk Factors"), {"h#1"}),
        (Filter(section="financial_statements"), {"h#2", "b#1"}),
        (Filter(section="financial_statements.notes"), {"h#2"}),
        (Filter(section="mdna"), set()),
        (Filter(stance="comply_future"), {"h#1"}),
        (Filter(stance="comply"), {"h#1"}),
        (Filter(stance="push_back"), {"h#2"}),
        (Filter(stance="push back not required"), {"h#2"}),
        (Filter(round=1), {"h#1", "h#2", "b#1"}),
        (Filter(round=2), set()),
        (Filter(outcome="answered"), {"h#1", "h#2", "b#1"}),
        (Filter(outcome="settled"), set()),
        (Filter(as_of=date(2021, 2, 20)), set()),
        (Filter(as_of=date(2021, 6, 14)), {"h#1", "h#2"}),
        (Filter(as_of=date.max), {"h#1", "h#2", "b#1"}),
        (Filter(as_of=date(2021, 6, 14), section="financial_statements"), {"h#2"}),
    ],
)
def test_a_filter_keeps_what_it_names(asked: Filter, expected: set[str], library: Library) -> None:
    sieve = library.sieve(asked)
    assert set(library.passing(sieve)) == expected
    assert library.words_passing(sieve, 9) == expected
    assert set(library.by_meaning(library.direction("goodwill"), sieve, 9)) == expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Filter(section="chapter one"), r"There is no section 'chapter one'\. It is one of: business, "),
        (Filter(stance="shrug"), "comply_future"),
        (Filter(outcome="lost"), "settled"),
    ],
)
def test_a_value_that_there_is_not_is_told_with_those_there_are(
    asked: Filter, told: str, library: Library
) -> None:
    with pytest.raises(BadSettings, match=told):
        library.sieve(asked)


def test_what_is_not_known_to_be_released_is_not_public(tmp_path: Path) -> None:
    library = opened(tmp_path)
    library.add([a_letter("company", "u", *HARROWGATE, "", "1|Goodwill|Explain goodwill.|So.")])
    assert library.passing(library.sieve(Filter(as_of=date.max))) == []


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("10k", "10-k"), ("Form 10-Q", "10-q"), ("form s4", "s-4"), ("20 F", "20-f"), ("8-K/A", "8-k/a"),
        ("DEF 14A", "def 14a"), ("15", "15"), ("1-A", "1-a"),
    ],
)  # fmt: skip
def test_a_form_is_found_however_it_is_written(written: str, form: str) -> None:
    assert labels(Filter(form=written)) == (f"form:{form}",)


def test_a_form_has_its_hyphen_and_other_names_stay() -> None:
    assert [t for t in ("10k", "S1", "20 F") if not FORM.match(t)] == []
    assert [t for t in ("DEF 14A", "Schedule TO", "15") if FORM.match(t)] == []


def test_a_group_of_topics_is_a_topic_and_any_other_word_names_the_nearest() -> None:
    assert labels(Filter(topic="MDNA")) == ("topic:mdna",)
    with pytest.raises(BadSettings, match=r"There is no topic 'segment reporting'. Try one of: segments\."):
        labels(Filter(topic="segment reporting"))
