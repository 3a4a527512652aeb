"""Whether the staff's comments stand in the letter word for word, all of them, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Comment, Kind, Severity
from drafter.parsing import Difference
from drafter.parsing.alignment import differences, likeness, plain_words
from drafter.parsing.dates import dates
from drafter.review.reviewed import Mark, Reviewed, excerpt

LEFT_OUT = 12
"""Words in a row of a comment whose absence is an omission, and no slip of the pen."""

RESTATED = 0.35
"""A recital less like the comment than this is a summary, which is said once."""

_NEGATION = frozenset({"not", "no", "never", "without", "nor", "neither", "cannot"})
ENDS = 10
"""Words of a comment's either end by which its recital is found."""

PARTIAL = re.compile(
    r"\brespon(?:ds?|ded|ses?|ding) (?:only )?to (?:the )?(?:staff[’']s )?comments?,? "
    r"(?:nos?\b\.?|numbers?|numbered|\d)",
    re.I,
)
"""A letter that answers some comments and says so. Example: "this letter responds to comment number one"."""

_HAPPENED = re.compile(r"\b(?:call|held|filed|furnished|dated|issued|announced|reported|disclosed)\b", re.I)


def verbatim(reviewed: Reviewed) -> Iterator[Mark]:
    """Where the recital departs from the staff's words."""
    comments = {c.number: c for c in reviewed.staff.comments} if reviewed.staff else {}
    recited = {c.number: c for c in reviewed.draft.comments}
    for number, changes in _by_number((*reviewed.joined.differences, *_otherwise(reviewed))):
        comment, told = comments[number], recited.get(number)
        span = told.lines if told else None
        if told and likeness(comment.text, told.text) < RESTATED:
            yield Mark(
                "The comment is summarised or cut short instead of being repeated. "
                "Copy it word for word from the staff letter.",
                number,
                span,
                excerpt(told.text),
                Severity.WARNING,
            )
            continue
        told_changes = [c for c in changes if not _mere_form(c)]
        yield from (_change(comment, c, span) for c in told_changes if _grave(c))
        if slight := [c for c in told_changes if not _grave(c)]:
            first = _change(comment, slight[0], span)
            more = f" There are {len(slight) - 1} more such places." if len(slight) > 1 else ""
            yield replace(first, message=first.message + more, severity=Severity.WARNING)


def _otherwise(reviewed: Reviewed) -> Iterator[Difference]:
    """Changes in recitals that bear the comment's number and were not found by the staff's words."""
    found = {c.number for c in reviewed.joined.differences}
    recited = {c.number: c.text for c in reviewed.draft.comments}
    letter = " ".join(plain_words(reviewed.text))
    for comment in reviewed.staff.comments if reviewed.staff else ():
        text = recited.get(comment.number, "")
        words = plain_words(comment.text)
        if all(" ".join(end) in letter for end in (words[:ENDS], words[-ENDS:])):
            continue
        if text and comment.number not in found and likeness(comment.text, text) >= RESTATED:
            yield from differences(comment, text)


def _by_number(changes: tuple[Difference, ...]) -> list[tuple[str, list[Difference]]]:
    numbers = dict.fromkeys(c.number for c in changes)
    return [(n, [c for c in changes if c.number == n]) for n in numbers]


def _mere_form(change: Difference) -> bool:
    """Whether the words differ in a hyphen, a plural or a broken word only."""
    ours, theirs = change.staff.replace(" ", ""), change.recital.replace(" ", "")
    return ours == theirs or ours.rstrip("s") == theirs.rstrip("s")


def _change(comment: Comment, change: Difference, span: tuple[int, int] | None) -> Mark:
    what = (
        f"The recital leaves out the staff's words “{excerpt(change.staff)}”."
        if not change.recital
        else f"The recital adds “{excerpt(change.recital)}”, which the staff did not write."
        if not change.staff
        else f"The recital says “{excerpt(change.recital)}” where the staff wrote “{excerpt(change.staff)}”."
    )
    return Mark(
        f"{what} Copy the comment word for word from the staff letter; mark a slip of the staff's with "
        f"[sic].",
        comment.number,
        span,
        change.recital or change.staff,
    )


def _grave(change: Difference) -> bool:
    """Whether the change loses a sentence, turns the sense or alters a figure."""
    ours, theirs = change.staff.split(), change.recital.split()
    turned = bool(_NEGATION & (set(ours) ^ set(theirs))) and max(len(ours), len(theirs)) < LEFT_OUT
    figures = any(any(ch.isdigit() for ch in w) for w in ours) and bool(theirs)
    return (len(ours) >= LEFT_OUT and not theirs) or turned or figures


