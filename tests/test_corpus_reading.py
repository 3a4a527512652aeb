"""Every letter of the sample library reads back to exactly the comments and answers of its source."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any

import pytest

from drafter.domain import Kind, Side
from drafter.parsing import Parsed, pair, parse
from drafter.reading import read
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"
sys.path.insert(0, str(CORPUS))
source = import_module("letterpress.source")
layouts = import_module("letterpress.layouts")

SHEAVES = [s for m in source.matters(CORPUS / "source") for s in source.sheaves(m)]
COMMENT_LETTERS = [s for s in SHEAVES if s.letter["kind"] == "comments"]
RESPONSES = [s for s in SHEAVES if s.letter["kind"] == "response"]
IN_PAIRS = [s for s in RESPONSES if layouts.LAYOUTS[s.letter["layout"]].order in ("pairs", "annex")]


def parsed(sheaf: Any) -> Parsed:
    """The built letter as the program reads it."""
    path = CORPUS / "letters" / sheaf.name
    return parse(read(path.read_bytes(), path.name), sheaf.name)


def plain(text: str) -> str:
    """The words, without the differences that formats make."""
    return " ".join(re.findall(r"[^\s|]+", text.translate(str.maketrans("“”’", '""\''))))


def asked(sheaf: Any) -> list[tuple[str, str]]:
    """Number and words of each comment in the source."""
    return [(i.number, plain(i.text)) for i in sheaf.items if i.number]


def answered(sheaf: Any) -> list[tuple[tuple[str, ...], str]]:
    """Numbers and words of each answer in the source; answers to bullets are parts of one answer."""
    replies = [
        (r["to"], [*(p for b in r.get("bullets", []) for p in b), *r["text"]])
        for r in sheaf.letter["responses"]
    ]
    return [(tuple(map(str, to)), plain(" ".join(map(part, text)))) for to, text in replies]


def asking(sheaf: Any) -> Any:
    """The staff letter that a response answers."""
    return next(s for s in COMMENT_LETTERS if s.letter is sheaf.answered)


def part(piece: Any) -> str:
    """A paragraph, or a table's cells in reading order."""
    if isinstance(piece, dict):
        return " | ".join(str(c) for row in piece["table"] for c in row if c)
    return str(piece).removeprefix("> ")


@pytest.mark.parametrize("sheaf", COMMENT_LETTERS, ids=lambda s: s.name)
def test_a_staff_letter_reads_back_to_its_comments(sheaf: Any) -> None:
    found = parsed(sheaf)
    assert (found.letter.side, found.letter.kind, found.letter.sent) == (
        Side.STAFF,
        Kind.COMMENTS,
        sheaf.sent,
    )
    assert [(c.number, plain(c.text)) for c in found.comments] == asked(sheaf)


@pytest.mark.parametrize("sheaf", IN_PAIRS, ids=lambda s: s.name)
def test_a_response_letter_reads_back_to_its_comments(sheaf: Any) -> None:
    assert [(c.number, plain(c.text)) for c in parsed(sheaf).comments] == asked(sheaf)


@pytest.mark.parametrize("sheaf", IN_PAIRS, ids=lambda s: s.name)
def test_a_response_letter_reads_back_to_its_answers(sheaf: Any) -> None:
    assert [(r.numbers, plain(r.text)) for r in parsed(sheaf).responses] == answered(sheaf)


@pytest.mark.parametrize("sheaf", RESPONSES, ids=lambda s: f"{s.letter['layout']}-{s.name}")
def test_with_its_staff_letter_a_response_letter_reads_back_to_its_answers(sheaf: Any) -> None:
    found = pair(parsed(sheaf), parsed(asking(sheaf)))
    expected = {n: (numbers, words) for numbers, words in answered(sheaf) for n in numbers}
    assert {p.comment.number: (p.response.numbers, plain(p.response.text)) for p in found.pairs} == expected
    assert (found.unanswered, found.unasked) == ((), ())


@pytest.mark.parametrize("sheaf", SHEAVES, ids=lambda s: s.name)
def test_a_letter_reads_back_to_its_side_kind_company_and_date(sheaf: Any) -> None:
    found = parsed(sheaf).letter
    assert (found.side.value, found.kind.value, found.sent) == (
        sheaf.letter["side"],
        sheaf.letter["kind"],
        sheaf.sent,
    )
    assert found.matter.company == sheaf.matter["company"]["name"]
