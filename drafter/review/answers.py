"""Whether each thing asked is answered, and whether an answer leads anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.domain import Request, Severity
from drafter.parsing.alignment import plain_words
from drafter.requests import requests
from drafter.review.reviewed import Mark, Reply, Reviewed, Sentence, excerpt

COVERED = 0.25
"""The share of a request's own words that an answer to it takes up, at the least."""

FEW = 4
"""A request with fewer words of its own is not judged by them."""

_STOP = frozenset(
    str.split(
        "a an the and or of to in on for with by at from as is are was were be been being that this these "
        "those it "
        "its their your you our we us please tell explain describe revise disclose clarify provide include "
        "discuss "
        "expand address identify quantify consider ensure confirm whether how why what which when where if "
        "any all "
        "each such also not no do does did has have had may can could should would will response disclosure "
        "disclosures filing filings future staff company more detail further addition regard regarding "
        "related "
        "about than other both including information following respond necessary appropriate us"
    )
)
_SEE = re.compile(
    r"\b(?:see|refer(?:s|red)?(?: the staff)?(?: to)?|direct(?:s|ed)?(?: the staff)?(?: to)?|contained in"
    r"|included in"
    r"|set forth in|discussed in|described in|provided in|noted in|stated in|explained in|mentioned in"
    r"|indicated in|outlined in"
    r"|given in|to)\s+(?:also\s+)?(?:its |our |the |company[’']s )*"
    r"(?:responses?|answers?)\s+to\s+(?:the\s+)?(?:staff[’']s\s+)?(?:prior\s+)?"
    r"(?:comments?|questions?)\s+(?:no\.?\s*|numbers?\s+|nos\.?\s*|#\s*)?"
    r"(?P<numbers>\d{1,3}(?:(?:,\s*|,?\s+and\s+)\d{1,3}\b(?!\s*[,%]?\d))*)(?P<more>[^.;\n]{0,60})"
    r"|\b(?:see|refers?(?: the staff)? to)\s+(?:also\s+)?(?:our\s+|the\s+)*"
    r"[Rr]esponses?\s+(?:No\.?\s*|Nos\.?\s*|#\s*)?(?P<bare>\d{1,3})\b(?P<rest>[^.;\n]{0,60})",
    re.I,
)
"""Examples: "see our response to comment 3 above", "refer the Staff to the response to Comment No. 2"."""

_OTHER_LETTER = re.compile(
    r"\b(?:prior|previous|earlier|initial|first|original)\b|\b(?:letter|response)s?\s+(?:dated|of|submitted"
    r"|filed)"
    r"|\bletter\b|\b(?:19|20)\d\d\b",
    re.I,
)
_AMEND = re.compile(
    r"\b(?:please|must|should|you (?:will )?need to)\b[^.;]{0,60}\b(?:amend|file an amend\w+|re-?file)\b",
    re.I,
)
_ALTERNATIVE = re.compile(r"\bor\b|\bfuture filings\b|\btell us why\b|\bif\b", re.I)
_AMENDED = re.compile(r"\bamend(?:ed|ment|s|ing)?\b|\b10-[KQ]/A\b|\bre-?filed?\b", re.I)
_SHOW = re.compile(
    r"\b(?:provide|show|submit|include|send|furnish)\b[^.]{0,80}\b(?:your\s+|the\s+|a\s+)?"
    r"(?:proposed|draft|intended|revised|sample|example of your)\s+(?:\w+\s+){0,3}"
    r"(?:disclosures?|language|revisions?|changes|text|wording)",
    re.I,
)
"""The staff wants to see the words. Example: "provide us with your proposed disclosure"."""

