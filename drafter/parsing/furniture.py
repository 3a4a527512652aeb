"""Which lines are page furniture: letterhead, running headers and footers, page numbers, banners, rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from drafter.domain import Line
from drafter.parsing.headings import FORM, KNOWN
from drafter.parsing.marks import BULLET, COMMENT_LABEL, NUMBER, RESPONSE_LABEL

SALUTATION = re.compile(
    r"\s*(?:dear\s+\S|ladies\s+(?:and|&)\s+gentlem|gentlem[ae]n\b|to\s+the\s+addressees?\b|to\s+whom)",
    re.IGNORECASE,
)
"""`Dear Ms. Akst:`, `Ladies and Gentlemen:`"""

_MONTH = r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(rf"\b(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}),?\s+(?:19|20)\d\d\b", re.IGNORECASE)
"""`December 21, 2022`, `March 18th, 2011`, `18 March 2011`"""

PAGE_NUMBER = re.compile(
    r"[-–—|\s\[]*(?:(?:page|pg\.?)\s*[-–—|:]?\s*)?(?:\d{1,3}|[ivx]{1,5})(?:\s*(?:of|/)\s*\d{1,3})?[-–—|"
    r"\s\]]*",
    re.IGNORECASE,
)
"""A page number alone on its line: `2`, `- 3 -`, `Page 4 of 9`"""

BANNER = re.compile(
    r"(?:foia\s+)?confidential\s+treatment\s+(?:is\s+)?request(?:ed)?|\brule\s+83\b.{0,40}$|"
    r"first\s*name\s+last\s*name|comapany\s+name|\bcertain\s+confidential\s+information\b.{0,80}\bomitted",
    re.IGNORECASE,
)
"""`CONFIDENTIAL TREATMENT REQUESTED BY ...`, and the hidden text of staff PDFs"""

COMMISSION = re.compile(
    r"(?:the\s+)?(?:u(?:nited\s+|\.\s*)s(?:tates|\.)?\s+)?securities\s+(?:and|&)\s+exchange\s+commission|"
    r"division\s+of\s+corporat(?:ion|e)\s+finance|office\s+of\s+[a-z,&\s]{5,50}(?=$|\|)",
    re.IGNORECASE,
)
"""The addressee of a running header: `U.S. Securities and Exchange Commission`"""

CONTACT = re.compile(
    r"\b(?-i:[A-Z][A-Z.]{1,3})\s+\d{5}(?:-\d{4})?\b|"
    r"^\W*\d{1,5}\s+(?:\w+\.?\s+){1,4}(?:street|avenue|road|drive|parkway|boulevard|plaza|lane|way|place|"
    r"st\.|ave\.|blvd\.|rd\.)(?=\W|$)|"
    r"\+?1?[\s.(-]*\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b",
    re.IGNORECASE,
)
"""An address or number of a letterhead: `Foster City, CA 94404`, `T 650 801 6100`"""

SITE = re.compile(r"^(?!\s*https?:)(?:.*\s)?(?:www\.\S+|[\w.-]+@[\w.-]+|[\w-]+\.com)\W*$", re.IGNORECASE)
"""A line that ends in a site or mailbox: `www.harrowgate.example`. Not: an address quoted with its https"""

CITIES = re.compile(
    r"\b(?:beijing|boston|brussels|chicago|dallas|dubai|frankfurt|hong kong|houston|london|los angeles|"
    r"new york|palo alto|paris|san francisco|seattle|shanghai|singapore|tokyo|washington)\b",
    re.IGNORECASE,
)
"""The offices a law firm lists in its letterhead."""

OFFICES = 5
"""Cities in one line that make it a list of a law firm's offices wherever it stands."""

SENTENCE = re.compile(r"(?<![A-Za-z])[a-z]{2,}")
"""A word in small letters: a list of cities has none. Example: "in Boston and Dallas"."""

ADDRESSED = re.compile(r"\W*(?:att(?:entio)?n\b|via\s+edgar\b|by\s+edgar\b)", re.IGNORECASE)
"""How a running header goes on: `Attn: Jane Roe`, `VIA EDGAR`"""

