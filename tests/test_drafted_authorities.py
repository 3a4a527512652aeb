"""The provisions that the staff points to stand in the answer, once, and no others."""

from __future__ import annotations

import pytest

from tests.test_drafted_branches import answered


@pytest.mark.parametrize(
    ("comment", "notes", "said"),
    [
        (
            "Please revise future filings to quantify the change in freight. Refer to Item 303(b)(2)(ii).",
            "",
            "consistent with Item 303(b)(2)(ii)",
        ),
        (
            "Please tell us where the limits on the pledged barges are disclosed. Refer to ASC 440-10-50-1.",
            "## 1\nThe limits are disclosed in Note 6, page F-17. The barges stay in our yard.",
            "which discloses the limits, consistent with ASC 440-10-50-1.",
        ),
        (
            "Please quantify the freight in future filings and disclose its drivers. Refer to Item 303(b)(2)(ii).",
            "",
            "10-Q for the quarter ending June 30, 2026, consistent with Item 303(b)(2)(ii). In those filings, it will",
        ),
        (
            "Please tell us whether you must file the wharf lease. Refer to Item 601(b)(10) of Regulation S-K.",
            "## 1\nThe lease was made in the ordinary course, so its filing is not required. It ends in 2029.",
            "its filing is not required under Item 601(b)(10) of Regulation S-K.",
        ),
        (
            "Please describe the wharf lease, as required by paragraph 51 of IFRS 16, in future filings.",
            "",
            "paragraph 51 of IFRS 16",
        ),
        (
            "Please disclose the tonnage of each wharf in future filings. See Items 101(c) and 102 of Regulation S-K.",
            "",
            "consistent with Items 101(c) and 102 of Regulation S-K",
        ),
        (
            "Please remove the kiln slogan in future filings. Refer to Sections II.A.2 and II.B.1 of Staff Legal "
            "Bulletin No. 19.",
            "",
            "consistent with Sections II.A.2 and II.B.1 of Staff Legal Bulletin No. 19.",
        ),
    ],
)
def test_the_provision_that_the_staff_points_to_is_named_once(comment: str, notes: str, said: str) -> None:
    assert answered(comment, notes).text.count(said) == 1


@pytest.mark.parametrize(
    ("comment", "notes"),
    [
        (
            "Please tell us how you measure the kilns. Refer to ASC 360-10-35-17.",
            "## 1\nThe kilns were valued by an appraiser in March 2026.",
        ),
        (
            "Please disclose the loss on the kilns in future filings and tell us what you did to estimate one. Refer "
            "to ASC 360-10-35-17.",
            "## 1\nWe will disclose the loss in the next 10-Q.",
        ),
    ],
)
def test_a_provision_leads_to_no_fact_and_stands_in_no_blank_beside_facts(comment: str, notes: str) -> None:
    text = answered(comment, notes).text
    assert "with respect to ASC" not in text
    assert "reference to ASC" not in text


def test_two_provisions_are_named_side_by_side() -> None:
    comment = (
        "Item 303(a) of Regulation S-K requires an analysis of freight. Please expand your discussion of freight. "
        "See also Release No. 33-8350."
    )
    text = answered(comment).text
    assert "consistent with Release No. 33-8350 and Item 303(a) of Regulation S-K." in text


def test_a_provision_of_a_branch_that_is_not_taken_is_not_named() -> None:
    comment = "Please remove the adjustment or tell us how it meets Rule 11-02(a)(7) of Regulation S-X."
    assert "11-02" not in answered(comment, "## 1\nThe adjustment was removed.").text


def test_a_provision_that_a_fact_names_is_not_named_again() -> None:
    comment = "Please tell us why the wharf is no lease. Refer to ASC 842-20-25-2."
    text = answered(comment, "## 1\nUnder ASC 842-20-25-2 the supplier can substitute the wharf.").text
    assert text.count("842-20-25-2") == 1


def test_no_provision_is_named_before_a_pronoun() -> None:
    comment = "Please tell us how the error affects your conclusion. See Item 307 of Regulation S-K."
    text = answered(comment, "## 1\nIt will be included in Item 9A of the Form 10-K/A.").text
    assert "Regulation S-K, it will" not in text


def test_a_provision_is_not_hung_on_a_fact_under_another_request() -> None:
    comment = (
        "Please tell us the number of kilns that were classified as idle. If any was sold, revise your future filings "
        "to say so. Refer to Item 5.D of Form 20-F."
    )
    text = answered(comment, "## 1\nNine kilns were classified as idle in 2025. None was sold.").text
    assert "nine kilns were classified as idle in 2025. None was sold." in text
    assert "With respect to Item 5.D" not in text


def test_an_analysis_goes_through_the_paragraphs_that_the_staff_cites_and_no_others() -> None:
    comment = "Please provide us with your analysis under ASC 805-10-55-5A through 55-5C of the purchase of the kiln."
    text = answered(comment).text
    assert "analysis of the purchase of the kiln under ASC 805-10-55-5A through 55-5C is as follows." in text
    assert "conclusion under ASC 805-10-55-5A through 55-5C, and who" in text
    assert "Outputs" not in text
    assert "Outputs" in answered(comment.replace("55-5C", "55-9")).text


@pytest.mark.parametrize(
    ("refer", "opens"),
    [
        (
            "Refer to ASC 330-10-35.",
            "With respect to ASC 330-10-35, the Company advises the Staff that the reserve",
        ),
        (
            "Refer to ASC 330-10-35 and ASC 275-10-50.",
            "The Company respectfully advises the Staff that the reserve",
        ),
    ],
)
def test_an_analysis_opens_with_the_one_provision_that_the_staff_cites(refer: str, opens: str) -> None:
    comment = f"Please tell us how you determined the clay reserve and the factors you considered. {refer}"
    note = "## 1\n- The reserve is set by comparing clay on hand with sales of the last twelve months."
    assert answered(comment, note).text.startswith(opens)


def test_the_questions_that_an_analysis_includes_are_answered_beside_its_elements() -> None:
    text = answered(
        "Provide your analysis under ASC 606-10-25-19 through 25-22, including whether the kiln can be fired without "
        "the service and how often buyers renew."
    ).text
    assert "The kiln [●: can or cannot] be fired without the service, because" in text
    assert text.index("fired without") < text.index("the Company's conclusion is")
    assert "The question addressed below" not in text


def test_guidance_that_is_to_be_addressed_is_applied_and_not_described() -> None:
    text = answered("Tell us who may call the notes. Address ASC 480-10-25-14 in your response.").text
    assert "[●: application of ASC 480-10-25-14" in text
