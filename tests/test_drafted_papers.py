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
        (
            "Please file a revised opinion that covers Delaware.",
            "has filed as Exhibit [●: exhibit number] to Amendment No. [●: amendment number] a revised opinion that "
            "covers Delaware.",
        ),
        (
            "Please file an updated consent that refers to the kiln report. Refer to Item 601(b)(23).",
            "has filed as Exhibit 23 to Amendment No. [●: amendment number] an updated consent that refers to the kiln "
            "report, consistent with Item 601(b)(23).",
        ),
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


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please file a signed consent, and conform the kiln summary on page 42. Refer to Rule 436 of Regulation C.",
            "a signed consent as Exhibit [●: exhibit number] to Amendment No. [●: amendment number], consistent with "
            "Rule 436 of Regulation C.\n\nThe Company has conformed the kiln summary on page [●: page number] of "
            "Amendment No. [●: amendment number].",
        ),
        (
            "Please file the tax opinion and name counsel in the prospectus. See Item 601(b)(8) of Regulation S-K.",
            "the tax opinion as Exhibit 8 to Amendment No. [●: amendment number], consistent with Item 601(b)(8) of "
            "Regulation S-K.\n\nThe Company has revised the disclosure on page [●: page number] of Amendment No. "
            "[●: amendment number] to name counsel in the prospectus.",
        ),
        (
            "Please file all of your outstanding exhibits. Refer to Item 601(b)(5) of Regulation S-K.",
            "exhibits as exhibits to ",
        ),
        ("Please revise the kiln summary to conform.", "has revised the kiln summary on page"),
    ],
)
def test_what_is_asked_beside_a_paper_is_answered_too_and_its_law_stays_with_it(
    comment: str, said: str
) -> None:
    assert said in answered(comment, "", FILED_S1).text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        (
            "Please ask your independent auditor to revise its report to refer to the standards of the PCAOB.",
            "a revised report of [●: name of the auditor] that refers to the standards of the PCAOB.",
        ),
        (
            "Please have your auditors reissue their audit report.",
            "a revised report of [●: name of the auditor].",
        ),
    ],
)
def test_a_report_that_the_auditor_revises_is_included_in_the_amendment(comment: str, said: str) -> None:
    text = answered(comment, matter=FILED_S1).text
    assert f"includes, on page [●: page number], {said}" in text
    assert "has revised the disclosure" not in text


def test_a_revised_opinion_is_filed_without_what_the_comment_objects_to() -> None:
    comment = (
        "The opinion assumes that the kilns are owned. Please file a revised opinion without this assumption."
    )
    text = answered(comment, "## 1\nRevised opinion filed as Exhibit 5.1.", FILED_S1).text
    assert "has filed as Exhibit 5.1 to Amendment No." in text
    assert text.endswith(" a revised opinion without the assumption that the kilns are owned.")


@pytest.mark.parametrize(
    ("comment", "note", "says", "never"),
    [
        (
            "Please file the kiln lease as an exhibit.",
            "Already filed as Exhibit 10.6 to the Form 10-K for 2024.",
            "advises the Staff that the kiln lease was filed as Exhibit 10.6 to the Form 10-K for 2024",
            "Amendment",
        ),
        (
            "Please file the kiln lease and the clay contract.",
            "Both were filed as Exhibits 4.1 and 4.2 to the Form 8-K of May 3, 2025.",
            "the kiln lease and the clay contract were filed as Exhibits 4.1 and 4.2 to the Form 8-K",
            "Amendment",
        ),
        (
            "Please file the kiln lease.",
            "Lease will be Exhibit 10.12, rent schedule redacted.",
            "is filed as Exhibit 10.12 to Amendment No. [●: amendment number]",
            "will be",
        ),
        (
            "If you commissioned the survey, please file the consent of its author.",
            "We did not commission it, so no consent.",
            "As the Company did not commission it, the Company has not filed the consent",
            "so no",
        ),
        (
            "If the report was prepared for this offering, please file the consent of its author.",
            "It was not prepared for the offering.",
            "the Company has not filed the consent",
            "has filed",
        ),
    ],
)
def test_what_is_on_file_or_not_called_for_is_not_filed_again(
    comment: str, note: str, says: str, never: str
) -> None:
    said = answered(comment, f"## 1\n- {note}", FILED_S1).text
    assert says in said
    assert never not in said
