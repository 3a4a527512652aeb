"""Rules and articles of regulations, rules under the Acts, and sections of the Acts themselves."""

from __future__ import annotations

import re
from functools import cache

from drafter.authorities.lists import each, numbers
from drafter.authorities.names import ACT, REGULATION, Found, act_named, compiled, regulation_named

_RULE = (
    r"(?:\d{1,2}[a-zA-Z]{1,2}\d{0,2}-\d{1,3}[A-Za-z]?|\d{1,2}[a-z]\d{1,2}-\d{1,2}"
    r"|\d{1,2}-\s?\d{2}[A-Z]?|0-\d{1,2}|\d{3}[A-Z]?|\d{2}(?![\w-]))"
)

_SECTION = r"\d{1,3}[A-Z]?"


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Rules with what may stand before them, and what may follow."""
    return re.compile(
        rf"(?:\b(?P<before>Securities\s+Act|Exchange\s+Act|Regulation\s+S-?[XT]|S-X"
        rf"|Regulation\s+[ADGS]|Regulation\s+FD),?\s+)?"
        rf"\b(?P<word>Rules?|Articles?|Sections?)\s+(?P<list>{numbers(_RULE).pattern})"
    ), re.compile(rf"\s*(?:of|under|in|to)\s+(?:the\s+)?(?:{REGULATION}|{ACT})")


@cache
def _sections() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Sections of the Acts with what may stand before them, and what may follow."""
    return re.compile(
        rf"(?:\b(?P<before>Securities\s+Act"
        rf"|Exchange\s+Act),?\s+)?\bSections?\s+(?P<list>{numbers(_SECTION).pattern})(?![\d.-])"
    ), re.compile(rf"\s+(?:of|under)\s+(?:the\s+)?(?:U\.S\.\s+)?{ACT}")


def rules(text: str) -> Found:
    """Rules and articles of Regulation S-X and other regulations, and rules under the two Acts."""
    pattern, after = _rules()
    for match in pattern.finditer(text):
        named = after.match(text, match.end())
        for order, (number, start, stop) in enumerate(each(match["list"], match.start("list"), _RULE)):
            canonical = _rule(match["word"], number, _context(named, match["before"] or ""), text)
            if canonical:
                yield canonical, match.start() if order == 0 else start, stop


def _context(named: re.Match[str] | None, before: str) -> str:
    if named and named["reg"]:
        return f"Regulation {regulation_named(named['reg'])}"
    if named and named["act"]:
        return act_named(named["act"])
    if before in {"S-X", "Regulation SX"}:
        return "Regulation S-X"
    return re.sub(r"\s+", " ", before)


def _rule(word: str, number: str, context: str, text: str) -> str:
    """The canonical rule: by its context, else by its shape; "" for a number that is none."""
    number = re.sub(r"\s", "", number)
    if number == "83":
        return "17 CFR 200.83"
    if context == "Regulation S-K":
        return f"Regulation S-K Item {number}"
    if word.startswith("Section"):
        return f"Regulation S-X Rule {number}" if context == "Regulation S-X" else ""
    if word.startswith("Article"):
        return _article(number) if context == "Regulation S-X" or (not context and "S-X" in text) else ""
    if context.startswith("Regulation"):
        kind = "Article" if context == "Regulation S-X" and "-" not in number else "Rule"
        return f"{context} {kind} {number}"
    return _by_shape(number)


def _article(number: str) -> str:
    return f"Regulation S-X {'Rule' if '-' in number else 'Article'} {number}"


def _by_shape(number: str) -> str:
    if re.match(r"\d{1,2}-\d{2}", number) and not number.startswith("0-"):
        return f"Regulation S-X Rule {number}"
    if "-" in number.split("(")[0]:
        return f"Exchange Act Rule {number}"
    if re.match(r"25[1-9]|26[0-3]", number):
        return f"Regulation A Rule {number}"
    return f"Securities Act Rule {number}" if re.match(r"[1-5]\d{2}", number) else ""


def articles(text: str) -> Found:
    """Articles of Regulation S-X: "Article 11 of Regulation S-X", and "Article 11" where S-X is named."""
    if "S-X" not in text and "SX" not in text and not re.search(r"\bRule\s+\d{1,2}-\d\d\b", text):
        return
    for match in compiled(r"\bArticles?\s+(?P<n>\d{1,2}A?)\b(?!\.)").finditer(text):
        yield f"Regulation S-X Article {match['n']}", match.start(), match.end()


def regulations(text: str) -> Found:
    """Regulation G and Regulation FD, cited as a whole."""
    for match in compiled(r"\bRegulation\s+(?P<n>G|FD)\b").finditer(text):
        yield f"Regulation {match['n']}", match.start(), match.end()


def statutes(text: str) -> Found:
    """Section 13(a) of the Exchange Act; a bare Section where the text names one Act only."""
    pattern, after = _sections()
    acts = {act_named(m.group()) for m in compiled(ACT).finditer(text)} - {""}
    quotes = [m.span() for m in compiled(r"“[^”]{20,300}”").finditer(text)]
    for match in pattern.finditer(text):
        if any(a <= match.start() < b for a, b in quotes):
            continue
        named = after.match(text, match.end())
        act = act_named(named["act"]) if named else re.sub(r"\s+", " ", match["before"] or "")
        bare = len(acts) == 1 and re.fullmatch(r"\d{1,2}[A-Z]?\([a-z]\).*", match["list"])
        act = act or (next(iter(acts)) if bare else "")
        if act:
            for order, (number, start, stop) in enumerate(each(match["list"], match.start("list"), _SECTION)):
                yield f"{act} Section {number}", match.start() if order == 0 else start, stop
