"""What each request is answered with, as the request itself asks: words in the letter, in a filing, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Comment, Request
from drafter.drafting.clauses import MATTER, asked, bare
from drafter.drafting.dues import Target
from drafter.drafting.plan import OF_RESPONSE, Task, Treat, stems
from drafter.drafting.premises import puzzle, puzzled_us

_REFERS = re.compile(
    r"\b(?:apply|address|consider|see|comply with|give effect to|revise\b[^.]{0,30}\bin "
    r"response to|reflect|conform\b[^.]{0,40}\bto)\b"
    r"[^.]{0,40}\b(?:our|the|this|these|that|above|prior) (?:\w+ )?comments?\b[^.]{0,80}\b(?:to|"
    r"in|on|above|as (?:applicable|appropriate)|for)\b",
    re.I,
)
_REFERRED_BY_NUMBER = re.compile(r"\bcomments? (?:no\. ?)?(\d+)\b", re.I)
_PAPERS = re.compile(
    r"\bsupplementally\b[^.]{0,60}\b(?:support|cop(?:y|ies)|materials?|"
    r"written communications?|report|schedules?|documents?)\b"
    r"|\bus with (?:\w+ )?(?:support|substantiation)\b"
    r"|\b(?:support for|copies of|a copy of)\b|\bfurnish\b[^.]{0,40}\bsupplementally\b|\bboard books\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:in|from|with) (?:your |all )?future (?:earnings |periodic )?(?:releases|filings|reports)\b", re.I
)
_REFILES = re.compile(
    r"\bfile (?:an?|the|your) (?:revised|amended|updated|corrected|new|complete) (?:[\w-]+ ){0,3}"
    r"(?:reports?|summar(?:y|ies)|opinions?|certifications?)\b",
    re.I,
)
"""An exhibit that only an amendment can bring: “file a revised reserves report”."""
_HEEDED = re.compile(
    r"\W*(?:in (?:this|that) regard, )?(?:please )?(?:also )?(?:carefully )?(?:review|consider) "
    r"(?:this|the|that|our|these|such) (?:[\w-]+ ){0,3}?"
    r"(?:guidance|interpretations?|C&DIs?|instructions?|requirements?)\b",
    re.I,
)
"""“Please review this guidance when preparing your next release.”"""
_IN_WORDS = re.compile(
    r"\bsupplementally (?:describe|explain|tell|advise|discuss|clarify|quantify|address|identify)\b", re.I
)
"""“Supplementally describe the materials” asks for words and not for the papers."""
_DISCLOSED_BRIDGE = re.compile(
    r"\b(?:10\(e\)|Regulation G|102\.10|non-?GAAP|comparable GAAP measure)\b", re.I
)
_AMENDS = re.compile(
    r"\b(?:amend|modify) (?:your|the|this|that) (?:[\w-]+ )?(?:filing|Form|10-[KQ]|20-F|annual report|report)\b|"
    r"^\W*(?:please )?(?:also )?amend to\b",
    re.I,
)

_TREATS = {
    "explanation": Treat.TELL, "confirmation": Treat.CONFIRM, "supplemental": Treat.SUPPLY,
    "amendment": Treat.AMEND, "exhibit": Treat.FILE, "revised_disclosure": Treat.UNDERTAKE,
}  # fmt: skip
_REMOVING = frozenset({"remove", "delete", "refrain", "avoid", "omit", "discontinue"})
_TELLING = frozenset({"address", "tell_us"})


def tasks_of(comment: Comment, found: Sequence[Request], target: Target) -> tuple[Task, ...]:
    """One task a request, treated as the request itself asks; branches are not yet chosen."""
    tasks: list[Task] = []
    for index, one in enumerate(found):
        before = " ".join(comment.text.split()[: one.start])
        unnamed = one.action in {"tell_us", "explain"} and (
            asked(one) == MATTER or _ADVISES.fullmatch(one.text)
        )
        request = replace(one, object=puzzle(before) or one.object) if unnamed else one
        treat = _treat(comment, request, target, tasks[-1] if tasks else None)
        if treat is Treat.UNDERTAKE and puzzled_us(before) and not _FILED_WORDS.search(request.text):
            treat = Treat.TELL
        following = found[index + 1].start if index + 1 < len(found) else len(comment.text.split())
        points = _hung(request, _points(" ".join(comment.text.split()[request.end : following])))
        tasks.append(Task(index, request, treat, points=points))
    return tuple(_with_what_follows(tasks))


_FILED_WORDS = re.compile(r"\b(?:revis|expand|disclos|filings?\b|releases?\b|amend)", re.I)
"""What asks for words of a filing, also where the staff does not understand."""
_ADVISES = re.compile(r"\W*(?:please )?(?:also )?advise(?: us)?\W*", re.I)
_FIRST_STEP = re.compile(r"^\W*(?:please )?(?:consult|confer|work|coordinate|discuss) with\b", re.I)
"""A step on the way to what is asked next: “consult with the qualified person and file ...”."""


def _with_what_follows(tasks: Sequence[Task]) -> Iterator[Task]:
    for task in tasks:
        after = tasks[task.index + 1] if task.index + 1 < len(tasks) else None
        step = after is not None and _FIRST_STEP.match(task.request.text)
        yield replace(task, treat=after.treat) if step and after else task


_HANGING = re.compile(r"\b(?:may|will|can|could|should|must|would|you|it|they|management|whether|to)\s*:?$")
"""What a point is the rest of: “whether the director may: • call a meeting”."""


def _hung(request: Request, points: tuple[str, ...]) -> tuple[str, ...]:
    """The points, each with the words that it goes on from, where it is no thing by itself."""
    stem = bare(request.object or "").rstrip(": ")
    return tuple(f"{stem} {p}" for p in points) if _HANGING.search(stem) else points


def _points(text: str) -> tuple[str, ...]:
    """The points of a list that follows a request."""
    if not text.lstrip().startswith("•"):
        return ()
    listed = re.split(r"\s*•\s*", re.split(r"(?<=\.)\s+(?=[A-Z])", text)[0])
    return tuple(p for point in listed if (p := bare(point)) and len(p.split()) > 1)


_PROPOSED = re.compile(
    r"(?:us )?(?:with )?(?:(?:a )?draft of )?(?:an? |the |your )?(?:proposed|draft|intended) (?:revised )?"
    r"(?:disclosures?|language|text|wording)\b",
    re.I,
)
"""“Provide us proposed disclosure that identifies ...” asks for words of a filing."""
_STATEMENTS = re.compile(
    r"(?:these|those|the|this|your) (?:\w+ )?"
    r"(?:statements?|assertions?|positions?|responses?|descriptions?|disclosures?)$",
    re.I,
)
"""What is reconciled by explaining, and not by a bridge of amounts."""
_RECONCILES = re.compile(r"\W*(?:please )?(?:[a-z]+ly )?(?:revise (?:your \w+ )?to )?reconcile\b", re.I)


_EXHIBIT = re.compile(
    r"(?:an?|the|your) (?:[\w-]+ ){0,4}?(?:proxy card|opinions?|consents?|letter of transmittal|power of attorney|"
    r"powers of attorney|agreements?|bylaws|certificate of incorporation|articles of incorporation|code of ethics)\b",
    re.I,
)
_AS_EXHIBIT = re.compile(
    r"\b(?:file|provide|include|submit|furnish|attach)\b.*(?:\bas (?:an )?exhibits?\b|\bwith (?:your|the) next "
    r"(?:pre-effective )?amendment\b|\b(?:your|the) exhibit index\b|\bExhibits?$)",
    re.I,
)
"""A paper that is filed and no words that are changed: “provide the form of proxy card with your next amendment”."""


def _treat(comment: Comment, request: Request, target: Target, before: Task | None) -> Treat:
    said = f"{request.text} {' '.join(comment.heading)}"
    if _EXHIBIT.match(request.object) and _AS_EXHIBIT.search(said):
        return Treat.FILE
    if request.deliverable == "confirmation" or _HEEDED.match(request.text):
        return Treat.CONFIRM if request.deliverable == "confirmation" else Treat.HEED
    if request.action == "reconcile" or _RECONCILES.match(request.text):
        return _reconciled(comment.text, request, target)
    if _REFERS.search(request.text) and "prior comment" not in request.text:
        return Treat.REFER
    return _changed(request, target) or _by_deliverable(request, target, before)


def _changed(request: Request, target: Target) -> Treat | None:
    """An amendment, or words that are left out; None where the request asks for neither."""
    if _AMENDS.search(request.text) or _REFILES.search(request.text):
        return Treat.REVISE if target is Target.REGISTRATION else Treat.AMEND
    if request.action in _REMOVING:
        return Treat.REVISE if target is Target.REGISTRATION else Treat.REMOVE
    return _written(target) if _PROPOSED.match(request.object) and target is not Target.REGISTRATION else None


def _reconciled(text: str, request: Request, target: Target) -> Treat:
    """A bridge told to the staff, one shown in filings, or an account of statements that do not agree."""
    if request.action == "reconcile" and _STATEMENTS.match(asked(request)):
        return Treat.TELL
    shown = (_DISCLOSED_BRIDGE.search(text) or _LATER.search(request.text)) and not re.search(
        r"\bfor us\b|\bto us\b", request.text
    )
    return _written(target) if shown or request.deliverable != "explanation" else Treat.RECONCILE


def _by_deliverable(request: Request, target: Target, before: Task | None) -> Treat:
    """The treatment of a request that no word of its own decides."""
    words = request.text
    if _IN_FILINGS.search(words) and OF_RESPONSE.match(request.object):
        return _written(target)
    if _goes_on_writing(request, before):
        return before.treat if before else _written(target)
    if _PAPERS.search(words) and not (_IN_WORDS.search(words) or _IN_FILINGS.search(words)):
        return Treat.SUPPLY
    if _told(words, before) or _REASONING.match(request.object) or _OWN_ANALYSIS.match(request.object):
        return Treat.TELL
    treat = _TREATS.get(request.deliverable, Treat.TELL)
    if treat is Treat.AMEND and target is Target.REGISTRATION:
        return Treat.REVISE
    return _written(target) if treat is Treat.UNDERTAKE else treat


def _goes_on_writing(request: Request, before: Task | None) -> bool:
    """Whether “and provide an analysis” goes on a sentence that asks for changed disclosure."""
    if before is None or before.treat not in {Treat.UNDERTAKE, Treat.REVISE} or request.action != "provide":
        return False
    same = request.start - before.request.end <= 1 and not before.request.text.rstrip().endswith(
        (".", "?", ";")
    )
    return same and not _TO_US.search(request.text)


def _written(target: Target) -> Treat:
    return _WRITTEN.get(target, Treat.UNDERTAKE)


_WRITTEN = {Target.REGISTRATION: Treat.REVISE, Target.CURRENT: Treat.AMEND}
"""How changed words come into a filing that is not followed by another of its kind."""


_OWN_ANALYSIS = re.compile(
    r"(?:your|an?|the) (?:\w+ )?(?:analysis|assessment|evaluation|explanation) "
    r"(?:as to|of|on|regarding|under|why|whether)\b",
    re.I,
)
"""The company's own reasoning, told in the letter. Not: a consultant's analysis, which is a paper."""

_TO_US = re.compile(
    r"\b(?:for|to) us\b|\byour response should\b|(?<!provided )(?<!included )(?<!described )\bin your response\b",
    re.I,
)
_IN_FILINGS = re.compile(r"\bfuture (?:periodic )?(?:filings|reports)\b|\bclarify for investors\b", re.I)
_JOINED = re.compile(
    r"^\W*(?:and |or )?(?:also )?(?:quantify|describe|discuss|identify|explain|address|clarify)\b", re.I
)


_FOLLOWS = re.compile(
    r"\W*(?:(?:in addition, |in this regard, )?(?:please )?(?:also )?(?:[a-z]+ly )?(?:address|clarify)|"
    r"(?:also )?(?:identify|describe|explain|quantify)(?! (?:here|in (?:your|future)))|"
    r"(?:you should|your response should|in (?:your response|doing so|responding),?(?: please)?) (?:also )?"
    r"(?:address|clarify|describe|discuss|explain|identify|quantify|include|provide))\b",
    re.I,
)
_REASONING = re.compile(
    r"^(?:how|why|whether) (?:you|management) (?:have |has )?(?:considered|"
    r"determined|concluded|evaluated|assessed|decided|believe|applied)\b",
    re.I,
)
"""What only the staff is told: the company's own reasoning."""


