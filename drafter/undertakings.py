"""What a response promises the staff, and in which filing it falls due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Undertaking", "undertakings"]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One promise: `text` is its sentence, `start` and `end` its word offsets into `response.split()`.

    `what` is the promise from its verb on; `filing` the filing or kind of filing that it names, `since` the
    words that say from when, `condition` what it depends on; each "" where the sentence says none.
    """

    text: str
    start: int
    end: int
    what: str
    filing: str = ""
    since: str = ""
    condition: str = ""


_ENDS = re.compile(r"[.!?;:][\"”’)]*\s+(?=[\"“(\[]*[A-Z$•●\[])|(?<=[.!?;:\"”)])\s*\n\s*|\s*\n\s*(?![a-z])")
"""Where a sentence ends; a line that goes on in a small letter was only broken by its page."""

_NO_END = re.compile(
    r"(?:\b(?:No|Nos|Inc|Corp|Co|Ltd|Mr|Ms|Mrs|Dr|vs|cf|Sec|Reg|pp?|U\.S|Items?|Notes?|[A-Z])"
    r"|\b(?:Item|Note|Part|Section|Topic)\s+\w{1,3})\.[\"”’)]*\s*$"
)
"""An abbreviation or a heading's number before a full stop. Examples: "Inc. ", "Item 1. ". Not: "filed. "."""

_VERBS = (
    r"(?:re-?)?(?:disclos|includ|provid|present|report|label|titl|nam|revis|updat|modif|amend|expand|"
    r"enhanc|augment|supplement|add|clarif|explain|discuss|describ|address|quantif|analy[sz]|reconcil"
    r"|identif|remov|"
    r"delet|discontinu|eliminat|omit|refrain|ceas|chang|replac|mov|separat|break|show|align|not[ei]|mak"
    r"|reflect|fil(?=e)|"
    r"furnish|submit|refer|us|appl|giv|stat|indicat|conform|compl|correct|adjust|consider|evaluat|assess"
    r"|monitor|"
    r"review|ensur|continu|disaggregat|combin|group|tailor|elaborat|specif|highlight|incorporat|limit|list|"
    r"prepar|set|begin|commenc|undertak|classif|balanc|emphasi[sz]|tabulat|cross-refer|disseminat|commit)"
    r"(?:[a-z]{0,4})\b"
)
_VERB = re.compile(rf"\b{_VERBS}", re.I)
_MODAL = (
    r"\b(?:will(?!\s+not\s+(?:have|be))|shall|(?<!not )(?:intends?|plans?|undertakes?|expects?|proposes?|agrees?"
    r"|commits?)(?:,[^,.;]{3,70},|\s+in\s+(?:its\s+|our\s+)?future\s+\w+)?\s+to(?:\s+either)?|(?:have|has)\s+(?:decided|determined|agreed)\s+to"
    r"|(?:is|are)\s+committed\s+to)\b"
)
_PROMISED = re.compile(
    rf"(?P<modal>{_MODAL})(?P<between>(?:[\s,]+(?!{_MODAL})[^\s.;:]+){{0,14}}?)[\s,]+(?P<what>{_VERBS})", re.I
)
"""A promise's verb. Examples: "will revise", "intends to include", "will, in future filings, expand"."""

_PASSIVE = re.compile(r"\b(?:will|shall)\s+(?:also\s+)?be\s+(?!able)", re.I)
_COULD = re.compile(rf"\b(?:we|the company|registrant)\s+would\s+(?P<what>{_VERBS})", re.I)
_IF = re.compile(r"\b(?:if|should|to the extent|in the event|when|where)\b[^.;]{3,}", re.I)

_NAMED = re.compile(
    r"\b(?:(?:annual|quarterly)\s+reports?\s+on\s+)?form\s+(?:10-[KQ]|20-F|40-F|8-K|6-K)(?:/A)?"
    r"(?:\s+filing)?\s+for\s+(?:the|its|our)\s+[^,.;()]{0,60}(?:,\s+\d{4})?"
    r"|\b(?:definitive\s+)?proxy\s+statements?\s+for\s+(?:its|our|the)\s+(?:\d{4}"
    r"|next)\s+annual\s+meeting\b[^,.;()]{0,30}"
    r"|\b(?:earnings|press)\s+releases?\s+for\s+the\s+[^,.;()]{0,50}(?:,\s+\d{4})?"
    r"|\b(?:pre-effective\s+|post-effective\s+)?amendment\s+no\.\s+\d+(?:\s+to\s+[^,.;()]{0,60})?"
    r"|\b\d{4}\s+(?:annual\s+report|proxy\s+statement|form\s+10-K|10-K)\b",
    re.I,
)
"""One filing. Examples: "Form 10-Q for the quarter ending June 30, 2021", "Amendment No. 2"."""

