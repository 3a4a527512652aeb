"""What a comment is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.topics import label, topics


@pytest.mark.parametrize(
    ("text", "heading", "best"),
    [
        ("Please tell us the headroom of each reporting unit.", ["Goodwill, page 40"], "assets.goodwill"),
        ("Tell us who your CODM is.", ["Segment Information, page 9"], "segments.identification"),
        ("Your exclusive forum provision names a court.", [], "offering.exclusive_forum"),
        ("Disclose the valuation allowance.", ["Note 4. Income Taxes"], "fs.tax"),
        ("Describe the material weakness and its remediation.", ["Item 9A"], "controls.icfr"),
        ("Explain how climate change affects you.", [], "business.climate"),
    ],
)
def test_heading_and_words_say_what_a_comment_is_about(text: str, heading: list[str], best: str) -> None:
    assert topics(text, heading)[0] == best


def test_the_heading_weighs_more_than_the_words() -> None:
    assert topics("We note the goodwill in it.", ["Income Taxes, page 9"])[0] == "fs.tax"


def test_the_last_heading_weighs_most() -> None:
    assert topics("Please revise.", ["Goodwill", "Income Taxes"])[0] == "fs.tax"


def test_a_cited_authority_beats_the_heading() -> None:
    assert topics("Please revise.", ["Income Taxes"], ["ASC 280-10-50-41"])[0] == "segments.entity_wide"


@pytest.mark.parametrize(
    ("cited", "topic"),
    [
        ("Regulation S-K Item 402(v)(5)", "governance.pvp_clawback"),
        ("Regulation S-K Item 1303(b)", "business.mining"),
        ("ASC 842-20-50-4", "liabilities.leases"),
        ("SAB Topic 14.D", "liabilities.sbc"),
    ],
)
def test_a_paragraph_counts_for_what_it_belongs_to(cited: str, topic: str) -> None:
    assert topics("Please revise.", (), [cited])[0] == topic


def test_two_topics_of_like_weight_stand_side_by_side() -> None:
    assert topics("", ["Goodwill and Inventory"]) == ("assets.goodwill", "assets.inventory")


@pytest.mark.parametrize("text", ["", "Please advise.", "We note your response."])
def test_a_comment_about_none_of_them_has_no_topic(text: str) -> None:
    assert topics(text) == ()


def test_an_unknown_authority_says_nothing() -> None:
    assert topics("Please revise.", (), ["Rule of Thumb 7"]) == ()


def test_labels_are_for_people() -> None:
    assert label("mdna.metrics") == "Key performance indicators"
    assert label("kilns") == "kilns"


@given(st.text(max_size=200), st.lists(st.text(max_size=60), max_size=3))
def test_no_text_breaks_it(text: str, heading: list[str]) -> None:
    found = topics(text, heading)
    assert len(found) == len(set(found)) <= 2
