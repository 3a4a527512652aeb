"""The clauses of a note told apart, and what goes on from the subject of the clause before."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import leans, rather, words
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.fragments import completed, passive_subject
from drafter.drafting.notes.listing import listed
from drafter.drafting.notes.subjects import begins_with_verb, third

_CONNECTED = re.compile(
    r"(?:and|but|or|so|how|what|why|whether|which|who|whom|whose|where|when|while|because|as|since|if|unless|although|though|including|"
    r"with|without|then|than|that|to|of|for|in|on|at|by|from|nor|yet|each|both|starting|beginning|using|"
    r"based|excluding|plus|net of|subject|other|except|such|consistent|"
    r"about(?! [$\d])|after|before|under|over|through|until|per|via|within|during|"
    r"effective|compared|versus|against|provided|unless|otherwise|not|all of|none of|some of|most of)\b",
    re.I,
)
_SUBORDINATE = re.compile(
    r"(?:When|If|Because|Since|As|While|Although|Though|After|Before|Once|Until|Unless|Where|In|At|On|For|"
    r"During|With|By|From|Under|To|Through|Upon|Within|Given|Based|Of|Like|Unlike|Per)\b"
)


def parts(text: str) -> list[tuple[str, str]]:
    """The clauses of a text, each with the mark before it; commas part them only where both sides are whole."""
    found: list[tuple[str, str]] = []
    for n, half in enumerate(re.split(r";\s+(?![^(“]*[)”])", text)):
        joint = ";" if n else ""
        for piece in re.split(r",\s+(?!(?:19|20)\d\d\b)(?![^(“]*[)”])", half):
            if joint in {"", ";"} or _opens_clause(found[-1][1], piece):
                found.append((joint, piece))
            else:
                found[-1] = (found[-1][0], f"{found[-1][1]}, {piece}")
            joint = ","
    return found


_ALL_OF_THEM = re.compile(r"(?:all|both|each|mostly|some|most|none) [a-z-]+s")
"""What the things just named all are: “37 closings, all refinances”."""
_PAPER = re.compile(
    r"(?:the |our |its )?(?:next |coming )?(?:Form \d|annual report for|proxy statement for|10-[KQ]\b)"
)
"""The filing that something is due in, which is no subject."""


def _opens_clause(before: str, piece: str) -> bool:
    if (
        _ALL_OF_THEM.fullmatch(piece)
        or _PAPER.match(piece)
        or _CONNECTED.match(piece)
        or _SUBORDINATE.match(before)
        or _goes_round(before, piece)
        or _of_the_last(before, piece)
    ):
        return False
    verb = finite(piece)
    if re.match(r"[a-z]+ not [a-z]+", piece) or (
        re.match(r"No [a-z]", before) and verb and not _PREDICATE.match(piece)
    ):
        return True
    subject = verb and not re.search(r" and | or ", piece[: verb.start]) and not _contact(piece[: verb.start])
    return bool(subject or _goes_on(piece) or _without_verb(before, piece)) and _whole(before)


def _of_the_last(before: str, piece: str) -> bool:
    """Whether the piece says what was done to the thing a clause on the present ends with: “..., closed in May”."""
    verb, first = finite(before), piece.split(" ")[0]
    done = first.endswith("ed") and "VVN" in leans(first) and _DATED.search(piece)
    return bool(done and verb and verb.low in {"is", "are"})


def _goes_on(piece: str) -> bool:
    """Whether the piece begins with a verb that has its subject in the clause before: “leaves out the windfalls”."""
    if _PREDICATE.match(piece):
        return True
    first = words(piece)[:1]
    verb = bool(first) and first[0].kind == "Z" and rather(first[0].low, "VVZ", "NN2") > SURELY
    return piece[:1].islower() and (third(piece) or verb) and finite(piece.split(", ")[0]) is None


SURELY = 1.0
"""How much likelier a word must be a verb than a plural, as a difference of logarithms."""


def _contact(subject: str) -> bool:
    """Whether the words before a verb are a thing and who does something with it: “the step anyone gets”."""
    return bool(
        re.match(r"[DJNS#]*[NS]P$", "".join(w.kind for w in words(subject))) or _TWO_NOUNS.match(subject)
    )


_TWO_NOUNS = re.compile(
    r"the (?:first|second|third|last|only|one|largest|[a-z]+est) (?:[a-z]+ )?(?:the|our|its) "
)
"""A thing and who does something with it: “the first (plant) the Company had pursued”."""


def _without_verb(before: str, piece: str) -> bool:
    """Whether the piece is a clause that only lacks its verb: “none withheld”, “growth 3 percent”."""
    denies = re.match(r"(?:none|nothing|nobody|both|no [a-z])", piece) and completed(raised(piece))
    undergoes = passive_subject(raised(piece)) if not is_clause(before) else befalls(before, piece)
    return bool(denies or undergoes or (re.match(r"[a-z]", piece) and listed(piece, None)))


_OF_A_LIST = re.compile(r":|\b(?:such as|including|includes?|included)\b|, ")


def befalls(before: str, piece: str) -> bool:
    """Whether the piece says what was done to another thing than the clause speaks of: “it is out, page taken down”."""
    thing = passive_subject(raised(piece))
    verb = finite(before)
    if not thing or verb is None or _OF_A_LIST.search(before) or thing.lower() in before.lower():
        return False
    then = (
        verb.kind in "VE"
        or verb.low.endswith("ed")
        or re.search(r"\b(?:was|were|had|been)\b", before)
        or _DATED.search(piece)
    )
    return bool(then and piece[:1].islower() and _BARE_NAME.fullmatch(lowered(thing)))


_BARE_NAME = re.compile(r"(?!half|rest|both|all|none|each)[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}")


def _whole(text: str) -> bool:
    """Whether the text is a clause, or can be made one."""
    return bool(is_clause(text) or completed(text) or listed(text, None) or begins_with_verb(text))


def _goes_round(before: str, piece: str) -> bool:
    """Whether the piece is the predicate of a subject with words put in: “One field, Maddox, held 22 percent”."""
    last = re.split(r"; |, (?:and|but|so) ", before)[-1]
    whole = finite(f"{last}, {piece}") if "," in last and not is_clause(last) else None
    return whole is not None and whole.start == len(last) + 2


_PREDICATE = re.compile(
    r"(?!(?:set|own|cover) |ended by\b)"
    r"(?:is|are|was|were|has|have|had|will|does|did|can|cannot|vests?|matures?|expires?|ends?|ended|"
    r"excludes?|includes?|"
    r"covers?|seeks?|requires?|renews?|runs?|began|begins?|starts?|started|reviews?|pays?|remains?|relied|relies|"
    r"received|expired|matured|vested|closed|opened|carries|bears|reports?|meets?|auto-renews?|accrued|"
    r"contains?|uses?|"
    r"approves?|sets?|holds?|owns?|provides?|applies|depends|became|owes|owed)\b(?! (?:of|for)\b)"
)
_DONE_AGAIN = re.compile(
    r"(?:not )?(?:raised|reduced|lowered|increased|cut|reviewed|tested|measured|updated|approved|"
    r"renewed|amended|paid|filed|recorded|recognized|disclosed|"
    r"monitored|tracked|assessed|insured|secured|held|reported|expensed|capitalized|audited)\b(?! "
    r"(?:the|a|an|our|its)\b)"
)


_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\bin (?:January|February|March|April|May|June|July|August|Sep|Oct|Nov|Dec)"
)


def goes_on(part: str, before: str, joint: str = ";") -> str:
    """The part as a further predicate of the clause before it: “excludes options”, “reviewed annually”; else "".

    Behind a comma it may be any verb, behind a semicolon one of those that are said of such a subject.
    """
    if re.match(r"\$\d[\d.,]*(?: million| billion)? (?:to|in|for|from|at)\b", part) and before.startswith(
        "$"
    ):
        return part
    if not is_clause(before) or before.startswith("There "):
        return ""
    low = lowered(part)
    if re.match(r"(?:will|can|would) [a-z]+ (?:it|them|this)\b", low) or re.search(r"[a-z]ing it\b", before):
        return ""
    if _PREDICATE.match(low) or (joint == "," and _goes_on(low)):
        return f"which {low}" if _OF_OBJECT.match(low) and len(before.split()) > SHORT else low
    if not _DONE_AGAIN.match(low) or finite(low):
        return ""
    then = re.search(r"\b(?:was|were)\b", before) and not HABIT.search(low)
    past = bool(then or _DATED.search(low))
    be = (
        ("were" if past else "are")
        if re.search(r"\b(?:were|are|have)\b", before)
        else ("was" if past else "is")
    )
    return f"{be} {low}"


_OF_OBJECT = re.compile(r"(?:vests?|matures?|expires?|bears|carries|renews?)\b")
"""What is said of the thing that the clause before ends with: “an award of $400,000, vests over two years”."""
SHORT = 4
"""Words of a clause that has no object yet."""
HABIT = re.compile(r"\b(?:each|every|always|annually|quarterly|monthly|weekly|when|whenever)\b")
