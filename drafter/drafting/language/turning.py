"""The staff's "you" and counsel's "we" turned into the person of the letter, with the verb agreeing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from drafter.domain import MatterFile
from drafter.drafting.language.tagging import leans, words


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text names the company: as noun at first, as pronoun after that.

    `plural` says that its verbs take the plural form, as "we are".
    """

    noun: str
    noun_possessive: str
    subject: str
    object: str
    possessive: str
    plural: bool = False


WE = Voice("we", "our", "we", "us", "our", plural=True)
"""The filing's own person, and the letter's where the matter says so."""


def voice_of(matter: MatterFile) -> Voice:
    """The person of the letter: "we", or the defined term for the company and "it"."""
    if matter.person == "we":
        return WE
    noun = matter.term("company", "the Company")
    noun = "the Company" if noun.lower() == "we" else noun
    return Voice(noun, f"{noun}'s", "it", "it", "its")


_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[^A-Za-z]+")
_AFTER_OBJECT = frozenset(
    str.split(
        "to in on for with by at from of as under before after between into upon about than through within if"
        " the a an any each that more so pursuant because during throughout but"
    )
)
_BEFORE_OBJECT = frozenset(
    str.split(
        "to for with by of from on about against upon between "
        "toward towards at under allow allows allowed enable"
        " enables require requires required requiring permit "
        "permits permitted obligate obligates obligated take"
        " lead led cause causes caused give gives gave provide "
        "provides provided owe owed pay pays paid affect"
        " affects affected impact impacts impacted entitle entitles expose exposes"
    )
)
_AUXILIARIES = {
    "are": "is", "were": "was", "be": "is", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't",
    "haven't": "hasn't", "don't": "doesn't",
}  # fmt: skip
_UNCHANGING = frozenset(
    str.split(
        "why how what when where whether will would shall should can could may might must cannot "
        "did had made took gave was came saw found said told"
        " met held kept paid sold bought built left lost wrote "
        "drew grew knew began became chose led sent spent"
        " thought brought understood broke drove fell felt got "
        "went ran rose spoke stood won dealt meant sought is"
        " has does"
    )
)
_ADVERBS = frozenset(
    str.split(
        "also not never no longer currently still now then often always each both either further last first next most"
    )
)
_NO_ADVERBS = frozenset(str.split("rely apply supply comply reply imply multiply"))
_REGULAR_ED = frozenset(str.split("need exceed proceed succeed feed embed seed heed"))
_DETERMINERS = frozenset(
    str.split("the a an any your its such this that these those all each certain new our no")
)
_PAIRED = frozenset(
    str.split(
        "purchase sell use disclose include determine consider "
        "recognize report expect believe provide monitor"
        " calculate define exclude evaluate assess measure present "
        "record review classify derive earn generate own"
        " operate plan intend rely hold maintain offer manage "
        "identify describe discuss quantify engage apply treat"
        " account allocate state update file test perform control conduct sponsor enter have are do"
    )
)


_QUOTED = re.compile(r"(“[^“”]*”|(?<!\w)[\"“][^\"“”]*[\"”])")
"""What stands in quotation marks is somebody's words and is not turned."""


def turn(text: str, voice: Voice, known: bool = False) -> str:
    """The text with "you" and "your" turned into `voice`, and the staff's "us" and "our" into the Staff.

    `known` says that the company was named just before, so that a pronoun will do from the start.
    """
    text = re.sub(r"\byour company\b", "the company", text)
    if not voice.plural:
        text = re.sub(r"\bthe company\b", voice.noun, text)
    else:
        text = re.sub(r"\bthe company['’]s\b", "your", text)
        text = re.sub(rf"\b({'|'.join(sorted(_BEFORE_OBJECT))}) the company\b", r"\1 you", text)
    turned: list[str] = []
    for quoted, part in enumerate(_QUOTED.split(text)):
        turner = _Turner(part, voice, known)
        turned.append(part if quoted % 2 else turner.turned())
        known = turner.known
    return "".join(turned)


