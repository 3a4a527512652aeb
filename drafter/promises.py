"""The register on disk: what counsel marked of it, and the later filings that it is held against."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from drafter.errors import BadSettings, LibraryError
from drafter.intake import contents
from drafter.reading import FILING, read
from drafter.register import Entry, Later, Standing, looked_up
from drafter.rendering import write

MARKS = "undertakings.json"
"""Beside the library's record: the standings that counsel set, by the promises' ids."""


def marks(folder: Path) -> dict[str, str]:
    """The standings that counsel set; {} where none are. Raises LibraryError for a file that is broken."""
    path = folder / MARKS
    if not path.exists():
        return {}
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return {str(id_): Standing(said).value for id_, said in held.items()}
    except (json.JSONDecodeError, UnicodeDecodeError, ValueError, AttributeError):
        raise LibraryError(
            f"{path} is broken. Mend it, or delete it: the marks on undertakings are then lost."
        ) from None


def mark(folder: Path, register: Iterable[Entry], id_: str, said: str) -> None:
    """Keeps counsel's word on a promise: "kept", "not_found" or "open", which takes a mark back.

    Raises BadSettings for a promise that the register does not hold, or another word.
    """
    words = [s.value for s in (Standing.KEPT, Standing.NOT_FOUND, Standing.OPEN)]
    if said not in words:
        raise BadSettings(f"An undertaking cannot be marked {said!r}. Give one of: {', '.join(words)}.")
    if id_ not in {e.id for e in register}:
        raise BadSettings(f"There is no undertaking {id_!r}. Take the id from drafter undertakings.")
    held = {**marks(folder), id_: said}
    if said == Standing.OPEN.value:
        del held[id_]
    write(folder / MARKS, json.dumps(held, indent=1, sort_keys=True).encode("utf-8"), force=True)


def held_against(register: tuple[Entry, ...], filings: Iterable[Path]) -> tuple[Entry, ...]:
    """The register with what those filings keep. Raises Unreadable for a file that is no filing."""
    for path in filings:
        register = looked_up(register, Later.of(path.name, read(contents(path), path.name, FILING)))
    return register
