"""The answers beside the filing under review: pages, Notes, quotations and figures that it does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Severity
from drafter.filings import Filed, rival, said_in, statements
from drafter.filings.passages import NOTES, pages_named
from drafter.filings.words import quotations
from drafter.review.reviewed import Mark, Reviewed, Sentence, excerpt

ELSEWHERE = re.compile(
    r"\bamend\w*|\brevised\b|\bprospectus\b|\bproxy\b|\breleases?\b|\bletter\b|\bdraft\b|\bAnnex\b|\bExhibit\b"
    r"|\b(?:standard|codification|FRM|manual|C&DI|GAAP)\b",
    re.I,
)
"""Words of a sentence whose pages and quotations may be another document's."""

OF_FILING = re.compile(
    r"\b(?:Form\s+\d|10-[KQ]|20-F|40-F|our filing|the filing|annual report|quarterly report)", re.I
)
OTHER_FORM = re.compile(r"\bForms?\s+(?P<form>\d{1,2}-[A-Z]{1,2})\b")
CITED = re.compile(r"\b(?:disclos|stat|describ|not|present|includ|provid|read|set forth|say)\w*\b", re.I)
OFFERED = re.compile(r"\bregistration statements?\b[^.;]{0,80}\bForms?\s+(?P<form>[SF]-\d{1,2})\b", re.I)
"""A registration statement. Example: "Registration Statement on Form S-3 (No. 333-1)"."""


def _form(reviewed: Reviewed) -> str:
    """The form of the filing under review, "" where nothing names it."""
    matters = [*(reviewed.matter.filings if reviewed.matter else ())]
    letter = (reviewed.staff or reviewed.draft).letter
    return next((f.form.split("/")[0] for f in (*matters, *letter.matter.filings)), "")


def _of_this(reviewed: Reviewed) -> Iterator[Sentence]:
    """The sentences whose references are to the filing under review and to no other document."""
    form = _form(reviewed).upper()
    for said in reviewed.spoken:
        named = {m["form"].upper() for m in OTHER_FORM.finditer(said.text)}
        if not ELSEWHERE.search(said.text) and not (named - {form}):
            yield said


def references(reviewed: Reviewed) -> Iterator[Mark]:
    """Pages and Notes that an answer names and the filing does not have."""
    filed = reviewed.filed or Filed()
    for said in _of_this(reviewed):
        for label, _ in pages_named(said.text, _form(reviewed)):
            if filed.pages and filed.page(label) is None:
                yield Mark.at(said, f"The filing at hand has no page {label}. Check the reference.")
        for found in NOTES.finditer(said.text):
            for number in re.findall(r"\d+", found["list"]):
                if filed.notes and filed.note(number) is None:
                    yield Mark.at(said, f"The filing at hand has no Note {number}. Check the reference.")


def quoted(reviewed: Reviewed) -> Iterator[Mark]:
    """Quotations of the filing that do not stand in it word for word."""
    filed = reviewed.filed or Filed()
    for said in _of_this(reviewed):
        if not (OF_FILING.search(said.text) and CITED.search(said.text)):
            continue
        for words in quotations(said.text):
            if next(filed.holding(words), None) is None and len(words.split()) >= 5:
                yield Mark.at(
                    said,
                    f"“{excerpt(words, 100)}” does not stand in the filing at hand word for word. Copy it from "
                    "there.",
                )


def figures(reviewed: Reviewed) -> Iterator[Mark]:
    """Figures of an answer for which the filing gives another, for the same thing and the same year."""
    filed = reviewed.filed or Filed()
    parts = (*filed.pages.values(), *filed.items.values(), *filed.notes.values())
    there = [s for part in dict.fromkeys(parts) for s in statements(filed, part)]
    for said in reviewed.spoken:
        for one in said_in(said.text):
            found = rival(one, there)
            if found:
                page = f" on page {found.page}" if found.page else ""
                yield Mark.at(
                    said, f"The filing{page} says otherwise: “{excerpt(found.line)}”. Which figure is right?"
                )
                break


def offerings(reviewed: Reviewed) -> Iterator[Mark]:
    """Registration statements that the filing or the staff letter names: open comments bear on offerings."""
    filed = reviewed.filed or Filed()
    texts = [p.text for p in filed.paragraphs]
    texts += [x.text for x in reviewed.staff.letter.lines] if reviewed.staff else []
    named = dict.fromkeys(m["form"].upper() for t in texts for m in OFFERED.finditer(t))
    if named:
        yield Mark(
            f"The filing names registration statements on Form {', '.join(named)}, which take it in by reference. "
            "See whether an offering is pending: an open comment, and whatever the answer concedes, bears on it.",
            severity=Severity.NOTE,
        )