def missing(reviewed: Reviewed) -> Iterator[Mark]:
    """Comments without an answer, and comments that are not repeated where the others are."""
    staff = reviewed.staff.comments if reviewed.staff else ()
    if not reviewed.draft.comments and reviewed.draft.letter.kind is not Kind.RESPONSE:
        return
    texts = {c.number: c.text for c in staff}
    said_so = any(PARTIAL.search(line.text) for _, line in reviewed.frame)
    elsewhere = {n for reply in reviewed.replies for n in reply.numbers}
    for number in reviewed.joined.unanswered:
        if number not in elsewhere:
            yield Mark(
                f"Comment {number} has no answer in the letter. Answer it, or say why it is not answered.",
                number,
                evidence=excerpt(texts.get(number, "")),
                severity=Severity.NOTE if said_so else None,
            )
    recited = {c.number for c in reviewed.draft.comments if c.text}
    if len(recited) > len(staff) / 2:
        for comment in staff:
            if comment.number not in recited and not _stands(comment, reviewed.text):
                yield Mark(
                    f"Comment {comment.number} is not repeated before its answer as the others are.",
                    comment.number,
                    evidence=excerpt(comment.text),
                    severity=Severity.WARNING,
                )


def _stands(comment: Comment, text: str) -> bool:
    said = " ".join(plain_words(comment.text)[:12])
    return said in " ".join(plain_words(text))


def numbering(reviewed: Reviewed) -> Iterator[Mark]:
    """Numbers that differ from the staff letter's, or run out of order."""
    staff = reviewed.staff.comments if reviewed.staff else ()
    for comment in staff:
        like = [
            c
            for c in reviewed.draft.comments
            if c.number != comment.number and c.text and likeness(c.text, comment.text) > 0.9
        ]
        own = [c for c in reviewed.draft.comments if c.number == comment.number]
        if like and not any(likeness(c.text, comment.text) > 0.9 for c in own):
            yield Mark(
                f"The staff's comment {comment.number} is numbered {like[0].number} here. Keep the staff's "
                f"numbers.",
                comment.number,
                like[0].lines,
                excerpt(like[0].text),
            )
    numbers = [c.number for c in reviewed.draft.comments if c.number.isdigit()]
    for before, after in pairwise(numbers):
        if int(after) <= int(before) and not reviewed.joined.unasked and after not in ("1", before):
            yield Mark(f"Comment {after} follows comment {before}: keep the staff's order.", after)


def headings(reviewed: Reviewed) -> Iterator[Mark]:
    """Headings and page references that are not carried over."""
    recited = {c.number: c for c in reviewed.draft.comments}
    shown = any(c.heading for c in reviewed.draft.comments)
    for comment in reviewed.staff.comments if reviewed.staff else ():
        told = recited.get(comment.number)
        if told is None or not comment.heading or not shown:
            continue
        wanted = plain_words(comment.heading[-1])
        if wanted and not set(wanted) <= set(plain_words(" ".join(told.heading) + " " + told.text)):
            yield Mark(
                f"The heading over comment {comment.number} is “{comment.heading[-1]}” in the staff letter. "
                "Carry it over.",
                comment.number,
                told.lines,
                " / ".join(told.heading),
            )
        elif comment.page and told.page and comment.page != told.page:
            yield Mark(
                f"Comment {comment.number} is on page {comment.page} in the staff letter and on page "
                f"{told.page} "
                "here. Carry the staff's page over.",
                comment.number,
                told.lines,
                told.page,
            )


def slips(reviewed: Reviewed) -> Iterator[Mark]:
    """Dates in a comment that lie after the staff letter: slips to be kept and pointed out."""
    for comment in reviewed.staff.comments if reviewed.staff and reviewed.asked else ():
        for found, day in dates(comment.text):
            before = comment.text[max(0, found.start() - 60) : found.start()]
            if reviewed.asked and day > reviewed.asked and _HAPPENED.search(before):
                yield Mark(
                    f"The staff speaks of {found.group()} as past in a letter of {reviewed.asked}. Keep "
                    f"the words, "
                    "answer what is meant, and say which date you take it to be.",
                    comment.number,
                    evidence=excerpt(comment.text),
                )
