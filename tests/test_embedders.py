"""Embedders: every one gives unit rows in order, the offline one stays offline and knows its files."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import numpy as np
import pytest

from drafter.errors import BadReply, NotConfigured, Unreachable
from drafter.providers import EMBEDDERS, embedder, wordllama
from drafter.providers.embedding import unit_rows
from drafter.providers.openai_embedder import OpenAIEmbedder
from drafter.providers.subjects import MEANT
from drafter.providers.terms import terms, with_families
from tests.conftest import ROOT

TEXTS = (
    "Please explain your goodwill impairment test.",
    "",
    "Why is the renewal rate not disclosed?",
    "● — ½",
)
KNOWN = [0.0590, -0.0307, -0.0377, 0.0080]  # first numbers of the goodwill question


class Endpoint(BaseHTTPRequestHandler):
    """An OpenAI-compatible endpoint: a text's vector is its length and its first letter, out of order."""

    status = 200
    short = 0

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rows = [
            {"object": "embedding", "index": i, "embedding": [float(len(t)), float(ord(t[0])), 1.0]}
            for i, t in enumerate(asked["input"])
        ]
        body = {"object": "list", "model": asked["model"], "data": rows[::-1][self.short :], "usage": {}}
        content = json.dumps(body if self.status == 200 else {"error": {"message": "no"}}).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Endpoint) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


@pytest.fixture(params=sorted(EMBEDDERS))
def name(request: pytest.FixtureRequest, endpoint: str) -> tuple[str, str]:
    return {"openai": ("openai:small", endpoint)}.get(request.param, (request.param, ""))


def test_every_embedder_gives_a_unit_row_a_text_in_order(name: tuple[str, str]) -> None:
    one = embedder(*name)
    rows = one.embed(TEXTS)
    assert rows.shape == (len(TEXTS), one.size)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    assert one.embed([TEXTS[2]])[0] == pytest.approx(rows[2], abs=1e-6)
    assert one.embed([]).shape == (0, one.size)
    assert one.name.startswith(name[0].partition(":")[0])


def test_the_offline_embedder_puts_like_comments_nearer() -> None:
    asked, like, unlike = embedder().embed(
        [
            "Please explain how you test goodwill for impairment.",
            "Tell us why no impairment of intangible assets was recorded in the fourth quarter.",
            "Please file the consent of your auditor as an exhibit.",
        ]
    )
    assert asked @ like > asked @ unlike + 0.1


def test_a_text_points_to_the_subjects_that_its_words_name() -> None:
    subjects = wordllama.wordllama_embedder().subjects
    texts = (
        "Purple umbrellas",
        "State whether your exclusive forum provision applies to claims under the Securities Act.",
        "Your bylaws name the Court of Chancery; say if federal district courts hear such actions.",
        "Please reconcile your free cash flow to operating cash flow.",
    )
    unsaid = np.zeros((len(texts), subjects.anchors.shape[1]), np.float32)
    assert not subjects.shares(texts, unsaid)[0].any()
    nothing, asked, like, unlike = subjects.directions(texts, unsaid)
    assert not nothing.any()
    assert asked @ like > asked @ unlike + 0.3


def test_a_text_points_to_the_subjects_that_are_near_in_meaning_though_no_word_is_shared() -> None:
    subjects = wordllama.wordllama_embedder().subjects
    (shares,) = subjects.shares(["Purple umbrellas"], subjects.anchors[[7]])
    assert shares[7] > 10 * shares.mean()
    assert np.linalg.norm(shares) == pytest.approx(MEANT, abs=1e-5)


def test_comments_on_one_issue_are_near_each_other_in_other_words_and_of_other_companies() -> None:
    costs, fares, lawsuit = embedder().embed(
        [
            "You attribute the increase in operating expenses to diesel, wages and repairs. Quantify each.",
            "Where several factors explain why ferry revenue fell, state how much each contributed.",
            "A lawsuit over a ferry is pending. Disclose the reasonably possible loss or range of loss.",
        ]
    )
    assert costs @ fares > costs @ lawsuit + 0.1


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("280-10-50-41", ["280-10-50-41", "asc280", "asc280-10-50"]),
        ("205-20", ["205-20", "asc205", "asc205-20"]),
        ("480-10-s99-3a", ["480-10-s99-3a", "asc480", "asc480-10-s99"]),
        ("10-k", ["10-k"]),
        ("2020-10", ["2020-10"]),
    ],
)
def test_an_accounting_paragraph_is_told_with_its_family(term: str, told: list[str]) -> None:
    assert list(with_families([term])) == told


