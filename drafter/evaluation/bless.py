"""Record how letters are read now: `python -m drafter.evaluation.bless LETTERS BASELINE`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import DrafterError
from drafter.evaluation.gate import compare, recorded
from drafter.evaluation.parsing import parsing_suite

USAGE = "usage: python -m drafter.evaluation.bless LETTERS BASELINE\n"


def bless(folder: Path, baseline: Path) -> str:
    """Write the reading of a folder's letters as the baseline to keep to; returns what it gained and lost."""
    report = parsing_suite(folder, os.cpu_count() or 1)
    now = recorded(report)
    before = json.loads(baseline.read_text(encoding="utf-8"))["items"] if baseline.exists() else {}
    kept = {"suite": report.suite, "metrics": dict(report.metrics), "items": now}
    baseline.parent.mkdir(parents=True, exist_ok=True)
    baseline.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    return compare(before, now).told()


def main(arguments: Sequence[str]) -> int:
    """Bless what the command line names; 0 well, 2 usage, 3 an error that says what to do."""
    if len(arguments) != 2:
        sys.stderr.write(USAGE)
        return 2
    try:
        told = bless(Path(arguments[0]), Path(arguments[1]))
    except DrafterError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(f"{told or 'nothing changed'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
