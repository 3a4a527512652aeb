"""What is reviewed: a draft letter beside the staff letter, the matter, the notes and earlier letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from drafter.domain import Comment, Fact, Line, MatterFile, Pair, Role, Severity
from drafter.filings import Filed
from drafter.matters import sentences
from drafter.parsing import Paired, Parsed, pair
from drafter.parsing.alignment import plain_words

__all__ = ["Check", "Mark", "Need", "Reply", "Reviewed", "Sentence", "excerpt"]

FRAME = frozenset({Role.OPENING, Role.CLOSING, Role.ANNEX, Role.UNREAD})

LEADS_IN = re.compile(
    r"(?:\b(?:as follows|(?:set forth|shown|presented|included|provided) below|(?:the )?following"
    r"|(?:will|would|has|have|to|and)\s+(?:\w+\s+){0,2}?(?:add|read|state|say|disclose|replace|insert)(?:ed"
    r"|d|s)?|replac\w+|revis\w+"
    r"|substantially (?:as follows|in the form)|proposed disclosures?|draft disclosures?|revised disclosures?"
    r"|illustrative|example|to read|would read|language|below|adding|state|disclosure|paragraphs?"
    r"|sentences?)\b"
    r"[^.:]{0,160}:\W*$)"
    r"|\b(?:set forth|form|disclosure|example|language|table)\b[^.]{0,60}\b(?:below|as follows)\b[^.]*\.?$",
    re.I,
)
"""A sentence before proposed disclosure. Examples: "will be revised as follows:", "is set forth below."."""

SPEAKS = re.compile(
    r"^(?:(?:In addition|Further|Additionally|Also|Moreover|Accordingly|With respect|In response|Regarding)\b"
    r"[^.]{0,80}?,?\s+)?(?:the\s+company|we|the\s+registrant|the\s+partnership|[A-Z]\w+)\s+"
    r"(?:also\s+|further\s+|respectfully\s+|hereby\s+|supplementally\s+){0,3}"
    r"(?:acknowledges?|advises?|notes?\b(?! payable)|submits?|confirms?\b|refers?\b|undertakes?"
    r"|will\s+include\s+this)"
    r"|\bthe staff\b",
    re.I,
)
"""A line in which the company speaks to the staff again. Example: "The Company also advises the Staff"."""

BREAK = re.compile(r"^\W*\*(?:\s*\*)+\W*$")
"""Stars that set proposed disclosure apart. Example: "* * *"."""

QUOTE_LENGTH = 60
"""Characters of a line that opens with a quotation mark from which it is proposed disclosure."""


LONGEST = 2_000
"""Characters of a sentence that are judged: longer ones are no sentences, and cost time."""

ECHO = 6
"""Words of a line from which it can repeat the comment."""


class Need(StrEnum):
    """What a check cannot do without, in words for the finding that says so."""

    STAFF = "the staff letter"
    MATTER = "the matter file"
    FACTS = "the facts notes"
    OTHERS = "the names of other companies from the library"
    OWN = "the company's own earlier letters"
    FILING = "the filing under review"
    SOURCES = "the facts notes or the filing under review"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, with the line it stands on; `block` where it is proposed disclosure."""

    text: str
    line: int
    comment: str
    block: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer with its comment. `lines` are (index, line) without page furniture; `block` the indices of
    those that are proposed disclosure and not the company speaking to the staff.
    """

    comment: Comment
    text: str
    numbers: tuple[str, ...]
    lines: tuple[tuple[int, Line], ...]
    block: frozenset[int]

    @property
    def span(self) -> tuple[int, int] | None:
        """The half-open range of the letter's lines."""
        return (self.lines[0][0], self.lines[-1][0] + 1) if self.lines else None

    @property
    def own_text(self) -> str:
        """What the company says to the staff, proposed disclosure left out."""
        return "\n".join(line.text for i, line in self.lines if i not in self.block)

    @property
    def block_text(self) -> str:
        """The proposed disclosure, "" where there is none."""
        return "\n".join(line.text for i, line in self.lines if i in self.block)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences outside tables, in order."""
        return tuple(
            Sentence(text[:LONGEST], i, self.comment.number, i in self.block)
            for i, line in self.lines
            if line.table is None
            for text in sentences(line.text)
        )


@dataclass(frozen=True)
class Reviewed:
    """A draft letter and what it is judged by; None or () for what is not at hand.

    `others` are names of other companies, `own` the company's earlier pairs, `filed` the filing under review.
    """

    draft: Parsed
    staff: Parsed | None = None
    matter: MatterFile | None = None
    facts: tuple[Fact, ...] = ()
    others: tuple[str, ...] = ()
    own: tuple[Pair, ...] = ()
    filed: Filed | None = None

    @cached_property
    def joined(self) -> Paired:
        """The staff's comments with the draft's answers."""
        return pair(self.draft, self.staff)

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """The answers in the order of the comments."""
        return tuple(_reply(self.draft, p) for p in self.joined.pairs)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every answer; of an answer to several comments once."""
        seen: set[int] = set()
        found: list[Sentence] = []
        for reply in self.replies:
            found += [s for s in reply.sentences if s.line not in seen]
            seen |= {i for i, _ in reply.lines}
        return tuple(found)

    @cached_property
    def spoken(self) -> tuple[Sentence, ...]:
        """The sentences in which the company speaks to the staff."""
        return tuple(s for s in self.sentences if not s.block)

    @property
    def frame(self) -> tuple[tuple[int, Line], ...]:
        """The lines before the first and after the last answer: opening, closing, annexes."""
        lines = zip(self.draft.letter.lines, self.draft.roles, strict=True)
        return tuple((i, line) for i, (line, role) in enumerate(lines) if role in FRAME)

    @cached_property
    def text(self) -> str:
        """The whole letter as one text."""
        return "\n".join(line.text for line in self.draft.letter.lines)

    @property
    def sent(self) -> date | None:
        """The letter's date, else the matter file's."""
        return self.draft.letter.sent or (self.matter.sent if self.matter else None)

    @property
    def asked(self) -> date | None:
        """The staff letter's date, from the letter itself, else the matter file."""
        return (self.staff.letter.sent if self.staff else None) or (
            self.matter.staff_date if self.matter else None
        )

    def has(self, need: Need) -> bool:
        """Whether that is at hand."""
        return bool(
            {
                Need.STAFF: self.staff,
                Need.MATTER: self.matter,
                Need.FACTS: self.facts,
                Need.OTHERS: self.others,
                Need.OWN: self.own,
                Need.FILING: self.filed,
                Need.SOURCES: self.facts or self.filed,
            }[need]
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """What a check found: what is wrong and what to do, where, and the words. `severity` None is the
    check's own.
    """

    message: str
    comment: str = ""
    span: tuple[int, int] | None = None
    evidence: str = ""
    severity: Severity | None = None

    @classmethod
    def at(cls, said: Sentence, message: str, severity: Severity | None = None) -> Mark:
        """A mark on that sentence."""
        return cls(message, said.comment, (said.line, said.line + 1), excerpt(said.text), severity)


@dataclass(frozen=True, slots=True)
class Check:
    """One row of CHECKS. `severity` is the gravest finding that it gives; `needs` what it cannot do without;
    `meets` the numbers of the reviewer's list in docs/checks.md that it serves.
    """

    id: str
    title: str
    severity: Severity
    find: Callable[[Reviewed], Iterator[Mark]]
    needs: tuple[Need, ...] = ()
    meets: tuple[int, ...] = ()


def excerpt(text: str, length: int = 160) -> str:
    """The text, or as much of it as shows which one it is."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _reply(draft: Parsed, found: Pair) -> Reply:
    start, stop = found.response.lines
    asked = " ".join(plain_words(found.comment.text))
    kept = tuple(
        (i, draft.letter.lines[i])
        for i in range(start, stop)
        if draft.roles[i] not in (Role.FURNITURE, Role.HEADING) and not _echo(draft.letter.lines[i], asked)
    )
    return Reply(found.comment, found.response.text, found.response.numbers, kept, frozenset(_proposed(kept)))


def _echo(line: Line, asked: str) -> bool:
    """Whether the line repeats a part of the comment, as where bullets are answered one by one."""
    said = plain_words(line.text)
    return len(said) >= ECHO and " ".join(said) in asked


def _proposed(lines: Sequence[tuple[int, Line]]) -> Iterator[int]:
    """The indices of lines that are proposed disclosure."""
    inside = quoted = False
    for i, line in lines:
        text = line.text
        opens = text[:1] in '“"' and len(text) >= QUOTE_LENGTH
        if SPEAKS.search(text[:120]) and not opens:
            inside = quoted = False
        if inside or opens or quoted:
            yield i
        quoted = _left_open(text, quoted)
        inside = not inside if BREAK.match(text) else inside or bool(LEADS_IN.search(text))


def _left_open(text: str, already: bool) -> bool:
    """Whether a quotation runs on after the line."""
    last = max(text.rfind("“"), text.rfind("”"))
    if last >= 0:
        return text[last] == "“"
    return already != bool(text.count('"') % 2)
