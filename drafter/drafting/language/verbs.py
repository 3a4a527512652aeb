"""Verbs in a form that carries a sentence, told from plurals and participles by what stands beside them.

What a word is in its place is the tagger's reading (`tagging`); where that is known to waver (a plural or a verb in -s,
a participle or a past tense, a noun or a plain verb), the words beside it decide, and doubt is no verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from drafter.drafting.language.tagging import AUXILIARY, Word, leans, rather, words

INTRANSITIVE = frozenset(
    str.split(
        "increased decreased declined occurred remained exceeded resulted agreed represented totaled consisted ended "
        "expired continued changed moved entered opened closed followed improved related depended happened arrived "
        "proceeded succeeded failed belonged existed dropped worked stayed accounted amounted appealed averaged "
        "climbed commenced competed complied comprised deteriorated differed dipped doubled eased emerged equaled "
        "evolved fluctuated halved intensified jumped lagged lapsed lasted lived matured merged migrated narrowed "
        "objected opined outpaced peaked persisted plateaued plunged ranged reached rebounded recovered relocated "
        "reopened resigned responded resumed retired returned reverted shifted slipped slowed softened stabilized "
        "stalled started stopped strengthened surged tightened topped totalled tripled turned varied vested "
        "traded compressed spiked crept got attended switched abstained adjourned arose belonged ceased coincided "
        "collapsed concurred consented contributed culminated died disagreed elapsed flowed insisted intervened "
        "looked mattered opted persevered prevailed rested sat spoke stemmed stood subsided survived tended testified "
        "countered traveled underperformed waited withdrew yielded "
        "weakened widened grew rose fell went came relied participated applied voted appeared served"
    )
)
"""Past forms that say what a thing does and seldom what is done to it."""
_BARE_PLURALS = frozenset(
    str.split(
        "sales earnings operations systems securities savings goods rights services benefits news proceeds customs "
        "logistics communications claims"
    )
)
"""Plurals that stand before a noun as its part: “sales growth”."""
_TIME = re.compile(
    r"(?:each|every|last|next|this|that) (?:day|week|month|quarter|year|shift|season|summer|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b|"
    r"an? (?:day|week|month|quarter|year)\b|(?:the )?same (?:day|week|month|quarter|year)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[a-z]+ly)\b",
    re.I,
)
"""What tells when, and is no object."""
_FIGURED_BY = re.compile(r"\s+by (?:about |approximately |almost |nearly )?[$\d]")
"""“decreased by 4%”, where “by” names no doer."""
CLOSES = re.compile(
    r"\b(?:[Dd]eal|[Tt]ransaction|[Mm]erger|[Aa]cquisition|[Ss]ale|[Oo]ffering|[Ff]inancing|[Rr]ound|[Pp]lacement|IPO|"
    r"Series [A-Z]) $"
)
"""What closes by itself."""
_MOVED_BY = re.compile(r"\s+(?:[a-z]+ ){1,3}by (?:about |approximately |almost |nearly )?[$\d]")
"""What something moved and by how much: “reduced revenue by $6.3 million”."""
_BY_HOW_MUCH = re.compile(r"(?:over|under|mis)\w+ed \$?\d")
"""“Sales overstated $7.6 million”, where “by” is left out."""
_QUALIFIED = re.compile(r"J[#J]*[NS]")
"""The kinds of the words of a bare object: “reduced fiscal 2025 gross profit”."""
_RATHER_PAST = 2.0
"""How much likelier, in logarithms, a past form is than a participle, to be one: “stood”, “drove”, “fell”."""
_RATHER_VERB = 1.0
"""The same for a form in -s against a plural: “holds”, “represents”."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A word where it stands among the words of its text."""

    said: tuple[Word, ...]
    at: int
    text: str

    @property
    def word(self) -> Word:
        return self.said[self.at]

    @property
    def before(self) -> str:
        """The kinds of the words before it."""
        return "".join(w.kind for w in self.said[: self.at])

    @property
    def last(self) -> Word | None:
        """The word before it, adverbs passed over."""
        return next((w for w in reversed(self.said[: self.at]) if w.kind not in "Rx"), None)

    @property
    def next(self) -> Word | None:
        return self.said[self.at + 1] if self.at + 1 < len(self.said) else None

    @property
    def rest(self) -> str:
        return self.text[self.word.end :]

    def has_object(self) -> bool:
        """Whether what follows begins a thing that something is done to."""
        following = [w for w in self.said[self.at + 1 : self.at + 3] if not w.low.endswith("ly")]
        if not following or _TIME.match(self.text[following[0].start :]):
            return False
        first = following[0]
        sum_of = re.match(r"[A-Z]{2,3} ?\d", self.text[first.start :])
        figure = first.kind == "#" and not re.match(r"(?:19|20)\d\d\b(?! [a-z])", self.text[first.start :])
        return first.kind in "DP" or figure or bool(sum_of)

    def follows(self, kinds: str) -> bool:
        """Whether the next word is of one of those kinds, and not “of” or “by”."""
        return self.next is not None and self.next.kind in kinds and self.next.low not in {"of", "by"}

    def determined(self) -> bool:
        """Whether the text begins with an article or another word that a noun must follow."""
        return self.said[0].kind == "D" and self.said[0].low != "all"


