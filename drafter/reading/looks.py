"""Runs of one look, gathered into lines: what every reader has in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.domain import Line
from drafter.reading.encodings import WINDOWS

NEARLY_ALL = 0.85
"""Share of a line's letters that must carry a look for the line to carry it: a stray plain word or a lost
bracket does not turn a bold comment into a plain one."""

BULLET = "•"
BULLETS = "•·●▪■○◦‣∙⦁➢➤►§Øü"
"""Signs that stand for a bullet, among them letters that Symbol and Wingdings draw as one."""

GONE = dict.fromkeys(
    (*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFC, 0xFFFE)
)
"""Signs without ink: control codes, soft hyphens, zero-width spaces and joiners, byte order marks."""

LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
"""Letters that a typeface draws as one: a search for "significant" must find them."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a sign beyond the basic plane, which no encoding can hold."""

PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Private-use signs: letters always draw their bullets with them. Example: "\uf0b7 why"."""

UNCLEAN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200d\u2060\ud800-\uf8ff\ufb00-\ufb06\ufeff\ufffc\ufffe]"
)
"""Whatever `clean` changes."""

OPENING_BULLET = re.compile(rf"(?:[{BULLETS}]|o(?=\s{{2}}))(?=\s)(?!§?\s*\d)\s*")
"""A bullet that opens a line. Examples: "· why", "§  why", "o  why". Not: "§ 229.303", "o why"."""

NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]{1,2}|#?\d{1,3}|\(\d{1,3}\)|[*†‡]{1,4}")
"""A cell that only numbers what follows. Examples: "1.", "(a)", "iv)", "12", "**". Not: "Total", "1,204"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. White space in it is as the source has it."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False

    @property
    def plain(self) -> bool:
        """Whether nothing sets it apart."""
        return not (self.bold or self.italic or self.underlined)


def clean(text: str) -> str:
    """The text with inkless signs gone, Windows codes, ligatures and private-use bullets mended, white space kept."""
    if not UNCLEAN.search(text):
        return text
    inked = text.translate(GONE).translate(WINDOWS).translate(LIGATURES)
    return PRIVATE.sub(BULLET, HALVES.sub("", inked))


def is_bullet(text: str) -> bool:
    """Whether a cell holds a bullet and nothing else; "o" and dashes count there."""
    return len(text) == 1 and (text in BULLETS or text in "o-–—*")


def _squeezed(runs: Iterable[Run]) -> list[Run]:
    """The runs with every stretch of white space one space, none at either end."""
    out: list[Run] = []
    spaced = True
    for run in runs:
        words = re.sub(r"\s+", " ", clean(run.text))
        words = words[1:] if spaced and words.startswith(" ") else words
        if words:
            spaced = words.endswith(" ")
            out.append(Run(words, run.bold, run.italic, run.underlined))
    if out and spaced:
        last = out.pop()
        out += [Run(last.text[:-1], last.bold, last.italic, last.underlined)] if last.text[:-1] else []
    return out


def _lead(runs: Sequence[Run]) -> int:
    """How many characters stand before the first plain letter; 0 when the first letter is plain."""
    at = end = 0
    for run in runs:
        lettered = any(map(str.isalpha, run.text))
        if lettered and run.plain:
            return end
        at += len(run.text)
        end = at if lettered else end
    return at if end else 0


def line(runs: Iterable[Run], table: int | None = None, page: int | None = None) -> Line | None:
    """One line of these runs; None when they hold no ink."""
    squeezed = _squeezed(runs)
    text = "".join(r.text for r in squeezed)
    if not text:
        return None
    lead = _lead(squeezed)
    if bullet := OPENING_BULLET.match(text):
        text = f"{BULLET} {text[bullet.end() :]}".rstrip()
        lead = max(0, lead - bullet.end() + 2) if lead else 0
    letters = [(sum(map(str.isalpha, r.text)), r) for r in squeezed]
    total = sum(n for n, _ in letters)

    def carried(look: str) -> bool:
        return bool(total) and sum(n for n, r in letters if getattr(r, look)) >= NEARLY_ALL * total

    return Line(text, carried("bold"), carried("italic"), table, page, carried("underlined"), lead)
