"""A numbered list in a note: what leads to it, and its items, which stay together and in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.language.articles import Setting, many, subject_of
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.shaping import sentence
from drafter.matters import sentences

_MARK = re.compile(
    r"(?:(?<=[:;,.])|(?<=\band)|(?<=\bor)|(?<=\bbecause)|(?<=\bthat)|(?<=\bare)|(?<=\bwere)|^)\s+(?:\(?(?P<closed>\d{1,2}|[a-h]|i{1,3}|iv|v)\)|(?P<dotted>\d)\.)\s+"
    r"(?=[\w$“\"(])"
)
"""The number of an item: “1)”, “(b)”, “2. ”. Not: “Rule 12b-2(a)”, “Note (1)”."""
_ROMAN = ("i", "ii", "iii", "iv", "v")
_LEADS = re.compile(r"[:,]$|\b(?:because|that|of|are|is|were|was|by|on|for|including)$")
"""How the words before a list end that goes on from them."""
_JOINT = re.compile(r"[\s;,.]*(?:\band|\bor)?[\s;,.]*$")
_FURTHER = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Series:
    """A list in running text: the sentences before its lead, the lead without its colon, the items without their
    numbers, and what follows the last of them.
    """

    before: str
    lead: str
    items: tuple[str, ...]
    after: str


FEWEST = 2
"""Items of a list."""
SHORTEST = 2
"""Words of an item; “(a) and (b)” names paragraphs of a rule."""


def series_in(text: str) -> Series | None:
    """The list that is numbered from one on behind a lead that ends in a colon or goes into it; None for none."""
    marks = _numbered(list(_MARK.finditer(text)))
    if len(marks) < FEWEST:
        return None
    ends = [m.start() for m in marks[1:]] + [len(text)]
    items = [_JOINT.sub("", text[m.end() : end]).strip() for m, end in zip(marks, ends, strict=True)]
    last, *rest = _FURTHER.split(text[marks[-1].end() :].strip(), maxsplit=1)
    items[-1] = last.rstrip(" .;")
    if any(len(i.split()) < SHORTEST for i in items):
        return None
    head = sentences(text[: marks[0].start()].strip()) or ("",)
    lead = head[-1].rstrip()
    if not _LEADS.search(lead):
        return None
    return Series(" ".join(head[:-1]), lead.rstrip(" :,"), tuple(items), rest[0] if rest else "")


def _numbered(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count on from one, of one kind."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if _value(mark) == len(found) + 1 and (not found or bool(found[0]["dotted"]) == bool(mark["dotted"])):
            found.append(mark)
    return found


def _value(mark: re.Match[str]) -> int:
    said = mark["closed"] or mark["dotted"]
    if said.isdigit():
        return int(said)
    return _ROMAN.index(said) + 1 if said in _ROMAN else ord(said) - ord("a") + 1


def written(lead: str, items: Sequence[str], setting: Setting) -> str:
    """The list as one sentence of the letter, its items numbered and in their order, each as a clause if it is one."""
    said = [f"({n}) {_item(item, setting)}" for n, item in enumerate(items, 1)]
    joined = "; ".join(said[:-1]) + f"; and {said[-1]}" if len(said) > 1 else said[0]
    return f"{_led(lead, setting)}: {joined}."


def _item(item: str, setting: Setting) -> str:
    return lowered(sentence(item, setting).rstrip("."))


_NAMED = re.compile(r"^(?:the |our |its )?(?P<noun>[A-Za-z][\w-]*(?: [\w-]+){0,3})$")
_LOOKED_AT = re.compile(r"^(?P<noun>[A-Za-z][\w -]*?) (?P<who>we|the Company) (?P<did>.+)$")


def _led(lead: str, setting: Setting) -> str:
    """The lead as a clause: “Reasons” -> “The reasons are as follows”."""
    if is_clause(lead):
        return sentence(lead, setting).rstrip(".")
    noun = _NAMED.match(lead) or _LOOKED_AT.match(lead)
    if noun is None:
        return sentence(lead, setting).rstrip(".")
    name = f"the {lowered(lead)}" if many(noun["noun"]) and not lead.lower().startswith("the ") else lead
    subject = name if many(noun["noun"]) else subject_of(lead, setting)
    return f"{raised(subject)} {'are' if many(noun['noun']) else 'is'} as follows"
