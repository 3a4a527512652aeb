"""The families of authority that letters cite, each with the pattern that finds it and its canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from drafter.authorities.lists import PARENS, each, inherited, numbers, paragraphs

Found = Iterator[tuple[str, int, int]]
"""Canonical citation, first character, character after the last."""

_ITEM = r"\d{1,4}(?:\.\d{2})?[A-K]?"
_RULE = r"(?:\d{1,2}[a-zA-Z]{1,2}\d{0,2}-\d{1,3}[A-Za-z]?|\d{1,2}[a-z]\d{1,2}-\d{1,2}|\d{1,2}-\d{2}[A-Z]?|0-\d{1,2}|\d{3}[A-Z]?|\d{2}(?=\W))"
_SECTION = r"\d{1,3}[A-Z]?"
_REGULATION = r"(?:SEC\s+)?(?:Regulation|Reg\.?)\s+(?P<reg>S-?[KXTBP]|M-A|AB|FD|BTR|[ADGMS]|Crowdfunding|13D-G|14A|14C)\b"
_FORM = r"(?:Form\s+)?(?P<form>10-?KSB|10-?QSB|10-?KT?|10-?QT?|8-K|6-K|20-F|40-F|11-K|S-1|S-3|S-4|S-8|S-11|F-1|F-3|F-4|1-A|N-1A|N-2|Schedule\s+(?:TO|13[DGE]-?[13]?|14[AC]|14D-9))\b"
_ACTS = {
    "securities act": "Securities Act",
    "exchange act": "Exchange Act",
    "securities exchange act": "Exchange Act",
    "sarbanes-oxley act": "Sarbanes-Oxley Act",
    "investment company act": "Investment Company Act",
    "jobs act": "JOBS Act",
    "internal revenue code": "Internal Revenue Code",
}
_ACT = r"(?P<act>Securities\s+Exchange\s+Act|Securities\s+Act|Exchange\s+Act|Sarbanes[-\s]Oxley(?:\s+Act)?|Investment\s+Company\s+Act|JOBS\s+Act|Internal\s+Revenue\s+Code)"

CORPORA = (
    ("Non-GAAP", r"non-?\s?GAAP"),
    ("Tender Offer Rules and Schedules", r"Tender\s+Offer"),
    ("Proxy Rules and Schedules 14A/14C", r"Proxy\s+Rules"),
    ("Going Private", r"Going\s+Private"),
    ("Regulation S-K", r"Regulation\s+S-K"),
    ("Regulation FD", r"Regulation\s+FD"),
    ("Form 8-K", r"Form\s+8-K|Exchange\s+Act\s+Form\s+8-K"),
    ("Securities Act Rules", r"Securities\s+Act\s+Rules"),
    ("Securities Act Forms", r"Securities\s+Act\s+Forms"),
    ("Securities Act Sections", r"Securities\s+Act\s+Sections"),
    ("Exchange Act Rules", r"Exchange\s+Act\s+Rules"),
    ("Exchange Act Forms", r"Exchange\s+Act\s+Forms"),
    ("Exchange Act Sections", r"Exchange\s+Act\s+Sections"),
)
"""Names of the staff's collections of questions, and how letters name them."""

_NEAR = 160
"""Characters on either side in which a collection of questions is named."""


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def _act(name: str) -> str:
    key = re.sub(r"[\s]+", " ", name).lower().replace("sarbanes oxley", "sarbanes-oxley")
    return _ACTS.get(key if key.endswith(("act", "code")) else key + " act", "")


