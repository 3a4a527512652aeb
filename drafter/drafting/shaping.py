"""Counsel's shorthand made into whole sentences, with verbs, subjects and articles put in."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.drafting.acronyms import in_words
from drafter.drafting.articles import DETERMINED, Setting, article, is_common, many, small, subject_of
from drafter.drafting.clauses import ended, lowered, raised
from drafter.drafting.days import spelled
from drafter.drafting.fragments import FINITE, by_period, completed, listed, passive_subject
from drafter.drafting.turning import turn_own
from drafter.templates import load_table


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
    r"Would|Can|Cannot|Applies|Covers|Includes|Excludes|Alleges|Seeks|Requires|Contains|Expires|Matures"
    r"|Relates|Related to|Used|Uses|Relies|Relied)\s+(?P<rest>(?!there\b|it\b|the\b|we\b).+)$",
    re.S,
)
_NONE = re.compile(r"^No (?P<thing>[^.;:]+?)(?P<yet> yet)?[.]?$")


def sentence(said: str, setting: Setting) -> str:
    """A note as a sentence of the letter: verbs, subjects, articles and the company's person put in."""
    text = raised(in_words(spelled(said.strip()), setting.comment))
    for pattern, to in _replacements():
        text = pattern.sub(to, text)
    text = _shaped(re.sub(r"\s{2,}", " ", text).replace(" :", ":"), setting)
    return ended(raised(turn_own(text, setting.voice)))


def _shaped(text: str, setting: Setting) -> str:
    return next((said for shape in _SHAPES if (said := shape(text, setting))), "")


def _none(text: str, _: Setting) -> str:
    none = _NONE.match(text)
    if none is None or _VERB.search(text):
        return ""
    be = "are" if many(none["thing"]) else "is"
    return f"There {be} no {none['thing']}{' at this time' if none['yet'] else ''}"


def _with_label(text: str, setting: Setting) -> str:
    labelled = _LABEL.match(text)
    return _labelled(labelled["label"].strip(), labelled["rest"].strip(), setting) if labelled else ""


def _with_subject(text: str, setting: Setting) -> str:
    bare = _NO_SUBJECT.match(text)
    return f"{_subject(bare['verb'], setting)} {bare['verb'].lower()} {bare['rest']}" if bare else ""


def _sum(text: str, _: Setting) -> str:
    found = _SUM.match(text)
    return (
        f"The amount {found['done'].lower()} was {found['rest']}" if found and not FINITE.search(text) else ""
    )


def _done(text: str, setting: Setting) -> str:
    done = _DONE.match(text)
    return _undergone(done["done"], done["rest"], setting) if done else ""


def _completed(text: str, setting: Setting) -> str:
    whole = completed(text, many(passive_subject(text)))
    return article(whole, setting) if whole else ""


def _verbless(text: str, _: Setting) -> str:
    if _VERB.search(text) or FINITE.search(text) or _DID.search(text):
        return ""
    return f"The relevant facts are as follows: {lowered(text)}"


def _plain(text: str, setting: Setting) -> str:
    return _joined(article(text, setting))


_ITEM = re.compile(
    r"^(?P<noun>(?!(?:notes?|items?|pages?|rule|section|form|question|exhibit|fiscal|in|at|on|for|of|about|"
    r"approximately|only|some|all|to|by|from|as|under|see|no|not|more|less|over)\b)[A-Za-z][A-Za-z'’ -]{2,60}?)"
    r"(?:,? of|:|,)? (?P<figure>(?:about |approximately |nearly |some |over |up to |more than |"
    r"less than |at least )?"
    r"\$?\d[\d.,]*(?: to \$?\d[\d.,]*)? ?(?:%|percent\b|million\b|billion\b|basis points\b|years?\b|"
    r"months?\b|days\b|times\b)[^;]*|\$\d[\d.,]*(?:/\w+)?(?: (?:for|per|an?|on|at|in) [^;]*)?)$",
    re.I,
)
"""A name and its figure without a verb: “Discount rate 11.5 percent”, “revenue growth of 3 percent a year”."""


def _listed(text: str, setting: Setting) -> str:
    """Names and figures without verbs as a sentence; "" for anything else."""
    items = [_ITEM.match(part.strip(" .")) for part in re.split(r";\s+", text)]
    found = [item for item in items if item]
    if len(found) < len(items) or any(_has_verb(item["noun"], item.group(0)) for item in found):
        return ""
    if len(found) == 1 and ":" in text:
        return ""
    said = [_measured(item["noun"].strip(), item["figure"].strip(), setting) for item in found]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _has_verb(noun: str, whole: str) -> bool:
    """Whether the name is a clause already, or breaks off at a preposition."""
    if re.search(r",\s[a-z]+s\s", whole[len(noun) :]):
        return True
    broken = re.search(
        r"\b(?:to|the|in|of|from|by|for|with|at|and|or|a|an|between|below|above|over|under)$", noun
    )
    return bool(broken or FINITE.search(f"{noun} 1") or _VERB.search(whole))


def _measured(noun: str, figure: str, setting: Setting) -> str:
    return f"{subject_of(noun, setting)} {'were' if many(noun) else 'was'} {figure}"


