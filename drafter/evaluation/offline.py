"""Drafts of letters for which no facts are given: what they say without a source, and what they leave out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Answer, Draft
from drafter.evaluation.backtest import alone, ratio, sources_of
from drafter.evaluation.casebook import plain
from drafter.evaluation.report import Item, Metric, mean, most, total

TANDY = re.compile(r"\b(?:defense in any proceeding|foreclose the Commission)\b", re.I)
"""The acknowledgements that the Staff ceased to ask for on October 5, 2016."""

METRICS: dict[str, Metric] = {
    "recital": mean("answer", "recited"),
    "request_coverage": ratio("answer", "requests_covered", "requests"),
    "unsupported": total("answer", "unsupported"),
    "leaks": total("answer", "leaks"),
    "copied": most("answer", "copied"),
    "echo": mean("answer", "echo"),
    "blanks": mean("answer", "blanks"),
    "tandy": total("letter", "tandy"),
}
"""The figures of a suite of staff letters."""


def marked(id_: str, made: Draft, letter: str, others: Sequence[str]) -> Iterator[Item]:
    """The marks of each answer, and of the letter; `others` are names of other companies."""
    text = plain(letter)
    yield Item("letter", id_, marks={"tandy": float(bool(TANDY.search(text)))})
    for answer in made.answers:
        theirs = [p.pair.response.text for p in answer.precedents]
        marks = alone(answer.text, answer, sources_of(made.letter, answer), theirs, others)
        yield Item(
            "answer",
            f"{id_}#{answer.comment.number}",
            marks={**marks, **_kept(answer, text)},
            tags={"company": made.letter.matter.company, "move": answer.stance.value},
            shown={"comment": answer.comment.text, "draft": answer.text},
        )


def _kept(answer: Answer, letter: str) -> dict[str, float | None]:
    covered = len(answer.requests) - len(answer.unanswered_requests)
    return {
        "recited": float(_squeezed(answer.comment.text) in _squeezed(letter)),
        "requests_covered": float(covered),
        "blanks": float(len(answer.blanks)),
    }


def _squeezed(text: str) -> str:
    """The text without white space and list marks, which a letter sets in its own way."""
    return re.sub(r"[\s•]+", "", plain(text))
