"""What a reader sees of a letter's format, part by part, with the facts of its matter taken out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from drafter.domain import Role
from drafter.formats import endings, sentences
from drafter.formats.format import NONE, Format
from drafter.formats.learning import ATTENTION, DELIVERY, SALUTATION, SUBJECT, closing_of, learn, opening_of
from drafter.formats.number import about, on_filings
from drafter.formats.slots import DATE, TANDY, masked
from drafter.parsing import Parsed

APART = frozenset({"terms", "speaker", "order", "parting", "introduction", "convention", "contact"})
"""Keys of a format that are no part by themselves: a fact of the matter, and what is read more closely."""

PLACES = (
    ("date", re.compile(rf"^{DATE.pattern}$")),
    ("delivery", DELIVERY),
    (
        "addressee",
        re.compile(r"^(?:(?:U\.?S\.?|United States)\s+)?Securities and Exchange Commission\b", re.I),
    ),
    ("attention", ATTENTION),
    ("subject", SUBJECT),
    ("salutation", SALUTATION),
)
"""What stands above the introduction, by how its line begins."""


def parts(letter: Parsed) -> dict[str, str]:
    """The parts that the letter shows, by name; what it does not show is left out.

    Set sentences have their facts as slots, "…" for a name or figure that no slot takes, and speak of one
    comment. "parting" is the sign of the line above the end, however often it stands there, "order" the order
    of what stands above the introduction, "acknowledgements" is "none" for a letter without those that the
    Staff ceased to ask for.
    """
    form = learn([letter])
    shown = {**_set(form), **{f"term {name}": term for name, term in form.terms}, **_sentences(letter)}
    shown["parting"] = form.parting[:1] if form.parting != NONE else NONE
    shown["order"] = " ".join(_order(opening_of(letter)))
    shown["acknowledgements"] = "" if _acknowledges(letter) else "none"
    return {name: said for name, said in shown.items() if said or name == "label"}


def _set(form: Format) -> dict[str, str]:
    said = {f.name: getattr(form, f.name) for f in fields(Format) if f.name not in APART}
    return {n: _told(v) for n, v in said.items() if v is not None}


def _told(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _sentences(letter: Parsed) -> Mapping[str, str]:
    said = sentences.spoken(letter, opening_of(letter))
    end = endings.read(closing_of(letter), said)
    read = {
        "introduction": said.introduces,
        "convention": said.recites,
        "contact": masked(end.call, said.defined),
        "courtesy": masked(end.courtesy, said.defined),
    }
    return {name: about(on_filings(text, many=False), many=False) for name, text in read.items()}


def _order(texts: Sequence[str]) -> Iterator[str]:
    found = {
        name: at
        for name, p in reversed(PLACES)
        if (at := next((n for n, t in enumerate(texts) if p.match(t)), -1)) >= 0
    }
    return iter(sorted(found, key=found.__getitem__))


def _acknowledges(letter: Parsed) -> bool:
    return any(
        TANDY.search(sentences.straight(line.text))
        for line, role in zip(letter.letter.lines, letter.roles, strict=True)
        if role in {Role.CLOSING, Role.RESPONSE}
    )