_ATTACHED = re.compile(
    r"\b(?P<kind>Annex|Appendix|Attachment|Exhibit|Schedule)\s+(?P<name>[A-Z]|\d{1,2})\b(?=[^.]{0,60}\b"
    r"(?:attached|hereto|enclosed|to this letter|to this response)\b)"
    r"|\b(?:attached|enclosed)\b[^.]{0,40}?\bas\s+(?P<kind2>Annex|Appendix|Attachment"
    r"|Exhibit|Schedule)\s+(?P<name2>[A-Z]|\d{1,2})\b",
)
_ORAL = re.compile(
    r"\b(?:as (?:we )?discussed|per our|in our|during our|following our|pursuant to)\b[^.]{0,40}\b"
    r"(?:by )?(?:telephone|phone|call|conversations?|teleconference|discussion with the staff)\b"
    r"|\b(?:phone|telephone) (?:calls?|conversations?|discussions?)\b(?=[^.]{0,80}\bstaff\b)",
    re.I,
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec)"
)
_SUPPLEMENTAL = re.compile(
    r"\bunder separate cover\b|\b(?:furnish|provid|submitt|deliver)\w* supplementally\b"
    r"|\bsupplementally (?:provid|furnish|submit|deliver)(?:ed|ing"
    r"|es)?\b(?! (?:below|herein))"
    r"[^.]{0,60}\b(?:materials?|documents?|analys[ie]s|report|copy|copies|memorand|under)",
    re.I,
)
_RETURN = re.compile(
    r"\bRules? (?:12b-4|418|83)\b|\b200\.83\b|\breturn(?:ed)? (?:of|to)\b|\bconfidential", re.I
)


def covered(reviewed: Reviewed) -> Iterator[Mark]:
    """Requests whose own words the answer hardly takes up."""
    for reply in reviewed.replies:
        said = frozenset(map(_stem, plain_words(reply.text)))
        if _SEE.search(reply.text) and len(reply.text.split()) < 120:
            continue
        asked = requests(reply.comment.text)
        for at, request in enumerate(asked):
            if _alternative(at, request, asked) or request.conditional:
                continue
            share = _share(request, said)
            if share is not None and share < COVERED:
                yield Mark(
                    f"The answer takes up little of what is asked here: “{excerpt(request.text)}”. "
                    "Answer it, or say why not.",
                    reply.comment.number,
                    reply.span,
                    excerpt(request.text),
                )


def _alternative(at: int, request: Request, asked: tuple[Request, ...]) -> bool:
    return request.alternative_of is not None or any(r.alternative_of == at for r in asked)


def _stem(word: str) -> str:
    return word[:6] if word.isalpha() else word


def _share(request: Request, said: frozenset[str]) -> float | None:
    own = {_stem(w) for w in plain_words(request.object or request.text) if w not in _STOP and len(w) > 2}
    return len(own & said) / len(own) if len(own) >= FEW else None


def referrals(reviewed: Reviewed) -> Iterator[Mark]:
    """References to answers that do not exist, or that only refer back."""
    numbers = {n for r in reviewed.replies for n in (*r.numbers, r.comment.number)}
    pointing: dict[str, str] = {}
    for said, target in _references(reviewed):
        if target not in numbers:
            message = f"This refers to the response to comment {target}, which this letter does not have."
            yield Mark.at(said, message)
        elif target == said.comment:
            yield Mark.at(said, f"The answer to comment {target} refers to itself.", Severity.WARNING)
        elif _merely(reviewed, said):
            pointing[said.comment] = target
    for circle in filter(None, (_circle(number, pointing) for number in pointing)):
        yield Mark(
            f"The answers refer to one another and none answers: {' → '.join(circle)}. "
            "Answer the comment in one of them.",
            circle[0],
        )


def _references(reviewed: Reviewed) -> Iterator[tuple[Sentence, str]]:
    """The answers of this letter that an answer refers to."""
    for said in reviewed.spoken:
        for found in _SEE.finditer(said.text):
            around = found.group() + " " + said.text[: found.start()][-80:]
            if not _OTHER_LETTER.search(around):
                yield from ((said, n) for n in re.findall(r"\d+", found["numbers"] or found["bare"]))


