"""What the notes deny or leave open is not asserted, promised or reported as done."""

from __future__ import annotations

import pytest

from drafter.drafting.pending import undecided
from tests.test_drafted_branches import FILED_S1, PERIODIC, answered

INTEREST = (
    "Please tell us whether any director has an indirect interest in the Rowan contract. If so, please provide the "
    "disclosure required by Item 404(a) of Regulation S-K in future filings."
)
DEPOSITS = (
    "Please tell us the amount of deposits from related parties at year end. If material, disclose the amount in "
    "future filings."
)
TARGETS = (
    "Please tell us the performance targets for the 2025 bonus. If you believe that disclosure would result in "
    "competitive harm, please give us your analysis."
)


@pytest.mark.parametrize(
    ("comment", "notes", "has", "without"),
    [
        (
            INTEREST,
            "- Contract with Rowan: $860,000 in 2025.\n- Whether Ms. Teal has one is still with outside counsel.",
            ("[If so: The Company will provide",),
            ("\n\nThe Company will provide",),
        ),
        (
            DEPOSITS,
            "- $12.6 million.\n- Whether that is material: controller is looking at it, let you know.",
            ("deposits from related parties at year end was $12.6 million", "[●: is or is not] material"),
            ("\n\nThe Company will disclose",),
        ),
        (
            TARGETS,
            "- Revenue target was $40.0 million. Client will not disclose the visit target. It shows "
            "where clinics open next.",
            ("It shows where clinics open next",),
            ("nothing to report", "does not believe that disclosure"),
        ),
    ],
)
def test_a_condition_that_the_notes_leave_open_stays_open_and_a_refusal_denies_none(
    comment: str, notes: str, has: tuple[str, ...], without: tuple[str, ...]
) -> None:
    text = answered(comment, f"## 1\n{notes}", PERIODIC).text
    assert all(words in text for words in has), text
    assert not any(words in text for words in without), text


def test_what_hangs_on_a_thing_that_nothing_was_done_of_is_not_reported_as_done() -> None:
    text = answered(
        "Tell us the source of the survey. If the survey was commissioned by you, file the consent of its author.",
        "## 1\n- Source is the 2024 Dairy Institute survey, free to all.\n- Nothing commissioned.",
        FILED_S1,
    ).text
    assert "As nothing was commissioned, the Company has not filed the consent of its author." in text
    assert "has filed" not in text


@pytest.mark.parametrize(
    ("said", "before", "thing"),
    [
        (
            "Whether he is independent: the board takes it up in May.",
            "",
            "whether he is independent (the board)",
        ),
        ("Whether the lease renews is not yet decided.", "", "whether the lease renews"),
        (
            "Whether it is renewed is still with outside counsel.",
            "",
            "whether it is renewed (outside counsel)",
        ),
        ("Open until then.", "whether it renews", "whether it renews"),
        ("Going concern memo same.", "whether it renews", "going concern memo"),
        ("Whether the swap qualifies: yes, since 2023.", "", ""),
        ("Whether any are affiliates: not one.", "", ""),
        ("Whether or not it renews, the fee is due.", "", ""),
        ("The rate is the same.", "whether it renews", ""),
    ],
)
def test_a_question_that_somebody_is_to_decide_is_open(said: str, before: str, thing: str) -> None:
    assert undecided(said, before) == thing
