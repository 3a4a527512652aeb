"""What a request is for, where the staff's sentence breaks it off: by a list, “and, if so, how”, “to so state”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.matters import sentences

_BARE_WHETHER = re.compile(r"(?:if|whether)(?: or not)?\W*$", re.I)
_QUESTION = re.compile(
    r"^(?:how|why|when|where|to what extent),? (?P<clause>(?:you|the|your|any|these|such|it|they) .+)$", re.S
)
_STEM = re.compile(r"\b(?P<stem>(?:whether|how|why) (?:or not )?[^.;:?]+?):?\s*(?:•[^•]*)*•\s*$", re.S)
"""What the points of a list go on from: “whether your chair may: • represent the board; • ...”."""
_POINT = re.compile(r"[a-z]+ ")
_NEW_ASK = re.compile(r"(?:how|why|whether|what|which|when|where|who|the|your|any|each|if|an?)\b")
_SO_STATE = re.compile(
    r"\b(?:to so (?:state|disclose|indicate)|to (?:state|say) so|so state|state so)\W*$", re.I
)
_SUPPOSED = re.compile(r"\b(?:appears?|seems?|note) that (?P<clause>[^;]+?)\W*$")
"""What the sentence before says is so: “it appears that the awards were discretionary”."""
_SECOND_VERB = re.compile(
    r"^and,? (?:to the extent [a-z]+,? |[a-z]+ly )?"
    r"(?:quantify|describe|discuss|disclose|explain|address|clarify) (?=\w)"
)
"""A second verb with the same object: “discuss and, to the extent practical, quantify the impact”."""


def unbroken(found: Sequence[Request], comment: str) -> list[Request]:
    """The requests, each with the whole of what it asks for as its object."""
    return list(_unbroken(found, comment))


def _unbroken(found: Sequence[Request], comment: str) -> Iterator[Request]:
    words = comment.split()
    for at, request in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        thing = request.object
        if _BARE_WHETHER.match(thing) and after and (asks := _QUESTION.match(after.object)):
            yield replace(request, object=f"whether {asks['clause'].strip(' .')}")
        elif stem := _stem(request, " ".join(words[: request.start])):
            yield replace(request, object=f"{stem} {request.text.strip(' .;')}".removesuffix("; or"))
        elif _SO_STATE.search(request.text) and not request.conditional and (said := _before(request, words)):
            yield replace(request, object=f"that {said}")
        else:
            whole = _closed(request, " ".join(words[request.end : request.end + 1]))
            yield replace(request, object=_SECOND_VERB.sub("", whole))


_LIST = re.compile(
    r"(?P<first>[^,;:]+(?:, [^,;:]+)*), (?P<last>(?:the|your|any|each|their|its) [^,;:]+?)(?P<end>,?)"
)
_LINKED = re.compile(r"\b(?:and|or)\b")


def _closed(request: Request, next_word: str) -> str:
    """The object without its own verb; a list whose last thing is a request apart with its “and” before the end."""
    thing = _own_verb(request)
    found = _LIST.fullmatch(thing)
    if found is None or next_word.strip(",") != "and" or _LINKED.search(found["last"]):
        return thing
    return f"{found['first']}{',' if ',' in found['first'] else ''} and {found['last']}{found['end']}"


_VERB = re.compile(r"(?:give|show|present|provide|list|name|report|set out|lay out) (?=[a-z])")


def _own_verb(request: Request) -> str:
    """The object without the verb of the point itself: “• give current ratios”."""
    verb = _VERB.match(request.object)
    return request.object[verb.end() :] if verb and request.text.startswith(verb[0]) else request.object


def _stem(request: Request, before: str) -> str:
    """The clause that a point of a list goes on from; "" where the request is no such point."""
    found = _STEM.search(before)
    if found is None or not _POINT.match(request.text) or _NEW_ASK.match(request.text):
        return ""
    return found["stem"].strip(" :")


def _before(request: Request, words: Sequence[str]) -> str:
    """What the last sentence before the request takes to be so; "" where it takes nothing."""
    said = sentences(" ".join(words[: request.start]))
    found = next((m for s in reversed(said) if (m := _SUPPOSED.search(s.strip()))), None)
    return found["clause"] if found and len(found["clause"].split()) <= LONGEST else ""


LONGEST = 30
"""Words of a supposition that is said again."""
