"""How the staff words its directives: the patterns by which an act is told from a premise."""

from __future__ import annotations

import re
from functools import cache

from drafter.requests.verbs import VERBS

VERB = "(?P<verb>" + "|".join(sorted(VERBS, key=len, reverse=True)) + r")\b"
MANNER = (
    r"(?:(?:also|either|similarly|further|instead|then|next|accordingly|alternatively"
    r"|otherwise|in your response"
    r"|in that case|at a minimum|at that time|in future filings|in the alternative"
    r"|as applicable|as appropriate"
    r"|in addition|where appropriate|if true|if material|when material|if applicable|both"
    r"|again|[a-z]{3,}ly),?\s+)*"
)
_MARK = r"(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s*)?"
_OBJECT = (
    r"(?=\s+(?:[a-z]+ly\s+|without\s+[a-z]+\s+)?(?:us|me|the|your|you|a|an|that|whether|how|why|what|when|where"
    r"|which|who|if|any|all|each|every|both"
    r"|this|these|those|such|it|its|their|them|additional|similar|conforming|corresponding"
    r"|further|more|separate|counsel|to us|for us"
    r"|ASC|IAS|IFRS|SAB|Items?|Rules?|Questions?|Sections?|paragraphs?"
    r"|so(?=(?:\s+[a-z]+ly)?(?:\W*$|[.,;]|\s+(?:and|on|in|at|here|there|under|throughout)\b)))\b)"
)
_LISTED = r",(?!\s(?:which|what|who|how|why|when|whether|where|please)\b)(?=\s[\w'’ -]{2,40}?(?:,\s|\s(?:and|or)\s))"
"""A comma in a list inside a condition: “an effect on enrollment, revenue or costs”."""
_CONDITION = r"(?:if|to the extent|where|when|unless|once|in the event|as)\b"
_SUBORDINATE = (
    r"(?:If|To|Where|When|Unless|Once|As|Given|Because|Since|In|With|Within|For|Considering"
    r"|Although|Though|While"
    r"|Based|Upon|Before|After|Prior|Regarding|Concerning|Notwithstanding|Until|Assuming"
    r"|Further|Consistent|On|At"
    r"|Under|Similar|Through|Beginning|Throughout|From|By|Should|Elsewhere|Wherever|However"
    r"|Finally|Rather|Absent"
    r"|Due|Insofar|Per|So|Along|Also)\b"
)
OPENERS = (
    r"(?:(?:also|additionally|further|furthermore|moreover|similarly|finally|lastly"
    r"|alternatively|otherwise|instead|going forward|prospectively"
    r"|next|then|therefore|accordingly|however|likewise|in addition|in this regard|in that regard"
    r"|last(?: but not least)?|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|in particular|specifically"
    r"|for completeness|(?:for the sake|in the interests?) of (?:clarity|completeness)|for clarity"
    r"|by way of example|as an example"
    r"|in this respect|for example|as such|as a result|as applicable|in doing so|if so|if not"
    r"|and|or|but),?\s+)*"
)


@cache
def pattern(source: str) -> re.Pattern[str]:
    """The pattern, whatever the case of letters, compiled at its first use so that loading costs nothing."""
    return re.compile(source, re.I | re.S)


_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


def word_end(text: str, word: str, start: int = 0) -> int:
    """Where that word first ends in the text from `start` on, in capitals or not; -1 where it does not stand.

    A pattern for each verb would say the same, and cost more to compile than all the searching.
    """
    small = text.translate(_SMALL)
    at = small.find(word, start)
    while at >= 0:
        if _edge(small, at) and _edge(small, at + len(word)):
            return at + len(word)
        at = small.find(word, at + 1)
    return -1


def _edge(text: str, at: int) -> bool:
    """Whether a word begins or ends there."""
    before, after = text[max(at - 1, 0) : at], text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


@cache
def please() -> re.Pattern[str]:
    """As in "please also describe", "please, in future filings, disclose"."""
    return re.compile(
        rf"\bplease(?:,[^,.;:]{{1,80}},|\s+in\s+(?:future"
        rf"|your)\s[^,.;:]{{1,60}},)?\s+{MANNER}{_MARK}(?P<verb>[a-z-]+)",
        re.I,
    )


