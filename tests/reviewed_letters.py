"""A clean staff letter and a clean answer of an invented company, in which tests plant faults."""

from __future__ import annotations

from pathlib import Path

from drafter.domain import Finding, MatterFile, Pair
from drafter.matters import read_facts, read_matter
from drafter.parsing import Parsed, parse
from drafter.reading import read
from drafter.review import review

HERE = Path(__file__).parent / "letters" / "harrowgate-tools"
STAFF = (HERE / "staff.txt").read_text(encoding="utf-8")
COMPANY = (HERE / "company.txt").read_text(encoding="utf-8")
MATTER = (HERE / "matter.toml").read_text(encoding="utf-8")
FACTS = (HERE / "facts.md").read_text(encoding="utf-8")
OTHERS = ("Calderon Fixtures, Inc.", "Harrowgate Tools, Inc.", "Delta Corp")


def a_letter(text: str, name: str = "letter.txt") -> Parsed:
    """The letter of that text, parsed."""
    return parse(read(text.encode("utf-8"), name), name)


def the_matter(text: str = MATTER) -> MatterFile:
    """The matter of the sample company."""
    return read_matter(text)


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each first string replaced by its second; each must stand there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def findings(
    company: str = COMPANY,
    staff: str | None = STAFF,
    matter: str = MATTER,
    own: tuple[Pair, ...] = (),
    facts: str = FACTS,
) -> tuple[Finding, ...]:
    """The whole review of those texts, everything at hand unless left out; the filing is not."""
    asked = a_letter(staff, "staff.txt") if staff else None
    return review(a_letter(company), asked, the_matter(matter), read_facts(facts), OTHERS, own)
