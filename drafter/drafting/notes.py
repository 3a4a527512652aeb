"""Counsel's notes made ready for a letter: whole sentences, with what must stay out kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from drafter.domain import Fact
from drafter.drafting.clauses import ended, raised
from drafter.drafting.turning import Voice, turn_own
from drafter.matters import sentences
from drafter.templates import load_table

REDACTION = "[***]"


class Use(StrEnum):
    """What a sentence of the notes may be used for."""

    STATE = "state"  # goes into the answer
    OPEN = "open"  # says that a fact is still to come: a blank
    CONFIRM = "confirm"  # to be confirmed: a blank that proposes it
    REMARK = "remark"  # said between colleagues
    HELD = "held"  # must stay out


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of counsel's notes. `fact` is the id of its note, `said` counsel's own words."""

    fact: str
    text: str
    said: str
    use: Use
    why: str = ""
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What notes are read against: the person of the letter, the words of the comment, all admitted text."""

    voice: Voice
    comment: str
    admitted: str


def tell(facts: Sequence[Fact], setting: Setting) -> tuple[Told, ...]:
    """The sentences of those notes in order, each with its use; none is dropped."""
    return tuple(told for fact in facts for told in _tell(fact, setting))


def _tell(fact: Fact, setting: Setting) -> Iterator[Told]:
    if fact.held:
        yield Told(fact.id, fact.text, fact.text, Use.HELD, f"marked {fact.held}")
        return
    for number, said in enumerate(part for s in sentences(fact.text) for part in _parts(s)):
        use, why = (Use.CONFIRM, "to be confirmed") if fact.tentative else _use(said)
        told = Told(fact.id, said, said, use, why)
        if fact.redacted:
            told = _redacted(told, setting, first=number == 0)
        yield replace(told, text=_sentence(told.text, setting)) if told.use is Use.STATE else told


def _use(said: str) -> tuple[Use, str]:
    inner = said.strip(" ()")
    for use, name, why in _USES:
        if any(pattern.search(inner) for pattern in _patterns(name)):
            return use, why
    return Use.STATE, ""


_USES = (
    (Use.HELD, "private", "looks non-public or privileged though not marked so"),
    (Use.OPEN, "open", "still to come"),
    (Use.REMARK, "remarks", "a working remark"),
)


@lru_cache(maxsize=8)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.I) for p in _register()[name])


@lru_cache(maxsize=1)
def _register() -> dict[str, list[str]]:
    return load_table("offline/register.toml")


@lru_cache(maxsize=1)
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, str]] = load_table("offline/register.toml")["replace"]
    return tuple((re.compile(r["from"], re.I), r["to"]) for r in rows)


def _parts(sentence: str) -> list[str]:
    """A sentence cut at a semicolon where one side is a remark and the other is not."""
    parts = [p.strip() for p in sentence.split(";")]
    uses = {_use(p)[0] for p in parts}
    return parts if len(uses) > 1 and Use.HELD not in uses else [sentence]


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


def _sentence(said: str, setting: Setting) -> str:
    """A note as a sentence of the letter: verbs, subjects, articles and the company's person put in."""
    text = said.strip()
    for pattern, to in _replacements():
        text = pattern.sub(to, text)
    text = _shaped(re.sub(r"\s{2,}", " ", text).replace(" :", ":"), setting)
    return ended(raised(turn_own(text, setting.voice)))


def _shaped(text: str, setting: Setting) -> str:
    if (none := _NONE.match(text)) and not _VERB.search(text):
        return f"There is no {none['thing']}{' at this time' if none['yet'] else ''}"
    if labelled := _LABEL.match(text):
        return _labelled(labelled["label"].strip(), labelled["rest"].strip(), setting)
    if bare := _NO_SUBJECT.match(text):
        return f"{_subject(bare['verb'], setting)} {bare['verb'].lower()} {bare['rest']}"
    return _joined(_article(text, setting))


