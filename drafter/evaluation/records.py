"""What a long run has done, kept a case a file, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError
from drafter.evaluation.report import Case, Item
from drafter.packaged import folder

FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError, ValueError)
"""What a fault of ours raises: the case is put down as failed, and the others are still done."""


@dataclass(frozen=True, slots=True)
class Records:
    """The cases done in a folder by the program as it is now; `mark` tells it from another."""

    place: Path
    mark: str

    def done(self, id_: str) -> Case | None:
        """The case of that id, None where it is to be done: no record, half a record, or another program's."""
        try:
            row = json.loads(self._file(id_).read_text(encoding="utf-8"))
            return case_from(row["case"]) if row["mark"] == self.mark and row["case"]["id"] == id_ else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, case: Case) -> None:
        """Write the case down; a half-written record is never taken for a whole one."""
        path = self._file(case.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        text = json.dumps({"mark": self.mark, "case": asdict(case)}, ensure_ascii=False, indent=1)
        part.write_text(text + "\n", encoding="utf-8", newline="\n")
        part.replace(path)

    def forget_others(self, ids: Iterable[str]) -> None:
        """Take out records of cases that are none any more."""
        wanted = {self._file(i).name for i in ids}
        for path in sorted(self.place.glob("*.json")):
            if path.name not in wanted:
                with suppress(FileNotFoundError):
                    path.unlink()

    def _file(self, id_: str) -> Path:
        return self.place / f"{hashlib.sha256(id_.encode('utf-8')).hexdigest()[:20]}.json"


def carried_out(
    ids: Iterable[str],
    work: Callable[[str], tuple[Item, ...]],
    records: Records,
    tick: Callable[[int, int], None],
) -> Iterator[Case]:
    """Each case in order, from its record or done now. One that fails is a case that says why."""
    wanted = list(ids)
    records.forget_others(wanted)
    for n, id_ in enumerate(wanted):
        tick(n, len(wanted))
        case = records.done(id_)
        if case is None:
            case = attempted(id_, work)
            records.keep(case)
        yield case
    tick(len(wanted), len(wanted))


def attempted(id_: str, work: Callable[[str], tuple[Item, ...]]) -> Case:
    """The case with its items, or with why it failed."""
    try:
        return Case(id_, work(id_))
    except DrafterError as error:
        return Case(id_, failed=str(error))
    except FAULTS as error:
        return Case(id_, failed=f"{type(error).__name__}: {error}")


def kept(place: Path) -> list[Case]:
    """The cases whose whole records lie in a folder, by id."""
    found = []
    for path in place.glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            found.append(case_from(json.loads(path.read_text(encoding="utf-8"))["case"]))
    return sorted(found, key=lambda c: c.id)


def case_from(row: dict[str, Any]) -> Case:
    """The case that a record holds."""
    return Case(row["id"], tuple(Item(**item) for item in row["items"]), row["failed"])


def program() -> str:
    """Digest of the program as it is now: its modules, prompts and data files."""
    told = hashlib.sha256()
    for place in (Path(__file__).parent.parent, folder("prompts")):
        for path in sorted(p for p in place.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            told.update(path.relative_to(place).as_posix().encode("utf-8"))
            told.update(path.read_bytes())
    return told.hexdigest()