def codification(text: str) -> Found:
    """ASC 280-10-50-41, with the elided paragraphs after it, and bare ones elsewhere in the same text."""
    head = _compiled(
        r"\b(?:FASB\s+)?(?:ASC|Accounting\s+Standards\s+Codification|FASB\s+Codification)(?:\s*\(\s*[\"“”'‘]?ASC[\"“”'’]?\s*\))?,?\s*"
        r"(?:(?:Sub-?)?(?:Topics?|topics?|paragraphs?|Paragraphs?|Sections?))?\s*(?:Nos?\.\s*)?"
        r"(?P<n>\d{3}(?:-\s?\d{2,3}(?:-\s?S?\d{2}(?:-\s?\d{1,3}[A-Z]{0,2})?)?)?)(?![\d-]*\d)"
    )
    bare = _compiled(r"(?:(?:Sub-?)?[Tt]opics?\s+(?P<t>\d{3}(?:-\d{2,3})?)|(?<![\d/-])(?P<p>[2-9]\d{2}-\d{2,3}-\s?S?\d{2}(?:-\d{1,3}[A-Z]{0,2})?))(?![\d-]*\d)")
    heads = list(head.finditer(text))
    for match in heads:
        yield from _with_list(text, match, match["n"])
    if heads or "FASB" in text or "ASU" in text:
        for match in bare.finditer(text):
            yield from _with_list(text, match, match["t"] or match["p"])


def _with_list(text: str, match: re.Match[str], number: str) -> Found:
    previous, position = re.sub(r"\s", "", number), match.end()
    yield f"ASC {previous}", match.start(), position
    while following := paragraphs().match(text, position):
        previous = inherited(previous, following["item"])
        yield f"ASC {previous}", following.start("item"), following.end()
        position = following.end()


def updates(text: str) -> Found:
    """ASU 2023-07."""
    pattern = _compiled(r"\b(?:FASB\s+)?(?:ASU|Accounting\s+Standards\s+Updates?)(?:\s*\([\"“]?ASU[\"”]?\))?\s*(?:Nos?\.?\s*)?(?P<n>20\d\d\s?-\s?\d{2})\b")
    more = _compiled(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:ASU\s+)?(?:No\.\s*)?(?P<n>20\d\d-\d{2})\b")
    for match in pattern.finditer(text):
        yield f"ASU {re.sub(chr(32), '', match['n'])}", match.start(), match.end()
        position = match.end()
        while following := more.match(text, position):
            yield f"ASU {following['n']}", following.start("n"), following.end()
            position = following.end()


def legacy(text: str) -> Found:
    """FAS 123(R), EITF 00-21, SOP 97-2, FIN 46(R), APB 18: what the Codification replaced."""
    revised = r"(?:\s?\(?R\)?)?"
    for pattern, kind in (
        (rf"\b(?:SFAS|FAS|FASB\s+Statement|Statement\s+of\s+Financial\s+Accounting\s+Standards)\s*(?:\(?[\"“]?SFAS[\"”]?\)?\s*)?(?:Nos?\.?\s*)?(?P<n>\d{{1,3}}{revised})(?![\d-])", "FAS"),
        (r"\bEITF(?:\s+Issue)?\s*(?:Nos?\.?\s*)?(?:Topic\s+)?(?P<n>\d{2}-\d{1,2}|D-\d{1,3})\b", "EITF"),
        (r"\bSOP\s*(?:No\.?\s*)?(?P<n>\d{2}-\d{1,2})\b", "SOP"),
        (r"\bFSP\s*(?:FAS\s*|No\.?\s*)*(?P<n>\d{2,3}-\d{1,2})\b", "FSP"),
        (rf"\b(?:FIN|FASB\s+Interpretation)\s*(?:No\.?\s*)?(?P<n>\d{{1,2}}{revised})(?![\d-])", "FIN"),
        (r"\b(?:APB(?:\s+Opinion)?)\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b", "APB"),
        (r"\bARB\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b", "ARB"),
    ):
        for match in _compiled(pattern).finditer(text):
            number = re.sub(r"\s?\(?R\)?$", "(R)", match["n"])
            yield f"{kind} {number}", match.start(), match.end()


def items(text: str) -> Found:
    """Items of Regulation S-K and its kin, and of forms; a bare Item of three digits is one of Regulation S-K."""
    pattern = _compiled(rf"(?:\b(?P<before>Regulation\s+S-?K|S-K|Form\s+8-K|Form\s+10-K|Form\s+20-F),?\s+)?\bItems?\s+(?P<list>{numbers(_ITEM).pattern})")
    after = _compiled(rf"\s*,?\s*(?:\(?(?:of|under|in|to|on)\s+)?(?:your\s+|the\s+|its\s+)?(?:Part\s+I+\s+of\s+)?(?:{_REGULATION}|{_FORM})")
    for match in pattern.finditer(text):
        named = after.match(text, match.end())
        end = named.end() if named else match.end()
        spans = list(each(match["list"], match.start("list"), _ITEM))
        for order, (number, start, stop) in enumerate(spans):
            home = _home(number, named, match["before"] or "", text)
            if home:
                yield f"{home} Item {number}", match.start() if order == 0 else start, end if len(spans) == 1 else stop
    for match in _compiled(rf"\bS-K\s+(?P<n>\d{{3,4}}{PARENS}*)").finditer(text):
        yield f"Regulation S-K Item {match['n']}", match.start(), match.end()


