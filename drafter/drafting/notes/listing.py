"""Names and figures that stand without verbs: “Discount rate 11.5 percent; growth of 3 percent a year”."""

from __future__ import annotations

import re

from drafter.drafting.language.articles import Setting, qualifies, subject_of
from drafter.drafting.language.casing import is_kept, lowered
from drafter.drafting.language.heads import names_thing
from drafter.drafting.language.tagging import leans, words
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.rows import alone, row, told

_ITEM = re.compile(
    r"^(?P<noun>(?!(?:notes?|items?|pages?|rule|section|form|question|exhibit|fiscal|in|at|on|for|of|about|"
    r"approximately|only|some|all|to|by|from|as|under|see|no|not|more|less|over|the week|amendment|"
    r"level|due|and|accrued|recorded|paid|received|reserved|spent|raised|borrowed|repaid|booked|open|"
    r"within|after|before|until|since|last|next|every|each|once|anyone|weighted|paid|up|down|an?|threshold for)\b)"
    r"(?:[A-Za-z]|\d+[- ][a-z])[A-Za-z0-9'’&/ -]{1,60}?)"
    r"(?:,? of|:|,)? (?P<figure>(?:about |approximately |nearly |some |over |up to |more than |"
    r"less than |at least |under )?"
    r"\$?\d[\d.,]*(?: to \$?\d[\d.,]*)? ?(?:%|percent\b|million\b|billion\b|basis points\b|years?\b|"
    r"months?\b|days\b|times\b|weeks\b|x\b|tons\b|tonnes\b|ounces\b|acres\b|barrels\b|"
    r"megawatts\b|square feet\b)[^;]*|\$\d[\d.,]*(?:/\w+)?(?:,? (?:for|per|an?|on|at|in|all|"
    r"or|compared) [^;]*)?)$",
    re.I,
)
_COUNTED = re.compile(
    r"^(?P<noun>[A-Z]?[a-z][a-z' -]{0,50}\b(?:grade|rate|ratio|number|count|price|term|size|score|"
    r"headcount|capacity|output|"
    r"multiple|margin|turns))(?: of)? (?P<figure>\$?\d[^;,]*)$",
    re.I,
)
"""A measure whose name says that a figure follows: “Cut-off grade 0.4 g/t”."""
_BROKEN = re.compile(
    r"\b(?:to|the|in|of|from|by|for|with|at|and|or|a|an|on|between|below|above|over|under|than|was|were|is|"
    r"are|up|down|last|least|once|who|which|that|when|while|if|so|because|as|plus|minus|overstated|"
    r"understated|misstated)$"
)
_PARTED = re.compile(
    r"(?:\d|million|billion|%|percent) (?:[a-z]+ed|made|held|paid|shown|sold) (?:in|on|by|at|as|to|from)\b"
)
"""A figure with what was done to it: “Impairment of $3.1 million booked in the fourth quarter”."""
_PUT = re.compile(r"\b(?:added|removed|revised|updated|included|disclosed|deleted|corrected)$")
_SHARE = re.compile(r"\d(?:[\d.]*)(?: ?%| percent) of\b")
_PARTY = re.compile(
    r"\b(?:customer|tenant|supplier|distributor|segment|reseller|vendor|client|borrower|product|store|mine)s?$",
    re.I,
)
"""What accounts for a share of something rather than being it."""


def listed(text: str, setting: Setting | None) -> str:
    """Names and figures without verbs as a clause; "" for anything else. Without a setting only whether it is one."""
    if setting is not None and (in_row := alone(text, setting)):
        return in_row
    parts = [p.strip(" .") for p in re.split(r";\s+", text)]
    if len(parts) == 1:
        parts = _by_comma(text)
    items = [_ITEM.match(part) or _COUNTED.match(part) for part in parts]
    found = [item for item in items if item]
    if any(_only_qualifies(item["noun"]) for item in found):
        return ""
    if len(found) < len(items) or any(_has_verb(item["noun"], item.group(0)) for item in found):
        return ""
    if not all(names_thing(item["noun"]) and _stands_under(item) for item in found):
        return ""
    if len(found) == 1 and ":" in re.sub(r"\([^()]*\)", "", text):
        return ""
    if setting is None:
        return text
    said = [measured(item["noun"].strip(), item["figure"].strip(), setting) for item in found]
    return (
        said[0] if len(said) == 1 else f"{', '.join(said[:-1])}{',' if len(said) > 2 else ''} and {said[-1]}"
    )


_ANOTHER = re.compile(
    r", (?:and )?(?:[A-Za-z][a-z]*(?: [a-z]+)* \$\d|"
    r"(?!up|down|in|at|on|of|or|with|compared|against|from|less|plus|net|about|all|due|through|for)[a-z]+ of \d)"
)
"""A second name with its figure: “, losses of 3.1”."""


def _stands_under(item: re.Match[str]) -> bool:
    """Whether the figure is all that is told of the name: not “holders of 44 percent accepted”."""
    figure = item["figure"]
    parted = re.match(r",(?! of)", item.string[item.end("noun") :])
    if parted and (
        re.search(r", (?!(?:19|20)\d\d)", figure) or re.search(r"\d (?:years|months|days|weeks)\b", figure)
    ):
        return False
    said = words(figure)
    if _ANOTHER.search(figure):
        return False
    return not any(
        word.kind in "VZ" or (word.kind in "EA" and said[at].kind in "#N") for at, word in enumerate(said[1:])
    )


