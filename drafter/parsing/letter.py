"""One letter read: its header, a role for every line, its comments and responses, and what stayed unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drafter.domain import Comment, Kind, Letter, Line, Matter, Response, Role, Side
from drafter.parsing.comments import comments, headed
from drafter.parsing.furniture import after_salutation
from drafter.parsing.header import header
from drafter.parsing.parting import taken_apart, ungridded
from drafter.parsing.responses import responses
from drafter.parsing.roles import Reading, read_roles
from drafter.parsing.wording import worded

ANSWERING = frozenset({Kind.COMMENTS, Kind.RESPONSE})
"""Letters of these kinds may hold comments that nothing numbers."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that found no role, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A letter with the role of each of its lines, its comments and responses in order, and what stayed
    unread. In a company letter the comments are as the company recited them.
    """

    letter: Letter
    roles: tuple[Role, ...]
    comments: tuple[Comment, ...] = ()
    responses: tuple[Response, ...] = ()
    unread: tuple[Unread, ...] = ()

    def response_to(self, number: str) -> Response | None:
        """The response that answers the comment of that number, None where there is none."""
        return next((r for r in self.responses if number in r.numbers), None)


def parse(
    lines: Sequence[Line],
    id: str = "",  # noqa: A002 - the word of the domain
    known: Matter = Matter(),  # noqa: B008 - a frozen value
    filed: date | None = None,
) -> Parsed:
    """What a letter says, read from its lines. What it leaves out of its matter is taken from `known`, its
    date from `filed`.
    """
    head = header(lines)
    if head.side is Side.COMPANY:
        lines = ungridded(lines)
        lines = taken_apart(worded(lines, after_salutation(lines)))
    letter = Letter(
        id=id,
        side=head.side,
        kind=head.kind,
        matter=Matter(
            head.company or known.company,
            head.cik or known.cik,
            head.file_numbers or known.file_numbers,
            head.filings or known.filings,
        ),
        sent=head.sent or filed,
        answers=head.answers,
        round=head.round,
        attention=head.attention,
        lines=tuple(lines),
    )
    return parsed(letter, read_roles(lines, letter.side, letter.kind in ANSWERING))


def parsed(letter: Letter, reading: Reading) -> Parsed:
    """The comments and responses of a letter whose lines have their roles."""
    found = comments(letter.lines, reading.roles, reading.starts, letter.id)
    answers: tuple[Response, ...] = ()
    if letter.side is Side.COMPANY:
        found = tuple(map(headed, found))
        answers = responses(letter.lines, reading.roles, found, letter.id)
    roles = reading.roles if found or letter.kind not in ANSWERING else _unread(letter, reading.roles)
    unread = tuple(
        Unread(line.text, "no comment was found that it could belong to")
        for line, role in zip(letter.lines, roles, strict=True)
        if role is Role.UNREAD
    )
    return Parsed(letter, roles, found, answers, unread)


def _unread(letter: Letter, roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles where a letter that should hold comments shows none: its text is unread."""
    first = after_salutation(letter.lines)
    return tuple(
        Role.UNREAD if i >= first and role not in (Role.CLOSING, Role.FURNITURE, Role.ANNEX) else role
        for i, role in enumerate(roles)
    )
