"""What stands in a draft that no source holds: numbers, dates, names, authorities; and whose words they are. Pure.

It is judged apart from the firewall of drafting, by rules of its own, so that one checks the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.authorities import authorities, known
from drafter.domain import BLANK
from drafter.drafting.planning.formulas import is_formula
from drafter.evaluation.nearness import longest_run

NUMBER = re.compile(r"(?<![\w.])\$?\d[\d,]*(?:\.\d+)?%?")
"""A number with its signs. Examples: "$1,204.5", "14%". Not: the digits of "ASC 280-10-50-41"."""

PERIOD = re.compile(
    r"\b(?:January 31|February 2[89]|March 31|April 30|May 31|June 30|July 31|August 31|September 30|October 31|"
    r"November 30|December 31),? (?P<year>(?:19|20)\d\d)\b"
)
"""A period's end at the end of a month. Example: "December 31, 2026"."""

AHEAD = 2
"""Years after the last one that a source names in which a promise may fall due."""

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+")
"""Two or more capitalised words within a sentence. Not: the first words of a sentence."""

LEGAL_FORM = re.compile(
    r",? (?:inc|incorporated|corp|corporation|co|company|plc|ltd|limited|llc|lp|l\.p|n\.v|s\.a|ag|group|holdings?|"
    r"holding|trust|bancorp|the)\b\.?",
    re.I,
)
SHORTEST = 5
"""Letters of a company's name by which it can be told from a common word."""

ORDINARY = frozenset(
    str.split(
        "Amendment Annual Chief Committee Company Commission Division Exchange Act Executive Financial "
        "Officer Form Item Management Discussion Analysis Condition Results Operations Note Notes "
        "Consolidated Statements Proxy Statement Quarterly Report Registrant Registration Regulation "
        "Response Rule Section Securities Staff Audit Board Directors Controller General Counsel Investor "
        "Relations Compensation Critical Accounting Estimates Liquidity Capital Resources Risk Factors "
        "Business Properties Part Exhibit Interim Current Annex Standards Codification Topic Bulletin "
        "Question Draft Partnership Trust Fund Registered Public Firm Information Security Tax Treasury "
        "Operating Segment Segments Disclosure Controls Procedures Internal Control January February "
        "March April May June July August September October November December "
    )
)
"""Words that belong to filings and letters, and name nobody."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """What a draft says without a source, each as it stands in the draft."""

    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.numbers) + len(self.names) + len(self.authorities)

    @property
    def told(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.numbers, *self.names, *self.authorities)


def unsupported(draft: str, sources: Sequence[str]) -> Unsupported:
    """The numbers, names and authorities of a draft, blanks aside, that none of the sources holds.

    The end of a period up to AHEAD years after the last year named is no number of its own; an authority of
    the register needs no source.
    """
    said, given = BLANK.sub(" ", draft), "\n".join(sources)
    return Unsupported(
        tuple(dict.fromkeys(_numbers(said, given))),
        tuple(dict.fromkeys(_names(said, given))),
        tuple(dict.fromkeys(_authorities(said, given))),
    )


def _numbers(said: str, given: str) -> Iterator[str]:
    cited = [(c.start, c.end) for c in authorities(said)]
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", given)]
    due = [m.span() for m in PERIOD.finditer(said) if years and int(m["year"]) <= max(years) + AHEAD]
    have = {_bare(n) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", given)}
    for found in NUMBER.finditer(said):
        inside = any(a <= found.start() < b for a, b in (*cited, *due))
        if not inside and _bare(found[0]) not in have and not _LISTED.search(said[: found.start()][-24:]):
            yield found[0]


_LISTED = re.compile(
    r"(?:^|\n)\s*$|\b(?:Amendment No\.|Forms?|Rules?|Items?|comments?|Question|Topic|Section|CFR|of|Act of) $"
)
"""What stands before a number that counts or names a document. Examples: "Form 10-K", "comment 3"."""


def _bare(number: str) -> str:
    return number.strip("$%").replace(",", "").rstrip(".")


def _names(said: str, given: str) -> Iterator[str]:
    lowered = _flat(given)
    for found in NAME.finditer(said):
        parts = found[0].split()
        if not ORDINARY.issuperset(parts) and _flat(found[0]) not in lowered:
            strange = [p for p in parts if p not in ORDINARY and p.lower() not in lowered]
            yield from [found[0]] * bool(strange)


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _authorities(said: str, given: str) -> Iterator[str]:
    cited = {c.canonical for c in authorities(given)}
    yield from (c.canonical for c in authorities(said) if c.canonical not in cited and not known(c.canonical))


# -- leaks ------------------------------------------------------------------------------------------------


def named(draft: str, companies: Iterable[str], sources: Sequence[str]) -> tuple[str, ...]:
    """Those companies that the draft names, as they write themselves, and no source does."""
    said, given = _straight(draft), _straight(" ".join(sources)).lower()
    cores = {core: name for name in companies if len(core := _core(name)) >= SHORTEST}
    return tuple(n for core, n in sorted(cores.items()) if _holds(said, core) and core.lower() not in given)


@lru_cache(maxsize=4096)
def _core(company: str) -> str:
    """A company's name without its legal form: "Pellarbour Ferries" of "Pellarbour Ferries, Inc."."""
    return LEGAL_FORM.sub("", _straight(company)).strip(" ,.&")


def _straight(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _holds(text: str, words: str) -> bool:
    return words in text and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def borrowed(found: Unsupported, precedents: Sequence[str]) -> tuple[str, ...]:
    """What of the unsupported stands in a precedent, and so comes from it."""
    theirs = _flat(" ".join(precedents))
    return tuple(t for t in found.told if re.search(rf"(?<!\w){re.escape(_flat(t))}(?!\w)", theirs))


def copied(draft: str, precedents: Sequence[str], sources: Sequence[str]) -> int:
    """The longest run of words shared with a precedent's answer alone, set formulas aside."""
    return longest_run(draft, precedents, sources, is_formula)
