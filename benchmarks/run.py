"""What the speed of drafter is, as ratios side by side in one run: `make bench` or `python benchmarks/run.py`.

Times are processor seconds (user and system) unless said otherwise, the median of several runs. `--letters DIR`
adds a folder of letters of your own to the parsing figure.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.providers.chat import Ask

RUNS = 5
CHAT_COMMENTS, CHAT_AT_ONCE, CHAT_SECONDS = 12, 4, 1.0
PAIRS = 2000  # for adding: the corpus' pairs again and again, each a little different


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--letters", type=Path, help="a folder of .htm letters to parse as well")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _row("drafter --help, CPU s", _process("-m", "drafter", "--help"), "0.3 at most")
        _demo(home)
        _search(home / "out" / "library")
        _parsing(given.letters)
        _together(given.letters)
        _drafting(home / "out" / "library")
        _chatting(home / "out" / "library")
        _adding(home)


def _demo(home: Path) -> None:
    for name in ("demo, first run, wall s", "demo, second run, wall s"):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "drafter", "demo"], cwd=home, check=True, capture_output=True)
        _row(name, time.perf_counter() - start)


def _search(library: Path) -> None:
    query = "Please tell us how you determined your reportable segments. Refer to ASC 280-10-50-1."
    command = ("-m", "drafter", "search", query, "--json", "--library", str(library))
    chroma, search = [], []
    for _ in range(RUNS):
        chroma.append(_once("-c", "import chromadb"))
        search.append(_once(*command))
    ratio = statistics.median(s / c for s, c in zip(search, chroma, strict=True))
    _row("cold search, CPU s", statistics.median(search))
    _row("cold search / import chromadb", ratio, "1.5 at most")


def _parsing(letters: Path | None) -> None:
    from drafter.packaged import folder
    from drafter.parsing import pair, parse
    from drafter.reading import read

    for name, place in (("corpus", folder("corpus") / "letters"), ("given", letters)):
        if place is None:
            continue
        files = sorted(place.rglob("*.htm"))
        contents = [(f.name, f.read_bytes()) for f in files]
        start = time.process_time()
        for file, data in contents:
            pair(parse(read(data, file)))
        _row(f"HTML letters/s, {name}", len(files) / (time.process_time() - start), "40 at least")


def _together(letters: Path | None) -> None:
    """Reading over the cores beside reading in one process, by the clock."""
    from drafter.intake import show
    from drafter.packaged import folder

    for name, place in (("corpus", folder("corpus") / "letters"), ("given", letters)):
        if place is not None:
            one, all_cores = (_seconds(partial(show, [place], processes=n)) for n in (1, 0))
            _row(f"reading over the cores, times as fast, {name}", one / all_cores)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _drafting(library: Path) -> None:
    from drafter.packaged import folder
    from drafter.workbench import Workbench

    bench, sample = Workbench.open(library), folder("corpus") / "sample"

    def once() -> None:
        made = bench.draft(sample / "staff.pdf", sample / "matter.toml", [sample / "facts.md"], "offline")
        bench.write(made, library.parent / "bench.docx", force=True)

    once()
    _row("sample matter to .docx, library open, wall s", _median(once), "2 at most")
    bench.close()


def _chatting(library: Path) -> None:
    """Many comments drafted at once by a chat that takes its time, beside what the waiting alone takes."""
    from drafter.domain import MatterFile
    from drafter.drafting import Case, draft
    from drafter.drafting.checks.chatting import ChatWriter
    from drafter.intake import staff_letter
    from drafter.packaged import folder
    from drafter.providers.calls import CalledChat
    from drafter.providers.replay import ReplayChat

    staff = staff_letter(folder("corpus") / "sample" / "staff.pdf")
    comments = tuple(replace(staff.comments[0], number=str(n)) for n in range(1, CHAT_COMMENTS + 1))

    def slow(ask: Ask) -> dict[str, object]:
        time.sleep(CHAT_SECONDS)
        answered = [int(n) for n in re.findall(r"(?m)^(\d+)\. ", ask.text)]
        return {
            "passages": [{"text": "[●: it]", "answers": answered, "sources": ["comment"], "block": False}]
        }

    def once() -> None:
        chat = CalledChat(ReplayChat(slow), library, remember=False)
        draft(Case(staff.letter, comments, MatterFile()), writer=ChatWriter(chat, CHAT_AT_ONCE))

    waiting = CHAT_SECONDS * CHAT_COMMENTS / CHAT_AT_ONCE
    once()
    _row("chat, wall / slowest x comments / at once", _median(once) / waiting, "1.2 at most")


def _adding(home: Path) -> None:
    from adding import HOLDING
    from adding import rates as rates_of

    from drafter import providers
    from drafter.library import Library

    embedder = providers.embedder()
    library = Library.open(home / "out" / "library", embedder)
    rates = rates_of(list(library.pairs()), PAIRS, embedder, home)
    library.close()
    for name, rate in rates.items():
        _row(f"pairs/s, {name}", rate)
    parts = {name: rate for name, rate in rates.items() if name != "library"}
    _row(
        "adding / the slowest part alone, given the pairs",
        rates["library"] / min(parts.values()),
        "0.7 at least",
    )
    bare = min(rate for name, rate in parts.items() if name != HOLDING)
    _row("adding / the slowest part alone, bare vectors", rates["library"] / bare)


def _process(*arguments: str) -> float:
    return statistics.median(_once(*arguments) for _ in range(RUNS))


def _once(*arguments: str) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _median(work: Callable[[], None]) -> float:
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _row(name: str, value: float, wanted: str = "") -> None:
    print(f"{name:48} {value:8.2f}   {wanted}", flush=True)


if __name__ == "__main__":
    main()
