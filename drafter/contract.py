"""The JSON that other programs read: plain dicts and lists of the values in domain. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from drafter.authorities import authorities
from drafter.domain import (
    Answer,
    Comment,
    Draft,
    Filing,
    Finding,
    Letter,
    Outcome,
    Pair,
    Precedent,
    Request,
    Review,
    Severity,
)
from drafter.moves import moves_of
from drafter.requests import requests
from drafter.topics import topics

if TYPE_CHECKING:  # a search prints precedents without loading what reads letters
    from drafter.parsing import Paired, Parsed
    from drafter.parsing.reviews import Review as InReview
    from drafter.parsing.standing import Standing
    from drafter.register import Entry

Plain = dict[str, Any]


def letter_shape(path: str, parsed: Parsed, paired: Paired | None = None) -> Plain:
    """One letter as `show` gives it. `paired` adds to each comment the answer found for it."""
    answers = {p.comment: p for p in paired.pairs} if paired else {}  # numbers may begin again
    comments = [p.comment for p in paired.pairs] if paired and not parsed.comments else list(parsed.comments)
    return {
        "path": path,
        **header_shape(parsed.letter),
        "comments": [comment_shape(c, answers.get(c)) for c in comments],
        "unread": [{"text": u.text, "why": u.why} for u in parsed.unread],
    }


def placed_shape(shape: Plain, letter: Letter, review: InReview) -> Plain:
    """A letter as `show` gives it, with its place in its review and where each of its comments stands."""
    stands = ((c, review.standing(letter, c["number"])) for c in shape["comments"])
    return {
        **shape,
        "round": letter.round,
        "review": review.id,
        "released": _day(review.public.get(letter.id) or review.released),
        "comments": [{**c, "standing": _standing(at) if at else None} for c, at in stands],
    }


def _standing(at: Standing) -> Plain:
    return {
        **_outcome(Outcome(at.status, at.basis, at.follow_up, at.closed)),
        "priors": [{"letter": letter, "number": number} for letter, number in at.priors],
    }


def together_shape(path: str, staff: Parsed, paired: Paired) -> Plain:
    """A staff letter with the answers found, the comments left unanswered, and answers to no comment."""
    unasked = [{"numbers": list(r.numbers), "text": r.text} for r in paired.unasked]
    changed = [plain(asdict(d)) for d in paired.differences]
    shape = letter_shape(path, staff, paired)
    return {**shape, "unanswered": list(paired.unanswered), "unasked": unasked, "differences": changed}


def header_shape(letter: Letter) -> Plain:
    """What stands at the head of a letter; what it does not say is null."""
    matter = letter.matter
    return {
        "id": letter.id,
        "side": letter.side.value,
        "kind": letter.kind.value,
        "company": matter.company or None,
        "cik": matter.cik or None,
        "file_numbers": list(matter.file_numbers),
        "sent": _day(letter.sent),
        "answers": [_day(d) for d in letter.answers],
        "filings": [_filing(f) for f in matter.filings],
        "attention": list(letter.attention),
        "round": letter.round,
    }


def comment_shape(comment: Comment, pair: Pair | None = None) -> Plain:
    """A comment with what it asks, cites and is about; `response` is null where none was found."""
    cited = tuple(dict.fromkeys(c.canonical for c in authorities(comment.text)))
    return {
        "number": comment.number,
        "heading": list(comment.heading),
        "page": comment.page or None,
        "text": comment.text,
        "follows": comment.follows,
        "response": pair.response.text if pair else None,
        "response_to": list(pair.response.numbers) if pair else [],
        "requests": [request_shape(r) for r in requests(comment.text)],
        "authorities": list(cited),
        "topics": list(topics(comment.text, comment.heading, cited)),
    }


def request_shape(request: Request) -> Plain:
    """One request; `start` and `end` are word offsets into the comment's text."""
    return {
        "text": request.text,
        "start": request.start,
        "end": request.end,
        "action": request.action,
        "deliverable": request.deliverable,
        "conditional": request.conditional,
        "alternative_of": request.alternative_of,
    }


def precedent_shape(rank: int, precedent: Precedent) -> Plain:
    """A precedent with its place in the list, from 1."""
    pair = precedent.pair
    return {
        "rank": rank,
        "score": round(precedent.score, 4),
        "found_by": list(precedent.found_by),
        "reasons": list(precedent.reasons),
        "pair": pair.id,
        "company": pair.matter.company,
        "cik": pair.matter.cik,
        "sent": _day(pair.sent),
        "source": pair.source,
        "number": pair.comment.number,
        "heading": list(pair.comment.heading),
        "comment": pair.comment.text,
        "response": pair.response.text,
        "close": precedent.close,
        "stances": [move.value for move in moves_of(pair.response.text)],
        **standing_shape(pair),
        "count": 1 + len(precedent.duplicates),
        "duplicates": [
            {"pair": p.id, "company": p.matter.company, "sent": _day(p.sent)} for p in precedent.duplicates
        ],
    }


