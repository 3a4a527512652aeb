"""What counsel sees beside an answer, in words: its sources, the letters behind it, what is open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.business_days import spoken
from drafter.domain import Answer, Finding, Move, Precedent
from drafter.rendering.blocks import one_line
from drafter.rendering.letter_view import FilingNote, FindingNote, Notes, PrecedentNote, SourceNote, TieNote

STANCES = {
    Move.COMPLY_FUTURE: "comply in future filings",
    Move.COMPLY_NOW: "comply now, by amendment",
    Move.EXPLAIN: "explain",
    Move.PUSH_BACK_IMMATERIAL: "push back: not material",
    Move.PUSH_BACK_NOT_REQUIRED: "push back: not required",
    Move.PUSH_BACK_NOT_USED: "push back: not used by management",
    Move.CORRECT_ERROR: "correct an error",
    Move.CONFIRM: "confirm",
    Move.ANALYSIS: "give the analysis",
    Move.SUPPLEMENTAL: "furnish supplementally",
    Move.REFER: "refer to another response",
}

SOURCES = {
    "comment": "the Staff’s comment",
    "matter": "the matter file",
    "law": "the authority cited",
    "counsel": "counsel’s own words in the edited draft",
    "fact": "counsel’s note {}",
    "filing": "the filing, {}",
    "precedent": "structure of {}",
    "own": "the company’s own letter, {}",
}
"""A source's kind in words; {} is what follows its colon."""

WORDS_SHOWN = 12
"""Words of a passage that tell counsel which one is meant."""

EXCERPT = 45
"""Words of an earlier position shown beside an answer."""

FILED = 90
"""Words shown of one place of the filing."""


def notes_on(answer: Answer, findings: Sequence[Finding]) -> Notes:
    """The notes for counsel on one answer; of `findings` those on its comment are taken."""
    letters = {p.pair.id: p for p in (*answer.precedents, *answer.own)}
    return Notes(
        stance=STANCES[answer.stance],
        sources=tuple(
            SourceNote(_opening(p.text, WORDS_SHOWN), tuple(_source(s, letters) for s in p.sources))
            for p in answer.passages
        ),
        precedents=tuple(map(_precedent, answer.precedents)),
        own=tuple(map(_position, answer.own)),
        filing=tuple(FilingNote(one_line(e.name), one_line(e.why), _filed(e.text)) for e in answer.filing),
        ties=tuple(TieNote(one_line(t.figure), _source(t.source, {}), one_line(t.line)) for t in answer.ties),
        findings=findings_in_words([f for f in findings if f.comment == answer.comment.number]),
        open_requests=tuple(one_line(answer.requests[i].text) for i in answer.unanswered_requests),
        blanks=tuple(map(one_line, answer.blanks)),
    )


def findings_in_words(findings: Sequence[Finding]) -> tuple[FindingNote, ...]:
    """Findings as counsel reads them, errors first, in their order otherwise."""
    rank = {"error": 0, "warning": 1, "note": 2}
    said = (FindingNote(str(f.severity), f.check, one_line(f.message)) for f in findings)
    return tuple(sorted(said, key=lambda f: rank[f.severity]))


def _opening(text: str, words: int) -> str:
    all_words = one_line(text).split()
    return " ".join(all_words[:words]) + (" …" if len(all_words) > words else "")


def _filed(text: str) -> str:
    """The first words of a place, its paragraphs and rows apart by a stroke."""
    return _opening(" / ".join(line for line in text.split("\n") if line.strip()), FILED)


def _source(source: str, letters: dict[str, Precedent]) -> str:
    kind, _, which = source.partition(":")
    if which in letters and kind in {"precedent", "own"}:
        which = _named(letters[which])
    which = FILED_AT.sub(lambda m: f"{PLACES[m['kind']]} ", which) if kind == "filing" else which
    words = SOURCES.get(kind, "{}").removesuffix(", {}" if not which else "")
    return one_line(words.format(which) if kind in SOURCES else source)


PLACES = {"p": "page", "note": "Note", "item": "Item"}
FILED_AT = re.compile(r"^(?P<kind>p|note|item)(?=[A-Z0-9]|[ivxl]+$)")
"""A place of the filing as sources name it: "p41", "pF-12", "note13", "item7A"."""


def _named(precedent: Precedent) -> str:
    return ", ".join(filter(None, (precedent.pair.matter.company, _when(precedent), _which(precedent))))


def _when(precedent: Precedent) -> str:
    return spoken(precedent.pair.sent) if precedent.pair.sent else ""


def _which(precedent: Precedent) -> str:
    return f"comment {precedent.pair.comment.number}" if precedent.pair.comment.number else ""


def _precedent(precedent: Precedent) -> PrecedentNote:
    pair = precedent.pair
    return PrecedentNote(
        company=one_line(pair.matter.company) or "company not named",
        date=_when(precedent) or "undated",
        number=one_line(pair.comment.number),
        why=one_line("; ".join(precedent.reasons)),
        close=precedent.close,
        source=one_line(pair.source),
    )


def _position(precedent: Precedent) -> PrecedentNote:
    note = _precedent(precedent)
    said = _opening(precedent.pair.response.text, EXCERPT)
    return PrecedentNote(note.company, note.date, note.number, note.why, note.close, note.source, said)
