"""What lawyers name: frozen values, no I/O. Everything else in drafter is a function over these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Self

BLANK = re.compile(r"\[●(?::\s*([^\[\]]*))?\]")
"""A fact only the client can give: `[●]`, or `[●: what is needed]`."""


class Side(StrEnum):
    """Who wrote a letter."""

    STAFF = "staff"
    COMPANY = "company"


class Kind(StrEnum):
    """What a letter is for."""

    COMMENTS = "comments"
    RESPONSE = "response"
    REVIEW_COMPLETED = "review_completed"
    NO_REVIEW = "no_review"
    ACCELERATION = "acceleration"
    EXTENSION = "extension"
    SUPPLEMENTAL = "supplemental"
    OTHER = "other"


class Role(StrEnum):
    """What one line of a letter is. Every line has exactly one."""

    FURNITURE = "furniture"  # letterhead, page number, running header or footer, blank rule
    OPENING = "opening"  # caption, date, delivery, addressee, Re: block, salutation, introduction
    HEADING = "heading"  # carried over or the staff's own: form, section, page
    COMMENT = "comment"
    RESPONSE = "response"
    CLOSING = "closing"  # acknowledgements, contact sentence, signature, cc
    ANNEX = "annex"  # whatever follows the signature under its own title
    UNREAD = "unread"  # nothing above: shown to the user, never dropped


class Move(StrEnum):
    """What an answer does; the first of an answer's moves is its stance."""

    COMPLY_FUTURE = "comply_future"
    COMPLY_NOW = "comply_now"
    EXPLAIN = "explain"
    PUSH_BACK_IMMATERIAL = "push_back_immaterial"
    PUSH_BACK_NOT_REQUIRED = "push_back_not_required"
    PUSH_BACK_NOT_USED = "push_back_not_used"
    CORRECT_ERROR = "correct_error"
    CONFIRM = "confirm"
    ANALYSIS = "analysis"
    SUPPLEMENTAL = "supplemental"
    REFER = "refer"


class Status(StrEnum):
    """Where a comment stands with the staff."""

    OPEN = "open"
    ANSWERED = "answered"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"


