"""Factors to which the filing attributes a change, each with its amount: from the notes, else a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.clauses import asked
from drafter.drafting.lines import line
from drafter.drafting.plan import Task, stems
from drafter.drafting.turning import WE, turn
from drafter.matters import sentences

_FACTORS = re.compile(
    r"\b(?:attribut\w+ (?P<what>.{3,120}?)(?: primarily| mainly| largely)?(?: due)? to(?! [\d$])|"
    r"(?:primarily |mainly |partially |in part )?"
    r"(?:due to|driven by|as a result of|because of|resulting from|reflecting))\s+(?P<list>[^.;]+)",
    re.I,
)


_FACTOR_WORDS = re.compile(
    r"^(?:and|or|to a lesser (?:extent|degree)|primarily|mainly|partially offset by|"
    r"offset by|offset in part by|the|an?|to|such as|(?:several|various|multiple|certain|a number of|"
    r"a variety of|a combination of|many|other) factors|among other (?:things|factors))\b,?\s*",
    re.I,
)


_QUANTIFIES = re.compile(r"\b(?:quantif|each (?:material )?factor|factors|drivers?|reasons?|contribut)", re.I)


def factors(text: str, task: Task, facts: Sequence[str]) -> list[str] | None:
    """A line with a blank for each factor that the comment quotes from the filing and no fact quantifies.

    None where the request is not about such factors.
    """
    if not _QUANTIFIES.search(task.request.text):
        return None
    found = next(
        (m for s in sentences(text) if not re.search(r"\bplease\b", s, re.I) and (m := _FACTORS.search(s))),
        None,
    )
    names = factor_names(found["list"]) if found else []
    if found is None or len(names) < 2:
        return None
    if re.search(r"\breasons?\b", task.request.text) and not re.search(r"\bfactor", task.request.text):
        return [
            "The underlying reasons for these changes were [●: "
            "underlying reasons for the change in each factor]."
        ]
    what = turn(found["what"], WE) if found["what"] else "the change"
    asked_for = stems(asked(task.request)) - stems("effect change factor each including any offsetting")
    mine = not asked_for or asked_for & stems(" ".join(names)) or "factor" in task.request.text
    own = [] if mine else [line(task, asked(task.request))]
    names = [n for n in names if not _quantified(n, facts)]
    if not names:
        return [*own, "Offsetting factors were [●]."] if "offset" in task.request.text else own
    each = "; ".join(f"{n}, [●]" for n in names)
    return [*own, f"The components of {what} were as follows: {each}; and offsetting factors, [●]."]


_BETWEEN = re.compile(r",\s*(?:and\b,?\s*)?|\s+and\b,?\s+|\s+(?=(?:partially|in part) offset by\b)")


def factor_names(listed: str) -> list[str]:
    """The factors of "higher volumes and, to a lesser extent, pricing" by name."""
    parts = _BETWEEN.split(turn(listed, WE))
    names: list[str] = []
    for part in parts:
        name = part.strip()
        while (short := _FACTOR_WORDS.sub("", name)) != name:
            name = short
        if re.search(r"[a-z]{2}", name) and len(name.split()) <= 8:
            names.append(name.strip(' ,"”“'))
    return [n for n in names if n]


def _quantified(name: str, facts: Sequence[str]) -> bool:
    """Whether a fact gives the figure of that factor: “traffic decreased 1.1 percent”."""
    words = stems(name)
    clauses = [c for fact in facts for c in re.split(r"[;,] |\band\b", fact)]
    figures = [c for c in clauses if re.search(r"\$ ?\d|\d ?(?:%|percent|points?)", c)]
    return any(_names(words, stems(c)) for c in figures)


def _names(words: frozenset[str], said: frozenset[str]) -> bool:
    common = len(words & said)
    return common > 1 or common * 2 >= len(words) > 0