def test_what_all_comments_share_points_nowhere_near_them() -> None:
    goodwill, stock = embedder().embed(["goodwill impairment", "Please tell us and revise your disclosure"])
    assert abs(goodwill @ stock) < 0.35


def test_the_offline_embedder_gives_the_same_vectors_everywhere() -> None:
    (row,) = embedder().embed(["Please explain how you test goodwill for impairment."])
    assert row[:4] == pytest.approx(KNOWN, abs=2e-3)


def test_the_offline_embedder_refuses_a_file_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wordllama.DIGESTS, wordllama.PIECES, "0" * 64)
    with pytest.raises(NotConfigured, match="force-reinstall"):
        wordllama._checked(wordllama.PIECES)


def test_the_language_of_letters_is_checked_and_holds_no_words_but_those_of_our_subjects(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    learned = np.load(io.BytesIO(wordllama._language()))
    numbers = {name: learned[name].dtype.kind for name in learned if name != "words"}
    assert set(numbers.values()) == {"f", "i"}
    files = ("subjects.txt", "twins.txt", "subjects_in_view.txt")
    texts = [(ROOT / "benchmarks" / file).read_text(encoding="utf-8") for file in files]
    subjects = " ".join(terms(" ".join(texts)))
    own = set(bytes(learned["words"]).decode("utf-8").split(" "))
    assert own <= set(with_families(subjects.split(" ")))
    monkeypatch.setattr(wordllama, "LANGUAGE_DIGEST", "0" * 64)
    with pytest.raises(NotConfigured, match="Install drafter again"):
        wordllama._language()


def test_the_offline_embedder_says_when_its_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordllama, "find_spec", lambda _: None)
    with pytest.raises(NotConfigured, match="pip install wordllama"):
        wordllama._checked(wordllama.WEIGHTS)


def test_the_offline_embedder_loads_no_network_library() -> None:
    code = (
        "import sys; from drafter.providers import embedder; embedder().embed(['x']); "
        "print([m for m in ('requests', 'httpx', 'openai', 'wordllama', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [("nomic", "may begin with: hashing, openai, wordllama"), ("openai", "named with its model")],
)
def test_an_unknown_embedder_is_named(asked: str, said: str) -> None:
    with pytest.raises(NotConfigured, match=said):
        embedder(asked)


def test_an_endpoint_outside_needs_a_key() -> None:
    with pytest.raises(NotConfigured, match="OPENAI_API_KEY"):
        embedder("openai:text-embedding-3-small").embed(["x"])


def test_the_size_of_a_known_model_is_not_asked_for() -> None:
    assert embedder("openai:text-embedding-3-small").size == 1536


@pytest.mark.parametrize(
    ("status", "short", "error"), [(401, 0, NotConfigured), (404, 0, NotConfigured), (200, 1, BadReply)]
)
def test_an_endpoint_that_refuses_says_what_to_do(
    status: int, short: int, error: type[Exception], endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Endpoint, "status", status)
    monkeypatch.setattr(Endpoint, "short", short)
    with pytest.raises(error, match=r"Check the key|Try again"):
        OpenAIEmbedder("small", endpoint).embed(["one", "two"])


def test_an_endpoint_that_is_away_may_be_tried_again() -> None:
    with pytest.raises(Unreachable, match="Try again later"):
        OpenAIEmbedder("small", "http://127.0.0.1:9/v1", timeout=1).embed(["x"])


def test_a_row_of_zeros_gets_a_direction() -> None:
    rows = unit_rows(np.array([[0, 0], [3, 4]], np.float32))
    assert rows.flatten() == pytest.approx([1, 0, 0.6, 0.8])
