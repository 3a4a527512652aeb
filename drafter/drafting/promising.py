"""What a note says is to be done in a filing to come, without a verb or without who does it, as a promise."""

from __future__ import annotations

import re

from drafter.drafting.articles import Setting, many
from drafter.drafting.casing import lowered
from drafter.drafting.tagging import leans, rather
from drafter.drafting.verbs import finite

_TO_COME = re.compile(
    r"(?P<thing>(?:[A-Z][a-z-]*(?: [a-z-]+){0,2}? )?(?:[Tt]able|[Rr]ollforward|[Rr]econciliation|[Bb]reakdown|"
    r"[Ss]chedule|[Ss]ensitivity|[Cc]hart|[Ll]anguage|[Dd]isclosure|[Ss]plit)s?(?: (?:by|of|for) [a-z -]+?)?),? "
    r"(?:from|beginning with|starting with) "
    r"(?P<filing>(?:the|our|its) (?:next )?(?:Form|annual|quarterly|proxy|20).*)$",
    re.S,
)
"""What a filing to come will have: “Table by property type from the Form 10-Q for ...”."""


def _indefinite(thing: str) -> str:
    small = lowered(thing)
    if many(thing) or re.match(r"(?:language|disclosure)\b", small):
        return small
    return f"{'an' if small[0] in 'aeiou' else 'a'} {small}"


_FROM_WHEN = re.compile(
    r"(?P<verb>[A-Z][a-z]+) (?P<rest>(?:in|from|with|by|beginning|starting) .*(?:Q[1-4]|quarter|Form|prox(?:y|ies)|"
    r"release|filings?|20\d\d)\b.*)$",
    re.S,
)
"""A deed and the filing it falls due in: “Fix in the next proxy”."""


def promised(text: str, _: Setting, __: str) -> str:
    """What counsel says is to be done in a filing to come, as the company's promise; "" for anything else."""
    if (table := _TO_COME.match(text)) and not finite(text):
        return f"The Company will provide {_indefinite(table['thing'])}, beginning with {table['filing']}"
    if re.match(r"Exhibit \d+\.\d+ (?:to|with) ", text) and not finite(text):
        return f"It will be filed as {text}"
    found = _FROM_WHEN.match(text)
    plain = found["verb"].lower() if found else ""
    if found is None or finite(text) or rather(plain, "VVI", "NN1") < 0 or "VVI" not in leans(plain):
        return ""
    return f"The Company will {plain} this {found['rest']}"
