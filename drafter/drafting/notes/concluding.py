"""What a clause draws from the one before it without a verb: “, so no change to it”, “, so headroom of $61 million”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import words
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.denying import denied

_DRAWN = re.compile(r"(?P<main>.+?), so (?P<tail>(?!that\b|as\b|far\b|too\b)[^;:]+)$")
_FIGURE = re.compile(r"(?:(?:about|approximately|some|over) )?[$€£]?\d\S*(?: (?:million|billion|percent))?$")
_LEFT = re.compile(r"(?:an? )?(?:[a-z]+ )?(?:headroom|cushion|balance|remainder|capacity|shortfall|excess)\b")
"""What is left of one figure beside another."""
_DUE = re.compile(
    r"no (?:[a-z]+ )?(?:consent|exhibit|filing|amendment|approval|disclosure|reconciliation|restatement|opinion|vote|"
    r"waiver|adjustment|notice|table)s?"
)
"""What there is only where it has to be: “so no consent”."""
_THINGS = re.compile(r"p(?:D[JG]*[NS]+|[JG]*N*S|[JG]*[NS]+p)[^AZV]*")
"""The kinds of the words of a thing behind a preposition, and no mere quality."""


def concluded(text: str, setting: Setting) -> tuple[str, str]:
    """The clause and what is drawn from it, with the words that join it; two empty texts where that has its verb or
    nobody can tell of what it is said.
    """
    found = _DRAWN.match(text)
    main, tail = (found["main"], found["tail"]) if found else ("", "")
    if not tail or finite(tail) or finite(f"x {tail}"):
        return "", ""
    if _DUE.fullmatch(tail):
        return main, f", so {tail} {'are' if tail.endswith('s') else 'is'} required"
    verb, kind = finite(main), words(tail)[0].kind
    be = verb.low if verb and verb.low in {"is", "are", "was", "were"} else ""
    if none := denied(raised(tail), setting, main):
        now = none.replace("There was", "There is") if be in {"is", "are"} else none
        return main, f", so {lowered(now)}"
    if _FIGURE.match(tail):
        return main, f", or {tail}"
    if kind == "p":
        return main, f", and therefore {tail}"
    if kind in "xEJ" and be:
        return main, f" and {be} therefore {tail}"
    things = _THINGS.fullmatch("".join(w.kind for w in words(f"of {tail}")))
    return (main, f", {'leaving' if _LEFT.match(tail) else 'resulting in'} {tail}") if things else ("", "")
