"""The head of a letter: who writes to whom, when, about which filings, and in answer to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from drafter.domain import Filing, Kind, Line, Side
from drafter.parsing.caption import NOT_A_NAME, RE, caption, file_numbers, filings, salutation
from drafter.parsing.dates import DATE, dates, the_date
from drafter.parsing.marks import opens_comment, response_mark
from drafter.parsing.purpose import kind, side

INTRODUCTION = 6
"""Paragraphs after the salutation that may name the letters answered and the filings."""

ALONE = re.compile(
    rf"^(?:date\s*:\s*|(?:via|by)\b[^\d]{{0,40}}|dated\s+)?(?:{DATE.pattern})\s*(?:\(?(?:via|by)\b.*)?[.,]?$",
    re.I,
)
"""A date alone on its line. Examples: "May 9, 2017", "Date: May 9, 2017". Not: "Filed May 9, 2017"."""

LETTER = re.compile(r"\b(?:letters?|comments?|correspondence|e-?mail|facsimile|fax)\b", re.I)
OWN = re.compile(
    r"\b(?:our|company[’']?s|registrant[’']?s|my)\s+(?:\w+\s+){0,3}"
    r"(?:letters?|responses?|submissions?|repl(?:y|ies))\b"
    r"|\b(?:response|supplemental|reply)\s+letter\b|\bresponses?,?\s+(?:dated|submitted|filed|of)\b",
    re.I,
)
"""A letter of the company's own. Examples: "our response letter dated", "the Company's letter of"."""

ELSE = re.compile(
    r"\b(?:end(?:ed|ing)|filed|furnished|effective|until|conversations?|teleconference|calls?|discussions?"
    r"|spoke|telephone|agreements?|before|no\s+later\s+than|as\s+of|annual\s+report|form|through|since|meeting|proposed|amended)\b",
    re.I,
)
"""What else a date may be of. Examples: "for the year ended", "filed with the Commission on"."""

BEFORE_LETTER = re.compile(r"\s*(?:comment\s+)?(?:letter|correspondence|e-?mail)\b", re.I)
"""What follows a date that is said first. Example: "the Staff’s May 4, 2020 letter"."""

REACH = 220
"""Characters before a date in which the letter it is of is named."""

AND_DATE = re.compile(rf"\s*(?:,?\s*and|,|;|&)\s*(?={DATE.pattern})", re.I)

DEFINED = re.compile(
    r"\s*\([^()]{0,60}[“\"](?:the )?(?:Company|Registrant|Issuer|Bank|Fund|Trust|Partnership|Corporation|we)\b"
)
"""A company's defined term after its name. Example: " (the “Company”)"."""

STATE = re.compile(r",\s+(?:an?|the)\s[^,]{0,80}$")
"""What stands between name and term. Example: ", a Delaware corporation"."""

NAME = re.compile(
    r"(?:(?:[A-Z0-9][\w.’'/-]*|&)[,.]?\s+(?:(?:of|and|the|de|du|la|for)\s+){0,2}){0,9}[A-Z0-9][\w.’'/-]*[,.]?$"
)
"""A name that ends a text. Example: "Harrowgate Tools, Inc." of "our client, Harrowgate Tools, Inc."."""

OPENERS = re.compile(r"^(?:(?:On|In|This|We|The\s+undersigned|As|For|By)\b,?\s+)+")
"""First words of a sentence that are no part of a name."""

FIRM = re.compile(
    r"^(?!.*\b(?:LLP|commission)\b)[^\d]{3,80}"
    r"\b(?:inc|corp|corporation|company|ltd|limited|plc|llc|l\.?p|group|holdings|trust|n\.v|s\.a)\b\W*$",
    re.I,
)
"""A company's name alone on a line. Examples: "HARROWGATE TOOLS, INC.". Not: "Ash & Marlowe LLP"."""

SIGNATURE = re.compile(r"^\W*(?:sincerely|(?:very truly|respectfully|yours)\b|best regards|regards)", re.I)

