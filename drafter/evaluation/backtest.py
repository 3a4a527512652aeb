"""Drafts of letters that were answered, with only what was public before, against what was filed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from drafter.authorities import authorities
from drafter.domain import Answer, Draft, Letter, Pair, Precedent, Severity
from drafter.evaluation.nearness import echo, filled, length_ratio, overlap, rouge_l
from drafter.evaluation.report import Item, Metric, mean, most, total
from drafter.evaluation.support import borrowed, copied, named, unsupported
from drafter.moves import moves_of
from drafter.topics import topics
from drafter.undertakings import undertakings

Near = Callable[[str, str], float]
"""How near two texts are in meaning, from -1 to 1."""

Labels = Mapping[str, Sequence[str]]
"""By pair: the moves that a reader finds in the filed answer, the first its stance, the others acceptable."""

FLOORS = ("paste", "empty")
"""What a draft must beat: the nearest precedent's answer as it is, and a template that knows nothing."""

EMPTY = "The Company acknowledges the Staff’s comment. [●: response to comment {number}]"


@dataclass(frozen=True, slots=True)
class Answered:
    """A staff letter with the answers that were filed, by comment number.

    `opened` is the day of the first staff letter of the review: what the company sent from then on belongs to it.
    """

    id: str
    sent: date | None
    opened: date | None
    filed: Mapping[str, Pair]


def answered(pairs: Iterable[Pair], sent: Callable[[str], date | None]) -> tuple[Answered, ...]:
    """The staff letters that those pairs answer, by id; pairs whose staff letter is not at hand are left out.

    `sent` gives the date of a staff letter by its id.
    """
    letters: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in sorted(pairs, key=lambda p: (p.sent or date.max, p.id)):
        if pair.comment.letter != pair.response.letter:
            letters[pair.comment.letter].setdefault(pair.comment.number, pair)
    opened: dict[str, date] = {}
    for id_, filed in letters.items():
        day, review = sent(id_), next(iter(filed.values())).review
        if day and review:
            opened[review] = min(day, opened.get(review, day))
    return tuple(
        Answered(id_, sent(id_), opened.get(next(iter(filed.values())).review, sent(id_)), filed)
        for id_, filed in sorted(letters.items())
    )


def compared(
    one: Answered, made: Draft, others: Sequence[str], near: Near, labels: Labels
) -> tuple[Item, ...]:
    """The answers of a draft, and its floors, each against the filed answer to the same comment.

    `others` are the names of the other companies of the library.
    """
    return tuple(
        item
        for answer in made.answers
        if (pair := one.filed.get(answer.comment.number))
        for item in _items(answer, pair, made, others, near, labels.get(pair.id, ()))
    )


def _items(
    answer: Answer, pair: Pair, made: Draft, others: Sequence[str], near: Near, label: Sequence[str]
) -> Iterator[Item]:
    filed, sources = pair.response.text, sources_of(made.letter, answer)
    theirs = [p.pair.response.text for p in answer.precedents]
    tags = _tags(answer, pair)

    def marks(text: str) -> dict[str, float | None]:
        return {**against(text, filed, near), **alone(text, answer, sources, theirs, others)}

    ours = {**marks(answer.text), **_of_ours(answer, filed), **_labelled(answer, label)}
    shown = {
        "comment": answer.comment.text,
        "draft": answer.text,
        "filed": filed,
        "findings": _told(made, answer),
    }
    yield Item("answer", pair.id, marks=ours, tags=tags, shown=shown)
    floors = {"paste": theirs[0] if theirs else "", "empty": EMPTY.format(number=answer.comment.number)}
    for name, text in floors.items():
        yield Item(name, pair.id, found=bool(text), marks=marks(text) if text else {})


def sources_of(letter: Letter, answer: Answer) -> list[str]:
    """The texts that an answer without facts may draw on: the staff letter and the company's own letters."""
    mine = [t for p in answer.own for t in _said(p)]
    return [
        "\n".join(line.text for line in letter.lines),
        answer.comment.text,
        *answer.comment.heading,
        *mine,
    ]


def _said(own: Precedent) -> tuple[str, ...]:
    day = own.pair.sent
    return own.pair.comment.text, own.pair.response.text, f"{day:%B} {day.day}, {day.year}" if day else ""


def against(text: str, filed: str, near: Near) -> dict[str, float | None]:
    """How a text compares with the filed answer."""
    ours, theirs = moves_of(text), moves_of(filed)
    return {
        "stance_of_text": float(ours[0] is theirs[0]),
        "authorities": overlap(_cited(text), _cited(filed)),
        "undertaking": float(bool(undertakings(text)) == bool(undertakings(filed))),
        "rouge_l": rouge_l(text, filed),
        "nearness": near(text, filed),
        "length_ratio": length_ratio(text, filed),
    }


