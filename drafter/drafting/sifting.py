"""What of counsel's notes may stand in a letter: facts do, and what colleagues say to each other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from drafter.drafting.clauses import raised
from drafter.matters import sentences
from drafter.templates import load_table


class Kind(StrEnum):
    """What a piece of a note is."""

    FACT = "fact"  # may stand in the letter
    OPEN = "open"  # a question: a blank that names the thing
    DOUBT = "doubt"  # a fact that nobody vouches for: a blank that proposes it
    ASSENT = "assent"  # the client's decision: it settles the stance
    REMARK = "remark"  # said between colleagues
    PRIVATE = "private"  # must stay out


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a note. `text` is what may be used of it: a fact, or what a blank asks for or proposes; "" for
    what stays out. `said` is counsel's own words, `why` why they do not stand as they are.
    """

    text: str
    kind: Kind
    said: str
    why: str = ""


def sift(note: str, comment: str = "") -> tuple[Piece, ...]:
    """The pieces of a note on that comment, in order; every word of it stands in the `said` of one of them,
    words of judgement and emphasis apart.
    """
    pieces: list[Piece] = []
    for sentence in sentences(note):
        for piece in _sifted(sentence, comment):
            pieces.append(_carried(piece, pieces[-1] if pieces else None))
    return tuple(_owned(pieces))


# -- the cues --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cue:
    """Words by which a piece is known: it matches what it is `like` and not what it is `unlike`. Where the comment
    itself has `asked` for such things it does not hold.
    """

    kind: Kind
    why: str
    words: re.Pattern[str]
    asked: re.Pattern[str] | None
    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """The cues, the weightier first."""
    return tuple(_cue_of(row) for row in _table()["cue"])


