"""Sentences with their facts taken out: what names, dates and filings they held stands as slots. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.names import FORMALITIES

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = re.compile(rf"\b{MONTH}\s+\d{{1,2}},?\s*\d{{4}}")

FILINGS = re.compile(
    r"\b(?:amendment\s+no\.\s+\d+\s+to\s+(?:(?:the|its|our)\s+)?)?"
    r"(?:(?:draft\s+|amended\s+)?(?:annual|quarterly|current|transition)\s+reports?\s+on\s+form|"
    r"(?:draft\s+)?registration\s+statement\b|(?:definitive\s+|preliminary\s+)?proxy\s+statement\b|"
    r"forms?\s+(?:10|20|40|8|6|s|f)-|schedule\s+(?:to|14a|13e|13d)\b)",
    re.I,
)
"""Where the filings under review begin to be named."""

FILINGS_END = re.compile(rf"{MONTH}\s+\d{{1,2}},?\s*\d{{4}}|“[^“”]+”\s*\)|\(File No\. [\d-]+\)", re.I)
"""What the naming of a filing ends with: its date, its term, its file number."""

FORM = re.compile(r"\bform\s+[\w-]+(?:/A)?|\bschedule\s+[\w-]+|\b(?:registration|proxy)\s+statement\b", re.I)
"""What it ends with where none of these follows."""

GOES_ON = re.compile(r"\b(?:letter|comments?|correspondence|received|provided|issued)\b", re.I)
"""Words that speak of the Staff's letter again: no filing is named beyond them."""

ADDRESSED = re.compile(
    r",?\s*(?:which was\s+)?(?:addressed\s+)?(?:to|from)\s+(?:Mr\.|Ms\.|Mrs\.)?\s*"
    r"(?:[A-Z][\w.’-]+\s+){1,4}?[A-Z][\w’-]+(?:,|\s+of)\s+"
    r"(?:(?!\b(?:with|relating|regarding|in|on|concerning|dated)\b)"
    r"(?:\b(?:Inc|Corp|Co|Ltd|Jr)\.|[^.“”()]))*?"
    r"(?=,?\s+(?:with|relating|regarding|in|on|concerning|dated)\b|\.$|\s*\()"
)
"""A clause naming whom the Staff's letter went to: "to Jane Roe, Chief Financial Officer of Acme"."""

KNOWN = frozenset(
    str.split(
        "the a an this in for on to of set below above please if should we our i as each and or by with at "
        "company staff commission division corporation finance securities exchange u.s. us united states "
        "sec edgar thank you your following partnership registrant trust bank fund supplementally pursuant re"
    )
)
"""Words that may stand with a capital letter in a set sentence; any other is taken for a name."""

OFFICE = re.compile(
    r"(?:Office of (?:[A-Z]\w+(?:,?\s+(?:and\s+|&\s+)?))+|Disclosure Review Program )of the (?=Division)"
)
"""The office that wrote, which changes from letter to letter: "the Office of Technology of the Division"."""

CAPITAL = re.compile(r"(?<![\w{])[A-Z][\w.’&-]*")
QUOTED = re.compile(r"“([^“”]*?),?”")

MATTERED = re.compile(r"\b(?:revisions?|revised|amend\w*|as discussed|telephone call|extension)\b", re.I)
"""Words of a sentence that spoke of one matter only: "the revisions to the prospectus"."""

TANDY = re.compile(
    r"\bdefense in any proceeding\b|\bforeclose the commission\b|"
    r"\bresponsible for the (?:adequacy|accuracy)\b|\bassert(?:ing)? (?:staff|this) comment",
    re.I,
)
"""Acknowledgements that the Staff ceased to ask for on October 5, 2016."""


def slotted(sentence: str, company: str) -> str:
    """The sentence with the Staff's letter, the filings and the company as slots."""
    text = with_filings(_unaddressed(OFFICE.sub("", sentence), company))
    return with_company(DATE.sub("{letter_date}", text, count=1), company)


