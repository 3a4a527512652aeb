"""Where each sentence of counsel's notes belongs: with the request it speaks to, or with none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.drafting.branches import says_so
from drafter.drafting.clauses import asked, elements
from drafter.drafting.kinds import likeness
from drafter.drafting.neighbours import beside, reunited
from drafter.drafting.notes import Told, Use
from drafter.drafting.places import exhibits_in, place_only
from drafter.drafting.plan import Task, Treat, stems


def place_notes(
    tasks: Sequence[Task], told: Sequence[Told], comment: str = ""
) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """Each sentence of the notes with the request it speaks to, and those that speak to none.

    A sentence without a word in common with any request follows the sentence before it from the same note;
    one that has a word of the `comment` answers the first question that no other sentence answers.
    """
    live = [t for t in tasks if t.treat is not Treat.NOT_TAKEN]
    homes: dict[int, list[Told]] = {t.index: [] for t in live}
    loose: list[Told] = []
    last: tuple[str, int] | None = None
    told, assents = [s for s in told if s.use is not Use.ASSENT], [s for s in told if s.use is Use.ASSENT]
    homes |= {t.index: list(assents) for t in live if t.treat is Treat.CONFIRM}
    found = [_home(s, live) for s in told]
    for at, sentence in enumerate(told):
        home = found[at]
        if last and sentence.use is Use.CONFIRM and _BARE_FIGURE.match(sentence.said):
            home = last[1]
        if home is None and last and (last[0] == sentence.fact or _LEANS.match(sentence.text)):
            home = last[1]
        if home is None and len(live) == 1:
            home = live[0].index
        if home is None:
            home = next(
                (
                    h
                    for s, h in zip(told[at:], found[at:], strict=True)
                    if s.fact == sentence.fact and h is not None
                ),
                None,
            )
        (loose if home is None else homes[home]).append(sentence)
        last = (sentence.fact, home) if home is not None else last
    loose = beside(told, homes, live, loose)
    _reasoned(live, homes)
    loose = _first_heard(live, homes, loose, stems(comment))
    loose = beside(told, homes, live, loose)
    homes, loose = reunited(told, homes, loose)
    return tuple(_with(t, tuple(homes.get(t.index, ()))) for t in tasks), tuple(loose)


def _first_heard(
    live: Sequence[Task], homes: dict[int, list[Told]], loose: Sequence[Told], words: frozenset[str]
) -> list[Told]:
    """What is still loose once the first question without a fact has those that share words with the comment."""
    unheard = next((t.index for t in live if t.treat in _ANSWERING and not _states(homes[t.index])), None)
    if unheard is None:
        unheard = next(
            (t.index for t in live if t.treat is Treat.UNDERTAKE and _FACTORS.search(t.request.text)), None
        )
    if unheard is None:
        return list(loose)
    mine = [s for s in loose if s.use is Use.STATE and not s.redacted and words & stems(s.text)]
    homes[unheard] += mine
    return [s for s in loose if s not in mine]


_REASONING = re.compile(r"^(?:how|why)\b|^(?:the |your )?(?:basis|analysis|rationale|reasons?)\b", re.I)


def _reasoned(live: Sequence[Task], homes: dict[int, list[Told]]) -> None:
    """Gives a “how” without facts those of the “who” or “what” before it that do not speak to that."""
    for before, task in pairwise(live):
        told = before.treat is Treat.TELL and task.treat is Treat.TELL and not task.condition
        if told and _REASONING.match(asked(task.request)) and not _REASONING.match(asked(before.request)):
            _shared(before, task, homes)


_OF_THAT = re.compile(
    r"^(?:the |your )?(?:basis|reasons?|support|grounds) (?:for|of|behind) (?:that|this|your|such|the) "
    r"(?:conclusion|determination|view|belief|assessment|judgment|decision|position)\b"
)
"""The grounds of what the request before it asks about."""


def _shared(before: Task, task: Task, homes: dict[int, list[Told]]) -> None:
    asks, mine = asked(before.request), homes[before.index]
    if _OF_THAT.search(asked(task.request)) and not homes[task.index]:
        homes[task.index] = moved = mine[1:]
    elif homes[task.index]:
        moved = _of_reasons(asks, mine)
        homes[task.index] = [*moved, *homes[task.index]]
    elif len(mine) >= MANY:
        words = stems(asks)
        kept = [s for s in mine if len(words & stems(s.text)) * 2 >= len(words)] or mine[:1]
        moved = [s for s in mine if s not in kept]
        homes[task.index] = moved
    else:
        return
    homes[before.index] = [s for s in mine if s not in moved]


def _of_reasons(asks: str, mine: Sequence[Told]) -> list[Told]:
    """Of the sentences under a request for an amount those without a figure that do not name it."""
    if not re.search(r"\b(?:amounts?|values?|number|gains?|loss(?:es)?|balances?|percentages?)\b", asks):
        return []
    words = stems(asks)
    return [
        s
        for s in mine
        if not re.search(r"\d|\*", s.text)
        and len(words & stems(s.text)) * 2 < len(words)
        and s.use is Use.STATE
    ]


MANY = 3
"""Sentences that say more than who or what something is."""


_BARE_FIGURE = re.compile(r"(?:about |approximately )?[$\d](?!\d?-[KQF])")
"""A figure without its name, which belongs to the sentence before it."""
_FACTORS = re.compile(r"\b(?:factors?|drivers?|each of (?:these|them|the))\b", re.I)
"""A request whose things the comment names before it."""
_ANSWERING = frozenset({Treat.TELL, Treat.REVISE, Treat.CONFIRM})
"""Treatments under which a note that fits no request still answers the first of them without one."""


def _states(told: Sequence[Told]) -> bool:
    return any(t.use is Use.STATE for t in told)


def _with(task: Task, told: tuple[Told, ...]) -> Task:
    return replace(task, told=told)


_DECIDED = re.compile(r"\b(?:no|not|none|neither|never)\b", re.I)


DECIDING = 4
"""How much more a word of the condition weighs in a sentence that denies something."""


def _home(sentence: Told, live: Sequence[Task]) -> int | None:
    common = {t.index: stems(asked(t.request) + " " + (t.request.conditional or "")) for t in live}
    words = stems(sentence.text)
    rare = {w: sum(w in c for c in common.values()) for w in words}
    scores = {i: sum(1 / rare[w] for w in words & c) for i, c in common.items()}
    for task in live:
        scores[task.index] += _leaning(sentence, task, words)
    if exhibits_in(sentence.said) and any(t.treat is Treat.FILE for t in live):
        return next(t.index for t in live if t.treat is Treat.FILE)
    amends = next((t.index for t in live if t.treat is Treat.AMEND), None)
    if amends is not None and _OF_AMENDMENT.search(sentence.said):
        return amends
    if place_only(sentence.said):
        return next((t.index for t in live if t.treat is Treat.REVISE), None)
    sure = [t.index for t in live if t.met and t.treat is Treat.TELL]
    if sure and says_so(sentence.said):
        return sure[0]
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    return best if best is not None and scores[best] > 0 else None


_OF_AMENDMENT = re.compile(
    r"\bAmendment No\. ?\d|\b(?:10-[KQ]|20-F|40-F|8-K)/A\b|^(?:the amendment\b|fil(?:ing|ed) (?:on|by|planned))",
    re.I,
)
"""What says what an amendment holds, or when it is filed."""
_LEANS = re.compile(r"(?:This|It|They|These|The question)\b")
"""How a sentence begins that goes on with the one before it."""


_NOTHING_MORE = re.compile(
    r"\b(?:nothing (?:more |else |further )?to (?:add|disclose|report|say)|nothing material|not material|immaterial|"
    r"no (?:material )?effect|under \$|less than|below \$)",
    re.I,
)
"""What says that an effect need not be disclosed."""
_ALL_OF = re.compile(r"\b(?:not all|all|every|each of)\b", re.I)
_BRIDGES = re.compile(r"^(?:The reconciliation|To this is added|From this is deducted|The result is)\b")
"""How a sentence begins that goes from one amount to another."""
_MATERIAL = re.compile(r"\bmaterial", re.I)
_WHY = re.compile(r"(?:why|reasons?|cause|because|rationale)\b", re.I)
_WHY_ASKED = re.compile(r"\bwhy\b|\breasons?\b|\bgave rise\b|\bbasis\b|\bcaused?\b", re.I)
_OTHERS = re.compile(r"\b(?:no other|any other|other|none of|neither|remaining)\b", re.I)


def _under_condition(sentence: Told, task: Task, words: frozenset[str]) -> float:
    """What says that a sentence speaks to the task's condition, or to all that a confirmation is on."""
    reasons = re.search(r"\b(?:because|since)\b", sentence.text) and words & stems(
        task.request.conditional or ""
    )
    material = _MATERIAL.search(task.condition) and _NOTHING_MORE.search(sentence.said)
    every = _ALL_OF.search(task.request.text) and re.match(r"not all\b", sentence.said, re.I)
    found = (
        task.treat is Treat.TELL and reasons,
        material,
        task.treat is Treat.CONFIRM and every,
    )
    return 2.0 * DECIDING * sum(bool(f) for f in found)


