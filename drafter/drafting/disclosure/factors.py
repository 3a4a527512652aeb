"""Factors to which the filing attributes a change, each with its amount: from the notes, else a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.disclosure.lines import line
from drafter.drafting.disclosure.movements import what_moved
from drafter.drafting.language.casing import raised
from drafter.drafting.language.causes import UNNAMED, causes
from drafter.drafting.language.clauses import asked
from drafter.drafting.language.turning import WE, turn
from drafter.drafting.planning.plan import Task, stems

_NO_FACTORS = re.compile(r"how |(?:to what|the) (?:extent|degree)\b(?!.*\bfactors?\b)")
"""A request that is not answered by the factors that the filing names."""
_QUANTIFIES = re.compile(
    r"\b(?:quantif|each (?:material )?factor|factors|drivers?|reasons?\b|contribut)", re.I
)


def factors(text: str, task: Task, facts: Sequence[str]) -> list[str] | None:
    """A line with a blank for each factor that the comment quotes from the filing and no fact quantifies.

    None where the request is not about such factors.
    """
    wanted = asked(task.request)
    if not _QUANTIFIES.search(task.request.text) or _NO_FACTORS.match(wanted):
        return None
    told = causes(text)
    if told is None:
        return None
    found, listed, against = (
        told.found,
        [turn(n, WE) for n in told.moving],
        [turn(n, WE) for n in told.against],
    )
    names = [n for n in listed if not UNNAMED.match(n)]
    if not names or len(listed) + len(against) < 2:
        return None
    if re.search(r"\breasons?\b", task.request.text) and not re.search(r"\bfactor", task.request.text):
        return [" ".join(f"{raised(_bare(n))} changed because [●]." for n in names)]
    what = turn(found["what"], WE) if found["what"] else "the change"
    asked_for = stems(wanted) - stems(
        "effect impact contribution change factor driver each including any offsetting"
    )
    mine = not asked_for or asked_for & stems(" ".join(names)) or "factor" in task.request.text
    names = [n for n in names if not _quantified(n, facts)]
    if not mine:
        return None if names or asked_for & stems(" ".join(facts)) else [line(task, wanted)]
    if not names:
        return ["Offsetting factors were [●]."] if "offset" in task.request.text else []
    before = found.string[: found.end("what") if found["what"] else found.start()]
    moved = what_moved(before)
    share = _SHARE.search(moved or what)
    unit = re.sub("|".join(map(re.escape, [*listed, *against])), "", wanted)
    amount = "[●]" if share or _SHARE.search(unit) else "$[●]"
    were = " percentage points were" if share else " was"
    said = [
        f"{amount}{'' if n else f'{were} attributable'} to [{_with_article(f)}]" for n, f in enumerate(names)
    ]
    said += (
        ["[●: each other factor, with its amount]"] if len(names) < len(listed) and len(names) == 1 else []
    )
    parts = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    lead = f"{_changed(moved)} Of this change" if moved else "Of the change"
    whole = f"{lead}, {parts}, {_offsets([n for n in against if not _quantified(n, facts)], amount)}."
    return [whole.replace("percentage points", "basis points") if "basis point" in text else whole]


def _offsets(against: Sequence[str], amount: str) -> str:
    """What the change is offset by: the factors that the filing names so, each with its amount, else a blank."""
    named = [f"{amount} attributable to [{_with_article(n)}]" for n in against]
    parts = " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))
    return (
        f"partially offset by {parts}" if parts else "offset by [●: offsetting factors, with amounts, if any]"
    )


def _with_article(name: str) -> str:
    """The factor, “increase in volume” with the article that its list took away."""
    found = re.match(
        r"(?P<first>increase|decrease|decline|reduction|rise|drop|change|shift|improvement) in\b", name
    )
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" if found else name


def _changed(thing: str) -> str:
    """The change as the filing of a period to come tells it, without the figures and the period of the one reviewed."""
    by = "[●] percentage points" if _SHARE.search(thing) else "$[●], or [●] percent,"
    return f"{raised(thing)} [●: increased or decreased] by {by} from the prior period."


_SHARE = re.compile(r"\b(?:margins?|rates?|ratios?|percentages?)\b", re.I)
"""What moves by percentage points."""


def _bare(name: str) -> str:
    """The factor without the direction in which it moved: “higher volumes” is volumes."""
    return re.sub(
        r"^(?:(?:higher|lower|increased|decreased|reduced|greater|fewer|stronger|weaker|favorable|unfavorable) |"
        r"(?:an? |the )?(?:increase|decrease|growth|decline)s? in )",
        "",
        name,
    )


def _quantified(name: str, facts: Sequence[str]) -> bool:
    """Whether a fact gives the figure of that factor: “traffic decreased 1.1 percent”."""
    words = stems(name)
    clauses = [c for fact in facts for c in re.split(r"[;,] |\band\b", fact)]
    figures = [c for c in clauses if re.search(r"(?<![\d,.])(?!(?:19|20)\d\d\b)\d", c)]
    return any(_names(words, stems(c)) for c in figures)


def _names(words: frozenset[str], said: frozenset[str]) -> bool:
    common = len(words & said)
    return common > 1 or common * 2 >= len(words) > 0