def _cue_of(row: dict[str, Any]) -> Cue:
    asked = _any([row["asked"]]) if "asked" in row else None
    return Cue(
        Kind(row["kind"]), row["why"], _any(row["any"]), asked, tuple(row["like"]), tuple(row["unlike"])
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return load_table("offline/sifting.toml")


def _any(patterns: Sequence[str], before: str = "", after: str = "") -> re.Pattern[str]:
    table = _table()
    words = dict(table["words"])
    words["given"] = f"(?-i:(?:{'|'.join(words['given'].split())}))"
    joined = "|".join(f"(?:{p})" for p in patterns)
    for _ in range(2):  # a word may be made of words
        for name, stands in words.items():
            joined = joined.replace(f"{{{name}}}", stands)
    return re.compile(f"{before}(?:{joined}){after}", re.I)


@lru_cache(maxsize=8)
def _words(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    return _any(_table()["cut"][name], before, after)


def _cue(text: str, comment: str, kinds: frozenset[Kind]) -> Cue | None:
    """The weightiest cue of those kinds in the text, None where there is none."""
    found = (cue for cue in _marks(text.strip(" ()“”\"'.!;,").replace("’", "'")) if cue.kind in kinds)
    return next((cue for cue in found if cue.asked is None or not cue.asked.search(comment)), None)


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues() if cue.words.search(text))


# -- one sentence ----------------------------------------------------------------------------------------

_EVERY = frozenset(Kind) - {Kind.FACT}
_SECRET = frozenset({Kind.PRIVATE})
_SAID = frozenset({Kind.ASSENT, Kind.REMARK})
_BLANK = frozenset({Kind.OPEN, Kind.DOUBT})

_UNIT = re.compile(
    r"(?<=;)\s+|(?<=[a-z\d%)]{2}[.!])(?<!\b[a-z]{2}\.)(?<!approx\.)(?<!incl\.)(?<!excl\.)(?<!etc\.)\s+(?=[a-z])"
)
"""Where a sentence of notes falls into parts that stand by themselves."""
_JOINT = re.compile(
    r"(\s+(?:--|—|–|-)\s+|\s*(?:->|-->|→)\s*|:\s+|,?\s+(?:but|though|although|while|whereas)\s+|"
    r",\s+(?:and|which|who|so|because|since|as|or|however)\s+(?=[a-z]))"
)
"""Where a clause of it begins."""


def _sifted(sentence: str, comment: str) -> list[Piece]:
    if _words("headers").match(sentence):
        return [Piece("", Kind.REMARK, sentence, "the head of a message")]
    rest, apart = _without_asides(sentence, comment)
    rest, envelope = _unwrapped(rest)
    parts = [piece for unit in _UNIT.split(rest) for piece in _unit(unit, comment)]
    if all(p.kind is Kind.FACT for p in parts) and parts:
        parts = [Piece(_plainly(rest, comment), Kind.FACT, rest)]
    return [p for p in (*envelope, *apart, *parts) if p.said.strip(" .;,")]


def _unit(unit: str, comment: str) -> list[Piece]:
    """The pieces of a part of a sentence: what is private and all that follows it, what is said in passing."""
    clauses = _JOINT.split(unit)
    opening = _cue(clauses[0], comment, _SAID) if len(clauses) > 1 else None
    cue = _cue(unit, comment, _SECRET) or opening or _cue(unit, comment, _EVERY)
    if cue is None:
        return [Piece(_plainly(unit.rstrip(_EDGES), comment), Kind.FACT, unit)]
    if cue.kind in _BLANK:
        return [_to_be_filled(unit, cue)]
    return _cut(clauses, cue, comment)


def _cut(clauses: Sequence[str], cue: Cue, comment: str) -> list[Piece]:
    """The clauses before and after those that the cue reaches, where they can stand, and these."""
    marked = [n for n in range(0, len(clauses), 2) if _cue(clauses[n], comment, frozenset({cue.kind}))]
    first = marked[0] if marked else 0
    last = len(clauses) - 1 if cue.kind is Kind.PRIVATE or not marked else marked[-1]
    before, joint = "".join(clauses[: max(first - 1, 0)]), clauses[first - 1] if first else ""
    if not _whole(before) or ":" in joint:
        first, before = 0, ""
    after = "".join(clauses[last + 2 :])
    bound = _SUBORDINATE if cue.kind is Kind.ASSENT else _LABELLED
    if after and (not _whole(after) or bound.search(clauses[last + 1])):
        last, after = len(clauses) - 1, ""
    start, end = (first - 1 if before else 0), (last + 2 if after else last + 1)
    held = "".join(clauses[start:end])
    kept = [_unit(text, comment) if text.strip(_EDGES) else [] for text in (before, raised(after))]
    return [*kept[0], Piece("", cue.kind, held.strip(_EDGES), cue.why), *kept[1]]


_EDGES = " ,:;-–—"


_SUBORDINATE = re.compile(r"which|who|because|since|as|while|whereas|though|although|or")
_LABELLED = re.compile(rf"{_SUBORDINATE.pattern}|:")
"""Joints after which a clause falls with the remark before it."""


def _whole(text: str) -> bool:
    """Whether words cut off from their sentence can stand by themselves."""
    return len(text.split()) >= SHORTEST and text.count("(") == text.count(")")


SHORTEST = 3
"""Words of a statement that can stand by itself."""


# -- who says it, to whom, in passing ----------------------------------------------------------------------

_BRACKETED = re.compile(
    r"\s*\((?P<inner>[^()]*)\)|\s+(?P<dash>--|—|–)\s+(?P<between>[^–—;]{3,80}?)\s+(?P=dash)(?=\s)"
)


def _without_asides(sentence: str, comment: str) -> tuple[str, list[Piece]]:
    """The sentence without what is said in passing, and these as pieces; words that doubt it become "(?)"."""
    apart: list[Piece] = []

    def judged(found: re.Match[str]) -> str:
        inner = found["inner"] or found["between"] or ""
        if found.start() == 0 and found.end() >= len(sentence.rstrip(" .!")):
            return found.group(0)
        if _words("unsure_asides").search(inner):
            apart.append(Piece("", Kind.REMARK, inner.strip(), "who is checking"))
            return " (?)"
        cue = _cue(inner, comment, _EVERY - {Kind.OPEN})
        if cue is None and not _words("asides").search(inner):
            return found.group(0)
        kind = cue.kind if cue and cue.kind is Kind.PRIVATE else Kind.REMARK
        apart.append(Piece("", kind, inner.strip(), cue.why if cue else "said in passing"))
        return ""

    return _BRACKETED.sub(judged, sentence).strip(), apart


def _unwrapped(sentence: str) -> tuple[str, list[Piece]]:
    """The sentence without the words that say to whom it is said or who said it, and these as pieces."""
    rest, taken = sentence, []
    for _ in range(MOST_WRAPPING):
        found = _words("openers", before="^[“\"']?").match(rest)
        if found is None or not rest[found.end() :].strip(" .") or not found.group(0).strip():
            break
        taken.append(found.group(0))
        rest = raised(rest[found.end() :])
    stem = rest.rstrip(" .!")
    if (found := _words("closers").search(stem)) and _whole(stem[: found.start()]):
        taken.append(found.group(0))
        rest = stem[: found.start()].rstrip(" ,") + "."
    rest = _QUOTED.sub(r"\g<said>", rest) if taken else rest
    return rest, [Piece("", Kind.REMARK, t.strip(" ,:;–—-"), "who said it, or to whom") for t in taken]


_QUOTED = re.compile(r"^[“\"](?P<said>[^“”\"]*)[”\"]?(?P<end>\.?)$")
MOST_WRAPPING = 3
"""Openings one behind the other: “Ruth, as discussed, the CFO says that ...”."""


def _plainly(text: str, comment: str) -> str:
    """The words without judgement and without capitals for emphasis."""
    loud = re.compile(_table()["cut"]["emphasis"])
    said = loud.sub(
        lambda m: m.group(0) if m.group(0) in comment or m.start() == 0 else m.group(0).lower(), text
    )
    said = said if re.search(r"[a-z]", text) else text
    plain = _words("judging").sub("", said)
    return said if plain == said else raised(re.sub(r"\s{2,}", " ", plain).strip(" ,"))


# -- what is still open ------------------------------------------------------------------------------------

_WHO = r"(?P<who>(?:the )?[\w&'’-]+(?: [\w&'’-]+){0,2}?)"
_ASK = r"(?:please )?(?:ask|check(?:ing)? with|confirm with|waiting (?:on|for)|awaiting|chasing|see)"
_HOW = r"(?:whether|if|how|when|what|which)"
_OPEN_FORMS = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^(?P<thing>.+?)[?\s]*(?:->|-->|→|[?,;:–]|--|\s-)\s*{_ASK}\s+{_WHO}(?:\s+(?:whether|if|to|about|for|on)\b.*)?$",
        rf"^(?P<thing>.+?\?)\s*{_WHO} (?:to say|to confirm|would know|will know|knows)$",
        rf"^{_ASK} {_WHO} (?P<thing>{_HOW}\b.+)$",
        rf"^(?:please )?(?:check|confirm|verify|find out|see|clarify) (?P<thing>{_HOW}\b.+)$",
        r"^(?:I(?:'m| am) |we(?:'re| are) )?(?:not (?:\w+ )?(?:sure|certain|clear)|unclear|don't know|do not know) "
        rf"(?P<thing>(?:{_HOW}|who|why|where|about)\b.+)$",
        r"^some(?:one|body) (?:should|must|needs to|has to|to) (?:confirm|check|verify|find out) "
        r"(?:that )?(?P<thing>.+)$",
        r"^(?:we )?(?:still )?(?:need|get|want|awaiting|waiting (?:on|for)|missing|outstanding) "
        rf"(?P<thing>.+?) from {_WHO}$",
        rf"^(?:still )?(?:chasing|waiting on|waiting for) {_WHO} for (?P<thing>.+)$",
        rf"^(?:have |has )?asked {_WHO} for (?P<thing>[^;]+)",
        rf"^(?P<thing>.+?):\s*{_WHO} (?:is|are) (?:pulling|compiling|getting|gathering|running|working on)\b.*$",
        r"^tb[dca]\b:?\s*(?P<thing>.+)$",
        r"^(?P<thing>.+)$",
    )
)
"""How notes put a question, and who is to answer it: “X? -> ask Treasury whether those come out”."""
_HEDGE = re.compile(
    r"(?:^|,? )(?:but )?\b(?:I|we all|people|they) (?:think|guess|believe|suspect|assume|reckon|understand|gather)"
    r"(?: that)?\b,?|"
    r"(?:^|,? )\b(?:perhaps|maybe|probably|presumably|supposedly|apparently|from memory|ballpark|so I'm told|"
    r"give or take|off the top of my head)\b,?|"
    r",? ?\b(?:still )?(?:need|needs|have|has|to|must|should) (?:to )?(?:be )?(?:double.)?(?:check(?:ed)?|"
    r"verif(?:y|ied)|tie[d]? out)\b.*$|,? ?\bnot (?:yet )?(?:sure|certain|verified|checked)\b.*$|\(\?\)|\?+",
    re.I,
)


