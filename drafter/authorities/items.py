"""Items of Regulation S-K and its kin, and of forms."""

from __future__ import annotations

import re
from functools import cache

from drafter.authorities.lists import PARENS, each, numbers
from drafter.authorities.names import REGULATION, Found, compiled, regulation_named

_ITEM = r"\d{1,4}(?:\.\d{2}|\.[A-J](?![A-Za-z])(?:\.\d)?)?[A-K]?"
"""Of Form 8-K "1.05", of Form 20-F "5.B" and "4.A.5"."""

_FORM = (
    r"(?:Form\s+)?(?P<form>10-?KSB|10-?QSB|10-?KT?|10-?QT?|8-K|6-K|20-F|40-F|11-K|S-1|S-3|S-4"
    r"|S-8|S-11|F-1|F-3|F-4|1-A|N-1A|N-2|Schedule\s+(?:TO|13[DGE]-?[13]?|14[AC]|14D-9))\b"
)

_BARE = rf"\bS-K\s+(?P<n>\d{{3,4}}{PARENS}*)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Items with what may stand before them, and what may follow."""
    return re.compile(
        rf"(?:\b(?P<before>Regulation\s+S-?K|S-K|Form\s+8-K|Form\s+10-K"
        rf"|Form\s+20-F),?\s+)?\bItems?\s+(?P<list>{numbers(_ITEM).pattern})"
    ), re.compile(
        rf"\s*,?\s*(?:\(?(?:of|under|in|to|on)\s+)?(?:your\s+|the\s+"
        rf"|its\s+)?(?:Part\s+I+\s+of\s+)?(?:{REGULATION}|{_FORM})"
    )


def items(text: str) -> Found:
    """Items of Regulation S-K, its kin and forms; a bare Item of three digits is one of Regulation S-K."""
    pattern, after = _patterns()
    for match in pattern.finditer(text):
        named = after.match(text, match.end())
        end = named.end() if named else match.end()
        spans = list(each(match["list"], match.start("list"), _ITEM))
        for order, (number, start, stop) in enumerate(spans):
            home = _home(number, named, match["before"] or "", text)
            if home:
                yield (
                    f"{home} Item {_lowered(number)}",
                    match.start() if order == 0 else start,
                    end if len(spans) == 1 else stop,
                )
    for match in compiled(_BARE).finditer(text):
        yield f"Regulation S-K Item {match['n']}", match.start(), match.end()


def _home(number: str, named: re.Match[str] | None, before: str, text: str) -> str:
    """Whose item it is: "Regulation S-K", "Form 8-K"; "" where nothing says it."""
    if named and named["reg"]:
        # Regulation S-X has rules; where the staff writes "Item 303(a) of Regulation S-X", S-K is meant.
        return f"Regulation {regulation_named(named['reg'])}".replace("S-X", "S-K")
    if named and named["form"] and not re.match(r"\d{3}", number):
        return _form(named["form"])
    if before:
        return "Regulation S-K" if "S-" in before else before.replace("  ", " ")
    if re.match(r"\d\.\d\d", number):
        return "Form 8-K" if "8-K" in text else ""
    if re.match(r"10[01]\d(?!\d)", number) and "M-A" in text:
        return "Regulation M-A"
    return "Regulation S-K" if re.match(r"(?:[1-9]\d{2}|1[0-6]\d{2})(?!\d)(?!\.)|10\([a-h]\)", number) else ""


def _lowered(number: str) -> str:
    """The number with its first paragraph in a small letter, as items have it: "303(A)" -> "303(a)"."""
    return re.sub(r"^(\d+\()([A-Z])\)", lambda m: f"{m[1]}{m[2].lower()})", number)


def _form(name: str) -> str:
    name = re.sub(r"\s+", " ", name)
    return name if name.startswith("Schedule") else "Form " + re.sub(r"^10([KQ])", r"10-\1", name)
