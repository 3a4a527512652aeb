"""Counsel's notes made ready for a letter: whole sentences, with what must stay out kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain import Fact
from drafter.drafting.language.articles import Setting
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.currencies import currencies
from drafter.drafting.language.scaling import in_units_of, of_the_amount
from drafter.drafting.language.tagging import shorthand
from drafter.drafting.language.verbs import finite, is_clause
from drafter.drafting.notes.cues import Kind, Piece
from drafter.drafting.notes.doubts import proposed_fact, put_at, to_confirm
from drafter.drafting.notes.hiding import REDACTION, hidden
from drafter.drafting.notes.joining import joined
from drafter.drafting.notes.pending import pending, undecided, valued
from drafter.drafting.notes.putting import in_letter_words
from drafter.drafting.notes.series import Series, series_in, written
from drafter.drafting.notes.shaping import sentence
from drafter.drafting.notes.sifting import meant, secret, sift, waits
from drafter.drafting.notes.soundness import sound
from drafter.drafting.notes.told import Told, Use

__all__ = ["ASSENT", "Told", "Use", "proposed", "tell"]


def tell(facts: Sequence[Fact], setting: Setting) -> tuple[Told, ...]:
    """The sentences of those notes in order, each with its use; none is dropped."""
    money = currencies(setting.comment, *(f.text for f in facts))
    setting = replace(setting, comment=money.signed(setting.comment))
    typed = [
        replace(
            f,
            text=_ELLIPTIC.sub(
                r"\g<0> \g<does>", _EXHIBIT.sub("Exhibit ", money.signed(in_letter_words(f.text)))
            ),
        )
        for f in facts
    ]
    scaled = [
        replace(f, text=of_the_amount(setting.comment, in_units_of(setting.comment, f.text))) for f in typed
    ]
    told = joined([told for fact in scaled for told in _unannounced(fact, list(_tell(fact, setting)))])
    return tuple(
        replace(t, text=money.coded(t.text), said=money.coded(t.said), place=at) for at, t in enumerate(told)
    )


_EXHIBIT = re.compile(r"\bExh?s?\. ?(?=\d)")
_ELLIPTIC = re.compile(
    r"\b(?:do|does|did|will) not (?P<does>[a-z]+\b[^.;,]*)(?P<joint>[.;,] (?:and |but )?)"
    r"(?P<other>(?:[^.;,]|, (?=(?:19|20)\d\d))+ (?:will|does|do|did))(?=[.;]|$)"
)
"""An auxiliary that leaves its verb to the clause before it: “Note 9 does not point there; the next report will.”"""


def _unannounced(fact: Fact, told: list[Told]) -> list[Told]:
    """The sentences of a note, one that says that something is not announced held back, with the one that “it” stands
    for, unless counsel marked the note as one for the letter.
    """
    if _meant(fact):
        return told
    own = [bool(_UNANNOUNCED.search(t.said)) for t in told]
    led = [
        secret_ and bool(_OF_IT.search(then.said)) for then, secret_ in zip(told[1:], own[1:], strict=True)
    ]
    return [
        replace(t, use=Use.HELD, why="the notes say that it is not announced") if out or before else t
        for t, out, before in zip(told, own, [*led, False], strict=False)
    ]


_UNANNOUNCED = re.compile(
    r"\b(?:has|have|had|is|are|was|were)(?:n['’]t| not) (?:yet )?(?:been )?(?:announced|made public|public(?:ly)?\b)|"
    r"\b(?:not|never) (?:yet )?(?:announced|public(?:ly announced)?\b(?! (?:company|float|filing)))|\bunannounced\b|"
    r"\b(?:before|until) (?:it|this|that|they) (?:is|are|has been|have been|goes|go) (?:announced|public)\b"
)
_OF_IT = re.compile(r"\b(?:it|this|that|them|these|those)\b", re.I)


def _tell(fact: Fact, setting: Setting) -> Iterator[Told]:
    if fact.held:
        yield Told(fact.id, fact.text, fact.text, Use.HELD, f"marked {fact.held}")
        return
    if why := "" if fact.redacted or meant(fact.text) else secret(fact.text):
        yield Told(fact.id, fact.text, fact.text, Use.HELD, why)
        return
    series = series_in(fact.text) if not (fact.redacted or fact.tentative) else None
    if series is None:
        yield from _pieces(fact, fact.text, setting)
        return
    yield from _pieces(fact, series.before, setting)
    yield from _series(fact, series, setting)
    yield from _pieces(fact, series.after, setting)


def _series(fact: Fact, series: Series, setting: Setting) -> Iterator[Told]:
    """The list as one sentence; what of its items must stay out or is open stands beside it."""
    items: list[str] = []
    for item in series.items:
        for piece in sift(item, setting.comment, setting.staff, sure=True):
            told = _used(fact, piece)
            if told.use is Use.STATE:
                items.append(told.text)
            else:
                yield told
    if items:
        said = f"{series.lead}: {'; '.join(items)}"
        yield Told(fact.id, written(series.lead, items, setting), said, Use.STATE, listed=True)


def _pieces(fact: Fact, text: str, setting: Setting) -> Iterator[Told]:
    if not text.strip():
        return
    before, stated = "", list[str]()
    text = _SPOKEN.sub("", text) if fact.tentative else text
    for number, piece in enumerate(sift(text, setting.comment, setting.staff, sure=_meant(fact))):
        told = _used(fact, piece)
        if fact.redacted and told.use is not Use.HELD:
            told = _redacted(told, setting, first=number == 0)
        if told.use is Use.STATE:
            told = _sentence(told, setting, before)
            before = told.text
            stated.append(before)
        yield _of_thing(told, stated) if told.use in {Use.OPEN, Use.CONFIRM} else told


def _sentence(told: Told, setting: Setting, before: str) -> Told:
    text = told.text if before else _of_client(told.text, setting.comment)
    inferred = _SO.match(text)
    text = sentence(raised(text[inferred.end() :]) if inferred else text, setting, before)
    text = (
        f"Accordingly, {lowered(text)}" if inferred and sound(text) else text if not inferred else told.text
    )
    text = text if _amounts(text) <= _numbers(told.text) else told.text
    whole = sound(told.text) or sound(told.text.partition(": ")[2])
    return replace(told, text=text, rough=shorthand(text, setting.comment, whole))


def _of_thing(told: Told, stated: Sequence[str]) -> Told:
    """What is open of a thing that only a sentence before names with that name: “2023” -> “churn for 2023”."""
    if (why := _WHY.fullmatch(told.text)) and stated and (clause := _last_clause(stated[-1])):
        return replace(told, text=f"{why['why']} {clause}{why['who'] or ''}")
    if not _BARE.match(told.text):
        return told
    named = (_measured(s) for s in reversed(stated))
    subject = next(filter(None, named), "")
    whole = f"{subject} for {lowered(_AMOUNTS_FOR.sub('', told.text))}"
    return replace(told, text=whole, said=whole if told.said == told.text else told.said) if subject else told


_WHY = re.compile(r"(?P<why>why|how)(?: (?:that|this|it) (?:is|was|happened)(?: so)?)?(?P<who> \([^()]+\))?")


def _last_clause(sentence_: str) -> str:
    """The last clause of the sentence that can stand by itself, and promises nothing; "" for none."""
    parts = re.split(r"; |, and |, but ", sentence_.rstrip("."))
    clause = next((p for p in reversed(parts) if is_clause(p) and " will " not in p), "")
    return lowered(clause)


def _measured(sentence_: str) -> str:
    """The name of the thing of which the sentence tells a figure; "" for a pronoun, a part, or a longer name."""
    verb = finite(sentence_)
    if verb is None or not re.search(r"\d", sentence_[verb.end :]):
        return ""
    subject = lowered(_ARTICLE.sub("", _OF_ONE.sub("", sentence_[: verb.start].strip())))
    plain = subject and not (re.search(r"\d", subject) or _PRONOUN.match(subject))
    return subject if plain and len(subject.split()) <= LONGEST_SUBJECT else ""


_ARTICLE = re.compile(r"^(?:The|An?) ")
_OF_ONE = re.compile(r" (?:for|in|at) [^,]+$")
_PRONOUN = re.compile(r"(?:it|they|this|that|these|there|he|she|we|the company|in|of|for|at|on)\b", re.I)
LONGEST_SUBJECT = 10
"""Words of the name of a thing."""
_SPOKEN = re.compile(r"(?: ?,)? *\b(?:I|he|she|they) (?:have|thinks?|believes?|says?)\b(?=\W*$| [$€£]?\d)")
_AMOUNTS_FOR = re.compile(r"^(?:the )?amounts? for (?=(?:fiscal )?20\d\d)")
_BARE = re.compile(
    r"(?:the )?(?:(?:amounts? for )?(?:fiscal (?:year )?|(?:first|second|third|fourth) quarter of )?20\d\d(?! [a-z])|"
    r"(?:other|rest|others|remaining)\b(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d+))?(?= \(|\W*$))",
    re.I,
)
"""A period or a remainder alone, of which only the sentence before says what it is of."""


_SO = re.compile(
    r"So,? (?!no\b|not\b|far\b|that\b|as\b|is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|it was\b)(?=\w+ \w)"
)
"""How a sentence begins that draws an inference: “So pass-through lags about one quarter.”"""


def _of_client(text: str, comment: str) -> str:
    """The first sentence of a note with “they” for the client as “we”: “They have no such loans.”"""
    if not _THEY.match(text) or _ASKS_WHO.search(comment):
        return text
    ours = re.sub(r"\b([Tt])heir\b", lambda m: "Our" if m[1] == "T" else "our", text)
    return re.sub(r"\b([Tt])hey\b", lambda m: "We" if m[1] == "T" else "we", ours)


_THEY = re.compile(
    r"They(?:['’](?:ll|ve)| (?:have|had|changed|will|would|do|don['’]t|did|didn['’]t|use|used|agreed|hold|held|sell|"
    r"account|recognize|treat|measure|looked|tested|considered|concluded))\b"
)
_ASKS_WHO = re.compile(
    r"\b(?:who(?:m|se)?|parties|customers|lenders|holders|directors|officers|employees|suppliers|partners|persons|banks|"
    r"tenants|vendors|advis[eo]rs)\b",
    re.I,
)
"""People in a comment, of whom “they” may be said."""


_AMOUNT = re.compile(r"[$€£] ?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?) ?(?:%|percent\b)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _amounts(text: str) -> set[str]:
    """The amounts and percentages of a sentence, which must be numbers of its note."""
    return {(found[1] or found[2]).strip(",") for found in _AMOUNT.finditer(text)}


def _numbers(text: str) -> set[str]:
    return {number.strip(",") for number in _NUMBER.findall(text)}


def _meant(fact: Fact) -> bool:
    """Whether counsel marked the note as one for the letter."""
    return fact.redacted or fact.tentative or meant(fact.text)


_NOT_FINAL = re.compile(
    r",? ?(?:but )?(?:the )?(?:number|figure|amount|date)?s? ?(?:is |are )?not (?:yet )?final(?:ized)?\b(?=\W*$)"
)
"""What makes a figure one to be confirmed: “about $9 million, number not final”."""
_USES = {
    Kind.FACT: Use.STATE,
    Kind.OPEN: Use.OPEN,
    Kind.DOUBT: Use.CONFIRM,
    Kind.ASSENT: Use.REMARK,
    Kind.REMARK: Use.REMARK,
    Kind.PRIVATE: Use.HELD,
}


def _used(fact: Fact, piece: Piece) -> Told:
    """The piece with what it may be used for; of a note marked as unconfirmed a fact only proposes a value."""
    use, why = _USES[piece.kind], piece.why
    if _BARE_YES.match(piece.said) or _BARE_YES.match(piece.text):
        return Told(fact.id, piece.said, piece.said, Use.ASSENT, ASSENT)
    if use is Use.STATE:
        text = _opened(piece.text)
        if _NOT_FINAL.search(text) and valued(text):
            text, use = _NOT_FINAL.sub("", text), Use.CONFIRM
        elif waits(text):
            use, why = Use.OPEN, "still to come"
        elif fact.tentative:
            use, why = Use.CONFIRM, "to be confirmed"
        asks = undecided(text) if use is Use.OPEN else ""
        shown = proposed_fact(text) if use is Use.CONFIRM else asks or text
        return Told(fact.id, shown, text, use, why or (ASSENT if _YES.match(piece.text) else ""))
    proposal = _NOT_FINAL.sub("", piece.text) if use is Use.CONFIRM else piece.said
    shown = proposed_fact(proposal) if use is Use.CONFIRM else piece.text or piece.said
    return Told(fact.id, shown, proposal, use, why)


_BARE_YES = re.compile(
    r"(?:(?:yes|confirmed|correct|agreed|right|true|that is (?:right|correct|so)|we can confirm)[\s,;:.!]*)+$",
    re.I,
)
_YES = re.compile(r"(?:yes|confirmed|correct|agreed|right)\s*[,:;.]", re.I)
ASSENT = "counsel says yes"
"""Why a sentence may stand for an assent to what the staff asks to have confirmed."""
_SAID_BY = re.compile(
    r"^(?:per (?:the )?(?:client|company|CFO|CEO|controller|management|mgmt|finance|audit|accounting)\s*[,:]\s*|"
    r"(?:the )?(?:client|CFO|CEO|controller|management|mgmt|finance) (?:says|said|confirms|confirmed|advises|tells us|"
    r"told us)(?: that)?\s*[,:]?\s*|(?:yes|no|confirmed|correct|agreed|right)\s*[,:;]\s+|"
    r"so,? (?=(?:[a-z]+ ){1,4}(?:is|was|are|were) ))",
    re.I,
)
"""Who told counsel: “Client says that ...”; the letter says the thing itself."""
_CLIENT = re.compile(
    r"^(?:The )?[Cc]lient (?=(?:will|has|had|does|did|uses|used|is|was|holds|sells|"
    r"(?!contracts|lists|names)[a-z]+s (?:the|its|no|all|each|both|it|them|[a-z]+ing))\b)"
)


def _opened(part: str) -> str:
    """The sentence without the words that only say who told counsel."""
    rest = _CLIENT.sub("The Company ", _SAID_BY.sub("", part))
    return raised(rest) if rest.strip() and rest != part else part


_TO_ASK = re.compile(
    r"^(?:please )?(?:I |we )?(?:need |have |must |will )?(?:to )?"
    r"(?:ask(?:ed)?|check with|get from|confirm with|call|with|from|see) ",
    re.I,
)
"""What is said before the name of who knows."""
_WHO_KNOWS = re.compile(
    r"(?P<who>[\w.'’ -]{2,40}?) (?P<thing>(?:whether|if|how|what|when|why|who|which)\b .+)"
)
"""“Ottilie whether a claim was paid”, behind “ask”."""
_LEFT = re.compile(r"(?:please )?(?:leave|left|keep|still)? ?(?:it |this )?(?:open|blank)(?: for now)?", re.I)
"""What says of a thing only that it is open."""


def proposed(told: Told) -> str:
    """The blank for a fact that is still to come or to be confirmed, as a sentence."""
    if put := put_at(told.said):
        return f"[●: {to_confirm(put)}]."
    own = told.text == told.said or told.use is Use.CONFIRM
    awaited = pending(told.said)
    proposes = valued(told.said) or told.why.startswith("the comment")
    if own and awaited.told and awaited.thing and not proposes:
        return _asked(awaited.thing, re.sub("^(?:by )?(?:the )?", "", awaited.who))
    if told.use is Use.CONFIRM:
        said = re.sub(r"[\[\]●]|\(\?\)", "", told.said).strip(" .")
        return f"[●: {to_confirm(_disputed(told) or proposed_fact(said), told.thing)}]."
    if not own:
        return f"[●: {proposed_fact(told.text) if _IS_FIGURE.search(told.text) else told.text}]."
    thing, _, where = told.said.strip(" .").partition(": ")
    return _asked(thing, where)


def _asked(thing: str, where: str) -> str:
    """The blank for a thing, with who has it or where."""
    where = "" if _LEFT.fullmatch(where) else _TO_ASK.sub("", where).strip()
    if asks := _WHO_KNOWS.fullmatch(where):
        thing, where = asks["thing"], asks["who"]
    name = re.sub(r"[\[\]●()]", "", re.sub(r" \(", ", ", thing)).strip(" ,;:")
    own = name if re.match(r"[A-Z]\w+['’]s ", name) else lowered(name)
    small = f"amounts for {own}" if _PERIOD_ALONE.fullmatch(name) else own
    return f"[●: {small}{f' ({where})' if where else ''}]."


_IS_FIGURE = re.compile(r"^(?!whether|how|if|what)[^:;,]{3,60} (?:is|are|was|were) (?:about )?[$€£]?\d")
"""What is open although the notes give its figure: “headcount is 210 (HR)”."""
_PERIOD_ALONE = re.compile(
    r"(?:the )?(?:fiscal (?:year )?|(?:first|second|third|fourth) quarter of )?20\d\d", re.I
)


_RIVAL = re.compile(r"the comment says (?P<theirs>.+) where the notes say (?P<mine>.+)")


def _disputed(told: Told) -> str:
    """A fact whose figure the comment gives otherwise, with both; "" for any other."""
    found = _RIVAL.fullmatch(told.why)
    if found is None:
        return ""
    bare = re.sub(r"[\[\]●()]", "", told.text).strip(" .")
    return f"{lowered(bare)}, where the comment says {found['theirs']}"


def _redacted(told: Told, setting: Setting, first: bool) -> Told:
    """The sentence with what is not public already hidden."""
    text = hidden(told.said, setting.comment, first)
    use = Use.REMARK if told.use is Use.REMARK else Use.STATE
    return replace(told, text=text, use=use, redacted=REDACTION in text)