def _unaddressed(sentence: str, company: str) -> str:
    """The sentence without whom the Staff wrote to; the company stays where its terms are defined there."""
    found = ADDRESSED.search(sentence)
    if not found:
        return sentence
    rest = sentence[found.end() :]
    named = "{company}" in with_company(found[0], company) and rest.lstrip().startswith("(")
    return f"{sentence[: found.start()]}{' to {company}' if named else ''}{rest}"


def with_filings(text: str) -> str:
    """The text with the filings that it names as one slot."""
    opened = FILINGS.search(text)
    if not opened:
        return text
    beyond = GOES_ON.search(text, opened.end())
    stop = beyond.start() if beyond else len(text)
    ends = [m.end() for m in FILINGS_END.finditer(text, opened.end(), stop)]
    ends = ends or [m.end() for m in FORM.finditer(text, opened.start(), stop)]
    return f"{text[: opened.start()]}{{filings}}{text[max(ends) :]}" if ends else text


def with_company(text: str, company: str) -> str:
    """The text with the company's full name, whichever way its legal form is written, as a slot."""
    words = company.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".").lower().replace(".", "") in FORMALITIES:
        words.pop()
    if not words:
        return text
    form = "|".join(sorted(FORMALITIES - {"the"}, key=len, reverse=True))
    name = r",?\s+".join(map(re.escape, words))
    full = rf"\b(?:The\s+)?{name}\b(?:,?\s+(?:(?:{form})\b\.?|L\.?L\.?C\.?|L\.?P\.?|N\.?V\.?))+"
    state = r"(?:, an? [A-Z][a-z]+ (?:corporation|company))?"
    text = re.sub(rf"{full}{state}", "{company}", text, flags=re.I)
    if "{company}" not in text:
        text = re.sub(rf"\b{name}\b(?!’)", "{company}", text, count=1)
    return re.sub(r"(\{company\}(?:’s)?),?\s*\([^()]*“[^()]*\)", r"\1 ({definition})", text, count=1)


def general(sentence: str, term: str, names: Sequence[str] = ()) -> str:
    """The sentence with the company's defined term and its other names as slots."""
    text = sentence
    own = f"[Tt]{re.escape(term[1:])}" if term.startswith("the ") else re.escape(term)
    for name in (*map(re.escape, names), *([own] if term != "we" else [])):
        text = re.sub(rf"(?<![“\w]){name}’s?(?!\w)", "{term}’s", text)
        text = re.sub(rf"(?<![“\w]){name}\b(?![”,]*”)", "{term}", text)
    return text


def terms_in(*texts: str) -> frozenset[str]:
    """The words of the terms that the texts define in quotation marks, in small letters."""
    return frozenset(w.lower() for text in texts for term in QUOTED.findall(text) for w in term.split())


def without_facts(sentence: str, defined: frozenset[str] = frozenset()) -> str:
    """The sentence where it is whole and holds no digit, name, foreign term or acknowledgement; else "".

    `defined` are words that are no names though they bear a capital letter.
    """
    bad = MATTERED.search(sentence) or re.search(r"\d", sentence) or TANDY.search(sentence)
    named = any(m[0] != "" and not _known(m[0], defined) for m in _capitals(sentence))
    whole = CAPITAL.match(sentence) or sentence.startswith("{")
    return sentence if whole and not bad and not named else ""


def _capitals(sentence: str) -> list[re.Match[str]]:
    """The words with a capital letter but for the first and for terms in quotation marks."""
    bare = QUOTED.sub(lambda m: " " * len(m[0]), sentence)
    return [m for m in CAPITAL.finditer(bare) if m.start()]


def _known(word: str, defined: frozenset[str]) -> bool:
    plain = word.rstrip(".,’").removesuffix("’s").lower()
    return bool({plain, f"{plain}."} & KNOWN) or plain in defined


def masked(sentence: str, defined: frozenset[str] = frozenset()) -> str:
    """The sentence with each figure and each name that no slot took as "…"."""
    said = sentence
    for found in reversed(_capitals(sentence)):
        if not _known(found[0], defined):
            said = f"{said[: found.start()]}…{said[found.end() :]}"
    said = re.sub(r"\d(?:[\w.,/-]*\w)?", "…", said)
    return re.sub(r"…(?:[\s,]*(?:(?:and|of|&)\s+)?…)+", "…", said)
