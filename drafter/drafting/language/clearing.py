"""What the staff asks to see, cleared of the words that only say how, where and under what law to show it."""

from __future__ import annotations

import re

from drafter.drafting.language.clauses import bare
from drafter.drafting.language.tagging import words

_ASKING_NOUN = (
    r"(?:discussions?|descriptions?|explanations?|summar(?:y|ies)|analys[ei]s|disclosures?|insights?|details?|"
    r"information|quantifications?|identification|overview|clarification|transparency|commentary)"
)
_LAW = (
    r",? (?:including (?:details|information|disclosures?) that (?:is|are) responsive to|pursuant to|in "
    r"accordance with(?! (?:GAAP|U\.S\.|generally))|as (?:required|defined|contemplated|called for) "
    r"(?:by|in)|consistent with|responsive to|in compliance with|as prescribed by) [^;]*$"
)
_FRONT = re.compile(
    r"(?:"
    r"(?:adding|including|providing|presenting|disclosing|quantifying|addressing|discussing|describing|explaining) "
    r"(?=[a-z])(?!the following)|"
    rf"(?:an? |the |our )?(?:(?:more|further|additional|detailed|enhanced|robust|brief|separate|clear|clearer|"
    r"qualitative|quantitative|quantified|specific|greater|comprehensive|meaningful|expanded|appropriate|informative|"
    rf"similar|and|or|fuller|better)(?:,? |(?= ))){{0,5}}{_ASKING_NOUN}(?:,? (?:and|or) {_ASKING_NOUN})?"
    r"(?: (?:discussing|explaining|describing|addressing) |"
    r"(?:,? in (?:both )?(?:quantitative|qualitative)[a-z ]*? terms,?)?(?: to (?:our )?investors)? "
    r"(?:of|about|regarding|on|as to|into|(?<=explanations )for|(?<=explanation )for|around|concerning|related to|"
    r"relating to|with respect to) )|"
    r"(?:both )?(?:quantitatively|qualitatively)(?: and (?:quantitatively|qualitatively))?,? |"
    r"(?:both )?in (?:both )?(?:quantitative|qualitative)[a-z ]*? terms,? |"
    r"in (?:further|greater|more|sufficient|additional) detail,? |(?:more )?(?:clearly|clear|fully|specifically) "
    r"(?=how|what|which|why|whether|when|where|the|our)|for investors |in (?:the|this|our|those|future) filings? |"
    r"(?:expanded|revised|amended|enhanced) to (?:include|disclose|describe|discuss|explain|clarify|address) |"
    r"upon (?=the|our|how)|to (?:our )?investors "
    r")",
    re.I,
)
"""Nouns and adverbs of asking before the thing: “a more robust discussion of”, “qualitatively and quantitatively,”."""
_TAIL = re.compile(
    r"(?:"
    + _LAW
    + r"|,? (?:and )?(?:in (?:both )?(?:quantitative|qualitative)[a-z ]*? terms|in (?:further|greater|more|"
    r"sufficient|additional) "
    r"detail|in absolute dollars|in an? (?:location|manner|place) [^,;]*|with (?:an )?(?:equal or greater|"
    r"equal|greater|"
    r"the same) prominence[^;]*|(?:presented )?here(?:(?: and|,) [^;]*)?|here or in [^;]*|in (?:the|this|our) filings?|"
    r"as part of our response|as (?:referenced|noted|described|disclosed) (?:on|in) [^;]*|"
    r"differently|explicitly|prominently|to the extent (?:practicable|possible|"
    r"practical|applicable|material|known|determined)|"
    r"if (?:any|applicable|determined|material|known)|as (?:appropriate|applicable)|where (?:relevant|possible|"
    r"appropriate|applicable)|accordingly|for investors|"
    r"(?:so as|in order) (?:not )?to [^;]*|so that [^;]*|so (?:the|our|investors|readers) [^;]*|"
    r"(?:to|that) (?:better )?(?:allow|enable|permit|provide|facilitate|give|help|assist|alert|inform)s? (?:for )?"
    r"(?:(?:our |the )?(?:investors|readers|users|shareholders|stockholders)|an?) [^;]*|i\.e\.,? [^;]*|"
    r"similar to (?:that|those|our|the) [^;]*|rather than [^;]*|as opposed to [^;]*|as we believe [^;]*"
    r"))$",
    re.I,
)
"""Words behind the thing on manner, place, law and purpose: “in a location of equal prominence”."""
_OF_DOCUMENT = re.compile(
    r"(?:(?:the|our|this|future) )?(?:[\w’'&,-]+ ){0,5}?(?:disclosures?|discussion|MD&A|presentation|filings?|section|"
    r"note|footnote|Results of Operations|Financial Condition|Analysis)\b[^.;:]{0,120}? to "
    r"(?:(?:more|further|also|better|[a-z]+ly) )*(?:disclose|describe|discuss|explain|clarify|address|"
    r"quantify|identify|"
    r"state|include|provide|indicate|highlight) (?P<what>.+)",
    re.S,
)
"""“Our discussion here to more clearly explain X” asks for X."""
_ASIDE = re.compile(
    r",? (?P<aside>(?:including|such as|addressing|for example,?|e\.g\.,?|with (?:specific )?reference to|"
    r"taking into account|considering|among other things) .+)$",
    re.S,
)
FEWEST = 2
"""Words that must stay before what is cut off."""


