"""What of counsel's notes may stand in a letter: facts do, and what colleagues say to each other does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.language.casing import raised
from drafter.drafting.language.tagging import leans
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.cues import Cue, Kind, Piece, cue_in, decides, over_all, quietly, words
from drafter.drafting.notes.doubts import valued_by
from drafter.drafting.notes.errands import RETURNED, errand, stated_before
from drafter.drafting.notes.hearing import AWAITED, exact, heard, talked, use_of
from drafter.drafting.notes.pending import undecided
from drafter.drafting.notes.questions import proposal, wanted
from drafter.drafting.notes.sequels import GOES_ON, carried, doubted, owned, pointed_at, settled
from drafter.drafting.notes.sieve import side_by_side, talk
from drafter.matters import sentences


def sift(note: str, comment: str = "", staff: Sequence[str] = (), *, sure: bool = False) -> tuple[Piece, ...]:
    """The pieces of a note on that comment, in order; every word of it stands in the `said` of one of them,
    words of judgement and emphasis apart. `staff` are the names of those who wrote the comment; of a note that is
    `sure` to be one for the letter the sound decides nothing.
    """
    pieces: list[Piece] = []
    if mark := _MEANT.match(note):
        pieces.append(Piece("", Kind.REMARK, mark.group(0).strip(), MEANT))
        note = note[mark.end() :]
    if not sure and (why := secret(note)):
        return (*pieces, Piece("", Kind.PRIVATE, note, why))
    said = [part for whole in sentences(note) for part in _apart(whole, comment)]
    lines = tuple(side_by_side(said, comment))
    for at, line in enumerate(lines):
        if cue := _governed(line.text, comment):
            pieces.append(Piece("", Kind.PRIVATE, " ".join(said[at:]), cue.why))
            break
        sounds = use_of(lines, at)
        asked = errand(line.text, sounds in {"state", "open"})
        if not sure and (left := _left_open(line.text, asked, pieces[-1:], comment)):
            pieces.append(left)
            continue
        use = "" if sure or decides(line.text) else sounds
        if use == "open" and (waits(line.text) or _LEFT_UNTIL.search(line.text)):
            use = "state"
        for piece, sound in heard(line, use, _sifted(line.text, comment)):
            pieces += [
                carried(p, pieces[-1] if pieces else None) for p in _heard(piece, comment, staff, sound)
            ]
    return tuple(settled(list(owned(list(doubted(pointed_at(pieces)))))))


def _left_open(said: str, asked: str, before: Sequence[Piece], comment: str) -> Piece | None:
    """What is to be `asked` or nobody has decided as a blank, a remark where the one before says so; else None."""
    if RETURNED.match(said):
        return Piece("", Kind.REMARK, said, "what is sent is asked back with it")
    if asked:
        return Piece(asked, Kind.OPEN, said, AWAITED)
    if _of_colleague(said, comment):
        return talked(said, "remark")
    known = before[0].text if before and before[0].kind is Kind.OPEN else ""
    asks = undecided(said, known)
    if asks and cue_in(said, comment, _SECRET) and not _named_in(asks, comment):
        return None
    kind = Kind.REMARK if asks == known else Kind.OPEN
    return Piece(asks if kind is Kind.OPEN else "", kind, said, AWAITED) if asks else None


def _named_in(thing: str, comment: str) -> bool:
    """Whether the comment itself speaks of what is open, which is no secret by itself."""
    name = thing.rpartition(" (")[0] or thing
    return not cue_in(name, comment, _SECRET) and any(w in comment for w in re.findall(r"[A-Za-z]{5,}", name))


def _of_colleague(said: str, comment: str) -> bool:
    """Whether the sentence says what somebody whom the comment does not name has, owes or thinks: “Ada has the log”."""
    found = _HANDLES.match(said)
    return found is not None and not re.search(rf"\b{found['who']}\b", comment)


_HANDLES = re.compile(
    r"(?P<who>(?!The\b|This\b|That\b|It\b|Each\b|Neither\b|None\b|Company\b|Board\b)[A-Z][a-z]+) "
    r"(?:(?:still )?(?:has|holds|keeps) (?:the|all the|a copy of the) (?:minutes|files?|memos?|numbers|papers|drafts?|"
    r"figures|lists?|log|details|e-?mails?|schedules?|notes|binder)\b(?! of\b)|owes (?:us|me)\b|"
    r"(?:thinks|reckons)\b(?!.*\d)|promised (?:us|me)\b|will (?:send|bring|get) (?:us|me)\b)"
)
_LEFT_UNTIL = re.compile(r"\b(?:blank|open|bracketed|out) until\b")
"""What the amendment filed with the letter leaves open."""


def _apart(sentence: str, comment: str) -> list[str]:
    """The sentence, parted before an errand, or at its semicolons where only one part says what is to come."""
    if begins := stated_before(sentence):
        return [f"{sentence[:begins].rstrip(_EDGES)}.", sentence[begins:]]
    parts = re.split(r"(?<=;)\s+(?![^(]*\))", sentence)
    waiting = {bool(waits(p) or cue_in(p, comment, frozenset({Kind.OPEN}))) for p in parts}
    if len(waiting) == 1 and len({bool(undecided(p)) for p in parts}) == 1:
        return [sentence]
    return [raised(part) for part in parts]


def secret(note: str) -> str:
    """Why the whole note stays out, where a sentence of it says that what it tells is not public; else ""."""
    return next((cue.why for sentence in sentences(note) if (cue := over_all(sentence))), "")


def meant(note: str) -> bool:
    """Whether counsel marked the note as one for the letter."""
    return bool(_MEANT.match(note))


MEANT = "it says that the note is for the letter"
"""Why counsel's mark itself stays out."""
_MEANT = re.compile(r"^\W*for (?:use in )?the (?:letter|response|answer)\s*[:–—-]+\s*", re.I)


