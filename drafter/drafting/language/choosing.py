"""A question of whether as the sentence that answers it: “Sellers [●: do or do not] keep title”."""

from __future__ import annotations

import re
from itertools import pairwise

from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.nouns import OPEN
from drafter.drafting.language.scene import Scene
from drafter.drafting.language.tagging import Word, plain_form, words
from drafter.drafting.language.turning import base_form
from drafter.drafting.language.verbs import finite

_AUXILIARY = frozenset(
    str.split("is are was were has have had will would can could may might should must does do did")
)
_NOT_ONE = re.compile(
    r"(?:(?:by )?which|who|how|when|and|any|no|none|n?either|each|every|all|both|only)\b|.* to$", re.I | re.S
)
"""A clause whose denial is not the denial of its verb, or that is none."""
_SEVERAL = re.compile(
    r" (?P<by>as|in|at|on|under|over|through) [^,;]*? or (?:rather |instead )?(?P=by) |;|"
    r"-(?P<end>\w+) or \w+-(?P=end)\b|,? (?:or|and),? (?:alternatively|instead|if|how|why|what|when|who)\b"
)
"""What asks which of two it is, or a second thing: “as a sale or as a loan”, “or alternatively how it was tested”."""
_PRONOUN = re.compile(r"(?:it|they|one|this|that|these|those) \[(?!.*\bthat\b)", re.I | re.S)
_OPENED = re.compile(r"\b(?P<be>is|are|was|were|does|do|did|has|have|will) or (?P=be) not\b")
"""Where the staff writes the choice itself: “are or are not material”."""
_HOLDS = re.compile(r"(?:[Tt]he Company|it|we|management|counsel)$")
"""Who holds or says what a clause behind the verb tells."""
_SUBORDINATE = re.compile(
    r",? (?:that|in how|how|whether|which|who|whom|whose|where|when|if|because|given|although|in which|regardless|"
    r"until|unless)\b.*$|"
    r",? (?:the Company|it|we|they) .*$",
    re.S,
)
_PARTICIPLE = re.compile(r" (?:during|in|before|after|since) [^,;]*? [a-z]+ (?:in|a|an|the|to|on)\b")
"""What may only tell which: “restaurants closed during a period stay in the measure”."""
_DOES = {"Z": "does", "B": "do", "I": "do", "V": "did"}
"""What opens the choice of a verb, by the form that the verb has."""


def choice(clause: str) -> str:
    """The clause with a choice for its verb; "" where no one verb surely carries it."""
    if opened := _OPENED.search(clause):
        return f"{clause[: opened.start()]}[●: {opened[0]}]{clause[opened.end() :]}"
    verb = finite(clause)
    if verb is None or not verb.start or _NOT_ONE.match(clause) or OPEN.search(clause):
        return ""
    subject, rest = clause[: verb.start], clause[verb.end :]
    if _another_verb(verb, subject, rest) or _SEVERAL.search(rest):
        return ""
    if verb.kind == "V" and _PARTICIPLE.match(rest) and not _HOLDS.match(subject.strip()):
        return ""
    rest = re.sub(r"^ not\b", "", rest)
    if verb.low in _AUXILIARY:
        return f"{subject}{_decided(verb.low, subject, rest)}"
    does = _DOES.get(verb.kind, "")
    plain = {"does": base_form, "did": plain_form}.get(does, str)(verb.low)
    pair = re.match(r" (?:or|and) ([a-z]+s)\b", rest) if does == "does" else None
    rest = f"{rest[: pair.start(1)]}{base_form(pair[1])}{rest[pair.end(1) :]}" if pair else rest
    manner = re.search(r"[a-z]+ly $", subject)
    subject, manner_of = (subject[: manner.start()], manner[0]) if manner else (subject, "")
    return f"{subject}[●: {does} or {does} not] {manner_of}{plain}{rest}" if does and plain else ""


def either(clause: str) -> str:
    """The clause with a choice of the things or manners that it names: “acts as [●: principal or agent]”; else ""."""
    found = next((m for form in _EITHER if (m := form.match(clause))), None)
    if found is None or _YES_OR_NO.search(clause) or finite(found["before"]) is None:
        return ""
    return f"{found['before']} [●: {found['choice']}]{found.groupdict().get('rest') or ''}"


