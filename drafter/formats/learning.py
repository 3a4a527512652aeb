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
from drafter.formats.format import DATE_FIRST, DELIVERY_FIRST, NONE, TERMS, Format
from drafter.formats.slots import DATE
from drafter.parsing import Parsed

DELIVERY = re.compile(
    r"^((?:correspondence )?(?:(?:filed|filing|submitted) )?(?:by|via) (?:e-?mail and )?EDGAR\b"
    r"(?: (?:transmission|submission|correspondence|filing))?)(?:$|[\s,&(].{0,60}$)",
    re.I,
)
"""How the letter goes, but for couriers and e-mail of the day: "VIA EDGAR" of "VIA EDGAR AND EMAIL"."""

EDGAR = re.compile(r"\bEDGAR\b", re.I)
ANY_ATTENTION = re.compile(r"^Att(?:ention|n)\b", re.I)

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

PARTING = re.compile(r"(?:[*_~#•◦–—-]\s*){3,80}")
"""A line of signs alone: "* * *"."""

LOOKS = ("bold", "italic", "underlined")


def learn(letters: Sequence[Parsed]) -> Format:
    """The format of those response letters; what the latest letter leaves open, the one before it says.

    Letters in which another writes than in the latest (the company, or its counsel) are left aside.
    Raises BadTemplate where none of them is a company's letter with answers.
    """
    useful = [p for p in letters if p.letter.side is Side.COMPANY and p.responses]
    if not useful:
        raise BadTemplate(
            "No response letter was found to learn from. Give letters in which the company answers the "
            "Staff’s comments; drafter show tells what a letter is read as."
        )
    oldest_first = sorted(useful, key=lambda p: p.letter.sent or date.min)
    read = [_format(p) for p in oldest_first]
    made: dict[str, object] = {}
    for one in (f for f in read if f.speaker == read[-1].speaker):
        made |= {
            f.name: v for f in fields(one) if (v := getattr(one, f.name)) or (v == "" and f.name == "label")
        }
    return Format(**made)  # type: ignore[arg-type]


def _format(parsed: Parsed) -> Format:
    texts = opening_of(parsed)
    said = sentences.spoken(parsed, texts)
    label, looks = _label(parsed)
    ending = endings.read(closing_of(parsed), said)
    return Format(
        recital=_recital(parsed, said.convention),
        label=label,
        label_looks=looks,
        heading=_common(_look(line) for line in _with_role(parsed, Role.HEADING)),
        terms=tuple((name, said.terms[name]) for name in TERMS if said.terms.get(name)),
        person=said.person,
        speaker="counsel" if _counsels(said, ending) else "company",
        delivery=next((m[1] for t in texts if (m := DELIVERY.match(t))), _unless(EDGAR, texts)),
        order=_order(texts),
        attention=_first(ATTENTION, texts) or _unless(ANY_ATTENTION, texts),
        subject=_first(SUBJECT, texts),
        salutation=_salutation(texts),
        introduction=said.introduction,
        convention=said.convention,
        contact=ending.contact,
        parting=_parting(parsed),
        closing=ending.closing,
        signature=ending.signature,
        copies=ending.copies,
        copies_label=ending.copies_label,
    )


def _counsels(said: sentences.Spoken, ending: endings.Ending) -> bool:
    """Whether the company's counsel writes: for a client, or on the company's behalf without an office in it."""
    return said.client or (said.behalf and "{title}" not in " ".join(ending.signature))


def opening_of(parsed: Parsed) -> list[str]:
    """The lines above the first comment, with one kind of quotation mark."""
    return [sentences.straight(line.text) for line in _with_role(parsed, Role.OPENING)]


def closing_of(parsed: Parsed) -> list[str]:
    """The lines from the last answer to the last name copied, with one kind of quotation mark."""
    return [sentences.straight(line.text) for line in _with_role(parsed, Role.CLOSING)]


def _with_role(parsed: Parsed, role: Role) -> list[Line]:
    return [line for line, found in zip(parsed.letter.lines, parsed.roles, strict=True) if found is role]


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    return next((f"{m[1]}:" for t in texts if (m := pattern.match(t))), "")


def _unless(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    """That the letter shows no such line; "" where it has one that is not read."""
    return "" if any(map(pattern.search, texts)) else NONE


def _order(texts: Sequence[str]) -> str:
    """Whether the letter's date or the way it goes stands first; "" where it shows but one of them."""
    for text in texts:
        if DELIVERY.match(text):
            dated_below = any(DATE.fullmatch(t) for t in texts[texts.index(text) :])
            return DELIVERY_FIRST if dated_below else DATE_FIRST
    return ""


def _parting(parsed: Parsed) -> str:
    """The line of signs between the last answer and the closing; "" where no closing is found."""
    texts = [line.text.replace("\\", "") for line in parsed.letter.lines]
    end = next((n for n in range(len(texts) - 1, -1, -1) if endings.CLOSING.match(texts[n])), -1)
    answered = max((r.lines[0] for r in parsed.responses), default=end)
    signs = [t for t in texts[answered + 1 : end] if PARTING.fullmatch(t)]
    return "" if end < 0 else " ".join(signs[-1].split()) if signs else NONE


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
