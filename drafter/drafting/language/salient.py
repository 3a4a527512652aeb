"""What “it” and “they” stand for: what the sentence before is on, its subject or the one thing that the company has."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.language.articles import many
from drafter.drafting.language.being import MONTHS
from drafter.drafting.language.tagging import Word, heads_many, words
from drafter.drafting.language.verbs import finite
from drafter.matters import sentences

_MANY = {"it": False, "its": False, "they": True, "them": True, "their": True, "these": True}
"""The pronouns that no “you” is meant by, and whether they stand for several."""


def named_pronoun(thing: str, before: str) -> str:
    """The thing, the first pronoun that has no noun in it as what the words before the request are on."""
    word = _free(thing)
    name = salient(before, _MANY[word.low], lasting=word.low in {"its", "their"}) if word else ""
    return put(thing, name)


def rivals(thing: str, case: str) -> bool:
    """Whether the condition before the thing names what its pronoun may stand for as well."""
    word = _free(thing)
    return word is not None and any(t.several == _MANY[word.low] for t in things(case))


def put(thing: str, name: str) -> str:
    """The thing, the name in place of the first pronoun that has no noun in it."""
    word = _free(thing)
    if word is None or not name or thing.endswith(" did") or (word.low == "its" and name[:2] == "a "):
        return thing
    rest = thing[word.end :]
    if word.low not in {"its", "their"}:
        return f"{thing[: word.start]}{name}{rest}"
    said = words(rest)
    if (
        (end := _run(said, 0))
        and (not said[end:] or said[end].kind in "pKt")
        and "O" not in [w.kind for w in said[:end]]
    ):
        return f"{thing[: word.start]}the{rest[: said[end - 1].end]} of {name}{rest[said[end - 1].end :]}"
    owner = f"{name}{'’' * name.endswith('s') or '’s'}"
    return f"{thing[: word.start]}{owner}{rest}" if len(name.split()) < FEW else thing


def brought_in(thing: str, before: str) -> str:
    """The thing, an “it” that something is done to as what the sentence before brings in: “Party B made an offer”; and
    “one” as the last that there was or was not: “no estimate can be made”.
    """
    said, told = words(thing), sentences(before)
    for verb, word in itertools.pairwise(said):
        open_end = not re.match(r" (?:from|to|that|[a-z]+ing)\b", thing[word.end :])
        if word.low == "it" and verb.kind in "BIVZ" and open_end and told:
            name = _introduced(told[-1])
            return f"{thing[: word.start]}{name}{thing[word.end :]}" if name else thing
        if word.low == "one" and verb.kind in "BI" and word is said[-1]:
            nouns = [t.said for t in things(before) if t.said[0].low in _ONE_OF_A_KIND and not t.several]
            kind = " ".join(w.said for w in nouns[-1][1:]) if nouns else ""
            return f"{thing[: word.start]}a{'n' * (kind[0] in 'aeio')} {kind}" if kind else thing
    return thing


_ONE_OF_A_KIND = frozenset({"a", "an", "no", "any"})


def _introduced(sentence: str) -> str:
    """The one thing that the sentence brings in as the object of a deed; "" for none or several."""
    said = words(sentence)
    at = {w.start: n for n, w in enumerate(said)}
    found = [
        t.said
        for t in things(sentence)
        if t.said[0].low in {"a", "an"} and len(t.said) > 1 and said[at[t.said[0].start] - 1].kind in "VEB"
    ]
    if len(found) != 1:
        return ""
    last = found[0][-1]
    of = _OF_ONE.match(sentence, last.end)
    return f"the {sentence[found[0][1].start : of.end() if of else last.end]}"


_OF_ONE = re.compile(r" of [a-z]+(?=[ .,;]|$)")


def agrees(thing: str, name: str, near: bool = False) -> bool:
    """Whether the first pronoun of the thing, one of its first words if `near`, stands for as many as the name does."""
    word = _free(thing)
    if near and word not in words(thing)[:2]:
        return False
    several = heads_many(name) and not name[:1].isupper()
    return bool(name) and word is not None and _MANY[word.low] == several


def _free(thing: str) -> Word | None:
    """The first pronoun of the thing; None where a noun before it may be what it stands for, or it stands for none."""
    said = words(thing)
    for n, word in enumerate(said):
        alone = word.low != "these" or [w.kind for w in said[n + 1 : n + 2]] in ([], ["A"], ["p"])
        if word.low in _MANY and alone:
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
    easy = [w.low for w in said[1:2]] in (["for"], ["to"]) and said[0].kind in "JRN"
    return bool(said) and (easy or said[0].kind == "J" or (said[0].kind in "AZV" and comes))


def salient(before: str, many: bool, lasting: bool = False) -> str:
    """The one thing, or the several, that the last of the sentences with any is on; "" where others could be meant.

    A `lasting` thing is none that the company only did something to: “you changed the useful life”.
    """
    said = sentences(before)[-3:]
    if said and before.strip()[-1:] not in ".?!”" and any(w.kind == "NS"[many] for w in words(said[-1])):
        said = said[-1:]
    for clause in (s.strip(" .?") for s in reversed(said)):
        sole = "" if lasting and _CASE.match(clause) else _sole(clause, many)
        if name := _on(clause, many, lasting) or sole:
            return name
        if any(t.several == many for t in things(clause)):
            return ""
    return ""


_NOUNS = r"D?#?(?:(?<!A)E)?[JNSOG]*[NS]"
_SERIES = re.compile(rf"{_NOUNS}(?:(?:,{_NOUNS})*,?&{_NOUNS})?")
_PASSING = re.compile(
    r"(?:year|quarter|period|month|fiscal|page|basis|filing|form|report|disclosure|comment|letter|response|bullet|"
    r"regard|respect|extent|addition)s?$|"
    rf"(?i:{MONTHS})(?:['’]s)?$"
)
"""Nouns of what a sentence names only in passing."""
_TAKEN_FOR = frozenset(str.split("as is are was were be than"))
"""Words before what is no further thing: “filed as an exhibit”."""
_PART = re.compile(
    r"(?:\d%?|\b(?:part|portion|some|most|many|half|all|none|each|one|any|several)) of (?:your |the )?$"
)
"""What takes a part of the thing behind it, which a pronoun may stand for instead."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a clause names: as it is named again ("" for no sure name), its words, if several, and if of another."""

    name: str
    said: Sequence[Word]
    several: bool
    inner: bool


