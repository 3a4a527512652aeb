"""What was left in by mistake: blanks, notes to the draft, old formulas, other companies' names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.domain import BLANK, Line, Role, Severity
from drafter.review.reviewed import Mark, Reviewed, excerpt

LAST_TANDY = date(2016, 10, 5)
"""From here on the Division no longer asks for the acknowledgements (announcement of that day)."""

EMPTY = re.compile(
    r"\[\s*(?:●|•|_+|\s|X{1,4}|\$\s*X+|(?:the )?(?:DATE|NAME|AMOUNT|NUMBER|month|day|year|counterparty"
    r"|lender|customer|bank|party|city"
    r"|state|title|percent(?:age)?|address|description|figure|explanation)s?(?: of [^\]\[]{1,30})?"
    r"|insert[^\]]*|to come|TBC|TBD)?\s*\]"
    r"|\$\s?(?:●|\*+|_{2,}|X+(?:[.,]X+)+|X{2,})(?![\w*])|(?<![\w*])\*+%|●|(?<![\w.])XX+(?![\w])"
    r"|\b(?:19|20)(?:XX|\dX|__|\d_)(?!\w)|(?<=[a-z] )_{3,}(?=[\s,.%])|\[to be \w+\]",
    re.I,
)
"""A place to be filled. Examples: "[●]", "[ ]", "$XX", "*%". Not: "[sic]", "[***]", "Super Bowl XX is"."""

NOTE = re.compile(
    r"\bNTD\b|\bTBU\b|\bnotes? to (?:the )?(?:draft|self|file|client|counsel|reviewers?|team|auditors?)\b"
    r"|(?-i:\b(?:OPEN (?:ITEM|POINT|ISSUE)|(?:PLEASE|TO) (?:CONFIRM|CHECK|VERIFY)|CONFIRM WITH)\b)"
    r"|\[[^\]\[]{8,120}\?\]|<<[^<>]{1,80}>>|\{\{[^{}]{0,60}\}\}"
    r"|\((?:please )?(?:confirm|check|verify|update|tie out|discuss)\b[^)]{0,60}\)"
    r"|\[[^\]\[]{0,80}\b(?:to (?:confirm|review|provide|advise|update|check|verify|come|discuss|complete|follow)"
    r"|please|tie out|subject to|pending|awaiting|cross-?check|placeholder)\b[^\]\[]{0,80}\]"
    r"|\bdraft(?:ing)? note\b|\bTB[DC]\b|\bto be (?:confirmed"
    r"|determined) by\b"
    r"|\blorem ipsum\b|\[(?:note|client|company|counsel|auditors?|confirm|please|check|discuss"
    r"|under review)\b[^\]]*\]"
    r"|\bFIXME\b|\bTODO\b",
    re.I,
)
"""A note to colleagues. Examples: "NTD:", "[Client to confirm]", "TBD". Not: "notes to the financial"."""

BROKEN = re.compile(
    r"\bError! (?:Reference source|Bookmark|Unknown|No (?:text|table))[^.]*\.?|#(?:REF|VALUE|NAME|DIV/0)[!?]",
    re.I,
)
"""A reference that Word or Excel lost. Examples: "Error! Reference source not found.", "#REF!"."""

STAMP = re.compile(
    r"(?:preliminary |working |confidential )?draft(?:\s+(?:of|as of|dated|no\.?|v(?:ersion)?\.?))?"
    r"[\s\d/.,:–—-]*(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})|(?:[A-Z&]{2,6}\b)?)[\s\d/.,:–—-]*"
    r"|privileged (?:and|&) confidential|attorney[- ]client .{0,40}|for discussion purposes only|not for filing",
    re.I,
)
"""A line that is a draft's stamp. Examples: "DRAFT 3/4/2021", "Privileged & Confidential". Not: "Draft Registration
Statement on Form S-1"."""

BLANK_SAID = re.compile(r"\[●:")
DESCRIBED = re.compile(
    r"\b(?:revis|amend|updat)\w+ (?:its |our |the )?.{0,160}\bto (?:disclose|state|reflect|include|clarify)\b"
    r".*(?:\[[●_ ]*\]\s?%|\$\s?\[[●_ ]*\])",
    re.I,
)
"""Disclosure told in the letter with a figure that the offering will fix: "revised to disclose [●]%"."""

