"""What a request asks for, taken to its single things, and which of them the facts under it leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Request
from drafter.drafting.answering import answers, fit, may_answer
from drafter.drafting.clauses import MATTER, ONE_LIST, asked
from drafter.drafting.kinds import of_kind, settles
from drafter.drafting.notes import Told
from drafter.drafting.order import in_order
from drafter.drafting.plan import Task, stems
from drafter.drafting.pointing import REFERS
from drafter.drafting.resolving import whole_elements, with_noun
from drafter.drafting.verbs import finite

# The single things of a request

_ASKS = r"(?:how|why|whether|what|which|when|where|who|whom)"
_JOINED = re.compile(
    rf",?\s+(?:and|as well as|including)\s+(?=(?:the|any|its|your|their|each)\s+\w|{_ASKS}\b)", re.I
)
_PAIRED = re.compile(
    r"\b(?:between|among|amongst|both|either|neither)\b(?!.*\band\b)|\b(?:you|it|we)$|"
    r"^(?:whether|why|how) (?:or not )?(?:the|any|your|its)(?: (?!is\b|are\b|was\b|were\b|has\b|have\b)[\w-]+){1,4}$"
)
"""How the words before “and” end where it joins no second thing: “between the notes”, “whether the plant”."""
_TWO_HEADS = re.compile(
    r"^(?P<the>the |your |its )(?!\w+s and \w+s\b)(?P<one>[a-z]+) and (?P<other>[a-z]+) (?P<of>of|for|in) (?P<rest>.+)$"
)
"""“The nature and amount of the costs”."""
_TWO_PLACES = re.compile(
    r"^(?P<head>.+?) (?P<at>on|of|in|from|for|to) (?P<one>[\w'’ -]{2,40}?),? and (?:(?P=at) )(?P<other>.+)$"
)
"""“The effect on revenue and on cost of sales”."""
_SHORT_HEAD = re.compile(r"^(?:the|your|its|any) [\w-]+(?: [\w-]+)?$")
_OF = re.compile(r"^(?:the|your|its|any) [\w-]+(?: [\w-]+)? (?P<tail>(?:of|for|in|under|to) .+)$")


def single_things(request: Request) -> tuple[str, ...]:
    """The things that one request asks for, each by itself; at least one.

    “The rate and the maturity of the loan” are two, and each has the loan with it.
    """
    every = whole_elements(request)
    parts = [p for n, e in enumerate(every) for p in (_listed(e) if n + 1 < len(every) else [e])]
    return tuple(thing for part in parts for thing in _apart(part))


def named(thing: str, things: Sequence[str]) -> str:
    """One of those things with its pronoun as what the thing before it names."""
    at = list(things).index(thing)
    if at and (owned := _OWNED.match(thing)) and _SHORT_THING.match(things[at - 1]):
        return f"the {owned['what']} of {things[at - 1]}"
    return with_noun(thing, things[at - 1]) if at else thing


_OWNED = re.compile(r"(?:its|their) (?P<what>[\w-]+(?: [\w-]+)?)$")
_SHORT_THING = re.compile(r"(?:the|any) (?:\S+ ){0,6}\S+$")
"""A thing that “its significance” can be the significance of."""


def _apart(element: str) -> list[str]:
    if heads := _TWO_HEADS.match(element):
        return [f"{heads['the']}{heads[n]} {heads['of']} {heads['rest']}" for n in ("one", "other")]
    if places := _TWO_PLACES.match(element):
        return [f"{places['head']} {places['at']} {places[n]}" for n in ("one", "other")]
    for joint in _JOINED.finditer(element):
        first, second = element[: joint.start()].rstrip(" ,"), element[joint.end() :].strip()
        one_list = ONE_LIST.search(first) and not re.match(rf"{_ASKS}\b", second)
        short = min(len(first.split()), len(second.split())) < FEWEST
        if one_list or short or _PAIRED.search(first):
            continue
        if re.match(rf"{_ASKS}\b", second) and len(found := _listed(first)) > 1:
            return [*found, *_apart(second)]
        return [_completed(first, second), *_apart(second)]
    return [element]


_NEXT = re.compile(r",\s+(?=(?:the|your|its|any) [a-z])")
LONGEST = 16
"""Words of a thing in a list; a longer one has a clause in it that the commas may belong to."""


def _listed(first: str) -> list[str]:
    """The things of a list before a last question: “the reasons for the rise, the amount and whether it will last”."""
    parts = _NEXT.split(first)
    whole = not ONE_LIST.search(parts[0]) and all(FEWEST <= len(p.split()) <= LONGEST for p in parts)
    return parts if whole else [first]


FEWEST = 2
"""Words of a thing that stands by itself."""


def _completed(first: str, second: str) -> str:
    """The first of two things with what both are of: “the rate” of “the rate and the maturity of the loan”."""
    tail = _OF.match(second)
    return f"{first} {tail['tail']}" if tail and _SHORT_HEAD.match(first) else first


# What the facts leave open

SETTLED = 0.25
"""Share of a request's content words that the facts must meet; below it they are about something else."""
DECIDED = 0.2
"""The same share where the request only asks whether something is so."""
MANY = 3
"""Sentences that together give the grounds of a judgement."""

