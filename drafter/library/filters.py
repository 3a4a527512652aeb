"""Which pairs a search may give, said once and read alike by the record, the words and the vectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from drafter.authorities import authorities

FORMALITIES = frozenset(
    "inc incorporated corp corporation co company plc ltd limited llc lp nv sa ag the".split()  # noqa: SIM905
)
"""Words of a company's name that others may leave out."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What counsel asks for. "" and None do not narrow.

    `company` and `not_company` are a name or a CIK, or several apart by "|": a company may have written under
    a name, or without its CIK. `authority` takes its parts with it: "ASC 280" finds ASC
    280-10-50-41; `topic` its group's: "mdna" finds mdna.metrics. `since` is on or after that day, `before` is
    strictly before; a letter without a date passes neither.
    """

    company: str = ""
    not_company: str = ""
    form: str = ""
    topic: str = ""
    authority: str = ""
    since: date | None = None
    before: date | None = None
    industry: str = ""


@dataclass(frozen=True, slots=True)
class Sieve:
    """A filter with its names looked up: what each search can test without asking further.

    A pair passes when its company is in `only` (None for any) and not in `never`, it carries each of
    `labels`, and it was sent from `since` up to but not on `before`.
    """

    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    since: date | None = None
    before: date | None = None

    @property
    def open(self) -> bool:
        """Whether every pair passes."""
        return self == Sieve()


def plain_name(company: str) -> str:
    """A company's name as others may write it: lower case, without punctuation, "Inc." and the like.

    "Harrowgate Tools, Inc." and "HARROWGATE TOOLS INC" are one; a name of formalities alone stays as it is.
    """
    words = re.findall(r"[a-z0-9]+", company.lower().replace("'", "").replace("’", "").replace("&", " and "))
    return " ".join([w for w in words if w not in FORMALITIES] or words)


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
    """The labels a pair must carry for that filter."""
    cited = authorities(asked.authority)
    authority = cited[0].canonical if cited else asked.authority
    wanted = (
        ("form", asked.form.removeprefix("Form ")),
        ("topic", asked.topic),
        ("authority", authority),
        ("industry", asked.industry),
    )
    return tuple(label(kind, value) for kind, value in wanted if value.strip())
