"""How a letter names the filings under review, and the terms it defines for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drafter.business_days import spoken
from drafter.domain import Draft, Filing

ANNUAL, QUARTERLY = "for the fiscal year ended", "for the quarterly period ended"

TITLES = (
    (r"10-K(?:SB|405)?(?:/A)?", "Annual Report on Form {form}", ANNUAL, "the Form {form}"),
    (r"(?:20|40|18)-F(?:/A)?|11-K", "Annual Report on Form {form}", ANNUAL, "the Form {form}"),
    (r"10-Q(?:SB)?(?:/A)?", "Quarterly Report on Form {form}", QUARTERLY, "the Form {form}"),
    (r"10-K?T(?:/A)?", "Transition Report on Form {form}", "for the period ended", "the Form {form}"),
    (r"8-K(?:/A)?", "Current Report on Form {form}", "", "the Form {form}"),
    (r"6-K(?:/A)?", "Report on Form {form}", "", "the Form {form}"),
    (r"(?:[SF]-\d{1,2}|SF-\d|10|10-12[BG]|N-2)(?:MEF)?(?:/A)?", "Registration Statement on Form {form}", "",
     "the Registration Statement"),
    (r"1-A(?:/A)?", "Offering Statement on Form {form}", "", "the Offering Statement"),
    (r"DEF(?:M|A|R)?\s?14A|DEFA14A", "Definitive Proxy Statement on Schedule 14A", "", "the Proxy Statement"),
    (r"PREM?(?:A|R)?\s?14A", "Preliminary Proxy Statement on Schedule 14A", "", "the Proxy Statement"),
    (r"(?:SC(?:HEDULE)?\s)?(?:14A|14C|TO(?:-[TIC])?|13E-?3|14D-?9|13[DG])(?:/A)?", "Schedule {form}", "",
     "the Schedule {form}"),
)  # fmt: skip
"""Form pattern, full title, words before its period ("" where it has none), default defined term."""

DRAFT = re.compile(
    r"^(?:DRS(?:/A)?\b|Draft Registration Statement)\W*(?:on\s+)?(?:Form\s+)?([^()]*)\)?$", re.I
)
"""A draft registration statement: "DRS", "DRS (Form S-1)", "Draft Registration Statement on Form S-1"."""

VERB = re.compile(r"\b(filed|submitted|furnished)\b", re.I)


@dataclass(frozen=True, slots=True)
class NamedFiling:
    """A filing under review with its defined term, such as "the Form 10-K", and how it came in.

    `amendment` is its number as an amendment, "Amendment No. 1", where the subject block gives one.
    """

    filing: Filing
    term: str
    verb: str
    amendment: str = ""

    def described(self, commission: str) -> str:
        """Title, period and date: "Annual Report on Form 10-K for the fiscal year ended ..., filed ..."."""
        title, before = title_of(self.filing.form), _period_words(self.filing.form)
        title = f"{self.amendment} to {title.removesuffix('/A')}" if self.amendment else title
        period = f" {before} {_day(self.filing.period, 'period end of ' + self.term)}" if before else ""
        to = "filed with" if self.verb == "filed" else f"{self.verb} to"
        confidentially = "confidentially " if self.verb == "submitted" else ""
        day = _day(self.filing.filed, "date of " + self.term)
        return f"{title}{period}, {confidentially}{to} {commission} on {day}"


def named_filings(draft: Draft, re_lines: Iterable[str]) -> tuple[NamedFiling, ...]:
    """The filings under review, the matter file's first, each with its term and verb.

    Dates that the matter file leaves out are the staff letter's; filings that only it names follow.
    """
    mine, theirs = draft.matter.filings, list(draft.letter.matter.filings)
    merged = [_completed(f, theirs) for f in mine]
    every = merged + [f for f in theirs if not any(_same(f, m) for m in merged)]
    lines = list(re_lines)
    terms = [_default_term(f, every) for f in every]
    keys = ["filing", *(f"filing_{n}" for n in range(2, len(every) + 1))]
    return tuple(
        NamedFiling(f, draft.matter.term(key, term), _verb(f, lines), _amendment(f, lines))
        for f, key, term in zip(every, keys, terms, strict=False)
    )


def is_draft_registration(form: str) -> bool:
    """Whether the form is a draft registration statement, which has a CIK and no file number."""
    return bool(DRAFT.match(form.strip()))


def is_registration(form: str) -> bool:
    """Whether the form is amended before it becomes effective, drafts included."""
    return is_draft_registration(form) or "Statement" in title_of(form)


def title_of(form: str) -> str:
    """The full title of a form: "Annual Report on Form 10-K"; a form of no known kind keeps its own words."""
    found = DRAFT.match(form.strip())
    if found:
        return "Draft Registration Statement" + (f" on Form {found[1].strip()}" if found[1].strip() else "")
    row = _row(form)
    return row[1].format(form=_bare(form)) if row else form.strip()


def _day(day: date | None, wanted: str) -> str:
    return spoken(day) if day else f"[●: {wanted}]"


def _row(form: str) -> tuple[str, str, str, str] | None:
    return next((r for r in TITLES if re.fullmatch(r[0], _bare(form), re.I)), None)


def _bare(form: str) -> str:
    named = re.sub(r"^(?:Form|Schedule|SCHEDULE|SC)\s+", "", form.strip())
    return re.sub(r"^(13E|14D)(?=[39])", r"\1-", named)


def _title(filing: Filing) -> str:
    """What tells forms apart, however they are written: "PREM14A" is a Preliminary Proxy Statement.

    A registration statement and its amendments are one.
    """
    title = title_of(filing.form).upper()
    return title.removesuffix("/A") if is_registration(filing.form) else title


def _period_words(form: str) -> str:
    row = _row(form)
    return row[2] if row else ""


def _same(one: Filing, other: Filing) -> bool:
    if is_draft_registration(one.form) and is_draft_registration(other.form):
        return True
    if is_draft_registration(one.form) != is_draft_registration(other.form):
        return (
            one.filed == other.filed is not None and is_registration(one.form) and is_registration(other.form)
        )
    agree = one.period is None or other.period is None or one.period == other.period
    return _title(one) == _title(other) and agree


def _completed(filing: Filing, known: list[Filing]) -> Filing:
    like = next((k for k in known if _same(filing, k)), filing)
    form = filing.form
    if is_draft_registration(like.form) and not is_draft_registration(form):
        form = f"DRS (Form {_bare(form)})"
    return Filing(form, filing.period or like.period, filing.filed or like.filed)


def _default_term(filing: Filing, every: list[Filing]) -> str:
    if is_draft_registration(filing.form):
        return "the Draft Registration Statement"
    row = _row(filing.form)
    term = (row[3] if row else "the Filing").format(form=_bare(filing.form))
    twins = Counter(map(_title, every))[_title(filing)]
    mark = filing.period or filing.filed
    if twins < 2 or mark is None:
        return term
    when = f"{mark.year}" if "K" in filing.form.upper() and filing.period else f"{mark:%B} {mark.year}"
    return term.replace("the ", f"the {when} ", 1)


_NUMBERED = re.compile(r"^\W*(?P<number>(?:Pre-Effective |Post-Effective )?Amendment No\. ?\d+) to\b", re.I)


def _amendment(filing: Filing, re_lines: list[str]) -> str:
    """The number of the filing as an amendment, from its line of the subject block: "Amendment No. 1"."""
    if not is_registration(filing.form):
        return ""
    named = title_of(filing.form).removesuffix("/A").upper()
    found = (m for line in re_lines if named in line.upper() and (m := _NUMBERED.match(line)))
    return next((m["number"] for m in found), "")


def _verb(filing: Filing, re_lines: list[str]) -> str:
    if filing.filed:
        dated = [line for line in re_lines if spoken(filing.filed) in line]
        said = next((m[1].lower() for line in dated if (m := VERB.search(line))), "")
        if said:
            return said
    return "submitted" if is_draft_registration(filing.form) else "filed"