def _governed(sentence: str, comment: str) -> Cue | None:
    """The cue that holds back the whole sentence and what follows it in the note; None for none.

    In brackets it holds back only these, and behind "but" only what it contrasts with.
    """
    open_words = _BRACKETED.sub("", sentence)
    cue = cue_in(open_words, comment, _SECRET)
    contrasted = _CONTRAST.split(open_words)
    if cue is None or cue.reach != "note" or sentence.startswith("("):
        return None
    behind = len(contrasted) > 1 and _whole(contrasted[0]) and not cue_in(contrasted[0], comment, _SECRET)
    return None if behind else cue


_CONTRAST = re.compile(r",? (?:but|though|although|while) ")


def _heard(piece: Piece, comment: str, staff: Sequence[str], use: str) -> list[Piece]:
    """The piece, a fact held back where it names a member of the Staff, or from where it sounds like talk."""
    if piece.kind is not Kind.FACT:
        return [piece]
    spoken_of = next((name for name in staff if re.search(rf"\b{re.escape(name)}\b", piece.said)), "")
    if spoken_of and spoken_of not in comment:
        return [Piece("", Kind.PRIVATE, piece.said, f"it names {spoken_of} of the Staff")]
    if not use or waits(piece.text) or words("deciding").search(piece.said):
        return [piece]
    head = _sober(piece.said, comment, loud=use in {"remark", "held"})
    if head == piece.said:
        return _trimmed(piece, comment)
    tail = talked(piece.said[len(head) :].strip(_EDGES), use)
    return [Piece(_plainly(head, comment), Kind.FACT, head), tail] if head else [tail]


def _sober(said: str, comment: str, loud: bool) -> str:
    """The words up to the clause from which they sound like talk; "" where they are `loud` from the first."""
    clauses = _JOINT.split(said)
    for end in range(len(clauses) - 2, 0, -2):
        head, tail = "".join(clauses[:end]), "".join(clauses[end + 1 :])
        apart = _PART_OF.search(clauses[end]) is None if loud else _APART.search(clauses[end])
        if not (apart and _whole(head) and _whole(tail)):
            continue
        goes_on = _is_predicate(tail)
        loudness = talk(f"The Company {tail}" if goes_on else tail, comment)
        if talk(head, comment) <= 0 and loudness > (0 if loud else SURELY):
            return head
        if goes_on and talk(head, comment) <= 0:
            return said
    return "" if loud else said


def _trimmed(piece: Piece, comment: str) -> list[Piece]:
    """The fact without the few words at its end that sound like talk: “no split exists, nobody codes it”."""
    found = _TAIL.fullmatch(piece.said)
    if (
        found is None
        or _is_predicate(found["tail"])
        or not _whole(found["head"])
        or exact(found["tail"])
        or talk(found["tail"]) <= ASIDE
    ):
        return [piece]
    return [
        Piece(_plainly(f"{found['head']}.", comment), Kind.FACT, found["head"]),
        talked(found["tail"], "remark"),
    ]


def _is_predicate(tail: str) -> bool:
    """Whether the words begin with a verb, whose subject stands before them: “thought it less certain to close”."""
    verb, taken = finite(f"It {tail}"), re.match(r"(\w+) (?:it|that|the|its|their|no|not|an?)\b", tail)
    return bool(taken and "VVD" in leans(taken[1])) or (verb is not None and verb.start == len("It "))


