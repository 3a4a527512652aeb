"""What is given for the whole letter: the number of the amendment, and the year of the next annual meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drafter.domain import Letter, MatterFile

_UNDER_REVIEW = re.compile(
    r"\b(?P<post>Post-Effective )?Amendment No\. ?(?P<number>\d{1,2}) to (?:the |your )?"
    r"(?:Registration Statement|Preliminary|Proxy|Information Statement|Schedule|Offering Statement|"
    r"Forms? (?:S|F|N|1|10))",
    re.I,
)
"""“Amendment No. 1 to Registration Statement”: what is filed with the answer is the next one. Not: a draft's."""
_IN_NOTES = re.compile(
    r"\bAm(?:endment|dt\.?) (?:No\. ?|#)?(?P<number>\d{1,2})\b"
    r"(?! (?:to|on) (?:the )?(?:Form )?(?:10-[KQ]|20-F|40-F|8-K))"
    r"|(?<![\w-])A-?(?P<short>\d)\b|\b[SF]-\d{1,2}/A(?:-| ?No\. ?)?(?P<form>\d)\b"
)
"""“Amendment No. 2”, “A-2”, “S-1/A2”. Not: an amendment of a periodic report."""
BLANK = "Amendment No. [●: amendment number]"


def amendment(letter: Letter, notes: Sequence[str]) -> str:
    """The amendment of a registration statement that goes with the letter, as the notes or the staff letter
    give its number, else a blank.
    """
    reviewed = _reviewed(letter)
    said = {int(m["number"] or m["short"] or m["form"]) for n in notes for m in _IN_NOTES.finditer(n)}
    said = {n for n in said if not reviewed or n > reviewed[1]}
    if len(said) == 1:
        return f"{reviewed[0] if reviewed else ''}Amendment No. {said.pop()}"
    return f"{reviewed[0]}Amendment No. {reviewed[1] + 1}" if reviewed and not said else BLANK


def _reviewed(letter: Letter) -> tuple[str, int] | None:
    """The kind and the number of the amendment that the staff letter names as under review; None for none."""
    head: list[str] = []
    for line in letter.lines:
        if re.match(r"\s*Dear\b", line.text):
            break
        head.append(line.text.strip())
    found = {
        ("Post-Effective " if m["post"] else "", int(m["number"]))
        for m in _UNDER_REVIEW.finditer(" ".join(head))
    }
    return found.pop() if len(found) == 1 else None


_MEETING = re.compile(
    r"\b(?P<year>20\d\d) (?:annual meeting|annual (?:stockholders|shareholders)|proxy|DEF ?14A)", re.I
)
_PROXY_FORM = re.compile(r"\bDEF\s?14A\b|\bSchedule 14A\b|\bproxy\b", re.I)
NEXT_YEAR = 8
"""Month; a fiscal year that ends in it or later has its annual meeting in the next calendar year."""


def meeting(matter: MatterFile, notes: Sequence[str]) -> str:
    """The year of the annual meeting whose proxy statement comes next: “2027”; "" where nothing gives it."""
    said = {m["year"] for n in notes for m in _MEETING.finditer(n)}
    if len(said) == 1:
        return said.pop()
    if matter.next_annual and matter.next_annual.period:
        return str(_year_after(matter.next_annual.period))
    filed = [f.filed for f in matter.filings if f.filed and _PROXY_FORM.search(f.form)]
    return str(filed[0].year + 1) if filed else ""


def _year_after(year_end: date) -> int:
    return year_end.year + (year_end.month >= NEXT_YEAR)
