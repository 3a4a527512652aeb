"""How fast pairs are kept, beside each part alone on the same pairs: the embedder, Chroma, Tantivy."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from drafter.domain import Comment, Kind, Known, Letter, Line, Pair, Side
from drafter.library import Incoming, Library, Parser, asked_text
from drafter.library.entries import Entry
from drafter.library.vectors import Place, Vectors
from drafter.library.words import Words
from drafter.providers.embedding import Embedder

PAIRS_A_LETTER = 5
HOLDING = "chroma, holding the pairs"
AT_ONCE = 2000  # pairs given to a part together, as the library does


@dataclass(frozen=True)
class Cut:
    """A letter that was taken apart before: what is measured here is the keeping."""

    letter: Letter
    pairs: tuple[Pair, ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(p.comment for p in self.pairs)


def rates(pairs: Sequence[Pair], count: int, embedder: Embedder, home: Path) -> dict[str, float]:
    """Pairs a second, by the clock, of each part alone and of the library with its parser left out."""
    letters = _letters(pairs, count)
    made = [pair for letter in letters for pair in letter.pairs]
    texts = [asked_text(p.comment.heading, p.comment.text) for p in made]
    rows = embedder.embed(texts)
    ids = [p.id for p in made]
    entries = [_entry(p) for p in made]
    words, vectors = Words(home / "words-alone"), Vectors(Place(home / "vectors-alone"))
    vectors.count()  # loads Chroma
    library, incoming = _library(home, embedder, letters)
    library.add(incoming[:1])  # compiles the patterns
    found = {
        "embedder": _rate(len(made), lambda a, b: embedder.embed(texts[a:b])),
        "chroma": _rate(len(made), lambda a, b: vectors.apply((), ids[a:b], rows[a:b])),
        "tantivy": _rate(len(made), lambda a, b: words.apply((), entries[a:b])),
        HOLDING: _rate(len(made), _chroma_holding(home / "chroma-alone", made, rows)),
    }
    start = time.perf_counter()
    library.add(incoming[1:])
    found["library"] = (len(made) - PAIRS_A_LETTER) / (time.perf_counter() - start)
    library.close()
    vectors.close()
    return found


def _chroma_holding(folder: Path, pairs: Sequence[Pair], rows: Any) -> Callable[[int, int], object]:
    """Chroma as it is mostly used: it keeps each pair's text and what filters ask for beside its vector."""
    import chromadb

    kept = chromadb.PersistentClient(str(folder)).create_collection(
        "pairs", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )

    def add(first: int, last: int) -> None:
        some = pairs[first:last]
        kept.add(
            ids=[p.id for p in some],
            embeddings=rows[first:last],
            documents=[f"{p.comment.text}\n{p.response.text}" for p in some],
            metadatas=[{"cik": p.matter.cik, "sent": str(p.sent), "number": p.comment.number} for p in some],
        )

    return add


def _rate(count: int, work: Callable[[int, int], object]) -> float:
    start = time.perf_counter()
    for first in range(0, count, AT_ONCE):
        work(first, first + AT_ONCE)
    return count / (time.perf_counter() - start)


def _letters(pairs: Sequence[Pair], count: int) -> list[Cut]:
    """Letters of five pairs each, the given ones over and over, each pair told apart by its number."""
    letters = []
    for n in range(count // PAIRS_A_LETTER):
        chosen = [pairs[(n * PAIRS_A_LETTER + k) % len(pairs)] for k in range(PAIRS_A_LETTER)]
        first = chosen[0]
        sent = first.sent + timedelta(days=n) if first.sent else None
        matter = replace(
            first.matter, company=f"Company {n % 997}", cik=f"{9_000_000 + n % 997:010d}", file_numbers=()
        )
        own = tuple(_own(pair, f"letter-{n}#{k}", n) for k, pair in enumerate(chosen, 1))
        letter = Letter(f"letter-{n}", Side.COMPANY, Kind.RESPONSE, matter, sent)
        letters.append(Cut(letter, tuple(replace(p, matter=matter, sent=sent) for p in own)))
    return letters


def _own(pair: Pair, id_: str, n: int) -> Pair:
    comment = replace(pair.comment, text=f"{pair.comment.text} See page {n}.")
    return replace(pair, id=id_, comment=comment)


def _library(home: Path, embedder: Embedder, letters: Sequence[Cut]) -> tuple[Library, list[Incoming]]:
    by_id = {cut.letter.id: cut for cut in letters}

    def parse(lines: Sequence[Line], id_: str, known: Known) -> Cut:
        return by_id[id_]

    def pair(company: Any, staff: Any) -> Any:
        return company

    library = Library.open(home / "library-alone", embedder, Parser(parse, pair))
    lines = [tuple(Line(p.comment.text) for p in cut.pairs) for cut in letters]
    names = [cut.letter.id for cut in letters]
    return library, [Incoming(i, i, i, x) for i, x in zip(names, lines, strict=True)]


def _entry(pair: Pair) -> Entry:
    heading = " ".join(pair.comment.heading)
    return Entry(pair.id, pair.matter.cik, "", (), 1, 1, heading, pair.comment.text, pair.response.text)
