"""The letter's defined terms: which of those that it uses its introduction leaves undefined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Draft
from drafter.rendering import opening
from drafter.rendering.filings import named_filings

STAFF = "the staff of the Division of Corporation Finance of the Securities and Exchange Commission"


def undefined(draft: Draft, introduction: str) -> str:
    """A sentence that defines what answers call by a term and the introduction does not define; "" for none."""
    told: list[str] = []
    for term, meaning in reversed([*_terms(draft)]):  # what a meaning itself uses is defined before it
        defined = re.search(rf"“(?:the )?{re.escape(_bare(term))},?”", introduction)
        if not defined and _used(term, draft, (introduction, *told)):
            told.insert(0, f"{opening.definition(term)} means {meaning}")
    if not told:
        return ""
    joined = ", and ".join((", ".join(told[:-1]), told[-1])) if told[1:] else told[0]
    return f"In this letter, {joined}."


def with_commission(draft: Draft, introduction: str) -> str:
    """The introduction, the Commission's term behind its name where the letter uses it and nothing defines it."""
    term = draft.matter.term("commission", "the Commission")
    if re.search(rf"“(?:the )?{re.escape(_bare(term))},?”", introduction) or not _used(
        term, draft, (introduction,)
    ):
        return introduction
    return _COMMISSION.sub(rf"\g<0> ({opening.definition(term)})", introduction, count=1)


_COMMISSION = re.compile(r"Securities and Exchange Commission(?! ?\()")


def _terms(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each defined term of the letter and what it stands for."""
    matter, speaker = draft.matter, opening.voice(draft)
    commission = matter.term("commission", "the Commission")
    if not speaker.we:
        yield speaker.term, speaker.name
    yield matter.term("staff", "the Staff"), STAFF
    yield commission, "the Securities and Exchange Commission"
    for filing in named_filings(draft, opening.re_block(draft)):
        yield filing.term, f"{speaker.possessive} {filing.described(commission)}"


def _bare(term: str) -> str:
    return term.removeprefix("the ")


def _used(term: str, draft: Draft, said: Sequence[str]) -> bool:
    texts = (*said, *(answer.text for answer in draft.answers))
    word = re.compile(rf"\b{re.escape(_bare(term))}\b")
    return any(word.search(re.sub(r"Securities and Exchange Commission", "", text)) for text in texts)