def _sole(clause: str, many: bool, start: int = 0) -> str:
    """The one thing, or the several, that the clause names from there on; "" for none or more."""
    found = [t.name for t in things(clause, start) if t.several == many and not t.inner]
    return found[0] if len(found) == 1 else ""


def things(clause: str, start: int = 0) -> list[Thing]:
    """All that the clause names from there on; a series counts as one thing that is several."""
    said = words(clause)
    found: list[Thing] = []
    within = False
    for thing in _SERIES.finditer("".join(_letter(said, n) for n in range(len(said)))):
        first, last = said[thing.start()], said[thing.end() - 1]
        lead = said[thing.start() - 1].low if thing.start() else ""
        several = last.kind == "S" or many(last.low) or "&" in thing[0]
        inner = lead == "of" and bool(found) and found[-1].several == several and within
        away = lead == "from" and _AWAY.search(clause[: first.start])
        numbered = last.said[0].isupper() and [w.kind for w in said[thing.end() : thing.end() + 1]] == ["#"]
        passing = numbered or _PASSING.match(last.low) or (first is last and last.low in {"part", "hand"})
        within = inner or lead != "of"
        if first.start >= start and not (away or lead in _TAKEN_FOR or passing):
            told_by_deed = [w.kind for w in said[thing.end() : thing.end() + 2]] == ["E", "p"]
            phrase = said[thing.start() : thing.end()]
            found.append(Thing("" if told_by_deed else _again(clause, phrase), phrase, several, inner))
    return found


def _letter(said: Sequence[Word], at: int) -> str:
    """The kind of the word for a pattern of things: a mark and an “and” by themselves, a word of a name as a noun."""
    word = said[at]
    if word.said == "," or word.low == "and":
        return "," if word.said == "," else "&"
    return word.kind if word.kind in "NSJ" or not _in_name(said, at, 0) else "N"


