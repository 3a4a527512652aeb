"""Sums, differences, shares and percentages told in sentences, recomputed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.domain import Severity
from drafter.review.reviewed import Mark, Reviewed, Sentence, excerpt

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AMOUNT = r"(?:US)?\$ ?\d[\d,]*(?:\.\d+)?(?: ?(?:thousand|million|billion|trillion))?"
AMOUNT = re.compile(
    r"(?:US)?\$ ?(?P<digits>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>thousand|million|billion|trillion))?", re.I
)
"""Examples: "$55,574", "$18.0 million". Not: "55,574 units"."""

PERCENT = re.compile(r"(?P<digits>\d+(?:\.\d+)?) ?(?:%|percent\b)", re.I)
PLUS = re.compile(
    rf"(?P<first>{_AMOUNT})(?P<rest>(?:[^.$;]{{0,60}}?\b(?:plus|minus|less)\b[^.$;]{{0,40}}?{_AMOUNT}){{1,8}})"
    rf"[^.$;]{{0,60}}?\b(?:equals?|totals?|gives|results in|amounts to"
    rf"|is)\b[^.$;]{{0,25}}?(?P<total>{_AMOUNT})",
    re.I,
)
"""A sum said in words. Example: "$2 million plus $3 million equals $5 million"."""

STEP = re.compile(rf"\b(?P<sign>plus|minus|less)\b[^.$;]{{0,40}}?(?P<amount>{_AMOUNT})", re.I)
MADE_OF = re.compile(
    rf"(?P<total>{_AMOUNT})[^.$;]{{0,60}}?,?\s(?:consist(?:s|ed|ing) of|(?:is |are |was "
    rf"|were )?(?:comprised|composed|made up)"
    rf" of|compris(?:es|ed|ing))(?P<parts>(?:[^.;$]{{0,90}}?{_AMOUNT}){{2,}})",
    re.I,
)
"""A total and its parts. Example: "$5 million, consisting of $2 million of rent and $3 million of wages"."""

FROM_TO = re.compile(
    rf"\bfrom\s+(?:approximately\s+)?(?P<low>{_AMOUNT})[^.$;%]{{0,60}}?\bto\s+(?:approximately\s+)?(?P<high>{_AMOUNT})"
    rf"|\bto\s+(?:approximately\s+)?(?P<high2>{_AMOUNT})[^.$;%]{{0,60}}?\bfrom\s+(?:approximately\s+)?(?P<low2>{_AMOUNT})",
    re.I,
)
CHANGED = re.compile(r"\b(?:increas|decreas|grew|grow|declin|rose|fell|drop|reduc|chang)\w*\b", re.I)
SHARE = re.compile(
    rf"(?P<part>{_AMOUNT}),?\s*(?:\(?(?:or|representing|which is|which represents|represents|represented"
    rf"|accounts for|accounted for)\s+(?:approximately\s+"
    rf"|about\s+)?)"
    rf"(?P<percent>\d+(?:\.\d+)?) ?(?:%|percent)\)?,?\s+of\s+[^.$;%,]{{0,80}}?(?P<whole>{_AMOUNT})",
    re.I,
)
"""Example: "$12 million, or 8%, of total revenue of $150 million"."""

LISTED = re.compile(
    rf"(?P<parts>(?:{_AMOUNT}[^.;$]{{0,60}}?){{2,8}})\b(?:totals?|totaled|totaling|for (?:a|an aggregate) total of"
    rf"|aggregat\w+(?: to)?|sums? to|adds? up to|together (?:are|were))[^.$;]{{0,25}}?(?P<total>{_AMOUNT})",
    re.I,
)
"""Parts and their total. Example: "labor of $10 million and freight of $9 million total $19 million"."""

BY = re.compile(
    rf"\b(?:increas|decreas|grew|grow|declin|rose|fell|drop|reduc)\w*\s+(?:of\s+|by\s+)?(?:approximately\s+)?"
    rf"(?P<by>{_AMOUNT})(?=(?:[^.$;]|\.(?=\d)){{0,40}}?\b(?:from|to)\b)",
    re.I,
)
"""The amount of a change. Example: "increased $6 million, or 12%, from $50 million to $56 million"."""

POINTS = re.compile(
    r"\bfrom\s+(?P<low>\d+(?:\.\d+)?) ?%[^.;%]{0,60}?\bto\s+(?P<high>\d+(?:\.\d+)?) ?%"
    r"[^;%]{0,80}?\b(?P<points>\d+(?:\.\d+)?)\s+(?P<kind>basis|percentage)\s+points?",
    re.I,
)
"""Example: "from 40.0% to 43.0%, an increase of 300 basis points"."""

WITHIN = re.compile(
    rf"\bof (?:the |this |that )(?P<total>{_AMOUNT})[^.$;]{{0,60}}?,(?P<parts>(?:[^.;$]{{0,90}}?{_AMOUNT}){{2,8}})",
    re.I,
)
"""Parts of a total, all of it or not. Example: "of the $12 million charge, $5 million was rent, $4 million wages"."""

LOOSE = re.compile(
    r"\b(?:approximately|about|roughly|nearly|almost|over|more than|less than|up to|principally)\b", re.I
)
INCLUDING = re.compile(
    r"\b(?:includ\w+|among|primarily|mainly|partially|such as|net of|offset|of which)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, with half the unit of its last digit: how far it may be off by rounding."""

    value: Decimal
    slack: Decimal


