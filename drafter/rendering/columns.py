"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence

WIDEST_FIGURE = 1700
"""Twips that the longest figure of a letter's table wants, with a blank that says what is needed."""


def column_widths(figures: Sequence[bool], room: int) -> list[int]:
    """A width in twips for each column, together `room`: columns of figures narrow and alike, those of words
    sharing the rest; all alike where no column, or every one, holds figures.
    """
    words = figures.count(False)
    if not words or words == len(figures):
        even = room // max(len(figures), 1)
        return [room - even * (len(figures) - 1)] + [even] * (len(figures) - 1) if figures else []
    narrow = min(WIDEST_FIGURE, room * 2 // 3 // (len(figures) - words))
    wide, rest = divmod(room - narrow * (len(figures) - words), words)
    first = figures.index(False)
    return [narrow if f else wide + (rest if n == first else 0) for n, f in enumerate(figures)]
