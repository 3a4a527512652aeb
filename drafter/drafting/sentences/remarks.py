"""Pieces of the notes that are no sentence and state nothing: kept out once they have decided what they decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import lowered
from drafter.drafting.language.tagging import words
from drafter.drafting.notes.hearing import exact
from drafter.drafting.notes.ready import ASSENT, Told, Use
from drafter.drafting.notes.sifting import MEANT
from drafter.drafting.planning.intents import takes_out
from drafter.drafting.planning.plan import Task, stems
from drafter.drafting.planning.prose import speaks

STATES_NOTHING = "it states nothing by itself; begin the note with “For the letter:” to use it"

_OPENS = re.compile(
    r"(?:so(?! far\b)|same(?= (?:as|here|again|story|goes|for|on|with|in)\b|\W*$)|ditto|nothing new|"
    r"(?:wrong|open)(?= (?:on|until|about|there|here)\b|\W*$)|hardly|story|bit|anyway|either way|maybe|perhaps|"
    r"as (?:above|before|always|usual|is)|(?:all|both) (?:of (?:it|this|that)|in (?:there|hand|order|place)|there|set|"
    r"good|clean|clear|fine)|not (?:the|that|this|so|really))\b",
    re.I,
)
_CLOSES = re.compile(r"\b(?:same|as is|as well|too|again|already|so far|for now)\W*$", re.I)
_JUDGES = re.compile(r"\btoo (?!many\b|few\b)[a-z]+\b", re.I)
"""“Too small to matter”, “too early to say”."""
_TRADE = re.compile(
    r"\b(?:staff|SEC|letter|response|answer|comments?|amendment|drafts?|redraft\w*|mark-?up|memos?|printers?|proofs?|"
    r"wording|language|counsel|lawyers?|underwriters?|releases?|filings?|annual reports?|quarterlies|"
    r"exhibit list|boilerplate|NDA|10-|20-F)",
    re.I,
)
"""What only those who write the letter speak of, unless the comment does."""
_FILED = re.compile(r"\b(?:fil(?:es?|ed|ing)|goes|going|sent|sending)\b", re.I)
"""What is done with a paper, which decides."""
_TIME = frozenset(
    str.split("time now then already still again either yet same later before after once until much any")
)
_DENIES = re.compile(r"(?:no|not|none|nothing|never|neither|yes|both|all)\b", re.I)
_YES_OR_NO = re.compile(r"\W*(?:that|whether|if)\b|.*\b(?:confirm|whether|any)\b", re.I | re.S)


BARE = 3
"""Words of a sentence that says only that what the staff ask to have removed is out: “Struck.”"""


def without_remarks(
    tasks: Sequence[Task], told: Sequence[Told], comment: str
) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """The tasks without such pieces, and the sentences of the notes with these as remarks."""
    meant = {t.fact for t in told if t.why == MEANT}
    out = {
        (n.place, n.said)
        for t in tasks
        for n in t.told
        if n.fact not in meant and n.text != t.closed and _states_nothing(n, t, comment)
    }
    if not out:
        return tuple(tasks), tuple(told)
    left = (replace(t, told=tuple(n for n in t.told if (n.place, n.said) not in out)) for t in tasks)
    aside = (replace(n, use=Use.REMARK, why=STATES_NOTHING) if (n.place, n.said) in out else n for n in told)
    return tuple(left), tuple(aside)


def _states_nothing(told: Told, task: Task, comment: str) -> bool:
    said = told.said.strip()
    if told.use is not Use.STATE or told.redacted or told.listed or told.why == ASSENT:
        return False
    own = [w for w in said.split() if w.strip(".").lower() not in task.request.text.lower()]
    if len(own) <= BARE and takes_out(said) and task.request.action in {"remove", "delete", "omit"}:
        return not exact(said)
    if speaks(told) or exact(said):
        return False
    trade = {m.group(0).lower() for m in _TRADE.finditer(said)}
    if any(w not in comment.lower() for w in trade) and not (_FILED.search(said) or "where" in told.thing):
        return True
    if _YES_OR_NO.match(told.thing or task.request.text) and _DENIES.match(said):
        return False
    things = " ".join(w.said for w in words(said) if w.kind in "NS")
    infers = said.lower().startswith("so ") and len(stems(things) - stems(comment) - _TIME) >= INFERRED
    if (_OPENS.match(said) and not infers) or _CLOSES.search(said) or _JUDGES.search(said) or _orders(said):
        return True
    echo = bool(stems(said)) and not stems(said) - stems(comment) - _TIME
    return echo and not _YES_OR_NO.match(told.thing)


INFERRED = 2
"""Nouns that the comment lacks, by which what begins with “so” draws an inference."""


def _orders(said: str) -> bool:
    """Whether a clause of it tells a colleague what to do: “tell the staff why”."""
    clauses = (lowered(c.strip()) for c in re.split(r"[;,] ", said))
    return any(re.match(r"[BI][DNSPxW]", "".join(w.kind for w in words(c))) for c in clauses)