PERSON = re.compile(
    r"\s*(?:(?:Mr|Ms|Mrs|Mses|Messrs|Miss|Dr)\b\.?\s+(?:[A-Z][\w.’'-]*\s*){1,4}(?:$|,|\band\b|&|;)\s*){1,4}"
)
"""An addressee of a running header, alone on a line: `Ms. Rosa Quill`, `Mr. Vane and Ms. Quill`"""

TITLE = re.compile(r"^\s*(?:Mr|Ms|Mrs|Miss|Dr)\b\.?\s+")
"""What a running header may leave out of an addressee's name."""

TRADEMARK = re.compile(r"\bregistered\s+trade\s*marks?\s+of\b", re.IGNORECASE)
"""A footer that claims a mark: `OAKEN is a registered trademark of Oaken Ltd.`"""

RE = re.compile(r"\s*(?:re|subject)\s*:\s*\|?\s*", re.IGNORECASE)
"""The mark of the Re: block: `Re: `, `RE: | `"""

RULE = re.compile(r"[\s_=\-–—|.]*")
"""A line of no words: `______`. Stars are kept: they are breaks that the text makes."""

FOOTNOTE = re.compile(r"\s*(?P<mark>\d{1,2}|[*†‡]{1,3})\s*(?=[A-Z“])(?!\d)")
"""A note at the foot of a page: `1 This term includes the affiliates`. Not: `1. We note`, `12% of`"""

LONGEST = 160
"""Characters: a running header is shorter."""

REPEATED = 2
"""Times that a line must stand beside a page's edge to be its header or footer."""


def salutation(lines: Sequence[Line]) -> int:
    """The index of the salutation; 0 where the letter has none."""
    return next((i for i, line in enumerate(lines) if SALUTATION.match(line.text)), 0)


def after_salutation(lines: Sequence[Line]) -> int:
    """The index of the first line after the salutation; 0 where the letter has none."""
    at = salutation(lines)
    return at + 1 if lines and SALUTATION.match(lines[at].text) else 0


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines that belong to the page and not to the text."""
    start = salutation(lines)
    heads = [RE.sub("", line.text) for line in lines[:start]]
    named = (text for head in heads if not FORM.match(head) for text in (head, TITLE.sub("", head)))
    known = {_masked(text) for text in named} - {""}
    known |= {f"{first} {then}" for first in known for then in known}
    rows = Counter(line.table for line in lines)
    found = {i for i, line in enumerate(lines) if _certain(line, i > start, rows[line.table] == 1)}
    found -= {i for i in found if _inside_sentence(lines, i, found)}
    edges = {k for i in range(start + 1, len(lines)) if _turns(lines, i) for k in (i - 1, i)}
    open_to = {
        i: _masked(lines[i].text)
        for i in range(start + 1, len(lines))
        if i not in found and _may_repeat(lines[i])
    }
    beside = {i for i in open_to if i in edges or i - 1 in found or i + 1 in found}
    return frozenset(found | _spread(lines, open_to, beside, frozenset(known)))


def _inside_sentence(lines: Sequence[Line], i: int, found: set[int]) -> bool:
    """Whether a date alone on its line stands between two halves of a sentence on one page, and no furniture."""
    near = range(i - 1, i + 2)
    if not 0 < i < len(lines) - 1 or {i - 1, i + 1} & found or len({lines[k].page for k in near}) > 1:
        return False
    before, text, after = (lines[k].text.strip() for k in near)
    bare = not re.sub(r"[\W\d_]+", "", DATE.sub(" ", text)) and DATE.search(text)
    return bool(bare and before and not before.endswith((".", ":", ";", "?", "!")) and after[:1].islower())


def _spread(
    lines: Sequence[Line], open_to: Mapping[int, str], beside: set[int], known: frozenset[str]
) -> set[int]:
    """The further lines that are furniture because they stand beside some and repeat, or are letterhead.

    `open_to` has the masked text of every line that may be, `beside` those beside furniture or an edge of a
    page, `known` the masked lines of the opening, each alone and with another on one line: “Jane Roe Oaken Ltd.”
    Each line found puts its neighbours beside furniture.
    """
    found: set[int] = set()
    seen: Counter[str] = Counter()
    held: dict[str, list[int]] = defaultdict(list)  # beside furniture, not yet repeated
    taken = [i for i in open_to if _letterhead(lines[i], False)]
    reached = list(beside)
    while taken or reached:
        if not taken:
            i = reached.pop()
            key = open_to[i]
            seen[key] += 1
            held[key].append(i)
            taken += [i] if _letterhead(lines[i], True) else []
            taken += held.pop(key) if key in known or seen[key] >= REPEATED else []
            continue
        found.add(i := taken.pop())
        near = {k for k in (i - 1, i + 1) if k in open_to} - beside
        beside |= near
        reached += near
    return found


def _turns(lines: Sequence[Line], i: int) -> bool:
    """Whether a page begins with line `i`."""
    return lines[i].page is not None and lines[i].page != lines[i - 1].page


def _masked(text: str) -> str:
    """The text in small letters, every figure and sign but one another alike."""
    return re.sub(r"\W+", " ", re.sub(r"\d+", "0", text.lower())).strip()


def _certain(line: Line, after_salutation: bool, lone: bool) -> bool:
    """Whether the line is furniture wherever it stands; `lone` says that no other row stands in its table."""
    text = line.text.strip()
    if RULE.fullmatch(text):
        return True
    if not after_salutation or len(text) > LONGEST:
        return False
    if line.table is not None and not lone:
        return bool(BANNER.search(text))
    marked = PAGE_NUMBER.fullmatch(text) or BANNER.search(text) or ADDRESSED.match(text)
    return bool(marked) or _only_header(text) or _lists_offices(text)


def _lists_offices(text: str) -> bool:
    """Whether the line lists the cities of a firm's offices and says nothing."""
    return not SENTENCE.search(text) and len(CITIES.findall(text)) >= OFFICES


