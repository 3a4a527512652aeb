"""Lists in the running line, what hangs on the head of a sentence, and what the staff name for an analysis."""

from __future__ import annotations

import pytest

from drafter.drafting import Case, draft
from drafter.drafting.language.clauses import numbered
from tests.conftest import a_comment
from tests.test_drafting import MATTER, a_letter


def passages(text: str) -> list[str]:
    comment = a_comment(text)
    answer = draft(Case(a_letter(comment), (comment,), MATTER), lambda _: ()).answers[0]
    return [p.text for p in answer.passages]


@pytest.mark.parametrize(
    ("thing", "points"),
    [
        ("(i) how it is made and (ii) when it is sold", ("how it is made", "when it is sold")),
        ("(1) the rate, (2) the term, and (3) the price", ("the rate", "the term", "the price")),
        ("the fees for (a) audits and (b) advice", ("the fees for audits", "the fees for advice")),
        ("each of the following: (a) the put and (b) the call", ("the put", "the call")),
        ("Item 10(e)(1)(i) of the rule", ("Item 10(e)(1)(i) of the rule",)),
        ("the note (ii) and (iii)", ("the note (ii) and (iii)",)),
    ],
)
def test_a_list_in_the_running_line_is_taken_apart(thing: str, points: tuple[str, ...]) -> None:
    assert numbered(thing) == points


def test_each_point_of_a_running_list_has_an_answer_of_its_own() -> None:
    said = " ".join(passages("Please tell us (i) who approved the reserve and (ii) when it will be paid."))
    assert "[●: who approved the reserve" in said
    assert said.count("[●") == 2


def test_its_is_what_the_sentence_begins_with() -> None:
    said = passages("With respect to the price used, please explain its source.")
    assert "source of the price" in said[0]


def test_if_there_are_none_is_a_branch_of_the_promise() -> None:
    said = passages("Describe any other sources of funds. If there are none, so state.")
    assert "or state that there are none" in said[0]
    assert "state that" not in said[-1]


def test_both_verbs_of_and_or_are_kept() -> None:
    assert (
        "delete or substantiate the claim"
        in passages("Delete and/or substantiate the claim that it is safe.")[0]
    )


def test_a_fact_that_the_staff_name_stands_in_the_blank_it_bears_on() -> None:
    said = passages(
        "Please tell us how you considered the decline in earnings of the Fenwick unit in determining that no interim "
        "impairment test was required. Refer to ASC 350-20-35-3C."
    )
    placed = next(p for p in said if "decline in earnings of the Fenwick unit" in p)
    assert placed.startswith("Overall financial performance.")


def test_a_question_before_the_analysis_is_answered_before_it() -> None:
    said = passages(
        "Please tell us the terms of your reseller agreements. Provide us with your analysis of whether you are the "
        "principal under ASC 606-10-55-36 through 40. Tell us when installation revenue is recognized."
    )
    assert "reseller agreements" in said[0]
    assert "conclusion" in said[-2]
    assert said[-1].startswith("Installation revenue is recognized [●: when")
