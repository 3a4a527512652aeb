"""The package as a user gets it: a wheel in an empty folder, with no way out of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

GUARD = """
import sys

def refuse(event, args):
    if event == "socket.getaddrinfo" and args[0] not in (None, "localhost", "127.0.0.1", "::1"):
        raise OSError(f"a look-up of {args[0]} was tried")
    if event == "socket.connect" and isinstance(args[1], tuple) and args[1][0] not in ("127.0.0.1", "::1"):
        raise OSError(f"a connection to {args[1]} was tried")

sys.addaudithook(refuse)
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, unpacked, with a guard beside them that Python runs at start-up."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "out", "*cache*", "tests"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    shutil.rmtree(source)
    site = folder / "site"
    zipfile.ZipFile(next(folder.glob("*.whl"))).extractall(site)
    (site / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return site


def run(site: Path, cwd: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "PYTHONUTF8": "1",
        "HOME": str(cwd),
        "USERPROFILE": str(cwd),
    }
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_guard_refuses_a_way_out(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, tmp_path, "-c", "import socket; socket.create_connection(('192.0.2.1', 80), 1)")
    assert (
        "a connection to ('192.0.2.1', 80) was tried" in done.stderr or "look-up of 192.0.2.1" in done.stderr
    )


@pytest.mark.slow
def test_an_installed_wheel_runs_the_demo_in_an_empty_folder_without_a_way_out(
    unpacked: Path, tmp_path: Path
) -> None:
    where = run(unpacked, tmp_path, "-c", "import drafter; print(drafter.__file__)")
    assert where.stdout.startswith(str(unpacked))
    done = run(unpacked, tmp_path, "-m", "drafter", "demo")
    assert (done.returncode, done.stderr.count("was tried")) == (0, 0), done.stderr
    made = {p.name for p in (tmp_path / "out").iterdir()}
    assert {"response.docx", "response.md", "response.html", "response.review.json"} <= made


def test_the_wheel_holds_what_the_rooms_read(unpacked: Path) -> None:
    for name in ("prompts/letter.docx", "corpus/sample/matter.toml", "py.typed"):
        assert (unpacked / "drafter" / name).is_file(), name
