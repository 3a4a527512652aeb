"""Proposed disclosure: the staff's elements in the staff's order, in the filing's own person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.domain import Comment, Passage
from drafter.drafting.disclosure.dating import COVERED, dated
from drafter.drafting.disclosure.events import occurred
from drafter.drafting.disclosure.factors import factors
from drafter.drafting.disclosure.forming import reconciled
from drafter.drafting.disclosure.lines import line
from drafter.drafting.language.casing import ended, lowered, raised
from drafter.drafting.language.clauses import MATTER, asked, bare
from drafter.drafting.language.topic import topic
from drafter.drafting.language.turning import WE, turn, turn_own
from drafter.drafting.notes.ready import Told, Use, proposed
from drafter.drafting.planning.antecedents import as_missing, unpointed
from drafter.drafting.planning.eligible import asked_words, fit, for_block, goes_on
from drafter.drafting.planning.ordering import by_place
from drafter.drafting.planning.plan import OF_RESPONSE, Task, Treat, stated, stems
from drafter.drafting.planning.prose import running
from drafter.drafting.planning.provisos import supposed
from drafter.drafting.planning.resolving import whole_elements
from drafter.drafting.planning.settling import in_words, measures_untold, named, single_things, things
from drafter.drafting.sentences.desk import material, verb_of

_NO_ELEMENT = re.compile(
    r"(?:your|our|the|its) (?:\w+ )?(?:disclosures?|discussion|filings?|presentation|MD&A)(?: accordingly)?$|"
    r"(?:so|why|how|(?:all |any )?future (?:periodic )?(?:filings|reports)(?: accordingly)?)$|"
    r"(?:to [a-z]+|described|disclosed|discussed|presented|revised|included) "
)
"""What says how or why to disclose, and names nothing to be disclosed."""
_CAPTION = re.compile(r",? pages? [\w-]+$|^\(\d+\) ?|^(?:Item|Note) \w+ ?[.:–-]? ?", re.I)


@dataclass(frozen=True, slots=True)
class _Element:
    task: Task
    text: str

    @property
    def wanted(self) -> str:
        """The element as what a sentence has to give: an amount of what is to be quantified."""
        what = _GIVES.get(verb_of(self.task)) if _SAID.search(self.task.request.text) else None
        return f"the {what} of {self.text}" if what else self.text

    @property
    def ours(self) -> str:
        said = turn(self.text, WE)
        defines = verb_of(self.task) == "define" and not _ASKS_WHAT.match(said)
        return f"the definition of {said}" if defines else said

    @property
    def spoken(self) -> str:
        """The element with its pronoun as what the one before it names."""
        things = single_things(self.task.request)
        said = named(self.text, things) if self.text in things else self.text
        return said if self.text not in things[1:] else re.sub(r"^how it ", "how this ", said)


_GIVES = {"quantify": "amount", "define": "definition"}
_SAID = re.compile(r"\b(?:quantif|defin)", re.I)
_ASKS_WHAT = re.compile(r"(?:which|what|how|why|whether|explain|when|who|where)\b")
"""An element that is a question and nothing to be defined."""


def block(
    comment: Comment, tasks: Sequence[Task], letter: Sequence[Told] = (), sign: str = "$", due: str = ""
) -> Passage | None:
    """The proposed disclosure for those undertakings; None where they only take words away.

    What the `letter` tells stands in it as well where it answers what nothing else does. The report in which it is
    `due` gives the periods.
    """
    writing = [t for t in tasks if t.treat is Treat.UNDERTAKE]
    parts = _parts(writing, comment.text)
    shares = _lent(parts, _shared(parts, _told(writing), comment.text), letter, comment.text)
    lines = _lines(comment, parts, shares)
    if not lines:
        return None
    lines = [dated(said.replace("$[●", f"{sign}[●"), due) for said in lines]
    above = _section(writing) or caption(comment)
    text = "\n".join([above, *lines] if above else lines)
    sources = {"comment"} | {t.fact for share in shares for t in share if t.use is Use.STATE}
    return Passage(text, tuple(sorted(sources)), tuple(t.index for t in writing), block=True)


_SECTION = re.compile(
    r"\b(?:in|to|of|under)? ?(?:your|the) (?P<name>MD&A|Management[’']s Discussion and Analysis|"
    r"[A-Z][a-z]+(?: (?:(?:of|and|in) )?[A-Z][a-z]+){1,5})(?: section\b| in (?:your )?future filings\b)|"
    r"\b[Rr]evise (?P<whole>Management[’']s Discussion and Analysis)\b"
)


def _section(writing: Sequence[Task]) -> str:
    """The section that the requests name for what is to be disclosed, "" for none or several."""
    found = {m["name"] or m["whole"] for t in writing if (m := _SECTION.search(t.request.text))}
    name = next(iter(found), "") if len(found) == 1 else ""
    return "Management's Discussion and Analysis" if name == "MD&A" else name


def caption(comment: Comment) -> str:
    """The caption of the filing that the comment is on, "" where its heading names none."""
    last = comment.heading[-1] if comment.heading else ""
    said = _CAPTION.sub("", _CAPTION.sub("", last)).strip(" ,.:")
    none = re.match(r"Form |General$|Exhibit|Schedule|.*\b(?:[Cc]omment|[Rr]esponse)\b", said)
    return "" if none else said


def taken(tasks: Sequence[Task], comment: Comment) -> frozenset[Told]:
    """The sentences and blanks that the proposed disclosure of those tasks takes in."""
    parts = _parts(tasks, comment.text)
    return frozenset(t for share in _shared(parts, _told(tasks), comment.text) for t in share)


def _told(tasks: Sequence[Task]) -> list[Told]:
    return by_place([t for task in tasks for t in task.told if t.use in _SET])


_OCCURRED = re.compile(
    r"\bhypothetical|^(?!.*\bwhether\b).*\brisks?(?: factors?)?\b.*\b(?:has|have) (?:already )?"
    r"(?:occurred|happened|materialized)\b"
)
"""A risk that is to be told as what has happened."""
_ESTIMATE = "We estimate this effect at approximately $[●] for [●: period]."
_SET = frozenset({Use.STATE, Use.OPEN, Use.CONFIRM})


def _parts(writing: Sequence[Task], text: str) -> list[_Element]:
    given = any(t.use is Use.STATE and for_block(t) for t in _told(writing))
    parts = [_Element(t, e) for t in writing for w in _things(t, given) for e in as_missing(w, text)]
    parts = [
        p
        for p in parts
        if _OCCURRED.search(p.task.request.text) or not (p.text == MATTER or _NO_ELEMENT.match(p.text))
    ]
    whole = [p for p in parts if not any(o.text.startswith(f"{p.text},") for o in parts)]
    return sorted(whole, key=lambda p: not re.search(r"\b(?:equal|greater) prominence\b", p.text))


def _lines(comment: Comment, parts: Sequence[_Element], shares: Sequence[Sequence[Told]]) -> list[str]:
    given = [t.text for share in shares for t in share if t.use is Use.STATE]
    lines: list[str] = []
    for part, share in zip(parts, shares, strict=True):
        inside = frozenset(t for p, s in zip(parts, shares, strict=True) for t in s if p.task is part.task)
        mine = [t for t in share if t.use is Use.STATE]
        ours = [replace(t, text=ended(raised(turn_own(t.text, WE)))) for t in mine]
        name = _EACH.sub("", part.ours)
        name = topic(name) or (name if _OURS.fullmatch(name) else "")
        facts = [running(ours, name)] if ours else []
        facts += [_ANEW] if any(_GONE_BY.search(t.text) and _MEASURED.search(t.text) for t in ours) else []
        waiting = [t for t in share if t.use is Use.OPEN]
        unsure = [proposed(t) for t in share if t.use is Use.CONFIRM]
        special = None
        if _OCCURRED.search(part.task.request.text):
            before = comment.text.partition(part.task.request.text)[0]
            facts, special = [], [occurred(before, [t.text for t in part.task.told], facts)]
        said = comment.text
        special = special or factors(said, part.task, given) or _reconciliation(part.task, parts, said)
        if special is not None:
            lines.append(" ".join([*facts, *(proposed(t) for t in waiting), *unsure]))
            fresh = [e for e in special if e.replace("$", "") not in {s.replace("$", "") for s in lines}]
            estimate = [_ESTIMATE] if re.search(r"\b(?:effect|impact)\b", part.task.condition) else []
            lines += [_in_case(part.task, each) for each in fresh or estimate]
        else:
            said = " ".join(_said(part, facts, waiting, bool(unsure), inside, comment.text) + unsure)
            lines.append(_in_case(part.task, said if facts else unpointed(said, " ".join(lines))))
    once = [s for n, s in enumerate(lines) if s and not _within(s, lines, n)]
    return _under_one_case([said for said in once if not _given(said, once)])


def _within(said: str, lines: Sequence[str], at: int) -> bool:
    """Whether another line has that one inside it; of two that are the same, whether it is the second."""
    others = [line for n, line in enumerate(lines) if n < at or (n > at and line != said)]
    return any(said in line for line in others)


_CASE = re.compile(r"(?P<case>\[(?!●|If (?:so|not):)[^\]●:]*: )(?P<said>.+)\]")
"""A line behind its condition, which is named in it."""


def _under_one_case(lines: Sequence[str]) -> list[str]:
    """The lines, those that follow each other under the same condition in one pair of brackets."""
    joined: list[str] = []
    for said in lines:
        case, before = _CASE.fullmatch(said), _CASE.fullmatch(joined[-1]) if joined else None
        if case and before and case["case"] == before["case"]:
            joined[-1] = f"{before[0][:-1]} {case['said']}]"
        else:
            joined.append(said)
    return joined


_ANEW = f"[●: the same figures for {COVERED}]."
_GONE_BY = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]s of|[Ff]or|[Dd]uring|[Ff]iscal|date,)(?: fiscal| [A-Z]\w+ \d+,)? 20\d\d\b"
)
_MEASURED = re.compile(
    r"^(?!.*\b(?:would|old|changed|(?:is|are)\b.* in 20\d\d)\b).*(?:\b(?:was|were|by) (?:about )?\d(?!\d{3}\b)|"
    r"[$€£]\d|\b\d[\d.,]* ?(?:%|(?:percent|million|billion|times|were)\b)|\d\.\d+ to 1|: \d[\d,]*;)"
)
"""What a figure was in a period gone by, which the filing to come gives anew."""
_FIGURE_OPEN = re.compile(
    r"(?:The|Our) (?:[\w’'-]+ )*?(?P<head>[\w-]+)(?: (?:for|at|in) each [^\[\]]+)? (?:was|were|is|are) \[●\]\.$"
)
"""“The net yield for each period presented was [●].”"""


def _given(said: str, lines: Sequence[str]) -> bool:
    """Whether the line only leaves open the figure that another gives: “The yield was 9 percent in 2025.”"""
    found, how = _FIGURE_OPEN.match(said), _HOW_OPEN.match(said)
    head = re.escape(found["head"]) if found else ""
    told = rf"\b{head} (?:was|were) (?:about |approximately )?[$€£]?\d"
    told = r"[$€£]\d" if found and re.match(r"The amounts? (?:was|were) ", said) else told
    told = _DEFINED.format(re.escape(how[1])) if how else told
    return bool(found or how) and any(re.search(told, other) for other in lines if other != said)


_DEFINED = r"(?i)\b{} (?:means|(?:is|are) [^.\[]*\b(?:divided|less|plus|sum))\b"
_HOW_OPEN = re.compile(r"(?:The |Our |We define )?(.+?) (?:(?:is|are) calculated as follows:|as) \[●\]\.$")
_EACH = re.compile(r" (?:for|in|at) each (?:period|year|quarter|balance sheet date).*")
"""The periods of a thing asked for, which are no part of its name."""
_OURS = re.compile(r"our(?: [a-z-]+){1,5}")
LONGEST_CASE = 18
"""Words of a condition that a line can begin with."""


_EMPTY = re.compile(r"\[●: (?:text of the revised disclosure|(?:[\w'’&-]+ ?){1,3})\]\.")
"""A blank that says nothing of what would be disclosed."""


def _in_case(task: Task, said: str) -> str:
    """The line of what hangs on a condition that is still open, in brackets behind the condition."""
    if not task.condition or not said:
        return said
    if _EMPTY.fullmatch(said):
        return ""
    case = re.sub(r"^(?:and|or),? ", "", turn(bare(task.condition), WE))
    fact = re.sub(r"^if ", "", case, flags=re.I)
    if lowered(said).startswith(fact):
        without = re.sub(r"\bany | \[●: client to confirm this statement\]", "", said)
        return f"[{'If not' if supposed(task.condition)[1] else 'If so'}: {without}]"
    case = "to the extent material" if material(task.condition) else case
    return f"[{raised(case) if len(case.split()) <= LONGEST_CASE else 'If so'}: {said}]"


def _things(task: Task, given: bool) -> tuple[str, ...]:
    """What the request asks for, taken to its single things where facts are `given` that may answer some of them."""
    return things(task) if given or task.points else whole_elements(task.request)


def _said(
    part: _Element,
    facts: list[str],
    waiting: Sequence[Told],
    unsure: bool,
    inside: frozenset[Told],
    comment: str,
) -> list[str]:
    """The sentences for one element: the facts, or a line with a blank, and what is still to come."""
    if facts and OF_RESPONSE.match(part.text):
        return facts
    if facts:
        left = () if waiting or unsure else measures_untold(part.ours, " ".join(facts))
        return [*facts, *(proposed(t) for t in waiting), *(f"{raised(m)} was [●]." for m in left)]
    asks = re.match(r"whether\b|if\b", part.text)
    task = replace(part.task, told=tuple(t for t in part.task.told if t in inside))
    notes = len({t.fact for t in stated(task)})
    told = in_words(task, part.text) or (not asks and notes >= len(_things(task, given=True)) > 1)
    if (unsure or told) and not waiting:
        return []
    said = line(part.task, part.spoken, comment)
    beside = [t for t in waiting if t.text.startswith("whether ") and not asks]
    for one in (t for t in waiting if t not in beside):
        said = _named_blank(said, proposed(one))
    return [said, *(proposed(t) for t in beside)]


def _named_blank(said: str, blank: str) -> str:
    """The sentence with its blank replaced by one that says why the fact is still to come."""
    said = re.sub(r" in \[●: period\], compared with .+$", ".", said)
    held = re.search(r"\[●(?:: (?P<what>[^\]]+))?\]\.$", said)
    if held and (
        status := re.fullmatch(r"\[●: (?P<what>(?:how|why|whether) [^(]*)\((?P<why>[^)]*)\)\]\.", blank)
    ):
        what = held["what"] or status["what"].strip()
        return f"{said[: held.start()]}[●: {what} ({status['why']})]."
    if re.search(r"\[●: [^\]]* or [^\]]*\bnot\b[^\]]*\] \w", said):
        return f"{said} {blank}"
    return re.sub(r"\[●[^\]]*\](?!.*\[●)", blank.rstrip(".").replace("\\", ""), said, count=1)


PLACED = 2
"""What speaks for the element with which a sentence was placed, beside how surely it answers it."""


def _next_figure(before: Told, sentence: Told) -> bool:
    """Whether a figure to be confirmed goes on from the sentence before it on the same thing."""
    follows = sentence.thing == before.thing and sentence.place == before.place + 1
    return follows and sentence.use is Use.CONFIRM and bool(re.match(r"[$€£]?\d", sentence.said))


def _placed(sentence: Told, part: _Element) -> bool:
    """Whether the sentence was placed with that element, or with a part of it."""
    whole = sentence in part.task.told and bool(sentence.thing) and sentence.thing in part.text
    return whole or part.text == sentence.thing


def _shared(parts: Sequence[_Element], told: Sequence[Told], comment: str) -> list[list[Told]]:
    """Each sentence with the element that it surely answers, its own before another; with none what answers none."""
    shares: list[list[Told]] = [[] for _ in parts]
    texts = [p.wanted for p in parts]
    words = [asked_words(texts, n, comment) for n in range(len(parts))]
    before, at = None, 0
    for sentence in told:
        fits = [
            (found + PLACED * placed, placed, sentence in p.task.told, -n)
            for n, p in enumerate(parts)
            if (found := fit(sentence, p.wanted, words[n], placed := _placed(sentence, p)))
        ]
        own = next((n for n, p in enumerate(parts) if sentence in p.task.told), 0)
        lost = sentence.thing and all(p.text != sentence.thing for p in parts)
        if before is not None and _next_figure(before, sentence):
            pass
        elif fits:
            at = -max(fits)[-1]
        elif parts and lost and fit(sentence, sentence.thing, asked_words([sentence.thing], 0, comment)):
            at = own
        elif not goes_on(sentence, before):
            before = None
            continue
        before = sentence
        shares[at].append(sentence)
    return shares


def _lent(
    parts: Sequence[_Element], shares: list[list[Told]], letter: Sequence[Told], comment: str
) -> list[list[Told]]:
    """The shares, each element without one with the sentence of the letter that surely answers it and none before."""
    texts = [p.wanted for p in parts]
    own = [stems(text) - stems(" ".join(o for o in texts if o != text)) for text in texts]
    answers = {
        n: [
            t
            for t in letter
            if (mine := own[n] & stems(t.said)) or not stems(t.thing) & stems(t.said)
            if fit(t, text, asked_words([text], 0, comment)) >= (1 if mine else 2)
        ]
        for n, text in enumerate(texts)
        if not shares[n] and not parts[n].task.condition
    }
    used: list[Told] = []
    for n in sorted(answers, key=lambda n: (len(answers[n]) or len(letter), n)):
        shares[n] = [t for t in answers[n] if t not in used][-1:] or answers[n][-1:]
        used += shares[n]
    for n, text in enumerate(texts[1:], start=1):
        if not shares[n] and _ITS_CAUSE.fullmatch(text):
            shares[n] = [t for t in shares[n - 1] if fit(t, text, frozenset())][-1:]
        if not shares[n - 1] and text.startswith(f"how {texts[n - 1]} "):
            shares[n - 1] = [t for t in shares[n] if re.search(r"\d", t.said)]
    return shares


_ITS_CAUSE = re.compile(
    r"(?:what caused|why|the (?:reasons?|causes?) (?:for|of)) (?:it|this|them|these)(?: .*)?|(?:its|their) causes?"
)
"""The cause of what is asked for before."""


_RECONCILED = re.compile(r"^(?P<measure>.+?) to (?P<gaap>.+?)(?:,? rather than .*)?$")


_TO_FIRST = re.compile(r"^(?:an?|the) reconciliation to (?P<gaap>.+?) (?:of|for) (?P<measure>[^,;]+)$")
"""“A reconciliation to net income of Adjusted EBITDA”, with what it leads to first."""


def _reconciliation(task: Task, parts: Sequence[_Element], comment: str) -> list[str] | None:
    """The lines of a reconciliation in the filing: the GAAP measure first, then each adjustment."""
    before = any(p.task.index < task.index and p.task.request.action == "reconcile" for p in parts)
    if before and re.search(r"\bthe reconciliation\b", task.request.object):
        return []
    found = _RECONCILED.match(_TO_FIRST.sub(r"\g<measure> to \g<gaap>", turn(asked(task.request), WE)))
    if task.request.action != "reconcile" or found is None:
        return None
    gaap = re.sub(r"^(?:its|their) ", "the ", found["gaap"])
    last = re.sub(r"^(?:an?|the) reconciliation of ", "", found["measure"])
    last = re.sub(r"^(?:an?|the) reconciliation$", "the measures", last)
    return [reconciled(last, gaap, comment)]
