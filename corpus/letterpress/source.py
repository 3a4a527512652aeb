"""The source of a matter: one YAML file, read into letters that know what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from letterpress.blocks import long_date


@dataclass(frozen=True, slots=True)
class Item:
    """A heading of a staff letter (`number` is "") or a numbered comment, one paragraph a line."""

    text: str
    number: str = ""
    follows: str = ""

    @property
    def paragraphs(self) -> list[str]:
        """Paragraphs and bullets, in order."""
        return [t.strip() for t in self.text.split("\n") if t.strip()]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A letter of a matter as its source has it, with the letters that stand before it."""

    matter: dict[str, Any]
    letter: dict[str, Any]
    earlier: tuple[dict[str, Any], ...]

    @property
    def sent(self) -> date:
        """The letter's own date."""
        return self.letter["date"]  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """The path of the built letter, below the folder of letters."""
        return f"{self.matter['slug']}/{self.sent.isoformat()}-{self.letter['side']}.{self.letter['file']}"

    @property
    def filings(self) -> list[dict[str, Any]]:
        """The filings that the letter concerns, main first: its own, else those answered or reviewed."""
        asked = self.answered.get("filings") if self.letter["side"] == "company" else None
        own = self.letter.get("filings") or asked
        return own or self.matter["filings"]  # type: ignore[no-any-return]

    @property
    def answered(self) -> dict[str, Any]:
        """The staff letter that a response answers; an empty dict where there is none."""
        before = [x for x in self.earlier if x["side"] == "staff" and x["kind"] == "comments"]
        return before[-1] if before else {}

    @property
    def items(self) -> list[Item]:
        """Headings and numbered comments of the staff letter itself, or of the one answered."""
        return items(self.letter if "items" in self.letter else self.answered)

    def choice(self, options: tuple[str, ...]) -> str:
        """One of `options`, always the same for the same letter."""
        return options[sha256(self.name.encode()).digest()[0] % len(options)]


def items(letter: dict[str, Any]) -> list[Item]:
    """Headings and comments in order, the comments numbered from 1."""
    found: list[Item] = []
    for entry in letter.get("items", []):
        if "heading" in entry:
            found.append(Item(entry["heading"].strip()))
            continue
        number = str(sum(1 for i in found if i.number) + 1)
        found.append(Item(entry["comment"].strip(), number, str(entry.get("follows", ""))))
    return found


def matters(folder: Path) -> list[dict[str, Any]]:
    """Every matter of the folder, by file name."""
    return [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.yaml"))]


def sheaves(matter: dict[str, Any]) -> list[Sheaf]:
    """The matter's letters in time order."""
    letters = matter["letters"]
    return [Sheaf(matter, letter, tuple(letters[:i])) for i, letter in enumerate(letters)]


PERIODS = {"10-K": "Fiscal Year Ended", "20-F": "Fiscal Year Ended", "10-Q": "Quarterly Period Ended"}


def filing_title(filing: dict[str, Any]) -> str:
    """As in "Form 10-K for the Fiscal Year Ended December 31, 2020"."""
    form = str(filing["form"])
    if "period" in filing:
        kind = PERIODS.get(form.removesuffix("/A"), "Period Ended")
        return f"Form {form} for the {kind} {long_date(filing['period'])}"
    if form.startswith(("DEF", "PRE")):
        return f"Definitive Proxy Statement on Schedule 14A ({form})"
    if form.startswith(("S-", "F-")):
        return f"Registration Statement on Form {form}"
    return form if " " in form else f"Form {form}"


def filing_lines(filing: dict[str, Any]) -> list[str]:
    """The filing as the Re: block gives it: title, then the date filed or submitted."""
    verb = "Filed" if "filed" in filing else "Submitted"
    day = filing.get("filed", filing.get("submitted"))
    return [filing_title(filing), f"{verb} {long_date(day)}"]  # type: ignore[arg-type]


def re_lines(sheaf: Sheaf) -> list[str]:
    """The Re: block: company, filings, earlier responses where the staff writes again, file number or CIK."""
    company, number = sheaf.matter["company"], sheaf.matter.get("file_number", "")
    found = [company["name"]]
    for filing in sheaf.filings:
        found += filing_lines(filing)
    answers = [x for x in sheaf.earlier if x["side"] == "company" and x["kind"] == "response"]
    if sheaf.letter["side"] == "staff" and sheaf.letter["kind"] == "comments" and answers:
        found.append(f"Response dated {long_date(answers[-1]['date'])}")
    own = {f.get("file_number") for f in sheaf.filings} - {None}
    numbers = [n for n in [number, *sorted(own)] if n]  # type: ignore[type-var]
    if not numbers:
        return [*found, f"CIK No. {company['cik']}"]
    return [*found, f"File No{'s' if len(numbers) > 1 else ''}. {' and '.join(numbers)}"]
