"""A company's format: its values, its TOML file, and how it completes a matter file."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Any

from drafter.domain import Filing, MatterFile
from drafter.errors import BadTemplate


@dataclass(frozen=True, slots=True)
class Format:
    """How a company's letters look and sound; "" and () say nothing and leave the choice to others.

    `recital`, `heading` and `label_looks` are words such as "bold italic underline" or "plain"; `label` is
    None where no letter shows one way, "" where answers bear no label. `delivery`, `attention` and `parting`
    (the line of signs above the end) are "none" where the company's letters have no such line. `order` is
    "delivery first" where how the letter goes stands above its date. `terms` are defined terms by name
    (company, staff, commission, filing). `speaker` is "company" or "counsel", `person` "company" or "we",
    `salutation` "named", "general" or words, `copies` "lines" or "grouped" (names, then whose they are).
    `introduction`, `convention` and `contact` are sentences with slots such as {filings}; `signature` is a
    line a part, such as "By: {line}", "{name}".
    """

    recital: str = ""
    label: str | None = None
    label_looks: str = ""
    heading: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    person: str = ""
    speaker: str = ""
    delivery: str = ""
    order: str = ""
    attention: str = ""
    subject: str = ""
    salutation: str = ""
    introduction: str = ""
    convention: str = ""
    contact: str = ""
    parting: str = ""
    closing: str = ""
    signature: tuple[str, ...] = ()
    copies: str = ""
    copies_label: str = ""


NONE = "none"
"""What the company's letters leave out."""

DELIVERY_FIRST, DATE_FIRST = "delivery first", "date first"
"""Which of the two stands above the other."""

NAMES = tuple(f.name for f in fields(Format))
ANNUAL = re.compile(r"(?:10-K|20-F|40-F|11-K)")
TERMS = ("company", "staff", "commission", "filing")


def to_toml(form: Format) -> str:
    """The format as a TOML file that counsel can read and edit; what it leaves open is left out."""
    said = {n: getattr(form, n) for n in NAMES if n != "terms"}
    lines = [f"{n} = {_written(v)}" for n, v in said.items() if v or (n == "label" and v is not None)]
    terms = [f"{n} = {_written(v)}" for n, v in form.terms]
    return "\n".join((*lines, *(("", "[terms]", *terms) if terms else ()), ""))


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def from_toml(text: str, name: str = "format.toml") -> Format:
    """The format that a TOML file holds. Raises BadTemplate naming what to mend."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTemplate(f"{name} is not valid TOML: {error}. Mend that line and try again.") from None
    for key, value in said.items():
        _check(key, value, name)
    said["terms"] = said.get("terms", {}).items()
    made: dict[str, Any] = {k: v if isinstance(v, str) else tuple(v) for k, v in said.items()}
    return Format(**made)


def _check(key: str, value: Any, name: str) -> None:
    if key not in NAMES:
        near = get_close_matches(key, NAMES, 1, 0.5)
        hint = f" Did you mean {near[0]!r}?" if near else f" The keys are: {', '.join(NAMES)}."
        raise BadTemplate(f"{name}: {key!r} is not part of a format.{hint}")
    wanted = {"terms": dict, "signature": list}.get(key, str)
    whole = isinstance(value, wanted)
    texts = value.values() if whole and wanted is dict else value
    if not whole or not all(isinstance(t, str) for t in texts):
        kind = {dict: "a table of texts", list: "a list of texts", str: "text in quotation marks"}[wanted]
        raise BadTemplate(f"{name}: {key!r} wants {kind}. Mend that line and try again.")


def applied(form: Format, matter: MatterFile) -> MatterFile:
    """The matter file, with what it leaves open as the format has it. Its own words always stand."""
    own = dict(matter.terms)
    open_person = "company" not in own and matter.person == "company"
    terms = {n: _term(t, matter) for n, t in form.terms if n not in own}
    return replace(
        matter,
        recital=matter.recital or form.recital,
        label=form.label if matter.label is None else matter.label,
        letterhead=matter.letterhead or _letterhead(form, matter),
        delivery=matter.delivery or form.delivery.replace(NONE, ""),
        person=form.person or matter.person if open_person else matter.person,
        terms=(*matter.terms, *((n, t) for n, t in terms.items() if t)),
    )


def _letterhead(form: Format, matter: MatterFile) -> str:
    """Counsel's where one of its attorneys signs, or where counsel writes the company's letters and nobody signs
    with an office of the company.
    """
    if matter.signatory.name and matter.signatory.name in (matter.counsel.name, *matter.attorneys):
        return "counsel"
    firm = matter.signatory.firm or (matter.counsel.firm and not matter.signatory.title)
    return "counsel" if form.speaker == "counsel" and firm else "company"


def _term(term: str, matter: MatterFile) -> str:
    """The term with the form and year of the matter's main filing; "" where it does not fit that filing."""
    main = matter.filings[0] if matter.filings else None
    if "{form}" not in term and "{year}" not in term and "Annual Report" not in term:
        return term
    annual = ANNUAL.match(main.form) if main else None
    if main is None or not (annual or ("Annual" not in term and main.form[:4] == "10-Q")):
        return ""
    year = _year(main, matter)
    return "" if "{year}" in term and not year else term.replace("{form}", main.form).replace("{year}", year)


def _year(filing: Filing, matter: MatterFile) -> str:
    """The fiscal year of a filing as the company names it, else the year in which it ended."""
    if filing.period is None:
        return ""
    named = re.search(r"\b\d{4}\b", dict(matter.fiscal_year_names).get(filing.period, ""))
    return named[0] if named else str(filing.period.year)
