"""The measures that a comment is on, by name, and the measure of the accounts beside it."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.clearing import items
from drafter.matters import sentences

_END = (
    r"(?=,? (?:without|before(?! special)|after|ahead|prior|also|as|in|on(?! equity| assets)|at(?! risk)|to|"
    r"with|which|that|who|but|(?:al)?though|because|while|when|where|differs?|begins?|(?:in|ex)cludes|"
    r"adds?|replaces?|removes?|leaves?|shows?|presents?|"
    r"is|are|was|were|has|have|had|appears?|only|not|under|(?<!unds )(?<!ncome )(?<!\) )from|"
    r"(?<!available )for|you|by month)"
    r"(?!\w)| of (?:about |over |more than )?(?:[A-Z]{0,3}[$€£])?\d|, (?:an?|your|and,|net of) |[.;:]|$)"
)
_MEASURES = r"(?:[Cc]ompany-[Ss]elected )?[Mm](?:easure|etric)s?,? (?:of |called |titled |named )?"
_NAMED = re.compile(
    rf"(?:\b(?:[Yy]our (?:key |operating )*{_MEASURES}|(?:the|an?) non-(?:GAAP|IFRS) (?:financial )?{_MEASURES}|"
    r"[Yy]ou(?:r (?:headlines?|release|tables?))? (?:also |now |have )?(?:present|report|disclose|discuss|use|"
    r"compute|"
    rf"calculate|describe|define|include|show|introduce)(?:e?d|s)? (?:the (?:{_MEASURES})?|your )?|"
    r"[Yy]our (?:[a-z-]+ )?(?:reconciliation|presentation|discussion|definition|use|disclosure)(?: and [a-z]+)? of "
    r"(?:(?:GAAP|net|operating)\b[^.;:]{3,40}? to )?|[Ii]n arriving at |[Yy]ou exclude [^.;]{3,90}? from |"
    r"[Yy]ou (?:label|call|replaced?) [^.;]{3,90}? (?:as|with|by) )(?P<names>[A-Za-z“‘\"'][^.;:]{2,140}?)|"
    r"^(?:We (?:also |further )?note (?:that )?)?(?P<subject>[A-Za-z“][^.;:,]{2,60}?(?= (?:also )?(?:excludes|"
    r"adds back|replaces|removes|leaves|is calculated))))" + _END
)
"""How a comment brings in what the company presents."""
_NO_NAME = re.compile(
    r"(?:please|in|on|provide|discuss|changes|note|consistent|presented|reasons|similarly|no|as|to|for|so|is|how|if|"
    r"full|several|certain|more|various|both|two|three|some|all(?!-)|each|any|many|this|these|those|what|it|only|one|"
    r"you|(?:an? )?non-GAAP|them|which|that)\b|.*\b(?:(?:state|adjust|agree)ments?|discussions?|disclosures?|tables?|"
    r"information|measures?|releases?|guidance)$",
    re.I,
)
_LEAD = re.compile(r"^(?:(?:the|your|our|and) |measures? (?:of |that you call )?|definition of )+", re.I)
QUOTED = re.compile(r"[“\"‘'](?P<name>[A-Za-z][\w’' ()/&-]{2,50}?),?[”\"’'](?!\w)")


def measures_in(text: str) -> tuple[str, ...]:
    """The measures that the company presents, as the first sentence that has any names them."""
    for found in (m for s in sentences(re.sub(r"• ?", " ", text)) for m in _NAMED.finditer(s)):
        said = found["names"] or found["subject"]
        names = [_plain(one) for one in items(said) or (said,)]
        good = [n for n in names if n and not _NO_NAME.match(n)]
        if sure := [n for n in good if not _ONE.match(n)] or [_ONE.sub("the ", n) for n in good[:1]]:
            return tuple(dict.fromkeys(sure))
    return ()


_ONE = re.compile(r"an? ")


def _plain(name: str) -> str:
    """The name without quotation marks and article, in small letters where only the sentence begins with it."""
    quoted = QUOTED.search(name)
    bare = quoted["name"] if quoted else re.sub(r",? (?:and|you)$", "", _LEAD.sub("", name.strip(" ,")))
    name = lowered(bare.strip("“”‘’\"' ,"))
    return f"the {name}" if re.search(r"^[a-z][^A-Z]* (?:ratio|rate|yield)$", name) else name


_BESIDE = re.compile(
    r"\b(?:which (?:appears|seems) to be (?P<seen>(?![a-z]+ed\b)[^,.;]+?)(?=,? with |[,.;])|(?:[Pp]resumably|"
    r"comparable (?:GAAP |IFRS )?(?:financial )?measure(?:,| \())[ (]?(?P<told>(?:net|gross|operating|cash|"
    r"income|loss)\b"
    r"[\w ]*(?:\(loss\))?)|without (?:[a-z]+ )?the comparable (?P<of>(?:margin|ratio) calculated from [^,.;]+)|"
    r"without (?:presenting |disclosing )?(?:the )?(?P<left>(?:net|gross|operating|income|cash)[\w -]*?)"
    r"(?=[.,;]| with| in ))"
)


def beside(text: str) -> str:
    """The measure of the accounts that the text names as the comparable one; "" for none."""
    found = _BESIDE.search(text)
    said = next(filter(None, found.groups()), "").strip() if found else ""
    return f"the {said}" if re.match(r"(?:margin|ratio)\b", said) else said


def standard(text: str) -> str:
    """Whose measure stands beside the company's own: "IFRS" or "GAAP"."""
    return "IFRS" if re.search(r"\bIFRS\b", text) else "GAAP"
