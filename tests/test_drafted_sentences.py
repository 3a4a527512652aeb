"""The sentences that an offline draft is made of: requests made whole, notes shaped, lines of a filing."""

from __future__ import annotations

import pytest

from drafter.domain import Passage, Precedent
from drafter.drafting.articles import Setting
from drafter.drafting.conditions import decide
from drafter.drafting.disagreements import unsettled
from drafter.drafting.dues import Target
from drafter.drafting.grounding import Admitted, judge
from drafter.drafting.lines import line
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import Task, Treat, tasks_of
from drafter.drafting.resolving import resolved_requests, whole_elements
from drafter.drafting.shaping import sentence
from drafter.drafting.turning import Voice
from drafter.requests import requests
from tests.conftest import a_comment, a_pair

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


@pytest.mark.parametrize(
    ("comment", "wanted"),
    [
        (
            "Please tell us whether kiln yield is a key metric. If so, disclose it for each period presented.",
            ["whether kiln yield is a key metric", "kiln yield for each period presented"],
        ),
        (
            "Please disclose your kiln yield and tell us how it is measured.",
            ["your kiln yield", "how your kiln yield is measured"],
        ),
        ("Please revise your disclosure on page 9 to describe the kilns.", ["the kilns"]),
        ("Please disclose these kilns.", ["these kilns"]),
    ],
)
def test_a_pronoun_becomes_the_noun_it_stands_for(comment: str, wanted: list[str]) -> None:
    assert [r.object for r in resolved_requests(requests(comment))] == wanted


def test_each_element_has_its_own_noun() -> None:
    (request,) = requests("Please disclose the key assumptions used and how they were determined.")
    assert whole_elements(request) == ("the key assumptions used", "how the key assumptions were determined")


@pytest.mark.parametrize(
    ("element", "written"),
    [
        ("how the yield is measured", "The yield is measured as follows: [●: how the yield is measured]."),
        ("whether you use kilns", "We [●: do or do not] use kilns."),
        ("the amount of scrap", "The amount of scrap was [●]."),
        ("a description of the material terms of your leases", "The material terms of our leases are [●]."),
        ("this error", "[●: text of the revised disclosure]."),
        (
            "whether the Company offers rebates and the kind of rebate that is offered",
            "[●: whether the Company offers rebates and the kind of rebate that is offered].",
        ),
    ],
)
def test_a_line_of_the_filing_asserts_nothing_but_its_subject(element: str, written: str) -> None:
    (request,) = requests("Please disclose the matter in future filings.")
    task = Task(0, request, Treat.UNDERTAKE)
    assert line(task, element).replace("[●: the material terms of our leases]", "[●]") == written


@pytest.mark.parametrize(
    ("note", "shaped"),
    [
        (
            "Discount rate 11.5 percent; scrap growth of 3 percent a year.",
            "The discount rate was 11.5 percent and scrap growth was 3 percent a year.",
        ),
        ("Annual test date: October 1, 2024.", "The annual test date was October 1, 2024."),
        ("Largest kiln is in Duluth.", "The largest kiln is in Duluth."),
        ("Asked each year by the controller.", "The question is asked each year by the controller."),
        ("Page 48 text was shortened.", "The page 48 text was shortened."),
        ("Kiln costs: $4.1 million.", "Kiln costs were $4.1 million."),
    ],
)
def test_shorthand_becomes_a_sentence(note: str, shaped: str) -> None:
    assert sentence(note, Setting(COMPANY, "", "the kiln and its test")) == shaped


def told(text: str) -> Told:
    return Told("fact:1", text, text, Use.STATE)


def some_tasks(comment: str) -> list[Task]:
    made = a_comment(comment)
    return list(tasks_of(made, resolved_requests(requests(comment)), Target.PERIODIC))


ASKED = "Please tell us whether any kiln is idle. If so, disclose the idle kilns in future filings."


def test_a_condition_that_the_notes_deny_closes_its_branch() -> None:
    question, change = some_tasks(ASKED)
    question = Task(question.index, question.request, question.treat, (told("No kiln is idle."),))
    assert decide([question, change], promised=False)[1].closed == "No kiln is idle."


def test_a_condition_that_the_notes_affirm_is_met() -> None:
    question, change = some_tasks(ASKED)
    question = Task(question.index, question.request, question.treat, (told("Kiln 3 is idle."),))
    assert decide([question, change], promised=False)[1].condition == ""


def test_a_condition_nobody_decides_stays() -> None:
    assert decide(some_tasks(ASKED), promised=False)[1].condition == "If so"


@pytest.mark.parametrize(
    ("note", "use"),
    [
        ("Kiln scrap rate of 12.1 percent for 2025.", Use.CONFIRM),
        ("Kiln scrap rate of 11.8 percent for 2025.", Use.STATE),
        ("Adjusted kiln scrap rate of 12.1 percent for 2025.", Use.STATE),
        ("Kiln scrap rate of 12.1 percent for 2024.", Use.STATE),
        ("The right kiln scrap rate is 12.1 percent.", Use.STATE),
    ],
)
def test_a_figure_other_than_the_comments_is_left_open(note: str, use: Use) -> None:
    (checked,) = unsettled([told(note)], "You present a kiln scrap rate of 11.8% for 2025.")
    assert checked.use is use


def test_a_set_formula_is_no_precedents_text() -> None:
    said = "The Company will remove it, beginning with its earnings release for the quarter ending June 30, 2025."
    admitted = Admitted.of(["it June 30, 2025"], [Precedent(a_pair(response=said), 0.9)])
    kept, found = judge("1", [Passage(said, ("comment",), (0,))], admitted)
    assert (kept[0].text, found) == (said, ())


def test_what_is_struck_leaves_no_blank_beside_a_full_answer() -> None:
    copied = "Our kilns are swept by a retired master sweep on alternate winter mornings."
    admitted = Admitted.of(["the kilns"], [Precedent(a_pair(response=copied), 0.9)])
    full = Passage("The kilns.", ("comment",), (0,))
    kept, found = judge("1", [Passage(copied, ("comment",), (0,)), full], admitted)
    assert kept == (full,)
    assert [f.check for f in found] == ["grounding.precedent_text"]
