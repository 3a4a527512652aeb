"""Where an answer is carried out: in which kind of filing, and in which report a promise falls due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drafter.business_days import spoken
from drafter.domain import Comment, Filing, Letter, MatterFile
from drafter.drafting.language.days import day_in
from drafter.drafting.language.turning import Voice
from drafter.drafting.planning.givens import BLANK


class Target(StrEnum):
    """The kind of filing a comment is on: it decides between an amendment now and future filings."""

    PERIODIC = "periodic"
    REGISTRATION = "registration"
    PROXY = "proxy"
    RELEASE = "release"
    CURRENT = "current"  # a Form 8-K on an event, which only an amendment corrects
    SOLICITING = "soliciting"  # papers of a contest for votes or shares, which come as they are needed


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer is carried out. `due` names the filing of a promise as "its Form 10-Q for the ..."."""

    target: Target
    due: str
    amendment: str


_REGISTRATION = re.compile(
    r"\bregistration statement\b|\bDRS\b|\bForms? (?:S|F)-(?:1|"
    r"3|4|6|8|10|11)\b|\bS-(?:1|3|4|11)\b|\bF-(?:1|3|4|10)\b"
    r"|\bForm 10-12[BG]?\b|\b10-12[BG]\b|\bForm 1-A\b|\boffering "
    r"(?:statement|circular)\b|\bpreliminary proxy\b"
    r"|\bPRE[CMR]?R?14[AC]\b|\bSchedule (?:TO|13E-3|14D-9)\b|\bPRER14A\b|\bForm N-2\b|\bprospectus\b",
    re.I,
)
_SOLICITING = re.compile(
    r"\b(?:DFAN14A|DEFA14A|DFRN14A|additional (?:definitive )?(?:proxy )?soliciting materials?|Rule 14a-12)\b",
    re.I,
)
_CONTEST = re.compile(
    r"\b(?:PRE[CRN]+14A|PRRN14A|DEF[CN]14A|SC TO-[TIC]|Schedule TO|SC 14D9|Schedule 14D-9|SC 13E3)\b", re.I
)
"""A filing beside which further papers go to holders while the contest or the offer is open."""
_TO_COME = re.compile(r"\b[Ii]n (?:all |any )?future (?:filings|soliciting materials?|communications)\b")
_PROXY = re.compile(r"\bproxy statement\b|\bDEF\s?14A\b|\bSchedule 14A\b", re.I)
_RELEASE = re.compile(r"\bForm 8-K\b|\bearnings release\b|\bExhibit 99\b|\bpress release\b", re.I)
_EVENT = re.compile(
    r"\bItems? (?:1\.0[1-5]|2\.0[13-6]|3\.0[1-3]|4\.0[12]|5\.0[1-8]|8\.01)\b|\bExhibit (?:No\. )?16\b", re.I
)
"""Items of a Form 8-K that report events; results (2.02, 7.01) come in releases."""
_RESULTS = re.compile(
    r"\bItems? (?:2\.02|7\.01)\b|\breleases?\b|\bExhibit (?:No\. )?99|\bnon-?GAAP\b|\bRegulation G\b|\b10\(e\)",
    re.I,
)
_ASKS_RELEASE = re.compile(
    r"\bfuture (?:earnings |press )?releases?\b|\bearnings releases?\b[^.]*\bfuture\b", re.I
)
_ANNUAL = re.compile(
    r"\bItems? (?:1|1A|1B|1C|2|3|5|9A|1[0-5])\b(?!\.\d)(?=[.\s,])(?! "
    r"of (?:Form|Part))|\bCybersecurity\b|\bProperties\b|\bBusiness(?:,|$)|\bStatutory\b|\bIncome Taxes\b"
    r"|\b(?:annual report|Form 20-F|Form 40-F|executive compensation)\b|\bnext Form 10-K\b",
    re.I,
)
"""Sections that stand in annual reports alone."""

