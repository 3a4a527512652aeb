"""Amendments of filed reports: when one is filed, what it holds, and that it is announced once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.domain import Move
from tests.test_drafted_branches import PERIODIC, PROXY, answered

MISSING = (
    "Your filing does not include management's report on the kiln reserve. Please amend your Form 10-K to provide "
    "it, and tell us whether the reserve was reviewed. In addition, amend your Form 10-K to include the conclusion."
)


def test_what_comes_in_an_amendment_is_promised_for_no_later_report() -> None:
    comment = "Please include in your amendment an audit report on the statements as of June 30, 2024."
    answer = answered(
        comment, "## 1\nThe auditor has agreed to reissue it. It will be included in Amendment No. 1."
    )
    assert answer.stance is Move.COMPLY_NOW
    assert "future filings" not in answer.text
    assert "substantially as follows" not in answer.text


def test_notes_that_name_the_amendment_settle_that_it_is_amended() -> None:
    comment = "Please disclose the missing report of the auditor."
    answer = answered(
        comment, "## 1\nThe report will be included in Amendment No. 1, with the complete Item 8."
    )
    assert answer.stance is Move.COMPLY_NOW
    assert "content of the amendment" not in answer.text


def test_an_amendment_of_an_agreement_amends_no_report() -> None:
    comment = "Please disclose the interest on the loan in future filings."
    answer = answered(comment, "## 1\nThe interest was set in Amendment No. 2 to the loan agreement.")
    assert answer.stance is Move.COMPLY_FUTURE


def test_the_amendment_is_announced_once() -> None:
    text = answered(MISSING, "## 1\nThe reserve was reviewed in May 2026.").text
    assert text.count("will file Amendment No. 1") == 1


def test_it_stands_for_what_the_comment_finds_missing() -> None:
    text = answered(MISSING, "").text
    assert "The amendment will include it." not in text
    assert "The amendment will include management's report on the kiln reserve." in text


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        (
            "Your report does not identify the method by which kilns were counted. Please amend your Form 10-K to "
            "include this statement.",
            "The amendment will identify [●: the method by which kilns were counted]. It will consist of a cover page",
        ),
        (
            "You report that the kiln count is wrong, but not when that was found or whether the board was told. "
            "Please amend the Form 8-K to give this information.",
            "The amendment will state [●: when that was found and whether the board was told].",
        ),
        (
            "You did not say whether the former engineer's report was qualified. Please amend your Form 8-K to state "
            "whether it was and file a letter from the engineer as Exhibit 16.",
            "The amendment will state [●: whether the former engineer's report was qualified].\n\nThe Company will "
            "file a letter "
            "from the engineer as Exhibit 16 to an amendment on Form 8-K/A.",
        ),
        (
            "Please amend your Form 10-Q to restate the kiln table and to label it as restated.",
            "The amendment will restate the kiln table and label the kiln table as restated.",
        ),
        (
            "Your Item 9A omits the kiln report. Please amend your filing.",
            "The amendment will include the kiln report. It will consist of a cover page, an explanatory note, the "
            "complete text of Item 9A, a signature page and new certifications.",
        ),
        (
            "Your certifications omit a word. Please file an amendment with corrected certifications.",
            "[●: the complete report, or a cover page, an explanatory note and a signature page], with the cert",
        ),
        (
            "You state in Item 10 that you have adopted a kiln policy, but the policy is not filed. Please amend your "
            "filing to include it.",
            "The amendment will include the Company's kiln policy.",
        ),
        (
            "Please amend your Form 10-Q to state, without exception, whether the kilns were safe.",
            "The amendment will state [●: whether the kilns were safe, without exception]. It will consist of ",
        ),
        (
            "Please amend your Form 8-K to state, if true, that the kilns are insured.",
            "The amendment will state that the kilns are insured.",
        ),
        (
            "You do not give management's conclusion on the kiln reserve as of June 30, 2025. Please amend your filing "
            "to provide it.",
            "The amendment will state [●: management's conclusion on the kiln reserve as of June 30, 2025]. It will "
            "consist of ",
        ),
        (
            "Management's report does not say which framework was applied. Please amend your filing to identify the "
            "framework and to state management's conclusion. Refer to Items 308(a)(2) and 308(a)(3) of Regulation S-K.",
            "The amendment will identify [●: the framework, with its edition, that management used to evaluate the "
            "effectiveness "
            "of its internal control over financial reporting] and state [●: management's conclusion as to whether its "
            "internal control over financial reporting was effective at December 31, 2025, with any material weakness]"
            ", consistent with Items 308(a)(2) and 308(a)(3) of Regulation S-K.",
        ),
        (
            "Please amend your Form 10-K to include the statement called for by Item 308(a)(1) of Regulation S-K.",
            "The amendment will include a statement of management's responsibility for establishing",
        ),
    ],
)
def test_an_amendment_is_promised_with_what_the_staff_finds_missing(comment: str, says: str) -> None:
    text = answered(comment).text
    assert says in text
    assert ("certifications" in text) is ("8-K" not in comment)


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        (
            "You say that you have adopted a kiln safety code, but it is not filed. Please file it with an amendment, "
            "or tell us where it is. Refer to Item 16J(b) of Form 20-F and paragraph 11(b) of the Instructions as to "
            "Exhibits.",
            "The amendment will include the kiln safety code as Exhibit 11, consistent with Item 16J(b) of Form 20-F "
            "and "
            "paragraph 11(b) of the Instructions as to Exhibits. It will consist of a cover page, an explanatory "
            "note, the exhibit index, the exhibit, ",
        ),
        (
            "You have adopted recovery policies and procedures, which the exhibit index does not list. Please amend "
            "your filing to include them as an exhibit. Refer to Item 601(b)(97) of Regulation S-K.",
            "The amendment will include the recovery policies and procedures as Exhibit 97, consistent with ",
        ),
        (
            "You refer to a list of subsidiaries that was not filed with your Form 10-K. Please file it. Refer to Item "
            "601(b)(21) of Regulation S-K.",
            "will file Amendment No. 1 on Form 10-K/A to its Form 10-K for the fiscal year ended December 31, 2025",
        ),
        (
            "You refer to a kiln lease that was not filed. Please file it. Refer to Item 601(b)(10) of Regulation S-K.",
            "will file the kiln lease as Exhibit [●: exhibit number] to its Form 10-Q",
        ),
    ],
)
def test_an_exhibit_of_the_annual_report_comes_with_its_amendment(comment: str, says: str) -> None:
    assert says in answered(comment).text


def test_no_exhibit_of_an_annual_report_goes_with_a_proxy_statement() -> None:
    comment = "The kiln trading policies were not filed. Please file them. Refer to Item 601(b)(19) of Regulation S-K."
    text = answered(comment, "", PROXY).text
    assert "on Form 10-K/A to its Form 10-K on or about" in text
    assert "The amendment will include the kiln trading policies as Exhibit 19" in text


def test_a_note_on_what_the_amendment_contains_fills_its_blank() -> None:
    notes = (
        "## 1\n- The reserve was reviewed in May 2026.\n"
        "- Amendment No. 1 on Form 10-K/A will contain Item 9A, Exhibit 31.1 and new certifications. "
        "To be confirmed: filing on July 31, 2026."
    )
    text = answered(MISSING, notes).text
    assert "The amendment will consist of Item 9A, Exhibit 31.1 and new certifications." in text
    assert "[●: filing date of the amendment; proposed: July 31, 2026, to be confirmed]" in text
    assert text.count("July 31, 2026") == 1
    assert "content of the amendment" not in text


@pytest.mark.parametrize(
    ("form", "note", "number"),
    [
        ("10-K/A", "Client will tick the box in an Amendment No. 2.", "Amendment No. 2 on"),
        ("10-K/A (Amendment No. 2)", "Client will tick the box in the amendment.", "Amendment No. 3 on"),
        ("10-K/A", "The kiln report was late.", "Amendment No. [●: amendment number] on"),
        ("10-K", "The kiln report was late.", "Amendment No. 1 on"),
    ],
)
def test_an_amendment_after_one_under_review_has_the_next_number(form: str, note: str, number: str) -> None:
    matter = replace(PERIODIC, filings=(replace(PERIODIC.filings[0], form=form),))
    comment = "Please tell us why the box is blank, and amend your Form 10-K to provide the kiln report."
    text = answered(comment, f"## 1\n- A clerk left it blank.\n- {note}", matter).text
    assert f"will file {number} Form 10-K/A" in text
    assert text.count("Amendment No.") == 1