def _only_qualifies(noun: str) -> bool:
    """Whether the word before a figure is a quality and no name: “flat 24 percent”."""
    return " " not in noun.strip() and qualifies(noun)


def _by_comma(text: str) -> list[str]:
    """The items of “WACC 10.5%, terminal growth 2.5%”; what has no figure stays with the item before it."""
    found: list[str] = []
    for said in re.split(r",\s+(?![^(“]*[)”])", text):
        piece = re.sub(r"^and\s+", "", said)
        if found and not _ITEM.match(piece):
            found[-1] = f"{found[-1]}, {said}"
        else:
            found.append(piece)
    return found


def _has_verb(noun: str, whole: str) -> bool:
    """Whether the name is a clause already, or breaks off at a preposition."""
    kinds = "".join(w.kind for w in words(noun))
    clause = (
        re.match(r"[EVB]D", kinds)
        or (kinds.endswith("SN") and leans(words(noun)[-1].low).keys() & {"VVB", "VVI"})
        or _BROKEN.search(noun)
        or re.search(r"\b(?:who|which|that)\b", noun)
        or finite(f"{noun} 1")
        or finite(whole)
    )
    return bool(clause or _PUT.search(whole) or _PARTED.search(whole[len(noun) :]))


def measured(noun: str, figure: str, setting: Setting) -> str:
    """The name and its figure as a clause: “the discount rate was 11.5 percent”."""
    figure = re.sub(
        r"^([^,;%]*\$\d[^,;%]*(?<! percent)), (?=(?:about |approximately )?\d[\d.]*(?:%| percent) of\b)|"
        r"^([^,;$]*(?:%| percent)), (?=(?:about |approximately )?\$\d)",
        lambda m: f"{m[1] or m[2]}, or ",
        figure,
    )
    figure = re.sub(
        r"^([^,;]*\d[^,;]* (?:in|for|at) [^,;]+), or (?=\$?\d[^,;]* (?:in|for|at) )", r"\1 and ", figure
    )
    figure = re.sub(
        r", (?=(?:(?:an?|one|two|three|four|five|six|seven|ten)-(?:year|month)|no) )", ", with ", figure
    )
    figure = re.sub(r", with (?!an?\b|no\b|the\b)", ", with a ", figure)
    be = told(noun, figure)
    if _SHARE.search(figure) and is_kept(noun):
        be = "represented"
    if _SHARE.search(figure) and _PARTY.search(noun):
        be = "accounted for"
    return f"{subject_of(noun, setting)} {be} {figure}"


def listed_after(rest: str) -> str:
    """Names and figures after a colon with their marks: “office $2 million, hotel $1 million” -> “office, ...”."""
    return "; ".join(f"{entry.name}, {entry.figure}" for entry in row(rest) if entry.name and not entry.turn)


_AMOUNT = (
    r"(?:(?:about|approximately|under|over|less than|more than|only|some) )?\$?\d[\d.,]*"
    r"(?: (?:million|billion|percent|basis points)|%)?"
)
_BARE_FIGURE = re.compile(
    rf"^(?P<figure>{_AMOUNT})(?P<rest>(?:,? (?:of|in|for|at|as of|to|on|total|and|or|per|a year|was|within|"
    rf"all|against|compared (?:with|to)|versus|up from|down from)\b.*| \(.*)?)$",
    re.I | re.S,
)


def bare_figure(text: str, before: str) -> str:
    """A figure without its name: “$1.2 million in 2025, $0.9 million in 2024” -> “The amount was ...”; else ""."""
    found = _BARE_FIGURE.match(text)
    if (
        found is None
        or finite(text)
        or ": " in re.sub(r"\([^()]*\)", "", text)
        or not re.search(r"\$|%|percent|million|billion", found["figure"])
    ):
        return ""
    text = _WORTH.sub(r"\g<against> a \g<worth> of ", text)
    text = re.sub(rf", (?={_AMOUNT} (?:in|for|at|to) )(?!.*, )", " and ", lowered(text))
    said = re.search(r"^(?!There\b|No\b)[^.;]{3,60}?\b(is|was|are|were|has|have|had)\b", before)
    subject = "It" if said and said[1] not in {"are", "were", "have"} else "The amount"
    share = re.search(r"(?:%|percent)$", found["figure"]) and found["rest"].startswith(" of ")
    verb = "represented" if share else "was"
    return f"{subject} {verb} {text}"


_WORTH = re.compile(
    r"(?P<against>,? (?:against|compared with|versus)) "
    r"(?P<worth>(?:carrying|book|market|face|net asset) (?:amount|value)) (?=[$€£]\d)"
)
"""What a figure is held against, of which the figure stands behind its name: “against carrying amount $673 million”."""


def amount_for(label: str, rest: str) -> str:
    """“For the treasurer: $190,300 for fiscal 2025”, which names whose amount it is; "" for others.

    So are amounts told by what they are split by: “By accident year: 2023 $2 million, 2024 $3 million”.
    """
    if label.startswith("By ") and len(re.findall(r"[$€£]\d", rest)) > 1:
        parts = "; ".join(
            re.sub(r"(?<=\w) (?=(?:[A-Z]{1,3})?[$€£]\d)", ", ", p)
            for p in re.split(r"[;,] (?:and )?(?=\w)", rest)
        )
        return f"{lowered(label)}, the amounts were as follows: {parts}"
    whose = label.startswith(("For ", "Net of ", "Excluding ", "Before ")) and re.match(r"[$€£]\d", rest)
    return f"the amount {lowered(label)} was {rest}" if whose else ""