def _home(number: str, named: re.Match[str] | None, before: str, text: str) -> str:
    """Whose item it is: "Regulation S-K", "Form 8-K"; "" where nothing says it."""
    if named and named["reg"]:
        return f"Regulation {_regulation(named['reg'])}" if re.match(r"\d", number) else ""
    if named and named["form"] and not re.match(r"\d{3}", number):
        return _form(named["form"])
    if before:
        return "Regulation S-K" if "S-" in before else before.replace("  ", " ")
    if re.match(r"\d\.\d\d", number):
        return "Form 8-K" if "8-K" in text else ""
    return "Regulation S-K" if re.match(r"(?:[1-9]\d{2}|1[0-6]\d{2})(?!\d)(?!\.)|10\([a-h]\)", number) else ""


def _regulation(name: str) -> str:
    return re.sub(r"^S-?([KXTBP])$", r"S-\1", name)


def _form(name: str) -> str:
    name = re.sub(r"\s+", " ", name)
    return name if name.startswith("Schedule") else "Form " + re.sub(r"^10([KQ])", r"10-\1", name)


def rules(text: str) -> Found:
    """Rules and articles of Regulation S-X and other regulations, and rules under the two Acts."""
    pattern = _compiled(
        rf"(?:\b(?P<before>Securities\s+Act|Exchange\s+Act|Regulation\s+S-?[XT]|S-X|Regulation\s+[ADGS]|Regulation\s+FD),?\s+)?"
        rf"\b(?P<word>Rules?|Articles?|Sections?)\s+(?P<list>{numbers(_RULE).pattern})"
    )
    after = _compiled(rf"\s*(?:of|under|in|to)\s+(?:the\s+)?(?:{_REGULATION}|{_ACT})")
    for match in pattern.finditer(text):
        named = after.match(text, match.end())
        for order, (number, start, stop) in enumerate(each(match["list"], match.start("list"), _RULE)):
            canonical = _rule(match["word"], number, _context(named, match["before"] or ""), text)
            if canonical:
                yield canonical, match.start() if order == 0 else start, stop


def _context(named: re.Match[str] | None, before: str) -> str:
    if named and named["reg"]:
        return f"Regulation {_regulation(named['reg'])}"
    if named and named["act"]:
        return _act(named["act"])
    if before in {"S-X", "Regulation SX"}:
        return "Regulation S-X"
    return re.sub(r"\s+", " ", before)


def _rule(word: str, number: str, context: str, text: str) -> str:
    """The canonical rule: by its context, else by its shape; "" for a number that is none."""
    if number == "83":
        return "17 CFR 200.83"
    if word.startswith("Section"):
        return f"Regulation S-X Rule {number}" if context == "Regulation S-X" else ""
    if word.startswith("Article"):
        return f"Regulation S-X Article {number}" if context == "Regulation S-X" or (not context and "S-X" in text) else ""
    if context.startswith("Regulation"):
        kind = "Article" if context == "Regulation S-X" and "-" not in number else "Rule"
        return f"{context} {kind} {number}"
    return _by_shape(number)


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
    for match in _compiled(r"\bArticles?\s+(?P<n>\d{1,2}A?)\b(?!\.)").finditer(text):
        yield f"Regulation S-X Article {match['n']}", match.start(), match.end()


def regulations(text: str) -> Found:
    """Regulation G and Regulation FD, cited as a whole."""
    for match in _compiled(r"\bRegulation\s+(?P<n>G|FD)\b").finditer(text):
        yield f"Regulation {match['n']}", match.start(), match.end()


