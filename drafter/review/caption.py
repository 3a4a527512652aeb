"""The letter's frame: Re: block, addressees, dates, the clock, signature and copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from rapidfuzz import fuzz

from drafter.business_days import business_days_after, spoken
from drafter.domain import Filing, Role, Severity
from drafter.review.reviewed import Mark, Reviewed, excerpt

DAYS = 10
"""Business days within which the staff asks for an answer."""

SAME_NAME = 82
"""Two company names at least so alike, of 100, are one."""

ASKED_IN_DAYS = re.compile(r"\bwithin (?:ten|10) business days\b", re.I)
SIGNED = re.compile(r"/s/|^\W*(?:sincerely|(?:very truly|respectfully|yours)\b|best regards|regards)", re.I)
TITLE = re.compile(
    r"\b(?:chief|officer|counsel|secretary|president|controller|treasurer|director|partner|chair\w*"
    r"|general manager"
    r"|llp|attorney|trustee|principal|accountant|member)\b",
    re.I,
)
FIRM = re.compile(r"\bLLP\b|\bllp\b")
"""Counsel's letters bear the firm's name and no title."""

GREETS = re.compile(r"^\W*(?:Dear|Ladies|Gentlemen|Mesdames)\b")
GREETED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Mx|Miss|Dr)\.?\s+(?:[A-Z][\w.]*\s+)*?(?P<name>[A-Z][\w’'-]+)(?=[\s,:;]|$)"
)
"""A name in the greeting. Examples: "Mr. Petrel", "Ms. Mira Castell"."""

FORMERLY = r"(?:f/k/a|formerly|previously (?:known|named)|now known as|renamed)"

OLD_ADDRESS = re.compile(r"\b450 (?:Fifth|5th) Street|\bJudiciary Plaza\b", re.I)
LATER = re.compile(
    r"\b(?:extension|extended|additional time|by no later than|telephone|conversation)\b", re.I
)


def file_numbers(reviewed: Reviewed) -> Iterator[Mark]:
    """A file number that is not the staff letter's."""
    staff = reviewed.staff.letter.matter.file_numbers if reviewed.staff else ()
    ours = reviewed.draft.letter.matter.file_numbers
    if staff and ours and not {_bare(n) for n in staff} & {_bare(n) for n in ours}:
        yield Mark(
            f"The file number is {', '.join(ours)} here and {', '.join(staff)} in the staff letter. "
            "Copy the staff's.",
            evidence=", ".join(ours),
            span=_at(reviewed, ours[0]),
        )
    elif staff and not ours:
        yield Mark(
            f"The Re: block shows no file number; the staff letter has {', '.join(staff)}.",
            severity=Severity.WARNING,
        )
    elif lacking := [n for n in staff if _bare(n) not in {_bare(o) for o in ours}]:
        yield Mark(f"The staff letter also names file number {', '.join(lacking)}.", severity=Severity.NOTE)


def _bare(number: str) -> str:
    head, _, tail = number.partition("-")
    return f"{int(head)}-{tail.lstrip('0')}"


def _at(reviewed: Reviewed, words: str) -> tuple[int, int] | None:
    found = next((i for i, x in enumerate(reviewed.draft.letter.lines) if words in x.text), None)
    return None if found is None else (found, found + 1)


def filings(reviewed: Reviewed) -> Iterator[Mark]:
    """Forms, periods and filing dates that differ from the staff letter's."""
    theirs = reviewed.staff.letter.matter.filings if reviewed.staff else ()
    ours = reviewed.draft.letter.matter.filings
    for filing in theirs:
        same = [f for f in ours if f.form.split("/")[0] == filing.form.split("/")[0]]
        if not same and ours:
            yield Mark(
                f"The Re: block does not name the staff's Form {filing.form}.", severity=Severity.WARNING
            )
        elif same:
            yield from _differing(filing, same)


