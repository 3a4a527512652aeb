"""That the branch the notes choose is the one that is written, and that a promise is made once."""

from __future__ import annotations

import pytest

from drafter.domain import MatterFile
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered

CLAIMS = "Please disclose an estimate of the loss on the kiln claims, or state that such an estimate cannot be made."
QUARTER = "the Form 10-Q for the quarter ending June 30, 2026"


@pytest.mark.parametrize(
    ("comment", "notes", "says", "never"),
    [
        (
            "Please quantify each factor in future filings.",
            f"- Clay cost 80 basis points.\n- We give the split from {QUARTER}.",
            "will quantify each factor in future filings, beginning with its Form 10-Q",
            "the split",
        ),
        (
            CLAIMS,
            f"- Two claims are pending. No estimate can be made and {QUARTER} will say so.",
            "state that an estimate of the loss on the kiln claims cannot be made",
            "say so",
        ),
        (
            "Please revise future filings to disclose an estimate of the loss on the kilns, or a statement that such "
            "an estimate cannot be made.",
            f"- No estimate can be made yet.\n- Will say so in {QUARTER}.",
            "state that an estimate of the loss on the kilns cannot be made",
            "say so",
        ),
        (
            "Please tell us whether you insure the kilns.",
            f"- The kilns are not insured, and we will say so in {QUARTER}.",
            "will state that the kilns are not insured, beginning with its Form 10-Q",
            "say so",
        ),
        (
            "Please disclose the kilns by region in future filings.",
            f"- Client stops counting leased kilns from {QUARTER}.",
            "will stop counting leased kilns, beginning with its Form 10-Q",
            "stops",
        ),
    ],
)
def test_a_promise_is_made_once_and_as_a_promise(comment: str, notes: str, says: str, never: str) -> None:
    said = answered(comment, f"## 1\n{notes}").text
    assert says in said
    assert never not in said


WHY = "Please tell us why glaze costs are not normal operating expenses, or remove the adjustment."
SYNERGIES = "Adjustment (c) lowers rent. Please tell us how it meets Rule 11-02(a)(7) of Regulation S-X, or remove it."
RELEASE = "the release for the quarter ending June 30, 2026"


@pytest.mark.parametrize(
    ("comment", "notes", "matter", "says", "never"),
    [
        (
            WHY,
            f"- Glaze adjustment is given up, from {RELEASE}; prior periods recast.",
            PERIODIC,
            "will remove the glaze adjustment, beginning with its release for the quarter ending June 30, 2026, and "
            "will recast prior periods",
            "given up",
        ),
        (
            WHY.replace("the adjustment", "Glazed Revenue from future releases"),
            f"- Glazed Revenue goes, from {RELEASE}, prior periods included.\n- The reconciliation stands since 2022.",
            PERIODIC,
            "prior periods included",
            "goes",
        ),
        (
            SYNERGIES,
            "- Adjustment (c) is out; rent savings stay in the Outlook section only.",
            FILED_S1,
            "has removed adjustment (c) on page [●: page number]",
            "11-02",
        ),
        (
            f"{SYNERGIES} Please also disclose how you fire the kilns, and quantify the kilns by region.",
            "- Adjustment (c) is taken out of the pro forma statement, and not moved to the notes.\n- By gas.",
            FILED_S1,
            "has removed adjustment (c) from the pro forma statement on page [●: page number] of Amendment No. "
            "[●: amendment number], and has not moved it to the notes",
            "• to remove",
        ),
    ],
)
def test_what_the_notes_take_out_is_taken_out_in_one_sentence(
    comment: str, notes: str, matter: MatterFile, says: str, never: str
) -> None:
    said = answered(comment, f"## 1\n{notes}", matter).text
    assert says in said
    assert never not in said


def test_of_two_adjustments_the_one_that_goes_is_promised_before_the_other_is_supported() -> None:
    comment = (
        "Tell us why glaze costs and kiln fees are not normal operating expenses, or remove the adjustments."
    )
    said = answered(
        comment, f"## 1\n- Glaze adjustment is dropped, from {RELEASE}.\n- Kiln fees stay in."
    ).text
    assert said.startswith("The Company will remove the glaze adjustment, beginning with its release")
    assert "future earnings releases" not in said
