"""Which request a note speaks to and which conditions it decides: measured on invented rows of telegram style."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.drafting import Case, plan
from drafter.drafting.language.clauses import asked
from drafter.drafting.planning.answering import AGAINST, FAIR, STRONG, fit
from drafter.drafting.planning.plan import Plan
from drafter.matters import read_facts
from tests.conftest import a_comment
from tests.test_drafted_branches import PERIODIC, a_letter, answered, drafted

ROWS = Path(__file__).parent.parent / "evals" / "placed.tsv"


@dataclass(frozen=True)
class Row:
    """A comment, its notes, a word of each note with a word of its request, and whether a condition is decided."""

    comment: str
    notes: str
    places: tuple[tuple[str, str], ...]
    condition: str


def rows(half: str) -> list[Row]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [
            Row(r["comment"], _bullets(r["notes"]), tuple(_places(r["places"])), r["condition"])
            for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if r["half"] == half
        ]


def _bullets(notes: str) -> str:
    return "## 1\n" + "\n".join(f"- {n}" for n in notes.split(" / "))


def _places(said: str) -> Iterator[tuple[str, str]]:
    for pair in filter(None, said.split("; ")):
        note, _, request = pair.partition(" => ")
        yield note, request


def planned(row: Row) -> Plan:
    comment = a_comment(row.comment)
    return plan(Case(a_letter(row.comment), (comment,), PERIODIC, read_facts(row.notes)), 0)


@dataclass(frozen=True)
class Marks:
    """How many notes stand under their request, under another, and under none."""

    right: int
    wrong: int
    loose: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.wrong + self.loose)


def marks(half: str) -> Marks:
    found = [placed(planned(row), *pair) for row in rows(half) for pair in row.places]
    return Marks(found.count("right"), found.count("wrong"), found.count("loose"))


def placed(made: Plan, note: str, request: str) -> str:
    """Whether the note with that word stands under the request with the other."""
    homes = [t for t in made.tasks if any(note in s.said for s in t.told)]
    said = [f"{t.request.text} {asked(t.request)} {t.request.conditional}".lower() for t in homes]
    return "loose" if not homes else "right" if any(request.lower() in s for s in said) else "wrong"


def decided(row: Row) -> bool:
    """Whether the answer has no blank for a condition and counsel is not told that it is open."""
    made = drafted(row.comment, row.notes)
    open_ = re.search(r"\[●: (?:whether|if )|\[●: \w+ or \w+ not\]", made.answers[0].text)
    return not open_ and not any(f.check == "draft.condition" for f in made.findings)


def conditions(half: str) -> tuple[int, int]:
    """How many conditions of that half are treated as the notes have them, and of how many."""
    told = [row for row in rows(half) if row.condition]
    return sum(decided(row) == (row.condition != "open") for row in told), len(told)


@pytest.mark.parametrize("half", ["seen", "held"])
def test_notes_stand_under_the_request_that_they_speak_to(half: str) -> None:
    count = marks(half)
    assert count.precision >= 0.9
    assert count.recall >= 0.84


@pytest.mark.parametrize(("half", "least"), [("seen", 14), ("held", 13)])
def test_what_the_notes_decide_is_not_asked_again(half: str, least: int) -> None:
    right, _ = conditions(half)
    assert right >= least


@pytest.mark.parametrize(
    ("thing", "note", "weight"),
    [
        ("how often they are updated", "Every eighteen months.", STRONG),
        ("how often they are updated", "Independent firms.", AGAINST),
        ("how many stores you will close", "14, all in Ohio.", STRONG),
        ("when the kiln was closed", "By the end of January 2027.", STRONG),
        ("why the kiln was closed", "The only customer left.", FAIR),
        ("why the kiln was closed", "Because the only customer left.", STRONG),
        ("where the change is presented", "Other income (expense), net.", STRONG),
        ("where the change is presented", "The sentence on page 33 described another loan.", 0.0),
        ("the name of the customer", "Ostrow Rail.", STRONG),
        ("whether the loan has been repaid", "Repaid in full.", FAIR),
        ("whether the loan has been repaid", "No; it runs to 2029.", STRONG),
        ("how you considered ASC 250-10-50-4", "Cost-to-cost.", AGAINST),
        ("how you considered ASC 250-10-50-4", "The committee concluded that it applies.", STRONG),
        ("the kiln", "Cost-to-cost.", 0.0),
    ],
)
def test_a_note_fits_the_kind_of_thing_that_is_asked_for(thing: str, note: str, weight: float) -> None:
    assert fit(thing, note) == weight


@pytest.mark.parametrize(
    ("comment", "notes", "says"),
    [
        (
            "Tell us whether the recall needed a report and, if it did, tell us the result of that report.",
            "Board looked at it in May: no report needed.",
            "Accordingly, the Staff's further question does not arise.",
        ),
        (
            "Tell us whether the loan was repaid and, if it was, tell us how you considered the discount.",
            "The loan was not repaid by the due date.",
            "Accordingly, the question of how it considered the discount does not arise.",
        ),
        (
            "Please disclose the targets in future filings. If you continue to rely on Instruction 4, please tell us "
            "how their disclosure would cause harm.",
            "The Company will disclose the targets in the next proxy statement.",
            "further request, which applies only if it continues to rely on Instruction 4, does not arise",
        ),
    ],
)
def test_a_branch_whose_condition_fails_is_closed_in_a_sentence(comment: str, notes: str, says: str) -> None:
    text = answered(comment, f"## 1\n{notes}").text
    assert says in text
    assert "[●: whether" not in text


def test_a_condition_is_met_where_the_notes_name_what_hangs_on_it() -> None:
    made = drafted(
        "If you rely on the advice of counsel, please revise to name counsel.",
        "## 1\n- Counsel is Berwick Sato LLP.",
    )
    assert [f.check for f in made.findings if f.check == "draft.condition"] == []


if __name__ == "__main__":
    for name in ("seen", "held"):
        counted = marks(name)
        print(
            name, counted, f"precision {counted.precision:.3f}, recall {counted.recall:.3f}", conditions(name)
        )


def test_a_sentence_that_leans_on_its_neighbour_stands_behind_it() -> None:
    comment = (
        "Please disclose the estimate of the loss on the kilns in future filings. Please also tell us what the accrual "
        "covers and in which line item it was recorded."
    )
    notes = (
        "## 1\n- The accrual covers refunds ($7 million) and returns ($2 million). Both reduced net sales.\n"
        "- We cannot estimate the loss on the kilns."
    )
    assert "returns ($2 million). Both reduced net sales." in answered(comment, notes).text