def _to_be_filled(unit: str, cue: Cue) -> Piece:
    """The question or the doubtful fact as what a blank asks for; one without anything to propose is a remark."""
    said = unit.strip(" .").replace("’", "'")
    if cue.kind is Kind.DOUBT:
        text = re.sub(r"\s{2,}", " ", _HEDGE.sub("", said)).strip(" ,;.")
        if not _COUNTED.search(text):
            return Piece("", Kind.REMARK, unit, cue.why)
        return Piece(raised(text), Kind.DOUBT, unit, cue.why)
    found = next(m for form in _OPEN_FORMS if (m := form.match(said)))
    who = (found.groupdict().get("who") or "").strip()
    if _AMONG_US.search(said):
        return Piece("", Kind.REMARK, unit, "a question between colleagues")
    return Piece(_asked(found["thing"], "?" in said) + (f" ({who})" if who else ""), Kind.OPEN, unit, cue.why)


_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|third)\b", re.I
)
_AMONG_US = re.compile(
    r"\b(?:can|could|would|will|do|did|are|have|what do) you\b|\b(?:shall|should|can|could|may|must) (?:we|I)\b|"
    r"\b(?:any ?body|any ?one|some ?one|thoughts|agree|OK with you|any ideas?)\b|"
    r"^(?:why|right|ok|really|who cares)\W*$",
    re.I,
)
"""A question about the answer and not about a fact."""
_VERB_FIRST = re.compile(r"(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would)\b", re.I)
_QUESTION = re.compile(r"(?:who|what|why|how|when|where|which|whether|in which|by whom)\b", re.I)


