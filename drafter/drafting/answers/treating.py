"""What each request is answered with, as the request itself asks: words in the letter, in a filing, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain import Comment, Request
from drafter.drafting.answers.papers import is_of_others
from drafter.drafting.language.clauses import MATTER, asked, bare
from drafter.drafting.planning.bridges import amounts
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.plan import CHANGING, OF_RESPONSE, Task, Treat
from drafter.drafting.planning.premises import puzzle, puzzled_us
from drafter.requests.implied import OBSERVED

_REFERS = re.compile(
    r"\b(?:apply|address|consider|see|comply with|give effect to|revise\b[^.]{0,30}\bin "
    r"response to|reflect|conform\b[^.]{0,40}\bto)\b"
    r"[^.]{0,40}\b(?:our|the|this|these|that|above|prior) (?:\w+ )?comments?\b[^.]{0,80}\b(?:to|"
    r"in|on|above|as (?:applicable|appropriate)|for)\b",
    re.I,
)
_PAPERS = re.compile(
    r"\bsupplementally\b[^.]{0,60}\b(?:support|cop(?:y|ies)|materials?|"
    r"written communications?|report|schedules?|documents?)\b|\bus with (?:\w+ )?(?:support|substantiation)\b"
    r"|\b(?:support for|copies of|a copy of)\b|\bfurnish\b[^.]{0,40}\bsupplementally\b|\bboard books\b",
    re.I,
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
    r"\b10\(e\)|\b(?:Regulation G|102\.10|non-?(?:GAAP|IFRS)|comparable (?:GAAP|IFRS) measure|"
    r"(?:liquidity|performance) measure)\b",
    re.I,
)
_AMENDS = re.compile(
    r"\b(?:amend|modify) (?:your|the|this|that) (?:[\w-]+ )?(?:filing|Form|10-[KQ]|20-F|annual report|report)\b|"
    r"^\W*(?:or )?(?:please )?(?:also )?amend (?:to|it|them)\b|"
    r"\b(?:file|include) [^.]*\b(?:to|with) an (?:amended|amendment)\b|"
    r"\b(?:in|with) (?:your|the|this|an) (?:(?:[\w-]+ )?amendment|amended (?:filing|report|form))\b",
    re.I,
)

_TREATS = {
    "explanation": Treat.TELL, "confirmation": Treat.CONFIRM, "supplemental": Treat.SUPPLY,
    "amendment": Treat.AMEND, "exhibit": Treat.FILE, "revised_disclosure": Treat.UNDERTAKE,
}  # fmt: skip
_REMOVING = frozenset({"remove", "delete", "refrain", "avoid", "omit", "discontinue"})


def tasks_of(comment: Comment, found: Sequence[Request], target: Target) -> tuple[Task, ...]:
    """One task a request, treated as the request itself asks; branches are not yet chosen."""
    tasks: list[Task] = []
    for index, one in enumerate(found):
        before = " ".join(comment.text.split()[: one.start])
        unnamed = one.action in {"tell_us", "explain"} and (
            asked(one) == MATTER or _ADVISES.fullmatch(one.text)
        )
        request = replace(one, object=puzzle(before) or one.object) if unnamed else one
        request = replace(request, object=_ENSURED.sub("", request.object))
        treat = _treat(comment, request, target, tasks[-1] if tasks else None)
        if (
            treat in {Treat.UNDERTAKE, Treat.REVISE}
            and _RESPONSE_LIST.search(before)
            and not _FILED_WORDS.search(request.text)
        ):
            treat = Treat.TELL
        to_us = puzzled_us(before) or _TO_UNDERSTAND.search(before) or _of_the_notes(comment, found, request)
        if _explained(request, treat) and to_us:
            treat = Treat.TELL
        if treat is Treat.TELL:
            request = replace(request, object=_IN_THE_LETTER.sub("", _DETAIL.sub("", request.object)))
        following = found[index + 1].start if index + 1 < len(found) else len(comment.text.split())
        points = _hung(request, _points(" ".join(comment.text.split()[request.end : following])))
        tasks.append(Task(index, request, treat, points=points))
    lead = " ".join(comment.text.split()[: tasks[0].request.start]) if tasks else ""
    stands = _written(target) if _FILED_LIST.search(lead) else Treat.TELL
    together = _supported_once(_as_asked_together(list(_with_what_follows(tasks))))
    told = _as_disclosed_together(together, stands, bool(_TO_US.search(comment.text)))
    asking = _without_premises(told, comment)
    return _without_vehicles([replace(t, treat=_written(target)) if _says_disclose(t) else t for t in asking])


_ENSURED = re.compile(
    r"^(?:that )?(?:(?:your|all|any) )*future (?:[\w-]+ )?(?:filings|reports|statements|releases) (?:also )?"
    r"(?:include|contain|provide|present|disclose|show|give|state|describe|explain|discuss|identify) (?=\w)"
)
"""“Ensure that your future filings include X” asks for X."""


def _without_premises(tasks: Sequence[Task], comment: Comment) -> tuple[Task, ...]:
    """The tasks, a sentence that only says something not taken where the request behind it, in its point, asks."""
    said = comment.text.split()
    only = {
        a.index
        for a, b in pairwise(tasks)
        if a.treat in {Treat.TELL, Treat.CONFIRM} and asked(a.request) == MATTER
        if "•" in said[: a.request.start + 1] and "•" not in said[a.request.end : b.request.start + 1]
    }
    return tuple(replace(t, treat=Treat.NOT_TAKEN, met=True) if t.index in only else t for t in tasks)


def _without_vehicles(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, one that only names the filing, or asks to see its words, not taken beside one that changes them."""
    named = [t for t in tasks if _VEHICLE.match(t.request.object) or _SHOWN.fullmatch(t.request.object)]
    if any(t.treat in CHANGING for t in tasks if t not in named):
        return tuple(replace(t, treat=Treat.NOT_TAKEN, met=True) if t in named else t for t in tasks)
    return tuple(replace(t, request=replace(t.request, object=MATTER)) if t in named else t for t in tasks)