_OF_REASONS = re.compile(
    r"(?:how|why|(?:the |your )?(?:basis|reasons?|rationale))\b(?!.{0,30}\bconsidered\b)"
)
_BECAUSE = re.compile(r"\b(?:because|since|so|as a result|due to|therefore)\b")
"""A sentence that gives a reason."""
_GROUNDS = re.compile(
    r"^(?:how|why|what)\b|^(?:the |your |its |their )?(?:basis|reasons?|rationale|nature|expertise|terms|description|"
    r"steps|consideration)\b"
)
"""What a further sentence answers though it shares no word with it."""
_WEIGHED = re.compile(r"\bconsider(?:ed|ation|ing)?\b")
_CONCLUDED = re.compile(r"\b(?:conclu|determin|evaluat|assess|judg)\w*")
"""What says that something was weighed."""
_FIGURED = re.compile(
    r"^(?:the |your |its |their |any |each )*(?:[\w-]+ ){0,4}?(?:amounts?|percentages?|number|rates?|price|costs?|"
    r"value|share|size|total|fee|fees|rent|payments?|compensation|deductible|headroom|minimum|maximum|write-downs|capacity|"
    r"losses|discount|margin|term|charge-offs)\b(?! of the agreement)|^how (?:many|much|long|often)\b|^quantif"
)
"""What a number answers."""
_NUMBER = re.compile(
    r"(?<![\w.,])(?!(?:19|20)\d\d\b)[$€£]?\d|\b(?:no|none|zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|each|every|"
    r"daily|weekly|monthly|quarterly|annually)\b",
    re.I,
)
_SUBJECT = re.compile(r" (?:is|are|was|were|equals?) ")
"""After what a sentence is about: “The exercise price is the closing price”."""
_DATED = re.compile(r"^(?:when|the (?:\w+ )?(?:date|maturity|timing))\b")
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"\b(?:on|upon|over|after|before|at) (?:the )?(?:delivery|closing|grant|signing|\w+ years)\b"
)
_SAID_BARE = re.compile(
    r"^(?:The amount|It) (?:was|is|were|represented)\b|^(?:about |approximately )?[$€£]?\d"
)
"""A fact that is only the figure asked for."""
_BY = re.compile(r"\b(?:by|for each|per|between|and whether|each) (?:the )?(?P<cut>[\w-]+(?: [\w-]+)?)", re.I)
_COUNTED = re.compile(r"(?:how (?:many|much|often|long)|the (?:number|amount|percentage|date|name))\b", re.I)
"""What one figure answers."""


def left_open(task: Task, told: Sequence[Told]) -> tuple[str, ...]:
    """The things of the request that the facts do not answer, in its order; () where they answer it whole."""
    if _referred(task, told):
        return ()
    things = single_things(task.request)
    if len(things) == 1:
        return () if _settled(task, told) or any(_tells(things[0], t) for t in told) else things
    left = unanswered(things, [t.text for t in told], any(t.listed for t in told))
    taken = met_in_order(things, [t.said for t in told])
    return tuple(t for t in left if t not in taken)


def _tells(thing: str, told: Told) -> bool:
    """Whether a note under a request for one thing is its answer.

    Of “whether” one is that says yes or no, of “how” and “why” a whole sentence only where it shares a word.
    """
    if re.match(r"whether\b", thing):
        return answers(thing, told.said)
    if not may_answer(thing, told.said) or stems(thing) & stems(told.text):
        return may_answer(thing, told.said)
    return not re.match(r"(?:how|why)\b", thing) or finite(told.said) is None


def met_in_order(things: Sequence[str], notes: Sequence[str]) -> frozenset[str]:
    """Those of the things that a note answers by its kind, where notes follow the order of things."""
    scores = [[fit(t, n) + len(stems(t) & stems(n)) for t in things] for n in notes]
    path = in_order(scores)
    return frozenset(things[at] for n, at in zip(notes, path, strict=True) if may_answer(things[at], n))


