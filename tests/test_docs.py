"""The documents are true: the tour runs as written, and the generated pages are fresh."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import types
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
"""A block of commands and what they print: "$ drafter status\\nletters: 0"."""


@dataclass(frozen=True)
class Step:
    command: str
    shown: tuple[str, ...]


def steps(page: str) -> list[Step]:
    """The commands of a page in order, each with the lines shown under it ("..." lines left out)."""
    found: list[Step] = []
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, *shown = part.rstrip().split("\n")
            found.append(Step(command, tuple(line for line in shown if line.strip() not in ("", "..."))))
    return found


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "drafter", command
    home = {
        "HOME": str(folder / "home"),
        "USERPROFILE": str(folder / "home"),
        "COLUMNS": "110",
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "drafter", *words[1:]],
        cwd=folder, env={**os.environ, **home}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.slow
def test_the_tour_runs_as_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    tour = steps((ROOT / "docs" / "tour.md").read_text(encoding="utf-8"))
    assert len(tour) >= 6
    for step in tour:
        done = run(step.command, tmp_path)
        assert done.returncode == 0, f"{step.command}\n{done.stderr}"
        rest = done.stdout
        for line in step.shown:
            assert line in rest, f"{step.command} did not print {line!r} (next):\n{rest}"
            rest = rest[rest.index(line) + len(line) :]


def test_a_page_yields_its_commands_with_what_they_show() -> None:
    page = "text\n```console\n$ drafter a\none\n...\n$ drafter b\n```\n```\n$ not run\n```\n"
    assert steps(page) == [Step("drafter a", ("one",)), Step("drafter b", ())]


@pytest.mark.parametrize("script", ["docs/build.py", "corpus/build.py"])
def test_what_is_generated_is_fresh(script: str) -> None:
    done = subprocess.run([sys.executable, script, "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_link_to_a_file_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_examples_of_how_to_extend_run(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S)
    assert len(examples) == 4
    module = types.ModuleType("examples")  # dataclasses look their module up
    monkeypatch.setitem(sys.modules, "examples", module)
    for example in examples:
        exec(compile(example, "docs/extending.md", "exec"), module.__dict__)
