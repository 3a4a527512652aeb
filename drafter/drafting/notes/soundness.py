"""Whether a text may stand as a sentence of a letter: with a subject and a verb, and without the marks of shorthand or
of a completion that went wrong.
"""

from __future__ import annotations

import re

from drafter.drafting.language.articles import many
from drafter.drafting.language.tagging import Word, heads_many, rather, words
from drafter.drafting.language.verbs import finite

_INTRODUCED = re.compile(
    r"^(?:and |but |otherwise |so )?(?:(?:In|At|On|As of|As to|For|During|Since|Under|With|By|From|"
    r"After|Before|Because|When|If|Upon|Through|Without|Of|Further|However|Accordingly|[A-Z][a-z]+ing)\b[^,;]*, |"
    r"^(?:Until|In|Since|From|By|At|On|Before|After|Through) (?:(?:the )?end of )?(?:fiscal )?(?:[A-Z][a-z]+ )?"
    r"(?:\d{1,2}, )?(?:19|20)\d\d (?=(?:the|an?|each|all|no|our|its|we|it|there)\b))+"
)
_BEGUN = re.compile(
    r"(?:In|At|On|For|During|Under|With|By|From|Upon|Through|Without) "
    r"(?:(?!which\b|whom\b|that\b|what\b)[^,; ]+ ){1,8}?"
    r"(?:we|it|they|the [A-Z]\w+) [a-z]+ (?:the|our|its|an?|all|each|their|no)\b"
)
"""A phrase behind which its clause begins without a comma: “Under ten-year leases we hire the staff, and ...”."""
_OPEN = re.compile(
    r"(?:If|When|While|After (?!the\b)|Until|Although|Though|Whether|How|Why|Which|As|Because|Once|Where|Unless|Not|"
    r"Having|See|Being|Who)\b"
)
"""How what is no sentence of its own begins."""
_TELEGRAPHIC = re.compile(
    r"=>|->|[?!]|(?<=\w) [<>=] |\bw/|\b[a-z]+\. [a-z]|\b(?!that|had|[A-Z])([a-z]+) \1\b|\b(?:the|an?) (?:yes|no|yep) "
)
"""Marks of shorthand that no sentence of a letter has, and of words put in where none belong."""
_FALSE_SUBJECT = re.compile(
    r"^(?:the |an? )(?:(?:why|how|what|when|not|paid|made|held|sold|given|taken|both|yes|no|also|then|"
    r"once|told|said|asked|leaving|filing it|suggest|see|get|go|try)\b|[a-z]+ed *$)",
    re.I,
)


def sound(text: str) -> bool:
    """Whether every clause of the text has a verb and a subject that can be one, so that it may stand as prose."""
    if _TELEGRAPHIC.search(text):
        return False
    said = text.rstrip(" .").split(": ")[0]
    first, *others = re.split(r"; (?![^(]*\))|, so (?!that\b|as\b|far\b)", said)
    return _sound(first) and all(_sound(part) or _ELLIPTIC.match(part) for part in others)


_ELLIPTIC = re.compile(r"[\w ]{3,40} (?:by|to) \$?\d[^,;]*$")
"""A clause that shares the verb of the one before it: “weather by $3.9 million”."""


def _sound(clause: str) -> bool:
    rest = _NUMBERED.sub("The part ", clause if _BEGUN.match(clause) else _INTRODUCED.sub("", clause))
    if re.search(r"\b(?:is|was) \$?\d(?:(?! and )[^,;()])* (?:is|was) \$?\d", rest) or _OPEN.match(rest):
        return False
    verb = finite(rest)
    if verb is None:
        return False
    subject = rest[: verb.start].strip()
    if _OPEN_ASIDE.fullmatch(subject):
        return False
    doing = re.fullmatch(r"(?:[Tt]he|[Aa]n?) ([a-z]+ing)", subject)
    if doing and rather(doing[1], "NN1", "VVG") < 0 and doing[1] not in _NAMED:
        return False
    return bool(subject) and not _acting(rest, verb) and not _FALSE_SUBJECT.match(subject)


_OPEN_ASIDE = re.compile(r"(?:[^,]|, (?=(?:19|20)\d\d\b))*,")
"""Words that one comma parts from the verb, so that they are not its subject: “SOFR plus 3 percent, matures”."""
_NAMED = frozenset(
    str.split("closing offering filing funding listing mailing testing voting financing pricing")
)
"""What is done, said as a thing."""


_NUMBERED = re.compile(r"^(?:Note|Item|Exhibit|Schedule|Section|Question|Table|Rule|Page) (?=\d)")
"""A part of a document, whose name is a verb as well: “Note 5 gives the date”."""
_COMMAND = re.compile(r"(?:B|Z|D[ZB])[D#P]")
"""A verb without a subject, and what it is done to: “Keep the table that we filed”."""
_CONTACT = re.compile(r"^[DJNS#]*[NS](?:P|D[DJNS#]*[NS])$")
"""A noun and the subject of what is said of it: “the report the board receives”."""


def _acting(text: str, verb: Word) -> bool:
    """Whether the verb is of no sentence: a command stands before it, or it only qualifies the noun at the head."""
    said = words(text)
    kinds = "".join(w.kind for w in said if w.start < verb.start)
    if _COMMAND.match(kinds):
        return True
    return bool(_CONTACT.match(kinds)) and not any(w.kind in "AZ" for w in said if w.start > verb.start)


_FLAWS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b[Aa]n? (?:an?|the|that|this|these|both|no|all|its|our|there)\b(?!-)",
        r"\b(?:[Tt]he|[Ii]ts|[Oo]ur) (?:an?|the|that|this|these|both|no|its|our|there)\b(?!-)",
        r"\bthe (?:19|20)\d\d the\b",
        r"\bas ([\w .-]+?) as \1\b",
        r"\b(?:will|would|must|may|can|shall) (?:disclose|file|provide|include|add|give|revise|present|make) "
        r"(?:disclose|file|provide|include|add|give|revise|present|make)\b",
        r"(?:^|\bthat )(?:[Aa]t|[Aa]s of|[Ii]n|[Oo]n) (?:[A-Z][a-z]+ \d{1,2}, )?(?:fiscal )?\d{4},? "
        r"(?:was|were|is|are)\b",
        r"\b(?:is|are|was|were|has|have) (?:is|are|was|were|has|have|did|do|does|will)\b",
        r"\b(?!that\b|had\b|[A-Z])([a-z]{2,}) \1\b",
        r"\b[Tt]here (?:are|were) an? |\b[Tt]here (?:is|are|was|were) the ",
        r"^(?:The |A )?(?:amount|figure) (?:was|is|represented) \D{0,3}$",
    )
)
_THERE = re.compile(r"\b[Tt]here (?:is|was|has been) (?:no |an? )?(?P<thing>(?!nothing\b)[a-z][\w' -]*)")


def flawed(text: str) -> bool:
    """Whether the sentence has an article too many, a verb twice, no subject, or “there is” before a plural."""
    there = _THERE.search(text)
    thing = there["thing"] if there else ""
    several = (many(thing) or heads_many(thing)) and " and " not in thing and not thing.startswith("one ")
    return several or any(flaw.search(text) for flaw in _FLAWS)
