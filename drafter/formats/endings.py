"""How a letter ends, with its facts taken out: whom to call, the closing, the signature, who is copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.formats.sentences import Spoken
from drafter.formats.slots import TANDY, without_facts
from drafter.matters import sentences as parted

CLOSING = re.compile(
    r"^(?:(?:very |yours )?(?:sincerely|truly)(?: yours)?|respectfully(?: submitted| yours)?|"
    r"(?:best |kind )?regards|yours (?:very )?(?:truly|sincerely|faithfully))\s*,?$",
    re.I,
)
"""The words above a signature: "Sincerely,", "Very truly yours,"."""

COPIES = re.compile(r"^(cc|CC|Cc|c\.c\.|Copies to|Copy to)(?:\s*\([^)]*\))?\s*:?\s*(?:\|\s*)?")
ASKS = re.compile(r"\b(?:questions?|comments?|further information|additional information|assistance)\b", re.I)
REACHES = re.compile(
    r"^(?P<lead>.*?\b(?:contact|call|telephone|reach(?: out to)?|e-?mail|communicate with|"
    r"(?:direct|address|send|directed|addressed)\b[^.]*?\bto))\s+(?P<who>(?:either\s+)?"
    r"(?P<self>me|the undersigned|us)\b|[A-Z{]).*$"
)
"""The sentence that says whom to call, up to the person."""

TAIL = re.compile(
    r"[\w)][,;]?\s+(?P<tail>(?:if|should|with\s+(?:any|respect|regard)|regarding|in\s+connection\s+with|for\s+any)"
    r"\b[^.]*)\.?$",
    re.I,
)
"""What that sentence still says after the person and the number: "... if you have any questions."."""

NAME_LINE = re.compile(r"^(?P<label>Name|Title|Its)\s*:\s*")
BY = re.compile(r"^By\s*:")
SIGNED = re.compile(r"/s/|_{3,}|^\\s\\")
OFFICE = re.compile(
    r"\b(?:officer|president|chair(?:man|woman)?|controller|counsel|secretary|treasurer|director|"
    r"partner|manager)\b",
    re.I,
)
FIRM = re.compile(
    r"\b(?:inc|corp(?:oration)?|company|co|l\.?l\.?p|l\.?l\.?c|l\.?p|ltd|plc|p\.?c|n\.?v|group|trust)\.?$",
    re.I,
)
LONGEST_COURTESY = 30
"""Words from which a sentence beside that one is no courtesy but says something of the matter."""

LONGEST = 12
"""Lines of a signature block; what follows is something else."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of one letter; parts it does not show are "".

    `contact` is what can be learnt of whom to call; `call` is its sentence and `courtesy` what is said beside
    it, also where they hold names and figures.
    """

    contact: str = ""
    call: str = ""
    courtesy: str = ""
    closing: str = ""
    signature: tuple[str, ...] = ()
    copies: str = ""
    copies_label: str = ""


def read(texts: Sequence[str], said: Spoken) -> Ending:
    """The end of a letter from its closing lines."""
    at = next((n for n, t in enumerate(texts) if CLOSING.match(t)), len(texts))
    cc = next((n for n, t in enumerate(texts) if n >= at and COPIES.match(t)), len(texts))
    label = COPIES.match(texts[cc]) if cc < len(texts) else None
    called = _contact(texts[:at], said)
    courtesies = [c if "{reach}" in c or len(c.split()) < LONGEST_COURTESY else "" for c in called]
    kept = [without_facts(c, said.defined) for c in courtesies]
    return Ending(
        contact=" ".join(filter(None, kept)) if any("{reach}" in k for k in kept) else "",
        call=next((c for c in called if "{reach}" in c), ""),
        courtesy=" ".join(c for c in courtesies if "{reach}" not in c),
        closing=f"{texts[at].rstrip(' ,')}," if at < len(texts) else "",
        signature=_signature(texts[at + 1 : cc]),
        copies=_copies([COPIES.sub("", t) for t in texts[cc:]]) if label else "",
        copies_label=f"{label[1]}:" if label else "",
    )


def _contact(texts: Sequence[str], said: Spoken) -> tuple[str, ...]:
    """The sentence that says whom to call with its persons as slots, among the courtesies around it."""
    for text in reversed(texts):
        parts = parted(text)
        at = next((n for n, s in enumerate(parts) if _calls(s)), None)
        if at is not None:
            return tuple(_called(s, said) if n == at else said.told(s) for n, s in enumerate(parts))
    return ()


def _calls(sentence: str) -> bool:
    return bool(ASKS.search(sentence) and REACHES.match(sentence) and not TANDY.search(sentence))


def _called(sentence: str, said: Spoken) -> str:
    found = REACHES.match(sentence)
    if not found:
        return ""
    who = found["self"] if found["self"] in {"me", "the undersigned"} else "the undersigned"
    after = TAIL.search(sentence, found.start("who"))
    tail = f" {said.told(after['tail'])}" if after else ""
    return f"{said.told(found['lead'])} {who} at {{reach}}{{counsel}}{tail}."


def _signature(texts: Sequence[str]) -> tuple[str, ...]:
    """The block's lines as slots, each kind once, in the order of the letter."""
    return tuple(dict.fromkeys(_slots([t for t in texts if t.strip()][:LONGEST])))


def _slots(lines: Sequence[str]) -> Iterator[str]:
    signed = named = False
    for line in lines:
        label = NAME_LINE.match(line)
        if SIGNED.search(line) or BY.match(line):
            signed = True
            yield "By: {line}" if BY.match(line) else "{line}"
        elif label:
            named = True
            yield f"{label[0].strip()} " + ("{name}" if label["label"] == "Name" else "{title}")
        elif OFFICE.search(line):
            yield "{title}"
        elif not signed or (named and FIRM.search(line)):
            yield from ("{entity}",) if FIRM.search(line) or not signed else ()
        elif signed and not named:
            named = True
            yield "{name}"


def _copies(lines: Sequence[str]) -> str:
    """Whether each line names a person and whose he is, or persons stand above the name of their firm."""
    kept = [t for t in lines if t.strip()]
    alone = [t for t in kept if "," not in t.replace(", Inc", " Inc").replace(", P.C", " P.C")]
    firms = [t for t in alone if FIRM.search(t)]
    return "grouped" if firms and len(alone) * 2 > len(kept) else "lines"