_AT_A_PLACE = (
    r"(?:(?:Within|Under|In|On|At|Throughout)\s+(?:the|your|an?|each|any|all|future|this)\s+(?:(?!you\b|we\b|it\b|they\b|that\b|which\b|who\b)[\w’'&-]+\s+){1,14}?"
    r"(?=(?:also\s+|please\s+)?(?:include|disclose|describe|explain|provide|clarify|quantify|tell|add)\s+"
    r"(?:us|the|an?|all|any|each|how|why|whether|information|additional|separate)\b))"
)
"""A place before the directive without a comma: “Within the existing chart or a separate chart include the ...”."""


@cache
def imperative() -> re.Pattern[str]:
    """As in "Describe the ...", "In addition, tell us ...", "If so, revise ..."."""
    return re.compile(
        rf"^[\"“(\[\s]*{_MARK}(?P<lead>(?i:{OPENERS})(?:(?i:{_SUBORDINATE})[^;:?]*?,\s+|(?i:{_AT_A_PLACE}))?)"
        rf"(?P<act>(?i:{MANNER})(?i:{VERB}))(?P<object>{_OBJECT})?(?P<stray>[,.]?\s+(?:and|or)?|)"
    )


@cache
def wish() -> re.Pattern[str]:
    """As in "Your amendment should include", "We encourage you to describe"."""
    return re.compile(
        rf"^(?P<lead>(?i:{OPENERS})(?:(?i:{_SUBORDINATE})[^;:?]*?,\s+)?)"
        r"(?P<act>(?i:we\s+(?:would\s+)?(?:encourage|ask|request|suggest|urge"
        r"|recommend)\s+(?:that\s+)?you\s+(?:to\s+)?"
        r"|(?:we\s+believe\s+(?:that\s+)?)?(?:you|(?:your|the|this|these"
        r"|any)\s+(?:[\w’'&-]+\s+){0,12}?)\s*(?:should|would\s+need\s+to)\s+"
        r"|(?:you|your(?:\s+\w+){1,4}?|the\s+(?:prospectus|filing|proxy|disclosure|amendment|registration|opinion|consent"
        r"|report)(?:\s+\w+){0,3}?)\s+(?:must|needs?\s+to|will\s+need\s+to)\s+(?!be\b|have\b|not\b))"
        r"(?:also\s+|further\s+|consider\s+|[a-z]+ly\s+(?:and\s+[a-z]+ly\s+)?)*"
        r"(?P<verb>(?!not\b|enable\b|allow\b|assist\b|help\b|permit\b|be (?:[a-z]+ly )?(?:disclosed|discussed|"
        r"described|explained|quantified|identified|clarified|addressed)\b|"
        r"be (?:[a-z]+ly )?(?:[a-z]+ed|shown)\b(?! to\b))[a-z]+))"
    )


_BETWEEN = (
    r"(?:in\s+(?:your\s+|all\s+|any\s+)?(?:future|next)\s[^,;.?]{1,40}?,?\s+(?=please\b|disclose\b|describe\b)"
    r"|for\s+each(?:\s+[\w ]{1,40}?)?,\s+)?"
)
"""The place of a second directive: “tell us, and in future filings please disclose, its capacity”."""


@cache
def connective() -> re.Pattern[str]:
    """The next directive of the same sentence: ", and describe", "or, if so, revise", "; tell us"."""
    return re.compile(
        r"(?P<link>[,;—–]\s*(?:(?:and/or|and|or|but|then)\b,?\s*)?|\b(?:and/or|and|or|but)\b,?\s*)"
        rf"(?P<lead>{_CONDITION}(?:[^,;.?]|[,.](?=\d)|{_LISTED}){{0,150}}?,\s*)?{_MARK}"
        rf"(?P<act>{_BETWEEN}(?:please\s+)?(?:should\s+)?{MANNER}(?:to\s+)?{_MARK}{VERB})(?P<object>{_OBJECT})?",
        re.I,
    )


