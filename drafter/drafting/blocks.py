"""Proposed disclosure: the staff's elements in the staff's order, in the filing's own person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.domain import Comment, Passage
from drafter.drafting.casing import ended, lowered, raised
from drafter.drafting.clauses import MATTER, asked
from drafter.drafting.desk import verb_of
from drafter.drafting.elements import met_by
from drafter.drafting.factors import factors
from drafter.drafting.hiding import REDACTION
from drafter.drafting.kinds import FIGURE, LIKE, likeness, measures, of_kind
from drafter.drafting.lines import REWORDING, line
from drafter.drafting.notes import Told, Use, proposed
from drafter.drafting.plan import OF_RESPONSE, Task, Treat, stems
from drafter.drafting.prose import stands, unworded
from drafter.drafting.resolving import whole_elements
from drafter.drafting.settling import named, single_things, unanswered
from drafter.drafting.topic import topic
from drafter.drafting.turning import WE, turn, turn_own

_LETTER_ONLY = re.compile(
    r"\bwill\b|\bletter\b|(?-i:\bStaff\b)|\bstatement\b|\bpromised\b|\bbefore "
    r"that\b|\brelevant facts are\b|\b(?:was|were|been|had) (?:excluded|omitted)\b|\bdid not include\b|"
    r"^(?:from|beginning with|starting with) the (?:next )?Form\b|"
    r"\b(?:20\d\d|earlier|old) (?:letter|argument|position)\b|"
    r"^(?:it|this|that) does not (?:fit|apply)\b|\bchange came\b|\bpage \d|\bconsent\b|\bnot tracked\b",
    re.I,
)
"""A sentence that speaks to the staff or of the past belongs in the letter and not in the filing."""

_NO_ELEMENT = re.compile(
    r"(?:your|our|the|its) (?:\w+ )?(?:disclosures?|discussion|filings?|presentation|MD&A)(?: accordingly)?$|so$|"
    r"(?:to [a-z]+|described|disclosed|discussed|presented|revised|included) "
)
"""What says how or why to disclose, and names nothing to be disclosed."""
_CAPTION = re.compile(r",? pages? [\w-]+$|^\(\d+\) ?|^(?:Item|Note) \w+ ?[.:–-]? ?", re.I)


def for_block(told: Told) -> bool:
    """Whether a sentence of the notes can stand in the filing itself."""
    return not told.redacted and REDACTION not in told.text and not _LETTER_ONLY.search(told.text)


def goes_in(told: Told) -> bool:
    """Whether a sentence or its blank belongs to the block: of what is to be confirmed, only a figure."""
    if told.use is Use.CONFIRM:
        return bool(re.search(r"\d", told.said))
    return told.use is not Use.STATE or for_block(told)


@dataclass(frozen=True, slots=True)
class _Element:
    task: Task
    text: str

    @property
    def ours(self) -> str:
        said = turn(self.text, WE)
        defines = verb_of(self.task) == "define" and not _ASKS_WHAT.match(said)
        return f"the definition of {said}" if defines else said

    @property
    def spoken(self) -> str:
        """The element with its pronoun as what the one before it names."""
        things = single_things(self.task.request)
        return named(self.text, things) if self.text in things else self.text


_ASKS_WHAT = re.compile(r"(?:which|what|how|why|whether|explain|when|who|where)\b")
"""An element that is a question and nothing to be defined."""


def block(comment: Comment, tasks: Sequence[Task]) -> Passage | None:
    """The proposed disclosure for those undertakings; None where they only take words away."""
    writing = [t for t in tasks if t.treat is Treat.UNDERTAKE]
    told = [t for task in writing for t in task.told]
    lines = _lines(comment, writing, told)
    if not lines:
        return None
    above = caption(comment)
    text = "\n".join([above, *lines] if above else lines)
    sources = {"comment"} | {t.fact for t in told if t.use is Use.STATE and for_block(t)}
    return Passage(text, tuple(sorted(sources)), tuple(t.index for t in writing), block=True)


def caption(comment: Comment) -> str:
    """The caption of the filing that the comment is on, "" where its heading names none."""
    last = comment.heading[-1] if comment.heading else ""
    said = _CAPTION.sub("", _CAPTION.sub("", last)).strip(" ,.:")
    none = re.match(r"Form |General$|Exhibit|Schedule|.*\b(?:[Cc]omment|[Rr]esponse)\b", said)
    return "" if none else said


def _lines(comment: Comment, writing: Sequence[Task], told: Sequence[Told]) -> list[str]:
    given = any(t.use is Use.STATE and goes_in(t) for t in told)
    parts = [_Element(t, e) for t in writing for e in (_of_points(t) or _things(t, given))]
    parts = [p for p in parts if p.text != MATTER and not _NO_ELEMENT.match(p.text)]
    parts = [p for p in parts if not any(o.text.startswith(f"{p.text},") for o in parts)]
    if not parts:
        return []
    shares = _shared(parts, [t for t in told if goes_in(t)])
    stated = [t.text for t in told if t.use is Use.STATE]
    answered = _given(parts, [t for t in told if goes_in(t)])
    lines: list[str] = []
    for part, share in zip(parts, shares, strict=True):
        mine = [t for t in share if t.use is Use.STATE]
        facts = [ended(raised(turn_own(t.text, WE))) for t in mine if stands(t)]
        facts += [unworded(rest)] if (rest := [t for t in mine if not stands(t)]) else []
        waiting = [t for t in share if t.use is Use.OPEN]
        unsure = [_unsure(t, facts) for t in share if t.use is Use.CONFIRM]
        special = factors(comment.text, part.task, stated) or _reconciliation(part.task, parts)
        if special is not None:
            lines += [" ".join(facts)] if facts else []
            lines += [said for said in special if said not in lines]
        else:
            met = _known(part, [t.text for t in mine], stated, answered.get((part.task.index, part.text)))
            lines.append(" ".join(_said(part, facts, waiting, lines, bool(unsure), met) + unsure))
    return [said for said in dict.fromkeys(lines) if said]


def _of_points(task: Task) -> tuple[str, ...]:
    """The points of a list, “the assumptions used and how they were determined” as two."""
    return tuple(e for p in task.points for e in _HOW_TOO.split(p) if e)


_HOW_TOO = re.compile(r",? and (?=(?:how|why) (?:the|your|they|it|these|those|such)\b)")


def _things(task: Task, given: bool) -> tuple[str, ...]:
    """What the request asks for, taken to its single things where facts are `given` that may answer some of them."""
    return single_things(task.request) if given else whole_elements(task.request)


def _given(parts: Sequence[_Element], told: Sequence[Told]) -> dict[tuple[int, str], bool]:
    """Of each of several things that one request asks for whether the facts give it."""
    found: dict[tuple[int, str], bool] = {}
    for index in dict.fromkeys(p.task.index for p in parts if not p.task.points):
        mine = [p for p in parts if p.task.index == index]
        things = [p.text for p in mine]
        own = [t for t in told if t.use is Use.STATE and t in mine[0].task.told]
        facts, listed = [t.text for t in own], any(t.listed for t in own)
        if len(things) > 1 and facts:
            left = unanswered(things, facts, listed)
            found |= {(index, thing): thing not in left for thing in things}
    return found


def _known(part: _Element, mine: Sequence[str], stated: Sequence[str], met: bool | None) -> bool | None:
    """Whether the facts give that thing: a fact of its own kind does, wherever it stands."""
    elsewhere = () if _DEFINITION.search(part.ours) else stated
    kin = any(of_kind(part.ours, f) for f in (*mine, *elsewhere))
    return True if met is False and kin else met


_DEFINITION = re.compile(r"\bdefin")


def _said(
    part: _Element,
    facts: list[str],
    waiting: Sequence[Told],
    before: Sequence[str],
    unsure: bool,
    given: bool | None,
) -> list[str]:
    """The sentences for one element: the facts, and a blank for what they leave open.

    Of one of several things it is known already whether it is `given`.
    """
    if facts and OF_RESPONSE.match(part.text):
        return facts
    met = met_by(part.ours, facts, [*before, *facts]) if given is None else given and not waiting
    if met or (facts and unsure):
        facts = _introduced(part.ours, facts)
        return [*facts, *(proposed(t) for t in waiting)]
    said = _left(part, facts) or line(part.task, part.spoken)
    for one in waiting:
        said = _named_blank(said, proposed(one))
    return [*facts, said]


def _left(part: _Element, facts: Sequence[str]) -> str:
    """A blank for what the facts leave open of an element that asks for other words; "" for any other."""
    name = topic(re.sub(r"^(?:out|down|up|apart) ", "", part.ours))
    reworded = verb_of(part.task).split()[0] in REWORDING
    return f"[●: any further information on {name}]." if facts and reworded and name else ""


def _named_blank(said: str, blank: str) -> str:
    """The sentence with its blank replaced by one that says why the fact is still to come."""
    many = re.match(r"(?P<things>[^\[\]]+? and [^\[\]]+?) (?:are|were) \[●\]\.$", said)
    given = re.fullmatch(r"\[●: (?!(?:how|why|whether)\b)(?P<what>[^\]]+)\]\.?", blank)
    if many and given:
        things = re.sub(r"^the ", "", lowered(many["things"]))
        return f"{said[: -len('[●].')]}[●: {things}, among them {given['what']}]."
    held = re.search(r"\[●(?:: (?P<what>[^\]]+))?\]\.$", said)
    if held and (status := re.fullmatch(r"\[●: (?:how|why|whether) [^(]*\(([^)]*)\)\]\.", blank)):
        why = f"{held['what']} ({status.group(1)})" if held["what"] else status.group(1)
        return f"{said[: held.start()]}[●: {why}]."
    return re.sub(r"\[●[^\]]*\](?!.*\[●)", blank.rstrip(".").replace("\\", ""), said, count=1)


def _introduced(element: str, facts: list[str]) -> list[str]:
    """Bare figures after the name of what they are: “The key assumptions were as follows: ...”."""
    name = re.search(r"\bassumptions?\b", element)
    if not name or not facts or re.search(r"\bassum", " ".join(facts)) or not FIGURE.search(facts[0]):
        return facts
    head = re.sub(r" used\b.*| and how .*", "", element)
    return [f"{raised(head)} used were as follows: {lowered(facts[0])}", *facts[1:]]


_BARE_FIGURE = re.compile(
    r"^(?P<figure>(?:about |approximately )?[$\d][^;]*?) (?P<when>(?:for|at|in|as of) .+)$"
)


def _unsure(told: Told, facts: Sequence[str]) -> str:
    """A fact to be confirmed; a bare figure after others as a sentence of its own."""
    said = re.sub(r"[\[\]●()]", "", told.said).strip(" .")
    bare = _BARE_FIGURE.match(said)
    if bare and facts:
        return f"It was [●: {bare['figure']}, to be confirmed] {bare['when']}."
    return proposed(told)


def _shared(parts: Sequence[_Element], told: Sequence[Told]) -> list[list[Told]]:
    """Each sentence with the element it speaks to; one that speaks to none follows the one before it."""
    shares: list[list[Told]] = [[] for _ in parts]
    last = ("", 0)
    for sentence in told:
        said = stems(sentence.text)
        shared = [0.0 if _denies_more(p, sentence) else _overlap(p, said) for p in parts]
        alike = [
            _alike(p, sentence, bool(mine) or not any(shared)) for p, mine in zip(parts, shared, strict=True)
        ]
        scores = [a + m + _awaited(p, sentence) for p, a, m in zip(parts, alike, shared, strict=True)]
        best = max(range(len(parts)), key=lambda i: (scores[i], -i))
        if not scores[best]:
            best = last[1] if last[0] == sentence.fact or sentence.use is Use.CONFIRM else 0
        shares[best].append(sentence)
        last = (sentence.fact, best)
    return shares


_DENIED = re.compile(r"^(?:that |why )?(?:we|our|it|they|there|no)\b[^,;]*\b(?:not|no|cannot|never)\b")
_DENIES = re.compile(r"\b(?:not|no|none|cannot|never|because|since)\b")


def _denies_more(part: _Element, sentence: Told) -> bool:
    """Whether the element says that something is not so, and the sentence denies nothing."""
    return bool(_DENIED.match(part.ours)) and not _DENIES.search(sentence.text)


def _alike(part: _Element, sentence: Told, near: bool) -> int:
    """What the sentence's kind says for that element; of a bare figure only where it is `near` in words."""
    if of_kind(part.ours, sentence.text):
        return 2 * LIKE + 1
    return likeness(part.ours, sentence.text) if near else 0