_VEHICLE = re.compile(
    r"(?:(?:these|such|this|the) (?:revisions?|changes?) )?(?:beginning|starting) (?:with|in) your .{0,90}$",
    re.I,
)
"""“Revise in future filings, beginning with your Form 10-K” says where and not what."""


def _says_disclose(task: Task) -> bool:
    """Whether a request behind another asks in so many words for disclosure: “tell us why, and disclose the amount”."""
    own = task.treat is Treat.TELL and task.index and _DISCLOSES.match(task.request.text)
    return bool(own) and not _TO_US.search(task.request.text)


_DISCLOSES = re.compile(
    r"\W*(?:and )?(?:please )?(?:also )?(?:if so,? )?disclose (?:the|your|any|all) ", re.I
)


_RESPONSE_LIST = re.compile(
    r"\b(?:[Yy]our response should|[Ii]n your response,?(?: please)?) (?:also )?(?:address|include|discuss|provide|"
    r"cover|describe|explain)(?: each of)?(?: the)?(?: following)?(?: items| points| matters)?:(?:(?!\. [A-Z]).)*$|"
    r"\b(?:[Aa]s part of|[Ii]n) your response(?: to (?:the|this|that|our) [^,.;:]{1,40})?,?(?: please)?(?: also)?$",
    re.S,
)
"""What the answer in the letter is to hold: “Your response should address: • ...”, “As part of your response, ...”."""
_FILED_WORDS = re.compile(r"\b(?:revis|expand|disclos|filings?\b|releases?\b|amend)", re.I)
"""What asks for words of a filing, also where the staff does not understand."""


_TO_UNDERSTAND = re.compile(
    r"\b(?:(?:in order )?to|so (?:that )?we (?:can|may)|help us(?: to)?) (?:better |further |fully |more fully )?"
    r"understand\b[^.;]*$",
    re.I,
)
"""“To better understand your conclusion, describe ...”: the staff is to understand, and no investor."""


def _explained(request: Request, treat: Treat) -> bool:
    """Whether changed words are wanted only because the verb usually wants them, and no filing is spoken of."""
    if treat not in {Treat.UNDERTAKE, Treat.REVISE} or request.action == "reconcile" or request.timing:
        return False
    return not _FILED_WORDS.search(request.text)