_DATE = (
    r"(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December) \d{1,2}, \d{4}"
)
NAMED_DUE = re.compile(
    r"(?P<report>(?:(?:half-year|half-yearly|interim|annual|quarterly) report on )?"
    r"Form (?:10-[KQ]|20-F|40-F|6-K)|(?:earnings )?release) for "
    r"(?:the (?P<span>(?:fiscal |transition )?(?:half-year|half year|six months|quarter|year|quarterly period|period))"
    rf" (?P<tense>end(?:ing|ed)) )?(?P<day>{_DATE})",
    re.I,
)
_WANTED = re.compile(
    rf"\b(?:beginning|starting|commencing) (?:with|in) your (?P<which>(?=[^,;.]*?(?P<day>{_DATE}))"
    rf"(?:{_DATE} )?(?:(?:annual|quarterly) report on )?Form (?:10-[KQ]|20-F|40-F)(?: for [^,;.]*?{_DATE})?)",
    re.I,
)
"""The filing that the staff itself names: “beginning with your December 31, 2025 Annual Report on Form 10-K”."""
_NEXT_ANNUAL = re.compile(
    r"\bnext (?:Form (?:10-K|20-F)|annual report)\b|\b(?:annual reports?|10-Ks?|20-F) only\b|"
    r"\bnot (?:in )?the (?:Forms? 10-Q|10-Qs|quarterl(?:y reports|ies))\b",
    re.I,
)
"""“In the next annual report”, “10-K only, not the quarterlies”."""
_NEXT_INTERIM = re.compile(r"\bnext (?:Form 10-Q|quarterly report)\b", re.I)


def place_of(
    comment: Comment, letter: Letter, matter: MatterFile, notes: Sequence[str], voice: Voice, year: str = ""
) -> Place:
    """Where the answer to that comment is carried out; a filing that nobody named is a blank, and a report on a
    period that those under review have passed is none in which anything is promised.

    `year` is that of the next annual meeting, "" where nothing gives it.
    """
    target = target_of(comment, letter, matter)
    today = matter.sent or matter.staff_date or letter.sent
    reviewed = max((f.period for f in matter.filings if f.period), default=date.min)
    found = (m for n in notes for m in NAMED_DUE.finditer(n))
    named = next((m for m in found if (day_in(m["day"]) or date.max) > reviewed), None)
    wanted = _WANTED.search(comment.text)
    if named:
        due = f"{voice.possessive} {named.group(0)}"
    elif wanted and target is Target.PERIODIC and (day_in(wanted["day"]) or reviewed) > reviewed:
        due = f"{voice.possessive} {wanted['which']}"
    else:
        due = _due(target, comment, " ".join(notes), matter, (voice, today))
    due = due.replace("[●: year] annual meeting", f"{year} annual meeting") if year else due
    return Place(target, due, dict(matter.amendment).get("name") or matter.term("amendment", BLANK))


def target_of(comment: Comment, letter: Letter, matter: MatterFile) -> Target:
    """What kind of filing the comment is on, from its heading, else from the filing under review."""
    forms = [f.form for f in matter.filings] or [f.form for f in letter.matter.filings]
    heading = " / ".join(comment.heading)
    first = comment.heading[0] if comment.heading else ""
    if _SOLICITING.search(first) or (
        _CONTEST.search(" ".join([first, *forms])) and _TO_COME.search(comment.text)
    ):
        return Target.SOLICITING
    if _REGISTRATION.search(first):
        return Target.REGISTRATION
    if "8-K" in heading and _EVENT.search(f"{heading} {comment.text}") and not _RESULTS.search(heading):
        return Target.CURRENT
    report = re.search(r"\bForm (?:10-[KQ]|20-F|40-F)\b", heading) and "8-K" not in heading
    if (_RELEASE.search(heading) and not report) or _ASKS_RELEASE.search(comment.text):
        return Target.RELEASE
    if _PROXY.search(heading) or re.search(r"\b(?:next|future) proxy statements?\b", comment.text):
        return Target.PROXY
    if re.search(r"\bForm (?:10-[KQ]|20-F|40-F)\b", heading):
        return Target.PERIODIC
    if is_registration(letter, matter):
        return Target.REGISTRATION
    return Target.PROXY if _PROXY.search(forms[0] if forms else "") else Target.PERIODIC


