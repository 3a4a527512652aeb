"""Which part of a filing a comment is about, from its headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.sections import FORMS, SECTIONS, names, section

NEIGHBOURS = [
    "Business Combination",
    "General",
    "Key Business Metrics",
    "Exhibiting growth",
    "Noteworthy trends",
    "2021 compared with 2020",
    "Directorate",
    "Form 10-K for the Fiscal Year Ended December 31, 2021",
    "Amendment No. 1 to Registration Statement on Form S-1",
    "Property tax",
]


@pytest.mark.parametrize(("id_", "example"), [(id_, example) for id_, _, example in (*SECTIONS, *FORMS)])
def test_each_section_is_known_by_its_heading(id_: str, example: str) -> None:
    assert section((example,)) == id_


@pytest.mark.parametrize("heading", NEIGHBOURS)
def test_other_headings_name_no_section(heading: str) -> None:
    assert section((heading,)) == ""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("Form 10-K for 2021", "Item 7. Management’s Discussion and Analysis", "Goodwill, page 41"), "mdna"),
        (("Financial Statements", "Note 17. Segment Information"), "financial_statements.notes"),
        (("Risk Factors", "Our internal controls may fail"), "risk_factors"),
        (("Definitive Proxy Statement on Schedule 14A", "Pay Versus Performance"), "compensation"),
        (("PREC14A filed March 25, 2024", "General"), "proxy"),
        (("Form 8-K filed May 9, 2016", "Adjusted EBITDA"), "exhibits.99"),
        (("Exhibit 13", "Management's Discussion and Analysis"), "mdna"),
        (("Form 10-K for 2021", "General"), ""),
        ((), ""),
    ],
)
def test_the_heading_next_to_the_filing_says_the_section(path: tuple[str, ...], expected: str) -> None:
    assert section(path) == expected


@given(st.lists(st.text()))
def test_any_headings_are_read(path: list[str]) -> None:
    assert section(path) in {"", *names()}
