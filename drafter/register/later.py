"""A later filing beside a promise: whether the promised disclosure stands in it, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import log

from drafter.domain import Line, Pair
from drafter.filings import Filed, filed
from drafter.parsing.dates import dates
from drafter.register.due import FILED_WITHIN, Due
from drafter.register.subjects import LEAST, subject
from drafter.undertakings import Undertaking

COVER = 120
"""Lines of a filing's cover, where form and period stand."""

FORM = re.compile(r"\bform\s+(10-[KQ]|20-F|40-F|8-K)\b", re.I)
PERIOD = re.compile(r"\b(?:ended|ending|period|date of report)\b[^.]{0,60}$", re.I)
PROXY = re.compile(r"\bproxy statement\b|\bschedule 14A\b", re.I)
RELEASE = re.compile(r"\b(?:reports|announces)\b.*\b(?:quarter|results)\b", re.I)

WINDOW = 3
"""Paragraphs or rows that are read together: a caption, its table's head and a row, or a short passage."""

FOUND = 0.6
"""The share of a promise's words, weighed by their rarity in the filing, from which a passage shows it."""

PROPOSED = re.compile(r"[:“\"]\s*$|\b(?:as follows|the following|below)\b", re.I)
PARAGRAPHS, TELLING = 4, 6
"""Paragraphs after a promise that may be the disclosure proposed with it, and the content words of one."""

REMOVES = re.compile(
    r"^\W*(?:\w+\s+){0,2}?(?:remov|delet|discontinu|eliminat|omit|refrain|ceas|exclud)\w*\b"
    r"|\bno longer\b|\bnot (?:include|present|refer|use|disclose)",
    re.I,
)
"""A promise to leave something out. Examples: "remove the measure", "no longer refer to"."""

SHOWN = 400
"""Characters of the passage that are shown."""

DRIFT = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a filing shows of a promise: whether it was kept, and the passage that shows it or comes nearest."""

    kept: bool
    passage: str


@dataclass(frozen=True)
class Later:
    """A filing as it is looked through: its name, its paragraphs, the form and period that its cover names."""

    name: str
    text: Filed = field(repr=False)
    form: str = ""
    period: date | None = None

    @classmethod
    def of(cls, name: str, lines: Sequence[Line]) -> Later:
        """The filing of those lines; what its cover does not name is "" or None."""
        cover = [line.text for line in lines[:COVER]]
        form = next((m[1].upper() for text in cover if (m := FORM.search(text))), "")
        if not form:
            form = "proxy statement" if any(map(PROXY.search, cover)) else ""
        if not form or form == "8-K":
            form = "earnings release" if any(map(RELEASE.search, cover)) else form
        return cls(name, filed(lines), form, next(_periods(cover), None))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """What each paragraph is about."""
        return tuple(subject(p.text) for p in self.text.paragraphs)

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much each word weighs: one that stands in few paragraphs weighs much."""
        counted = Counter(w for words in self.words for w in words)
        return {w: log((len(self.words) + 1) / n) for w, n in counted.items()}

    def nearest(self, wanted: frozenset[str]) -> tuple[float, str]:
        """The weighed share of those words that the best passage holds, in [0, 1], and the passage."""
        most = log(len(self.words) + 1)
        weights = {w: self.rarity.get(w, most) for w in wanted}
        total = sum(weights.values())
        best, at = 0.0, 0
        for i in (i for i, words in enumerate(self.words) if words & wanted):
            held = frozenset().union(*self.words[i : i + WINDOW]) & wanted
            share = sum(weights[w] for w in held) / total if len(held) >= LEAST else 0.0
            if share > best:
                best, at = share, i
        return best, self._passage(at) if best else ""

    def _passage(self, at: int) -> str:
        """The words from that paragraph on, after the number printed on its page."""
        text = " ".join(p.text for p in self.text.paragraphs[at : at + WINDOW])
        page = self.text.page_of(at)
        shown = text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
        return f"page {page}: {shown}" if page else shown


def _periods(cover: Sequence[str]) -> Iterator[date]:
    """The days on which the cover says that the period ended; the words may stand on the line before."""
    before = ""
    for text in cover:
        said = f"{before} {text}"
        for found, day in dates(said):
            if PERIOD.search(said[: found.start()]):
                yield day
        before = text[-60:]


def falls_in(falls: Due, sent: date | None, filing: Later) -> bool:
    """Whether that promise is due in that filing: of its form, for its period or a later one, after the letter.

    Where form or period is not known on either side, it is taken to be.
    """
    if falls.form and filing.form and falls.form != filing.form:
        return False
    if filing.period is None:
        return True
    if falls.period:
        return filing.period >= falls.period - DRIFT
    return sent is None or filing.period + timedelta(days=FILED_WITHIN.get(filing.form, 0)) >= sent


def look(promise: Undertaking, pair: Pair, filing: Later) -> Looked | None:
    """Whether the filing shows what was promised: by the disclosure that was proposed with the promise, where
    there is one, else by the promise's own words; None where it has too few to be told by.
    """
    proposed = list(_proposed(promise, pair))
    if proposed:
        return _found(max(map(filing.nearest, proposed)))
    own = subject(_bare(promise, promise.what))
    if len(own) < LEAST:
        own |= subject(_bare(promise, promise.text))
    if len(own) < LEAST:
        own |= subject(pair.comment.text)
    if len(own) < LEAST:
        return None
    seen = _found(filing.nearest(own))
    return Looked(not seen.kept, seen.passage) if REMOVES.search(promise.what) else seen


def _found(nearest: tuple[float, str]) -> Looked:
    share, passage = nearest
    return Looked(share >= FOUND, passage)


def _bare(promise: Undertaking, text: str) -> str:
    """The promise without the words for its filing."""
    for words in (promise.since, promise.filing):
        text = text.replace(words, " ") if words else text
    return text


def _proposed(promise: Undertaking, pair: Pair) -> Iterator[frozenset[str]]:
    """What each paragraph of the disclosure set out after the promise is about."""
    if not PROPOSED.search(promise.text):
        return
    _, _, after = pair.response.text.partition(promise.text)
    for text in after.strip().split("\n")[:PARAGRAPHS]:
        words = subject(text)
        if len(words) >= TELLING:
            yield words
