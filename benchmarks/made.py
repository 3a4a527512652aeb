"""Made pairs: as many as are asked for, drawn from the words, vectors, headings and citations of given ones.

Pair N is the same whenever it is made. Its comment and answer are as long as those of the given pair it is
drawn from; three words of five are that pair's own, the others anyone's, one of forty a name or a number that
few share. Its vector is the given pair's, turned by noise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from drafter.authorities import authorities
from drafter.domain import Comment, Kind, Known, Letter, Line, Matter, Pair, Side
from drafter.library import Incoming, Parser
from drafter.library.joining import Kept, kept
from drafter.providers.embedding import Embedder, Vectors, unit_rows

PAIRS_A_LETTER = 5
COMPANIES = 30_011
OWN, RARE = 0.6, 0.025  # parts of a text's words: the given pair's, and those that few share
NAMES = 2_000_000  # from which rare words are drawn, the first ones far more often
TURN = 0.8  # the noise's length beside the vector's
FIRST_DAY, DAYS = date(2005, 1, 3), 7000
BETWEEN, FOLLOWS = 2111, 40  # days from one review of a company to its next, and from a letter to the second
PAGE = re.compile(r"page (\d+)\.$")


@dataclass(frozen=True)
class Cut:
    """A letter that was taken apart before: what is measured here is the keeping."""

    letter: Letter
    pairs: tuple[Pair, ...]
    comments: tuple[Comment, ...] = ()


class Making:
    """Makes pairs and letters out of given pairs."""

    def __init__(self, given: Sequence[Pair]) -> None:
        self._given = given
        self._comments = [np.array(p.comment.text.split() or ["so"]) for p in given]
        self._answers = [np.array(p.response.text.split() or ["so"]) for p in given]
        self._all = [np.concatenate(self._comments), np.concatenate(self._answers)]
        self._labels: dict[int, frozenset[str]] = {}
        self._cited = [next((c.canonical for c in authorities(p.comment.text)), "") for p in given]

    def given(self, n: int) -> int:
        """Which of the given pairs pair N is drawn from."""
        return (n * 7919) % len(self._given)

    def pair(self, n: int) -> Pair:
        """Pair N."""
        rng = np.random.default_rng(n)
        base = self._given[self.given(n)]
        cited = self._cited[self.given(n)]
        said = self._text(rng, self._comments[self.given(n)], self._all[0])
        comment = f"{said} {f'Refer to {cited}.' if cited else ''} See page {n}."
        answer = self._text(rng, self._answers[self.given(n)], self._all[1])
        return replace(
            base,
            id=f"made-{n // PAIRS_A_LETTER}#{n % PAIRS_A_LETTER}",
            comment=replace(base.comment, text=comment, number=str(n % PAIRS_A_LETTER)),
            response=replace(base.response, text=answer, letter=f"made-{n // PAIRS_A_LETTER}"),
        )

    def _text(self, rng: Any, own: Any, everyones: Any) -> str:
        size = len(own)
        which = rng.random(size)
        words = own[rng.integers(0, size, size)]
        others = which > OWN
        words[others] = everyones[rng.integers(0, len(everyones), int(others.sum()))]
        rare = np.flatnonzero(which < RARE)
        said = words.tolist()
        for at, name in zip(rare, (NAMES ** rng.random(len(rare))).astype(int), strict=True):
            said[at] = f"name{name}"
        return " ".join(said)

    def cut(self, n: int) -> Cut:
        """Letter N, with its pairs, of one company on one day: the first or the second letter of a review."""
        time, company = divmod(n, COMPANIES)
        matter = Matter(f"Made Company {company}", f"{5_000_000 + company:010d}")
        review, second = divmod(time, 2)
        sent = FIRST_DAY + timedelta(days=(company * 127 + review * BETWEEN + second * FOLLOWS) % DAYS)
        pairs = [self.pair(n * PAIRS_A_LETTER + k) for k in range(PAIRS_A_LETTER)]
        matter = replace(matter, filings=pairs[0].matter.filings)
        letter = Letter(f"made-{n}", Side.COMPANY, Kind.RESPONSE, matter, sent)
        return Cut(letter, tuple(replace(p, matter=matter, sent=sent) for p in pairs))

    def incoming(self, first: int, last: int) -> list[Incoming]:
        """Letters from the first up to but not the last, made and ready to be added."""
        names = [f"made-{n}" for n in range(first, last)]
        return [
            Incoming(name, name, f"{name}.txt", (Line(name),), parsed=self.cut(n))
            for n, name in enumerate(names, first)
        ]

    def kept(self, pair: Pair) -> Kept:
        """A made pair with the labels of the one it is drawn from."""
        letter, place = pair.id.removeprefix("made-").split("#")
        given = self.given(int(letter) * PAIRS_A_LETTER + int(place))
        if given not in self._labels:
            self._labels[given] = kept(self._given[given]).labels
        return Kept(pair, self._labels[given])

    def parser(self) -> Parser:
        """What makes a letter's pairs again when it is rebuilt, in the place of reading it."""

        def parse(lines: Sequence[Line], id_: str, known: Known) -> Cut:
            return self.cut(int(id_.removeprefix("made-")))

        def pair(company: Any, staff: Any) -> Any:
            return company

        return Parser(parse, pair)

    def embedder(self, real: Embedder, text_of: Callable[[Pair], str]) -> Made:
        """An embedder of made pairs."""
        rows = real.embed([text_of(p) for p in self._given])
        return Made(self, rows, unit_rows(np.random.default_rng(1).normal(size=(4093, rows.shape[1]))))


@dataclass(frozen=True, eq=False)
class Made:
    """Gives a made pair's text the vector of the pair it is drawn from, turned a little."""

    making: Making
    rows: Vectors
    noise: Vectors
    name: str = "made"
    goes_to: str = ""

    @property
    def size(self) -> int:
        """Numbers in one vector."""
        return int(self.rows.shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text; the number of the pair stands at the text's end."""
        numbers = np.array([int(m.group(1)) if (m := PAGE.search(t)) else 0 for t in texts])
        base = self.rows[[self.making.given(int(n)) for n in numbers]]
        turn = self.noise[numbers % 4093] + self.noise[numbers // 4093 % 4093]
        return unit_rows((base + TURN * turn / 1.4).astype(np.float32))
