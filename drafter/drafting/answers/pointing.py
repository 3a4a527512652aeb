"""A comment whose premise is not right: the answer refers the staff to where the filing has it already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.drafting.language.casing import ended, lowered, raised
from drafter.drafting.language.turning import Voice
from drafter.drafting.language.verbs import is_clause
from drafter.drafting.notes.locating import reference
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Target
from drafter.drafting.planning.intents import THERE, points, promises, said_of, takes_out
from drafter.drafting.planning.plan import WRITING, Task, Treat
from drafter.drafting.planning.polarity import content
from drafter.drafting.planning.presuming import gives, heads_of, names
from drafter.drafting.planning.settling import things

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


def answered_by_the_filing(
    tasks: Sequence[Task], told: Sequence[Told], target: Target, voice: Voice, staff: str
) -> tuple[tuple[Task, ...], tuple[Told, ...]]:
    """The tasks and what is told, where the notes say that the filing has what the comment misses: each change that is
    asked for without a condition answered in the letter where they point to what it asks for, and all of them where
    they point to no one thing; where they promise another thing too, only what no promise is of.

    In an amendment “is on page 9” may be a new page; there only “already” or “it's there” says so.
    """
    said, owed = said_of(told), [t for t in told if promises([t])]
    there = THERE.search(said) or (target is not Target.REGISTRATION and points(said))
    places = [t for t in told if t not in owed and (THERE.search(t.said) or points(t.said))]
    open_ = [t for t in tasks if t.treat in WRITING and not t.condition]
    given = [t for t in open_ if any(gives(thing, p) for thing in things(t) for p in places)] or open_
    if owed:
        given = [t for t in given if all(_found(e, places, owed) for e in things(t))]
    if not there or takes_out(said) or (owed and len(given) in {0, len(open_)}):
        return tuple(tasks), tuple(told)
    spare = [t.index for t in given if re.search(r"\bto do so\W*$", t.request.object) and len(tasks) > 1]
    now = {t.index: Treat.NOT_TAKEN if t.index in spare else Treat.TELL for t in given}
    done = tuple(replace(t, treat=now.get(t.index, t.treat)) for t in tasks)
    return done, _referred(told, voice, staff)


def _found(thing: str, places: Sequence[Told], owed: Sequence[Told]) -> bool:
    """Whether the notes point to the thing by its name, and to no part of it alone, and promise no other word of it."""
    there = " ".join(p.said for p in places if names(thing, p.said))
    promised = heads_of(thing) & content(" ".join(p.said for p in owed))
    wanted = content(thing) if re.match("how|when|why", thing) else promised
    return bool(there) and not _PARTLY.search(there) and wanted <= content(there)


_PARTLY = re.compile(r"\b(?:but|not|no|only|except|part(?:ly)?|some|most|total|although|though)\b", re.I)


def _referred(told: Sequence[Told], voice: Voice, staff: str) -> tuple[Told, ...]:
    """The sentences, one that names a place as a reference of the staff to it; “It's there” is a remark."""
    done: list[Told] = []
    mixed = promises(told)
    for one in told:
        rest = _CUE.sub("", one.said)
        if one.use is not Use.STATE or promises([one]):
            done.append(one)
        elif not mixed and not rest.strip(" .") and rest != one.said:
            done.append(replace(one, use=Use.REMARK, why="decides the move"))
        else:
            said = ("" if mixed else _reference(rest, voice, staff)) or _of_located(one.text, voice, staff)
            done.append(replace(one, text=said, why=REFERS) if said else one)
    return tuple(done)


def parted(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks, a promise placed with a reference to the filing told with the change that follows it."""
    done = list(tasks)
    for task, after in pairwise(tasks):
        owed = tuple(t for t in task.told if promises([t]))
        if owed and after.treat in WRITING and any(t.why == REFERS for t in task.told):
            done[task.index] = replace(task, told=tuple(t for t in task.told if t not in owed))
            done[after.index] = replace(after, told=(*after.told, *owed))
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
