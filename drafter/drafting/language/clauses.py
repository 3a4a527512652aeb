"""What a request asks for, taken apart: its elements, their topic, and the noun phrase of a blank."""

from __future__ import annotations

import re

from drafter.domain import Request
from drafter.drafting.language.topic import ASKING
from drafter.drafting.language.turning import Voice, turn
from drafter.drafting.language.verbs import finite

_TAIL = re.compile(r"[\s,;:.]*(?:\b(?:and|or)\b)?[\s,;:.]*$")
_SHORTENED = re.compile(r"\b(?:(?:[A-Z]\.)+[A-Z]|Inc|Corp|Co|Ltd|Bros|Jr|Sr)\.$")
"""A stop that belongs to an abbreviation: “Crane Harbor Fund II, L.P.”."""
_FUTURE = re.compile(
    r",?\s*\b(?:in|to) (?:all |your |any |its |our )*(?:future|"
    r"subsequent|next) (?:periodic |annual |quarterly )?"
    r"(?:filings?|reports?|earnings releases?|releases?|disclosures?|risk factors|proxy statements?|"
    r"Forms? 10-[KQ])(?: on Form [\w-]+)?\b"
    r"(?:,? including (?:in )?(?:your )?(?:annual|quarterly|interim) reports?\b)?"
    r"(?:,? (?:that|in which|where) (?:you )?(?:include|present|describe|discuss|contain|use|refer)\b[^,.;]*?"
    r"(?=[,.;]|$| to (?:disclose|provide|describe|discuss|explain|clarify|quantify|include|address)\b))?"
    r"(?:,? (?:beginning|starting|commencing) (?:with|in) your (?:[A-Z][a-z]+ \d{1,2}, \d{4},? )?[^,;.]{0,60}"
    r"(?:report|filing|statement|10-[KQ]|20-F)\b(?: for [^,;.]{0,40}(?:, \d{4})?)?)?"
    r"|\bgoing forward\b",
    re.I,
)
"""Where the staff puts a promise; the answer names the filing itself."""

_AUDIENCE = re.compile(
    r"(?:\s+|^)(?:(?:for|to) us\b(?: supplementally)?|"
    r"(?<!provided )(?<!included )(?<!described )(?<!given )in your response(?: letter)?\b)",
    re.I,
)
_HANGING = re.compile(
    r",?\s*\b(?:including (?:your|the) [\w ]{3,30} that|"
    r"for example(?:,? through)?|(?:such as|including)(?: the following)?|as follows|"
    r"(?:(?:each|all|any) of )?the following)\s*:?$",
    re.I,
)
"""What a list of points hangs on, once the points are taken apart from it."""

