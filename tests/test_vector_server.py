"""Vectors in a Chroma server: as good as those in the folder, and a search that goes on without it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from drafter.agreements import Work, check_confidential, leaves_for, server_of
from drafter.domain import MatterFile
from drafter.errors import BadSettings, LibraryAway, Refused
from drafter.library import Filter, Library, Sieve, following
from drafter.providers.hashing import HashingEmbedder
from drafter.retrieval import Query, precedents
from drafter.settings import Settings
from tests.conftest import ROOT
from tests.shelf import THE_PARSER, export, many_letters

CHROMA = shutil.which("chroma", path=str(Path(sys.executable).parent)) or shutil.which("chroma")
STARTS = 60.0  # seconds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMA is None, reason="the command chroma is not installed"),
]


@dataclass
class Server:
    """A Chroma server of its own on this machine."""

    folder: Path
    port: int
    _process: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [str(CHROMA), "run", "--host", "127.0.0.1", "--port", str(self.port), "--path"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._process.append(subprocess.Popen([*command, str(self.folder)], cwd=self.folder, **quiet))  # type: ignore[call-overload]
        ends = time.monotonic() + STARTS
        while time.monotonic() < ends:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("chroma run did not start")

    def stop(self) -> None:
        for process in self._process:
            process.terminate()
            process.wait(20)
        self._process.clear()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path / "server"
    folder.mkdir()
    made = Server(folder, port)
    made.start()
    yield made
    made.stop()


OPENED: list[Library] = []


@pytest.fixture(autouse=True)
def _ask_chroma(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(following, "FEW", 0)
    monkeypatch.setattr(following, "NARROW", 0)
    yield
    while OPENED:
        OPENED.pop().close()


def at(server: str, folder: Path) -> Library:
    """The library there with its vectors in that server, closed when the test ends."""
    OPENED.append(Library.open(folder, HashingEmbedder(), THE_PARSER, server))
    return OPENED[-1]


def nearest(library: Library, asked: Filter) -> list[float]:
    found = library.by_meaning(library.direction("renewal rate metric"), library.sieve(asked), 5)
    return sorted(found.values())


def test_a_server_gives_what_the_folder_gives(server: Server, tmp_path: Path) -> None:
    shared, alone = at(server.url, tmp_path / "shared"), at("", tmp_path / "alone")
    for library in (shared, alone):
        library.add(many_letters(6))
    assert export(shared) == export(alone)
    for asked in (Filter(), Filter(not_company="Bramlin Foods"), Filter(authority="ASC 280")):
        assert nearest(shared, asked) == pytest.approx(nearest(alone, asked), abs=1e-4)
    assert not (tmp_path / "shared" / "vectors").exists()


def test_two_libraries_on_one_server_keep_apart(server: Server, tmp_path: Path) -> None:
    one, other = at(server.url, tmp_path / "one"), at(server.url, tmp_path / "other")
    one.add(many_letters(4))
    other.add(many_letters(1))
    assert (one._indexes.vectors.count(), other._indexes.vectors.count()) == (12, 3)
    rebuilt = Library.rebuild(tmp_path / "one", HashingEmbedder(), THE_PARSER, server=server.url)
    OPENED.append(rebuilt)
    assert (rebuilt._indexes.vectors.count(), other._indexes.vectors.count()) == (12, 3)
    assert len(rebuilt._indexes.vectors._client.list_collections()) == 2


def test_two_processes_add_to_one_library_through_the_server(server: Server, tmp_path: Path) -> None:
    at(server.url, tmp_path / "library").close()
    command = [sys.executable, "-m", "tests.shelf", "add", str(tmp_path / "library")]
    both = [subprocess.Popen([*command, str(n), "2", "12", server.url], cwd=ROOT) for n in range(2)]
    assert [p.wait(120) for p in both] == [0, 0]
    clean = at("", tmp_path / "clean")
    clean.add(many_letters(12))
    assert export(at(server.url, tmp_path / "library")) == export(clean)


def test_a_search_goes_on_without_its_server_and_says_so(server: Server, tmp_path: Path) -> None:
    library = at(server.url, tmp_path / "library")
    library.add(many_letters(4))
    query = Query("explain how management uses the renewal rate")
    before = precedents(library, query, 3)
    server.stop()
    found = precedents(library, query, 3)
    assert {by for p in found.precedents for by in p.found_by} == {"words"}
    assert found.precedents[0].pair.id == before.precedents[0].pair.id
    assert found.note.startswith("Only pairs that share words were looked for.")
    assert server.url in found.note
    afresh = at(server.url, tmp_path / "library")
    assert precedents(afresh, query, 3).note.startswith("Only pairs that share words")
    server.start()
    assert precedents(library, query, 3) == before


def test_what_is_added_while_the_server_is_away_is_kept_and_follows(server: Server, tmp_path: Path) -> None:
    library = at(server.url, tmp_path / "library")
    server.stop()
    with pytest.raises(LibraryAway, match=r"does not answer.*what was added is kept"):
        library.add(many_letters(2))
    assert list(library.by_words("renewal rate", "comment", Sieve(), 9)) == ["c0001#3"]
    server.start()
    clean = at("", tmp_path / "clean")
    clean.add(many_letters(2))
    assert export(at(server.url, tmp_path / "library")) == export(clean)


def test_vectors_move_between_folder_and_server_when_the_setting_changes(
    server: Server, tmp_path: Path
) -> None:
    library = at("", tmp_path / "library")
    library.add(many_letters(3))
    whole = export(library)
    library.close()
    assert export(at(server.url, tmp_path / "library")) == whole
    assert export(at("", tmp_path / "library")) == whole


@pytest.mark.parametrize("server_url", ["ftp://127.0.0.1", "nowhere"])
def test_an_address_that_is_none_is_refused(server_url: str, tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="no address of a Chroma server"):
        at(server_url, tmp_path / "library").add(many_letters(1))


@pytest.mark.parametrize(
    ("vectors", "hosts"),
    [
        ("", ()),
        ("http://127.0.0.1:8000", ()),
        ("http://localhost:8000", ()),
        ("https://v.test:443", ("v.test",)),
    ],
)
def test_a_server_elsewhere_is_asked_about_first(vectors: str, hosts: tuple[str, ...]) -> None:
    settings = Settings(vectors=vectors)
    assert leaves_for(settings, Work.SEARCH) == hosts
    assert leaves_for(settings, Work.ADD) == hosts
    matter = MatterFile(confidential=True)
    if hosts:
        with pytest.raises(Refused, match=r"the server of the vectors would send it to v\.test"):
            check_confidential(matter, (server_of(settings),))
    else:
        check_confidential(matter, (server_of(settings),))
