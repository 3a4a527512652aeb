"""Counsel's facts notes, read from their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.domain import Fact
from drafter.matters.items import blocks
from drafter.matters.markup import plain

_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:No|Nos|Inc|Corp|Co|Ltd|Mr|Ms|Mrs|Dr|St|vs|v|etc|Exh?s?|FY|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|"
    r"Am|Amdt|ext|s|ss|e\.g|i\.e|cf|approx|exp|acc|incl|excl|est|Sched|prelim|consol|prev|avg|Sec|Reg|Art|para|"
    r"pp?|(?:[A-Z]\.)*[A-Z])\.$|"
    r"\([A-Z][a-z]{1,5}\.$"  # what a bracket opens with: “(Cap. 486)”
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(\[]*[A-Z0-9$•●\[]|pp?\. ?\d)")
_HEADING = re.compile(
    r"^#+\s*(?:(?:staff\s+)?comments?\s+)?(?:nos?\.\s*)?(?P<number>\d+[A-Za-z]?)\b"
    r"(?P<more>(?:\s*(?:,|and|&|,\s*and|to|through|-|–)\s*(?:comment\s+)?\d+[A-Za-z]?\b)*)",
    re.I,
)

HOLDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("not for the letter", re.compile(r"\bnot for (?:the |this )?(?:letter|response|staff|filing)\b", re.I)),
    (
        "privileged",
        re.compile(
            r"\bprivileged\b|\battorney[- ]client\b|\bwork product\b|^\W*(?:a/c )?priv\b|"
            r"[-–—,;.(] ?(?:a/c )?priv\b\W*$|\(p\)\W*$",
            re.I,
        ),
    ),
    (
        "confidential",
        re.compile(
            r"^\W*(?:strictly |highly )?(?:confidential|in confidence|internal(?: use)? only|between (?:us|ourselves)|"
            r"off the record)(?: to (?:us|the client|the company))? ?[:–—-]",
            re.I,
        ),
    ),
    (
        "confidential supervisory information",
        re.compile(r"(?i:\b(?:confidential )?supervisory information\b)|\bCSI\b"),
    ),
    (
        "internal",
        re.compile(
            r"^\W*(?:internal(?: only)?|off the record|between us|between ourselves|entre nous)\s*[:.,–-]",
            re.I,
        ),
    ),
)
"""Words that keep a note out of the letter, with the reason shown to counsel."""

_REDACTED = re.compile(r"^\W*rule 83\s*(?:[:–-]|applies\s*[:.])\s*|\s*\((?:under )?rule 83\)", re.I)
_TENTATIVE = re.compile(
    r"\(?\b(?:to be confirmed|tbc|still to be confirmed|not yet confirmed|unconfirmed)\b\)?\s*[:–-]?\s*", re.I
)

_AWAITED = re.compile(
    r"(?:[^\d$€£]|\b(?:19|20)\d\d\b)*(?:\b(?:is|are)|:) (?:still )?"
    r"(?:to be confirmed|not yet confirmed|unconfirmed)\b[^\d$€£]*$",
    re.I,
)
"""A thing of which only the status is told: “The agent's share is still to be confirmed by the bank”."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a running text, in order, without the white space between them.

    An abbreviation such as "No. 1" or "Inc." ends none; the answer “No.” does.
    """
    found: list[str] = []
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        said = text[start : gap.start()]
        if _ABBREVIATED.search(said) and not (said == "No." and not text[gap.end()].isdigit()):
            continue
        found.append(text[start : gap.end()].strip())
        start = gap.end()
    found.append(text[start:].strip())
    return tuple(s for s in found if s)


def read_facts(*texts: str) -> tuple[Fact, ...]:
    """Counsel's notes, one Fact a note, in order and numbered through all texts from 1.

    A note is a list item or a paragraph under the heading of a comment; notes before any such heading belong
    to no comment (""). The opener that holds a note back, redacts it or marks it as unconfirmed splits the
    note there, and goes into the Fact's own fields.
    """
    notes = [note for text in texts for note in _notes(text)]
    return tuple(
        Fact(f"fact:{n}", number, text, held, redacted, tentative)
        for n, (number, text, held, redacted, tentative) in enumerate(notes, 1)
    )


def placed(facts: Sequence[Fact], numbers: Sequence[str]) -> tuple[Fact, ...]:
    """The notes for a letter with comments of those numbers: where it has but one, notes under none are its."""
    if len(numbers) != 1:
        return tuple(facts)
    return tuple(replace(f, comment=f.comment or numbers[0]) for f in facts)


_Note = tuple[str, str, str, bool, bool]


def _notes(text: str) -> Iterator[_Note]:
    numbers: tuple[str, ...] = ("",)
    depth, over = 0, _OPEN
    for block in blocks(plain(text), _status):
        if heading := _TITLE.match(block):
            level, numbered = len(heading["marks"]), _HEADING.match(block)
            over = _status(heading["title"])
            if numbered:
                numbers, depth = _numbers(numbered), level
            elif level <= depth or not depth:
                numbers, depth = ("",), 0
            continue
        if block.rstrip().endswith(":") and _status(block) != _OPEN:
            over = _status(block)
            continue
        for part in _statuses(block):
            yield from (_under(over, _read_note(number, part)) for number in numbers)


def _numbers(heading: re.Match[str]) -> tuple[str, ...]:
    """The comments that a heading names: "Comments 1 and 2" two, "Comments 3 to 5" three."""
    first, more = heading["number"], re.findall(r"\d+[A-Za-z]?", heading["more"])
    if len(more) == 1 and re.match(r"\s*(?:to|through|-|–)", heading["more"]) and first.isdigit():
        last = int(re.sub(r"\D", "", more[0]))
        return tuple(map(str, range(int(first), max(last, int(first)) + 1)))
    return (first, *more)


_TITLE = re.compile(r"^(?P<marks>#+)\s*(?P<title>.*)")
_Status = tuple[str, bool, bool]
_OPEN: _Status = ("", False, False)


def _status(text: str) -> _Status:
    """What an opener says of what follows it: held, redacted, tentative."""
    return _held(text), bool(_REDACTED.search(text)), bool(_TENTATIVE.search(text))


def _under(over: _Status, note: _Note) -> _Note:
    """The note under a line or a heading that holds for all that follows it."""
    number, text, held, redacted, tentative = note
    kept = held or over[0]
    return number, text, kept, (redacted or over[1]) and not kept, (tentative or over[2]) and not kept


_NO_END = re.compile(
    r"(?:\b(?:approx|incl|excl|est|avg|min|max|dept|mgmt|resp|etc|cf|vs|nos?|pp?|fig|sec|art|para)\.) $"
)


def _capitalized(block: str) -> str:
    """The block with a capital where a sentence begins that was typed without one."""
    return re.sub(
        r"(?<=[a-z\d%)][a-z\d%)][a-z\d%)][.!?] )[a-z](?=[a-z-]* )",
        lambda m: m.group(0) if _NO_END.search(block[: m.start()]) else m.group(0).upper(),
        re.sub(r"(?<=[.!?] )pp?\. ?(?=\d)", "Page ", block),
    )


def _halves(sentence: str) -> list[str]:
    """The sentence cut at its semicolons where it has a part to be confirmed: every part, where the mark opens it."""
    if not _TENTATIVE.search(sentence) or ";" not in sentence:
        return [sentence]
    first, *parts = [p.strip() for p in sentence.split(";") if p.strip()]
    mark = _TENTATIVE.match(first)
    parts = [first, *(f"{mark[0] if mark else ''}{p}" for p in parts)]
    return [f"{p[:1].upper()}{p[1:].rstrip('.')}." for p in parts]


def _marked(parts: Iterable[str]) -> list[str]:
    """The sentences, one that only marks the one before as unconfirmed put in front of it."""
    done: list[str] = []
    for part in parts:
        mark = _MARK.match(part) if done else None
        if mark:
            who = f" – {mark['who']}" if mark["who"] else ""
            done[-1] = f"To be confirmed: {done[-1].rstrip('.')}{who}."
        else:
            done.append(part)
    return done


_MARK = re.compile(
    r"(?:(?:this|that|it|the figure|figure|number) (?:is )?)?(?:still )?"
    r"(?:to be confirmed|tbc|not yet confirmed|unconfirmed)"
    r"(?: (?:by|with) (?:the )?(?P<who>[\w&'’ -]{2,40}?))?\W*$",
    re.I,
)
"""What only says that the sentence before it is to be confirmed, and by whom."""


def _statuses(block: str) -> Iterator[str]:
    """The block cut where a sentence changes what may be done with it."""
    run: list[str] = []
    for sentence in _marked(half for s in sentences(_capitalized(block)) for half in _halves(s)):
        opens = _held(sentence) or _REDACTED.search(sentence) or _TENTATIVE.search(sentence)
        if run and (opens or _TENTATIVE.search(run[-1])):
            yield " ".join(run)
            run = []
        run.append(sentence)
    if run:
        yield " ".join(run)


def _read_note(number: str, text: str) -> _Note:
    held, redacted, tentative = _held(text), bool(_REDACTED.search(text)), bool(_TENTATIVE.search(text))
    shown = text if held else _REDACTED.sub("", text)
    bare = shown if held or _AWAITED.match(shown) else _unmarked(shown)
    return number, bare, held, redacted and not held, tentative and not held


def _unmarked(text: str) -> str:
    """The note without the mark that it is to be confirmed; by whom it is stands behind it: “12 percent – by HR”."""
    led = _LED.match(text)
    behind = f"{text[led.end() :].rstrip(' .')} – {led['by']}." if led else _WITHIN.sub(" – ", text)
    return _TENTATIVE.sub("", behind).strip()


_BY = r"(?:by|with|against) "
_LED = re.compile(rf"{_TENTATIVE.pattern}(?P<by>{_BY}[^:;.]+):\s*", re.I)
"""A mark that opens a sentence and says by whom: “To be confirmed by the auditors: 81 percent”."""
_WITHIN = re.compile(rf"[\s,–—-]+{_TENTATIVE.pattern}(?={_BY})", re.I)


def _held(text: str) -> str:
    return next((why for why, words in HOLDS if words.search(text)), "")