def cleared(thing: str) -> str:
    """The thing without nouns and adverbs of asking before it, and manner, place, law and purpose behind it."""
    before = ""
    while before != thing:
        before = thing
        if document := _OF_DOCUMENT.fullmatch(thing):
            thing = document["what"]
        if (front := _FRONT.match(thing)) and _stands(thing[front.end() :]):
            thing = thing[front.end() :]
        if (tail := _TAIL.search(thing)) and _stands(thing[: tail.start()]):
            thing = thing[: tail.start()]
        thing = bare(thing.strip(" ,"))
    return thing


def _stands(rest: str) -> bool:
    """Whether what is left still names a thing."""
    return len(rest.split()) >= FEWEST and not rest.endswith((" and", " of", " or", " by", " to", ","))


def apart(thing: str) -> tuple[str, str]:
    """The thing and what stands behind it as examples or particulars: “X”, “including Y”; "" for none."""
    found = _ASIDE.search(thing)
    if found is None or len(thing[: found.start()].split()) < FEWEST:
        return thing, ""
    return thing[: found.start()].rstrip(" ,"), found["aside"].strip(" ,.")


_COMMA = re.compile(r",\s+(?:(?:and|or|as well as)\s+)?|\s+as well as\s+")
_LAST = re.compile(r"\s+and\s+")
_HANGS = re.compile(
    r"(?:including|such as|which|that|where|who|whose|net|excluding|in|on|for|of|to|at)\b", re.I
)
LONGEST_ITEM = 16
"""Words of an item; a longer one has a clause in it."""
MOST = 10
"""Items."""


def items(listed: str) -> tuple[str, ...]:
    """The items of “fuel, wages, and tariffs”, in order; none where they are not all noun phrases."""
    found: list[str] = []
    for piece in _COMMA.split(listed.strip(" ,.")):
        if found and _HANGS.match(piece):
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece.strip())
    closed = re.search(r",\s+(?:and|or)\s+", listed)
    if not closed and len(pair := _LAST.split(found[-1])) == 2:
        found[-1:] = pair
    return tuple(found) if all(_item(i) for i in found) and 1 <= len(found) <= MOST else ()


def _item(item: str) -> bool:
    """Whether the item names a thing: no question, no verb at its head, no quotation left open."""
    said = words(item)
    marks = sum(item.count(m) for m in '"“”') % 2
    opens = said[0].kind if said else "p"
    return not marks and opens not in "pUCWItxA" and len(item.split()) <= LONGEST_ITEM
