"""The marks that open a comment, an answer or an entry of a list: numbers, labels, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.parsing.headings import is_heading

_STAFF = r"(?:(?:the\s+)?(?:sec|staff|commission|division|your)(?:[’'`]?s)?(?:\s+staff(?:[’'`]?s)?)?\s+)"
_NO = r"(?:(?:no|nos|number)\b\.?|\#)"
_LIST = r"(?:[-–—•*·\\|]\s*)*"

BULLET = re.compile(
    r"\s*(?:[•·●○◦▪■§➢✓\uf000-\uf0ff]|[-–—*o](?=\s)|\((?:[a-z]|[ivx]+)\)|[a-z][.)](?=\s)"
    r"|\d{1,3}\s?\(?[b-z]\)?[.):]?(?=\s+[A-Z“\"]))"
)
"""An entry of a list: `• why`, `- omitting`, `(ii) the`, `a. Provide`, `2b. Provide`."""

NUMBER = re.compile(
    rf"\s*{_LIST}(?:"
    r"(?:\#|(?i:no\.|number)\s+)?\(?(?P<number>\d{1,3}|l(?=\.\s))\s*(?:[.):](?!\d)|\|(?!\s*[\d$(]))"
    r"|(?P<spaced>\d{1,3})\s+[-–—](?=\s+(?![KQF]\b)[A-Z“\"])"
    r"|(?P<first>\d{1,3})\s?(?:\(a\)|a)[.):]?(?=\s+[A-Z“\"])"
    r"|\[(?P<boxed>\d{1,3})\](?=\s+[A-Z“\"])"
    r"|(?:\#\s?|(?i:no\.|number)\s+)(?P<counted>\d{1,3})(?=\s+[A-Z“\"]|\s*$)"
    r")\s*(?:\|\s*)?[-–—]?\s*",
)
"""A number that may open a comment: `1. We note`, `1.We note`, `- 2. In`, `4) Tell`, `3. | We`, `7.`, `2 – We`,
`[2] We`, `#2 We`, `No. 2`, `2a. We`
"""

WRITTEN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

COMMENT_LABEL = re.compile(
    rf"\s*{_LIST}{_STAFF}?(?:(?:oral|verbal|written|original)\s+)?"
    r"(?:(?:comments?|question)\s*"
    rf"(?:{_NO}\s*)?(?:(?P<number>\d{{1,3}})|(?P<written>{'|'.join(WRITTEN)})\b)?\s*"
    r"(?:(?:[.:|]|[-–—](?=\s)|$)|\([^()]{2,80}\)\s*(?:[.:]|$))"
    r"|q\s?(?P<asked>\d{1,3})?\s*(?:[:]|(?<=\d)[.)]))\s*(?:\|\s*)?",
    re.IGNORECASE,
)
"""A label that opens a comment: `Comment No. 1:`, `SEC Comment:`, `Staff's comment 2`, `Comment:`, `Q3.`,
`Comment One`, `Comment 3 (Key Metrics)`
"""

RESPONSE_LABEL = re.compile(
    rf"\s*{_LIST}(?:\(?\d{{1,3}}[.)]\s*(?:\|\s*)?)?[\[(]?"
    r"(?!(?i:in)\b)(?:"
    r"(?:(?:[A-Z][\w.&’'-]*,?\s+){0,5}?)(?i:(?:responses?|repl(?:y|ies)|answers?|resp\.)"
    r"(?:\s+(?:of|from|by)\s+(?:the\s+)?(?-i:[A-Z])[\w.&’'-]*(?:,?\s+(?-i:[A-Z])[\w.&’'-]*){0,4})?"
    rf"(?:\s+to\s+(?:the\s+)?{_STAFF}?(?:(?:prior|oral|written)\s+)?(?:comments?|questions?|items?|(?=\d)))?"
    rf"\s*(?:{_NO}\s*)?(?P<numbers>\d{{1,3}}(?:(?:\s*(?:,|and|&|through|to|[-–—])\s*)+\d{{1,3}})*)?"
    rf"(?:\s*\b(?P<written>{'|'.join(WRITTEN)})\b)?"
    r"(?:\s+(?:is|are)\s+(?:as\s+follows|set\s+(?:out|forth)\s+below))?)"
    r"(?:\s*\([^()]{2,80}\)(?=\s*(?:[.:]|$)))?"
    r"|(?:[AR](?=\s?\d{0,3}\s?:)|A(?=\d{1,3}[.)]))\s?(?P<told>\d{1,3})?)"
    r"\s*(?:[\])]\s*[.:]?|[.:;]|[–—](?=\s|[A-Z“]|$)|-(?=\s|$)|\|?\s*$"
    r"|\|(?=\s*[A-Z“\"](?:\S*\s+){4}))\s*(?:\|\s*)?",
)
"""A label that opens an answer: `Response:`, `RESPONSE TO COMMENT NO. 4`, `Company's Response 2:`, `A3:`,
`Response of the Company:`, `[Response]`, `Response to Comment 3 (Key Metrics):`, `Response | We sell it to all`
"""

INNER_LABEL = re.compile(rf"\s*{_STAFF}?comments?\s*:\s*(?:\|\s*)?", re.IGNORECASE)
"""A label after the number: the `Comment:` of `3. Comment: We note`"""

FIRST = re.compile(r"[A-Z“\"•\[]")
"""How a sentence begins: `We`, `“Total`, `[Reserved`"""

KEPT = 4096
"""Texts whose marks are kept: each line of a letter is asked for several times."""

_RANGE = re.compile(r"(\d{1,3})(?:\s*(through|to|[-–—])\s*(\d{1,3}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a passage opens. `number` is 0 for a label without one; `end` is where the text proper begins."""

    number: int
    end: int
    labelled: bool = False


