"""Which request a sentence of counsel's notes speaks to: by its words, by what it is, and by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.answering import FAIR, STRONG, fit
from drafter.drafting.branches import says_so
from drafter.drafting.clauses import asked, elements
from drafter.drafting.kinds import likeness
from drafter.drafting.notes import Told, Use
from drafter.drafting.order import in_order
from drafter.drafting.places import exhibits_in, place_only
from drafter.drafting.plan import Task, Treat, stems
from drafter.drafting.settling import single_things

_DECIDED = re.compile(r"\b(?:no|not|none|neither|never)\b", re.I)


DECIDING = 4
"""How much more a word of the condition weighs in a sentence that denies something."""


def homes_of(told: Sequence[Told], live: Sequence[Task]) -> list[int | None]:
    """For each sentence the request it speaks to by words, kind and its place among the others; None for none."""
    things = [(t.index, thing) for t in live for thing in _things(t)]
    if not things:
        return [None] * len(told)
    sure = [_sure(s, live) for s in told]
    asking = [s for s, home in zip(told, sure, strict=True) if home is None]
    scores = [_likelihood(s, live, things) for s in asking]
    paths = iter(
        things[at] if row[at] > 0 else None for row, at in zip(scores, in_order(scores), strict=True)
    )
    homes: list[int | None] = []
    for at, (sentence, known) in enumerate(zip(told, sure, strict=True)):
        home = known
        if known is None:
            near = (*told[max(at - 1, 0) : at], *told[at + 1 : at + 2])
            goes_on = any(s.fact == sentence.fact and _heard(s, live) for s in near)
            path = next(paths)
            given = frozenset(h for h in homes if h is not None)
            free = _free(sentence, path[0], things, given) if path and not goes_on else None
            home = _likelier(sentence, live, free or path, goes_on, bool(free))
        homes.append(home)
    return homes


def _heard(sentence: Told, live: Sequence[Task]) -> bool:
    return any(weight > 0 for weight in _weights(sentence, live).values())


def _likelier(
    sentence: Told,
    live: Sequence[Task],
    other: tuple[int, str] | None,
    goes_on: bool,
    free: bool = False,
) -> int | None:
    """The request that the words of a sentence speak for, or the `other` by kind and order where words say little.

    A sentence that `goes_on` with others of its note leaves them only for what it surely answers. The other is `free`
    where nothing answers it yet, and the likeliest has its answer.
    """
    weights = _weights(sentence, live)
    best = max(weights, key=lambda i: (weights[i], -i), default=None)
    if other is None or other[0] == best:
        return best if other or (best is not None and weights[best] > 0) else None
    there = fit(other[1], sentence.said)
    if best is None or weights[best] <= 0:
        follows = goes_on or sentence.use is not Use.STATE
        return None if follows and there < STRONG else other[0]
    task = next(t for t in live if t.index == best)
    here = max(fit(thing, sentence.said) for thing in _things(task))
    sure = (here >= FAIR and not free) or (there < STRONG and here >= 0)
    return best if sure or weights[best] - weights[other[0]] > PLAIN else other[0]


def _free(
    sentence: Told, best: int | None, things: Sequence[tuple[int, str]], given: frozenset[int]
) -> tuple[int, str] | None:
    """A thing that the sentence surely answers and nothing before it has, where the likeliest request has its fact."""
    if best not in given:
        return None
    words = stems(sentence.text)
    return next(
        (
            (i, thing)
            for i, thing in things
            if i not in given
            and fit(thing, sentence.said) >= STRONG
            and words & stems(" ".join(t for n, t in things if n == i))
        ),
        None,
    )


PLAIN = 4.0
"""How much more the words of a sentence may weigh for one request and its kind still speak for another."""


def _things(task: Task) -> tuple[str, ...]:
    return task.points or single_things(task.request)


def _likelihood(sentence: Told, live: Sequence[Task], things: Sequence[tuple[int, str]]) -> list[float]:
    """What speaks for each thing as that of the sentence."""
    weights, words = _weights(sentence, live), stems(sentence.text)
    return [
        weights[i] + fit(thing, sentence.said) + SHARED * len(words & stems(thing)) for i, thing in things
    ]


SHARED = 0.25
"""What each shared word weighs for one thing of a request beside the others of the same request."""


def _sure(sentence: Told, live: Sequence[Task]) -> int | None:
    """The request to which a sentence belongs by what it is: an exhibit, an amendment, a place; None for any other."""
    if exhibits_in(sentence.said) and any(t.treat is Treat.FILE for t in live):
        return next(t.index for t in live if t.treat is Treat.FILE)
    amends = next((t.index for t in live if t.treat is Treat.AMEND), None)
    if amends is not None and _OF_AMENDMENT.search(sentence.said):
        return amends
    if place_only(sentence.said):
        return next((t.index for t in live if t.treat is Treat.REVISE), None)
    sure = [t.index for t in live if t.met and t.treat is Treat.TELL]
    return sure[0] if sure and says_so(sentence.said) else None


def _weights(sentence: Told, live: Sequence[Task]) -> dict[int, float]:
    """What speaks for each request as that of the sentence: shared words, the rare ones more, and what leans to it."""
    common = {t.index: stems(asked(t.request) + " " + (t.request.conditional or "")) for t in live}
    words = stems(sentence.text)
    rare = {w: sum(w in c for c in common.values()) for w in words}
    return {
        t.index: sum(1 / rare[w] for w in words & common[t.index]) + _leaning(sentence, t, words)
        for t in live
    }


_OF_AMENDMENT = re.compile(
    r"\bAmendment No\. ?\d|\b(?:10-[KQ]|20-F|40-F|8-K)/A\b|^(?:the amendment\b|fil(?:ing|ed) (?:on|by|planned))",
    re.I,
)
"""What says what an amendment holds, or when it is filed."""
_FROM_A_REPORT = re.compile(
    r"(?:From|With|Beginning with|Starting with|Starting in) (?:the |our )?(?:next )?(?:\w+ )?(?:Form )?"
    r"(?:10-[KQ]|20-F|40-F|proxy|annual report|quarterly report)\b",
    re.I,
)
"""How a note begins that says in which report the disclosure comes."""


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
        score += DECIDING * bool(_FROM_A_REPORT.match(sentence.said))
        score += max(likeness(e, sentence.text) for e in (task.points or elements(task.request)))
    if task.treat is Treat.TELL:
        score += 1.5 * likeness(asked(task.request), sentence.text)
    reasons = _WHY.match(sentence.said) and _WHY_ASKED.search(task.request.text)
    bridges = task.treat is Treat.RECONCILE and _BRIDGES.search(sentence.text)
    score += DECIDING * (bool(reasons) + bool(bridges))
    if task.treat is Treat.CONFIRM and _OTHERS.search(task.request.text) and _OTHERS.search(sentence.text):
        score += 2 * DECIDING
    return score
