"""matter.toml, read from its text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NoReturn

from drafter.domain import Filing, MatterFile, Move, Person
from drafter.errors import BadMatter

KEYS: Mapping[str, tuple[str, ...]] = {
    "": (
        *("confidential", "company", "filing", "letter", "signatory", "counsel", "terms", "format", "stance"),
        *("schema", "notes"),
    ),
    "company": ("name", "short", "cik", "address", "fiscal_year_end", "fiscal_year_names"),
    "filing": (
        *("form", "period", "filed", "submitted", "furnished", "file_number", "also", "amendment"),
        *("next_annual", "next_interim", "file"),
    ),
    "letter": ("staff_date", "date", "delivery", "submission_type", "letterhead", "rule_83"),
    "signatory": ("name", "title", "entity", "firm", "on_behalf_of", "phone", "email"),
    "counsel": ("firm", "name", "title", "attorneys", "phone", "email", "copies"),
    "terms": ("company", "staff", "commission", "filing", "filing_2", "filing_3", "amendment"),
    "format": ("recital", "label", "person", "name", "learn_from"),
    "stance": ("comment", "move"),
}
"""Every key of matter.toml by table; "" is the top of the file. None is required."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
IN_WORDS = re.compile(
    rf"(?:(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?|(?P<day_2>\d{{1,2}})\s+(?P<month_2>{_MONTH})\.?,?)"
    r"\s+(?P<year>\d{4})",
    re.I,
)
"""A date with its month in words. Examples: "December 21, 2022", "21 Dec 2022". Not: "12/11/2022", which is two."""

COMMENT = re.compile(r"(?:comments?\s*)?(?:no\.?|\#)?\s*(?P<number>\d+\w?)\W*", re.I)
"""How a stance names its comment. Examples: "3", "Comment 3", "No. 3", "#3"."""

PERSONS = ("company", "we")
LETTERHEADS = ("company", "counsel")


def read_matter(text: str, name: str = "matter.toml") -> MatterFile:
    """The matter that a matter.toml describes; an empty text is an empty matter.

    Raises BadMatter naming the line and the key where a value cannot be used. Keys it does not know do no
    harm: they are told in `unknown`, with the nearest right key.
    """
    said = _Said(text, name)
    company, filing, letter = said.table("company"), said.table("filing"), said.table("letter")
    looks, counsel = said.table("format"), said.table("counsel")
    return MatterFile(
        **_company(said, company),
        **_filings(said, filing),
        **_letter(said, letter),
        signatory=_person(said, said.table("signatory")),
        counsel=_person(said, counsel),
        attorneys=said.words(counsel, "attorneys"),
        copies=said.words(counsel, "copies"),
        terms=_terms(said, company),
        recital=said.word(looks, "recital"),
        label=said.word(looks, "label") if "label" in looks else None,
        person=said.choice(looks, "person", PERSONS),
        format=said.word(looks, "name"),
        learn_from=said.word(looks, "learn_from"),
        stances=tuple(_stances(said)),
        confidential=said.yes(said.document, "confidential"),
        unknown=tuple(said.unknown()),
    )


def stance_set(text: str) -> tuple[str, Move]:
    """A stance as it is set by hand: "3=explain" is comment 3 and the move. Raises BadMatter."""
    comment, _, move = (part.strip() for part in text.partition("="))
    number = COMMENT.fullmatch(comment)
    if not number or not move:
        raise BadMatter(f"A stance is a comment's number and a move, as 3=explain; {text!r} is not.")
    if _plain(move) not in list(Move):
        raise BadMatter(f"{text!r}: {_no_move(move)}.")
    return number["number"], Move(_plain(move))


def _plain(move: str) -> str:
    """A move's name however it is written: "Comply future" is comply_future."""
    return re.sub(r"[\s-]+", "_", move.strip().lower())


def _no_move(move: str) -> str:
    near = get_close_matches(_plain(move), list(Move), 1, 0.4)
    hint = f"did you mean {str(near[0])!r}?" if near else f"the moves are: {', '.join(Move)}"
    return f"{move!r} is no move; {hint}"