_TAIL = re.compile(
    r"(?P<head>.+), (?P<tail>(?!(?:and|or|where|which|whose|when|in|on|at|of|by|for|from|to|after|before|until|under|"
    r"with|without)\b)[a-z’']+(?: [\w’'-]+){1,5})\W*"
)
"""The last words of a fact that are no part of its clause by their grammar: no “where it fell”, no “on the quay”."""
ASIDE = 2.0
"""How loud the last words of a fact must be to fall from it."""
_APART = re.compile(r"(?:--|[—–;-]|\b(?:but|though|although|while|whereas))\s*$")
"""What stands between a fact and talk beside it."""
_PART_OF = re.compile(r"which|who|:")
SURELY = 1.0
"""How loud a clause must be to fall from a sentence that as a whole is none."""


# -- one sentence ----------------------------------------------------------------------------------------

_EVERY = frozenset(Kind) - {Kind.FACT}
_SECRET = frozenset({Kind.PRIVATE})
_SAID = frozenset({Kind.ASSENT, Kind.REMARK})
_BLANK = frozenset({Kind.OPEN, Kind.DOUBT})

_UNIT = re.compile(
    r"(?<=;)\s+|(?<=[a-z\d%)]{2}[.!])(?<!\b[a-z]{2}\.)(?<!approx\.)(?<!prelim\.)(?<!incl\.)(?<!excl\.)(?<!etc\.)"
    r"(?<!\bexp\.)(?<!\bacc\.)(?<!\bins\.)(?<!\bext\.)(?<!\best\.)(?<!\bavg\.)(?<!\bbus\.)\s+(?=[a-z])"
)
"""Where a sentence of notes falls into parts that stand by themselves."""
_JOINT = re.compile(
    r"(\s+(?:--|—|–|-)\s+|\s*(?:->|-->|→)\s*|:\s+|,?\s+(?:but|though|although|while|whereas)\s+|"
    r",\s+(?:(?:[a-z]+ of )?which|who|so|because|since|as|or|however)\s+(?=[a-z])|"
    r",\s+and\s+(?=[a-z]|[A-Z][a-z]+ (?:would|will|is|was|has|wants|thinks)\b)|"
    r",\s+(?=(?:don.t|do not|can.t|cannot|nobody can) (?:know|recall|remember|find|say)\b))"
)
"""Where a clause of it begins."""


def _sifted(sentence: str, comment: str) -> list[Piece]:
    if words("headers").match(sentence):
        return [Piece("", Kind.REMARK, sentence, "the head of a message")]
    rest, apart = _without_asides(sentence, comment)
    rest, envelope = _unwrapped(rest)
    parts: list[Piece] = []
    for unit in _UNIT.split(rest):
        of_it = parts and parts[-1].kind is Kind.PRIVATE and _OF_IT.match(unit)
        parts += [replace(parts[-1], said=unit)] if of_it else _unit(unit, comment)
    if all(p.kind is Kind.FACT and not waits(p.text) for p in parts) and parts:
        parts = [Piece(_plainly(rest, comment), Kind.FACT, rest)]
    return [p for p in (*envelope, *apart, *parts) if p.said.strip(" .;,")]


_OF_IT = re.compile(r"(?:nothing|none|neither|it|they|this|that|nobody|no one)\b")
"""How a part begins that only means something with the part before it."""


def waits(said: str) -> bool:
    """Whether a statement says that a fact is still to come."""
    return bool(words("waiting").search(said.strip(" ()"))) and not _WAS_OPEN.search(said)


_WAS_OPEN = re.compile(r"\b(?:that|because|as|since|when)\b[^.;]*\b(?:was|were|had) not yet\b")
"""What was not known then: “means only that the effect was not yet known”."""


def _unit(unit: str, comment: str) -> list[Piece]:
    """The pieces of a part of a sentence: what is private and all that follows it, what is said in passing."""
    for name, why in _BARE:
        if words(name).match(unit.strip(" ()")):
            return [Piece("", Kind.REMARK, unit, why)]
    clauses = _JOINT.split(unit)
    opening = cue_in(clauses[0], comment, _SAID) if len(clauses) > 1 else None
    cue = cue_in(unit, comment, _SECRET) or opening or cue_in(unit, comment, _EVERY)
    if cue is None:
        return [Piece(_plainly(unit.rstrip(_EDGES), comment), Kind.FACT, unit)]
    if cue.kind in _BLANK:
        fact, rest = _beside(clauses, comment) if cue.kind is Kind.OPEN else ("", unit)
        return [*(_unit(fact, comment) if fact else []), *_to_be_filled(rest, cue, comment)]
    return _cut(clauses, cue, comment)


_BARE = (("places", "it says only where the words stand"), ("exclaimed", "an exclamation"))
"""What a note can be that states nothing."""


def _beside(clauses: Sequence[str], comment: str) -> tuple[str, str]:
    """The clauses before the one that leaves something open, where they can stand as a fact, and the others."""
    at = next((n for n in range(0, len(clauses), 2) if cue_in(clauses[n], comment, _BLANK)), 0)
    before = "".join(clauses[: max(at - 1, 0)])
    apart = at and _AND.fullmatch(clauses[at - 1]) and _states(before)
    return (before, raised("".join(clauses[at:]))) if apart else ("", "".join(clauses))


