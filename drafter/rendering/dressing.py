"""The letter in the company's own format: what its earlier letters show, with the facts of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from drafter.domain import Draft
from drafter.formats import DELIVERY_FIRST, NONE, Format, applied
from drafter.formats.number import about, on_filings
from drafter.formats.slots import terms_in, without_facts
from drafter.rendering import opening
from drafter.rendering.blocks import one_line
from drafter.rendering.compose import DEFINED, view
from drafter.rendering.filings import named_filings
from drafter.rendering.letter_view import LetterView
from drafter.rendering.terms import undefined, with_commission

LINE = "______________________"
DIRECTED = re.compile(r"\bto (?:me|us|the undersigned) at \{reach\}")
"""Whom questions are directed to. Not: "contact the undersigned at"."""


def dressed(draft: Draft, form: Format) -> LetterView:
    """The letter that the draft makes in that format; what the format leaves open is our own."""
    draft = replace(draft, matter=applied(form, draft.matter))
    letter = view(draft)
    introduction = _introduction(draft, form, letter)
    styled = _convention(draft, form, introduction) or letter.convention
    named = letter.attention if form.attention == NONE else ()
    looks = {"bold", "italic"} & set(styled.lower().replace("italics", "italic").split())
    return replace(
        letter,
        salutation=_salutation(draft, form) or letter.salutation,
        introduction=introduction,
        defined=tuple(t for text in introduction for t in DEFINED.findall(text)),
        convention=styled,
        unstyled_convention=letter.unstyled_convention if looks or not form.convention else styled,
        delivery="" if form.delivery == NONE and not draft.matter.delivery else letter.delivery,
        delivery_first=form.order == DELIVERY_FIRST,
        addressee=(*named, *letter.addressee),
        attention=() if named else letter.attention,
        attention_label=form.attention or letter.attention_label,
        parting=form.parting.replace(NONE, "") if form.parting else letter.parting,
        contact=_contact(draft, form, introduction) or letter.contact,
        closing=form.closing or letter.closing,
        signature=_signature(draft, form) or letter.signature,
        copies=_copies(draft, form),
        re_label=form.subject or letter.re_label,
        copies_label=form.copies_label or letter.copies_label,
        heading_looks=form.heading,
        label_looks=form.label_looks,
    )


def _filled(pattern: str, draft: Draft) -> str:
    """The pattern with the facts of this letter in its slots; "" where its verbs do not fit "we"."""
    speaker, matter = opening.voice(draft), draft.matter
    if speaker.term == "we":
        pattern = pattern.replace("{term}’s", speaker.possessive)
    if speaker.term == "we" and "{term}" in pattern:
        return ""
    commission = matter.term("commission", "the Commission")
    filings = named_filings(draft, opening.re_block(draft))
    slots = {
        "company": speaker.name,
        "definition": speaker.definition,
        "term": speaker.term,
        "possessive": speaker.possessive,
        "letter_date": opening.letter_date(draft),
        "filings": opening.in_words(filings, commission),
        "reach": opening.reach(matter),
        "counsel": _or_counsel(draft, pattern),
    }
    for slot, said in slots.items():
        pattern = pattern.replace(f"{{{slot}}}", said)
    text = one_line(pattern)
    return text[:1].upper() + text[1:]


def _or_counsel(draft: Draft, pattern: str) -> str:
    """Counsel as one more to call, with the preposition of the company's verb: "call me ... or Ruth Oxley"."""
    said = opening.or_counsel(draft)
    return said if DIRECTED.search(pattern) else said.replace(" or to ", " or ", 1)


def _introduction(draft: Draft, form: Format, letter: LetterView) -> tuple[str, ...]:
    """The company's own sentence where the same one speaks and the same terms are defined; then ours."""
    speaker = "counsel" if opening.voice(draft).counsel else "company"
    terms = dict(form.terms)
    same = all(
        terms.get(n, d) == draft.matter.term(n, d)
        for n, d in (("staff", "the Staff"), ("commission", "the Commission"))
    )
    if not form.introduction or form.speaker != speaker or not same:
        return letter.introduction
    filings = len(named_filings(draft, opening.re_block(draft)))
    pattern = on_filings(form.introduction, filings > 1)
    said = _filled(about(pattern, len(draft.answers) > 1), draft)
    if not said:
        return letter.introduction
    said = with_commission(draft, said)
    return tuple(filter(None, (said, *letter.introduction[1:], undefined(draft, said))))


def _convention(draft: Draft, form: Format, introduction: Sequence[str]) -> str:
    """The company's sentence on how comments are set, where this letter sets them so and defines its terms."""
    other = form.recital and form.recital != opening.recital(draft.matter)
    foreign = not without_facts(form.convention, terms_in(*introduction))
    many = len(draft.answers) > 1
    return "" if other or foreign else _filled(about(form.convention, many), draft)


def _contact(draft: Draft, form: Format, introduction: Sequence[str]) -> str:
    """The company's sentence on whom to call, where this letter defines its terms."""
    return _filled(form.contact, draft) if without_facts(form.contact, terms_in(*introduction)) else ""


def _salutation(draft: Draft, form: Format) -> str:
    names = [one_line(n) for n in draft.letter.attention]
    if form.salutation != "named" or not names:
        return ""
    *before, last = names
    return f"Dear {', '.join(before)} and {last}:" if before else f"Dear {last}:"


def _signature(draft: Draft, form: Format) -> tuple[str, ...]:
    """The signature block in the company's order of lines; () where it does not fit who signs."""
    matter, counsel = draft.matter, opening.voice(draft).counsel
    signer = matter.signatory
    if signer.entity or (form.speaker == "counsel") is not counsel:
        return ()
    slots = {
        "line": LINE,
        "name": signer.name or "[●: name of the signatory]",
        "title": signer.title or ("" if counsel else "[●: title of the signatory]"),
        "entity": (matter.counsel.firm or signer.firm) if counsel else opening.voice(draft).name,
    }
    return tuple(filter(None, (_slotted(line, slots) for line in form.signature)))


def _slotted(line: str, slots: dict[str, str]) -> str:
    """The line with its slot filled, "" where its fact is none of this letter's."""
    name = next((n for n in slots if f"{{{n}}}" in line), "")
    if name and not slots[name]:
        return ""
    return one_line(line.replace(f"{{{name}}}", slots.get(name, "")))


def _copies(draft: Draft, form: Format) -> tuple[str, ...]:
    copies = tuple(map(one_line, draft.matter.copies))
    if form.copies and not copies:
        return ("[●: who is copied]",)
    return tuple(_grouped(copies, draft)) if form.copies == "grouped" else copies


def _grouped(copies: Sequence[str], draft: Draft) -> Iterator[str]:
    """Persons with the name of their firm below, where neighbours share one."""
    known = tuple(filter(None, (opening.voice(draft).name, draft.matter.counsel.firm)))

    def firm(copy: str) -> str:
        return next((k for k in known if copy.endswith(f", {k}")), "")

    for whose, persons in groupby(copies, firm):
        yield from (p.removesuffix(f", {whose}") if whose else p for p in persons)
        if whose:
            yield whose
