"""A company's format, read from its earlier response letters. Pure.

Facts are never learnt: no name, number, date or address of an earlier matter, and no acknowledgement that
the Staff ceased to ask for on October 5, 2016.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date

from drafter.domain import Line, Role, Side
from drafter.errors import BadTemplate
from drafter.formats import endings, sentences
from drafter.formats.format import TERMS, Format
from drafter.parsing import Parsed

DELIVERY = re.compile(r"^((?:(?:filed|submitted) )?(?:by|via) EDGAR\b)(?:$|[\s,&(].{0,60}$)", re.I)
"""How the letter goes, but for couriers and e-mail of the day: "VIA EDGAR" of "VIA EDGAR AND EMAIL"."""

ATTENTION = re.compile(r"^(Attention|ATTENTION|Attn\.?|ATTN\.?)\s*:")
SUBJECT = re.compile(r"^(Re|RE|Subject)\s*:")
SALUTATION = re.compile(
    r"^(?:Dear\s+(?P<whom>.{2,120}?)|(?P<all>Ladies\s+and\s+Gentlemen|Gentlemen))\s*[:,]?$"
)
WHOLE = re.compile(r"(?:sir|madam|sirs|ladies|gentlemen|staff)\b", re.I)

LABEL = re.compile(
    r"^\W{0,3}(?P<label>(?:[A-Z][\w’'.&]*\s+){0,4}?(?i:responses?|reply|replies|answers?)"
    r"(?i:\s+to\s+(?:the\s+)?(?:staff(?:’s)?\s+)?comment)?(?i:\s*(?:no\.|number|\#))?)"
    r"(?P<number>\s*\d{1,3})?\s*(?P<end>[:.]|$)"
)
"""What opens an answer: "Response:", "RESPONSE TO COMMENT NO. 3:", "Company’s Response"."""

RESPONDED = 0.5
"""Share of the answers that must bear a label before it is the letter's."""

LOOKS = ("bold", "italic", "underlined")


def learn(letters: Sequence[Parsed]) -> Format:
    """The format of those response letters; what the latest letter leaves open, the one before it says.

    Raises BadTemplate where none of them is a company's letter with answers.
    """
    useful = [p for p in letters if p.letter.side is Side.COMPANY and p.responses]
    if not useful:
        raise BadTemplate(
            "No response letter was found to learn from. Give letters in which the company answers the "
            "Staff’s comments; drafter show tells what a letter is read as."
        )
    oldest_first = sorted(useful, key=lambda p: p.letter.sent or date.min)
    made: dict[str, object] = {}
    for one in map(_format, oldest_first):
        made |= {
            f.name: v for f in fields(one) if (v := getattr(one, f.name)) or (v == "" and f.name == "label")
        }
    return Format(**made)  # type: ignore[arg-type]


def _format(parsed: Parsed) -> Format:
    opening = _with_role(parsed, Role.OPENING)
    closing = _with_role(parsed, Role.CLOSING)
    texts = [sentences.straight(line.text) for line in opening]
    said = sentences.spoken(parsed, texts)
    label, looks = _label(parsed)
    ending = endings.read([sentences.straight(line.text) for line in closing], said)
    return Format(
        recital=_recital(parsed, said.convention),
        label=label,
        label_looks=looks,
        heading=_common(_look(line) for line in _with_role(parsed, Role.HEADING)),
        terms=tuple((name, said.terms[name]) for name in TERMS if said.terms.get(name)),
        person=said.person,
        speaker="counsel" if said.counsel else "company",
        delivery=next((m[1] for t in texts if (m := DELIVERY.match(t))), ""),
        attention=_first(ATTENTION, texts),
        subject=_first(SUBJECT, texts),
        salutation=_salutation(texts),
        introduction=said.introduction,
        convention=said.convention,
        contact=ending.contact,
        closing=ending.closing,
        signature=ending.signature,
        copies=ending.copies,
        copies_label=ending.copies_label,
    )


def _with_role(parsed: Parsed, role: Role) -> list[Line]:
    return [line for line, found in zip(parsed.letter.lines, parsed.roles, strict=True) if found is role]


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    return next((f"{m[1]}:" for t in texts if (m := pattern.match(t))), "")


def _salutation(texts: Iterable[str]) -> str:
    for text in texts:
        found = SALUTATION.match(text)
        if found:
            general = found["all"] or WHOLE.match(found["whom"])
            return "general" if general else "named"
    return ""


def _look(line: Line) -> str:
    return " ".join(name for name in LOOKS if getattr(line, name)).replace("underlined", "underline")


def _common(looks: Iterable[str]) -> str:
    """The commonest look of those that are set apart; "" where none is: a conversion may have lost it."""
    counted = Counter(filter(None, looks))
    return counted.most_common(1)[0][0] if counted else ""


def _recital(parsed: Parsed, convention: str) -> str:
    """The look that the letter says it gives to comments, else the one that most of them have."""
    named = sorted(set(re.findall(r"bold|italic", convention.lower())))
    if named:
        return " ".join(named)
    lines = [parsed.letter.lines[c.lines[0]] for c in parsed.comments]
    counted = Counter(" ".join(n for n in LOOKS[:2] if getattr(line, n)) for line in lines)
    look, many = counted.most_common(1)[0] if counted else ("", 0)
    return look if look and many * 2 >= len(lines) else ""


def _label(parsed: Parsed) -> tuple[str | None, str]:
    """The label that answers bear ("" for none) and its look."""
    openings = [parsed.letter.lines[r.lines[0]] for r in parsed.responses]
    found = [(line, m) for line in openings if (m := LABEL.match(sentences.straight(line.text)))]
    if not openings or len(found) < RESPONDED * len(openings):
        return ("" if openings else None), ""
    words = Counter(_worded(m, parsed.letter.matter.company) for _, m in found).most_common(1)[0][0]
    looks = _common(_look(line) for line, m in found if line.lead >= len(m["label"].strip()))
    return words, looks


def _worded(found: re.Match[str], company: str) -> str:
    """The label with its number as a slot; a company's name in it as the word Company."""
    first = re.escape(company.split(" ")[0].strip(",.")) if company else r"\Z"
    words = re.sub(rf"^{first}\b[\w\s,.&]*?(?=[’']s\b)", "Company", found["label"].strip())
    number = " {number}" if found["number"] else ""
    return f"{words}{number}{':' if found['end'] == ':' else ''}"
