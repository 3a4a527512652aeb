"""A comment whose premise is not right: the answer refers the staff to where the filing has it already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.drafting.casing import ended, lowered, raised
from drafter.drafting.dues import Target
from drafter.drafting.intents import THERE, points, promises, said_of, takes_out
from drafter.drafting.locating import reference
from drafter.drafting.notes import Told, Use
from drafter.drafting.plan import WRITING, Task, Treat
from drafter.drafting.presuming import gives
from drafter.drafting.settling import things
from drafter.drafting.turning import Voice
from drafter.drafting.verbs import is_clause

_CUE = re.compile(
    r"^(?:yes,? )?(?:it|that|this|they)(?:[’']s|[’']re| is| are) (?:all )?(?:already )?(?:there|in there)"
    r"(?: already)?\b[\s.:;,–—-]*|^already (?:there|in there|disclosed|covered)\b[\s.:;,–—-]*|"
    r"^(?:the )?(?:staff|they|SEC) (?:\w+ )?(?:missed|overlooked) (?:it|this|that)\b[\s.:;,–—-]*",
    re.I,
)
"""“It's there.” says only that the filing has it."""
_IN_PLACE = re.compile(
    r"^(?:see |look at |(?:it|that|this)(?:[’']s| is) (?:already )?(?:in|on|at) |already (?:in|on|at) |in |on |at )",
    re.I,
)
_UNIT = r"(?:[Pp]ages?|pp?\.|[Nn]ote|[Ii]tem|[Ss]ection|[Ee]xhibit|[Pp]art|[Ss]chedule|[Ff]ootnote)"
_WITHIN = r"(?:first|second|third|fourth|last|final|opening) (?:full )?(?:paragraph|sentence|table|bullet|column|row)"
_PLACE = re.compile(
    rf"^(?P<place>(?:the )?{_UNIT} ?\(?[\w-]+(?:\.\d+)?(?:\([\w]+\))*"
    rf"(?:,? (?:and |of |in |to )?(?:the )?(?:{_WITHIN}|{_UNIT} ?[\w-]+(?:\.\d+)?|(?:Form )?(?:10-[KQ]|20-F|[SF]-\d)"
    r"|proxy statement|prospectus))*)(?P<mark>[\s,:;–—-]*)(?P<rest>.*)$",
    re.S,
)
_SAYS = re.compile(
    r"^(?:already )?(?P<verb>has|gives|shows|states|says|discloses|describes|lists|covers|sets out|includes)\b ?",
    re.I,
)


REFERS = "refers to the filing"
"""Why a sentence settles a request: the filing has what is asked for."""


def points_to_the_filing(told: Sequence[Told], target: Target) -> bool:
    """Whether the notes say that the filing has what the comment misses, and that nothing is changed.

    In an amendment “is on page 9” may be a new page; there only “already” or “it's there” says so.
    """
    said = said_of(told)
    there = THERE.search(said) or (target is not Target.REGISTRATION and points(said))
    return bool(there) and not (promises(told) or takes_out(said))


def answered_by_the_filing(tasks: Sequence[Task], told: Sequence[Told]) -> tuple[Task, ...]:
    """The tasks, each change that is asked for without a condition answered in the letter where the notes point to what
    it asks for, and all of them where they point to no one thing.
    """
    places = [t for t in told if THERE.search(t.said) or points(t.said)]
    open_ = [t for t in tasks if t.treat in WRITING and not t.condition]
    there = [t for t in open_ if any(gives(thing, p) for thing in things(t) for p in places)] or open_
    spare = [t.index for t in there if re.search(r"\bto do so\W*$", t.request.object) and len(tasks) > 1]
    now = {t.index: Treat.NOT_TAKEN if t.index in spare else Treat.TELL for t in there}
    return tuple(replace(t, treat=now.get(t.index, t.treat)) for t in tasks)


def referred(told: Sequence[Told], voice: Voice, staff: str) -> tuple[Told, ...]:
    """The sentences, one that names a place as a reference of the staff to it; “It's there” is a remark."""
    done: list[Told] = []
    for one in told:
        rest = _CUE.sub("", one.said)
        if one.use is not Use.STATE:
            done.append(one)
        elif not rest.strip(" .") and rest != one.said:
            done.append(replace(one, use=Use.REMARK, why="decides the move"))
        else:
            said = _reference(rest, voice, staff) or _of_located(one.text, voice, staff)
            done.append(replace(one, text=said, why=REFERS) if said else one)
    return tuple(done)


def _reference(said: str, voice: Voice, staff: str) -> str:
    bare = _IN_PLACE.sub("", said)
    found = _PLACE.match(bare)
    if found is None:
        return ""
    about = bare != said or THERE.search(said) or found["mark"].strip() or _SAYS.match(found["rest"])
    if not about and found["rest"].strip(" ."):
        return ""
    place = re.sub(r"\bpp?\. ?", "page ", found["place"])
    place = place[:1].lower() + place[1:] if re.match(r"Pages?\b|Section\b|Footnote\b", place) else place
    return ended(f"{_lead(voice, staff)} {place}{_content(found['rest'].strip())}")


def _lead(voice: Voice, staff: str) -> str:
    return f"{raised(voice.noun)} respectfully {'refer' if voice.plural else 'refers'} {staff} to"


def _of_located(text: str, voice: Voice, staff: str) -> str:
    """The reference that a sentence makes which says where a thing is disclosed; "" for any other."""
    place, thing = reference(text)
    return f"{_lead(voice, staff)} {place}, which discloses {thing}." if place else ""


def _content(rest: str) -> str:
    """What stands there, as the end of the reference."""
    if not rest.strip(" ."):
        return ""
    says = _SAYS.match(rest)
    if says:
        return f", which {says['verb'].lower()} {rest[says.end() :]}"
    rest = re.sub(r"^approx\. ?", "approximately ", rest)
    return f", which states that {lowered(rest)}" if is_clause(rest) else f", which discloses {lowered(rest)}"
