"""New words against filed ones: what is kept, inserted and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORD = re.compile(r"\[●[^\[\]]*\][^\s\[]*|\S+")
"""A word with its marks, or a whole blank."""

REVISES = 0.5
"""Share of common words from which a text revises another, and is none of its own."""

ISLAND = 2
"""Words that two texts have in common between two changes, up to which the changes are shown as one."""

LONGEST = 1_500
"""Words that are compared; a longer text is no paragraph."""


class Kind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a marked text, with the white space after them."""

    text: str
    kind: Kind = Kind.KEPT


def compared(filed: str, new: str) -> tuple[Change, ...]:
    """The new text with what it takes out of the filed one, deletions before insertions.

    Without the deletions it is `new`, its white space single; without the insertions it is `filed`.
    """
    before, after = _words(filed), _words(new)
    if max(len(before), len(after)) > LONGEST:
        return (Change(" ".join(after), Kind.INSERTED),)
    changes: list[Change] = []
    for kind, a, b, c, d in _runs(before, after):
        if kind == "equal":
            changes.append(Change(_set(after[c:d]), Kind.KEPT))
            continue
        changes += [Change(_set(before[a:b]), Kind.DELETED)] if b > a else []
        changes += [Change(_set(after[c:d]), Kind.INSERTED)] if d > c else []
    return tuple(_ended(changes))


def likeness(filed: str, new: str) -> float:
    """The share of words in common and in order, from 0 to 1."""
    before, after = _words(filed), _words(new)
    if not before or not after or max(len(before), len(after)) > LONGEST:
        return 0.0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= REVISES else 0.0


def _words(text: str) -> list[str]:
    return WORD.findall(text.replace("’", "'").replace("‘", "'"))


def _set(words: Sequence[str]) -> str:
    return "".join(f"{word} " for word in words)


_Run = tuple[str, int, int, int, int]


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[_Run]:
    """The runs of equal and of changed words; a short equal one between two changes belongs to them."""
    held: _Run | None = None
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for at, (kind, a, b, c, d) in enumerate(codes):
        island = kind == "equal" and 0 < at < len(codes) - 1 and b - a <= ISLAND and held is not None
        if kind == "equal" and not island:
            if held:
                yield held
            held = None
            yield kind, a, b, c, d
        else:
            held = ("change", held[1], b, held[3], d) if held else ("change", a, b, c, d)
    if held:
        yield held


def _ended(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes without the white space at the text's end."""
    for at, change in enumerate(changes):
        last = at == len(changes) - 1
        yield Change(change.text.rstrip(), change.kind) if last else change