def alone(
    text: str, answer: Answer, sources: Sequence[str], theirs: Sequence[str], others: Sequence[str]
) -> dict[str, float | None]:
    """What a text holds that it should not, and how much of what was asked it speaks to."""
    found = unsupported(text, sources)
    asked = [r.text for r in answer.requests]
    return {
        "unsupported": float(found.count),
        "leaks": float(len(named(text, others, sources)) + len(borrowed(found, theirs))),
        "copied": float(copied(text, theirs, sources)),
        "echo": echo(text, answer.comment.text),
        "requests": float(len(asked)),
        "requests_touched": float(sum(filled(r, text) is not False for r in asked)),
    }


def _of_ours(answer: Answer, filed: str) -> dict[str, float | None]:
    theirs = moves_of(filed)
    open_ = [f for b in answer.blanks if (f := filled(b, filed)) is not None]
    return {
        "stance": float(answer.stance is theirs[0]),
        "stance_among": float(answer.stance in theirs),
        "requests_covered": float(len(answer.requests) - len(answer.unanswered_requests)),
        "blanks": float(len(answer.blanks)),
        "blanks_filled": sum(open_) / len(open_) if open_ else None,
    }


def _labelled(answer: Answer, label: Sequence[str]) -> dict[str, float | None]:
    """The stance against what a reader found in the filed answer; None where nobody read it."""
    stance = answer.stance.value
    read = (
        {"stance_as_read": float(stance == label[0]), "stance_acceptable": float(stance in label)}
        if label
        else {}
    )
    return {"stance_as_read": None, "stance_acceptable": None, **read}


def _tags(answer: Answer, pair: Pair) -> dict[str, str]:
    cited = tuple(dict.fromkeys(_cited(answer.comment.text)))
    about = topics(answer.comment.text, answer.comment.heading, cited)
    return {
        "company": pair.matter.company,
        "topic": about[0] if about else "",
        "move": answer.stance.value,
        "filed_move": moves_of(pair.response.text)[0].value,
        "form": next((f.form for f in pair.matter.filings), ""),
    }


def _told(made: Draft, answer: Answer) -> str:
    of_it = [
        f for f in made.findings if f.comment == answer.comment.number and f.severity is not Severity.NOTE
    ]
    return "\n".join(f"{f.severity.value}: {f.message}" for f in of_it)


def _cited(text: str) -> list[str]:
    return [c.canonical for c in authorities(text)]


def majority(judged: Sequence[Item]) -> float | None:
    """The share of the filed answers that make the commonest move: what always saying it would agree with."""
    made = Counter(i.tags.get("filed_move", "") for i in judged if i.kind == "answer")
    return max(made.values()) / sum(made.values()) if made else None


def ratio(kind: str, part: str, whole: str) -> Metric:
    """The sum of one mark as a share of the sum of another, over items of a kind; None where that is 0."""

    def metric(judged: Sequence[Item]) -> float | None:
        over = total(kind, whole)(judged)
        return (total(kind, part)(judged) or 0.0) / over if over else None

    return metric


_BOTH = {
    "stance_of_text": mean, "authorities": mean, "undertaking": mean, "rouge_l": mean, "nearness": mean,
    "length_ratio": mean, "unsupported": total, "leaks": total, "copied": most, "echo": mean,
}  # fmt: skip
"""Figures of drafts and floors alike."""

METRICS: dict[str, Metric] = {
    "request_coverage": ratio("answer", "requests_covered", "requests"),
    "requests_touched": ratio("answer", "requests_touched", "requests"),
    "stance": mean("answer", "stance"),
    "stance_majority": majority,
    "stance_among": mean("answer", "stance_among"),
    "stance_as_read": mean("answer", "stance_as_read"),
    "stance_acceptable": mean("answer", "stance_acceptable"),
    **{name: make("answer", name) for name, make in _BOTH.items()},
    "blanks": mean("answer", "blanks"),
    "blanks_filled": mean("answer", "blanks_filled"),
    **{f"{floor}.{name}": make(floor, name) for floor in FLOORS for name, make in _BOTH.items()},
    **{f"{floor}.requests_touched": ratio(floor, "requests_touched", "requests") for floor in FLOORS},
}
"""The figures of the suite, over all answers; those of the floors stand beside under their names."""
