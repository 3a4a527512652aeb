"""Proposed disclosure: the staff's elements in the staff's order, in the filing's own person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Comment, Passage
from drafter.drafting.clauses import ASKING, asked, elements, ended, raised, topic, wanted
from drafter.drafting.notes import REDACTION, Told, Use, proposed
from drafter.drafting.plan import Task, Treat, stated, stems
from drafter.drafting.scene import shortened
from drafter.drafting.turning import WE, turn, turn_own
from drafter.matters import sentences

_LETTER_ONLY = re.compile(
    r"\bwill\b|\bletter\b|\bStaff\b|\bstatement\b|\bpromised\b|\bbefore "
    r"that\b|\bchange came\b|\bpage \d|\bconsent\b|\bnot tracked\b",
    re.I,
)
"""A sentence that speaks to the staff or of the past belongs in the letter and not in the filing."""

_MEASURE = re.compile(
    r"^(?:the |our )?(?:\w+ ){0,2}?(?P<head>percentages?|amounts?|"
    r"numbers?|rates?|totals?|ratios?|values?|margins?|volumes?)\b",
    re.I,
)
_FACTORS = re.compile(
    r"\b(?:attribut\w+ (?P<what>.{3,120}?) to|(?:primarily |mainly |partially |in part "
    r")?(?:due to|driven by|as a result of|because of|resulting from|reflecting))\s+(?P<list>[^.;]+)",
    re.I,
)
_FACTOR_WORDS = re.compile(
    r"^(?:and|or|to a lesser (?:extent|degree)|primarily|mainly|partially offset by|"
    r"offset by|offset in part by|the|an?|among other (?:things|factors))\b,?\s*",
    re.I,
)
_QUANTIFIES = re.compile(r"\b(?:quantif|each (?:material )?factor|factors|drivers?|reasons?|contribut)", re.I)
_CAPTION = re.compile(r",? pages? [\w-]+$|^(?:Item|Note) \w+ ?[.:–-]? ?", re.I)
_UNDER_LAW = re.compile(r",? (?:pursuant to|in accordance with|as required by|as defined in) [^,;]*$")
"""The law behind an element, which the filing need not recite."""


def for_block(told: Told) -> bool:
    """Whether a sentence of the notes can stand in the filing itself."""
    return not told.redacted and REDACTION not in told.text and not _LETTER_ONLY.search(told.text)


def block(comment: Comment, tasks: Sequence[Task]) -> Passage | None:
    """The proposed disclosure for those undertakings; None where they only take words away."""
    writing = [t for t in tasks if t.treat is Treat.UNDERTAKE]
    lines: list[str] = []
    for task in writing:
        lines += _lines(comment, task, lines)
    if not lines:
        return None
    caption = _caption(comment)
    text = "\n".join([caption, *lines] if caption else lines)
    sources = {"comment"} | {t.fact for task in writing for t in stated(task) if for_block(t)}
    return Passage(text, tuple(sorted(sources)), tuple(t.index for t in writing), block=True)


def _caption(comment: Comment) -> str:
    last = comment.heading[-1] if comment.heading else ""
    caption = _CAPTION.sub("", _CAPTION.sub("", last)).strip(" ,.:")
    return "" if re.match(r"Form |General$|Exhibit|Schedule", caption) else caption


def _lines(comment: Comment, task: Task, before: Sequence[str]) -> list[str]:
    facts = [ended(raised(turn_own(t.text, WE))) for t in stated(task) if for_block(t)]
    open_ = [proposed(t, filing=True) for t in task.told if t.use in {Use.OPEN, Use.CONFIRM}]
    if factors := _factors(comment.text, task):
        return facts + [line for line in factors if line not in before]
    if shown := _reconciliation(task):
        return facts + shown + open_
    wanting = [e for e in (task.points or elements(task.request)) if not _met(e, facts)]
    return [line for line in [*facts, *(_line(task, e) for e in wanting), *open_] if line not in before]


_RECONCILED = re.compile(r"^(?P<measure>.+?) to (?P<gaap>.+?)(?:,? rather than .*)?$")


def _reconciliation(task: Task) -> list[str]:
    """The lines of a reconciliation in the filing: the GAAP measure first, then each adjustment."""
    if re.search(r"\bthe reconciliation\b", task.request.object) and task.index:
        return []
    found = _RECONCILED.match(turn(asked(task.request), WE))
    if task.request.action != "reconcile" or found is None:
        return []
    first, last = raised(found["gaap"]), re.sub(r"^(?:an?|the) reconciliation of ", "", found["measure"])
    return [f"{first}, [●]; [●: each adjustment, with its amount, by period]; {last}, [●]."]


_MET_BY = (
    (
        re.compile(r"\bcalculated\b|\bcomputed\b|\bcalculation\b"),
        re.compile(r"\bdivided|\bcalculated|\bcomputed|\bmultiplied|\bsum of"),
    ),
    (re.compile(r"\bdefinition\b|\bdefined?\b"), re.compile(r"\bis\b|\bmeans\b|\bdefined\b")),
    (
        re.compile(r"\b(?:management|you|we) uses?\b|\bused by management\b"),
        re.compile(r"\bboard\b|\bbonus\b|\bmanagement\b|\buses?\b"),
    ),
)
"""What kind of sentence meets an element though they share no word."""

_FIGURE = re.compile(r"\$ ?\d|\d ?(?:%|percent)")


def _met(element: str, facts: Sequence[str]) -> bool:
    said = " ".join(facts)
    for wants, meets in _MET_BY:
        if wants.search(element):
            return bool(meets.search(said))
    needed = 2 if re.search(r"\beach period|\bperiods presented|\ball periods", element) else 1
    if _MEASURE.match(turn(element, WE)):
        facts = [f for f in facts if len(_FIGURE.findall(f)) >= needed]
    words = stems(element)
    return bool(facts) and any(len(words & stems(f)) * 3 >= len(words) for f in facts)


def _line(task: Task, element: str) -> str:
    element = _UNDER_LAW.sub("", element)
    thing = turn(element, WE)
    if re.match(r"that\b", task.request.object):
        return f"[●: statement that {shortened(thing)}]."
    if not ASKING.match(thing) and (head := _MEASURE.match(thing)):
        verb = "were" if head["head"].lower().endswith("s") else "was"
        return f"{raised(thing)} {verb} [●]."
    name = topic(thing)
    noun = shortened(re.sub(r"[\[\]●]", "", wanted(task.request, element, WE)))
    if name == noun:
        return f"{raised(name)}: [●]."
    return f"{raised(name)}: [●: {noun}]." if name else f"[●: {noun}]."


def _factors(text: str, task: Task) -> list[str]:
    """A line with an amount for each factor that the comment quotes from the filing."""
    if not _QUANTIFIES.search(task.request.text):
        return []
    found = next(
        (m for s in sentences(text) if not re.search(r"\bplease\b", s, re.I) and (m := _FACTORS.search(s))),
        None,
    )
    if found is None:
        return []
    names = factor_names(found["list"])
    if len(names) < 2:
        return []
    if re.search(r"\breasons?\b", task.request.text) and not re.search(r"\bfactor", task.request.text):
        return [
            "The underlying reasons for these changes were [●: "
            "underlying reasons for the change in each factor]."
        ]
    what = turn(found["what"], WE) if found["what"] else "the change"
    asked_for = stems(asked(task.request)) - stems("effect change factor each including any offsetting")
    named = not asked_for or asked_for & stems(" ".join(names)) or "factor" in task.request.text
    own = [] if named else [_line(task, asked(task.request))]
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
        if name and len(name.split()) <= 8:
            names.append(name.strip(' ,"”“'))
    return names
