"""The Re: block of a letter: whose filings it is about, which, and under what numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.domain import Filing
from drafter.parsing.dates import DATE, dates

RE = re.compile(
    r"^\W*(?:(?:re|in\s+re|subject|reference)\s*[:.;–—-]+|re(?=\s|$)|in\s+the\s+matter\s+of\b)"
    r"\s*(?:re\s*:\s*)?(?:\|\s*)?",
    re.I,
)
"""The mark of the block. Examples: "Re:", "RE", "Subject:", "Re: Re:". Not: "Reference is made"."""

SALUTATION = re.compile(
    r"^\W*(?:dear\b|(?:ladies|gentlemen|mesdames)\b|messrs\.?[^:]*:"
    r"|to\s+(?:whom\s+it|the\s+addressees?)\b|sirs?\b)",
    re.I,
)
"""Examples: "Dear Ms. Ash:", "Ladies and Gentlemen:". Not: "Deare Corporation"."""

FORM = re.compile(
    r"(?P<draft>draft\s+registration\s+statement(?:\s+on\s+form\s+[A-Z\d-]+)?)"
    r"|\b(?:registration\s+statements?\s+on\s+)?forms?\s*(?:type\s+)?"
    r"(?P<form>(?:10-?\s?(?:KT|KSB|K405|K|QSB|QT|Q|12[BG]|D|SB|S)?|20-?\s?F|40-?\s?F"
    r"|8-?\s?K(?:12B)?|6-?\s?K|11-?\s?K|18-?\s?K"
    r"|S-?\s?(?:11|[13468])(?:ASR|MEF)?|F-?\s?(?:10|[134678])|SB-?\s?[12]|N-?\s?(?:\d{1,2}[A-Z]?|CSR|PX|Q)"
    r"|1-?\s?[AK]|15|25|ABS-15G|SD|T-3|CB)(?:POS)?(?:\s?/\s?A)?)(?![\w])"
    r"|\b(?P<proxy>(?:preliminary|definitive)\b[^\n]{0,60}?\b(?:schedule\s+14[AC]|proxy|information\s+statement)"
    r"(?:\s+(?:statement|materials|soliciting\s+material))*(?:[^\n]{0,25}schedule\s+14[AC])?)"
    r"|\bschedule\s+(?P<schedule>13[DGE](?:-?\s?3)?|14[ACDFN](?:-9)?|TO(?:-[ICT])?)(?P<amended>/A)?\b"
    r"|^\W*(?P<bare>(?:10-[KQ]T?|20-F|40-F|8-K|6-K|S-(?:11|[134])|F-[134])(?:\s?/\s?A)?)(?!\w)"
    r"|\b(?P<told>(?:10-[KQ]T?|20-F|40-F|8-K|6-K)(?:\s?/\s?A)?)(?=\s+(?:for|filed|dated|furnished)\b)"
    r"|\b(?P<code>(?:DEF[ACMNR]?|PRE[CMNR]?|DFAN|DFRN)\s?14[AC]|DRS(?:/A)?"
    r"|SC\s?(?:TO-?[ICT]|13[DGE]3?|14D9)(?:/A)?)(?!\w)",
    re.I | re.M,
)
"""A filing's form. Examples: "Form 10-K/A", "Registration Statement on Form S-4", "Schedule TO-I", "DEF 14A",
"Definitive Proxy Statement on Schedule 14A", "Draft Registration Statement on Form S-1". Not: "format".
"""

CODED = re.compile(r"^(DEF|PRE|SC)(?=14[AC]$|TO|13)")
WRITTEN = re.compile(r"^(?:(\d{1,2})(?=[A-Z])|(SB|[SFN])(?=[A-Z\d]))")
"""Where a form's hyphen is missing. Examples: "10K", "S4". Not: "10-K"."""

AGAIN = re.compile(
    r"\s*(?:,|and|&|;|/)\s*(?:Form\s+)?(10-?[KQ](?:/A)?|8-?K(?:/A)?|S-[134](?:/A)?)(?!\w)", re.I
)
"""A second form after "Forms". Example: " and 10-Q" in "Forms 10-K and 10-Q"."""

PERIOD = re.compile(r"(?:end(?:ed|ing)|year\s+end|FYE|as\s+of|\bdated?)\s*:?\s*$", re.I)
FILED = re.compile(r"(?:filed|furnished|submitted|submission|filing\s+date)\b[^.\n]{0,60}$", re.I)
NOT_FILED = re.compile(r"(?:response|letter|correspondence|comment)s?\b[^.\n]{0,60}$", re.I)

FILE_NUMBER = re.compile(r"(?<![\d-])(\d{1,3}-\d{3,6}(?:-\d{2})?)(?![\d-])")
"""A file number. Examples: "001-35662", "1-8940", "333-250056-01". Not: "212-373-3161", "10-K"."""