def _asked(thing: str, doubted: bool) -> str:
    """What a blank asks for, in place of a question."""
    bare = re.sub(r"[\[\]●?]", "", re.sub(r"^if\b", "whether", thing.strip(), flags=re.I)).strip(" .,;:-")
    small = bare if re.match(r"[A-Z][A-Z]|[A-Z]\w+ [A-Z]", bare) else bare[:1].lower() + bare[1:]
    if _VERB_FIRST.match(bare):
        return f"answer to the question: {small}"
    stated = doubted and not _QUESTION.match(bare) and len(bare.split()) > SHORTEST
    return f"{small}, to be confirmed" if stated else small


# -- from one sentence to the next -------------------------------------------------------------------------

_GOES_ON = re.compile(
    r"(?:they|he|she|it|that|this|those|these|would|which|and|so|but|also|same|if so|otherwise)\b"
    r"(?! (?:filing|form|comment))",
    re.I,
)
_OWNER = re.compile(
    rf"^(?:{_ASK} {_WHO}|{_WHO.replace('who', 'other')} (?:would|should|will|might|may) know)\W*$", re.I
)


def _carried(piece: Piece, before: Piece | None) -> Piece:
    """A sentence that goes on with private talk without a figure of its own is private like it."""
    goes_on = before is not None and before.kind is Kind.PRIVATE and _GOES_ON.match(piece.said)
    if before is None or not goes_on or piece.kind not in {Kind.FACT, Kind.REMARK}:
        return piece
    return Piece("", Kind.PRIVATE, piece.said, before.why)


def _owned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a question with the name of who is to answer it from the sentence after it."""
    held: Piece | None = None
    for piece in pieces:
        owner = _OWNER.match(piece.said)
        if held and owner and not held.text.endswith(")"):
            who = owner["who"] or owner["other"]
            held = replace(held, text=f"{held.text} ({who})", said=f"{held.said} {piece.said}")
            continue
        if held:
            yield held
        held = piece if piece.kind is Kind.OPEN else None
        if not held:
            yield piece
    if held:
        yield held
