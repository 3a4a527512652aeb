"""Lines of proposed disclosure: by the kind of thing, by the rule that the staff cites, and for a measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafter.drafting.disclosure.events import unit
from drafter.drafting.disclosure.paying import paid
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.clearing import items
from drafter.drafting.language.measured import QUOTED, beside, measures_in, standard
from drafter.drafting.language.tagging import heads_many
from drafter.drafting.language.together import together
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


_FOR = re.compile(r".*\b(?:for|of|to) (?P<names>(?!each|all|any|the measures?|those|these|your|our)[^,;]+?)$")
MOST = 4  # measures that a block goes through one by one
_UNNAMED = ("[●: each measure]",)


def measures(comment: str, thing: str) -> tuple[str, ...]:
    """The measures that a request is on, by name: those it names itself, else those the comment quotes or presents.

    A blank stands for them where the comment names none, or more than `MOST`.
    """
    own = _FOR.search(thing)
    cited = own is None or re.search(r"Regulation|Item|ASC|period|year", own["names"])
    quoted = tuple(dict.fromkeys(m["name"] for m in QUOTED.finditer(comment)))
    named = () if own is None or cited else items(own["names"])
    found = named or (quoted[1:] and quoted) or measures_in(comment) or quoted
    names = tuple(re.sub(r"^(?:the|your|our|an?) ", "", lowered(n)) for n in found)
    return names if 0 < len(names) <= MOST else _UNNAMED


_PROMINENCE = re.compile(
    r"(?:an? analysis of |changes in )?(?:the |our |any )?"
    r"(?P<measure>(?:(?!\b(?:with|equal|greater)\b)[\w() ,-]){3,110}?)(?<! of),?(?: ?with)? "
    r"(?:an? )?(?:equal or greater|greater|equal) prominence(?P<where>.*)|(?:with )?(?:equal or greater|greater|equal) "
    r"prominence,? (?:to )?(?:the |our |any )?(?P<later>.+)",
    re.S,
)
_RECONCILIATION = re.compile(
    r"(?:an? |the |our )?(?:[a-z]+ )?reconciliations? (?:of (?:the |our )?(?P<measure>[^,;]+?) to (?P<gaap>.+)|"
    r"(?:from|with) (?:the |our )?(?P<first>[^;]+?)(?: as the most (?:directly )?comparable .+)?)"
)
_BY, _PER = re.compile(r" by (?P<kind>[\w -]+)$"), re.compile(r"^(?P<total>.+?) per (?P<unit>.+)$")


def beside_accounts(thing: str, comment: str) -> str:
    """The lines for a reconciliation or for a measure that is to stand first; "" for any other thing."""
    if found := _RECONCILIATION.fullmatch(thing):
        of = found["measure"] or measures(comment, "")[0].removesuffix(" per share")
        return reconciled(of, found["gaap"] or found["first"], comment)
    found = _PROMINENCE.fullmatch(thing)
    if found is None:
        return ""
    named = found["measure"] or found["later"]
    where = re.search(r"\b(?:discuss|analy[sz]e|present|use|for) (?P<names>[^,;]+)$", found["where"] or "")
    own = measures(comment, f"for {where['names']}" if where else named)
    gaap = beside(f"{comment} {thing}") or ("" if re.search(r"\bcomparable\b|\bmeasures?$", named) else named)
    if gaap and own == _UNNAMED:
        return _figures(gaap, gaap)
    both = [(_BY.search(m), _BY.sub("", m)) for m in own]
    said = [(by, f"{_figures(gaap or _comparable(m, comment), m)} {_figures(m, m)}") for by, m in both]
    return " ".join(f"For [●: each {by['kind']}], {lowered(two)}" if by else two for by, two in said)


def _figures(name: str, measure: str) -> str:
    """What stands for each period beside that measure, in its unit."""
    were, unit = "were" if heads_many(name) else "was", _unit(measure)
    our = re.sub(r"^(?=(?!the |our )[a-z][^\[]* (?:ratio|rate|yield)\b)", "our ", name)
    return f"{raised(our)} {were} {unit} in [●: period], compared with {unit} in [●: prior period]."


def reconciled(measure: str, gaap: str, comment: str) -> str:
    """A measure reconciled: its measure of the accounts, each adjustment and the measure, for each period."""
    general = re.search(r"\bmeasures?\b(?!\])|^(?:each|both|them)(?: of them)?$", measure)
    several = measures(comment, "") if general else measures_in(comment)
    if general or (several[1:] and measure == together(several)):
        return " ".join(reconciled(one, gaap, comment) for one in several)
    name = re.sub(r"^(?:the|our) ", "", measure)
    by, per = _BY.search(name), _PER.match(name)
    gaap = re.sub(r",? (?:as )?(?:its|the) most (?:directly )?comparable .*", "", gaap)
    known = beside(gaap) or ("" if re.search(r"\bcomparable\b", gaap) else gaap)
    total = per["total"] if per else name
    rows = [(lowered(known) or _comparable(name, comment), total), ("[●: each adjustment, by name]", total)]
    rows += [(total, total), (f"[●: number of units for “per {per['unit']}”]", "")] if per else []
    rows += [(_BY.sub("", name), name)]
    listed = "; ".join(f"{row}, {_unit(of)} and {_unit(of)}" for row, of in rows)
    to = lowered(known) or f"the most directly comparable {standard(comment)} measure"
    shown = f", with a column for each {by['kind']} and a total" if by else ""
    return f"The following table reconciles {name} to {to} for [●: period] and [●: prior period]{shown}: {listed}."


def _comparable(measure: str, text: str) -> str:
    kind = next(iter(re.findall(r"\b(?:margin|ratio)\b", measure)), "measure")
    return f"[●: {standard(text)} {kind} most directly comparable to {_BY.sub('', measure.strip('[]● :'))}]"


def _unit(measure: str) -> str:
    """The blank for a figure of that measure with its unit, as far as its name tells it."""
    return "[●] percent" if _PERCENT.search(measure) else "$[●]" if _MONEY.match(measure) else "[●]"


_PERCENT = re.compile(r"(?i)margin|percent|utili[sz]ation|retention|tax rate|(?:operating|combined) ratio")
_MONEY = re.compile(
    r"(?!.*\b(?:ratio|rate|yield|return)s?\b).*(?:EBIT|FFO|NOI|EPS|\b(?i:income|earnings|profit|loss|sales|revenues?|"
    r"costs?|cash|debt|contribution)\b)"
)
