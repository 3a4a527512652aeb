"""What a letter template sees: LetterView and its parts, and nothing else. All text is plain text.

Every string is free of control characters and is escaped by the renderer that prints it; a template need not
escape. A fact that is missing stands as a visible blank, `[●: what is needed]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from drafter.domain import BLANK
from drafter.filings.comparing import Change


class BlockKind(StrEnum):
    """How one stretch of text is set."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `number` says that it is set flush right, `head` that it heads its column."""

    text: str
    number: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a bullet or a table.

    `text` is the paragraph, the bullet without its mark, or "" for a table; `mark` is the bullet's own mark
    as written ("•", "-", "(a)"); `rows` are a table's; `proposed` says that it is proposed disclosure, to be
    set apart and indented. `changes` are the same words marked against the filed ones, or the wording for media
    that can underline and strike out; () where there is nothing to mark, and always for a table.
    """

    kind: BlockKind
    text: str = ""
    mark: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    proposed: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingNote:
    """What the filing says where the comment points: the place in words, why it was opened, and its words."""

    place: str
    why: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class TieNote:
    """A figure of the answer, the place of the filing that holds it, and the line there."""

    figure: str
    place: str
    line: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a passage's statements come from: its first words, and its sources in words."""

    passage: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrecedentNote:
    """A letter behind an answer: whose, its date in words, the comment's number, and why it was chosen."""

    company: str
    date: str
    number: str
    why: str
    close: bool
    source: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class FindingNote:
    """Something counsel should see. `severity` is "error", "warning" or "note"."""

    severity: str
    check: str
    message: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What counsel should know of one answer, and what never enters the letter.

    `stance` is the answer's move in words; `precedents` are other companies' letters, `own` the company's
    earlier positions; `filing` is what the filing says where the comment points, `ties` the figures that stand
    in it; `open_requests` are the staff's requests that no passage answers; `blanks` what each
    blank asks for.
    """

    stance: str = ""
    sources: tuple[SourceNote, ...] = ()
    precedents: tuple[PrecedentNote, ...] = ()
    own: tuple[PrecedentNote, ...] = ()
    findings: tuple[FindingNote, ...] = ()
    filing: tuple[FilingNote, ...] = ()
    ties: tuple[TieNote, ...] = ()
    open_requests: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One comment with its answer, as they stand in the letter.

    `headings` are those to print above the comment (none where they stand already above the one before);
    `label` is printed between comment and answer, "" for none.
    """

    number: str
    headings: tuple[str, ...]
    comment: tuple[Block, ...]
    label: str
    answer: tuple[Block, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class LetterView:
    """A response letter, ready to be set. The fields stand in the order of the letter.

    `legend` (first page) and `running_legend` with `control` (each page) are the marks of Rule 83, empty
    without it. `unstyled_convention` is the recital convention for media without bold and italic type.
    `delivery_first` says that the delivery line stands above the date.
    `parting` is the line of signs between the last answer and the end, "" for none.
    `defined` are the terms that `introduction` defines in quotation marks. `heading_looks` and `label_looks`
    are words such as "bold underline", "" for the template's own looks. `findings` are those on the letter
    as a whole.
    """

    legend: tuple[str, ...]
    running_legend: str
    control: str
    letterhead: tuple[str, ...]
    date: str
    delivery: str
    addressee: tuple[str, ...]
    attention: tuple[str, ...]
    re: tuple[str, ...]
    salutation: str
    introduction: tuple[str, ...]
    convention: str
    unstyled_convention: str
    items: tuple[Item, ...]
    contact: str
    closing: str
    signature: tuple[str, ...]
    copies: tuple[str, ...]
    recital_bold: bool
    recital_italic: bool
    defined: tuple[str, ...]
    company: str
    submission_type: str
    findings: tuple[FindingNote, ...]
    chat: str
    drafted: datetime
    attention_label: str = "Attention:"
    re_label: str = "Re:"
    copies_label: str = "cc:"
    parting: str = "* * *"
    delivery_first: bool = False
    heading_looks: str = ""
    label_looks: str = ""

    @property
    def letter_blanks(self) -> tuple[str, ...]:
        """What each blank outside the answers asks for, in the order of the letter."""
        opening = (*self.letterhead, self.date, self.delivery, *self.attention, *self.re, *self.introduction)
        texts = (*self.legend, *opening, self.contact, *self.signature, *self.copies)
        return tuple((m[1] or "").strip() for t in texts for m in BLANK.finditer(t))
