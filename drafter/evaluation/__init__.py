"""What is read, asked and found against gold: one report a suite. METRICS hold the figures of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from drafter.errors import BadSettings
from drafter.evaluation import parsing, requests, retrieval
from drafter.evaluation.report import Case, Item, Metric, Report

__all__ = ["METRICS", "SUITES", "Case", "Item", "Metric", "Report", "run"]


def _parsing(folder: Path) -> Report:
    return parsing.parsing_suite(folder, os.cpu_count() or 1)


SUITES: dict[str, Callable[[Path], Report]] = {
    "parsing": _parsing,
    "requests": requests.requests_suite,
    "retrieval": retrieval.retrieval_suite,
}
"""Every suite, by the name that `drafter eval` gives it."""

METRICS: dict[str, Mapping[str, Metric]] = {
    "parsing": parsing.METRICS,
    "requests": requests.METRICS,
    "retrieval": retrieval.METRICS,
}
"""The figures of each suite."""


def run(suite: str, folder: Path) -> Report:
    """The report of a suite over a folder with its gold. Raises BadSettings for a suite that does not exist,
    Unreadable for gold that is missing or broken.
    """
    if suite not in SUITES:
        raise BadSettings(f"There is no suite {suite!r}. Give one of: {', '.join(SUITES)}.")
    return SUITES[suite](folder)