@cache
def ellipsis() -> re.Pattern[str]:
    """A second object that wants an answer of its own: "if so, how ...", "and the basis for ..."."""
    return re.compile(
        r"[,;]?\s+(?:(?:and|or|but),?\s+)?(?P<if>if\s+(?:so|not|yes)\b,?\s+\S)"
        r"|,?\s+and,?\s+(?P<limit>(?:if|to\s+the\s+extent|where|when)\s+(?:it\s+is\s+|they\s+are\s+)?"
        r"(?:material|applicable|practicable|significant|known|available)|if\s+you\s+[^,;.?]{3,80}(?=,)),?\s+"
        r"(?P<limited>(?:any|the|an?|your|each|how|whether|what|why)\b)"
        r"|[,;]?\s+and\s+(?P<consideration>what\s+consideration\b)"
        r"|,?\s+(?P<with>(?:along|together)\s+with\s+(?:an?|your|the)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:description|discussion|explanation|analysis|reconciliation|quantification|disclosure)"
        r"|as\s+well\s+as\s+(?:an?|your|the)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:description|discussion|explanation|analysis|reconciliation|quantification|basis))\b"
        r"|,?\s+(?P<basis>and\s+(?:the|your)\s+(?:[\w-]+\s+)?(?:basis|rationale|reasons?)\s+(?:for|why)\b)",
        re.I,
    )


REASON = r"(?<!\bthat),\s+(?:since|because|given|considering|as\s+(?:we|it|you|this)\b|in\s+light\s+of)\b"
"""A tail that says why the staff asks; it belongs to no request."""

GOVERNED = (
    r"\b(?:you|they|we|management|it|company)\s+(?:(?:also|currently|each|both)\s+)?"
    r"(?:(?:will|would|can|could|may|must|should|intend\s+to|plan\s+to|expect\s+to"
    r"|are\s+able\s+to|propose\s+to)\s+[^,;]*$"
    r"|(?:use\s+to\s+)?(?:identify|monitor|measure|evaluate|assess|calculate|determine|estimate|define|track|manage"
    r"|review|recognize|record|classify|analyze)$)"
)
"""A clause whose own subject also governs the verb after "and": "that you will revise X and disclose"."""

PAST = (
    r"\b(?:you|they|we|management|it|company)\s+(?:\w+ly\s+)?(?:\w+ed|have|had|are|were|did|made|gave|do)\b"
)
IMPLICIT = (
    r"\b(?:it\s+(?:is|remains)\s+(?:still\s+)?(?:unclear|not\s+clear)|we\s+(?:do|did)\s+not\s+understand"
    r"|should\s+(?:also\s+|not\s+)?be|we\s+are\s+unable\s+to\s+agree|we\s+reissue|we\s+continue\s+to\s+believe"
    r"|we\s+(?:do\s+not|disagree))\b"
)
BARE_VERB = rf"(?:^|(?<!\bthe )(?<!\bthis )(?<!\byour )(?<!\ba )(?<!\bis )(?<!\bare )(?<!\bbe )\b{VERB}),?(?:\s+and)?$"
"""A verb still without its object: "describe" in "describe and quantify the losses"; none in “which is correct”."""

PREMISE = (
    r"[“\"]|(?:[^.;:]{0,80},\s+)?(?:we\s+(?:also\s+|further\s+)?(?:note|see|understand|refer)"
    r"|you\s+(?:also\s+|further\s+)?[a-z]+\b(?<!\byou)|it\s+appears"
    r"|your\s+disclosure\s+(?:states|indicates))\b"
)
"""A point that only quotes or notes what was said, and asks for nothing by itself."""

FOLLOWING = r"\b(?:the\s+following(?:\s+\w+){0,3}|(?:items|matters|points|comments|questions)\s+below)[.:]$"
"""A sentence that announces points, also where a remark stands between it and them."""

KEPT_STEM = r"\b(?:including|such\s+as|for\s+example|e\.g\.)[^.;:]{0,60}:$"
"""A stem whose points are a checklist of its own object."""

STANDARD = r"\b(?:objectives|purposes|principles|goals)\b[^:]{0,80}:$"
"""A stem whose points are what disclosure is for: "the three objectives of MD&A:"."""
