"""Letters from disk: a folder shown with its reviews, what EDGAR says of a letter, and what is not read again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from drafter import abreast, intake
from drafter.domain import Matter
from drafter.intake import NUMBERED, incoming, notes, parsed, readable, show
from drafter.library import Incoming
from drafter.workbench import Workbench

STAFF = """United States
Securities and Exchange Commission
Washington, D.C. 20549

Division of Corporation Finance

{sent}

Ada Quillfeather
Chief Financial Officer
Harrowgate Tools, Inc.

Re: Harrowgate Tools, Inc.
Form 10-K for Fiscal Year Ended December 31, 2020
Filed February 19, 2021
File No. 001-98001

Dear Ms. Quillfeather:

We have reviewed your {reviewed} and have the following comments. Please respond within ten business days.

Form 10-K for Fiscal Year Ended December 31, 2020

Notes to Consolidated Financial Statements

{comments}

Sincerely,

Division of Corporation Finance
Office of Manufacturing
"""
COMPANY = """Harrowgate Tools, Inc.

{sent}

Division of Corporation Finance
Securities and Exchange Commission
Washington, D.C. 20549

Re: Harrowgate Tools, Inc.
Form 10-K for Fiscal Year Ended December 31, 2020
Filed February 19, 2021
File No. 001-98001

Ladies and Gentlemen:

We write in response to the comment letter of the Staff dated {answered}.

{pairs}

Sincerely,

Ada Quillfeather
Chief Financial Officer
"""
DONE = """United States
Securities and Exchange Commission
Washington, D.C. 20549

Division of Corporation Finance

June 1, 2021

Re: Harrowgate Tools, Inc.
Form 10-K for Fiscal Year Ended December 31, 2020
Filed February 19, 2021
File No. 001-98001

Dear Ms. Quillfeather:

We have completed our review of your filing. We remind you that the company and its management are responsible
for the accuracy and adequacy of their disclosures.

Sincerely,

Division of Corporation Finance
"""
ONE = "We note that you hold kilns under lease. Please tell us how you measure them."
TWO = "Please revise to disclose the warranty claims that you paid."
BACK = "We note your response to prior comment 1. Please tell us which rate you used."
LETTERS = {
    "1-staff.txt": STAFF.format(sent="March 1, 2021", reviewed="filing", comments=f"1. {ONE}\n\n2. {TWO}"),
    "2-company.txt": COMPANY.format(
        sent="March 12, 2021",
        answered="March 1, 2021",
        pairs=f"1. {ONE}\n\nResponse: We measure them at cost.\n\n2. {TWO}\n\nResponse: We will do so.",
    ),
    "3-staff.txt": STAFF.format(
        sent="April 5, 2021", reviewed="March 12, 2021 response", comments=f"1. {BACK}"
    ),
    "4-company.txt": COMPANY.format(
        sent="April 16, 2021",
        answered="April 5, 2021",
        pairs=f"1. {BACK}\n\nResponse: We used our borrowing rate.",
    ),
    "5-staff.txt": DONE,
}
WRAPPED = """<SEC-DOCUMENT>0000980001-21-000012.txt : 20210712
<SEC-HEADER>0000980001-21-000012.hdr.sgml : 20210712
ACCESSION NUMBER: 0000980001-21-000012
CONFORMED SUBMISSION TYPE: CORRESP
FILED AS OF DATE: 20210312
FILER:
 COMPANY DATA:
  COMPANY CONFORMED NAME: HARROWGATE TOOLS INC
  CENTRAL INDEX KEY: 0009800001
  STANDARD INDUSTRIAL CLASSIFICATION: CUTLERY [3420]
</SEC-HEADER>
<DOCUMENT>
<TYPE>CORRESP
<TEXT>
{text}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def stands(shape: dict[str, Any]) -> list[tuple[str, str]]:
    return [(c["number"], c["standing"]["status"]) for c in shape["comments"]]


