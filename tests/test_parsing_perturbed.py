"""Real letters with their labels, numbers, looks or rows changed throughout are read as before."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter.domain import Line, Role
from drafter.evaluation.likeness import one_end
from drafter.parsing import Parsed, parse
from drafter.parsing.alignment import plain_words
from drafter.parsing.marks import comment_mark, response_mark
from drafter.reading import read

pytestmark = [pytest.mark.real, pytest.mark.slow]

Change = Callable[[Parsed], Sequence[Line]]


@cache
def responses(folder: Path) -> tuple[Parsed, ...]:
    """The response letters of the gold that are at hand, read."""
    rows = (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    paths = sorted({folder / json.loads(row)["response_path"] for row in rows})
    return tuple(parse(read(p.read_bytes(), p.name), p.stem) for p in paths if p.exists())


def starts(letter: Parsed) -> dict[int, str]:
    return {c.lines[0]: c.number for c in letter.comments if c.text}


def numbered(letter: Parsed) -> bool:
    """Whether every comment bears its number."""
    marks = [comment_mark(letter.letter.lines[i].text) for i in starts(letter)]
    return bool(marks) and all(mark and mark.number for mark in marks)


def labelled(letter: Parsed) -> bool:
    """Whether every answer bears a label."""
    lines = zip(letter.letter.lines, letter.roles, strict=True)
    labels = sum(response_mark(ln.text) is not None for ln, role in lines if role is Role.RESPONSE)
    return 0 < len(letter.responses) <= labels


def marked(line: Line, mark: str, end: int) -> Line:
    """The line with another mark before its text, which begins at `end`; its looks go with it."""
    text = (mark + line.text[end:]).strip()
    lead = line.lead if not line.lead else max(1, line.lead + len(text) - len(line.text))
    return replace(line, text=text, lead=min(lead, len(text)))


def labels_put(label: str) -> Change:
    """Every label of an answer in other words, its number kept."""

    def change(letter: Parsed) -> list[Line]:
        out = []
        for line, role in zip(letter.letter.lines, letter.roles, strict=True):
            mark = response_mark(line.text) if role is Role.RESPONSE else None
            if not mark or len(mark[0]) > 1:
                out.append(line)
                continue
            number = f" {mark[0][0]}" if mark[0] else ""
            out.append(marked(line, label.format(n=number) + " ", mark[1]))
        return out

    return change


def numbers_put(form: str) -> Change:
    """Every comment's number in another writing."""

    def change(letter: Parsed) -> list[Line]:
        out = list(letter.letter.lines)
        for i, number in starts(letter).items():
            mark = comment_mark(out[i].text)
            out[i] = marked(out[i], form.format(n=number), mark.end if mark else 0)
        return out

    return change


def bold_and_italic_exchanged(letter: Parsed) -> list[Line]:
    return [replace(line, bold=line.italic, italic=line.bold) for line in letter.letter.lines]


def without_looks(letter: Parsed) -> list[Line]:
    return [replace(ln, bold=False, italic=False, underlined=False, lead=0) for ln in letter.letter.lines]


def with_page_furniture(letter: Parsed) -> list[Line]:
    """A page number and a banner after every twenty-five lines, but inside tables."""
    out: list[Line] = []
    for i, line in enumerate(letter.letter.lines):
        page = i // 25 + 1
        out.append(replace(line, page=page))
        if i % 25 == 24 and line.table is None:
            banner = "CONFIDENTIAL TREATMENT REQUESTED BY HARROWGATE"
            out += [Line(str(page), page=page), Line(banner, bold=True, page=page + 1)]
    return out


def wrapped(width: int) -> Change:
    """The letter as plain text, wrapped and without looks."""

    def change(letter: Parsed) -> Sequence[Line]:
        blocks: list[str] = []
        table: int | None = None
        for line in letter.letter.lines:
            row = line.text.replace(" | ", "    ")
            if line.table is not None and line.table == table:
                blocks[-1] += "\n" + row
            elif line.table is not None:
                blocks.append(row)
            else:
                rows = textwrap.wrap(row, width, break_long_words=False, break_on_hyphens=False)
                blocks.append("\n".join(rows))
            table = line.table
        return read("\n\n".join(blocks).encode())

    return change


def always(letter: Parsed) -> bool:
    return bool(letter.comments)


def both(letter: Parsed) -> bool:
    return labelled(letter) and numbered(letter)


CHANGES: dict[str, tuple[Callable[[Parsed], bool], Change, float]] = {
    **{label: (labelled, labels_put(label), 1.0) for label in
       ("Company Response{n}:", "Reply{n}:", "A{n}:", "RESPONSE TO COMMENT{n}:", "Registrant’s Response{n} –")},
    "Our view{n}:": (labelled, labels_put("Our view{n}:"), 0.9),
    **{form: (numbered, numbers_put(form), 1.0) for form in
       ("{n}) ", "Comment {n}: ", "SEC Comment No. {n}. ", "{n}.", "{n} – ", "Q{n}: ")},
    "({n}) ": (numbered, numbers_put("({n}) "), 0.99),
    "bold and italic exchanged": (always, bold_and_italic_exchanged, 1.0),
    "without looks, labelled": (both, without_looks, 1.0),
    "without looks or labels": (lambda a: numbered(a) and not labelled(a), without_looks, 0.85),
    "with page furniture": (always, with_page_furniture, 1.0),
    "wrapped at 80": (both, wrapped(80), 1.0),
    "wrapped at 65": (both, wrapped(65), 1.0),
}  # fmt: skip
"""By name: which letters can be changed so, the change, and the share of them that is read as before at least.

Where only the words tell comment from answer, or one label stands in its own words, some are not.
"""


def texts(letter: Parsed) -> list[tuple[str, list[str], list[str]]]:
    answers = ((c, letter.response_to(c.number)) for c in letter.comments)
    return [(c.number, plain_words(c.text), plain_words(a.text if a else "")) for c, a in answers]


def alike(a: list[str], b: list[str]) -> bool:
    return a == b or (one_end(a, b) and one_end(a[::-1], b[::-1]))


def same(before: Parsed, after: Parsed) -> bool:
    one, other = texts(before), texts(after)
    if [row[0] for row in one] != [row[0] for row in other]:
        return False
    return all(alike(a[1], b[1]) and alike(a[2], b[2]) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(("fits", "change", "share"), CHANGES.values(), ids=CHANGES)
def test_a_change_throughout_a_letter_changes_no_pair(
    letters: Path, fits: Callable[[Parsed], bool], change: Change, share: float
) -> None:
    chosen = [one for one in responses(letters) if fits(one)]
    differing = [one.letter.id for one in chosen if not same(one, parse(change(one), one.letter.id))]
    assert len(chosen) > 40
    assert len(differing) <= (1 - share) * len(chosen), differing
