"""The notes under a table, told by the marks that its rows bear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Line
from drafter.parsing.cues import words

NOTE = re.compile(r"\s*(?:\((?P<bracketed>\d{1,2}|[a-z])\)|(?P<starred>[*†‡]{1,4}))(?!\s*\|)\s*\S")
"""A note under a table. Examples: "(1) All amounts", "* Not meaningful". Not: "1. We note"."""

MARKS = re.compile(r"\((\d{1,2}|[a-z])\)|([*†‡]+)")
"""What a row refers to notes by. Examples: "(1)", "†"."""

SHORT = 6
"""Words: a line of no more between notes is their page's and not the text's."""


def table_notes(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are notes of the table above them."""
    found: set[int] = set()
    marks: set[str] = set()
    for i, line in enumerate(lines):
        if line.table is not None:
            if i and lines[i - 1].table != line.table and i - 1 not in found:
                marks = set()
            marks |= {a or b for a, b in MARKS.findall(line.text)}
            continue
        note = NOTE.match(line.text)
        named = note and (note["bracketed"] or note["starred"])
        if note and named in marks and not words(line.text[note.end() - 1 :]).opens_comment:
            found.add(i)
        elif len(line.text.split()) > SHORT:
            marks = set()
    return frozenset(found)
