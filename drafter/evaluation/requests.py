"""How right the things that comments ask for are found: spans, actions, deliverables, authorities, topics."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from drafter.authorities import authorities
from drafter.domain import Request
from drafter.evaluation.gold import Row, rows
from drafter.evaluation.report import Case, Item, Metric, Report, f1, mean
from drafter.requests import requests
from drafter.topics import topics

Span = tuple[int, int]

METRICS: dict[str, Metric] = {
    "spans_f1": f1("request"),
    "action": mean("request", "action"),
    "deliverable": mean("request", "deliverable"),
    "conditional": mean("request", "conditional"),
    "alternative": mean("request", "alternative"),
    "authorities_f1": f1("authority"),
    "topics_f1": f1("topic"),
    "first_topic": mean("comment", "first_topic"),
}
"""The figures of the suite, over all comments."""


def requests_suite(folder: Path) -> Report:
    """The figures over requests_gold.jsonl of a folder, or over the file itself. Raises Unreadable."""
    path = folder / "requests_gold.jsonl" if folder.is_dir() else folder
    return Report.over(
        "requests", [Case(row["id"], tuple(comment_items(row))) for row in rows(path)], METRICS
    )


def comment_items(row: Row) -> list[Item]:
    """What one comment asks for, cites and is about, against its gold row."""
    cited = tuple(dict.fromkeys(a.canonical for a in authorities(f"{row['heading']}\n{row['comment']}")))
    about = topics(row["comment"], (row["heading"],), cited)
    first = {"first_topic": float(about[0] in row["topics"]) if about else 0.0} if row["topics"] else {}
    return [
        *request_items(row, requests(row["comment"])),
        *_set_items("authority", row["id"], row["authorities"], cited),
        *_set_items("topic", row["id"], row["topics"], about),
        Item("comment", row["id"], marks=first),
    ]


def _set_items(kind: str, id_: str, wanted: Collection[str], found: Collection[str]) -> list[Item]:
    every = dict.fromkeys((*wanted, *found))
    return [Item(kind, f"{id_} {name}", name in wanted, name in found) for name in every]


def request_items(row: Row, found: Sequence[Request]) -> list[Item]:
    """The requests of a comment against the gold's, matched one to one by what they share."""
    wanted = [_span(row["comment"], gold["text"]) for gold in row["requests"]]
    match = one_to_one(wanted, [(r.start, r.end) for r in found])
    hit = [
        Item("request", f"{row['id']}#{n}", found=n in match, marks=_marks(row["requests"], n, found, match))
        for n in range(len(wanted))
    ]
    extra = [n for n in range(len(found)) if n not in match.values()]
    return hit + [Item("request", f"{row['id']}+{n}", wanted=False) for n in extra]


def _span(text: str, part: str) -> Span:
    """Where a part stands in a text, in words; an empty span where it does not."""
    at = text.find(part)
    if at < 0:
        return (0, 0)
    start = len(text[:at].split())
    return (start, start + len(part.split()))


def one_to_one(wanted: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Which span found is each one wanted: those that share most first, at least half of the longer."""
    shared = [(_overlap(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found)]
    match: dict[int, int] = {}
    for part, i, j in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if part >= HALF and i not in match and j not in match.values():
            match[i] = j
    return match


HALF = 0.5


def _overlap(a: Span, b: Span) -> float:
    """What two spans share, as part of the longer."""
    longer = max(a[1] - a[0], b[1] - b[0])
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / longer if longer else 0.0


def _marks(
    gold: Sequence[Row], n: int, found: Sequence[Request], match: dict[int, int]
) -> dict[str, float | None]:
    """What is right of a request found; alternatives are compared through the match."""
    if n not in match:
        return {}
    row, mine = gold[n], found[match[n]]
    wanted = match.get(row["alternative_of"]) if row["alternative_of"] is not None else None
    return {
        "action": float(mine.action == row["action"]),
        "deliverable": float(mine.deliverable == row["deliverable"]),
        "conditional": float(bool(mine.conditional) == bool(row["conditional"])),
        "alternative": float(mine.alternative_of == wanted),
    }
