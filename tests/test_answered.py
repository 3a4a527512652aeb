"""That a request with its fact has no blank beside it, and one without keeps its blank: measured on invented rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.domain import Answer
from drafter.drafting.planning.resolving import resolved_requests
from drafter.drafting.planning.settling import single_things
from drafter.requests import requests
from tests.test_drafted_branches import answered

ROWS = Path(__file__).parent.parent / "evals" / "answered.tsv"


@dataclass(frozen=True)
class Row:
    """A comment with notes; words of the elements that the notes give, and of those that they leave open."""

    half: str
    comment: str
    notes: str
    given: tuple[str, ...]
    open: tuple[str, ...]


def rows(half: str) -> list[Row]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(r["half"], r["comment"], r["notes"], _elements(r["given"]), _elements(r["open"]))
            for r in found
            if r["half"] == half
        ]


def _elements(said: str) -> tuple[str, ...]:
    return tuple(e.strip() for e in said.split(";") if e.strip())


def blanked(answer: Answer, element: str, alone: bool) -> bool:
    """Whether a sentence with a blank speaks of the element; of one that stands alone whether there is any blank."""
    parts = re.split(r"(?<=[.\]])\s+(?=[A-Z\[])|\n", answer.text)
    parts = [p for p in parts if "[●" in p and not re.search(r"\[●: (?:page number|form and period)", p)]
    said = [p for p in parts if alone or re.search(element, re.sub(r"^.*?(?=\[●: \S)", "", p), re.I)]
    named = [
        p for p in parts if re.search(r"\[●\]| (?:is|are|follows:) \[●", p) and re.search(element, p, re.I)
    ]
    return bool(said or named)


@dataclass(frozen=True)
class Marks:
    """How many elements were taken for answered rightly, wrongly, and how many were blanked beside their fact."""

    right: int
    wrong: int
    blanked: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.blanked)


def marks(half: str) -> tuple[Marks, list[str]]:
    outcomes = [o for row in rows(half) for o in _outcomes(row)]
    kinds = [kind for kind, _ in outcomes]
    count = Marks(kinds.count("right"), kinds.count("wrong"), kinds.count("blanked"))
    return count, [f"{kind}: {what}" for kind, what in outcomes if kind in {"wrong", "blanked"}]


def _outcomes(row: Row) -> Iterator[tuple[str, str]]:
    answer = answered(row.comment, f"## 1\n{row.notes}")
    alone = len(row.given) + len(row.open) == 1
    for element in row.given:
        kind = "blanked" if blanked(answer, element, alone) else "right"
        yield kind, f"{element} | {row.comment} | {row.notes} | {answer.text}"
    for element in row.open:
        kind = "open" if blanked(answer, element, alone) else "wrong"
        yield kind, f"{element} | {row.comment} | {row.notes} | {answer.text}"


@pytest.mark.parametrize("half", ["seen", "held"])
def test_what_is_given_is_not_blanked_and_what_is_not_is(half: str) -> None:
    count, failed = marks(half)
    assert count.precision >= 0.9, "\n".join(failed)
    assert count.recall >= 0.9, "\n".join(failed)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Tell us the rate and the maturity of the loan.",
            ["the rate of the loan", "the maturity of the loan"],
        ),
        (
            "Tell us the nature and amount of the costs.",
            ["the nature of the costs", "the amount of the costs"],
        ),
        (
            "Tell us the effect on revenue and on cost of sales.",
            ["the effect on revenue", "the effect on cost of sales"],
        ),
        (
            "Tell us when the kiln was sold and how the buyer was found.",
            ["when the kiln was sold", "how the buyer was found"],
        ),
        (
            "Tell us the difference between the notes and the bonds.",
            ["the difference between the notes and the bonds"],
        ),
        (
            "Describe the ties between pay and each of return, income and your measure.",
            ["the ties between pay and each of return, income and your measure"],
        ),
        (
            "Tell us why the rate and the term of the loan were not filed.",
            ["why the rate and the term of the loan were not filed"],
        ),
        (
            "Tell us the roles and duties of the kiln committee.",
            ["the roles and duties of the kiln committee"],
        ),
    ],
)
def test_a_request_is_taken_to_its_single_things_and_no_further(text: str, things: list[str]) -> None:
    (request,) = resolved_requests(requests(text), text)
    assert list(single_things(request)) == things


if __name__ == "__main__":
    for name in ("seen", "held"):
        counted, faults = marks(name)
        print(name, counted, f"precision {counted.precision:.3f}, recall {counted.recall:.3f}")
        print("\n".join(faults if name == "seen" else []))
