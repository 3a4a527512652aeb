"""Bare answers made whole sentences with the thing that the staff ask for."""

from __future__ import annotations

import pytest

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.turning import WE, Voice
from drafter.drafting.sentences.replying import answered, is_bare

COMPANY = Voice("the Company", "the Company's", "it", "it", "its")


def setting(thing: str, voice: Voice = COMPANY) -> Setting:
    return Setting(voice, f"Please tell us {thing}.", "")


YES_AND_NO = (
    ("whether you have any barges", "None.", "The Company does not have any barges."),
    ("whether you own the quarry", "We do not.", "The Company does not own the quarry."),
    ("whether you lease or own the quarry", "No.", "The Company does not lease or own the quarry."),
    ("whether the plan has been approved", "It has not.", "The plan has not been approved."),
    ("whether the kiln was insured", "It was.", "The kiln was insured."),
    ("whether your auditor reviewed the schedule", "It did.", "The Company's auditor reviewed the schedule."),
    ("whether you sold any barges", "Yes, in May 2024.", "The Company sold barges in May 2024."),
    ("whether any director pledged shares", "No.", "No director pledged shares."),
    ("whether there are any covenants on dividends", "None.", "There are no covenants on dividends."),
    ("whether the fee is refundable", "Not refundable.", "The fee is not refundable."),
    ("whether the fee is refundable", "Refundable, yes.", "The fee is refundable."),
    ("whether you hedged the exposure", "Not hedged.", "The Company did not hedge the exposure."),
    ("whether you have a written travel policy", "No written policy.", "The Company has no written policy."),
    (
        "whether you considered a sale",
        "No, the quarry was never for sale.",
        "The Company did not consider a sale; the quarry was never for sale.",
    ),
)
QUESTIONS = (
    (
        "who took part in any talks",
        "Committee chair and the two founders.",
        "The committee chair and the two founders took part in the talks.",
    ),
    ("who approves the budget", "Board and the founders.", "The board and the founders approve the budget."),
    ("who the trustee is", "Harbin Trust.", "The trustee is Harbin Trust."),
    (
        "when the plans were formed",
        "Week of March 9, 2026.",
        "The plans were formed in the week of March 9, 2026.",
    ),
    ("when you reopened the mine", "June 4, 2025", "The Company reopened the mine on June 4, 2025."),
    (
        "when you expect to reopen",
        "On receipt of the permit.",
        "The Company expects to reopen on receipt of the permit.",
    ),
    ("the date of the last survey", "May 4, 2025.", "The date of the last survey was May 4, 2025."),
    (
        "how you allocate shared costs",
        "By floor space.",
        "The Company allocates shared costs by floor space.",
    ),
    (
        "how you compute same-yard sales",
        "Local currency at last year's average rates.",
        "The Company computes same-yard sales as follows: local currency at last year's average rates.",
    ),
    ("how often you test the moulds", "Every spring.", "The Company tests the moulds every spring."),
    ("how long you hold the shares", "Three years.", "The Company holds the shares for three years."),
    ("how many furnaces were relined", "Three.", "Three furnaces were relined."),
    ("why the note was left out", "Oversight.", "The note was left out for the following reason: oversight."),
    ("where the table of leases appears", "Page 44.", "The table of leases appears on page 44."),
    ("what the notice period is", "Ninety days.", "The notice period is ninety days."),
    (
        "what caused the outage",
        "A broken valve.",
        "The reasons for the outage are as follows: a broken valve.",
    ),
)
MORE = (
    ("whether the tolls are included in revenue", "Out.", "The tolls are not included in revenue."),
    ("whether the strike had a material effect", "None.", "The strike did not have a material effect."),
    ("whether the gain is in segment profit", "Not in segment profit.", "The gain is not in segment profit."),
    (
        "whether the loan was approved by the trustees",
        "Approved on March 2, 2025.",
        "The loan was approved by the trustees on March 2, 2025.",
    ),
    ("whether a second appraisal was obtained", "Not obtained.", "A second appraisal was not obtained."),
    ("whether the timing changed in 2025", "Changed on June 1, 2025.", "The timing changed on June 1, 2025."),
    (
        "the method you use to measure progress",
        "Straight line.",
        "The method the Company uses to measure progress is as follows: straight line.",
    ),
    ("whether the study raised any conflict", "No conflict.", "The study raised no conflict."),
    (
        "how many of your mills lost money",
        "Thirty-one, nine more than in 2024.",
        "Thirty-one of the Company's mills lost money, nine more than in 2024.",
    ),
    (
        "what factors were weighed",
        "Safety, succession and cost.",
        "The following factors were weighed: safety, succession and cost.",
    ),
    (
        "amounts paid in each period",
        "$1 million in 2024, $2 million in 2025.",
        "The amounts paid were $1 million in 2024 and $2 million in 2025.",
    ),
    (
        "the mitigating measures",
        "Measures: two price rises, a smaller menu.",
        "The mitigating measures are as follows: two price rises, a smaller menu.",
    ),
    ("the useful life of the kilns", "Six years.", "The useful life of the kilns is six years."),
)
THINGS = (
    (
        "the amount of the break fee",
        "$4.2 million at year end.",
        "The amount of the break fee was $4.2 million at year end.",
    ),
    (
        "the rent due for each period",
        "$3 million in 2027; $4 million in 2028",
        "The rent due is $3 million in 2027 and $4 million in 2028.",
    ),
    ("the listing fee", "Fee: 4 percent.", "The listing fee is 4 percent."),
    (
        "the reasons for the decline",
        "Mostly price.",
        "The reasons for the decline are as follows: mostly price.",
    ),
    ("the status of financing", "Pending.", "The status of financing is as follows: pending."),
    (
        "the increase",
        "Two orders for the Kolding yard.",
        "The increase is explained as follows: two orders for the Kolding yard.",
    ),
    ("any guarantees of the loan", "None.", "There are no guarantees of the loan."),
)