_PROMINENT = re.compile(
    r"^(?P<how>with (?:equal or )?greater prominence|on an? [\w-]+(?: [\w-]+)? basis),? (?P<thing>[^,;]+)$"
)
_SLIP = re.compile(r"\b(the|of|to|an?|in|and|is) \1\b")
"""A word that the staff typed twice."""
_SAID_TWICE = re.compile(r"^(?:and|or)\b,?(?: [a-z]+){0,4}? ?please [a-z]+,? ", re.I)
"""A second directive that shares the object: “tell us, and please disclose, the class”."""
_MANNER = re.compile(
    r"^,?\s*(?:on a supplemental basis|supplementally|with a view towards? (?:revised |additional |"
    r"future |enhanced )*disclosures?|in (?:greater|more|further|additional|sufficient|"
    r"reasonable|appropriate) detail|in detail|more fully|further|clearly|specifically|separately|"
    r"briefly|prominently|concisely|for investors|for (?:each|every|all)(?: [\w-]+){1,5}(?=,)|"
    r"as (?:appropriate|applicable|necessary)|in (?:the|your|this) filing(?= (?:the|any|what|how|why|whether|your)\b)|"
    r"here,? (?:and|or) (?:in|elsewhere|throughout|where)\b[^.;]{1,60}?,"
    r"(?= (?:each|the|any|all|how|why|whether|that|your)\b)|"
    r"here(?:(?:,? and|, or) (?:in|elsewhere|throughout|where)[\w ,-]*?"
    r"(?= (?:each|the|any|all|how|why|whether|that)\b))?|"
    r"(?:on|in|at) (?:the|your) (?:prospectus )?(?:cover page|summary|outset|forepart|"
    r"face of [\w' ]+?)(?: of [\w' ]+?)?(?=,? (?:the|that|any|how|whether|your)\b))(?:(?<=,)|\b),?\s+",
    re.I,
)
_PURPOSE = re.compile(
    r",? (?:so that (?:investors|readers|shareholders|users|an investor)|to allow (?:an?|investors|for)|"
    r"in order (?:to|that)|to enable|providing investors|to provide investors|"
    r"to help investors|to facilitate)\b[^;]*$"
)
"""Why the staff asks, which is no part of what it asks for."""
_NEEDED = re.compile(r"\b(?:must|should|needs?|needed|required|have to|has to|necessary)\b[^,;]*$")
"""A duty, of which what stands behind “in order to” is part: “the ratios that you must keep in order to borrow”."""
_FIRST_IF = re.compile(
    r"^(?:and )?(?:if (?:so|not|yes|no|applicable|any|true|known|available|material|practicable|possible|"
    r"necessary|appropriate|needed|significant)|to the extent (?:material|practicable|possible|"
    r"applicable)),?\s+(?=\w)",
    re.I,
)
"""The condition at the head of what is asked under it."""
_SECOND_ASK = re.compile(
    r",?\s+and (?:please )?(?:revise|amend|advise|clarify|disclose)(?: (?:your|the) (?:disclosures?|filings?))?"
    r"(?: (?:accordingly|as (?:necessary|appropriate|needed|applicable|required)))?$"
)
"""A second directive without an object of its own: “tell us why this is so, and revise”."""
_NOTHING_SAID = re.compile(
    r"^(?:(?:please|or|and|otherwise|also|either|so),? )*(?:advise|"
    r"revise|explain|clarify)?(?: us)?(?: why)?(?: or revise)?"
    r"(?:\s*(?:accordingly|as (?:necessary|appropriate|applicable|needed|required)))?$",
    re.I,
)
_WHOLE_SENTENCE = re.compile(
    r"(?!Your (?:consideration|analysis|basis|reasons?|assessment)\b)"
    r"(?:The|We|It|This|These|Your|You|There|However|In|As)(?: |,)"
)
"""A sentence without a directive, which asks only by what it says."""
_NOUN_OF = re.compile(
    r"The (?:[a-z-]+ ){0,2}(?:amount|timing|nature|extent|number|reasons?|basis|percentage|impact|effects?|method|"
    r"status|terms|duration|frequency) (?:of|to which|why|by which)\b"
    r"(?!.*\b(?:appears?|seems?|unclear|not clear|does not|do not)\b)",
    re.S,
)
"""A point of a list that names a thing: “The timing of the recognition of the expense”."""
MATTER = "the matter raised in this comment"
"""What "please advise" and "please revise" ask about."""