def finite(text: str) -> Word | None:
    """The first word of the text in a form that carries a sentence; None where there is none.

    A clause that only qualifies a noun (“a report that covers”) is passed over.
    """
    main = _SUBORDINATE.split(re.sub(r"\([^()]*\)", lambda m: " " * len(m.group(0)), text))[0]
    said = words(main)
    if deed := _DEED.match(main):
        return next((w for w in said if w.start == deed.start("verb")), None)
    for at, word in enumerate(said):
        before = main[: word.start].rstrip()
        relative = _RELATIVE.search(before)
        heads = relative and relative.start() == 0 and before.lower().startswith(("that", "which", "who"))
        if relative and not (heads or _THERE_THAT.fullmatch(before)):
            continue
        if _carries(_Place(said, at, main)):
            return word
    return _cut_short(main, text) if len(main) < len(text) else None


def _cut_short(main: str, text: str) -> Word | None:
    """The verb of a clause that was cut at what is none: “Costs before the gate are expensed”, “title passes when”."""
    said = [w for w in words(text) if w.end <= len(main)]
    if len(said) >= SHORTEST and said[-1].kind == "Z" and said[-2].kind in "NP":
        return said[-1]
    if not said or said[-1].kind != "S" or not re.match(r" (?:before|after) (?:the|an?) ", text[len(main) :]):
        return None
    behind = [w for w in words(text) if w.start > len(main)]
    return next((w for last, w in pairwise(behind) if w.low in _OF_MANY and last.kind == "N"), None)


_DEED = re.compile(
    r"(?:[A-Z][\w’'-]*|(?:The|Our|Its|Both|Two|An?) [\w’'-]+)(?: [a-z]+)? (?P<verb>"
    r"(?:asked|pushed|pressed|bargained)(?= for\b)|(?:asked|bid|offered)(?= [$€£\d])|"
    r"put(?= (?!at|to|on|in|into|off|forward|aside|back|through|up|down|out|under|before|and|or)[a-z]+))\b"
)
"""What somebody did, and not what was done to him: “the buyer asked for 12 percent”, “engineers put the cost at”."""
_OF_MANY = frozenset({"are", "were", "have"})
"""What is said of many, so that the one thing behind “before” or “after” is not its subject."""


SHORTEST = 2
"""Words of a clause."""


_SUBORDINATE = re.compile(
    r"(?<=\w)\s(?:because|although|though|while|whereas|unless|until (?:the|it|they|we)\b|"
    r"since (?!\d|[A-Z]|fiscal\b)|so that|"
    r"how (?:the|we|it|they|our)\b|whether\b|(?:after|before|when|once|if) (?:the|it|they|we|an?)\b|"
    r"as there\b|since$)"
)
_RELATIVE = re.compile(
    r"(?:\b(?:(?<!for )(?<!of )(?<!in )(?<!on )(?<!by )(?<!before )(?<!after )(?<!under )"
    r"(?<!beyond )(?<!above )(?<!below )(?<!like )(?<!from )(?<!than )that|which|who|whom|whose|where)"
    r"(?: [a-z]+)?|\b(?:if|when|unless|as)(?! (?:\w+ed|shown|held)\b)(?: \w+){0,2})$"
)