def statutes(text: str) -> Found:
    """Section 13(a) of the Exchange Act; a bare Section where the text names one Act only."""
    pattern = _compiled(rf"(?:\b(?P<before>Securities\s+Act|Exchange\s+Act),?\s+)?\bSections?\s+(?P<list>{numbers(_SECTION).pattern})(?![\d.-])")
    after = _compiled(rf"\s+(?:of|under)\s+(?:the\s+)?(?:U\.S\.\s+)?{_ACT}")
    acts = {_act(m.group()) for m in _compiled(_ACT).finditer(text)} - {""}
    quotes = [m.span() for m in _compiled(r"“[^”]{20,300}”").finditer(text)]
    for match in pattern.finditer(text):
        if any(a <= match.start() < b for a, b in quotes):
            continue
        named = after.match(text, match.end())
        act = _act(named["act"]) if named else re.sub(r"\s+", " ", match["before"] or "")
        bare = len(acts) == 1 and re.fullmatch(r"\d{1,2}[A-Z]?\([a-z]\).*", match["list"])
        act = act or (next(iter(acts)) if bare else "")
        if act:
            for number, start, stop in each(match["list"], match.start("list"), _SECTION):
                yield f"{act} Section {number}", start, stop


def bulletins(text: str) -> Found:
    """SAB 99, and SAB Topics in any of their spellings: "SAB Topic 11:B", "Topic 5.Y"."""
    topic = _compiled(
        r"(?:\b(?:SAB|Staff\s+Accounting\s+Bulletin)(?:\s*\(?[\"“]?SAB[\"”]?\)?)?(?:\s+(?:No\.?\s*)?(?:Series\s+)?)?,?\s*)?\bTopics?\s+"
        r"(?P<n>\d{1,2})(?P<mark>\s?[.:]\s?|\s|(?=[A-Z]\b))(?P<l>[A-Z]{1,2})(?:\.\s?(?P<q>\d{1,2}))?\b(?!-)"
    )
    for match in topic.finditer(text):
        tail = f".{match['q']}" if match["q"] else ""
        yield f"SAB Topic {match['n']}.{match['l']}{tail}", match.start(), match.end()
    for match in _compiled(r"\b(?:SAB|Staff\s+Accounting\s+Bulletin)\s+Topic\s+(?P<n>\d{1,2})(?![\d.:A-Z]|\s+[A-Z]\b)").finditer(text):
        yield f"SAB Topic {match['n']}", match.start(), match.end()
    for match in _compiled(r"\b(?:SABs?|Staff\s+Accounting\s+Bulletins?)\s*(?:\(?[\"“]?SAB[\"”]?\)?\s*)?(?:Nos?\.?\s*)?(?P<list>\d{2,3}(?:(?:,|\s+and|\s+or)\s+(?:SAB\s+)?(?:No\.\s*)?\d{2,3})*)(?![\d-])").finditer(text):
        for number in re.finditer(r"\d{2,3}", match["list"]):
            first = number.start() == 0
            at = match.start("list") + number.start()
            yield f"SAB {number.group()}", match.start() if first else at, at + len(number.group())


def interpretations(text: str) -> Found:
    """Questions of the staff's Compliance and Disclosure Interpretations, with the collection named nearby."""
    pattern = _compiled(
        r"\b(?:Questions?|C&DIs?|Interpretations?)\s+(?:Nos?\.?\s*)?(?P<list>\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|through|to)\s+)(?:Questions?\s+)?(?:No\.\s*)?\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*)*)",
        re.I,
    )
    for match in pattern.finditer(text):
        corpus = _corpus(text, match.start(), match.end())
        for number in re.finditer(r"\d{3}[A-Z]?\.\d{2}(?:\([a-z]\))*", match["list"]):
            at = match.start("list") + number.start()
            name = corpus or ("Non-GAAP" if re.match(r"10[0-4]\.", number.group()) else "")
            yield f"{name} C&DI Question {number.group()}".strip(), match.start() if number.start() == 0 else at, at + len(number.group())


def _corpus(text: str, start: int, end: int) -> str:
    """The collection of questions named nearest to a question: after it first, else before."""
    for window, last in ((text[end : end + _NEAR], False), (text[max(0, start - _NEAR) : start], True)):
        hits = [(m.start(), name) for name, pattern in CORPORA for m in _compiled(pattern, re.I).finditer(window)]
        if hits:
            return (max(hits) if last else min(hits))[1]
    return ""


