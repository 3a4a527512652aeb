"""Which pairs a search may give, said once and read alike by the record, the words and the vectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from drafter.authorities import authorities
from drafter.domain import Move, Status
from drafter.errors import BadSettings
from drafter.sections import names as sections
from drafter.topics import ids as topic_ids

FORM = re.compile(
    r"^(?:form\s+)?(?P<kind>\d{1,2}(?=[\s-]{0,3}[A-Z])|[SFN](?=[\s-]{0,3}\d))[\s-]{0,3}(?P<rest>[A-Z0-9]{1,4}(?:/A)?)$",
    re.I,
)
"""A form however it is written. Examples: "10k", "Form 10-Q", "S1", "20 F". Not: "DEF 14A", which stays."""


def move_group(move: Move) -> str:
    """What moves of one kind share: "comply", "push_back", and the move itself for the others."""
    return next((group for group in ("comply", "push_back") if move.startswith(group)), move.value)


CHOICES = {
    "section": sections(),
    "stance": tuple(sorted({*Move, *map(move_group, Move)})),
    "outcome": tuple(sorted({*Status, "settled"})),
}
"""What a filter of a few fixed values may be."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What counsel asks for. "" and None do not narrow.

    `company` and `not_company` are a name or a CIK, or several apart by "|": a company may have written under
    a name, or without its CIK. `authority` takes its parts with it: "ASC 280" finds ASC 280-10-50-41; `topic`
    and `section` their group's: "mdna" finds mdna.metrics. `since` is on or after that day, `before` is strictly
    before; a letter without a date passes neither. `stance` is a move that the answer makes, "comply" or
    "push_back" any of those. `round` is 0 for any; `outcome` is how the answer stands with the staff
    (`joining.standing_labels`). `as_of` lets pass what can have been public on that day, and nothing of which
    that is not known.
    """

    company: str = ""
    not_company: str = ""
    form: str = ""
    topic: str = ""
    authority: str = ""
    since: date | None = None
    before: date | None = None
    industry: str = ""
    section: str = ""
    stance: str = ""
    round: int = 0
    outcome: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """These words stand together in that field ("heading", "comment", "response", "name"; "" for any but name)."""

    words: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Carries:
    """The pair carries that label."""

    label: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of these holds."""

    of: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these holds."""

    of: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """That does not hold."""

    of: Wanted


Wanted = Said | Carries | AllOf | AnyOf | Without
"""What counsel asks of a pair's words, as "goodwill AND NOT heading:taxes"."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """A filter with its names looked up: what each search can test without asking further.

    A pair passes when its company is in `only` (None for any) and not in `never`, it carries each of
    `labels`, it was sent from `since` up to but not on `before`, it was released on `as_of` or earlier, and what
    is `wanted` of its words holds, which only the word index can say.
    """

    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    since: date | None = None
    before: date | None = None
    as_of: date | None = None
    wanted: Wanted | None = None

    @property
    def open(self) -> bool:
        """Whether every pair passes."""
        return self == Sieve()


def as_cik(text: str) -> str:
    """The ten digits of a CIK, or "" where the text is a name."""
    return text.strip().zfill(10) if re.fullmatch(r"\s*\d{1,10}\s*", text) else ""


@lru_cache(1 << 14)
def label(kind: str, value: str) -> str:
    """How a topic, authority, form or industry is marked on a pair."""
    return storable(f"{kind}:{' '.join(value.casefold().split())}")


def storable(text: str) -> str:
    """The text as SQLite takes it: a file name that is not Unicode keeps its odd bytes as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def labels(asked: Filter) -> tuple[str, ...]:
    """The labels a pair must carry for that filter. Raises BadSettings for a value that is none of the few."""
    cited = authorities(asked.authority)
    wanted = {
        "form": FORM.sub(r"\g<kind>-\g<rest>", asked.form.strip(), count=1) or asked.form,
        "topic": _topic(asked.topic),
        "authority": cited[0].canonical if cited else asked.authority,
        "industry": asked.industry,
        **{kind: _choice(kind, getattr(asked, kind)) for kind in CHOICES},
        "round": str(asked.round or ""),
    }
    return tuple(label(kind, value) for kind, value in wanted.items() if value.strip())


def _topic(asked: str) -> str:
    """The topic as pairs are marked with it. Raises BadSettings where there is none, with those that are like it."""
    plain = asked.strip().lower()
    if not plain:
        return ""
    known = topic_ids()
    if plain in known or any(t.startswith(f"{plain}.") for t in known):
        return plain
    near = get_close_matches(plain, known, 3, 0.4) or [t for t in known if plain in t] or sorted(known)
    raise BadSettings(f"There is no topic {asked!r}. Try one of: {', '.join(near)}.")


def _choice(kind: str, value: str) -> str:
    plain = value.strip().lower().replace(" ", "_").replace("-", "_")
    if plain and plain not in CHOICES[kind]:
        raise BadSettings(f"There is no {kind} {value!r}. It is one of: {', '.join(CHOICES[kind])}.")
    return plain
