"""What an answer will do, before a word of it is written: requests, stance, facts, blanks and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from drafter.domain import Comment, Extract, Move, Precedent, Request
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.planning.dues import Place


class Treat(StrEnum):
    """What the answer does with one request."""

    TELL = "tell"  # an answer in the letter
    UNDERTAKE = "undertake"  # new or changed words in filings to come
    REMOVE = "remove"  # words left out in filings to come
    WITHDRAW = "withdraw"  # words left out, which the staff asks to be explained
    AMEND = "amend"  # an amendment of a filed report
    REVISE = "revise"  # changed words in the amendment filed with the letter
    FILE = "file"  # an exhibit
    CONFIRM = "confirm"
    RECONCILE = "reconcile"
    SUPPLY = "supply"  # papers under separate cover
    HEED = "heed"  # guidance to be borne in mind when the next filing is prepared
    REFER = "refer"  # the answer stands under another comment
    NOT_TAKEN = "not_taken"  # the other branch of an alternative


CHANGING = frozenset({Treat.UNDERTAKE, Treat.REMOVE, Treat.REVISE})
"""Treatments that change the words of a filing."""

WRITING = frozenset({Treat.UNDERTAKE, Treat.REMOVE, Treat.WITHDRAW, Treat.REVISE, Treat.AMEND, Treat.FILE})
"""Treatments that change a filing."""


@dataclass(frozen=True, slots=True)
class Task:
    """One request, how it is treated, and what counsel's notes say to it."""

    index: int
    request: Request
    treat: Treat
    told: tuple[Told, ...] = ()
    points: tuple[str, ...] = ()
    """Points of a list that hang on the request and are no requests themselves."""
    met: bool = False
    """Whether the notes show that the request's condition holds."""
    closed: str = ""
    """The sentence of the notes by which its condition fails, "" for none."""
    beside: tuple[Task, ...] = ()
    """The tasks, itself among them, whose sentences are told together as its own."""

    @property
    def condition(self) -> str:
        """The condition that must be decided before the request is answered, "" for none."""
        said = self.request.conditional or ""
        return said if DECIDES.search(said) and not self.met else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer to one comment, decided and not yet written.

    `filing` is what the filing under review says where the comment points; `loose` are sentences of the notes
    that fit no request; `turn` counts the answers of the letter, so that openings can vary; `on` is the day on which
    the law cited must be in force.
    """

    comment: Comment
    stance: Move
    reason: str
    place: Place
    tasks: tuple[Task, ...]
    told: tuple[Told, ...] = ()
    loose: tuple[Told, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    own: tuple[Precedent, ...] = ()
    filing: tuple[Extract, ...] = ()
    refer_to: str = ""
    turn: int = 0
    on: date | None = None
    sign: str = "$"  # of the currency that blanks are in


DECIDES = re.compile(
    r"\b(?:if|to the extent|(?:where|when)(?= material| it is material)|once|unless|should)\b(?!\s+"
    r"(?:any(?=\W*$|\W*[,.;)])|available|applicable(?! and (?:if )?(?:material|significant))|possible|"
    r"practicable|known|needed|the investors)\b(?! (?:are|is)\b))",
    re.I,
)
"""A real condition; "if any" and "as applicable" only limit what is asked for."""

OF_RESPONSE = re.compile(
    r"(?:the |your )?(?:analysis|explanation|information|discussion|disclosure|details?|response) "
    r"(?:(?:provided|given|included|set forth|contained) )?in (?:your|this) response\b",
    re.I,
)
"""What the letter tells and the filing is to tell as well."""
EARLIER = re.compile(
    r"(?!.*\b(?:tell|advise|provide|to) us\b).*\byour (?:prior )?response to (?:our |prior )*comment",
    re.I | re.S,
)
"""A comment that only returns to an earlier response, which is the one it then speaks of."""


_SMALL = frozenset(
    str.split(
        "please which their there about these those would could "
        "should with from that this have been were will also into"
        " than your tell explain describe disclose revise provide "
        "discuss company filings future each such other period"
        " presented refer regulation item form question determined "
        "concluded considered staff they when what where why how who"
        " whether under does more page note any the and for are was not has had its our out can may all but did one no"
        " single individual"
    )
)


def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first six letters so that forms of one word meet."""
    words = re.findall(r"[a-z0-9][a-z0-9.-]{2,}", text.lower().replace("’", "'"))
    words += [part for w in words if "-" in w for part in w.split("-") if len(part) > SHORTEST_PART]
    return frozenset(w.rstrip(".")[:6] for w in words if w not in _SMALL)


SHORTEST_PART = 3
"""Letters; a shorter part of a hyphenated word says nothing by itself."""


def stated(task: Task) -> tuple[Told, ...]:
    """The task's sentences that go into the answer as they are."""
    return tuple(t for t in task.told if t.use is Use.STATE)


def groups(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Consecutive live tasks of one treatment and one condition, or closed by one denial, in the staff's order."""
    live = [t for t in tasks if t.treat is not Treat.NOT_TAKEN]
    for _, run in groupby(
        live,
        key=lambda t: (
            t.closed or t.treat,
            t.condition.lower() if t.treat in {Treat.UNDERTAKE, Treat.REMOVE} and not t.closed else "",
        ),
    ):
        yield list(run)
