"""An opened filing: its paragraphs in order, and the pages, Items and Notes that they make up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from drafter.filings.words import plain


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or row of a table (cells joined by " | ").

    `pages` are the numbers printed on the pages that it stands on, as "41" or "F-12": two where it runs over
    a page's end, none where the filing prints none. `table` counts the filing's tables from 1.
    """

    text: str
    pages: tuple[str, ...] = ()
    table: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of paragraphs, `end` exclusive: "page 41", "Note 13", "Item 7". `source` is its id as a
    passage cites it: "filing:p41", "filing:note13", "filing:item7"; `title` its heading, "" for a page.
    """

    source: str
    name: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Filed:
    """A filing as it can be looked up. Pages, Items ("7A") and Notes ("13") stand in the filing's order.

    Two filings are the same only where they are one object.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    pages: Mapping[str, Part] = field(default_factory=dict)
    items: Mapping[str, Part] = field(default_factory=dict)
    notes: Mapping[str, Part] = field(default_factory=dict)

    def page(self, label: str) -> Part | None:
        """The page on which the filing prints that number; None where there is none."""
        return self.pages.get(label.strip().upper()) or self.pages.get(label.strip().lower())

    def note(self, number: str) -> Part | None:
        """The Note to the financial statements of that number; None where there is none."""
        return self.notes.get(number.strip())

    def item(self, number: str) -> Part | None:
        """The Item of that number, as "7A"; None where there is none."""
        return self.items.get(number.strip().upper())

    def within(self, part: Part) -> Iterator[tuple[int, Paragraph]]:
        """The paragraphs of that part with their places."""
        yield from ((i, self.paragraphs[i]) for i in range(part.start, part.end))

    def text(self, part: Part) -> str:
        """The words of that part, a paragraph or row a line."""
        return "\n".join(p.text for _, p in self.within(part))

    def page_of(self, place: int) -> str:
        """The printed number of the page on which the paragraph at that place begins, "" where unknown."""
        pages = self.paragraphs[place].pages
        return pages[0] if pages else ""

    def holding(self, words: str) -> Iterator[int]:
        """The places of the paragraphs that hold those words, whatever their case, quotes and dashes."""
        said = plain(words)
        yield from (i for i, text in enumerate(self.plain) if said and said in text)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Each paragraph in small letters with straight quotes, hyphens and single spaces."""
        return tuple(plain(p.text) for p in self.paragraphs)

    def rows(self, place: int) -> range:
        """The places of all rows of the table that the paragraph at that place is a row of; else itself."""
        table = self.paragraphs[place].table
        first = last = place
        if table is not None:
            while first and self.paragraphs[first - 1].table == table:
                first -= 1
            while last + 1 < len(self.paragraphs) and self.paragraphs[last + 1].table == table:
                last += 1
        return range(first, last + 1)