_PREPOSITION = r"(?:at|by|during|for|from|in|on|over|to|under|with)"
_ELEMENT = re.compile(
    r",\s+including\s+(?=(?:how|why|whether|what|when|who)\b)|"
    r"(?:,|;)?\s*(?:\b(?:together with|along with|as well as)\b)\s+|"
    r"(?:,|;)\s*(?:and\s+)?(?=(?:(?:by )?how|why|whether|what)\b)"
    r"|,?\s+and\s+(?=(?:how|why|whether|what|over what|for what|(?:when|where) (?:you|your|the|it|they)|"
    r"(?:in|to|by|at|under) (?:which|what|whom))\b)"
    r"|,\s+(?:and\s+)?(?=the (?:carrying |total |dollar )?"
    r"(?:amount|number|nature|date|extent|percentage|duration|timing|term|status)s? "
    r"(?:of|due|to|attributable)\b)"
    rf"|,\s+(?={_PREPOSITION} (?:which|what|whom) [a-z]+(?:,| and\b|$))"
    r"|,\s+(?=(?:when|who) [^,]+,? and (?:how|why|whether|what|when|where|who|which)\b)"
    r"|,?\s+and\s+(?:explain|describe|discuss|quantify|identify|disclose)\s+(?=(?:the|any|how|why|"
    r"whether|your|each)\b)"
)


SAID_VERB = (
    "disclose|state|present|include|quantify|discuss|describe|explain|identify|clarify|remove|delete|"
    "refrain|avoid|address|provide|reconcile|define|separate|label|expand|revise|omit|discontinue|"
    "highlight|disaggregate|itemize|balance|indicate|specify|list|name|summarize|update|correct|conform|"
    "report|show|give|add|say|limit|reflect|incorporate|mention|qualify|relabel|retitle|rename|break|"
    "recast|reclassify|acknowledge|recharacterize|characterize|cite|tailor|enhance|analyze|apply|consider|"
    "ensure|file|submit"
)
"""Verbs of disclosing and changing, as alternatives of a pattern."""


def bare(text: str) -> str:
    """The text without the punctuation and the "and" it hangs on at its end."""
    text = text.strip()
    return text if _SHORTENED.search(text) else _TAIL.sub("", text).strip()


def asked(request: Request) -> str:
    """What the request wants, in the staff's words, without directive, audience and place."""
    thing = _wanted(request)
    if _NOUN_OF.match(thing):
        return f"{thing[:1].lower()}{thing[1:]}"
    if _NOTHING_SAID.match(thing) or _WHOLE_SENTENCE.match(thing):
        return MATTER
    if asking := ASKING.match(thing):
        return f"{asking[0].lower()}{thing[asking.end() :]}"
    return re.sub(
        r"^(?:that(?! \S+$)|about|of|as to|regarding|with respect to)(?:, and \w+)?,? +(?=\w)",
        "",
        thing,
    )


def says_that(request: Request) -> bool:
    """Whether what the request wants is a statement: “clarify for investors that the rates differ”."""
    return bool(re.match(r"(?:[a-z]+ly )?that\b", request.object) or re.match(r"that\b", _wanted(request)))


def _wanted(request: Request) -> str:
    thing = _UNDER.sub("", _without_remark(_POINTER.sub("", request.object or request.text)))
    thing = bare(_AUDIENCE.sub("", _FUTURE.sub("", thing))).lstrip(" ,;")
    thing = bare(_HANGING.sub("", thing))
    purpose = _PURPOSE.search(thing)
    if purpose and not _NEEDED.search(thing[: purpose.start()]):
        thing = bare(thing[: purpose.start()] + thing[purpose.end() :])
    thing = re.sub(r"^(?:us )?(?:better )?understand (?=\w)", "", thing)
    thing = re.sub(r"^clear,? (?=(?:if\b|that\b|to\b))", "", thing)
    thing = re.sub(
        r"^(?:an? |the )?explanation (?:as to|of|for|regarding) (?=(?:why|how|whether)\b)", "", thing
    )
    thing = _SECOND_ASK.sub("", _FIRST_IF.sub("", thing))
    thing = _SAID_TWICE.sub("", _SLIP.sub(r"\1", thing))
    thing = re.sub(r"^(?:up)?on (?=how\b|why\b|whether\b|the\b|your\b)", "", _MANNER.sub("", thing))
    thing = _PROMINENT.sub(r"\g<thing> \g<how>", _FIRST_IF.sub("", thing))
    limit = (request.conditional or "").lower()
    case = re.match(r"(?:if|to the extent|where|when|as|unless)\b(?!.*\bwere\b)", limit)
    if case and thing.lower().endswith(limit) and not _DONE_THERE.search(thing[: -len(limit)]):
        return bare(thing[: -len(limit)])
    return thing