class Severity(StrEnum):
    """How much a finding matters: an error must be mended before anything is filed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter with its looks: a paragraph, a heading, a line kept short on purpose, a table row.

    Readers join wrapped lines, drop empty ones, squeeze white space to single spaces and open list items
    with "• " or their number ("1. We note ..."), also where number or bullet had a table cell to itself.
    `bold`, `italic` and `underlined` say that nearly all its letters are so; digits and signs do not count.
    `lead` is the number of leading characters set apart in any of these ways before the first plain letter:
    0 where the first letter is plain, len(text) where none is, between for a run-in label such as
    "Response: We ..." or a recital that runs on into a plain answer.
    `table` numbers the table the line is a row of (cells joined by " | "), `page` the page it stands on
    from 1, in HTML counted by its page breaks; None where there is none. A sentence that runs over a page
    break is two lines, with the page's running header between them.
    """

    text: str
    bold: bool = False
    italic: bool = False
    table: int | None = None
    page: int | None = None
    underlined: bool = False
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Filing:
    """A filing under review. `form` as "10-K", "10-Q", "S-1", "DRS"; unknown dates are None."""

    form: str
    period: date | None = None
    filed: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One review of a company's filings. `cik` has ten digits or is ""."""

    company: str = ""
    cik: str = ""
    file_numbers: tuple[str, ...] = ()
    filings: tuple[Filing, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What EDGAR says of a letter beside its text: whose it is, its day, and the day it was made public."""

    matter: Matter = Matter()
    filed: date | None = None
    released: date | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `id` is the accession number where known, else a digest of its bytes."""

    id: str
    side: Side
    kind: Kind
    matter: Matter
    sent: date | None = None
    answers: tuple[date, ...] = ()  # a company letter: dates of the staff letters it answers
    round: int = 1
    attention: tuple[str, ...] = ()  # staff letter: contacts to write to; company letter: whom it names
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """One numbered staff comment: `text` alone, without number, heading or page furniture.

    `heading` is the path from the form down; `page` the filing's page named in it, "" for none.
    `lines` is the half-open range of the letter's lines it came from. `follows` is the number of the prior
    comment that it returns to.
    """

    letter: str
    number: str
    text: str
    heading: tuple[str, ...] = ()
    page: str = ""
    lines: tuple[int, int] = (0, 0)
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A company's answer to one or more comments, without its label or page furniture."""

    letter: str
    numbers: tuple[str, ...]
    text: str
    lines: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The later comment in which the staff came back on an answer: its letter's id and date, and its text."""

    letter: str
    number: str
    text: str
    sent: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an answer. `basis` says in words on what `status` rests.

    A completed review closes all its comments (`closed` is the day), also those that the staff had come back
    on before (`follow_up`): an answer was taken as given where it is closed and has no follow-up.
    """

    status: Status = Status.ANSWERED
    basis: str = ""
    follow_up: FollowUp | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A staff comment and the company's answer. `sent` is the date of the response letter.

    `id` is stable: the same letter read again gives the same id. `source` is the path of the response letter
    as the user added it. `review` is the id of the first letter known of its review and `round` its place in
    it; `prior` is the id of the pair of an earlier round that the comment returns to, "" for none. `released`
    is the first day on which the letters of the review can have been public; None where no date is known.
    """

    id: str
    matter: Matter
    comment: Comment
    response: Response
    sent: date | None = None
    source: str = ""
    industry: str = ""  # SIC code, "" where unknown
    review: str = ""
    round: int = 1
    prior: str = ""
    outcome: Outcome = Outcome()
    released: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a comment asks for. `start` and `end` are word offsets into comment.text.split().

    `conditional` is the condition's own words; `alternative_of` the index of the request that this one may
    replace. `timing` is "future" (filings to come), "now" (an amendment) or ""; `object` what is asked for,
    without the directive: "the percentage by which fair value exceeded carrying value".
    """

    text: str
    start: int
    end: int
    action: str
    deliverable: str
    conditional: str | None = None
    alternative_of: int | None = None
    timing: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class Precedent:
    """A pair found for a comment. `score` is in [0, 1], 1 best; `close` says it is near enough to rely on.

    `duplicates` are pairs that it stands for too: their comments are the same but for names, numbers and dates.
    """

    pair: Pair
    score: float
    found_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    close: bool = True
    duplicates: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """What the filing under review says at a place that a comment points to.

    `source` is the place as passages cite it: "filing:p41", "filing:note13", "filing:item7"; `name` the place
    in words; `text` its paragraphs, one a line (cells of a table joined by " | "), "[...]" where some are left
    out; `why` what of the comment opens it.
    """

    source: str
    name: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure of an answer and the line of the filing that holds it. `source` is as in Extract, "" where
    the filing prints no page there; `page` the printed number.
    """

    figure: str
    source: str
    page: str
    line: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an answer. `sources` name where each statement comes from: "comment", "fact:3",
    "matter", "precedent:<pair id>" (structure only), "own:<pair id>", "law", "filing:p41" (the page's printed
    number), "filing:note13". `answers` are indices of the comment's requests. `block` marks proposed
    disclosure, set apart and indented in the letter; `filed` are the lines of the filing that the block
    revises, "" for none; `unmarked` is what a medium without underlining says in place of a text that tells
    of it, "" where the text does for all.
    """

    text: str
    sources: tuple[str, ...] = ()
    answers: tuple[int, ...] = ()
    block: bool = False
    filed: str = ""
    unmarked: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something counsel should see. `comment` is the comment's number, "" for the letter as a whole.

    `span` is the half-open range of the letter's lines that it is about, `evidence` the words themselves.
    """

    check: str
    severity: Severity
    message: str
    comment: str = ""
    span: tuple[int, int] | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A check that was not made: what it would have shown (`title`), and `why` it could not be."""

    check: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a review of a letter found, errors first, and what it could not check."""

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The draft answer to one comment. `own` are the company's earlier pairs on the subject, `filing` what
    the filing under review says where the comment points, `ties` the answer's figures that stand in it.
    """

    comment: Comment
    stance: Move
    passages: tuple[Passage, ...]
    requests: tuple[Request, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    own: tuple[Precedent, ...] = ()
    filing: tuple[Extract, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def text(self) -> str:
        """The answer as one text, its passages apart by an empty line."""
        return "\n\n".join(p.text for p in self.passages)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What each blank asks for, in order; "" for a bare `[●]`."""
        return tuple((m.group(1) or "").strip() for m in BLANK.finditer(self.text))

    @property
    def unanswered_requests(self) -> tuple[int, ...]:
        """Indices of requests that no passage answers."""
        answered = {i for p in self.passages for i in p.answers}
        return tuple(i for i in range(len(self.requests)) if i not in answered)


@dataclass(frozen=True, slots=True)
class Fact:
    """One note of counsel's for one comment. `id` is "fact:N", N counting through the notes from 1.

    `held` says why the note must stay out of the letter ("" for none); `redacted` that it goes in as [***]
    in the public version (Rule 83); `tentative` that it is to be confirmed and so becomes a blank.
    """

    id: str
    comment: str
    text: str
    held: str = ""
    redacted: bool = False
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who signs, is copied or is called. Unknown parts are ""."""

    name: str = ""
    title: str = ""
    entity: str = ""
    firm: str = ""
    on_behalf_of: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class MatterFile:
    """What counsel says of the matter (matter.toml). Every part may be missing: "" or None or ().

    `filings` are those under review, the main one first; `next_annual` and `next_interim` the next periodic
    reports, where promised disclosure falls due. `stances` are counsel's own choices, by comment number.
    `terms` are the defined terms: company, staff, commission, filing, filing_2, amendment. `unknown` says of
    each key that drafter does not know that it was left aside. `document` is the path of the main filing
    itself, from the matter file on. `letterhead` is whose the letter is, "company" or "counsel".
    """

    company: str = ""
    cik: str = ""
    address: tuple[str, ...] = ()
    fiscal_year_end: str = ""
    fiscal_year_names: tuple[tuple[date, str], ...] = ()
    filings: tuple[Filing, ...] = ()
    file_number: str = ""
    next_annual: Filing | None = None
    next_interim: Filing | None = None
    amendment: tuple[tuple[str, str], ...] = ()
    staff_date: date | None = None
    sent: date | None = None
    delivery: str = ""
    submission_type: str = ""
    letterhead: str = ""
    rule_83: tuple[tuple[str, str], ...] = ()
    signatory: Person = field(default_factory=Person)
    counsel: Person = field(default_factory=Person)
    attorneys: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    recital: str = ""
    label: str | None = None
    person: str = "company"
    format: str = ""
    learn_from: str = ""
    stances: tuple[tuple[str, Move], ...] = ()
    confidential: bool = False
    unknown: tuple[str, ...] = ()
    document: str = ""

    def term(self, name: str, default: str) -> str:
        """The defined term of that name, else `default`."""
        return dict(self.terms).get(name, default)


@dataclass(frozen=True, slots=True)
class Spent:
    """What calls to a chat took: asks sent, replies remembered from before, tokens as the chat counts them
    (0 where it does not say), and seconds waited, those of parallel calls added up. `cost` is in the currency
    of the prices that are set, None where none is.
    """

    asked: int = 0
    remembered: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    cost: float | None = None

    def and_(self, more: Spent) -> Spent:
        """Both together, still without a cost."""
        return Spent(
            self.asked + more.asked,
            self.remembered + more.remembered,
            self.tokens_in + more.tokens_in,
            self.tokens_out + more.tokens_out,
            self.seconds + more.seconds,
        )


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a draft came to be, so that it can be explained a year later. Digests are hexadecimal.

    `spent` is None for a draft without a chat.
    """

    chat: str
    prompt: str
    library: str
    drafted: datetime
    spent: Spent | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A response letter in the making: the staff letter it answers, an answer a comment, and findings.

    `facts` are the notes it was made from, those held back and redacted among them; no letter shows them.
    """

    letter: Letter
    matter: MatterFile
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    provenance: Provenance
    facts: tuple[Fact, ...] = ()

    @property
    def blanks(self) -> tuple[str, ...]:
        """What every blank of every answer asks for, in order."""
        return tuple(b for a in self.answers for b in a.blanks)

    @classmethod
    def of(cls, letter: Letter, answers: tuple[Answer, ...], provenance: Provenance) -> Self:
        """A draft without a matter file and without findings."""
        return cls(letter, MatterFile(), answers, (), provenance)