_THERE_THAT = re.compile(r"(?:In|At|Under|For|With) [A-Z]\w+(?: [A-Z]\w+)* that")
"""A named place and what was just said, which is no relative: “In Nevada that needs a permit”."""


def _carries(place: _Place) -> bool:
    word = place.word
    if word.kind == "A":
        return not (place.at and place.said[place.at - 1].low == "to")
    if (
        word.said[0].isupper()
        or place.text[word.start - 1 : word.start] in {"-", "/"}
        or word.low in AUXILIARY
    ):
        return False
    judge = _JUDGES.get(word.kind)
    return judge is not None and _has_subject(place) and judge(place)


_STANDING = frozenset(
    str.split("this that these those each all both some most many none few half another it")
)
"""Determiners that can stand for a thing."""


def _has_subject(place: _Place) -> bool:
    last = place.last
    if last is None:
        return False
    ing = last.kind == "G" and place.word.kind == "Z"
    named = last.start > 0 and last.said[0].isupper()
    return ing or named or last.kind in "NSP#" or last.low in _STANDING or last.said in {")", ",", "”", '"'}


_UNTIL = frozenset({"to", "through", "until"})
"""How far what a verb says goes: “Contract runs to 2031”."""


def _in_s(place: _Place) -> bool:
    low = place.word.low
    if rather(low, "VVZ", "NN2") >= _RATHER_VERB:
        return "NN2" not in leans(low) or not place.next or place.next.low != "of"
    if place.word.kind == "Z" and place.follows("UW") and not place.before.startswith("p"):
        return True
    if (
        place.word.kind == "Z"
        and place.before in {"N", "JN", "NN"}
        and place.next
        and place.next.low in _UNTIL
    ):
        return True
    plain = "S" not in place.before and (place.determined() or place.follows("NSJ"))
    return place.has_object() or plain or place.before == "P"


def _plural_or_verb(place: _Place) -> bool:
    if place.word.low == "accounts" and place.next and place.next.low == "for":
        return True
    alone = "S" not in place.before and place.last is not None and place.last.kind in "NJ"
    quoted = place.last is not None and place.last.said in {"”", '"'}
    if (alone or quoted) and place.next is None and rather(place.word.low, "VVZ", "NN2") >= _RATHER_VERB:
        return True
    return alone and place.has_object() and (place.determined() or not place.follows("#"))


def _plain(place: _Place) -> bool:
    """“They go to”, and not “six months' notice to terminate”."""
    noun = "NN1" in leans(place.word.low) and place.before != "P"
    if place.word.low == "consist":
        return True
    if place.next is None and place.before.endswith("S") and "VVN" in leans(place.word.low):
        return False
    if place.next and (place.next.low == "of" or (noun and place.next.kind == "t")):
        return False
    return bool(re.search(r"[SPC]|D$" if "NN1" in leans(place.word.low) else r"[SPC]|[D#]$", place.before))


def _noun_or_verb(place: _Place) -> bool:
    last = place.last
    if last is None or last.kind != "S" or last.low in _BARE_PLURALS:
        return False
    plain = bool(leans(place.word.low).keys() & {"VVB", "VVI"})
    return (
        place.has_object() or (plain and place.follows("pR")) or (place.determined() and place.follows("S"))
    )


_TELLS = re.compile(
    r"(?:confirmed|said|stated|agreed|advised|noted|reported|represented|concluded|argued|found|held|decided|asked) "
    r"(?!by\b)(?:[^,;]+ )?that\b|passed to\b|asked in writing\b"
)
ENTERED = re.compile(r"\b(?:order|judgment|decree|injunction|ruling|plea|award)s? $", re.I)
"""What a court enters, and what does not enter by itself."""
_OF_PEOPLE = re.compile(
    r"^(?:the |our |its |all |both |most |some )?(?:[a-z]+ )?(?:share|stock|note|bond)?"
    r"(?:holders?|customers?|directors?|employees?|members?|lenders?|tenants?|officers?|"
    r"investors?|advis[eo]rs?|managers?|partners?|trustees?|executives?|clients?)\b[^,;]*? (?:left|joined|departed|"
    r"accepted|voted|declined|tendered|responded|objected|consented|exercised|redeemed|resigned)$",
    re.I,
)
"""What people do, however it is said how many: “holders of 44 percent accepted”."""


