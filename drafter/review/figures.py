"""Sums, differences and percentages recomputed, and numbers that no source holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from drafter.domain import Line
from drafter.filings import Filed, find_number
from drafter.review.reviewed import Mark, Reply, Reviewed, Sentence, excerpt

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
    rf"(?P<part>{_AMOUNT}),?\s*(?:\(?(?:or|representing|which is|which represents)\s+(?:approximately\s+"
    rf"|about\s+)?)"
    rf"(?P<percent>\d+(?:\.\d+)?) ?(?:%|percent)\)?,?\s+of\s+[^.$;%,]{{0,80}}?(?P<whole>{_AMOUNT})",
    re.I,
)
"""Example: "$12 million, or 8%, of total revenue of $150 million"."""

LOOSE = re.compile(
    r"\b(?:approximately|about|roughly|nearly|almost|over|more than|less than|up to|principally)\b", re.I
)
INCLUDING = re.compile(
    r"\b(?:includ\w+|among|primarily|mainly|partially|such as|net of|offset|of which)\b", re.I
)
TOTAL = re.compile(r"^\W*(?:sub)?total\b", re.I)
CELL = re.compile(r"^\W{0,3}\(?\s*[-–—−]?\s*\$?\s*\(?(?P<digits>\d[\d,]*(?:\.\d+)?)\s*\)?\s*(?:\(\w\))?$")
NOTHING = re.compile(r"^[$\s]*[-–—−]+\s*$")
SMALLEST = 3
"""Parts of a table's total below which it is not added up."""


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
        yield from _changes(said)
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
    for found in MADE_OF.finditer(said.text):
        total, parts = amount(found["total"]), _amounts(found["parts"])
        if total is None or INCLUDING.search(found.group()) or LOOSE.search(found.group()):
            continue
        came = sum((p.value for p in parts), Decimal(0))
        slack = total.slack + sum((p.slack for p in parts), Decimal(0))
        if abs(came - total.value) > slack:
            yield Mark.at(
                said, f"The parts come to {_money(came)} and the total says {found['total']}. Tie them out."
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


def in_tables(reviewed: Reviewed) -> Iterator[Mark]:
    """Totals of tables that do not come out in one column while the same rows do in another."""
    for reply in reviewed.replies:
        rows = [(i, x) for i, x in reply.lines if x.table is not None]
        for _, table in groupby(rows, key=lambda r: r[1].table):
            yield from _table(reply, list(table))


def _table(reply: Reply, rows: Sequence[tuple[int, Line]]) -> Iterator[Mark]:
    read = [_cells(line.text) for _, line in rows]
    for at, (i, line) in enumerate(rows):
        if not TOTAL.match(line.text) or len(read[at]) < 2:
            continue
        for column in _off(read[:at], read[at]):
            yield Mark(
                f"The total {read[at][column]} of column {column + 1} does not come out from the rows "
                f"above, while "
                "another column's does. Tie it out.",
                reply.comment.number,
                (i, i + 1),
                excerpt(line.text),
            )


def _cells(text: str) -> list[Decimal]:
    """The numbers of a row after its label; [] where a cell is neither number nor empty."""
    out: list[Decimal] = []
    for cell in (c.strip() for c in text.split(" | ")[1:]):
        if NOTHING.match(cell):
            out.append(Decimal(0))
        elif found := CELL.match(cell):
            value = Decimal(found["digits"].replace(",", ""))
            out.append(-value if "(" in cell or re.match(r"[$\s]*[-–−]", cell) else value)
        elif cell and cell not in "$%)":
            return []
    return out


def _off(above: Sequence[Sequence[Decimal]], total: Sequence[Decimal]) -> list[int]:
    """The columns whose total is wrong: the rows that make another column's total do not make theirs."""
    run: list[Sequence[Decimal]] = []
    best: list[int] = []
    for row in reversed(above):
        if len(row) != len(total):
            break
        run.append(row)
        if len(run) < SMALLEST:
            continue
        sums = [sum(c) for c in zip(*run, strict=True)]
        slack = [len(run) * _last_place(column) / 2 for column in zip(*run, total, strict=True)]
        right = [k for k, t in enumerate(total) if t and abs(sums[k] - t) <= slack[k]]
        if len(right) == sum(t != 0 for t in total):
            return []
        if 2 * len(right) >= len(total) and any(total[k] != 0 for k in right):
            best = [k for k, t in enumerate(total) if t and k not in right]
    return best


def _last_place(numbers: Sequence[Decimal]) -> Decimal:
    """The unit of the last digit of the numbers."""
    return Decimal(10) ** min(0, *(int(n.as_tuple().exponent) for n in numbers))


def tied(reviewed: Reviewed) -> Iterator[Mark]:
    """Amounts and percentages of an answer that neither the filing nor a note or letter at hand holds."""
    sources = [x.text for x in reviewed.staff.letter.lines] if reviewed.staff else []
    sources += [f.text for f in reviewed.facts]
    sources += [t for p in reviewed.own for t in (p.comment.text, p.response.text)]
    known = {_bare(n) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", "\n".join(sources))}
    for reply in reviewed.replies:
        told = [m.group() for p in (AMOUNT, PERCENT) for m in p.finditer(reply.text)]
        strange = [t for t in dict.fromkeys(told) if not _held(t, known, reviewed.filed)]
        if strange:
            yield Mark(
                f"No source at hand holds these figures: {excerpt(', '.join(strange))}. Tie them out.",
                reply.comment.number,
                reply.span,
                excerpt(", ".join(strange)),
            )


def _held(said: str, known: set[str], filed: Filed | None) -> bool:
    if _bare(re.sub(r"[^\d.,]", "", said)) in known:
        return True
    return filed is not None and bool(find_number(filed, said))


def _bare(number: str) -> str:
    digits = number.replace(",", "").rstrip(".")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