FILE = re.compile(
    r"(?:\bfile|\bSEC|commission|statement|registration)\s*(?:\(s\)|s)?\s*(?:file\s*)?"
    r"(?:nos?\b|numbers?|#)?(?:\(s\))?\s*[:.]*\s*"
    r"(?=\d{1,3}-\d{3,6})|\bfiles?\s*(?:nos?\b|numbers?|#)(?:\(s\))?[^\n\d]{0,12}(?=\d{1,3}-\d)"
    r"|^\W*(?=\d{1,3}-\d{4,6}\s*$)|\(\s*nos?\.?\s*(?=\d{1,3}-\d{4})",
    re.I | re.M,
)
"""What comes before file numbers. Examples: "File No. ", "File Nos.: ", "File ", "Registration No. "."""

MORE = re.compile(
    r"\s*(?:\([^)\n]{0,40}\))?\s*(?:[,;&/|]\s*|and\s+|through\s+)*(?:nos?\.?\s*)?(?=\d{1,3}-\d{3})"
)
"""What stands between the numbers of a list. Examples: ", ", " and ", " (Harrowgate) and "."""

CIK = re.compile(r"\bCIK\s*(?:No\.?|Number|#|Code)?\s*[:.]?\s*(\d{4,10})\b|\bCIK\D{0,15}(\d{7,10})\b", re.I)
"""Example: "CIK No. 0001107843"."""

NOT_A_NAME = re.compile(
    r"^\W*(?:form\b|file\b|filed\b|cik\b|registration\s+(?:statement|no)|amend|post-effective|pre-effective"
    r"|annual\s+report|quarterly\s+report|current\s+report|(?:preliminary|definitive|revised|draft)\b|schedule\s+\d"
    r"|proxy\s+statement|response|comment\s+letter|letter\s+dated|staff|request|supplemental|additional"
    r"|tender\s+offer|confidential|for\s+the\b|fiscal|sec\s+(?:file|comment)|commission\s+file|(?:def|pre)\w*\s?14"
    r"|your\s+letter|dated\b|\d{1,3}-\d{4,6}\b|\d{1,2}-[KQF]\b|\d{1,2}/|\d{4}\b|\d+\W*$|100\s+F\b"
    r"|order\s+(?:declaring|granting|of)|acceleration|withdrawal|page\b|offering)",
    re.I,
)
"""What stands in the block beside the name. Examples: "Form 10-K", "Filed May 1, 2019"."""

NAME_ENDS = re.compile(
    r"\s*(?:[(\[|;]|(?:[’']s)?[,/–—-]*\s*(?=\bForms?\s+(?:\d|[A-Z]-)|\b(?:10-[KQ]|20-F|40-F)\b|\bfile\s*(?:no|num|#)|\bfiled\b|\bcommission\s+file"
    r"|\bCIK\b|\b(?:annual|quarterly)\s+report|\bregistration\s+statement|\bdraft\s+registration"
    r"|\bamendment\s+no|\bSEC\s+comment|\bcomment\s+letter|\bschedule\s+1|\b(?:preliminary|definitive|revised)\b|\bresponse\s+to|\brequest\s+for\b"
    r"|\bSEC\s+file|\bon\s+[A-Z][a-z]+\s+\d{1,2},|\bdated\s|\bletter\s+dated|(?:^|\s)[–—-]\s))",
    re.I,
)
LED = re.compile(
    r"^(?:regarding|concerning|with\s+(?:regard|respect)\s+to|(?:company|registrant|issuer|filer)(?:\s+name)?\s*:)\s*",
    re.I,
)
"""What leads to the name. Examples: "Regarding ", "Registrant: ". Not: "Company Mills, Inc."."""

UNFINISHED = re.compile(r"(?:,|&|\band|\bof|\bthe)\s*$", re.I)
TAIL = re.compile(
    r"^(?:Inc|Corp|Corporation|LLC|L\.L\.C|Ltd|Limited|L\.?P|plc|PLC|N\.?V|S\.?A|Co|Company|Trust)\b\.?,?$"
)
"""A name's last word alone on a line. Examples: "Inc.", "Ltd."."""

PARAGRAPH = 150
"""Characters from which a line is a paragraph of the body and no line of an opening."""

BLOCK = 24
"""Lines that a Re: block takes at most."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a Re: block says; what it leaves out is "" or ()."""

    company: str = ""
    cik: str = ""
    file_numbers: tuple[str, ...] = ()
    filings: tuple[Filing, ...] = ()
    lines: tuple[str, ...] = ()


def salutation(texts: Sequence[str]) -> int:
    """The index of the salutation; that of a line where a body may begin, where there is none."""
    marked = next((i for i, t in enumerate(texts[:80]) if SALUTATION.match(t)), None)
    if marked is not None:
        return marked
    long = (i - 1 for i, t in enumerate(texts[:80]) if i and len(t) > PARAGRAPH)
    return next(long, min(len(texts), 40) - 1)