def tells_what(text: str) -> bool:
    """Whether the text begins with a past tense, not a participle: “confirmed in May that it will wait”."""
    return bool(_TELLS.match(text))


def _moves(place: _Place) -> bool:
    """Whether the thing does it: “the strike reduced revenue by $6 million”, “the deal closed”."""
    closes = place.word.low == "closed" and CLOSES.search(place.text[: place.word.start])
    return bool(closes or _MOVED_BY.match(place.rest))


def _past(place: _Place) -> bool:
    low, rest = place.word.low, place.rest
    if tells_what(f"{low}{rest}") or _OF_PEOPLE.match(place.text[: place.word.end]) or _moves(place):
        return True
    named = _OF_A_NAME.search(f"{place.text[: place.word.start]}{low}{rest[: len(' cash flows')]}")
    if named or (re.match(r"\s+by\b", rest) and not _FIGURED_BY.match(rest)):
        return False
    if place.has_object():
        return not _BY_HOW_MUCH.match(f"{low}{rest}")
    qualified = _QUALIFIED.match("".join(w.kind for w in place.said[place.at + 1 :]))
    if qualified and not _TIME.match(rest.lstrip()):
        return True
    if rather(low, "VVD", "VVN") >= _RATHER_PAST and not low.endswith("ed"):
        return True
    if low == "entered" and ENTERED.search(place.text[: place.word.start]):
        return False
    if low in INTRANSITIVE:
        return not STRANDED.match(rest)
    acted = _ACTOR.search(place.text[: place.word.start].rstrip()) and not re.match(
        r"\s+(?:in|to|of)\b", rest
    )
    return bool(acted) or (place.word.kind == "V" and place.follows("NS") and not _TIME.match(rest.lstrip()))


STRANDED = re.compile(
    r"\s+(?:on|upon|for|with|at|to|of|into|about)(?:\s*$|[,.;]|\s+(?:by|in|at|on|under|as|before|after|through|within|"
    r"with|during|between|when|once|twice|again|only|[a-z]+ly|(?:each|every) (?:day|week|month|quarter|year))\b)"
)
"""A preposition that has lost its noun to the passive: “accounted for by June”, “voted on”."""
_OF_A_NAME = re.compile(
    r"\b(?:year|half|quarter|months|weeks|period)s? ended(?! (?:with|in))|\bdiscounted cash|\bdivided by|\bweighted av",
    re.I,
)
"""Past forms that belong to a name: “the year ended May 31”, “discounted cash flow”, “income divided by sales”."""
_ACTOR = re.compile(
    r"\b(?:[Cc]ommittee|[Bb]oard|[Cc]ompany|[Mm]anagement|[Aa]uditors?|[Cc]ourt|[Jj]udge|[Ll]enders?|[Cc]ustomers?|"
    r"[Dd]irectors|[Ss]hareholders|[Ss]tockholders|CEO|CFO|CODM|FDA|EPA|SEC|[A-Z][a-z]+y [A-Z]|we|they|it|"
    r"[A-Z]\w+ (?:Partners|LLP|LLC|Advis[eo]rs|Associates|Group|Capital))$"
)
"""Who acts, so that a past tense after it is no participle."""


def _participle(place: _Place) -> bool:
    return _past(place) or ("VVB" in leans(place.word.low) and _noun_or_verb(place))


def _described(place: _Place) -> bool:
    """“Several landlords deferred rent”, “charterers direct where”: read as an adjective, but after a plural."""
    last, low = place.last, place.word.low
    if last is None or last.kind != "S":
        return False
    if low.endswith("ed"):
        return _past(place) or place.follows("NS")
    return bool(leans(low).keys() & {"VVB", "VVI"}) and (place.has_object() or place.follows("W"))


def _own(place: _Place) -> bool:
    """“We own 49% of it”, where the tagger reads a determiner."""
    return place.word.low == "own" and place.before == "P"


_JUDGES: dict[str, Callable[[_Place], bool]] = {
    "Z": _in_s,
    "S": _plural_or_verb,
    "B": _plain,
    "I": _plain,
    "N": _noun_or_verb,
    "V": _past,
    "E": _participle,
    "J": _described,
    "D": _own,
}
"""For each kind of word that can carry a sentence, whether it does so there."""


def is_clause(text: str) -> bool:
    """Whether the text has a verb that carries it as a sentence."""
    return finite(text) is not None
