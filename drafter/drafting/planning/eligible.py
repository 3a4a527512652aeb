"""Which sentences of the notes a filing can say: those that surely answer something that it is asked to disclose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.hiding import REDACTION
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.plan import OF_RESPONSE, stems
from drafter.templates import load_patterns

KINDS = ("figures", "definitions", "reasons", "effects", "assumptions", "actions")


def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return load_patterns("offline/eligible.toml", kind)


def for_block(told: Told) -> bool:
    """Whether a sentence of the notes can stand in the filing itself."""
    hidden = told.redacted or REDACTION in told.text
    outside = (*_forms("letter"), *_forms("internal"))
    return not (hidden or _headless(told.text) or any(p.search(told.text) for p in outside))


def _headless(text: str) -> bool:
    """Whether words without a verb stand before a clause of its own: “Ten years, either party may leave”."""
    first, *others = re.split(r"[,;] (?!\d{4}\b)", text)
    if ": " in text or is_clause(first) or _forms("leads_in")[0].match(first):
        return False
    apart = is_clause(text.partition("; ")[2])
    return apart or any(_forms("own_subject")[0].match(o) and is_clause(o) for o in others)


def _words(text: str) -> frozenset[str]:
    """The content words of the text, of which one and many meet."""
    return frozenset(w.rstrip("es") for w in stems(text))


def asked_words(things: Sequence[str], at: int, comment: str) -> frozenset[str]:
    """The words of one of the things, with those of the thing before it that it points to; the comment's for none."""
    general = _words(_forms("general")[0].pattern)
    words = _words(things[at]) - general
    if at and _forms("points_back")[0].search(things[at]):
        words |= asked_words(things, at - 1, comment)
    wide = _forms("wide")[0].search(things[at]) or (not words and _forms("definitions")[0].match(things[at]))
    return words | _words(comment) - general if wide else words


def fit(told: Told, thing: str, words: frozenset[str], placed: bool = False) -> int:
    """How surely the sentence answers that thing: 0 not, 1 by a word, 2 by its kind, 3 by both.

    With a thing that it was `placed` with, a fact with a figure or a date needs less.
    """
    dated = bool(re.search(r"\d", told.said))
    if told.use is not Use.STATE:
        bare = _forms("values")[0].match(told.said) and _forms("figures")[0].match(thing)
        shared = _words(told.said) & (words | _words(thing))
        asks = re.match(r"how|why|when|which|what", told.said, re.I)
        named = placed and asks and asks[0].lower() in thing.lower().split()
        return int(bool(named or ((dated or told.use is Use.OPEN) and (bare or shared))))
    if not for_block(told) or OF_RESPONSE.match(thing):
        return int(for_block(told))
    parts = _forms("next")[0].split(thing)
    amount = re.match(r"[$€£]?\d", told.said)
    dated = placed and dated and (not amount or bool(_forms("money")[0].search(thing)))
    return max(_fit(told, p, words if len(parts) == 1 else words & _words(p), dated) for p in parts)


def _fit(told: Told, thing: str, words: frozenset[str], dated: bool) -> int:
    shared = _words(f"{told.text} {told.said}") & words
    _, given, alone = next((k for k in map(_forms, KINDS) if k[0].match(thing)), (None, None, None))
    if given is None or alone is None:
        own = words & _words(thing)
        whether = thing.startswith("whether")
        return int(2 * len(shared & own) >= len(own) > 0 if whether else dated or bool(shared))
    if not given.search(told.text):
        return int(dated and bool(shared))
    return 3 if shared else 2 if alone.search(told.text) or alone.search(told.said) else 0


def goes_on(told: Told, before: Told | None) -> bool:
    """Whether the sentence goes on, in the same note, from the one before it, which the filing says."""
    if before is None or told.fact != before.fact or told.use is not Use.STATE or not for_block(told):
        return False
    opens = _forms("goes_on")[0]
    return bool(opens.match(told.text) or opens.match(told.said) or _forms("figure")[0].search(told.said))