def releases(text: str) -> Found:
    """Commission releases: Release 33-10751, one for each number given."""
    pattern = _compiled(
        r"\b(?:(?P<act>Securities\s+Act|Exchange\s+Act)\s+)?Releases?\s*(?:Nos?\.?\s*)?(?P<list>(?:(?:33|34|IC|IA|FR)\s?[-–]\s?)?\d{2,6}[A-Z]?(?:(?:\s*[,;/]\s*(?:and\s+)?|\s+and\s+)(?:33|34|IC|IA|FR)[-–]\d{2,6}[A-Z]?)*)(?!\d|\.\d)"
    )
    for match in pattern.finditer(text):
        for number in re.finditer(r"(?:(?P<s>33|34|IC|IA|FR)\s?[-–]\s?)?(?P<n>\d{2,6}[A-Z]?)", match["list"]):
            series = number["s"] or {"S": "33", "E": "34"}.get((match["act"] or " ")[0], "")
            at = match.start("list") + number.start()
            if series:
                yield f"Release {series}-{number['n']}", match.start() if number.start() == 0 else at, at + len(number.group())


def _single(pattern: str, canonical: str) -> Callable[[str], Found]:
    """A family whose canonical form is a template over the pattern's named groups."""

    def find(text: str) -> Found:
        for match in _compiled(pattern).finditer(text):
            groups = {k: re.sub(r"\s+", " ", v or "") for k, v in match.groupdict().items()}
            yield canonical.format(**groups), match.start(), match.end()

    return find


FAMILIES: tuple[Callable[[str], Found], ...] = (
    codification,
    updates,
    legacy,
    items,
    rules,
    articles,
    statutes,
    bulletins,
    interpretations,
    releases,
    regulations,
    _single(r"\b(?:FRC|FRR|Financial\s+Reporting\s+Codification)\s*(?:[Ss]ection\s*)?(?P<n>\d{3}\.\d{2}(?:\.[a-z])?)", "FRC {n}"),
    _single(r"\bSection\s+(?P<n>[45]\d\d\.\d{2}(?:\.[a-z])?)", "FRC {n}"),
    _single(rf"\b17\s*C\.?F\.?R\.?\s*(?:Part\s*|§+\s*)?(?P<n>\d{{3}}(?:\.\d+[\w-]*)?{PARENS}*)", "17 CFR {n}"),
    _single(r"\b(?:SEC\s+)?Industry\s+Guide\s+(?P<n>\d)\b", "Industry Guide {n}"),
    _single(r"\bGuide\s+(?P<n>[2-7])\b", "Industry Guide {n}"),
    _single(r"\b(?:Concepts\s+Statement|Statement\s+of\s+Financial\s+Accounting\s+Concepts|FASB\s+Concepts\s+Statement)\s*(?:No\.?\s*)?(?P<n>\d)\b", "FASB Concepts Statement {n}"),
    _single(r"\b(?:PCAOB\s+)?(?:AS|Auditing\s+Standard)\s*(?P<n>\d{4})\b", "PCAOB AS {n}"),
    _single(r"\b(?:PCAOB\s+)?Auditing\s+Standard\s*(?:No\.?\s*)?(?P<n>\d{1,2})\b(?!\d)", "PCAOB Auditing Standard No. {n}"),
    _single(r"\b(?:Staff\s+Legal\s+Bulletin|SLB)\s*(?:Nos?\.?\s*)?(?P<n>\d{1,2}[A-Z]?)\b", "Staff Legal Bulletin {n}"),
    _single(r"\b(?:CF\s+)?Disclosure\s+Guidance:?,?\s*Topic\s*(?:No\.?\s*)?(?P<n>\d{1,2}A?)\b", "CF Disclosure Guidance Topic {n}"),
    _single(r"\b(?P<k>IFRS|IAS|IFRIC|SIC)[\s-]*(?P<n>\d{1,2})\b", "{k} {n}"),
)
"""Every family; each finds its own citations, in the order of the text."""