_OTHER_COMPANY = (
    r"\b(?:holding|parent|operating|shell|target|portfolio|insurance|management|trust|blank check|acquired) "
)
_ANY = r"(?P<any>\b(?:an?|any|each|every|such|another|other|one|no|that|per) )"
"""What makes “company” and “registrant” one of many."""
_KIND = re.compile(_OTHER_COMPANY, re.I)
"""What makes “company” a kind of company and not this one."""


def turn_own(text: str, voice: Voice, comment: str = "") -> str:
    """Counsel's "we", "us" and "our" turned into `voice`: in the notes they mean the company.

    So does “the client”, unless the `comment` speaks of the company's own clients. Quotations are left as they are.
    """
    kept = _QUOTED.split(text)
    if len(kept) > 1:
        return "".join(k if n % 2 else _turned_own(k, voice, comment) for n, k in enumerate(kept))
    return _turned_own(text, voice, comment)


_FURTHER = re.compile(
    r"(?P<we>\b[Ww]e (?:(?!, (?:but|so|and the)|[;:]|\b(?:that|which|who|they|it|there|he|she)\b).){2,90}?,? and) "
    r"(?P<be>were|are|have)\b"
)
"""A further verb of the company: “We applied in 2023 and were turned down”."""
_ONE = {"were": "was", "are": "is", "have": "has"}
_FURTHER_ONE = re.compile(_FURTHER.pattern.replace("were|are|have", "was|is|has"))
_SEVERAL = {one: several for several, one in _ONE.items()}


def _in_series(text: str) -> str:
    """The text, the further verbs of “we hire them, approve the budgets, and bill and collect” as one company's."""
    found = list(re.finditer(r"\b[Ww]e (?=[a-z])", text))
    for we in reversed(found):
        said = [w for w in words(text) if w.start >= we.end()]
        end = next((n for n, w in enumerate(said) if w.kind in _ENDS_SERIES or w.low == ";"), len(said))
        said = said[:end]
        if not said or said[0].kind != "B" or said[0].low in _ONE:
            continue
        heads = [w for before, w in pairwise(said) if before.low in _JOINS and w.kind in "IB"]
        heads += [
            a for k, o, a, b, c in zip(said, said[1:], said[2:], said[3:], said[4:], strict=False)
            if (k.low, o.low, b.low, a.kind) == (",", "and", "and", "N") and c in heads
        ]  # fmt: skip
        for head in sorted(heads, key=lambda w: -w.start):
            text = f"{text[: head.start]}{third_person(head.said)}{text[head.end :]}"
    return text


_JOINS = frozenset({",", "and", "or"})
_ENDS_SERIES = "PWt"
"""The kinds of words behind which a verb is another's: another subject, “which” or “when”, and “to”."""


def _turned_own(text: str, voice: Voice, comment: str) -> str:
    if not voice.plural:
        text = _FURTHER.sub(lambda m: f"{m['we']} {_ONE[m['be']]}", _in_series(text))
    theirs = re.search(r"\b(?:clients?|client-\w+)\b", comment, re.I)
    said = r"[Ww]e|WE" if voice.plural else r"[Ww]e|WE|[Uu]s"
    yours = re.sub(r"\bour\b", "your", re.sub(rf"\b(?:{said})\b", "you", text), flags=re.I)
    named = re.sub(
        rf"(?:{_OTHER_COMPANY})[Cc]ompany\b|(?<!-){_ANY}?\b(?:[Tt]he )?(?:[Cc]ompany|[Pp]artnership|[Rr]egistrant|"
        r"[Cc]lient)\b(?!-| [A-Z]\b)",
        lambda m: m.group(0) if _not_this_company(m, bool(theirs)) else "the Company",
        yours,
    )
    if not voice.plural:
        noun = voice.noun.removeprefix("the ")
        return turn(re.sub(r"\bthe Company\b", f"the {noun}", named), voice)
    turned = turn(re.sub(r"\b[Uu]s\b", _OURSELVES, named), voice)
    ours = _plural(re.sub(r"\bthe Company's\b", "our", turned)).replace(_OURSELVES, "us")
    return _FURTHER_ONE.sub(lambda m: f"{m['we']} {_SEVERAL[m['be']]}", ours)