_DONE_THERE = re.compile(r", [a-z]+ed $")
"""A manner that the limit is on: “the assumptions, quantified where practicable”."""


_POINTER = re.compile(r"(?<=[.”])\s+(?:Please )?(?:[Rr]efer|[Ss]ee|Reference is made)\b.*$", re.S)
"""The sentence with the authority, behind a stop that an abbreviation hides: “Regulation G. Refer to ...”."""


_UNDER = re.compile(r"^with reference to [^;]+?, (?=(?:whether|how|why|what|when|who)\b)")
"""The guidance before the question: “with reference to ASC 606-10-55-36, whether you are the principal”."""


def _without_remark(thing: str) -> str:
    """The thing without the sentence that the staff sets behind it: “whether you use agents; page 9 speaks of one”."""
    remark = _REMARK.search(thing)
    verb = finite(remark["said"]) if remark else None
    return thing[: remark.start()] if remark and verb and verb.start else thing


_REMARK = re.compile(
    r"; (?P<said>(?!(?:and|or|how|whether|what|when|where|why|who|which|if|any|please)\b)[^;]+)$"
)


def elements(request: Request) -> tuple[str, ...]:
    """The separate things in one request: "X, together with Y and how Z" are three. At least one."""
    thing = asked(request).removesuffix(OR_NONE)
    return tuple(e for part in numbered(thing) for e in _elements(part))


OR_NONE = ", or state that there are none"
"""What is said where the thing that is asked for does not exist: “If there are none, so state.”"""


def _elements(thing: str) -> tuple[str, ...]:
    found = [bare(p) for p in _ELEMENT.split(thing)]
    parts = [p for f in found for p in _after_question(f) if len(p.split()) > 1]
    if len(parts) < 2 or any(_LEANING.match(p) for p in parts[1:]):
        parts = [thing]
    return tuple(e for n, part in enumerate(parts) for e in _nouns(part, more=n + 1 < len(parts)))


def _after_question(part: str) -> list[str]:
    """A question and the things that follow it in its list: “how you spot wear, the level at which you test”."""
    if not ASKING.match(part) or re.search(r"\bif [^,]*,", part):
        return [part]
    *before, last = _AFTER_QUESTION.split(part)
    return [*before, *(re.split(r", and (?=the )", last) if last.count(",") == 1 else [last])]


_AFTER_QUESTION = re.compile(
    rf",\s+(?:and\s+)?(?=the [a-z]+ {_PREPOSITION} which\b|the (?:number|nature|timing) and [a-z ]{{3,30}} of\b|"
    r"the (?:basis|reasons?) (?:for|of)\b|which (?!(?:you|it|they)\b)[a-z]+ (?:was|were|is|are|you)\b|for how long\b)"
)
_NUMBER = re.compile(r"(?:^|[,;:]?\s+(?:(?:and|or)\s+)?)\((?P<n>i{1,3}|iv|v|[1-9]|[a-h])\)\s+(?=\S)")
_FIRSTS = (("1", "2"), ("i", "ii"), ("a", "b"))


def numbered(thing: str) -> tuple[str, ...]:
    """The points of a list in the running line, each with the words before the list; the thing where it has none.

    “(i) how it was measured and (ii) when it is due” are two; “the fees for (a) audits and (b) advice” as well.
    """
    marks = [m["n"] for m in _NUMBER.finditer(thing)]
    if tuple(marks[:2]) not in _FIRSTS:
        return (thing,)
    first = next(_NUMBER.finditer(thing))
    head = _HANGING.sub("", thing[: first.start()])
    points = [bare(p) for p in _NUMBER.split(thing[first.start() :])[2::2]]
    return tuple(f"{head} {p}".strip() for p in points)


