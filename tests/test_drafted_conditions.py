"""That a condition is answered first: decided where the notes decide it, else one blank and both ways for counsel."""

from __future__ import annotations

import re

import pytest

from drafter.domain import Filing, Finding, MatterFile
from drafter.drafting.intents import KEPT, TAKEN_OUT
from tests.test_drafted_branches import PERIODIC, answered, drafted

S1 = MatterFile(company="Windrush Kilns, Inc.", filings=(Filing("S-1"),))


def condition_notes(text: str, notes: str = "", matter: MatterFile = PERIODIC) -> list[Finding]:
    return [f for f in drafted(text, notes, matter).findings if f.check == "draft.condition"]


@pytest.mark.parametrize(
    ("comment", "blank"),
    [
        ("To the extent material, discuss the effects of drought on your kilns.", "effects of drought"),
        ("If you hold any kiln leases, disclose their terms.", "whether the Company holds any kiln leases"),
        ("If you hold any kiln leases, disclose their terms.", "; if so, their terms"),
        (
            "Please tell us whether you sell kiln credits and, if so and if material, disclose how this affects "
            "your results.",
            "if so, how this affects its results, and whether that is material",
        ),
        (
            "If retained, provide the table required by Item 10(e)(1)(i).",
            "; if so, the table required by Item 10(e)",
        ),
        (
            "Please disclose the kiln surplus if significant in relation to total kilns.",
            "whether significant in relation to total kilns, with the basis; if so, the kiln surplus",
        ),
    ],
)
@pytest.mark.parametrize("matter", [PERIODIC, S1])
def test_an_open_condition_is_a_blank_under_which_nothing_is_promised(
    comment: str, blank: str, matter: MatterFile
) -> None:
    answer = answered(comment, matter=matter)
    assert blank in " ".join(answer.blanks)
    assert not re.search(r"\b(?:If|To the extent)\b.*\bwill\b", answer.text)
    assert answer.unanswered_requests == ()
    assert not any(p.block for p in answer.passages)


@pytest.mark.parametrize("matter", [PERIODIC, S1])
def test_counsel_is_told_what_the_answer_says_either_way(matter: MatterFile) -> None:
    (note,) = condition_notes("If you hold any kiln leases, disclose their terms.", matter=matter)
    where = "in future filings" if matter is PERIODIC else "on page [●: page number]"
    assert f"If it is met: “The Company will disclose their terms {where}" in note.message
    assert (
        "If it is not: “As [●: the fact by which it is not], the Company does not propose to" in note.message
    )


@pytest.mark.parametrize(
    "notes", ["## 1\nThe Company holds kiln leases in Ohio.", "## 1\nThe Company holds no kiln leases."]
)
def test_a_condition_that_the_notes_decide_is_no_question_for_counsel(notes: str) -> None:
    assert condition_notes("If you hold any kiln leases, disclose their terms.", notes) == []


RATIO = (
    "Your kiln ratio excludes scrap. Please revise to identify it as a non-GAAP measure, or remove it. "
    "If retained, provide the table required by Item 10(e)(1)(i)."
)


@pytest.mark.parametrize(
    "notes",
    [
        "We will keep the measure.",
        "keep it. will label & reconcile",
        "The Company will not remove the ratio.",
        "We're not taking it out.",
        "The ratio stays in.",
        "Retaining the measure, with a new label.",
        "The Company will continue to present the ratio.",
    ],
)
def test_what_is_kept_meets_the_condition_that_it_is_retained(notes: str) -> None:
    answer = answered(RATIO, f"## 1\n{notes}")
    assert "whether retained" not in answer.text
    assert "table required by Item 10(e)(1)(i)" in answer.text
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    "notes", ["Taking it out.", "The ratio was removed.", "We will drop it: the ratio comes out."]
)
def test_what_goes_out_closes_the_condition_that_it_is_retained(notes: str) -> None:
    answer = answered(RATIO, f"## 1\n{notes}")
    assert "retained" not in answer.text
    assert "table required" not in answer.text


@pytest.mark.parametrize(
    ("said", "kept", "out"),
    [
        ("We will keep the measure.", True, False),
        ("Keep this out of the letter.", False, False),
        ("Keep it between us.", False, False),
        ("The table has not been removed.", False, False),
        ("We are not removing it.", True, False),
        ("We removed it.", False, True),
        ("no longer keep the measure", False, False),
    ],
)
def test_keeping_and_taking_out_are_told_apart(said: str, kept: bool, out: bool) -> None:
    assert (bool(KEPT.search(said)), bool(TAKEN_OUT.search(said))) == (kept, out)


TRACKED = (
    "Please revise to disclose kiln costs by site. If you do not track costs by site, explain why and disclose "
    "costs by type."
)


def test_a_condition_that_something_is_not_so_is_met_by_a_sentence_that_denies_it() -> None:
    answer = answered(
        TRACKED, "## 1\nThe Company does not track costs by site because crews move between sites."
    )
    assert "does not propose" not in answer.text
    assert "because crews move between sites" in answer.text
    assert not any(b.startswith("whether") for b in answer.blanks)


# What answers beside conditions


def test_if_not_so_state_is_said_by_the_denial() -> None:
    text = "Please disclose whether you have any plans to sell kilns and, if not, so state."
    answer = answered(text, "## 1\nThe Company has no plans to sell kilns.", S1)
    assert "so state" not in answer.text
    assert "The Company has no plans to sell kilns." in answer.text
    assert answer.unanswered_requests == ()


@pytest.mark.parametrize(
    ("notes", "taken"),
    [
        ("Mr. Alder has been added as a signatory.", True),
        ("The new kiln table is on page 19 of Amendment No. 1.", True),
        ("Mr. Alder is not a signatory because he holds no office.", False),
    ],
)
def test_a_note_with_the_verb_of_a_branch_takes_it(notes: str, taken: bool) -> None:
    text = "Please add Mr. Alder as a signatory, or explain why you believe that he need not sign."
    answer = answered(text, f"## 1\n{notes}", S1)
    assert ("has revised the disclosure" in answer.text) == taken
    assert "why the Company believes" not in answer.text


# Questions under a condition


@pytest.mark.parametrize(
    ("comment", "blank"),
    [
        (
            "Please tell us whether you test kilns each year. If not, please tell us why.",
            "if not, each reason, with the facts that carry it",
        ),
        (
            "If you hold kiln leases, please tell us how you account for them.",
            "whether the Company holds kiln leases, with the basis; if so, how it accounts for them",
        ),
        (
            "Tell us whether the lease is a finance lease. If so, tell us the basis for that conclusion; if not, tell "
            "us why not.",
            "if so, the basis for that conclusion; if not, each reason, with the facts that carry it",
        ),
    ],
)
def test_a_question_under_an_open_condition_is_one_blank(comment: str, blank: str) -> None:
    answer = answered(comment)
    assert any(b.startswith(blank) for b in answer.blanks)
    assert not re.search(r"^If\b|\. If\b", answer.text, re.M)
    assert answer.unanswered_requests == ()