ROMAN = re.compile(
    r"\b(?:Rule|Title|Article|Part|Chapter|Section|Volume|Bowl|Fund|Series|L\.?P\.?|Type|Class)\s*$", re.I
)
SIGNING = re.compile(r"/s/|^\W*(?:by|name|title|its|date)\s*:", re.I)

TANDY = re.compile(
    r"\b(?:may not|not to|not)\s+assert\s+(?:this action|staff comments|the (?:staff[’']s )?comments)"
    r"|\bstaff comments\b[^.;]{0,120}\bas a defen[sc]e\b"
    r"|\bdo(?:es)? not foreclose the commission\b"
    r"|\bresponsible for the adequacy and accuracy of the disclosures?\b",
    re.I,
)
"""The acknowledgements asked for until 2016. Example: "do not foreclose the Commission"."""

ACCELERATION = re.compile(
    r"\b(?:requests?|requesting)\b[^.]{0,120}\b(?:acceleration|accelerate|declared? (?:\w+ ){0,6}?effective)\b"
    r"|\bacceleration of the effective(?:ness| date)\b|\bRule 461\b",
    re.I,
)
IN_THE_EVENT = re.compile(r"\b(?:in the event|acknowledg\w+|at the time|prior to|before|when|if)\b", re.I)
"""An acceleration that is not asked for yet. Example: "in the event the Company requests"."""

REDACTED = re.compile(r"\[\s*(?:\*\s*){1,5}\]|\[redacted\]", re.I)
LEGEND = re.compile(
    r"\bconfidential treatment (?:has been )?requested\b|\b(?:pursuant to|under) (?:17 C\.?F\.?R\.? )?"
    r"(?:§\s*)?(?:Rule 83|200\.83)\b|\bFOIA confidential treatment\b",
    re.I,
)


def own_lines(reviewed: Reviewed) -> Iterator[tuple[int, Line, str, bool]]:
    """The letter's own lines, recitals and furniture left out: index, line, comment, whether proposed."""
    told = {i: (r.comment.number, i in r.block) for r in reviewed.replies for i, _ in r.lines}
    for i, (line, role) in enumerate(zip(reviewed.draft.letter.lines, reviewed.draft.roles, strict=True)):
        if i in told:
            yield i, line, *told[i]
        elif role in (Role.OPENING, Role.CLOSING, Role.RESPONSE):
            yield i, line, "", False


def blanks(reviewed: Reviewed) -> Iterator[Mark]:
    """Places left to be filled; inside proposed disclosure they may be meant, and are only noted."""
    for i, line, number, block in own_lines(reviewed):
        if SIGNING.search(line.text):
            continue
        found = [*BLANK.finditer(line.text), *_empty(line.text)]
        said = [m.group() for m in found]
        if not said:
            continue
        what = ", ".join(f"“{excerpt(s, 60)}”" for s in dict.fromkeys(said))
        described = bool(DESCRIBED.search(line.text))
        described = described or all(_quoted(m.start(), line.text) for m in found)
        listed = block or (described and not BLANK_SAID.search(line.text)) or line.table is not None
        yield Mark(
            f"A blank in proposed disclosure: {what}. See that it is meant to be filled in the filing."
            if listed
            else f"A blank is left: {what}. Fill it before the letter is sent.",
            number,
            (i, i + 1),
            said[0],
            Severity.NOTE if listed else None,
        )


def _empty(text: str) -> list[re.Match[str]]:
    """Places to be filled other than drafter's own blanks."""
    told = [m.span() for m in BLANK.finditer(text)]
    return [
        m
        for m in EMPTY.finditer(text)
        if not any(a <= m.start() < b for a, b in told) and not _meant(m, text)
    ]


