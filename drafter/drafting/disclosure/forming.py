"""Lines of proposed disclosure that a table holds: by the kind of thing, and by the rule that the staff cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafter.drafting.disclosure.events import unit
from drafter.drafting.disclosure.paying import paid
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.clearing import items
from drafter.drafting.language.verbs import is_clause
from drafter.templates import load_table


@dataclass(frozen=True, slots=True)
class _Shape:
    of: re.Pattern[str]
    says: str
    clause: str

    def line(self, thing: str, aside: str) -> str:
        found = self.of.fullmatch(thing)
        if found is None or (self.clause and not is_clause(found[self.clause])):
            return ""
        parts = {k: v.strip(" ,") for k, v in found.groupdict(default="").items()}
        said = self.says.format_map(parts | {k.capitalize(): raised(v) for k, v in parts.items()})
        return raised(_BLANK.sub(lambda m: _blank(m["named"], m["words"], aside), " ".join(said.split())))


_BLANK = re.compile(r"<(?P<named>!?)(?P<words>[^>]+)>")


def _blank(named: str, words: str, aside: str) -> str:
    if aside:
        first, none, last = words.partition(", or ")
        return f"[●: {first}, {aside}{none and f',{none[1:]}'}{last}]"
    return f"[●: {words}]" if named else "[●]"


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return load_table("offline/lines.toml")


@lru_cache(maxsize=1)
def _shapes() -> tuple[_Shape, ...]:
    rows: list[dict[str, str]] = _table()["shape"]
    return tuple(_Shape(re.compile(r["of"], re.S), r["says"], r.get("clause", "")) for r in rows)


def formed(thing: str, aside: str = "") -> str:
    """The line for a thing of one of the kinds of the table, the particulars in its blank; "" for any other."""
    return next((said for shape in _shapes() if (said := shape.line(thing, aside))), "")


_BY_RULE = re.compile(
    r"(?:the |any |each )?(?:[a-z-]+ ){0,3}(?:disclosures?|information|guidance|requirements?|relationships?)"
    r"(?: [a-z]+)*(?: (?:by|in|of|under|at))? "
    r"(?:the )?(?:SEC |Commission |SAB |FASB )?(?=Item|Rule|ASC|Release|Regulation|IFRS|IAS|Question|Section|"
    r"paragraph)",
)
_ADVICE = re.compile(r"(?:the )?(?:[a-z]+ )*(?:guidance|requirements?)\b")


def by_rule(thing: str, comment: str) -> str:
    """What a cited rule, or the one on pay against performance, has a filing say, where the staff asks for no more."""
    if not _BY_RULE.match(thing):
        return paid(thing, comment)
    rules: list[dict[str, Any]] = _table()["rule"]
    rule = next((r for r in rules if re.search(r["cited"], thing)), None)
    if rule is None:
        return ""
    each = [raised(said.format(measure=m)) for m in measures(comment, thing) for said in rule.get("each", ())]
    lines = [said.replace("[●: cash-generating unit]", unit(comment)) for said in rule.get("lines", ())]
    return " ".join([*each, *lines])


def only_guidance(thing: str) -> bool:
    """Whether the thing is guidance to be followed, and nothing that a filing tells."""
    return bool(_BY_RULE.match(thing) and _ADVICE.match(thing))


_QUOTED = re.compile(r"[“\"‘'](?P<name>[A-Za-z][\w’' ()/&-]{2,50}?),?[”\"’'](?!\w)")
_CALLED = (
    re.compile(
        r"(?:disclos\w+|present\w*|use|discuss\w*|identif\w+|refer(?:ence)? to|includ\w+|report) (?:of |the "
        r")?(?P<names>[^.;:]{4,120}?),? which (?:is|are|appears? to be) (?:an? )?non-GAAP"
    ),
    re.compile(
        r"non-GAAP (?:financial )?measures?,? (?:titled|called|named|for|of|as|such as|including) (?P<names>[^.;:]+)"
    ),
    re.compile(
        r"\b(?:discussion|presentation|use|disclosure) of (?P<names>(?:[Ff]ree|[Aa]djusted|[Cc]ore|[Cc]ash|"
        r"[Ss]egment|[Nn]et) [\w -]{3,40}?)(?= (?:on|in|as|for|at|and|you)\b|[,.;])"
    ),
    re.compile(r"\b(?P<names>[A-Z][\w-]*(?: [A-Z(][\w)-]*){1,4}),? (?:is |as )?an? non-GAAP"),
)
"""How a comment names measures that it does not quote."""
_FOR = re.compile(r".*\b(?:for|of) (?P<names>(?!each|all|any|the measures?|those|these|your|our)[^,;]+?)$")
MOST = 4
"""Measures that a block goes through one by one."""


def measures(comment: str, thing: str) -> tuple[str, ...]:
    """The measures that a request is on, by name: those it names itself, else those the comment quotes or calls so.

    A blank stands for them where the comment names none, or more than `MOST`.
    """
    own = _FOR.search(thing)
    named = (
        items(own["names"]) if own and not re.search(r"Regulation|Item|ASC|period|year", own["names"]) else ()
    )
    quoted = tuple(dict.fromkeys(m["name"] for m in _QUOTED.finditer(comment)))
    called = next((m for p in _CALLED if (m := p.search(comment))), None)
    found = named or quoted or (items(called["names"]) if called else ())
    names = tuple(re.sub(r"^(?:the|your|our|an?) ", "", lowered(n)) for n in found)
    return names if 0 < len(names) <= MOST else ("[●: each measure]",)


_PROMINENCE = re.compile(
    r"(?:an? analysis of |changes in )?(?:the |our |any )?(?P<measure>(?:most )?(?:directly )?[\w -]{3,90}?) with "
    r"(?:an? )?(?:equal or greater|greater|equal) prominence(?P<where>.*)|with (?:equal or greater|greater|equal) "
    r"prominence,? (?:the |our |any )?(?P<later>.+)",
    re.S,
)


def prominent(thing: str, comment: str) -> str:
    """A measure that is to stand first, as the figure that it is; the GAAP measure of each that the comment names."""
    found = _PROMINENCE.fullmatch(re.sub(r"^(?:equal or greater|greater|equal) prom", r"with \g<0>", thing))
    if found is None:
        return ""
    named = found["measure"] or found["later"]
    if not re.search(r"\b(?:measures?|most directly|amounts?)\b", named):
        return f"Our {named} was [●]."
    where = re.search(r"\b(?:discuss|analy[sz]e|present|use|for) (?P<names>[^,;]+)$", found["where"] or "")
    names = measures(comment, f"for {where['names']}" if where else named)
    return " ".join(
        f"[●: GAAP measure most directly comparable to {m.strip('[]● :')}] was $[●], compared with $[●], because [●]; "
        f"{m}, $[●], compared with $[●]."
        for m in names
    )
