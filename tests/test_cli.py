from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
import typer

from drafter.cli import app, main
from drafter.errors import Unreachable
from drafter.providers.chat import Ask, Reply
from drafter.report import console
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"
SAMPLE = CORPUS / "sample"
SLUGS = ("halvorine-systems", "ironsedge-logistics")
COMPANY = next((CORPUS / "letters" / SLUGS[0]).glob("*-company.*")).name


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Drafter = Callable[..., Done]


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Drafter:
    """The command line, run in an empty folder with a library of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "library"))

    def run(*words: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["drafter", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def stocked(drafter: Drafter) -> Drafter:
    assert drafter("add", *(CORPUS / "letters" / s for s in SLUGS), "--json").code == 0
    return drafter


def test_every_command_shows_an_example_in_its_help(drafter: Drafter) -> None:
    listed = drafter("--help")
    commands = [
        "show",
        "add",
        "search",
        "draft",
        "review",
        "clean",
        "undertakings",
        "eval",
        "demo",
        "rebuild",
        "status",
    ]
    for command in commands:
        assert command in listed.out
        assert f"Example: drafter {command}" in drafter(command, "--help").out


def test_every_command_takes_json_and_a_library() -> None:
    def below(group: typer.Typer) -> Iterator[tuple[str, set[str]]]:
        for name, command in typer.main.get_command(group).commands.items():  # type: ignore[attr-defined]
            for one in getattr(command, "commands", {name: command}).values():
                yield one.name, {option for p in one.params for option in p.opts}

    lacking = {name for name, options in below(app) if not {"--json", "--library"} <= options}
    assert lacking == set()


def test_what_is_learnt_and_cleaned_is_told_as_json(stocked: Drafter, tmp_path: Path) -> None:
    letter = CORPUS / "letters" / SLUGS[0] / COMPANY
    learnt = stocked("format", "learn", "halvorine", letter, "--json").json["written"]
    assert Path(learnt).is_file()
    html = tmp_path / "letter.html"
    html.write_text("<p>Dear Ms. Quill:</p><p>It fell.</p>", encoding="utf-8")
    assert stocked("clean", html, "-o", "filed.html", "--json").json == {"written": "filed.html"}


def test_a_letter_is_shown_as_one_document_and_a_folder_as_a_list(drafter: Drafter) -> None:
    one = drafter("show", SAMPLE / "staff.pdf", "--json").json
    assert (one["side"], one["kind"], one["company"], one["sent"]) == (
        "staff", "comments", "Halvorine Systems, Inc.", "2025-05-20",
    )  # fmt: skip
    assert [c["number"] for c in one["comments"]] == ["1", "2", "3", "4", "5", "6"]
    assert one["comments"][0]["authorities"] == ["Release 33-10751"]
    many = drafter("show", CORPUS / "letters" / SLUGS[0], "--json").json
    assert [Path(m["path"]).suffix for m in many] == [".pdf", ".htm", ".pdf"]


def test_one_unreadable_letter_among_many_is_an_entry_and_no_stop(drafter: Drafter, tmp_path: Path) -> None:
    bad = tmp_path / "scan.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    shown = drafter("show", bad, SAMPLE / "staff.pdf", "--json")
    assert shown.code == 0
    assert "error" in shown.json[0]
    assert shown.json[1]["kind"] == "comments"
    alone = drafter("show", bad, "--json")
    assert (alone.code, alone.out) == (3, "")


def test_a_staff_letter_is_shown_with_the_answers_found_for_it(drafter: Drafter) -> None:
    staff, company = sorted((CORPUS / "letters" / SLUGS[1]).glob("*"))[:2]
    shown = drafter("show", staff, "--with", company, "--json").json
    assert shown["unanswered"] == []
    assert shown["unasked"] == []
    assert all(c["response"] for c in shown["comments"])
    swapped = drafter("show", company, "--with", staff)
    assert swapped.code == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show", "no-such-letter.pdf"), "no-such-letter.pdf cannot be opened"),
        (
            ("draft", CORPUS / "letters" / SLUGS[0] / COMPANY),
            "reads as a company's response letter",
        ),
        (("draft", SAMPLE / "staff.pdf", "--matter", "none.toml"), "none.toml cannot be opened"),
        (("draft", SAMPLE / "staff.pdf", "-o", "letter.rtf"), ".rtf"),
        (("draft", SAMPLE / "staff.pdf", "--chat", "gpt"), "There is no chat 'gpt'"),
    ],
)
def test_an_error_says_what_is_wrong_without_a_traceback(
    drafter: Drafter, words: tuple[str | Path, ...], says: str
) -> None:
    done = drafter(*words)
    assert done.code == 3
    assert says in done.err
    assert "Traceback" not in done.err


def test_wrong_usage_ends_with_two(drafter: Drafter) -> None:
    assert drafter("search").code == 2
    assert drafter("draft").code == 2
    assert drafter("search", "x", "--since", "yesterday").code == 2


def test_adding_twice_changes_nothing(drafter: Drafter) -> None:
    folder = CORPUS / "letters" / SLUGS[0]
    first, again = drafter("add", folder, "--json").json, drafter("add", folder, "--json").json
    assert (first["added"], first["unchanged"]) == (3, 0)
    assert (again["added"], again["unchanged"]) == (0, 3)
    assert (again["letters"], again["pairs"]) == (first["letters"], first["pairs"])


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps user folders private by its own means")
def test_only_the_owner_can_look_into_a_library(stocked: Drafter, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "library").stat().st_mode) == 0o700


def test_a_search_gives_precedents_in_the_contract_s_shape(stocked: Drafter) -> None:
    found = stocked(
        "search", "goodwill reporting unit at risk of failing the test", "--count", "2", "--json"
    ).json
    assert [p["rank"] for p in found["precedents"]] == [1, 2]
    first = found["precedents"][0]
    assert first["company"] == "Ironsedge Logistics Corp."
    assert set(first) >= {"score", "found_by", "reasons", "pair", "cik", "sent", "source", "number", "close"}
    others = stocked("search", "goodwill", "--not-company", "Ironsedge Logistics Corp.", "--json").json
    assert {p["company"] for p in others["precedents"]} == {"Halvorine Systems, Inc."}


def test_many_queries_are_answered_in_one_run(stocked: Drafter, tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "goodwill"},
        {"id": "b", "text": "revenue", "not_company": "Ironsedge Logistics"},
    ]
    file = tmp_path / "queries.jsonl"
    file.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    done = stocked("search", "--queries", file, "--count", "3")
    answered = [json.loads(line) for line in done.out.splitlines()]
    assert [a["id"] for a in answered] == ["a", "b"]
    assert all(p["company"] != "Ironsedge Logistics Corp." for p in answered[1]["precedents"])
    for wrong in ('{"id": "a"}', '{"text": "a", "since": "2021"}', '{"text": "a", "round": "first"}', "[]"):
        file.write_text(wrong, encoding="utf-8")
        failed = stocked("search", "--queries", file)
        assert (failed.code, "line 1 cannot be used" in failed.err) == (3, True)


def test_filters_of_a_search_are_options_and_fields_of_a_row(stocked: Drafter, tmp_path: Path) -> None:
    asked = {"section": "financial_statements", "stance": "explain", "round": 1, "as_of": "2099-01-01"}
    options = [word for name, value in asked.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    found = stocked("search", "goodwill", *options, "--outcome", "answered", "--json")
    file = tmp_path / "queries.jsonl"
    row = {"text": "goodwill", **asked, "outcome": "answered", "company": None}
    file.write_text(json.dumps(row), encoding="utf-8")
    rows = json.loads(stocked("search", "--queries", file).out)
    assert [p["pair"] for p in rows["precedents"]] == [p["pair"] for p in found.json["precedents"]]
    assert all("explain" in p["stances"] and p["round"] == 1 for p in found.json["precedents"])
    unknown = stocked("search", "goodwill", "--section", "chapter one")
    assert (unknown.code, "There is no section" in unknown.err) == (3, True)


def test_a_search_loads_nothing_that_reads_letters(stocked: Drafter) -> None:
    code = """
