"""Questions by their first word, each with the sentence that a bare answer to it makes."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.drafting.affirming import Clause, decided, parsed
from drafter.drafting.articles import is_common, many, subject_of
from drafter.drafting.being import holds
from drafter.drafting.casing import lowered
from drafter.drafting.days import MONTHS
from drafter.drafting.replies import OPENS_OTHERWISE, Reply
from drafter.drafting.tagging import NEVER_SEEN, UNSEEN, Word, leans, plain_form, words
from drafter.drafting.verbs import INTRANSITIVE

# Whether, who, when


def whether(rest: str, reply: Reply) -> str:
    """“whether the notes are secured” with yes, no, or its own words again."""
    return decided(re.sub(r"^or not ", "", rest), reply.said)


def who(rest: str, reply: Reply) -> str:
    """“who approved the plan” with who did, or “who the trustee is” with the name."""
    if reply.denies or ":" in reply.said or OPENS_OTHERWISE.match(reply.said) or not _party(reply.said):
        return ""
    first, *others = re.split(r"(?=,| and )", reply.said, maxsplit=1)
    common = is_common(first, reply.setting) and "NP0" not in leans(first.split()[0])
    party = f"{subject_of(first, reply.setting) if common else first}{''.join(others)}"
    if is_whom := _IS_WHOM.match(rest):
        return f"{is_whom['what']} {is_whom['be']} {party}"
    verb = words(rest)[0]
    done = _done_by(verb, bool(others) or many(first))
    told = re.sub(r"\bany (?=\w)", "the ", rest[verb.end :], count=1)
    return f"{party} {done}{told}" if done else ""


_IS_WHOM = re.compile(r"(?P<what>(?:the|its|our) .+) (?P<be>is|are|was|were)$")
_ONE_MANY = (("is", "are"), ("was", "were"), ("has", "have"))


def _done_by(verb: Word, several: bool) -> str:
    """The verb of the question in the number of those who did it; "" where it is no verb."""
    lean = leans(verb.low)
    for one, of_many in _ONE_MANY:
        if verb.low in {one, of_many}:
            return of_many if several else one
    if lean.get("VVD", NEVER_SEEN) > NEVER_SEEN:
        return verb.low
    if lean.get("VVZ", NEVER_SEEN) <= NEVER_SEEN:
        return ""
    return plain_form(verb.low) if several else verb.low


def _party(text: str) -> bool:
    """Whether the words name who does things: nouns and names alone, with no figure and no time."""
    kinds = "".join(w.kind for w in words(text))
    named = re.fullmatch(r"[DNSJOCpKG#]*[NS]", kinds)
    return bool(named) and not kinds.startswith("p") and not re.search(r"\d", text)


_MONTH = "|".join(MONTHS)
_ON = rf"(?:{_MONTH}) \d{{1,2}}(?:, (?:19|20)\d\d)?"
_IN = (
    rf"(?:the )?(?:early |late |mid-?|spring |summer |autumn |fall |winter )?(?:of )?(?:{_MONTH})(?: (?:19|20)\d\d)?|"
    r"(?:the )?(?:early |late |mid-?)?(?:fiscal (?:year )?)?(?:19|20)\d\d|"
    r"(?:the )?(?:first|second|third|fourth|last|next) (?:quarter|half)(?: of (?:fiscal )?(?:year )?(?:19|20)\d\d)?|"
    rf"(?:the )?week of {_ON}"
)
_LEADS = (
    rf"(?:in|on|by(?= (?:the|\d|early|late|mid|year|{_MONTH}))|at|before|after|since|during|until|upon|within|"
    r"not (?:before|until)|no later than|about)"
)
_TAIL = r"(?P<tail>|,? (?:when|before|after|at|upon|following|by|with|in|as|on|during|under)\b.*)$"
_WHEN = tuple(
    (re.compile(rf"(?P<day>{said}){_TAIL}", flags), lead)
    for said, flags, lead in ((_ON, 0, "on "), (_IN, re.I, "in "), (rf"{_LEADS} [^,;:]+", re.I, ""))
)
"""When something was, and the preposition that stands before it."""


def _dated(said: str) -> str:
    """The time that the answer gives, with its preposition; "" where it gives none."""
    found = next(((m, lead) for pattern, lead in _WHEN if (m := pattern.match(said))), None)
    if found is None:
        return ""
    day, lead = found[0]["day"], found[1]
    named = re.match(_MONTH, day)
    whole = day if named else lowered(day)
    the = "the " if re.match(r"(?:week|first|second|third|fourth|last|next)\b", whole) else ""
    return f"{lead}{the}{whole}{found[0]['tail']}"


def when(rest: str, reply: Reply) -> str:
    """“when the plans were formed” with the day, and its preposition."""
    clause, day = parsed(rest), _dated(reply.said)
    if clause is None or not day or _OPEN_CLAUSE.search(rest):
        return ""
    return f"{clause.said()} {day}"


_OPEN_CLAUSE = re.compile(r"\b(?:any|whether|how|why|if|or)\b|, ")
"""What a clause must not hold to be said as a fact: “when any of the holders may convert”."""


def day_of(rest: str, reply: Reply) -> str:
    """“the date of the last study” with the day."""
    day = re.fullmatch(rf"{_ON}|(?:{_MONTH}) (?:19|20)\d\d", reply.said)
    if not day or re.search(r"\b(?:and|any|each)\b", rest):
        return ""
    past = any(w.kind in "VE" for w in words(rest)) or re.search(r"\b(?:last|latest|prior|previous)\b", rest)
    return f"{rest} {'was' if past else 'is'} {reply.said}"


# How, why, where, what

_MEANS = re.compile(r"(?:by|through|using|based on|on the basis of|from|at|under|via|with|over|on a)\b", re.I)
_DOES = frozenset(
    str.split(
        "measure determine calculate compute estimate value define identify allocate classify account evaluate "
        "monitor "
        "select assess manage record present depreciate amortize price recognize translate derive treat test "
        "review attribute "
        "charge count weight set choose oversee establish collect"
    )
)
"""What is done in a way that can be told after “as follows”."""


def how(rest: str, reply: Reply) -> str:
    """“how the price was set” with the means, with what was done, or behind “as follows”."""
    clause = parsed(rest)
    if (
        clause is None
        or _OPEN_CLAUSE.search(rest)
        or reply.denies
        or _JUDGED.search(rest)
        or _PARTLY.match(reply.said)
    ):
        return ""
    if whole := done_to(clause, reply):
        return whole
    acts = [w.low for w in words(clause.said()) if w.kind in "AZBVEI"][:2]
    if not any(plain_form(w) in _DOES or w in _DOES for w in acts):
        return ""
    if _MEANS.match(reply.said) and ":" not in reply.said and not reply.rough:
        return f"{clause.said()} {lowered(reply.said)}"
    return f"{clause.said()} as follows: {reply.framed}" if reply.framed else ""


def done_to(clause: Clause, reply: Reply) -> str:
    """What is done to the thing whose treatment is asked: “Set in December” of how the price was chosen."""
    first = re.match(
        r"(?P<done>[A-Z][a-z]+) (?=(?:[a-z]+ly |on |in |by |at |as |from |over |under |with |when |to |since |"
        r"only )|$)",
        reply.said,
    )
    if first is None or ":" in reply.said or reply.rough or not _participle(first["done"].lower()):
        return ""
    if clause.verb in {"is", "are", "was", "were"} and re.match(
        r" (?:[a-z]+ly )?[a-z]+(?:ed|en|t|d|n)\b", clause.rest
    ):
        return f"{clause.subject} {clause.verb} {reply.small}"
    found = _OBJECT.match(clause.rest)
    if found is None or clause.kind != "do" or found["what"].split()[0] in _NO_OBJECT:
        return ""
    past = clause.past and not holds(first["done"].lower(), reply.said)
    be = ("were" if past else "are") if many(found["what"]) else ("was" if past else "is")
    return f"{found['what']} {be} {reply.small}"


def _participle(word: str) -> bool:
    """Whether the word says what was done and cannot be a thing."""
    lean = leans(word)
    likely = max(lean, key=lean.__getitem__) in {"VVN", "VVD", "AJ0"}
    return (
        word not in INTRANSITIVE and likely and (word.endswith("ed") or lean.get("VVN", UNSEEN) > NEVER_SEEN)
    )


_OBJECT = re.compile(
    r" (?:for )?(?P<what>(?:[\w'’-]+ ){0,5}?[\w'’-]+)(?= (?:in|for|under|when|as|to|with|at|on|over|from|into|"
    r"that|which|of|by|and|during|after|before)\b|$)"
)
_NO_OBJECT = frozenset(str.split("that whether how in on at with to from under by whether as it itself them"))
_PARTLY = re.compile(r"(?:mostly|mainly|primarily|partly|largely|chiefly)\b", re.I)
"""How a reason begins, and no method."""
_JUDGED = re.compile(
    r"\b(?:whether|considered|concluded|complies|comply|satisf\w+|differs?|affects?|affected|impacts?|that)\b"
)
"""What no method answers."""


def how_often(rest: str, reply: Reply) -> str:
    """“how often the unit is tested” with the times."""
    clause = parsed(rest)
    regular = re.match(
        r"(?:annually|quarterly|monthly|weekly|daily|(?:once|twice|three times|four times) (?:a|each|every|per) \w+|"
        r"every \w+(?: \w+)?|each \w+|at least \w+)(?P<more>,? (?:in|at|by|and|with|on)\b.*|)$",
        reply.said,
        re.I,
    )
    if clause is None or _OPEN_CLAUSE.search(rest) or regular is None:
        return ""
    return f"{clause.said()} {lowered(reply.said)}"


def how_long(rest: str, reply: Reply) -> str:
    """“how long the shares are held” with the time they are."""
    clause = parsed(rest)
    lasting = re.match(
        r"(?P<until>until|through|between|for|from|since|up to|over) |(?:about |approximately |"
        r"at least )?(?:\d+|[a-z]+)(?: to \w+)? "
        r"(?:years?|months?|weeks?|days?)$",
        reply.said,
        re.I,
    )
    if clause is None or _OPEN_CLAUSE.search(rest) or lasting is None or ":" in reply.said:
        return ""
    lead = "" if lasting["until"] else "for "
    return f"{clause.said()} {lead}{reply.small}"


def how_many(rest: str, reply: Reply) -> str:
    """“how many plants were closed” with the number."""
    clause, count = parsed(rest), re.fullmatch(_COUNT, reply.said, re.I)
    if (
        clause is None
        or count is None
        or re.search(r"\b(?:the|its|any|each)\b", clause.subject)
        or not many(clause.subject)
    ):
        return ""
    return f"{lowered(reply.said)} {clause.said()}"


_COUNT = (
    r"(?:about |approximately |some )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)


def why(rest: str, reply: Reply) -> str:
    """“why the notes were repaid” with the reason."""
    clause = parsed(rest)
    if clause is None or _TANGLED_WHY.search(rest) or len(rest.split()) > LONGEST or ":" in reply.said:
        return ""
    if (
        re.match(r"(?:because|due to|owing to|as a result of|to (?!date))\b", reply.said, re.I)
        and not reply.rough
    ):
        return f"{clause.said()} {lowered(reply.said)}"
    if not reply.framed or re.match(r"[$\d]", reply.said):
        return ""
    several = bool(re.search(r"[,;]| and ", reply.said))
    return f"{clause.said()} for the following reason{'s' * several}: {reply.framed}"


_TANGLED_WHY = re.compile(
    r"\b(?:whether|how|why|if|any|believes?|should|would|might|may|appears?|seems?)\b|, "
)
LONGEST = 24
"""Words of a question that is still clear when it is said as a fact."""


def where(rest: str, reply: Reply) -> str:
    """“where the table appears” with the place."""
    clause = parsed(rest)
    if clause is None or reply.denies or ":" in reply.said or not _STANDS.search(rest):
        return ""
    place = reply.inside
    lead = "on " if re.match(r"pages? ", place, re.I) else "in "
    if re.match(r"(?:in|on|at|under|within)\b", place):
        lead = ""
    elif not re.match(r"(?:the |pages? |Note |Notes |Item |Exhibit |Part |Section )", place):
        return ""
    return f"{clause.said()} {lead}{place}"


_STANDS = re.compile(
    r"\b(?:appears?|(?:is|are|was|were) (?:disclosed|included|located|recorded|presented|classified|shown))$"
)


def what_caused(rest: str, reply: Reply) -> str:
    """“what caused the decline” and “which led to it”."""
    return (
        f"the reasons for {rest} are as follows: {reply.framed}"
        if reply.framed and not _OPEN_CLAUSE.search(rest)
        else ""
    )


def what_is(rest: str, reply: Reply) -> str:
    """“what the notice period is” with what it is."""
    found = re.fullmatch(r"(?P<what>(?:the|its|our) .+) (?P<be>is|are|was|were)", rest)
    if found is None or reply.denies or ":" in reply.said or reply.rough or OPENS_OTHERWISE.match(reply.said):
        return ""
    return f"{found['what']} {found['be']} {reply.inside}"


Say = Callable[[str, Reply], str]
QUESTIONS: tuple[tuple[re.Pattern[str], Say], ...] = tuple(
    (re.compile(rf"{opens}(?P<rest>.+)$", re.S), say)
    for opens, say in (
        (r"(?:whether|if) ", whether),
        (r"who ", who),
        (r"when ", when),
        (r"(?=the (?:[\w-]+ )?date\b)", day_of),
        (r"how often ", how_often),
        (r"how long ", how_long),
        (r"how many ", how_many),
        (r"how (?!much|long|frequently)", how),
        (r"(?:the (?:reasons?|basis) )?why ", why),
        (r"where ", where),
        (r"what (?:caused|drove|led to|gave rise to|triggered|accounts? for|contributed to) ", what_caused),
        (r"what ", what_is),
    )
)
"""Kinds of questions with what makes the sentence of what follows their first words, the more particular first."""
