"""How right real letters are read: figures over the letters kept outside the project, with floors reached."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drafter.domain import Comment, Role
from drafter.parsing import Paired, Parsed, pair, parse
from drafter.parsing.alignment import plain_words
from drafter.reading import read

pytestmark = [pytest.mark.real, pytest.mark.slow]

SLACK = 2
"""Words: a boundary is right within two of normalised text."""

RUN = 4
"""Words that must be the same at a boundary."""

WRONG = frozenset(
    {
        "2018-08-30_CORRESP_0001193125-18-263714#1",  # a footnote of the page before the answer
        "2018-04-30_CORRESP_0001104659-18-028354#1",  # a running header before the answer
        "2022-09-09_CORRESP_0001656423-22-000035#2",  # the end of the comment before the answer
        "2017-05-09_CORRESP_0000899051-17-000015#1",  # two of three answered bullets left out
        "2018-01-12_CORRESP_0001193125-18-010012#1",  # a footnote before the answer
        "2016-04-14_CORRESP_0001104659-16-111536#1",  # a page footer before the answer
        "2018-04-09_CORRESP_0001104659-18-023115#1",  # a page footer before the answer
        "2025-10-10_CORRESP_0001104659-25-098757#5",  # the next heading after the answer
    }
)
"""Rows that the letter itself shows to be wrong, left out of the score."""


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def by(key: str, found: Iterable[dict[str, Any]]) -> Mapping[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


@cache
def letter(path: Path) -> Parsed:
    return parse(read(path.read_bytes(), path.name), path.stem)


def both_ends(one: str, other: str) -> bool:
    """Whether two texts begin and end alike, within SLACK words."""
    a, b = plain_words(one), plain_words(other)
    return _alike(a, b) and _alike(a[::-1], b[::-1])


def _alike(a: Sequence[str], b: Sequence[str]) -> bool:
    shifts = range(SLACK + 1)
    return any(a[i : i + RUN] == b[j : j + RUN] != [] for i in shifts for j in shifts)


def heading_right(comment: Comment, named: str) -> bool:
    """Whether the last heading and its page are those of a row; a row may hold only its last line."""
    ours = plain_words(" ".join((*comment.heading[-1:], "page " + comment.page if comment.page else "")))
    theirs = plain_words(re.sub(r"\bpages\b", "page", named.split(" / ")[-1]))
    return ours[len(ours) - len(theirs) :] == theirs


def test_the_comments_of_staff_letters(letters: Path) -> None:
    asked = by("path", rows(letters / "staff_comments.jsonl"))
    found = right = total = headings = headed = 0
    for path, gold in asked.items():
        mine = {c.number: c for c in letter(letters / path).comments}
        found, total = found + len(mine), total + len(gold)
        for row in gold:
            comment = mine.get(str(row["number"]))
            right += comment is not None and both_ends(comment.text, row["text"])
            if comment and row["heading"]:
                headed += 1
                headings += heading_right(comment, row["heading"])
    assert total == 590
    assert 2 * right / (found + total) >= 0.995
    assert headings / headed >= 0.99


class Score:
    """Counts over pairs: of the rows and of what was found."""

    def __init__(self) -> None:
        self.rows = self.found = self.paired = self.comment = self.response = self.headings = self.headed = 0

    def add(self, joined: Paired, gold: Sequence[dict[str, Any]]) -> None:
        mine = {p.comment.number: p for p in joined.pairs}
        self.rows += len(gold)
        self.found += len(mine)
        for row in gold:
            one = mine.get(str(row["comment_no"]))
            if one is None or row["id"] in WRONG:
                self.paired += one is not None
                self.comment += one is not None
                self.response += one is not None
                continue
            self.paired += 1
            self.comment += both_ends(one.comment.text, row["comment"]) or both_ends(
                one.comment.text, row["comment_as_restated"]
            )
            self.response += both_ends(one.response.text, row["response"])
            if row["staff_heading"]:
                self.headed += 1
                self.headings += heading_right(one.comment, row["staff_heading"])

    @property
    def f1(self) -> float:
        return 2 * self.paired / (self.rows + self.found)


def scored(letters: Path, spine: bool) -> Score:
    score = Score()
    for path, gold in by("response_path", rows(letters / "pairs.jsonl")).items():
        if (letters / path).exists():
            with_staff = letter(letters / gold[0]["staff_path"]) if spine else None
            score.add(pair(letter(letters / path), with_staff), gold)
    return score


def test_pairs_along_the_staff_letter(letters: Path) -> None:
    score = scored(letters, spine=True)
    assert score.f1 >= 0.985
    assert score.comment / score.paired >= 0.99
    assert score.response / score.paired >= 0.97
    assert score.headings / score.headed >= 0.99


def test_pairs_of_response_letters_read_alone(letters: Path) -> None:
    score = scored(letters, spine=False)
    assert score.f1 >= 0.985
    assert score.comment / score.paired >= 0.985
    assert score.response / score.paired >= 0.97
    assert score.headings / score.headed >= 0.92  # the company's own headings and pages often differ


SEEDS = {
    "qualys-2014-12-22-response.txt": (
        ("1", "Key Metrics", "41", "In a risk factor", "The Company notes that Section III.B"),
        ("2", "Key Metrics", "41", "In this risk factor", "The Company does not monitor upsell"),
        (
            "3",
            "Revenue Recognition",
            "66",
            "We note your disclosure on page 6",
            "The Company notes that the typical",
        ),
        ("4", "Revenue Recognition", "66", "The company's web-site description", "In accordance with ASC"),
        ("5", "Exhibit 31.1 and 31.2", "", "We note that your officer", "In response to the Staff's comment"),
    ),
    "qualys-2022-12-21-response.txt": (
        (
            "1",
            "Results of Operations",
            "41",
            "We note your discussion of the net",
            "The Company acknowledges",
        ),
        ("2", "2021 and 2020", "42", "You state that revenue growth", "The Company acknowledges"),
        ("3", "Key Non-GAAP Metric", "45", "We note you present", "The Company acknowledges"),
        (
            "4",
            "Fair Value of Financial Instruments",
            "62",
            "Please reconcile for us",
            "The Company acknowledges",
        ),
        ("5", "Segment and Geographic Information", "78", "We note approximately 39%", "The Company advises"),
    ),
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_gives_five_comments_and_five_responses_in_order(letters: Path, name: str) -> None:
    read_so = letter(letters / "seeds" / name)
    for comment, response, expected in zip(read_so.comments, read_so.responses, SEEDS[name], strict=True):
        number, heading, page, asks, says = expected
        assert (comment.number, comment.page, response.numbers) == (number, page, (number,))
        assert comment.heading[-1].endswith(heading)
        assert comment.heading[0].startswith("Form 10-")
        assert comment.text.startswith(asks)
        assert response.text.startswith(says)


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_holds_no_letterhead_and_no_closing_in_its_texts(letters: Path, name: str) -> None:
    read_so = letter(letters / "seeds" / name)
    for text in (*(c.text for c in read_so.comments), *(r.text for r in read_so.responses)):
        assert not re.search(
            r"www\.|Parkway|Boulevard|\* \*|foreclose|adequacy|Please direct|Sincerely", text
        )
        assert not text.endswith(("*", "|"))


def test_every_line_of_every_letter_has_one_role(letters: Path) -> None:
    for path in sorted((letters / "open").glob("*/*.htm")):
        read_so = letter(path)
        assert len(read_so.roles) == len(read_so.letter.lines)
        assert all(isinstance(role, Role) for role in read_so.roles)