def _of_the_notes(comment: Comment, found: Sequence[Request], request: Request) -> bool:
    """Whether the question is on a note to the financial statements, with no word of disclosure: the staff's own."""
    asks = request.action in OPEN - {"quantify"} and any(_NOTE.match(h) for h in comment.heading)
    changes = any(_FILED_WORDS.search(o.text) or _written_by(o) for o in found)
    return asks and not changes and not _CALLS_FOR.search(comment.text)


def _written_by(request: Request) -> bool:
    """Whether the verb of the request is one that only a filing can follow: “separately report”."""
    return request.deliverable == "revised_disclosure" and request.action not in OPEN


_CALLS_FOR = re.compile(
    r"\bfuture filings\b|\b(?:please|to) (?:\w+ )?(?:disclos|revis|expand|enhanc|amend)", re.I
)
_NOTE = re.compile(r"(?:(?:condensed )?(?:consolidated )?financial statements, )?notes? (?:to|\d)", re.I)
OPEN = frozenset({"describe", "discuss", "quantify", "clarify", "identify", "explain"})
"""Actions that ask for words of the letter as well as for words of a filing."""


def _as_asked_together(tasks: list[Task]) -> list[Task]:
    """The tasks, “describe the risks” told in the letter where “and explain how you assessed them” follows."""
    for index in range(len(tasks) - 2, -1, -1):
        here, after = tasks[index], tasks[index + 1]
        open_ = here.request.action in OPEN and not here.condition and _explained(here.request, here.treat)
        asks = after.treat is Treat.TELL and not after.request.object.startswith(OBSERVED)
        if open_ and asks and after.request.alternative_of is None:
            tasks[index] = replace(here, treat=Treat.TELL)
    return tasks


_FILED_LIST = re.compile(
    r"\b(?:revise|expand|enhance|amend) (?:your|the) (?:[\w-]+ ){0,3}(?:disclosures?|discussion|filings?)\b[^.:]*"
    r"\bfollowing\b[^.]*(?:[.:]|$)",
    re.I,
)
"""A list of what a filing is to hold: “enhance your disclosures in future filings to address the following”."""


def _as_disclosed_together(tasks: list[Task], stands: Treat, asks_us: bool) -> list[Task]:
    """The tasks, “identify the factors” and “explain why it rose” disclosed where “disclose why” stands before them, or
    after them and no word asks for an answer in the letter.

    `stands` is how the words before the first of them are treated.
    """
    plain = [_is_plain(t, tasks[t.index + 1 : t.index + 2]) for t in tasks]
    for index, task in enumerate(tasks):
        if _is_disclosed(task):
            stands = task.treat
        elif not plain[index]:
            stands = Treat.TELL if _FOR_STAFF.search(task.request.text) else stands
        elif stands is not Treat.TELL:
            tasks[index] = replace(task, treat=stands)
        elif all(plain[:index]) and not asks_us:
            after = next((t.treat for t in tasks[index:] if _is_disclosed(t)), task.treat)
            tasks[index] = replace(task, treat=after)
    return tasks


def _is_plain(task: Task, after: Sequence[Task]) -> bool:
    """Whether the words are as good for a filing as for the letter: “explain why it rose”."""
    request = task.request
    kept = (
        _FOR_STAFF.search(request.text)
        or _REASONING.match(request.object)
        or _OWN_ANALYSIS.match(request.object)
    )
    decides = any(t.treat is Treat.TELL and _HANGS.match(t.request.conditional or "") for t in after)
    denied = re.search(r"\b(?:not|no)\b", request.conditional or "")
    plain = task.treat is Treat.TELL and request.alternative_of is None and _PLAIN_ORDER.match(request.text)
    return bool(plain) and not (kept or decides or denied)


_HANGS = re.compile(r"if (?:so|not)\b", re.I)


def _is_disclosed(task: Task) -> bool:
    return task.treat in {Treat.UNDERTAKE, Treat.REVISE} and bool(_SAYS_DISCLOSE.search(task.request.text))


