"""What “it” is in “provide it” and “exclude it”: what the comment has just said is lacking, or is in a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Request
from drafter.drafting.language.being import MONTHS
from drafter.drafting.language.measured import beside, measures_in, standard
from drafter.drafting.language.salient import behind, things
from drafter.drafting.language.tagging import heads_many, words
from drafter.drafting.language.together import together
from drafter.drafting.planning.antecedents import MISSING
from drafter.matters import sentences

_ASKS = re.compile(
    r"\b(?:(?P<give>provide|include|disclose|add|give|present|furnish|show|state|quantify|identify|name|specify|explain)|(?P<take>exclude|remove|"
    r"eliminate|omit|deduct)|define) (?P<it>it|them)(?P<apart> separately)?"
    r"(?=\W*$| (?:for|in|to|with|as|on|at|by|or|and|from)\b)"
)
_WHERE = re.compile(r"\bwhere you (?:have |had )?[a-z]+ (?P<what>(?:the|any|an?|your) .+)")
_COUNTS = re.compile(r"\b(?:includes?|contains?|reflects?|incorporates?|counts?|comprises?) ")
_LEAVES_OUT = re.compile(r"\b(?:excludes?|omits?|leaves? out|eliminates?|removes?|adds? back) ")
_PLACE = re.compile(
    r",? (?:(?:in|on|within|among|from) (?:(?:your|this|the) (?:[\w-]+ ){0,3}?(?:filing|report|statement|notes?|"
    r"prospectus|index|exhibits|statements)\b|pages? |Notes? |Items? |Form )|(?:or|and)$).*$|"
    r", (?:as|which|although|though|but|while) .*$|[ ,.]+$"
)
"""What ends the name of what is lacking: where it is not found."""


def given(request: Request, before: str) -> Request:
    """The request, what points back in it as what a sentence before it says is lacking, counts, shows or dates."""
    for sentence in reversed(sentences(before)):
        lacked = [(r"\bdo so(?=\W*$)", f"disclose {what}") for what in [_lacked(sentence)] if what]
        for pattern, name in (*lacked, *_named(request, sentence, before)):
            said = (request.text, request.object, request.conditional or "")
            text, thing, case = (re.sub(pattern, name.replace("\\", ""), s, count=1) for s in said)
            request = replace(request, text=text, object=thing, conditional=case or None)
    return request


def _named(request: Request, sentence: str, before: str) -> Iterator[tuple[str, str]]:
    """What may point back in the request, as a pattern, with what the sentence names for it."""
    days = set(_DAY.findall(sentence))
    if len(days) == 1:
        yield r"\b(?:that|such|this) date\b", days.pop()
    if two := _TWO.search(sentence):
        named = f"of the {two['two'].lower()}" if two["two"] else "statement"
        yield r"\b[Ee]ither\b(?=\W*$| [a-z]+s\b(?! or\b))", f"either {named}"
    if paper := _EXHIBIT.search(sentence):
        yield rf"\b(?:this|that|the) {paper['noun']}\b(?= *[.,;]|\W*$)", paper[0]
    lacked, asks = _lacked(sentence), _ASKS.search(request.text)
    if head := re.match(r"the ([a-z]+) \w", lacked):
        yield rf"\bthe (?:comparable|equivalent|corresponding) {head[1]}\b(?! [a-z]+ed\b)", lacked
    names = measures_in(sentence)
    measure = names[0] if len(names) == 1 else ""
    yield from _of_measures(request, names, sentence, before) if names else ()
    if asks:
        counted = _counted(sentence, _COUNTS if asks["take"] or asks["apart"] else _LEAVES_OUT)
        name = (lacked if asks["give"] else "") or counted or measure
        one = not heads_many(name) or (name == measure and re.search(r"\bthe (?:measure|metric)\b", before))
        if name and (one if asks["it"] == "it" else not one or " and " in name):
            yield rf"\b{asks['it']}\b", name


def _lacked(sentence: str) -> str:
    """What the sentence says that the filing does not have, or asks where it has it; "" for a question."""
    found = [*MISSING.finditer(sentence), *_WHERE.finditer(sentence)]
    if not found or re.match(r"(?:how|why|whether|when)\b", found[-1]["what"]):
        return ""
    return re.sub(r"^any\b", "the", _PLACE.sub("", found[-1]["what"]))


def _counted(sentence: str, verb: re.Pattern[str]) -> str:
    """What the sentence says that a figure has in it, or leaves out, straight behind the verb; "" for none."""
    found = verb.search(sentence)
    thing = next(iter(things(sentence, found.end())), None) if found else None
    if found is None or thing is None or thing.said[0].start != found.end():
        return ""
    said, end = words(sentence), thing.said[-1].end
    last = next(n for n, w in enumerate(said) if w.end == end)
    return f"{sentence[found.end() : end]}{behind(sentence, said, last)}"


_DAY = re.compile(rf"\b(?:{MONTHS}) \d{{1,2}}, (?:19|20)\d\d\b")
_TWO = re.compile(
    r"\b[Yy]our statements? that [^.;]+ and that |^(?P<two>(?:Two|Both) (?:[a-z-]+ )?[a-z]+s) [a-z]+"
)
"""Two of a kind: “Two retailers accounted for 29% and 17% of net sales”."""
_EXHIBIT = re.compile(r"\bthe (?P<noun>[a-z]+) (?:filed|included|attached) as Exhibit \d+(?:\.\d+)?(?! to\b)")


def _of_measures(request: Request, names: Sequence[str], said: str, before: str) -> Iterator[tuple[str, str]]:
    """What points back to the measures of the sentence: to them, what is beside them or what is left out of one."""
    name, whose, several = together(names), standard(f"{before} {request.text}"), bool(names[1:])
    if _UNRECONCILED.search(said):
        to = f"to the most directly comparable {whose} measure{'s' * several}"
        yield (
            r"\b(?:the|an?|this) reconciliations?\b(?! (?:of|to|from)\b)",
            f"the reconciliation of {name} {to}",
        )
    found = _COMPARABLE.search(request.text)
    if found and not several and request.action != "reconcile":
        gaap = beside(f"{before} {request.text}")
        of = f"the {whose} {found['noun']} most directly comparable to {name}"
        yield re.escape(found[0]), f"{gaap}, {found[0].partition(',')[0]}," if gaap else of
    noun = "(?:measures|metrics)" if several else "(?:measure|metric|term)"
    kind = "(?:(?:non-GAAP|non-IFRS|subject|financial|performance|operating) )*"
    yield rf"\b(?:both of )?(?:the|this|th[eo]se|both) {kind}{noun}\b{_ALONE}", name
    if request.action == "remove" and not several and len((out := _counted(said, _LEAVES_OUT)).split()) > 1:
        yield r"\badjustments?\b(?= from\b)", f"adjustment for {out}"
        yield r"\badjustments?\b(?! (?:from|for|of|that|which|to)\b)", f"adjustment for {out} from {name}"


_ALONE = r"(?! (?:of|that|which|(?:typically |commonly )?(?:referred|known|used|required))\b)"
_UNRECONCILED = re.compile(r"\bwithout\b[^.;]*\breconcil|\b(?:not|no|neither|lacks?)\b[^.;]{0,60}\breconcil")
_COMPARABLE = re.compile(
    r"\b(?:that|the (?:(?:most )?(?:directly )?comparable|(?=GAAP|IFRS))(?: ?(?:GAAP|IFRS|financial))*) "
    r"(?P<noun>measure|ratio|margin)(?:, which (?:appears|seems) to be [^,]+,)?(?= with (?:equal|greater)|\W*$)"
)