def block(texts: Sequence[str]) -> list[str]:
    """The lines of the Re: block, its mark taken off; [] where there is none."""
    start = next((i for i, t in enumerate(texts[:80]) if RE.match(t)), None)
    if start is None:
        start = _unmarked(texts)
    if start is None:
        return []
    rows = []
    for text in texts[start : start + BLOCK]:
        if SALUTATION.match(text) or len(text) > 400:
            break
        rows.append(RE.sub("", text).strip())
    return [r for r in rows if r]


def _unmarked(texts: Sequence[str]) -> int | None:
    """Where a block without its mark begins: at the name over the first form or file number."""
    end = salutation(texts)
    for i, text in enumerate(texts[:end]):
        if len(text) < 200 and (FORM.search(text) or FILE.search(text)) and not NAME_ENDS.match(text[:1]):
            return i - 1 if i and NOT_A_NAME.match(text) and not DATE.search(texts[i - 1]) else i
    return None


def _form(found: re.Match[str]) -> str:
    """A form as EDGAR names it: "10-K", "DRS", "DEF 14A", "SC TO-I"."""
    said = found.groupdict()
    if said["draft"]:
        return "DRS"
    if said["proxy"]:
        letter = "C" if re.search("14C|information", said["proxy"], re.I) else "A"
        return f"{said['proxy'][:3].upper()} 14{letter}"
    if said["schedule"]:
        kind = said["schedule"].upper().replace(" ", "")
        return ("14A" if kind == "14A" else f"SC {kind}") + (said["amended"] or "")
    if said["code"]:
        return CODED.sub(r"\1 ", re.sub(r"\s", "", said["code"]).upper())
    written = re.sub(r"\s+", "", said["form"] or said["bare"] or said["told"]).upper()
    return written if "-" in written else WRITTEN.sub(r"\1\2-", written)


def _events(text: str) -> Iterator[tuple[int, str, str | date]]:
    """Forms and dates of a block in order: (place, "form" | "period" | "filed", what it says)."""
    for found in FORM.finditer(text):
        yield found.start(), "form", _form(found)
        at = found.end()
        while found.group().lower().startswith("forms") and (more := AGAIN.match(text, at)):
            yield more.start(), "form", more.group(1).upper()
            at = more.end()
    for found, day in dates(text):
        before = text[max(0, found.start() - 90) : found.start()]
        if NOT_FILED.search(before.split("\n")[-1]):
            continue
        if PERIOD.search(before):
            yield found.start(), "period", day
        elif FILED.search(before):
            yield found.start(), "filed", day


def filings(text: str) -> tuple[Filing, ...]:
    """The filings that a text names, in its order, each with the dates that follow it."""
    out: list[Filing] = []
    for _, what, said in sorted(_events(text), key=lambda e: e[0]):
        if isinstance(said, str):
            out.append(Filing(said))
        elif out and what == "period":
            out[-1] = replace(out[-1], period=out[-1].period or said)
        elif out:
            out[-1] = replace(out[-1], filed=out[-1].filed or said)
    return _once(out)


def _once(found: Sequence[Filing]) -> tuple[Filing, ...]:
    """The filings without those that only repeat another's form and say no more."""
    out: list[Filing] = []
    for filing in found:
        if filing in out or (
            filing.period is None and filing.filed is None and filing.form in {f.form for f in out}
        ):
            continue
        out.append(filing)
    return tuple(out)


def file_numbers(text: str) -> tuple[str, ...]:
    """The file numbers that a text names as such, in its order, lists included."""
    out: list[str] = []
    for found in FILE.finditer(text):
        at = found.end()
        while number := FILE_NUMBER.match(text, at):
            out.append(number.group(1))
            more = MORE.match(text, number.end())
            at = more.end() if more else len(text)
    return tuple(dict.fromkeys(out))


def _company(rows: Sequence[str]) -> str:
    """The name that opens the block; "" where a form or a number opens it."""
    name = ""
    for row in rows[:4]:
        text = LED.sub("", row.split(" | ")[0] if name else row)
        if name and not (UNFINISHED.search(name) or TAIL.match(text)):
            break
        if NOT_A_NAME.match(text):
            if name:
                break
            continue
        end = NAME_ENDS.search(text, 1)
        name = f"{name} {text[: end.start()] if end else text}".strip()
        if end:
            break
    return name.strip(" ,;:/–—-")


def caption(texts: Sequence[str]) -> Caption:
    """What the Re: block of these lines says."""
    rows = block(texts)
    text = "\n".join(rows)
    cik = CIK.search(text)
    return Caption(
        _company(rows),
        (cik.group(1) or cik.group(2)).zfill(10) if cik else "",
        file_numbers(text),
        filings(text),
        tuple(rows),
    )