def _states(text: str) -> bool:
    return _whole(text) and is_clause(text) and not (waits(text) or _QUESTION.match(text))


_QUESTION = re.compile(r"(?:whether|if|how|what|when|which|who|why|where)\b", re.I)
_AND = re.compile(r"\s*(?:, and|, but|;|—|–|--|-)\s*")


def _to_be_filled(unit: str, cue: Cue, comment: str) -> list[Piece]:
    """The question or the doubtful fact as what a blank asks for; one without anything to ask for is a remark."""
    said = unit.strip(" .;,").replace("’", "'")
    text = proposal(said) if cue.kind is Kind.DOUBT else wanted(said)
    if not text and errand(said):
        return [Piece(errand(said), Kind.OPEN, unit, AWAITED)]
    return [Piece(text, cue.kind if text else Kind.REMARK, unit, cue.why)]


def _cut(clauses: Sequence[str], cue: Cue, comment: str) -> list[Piece]:
    """The clauses before and after those that the cue reaches, where they can stand, and these."""
    marked = [n for n in range(0, len(clauses), 2) if cue_in(clauses[n], comment, frozenset({cue.kind}))]
    first = marked[0] if marked else 0
    last = len(clauses) - 1 if cue.kind is Kind.PRIVATE or not marked else marked[-1]
    before, joint = "".join(clauses[: max(first - 1, 0)]), clauses[first - 1] if first else ""
    if not _whole(before) or ":" in joint:
        first, before = 0, ""
    after = "".join(clauses[last + 2 :])
    if after and not (_whole(after) and _free(after, clauses[last + 1], cue.kind)):
        last, after = len(clauses) - 1, ""
    start, end = (first - 1 if before else 0), (last + 2 if after else last + 1)
    held = "".join(clauses[start:end])
    kept = [_unit(text, comment) if text.strip(_EDGES) else [] for text in (before, raised(after))]
    return [*kept[0], Piece(cue.means, cue.kind, held.strip(_EDGES), cue.why), *kept[1]]


_EDGES = " ,:;-–—"


def _free(after: str, joint: str, kind: Kind) -> bool:
    """Whether what follows an assent or a remark is no part of it."""
    if kind is Kind.ASSENT:
        return not _SUBORDINATE.search(joint)
    return not (_LABELLED.search(joint) or GOES_ON.match(after))


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
        if words("unsure_asides").search(inner):
            apart.append(Piece("", Kind.REMARK, inner.strip(), "who is checking"))
            return " (?)"
        cue = cue_in(inner, comment, _EVERY - {Kind.OPEN})
        if cue is None and not words("asides").search(inner):
            return found.group(0)
        if (
            cue
            and cue.kind is Kind.DOUBT
            and valued_by(inner)
            and not re.search(r"\d", _BRACKETED.sub("", sentence))
        ):
            return found.group(0)
        kind = cue.kind if cue and cue.kind is Kind.PRIVATE else Kind.REMARK
        apart.append(Piece("", kind, inner.strip(), cue.why if cue else "said in passing"))
        return ""

    return _BRACKETED.sub(judged, sentence).strip(), apart


def _unwrapped(sentence: str) -> tuple[str, list[Piece]]:
    """The sentence without the words that say to whom it is said or who said it, and these as pieces."""
    rest, taken = sentence, []
    for _ in range(MOST_WRAPPING):
        found = words("openers", before="^[“\"']?").match(rest)
        thing = found and re.match(r"note:\s*[$€£\d]", rest, re.I)
        if found is None or thing or not rest[found.end() :].strip(" .") or not found.group(0).strip():
            break
        taken.append(found.group(0))
        rest = raised(rest[found.end() :])
    stem = rest.rstrip(" .!")
    if (found := words("closers").search(stem)) and _whole(stem[: found.start()]):
        taken.append(found.group(0))
        rest = stem[: found.start()].rstrip(" ,") + "."
    rest = _QUOTED.sub(r"\g<said>", rest) if taken else rest
    return rest, [Piece("", Kind.REMARK, t.strip(" ,:;–—-"), "who said it, or to whom") for t in taken]


_QUOTED = re.compile(r"^[“\"](?P<said>[^“”\"]*)[”\"]?(?P<end>\.?)$")
MOST_WRAPPING = 3
"""Openings one behind the other: “Ruth, as discussed, the CFO says that ...”."""


def _plainly(text: str, comment: str) -> str:
    """The words without judgement and without capitals for emphasis."""
    said = quietly(text, comment)
    plain = words("judging").sub("", said)
    return said if plain == said else raised(re.sub(r"\s{2,}", " ", plain).strip(" ,"))
