"""Undertakings: what a response promises, where, from when; and what only sounds like a promise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from drafter.undertakings import Undertaking, undertakings
from tests.conftest import ROOT

PROMISES = (
    ("The Company will revise its disclosure in future filings to define the measure.", "future filings"),
    (
        "We intend to include the table, beginning with our Form 10-Q for the quarter ending June 30, 2021.",
        "Form 10-Q for the quarter ending June 30, 2021",
    ),
    (
        "In future quarterly and annual reports, the title will be changed.",
        "future quarterly and annual reports",
    ),
    ("The Company undertakes to amend its proxy statement for the 2022 annual meeting as asked.", ""),
    ("If returns become material, we would disclose them in our next Form 10-K.", "our next Form 10-K"),
    ("We will also add a table of commitments.", ""),
    ("The Company will continue to monitor the matter and, if material, will disclose it.", ""),
    ("The Company plans to file Amendment No. 2 to the Registration Statement.", "Amendment No. 2"),
    ("We propose, in our future annual reports, to enhance the disclosure.", "our future annual reports"),
    ("We have decided to reconcile the measure to net income in future disclosures.", "future disclosures"),
    ("We confirm that we will further explain the effect of the move.", ""),
    ("The Company will file a supplemental response letter once the review is over.", ""),
    (
        "Similar words will be added to the disclosure in our Form 10-Q filing for the quarter ending June 30, 2021.",
        "Form 10-Q filing for the quarter ending June 30, 2021",
    ),
    (
        "The Company will refrain from that word in further solicitation materials.",
        "further solicitation materials",
    ),
    (
        "The Company agrees in future filings to either expand its disclosure or leave it out.",
        "future filings",
    ),
    ("The section will address the efforts to improve controls, and discuss their status.", ""),
    ("The table will be shown in the disclosure on a prospective basis.", ""),
)
"""Promises, each with the filing that it names."""

NO_PROMISES = (
    "The Company has revised its disclosure on page 12.",
    "The Company intends to reinvest its foreign earnings.",
    "ASC 606 requires that an entity will disclose its judgments.",
    "The board will meet in June.",
    "We expect prices to rise, and sales will likely fall.",
    "“We will continue to invest in stores and will disclose the amounts in future filings as they become "
    "known to us.”",
    "The Company advises the Staff that no amounts are material.",
    "The Company will use the proceeds to repay the loan.",
    "The Company does not intend to include a discussion of billings in its Form 10-K.",
    "As noted in the disclosure on page 42, the price will be calculated on the day of closing.",
)


@pytest.mark.parametrize(("sentence", "filing"), PROMISES)
def test_a_promise_is_found_with_its_filing(sentence: str, filing: str) -> None:
    (found,) = undertakings(sentence)
    assert (found.text, found.start, found.end) == (sentence, 0, len(sentence.split()))
    assert filing in found.filing


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_what_only_sounds_like_a_promise_is_none(sentence: str) -> None:
    assert undertakings(sentence) == ()


def test_a_promise_says_what_from_when_and_on_what_condition() -> None:
    (found,) = undertakings(
        "To the extent material, we will quantify each driver in future filings, "
        "beginning with our next Form 10-K."
    )
    assert found.what.startswith("quantify each driver")
    assert found.since == "beginning with our next Form 10-K"
    assert found.condition == "To the extent material"


def test_spans_are_words_of_the_response() -> None:
    text = "Sales rose. We will disclose the reasons in future filings. Prices fell."
    (found,) = undertakings(text)
    assert " ".join(text.split()[found.start : found.end]) == found.text


def test_a_promise_may_name_an_item_in_a_quotation() -> None:
    text = (
        "The Company will include it in “Item 1. Business” in its Form 10-K for the year ending May 31, 2022."
    )
    (found,) = undertakings(text)
    assert found.filing == "Form 10-K for the year ending May 31, 2022"


def test_a_sentence_broken_by_its_page_is_one_promise() -> None:
    text = (
        "We expect to\nagain include depletion as a policy in our Form 10-K for the year ending May 31, 2022."
    )
    assert [u.text for u in undertakings(text)] == [text]


def test_a_table_and_proposed_disclosure_hold_no_promise() -> None:
    text = (
        "We will add the following in future filings:\n"
        "“We will continue to monitor our leases and will disclose them in each filing that we make.”\n"
        "Leases that will be disclosed in future filings | 3 | 4"
    )
    assert len(undertakings(text)) == 1


def test_an_empty_response_promises_nothing() -> None:
    assert undertakings("") == ()


def labelled() -> list[dict[str, Any]]:
    lines = (ROOT / "evals" / "undertakings.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(x) for x in lines]


def test_labels_hold_spans_and_no_sentences() -> None:
    rows = labelled()
    assert len(rows) == 200
    assert {key for r in rows for key in r} == {"id", "half", "promises", "either"}
    assert all(a < b for r in rows for a, b in (*r["promises"], *r.get("either", [])))


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def figures(rows: Sequence[dict[str, Any]], texts: dict[str, str]) -> tuple[float, float]:
    """Precision and recall; what the labels leave open counts neither way."""
    right = wrong = met = total = 0
    for row in rows:
        found = [_span(u) for u in undertakings(texts[row["id"]])]
        hits = [any(alike(f, p) for p in row["promises"]) for f in found]
        left_open = [any(alike(f, p) for p in row.get("either", [])) for f in found]
        right += sum(hits)
        wrong += sum(not h and not o for h, o in zip(hits, left_open, strict=True))
        met += sum(any(alike(p, f) for f in found) for p in row["promises"])
        total += len(row["promises"])
    return right / (right + wrong), met / total


def _span(found: Undertaking) -> tuple[int, int]:
    return found.start, found.end


@pytest.mark.real
@pytest.mark.parametrize("half", ["tune", "test", "later", "last"])
def test_promises_of_real_responses(letters: Path, half: str) -> None:
    pairs = [json.loads(x) for x in (letters / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {p["id"]: p["response"] for p in pairs}
    precision, recall = figures([r for r in labelled() if r["half"] == half], texts)
    assert precision >= 0.90
    assert recall >= 0.90
