"""What a change of the parser gained and lost against a recorded reading of ids and marks. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.evaluation.report import Item, Report, items

GATED = ("comment", "pair", "pair_alone", "head", "thread")
"""Kinds of items that are recorded."""

MISSED, EXTRA = "missed", "extra"

Recorded = Mapping[str, Mapping[str, str]]
"""By kind and id: which marks are right and wrong ("comment+ response-"), or MISSED, or EXTRA."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became right (`gained`) and wrong (`lost`): lines such as "pair 2021-...#3 response"."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def told(self) -> str:
        """The change as lines of text, losses first; "" for none."""
        return "\n".join(
            [*(f"lost   {line}" for line in self.lost), *(f"gained {line}" for line in self.gained)]
        )


def recorded(report: Report) -> dict[str, dict[str, str]]:
    """What a report's gated items are, in order of id."""
    kept: dict[str, dict[str, str]] = {kind: {} for kind in GATED}
    for item in sorted(items(report.cases), key=lambda i: i.id):
        if item.kind in kept:
            kept[item.kind][item.id] = _state(item)
    return kept


def compare(before: Recorded, now: Recorded) -> Change:
    """What one reading gained and lost against another; kinds and gold that are new are neither."""
    moves = [move for kind in before for move in _moves(kind, before[kind], now.get(kind, {}))]
    return Change(
        tuple(line for line, better in moves if better), tuple(line for line, better in moves if not better)
    )


def _state(item: Item) -> str:
    if not item.found:
        return MISSED
    if not item.wanted:
        return EXTRA
    return " ".join(
        f"{name}{'+' if mark else '-'}" for name, mark in sorted(item.marks.items()) if mark is not None
    )


def _moves(kind: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Each item or mark that changed, with whether it is better now."""
    for id_ in sorted({*before, *now}):
        was, is_ = before.get(id_), now.get(id_)
        if EXTRA in (was, is_):
            yield from [(f"{kind} {id_} {EXTRA}", was == EXTRA)] * (was != is_)
        elif was is not None and is_ is not None:
            yield from ((f"{kind} {id_} {name}".rstrip(), better) for name, better in _marks(was, is_))


def _marks(was: str, is_: str) -> Iterator[tuple[str, bool]]:
    if MISSED in (was, is_):
        yield from [("", was == MISSED)] * (was != is_)
        return
    old, new = ({m[:-1]: m[-1] for m in state.split()} for state in (was, is_))
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            yield name, new[name] == "+"
