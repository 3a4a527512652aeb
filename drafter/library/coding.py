"""Letters and pairs as JSON, for the record."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from drafter.domain import Comment, Filing, FollowUp, Known, Line, Matter, Outcome, Pair, Response, Status


def packed_lines(lines: Sequence[Line]) -> bytes:
    """The lines as compressed JSON."""
    rows = [[x.text, int(x.bold), int(x.italic), x.table, x.page, int(x.underlined), x.lead] for x in lines]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), 6)


def unpacked_lines(packed: bytes) -> tuple[Line, ...]:
    """The lines that `packed_lines` packed; the first layout left out what is underlined, and the lead."""
    rows = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return tuple(
        Line(text, bool(bold), bool(italic), table, page, bool(underlined), lead)
        for text, bold, italic, table, page, underlined, lead in ((*row, 0, 0)[:7] for row in rows)
    )


def pair_json(pair: Pair) -> str:
    """The pair as JSON: the same pair gives the same text."""
    matter, comment, response = pair.matter, pair.comment, pair.response
    row = {
        **_fields(pair),
        "matter": {**_fields(matter), "filings": [_fields(f) for f in matter.filings]},
        "comment": _fields(comment),
        "response": _fields(response),
        "outcome": outcome_row(pair.outcome),
    }
    return json.dumps(row, ensure_ascii=True, sort_keys=True, default=date.isoformat)


def outcome_row(outcome: Outcome) -> dict[str, Any]:
    """The outcome as JSON knows it, its dates still dates."""
    later = outcome.follow_up
    return {**_fields(outcome), "follow_up": _fields(later) if later else None}


def outcome_from(row: dict[str, Any]) -> Outcome:
    """The outcome that `outcome_row` made, read back from JSON."""
    later = row["follow_up"]
    return Outcome(
        Status(row["status"]),
        row["basis"],
        FollowUp(**{**later, "sent": a_date(later["sent"])}) if later else None,
        a_date(row["closed"]),
    )


def known_json(known: Known) -> str:
    """What EDGAR says of a letter as JSON, "" for nothing."""
    if known == Known():
        return ""
    filings = [_fields(f) for f in known.matter.filings]
    row = {**_fields(known), "matter": {**_fields(known.matter), "filings": filings}}
    return json.dumps(row, sort_keys=True, default=date.isoformat)


def known_from(text: str) -> Known:
    """What `known_json` wrote."""
    if not text:
        return Known()
    row = json.loads(text)
    return Known(_matter(row["matter"]), a_date(row["filed"]), a_date(row["released"]))


def _matter(row: dict[str, Any]) -> Matter:
    filings = tuple(Filing(f["form"], a_date(f["period"]), a_date(f["filed"])) for f in row["filings"])
    return Matter(row["company"], row["cik"], tuple(row["file_numbers"]), filings)


def _fields(
    value: Matter | Filing | Comment | Response | Outcome | FollowUp | Known | Pair,
) -> dict[str, Any]:
    """The fields of a value and no deeper: dataclasses.asdict would copy every text."""
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def pair_from(text: str) -> Pair:
    """The pair that `pair_json` wrote."""
    row: dict[str, Any] = json.loads(text)
    comment, response = row["comment"], row["response"]
    return Pair(
        id=row["id"],
        matter=_matter(row["matter"]),
        comment=Comment(
            **{**comment, "heading": tuple(comment["heading"]), "lines": tuple(comment["lines"])},
        ),
        response=Response(
            **{**response, "numbers": tuple(response["numbers"]), "lines": tuple(response["lines"])},
        ),
        sent=a_date(row["sent"]),
        source=row["source"],
        industry=row["industry"],
        review=row["review"],
        round=row["round"],
        prior=row["prior"],
        outcome=outcome_from(row["outcome"]),
        released=a_date(row["released"]),
    )


def a_date(text: str | None) -> date | None:
    """The date of an ISO text; None for none."""
    return date.fromisoformat(text) if text else None