_FILING = re.compile(
    r"\b(?:all\s+|any\s+|each\s+)?(?:of\s+)?(?:its\s+|our\s+|their\s+|the\s+company[’']s\s+)?"
    r"(?:future|subsequent|upcoming|forthcoming|next|prospective|applicable)"
    r"(?:(?:\s+|,\s+(?=\w+\s+(?:and|or)\b))(?:[\w’'&/-]+)){0,6}?\s+"
    r"(?:filings?|reports?|statements?|materials?|releases?|disclosures?|forms?\s+\d\w*-?\w+|10-[KQ]s?|20-F"
    r"|presentations?|periods?|amendments?|prospectus(?:es)?|submissions?)\b"
    r"|\bfurther\s+(?:\w+\s+)?(?:filings?|materials?|submissions?)\b"
    r"|\b(?:annual|quarterly|current)\s+reports?\s+on\s+form\s+\S+\b"
    r"|\b(?:an\s+)?amend(?:ment|ed)\s+(?:to\s+)?(?:its\s+|our\s+|the\s+)?(?:annual\s+|quarterly\s+)?"
    r"(?:form|filing|report)\b[^,.;()]{0,40}",
    re.I,
)
"""Filings to come. Examples: "future quarterly and annual reports", "our next Form 10-K". Not: "future cash
flows"."""

_SINCE = re.compile(
    r"\b(?:beginning|starting|commencing|effective)\s+(?:with|in|from|as of)\s+"
    r"[^;:()]{3,120}?(?=,\s+(?!\d{4})|[.;:(]|$|\s+(?:we|the\s+company)\s+will\b)"
    r"|\bgoing[\s-]forward\b|\bprospectively\b|\bon a (?:go[\s-]forward|prospective) basis\b"
    r"|\bin\s+(?:the\s+)?future\b(?=[\s,]+(?:the|we|our|period|where|when|it|if|to)\b|[.,;]|$)",
    re.I,
)
"""From when. Examples: "starting with its Form 10-Q for the quarter ended June 30", "going forward"."""

_CONDITION = re.compile(
    r"\b(?:to the extent|if|where|when|should|as|in the event)\s+(?:that\s+)?(?:[^,.;]{0,60}\b)?"
    r"(?:material|applicable|appropriate|relevant|significant|necessary|required|present\w*|occur\w*|possible"
    r"|we conclude)\b[^,.;]{0,60}",
    re.I,
)
_MATTER = re.compile(
    r"\b(?:disclos\w+|filings?|reports?|forms?|prox(?:y|ies)|releases?|presentation|notes?|footnotes?|MD&A"
    r"|tables?|risk factors?|polic(?:y|ies)|amend\w+|exhibits?|reconcil\w+|sentences?|paragraphs?|language"
    r"|information|requirements|(?:reportable|operating) segments?|financial statements?|discussion"
    r"|certifications?|consent|captions?|supplemental response|response letter"
    r"|(?:solicitation|proxy|offering|soliciting) materials)\b",
    re.I,
)
"""What a promise to the staff is about; plans of the business name none of these."""

_WHO = re.compile(
    r"\b(?:we|company|registrant|partnership|corporation|trust|fund|bank|management|issuer)\b|\balso\b"
    r"|^(?:in addition|additionally|further)|\bit (?:will|intends)\b"
    r"|\b(?:our|its|the)\s[^.]{0,40}\bdisclosures?\b",
    re.I,
)
_NO_PROMISE = re.compile(
    r"\b(?:instruction|item|rule|guidance|asc \d|standard|accounting)\b[^.,]{0,60}\b(?:will|shall)\b"
    r"|\bthe staff\s+(?:will|shall)\b|\bcommitted to (?!disclos|provid|includ|fil|amend|revis)"
    r"|\b(?:entity|acquirer|registrants?|customers?|vendor|parties|board|committee|auditors?)"
    r"\s+(?:will|shall)\b"
    r"|\b(?:intends?|plans?|expects?) to (?:continue to )?"
    r"(?:use|reinvest|obtain|hold|sell|acquire|repurchase|borrow|spend)\b"
    r"|\bwill (?:continue to )?(?:take|be impacted|have|result|likely|generally|vary|affect|impact|not)\b"
    r"(?![^.]*\bdisclos)",
    re.I,
)
"""Who is no promisor, and what is no promise. Examples: "the guidance will", "intends to reinvest"."""

