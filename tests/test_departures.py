"""Where an answer departs from what the company told the staff before: both texts, and a bridge to consider."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain import Draft, Filing, Kind, Letter, Line, Matter, MatterFile, Pair, Precedent, Side
from drafter.drafting import Case, draft
from drafter.matters import read_facts
from tests.conftest import a_comment, a_pair

MATTER = MatterFile(company="Quillfeather Ltd.", next_interim=Filing("10-Q", date(2026, 6, 30)))
ASKED = "Please tell us whether management uses churn to manage the business and, if so, disclose it in future filings."
PROMISED = "Please disclose churn, and how management uses it in the business, in future filings."
BEFORE = "We note analysts ask for your churn. Please tell us whether management uses churn to manage the business."
DENIED = "The Company advises the Staff that management does not use churn to manage the business. It varies by season."


def earlier(response: str, comment: str = BEFORE) -> Pair:
    return replace(a_pair(comment, response), sent=date(2022, 3, 4))


def made(comment: str, notes: str, own: Pair, person: str = "company") -> Draft:
    letter = Letter(*("s", Side.STAFF, Kind.COMMENTS, Matter("Quillfeather Ltd.")), date(2026, 4, 1),
                    lines=(Line(comment),))  # fmt: skip
    case = Case(letter, (a_comment(comment),), replace(MATTER, person=person), read_facts(f"## 1\n{notes}"))
    return draft(case, own=lambda _: (Precedent(own, 0.9),))


def told(comment: str, notes: str, own: Pair, person: str = "company") -> list[str]:
    findings = made(comment, notes, own, person).findings
    return [f.message for f in findings if f.check == "draft.own_position"]


def test_an_answer_that_denies_what_was_said_shows_both_texts_and_a_bridge() -> None:
    (message,) = told(
        ASKED, "- Management has used churn to manage the business since January 2025.", earlier(DENIED)
    )
    assert message == (
        "The company's letter dated March 4, 2022, comment 1, bears on this: “The Company advises the Staff that "
        "management does not use churn to manage the business.” The answer departs from it: “The Company "
        "respectfully advises the Staff that management has used churn to manage the business since January 2025.” A "
        "bridging sentence to consider: “In its letter dated March 4, 2022, the Company told the Staff: ‘management "
        "does not use churn to manage the business.’ That described its position as of that date. [●: what has "
        "changed since, and when].”"
    )


def test_a_promise_after_a_push_back_is_a_departure_too() -> None:
    (message,) = told(PROMISED, "", earlier(DENIED))
    assert "The answer departs from it: “The Company acknowledges" in message
    assert "in future filings, beginning with its Form 10-Q" in message


def test_the_bridge_speaks_in_the_letters_person() -> None:
    (message,) = told(PROMISED, "", earlier(DENIED), person="we")
    assert "In our letter dated March 4, 2022, we told the Staff: ‘management does not use churn" in message


def test_a_departure_that_the_answer_bridges_itself_shows_its_bridge() -> None:
    comment = f"In your letter dated March 4, 2022 you said that management does not use churn. {PROMISED}"
    (message,) = told(comment, "- The statement made in 2022 was accurate when made.", earlier(DENIED))
    assert (
        "the Staff that management did not use churn to manage the business. The statement made in 2022 was accurate "
        "when made.”"
    ) in message


@pytest.mark.parametrize(
    ("notes", "response"),
    [
        ("- Management does not use churn to manage the business.", DENIED),  # the same still
        ("", "The Company will disclose churn beginning with its Form 10-K for 2022."),  # a promise then
    ],
)
def test_a_position_that_is_kept_is_shown_without_a_bridge(notes: str, response: str) -> None:
    (message,) = told(ASKED, notes, earlier(response))
    assert "bears on this" in message
    assert "departs" not in message


@pytest.mark.parametrize(
    ("comment", "bears"),
    [
        ("We note your goodwill. Please disclose the assumptions of your impairment test of goodwill.", 0),
        (ASKED, 1),
        ("On your call you spoke of churn and of how management uses it. Please disclose churn.", 1),
    ],
)
def test_an_earlier_answer_bears_on_a_comment_of_the_same_subject_alone(comment: str, bears: int) -> None:
    assert len(told(comment, "", earlier(DENIED))) == bears
