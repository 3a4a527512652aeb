"""The provision that the staff cites, named once in the answer where nothing in it names it yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.authorities import authorities
from drafter.domain import Passage
from drafter.drafting.language.choosing import who_concluded
from drafter.drafting.language.scene import Scene
from drafter.drafting.planning.citing import current
from drafter.drafting.planning.formulas import is_formula, plain, runs_of
from drafter.drafting.planning.plan import Plan, Task, Treat
from drafter.drafting.sentences.judging import FACTS_FOLLOW, elements_of, gone_through, under
from drafter.matters import sentences

MOST = 2
"""Provisions that one answer names; more would be a list of law."""
LONGEST = 14
"""Words of a provision's name."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision as the staff cites it, where it begins in the comment (in words), and what tells it again."""

    name: str
    at: int
    marks: tuple[str, ...]


def named(plan: Plan, passages: Sequence[Passage], scene: Scene) -> list[Passage]:
    """The passages, each provision that the staff points to named in one that answers the request before it."""
    done, theirs, known = list(passages), _runs_of_others(plan), bool(plan.told)
    for cited in list(_pointed_to(plan))[:MOST]:
        whole = " ".join(p.text for p in done)
        if any(mark in whole for mark in cited.marks):
            continue
        for index in _order(plan, done, cited):
            text = _with(done[index].text, cited.name, scene, known)
            if text and theirs.isdisjoint(runs_of(plain(text))):
                done[index] = replace(done[index], text=text)
                break
    return done


def _runs_of_others(plan: Plan) -> frozenset[tuple[str, ...]]:
    """The runs of words that only a precedent has, which no answer may repeat."""
    others = (f"{p.pair.comment.text} {p.pair.response.text}" for p in plan.precedents)
    found = {run for text in others for run in runs_of(plain(text)) if not is_formula(run)}
    return frozenset(found.difference(runs_of(plain(plan.comment.text))))


_POINTS = re.compile(
    r"\b(?:refer(?:ence)?|see|guidance|require[sd]?|called for|cite|accordance|comply|complies|considered|"
    r"consideration|conditions? of|basis in)\b",
    re.I,
)
"""What a sentence says that points to a provision, and does not only mention it."""
_LEFT = re.compile(
    r"(?:[Pp]aragraphs?|[Ss]ections?|Instructions?|Questions?) [\w.()]+ (?:of|to|in) (?:the )?$|\bSEC $"
)
_RIGHT = re.compile(
    r" (?:of|to|in) (?:the )?(?:(?:[A-Z][\w-]* (?:[\w-]+ ){0,5})?(?:C&DIs?\b|"
    r"Compliance (?:and|&) Disclosure Interpretations)|"
    r"Regulation [SM]-[A-Z]\b|Form [\w-]+\b|Securities (?:Exchange )?Act|Exchange Act)"
)
_REST = re.compile(r"\.?[a-z]{1,4}\b|(?:-?\([a-z0-9]+\))+")
"""What goes on a paragraph's number: “55-91f”, “50-2.b”."""
_BETWEEN = re.compile(r"(?:,? and |,? or |, | through | to )(?:Items? )?$")
_NUMBER = re.compile(r"[\dIVX]+[\w.-]*\d[\w.()-]*|\d[\w.()-]*")
SHORTEST_MARK = 3
"""Characters; a shorter number tells no provision again."""


def _pointed_to(plan: Plan) -> Iterator[Cited]:
    """The provisions that the comment points to, neighbours as one, without those of a branch not taken."""
    text = plan.comment.text
    out = [t.request for t in plan.tasks if t.treat in {Treat.NOT_TAKEN, Treat.SUPPLY} or t.closed]
    groups: list[list[tuple[int, int, str]]] = []
    for one in authorities(text):
        span = (one.start, one.end, one.canonical)
        joined = groups and _BETWEEN.fullmatch(text[groups[-1][-1][1] : one.start])
        groups[-1].append(span) if joined else groups.append([span])
    for group in groups:
        at = len(text[: group[0][0]].split())
        name = _name(text, group, plan.on)
        sentence = next((s for s in sentences(text) if text[group[0][0] : group[0][1]] in s), "")
        asked = any(t.request.start <= at < t.request.end for t in plan.tasks)
        if any(r.start <= at < r.end for r in out) or not 0 < len(name.split()) <= LONGEST:
            continue
        if asked or _POINTS.search(sentence):
            yield Cited(name, at, tuple(_marks(text, group, name)))


