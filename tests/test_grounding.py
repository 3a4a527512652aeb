"""The fact firewall: a writer that lies on purpose, and what is left of its lies."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.domain import Comment, Filing, Kind, Letter, Line, Matter, MatterFile, Passage, Precedent, Side
from drafter.drafting import Case, Plan, Scene, draft
from drafter.drafting.checks.grounding import Admitted, judge, unheld
from drafter.drafting.language.scene import analyses
from drafter.matters import read_facts
from tests.conftest import a_comment, a_pair

COMMENT = (
    "On page 41 you show churn of 4% at “Northgate” stores. Please tell us why. Refer to ASC 280-10-50-41."
)
NOTES = (
    "## 1\n- Churn fell by $3.2 million because two depots closed on May "
    "1, 2025.\n- Privileged: Ambrose Mills may sue for $9.9 million."
)
RIVAL = a_pair(
    "Please tell us why churn fell.",
    "Harrowgate closed its Brindle depot at the Lane in 2019, which reduced "
    "churn by 2.41% across all of our remaining depots.",
)
MATTER = MatterFile(company="Quillfeather Ltd.", next_interim=Filing("10-Q", date(2026, 6, 30)))


class Liar:
    """A writer that says what it is told to say."""

    name = "liar"
    digest = "0"
    at_once = 1

    def __init__(self, text: str) -> None:
        self.text = text

    def write(self, plan: Plan, scene: Scene, firewall: Admitted) -> tuple[Passage, ...]:
        return (Passage(self.text, ("comment",), (0,)),)


def what_is_left(said: str) -> tuple[str, list[str]]:
    comment: Comment = a_comment(COMMENT)
    letter = Letter(
        "s", Side.STAFF, Kind.COMMENTS, Matter("Quillfeather Ltd."), date(2026, 4, 1), lines=(Line(COMMENT),)
    )
    case = Case(letter, (comment,), MATTER, read_facts(NOTES))
    made = draft(case, find=lambda _: (Precedent(RIVAL, 0.9),), writer=Liar(said))
    return made.answers[0].text, [f.check for f in made.findings if f.check.startswith("grounding")]


@pytest.mark.parametrize(
    "honest",
    [
        "The Company advises the Staff that churn fell by $3.2 "
        "million because two depots closed on May 1, 2025.",
        "Churn on page 41 was 4 percent at “Northgate” stores.",
        "The Company considered ASC 280-10-50-41.",
        "The Company will disclose this beginning with its Form 10-Q for the quarter ending June 30, 2026.",
        "[●: churn of each depot (Controller)].",
        "The Company has no lane of its own, and no other depot.",
        "Pursuant to Rule 12b-4 under the Securities Exchange "
        "Act of 1934, the Company requests their return.",
    ],
)
def test_what_an_admitted_source_holds_may_stand(honest: str) -> None:
    assert what_is_left(honest) == (honest, [])


@pytest.mark.parametrize(
    ("lie", "check", "gone"),
    [
        ("Churn fell by $7.7 million.", "grounding.figure", "7.7"),
        ("Churn was 41 percent.", "grounding.figure", "41 percent"),
        ("Churn fell by $3.2 billion.", "grounding.figure", "3.2 billion"),
        ("Two depots closed on May 2, 2025.", "grounding.date", "May 2"),
        ("The Company considered ASC 280-10-50-99.", "grounding.figure", "280-10-50-99"),
        ("Churn fell by 2.41%.", "grounding.figure", "2.41"),
        ("As at Harrowgate, churn fell.", "grounding.foreign_name", "Harrowgate"),
        ("Churn fell because the Brindle depot closed.", "grounding.foreign_name", "Brindle"),
        ("Churn fell because Marlow Freight left.", "grounding.name", "Marlow"),
        ("The filing says “churn is our main measure”.", "grounding.quotation", "main measure"),
        ("Ambrose Mills may sue.", "grounding.name", "Ambrose"),
        ("The exposure is $9.9 million.", "grounding.figure", "9.9"),
    ],
)
def test_what_no_admitted_source_holds_may_not_stand(lie: str, check: str, gone: str) -> None:
    text, checks = what_is_left(f"The Company advises the Staff as follows. {lie}")
    assert check in checks
    assert gone not in text
    assert text.startswith("The Company advises the Staff as follows.")


def test_eight_words_of_a_precedent_may_not_stand() -> None:
    text, checks = what_is_left(
        "The Company closed a depot in 2025, which reduced churn by 2.41% across all of our remaining depots."
    )
    assert checks == ["grounding.precedent_text"]
    assert text == "[●: answer to this part of the comment]"


def test_a_run_that_the_staff_have_but_for_its_small_first_word_is_no_precedents() -> None:
    asked = "If so, state that kilns lose value wherever clay prices fall."
    rival = Precedent(
        a_pair("Revise to state that kilns lose value wherever clay prices fall.", "We have."), 0.9
    )
    said = "We have revised the page to state that kilns lose value wherever clay prices fall."
    for sources, checks in (([asked], []), (["Kilns lose value."], ["grounding.precedent_text"])):
        _, findings = judge("1", [Passage(said, ("comment",), (0,))], Admitted.of(sources, [rival]))
        assert sorted({f.check for f in findings}) == checks


def test_a_figure_inside_a_blank_is_judged_like_any_other() -> None:
    text, checks = what_is_left("Churn was [●: churn, perhaps 7.7 percent].")
    assert "7.7" not in text
    assert checks[0] == "grounding.figure"


def test_a_passage_without_a_source_is_named() -> None:
    admitted = Admitted.of(["Churn fell."])
    kept, findings = judge("1", [Passage("Churn fell.", (), (0,))], admitted)
    assert kept == (Passage("Churn fell.", (), (0,)),)
    assert [f.check for f in findings] == ["grounding.no_source"]


def test_an_answer_that_says_nothing_leaves_its_requests_open() -> None:
    comment = a_comment("Please tell us why. Please confirm the date.")
    letter = Letter("s", Side.STAFF, Kind.COMMENTS, Matter(), lines=(Line(comment.text),))
    made = draft(Case(letter, (comment,)), writer=Liar("Because."))
    assert made.answers[0].unanswered_requests == (1,)
    assert "draft.unanswered" in [f.check for f in made.findings]


def test_words_of_the_comment_stay_where_the_answer_names_what_they_point_to() -> None:
    comment = "Discuss whether a harbor court would ever enforce this clause."
    theirs = a_pair(response="We ask whether a harbor court would ever enforce the clause at all.")
    admitted = Admitted.of([comment], [Precedent(theirs, 0.9)])
    assert ("whether", "a", "harbor", "court", "would", "ever", "enforce", "the") not in admitted.runs
    assert ("a", "harbor", "court", "would", "ever", "enforce", "the", "clause") not in admitted.runs
    assert ("harbor", "court", "would", "ever", "enforce", "the", "clause", "at") in admitted.runs


def test_a_paragraph_is_held_where_a_source_cites_a_point_of_it() -> None:
    letter = "Tell us why the kiln has no other use. Refer to ASC 606-10-25-27(c) through 25-29."
    assert not list(unheld("Our analysis under ASC 606-10-25-27 is as follows.", Admitted.of([letter])))
    assert list(unheld("Our analysis under ASC 606-10-25-30 is as follows.", Admitted.of([letter])))


def test_no_blank_of_the_elements_of_guidance_holds_what_the_firewall_would_strike() -> None:
    asked = [e["asks"] for g in analyses()["guidance"] for e in g["elements"] if "asks" in e]
    assert len(asked) > 50
    assert not [(a, token) for a in asked for token in unheld(f"[●: {a}].", Admitted.of([""]))]
