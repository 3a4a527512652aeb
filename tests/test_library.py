"""The library: what is kept, joined, filtered and found again, and that nothing is lost on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zlib
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.domain import FollowUp, Line, Outcome, Status
from drafter.errors import LibraryBusy, LibraryError, LibraryMismatch
from drafter.library import Filter, Incoming, Library, Sieve, following
from drafter.library.coding import packed_lines, pair_from, pair_json, unpacked_lines
from drafter.library.filters import as_cik
from drafter.library.joining import spine
from drafter.library.vectors import UNWRITABLE
from drafter.names import own_name, plain_name
from drafter.providers.hashing import HashingEmbedder
from drafter.providers.terms import terms
from tests.conftest import ROOT, a_pair
from tests.shelf import THE_PARSER, a_letter, export, many_letters, opened

HARROWGATE = ("Harrowgate Tools, Inc.", "0009800000")
ASKED = a_letter(
    "staff", "s", *HARROWGATE, "2021-02-01", "1|Goodwill|We note page 4. Please explain goodwill.|"
)
TOLD = a_letter(
    "company",
    "c",
    *HARROWGATE,
    "2021-02-15",
    "1|Goodwill|Explain goodwill.|It is goodwill.",
    answers="2021-02-01",
)


def process(*arguments: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.shelf", *arguments]
    return subprocess.Popen(command, cwd=ROOT, text=True, **options)  # type: ignore[call-overload,no-any-return]


# What is kept


def test_keeping_twice_is_keeping_once(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    letters = list(many_letters(4))
    first, once = library.add(letters), export(library)
    again = library.add(letters)
    assert (first.added, first.unchanged) == (8, 0)
    assert (again.added, again.unchanged) == (0, 8)
    assert export(library) == once


def test_a_copy_under_another_path_is_known(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add([TOLD])
    assert library.add([replace(TOLD, path="elsewhere.txt")]).unchanged == 1
    assert library.add([replace(TOLD, digest="other bytes of the same accession")]).unchanged == 1
    assert [p.source for p in library.pairs()] == ["letters/c.txt"]


@pytest.mark.parametrize("order", list(permutations((ASKED, TOLD))))
@pytest.mark.parametrize("together", [True, False])
def test_a_response_and_its_staff_letter_are_joined_in_any_order(
    order: tuple[Incoming, ...], together: bool, tmp_path: Path
) -> None:
    library = opened(tmp_path / "library")
    for batch in [list(order)] if together else [[letter] for letter in order]:
        library.add(batch)
    (pair,) = library.pairs()
    assert pair.id == "c#1"
    assert pair.comment.text == "We note page 4. Please explain goodwill."
    assert export(library)["words"] == ["c#1"]
    assert list(library.by_words("page", "comment", Sieve(), 5)) == ["c#1"]


def test_a_long_comment_counts_less_than_its_words_say(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    long = "Explain goodwill " + " ".join(f"point{n}" for n in range(138))
    library.add(
        [a_letter("company", "a", "Bramlin Foods Corp", "0009800001", "2021-02-01", f"1||{long}.|No.")]
    )
    library.add(
        [a_letter("company", "b", "Bramlin Foods Corp", "0009800001", "2021-03-01", "1||Explain tax.|No.")]
    )
    plain, evened = (library.by_words("explain", field, Sieve(), 5) for field in ("comment", "asked"))
    for id_, words in (("a#1", 140), ("b#1", 2)):
        assert evened[id_] == pytest.approx(plain[id_] * (70 / words) ** 0.3)


def test_a_word_said_again_adds_less_where_heading_and_comment_are_asked(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add([TOLD])
    for field, times in (("comment", 4), ("asked", 2)):
        once, four = (library.by_words(text, field, Sieve(), 5) for text in ("goodwill", "goodwill " * 4))
        assert four["c#1"] == pytest.approx(times * once["c#1"])


FOUR = "Explain goodwill and the tax rate of reporting units"


@pytest.mark.parametrize("field", ["whole", "response"])
def test_the_words_of_some_pairs_are_told_as_the_search_of_all_tells_them(field: str, shelf: Library) -> None:
    everyones = shelf.by_words(FOUR, field, Sieve(), 1000)
    ids = [*list(everyones)[::2], "nobody#1"]
    assert shelf.words_of(FOUR, field, ids, 50) == pytest.approx({id_: everyones[id_] for id_ in ids[:-1]})
    assert shelf.words_of(FOUR, field, (), 50) == shelf.words_of("", field, ids, 50) == {}


def test_the_rarest_words_are_the_most_telling(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    said = ("Explain tax.", "Explain goodwill.", "Explain leases.")
    answers = [f"{n}||{text}|No." for n, text in enumerate(said, 1)]
    library.add([a_letter("company", "a", "Bramlin Foods Corp", "0009800001", "2021-02-01", *answers)])
    ids = ["a#1", "a#2", "a#3"]
    assert list(library.words_of("Explain goodwill", "comment", ids, 1)) == ["a#2"]
    assert set(library.words_of("Explain goodwill", "comment", ids, 2)) == set(ids)
    assert list(library.by_words("Explain goodwill", "comment", Sieve(), 5, places=1)) == ["a#2"]


def test_a_response_alone_is_kept_with_its_own_recital(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add([TOLD])
    assert [p.comment.text for p in library.pairs()] == ["Explain goodwill."]


def test_letters_of_another_company_are_not_joined(tmp_path: Path) -> None:
    other = a_letter("staff", "o", "Bramlin Foods Corp", "0009800001", "2021-02-01", "1|Tax|Explain tax.|")
    library = opened(tmp_path / "library")
    library.add([TOLD, other])
    assert [p.comment.text for p in library.pairs()] == ["Explain goodwill."]


DAYS = [("feb", date(2021, 2, 1)), ("apr", date(2021, 4, 1)), ("old", date(2019, 4, 1)), ("unknown", None)]


@pytest.mark.parametrize(
    ("sent", "answers", "expected"),
    [
        (date(2021, 4, 9), (date(2021, 2, 1),), "feb"),
        (date(2021, 4, 9), (date(2021, 2, 1), date(2021, 4, 1)), "apr"),
        (date(2021, 4, 9), (), "apr"),
        (date(2021, 3, 9), (), "feb"),
        (date(2021, 4, 9), (date(2021, 3, 30),), ""),
        (date(2020, 3, 9), (), ""),
        (None, (), ""),
    ],
)
def test_the_spine_is_the_staff_letter_that_is_answered(
    sent: date | None, answers: tuple[date, ...], expected: str
) -> None:
    assert spine(sent, answers, DAYS) == expected


def test_pairs_and_lines_come_back_from_json_as_they_were() -> None:
    later = FollowUp("s2", "4", "Tell us more.", date(2021, 4, 1))
    outcome = Outcome(Status.CLOSED, "the review was completed", later, date(2021, 5, 1))
    for pair in (
        a_pair("Why “so”?", "Because\nof this."),
        a_pair(review="s1", round=2, prior="c#1", outcome=outcome, released=date(2021, 6, 1)),
    ):
        assert pair_from(pair_json(pair)) == pair
    lines = (
        Line("a \ud800 b", bold=True, table=3, page=2),
        Line(""),
        Line("c", italic=True),
        Line("Response: d", underlined=True, lead=9),
    )
    assert unpacked_lines(packed_lines(lines)) == lines
    of_the_first_layout = zlib.compress(json.dumps([["a", 1, 0, None, 2]]).encode())
    assert unpacked_lines(of_the_first_layout) == (Line("a", bold=True, page=2),)


def test_the_status_counts_letters_pairs_and_companies(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add(many_letters(5))
    status = library.status()
    assert (status.letters, status.pairs, status.companies, status.embedder) == (10, 15, 4, "hashing:64")


# The folder


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own rights")
def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    opened(tmp_path / "library")
    assert (tmp_path / "library").stat().st_mode & 0o077 == 0


def test_a_library_refuses_another_embedder_and_rebuild_takes_it(tmp_path: Path) -> None:
    opened(tmp_path / "library").add(many_letters(2))
    with pytest.raises(LibraryMismatch, match="run drafter rebuild"):
        Library.open(tmp_path / "library", HashingEmbedder(32), THE_PARSER)
    rebuilt = Library.rebuild(tmp_path / "library", HashingEmbedder(32), THE_PARSER)
    clean = Library.open(tmp_path / "clean", HashingEmbedder(32), THE_PARSER)
    clean.add(many_letters(2))
    assert export(rebuilt) == export(clean)


def test_rebuilding_where_there_is_none_makes_an_empty_library(tmp_path: Path) -> None:
    library = Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER)
    assert library.status().letters == 0
    assert (tmp_path / "library").stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(LibraryError, match="does not hold a drafter library"):
        opened(tmp_path)


def test_a_folder_that_cannot_be_made_says_what_to_check(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"cannot be written to .*that you may write there"):
        opened(tmp_path / "file")


def test_a_full_disk_loses_nothing_and_says_what_to_check(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add(many_letters(1))
    whole = export(library)
    pages = library._records._db.execute("PRAGMA page_count").fetchone()[0]
    library._records._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match=r"cannot be written to \(database or disk is full\)"):
        library.add(many_letters(40))
    library.close()
    assert export(opened(tmp_path / "library")) == whole


@pytest.mark.parametrize("said", ["database or disk is full", "attempt to write a readonly database"])
def test_vectors_that_cannot_be_written_are_not_called_broken(said: str) -> None:
    assert UNWRITABLE.search(said)
    assert not UNWRITABLE.search("no such table: collections")


@pytest.mark.parametrize("lost", ["words", "vectors"])
def test_a_lost_index_is_made_anew(lost: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened(tmp_path / "library")
    library.add(many_letters(3))
    whole = export(library)
    library.close()
    (tmp_path / "library" / lost).rename(tmp_path / "lost")
    monkeypatch.setattr(following, "FEW", 0)
    mended = opened(tmp_path / "library")
    near = mended.by_meaning(mended.direction("goodwill"), mended.sieve(Filter()), 100)
    assert set(near) == {p.id for p in mended.pairs()}
    assert export(mended) == whole


@pytest.mark.parametrize(("broken", "few"), [("words/1/meta.json", 5000), ("vectors/1/chroma.sqlite3", 0)])
def test_a_broken_index_says_to_rebuild_and_that_mends_it(
    broken: str, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "FEW", few)
    library = opened(tmp_path / "library")
    library.add(many_letters(2))
    whole = export(library)
    library.close()
    (tmp_path / "library" / broken).write_bytes(b"neither JSON nor a database" * 50)
    with pytest.raises(LibraryError, match="run drafter rebuild"):
        export(opened(tmp_path / "library"))
    assert export(Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER)) == whole


def test_a_library_held_too_long_says_so(tmp_path: Path) -> None:
    library, other = opened(tmp_path / "library"), opened(tmp_path / "library")
    with (
        library._records.hold(),
        pytest.raises(LibraryBusy, match="Another drafter process"),
        other._records.hold(patience=0.05),
    ):
        pass


# Interrupted, and at once


@pytest.mark.slow
@pytest.mark.parametrize("step", ["put", "join", "set_pairs", "words", "vectors", "ledger"])
def test_an_add_killed_at_any_moment_is_finished_by_the_next(step: str, tmp_path: Path) -> None:
    killed = process("die", str(tmp_path / "library"), step, "3")
    assert killed.wait(60) == -9
    library = opened(tmp_path / "library")
    library.add(many_letters(3))
    clean = opened(tmp_path / "clean")
    clean.add(many_letters(3))
    assert export(library) == export(clean)


@pytest.mark.slow
def test_two_processes_add_at_once_without_loss(tmp_path: Path) -> None:
    opened(tmp_path / "library").close()
    both = [process("add", str(tmp_path / "library"), str(n), "2", "20") for n in range(2)]
    assert [p.wait(120) for p in both] == [0, 0]
    clean = opened(tmp_path / "clean")
    clean.add(many_letters(20))
    assert export(opened(tmp_path / "library")) == export(clean)


@pytest.mark.slow
@pytest.mark.parametrize("few", ["0", "5000"])
def test_a_process_that_searches_sees_what_another_added(few: str, tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add(many_letters(2))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with process("watch", str(tmp_path / "library"), "zebra crossing", few, **pipes) as watcher:
        assert watcher.stdout is not None
        assert watcher.stdout.readline() == "ready\n"
        library.add(
            [
                a_letter(
                    "company", "z", *HARROWGATE, "2021-02-15", "1|Zebra|Zebra crossing zebra crossing.|Yes."
                )
            ]
        )
        out, _ = watcher.communicate("go\n", timeout=60)
    assert out == "z#1 z#1\n"


def test_an_interrupted_rebuild_is_finished_on_opening(tmp_path: Path) -> None:
    library = opened(tmp_path / "library")
    library.add(many_letters(3))
    whole = export(library)

    class PowerCutError(Exception):
        pass

    def cut(_: int) -> None:
        raise PowerCutError

    with pytest.raises(PowerCutError):
        Library.rebuild(tmp_path / "library", HashingEmbedder(), THE_PARSER, cut)
    assert export(opened(tmp_path / "library")) == whole


# Filters


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = opened(tmp_path_factory.mktemp("shelf"))
    undated = a_letter("company", "u", "Harrowgate Tools", "", "", "1|Goodwill|Explain ASC 350-20-35.|So.")
    library.add([*many_letters(12), undated])
    return library


FILTERS = st.builds(
    Filter,
    company=st.sampled_from(["", "9800001", "harrowgate tools inc", "Bramlin", "Nobody Ltd"]),
    not_company=st.sampled_from(["", "0009800000", "Quellmar Shipping", "Nobody"]),
    form=st.sampled_from(["", "10-K", "form 10-k", "S-1"]),
    topic=st.sampled_from(["", "segments", "mdna.metrics", "revenue", "fs.eps"]),
    authority=st.sampled_from(["", "ASC 280", "asc 606-10", "ASC 28", "FASB ASC 350-20-35"]),
    since=st.sampled_from([None, date(2015, 3, 1), date(2015, 1, 19)]),
    before=st.sampled_from([None, date(2015, 7, 1), date(2015, 1, 19)]),
    section=st.sampled_from(["", "mdna", "Financial Statements", "financial_statements.notes"]),
    stance=st.sampled_from(["", "explain", "comply future"]),
    round=st.sampled_from([0, 1, 2]),
    outcome=st.sampled_from(["", "answered", "followed-up", "settled"]),
    as_of=st.sampled_from([None, date(2015, 4, 1), date(2016, 1, 1)]),
)


@pytest.fixture(params=[0, 2, 5000])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "FEW", request.param)
    monkeypatch.setattr(following, "NARROW", request.param)
    monkeypatch.setattr(following, "LARGE", 0 if request.param == 0 else 5000)


@given(asked=FILTERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("few")
def test_words_vectors_and_record_read_a_filter_alike(asked: Filter, shelf: Library) -> None:
    sieve = shelf.sieve(asked)
    passing = set(shelf.passing(sieve))
    assert shelf.words_passing(sieve, 1000) == passing
    assert set(shelf.by_meaning(shelf.direction("goodwill"), sieve, 1000)) == passing
    assert set(shelf.by_words("explain please", "comment", sieve, 1000)) <= passing


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filter(), 37),
        (Filter(company="Harrowgate Tools, Inc."), 10),
        (Filter(company="0009800000"), 10),
        (Filter(company="HARROWGATE TOOLS"), 10),
        (Filter(not_company="9800000"), 27),
        (Filter(company="Nobody"), 0),
        (Filter(not_company="Nobody"), 37),
        (Filter(authority="ASC 280"), 9),
        (Filter(authority="ASC 28"), 0),
        (Filter(authority="ASC 280-10-50-1"), 9),
        (Filter(since=date(2015, 1, 19), before=date(2015, 2, 9)), 3),
        (Filter(before=date(2015, 1, 19)), 0),
    ],
)
def test_a_filter_lets_pass(asked: Filter, count: int, shelf: Library) -> None:
    assert len(shelf.passing(shelf.sieve(asked))) == count


def test_of_a_pairs_labels_the_wanted_ones_are_told_and_pairs_without_any_left_out(shelf: Library) -> None:
    ids = [p.id for p in shelf.pairs()]
    wanted = ("authority:asc 280-10-50-1", "authority:asc 28", "round:1")
    both = {id_: tuple(v for v in wanted if v in carried) for id_, carried in shelf.labels(ids).items()}
    assert shelf.carried([*ids, "nobody#1"], wanted) == {id_: found for id_, found in both.items() if found}
    assert sum("authority:asc 280-10-50-1" in found for found in both.values()) == 9
    assert shelf.carried(ids, ()) == {}


def test_comparing_each_and_asking_chroma_give_the_same(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    vector, sieve = shelf.direction("renewal rate metric"), shelf.sieve(Filter(not_company="Bramlin Foods"))
    each = shelf.by_meaning(vector, sieve, 5)
    monkeypatch.setattr(following, "FEW", 0)
    assert sorted(shelf.by_meaning(vector, sieve, 5).values()) == pytest.approx(
        sorted(each.values()), abs=1e-4
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harrowgate Tools, Inc.", "HARROWGATE TOOLS INC", True),
        ("Müller & Co. KG", "Müller and Co KG", True),
        ("Harrowgate Tools", "Harrowgate Foods", False),
        ("Harrowgate Tools and its Subsidiary Guarantors", "Harrowgate Tools, Inc.", True),
        ("Harrowgate Tools (f/k/a Harrow Kilns)", "HARROWGATE TOOLS INC /DE/", True),
        ("Harrowgate Tools, formerly Harrow Kilns", "Harrow Kilns", False),
        ("Harrowgate and Bramlin Foods", "Harrowgate", False),
        ("The Company, Inc.", "Company", False),
        ("", "", True),
    ],
)
def test_a_company_is_known_by_its_plain_name(one: str, other: str, same: bool) -> None:
    assert (plain_name(one) == plain_name(other)) is same


@pytest.mark.parametrize(
    ("company", "own"), [("Harrowgate Tools, Inc.", "harrowgate tools"), ("The Company, Inc.", "")]
)
def test_a_name_of_formalities_is_nobodys_own(company: str, own: str) -> None:
    assert own_name(company) == own


@pytest.mark.parametrize(
    ("text", "cik"), [("1107843", "0001107843"), (" 0001107843 ", "0001107843"), ("3M", ""), ("", "")]
)
def test_a_cik_is_ten_digits(text: str, cik: str) -> None:
    assert as_cik(text) == cik


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASC 280-10-50-41.", ["asc", "280-10-50-41"]),
        ("Form 10-K, the filings", ["form", "10-k", "filing"]),
        ("  ", []),
        ("disclosed disclosing discloses", ["disclos", "disclos", "disclos"]),
    ],
)
def test_terms_are_words_with_citations_whole(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_a_library_is_opened_quickly_without_chroma(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.shelf import opened; "
        f"opened(Path({str(tmp_path / 'library')!r})); print('chromadb' in sys.modules)"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    assert time.monotonic() - started < 20
