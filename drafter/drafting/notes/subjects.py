"""Clauses whose subject is left out, given one: “Gets the report monthly”, “Accepted May 21”, “Not filing”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.language.articles import Setting, many
from drafter.drafting.language.being import MONTHS, be, holds, pronoun
from drafter.drafting.language.casing import raised
from drafter.drafting.language.tagging import Word, heads_many, leans, plain_form, rather, words
from drafter.drafting.language.turning import base_form
from drafter.drafting.language.undergoing import Undergoer, actor, done_by, undergoer
from drafter.drafting.language.verbs import STRANDED, finite, is_clause
from drafter.drafting.notes.fragments import TURNS

_ITS_OWN = frozenset(
    str.split("will would can cannot relies uses uses have do intends plans expects proposes")
)
"""Verbs that a note uses of the company where it names nobody."""
_MODAL = frozenset(str.split("will would should must may can cannot could"))
_IN_S = frozenset(
    str.split(
        "covers includes excludes owns holds shows sells pays reports seeks vests runs uses sits exceeds contains"
    )
)
"""Verbs that the tagger takes for plurals at the head of a text."""
_SUIT = re.compile(r"\b(?:class action|lawsuit|complaint|action|suit|petition|litigation)\b", re.I)
_PERSON = re.compile(
    r"^(?P<who>The (?:[a-z]+ ){0,3}(?:maker|officer|CODM|CEO|CFO|CISO|president|controller|committee|board|"
    r"auditor))\b"
)
_PERSONAL = frozenset({"gets", "receives", "uses", "reviews", "reports", "holds", "has", "approves"})
"""What a person does rather than a thing."""


def acting(text: str, setting: Setting, before: str) -> str:
    """The clause with who acts before its verb; "" where it begins with none, or has its subject."""
    first = words(text)[:1]
    if not first or not _carries(text, first[0]) or (first[0].kind != "A" and _is_noun(text)):
        return ""
    verb, rest = first[0].low, text[first[0].end :].strip()
    if not rest or re.match(r"(?:there|it|we|they|by(?! itself))\b(?! \w+ed)", rest):
        return ""
    if verb in _MODAL and re.match(r"(?:not )?be\b", rest):
        return f"{pronoun(before) if before else 'This'} {verb} {rest}"
    if verb == "do":
        return ""
    subject = "They" if verb in {"are", "were", "have"} else _subject(verb, rest, setting, before)
    return f"{subject} {base_form(verb) if subject == 'They' else verb} {rest}"


def _is_noun(text: str) -> bool:
    """Whether the first word is what the second says something of: “Remodels stay”, “Cancels netted”."""
    second = words(text)[1:2]
    if not second or not second[0].said.islower() or second[0].low in {"in", "out", "up", "down"}:
        return False
    return second[0].kind in "VEBI" or rather(second[0].low, "VVB", "NN1") > 0


def _carries(text: str, verb: Word) -> bool:
    if verb.kind == "A":
        return True
    dated = verb.low.endswith("s") and "VVZ" in leans(verb.low) and _BEFORE_DAY.match(text[verb.end :])
    in_s = dated or verb.low in _IN_S or (verb.kind == "Z" and rather(verb.low, "VVZ", "NN2") >= 0)
    return third(text) or (in_s and finite(text) is None)


_BEFORE_DAY = re.compile(rf" (?:(?:on|in|by|until|through|to) )?(?:{MONTHS}|(?:19|20)\d\d)\b")
"""A time right behind a verb: “Ends May 31, 2041”."""


def third(text: str) -> bool:
    """Whether the text begins with a verb in the third person and its particle: “leaves out”, “takes off”."""
    found = _WITH_PARTICLE.match(text)
    return found is not None and "VVZ" in leans(found[1].lower())


_WITH_PARTICLE = re.compile(r"([A-Za-z][a-z]+s) (?:out|off|away)\b(?! (?:of|at|on|in)\b)")


def _subject(verb: str, rest: str, setting: Setting, before: str) -> str:
    """Who does what a note without a subject says: what the comment says it of, else the company or it."""
    if verb in _ITS_OWN:
        return "The Company"
    if verb in {"alleges", "seeks"} and (suit := _SUIT.search(setting.comment)):
        return f"The {suit.group(0)}"
    if verb in {"did", "has", "had"} and not before:
        return "The Company"
    stem = {"does": r"(?:applies|does|includes|covers)"}.get(verb, verb)
    if said := re.search(rf"\b(the [a-z]+) {stem}\b", setting.comment):
        return raised(said.group(1))
    if named := "" if before else actor(verb, setting.comment):
        return raised(named)
    if (person := _PERSON.match(before)) and verb in _PERSONAL:
        return raised(person["who"])
    return pronoun(before)


def _known(done: str, rest: str, denial: str, setting: Setting) -> str:
    """What was done to what the comment says it of, to what it quotes, or to the company; "" for none of them."""
    if re.search(rf"\byou (?:(?:have|had) been|were|are) (?:ever )?{done}\b", setting.comment):
        return f"The Company has {denial + ' ' if denial else ''}been {done} {rest}".strip()
    if found := undergoer(done, setting.comment):
        return _undergone_by(found, done, rest, denial)
    named = None if rest else _QUOTED.search(setting.comment)
    return f"The {named['what']} has been {done}" if named else ""


def _undergone_by(found: Undergoer, done: str, rest: str, denial: str) -> str:
    """The thing of the comment with what was done to it, now or once as the comment has it."""
    subject, several = raised(found.named), many(found.named) or heads_many(found.named)
    said = f"{_WRITTEN.get(done, done)} {rest}".strip()
    if denial == "never":
        return f"{subject} {'have' if several else 'has'} never been {said}"
    if found.any and denial == "not":
        subject, denial = raised(re.sub(r"^(?:any|an?) ", "no ", found.thing)), ""
    dated = not holds(done, rest) and be("It", done, rest) != "is"
    form = ("are" if several else "is") if found.now and not _DAY.search(rest) else ""
    past = be(found.named, done, rest)
    form = form or (("were" if several else "was") if dated and "been" not in past else past)
    return " ".join(filter(None, [subject, form, denial, said]))


_DAY = re.compile(rf"\b(?:{MONTHS}) \d|\b(?:19|20)\d\d\b|\bago\b")


def undergone(text: str, setting: Setting, before: str) -> str:
    """A participle without its subject: “Reviewed quarterly” -> “It is reviewed quarterly”; "" for anything else."""
    said = words(text)
    at = next((n for n, word in enumerate(said) if not _LEADS.match(word.low)), len(said))
    led = " ".join(word.low for word in said[:at])
    denied = led in {"not", "never"}
    if len(said) <= at or not _done(said[at]) or _says_more(text[said[at].end :]):
        return ""
    done, rest = said[at].low, text[said[at].end :].strip()
    if _qualifies(said, at) or re.match(r"[,:](?!.*\b(?:was|were|is|are)\b)", rest):
        return ""
    if who := re.search(
        rf"\b(?P<who>(?:the|your) (?:[a-z]+ ){{0,2}}(?:committee|board|agent|counsel|auditor|firm)) {done}\b",
        setting.comment,
    ):
        return f"{raised(who['who'].replace('your', 'its'))} {done} {rest}".strip()
    if not (denied or re.match("un(?!der)", done)) and _object(done, said[at + 1 :], rest):
        of_now = (found := undergoer(done, setting.comment)) is not None and found.now
        other = "" if before else done_by(done, setting.comment)
        subject = "It" if _PERSON.match(before) else raised(other.replace("your ", "the ")) or "The Company"
        return "" if of_now else " ".join(filter(None, [subject, led, _WRITTEN.get(done, done), rest]))
    rest = _when(rest)
    return ("" if before else _known(done, rest, led, setting)) or _of_it(done, rest, led, setting, before)


_LEADS = re.compile(r"(?:not|never|since|now|already|still|also|later|\w{3,}ly)$")
"""What may stand before a participle alone: “Already shown”, “Inadvertently left out”."""
_SUM_APART = re.compile(
    r"(?<!,)(?<! of)(?<! for)(?<! at)(?<! to)(?<! by)(?<! from)(?<! over)(?<! under)(?<! about)(?<! in)(?<! than)"
    r"(?<!approximately)(?<! and)(?<! or) \$\d"
)
"""A sum that no word leads to, so that the participle only qualifies it: “Approved to date $412 million”."""


def _of_it(done: str, rest: str, denial: str, setting: Setting, before: str) -> str:
    """What was done to the thing that the sentence before names, or that the whole note is about."""
    suit = _SUIT.search(setting.comment) if done == "filed" else None
    before = "" if before.endswith(".") and not is_clause(before) else before
    unknown = denial == "not" and not before and not (_DAY.search(rest) or holds(done, rest))
    if unknown or (before and not is_clause(before)) or _SUM_APART.search(f"{done} {rest}"):
        return ""
    subject = f"The {suit.group(0)}" if suit else pronoun(before) if before else "This"
    if done in TURNS and denial not in {"not", "never"} and not STRANDED.match(f" {rest}"):
        figured = re.match(r"(?:about |some |over )?\d", rest)
        return "" if figured else " ".join(filter(None, [subject, denial, done, rest]))
    first, *others = be(subject, done, re.split(r"[,;:](?! (?:19|20)\d\d)", rest)[0], denial).split()
    return " ".join(filter(None, [subject, first, denial, *others, done, rest]))


_QUOTED = re.compile(r"\b(?:this|the) (?P<what>statement|claim|phrase|sentence|reference|assertion|term)\b")
"""What the comment asks to have supported or removed."""
_WRITTEN = {"booked": "recorded"}


_DEEDS = frozenset(
    str.split("invited asked contacted called visited hired engaged consulted notified surveyed interviewed")
)
"""What the company does with people, whom a note names without an article: “Invited holders of 63 percent”."""


def deed(text: str, _: Setting, before: str) -> str:
    """What the company did to people or with them, or what came of a thing: “Invited holders of 63 percent”, “Became
    probable in May”; "" for anything else.
    """
    if became := _BECAME.match(text):
        return f"{pronoun(before)} {became[0].lower()}{text[became.end() :]}"
    first, second = [*words(text)[:2], None, None][:2]
    if first is None or second is None or not _done(first):
        return ""
    done, rest = first.low, text[first.end :].strip()
    people = second.kind == "S" and second.said.islower()
    with_whom = done in {"signed", "met", "spoke"} and re.match(r"with [A-Z]", rest)
    alone = done in {"applied", "opted", "agreed"} and re.match(rf"(?:to|for|in|on|with)\b|{MONTHS}", rest)
    return f"The Company {done} {_when(rest)}" if (done in _DEEDS and people) or with_whom or alone else ""


_BECAME = re.compile(r"(?:Became|Remained|Proved|Turned|Came|Went|Fell|Rose|Grew) (?=[a-z])")
"""Pasts that are no participle and begin no name."""


def begins_with_verb(text: str) -> bool:
    """Whether the text is a clause whose subject is left out: “Slipped in the changeover”, “Covers 2022”."""
    said = words(text)
    if not said or text.startswith("[") or _qualifies(said, 0):
        return False
    return _carries(text, said[0]) or (_done(said[0]) and not _says_more(text[said[0].end :]))


def _qualifies(said: Sequence[Word], at: int) -> bool:
    """Whether the participle there belongs to the noun behind it: “expected value”."""
    following = said[at + 1 : at + 2]
    if not following or following[0].kind not in "NSJG":
        return False
    if _names(said[at:]):
        return True
    return following[0].said[0].islower() or bool(re.fullmatch(r"[A-Z]{2,}s", following[0].said))


def _names(said: Sequence[Word]) -> bool:
    """Whether a participle with capitalized words behind it is a name that a verb follows: “Adjusted Debt fell”."""
    end = next((at for at, word in enumerate(said) if not word.said[0].isupper()), len(said))
    return 1 < end < len(said) and (said[end].kind in "AVZ" or rather(said[end].low, "VVZ", "NN2") > 0)


def _done(word: Word) -> bool:
    """Whether the word at the head of a clause is a participle, also where it is read as a quality: “renewed”."""
    if "-" in word.low:
        return False
    if (
        word.low.endswith("ed")
        and word.kind in "EVJ"
        and word.low not in {"limited", "united", "combined", "adjusted"}
    ):
        return bool(leans(word.low).keys() & {"VVN", "VVD"})
    return word.kind in "EV" and "VVN" in leans(word.low)


def _says_more(rest: str) -> bool:
    """Whether the words after the participle have a verb of their own, so that it only qualifies their noun."""
    main = re.split(
        r",? (?:whether|that|which|who|when|if|so|and|as|until|because|after|before|since) |[,;:]", rest
    )[0]
    return finite(f"x {main.strip()}") is not None


_OF_MONEY = frozenset(
    str.split(
        "accrued booked paid recorded recognized spent received capitalized expensed reserved borrowed repaid invested "
        "bought sold raised wrote charged contributed collected deposited disbursed earned incurred lost owed "
        "transferred saved moved impaired released reversed deferred amortized remitted refunded advanced lent"
    )
)
"""What the company does with money: “Accrued $2.2 million”."""


def _object(said: str, following: tuple[Word, ...], rest: str) -> bool:
    """Whether something follows that somebody did it to: “Asked Holbrook”, “Accrued $2.2 million”."""
    if not following or re.match(
        rf"(?:{MONTHS}|(?:19|20)\d\d(?! as\b)|(?:all|each|this|every|the) (?:week|month|year|quarter))\b",
        rest,
    ):
        return False
    first = following[0]
    if first.said[0].isupper():
        return first.kind in "NS" and not re.match(r"(?:Form|Exhibit|Item|Level|[NSEW]\.D|D)\b", rest)
    if first.said.startswith("$") and said not in _OF_MONEY:
        return False
    counted = first.kind == "#" and re.match(r"[\w,]+ (?:times|years|months|weeks|days)\b", rest)
    bare = first.kind == "#" and len(following) > 1 and following[1].kind == "p" and following[1].low != "of"
    if bare and "$" not in first.said and following[1].low != "as":
        return False
    return first.kind in "DP#" and not counted and first.low not in {"each", "every", "both", "half"}


def _when(rest: str) -> str:
    rest = re.sub(rf"^(?=(?:{MONTHS}) \d{{1,2}}\b)", "on ", rest)
    return re.sub(
        rf"^(?=(?:{MONTHS}) (?:19|20)\d\d|(?:19|20)\d\d(?:$|[.,;]| (?:by|with|at|for|in)\b))", "in ", rest
    )


def under_way(text: str, _: Setting, __: str) -> str:
    """What the company is doing, or not: “Not filing it”, “Dropping it”, “Using a binomial model”; "" for others."""
    said = words(text)
    denied = bool(said) and said[0].low == "not"
    at = 1 if denied else 0
    if len(said) <= at or not said[at].low.endswith("ing") or finite(text):
        return ""
    following, rest = said[at + 1 :], text[said[at].end :].strip()
    thing = following and following[0].kind in "DP"
    if said[at].low in _NO_DEED or not thing:
        return ""
    plain = plain_form(said[at].low)
    if not plain:
        return ""
    if said[at].low == "using":
        return f"The Company uses {rest}"
    if denied:
        return f"The Company does not propose to {plain} {rest}"
    return f"The Company is {said[at].low} {rest}"


_NO_DEED = frozenset(
    str.split("having being including excluding starting beginning depending following during according")
)
