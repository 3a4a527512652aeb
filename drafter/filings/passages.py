"""What a comment points to in the filing: pages, Notes, Items, captions and quoted words, opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.domain import Comment, Extract
from drafter.filings.clipping import clipped
from drafter.filings.figures import figures_in, stands_on
from drafter.filings.filed import Filed, Part
from drafter.filings.words import plain, quotations, stems
from drafter.matters import sentences

MOST = 6
"""Extracts of one comment."""

LONGEST_RANGE = 10
"""Pages of a range that are opened one by one."""

LABEL = r"(?:(?:[A-Z]{1,3}-\s?)?\d{1,4}|[ivxl]{1,7})\b"
PAGES = re.compile(
    rf"\b[Pp]ages?\s+(?P<list>{LABEL}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*(?:[-–—]|to|through)\s*)(?:pages?\s+)?{LABEL})*)"
)
"""Page numbers as comments write them: "page 41", "pages 62-64", "pages F-12, F-13 and F-20"."""

RANGE = re.compile(rf"(?P<from>{LABEL})\s*(?:[-–—]|to|through)\s*(?P<to>{LABEL})")
NOTES = re.compile(
    r"\b(?:[Ff]oot)?[Nn]otes?\s+(?P<list>\d{1,2}\b(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)\d{1,2}\b)*)"
)
ITEMS = re.compile(
    r"\bItem\s+(?P<number>1[0-9]|[1-9])(?P<letter>[A-K]?)\b(?![.-]?\(|[.-]\d)"
    r"(?!\s+of\s+(?:Regulation|Form|Schedule)\b)"
)
"""An Item of the filing, and none of Regulation S-K: "Item 7", not "Item 303", "Item 10(e)", "Item 5-03"."""

ELSEWHERE = re.compile(
    r"[^.;,]{0,12}\b(?:of|in)\s+(?:your|the|that|its)\s+(?:[\w&’'-]+\s+){0,3}?"
    r"(?P<document>response|letter|proxy|release|presentation|website|exhibit|deck|transcript|supplement|"
    r"sustainability|Form\s+(?P<form>[\w-]+(?:/A)?))\b",
    re.I,
)
"""Another document behind a page number: "page 4 of your response letter", "page 12 of your Form 10-Q"."""

FORM = re.compile(r"\bForms?\s+(?P<form>\d{1,2}-[A-Z]{1,2}(?:/A)?|[SF]-\d{1,2}|[A-Z]{2,4}\s?14A)\b")


@dataclass(frozen=True, slots=True)
class Missed:
    """A reference of a comment that the filing does not bear out: its words, and what is wrong with it."""

    said: str
    why: str


@dataclass(frozen=True, slots=True)
class _Pointed:
    """A part that a comment points to, with which words, and the paragraph meant, -1 for none in particular."""

    part: Part
    why: str
    place: int = -1


def passages(filing: Filed, comment: Comment, form: str = "") -> tuple[Extract, ...]:
    """What the filing says where the comment points, at most `MOST` extracts, each bounded in length.

    `form` is the filing's, as "10-K": a comment under another filing's heading opens nothing. Pages come
    first, then Notes and Items, quoted words, and, where none of these is found, the caption over the comment.
    """
    if not concerns(comment, form):
        return ()
    pointed = [*_by_page(filing, comment, form), *_by_name(filing, comment), *_by_quote(filing, comment)]
    if not pointed:
        pointed = list(_by_caption(filing, comment))
    wanted = _subject(comment)
    found: list[Extract] = []
    shown: set[int] = set()
    for one in _once(pointed):
        if one.place in shown:
            continue
        text, places = clipped(filing, one.part, wanted, comment.text, shown)
        shown |= places
        if text and len(found) < MOST:
            found.append(Extract(one.part.source, _named(one.part), text, one.why))
    return tuple(found)


def missed(filing: Filed, comment: Comment, form: str = "") -> tuple[Missed, ...]:
    """References of the comment to pages and Notes that the filing lacks, and to pages on which the words and
    figures of the same sentence do not stand although another page holds them.
    """
    if not concerns(comment, form):
        return ()
    return (*_absent(filing, comment, form), *_misplaced(filing, comment, form))


def concerns(comment: Comment, form: str) -> bool:
    """Whether the comment stands under that form's heading, as far as headings and `form` tell."""
    said = list(forms_in(comment.heading))
    return not said or not form or any(_same_form(s, form) for s in said)


def forms_in(heading: Sequence[str]) -> Iterator[str]:
    """The forms that the first part of a heading names, as "10-K"."""
    yield from (m["form"] for part in heading[:1] for m in FORM.finditer(part))


