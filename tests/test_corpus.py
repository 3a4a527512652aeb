"""The sample library: complete, lawful for its dates, marked as invented, and built as its source says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from drafter.authorities import Standing, authorities, in_force
from drafter.filings import filed, find_number, missed
from drafter.matters import read_facts, read_matter
from drafter.reading import FILING, read
from drafter.topics import topics
from tests.conftest import ROOT, a_comment

CORPUS = ROOT / "corpus"
sys.path.insert(0, str(CORPUS))
build = import_module("build")
source = import_module("letterpress.source")
layouts = import_module("letterpress.layouts")
blocks = import_module("letterpress.blocks")

MATTERS: list[dict[str, Any]] = source.matters(CORPUS / "source")
SHEAVES = [s for m in MATTERS for s in source.sheaves(m)]
RESPONSES = [s for s in SHEAVES if s.letter["kind"] == "response"]
COMMENT_LETTERS = [s for s in SHEAVES if s.letter["kind"] == "comments"]
COMPOSED: list[tuple[Path, Any]] = list(build.composed())


def words_of(sheet: Any) -> str:
    """Every word of a composed letter, tables included."""
    return "\n".join(b.number + " " + b.text + " ".join(c for r in b.rows for c in r) for b in sheet.blocks)


def asked(sheaf: Any) -> list[tuple[tuple[str, ...], str]]:
    """Each comment of a staff letter with the heading over it."""
    found: list[tuple[tuple[str, ...], str]] = []
    heading = ""
    for item in sheaf.items:
        if item.number:
            found.append(((heading,), item.text))
        else:
            heading = item.text
    return found


def topics_of(sheaves: Iterable[Any]) -> list[tuple[str, ...]]:
    """The topics of each comment of those letters."""
    return [topics(text, heading) for s in sheaves for heading, text in asked(s)]


def test_there_are_enough_matters_letters_and_pairs() -> None:
    pairs = sum(len(r["to"]) for s in RESPONSES for r in s.letter["responses"])
    assert (len(MATTERS) >= 20, len(SHEAVES) >= 40, pairs >= 100) == (True, True, True)


def test_comments_are_on_at_least_25_topics() -> None:
    found = {topic for each in topics_of(COMMENT_LETTERS) for topic in each}
    assert len(found) >= 25, sorted(found)


def test_slugs_ciks_and_file_numbers_are_each_used_once() -> None:
    for name in ("slug", "file_number"):
        counted = Counter(m[name] for m in MATTERS if m[name])
        assert counted.most_common(1)[0][1] == 1
    assert len({m["company"]["cik"] for m in MATTERS}) == len(MATTERS)


def test_every_layout_and_every_format_occurs() -> None:
    assert {s.letter["layout"] for s in RESPONSES} == set(layouts.LAYOUTS)
    assert {s.letter["file"] for s in RESPONSES} >= {"htm", "txt", "docx"}
    assert {s.letter["file"] for s in COMMENT_LETTERS} >= {"pdf", "txt"}


def test_some_reviews_go_two_rounds_and_end_with_a_completion_letter() -> None:
    rounds = [Counter(x["kind"] for x in m["letters"]) for m in MATTERS]
    assert sum(r["comments"] >= 2 and r["review_completed"] == 1 for r in rounds) >= 3


@pytest.mark.parametrize("matter", MATTERS, ids=lambda m: m["slug"])
def test_letters_stand_in_time_order_after_the_filing(matter: dict[str, Any]) -> None:
    days = [x["date"] for x in matter["letters"]]
    filed = [f.get("filed", f.get("submitted")) for f in matter["filings"]]
    assert days == sorted(days)
    assert max(filed) < days[0]


@pytest.mark.parametrize("sheaf", RESPONSES, ids=lambda s: s.name)
def test_a_response_letter_answers_every_comment_once_and_in_order(sheaf: Any) -> None:
    numbers = [i.number for i in sheaf.items if i.number]
    assert [str(n) for r in sheaf.letter["responses"] for n in r["to"]] == numbers


LAW = (
    ("ASC 605", date(1, 1, 1), date(2018, 12, 31)),
    ("985-605", date(1, 1, 1), date(2018, 12, 31)),
    ("ASC 606", date(2016, 1, 1), date.max),
    ("Item 303(a)(", date(1, 1, 1), date(2021, 2, 10)),
    ("ASC 840", date(1, 1, 1), date(2019, 12, 31)),
    ("ASC 842", date(2017, 1, 1), date.max),
    ("ASC 326", date(2019, 1, 1), date.max),
    ("280-10-50-26A", date(2023, 11, 27), date.max),
    ("SAB 121", date(2022, 3, 31), date(2025, 1, 30)),
    ("102.10(", date(2022, 12, 13), date.max),
    ("33-10751", date(2020, 1, 30), date.max),
    ("Item 106", date(2023, 7, 26), date.max),
    ("set up staff comments as a defense", date(1, 1, 1), date(2016, 10, 4)),
    ("We remind you that the company", date(2016, 10, 5), date.max),
)


@pytest.mark.parametrize(("words", "first", "last"), LAW, ids=[row[0] for row in LAW])
def test_letters_cite_only_what_was_in_force(words: str, first: date, last: date) -> None:
    wrong = [
        path.name for path, sheet in COMPOSED if words in words_of(sheet) and not first <= sheet.sent <= last
    ]
    assert wrong == []


def test_no_letter_relies_on_an_authority_that_was_no_longer_in_force() -> None:
    gone = {Standing.SUPERSEDED, Standing.NOT_IN_FORCE}
    cited = [(path.name, c.canonical, in_force(c.canonical, sheet.sent)) for path, sheet in COMPOSED
             for c in authorities(words_of(sheet))]  # fmt: skip
    assert [row for row in cited if row[2] in gone] == []


def test_acknowledgements_end_in_october_2016() -> None:
    assert [s.name for s in RESPONSES if s.letter.get("tandy") and s.sent >= date(2016, 10, 5)] == []


def mark_in(path: Path) -> bool:
    """Whether the file says in its properties or header that the letter is invented."""
    if path.suffix == ".docx":
        with ZipFile(path) as package:
            return blocks.MARK in package.read("docProps/core.xml").decode()
    return blocks.MARK.encode() in path.read_bytes()


def test_every_letter_is_marked_as_invented() -> None:
    assert [path.name for path, _ in COMPOSED if not mark_in(path)] == []
    assert "invented" in (CORPUS / "README.md").read_text(encoding="utf-8").lower()


def test_no_telephone_number_address_or_registrant_can_exist() -> None:
    said = "\n".join(words_of(sheet) for _, sheet in COMPOSED)
    phones = re.findall(r"\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b", said)
    assert [p for p in phones if not re.search(r"555-01\d\d$", p)] == []
    assert [m for m in re.findall(r"\S+@\S+", said) if not m.rstrip(".,").endswith(".example")] == []
    assert [m["slug"] for m in MATTERS if not m["company"]["cik"].startswith("00098")] == []


def test_the_letters_are_as_their_source_says() -> None:
    assert build.faults() == []


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    """The corpus in a folder that a test may change."""
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus", ignore=shutil.ignore_patterns("__pycache__")))


def checked(corpus: Path) -> tuple[int, str]:
    """The exit code of `build.py --check` and what it complains of."""
    done = subprocess.run(
        [sys.executable, str(corpus / "build.py"), "--check"], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr.strip()


def test_a_letter_changed_by_hand_fails_the_check(a_copy: Path) -> None:
    letter = next(p for p in sorted((a_copy / "letters").rglob("*.txt")))
    letter.write_text(letter.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert checked(a_copy) == (1, f"{letter.relative_to(a_copy).as_posix()}: missing or changed by hand")


def test_a_source_changed_after_the_build_fails_the_check(a_copy: Path) -> None:
    matter = a_copy / "source" / "halvorine-systems.yaml"
    text = matter.read_text(encoding="utf-8")
    matter.write_text(text.replace("net revenue retention", "gross revenue retention"), encoding="utf-8")
    code, said = checked(a_copy)
    assert (code, said.splitlines()[0]) == (
        1,
        "letters/halvorine-systems/2022-04-12-staff.pdf: its source has changed",
    )


@pytest.mark.parametrize("extension", ["pdf", "htm", "txt", "docx"])
def test_the_same_letter_gives_the_same_bytes(extension: str) -> None:
    sheet = next(sheet for path, sheet in COMPOSED if path.suffix == f".{extension}")
    write = build.writer(extension)
    assert write(sheet) == write(sheet)


def plain_words(text: str) -> list[str]:
    """Words without the differences that formats make: quotes, dashes, spaces."""
    return re.findall(r"[a-z0-9$%()]+", text.lower().replace("’", "'"))


@pytest.mark.parametrize(
    ("path", "sheet"), COMPOSED, ids=lambda x: build.key(x) if isinstance(x, Path) else ""
)
def test_no_word_is_lost_in_a_format(path: Path, sheet: Any) -> None:
    there = iter(plain_words("\n".join(line.text for line in read(path.read_bytes(), path.name))))
    missing = [w for b in sheet.blocks if not b.rows for w in plain_words(b.text) if w not in there]
    assert missing == []


@pytest.mark.real
def test_no_run_of_14_words_comes_from_a_real_letter(letters: Path) -> None:
    rows = rows_of(letters / "pairs.jsonl")
    told = [row["text"] for row in rows_of(letters / "staff_comments.jsonl")]
    real = {run for r in rows for t in (r["comment"], r["response"]) for run in runs(t)}
    real |= {run for t in told for run in runs(t)}
    ours = [t for s in COMMENT_LETTERS for _, t in asked(s)]
    ours += [p for s in RESPONSES for r in s.letter["responses"] for p in r["text"] if isinstance(p, str)]
    assert [" ".join(run) for t in ours for run in runs(t) if run in real and not formula(run)] == []


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def runs(text: str) -> list[tuple[str, ...]]:
    """Every run of 14 words."""
    words = re.findall(r"[a-z0-9']+", text.lower())
    return [tuple(words[i : i + 14]) for i in range(len(words) - 13)]


CITED = (
    "item regulation s k refer to of question non gaap compliance and disclosure interpretations financial "
    "measures sec release no section"
)


def formula(run: tuple[str, ...]) -> bool:
    """Whether a citation fills half of the run."""
    return sum(w in CITED.split() or w.isdigit() or len(w) == 1 for w in run) >= 7


SAMPLE = source.sheaves(source.matters(CORPUS / "sample")[0])[0]
FACTS = (CORPUS / "sample" / "facts.md").read_text(encoding="utf-8")


def test_the_sample_matter_has_a_comment_of_each_kind() -> None:
    said = [text for _, text in asked(SAMPLE)]
    kinds = ("•", ", or revise to", "if so,", "reconcile", "Adjusted EBITDA", "confirm")
    assert [sum(kind in text for text in said) >= 1 for kind in kinds] == [True] * len(kinds)


def test_the_sample_notes_speak_of_its_comments_and_leave_one_without() -> None:
    numbers = {i.number for i in SAMPLE.items if i.number}
    noted = set(re.findall(r"^## Comment (\d+)$", FACTS, re.MULTILINE))
    assert (noted < numbers, len(numbers - noted)) == (True, 1)


def test_the_sample_matter_file_agrees_with_the_staff_letter() -> None:
    text = (CORPUS / "sample" / "matter.toml").read_text(encoding="utf-8")
    matter, told = read_matter(text), SAMPLE.matter
    assert read_matter(text).unknown == ()
    assert (matter.company, matter.cik) == (told["company"]["name"], told["company"]["cik"])
    assert [(f.form, f.period, f.filed) for f in matter.filings] == [
        (f["form"], f.get("period"), f["filed"]) for f in told["filings"]
    ]
    assert matter.staff_date == SAMPLE.sent


def test_the_sample_notes_hold_one_note_back_and_leave_one_to_be_confirmed() -> None:
    facts = read_facts(FACTS)
    assert [f.comment for f in facts if f.held] == ["1"]
    assert [f.text for f in facts if f.tentative] == ["104 percent for the quarter ended December 31, 2023."]


def test_the_sample_company_spoke_of_the_same_metric_before() -> None:
    own = [s for s in COMMENT_LETTERS if s.matter["company"]["cik"] == SAMPLE.matter["company"]["cik"]]
    assert 2 <= SAMPLE.sent.year - own[0].sent.year <= 4
    assert "net revenue retention" in asked(own[0])[0][1]


def test_each_sample_comment_has_two_comments_of_other_companies_on_its_subject() -> None:
    cik = SAMPLE.matter["company"]["cik"]
    others = topics_of(s for s in COMMENT_LETTERS if s.matter["company"]["cik"] != cik)
    near = [sum(bool(set(mine) & set(o)) for o in others) for mine in topics_of([SAMPLE])]
    assert [n for n in near if n < 2] == []


FILED = filed(read((CORPUS / "sample" / "filing.htm").read_bytes(), "filing.htm", FILING))
ASKED = [a_comment(text, heading=("Form 10-K", *heading)) for heading, text in asked(SAMPLE)]


def test_the_sample_filing_prints_the_pages_that_the_staff_letter_names() -> None:
    named = re.findall(r"\bpage (\d+)", "\n".join(i.text for i in SAMPLE.items))
    assert set(named) == set(FILED.pages)


def test_what_the_staff_letter_says_of_the_sample_filing_stands_on_those_pages() -> None:
    assert [m for comment in ASKED for m in missed(FILED, comment, "10-K")] == []
    for said, page in (("$38.6 million", "71"), ("$34.9 million", "48"), ("31%", "86"), ("14%", "45")):
        assert page in {f.page for f in find_number(FILED, said)}


def test_totals_of_the_sample_filing_come_out_in_every_column() -> None:
    tables: dict[int, list[list[float]]] = {}
    for row in (p for p in FILED.paragraphs if p.table is not None and not p.text.startswith("(")):
        cells = [c.strip(" $") for c in row.text.split("|")[1:] if "%" not in c]
        tables.setdefault(row.table or 0, []).append([float(c.replace(",", "")) for c in cells])
        if row.text.startswith("Total"):
            *parts, total = tables.pop(row.table or 0)
            assert [round(sum(column), 1) for column in zip(*parts, strict=True)] == total


def test_shares_and_changes_of_the_sample_filing_come_out() -> None:
    assert [
        round(100 * (now / then - 1)) for now, then in ((248.9, 218.3), (61.2, 58.7), (310.1, 277.0))
    ] == [14, 4, 12]
    assert [round(100 * part / whole) for part, whole in ((96.1, 310.1), (83.1, 277.0), (69.4, 248.0))] == [
        31,
        30,
        28,
    ]
    words = "\n".join(p.text for p in FILED.paragraphs)
    assert all(
        figure in words
        for figure in ("248.9", "96.1", "83.1", "69.4", "increased 14%", "31% of revenue in 2024")
    )
