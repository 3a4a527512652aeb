"""What the answers cite: whether it exists, and whether it held for the period in question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.authorities import Citation, Standing, authorities, in_force, known
from drafter.domain import Severity
from drafter.review.reviewed import Mark, Reviewed, Sentence

TOPICS = frozenset(
    map(
        int,
        str.split(
            "105 205 210 215 220 225 230 235 250 255 260 270 272 273 274 275 280 305 310 320 321 323 325 "
            "326 330 340 350 "
            "360 405 410 420 430 440 450 460 470 480 505 605 606 610 705 710 712 715 718 720 730 740 805 "
            "808 810 815 820 "
            "825 830 832 835 840 842 845 848 850 852 853 855 860 905 908 910 912 915 920 922 924 926 928 "
            "930 932 940 942 "
            "944 946 948 950 952 954 956 958 960 962 965 970 972 974 976 978 980 985 995"
        ),
    )
)
"""The topics of the Accounting Standards Codification, those since withdrawn among them."""

ITEMS = (
    (101, 107), (201, 202), (301, 308), (401, 408), (501, 512), (601, 601), (701, 703), (801, 802),
    (901, 915),
    (1000, 1016), (1100, 1125), (1200, 1208), (1300, 1305), (1400, 1406), (1500, 1508), (1600, 1610),
)  # fmt: skip
"""The Items of Regulation S-K, from and to, those since removed among them."""

_TOPIC = re.compile(r"^ASC (\d{3})\b")
_ITEM = re.compile(r"^Regulation S-K Item (\d{3,4})\b")
_ARTICLE = re.compile(r"^Regulation S-X (?:Rule |Article )(\d{1,2})\b")
ARTICLES = frozenset({*range(1, 16)})
_NUMBERED = (
    (re.compile(r"^SAB (\d{1,3})$"), range(1, 141)),  # 122 were issued by 2025
    (re.compile(r"^SAB Topic (\d{1,2})\b"), range(1, 15)),
    (re.compile(r"^FAS (\d{1,3})\b"), range(1, 169)),
    (re.compile(r"^ASU (\d{4})-"), range(2009, 2100)),
)
"""What is numbered, and the numbers that there are."""

_UPDATE = re.compile(r"^ASU (\d{4})-")
_SAID_OLD = re.compile(
    r"\b(?:former(?:ly)?|superseded|prior to|previously|replaced|rescinded|then[- ]applicable|no longer)\b",
    re.I,
)


def missing(canonical: str) -> bool:
    """Whether nothing of that number was ever issued: a topic, Item or Article outside of the lists."""
    if found := _TOPIC.match(canonical):
        return int(found.group(1)) not in TOPICS
    if found := _ITEM.match(canonical):
        return not any(a <= int(found.group(1)) <= b for a, b in ITEMS)
    if found := _ARTICLE.match(canonical):
        return int(found.group(1)) not in ARTICLES
    numbered = ((p.match(canonical), there) for p, there in _NUMBERED)
    return any(m is not None and int(m.group(1)) not in there for m, there in numbered)


def _cited(reviewed: Reviewed) -> Iterator[tuple[Sentence, Citation]]:
    """What the company cites of its own accord: what the staff's comment cites too is left to the staff."""
    staffs = {c.canonical for r in reviewed.replies for c in authorities(r.comment.text)}
    for said in reviewed.spoken:
        yield from ((said, c) for c in authorities(said.text) if c.canonical not in staffs)


def nonexistent(reviewed: Reviewed) -> Iterator[Mark]:
    """Citations of what was never issued."""
    for said, cited in _cited(reviewed):
        update = _UPDATE.match(cited.canonical)
        ahead = update and reviewed.sent and int(update.group(1)) > reviewed.sent.year
        if missing(cited.canonical) or ahead:
            yield Mark.at(said, f"There is no {cited.canonical}. Look the citation up.")


def superseded(reviewed: Reviewed) -> Iterator[Mark]:
    """Citations of what no longer held for the period in question; unverified data only warns."""
    on = period(reviewed)
    if on is None:
        return
    for said, cited in _cited(reviewed):
        standing = in_force(cited.canonical, on)
        row = known(cited.canonical)
        if standing in (Standing.IN_FORCE, Standing.UNKNOWN) or row is None or _SAID_OLD.search(said.text):
            continue
        sure = standing is Standing.SUPERSEDED
        by = f" by {row.superseded_by}" if row.superseded_by else ""
        since = f" ({row.when})" if row.when else ""
        yield Mark.at(
            said,
            f"{cited.canonical} is {standing.value}{by}{since} for {on}. "
            + ("Cite what was in force." if sure else "Please check: the register is not certain."),
            None if sure or standing is Standing.NOT_IN_FORCE else Severity.NOTE,
        )


def unknown(reviewed: Reviewed) -> Iterator[Mark]:
    """Citations that the register does not list: neither right nor wrong, to be looked up."""
    told: set[str] = set()
    for said, cited in _cited(reviewed):
        row = known(cited.canonical)
        if cited.canonical in told or missing(cited.canonical) or (row and row.exact):
            continue
        told.add(cited.canonical)
        near = f"; it lists {row.citation}" if row else ""
        yield Mark.at(said, f"The register does not list {cited.canonical}{near}. Look it up.")


def period(reviewed: Reviewed) -> date | None:
    """The period in question: the latest under review, else the staff letter's date."""
    filings = (reviewed.staff or reviewed.draft).letter.matter.filings
    days = [f.period or f.filed for f in filings if f.period or f.filed]
    if reviewed.matter:
        days += [f.period for f in reviewed.matter.filings if f.period]
    return max((d for d in days if d), default=reviewed.asked or reviewed.sent)
