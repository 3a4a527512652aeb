"""What counsel typed: a comment as it stands, or words with phrases, operators and fields. Pure.

    "operating segments" AND NOT goodwill
    heading:"Segment Information" authority:"ASC 280" (CODM OR "chief operating decision maker")

Fields are heading, comment, response, company and authority. Words that stand beside each other rank; what is
quoted, has a field, or is joined by AND, OR or NOT must be so. No text is an error: what cannot be read as a
query is searched for as it stands, and so is a comment, though it holds quotes, colons or "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.authorities import authorities
from drafter.library.filters import AllOf, AnyOf, Carries, Said, Wanted, Without, as_cik, label

LONGEST = 40  # words of a query; what is longer is a comment
CHARACTERS = 500
BRIEF = 12  # words up to which a text that is no sentence is taken at its quotes
DEEPEST = 12  # parentheses inside each other; further ones are passed over

OPERATORS = frozenset({"AND", "OR", "NOT"})
FIELD = re.compile(r"(?<![\w\"])(?:heading|comment|response|company|authority):(?=[\w\"])")
"""A field with its value at once: `heading:goodwill`, and not "Comment: we note"."""
PHRASE = re.compile(r'"[^"\s][^"]*"')
"""A quoted phrase: "operating segments"."""
SENTENCE = re.compile(r"[.?!:;]\W*$")
"""The end of a sentence: "... determined your segments?"."""
SHOUTED = re.compile(r"[A-Z'’]{5,} (?:AND|OR|NOT) [A-Z'’]{5,}|^[^a-z]*$")
"""Capitals that are no operators: "MANAGEMENT'S DISCUSSION AND ANALYSIS"."""
TOKEN = re.compile(
    r"(?P<field>(?<![\w\"])(?:heading|comment|response|company|authority):(?=[\w\"]))?"
    r"(?:\"(?P<phrase>[^\"]*)\"|(?P<bracket>[()])|(?P<word>[^\s()\"]+))"
)
"""One piece of a query: `NOT`, `(`, `goodwill`, `"operating segments"`, `heading:taxes`."""
BODY = re.compile(r"[A-Z]{2,5}")
"""What a citation begins with, where its number stands apart: `authority:ASC 280`."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What to rank by, and what must hold: None where nothing must."""

    text: str
    wanted: Wanted | None = None


def typed(text: str) -> Typed:
    """What counsel typed, read."""
    straight = text.translate(str.maketrans("“”", '""'))
    if not deliberate(straight):
        return Typed(text)
    read = _Reading(list(_pieces(straight)))
    wanted = read.whole()
    return Typed(" ".join(read.ranking), wanted) if read.ranking and wanted else Typed(text, wanted)


def deliberate(text: str) -> bool:
    """Whether a text is meant as a query: by a field, an operator, or a quote in a few words."""
    words = text.split()
    if len(words) > LONGEST or len(text) > CHARACTERS or not _even(text):
        return False
    if FIELD.search(text):
        return True
    if SENTENCE.search(text):
        return False
    operators = not SHOUTED.search(text) and not OPERATORS.isdisjoint(re.findall(r"\w+", text))
    return operators or (len(words) <= BRIEF and bool(PHRASE.search(text)))


