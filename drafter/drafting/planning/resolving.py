"""Pronouns that a request has from the words before it, put back into nouns: “disclose it separately”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.drafting.language.clauses import MATTER, asked, elements
from drafter.drafting.language.salient import agrees, brought_in, named_pronoun, put, rivals, salient
from drafter.drafting.language.tagging import heads_many
from drafter.drafting.language.topic import topic
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.planning.antecedents import asked_again, everything, named_again
from drafter.drafting.planning.lacking import given
from drafter.drafting.planning.objects import unbroken
from drafter.matters import sentences

_SAME = re.compile(
    r"^(?:it$|(?:this information|th[eo]se matters|the same|this)"
    r"(?= (?:for|in|to|with|separately|as|on|at|by|and)\b|$))",
    re.I,
)
"""What names all that was asked for before."""
_DOUBT = re.compile(
    r"\b(?:unclear|not clear|do not understand|unable to (?:determine|understand)|not (?:apparent|"
    r"evident))\b (?:to us )?"
    r"(?:from your disclosure )?(?P<thing>(?:how|why|whether|what|when|where|which) .+?)[.?]?$"
)
"""“It is unclear how the two columns tie.”"""


def _doubted(request: Request, comment: str) -> Request:
    """The request, “please advise” with what the sentence before it does not understand."""
    unsaid = asked(request) == MATTER or _DISCUSSION.fullmatch(asked(request))
    if not unsaid or not re.search(r"\b(?:advise|explain|clarify|revise)\b", request.text, re.I):
        return request
    before = sentences(" ".join(comment.split()[: request.start]))
    found = _DOUBT.search(before[-1]) if before else None
    return replace(request, object=found["thing"]) if found else request


def _reported(request: Request, before: str) -> Request:
    """The request, “whether this occurred” with what the sentence before it says is reported."""
    found = _REPORTED.search(sentences(before)[-1]) if before and _OCCURRED.match(asked(request)) else None
    return replace(request, object=f"whether {found['what']}") if found else request


_OCCURRED = re.compile(
    r"whether (?:or not )?(?:this|that|it|these|they|the events?) (?:has |have |in fact |actually )*"
    r"(?:occurred|happened|took place|(?:is|are|was|were) (?:the case|so|true|correct|accurate))$"
)
_REPORTED = re.compile(
    r"\b(?:reports?|articles?|releases?|websites?|states?|stated|indicates?|reported|appears|announced) that "
    r"(?P<what>.+?)[. ]*$"
)
_DISCUSSION = re.compile(
    r"(?:your|the|this) (?:[a-z]+ )?(?:disclosures?|discussion|filing|section)"
    r"(?: accordingly| as (?:appropriate|necessary))?"
)
_PLACED = re.compile(
    r"\s+(?:for each|for all|in each|at each|at the end of|at (?:period|year|quarter) end|for the periods?|by period|"
    r"with (?:an?|your) [\w ]*(?:amendment|report|filing)|among the exhibits|as an exhibit)"
    r"\b.*$"
)


def resolved_requests(found: Sequence[Request], comment: str = "") -> tuple[Request, ...]:
    """The requests, a pronoun at the head of an object replaced by the noun of the request before it."""
    done: list[Request] = []
    noun = ""
    told = [(r, " ".join(comment.split()[: r.start])) for r in unbroken(found, comment)]
    whole_ = [given(_reported(r, before), before) for r, before in told]
    meant = _with_objects([_of_condition(_pointed(_doubted(r, comment))) for r in whole_])
    for request in meant:
        before = " ".join(comment.split()[: request.start])
        if done:
            noun = _since(" ".join(comment.split()[done[-1].end : request.start]), request, noun)
        case = "" if request.object.startswith(("its ", "their ")) else request.conditional or ""
        supposed = named_pronoun(request.object, f"{case},")
        closed = _left_open(done, request) or (supposed == request.object and rivals(supposed, case))
        thing = everything(done, supposed) or _resolved(supposed, "" if closed else noun, near=False)
        said = _done_so(asked_again(done, thing), request, done)
        thing = named_again(said, comment, request.start)
        if request.action != "remove" and not closed:
            thing = brought_in(named_pronoun(thing, before), before)
        text = request.text.replace(request.object, supposed) if supposed != request.object else request.text
        text = re.sub(rf"\b{re.escape(said)}", thing.replace("\\", ""), text, count=1)
        whole = replace(request, object=thing, text=text)
        done.append(whole)
        still = noun in thing or len(thing.split()) < SHORT or re.search(r"\b(?:its?|they|them)\b", thing)
        noun = _noun(whole) or (noun if still else "")
    return tuple(done)


def _left_open(before: Sequence[Request], request: Request) -> bool:
    """Whether the request before has the same pronoun for its object and nothing said what it stands for."""
    head = _HEAD.match(request.object)
    last = _HEAD.match(before[-1].object) if before else None
    return head is not None and last is not None and head[0] == last[0]


_HEAD = re.compile(r"(?:it|them)\b(?! (?:is|was|would)\b)")


def _since(said: str, request: Request, noun: str) -> str:
    """What “it” or “them” stands for where whole sentences stand since the request before: what the last of them is on,
    or the words of the filing that it points to, where these are to be changed; the noun before where none do.
    """
    head = _HEAD.match(request.object)
    if head is None or not re.search(r"\w[.?!]\W*$", said):
        return noun
    pointed = _WORDS_OF.search(sentences(said)[-1]) if request.action in _REWORDS else None
    return f"the {pointed['words']}" if pointed else salient(said, head[0] == "them")


_REWORDS = frozenset({"remove", "delete", "omit", "revise", "clarify", "substantiate", "support"})
_WORDS_OF = re.compile(
    r"\b(?:the|your) (?P<words>statement|assertion|claim|reference|sentence)(?= (?:that|to|on|in)\b)"
)


def _done_so(thing: str, request: Request, before: Sequence[Request]) -> str:
    """The thing, “to do so” as what the branch before it asks: “or state that it is not practicable to do so”."""
    first = request.alternative_of
    if first is None and CANNOT.search(request.conditional or ""):
        first = next((n for n in reversed(range(len(before))) if not before[n].conditional), None)
        last = before[-1] if before else None
        if last is not None and last.alternative_of is not None and CANNOT.search(asked(last)):
            first = last.alternative_of
    if first is None or first >= len(before) or before[first].action not in _ACTIONS:
        return thing
    wanted = asked(before[first])
    thing = re.sub(r"\bto do so$", f"to {before[first].action} {wanted}", thing)
    thing = re.sub(r"(?<=^that you cannot) do so$", f" {before[first].action} {wanted}", thing)
    thing = re.sub(r"\b(make|give|provide|develop|determine|calculate) one$", rf"\1 {wanted}", thing)
    return re.sub(r"^that (?:it|they) (?=can)", f"that {wanted} ", thing)


CANNOT = re.compile(
    r"\b(?:(?:cannot|can not|can[’']t|could not|(?:is|are) unable to|(?:is|are) not (?:yet )?able to)\b|"
    r"(?:im|not (?:(?:yet|currently|reasonably|now|be) )*)"
    r"(?:possible|practicable|determinable|estimable|determined|estimated|known)\b|"
    r"(?:no [^.;,]{1,60}?|none) (?:can|could) (?:yet )?be\b)",
    re.I,
)
"""That something cannot be done, as a condition or as what the notes say."""


_FACT = re.compile(
    r"(?:so|this|that|(?:that|this|the) (?:fact|information)|as much)"
    r"(?: (?:here|prominently|clearly))*(?P<where> (?:in|under|on|at) [\w&’' ]{2,40})?"
    r"(?: (?:rather than|instead of) .+?)?\W*(?:and)?\W*$",
    re.I,
)
_WHY = re.compile(r"(?:the reasons? )?why(?: (?:that|this) is(?: the case| so)?)?\W*$", re.I)
_SAYS_FACT = re.compile(r"\b(?:disclose|state|say|clarify|so)\b", re.I)
_CASE = re.compile(
    r"^(?:if|where|to the extent(?: that)?) (?P<clause>(?!(?:so|not|this|that|these|those)\b).+)$",
    re.I | re.S,
)


_SUBJECT = re.compile(r"(?:you|the|your|some|an?|no|there|they|it|such)\b", re.I)
"""How a condition begins that is a clause, and no “if material”."""


def _of_condition(request: Request) -> Request:
    """The request, “that fact” and a bare “why” as what its condition says: “If you do not track them, explain why”."""
    case = _CASE.match(request.conditional or "")
    clause = re.sub(r"^any\b", "some", case["clause"]).strip(" ,.") if case else ""
    if not (_SUBJECT.match(clause) or is_clause(clause)):
        return request
    if (fact := _FACT.match(request.object)) and _SAYS_FACT.search(f"{request.action} {request.text}"):
        return replace(request, object=f"{fact['where'] or ''} that {clause}".strip())
    return replace(request, object=f"why {clause}") if _WHY.match(request.object) else request


_TO_SAY = re.compile(
    r"^(?:(?:your |all )?future filings?|(?:your|the|this|these) (?!consideration)(?:[\w’'-]+ ){0,4}?"
    r"(?:disclosures?|discussions?|presentation|filing|prospectus|"
    r"registration statement|risk factors?|section|policy|note|table))\b[^.;:]{0,160}?(?<! not) to (?:[a-z]+ly )?"
    r"(?P<verb>disclose|describe|discuss|explain|clarify|address|quantify|identify|state|include|provide|indicate|"
    r"present|highlight) (?P<what>.+)$",
    re.S,
)
"""“Revise your disclosure on page 9 to describe X” asks to describe X."""


def _pointed(request: Request) -> Request:
    if represented := _REPRESENTED.search(request.text):
        thing = f"that {represented['what'].strip(' .')}"
        return replace(request, object=thing, action="confirm", deliverable="confirmation")
    proposed = _PROPOSED.match(request.object)
    if proposed:
        verb = proposed["verb"].lower()
        action = next((a for a in _ACTIONS if verb.startswith(a[:6])), "disclose")
        return replace(request, object=proposed["what"], action=action, deliverable="revised_disclosure")
    said = _TO_SAY.match(request.object) if request.action not in {"remove", "refrain"} else None
    if said is None:
        return request
    action = said["verb"] if said["verb"] in _ACTIONS else "disclose"
    return replace(request, object=said["what"], action=action)


_PROPOSED = re.compile(
    r"^(?:us )?(?:with )?(?:an? |the |your )?(?:proposed|draft|intended) (?:revised )?"
    r"(?:disclosures?|language|text|wording)\b[^.;:]{0,80}? (?:that|which|to|clarifying|describing) ?"
    r"(?P<verb>identif\w*|describ\w*|disclos\w*|explain\w*|quantif\w*|discuss\w*|address\w*|clarif\w*) (?P<what>.+)$",
    re.I | re.S,
)
"""“Proposed disclosure, to be included in future filings, that identifies X” asks to identify X."""
_REPRESENTED = re.compile(r"\b(?:represent|undertake|agree)(?: to us)? that (?P<what>.+)$", re.I | re.S)
"""“Represent to us that you will ...” asks for a confirmation."""


_ACTIONS = frozenset({"disclose", "describe", "discuss", "explain", "clarify", "quantify", "identify"})


def _with_objects(found: Sequence[Request]) -> list[Request]:
    """The requests, one that names nothing with the next one's object: "clarify and/or revise the label"."""
    done = list(found)
    for at, request in enumerate(done[:-1]):
        after = done[at + 1]
        short = len(request.text.split()) <= SHORT and (request.object in _EMPTY or asked(request) == MATTER)
        same = not request.text.rstrip().endswith((".", "revise,")) and after.start - request.end <= NEXT
        if short and same and asked(after) != MATTER:
            done[at] = replace(request, object=after.object)
    return done


