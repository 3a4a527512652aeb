"""The filing under review in an answer: what of it is cited, what ties, and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.business_days import spoken
from drafter.domain import BLANK, Answer, Comment, Extract, Filing, Finding, Passage, Severity, Tie
from drafter.drafting.checks.grounding import Admitted, unheld
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.disagreements import decides
from drafter.drafting.planning.formulas import plain
from drafter.filings import Filed, Part, find_number, missed, periods, restated, rival, statements
from drafter.filings.figures import figures_in
from drafter.filings.passages import pages_named
from drafter.filings.statements import Statement, said_in
from drafter.filings.words import stems
from drafter.matters import sentences

NEAR = 2
"""Words that an answer's sentence shares with the line of the filing to which its figure is tied."""

LONGEST_LINE = 240
"""Characters of a line of the filing that a tie shows."""


def texts_of(filed: Filed, extracts: Sequence[Extract]) -> list[str]:
    """The texts that the extracts admit: their words, and the amounts of their tables written out."""
    return [f"{e.name} {e.text} {restated(filed, e.text)}" for e in extracts]


def cited(
    passages: Sequence[Passage], filed: Filed, extracts: Sequence[Extract], else_admitted: Admitted
) -> tuple[Passage, ...]:
    """The passages, each with the extracts among its sources that alone hold some of its figures, dates, names
    or quotations. `else_admitted` is what all other sources admit.
    """
    texts = dict(zip((e.source for e in extracts), map(plain, texts_of(filed, extracts)), strict=True))

    def sourced(passage: Passage) -> Passage:
        strange = [plain(token).strip(" .,'\"“”") for token in unheld(passage.text, else_admitted)]
        more = [source for source, text in texts.items() if any(t and t in text for t in strange)]
        return replace(passage, sources=tuple(dict.fromkeys([*passage.sources, *more])))

    return tuple(map(sourced, passages))


def ties(filed: Filed, answer: Answer) -> tuple[Tie, ...]:
    """Each figure of the answer that the filing holds in a line on the same subject, in the answer's order."""
    found: dict[str, Tie] = {}
    opened = {e.source for e in answer.filing}
    asked = sentences(answer.comment.text)
    for passage in answer.passages:
        for sentence in sentences(BLANK.sub(" ", passage.text)):
            for said in (f.said for f in figures_in(sentence) if f.said not in found):
                about = " ".join([sentence, *(a for a in asked if said in a)])
                if tie := _tie(filed, said, about, opened):
                    found[said] = tie
    return tuple(found.values())


def _tie(filed: Filed, said: str, about: str, opened: set[str]) -> Tie | None:
    wanted = stems(about)
    for place in find_number(filed, said, about):
        source = f"filing:p{place.page}" if place.page else ""
        rows = filed.rows(place.place)
        head = " ".join(filed.paragraphs[i].text for i in rows[:2])
        near = len(wanted & stems(f"{place.line} {head}"))
        if near >= NEAR or (near and source in opened):
            return Tie(said, source, place.page, place.line[:LONGEST_LINE])
    return None


def references(filed: Filed, comment: Comment, form: str) -> Iterator[Finding]:
    """A finding for each reference of the comment that the filing does not bear out."""
    for one in missed(filed, comment, form):
        message = (
            f"The comment’s {one.said}: {one.why}. Check the reference, and that the file at hand is the "
            "filing under review."
        )
        yield Finding("filing.reference", Severity.NOTE, message, comment.number, evidence=one.said)


def on_the_file(filed: Filed, filing: Filing | None, comments: Sequence[Comment]) -> Iterator[Finding]:
    """Findings on the file as a whole: that it may be another filing, that it prints no page numbers."""
    said = periods(filed)
    if filing and filing.period and said and filing.period not in said:
        message = (
            f"The file at hand says that it is for the period ended {spoken(said[0])}, and the filing under review is "
            f"for that ended {spoken(filing.period)}. Check that it is the right file."
        )
        yield Finding("filing.other", Severity.WARNING, message)
    if not filed.pages and any(c.page or list(pages_named(c.text)) for c in comments):
        message = (
            "The file at hand prints no page numbers that could be told, so the pages that comments name were not "
            "opened. Give the filing as EDGAR has it, or as a PDF."
        )
        yield Finding("filing.unpaged", Severity.NOTE, message)


def contradictions(
    filed: Filed, number: str, told: Sequence[Told], extracts: Sequence[Extract]
) -> Iterator[Finding]:
    """A finding for each figure of counsel's notes for which the opened parts of the filing give another,
    for the same thing and year, and none of them gives the note's own.
    """
    there = [s for part in parts_of(filed, extracts) for s in statements(filed, part)]
    for one in told:
        if one.use in {Use.STATE, Use.CONFIRM} and (found := _other(one, there)):
            message = (
                f"The note says “{one.said}”, and the filing{_on_page(found)} says “{found.line[:LONGEST_LINE]}”. "
                "Which figure is right?"
            )
            yield Finding("filing.figure", Severity.WARNING, message, number, evidence=one.said)


def undecided(filed: Filed, told: Sequence[Told], extracts: Sequence[Extract]) -> tuple[Told, ...]:
    """The sentences, each to whose figure the opened parts of the filing give another marked to be confirmed;
    one that says which is right stands.
    """
    there = [s for part in parts_of(filed, extracts) for s in statements(filed, part)]
    return tuple(_undecided(one, there) for one in told)


def _undecided(one: Told, there: Sequence[Statement]) -> Told:
    if one.use is not Use.STATE or one.redacted or decides(one.said):
        return one
    found = _other(one, there)
    return replace(one, use=Use.CONFIRM, why=f"the filing{_on_page(found)} differs") if found else one


def _other(one: Told, there: Sequence[Statement]) -> Statement | None:
    """What the filing says for a figure of the note in its place."""
    return next((found for said in said_in(one.said) if (found := rival(said, there))), None)


def _on_page(found: Statement) -> str:
    return f" on page {found.page}" if found.page else ""


def parts_of(filed: Filed, extracts: Sequence[Extract]) -> list[Part]:
    """The whole pages, Notes and Items that the extracts are taken from."""
    known = {p.source: p for p in (*filed.pages.values(), *filed.notes.values(), *filed.items.values())}
    return [known[source] for source in dict.fromkeys(e.source for e in extracts) if source in known]