@lru_cache(maxsize=KEPT)
def comment_mark(text: str) -> Mark | None:
    """The number or label of a comment at the start of this text, None where there is none."""
    if RESPONSE_LABEL.match(text):
        return None
    labelled = COMMENT_LABEL.match(text)
    if labelled:
        return Mark(_named(labelled), labelled.end(), labelled=True)
    numbered = NUMBER.match(text)
    if not numbered:
        return None
    inner = INNER_LABEL.match(text, numbered.end())
    return Mark(_named(numbered), inner.end() if inner else numbered.end(), labelled=inner is not None)


def _named(match: re.Match[str]) -> int:
    """The number that a mark names, in figures or in words; 0 for none."""
    said = {name: text for name, text in match.groupdict().items() if text}
    written = said.pop("written", "").lower()
    digits = next(iter(said.values()), "")
    if digits == "l":
        return 1
    return int(digits) if digits else WRITTEN.index(written) + 1 if written else 0


def number_mark(text: str) -> tuple[str, int] | None:
    """The number that opens this text, and where the text proper begins; None where none does."""
    match = NUMBER.match(text)
    return (str(_named(match)), match.end()) if match else None


def opens_comment(text: str) -> bool:
    """Whether a number or a numbered label opens a sentence: `1. We note`, but not `2. of the Act`."""
    mark = comment_mark(text)
    return bool(mark and mark.number and FIRST.match(text, mark.end))


def bare_label(text: str) -> int | None:
    """The number of a label that stands alone on its line or over a heading, 0 where it has none; None for any
    other line.

    `Comment No. 3`, `COMMENT:`, `3.` and `Comment 3 – Key Metrics, page 12` are such labels.
    """
    mark = comment_mark(text)
    if not mark:
        return None
    rest = text[mark.end :]
    over = mark.labelled and mark.number and is_heading(rest)
    return mark.number if over or not re.search(r"\w", rest) else None


def unlabelled(text: str) -> list[str]:
    """A heading without the label that may stand before it; [] for a label alone."""
    mark = comment_mark(text) if bare_label(text) is not None else None
    rest = text[mark.end :].strip() if mark else text
    return [rest] if re.search(r"\w", rest) else []


@lru_cache(maxsize=KEPT)
def response_mark(text: str) -> tuple[tuple[str, ...], int] | None:
    """The numbers that a response's label names, and where its text begins; None without a label."""
    match = RESPONSE_LABEL.match(text)
    if not match:
        return None
    if match["written"]:
        return (str(WRITTEN.index(match["written"].lower()) + 1),), match.end()
    return numbers_in(match["numbers"] or match["told"] or ""), match.end()


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a list such as `3, 4 and 6 through 8`, ranges filled in."""
    found: list[str] = []
    for match in _RANGE.finditer(text):
        last = int(match[3]) if match[3] else int(match[1])
        found += [str(n) for n in range(int(match[1]), min(last, int(match[1]) + 50) + 1)]
    return tuple(found)
