"""Where each sentence of counsel's notes belongs: with the request it speaks to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import ended, raised
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.affirming import verdict
from drafter.drafting.notes.footing import rollforward
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.answering import STRONG, fit, misses
from drafter.drafting.planning.intents import takes_out
from drafter.drafting.planning.matching import Thing, features, matched, matcher
from drafter.drafting.planning.ordering import POINTS_BACK
from drafter.drafting.planning.plan import Task, Treat, stems
from drafter.drafting.planning.settling import things

_PLACED = frozenset({Use.STATE, Use.OPEN, Use.CONFIRM})


def place_notes(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """Each sentence of the notes with the request it speaks to, in counsel's order; all where there is no request.

    An assent stands with every confirmation that is asked for.
    """
    asked = things_of(tasks)
    sentences = [part for one in placeable(told) for part in _clauses(asked, one)]
    if not asked:
        return tuple(tasks), tuple(told)
    waiting = frozenset(n for n, s in enumerate(sentences) if s.use is not Use.STATE)
    placed = matched(asked, [s.said for s in sentences], [s.fact for s in sentences], waiting)
    placed = [_fitting(asked, s, at) for s, at in zip(sentences, placed, strict=True)]
    placed = _beside_its_neighbour(asked, sentences, placed)
    assents = [s for s in told if s.use is Use.ASSENT]
    homes = {t.index: list(assents) if t.treat is Treat.CONFIRM else [] for t in tasks}
    for sentence, at in zip(sentences, placed, strict=True):
        thing = next((t for t in asked if _confirms(t, sentence)), asked[at])
        homes[thing.task].append(replace(sentence, thing=thing.text))
    return tuple(replace(t, told=tuple(homes[t.index])) for t in tasks), ()


def _of_another(asked: Sequence[Thing], sentence: Told, at: int) -> int | None:
    """The thing that its label names, the request for just that kind of fact, or for an analysis, where the sentence
    has nothing of its own request.
    """
    label = stems(sentence.said.partition(": ")[0] if _LABEL.match(sentence.said) else "")
    named = [n for n, t in enumerate(asked) if label & stems(t.text) and t.task == asked[at].task]
    if asked[at].treat is Treat.REVISE and len(named) == 1:
        return named[0]
    if sentence.use is not Use.STATE or fit(asked[at].text, sentence.said) > 0:
        return None
    just = [
        n for n, t in enumerate(asked) if _ONE_FACT.match(t.text) and fit(t.text, sentence.said) >= STRONG
    ]
    if len(just) == 1 and _fits(asked[just[0]], sentence):
        return just[0]
    analyses = [n for n, t in enumerate(asked) if _ANALYSIS.match(t.text)]
    apart = len(stems(asked[at].text) & stems(sentence.said)) <= 1
    return analyses[0] if analyses and apart and misses(asked[at].text, [sentence.said]) else None


def _beside_its_neighbour(
    asked: Sequence[Thing], sentences: Sequence[Told], placed: Sequence[int]
) -> list[int]:
    """The places, “Both are pending” beside the sentence before it, where that leaves no request without a note."""
    done = list(placed)
    for n, (before, one) in enumerate(itertools.pairwise(sentences), 1):
        here, there = asked[done[n]], asked[done[n - 1]]
        if done[n] != done[n - 1] and _SUM.match(one.said) and _SUM.match(before.said):
            done[n] = done[n - 1]
            continue
        leans = one.use is before.use is Use.STATE and one.fact == before.fact and _LEANS.match(one.text)
        if not leans or here.task == there.task or {here.treat, there.treat} & {Treat.FILE, Treat.AMEND}:
            continue
        homes = [asked[at].task for at, s in zip(done, sentences, strict=True) if s.use is Use.STATE]
        if homes.count(here.task) > 1:
            done[n] = done[n - 1]
        elif homes.count(there.task) > 1 and not POINTS_BACK.match(before.text):
            done[n - 1] = done[n]
    return done


_SUM = re.compile(
    r"(?:[A-Z]{3} ?)?[$€£]?\d[\d.,]*%?(?: [a-z]+){0,2} (?:at|as of|in|for) (?:[^,;:]|, (?=20\d\d))+$"
)
"""A bare figure of a time, which goes with another such one before it: “$4 million at May 31, 2025.”"""
_LEANS = re.compile(
    r"(?:Both|Neither|Each|None|All (?:two|three|four)|No other|(?:The|Its|Their) (?:other|rest|remainder|balance)|"
    r"(?:That|This) (?:is|was|means|includes|excludes|leaves|represents|reflects|compares)|Since then|By then|"
    r"At that (?:date|time|point)|In that (?:case|year|quarter|period)|"
    r"Of (?:that|this|these|those|them))\b(?! (?:officers?|directors?|executives?|compan(?:y|ies)|parties)\b)"
)
"""How a sentence begins that goes on from what the one before it names or says."""


def _fitting(asked: Sequence[Thing], sentence: Told, at: int) -> int:
    """Where the sentence belongs that was placed there: a promise with what is promised, a fact with no promise, an
    open question with what is asked as one, and what is of just the kind that one thing asks for with that.
    """
    own = _of_its_kind(asked, sentence)
    if own is not None:
        return own
    elsewhere = _of_another(asked, sentence, at)
    if elsewhere is not None:
        return elsewhere
    removals = [n for n, thing in enumerate(asked) if thing.treat is Treat.REMOVE]
    if removals and takes_out(sentence.said):
        return removals[0]
    view = verdict(sentence.said)
    asks = [
        n for n, thing in enumerate(asked) if _ASKS.match(thing.text) and stems(view) <= stems(thing.text)
    ]
    if view != sentence.said and asks:
        return asks[0]
    if sentence.use is Use.CONFIRM or _fits(asked[at], sentence):
        return at
    fitting = [n for n, thing in enumerate(asked) if _fits(thing, sentence)]
    if not fitting:
        return at
    scores = matcher().scores(features(asked, [sentence.said]))[0]
    return max(fitting, key=lambda n: float(scores[n]))


def _of_its_kind(asked: Sequence[Thing], sentence: Told) -> int | None:
    """The thing whose very answer the sentence is: a definition, a bridge, who somebody is."""
    for n, thing in enumerate(asked):
        defines = _DEFINE.search(f"{thing.request} {thing.text}")
        if defines and sentence.use is Use.STATE and _MEANS.match(sentence.text):
            return n
        if (thing.treat is Treat.RECONCILE or "rollforward" in thing.text) and rollforward(sentence.said):
            return n
        stays = thing.text.startswith("your continuing") and fit(thing.text, sentence.said) >= STRONG
        if stays or _is_said(thing.text, sentence):
            return n
    return None


def _is_said(thing: str, sentence: Told) -> bool:
    """Whether the sentence says who the person is that the staff ask for."""
    who = _WHO_IS.match(thing)
    said = who and re.match(rf"(?:The|Our|Its) {who['who']} (?:is|remains)\b", sentence.text)
    return sentence.use is Use.STATE and bool(said)


_WHO_IS = re.compile(r"(?:who )?(?:is )?(?:the|your) (?P<who>[a-z]+(?: [a-z]+){1,4}?)(?: is)?$")
"""“Who your chief operating decision maker is”, or that person to be identified."""


def who_is_who(tasks: Sequence[Task]) -> list[Told]:
    """The sentences that say who somebody is of whom the staff ask that."""
    return [s for t in tasks for s in t.told if _is_said(s.thing, s)]


def _fits(thing: Thing, sentence: Told) -> bool:
    if sentence.use is Use.OPEN:
        return bool(_ASKS.match(thing.text)) or not _ASKS.match(sentence.text)
    promises = bool(_PROMISES.match(sentence.text))
    if thing.treat is Treat.TELL:
        return not promises
    return promises or thing.treat is not Treat.CONFIRM or not CONDUCT.match(thing.text)


_LABEL = re.compile(r"[A-Z][\w'’ -]{2,30}(?=: )")
_DEFINE = re.compile(r"\bdefin(?:e|ition)\b", re.I)
_MEANS = re.compile(r"(?:An?|The)? ?[\w -]{2,40}? means\b")
_ONE_FACT = re.compile(r"(?:how (?:often|many|much)|the (?:timing|frequency|number|method))\b")
"""What one kind of note answers and no other."""
_ANALYSIS = re.compile(r"(?:your|an|the) (?:\w+ )?analysis\b|(?:how|why) you (?:determin|conclu|believ)\w+\b")
"""What facts that are no figure bear on rather than on the figure that is asked for."""
_ASKS = re.compile(r"whether\b", re.I)
_SAYS = r"will (?:also )?(?:say|state|disclose|include|describe|show|name|identify|contain|provide)\b"
_PROMISES = re.compile(
    r"(?:The |Our |Its |That )?(?:[Ff]uture filings|(?:next )?Form (?:10-[KQ]|20-F)|"
    r"(?:next )?(?:annual|quarterly) report|"
    rf"proxy statement)\b[^.;]* {_SAYS}"
)
"""What a filing to come will say, which answers no question."""
CONDUCT = re.compile(
    r"(?:that |whether |if )?(?:you|(?:(?:your|the|all|any) )?(?:[a-z]+ ){0,2}"
    r"(?:disclosures?|filings|reports|discussion|presentation|text)\b[^,;.]{0,60}?) (?:will|intend to|plan to)\b"
)
"""What is to be confirmed of conduct to come, which no fact confirms."""


def _clauses(asked: Sequence[Thing], told: Told) -> list[Told]:
    """The sentence in its two clauses where each of them, by itself, far rather answers another thing; else whole."""
    if told.use is not Use.STATE or told.redacted or told.listed or len(asked) < FEWEST:
        return [told]
    for joint in _JOINT.finditer(told.text):
        parts = [told.text[: joint.start()], told.text[joint.end() :].rstrip(".")]
        if not all(is_clause(p) and len(p.split()) >= SHORTEST for p in parts):
            continue
        scores = matcher().scores(features(asked, parts))
        first, second = (int(at) for at in scores.argmax(axis=1))
        apart = min(scores[0, first] - scores[0, second], scores[1, second] - scores[1, first])
        if asked[first].task != asked[second].task and apart >= APART:
            return [
                replace(told, text=whole, said=whole, part=n) for n, whole in enumerate(map(_ended, parts))
            ]
    return [told]


def _ended(clause: str) -> str:
    return ended(raised(clause))


_JOINT = re.compile(r"; |, and (?=(?:the|there|it|we|no|this|they)\b)")
FEWEST, SHORTEST = 2, 4
"""Things asked for, and words of a clause, below which a sentence stays whole."""
APART = 1.0
"""How much more either clause speaks for its own thing than for that of the other."""


def placeable(told: Sequence[Told]) -> list[Told]:
    """The sentences that speak to some request."""
    return [s for s in told if s.use in _PLACED]


def things_of(tasks: Sequence[Task]) -> list[Thing]:
    """The single things that are asked for and to be answered, in the staff's order."""
    return [
        Thing(task.index, task.treat, thing, task.request.text, task.request.conditional or "")
        for task in tasks
        if task.treat is not Treat.NOT_TAKEN and not task.closed
        for thing in things(task)
    ]


_DENIES = re.compile(r"\b(?:no|not|none|neither|nor|never|only)\b", re.I)


def _confirms(thing: Thing, sentence: Told) -> bool:
    """Whether a sentence denies what a confirmation is on that names only its case: “if no other is, confirm that”."""
    if thing.treat is not Treat.CONFIRM or stems(thing.text) or sentence.use is not Use.STATE:
        return False
    denied = _DENIES.search(thing.condition) and _DENIES.search(sentence.said)
    return bool(denied and stems(thing.condition) & stems(sentence.said))