def pages_named(text: str, form: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """The page numbers that a text names of this filing, each with the span of its reference."""
    for found in PAGES.finditer(text):
        other = ELSEWHERE.match(text, found.end())
        if other and not _is_this(other, form):
            continue
        for label in _listed(found["list"]):
            yield label, found.span()


def _is_this(other: re.Match[str], form: str) -> bool:
    """Whether the document named behind a page number is the filing of that form."""
    if other["form"]:
        return _same_form(other["form"], form)
    return other["document"].lower() == "proxy" and "14A" in form.upper()


def _same_form(one: str, other: str) -> bool:
    """Whether both are one form, amended or not; a draft registration statement may be on any."""
    plain_forms = [re.sub(r"/A$|\s", "", form.upper()) for form in (one, other)]
    return plain_forms[0] == plain_forms[1] or plain_forms[1].startswith("DRS")


def _listed(said: str) -> Iterator[str]:
    done: set[str] = set()
    for found in RANGE.finditer(said):
        first, last = found["from"], found["to"]
        if not (first[-1].isdigit() and last[-1].isdigit()):
            continue
        series = re.sub(r"\s|\d+$", "", first)
        a, b = int(re.sub(r"\D", "", first)), int(re.sub(r"\D", "", last))
        done |= {first, last}
        yield from (f"{series}{n}" for n in range(a, min(b, a + LONGEST_RANGE - 1) + 1))
    yield from (re.sub(r"\s", "", label) for label in re.findall(LABEL, said) if label not in done)


def _labels(comment: Comment, form: str) -> Iterator[str]:
    yield from (label for label, _ in pages_named(comment.text, form))
    for heading in comment.heading:
        yield from (label for label, _ in pages_named(heading))
    yield from re.findall(LABEL, comment.page)


def _by_page(filing: Filed, comment: Comment, form: str) -> Iterator[_Pointed]:
    for label in dict.fromkeys(_labels(comment, form)):
        if part := filing.page(label):
            yield _Pointed(part, f"the comment names page {label}")


def _by_name(filing: Filed, comment: Comment) -> Iterator[_Pointed]:
    said = " \n ".join((*comment.heading[1:], comment.text))
    for found in NOTES.finditer(said):
        for number in re.findall(r"\d+", found["list"]):
            if part := filing.note(number):
                yield _Pointed(part, f"the comment names Note {number}")
    for found in ITEMS.finditer(said):
        if part := filing.item(found["number"] + found["letter"]):
            yield _Pointed(part, f"the comment names {part.name}")


def _by_quote(filing: Filed, comment: Comment) -> Iterator[_Pointed]:
    for quote in quotations(comment.text):
        places = list(filing.holding(quote))
        if places:
            yield _Pointed(_around(filing, places[0]), f"it holds the words “{quote[:80]}”", places[0])


def _around(filing: Filed, place: int) -> Part:
    """The page of that place, or, where the filing prints none, the paragraph alone."""
    label = filing.page_of(place)
    page = filing.page(label) if label else None
    return page or Part("filing", "the filing", "", place, place + 1)


def _by_caption(filing: Filed, comment: Comment) -> Iterator[_Pointed]:
    """The page under the caption over the comment, where the filing has one like it."""
    for caption in reversed(comment.heading[1:]):
        words = plain(re.sub(r",?\s*pages?\s+\S+$", "", caption))
        if len(words) < 5:
            continue
        under = [i for i, p in enumerate(filing.paragraphs) if p.heading and _same(filing.plain[i], words)]
        if under:
            best = max(under, key=lambda i: len(_subject(comment) & _stems_after(filing, i)))
            yield _Pointed(_from(filing, best), f"it stands under the caption “{caption}”")
            return


def _same(heading: str, caption: str) -> bool:
    trimmed = re.sub(r"^(?:item|note)?\s*\(?\d{1,2}[a-c]?[.):]?\s*[-–—|]?\s*", "", heading).strip(" .:-")
    return trimmed == re.sub(r"^(?:item|note)?\s*\(?\d{1,2}[a-c]?[.):]\s*[-–—|]?\s*", "", caption).strip(
        " .:-"
    )


def _stems_after(filing: Filed, place: int, paragraphs: int = 12) -> frozenset[str]:
    return stems(" ".join(p.text for p in filing.paragraphs[place : place + paragraphs]))


def _from(filing: Filed, place: int, paragraphs: int = 40) -> Part:
    """The stretch that begins with that heading, cited by its page where that is known."""
    label = filing.page_of(place)
    page = filing.page(label) if label else None
    end = min(place + paragraphs, len(filing.paragraphs))
    source, name = (page.source, page.name) if page else ("filing", "the filing")
    return Part(source, name, "", place, end)


def _once(pointed: Sequence[_Pointed]) -> Iterator[_Pointed]:
    seen: set[tuple[str, int]] = set()
    for one in pointed:
        key = (one.part.source, one.part.start)
        if key not in seen:
            seen.add(key)
            yield one


def _named(part: Part) -> str:
    return f"{part.name}, {part.title}" if part.title else part.name


def _subject(comment: Comment) -> frozenset[str]:
    return stems(f"{' '.join(comment.heading[-1:])} {comment.text}")


def _absent(filing: Filed, comment: Comment, form: str) -> Iterator[Missed]:
    for label in dict.fromkeys(_labels(comment, form)):
        if filing.pages and filing.page(label) is None:
            yield Missed(f"page {label}", f"the filing at hand prints no page {label}")
    said = " \n ".join((*comment.heading[1:], comment.text))
    for found in NOTES.finditer(said):
        for number in re.findall(r"\d+", found["list"]):
            if filing.notes and filing.note(number) is None:
                yield Missed(f"Note {number}", f"the filing at hand has no Note {number}")


def _misplaced(filing: Filed, comment: Comment, form: str) -> Iterator[Missed]:
    """Words and figures that a sentence places on one page and that stand on others alone."""
    for sentence in sentences(comment.text):
        labels = [label for label, _ in pages_named(sentence, form)]
        parts = [part for label in labels if (part := filing.page(label))]
        if not parts:
            continue
        where = " and ".join(p.name for p in parts)
        for said, places in _looked_up(filing, sentence):
            if places and not any(p.start <= i < p.end for p in parts for i in places):
                pages = list(dict.fromkeys(filter(None, map(filing.page_of, places))))
                if pages:
                    yield Missed(
                        said, f"it does not stand on {where} of the filing at hand, but on page {pages[0]}"
                    )


def _looked_up(filing: Filed, sentence: str) -> Iterator[tuple[str, list[int]]]:
    for quote in quotations(sentence):
        yield f"“{quote}”", list(filing.holding(quote))
    for figure in figures_in(sentence):
        if figure.kind != "count":
            yield figure.said, list(stands_on(filing, figure))
