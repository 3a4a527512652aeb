"""The notes for counsel as the short texts that stand in a letter's margin, a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.rendering.letter_view import FindingNote, Item, LetterView, Notes, PrecedentNote

WHERE = "Every blank is a bookmark, Blank_01 onwards: Go To (Ctrl+G), Bookmark finds them in order."


def marginal_notes(item: Item) -> tuple[str, ...]:
    """The notes on one answer, at most five: what to do, the filing, earlier positions, precedents, sources."""
    notes = item.notes
    made = (
        _counsel(item.number, notes),
        _listed("The filing under review, where the comment points:", _filing(notes)),
        _listed(
            "The company’s own earlier position on this subject. Restate it, or bridge it:",
            _letters(notes.own),
        ),
        _listed(
            "Precedents behind this answer. They lend structure only, and prove no company fact:",
            _letters(notes.precedents),
        ),
        _listed("Sources, passage by passage:", _sources(notes)),
    )
    return tuple(filter(None, made))


def on_the_letter(letter: LetterView) -> tuple[str, ...]:
    """The notes on the letter as a whole: its findings, and the blanks outside the answers."""
    found = [*_findings(letter.findings), *_wanted(letter.letter_blanks)]
    if letter.letter_blanks or any(item.notes.blanks for item in letter.items):
        found.append(WHERE)
    return (_listed("Notes to counsel on the letter as a whole:", found),) if found else ()


def _counsel(number: str, notes: Notes) -> str:
    requests = [f"Not answered yet: {r}" for r in notes.open_requests]
    stance = f"Notes to counsel on comment {number}. Stance taken: {notes.stance}."
    return "\n".join((stance, *_findings(notes.findings), *requests, *_wanted(notes.blanks)))


def _listed(title: str, lines: Iterable[str]) -> str:
    kept = list(lines)
    return "\n".join((title, *kept)) if kept else ""


def _findings(findings: Iterable[FindingNote]) -> list[str]:
    return [f"{f.severity.capitalize()} ({f.check}): {f.message}" for f in findings]


def _wanted(blanks: tuple[str, ...]) -> list[str]:
    return [f"Blank to fill: {b or 'see the words around it'}" for b in blanks]


def _letters(notes: Iterable[PrecedentNote]) -> list[str]:
    return [_letter(n, note) for n, note in enumerate(notes, 1)]


def _letter(place: int, note: PrecedentNote) -> str:
    where = ", ".join(
        filter(None, (note.company, note.date, f"comment {note.number}" if note.number else ""))
    )
    why = f": {note.why}" if note.why else ""
    far = "" if note.close else " (not close)"
    said = f" It said: “{note.excerpt}”" if note.excerpt else ""
    return f"{place}. {where}{why}{far}.{said}" + (f" [{note.source}]" if note.source else "")


def _filing(notes: Notes) -> list[str]:
    places = [f"{f.place} ({f.why}): {f.excerpt}" for f in notes.filing]
    return places + [f"“{t.figure}” ties to {t.place}: {t.line}" for t in notes.ties]


def _sources(notes: Notes) -> list[str]:
    return [
        f"“{s.passage}”: {', '.join(s.sources) or 'no source; verify before filing'}" for s in notes.sources
    ]
