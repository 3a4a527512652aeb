"""A draft composed into the letter that templates print. Pure: a draft in, a LetterView out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.business_days import spoken
from drafter.domain import Answer, Comment, Draft, Passage
from drafter.filings.comparing import REVISES, Change, compared, likeness
from drafter.rendering import opening
from drafter.rendering.blocks import blocks, one_line
from drafter.rendering.filings import named_filings
from drafter.rendering.letter_view import Block, BlockKind, Item, LetterView
from drafter.rendering.notes import findings_in_words, notes_on

NUMBER = "{number}"
"""Stands in a label for the comment's number: "Response to Comment No. {number}:"."""

PAGED = re.compile(r"\bpages?\s+\S+$", re.I)
"""A heading that names its page already: "Key Metrics, page 41"."""

LABEL = "Response:"
"""The label between comment and answer where the matter file says none."""

STRAIGHT = re.compile(r"(?<=[^\W_])'(?=[^\W_]|\s|$)")
"""An apostrophe in or after a word: "Company's", "subsidiaries' results"."""

NOTHING = "[●: response to this comment]"
"""What stands where an answer says nothing yet."""

DEFINED = re.compile(r"“([^“”\[\]]+?),?”")
"""A term in quotation marks, the comma that American usage sets inside them apart; "[***]" is none."""


def view(draft: Draft) -> LetterView:
    """The letter that the draft makes, part by part, every unknown a visible blank."""
    draft = replace(draft, matter=opening.invoking_rule_83(draft))
    re_lines = opening.re_block(draft)
    filings = named_filings(draft, re_lines)
    matter, numbers = draft.matter, {a.comment.number for a in draft.answers}
    introduction = tuple(map(one_line, opening.introduction(draft, filings)))
    asked = dict(matter.rule_83)
    return LetterView(
        legend=tuple(map(one_line, opening.legend(matter))),
        running_legend=one_line(opening.running_legend(matter)),
        control=one_line(asked.get("control", "")),
        letterhead=opening.letterhead(draft),
        date=spoken(matter.sent) if matter.sent else "[●: date of the letter]",
        delivery=one_line(matter.delivery) or "VIA EDGAR",
        addressee=opening.addressee(draft),
        attention=tuple(map(one_line, draft.letter.attention))
        or ("[●: Staff contacts named in the letter]",),
        re=re_lines,
        salutation="Ladies and Gentlemen:",
        introduction=introduction,
        convention=opening.convention(draft),
        unstyled_convention=opening.convention(draft, styled=False),
        items=_items(draft),
        contact=one_line(opening.contact(draft)),
        closing="Sincerely,",
        signature=opening.signature(draft),
        copies=tuple(map(one_line, matter.copies)),
        recital_bold="bold" in opening.recital(matter),
        recital_italic="italic" in opening.recital(matter),
        defined=tuple(t for text in introduction for t in DEFINED.findall(text)),
        company=opening.voice(draft).name,
        submission_type=one_line(matter.submission_type),
        findings=findings_in_words([f for f in draft.findings if f.comment not in numbers]),
        chat=one_line(draft.provenance.chat),
        drafted=draft.provenance.drafted,
    )


def _items(draft: Draft) -> tuple[Item, ...]:
    label = LABEL if draft.matter.label is None else one_line(draft.matter.label)
    before: tuple[str, ...] = ()
    items: list[Item] = []
    for answer in draft.answers:
        path = headings(answer.comment)
        items.append(_item(answer, draft, label, _new(path, before)))
        before = path
    return tuple(items)


def _item(answer: Answer, draft: Draft, label: str, shown: tuple[str, ...]) -> Item:
    return Item(
        number=one_line(answer.comment.number),
        headings=shown,
        comment=blocks(answer.comment.text),
        label=label.replace(NUMBER, one_line(answer.comment.number)),
        answer=_answer(answer),
        notes=notes_on(answer, draft.findings),
    )


def _answer(answer: Answer) -> tuple[Block, ...]:
    found = tuple(b for p in answer.passages for b in _set(p))
    return found or blocks(NOTHING)


def _set(passage: Passage) -> tuple[Block, ...]:
    """The passage in blocks; where it revises filed words or tells of it, with the changes to be shown."""
    text = curled(passage.text)
    if passage.unmarked:
        return (Block(BlockKind.PARAGRAPH, curled(passage.unmarked), changes=(Change(one_line(text)),)),)
    if not passage.filed:
        return blocks(text, proposed=passage.block)
    filed = [one_line(curled(line)) for line in passage.filed.split("\n")]
    return tuple(_marked(b, filed) for b in blocks(text, proposed=True))


def _marked(block: Block, filed: Sequence[str]) -> Block:
    """The block with its changes against the filed line that it revises; all of it new where there is none."""
    if block.kind is BlockKind.TABLE:
        return block
    best = max(filed, key=lambda line: likeness(line, block.text))
    revises = best == block.text or likeness(best, block.text) >= REVISES
    return replace(block, changes=compared(best if revises else "", block.text))


def curled(text: str) -> str:
    """The text with the apostrophes of a set letter: "the Company’s" for "the Company's"."""
    return STRAIGHT.sub("’", text)


def headings(comment: Comment) -> tuple[str, ...]:
    """The comment's headings as they are carried over, the page with the last of them."""
    path = tuple(filter(None, map(one_line, comment.heading)))
    page = one_line(comment.page)
    if not path or not page or PAGED.search(path[-1]):
        return path
    return (*path[:-1], f"{path[-1]}, page {page}")


def _new(path: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The part of the path that differs from the one printed before."""
    if path == before:
        return ()
    same = next((n for n, (a, b) in enumerate(zip(path, before, strict=False)) if a != b), len(before))
    return path[min(same, len(path) - 1) :]
