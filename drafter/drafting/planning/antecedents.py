"""What a pronoun of the staff stands for: the object of the request before, or what the comment counts before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.domain import Request
from drafter.drafting.language.being import MONTHS
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.causes import UNNAMED, causes
from drafter.drafting.language.clauses import asked
from drafter.drafting.language.salient import behind, things
from drafter.drafting.language.tagging import Word, words
from drafter.drafting.language.together import together
from drafter.matters import sentences

_ALL = re.compile(
    r"(?:this|the above|the foregoing|that|such) information\b|(?:these|those) (?:matters|items)\b", re.I
)
_FOR_US = re.compile(r"^(?:for|to) us\W* ")
LONGEST = 45
"""Words of what was asked before that is said over again."""


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


_SAME_THING = re.compile(r"(?:this|that|these|those|such) (?P<noun>[a-z]+)$", re.I)
_GONE_BY = re.compile(r" (?:in|for|at|as of) (?:fiscal )?(?:[A-Z][a-z]+ \d+, )?(?:19|20)\d\d\b")


def asked_again(before: Sequence[Request], thing: str) -> str:
    """The thing, “that amount” as what a request before asked for by that noun, without its days and years."""
    found = _SAME_THING.fullmatch(thing)
    named = re.compile(rf"(?:.*[, ])?(?P<what>the {found['noun']} (?:of|by|at|to|due) .+)") if found else None
    names = [m["what"] for r in before if named and (m := named.fullmatch(asked(r)))]
    return _GONE_BY.sub("", names[-1]) if names else thing


_POINTER = frozenset({"this", "that", "these", "those", "such"})
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_SAYING = frozenset(
    str.split("statement assertion claim opinion belief conclusion sentence phrase characterization")
)
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
LONGEST_NAME = 12
"""Words of a name that stands for a pointing word."""
LONGEST_QUOTE = 25
"""Words of a quotation that is said over again."""


def named_again(thing: str, comment: str, start: int) -> str:
    """The thing, each “this” and “these” with its noun as what it points to in the comment before the request."""
    before = sentences(" ".join(comment.split()[:start]))
    if not before or not re.search(r"\b(?:this|that|these|those|such)\b", thing):
        return thing
    said, done, at = words(thing), [], 0
    for n, word in enumerate(said):
        head = _pointed_head(said, n) if word.start >= at else ()
        series = head and head[-1].low in _CAUSES and not n
        name = _pointed_to(head[-1].low, before) if head and not series else ""
        if name and not {w.low for w in head[:-1]} - set(re.findall(r"[\w-]+", name.lower())):
            after = next(iter(said[n + 1 + len(head) :]), word)
            again = after.kind == "p" and "“" not in name
            done += [thing[at : word.start], name.split(f" {after.low} ")[0] if again else name]
            at = head[-1].end
    return "".join([*done, thing[at:]])


def _points(said: Sequence[Word], at: int) -> bool:
    """Whether that “that” stands before its noun and begins no clause: “the extent of that relationship”."""
    alone = not at and all(w.kind in "NJEKp" for w in said[1:])
    return alone or (at > 0 and (said[at - 1].kind == "p" or said[at - 1].low in {"how", "why", "whether"}))


def _head(said: Sequence[Word]) -> Sequence[Word]:
    """The noun behind the pointing word with what stands before it; nothing where a clause tells which it is."""
    count = next((n for n, w in enumerate(said) if w.kind not in "NSJE"), len(said))
    after = said[count].low if count < len(said) else ""
    last = said[count - 1] if count else None
    whole = (
        last and (last.kind in "NS" or last.low in _MEASURING) and after not in {"that", "which", "who", "of"}
    )
    return said[:count] if whole else ()


def unpointed(sentence: str, before: str) -> str:
    """The sentence, “these transactions” that nothing before it names as a blank for what they are."""
    said = words(sentences(sentence)[0]) if sentence else ()
    for n, word in enumerate(said):
        head = _pointed_head(said, n)
        above = f"{before} {sentence[: word.start]}".lower()
        if not head or head[-1].low in {"date", "time"} or above.count("[") > above.count("]"):
            continue
        if head[-1].low.rstrip("s") not in above:
            end = head[-1].end
            what = lowered(sentence[word.start : end])
            return f"{sentence[: word.start]}[●: description of {what}]{sentence[end:]}"
    return sentence


def _pointed_head(said: Sequence[Word], at: int) -> Sequence[Word]:
    """The noun that the pointing word there stands before, with its modifiers; nothing where it stands before none."""
    word = said[at]
    if word.low not in _POINTER or (at and said[at - 1].low in _ONE_OF_MANY):
        return ()
    head = _head(said[at + 1 :])
    fits = head and (word.low == "such" or (head[-1].kind == "S") == (word.low in {"these", "those"}))
    return head if fits and (word.low != "that" or _points(said, at)) else ()


def _pointed_to(noun: str, before: Sequence[str]) -> str:
    """What the noun points to in the sentences before: a quotation, or the same noun with its modifiers."""
    if noun == "statements" or re.fullmatch(r"m(?:easure|etric)s?", noun):
        return ""
    quoted: list[str] = _QUOTED.findall(" ".join(before[-2:]))
    if noun in _SAYING:
        fits = len(quoted) == 1 and len(quoted[0].split()) <= LONGEST_QUOTE
        said = _STATES.match(before[-1]) if noun in {"statement", "assertion", "claim", "belief"} else None
        if said and not quoted and len(said["what"].split()) <= LONGEST_QUOTE:
            return f"the {noun} that {said['what'].strip(' .,;')}"
        return f"the {noun} “{quoted[0].strip(' .,;')}”" if fits else ""
    if noun in _PERSONS:
        return _person(before, many=_PERSONS[noun])
    if noun in _CAUSES:
        return next((named for s in reversed(before) if (named := _causes(s))), "")
    deed = next((m["what"] for s in reversed(before) for m in _DEEDS.get(noun, _NONE).finditer(s)), "")
    return f"the {noun} in {lowered(deed)}" if deed else _mentioned(noun, before)


def _mentioned(noun: str, before: Sequence[str]) -> str:
    """The one thing that the mentions of the noun name, or of more the subject or what is lacking; "" if open."""
    told = [names for s in reversed(before) if (names := list(mentions(noun, s)))]
    names = [name for each in told for name in each]
    near = [name for name in told[0] if name] if told else []
    if not near:
        return ""
    last, *others = [set(name.lower().split()) - {"the", "your"} for name in names]
    same = last and all(other and (other <= last or last <= other) for other in others)
    bare = near[0].removeprefix("the ").removeprefix("your ")
    leads = re.compile(rf"(?:the |your )?{re.escape(bare)}\b", re.I)
    subject = len(near) == 1 and any(leads.match(s) for s in before)
    lacking = any(f"not {near[0]}" in s for s in before)
    return near[0] if same or subject or lacking else ""


_PERSONS = {"person": False, "individual": False, "persons": True, "individuals": True, "members": True}
"""Nouns of whoever the comment named by an office, and if of several."""
_OFFICE = frozenset(
    str.split("head chief director manager officer president leader executive counsel treasurer controller")
)
_GROUP = re.compile(r"(?<!audit )(?<!^the )(?:committee|team|group|council)$")


def _person(before: Sequence[str], many: bool) -> str:
    """The one holder of an office that the sentences name, or the members of the one group; "" for none or more."""
    plain = re.sub(r"[“”\"]", "", " ".join(before))
    named = {plain[t.said[0].start : t.said[-1].end]: t.said for t in things(plain) if not t.several}
    fit = [n for n in named if (_GROUP.search(n) if many else _OFFICE & {w.low for w in named[n]})]
    if len(fit) != 1:
        return ""
    if many:
        return f"the members of the {fit[0].split(' ', 1)[1]}"
    told = [w for w in words(plain) if w.start >= named[fit[0]][-1].end]
    stop = next((n for n, w in enumerate(told) if n and w.kind not in "DNSJO"), len(told))
    of = f" {plain[told[0].start : told[stop - 1].end]}" if told and told[0].low in {"of", "for"} else ""
    return lowered(re.sub(r"^an?\b", "the", fit[0], flags=re.I)) + of


_NOTED = r"^(?:We note (?:that )?|You (?:disclose|state|report) that )?"
_MOVES = r"(?:fell|declined|decreased|dropped|rose|increased|grew)"
_MOVED = re.compile(
    rf"{_NOTED}(?!.*\b{_MOVES}\b.*\b{_MOVES}\b)(?P<what>(?!(?i:you|we|it|in|for|during|as|on|at|because|if|to)\b)"
    rf"[^,.;]+?) {_MOVES}\b"
)
_ALTERED = re.compile(
    rf"{_NOTED}[Yy]ou (?:have )?(?:changed|lowered|raised|extended|shortened|revised) (?P<what>[^,.;]+?)"
    r"(?= (?:in|during|from|to|as|for|by|at|on)\b|[,.;]|$)"
)
_NONE = re.compile(r"(?P<what>)(?!)")
_DEEDS = {"change": _ALTERED} | dict.fromkeys(["decline", "decrease", "increase"], _MOVED)
"""How the comment says what a noun names as a deed: “you shortened the useful life of ships”."""
_CAUSES = frozenset(str.split("factors conditions reasons causes drivers"))
"""Nouns of what a change is attributed to."""


def _causes(sentence: str) -> str:
    """The causes that the sentence gives, as one series; "" for one, and where one is not named."""
    told = causes(sentence)
    names = [*told.moving, *told.against] if told else []
    more = told and not told.against and "offset" in told.found["list"]
    return together(names) if names[1:] and not (more or any(UNNAMED.match(n) for n in names)) else ""


_STATES = re.compile(
    r"(?:[Ww]e (?:also )?note (?:that )?)?[Yy]ou (?:also )?(?:state|disclose|say|indicate|assert|claim|believe) that "
    r"(?P<what>(?:(?!;|, (?:but|and|while)\b).)+)$"
)
"""A statement of the filing that the comment repeats."""


_WHOLE = frozenset({"total", "aggregate", "overall", "all"})
"""Words before all things of a kind, which are no things that a comment points to: “31% of total deposits”."""


def mentions(noun: str, sentence: str) -> Iterator[str]:
    """What each mention of the noun names, the last first; "" for one that a clause tells: “units whose value fell”."""
    said = words(sentence := sentence.replace("[", "(").replace("]", ")"))
    several = noun.endswith("s") and sum(w.low == noun for w in said) > 1
    for n in range(len(said) - 1, -1, -1):
        if said[n].low != noun or said[n].kind not in "NS":
            continue
        first = next((k for k in range(n, 0, -1) if not _modifies(said, k - 1, n)), 0)
        yours = bool(first) and said[first - 1].low == "your"
        while first < n and said[first].low in _NO_NAME:
            first += 1
        lead = said[first - 1] if first else None
        counted = lead is not None and lead.kind == "#" and lead.said.isalpha()
        count = f"{lead.low} " if lead and counted and lead.low != "one" else ""
        broken = lead and not counted and lead.kind in "#KC" and lead.said not in ",;:"
        tells = noun not in _UNTOLD and not several
        further = _further(sentence, said, n, counted and first == n) if tells else ""
        tail = (behind(sentence, said, n) if tells else "") or further
        own = sentence[said[first].start : said[n].end]
        name = f"{count}{own if first else lowered(own)}{tail}"
        if said[first].low in _WHOLE and first < n:
            continue
        if (
            (first < n or tail)
            and not broken
            and len(name.split()) <= LONGEST_NAME
            and not _QUOTED.search(name)
        ):
            yield f"{'your' if yours else 'the'} {name}"
        elif said[n + 1 :] and (said[n + 1].kind == "W" or (several and said[n + 1].kind == "p")):
            yield ""


def _further(sentence: str, said: Sequence[Word], at: int, counted: bool) -> str:
    """What the noun there is meant for, the land it is in, and what things that are `counted` did: “commitments to buy
    trucks”, “mines in Peru”, “three lessees pay 44% of the rent”.
    """
    after = [w.kind for w in said[at + 1 : at + 3]]
    does = counted and after[:1] in (["V"], ["E"], ["Z"], ["A"], ["B"])
    land = _LAND.match(sentence, said[at].end)
    if land or not (does or after in (["t", "I"], ["t", "B"])):
        return land[0] if land else ""
    end = next((n for n in range(at + 1, len(said)) if said[n].kind in "KWU"), len(said))
    rest = sentence[said[at].end : said[end - 1].end]
    return f"{' that' * does}{rest}" if len(rest.split()) < LONGEST_NAME else ""


_LAND = re.compile(
    rf" (?:in|at) (?!Note|Item|Form|Part|Rule|Schedule|Exhibit|{MONTHS})[A-Z][a-z]+(?: [A-Z][a-z]+)*(?: [a-z]+s)?"
    r"(?=[ ,.;]|$)"
)


def _modifies(said: Sequence[Word], at: int, head: int) -> bool:
    """Whether the word belongs to the noun behind it: “berth sharing agreements”."""
    word = said[at]
    if word.low.endswith("ing"):
        return at == head - 1 > 0 and word.kind in "GNJ"
    return word.kind in "NSJO" or ("-" in word.said and word.kind != "K")


MISSING = re.compile(
    r"\b(?:but not|without(?: [a-z]+ing)?|omits?|(?:(?:un|not )able to|could not|cannot|do not|did not) "
    r"(?:locate|find|see)|(?:have|has|do|does|did) not (?:yet |appear to (?:have )?)?(?:provide|disclose|"
    r"include|give|present|describe|furnish|state|explain|name|contain|(?P<identify>identify))(?:d|ed|n)?) "
    r"(?P<what>(?:the|any|an?|your|management['’]s|how|why|whether|when) (?:[^.;]|\.(?=\w))+)"
)
"""What the comment says that the filing does not have."""
_THIS_TEXT = re.compile(
    r"(?:this|these|that|those|such|the (?:required|missing|omitted)) "
    r"(?:disclosures?|information|descriptions?|statements?|explanations?|details?)"
)
"""What names a disclosure only by what the comment said before."""


def as_missing(thing: str, comment: str) -> tuple[str, ...]:
    """The thing, “this disclosure” as what the comment says that the filing does not have, thing by thing."""
    found = MISSING.search(comment) if _THIS_TEXT.fullmatch(thing) else None
    if found is None:
        return (thing,)
    what = f"the identity of {found['what']}" if found["identify"] else found["what"]
    return tuple(re.split(r"(?:,? or|, and) (?=(?:the|any|your|how|why|whether)\b)", what))