_PLAIN_ORDER = re.compile(
    r"\W*(?:in (?:this|that) regard, |in addition, |further, |finally, )?(?:please )?(?:also |and )?(?:[a-z]+ly )?"
    r"(?:describe|discuss|quantify|identify|explain|clarify|address)\b",
    re.I,
)
_FOR_STAFF = re.compile(r"\bus\b|\b(?:your|this) response\b|\bsupplemental|\b(?:ASC|IFRS|IAS|GAAP|SAB)\b")
"""What only the staff is told: what is asked of the accounting, and what asks for us."""
_SAYS_DISCLOSE = re.compile(r"\b(?:disclos|revis|expand|enhanc|amend|future filings)", re.I)


def _supported_once(tasks: list[Task]) -> list[Task]:
    """The tasks, support that is asked for and then asked for in the filing given there, once."""
    again = next((t for t in tasks if t.treat in _FILED and _SUPPORT.fullmatch(t.request.object)), None)
    first = next((t for t in tasks if t.treat is Treat.SUPPLY), None)
    if again is None or first is None or first.index > again.index:
        return tasks
    tasks[first.index] = replace(first, treat=again.treat)
    tasks[again.index] = replace(again, treat=Treat.NOT_TAKEN)
    return tasks


_FILED = frozenset({Treat.UNDERTAKE, Treat.REVISE})
_SUPPORT = re.compile(
    r"(?:such |this |that |the |adequate )?support(?: for (?:this|these|them|it|those) ?\w*)?", re.I
)
_ADVISES = re.compile(r"\W*(?:please )?(?:also )?advise(?: us)?\W*", re.I)
_FIRST_STEP = re.compile(
    r"^\W*(?:please )?(?:consult|confer|work|coordinate|discuss|make arrangements|arrange) with\b", re.I
)
"""A step on the way to what is asked next: “consult with the qualified person and file ...”."""


def _with_what_follows(tasks: Sequence[Task]) -> Iterator[Task]:
    for task in tasks:
        after = tasks[task.index + 1] if task.index + 1 < len(tasks) else None
        step = after is not None and _FIRST_STEP.match(task.request.text)
        treat = after.treat if step and after else task.treat
        yield replace(task, treat=Treat.NOT_TAKEN if step and treat is Treat.FILE else treat)


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
    return tuple(
        p for point in listed if (p := bare(point)) and len(p.split()) > 1 and not _LEADS_IN.match(p)
    )


_LEADS_IN = re.compile(
    r"(?:In (?:your|this|that|our|regards?)|We (?:also |further )?(?:note|understand|see)|To the extent|If|For example|"
    r"Assuming|With (?:respect|regard) to|Regarding|As to|Concerning|Refer|See)\b|(?:if|to the extent)\b[^,]*$"
)
"""How a point begins that leads to a request of its own, and a case that is no point: “if material”."""


_PROPOSED = re.compile(
    r"(?:us )?(?:with )?(?:(?:a )?draft of )?(?:an? |the |your )?(?:(?:proposed|draft|intended|revised|footnote) )+"
    r"(?:disclosures?|language|text|wording|revisions?)\b",
    re.I,
)
"""“Provide us proposed disclosure that identifies ...” asks for words of a filing."""
_SHOWN = re.compile(
    rf"(?:{_PROPOSED.pattern}|what (?:this|that|these|the|your) (?:\w+ )?disclosures? "
    r"(?:will|would|may|might) (?:look like|say|read))(?:,? including [^;]+)?(?: in your response)?",
    re.I,
)
"""What the block shows and nobody promises: “include your proposed revisions, including the new title”."""
_STATEMENTS = re.compile(
    r"(?:these|those|the|this|your) (?:\w+ )?"
    r"(?:statements?|assertions?|positions?|responses?|descriptions?|disclosures?)(?:$| (?:that|with)\b)",
    re.I,
)
"""What is reconciled by explaining, or in a registration statement by other words, and not by a bridge of amounts."""
_RECONCILES = re.compile(r"\W*(?:please )?(?:[a-z]+ly )?(?:revise (?:your \w+ )?to )?reconcile\b", re.I)