def _again(clause: str, thing: Sequence[Word]) -> str:
    """The thing as it is named again: “the clawback policy” for “a clawback policy”; "" for no certain one."""
    first, named = thing[0], clause[thing[0].start : thing[-1].end]
    if _PART.search(clause[: first.start]):
        return ""
    joint = next((n for n, w in enumerate(thing) if w.said in {",", "and"}), 0)
    if joint:
        return f"the {named}" if thing[joint - 1].kind == "S" and first.kind != "D" else named
    several = thing[-1].kind == "S"
    bare = not several and named[0].islower() and first.kind != "D"
    return "" if bare else _phrase(clause, several, first.start)


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
    if supposes := _SUPPOSES.match(clause):
        return _sole(_CLAUSE.split(clause[supposes.end() :].partition(" as a")[0])[0], many)
    if verb is None:
        return _phrase(clause, many) if clause.startswith(tuple(_KNOWN)) else ""
    subject, rest = clause[: verb.start].strip(), clause[verb.end :]
    if (inner := _THAT.match(rest)) and len(words(subject)) <= FEW:
        return _on(rest[inner.end() :], many, lasting)
    last = words(subject)[-1:]
    by_company = not last or last[0].kind == "P"
    done = verb.kind in "VE" and lasting
    document = _DOCUMENT.search(subject) and (verb.kind == "A" or _SHOWS.match(verb.low))
    main = clause[: verb.end] + _CLAUSE.split(rest)[0]
    shown = "" if done or not (by_company or document) else _sole(main, many, verb.end)
    if shown or by_company or (document and rest.startswith(" not ")):
        return shown
    subject = re.sub(r"^(?:In|At|For|During|As of|On|With|Under) [^,]+, ", "", _CASE.sub("", subject))
    return _phrase(subject, many)


_SUPPOSES = re.compile(
    r"(?:if|where|when) you (?:have|hold|use|own|apply|regard|view|treat|retain|report) ", re.I
)
_CASE = re.compile(r"(?:and,? )?(?:if|where|when|to the extent(?: that)?) ", re.I)
_SHOWS = re.compile(
    r"(?:shows?|include[sd]?|presents?|disclose[sd]?|discuss|describes?|states?|refers?|contains?|mentions?|omits?|"
    r"reports?|lists?|identif|gives?|lacks?|combines?|excludes?)"
)
"""What a document does with the things it is on."""
FEW = 4
"""Words of a subject that says, notes or discloses: “we also note”."""
_CLAUSE = re.compile(r" (?:that|which|who|whose|where|although|though|because|while|so)\b")


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


def _phrase(text: str, many: bool, start: int = 0) -> str:
    """The noun phrase that begins there in the text, as it is named again; "" where it is none."""
    if (own := _NAMED.match(text, start)) and own["kind"].endswith("s") == many:
        return own["name"]
    said = words(text)
    at = next((n for n, w in enumerate(said) if w.start >= start), len(said))
    first = at + (at < len(said) and said[at].kind in "D#")
    end = _run(said, first)
    if end == first or (said[end - 1].kind == "S") != many:
        return ""
    name = f"{text[said[first].start : said[end - 1].end]}{behind(text, said, end - 1)}"
    lead = said[at].low if first > at else ""
    if len(name.split()) > 14 or (lead and lead not in _KNOWN):
        return ""
    if not lead and (name[0].isupper() or not many):
        return name
    return f"{lead} {name}" if lead == "your" else f"the {lead} {name}" if lead in _KEPT else f"the {name}"


_KEPT = frozenset(str.split("your two three four five six seven eight nine ten"))
_KNOWN = _KEPT | {"a", "an", "the"}
_NAMED = re.compile(
    r"(?:[Yy]our|[Tt]he|[Aa]n?) (?P<kind>[^,;]{3,60}), (?P<name>(?:[A-Z][\w&/-]*(?: (?!No\b)[\w&/-]+){0,6}(?=,|$))|"
    r"(?!(?:an?|the|one|which|who|as|in|if|for|and|or|but)\b)[a-z-]+(?: [a-z-]+){1,5}(?=,$))"
)
"""“Your key metric, Billable Lane Hours, ...”, “your measure, core margin, is ...”: the thing by its own name."""


def _in_name(said: Sequence[Word], at: int, first: int) -> bool:
    """Whether the word belongs to a name, also where it is read as a verb: “Adjusted Debt”."""
    return said[at].said[0].isupper() and (
        at > first or any(w.said[0].isupper() for w in said[at + 1 : at + 2])
    )


def _run(said: Sequence[Word], at: int) -> int:
    """Where the words of one noun phrase end that begins there."""
    end = at
    while end < len(said) and (said[end].kind in "NSJOG" or _in_name(said, end, at)):
        end += 1
    nouns = "NSJ" if end == len(said) else "NS"
    while end > at and said[end - 1].kind not in nouns:
        end -= 1
    done = end > at and [w.kind for w in said[end : end + 2]] in (["R", "E"], ["R", "V"])
    return end + 2 if done else end