import sys
from drafter.cli import app, main
sys.argv = ["drafter", "search", "goodwill", "--json"]
try:
    main()
except SystemExit:
    print(sorted({"drafter.parsing", "lxml", "chromadb"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_draft_is_written_with_its_findings_and_never_over_another(
    stocked: Drafter, tmp_path: Path
) -> None:
    words = (
        "draft",
        SAMPLE / "staff.pdf",
        "--matter",
        SAMPLE / "matter.toml",
        "--facts",
        SAMPLE / "facts.md",
    )
    made = stocked(*words, "--json")
    kept = json.loads((tmp_path / "response.review.json").read_text(encoding="utf-8"))
    assert made.json == kept
    assert [a["number"] for a in kept["answers"]] == ["1", "2", "3", "4", "5", "6"]
    assert [a["unanswered_requests"] for a in kept["answers"]] == [[]] * 6
    assert kept["answers"][0]["own_positions"][0]["company"] == "Halvorine Systems, Inc."
    edited = tmp_path / "response.docx"
    edited.write_bytes(b"counsel's own words")
    refused = stocked(*words)
    assert (refused.code, edited.read_bytes()) == (3, b"counsel's own words")
    assert "--force" in refused.err
    assert stocked(*words, "--force").code == made.code
    assert edited.read_bytes()[:2] == b"PK"


def test_no_note_held_back_reaches_the_letter(stocked: Drafter, tmp_path: Path) -> None:
    stocked("draft", SAMPLE / "staff.pdf", "--facts", SAMPLE / "facts.md", "-o", "letter.txt")
    letter = " ".join((tmp_path / "letter.txt").read_text(encoding="utf-8").split())
    assert "Marlowe" not in letter
    assert "109 percent" in letter


def test_nothing_is_sent_without_a_yes(stocked: Drafter, tmp_path: Path) -> None:
    done = stocked("draft", SAMPLE / "staff.pdf", "--chat", "openai:some-model")
    assert done.code == 3
    assert "Nothing was sent to api.openai.com" in done.err
    assert not (tmp_path / "response.docx").exists()


def test_a_confidential_matter_is_never_sent_out(stocked: Drafter, tmp_path: Path) -> None:
    matter = tmp_path / "matter.toml"
    matter.write_text("confidential = true\n", encoding="utf-8")
    done = stocked("draft", SAMPLE / "staff.pdf", "--matter", matter, "--chat", "openai:some-model", "--yes")
    assert done.code == 3
    assert "marked confidential" in done.err


def test_a_rebuilt_library_is_the_same(stocked: Drafter) -> None:
    before = stocked("status", "--json").json
    rebuilt = stocked("rebuild", "--json").json
    after = stocked("status", "--json").json
    assert before == after
    assert rebuilt["pairs"] == before["pairs"]


def test_what_counsel_edited_is_kept_in_a_new_draft(stocked: Drafter, tmp_path: Path) -> None:
    words = ("draft", SAMPLE / "staff.pdf", "--matter", SAMPLE / "matter.toml")
    stocked(*words)
    letter = tmp_path / "response.docx"
    word = docx.Document(str(letter))
    mine = next(p for p in word.paragraphs if ", quantify each factor to which it" in p.text)
    mine.add_run(" These words are counsel's.")
    word.save(str(letter))
    made = stocked(*words, "--facts", SAMPLE / "facts.md", "--redraft", letter, "-o", "second.docx", "--json")
    assert made.json["kept"] == ["2"]
    second = "\n".join(p.text for p in docx.Document(str(tmp_path / "second.docx")).paragraphs)
    assert "These words are counsel's." in second
    assert "109 percent for the quarter ended March 31, 2025" in second
    assert "These words are counsel's." in "\n".join(p.text for p in docx.Document(str(letter)).paragraphs)


def test_a_letter_with_blanks_is_not_cleaned_and_one_without_is(stocked: Drafter, tmp_path: Path) -> None:
    stocked("draft", SAMPLE / "staff.pdf", "--matter", SAMPLE / "matter.toml", "--facts", SAMPLE / "facts.md")
    refused = stocked("clean", "response.docx", "-o", "filed.docx")
    assert refused.code == 3
    assert "blank" in refused.err
    assert not (tmp_path / "filed.docx").exists()
    done = CORPUS / "letters" / SLUGS[1] / "2025-07-01-company.docx"
    assert stocked("clean", done, "-o", "filed.docx").code == 0
    assert (tmp_path / "filed.docx").read_bytes()[:2] == b"PK"


def test_a_review_of_a_draft_with_blanks_ends_with_one_and_of_a_clean_letter_with_zero(
    stocked: Drafter,
) -> None:
    stocked("draft", SAMPLE / "staff.pdf", "--matter", SAMPLE / "matter.toml", "-o", "draft.txt")
    marked = stocked("review", "draft.txt", "--letter", SAMPLE / "staff.pdf", "--json")
    assert marked.code == 1
    assert "leftovers.blanks" in {f["check"] for f in marked.json["findings"] if f["severity"] == "error"}
    staff, company = sorted((CORPUS / "letters" / SLUGS[1]).glob("*"))[:2]
    assert stocked("review", company, "--letter", staff).code == 0


def test_undertakings_of_one_company_are_listed_with_their_letter(stocked: Drafter) -> None:
    listed = stocked("undertakings", "--company", "Halvorine Systems, Inc.", "--json").json["undertakings"]
    assert {u["company"] for u in listed} == {"Halvorine Systems, Inc."}
    assert any(u["filing"] for u in listed)


def test_a_learnt_format_dresses_the_letter(stocked: Drafter, tmp_path: Path) -> None:
    company = next((CORPUS / "letters" / SLUGS[0]).glob("*-company.*"))
    assert stocked("format", "learn", "halvorine", company).code == 0
    assert stocked("draft", SAMPLE / "staff.pdf", "--format", "halvorine", "-o", "learnt.txt").code in (0, 1)
    assert (tmp_path / "learnt.txt").stat().st_size > 2000
    missing = stocked("draft", SAMPLE / "staff.pdf", "--format", "halvorin", "-o", "other.txt")
    assert (missing.code, "Did you mean 'halvorine'?" in missing.err) == (3, True)


def test_nothing_in_a_letter_is_taken_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console().print("[bold]as filed[/bold] [●: amount]")
    assert "[bold]as filed[/bold] [●: amount]" in capsys.readouterr().out


class Chatty:
    """A chat that answers each request with a blank, and is away from its `leaves`-th ask on."""

    name, goes_to = "replay", ""

    def __init__(self, leaves: int | None = None) -> None:
        self.asked, self.leaves = 0, leaves

    def write(self, ask: Ask) -> Reply:
        self.asked += 1
        if self.leaves is not None and self.asked > self.leaves:
            raise Unreachable("replay did not answer.")
        answered = [int(n) for n in re.findall(r"(?m)^(\d+)\. ", ask.text)]
        noted = re.findall(r'id="(fact:\d+)"', ask.text)
        passage = {"text": "[●: the answer]", "answers": answered, "sources": noted, "block": False}
        return Reply({"passages": [passage]}, 1000, 100)


def test_a_draft_that_broke_off_goes_on_from_there(
    stocked: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.providers.calls.CalledChat._wait", lambda *_: 0.0)
    monkeypatch.setenv("DRAFTER_PARALLEL", "1")
    monkeypatch.setenv("DRAFTER_PRICE_IN", "2")
    words = ("draft", SAMPLE / "staff.pdf", "--chat", "replay:x", "--json")
    monkeypatch.setattr("drafter.agreements.chat_of", lambda *_: Chatty(leaves=2))
    broken = stocked(*words)
    assert broken.code == 3
    assert "the same command goes on from there" in broken.err
    assert not (tmp_path / "response.docx").exists()
    again = Chatty()
    monkeypatch.setattr("drafter.agreements.chat_of", lambda *_: again)
    spent = stocked(*words).json["provenance"]["spent"]
    assert spent["remembered"] == 2
    assert spent["asked"] == again.asked
    assert spent["cost"] == round(again.asked * 1000 * 2 / 1_000_000, 4)
    assert (tmp_path / "response.docx").exists()


def test_a_preview_prints_what_a_chat_would_be_sent_and_writes_nothing(
    stocked: Drafter, tmp_path: Path
) -> None:
    words = ("--chat", "openai:some-model", "--facts", SAMPLE / "facts.md", "--preview")
    done = stocked("draft", SAMPLE / "staff.pdf", *words)
    assert done.code == 0
    asks = done.json
    assert [a["comment"] for a in asks] == [str(n) for n in range(1, len(asks) + 1)]
    assert "109 percent" in "".join(a["text"] for a in asks)
    assert "Marlowe" not in done.out  # a note held back is not sent
    assert not (tmp_path / "response.docx").exists()
    assert not (tmp_path / "library" / "calls.jsonl").exists()


def test_what_is_sent_is_said_each_time_and_agreed_to_once(
    stocked: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = Chatty()
    chat.goes_to = "api.example.com"
    monkeypatch.setattr("drafter.agreements.chat_of", lambda *_: chat)
    words = ("draft", SAMPLE / "staff.pdf", "--force", "--json")
    assert stocked(*words).code == 3
    for more in (("--yes",), ()):
        done = stocked(*words, *more)
        assert "excerpts of the filing and of precedents used to api.example.com" in done.err
        assert done.code != 3
    assert chat.asked > 0
    assert "This sends" not in stocked("search", "segments").err


def test_a_stance_of_the_command_line_goes_before_the_matter_file(stocked: Drafter, tmp_path: Path) -> None:
    matter = tmp_path / "matter.toml"
    matter.write_text('[[stance]]\ncomment = "2"\nmove = "explain"\n', encoding="utf-8")
    words = ("draft", SAMPLE / "staff.pdf", "--matter", matter, "--force", "--json")
    assert stocked(*words).json["answers"][1]["stance"] == "explain"
    made = stocked(*words, "--stance", "2=push_back_immaterial").json
    assert made["answers"][1]["stance"] == "push_back_immaterial"
    assert stocked(*words, "--stance", "2=nonsense").code == 3


# Evaluation


def test_cases_are_measured_recorded_shown_and_held_to_their_gates(drafter: Drafter, tmp_path: Path) -> None:
    gates = tmp_path / "gates.toml"
    gates.write_text('["drafts.cases"]\nrecital = { least = 1 }\n', encoding="utf-8")
    files = ("--out", "now.json", "--report", "now.html", "--gate", "--thresholds", gates)
    done = drafter("eval", "drafts", "cases", *files, "--json")
    assert (done.code, done.json["suite"], done.json["cases"], done.json["failed"]) == (
        0,
        "drafts.cases",
        8,
        0,
    )
    assert done.json["metrics"]["traps_sprung"] == 0.0
    assert done.json["missed"] == []
    assert "drafts.cases" in (tmp_path / "now.html").read_text(encoding="utf-8")
    gates.write_text('["drafts.cases"]\nrecital = { least = 2 }\n', encoding="utf-8")
    low = drafter("eval", "drafts", "cases", "--gate", "--thresholds", gates)
    assert low.code == 1
    assert "recital is 1; at least 2 is wanted" in low.err
    same = drafter("eval", "compare", "now.json", "now.json", "--json")
    assert {c["difference"] for c in same.json["changes"]} == {0.0}
    assert "drafts.cases" not in drafter("eval", "compare", "now.json", "now.json").err
    assert drafter("eval", "page", "now.json", "--out", "again.html").code == 0
    assert (tmp_path / "again.html").stat().st_size > 1000


def test_a_suite_that_is_not_there_is_an_error_that_says_what_to_give(drafter: Drafter) -> None:
    assert drafter("eval", "parsing", "nowhere").code == 3
    nowhere = drafter("eval", "drafts", "nowhere", "--json")
    assert (nowhere.code, nowhere.out) == (3, "")
    assert "There is no nowhere" in nowhere.err


def test_nothing_is_marked_elsewhere_without_an_agreement(drafter: Drafter) -> None:
    refused = drafter("eval", "judge", "out", "--chat", "openai:some-model")
    assert refused.code == 3
    assert "Nothing was sent" in refused.err


def test_files_of_notes_may_follow_one_option(drafter: Drafter, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"comment-{number}.md").write_text(f"Plant {number}0 was closed.", encoding="utf-8")
    notes = ("--facts", "comment-1.md", "comment-2.md")
    made = drafter("draft", SAMPLE / "staff.pdf", *notes, "-o", "r.md", "--json").json["answers"]
    assert ["lant 10 was" in made[0]["text"], "lant 20 was" in made[1]["text"]] == [True, True]


def test_a_second_letter_is_wrong_usage(drafter: Drafter) -> None:
    done = drafter("draft", "staff.txt", "facts.md")
    assert (done.code, "notes come after --facts" in done.err) == (2, True)