def _told(words: str, before: Task | None) -> bool:
    """Words that ask for an answer in the letter though their verb would ask for disclosure."""
    if _TO_US.search(words):
        return True
    if before is None or before.treat is not Treat.TELL:
        return False
    if _IN_FILINGS.search(words):
        return False
    same_sentence = not before.request.text.rstrip().endswith((".", "?")) and _JOINED.match(words)
    return bool(same_sentence or _FOLLOWS.match(words))


def refers_to(comment: Comment, comments: Sequence[Comment]) -> str:
    """The number of the comment that this one carries over to another filing, "" where none is near."""
    others = [c for c in comments if c.number != comment.number]
    named = _REFERRED_BY_NUMBER.search(comment.text)
    if named and any(c.number == named.group(1) for c in others):
        return named.group(1)
    if re.search(
        r"\bcomments? (?:above|immediately above)|\b(?:above|preceding|foregoing) comment", comment.text
    ):
        nearest = max((c for c in others if _order(c) < _order(comment)), key=_order, default=None)
        if nearest:
            return nearest.number
    mine = stems(f"{comment.text}")
    scored = [
        (len(mine & stems(f"{' '.join(c.heading)} {c.text}")), -abs(_order(c) - _order(comment)), c)
        for c in others
    ]
    before = [s for s in scored if _order(s[2]) < _order(comment)] or scored
    best = max(before, key=lambda s: s[:2], default=None)
    return best[2].number if best and best[0] >= 1 else ""


def _order(comment: Comment) -> int:
    digits = re.match(r"\d+", comment.number)
    return int(digits.group()) if digits else 0
