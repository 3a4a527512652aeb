"""Gold from disk: JSON lines, and the rows of it that are known to be wrong."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from drafter.errors import Unreadable
from drafter.packaged import folder

Row = dict[str, Any]

LeftOut = frozenset[tuple[str, str]]
"""Pairs of an item's id and the mark not to be scored; the mark "" leaves the whole item out."""


def rows(path: Path) -> list[Row]:
    """The rows of a file of JSON lines. Raises Unreadable where it is missing or broken."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unreadable(
            f"{path} cannot be opened ({why}). Give a folder with gold; evals/README.md says what it holds."
        ) from None
    except ValueError as error:
        raise Unreadable(f"{path} is not made of JSON lines ({error}). Mend the line it names.") from None


def by(key: str, found: Iterable[Row]) -> Mapping[str, list[Row]]:
    """The rows that share the value of a key, in order of appearance."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        groups[str(row.get(key, ""))].append(row)
    return groups


def left_out() -> LeftOut:
    """The gold rows that a letter itself shows to be wrong."""
    return frozenset((row["id"], row.get("mark", "")) for row in rows(folder("evals") / "left_out.jsonl"))
