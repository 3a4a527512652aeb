"""What a note says of a condition: that it holds, that it fails, or neither; “not probable” denies no “possible”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.drafting.planning.plan import stems

_DENIES = re.compile(
    r"\b(?:no longer|no|not|neither|never|nor|none|cannot|without|nothing|nobody|zero|nil|ceased|stopped|lacks?|"
    r"declined to|refused to|failed to|unable to)\b|n[’']t\b",
    re.I,
)
_COUNTS = re.compile(
    r"\b(?:no|not) (?:fewer|less|more|later|earlier|sooner) than\b|\bnot (?:only|just)\b", re.I
)
"""A “no” that denies nothing: “no fewer than two”."""
_DOUBTS = re.compile(
    r"\b(?:whether|not yet|not (?:sure|known|clear|decided|certain)|(?:do|does) not know|unclear|undecided|unknown|"
    r"(?-i:may)|might|perhaps|no decision|check(?:s|ing)?|other than|except|unless|if)\b|\bto be \w+ed\b",
    re.I,
)
"""What leaves a sentence undecided."""
_PIECES = re.compile(
    r"[.;:—](?:\s+|$)|,?\s+\b(?:but|although|though|because|since|so|while|whereas|and (?=not\b|no\b|never\b))\b\s*|"
    r",\s+"
)
_LIST = re.compile(r"[^.;:]{1,60}?\b(?:or|nor)\b", re.I)
"""What goes on after a comma under the same “no”: “no agreement, order or action”."""
_YES = re.compile(r"(?:yes|correct|confirmed|agreed|that is (?:so|right|correct))\b", re.I)
_NO = re.compile(
    r"(?:no|none|neither|not so|(?:it|we|they) (?:do|does|did|is|are|was|were|has|have) not)\W*$", re.I
)
_ANAPHOR = re.compile(
    r"^(?:and )?(?:if|to the extent(?: that)?) (?:so|true|yes|that is (?:so|the case)|"
    r"(?:it|they|you|one|any|this) (?:do|did|does|is|was|are|were|"
    r"has|have|can|will)|in that case)\b\W*(?:and if material\b.*)?$|^(?:and )?in that case\b",
    re.I,
)
"""A condition that is the question before it."""
_NOT_SO = re.compile(
    r"^(?:and )?if (?:not|no|(?:it|they|you) (?:do|did|does|is|was|are|were|has|have) not)\W*$", re.I
)
_LEADS = re.compile(
    r"^(?:and )?(?:if|where|when|once|to the extent(?: that)?|unless|should)\b|^(?:whether(?: or not)?|that)\b",
    re.I,
)
_PLACED = re.compile(r",? (?:both )?(?:here and|elsewhere|throughout|where(?:ver)? )\b.*$", re.I)
"""Where the staff wants a proposition stated, which is no part of it."""
_OPPOSITE = re.compile(r"^(?:im|in(?!com$)|un|ir|il|non-?)(?=[a-z]{3})")
_ALTERNATIVES = re.compile(r"\b(?P<one>[a-z]+), (?P<two>[a-z]+),? or (?P<three>[a-z]+)\b")
_HEAD = re.compile(
    r"^(?:(?:you|it|they|we|the company|there|this|that|these|those)\s+)(?:(?:will|would|have|has|had|be|been|do|does|"
    r"did|is|are|was|were|not|also|currently|continue|intend|plan|propose|elect|expect|choose|to|an?|the)\s+)*(?P<head>[a-z-]+)",
    re.I,
)
_IS_DONE = re.compile(r"\b(?:is|are|was|were|been|be)\s+(?:an?\s+|the\s+)?(?P<head>[a-z-]+)", re.I)
ENOUGH = 0.34
"""Share of a condition's content words that a denial of it holds."""
MOST = 0.5
"""Share of them that a sentence which affirms it holds."""


NEARLY = 0.6
"""Share of them under one denial that needs no word of the verb: “no crypto assets are held”."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence with the words it affirms and those under its denial."""

    said: frozenset[str]
    denied: frozenset[str]
    beside: frozenset[str]
    """Words before the denial, of which it says that something is not so."""


def pieces(text: str) -> Iterator[Piece]:
    """The parts of the text, each word as affirmed or denied."""
    rest = _COUNTS.sub("at", text)
    for part in _parts(rest):
        found = _DENIES.search(part)
        if found is None:
            yield Piece(content(part), frozenset(), frozenset())
        else:
            yield Piece(frozenset(), content(part[found.end() :]), content(part[: found.start()]))


def _parts(text: str) -> Iterator[str]:
    start = 0
    for found in _PIECES.finditer(text):
        denied = _DENIES.search(text[start : found.start()])
        if (
            found[0].startswith(",")
            and found[0].strip() == ","
            and denied
            and _LIST.match(text[found.end() :])
        ):
            continue
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]


