"""The marks that open a comment, an answer or an entry of a list: numbers, labels, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STAFF = r"(?:(?:the\s+)?(?:sec|staff|commission|division|your)(?:[’'`]?s)?(?:\s+staff(?:[’'`]?s)?)?\s+)"
_NO = r"(?:(?:no|nos|number)\b\.?|\#)"
_LIST = r"(?:[-–—•*·\\|]\s*)*"

BULLET = re.compile(r"\s*(?:[•·●○◦▪■§➢✓\uf000-\uf0ff]|[-–—*o](?=\s)|\((?:[a-z]|[ivx]+)\)|[a-z][.)](?=\s))")
"""An entry of a list: `• why`, `- omitting`, `(ii) the`, `a. Provide`."""

NUMBER = re.compile(
    rf"\s*{_LIST}(?:\(?(?P<number>\d{{1,3}}|l(?=\.\s))\s*(?:[.):](?!\d)|"
    rf"\|(?!\s*[\d$(])))\s*(?:\|\s*)?[-–—]?\s*",
)
"""A number that may open a comment: `1. We note`, `1.We note`, `- 2. In`, `4) Tell`, `3. | We`, `7.`"""

COMMENT_LABEL = re.compile(
    rf"\s*{_LIST}{_STAFF}?(?:(?:oral|verbal|written|original)\s+)?(?:comments?|question)\s*(?:{_NO}\s*)?(?P<number>\d{{1,3}})?"
    r"\s*(?:[.:|]|[-–—](?=\s)|$)\s*(?:\|\s*)?",
    re.IGNORECASE,
)
"""A label that opens a comment: `Comment No. 1:`, `SEC Comment:`, `Staff's comment 2`, `Comment:`"""

RESPONSE_LABEL = re.compile(
    rf"\s*{_LIST}(?:\(?\d{{1,3}}[.)]\s*(?:\|\s*)?)?"
    r"(?!(?i:in)\b)(?:(?:[A-Z][\w.&’'-]*,?\s+){0,5}?)(?i:(?:responses?|repl(?:y|ies)|answers?)"
    rf"(?:\s+to\s+(?:the\s+)?{_STAFF}?(?:comments?|question))?"
    rf"\s*(?:{_NO}\s*)?(?P<numbers>\d{{1,3}}(?:(?:\s*(?:,|and|&|through|to|[-–—])\s*)+\d{{1,3}})*)?)"
    r"\s*(?:[.:]|[-–—](?=\s)|\|?\s*$)\s*(?:\|\s*)?",
)
"""A label that opens an answer: `Response:`, `RESPONSE TO COMMENT NO. 4`, `Company's Response 2:`"""

INNER_LABEL = re.compile(rf"\s*{_STAFF}?comments?\s*:\s*(?:\|\s*)?", re.IGNORECASE)
"""A label after the number: the `Comment:` of `3. Comment: We note`"""

FIRST = re.compile(r"[A-Z“\"•\[]")
"""How a sentence begins: `We`, `“Total`, `[Reserved`"""

_RANGE = re.compile(r"(\d{1,3})(?:\s*(through|to|[-–—])\s*(\d{1,3}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a passage opens. `number` is 0 for a label without one; `end` is where the text proper begins."""

    number: int
    end: int
    labelled: bool = False


def comment_mark(text: str) -> Mark | None:
    """The number or label of a comment at the start of this text, None where there is none."""
    if RESPONSE_LABEL.match(text):
        return None
    labelled = COMMENT_LABEL.match(text)
    if labelled:
        return Mark(int(labelled["number"] or 0), labelled.end(), labelled=True)
    numbered = NUMBER.match(text)
    if not numbered:
        return None
    digits = numbered["number"]
    inner = INNER_LABEL.match(text, numbered.end())
    end = inner.end() if inner else numbered.end()
    return Mark(1 if digits == "l" else int(digits), end, labelled=inner is not None)


def opens_comment(text: str) -> bool:
    """Whether a number or a numbered label opens a sentence: `1. We note`, but not `2. of the Act`."""
    mark = comment_mark(text)
    return bool(mark and mark.number and FIRST.match(text, mark.end))


def bare_label(text: str) -> int | None:
    """The number of a label that stands alone on its line, 0 where it has none; None for any other line.

    `Comment No. 3`, `COMMENT:` and `3.` are such labels.
    """
    mark = comment_mark(text)
    return mark.number if mark and not re.search(r"\w", text[mark.end :]) else None


def response_mark(text: str) -> tuple[tuple[str, ...], int] | None:
    """The numbers that a response's label names, and where its text begins; None without a label."""
    match = RESPONSE_LABEL.match(text)
    return (numbers_in(match["numbers"] or ""), match.end()) if match else None


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a list such as `3, 4 and 6 through 8`, ranges filled in."""
    found: list[str] = []
    for match in _RANGE.finditer(text):
        last = int(match[3]) if match[3] else int(match[1])
        found += [str(n) for n in range(int(match[1]), min(last, int(match[1]) + 50) + 1)]
    return tuple(found)