NEXT = 5
"""Words that may stand between it and the directive that does."""
_EMPTY = frozenset({"", "about", "regarding", "and", "the following"})
SHORT = 7
"""Words of a directive that names nothing: “please clarify and/or”."""


def _resolved(thing: str, noun: str, near: bool = True) -> str:
    if not noun or re.match(r"an?\b|.* of each ", noun) or re.match(r"what (?:caused|led|drove)\b", thing):
        return thing
    within = _WITHIN.match(noun)
    if within and not agrees(thing, noun, near) and agrees(thing, within["of"], near):
        noun = within["of"]
    thing = _LAST[heads_many(noun)].sub(lambda m: f"{m[1]} {noun}", thing)
    return put(thing, noun) if agrees(thing, noun, near) else _SAME.sub(lambda _: noun, thing, count=1)


def with_noun(thing: str, before: str) -> str:
    """The thing with its pronoun as what the thing before it names: “how they were determined”."""
    name = _short(before)
    return _resolved(thing, name) if name and not _NO_NOUN.match(name) else thing


def whole_elements(request: Request) -> tuple[str, ...]:
    """The separate things in one request, each with its own noun: "how they were determined" says what was."""
    done: list[str] = []
    noun = ""
    for element in elements(request):
        done.append(_resolved(element, noun))
        name = _short(done[-1])
        noun = name if name and not _NO_NOUN.match(name) else noun
    return tuple(done)