_ITS = "(?:an?|the|its|our)"
_EITHER = (
    re.compile(
        r"(?!(?:any|each|there)\b)(?P<before>[^,;]* (?:is|are|was|were|considers?|regards?)(?: [^,;]*?)?) "
        r"(?P<choice>[a-z-]+, [a-z-]+,? or [a-z-]+|"
        rf"(?<=(?:is|re|as) ){_ITS} [^,;]+?(?:, {_ITS} [^,;]+?)?,? or {_ITS} [^,;]+)$"
    ),
    re.compile(
        r"(?P<before>[^,;]+?) (?P<choice>(?:(?:as|at) [^,;]*?|[a-z]+ly) or (?:(?:as|at|over|in) [^,;]+|[a-z]+ly))$"
    ),
    re.compile(
        rf"(?P<before>[^,;]+? as) (?P<choice>(?:{_ITS} )?[\w-]+ or (?:{_ITS} )?[\w-]+)"
        r"(?P<rest> (?:in|for|of|with|when|where|on|under|[a-z]+s)\b.*)?$"
    ),
)
_YES_OR_NO = re.compile(
    r"\b(?:directly or indirectly|individually or in|wholly or|solely or)\b|\b(?:in)?significant|material\b"
)
"""What covers both of two, so that the question is whether it is so at all."""


def _decided(verb: str, subject: str, rest: str) -> str:
    """The auxiliary as a choice, with what follows it."""
    if subject.lower() == "there ":
        some = re.match(r" any ", rest)
        deny = f"{verb} {'not' if re.match(r' an? ', rest) else 'no'}"
        return f"[●: {verb} or {deny}]{rest[4:] if some else rest}"
    if verb in {"has", "have", "had"} and re.match(
        r" (?:an?|the|any|its|our|material|no|(?:written|oral) [a-z]+s)\b", rest
    ):
        return (
            f"[●: {verb} or {'does' if verb == 'has' else 'do' if verb == 'have' else 'did'} not have]{rest}"
        )
    return f"[●: {'can or cannot' if verb == 'can' else f'{verb} or {verb} not'}]{rest}"


def _another_verb(verb: Word, subject: str, rest: str) -> bool:
    """Whether a second verb would stand outside the choice, or the verb found only qualifies a noun."""
    if any(a.low in {"and", "or"} and b.kind in "ZVABI" for a, b in pairwise(words(rest))):
        return True
    if verb.low not in _AUXILIARY and _HOLDS.match(subject.strip()):
        return False
    behind = _SUBORDINATE.sub("", rest).strip()
    if verb.low in _AUXILIARY:
        behind = re.sub(r"^(?:not |be |been |have |[a-z]+ly |also )*[\w-]+(?:ed|en|ing)\b", "", behind)
    first, *others = re.split(r",? (?:and|or) ", behind)
    return finite(first) is not None or any(finite(o) or "A" in {w.kind for w in words(o)} for o in others)


_ASKED = re.compile(
    r"whether (?:or not )?(?P<clause>[^;]+?)"
    r"(?:, with the (?P<what>basis|conclusion|facts|quantitative and qualitative basis))?$",
    re.S,
)
_WEIGHED = "quantitative and qualitative basis"


def put(wanted: str, scene: Scene, of: str = "", known: bool = False, bare: bool = False) -> str:
    """What a blank would want, as the sentence that answers it with its choice and its basis; else that blank.

    A pronoun opens the sentence only where what it stands for is `known` from the sentence before; `bare` leaves out
    what shows that the choice is right.
    """
    said = answered(wanted, scene, "", of, bare)
    return f"{scene.blank(wanted, of=of)}." if not said or (_PRONOUN.match(said) and not known) else said


def answered(wanted: str, scene: Scene, limit: str, of: str = "", bare: bool = False) -> str:
    """The question of whether as a sentence with its choice and what shows it; "" where no verb surely carries it.

    What the staff puts with a “not” stays a question: a yes to it would be read both ways.
    """
    found = _ASKED.match(wanted)
    clause = found["clause"].rstrip(" .") if found else ""
    weighed = found is not None and found["what"] == _WEIGHED
    if some := "" if bare or weighed else _none_or_which(clause):
        return f"{some}."
    one_of = either(clause)
    said = one_of or ("" if _NEGATIVE.search(clause) and not _OPENED.search(clause) else choice(clause))
    if found is None or not said:
        return ""
    joint, asks = next((joint, asks) for sign, joint, asks in _SHOWS if re.search(sign, said))
    if bare and not weighed and not one_of:
        return f"{raised(said)}."
    if weighed:
        return carried(said, _BECAUSE, scene.blank(materiality(said), of=f"{wanted} {of}"))
    shows = asks.format(under=under(limit), on=on(said)).removeprefix("facts: ")
    return carried(said, joint, scene.blank(shows, of=f"{wanted} {of}"))


