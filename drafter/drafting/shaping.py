"""Counsel's shorthand made into whole sentences, with verbs, subjects and articles put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.drafting.clauses import ended, raised
from drafter.drafting.turning import Voice, turn_own
from drafter.templates import load_table


@dataclass(frozen=True, slots=True)
class Setting:
    """What notes are read against: the person of the letter, the words of the comment, all admitted text."""

    voice: Voice
    comment: str
    admitted: str


@lru_cache(maxsize=1)
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, str]] = load_table("offline/register.toml")["replace"]
    return tuple((re.compile(r["from"], re.I), r["to"]) for r in rows)


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|"
    r"can|cannot|could|may|might|must|shall|should|exists?"
    r"|(?<=[a-z] )[a-z]{3,}ed|relies|consists?|includes?|provides?|"
    r"requires?|applies|contracts?|sets?|gives?|gave|made|forbids?"
    r"|holds?|held|uses?|reviews?|receives?|reports?|pays?|"
    r"paid|began|took|came|comes|remains?|contains?|allows?"
    r"|prohibits?|shows?|means?|owns?|keeps?|kept|runs?|sells?|"
    r"sold|bought|buys?|grew|grows?|rose|fell|covers?|exceeds?"
    r"|measures?|calculates?|recognizes?|records?|treats?|accounts?|"
    r"classif(?:y|ies)|agrees?|expects?|intends?|plans?"
    r"|depends?|manages?|operates?|serves?|files?|meets?|met|"
    r"bears?|controls?|acts?|works?|stands?|stood|lies|runs)\b"
)
_LABEL = re.compile(r"^(?P<label>[^:;.$]{2,60}):\s+(?P<rest>.+)$", re.S)
_PERIOD = re.compile(
    r"^(?:fiscal(?: year)? \d{4}|(?:19|20)\d\d|Q[1-4] \d{4}|"
    r"(?:first|second|third|fourth) quarter(?: of)? \d{4})$",
    re.I,
)
_ADJECTIVE = re.compile(r"^(?:not )?[a-z]+(?:able|ible|ed)$", re.I)
_SOURCES = re.compile(
    r"\b(?:charter|agreement|lease|contract|policy|plan|bylaws|indenture|code|rule)s?$", re.I
)
_NO_SUBJECT = re.compile(
    r"^(?P<verb>Does|Do|Did|Is|Are|Was|Were|Has|Have|Had|Will|"
    r"Would|Can|Cannot|Applies|Covers|Includes|Excludes"
    r"|Relates|Related|Related to|Used|Uses|Relies|Relied)\s+(?P<rest>(?!there\b|it\b|the\b|we\b).+)$",
    re.S,
)
_NONE = re.compile(r"^No (?P<thing>[^.;:]+?)(?P<yet> yet)?[.]?$")


def sentence(said: str, setting: Setting) -> str:
    """A note as a sentence of the letter: verbs, subjects, articles and the company's person put in."""
    text = raised(said.strip())
    for pattern, to in _replacements():
        text = pattern.sub(to, text)
    text = _shaped(re.sub(r"\s{2,}", " ", text).replace(" :", ":"), setting)
    return ended(raised(turn_own(text, setting.voice)))


def _shaped(text: str, setting: Setting) -> str:
    if listed := _listed(text, setting):
        return listed
    if (none := _NONE.match(text)) and not _VERB.search(text):
        return f"There is no {none['thing']}{' at this time' if none['yet'] else ''}"
    if labelled := _LABEL.match(text):
        return _labelled(labelled["label"].strip(), labelled["rest"].strip(), setting)
    if bare := _NO_SUBJECT.match(text):
        return f"{_subject(bare['verb'], setting)} {bare['verb'].lower()} {bare['rest']}"
    if done := _DONE.match(text):
        return _undergone(done["done"], done["rest"])
    return _joined(_article(text, setting))


_ITEM = re.compile(
    r"^(?P<noun>(?!(?:notes?|items?|pages?|rule|section|form|question|exhibit|fiscal|in|at|on|for|of|about|"
    r"approximately|only|some|all|to|by|from|as|under|see|no|not|more|less|over)\b)[A-Za-z][A-Za-z'’ -]{2,60}?)"
    r"(?:,? of|:|,)? (?P<figure>(?:about |approximately |nearly |some |over |up to |more than |"
    r"less than |at least )?"
    r"\$?\d[\d.,]*(?: to \$?\d[\d.,]*)? ?(?:%|percent\b|million\b|billion\b|basis points\b|years?\b|"
    r"months?\b|days\b|times\b)[^;]*)$",
    re.I,
)
"""A name and its figure without a verb: “Discount rate 11.5 percent”, “revenue growth of 3 percent a year”."""


