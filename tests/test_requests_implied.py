"""What the staff ask for without a directive, behind unusual connectives, and with two verbs of one object."""

from __future__ import annotations

import pytest

from drafter.requests import requests
from drafter.requests.implied import perhaps_asking

ASKED = (
    (
        "Last, tell us how the move affected margins and describe for us any items that offset it.",
        ["how the move affected margins", "any items that offset it"],
    ),
    (
        "For clarity, state whether the rate is pre-tax.",
        ["whether the rate is pre-tax"],
    ),
    (
        "In addition, within the chart or a separate chart include information about the two trusts.",
        ["information about the two trusts"],
    ),
    (
        "Please tell us, and in future filings please disclose, the capacity of each plant.",
        ["the capacity of each plant", "the capacity of each plant"],
    ),
    (
        "If the decline was due to one customer, then that fact should be clearly disclosed in MD&A.",
        ["that fact in MD&A"],
    ),
    (
        "Tell us how you accounted for the exchange. Please refer to the applicable guidance you relied on.",
        ["how you accounted for the exchange", "the applicable guidance relied on"],
    ),
    (
        "It is unclear why you believe the measure is meaningful. Please tell us how it compares with revenue.",
        ["why you believe the measure is meaningful", "how it compares with revenue"],
    ),
    (
        "Please expand the discussion of rates. For example, it is not clear why the rate in Norway rose.",
        ["the discussion of rates", "why the rate in Norway rose"],
    ),
    (
        "Please expand the discussion. We believe that the number of sellers would be meaningful disclosure.",
        ["the discussion", "the number of sellers"],
    ),
    (
        "Please note that information responsive to our request would include sales by licensees.",
        ["sales by licensees"],
    ),
    (
        "Describe your other sources of funds. If there are none, so state.",
        ["your other sources of funds", "that there are none"],
    ),
    (
        "Delete and/or substantiate the claim that the pump is the safest.",
        ["the claim that the pump is the safest"],
    ),
    (
        "It appears that the lease with your founder is a material contract and should be filed as an exhibit.",
        ["the lease with your founder as an exhibit"],
    ),
    ("Each reconciling item should be shown before tax.", ["each reconciling item before tax"]),
    (
        "Please note the requirement to file the opinion on the kilns before effectiveness.",
        ["the opinion on the kilns before effectiveness"],
    ),
    (
        "Please explain to us: (1) how the two agree and (2) why the amount changed.",
        ["(1) how the two agree and (2) why the amount changed"],
    ),
)
RAISED = "response to the observation that"
ADDED = (
    (
        "Please have counsel revise. In addition, the opinion speaks of 50 units but the table covers 60 units.",
        f"{RAISED} the opinion speaks of 50 units but the table covers 60 units",
    ),
    (
        "Please quantify each. For instance, you said that clay was dearer, which, if so, is a known trend that "
        "Item 303 requires you to address.",
        f"{RAISED} you said that clay was dearer, which, if so, is a known trend that Item 303 requires you to "
        "address",
    ),
    (
        "We have these comments:\n• Tell us who pays.\n• You give a forecast but no reconciliation. See Item 10(e).",
        f"{RAISED} you give a forecast but no reconciliation",
    ),
)
UNSURE: tuple[tuple[str, list[str]], ...] = (
    ("Please tell us who pays. We also note your kiln in Norway.", ["We also note your kiln in Norway."]),
    ("Please tell us who pays. See also comment 2 as to fees.", ["See also comment 2 as to fees."]),
    ("Please tell us who pays. The page on fees does not say.", ["The page on fees does not say."]),
    (
        "Please tell us who pays. In this regard, we note your letter dated May 3, 2024. Refer to Item 303.",
        [],
    ),
    ("Please tell us who pays. The kiln is old. We may have further comments but none now.", []),
    ("The page on fees does not say. Please tell us who pays.", []),
)
NOT_ASKED = (
    ("The lease is a material contract and should be filed. Please file it with your next amendment.", 1),
    ("We believe the losses should be disaggregated by line. Please disclose the losses by line.", 1),
    ("It is not clear how you arrived at the figure. Please show us your calculation.", 1),
    ("It is unclear what the comparable measure is. Please provide a reconciliation of the measure.", 1),
    ("The instruction states that income should be disclosed by place. Tell us the place of yours.", 1),
    ("In order to provide an accurate comparison, periods are alike. Revise the table.", 1),
)


@pytest.mark.parametrize(("comment", "things"), ASKED, ids=lambda v: v[:45] if isinstance(v, str) else "")
def test_each_thing_that_is_asked_for_is_the_object_of_a_request(comment: str, things: list[str]) -> None:
    assert [r.object for r in requests(comment)] == things


@pytest.mark.parametrize(("comment", "count"), NOT_ASKED, ids=lambda v: v[:45] if isinstance(v, str) else "")
def test_a_doubt_that_the_directive_takes_up_is_no_request(comment: str, count: int) -> None:
    assert len(requests(comment)) == count


def test_a_doubt_behind_for_example_is_answered_where_the_request_before_it_is() -> None:
    first, second = requests("Please expand the discussion. For example, it is unclear why rents rose.")
    assert (first.deliverable, second.deliverable) == ("revised_disclosure", "revised_disclosure")


def test_what_the_staff_notes_at_the_head_of_a_point_is_no_request() -> None:
    comment = "Please address:\n• You present margin as a measure. Tell us why.\n• Your basis for the rate."
    assert [r.text for r in requests(comment)] == ["Tell us why.", "Your basis for the rate."]


@pytest.mark.parametrize(
    "comment",
    [
        "Disclose why profit fell. The disclosure should enable readers to assess the margin.",
        "Disclose why profit fell. Your wording meets the three objectives of MD&A:\n• to inform; and\n• to explain.",
    ],
)
def test_what_disclosure_is_for_is_no_request(comment: str) -> None:
    assert [r.object for r in requests(comment)] == ["why profit fell"]


@pytest.mark.parametrize(("comment", "thing"), ADDED)
def test_an_observation_added_to_what_is_asked_is_asked_about(comment: str, thing: str) -> None:
    last = requests(comment)[-1]
    assert (last.object, last.conditional, last.action) == (thing, None, "tell_us")


@pytest.mark.parametrize(("comment", "said"), UNSURE)
def test_a_sentence_that_may_ask_for_something_is_named_and_not_answered(
    comment: str, said: list[str]
) -> None:
    assert list(perhaps_asking(comment)) == said
    assert len(requests(comment)) == 1
