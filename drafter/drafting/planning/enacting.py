"""What counsel's notes say of an amendment that is filed with the letter, as done: “the amendment will show them”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.drafting.language.articles import many
from drafter.drafting.language.casing import lowered, raised
from drafter.drafting.language.turning import Voice, third_person
from drafter.drafting.notes.places import BLANK, pages_in
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Place, Target
from drafter.drafting.planning.plan import Task, stems
from drafter.templates import load_patterns

THERE = "the disclosure"


def revised_place(text: str, tasks: Sequence[Task]) -> str:
    """What is revised, as a sentence says that says no more than that; "" for any other sentence."""
    asked = stems(" ".join(t.request.text for t in tasks))
    for form in load_patterns("offline/acts.toml", "echo"):
        parts = found.groupdict("") if (found := form.fullmatch(text.removesuffix("."))) else {}
        if found and stems(parts.get("what", "")) <= asked:
            where = re.sub("^(?:The|A|Our|Its) ", lambda m: m[0].lower(), parts.get("where", ""))
            beside = re.match(r"(?!Note )[A-Z]|.* and ", where)
            return f"{THERE} in {where.replace(' and in ', ' and ')}" if beside else where or THERE
    return ""


def where_revised(told: Sequence[Told], tasks: Sequence[Task]) -> str:
    """What is revised in answer to one or two requests, as the notes have it; "the disclosure" for no one place."""
    places = (revised_place(n.text, tasks) for n in told if n.use in {Use.STATE, Use.REMARK})
    return next((p for p in places if p not in {"", THERE} and not tasks[2:]), THERE)


def _form(kind: str) -> re.Pattern[str]:
    return load_patterns("offline/acts.toml", kind)[0]


_TODAY = re.compile(r",? (?:today|right now|as of now)$")
LATER = "in a further amendment once "
"""How a sentence promises what the amendment filed with the letter has not yet."""


def enacted(told: Sequence[Told], voice: Voice, place: Place) -> tuple[Told, ...]:
    """The sentences, what is done in an amendment filed with the letter as done, what waits for a further one so."""
    if place.target is not Target.REGISTRATION:
        return tuple(told)
    return tuple(each for t in told for each in _enacted(t, voice, place.amendment))


def _enacted(told: Told, voice: Voice, amendment: str) -> list[Told]:
    parts = told.text.removesuffix(".").split("; ")
    done = [_done(part, voice, amendment) for part in parts]
    if told.use is not Use.STATE or told.redacted or done == parts:
        return [told]
    said = told.said.split("; ") if told.said.count("; ") == len(parts) - 1 else [told.said] * len(parts)
    return [
        replace(told, text=f"{raised(_TODAY.sub('', d))}.", said=s, part=told.part + n)
        for n, (d, s) in enumerate(zip(done, said, strict=True))
    ]


def _done(part: str, voice: Voice, amendment: str) -> str:
    tried = ((_form(kind).fullmatch(part), say) for kind, say in _ACTS)
    return next((say(found, voice, amendment) for found, say in tried if found), part)


def _company(voice: Voice) -> str:
    return f"{raised(voice.noun)} {'have' if voice.plural else 'has'}"


def _says_so(found: re.Match[str], voice: Voice, amendment: str) -> str:
    page = pages_in(found["on"] or (f"page {found['page']}" if found["page"] else "")) or BLANK
    return f"{_company(voice)} revised {page} of {amendment} to say so"


def _says_too(found: re.Match[str], _: Voice, __: str) -> str:
    return f"As revised, {lowered(found['where'])} also states that {found['rest']}"


def _shows(found: re.Match[str], _: Voice, amendment: str) -> str:
    what = found["what"] or f"{found['thing']}{found['on'] or ''}"
    if _form("later").search(what):
        return found[0]
    verb = lowered(found["verb"] or found["does"])
    return f"{amendment} {verb if verb.endswith('s') else third_person(verb)}{what}"


def _is_shown(found: re.Match[str], _: Voice, amendment: str) -> str:
    if _form("later").search(found["where"]) or not _form("place").search(found["where"]):
        return found[0]
    several = many(found["what"]) or found["what"] in {"They", "These", "Both"}
    be = (
        ("have been" if several else "has been") if found["done"] == "added" else ("are" if several else "is")
    )
    where = _form("on_its_page").sub(f" of {amendment}", found["where"])
    return f"{found['what']} {be} {found['done']}{_form('amendment').sub(amendment, where)}"


def _promised(found: re.Match[str], voice: Voice, _: str) -> str:
    return f"{raised(voice.noun)} will include {lowered(found['what'])} {LATER}{found['when']}"


def _changed(found: re.Match[str], voice: Voice, amendment: str) -> str:
    thing = re.sub(r"^(?!the |our |its )", "the ", lowered(found["what"]))
    where = f" on {found['page']} of {amendment}" if found["page"] else ""
    return f"{_company(voice)} {found['done']} {thing}{found['how']}{where}"


_Say = Callable[[re.Match[str], Voice, str], str]
_ACTS: tuple[tuple[str, _Say], ...] = (
    ("says_so", _says_so),
    ("says_too", _says_too),
    ("will_show", _shows),
    ("will_be", _is_shown),
    ("left_blank", _promised),
    ("changed", _changed),
)