def holds(condition: str, question: str, said: str) -> bool | None:
    """Whether the note says that the condition holds; None where it does not speak to it or leaves it open.

    `question` is what the staff asked before, which “if so” takes up.
    """
    bare = _COUNTS.sub("at", said)
    turned = bool(re.match(r"(?:and )?unless\b", condition, re.I))
    if _NOT_SO.match(condition) or _ANAPHOR.match(condition):
        turned = bool(_NOT_SO.match(condition))
        clause = question
    else:
        clause = condition
    clause = _PLACED.sub("", _LEADS.sub("", clause.strip(" ,.")).strip())
    while denied := _DENIES.search(clause):
        turned = not turned
        clause = f"{clause[: denied.start()]} {clause[denied.end() :]}".strip()
    found = _answered(bare) if question and clause else None
    found = _spoken(clause, question, bare) if found is None and clause else found
    return found if found is None or not turned else not found


def _answered(said: str) -> bool | None:
    """What a bare “yes” or “no” says."""
    first = re.split(r"[.;](?:\s|$)", said.strip())[0]
    if _NO.match(first):
        return False
    return True if _YES.match(first) or re.search(r", yes$", first, re.I) else None


def _spoken(clause: str, question: str, said: str) -> bool | None:
    """Whether the sentences affirm or deny the clause: the first that speaks to it decides."""
    if any(_turned(clause, said, *pair) for pair in (*_AGAINST, *((b, a) for a, b in _AGAINST))):
        return False
    words = content(clause)
    found = _HEAD.match(clause) or _IS_DONE.search(clause)
    head = content(found["head"]) if found else frozenset()
    others = _others(clause, question)
    for sentence in re.split(r"(?<=[.;])\s+", said):
        if _DOUBTS.search(sentence):
            continue
        verdict = _verdict(words, head, list(pieces(sentence)))
        if verdict is None and any(p.said & others for p in pieces(sentence)):
            verdict = False
        if verdict is not None:
            return verdict
    return None


_AGAINST = (("after", "before"), ("above", "below"), ("over", "under"), ("more than", "less than"))


def _turned(clause: str, said: str, one: str, other: str) -> bool:
    """Whether the sentences say “before” of what the clause says “after” of."""
    found = re.search(rf"\b{one} (?P<what>\w+(?: \w+)?)", clause, re.I)
    return bool(found and re.search(rf"\b{other} {re.escape(found['what'])}\b", said, re.I))


def _verdict(words: frozenset[str], head: frozenset[str], parts: list[Piece]) -> bool | None:
    opposites = [(p, _opposite(p, words)) for p in parts]
    if turned := next(((p, o) for p, o in opposites if o), None):
        return bool(turned[1] & turned[0].denied)
    affirmed = frozenset().union(*(p.said for p in parts)) & words
    for part in parts:
        denied, beside = part.denied & words, part.beside & words
        speaks = denied | beside if denied or not (part.denied or affirmed) else frozenset()
        on_head = head & (speaks | affirmed) if denied else head & beside
        spoken_to = on_head or not head or _enough(denied, words, NEARLY)
        if speaks - affirmed and spoken_to and _enough(speaks | affirmed, words):
            return False
        if head & part.denied and part.denied <= words and not head & affirmed:
            return False
    return True if affirmed and head <= affirmed and _enough(affirmed, words, MOST) else None


def _opposite(part: Piece, words: frozenset[str]) -> frozenset[str]:
    """The words of the part that say the opposite of one of those: “immaterial”."""
    starts = {w[:4] for w in words}
    every = part.said | part.denied
    return frozenset(
        w
        for w in every - words
        if _OPPOSITE.match(w) and any(x.startswith(_OPPOSITE.sub("", w, count=1)[:4]) for x in starts)
    )


def _enough(common: frozenset[str], words: frozenset[str], share: float = ENOUGH) -> bool:
    return len(common) >= share * len(words)


def _others(clause: str, question: str) -> frozenset[str]:
    """The other alternatives of the question where the condition names one: of “probable, possible or remote”."""
    found = _ALTERNATIVES.search(question)
    named = [content(w) for w in found.groups()] if found else []
    mine = content(clause)
    return (
        frozenset().union(*(w for w in named if not w & mine))
        if any(w & mine for w in named)
        else frozenset()
    )


_EMPTY = frozenset({"you", "they", "yes"})


_INFLECTED = re.compile(r"(?<=\w{4})(?:ing?|ed|es|s|e)$")


_PRESENT = {
    "paid": "pay", "sold": "sell", "bought": "buy", "held": "hold", "gave": "give", "given": "give", "took": "take",
    "taken": "take", "kept": "keep", "left": "leave", "lost": "lose", "built": "build", "sent": "send",
    "spent": "spend", "wrote": "write", "chose": "choose", "chosen": "choose", "made": "make",
}  # fmt: skip


def content(text: str) -> frozenset[str]:
    """The content words of a text without their endings."""
    return frozenset(_INFLECTED.sub("", _PRESENT.get(w, w)) for w in stems(text) - _EMPTY)