def amount(text: str) -> Amount | None:
    """The first amount of the text, None where there is none."""
    found = AMOUNT.search(text)
    if not found:
        return None
    digits = found["digits"].replace(",", "").rstrip(".")
    scale = Decimal(SCALES.get((found["scale"] or "").lower(), 1))
    places = len(digits.partition(".")[2])
    return Amount(Decimal(digits) * scale, scale / Decimal(10) ** places / 2)


def _amounts(text: str) -> list[Amount]:
    return [a for m in AMOUNT.finditer(text) if (a := amount(m.group()))]


def in_words(reviewed: Reviewed) -> Iterator[Mark]:
    """Sums, parts of a total, changes and shares told in a sentence, that do not come out."""
    for said in reviewed.sentences:
        yield from _sums(said)
        yield from _parts(said)
        yield from _within(said)
        yield from _changes(said)
        yield from _differences(said)
        yield from _points(said)
        yield from _shares(said)


def _sums(said: Sentence) -> Iterator[Mark]:
    for found in PLUS.finditer(said.text):
        values = [a for a in (amount(found["first"]), amount(found["total"])) if a]
        if len(values) < 2 or LOOSE.search(found.group()):
            continue
        came, slack = values[0].value, values[0].slack + values[1].slack
        for step in STEP.finditer(found["rest"]):
            part = amount(step["amount"])
            if part:
                came += part.value if step["sign"].lower() == "plus" else -part.value
                slack += part.slack
        if abs(came - values[1].value) > slack:
            yield Mark.at(
                said, f"“{excerpt(found.group())}”: the figures come to {_money(came)}. Tie them out."
            )


def _parts(said: Sentence) -> Iterator[Mark]:
    for found in (*MADE_OF.finditer(said.text), *LISTED.finditer(said.text)):
        total, parts = amount(found["total"]), _amounts(found["parts"])
        if total is None or INCLUDING.search(found.group()) or LOOSE.search(found.group()):
            continue
        came = sum((p.value for p in parts), Decimal(0))
        slack = total.slack + sum((p.slack for p in parts), Decimal(0))
        if came != total.value:
            rounded = abs(came - total.value) <= slack
            yield Mark.at(
                said,
                f"The parts come to {_money(came)} and the total says {found['total']}. "
                + ("It may be rounding: say so." if rounded else "Tie them out."),
                Severity.NOTE if rounded else None,
            )