ONE_LIST = re.compile(r"\b(?:between|among|amongst|each of|any of|all of)\b", re.I)
"""What opens a list that is one thing: “the ties between pay and each of return, net income and margin”."""
_NEXT_NOUN = re.compile(r",\s+(?:and\s+|or\s+)?")
_LAST_NOUN = re.compile(r"\s+and\s+(?=(?:the|any|your|its|their|each|an?)\s)")
_DETERMINED = re.compile(r"(?:the|any|your|its|their|each|an?) \w")
_PLAIN = re.compile(
    r"(?!(?:including|such|which|that|who|whom|whose|where|when|if|as|whether|in|on|at|by|for|from|with|to|or|and|not|"
    r"\w+ly|\w+ing|\w+ed|how|why|what|are|is|was|were|has|have|had|will|may|albeit)\b)[a-z-]+ (?!(?:of|and|or|"
    r"is|are|was|were|to|that)\b)\w+"
)
"""A noun of a list that needs no article: “cut-off grades”, not “nature of”."""
LEAST = 3
"""Nouns of a list that are taken one by one; two may share what follows the second."""
LONGEST_NOUN = 16
"""Words; a longer part of a list has a clause in it that the commas may belong to."""


def _nouns(element: str, more: bool = False) -> tuple[str, ...]:
    """The nouns of a list each by itself: “the facts that led to it, the method used and the amount”."""
    if not _DETERMINED.match(element):
        return (element,)
    if len(two := _LAST_NOUN.split(element)) == TWO and all(map(_ASKED_FOR.match, two)):
        return tuple(two)
    parts = [p.strip() for p in _NEXT_NOUN.split(element)]
    if any(p.endswith((" of", " for", " to", " from")) for p in parts):
        return (element,)
    if ONE_LIST.search(parts[0]) or (
        _LIST_OF.search(parts[0]) and not any(map(_DETERMINED.match, parts[1:]))
    ):
        return (element,)
    parts = parts[:-1] + _LAST_NOUN.split(parts[-1]) if len(parts) > 1 else parts
    whole = all(
        1 < len(p.split()) <= LONGEST_NOUN and (_DETERMINED.match(p) or _PLAIN.match(p)) for p in parts
    )
    return tuple(parts) if len(parts) >= (LEAST - more) and whole else (element,)


TWO = 2
_ASKED_FOR = re.compile(
    r"(?:the|your|any) (?:(?!and\b|or\b|of\b|in\b|for\b|to\b)[a-z-]+ ){0,2}(?:amount|number|percentage|portion|level|"
    r"reason|step|action|assumption|factor|criteria|judgment|plan|basis|method|timing|date|status|term)s?"
    r" (?!and\b|or\b)[a-z]"
)
"""One of two things that are told apart: “the reasons for the fall and the steps taken”."""
_LIST_OF = re.compile(
    r"\b(?:for|of|in|to|by|from) (?!the\b|your\b|its\b|their\b|each\b|any\b|an?\b)[a-z-]+(?: [a-z-]+)?$"
)
"""What ends in a list that begins: “the tables for auto liability, auto damage and other lines”."""


_LEANING = re.compile(
    r"whether (?:through|by|directly|in|on|as|at|or)\b|"
    r"(?:those|that|the same) (?:of|for|in)\b|identify\b|describe\b|disclose\b|discuss\b",
    re.I,
)
"""What cannot stand without the words before it."""


NOMINAL = {
    "quantify": "amount of", "describe": "description of", "identify": "identity of",
    "clarify": "clarification of", "reconcile": "reconciliation of", "discuss": "description of",
    "explain": "explanation of", "analyze": "analysis of",
    "itemize": "items making up", "support": "support for", "define": "definition of",
}  # fmt: skip
"""The noun of a verb whose object is a thing and not a question."""