def _referred(task: Task, told: Sequence[Told]) -> bool:
    """Whether the facts are the answer as they stand: a reference to the filing, or a note under the request's word."""
    first = asked(task.request).split(" ", 1)[0]
    labelled = first and any(re.match(rf"{re.escape(first)}:", t.said, re.I) for t in told)
    return bool(labelled or any(t.why == REFERS for t in told))


def unanswered(things: Sequence[str], facts: Sequence[str], listed: bool = False) -> tuple[str, ...]:
    """Of several things those that no fact answers; a further fact answers a question for grounds."""
    roots = [frozenset(r for r in _roots(stems(t)) if not r[0].isdigit()) for t in things]
    said = [_roots(stems(f)) for f in facts]
    own = [mine - frozenset().union(*(r for r in roots if r is not mine)) for mine in roots]
    met = [_met(thing, words, facts, said) for thing, words in zip(things, own, strict=True)]
    used = [any(m and _meets(w, f) for m, w in zip(met, own, strict=True)) for f in said]
    spare = [f for f, taken in zip(facts, used, strict=True) if not taken]
    for at, thing in enumerate(things):
        kin = next((f for f in spare if of_kind(thing, f)), "")
        grounds = _GROUNDS.match(thing) and not _WEIGHED.search(thing) and (spare or listed)
        if not met[at] and (kin or grounds):
            met[at] = True
            spare = [f for f in spare if f is not (kin or spare[0])] if spare else []
    return tuple(thing for thing, done in zip(things, met, strict=True) if not done)


def _met(thing: str, own: frozenset[str], facts: Sequence[str], said: Sequence[frozenset[str]]) -> bool:
    if _WEIGHED.search(thing):
        return any(_WEIGHED.search(f) or _CONCLUDED.search(f) for f in facts)
    near = [f for f, words in zip(facts, said, strict=True) if _meets(own, words)]
    if _FIGURED.match(thing):
        head = _roots(stems(thing.split(" of ")[0]))
        return any(_NUMBER.search(f) or _meets(own & head, _roots(stems(_SUBJECT.split(f)[0]))) for f in near)
    if _DATED.match(thing):
        return any(_DAY.search(f) for f in near)
    return bool(near)


def _meets(own: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a fact has a word that only this thing has."""
    return bool(own & said)


def _settled(task: Task, told: Sequence[Told]) -> bool:
    """Whether the facts seem to answer the one thing that the request asks for."""
    thing = asked(task.request)
    text = " ".join(t.text for t in told)
    if (
        thing == MATTER
        or _given_bare(thing, told)
        or task.met
        or any(t.listed and _OF_REASONS.match(thing) for t in told)
    ):
        return True
    reasoned = len(told) >= MANY or any(_BECAUSE.search(t.text) for t in told)
    if settles(thing, text) or (reasoned and _OF_REASONS.match(thing)):
        return True
    if re.search(r"\b(?:no|not|does not|did not)\b", text) and task.condition:
        return True
    return _speaks(task, text)


def _given_bare(thing: str, told: Sequence[Told]) -> bool:
    """Whether the one fact is the bare figure of a thing: “$71.5 million at March 31, 2026”."""
    return len(told) == 1 and bool(_SAID_BARE.match(told[0].text)) and not re.match(rf"{_ASKS}\b", thing)


def _speaks(task: Task, text: str) -> bool:
    """Whether enough of the request's words are in the facts."""
    thing, said = asked(task.request), _roots(stems(text))
    words = _roots(frozenset(w for w in stems(thing) if not re.search(r"\d", w)))
    if _COUNTED.match(thing) and words & said and re.search(r"\d", text):
        return True
    cut = _BY.search(task.request.text)
    parted = task.request.action == "quantify" and cut
    if parted and cut and not _roots(stems(cut["cut"])) & (said - _roots(stems("tenant customer product"))):
        return False
    enough = DECIDED if re.match(r"whether\b", thing) else SETTLED
    return not words or len(words & said) >= enough * len(words)


def _roots(words: frozenset[str]) -> frozenset[str]:
    """The stems without the endings that forms of one word differ by: “waived” and “waiver”."""
    return frozenset(_SUFFIX.sub("", w) for w in words)


_SUFFIX = re.compile(r"(?<=[a-z]{4})(?:an|en|er|ed|in|es|s|e|i|io|it|al|me|y)$")
