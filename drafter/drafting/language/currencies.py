"""Amounts with the code of their currency (“NOK 16.2 billion”, “R$4.1 billion”), read like those with a sign (“£4”)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

CODES = (
    "AED|AUD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|KZT|MXN|MYR|NGN|NOK|NZD|PEN|"
    "PHP|PLN|QAR|RMB|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|USD|VND|ZAR"
)
MARKED = r"(?:R|US|C|CA|Cdn|A|AU|NZ|HK|NT|S|MX|Mex)\$"
_CODED = re.compile(rf"(?<![\w$])(?:(?P<code>{CODES}) ?|(?P<mark>{MARKED}))(?=\d)")
_SIGNS = ("£", "€")


@dataclass(frozen=True, slots=True)
class Currencies:
    """The sign that stands for each code while a note is worked on; none where the texts have more codes than signs."""

    signs: Mapping[str, str]

    def signed(self, text: str) -> str:
        """The text with each code before a figure as its sign."""
        return _CODED.sub(lambda found: self.signs.get(_code(found), found.group(0)), text)

    def coded(self, text: str) -> str:
        """The text with each code back in the place of its sign."""
        for code, sign in self.signs.items():
            text = re.sub(rf"{sign} ?(?=\d)", code, text)
        return text


def _code(found: re.Match[str]) -> str:
    """What stands before the figure: “NOK ”, “R$”."""
    return found["mark"] or f"{found['code']} "


def currencies(*texts: str) -> Currencies:
    """A sign that the texts do not have for each of the codes that they have."""
    codes = list(dict.fromkeys(_code(found) for text in texts for found in _CODED.finditer(text)))
    free = [sign for sign in _SIGNS if not any(sign in text for text in texts)]
    return Currencies(dict(zip(codes, free, strict=False)) if len(codes) <= len(free) else {})


def sign_of(*texts: str) -> str:
    """The currency of the first of the texts that has money, as its sign or code, dollars first; "" for none."""
    money = next((t for t in texts if "$" in t or _MONEY.search(t)), "")
    found = _MONEY.search(money)
    return found[0] if found and not _DOLLARS.search(money) else money and "$"


_MONEY = re.compile(rf"[€£¥]|\b(?:{CODES}) (?=\d)|(?<!\w){MARKED}(?=\d)")
_DOLLARS = re.compile(r"(?<![A-Za-z])\$|\bUS\$")