_DONE = re.compile(
    r"^(?P<done>(?:Not )?(?:[Aa]sked|[Rr]eviewed|[Cc]onsidered|[Aa]ssessed|[Cc]hecked|[Tt]ested|[Dd]iscussed|"
    r"[Ee]valuated|[Aa]pproved|[Dd]isclosed|[Ii]ncluded|[Rr]eported|[Rr]ecorded|[Cc]lassified|[Tt]racked|[Mm]easured|"
    r"[Mm]onitored|[Pp]repared|[Cc]alculated|[Uu]sed|[Pp]aid|[Ff]iled|[Rr]ecognized|[Pp]resented|[Ii]dentified))"
    r" (?P<rest>.+)$",
    re.S,
)
_HABIT = re.compile(r"\b(?:each|every|always|annually|quarterly|monthly|weekly|when|whenever)\b")


_SUM = re.compile(
    r"^(?P<done>Accrued|Recorded|Paid|Received|Reserved|Spent|Raised|Borrowed|Repaid) (?P<rest>\$\d.*)$", re.S
)
"""What was done with a sum: “Accrued $2.2 million”."""
_DID = re.compile(r"\b[a-z]+ed (?:the|an?|its|our|their|this|no|all|from|to)\b")
"""A past tense with what it was done to."""
_SUIT = re.compile(r"\b(?:class action|lawsuit|complaint|action|suit|petition|litigation)\b", re.I)


def _undergone(done: str, rest: str, setting: Setting) -> str:
    """A participle without its subject: “Asked each year” -> “The question is asked each year”."""
    suit = _SUIT.search(setting.comment) if done.lower() == "filed" else None
    subject = "The question" if done.lower().endswith("asked") else "This"
    subject = f"The {suit.group(0)}" if suit else subject
    return f"{subject} {'is' if _HABIT.search(rest) else 'was'} {done.lower()} {rest}"


def _labelled(label: str, rest: str, setting: Setting) -> str:
    if _PERIOD.match(label) and not (_VERB.search(rest) or FINITE.search(rest)):
        return f"The amounts for {label[:1].lower() + label[1:]} were as follows: {rest}"
    if _PERIOD.match(label):
        return f"In {label[:1].lower() + label[1:] if label[0] == 'F' else label}, {_and(rest.rstrip('.'))}"
    if re.search(r"\b(?:is|are|was|were|has|have|had|does|do|did|will)\b", label):
        return f"{label}: {rest}"
    if _ADJECTIVE.match(label):
        return _adjective(label.lower(), rest)
    if said := by_period(rest) or (f"as follows: {items}" if (items := listed(rest)) else ""):
        label = re.sub(r"(?<=[a-z]) ((?:fiscal )?20\d\d)$", r" for \1", label)
        return f"{subject_of(label, setting)} {'were' if many(label) else 'was'} {said}"
    if FINITE.search(label):
        both = [completed(t, many(passive_subject(t))) or t for t in (label, rest)]
        return f"{both[0]}; {both[1]}" if both[0] != label else f"{label}: {rest}"
    if _FIGURES.match(rest) or _DAY.fullmatch(rest.rstrip(".")):
        return _measured(label, rest, setting)
    return _described(label, rest, setting)


def _adjective(label: str, rest: str) -> str:
    """What is so: “Unavailable: impairment charges”, “Excluded: the warrants”."""
    several = re.search(r",| and |[^s]s\.?$", rest)
    what = f"following {'were' if several else 'was'}" if label.endswith("ed") else "following information is"
    return f"The {what} {label}: {rest}"


_FIGURES = re.compile(r"(?:about |approximately )?[$\d](?!.*, (?=.*\w))")


def _described(label: str, rest: str, setting: Setting) -> str:
    """A label and what is said under it, where neither figure nor date stands alone."""
    if (item := _ITEM.match(rest)) and "," not in rest and not _has_verb(item["noun"], rest):
        return f"{raised(subject_of(label, setting))}'s {small(item['noun'], setting)} was {item['figure']}"
    if re.search(rf"\bthe {re.escape(label)}\b", setting.comment, re.I) and not (
        DETERMINED.match(label) or re.match(r"[A-Z]\w+ [A-Z]", label)
    ):
        label = f"The {label[:1].lower()}{label[1:]}"
    if _SOURCES.search(label) and not _VERB.search(rest):
        return f"{article(label, setting)} provides as follows: {rest}"
    if (
        FINITE.search(rest)
        or _DID.search(rest)
        or (_VERB.search(rest) and not re.search(r", to be \w+ed", rest))
    ):
        what = subject_of(label, setting) if is_common(label, setting) else label
        return f"For {what}, {small(rest, setting)}"
    be = "are" if many(label) else "is"
    if "," not in rest and len(rest.split()) <= SHORT:
        return f"{raised(subject_of(label, setting))} {be} {small(rest, setting)}"
    return f"{article(label, setting)} {be} as follows: {rest}"


SHORT = 6
"""Words that a label can have for its predicate without a colon."""


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
    if verb.lower() in {"alleges", "seeks"} and (suit := _SUIT.search(setting.comment)):
        return f"The {suit.group(0)}"
    stem = {"does": r"(?:applies|does|includes|covers)", "applies": "applies"}.get(verb.lower(), verb.lower())
    said = re.search(rf"\b(the [a-z]+) {stem}\b", setting.comment)
    return raised(said.group(1)) if said else "It"


_SHAPES = (_listed, _none, _with_label, _with_subject, _sum, _done, _completed, _verbless, _plain)
"""What shorthand can be, the more particular first."""