_EXHIBIT = re.compile(
    r"(?:all (?:of )?)?(?:an?|the|your) (?:[\w-]+ ){0,4}?(?:proxy card|opinions?|consents?|exhibits|"
    r"letter of transmittal|power of attorney|powers of attorney|agreements?|bylaws|certificate of incorporation|"
    r"articles of incorporation|code of ethics)\b",
    re.I,
)
_AS_EXHIBIT = re.compile(
    r"\b(?:file|provide|include|submit|furnish|attach)\b.*(?:\bas (?:an )?exhibits?\b|\bwith (?:your|the) next "
    r"(?:pre-effective )?amendment\b|\b(?:your|the) exhibit index\b|\bExhibits?$)",
    re.I,
)
"""A paper that is filed and no words that are changed: “provide the form of proxy card with your next amendment”."""


_WITH_NEXT_REPORT = re.compile(
    r"\bfile\b[^.;]*\b(?:with|to|in) (?:your|the) next (?:periodic |annual |quarterly )?"
    r"(?:report|filing|Form (?:10-[KQ]|20-F|40-F))\b",
    re.I,
)
"""A paper that comes with the next report and needs no amendment: “file them with your next annual report”."""


def _treat(comment: Comment, request: Request, target: Target, before: Task | None) -> Treat:
    said = f"{request.text} {' '.join(comment.heading)}"
    if target is Target.REGISTRATION and is_of_others(request, " ".join(comment.heading)):
        return Treat.FILE
    if (_EXHIBIT.match(request.object) and _AS_EXHIBIT.search(said)) or _WITH_NEXT_REPORT.search(
        request.text
    ):
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
    statements = request.action == "reconcile" and _STATEMENTS.match(asked(request))
    if statements and (target is Target.REGISTRATION or len(amounts(text)) < BRIDGED):
        return Treat.REVISE if target is Target.REGISTRATION else Treat.TELL
    shown = (_DISCLOSED_BRIDGE.search(text) or _IN_FILINGS.search(request.text)) and not re.search(
        r"\bfor us\b|\bto us\b", request.text
    )
    return _written(target) if shown or request.deliverable != "explanation" else Treat.RECONCILE


BRIDGED = 2
"""Amounts of a comment between which a bridge leads."""


def _by_deliverable(request: Request, target: Target, before: Task | None) -> Treat:
    """The treatment of a request that no word of its own decides."""
    words = request.text
    if _IN_FILINGS.search(words) and OF_RESPONSE.match(request.object):
        return _written(target)
    if _goes_on_writing(request, before):
        return before.treat if before else _written(target)
    if paper := _papers(request):
        return paper if paper is Treat.SUPPLY else _written(target)
    if _told(words, before):
        return Treat.TELL
    if _OF_DISCLOSURE.search(words):
        return _written(target)
    if request.timing == "future" or re.search(r"\bdisclose (?:how|why|whether)\b", words):
        return _of_kind(request, target)
    if _REASONING.match(_DETAIL.sub("", request.object)) or _OWN_ANALYSIS.match(request.object):
        return Treat.TELL
    return _of_kind(request, target)


def _of_kind(request: Request, target: Target) -> Treat:
    """The treatment of what is to be delivered: on a registration statement, of words in it."""
    treat, registered = _TREATS.get(request.deliverable, Treat.TELL), target is Target.REGISTRATION
    if treat is Treat.AMEND and registered:
        return Treat.REVISE
    if treat is Treat.SUPPLY and _ASKS.match(asked(request)) and not _TO_US.search(request.text):
        return _written(target) if registered else Treat.TELL
    return _written(target) if treat is Treat.UNDERTAKE else treat


_ASKS = re.compile(r"(?:how|why|whether|what|which)\b", re.I)
"""“Please also show how the test would change” asks for no papers."""


def _papers(request: Request) -> Treat | None:
    """Papers for the staff, or what is asked for by the same words and given in a filing; None for neither."""
    words = request.text
    filed = _IN_FILINGS.search(words) or _IN_REVISED.search(words)
    if filed and request.deliverable == "supplemental" and not _TO_US.search(words):
        return Treat.UNDERTAKE
    told = filed or _IN_WORDS.search(words) or request.action == "revise"
    return Treat.SUPPLY if _PAPERS.search(words) and not told else None


