"""Opinions of counsel and consents of auditors: who revised what, and under which number it is filed."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import FILED_S1, answered


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please have counsel revise its opinion to remove the assumption.",
            "Counsel has revised its opinion to remove the assumption. "
            "The revised opinion is filed as Exhibit [●: exhibit number] to ",
        ),
        (
            "Please have counsel remove assumption 6 from its legal opinion.",
            "Counsel has revised its legal opinion to remove assumption 6.",
        ),
        ("Please file a revised opinion that covers Delaware.", "has filed a revised opinion as Exhibit [●"),
        (
            "Please ask your auditor to revise its consent to name the report.",
            "The Company's auditor has revised its consent to name the report.",
        ),
    ],
)
def test_who_revised_the_paper_is_said_with_a_blank_for_its_number(comment: str, said: str) -> None:
    text = answered(comment, "", FILED_S1).text
    assert said in text
    assert "page" not in text


def test_sentences_of_counsel_that_say_where_the_paper_is_filed_stand_alone_and_in_order() -> None:
    comment = "Please file a revised opinion. Please ask your auditor to revise the consent or the report."
    notes = (
        "## 1\n- The opinion now covers Delaware. It is filed as Exhibit 5.1 to Amendment No. 1.\n"
        "- The report is dated March 3, 2026. A new consent is filed as Exhibit 23.1."
    ).replace("\\\n", "\n")
    text = answered(comment, notes, FILED_S1).text
    assert text == (
        "The opinion now covers Delaware. It is filed as Exhibit 5.1 to Amendment No. 1. "
        "The report is dated March 3, 2026. A new consent is filed as Exhibit 23.1."
    )


def test_a_consent_of_holders_is_disclosed_and_filed_by_nobody() -> None:
    comment = "Please revise to disclose the right of holders to act by written consent."
    assert "Exhibit" not in answered(comment, "", FILED_S1).text
