"""Sums in counsel's notes that do not come out: a total beside its parts, a rollforward, a net amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from drafter.drafting.notes.ready import Told, Use

MOST_PARTS = 8
NEAR = Decimal("0.1")
"""Share of the total by which parts may miss it and still be taken for its parts."""

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<minus>\(|(?<= )[-–−] ?|less |minus )?(?P<unit>[A-Z]{0,3}[$€£¥] ?|[A-Z]{3} (?=\d))?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?! ?(?:percent|%|basis|times|x\b))"
    r"(?: (?P<scale>thousand|million|billion))?(?![\w%]|[-/.]\d)"
)
_NO_AMOUNT = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}\b)?"
    r"|\b(?:19|20)\d\d\b|\b(?:pages?|Notes?|Items?|Rules?|Exhibits?|Sections?|ASC|IFRS|IAS|Form|No\.) [\w.()-]+"
)
_TOTAL = re.compile(
    r"\b(?:net (?:amount|change|effect|increase|decrease)|totals?|totaled|totalled|in (?:total|all|aggregate)|"
    r"(?:aggregate|combined) (?:amount|balance)|together|altogether|sum|difference)\b",
    re.I,
)
_PARTLY = re.compile(
    r"\b(?:of which|of the total|including|includes|excluding|average|approximately|about)\b", re.I
)
_OPENS = re.compile(r"\b(?:opening|opened|beginning)\b", re.I)
_CLOSES = re.compile(r"\b(?:closing|closed|ending)\b", re.I)
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as it is written and where, its value, half the unit of its last digit, its currency, its scale."""

    said: str
    at: int
    value: Decimal
    slack: Decimal
    unit: str
    scale: str
    minus: bool

    def with_value(self, value: Decimal) -> str:
        """That value in this figure's currency and scale: "RMB 171.5 million"."""
        number = f"{(value / _SCALES[self.scale]).normalize():,f}"
        digits = re.search(r"\d[\d,.]*\d|\d", self.said)
        return self.said.replace(digits.group() if digits else self.said, number)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total that a note claims, and what the parts beside it come to."""

    total: _Figure
    parts: tuple[_Figure, ...]

    @property
    def came(self) -> Decimal:
        """The sum by the signs that are written; without any, by those that come nearest to the total."""
        signed = any(p.minus for p in self.parts)
        first, *rest = (p.value for p in self.parts)
        chosen = (
            [[-1 if p.minus else 1 for p in self.parts[1:]]] if signed else product((1, -1), repeat=len(rest))
        )
        sums = (
            first + sum((s * v for s, v in zip(signs, rest, strict=True)), Decimal(0)) for signs in chosen
        )
        return min(sums, key=lambda came: abs(abs(came) - self.total.value))

    @property
    def broken(self) -> bool:
        """Whether the parts miss the total by more than rounding, and by little enough to be its parts."""
        slack = self.total.slack + sum((p.slack for p in self.parts), Decimal(0))
        return slack < abs(abs(self.came) - self.total.value) <= NEAR * self.total.value


def footed(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences, each with a blank for a total that its parts in the same note do not come to."""
    return tuple(_checked(one, told[n - 1 : n] if n else ()) for n, one in enumerate(told))


def _checked(one: Told, before: Sequence[Told]) -> Told:
    if one.use is not Use.STATE or one.redacted:
        return one
    earlier = before[0].text if before and before[0].fact == one.fact else ""
    wrong = next((s for s in _sums(one.text, earlier) if s.broken), None)
    if wrong is None:
        return one
    total = wrong.total
    blank = f"[●: {total.said}, to be confirmed, as it does not foot]"
    text = one.text[: total.at] + blank + one.text[total.at + len(total.said) :]
    return replace(
        one, text=text, why=f"its parts come to {total.with_value(abs(wrong.came))}, not {total.said}"
    )


def rollforward(sentence: str) -> str:
    """The balance that a sentence takes from its opening over what moved it to its closing, item by item; else ""."""
    said = re.split(r"[;,] (?:and )?(?=[A-Za-z])", sentence.strip(" ."))
    items = [_ITEM.fullmatch(i) for i in said]
    named = [f"{_SHORT.get(m['what'].lower(), m['what'].lower())}, {m['amount']}" for m in items if m]
    whole = _OPENS.match(said[0]) and _CLOSES.match(said[-1]) and len(named) == len(items)
    return f"{'; '.join(named[:-1])}; and {named[-1]}" if whole else ""


_ITEM = re.compile(
    r"(?:plus |less |minus )?(?P<what>[A-Za-z][\w -]*?):?(?: (?:at|of|was|were))? "
    r"(?P<amount>[^\s\w]?[\w$€£¥.,()]*\d[^;]*)"
)
_SHORT = {
    **dict.fromkeys(("opening", "opened", "beginning"), "opening balance"),
    **dict.fromkeys(("closing", "closed", "ending"), "closing balance"),
    "used": "amounts used",
}
"""What the short names of a balance and of what moved it stand for."""


def _sums(sentence: str, earlier: str) -> Iterator[_Sum]:
    here = _figures(sentence)
    opens, closes = _OPENS.search(sentence), _CLOSES.search(sentence)
    if opens and closes and opens.start() < closes.start():
        total = next((f for f in here if f.at > closes.start()), None)
        yield from _sum(total, [f for f in here if opens.start() < f.at < closes.start()])
    elif (cue := _TOTAL.search(sentence)) and not _PARTLY.search(f"{sentence} {earlier}"):
        total = next((f for f in here if f.at > cue.start()), None)
        yield from _sum(total, [f for f in here if f.at < cue.start()] or _figures(earlier))


def _sum(total: _Figure | None, parts: Sequence[_Figure]) -> Iterator[_Sum]:
    if total and total.value and 2 <= len(parts) <= MOST_PARTS and {p.unit for p in parts} == {total.unit}:
        yield _Sum(total, tuple(parts))


def _figures(text: str) -> list[_Figure]:
    """The amounts of the text; years, days, pages and the numbers of rules are none."""
    quiet = _NO_AMOUNT.sub(lambda m: "_" * len(m.group()), text)
    return [_figure(m) for m in _FIGURE.finditer(quiet)]


def _figure(found: re.Match[str]) -> _Figure:
    scale = found["scale"] or ""
    places = len(found["digits"].partition(".")[2])
    start = found.start("unit") if found["unit"] else found.start("digits")
    value = Decimal(found["digits"].replace(",", ""))
    counted = not (places or scale or found["unit"])
    slack = Decimal(0) if counted else Decimal(1) / 10**places / 2
    return _Figure(
        said=found.string[start : found.end()],
        at=start,
        value=value * _SCALES[scale],
        slack=slack * _SCALES[scale],
        unit=(found["unit"] or "").strip(),
        scale=scale,
        minus=bool(found["minus"]),
    )
