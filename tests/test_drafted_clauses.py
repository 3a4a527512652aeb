"""What is a sentence: lines of notes told from fragments by their subject and their finite verb."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.drafting.tagging import words
from drafter.drafting.verbs import finite, sound

_ROWS = [
    tuple(row.split("\t"))
    for row in (Path(__file__).parent.parent / "evals" / "clauses.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize("half", ["tried", "aside"])
def test_sentences_are_told_from_fragments(half: str) -> None:
    found = {
        yes: [sound(line) for of, clause, line in _ROWS if of == half and clause == yes]
        for yes in ("yes", "no")
    }
    right, wrong = sum(found["yes"]), sum(found["no"])
    assert right / (right + wrong) >= 0.95
    assert right / len(found["yes"]) >= 0.82


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("All kilns run around the clock", True),
        ("Liquidity as defined was $71.5 million at March 31, 2026", True),
        ("Our tugs escort tankers", True),
        ("Kiln idling saves fuel", True),
        ("They go to the yard at night", True),
        ("We own 49% of it", True),
        ("The Company's own engineers estimated the rest", True),
        ("One mine, Brackwater, held 22 percent of the reserves", True),
        ("Being a small issuer, the Company needs no attestation", True),
        ("Hobb Freight Co. carries most of the grain", True),
        ("Several landlords deferred rent", True),
        ("Charterers direct where and when", True),
        ("Sales fell by 4%", True),
        ("Cash flows from leases", False),
        ("Milk collected daily", False),
        ("Order cancelled by the customer", False),
        ("Six months' notice to terminate", False),
        ("The report the board receives", False),
        ("A report that covers all kilns", False),
        ("Keep the table that we filed", False),
        ("Although prices rose", False),
        ("Sales overstated $7.6 million", False),
        ("Sales growth of 4%", False),
        ("", False),
    ],
)
def test_a_line_stands_only_with_a_subject_and_a_finite_verb(line: str, stands: bool) -> None:
    assert sound(line) is stands


def test_a_word_is_told_by_its_place() -> None:
    assert [(w.said, w.kind) for w in words("The hosts host hosts.")][1:3] == [("hosts", "S"), ("host", "N")]
    assert words("") == ()
    assert [w.kind for w in words("May the plant’s output rise")][0:3] == ["A", "D", "O"]
    verb = finite("The lender that holds the note waived the test")
    assert verb is not None
    assert (verb.said, verb.start, verb.low) == ("waived", 31, "waived")


def test_the_tagger_is_loaded_only_when_a_note_is_read() -> None:
    code = "import sys, drafter.cli, drafter.drafting; print('HanTa' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
