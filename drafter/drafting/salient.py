"""What “it” and “they” stand for: what the sentence before is on, its subject or the one thing that the company has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.tagging import Word, words
from drafter.drafting.verbs import finite
from drafter.matters import sentences

_MANY = {"it": False, "its": False, "they": True, "them": True, "their": True}
"""The pronouns that no “you” is meant by, and whether they stand for several."""


def named_pronoun(thing: str, before: str) -> str:
    """The thing, the first pronoun that has no noun in it as what the words before the request are on."""
    word = _free(thing)
    name = salient(before, _MANY[word.low], lasting=word.low in {"its", "their"}) if word else ""
    return put(thing, name)


def put(thing: str, name: str) -> str:
    """The thing, the name in place of the first pronoun that has no noun in it."""
    word = _free(thing)
    if word is None or not name or thing.endswith(" did") or (word.low == "its" and name[:2] == "a "):
        return thing
    rest = thing[word.end :]
    if word.low not in {"its", "their"}:
        return f"{thing[: word.start]}{name}{rest}"
    said = words(rest)
    if said and said[0].kind in "NS" and (not said[1:] or said[1].kind in "pKt"):
        return f"{thing[: word.start]}the{rest[: said[0].end]} of {name}{rest[said[0].end :]}"
    owner = f"{name}{'’' * name.endswith('s') or '’s'}"
    return f"{thing[: word.start]}{owner}{rest}" if len(name.split()) < FEW else thing


def agrees(thing: str, name: str) -> bool:
    """Whether the thing begins with a pronoun that stands for as many as the name does: “why it is useful”."""
    word = _free(thing)
    return word in words(thing)[:2] and _MANY[word.low] == name.endswith("s") if word else False


def _free(thing: str) -> Word | None:
    """The first pronoun of the thing; None where a noun before it may be what it stands for, or it stands for none."""
    said = words(thing)
    for n, word in enumerate(said):
        if word.low in _MANY:
            return None if word.low == "it" and _stands_in(said[n + 1 :]) else word
        after = said[n + 1 : n + 3]
        apart = len(after) > 1 and (after[0].kind == "p" or after[0].low == "that") and after[1].low in _MANY
        if word.kind in "NS" and not apart:
            return None
    return None


def _stands_in(said: Sequence[Word]) -> bool:
    """Whether the “it” before stands for what comes: “it is appropriate to compare them”, “it easy for investors”."""
    end = next((n for n, w in enumerate(said) if w.kind in "KC"), len(said))
    comes = any(w.kind == "t" or w.low in {"that", "whether", "if"} for w in said[:end])
    return bool(said) and (said[0].kind == "J" or (said[0].kind in "AZV" and comes))


def salient(before: str, many: bool, lasting: bool = False) -> str:
    """The one thing, or the several, that the last of the sentences with any is on; "" where others could be meant.

    A `lasting` thing is none that the company only did something to: “you changed the useful life”.
    """
    said = sentences(before)[-3:]
    begun = bool(said) and before.strip()[-1:] not in ".?!”"
    if begun and any(w.kind == "NS"[many] for w in words(said[-1])):
        said = said[-1:]
    return next((name for s in reversed(said) if (name := _on(s.strip(" .?"), many, lasting))), "")


_THAT = re.compile(
    r"(?: (?:in|on) (?:your|page|the) [^,;]+?,?)?(?: (?:your|the) (?:[\w-]+ )?(?:disclosure|statement|discussion|"
    r"response|assertion|belief|expectation)s?(?: [^,;]{2,60}?)?)? that "
)
_DOCUMENT = re.compile(
    r"\b(?:table|note|filing|report|form|disclosure|discussion|release|statement)s?$", re.I
)


def _on(clause: str, many: bool, lasting: bool) -> str:
    """What the clause is on."""
    verb = finite(clause)
    if about := _ABOUT.match(clause):
        return _phrase(clause[about.end() :], many)[0]
    if asks := _ASKS.match(clause):
        return _only_thing(re.split(r" as (?=an? )", clause[asks.end() :])[0], many)
    if verb is None:
        return _phrase(clause, many)[0] if clause.startswith(tuple(_KNOWN)) else ""
    subject, rest = clause[: verb.start].strip(), re.sub(r"^ adopted\b", "", clause[verb.end :])
    if (inner := _THAT.match(rest)) and len(words(subject)) <= FEW:
        return _on(rest[inner.end() :], many, lasting)
    last = words(subject)[-1:]
    by_company = not last or last[0].kind == "P"
    done = verb.kind in "VE" and lasting
    shown = "" if done or not (by_company or _DOCUMENT.search(subject)) else _only_thing(rest, many)
    if shown or by_company or (_DOCUMENT.search(subject) and rest.startswith(" not ")):
        return shown
    subject = re.sub(r"^(?:In|At|For|During|As of|On|With|Under) [^,]+, ", "", _CASE.sub("", subject))
    return _phrase(subject, many)[0]


_CASE = re.compile(r"(?:and,? )?(?:if|where|when|to the extent(?: that)?) ", re.I)
_ABOUT = re.compile(
    r"(?:[Ww]ith (?:respect|regard) to|[Rr]egarding|[Cc]oncerning|For) (?=(?:the|each|your) )"
)
_ASKS = re.compile(
    r"(?:[\w ]+, )?[Pp]lease (?:also )?[a-z]+(?: (?:to|for) us)?(?= (?:the|your|an?) )|"
    r"(?:[Ii]f|[Ww]here|[Ww]hen) you (?:have|hold|use|own|apply|regard|view|treat|present|retain|report|include)(?= )"
)
FEW = 4
"""Words of a subject that says, notes or discloses: “we also note”."""
_CLAUSE = re.compile(r" (?:that|which|who|whose|where)\b")


def _only_thing(rest: str, many: bool) -> str:
    """What the verb before is done to, where nothing else behind it could be meant."""
    said = words(rest)
    at = next((n for n, w in enumerate(said) if w.kind not in "RxEIBAtp"), len(said))
    if at == len(said):
        return ""
    rest = rest[said[at].start :]
    name, end = _phrase(rest, many)
    others = words(_CLAUSE.split(rest[end:])[0])
    return "" if any(w.kind == ("S" if many else "N") for w in others) else name


def behind(text: str, said: Sequence[Word], at: int) -> str:
    """What tells which one the noun there is: “ on sales of allowances”; "" for none, a place, a time or an amount."""
    end, between = at + 1, False
    off = {"from"} if _AWAY.search(text[: said[at].start]) else frozenset[str]()
    while end + 1 < len(said) and said[end].low in _OF - off:
        opens = said[end + 1].kind == "D" or (said[end + 1].kind == "#" and said[end + 1].said.isalpha())
        after = end + 1 + (opens and said[end + 1].low not in _POINTS)
        further = _run(said, after)
        between = said[end].low == "between"
        if further < len(said) and said[further].low in {"and", "or"}:
            paired = _run(said, further + 1)
            between, further = between and paired == further + 1, paired if paired > further + 1 else further
        numbered = further < len(said) and said[further].kind == "#"
        if further == after or numbered or _TIMES & {w.low for w in said[after:further]}:
            break
        end = further
    stops = [w.kind for w in said[end : end + 2]]
    goes_on = stops[:1] not in ([], ["K"], ["W"]) and stops != ["C", "K"]
    return "" if goes_on or between else text[said[at].end : said[end - 1].end]


_OF = frozenset({"of", "between", "under", "with", "on", "from"})
"""What belongs to the noun before it, and seldom to the verb."""
_AWAY = re.compile(r"\b(?:deduct|exclud|remov|subtract|eliminat|omit|strip)\w*\b", re.I)
"""What takes one thing from another: “excludes losses on disposals from segment profit”."""
_POINTS = frozenset(str.split("this that these those such its their any each no"))
_TIMES = frozenset(
    str.split("year years quarter quarters period periods months fiscal page pages note basis")
)


def _phrase(text: str, many: bool) -> tuple[str, int]:
    """The noun phrase that the text begins with, as it is named again, and where it ends; "" where it is none."""
    if (own := _NAMED.match(text)) and own["kind"].endswith("s") == many:
        return own["name"], own.end()
    said = words(text)
    first = int(bool(said) and said[0].kind in "D#")
    end = _run(said, first)
    if end == first or (said[end - 1].kind == "S") != many:
        return "", 0
    name = f"{text[said[first].start : said[end - 1].end]}{behind(text, said, end - 1)}"
    stop = said[first].start + len(name)
    if len(name.split()) > 14 or (first and said[0].low not in _KNOWN):
        return "", 0
    if not first and (name[0].isupper() or not many):
        return name, stop
    kept = first and said[0].low in _KEPT
    name = f"{said[0].low} {name}" if kept else name
    return (name if said[0].low == "your" and first else f"the {name}"), stop


_KEPT = frozenset(str.split("your two three four five six seven eight nine ten"))
_KNOWN = _KEPT | {"a", "an", "the"}
_NAMED = re.compile(
    r"(?:[Yy]our|[Tt]he|[Aa]n?) (?P<kind>[^,;]{3,60}), (?P<name>[A-Z][\w&/-]*(?: (?!No\b)[\w&/-]+){0,6})(?:,|$)"
)
"""“Your key metric, Billable Lane Hours, ...”: the thing by its own name."""


def _run(said: Sequence[Word], at: int) -> int:
    """Where the words of one noun phrase end that begins there."""
    end = at
    while end < len(said) and (
        said[end].kind in "NSJOG" or (said[end].said[0].isupper() and (end > at or said[end].kind == "E"))
    ):
        end += 1
    nouns = "NSJ" if end == len(said) else "NS"
    while end > at and said[end - 1].kind not in nouns:
        end -= 1
    done = end > at and [w.kind for w in said[end : end + 2]] in (["R", "E"], ["R", "V"])
    return end + 2 if done else end
