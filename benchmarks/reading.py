"""How fast letters are read, beside edgartools on the same files: `python benchmarks/reading.py LETTERS`.

LETTERS is a folder of letters as EDGAR has them (.htm and .pdf). Figures are letters for each second of processor
time on one core, best of three rounds. `--beside PYTHON` names an interpreter that has edgartools (it wants other
versions of what drafter uses, so give it an environment of its own); where there is none its row says so. edgartools
parses a page to text and classifies the letter; it reads no comments or answers, and no PDF.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 3
KINDS = {"HTML": ".htm", "PDF": ".pdf"}

EDGARTOOLS = """
import json, sys, time
from pathlib import Path
from edgar.correspondence import Correspondence
from edgar.documents import HTMLParser, ParserConfig

class Filed:
    form, accession_no = "CORRESP", ""
    def __init__(self, page):
        self.page = page
    def text(self):
        return HTMLParser(ParserConfig(form=self.form)).parse(self.page).text()

pages = [p.read_text(encoding="utf-8", errors="replace") for p in map(Path, json.load(sys.stdin))]
best = 0.0
for _ in range(3):
    began = time.process_time()
    read = [Correspondence.from_filing(Filed(page)) for page in pages]
    best = max(best, len(pages) / (time.process_time() - began))
print(json.dumps({"rate": best, "without_text": sum(one.body is None for one in read)}))
"""
"""What edgartools does with a letter once it has been fetched, over the files named on standard input."""


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("letters", type=Path)
    options.add_argument("--beside", default=sys.executable, help="a Python that has edgartools")
    options.add_argument("--count", type=int, default=120, help="letters of each kind at most")
    given = options.parse_args()
    for kind, suffix in KINDS.items():
        files = sorted(given.letters.rglob(f"*{suffix}"))[: given.count]
        if not files:
            print(f"{kind}: no letters in {given.letters}")
            continue
        _row(f"{kind} letters/s, drafter", ours(files))
        if kind == "HTML":
            beside(files, given.beside)


def ours(files: Sequence[Path]) -> float:
    """Letters for each second: read, parsed and paired."""
    from drafter.parsing import pair, parse
    from drafter.reading import read

    contents = [(file.name, file.read_bytes()) for file in files]

    def once() -> None:
        for name, data in contents:
            pair(parse(read(data, name), name))

    return max(len(files) / _seconds(once) for _ in range(ROUNDS))


def beside(files: Sequence[Path], python: str) -> None:
    """The same files read by edgartools, or why they are not."""
    asked = json.dumps([str(file.resolve()) for file in files])
    ran = subprocess.run([python, "-c", EDGARTOOLS], input=asked, capture_output=True, text=True, check=False)
    if ran.returncode:
        why = (ran.stderr.strip().splitlines() or ["it did not run"])[-1]
        print(f"{'HTML letters/s, edgartools':32} skipped: {why}")
        return
    told = json.loads(ran.stdout.splitlines()[-1])
    _row("HTML letters/s, edgartools", told["rate"])
    if told["without_text"]:
        print(f"  of which {told['without_text']} gave no text")


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _row(name: str, value: float) -> None:
    print(f"{name:32} {value:8.1f}", flush=True)


if __name__ == "__main__":
    main()
