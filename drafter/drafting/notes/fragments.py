"""Clauses whose verb “be” is left out, made whole: “Permit granted in March”, “Heading not a good one”.

Where the verb is missing is read from the parts of speech: behind a thing, before a participle, a denial, a quality or
a particle. Which form stands there follows from the number of the thing and from what is said of the time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting.language.being import MONTHS, WHEN, be, plural, pronoun
from drafter.drafting.language.casing import lowered
from drafter.drafting.language.heads import is_name
from drafter.drafting.language.tagging import NEVER_SEEN, Word, leans, may_act, words
from drafter.drafting.language.verbs import (
    CLOSES,
    ENTERED,
    INTRANSITIVE,
    STRANDED,
    finite,
    is_clause,
    tells_what,
)

TURNS = INTRANSITIVE - frozenset(
    str.split("opened closed moved changed served retired improved dropped continued reached voted narrowed")
)
"""What a thing does rather than what is done to it, so that its past form is a verb: “slipped”."""
_EITHER = frozenset(
    str.split("opened closed moved changed let informed notified briefed consulted engaged told")
)
"""What a thing does as well as what is done to it; of a note without an article it is the latter."""
_NAMING = frozenset(
    str.split(
        "attributed need needed based compared weighted unaudited limited combined adjusted restricted accelerated "
        "united allocated related used"
    )
)
"""Participles that belong to a name or go on from it."""
_STANDS_ALONE = re.compile(
    r"(?:both|all|each|most|some|many|none|neither|nothing|no one|nobody|these|those|half|the rest)$",
    re.I,
)
"""A word that is a thing by itself: “both met”."""
_WHOLE = re.compile(
    r"(?:the(?! rest\b)|an?|its|our|their|these|those|any|what|which|who|whether|how|why|where|when|each|every|all "
    r"(?!but\b|of\b)|some|many|this) ",
    re.I,
)
"""How a name begins: whoever writes the article does not leave the verb out."""
_AGENT = re.compile(
    r"\b(?:company|corporation|partnership|registrant|board|committee|auditors?|management|team|we|CEO|CFO|"
    r"CODM|controller|counsel|directors|staff|who|customers|merchants|tenants|banks?|"
    r"[A-Z]\w+ (?:partners|LLP|LLC|advis[eo]rs|"
    r"associates|group|capital)|(?-i:[A-Z][a-z]+ [A-Z]))$",
    re.I,
)
"""Who does things, so that a past form after it is a verb."""
_DECISIONS = frozenset(
    str.split("approved accepted rejected agreed consented declined refused ratified waived")
)
"""What a state or an authority does, where its name alone stands before it: “Oregon approved in May”."""
_PARTICLES = frozenset(str.split("up down out off over in flat open closed done due away back pending"))
_LONGEST = 12
"""Words of a thing."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where “be” is missing: the thing, whether it is denied (“not”, “never”), and what is said of it. `done` is the
    participle, "" where a quality is said.
    """

    thing: str
    denial: str
    said: str
    done: str


def completed(text: str) -> str:
    """The fragment as a clause with a verb; "" where it has one or nothing shows where the verb is missing."""
    text = text.rstrip(" .")
    if found := _counted(text) or _expected(text) or _by_method(text):
        return found
    gap = _gap(text)
    return _filled(gap) if gap else ""


def passive_subject(text: str) -> str:
    """What a passive fragment is about: “Permit” of “Permit granted in March”; "" where it is none."""
    gap = _gap(text.rstrip(" ."))
    return gap.thing if gap and gap.done else ""


def _gap(text: str) -> _Gap | None:
    """Where the verb of the text is missing; None where it has one, or is the name of a thing only."""
    main = re.split(r"[;:]|, (?!(?:19|20)\d\d\b)", text)[0]
    verb = finite(main)
    if verb and verb.end == len(main) and verb.kind in "BI" and "VVN" in leans(verb.low):
        verb = None
    if verb and (verb.low not in _EITHER or _STANDS_ALONE.match(main[: verb.start].strip())):
        return None
    if _WHOLE.match(main) and not re.search(r" (?:not|never|still) ", main):
        return None
    said = words(main)
    if said and said[0].low in _BIDS:
        return None
    for at in range(1, min(len(said), _LONGEST + 1)):
        if _ends_a_thing(main, said, at) and _says(main, said, at):
            rest = main[said[at].end :]
            return _at(text, said, at) if verb is None or finite(f"x{rest}") is None else None
    return None


_BIDS = frozenset(
    str.split("take add put keep drop delete remove fix write give say make see tell ask get leave let")
)
"""First words that bid somebody to do something: “Take the total out”."""


def _at(text: str, said: Sequence[Word], at: int) -> _Gap:
    denial = text[said[at].start : said[at].end] if said[at].low in {"not", "never"} else ""
    rest = said[at + 1 :] if denial else said[at:]
    done = (
        next((w for w in rest[:2] if not w.low.endswith("ly") and w.low not in {"all", "now"}), rest[0])
        if rest
        else said[at]
    )
    participle = done.low if _is_participle(done) else ""
    return _Gap(text[: said[at].start].strip(), denial, text[(rest or said[at:])[0].start :], participle)


def _ends_a_thing(text: str, said: Sequence[Word], at: int) -> bool:
    """Whether the words before that place are the name of a thing, or a word that stands for one."""
    head = text[: said[at].start].strip()
    if _STANDS_ALONE.match(head):
        return True
    first, last = said[1 if said[0].low == "only" and at > 1 else 0], said[at - 1]
    if at == 1 and last.kind in "BI":
        return "NN1" in leans(last.low)
    if (first.kind in "BI" and said[1].kind in "DP") or any(w.kind in "EVWU" for w in said[1 : at - 1]):
        return False
    if re.search("[NS]D", "".join(w.kind for w in said[:at])):
        return False
    if last.low in {"being", "having", "been", "means"} or last.kind == "O":
        return False
    if first.kind in "pUCWtRGE" or last.kind not in "NSZ#GJO" or re.search(r"[,:(]$", head):
        return bool(re.search(r"(?:\)|\bof it|\bof them)$", head)) and first.kind not in "pUCWt"
    if last.kind == "J" and not re.search(r"\d|similar$", last.low):
        return False
    acted = _is_participle(said[at]) and said[at].low not in _EITHER
    decided = said[at].low in _DECISIONS and is_name(head)
    return not (acted and (decided or _AGENT.search(head)))


def _says(text: str, said: Sequence[Word], at: int) -> bool:
    """Whether the word there begins what is said of the thing."""
    word, after = said[at], said[at + 1] if at + 1 < len(said) else None
    if word.low in {"not", "never", "still"}:
        return after is not None and after.low not in {"before", "until", "after", "from", "since"}
    if word.low in {"all", "now"} or (word.low.endswith("ly") and word.kind == "R"):
        return after is not None and (after.kind in "pJ" or _is_participle(after))
    if _is_participle(word):
        return _undergoes(text, said, at, after)
    if said[at - 1].low in {"days", "weeks", "months", "years"}:
        return False
    graded = word.kind in "JR" and bool(leans(word.low).keys() & {"AJC", "AJS"}) and word.low not in _OF_TIME
    quality = (graded or (word.kind == "J" and "AJ0" in leans(word.low))) and not word.said[0].isupper()
    if _INDEFINITE.match(said[0].said) or (
        re.match(r"[$€£\d]", said[0].said) and word.low in _PARTICLES | {"remaining"}
    ):
        return False
    if word.kind == "p" and after is not None:
        return bool(_STATE.match(f"{word.low} {after.low}"))
    then = said[at + 2].kind if at + 2 < len(said) else ""
    if quality and after is not None and after.low.endswith("ly") and then in {"N", "S"}:
        return False
    return (quality and _ends_or(after, "pt")) or (word.low in _PARTICLES and _ends_or(after, "KU"))


_OF_TIME = frozenset(str.split("more less most least later earlier later latest earliest"))
"""Comparatives that tell how much or when, and not of what kind."""
_BY_PEOPLE = frozenset(str.split("completed finished enrolled discontinued"))
"""What so many people did, as nothing else is named: “44 completed”."""
_NOUNS = frozenset(str.split("split cut spread read hit forecast"))
"""Participles that are nouns as well: “No cost split in the ledger”."""
_INDEFINITE = re.compile(r"(?:nothing|none|nobody|no one)$", re.I)
"""What has its quality behind it: “nothing distinct”."""


_SHARE_OF = re.compile(
    r" (?:most|all|half|part|some|much|none|one|two|several|many|\d+) of (?:the|its|their|it|them|our)\b"
)
"""What somebody does something to: “brought most of the book”."""


def _undergoes(text: str, said: Sequence[Word], at: int, after: Word | None) -> bool:
    """Whether the participle there says what was done to the thing, and not what it did: “moved out”."""
    low = said[at].low
    noun = low in _NOUNS and after is not None and after.low in {"in", "of", "between", "by", "for"}
    active = low not in _NAMING and _SHARE_OF.match(text[said[at].end :])
    if (
        noun
        or active
        or tells_what(text[said[at].start :])
        or (low == "sold" and said[at - 1].low == "goods")
    ):
        return False
    if after is not None and (after.low == "of" or (after.low in _PARTICLES and _figured(said, at + 2))):
        return False
    if low in _EITHER | {"held"} and after is not None and after.low in {"up", "out"}:
        return False
    if low in _EITHER and at == 1 and _STANDS_ALONE.match(said[0].said):
        return False
    if at == 1 and low in _BY_PEOPLE | _EITHER and said[0].kind == "#":
        return False
    closes = low == "closed" and CLOSES.search(text[: said[at].start])
    if closes or _AT_A_PRICE.match(text[said[at].start :]):
        return False
    if after is not None and after.low in _BASIS:
        return at + 2 == len(said) or said[at + 2].kind not in "NSJ"
    entered = low == "entered" and ENTERED.search(text[: said[at].start])
    upon = STRANDED.match(text[said[at].end :])
    return (bool(entered or upon) or low not in TURNS | _NAMING) and _ends_or(
        after, "pRUK#xtNSJ" if low in _MADE_TO_BE else "pRUK#xt"
    )


_MADE_TO_BE = frozenset(str.split("rated graded named deemed designated"))
"""What a thing is made to be by what follows: “rated AA”."""
_AT_A_PRICE = re.compile(r"(?:opened|closed) at [$€£]?\d")
"""What a bidder or a share does: “opened at 0.30”."""


def _figured(said: Sequence[Word], at: int) -> bool:
    """Whether an amount stands there: “brought in $67 million”."""
    return at < len(said) and said[at].said.startswith("$")


_STATE = re.compile(
    r"(?:under|in|on|at) (?:(?P<ours>compliance|default|breach|arrears|negotiation|discussion)|hand|appeal|review|"
    r"operation|service|construction|progress|place|audit|dispute|force|litigation|use|effect|budget|schedule|track|"
    r"hold|standby|way|consideration|trial)$"
)
"""In what state a thing is, or somebody who owes or deals: “Permit under appeal”, “In default”."""


def in_state(text: str, _: object, before: str) -> str:
    """In what state the thing of the clause before is, said without it: “Under appeal”, “Largely complete by June”."""
    said = words(text)
    word, after = [*said[1 if said and said[0].kind == "R" else 0 :], None, None][:2]
    figured = re.search(r", (?!(?:19|20)\d\d\b)(?:about )?[$€£]?\d", text)
    if word is None or after is None or figured or finite(text):
        return ""
    quality = word.kind == "J" and after.kind in "pt" and after.low != "of"
    state = _STATE.match(f"{word.low} {after.low}")
    if not ((state and state["ours"]) or ((quality or state) and is_clause(before))):
        return ""
    subject = "The Company" if state and state["ours"] else pronoun(before)
    return f"{subject} {be(subject, '', text)} {lowered(text)}"


def _ends_or(after: Word | None, kinds: str) -> bool:
    return after is None or after.kind in kinds or after.low == "go" or bool(_TELLS_WHEN.match(after.said))


_TELLS_WHEN = re.compile(rf"(?:{MONTHS}|each|every|last|once|twice|[a-z]+ly|at|due|effective|pro)$")
_BASIS = frozenset(str.split("net gross"))
"""On what basis an amount is shown, where no thing follows: “booked net”, not “reduced net sales”."""


_AS_IT_IS = re.compile(r"(?:cast|put|cut|set|hit|let|shut|split|read|spread|shed|run|quit|hurt|burst)$")
"""Verbs whose participle is their plain form: “quarters recast”."""


def _is_participle(word: Word) -> bool:
    """Whether the word can say what was done: “met”, “granted”, also where it is read as a past tense or a quality."""
    if not word.said[0].islower() or word.kind not in "EVJRB" or "-" in word.low:
        return False
    if word.kind == "B":
        return bool(_AS_IT_IS.search(word.low)) and leans(word.low).get("VVN", NEVER_SEEN) > NEVER_SEEN
    return (
        word.low.endswith("ed")
        if word.kind in "JR"
        else bool(leans(word.low).keys() & {"VVN", "VVD", "VHN", "VDN"})
    )


_DAY = re.compile(
    r"(?<=[a-z])(?<! on)(?<! at)(?<! of)(?<! in)(?<! by)(?<! to)(?<!from)(?<!since)(?<!through)(?<!before)(?<!after)"
    rf"(?<!until)(?<!between)(?<!dated)(?<!ended)(?<!ending)(?<! the)(?<! and) (?=(?:{MONTHS}) \d)"
)
"""Before a day that no preposition leads to."""


def _filled(gap: _Gap) -> str:
    said = _DAY.sub(" on ", gap.said, count=1)
    said = re.sub(
        r"^(\w+) (?=(?:mid-|late |early )?(?:19|20)\d\d(?:$|[.,;]| [a-z]*(?:by|with|at|for|in)\b))",
        r"\1 in ",
        said,
    )
    said = re.sub(rf"^(\w+) on (?=(?:{MONTHS}) (?:19|20)\d\d)", r"\1 in ", said)
    if re.match(r"(?:over|under|mis)\w+ed \$?\d", said):
        said = re.sub(r", (?=\$?\d[^,]*$)", " and ", said.replace(" ", " by ", 1))
    rest = re.split(r"[,;](?! (?:19|20)\d\d)", gap.said)[0]
    first, *others = be(gap.thing, gap.done, rest, gap.denial).split()
    said = _THEN.sub(r" and \g<done> on ", said)
    return " ".join(filter(None, [gap.thing, first, gap.denial, *others, said]))


_THEN = re.compile(rf", (?P<done>(?!dated|ended)[a-z]+ed) (?=(?:{MONTHS}) \d)")
"""What was done to it afterwards: “signed May 17, 2024, closed September 3, 2024”."""


_COUNT = re.compile(
    r"^(?P<about>(?:about|approximately|some|over|nearly) )?(?P<count>(?!(?:19|20)\d\d\b)\d[\d,]*|one|two|three|four|"
    r"five|six|seven|eight|nine|ten) (?!(?:million|billion|percent|thousand|basis|times|of (?!them\b)|if|not|"
    rf"nil|or|to|in|for|on|at|{MONTHS})\b)(?P<thing>[a-z](?:[^.;$%:]|(?<=\b[DM]r)\.|(?<=\bMs)\.)*)$",
    re.I,
)
_MEASURED = re.compile(
    r"(?:calendar |business |trading |square |basis )?(?:years?|months?|weeks?|days?|hours?|minutes?|points?|"
    r"feet|miles|acres|tons|tonnes|cents|dollars|votes|half|quarters?)\b(?! (?:stores|leases|contracts))"
)
"""What a count only measures, so that it needs its thing: “six years for servers”."""
_TO_COME = re.compile(
    r"\b(?:next|coming|future|going forward|onwards?|prox(?:y|ies)|(?:beginning|starting|from|in) (?:with )?(?:the )?"
    r"(?:Form|Note|annual|quarterly|release))\b"
)
"""A filing that is to have what is counted."""
_EXPECTED = re.compile(
    r"^(?P<thing>[^.,;:]{2,80}?) (?:(?P<done>expected|estimated|projected|anticipated|forecast) "
    r"(?P<rest>(?:about |approximately )?\$?\d.*)|to be (?P<due>[a-z]+(?:ed|en|ade|eld|ent|old)\b.*))$",
    re.S,
)
_BY_METHOD = re.compile(
    r"^(?P<thing>(?!(?:Not|Under|In|At|On) )[A-Z][\w'’ -]{2,40}?(?<!ed)) by "
    r"(?P<method>(?:discounted|market|income|cost|option|reference|the|an?|Black|Monte|relative|third|independent|actuar|quoted)\b.*)$",
    re.S,
)
"""“Fair value by discounted cash flow”."""


def _counted(text: str) -> str:
    count = _COUNT.match(text)
    if (
        count is None
        or count["thing"].split()[0] in _BY_PEOPLE
        or _MEASURED.match(count["thing"])
        or _TO_COME.search(count["thing"])
    ):
        return ""
    if _gap(text) or may_act(count["thing"].split(",")[0]) or finite(text.split(", so ")[0]):
        return ""
    one, past = count["count"].lower() in {"1", "one"}, WHEN.search(count["thing"])
    return f"There {('was' if past else 'is') if one else ('were' if past else 'are')} {lowered(text)}"


def _expected(text: str) -> str:
    found = _EXPECTED.match(text)
    if found is None or finite(found["thing"]):
        return ""
    if found["due"]:
        return f"{found['thing']} will be {found['due']}"
    return (
        f"{found['thing']} {'are' if plural(found['thing']) else 'is'} {found['done']} to be {found['rest']}"
    )


def _by_method(text: str) -> str:
    by = _BY_METHOD.match(text)
    if by is None or _gap(text) or finite(by["thing"]) or by["thing"].startswith(("No ", "Not ")):
        return ""
    return f"{by['thing']} {'are' if plural(by['thing']) else 'is'} determined by {by['method']}"