def _name(text: str, group: Sequence[tuple[int, int, str]], on: date | None) -> str:
    start, end = group[0][0], group[-1][1]
    if text[end : end + 1] == "/":
        return ""
    rest = _REST.match(text, end)
    end = rest.end() if rest else end
    left, right = _LEFT.search(text[:start]), _RIGHT.match(text, end)
    name = f"{left.group(0) if left else ''}{text[start:end]}{right.group(0) if right else ''}"
    body = next((b for starts, b in _BODIES if group[0][2].startswith(starts)), "")
    if body in text and body not in name and re.match(r"(?:Items?|Rules?) ", name):
        name = f"{name} of {body}"
    name = " ".join(name.split())
    same = {c.canonical for c in authorities(name)} == {canonical for _, _, canonical in group}
    whole = all(re.search(rf"{re.escape(n.rstrip('.)'))}(?![-\w])", text) for n in _NUMBER.findall(name))
    return name if same and whole and current(name, on) == name else ""


_BODIES = (
    ("Regulation S-K Item", "Regulation S-K"),
    ("Regulation S-X Rule", "Regulation S-X"),
    ("Regulation M-A Item", "Regulation M-A"),
)
"""By the beginning of a provision's canonical name: the body of rules it stands in, as letters say it."""


def _marks(text: str, group: Sequence[tuple[int, int, str]], name: str) -> Iterator[str]:
    yield name
    for start, end, _ in group:
        yield from (n for n in _NUMBER.findall(text[start:end])[:1] if len(n) >= SHORTEST_MARK)


def _order(plan: Plan, passages: Sequence[Passage], cited: Cited) -> Iterator[int]:
    """The places of the passages that may name it: those on the request nearest before it, then those that promise,
    change or introduce something; behind several requests with notes, a promise or a change comes first. What stands
    inside a request is named with no other.
    """
    live = [t for t in plan.tasks if t.treat is not Treat.NOT_TAKEN]
    before = [t for t in live if t.request.start <= cited.at]
    nearest: Task | None = max(before, key=lambda t: t.request.start, default=None)
    fit = [i for i, p in enumerate(passages) if not p.block and "letter dated" not in p.text]
    near = [i for i in fit if nearest is None or nearest.index in passages[i].answers]
    if plan.told and len(live) > 1 and all(t.request.end <= cited.at for t in live):
        yield from (i for i in fit if _DONE.search(passages[i].text))
    yield from near
    if not (near and nearest and cited.at < nearest.request.end):
        yield from (i for i in fit if i not in near and _AT_LARGE.search(passages[i].text))


def _with(text: str, name: str, scene: Scene, known: bool) -> str:
    """The passage with the provision named in it, "" where it has no place for one; where notes are `known`, no blank
    names it.
    """
    staff = scene.staff
    if not _UNDER.search(text) and (opens := _REASONED.match(text)) and not known:
        return _referring(text, opens, name, scene)
    law = _UNDER.search(text) or _WITH_RESPECT.search(text)
    if law and authorities(law["law"]):
        return f"{text[: law.end('law')]} and {name}{text[law.end('law') :]}"
    blank_follows = rf"^(?!As to)[^.:]*\badvises? {re.escape(staff)}(?= as follows\b[^.:]*:(?: \[●|$))"
    if said := re.search(blank_follows, text):
        how = "with reference to" if re.search(r"\bwith respect to\b", text, re.I) else "with respect to"
        return f"{text[: said.end()]}, {how} {name},{text[said.end() :]}"
    if done := _DONE.search(text) or _SHOWN.search(text):
        how = " and" if ", consistent with " in done.group(0) else ", consistent with"
        stop = "." if re.search(r"\b[A-Z]\.[A-Z]$", text[: done.end()]) else ""
        return f"{text[: done.end()]}{stop}{how} {name}{text[done.end() :]}"
    if (cites := f"the guidance that {staff} cites") in text:
        return text.replace(cites, name, 1)
    if _GUIDANCE in text:
        return text.replace(_GUIDANCE, f" {name} was applied", 1)
    if concluded := _CONCLUDED.search(text):
        return f"{text[: concluded.end()]} under {name}{text[concluded.end() :]}"
    reasoned = None if known or _HEADED.match(text) else _LONE.fullmatch(text) or _REASONED.search(text)
    return _referring(text, reasoned, name, scene) if reasoned else ""