def _even(text: str) -> bool:
    """Whether every quote and bracket is closed."""
    return text.count('"') % 2 == 0 and text.count("(") == text.count(")")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a query: an operator or a bracket (`sign`), or words with their field."""

    words: str
    field: str = ""
    quoted: bool = False
    sign: str = ""


def _pieces(text: str) -> Iterator[_Piece]:
    found = list(TOKEN.finditer(text))
    skipped = False
    for at, piece in enumerate(found):
        name, word = (piece["field"] or "").rstrip(":"), piece["word"] or ""
        if skipped:
            skipped = False
        elif piece["bracket"] or (word in OPERATORS and not name):
            yield _Piece("", sign=piece["bracket"] or word)
        else:
            words = piece["phrase"] if piece["phrase"] is not None else word
            following = found[at + 1]["word"] if at + 1 < len(found) else None
            skipped = bool(name == "authority" and BODY.fullmatch(word) and following)
            words = f"{words} {following}" if skipped else words
            yield _Piece(words, name, piece["phrase"] is not None)


@dataclass(slots=True)
class _Row:
    """Pieces beside each other: words that rank, and what must hold."""

    words: list[Wanted] = field(default_factory=list)
    strict: list[Wanted] = field(default_factory=list)

    def all(self) -> list[Wanted]:
        return [*self.strict, *self.words]


class _Reading:
    """Reads pieces from left to right: OR binds least, then AND, then what stands beside each other, then NOT.

    `ranking` are the words to rank by, in order: all that are not denied.
    """

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._depth = 0
        self._denied = False
        self.ranking: list[str] = []

    def whole(self) -> Wanted | None:
        """What must hold, None where nothing must."""
        found: list[Wanted] = []
        while self._at < len(self._pieces):
            read, _ = self._either()
            found += [read] if read else []
            self._take(")")  # one that closes nothing
        return _together(found, AllOf)

    def _either(self) -> tuple[Wanted | None, Wanted | None]:
        """What must hold where this stands by itself, and where it is in brackets."""
        parts = [self._both()]
        while self._take("OR"):
            parts.append(self._both())
        if len(parts) == 1:
            return parts[0]
        joined = _together([strict for _, strict in parts if strict], AnyOf)
        return joined, joined

    def _both(self) -> tuple[Wanted | None, Wanted | None]:
        """What must hold of rows joined by AND where they stand alone, and where OR joins them to others."""
        rows, joined = [self._row()], False
        while self._take("AND"):
            rows, joined = [*rows, self._row()], True
        everything = _together([one for row in rows for one in row.all()], AllOf)
        alone = everything if joined else _together(rows[0].strict, AllOf)
        return alone, everything

    def _row(self) -> _Row:
        row = _Row()
        while self._at < len(self._pieces) and self._sign not in ("AND", "OR", ")"):
            plain = not self._sign and not (self._pieces[self._at].field or self._pieces[self._at].quoted)
            one = self._one()
            if one:
                (row.words if plain else row.strict).append(one)
        return row

    def _one(self) -> Wanted | None:
        if self._take("NOT"):
            return self._denial()
        if self._take("("):
            return self._group()
        piece = self._pieces[self._at]
        self._at += 1
        if not self._denied and piece.field != "company":
            self.ranking.append(piece.words)
        return _meaning(piece)

    def _denial(self) -> Wanted | None:
        if self._at >= len(self._pieces) or self._sign in ("AND", "OR", ")"):
            return None
        before, self._denied = self._denied, not self._denied
        one = self._one()
        self._denied = before
        return Without(one) if one else None

    def _group(self) -> Wanted | None:
        if self._depth >= DEEPEST:
            return None
        self._depth += 1
        _, strict = self._either()
        self._depth -= 1
        self._take(")")
        return strict

    @property
    def _sign(self) -> str:
        return self._pieces[self._at].sign

    def _take(self, sign: str) -> bool:
        if self._at < len(self._pieces) and self._sign == sign:
            self._at += 1
            return True
        return False


def _together(parts: list[Wanted], kind: type[AllOf] | type[AnyOf]) -> Wanted | None:
    """The parts as one, None for none."""
    return kind(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def _meaning(piece: _Piece) -> Wanted | None:
    """What words with their field ask of a pair, None for no words."""
    if not re.search(r"\w", piece.words):
        return None
    if piece.field == "authority":
        cited = authorities(piece.words)
        return Carries(label("authority", cited[0].canonical if cited else piece.words))
    if piece.field == "company":
        return Said(as_cik(piece.words) or piece.words, "name")
    return Said(piece.words, piece.field)
