"""Questions of how, why, where and what, each with the sentence that a bare answer to it makes."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import NEVER_SEEN, UNSEEN, leans, plain_form, words
from drafter.drafting.language.verbs import INTRANSITIVE
from drafter.drafting.notes.affirming import parsed
from drafter.drafting.planning.answering import fit
from drafter.drafting.sentences.replies import OPENS_OTHERWISE, Reply

OPEN_CLAUSE = re.compile(r"\b(?:any|whether|how|why|if|or)\b|, ")
"""What a clause must not hold to be said as a fact: “when any of the holders may convert”."""


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
        or OPEN_CLAUSE.search(rest)
        or reply.denies
        or _JUDGED.search(rest)
        or _PARTLY.match(reply.said)
    ):
        return ""
    acts = [w.low for w in words(clause.said()) if w.kind in "AZBVEI"][:2]
    if not any(plain_form(w) in _DOES or w in _DOES for w in acts):
        return ""
    if _MEANS.match(reply.said) and ":" not in reply.said and not reply.rough:
        return f"{clause.said()} {lowered(reply.said)}"
    odd = (
        not reply.framed or is_participle(reply.said.split()[0].lower()) or fit(f"how {rest}", reply.said) < 0
    )
    return "" if odd else f"{clause.said()} as follows: {reply.framed}"


def is_participle(word: str) -> bool:
    """Whether the word says what was done and cannot be a thing."""
    lean = leans(word)
    likely = max(lean, key=lean.__getitem__) in {"VVN", "VVD", "AJ0"}
    return (
        word not in INTRANSITIVE and likely and (word.endswith("ed") or lean.get("VVN", UNSEEN) > NEVER_SEEN)
    )


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
    if clause is None or OPEN_CLAUSE.search(rest) or regular is None:
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
    if clause is None or OPEN_CLAUSE.search(rest) or lasting is None or ":" in reply.said:
        return ""
    lead = "" if lasting["until"] else "for "
    return f"{clause.said()} {lead}{reply.small}"


def how_many(rest: str, reply: Reply) -> str:
    """“how many plants were closed” with the number, and what it is compared with."""
    clause, count = parsed(rest), _COUNT.match(reply.said)
    if (
        clause is None
        or count is None
        or OPEN_CLAUSE.search(rest)
        or not many(re.sub("^of ", "", clause.subject))
    ):
        return ""
    if re.search(r"\b(?:the|its|our)\b", clause.subject) and not clause.subject.startswith("of "):
        return ""
    return f"{count['count']} {clause.said()}{count['more']}"


_COUNT = re.compile(
    r"(?P<count>(?:about |approximately |some )?(?:\d[\d,]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen))"
    r"(?P<more>, (?:\w+ (?:more|less|fewer) than|compared with|against|up from|down from|as of) [^,;:]+|)$",
    re.I,
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
    if not reply.framed or re.match(r"[$\d]", reply.said) or _FILED.search(reply.said):
        return ""
    several = bool(re.search(r"[,;]| and ", reply.said))
    return f"{clause.said()} for the following reason{'s' * several}: {reply.framed}"


_FILED = re.compile(r"\b(?:Form \d|paragraph|footnote|separate line|table|pages?)\b")
"""What is or will be in a filing, and no reason."""
_TANGLED_WHY = re.compile(
    r"^(?:each|both|either|all|some|one|many|most)\b|\b(?:whether|how|why|if|any|believes?|should|would|might|"
    r"may|appears?|seems?)\b|, "
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
        if reply.framed and not OPEN_CLAUSE.search(rest)
        else ""
    )


def what_is(rest: str, reply: Reply) -> str:
    """“what the notice period is” with what it is."""
    found = re.fullmatch(r"(?P<what>(?:the|its|our) .+) (?P<be>is|are|was|were)", rest)
    if found is None or reply.denies or ":" in reply.said or reply.rough or OPENS_OTHERWISE.match(reply.said):
        return ""
    return f"{found['what']} {found['be']} {reply.inside}"


def which(rest: str, reply: Reply) -> str:
    """“what elements were weighed” with the elements."""
    clause = parsed(rest)
    if (
        clause is None
        or not reply.framed
        or OPEN_CLAUSE.search(rest)
        or not re.match(r"[A-Za-z].*(?:,| and )", reply.said)
    ):
        return ""
    if re.search(r"\b(?:the|its|our|it|we)\b", clause.subject) or not many(clause.subject):
        return ""
    again = reply.said.split()[0].lower() in clause.rest.split()
    return "" if again else f"the following {clause.said()}: {reply.framed}"