def _listed(text: str, setting: Setting) -> str:
    """Names and figures without verbs as a sentence; "" for anything else."""
    items = [_ITEM.match(part.strip(" .")) for part in re.split(r";\s+", text)]
    found = [item for item in items if item]
    if len(found) < len(items) or any(_VERB.search(item.group(0)) for item in found):
        return ""
    if len(found) == 1 and ":" in text:
        return ""
    said = [_measured(item["noun"].strip(), item["figure"].strip(), setting) for item in found]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _measured(noun: str, figure: str, setting: Setting) -> str:
    return f"{_subject_of(noun, setting)} {'were' if _many(noun) else 'was'} {figure}"


def _subject_of(noun: str, setting: Setting) -> str:
    """The noun as a subject: with its article, unless it is a name, a mass or a plural."""
    first = noun.split()[0]
    proper = (
        re.search(rf"(?<=[a-z,] ){re.escape(first)}\b", setting.admitted) or first[1:] != first[1:].lower()
    )
    small = noun if proper else noun[:1].lower() + noun[1:]
    bare = _DETERMINED.match(small) or _MASS.match(small) or small.endswith("growth") or _many(small)
    return small if bare or proper else f"the {small}"


def _many(noun: str) -> bool:
    """Whether the name is in the plural: "costs", not "basis"."""
    head = re.split(r" (?:of|to|for|in|at|on|from|by|with|allocated|held|paid|related|attributable)\b", noun)[
        0
    ]
    return bool(re.search(r"(?<![siu])s$", head.rstrip()))


_DONE = re.compile(
    r"^(?P<done>(?:Not )?(?:[Aa]sked|[Rr]eviewed|[Cc]onsidered|[Aa]ssessed|[Cc]hecked|[Tt]ested|[Dd]iscussed|"
    r"[Ee]valuated|[Aa]pproved|[Dd]isclosed|[Ii]ncluded|[Rr]eported|[Rr]ecorded|[Cc]lassified|[Tt]racked|[Mm]easured|"
    r"[Mm]onitored|[Pp]repared|[Cc]alculated|[Uu]sed|[Pp]aid|[Ff]iled|[Rr]ecognized|[Pp]resented|[Ii]dentified))"
    r" (?P<rest>.+)$",
    re.S,
)
_HABIT = re.compile(r"\b(?:each|every|always|annually|quarterly|monthly|weekly|when|whenever)\b")


def _undergone(done: str, rest: str) -> str:
    """A participle without its subject: “Asked each year” -> “The question is asked each year”."""
    subject = "The question" if done.lower().endswith("asked") else "This"
    return f"{subject} {'is' if _HABIT.search(rest) else 'was'} {done.lower()} {rest}"


def _labelled(label: str, rest: str, setting: Setting) -> str:
    if _PERIOD.match(label):
        return f"In {label[:1].lower() + label[1:] if label[0] == 'F' else label}, {_and(rest.rstrip('.'))}"
    if re.search(r"\b(?:is|are|was|were|has|have|had|does|do|did|will)\b", label):
        return f"{label}: {rest}"
    if _ADJECTIVE.match(label):
        return f"The following information is {label.lower()}: {rest}"
    if _FIGURES.match(rest) or _DAY.fullmatch(rest.rstrip(".")):
        return _measured(label, rest, setting)
    if _VERB.search(label):
        return f"{label}: {rest}"
    return _described(label, rest, setting)


_FIGURES = re.compile(r"(?:about |approximately )?[$\d](?!.*, (?=.*\w))")


def _described(label: str, rest: str, setting: Setting) -> str:
    """A label and what is said under it, where neither figure nor date stands alone."""
    if re.search(rf"\bthe {re.escape(label)}\b", setting.comment, re.I) and not _DETERMINED.match(label):
        label = f"The {label[:1].lower()}{label[1:]}"
    if _SOURCES.search(label) and not _VERB.search(rest):
        return f"{_article(label, setting)} provides as follows: {rest}"
    if _VERB.search(rest):
        return f"With respect to {_small(label, setting)}, {_small(rest, setting)}"
    return f"{_article(label, setting)} {'are' if label.rstrip().endswith('s') else 'is'} as follows: {rest}"