_LABEL = re.compile(r"^(?P<label>[A-Za-z]{3,12}): ")


def _labelled(sentence: Told, task: Task) -> float:
    """What the name before a colon says for the request that has that word: “Why: ...”, “Effect: ...”."""
    label = _LABEL.match(sentence.said)
    asks = re.search(rf"\b{label['label']}\b", asked(task.request), re.I) if label else None
    return 2 * DECIDING if asks else 0.0


def _leaning(sentence: Told, task: Task, words: frozenset[str]) -> float:
    """What speaks for that home beside shared words: a denied condition, the kind of element, "no other"."""
    score = _labelled(sentence, task) + _under_condition(sentence, task, words)
    if sentence.use is Use.STATE and _DECIDED.search(sentence.text):
        score += DECIDING * len(words & stems(task.condition))
    if task.treat is Treat.UNDERTAKE:
        score += max(likeness(e, sentence.text) for e in (task.points or elements(task.request)))
    if task.treat is Treat.TELL:
        score += 1.5 * likeness(asked(task.request), sentence.text)
    reasons = _WHY.match(sentence.said) and _WHY_ASKED.search(task.request.text)
    bridges = task.treat is Treat.RECONCILE and _BRIDGES.search(sentence.text)
    score += DECIDING * (bool(reasons) + bool(bridges))
    if task.treat is Treat.CONFIRM and _OTHERS.search(task.request.text) and _OTHERS.search(sentence.text):
        score += 2 * DECIDING
    return score
