"""Lines of proposed disclosure on pay against performance: what was paid beside each measure that the comment names."""

from __future__ import annotations

import re

from drafter.drafting.language.turning import WE, turn

_RELATION = re.compile(r"\brelationships? (?:disclosure )?(?:between|of|among|to) (?P<what>[^.;]+)")
_ASKED = re.compile(
    r"(?!.*\bcalculat).*\brelationships?\b|(?:(?:this|that|these|those|such|the) )?(?:descriptions?|disclosures?)\b|it$"
)
_NAMES = re.compile(
    r"(?i:(?:our )?(?:net (?:income|loss|earnings)|(?:cumulative )?total (?:share|stock)holder return|"
    r"company[- ]selected measure)|peer group|(?P<all>\bthe (?:[a-z]+ ){0,2}measures)\b)|"
    r"(?:(?<=\band )|(?<=\bto ))our (?!principal|chief|named|other)[a-z]+(?: (?!(?:and|or|over|for|in)\b)[a-z]+){0,3}|"
    r"(?!(?:Item|Regulation|Chief|Principal|Named)\b)[A-Z][\w-]+(?: [A-Z][\w-]+)+"
)
"""The measures that pay is set beside: those of the rule, and one that the company calls by a name."""
_MOVED = "[●: increased or decreased] by [●] percent"
_PAID = (
    f"Over [●: years in the table], compensation actually paid to our principal executive officer {_MOVED}, and the "
    f"average paid to our other named executive officers {_MOVED}"
)
_PEERS = "Over the same years, our total shareholder return was [●] percent and that of our peer group [●] percent."


def paid(thing: str, comment: str) -> str:
    """What was paid beside each measure whose relationship to it the staff asks for; "" for any other thing."""
    if "compensation actually paid" not in comment or not _ASKED.match(thing):
        return ""
    clauses = _RELATION.finditer(thing if _RELATION.search(thing) else comment)
    named = {m[0].lower(): m for one in clauses for m in _NAMES.finditer(turn(one["what"], WE))}
    peers = _PEERS if named.pop("peer group", None) else ""
    moved = [
        f"{'[●: each measure in the table]' if m['all'] else m[0]} {_MOVED}"
        for name, m in named.items()
        if not (peers and "holder return" in name)
    ]
    if not moved:
        return peers
    return f"{_PAID}, while {' and '.join(filter(None, (', '.join(moved[:-1]), moved[-1])))}. {peers}".strip()
