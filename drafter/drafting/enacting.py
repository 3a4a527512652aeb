"""What counsel's notes say of an amendment that is filed with the letter, as done: “the amendment will show them”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.drafting.articles import many
from drafter.drafting.casing import lowered, raised
from drafter.drafting.dues import Place, Target
from drafter.drafting.notes import Told, Use
from drafter.drafting.places import BLANK, pages_in
from drafter.drafting.turning import Voice, third_person

_AMENDMENT = r"(?:(?:the|this|our|its) )?(?:next |coming )?(?:[Aa]mendment(?: No\. ?\d+)?|prospectus)"
_ON = r"(?P<on>,? (?:on|at) pages? [\w-]+)?"
_SHOW = (
    r"(?:shows?|states?|gives?|includes?|presents?|discloses?|lists?|names?|quantif(?:y|ies)|defines?|describes?|explains?|"
    r"identif(?:y|ies)|separates?|breaks?|carry|carries|contains?|reports?|sets?|adds?|splits?|reconciles?|labels?)"
)
_SHOWN = (
    r"(?:shown|stated|given|included|presented|disclosed|listed|quantified|defined|described|explained|identified|"
    r"separated|broken out|reported|set out|split|reconciled|labell?ed)"
)
_SAYS_SO = re.compile(
    rf"(?:{_AMENDMENT}|It|Page (?P<page>[\w-]+)) (?:(?:now|will|already) )?(?:says?|states?|discloses?) "
    rf"(?:so|this|that|it)(?: now)?{_ON}",
    re.I,
)
_WILL_SHOW = re.compile(
    rf"(?:{_AMENDMENT} will (?:also )?(?P<verb>{_SHOW})(?P<what> .+)|"
    rf"(?:we|the [A-Z]\w+) will (?:also )?(?P<does>{_SHOW})(?P<thing> .+?),? (?:in|with) {_AMENDMENT}{_ON})",
    re.I,
)
_WILL_BE = re.compile(
    rf"(?P<what>.+?) (?:will be|(?:is|are) (?:to be|being|(?=added))) ?(?P<done>{_SHOWN}|added)"
    r"(?P<where> (?:in|on|under|with|at|to) .+)"
)
_NOT_FILED = re.compile(
    r"(?P<what>(?:The |Our |Its )?[^,;:.]+?) (?:(?:is|are) not (?:being|to be|going to be)|(?:will|need) not be) filed"
    r"(?P<rest>\b.*)|(?:We|The [A-Z]\w+) (?:(?:is|are) not filing|will not file) (?P<thing>(?:the|our|its) [^,;:.]+)",
)
_BLANK_UNTIL = re.compile(
    r"(?P<what>.+?) (?:stays?|remains?|(?:is|are|will be) left|will (?:stay|remain)) (?:blank|open|bracketed|out) "
    r"until (?P<when>.+)"
)
_PART = (
    r"(?:card|section|summary|cover|page|table|risk factor|prospectus|form|footnote|caption|heading|chart|graphic|text|"
    r"disclosure|language|paragraph|form of proxy|statement|discussion)s?"
)
_CHANGED = re.compile(
    rf"(?P<what>(?:The |Our |Its )?(?:[\w-]+ ){{0,4}}?{_PART}) (?:(?:is|are|was|were|has been|have been) )?(?:also )?"
    r"(?P<done>revised|changed|updated|conformed|amended|corrected|expanded|rewritten|clarified)"
    r"(?P<how>(?: (?:to|accordingly|throughout|so that|and)\b[^,.]*)?)(?:,? (?:on |at |see )?(?P<page>pages? [\w-]+))?",
)
_LATER = re.compile(
    r"\b(?:later|further|subsequent|pre-effective|final|future|10-[KQ]|20-F|annual|(?:next|fiscal|coming) quarter|"
    r"(?:next|fiscal|coming) year|price range|once|when|until|that (?:includes|contains)|prox(?:y|ies)|meetings?|"
    r"20\d\d K|before|supplement|release)\b"
)
"""What is done in another filing than the one that comes with the letter."""
_PLACE = re.compile(
    r"\b(?:[Aa]mendment|prospectus|pages?|F-pages|summary|Business|Items?|Notes?|section|table|cover|risk factors?|"
    r"MD&A|circular|columns?|lines?|Underwriting|Capitalization|Dilution)\b"
)
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
        replace(told, text=f"{raised(_TODAY.sub('', d))}.", said=s) for d, s in zip(done, said, strict=True)
    ]


def _done(part: str, voice: Voice, amendment: str) -> str:
    for form, say in _FORMS:
        if found := form.fullmatch(part):
            return say(found, voice, amendment)
    return part


def _company(voice: Voice) -> str:
    return f"{raised(voice.noun)} {'have' if voice.plural else 'has'}"


def _says_so(found: re.Match[str], voice: Voice, amendment: str) -> str:
    page = pages_in(found["on"] or (f"page {found['page']}" if found["page"] else "")) or BLANK
    return f"{_company(voice)} revised {page} of {amendment} to say so"


def _shows(found: re.Match[str], _: Voice, amendment: str) -> str:
    what = found["what"] or f"{found['thing']}{found['on'] or ''}"
    if _LATER.search(what):
        return found[0]
    verb = lowered(found["verb"] or found["does"])
    return f"{amendment} {verb if verb.endswith('s') else third_person(verb)}{what}"


def _is_shown(found: re.Match[str], _: Voice, amendment: str) -> str:
    if _LATER.search(found["where"]) or not _PLACE.search(found["where"]):
        return found[0]
    several = many(found["what"]) or found["what"] in {"They", "These", "Both"}
    be = (
        ("have been" if several else "has been") if found["done"] == "added" else ("are" if several else "is")
    )
    where = re.sub(rf"(?<=\d) (?:in|with|of) {_AMENDMENT}", f" of {amendment}", found["where"])
    return f"{found['what']} {be} {found['done']}{re.sub(_AMENDMENT, amendment, where)}"


def _not_filed(found: re.Match[str], voice: Voice, _: str) -> str:
    rest = re.sub(r"^(?: as an exhibit)?: (?=it |they )", " because ", found["rest"] or "")
    thing = re.sub(r"^(?!the |our |its )", "the ", lowered(found["what"] or found["thing"]))
    return f"{_company(voice)} not filed {thing}{rest}"


def _promised(found: re.Match[str], voice: Voice, _: str) -> str:
    return f"{raised(voice.noun)} will include {lowered(found['what'])} {LATER}{found['when']}"


def _changed(found: re.Match[str], voice: Voice, amendment: str) -> str:
    thing = re.sub(r"^(?!the |our |its )", "the ", lowered(found["what"]))
    where = f" on {found['page']} of {amendment}" if found["page"] else ""
    return f"{_company(voice)} {found['done']} {thing}{found['how']}{where}"


_Say = Callable[[re.Match[str], Voice, str], str]
_FORMS: tuple[tuple[re.Pattern[str], _Say], ...] = (
    (_SAYS_SO, _says_so),
    (_WILL_SHOW, _shows),
    (_WILL_BE, _is_shown),
    (_NOT_FILED, _not_filed),
    (_BLANK_UNTIL, _promised),
    (_CHANGED, _changed),
)