def _quoted(at: int, text: str) -> bool:
    """Whether the place stands inside a quotation of the line."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _meant(found: re.Match[str], text: str) -> bool:
    """Whether it is a numeral, a bullet or the marks of a quotation rather than a place to fill."""
    before = text[: found.start()]
    if found.group().upper().strip("X") == "" and ROMAN.search(before):
        return True
    return found.group() == "●" and (not before.strip() or text[found.end() : found.end() + 1] == " ")


def notes(reviewed: Reviewed) -> Iterator[Mark]:
    """Notes to colleagues left in the letter."""
    for i, line, number, block in own_lines(reviewed):
        for found in NOTE.finditer(line.text):
            inside = block or _quoted(found.start(), line.text)
            yield Mark(
                f"A note to the draft is left: “{excerpt(found.group(), 80)}”. Take it out.",
                number,
                (i, i + 1),
                excerpt(line.text),
                Severity.WARNING if inside and found.group().startswith("[") else None,
            )


def broken(reviewed: Reviewed) -> Iterator[Mark]:
    """Cross-references that the word processor lost."""
    for i, line, number, _ in own_lines(reviewed):
        if found := BROKEN.search(line.text):
            yield Mark(
                f"“{excerpt(found.group(), 60)}”: a reference is broken. Set it again, or type it.",
                number,
                (i, i + 1),
                excerpt(line.text),
            )


def stamps(reviewed: Reviewed) -> Iterator[Mark]:
    """Lines that stamp the letter as a draft."""
    for i, line in enumerate(reviewed.draft.letter.lines):
        if STAMP.fullmatch(line.text.strip(" []()*–—-")):
            yield Mark(
                f"“{excerpt(line.text, 60)}” stamps the letter as a draft. Take it out.",
                span=(i, i + 1),
                evidence=excerpt(line.text),
            )


def tandy(reviewed: Reviewed) -> Iterator[Mark]:
    """The acknowledgements of old, in a letter after the staff stopped asking for them."""
    asked = reviewed.staff is not None and any(TANDY.search(x.text) for x in reviewed.staff.letter.lines)
    if reviewed.sent is None or reviewed.sent <= LAST_TANDY or asked:
        return
    for i, line, number, block in own_lines(reviewed):
        if not block and (found := TANDY.search(line.text)):
            yield Mark(
                f"“{found.group()}”: the staff has not asked for these acknowledgements since October 5, "
                f"2016. "
                "Take them out.",
                number,
                (i, i + 1),
                excerpt(line.text),
            )
            return


def acceleration(reviewed: Reviewed) -> Iterator[Mark]:
    """A request for acceleration inside a response letter."""
    asked = reviewed.staff is not None and any(ACCELERATION.search(c.text) for c in reviewed.staff.comments)
    if asked or reviewed.draft.letter.kind.value == "acceleration":
        return
    for i, line, number, block in own_lines(reviewed):
        if not block and (found := ACCELERATION.search(line.text)) and not IN_THE_EVENT.search(line.text):
            yield Mark(
                f"“{excerpt(found.group())}”: request acceleration in a letter of its own under Rule 461, "
                f"joined by the "
                "underwriters, about two business days ahead.",
                number,
                (i, i + 1),
                excerpt(line.text),
            )
            return


def rule_83(reviewed: Reviewed) -> Iterator[Mark]:
    """Redactions without the legend of Rule 83, and the legend without a redaction."""
    lines = reviewed.draft.letter.lines
    cut = next(((i, x) for i, x in enumerate(lines) if REDACTED.search(x.text)), None)
    legend = next(((i, x) for i, x in enumerate(lines) if LEGEND.search(x.text)), None)
    if cut and not legend:
        yield Mark(
            "Words are redacted and the letter bears no Rule 83 legend. Put “Confidential Treatment "
            "Requested by "
            "[name]” with an identifying number on each page, and send the full text and the FOIA request.",
            span=(cut[0], cut[0] + 1),
            evidence=excerpt(cut[1].text),
        )
    if legend and not cut:
        yield Mark(
            "The letter asks for confidential treatment and redacts nothing. Mark what is withheld with "
            "[***], or "
            "take the legend out.",
            span=(legend[0], legend[0] + 1),
            evidence=excerpt(legend[1].text),
            severity=Severity.WARNING,
        )
    if reviewed.matter and reviewed.matter.rule_83 and cut is None:
        yield Mark(
            "The matter file foresees a request under Rule 83 and nothing is redacted.",
            severity=Severity.NOTE,
        )
