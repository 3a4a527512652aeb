"""Learns which sentence of notes answers which thing asked for, and writes drafter/drafting/planning/matching.npz.

    python benchmarks/learn_matching.py            learns from answered.txt and writes the weights
    python benchmarks/learn_matching.py --check    measures instead: each writer's comments are set aside in turn

answered.txt was written for this purpose; nothing in it comes from a letter. Its records, parted by empty lines, have
a comment (C), its requests (R, with a letter each), notes (N: use, letters of the requests answered, the note, the
sentence of a letter that it becomes) and what the notes leave open (S). A line "= writer | form" begins the comments
of one writer, who saw nothing of the program.

The weights are those of a linear-chain conditional random field, found by gradient descent (Adam).
"""

from __future__ import annotations

import functools
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from drafter.domain import Comment, Filing, Kind, Letter, Matter, MatterFile, Side
from drafter.drafting import Case, plan
from drafter.drafting.planning import matching
from drafter.drafting.planning.matching import Joints, Matcher, Thing
from drafter.drafting.planning.placing import placeable, things_of
from drafter.drafting.planning.plan import Plan, Treat
from drafter.matters import read_facts

RECORDS = "answered.txt"
STRENGTH = 3e-3  # of the pull towards small weights
RATE, STEPS = 0.03, 250
LOOSENED = (
    1.0  # what it weighs to go on to another thing inside a note: the table has letters for whole notes only
)
ENOUGH = 0.5  # share of its words that a thing has in common with its request

Numbers = NDArray[np.float64]


@dataclass
class Record:
    """A comment with its requests by letter, its notes (letters and text), and what they leave open."""

    writer: str
    form: str
    comment: str
    requests: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[frozenset[str], str]] = field(default_factory=list)
    open_: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sample:
    """Sentences of a writer's notes: the features of each with each thing, their joints, and what is right."""

    writer: str
    found: Numbers
    joints: Joints
    right: NDArray[np.bool_]


def records() -> Iterator[Record]:
    """The records of the table."""
    writer, form, made = "", "", None
    for row in Path(__file__).with_name(RECORDS).read_text(encoding="utf-8").splitlines():
        mark, *rest = row.split("\t")
        if row.startswith("= "):
            writer, form = row[2:].split(" | ")
        elif mark == "C":
            made = Record(writer, form, rest[0])
        elif mark == "R" and made:
            made.requests[rest[0]] = rest[1]
        elif mark == "N" and made:
            made.notes.append((frozenset(rest[1].split(",")) - {"-"}, rest[2]))
        elif mark == "S" and made:
            made.open_ = dict(one.split("=") for one in rest)
            yield made


def planned(record: Record) -> Plan:
    """The plan of the answer to the record's comment."""
    filing = Filing(record.form, date(2025, 12, 31), date(2026, 2, 20))
    matter = MatterFile(
        company="Windrush Kilns, Inc.",
        filings=(filing,),
        next_annual=Filing("10-K", date(2026, 12, 31)),
        next_interim=Filing("10-Q", date(2026, 6, 30)),
        staff_date=date(2026, 5, 20),
    )
    letter = Letter("staff", Side.STAFF, Kind.COMMENTS, Matter(matter.company), date(2026, 5, 20))
    notes = "## 1\n" + "\n".join(f"- {text}" for _, text in record.notes)
    comment = Comment(letter="staff", number="1", text=record.comment)
    return plan(Case(letter, (comment,), matter, read_facts(notes)), 0)


def unlearned() -> Matcher:
    """A matcher that weighs nothing, of the size of the present signs: plans must not hang on an earlier table."""
    size = matching.features([Thing(0, Treat.TELL, "amount", "amount")], ["said"]).shape[2]
    return Matcher(np.zeros(size), np.zeros(size), np.ones(size), np.zeros(matching.JOINTS))


def sample(record: Record) -> Sample | None:
    """What can be learned from a record; None where there is no choice to be learned from."""
    made = planned(record)
    things = things_of(made.tasks)
    facts = list(dict.fromkeys(t.fact for t in made.told))
    letters = [letter_of(t, record.requests) for t in things]
    told, right = [], []
    for sentence in placeable(made.told):
        answered = (
            record.notes[facts.index(sentence.fact)][0] if len(facts) == len(record.notes) else frozenset()
        )
        if answered & set(letters):
            told.append(sentence)
            right.append([letter in answered for letter in letters])
    if not told or np.all(right):
        return None
    said, notes = [t.said for t in told], [t.fact for t in told]
    return Sample(
        record.writer, matching.features(things, said), matching.joints(things, notes), np.array(right)
    )


