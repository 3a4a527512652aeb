"""That a numbered list of the notes stays one list: read whole, put behind its lead, placed under one request."""

from __future__ import annotations

import pytest

from drafter.drafting.notes.series import series_in
from drafter.matters import read_facts
from tests.test_drafted_branches import answered, drafted

WHY = (
    "Please tell us whether you performed an interim kiln test and, if not, explain why you concluded that none was "
    "needed. Refer to ASC 350-20-35-30."
)
NUMBERED = """## 1
No interim test done. Reasons:
1) kiln income was 12% above budget
2) the last annual test (October 1, 2024) showed headroom of 38%
3) the share price fell 9% in the quarter and recovered by October 20, and the market value stayed above book equity
Annual test as of October 1, 2025 is in progress.
"""


def texts(notes: str) -> list[str]:
    return [f.text for f in read_facts(notes)]


def test_numbered_items_are_one_note_with_the_lead_before_them() -> None:
    reasons, after = texts(NUMBERED)
    assert reasons.startswith(
        "No interim test done. Reasons: (1) kiln income was 12% above budget; (2) the last"
    )
    assert reasons.endswith("above book equity.")
    assert after == "Annual test as of October 1, 2025 is in progress."


@pytest.mark.parametrize(
    ("notes", "count"),
    [
        ("## 1\nReasons:\n(a) kilns are new\n(b) kilns are cheap", 1),
        ("## 1\nWhy we did it:\ni) kilns are new\nii) kilns are cheap", 1),
        ("## 1\nFactors we looked at:\n- kilns are new\n- kilns are cheap", 1),
        ("## 1\n- Reasons:\n  - kilns are new\n  - kilns are cheap\n- The board met in May.", 2),
        ("## 1\nFrom the call:\n- Kilns are new.\n- Kilns are cheap.", 3),
        ("## 1\n- Kilns are new.\n- Kilns are cheap.", 2),
        ("## 1\n1. Kilns are new.\n2. Kilns are cheap.", 2),
        ("## 1\nReasons:\n1) kilns are new\n3) kilns are cheap", 3),
        ("## 1\nReasons:\n1) kilns are new\n2) Privileged: kilns are cheap", 3),
    ],
)
def test_only_a_list_under_its_lead_is_one_note(notes: str, count: int) -> None:
    assert len(texts(notes)) == count


def test_an_item_does_not_take_the_line_after_the_list() -> None:
    notes = "## 1\n- Kilns ran at 80% of capacity\nThe board met in May.\n- Kilns are new, as the wrapped line\n  says."
    assert texts(notes) == [
        "Kilns ran at 80% of capacity",
        "The board met in May.",
        "Kilns are new, as the wrapped line says.",
    ]


@pytest.mark.parametrize(
    ("text", "items", "after"),
    [
        ("Reasons: (1) kilns are new; (2) kilns are cheap.", ("kilns are new", "kilns are cheap"), ""),
        (
            "The reasons were: 1. kilns are new. 2. kilns are cheap. The board met in May.",
            ("kilns are new", "kilns are cheap"),
            "The board met in May.",
        ),
        (
            "We moved because (i) kilns are new and (ii) kilns are cheap.",
            ("kilns are new", "kilns are cheap"),
            "",
        ),
        (
            "This was done for the following reasons: a) kilns are new, b) kilns are cheap.",
            ("kilns are new", "kilns are cheap"),
            "",
        ),
    ],
)
def test_a_list_in_running_text_is_found(text: str, items: tuple[str, ...], after: str) -> None:
    found = series_in(text)
    assert found
    assert (found.items, found.after) == (items, after)


@pytest.mark.parametrize(
    "text",
    [
        "Paragraphs (a) and (b) of Rule 12b-20 were considered.",
        "The kiln was sold (Note 2) and the mill (Note 1).",
        "Item 601(b)(10) applies.",
        "There are 2 kilns. 1 is new.",
        "Reasons: (1) kilns are new.",
    ],
)
def test_other_numbers_make_no_list(text: str) -> None:
    assert series_in(text) is None


def test_the_reasons_stand_together_in_their_order_and_answer_the_question_why() -> None:
    answer = answered(WHY, NUMBERED)
    first, second, third = (answer.text.index(f"({n}) ") for n in (1, 2, 3))
    assert first < answer.text.index("12%") < second < answer.text.index("38%") < third
    assert "The reasons are as follows: (1) kiln income" in answer.text
    assert not any("why" in b or "macroeconomic" in b for b in answer.blanks)
    assert answer.unanswered_requests == ()


def test_an_item_that_must_stay_out_leaves_the_list() -> None:
    notes = "Reasons: (1) kilns are new; (2) between us, the client is worried about Tolland; (3) kilns are cheap."
    made = drafted(WHY, f"## 1\n{notes}")
    assert "(1) kilns are new; and (2) kilns are cheap" in made.answers[0].text
    assert any("Tolland" in f.message for f in made.findings)


def test_what_segments_have_in_common_is_parted_among_the_criteria() -> None:
    comment = (
        "You aggregate the Kiln and Mould operating segments. Please provide us with your analysis of each criterion "
        "in paragraph 12 of IFRS 8."
    )
    common = "- Same customers (brickyards), sold by the same agents."
    notes = f"## 1\n{common}\n- No industry regulation specific to either."
    text = "\n".join(p.text for p in answered(comment, notes).passages)
    assert "Type or class of customer. The segments have the same customers (brickyards)." in text
    assert "Methods of distribution. Their products are sold by the same agents." in text
    assert "Nature of the regulatory environment. There is no industry regulation specific to either." in text
    assert "Nature of the production processes. [●: how and where each segment makes its products" in text
    assert "paragraph 12 of IFRS 8, and who reached it" in text
