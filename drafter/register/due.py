"""When a promise falls due: the filing that it names, its period, and the day by which that is filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from drafter.parsing.dates import dates
from drafter.undertakings import Undertaking

FILED_WITHIN = {"10-K": 95, "10-Q": 50, "20-F": 125, "40-F": 125}
"""Days after its period by which the slowest filer's report is due, with five to spare."""

ANNUAL_ROUND, INTERIM_ROUND, PROXY_ROUND, RELEASE_ROUND = 461, 240, 400, 130
"""Days within which the next annual report, interim report, proxy statement and earnings release is made."""

FORMS = (
    (re.compile(r"20-F", re.I), "20-F", ANNUAL_ROUND),
    (re.compile(r"40-F", re.I), "40-F", ANNUAL_ROUND),
    (re.compile(r"10-K|\bannual (?:report|filing)|\bfiscal years?\b", re.I), "10-K", ANNUAL_ROUND),
    (re.compile(r"10-Q|\bquarterly (?:report|filing)|\binterim\b", re.I), "10-Q", INTERIM_ROUND),
    (re.compile(r"\bprox(?:y|ies)\b", re.I), "proxy statement", PROXY_ROUND),
    (
        re.compile(r"\b(?:earnings|press) release|\bearnings material|\binvestor letter|8-K", re.I),
        "earnings release",
        RELEASE_ROUND,
    ),
)
"""How a promise names a kind of filing, the kind, and the days within which the next of it is made."""

YEAR = re.compile(r"\b(20\d\d)\b")
QUARTER = re.compile(r"\b(first|second|third|fourth)[\s-]quarter|\bQ([1-4])\b", re.I)
ORDINALS = ("first", "second", "third", "fourth")
AMENDS = re.compile(r"\bamend(?:ments?\b|\s+(?:its|our|the)\b|\s+no\b)", re.I)
AMENDS_WITHIN = 60
"""Characters of a promise in which its amendment is named. Example: "file amendments to its reports"."""

TO_COME = re.compile(
    r"\b(?:future|subsequent|upcoming|forthcoming|next|prospective(?:ly)?|going[\s-]forward|go[\s-]forward"
    r"|further|beginning|starting|commencing)\b",
    re.I,
)
BOTH = re.compile(
    r"\bquarterly and annual\b|\bannual and quarterly\b|10-K and 10-Q|10-Qs? and (?:Form )?10-K", re.I
)


EVENT = re.compile(r"\W*(?:if|should|unless|in the event|to the extent|when|where|in case)\b", re.I)
"""A promise on a condition. Example: "If management begins to use it, the Company will disclose it"."""


@dataclass(frozen=True, slots=True)
class Due:
    """The filing in which a promise falls due: `form` ("10-K", "proxy statement"; "" for whatever is filed
    next), the `period` that it is for where it is named, and the day `by` which it is filed, None where the
    promise names no filing. `words` say it: "10-K for December 31, 2022".
    """

    form: str = ""
    period: date | None = None
    by: date | None = None
    words: str = "no filing named"


def conditional(promise: Undertaking) -> bool:
    """Whether the promise waits for an event that may never come."""
    return bool(EVENT.match(promise.text))


def due(promise: Undertaking, sent: date | None) -> Due:
    """The first filing after the letter of that date in which the promise falls due."""
    named = [found for words in (promise.since, promise.filing) for found in _named(words)]
    for found in named:
        if sent is None or found.by is None or found.by >= sent:
            return found
    said = promise.text if named else f"{promise.filing} {promise.since}"
    if AMENDS.search(said) or AMENDS.search(promise.what[:AMENDS_WITHIN]):
        return Due("amendment", words="an amendment")
    if not TO_COME.search(said):
        return Due()
    form, days = _kind(said)
    by = sent + timedelta(days=days) if sent else None
    after = f" after {sent:%B} {sent.day}, {sent.year}" if sent else ""
    return Due(form, by=by, words=f"the next {form or 'periodic report'}{after}")


def _named(words: str) -> Iterator[Due]:
    """The filing that the words name by its period or year."""
    form, _ = _kind(words)
    for _, day in dates(words):
        by = day + timedelta(days=FILED_WITHIN.get(form, RELEASE_ROUND))
        yield Due(form, day, by, f"{form or 'report'} for {day:%B} {day.day}, {day.year}")
    year = YEAR.search(words)
    if year and form and not list(dates(words)):
        yield _of_year(form, int(year.group()), words)


def _of_year(form: str, year: int, words: str) -> Due:
    """The filing of a year or of a quarter of it; fiscal years end up to a month after the calendar's."""
    quarter = QUARTER.search(words)
    said = f"{form} of {year}"
    if quarter:
        number = ORDINALS.index(quarter[1].lower()) + 1 if quarter[1] else int(quarter[2])
        said = f"{form} for quarter {number} of {year}"
    late = date(year, 12, 31) if form == "proxy statement" or quarter else date(year + 1, 5, 31)
    return Due(form, None, late if form != "earnings release" else date(year + 1, 3, 31), said)


def _kind(words: str) -> tuple[str, int]:
    """The kind of filing that the words name, "" for any, and the days within which the next is made."""
    if not BOTH.search(words):
        for pattern, form, days in FORMS:
            if pattern.search(words):
                return form, days
    return "", ANNUAL_ROUND
