"""Amounts told with the code of their currency (“NOK 16.2 billion”), read like those with a sign (“£16.2 billion”)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

CODES = (
    "AED|AUD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|KZT|MXN|MYR|NGN|NOK|NZD|PEN|"
    "PHP|PLN|QAR|RMB|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|USD|VND|ZAR"
)
_CODED = re.compile(rf"\b(?P<code>{CODES}) ?(?=\d)")
_SIGNS = ("£", "€")


@dataclass(frozen=True, slots=True)
class Currencies:
    """The sign that stands for each code while a note is worked on; none where the texts have more codes than signs."""

    signs: Mapping[str, str]

    def signed(self, text: str) -> str:
        """The text with each code before a figure as its sign."""
        return _CODED.sub(lambda found: self.signs.get(found["code"], found.group(0)), text)

    def coded(self, text: str) -> str:
        """The text with each code back in the place of its sign."""
        for code, sign in self.signs.items():
            text = re.sub(rf"{sign} ?(?=\d)", f"{code} ", text)
        return text


def currencies(*texts: str) -> Currencies:
    """A sign that the texts do not have for each of the codes that they have."""
    codes = list(dict.fromkeys(found["code"] for text in texts for found in _CODED.finditer(text)))
    free = [sign for sign in _SIGNS if not any(sign in text for text in texts)]
    return Currencies(dict(zip(codes, free, strict=False)) if len(codes) <= len(free) else {})


def sign_of(*texts: str) -> str:
    """The currency of the first of the texts that has money, as its sign or code, dollars first; "" for none."""
    money = next((t for t in texts if "$" in t or _MONEY.search(t)), "")
    found = _MONEY.search(money)
    return found[0] if found and "$" not in money else money and "$"


_MONEY = re.compile(rf"[€£¥]|\b(?:{CODES}) (?=\d)")
