"""Answers marked by a chat against a rubric, in both orders, and how far it agrees with people. It gates nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from drafter.errors import BadReply, Unreadable
from drafter.evaluation.gold import Row
from drafter.evaluation.intervals import weighted_kappa
from drafter.evaluation.report import Item, Metric, mean
from drafter.providers.chat import Ask, Chat
from drafter.templates import load

ORDERS, ANSWERS = "judge/orders.md", "judge/answers.md"

SIDES = ("responsiveness", "facts", "law", "style", "use", "form")
"""What an answer is marked for."""

BEST = 4
"""Marks go from 0 to this."""

CAP = 1
"""The most that an answer is worth whose facts are worth nothing."""

LOW = 2
"""An answer under this mark is counted: a mean hides it."""

LONGEST = 6000
"""Characters of an answer that are shown."""

Grades = Mapping[str, Mapping[str, int]]
"""By pair: the marks that people gave the draft."""

_MARKED: Mapping[str, object] = {
    "type": "object",
    "properties": {
        side: {
            "type": "object",
            "properties": {
                "mark": {"type": "integer", "minimum": 0, "maximum": BEST},
                "words": {"type": "string"},
            },
            "required": ["mark", "words"],
            "additionalProperties": False,
        }
        for side in SIDES
    },
    "required": list(SIDES),
    "additionalProperties": False,
}

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"a": _MARKED, "b": _MARKED},
    "required": ["a", "b"],
    "additionalProperties": False,
}
"""The shape of a reply: six marks for each answer, each with the words that decided it."""


def asks(shown: Mapping[str, str]) -> tuple[Ask, Ask]:
    """What a chat is asked of a draft and the filed answer: the draft first, then the same with it second."""
    orders = load(ORDERS).render()
    draft, filed = (_fenced(shown[name]) for name in ("draft", "filed"))
    template, comment = load(ANSWERS), _fenced(shown["comment"])
    texts = (template.render(comment=comment, first=a, second=b) for a, b in ((draft, filed), (filed, draft)))
    first, second = (Ask(orders, text, SCHEMA) for text in texts)
    return first, second


def judged(item: Item, chat: Chat, grades: Mapping[str, int]) -> Item:
    """The draft and the filed answer of an item marked in both orders; `grades` are people's of the draft.

    `order` is 1 where both orders prefer the same answer. Raises BadReply, Unreachable.
    """
    replies = [marks_in(chat.write(ask).value) for ask in asks(item.shown)]
    drafts, filed = (replies[0][0], replies[1][1]), (replies[0][1], replies[1][0])
    ours, theirs = _between(drafts), _between(filed)
    leads = [worth(d) - worth(f) for d, f in zip(drafts, filed, strict=True)]
    marks: dict[str, float | None] = {
        **{f"draft.{side}": mark for side, mark in ours.items()},
        **{f"filed.{side}": mark for side, mark in theirs.items()},
        "draft": sum(map(worth, drafts)) / 2,
        "filed": sum(map(worth, filed)) / 2,
        "low": float(sum(map(worth, drafts)) / 2 < LOW),
        "preferred": float(sum(leads) > 0),
        "order": float(leads[0] * leads[1] > 0 or leads[0] == leads[1]),
        **{f"people.{side}": float(mark) for side, mark in grades.items()},
    }
    return Item("judged", item.id, marks=marks, tags=item.tags, shown=item.shown)


def marks_in(value: Mapping[str, object]) -> tuple[dict[str, int], dict[str, int]]:
    """The marks of both answers in a reply. Raises BadReply where one is missing or no whole number 0 to BEST."""
    first, second = (_marks(value.get(name), name) for name in ("a", "b"))
    return first, second


def _marks(said: object, name: str) -> dict[str, int]:
    told = said if isinstance(said, dict) else {}
    found = {side: told[side].get("mark") for side in SIDES if isinstance(told.get(side), dict)}
    if set(found) != set(SIDES) or not all(type(m) is int and 0 <= m <= BEST for m in found.values()):
        raise BadReply(f"Answer {name.upper()} was not marked six times from 0 to {BEST}. Ask again.")
    return found


def worth(marks: Mapping[str, int]) -> float:
    """The mean of an answer's marks; at most CAP where its facts are worth nothing."""
    plain = sum(marks.values()) / len(marks)
    return min(plain, CAP) if marks["facts"] == 0 else plain


def _between(both: tuple[dict[str, int], dict[str, int]]) -> dict[str, float]:
    return {side: (both[0][side] + both[1][side]) / 2 for side in SIDES}


def _fenced(text: str) -> str:
    """The text with nothing in it that could close or open a fence."""
    return text[:LONGEST].replace("<", "‹").replace(">", "›")


def grades_in(found: Sequence[Row]) -> Grades:
    """People's marks by pair: rows of id, side and mark. Raises Unreadable where a row says something else."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for n, row in enumerate(found, 1):
        side, mark = row.get("side"), row.get("mark")
        if side not in SIDES or type(mark) is not int or not 0 <= mark <= BEST or not row.get("id"):
            raise Unreadable(
                f"Row {n} of the grades wants id, side ({', '.join(SIDES)}) and mark (0 to {BEST})."
            )
        grades[str(row["id"])][side] = mark
    return grades


def agreement(marked: Sequence[Item]) -> float | None:
    """Weighted kappa of the chat's marks with people's; None where people marked none of these answers."""
    pairs = [
        (round(i.marks[f"draft.{side}"] or 0), round(mark))
        for i in marked
        for side in SIDES
        if i.kind == "judged" and (mark := i.marks.get(f"people.{side}")) is not None
    ]
    return weighted_kappa([a for a, _ in pairs], [b for _, b in pairs], BEST + 1)


METRICS: dict[str, Metric] = {
    "draft": mean("judged", "draft"),
    "filed": mean("judged", "filed"),
    "low": mean("judged", "low"),
    "preferred": mean("judged", "preferred"),
    "order": mean("judged", "order"),
    **{f"draft.{side}": mean("judged", f"draft.{side}") for side in SIDES},
    **{f"filed.{side}": mean("judged", f"filed.{side}") for side in SIDES},
    "agreement": agreement,
}
"""What the judge says: marks 0 to BEST, shares, and how far it agrees with people."""
