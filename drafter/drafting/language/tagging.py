"""Parts of speech: the words of a note with what each is there, read by the Hanover Tagger.

The tagger (Wartena, HanTa) is a hidden Markov model trained on the British National Corpus; it lies in its wheel and
asks no network. It is loaded when first asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, cast

Lean = dict[str, float]
"""What a word can be, each with its logarithmic probability."""


class _Tagger(Protocol):
    def tag_sent(self, sent: list[str], taglevel: int) -> list[str]: ...
    def tag_word(self, word: str, casesensitive: bool) -> list[tuple[str, float]]: ...
    def analyze(self, word: str, taglevel: int = 1, pos: str | None = None) -> tuple[str, str]: ...


_KINDS = {
    "VBB VBD VBZ VDB VDD VDZ VHB VHD VHZ VM0": "A",  # is, does, has, will
    "VVZ": "Z", "VVB": "B", "VVD": "V",  # runs, run, ran
    "VVN VBN VHN VDN": "E", "VVG VBG VHG VDG": "G", "VVI VBI VHI VDI": "I",
    "AT0 DT0 DPS": "D", "NN0 NN1 NP0 ZZ0 UNC": "N", "NN2": "S", "PNP PNI PNX EX0": "P",
    "AJ0 AJC AJS": "J", "AV0 AVP ITJ": "R", "AVQ DTQ PNQ CJT": "W", "CJC": "C", "CJS": "U",
    "PRF PRP": "p", "TO0": "t", "XX0": "x", "POS": "O", "CRD ORD": "#",
}  # fmt: skip
"""The corpus's tags (C5) by the one letter that a pattern over words needs."""
_LETTER = {tag: kind for tags, kind in _KINDS.items() for tag in tags.split()}
_WORD = re.compile(r"\$?\d[\w.,/%-]*\w|\$?\d%?|[A-Za-z][\w.&/’'-]*[\w%]|[A-Za-z]|[,;:()“”\"—–-]")
AUXILIARY = frozenset(
    str.split(
        "is are was were has have had do does did will would can cannot could may might must shall should isn't "
        "aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't"
    )
)