_IN_REVISED = re.compile(
    r"\bin (?:an? |the |your )?(?:revised|amended|future) (?:[\w-]+ ){0,3}"
    r"(?:statement|filing|disclosure|report|materials)",
    re.I,
)
"""Where support for a statement is given to investors and not to the staff: “in a revised proxy statement”."""
_OF_DISCLOSURE = re.compile(
    r"^\W*(?:and |or )?(?:please )?(?:also )?(?:[a-z]+ly )?(?:revise|expand|enhance|update|include)\b"
    r"|\b(?:in|to) (?:the|your|this) (?:\w+ )?disclosures?\b|\bproviding investors\b",
    re.I,
)
"""What can only be words of a filing: “include an analysis of ...”, “clarify whether ... in the disclosures”."""


def _goes_on_writing(request: Request, before: Task | None) -> bool:
    """Whether “and provide an analysis” goes on a sentence that asks for changed disclosure."""
    if before is None or before.treat not in {Treat.UNDERTAKE, Treat.REVISE} or request.action != "provide":
        return False
    if _OWN_ANALYSIS.match(request.object):
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
    r"(?:as to|of|on|regarding|under|why|whether)\b|"
    r"(?:your|an?|the) (?:SAB 99 |quantitative |qualitative )?materiality (?:analysis|assessment)\b",
    re.I,
)
"""The company's own reasoning, told in the letter. Not: a consultant's analysis, which is a paper."""

_TO_US = re.compile(
    r"\b(?:for|to) us\b|\byour response should\b|\bon a supplemental basis\b|"
    r"(?<!provided )(?<!included )(?<!described )\bin your response\b|"
    r"\b(?:describe|discuss|identify) in response to (?:the|this|our|that) comment\b|"
    r"\bensure (?:that )?your response\b|\bas part of your response\b|"
    r"\b(?:expand|elaborate|supplement)(?: further)?(?: on| upon)? your (?:\w+ )?response\b(?! to\b[^.]*\bfuture\b)|"
    r"\bhelp us (?:to )?(?:better )?understand\b",
    re.I,
)
_IN_FILINGS = re.compile(
    r"\bfuture (?:\w+ ){0,2}?(?:filings|reports|disclosures|risk factors|statements|releases)\b|"
    r"\bclarify for investors\b",
    re.I,
)
_JOINED = re.compile(
    r"^\W*(?:and |or )?(?:also )?(?:quantify|describe|discuss|identify|explain|address|clarify)\b", re.I
)


_FOLLOWS = re.compile(
    r"\W*(?:(?:in addition, |in this regard, )?(?:please )?(?:also,? )?(?:[a-z]+ly )?(?:address|clarify)|"
    r"(?:please )?also (?:describe|discuss|explain|identify|quantify) [^.;,]*\b(?:such|these|those)\b|"
    r"(?:also )?(?:identify|describe|explain|quantify)(?! (?:here|in (?:your|future)))|"
    r"(?:please )?(?:also )?provide (?:more|further|additional) (?:detail|information|explanation)|"
    r"(?:you should|your response should|in (?:your response|doing so|responding),?(?: please)?) (?:also )?"
    r"(?:address|clarify|describe|discuss|explain|identify|quantify|include|provide))\b",
    re.I,
)
_DETAIL = re.compile(
    r"^(?:more|further|additional|greater) (?:detail|information)s? (?:regarding|about|on|as to) (?=how|why)",
    re.I,
)
"""“More detail regarding how you determined the value” asks how it was determined."""
_IN_THE_LETTER = re.compile(
    r"^(?:that )?(?:you|your response) (?:[a-z]+ly )?(?:includ|address|discuss|describ|cover|provid|explain)[es]* |"
    r",? as part of your response$",
    re.I,
)
"""“Ensure that your response thoroughly addresses the factors” asks for the factors."""
_REASONING = re.compile(
    r"^(?:how|why|whether) (?:you|management) (?:have |has )?(?:considered|"
    r"determined|concluded|evaluated|assessed|decided|believe|applied|mean)\b|"
    r"^whether it is your (?:position|view|belief|understanding|intention)\b",
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