@pytest.mark.parametrize(("thing", "said", "whole"), [*YES_AND_NO, *QUESTIONS, *MORE, *THINGS])
def test_a_bare_answer_is_a_whole_sentence_with_what_was_asked(thing: str, said: str, whole: str) -> None:
    assert answered(thing, said, setting(thing)) == whole


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("whether the kiln is insured", "It was."),
        ("whether the kiln is insured or leased", "Yes."),
        ("whether the kiln is insured and whether the loss was paid", "No."),
        ("whether you bought tugs and barges", "No."),
        ("whether they agreed to it", "No."),
        ("whether you should consolidate the trust", "No."),
        ("whether the plan is funded", "None."),
        ("who approved the waiver", "$4 million."),
        ("when any of the wells will be plugged", "2027"),
        ("when the wells will be plugged", "By pump and by hand, mostly."),
        ("how you considered the guidance", "On the basis of cost."),
        ("how you value the moulds", "Mostly age."),
        ("why you closed the yard", "Not our choice."),
        ("where the table appears", "Not given."),
        ("what the notice period is", "None."),
        ("how many furnaces were relined", "Relined in 2024."),
        ("how often you test the moulds", "Board and the founders."),
        ("the terms", "Thirty days net."),
        ("the cost of the yard", "2024 = 3.1, 2025 = 4.4"),
        ("the reasons for the decline", "Price fell by 4 percent."),
        ("the reasons for the decline", "See it there?"),
        ("the reasons for the decline", "Auditors to confirm."),
        ("whether pay is tied to any target", "Nothing in the long-term plan."),
        ("how you treat moved and enlarged shops", "Moved: stay in for a year."),
        ("the other shops at risk", "A loss for two years, or a decision to close."),
        ("why the forecast was left out", "New paragraph, Form 10-Q for the quarter ending June 30, 2026."),
    ],
)
def test_what_might_become_a_wrong_sentence_is_left_alone(thing: str, said: str) -> None:
    assert answered(thing, said, setting(thing)) == ""


def test_a_letter_in_the_first_person_answers_as_we() -> None:
    thing = "whether you own the quarry"
    assert answered(thing, "No.", setting(thing, WE)) == "We do not own the quarry."


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("None.", True),
        ("It does not.", True),
        ("They did", True),
        ("May 4, 2025.", True),
        ("Mostly price.", True),
        ("The lender waived the covenant.", False),
        ("It does not own the quarry.", False),
    ],
)
def test_an_answer_without_a_verb_of_its_own_is_bare(said: str, bare: bool) -> None:
    assert is_bare(said) is bare