def _differing(filing: Filing, same: list[Filing]) -> Iterator[Mark]:
    for what in ("period", "filed"):
        wanted = getattr(filing, what)
        shown = [getattr(f, what) for f in same if getattr(f, what)]
        if not wanted or not shown or wanted in shown:
            continue
        word = "the period" if what == "period" else "filed on"
        grave = what == "period" and abs((wanted - min(shown, key=lambda d: abs(d - wanted))).days) > 20
        yield Mark(
            f"Form {filing.form}: {word} {spoken(wanted)} in the staff letter and {spoken(shown[0])} here. "
            "Copy the staff letter's Re: block.",
            evidence=spoken(shown[0]),
            severity=None if grave else Severity.WARNING,
        )


def company(reviewed: Reviewed) -> Iterator[Mark]:
    """A company other than the staff letter's, or than the matter file's."""
    ours = reviewed.draft.letter.matter.company
    named = reviewed.staff.letter.matter.company if reviewed.staff else ""
    wanted = named or (reviewed.matter.company if reviewed.matter else "")
    if ours and wanted and not _same_company(ours, wanted) and not _renamed(reviewed.text, wanted):
        yield Mark(
            f"The letter is about {ours}; the staff wrote about {wanted.rstrip('.')}. Check the Re: block.",
            evidence=ours,
            span=_at(reviewed, ours),
        )


def _renamed(text: str, name: str) -> bool:
    """Whether the letter says that the company once bore that name."""
    known = re.search(rf"{FORMERLY}[^.;]{{0,30}}{re.escape(name.split()[0].strip(','))}", text, re.I)
    return known is not None


def _same_company(one: str, other: str) -> bool:
    a, b = (re.sub(r"[^\w ]", "", n).lower() for n in (one, other))
    first = a.split()[:1] == b.split()[:1]
    return first or fuzz.token_set_ratio(a, b) >= SAME_NAME or a.replace(" ", "") in b.replace(" ", "")


def attention(reviewed: Reviewed) -> Iterator[Mark]:
    """Addressees that the staff letter does not name, and its contacts left out."""
    contacts = reviewed.staff.letter.attention if reviewed.staff else ()
    ours = reviewed.draft.letter.attention
    staff_text = "\n".join(x.text for x in reviewed.staff.letter.lines) if reviewed.staff else ""
    if not contacts or not ours:
        return
    strange = [n for n in ours if n.split()[-1].lower() not in staff_text.lower() and not n.isupper()]
    if strange:
        yield Mark(
            f"The letter is addressed to {', '.join(strange)}, whom the staff letter does not name. Its "
            f"contacts are "
            f"{', '.join(contacts)}.",
            evidence=", ".join(strange),
            span=_at(reviewed, strange[0]),
        )
    lacking = [n for n in contacts if not any(n.split()[-1].lower() == o.split()[-1].lower() for o in ours)]
    if lacking and not strange:
        yield Mark(f"The staff letter also names {', '.join(lacking)} as a contact.", severity=Severity.NOTE)


def salutation(reviewed: Reviewed) -> Iterator[Mark]:
    """Somebody greeted whom neither the staff letter nor the address above names."""
    staff = "\n".join(x.text for x in reviewed.staff.letter.lines).lower() if reviewed.staff else ""
    addressed = " ".join(reviewed.draft.letter.attention).lower()
    for i, line in reviewed.frame:
        if not GREETS.match(line.text):
            continue
        for found in GREETED.finditer(line.text):
            name = found["name"].lower()
            if name not in staff and name not in addressed:
                yield Mark(
                    f"The letter greets {found.group()}, whom the staff letter does not name.",
                    span=(i, i + 1),
                    evidence=line.text,
                )


def address(reviewed: Reviewed) -> Iterator[Mark]:
    """The Commission's old address."""
    for i, line in reviewed.frame:
        if found := OLD_ADDRESS.search(line.text):
            yield Mark(
                f"“{found.group()}” is the Commission's old address. Write 100 F Street, N.E., Washington, "
                f"D.C. 20549.",
                span=(i, i + 1),
                evidence=line.text,
            )


def staff_date(reviewed: Reviewed) -> Iterator[Mark]:
    """A letter that names another date for the staff letter than the letter bears."""
    answered = reviewed.draft.letter.answers
    if reviewed.asked and answered and reviewed.asked not in answered:
        named = ", ".join(spoken(d) for d in answered)
        near = any(abs((d - reviewed.asked).days) <= 1 for d in answered)
        yield Mark(
            f"The letter answers a staff letter of {named}; the staff letter bears {spoken(reviewed.asked)}.",
            evidence=named,
            severity=Severity.WARNING if near else None,
        )


