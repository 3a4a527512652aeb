"""What a request asks for, taken apart: its elements, their topic, and the noun phrase of a blank for them."""

from __future__ import annotations

import re

from drafter.domain import Request
from drafter.drafting.turning import Voice, turn

ASKING = re.compile(
    r"^(?:how|why|whether|what|which|who|when|where|to what extent|the (?:extent|degree) to which|if)\b", re.I
)
"""An indirect question: "how you calculate", not "the amount of"."""

_TAIL = re.compile(r"[\s,;:.]*(?:\b(?:and|or)\b)?[\s,;:.]*$")
_FUTURE = re.compile(
    r",?\s*\b(?:in|to) (?:all |your |any |its |our )*(?:future|subsequent|next) (?:periodic |annual |quarterly )?"
    r"(?:filings?|reports?|earnings releases|releases|disclosures?|Forms? 10-[KQ])(?: on Form [\w-]+)?\b"
    r"|\bgoing forward\b",
    re.I,
)
"""Where the staff puts a promise; the answer names the filing itself."""

_ELEMENT = re.compile(
    r"(?:,|;)?\s*(?:\b(?:together with|along with|as well as)\b)\s+|(?:,|;)\s*(?:and\s+)?(?=(?:how|why|whether|what)\b)"
    r"|\s+and\s+(?=(?:how|why|whether|what)\b)"
)
_STOPS = (
    "is are was were be been will would should has have had does do did can could may might must which that who whom"
    " whose rather because when where while during pursuant than including such belong belongs exceed exceeds appear"
    " appears apply applies meet meets qualify qualifies represent represents include includes relate relates"
    " result results remain remains not in under if unless since so before after as at by on from given within"
    " despite throughout upon into considering using through but though although consistent"
)
_STOP = re.compile(rf"(?:\s*[,;:(]|\s+(?:{'|'.join(_STOPS.split())})\b)")
_ASKED = re.compile(
    r"^(?:how|why|whether|what|which|when|where|who|if)(?:\s+(?:consideration|impact|effect|basis|factors|steps|measures|"
    r"extent|specific\w*))?\s+(?:(?:the \w+|it|we|you|management)\s+)?(?:[a-z]+ly\s+)?"
    r"(?:(?:has|have|had|did|does|do|is|are|was|were|will|would|gave|gives?)\s+)?(?:not\s+)?(?:[a-z]+ly\s+)?"
    r"(?:(?:[a-z]+ed|[a-z]+es|[a-z]+s|determine|conclude|consider|believe|made|gave|given|assess|evaluate|use|apply|account"
    r"|calculate|define|intend|plan|monitor|measure|present)\s+)?"
    r"(?:(?:that|whether|if|how|why|to|for|in|about)\s+)*"
)
_TRAILING = frozenset("of and or for to with the a an its our each any in on by between".split())
_NO_TOPIC = frozenset(
    "it they them this these those that you we us he she there to be so each and or more how why whether what"
    " your its our which if".split()
)
LONGEST_TOPIC = 9
"""Words; a longer noun phrase is no topic but the request over again."""


def bare(text: str) -> str:
    """The text without the punctuation and the "and" it hangs on at its end."""
    return _TAIL.sub("", text.strip()).strip()


def asked(request: Request) -> str:
    """What the request wants, in the staff's words, without directive, audience and place."""
    thing = bare(_FUTURE.sub("", request.object or request.text))
    return (
        re.sub(r"^(?:that|about|of)(?:, and [a-z]+,)?\s+(?=\w)", "", thing)
        if ASKING.match(thing) is None
        else thing
    )


def elements(request: Request) -> tuple[str, ...]:
    """The separate things in one request: "X, together with Y and how Z" are three. At least one."""
    parts = [bare(p) for p in _ELEMENT.split(asked(request))]
    parts = [p for p in parts if len(p.split()) > 1]
    return tuple(parts) if len(parts) > 1 else (asked(request),)


def topic(text: str) -> str:
    """The short noun phrase that a turned request is about; "" where none can be cut out safely."""
    rest = _ASKED.sub("", text, count=1) if ASKING.match(text) else text
    rest = re.sub(
        r"^(?:analysis|basis|consideration|explanation) (?:of|for) (?:whether |how |why )?", "", rest
    )
    stop = _STOP.search(rest)
    words = (rest[: stop.start()] if stop else rest).split()
    while words and words[-1].lower() in _TRAILING:
        words.pop()
    if not words or len(words) > LONGEST_TOPIC or words[0].lower() in _NO_TOPIC:
        return ""
    return " ".join(words) if len(words) > 1 or words[0][0].isupper() else ""


NOMINAL = {
    "quantify": "amount of", "describe": "description of", "identify": "identity of", "clarify": "clarification of",
    "reconcile": "reconciliation of", "discuss": "description of", "explain": "explanation of", "analyze": "analysis of",
    "itemize": "nature and amount of each item in", "support": "support for",
}  # fmt: skip
"""The noun of a verb whose object is a thing and not a question."""

_ALREADY = re.compile(
    r"^(?:the |an? |its |our |their |any )?(?:[\w-]+ )?"
    r"(?:amounts?|percentages?|values?|number|nature|names?|identity|analysis|reasons?|basis|extent"
    r"|descriptions?|discussion|explanation|reconciliation|support|details?|definition|effects?|impact|terms)\b",
    re.I,
)
_HEADED = re.compile(r"^(?:[Pp]lease )?(?P<verb>itemize|list|define|support)\b", re.I)


def wanted(request: Request, element: str, voice: Voice, known: bool = False) -> str:
    """The noun phrase for what only the client knows, such as "how the Company determined that ..."."""
    thing = turn(element, voice, known)
    if ASKING.match(thing) or _ALREADY.match(thing) or not thing:
        return re.sub(r"^(?:if)\b", "whether", thing)
    headed = _HEADED.match(re.sub(r"^\W*please\s+", "", request.text.lower()))
    noun = NOMINAL.get(headed.group("verb").lower() if headed else request.action, "")
    return f"{noun} {thing}" if noun else thing


def lowered(sentence: str) -> str:
    """The sentence as it stands after "that": its first letter small, unless it begins a name or a figure."""
    first = sentence.split(" ", 1)[0]
    if first in {"I", "A"} or not first[:1].isupper() or (len(first) > 1 and not first[1:].islower()):
        return sentence if first != "A" else f"a{sentence[1:]}"
    second = sentence.split(" ", 2)[1:2]
    if second and second[0][:1].isupper() and first not in _OPENING_WORDS:
        return sentence
    return sentence[:1].lower() + sentence[1:]


_OPENING_WORDS = frozenset(
    "The A An In On At For By Both Each All No Its Our To As With From These Those This".split()
)


def raised(text: str) -> str:
    """The text as a sentence begins: its first letter a capital."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """The text as a sentence ends: with one full stop."""
    return f"{text.rstrip(' ,;:.')}." if not re.search(r"[.!?][\"”)]?$", text.rstrip()) else text.rstrip()
