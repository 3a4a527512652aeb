"""Other companies' names: whether one stands in the letter without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.domain import Severity
from drafter.review.leftovers import own_lines
from drafter.review.reviewed import Mark, Reviewed, excerpt

FEW_WORDS = frozenset(
    str.split(
        "american national first general united global international energy capital partners financial "
        "resources "
        "apple target visa gap block square shell delta chase ford discover progressive"
    )
)
"""Names that are words as well: by themselves they prove nothing."""


RELATED = re.compile(
    r"\b(?:competit\w+|peers?|customers?|suppliers?|vendors?|partners?|acqui\w+|merge[rd]?s?|agreements?"
    r"|auditors?|subsidiar\w+|affiliates?|industry|licen[sc]\w+|joint venture|shareholders?|holders?|investors?"
    r"|lenders?|underwriters?|index|compan(?:y|ies) such as|such as|litigation|v\.|plaintiffs?|formerly)\b",
    re.I,
)
"""What another company is to this one. Examples: "our largest competitors", "the merger agreement with"."""

BESIDE = re.compile(
    r"\b(?:the Company|we|us|our)\b[’']?s?,? (?:and|with|versus|to) [A-Z]|\bthe Company, [A-Z]"
)
"""The company beside others. Example: "for the Company, Calderon Fixtures and Delta"."""

SPEAKING = re.compile(
    r",?\s+(?:Inc|Corp|Co|Company|Corporation|Ltd|Limited|LLC|L\.?P|plc|PLC|Group|Holdings)\b|[’']s?\s"
    r"|\s+(?:respectfully|advises?|acknowledges?|notes?|believes?|will|has|is|does|intends?|submits?)\b"
)
"""What stands after a name that speaks, or is one beyond doubt."""


LONG_WORD = 5
FIRST_WORD = re.compile(r"[’']s\s|\s+(?:respectfully|advises|acknowledges|notes|believes|intends|submits)\b")
"""What stands after the first word of a name that stands for the whole. Example: "Calderon’s practice"."""


def foreign_names(reviewed: Reviewed) -> Iterator[Mark]:
    """Names of other companies that neither the staff letter nor the matter file holds; a warning where the
    sentence shows why the company names them, or where the name is a common word.
    """
    known = _known(reviewed)
    names = {n for n in map(_short, reviewed.others) if len(n) > 3 and n.lower() not in known}
    parts = {n.split()[0]: "" for n in names if " " in n} | dict.fromkeys(names, "whole")
    for i, line, number, _ in own_lines(reviewed):
        for name in sorted(n for n in parts if n in line.text and n.lower() not in FEW_WORDS):
            found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text)
            if found and (parts[name] or _first_word(found, known)):
                yield Mark(
                    f"“{name}” is another company's name, and neither the staff letter nor the matter file "
                    "holds it. Take it out if it comes from a precedent.",
                    number,
                    (i, i + 1),
                    excerpt(line.text),
                    None if _strange(found, line.text) else Severity.WARNING,
                )


def _first_word(found: re.Match[str], known: str) -> bool:
    """Whether the first word of a longer name stands for that company: as an owner, or as the one who speaks."""
    word = found.group()
    after = FIRST_WORD.match(found.string, found.end())
    return len(word) >= LONG_WORD and word.lower() not in known and after is not None


def _strange(found: re.Match[str], text: str) -> bool:
    """Whether nothing in the sentence says why that company is named."""
    start = max(text.rfind(". ", 0, found.start()) + 1, 0)
    sentence = text[start:].split(". ")[0]
    if RELATED.search(sentence) or BESIDE.search(sentence):
        return False
    return " " in found.group() or bool(SPEAKING.match(text, found.end()))


def _known(reviewed: Reviewed) -> str:
    staff = "\n".join(x.text for x in reviewed.staff.letter.lines) if reviewed.staff else ""
    matter = reviewed.matter
    told = (
        (matter.company, *matter.copies, matter.counsel.firm, *(v for _, v in matter.terms)) if matter else ()
    )
    noted = (*(f.text for f in reviewed.facts), *(p.matter.company for p in reviewed.own))
    return "\n".join((staff, *told, *noted, reviewed.draft.letter.matter.company)).lower()


def _short(name: str) -> str:
    """A company's name without its legal form."""
    return re.sub(
        r",?\s+(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\.?P|LP|plc|PLC|N\.?V|S\.?A|Group"
        r"|Holdings|Trust)"
        r"\b\.?,?",
        "",
        name,
    ).strip(" ,.")
