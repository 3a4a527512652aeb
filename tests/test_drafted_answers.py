"""Bare answers of counsel's notes as sentences of the draft."""

from __future__ import annotations

import pytest

from drafter.drafting import Case, draft
from drafter.matters import read_facts
from tests.conftest import a_comment
from tests.test_drafted_branches import PERIODIC, a_letter, answered


def drafted(comment: str, *notes: str) -> str:
    facts = read_facts("## Comment 1\n" + "".join(f"- {n}\n" for n in notes))
    answer = draft(Case(a_letter(comment), (a_comment(comment),), PERIODIC, facts)).answers[0]
    return " ".join(p.text for p in answer.passages)


@pytest.mark.parametrize(
    ("comment", "note", "sentence"),
    [
        ("Tell us how the ore price was set.", "Set in May 2024.", "The ore price was set in May 2024."),
        (
            "Please tell us how you allocate shared yard costs.",
            "By floor space.",
            "The Company allocates shared yard costs by floor space.",
        ),
        (
            "Tell us why the kiln schedule was left out of the filing.",
            "Oversight.",
            "The kiln schedule was left out of the filing for the following reason: oversight.",
        ),
        (
            "Please tell us whether the use of the lodge is a perquisite.",
            "It is not.",
            "The use of the lodge is not a perquisite.",
        ),
    ],
)
def test_a_bare_answer_is_drafted_as_a_sentence_on_what_was_asked(
    comment: str, note: str, sentence: str
) -> None:
    said = drafted(comment, note)
    inside = (
        sentence.replace("The Company", "it")
        if sentence.startswith("The C")
        else f"{sentence[:1].lower()}{sentence[1:]}"
    )
    assert sentence in said or f"that {inside}" in said


def test_a_second_bare_answer_has_no_second_opening() -> None:
    said = drafted("Please tell us the reasons for the decline.", "Mostly price.", "Two lost orders.")
    assert said.lower().count("are as follows") == 1


def test_facts_asked_to_be_held_against_a_provision_end_in_a_blank_for_why_they_meet_it() -> None:
    asked = "Please tell us how the exclusion of the quarry is consistent with Question 3 of the staff's FAQ."
    open_ = "[●: why, on these facts, the exclusion of the quarry is consistent with Question 3"
    notes = "## 1\nThe quarry was bought on May 3, 2025. The Company will name it next time."
    text = answered(asked, notes).text
    assert text.index("May 3, 2025") < text.index(open_) < text.index("will name")
    assert open_ not in answered(asked, "## 1\nThe auditor concluded that the quarry may be left out.").text