def _only_header(text: str) -> bool:
    """Whether dates, page numbers and the Commission's name are all that the line holds, and end no sentence."""
    if text.endswith((".", ";", "?")) or text.count(")") > text.count("("):
        return False
    rest, dates = DATE.subn(" ", text)
    rest, names = COMMISSION.subn(" ", rest)
    rest, pages = re.subn(r"(?i)\bpage\s*[-–—|:]?\s*(?:\d+|[ivx]+)\b(?:\s*of\s*\d+)?", " ", rest)
    if not dates + names + pages:
        return False
    return not re.sub(r"[\W\d_]+", "", rest)


def _may_repeat(line: Line) -> bool:
    """Whether a line may be furniture at all: short, and no mark, label, row or finished sentence."""
    text = line.text
    if line.table is not None or len(text) > LONGEST or _opens(text) or text.count("*") > 1:
        return False
    if TRADEMARK.search(text):
        return True
    return not (KNOWN.match(text) or (text.rstrip().endswith((".", ":", ";", "?")) and len(text.split()) > 6))


def _opens(text: str) -> bool:
    return any(p.match(text) for p in (BULLET, NUMBER, COMMENT_LABEL, RESPONSE_LABEL))


def _letterhead(line: Line, beside: bool) -> bool:
    """Whether a line is an address, a telephone number or a list of offices."""
    text, words = line.text, len(line.text.split())
    if beside and (TRADEMARK.search(text) or PERSON.fullmatch(text)):
        return True
    cities = len(CITIES.findall(text))
    if line.table is not None or words > 24 or text.rstrip().endswith("."):
        return False
    if (cities >= 3 or (cities and text.isupper())) and (beside or text.isupper()):
        return True
    shown = CONTACT.search(text) or (beside and SITE.match(text))
    return bool(shown) and not re.search(r"\b(?:at|contact)\b", text)


def is_footnote(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the note at the foot of its page that a line before it refers to."""
    note = FOOTNOTE.match(lines[i].text)
    after = lines[i + 1] if i + 1 < len(lines) else None
    if not note or after is None or lines[i].table is not None:
        return False
    if after.page == lines[i].page and not PAGE_NUMBER.fullmatch(after.text):
        return False
    referred = re.compile(rf"[a-z,.;)”’]{re.escape(note['mark'])}(?![\d%\w])")
    return any(referred.search(line.text) for line in lines[max(0, i - 40) : i])
