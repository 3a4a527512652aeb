"""Reports that counsel's notes name loosely, by their period: “the next 10-K”, “the June 10-Q”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from drafter.business_days import spoken
from drafter.domain import Fact, Filing, MatterFile
from drafter.drafting.language.days import MONTHS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_NEXT = re.compile(
    r"\b(?P<the>the |our |its |your )?next (?:Form )?(?P<form>10-[KQ]|20-F|[KQ](?![\w-])|"
    r"annual report|quarterly report)(?! (?:for|on|of|after|one)\b)"
)
_OF_MONTH = re.compile(rf"\b(?P<the>the )?(?P<month>{_MONTH}) (?:Form )?(?P<form>10-Q|10-K|Q(?![\w-]))")
_QUARTER = re.compile(
    rf"(?P<from>\b(?:from|with|in|starting|beginning)(?: in| with)?) the (?P<month>{_MONTH}) quarter\b(?!,? \d)"
)
_OF_YEAR = re.compile(
    r"\b(?P<the>the )?(?:Form )?(?P<form>10-K|20-F) for (?:the )?(?:fiscal )?(?:year )?(?P<year>20\d\d)\b"
)
_YEAR_OF = re.compile(
    r"\b(?P<the>the |our |its )?(?:FY ?|fiscal (?:year )?)?(?P<year>20\d\d) (?:Form )?(?P<form>10-K|20-F)\b(?!/A)"
)
_SAME = re.compile(
    r"(?P<joint>,)? ?\b(?P<into>in |into |with |from )?(?:the |that )?same "
    r"(?P<form>(?:Form )?(?:10-[KQ]|20-F)|filing|(?:annual |quarterly )?report)\b(?!/A| (?:for|as)\b)",
    re.I,
)
_FULLY = re.compile(
    rf"\bForm (?:10-[KQ]|20-F) for the (?:fiscal year|quarter) end(?:ing|ed) {_MONTH} \d{{1,2}}, 20\d\d"
)
_OF_DAY = re.compile(rf"\b(?P<the>the )?(?:Form )?(?P<form>10-Q) for (?P<day>{_MONTH} \d{{1,2}}, 20\d\d)")
_ANNUAL = {"10-K", "20-F", "K", "annual report"}


def with_periods(fact: Fact, matter: MatterFile, today: date | None) -> Fact:
    """The note with each report named by the period that the matter file gives for it, as far as it gives one."""
    annual, interim = matter.next_annual, matter.next_interim

    def of(form: str) -> Filing | None:
        return annual if form in _ANNUAL else interim

    def named(found: re.Match[str], filing: Filing | None) -> str:
        if filing is None or filing.period is None:
            return found.group(0)
        return f"{_article(found)}{_report(filing, filing.period, today)}"

    def of_month(found: re.Match[str]) -> str:
        form = found.groupdict().get("form") or "10-Q"
        filing = of(form)
        same = filing and filing.period and MONTHS[filing.period.month - 1] == found["month"]
        return named(found, filing) if same else found.group(0)

    def of_year(found: re.Match[str]) -> str:
        same = (
            annual
            and annual.period
            and str(annual.period.year) == found["year"]
            and annual.form == found["form"]
        )
        return named(found, annual) if same else found.group(0)

    text = _NEXT.sub(lambda m: named(m, of(m["form"])), fact.text)
    text = _OF_YEAR.sub(of_year, _QUARTER.sub(of_month, _OF_MONTH.sub(of_month, text)))
    text = _YEAR_OF.sub(of_year, text)
    return replace(fact, text=_OF_DAY.sub(r"\g<the>Form \g<form> for the quarter ending \g<day>", text))


def named_before(facts: Sequence[Fact], matter: MatterFile, today: date | None) -> tuple[Fact, ...]:
    """The notes with their reports by period, and “same Form 10-Q” as the one that they named last before."""
    last = ""
    found: list[Fact] = []
    for fact in (with_periods(f, matter, today) for f in facts):
        text = _SAME.sub(partial(_again, last=last), fact.text)
        found.append(replace(fact, text=text))
        last = last if fact.held else next(reversed(_FULLY.findall(text)), last)
    return tuple(found)


def _again(found: re.Match[str], last: str) -> str:
    form = re.search(r"10-[KQ]|20-F", found["form"])
    if not last or (form and form.group(0) not in last):
        return found.group(0)
    return f"{' ' if found.start() else ''}{(found['into'] or 'in ').lower()}the {last}"


def _article(found: re.Match[str]) -> str:
    """What stands before the report: its own article, or the preposition of a quarter and "the"."""
    parts = found.groupdict()
    return f"{parts['from']} the " if parts.get("from") else parts.get("the") or ""


def _report(filing: Filing, period: date, today: date | None) -> str:
    tense = "ended" if today and period < today else "ending"
    span = "fiscal year" if filing.form in _ANNUAL else "quarter"
    return f"Form {filing.form} for the {span} {tense} {spoken(period)}"