def _referring(text: str, blank: re.Match[str], name: str, scene: Scene) -> str:
    """The passage with the provision before that blank, and what it asks for where the blank names nothing of it; a
    blank inside a sentence has the provision at the reasons that it asks for or at its end.
    """
    ends = text.index("]", blank.start()) + 1
    before, asks, after = text[: blank.start()], text[blank.start() : ends], text[ends:]
    elements = elements_of(name)
    vague = bool(elements) and _VAGUE.match(blank["what"]) is not None
    if vague:
        last = f". {scene.blank(who_concluded(sentences(before)[-1]))}" if "who so concluded" in asks else ""
        before, asks = before.removesuffix(", because "), gone_through(elements, scene, name) + last
        before += ". " if text.startswith(", because ", len(before)) else ""
    if alone := _ALONE.search(before):
        facts = f"{before[: alone.start('head')]}{under(name, alone['head'] + asks)}{after}"
        return facts.replace(f"{FACTS_FOLLOW}. The facts", "the facts")
    heads = _AS_FOLLOWS.search(before)
    if heads and (vague or heads["follows"]):
        follows = "as follows. " if vague else heads["follows"]
        return f"{before[: heads.start()]} under {name} {heads['be']} {follows}{asks}{after}"
    if reason := re.search(r"\beach reason(?= ?,)", blank["what"]):
        at = blank.start("what") + reason.end()
        return f"{text[:at]} under {name}{text[at:]}"
    how = " and" if ", with reference to " in blank["what"] else ", with reference to"
    return f"{text[: blank.end('what')]}{how} {name}{text[blank.end('what') :]}"


_VAGUE = re.compile(
    r"(?:facts (?:and guidance|considered|and reasoning)|each element of|basis, if any|each reason, with the facts)\b"
)
"""How a blank begins that names nothing of what a provision asks for."""
_ALONE = re.compile(r"(?:^|[.\]] |• )(?P<head>(?!As to )(?:[A-Z][\w ,'-]+(?<! as follows): )?)$")
"""Where a sentence begins, or the name of an element stands."""
_AS_FOLLOWS = re.compile(r" (?P<be>is|are) (?P<follows>as follows: |)$")
_UNDER = re.compile(
    r"(?:^|[.\]] |• )(?:The facts under|Under) (?P<law>[^\[\]:]+?)(?= are as follows\.|, \[●)"
)
"""The provision before the facts, to which another can be set."""
_REASONED = re.compile(
    r"\[●: (?P<what>(?:how|why|whether|the basis|analysis|application|facts|criteria|basis|each reason|method|inputs|"
    r"steps|treatment|result of|nature|restricted)\b[^\[\]]*?)(?: \([A-Z][\w ]+\))?\]\.(?! \[If)"
)
"""A blank for reasoning, by which an answer or a part of it begins or ends; not one for a condition."""
_WITH_RESPECT = re.compile(r"\b[Ww]ith (?:respect|reference) to (?P<law>[^,\[\]]+)(?=, )")
_TO_THE_END = (
    r"\b(?:[^.:;\[\]“”]|\.(?=\w| [a-z])|\b(?:No|Mr|Ms|Mrs|Dr|Inc|Corp|Ltd|Co|St|Jr)\.(?= )|\[●[^\]]*\])*"
    r"(?<!\b(?:No|Mr|Ms|Dr|Co|St|Jr))(?<!\b(?:Mrs|Inc|Ltd))(?<!\bCorp)(?=[.:](?:\s(?![a-z])|$))"
)
_DONE = re.compile(
    r"\b(?:will (?!file (?:an )?[Aa]mend|be\b|not\b)[a-z]+|ha(?:s|ve) (?:been )?(?:revised|removed|filed|added))"
    rf"{_TO_THE_END}"
)
"""A promise or a change, to the end of its sentence."""
_SHOWN = re.compile(
    rf"\b(?:(?:is|are) (?:disclosed|described|presented) (?:in|on|under)|which discloses){_TO_THE_END}"
)
"""Where the filing has it, to the end of the sentence."""
_AT_LARGE = re.compile(rf"{_DONE.pattern}|\badvises? ")
_HEADED = re.compile(r"[A-Z][\w ',-]*\. \[●: ")
"""An element of an analysis, which has its own place in the guidance."""
_LONE = re.compile(
    r"\[●: (?!amounts? for\b|[^\]]*\b(?:proposed as|to be confirmed)\b)(?P<what>[^\]]*?)(?P<who> \([^()]*\))?\]\."
)
"""An answer that is one blank, and not for a figure, which no provision governs."""
_GUIDANCE = " the guidance was applied"
_CONCLUDED = re.compile(
    r"\b(?:concluded|determined)(?= that\b)|(?<=[a-z])(?<! is)(?<! are)(?= as follows\. [A-Z][\w ,'-]+: \[●)|"
    r"(?:\]|\b(?:is|are|was|were)) (?:therefore |accordingly )?(?:not )?required(?: to do so)?(?=[,;.]|$)"
)
"""A conclusion, to which the provision that it is drawn under can be set."""