ATTENTION = re.compile(r"^\W*att(?:entio)?n\.?\s*[:.]?\s*", re.I)
TITLES = re.compile(r"\b(?:Mr|Ms|Mrs|Mses|Messrs|Miss|Dr)\b\.?\s*|,?\s*\b(?:Esq(?:uire)?|CPA|Jr)\b\.?", re.I)
PERSON = re.compile(r"^(?:[A-Z][\w’'-]*\.?\s+){1,3}(?:(?:de|van|von|der|la|del|di)\s+)*[A-Z][\w’'-]+$")
NO_PERSON = re.compile(
    r"\b(?:division|office|commission|street|finance|chief|director|counsel|accountant|examiner|attorney|staff|mail|stop"
    r"|branch|securities|exchange|washington|edgar|via|program|group|room|united|states|corporation|inc|llp"
    r"|department|energy|services|technology|trade|industr\w+|life|sciences|real|estate|suite|floor|avenue|review|disclosure"
    r"|securit\w+|manufacturing)\b",
    re.I,
)
COMMISSION = re.compile(r"division of corp|securities and exchange comm|\b100 f\b", re.I)
TITLED = re.compile(r"^(?:Mr|Ms|Mrs|Mses|Messrs|Miss|Dr)\b\.?\s")
APART = re.compile(r"\s*(?:[,;/&|•]|\band\b|\bor\b)\s*", re.I)
CONTACT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s+){1,3}(?:(?:de|van|von|der|la|del|di)\s+)*[A-Z][\w’'-]+)"
    r"(?:,[^,.;]{3,60}|\s*\([^)]{3,60}\))?,?\s+(?:by\s+(?:tele)?phone\s+)?at\s+"
    r"(?:\(?\d{3}\)?[\s.-]?\d{3}|[\w.]+@)"
)
"""A contact of the staff's. Example: "Ada Marlowe, Staff Accountant, at (202) 551-3000"."""

LEADS = re.compile(r"^(?:(?:Please|You|May|Contact|Call|Either|Reach|And|Or|If|To)\s+)+")

FOLLOWS = re.compile(
    r"\b(?:reviewed|considered|read) (?:your|the) (?:\w+ ){0,4}"
    r"(?:response|letter|amend\w*|correspondence|submission|reply)"
    r"|\bprior comments?\b|\bour (?:previous |prior )?(?:comment )?letter dated|\breissue\b"
    r"|^response (?:letter )?(?:dated|submitted)",
    re.I | re.M,
)
"""What a later round says. Examples: "We have reviewed your response", "prior comment 4"."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a letter's head says. Unknown text is "", unknown dates None; `round` is 2 for any later round.

    `answers` are the dates of the staff letters that a company letter answers, in its order. `attention`
    holds names without titles: a staff letter's contacts, a company letter's addressees.
    """

    side: Side
    kind: Kind
    company: str = ""
    cik: str = ""
    file_numbers: tuple[str, ...] = ()
    filings: tuple[Filing, ...] = ()
    sent: date | None = None
    answers: tuple[date, ...] = ()
    attention: tuple[str, ...] = ()
    round: int = 1


def _sent(texts: Sequence[str], opening: int) -> date | None:
    """The letter's own date: alone on a line of the opening, else the first there that is of nothing else."""
    cells = [c for t in texts[: opening + 1] for c in t.split(" | ")]
    later = [t for t in texts[opening + 1 :] if len(t) < 40]
    for text in [*cells, *later]:
        if (alone := ALONE.match(text)) and (day := the_date(alone)):
            return day
    for text in cells:
        if RE.match(text):
            break
        for found, day in dates(text):
            if not ELSE.search(text[: found.start()]):
                return day
    return None