_ALREADY = re.compile(
    r"^(?:the |an? |its |our |their |any )?(?:[\w-]+ )?"
    r"(?:amounts?|percentages?|values?|number|nature|names?|identity|analysis|reasons?|basis|extent"
    r"|descriptions?|discussion|explanation|reconciliation|"
    r"support|details?|definition|effects?|impact|terms|significance|likelihood|severity|status|timing)\b",
    re.I,
)
_GUIDANCE = re.compile(r"(?:ASC|IAS|IFRS|SAB|Items?|Rules?|Questions?|Sections?|[Pp]aragraphs?) [\dA-Z]")
"""What applies rather than is described: “Address ASC 842-10-15 in your response”."""
_HEADED = re.compile(r"^(?:[Pp]lease )?(?P<verb>itemize|list|define|support)\b", re.I)


_WEIGHED = re.compile(
    r"^(?:whether and )?how (?P<who>(?!(?:and|or)\b)(?:(?!(?:is|are|was|were|be|been)\b)[\w']+ ){1,3}?)"
    r"(?:has |have |had )?(?P<did>considered|decided|evaluated|assessed|analy[sz]ed|weighed) (?P<what>.+)$|"
    r"^(?:what |the |any )?consideration,?(?: if any,?)? (?P<giver>(?:[\w']+ ){1,3}?)"
    r"(?:gave|has given|have given|had given)(?: |, if any, )to (?P<given>.+)$|"
    r"^(?P<whose>its|our|the [A-Z]\w+'s) consideration (?:of|for|to) (?P<of>.+)$|"
    r"^(?:what |the |any )?consideration,?(?: if any,?)? (?:was |has been )?given to (?P<passive>.+)$",
    re.S,
)
"""“What consideration you gave to X”, “how you considered X”: whether any was given is for the client to say."""
_AND_REFER = re.compile(r"[;,] (?:please )?(?:refer|see)(?: also)? to\b", re.I)
WEIGHED = "by whom and when, on what facts and with what conclusion"


def considered(thing: str) -> tuple[str, str, str] | None:
    """Who is asked how something was considered, the deed and what: “consideration you gave to X”; None for others."""
    found = _WEIGHED.match(_AND_REFER.sub(", having regard to", thing.rstrip(" .?")))
    if found is None:
        return None
    if found["passive"]:
        return "consideration", "been given to", found["passive"]
    who = {"its": "it", "our": "we"}.get(found["whose"] or "", (found["whose"] or "")[:-2])
    what = found["what"] or found["given"] or found["of"]
    return (found["who"] or found["giver"] or who).strip(), found["did"] or "considered", what


def weighed(thing: str) -> str:
    """The blank for what may never have been considered, which leaves that open; "" where nothing was to be."""
    who, did, what = considered(thing) or ("", "", "")
    return f"whether and how {who} {did.replace('been', 'was')} {what}, {WEIGHED}" if what else ""


def wanted(request: Request, element: str, voice: Voice, known: bool = False) -> str:
    """The noun phrase for what only the client knows, such as "how the Company determined that ..."."""
    thing = turn(element, voice, known)
    if re.match(r"(?:it|them|they) ", thing):
        return "text that meets this request"
    if blank := weighed(thing):
        return blank
    if ASKING.match(thing) or _ALREADY.match(thing) or not thing:
        return re.sub(
            r"^(?:if)\b", "whether", thing[:1].lower() + thing[1:] if ASKING.match(thing) else thing
        )
    if thing.startswith("any "):
        return f"{thing.removeprefix('any ')}, with particulars, or that there are none"
    if _GUIDANCE.match(thing):
        return f"application of {thing}"
    headed = _HEADED.match(re.sub(r"^\W*please\s+", "", request.text.lower()))
    noun = NOMINAL.get(headed.group("verb").lower() if headed else request.action, "")
    return f"{noun} {thing}" if noun else thing