def is_registration(letter: Letter, matter: MatterFile) -> bool:
    """Whether the main filing under review is one that is amended until it takes effect."""
    filings = matter.filings or letter.matter.filings
    main = filings[0].form if filings else ""
    return bool(_REGISTRATION.search(main) or re.match(r"(?:S|F)-\d|DRS|10-12|1-A|PRE", main))


def _due(
    target: Target, comment: Comment, notes: str, matter: MatterFile, whose: tuple[Voice, date | None]
) -> str:
    report = _report(target, comment, notes, matter)
    voice, today = whose
    if report is None and target is Target.RELEASE:
        return "the release for [●: first period for which the change will appear]"
    if report is None:
        kind = "proxy statement" if target is Target.PROXY else "filing"
        return f"{voice.possessive} [●: form and period of the first {kind} in which the change will appear]"
    if target is Target.PROXY and (report.form == "10-K" or _PROXY.search(report.form)):
        return f"{voice.possessive} proxy statement for the [●: year] annual meeting"
    tense = "ended" if report.period and today and report.period < today else "ending"
    span = "fiscal year" if re.match(r"10-K|20-F|40-F", report.form) else "quarter"
    day = spoken(report.period) if report.period else "[●: period]"
    named = dict(matter.fiscal_year_names).get(report.period) if report.period and span != "quarter" else None
    if target is Target.RELEASE:
        return f"the release for the {span} {tense} {day}"
    return (
        f"{voice.possessive} Form {report.form} for the {span} {tense} {day}{f' ({named})' if named else ''}"
    )


def _report(target: Target, comment: Comment, notes: str, matter: MatterFile) -> Filing | None:
    annual, interim = matter.next_annual, matter.next_interim
    if (
        annual
        and annual.period
        and re.search(rf"\bForm {annual.form} for (?:fiscal )?{annual.period.year}\b", notes)
    ):
        return annual
    asked = notes if _NEXT_ANNUAL.search(notes) else f"{notes} {comment.text}"
    if _NEXT_INTERIM.search(asked) and interim:
        return interim
    said = f"{' / '.join(comment.heading)}"
    if _NEXT_ANNUAL.search(asked) or target is Target.PROXY or _annual(said, comment.text):
        return annual or interim
    if target is Target.PERIODIC and annual and _reports_yearly(annual, f"{said} {comment.text} {notes}"):
        return annual
    both = [f for f in (interim, annual) if f]
    return min(both, key=lambda f: f.period or date.max, default=None)


def _reports_yearly(annual: Filing, said: str) -> bool:
    """Whether the company files no interim reports of set content: a Form 6-K only furnishes what there is."""
    return bool(re.match(r"(?:20|40)-F", annual.form)) and not re.search(
        r"\b6-K\b|\binterim\b|\bquarter", said
    )


_ANNUAL_RULE = (
    r"\bItem (?:106|101|102|103|105|305|308\(a\)|402|1C|12\d\d|13\d\d|1406|303\(b\)\(3\)|601\(b\)\(96\))(?![\d.])|"
    r"\bclimate|\b33-9106\b|\bcritical accounting (?:estimates?|policies)\b|"
    r"\b(?:extra|additional|53(?:rd)?)[ -]weeks?\b|\bstandardized measure\b|\bproved (?:undeveloped )?reserves\b|"
    r"\bASC (?:280-10-50-4[0-2]|715-20-50-1|718-10-50|740-10-50|842-20-50|932-235-50|980-340-50)\b|"
    r"\btechnical report summary\b|\bmineral (?:resources|reserves)\b"
)
"""What only annual reports disclose."""


def _annual(heading: str, text: str) -> bool:
    if re.search(r"\bForm 10-Q\b", heading) or re.search(r"\bquarterly reports?\b|\b103\(c\)\(3\)", text):
        return False
    section = heading.split(" / ", 1)[-1] if heading.startswith("Form") else heading
    return bool(_ANNUAL.search(section)) or bool(re.search(_ANNUAL_RULE, text))