_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?,? \d{4}"
)


def _and(rest: str) -> str:
    """Two clauses with a comma between them joined as one sentence."""
    parts = rest.split(", ")
    if len(parts) == 2 and all(_VERB.search(p) for p in parts) and not parts[1].startswith("and "):
        return f"{parts[0]} and {parts[1]}"
    return rest


def _joined(text: str) -> str:
    """Two verbs of one subject joined: “The deck exists, was used” -> “The deck exists and was used”."""
    return re.sub(r"^([^,;:.]*), (?=(?:was|were|is|are|has|have|had|will) )(?![^.;]*,)", r"\1 and ", text)


def _subject(verb: str, setting: Setting) -> str:
    """Who does what a note without a subject says: what the comment says it of, else the company or it."""
    if verb.lower() in {"will", "would", "can", "cannot", "relies", "relied", "uses", "used", "have", "do"}:
        return "The Company"
    stem = {"does": r"(?:applies|does|includes|covers)", "applies": "applies"}.get(verb.lower(), verb.lower())
    said = re.search(rf"\b(the [a-z]+) {stem}\b", setting.comment)
    return raised(said.group(1)) if said else "It"


def _is_common(text: str, setting: Setting) -> bool:
    word = re.match(r"[A-Za-z-]+", text)
    known = set(re.findall(r"(?<![A-Za-z])[a-z][a-z-]+", f"{setting.admitted} {_COMMON}"))
    return word is not None and word.group(0)[1:].islower() and word.group(0).lower() in known


_COMMON = (
    "table charter analysis deck disclosure agreement amount "
    "copy note list letter report memo contract lease policy"
    " plan board audit committee management summary schedule "
    "goodwill receivable straight-line testing-the-waters"
    " balance rate number measure metric change error program "
    "transaction facility provision threshold figure name"
)
_DETERMINED = re.compile(
    r"^(?:the|a|an|this|that|these|those|each|every|all|both|no|"
    r"none|some|any|our|its|their|we|it|they|there|he|she|one"
    r"|two|three|in|on|at|for|as|by|from|since|until|before|"
    r"after|during|under|with|what|when|where|if|because|"
    r"although|while|management|merchants|most|more|less|"
    r"only|neither|either|not|to|of|according|following)\b",
    re.I,
)
_MASS = re.compile(
    r"^(?:price|revenue|inventory|interest|cash|income|equity|debt|traffic|volume|pricing)\b", re.I
)
_ARTICLED = re.compile(
    r"^(?P<noun>[A-Z][a-z-]+(?: [a-z-]+){0,3}?)(?= (?:of|is|are|"
    r"was|were|has|have|had|will|does|did|exists?|in|per|by)\b|$)"
)


_SUPERLATIVE = re.compile(
    r"(?:[A-Z][a-z]{2,}est|Next|Main|Principal|Primary|Remaining|Total|Average|Current)$"
)


def _article(text: str, setting: Setting) -> str:
    """The article that shorthand drops: “Table will be” -> “The table will be”; names have none."""
    first = text.split(" ", 1)[0]
    if _DETERMINED.match(text) or _MASS.match(text) or not first[:1].isupper():
        return text
    if re.match(
        r"(?:Page|Note|Item) [\w-]+ (?:tables?|text|discussion|disclosure|chart|figures?|amounts?|total)\b",
        text,
    ):
        return f"The {text[:1].lower() if first == 'Page' else text[:1]}{text[1:]}"
    if first.lower() in {"company", "partnership", "registrant"}:
        return f"The {text}" if not text.startswith("The") else text
    noun = _ARTICLED.match(text)
    if noun and _SUPERLATIVE.match(first) and not _many(noun["noun"]):
        return f"The {text[:1].lower()}{text[1:]}"
    if noun and not re.search(r"(?<![siu])s$", noun["noun"].split(" of ")[0]) and _is_common(text, setting):
        return f"The {text[:1].lower()}{text[1:]}"
    return text


def _small(label: str, setting: Setting) -> str:
    return label[:1].lower() + label[1:] if _is_common(label, setting) else label