def _short(thing: str) -> str:
    """The short name of a thing, without its periods and places: “your backlog” of “your backlog at year end”."""
    thing = _PLACED.sub("", thing)
    yours = re.match(r"(?:your|our|the company[’']s) ", thing)
    rest = thing[yours.end() :] if yours else thing
    one = _ONE_WORD.match(rest) if yours else None
    name = one[0] if one else topic(rest)
    return f"{yours[0]}{name}" if yours and name else name


_ONE_WORD = re.compile(r"[a-z][a-z-]+(?=$| (?:at|for|in|by|as of|on|from|of|to|under|with)\b)")


def _noun(request: Request) -> str:
    """What a later "it" stands for: the short name of the request's object."""
    thing = _THIS.sub("the ", _PLACED.sub("", asked(request)))
    if request.action == "reconcile":
        thing = re.split(r" (?:to|with) ", thing)[0]
    if doubted := _BASIS.match(thing):
        return _short(doubted["of"])
    name = _short(thing)
    return "" if _NO_NOUN.match(name) or (_EXPECTED.match(thing) and " to " in name) else name


_THIS = re.compile(
    r"\bth(?:is|at) (?=(?:[a-z-]+ )?(?:adjustment|measure|metric|title|label|term|claim|reference)\b)"
)
"""What points to a thing of the filing: “how this adjustment recurs”."""
_BASIS = re.compile(
    r"(?:(?:the|your) )?(?:\w+ )?(?:basis|support|substantiation|grounds?) (?:for|of) (?P<of>(?:the|your|this) .+)"
)
_EXPECTED = re.compile(
    r"whether (?:or not )?[^,;]{2,40}? (?:expect|anticipate|intend|plan|project|forecast)s?\b"
)
"""A question of what is expected to do something, which is no thing that “this” names."""


_NO_NOUN = re.compile(
    r"(?:each|every|all|any|future|for|in|on|at|by|of|to|with|(?:how )?(?:much|many))\b|"
    r"(?:an? |the )?(?:definition|description|discussion|explanation|analysis|statement|"
    r"reconciliation|basis|nature|reasons?|support)\b|.* accordingly$",
    re.I,
)
"""Names that a later "it" does not stand for."""
_TAKES = r"\b(?:(?:ex|in)clude|remove|eliminate|deduct|add back|adjust for)"
_LAST = {False: re.compile(rf"( in| of| to| on|{_TAKES}) it$"), True: re.compile(rf"({_TAKES}) them$")}
"""“Whether you depend on it”, “revise the measure to include them”: a last “it”, and “them” for several."""
_WITHIN = re.compile(r"(?:the |your )?(?:[a-z-]+ ){1,3}?of (?P<of>(?:(?:the|your|these|those) )?[a-z].+)")
"""“The terms of the agreement and file it”."""