def sequence(reviewed: Reviewed) -> Iterator[Mark]:
    """A letter dated before the letter it answers, or not dated."""
    if reviewed.draft.letter.sent is None:
        yield Mark("The letter bears no date. Date it.", severity=Severity.WARNING)
    elif reviewed.asked and reviewed.draft.letter.sent < reviewed.asked:
        yield Mark(
            f"The letter is dated {spoken(reviewed.draft.letter.sent)}, before the staff letter of "
            f"{spoken(reviewed.asked)}.",
            evidence=spoken(reviewed.draft.letter.sent),
        )


def clock(reviewed: Reviewed) -> Iterator[Mark]:
    """When ten business days are over, and whether they were when the letter was sent."""
    texts = [x.text for x in reviewed.staff.letter.lines] if reviewed.staff else []
    if not reviewed.asked or not any(ASKED_IN_DAYS.search(t) for t in texts):
        return
    due = business_days_after(reviewed.asked, DAYS)
    sent = reviewed.draft.letter.sent
    if sent is None:
        yield Mark(f"The ten business days end on {spoken(due)}.", severity=Severity.NOTE)
    elif sent > due and not any(LATER.search(x.text) for _, x in reviewed.frame):
        yield Mark(
            f"The ten business days ended on {spoken(due)}; the letter is dated {spoken(sent)}. See that "
            f"an extension "
            "is on file.",
            evidence=spoken(sent),
        )


def signature(reviewed: Reviewed) -> Iterator[Mark]:
    """No closing, or no title under the signature."""
    lines = reviewed.draft.letter.lines
    end = next((i for i in range(len(lines) - 1, -1, -1) if SIGNED.search(lines[i].text)), None)
    if end is None:
        yield Mark("The letter has no signature. Have it signed by an authorised person, with title.")
        return
    if FIRM.search(reviewed.text):
        return
    if not any(TITLE.search(x.text) for x in lines[max(0, end - 3) : end + 14]):
        yield Mark(
            "No title stands under the signature. Give the signatory's title.",
            span=(end, min(end + 8, len(lines))),
            evidence=excerpt(lines[end].text),
        )


def signatory(reviewed: Reviewed) -> Iterator[Mark]:
    """A signature that is not the signatory's of the matter file."""
    name = reviewed.matter.signatory.name if reviewed.matter else ""
    closing = " ".join(x.text for _, x in reviewed.frame).lower().split()
    if name and not {name.split()[0].lower(), name.split()[-1].lower()} <= set(closing):
        yield Mark(f"The matter file has {name} sign; the letter does not name {name}.", evidence=name)


def copies(reviewed: Reviewed) -> Iterator[Mark]:
    """Copies that the matter file foresees and the letter does not show."""
    text = reviewed.text.lower()
    for name in reviewed.matter.copies if reviewed.matter else ():
        person = name.split(",")[0].strip()
        if person and person.lower() not in text:
            yield Mark(f"The matter file copies {person}; the letter does not.")


def contacts(reviewed: Reviewed) -> Iterator[Mark]:
    """A telephone number that is not the matter file's."""
    matter = reviewed.matter
    known = (
        {re.sub(r"\D", "", p)[-10:] for p in (matter.signatory.phone, matter.counsel.phone) if p}
        if matter
        else set()
    )
    for i, line in reviewed.frame:
        if not known or reviewed.draft.roles[i] is not Role.CLOSING:
            continue
        for found in re.finditer(r"\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}", line.text):
            if re.sub(r"\D", "", found.group())[-10:] not in known:
                yield Mark(
                    f"The telephone number {found.group()} is not in the matter file. Check whom the staff "
                    f"would call.",
                    span=(i, i + 1),
                    evidence=excerpt(line.text),
                )


def weekday(reviewed: Reviewed) -> Iterator[Mark]:
    """A letter dated on a day on which none is sent."""
    sent = reviewed.draft.letter.sent
    if sent and sent != business_days_after(sent - timedelta(days=1), 1):
        yield Mark(f"{spoken(sent)} is no business day. Check the date.")
