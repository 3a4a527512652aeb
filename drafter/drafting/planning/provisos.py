"""What the “if” of a request is: its condition, a question, a case that its object supposes, or a limit of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.drafting.language.turning import third_person
from drafter.drafting.planning.plan import DECIDES, stems

CLAUSE = re.compile(
    r"(?:if|to the extent(?: that)?|in the event(?: that)?|when|where) (?:you|it|they|there|this|that|these|those|the|"
    r"your|such|any|an?|one|either|both|all|no|its|their|our|[\w’'-]+s?) (?!so\b)\w",
    re.I,
)
"""A condition with a subject and a verb of its own; not “if material”, “if so”."""
_BARE = re.compile(
    r"(?:if|where|when|to the extent(?: that)?)(?: (?:it|they|this|that|these|those|any|the \w+|such \w+))?"
    r"(?: (?:is|are|was|were))? (?:also |reasonably |otherwise )?(?:true|so|material|significant|known|applicable|"
    r"practicable|possible|available|determinable|appropriate|necessary|needed|required|correct|accurate)\b",
    re.I,
)
"""A limit of materiality or of what is known, which supposes no case."""
_TELLING = frozenset(
    {
        "address",
        "clarify",
        "confirm",
        "describe",
        "disclose",
        "discuss",
        "explain",
        "identify",
        "other",
        "provide",
    }
    | {"quantify", "tell_us"}
)
"""Actions whose object may be a question: “address if the licences end”."""
_PLACE_ONLY = re.compile(
    r"(?:(?:here|on|in|under|at|within)\b(?!.*\b(?:the|your|any) (?:amount|effect|nature)).*)?$", re.I
)
_HERE = re.compile(r"(?:in (?:your|this) response(?: letter)?|here|specifically|also|to us|for us|us)?", re.I)
_IF_TRUE_THAT = re.compile(r"(?:if|to the extent) (?:true|accurate|correct|applicable), (?=that\b)")
_WHY_IF_TRUE = re.compile(r"(?P<ask>why|how), if (?:true|so|that is the case), (?P<clause>.+)$", re.S)
_SUPPOSING = re.compile(
    r"^(?:in (?:more|greater|further) detail )?(?:how|why|whether|what|when)\b|"
    r"\b(?:effects?|impacts?|consequences?|implications?|sensitivity|risks?|remedies|outcome|treatment|"
    r"(?:would|could|might|may|can|will) (?:be |have |also |become )*\w+|payable|due|only|even)\b(?!.*[.;])",
    re.I,
)
"""What is asked for in a case that may come: “the effect on earnings if ...”, “the fee payable if ...”."""
_IN_FACT = re.compile(r", (?:in fact|indeed|as you say|in effect), [^,;.]+$")
_OF_SUPPOSED = re.compile(r"\b(?:were not|were to|had not|would)\b|^had\b", re.I)
_RIVAL = re.compile(r"(?:if|to the extent(?: that)?|where|when) (?:you|the company|management)\b", re.I)
"""A condition on the company itself, which it can answer: “the amount due if you have drawn on it”."""
_GOES_ON = re.compile(r"^(?:\)?,? ?(?:and|or|etc)\b|, [^,;]+,? (?:and|or)\b)", re.I)
_EXAMPLES = re.compile(r"\b(?:such as|for example)\b[^.;]*,\s*$", re.I)


def as_meant(found: Sequence[Request]) -> tuple[Request, ...]:
    """The requests, each with a condition only where it hangs on one, and that of the request before it where it goes
    on with the thing that is conditional: “Please also revise the opinion to cover such units.”
    """
    done: list[Request] = []
    for request in found:
        meant = _meant(request)
        said = request.conditional or ""
        if done and said == "otherwise" and CLAUSE.match(done[-1].conditional or ""):
            meant = replace(request, conditional="if not")
        elif (
            done and meant is request and (_TRUE_ASIDE.fullmatch(said) or done[-1].text.endswith(said + ","))
        ):
            aside = said in done[-1].text and said not in request.text
            meant = replace(request, conditional=None) if aside else request
        done.append(_spelled_out(_carried(meant, done) if meant is request else meant, done))
    return tuple(done)


_TRUE_ASIDE = re.compile(r"if (?:true|accurate|correct|so)", re.I)
"""“Confirm, if true, that ...”: a condition of that request alone."""


def _meant(request: Request) -> Request:
    if asks := _WHY_IF_TRUE.match(request.object):
        clause, turned = supposed(f"if {asks['clause']}")
        thing = f"whether {clause} and, if {'not' if turned else 'so'}, {asks['ask']}"
        return replace(request, object=thing, conditional=None)
    if stated := _IF_TRUE_THAT.match(request.object):
        return replace(request, object=request.object[stated.end() :])
    head, said, rest = _around(request)
    if not said:
        return request
    if more := _IN_FACT.match(rest):
        return replace(request, conditional=f"{said}{more[0]}")
    if _is_question(request, head, said, rest):
        before = head if re.search(r"\band,?\s*$", head) else ""
        return replace(request, object=f"{before}whether{said[2:]}{rest}", conditional=None)
    free = _OF_SUPPOSED.search(said) or _is_supposed(head, said) or _is_limit(head, said, rest)
    return replace(request, conditional=None) if free else request


def _around(request: Request) -> tuple[str, str, str]:
    """What stands before the condition in the object, the condition, and what stands behind it; "" where it leads."""
    said = request.conditional or ""
    at = request.object.find(said) if said else -1
    return (request.object[:at], said, request.object[at + len(said) :]) if at >= 0 else ("", "", "")


def _is_question(request: Request, head: str, said: str, rest: str) -> bool:
    """Whether “if” is “whether”: “discuss the plan, and if you have changed it”, “address if the licence ends”."""
    if rest.strip(" .;,") or not CLAUSE.match(said) or _BARE.match(said) or request.action not in _TELLING:
        return False
    alone = _HERE.fullmatch(head.strip(" ,")) or (
        head.rstrip().endswith(",") and _PLACE_ONLY.match(head.strip(" ,"))
    )
    return bool(re.match(r"if\b", said, re.I) and (alone or re.search(r"\band,?\s*$", head)))


def _is_supposed(head: str, said: str) -> bool:
    """Whether the condition is a case that the thing asked for supposes, behind it without a comma."""
    if not head.strip() or head.rstrip().endswith(",") or not CLAUSE.match(said) or _BARE.match(said):
        return False
    if _SUPPOSING.search(head):
        return True
    return bool(_AMOUNT.search(head)) and not _RIVAL.match(said) and bool(_MAY_COME.search(said))


_AMOUNT = re.compile(
    r"\b(?:amounts?|fees?|tax(?:es)?|penalt(?:y|ies)|rights?|obligations?|losses|payments?)\b", re.I
)
_MAY_COME = re.compile(
    r"\b(?:is|are|does|do) not\b|\b(?:fails?|terminates?|is terminated|are terminated|occurs?|defaults?)\b"
)
"""A case that has not come: “if the merger is not completed”."""


def _is_limit(head: str, said: str, rest: str) -> bool:
    """Whether the condition limits one thing of a list: “from new stores, existing stores, if material, and price”."""
    inside = head.rstrip().endswith(",") and bool(_GOES_ON.match(rest))
    return bool(_BARE.match(said)) and (inside or bool(_EXAMPLES.search(head)))


_NOT = re.compile(
    r"^(?P<who>(?:(?!\b(?:that|which|who|whose|whether|if|and|but)\b)[^,;]){1,90}?) (?:(?P<do>do|does)|(?P<be>did|is|"
    r"are|was|were|has|have|had|will|should)) not (?!only\b|less\b|more\b)(?:also )?(?P<verb>[\w-]+)"
)
_NONE = re.compile(r"^(?P<there>there (?:is|are|was|were) |you (?:[a-z]+ ){1,2})?no(?:ne)?(?= )")
_LEAD = re.compile(
    r"^(?:and )?(?:if|when|where|once|unless|to the extent(?: that)?|in the event(?: that)?|should|"
    r"assuming(?: that)?) +",
    re.I,
)


def supposed(condition: str) -> tuple[str, bool]:
    """What the condition supposes, said of the case that it is so, and whether the condition is that it is not."""
    clause = _LEAD.sub("", condition.strip(" ,."), count=1)
    turned = bool(re.match(r"(?:and )?unless\b", condition, re.I))
    said = re.sub(r"\b(you|it|they|management) can ?not\b", r"\1 can", clause)
    said = _NONE.sub(lambda m: f"{m['there'] or ''}any", said)
    if found := _NOT.match(said):
        verb = third_person(found["verb"]) if found["do"] == "does" else found["verb"]
        said = f"{found['who']} {found['be'] + ' ' if found['be'] else ''}{verb}{said[found.end() :]}"
    return said, turned != (said != clause)


def denies(condition: str, proposition: str) -> bool:
    """Whether the condition is that what the words say is not so: “if such rent is not included”."""
    said, denied = supposed(condition)
    mine, other = stems(said) - _PRO, stems(proposition)
    near = sum(any(w.startswith(o[:NEAR]) or o.startswith(w[:NEAR]) for o in other) for w in mine)
    return denied and bool(re.match(r"such an?\b", said) or (mine and near >= ENOUGH * len(mine)))


_PRO = stems("such treatment approach case made done applied true")
NEAR = 4
"""Letters in which two forms of a word are alike: “apply” and “applies”."""
ENOUGH = 0.7
"""Share of its content words that a denial has from what it denies."""


def _spelled_out(request: Request, before: Sequence[Request]) -> Request:
    """The request, “if none is” in the words of the case before it: “if any lease is onerous, ...”."""
    any_ = _ANY.match(before[-1].conditional or "") if before else None
    if any_ is None or not _NONE_IS.match(request.conditional or ""):
        return request
    return replace(request, conditional=f"if {any_['who']}no {any_['what']}")


_ANY = re.compile(r"(?:and )?if (?P<who>(?:you )?(?:[a-z]+ ){0,2}?)any (?P<what>.+)", re.I | re.S)
_NONE_IS = re.compile(r"(?:and )?if none (?:is|are|was|were|do|does|did|has|have|had|exists?)\W*$", re.I)


def _carried(request: Request, before: Sequence[Request]) -> Request:
    last = before[-1] if before else None
    if last is None or request.conditional or not last.conditional or request.alternative_of is not None:
        return request
    pointed = _SUCH.search(request.text)
    if pointed is None or not (DECIDES.search(last.conditional) and CLAUSE.match(last.conditional)):
        return request
    named = stems(f"{last.conditional} {last.object}")
    return replace(request, conditional=last.conditional) if stems(pointed["what"]) & named else request


_SUCH = re.compile(r"\b(?:such|these|those|said) (?P<what>(?!as\b)[\w’'-]+(?: [\w’'-]+)?)", re.I)


def relied_on(condition: str, said: str) -> bool:
    """Whether the condition is that the company relies on something, and the notes say that it does."""
    case = _IF_RELYING.match(condition)
    named = _names(case["what"]) if case else set()
    found = (_RELIES.search(part) for part in re.split(r"(?<=\.)\s|;", said))
    return any(m and named & _names(m["what"]) for m in found)


def _names(what: str) -> set[str]:
    """The words by which a provision is told from another."""
    return {w.strip(".,;") for w in what.lower().split()} - _PLAIN


_IF_RELYING = re.compile(
    r"if (?:you|it|the Company) (?:intend to |choose to )?rel(?:y|ies) (?:up)?on (?P<what>.+)", re.I
)
_RELIES = re.compile(
    r"\b(?<!not )(?:rely|relies|relying) (?:up)?on (?P<what>(?:(?!,? \b(?:not|but|rather)\b)[^;])+)", re.I
)
_PLAIN = frozenset(str.split("the a an or and of paragraph paragraphs rule item section exception exemption"))
