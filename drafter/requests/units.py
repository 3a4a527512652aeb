"""A comment cut into the stretches that are judged one by one: sentences and bulleted points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.requests.verbs import words

_BULLETS = "•·▪■●◦‣⁃➢➤✓\ue000-\uf8ff"

_ABBREVIATIONS = words(
    "no nos inc corp co ltd llc mr ms mrs dr messrs v vs e.g i.e sec st p pp rel cf approx fig jr sr al"
)
"""Words whose full stop ends no sentence."""

_FRESH = words(
    "please tell we you in if refer see also additionally further explain describe revise disclose however "
    "finally similarly alternatively this these it to provide clarify"
)
"""Words that open a sentence even after an abbreviation ("... in the U.S. Please tell us ...")."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a comment: `start` and `end` are characters, `text` is that slice.

    `bullet` says that it opens a bulleted point; `stem` is the index of the unit that the point hangs on
    ("Please tell us:"), -1 for none.
    """

    text: str
    start: int
    end: int
    bullet: bool = False
    stem: int = -1


_STRETCH = re.compile(r"\S(?:.{0,2500}\S)?(?=\s|$)|\S{2500}", re.S)
"""At most so many characters are judged at once, so that no text, however odd, takes long."""


@cache
def _break() -> re.Pattern[str]:
    """Where a new unit may begin: a bullet, a numbered line, or a capital after the end of a sentence."""
    return re.compile(
        rf"(?P<bullet>(?:^|\s)\s{{0,8}}(?:[{_BULLETS}]|\n\s{{0,20}}[-–—*o](?=\s))\s{{0,8}}"
        r"|\n\s{0,20}(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+)"
        r"|(?P<stop>[.?!:][\"”’'`´)\]]*)(?=\s+[\"“‘(\[`]*[A-Z0-9$])(?!(?<=:)\s+\([1ai]\)\s+[a-z])"
        r"|(?P<rest>;)(?=\s+(?:and\s+)?(?:please|tell us|also|further|in addition|if"
        r"|to the extent|explain|describe"
        r"|revise|disclose)\b)"
        r"|(?P<paragraph>[.:;])(?=[^\S\n]{0,20}\n\s{0,40}\S)"
    )


def quoted(text: str) -> list[tuple[int, int]]:
    """Spans of quoted disclosure, in order; an unbalanced straight quote quotes nothing."""
    pattern = r"“[^“”]{1,1500}”"
    if text.count('"') % 2 == 0:
        pattern += r'|"[^"]{1,1500}"'
    return [m.span() for m in re.finditer(pattern, text)]


def _ends_sentence(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` ends a sentence, given what stands before it and at `after`."""
    if text[stop] != ".":
        return True
    before = text[max(0, stop - 12) : stop].rsplit(None, 1)[-1:] or [""]
    word = before[0].lstrip('("“').lower()
    following = re.match(r"[\"“‘(\[]*(\w+)", text[after:])
    if following and following.group(1).lower() in _FRESH:
        return word not in {"mr", "ms", "mrs", "dr"}
    return word not in _ABBREVIATIONS and not re.fullmatch(r"(?:[a-z]\.)*[a-z]", word)


def _breaks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where units end, where the next begins, and whether a bullet opens that one."""
    quotes = quoted(text)
    for match in _break().finditer(text):
        if match["bullet"]:
            yield match.start(), match.end(), True
            continue
        kind = match.lastgroup or "stop"
        mark = match.start(kind)
        inside = any(a < mark and match.end(kind) < b for a, b in quotes)
        if not inside and _ends_sentence(text, mark, match.end()):
            yield match.end(kind), match.end(), False


def units(text: str) -> list[Unit]:
    """The sentences and points of a comment in order, disjoint, without the white space between them."""
    found: list[Unit] = []
    begin, bullet, stem = 0, False, -1
    for end, after, opens in [*_breaks(text), (len(text), len(text), False)]:
        pieces = [*re.finditer(_STRETCH, text[begin:end])]
        for order, piece in enumerate(pieces):
            opening = bullet and order == 0
            start = begin + piece.start()
            found.append(
                Unit(piece.group(), start, start + len(piece.group()), opening, stem if opening else -1)
            )
        if not pieces and bullet and not opens:
            continue
        if opens and not bullet_list_goes_on(found):
            stem = len(found) - 1
        begin, bullet = after, opens
    return found


def bullet_list_goes_on(found: list[Unit]) -> bool:
    """Whether the unit before a new bullet belongs to a list already, so that the stem stays the same."""
    if not found:
        return False
    last = found[-1]
    if last.text.endswith(":"):
        return False
    return any(u.bullet for u in found[-6:])