class _Said:
    """A parsed matter.toml that can say where it went wrong."""

    def __init__(self, text: str, name: str) -> None:
        self.name, self.lines = name, text.splitlines()
        try:
            self.document: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise BadMatter(f"{name} is not valid TOML: {error}. Mend that line and try again.") from None

    def table(self, name: str) -> dict[str, Any]:
        value = self.document.get(name, {})
        if name == "format" and isinstance(value, str):
            return {"name": value}
        if not isinstance(value, dict):
            self.refuse(name, f"is a table: write [{name}] and its keys below it")
        return value

    def refuse(self, key: str, why: str) -> NoReturn:
        line = next((n for n, t in enumerate(self.lines, 1) if re.search(rf"\b{re.escape(key)}\b", t)), 0)
        place = f"{self.name}, line {line}" if line else self.name
        raise BadMatter(f"{place}: {key!r} {why}.")

    def unknown(self) -> Iterator[str]:
        """A sentence for each key that means nothing to drafter."""
        tables = {"": self.document} | {t: v for t, v in self.document.items() if isinstance(v, dict)}
        for table, values in tables.items():
            yield from (self._unknown(table, key) for key in values if key not in KEYS.get(table, values))

    def _unknown(self, table: str, key: str) -> str:
        near = get_close_matches(key, KEYS[table], 1, 0.6)
        place = f"[{table}]" if table else "the top"
        hint = (
            f" Did you mean {near[0]!r}?"
            if near
            else f" The keys there are: {', '.join(sorted(KEYS[table]))}."
        )
        return f"{self.name}: {key!r} in {place} is not a key that drafter knows; it is left aside.{hint}"

    def word(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, f'wants text in quotation marks, such as {key} = "..."')
        return str(value).strip()

    def words(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if isinstance(value, str):
            return tuple(line.strip() for line in value.splitlines() if line.strip())
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(key, f'wants a list of texts, such as {key} = ["...", "..."]')
        return tuple(value)

    def pairs(self, table: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f'wants a table, such as {key} = {{ name = "..." }}')
        return tuple((k, str(v).lower() if isinstance(v, bool) else str(v)) for k, v in value.items())

    def choice(self, table: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
        value = self.word(table, key).lower() or allowed[0]
        if value not in allowed:
            self.refuse(key, f"is {value!r}, but must be one of: {', '.join(allowed)}")
        return value

    def yes(self, table: Mapping[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, "is true or false, without quotation marks")
        return bool(value)

    def day(self, table: Mapping[str, Any], key: str) -> date | None:
        value = table.get(key)
        if isinstance(value, datetime):
            return value.date()
        if value is None or value == "" or isinstance(value, date):
            return value or None
        try:
            return _in_words(str(value)) or date.fromisoformat(str(value))
        except ValueError:
            self.refuse(key, f"is {value!r}, which is no date; write it as 2026-12-31")


def _in_words(text: str) -> date | None:
    """The date that a text says with the month's name; None where it names none. Raises ValueError."""
    found = IN_WORDS.fullmatch(text.strip())
    if not found:
        return None
    said = found.groupdict()
    month = MONTHS.index((said["month"] or said["month_2"])[:3].lower()) + 1
    return date(int(said["year"]), month, int(said["day"] or said["day_2"]))


def _company(said: _Said, table: Mapping[str, Any]) -> dict[str, Any]:
    cik = re.sub(r"^CIK\W*(?:No\.?|number)?\W*", "", str(table.get("cik", "")).strip(), flags=re.I)
    if cik and not (cik.isdigit() and len(cik) <= 10):
        said.refuse("cik", f"is {cik!r}, but a CIK has up to ten digits and nothing else")
    ends = table.get("fiscal_year_end")
    return {
        "company": said.word(table, "name"),
        "cik": cik.zfill(10) if cik else "",
        "address": said.words(table, "address"),
        "fiscal_year_end": f"{ends:%m-%d}" if isinstance(ends, date) else said.word(table, "fiscal_year_end"),
        "fiscal_year_names": _year_names(said, table),
    }


def _year_names(said: _Said, table: Mapping[str, Any]) -> tuple[tuple[date, str], ...]:
    names = said.pairs(table, "fiscal_year_names")
    days = [(said.day({"fiscal_year_names": day}, "fiscal_year_names"), name) for day, name in names]
    return tuple((day, name) for day, name in days if day)


def _filings(said: _Said, table: Mapping[str, Any]) -> dict[str, Any]:
    also = table.get("also", [])
    if not isinstance(also, list):
        said.refuse("also", 'wants a list of tables, such as also = [ { form = "10-Q" } ]')
    filings = [_filing(said, t) for t in (table, *also) if t]
    return {
        "filings": tuple(f for f in filings if f.form),
        "file_number": said.word(table, "file_number"),
        "next_annual": _next(said, table, "next_annual"),
        "next_interim": _next(said, table, "next_interim"),
        "amendment": said.pairs(table, "amendment"),
        "document": said.word(table, "file"),
    }


def _filing(said: _Said, table: Any) -> Filing:
    if not isinstance(table, dict):
        said.refuse("also", 'wants a list of tables, such as also = [ { form = "10-Q" } ]')
    filed = next((k for k in ("filed", "submitted", "furnished") if k in table), "filed")
    return Filing(said.word(table, "form"), said.day(table, "period"), said.day(table, filed))


def _next(said: _Said, table: Mapping[str, Any], key: str) -> Filing | None:
    value = table.get(key)
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        said.refuse(key, f'wants a table, such as {key} = {{ form = "10-K", period = 2026-12-31 }}')
    return _filing(said, value)


def _letter(said: _Said, table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "staff_date": said.day(table, "staff_date"),
        "sent": said.day(table, "date"),
        "delivery": said.word(table, "delivery"),
        "submission_type": said.word(table, "submission_type"),
        "letterhead": said.choice(table, "letterhead", LETTERHEADS) if "letterhead" in table else "",
        "rule_83": said.pairs(table, "rule_83"),
    }


def _person(said: _Said, table: Mapping[str, Any]) -> Person:
    parts = ("name", "title", "entity", "firm", "on_behalf_of", "phone", "email")
    return Person(**{part: said.word(table, part) for part in parts})


def _terms(said: _Said, company: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    terms = dict(said.pairs(said.document, "terms"))
    if short := said.word(company, "short"):
        terms.setdefault("company", short)
    return tuple(terms.items())


def _stances(said: _Said) -> Iterator[tuple[str, Move]]:
    rows = said.document.get("stance", [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        said.refuse(
            "stance", 'is a list of tables: write [[stance]], then comment = "1" and move = "explain"'
        )
    for row in rows:
        move = said.word(row, "move")
        if _plain(move) not in list(Move):
            said.refuse("move", f"is not right: {_no_move(move)}")
        comment = COMMENT.fullmatch(str(row.get("comment", "")).strip())
        if not comment:
            said.refuse(
                "comment", f'of a stance wants the number of a comment, such as "3", beside move = "{move}"'
            )
        yield comment["number"], Move(_plain(move))
