"""Bare amounts of the notes in the currency and the unit in which the comment gives them."""

from __future__ import annotations

import re

_BARE_AMOUNT = re.compile(
    r"(?<![\w$.,/-])\d[\d,]*\.\d+(?![\d%xX]|[-/.]\d| ?(?:percent|million|billion|basis|per|times|to 1))"
)
_SCALED = re.compile(r"\$ ?(?P<digits>\d[\d,]*\.\d+) (?P<scale>million|billion)")


_OF_THE = re.compile(r"\b[Oo]f the (?P<digits>\d[\d,.]*)(?=[ :,])")
_MONEY = re.compile(r"(?P<sign>[$€£]) ?(?P<digits>\d[\d,]*(?:\.\d+)?) (?P<scale>million|billion)")
_SIGNED = re.compile(
    r"(?P<sign>\+ ?|\bless (?!for\b)|\bminus |\b[Oo]f the )(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?![\d.]*\d|%| ?(?:percent|million|billion|basis))"
)
"""The parts of an amount: “of the 84”, “+61”, “less 8”."""


def of_the_amount(comment: str, text: str) -> str:
    """The parts of an amount in its currency and unit: “Of the 84: engine visits +61” of “€84 million”."""
    whole = _OF_THE.search(text)
    found = next(
        (m for m in _MONEY.finditer(comment) if whole and m["digits"] == whole["digits"].rstrip(".,")), None
    )
    if found is None:
        return text
    return _SIGNED.sub(
        lambda m: f"{m['sign'].replace('+', '').lstrip()}{found['sign']}{m['digits']} {found['scale']}", text
    )


def in_units_of(comment: str, text: str) -> str:
    """The note, its bare amounts in the unit in which the comment gives one of them."""
    scales = {m["digits"]: m["scale"] for m in _SCALED.finditer(comment)}
    scale = next((scales[d] for d in _BARE_AMOUNT.findall(text) if d in scales), "")
    return _BARE_AMOUNT.sub(lambda m: f"${m.group(0)} {scale}", text) if scale else text


_TOLD = re.compile(
    r"(?<=\d), (?P<within>[$€£]) ?(?P<among>millions?|mm?|thousands?|k|bn?|billions?)(?=\)\.?$)|"
    r"[,;]? \(?(?:(?:all|amounts|figures|numbers) )?(?:in )?(?P<sign>[$€£]) ?(?:in )?(?P<scale>millions?|mm?|"
    r"thousands?|k|bn?|billions?)\)?(?= ?\.?$)"
)
_TOLD_FIRST = re.compile(
    r"^(?:In )?(?P<sign>[$€£]) ?(?P<scale>millions?|mm?|thousands?|k|bn?|billions?): (?=\w)", re.I
)
_IN_A_ROW = re.compile(
    r"(?<![\w$€£.,/()-])(?P<plus>[+-]?)(?!(?:19|20)\d\d\b(?![.,]\d))(?P<digits>\(?\d[\d,]*(?:\.\d+)?\)?)"
    r"(?=\s*(?:[;,](?!\d)|\.?$|\(|[=+]))"
)
_NUMBERED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?|Note|Item|"
    r"Level|[Pp]ages?|Exhibit|Section) $"
)
"""Before a number that is no amount: “March 3”, “Note 8”."""
_SCALES = {"m": "million", "t": "thousand", "k": "thousand", "b": "billion"}


def in_told_units(text: str) -> str:
    """The amounts of a row in the unit told once for all of them: “Clay 28, coal 21 ($m)”, “$m: clay 2, coal 3”."""
    found = _TOLD.search(text) or _TOLD_FIRST.match(text)
    if found is None:
        return text
    parts = found.groupdict()
    sign = parts["sign"] or parts.get("within") or ""
    scale = _SCALES[(parts["scale"] or parts.get("among") or "")[0].lower()]
    rest = text[: found.start()] + text[found.end() :]

    def told(found: re.Match[str]) -> str:
        numbered = _NUMBERED.search(found.string[: found.start()])
        return found[0] if numbered else f"{found['plus']}{sign}{found['digits']} {scale}"

    return _IN_A_ROW.sub(told, rest[:1].upper() + rest[1:])
