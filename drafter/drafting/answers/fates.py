"""What becomes of words that the staff doubts, statement by statement: taken out, kept, shown to the staff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Move
from drafter.drafting.answers.branches import withdrawn, without_other_parts
from drafter.drafting.answers.fulfilling import parted
from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.turning import Voice
from drafter.drafting.notes.places import BLANK, pages_in
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Place, Target
from drafter.drafting.planning.intents import HOLDS_ON, takes_out
from drafter.drafting.planning.plan import Task, Treat, stems

_GONE = (
    r"(?:(?:is|are|was|were|has been|have been|will be|to be) )?(?:now )?(?:comes? out|coming out|goes|gone|deleted|"
    r"removed|taken out|dropped|struck|cut)"
)
_GOES = (
    r"(?:(?:(?:has|have|will) be(?:en)? |to be )?(?:removed|deleted|taken out)|"
    r"(?:(?:is|are|will be|to be) (?:now )?)?(?:removed|deleted|taken out|dropped|struck|cut|given up|out)|"
    r"comes? out|go(?:es)?)"
)
_NO_VERB = r"(?!(?:is|are|was|were|has|have|had|will|should|would|could|may|might|must)\b)"
_REST = r"(?P<rest>,? (?:throughout|everywhere|wherever (?:it|they) appears?))?"
_OUT = re.compile(
    rf"(?:(?P<label>[^:;.]{{3,60}}): |(?P<whole>(?:The|Our|Its|That|This)(?: {_NO_VERB}[^\s:;,.]+){{1,7}}?) )"
    rf"{_GONE}{_REST}\W*"
)
"""“Fastest-growing: comes out, throughout.”, “The second sentence is deleted.”"""
_TAKEN_OUT = re.compile(
    r"(?P<what>(?!(?:It|They|These|Those|Both|All|We|No|None|Nothing)\b)[A-Z“\"][^\s:;,.]*"
    rf"(?: {_NO_VERB}[^\s:;,.]+){{0,7}}?) {_GOES}(?P<place> (?:from|of) (?:the|our|its|all|both|each) [^,;]+?)?"
    r"(?:,? and (?:is |are )?not (?P<nor>[a-z]+ed) (?P<to>to [^,;]+))?"
)
"""“Adjustment (c) is out”, “The synergies are removed from the pro forma statement, and not moved to the notes”."""
_STAYS = re.compile(
    r"(?P<what>(?!It\b|This\b|That\b|They\b|These\b|Those\b)[A-Z][^:;,.]{2,60}?)(?: itself| alone)? "
    r"(?:stays?|(?:is|are) (?:kept|retained))(?=[;.]|, and\b)(?P<rest>.*)",
    re.S,
)
"""“The 81 percent stays; it is from a survey.”"""
_SENT = re.compile(
    r"(?P<what>[A-Z][^:;,.]{3,80}?) (?:go(?:es)?|will go|(?:is|are|will be) (?:going|sent|given|provided|supplied)) "
    r"to the (?:Staff|SEC)(?:,? (?:as|in) (?:a )?supplemental (?:materials?|information)|,? supplementally|"
    r" (?:by|under|in) (?:a )?separate (?:cover|letter))\W*",
    re.I,
)
"""“Survey results go to the Staff as supplemental material.”"""
_RESTS = re.compile(r"(?P<label>[^:;.]{3,60}): (?:this|that|it) (?P<rest>[a-z]+ .+)", re.S)
"""“Twice as long: this rests on a test of 2025.”"""
_STATEMENTS = re.compile(r"\b(?P<what>statements?|claims?|assertions?|references?)\b", re.I)
_DOUBTED = re.compile(r"\b(?:remov|delet|omit|eliminat|discontinu|support|substantiat)", re.I)
_AGAINST = re.compile(rf"{_DOUBTED.pattern}|\b(?:stop|cease|exclud|adjust)", re.I)
_SEVERAL = re.compile(
    r"\b(?:these|those|each(?: of the(?:se)?)?|the(?: following)?|such|your) (?:\w+ )?"
    r"(?:statements|claims|assertions)\b"
)


_UNAMENDED = re.compile(
    r"(?:So |Therefore,? )?(?:[Nn]o|[Nn]ot an?) (?:further )?(?:[Aa]mendment|(?:Form )?(?:10-[KQ]|20-F|40-F|8-K)/A)"
    r"(?: (?:needed|necessary|required|called for|planned))?\W*"
)
"""“No amendment.”, “No 8-K/A needed.”, said of what the staff asks for."""


def by_fate(told: Sequence[Told], text: str, voice: Voice, place: Place) -> tuple[Told, ...]:
    """The sentences, one on what becomes of words in question as the letter says it."""
    done: list[Told] = []
    if re.search(r"\badjust", text, re.I) and any(HOLDS_ON.search(t.said) for t in told):
        told = [_dropped(t, told[n - 1].said if n else "", text, voice) for n, t in enumerate(told)]
    for one in told:
        before = done[-1] if done else None
        if before and before.text != before.said and _follows(before, one):
            done[-1] = replace(before, text=f"{before.text} {one.text}", said=f"{before.said} {one.said}")
        else:
            done.append(_fate(one, text, voice, place) if _plain(one) else one)
    return tuple(done)


_DROPPED = re.compile(
    r"(?:For (?P<label>[^,:]{3,60}), (?:the Company|we) (?:will |agrees? to )?(?:gives? up|drops?)"
    r"(?: (?:that(?: one)?|it|this|them))?|(?:The [A-Z]\w+|We) will remove the adjustment|"
    r"The adjustment will be removed|"
    r"(?:(?:The [A-Z]\w+|We) (?:will |agrees? to )?(?:gives? up|drops?)|Drop) "
    r"(?!(?:that|it|this|them)\b)(?P<what>[^:;.\d]+?(?<! part)(?<! portion)))[:,]?"
)
"""“Drop litigation costs”, “For recall costs, the Company agrees to drop that one”, of several adjustments."""
_GIVEN_UP = re.compile(
    r"(?P<label>[^:]{3,60}): (?:client|company|we|they) (?:gives? (?:it )?up|drops? it)\W*"
)
_WANTED = re.compile(
    r"(?:(?P<label>[^:]{3,60}): )?(?:[Cc]lient )?[Ww]ants to keep(?: it| (?P<what>[^;:.,]{3,60}?))?"
    r"(?: as an adjustment)?\W*"
)


def _dropped(told: Told, before: str, text: str, voice: Voice) -> Told:
    """The sentence, one of several adjustments that goes by its name, one that the client wants to keep as a blank."""
    if (found := _WANTED.fullmatch(told.said)) and (what := found["what"] or found["label"]):
        said = f"{voice.noun} {'keep' if voice.plural else 'keeps'} the adjustment for {lowered(what)}"
        return replace(told, use=Use.CONFIRM, text=said, said=said)
    bare, report, limit = parted(told.text)
    found, above = _DROPPED.fullmatch(bare), _GIVEN_UP.fullmatch(before)
    what = (found and (found["label"] or found["what"] or (above and above["label"]))) or ""
    if not (_plain(told) and stems(what) & stems(text)):
        return told
    deed = "remove" if re.search(r"\badjustments?$", what) else "no longer adjust for"
    due = f", beginning with {voice.possessive} {report}{limit}" if report else ""
    said = f"{raised(voice.noun)} will {deed} {lowered(what)}{due}."
    return replace(told, text=said, said=f"{what}: {told.said}", rough=False)


def _plain(told: Told) -> bool:
    return told.use is Use.STATE and not told.redacted


def _follows(before: Told, told: Told) -> bool:
    """Whether the sentence goes on about what the one before it keeps: “It is the segment measure.”"""
    kept = _STAYS.fullmatch(before.said.strip())
    return bool(kept and _plain(told) and told.fact == before.fact and re.match(r"(?:It|They) ", told.text))


def _fate(told: Told, text: str, voice: Voice, place: Place) -> Told:
    now = place.target is Target.REGISTRATION
    said = told.said.strip()
    tried = ((m, say) for pattern, say in _FATES if (m := pattern.fullmatch(said)))
    whole = next((w for m, say in tried if (w := say(m, text, voice, now))), "")
    whole = whole or _taken_out(told.text, text, voice, place)
    return replace(told, text=whole, rough=False) if whole else told


def _taken_out(said: str, text: str, voice: Voice, place: Place) -> str:
    """That the company takes out what the sentence says is out, where and from when; "" for anything else."""
    bare, report, limit = parted(said)
    bare, _, more = bare.partition("; ")
    found = _TAKEN_OUT.fullmatch(bare) if _AGAINST.search(text) else None
    spent = report and not (limit or more) and not re.search(r"\bor (?:remove|stop)", text)
    if found is None or spent or not stems(found["what"]) & stems(text):
        return ""
    thing, have = lowered(found["what"]), "have" if voice.plural else "has"
    now = place.target is Target.REGISTRATION and not report
    whole = f"{raised(voice.noun)} {f'{have} removed' if now else 'will remove'} {thing}"
    whole += re.sub("^ of", " from", found["place"] or "")
    whole += f" on {pages_in(said) or BLANK} of {place.amendment}" if now else ""
    if found["nor"]:
        whole += f", and {have} not {found['nor']} {'them' if many(thing) else 'it'} {found['to']}"
    whole += f", beginning with {voice.possessive} {report}{limit}" if report else ""
    return f"{whole}.{f' {raised(more)}.' if more else ''}"


def _out(found: re.Match[str], text: str, voice: Voice, now: bool) -> str:
    thing = lowered(found["whole"]) if found["whole"] else _quoted(found["label"], text)
    if not thing:
        return ""
    rest = " throughout" if found["rest"] else ""
    have = "have" if voice.plural else "has"
    return f"{raised(voice.noun)} {f'{have} deleted' if now else 'will delete'} {thing}{rest}."


def _quoted(label: str, text: str) -> str:
    """The statement by the words of it that the comment has, "" where it has none."""
    at = re.search(rf"\b{re.escape(label.strip())}\b", text, re.I)
    kind = _STATEMENTS.search(text)
    return f"the “{at[0]}” {kind['what'].lower().rstrip('s')}" if at and kind else ""


def _stays(found: re.Match[str], text: str, voice: Voice, now: bool) -> str:
    """What is kept, with what the note goes on to say of it; "" where nothing is to be taken out or supported."""
    if not _DOUBTED.search(text):
        return ""
    what = re.sub(r"^[Tt]he ", "", found["what"])
    words = what.lower()
    if _SEVERAL.search(text):
        what = f"the {lowered(what)} statement" if "statement" not in words else f"the {lowered(what)}"
    else:
        what = lowered(found["what"])
    have = "have" if voice.plural else "has"
    kept = f"{have} retained" if now else "will continue to present"
    return f"{raised(voice.noun)} {kept} {what}{found['rest']}"


def _sent(found: re.Match[str], _: str, voice: Voice, __: bool) -> str:
    what = lowered(found["what"])
    what = what if re.match(r"(?:the|our|its|an?|this|that|these|those|each)\b", what) else f"the {what}"
    return f"{raised(voice.noun)} {'are' if voice.plural else 'is'} providing {what} to the Staff supplementally."


def _rests(found: re.Match[str], text: str, _: Voice, __: bool) -> str:
    thing = _quoted(found["label"], text) if _SEVERAL.search(text) else ""
    return f"{raised(thing)} {found['rest']}" if thing else ""


def _unamended(_: re.Match[str], text: str, voice: Voice, now: bool) -> str:
    if now or not re.search(r"\bamend", text, re.I):
        return ""
    return f"{raised(voice.noun)} {'do' if voice.plural else 'does'} not propose to amend {voice.possessive} filing."


_FATES = ((_OUT, _out), (_STAYS, _stays), (_SENT, _sent), (_RESTS, _rests), (_UNAMENDED, _unamended))


_LISTED = re.compile(
    r"•\s*(?P<said>[“\"].+?[”\"])(?: ?\(emphasis[^()]*\))?(?P<where>(?: ?\([^()]*\))*)[;.,]?(?: and| or)?"
    r"(?=\s*(?:\n|$)|\s+[A-Z])"
)
_OF_STATEMENTS = r"(?P<what>statements|assertions|opinions|beliefs|estimates|claims)"
_ASKS_FOR = (
    (r"\bsupport for\b|\bsubstantiat|\bbasis for\b", "support for it, with its source"),
    (r"characteri[sz]", "its text as an opinion or belief, with the facts it rests on"),
    (r"\b(?:remove|delete)", "that it is taken out"),
)
"""What may be done with a statement in question, by the words of the request."""


def listed(text: str, tasks: Sequence[Task]) -> tuple[str, ...]:
    """A point for each statement that the comment quotes in a list and wants supported, recast or taken out."""
    asked = " ".join(t.request.text for t in tasks if not t.told)
    wants = ", or ".join(what for cue, what in _ASKS_FOR if re.search(cue, asked, re.I))
    if not wants or not re.search(_OF_STATEMENTS, asked, re.I):
        return ()
    said = [re.sub(r"(?<![ .])[;.,](?=[”\"]$)", "", m["said"]) + m["where"] for m in _LISTED.finditer(text)]
    return tuple(f"• {s}: [●: {wants}]{'.' if s == said[-1] else ';'}" for s in said)


def below(text: str, points: Sequence[str]) -> str:
    """The promise on statements that are listed in the points below it."""
    text = text.replace(
        "provide the requested disclosure", "revise or support each of the statements listed below"
    )
    text = re.sub(
        rf"\b(?:the following|these|such|those) {_OF_STATEMENTS}", r"the \g<what> listed below", text
    )
    if "belief" in points[0]:
        text = re.sub(
            r"(?<=cover support for )(?=the \w+ listed)", "those not recast as an opinion or belief of ", text
        )
    return re.sub(rf"\b(the {_OF_STATEMENTS}) that the Staff identifies", r"\1 listed below", text)


def several_fates(told: Sequence[Told], text: str) -> bool:
    """Whether one of several statements in question is taken out and the notes speak of another too."""
    facts = [t for t in told if t.use is Use.STATE]
    out = [t for t in facts if takes_out(f"{t.said}\n{t.text}")]
    beside = [t for t in facts if t not in out and not _GOES_ON.match(t.said)]
    return bool(out and beside and _SEVERAL.search(text))


_GOES_ON = re.compile(r"(?:It|This|That|They|These|Those|Page|The (?:summary|page|sentence) now)\b")
"""A sentence on what is taken out, or what stands there now."""


def supplied(
    tasks: Sequence[Task], told: Sequence[Told], text: str, set_by_counsel: Move | None
) -> tuple[Task, ...]:
    """The tasks, the support of what is taken out not given, and that of the rest as papers where counsel set that
    or the notes send some.
    """
    several = several_fates(told, text)
    tasks = tuple(tasks) if several else withdrawn(tasks, without_other_parts(told, text))
    sends = any(_SENT.fullmatch(t.said.strip()) for t in told)
    if any(t.treat is Treat.SUPPLY for t in tasks) or not (set_by_counsel is Move.SUPPLEMENTAL or sends):
        return tasks
    first = next((t for t in tasks if t.treat in _TELLING and not t.condition), None)
    return tuple(replace(t, treat=Treat.SUPPLY) if t is first else t for t in tasks)


_TELLING = frozenset({Treat.TELL, Treat.WITHDRAW})


def at_their_statements(tasks: Sequence[Task], order: Sequence[Told], text: str) -> tuple[Task, ...]:
    """The tasks, what becomes of each statement with the request that asks for support of them all."""
    first = next((t for t in tasks if t.treat is not Treat.NOT_TAKEN), None)
    if first is None or not (first.treat is Treat.SUPPLY or _SEVERAL.search(first.request.object)):
        return tuple(tasks)
    told = [n for t in tasks for n in t.told]
    order = [*order, *(n for n in told if n not in order)]
    mine = tuple(n for n in sorted(told, key=order.index) if n in first.told or _speaks(n))
    return tuple(
        replace(t, told=mine if t is first else tuple(n for n in t.told if n not in mine)) for t in tasks
    )


def _speaks(told: Told) -> bool:
    """Whether a note says what becomes of a statement or of papers, in one of its known ways."""
    return told.use is Use.STATE and any(p.fullmatch(told.said.strip()) for p, _ in _FATES)
