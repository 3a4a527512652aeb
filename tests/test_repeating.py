"""That an answer says a thing once."""

from __future__ import annotations

import pytest

from drafter.domain import Passage
from drafter.drafting.planning.repeating import said_once

DUE = "its Form 10-K for the fiscal year ending December 31, 2026"
PROMISE = f"The Company will provide the requested disclosure in future filings, beginning with {DUE}."


def once(*texts: str) -> list[Passage]:
    return said_once([Passage(text, ("comment",), (n,)) for n, text in enumerate(texts)], DUE)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (PROMISE, "The Company will provide the requested disclosure in those filings."),
        (PROMISE, PROMISE),
        (
            "The Company has revised the disclosure on pages 46 to 48 to summarize each kiln presentation.",
            "A summary of each kiln presentation is on pages 46 to 48.",
        ),
        (
            PROMISE,
            "We further advise the Staff that disclosure will begin with the Form 10-K for December 31, 2026.",
        ),
        ("Kiln scrap was $3.1 million in 2025.", "In 2025 kiln scrap was $3.1 million."),
        ("Scrap: [●: kiln scrap].", "Scrap: [●: kiln scrap]."),
    ],
)
def test_what_was_said_is_not_said_again_and_its_request_stays_answered(first: str, again: str) -> None:
    (passage,) = once(first, again)
    assert passage.text == first
    assert passage.answers == (0, 1)


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("Kiln scrap was $3.1 million in 2025.", "Kiln scrap was $3.2 million in 2025."),
        ("Kiln scrap was recorded at Redcar in 2025.", "Kiln scrap was not recorded at Redcar in 2025."),
        ("The kilns at Redcar are insured.", "It is."),
        ("Scrap: [●: kiln scrap].", "Scrap: [●: kiln scrap in 2025]."),
    ],
)
def test_what_says_more_or_the_contrary_stays(first: str, more: str) -> None:
    assert [p.text for p in once(first, more)] == [first, more]


def test_the_filing_is_named_once() -> None:
    first, second = once(PROMISE, f"It will add kilns in future filings, beginning with {DUE}.")
    assert DUE in first.text
    assert second.text == "It will add kilns in those filings."


def test_a_proposed_disclosure_is_left_alone() -> None:
    said = [
        Passage("Kiln scrap was $3.1 million.", (), (0,)),
        Passage("Kiln scrap was $3.1 million.", (), (0,), True),
    ]
    assert [p.text for p in said_once(said, DUE)] == [p.text for p in said]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "We have revised page 9 of Amendment No. 1 to state who owns the kilns.",
            "The section now says so.",
        ),
        ("We have revised page 9 of Amendment No. 1 to give the terms.", "All are now in the section."),
        ("The Company has removed the claims from page 9.", "Both claims have been removed throughout."),
        (
            f"We will define kilns in future filings, beginning with {DUE}.",
            "All kilns will be in the prospectus.",
        ),
    ],
)
def test_what_is_done_in_the_filing_is_said_once(first: str, again: str) -> None:
    assert [p.text for p in once(first, again)] == [first]


@pytest.mark.parametrize(
    "more",
    ["The section now gives the capacity.", "Note 3 now has the table.", "Both kilns have been removed."],
)
def test_what_is_done_beside_it_stays(more: str) -> None:
    first = "We have revised page 9 of Amendment No. 1 to state who owns the sheds."
    assert [p.text for p in once(first, more)] == [first, more]
