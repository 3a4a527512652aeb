"""Where the notes say that something stands: pages of the amendment, and exhibits by number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Comment

_NUMBER = r"(?:[A-Z]{0,2}-?\d{1,4}|[ivxl]{1,6}(?![\w-]))"
_PAGES = re.compile(
    rf"\b(?:[Pp]ages?|[Pp]gs?\.?|[Pp]p?\.) ?"
    rf"(?P<list>{_NUMBER}\b(?:(?:,? and|,| through| to|[-–]| &) ?{_NUMBER}\b(?!\.\d))*)"
)
"""“page 61”, “pp. 2 and 4”, “pages 94-95”."""
BLANK = "page [●: page number]"
BLANKS = "pages [●: page numbers]"


def pages_in(text: str) -> str:
    """The pages that the text names, as "page 61" or "pages 2 and 4"; "" for none."""
    found = _PAGES.search(text)
    if found is None:
        return ""
    said = re.sub(r"\s+", " ", found["list"].replace("–", "-").replace("&", "and"))
    several = re.search(r"[ ,]|\d-\d", said)
    return f"{'pages' if several else 'page'} {said}"


_EXHIBITS = re.compile(
    r"\b[Ee]xh?(?:ibits?\b|s?\.|\b)(?: (?:to|for|with) [^:.;]{2,30})?:? ?(?:No\.? ?)?(?P<list>\d{1,3}(?:\.\d+)?[^;\n]*)"
)
_EXHIBIT_NUMBER = re.compile(
    r"(?:^|[,&]| and) ?(?P<number>\d{1,3}(?:\.\d{1,2})?)(?= ?(?:\(|,|\.(?!\d)|and\b|&|$|--|\s))"
)


def exhibits_in(text: str) -> tuple[str, ...]:
    """The numbers of the exhibits that the text names, in order: "2.1", "10.1"; () for none."""
    found = (
        m["number"]
        for e in _EXHIBITS.finditer(text)
        for m in _EXHIBIT_NUMBER.finditer(_without_labels(e["list"]))
    )
    return tuple(dict.fromkeys(found))


_OF_ONE = re.compile(
    r"\b601\(b\)\((5|8|16|19|2[1-4]|9[567])\)|"
    r"\b[Pp]aragraph ([5-9]|1\d)(?:\(\w\))* of the Instructions as to Exhibits\b"
)


def numbers_of(said: str, comment: Comment, alone: bool = True) -> tuple[str, ...]:
    """The exhibits that the words number, else, for the paper that the comment asks for `alone`, the captions over it
    or the provisions that it cites.
    """
    heading = "\n".join(h for h in comment.heading if h.startswith("Exhibit "))
    return exhibits_in(said) or (exhibits_in(heading) or numbered(comment.text) if alone else ())


def numbered(text: str) -> tuple[str, ...]:
    """The numbers of the exhibits that the Items or paragraphs cited in the text are for, where each is for one."""
    return tuple(dict.fromkeys(item or paragraph for item, paragraph in _OF_ONE.findall(text)))


def _without_labels(numbers: str) -> str:
    """The list without what stands in brackets behind each number."""
    return re.sub(r" ?\([^)]*\)", "", numbers)


def listed(noun: str, numbers: Sequence[str]) -> str:
    """The numbers behind their noun: "Exhibit 10.1", "Exhibits 2.1, 10.1 and 10.2"."""
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    return f"{noun}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def joined(places: Sequence[str]) -> str:
    """Several such places as one: "pages 63 and 71"; "" for none."""
    if len(places) < 2:
        return places[0] if places else ""
    numbers = [p.split(" ", 1)[1] for p in places]
    return f"pages {', '.join(numbers[:-1])} and {numbers[-1]}"


_AMENDMENT = re.compile(
    r"(?:of |in |to )?(?:the )?(?:Amendment(?: No\. ?\d+)?|A-\d|[SF]-\d{1,2}/A-?\d?|Information Statement)\b"
)
_PLACING = frozenset(
    str.split(
        "the a an and also now new text table page disclosure description discussion paragraph language section second "
        "first third last at on in of is are was were has have been be through done redone revised updated added "
        "all taken out gone dropped deleted removed fixed corrected "
        "changed rewritten says so states this discloses "
        "expanded see appears it relevant facts as follows there full our its"
    )
)
"""Words of a note that says no more than where the words were changed."""


def place_only(text: str) -> bool:
    """Whether a note says only where the words stand: “Done, pp. 2 and 4 of Amendment No. 2.”"""
    rest = _AMENDMENT.sub(" ", _PAGES.sub(" ", text))
    return bool(_PAGES.search(text)) and all(w in _PLACING for w in re.findall(r"[\w'$%.]*\w", rest.lower()))