def test_a_folder_is_shown_with_rounds_and_where_each_comment_stands(review: Path) -> None:
    shown = show([review])
    assert [s["round"] for s in shown] == [1, 1, 2, 2, 2]
    assert {s["review"] for s in shown} == {shown[0]["id"]}
    assert stands(shown[0]) == stands(shown[1]) == [("1", "closed"), ("2", "closed")]
    first, second = (c["standing"] for c in shown[0]["comments"])
    assert first["follow_up"] == {"letter": shown[2]["id"], "number": "1", "text": BACK, "sent": "2021-04-05"}
    assert (first["closed"], second["follow_up"]) == ("2021-06-01", None)
    assert shown[2]["comments"][0]["standing"]["priors"] == [{"letter": shown[0]["id"], "number": "1"}]
    assert {s["released"] for s in shown} == {"2021-06-30"}  # Juneteenth lies between


def test_without_the_end_of_the_review_comments_stay_followed_up_answered_and_open(review: Path) -> None:
    shown = show([review / name for name in list(LETTERS)[:3]])
    assert stands(shown[0]) == [("1", "followed_up"), ("2", "answered")]
    assert stands(shown[2]) == [("1", "open")]


def test_one_letter_alone_has_no_review(review: Path) -> None:
    (shape,) = show([review / "1-staff.txt"])
    assert "review" not in shape


def test_what_edgar_says_fills_what_the_letter_leaves_out(tmp_path: Path) -> None:
    bare = (
        LETTERS["2-company.txt"].replace("March 12, 2021\n", "").replace("Re: Harrowgate Tools, Inc.\n", "")
    )
    path = tmp_path / "letter.txt"
    path.write_text(WRAPPED.format(text=bare.replace("Harrowgate Tools, Inc.\n", "")), encoding="utf-8")
    kept, read = incoming(path), parsed(path).letter
    assert (kept.id, kept.industry) == ("0000980001-21-000012", "3420")
    assert kept.known.matter == Matter("HARROWGATE TOOLS INC", "0009800001")
    assert (read.matter.cik, read.sent) == ("0009800001", date(2021, 3, 12))
    assert kept.known.released == date(2021, 7, 12)
    assert show([path])[0]["cik"] == "0009800001"


