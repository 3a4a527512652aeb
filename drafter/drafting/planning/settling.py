"""What a request asks for, taken to its single things, and which of them the facts under it leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.drafting.language.clauses import ONE_LIST, asked
from drafter.drafting.language.kinds import FIGURE
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.answering import MEASURED, fit, misses, shows
from drafter.drafting.planning.plan import Task, stated, stems
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.resolving import whole_elements, with_noun

_ASKS = r"(?:how|why|whether|what|which|when|where|who|whom)"
_JOINED = re.compile(
    rf",?\s+(?:and|as well as|including)\s+(?=(?:the|any|its|your|their|each)\s+\w|{_ASKS}\b|"
    r"(?:in|to|by|at|under|for|from) (?:which|what|whom)\b)",
    re.I,
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
        return f"the {owned['what']} of {_COUNT.sub('the ', things[at - 1])}"
    return with_noun(thing, things[at - 1]) if at else thing


_OWNED = re.compile(r"(?:its|their) (?P<what>[\w-]+(?: [\w-]+)?)$")
_COUNT = re.compile(r"the (?:number|amount|percentage) of (?=[\w-]+s\b)")
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


def things(task: Task) -> tuple[str, ...]:
    """The single things of a request, or of the points of its list."""
    return tuple(e for p in task.points for e in _HOW_TOO.split(p) if e) or single_things(task.request)


_HOW_TOO = re.compile(r",? and (?=(?:how|why) (?:the|your|they|it|these|those|such)\b)")


MANY = 3
"""Sentences that together give the grounds of a judgement."""


def left_open(task: Task, said: Sequence[Told] = ()) -> tuple[str, ...]:
    """The things of the request that the notes leave open, in its order: all where they state nothing under it, and
    those that no sentence was placed with where the sentences are fewer than the things.

    One sentence may answer two things, and sentences as many as the things mostly answer them all (decision 013); but
    a figure or an outlook is left open by sentences none of which gives one, and a reason by those without a cause.
    What is `said` to the comment elsewhere is not left open.
    """
    return tuple(t for t in _left_open(task) if not _told_elsewhere(t, task, said))


def _left_open(task: Task) -> tuple[str, ...]:
    every, facts = things(task), [t for t in task.told if t.use is Use.STATE and _may_answer(t)]
    if not facts:
        waiting = {t.thing for t in task.told if t.use is not Use.STATE} if stated(task) else set()
        return tuple(t for t in every if t not in waiting)
    unheard = unspoken(task)
    if len(facts) >= len(every):
        caused = any(_CAUSE.search(t.said) for t in facts)
        unheard = tuple(t for t in unheard if _ARGUED.match(t) and not caused)
    return tuple(t for t in every if t in unheard or misses(t, [s.said for s in task.told]))


def unspoken(task: Task) -> tuple[str, ...]:
    """The things of a request with facts that no sentence was placed with, nor has a word of theirs alone."""
    heard = {t.thing for t in task.told if _may_answer(t)}
    reasoned = any(_REASON.match(t.thing) and _CAUSE.search(t.text) for t in task.told)
    left = (t for t in things(task) if t not in heard and not in_words(task, t))
    return tuple(t for t in left if not (reasoned and _REASON.match(t))) if heard else ()


def _may_answer(told: Told) -> bool:
    """Whether the sentence can answer what it was placed with, which a bare promise cannot where that is or was."""
    if told.use is not Use.STATE or told.thing.startswith("any ") or _TO_COME.search(told.thing):
        return True
    apart = not stems(told.text) & stems(told.thing)
    return not (_PROMISED.match(told.text) or (apart and _SETTLES_NOTHING.search(told.text)))


_TO_COME = re.compile(
    r"\b(?:will|would|plans?|intend\w*|expect\w*|propos\w*|future|going forward|steps?|actions?|remediat\w*)\b"
)
"""How one asks for what is to come."""
_PROMISED = re.compile(
    r"(?:(?:The [A-Z]\w+|We|There) will (?!continue\b|send\b|furnish\b|supply\b)|"
    r"(?:It|They|The [\w ]{2,40}) will be (?:included|given|added|labell?ed|in)\b)(?!.*(?:;|\bbecause\b))"
)
_SETTLES_NOTHING = re.compile(
    r"\bnot (?:been |yet )*(?:decided|settled|concluded)\b|"
    r"\b(?:letter|answer|said|told)\b.* (?:still holds|(?:is|was) (?:still )?(?:right|true|correct|accurate))\b"
)
"""“The recast has not been decided”, “What was said in 2023 was right then”."""


def _told_elsewhere(thing: str, task: Task, said: Sequence[Told]) -> bool:
    """Whether a sentence that the request has not answers the thing by all its words, or its “why” by a cause."""
    mine = {(t.place, t.part) for t in task.told}
    others = [t for t in said if t.use is Use.STATE and (t.place, t.part) not in mine]
    words = stems(thing)
    whole = len(words) > 1 and any(words <= stems(t.text) and fit(thing, t.said) > 0 for t in others)
    return whole or bool(_REASON.match(thing) and any(_BECAUSE.search(t.text) for t in others))


_BECAUSE = re.compile(r"\b(?:because|due to|owing to)\b")


def ungiven(group: Sequence[Task]) -> Iterator[str]:
    """The things of requests answered together of which no sentence under any of them speaks, where some are told."""
    told = [t for task in group for t in task.told]
    said, heard = [t.said for t in told], {t.thing for t in told}
    caused = any(_CAUSE.search(s) for s in said)
    for task in group if any(t.use is Use.STATE for t in told) else ():
        for thing in () if task.condition else things(task):
            near = max(len(stems(thing) & stems(s)) for s in said)
            apart = thing not in heard and len(stems(thing)) > 1 and near <= (not task.told)
            grounds = (task.told or caused) and (
                re.match(r"how\b|the basis\b", thing) or _REASON.match(thing)
            )
            known = grounds or MEASURED.match(thing) or thing.startswith("any ")
            if misses(thing, said) or (apart and not known):
                yield thing


_REASON = re.compile(
    r"(?:why|what (?:led|caused|prompted|drove)|(?:the |your )?(?:reasons?|causes?|circumstances))\b"
)
"""What asks for a reason; one sentence with its cause tells what led to a change and why it came then."""
_ARGUED = re.compile(
    r"(?:why|(?:whether and )?how) (?:you|the|your|it|they|these|those|such|this|each)\b"
    r"(?!.* (?:that|this|your) (?:conclusion|determination|position)$)"
)
"""What asks for reasons, which no further fact on something else gives; any fact is ground for “that conclusion”."""
_CAUSE = re.compile(r"\b(?:because|when|after|once|since|following|upon|due to|as (?:the|it|they|its|a))\b")


def in_words(task: Task, thing: str) -> bool:
    """Whether what is told under the request has a word that of its things only this one has, or shows it without."""
    others = frozenset().union(*(stems(t) for t in things(task) if t != thing))
    facts = [t for t in task.told if t.use is Use.STATE] or task.told
    said = frozenset().union(*(stems(t.text) for t in facts))
    shown = _figured(task, thing) or any(shows(thing, t.said) for t in facts)
    return shown or bool((stems(thing) - others) & said)


def _figured(task: Task, thing: str) -> bool:
    """Whether one fact has the figure that is asked for, of all that the thing names: “Two loans, $9 million”."""
    of = stems(_HEADS.sub("", thing))
    told = [t.text for t in task.told if t.use is Use.STATE and of <= stems(t.text)]
    return bool(MEASURED.match(thing)) and any(not misses(thing, [text]) for text in told)


_HEADS = re.compile(r"\b(?:the|total|aggregate|numbers?|amounts?|costs?|you|your)\b")


_EFFECTS = re.compile(
    r"\b(?P<head>(?:effects?|impacts?)(?: (?:of|that) [^,]{3,60}?)? on|amounts? of) (?P<list>[^;]+(?:,| and )[^;]+)$",
    re.S,
)
"""“The effect on income from continuing operations, net income and earnings per share”."""
_BETWEEN = re.compile(r",? and |, ")
_KIND = re.compile(r"(?:basic|diluted|gross|net|pre-?tax|after-tax)$")


def measures_untold(thing: str, said: str) -> tuple[str, ...]:
    """The measures of a listed effect that the facts leave out where they have another: “the effect on net income”."""
    found = _EFFECTS.search(thing.rstrip(" ."))
    if found is None:
        return ()
    names: list[str] = []
    for item in _BETWEEN.split(found["list"]):
        kind = _KIND.match(item.strip())
        names.append(f"{item.strip()} {_FIRST_KIND.sub('', names[-1])}" if kind and names else item.strip())
    plain = not re.match(rf"{_ASKS}|each\b|every\b", names[0])
    if any(re.match(rf"(?:{_ASKS}|an?|the|changes?)\b", n) for n in names[1:]) or not plain:
        return ()
    told = stems(said)
    own = [_own(n, names) for n in names]
    missing = tuple(n for n, words in zip(names, own, strict=True) if words and not words & told)
    return tuple(f"the {found['head']} {n}" for n in missing) if len(missing) < len(names) else ()


_EACH_PERIOD = re.compile(
    r",? (?:in|for|at|during|as of) (?:each|every) "
    r"(?:(?:of the )?[\w ]+ presented|of the (?:last|past|two|three|prior)\b[\w ]*(?:years|periods|quarters))$"
)
_OF_ALL = re.compile(r"\b(?:each|every|all|both|any|no|none|never|only|first|since|years|quarters)\b")


def periods_untold(thing: str, said: str) -> tuple[str, ...]:
    """What is asked for each period where the facts have the figure of one: the same for the others."""
    found = _EACH_PERIOD.search(thing.rstrip(" ."))
    years = set(re.findall(r"\b(?:19|20)\d\d\b", said))
    one = len(years) == 1 and FIGURE.search(said) and not _OF_ALL.search(said)
    return (f"{thing[: found.start()]} in each other period presented",) if found and one else ()


_FIRST_KIND = re.compile(r"^(?:basic|diluted|gross|net|pre-?tax|after-tax) ")


def _own(name: str, names: Sequence[str]) -> frozenset[str]:
    """The words that tell this measure from the others."""
    others = [stems(n) for n in names if n != name]
    return stems(name).difference(*others) or stems(name)


def untold(task: Task, told: Sequence[Told], others: bool) -> tuple[str, ...]:
    """The measures, where no `others` of its things are left open, and the periods that the facts leave out."""
    by_thing = [(t, running([s for s in told if s.thing == t])) for t in things(task)]
    measures = () if others else measures_untold(asked(task.request), running(told))
    return measures or tuple(m for thing, said in by_thing for m in periods_untold(thing, said))


def but_the_rest(task: Task) -> Task:
    """The task, what does not speak of other things with one of those named and not with “any other terms”."""
    named = [t for t in things(task) if not _OTHERS.match(t)]
    if not named or not any(_OTHERS.match(t.thing) for t in task.told):
        return task
    return replace(task, told=tuple(_at_a_named(t, named) for t in task.told))


def _at_a_named(told: Told, named: Sequence[str]) -> Told:
    if not _OTHERS.match(told.thing) or _SPEAKS_OF_OTHERS.search(told.said):
        return told
    return replace(told, thing=max(named, key=lambda n: len(stems(n) & stems(told.said))))


_OTHERS = re.compile(r"(?:any|the|all|each|and)? ?(?:other|additional|further)\b", re.I)
_SPEAKS_OF_OTHERS = re.compile(r"\b(?:other|others|else|further|additional|none|also|no more)\b", re.I)
