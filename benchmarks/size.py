"""How search and adding stand up to size: `python benchmarks/size.py`, beside Tantivy and Chroma alone.

A library of made pairs (see made.py) grows to each size in turn: most of them are written by the library's own
record and indexes, the last ones added as letters are, and timed. Then searches are timed in a process of their
own, by the clock and by processor time, in milliseconds, of a warm library, with comments never asked before.
Tantivy and Chroma alone are asked the same comments between the searches, by turns first. `--given LIBRARY` draws
the pairs from those of a library of your own. A million pairs want 12 GB of disk and most of an hour of an idle
machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from made import PAIRS_A_LETTER, Making

from drafter import providers
from drafter.library import Filter, Library, asked_text
from drafter.providers.terms import terms
from drafter.retrieval import Query, precedents

SIZES = (10_000, 100_000)
SEARCHES = 60
HITS = 10
UNSEEN = 50_000_000  # queries are made pairs that no library holds
LETTERS = 800  # given to the library together
ADDED = 800  # letters of each size that are added, and timed
ALONE = ("tantivy alone", "chroma alone")
FIGURES = ("p50 ms", "p95 ms", "p50 ms of processor time", "p95 ms of processor time")
FILTERS: Mapping[str, Mapping[str, Any]] = {
    "search": {},
    "search, not company": {"not_company": "5000031"},
    "search, company": {"company": "5000062"},
    "search, authority": {"authority": "ASC 606"},
    "search, since": {"since": "2018-01-01"},
    "search, company, since": {"company": "5000062", "since": "2010-01-01"},
    "search, authority, before": {"authority": "Regulation S-K", "before": "2012-01-01"},
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--given", type=Path, help="a library to draw from, instead of the sample's")
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--keep", type=Path, help="where the made library is left")
    options.add_argument("--rebuild", action="store_true", help="rebuild the last one too")
    options.add_argument("--look", action="store_true", help="only time searches in --keep")
    options.add_argument("--again", action="store_true", help="only rebuild --keep")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.keep or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        making = Making(_given(given.given, home))
        if given.look:
            _look(home / "library", making)
        elif given.again:
            _again(home / "library", making)
        else:
            _grow(given, home, making)


def _grow(given: argparse.Namespace, home: Path, making: Making) -> None:
    for size in given.sizes:
        for name, value in _add(home / "library", making, size).items():
            _row(f"{size}: {name}", value)
        for name, value in _process(given, home, "--look").items():
            _row(f"{size}: {name}", value)
    if given.rebuild:
        for name, value in _process(given, home, "--again").items():
            _row(f"rebuild: {name}", value)


def _given(folder: Path | None, home: Path) -> list[Any]:
    from drafter.demonstration import run

    if folder is None:
        folder = home / "sample" / "library"
        if not folder.exists():
            run(home / "sample", folder, False, lambda done, total: None)
    library = Library.open(folder, providers.embedder())
    pairs = list(library.pairs())
    library.close()
    return pairs


def _opened(folder: Path, making: Making) -> Library:
    embedder = making.embedder(providers.embedder(), _asked)
    return Library.open(folder, embedder, making.parser())


def _asked(pair: Any) -> str:
    return asked_text(pair.comment.heading, pair.comment.text)


def _add(folder: Path, making: Making, size: int) -> dict[str, float]:
    """Grows the library to that size; pairs a second over the letters that were added at its end."""
    library = _opened(folder, making)
    first, last = library.status().letters, size // PAIRS_A_LETTER
    for start in range(first, last - ADDED, LETTERS):
        _write(library, making, start, min(start + LETTERS, last - ADDED))
    letters = making.incoming(max(first, last - ADDED), last)
    begun, worked = time.perf_counter(), time.process_time()
    library.add(letters)
    pairs = len(letters) * PAIRS_A_LETTER
    found = {
        "added, pairs/s": pairs / (time.perf_counter() - begun),
        "added, pairs/s of processor time": pairs / (time.process_time() - worked),
    }
    library.close()
    return found


def _write(library: Library, making: Making, first: int, last: int) -> None:
    """Writes letters and pairs as the library keeps them, without what it does to read and to join them."""
    records = library._records
    begun = time.perf_counter()
    with records.hold(), library._indexes.following() as go_on:
        with records.change():
            for letter in making.incoming(first, last):
                records.put(letter)
                records.set_header(letter.parsed.letter, ())
                records.set_pairs(letter.id, [making.kept(pair) for pair in letter.parsed.pairs])
        go_on()
    pairs = (last - first) * PAIRS_A_LETTER
    rate = pairs / (time.perf_counter() - begun)
    print(f"{last * PAIRS_A_LETTER} pairs, {rate:.0f}/s", file=sys.stderr, flush=True)


def _look(folder: Path, making: Making) -> None:
    library = _opened(folder, making)
    found: dict[str, float] = {}
    for at, (name, options) in enumerate(FILTERS.items()):
        queries = [making.pair(UNSEEN + 2 * at * SEARCHES + n) for n in range(2 * SEARCHES)]
        asked = Filter(**{k: _day(v) if k in ("since", "before") else v for k, v in options.items()})

        def search(pair: Any, asked: Filter = asked) -> object:
            return precedents(library, Query(pair.comment.text, pair.comment.heading, filter=asked), HITS)

        beside = {} if options else _alone(library)
        found |= _told(_timed({name: search, **beside}, queries))
    found["RSS of the searching process, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for figure in FIGURES:
        both = sum(found[f"{name}, {figure}"] for name in ALONE)
        found[f"search / (tantivy + chroma), {figure.replace(' ms', '')}"] = found[f"search, {figure}"] / both
    print(json.dumps(found))


def _day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


def _alone(library: Library) -> dict[str, Callable[[Any], object]]:
    """Each part asked by itself, as one would without drafter: the whole comment, the ten best."""
    import chromadb
    import tantivy

    index, rows = library._indexes.words._index, library._indexes.vectors._open(chromadb)

    def tantivy_alone(pair: Any) -> object:
        shoulds = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "whole", term))
            for term in dict.fromkeys(terms(_asked(pair)))
        ]
        searcher = index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(shoulds), HITS).hits
        return [searcher.doc(at)["id"] for _, at in hits]

    def chroma_alone(pair: Any) -> object:
        return rows.query(query_embeddings=library.direction(_asked(pair))[None, :], n_results=HITS)

    return dict(zip(ALONE, (tantivy_alone, chroma_alone), strict=True))


def _timed(works: Mapping[str, Callable[[Any], object]], queries: list[Any]) -> dict[str, list[Any]]:
    """Clock and processor time of each work for the second half of the queries, in milliseconds.

    The first half warms what they read. Each query is asked of all works, another one first each time, so that none
    profits of what the others have read.
    """
    taken: dict[str, list[Any]] = {name: [] for name in works}
    for at, query in enumerate(queries):
        first = at % len(works)
        for name in [*works][first:] + [*works][:first]:
            begun, worked = time.perf_counter(), time.process_time()
            works[name](query)
            taken[name].append((time.perf_counter() - begun, time.process_time() - worked))
    return {name: [1000 * np.array(one) for one in times[SEARCHES:]] for name, times in taken.items()}


def _told(times: Mapping[str, list[Any]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, rows in times.items():
        clock, processor = np.array(rows).T
        values = (*np.percentile(clock, [50, 95]), *np.percentile(processor, [50, 95]))
        found |= {f"{name}, {figure}": float(v) for figure, v in zip(FIGURES, values, strict=True)}
    return found


def _again(folder: Path, making: Making) -> None:
    begun = time.perf_counter()
    embedder = making.embedder(providers.embedder(), _asked)
    library = Library.rebuild(folder, embedder, making.parser())
    pairs = library.status().pairs
    library.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pairs/s": pairs / (time.perf_counter() - begun), "peak RSS, MB": peak}))


def _process(given: argparse.Namespace, home: Path, step: str) -> dict[str, float]:
    command = [sys.executable, __file__, step, "--keep", str(home)]
    command += ["--given", str(given.given)] if given.given else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _row(name: str, value: float) -> None:
    print(f"{name:62} {value:9.2f}", flush=True)


if __name__ == "__main__":
    main()