def _introduction(texts: Sequence[str], opening: int) -> list[str]:
    """The paragraphs between the salutation and the first comment, at most INTRODUCTION of them."""
    told = texts[opening + 1 : opening + 1 + INTRODUCTION]
    return list(takewhile(lambda t: not (opens_comment(t) or response_mark(t)), told))


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of the pattern ends; 0 for none."""
    return max((m.end() for m in pattern.finditer(text)), default=0)


def _letters(text: str) -> Iterator[date]:
    """The dates of staff letters that a text names."""
    chained = -1
    for found, day in dates(text):
        before = text[max(0, found.start() - REACH) : found.start()]
        of_letter, of_else = _last(LETTER, before), max(_last(OWN, before), _last(ELSE, before))
        said_first = BEFORE_LETTER.match(text, found.end()) and not OWN.search(before[-30:])
        if of_letter > of_else or said_first or chained == found.start():
            yield day
            more = AND_DATE.match(text, found.end())
            chained = more.end() if more else -1


def _answers(texts: Sequence[str], opening: int, rows: Sequence[str], sent: date | None) -> tuple[date, ...]:
    """The dates of the staff letters answered, from the introduction, else from the Re: block."""
    introduction = "\n".join(_introduction(texts, opening))
    found = list(_letters(introduction)) or list(_letters("\n".join(rows)))
    return tuple(dict.fromkeys(d for d in found if sent is None or d <= sent))


def _people(text: str) -> list[str]:
    """The persons that a text names, without their titles."""
    parts = (TITLES.sub("", p).strip(" .:") for p in APART.split(text))
    return [p for p in parts if PERSON.match(p) and not NO_PERSON.search(p)]


def _addressees(texts: Sequence[str], opening: int) -> tuple[str, ...]:
    """Whom a company letter names: after "Attention:", else in the lines over the Commission's address."""
    head = [c for t in texts[:opening] for c in t.split(" | ")]
    found: list[str] = []
    for i, text in enumerate(head):
        if not (mark := ATTENTION.match(text)):
            continue
        found += _people(text[mark.end() :])
        for more in head[i + 1 : i + 9]:
            if RE.match(more) or ATTENTION.match(more) or DATE.search(more) or not _people(more):
                break
            found += _people(more)
    return tuple(dict.fromkeys(found)) or _over_the_address(head)


def _over_the_address(head: Sequence[str]) -> tuple[str, ...]:
    """The persons over the Commission's address, else those with a title before the Re: block."""
    before = list(takewhile(lambda t: not RE.match(t), head))
    at = next((i for i, t in enumerate(before) if len(t) < 80 and COMMISSION.search(t)), 0)
    near = [t for t in reversed(before[max(0, at - 4) : at]) if not NO_PERSON.search(t.split(",")[0])]
    titled = [t for t in before if TITLED.match(t)]
    named = (_people(t.split(", ")[0]) or _people(t) for t in [*titled, *near])
    return next((tuple(people) for people in named if people), ())


def _contacts(texts: Sequence[str]) -> tuple[str, ...]:
    """Whom a staff letter says to call or write to, in its order."""
    text = " ".join(texts[-24:])
    names = (LEADS.sub("", m.group("name")) for m in CONTACT.finditer(text))
    return tuple(dict.fromkeys(TITLES.sub("", n).strip() for n in names if not NO_PERSON.search(n)))


def _before(text: str, at: int) -> str:
    """The words of a sentence before a defined term, as far as they may name a company."""
    return STATE.sub("", re.split(r"[()“”\"\n]", text[max(0, at - REACH) : at])[-1]).rstrip(" ,")


def _named(texts: Sequence[str], opening: int, writer: Side) -> str:
    """The company as the letter names it outside of a Re: block."""
    if writer is Side.COMPANY:
        told = "\n".join(texts[opening + 1 : opening + 1 + INTRODUCTION])
        ends = (NAME.search(_before(told, found.start())) for found in DEFINED.finditer(told))
        defined = next((OPENERS.sub("", end.group()).strip(" ,") for end in ends if end), "")
        if defined:
            return defined
    end = next((i for i, t in enumerate(texts) if SIGNATURE.match(t)), len(texts))
    shown = [*texts[:opening], *texts[end : end + 8]]
    return next((t.strip(" ,") for t in shown if FIRM.search(t) and not NOT_A_NAME.match(t)), "")


def header(lines: Sequence[Line]) -> Header:
    """The head of a letter, from its lines. Never raises; what the letter does not say stays empty."""
    texts = [line.text for line in lines]
    opening = salutation(texts)
    about = caption(texts)
    writer = side(texts, opening)
    sent = _sent(texts, opening)
    introduction = "\n".join(texts[opening + 1 : opening + 1 + INTRODUCTION])
    staff = writer is Side.STAFF
    return Header(
        side=writer,
        kind=kind(texts, opening, writer),
        company=about.company or _named(texts, opening, writer),
        cik=about.cik,
        file_numbers=about.file_numbers or file_numbers(introduction),
        filings=about.filings or filings(introduction)[:1],
        sent=sent,
        answers=() if staff else _answers(texts, opening, about.lines, sent),
        attention=_contacts(texts) if staff else _addressees(texts, opening),
        round=2 if FOLLOWS.search("\n".join(about.lines) + "\n" + introduction) else 1,
    )