def test_a_letter_that_is_known_is_not_read_again(review: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    whole = intake._apart
    monkeypatch.setattr(intake, "_apart", lambda letter: read.append(letter.path) or whole(letter))  # type: ignore[func-returns-value]
    bench = Workbench.open(review.parent / "library")
    assert bench.add([review])["added"] == 5
    again = bench.add([review])
    assert (again["added"], again["unchanged"], len(read)) == (0, 5, 5)


def test_what_ends_the_reader_is_told_and_stops_no_other(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path, whole: bool = True) -> Incoming:
        if whole and path.name.startswith("3"):
            raise MemoryError
        return incoming(path, whole)

    monkeypatch.setattr(intake, "incoming", read)
    unreadable: list[dict[str, str]] = []
    ticks: list[tuple[int, int]] = []
    files = sorted(review.iterdir())
    taken = list(readable(files, unreadable, lambda *t: ticks.append(t)))
    assert [Path(x.path).name[0] for x in taken] == ["1", "2", "4", "5"]
    assert [Path(u["path"]).name[0] for u in unreadable] == ["3"]
    assert ticks[-1] == (5, 5)
    assert [("error" in s) for s in show([review])] == [False, False, True, False, False]


def test_letters_read_in_many_processes_are_those_read_in_one(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abreast, "FEW", 2)
    (review / "6-broken.pdf").write_bytes(b"%PDF-1.4 broken")
    alone, together = show([review]), show([review], processes=2)
    assert json.dumps(together) == json.dumps(alone)
    unreadable: list[dict[str, str]] = []
    taken = list(readable(sorted(review.iterdir()), unreadable, intake.silent, processes=2))
    assert [x.parsed for x in taken] == [parsed(Path(x.path)) for x in taken]
    assert [Path(u["path"]).name for u in unreadable] == ["6-broken.pdf"]


# The next round of the same review


@pytest.fixture
def second_round(review: Path) -> Workbench:
    """A library that holds the first round, and another company's answer to the same comments."""
    bench = Workbench.open(review.parent / "library")
    other = review.parent / "other"
    other.mkdir()
    for name in list(LETTERS)[:2]:
        text = LETTERS[name].replace("Harrowgate Tools", "Bramlin Foods").replace("98001", "98002")
        (other / name).write_text(text, encoding="utf-8")
    bench.add([review / name for name in list(LETTERS)[:2]])
    bench.add([other])
    return bench


def test_a_comment_that_returns_to_another_is_drafted_with_what_was_answered_then(
    second_round: Workbench, review: Path
) -> None:
    (answer,) = second_round.draft(review / "3-staff.txt", chat="offline").answers
    first = answer.own[0]
    assert (first.pair.comment.text, first.pair.response.text) == (ONE, "We measure them at cost.")
    assert first.reasons == ("the prior comment that this one returns to, answered on 2021-03-12",)


def test_precedents_of_a_comment_that_returns_to_another_are_about_what_that_one_is_about(
    second_round: Workbench, review: Path
) -> None:
    (answer,) = second_round.draft(review / "3-staff.txt", chat="offline").answers
    assert [(p.pair.comment.text, p.close) for p in answer.precedents] == [(ONE, True), (TWO, False)]
    alone = second_round.precedents(BACK, not_company="Harrowgate Tools")
    assert not any(p.close for p in alone.precedents)


def test_earlier_rounds_of_the_matter_are_never_precedents_of_others(
    second_round: Workbench, review: Path
) -> None:
    renamed = review / "renamed.txt"
    renamed.write_text(
        LETTERS["3-staff.txt"].replace("Harrowgate Tools", "Verrowgate Group"), encoding="utf-8"
    )
    for letter in (review / "3-staff.txt", renamed):
        (answer,) = second_round.draft(letter, chat="offline").answers
        assert {p.pair.matter.company for p in answer.precedents} == {"Bramlin Foods, Inc."}
        assert {p.pair.matter.company for p in answer.own} == {"Harrowgate Tools, Inc."}


def test_notes_may_be_a_word_file_a_text_of_windows_or_a_folder(tmp_path: Path) -> None:
    word = Document()
    word.add_heading("Comment 3", 2)
    word.add_paragraph("The rate was 9%.", style="List Bullet")
    word.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.txt").write_bytes("Comment 4\r\n\r\nThe plant’s rate was 8%.\r\n".encode("cp1252"))
    (tmp_path / "comment 5.md").write_text("The rate was 7%.", encoding="utf-16")
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    assert [(f.comment, f.text) for f in notes([tmp_path])] == [
        ("3", "The rate was 9%."),
        ("4", "The plant’s rate was 8%."),
        ("5", "The rate was 7%."),
    ]


@pytest.mark.parametrize(
    ("name", "number"), [("comment-3", "3"), ("Notes on Comment No. 12", "12"), ("3", "3")]
)
def test_a_file_s_name_tells_its_comment(name: str, number: str) -> None:
    found = NUMBERED.match(name)
    assert found is not None
    assert (found["said"] or found["alone"]) == number


@pytest.mark.parametrize("name", ["facts", "facts-2026", "2026", "10-K"])
def test_other_names_tell_no_comment(name: str) -> None:
    assert not NUMBERED.match(name)


def test_a_folder_s_files_of_other_kinds_are_told_and_what_lies_beside_them_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 Dear Ms. Quill}")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "c.odt").write_bytes(
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
    )
    for name in ("~$a.docx", "._b.pdf", "notes.json"):
        (tmp_path / name).write_bytes(b"nothing of a letter")
    assert [(Path(s["path"]).name, s["error"].split(":")[0]) for s in show([tmp_path])] == [
        ("a.rtf", "a.rtf is rich text"),
        ("b.pdf", "b.pdf"),
        ("c.odt", "c.odt is an OpenDocument file"),
    ]