def _none_or_which(clause: str) -> str:
    """“Any order was cancelled” with the choice of none, or of which; "" where no one verb carries it."""
    verb = finite(clause) or next((w for w in words(clause) if w.kind == "E"), None)
    subject = clause[: verb.start].strip() if verb else ""
    found = _ANY.fullmatch(subject)
    if (
        verb is None
        or found is None
        or _SEVERAL.search(clause[verb.end :])
        or _NOT_ALONE.search(clause[verb.start :])
    ):
        return ""
    which = next(asks for sign, asks in _BY if re.search(sign, subject))
    if found["of"]:
        return f"{raised(found['of'])}, [●: none, or {which}] {clause[verb.start :]}"
    return f"[●: no {found['thing']}, or {which}] {clause[verb.start :]}"


_ANY = re.compile(r"any (?:(?P<of>of [^,;]+)|(?P<thing>(?!(?:of|that|who)\b)[^,;]+?))")
_NOT_ALONE = re.compile(r"\b(?:any|not|no|which|material)\b")
_BY = (
    (
        r"\b(?:directors?|officers?|employees?)\b",
        "which, by name and title",
    ),
    (r"^any (?:part|portion|amounts?|share)\b", "the amount, in millions"),
    ("", "which, with names, dates and amounts"),
)
"""How those are named of which something is so."""


def carried(said: str, joint: str, blank: str) -> str:
    """The sentence that goes on to the blank for what carries it; two sentences where it gives a reason already."""
    alone = _REASONED.search(said) or (joint == ":" and ":" in said.replace("[●:", ""))
    return f"{raised(said.rstrip(' .'))}{'.' if alone else joint} {blank}."


_REASONED = re.compile(r"\b(?:because|given that|since|considering)\b|[”\"]$")
_BECAUSE = ", because"


def reasons(limit: str, said: str = "") -> str:
    """What a blank for reasons asks for, under the authority that the `limit` of a blank refers to, and on what the
    sentence is `said` of.
    """
    return f"each reason{under(limit)}, with the facts and amounts{on(said)} that carry it"


def who_concluded(said: str) -> str:
    """What a blank asks for of how the choice in the sentence was come to."""
    what = f"the conclusion{on(said)}" if on(said) else "this conclusion"
    return f"who reached {what}, and when"


def on(said: str) -> str:
    """“ on further write-offs” of a sentence with a choice that names its subject in few words; else ""."""
    subject = said.partition(" [")[0]
    named = not _NAMES_NOTHING.fullmatch(subject) and len(subject.split()) <= LONGEST and " [" in said
    return f" on {lowered(subject)}" if named else ""


LONGEST = 10
"""Words of a name in a blank."""
_NAMES_NOTHING = re.compile(
    r"(?:the (?:Company|Partnership|Trust|Fund|Bank|Registrant)|it|they|we|there|this|that|the (?:other|former|latter)|"
    r"management|the board|)",
    re.I,
)


def under(limit: str) -> str:
    """“ under ASC 606” of a limit that refers to it."""
    law = limit.partition(", with reference to ")[2]
    return f" under {law}" if law else ""


def materiality(said: str) -> str:
    """What a blank asks for that shows whether the subject of the sentence is material."""
    of = on(said).replace(" on ", " of ", 1)
    return f"amounts{of} by period, the figure each is compared with, and the qualitative factors"


_SHOWS = (
    (
        r"\[●: (?:has|have|had) or (?:does|do|did) not have",
        ":",
        "particulars{on}, with dates and terms, or why not",
    ),
    (r"\] (?:include|comprise|cover)\b", ":", "what is included, with amounts, or why nothing is"),
    (
        r"\] (?:expect|plan|intend|anticipate)\b|\] (?:be )?expected\b|\blikely\b",
        _BECAUSE,
        "plans, forecasts or terms{on} on which this rests, with dates and amounts",
    ),
    (r"\[●: (?:can|may)\b", _BECAUSE, "what allows or prevents it"),
    (
        r"^[Tt]here \[",
        ":",
        "particulars, with terms, dates and amounts, or how it was found that there is none",
    ),
    (
        r"\[●: did\b|\[●: [a-z ]+\] (?:[a-z]+ly |been )*"
        r"(?!considered|deemed|required|permitted|intended|allowed|entitled)(?:[a-z]+ed|sold|paid|made|taken|given)\b",
        ":",
        "facts{on}: when, how and to what extent, with amounts, or why not",
    ),
    ("", _BECAUSE, "each reason{under}, with the terms, records or amounts{on} that show it"),
)
"""What shows that the choice of a sentence is right, by the choice and the verb behind it."""
_NEGATIVE = re.compile(r"\b(?:not|no)\b")
