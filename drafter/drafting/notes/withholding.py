"""Names and figures that a note keeps out of the letter, kept out of the other notes as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain import Fact
from drafter.drafting.notes.ready import Told, Use
from drafter.drafting.notes.sifting import meant, secret

_NAME = re.compile(r"(?P<start>^|[.;:!?] )?(?P<name>[A-Z][\w&'’-]+(?: (?:of |the |and |& )?[A-Z][\w&'’-]+)*)")
_NO_NAME = frozenset(
    str.split(
        "The This That These Those It They We Our There Reason Reasons Because Not No None Nobody Client Company Staff "
        "Form Item Rule Note Page Exhibit Board Audit Committee January February March April May June July August "
        "September October November December Monday Tuesday Wednesday Thursday Friday CEO CFO COO GC SEC SAB ASC GAAP "
        "IFRS Q1 Q2 Q3 Q4 FY MD&A Still Confidential Embargoed MNPI"
    )
)


def secret_names(facts: Sequence[Fact], public: str) -> tuple[str, ...]:
    """The names in notes that are not public, and the amounts in those under Rule 83, as far as the `public` text does
    not have them.
    """
    told = [f.text for f in facts if not (f.redacted or meant(f.text)) and secret(f.text)]
    found = [name for text in told for name in _names(text)]
    found += [m.group(0) for f in facts if f.redacted for m in _AMOUNT.finditer(f.text)]
    return tuple(dict.fromkeys(n for n in found if not _stands(n, public)))


_AMOUNT = re.compile(r"[$€£] ?\d[\d,]*(?:\.\d+)?|(?<![\d.,])\d+\.\d+")
"""An amount, which is known again wherever it stands; of a bare whole number that cannot be said."""


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w.]){re.escape(name)}(?!\w|\.\d)", text))


def _names(text: str) -> list[str]:
    """The names in the text, each whole and by its first word; a single word that opens a sentence is none."""
    names: list[str] = []
    for found in _NAME.finditer(text):
        words = [w for w in found["name"].split() if w not in _NO_NAME]
        if not words or (found["start"] is not None and len(words) == 1):
            continue
        names += [" ".join(words), words[0]]
    return names


def unnamed(told: Sequence[Told], names: Sequence[str]) -> tuple[Told, ...]:
    """The sentences, one with such a name kept out."""
    return tuple(_without(one, names) for one in told)


def _without(told: Told, names: Sequence[str]) -> Told:
    name = next((n for n in names if _stands(n, told.said)), "")
    if not name or told.redacted or told.use in {Use.HELD, Use.REMARK}:
        return told
    return replace(told, use=Use.HELD, why=f"it names {name}, which another note keeps out")
