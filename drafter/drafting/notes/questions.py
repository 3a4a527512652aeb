"""Questions in counsel's notes as what a blank asks for: the thing, and who knows."""

from __future__ import annotations

import re
from itertools import takewhile

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.tagging import leans, words
from drafter.drafting.language.turning import third_person
from drafter.drafting.language.verbs import finite
from drafter.drafting.notes.pending import pending
from drafter.templates import load_patterns

SHORTEST = 3
"""Words of a statement; what is shorter is the name of a thing."""

_WHO = r"(?P<who>(?:the )?[\w&'’-]+(?: [\w&'’-]+){0,2}?)"
_ASK = r"(?:please )?(?:ask|check(?:ing)? with|confirm with|waiting (?:on|for)|awaiting|chasing|see)"
_KNOWS = r"(?:to say|to confirm|to check|has (?:it|them|this)|(?:would|should|will|might|may) know|knows)"
_HEDGE = re.compile(
    r"(?:^|,? )(?:but )?\b(?:I|we all|people|they) (?:think|guess|believe|suspect|assume|reckon|understand|gather)"
    r"(?: that)?\b,?|(?:^|,? )\b(?:we think|(?:said|supposed|understood) to be)\b,?|"
    r"(?:^|,? )\b(?:perhaps|maybe|probably|presumably|supposedly|apparently|from memory|ballpark|so I'm told|"
    r"give or take|off the top of my head)\b,?|"
    r",? ?\b(?:still )?(?:need|needs|have|has|to|must|should) (?:to )?(?:be )?(?:double.)?(?:check(?:ed)?|"
    r"verif(?:y|ied)|tie[d]? out)\b.*$|,? ?\bnot (?:yet )?(?:sure|certain|verified|checked)\b.*$|\(\?\)|\?+",
    re.I,
)


def proposal(said: str) -> str:
    """The doubtful fact without the doubt; "" where it gives no figure that a blank could propose."""
    text = re.sub(r"\s{2,}", " ", _HEDGE.sub("", said)).strip(" ,;.")
    return raised(text) if _COUNTED.search(text) else ""


def wanted(said: str) -> str:
    """What the blank for a question asks for, and who knows; "" for a question about the answer itself."""
    if _AMONG_US.search(said):
        return ""
    found = next(
        m for form in load_patterns("offline/pending.toml", "questions", re.I) if (m := form.match(said))
    )
    who = (found.groupdict().get("who") or "").strip()
    thing = found.groupdict().get("thing") or AMOUNTS
    if finite(thing) and not _QUESTION.match(thing) and (awaited := pending(said)).who:
        thing, who = awaited.thing or thing, awaited.who
    return _asked(thing, "?" in said) + (f" ({who})" if who else "")


def owner(said: str) -> str:
    """Who knows, where a sentence says no more than that: “Ask Rolf.” -> "Rolf"; else ""."""
    found = _OWNER.match(said)
    return found["who"] or found["other"] if found else ""


_OWNER = re.compile(rf"^(?:{_ASK} {_WHO}|{_WHO.replace('who', 'other')} {_KNOWS})\W*$", re.I)
_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|third)\b", re.I
)
_AMONG_US = re.compile(
    r"\b(?:can|could|would|will|do|did|are|have|what do) you\b|\b(?:shall|should|can|could|may|must) (?:we|I)\b|"
    r"\bwouldn't\b|^(?:do we |does anyone )?(?:want|wanna|care) to\b|\bworth (?:a|the|it)\b|"
    r"\b(?:any ?body|any ?one|some ?one|thoughts|agree|OK with you|any ideas?)\b|"
    r"^(?:why|right|ok|really|who cares)\W*$",
    re.I,
)
"""A question about the answer and not about a fact."""
_VERB_FIRST = re.compile(r"(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would)\b", re.I)
_QUESTION = re.compile(r"(?:who|what|why|how|when|where|which|whether|in which|by whom)\b", re.I)


AMOUNTS = "the amounts"
"""What a table has that somebody is to send."""


def _asked(thing: str, doubted: bool) -> str:
    """What a blank asks for, in place of a question."""
    bare = re.sub(r"[\[\]●?]", "", re.sub(r"^if\b", "whether", thing.strip(), flags=re.I)).strip(" .,;:-")
    small = bare if re.match(r"[A-Z][A-Z]|[A-Z]\w+ [A-Z]", bare) else bare[:1].lower() + bare[1:]
    if _VERB_FIRST.match(bare):
        return _inverted(bare) or f"answer to the question: {small}"
    stated = doubted and not _QUESTION.match(bare) and len(bare.split()) > SHORTEST
    return f"{small}, to be confirmed" if stated else small


def _inverted(question: str) -> str:
    """A question as what has to be known: “Does the plan use it” -> “whether the plan uses it”; "" where unclear."""
    first, *said = words(question)
    run = list(takewhile(lambda w: w.kind in "DJNSPO#" or w.low == "of", said))
    if first.low in {"do", "does", "did"}:
        verbs = [n for n, w in enumerate(said) if 0 < n <= len(run) and "VVI" in leans(w.low)]
        if not verbs:
            return ""
        verb = said[verbs[-1]]
        does = {"does": third_person(verb.low), "did": f"did {verb.low}"}.get(first.low, verb.low)
        return f"whether {_small(question[said[0].start : verb.start].strip())} {does}{question[verb.end :]}"
    if not run or len(run) == len(said):
        return ""
    end = run[-1].end
    return f"whether {_small(question[said[0].start : end])} {first.low}{question[end:]}"


def _small(subject: str) -> str:
    return subject if re.match(r"[A-Z]\w+ [A-Z]|[A-Z]{2}", subject) else lowered(subject)