_WITH_INFINITIVE = frozenset(str.split("have expect plan intend propose hope want need seek aim agree"))
"""Verbs behind which “to” opens what is done, so that a verb joined to that is done as well."""
_OURSELVES = "\ue000"
"""Stands for counsel's “us” in a letter that says “we”, as in the comment the word means the staff."""


def _not_this_company(found: re.Match[str], own_clients: bool) -> bool:
    """Whether the noun is a kind of company, one of many, an “emerging growth company”, or the company's client."""
    said = found.group(0)
    bare = not re.match(r"the\b", said, re.I)
    before = re.search(r"(\w+)[ ]$", found.string[: found.start()])
    named = bare and before is not None and before[1].lower() not in _BEFORE_BARE
    return bool(
        _KIND.match(said) or found["any"] or named or (own_clients and said.lower().endswith("client"))
    )


_BEFORE_BARE = frozenset(
    str.split(
        "and or but that if when while because as since until unless though although so then where which by to of for "
        "from with at in on than whether before after under between per via says said what how why"
    )
)
"""Words after which “company” without an article is the company of the letter: “agreed that company will revise”."""


_BEHIND_OBJECT = frozenset(str.split("in on at for from by after before until as under through and or"))
"""Words behind the company where it is what something was done to: “he joined the Company in 2021”."""


def _plural(text: str) -> str:
    def we(found: re.Match[str]) -> str:
        before, verb = text[: found.start()].rsplit(" ", 2)[-2:], found["verb"]
        object_ = verb in _BEHIND_OBJECT and before[-1:] == [""] and before[0][-2:] == "ed"
        if object_ or (before and before[0].lower() in _BEFORE_OBJECT | {"with"}):
            return f"us {verb}"
        return f"we {found['adverb'] or ''}{base_form(verb)}"

    text = re.sub(
        r"\b[Tt]he Company (?P<adverb>(?:no longer|also|never|now|[a-z]+ly) )?(?P<verb>\w+)", we, text
    )
    return re.sub(r"\b[Tt]he Company\b", "us", text)


def base_form(verb: str) -> str:
    """The plural form of a third-person verb: "sets" -> "set", "has" -> "have"; others as they are."""
    back = {"is": "are", "was": "were", "has": "have", "does": "do"}
    if verb in back:
        return back[verb]
    if verb in _UNCHANGING or not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ss|x|ch|sh|zz)es$", verb) else verb[:-1]


def third_person(verb: str) -> str:
    """The form after "it": "purchase" -> "purchases", "are" -> "is"; a past or modal verb as it is."""
    low = verb.lower()
    if low in _AUXILIARIES:
        return _AUXILIARIES[low]
    past = (low.endswith("ed") and low not in _REGULAR_ED) or _only_past(low)
    if low in _UNCHANGING or past or low.endswith("ing") or re.search(r"[cpt]ts$|[lnr]ds$", low):
        return verb
    if re.search(r"(?:s|x|z|ch|sh|o)$", low):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", low) else f"{verb}s"


def _only_past(verb: str) -> bool:
    """Whether the verb is a past form and no plain one: “lent”."""
    return "VVD" in leans(verb) and not leans(verb).keys() & {"VVB", "VVI"}


_PAST = re.compile(
    r"\b(?:in|on|during|since) (?:(?:early|late|mid)[ -]|the \w+ (?:quarter|half) of |fiscal |[A-Z][a-z]+ (?:\d+, )?)?"
    r"20\d\d\b|\bago\b|\blast (?:year|quarter|month)\b"
)
"""A time that shows that what may be past is: “put up $2 million in May 2025”."""


_STAFF = {"us": "the Staff", "our": "the Staff's", "we": "the Staff"}
_OF_STAFF = frozenset(
    str.split(
        "comment comments letter letters review prior previous earlier last request understanding staff concern"
    )
)
"""What is the staff's where it says “our”."""


_THING = re.compile(r"\byou\b[^,;:.]{1,80} it\b(?! (?:is|was|would be) [a-z]+ (?:to|that|for)\b)")
"""A thing that the staff calls “it” behind the company, which needs its name then: “what led you to change it”."""