def _labelled(label: str, rest: str, setting: Setting) -> str:
    if _PERIOD.match(label):
        return f"In {label[:1].lower() + label[1:] if label[0] == 'F' else label}, {_and(rest.rstrip('.'))}"
    if re.search(r"\b(?:is|are|was|were|has|have|had|does|do|did|will)\b", label):
        return f"{label}: {rest}"
    if _ADJECTIVE.match(label):
        return f"The following information is {label.lower()}: {rest}"
    if re.match(r"^(?:about |approximately )?[$\d]", rest) and ", " not in rest.rstrip("."):
        return f"{_article(label, setting)} was {rest}"
    if _VERB.search(label):
        return f"{label}: {rest}"
    if _SOURCES.search(label) and not _VERB.search(rest):
        return f"{_article(label, setting)} provides as follows: {rest}"
    if _VERB.search(rest):
        return f"With respect to {_small(label, setting)}, {_small(rest, setting)}"
    return f"{_article(label, setting)} {'are' if label.rstrip().endswith('s') else 'is'} as follows: {rest}"


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


def _article(text: str, setting: Setting) -> str:
    """The article that shorthand drops: “Table will be” -> “The table will be”; names have none."""
    first = text.split(" ", 1)[0]
    if _DETERMINED.match(text) or _MASS.match(text) or not first[:1].isupper():
        return text
    if first.lower() in {"company", "partnership", "registrant"}:
        return f"The {text}" if not text.startswith("The") else text
    noun = _ARTICLED.match(text)
    if noun and not re.search(r"(?<![siu])s$", noun["noun"].split(" of ")[0]) and _is_common(text, setting):
        return f"The {text[:1].lower()}{text[1:]}"
    return text


def _small(label: str, setting: Setting) -> str:
    return label[:1].lower() + label[1:] if _is_common(label, setting) else label


_STATUS = re.compile(
    r"\s*(?:,|\b(?:is|are|was|were)\b)?\s*\b(?P<status>(?:still )?(?:being|"
    r"to be|not yet|not|awaiting|pending|to come|to follow|tbd|tba)\b.*)$",
    re.I,
)


def proposed(told: Told, filing: bool = False) -> str:
    """The blank for a fact that is still to come or to be confirmed, as a sentence.

    In a `filing` the name of the fact stands before the blank.
    """
    said = re.sub(r"[\[\]●()]", "", told.said).strip(" .")
    if told.use is Use.CONFIRM:
        return f"[●: to be confirmed: {said}]."
    thing, _, where = said.partition(": ")
    found = _STATUS.search(thing)
    if (found and not where) or re.search(r"\bleave\b", where):
        thing, where = (thing[: found.start()], found["status"]) if found else (thing, "")
    name = thing.strip(" ,;:")
    small = name[:1].lower() + name[1:]
    blank = f"[●: {small}{f' ({where.strip()})' if where.strip() else ''}]."
    return f"{raised(name)}: {blank}" if filing else blank


_SECRET = re.compile(
    r"\$?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|thousand|"
    r"percent))?%?|(?:[A-Z][\w&.'-]*)(?:,? [A-Z][\w&.'-]*)*"
)
_SAFE = frozenset(
    str.split("Staff Company Commission Form Item Rule Note The In On At For A An Our We It Name Terms")
)


def _redacted(told: Told, setting: Setting, first: bool) -> Told:
    """The sentence with each name and figure that is not public already as [***].

    A first sentence that shows none is wholly redacted: what is secret in it cannot be told apart.
    """
    public = setting.comment

    def hide(found: re.Match[str]) -> str:
        words = found.group(0)
        at_start = found.start() == 0
        known = words in public or words in _SAFE or (at_start and words[1:].islower())
        return words if known else REDACTION

    hidden = _SECRET.sub(hide, told.said)
    if first and hidden == told.said:
        hidden = f"The information requested is {REDACTION}"
    hidden = re.sub(
        rf"; (?P<thing>\w+) (?=(?:about|approximately|of) {re.escape(REDACTION)})",
        r", and the \g<thing> is ",
        hidden,
    )
    use = Use.REMARK if told.use is Use.REMARK else Use.STATE
    return replace(told, text=hidden, use=use, redacted=REDACTION in hidden)
