"""Sentences of the notes as running text: whole ones as they stand, what no rule can put into words as a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import heads_many, leans, words
from drafter.drafting.notes.ready import Told
from drafter.drafting.notes.soundness import sound
from drafter.drafting.planning.answering import FIGURED, suits


def running(told: Sequence[Told], name: str = "") -> str:
    """The sentences in counsel's order; what has no verb as counsel wrote it, or behind the name that it answers.

    The name is a noun phrase such as “the material terms of its leases”. What is left in shorthand stands last, as a
    blank that proposes it.
    """
    name = re.sub(r"^any (?!of\b)", "the ", name)
    things = bool(re.search(r"\b(?!the\b)[a-z]{3,}", name)) and _names(name)
    told = [replace(t, text=_named(t.text, name)) for t in told] if name else list(told)
    rest = [t for t in told if not (speaks(t) or _listable(t))]
    said: list[str] = []
    for whole, run in groupby([t for t in told if t not in rest], key=speaks):
        several = list(run)
        texts = [t.text for t in several]
        named = not (whole or said) and things and all(_names_it(t, name) for t in several)
        bare = [] if whole or named else [t for t in several if _verbless(t.text)]
        said += [_listed(texts, name)] if named else [t.text for t in several if t not in bare]
        rest += bare
    return " ".join([*said, *([unworded(rest)] if rest else [])])


def _verbless(text: str) -> bool:
    """Whether it goes on from other words, with no amount and no word that may be its verb: “So ASC 326-30.”"""
    said = words(text)
    verbs = any(w.kind in "ABIVZ" or leans(w.low).keys() & {"VVD", "VVZ"} for w in said[1:])
    opens = bool(said) and said[0].kind in "pCUR"
    return opens and not (verbs or FIGURED.search(text) or re.search(r": |\d[.,]\d", text))


def _names_it(told: Told, name: str) -> bool:
    """Whether what is told without a verb is what that names, or of the kind that is asked for."""
    acts = any(word.kind in "ABVZ" for word in words(told.text))
    return not acts and suits(told.thing or name, told.said)


def _names(phrase: str) -> bool:
    """Whether it is the name of a fact: no authority, no doing (“disclosing the trend”), no place (“by year”)."""
    return not _CITED.match(phrase) and words(phrase)[0].kind not in set("GpURWCV")


_CITED = re.compile(
    r"(?:ASC|ASU|SAB|IFRS|IAS|Item|Rule|Question|Section|Regulation|paragraph)s? [\dA-Z]", re.I
)
"""An authority, which is no name of a fact."""


def _listed(texts: Sequence[str], name: str) -> str:
    """Things without a verb behind the name of what they are: “The method is cost-to-cost.”"""
    things = [lowered(t.rstrip(" .")) for t in texts]
    unlike = many(name) and not heads_many(things[0])
    if len(things) > 1 or unlike or not _PREDICATE.match(things[0]):
        return f"{_lead(name)}: {_numbered(things)}."
    return f"{raised(name)} {_links(name, things[0])} {things[0]}."


def _numbered(things: Sequence[str]) -> str:
    """Several things as a letter lists them in a sentence: “(i) ...; and (ii) ...”."""
    if len(things) == 1:
        return things[0]
    marked = [f"({mark}) {thing}" for mark, thing in zip(_MARKS, things, strict=False)]
    return f"{'; '.join(marked[:-1])}; and {'; '.join([marked[-1], *things[len(_MARKS) :]])}"


_MARKS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _links(name: str, thing: str) -> str:
    """How the name goes on to the thing: “is”, “are”, “consists of” where one thing is made of several."""
    several = many(name)
    if heads_many(thing) and not several:
        return "consists of"
    return "are" if several else "is"


_PREDICATE = re.compile(r"[^;:]{2,60}$")
"""A thing that can be said of its name without a colon."""
SPEAKING = 8
"""Words of a line that has a verb somewhere and is no mere name."""


def _speaks(told: Told) -> bool:
    """Whether it is a line of some length with a verb that only the rules do not find."""
    said = words(re.split(r"[;:] ", told.text)[0])
    opens = "".join(w.kind for w in said[:1])
    verbs = any(w.kind in "ABZ" for w in said[1:])
    spoken = not told.rough and verbs and opens in set("DNSJP#")
    return len(said) >= SPEAKING and (spoken or bool(_SUBJECT.match(told.text)))


_SUBJECT = re.compile(
    r"(?:Under|In|For|At|By|On|With|After|Before|Since) [\w,’' -]+? (?:the (?:Company|Bank|Partnership|Trust|board)|we|"
    r"it|they|management) [a-z]+s?\b [\w,’' -]+\.$"
)
"""“Under the agreements the Company sets budgets and staffing.”"""


def _listable(told: Told) -> bool:
    """Whether it can stand in a list in counsel's words: no shorthand, no question, nobody's doing of the moment."""
    said = told.text.strip(" .")
    by_the_way = _SAID_BY_THE_WAY.search(said) or _BARE.fullmatch(said) or _MARKED.search(said)
    return not (told.rough or by_the_way or _COMMAND.match("".join(w.kind for w in words(lowered(said)))))


_SAID_BY_THE_WAY = re.compile(r",? (?:yes|no|right|correct|I think|again)\W*$", re.I)
_BARE = re.compile(r"(?:yes|no|not|also|none|all|only|both|full|same|see above)(?: (?:yet|so|now))?", re.I)
"""A word that says nothing by itself."""
_COMMAND = re.compile(r"[BI](?!K)")
"""A verb in its plain form that opens a line."""
_MARKED = re.compile(r"[!?=<>]")
"""Marks that a list in a letter has not."""


def unworded(told: Sequence[Told]) -> str:
    """A blank that proposes what the notes say and no rule can turn into a sentence: better open than misstated."""
    notes = "; ".join(re.sub(r"[\[\]●]", "", t.said).strip(" .") for t in told)
    return f"[●: to be put into words: {notes}]."


_AMOUNT = re.compile(r"^The (?:amounts?|figures?) (?P<verb>was|were|represented) ")
LONGEST_NAME = 10
"""Words of a name that a figure can stand behind."""


def _named(text: str, name: str) -> str:
    """The sentence, “the amount” with the name of what was asked for."""
    found = _AMOUNT.match(text)
    if found is None or len(name.split()) > LONGEST_NAME:
        return text
    be = "were" if many(name) else "was"
    verb = found["verb"] if found["verb"] == "represented" else be
    return f"{raised(name)} {verb} {text[found.end() :]}"


def speaks(told: Told) -> bool:
    """Whether the sentence can follow “that”: it may stand as prose, or has a verb that only the rules do not find."""
    return stands(told) or _speaks(told)


def stands(told: Told) -> bool:
    """Whether the sentence may stand as prose."""
    return (sound(told.text) and not told.rough) or told.redacted


def _lead(name: str) -> str:
    return f"{raised(name)} {'are' if many(name) else 'is'} as follows"