_CALENDAR = re.compile(
    r"January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
"""Months and days of the week, which are names wherever they stand; “May” is one only before a figure."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text: where it stands, and in one letter what it is there.

    A auxiliary, Z verb in -s, B verb in its plain form, V past, E participle, G -ing, I infinitive, N noun, S plural,
    P pronoun, D determiner, J adjective, R adverb, C and U conjunctions, W question word, p preposition, t "to",
    x "not", O possessive, # figure, K mark.
    """

    said: str
    kind: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.said.lower().replace("’", "'")


@lru_cache(maxsize=1)
def _tagger() -> _Tagger:
    from HanTa import HanoverTagger

    return cast(_Tagger, HanoverTagger.HanoverTagger("morphmodel_en.pgz"))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words and marks of the text in order, as a sentence of their own."""
    found = list(_WORD.finditer(text))
    if not found:
        return ()
    tags = _tagger().tag_sent([m.group(0).replace("’", "'") for m in found], taglevel=0)
    return tuple(
        Word(m.group(0), _quoted(m) or _kind(_dated(m), tag, m.start() == 0), m.start(), m.end())
        for m, tag in zip(found, tags, strict=True)
    )


def _quoted(found: re.Match[str]) -> str:
    """The kind of a word alone in quotation marks, which only names it; "" for any other."""
    around = found.string[found.start() - 1 : found.start()] + found.string[found.end() : found.end() + 1]
    return "N" if found[0].isalpha() and around in {'""', "“”"} else ""


def _dated(found: re.Match[str]) -> str:
    """The word, “May” before a day or a year as another month, as it is no verb there."""
    after = found.string[found.end() :]
    return "June" if found.group(0) == "May" and re.match(r" \d", after) else found.group(0)


def _kind(word: str, tag: str, first: bool) -> str:
    if _CALENDAR.fullmatch(word):
        return "N"
    if word.lower().replace("’", "'") in AUXILIARY and (first or word[0].islower()):
        return "A"
    if re.match(r"\$?\d", word):
        return "#"
    kind = _LETTER.get(tag, "N") if word[0].isalnum() else "K"
    if re.fullmatch(r"[A-Z]{2,}s", word):
        return "S"
    if kind == "R" and word.endswith("ity"):
        return "N"
    if kind in "PpRD#" and re.fullmatch(r"(?![IVX]+$)[A-Z]{2,}", word):
        return "N"
    if kind in "ZBVIE" and word[0].isupper() and not first:
        return "S" if word.endswith("s") else "N"
    return "O" if kind in "NS" and re.search(r"(?:['’]s|s['’])$", word) else kind


@lru_cache(maxsize=4096)
def leans(word: str) -> Lean:
    """What the word can be by itself, as tags of the corpus."""
    return dict(_tagger().tag_word(word, casesensitive=False))


UNSEEN = -30.0
"""The logarithmic probability of what a word was never seen to be."""


def rather(word: str, one: str, other: str) -> float:
    """How much likelier the word is the one than the other, as a difference of logarithms."""
    return leans(word).get(one, UNSEEN) - leans(word).get(other, UNSEEN)


_SHORT = re.compile(r"(?<![\w'’.@/-])[a-z]{2,5}(?![\w'’@/-])")
_MARKED = re.compile(
    r"\b(?!and/or\b|either/or\b)[A-Za-z]+/[a-z]+|\bw/|->|→|=>|(?<= )@(?= |\d)|(?<=\d)x(?= )|['’]\d\d\b|"
    r"\b(?:thru|til|tho|FYI|NB|btw|asap)\b|\bYE ?\d\d\b|\bp\d+\b|(?<= )[=+~#](?= ?[\w$])|--|\d(?:mm?|k|bn)\b"
)
_CUT = re.compile(r"(?!Mr|Ms|Mrs|Dr|St|Jr|Sr)[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}\b(?!\.? [A-Z])")
"""A first word without a vowel: “Bd approved”, “Chg in estimate”."""
NEVER_SEEN = -20.0
"""The logarithmic probability below which the tagger guesses at a word from its ending."""


def shorthand(text: str, comment: str, whole: bool = False) -> bool:
    """Whether the text holds marks of haste, or a short word that neither a corpus nor the comment has.

    In 237 real letters such words ("liab", "dtd") are 3 of 1,000 short ones, most of them headers. Of what was a
    `whole` sentence as it was typed they are shorthand only without a vowel: "kiln" is a word, "bd" is none.
    """
    strange = {w for w in _SHORT.findall(text) if max(leans(w).values()) < NEVER_SEEN}
    strange = {w for w in strange if not (whole and re.search(r"[aeiouy]", w))}
    marked = _CUT.match(text) or _MARKED.search(text)
    return bool(marked) or any(not re.search(rf"\b{w}", comment, re.I) for w in strange)


def begins_aside(text: str) -> bool:
    """Whether the text begins with a preposition or a conjunction, so that it names no thing: “for each year”."""
    return any(word.kind in "pUC" for word in words(text)[:1])


def heads_many(text: str) -> bool:
    """Whether the first noun of the text that no other noun follows is in the plural: “assumptions underlying it”."""
    said = words(text)
    after = [*(w.kind for w in said[1:]), ""][: len(said)]
    heads = (
        w.kind
        for w, then in zip(said, after, strict=True)
        if w.kind in "NS" and (not then or then not in "NS")
    )
    return next(heads, "") == "S"


def may_act(name: str) -> bool:
    """Whether a word of the name can be the verb of the one before it: “attrition runs”, “states tax”."""
    return any(_may_act(before.kind, word) for before, word in pairwise(words(name)))


def _may_act(before: str, word: Word) -> bool:
    seen = leans(word.low)
    in_s = word.kind in "SZ" and seen.get("VVZ", UNSEEN) > seen.get("NN2", UNSEEN) - _NEARLY
    return before in "NS" and (
        in_s or (before == "S" and word.kind in "NB" and bool(seen.keys() & {"VVB", "VVI"}))
    )


_NEARLY = 3.0
"""How much likelier, as a difference of logarithms, a word may be a plural that still can be a verb."""


def plain_form(verb: str) -> str:
    """The verb as it stands after “did not”: “took” -> “take”; "" where it was never seen as a verb."""
    lean = {tag: p for tag, p in leans(verb).items() if tag in {"VVD", "VVN", "VVZ", "VVB", "VVG"}}
    if not lean or max(lean.values()) <= NEVER_SEEN:
        return ""
    return str(_tagger().analyze(verb, pos=max(lean, key=lean.__getitem__))[0])
