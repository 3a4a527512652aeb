"""A hundred real staff letters, drafted without facts and without a language model beside other companies' pairs.

The letters are only read; nothing of them is kept in the project.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from drafter.domain import Answer, Comment, Draft, Letter, Matter, Pair, Precedent, Response, Severity, Side
from drafter.drafting import Case, draft
from drafter.errors import DrafterError
from drafter.parsing import parse
from drafter.reading import read
from tests.conftest import SHARED

LETTERS = SHARED / "letters"
MANY = 100
NEAR = 4
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not LETTERS.is_dir(), reason="the real letters are not at hand"),
]

QUOTED = re.compile(r"[“\"‘][^”\"’]*[”\"’]")
STAFF_PRONOUN = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
HANGING_BLANK = re.compile(r"\[●: (?:it|them|they|so)\b")
DOUBLED = re.compile(r"\b(?!(?:that|had)\b)(\w+) \1\b", re.I)


def words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:()").lower() for w in text.split() if len(w) > 4)


@lru_cache(maxsize=1)
def shelf() -> list[tuple[frozenset[str], str, Precedent]]:
    kept = []
    for row in map(json.loads, (LETTERS / "pairs.jsonl").read_text(encoding="utf-8").splitlines()):
        comment = Comment("theirs", str(row["comment_no"]), row["comment"], (row["heading"],))
        answer = Response("theirs", (comment.number,), row["response"])
        pair = Pair(row["id"], Matter(row["company"], row["cik"]), comment, answer)
        kept.append((words(comment.text), row["cik"], Precedent(pair, 0.9)))
    return kept


def others(cik: str, comment: Comment) -> list[Precedent]:
    mine = words(comment.text)
    scored = [(len(mine & theirs), n, p) for n, (theirs, who, p) in enumerate(shelf()) if who != cik]
    return [p for shared, _, p in sorted(scored, key=lambda s: -s[0])[:NEAR] if shared > 2]


def staff_letters() -> Iterator[tuple[str, Letter, Sequence[Comment]]]:
    rows = [
        json.loads(line) for line in (LETTERS / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    random.Random(7).shuffle(rows)
    for row in rows:
        path = LETTERS / Path(row.get("path") or row.get("file") or "")
        if path.suffix != ".pdf" or not path.is_file():
            continue
        try:
            read_ = parse(read(path.read_bytes(), path.name), path.stem)
        except DrafterError:
            continue
        if read_.letter.side is Side.STAFF and read_.comments:
            yield str(row.get("cik", "")), read_.letter, read_.comments


@pytest.fixture(scope="module")
def drafts() -> list[tuple[Draft, Sequence[Comment]]]:
    """The first `MANY` staff letters of a fixed shuffle, drafted."""
    made = []
    for cik, letter, comments in staff_letters():
        case = Case(letter, tuple(comments))
        made.append((draft(case, lambda c, cik=cik: others(cik, c)), comments))  # type: ignore[misc]
        if len(made) == MANY:
            break
    return made


@pytest.fixture(scope="module")
def answers(drafts: list[tuple[Draft, Sequence[Comment]]]) -> list[Answer]:
    assert len(drafts) == MANY
    return [a for made, _ in drafts for a in made.answers]


def test_every_comment_is_recited_as_it_was_read(drafts: list[tuple[Draft, Sequence[Comment]]]) -> None:
    for made, comments in drafts:
        assert [a.comment.text for a in made.answers] == [c.text for c in comments]


def test_no_request_is_left_out(answers: list[Answer]) -> None:
    assert [a.comment.text[:80] for a in answers if a.unanswered_requests] == []


def test_nothing_has_to_be_struck_and_nothing_is_wrong(
    drafts: list[tuple[Draft, Sequence[Comment]]],
) -> None:
    found = [f for made, _ in drafts for f in made.findings]
    bad = [f for f in found if f.check.startswith("grounding") or f.severity is Severity.ERROR]
    assert [f.message for f in bad] == []


def test_no_other_company_is_named(drafts: list[tuple[Draft, Sequence[Comment]]]) -> None:
    for made, _ in drafts:
        said = " ".join(line.text for line in made.letter.lines).lower()
        for answer in made.answers:
            names = {p.pair.matter.company.lower() for p in answer.precedents} - {""}
            assert [
                n for n in names if re.search(rf"\b{re.escape(n)}\b", answer.text.lower()) and n not in said
            ] == []


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("the staff's pronoun", STAFF_PRONOUN),
        ("a pronoun for a blank", HANGING_BLANK),
        ("a doubled word", DOUBLED),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_the_answers_are_free_of(fault: str, pattern: re.Pattern[str], answers: list[Answer]) -> None:
    found = [m.group(0) for a in answers if (m := pattern.search(QUOTED.sub(" ", a.text)))]
    assert found == [], fault


def test_brackets_are_balanced(answers: list[Answer]) -> None:
    odd = [a.text for a in answers if any(a.text.count(x) != a.text.count(y) for x, y in ("[]", "()"))]
    assert odd == []