def standing_shape(pair: Pair) -> Plain:
    """Where a pair stands in its review, and the day from which its letters can have been public."""
    return {
        "review": pair.review,
        "round": pair.round,
        "prior": pair.prior or None,
        "outcome": _outcome(pair.outcome),
        "released": _day(pair.released),
    }


def _outcome(outcome: Outcome) -> Plain:
    later = outcome.follow_up
    return {
        "status": outcome.status.value,
        "basis": outcome.basis,
        "closed": _day(outcome.closed),
        "follow_up": {**asdict(later), "sent": _day(later.sent)} if later else None,
    }


def precedents_shape(precedents: Sequence[Precedent]) -> list[Plain]:
    """The precedents, best first."""
    return [precedent_shape(n, p) for n, p in enumerate(precedents, 1)]


def found_shape(
    precedents: Sequence[Precedent], close: bool, promised: Sequence[Entry] = (), note: str = ""
) -> Plain:
    """What a search gives. `promised` is what the company searched for promised on the subject; `note` says
    what the search could not do, and is there only then.
    """
    shape: Plain = {"precedents": precedents_shape(precedents), "close": close}
    shape |= {"undertakings": [undertaking_shape(e) for e in promised]} if promised else {}
    return {**shape, **({"note": note} if note else {})}


def draft_shape(letter: str, draft: Draft) -> Plain:
    """A draft as `draft` prints it and keeps it beside the letter. `letter` is the path written."""
    provenance = draft.provenance
    return {
        "letter": letter,
        "chat": provenance.chat,
        "answers": [answer_shape(a) for a in draft.answers],
        "findings": [finding_shape(f) for f in draft.findings],
        "provenance": {
            "chat": provenance.chat,
            "prompt": provenance.prompt,
            "library": provenance.library,
            "drafted": provenance.drafted.isoformat(timespec="seconds"),
            "spent": asdict(provenance.spent) if provenance.spent else None,
        },
    }


def answer_shape(answer: Answer) -> Plain:
    """One answer, with its comment verbatim, its passages and what they rest on."""
    return {
        "number": answer.comment.number,
        "comment": answer.comment.text,
        "heading": list(answer.comment.heading),
        "text": answer.text,
        "stance": answer.stance.value,
        "passages": [
            {
                "text": p.text,
                "sources": list(p.sources),
                "answers": list(p.answers),
                "block": p.block,
                "filed": p.filed,
            }
            for p in answer.passages
        ],
        "requests": [request_shape(r) for r in answer.requests],
        "precedents": precedents_shape(answer.precedents),
        "own_positions": precedents_shape(answer.own),
        "filing": [asdict(e) for e in answer.filing],
        "ties": [asdict(t) for t in answer.ties],
        "blanks": list(answer.blanks),
        "unanswered_requests": list(answer.unanswered_requests),
        "block": any(p.block for p in answer.passages),
    }


def finding_shape(finding: Finding) -> Plain:
    """One finding."""
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "comment": finding.comment,
        "message": finding.message,
        "evidence": finding.evidence,
        "span": list(finding.span) if finding.span else None,
    }


def review_shape(made: Review) -> Plain:
    """A review as `review` prints it; a check that was not made is a note too."""
    notes = [
        Finding(u.check, Severity.NOTE, f"Unchecked whether {u.title} ({u.why}).") for u in made.unchecked
    ]
    return {
        "findings": [finding_shape(f) for f in (*made.findings, *notes)],
        "unchecked": [asdict(u) for u in made.unchecked],
    }


def undertaking_shape(entry: Entry) -> Plain:
    """A promise of the register with the letter it stands in; `start` and `end` are word offsets into the
    answer. `standing` is open, overdue, kept or not_found.
    """
    pair = entry.pair
    return {
        "id": entry.id,
        "company": pair.matter.company,
        "sent": _day(pair.sent),
        "pair": pair.id,
        "number": pair.comment.number,
        "source": pair.source,
        **asdict(entry.promise),
        "due": plain(asdict(entry.due)),
        "standing": entry.standing.value,
        "marked": entry.marked,
        "shown_by": entry.filing,
        "evidence": entry.evidence,
    }


def plain(value: object) -> object:
    """Any value of ours as JSON knows it: dates as text, enums as their value, tuples as lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _filing(filing: Filing) -> Plain:
    return {"form": filing.form, "period": _day(filing.period), "filed": _day(filing.filed)}
