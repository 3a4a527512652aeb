"""What a pronoun of the staff stands for: the object of the request before, or what the comment counts before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.domain import Request
from drafter.drafting.clauses import asked
from drafter.drafting.tagging import Word, words
from drafter.matters import sentences

_ALL = re.compile(
    r"(?:this|the above|the foregoing|that|such) information\b|(?:these|those) (?:matters|items)\b", re.I
)
_FOR_US = re.compile(r"^(?:for|to) us\W* ")
LONGEST = 45
"""Words of what was asked before that is said over again."""
_SUBJECT_TO = re.compile(
    r"^(?:whether|if)\b.*?\b(?:are|is|were|was|be|been) (?:subject to|party to|parties to|bound by) "
    r"(?:any|an?) (?P<thing>.+)$",
    re.S,
)
_HAS = re.compile(
    r"^(?:whether|if) (?:or not )?(?:you|(?:the|your) [a-z]+|it|they)(?: or [a-z' ]+?)? (?:have|has|had|hold|holds|own|"
    r"owns|entered into|have entered into|use|uses|maintain|maintains|received|have received) (?:any|an?) "
    r"(?P<thing>.+)$",
    re.S,
)
_PAIR = re.compile(r"(?P<one>[a-z]+) (?:with|of|by|from|to),? or (?P<two>[a-z]+) (?:with|of|by|from|to),")
_NOUN = re.compile(
    r"(?:[a-z-]+ ){0,3}?[a-z-]+(?=,| (?:that|which|with|of|in|for|to|from|by|on|under|and|or|as)\b|\W*$)"
)
_COUNTED = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten|several|certain) (?P<noun>(?:[a-z-]+ ){0,2}?[a-z-]+s)\b"
    r"(?= (?!and\b|or\b))"
)


def everything(before: Sequence[Request], thing: str) -> str:
    """What “this information” is: all that the requests before ask for; "" where it is another thing or too long."""
    if not _ALL.match(thing):
        return ""
    open_ones = [r for r in before if not _SUPPLEMENTAL.search(r.text)]
    things = [_FOR_US.sub("", asked(r)) for r in open_ones if _noun_phrase(asked(r))]
    said = ", and ".join(things)
    several = len(things) > 1 or (things and len(open_ones) < len(before))
    return said if several and len(said.split()) <= LONGEST else ""


_SUPPLEMENTAL = re.compile(r"\bsupplemental")
"""What is for the letter alone, and not for the filing."""


def _noun_phrase(thing: str) -> bool:
    return bool(re.match(r"(?:the|your|any|each|an?) [a-z]", thing))


def of_question(thing: str) -> str:
    """What a later “it” is of a question whether one is subject to or has something: “any such agreement”."""
    found = _SUBJECT_TO.match(thing) or _HAS.match(thing)
    if found is None:
        return ""
    if pair := _PAIR.match(found["thing"]):
        return f"any such {pair['one']} or {pair['two']}"
    noun = _NOUN.match(found["thing"])
    return f"any such {noun[0]}" if noun else ""


def counted(comment: str, start: int) -> str:
    """The things that the comment counts before the request: “two customers accounted for ...”; "" for none."""
    before = " ".join(comment.split()[:start])
    found = [m for m in _COUNTED.finditer(before) if words(m["noun"].split()[-1])[0].kind in "NS"]
    return f"the {found[-1]['count']} {found[-1]['noun']}".replace("the certain", "the") if found else ""


def with_modifier(thing: str, comment: str, start: int) -> str:
    """The thing, “these losses” with the word that the comment has before it: “the catastrophe losses”."""
    found = re.match(r"(?:these|those|such) (?P<noun>[a-z]+s)\b", thing)
    if found is None:
        return thing
    before = " ".join(comment.split()[:start])
    if found["noun"] == "statements" and _ASSERTS.search(before):
        return thing
    named = re.findall(rf"(?:(?:\b[Yy]ou [a-z]+|\b([A-Za-z-]+)) )?\b([a-z-]+) {found['noun']}\b", before)
    word = next((w for b, w in named if _names(w) and not (b and _names(b))), "")
    return f"the {word} {found['noun']}{thing[found.end() :]}" if word else thing


def _names(word: str) -> bool:
    return words(word)[0].kind in "NJ"


_POINTER = frozenset({"this", "these", "those", "such"})
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_SAYING = frozenset(str.split("statement assertion claim opinion belief sentence phrase characterization"))
"""Nouns of what the comment quotes: “support for this statement”."""
_MEASURING = frozenset(str.split("metric measure number term title index ratio label"))
"""Nouns of what the comment names in quotation marks: “how this metric is calculated”."""
_ONE_OF_MANY = frozenset(str.split("any no each every all some other another"))
"""What makes “such contacts” any that there may be."""
_UNTOLD = frozenset(
    str.split(
        "cost costs expense expenses amount amounts effect effects number revenue revenues change changes"
    )
)
"""Nouns that what stands behind them elsewhere does not tell: “costs of services” are not “these costs”."""
_NO_NAME = frozenset(
    str.split(
        "certain other following additional various several new same such first second two three four five six seven "
        "eight nine ten many some foregoing above specific "
        "material relevant similar single underlying subsequent significant current respective potential overall prior"
    )
)
"""Words before a noun that do not tell which it is."""
LONGEST_NAME = 9
"""Words of a name that stands for a pointing word."""
LONGEST_QUOTE = 25
"""Words of a quotation that is said over again."""


def named_again(thing: str, comment: str, start: int) -> str:
    """The thing, each “this” and “these” with its noun as what it points to in the comment before the request."""
    before = sentences(" ".join(comment.split()[:start]))
    if not before or not re.search(r"\b(?:this|these|those|such)\b", thing):
        return thing
    said, done, at = words(thing), [], 0
    for n, word in enumerate(said):
        if word.low not in _POINTER or word.start < at or (n and said[n - 1].low in _ONE_OF_MANY):
            continue
        head = _head(said[n + 1 :])
        name = _pointed_to(head[-1].low, before) if head else ""
        if name and not {w.low for w in head[:-1]} - set(re.findall(r"[\w-]+", name.lower())):
            done += [thing[at : word.start], name]
            at = head[-1].end
    return "".join([*done, thing[at:]])


def _head(said: Sequence[Word]) -> Sequence[Word]:
    """The noun behind the pointing word with what stands before it; nothing where a clause tells which it is."""
    count = next((n for n, w in enumerate(said) if w.kind not in "NSJE"), len(said))
    after = said[count].low if count < len(said) else ""
    last = said[count - 1] if count else None
    whole = (
        last and (last.kind in "NS" or last.low in _MEASURING) and after not in {"that", "which", "who", "of"}
    )
    return said[:count] if whole else ()


_ASSERTS = re.compile(r"\b(?:[Yy]ou|[Nn]ote \w+)(?: [\w-]+){0,4}? (?:also )?states?\b")
"""How the staff repeat what the filing says, which are statements as well."""


def _pointed_to(noun: str, before: Sequence[str]) -> str:
    """What the noun points to in the sentences before: a quotation, or the same noun with its modifiers."""
    if noun == "statements" and any(_ASSERTS.search(s) for s in before):
        return ""
    quoted: list[str] = _QUOTED.findall(" ".join(before[-2:]))
    if noun in _SAYING:
        fits = len(quoted) == 1 and len(quoted[0].split()) <= LONGEST_QUOTE
        return f"the {noun} “{quoted[0].strip(' .,;')}”" if fits else ""
    if noun in _MEASURING and len(quoted) == 1 and _CAPITAL.fullmatch(quoted[0]):
        return quoted[0].strip(" .,;")
    if noun in _MEASURING:
        return ""
    return next((name for s in reversed(before) if (name := _same_noun(noun, s))), "")


_CAPITAL = re.compile(r"[A-Z][\w&-]*(?: [\w&-]+){0,4}[.,;]?")
"""A quoted name."""


def _same_noun(noun: str, sentence: str) -> str:
    said = words(sentence)
    for n in range(len(said) - 1, -1, -1):
        if said[n].low != noun or said[n].kind not in "NS":
            continue
        first = next((k for k in range(n, 0, -1) if not _modifies(said, k - 1, n)), 0)
        yours = bool(first) and said[first - 1].low == "your"
        while first < n and said[first].low in _NO_NAME:
            first += 1
        broken = first and said[first - 1].kind in "#KC" and said[first - 1].said not in ",;:"
        tail = _BEHIND.match(sentence[said[n].end :]) if noun not in _UNTOLD else None
        name = f"{sentence[said[first].start : said[n].end]}{tail[0] if tail else ''}"
        if (
            (first < n or tail)
            and not broken
            and len(name.split()) <= LONGEST_NAME
            and not _QUOTED.search(name)
        ):
            return f"{'your' if yours else 'the'} {name}"
    return ""


_LIKE_PREPOSITIONS = frozenset(
    str.split(
        "including excluding regarding concerning involving having being containing considering pending"
    )
)


def _modifies(said: Sequence[Word], at: int, head: int) -> bool:
    """Whether the word belongs to the noun behind it: “berth sharing agreements”."""
    word = said[at]
    if word.low.endswith("ing"):
        return at == head - 1 > 0 and word.low not in _LIKE_PREPOSITIONS
    return word.kind in "NSJO" or ("-" in word.said and word.kind != "K")


_BEHIND = re.compile(
    r" (?:of|between|with|under)(?: (?!(?:their|its|these|this|those|such|is|are|was|were|has|have|had|that|which|who|"
    r"to|in|on|by|as|for|will|may|would|does|do|did)\b)[\w&’'-]+){1,6}(?=[.;]|$)"
)
"""What tells which one a noun is, behind it, to the end of its clause."""


_PRESENTED = re.compile(
    r"\b[Yy]ou (?:also )?(?:present|disclose|report|use|show|include) (?:the )?"
    r"(?P<name>(?!Form|Item|Note|Rule)[A-Z][\w&-]*(?: (?:(?:of|and|per|to|from|before) )?[A-Z][\w&-]*)+)"
)
_THIS = re.compile(
    r"\b[Tt]his (measure|metric|ratio|adjustment|statement|claim|phrase|sentence|graph|caption)\b"
)


def presented(comment: str) -> str:
    """The one thing with a name that the comment says the company presents, else the kind of it; "" for none."""
    names = {m["name"] for m in _PRESENTED.finditer(comment)}
    kinds = {f"the {kind}" for kind in _THIS.findall(comment)}
    found = names or kinds
    return found.pop() if len(found) == 1 else ""