def _changes(said: Sentence) -> Iterator[Mark]:
    found = FROM_TO.search(said.text)
    percents = PERCENT.findall(said.text)
    if (
        not found
        or len(percents) != 1
        or not CHANGED.search(said.text)
        or len(FROM_TO.findall(said.text)) > 1
    ):
        return
    low, high = amount(found["low"] or found["low2"]), amount(found["high"] or found["high2"])
    if not low or not high or not low.value:
        return
    told = Decimal(percents[0])
    least, most = sorted(
        abs((h - lo) / lo * 100)
        for h, lo in (
            (high.value + high.slack, low.value - low.slack),
            (high.value - high.slack, low.value + low.slack),
        )
    )
    slack = Decimal(1) if LOOSE.search(said.text) else _unit(percents[0])
    if not least - slack <= told <= most + slack:
        came = abs((high.value - low.value) / low.value * 100)
        yield Mark.at(
            said,
            f"From {_money(low.value)} to {_money(high.value)} is {came:.1f}%, and the letter says {told}%.",
        )


def _within(said: Sentence) -> Iterator[Mark]:
    for found in WITHIN.finditer(said.text):
        total, parts = amount(found["total"]), _amounts(found["parts"])
        came = sum((p.value - p.slack for p in parts), Decimal(0))
        if total and came > total.value + total.slack:
            yield Mark.at(said, f"The parts come to more than the total of {found['total']}. Tie them out.")


def _differences(said: Sentence) -> Iterator[Mark]:
    found, by = FROM_TO.search(said.text), BY.search(said.text)
    if not found or not by or len(FROM_TO.findall(said.text)) > 1 or by.end() > found.start() + 5:
        return
    low, high = amount(found["low"] or found["low2"]), amount(found["high"] or found["high2"])
    told = amount(by["by"])
    if low and high and told and low.value and high.value:
        came = abs(high.value - low.value)
        slack = low.slack + high.slack + told.slack
        if abs(came - told.value) > slack and not LOOSE.search(said.text):
            yield Mark.at(
                said,
                f"From {_money(low.value)} to {_money(high.value)} is {_money(came)}, and the letter says "
                f"{by['by']}.",
            )


def _points(said: Sentence) -> Iterator[Mark]:
    for found in POINTS.finditer(said.text):
        low, high, told = (Decimal(found[name]) for name in ("low", "high", "points"))
        times = 100 if found["kind"].lower() == "basis" else 1
        slack = (_unit(found["low"]) + _unit(found["high"])) / 2 * times + _unit(found["points"]) / 2
        if abs(abs(high - low) * times - told) > slack:
            yield Mark.at(
                said,
                f"From {low}% to {high}% is {abs(high - low) * times} {found['kind']} points, and the letter says "
                f"{told}.",
            )


def _shares(said: Sentence) -> Iterator[Mark]:
    for found in SHARE.finditer(said.text):
        part, whole = amount(found["part"]), amount(found["whole"])
        if not part or not whole or not whole.value or part.value > whole.value:
            continue
        came = part.value / whole.value * 100
        slack = _unit(found["percent"]) + 100 * (part.slack + came / 100 * whole.slack) / whole.value
        if abs(came - Decimal(found["percent"])) > slack + (1 if LOOSE.search(found.group()) else 0):
            yield Mark.at(
                said,
                f"{found['part']} of {found['whole']} is {came:.1f}%, and the letter says "
                f"{found['percent']}%.",
            )


def _unit(digits: str) -> Decimal:
    """Half the unit of the last digit, a little more for a number cut off instead of rounded."""
    return Decimal(10) ** -len(digits.partition(".")[2])


def _money(value: Decimal) -> str:
    for word in ("billion", "million"):
        if abs(value) >= SCALES[word]:
            return f"${(value / SCALES[word]).normalize():f} {word}"
    return f"${value.normalize():,f}"
