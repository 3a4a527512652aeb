"""Days and periods of counsel's shorthand as letters write them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = "|".join(m[:3] for m in MONTHS)
_NUMBERS = re.compile(r"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:20)?\d\d)\b")
_DAY_FIRST = re.compile(
    rf"\b(?P<day>0?[1-9]|[12]\d|3[01]) (?P<month>{_SHORT})(?P<rest>[a-z]*)\.?,? (?P<year>20\d\d)\b"
)
_DAY_FIRST_ALONE = re.compile(
    rf"(?<![\d,$.] )(?<![\d.,$])\b(?P<day>[1-9]|[12]\d|3[01]) (?P<month>{_SHORT})(?P<rest>[a-z]*)\b(?! \d)"
)
_ABBREVIATED = re.compile(rf"\b(?P<month>{_SHORT})(?:t)?\.? (?P<day>\d{{1,2}})(?=,? 20\d\d\b|\b(?![\d/-]))")
_QUARTER = re.compile(
    r"\b(?P<the>the )?(?:Q(?P<a>[1-4])|(?P<b>[1-4])Q) ?(?:of )?'?(?P<year>(?:20)?\d\d)\b(?!%|[.,]\d|-[A-Z]\b)"
)
_QUARTER_FILED = re.compile(r"\bQ([1-4]) (?:Form )?10-Q\b")
_QUARTER_ALONE = re.compile(
    r"\b(?P<the>(?:the|each|every|last|this|next) )?Q(?P<a>[1-4])(?=[ .,;)]|$)(?! ?'?(?:20)?\d\d\b(?![.,]\d|%))"
)
_QUARTERS = re.compile(r"\b(?:the )?Q([1-4])(?P<joint> ?[-–] ?| and )Q([1-4])(?=[ .,;:)]|$)(?! ?'?\d)")
_HALF = re.compile(r"\b(?P<the>(?:the|each|this|next) )?H(?P<half>[12])(?=[ .,;)]|$)(?! ?'?\d)")
_MONTH_BARE = re.compile(r"\b(?P<month>Jan|Feb|Aug|Sep|Oct|Nov|Dec)(?:t)?\b\.?(?! ?[A-Z\d])(?=[ .,;:)]|$)")
"""A month cut short where no day follows: “slipped to Feb”, not a name (“Jan Novak”)."""
_YEAR_END = re.compile(r"\bYE ?'?(?P<year>(?:20)?\d\d)\b(?![%.,]\d)")
_FISCAL = re.compile(r"\bFY ?'?(?P<year>(?:20)?\d\d)\b")
_AFTER_AGENT = re.compile(rf"(?<=admin|nance|ittee|board|ement) (?=(?:{'|'.join(MONTHS)}) \d{{1,2}}\b)")
_AGENT_MONTH = re.compile(rf"(?<=admin|nance|ittee|board|ement) (?=(?:{'|'.join(MONTHS)}) (?:19|20)\d\d\b)")
"""Before the day on which somebody did what the note says."""
_MONTH_ALONE = re.compile(rf"\b(?P<month>{_SHORT})(?:t)?\.? (?=(?:19|20)\d\d\b)")
_RANGE = re.compile(
    r"\$(?P<low>\d[\d.,]*)[-–](?P<high>\d[\d.,]*) ?(?P<scale>million|billion|mm?\b|bn\b|k\b)", re.I
)
_OF_QUARTER = re.compile(
    r"(?:the )?(?P<when>(?:first|second|third|fourth) quarter of (?:fiscal )?20\d\d) "
    r"(?P<what>(?:earnings )?(?:release|report|call|Form 10-Q|10-Q))\b"
)
_ORDINALS = ("first", "second", "third", "fourth")


def spelled(text: str) -> str:
    """The text with "12/31/25", "14 Mar 2025", "Q3 2025" and "FY26" written out as American letters do."""
    text = _NUMBERS.sub(lambda m: f"{MONTHS[int(m['month']) - 1]} {int(m['day'])}, {_year(m['year'])}", text)
    text = _DAY_FIRST.sub(lambda m: f"{_month(m['month'])} {int(m['day'])}, {m['year']}", text)
    text = _DAY_FIRST_ALONE.sub(_day_last, text)
    text = _ABBREVIATED.sub(lambda m: f"{_month(m['month'])} {m['day']}", text)
    text = _QUARTER.sub(
        lambda m: f"the {_ORDINALS[int(m['a'] or m['b']) - 1]} quarter of {_year(m['year'])}", text
    )
    text = _MONTH_ALONE.sub(lambda m: f"{_month(m['month'])} ", text)
    text = _RANGE.sub(lambda m: f"${m['low']} {m['scale']} to ${m['high']} {m['scale']}", text)
    text = _OF_QUARTER.sub(r"\g<what> for the \g<when>", text)
    text = _QUARTER_FILED.sub(lambda m: f"Form 10-Q for the {_ORDINALS[int(m[1]) - 1]} quarter", text)
    text = _HALF.sub(lambda m: f"{m['the'] or 'the '}{_ORDINALS[int(m['half']) - 1]} half", text)
    text = _QUARTERS.sub(
        lambda m: (
            f"the {_ORDINALS[int(m[1]) - 1]} {'and' if m['joint'] == ' and ' else 'through'} "
            f"{_ORDINALS[int(m[3]) - 1]} quarters"
        ),
        text,
    )
    text = _MONTH_BARE.sub(lambda m: _month(m["month"]), text)
    text = _QUARTER_ALONE.sub(lambda m: f"{m['the'] or 'the '}{_ORDINALS[int(m['a']) - 1]} quarter", text)
    text = _YEAR_END.sub(lambda m: f"year end {_year(m['year'])}", text)
    text = _FISCAL.sub(lambda m: f"fiscal {_year(m['year'])}", text)
    return _AGENT_MONTH.sub(" in ", _AFTER_AGENT.sub(" on ", text))


def day_in(text: str) -> date | None:
    """The first date of the text that is written as letters do; None for none that the calendar has."""
    found = re.search(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})\b", text)
    try:
        return (
            date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"])) if found else None
        )
    except ValueError:
        return None


def _day_last(found: re.Match[str]) -> str:
    month = _month(found["month"])
    whole = f"{found['month']}{found['rest']}"
    return f"{month} {found['day']}" if whole in {month, found["month"], "Sept"} else found.group(0)


def _year(said: str) -> str:
    return said if len(said) == 4 else f"20{said}"


def _month(short: str) -> str:
    return next(m for m in MONTHS if m.startswith(short))