class _Turner:
    def __init__(self, text: str, voice: Voice, known: bool) -> None:
        self.tokens = _WORD.findall(text.replace("’", "'"))
        self.voice, self.known = voice, known
        self.apart = not voice.plural and bool(_THING.search(text))

    def turned(self) -> str:
        for at, word in enumerate(self.tokens):
            low = word.lower()
            if low in {"you", "your", "yours", "yourself", "yourselves"}:
                self.tokens[at] = self.company(at, low)
            elif low in _STAFF and word != "US" and not self.is_own(at, low):
                self.tokens[at] = _STAFF[low]
        return "".join(self.tokens)

    def is_own(self, at: int, word: str) -> bool:
        """Whether “our” and “us” are the company's own, turned before: “our revenues”, “the effect on us”."""
        if not self.voice.plural:
            return False
        before, after = self.word(at, -1)[1], self.word(at, 1)[1]
        return after not in _OF_STAFF if word == "our" else word == "us" and before in {"on", "of", "for"}

    def company(self, at: int, word: str) -> str:
        first, self.known = not self.known, True
        if word in {"your", "yours"}:
            ours = self.voice.noun_possessive if first else self.voice.possessive
            return f"{ours} disclosure" if word == "yours" else ours
        if self.apart:
            first, self.apart = True, False
        if word != "you":
            return "ourselves" if self.voice.plural else "itself"
        if self.is_object(at):
            return self.voice.noun if first and not self.voice.plural else self.voice.object
        if not self.voice.plural:
            self.agree(at)
        return self.voice.noun if first else self.voice.subject

    def word(self, at: int, step: int) -> tuple[int, str]:
        """The next word in that direction, unless a comma or other mark stands between."""
        at += step
        while 0 <= at < len(self.tokens):
            if self.tokens[at][0].isalpha():
                return at, self.tokens[at].lower()
            if self.tokens[at].strip():
                return -1, ""
            at += step
        return -1, ""

    def is_object(self, at: int) -> bool:
        following, before = self.word(at, 1)[1], self.word(at, -1)[1]
        if before in _BEFORE_OBJECT:
            return following not in _AUXILIARIES or before in {"to", "for", "with", "by", "of"}
        return not following or following in _AFTER_OBJECT

    def agree(self, at: int) -> None:
        before = self.word(at, -1)
        if before[1] in _AUXILIARIES:
            self.tokens[before[0]] = _AUXILIARIES[before[1]]
            return
        verb = self.word(at, 1)
        while verb[1] in _ADVERBS or (verb[1].endswith("ly") and verb[1] not in _NO_ADVERBS):
            verb = self.word(verb[0], 1)
        if (
            verb[0] >= 0
            and not ("VVD" in leans(verb[1]) and _PAST.search("".join(self.tokens[verb[0] :])))
            and verb[1] not in {"and", "or"}
            and before[1] not in {"did", "will", "would", "should", "could", "can", "may"}
        ):
            self.tokens[verb[0]] = third_person(self.tokens[verb[0]])
            if verb[1] not in _UNCHANGING and not verb[1].endswith("ed"):
                self.agree_pair(verb[0], verb[1])

    def agree_pair(self, at: int, first: str) -> None:
        """The second verb of “you purchase or sell” agrees as well, and of “you have taken and plan to take”."""
        auxiliary = first in _AUXILIARIES and first != "have"
        for _ in range(12):
            at, word = self.word(at, 1)
            if at < 0 or (word == "to" and first in _WITH_INFINITIVE):
                return
            if word in {"or", "and"}:
                second, verb = self.word(at, 1)
                after = self.word(second, 1)[1] if second >= 0 else ""
                leads = after in _DETERMINERS or (after == "to" and verb in {"plan", "intend", "expect"})
                if not auxiliary and verb in _PAIRED and (leads or self.next_to(at)):
                    self.tokens[second] = third_person(self.tokens[second])
                return

    def next_to(self, conjunction: int) -> bool:
        before = self.word(conjunction, -1)
        return before[0] >= 0 and self.word(before[0], -1)[1] in {
            "it",
            self.voice.noun.split()[-1].lower(),
            "you",
        }
