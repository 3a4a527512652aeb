"""What the company said then, told now: a statement whose verb goes back into the past."""

from __future__ import annotations

import re

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import Word
from drafter.drafting.language.turning import Voice
from drafter.drafting.language.verbs import finite

_PAST = {
    "do": "did", "does": "did", "is": "was", "are": "were", "has": "had", "have": "had",
    "will": "would", "can": "could",
}  # fmt: skip
_AS_IT_IS = frozenset(_PAST.values())
_FURTHER = re.compile(r",? (?:and|but|or|while|whereas|because|since|as|so|if|when|unless|although) |[;:]")
"""Where a second clause may begin, whose verb would have to follow."""
_OF_ITS_DAY = re.compile(
    r"\b(?:currently|now|today|presently|at this time|yet|here|this|these|we|our|us)\b", re.I
)
"""Words that mean something else when somebody tells of it later."""
_SUBJECT = re.compile(r"^[Tt]he (?:Company|Partnership|Trust|Fund|Bank|Registrant|Issuer)\b(?!['’])")
_ITS_OWN = re.compile(r"\b(?:it|its)\b")

_REGULAR = re.compile(
    r"(?:allocat|appli|assess|believ|calculat|classifi|conclud|consider|consist|defin|depend|determin|disclos|estimat|evaluat|"
    r"exclud|expect|follow|group|identifi|includ|intend|manag|measur|monitor|operat|present|receiv|recogniz|record|report|review|track|treat|us|view)e?s"
)
"""The verbs of positions whose past ends in -ed."""


def reported(said: str, voice: Voice) -> str:
    """The statement as it follows "advised the Staff that", without its stop; "" where it does not surely turn.

    "Management does not use take rate." -> "management did not use take rate".
    """
    statement = said.rstrip(". ")
    if _OF_ITS_DAY.search(statement) or not re.fullmatch(r"[^“”\"()\[\]]+", statement):
        return ""
    clauses = [_back(clause) for clause in statement.split(" that ")]
    if not all(clauses) or (voice.plural and _SUBJECT.match(statement) and _ITS_OWN.search(statement)):
        return ""
    turned, own = _SUBJECT.subn(voice.subject, " that ".join(clauses))
    return lowered(re.sub(r"\bwas\b", "were", turned, count=1) if own and voice.plural else turned)


def _back(clause: str) -> str:
    """The clause with its one verb in the past; "" where it has none, a second one, or one of unsure past."""
    verb = finite(clause)
    if verb is None or any(finite(part) for part in _FURTHER.split(clause[verb.end :])[1:]):
        return ""
    past = _past(verb)
    return f"{clause[: verb.start]}{past}{clause[verb.end :]}" if past else ""


def _past(verb: Word) -> str:
    if verb.low in _PAST or verb.low in _AS_IT_IS or verb.kind in "VE":
        return _PAST.get(verb.low, verb.said)
    return re.sub(r"e?s$", "ed", verb.low) if _REGULAR.fullmatch(verb.low) else ""