def _merely(reviewed: Reviewed, said: Sentence) -> bool:
    """Whether the answer does little but refer."""
    reply = next((r for r in reviewed.replies if r.comment.number == said.comment), None)
    return reply is not None and len(reply.own_text.split()) - len(said.text.split()) < 25


def _circle(start: str, pointing: Mapping[str, str]) -> tuple[str, ...]:
    """The way from an answer back to itself, () where there is none; told once, from its least number."""
    way = [start]
    while (after := pointing.get(way[-1])) and after not in way:
        way.append(after)
    closed = pointing.get(way[-1]) == start and start == min(way, key=int)
    return (*way, start) if closed else ()


def future_only(reviewed: Reviewed) -> Iterator[Mark]:
    """An amendment asked for, and only future filings offered."""
    for reply in reviewed.replies:
        asks = [s for s in re.split(r"(?<=[.;])\s", reply.comment.text) if _AMEND.search(s)]
        if not asks or any(_ALTERNATIVE.search(s) for s in asks) or _AMENDED.search(reply.text):
            continue
        if re.search(r"\bfuture\b|\bnext (?:annual|quarterly|form)\b", reply.text, re.I):
            yield Mark(
                "The staff asks for an amendment and the answer offers future filings only. Amend, or "
                "give the "
                "reason why none is needed.",
                reply.comment.number,
                reply.span,
                excerpt(asks[0]),
            )


def proposed_shown(reviewed: Reviewed) -> Iterator[Mark]:
    """The staff asks to see the words, and no words are shown."""
    for reply in reviewed.replies:
        asks = _SHOW.search(reply.comment.text)
        if asks and not reply.block and not _shown_elsewhere(reply):
            yield Mark(
                f"The staff asks to see the disclosure (“{excerpt(asks.group())}”) and the answer shows "
                f"none. "
                "Set out the proposed text.",
                reply.comment.number,
                reply.span,
                excerpt(reply.own_text),
            )


def _shown_elsewhere(reply: Reply) -> bool:
    return bool(
        _SEE.search(reply.text)
        or re.search(
            r"[“\"][^”\"]{120,}[”\"]|\b(?:annex|appendix|exhibit|attach\w+|amend\w+|below)\b|\bpages?\s+\d",
            reply.text,
            re.I,
        )
    )


def attachments(reviewed: Reviewed) -> Iterator[Mark]:
    """Annexes and exhibits said to be attached that the letter does not hold."""
    titles = {line.text.strip().lower()[:30] for line in reviewed.draft.letter.lines if len(line.text) < 120}
    told: set[str] = set()
    for said in reviewed.spoken:
        for found in _ATTACHED.finditer(said.text):
            name = f"{found['kind'] or found['kind2']} {found['name'] or found['name2']}"
            if name in told or any(t.startswith(name.lower()) for t in titles):
                continue
            told.add(name)
            yield Mark.at(said, f"{name} is said to be attached and is not in the file. Attach it.")


def oral(reviewed: Reviewed) -> Iterator[Mark]:
    """Reliance on a call that is not dated: the staff works from the written record."""
    for said in reviewed.spoken:
        if (found := _ORAL.search(said.text)) and not _DATED.search(said.text):
            yield Mark.at(
                said,
                f"“{found.group()}”: name the person and the date of the call, and write the substance down.",
            )


def supplemental(reviewed: Reviewed) -> Iterator[Mark]:
    """Material given to the staff without a request for its return."""
    if _RETURN.search(reviewed.text):
        return
    for said in reviewed.spoken:
        if found := _SUPPLEMENTAL.search(said.text):
            yield Mark.at(
                said,
                f"“{excerpt(found.group())}”: ask for the return of the material under Rule 12b-4 or Rule "
                f"418, and for "
                "confidential treatment under Rule 83, when it is given.",
            )