_FIGURES = re.compile(r"\b(?:values?|figures?|amounts?|numbers?|rates?|percentages?)\b", re.I)
_ASKS = re.compile(r"^(?:how|why|whether|when|where)\b", re.I)


def _awaited(part: _Element, sentence: Told) -> int:
    """What speaks for that element when a fact is still to come: figures, or the same question."""
    if sentence.use is Use.STATE:
        return 0
    question, named = _ASKS.match(part.ours), _ASKS.match(sentence.said)
    same = question and named and question.group(0).lower() == named.group(0).lower()
    return LIKE if same or (measures(part.ours) and _FIGURES.search(sentence.said)) else 0


def _overlap(part: _Element, said: frozenset[str]) -> float:
    words = stems(part.ours)
    common = len(words & said)
    return common / (1 + len(words)) * 3 + (LIKE if common > 1 and common * 2 >= len(words) else 0)


_RECONCILED = re.compile(r"^(?P<measure>.+?) to (?P<gaap>.+?)(?:,? rather than .*)?$")


def _reconciliation(task: Task, parts: Sequence[_Element]) -> list[str] | None:
    """The lines of a reconciliation in the filing: the GAAP measure first, then each adjustment."""
    before = any(p.task.index < task.index and p.task.request.action == "reconcile" for p in parts)
    if before and re.search(r"\bthe reconciliation\b", task.request.object):
        return []
    found = _RECONCILED.match(turn(asked(task.request), WE))
    if task.request.action != "reconcile" or found is None:
        return None
    first, last = (
        raised(re.sub(r"^(?:its|their) ", "the ", found["gaap"])),
        re.sub(r"^(?:an?|the) reconciliation of ", "", found["measure"]),
    )
    return [f"{first}, [●]; [●: each adjustment, with its amount, by period]; {last}, [●]."]
