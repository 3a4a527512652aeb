"""A library of invented letters with a parser that needs no reading, for tests and processes they start."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from drafter.domain import Comment, Filing, Kind, Known, Letter, Line, Matter, Pair, Response, Side
from drafter.library import Filter, Incoming, Library, Parser, Sieve, following
from drafter.library.records import Records
from drafter.library.vectors import Vectors
from drafter.library.words import Words
from drafter.parsing.comments import follows
from drafter.providers.hashing import HashingEmbedder

SUBJECTS = (
    ("Revenue Recognition", "explain when you recognize revenue from maintenance under ASC 606-10-25-30"),
    ("Segment Information", "tell us how you identify your operating segments under ASC 280-10-50-1"),
    (
        "Goodwill",
        "disclose the percentage by which fair value exceeded carrying value of each reporting unit",
    ),
    ("Key Metrics", "revise to quantify the renewal rate and explain how management uses the metric"),
)
COMPANIES = ("Harrowgate Tools, Inc.", "Bramlin Foods Corp", "Quellmar Shipping plc", "Ostrava Mills Company")


@dataclass(frozen=True)
class Taken:
    """A letter taken apart: its header and (number, comment, response) rows."""

    letter: Letter
    rows: tuple[tuple[str, str, str, str], ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(
            Comment(self.letter.id, n, text, (heading,), follows=follows(text))
            for n, heading, text, _ in self.rows
        )


@dataclass(frozen=True)
class Joined:
    """The pairs of a company letter."""

    pairs: tuple[Pair, ...]


def parse(lines: Sequence[Line], id_: str, known: Known = Known()) -> Taken:  # noqa: B008
    side, company, cik, sent, answers, *said = lines[0].text.split("|")
    kind = Kind(said[0]) if said else Kind.COMMENTS if side == "staff" else Kind.RESPONSE
    answered = tuple(date.fromisoformat(a) for a in answers.split() if a)
    day = date.fromisoformat(sent) if sent else known.filed
    filing = Filing("10-K", date(day.year - 1, 12, 31) if day else None)
    matter = Matter(company, cik or known.matter.cik, (f"001-{cik[-5:]}",) if cik else (), (filing,))
    letter = Letter(id_, Side(side), kind, matter, day, answered, lines=tuple(lines))
    cells = [line.text.split("|") for line in lines[1:]]
    return Taken(letter, tuple((n, heading, comment, response) for n, heading, comment, response in cells))


def pair(company: Taken, staff: Taken | None) -> Joined:
    said = {n: (heading, text) for n, heading, text, _ in (staff or company).rows}
    return Joined(
        tuple(
            Pair(
                f"{company.letter.id}#{n}",
                company.letter.matter,
                Comment(
                    (staff or company).letter.id, n, said[n][1], (said[n][0],), follows=follows(said[n][1])
                ),
                Response(company.letter.id, (n,), response),
                company.letter.sent,
            )
            for n, _, _, response in company.rows
            if n in said
        )
    )


THE_PARSER = Parser(parse, pair)


def a_letter(
    side: str, name: str, company: str, cik: str, sent: str, *rows: str, answers: str = ""
) -> Incoming:
    """A letter to keep: each row is "number|heading|comment|response"."""
    lines = (f"{side}|{company}|{cik}|{sent}|{answers}", *rows)
    return Incoming(name, f"digest of {name}", f"letters/{name}.txt", tuple(map(Line, lines)))


def a_review() -> list[Incoming]:
    """Two rounds and a completion: the staff comes back on the second comment of three."""
    of = ("Harrowgate Tools, Inc.", "0009800000")
    done = a_letter("staff", "s3", *of, "2021-05-10")
    return [
        a_letter("staff", "s1", *of, "2021-02-01", *(f"{n}|Tax|We note page {n}. Why?|" for n in (1, 2, 3))),
        a_letter(
            "company",
            "c1",
            *of,
            "2021-02-15",
            *(f"{n}|Tax|Why?|So {n}." for n in (1, 2)),
            answers="2021-02-01",
        ),
        a_letter("staff", "s2", *of, "2021-03-15", "1|Tax|We note your response to prior comment 2. How?|"),
        a_letter("company", "c2", *of, "2021-03-29", "1|Tax|How?|Thus.", answers="2021-03-15"),
        replace(done, lines=(Line(f"{done.lines[0].text}|review_completed"),)),
    ]


def many_letters(reviews: int) -> Iterator[Incoming]:
    """Staff and company letters of that many reviews; every comment stands fuller in the staff letter."""
    for n in range(reviews):
        company, cik = COMPANIES[n % len(COMPANIES)], f"{9_800_000 + n % len(COMPANIES):010d}"
        asked = date(2015, 1, 5) + timedelta(days=21 * n)
        told = asked + timedelta(days=14)
        rows = [(k + 1, *SUBJECTS[(n + k) % len(SUBJECTS)]) for k in range(3)]
        full = [f"{k}|{h}|We note your disclosure number {n}. Please {text}.|" for k, h, text in rows]
        short = [f"{k}|{h}|Please {text}.|We will do so in filing {n}." for k, h, text in rows]
        yield a_letter("company", f"c{n:04d}", company, cik, f"{told}", *short, answers=f"{asked}")
        yield a_letter("staff", f"s{n:04d}", company, cik, f"{asked}", *full)


def opened(folder: Path) -> Library:
    """The library there, with the embedder and parser of these tests."""
    return Library.open(folder, HashingEmbedder(), THE_PARSER)


def export(library: Library) -> dict[str, object]:
    """All that a library holds, in its record and in both indexes."""
    pairs = list(library.pairs())
    ids = [p.id for p in pairs]
    vector = library.direction("renewal rate")
    return {
        "pairs": pairs,
        "labels": library.labels(ids),
        "words": sorted(library.words_passing(Sieve(), 10_000)),
        "rows": {i: round(c, 4) for i, c in sorted(library.likeness(vector, ids).items())},
        "vectors": _vectors(library._indexes.vectors),
        "search": {
            i: round(s, 3) for i, s in library.by_words("renewal rate metric", "comment", Sieve(), 50).items()
        },
        "digest": library.digest(),
    }


def _vectors(kept: Vectors) -> dict[str, tuple[float, ...]]:
    """What Chroma holds; a search of it is approximate and need not give all."""
    with kept._asked() as collection:
        held = collection.get(include=["embeddings"])
    rows = np.asarray(held["embeddings"], np.float32)  # a server tells them in decimals
    return dict(sorted(zip(held["ids"], map(tuple, rows.tolist()), strict=True)))


def die_at(step: str) -> None:
    """The process kills itself the moment that the named step ends, as a power cut would."""
    places: dict[str, tuple[type, str]] = {
        "put": (Records, "put"),
        "set_pairs": (Records, "set_pairs"),
        "words": (Words, "apply"),
        "vectors": (Vectors, "apply"),
        "ledger": (Records, "set_reached"),
        "join": (Library, "_join"),
    }
    owner, name = places[step]
    inner: Callable[..., object] = getattr(owner, name)

    def last(*given: object, **named: object) -> object:
        inner(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    setattr(owner, name, last)


def main(command: str, folder: str, *rest: str) -> None:
    """What a process that a test starts does."""
    if command == "die":
        die_at(rest[0])
        opened(Path(folder)).add(many_letters(int(rest[1])))
    elif command == "add":
        first, step, reviews = map(int, rest[:3])
        library = Library.open(Path(folder), HashingEmbedder(), THE_PARSER, "".join(rest[3:]))
        library.add(list(many_letters(reviews))[first::step])
    elif command == "watch":
        following.FEW = int(rest[1])
        library = opened(Path(folder))
        library.by_meaning(library.direction(rest[0]), Sieve(), 1)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        sieve = library.sieve(Filter())
        near = library.by_meaning(library.direction(rest[0]), sieve, 1)
        words = library.by_words(rest[0], "comment", sieve, 1)
        sys.stdout.write(" ".join([*near, *words]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
