"""Of a long part of a filing, the paragraphs that bear on a comment."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from drafter.filings.figures import figures_in, stands_on
from drafter.filings.filed import Filed, Part
from drafter.filings.words import quotations, stems

LONGEST = 350
"""Words of one extract; a page has 500 to 700."""

LONGEST_PARAGRAPH = 250
"""Words of one paragraph that are shown."""

LEFT_OUT = "[...]"
NEAR_QUOTE, NEAR_FIGURE = 6.0, 3.0
"""What a quotation or a figure of the comment weighs beside one shared word."""

BEGINNING = 0.5
"""What the beginning of a Note or Item weighs, which says what it is about."""


def clipped(
    filing: Filed, part: Part, wanted: frozenset[str], comment: str, shown: set[int]
) -> tuple[str, set[int]]:
    """The paragraphs of the part that bear on the comment, within `LONGEST` words, and their places.

    Those in `shown` are left out. The words `wanted` weigh, and quotations and figures of the comment more.
    Rows of one table go together as far as they fit, its first rows with them.
    """
    groups = [g for g in _groups(filing, part) if not set(g) <= shown]
    if not groups:
        return "", set()
    held = _held(filing, part, comment)
    if sum(_length(filing, i) for g in groups for i in g) <= LONGEST:
        whole = {i for g in groups for i in g}
        return _joined(filing, sorted(whole - shown), part), whole - shown
    scores = {g[0]: _score(filing, g, wanted, held) for g in groups}
    if part.title:
        scores[groups[0][0]] += BEGINNING
    room, kept = LONGEST, set[int]()
    for group in sorted(groups, key=lambda g: (-scores[g[0]], g[0])):
        if room <= 0 or (kept and not scores[group[0]]):
            break
        taken = _taken(filing, group, wanted, held, room)
        kept |= set(taken)
        room -= sum(_length(filing, i) for i in taken)
    kept -= shown
    return _joined(filing, sorted(kept), part), kept


def _groups(filing: Filed, part: Part) -> list[tuple[int, ...]]:
    """Paragraphs one by one, a heading with what follows it, rows of one table together."""
    groups: list[list[int]] = []
    table: int | None = None
    heading = False
    for place, paragraph in filing.within(part):
        same = paragraph.table is not None and paragraph.table == table
        if groups and (same or (heading and len(groups[-1]) < 3)):
            groups[-1].append(place)
        else:
            groups.append([place])
        table, heading = paragraph.table, paragraph.heading
    return [tuple(g) for g in groups]


def _held(filing: Filed, part: Part, comment: str) -> dict[int, float]:
    """What the quotations and figures of the comment add to the paragraphs that hold them."""
    held: dict[int, float] = {}
    quoted = [(NEAR_QUOTE, filing.holding(q)) for q in quotations(comment)]
    figured = [(NEAR_FIGURE, stands_on(filing, f)) for f in figures_in(comment) if f.kind != "count"]
    for weight, places in (*quoted, *figured):
        for place in places:
            if part.start <= place < part.end:
                held[place] = held.get(place, 0) + weight
    return held


def _score(filing: Filed, group: Sequence[int], wanted: frozenset[str], held: dict[int, float]) -> float:
    said = stems(" ".join(filing.paragraphs[i].text for i in group))
    shared = len(said & wanted) / math.sqrt(1 + len(said))
    return shared + sum(held.get(i, 0) for i in group)


def _taken(
    filing: Filed, group: Sequence[int], wanted: frozenset[str], held: dict[int, float], room: int
) -> list[int]:
    """The group as far as it fits: its head, then its best paragraphs or rows."""
    if sum(_length(filing, i) for i in group) <= room:
        return list(group)
    head, left = list(group[:2]), room - sum(_length(filing, i) for i in group[:2])
    rest = sorted(group[2:], key=lambda i: (-_score(filing, (i,), wanted, held), i))
    return head + list(_fitting(filing, rest, left))


def _fitting(filing: Filed, places: Sequence[int], room: int) -> Iterator[int]:
    for place in places:
        room -= _length(filing, place)
        if room < 0:
            return
        yield place


def _length(filing: Filed, place: int) -> int:
    return min(len(filing.paragraphs[place].text.split()), LONGEST_PARAGRAPH)


def _joined(filing: Filed, places: Sequence[int], part: Part) -> str:
    lines: list[str] = []
    before = part.start - 1
    for place in places:
        if place != before + 1:
            lines.append(LEFT_OUT)
        words = filing.paragraphs[place].text.split()
        whole = " ".join(words)
        lines.append(
            whole if len(words) <= LONGEST_PARAGRAPH else " ".join(words[:LONGEST_PARAGRAPH]) + f" {LEFT_OUT}"
        )
        before = place
    return "\n".join(lines + [LEFT_OUT] * (before + 1 < part.end))
