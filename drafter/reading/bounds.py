"""How much a document may hold before reading refuses it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one document holds. `what` names it in messages; each count's unit is in its name.

    `html_bytes` and `text_bytes` are those of one format, `signs` and `seconds` (of processor time) those of
    a PDF, `part_bytes` and `part_tags` those of one part of a Word file.
    """

    what: str
    all_bytes: int
    lines: int
    html_bytes: int
    html_tags: int
    text_bytes: int
    text_lines: int
    pages: int
    signs: int
    seconds: float
    part_bytes: int
    part_tags: int

    def refusal(self, document: str) -> str:
        """Why a document over a bound is refused, and what to do."""
        return f"{document} is larger than any {self.what}: give the {self.what} without its exhibits."


LETTER = Bounds(
    "letter",
    all_bytes=40_000_000,
    lines=30_000,  # the longest measured has 3,000
    html_bytes=8_000_000,  # the largest correspondence on EDGAR stays below
    html_tags=250_000,  # a letter of 450 kB has 10,000
    text_bytes=5_000_000,  # a thousand pages of text
    text_lines=100_000,
    pages=400,
    signs=600_000,
    seconds=6.0,  # a letter of 400 pages takes 4
    part_bytes=12_000_000,  # the text of a long response letter takes 2 MB; images are not unpacked
    part_tags=600_000,  # the text of a long response letter has 60,000
)
"""A letter to or from the staff, its attachments included."""

FILING = Bounds(
    "filing",
    all_bytes=80_000_000,  # a full submission with its exhibits and data files
    lines=150_000,
    html_bytes=40_000_000,  # an annual report with inline XBRL has 5 to 20 MB
    html_tags=1_500_000,
    text_bytes=20_000_000,
    text_lines=400_000,
    pages=1_000,
    signs=3_000_000,
    seconds=45.0,  # 300 pages take 10
    part_bytes=40_000_000,
    part_tags=2_000_000,
)
"""A periodic report or registration statement, which is far longer than any letter."""