_SAYS = re.compile(
    r"\b(?:we|company|registrant|partnership)\s+(?:\w+\s+){0,2}?(?:will|(?:undertakes?|commits?|agrees?)\s+to)\s+(?:also\s+|further\s+|more\s+clearly\s+)*"
    r"(?:clarify|explain|disclose|describe|quantify|elaborate)\b"
    r"|\b(?:the|this)\s+(?:new\s+)?(?:section|footnote|table)\s+will\s+(?:address|discuss|describe|show|present|include)\b",
    re.I,
)
"""A promise by its verb alone. Example: "we confirm we will further explain the effect"."""

_ASIDE = re.compile(
    r"\bas\s+(?:also\s+)?(?:noted|described|discussed|disclosed|stated|set forth)\b[^,]*,", re.I
)
"""Words that point to what stands elsewhere. Example: "As noted in the disclosure on page 4,"."""

_STILL = re.compile(r"\bcontinu\w+\s+to\s+(?:monitor|evaluate|assess|consider|review)", re.I)
_OPEN, _CLOSE = "“", "”"
_QUOTED_BLOCK = 12
"""Words of a quotation from which it is proposed disclosure and no term."""


def undertakings(response: str) -> tuple[Undertaking, ...]:
    """What the response promises, in its order; spans are disjoint. Words of proposed disclosure, what has
    been done already, and plans of the business are no promises to the staff.
    """
    words = [m.span() for m in re.finditer(r"\S+", response)]
    blocks = _blocks(response)
    found = []
    for start, end in _sentences(response):
        text = response[start:end]
        if any(a < start and end <= b + 2 for a, b in blocks) or " | " in text:
            continue
        if what := _promise(text):
            first = sum(b <= start for _, b in words)
            last = sum(a < end for a, _ in words)
            found.append(_undertaking(text, first, last, what))
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _ENDS.finditer(text):
        if "\n" not in gap.group() and _NO_END.search(text[start : gap.end()]):
            continue
        if text[start : gap.end()].strip():
            yield start, gap.end() - (len(gap.group()) - len(gap.group().rstrip()))
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Quotations long enough to be proposed disclosure; one that a paragraph opens again runs on."""
    found: list[tuple[int, int]] = []
    at = text.find(_OPEN)
    while at >= 0:
        close = text.find(_CLOSE, at)
        close = len(text) if close < 0 else close
        if len(text[at:close].split()) >= _QUOTED_BLOCK:
            found.append((at - 1, close))
        at = text.find(_OPEN, close)
    return tuple(found)


def _promise(sentence: str) -> str:
    """The promise of a sentence from its verb on, "" where there is none."""
    strong = any(p.search(sentence) for p in (_NAMED, _FILING, _SINCE))
    found = _PROMISED.search(sentence)
    if found and _binding(sentence, found, strong):
        return sentence[found.start("what") :]
    passive = _PASSIVE.search(sentence) if strong else None
    if passive and _MATTER.search(_ASIDE.sub(" ", sentence[: passive.start()])):
        return sentence[passive.start() :]
    could = _COULD.search(sentence)
    if could and _IF.search(sentence) and (strong or _MATTER.search(sentence)):
        return sentence[could.start("what") :]
    return ""


def _binding(sentence: str, found: re.Match[str], strong: bool) -> bool:
    about = bool(_MATTER.search(_ASIDE.sub(" ", sentence)))
    if _NO_PROMISE.search(sentence) and not (strong and about):
        return False
    if strong:
        return about or bool(_STILL.search(sentence))
    if _SAYS.search(sentence):
        return True
    return about and bool(_WHO.search(sentence[: found.start("what")]))


def _undertaking(text: str, start: int, end: int, what: str) -> Undertaking:
    filing = _NAMED.search(text) or _FILING.search(text)
    since, condition = _SINCE.search(text), _CONDITION.search(text)
    return Undertaking(
        text=text,
        start=start,
        end=end,
        what=what.strip(),
        filing=filing.group().strip() if filing else "",
        since=since.group().strip() if since else "",
        condition=condition.group().strip() if condition else "",
    )