def letter_of(thing: Thing, requests: dict[str, str]) -> str:
    """The letter of the request that the thing is part of, "" for none."""
    said = Counter(thing.text.lower().split())
    shared = {
        letter: (said & Counter(text.lower().split())).total() / min(said.total(), len(text.split()))
        for letter, text in requests.items()
    }
    best = max(shared, key=lambda letter: shared[letter], default="")
    return best if best and shared[best] > ENOUGH else ""


def fitted(samples: Sequence[Sample]) -> Matcher:
    """The weights under which what is right is likeliest."""
    rows = np.concatenate([s.found.reshape(-1, s.found.shape[2]) for s in samples])
    mean, unit = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    mean[matching.PLAIN :], unit[matching.PLAIN :] = 0.0, 1.0
    told = [(s, (s.found - mean) / unit) for s in samples]
    weights, first, second = (np.zeros(rows.shape[1] + matching.JOINTS) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = 2 * STRENGTH * weights
        for one, found in told:
            slope += _slope(one, found, weights) / len(told)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    ways = weights[-matching.JOINTS :]
    ways[1] = ways[0] - LOOSENED
    return Matcher(weights[: -matching.JOINTS], mean, unit, ways)


def _slope(one: Sample, found: Numbers, weights: Numbers) -> Numbers:
    """The gradient of the loss of one sample: what is expected of all ways less what is expected of the right ones."""
    scores, ways = found @ weights[: -matching.JOINTS], weights[-matching.JOINTS :]
    every, met = _expected(scores, one.joints, ways)
    right, met_right = _expected(np.where(one.right, scores, -1e9), one.joints, ways)
    return np.concatenate([np.einsum("nk,nkf->f", every - right, found), met - met_right])


def _expected(scores: Numbers, joints: Joints, ways: Numbers) -> tuple[Numbers, Numbers]:
    """How likely each sentence is for each thing, and how often each joint is expected."""
    count = len(scores)
    ahead, behind = scores.copy(), np.zeros_like(scores)
    for row in range(1, count):
        ahead[row] += np.logaddexp.reduce(ahead[row - 1][:, None] + ways[joints[row]], axis=0)
    for row in range(count - 2, -1, -1):
        onward = ways[joints[row + 1]] + (scores[row + 1] + behind[row + 1])[None, :]
        behind[row] = np.logaddexp.reduce(onward, axis=1)
    whole = np.logaddexp.reduce(ahead[-1])
    met = np.zeros(len(ways))
    for row in range(1, count):
        pair = ahead[row - 1][:, None] + ways[joints[row]] + (scores[row] + behind[row])[None, :] - whole
        np.add.at(met, joints[row].ravel(), np.exp(pair).ravel())
    return np.exp(ahead + behind - whole), met


def check(samples: Sequence[Sample]) -> None:
    """Prints how many sentences are placed right, each writer's by what was learned of the others."""
    right = told = 0
    for writer in sorted({s.writer for s in samples}):
        made = fitted([s for s in samples if s.writer != writer])
        aside = [s for s in samples if s.writer == writer]
        hits = [s.right[n, k] for s in aside for n, k in enumerate(made.path(s.found, s.joints))]
        print(f"{writer}: {sum(hits)} of {len(hits)} sentences under what they answer, {np.mean(hits):.3f}")
        right, told = right + sum(hits), told + len(hits)
    print(f"all: {right} of {told}, {right / told:.3f}")


if __name__ == "__main__":
    matching.matcher = functools.cache(unlearned)
    samples = [s for s in map(sample, records()) if s]
    if "--check" in sys.argv:
        check(samples)
    else:
        learned = fitted(samples)
        kept = {n: getattr(learned, n).astype(np.float32) for n in ("weights", "mean", "unit", "joints")}
        np.savez_compressed(Path(matching.__file__).with_name(matching.FILE), **kept)
