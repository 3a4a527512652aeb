"""Reconciliations: bridges that add up from the figures of comment and notes, and bridges of blanks with named ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.currencies import CODES, MARKED
from drafter.drafting.language.scene import Scene
from drafter.drafting.notes.ready import Use
from drafter.drafting.planning.plan import Plan, Treat

AMOUNT = re.compile(
    rf"(?:{MARKED}|[$€£¥] ?|\b(?:{CODES}) )"
    r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>million|billion|thousand|MM|bn|[MBK](?=\b)))?"
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two totals and the items between them: `low` plus the `items` is `high`. Each as it was written."""

    low: str
    items: tuple[str, ...]
    high: str

    def spoken(self) -> str:
        """The bridge as a sentence's end: "$141.8 million plus $6.8 million equals $148.6 million"."""
        return f"{' plus '.join((self.low, *self.items))} equals {self.high}"


def amounts(text: str) -> dict[str, Decimal]:
    """Each dollar amount of the text as written, with its value, in order."""
    scales = {"million": 10**6, "billion": 10**9, "thousand": 10**3, "MM": 10**6, "M": 10**6}
    scales |= {"bn": 10**9, "B": 10**9, "K": 10**3}
    return {
        m.group(0).strip(): Decimal(m["digits"].replace(",", "").rstrip("."))
        * scales.get(m["scale"] or "", 1)
        for m in AMOUNT.finditer(text)
    }


def bridge(comment: str, notes: str) -> Bridge | None:
    """The bridge between two amounts of the comment by amounts that the notes alone give, by several rather than one.

    None where nothing adds up: then no bridge may be written.
    """
    asked, given = amounts(comment), amounts(notes)
    items = {said: value for said, value in given.items() if value not in asked.values()}
    for (a, low), (b, high) in combinations(sorted(asked.items(), key=lambda kv: kv[1]), 2):
        for count in (2, 3, 4, 1):
            for chosen in combinations(items.items(), count):
                if low + sum(value for _, value in chosen) == high:
                    return Bridge(a, tuple(said for said, _ in chosen), b)
    return None


def bridged(plan: Plan, scene: Scene) -> str:
    """The bridge that the notes' amounts make, one that is to be confirmed in a blank; "" where nothing adds up."""
    sure = " ".join(t.said for t in plan.told if t.use is Use.STATE)
    found = bridge(plan.comment.text, " ".join([sure, *(t.said for t in plan.told if t.use is Use.CONFIRM)]))
    if found is None:
        return ""
    items = (i if i in amounts(sure) else f"[●: {i}, to be confirmed]" for i in found.items)
    return scene.say("reconcile", "bridge", bridge=replace(found, items=tuple(items)).spoken())


def between_amounts(plan: Plan, scene: Scene, first: str = "") -> str:
    """The bridge of blanks between the only two amounts or counts of a comment, the `first` named last; else of ends
    that are blanks too.
    """
    text = plan.comment.text
    figures = list(amounts(text)) or list(dict.fromkeys(_COUNTS.findall(text)))
    several = sum(t.treat is Treat.RECONCILE for t in plan.tasks) > 1
    if len(figures) != PAIR or "%" in text or several:
        return scene.say("reconcile", "open_plain", blank=scene.blank(_OPEN_ENDS))
    right = next(iter(reversed(list(amounts(first)))), figures[1])
    left = next(f for f in figures if f != right)
    settled = any(_SETTLES.search(t.said) for t in plan.told)
    blank = scene.blank(ITEMS if settled else _ITEMS_OR_ERROR)
    return scene.say("reconcile", "open", left=left, right=right, blank=blank)


_COUNTS = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
_SETTLES = re.compile(r"\b(?:is|are|was|were) (?:right|wrong|correct|incorrect)\b")
PAIR = 2
_ITEMS_OR_ERROR = (
    "each reconciling item, with its amount, or which of the two amounts is to be corrected (Controller)"
)
_OPEN_ENDS = (
    "opening amount with its page, each reconciling item with its amount, and closing amount with its page "
    "(Controller)"
)
ITEMS = "each reconciling item, with its amount (Controller)"
_BETWEEN = re.compile(
    r"^(?:(?:how|us) )*(?:(?:to|the [A-Z]\w+|we) )?(?:reconciles? )?(?:any |the )?differences? between (?P<ends>.+)$",
    re.S,
)
_HOW_TO = re.compile(r"^(?:how (?:to|the [A-Z]\w+|we|you)(?: can| could)? reconciled? )?(?P<ends>.+)$", re.S)
_JOINT = re.compile(
    r",? (?:and|to|with) (?=(?:the|its|our|that|those|total|amounts?|[A-Z]?[a-z]+ [a-z]+|\$)\b|\$)"
)
_SHOWN = re.compile(
    r"\$ ?\d|\b(?:pages?|Notes?|tables?|statements?|amounts?|totals?|schedule|reconciliation)\b"
)
_AMOUNT_FIRST = re.compile(
    rf"^(?:the )?(?:amount of )?(?P<figure>{AMOUNT.pattern}) "
    r"(?:(?:reported|recorded|shown|presented|disclosed|described) as|of|for|in) "
    r"(?P<name>.+)$",
    re.S,
)
_OF_AMOUNT = re.compile(rf",? (?:of|totaling|at|was|is) (?P<figure>{AMOUNT.pattern})")


def spanned(thing: str, scene: Scene) -> str:
    """The bridge of blanks between the two things that are to be reconciled, each named; "" where it names no two.

    `thing` is the request in the person of the letter; no figure but its own stands at an end.
    """
    difference = _BETWEEN.match(thing)
    found = difference or _HOW_TO.match(thing)
    said = found["ends"] if found else ""
    for joint in _JOINT.finditer(said):
        left, right = said[: joint.start()], said[joint.end() :]
        if (
            _SHOWN.search(left)
            and _SHOWN.search(right)
            and bool(difference) == joint[0].strip(" ,").startswith("and")
        ):
            items = scene.blank(ITEMS)
            return scene.say(
                "reconcile", "named", left=_end(left, scene), blank=items, right=_end(right, scene)
            )
    return ""


def _end(said: str, scene: Scene) -> str:
    """One end of a bridge: what it is and where it stands, then its amount, a blank where the staff gives none."""
    said = lowered(said.strip(" ,."))
    if first := _AMOUNT_FIRST.match(said):
        return f"{first['name']}, {first['figure'].strip()}"
    if found := _OF_AMOUNT.search(said):
        return f"{said[: found.start()]}{said[found.end() :]}, {found['figure'].strip()}"
    amount = AMOUNT.search(said)
    return said if amount else f"{said}, {scene.blank('amount', owner=False)}"
